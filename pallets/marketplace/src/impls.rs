//! What is done with leases, and what is told of them: the seams and the quote.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	index::{Policy, Sample},
	matching::{self, Ask, Match, WhyNot},
	pallet::*,
	types::{Answer, Lease, Quote, Rates, Wanted},
	weights::WeightInfo,
	worth,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{DefensiveOption, Get},
	weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult, FixedU128};
use tradewind_primitives::{
	traits::{
		AuditLog, Coverage, Departure, Ending, Leasing, ProviderDirectory, Reputation, Streams,
	},
	AssetId, Category, ClassId, Clock, CloseReason, LeaseBill, LeaseId, LeaseRequest, OfferId,
	Placement, ProviderStatus, Resources, Seconds, StreamTerms, Subject,
};

type Request<'a, T> = LeaseRequest<'a, AccountIdOf<T>>;
type Placed<T> = Placement<AccountIdOf<T>>;

// Leases.
impl<T: Config> Pallet<T> {
	fn do_place(request: &Request<'_, T>) -> Result<Option<Placed<T>>, DispatchError> {
		ensure!(!request.needs.is_zero(), Error::<T>::NothingAsked);
		ensure!(request.max_seconds > 0, Error::<T>::NoTimeAsked);
		let start_within =
			T::Coverage::start_within(request.tier).ok_or(Error::<T>::UnknownTier)?;
		let asset = T::Streams::asset(request.tab).ok_or(Error::<T>::UnknownTab)?;
		let (mut index, sample) = Self::touched(request.class)?;
		let ask = Ask {
			tier: request.tier,
			asset: &asset,
			needs: request.needs,
			max_rate: request.max_rate,
			max_seconds: request.max_seconds,
			candidates: request.candidates,
			excluded: request.excluded,
			regions: request.regions,
			runtimes: request.runtimes,
			level: index.level,
		};
		let mut book = Books::<T>::get(request.class);
		let lease = NextLeaseId::<T>::get();
		// Lists of others that lie in the way use up a number of their own, not the probes: who is
		// on no list is not hindered by them.
		let mut lists = T::MaxProbes::get();
		let allowed = |offer: OfferId| {
			let left = lists.checked_sub(1);
			lists = left.unwrap_or_default();
			left.is_some() && AllowLists::<T>::get(offer).contains(request.owner)
		};
		let matches = matching::cheapest_first(&book, &ask, allowed);
		let matches = matches.take(T::MaxProbes::get() as usize);
		let found = worth::best_first(matches, T::Reputation::reputation)
			.find(|found| {
				Self::fitness(&found.listing.provider).is_ok()
					&& Self::covers(lease, request, &asset, found)
			})
			.map(|Match { listing, rate, cap }| (listing.offer, rate, cap));
		let Some((id, rate, cap)) = found else {
			Self::ensure_possible(&book, &ask)?;
			return Ok(None);
		};

		let mut offer = Offers::<T>::get(id).defensive_ok_or(Error::<T>::UnknownOffer)?;
		let provider = offer.provider.clone();
		let stream = T::Streams::open(
			request.owner,
			StreamTerms {
				tab: request.tab,
				rate,
				cap,
				prepaid: request.prepaid,
				payees: offer.payees.clone(),
				meter: Some(provider.clone()),
				reference: Some(lease.0),
			},
		)?;
		if let Some(listing) = book.iter_mut().find(|listing| listing.offer == id) {
			let before = listing.portion(index.policy.gauge);
			listing.free = listing
				.free
				.checked_sub(&request.needs)
				.defensive_ok_or(Error::<T>::BelowLeased)?;
			index.replace(before, listing.portion(index.policy.gauge));
		}
		offer.leases = offer.leases.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
		Books::<T>::insert(request.class, book);
		Self::keep_index(request.class, index, sample);
		Offers::<T>::insert(id, offer);
		NextLeaseId::<T>::put(lease.next().ok_or(Error::<T>::IdsExhausted)?);
		Leases::<T>::insert(
			lease,
			Lease {
				owner: request.owner.clone(),
				provider: provider.clone(),
				offer: id,
				tab: request.tab,
				tier: request.tier,
				asset: asset.clone(),
				needs: request.needs,
				rate,
				stream,
				reference: request.reference,
				opened: T::Clock::now(),
				started: None,
			},
		);
		T::Audit::record(
			Category::Performance,
			Some(request.owner),
			Subject::Lease(lease),
			"lease.opened",
			&(lease, request.owner, &provider, id, rate),
		);
		Self::deposit_event(Event::LeaseOpened {
			lease,
			owner: request.owner.clone(),
			provider: provider.clone(),
			offer: id,
			rate,
		});
		Ok(Some(Placement { lease, provider, rate, asset, start_within }))
	}

