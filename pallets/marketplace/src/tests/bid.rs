use super::*;
use crate::{Bid, Due};
use tradewind_primitives::{AssetId, ProviderStatus};

fn three() -> ExtBuilder {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 10).offer(CAROL, 10)
}

#[test]
fn bid_works() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		forget();
		assert_ok!(bid(ALICE, id, 0, 19));
		let (provider, offer, rate, ends) = (ALICE, super::id(0), Rate(19), START.plus(120));
		let kept = Bid { provider, bidder: ALICE, offer, rate, near: true, deposit: BID };
		assert_eq!(auction(id).bids.to_vec(), [kept]);
		assert_eq!(deposits(ALICE), (0, BID));
		let placed = Event::BidPlaced { auction: id, provider, offer, rate, ends };
		assert_eq!(take_events(), [placed]);
		let particulars = (id, ALICE, offer, rate).encode();
		let (category, subject) = (Category::Performance, Subject::Auction(id));
		let entry = (category, Some(ALICE), subject, b"auction.bid".to_vec(), particulars);
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn bid_may_ask_all_that_the_order_would_pay_and_no_more() {
	three().build_and_execute(|| {
		let id = auctioned(Order { max_rate: Rate(20), ..order() });
		assert_noop!(bid(ALICE, id, 0, 21), E::TooDear);
		assert_noop!(bid(ALICE, id, 0, 0), E::NoPrice);
		assert_ok!(bid(ALICE, id, 0, 20));
	});
}

#[test]
fn bid_takes_the_place_of_the_providers_own_only_for_less() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		assert_ok!(bid(ALICE, id, 0, 19));
		assert_noop!(bid(ALICE, id, 0, 19), E::NotBetter);
		assert_noop!(bid(AGENT, id, 0, 20), E::NotBetter);
		assert_ok!(bid(AGENT, id, 0, 18));
		assert_eq!(ranked(id), [(ALICE, 18)]);
		// The deposit is that of whoever bids.
		assert_eq!((deposits(ALICE), deposits(AGENT)), ((0, 0), (0, BID)));
	});
}

#[test]
fn bid_beats_the_worst_of_eight_whose_deposit_comes_back_at_once() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		let others: Vec<_> = (0..7).map(newcomer).collect();
		assert_ok!(bid(ALICE, id, 0, 50));
		for (who, offer) in &others {
			assert_ok!(bid(*who, id, *offer, 40));
		}
		assert_eq!(auction(id).bids.len(), 8);
		assert_noop!(bid(BOB, id, 1, 50), E::NotBetter);
		assert_ok!(bid(BOB, id, 1, 49));
		assert_eq!((deposits(ALICE), deposits(BOB)), ((0, 0), (0, BID)));
		assert_eq!(ranked(id).last(), Some(&(BOB, 49)));
		// Of equals the latest is beaten.
		assert_ok!(bid(CAROL, id, 2, 39));
		assert_ok!(bid(ALICE, id, 0, 39));
		assert_eq!(deposits(BOB), (0, 0));
		assert_eq!(deposits(others[6].0), (0, 0));
		assert_eq!(deposits(others[5].0), (0, BID));
	});
}

#[test]
fn bid_of_a_better_known_provider_is_not_beaten_by_eight_that_are_cheaper_and_worse() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		Reputations::insert(ALICE, 1_000_000);
		assert_ok!(bid(ALICE, id, 0, 40));
		let others: Vec<_> = (0..8).map(newcomer).collect();
		for (who, _) in &others {
			Reputations::insert(who, 0);
		}
		for (who, offer) in &others[..7] {
			assert_ok!(bid(*who, id, *offer, 39));
		}
		// 40 of the best are better than 38 of the worst, which beat the latest of those at 39.
		let (who, offer) = others[7];
		assert_ok!(bid(who, id, offer, 38));
		assert_eq!(ranked(id)[..2], [(ALICE, 40), (who, 38)]);
		assert_eq!((auction(id).bids.len(), deposits(others[6].0)), (8, (0, 0)));
	});
}

#[test]
fn bid_fails_after_the_deadline() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		pass(120);
		assert_noop!(bid(ALICE, id, 0, 19), E::TooLate);
		Marketplace::drain_agenda(&mut frame_support::weights::WeightMeter::new());
		pass_blocks(6);
		assert_noop!(bid(ALICE, id, 0, 19), E::UnknownAuction);
		let id = auctioned(order());
		pass(119);
		assert_ok!(bid(ALICE, id, 0, 19));
	});
}

