#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod impls;
pub mod index;
#[cfg(any(test, feature = "try-runtime"))]
mod invariants;
pub mod matching;
#[cfg(test)]
mod mock;
mod offers;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;
pub mod worth;

pub use index::{Gauge, Index, Policy, Sample};
pub use matching::WhyNot;
pub use pallet::*;
pub use terms::{Pricing, Terms};
pub use types::{
	Access, Allowed, Answer, Class, ClassName, Lease, Listing, Offer, Quote, Rates, Wanted,
	MAX_ALLOWED, MAX_NAME, MAX_OFFERS, MAX_SAMPLES,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{offers::NewOffer, *};
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::fungible};
	use frame_system::pallet_prelude::*;
	use tradewind_primitives::{
		traits, AssetId, Balance, ClassId, Clock, CloseReason, LeaseBill, LeaseId, OfferId, Payees,
		Rate, Region, Resources, TierId, UnitPrices,
	};

	/// The marketplace.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// An account of the chain.
	pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
	/// The record of an offer.
	pub type OfferOf<T> = Offer<AccountIdOf<T>>;
	/// The listing of an offer.
	pub type ListingOf<T> = Listing<AccountIdOf<T>>;
	/// The record of a lease.
	pub type LeaseOf<T> = Lease<AccountIdOf<T>>;
	/// The listings of a class.
	pub type BookOf<T> = BoundedVec<ListingOf<T>, <T as Config>::MaxListings>;

	/// What the pallet needs of the chain.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The native token, of which the deposit of an offer is held.
		type Native: fungible::MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The reasons for which the chain holds money.
		type RuntimeHoldReason: From<HoldReason>;

		/// Who registers classes.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Tells who sells and takes work.
		type ProviderDirectory: traits::ProviderDirectory<Self::AccountId>;

		/// Knows how well providers have served, and is told how leases end.
		type Reputation: traits::Reputation<Self::AccountId>;

		/// The service levels that leases are sold with.
		type Coverage: traits::Coverage<Self::AccountId>;

		/// The money that leases move.
		type Streams: traits::Streams<Self::AccountId>;

		/// Told by its reference when a lease has run out of money, so that what it is for ends
		/// with it.
		type Holder: traits::Ending;

		/// Takes the audit records.
		type Audit: traits::AuditLog<Self::AccountId>;

		/// The time.
		type Clock: Clock;

		/// What is held of a provider for each offer, until the offer is removed.
		#[pallet::constant]
		type OfferDeposit: Get<Balance>;

		/// What is held besides for each account of an allow-list.
		#[pallet::constant]
		type AllowedDeposit: Get<Balance>;

		/// How the index of a class moves until governance decides otherwise.
		type DefaultIndex: Get<Policy>;

		/// How many offers a class may list.
		#[pallet::constant]
		type MaxListings: Get<u32>;

		/// How many providers a placement may ask, cheapest first, before it gives up for now; and
		/// how many allow-lists it may read.
		#[pallet::constant]
		type MaxProbes: Get<u32>;

		/// The weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The classes.
	#[pallet::storage]
	pub type Classes<T: Config> = StorageMap<_, Twox64Concat, ClassId, Class, OptionQuery>;

	/// The index of each class.
	#[pallet::storage]
	pub type Indices<T: Config> = StorageMap<_, Twox64Concat, ClassId, Index, OptionQuery>;

	/// The history of each index, oldest first: a sample at its first touch in every hour.
	#[pallet::storage]
	pub type Histories<T: Config> =
		StorageMap<_, Twox64Concat, ClassId, BoundedVec<Sample, ConstU32<MAX_SAMPLES>>, ValueQuery>;

	/// The id of the next class.
	#[pallet::storage]
	pub type NextClassId<T: Config> = StorageValue<_, ClassId, ValueQuery>;

	/// The offers, until they are withdrawn and their last lease is closed.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Twox64Concat, OfferId, OfferOf<T>, OptionQuery>;

	/// The id of the next offer.
	#[pallet::storage]
	pub type NextOfferId<T: Config> = StorageValue<_, OfferId, ValueQuery>;

	/// What is on offer in each class, in no order.
	#[pallet::storage]
	pub type Books<T: Config> = StorageMap<_, Twox64Concat, ClassId, BookOf<T>, ValueQuery>;

	/// The offers of each provider.
	#[pallet::storage]
	pub type OffersOf<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<OfferId, ConstU32<MAX_OFFERS>>,
		ValueQuery,
	>;

	/// The accounts for which the restricted offers are kept.
	#[pallet::storage]
	pub type AllowLists<T: Config> =
		StorageMap<_, Twox64Concat, OfferId, Allowed<AccountIdOf<T>>, ValueQuery>;

	/// The open leases.
	#[pallet::storage]
	pub type Leases<T: Config> = StorageMap<_, Twox64Concat, LeaseId, LeaseOf<T>, OptionQuery>;

	/// The id of the next lease.
	#[pallet::storage]
	pub type NextLeaseId<T: Config> = StorageValue<_, LeaseId, ValueQuery>;

	/// What money is held for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The storage of an offer and its allow-list; back when the offer is removed.
		#[codec(index = 0)]
		Offer,
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A class was registered.
		ClassRegistered {
			/// The class.
			class: ClassId,
			/// Its name.
			name: ClassName,
		},
		/// An offer was made.
		OfferCreated {
			/// The offer.
			offer: OfferId,
			/// Who sells.
			provider: T::AccountId,
			/// What kind of hardware.
			class: ClassId,
			/// With what service level.
			tier: TierId,
			/// In what asset.
			asset: AssetId,
			/// How much.
			capacity: Resources,
			/// For how much.
			prices: UnitPrices,
			/// On what other terms.
			terms: Terms,
		},
		/// An offer asks other prices of new leases.
		PricesSet {
			/// The offer.
			offer: OfferId,
			/// What it asked before.
			old: UnitPrices,
			/// What it asks now.
			new: UnitPrices,
		},
		/// An offer holds another capacity.
		CapacitySet {
			/// The offer.
			offer: OfferId,
			/// What it held before.
			old: Resources,
			/// What it holds now.
			new: Resources,
		},
		/// The index of a class moves by another policy.
		IndexSet {
			/// The class.
			class: ClassId,
			/// How it moved before.
			old: Policy,
			/// How it moves now.
			new: Policy,
		},
		/// An offer is on other terms for new leases.
		TermsSet {
			/// The offer.
			offer: OfferId,
			/// The terms before.
			old: Terms,
			/// The terms now.
			new: Terms,
		},
		/// An offer is kept for others.
		AccessSet {
			/// The offer.
			offer: OfferId,
			/// For how many accounts; `None` for everybody.
			allowed: Option<u32>,
		},
		/// An offer takes no new leases for now.
		OfferPaused {
			/// The offer.
			offer: OfferId,
		},
		/// A paused offer takes leases again.
		OfferResumed {
			/// The offer.
			offer: OfferId,
		},
		/// An offer takes no new leases.
		OfferWithdrawn {
			/// The offer.
			offer: OfferId,
			/// How many leases still run on it.
			leases: u32,
		},
		/// A withdrawn offer without leases was removed.
		OfferRemoved {
			/// The offer.
			offer: OfferId,
			/// Whose it was.
			provider: T::AccountId,
			/// What was given back.
			deposit: Balance,
		},
		/// Resources were reserved.
		LeaseOpened {
			/// The lease.
			lease: LeaseId,
			/// Who buys.
			owner: T::AccountId,
			/// Who sells.
			provider: T::AccountId,
			/// Out of which offer.
			offer: OfferId,
			/// The locked price.
			rate: Rate,
		},
		/// The provider began, and the lease is billed from now on.
		LeaseStarted {
			/// The lease.
			lease: LeaseId,
		},
		/// A lease ended.
		LeaseClosed {
			/// The lease.
			lease: LeaseId,
			/// Who sold.
			provider: T::AccountId,
			/// Why it ended.
			reason: CloseReason,
			/// What it came to.
			bill: LeaseBill,
		},
	}

	/// What can go wrong.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such class.
		UnknownClass,
		/// There is no such service level.
		UnknownTier,
		/// There is no such billing account.
		UnknownTab,
		/// There is no such offer.
		UnknownOffer,
		/// There is no such lease.
		UnknownLease,
		/// The account is no provider, or none of the candidates is one.
		UnknownProvider,
		/// The provider has retired, or all candidates that ever were providers have.
		ProviderGone,
		/// The provider takes no new work, so it cannot offer any.
		NotActive,
		/// The offer belongs to someone else.
		NotOwner,
		/// A class has to have a name.
		NoName,
		/// Every price of the offer is zero.
		NoPrice,
		/// The capacity of the offer is zero.
		NoCapacity,
		/// The shares of the payees are not all above zero, or do not add up to one.
		SharesDoNotAddUp,
		/// The class lists as many offers as it can.
		BookFull,
		/// The provider has as many offers as it may.
		TooManyOffers,
		/// The offer is withdrawn and cannot be changed.
		Withdrawn,
		/// More of the offer is leased than the capacity that was to be set.
		BelowLeased,
		/// The request needs nothing.
		NothingAsked,
		/// The request is for no time at all.
		NoTimeAsked,
		/// What is asked for is sold, but not in the asset of the billing account.
		AssetMismatch,
		/// Every candidate of the request is excluded by it.
		NoCandidateLeft,
		/// The lease has started already.
		AlreadyStarted,
		/// Leases of the provider are open.
		LeasesRunning,
		/// There are no ids left.
		IdsExhausted,
		/// The target of the index is none or all, its slope is none or too steep, or its bounds
		/// are out of order, zero or too high.
		BadPolicy,
		/// The bounds of an indexed price are out of order, zero or too high.
		BadPricing,
		/// The region is not visible ASCII.
		BadRegion,
		/// No lease is both long and short enough for the offer.
		BadTerm,
		/// The offer runs nothing.
		NoRuntime,
		/// What all of the offer costs is more than a number can say.
		Overpriced,
		/// The offer is paused already.
		AlreadyPaused,
		/// The offer is not paused.
		NotPaused,
	}

	/// What the chain begins with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The names of the classes, which are numbered from 0 in this order.
		pub classes: Vec<Vec<u8>>,
		/// Offers to everybody at fixed prices in the native asset: provider, class, service level,
		/// capacity, prices, region. The provider is the only payee.
		pub offers: Vec<(T::AccountId, ClassId, TierId, Resources, UnitPrices, Vec<u8>)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for name in &self.classes {
				let name = ClassName::try_from(name.clone())
					.expect("the name of a class in the genesis is too long");
				Pallet::<T>::add_class(name).expect("a class of the genesis is refused");
			}
			for (provider, class, tier, capacity, prices, region) in self.offers.clone() {
				let region = Region::try_from(region)
					.expect("the region of an offer in the genesis is too long");
				// The tier is not looked up: the service levels may be built after the offers.
				Pallet::<T>::add_genesis_offer(provider, class, tier, capacity, prices, region)
					.expect("an offer of the genesis is refused");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxListings::get() > 0, "a class that lists nothing sells nothing");
			assert!(T::DefaultIndex::get().is_sound(), "an index that cannot move both ways");
			assert!(T::MaxProbes::get() > 0, "a placement that asks nobody finds nobody");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Registers a class of hardware.
		///
		/// - `origin`: [`Config::AdminOrigin`].
		/// - `name`: what it is called; not empty.
		///
		/// Emits [`Event::ClassRegistered`].
		#[pallet::call_index(0)]
		pub fn register_class(origin: OriginFor<T>, name: ClassName) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_register_class(name)
		}

		/// Offers capacity. A deposit is held until the offer is removed.
		///
		/// - `origin`: an active provider.
		/// - `class`: what kind of hardware.
		/// - `tier`: with what service level.
		/// - `asset`: in what asset the prices are, and the collateral that backs the leases.
		/// - `capacity`: how much.
		/// - `prices`: what a unit costs per second.
		/// - `payees`: who receives what is earned; empty when the provider does.
		/// - `terms`: the other terms.
		/// - `access`: who may lease from it.
		///
		/// Emits [`Event::OfferCreated`].
		#[pallet::call_index(1)]
		pub fn create_offer(
			origin: OriginFor<T>,
			class: ClassId,
			tier: TierId,
			asset: AssetId,
			capacity: Resources,
			prices: UnitPrices,
			payees: Payees<T::AccountId>,
			terms: Terms,
			access: Access<T::AccountId>,
		) -> DispatchResult {
			let provider = ensure_signed(origin)?;
			Self::do_create_offer(NewOffer {
				provider,
				class,
				tier,
				asset,
				capacity,
				prices,
				payees,
				terms,
				access,
			})
		}

		/// Asks other prices of new leases. Running leases keep their rate.
		///
		/// - `origin`: the provider.
		/// - `offer`: the offer.
		/// - `prices`: what a unit costs per second from now on.
		///
		/// Emits [`Event::PricesSet`].
		#[pallet::call_index(2)]
		pub fn set_prices(
			origin: OriginFor<T>,
			offer: OfferId,
			prices: UnitPrices,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_prices(who, offer, prices)
		}

		/// Changes what an offer holds in all.
		///
		/// - `origin`: the provider.
		/// - `offer`: the offer.
		/// - `capacity`: what it holds from now on; never less than is leased.
		///
		/// Emits [`Event::CapacitySet`].
		#[pallet::call_index(3)]
		pub fn set_capacity(
			origin: OriginFor<T>,
			offer: OfferId,
			capacity: Resources,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_capacity(who, offer, capacity)
		}

		/// Takes an offer off the market. Running leases keep their terms; the offer is removed,
		/// and its deposit given back, with the last of them or at once when there is none.
		///
		/// - `origin`: the provider.
		/// - `offer`: the offer.
		///
		/// Emits [`Event::OfferWithdrawn`] and, when nothing runs on it, [`Event::OfferRemoved`].
		#[pallet::call_index(4)]
		pub fn withdraw_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_offer(who, offer)
		}

		/// Sets how the index of a class moves. Its level is taken into the new bounds.
		///
		/// - `origin`: [`Config::AdminOrigin`].
		/// - `class`: the class.
		/// - `policy`: how it is to move.
		///
		/// Emits [`Event::IndexSet`].
		#[pallet::call_index(5)]
		pub fn set_index(origin: OriginFor<T>, class: ClassId, policy: Policy) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_index(class, policy)
		}

		/// Sets the terms of new leases besides the prices. Running leases keep theirs.
		///
		/// - `origin`: the provider.
		/// - `offer`: the offer.
		/// - `terms`: how its prices move, where it stands, for how long it is, what it runs.
		///
		/// Emits [`Event::TermsSet`].
		#[pallet::call_index(6)]
		pub fn set_terms(origin: OriginFor<T>, offer: OfferId, terms: Terms) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_terms(who, offer, terms)
		}

		/// Sets who may open new leases. For each account of a list a deposit is held.
		///
		/// - `origin`: the provider.
		/// - `offer`: the offer.
		/// - `access`: who may.
		///
		/// Emits [`Event::AccessSet`].
		#[pallet::call_index(7)]
		pub fn set_access(
			origin: OriginFor<T>,
			offer: OfferId,
			access: Access<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_access(who, offer, access)
		}

		/// Takes no new leases on an offer until it is resumed.
		///
		/// - `origin`: the provider.
		/// - `offer`: the offer.
		///
		/// Emits [`Event::OfferPaused`].
		#[pallet::call_index(8)]
		pub fn pause_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_pause_offer(who, offer)
		}

		/// Takes new leases on a paused offer again.
		///
		/// - `origin`: the provider.
		/// - `offer`: the offer.
		///
		/// Emits [`Event::OfferResumed`].
		#[pallet::call_index(9)]
		pub fn resume_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume_offer(who, offer)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What each offer of a class would cost at this moment, and why it cannot be had. Whether
		/// a provider's collateral covers a lease is known only when one is opened. `None` when
		/// there is no such class.
		pub fn quote(class: ClassId, wanted: Wanted<T::AccountId>) -> Option<Quote<T::AccountId>> {
			Self::do_quote(class, &wanted)
		}

		/// The index of a class as it stands at this moment.
		pub fn index_of(class: ClassId) -> Option<Index> {
			Self::touched(class).ok().map(|(index, _)| index)
		}

		/// The history of the index of a class, oldest first, and how it stands at this moment.
		pub fn index_history(class: ClassId) -> Vec<Sample> {
			Self::do_index_history(class)
		}
	}
}
