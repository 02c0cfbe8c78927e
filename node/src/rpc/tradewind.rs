//! The `tradewind_` methods: what only a node can tell.

use super::audit::{self, AuditRecord, Missing};
use crate::service::{FullBackend, FullClient};
use codec::Decode;
use jsonrpsee::{
	proc_macros::rpc,
	types::{ErrorObject, ErrorObjectOwned},
};
use pallet_tradewind_audit::Leaves;
use sc_client_api::{Backend, BlockBackend, HeaderBackend, StorageKey, StorageProvider};
use serde::{Deserialize, Serialize};
use sp_core::{Bytes, H256};
use std::{fmt, sync::Arc};
use tradewind_runtime::{
	opaque::{Block, Header},
	BlockNumber, Hash, Runtime,
};

/// A block, by number on the best chain or by hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum BlockRef {
	/// By number.
	Number(BlockNumber),
	/// By hash.
	Hash(Hash),
}

impl fmt::Display for BlockRef {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Number(number) => write!(f, "{number}"),
			Self::Hash(hash) => write!(f, "{hash:?}"),
		}
	}
}

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// No such block here.
	#[error("This node does not know block {0}.")]
	UnknownBlock(BlockRef),
	/// No such record in the block.
	#[error("Block {block} has {count} audit records; there is no record {index}.")]
	UnknownRecord {
		/// The block.
		block: BlockRef,
		/// The index asked for.
		index: u32,
		/// How many records the block has.
		count: u32,
	},
	/// The record exists, but not on this node.
	#[error(
		"This node does not keep record {index} of block {block}: it took the block over without \
		 executing it, or ran without offchain indexing."
	)]
	BodyMissing {
		/// The block.
		block: BlockRef,
		/// The index asked for.
		index: u32,
	},
	/// The state is gone, and no list was filed.
	#[error(
		"This node has pruned the state of block {0} and filed no audit records of it: there were \
		 none, or it never executed the block with offchain indexing on."
	)]
	Pruned(BlockRef),
	/// What was read is not what the runtime writes.
	#[error("The audit leaves of block {0} do not decode.")]
	Undecodable(BlockRef),
	/// The database failed.
	#[error(transparent)]
	Client(#[from] sp_blockchain::Error),
}

/// Error codes are `BASE` and up.
const BASE: i32 = 11_000;

impl From<Error> for ErrorObjectOwned {
	fn from(error: Error) -> Self {
		let code = BASE
			+ match error {
				Error::UnknownBlock(_) => 1,
				Error::UnknownRecord { .. } => 2,
				Error::BodyMissing { .. } => 3,
				Error::Pruned(_) => 4,
				Error::Undecodable(_) => 5,
				Error::Client(_) => 0,
			};
		ErrorObject::owned(code, error.to_string(), None::<()>)
	}
}

/// The `tradewind_` methods.
#[rpc(server, namespace = "tradewind")]
pub trait TradewindApi {
	/// The data that a block's extrinsic indexed under its BLAKE2b-256 hash, such as the encrypted
	/// payload of a task; `null` when this node has none.
	#[method(name = "payload", blocking)]
	fn payload(&self, hash: H256) -> Result<Option<Bytes>, Error>;

	/// An audit record with the proof that it is in its block.
	#[method(name = "auditRecord", blocking)]
	fn audit_record(&self, block: BlockRef, index: u32) -> Result<AuditRecord, Error>;
}

type OffchainStorage = <FullBackend as Backend<Block>>::OffchainStorage;

/// Answers the `tradewind_` methods.
pub struct Tradewind {
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	offchain: OffchainStorage,
}

impl Tradewind {
	/// Answers from this client and its database.
	pub fn new(
		client: Arc<FullClient>,
		backend: Arc<FullBackend>,
		offchain: OffchainStorage,
	) -> Self {
		Self { client, backend, offchain }
	}

	fn header(&self, block: BlockRef) -> Result<(Hash, Header), Error> {
		let hash = match block {
			BlockRef::Hash(hash) => Some(hash),
			BlockRef::Number(number) => self.client.hash(number)?,
		};
		let hash = hash.ok_or(Error::UnknownBlock(block))?;
		let header = self.client.header(hash)?.ok_or(Error::UnknownBlock(block))?;
		Ok((hash, header))
	}

	/// The leaves of a block. Its child files them; until then they are in the state.
	fn leaves(&self, block: BlockRef, hash: Hash, header: &Header) -> Result<Vec<H256>, Error> {
		if !self.backend.have_state_at(hash, header.number) {
			return audit::filed_leaves(&self.offchain, hash).ok_or(Error::Pruned(block));
		}
		let key = StorageKey(Leaves::<Runtime>::hashed_key().to_vec());
		match self.client.storage(hash, &key)? {
			Some(leaves) => Vec::decode(&mut &leaves.0[..]).map_err(|_| Error::Undecodable(block)),
			None => Ok(Vec::new()),
		}
	}
}

impl TradewindApiServer for Tradewind {
	fn payload(&self, hash: H256) -> Result<Option<Bytes>, Error> {
		Ok(self.client.indexed_transaction(hash)?.map(Bytes))
	}

	fn audit_record(&self, block: BlockRef, index: u32) -> Result<AuditRecord, Error> {
		let (hash, header) = self.header(block)?;
		let leaves = self.leaves(block, hash, &header)?;
		audit::record(&self.offchain, hash, &leaves, index).map_err(|missing| match missing {
			Missing::Record => Error::UnknownRecord { block, index, count: leaves.len() as u32 },
			Missing::Body => Error::BodyMissing { block, index },
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_block_is_named_by_number_or_hash() {
		let parse = |json: &str| serde_json::from_str::<BlockRef>(json).ok();
		let hash = H256::repeat_byte(0xab);
		assert_eq!(parse("7"), Some(BlockRef::Number(7)));
		assert_eq!(parse(&format!("\"{hash:?}\"")), Some(BlockRef::Hash(hash)));
		assert_eq!(parse("-1"), None);
		assert_eq!(parse("\"0xab\""), None);
	}

	#[test]
	fn errors_say_which_block_and_index() {
		let error = Error::UnknownRecord { block: BlockRef::Number(7), index: 3, count: 2 };
		let object = ErrorObjectOwned::from(error);
		assert_eq!(object.code(), BASE + 2);
		assert_eq!(object.message(), "Block 7 has 2 audit records; there is no record 3.");
	}
}
