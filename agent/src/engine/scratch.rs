//! The scratch directory: the only place of the host that a workload sees.
//!
//! Its size is watched from outside. What counts is what it costs the host: every file and folder
//! at least a block, sparse files at their full length, and files that were deleted but are still
//! held open.

use cap_std::{
	ambient_authority,
	fs::{Dir, OpenOptions},
};
use sha2::{Digest as _, Sha256};
use std::{
	collections::BTreeMap,
	fs, io,
	path::{Path, PathBuf},
	time::{Duration, Instant},
};
use tradewind_client::bundle::{self, BundleError, Files, Writer};

/// What the smallest file costs.
const BLOCK: u64 = 4096;

/// How many files and folders a workload may have; a bundle has room for no more.
pub const MAX_FILES: usize = 9_000;

/// How many files and folders a workload may hold open. They are descriptors of our own process,
/// which needs some for itself.
pub const MAX_OPEN: usize = 512;

/// How many names of things that are no plain files the result mentions.
const MAX_SKIPPED: usize = 100;

/// The shortest pause between two looks at a scratch directory.
const PAUSE: Duration = Duration::from_millis(50);

/// The scratch directory of one run. It is removed when this is dropped.
pub struct Scratch {
	folder: tempfile::TempDir,
	quota: u64,
	/// Length and hash of what lay there in the beginning.
	inputs: BTreeMap<String, (u64, [u8; 32])>,
}

/// What is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
	/// Bytes or files beyond the quota.
	Disk,
	/// Descriptors held open.
	Open,
}

/// What a scratch directory holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Usage {
	bytes: u64,
	files: usize,
	open: usize,
}

impl Scratch {
	/// Makes a scratch directory inside `parent` and puts `files` into it.
	pub fn create(parent: &Path, quota: u64, files: &Files) -> io::Result<Self> {
		fs::create_dir_all(parent)?;
		// Readable by us alone: what lies here is somebody's plain text.
		let folder = tempfile::Builder::new().prefix("run-").tempdir_in(parent)?;
		let mut inputs = BTreeMap::new();
		for (path, content) in files {
			let target = folder.path().join(path);
			if let Some(parent) = target.parent() {
				fs::create_dir_all(parent)?;
			}
			fs::write(&target, content)?;
			inputs.insert(path.clone(), (content.len() as u64, Sha256::digest(content).into()));
		}
		Ok(Self { folder, quota, inputs })
	}

	/// Whether `files` would be more than `quota` allows, before any of them is written.
	pub fn exceeds(quota: u64, files: &Files) -> bool {
		let cost = |content: &Vec<u8>| (content.len() as u64).max(BLOCK);
		files.len() > MAX_FILES || files.values().map(cost).sum::<u64>() > quota
	}

	/// Where it is.
	pub fn path(&self) -> &Path {
		self.folder.path()
	}

	/// What is too much at this moment, if anything is.
	pub fn excess(&self) -> Option<Excess> {
		let usage = measure(self.path(), self.quota);
		if usage.bytes > self.quota || usage.files > MAX_FILES {
			return Some(Excess::Disk);
		}
		(usage.open > MAX_OPEN).then_some(Excess::Open)
	}

	/// Watches until something is too much.
	pub async fn overflow(self: std::sync::Arc<Self>) -> Excess {
		let mut pause = PAUSE;
		loop {
			tokio::time::sleep(pause).await;
			let begun = Instant::now();
			let scratch = self.clone();
			if let Ok(Some(excess)) = tokio::task::spawn_blocking(move || scratch.excess()).await {
				return excess;
			}
			// A directory that takes long to look through is not looked through all the time.
			pause = PAUSE.max(begun.elapsed() * 10);
		}
	}