	/// Whether a provider can be given work at this moment.
	fn fitness(provider: &T::AccountId) -> Result<(), WhyNot> {
		let status = T::ProviderDirectory::status(provider);
		ensure!(status.is_some_and(ProviderStatus::accepts_work), WhyNot::NotActive);
		ensure!(T::Coverage::is_up(provider), WhyNot::Down);
		Ok(())
	}

	/// Covers the lease, if the provider's collateral suffices. That it does not is the
	/// provider's affair, not the buyer's: nothing is left behind and the next one is asked.
	fn covers(
		lease: LeaseId,
		request: &Request<'_, T>,
		asset: &AssetId,
		found: &Match<'_, T::AccountId>,
	) -> bool {
		let provider = &found.listing.provider;
		let covered = with_storage_layer(|| {
			T::Coverage::open(lease, provider, request.tier, request.tab, asset, found.cap)
		});
		if let Err(error) = covered {
			log::debug!(
				target: "runtime::marketplace",
				"offer {:?} is passed over, its provider gives no cover: {error:?}",
				found.listing.offer,
			);
		}
		covered.is_ok()
	}

	/// Nothing was found: fails when waiting cannot help.
	fn ensure_possible(book: &[ListingOf<T>], ask: &Ask<'_, T::AccountId>) -> DispatchResult {
		if !ask.candidates.is_empty() {
			Self::ensure_candidate(ask.candidates.iter().filter(|who| ask.admits(who)))?;
		}
		ensure!(!matching::only_in_other_assets(book, ask), Error::<T>::AssetMismatch);
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

	fn do_start(id: LeaseId) -> DispatchResult {
		let mut lease = Leases::<T>::get(id).ok_or(Error::<T>::UnknownLease)?;
		ensure!(lease.started.is_none(), Error::<T>::AlreadyStarted);
		T::Streams::start(lease.stream)?;
		lease.started = Some(T::Clock::now());
		T::Audit::record(
			Category::Performance,
			Some(&lease.provider),
			Subject::Lease(id),
			"lease.started",
			&id,
		);
		Leases::<T>::insert(id, lease);
		Self::deposit_event(Event::LeaseStarted { lease: id });
		Ok(())
	}

	fn do_close(id: LeaseId, reason: CloseReason) -> Result<LeaseBill, DispatchError> {
		let lease = Leases::<T>::take(id).ok_or(Error::<T>::UnknownLease)?;
		let bill = T::Streams::close(lease.stream)?;
		let credited = T::Coverage::close(id, &bill, reason)?;
		let bill = LeaseBill {
			seconds: bill.seconds,
			downtime: bill.downtime,
			amount: bill.amount,
			credited,
		};
		let Lease { owner, provider, offer, asset, needs, .. } = lease;
		T::Reputation::lease_closed(&provider, &owner, &asset, reason, &bill);
		let (action, actor) = match reason {
			CloseReason::Completed => ("lease.closed.completed", Some(&provider)),
			CloseReason::Cancelled => ("lease.closed.cancelled", Some(&owner)),
			CloseReason::StartMissed => ("lease.closed.start_missed", None),
			CloseReason::ProviderDown => ("lease.closed.provider_down", None),
			CloseReason::ReportMissed => ("lease.closed.report_missed", None),
			CloseReason::ProviderFailed => ("lease.closed.provider_failed", Some(&provider)),
			CloseReason::OutOfFunds => ("lease.closed.out_of_funds", None),
		};
		T::Audit::record(
			Category::Performance,
			actor,
			Subject::Lease(id),
			action,
			&(id, &provider, reason, bill),
		);
		Self::deposit_event(Event::LeaseClosed { lease: id, provider, reason, bill });
		Self::give_back(offer, &needs)?;
		Ok(bill)
	}

	/// Ends a lease for whoever pays for it, and what it is for. A lease that is gone needs no
	/// ending.
	fn do_end(id: LeaseId, reason: CloseReason) -> DispatchResult {
		let Some(lease) = Leases::<T>::get(id) else { return Ok(()) };
		if let Some(reference) = lease.reference {
			T::Holder::end(reference, reason)?;
		}
		// A holder that knows of nothing to end leaves the lease open.
		if Leases::<T>::contains_key(id) {
			Self::do_close(id, reason)?;
		}
		Ok(())
	}

	/// Returns leased capacity to its offer.
	fn give_back(id: OfferId, needs: &Resources) -> DispatchResult {
		let mut offer = Offers::<T>::get(id).defensive_ok_or(Error::<T>::UnknownOffer)?;
		offer.leases = offer.leases.checked_sub(1).defensive_ok_or(Error::<T>::UnknownLease)?;
		if !offer.withdrawn {
			Self::change_supply(offer.class, id, |listing| {
				listing.free =
					listing.free.checked_add(needs).defensive_ok_or(Error::<T>::BelowLeased)?;
				Ok(())
			})?;
		}
		Self::keep_or_remove(id, offer);
		Ok(())
	}

	fn do_depart(provider: &T::AccountId) -> DispatchResult {
		let offers: Vec<_> = OffersOf::<T>::get(provider)
			.into_iter()
			.filter_map(|id| Offers::<T>::get(id).map(|offer| (id, offer)))
			.collect();
		ensure!(offers.iter().all(|(_, offer)| offer.leases == 0), Error::<T>::LeasesRunning);
		for (id, offer) in offers {
			Self::withdraw(id, offer)?;
		}
		Ok(())
	}

	pub(crate) fn do_quote(
		class: ClassId,
		wanted: &Wanted<T::AccountId>,
	) -> Option<Quote<T::AccountId>> {
		let (index, _) = Self::touched(class).ok()?;
		let ask = Ask {
			tier: wanted.tier,
			asset: &wanted.asset,
			needs: wanted.needs,
			max_rate: wanted.max_rate,
			max_seconds: wanted.max_seconds,
			candidates: &wanted.candidates,
			excluded: &wanted.excluded,
			regions: &wanted.regions,
			runtimes: wanted.runtimes,
			level: index.level,
		};
		let judge = |listing: &ListingOf<T>| -> Result<(), WhyNot> {
			ask.price(listing)?;
			let on_list = |owner| AllowLists::<T>::get(listing.offer).contains(owner);
			let is_allowed = !listing.restricted || wanted.owner.as_ref().is_some_and(on_list);
			ensure!(is_allowed, WhyNot::NotAllowed);
			Self::fitness(&listing.provider)
		};
		let rates = |listing: &ListingOf<T>| -> Option<Rates> {
			let rate_at = |level: FixedU128| {
				listing.terms.pricing.rate(&listing.prices, &wanted.needs, level)
			};
			let Policy { floor, cap, .. } = index.policy;
			Some(Rates { now: rate_at(index.level)?, least: rate_at(floor)?, most: rate_at(cap)? })
		};
		let mut answers: Vec<_> = Books::<T>::get(class)
			.into_iter()
			.map(|listing| Answer {
				reputation: T::Reputation::reputation(&listing.provider),
				rates: rates(&listing),
				why_not: judge(&listing).err(),
				offer: listing.offer,
				provider: listing.provider,
				free: listing.free,
			})
			.collect();
		let serves = |answer: &Answer<T::AccountId>| {
			answer.rates.filter(|_| answer.why_not.is_none()).map(|rates| rates.now)
		};
		answers.sort_unstable_by_key(|answer| {
			let rate = serves(answer);
			let worth = rate.map(|rate| worth::weighted(rate, answer.reputation));
			(rate.is_none(), worth, rate, answer.offer)
		});
		let serving = || answers.iter().filter_map(serves);
		let range = serving().min().zip(serving().max());
		Some(Quote { level: index.level, range, answers })
	}

	pub(crate) fn do_index_history(class: ClassId) -> Vec<Sample> {
		let Ok((index, _)) = Self::touched(class) else { return Vec::new() };
		let mut samples = Histories::<T>::get(class).into_inner();
		samples.push(index.sample());
		samples
	}
}

// The seams are also used by hooks, which nothing rolls back; so each is all or nothing by itself.
impl<T: Config> Leasing<T::AccountId> for Pallet<T> {
	fn place(
		request: &LeaseRequest<'_, T::AccountId>,
	) -> Result<Option<Placement<T::AccountId>>, DispatchError> {
		with_storage_layer(|| Self::do_place(request))
	}

