//! How leases come about and end.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	book::Book,
	matching::{matches, Ask, Match, WhyNot},
	pallet::*,
	search::{self, Effort, Limits},
	types::{
		Kind, Lease, Listing, Order, Place, Side, Spread, MAX_CANDIDATES, MAX_COUNT, MAX_SPOT,
	},
	weights::WeightInfo,
	worth,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{DefensiveOption, Get},
	weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult, Perbill};
use tradewind_primitives::{
	traits::{AuditLog, Coverage, Ending, ProviderDirectory, Reputation, Streams},
	AssetId, Balance, Category, Clock, CloseReason, Cover, Filters, LeaseBill, LeaseId, LeaseKind,
	LeaseRequest, ManagedStream, OfferId, Placement, Placing, ProviderStatus, Rate, Seconds,
	StreamId, StreamTerms, Subject, TabId, Timestamp, MAX_WANTED_ATTRIBUTES,
};

pub(crate) type Request<'a, T> = LeaseRequest<'a, AccountIdOf<T>>;
pub(crate) type Placed<T> = Placement<AccountIdOf<T>>;
/// A lease with the stream that pays for it.
pub(crate) type Kept<T> = ManagedStream<AccountIdOf<T>, LeaseOf<T>>;

/// Looks for an offer in the book of a class.
struct Desk<'a, T: Config> {
	book: &'a mut Book<T>,
	request: &'a Request<'a, T>,
	ask: Ask<'a, T::AccountId>,
}

impl<T: Config> search::Market for Desk<'_, T> {
	type AccountId = T::AccountId;
	type Taken = (Match<T::AccountId>, Cover);

	fn read(&mut self, page: u32) -> Vec<Match<T::AccountId>> {
		matches(page, self.book.page(page), &self.ask)
	}

	fn allows(&mut self, found: &Match<T::AccountId>) -> bool {
		AllowLists::<T>::get(found.offer).contains(self.request.owner)
	}

	fn weigh(&self, found: &Match<T::AccountId>, reputation: u32) -> u128 {
		let worth = worth::weighted(found.rate, reputation);
		worth::with_distance(worth, found.near, self.ask.filters)
	}

	fn reputation(&mut self, found: &Match<T::AccountId>) -> u32 {
		T::Reputation::reputation(&found.provider)
	}

	/// Covers the lease, if the provider can be given work and its collateral suffices. That it
	/// does not is the provider's affair, not the buyer's: nothing is left behind and the next one
	/// is asked.
	fn take(&mut self, found: &Match<T::AccountId>) -> Option<Self::Taken> {
		let Match { offer, provider, cap, .. } = found;
		Pallet::<T>::fitness(provider, self.ask.filters).ok()?;
		let asset = self.ask.asset;
		let cover =
			with_storage_layer(|| T::Coverage::open(provider, self.request.tier, asset, *cap));
		match cover {
			Ok(cover) => Some((found.clone(), cover)),
			Err(error) => {
				log::debug!(
					target: "runtime::marketplace",
					"{offer:?} is passed over, its provider gives no cover: {error:?}",
				);
				None
			},
		}
	}
}

/// An offer of which a lease is opened, at a rate that was settled before.
pub(crate) struct Found<'a, T: Config> {
	pub page: u32,
	pub offer: OfferId,
	pub provider: T::AccountId,
	pub rate: Rate,
	pub cap: Balance,
	pub cover: Cover,
	pub asset: &'a AssetId,
}

