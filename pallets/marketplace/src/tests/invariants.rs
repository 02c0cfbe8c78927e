//! Each invariant is broken once and has to be noticed.

use super::*;
use crate::{
	AgendaPages, AllowLists, Auctions, Due, Histories, Markets, NextAuctionId, NextClassId,
	NextOfferId, Offers, OffersOf, Pages, Place, SpotLease, SpotLeases,
};
use frame_support::assert_err;
use sp_runtime::traits::Zero;
use tradewind_primitives::{agenda::Slot, ClassId, Payees, UnitPrices};

/// Runs `corrupt` on a chain with two offers and a lease on the first, and expects the complaint.
fn caught(complaint: &'static str, corrupt: impl FnOnce()) {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build().execute_with(|| {
		leased();
		assert_ok!(Marketplace::do_try_state());
		corrupt();
		let complaint = sp_runtime::TryRuntimeError::Other(complaint);
		assert_err!(Marketplace::do_try_state(), complaint);
	});
}

fn change_offer(offer: u64, change: impl FnOnce(&mut crate::OfferOf<Test>)) {
	Offers::<Test>::mutate(id(offer), |offer| change(offer.as_mut().expect("it was made")));
}

fn change_stream(change: impl FnOnce(&mut crate::mock::Stream)) {
	OpenStreams::mutate(StreamId(0), |stream| change(stream.as_mut().expect("it was opened")));
}

fn change_lease(change: impl FnOnce(&mut crate::LeaseOf<Test>)) {
	change_stream(|stream| change(&mut stream.lease));
}

fn add_lease(change: impl FnOnce(&mut crate::LeaseOf<Test>)) {
	let mut stream = OpenStreams::get(StreamId(0)).expect("it was opened");
	change(&mut stream.lease);
	OpenStreams::insert(StreamId(1), stream);
}

fn change_page(change: impl FnOnce(&mut crate::PageOf<Test>)) {
	Pages::<Test>::mutate(CPU, 0, change);
}

fn change_listing(change: impl FnOnce(&mut crate::ListingOf<Test>)) {
	change_page(|page| {
		change(page.iter_mut().find(|listing| listing.offer == id(0)).expect("it is listed"))
	});
}

fn withdraw(offer: u64) {
	let listing = listing(offer).expect("it is listed");
	change_page(|page| page.retain(|listing| listing.offer != id(offer)));
	change_offer(offer, |offer| offer.withdrawn = Some(listing));
}

#[test]
fn i1_is_caught() {
	caught("I1: an offer is listed twice", || {
		change_page(|page| {
			let first = page.first().cloned().expect("it is listed");
			assert_ok!(page.try_push(first).map_err(|_| "full"));
		})
	});
	caught("I1: a listing has no offer", || Offers::<Test>::remove(id(1)));
	caught("I1: a withdrawn offer is listed", || {
		change_offer(0, |offer| offer.withdrawn = listing(0))
	});
	caught("I1: an offer is listed in another class", || {
		change_offer(0, |offer| offer.class = GPU)
	});
	caught("I1: an offer is listed for another provider", || {
		change_listing(|listing| listing.provider = BOB)
	});
	caught("I1: an offer is listed elsewhere than its provider's list says", || {
		OffersOf::<Test>::mutate(ALICE, |places| places[0].page = Some(7))
	});
	caught("I1: an offer on sale is not listed", || {
		change_page(|page| page.retain(|listing| listing.offer != id(1)))
	});
}

#[test]
fn i2_is_caught() {
	caught("I2: free and leased are not the capacity", || {
		change_listing(|listing| listing.free.gpus = 0)
	});
	caught("I2: a listing overflows", || {
		change_listing(|listing| listing.free.cpu_millis = u32::MAX)
	});
	caught("I2: the leases of an offer overflow", || {
		add_lease(|lease| lease.needs.cpu_millis = u32::MAX)
	});
	caught("I2: free and leased are not the capacity", || {
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		change_lease(|lease| lease.needs.gpus = 2);
	});
	caught("I2: two use the same room", || {
		add_lease(|lease| {
			lease.needs = CAPACITY;
			lease.reclaimed = Some(START.plus(1));
		})
	});
}

