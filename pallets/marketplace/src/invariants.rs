//! What must always hold, under the labels of the README.

use crate::{
	bids::Bid,
	directory::{place_of, Key, Summary},
	hooks::Due,
	index::{Index, Portion, HOUR},
	pallet::*,
	types::{Lease, Listing, Place, SpotLease},
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::Encode;
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{
	agenda::Slot, money::shares_add_up, traits::Streams, Balance, ClassId, Clock, LeaseKind,
	OfferId, Resources, Timestamp,
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
		Self::check_lists()?;
		Self::check_directories()?;
		Self::check_spot()?;
		Self::check_agenda()?;
		Self::check_auctions()
	}

	/// Every listing of every page, with its class and page.
	fn listings() -> impl Iterator<Item = (ClassId, u32, ListingOf<T>)> {
		Pages::<T>::iter().flat_map(|(class, page, listings)| {
			listings.into_iter().map(move |listing| (class, page, listing))
		})
	}

	/// Every offer, listed or withdrawn, with what its listing says.
	fn offers() -> impl Iterator<Item = ListingOf<T>> {
		let withdrawn = Offers::<T>::iter_values().filter_map(|offer| offer.withdrawn);
		Self::listings().map(|(_, _, listing)| listing).chain(withdrawn)
	}

	/// I1: an offer is listed once, on the page that its provider's list says, unless it is
	/// withdrawn; nothing else is listed.
	fn check_listings() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeSet::new();
		for (class, page, listing) in Self::listings() {
			let Listing { offer: id, provider, .. } = listing;
			ensure!(listed.insert(id), "I1: an offer is listed twice");
			let offer = Offers::<T>::get(id).ok_or("I1: a listing has no offer")?;
			ensure!(offer.withdrawn.is_none(), "I1: a withdrawn offer is listed");
			ensure!(offer.class == class, "I1: an offer is listed in another class");
			ensure!(offer.provider == provider, "I1: an offer is listed for another provider");
			let place = Place { offer: id, class, page: Some(page) };
			let known = OffersOf::<T>::get(provider).contains(&place);
			ensure!(known, "I1: an offer is listed elsewhere than its provider's list says");
		}
		let on_sale = Offers::<T>::iter_values().filter(|offer| offer.withdrawn.is_none()).count();
		ensure!(on_sale == listed.len(), "I1: an offer on sale is not listed");
		Ok(())
	}

	/// I2: what is free of an offer and what its leases reserve add up to its capacity; those that
	/// are being taken back have given theirs to others already. What can be used at this moment is
	/// no more than the capacity either.
	fn check_capacity() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		let mut parts = BTreeMap::<OfferId, (Resources, Resources)>::new();
		for (_, stream) in T::Streams::all_managed() {
			let Lease { offer, needs, reclaimed, usable_from, .. } = stream.memo;
			let (leased, used) = parts.entry(offer).or_default();
			let here = |counts: bool| if counts { needs } else { Resources::default() };
			let uses = reclaimed.is_none_or(|until| until > now)
				&& usable_from.is_none_or(|from| from <= now);
			for (sum, part) in [(leased, here(reclaimed.is_none())), (used, here(uses))] {
				*sum = sum.checked_add(&part).ok_or("I2: the leases of an offer overflow")?;
			}
		}
		for listing in Self::offers() {
			let (leased, used) = parts.remove(&listing.offer).unwrap_or_default();
			let sum = leased.checked_add(&listing.free).ok_or("I2: a listing overflows")?;
			ensure!(listing.capacity == sum, "I2: free and leased are not the capacity");
			ensure!(used.fits(&listing.capacity), "I2: two use the same room");
		}
		Ok(())
	}

	/// I3: an offer counts its leases, each lease is of its offer's provider, tier and asset, and
	/// no lease is free of charge, asks nothing or starts before it is opened.
	fn check_leases() -> Result<(), TryRuntimeError> {
		let mut offers: BTreeMap<_, _> =
			Self::offers().map(|listing| (listing.offer, (listing, 0u32))).collect();
		for (_, stream) in T::Streams::all_managed() {
			let lease = stream.memo;
			let (offer, count) = offers.get_mut(&lease.offer).ok_or("I3: a lease has no offer")?;
			ensure!(offer.provider == lease.provider, "I3: a lease is of another provider");
			ensure!(offer.tier == lease.tier, "I3: a lease is of another tier");
			let asset = T::Streams::asset(stream.terms.tab);
			ensure!(asset.as_ref() == Some(&offer.asset), "I3: a lease is in another asset");
			ensure!(
				stream.terms.meter.as_ref() == Some(&lease.provider),
				"I3: a lease does not stand still with its provider"
			);
			ensure!(stream.terms.rate.0 > 0, "I3: a lease is free of charge");
			ensure!(!lease.needs.is_zero(), "I3: a lease reserves nothing");
			ensure!(stream.started.is_none_or(|at| at >= lease.opened), "I3: started too early");
			*count = count.saturating_add(1);
		}
		for (offer, count) in offers.into_values() {
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
			let leased = offer.withdrawn.is_none_or(|listing| listing.leases > 0);
			ensure!(leased, "I4: an offer outlived its last lease");
		}
		for listing in Self::offers() {
			ensure!(Self::ensure_sellable(&listing).is_ok(), "I4: an offer is not sellable");
			ensure!(shares_add_up(&listing.payees), "I4: the shares of an offer do not add up");
		}
		Ok(())
	}

	/// I5: every offer is in the list of its provider, once, and in no other; no list is empty.
	fn check_owners() -> Result<(), TryRuntimeError> {
		let mut owned = BTreeSet::new();
		for (provider, places) in OffersOf::<T>::iter() {
			ensure!(!places.is_empty(), "I5: a list of offers is empty");
			for Place { offer: id, page, .. } in places {
				ensure!(owned.insert(id), "I5: an offer is owned twice");
				let offer = Offers::<T>::get(id).ok_or("I5: a list names no offer")?;
				ensure!(offer.provider == provider, "I5: an offer is of another provider");
				ensure!(
					offer.withdrawn.is_some() == page.is_none(),
					"I5: a withdrawn offer has a page, or another one has none"
				);
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
		ensure!(below(classes, NextClassId::<T>::get().0.into()), "I6: a class is ahead");
		ensure!(below(offers, NextOfferId::<T>::get().0), "I6: an offer is ahead");
		for (class, page) in Pages::<T>::iter_keys() {
			let next = Markets::<T>::get(class).map(|market| market.next_page);
			ensure!(next > Some(page), "I6: a page is ahead");
		}
		Ok(())
	}

	/// I7: what is held of anybody for offers, auctions and bids is the sum of their deposits.
	fn check_deposits() -> Result<(), TryRuntimeError> {
		let offers = Offers::<T>::iter_values()
			.map(|offer| (offer.provider, HoldReason::Offer, offer.deposit));
		let auctions = Auctions::<T>::iter_values().flat_map(|auction| {
			let bids = auction.bids.into_iter();
			let bids = bids.map(|bid| (bid.bidder, HoldReason::Bid, bid.deposit));
			bids.chain([(auction.owner, HoldReason::Auction, auction.deposit)])
		});
		let mut due = BTreeMap::<_, [Balance; 3]>::new();
		let reasons = [HoldReason::Offer, HoldReason::Auction, HoldReason::Bid];
		for (who, reason, deposit) in offers.chain(auctions) {
			let sums = due.entry(who).or_default();
			for (sum, one) in sums.iter_mut().zip(reasons) {
				*sum = sum.saturating_add(if one == reason { deposit } else { 0 });
			}
		}
		for (who, sums) in due {
			for (sum, reason) in sums.into_iter().zip(reasons) {
				let held = T::Native::balance_on_hold(&reason.into(), &who);
				ensure!(held == sum, "I7: the deposits of somebody are not what is held");
			}
		}
		Ok(())
	}

	/// I8: every class and nothing else has a market; the policy of its index is sound, its level
	/// within the bounds, and it counts exactly what the pages of the class offer to everybody.
	fn check_indices() -> Result<(), TryRuntimeError> {
		for (class, market) in Markets::<T>::iter() {
			ensure!(Classes::<T>::contains_key(class), "I8: a market has no class");
			let Index { policy, level, at, used, offered } = market.index;
			ensure!(policy.is_sound(), "I8: a policy is not sound");
			ensure!(policy.floor <= level && level <= policy.cap, "I8: a level is out of bounds");
			ensure!(at <= T::Clock::now(), "I8: an index is ahead of time");
			let mut sum = Portion::default();
			for listing in Pages::<T>::iter_prefix_values(class).flatten() {
				let part = listing.portion();
				sum.used = sum.used.with(&part.used);
				sum.offered = sum.offered.with(&part.offered);
			}
			ensure!(sum == Portion { used, offered }, "I8: an index miscounts its pages");
		}
		let markets = Markets::<T>::iter_keys().count();
		ensure!(markets == Classes::<T>::iter_keys().count(), "I8: a class has no market");
		Ok(())
	}

	/// I9: the samples of a history are of a class, in order, and one per hour.
	fn check_histories() -> Result<(), TryRuntimeError> {
		for (class, samples) in Histories::<T>::iter() {
			let market = Markets::<T>::get(class).ok_or("I9: a history has no index")?;
			let hour = |at: Timestamp| at.0.checked_div(HOUR);
			let times: Vec<_> = samples.iter().map(|sample| sample.at).collect();
			let ordered = times.is_sorted_by(|one, next| hour(*one) < hour(*next));
			ensure!(ordered, "I9: a history is out of order");
			ensure!(times.last() <= Some(&market.index.at), "I9: a history is ahead of its index");
		}
		Ok(())
	}

	/// I10: an offer has a list of accounts exactly if it is restricted.
	fn check_lists() -> Result<(), TryRuntimeError> {
		let mut listed: BTreeSet<_> = AllowLists::<T>::iter_keys().collect();
		for Listing { offer, restricted, .. } in Self::offers() {
			ensure!(restricted == listed.remove(&offer), "I10: a list and its offer disagree");
		}
		ensure!(listed.is_empty(), "I10: a list has no offer");
		Ok(())
	}

	/// I11: the directory of a class knows its pages and nothing else, each as it is and in the
	/// order of prices; a listing lies on the page to which its price belongs; no page is empty.
	fn check_directories() -> Result<(), TryRuntimeError> {
		let mut pages: BTreeMap<_, _> =
			Pages::<T>::iter().map(|(class, page, listings)| ((class, page), listings)).collect();
		for (class, market) in Markets::<T>::iter() {
			let directory = &market.directory;
			let ordered = directory.is_sorted_by(|one, next| one.from < next.from);
			ensure!(ordered, "I11: a directory is out of order");
			for (place, summary) in directory.iter().enumerate() {
				let page = pages.remove(&(class, summary.page)).ok_or("I11: a page is missing")?;
				let due = Summary::of(summary.page, summary.from, &page);
				ensure!(*summary == due, "I11: a page is not what the directory says");
				ensure!(!page.is_empty(), "I11: a page is empty");
				let belongs = |key| place_of(directory, &key) == Some(place);
				let ordered = page.iter().map(Key::of).all(belongs);
				ensure!(ordered, "I11: a listing lies on a page to which it does not belong");
			}
		}
		ensure!(pages.is_empty(), "I11: a page is in no directory");
		Ok(())
	}

	/// I12: the spot leases of an offer that can be taken back are listed with it, in full and in
	/// order, and what they reserve is what its listing says.
	fn check_spot() -> Result<(), TryRuntimeError> {
		let mut leases = BTreeMap::<OfferId, Vec<SpotLease>>::new();
		for (id, stream) in T::Streams::all_managed() {
			let lease = stream.memo;
			let is_spot = lease.kind.plain() == LeaseKind::Spot;
			ensure!(is_spot || lease.reclaimed.is_none(), "I12: what is no spot lease has notice");
			if is_spot && lease.reclaimed.is_none() {
				let listed = SpotLease { lease: id.into(), needs: lease.needs };
				leases.entry(lease.offer).or_default().push(listed);
			}
		}
		for listing in Self::offers() {
			let mut known = SpotLeases::<T>::get(listing.offer).into_inner();
			let mut due = leases.remove(&listing.offer).unwrap_or_default();
			let sum =
				due.iter().try_fold(Resources::default(), |sum, it| sum.checked_add(&it.needs));
			ensure!(sum == Some(listing.spot), "I12: a listing miscounts its spot leases");
			known.sort_unstable_by_key(|listed| listed.lease);
			due.sort_unstable_by_key(|listed| listed.lease);
			ensure!(known == due, "I12: the spot leases of an offer are not those listed");
			let count = usize::from(listing.spot_leases);
			ensure!(count == known.len(), "I12: a listing does not count its spot leases");
		}
		let listed = SpotLeases::<T>::iter()
			.all(|(offer, list)| !list.is_empty() && Offers::<T>::contains_key(offer));
		ensure!(listed, "I12: a list of spot leases is empty or has no offer");
		Ok(())
	}

	/// I13: what the agenda is to look at lies where the record of it says, and there is nothing
	/// else in it. What is due already may be on its way.
	fn check_agenda() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		let leases = T::Streams::all_managed().into_iter().filter_map(|(id, stream)| {
			let (id, lease) = (id.into(), stream.memo);
			let item = match lease.reclaimed {
				Some(_) => Due::Reclaim(id),
				None => Due::End(id),
			};
			lease.due.map(|slot| (slot, item))
		});
		let auctions = Auctions::<T>::iter().map(|(id, auction)| (auction.due, Due::Auction(id)));
		let queued = AgendaPages::<T>::iter().flat_map(|(bucket, page, items)| {
			let slot = Slot { bucket, page };
			items.into_iter().map(move |item| (slot, item))
		});
		let later = |(slot, _): &(Slot, Due)| !slot.is_due(now);
		let encoded = |entry: (Slot, Due)| entry.encode();
		let mut written: Vec<_> = leases.chain(auctions).filter(later).map(encoded).collect();
		let mut queued: Vec<_> = queued.filter(later).map(encoded).collect();
		written.sort_unstable();
		queued.sort_unstable();
		ensure!(written == queued, "I13: the agenda is not what the records say");
		for (_, stream) in T::Streams::all_managed() {
			let Lease { due, reference, reclaimed, .. } = stream.memo;
			let ends = reclaimed.is_some() || (reference.is_none() && stream.started.is_some());
			ensure!(due.is_some() || !ends, "I13: nobody looks after the end of a lease");
		}
		Ok(())
	}

	/// I14: an auction ends no later than it may, asks something that can be counted, and has bids
	/// above zero and not above its most, one of each provider.
	fn check_auctions() -> Result<(), TryRuntimeError> {
		let next = NextAuctionId::<T>::get();
		for (id, auction) in Auctions::<T>::iter() {
			let order = &auction.order;
			ensure!(id < next, "I14: an auction is ahead");
			ensure!(auction.ends <= auction.latest, "I14: an auction goes on for too long");
			let most = order.max_rate.amount(order.seconds);
			ensure!(most.is_some_and(|most| most > 0), "I14: an auction asks for nothing");
			let bidders: BTreeSet<_> = auction.bids.iter().map(|bid| &bid.provider).collect();
			ensure!(bidders.len() == auction.bids.len(), "I14: a provider has bid twice");
			let fair = |bid: &Bid<T::AccountId>| bid.rate.0 > 0 && bid.rate <= order.max_rate;
			ensure!(auction.bids.iter().all(fair), "I14: a bid is out of bounds");
		}
		Ok(())
	}
}