// Opening.
impl<T: Config> Pallet<T> {
	/// Opens a lease on the best offer in the book. Says what looking for it weighed, whether or
	/// not there was one.
	pub(crate) fn do_place(
		book: &mut Book<T>,
		request: &Request<'_, T>,
	) -> Result<Placing<T::AccountId>, DispatchError> {
		ensure!(!request.needs.is_zero(), Error::<T>::NothingAsked);
		ensure!(request.max_seconds > 0, Error::<T>::NoTimeAsked);
		let start_within =
			T::Coverage::start_within(request.tier).ok_or(Error::<T>::UnknownTier)?;
		let asset = T::Streams::asset(request.tab).ok_or(Error::<T>::UnknownTab)?;
		let ask = |reclaim: bool, level| Ask {
			tier: request.tier,
			asset: &asset,
			needs: request.needs,
			max_rate: request.max_rate,
			max_seconds: request.max_seconds,
			candidates: request.candidates,
			excluded: request.excluded,
			kind: request.kind,
			filters: request.filters,
			reclaim,
			level,
		};
		let limits = Limits {
			enough: T::EnoughReads::get(),
			pages: T::MaxReads::get(),
			providers: T::MaxProbes::get(),
		};
		let mut effort = Effort::default();
		let level = book.market.index.level;
		let look = |book: &mut Book<T>, effort: &mut Effort, reclaim: bool| {
			let ask = ask(reclaim, level);
			let pages = Self::pages_for(book, &ask);
			let mut desk = Desk { book, request, ask };
			search::best_first(pages, limits, effort, &mut desk)
		};
		let mut found = look(book, &mut effort, false);
		// Nobody is made to leave where there is room without that.
		if found.is_none() && request.kind != LeaseKind::Spot {
			// The most promising pages are the same as before, and at hand.
			let read = core::mem::take(&mut effort.pages);
			found = look(book, &mut effort, true);
			effort.pages = effort.pages.max(read);
		}
		let (candidates, attributes) = (request.candidates.len(), request.filters.attributes.len());
		let samples = book.samples();
		let search = Self::search_weight(effort, samples, candidates as u32, attributes as u32);
		let Some((found, cover)) = found else {
			Self::ensure_possible(book, &ask(true, level))?;
			return Ok(Placing { placement: None, search });
		};
		let Match { page, offer, provider, rate, cap, .. } = found;
		let found = Found { page, offer, provider, rate, cap, cover, asset: &asset };
		let (placement, victims) = Self::open_on(book, request, found, start_within)?;
		let made_room = match (request.kind, victims) {
			// One that is listed with the offer.
			(LeaseKind::Spot, _) => T::DbWeight::get().reads_writes(1, 1),
			(_, 0) => Weight::zero(),
			(_, victims) => T::WeightInfo::reclaim(victims),
		};
		Ok(Placing { placement: Some(placement), search: search.saturating_add(made_room) })
	}

	/// What a search weighs besides a plain one, that went so far, with so many samples of the index
	/// due, among so many candidates, for so many attributes.
	fn search_weight(effort: Effort, samples: u32, candidates: u32, attributes: u32) -> Weight {
		let Effort { pages, providers, lists } = effort;
		// The regression puts the read of the history into the constant part, which cancels out.
		let lookups = lists.saturating_add(candidates).saturating_add(samples);
		let lookups = T::DbWeight::get().reads(lookups.into());
		T::WeightInfo::place(pages, providers, samples)
			.saturating_sub(T::WeightInfo::place(1, 1, 0))
			.saturating_add(lookups)
			.saturating_add(Self::attested_weight(providers, attributes))
	}

	/// What it weighs to look for so many attributes of so many providers.
	pub(crate) fn attested_weight(providers: u32, attributes: u32) -> Weight {
		let each = T::ProviderDirectory::attested_weight();
		each.saturating_mul(providers.saturating_mul(attributes).into())
	}

	/// The most that so many placements for one order weigh.
	pub(crate) fn open_leases_weight(count: u8) -> Weight {
		let searches = Self::most_search_weight().saturating_mul(count.into());
		T::WeightInfo::open_leases(count.into()).saturating_add(searches)
	}

	/// The most that a search weighs besides a plain one.
	pub(crate) fn most_search_weight() -> Weight {
		let (pages, providers) = (T::MaxReads::get(), T::MaxProbes::get());
		let effort = Effort { pages, providers, lists: providers };
		Self::search_weight(effort, 1, MAX_CANDIDATES, MAX_WANTED_ATTRIBUTES)
			.saturating_add(T::WeightInfo::reclaim(MAX_SPOT))
	}

