//! Auctions are opened, and end by themselves.

use super::*;
use crate::{Auction, AuctionView, Bid, Due, Outcome};
use tradewind_primitives::{AssetId, ClassId};

fn open_for(order: Order<AccountId>, seconds: Seconds) -> DispatchResult {
	Marketplace::open_auction(signed(USER), TAB, order, seconds)
}

/// What is held for an auction of this order.
fn deposit(order: &Order<AccountId>) -> Balance {
	AUCTION + order.encoded_size() as Balance
}

/// Three providers who all ask 10 a core.
fn three() -> ExtBuilder {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 10).offer(CAROL, 10)
}

#[test]
fn open_auction_works() {
	three().build_and_execute(|| {
		assert_ok!(open_for(order(), 120));
		let (id, ends) = (AuctionId(0), START.plus(120));
		let kept = Auction {
			owner: USER,
			tab: TAB,
			order: order(),
			ends,
			latest: ends.plus(300),
			deposit: deposit(&order()),
			bids: Default::default(),
			due: auction(id).due,
		};
		assert_eq!(auction(id), kept);
		let view = AuctionView { asset: Some(AssetId::Native), ranked: vec![], auction: kept };
		assert_eq!(Marketplace::auction(id), Some(view));
		assert_eq!(deposits(USER), (deposit(&order()), 0));
		let opened = Event::AuctionOpened { auction: id, owner: USER, order: order(), ends };
		assert_eq!(take_events(), [opened]);
		let particulars = (id, USER, TAB, order(), ends).encode();
		let (category, subject) = (Category::Performance, Subject::Auction(id));
		let entry = (category, Some(USER), subject, b"auction.opened".to_vec(), particulars);
		assert_eq!(take_entries(), [entry]);
		let agenda: Vec<_> = crate::AgendaPages::<Test>::iter_values().flatten().collect();
		assert_eq!(agenda, [Due::Auction(id)]);
	});
}

#[test]
fn auction_is_seen_when_its_account_is_closed() {
	three().build_and_execute(|| {
		assert_ok!(open_for(order(), 120));
		let kept = Tabs::take(TAB);
		let view = Marketplace::auction(AuctionId(0)).expect("it is open");
		assert_eq!(view.asset, None);
		Tabs::set(TAB, kept);
	});
}

#[test]
fn open_auction_takes_bids_for_a_minute_to_a_week() {
	three().build_and_execute(|| {
		let week = 7 * 24 * 60 * 60;
		assert_noop!(open_for(order(), 59), E::BadTerm);
		assert_noop!(open_for(order(), week + 1), E::BadTerm);
		assert_ok!(open_for(order(), 60));
		assert_ok!(open_for(order(), week));
	});
}

#[test]
fn open_auction_fails_when_the_order_is_wrong() {
	three().build_and_execute(|| {
		let fails = |order, error: E| {
			assert_noop!(open_for(order, 120), error);
		};
		fails(Order { needs: Resources::default(), ..order() }, E::NothingAsked);
		fails(Order { seconds: 0, ..order() }, E::NoTimeAsked);
		fails(Order { max_rate: Rate(0), ..order() }, E::NoPrice);
		let (max_rate, seconds) = (Rate(u128::MAX), 2);
		fails(Order { max_rate, seconds, ..order() }, E::Overpriced);
		fails(Order { class: ClassId(7), ..order() }, E::UnknownClass);
		fails(Order { tier: NOBODYS, ..order() }, E::UnknownTier);
		assert_ok!(open_for(Order { max_rate, seconds: 1, ..order() }, 120));
	});
}

#[test]
fn open_auction_is_for_who_may_manage_the_account_and_has_the_deposit() {
	three().build_and_execute(|| {
		let open = |who, tab| Marketplace::open_auction(signed(who), tab, order(), 120);
		assert_noop!(open(EVE, TAB), DispatchError::Other("NotOwnerOfTab"));
		assert_noop!(open(USER, TabId(9)), DispatchError::Other("NotOwnerOfTab"));
		assert_ok!(open(DELEGATE, TAB));
		assert_eq!(deposits(DELEGATE), (deposit(&order()), 0));
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(&USER, 50);
		assert!(open(USER, TAB).is_err());
		assert_eq!(crate::Auctions::<Test>::iter().count(), 1);
	});
}

