//! What this node serves over JSON-RPC beyond the methods that come with every Substrate node.

pub mod audit;
pub mod tradewind;

use crate::service::{FullBackend, FullClient, FullPool, FullSelectChain};
use jsonrpsee::RpcModule;
use sc_client_api::Backend;
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_rpc::SubscriptionTaskExecutor;
use sp_keystore::KeystorePtr;
use std::sync::Arc;
use tradewind_runtime::{opaque::Block, BlockNumber, Hash};

/// What the methods need.
pub struct Deps {
	/// The client.
	pub client: Arc<FullClient>,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// The transaction pool.
	pub pool: Arc<FullPool>,
	/// How the best chain is chosen.
	pub select_chain: FullSelectChain,
	/// The node's keys.
	pub keystore: KeystorePtr,
	/// The specification the node was started with.
	pub chain_spec: Box<dyn sc_chain_spec::ChainSpec>,
	/// Answers questions about epochs.
	pub babe_worker: BabeWorkerHandle<Block>,
	/// What the finality methods need.
	pub grandpa: GrandpaDeps,
}

/// What the finality methods need.
pub struct GrandpaDeps {
	/// How voting goes.
	pub shared_voter_state: SharedVoterState,
	/// Who votes.
	pub shared_authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// Where justifications come from.
	pub justification_stream: GrandpaJustificationStream<Block>,
	/// Proves that a block is final.
	pub finality_provider: Arc<FinalityProofProvider<FullBackend, Block>>,
	/// Runs subscriptions.
	pub executor: SubscriptionTaskExecutor,
}

/// All methods of this node.
pub fn create(
	deps: Deps,
) -> Result<RpcModule<()>, Box<dyn std::error::Error + Send + Sync + 'static>> {
	use mmr_rpc::{Mmr, MmrApiServer};
	use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
	use sc_consensus_babe_rpc::{Babe, BabeApiServer};
	use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
	use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
	use substrate_frame_rpc_system::{System, SystemApiServer};
	use tradewind::{Tradewind, TradewindApiServer};

	let Deps { client, backend, pool, select_chain, keystore, chain_spec, babe_worker, grandpa } =
		deps;
	let offchain = backend.offchain_storage().ok_or("The database keeps no offchain storage.")?;

	let mut module = RpcModule::new(());
	module.merge(System::new(client.clone(), pool).into_rpc())?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
	module
		.merge(Babe::new(client.clone(), babe_worker.clone(), keystore, select_chain).into_rpc())?;
	module.merge(
		Grandpa::new(
			grandpa.executor,
			grandpa.shared_authority_set.clone(),
			grandpa.shared_voter_state,
			grandpa.justification_stream,
			grandpa.finality_provider,
		)
		.into_rpc(),
	)?;
	module.merge(
		SyncState::new(chain_spec, client.clone(), grandpa.shared_authority_set, babe_worker)?
			.into_rpc(),
	)?;
	module.merge(Mmr::new(client.clone(), offchain.clone()).into_rpc())?;
	module.merge(Tradewind::new(client, backend, offchain).into_rpc())?;
	Ok(module)
}
