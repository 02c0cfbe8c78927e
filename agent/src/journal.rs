//! What this provider has done, on disk.
//!
//! One small file per attempt. A file is replaced whole: written beside, forced to the disk,
//! renamed, and the folder forced too; so after a kill or a power cut there is always either the
//! old state or the new one.

use crate::task::{Digest, Key, State};
use serde::{Deserialize, Serialize};
use std::{
	collections::BTreeMap,
	fs::{self, File},
	io::{self, Write},
	path::{Path, PathBuf},
	sync::{Mutex, MutexGuard, PoisonError},
	time::{SystemTime, UNIX_EPOCH},
};
use tracing::warn;

const TARGET: &str = "agent::journal";

/// One attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
	/// Which attempt.
	#[serde(flatten)]
	pub key: Key,
	/// The hash of the payload. Task numbers begin anew on a new chain; payloads do not repeat.
	pub payload: Digest,
	/// Whom the result is sealed to.
	pub result_key: Digest,
	/// Where it stands.
	#[serde(flatten)]
	pub state: State,
	/// When it got there, in seconds since the Unix epoch.
	pub updated: u64,
}

/// Why the journal could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
	/// The disk failed.
	#[error("the journal in {folder}: {error}")]
	Io {
		/// Where the journal lies.
		folder: PathBuf,
		/// What failed.
		error: io::Error,
	},
	/// A step that the life of an attempt does not have.
	#[error("{key} cannot go from {from:?} to {to:?}")]
	Forbidden {
		/// Which attempt.
		key: Key,
		/// Where it stands.
		from: Box<State>,
		/// Where it should have gone.
		to: Box<State>,
	},
}

/// All attempts this provider knows of.
pub struct Journal {
	folder: PathBuf,
	entries: Mutex<BTreeMap<Key, Entry>>,
}

impl Journal {
	/// Opens the journal in `folder`, which is made if need be. A file that cannot be read is set
	/// aside with a warning: the chain knows what we owe, so at worst a task runs once more.
	pub fn open(folder: impl Into<PathBuf>) -> Result<Self, JournalError> {
		let folder = folder.into();
		let entries =
			load(&folder).map_err(|error| JournalError::Io { folder: folder.clone(), error })?;
		Ok(Self { folder, entries: Mutex::new(entries) })
	}

	/// The entry of an attempt.
	#[cfg(test)]
	pub fn get(&self, key: Key) -> Option<Entry> {
		self.lock().get(&key).cloned()
	}

	/// Every entry, in the order of tasks and attempts.
	pub fn all(&self) -> Vec<Entry> {
		self.lock().values().cloned().collect()
	}

	/// The entry of a task whose result is the newest.
	pub fn latest_result(&self, task: u64) -> Option<Entry> {
		let range = Key { task, attempt: 0 }..=Key { task, attempt: u8::MAX };
		let entries = self.lock();
		let results =
			entries.range(range).map(|(_, entry)| entry).filter(|e| e.state.ran().is_some());
		// Not the highest number: on a new chain numbers begin anew.
		results.max_by_key(|entry| (entry.updated, entry.key)).cloned()
	}

	/// Notes that the chain gave us an attempt, and returns where it stands: an attempt that is
	/// known already goes on from there.
	pub fn assign(
		&self,
		key: Key,
		payload: Digest,
		result_key: Digest,
	) -> Result<State, JournalError> {
		let mut entries = self.lock();
		if let Some(entry) = entries.get(&key) {
			let same = entry.payload == payload && entry.result_key == result_key;
			if same && !matches!(entry.state, State::Abandoned { .. }) {
				return Ok(entry.state.clone());
			}
		}
		let entry = Entry { key, payload, result_key, state: State::Assigned, updated: now() };
		self.write(&entry)?;
		entries.insert(key, entry);
		Ok(State::Assigned)
	}

