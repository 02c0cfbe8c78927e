//! What the calls and the seams do.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	matching::{self, Ask, Match},
	pallet::*,
	types::{sole_payee, Class, ClassName, Lease, Listing, Offer, Quote},
	weights::WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungible::MutateHold, tokens::Precision, Defensive, DefensiveOption, Get},
	weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult};
use tradewind_primitives::{
	money::shares_add_up,
	traits::{AuditLog, Coverage, Departure, Ending, Leasing, ProviderDirectory, Streams},
	AssetId, Category, ClassId, Clock, CloseReason, LeaseBill, LeaseId, LeaseRequest, OfferId,
	Payees, Placement, ProviderStatus, Rate, Resources, Seconds, StreamTerms, Subject, TierId,
	UnitPrices,
};

type Request<'a, T> = LeaseRequest<'a, AccountIdOf<T>>;
type Placed<T> = Placement<AccountIdOf<T>>;

// Classes and offers.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_class(name: ClassName) -> DispatchResult {
		let class = Self::add_class(name.clone())?;
		let subject = Subject::Class(class);
		T::Audit::record(
			Category::Configuration,
			None,
			subject,
			"class.registered",
			&(class, &name),
		);
		Self::deposit_event(Event::ClassRegistered { class, name });
		Ok(())
	}

	pub(crate) fn add_class(name: ClassName) -> Result<ClassId, DispatchError> {
		ensure!(!name.is_empty(), Error::<T>::NoName);
		let class = NextClassId::<T>::get();
		NextClassId::<T>::put(class.next().ok_or(Error::<T>::IdsExhausted)?);
		Classes::<T>::insert(class, Class { name });
		Ok(class)
	}

	pub(crate) fn do_create_offer(
		provider: T::AccountId,
		class: ClassId,
		tier: TierId,
		asset: AssetId,
		capacity: Resources,
		prices: UnitPrices,
		payees: Payees<T::AccountId>,
	) -> DispatchResult {
		match T::ProviderDirectory::status(&provider) {
			Some(status) if status.accepts_work() => {},
			Some(ProviderStatus::Retired) => return Err(Error::<T>::ProviderGone.into()),
			Some(_) => return Err(Error::<T>::NotActive.into()),
			None => return Err(Error::<T>::UnknownProvider.into()),
		}
		ensure!(T::Coverage::start_within(tier).is_some(), Error::<T>::UnknownTier);
		let payees = if payees.is_empty() { sole_payee(provider.clone()) } else { payees };
		ensure!(shares_add_up(&payees), Error::<T>::SharesDoNotAddUp);
		let deposit = T::OfferDeposit::get();
		let offer = Self::add_offer(Offer {
			provider: provider.clone(),
			class,
			tier,
			asset: asset.clone(),
			capacity,
			prices,
			payees,
			leases: 0,
			withdrawn: false,
			deposit,
		})?;
		T::Native::hold(&HoldReason::Offer.into(), &provider, deposit)?;
		T::Audit::record(
			Category::Configuration,
			Some(&provider),
			Subject::Offer(offer),
			"offer.created",
			&(offer, &provider, class, tier, &asset, capacity, prices),
		);
		Self::deposit_event(Event::OfferCreated {
			offer,
			provider,
			class,
			tier,
			asset,
			capacity,
			prices,
		});
		Ok(())
	}

	pub(crate) fn add_genesis_offer(
		provider: T::AccountId,
		class: ClassId,
		tier: TierId,
		capacity: Resources,
		prices: UnitPrices,
	) -> Result<OfferId, DispatchError> {
		// A preset may endow a provider with less than the deposit; what is not held now is not
		// given back later.
		let wanted = T::OfferDeposit::get();
		let held = T::Native::hold(&HoldReason::Offer.into(), &provider, wanted).is_ok();
		Self::add_offer(Offer {
			payees: sole_payee(provider.clone()),
			provider,
			class,
			tier,
			asset: AssetId::Native,
			capacity,
			prices,
			leases: 0,
			withdrawn: false,
			deposit: if held { wanted } else { 0 },
		})
	}

	/// Keeps and lists an offer.
	fn add_offer(offer: OfferOf<T>) -> Result<OfferId, DispatchError> {
		ensure!(Classes::<T>::contains_key(offer.class), Error::<T>::UnknownClass);
		ensure!(!offer.capacity.is_zero(), Error::<T>::NoCapacity);
		ensure!(offer.prices != UnitPrices::default(), Error::<T>::NoPrice);
		let id = NextOfferId::<T>::get();
		NextOfferId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		OffersOf::<T>::try_mutate(&offer.provider, |offers| offers.try_push(id))
			.map_err(|_| Error::<T>::TooManyOffers)?;
		Books::<T>::try_mutate(offer.class, |book| book.try_push(Listing::of(id, &offer)))
			.map_err(|_| Error::<T>::BookFull)?;
		Offers::<T>::insert(id, offer);
		Ok(id)
	}

	pub(crate) fn do_set_prices(who: T::AccountId, id: OfferId, new: UnitPrices) -> DispatchResult {
		ensure!(new != UnitPrices::default(), Error::<T>::NoPrice);
		let mut offer = Self::offer_on_sale(&who, id)?;
		let old = core::mem::replace(&mut offer.prices, new);
		Self::change_listing(offer.class, id, |listing| {
			listing.prices = new;
			Ok(())
		})?;
		Offers::<T>::insert(id, offer);
		T::Audit::record(
			Category::Configuration,
			Some(&who),
			Subject::Offer(id),
			"offer.prices_set",
			&(id, old, new),
		);
		Self::deposit_event(Event::PricesSet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_set_capacity(
		who: T::AccountId,
		id: OfferId,
		new: Resources,
	) -> DispatchResult {
		ensure!(!new.is_zero(), Error::<T>::NoCapacity);
		let mut offer = Self::offer_on_sale(&who, id)?;
		let old = core::mem::replace(&mut offer.capacity, new);
		Self::change_listing(offer.class, id, |listing| {
			let leased = old.checked_sub(&listing.free).defensive_ok_or(Error::<T>::BelowLeased)?;
			listing.free = new.checked_sub(&leased).ok_or(Error::<T>::BelowLeased)?;
			Ok(())
		})?;
		Offers::<T>::insert(id, offer);
		T::Audit::record(
			Category::Configuration,
			Some(&who),
			Subject::Offer(id),
			"offer.capacity_set",
			&(id, old, new),
		);
		Self::deposit_event(Event::CapacitySet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_withdraw_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		let offer = Self::offer_on_sale(&who, id)?;
		Self::withdraw(id, offer);
		Ok(())
	}

	/// The offer, if it is `who`'s and not withdrawn.
	fn offer_on_sale(who: &T::AccountId, id: OfferId) -> Result<OfferOf<T>, DispatchError> {
		let offer = Offers::<T>::get(id).ok_or(Error::<T>::UnknownOffer)?;
		ensure!(offer.provider == *who, Error::<T>::NotOwner);
		ensure!(!offer.withdrawn, Error::<T>::Withdrawn);
		Ok(offer)
	}

	fn change_listing(
		class: ClassId,
		id: OfferId,
		change: impl FnOnce(&mut ListingOf<T>) -> DispatchResult,
	) -> DispatchResult {
		Books::<T>::try_mutate(class, |book| {
			let listing = book
				.iter_mut()
				.find(|listing| listing.offer == id)
				.defensive_ok_or(Error::<T>::UnknownOffer)?;
			change(listing)
		})
	}

	/// Takes the offer off its book, and removes it when nothing runs on it.
	fn withdraw(id: OfferId, mut offer: OfferOf<T>) {
		Books::<T>::mutate(offer.class, |book| book.retain(|listing| listing.offer != id));
		offer.withdrawn = true;
		let leases = offer.leases;
		T::Audit::record(
			Category::Configuration,
			Some(&offer.provider),
			Subject::Offer(id),
			"offer.withdrawn",
			&(id, leases),
		);
		Self::deposit_event(Event::OfferWithdrawn { offer: id, leases });
		Self::keep_or_remove(id, offer);
	}

	/// Writes the offer back, or forgets it when it is withdrawn and nothing runs on it.
	fn keep_or_remove(id: OfferId, offer: OfferOf<T>) {
		if !offer.withdrawn || offer.leases > 0 {
			Offers::<T>::insert(id, offer);
			return;
		}
		let Offer { provider, deposit, .. } = offer;
		Offers::<T>::remove(id);
		OffersOf::<T>::mutate_exists(&provider, |offers| {
			if let Some(kept) = offers {
				kept.retain(|kept| *kept != id);
			}
			offers.take_if(|kept| kept.is_empty());
		});
		// Best effort: a lease has to close even if something else ate into the hold.
		let reason = HoldReason::Offer.into();
		let deposit = T::Native::release(&reason, &provider, deposit, Precision::BestEffort)
			.defensive_unwrap_or_default();
		Self::deposit_event(Event::OfferRemoved { offer: id, provider, deposit });
	}
}

// Leases.
impl<T: Config> Pallet<T> {
	fn do_place(request: &Request<'_, T>) -> Result<Option<Placed<T>>, DispatchError> {
		ensure!(!request.needs.is_zero(), Error::<T>::NothingAsked);
		ensure!(request.max_seconds > 0, Error::<T>::NoTimeAsked);
		let start_within =
			T::Coverage::start_within(request.tier).ok_or(Error::<T>::UnknownTier)?;
		let asset = T::Streams::asset(request.tab).ok_or(Error::<T>::UnknownTab)?;
		let ask = Ask {
			tier: request.tier,
			asset: &asset,
			needs: request.needs,
			max_rate: request.max_rate,
			max_seconds: request.max_seconds,
			candidates: request.candidates,
			excluded: request.excluded,
		};
		let mut book = Books::<T>::get(request.class);
		let lease = NextLeaseId::<T>::get();
		let found = matching::cheapest_first(&book, &ask)
			.into_iter()
			.take(T::MaxProbes::get() as usize)
			.find(|found| Self::takes_work(found) && Self::covers(lease, request, &asset, found))
			.map(|Match { listing, rate, cap }| (listing.offer, rate, cap));
		let Some((id, rate, cap)) = found else {
			Self::ensure_possible(request, &book, &ask)?;
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
			listing.free = listing
				.free
				.checked_sub(&request.needs)
				.defensive_ok_or(Error::<T>::BelowLeased)?;
		}
		offer.leases = offer.leases.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;
		Books::<T>::insert(request.class, book);
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

	/// Whether the provider of a match can be given work at this moment.
	fn takes_work(found: &Match<'_, T::AccountId>) -> bool {
		let provider = &found.listing.provider;
		T::ProviderDirectory::status(provider).is_some_and(ProviderStatus::accepts_work)
			&& T::Coverage::is_up(provider)
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
	fn ensure_possible(
		request: &Request<'_, T>,
		book: &[ListingOf<T>],
		ask: &Ask<'_, T::AccountId>,
	) -> DispatchResult {
		// Only a registered class has a book, so the registry is asked for an empty one only.
		ensure!(
			!book.is_empty() || Classes::<T>::contains_key(request.class),
			Error::<T>::UnknownClass
		);
		if !request.candidates.is_empty() {
			Self::ensure_candidate(request.candidates.iter().filter(|who| ask.admits(who)))?;
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
		let Lease { owner, provider, offer, needs, .. } = lease;
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
			Self::change_listing(offer.class, id, |listing| {
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
			Self::withdraw(id, offer);
		}
		Ok(())
	}

	pub(crate) fn do_quote(
		class: ClassId,
		tier: TierId,
		needs: Resources,
		asset: &AssetId,
	) -> Vec<Quote<T::AccountId>> {
		const ONE_SECOND: Seconds = 1;
		let ask = Ask {
			tier,
			asset,
			needs,
			max_rate: Rate(u128::MAX),
			max_seconds: ONE_SECOND,
			candidates: &[],
			excluded: &[],
		};
		let book = Books::<T>::get(class);
		matching::cheapest_first(&book, &ask)
			.into_iter()
			.filter(Self::takes_work)
			.map(|Match { listing, rate, .. }| Quote {
				offer: listing.offer,
				provider: listing.provider.clone(),
				rate,
				free: listing.free,
			})
			.collect()
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
	) -> (ClassId, TierId, tradewind_primitives::TabId) {
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