#[test]
fn bid_that_takes_the_lead_late_leaves_the_others_time_to_answer() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		let ends = || auction(id).ends.since(START);
		pass(90);
		assert_ok!(bid(ALICE, id, 0, 30));
		assert_eq!(ends(), 120, "30 seconds are left");
		pass(1);
		// Not in the lead, not even as an equal.
		assert_ok!(bid(BOB, id, 1, 30));
		assert_eq!((ranked(id)[0], ends()), ((ALICE, 30), 120));
		assert_ok!(bid(BOB, id, 1, 29));
		assert_eq!(ends(), 121);
		let agenda: Vec<_> = crate::AgendaPages::<Test>::iter_values().flatten().collect();
		assert_eq!(agenda, [Due::Auction(id)]);
		Reputations::insert(CAROL, 1_000_000);
		pass(10);
		// In the lead, though not the cheapest.
		assert_ok!(bid(CAROL, id, 2, 33));
		assert_eq!((ranked(id)[0], ends()), ((CAROL, 33), 131));
	});
}

#[test]
fn bid_puts_the_end_off_by_five_minutes_at_most() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		let latest = auction(id).latest;
		assert_eq!(latest, START.plus(420));
		let mut rate = 10_000;
		while auction(id).ends < latest {
			pass(auction(id).ends.since(Fakes::now()) - 1);
			let (who, offer) = if rate % 2 == 0 { (ALICE, 0) } else { (BOB, 1) };
			assert_ok!(bid(who, id, offer, rate));
			assert_ok!(Marketplace::do_try_state());
			rate -= 1;
		}
		assert_eq!(auction(id).ends, latest);
		Now::put(Timestamp(latest.0 - 1));
		assert_ok!(bid(CAROL, id, 2, 1));
		assert_eq!(auction(id).ends, latest);
		pass(1);
		assert_noop!(bid(ALICE, id, 0, 1), E::TooLate);
		pass_blocks(6);
		assert_eq!((Marketplace::auction(id), queued()), (None, 0));
	});
}

#[test]
fn bid_fails_when_the_offer_will_not_do() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		assert_noop!(bid(ALICE, AuctionId(7), 0, 19), E::UnknownAuction);
		assert_noop!(bid(ALICE, id, 1, 19), E::NotOwner);
		assert_noop!(bid(EVE, id, 1, 19), E::NotOwner);
		assert_noop!(bid(ALICE, id, 77, 19), E::UnknownOffer);
		let native = AssetId::Native;
		create_offer(ALICE, GPU, STANDARD, native.clone(), prices(10));
		create_offer(ALICE, CPU, GOLD, native, prices(10));
		create_offer(ALICE, CPU, STANDARD, USD, prices(10));
		assert_noop!(bid(ALICE, id, 3, 19), E::OtherClass);
		assert_noop!(bid(ALICE, id, 4, 19), E::Unsuitable(WhyNot::OtherTier));
		assert_noop!(bid(ALICE, id, 5, 19), E::Unsuitable(WhyNot::OtherAsset));
		let fails = |order, why| {
			let id = auctioned(order);
			assert_noop!(bid(ALICE, id, 0, 19), E::Unsuitable(why));
		};
		fails(Order { needs: cores(9), ..order() }, WhyNot::NoRoom);
		fails(order_of(LeaseKind::Spot), WhyNot::OtherKind);
		let excluded = vec![ALICE].try_into().expect("one may be named");
		fails(Order { excluded, ..order() }, WhyNot::NotWanted);
		assert_ok!(Marketplace::pause_offer(signed(ALICE), super::id(0)));
		assert_noop!(bid(ALICE, id, 0, 19), E::Unsuitable(WhyNot::Paused));
		assert_ok!(Marketplace::withdraw_offer(signed(ALICE), super::id(0)));
		assert_noop!(bid(ALICE, id, 0, 19), E::UnknownOffer);
		Statuses::insert(BOB, ProviderStatus::Suspended);
		assert_noop!(bid(BOB, id, 1, 19), E::Unsuitable(WhyNot::NotActive));
	});
}

#[test]
fn bid_fails_when_the_offer_is_withdrawn_or_the_deposit_is_missing() {
	three().build_and_execute(|| {
		let id = auctioned(order());
		open(order());
		assert_ok!(Marketplace::withdraw_offer(signed(ALICE), super::id(0)));
		assert_noop!(bid(ALICE, id, 0, 19), E::Withdrawn);
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(&BOB, BID);
		assert!(bid(BOB, id, 1, 19).is_err());
		assert_eq!(auction(id).bids.len(), 0);
		// Whatever is asked, the price that is posted does not matter.
		assert_ok!(bid(CAROL, id, 2, 1));
	});
}