	/// Notes that an attempt has come to `next`. When this returns, the disk has it.
	pub fn advance(&self, key: Key, next: State) -> Result<(), JournalError> {
		let mut entries = self.lock();
		let Some(entry) = entries.get(&key) else {
			return Err(JournalError::Forbidden {
				key,
				from: Box::new(State::Abandoned { reason: "never assigned".into() }),
				to: Box::new(next),
			});
		};
		if !entry.state.allows(&next) {
			let from = Box::new(entry.state.clone());
			return Err(JournalError::Forbidden { key, from, to: Box::new(next) });
		}
		let entry = Entry { state: next, updated: now(), ..entry.clone() };
		self.write(&entry)?;
		entries.insert(key, entry);
		Ok(())
	}

	/// Forgets attempts that were over before `moment`, in seconds since the Unix epoch.
	pub fn prune(&self, moment: u64) -> Result<usize, JournalError> {
		let mut entries = self.lock();
		let old: Vec<Key> = entries
			.values()
			.filter(|entry| entry.state.is_over() && entry.updated < moment)
			.map(|entry| entry.key)
			.collect();
		for key in &old {
			fs::remove_file(self.path(*key)).map_err(|error| self.io(error))?;
			entries.remove(key);
		}
		Ok(old.len())
	}

	fn write(&self, entry: &Entry) -> Result<(), JournalError> {
		let text = serde_json::to_vec_pretty(entry).map_err(|error| self.io(error.into()))?;
		replace(&self.folder, &self.path(entry.key), &text).map_err(|error| self.io(error))
	}

	fn path(&self, key: Key) -> PathBuf {
		self.folder.join(format!("{}-{}.json", key.task, key.attempt))
	}

	fn io(&self, error: io::Error) -> JournalError {
		JournalError::Io { folder: self.folder.clone(), error }
	}