	/// Opens a lease on an offer. Returns how many spot leases make room for it, too.
	pub(crate) fn open_on(
		book: &mut Book<T>,
		request: &Request<'_, T>,
		found: Found<'_, T>,
		start_within: Seconds,
	) -> Result<(Placed<T>, u32), DispatchError> {
		let now = T::Clock::now();
		let Found { page, offer, provider, rate, cap, cover, asset } = found;
		let needs = request.needs;
		let victims = Self::make_room(book, page, offer, &needs, request.kind, now)?;
		let opened = book.change(page, offer, |listing| {
			let usable_from = listing.usable_from(&needs, now);
			listing.free =
				listing.free.checked_sub(&needs).defensive_ok_or(Error::<T>::BelowLeased)?;
			if request.kind == LeaseKind::Spot {
				listing.spot =
					listing.spot.checked_add(&needs).defensive_ok_or(Error::<T>::BelowLeased)?;
				listing.spot_leases = listing.spot_leases.saturating_add(1);
			}
			listing.leases = listing.leases.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
			let kind = Self::kind_of(listing, request.kind)?;
			let (payees, region) = (listing.payees.clone(), listing.terms.region.clone());
			Ok((payees, region, kind, usable_from))
		})?;
		let (payees, region, kind, usable_from) = opened;
		let prepaid = request.prepaid || request.kind == LeaseKind::Reserved;
		let meter = Some(provider.clone());
		let stream = T::Streams::open(
			request.owner,
			StreamTerms { tab: request.tab, rate, cap, prepaid, payees, meter },
			Lease {
				provider: provider.clone(),
				offer,
				tier: request.tier,
				needs,
				kind,
				cover,
				reference: request.reference,
				opened: now,
				usable_from,
				reclaimed: None,
				proposal: None,
				heir: None,
				due: None,
			},
		)?;
		let lease = LeaseId::from(stream);
		if request.kind == LeaseKind::Spot {
			Self::add_spot(offer, lease, needs)?;
		}
		let owner = request.owner;
		T::Audit::record(
			Category::Performance,
			Some(owner),
			Subject::Lease(lease),
			"lease.opened",
			&(lease, owner, &provider, offer, rate, kind),
		);
		Self::deposit_event(Event::LeaseOpened {
			lease,
			owner: owner.clone(),
			provider: provider.clone(),
			offer,
			rate,
			kind,
			usable_from,
		});
		let asset = asset.clone();
		let placement =
			Placement { lease, provider, rate, asset, start_within, usable_from, region };
		Ok((placement, victims))
	}

	/// What an offer makes of a kind of lease.
	pub(crate) fn kind_of(listing: &ListingOf<T>, kind: LeaseKind) -> Result<Kind, Error<T>> {
		let Listing { terms, .. } = listing;
		Ok(match kind {
			LeaseKind::OnDemand => Kind::OnDemand,
			LeaseKind::Reserved => {
				let reserved = terms.reserved.ok_or(Error::<T>::OtherKind)?;
				Kind::Reserved { forfeit: reserved.forfeit }
			},
			LeaseKind::Spot => {
				let spot = terms.spot.ok_or(Error::<T>::OtherKind)?;
				Kind::Spot { notice: spot.notice }
			},
		})
	}

	/// The pages that may answer, with what their offers count for at least. Where only some
	/// providers will do, these are the pages of their offers.
	fn pages_for(book: &Book<T>, ask: &Ask<'_, T::AccountId>) -> Vec<(u128, u32)> {
		let known = |who: &&T::AccountId| ask.admits(who);
		let places = ask.candidates.iter().filter(known).flat_map(OffersOf::<T>::get);
		let here = places.filter(|place| place.class == book.class);
		let among: BTreeSet<u32> = here.filter_map(|place| place.page).collect();
		let anywhere = ask.candidates.is_empty();
		let directory = book.market.directory.iter();
		directory
			.filter(|summary| anywhere || among.contains(&summary.page))
			.filter_map(|summary| summary.least_worth(ask).map(|worth| (worth, summary.page)))
			.collect()
	}

	/// Whether a provider can be given work at this moment, and is what was asked for.
	pub(crate) fn fitness(provider: &T::AccountId, filters: &Filters) -> Result<(), WhyNot> {
		let status = T::ProviderDirectory::status(provider);
		ensure!(status.is_some_and(ProviderStatus::accepts_work), WhyNot::NotActive);
		ensure!(T::Coverage::is_up(provider), WhyNot::Down);
		let mut wanted = filters.attributes.iter();
		let attested =
			wanted.all(|(name, value)| T::ProviderDirectory::attested(provider, name, value));
		ensure!(attested, WhyNot::NotAttested);
		Ok(())
	}

	/// Nothing was found: fails when waiting cannot help.
	fn ensure_possible(book: &Book<T>, ask: &Ask<'_, T::AccountId>) -> DispatchResult {
		if !ask.candidates.is_empty() {
			return Self::ensure_candidate(ask.candidates.iter().filter(|who| ask.admits(who)));
		}
		let directory = &book.market.directory;
		let served = directory.iter().any(|summary| summary.may_serve(ask.tier));
		let sold = directory.iter().any(|summary| summary.may_sell(ask.tier, ask.asset));
		ensure!(sold || !served, Error::<T>::AssetMismatch);
		Ok(())
	}

