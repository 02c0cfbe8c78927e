#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod credit;
mod hooks;
mod impls;
#[cfg(any(test, feature = "try-runtime"))]
mod invariants;
pub mod maintenance;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod types;
pub mod uptime;
pub mod weights;

pub use credit::Breach;
pub use maintenance::Window;
pub use pallet::*;
pub use types::{Check, Debt, Statement, Tier};
pub use uptime::Uptime;
pub use weights::WeightInfo;

#[frame_support::pallet]
#[allow(missing_docs)] // What the macros expand to; every item below is documented.
pub mod pallet {
	use super::*;
	use alloc::{vec, vec::Vec};
	use frame_support::{pallet_prelude::*, traits::ConstU32, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use tradewind_primitives::{
		traits::{AuditLog, Collateral, Credits, OnOutage},
		AssetId, Balance, Clock, LeaseId, Seconds, TabId, TierId, Timestamp,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Where the time comes from.
		type Clock: Clock;

		/// Locks and seizes what providers put up.
		type Collateral: Collateral<Self::AccountId>;

		/// Takes credits in for the accounts of customers.
		type Credits: Credits<Self::AccountId>;

		/// Told when a provider has been silent for longer than [`Config::OutageAfter`].
		type OnOutage: OnOutage<Self::AccountId>;

		/// Takes the records of verdicts.
		type Audit: AuditLog<Self::AccountId>;

		/// Who sets and removes tiers.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// For how many seconds a sign of life holds good.
		#[pallet::constant]
		type Grace: Get<Seconds>;

		/// For how many seconds after its last sign of life a provider is waited for before its
		/// silence is declared an outage. Longer than [`Config::Grace`].
		#[pallet::constant]
		type OutageAfter: Get<Seconds>;

		/// How many seconds beforehand maintenance has to be announced. Longer than
		/// [`Config::OutageAfter`].
		#[pallet::constant]
		type MaintenanceNotice: Get<Seconds>;

		/// How many seconds of maintenance a provider may announce at once.
		#[pallet::constant]
		type MaintenanceAllowance: Get<Seconds>;

		/// In how many seconds the whole allowance grows back.
		#[pallet::constant]
		type MaintenancePeriod: Get<Seconds>;

		/// Weights of calls and hooks.
		type WeightInfo: WeightInfo;

		/// Registers a provider to run a benchmark with.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkProviders: tradewind_primitives::traits::ProviderDirectory<Self::AccountId>;

		/// Opens an account to run a benchmark with.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkAccounts: tradewind_primitives::traits::Streams<Self::AccountId>;
	}

	/// The service levels on offer.
	#[pallet::storage]
	pub type Tiers<T: Config> = StorageMap<_, Twox64Concat, TierId, Tier, OptionQuery>;

	/// The signs of life of every enrolled provider.
	#[pallet::storage]
	pub type Uptimes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Uptime, OptionQuery>;

	/// Credits that could not be paid when their lease closed.
	#[pallet::storage]
	pub type Debts<T: Config> =
		StorageMap<_, Twox64Concat, LeaseId, Debt<T::AccountId>, OptionQuery>;

	/// The agenda's pages by bucket and page number.
	#[pallet::storage]
	pub type AgendaPages<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		u64,
		Twox64Concat,
		u32,
		BoundedVec<Check<T::AccountId>, ConstU32<{ types::PAGE_SIZE }>>,
		ValueQuery,
	>;

	/// The number of the last page of a bucket of the agenda.
	#[pallet::storage]
	pub type AgendaLastPage<T: Config> = StorageMap<_, Twox64Concat, u64, u32, ValueQuery>;

	/// The first bucket of the agenda that may still hold entries. Read in every block.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type AgendaNextBucket<T: Config> = StorageValue<_, u64, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A tier was set. Leases that are open keep what they were promised.
		TierSet {
			/// Which.
			id: TierId,
			/// What it promises from now on.
			tier: Tier,
		},
		/// A tier was removed. Leases that are open keep what they were promised.
		TierRemoved {
			/// Which.
			id: TierId,
		},
		/// A provider was silent for longer than the chain waits.
		OutageDeclared {
			/// Whose outage.
			provider: T::AccountId,
			/// The first second of downtime.
			since: Timestamp,
		},
		/// A provider whose outage was declared is back.
		OutageEnded {
			/// Whose outage.
			provider: T::AccountId,
			/// How long it was down.
			seconds: Seconds,
		},
		/// A provider may be down for a while without breaking a promise.
		MaintenanceAnnounced {
			/// Which.
			provider: T::AccountId,
			/// The first second.
			from: Timestamp,
			/// The first second after it.
			until: Timestamp,
			/// How many seconds it may still announce.
			left: Seconds,
		},
		/// Maintenance was called off.
		MaintenanceCancelled {
			/// Whose.
			provider: T::AccountId,
			/// When it would have begun.
			from: Timestamp,
			/// The first second after it.
			until: Timestamp,
		},
		/// A customer was paid for a broken promise.
		Credited {
			/// The lease.
			lease: LeaseId,
			/// Whose collateral paid.
			provider: T::AccountId,
			/// The billing account that was paid.
			tab: TabId,
			/// In what asset.
			asset: AssetId,
			/// How much.
			amount: Balance,
			/// Which promise was broken.
			breach: Breach,
		},
		/// A credit is owed but could not be paid. Its collateral stays locked.
		CreditDeferred {
			/// The lease.
			lease: LeaseId,
			/// Who owes it.
			provider: T::AccountId,
			/// The billing account that is owed.
			tab: TabId,
			/// In what asset.
			asset: AssetId,
			/// How much.
			amount: Balance,
			/// Which promise was broken.
			breach: Breach,
			/// What kept it from being paid.
			error: DispatchError,
		},
		/// A credit could not be paid for as long as debts are kept. Its collateral is free again.
		CreditDropped {
			/// The lease.
			lease: LeaseId,
			/// Who owed it.
			provider: T::AccountId,
			/// How much.
			amount: Balance,
			/// What kept it from being paid to the last.
			error: DispatchError,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such tier.
		UnknownTier,
		/// A tier needs a name.
		Unnamed,
		/// A tier has to leave the provider time to start.
		NoTimeToStart,
		/// The tier's collateral does not cover the larger of its credits.
		Undercollateralised,
		/// The provider is not enrolled.
		NotEnrolled,
		/// No credit of this lease is outstanding.
		NothingOwed,
		/// The provider has given a sign of life in this very second. Heartbeats are free; a flood
		/// of them is not.
		AlreadyBeat,
		/// Maintenance has to be announced longer beforehand.
		ShortNotice,
		/// Maintenance has to last for a second at least.
		NoTimeAnnounced,
		/// The maintenance would last longer than is left of the allowance, which grows back.
		AllowanceUsed,
		/// The maintenance that was announced last is not over.
		AlreadyAnnounced,
		/// No maintenance is announced that has not begun.
		NotAnnounced,
		/// The maintenance begins too soon to be called off.
		TooLate,
	}

	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The first tiers.
		pub tiers: Vec<(TierId, Tier)>,
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { tiers: vec![(TierId(0), Tier::standard())], _config: Default::default() }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (id, tier) in &self.tiers {
				assert!(
					Pallet::<T>::ensure_sound(tier).is_ok(),
					"a tier of the genesis has no name, no time to start or too little collateral"
				);
				Tiers::<T>::insert(id, tier);
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::drain_agenda(meter);
		}

		fn integrity_test() {
			assert!(T::Grace::get() > 0, "a sign of life has to hold good for a while");
			assert!(
				T::OutageAfter::get() > T::Grace::get(),
				"an outage cannot be declared while the last sign of life holds good"
			);
			assert!(
				T::MaintenanceNotice::get() > T::OutageAfter::get(),
				"a check that is queued must not have to come earlier"
			);
			let least = T::WeightInfo::agenda_base()
				.saturating_add(T::WeightInfo::agenda_bucket())
				.saturating_add(Self::check_weight());
			assert!(Self::agenda_budget().all_gte(least), "a block has to fit at least one check");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Sets a tier, new or old. Leases that are open keep what they were promised.
		///
		/// - `origin`: [`Config::AdminOrigin`].
		/// - `id`: which tier.
		/// - `tier`: what it promises.
		///
		/// Emits [`Event::TierSet`].
		#[pallet::call_index(0)]
		pub fn set_tier(origin: OriginFor<T>, id: TierId, tier: Tier) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_tier(id, tier)
		}

		/// Removes a tier, so that no lease can be opened in it any more.
		///
		/// - `origin`: [`Config::AdminOrigin`].
		/// - `id`: which tier.
		///
		/// Emits [`Event::TierRemoved`].
		#[pallet::call_index(1)]
		pub fn remove_tier(origin: OriginFor<T>, id: TierId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_remove_tier(id)
		}

		/// Tries once more to pay a credit that could not be paid when its lease closed. When that
		/// fails and the debt is older than [`types::DEBT_LIFE`], it is dropped and its collateral
		/// goes free.
		///
		/// - `origin`: signed by anyone.
		/// - `lease`: the lease that was closed.
		///
		/// Fails with whatever keeps the credit from being paid. Emits [`Event::Credited`] or
		/// [`Event::CreditDropped`].
		#[pallet::call_index(2)]
		pub fn collect(origin: OriginFor<T>, lease: LeaseId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_collect(&who, lease)
		}

		/// Announces maintenance. The provider's downtime in it is not billed, as ever, but it
		/// breaks no promise of availability and is not declared an outage before it is over.
		/// Deadlines of tasks do not wait for it: who has jobs to run drains first.
		///
		/// - `origin`: signed by the provider, with its own account.
		/// - `from`: the first second; at least [`Config::MaintenanceNotice`] seconds ahead.
		/// - `seconds`: how long; no more than is left of [`Config::MaintenanceAllowance`], of which
		///   a whole one grows back in [`Config::MaintenancePeriod`].
		///
		/// Emits [`Event::MaintenanceAnnounced`].
		#[pallet::call_index(3)]
		pub fn announce_maintenance(
			origin: OriginFor<T>,
			from: Timestamp,
			seconds: Seconds,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_announce_maintenance(who, from, seconds)
		}

		/// Calls off maintenance that has not begun, and gives its seconds back.
		///
		/// - `origin`: signed by the provider, with its own account, more than
		///   [`Config::OutageAfter`] seconds before it begins.
		///
		/// Emits [`Event::MaintenanceCancelled`].
		#[pallet::call_index(4)]
		pub fn cancel_maintenance(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_maintenance(who)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What a tier promises.
		pub fn tier(id: TierId) -> Option<Tier> {
			Tiers::<T>::get(id)
		}

		/// How a provider has been doing up to now.
		pub fn statement(provider: T::AccountId) -> Option<Statement> {
			Self::state(&provider)
		}

		/// What is still owed for a closed lease.
		pub fn debt(lease: LeaseId) -> Option<Debt<T::AccountId>> {
			Debts::<T>::get(lease)
		}
	}
}
