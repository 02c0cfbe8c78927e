#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod proof;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod hooks;
mod impls;
#[cfg(any(test, feature = "try-runtime"))]
mod invariants;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use proof::{body_key, leaf_of, leaves_key, prove, root, verify, RecordProof};
pub use weights::WeightInfo;

/// The longest note of an attestation, in bytes.
pub const MAX_NOTE: u32 = 64;

// Macro output around the calls cannot be documented or shortened by hand.
#[allow(missing_docs)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use tradewind_primitives::Clock;

	/// The in-code storage version.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What an attestation says of its digest.
	pub type Note = BoundedVec<u8, ConstU32<MAX_NOTE>>;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from its runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Where the time is read.
		type Clock: Clock;

		/// How many records a block holds. Choose it so that no block can fill it.
		#[pallet::constant]
		type MaxRecords: Get<u32>;

		/// What the calls and hooks weigh.
		type WeightInfo: WeightInfo;
	}

	/// The leaves of this block's records, in the order in which they were written.
	#[pallet::storage]
	pub type Leaves<T: Config> = StorageValue<_, BoundedVec<H256, T::MaxRecords>, ValueQuery>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A record was written.
		Recorded {
			/// Its place in the block.
			index: u32,
			/// Its leaf.
			leaf: H256,
		},
		/// A record found no room in this block: its body is kept, but nothing proves it.
		Full {
			/// Its leaf.
			leaf: H256,
		},
		/// Someone vouched for something outside the chain.
		Attested {
			/// Who.
			who: T::AccountId,
			/// The digest of what it is about.
			digest: H256,
			/// What is said of it.
			note: Note,
		},
	}

	/// What may be wrong.
	#[pallet::error]
	pub enum Error<T> {
		/// This block holds as many records as it may; try again in the next one.
		TooManyRecords,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::turn_page()
		}

		fn integrity_test() {
			assert!(T::MaxRecords::get() > 0, "a log needs room for at least one record");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Vouch for something outside the chain: a report, a certificate, a document.
		///
		/// - `origin`: signed by anyone.
		/// - `digest`: the digest of what it is about.
		/// - `note`: what is said of it.
		///
		/// Emits [`Event::Recorded`] and [`Event::Attested`].
		#[pallet::call_index(0)]
		pub fn attest(origin: OriginFor<T>, digest: H256, note: Note) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest(who, digest, note)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The root of the records of this block.
		pub fn root_of_block() -> H256 {
			Self::block_root()
		}

		/// The proof of the record with this number in this block.
		pub fn proof_in_block(index: u32) -> Option<RecordProof> {
			let leaves: Vec<H256> = Leaves::<T>::get().into_inner();
			prove(&leaves, index)
		}
	}
}