	/// Adds to a result the files that were written or changed, and returns the names of what was
	/// left there but cannot travel. To be called when nothing runs any more.
	pub fn collect<W: io::Write>(
		&self,
		archive: &mut Writer<W>,
	) -> Result<Vec<String>, BundleError> {
		// Paths are resolved beneath this handle, so that no link leads out of the directory.
		let root = Dir::open_ambient_dir(self.path(), ambient_authority())?;
		let mut found = BTreeMap::new();
		let mut skipped = Vec::new();
		let mut folders = vec![String::new()];
		while let Some(folder) = folders.pop() {
			let entries = root.read_dir(if folder.is_empty() { "." } else { &folder });
			let Ok(entries) = entries else {
				skip(&mut skipped, &folder);
				continue;
			};
			for entry in entries {
				let entry = entry?;
				let name = entry.file_name().to_string_lossy().into_owned();
				let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
				let kind = entry.file_type()?;
				if bundle::check_name(&path).is_err() || !(kind.is_dir() || kind.is_file()) {
					skip(&mut skipped, &path);
				} else if kind.is_dir() {
					folders.push(path);
				} else {
					found.insert(path, entry.metadata()?.len());
				}
			}
		}
		for (path, length) in found {
			let Ok(file) = root.open_with(&path, OpenOptions::new().read(true)) else {
				skip(&mut skipped, &path);
				continue;
			};
			if !self.is_input(&path, length, &file)? {
				archive.file(&path, length, file)?;
			}
		}
		skipped.sort();
		Ok(skipped)
	}

	/// Whether a file is still what was put there in the beginning.
	fn is_input(&self, path: &str, length: u64, file: &cap_std::fs::File) -> io::Result<bool> {
		let Some((_, hash)) = self.inputs.get(path).filter(|input| input.0 == length) else {
			return Ok(false);
		};
		let mut file = file.try_clone()?;
		let mut hasher = Sha256::new();
		io::copy(&mut file, &mut hasher)?;
		io::Seek::rewind(&mut file)?;
		Ok(hasher.finalize().as_slice() == hash)
	}
}

fn skip(skipped: &mut Vec<String>, path: &str) {
	if skipped.len() < MAX_SKIPPED {
		skipped.push(path.into());
	}
}

/// Adds up what lies beneath `root`. Stops early once it is more than `quota`: how much more does
/// not matter. What vanishes while it is being looked at is not counted.
fn measure(root: &Path, quota: u64) -> Usage {
	let mut usage = Usage::default();
	let mut folders = vec![root.to_owned()];
	while let Some(folder) = folders.pop() {
		let Ok(entries) = fs::read_dir(&folder) else { continue };
		for entry in entries.flatten() {
			// The entry's own metadata: links are not followed.
			let Ok(metadata) = entry.metadata() else { continue };
			usage.files += 1;
			usage.bytes = usage.bytes.saturating_add(cost(&metadata));
			if metadata.is_dir() {
				folders.push(entry.path());
			}
			if usage.bytes > quota || usage.files > MAX_FILES {
				return usage;
			}
		}
	}
	for (path, length) in held_open(root) {
		usage.open += 1;
		if path.ends_with(" (deleted)") {
			usage.bytes = usage.bytes.saturating_add(length.max(BLOCK));
		}
	}
	usage
}

#[cfg(unix)]
fn cost(metadata: &fs::Metadata) -> u64 {
	use std::os::unix::fs::MetadataExt;
	metadata.len().max(metadata.blocks() * 512).max(BLOCK)
}

#[cfg(not(unix))]
fn cost(metadata: &fs::Metadata) -> u64 {
	metadata.len().max(BLOCK)
}