	/// Fails unless one of the candidates is, or may come back as, an active provider.
	fn ensure_candidate<'a>(candidates: impl Iterator<Item = &'a T::AccountId>) -> DispatchResult
	where
		T::AccountId: 'a,
	{
		let mut reason = Error::<T>::NoCandidateLeft;
		let mut retired = false;
		for candidate in candidates {
			match T::ProviderDirectory::status(candidate) {
				Some(ProviderStatus::Retired) => retired = true,
				Some(_) => return Ok(()),
				None => reason = Error::<T>::UnknownProvider,
			}
		}
		Err(if retired { Error::<T>::ProviderGone } else { reason }.into())
	}
}

// What the sides of a lease do to open, start and close it.
impl<T: Config> Pallet<T> {
	/// Opens leases for an order, all or none. Returns what it weighed.
	pub(crate) fn do_open_leases(
		who: &T::AccountId,
		tab: TabId,
		order: OrderOf<T>,
		count: u8,
		spread: Spread,
	) -> Result<Weight, DispatchError> {
		ensure!((1..=MAX_COUNT).contains(&count), Error::<T>::BadCount);
		let Order { mut filters, candidates, .. } = order;
		let mut excluded = order.excluded.into_inner();
		let mut book = Book::<T>::open(order.class)?;
		let mut weight = T::WeightInfo::open_leases(count.into());
		let mut last: Option<Placed<T>> = None;
		for _ in 0..count {
			match (spread, last) {
				(Spread::Any, _) | (_, None) => {},
				(Spread::Providers, Some(last)) => excluded.push(last.provider),
				(Spread::Regions, Some(last)) => {
					let avoid = &mut filters.avoid;
					avoid.try_push(last.region).map_err(|_| Error::<T>::TooManyRegions)?;
				},
			}
			let request = LeaseRequest {
				owner: who,
				tab,
				class: order.class,
				tier: order.tier,
				needs: order.needs,
				max_rate: order.max_rate,
				max_seconds: order.seconds,
				prepaid: order.prepaid,
				reference: None,
				kind: order.kind,
				candidates: &candidates,
				excluded: &excluded,
				filters: &filters,
			};
			let placed = Self::do_place(&mut book, &request)?;
			weight = weight.saturating_add(placed.search);
			last = Some(placed.placement.ok_or(Error::<T>::NoOffer)?);
		}
		book.close();
		Ok(weight)
	}

	/// A lease that is open.
	pub(crate) fn kept(id: LeaseId) -> Result<Kept<T>, Error<T>> {
		T::Streams::managed(id.into()).ok_or(Error::<T>::UnknownLease)
	}

	/// A lease that is open, and that its two sides manage by themselves.
	pub(crate) fn own(id: LeaseId) -> Result<Kept<T>, Error<T>> {
		let kept = Self::kept(id)?;
		ensure!(kept.memo.reference.is_none(), Error::<T>::Held);
		Ok(kept)
	}

	/// On which side of a lease somebody is; who is on both counts as the owner.
	pub(crate) fn side(kept: &Kept<T>, who: &T::AccountId) -> Result<Side, Error<T>> {
		if T::Streams::ensure_manager(kept.terms.tab, who).is_ok() {
			return Ok(Side::Owner);
		}
		ensure!(Self::is_provider(kept, who), Error::<T>::NotParty);
		Ok(Side::Provider)
	}

	/// Whether somebody is the provider of a lease, or its agent.
	fn is_provider(kept: &Kept<T>, who: &T::AccountId) -> bool {
		let provider = &kept.memo.provider;
		provider == who || T::ProviderDirectory::acting_for(who).as_ref() == Some(provider)
	}

	pub(crate) fn do_start_lease(who: &T::AccountId, id: LeaseId) -> DispatchResult {
		let kept = Self::own(id)?;
		ensure!(Self::is_provider(&kept, who), Error::<T>::NotProvider);
		Self::do_start(id)
	}