#[test]
fn i3_is_caught() {
	caught("I3: a lease is of another provider", || change_lease(|lease| lease.provider = BOB));
	caught("I3: a lease is of another tier", || change_lease(|lease| lease.tier = GOLD));
	caught("I3: a lease is in another asset", || {
		Tabs::mutate(TAB, |tab| tab.as_mut().expect("it is open").asset = USD)
	});
	caught("I3: a lease does not stand still with its provider", || {
		change_stream(|stream| stream.meter = None)
	});
	caught("I3: a lease is free of charge", || {
		change_stream(|stream| {
			stream.rate = Rate(0);
			stream.cap = 0;
		})
	});
	caught("I3: started too early", || {
		pass(1);
		change_stream(|stream| {
			stream.lease.opened = START.plus(1);
			stream.started = Some(START);
		})
	});
	caught("I3: an offer miscounts its leases", || change_listing(|listing| listing.leases = 2));
	caught("I3: a lease reserves nothing", || add_lease(|lease| lease.needs = Default::default()));
	caught("I3: a lease has no offer", || {
		add_lease(|lease| {
			lease.needs = Default::default();
			lease.offer = id(7);
		})
	});
}

#[test]
fn i4_is_caught() {
	caught("I4: an offer has no class", || crate::Classes::<Test>::remove(CPU));
	caught("I4: an offer is not sellable", || {
		change_listing(|listing| listing.prices = UnitPrices::default())
	});
	caught("I4: the shares of an offer do not add up", || {
		change_listing(|listing| listing.payees = Payees::new())
	});
	caught("I4: an offer outlived its last lease", || withdraw(1));
}

#[test]
fn i5_is_caught() {
	caught("I5: a list of offers is empty", || OffersOf::<Test>::mutate(CAROL, |_| ()));
	caught("I5: an offer is owned twice", || {
		OffersOf::<Test>::mutate(ALICE, |offers| {
			assert_ok!(offers.try_push(offers[0]));
		});
	});
	caught("I5: a list names no offer", || {
		OffersOf::<Test>::mutate(ALICE, |places| {
			let nothing = Place { offer: id(7), ..places[0] };
			assert_ok!(places.try_push(nothing));
		});
	});
	caught("I5: an offer is of another provider", || {
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		let places = OffersOf::<Test>::take(ALICE);
		OffersOf::<Test>::insert(CAROL, places);
	});
	caught("I5: a withdrawn offer has a page, or another one has none", || {
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		OffersOf::<Test>::mutate(ALICE, |places| places[0].page = Some(0));
	});
	caught("I5: an offer has no owner", || {
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		OffersOf::<Test>::remove(ALICE);
	});
}

#[test]
fn i6_is_caught() {
	caught("I6: a class is ahead", || NextClassId::<Test>::put(ClassId(1)));
	caught("I6: an offer is ahead", || NextOfferId::<Test>::put(id(1)));
	caught("I6: a page is ahead", || change_market(|market| market.next_page = 0));
}

#[test]
fn i7_is_caught() {
	let complaint = "I7: the deposits of somebody are not what is held";
	caught(complaint, || change_offer(0, |offer| offer.deposit += 1));
	busy(complaint, || change_auction(|auction| auction.deposit += 1));
	busy(complaint, || change_auction(|auction| auction.bids[0].deposit -= 1));
	// A bid of an agent is not held of its provider.
	busy(complaint, || change_auction(|auction| auction.bids[0].bidder = AGENT));
}

fn change_market(change: impl FnOnce(&mut crate::MarketOf<Test>)) {
	Markets::<Test>::mutate(CPU, |market| change(market.as_mut().expect("the class has one")));
}

fn change_index(change: impl FnOnce(&mut crate::Index)) {
	change_market(|market| change(&mut market.index));
}

#[test]
fn i8_is_caught() {
	caught("I8: a market has no class", || {
		let market = Markets::<Test>::get(GPU).expect("the class has one");
		Markets::<Test>::insert(ClassId(7), market);
	});
	caught("I8: a policy is not sound", || {
		change_index(|index| index.policy.target = Zero::zero())
	});
	caught("I8: a level is out of bounds", || change_index(|index| index.level = Zero::zero()));
	caught("I8: an index is ahead of time", || change_index(|index| index.at = START.plus(1)));
	caught("I8: an index miscounts its pages", || change_index(|index| index.used.gpus += 1));
	caught("I8: a class has no market", || Markets::<Test>::remove(GPU));
}

