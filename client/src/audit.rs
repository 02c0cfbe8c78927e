//! Audit records, and the proof that one of them is in its block.

use crate::{
	chain,
	connection::{Client, State},
	convert::bounded,
	error::{Error, Result},
	AccountId, Category, Record, Signer, Subject,
};
use codec::Decode;
use serde::{Deserialize, Serialize};
use sp_core::{Hasher, KeccakHasher};
use subxt::{rpcs::rpc_params, utils::H256};

/// The longest note of an attestation, in bytes.
pub const MAX_NOTE: usize = 64;

/// A record as a node shows it, with what proves it. Nothing in it is to be believed before
/// [`ShownRecord::verify`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownRecord {
	/// The block.
	pub block: H256,
	/// Which of the block's records this is, from 0.
	pub index: u32,
	/// The record, in SCALE.
	#[serde(with = "bytes")]
	pub record: Vec<u8>,
	/// The Keccak-256 hash of `record`. The tree hashes it once more.
	pub leaf: H256,
	/// The Merkle root of the block's leaves.
	pub root: H256,
	/// The siblings on the way from `leaf` to `root`, lowest first.
	pub proof: Vec<H256>,
	/// How many records the block has.
	pub leaves: u32,
}

/// A record in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
	/// When, in seconds since 1970.
	pub at: u64,
	/// What kind of thing happened.
	pub category: &'static str,
	/// Who did it; `None` when the chain did.
	pub actor: Option<AccountId>,
	/// To what kind of thing.
	pub subject: &'static str,
	/// To which of them.
	pub subject_id: String,
	/// What was done, such as `task.placed`.
	pub action: String,
	/// BLAKE2-256 of the particulars.
	pub digest: H256,
}

impl ShownRecord {
	/// Whether the record is the `index`th of `leaves` records whose Merkle root is `root`. Pass a
	/// root that is known from elsewhere: the one in the answer is the word of whoever answered.
	pub fn verify(&self, root: H256) -> Result<()> {
		let forged = |why: &str| {
			Err(Error::Forged(format!("record {} of block {:?} {why}", self.index, self.block)))
		};
		if KeccakHasher::hash(&self.record) != self.leaf {
			return forged("does not have the hash it is shown with");
		}
		if self.root != root {
			return forged("is shown under another root than the chain has");
		}
		// The tree hashes each leaf once more, so that none of its nodes can pass for a leaf.
		let proven = self.proof.len() <= u32::BITS as usize
			&& binary_merkle_tree::verify_proof::<KeccakHasher, _, _>(
				&root,
				self.proof.iter().copied(),
				self.leaves,
				self.index,
				&self.leaf,
			);
		if proven {
			Ok(())
		} else {
			forged("is not under the root of its block")
		}
	}

	/// What the record says.
	pub fn entry(&self) -> Result<Entry> {
		let record = Record::<AccountId>::decode(&mut self.record.as_slice()).map_err(|error| {
			Error::Incompatible(format!("a record that does not read: {error}"))
		})?;
		let (subject, subject_id) = match record.subject {
			Subject::Account(account) => ("account", account.to_string()),
			Subject::Class(id) => ("class", id.0.to_string()),
			Subject::Offer(id) => ("offer", id.0.to_string()),
			Subject::Lease(id) => ("lease", id.0.to_string()),
			Subject::Tab(id) => ("tab", id.0.to_string()),
			Subject::Stream(id) => ("stream", id.0.to_string()),
			Subject::Task(id) => ("task", id.0.to_string()),
			Subject::Auction(id) => ("auction", id.0.to_string()),
			Subject::Outside(digest) => ("outside", format!("{digest:?}")),
		};
		Ok(Entry {
			at: record.at.0,
			category: match record.category {
				Category::Access => "access",
				Category::Configuration => "configuration",
				Category::Performance => "performance",
				Category::Billing => "billing",
				Category::Compliance => "compliance",
			},
			actor: record.actor,
			subject,
			subject_id,
			action: String::from_utf8_lossy(&record.action).into_owned(),
			digest: record.digest,
		})
	}
}

/// The Merkle root over the leaves of a block; zero when there are none.
fn root(leaves: &[H256]) -> H256 {
	binary_merkle_tree::merkle_root::<KeccakHasher, _>(leaves)
}

impl State {
	/// The hashes of the records of this block, in order.
	pub async fn audit_leaves(&self) -> Result<Vec<H256>> {
		let leaves = self.fetch(chain::storage().audit().leaves(), ()).await?;
		Ok(leaves.map_or_else(Vec::new, |leaves| leaves.0))
	}

