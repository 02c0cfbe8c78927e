//! Counts what is read and written.

use super::*;
use frame_support::traits::StorageInfoTrait;
use sp_core::storage::{ChildInfo, StateVersion, Storage, TrackedStorageKey};
use sp_externalities::{Error, Extension, ExtensionStore, Externalities, MultiRemovalResults};
use sp_io::TestExternalities;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use std::{
	any::{Any, TypeId},
	collections::{BTreeMap, BTreeSet},
};

/// Keys that were read and keys that were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
	pub read: BTreeSet<Vec<u8>>,
	pub written: BTreeSet<Vec<u8>>,
}

impl Keys {
	/// How many were read, and how many were written.
	pub fn counts(&self) -> (usize, usize) {
		(self.read.len(), self.written.len())
	}

	/// How many there are of every kind of storage, as reads and writes.
	pub fn by_storage(&self) -> String {
		let known = AllPalletsWithSystem::storage_info();
		let name = |key: &Vec<u8>| match known.iter().find(|info| key.starts_with(&info.prefix)) {
			Some(info) => [&info.pallet_name[..], b".", &info.storage_name[..]].concat(),
			None => sp_core::hexdisplay::HexDisplay::from(key).to_string().into_bytes(),
		};
		let mut sums = BTreeMap::<Vec<u8>, (u32, u32)>::new();
		self.read.iter().for_each(|key| sums.entry(name(key)).or_default().0 += 1);
		self.written.iter().for_each(|key| sums.entry(name(key)).or_default().1 += 1);
		let lines = sums.iter().map(|(name, (reads, writes))| {
			format!("{} {reads}/{writes}", String::from_utf8_lossy(name))
		});
		lines.collect::<Vec<_>>().join(", ")
	}
}

/// Externalities that can be reset and committed, and that count the keys that are read from and
/// written to what was committed, as the state of the node's `benchmark` command does.
pub struct Counting {
	genesis: Storage,
	inner: TestExternalities,
	counts: bool,
	whitelist: Vec<TrackedStorageKey>,
	read: BTreeMap<Vec<u8>, u32>,
	written: BTreeSet<Vec<u8>>,
}

impl Counting {
	/// A chain with this genesis. It counts from the first reset on.
	pub fn new(genesis: Storage) -> Self {
		let mut inner: TestExternalities = genesis.clone().into();
		inner.register_extension(KeystoreExt::new(MemoryKeystore::new()));
		Self {
			inner,
			genesis,
			counts: false,
			whitelist: Vec::new(),
			read: BTreeMap::new(),
			written: BTreeSet::new(),
		}
	}

	/// What was read since the reset, and what has changed since the last commit.
	pub fn keys(&self) -> Keys {
		let changes = self.inner.overlayed_changes();
		let changed = changes.changes().map(|(key, _)| key);
		Keys {
			read: self.read.keys().cloned().collect(),
			written: changed.filter(|key| self.is_counted(key)).cloned().collect(),
		}
	}

	/// From here on nothing is counted, until the next reset.
	pub fn stop_counting(&mut self) {
		self.counts = false;
	}

	fn is_counted(&self, key: &[u8]) -> bool {
		self.counts && !self.whitelist.iter().any(|known| known.whitelisted && known.key == key)
	}

	fn note_read(&mut self, key: &[u8]) {
		let changed =
			|ext: &TestExternalities| ext.overlayed_changes().changes().any(|(at, _)| at == key);
		if self.is_counted(key) && !changed(&self.inner) {
			*self.read.entry(key.to_vec()).or_default() += 1;
		}
	}
}

impl ExtensionStore for Counting {
	fn extension_by_type_id(&mut self, id: TypeId) -> Option<&mut dyn Any> {
		self.inner.extension_by_type_id(id)
	}

	fn register_extension_with_type_id(
		&mut self,
		id: TypeId,
		extension: Box<dyn Extension>,
	) -> Result<(), Error> {
		self.inner.register_extension_with_type_id(id, extension)
	}

	fn deregister_extension_by_type_id(&mut self, id: TypeId) -> Result<(), Error> {
		self.inner.deregister_extension_by_type_id(id)
	}
}

impl Externalities for Counting {
	fn set_offchain_storage(&mut self, key: &[u8], value: Option<&[u8]>) {
		self.inner.ext().set_offchain_storage(key, value)
	}

	fn storage(&mut self, key: &[u8]) -> Option<Vec<u8>> {
		self.note_read(key);
		self.inner.ext().storage(key)
	}