	fn lock(&self) -> MutexGuard<'_, BTreeMap<Key, Entry>> {
		// Each change is a single insertion or removal, so a panic cannot have left half of one.
		self.entries.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

/// Puts `bytes` into the file at `path`, all or nothing, and waits until the disk has them.
pub fn replace(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
	let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
	file.write_all(bytes)?;
	persist(file, folder, path)
}

/// Gives a finished temporary file its name and waits until the disk has both.
pub fn persist(file: tempfile::NamedTempFile, folder: &Path, path: &Path) -> io::Result<()> {
	file.as_file().sync_all()?;
	file.persist(path)?;
	File::open(folder)?.sync_all()
}

/// How the names of unfinished files begin.
pub const TEMPORARY: &str = ".unfinished-";

/// Seconds since the Unix epoch.
pub fn now() -> u64 {
	SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn load(folder: &Path) -> io::Result<BTreeMap<Key, Entry>> {
	fs::create_dir_all(folder)?;
	let mut entries = BTreeMap::new();
	for item in fs::read_dir(folder)? {
		let path = item?.path();
		let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
		if name.starts_with(TEMPORARY) {
			fs::remove_file(&path)?;
			continue;
		}
		if path.extension().is_none_or(|extension| extension != "json") {
			continue;
		}
		match serde_json::from_slice::<Entry>(&fs::read(&path)?) {
			Ok(entry) => {
				entries.insert(entry.key, entry);
			},
			Err(error) => {
				warn!(target: TARGET, "{} is unreadable and set aside: {error}", path.display());
				fs::rename(&path, path.with_extension("unreadable"))?;
			},
		}
	}
	Ok(entries)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::task::Ran;
	use tradewind_client::bundle::Outcome;

	const KEY: Key = Key { task: 5, attempt: 1 };
	const PAYLOAD: Digest = Digest([7; 32]);
	const USER: Digest = Digest([8; 32]);

	fn ran() -> Ran {
		Ran {
			outcome: Outcome::Exited(0),
			result: Digest([1; 32]),
			result_size: 7,
			output: Digest([2; 32]),
		}
	}

	fn way() -> [State; 4] {
		[State::Started, State::Ran(ran()), State::Reported(ran()), State::Done(ran())]
	}

	#[test]
	fn every_step_survives_a_restart() {
		let folder = tempfile::tempdir().unwrap();
		let open = || Journal::open(folder.path()).unwrap();
		assert_eq!(open().assign(KEY, PAYLOAD, USER).unwrap(), State::Assigned);
		for state in way() {
			// Each step in a journal of its own, as after a kill between any two of them.
			open().advance(KEY, state.clone()).unwrap();
			assert_eq!(open().assign(KEY, PAYLOAD, USER).unwrap(), state);
		}
		assert_eq!(open().latest_result(5).unwrap().state, State::Done(ran()));
		assert!(open().latest_result(6).is_none());
	}

	#[test]
	fn forbidden_steps_change_nothing() {
		let folder = tempfile::tempdir().unwrap();
		let journal = Journal::open(folder.path()).unwrap();
		assert!(journal.advance(KEY, State::Started).is_err(), "never assigned");
		journal.assign(KEY, PAYLOAD, USER).unwrap();
		journal.advance(KEY, State::Started).unwrap();
		journal.advance(KEY, State::Ran(ran())).unwrap();
		assert!(matches!(
			journal.advance(KEY, State::Started),
			Err(JournalError::Forbidden { .. })
		));
		let reopened = Journal::open(folder.path()).unwrap();
		assert_eq!(reopened.get(KEY).unwrap().state, State::Ran(ran()));
	}

	#[test]
	fn the_same_number_on_another_chain_is_another_task() {
		let folder = tempfile::tempdir().unwrap();
		let journal = Journal::open(folder.path()).unwrap();
		journal.assign(KEY, PAYLOAD, USER).unwrap();
		journal.advance(KEY, State::Started).unwrap();
		assert_eq!(journal.assign(KEY, Digest([9; 32]), USER).unwrap(), State::Assigned);
		journal.advance(KEY, State::Started).unwrap();
		assert_eq!(journal.assign(KEY, Digest([9; 32]), PAYLOAD).unwrap(), State::Assigned);
	}

	#[test]
	fn what_was_given_up_begins_anew_when_it_comes_back() {
		let folder = tempfile::tempdir().unwrap();
		let journal = Journal::open(folder.path()).unwrap();
		journal.assign(KEY, PAYLOAD, USER).unwrap();
		journal.advance(KEY, State::Abandoned { reason: "moved".into() }).unwrap();
		assert_eq!(journal.assign(KEY, PAYLOAD, USER).unwrap(), State::Assigned);
	}

	#[test]
	fn leftovers_and_damage_do_not_stop_a_start() {
		let folder = tempfile::tempdir().unwrap();
		Journal::open(folder.path()).unwrap().assign(KEY, PAYLOAD, USER).unwrap();
		fs::write(folder.path().join(format!("{TEMPORARY}x")), b"half").unwrap();
		fs::write(folder.path().join("6-1.json"), b"{\"task\":6").unwrap();
		let journal = Journal::open(folder.path()).unwrap();
		assert_eq!(journal.all().len(), 1);
		assert!(folder.path().join("6-1.unreadable").exists());
		assert!(!folder.path().join(format!("{TEMPORARY}x")).exists());
	}

	#[test]
	fn only_what_is_over_is_pruned() {
		let folder = tempfile::tempdir().unwrap();
		let journal = Journal::open(folder.path()).unwrap();
		for task in 0..2 {
			journal.assign(Key { task, attempt: 1 }, PAYLOAD, USER).unwrap();
		}
		journal
			.advance(Key { task: 1, attempt: 1 }, State::Abandoned { reason: "moved".into() })
			.unwrap();
		assert_eq!(journal.prune(now() - 10).unwrap(), 0, "too young");
		assert_eq!(journal.prune(now() + 10).unwrap(), 1);
		assert_eq!(Journal::open(folder.path()).unwrap().all().len(), 1);
	}
}