	/// The Merkle root of the records of this block.
	pub async fn audit_root(&self) -> Result<H256> {
		let leaves = self.audit_leaves().await?;
		Ok(binary_merkle_tree::merkle_root::<KeccakHasher, _>(leaves))
	}
}

impl Client {
	/// A record with its proof, as the node shows it. Not every node keeps every record.
	pub async fn audit_record(&self, block: H256, index: u32) -> Result<ShownRecord> {
		let shown: ShownRecord =
			self.rpc("tradewind_auditRecord", rpc_params![block, index]).await?;
		if (shown.block, shown.index) != (block, index) {
			return Err(Error::Forged("the node shows another record than was asked for".into()));
		}
		Ok(shown)
	}

	/// A record that is proven to be in its block: the proof is checked against the root made from
	/// the block's own state.
	pub async fn proven_record(&self, block: H256, index: u32) -> Result<ShownRecord> {
		let leaves = self.state_at(block).await?.audit_leaves().await?;
		if index as usize >= leaves.len() {
			let count = leaves.len();
			let what = format!("record {index} of block {block:?}; it has {count}");
			return Err(Error::NotFound(what));
		}
		let shown = self.audit_record(block, index).await?;
		shown.verify(root(&leaves))?;
		Ok(shown)
	}

	/// Attests a digest of something outside the chain. Returns the block and the index of the
	/// record.
	pub async fn attest(
		&self,
		signer: &Signer,
		digest: H256,
		note: &str,
	) -> Result<(crate::BlockRef, u32)> {
		let note = bounded("a note", note.as_bytes(), MAX_NOTE)?;
		let included = self.submit(signer, &chain::tx().audit().attest(digest, note)).await?;
		let recorded = included.event::<chain::audit::events::Recorded>()?;
		Ok((included.block, recorded.index))
	}
}

/// Bytes as 0x and hexadecimal digits.
mod bytes {
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
		crate::json::hex(&bytes, serializer)
	}

	pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
		let text = String::deserialize(deserializer)?;
		hex::decode(text.strip_prefix("0x").unwrap_or(&text)).map_err(D::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use tradewind_primitives::{TaskId, Timestamp};

	fn record(action: &str) -> Vec<u8> {
		Record {
			at: Timestamp(1_700_000_000),
			category: Category::Performance,
			actor: Some(AccountId([7; 32])),
			subject: Subject::Task(TaskId(3)),
			action: action.as_bytes().to_vec().try_into().unwrap(),
			digest: H256([9; 32]),
		}
		.encode()
	}

	fn shown(index: u32) -> ShownRecord {
		let records: Vec<_> =
			["task.submitted", "task.placed", "task.started"].into_iter().map(record).collect();
		let leaves: Vec<_> = records.iter().map(|record| KeccakHasher::hash(record)).collect();
		let proof = binary_merkle_tree::merkle_proof::<KeccakHasher, _, _>(&leaves, index);
		assert_eq!(proof.root, root(&leaves));
		ShownRecord {
			block: H256([1; 32]),
			index,
			record: records[index as usize].clone(),
			leaf: *proof.leaf,
			root: proof.root,
			proof: proof.proof,
			leaves: 3,
		}
	}

	#[test]
	fn a_record_proves_itself_against_the_root_of_its_block() {
		for index in 0..3 {
			let shown = shown(index);
			shown.verify(shown.root).unwrap();
		}
	}

	#[test]
	fn nothing_forged_passes() {
		let honest = shown(1);
		let forged = [
			ShownRecord { record: record("task.finished"), ..honest.clone() },
			ShownRecord {
				leaf: KeccakHasher::hash(&record("task.finished")),
				record: record("task.finished"),
				..honest.clone()
			},
			ShownRecord { index: 0, ..honest.clone() },
			ShownRecord { index: 7, ..honest.clone() },
			ShownRecord { leaves: 0, ..honest.clone() },
			ShownRecord { proof: Vec::new(), ..honest.clone() },
			ShownRecord { root: H256([5; 32]), ..honest.clone() },
		];
		for shown in forged {
			assert!(matches!(shown.verify(honest.root), Err(Error::Forged(_))), "{shown:?}");
		}
	}

	#[test]
	fn a_record_reads_as_words() {
		let entry = shown(1).entry().unwrap();
		assert_eq!((entry.category, entry.subject), ("performance", "task"));
		assert_eq!((entry.subject_id.as_str(), entry.action.as_str()), ("3", "task.placed"));
	}

	#[test]
	fn what_a_node_answers_reads_back() {
		let honest = shown(2);
		let json = serde_json::to_string(&honest).unwrap();
		assert_eq!(serde_json::from_str::<ShownRecord>(&json).unwrap(), honest);
	}
}
