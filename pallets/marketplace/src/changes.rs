//! What the sides of a lease change while it is open: its size, its length, its price, its owner.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	book::Book,
	leases::Kept,
	pallet::*,
	pricing::{blended, resized},
	types::{Kind, Lease, Listing, Proposal, Side},
};
use frame_support::{ensure, traits::DefensiveOption};
use sp_runtime::{DispatchResult, FixedU128, Perbill};
use tradewind_primitives::{
	traits::{AuditLog, Coverage, ProviderDirectory, Streams},
	Balance, Category, Clock, CloseReason, LeaseId, LeaseKind, OfferId, ProviderStatus, Rate,
	Resources, Seconds, StreamTerms, Subject, TabId,
};

impl<T: Config> Pallet<T> {
	/// A lease for which `who` may speak as its owner, and that nobody takes back.
	fn owned(who: &T::AccountId, id: LeaseId) -> Result<Kept<T>, Error<T>> {
		let kept = Self::own(id)?;
		let is_owner = T::Streams::ensure_manager(kept.terms.tab, who).is_ok();
		ensure!(is_owner, Error::<T>::NotOwner);
		ensure!(kept.memo.reclaimed.is_none(), Error::<T>::BeingReclaimed);
		Ok(kept)
	}

	/// Fails unless `who` could lease from an offer anew, on the terms of a lease of it that has so
	/// long to go, or on better ones. What is added to a lease is sold like anything else.
	fn ensure_on_offer(
		who: &T::AccountId,
		listing: &ListingOf<T>,
		kind: Kind,
		left: Seconds,
	) -> Result<(), Error<T>> {
		let Listing { offer, provider, terms, .. } = listing;
		let status = T::ProviderDirectory::status(provider);
		ensure!(status.is_some_and(ProviderStatus::accepts_work), Error::<T>::NotActive);
		ensure!(!listing.paused, Error::<T>::Paused);
		Self::ensure_allowed(who, *offer)?;
		let is_offered = match (kind, terms.reserved, terms.spot) {
			(Kind::OnDemand, ..) => true,
			(Kind::Reserved { forfeit }, Some(offered), _) => offered.forfeit <= forfeit,
			(Kind::Spot { notice }, _, Some(offered)) => offered.notice >= notice,
			_ => false,
		};
		ensure!(is_offered, Error::<T>::OtherKind);
		let lengths = terms.shortest(kind.plain())..=terms.max_seconds;
		ensure!(lengths.contains(&left), Error::<T>::BadTerm);
		Ok(())
	}

	/// Fails unless an offer is for everybody or `who` is on its list.
	fn ensure_allowed(who: &T::AccountId, offer: OfferId) -> Result<(), Error<T>> {
		let is_allowed = AllowLists::<T>::try_get(offer).map_or(true, |list| list.contains(who));
		ensure!(is_allowed, Error::<T>::NotAllowed);
		Ok(())
	}

	/// Lets a lease flow at another rate for so many more seconds, as far as `who` may commit that,
	/// and covers it. What was proposed for the lease as it was is void.
	fn adjust(
		who: &T::AccountId,
		id: LeaseId,
		kept: &mut Kept<T>,
		rate: Rate,
		left: Seconds,
	) -> DispatchResult {
		let asset = T::Streams::asset(kept.terms.tab).defensive_ok_or(Error::<T>::UnknownTab)?;
		let cap = rate.amount(left).and_then(|rest| kept.amount.checked_add(rest));
		let cap = cap.ok_or(Error::<T>::Overpriced)?;
		T::Streams::adjust(Some(who), id.into(), rate, cap)?;
		let lease = &mut kept.memo;
		lease.proposal = None;
		T::Coverage::adjust(&lease.provider, &asset, &mut lease.cover, cap)?;
		(kept.terms.rate, kept.terms.cap, kept.left) = (rate, cap, left);
		Ok(())
	}

	/// Keeps what was changed of a lease, and has its end looked at when that is now.
	fn keep(id: LeaseId, kept: Kept<T>) -> DispatchResult {
		if kept.started.is_some() {
			let end = T::Clock::now().plus(kept.left);
			return Self::watch_end(id, kept.memo, end);
		}
		T::Streams::keep(id.into(), kept.memo)
	}