#[test]
fn the_best_bid_wins_by_itself_and_every_deposit_comes_back() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		assert_ok!(bid(ALICE, id, 0, 19));
		assert_ok!(bid(BOB, id, 1, 15));
		assert_ok!(bid(CAROL, id, 2, 17));
		assert_eq!(ranked(id), [(BOB, 15), (CAROL, 17), (ALICE, 19)]);
		pass_blocks(119);
		assert_eq!(auction(id).bids.len(), 3, "it does not end before its time");
		forget();
		pass_blocks(6);
		let (lease, now) = (LeaseId(0), START.plus(125));
		let (provider, offer, rate) = (BOB, super::id(1), Rate(15));
		let opened = Event::LeaseOpened {
			lease,
			owner: USER,
			provider,
			offer,
			rate,
			kind: Kind::OnDemand,
			usable_from: None,
		};
		let outcome = Outcome::Won { provider, offer, lease, rate };
		let closed = Event::AuctionClosed { auction: id, outcome: outcome.clone() };
		assert_eq!(take_events(), [opened, closed]);
		let entry = (
			Category::Performance,
			None,
			Subject::Auction(id),
			b"auction.won".to_vec(),
			(id, outcome).encode(),
		);
		assert_eq!(take_entries().last(), Some(&entry));
		let won = view(lease);
		assert_eq!((won.rate, won.cap, won.left, won.prepaid), (rate, 1_500, 100, true));
		assert_eq!((won.owner, won.lease.opened, won.lease.reference), (USER, now, None));
		assert_eq!(won.lease.cover.locked, 1_500);
		for who in [USER, ALICE, BOB, CAROL] {
			assert_eq!(deposits(who), (0, 0));
		}
		assert_eq!((free(1), queued()), (CAPACITY.checked_sub(&NEEDS), 0));
		assert_eq!(crate::Auctions::<Test>::iter().count(), 0);
		// The two sides go on as with any other lease.
		assert_ok!(Marketplace::start_lease(signed(BOB), lease));
	});
}

#[test]
fn what_a_bid_counts_for_depends_on_how_well_its_provider_is_known() {
	three().build_and_execute(|| {
		Reputations::insert(ALICE, 1_000_000);
		Reputations::insert(BOB, 0);
		let id = auctioned(order());
		assert_ok!(bid(BOB, id, 1, 10));
		assert_ok!(bid(ALICE, id, 0, 14));
		assert_ok!(bid(CAROL, id, 2, 12));
		assert_eq!(ranked(id), [(ALICE, 14), (BOB, 10), (CAROL, 12)]);
		pass_blocks(126);
		assert!(matches!(outcome(id), Outcome::Won { provider: ALICE, .. }));
	});
}

#[test]
fn what_a_bid_counts_for_depends_on_where_its_machines_stand() {
	three().build_and_execute(|| {
		let near = Some((region("eu"), Perbill::from_percent(20)));
		let filters = Filters { near, ..Default::default() };
		let stand = |name| {
			let terms = Terms { region: region(name), ..Default::default() };
			assert_ok!(Marketplace::set_terms(signed(ALICE), super::id(0), terms));
		};
		let won_by = |moves_to| {
			stand("eu");
			let id = auctioned(Order { filters: filters.clone(), ..order() });
			assert_ok!(bid(BOB, id, 1, 10));
			assert_ok!(bid(ALICE, id, 0, 11));
			assert_eq!(ranked(id), [(ALICE, 11), (BOB, 10)]);
			stand(moves_to);
			pass_blocks(126);
			let Outcome::Won { provider, .. } = outcome(id) else { panic!("it was won") };
			provider
		};
		assert_eq!(won_by("eu"), ALICE);
		// An offer that has moved away is not what was bid.
		assert_eq!(won_by("us"), BOB);
	});
}

#[test]
fn who_cannot_serve_any_more_is_passed_over() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		assert_ok!(bid(ALICE, id, 0, 5));
		assert_ok!(bid(BOB, id, 1, 6));
		assert_ok!(bid(CAROL, id, 2, 7));
		assert_ok!(Marketplace::withdraw_offer(signed(ALICE), super::id(0)));
		FreeCollateral::insert(BOB, 599);
		pass_blocks(126);
		assert!(matches!(outcome(id), Outcome::Won { provider: CAROL, rate: Rate(7), .. }));
		assert_eq!(FreeCollateral::get(BOB), Some(599));
	});
}