#[test]
fn i9_is_caught() {
	let sample = |at| crate::Sample { at, level: Zero::zero(), usage: Zero::zero() };
	let history = |class, samples: Vec<_>| {
		let samples = BoundedVec::truncate_from(samples.into_iter().map(sample).collect());
		Histories::<Test>::insert(class, samples);
	};
	caught("I9: a history has no index", || history(ClassId(7), vec![START]));
	let same_hour = vec![Timestamp(7_200), Timestamp(7_201)];
	caught("I9: a history is out of order", || history(CPU, same_hour));
	caught("I9: a history is ahead of its index", || history(CPU, vec![START.plus(1)]));
}

#[test]
fn i10_is_caught() {
	caught("I10: a list and its offer disagree", || {
		AllowLists::<Test>::insert(id(1), crate::Allowed::new())
	});
	caught("I10: a list has no offer", || AllowLists::<Test>::insert(id(7), crate::Allowed::new()));
}

#[test]
fn i11_is_caught() {
	let directory = |change: fn(&mut Vec<crate::Summary>)| {
		change_market(|market| {
			let mut summaries = market.directory.to_vec();
			change(&mut summaries);
			market.directory = BoundedVec::truncate_from(summaries);
		})
	};
	caught("I11: a directory is out of order", || {
		directory(|directory| directory.push(directory[0].clone()))
	});
	caught("I11: a page is missing", || {
		directory(|directory| {
			let from = crate::directory::Key { price: 1_000, ..Default::default() };
			directory.push(crate::Summary::of::<AccountId>(7, from, &[]))
		})
	});
	caught("I11: a page is not what the directory says", || {
		change_listing(|listing| listing.prices.cpu = 9)
	});
	caught("I11: a page is empty", || {
		let page = || crate::PageOf::<Test>::new();
		Pages::<Test>::insert(GPU, 0, page());
		Markets::<Test>::mutate(GPU, |market| {
			let market = market.as_mut().expect("the class has one");
			market.next_page = 1;
			let summary = crate::Summary::of::<AccountId>(0, Default::default(), &page());
			market.directory = BoundedVec::truncate_from(vec![summary]);
		});
	});
	caught("I11: a listing lies on a page to which it does not belong", || {
		let (from, page) = (crate::directory::Key::of, Pages::<Test>::get(CPU, 0));
		let pages = [0, 1].map(|one| crate::PageOf::<Test>::truncate_from(vec![page[one].clone()]));
		let [low, high] = &pages;
		// Each on the page of the other.
		let summaries = vec![
			crate::Summary::of(1, from(&low[0]), high),
			crate::Summary::of(0, from(&high[0]), low),
		];
		Pages::<Test>::insert(CPU, 1, high.clone());
		Pages::<Test>::insert(CPU, 0, low.clone());
		OffersOf::<Test>::mutate(BOB, |places| places[0].page = Some(1));
		change_market(|market| {
			market.directory = BoundedVec::truncate_from(summaries);
			market.next_page = 2;
		});
	});
	caught("I11: a page is in no directory", || {
		Pages::<Test>::insert(CPU, 1, crate::PageOf::<Test>::new());
		change_market(|market| market.next_page = 2);
	});
}

/// The same on a chain on which there are also a spot lease that runs, one that is being taken
/// back, one for which it makes room, and an auction with a bid.
fn busy(complaint: &'static str, corrupt: impl FnOnce()) {
	let mut ext = cheap();
	ext.execute_with(|| {
		let spot = Order { needs: cores(4), ..order_of(LeaseKind::Spot) };
		begun(spot.clone());
		begun(spot);
		open(Order { needs: cores(3), ..order() });
		let id = auctioned(Order { needs: cores(1), ..order() });
		assert_ok!(bid(ALICE, id, 0, 9));
		assert_ok!(Marketplace::do_try_state());
		corrupt();
		assert_err!(Marketplace::do_try_state(), sp_runtime::TryRuntimeError::Other(complaint));
	});
}