	pub(crate) fn do_resize_lease(
		who: &T::AccountId,
		id: LeaseId,
		new: Resources,
		max_rate: Rate,
	) -> DispatchResult {
		let mut kept = Self::owned(who, id)?;
		ensure!(!new.is_zero(), Error::<T>::NothingAsked);
		let Lease { provider, offer, needs: old, kind, .. } = kept.memo.clone();
		let (grows, shrinks) = (!new.fits(&old), !old.fits(&new));
		// The term of a reserved lease is promised for all of it.
		let promised = matches!(kind, Kind::Reserved { .. });
		ensure!(!(promised && shrinks), Error::<T>::TermIsPromised);
		let place = Self::place_of(&provider, offer)?;
		ensure!(!grows || place.page.is_some(), Error::<T>::Withdrawn);
		let level = Book::<T>::open(place.class)?.market.index.level;
		let now = T::Clock::now();
		let left = kept.left;
		let rate = Self::change_leased(&provider, offer, |listing| {
			if grows {
				Self::ensure_on_offer(who, listing, kind, left)?;
			}
			let room = listing.free.checked_add(&old).defensive_ok_or(Error::<T>::BelowLeased)?;
			listing.free = room.checked_sub(&new).ok_or(Error::<T>::NoRoom)?;
			// What others have still to leave cannot be had before they have.
			ensure!(!grows || listing.is_left(now), Error::<T>::NoRoom);
			if kind.plain() == LeaseKind::Spot {
				let rest = listing.spot.checked_sub(&old);
				let spot = rest.and_then(|rest| rest.checked_add(&new));
				listing.spot = spot.defensive_ok_or(Error::<T>::BelowLeased)?;
			}
			let rate = Self::rate_resized(listing, &kept, &new, level);
			rate.ok_or(Error::<T>::Overpriced.into())
		})?;
		ensure!(rate.0 > 0, Error::<T>::NoPrice);
		ensure!(rate <= max_rate, Error::<T>::TooDear);
		if kind.plain() == LeaseKind::Spot {
			Self::change_spot(offer, id, |spot| spot.needs = new)?;
		}
		Self::adjust(who, id, &mut kept, rate, left)?;
		kept.memo.needs = new;
		Self::keep(id, kept)?;
		Self::note(who, id, "lease.resized", &(id, old, new, rate));
		Self::deposit_event(Event::LeaseResized { lease: id, old, new, rate });
		Ok(())
	}

	/// What a lease costs that is to have `new`. What it is to have more is of its kind, too.
	fn rate_resized(
		listing: &ListingOf<T>,
		kept: &Kept<T>,
		new: &Resources,
		level: FixedU128,
	) -> Option<Rate> {
		let Listing { terms, prices, .. } = listing;
		let Lease { needs: old, kind, .. } = &kept.memo;
		let stays = old.least(new);
		let asked = |needs: &Resources| terms.pricing.rate(prices, needs, level);
		let more = if stays == *new {
			Rate(0)
		} else {
			let asked = |needs: &Resources| terms.rate(prices, needs, level, kind.plain());
			Rate(asked(new)?.0.saturating_sub(asked(&stays)?.0))
		};
		resized(kept.terms.rate, asked(old)?, asked(&stays)?, more)
	}

	pub(crate) fn do_extend_lease(
		who: &T::AccountId,
		id: LeaseId,
		seconds: Seconds,
		max_rate: Rate,
	) -> DispatchResult {
		let mut kept = Self::owned(who, id)?;
		ensure!(seconds > 0, Error::<T>::NoTimeAsked);
		let Lease { provider, offer, needs, kind, .. } = &kept.memo;
		let (class, page) = Self::place_on_sale(provider, *offer)?;
		let mut book = Book::<T>::open(class)?;
		let level = book.market.index.level;
		let listing = book.listing(page, *offer)?;
		let left = kept.left.checked_add(seconds).ok_or(Error::<T>::BadTerm)?;
		Self::ensure_on_offer(who, listing, *kind, left)?;
		let asked = listing.terms.rate(&listing.prices, needs, level, kind.plain());
		let asked = asked.ok_or(Error::<T>::Overpriced)?;
		ensure!(asked.0 > 0, Error::<T>::NoPrice);
		// What was agreed for the time that is left, and what the offer asks now for the rest.
		let rate = blended((kept.terms.rate, kept.left), (asked, seconds))
			.ok_or(Error::<T>::Overpriced)?;
		ensure!(rate <= max_rate, Error::<T>::TooDear);
		Self::adjust(who, id, &mut kept, rate, left)?;
		Self::keep(id, kept)?;
		Self::note(who, id, "lease.extended", &(id, seconds, rate));
		Self::deposit_event(Event::LeaseExtended { lease: id, seconds, left, rate });
		Ok(())
	}

