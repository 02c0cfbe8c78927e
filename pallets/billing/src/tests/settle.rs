//! `settle`: the same sum, however often and by whomever.

use crate::{mock::*, Accounts, Error, Event, Owed, Pots, Streams, WeightInfo};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{StreamId, StreamTerms, Timestamp};

fn settle() {
	assert_ok!(Billing::settle(RuntimeOrigin::signed(NOBODY), STREAM));
}

/// Account of 10 000 at 7 a second, capped.
fn begin(cap: u128) {
	open_account(ALICE, WIND, 10_000);
	flow(ALICE, terms(TAB, 7, cap));
	events();
	records();
}

#[test]
fn settle_pays_the_seconds_that_passed() {
	ExtBuilder::build_and_execute(|| {
		begin(7_000);
		advance(60);
		settle();

		assert_eq!(balance(WIND, CLOUD), 420);
		let account = Accounts::<Test>::get(TAB).unwrap();
		assert_eq!((account.funds, account.reserved), (10_000 - 420, 7_000 - 420));
		let stream = stream_of(STREAM);
		assert_eq!(stream.settled_until, Timestamp(GENESIS + 60));
		assert_eq!((stream.billed_seconds, stream.downtime, stream.amount), (60, 0, 420));
		assert_eq!(
			events(),
			[Event::Settled {
				stream: STREAM,
				tab: TAB,
				seconds: 60,
				downtime: 0,
				amount: 420,
				fee: 0
			}]
		);
		assert_eq!(records(), []);
	});
}

#[test]
fn settle_twice_at_one_moment_changes_nothing() {
	ExtBuilder::build_and_execute(|| {
		begin(7_000);
		settle();
		assert_eq!(events(), []);
		advance(60);
		settle();
		events();
		settle();
		assert_eq!(events(), []);
		assert_eq!(balance(WIND, CLOUD), 420);
	});
}

#[test]
fn settle_weighs_what_it_did() {
	ExtBuilder::build_and_execute(|| {
		let weight = |stream| {
			let info = Billing::settle(RuntimeOrigin::signed(NOBODY), stream).unwrap();
			info.actual_weight.unwrap()
		};
		let tab = open_account(ALICE, EURO, 1_000);
		let euro = flow(ALICE, terms(tab, 7, 700));
		let tab = open_account(ALICE, WIND, 1_000);
		let wind = flow(ALICE, terms(tab, 7, 700));
		advance(1);
		assert_eq!(weight(euro), Billing::settle_weight(1));
		advance(59);
		assert_eq!(weight(euro), <() as WeightInfo>::settle_asset(1));
		assert_eq!(weight(wind), <() as WeightInfo>::settle(1));
	});
}

#[test]
fn settle_bills_no_second_of_downtime() {
	ExtBuilder::build_and_execute(|| {
		begin(7_000);
		advance(10);
		FakeMeter::set_down(CLOUD, true);
		advance(5);
		settle();
		assert_eq!(
			events(),
			[Event::Settled {
				stream: STREAM,
				tab: TAB,
				seconds: 10,
				downtime: 5,
				amount: 70,
				fee: 0
			}]
		);
		advance(15);
		settle();
		assert_eq!(
			events(),
			[Event::Settled {
				stream: STREAM,
				tab: TAB,
				seconds: 0,
				downtime: 15,
				amount: 0,
				fee: 0
			}]
		);
		FakeMeter::set_down(CLOUD, false);
		advance(10);
		let bill = billed(20, 20, 140);
		assert_eq!(close(STREAM), Ok(bill));
	});
}

#[test]
fn settle_ignores_downtime_from_before_the_start_and_of_others() {
	ExtBuilder::build_and_execute(|| {
		FakeMeter::add(CLOUD, 1_000);
		begin(7_000);
		FakeMeter::add(NOBODY, 1_000);
		advance(10);
		let bill = billed(10, 0, 70);
		assert_eq!(close(STREAM), Ok(bill));
	});
}

#[test]
fn settle_makes_later_seconds_up_for_downtime_that_is_found_late() {
	ExtBuilder::build_and_execute(|| {
		begin(7_000);
		advance(10);
		settle();
		// A verdict about seconds that are paid already, and about more than pass until the next
		// settlement.
		FakeMeter::add(CLOUD, 8);
		advance(5);
		settle();
		assert_eq!(stream_of(STREAM).meter_at, 5);
		advance(5);
		let bill = billed(12, 8, 84);
		assert_eq!(close(STREAM), Ok(bill));
	});
}

#[test]
fn settle_deducts_nothing_twice_when_the_meter_is_reset() {
	ExtBuilder::build_and_execute(|| {
		begin(7_000);
		FakeMeter::add(CLOUD, 4);
		advance(10);
		settle();
		Verdicts::take();
		advance(10);
		settle();
		FakeMeter::add(CLOUD, 4);
		advance(10);
		let bill = billed(26, 4, 182);
		assert_eq!(close(STREAM), Ok(bill));
	});
}

#[test]
fn settle_stops_at_the_last_whole_second_of_the_cap() {
	ExtBuilder::build_and_execute(|| {
		// Five seconds and six planck.
		begin(41);
		advance(5);
		settle();
		assert_eq!(balance(WIND, CLOUD), 35);
		advance(1_000);
		settle();
		assert_eq!(balance(WIND, CLOUD), 35);
		let bill = billed(5, 0, 35);
		assert_eq!(close(STREAM), Ok(bill));
		assert_eq!(Billing::available(TAB), Some(10_000 - 35 - MINIMUM));
	});
}