	fn storage_hash(&mut self, key: &[u8]) -> Option<Vec<u8>> {
		self.note_read(key);
		self.inner.ext().storage_hash(key)
	}

	fn child_storage_hash(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
		self.inner.ext().child_storage_hash(child, key)
	}

	fn child_storage(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
		self.inner.ext().child_storage(child, key)
	}

	fn next_storage_key(&mut self, key: &[u8]) -> Option<Vec<u8>> {
		self.note_read(key);
		self.inner.ext().next_storage_key(key)
	}

	fn next_child_storage_key(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
		self.inner.ext().next_child_storage_key(child, key)
	}

	fn kill_child_storage(
		&mut self,
		child: &ChildInfo,
		limit: Option<u32>,
		cursor: Option<&[u8]>,
	) -> MultiRemovalResults {
		self.inner.ext().kill_child_storage(child, limit, cursor)
	}

	fn clear_prefix(
		&mut self,
		prefix: &[u8],
		limit: Option<u32>,
		cursor: Option<&[u8]>,
	) -> MultiRemovalResults {
		self.inner.ext().clear_prefix(prefix, limit, cursor)
	}

	fn clear_child_prefix(
		&mut self,
		child: &ChildInfo,
		prefix: &[u8],
		limit: Option<u32>,
		cursor: Option<&[u8]>,
	) -> MultiRemovalResults {
		self.inner.ext().clear_child_prefix(child, prefix, limit, cursor)
	}

	fn place_storage(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
		self.inner.ext().place_storage(key, value)
	}

	fn place_child_storage(&mut self, child: &ChildInfo, key: Vec<u8>, value: Option<Vec<u8>>) {
		self.inner.ext().place_child_storage(child, key, value)
	}

	fn storage_root(&mut self, version: StateVersion) -> Vec<u8> {
		self.inner.ext().storage_root(version)
	}

	fn child_storage_root(&mut self, child: &ChildInfo, version: StateVersion) -> Vec<u8> {
		self.inner.ext().child_storage_root(child, version)
	}

	fn storage_append(&mut self, key: Vec<u8>, value: Vec<u8>) {
		self.note_read(&key);
		self.inner.ext().storage_append(key, value)
	}

	fn storage_start_transaction(&mut self) {
		self.inner.ext().storage_start_transaction()
	}

	fn storage_rollback_transaction(&mut self) -> Result<(), ()> {
		self.inner.ext().storage_rollback_transaction()
	}

	fn storage_commit_transaction(&mut self) -> Result<(), ()> {
		self.inner.ext().storage_commit_transaction()
	}

	fn storage_index_transaction(&mut self, index: u32, hash: &[u8], size: u32) {
		self.inner.ext().storage_index_transaction(index, hash, size)
	}

	fn wipe(&mut self) {
		*self = Self::new(self.genesis.clone());
	}

	fn commit(&mut self) {
		while self.inner.ext().storage_commit_transaction().is_ok() {}
		let changed: Vec<_> =
			self.inner.overlayed_changes().changes().map(|(key, _)| key.clone()).collect();
		let counted = changed.into_iter().filter(|key| self.is_counted(key)).collect::<Vec<_>>();
		self.written.extend(counted);
		self.inner.commit_all().expect("what has been changed can be written");
	}

	fn read_write_count(&self) -> (u32, u32, u32, u32) {
		let all: u32 = self.read.values().sum();
		let first = self.read.len() as u32;
		(first, all - first, self.written.len() as u32, 0)
	}

	fn reset_read_write_count(&mut self) {
		self.counts = true;
		self.read.clear();
		self.written.clear();
	}

	fn get_whitelist(&self) -> Vec<TrackedStorageKey> {
		self.whitelist.clone()
	}

	fn set_whitelist(&mut self, new: Vec<TrackedStorageKey>) {
		let whitelisted = |mut key: TrackedStorageKey| {
			key.whitelist();
			key
		};
		self.whitelist = new.into_iter().map(whitelisted).collect();
	}

	fn get_read_and_written_keys(&self) -> Vec<(Vec<u8>, u32, u32, bool)> {
		let keys: BTreeSet<_> = self.read.keys().chain(&self.written).collect();
		keys.into_iter()
			.map(|key| {
				let reads = self.read.get(key).copied().unwrap_or_default();
				(key.clone(), reads, u32::from(self.written.contains(key)), false)
			})
			.collect()
	}
}