/// The descriptors of this process that lie beneath `root`, as the kernel names them, with the
/// lengths of their files. Empty where the kernel has no such list.
fn held_open(root: &Path) -> Vec<(String, u64)> {
	let Ok(entries) = fs::read_dir("/proc/self/fd") else { return Vec::new() };
	let beneath = |link: &PathBuf| link.starts_with(root) && link != root;
	entries
		.flatten()
		.filter_map(|entry| {
			let link = fs::read_link(entry.path()).ok().filter(beneath)?;
			let length = fs::metadata(entry.path()).map_or(0, |metadata| metadata.len());
			Some((link.to_string_lossy().into_owned(), length))
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{fs::File, io::Write as _, sync::Arc};
	use tradewind_client::bundle::{Limits, Outcome, ResultBundle, Summary};

	fn files(list: &[(&str, &str)]) -> Files {
		list.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())).collect()
	}

	fn collected(scratch: &Scratch) -> (Files, Vec<String>) {
		let mut archive = Writer::new(Vec::new());
		let skipped = scratch.collect(&mut archive).unwrap();
		let packed = archive.conclude(&Summary::new(Outcome::Exited(0)), b"", b"").unwrap();
		(ResultBundle::unpack(packed.as_slice(), Limits::default()).unwrap().files, skipped)
	}

	#[test]
	fn only_what_was_written_or_changed_is_collected() {
		let parent = tempfile::tempdir().unwrap();
		let given = files(&[("in/same", "s"), ("in/changed", "c"), ("gone", "g")]);
		let scratch = Scratch::create(parent.path(), 1 << 20, &given).unwrap();
		fs::write(scratch.path().join("in/changed"), "C").unwrap();
		fs::remove_file(scratch.path().join("gone")).unwrap();
		fs::create_dir(scratch.path().join("out")).unwrap();
		fs::write(scratch.path().join("out/new"), "n").unwrap();
		let (files_out, skipped) = collected(&scratch);
		assert_eq!(files_out, files(&[("in/changed", "C"), ("out/new", "n")]));
		assert!(skipped.is_empty());
		let path = scratch.path().to_owned();
		drop(scratch);
		assert!(!path.exists());
	}

	#[cfg(unix)]
	#[test]
	fn links_do_not_lead_out() {
		let parent = tempfile::tempdir().unwrap();
		fs::write(parent.path().join("secret"), "host").unwrap();
		let scratch = Scratch::create(parent.path(), 1 << 20, &Files::new()).unwrap();
		std::os::unix::fs::symlink("../secret", scratch.path().join("link")).unwrap();
		std::os::unix::fs::symlink("..", scratch.path().join("up")).unwrap();
		let (files, skipped) = collected(&scratch);
		assert!(files.is_empty());
		assert_eq!(skipped, ["link", "up"]);
	}

	#[test]
	fn sparse_deleted_and_countless_files_all_count() {
		let parent = tempfile::tempdir().unwrap();
		let scratch = Scratch::create(parent.path(), 1 << 20, &Files::new()).unwrap();
		assert_eq!(scratch.excess(), None);
		let path = scratch.path().join("big");
		let mut file = File::create(&path).unwrap();
		file.set_len(1 << 40).unwrap();
		assert_eq!(scratch.excess(), Some(Excess::Disk));
		file.set_len(0).unwrap();
		file.write_all(&vec![0; 2 << 20]).unwrap();
		fs::remove_file(&path).unwrap();
		assert_eq!(scratch.excess(), Some(Excess::Disk));
		drop(file);
		assert_eq!(scratch.excess(), None);
		for index in 0..=256 {
			fs::create_dir(scratch.path().join(index.to_string())).unwrap();
		}
		assert_eq!(scratch.excess(), Some(Excess::Disk));
	}

	#[test]
	fn what_is_held_open_counts() {
		let parent = tempfile::tempdir().unwrap();
		let scratch = Scratch::create(parent.path(), 1 << 20, &files(&[("a", "a")])).unwrap();
		let path = scratch.path().join("a");
		let held: Vec<_> = (0..=MAX_OPEN).map(|_| File::open(&path).unwrap()).collect();
		assert_eq!(scratch.excess(), Some(Excess::Open));
		drop(held);
		assert_eq!(scratch.excess(), None);
	}

	#[test]
	fn inputs_must_fit() {
		let given = files(&[("a", "a"), ("b", "b")]);
		assert!(!Scratch::exceeds(2 * BLOCK, &given));
		assert!(Scratch::exceeds(2 * BLOCK - 1, &given));
	}

	#[tokio::test]
	async fn an_overflow_is_noticed() {
		let parent = tempfile::tempdir().unwrap();
		let scratch = Arc::new(Scratch::create(parent.path(), BLOCK, &Files::new()).unwrap());
		let watch = tokio::spawn(scratch.clone().overflow());
		fs::write(scratch.path().join("a"), vec![0; 5000]).unwrap();
		assert_eq!(watch.await.unwrap(), Excess::Disk);
	}
}