	pub(crate) fn do_start(id: LeaseId) -> DispatchResult {
		let kept = Self::kept(id)?;
		ensure!(kept.started.is_none(), Error::<T>::AlreadyStarted);
		let now = T::Clock::now();
		ensure!(kept.memo.usable_from.is_none_or(|from| from <= now), Error::<T>::TooEarly);
		T::Streams::start(id.into())?;
		let provider = &kept.memo.provider;
		let subject = Subject::Lease(id);
		T::Audit::record(Category::Performance, Some(provider), subject, "lease.started", &id);
		Self::deposit_event(Event::LeaseStarted { lease: id });
		// Whatever holds a lease ends it, and one that is being taken back has its end.
		if kept.memo.reference.is_none() && kept.memo.reclaimed.is_none() {
			Self::watch_end(id, kept.memo, now.plus(kept.left))?;
		}
		Ok(())
	}

	pub(crate) fn do_close_lease(
		who: &T::AccountId,
		id: LeaseId,
		reason: CloseReason,
	) -> DispatchResult {
		let kept = Self::own(id)?;
		let side = Self::side(&kept, who)?;
		match (side, reason) {
			(Side::Owner, CloseReason::Cancelled | CloseReason::Unfit) => {},
			(Side::Owner, CloseReason::StartMissed) => {
				ensure!(kept.started.is_none(), Error::<T>::AlreadyStarted);
				ensure!(Self::start_by(&kept.memo) < T::Clock::now(), Error::<T>::TooEarly);
			},
			(
				Side::Provider,
				CloseReason::ProviderFailed | CloseReason::ProviderLeft | CloseReason::Misuse,
			) => {},
			_ => return Err(Error::<T>::BadReason.into()),
		}
		Self::do_close(id, reason).map(|_| ())
	}

	/// By when the provider has to have begun. Its service level may be gone, and then it never
	/// has to.
	pub(crate) fn start_by(lease: &LeaseOf<T>) -> Timestamp {
		let within = T::Coverage::start_within(lease.tier).unwrap_or(Seconds::MAX);
		lease.usable_from.unwrap_or(lease.opened).plus(within)
	}

	pub(crate) fn do_close(id: LeaseId, reason: CloseReason) -> Result<LeaseBill, DispatchError> {
		let kept = Self::kept(id)?;
		let forfeit = match (kept.memo.kind, reason) {
			// Time does not count while the provider is down: an owner who could not leave for
			// nothing then would be bound for ever to one that never comes back.
			(Kind::Reserved { forfeit }, CloseReason::Cancelled | CloseReason::Unfit)
				if T::Coverage::is_up(&kept.memo.provider) =>
			{
				forfeit
			},
			_ => Perbill::zero(),
		};
		Self::end(id, kept, reason, forfeit, true)
	}

	/// Ends a lease, judges it and tells of it. `leaves` tells whether its room is given up.
	pub(crate) fn end(
		id: LeaseId,
		kept: Kept<T>,
		reason: CloseReason,
		forfeit: Perbill,
		leaves: bool,
	) -> Result<LeaseBill, DispatchError> {
		let (lease, tab, cap) = (kept.memo, kept.terms.tab, kept.terms.cap);
		Self::unwatch_end(id, &lease);
		let (bill, _) = T::Streams::close(StreamId::from(id), forfeit)?;
		let provider = &lease.provider;
		let asset = T::Streams::asset(tab).defensive_ok_or(Error::<T>::UnknownTab)?;
		let owner = T::Streams::owner(tab).defensive_ok_or(Error::<T>::UnknownTab)?;
		// Who reserves is promised the term as firmly as the provider is promised its price.
		let unserved = match lease.kind {
			Kind::Reserved { forfeit } => forfeit.mul_floor(cap.saturating_sub(bill.amount)),
			_ => 0,
		};
		let cover = lease.cover;
		let credited =
			T::Coverage::close(id, provider, tab, &asset, cover, &bill, unserved, reason)?;
		let bill = LeaseBill {
			seconds: bill.seconds,
			downtime: bill.downtime,
			amount: bill.amount,
			forfeit: bill.forfeit,
			credited,
		};
		T::Reputation::lease_closed(provider, &owner, &asset, reason, &bill);
		let (action, actor) = Self::ending(reason, &owner, provider);
		T::Audit::record(
			Category::Performance,
			actor,
			Subject::Lease(id),
			action,
			&(id, provider, reason, bill),
		);
		let seller = provider.clone();
		Self::deposit_event(Event::LeaseClosed { lease: id, provider: seller, reason, bill });
		if leaves {
			Self::give_back(id, lease)?;
		}
		Ok(bill)
	}

