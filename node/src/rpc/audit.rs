//! Audit records as this node keeps them, each with the proof that it is in its block.
//!
//! The runtime puts the bodies of records, and the list of a block's leaves, into the offchain
//! storage through the indexing API.

use codec::Decode;
use pallet_tradewind_audit::{body_key, leaves_key, prove, root};
use serde::Serialize;
use sp_core::{
	offchain::{OffchainStorage, STORAGE_PREFIX},
	Bytes, H256,
};
use sp_runtime::traits::{Hash, Keccak256};

/// A record and what shows that it is in its block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditRecord {
	/// The block.
	pub block: H256,
	/// Which of the block's records this is, from 0.
	pub index: u32,
	/// The record, in SCALE.
	pub record: Bytes,
	/// The Keccak-256 hash of `record`. The tree hashes it once more.
	pub leaf: H256,
	/// The Merkle root of the block's leaves, which the MMR leaf of the next block holds.
	pub root: H256,
	/// The nodes beside the way from the leaf to the root, lowest first.
	pub proof: Vec<H256>,
	/// How many records the block has.
	pub leaves: u32,
}

/// Why a record cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
	/// The block has no record of that index.
	Record,
	/// This node does not keep its body.
	Body,
}

/// The leaves of `block` as its child filed them; `None` when there is no such list here.
pub fn filed_leaves<S: OffchainStorage>(storage: &S, block: H256) -> Option<Vec<H256>> {
	let list = storage.get(STORAGE_PREFIX, &leaves_key(block))?;
	Vec::decode(&mut &list[..]).ok()
}

/// Record `index` of `block`, which has these leaves, with its proof.
pub fn record<S: OffchainStorage>(
	storage: &S,
	block: H256,
	leaves: &[H256],
	index: u32,
) -> Result<AuditRecord, Missing> {
	let proof = prove(leaves, index).ok_or(Missing::Record)?;
	let record = storage
		.get(STORAGE_PREFIX, &body_key(&proof.leaf))
		// An RPC method lets the operator write here, so what is read is not to be trusted.
		.filter(|record| Keccak256::hash(record) == proof.leaf)
		.ok_or(Missing::Body)?;
	Ok(AuditRecord {
		block,
		index,
		record: record.into(),
		leaf: proof.leaf,
		root: root(leaves),
		proof: proof.path,
		leaves: proof.leaves,
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use pallet_tradewind_audit::{verify, RecordProof};
	use sp_core::offchain::storage::InMemOffchainStorage;

	const BLOCK: H256 = H256::repeat_byte(2);

	/// A storage with `count` records, and their leaves.
	fn stored(count: u32) -> (InMemOffchainStorage, Vec<H256>) {
		let mut storage = InMemOffchainStorage::default();
		let leaves = (0..count).map(|index| {
			let leaf = Keccak256::hash(&body(index));
			storage.set(STORAGE_PREFIX, &body_key(&leaf), &body(index));
			leaf
		});
		let leaves = leaves.collect();
		(storage, leaves)
	}

	fn body(index: u32) -> Vec<u8> {
		format!("record {index}").into_bytes()
	}

	fn verifies(shown: &AuditRecord, record: &[u8]) -> bool {
		let AuditRecord { index, leaf, leaves, .. } = *shown;
		let proof = RecordProof { leaves, index, leaf, path: shown.proof.clone() };
		verify(&shown.root, record, &proof)
	}

	#[test]
	fn every_record_of_every_small_block_verifies() {
		for count in 1..=17 {
			let (storage, leaves) = stored(count);
			for index in 0..count {
				let shown = record(&storage, BLOCK, &leaves, index).unwrap();
				assert_eq!((shown.block, shown.index, shown.leaves), (BLOCK, index, count));
				assert_eq!(shown.record.0, body(index));
				assert_eq!(shown.root, root(&leaves));
				assert!(verifies(&shown, &shown.record));
			}
		}
	}

	#[test]
	fn a_proof_does_not_hold_for_another_record_or_place() {
		let (storage, leaves) = stored(5);
		let shown = record(&storage, BLOCK, &leaves, 2).unwrap();
		assert!(!verifies(&shown, &body(3)));
		assert!(!verifies(&AuditRecord { index: 3, ..shown.clone() }, &body(2)));
		assert!(!verifies(&AuditRecord { root: BLOCK, ..shown }, &body(2)));
	}

	#[test]
	fn an_unknown_index_is_told_from_a_missing_body() {
		let (mut storage, leaves) = stored(3);
		assert_eq!(record(&storage, BLOCK, &leaves, 3), Err(Missing::Record));
		assert_eq!(record(&storage, BLOCK, &leaves, u32::MAX), Err(Missing::Record));
		assert_eq!(record(&storage, BLOCK, &[], 0), Err(Missing::Record));
		storage.remove(STORAGE_PREFIX, &body_key(&leaves[1]));
		assert_eq!(record(&storage, BLOCK, &leaves, 1), Err(Missing::Body));
	}

	#[test]
	fn a_body_that_was_tampered_with_is_not_passed_off() {
		let (mut storage, leaves) = stored(3);
		storage.set(STORAGE_PREFIX, &body_key(&leaves[1]), b"something else");
		assert_eq!(record(&storage, BLOCK, &leaves, 1), Err(Missing::Body));
	}

	#[test]
	fn filed_leaves_are_found_by_block() {
		let (mut storage, leaves) = stored(4);
		storage.set(STORAGE_PREFIX, &leaves_key(BLOCK), &leaves.encode());
		assert_eq!(filed_leaves(&storage, BLOCK), Some(leaves));
		assert_eq!(filed_leaves(&storage, H256::zero()), None);
	}

	#[test]
	fn json_has_the_agreed_fields() {
		let (storage, leaves) = stored(2);
		let shown = record(&storage, BLOCK, &leaves, 1).unwrap();
		let json = serde_json::to_value(&shown).unwrap();
		assert_eq!(json["index"], 1);
		assert_eq!(json["leaves"], 2);
		assert_eq!(json["record"], "0x7265636f72642031");
		for field in ["block", "leaf", "root"] {
			assert_eq!(json[field].as_str().map(str::len), Some(66), "{field}");
		}
		assert_eq!(json["proof"].as_array().map(Vec::len), Some(1));
		assert_eq!(json.as_object().map(|object| object.len()), Some(7));
	}
}
