//! Signing, submitting, and waiting for what became of it.

use crate::{
	config::TradewindConfig,
	connection::{BlockRef, Client},
	error::{Error, Result},
	hints, AccountId, Signer,
};
use subxt::{
	client::OnlineClientAtBlockImpl,
	config::DefaultExtrinsicParamsBuilder,
	events::DecodeAsEvent,
	extrinsics::ExtrinsicEvents,
	tx::{Payload, TransactionInBlock, TransactionProgress, TransactionStatus},
	utils::H256,
};

/// For how many blocks a signed transaction stays valid.
const MORTALITY: u64 = 64;

/// How far behind the best block the block may lie on which a transaction is anchored, when
/// finality is late. A fork that is deeper would void the transaction.
const ANCHOR_DEPTH: u64 = 16;

/// How often a transaction is signed anew when another one of the same key came first.
const ATTEMPTS: u32 = 3;

/// How long to wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Until {
	/// Until the transaction is in a block of the best chain.
	#[default]
	InBlock,
	/// Until that block can never be undone.
	Finalized,
}

/// A transaction that is in a block and succeeded.
#[derive(Debug)]
pub struct Included {
	/// The block.
	pub block: BlockRef,
	/// The hash of the transaction.
	pub extrinsic: H256,
	call: String,
	events: ExtrinsicEvents<TradewindConfig>,
}

impl Included {
	/// The first event of type `E`, if the call emitted one.
	pub fn find<E: DecodeAsEvent>(&self) -> Result<Option<E>> {
		let event = self.events.find_first::<E>().transpose();
		event.map_err(|error| Error::Incompatible(error.to_string()))
	}

	/// All events of type `E` that the call emitted, in order.
	pub fn all<E: DecodeAsEvent>(&self) -> Result<Vec<E>> {
		let unread = |error: subxt::error::EventsError| Error::Incompatible(error.to_string());
		self.events.find::<E>().map(|event| event.map_err(unread)).collect()
	}

	/// The first event of type `E`, which the call must have emitted.
	pub fn event<E: DecodeAsEvent>(&self) -> Result<E> {
		let missing = || Error::Incompatible(format!("{} did not say what it did", self.call));
		self.find()?.ok_or_else(missing)
	}
}

impl Client {
	/// Signs `call`, submits it and waits until it is in a block of the best chain. What the chain
	/// refuses is an error.
	pub async fn submit<C: Payload>(&self, signer: &Signer, call: &C) -> Result<Included> {
		self.submit_until(signer, call, Until::InBlock).await
	}

	/// Signs `call`, submits it and waits.
	pub async fn submit_until<C: Payload>(
		&self,
		signer: &Signer,
		call: &C,
		until: Until,
	) -> Result<Included> {
		let name = format!("{}::{}", call.pallet_name(), call.call_name());
		let mut attempt = 1;
		loop {
			let result = self.submit_once(signer, call, &name, until).await;
			match &result {
				Err(Error::NotAccepted { reason, .. })
					if attempt < ATTEMPTS && hints::is_race(reason) =>
				{
					tracing::debug!(target: "client::tx", %name, %reason, "signing again");
					attempt += 1;
				},
				_ => return result,
			}
		}
	}

	async fn submit_once<C: Payload>(
		&self,
		signer: &Signer,
		call: &C,
		name: &str,
		until: Until,
	) -> Result<Included> {
		let url = self.url();
		let (progress, metadata) = {
			let _submitting = self.shared.submitting.lock().await;
			let state = self.state().await?;
			let nonce = self.next_nonce(&signer.account()).await?;
			let anchor = self.anchor(state.block().number).await?;
			let params = DefaultExtrinsicParamsBuilder::<TradewindConfig>::new()
				.nonce(nonce)
				.mortal_from_unchecked(MORTALITY, anchor.number, anchor.hash)
				.build();
			let transaction = state
				.at
				.tx()
				.create_signable_offline(call, params)
				.and_then(|mut signable| signable.sign(signer))
				.map_err(|error| Error::submission(url, name, error))?;
			let progress = transaction
				.submit_and_watch()
				.await
				.map_err(|error| Error::submission(url, name, error))?;
			(progress, state.at.metadata())
		};
		tracing::debug!(target: "client::tx", call = name, hash = ?progress.extrinsic_hash(), "sent");
		let in_block = self.watch(progress, name, until).await?;
		let events = in_block
			.wait_for_success()
			.await
			.map_err(|error| Error::execution(url, name, &metadata, error))?;
		let hash = in_block.block_hash();
		let number = self.block_number(Some(hash)).await?;
		Ok(Included {
			block: BlockRef { number, hash },
			extrinsic: in_block.extrinsic_hash(),
			call: name.to_owned(),
			events,
		})
	}