#[test]
fn an_auction_ends_whatever_became_of_it() {
	three().build_and_execute(|| {
		let ends = |change: fn(), action: &str| {
			let id = auctioned(order());
			assert_ok!(bid(ALICE, id, 0, 5));
			change();
			pass_blocks(126);
			assert_eq!((deposits(USER), deposits(ALICE), queued()), ((0, 0), (0, 0), 0));
			assert_eq!((free(0), FreeCollateral::get(ALICE)), (Some(CAPACITY), Some(COLLATERAL)));
			let recorded = take_entries().last().map(|entry| entry.3.clone());
			assert_eq!(recorded, Some(action.into()));
			outcome(id)
		};
		let down = ends(|| Down::insert(ALICE, ()), "auction.failed.nobody_serves");
		assert_eq!(down, Outcome::NobodyServes);
		Down::remove(ALICE);
		let poor = || change_tab(TAB, |tab| tab.available = 499);
		let refused = ends(poor, "auction.failed.refused");
		assert!(matches!(refused, Outcome::Refused(DispatchError::Other(_))));
		let closed = ends(|| Tabs::remove(TAB), "auction.failed.refused");
		assert_eq!(closed, Outcome::Refused(E::UnknownTab.into()));
	});
}

#[test]
fn an_auction_ends_without_a_bid() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		pass_blocks(126);
		assert_eq!(outcome(id), Outcome::NoBids);
		assert_eq!((deposits(USER), queued()), ((0, 0), 0));
		let recorded = take_entries().last().map(|entry| entry.3.clone());
		assert_eq!(recorded, Some(b"auction.failed.no_bids".to_vec()));
	});
}

#[test]
fn an_auction_is_for_what_posted_prices_do_not_serve() {
	run(cheap(), || {
		// Posted at 20, and at 14 for a term.
		let id = auctioned(Order { max_rate: Rate(9), ..order_of(LeaseKind::Reserved) });
		assert_ok!(bid(ALICE, id, 0, 9));
		pass_blocks(126);
		let Outcome::Won { lease, rate, .. } = outcome(id) else { panic!("it was won") };
		let kind = Kind::Reserved { forfeit: Perbill::from_percent(50) };
		assert_eq!((rate, view(lease).lease.kind), (Rate(9), kind));
		assert!(view(lease).prepaid);
	});
}

#[test]
fn an_auction_takes_room_back_as_a_placement_does() {
	run(cheap(), || {
		let spot = begun(Order { needs: cores(8), ..order_of(LeaseKind::Spot) });
		let id = auctioned(order());
		assert_ok!(bid(ALICE, id, 0, 9));
		pass(60);
		let lasts = Marketplace::extend_lease(signed(USER), spot, 1_000, Rate(99));
		assert_ok!(lasts);
		pass_blocks(66);
		let Outcome::Won { lease, .. } = outcome(id) else { panic!("it was won") };
		let until = view(spot).lease.reclaimed;
		assert!(until.is_some());
		assert_eq!(view(lease).lease.usable_from, until);
	});
}

#[test]
fn an_offer_may_be_kept_for_others_and_bid_for_this_one() {
	three().build_and_execute(|| {
		assert_ok!(Marketplace::set_access(signed(ALICE), super::id(0), allow_list(&[OTHER])));
		let id = auctioned(order());
		assert_ok!(bid(ALICE, id, 0, 9));
		pass_blocks(126);
		assert!(matches!(outcome(id), Outcome::Won { provider: ALICE, .. }));
	});
}

#[test]
fn auctions_that_end_together_are_all_awarded() {
	three().build_and_execute(|| {
		let ids: Vec<_> = (0..5).map(|_| auctioned(order())).collect();
		for id in &ids {
			assert_ok!(bid(ALICE, *id, 0, 9));
		}
		pass_blocks(126);
		let won = |event: &Event| {
			matches!(event, Event::AuctionClosed { outcome: Outcome::Won { .. }, .. })
		};
		// There is room for four.
		assert_eq!(take_events().iter().filter(|event| won(event)).count(), 4);
		assert_eq!(free(0).map(|free| free.cpu_millis), Some(0));
		assert_eq!((deposits(USER), deposits(ALICE)), ((0, 0), (0, 0)));
	});
}

#[test]
fn a_bid_is_told_with_its_provider() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		assert_ok!(bid(AGENT, id, 0, 9));
		let due = Bid {
			provider: ALICE,
			bidder: AGENT,
			offer: super::id(0),
			rate: Rate(9),
			near: true,
			deposit: BID,
		};
		let view = Marketplace::auction(id).expect("it is open");
		assert_eq!(view.ranked, [(due, 500_000)]);
	});
}
