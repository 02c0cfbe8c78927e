//! The sealed results, on disk until they are old.
//!
//! A result is a file named for its task and its digest. Nothing is handed out whose bytes do not
//! have the digest of its name, whatever happened to the disk.

use crate::{
	journal::{persist, TEMPORARY},
	task::Digest,
};
use sha2::{Digest as _, Sha256};
use std::{
	collections::HashMap,
	fs::{self, File},
	io::{self, Seek, Write},
	path::{Path, PathBuf},
	sync::{Mutex, PoisonError},
	time::SystemTime,
};

/// Why a result could not be handed out.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
	/// The disk failed.
	#[error("the result store: {0}")]
	Io(#[from] io::Error),
	/// The file is not what it was.
	#[error("the stored result is damaged")]
	Damaged,
}

/// All results this provider keeps.
pub struct Store {
	folder: PathBuf,
	/// Files whose digest was checked, with the length and the time they had then.
	checked: Mutex<HashMap<PathBuf, (u64, SystemTime)>>,
}

/// A result that is being written.
pub struct Unfinished {
	file: Hashing<tempfile::NamedTempFile>,
}

impl Store {
	/// Opens the store in `folder`, which is made if need be.
	pub fn open(folder: impl Into<PathBuf>) -> io::Result<Self> {
		let folder = folder.into();
		fs::create_dir_all(&folder)?;
		for item in fs::read_dir(&folder)? {
			let item = item?;
			if item.file_name().to_string_lossy().starts_with(TEMPORARY) {
				fs::remove_file(item.path())?;
			}
		}
		Ok(Self { folder, checked: Mutex::default() })
	}

	/// Begins a result.
	pub fn begin(&self) -> io::Result<Unfinished> {
		let file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(&self.folder)?;
		Ok(Unfinished { file: Hashing::new(file) })
	}

	/// Keeps a result that is complete. When this returns, the disk has it.
	pub fn keep(&self, task: u64, result: Unfinished) -> io::Result<(Digest, u64)> {
		let (file, digest, size) = result.file.finish();
		persist(file, &self.folder, &self.path(task, digest))?;
		Ok((digest, size))
	}

	/// A result and its length, if it is here.
	pub fn find(&self, task: u64, digest: Digest) -> Result<Option<(File, u64)>, StoreError> {
		let path = self.path(task, digest);
		let mut file = match File::open(&path) {
			Ok(file) => file,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
			Err(error) => return Err(error.into()),
		};
		let metadata = file.metadata()?;
		let seen = (metadata.len(), metadata.modified()?);
		if self.checked().get(&path) != Some(&seen) {
			let mut hashing = Hashing::new(io::sink());
			io::copy(&mut file, &mut hashing)?;
			if hashing.finish().1 != digest {
				return Err(StoreError::Damaged);
			}
			file.rewind()?;
			self.checked().insert(path, seen);
		}
		Ok(Some((file, seen.0)))
	}

	/// Removes every result that `wanted` does not know.
	pub fn retain(&self, wanted: impl Fn(u64, Digest) -> bool) -> io::Result<()> {
		for item in fs::read_dir(&self.folder)? {
			let path = item?.path();
			let stale = name(&path).is_some_and(|(task, digest)| !wanted(task, digest));
			if stale {
				fs::remove_file(&path)?;
				self.checked().remove(&path);
			}
		}
		Ok(())
	}

	fn path(&self, task: u64, digest: Digest) -> PathBuf {
		self.folder.join(format!("{task}-{digest}.age"))
	}

	fn checked(&self) -> std::sync::MutexGuard<'_, HashMap<PathBuf, (u64, SystemTime)>> {
		self.checked.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

impl Write for Unfinished {
	fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
		self.file.write(bytes)
	}

	fn flush(&mut self) -> io::Result<()> {
		self.file.flush()
	}
}

/// The task and the digest that a file's name says.
fn name(path: &Path) -> Option<(u64, Digest)> {
	let (task, digest) = path.file_name()?.to_str()?.strip_suffix(".age")?.split_once('-')?;
	Some((task.parse().ok()?, digest.parse().ok()?))
}

/// Passes bytes on, and knows their SHA-256 and their number in the end.
pub struct Hashing<W> {
	inner: W,
	hasher: Sha256,
	count: u64,
}

impl<W> Hashing<W> {
	/// Begins with nothing.
	pub fn new(inner: W) -> Self {
		Self { inner, hasher: Sha256::new(), count: 0 }
	}

	/// What was written to, the digest of what was written, and how much it was.
	pub fn finish(self) -> (W, Digest, u64) {
		(self.inner, Digest(self.hasher.finalize().into()), self.count)
	}
}

impl<W: Write> Write for Hashing<W> {
	fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
		let count = self.inner.write(bytes)?;
		self.hasher.update(&bytes[..count]);
		self.count += count as u64;
		Ok(count)
	}

	fn flush(&mut self) -> io::Result<()> {
		self.inner.flush()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::io::Read;

	fn keep(store: &Store, task: u64, bytes: &[u8]) -> Digest {
		let mut result = store.begin().unwrap();
		result.write_all(bytes).unwrap();
		let (digest, size) = store.keep(task, result).unwrap();
		assert_eq!(size, bytes.len() as u64);
		assert_eq!(digest.0, tradewind_client::seal::digest(bytes));
		digest
	}

	fn read(store: &Store, task: u64, digest: Digest) -> Vec<u8> {
		let mut bytes = Vec::new();
		store.find(task, digest).unwrap().unwrap().0.read_to_end(&mut bytes).unwrap();
		bytes
	}

	#[test]
	fn a_result_is_found_again_after_a_restart() {
		let folder = tempfile::tempdir().unwrap();
		let digest = keep(&Store::open(folder.path()).unwrap(), 3, b"sealed");
		let store = Store::open(folder.path()).unwrap();
		for _ in 0..2 {
			assert_eq!(read(&store, 3, digest), b"sealed");
		}
		assert!(store.find(4, digest).unwrap().is_none());
		assert!(store.find(3, Digest([0; 32])).unwrap().is_none());
	}

	#[test]
	fn damage_is_noticed_even_after_it_was_handed_out_once() {
		let folder = tempfile::tempdir().unwrap();
		let store = Store::open(folder.path()).unwrap();
		let digest = keep(&store, 3, b"sealed");
		read(&store, 3, digest);
		fs::write(store.path(3, digest), b"seale").unwrap();
		assert!(matches!(store.find(3, digest), Err(StoreError::Damaged)));
	}

	#[test]
	fn what_was_left_unfinished_is_cleared_away() {
		let folder = tempfile::tempdir().unwrap();
		let store = Store::open(folder.path()).unwrap();
		let mut result = store.begin().unwrap();
		result.write_all(b"half").unwrap();
		// As a kill would leave it.
		let path = result.file.finish().0.keep().unwrap().1;
		assert!(path.exists());
		Store::open(folder.path()).unwrap();
		assert!(!path.exists());
	}

	#[test]
	fn only_what_is_wanted_is_retained() {
		let folder = tempfile::tempdir().unwrap();
		let store = Store::open(folder.path()).unwrap();
		let (old, new) = (keep(&store, 1, b"old"), keep(&store, 1, b"new"));
		store.retain(|task, digest| task == 1 && digest == new).unwrap();
		assert!(store.find(1, old).unwrap().is_none());
		assert_eq!(read(&store, 1, new), b"new");
	}
}