	async fn watch(
		&self,
		mut progress: TransactionProgress<
			TradewindConfig,
			OnlineClientAtBlockImpl<TradewindConfig>,
		>,
		name: &str,
		until: Until,
	) -> Result<TransactionInBlock<TradewindConfig, OnlineClientAtBlockImpl<TradewindConfig>>> {
		let not_accepted = |reason: String| Error::NotAccepted { call: name.to_owned(), reason };
		while let Some(status) = progress.next().await {
			match status.map_err(|error| Error::read(self.url(), error))? {
				TransactionStatus::InBestBlock(block) if until == Until::InBlock => {
					return Ok(block)
				},
				TransactionStatus::InFinalizedBlock(block) => return Ok(block),
				TransactionStatus::Error { message }
				| TransactionStatus::Invalid { message }
				| TransactionStatus::Dropped { message } => return Err(not_accepted(message)),
				TransactionStatus::InBestBlock(_)
				| TransactionStatus::Validated
				| TransactionStatus::Broadcasted
				| TransactionStatus::NoLongerInBestBlock => {},
			}
		}
		Err(Error::Unreachable {
			url: self.url().to_owned(),
			reason: format!("the connection was lost while waiting for {name}"),
		})
	}

	/// The nonce for the next transaction of an account, what waits in the pool included.
	pub async fn next_nonce(&self, account: &AccountId) -> Result<u64> {
		self.shared
			.methods
			.system_account_next_index(account)
			.await
			.map_err(|error| Error::rpc(self.url(), &error))
	}

	/// The block on which a transaction is anchored: the last finalized one, which no fork can
	/// void, unless finality is late.
	async fn anchor(&self, best: u64) -> Result<BlockRef> {
		let hash = self.finalized_hash().await?;
		let number = self.block_number(Some(hash)).await?;
		let oldest = best.saturating_sub(ANCHOR_DEPTH);
		if number >= oldest {
			return Ok(BlockRef { number, hash });
		}
		let hash = self.block_hash(Some(oldest)).await?;
		let hash = hash.ok_or_else(|| Error::Node(format!("it does not know block {oldest}")))?;
		Ok(BlockRef { number: oldest, hash })
	}
}

#[cfg(test)]
pub(crate) mod tests {
	use super::*;
	use crate::chain;
	use codec::Decode;
	use subxt::{
		client::{OfflineClient, OfflineClientAtBlock},
		config::{substrate::SpecVersionForRange, SubstrateConfig},
		Metadata,
	};

	/// The chain as `metadata.scale` describes it, without a node.
	pub(crate) fn offline() -> OfflineClientAtBlock<TradewindConfig> {
		let metadata = Metadata::decode(&mut &include_bytes!("../metadata.scale")[..]).unwrap();
		let versions = SpecVersionForRange {
			block_range: 0..u64::MAX,
			spec_version: 1,
			transaction_version: 1,
		};
		let config = SubstrateConfig::builder()
			.set_genesis_hash(H256([1; 32]))
			.set_spec_version_for_block_ranges([versions])
			.set_metadata_for_spec_versions([(1, metadata.into())])
			.build();
		OfflineClient::new_with_config(TradewindConfig::known(config)).at_block(0u64).unwrap()
	}

	fn signed(call: &impl Payload) -> Vec<u8> {
		let params = DefaultExtrinsicParamsBuilder::<TradewindConfig>::new()
			.nonce(7)
			.mortal_from_unchecked(MORTALITY, 100, H256([2; 32]))
			.build();
		let signer = Signer::dev("alice").unwrap();
		let transactions = offline().tx();
		let mut signable = transactions.create_signable_offline(call, params).unwrap();
		signable.sign(&signer).unwrap().into_encoded()
	}

	#[test]
	fn every_extension_of_the_chain_can_be_signed() {
		let transaction = signed(&chain::tx().system().remark(b"hello".to_vec()));
		assert!(transaction.ends_with(b"hello"));
	}

	#[test]
	fn a_payload_ends_its_transaction() {
		use crate::{tasks::TaskSpec, Rate, Resources, TabId};
		let spec = TaskSpec {
			tab: TabId(1),
			class: Default::default(),
			tier: Default::default(),
			needs: Resources::default(),
			max_rate: Rate(5),
			max_seconds: 60,
			prepaid: true,
			candidates: vec![AccountId([3; 32])],
			max_attempts: 1,
			place_within: 0,
			result_key: [4; 32],
			spot: false,
			filters: Default::default(),
		};
		let payload: Vec<u8> = (0..100_000u32).map(|n| n as u8).collect();
		let hash = H256(crate::seal::payload_hash(&payload));
		let data = crate::convert::bounded("it", &payload, payload.len()).unwrap();
		let call = chain::tx().tasks().submit(spec.write().unwrap(), hash, data);
		let transaction = signed(&call);
		assert!(transaction.ends_with(&payload));
		assert!(transaction.len() < payload.len() + 600);
	}
}