	/// As what the end of a lease is recorded, and who ended it.
	fn ending<'a>(
		reason: CloseReason,
		owner: &'a T::AccountId,
		provider: &'a T::AccountId,
	) -> (&'static str, Option<&'a T::AccountId>) {
		match reason {
			CloseReason::Completed => ("lease.closed.completed", Some(provider)),
			CloseReason::Cancelled => ("lease.closed.cancelled", Some(owner)),
			CloseReason::StartMissed => ("lease.closed.start_missed", None),
			CloseReason::ProviderDown => ("lease.closed.provider_down", None),
			CloseReason::ReportMissed => ("lease.closed.report_missed", None),
			CloseReason::ProviderFailed => ("lease.closed.provider_failed", Some(provider)),
			CloseReason::OutOfFunds => ("lease.closed.out_of_funds", None),
			CloseReason::Expired => ("lease.closed.expired", None),
			CloseReason::Unfit => ("lease.closed.unfit", Some(owner)),
			CloseReason::ProviderLeft => ("lease.closed.provider_left", Some(provider)),
			CloseReason::Misuse => ("lease.closed.misuse", Some(provider)),
			CloseReason::Reclaimed => ("lease.closed.reclaimed", None),
			CloseReason::Transferred => ("lease.closed.transferred", Some(owner)),
		}
	}

	/// Ends a lease for whoever pays for it, and what it is for. A lease that is gone needs no
	/// ending.
	pub(crate) fn do_end(id: LeaseId, reason: CloseReason) -> DispatchResult {
		let Ok(kept) = Self::kept(id) else { return Ok(()) };
		if let Some(reference) = kept.memo.reference {
			T::Holder::end(reference, reason)?;
		}
		// A holder that knows of nothing to end leaves the lease open.
		if T::Streams::managed(id.into()).is_some() {
			Self::do_close(id, reason)?;
		}
		Ok(())
	}

	/// Returns leased capacity to its offer, unless it was given to somebody else already.
	fn give_back(id: LeaseId, lease: LeaseOf<T>) -> DispatchResult {
		let Lease { provider, offer, needs, kind, reclaimed, .. } = lease;
		let is_spot = matches!(kind, Kind::Spot { .. }) && reclaimed.is_none();
		if is_spot {
			Self::remove_spot(offer, id);
		}
		Self::change_leased(&provider, offer, |listing| {
			if reclaimed.is_none() {
				listing.free =
					listing.free.checked_add(&needs).defensive_ok_or(Error::<T>::BelowLeased)?;
			}
			if is_spot {
				listing.spot =
					listing.spot.checked_sub(&needs).defensive_ok_or(Error::<T>::BelowLeased)?;
				listing.spot_leases = listing.spot_leases.saturating_sub(1);
			}
			listing.leases =
				listing.leases.checked_sub(1).defensive_ok_or(Error::<T>::UnknownLease)?;
			Ok(())
		})
	}

	/// Changes the listing of an offer that has leases, wherever it lies.
	pub(crate) fn change_leased<R>(
		provider: &T::AccountId,
		id: OfferId,
		change: impl FnOnce(&mut ListingOf<T>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		let place = Self::place_of(provider, id)?;
		if let Some(page) = place.page {
			let mut book = Book::<T>::open(place.class)?;
			let done = book.change(page, id, change)?;
			book.close();
			return Ok(done);
		}
		let mut listing = Offers::<T>::get(id)
			.and_then(|offer| offer.withdrawn)
			.defensive_ok_or(Error::<T>::UnknownOffer)?;
		let done = change(&mut listing)?;
		Self::keep_withdrawn(id, listing)?;
		Ok(done)
	}

	/// Where an offer lies that has leases.
	pub(crate) fn place_of(provider: &T::AccountId, id: OfferId) -> Result<Place, Error<T>> {
		let places = OffersOf::<T>::get(provider);
		places.into_iter().find(|place| place.offer == id).defensive_ok_or(Error::<T>::UnknownOffer)
	}

	pub(crate) fn do_depart(provider: &T::AccountId) -> DispatchResult {
		for place in OffersOf::<T>::get(provider) {
			// A withdrawn offer is kept for its leases alone.
			let page = place.page.ok_or(Error::<T>::LeasesRunning)?;
			let mut book = Book::<T>::open(place.class)?;
			ensure!(book.listing(page, place.offer)?.leases == 0, Error::<T>::LeasesRunning);
			Self::withdraw(provider, place.offer, place.class, page)?;
		}
		Ok(())
	}
}
