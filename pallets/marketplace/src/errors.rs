//! What the pallet refuses, and why.

use frame_support::pallet_macros::pallet_section;

/// The errors, for the pallet to import.
#[pallet_section]
mod errors {
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
		/// The provider takes no new work, so it cannot offer any, nor add to a lease.
		NotActive,
		/// The offer or the auction is somebody else's, or the caller may not manage the account that
		/// pays for the lease.
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
		/// More of the offer is leased than the capacity that was to be set, or is still used by spot
		/// leases that are being taken back.
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
		/// A discount gives everything away, or the notice of spot leases is too long.
		BadDiscount,
		/// The bounds of an indexed price are out of order, zero or too high.
		BadPricing,
		/// The region or the model is not visible ASCII.
		BadName,
		/// No lease is both long and short enough for the offer; what is left of the lease is not, to
		/// which something is to be added; or bids are taken for too short or too long a time.
		BadTerm,
		/// The offer runs nothing.
		NoRuntime,
		/// What all of the offer costs is more than a number can say.
		Overpriced,
		/// The offer is paused already.
		AlreadyPaused,
		/// The offer is not paused.
		NotPaused,
		/// Nothing on offer serves the order at the moment. Ask for less or elsewhere, pay more, or
		/// open an auction.
		NoOffer,
		/// One order opens 1 to 16 leases.
		BadCount,
		/// The order avoids as many regions as it may.
		TooManyRegions,
		/// A task or something else holds the lease. Change or end that.
		Held,
		/// The caller is on neither side of the lease.
		NotParty,
		/// Only the provider or its agent may do this.
		NotProvider,
		/// Others have to make room first, or the time in which the provider has to begin is not
		/// over.
		TooEarly,
		/// The caller's side cannot end a lease for this reason.
		BadReason,
		/// The lease is being taken back.
		BeingReclaimed,
		/// Less than that is free of the offer, or it is not free yet of its old use.
		NoRoom,
		/// It would cost more than the caller would pay.
		TooDear,
		/// A reserved lease is promised in full; it can only grow.
		TermIsPromised,
		/// The offer is paused: it takes on nothing more.
		Paused,
		/// The offer is not leased on the terms of the lease any more: not for less, for a higher
		/// forfeit, or with a shorter notice.
		OtherKind,
		/// The offer is kept for others.
		NotAllowed,
		/// The lease is not offered to the caller.
		NotOffered,
		/// There is no such auction. Those that have ended are gone.
		UnknownAuction,
		/// The time for bids, or that of the lease, is over.
		TooLate,
		/// The offer is of another class than the auction asks for.
		OtherClass,
		/// The offer cannot serve the order at the moment.
		Unsuitable(WhyNot),
		/// The bid does not count for less than the one that it would take the place of: the provider's
		/// own, or the worst of eight.
		NotBetter,
		/// Somebody has bid: the auction goes on to its end.
		BidsStand,
	}
}
