//! What the calls do with classes and offers, and how the indices are kept.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	index::{Index, Policy, Portion, Sample},
	pallet::*,
	terms::Terms,
	types::{sole_payee, Access, Class, ClassName, Listing, Offer, MAX_SAMPLES},
};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{fungible::MutateHold, tokens::Precision, Defensive, DefensiveOption, Get},
};
use sp_runtime::{DispatchError, DispatchResult};
use tradewind_primitives::{
	money::shares_add_up,
	traits::{AuditLog, Coverage, ProviderDirectory},
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

// Classes and their indices.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_class(name: ClassName) -> DispatchResult {
		let class = Self::add_class(name.clone())?;
		Self::record(None, Subject::Class(class), "class.registered", &(class, &name));
		Self::deposit_event(Event::ClassRegistered { class, name });
		Ok(())
	}

	pub(crate) fn add_class(name: ClassName) -> Result<ClassId, DispatchError> {
		ensure!(!name.is_empty(), Error::<T>::NoName);
		let class = NextClassId::<T>::get();
		NextClassId::<T>::put(class.next().ok_or(Error::<T>::IdsExhausted)?);
		Classes::<T>::insert(class, Class { name });
		Indices::<T>::insert(class, Index::new(T::DefaultIndex::get(), T::Clock::now()));
		Ok(class)
	}

	pub(crate) fn do_set_index(class: ClassId, new: Policy) -> DispatchResult {
		ensure!(new.is_sound(), Error::<T>::BadPolicy);
		let (mut index, sample) = Self::touched(class)?;
		let old = index.policy;
		let book = Books::<T>::get(class);
		index.reset(new, book.iter().map(|listing| listing.portion(new.gauge)));
		Self::keep_index(class, index, sample);
		Self::record(None, Subject::Class(class), "class.index_set", &(class, old, new));
		Self::deposit_event(Event::IndexSet { class, old, new });
		Ok(())
	}

	/// The index of a class at this moment, and a sample for its history if one is due. Nothing is
	/// written: see [`Self::keep_index`].
	pub(crate) fn touched(class: ClassId) -> Result<(Index, Option<Sample>), Error<T>> {
		let mut index = Indices::<T>::get(class).ok_or(Error::<T>::UnknownClass)?;
		let sample = index.touch(T::Clock::now());
		Ok((index, sample))
	}

	/// Keeps what [`Self::touched`] gave.
	pub(crate) fn keep_index(class: ClassId, index: Index, sample: Option<Sample>) {
		Indices::<T>::insert(class, index);
		if let Some(sample) = sample {
			Histories::<T>::mutate(class, |samples| {
				if samples.len() >= MAX_SAMPLES as usize {
					samples.remove(0);
				}
				// There is room: if there was none, the oldest is gone.
				let _ = samples.try_push(sample).defensive();
			});
		}
	}

	/// What a class counts of a listing from now on.
	fn reweigh(
		class: ClassId,
		change: impl FnOnce(&Policy) -> (Portion, Portion),
	) -> DispatchResult {
		let (mut index, sample) = Self::touched(class)?;
		let (old, new) = change(&index.policy);
		index.replace(old, new);
		Self::keep_index(class, index, sample);
		Ok(())
	}
}