	fn start(lease: LeaseId) -> DispatchResult {
		with_storage_layer(|| Self::do_start(lease))
	}

	fn close(lease: LeaseId, reason: CloseReason) -> Result<LeaseBill, DispatchError> {
		with_storage_layer(|| Self::do_close(lease, reason))
	}

	fn idle(lease: LeaseId) -> Seconds {
		Leases::<T>::get(lease).map_or(0, |lease| T::Streams::idle(lease.stream))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_market(
		owner: &T::AccountId,
		provider: &T::AccountId,
		agent: &T::AccountId,
	) -> (ClassId, tradewind_primitives::TierId, tradewind_primitives::TabId) {
		crate::benchmarking::create_market::<T>(owner, provider, agent)
	}
}

impl<T: Config> Departure<T::AccountId> for Pallet<T> {
	fn depart(provider: &T::AccountId) -> DispatchResult {
		with_storage_layer(|| Self::do_depart(provider))
	}
}

/// The reference of a stream is the number of the lease that it pays for.
impl<T: Config> Ending for Pallet<T> {
	fn end(reference: u64, reason: CloseReason) -> DispatchResult {
		with_storage_layer(|| Self::do_end(LeaseId(reference), reason))
	}

	/// Either the holder closes the lease or this pallet does.
	fn end_weight() -> Weight {
		T::WeightInfo::close_lease().max(T::Holder::end_weight())
	}
}
