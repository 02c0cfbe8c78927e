//! What must always hold, under the labels of the README.

use crate::{
	index::{Index, Portion, HOUR},
	pallet::*,
	types::Listing,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{
	money::shares_add_up, Balance, ClassId, Clock, LeaseId, OfferId, Resources, Timestamp,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the README.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_listings()?;
		Self::check_capacity()?;
		Self::check_leases()?;
		Self::check_offers()?;
		Self::check_owners()?;
		Self::check_ids()?;
		Self::check_deposits()?;
		Self::check_indices()?;
		Self::check_histories()?;
		Self::check_lists()
	}

	/// I1: an offer is listed once, with its own terms, in the book of its class, unless it is
	/// withdrawn; nothing else is listed.
	fn check_listings() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeSet::new();
		for (class, book) in Books::<T>::iter() {
			for listing in book {
				ensure!(listed.insert(listing.offer), "I1: an offer is listed twice");
				let offer = Offers::<T>::get(listing.offer).ok_or("I1: a listing has no offer")?;
				ensure!(!offer.withdrawn, "I1: a withdrawn offer is listed");
				ensure!(offer.class == class, "I1: an offer is listed in another class");
				let due = Listing { free: listing.free, ..Listing::of(listing.offer, &offer) };
				ensure!(listing == due, "I1: a listing differs from its offer");
			}
		}
		let on_sale = Offers::<T>::iter().filter(|(_, offer)| !offer.withdrawn).count();
		ensure!(on_sale == listed.len(), "I1: an offer on sale is not listed");
		Ok(())
	}

	/// I2: what is free of an offer and what its leases reserve add up to its capacity.
	fn check_capacity() -> Result<(), TryRuntimeError> {
		let mut parts = BTreeMap::<OfferId, Resources>::new();
		for lease in Leases::<T>::iter_values() {
			let sum = parts.entry(lease.offer).or_default();
			*sum = sum.checked_add(&lease.needs).ok_or("I2: the leases of an offer overflow")?;
		}
		for listing in Books::<T>::iter_values().flatten() {
			let leased = parts.get(&listing.offer).copied().unwrap_or_default();
			let sum = leased.checked_add(&listing.free).ok_or("I2: a listing overflows")?;
			let capacity = Offers::<T>::get(listing.offer).map(|offer| offer.capacity);
			ensure!(capacity == Some(sum), "I2: free and leased are not the capacity");
		}
		for (id, leased) in parts {
			let capacity = Offers::<T>::get(id).map(|offer| offer.capacity).unwrap_or_default();
			ensure!(leased.fits(&capacity), "I2: more is leased than the capacity");
		}
		Ok(())
	}

	/// I3: an offer counts its leases, each lease is of its offer's provider, tier and asset, and
	/// no lease is free of charge, asks nothing or starts before it is opened.
	fn check_leases() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<OfferId, u32>::new();
		let mut streams = BTreeSet::new();
		for lease in Leases::<T>::iter_values() {
			let offer = Offers::<T>::get(lease.offer).ok_or("I3: a lease has no offer")?;
			ensure!(offer.provider == lease.provider, "I3: a lease is of another provider");
			ensure!(offer.tier == lease.tier, "I3: a lease is of another tier");
			ensure!(offer.asset == lease.asset, "I3: a lease is in another asset");
			ensure!(lease.rate.0 > 0, "I3: a lease is free of charge");
			ensure!(!lease.needs.is_zero(), "I3: a lease reserves nothing");
			ensure!(lease.started.is_none_or(|at| at >= lease.opened), "I3: started too early");
			ensure!(streams.insert(lease.stream), "I3: two leases share a stream");
			let count = counts.entry(lease.offer).or_default();
			*count = count.saturating_add(1);
		}
		for (id, offer) in Offers::<T>::iter() {
			let count = counts.get(&id).copied().unwrap_or_default();
			ensure!(offer.leases == count, "I3: an offer miscounts its leases");
		}
		Ok(())
	}

	/// I4: an offer is of a registered class, holds something, asks something that never overflows
	/// on terms that make sense, pays exactly what it earns, and is kept only while it sells or has
	/// leases.
	fn check_offers() -> Result<(), TryRuntimeError> {
		for offer in Offers::<T>::iter_values() {
			ensure!(Classes::<T>::contains_key(offer.class), "I4: an offer has no class");
			ensure!(Self::ensure_sellable(&offer).is_ok(), "I4: an offer is not sellable");
			ensure!(shares_add_up(&offer.payees), "I4: the shares of an offer do not add up");
			ensure!(!offer.withdrawn || offer.leases > 0, "I4: an offer outlived its last lease");
		}
		Ok(())
	}

	/// I5: every offer is in the list of its provider, once, and in no other; no list is empty.
	fn check_owners() -> Result<(), TryRuntimeError> {
		let mut owned = BTreeSet::new();
		for (provider, offers) in OffersOf::<T>::iter() {
			ensure!(!offers.is_empty(), "I5: a list of offers is empty");
			for id in offers {
				ensure!(owned.insert(id), "I5: an offer is owned twice");
				let owner = Offers::<T>::get(id).map(|offer| offer.provider);
				ensure!(owner.as_ref() == Some(&provider), "I5: an offer is of another provider");
			}
		}
		ensure!(owned.len() == Offers::<T>::iter_keys().count(), "I5: an offer has no owner");
		Ok(())
	}

	/// I6: every id in use is below the next one to be given.
	fn check_ids() -> Result<(), TryRuntimeError> {
		let below = |used: Vec<u64>, next: u64| used.into_iter().all(|id| id < next);
		let classes = Classes::<T>::iter_keys().map(|ClassId(id)| id.into()).collect();
		let offers = Offers::<T>::iter_keys().map(|OfferId(id)| id).collect();
		let leases = Leases::<T>::iter_keys().map(|LeaseId(id)| id).collect();
		ensure!(below(classes, NextClassId::<T>::get().0.into()), "I6: a class is ahead");
		ensure!(below(offers, NextOfferId::<T>::get().0), "I6: an offer is ahead");
		ensure!(below(leases, NextLeaseId::<T>::get().0), "I6: a lease is ahead");
		Ok(())
	}

	/// I7: what is held of a provider for its offers is the sum of their deposits.
	fn check_deposits() -> Result<(), TryRuntimeError> {
		let mut due = BTreeMap::<T::AccountId, Balance>::new();
		for offer in Offers::<T>::iter_values() {
			let sum = due.entry(offer.provider).or_default();
			*sum = sum.saturating_add(offer.deposit);
		}
		for (provider, sum) in due {
			let held = T::Native::balance_on_hold(&HoldReason::Offer.into(), &provider);
			ensure!(held == sum, "I7: the deposits of a provider are not what is held");
		}
		Ok(())
	}

	/// I8: every class and nothing else has an index; its policy is sound, its level within the
	/// bounds, and it counts exactly what the book of the class offers to everybody.
	fn check_indices() -> Result<(), TryRuntimeError> {
		for (class, index) in Indices::<T>::iter() {
			ensure!(Classes::<T>::contains_key(class), "I8: an index has no class");
			let Index { policy, level, at, used, offered } = index;
			ensure!(policy.is_sound(), "I8: a policy is not sound");
			ensure!(policy.floor <= level && level <= policy.cap, "I8: a level is out of bounds");
			ensure!(at <= T::Clock::now(), "I8: an index is ahead of time");
			let mut sum = Portion::default();
			for listing in Books::<T>::get(class) {
				let part = listing.portion(policy.gauge);
				sum.used = sum.used.saturating_add(part.used);
				sum.offered = sum.offered.saturating_add(part.offered);
			}
			ensure!(sum == Portion { used, offered }, "I8: an index miscounts its book");
		}
		let indices = Indices::<T>::iter_keys().count();
		ensure!(indices == Classes::<T>::iter_keys().count(), "I8: a class has no index");
		Ok(())
	}

	/// I9: the samples of a history are of a class, in order, and one per hour.
	fn check_histories() -> Result<(), TryRuntimeError> {
		for (class, samples) in Histories::<T>::iter() {
			let index = Indices::<T>::get(class).ok_or("I9: a history has no index")?;
			let hour = |at: Timestamp| at.0.checked_div(HOUR);
			let times: Vec<_> = samples.iter().map(|sample| sample.at).collect();
			let ordered = times.is_sorted_by(|one, next| hour(*one) < hour(*next));
			ensure!(ordered, "I9: a history is out of order");
			ensure!(times.last() <= Some(&index.at), "I9: a history is ahead of its index");
		}
		Ok(())
	}

	/// I10: an offer has a list of accounts exactly if it is restricted.
	fn check_lists() -> Result<(), TryRuntimeError> {
		let mut listed: BTreeSet<_> = AllowLists::<T>::iter_keys().collect();
		for (id, offer) in Offers::<T>::iter() {
			ensure!(offer.restricted == listed.remove(&id), "I10: a list and its offer disagree");
		}
		ensure!(listed.is_empty(), "I10: a list has no offer");
		Ok(())
	}
}