#[test]
fn settle_stops_at_the_cap_when_it_comes_late() {
	ExtBuilder::build_and_execute(|| {
		begin(41);
		advance(1_000_000);
		let bill = billed(5, 0, 35);
		assert_eq!(close(STREAM), Ok(bill));
	});
}

#[test]
fn settle_gives_each_payee_the_same_however_often_it_is_called() {
	let shares = vec![payee(CLOUD, 500_000_001), payee(REFERRER, 499_999_999)];
	let run = |every: u64| {
		let mut got = (0, 0);
		ExtBuilder::build_and_execute(|| {
			open_account(ALICE, EURO, 1_000);
			let payees = shares.clone().try_into().unwrap();
			flow(ALICE, StreamTerms { payees, ..terms(TAB, 1, 900) });
			for _ in 0..300 / every {
				advance(every);
				settle();
				check();
			}
			let bill = billed(300, 0, 300);
			assert_eq!(close(STREAM), Ok(bill));
			let total = |who| balance(EURO, who) + Owed::<Test>::get(who, EURO);
			got = (total(CLOUD), total(REFERRER));
		});
		got
	};
	assert_eq!(run(300), (151, 149));
	for every in [1, 2, 3, 100] {
		assert_eq!(run(every), (151, 149));
	}
}

#[test]
fn settle_is_not_held_up_by_a_payee_that_cannot_be_paid() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		let payees = vec![payee(CLOUD, 900_000_000), payee(NOBODY, 100_000_000)];
		let payees = payees.try_into().unwrap();
		flow(ALICE, StreamTerms { payees, ..terms(TAB, 10, 900) });
		events();
		advance(2);
		// Two planck are less than an account may hold.
		settle();

		assert_eq!(balance(WIND, CLOUD), 18);
		assert_eq!(balance(WIND, NOBODY), 0);
		assert_eq!(Billing::owed(NOBODY, WIND), 2);
		assert_eq!(Pots::<Test>::get(WIND).owed, 2);
		assert_eq!(
			events(),
			[
				Event::PayoutOwed { who: NOBODY, asset: WIND, amount: 2 },
				Event::Settled {
					stream: STREAM,
					tab: TAB,
					seconds: 2,
					downtime: 0,
					amount: 20,
					fee: 0
				},
			]
		);
		// Ten planck are enough; what was owed before stays owed.
		advance(10);
		settle();
		assert_eq!(balance(WIND, NOBODY), 10);
		assert_eq!(Billing::owed(NOBODY, WIND), 2);
	});
}

#[test]
fn settle_books_what_a_frozen_asset_cannot_deliver() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, EURO, 1_000);
		flow(ALICE, terms(TAB, 10, 900));
		assert_ok!(Assets::freeze_asset(RuntimeOrigin::signed(ISSUER), 1));
		advance(20);
		settle();
		assert_eq!(Billing::owed(CLOUD, EURO), 200);
		let bill = billed(20, 0, 200);
		assert_eq!(close(STREAM), Ok(bill));
	});
}

#[test]
fn settle_fails_when_the_stream_is_unknown_or_does_not_flow() {
	ExtBuilder::build_and_execute(|| {
		let settle = || Billing::settle(RuntimeOrigin::signed(BOB), STREAM);
		assert_noop!(settle(), Error::<Test>::UnknownStream);
		open_account(ALICE, WIND, 1_000);
		assert_ok!(open(ALICE, terms(TAB, 7, 700)));
		assert_noop!(settle(), Error::<Test>::NotStarted);
	});
}

/// How many nodes of the state a settlement reads, with so many other streams on the chain and
/// after so many seconds.
fn nodes_read(streams: u64, seconds: u64) -> usize {
	let mut chain = ExtBuilder::build();
	chain.execute_with(|| {
		open_account(ALICE, WIND, MINIMUM + 100_000_000);
		flow(ALICE, running(TAB, 10));
		advance(1);
		settle();
		let other = stream_of(STREAM);
		(1..=streams).for_each(|id| Streams::<Test>::insert(TAB, StreamId(1_000 + id), &other));
		advance(seconds);
	});
	chain.commit_all().unwrap();
	let (before, after) = (10, 10 + 10 * u128::from(seconds));
	let (paid, proof) = chain.execute_and_prove(|| {
		assert_eq!(balance(WIND, CLOUD), before);
		settle();
		balance(WIND, CLOUD)
	});
	assert_eq!(paid, after);
	proof.into_iter_nodes().count()
}

#[test]
fn a_settlement_costs_the_same_after_a_second_and_a_month_and_among_few_and_many() {
	let few = nodes_read(10, 1);
	assert_eq!(nodes_read(10, 30 * 24 * 3_600), few);
	// The tree of the state has some more levels above the one stream that is read.
	let many = nodes_read(100_000, 1);
	assert!(few <= many && many <= few + 5, "{few} nodes among 10, {many} among 100000");
	assert_eq!(nodes_read(100_000, 30 * 24 * 3_600), many);
}
