//! What the pallet tells of.

use frame_support::pallet_macros::pallet_section;

/// The events, for the pallet to import.
#[pallet_section]
mod events {
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
			/// On what terms.
			kind: Kind,
			/// From when on it can start, where others have to make room first.
			usable_from: Option<Timestamp>,
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
		/// A lease has another size.
		LeaseResized {
			/// The lease.
			lease: LeaseId,
			/// What it reserved before.
			old: Resources,
			/// What it reserves now.
			new: Resources,
			/// What it costs per second from now on.
			rate: Rate,
		},
		/// A lease lasts longer.
		LeaseExtended {
			/// The lease.
			lease: LeaseId,
			/// By how much.
			seconds: Seconds,
			/// How many more seconds can be billed now.
			left: Seconds,
			/// What it costs per second from now on.
			rate: Rate,
		},
		/// A side of a lease proposes another rate.
		LeaseRateProposed {
			/// The lease.
			lease: LeaseId,
			/// Who.
			by: Side,
			/// The rate.
			rate: Rate,
		},
		/// The sides of a lease agreed on another rate.
		LeaseRateSet {
			/// The lease.
			lease: LeaseId,
			/// What it cost per second before.
			old: Rate,
			/// What it costs from now on.
			new: Rate,
		},
		/// An owner offers a lease to somebody else.
		LeaseOffered {
			/// The lease.
			lease: LeaseId,
			/// To whom; `None` for nobody any more.
			to: Option<T::AccountId>,
		},
		/// A lease passed to another owner, and has another number.
		LeaseTransferred {
			/// The lease as it was.
			old: LeaseId,
			/// The lease as it is.
			new: LeaseId,
			/// Who owns it now.
			owner: T::AccountId,
		},
		/// A spot lease was given notice, because the room is wanted at the full price.
		LeaseReclaimed {
			/// The lease.
			lease: LeaseId,
			/// Who sells.
			provider: T::AccountId,
			/// When it ends.
			until: Timestamp,
		},
		/// Providers may bid for an order.
		AuctionOpened {
			/// The auction.
			auction: AuctionId,
			/// Who asks.
			owner: T::AccountId,
			/// For what.
			order: OrderOf<T>,
			/// When the best bid wins.
			ends: Timestamp,
		},
		/// A provider bade.
		BidPlaced {
			/// The auction.
			auction: AuctionId,
			/// Who.
			provider: T::AccountId,
			/// Out of which offer.
			offer: OfferId,
			/// For how much per second.
			rate: Rate,
			/// When the best bid wins, which is put off by a bid that comes late.
			ends: Timestamp,
		},
		/// An auction ended, and every deposit is back.
		AuctionClosed {
			/// The auction.
			auction: AuctionId,
			/// How.
			outcome: Outcome<T::AccountId>,
		},
	}
}