// Offers.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_offer(new: NewOffer<T::AccountId>) -> DispatchResult {
		let NewOffer { provider, class, tier, asset, capacity, prices, payees, terms, access } =
			new;
		match T::ProviderDirectory::status(&provider) {
			Some(status) if status.accepts_work() => {},
			Some(ProviderStatus::Retired) => return Err(Error::<T>::ProviderGone.into()),
			Some(_) => return Err(Error::<T>::NotActive.into()),
			None => return Err(Error::<T>::UnknownProvider.into()),
		}
		ensure!(T::Coverage::start_within(tier).is_some(), Error::<T>::UnknownTier);
		let payees = if payees.is_empty() { sole_payee(provider.clone()) } else { payees };
		ensure!(shares_add_up(&payees), Error::<T>::SharesDoNotAddUp);
		let deposit = T::OfferDeposit::get().saturating_add(Self::list_deposit(&access));
		let offer = Self::add_offer(Offer {
			provider: provider.clone(),
			class,
			tier,
			asset: asset.clone(),
			capacity,
			prices,
			terms: terms.clone(),
			payees,
			leases: 0,
			paused: false,
			restricted: access.is_restricted(),
			withdrawn: false,
			deposit,
		})?;
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
			terms: Terms { region, ..Default::default() },
			leases: 0,
			paused: false,
			restricted: false,
			withdrawn: false,
			deposit: if held { wanted } else { 0 },
		})
	}

	/// Keeps and lists an offer.
	fn add_offer(offer: OfferOf<T>) -> Result<OfferId, DispatchError> {
		Self::ensure_sellable(&offer)?;
		let id = NextOfferId::<T>::get();
		let listing = Listing::of(id, &offer);
		Self::reweigh(offer.class, |policy| (Portion::default(), listing.portion(policy.gauge)))?;
		NextOfferId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		OffersOf::<T>::try_mutate(&offer.provider, |offers| offers.try_push(id))
			.map_err(|_| Error::<T>::TooManyOffers)?;
		Books::<T>::try_mutate(offer.class, |book| {
			book.try_push(listing).map_err(|_| Error::<T>::BookFull)
		})?;
		Offers::<T>::insert(id, offer);
		Ok(id)
	}

	/// Whether an offer sells something for something, on terms that make sense.
	pub(crate) fn ensure_sellable(offer: &OfferOf<T>) -> Result<(), Error<T>> {
		let Offer { capacity, prices, terms, .. } = offer;
		ensure!(!capacity.is_zero(), Error::<T>::NoCapacity);
		ensure!(*prices != UnitPrices::default(), Error::<T>::NoPrice);
		ensure!(terms.is_region_sound(), Error::<T>::BadRegion);
		ensure!(terms.is_term_sound(), Error::<T>::BadTerm);
		ensure!(terms.runtimes != Default::default(), Error::<T>::NoRuntime);
		ensure!(terms.pricing.is_sound(), Error::<T>::BadPricing);
		// So no lease of it ever overflows.
		ensure!(terms.pricing.most(prices, capacity).is_some(), Error::<T>::Overpriced);
		Ok(())
	}

	pub(crate) fn do_set_prices(who: T::AccountId, id: OfferId, new: UnitPrices) -> DispatchResult {
		let mut offer = Self::offer_on_sale(&who, id)?;
		let old = core::mem::replace(&mut offer.prices, new);
		Self::ensure_sellable(&offer)?;
		Self::change_listing(offer.class, id, |listing| {
			listing.prices = new;
			Ok(())
		})?;
		Offers::<T>::insert(id, offer);
		Self::record(Some(&who), Subject::Offer(id), "offer.prices_set", &(id, old, new));
		Self::deposit_event(Event::PricesSet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_set_terms(who: T::AccountId, id: OfferId, new: Terms) -> DispatchResult {
		let mut offer = Self::offer_on_sale(&who, id)?;
		let old = core::mem::replace(&mut offer.terms, new.clone());
		Self::ensure_sellable(&offer)?;
		Self::change_listing(offer.class, id, |listing| {
			listing.terms = new.clone();
			Ok(())
		})?;
		Offers::<T>::insert(id, offer);
		Self::record(Some(&who), Subject::Offer(id), "offer.terms_set", &(id, &old, &new));
		Self::deposit_event(Event::TermsSet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_set_capacity(
		who: T::AccountId,
		id: OfferId,
		new: Resources,
	) -> DispatchResult {
		let mut offer = Self::offer_on_sale(&who, id)?;
		let old = core::mem::replace(&mut offer.capacity, new);
		Self::ensure_sellable(&offer)?;
		Self::change_supply(offer.class, id, |listing| {
			let leased = old.checked_sub(&listing.free).defensive_ok_or(Error::<T>::BelowLeased)?;
			listing.free = new.checked_sub(&leased).ok_or(Error::<T>::BelowLeased)?;
			listing.capacity = new;
			Ok(())
		})?;
		Offers::<T>::insert(id, offer);
		Self::record(Some(&who), Subject::Offer(id), "offer.capacity_set", &(id, old, new));
		Self::deposit_event(Event::CapacitySet { offer: id, old, new });
		Ok(())
	}

	pub(crate) fn do_set_access(
		who: T::AccountId,
		id: OfferId,
		access: Access<T::AccountId>,
	) -> DispatchResult {
		let mut offer = Self::offer_on_sale(&who, id)?;
		let before = if offer.restricted {
			Self::list_deposit(&Access::AllowList(AllowLists::<T>::get(id)))
		} else {
			0
		};
		let old = offer.deposit;
		let new = old.saturating_sub(before).saturating_add(Self::list_deposit(&access));
		let reason = HoldReason::Offer.into();
		if new > old {
			T::Native::hold(&reason, &who, new.saturating_sub(old))?;
		} else {
			T::Native::release(&reason, &who, old.saturating_sub(new), Precision::Exact)?;
		}
		offer.deposit = new;
		offer.restricted = access.is_restricted();
		Self::change_supply(offer.class, id, |listing| {
			listing.restricted = access.is_restricted();
			Ok(())
		})?;
		Offers::<T>::insert(id, offer);
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
				T::AllowedDeposit::get().saturating_mul(allowed.len() as Balance)
			},
		}
	}

	pub(crate) fn do_pause_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		Self::set_paused(&who, id, true, Error::<T>::AlreadyPaused, "offer.paused")?;
		Self::deposit_event(Event::OfferPaused { offer: id });
		Ok(())
	}

	pub(crate) fn do_resume_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		Self::set_paused(&who, id, false, Error::<T>::NotPaused, "offer.resumed")?;
		Self::deposit_event(Event::OfferResumed { offer: id });
		Ok(())
	}

	fn set_paused(
		who: &T::AccountId,
		id: OfferId,
		paused: bool,
		already: Error<T>,
		action: &'static str,
	) -> DispatchResult {
		let mut offer = Self::offer_on_sale(who, id)?;
		ensure!(offer.paused != paused, already);
		offer.paused = paused;
		Self::change_supply(offer.class, id, |listing| {
			listing.paused = paused;
			Ok(())
		})?;
		Offers::<T>::insert(id, offer);
		Self::record(Some(who), Subject::Offer(id), action, &id);
		Ok(())
	}

	pub(crate) fn do_withdraw_offer(who: T::AccountId, id: OfferId) -> DispatchResult {
		let offer = Self::offer_on_sale(&who, id)?;
		Self::withdraw(id, offer)
	}

	/// The offer, if it is `who`'s and not withdrawn.
	fn offer_on_sale(who: &T::AccountId, id: OfferId) -> Result<OfferOf<T>, DispatchError> {
		let offer = Offers::<T>::get(id).ok_or(Error::<T>::UnknownOffer)?;
		ensure!(offer.provider == *who, Error::<T>::NotOwner);
		ensure!(!offer.withdrawn, Error::<T>::Withdrawn);
		Ok(offer)
	}

	/// Changes a listing, but nothing of it that the index counts.
	fn change_listing<R>(
		class: ClassId,
		id: OfferId,
		change: impl FnOnce(&mut ListingOf<T>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		Books::<T>::try_mutate(class, |book| {
			let listing = book
				.iter_mut()
				.find(|listing| listing.offer == id)
				.defensive_ok_or(Error::<T>::UnknownOffer)?;
			change(listing)
		})
	}

	/// Changes a listing and what the index counts of it.
	pub(crate) fn change_supply(
		class: ClassId,
		id: OfferId,
		change: impl FnOnce(&mut ListingOf<T>) -> DispatchResult,
	) -> DispatchResult {
		let (old, new) = Self::change_listing(class, id, |listing| {
			let old = listing.clone();
			change(listing)?;
			Ok((old, listing.clone()))
		})?;
		Self::reweigh(class, |policy| (old.portion(policy.gauge), new.portion(policy.gauge)))
	}

	/// Takes the offer off its book, and removes it when nothing runs on it.
	pub(crate) fn withdraw(id: OfferId, mut offer: OfferOf<T>) -> DispatchResult {
		let listing = Books::<T>::try_mutate(offer.class, |book| {
			let place = book.iter().position(|listing| listing.offer == id);
			place.map(|place| book.remove(place)).defensive_ok_or(Error::<T>::UnknownOffer)
		})?;
		Self::reweigh(offer.class, |policy| (listing.portion(policy.gauge), Portion::default()))?;
		offer.withdrawn = true;
		let leases = offer.leases;
		let subject = Subject::Offer(id);
		Self::record(Some(&offer.provider), subject, "offer.withdrawn", &(id, leases));
		Self::deposit_event(Event::OfferWithdrawn { offer: id, leases });
		Self::keep_or_remove(id, offer);
		Ok(())
	}

	/// Writes the offer back, or forgets it when it is withdrawn and nothing runs on it.
	pub(crate) fn keep_or_remove(id: OfferId, offer: OfferOf<T>) {
		if !offer.withdrawn || offer.leases > 0 {
			Offers::<T>::insert(id, offer);
			return;
		}
		let Offer { provider, deposit, restricted, .. } = offer;
		Offers::<T>::remove(id);
		if restricted {
			AllowLists::<T>::remove(id);
		}
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

	/// Writes a record about the configuration.
	fn record(
		actor: Option<&T::AccountId>,
		subject: Subject<T::AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	) {
		T::Audit::record(Category::Configuration, actor, subject, action, particulars);
	}
}
