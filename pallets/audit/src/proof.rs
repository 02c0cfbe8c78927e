//! From a record to the root of its block, without a chain.
//!
//! A leaf is the Keccak-256 digest of a record's SCALE encoding. The tree hashes each leaf once
//! more, so that a node of the tree (64 bytes hashed) can never pass for a leaf (32 bytes hashed).

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use alloc::vec::Vec;
use binary_merkle_tree::{merkle_proof, merkle_root, verify_proof};
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;
use sp_io::hashing::keccak_256;
use sp_runtime::traits::Keccak256;

/// What the keys of bodies in the off-chain database begin with.
const BODY_PREFIX: &[u8] = b"tradewind/audit/body";
/// What the keys of lists of leaves in the off-chain database begin with.
const LEAVES_PREFIX: &[u8] = b"tradewind/audit/leaves";

/// Where the off-chain database keeps the SCALE encoding of the record with this leaf.
///
/// The key is the content's own digest: blocks that compete for one place in the chain cannot
/// overwrite each other's records.
pub fn body_key(leaf: &H256) -> Vec<u8> {
	(BODY_PREFIX, leaf).encode()
}

/// Where the off-chain database keeps the SCALE encoding of the leaves (`Vec<H256>`) of the block
/// with this hash. It is written by the block's child; until then the leaves are in the state.
pub fn leaves_key(block: impl AsRef<[u8]>) -> Vec<u8> {
	(LEAVES_PREFIX, block.as_ref()).encode()
}

/// The leaf of a record.
pub fn leaf_of(record: &impl Encode) -> H256 {
	H256(record.using_encoded(keccak_256))
}

/// The root over the leaves of a block; zero when there are none.
pub fn root(leaves: &[H256]) -> H256 {
	merkle_root::<Keccak256, _>(leaves)
}

/// That a record belongs to the block with a certain root.
#[derive(
	Clone,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct RecordProof {
	/// How many records the block has.
	pub leaves: u32,
	/// Which of them it is.
	pub index: u32,
	/// The leaf.
	pub leaf: H256,
	/// The nodes beside the way from the leaf to the root, lowest first.
	pub path: Vec<H256>,
}

/// Proves the record with number `index`; `None` when there is no such record.
pub fn prove(leaves: &[H256], index: u32) -> Option<RecordProof> {
	let leaf = *leaves.get(usize::try_from(index).ok()?)?;
	let proof = merkle_proof::<Keccak256, _, _>(leaves, index);
	Some(RecordProof { leaves: proof.number_of_leaves, index, leaf, path: proof.proof })
}

/// Whether `record`, given as its SCALE encoding, belongs to the block with this root.
pub fn verify(root: &H256, record: &[u8], proof: &RecordProof) -> bool {
	proof.leaf == H256(keccak_256(record))
		&& proof.path.len() <= u32::BITS as usize
		&& verify_proof::<Keccak256, _, _>(
			root,
			proof.path.iter().copied(),
			proof.leaves,
			proof.index,
			&proof.leaf,
		)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]
mod tests {
	use super::*;

	fn leaves(count: u32) -> Vec<H256> {
		(0..count).map(|number| leaf_of(&number)).collect()
	}

	#[test]
	fn an_empty_block_has_the_root_zero() {
		assert_eq!(root(&[]), H256::zero());
		assert_eq!(prove(&[], 0), None);
	}

	#[test]
	fn every_record_of_every_small_block_is_provable() {
		for count in 1..=33 {
			let leaves = leaves(count);
			let root = root(&leaves);
			for index in 0..count {
				let proof = prove(&leaves, index).unwrap();
				assert!(verify(&root, &index.encode(), &proof), "{index} of {count}");
				assert!(!verify(&root, &(index + 1).encode(), &proof));
			}
			assert_eq!(prove(&leaves, count), None);
		}
	}

	#[test]
	fn whatever_is_changed_the_proof_fails() {
		let leaves = leaves(7);
		let root = root(&leaves);
		let good = prove(&leaves, 3).unwrap();
		let record = 3u32.encode();
		assert!(verify(&root, &record, &good));
		assert!(!verify(&H256::zero(), &record, &good));
		assert!(!verify(&root, &record, &RecordProof { index: 2, ..good.clone() }));
		assert!(!verify(&root, &record, &RecordProof { leaves: 3, ..good.clone() }));
		assert!(!verify(&root, &record, &RecordProof { leaf: leaves[2], ..good.clone() }));
		for node in 0..good.path.len() {
			let mut bad = good.clone();
			bad.path[node] = H256::repeat_byte(1);
			assert!(!verify(&root, &record, &bad));
		}
		let mut longer = good.clone();
		longer.path.push(H256::zero());
		assert!(!verify(&root, &record, &longer));
		let mut endless = good;
		endless.path = vec![H256::zero(); 10_000];
		assert!(!verify(&root, &record, &endless));
	}

	#[test]
	fn a_node_of_the_tree_does_not_pass_for_a_leaf() {
		let leaves = leaves(2);
		let nodes: Vec<u8> = leaves.iter().flat_map(|leaf| keccak_256(leaf.as_bytes())).collect();
		let forged =
			RecordProof { leaves: 1, index: 0, leaf: H256(keccak_256(&nodes)), path: Vec::new() };
		assert!(!verify(&root(&leaves), &nodes, &forged));
	}

	#[test]
	fn keys_of_bodies_and_lists_never_meet() {
		let hash = H256::repeat_byte(7);
		assert_ne!(body_key(&hash), leaves_key(hash));
		assert_ne!(body_key(&hash), body_key(&H256::repeat_byte(8)));
	}
}