	pub(crate) fn do_set_lease_rate(who: &T::AccountId, id: LeaseId, rate: Rate) -> DispatchResult {
		let mut kept = Self::own(id)?;
		let side = Self::side(&kept, who)?;
		ensure!(rate.0 > 0, Error::<T>::NoPrice);
		let other = kept.memo.proposal.clone().filter(|it| it.side != side && it.rate == rate);
		let Some(other) = other else {
			kept.memo.proposal = Some(Proposal { side, by: who.clone(), rate });
			T::Streams::keep(id.into(), kept.memo)?;
			Self::note(who, id, "lease.rate_proposed", &(id, side, rate));
			Self::deposit_event(Event::LeaseRateProposed { lease: id, by: side, rate });
			return Ok(());
		};
		let (old, left) = (kept.terms.rate, kept.left);
		// Whoever has said so for the owner, by this call or by the one before, has to be allowed to
		// commit as much.
		let payer = if side == Side::Owner { who } else { &other.by };
		Self::adjust(payer, id, &mut kept, rate, left)?;
		T::Streams::keep(id.into(), kept.memo)?;
		Self::note(who, id, "lease.rate_set", &(id, old, rate));
		Self::deposit_event(Event::LeaseRateSet { lease: id, old, new: rate });
		Ok(())
	}

	pub(crate) fn do_offer_lease(
		who: &T::AccountId,
		id: LeaseId,
		to: Option<T::AccountId>,
	) -> DispatchResult {
		let mut kept = Self::owned(who, id)?;
		kept.memo.heir = to.clone();
		T::Streams::keep(id.into(), kept.memo)?;
		Self::note(who, id, "lease.offered", &(id, &to));
		Self::deposit_event(Event::LeaseOffered { lease: id, to });
		Ok(())
	}

	/// Closes a lease for its owner and opens it anew for whoever it was offered to, with all that
	/// is left of it.
	pub(crate) fn do_accept_lease(
		who: &T::AccountId,
		id: LeaseId,
		tab: TabId,
		max_cost: Balance,
	) -> DispatchResult {
		let kept = Self::own(id)?;
		ensure!(kept.memo.heir.as_ref() == Some(who), Error::<T>::NotOffered);
		ensure!(kept.memo.reclaimed.is_none(), Error::<T>::BeingReclaimed);
		Self::ensure_allowed(who, kept.memo.offer)?;
		ensure!(kept.left > 0, Error::<T>::TooLate);
		let cap = kept.terms.rate.amount(kept.left).ok_or(Error::<T>::Overpriced)?;
		ensure!(cap <= max_cost, Error::<T>::TooDear);
		let old_asset = T::Streams::asset(kept.terms.tab);
		let asset = T::Streams::asset(tab).ok_or(Error::<T>::UnknownTab)?;
		ensure!(old_asset.as_ref() == Some(&asset), Error::<T>::AssetMismatch);
		let (lease, terms, started) = (kept.memo.clone(), kept.terms.clone(), kept.started);
		Self::end(id, kept, CloseReason::Transferred, Perbill::zero(), false)?;

		let cover = T::Coverage::open(&lease.provider, lease.tier, &asset, cap)?;
		let (offer, needs, kind, rate) = (lease.offer, lease.needs, lease.kind, terms.rate);
		let now = T::Clock::now();
		let lease = Lease { cover, opened: now, proposal: None, heir: None, due: None, ..lease };
		let provider = lease.provider.clone();
		let stream = T::Streams::open(who, StreamTerms { tab, cap, ..terms }, lease)?;
		let new = LeaseId::from(stream);
		if kind.plain() == LeaseKind::Spot {
			Self::change_spot(offer, id, |spot| spot.lease = new)?;
		}
		Self::note(who, new, "lease.accepted", &(id, new, who, &provider, offer, needs, rate));
		Self::deposit_event(Event::LeaseTransferred { old: id, new, owner: who.clone() });
		if started.is_some() {
			Self::do_start(new)?;
		}
		Ok(())
	}

	/// Writes a record about what somebody did with a lease.
	fn note(
		who: &T::AccountId,
		id: LeaseId,
		action: &'static str,
		particulars: &impl codec::Encode,
	) {
		T::Audit::record(Category::Billing, Some(who), Subject::Lease(id), action, particulars);
	}
}