fn change_auction(change: impl FnOnce(&mut crate::Auction<AccountId>)) {
	Auctions::<Test>::mutate(AuctionId(0), |auction| change(auction.as_mut().expect("it is open")));
}

/// Changes the spot lease that runs, and with it nothing that is checked before.
fn change_spot(change: impl FnOnce(&mut crate::types::SpotList)) {
	SpotLeases::<Test>::mutate(id(0), change);
}

/// Changes the listing of the only offer and its summary.
fn change_summed(change: impl FnOnce(&mut crate::ListingOf<Test>)) {
	change_listing(change);
	let page = Pages::<Test>::get(CPU, 0);
	change_market(|market| {
		let summary = &mut market.directory[0];
		*summary = crate::Summary::of(0, summary.from, &page);
	});
}

#[test]
fn i12_is_caught() {
	busy("I12: what is no spot lease has notice", || {
		let id = StreamId(1);
		OpenStreams::mutate(id, |stream| {
			stream.as_mut().expect("it is open").lease.kind = Kind::OnDemand;
		});
	});
	busy("I12: a listing miscounts its spot leases", || {
		change_summed(|listing| listing.spot.gpus += 1)
	});
	busy("I12: the spot leases of an offer are not those listed", || {
		change_spot(|spot| spot[0].needs.gpus += 1)
	});
	busy("I12: the spot leases of an offer are not those listed", || {
		change_spot(|spot| spot.clear())
	});
	busy("I12: the spot leases of an offer are not those listed", || {
		change_spot(|spot| {
			let gone = SpotLease { lease: LeaseId(1), needs: cores(4) };
			assert_ok!(spot.try_push(gone).map_err(|_| "full"));
		})
	});
	busy("I12: a listing does not count its spot leases", || {
		change_summed(|listing| listing.spot_leases = 2)
	});
	busy("I12: a list of spot leases is empty or has no offer", || {
		SpotLeases::<Test>::mutate(id(7), |_| ())
	});
}

#[test]
fn i13_is_caught() {
	let complaint = "I13: the agenda is not what the records say";
	let (bucket, page) = (1_000_000, 0);
	for nothing in [Due::End(LeaseId(0)), Due::Auction(AuctionId(7))] {
		busy(complaint, || {
			assert_ok!(AgendaPages::<Test>::try_append(bucket, page, nothing));
		});
	}
	busy(complaint, || {
		let item = Due::Reclaim(LeaseId(1));
		AgendaPages::<Test>::translate_values(|items: Vec<Due>| {
			let left: Vec<_> = items.into_iter().filter(|other| *other != item).collect();
			Some(BoundedVec::truncate_from(left))
		})
	});
	busy(complaint, || change_auction(|auction| auction.due = Slot { bucket, page }));
	busy(complaint, || {
		change_stream(|stream| stream.lease.due = Some(Slot { bucket, page }));
	});
	busy("I13: nobody looks after the end of a lease", || {
		let slot = crate::mock::lease(LeaseId(0)).expect("it runs").due.expect("it ends");
		Marketplace::cancel(slot, Due::End(LeaseId(0)));
		change_stream(|stream| stream.lease.due = None);
	});
}

#[test]
fn i14_is_caught() {
	busy("I14: an auction is ahead", || NextAuctionId::<Test>::put(AuctionId(0)));
	busy("I14: an auction goes on for too long", || {
		change_auction(|auction| auction.latest = START.plus(119))
	});
	busy("I14: an auction asks for nothing", || {
		change_auction(|auction| auction.order.seconds = 0)
	});
	busy("I14: an auction asks for nothing", || {
		change_auction(|auction| {
			auction.order.seconds = u64::MAX;
			auction.order.max_rate = Rate(u128::MAX);
		})
	});
	busy("I14: a provider has bid twice", || {
		change_auction(|auction| {
			let again = crate::Bid { deposit: 0, ..auction.bids[0].clone() };
			assert_ok!(auction.bids.try_push(again).map_err(|_| "full"));
		})
	});
	for rate in [0, 1_000_001] {
		busy("I14: a bid is out of bounds", || {
			change_auction(|auction| auction.bids[0].rate = Rate(rate))
		});
	}
}
