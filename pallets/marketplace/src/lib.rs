#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod auctions;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
pub mod bids;
mod book;
mod changes;
mod classes;
pub mod directory;
mod errors;
mod events;
mod hooks;
pub mod index;
#[cfg(any(test, feature = "try-runtime"))]
mod invariants;
mod leases;
pub mod matching;
#[cfg(test)]
mod mock;
mod offers;
pub mod pricing;
mod quotes;
mod seams;
pub mod search;
pub mod spot;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;
pub mod worth;

pub use bids::{Auction, AuctionView, Bid, Outcome};
pub use directory::Summary;
pub use hooks::Due;
pub use index::{Gauge, Index, Policy, Portion, Sample, Volume};
pub use matching::WhyNot;
pub use pallet::*;
pub use terms::{Pricing, Reservation, Spot, Terms};
pub use types::{
	Access, Allowed, Answer, Class, ClassName, Kind, Lease, LeaseView, Leaving, Listing, Market,
	Offer, Order, Place, Proposal, Quote, Rates, Side, SpotLease, SpotList, Spread, Wanted,
	MAX_ALLOWED, MAX_COUNT, MAX_NAME, MAX_OFFERS, MAX_SAMPLES,
};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::{book::Book, hooks::PageSize as AgendaPageSize, offers::NewOffer, *};
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::fungible, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use tradewind_primitives::{
		traits, AssetId, AuctionId, Balance, ClassId, Clock, CloseReason, LeaseBill, LeaseId,
		OfferId, Payees, Rate, Region, Resources, Seconds, TabId, TierId, Timestamp, UnitPrices,
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
	/// What is kept with the stream of a lease.
	pub type LeaseOf<T> = Lease<AccountIdOf<T>>;
	/// What somebody orders.
	pub type OrderOf<T> = Order<AccountIdOf<T>>;
	/// The record of an auction.
	pub type AuctionOf<T> = Auction<AccountIdOf<T>>;
	/// The market of a class.
	pub type MarketOf<T> = Market<<T as Config>::MaxPages>;
	/// A page of the book of a class.
	pub type PageOf<T> = BoundedVec<ListingOf<T>, <T as Config>::PageSize>;

	/// What the pallet needs of the chain.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The native token, of which deposits are held.
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

		/// The money that leases move. What there is to a lease lies with its stream.
		type Streams: traits::Streams<Self::AccountId, Memo = LeaseOf<Self>>;

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

		/// What is held of an owner for an auction, until it ends.
		#[pallet::constant]
		type AuctionDeposit: Get<Balance>;

		/// What is held besides for each byte of an allow-list or of an order.
		#[pallet::constant]
		type ByteDeposit: Get<Balance>;

		/// What is held of a bidder for a bid, until it is beaten or the auction ends.
		#[pallet::constant]
		type BidDeposit: Get<Balance>;

		/// How the index of a class moves until governance decides otherwise.
		type DefaultIndex: Get<Policy>;

		/// How many offers a page holds: 4 to 255.
		#[pallet::constant]
		type PageSize: Get<u32>;

		/// How many pages a class may have.
		#[pallet::constant]
		type MaxPages: Get<u32>;

		/// After how many pages, the most promising first, a placement makes do with the best that it
		/// has found.
		#[pallet::constant]
		type EnoughReads: Get<u32>;

		/// How many pages a placement reads while it has found nothing that can be had.
		#[pallet::constant]
		type MaxReads: Get<u32>;

		/// How many providers a placement may ask before it gives up for now; and how many
		/// allow-lists it may read.
		#[pallet::constant]
		type MaxProbes: Get<u32>;

		/// The weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The classes.
	#[pallet::storage]
	pub type Classes<T: Config> = StorageMap<_, Twox64Concat, ClassId, Class, OptionQuery>;

	/// The market of each class: its index, and what is known of its pages.
	#[pallet::storage]
	pub type Markets<T: Config> = StorageMap<_, Twox64Concat, ClassId, MarketOf<T>, OptionQuery>;

	/// The pages of each class: its offers, of which those of like prices lie together.
	// Both numbers count up from 0 and are nobody's choice, so their keys need no hash.
	#[pallet::storage]
	pub type Pages<T: Config> =
		StorageDoubleMap<_, Identity, ClassId, Identity, u32, PageOf<T>, ValueQuery>;

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

	/// Where the offers of each provider are listed.
	#[pallet::storage]
	pub type OffersOf<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<Place, ConstU32<MAX_OFFERS>>,
		ValueQuery,
	>;

	/// The accounts for which the restricted offers are kept.
	#[pallet::storage]
	pub type AllowLists<T: Config> =
		StorageMap<_, Twox64Concat, OfferId, Allowed<AccountIdOf<T>>, ValueQuery>;

	/// The spot leases of each offer that can be taken back, oldest first.
	#[pallet::storage]
	pub type SpotLeases<T: Config> = StorageMap<_, Twox64Concat, OfferId, SpotList, ValueQuery>;

	/// The auctions, until they end.
	#[pallet::storage]
	pub type Auctions<T: Config> =
		StorageMap<_, Twox64Concat, AuctionId, AuctionOf<T>, OptionQuery>;

	/// The id of the next auction.
	#[pallet::storage]
	pub type NextAuctionId<T: Config> = StorageValue<_, AuctionId, ValueQuery>;

	/// The agenda, by bucket and page.
	#[pallet::storage]
	pub type AgendaPages<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		u64,
		Twox64Concat,
		u32,
		BoundedVec<Due, AgendaPageSize>,
		ValueQuery,
	>;

	/// The last page of each bucket of the agenda that has more than one.
	#[pallet::storage]
	pub type AgendaLastPage<T: Config> = StorageMap<_, Twox64Concat, u64, u32, ValueQuery>;

	/// The bucket at which the agenda goes on. Read in every block.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type AgendaNextBucket<T: Config> = StorageValue<_, u64, ValueQuery>;

	/// What money is held for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The storage of an offer and its allow-list; back when the offer is removed.
		#[codec(index = 0)]
		Offer,
		/// An auction and its order; back when it ends.
		#[codec(index = 1)]
		Auction,
		/// A bid; back when it is beaten or the auction ends.
		#[codec(index = 2)]
		Bid,
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
		/// Ends leases whose time or notice is over, and auctions. Takes at most a tenth of the block.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::drain_agenda(meter);
		}

		fn integrity_test() {
			assert!(
				T::WeightInfo::agenda_bucket()
					.saturating_add(Self::item_weight())
					.all_lte(Self::agenda_budget()),
				"a tenth of a block must hold one item of the agenda"
			);
			assert!(
				(4..=255).contains(&T::PageSize::get()) && T::MaxPages::get() > 0,
				"pages that cannot be halved, or whose offers a byte cannot count"
			);
			assert!(T::MaxReads::get() > 0, "a placement that reads nothing finds nothing");
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

		/// Opens leases on the best offers there are, all or none.
		///
		/// - `origin`: the owner of the account, or a delegate.
		/// - `tab`: the account that pays.
		/// - `order`: what each of them has to be.
		/// - `count`: how many, 1 to [`MAX_COUNT`].
		/// - `spread`: how they are to lie.
		///
		/// What looking for them did not weigh is given back. Emits [`Event::LeaseOpened`] for each.
		#[pallet::call_index(10)]
		#[pallet::weight(Pallet::<T>::open_leases_weight(*count))]
		pub fn open_leases(
			origin: OriginFor<T>,
			tab: TabId,
			order: OrderOf<T>,
			count: u8,
			spread: Spread,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let weight = Self::do_open_leases(&who, tab, order, count, spread)?;
			Ok(Some(weight).into())
		}

		/// Says that what was leased can be used: from now on it is billed.
		///
		/// - `origin`: the provider or its agent.
		/// - `lease`: the lease; not one that a task holds.
		///
		/// Emits [`Event::LeaseStarted`].
		#[pallet::call_index(11)]
		pub fn start_lease(origin: OriginFor<T>, lease: LeaseId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_start_lease(&who, lease)
		}

		/// Ends a lease and says why. An owner who ends a reserved lease pays what was agreed of the
		/// rest of its term, unless the provider is down; a provider who ends any lease owes what its
		/// service level says.
		///
		/// - `origin`: either side: who may manage the account that pays, the provider or its agent.
		///   Who is on both is taken for the owner.
		/// - `lease`: the lease; not one that a task holds.
		/// - `reason`: an owner's `Cancelled`, `Unfit`, or `StartMissed` when the provider is late; a
		///   provider's `ProviderFailed`, `ProviderLeft` or `Misuse`.
		///
		/// Emits [`Event::LeaseClosed`].
		#[pallet::call_index(12)]
		pub fn close_lease(
			origin: OriginFor<T>,
			lease: LeaseId,
			reason: CloseReason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_lease(&who, lease, reason)
		}

		/// Changes what a lease reserves, within the room that its offer has. What it keeps stays at
		/// its price, in proportion; what it gets besides costs what the offer asks now, and has to be
		/// on offer to the caller for the time that is left. A reserved lease can only grow.
		///
		/// - `origin`: who may manage the account that pays.
		/// - `lease`: the lease; not one that a task holds.
		/// - `needs`: what it is to reserve.
		/// - `max_rate`: the most that it may cost per second then.
		///
		/// Emits [`Event::LeaseResized`].
		#[pallet::call_index(13)]
		pub fn resize_lease(
			origin: OriginFor<T>,
			lease: LeaseId,
			needs: Resources,
			max_rate: Rate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resize_lease(&who, lease, needs, max_rate)
		}

		/// Lets a lease last longer. What is left of it then has to be on offer to the caller, and
		/// neither too short nor too long. The time that is added costs what the offer asks now; from
		/// now on one rate covers both.
		///
		/// - `origin`: who may manage the account that pays.
		/// - `lease`: the lease; not one that a task holds.
		/// - `seconds`: by how much.
		/// - `max_rate`: the most that it may cost per second then.
		///
		/// Emits [`Event::LeaseExtended`].
		#[pallet::call_index(14)]
		pub fn extend_lease(
			origin: OriginFor<T>,
			lease: LeaseId,
			seconds: Seconds,
			max_rate: Rate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_extend_lease(&who, lease, seconds, max_rate)
		}

		/// Proposes another rate for a lease, or agrees to the one that the other side has proposed,
		/// from when on it is billed. A proposal is for the lease as it is: whatever is changed of the
		/// lease voids it.
		///
		/// - `origin`: either side, as for [`Self::close_lease`].
		/// - `lease`: the lease; not one that a task holds.
		/// - `rate`: planck per second, above 0.
		///
		/// Emits [`Event::LeaseRateProposed`] or [`Event::LeaseRateSet`].
		#[pallet::call_index(15)]
		pub fn set_lease_rate(origin: OriginFor<T>, lease: LeaseId, rate: Rate) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_lease_rate(&who, lease, rate)
		}

		/// Offers a lease to somebody else, or to nobody any more.
		///
		/// - `origin`: who may manage the account that pays.
		/// - `lease`: the lease; not one that a task holds.
		/// - `to`: who may take it over with [`Self::accept_lease`].
		///
		/// Emits [`Event::LeaseOffered`].
		#[pallet::call_index(16)]
		pub fn offer_lease(
			origin: OriginFor<T>,
			lease: LeaseId,
			to: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer_lease(&who, lease, to)
		}

		/// Takes a lease over, with all that is left of it, at its rate. It is settled for its old
		/// owner and gets another number.
		///
		/// - `origin`: to whom it was offered.
		/// - `lease`: the lease.
		/// - `tab`: the account that pays from now on, in the same asset.
		/// - `max_cost`: the most that all that is left of it may cost.
		///
		/// Emits [`Event::LeaseClosed`] for the old owner and [`Event::LeaseTransferred`].
		#[pallet::call_index(17)]
		pub fn accept_lease(
			origin: OriginFor<T>,
			lease: LeaseId,
			tab: TabId,
			max_cost: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_lease(&who, lease, tab, max_cost)
		}

		/// Lets providers bid for an order. At the end the best bid wins by itself, and every deposit
		/// comes back.
		///
		/// - `origin`: who may manage the account.
		/// - `tab`: the account that will pay.
		/// - `order`: what is asked for; its `max_rate` is the most that may be bid.
		/// - `seconds`: how long bids are taken, from a minute to a week.
		///
		/// Emits [`Event::AuctionOpened`].
		#[pallet::call_index(18)]
		pub fn open_auction(
			origin: OriginFor<T>,
			tab: TabId,
			order: OrderOf<T>,
			seconds: Seconds,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_auction(who, tab, order, seconds)
		}

		/// Bids for an order, or better than before. The best eight bids are kept, one of each
		/// provider; who is beaten has the deposit back at once. A bid that takes the lead shortly
		/// before the end puts it off a little.
		///
		/// - `origin`: a provider or its agent, of whom the deposit is held.
		/// - `auction`: the auction.
		/// - `offer`: the offer out of which the order would be served.
		/// - `rate`: planck per second for all of it.
		///
		/// Emits [`Event::BidPlaced`].
		#[pallet::call_index(19)]
		#[pallet::weight(Pallet::<T>::bid_weight())]
		pub fn bid(
			origin: OriginFor<T>,
			auction: AuctionId,
			offer: OfferId,
			rate: Rate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_bid(who, auction, offer, rate)
		}

		/// Calls an auction off for which nobody has bid.
		///
		/// - `origin`: who opened it.
		/// - `auction`: the auction.
		///
		/// Emits [`Event::AuctionClosed`].
		#[pallet::call_index(20)]
		pub fn cancel_auction(origin: OriginFor<T>, auction: AuctionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_auction(&who, auction)
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
			Book::<T>::open(class).ok().map(|book| book.market.index)
		}

		/// The history of the index of a class, oldest first, and how it stands at this moment.
		pub fn index_history(class: ClassId) -> Vec<Sample> {
			Self::do_index_history(class)
		}

		/// An open lease. `None` when there is none of this number.
		pub fn lease(lease: LeaseId) -> Option<LeaseView<T::AccountId>> {
			Self::do_lease(lease)
		}

		/// An auction that has not ended, with its bids as they would win at this moment.
		pub fn auction(auction: AuctionId) -> Option<AuctionView<T::AccountId>> {
			Self::do_auction(auction)
		}
	}
}
