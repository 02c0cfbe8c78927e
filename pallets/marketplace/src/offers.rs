//! What the calls do with offers.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	book::Book,
	pallet::*,
	terms::Terms,
	types::{sole_payee, Access, Listing, Offer, Place},
};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{fungible::MutateHold, tokens::Precision, Defensive, DefensiveOption, Get},
};
use sp_runtime::{DispatchError, DispatchResult};
use tradewind_primitives::{
	money::shares_add_up,
	traits::{AuditLog, Coverage, ProviderDirectory, Reputation, Streams},
	AssetId, Balance, Category, ClassId, Clock, OfferId, Payees, ProviderStatus, Region, Resources,
	Subject, TierId, UnitPrices,
};

/// What a provider offers with.
pub(crate) struct NewOffer<AccountId> {
	pub provider: AccountId,
	pub class: ClassId,
	pub tier: TierId,
	pub asset: AssetId,
	pub capacity: Resources,
	pub prices: UnitPrices,
	pub payees: Payees<AccountId>,
	pub terms: Terms,
	pub access: Access<AccountId>,
}

impl<AccountId: Clone> NewOffer<AccountId> {
	/// The listing of it by a provider that is known so well, of which nothing is leased.
	fn listing(self, offer: OfferId, reputation: u32) -> Listing<AccountId> {
		Listing {
			offer,
			reputation,
			restricted: self.access.is_restricted(),
			provider: self.provider,
			tier: self.tier,
			asset: self.asset,
			capacity: self.capacity,
			free: self.capacity,
			spot: Resources::default(),
			spot_leases: 0,
			leaving: None,
			prices: self.prices,
			terms: self.terms,
			payees: self.payees,
			leases: 0,
			paused: false,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_offer(mut new: NewOffer<T::AccountId>) -> DispatchResult {
		match T::ProviderDirectory::status(&new.provider) {
			Some(status) if status.accepts_work() => {},
			Some(ProviderStatus::Retired) => return Err(Error::<T>::ProviderGone.into()),
			Some(_) => return Err(Error::<T>::NotActive.into()),
			None => return Err(Error::<T>::UnknownProvider.into()),
		}
		ensure!(T::Coverage::start_within(new.tier).is_some(), Error::<T>::UnknownTier);
		if new.payees.is_empty() {
			new.payees = sole_payee(new.provider.clone());
		}
		ensure!(shares_add_up(&new.payees), Error::<T>::SharesDoNotAddUp);
		T::Streams::ensure_payees(&new.payees)?;
		let (class, access) = (new.class, new.access.clone());
		let deposit = T::OfferDeposit::get().saturating_add(Self::list_deposit(&access));
		let listing = Self::add_offer(new, deposit)?;
		let Listing { offer, provider, tier, asset, capacity, prices, terms, .. } = listing;
		T::Native::hold(&HoldReason::Offer.into(), &provider, deposit)?;
		Self::record(
			Some(&provider),
			Subject::Offer(offer),
			"offer.created",
			&(offer, &provider, class, tier, &asset, capacity, prices, &terms, &access),
		);
		if let Access::AllowList(allowed) = access {
			AllowLists::<T>::insert(offer, allowed);
		}
		Self::deposit_event(Event::OfferCreated {
			offer,
			provider,
			class,
			tier,
			asset,
			capacity,
			prices,
			terms,
		});
		Ok(())
	}

	pub(crate) fn add_genesis_offer(
		provider: T::AccountId,
		class: ClassId,
		tier: TierId,
		capacity: Resources,
		prices: UnitPrices,
		region: Region,
	) -> DispatchResult {
		// A preset may endow a provider with less than the deposit; what is not held now is not
		// given back later.
		let wanted = T::OfferDeposit::get();
		let held = T::Native::hold(&HoldReason::Offer.into(), &provider, wanted).is_ok();
		let new = NewOffer {
			payees: sole_payee(provider.clone()),
			provider,
			class,
			tier,
			asset: AssetId::Native,
			capacity,
			prices,
			terms: Terms { region, ..Default::default() },
			access: Access::Public,
		};
		Self::add_offer(new, if held { wanted } else { 0 }).map(|_| ())
	}

	/// Keeps and lists an offer.
	pub(crate) fn add_offer(
		new: NewOffer<T::AccountId>,
		deposit: Balance,
	) -> Result<ListingOf<T>, DispatchError> {
		let class = new.class;
		let id = NextOfferId::<T>::get();
		let reputation = T::Reputation::reputation(&new.provider);
		let listing = new.listing(id, reputation);
		Self::ensure_sellable(&listing)?;
		let mut book = Book::<T>::open(class)?;
		NextOfferId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		// The book says on which page.
		let place = Place { offer: id, class, page: None };
		OffersOf::<T>::try_mutate(&listing.provider, |places| places.try_push(place))
			.map_err(|_| Error::<T>::TooManyOffers)?;
		book.insert(listing.clone())?;
		book.close();
		let provider = listing.provider.clone();
		Offers::<T>::insert(id, Offer { provider, class, deposit, withdrawn: None });
		Ok(listing)
	}

	/// Whether an offer sells something for something, on terms that make sense.
	pub(crate) fn ensure_sellable(listing: &ListingOf<T>) -> Result<(), Error<T>> {
		let Listing { capacity, prices, terms, .. } = listing;
		ensure!(!capacity.is_zero(), Error::<T>::NoCapacity);
		ensure!(*prices != UnitPrices::default(), Error::<T>::NoPrice);
		ensure!(terms.are_names_sound(), Error::<T>::BadName);
		ensure!(terms.is_term_sound(), Error::<T>::BadTerm);
		ensure!(terms.runtimes != Default::default(), Error::<T>::NoRuntime);
		ensure!(terms.pricing.is_sound(), Error::<T>::BadPricing);
		ensure!(terms.are_discounts_sound(), Error::<T>::BadDiscount);
		// So no lease of it ever overflows.
		ensure!(terms.pricing.most(prices, capacity).is_some(), Error::<T>::Overpriced);
		Ok(())
	}

	pub(crate) fn do_set_prices(who: T::AccountId, id: OfferId, new: UnitPrices) -> DispatchResult {
		let old = Self::change_offer(&who, id, |listing| {
			Ok(core::mem::replace(&mut listing.prices, new))
		})?;
		Self::record(Some(&who), Subject::Offer(id), "offer.prices_set", &(id, old, new));
		Self::deposit_event(Event::PricesSet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_set_terms(who: T::AccountId, id: OfferId, new: Terms) -> DispatchResult {
		let old = Self::change_offer(&who, id, |listing| {
			Ok(core::mem::replace(&mut listing.terms, new.clone()))
		})?;
		Self::record(Some(&who), Subject::Offer(id), "offer.terms_set", &(id, &old, &new));
		Self::deposit_event(Event::TermsSet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_set_capacity(
		who: T::AccountId,
		id: OfferId,
		new: Resources,
	) -> DispatchResult {
		let now = T::Clock::now();
		let old = Self::change_offer(&who, id, |listing| {
			let old = core::mem::replace(&mut listing.capacity, new);
			let leased = old.checked_sub(&listing.free).defensive_ok_or(Error::<T>::BelowLeased)?;
			listing.free = new.checked_sub(&leased).ok_or(Error::<T>::BelowLeased)?;
			// What is being taken back is used until it is left.
			ensure!(old.fits(&new) || listing.is_left(now), Error::<T>::BelowLeased);
			Ok(old)
		})?;
		Self::record(Some(&who), Subject::Offer(id), "offer.capacity_set", &(id, old, new));
		Self::deposit_event(Event::CapacitySet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_set_access(
		who: T::AccountId,
		id: OfferId,
		access: Access<T::AccountId>,
	) -> DispatchResult {
		let restricted = access.is_restricted();
		let before = Self::change_offer(&who, id, |listing| {
			Ok(core::mem::replace(&mut listing.restricted, restricted))
		})?;
		let before = if before {
			Self::list_deposit(&Access::AllowList(AllowLists::<T>::get(id)))
		} else {
			0
		};
		Offers::<T>::try_mutate(id, |offer| {
			let offer = offer.as_mut().defensive_ok_or(Error::<T>::UnknownOffer)?;
			let old = offer.deposit;
			let new = old.saturating_sub(before).saturating_add(Self::list_deposit(&access));
			let reason = HoldReason::Offer.into();
			if new > old {
				T::Native::hold(&reason, &who, new.saturating_sub(old))?;
			} else {
				T::Native::release(&reason, &who, old.saturating_sub(new), Precision::Exact)?;
			}
			offer.deposit = new;
			DispatchResult::Ok(())
		})?;
		Self::record(Some(&who), Subject::Offer(id), "offer.access_set", &(id, &access));
		let allowed = match access {
			Access::Public => {
				AllowLists::<T>::remove(id);
				None
			},
			Access::AllowList(allowed) => {
				let count = allowed.len() as u32;
				AllowLists::<T>::insert(id, allowed);
				Some(count)
			},
		};
		Self::deposit_event(Event::AccessSet { offer: id, allowed });
		Ok(())
	}

	/// What is held for keeping the accounts of a list.
	fn list_deposit(access: &Access<T::AccountId>) -> Balance {
		match access {
			Access::Public => 0,
			Access::AllowList(allowed) => {
				T::ByteDeposit::get().saturating_mul(allowed.encoded_size() as Balance)
			},
		}
	}

	pub(crate) fn do_pause_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		Self::change_offer(&who, id, |listing| {
			ensure!(!listing.paused, Error::<T>::AlreadyPaused);
			listing.paused = true;
			Ok(())
		})?;
		Self::record(Some(&who), Subject::Offer(id), "offer.paused", &id);
		Self::deposit_event(Event::OfferPaused { offer: id });
		Ok(())
	}

	pub(crate) fn do_resume_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		Self::change_offer(&who, id, |listing| {
			ensure!(listing.paused, Error::<T>::NotPaused);
			listing.paused = false;
			Ok(())
		})?;
		Self::record(Some(&who), Subject::Offer(id), "offer.resumed", &id);
		Self::deposit_event(Event::OfferResumed { offer: id });
		Ok(())
	}

	pub(crate) fn do_withdraw_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		let (class, page) = Self::place_on_sale(&who, id)?;
		Self::withdraw(&who, id, class, page)
	}

	/// Changes the listing of an offer that is `who`'s and not withdrawn.
	fn change_offer<R>(
		who: &T::AccountId,
		id: OfferId,
		change: impl FnOnce(&mut ListingOf<T>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		let (class, page) = Self::place_on_sale(who, id)?;
		let mut book = Book::<T>::open(class)?;
		let done = book.change(page, id, |listing| {
			let done = change(listing)?;
			Self::ensure_sellable(listing)?;
			Ok(done)
		})?;
		book.close();
		Ok(done)
	}

	/// Where an offer is listed, if it is `who`'s and not withdrawn.
	pub(crate) fn place_on_sale(
		who: &T::AccountId,
		id: OfferId,
	) -> Result<(ClassId, u32), Error<T>> {
		let places = OffersOf::<T>::get(who);
		let Some(place) = places.iter().find(|place| place.offer == id) else {
			let known = Offers::<T>::contains_key(id);
			return Err(if known { Error::<T>::NotOwner } else { Error::<T>::UnknownOffer });
		};
		Ok((place.class, place.page.ok_or(Error::<T>::Withdrawn)?))
	}

	/// Takes an offer off its page, and removes it when nothing runs on it.
	pub(crate) fn withdraw(
		provider: &T::AccountId,
		id: OfferId,
		class: ClassId,
		page: u32,
	) -> DispatchResult {
		let mut book = Book::<T>::open(class)?;
		let listing = book.remove(page, id)?;
		book.close();
		OffersOf::<T>::mutate(provider, |places| {
			if let Some(place) = places.iter_mut().find(|place| place.offer == id) {
				place.page = None;
			}
		});
		let leases = listing.leases;
		Self::record(Some(provider), Subject::Offer(id), "offer.withdrawn", &(id, leases));
		Self::deposit_event(Event::OfferWithdrawn { offer: id, leases });
		Self::keep_withdrawn(id, listing)
	}

	/// Keeps the listing of a withdrawn offer, or forgets the offer when nothing runs on it.
	pub(crate) fn keep_withdrawn(id: OfferId, listing: ListingOf<T>) -> DispatchResult {
		let mut offer = Offers::<T>::get(id).defensive_ok_or(Error::<T>::UnknownOffer)?;
		if listing.leases > 0 {
			offer.withdrawn = Some(listing);
			Offers::<T>::insert(id, offer);
			return Ok(());
		}
		let Offer { provider, deposit, .. } = offer;
		Offers::<T>::remove(id);
		if listing.restricted {
			AllowLists::<T>::remove(id);
		}
		OffersOf::<T>::mutate_exists(&provider, |places| {
			if let Some(places) = places {
				places.retain(|place| place.offer != id);
			}
			places.take_if(|places| places.is_empty());
		});
		// Best effort: a lease has to close even if something else ate into the hold.
		let reason = HoldReason::Offer.into();
		let deposit = T::Native::release(&reason, &provider, deposit, Precision::BestEffort)
			.defensive_unwrap_or_default();
		Self::deposit_event(Event::OfferRemoved { offer: id, provider, deposit });
		Ok(())
	}

	/// Writes a record about the configuration.
	pub(crate) fn record(
		actor: Option<&T::AccountId>,
		subject: Subject<T::AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	) {
		T::Audit::record(Category::Configuration, actor, subject, action, particulars);
	}
}
