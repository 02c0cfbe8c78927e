//! The Tradewind chain: which pallets it is made of and how they are wired.
//!
//! - [`constants`]: time and currency.
//! - [`configs`]: one file per theme: system, consensus, fees, governance, market.
//! - [`apis`]: what the node may ask of the runtime.
//! - [`genesis`]: the presets `development`, `local` and `production`.

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]
// The macros that compose a runtime write public items that no hand can document.
#![allow(missing_docs)]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod constants;
pub mod genesis;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
#[cfg(feature = "std")]
pub use apis::RuntimeApi;
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;
pub use tradewind_primitives::Balance;

/// The number of a block.
pub type BlockNumber = u32;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// A hash.
pub type Hash = sp_core::H256;
/// A signature by any of the three schemes.
pub type Signature = MultiSignature;
/// An account, known by its public key.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// How a call names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// A block header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// What is checked and charged around a call.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);
/// An extrinsic as it is gossiped.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// Executes blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// What the node needs to know without knowing the calls.
pub mod opaque {
	use alloc::vec::Vec;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;
	use sp_runtime::{generic, impl_opaque_keys, traits::BlakeTwo256};

	/// A header.
	pub type Header = generic::Header<super::BlockNumber, BlakeTwo256>;
	/// A block whose extrinsics are bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;

	impl_opaque_keys! {
		/// The keys a validator signs with.
		pub struct SessionKeys {
			/// Block authoring.
			pub babe: crate::Babe,
			/// Finality.
			pub grandpa: crate::Grandpa,
			/// Being found by the other validators.
			pub authority_discovery: crate::AuthorityDiscovery,
		}
	}
}

/// Which runtime this is.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: alloc::borrow::Cow::Borrowed("tradewind"),
	impl_name: alloc::borrow::Cow::Borrowed("tradewind"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// System.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(3)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(4)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(5)]
	pub type Identity = pallet_identity;
	#[runtime::pallet_index(6)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(7)]
	pub type Scheduler = pallet_scheduler;
	// No preset but `development` names a key for it, and without a key it does nothing.
	#[runtime::pallet_index(8)]
	pub type Sudo = pallet_sudo;

	// Money, before Staking, whose genesis bonds what Balances endowed.
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(12)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(13)]
	pub type AssetsHolder = pallet_assets_holder;

	// Consensus. BABE before all that asks for the slot; Authorship before all that pays authors;
	// Offences before Staking's sessions end.
	#[runtime::pallet_index(20)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(21)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(22)]
	pub type Staking = pallet_staking;
	#[runtime::pallet_index(23)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(24)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(25)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(26)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(27)]
	pub type AuthorityDiscovery = pallet_authority_discovery;
	#[runtime::pallet_index(28)]
	pub type VoterList = pallet_bags_list<Instance1>;
	// Before Audit, whose records of the parent block go into this block's leaf.
	#[runtime::pallet_index(29)]
	pub type Mmr = pallet_mmr;

	// Governance.
	#[runtime::pallet_index(30)]
	pub type Treasury = pallet_treasury;
	#[runtime::pallet_index(31)]
	pub type ConvictionVoting = pallet_conviction_voting;
	#[runtime::pallet_index(32)]
	pub type Referenda = pallet_referenda;

	// Ours.
	#[runtime::pallet_index(50)]
	pub type Providers = pallet_tradewind_providers;
	#[runtime::pallet_index(51)]
	pub type Marketplace = pallet_tradewind_marketplace;
	#[runtime::pallet_index(52)]
	pub type Tasks = pallet_tradewind_tasks;
	#[runtime::pallet_index(53)]
	pub type Billing = pallet_tradewind_billing;
	#[runtime::pallet_index(54)]
	pub type Sla = pallet_tradewind_sla;
	#[runtime::pallet_index(55)]
	pub type Audit = pallet_tradewind_audit;
}

/// The metadata that clients are generated from: the newest version there is.
#[cfg(feature = "std")]
pub fn metadata_for_clients() -> Vec<u8> {
	let version = Runtime::metadata_versions().into_iter().filter(|v| *v < 100).max();
	let metadata = version.and_then(Runtime::metadata_at_version);
	metadata.map(|metadata| (*metadata).clone()).unwrap_or_default()
}
