//! The life of an account without money: when its streams stop, to the second.

use crate::{mock::*, Error, Event, Status, StreamState};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;
use tradewind_primitives::{traits::Streams as _, Rate, StreamBill, StreamId, Subject};

const SECOND: StreamId = StreamId(1);

fn settle(stream: StreamId) {
	assert_ok!(Billing::settle(signed(NOBODY), stream));
}

#[test]
fn nothing_flows_from_the_second_that_is_not_covered() {
	ExtBuilder::build_and_execute(|| {
		begin();
		advance(99);
		assert_eq!(Billing::available(TAB), Some(19));
		assert_eq!(Billing::runway(TAB), Some(1));
		assert_eq!(Billing::depletes_at(TAB), Some(at(100)));
		assert_eq!(Billing::committed_rate(TAB), Rate(10));

		// Nobody has noticed yet, and yet everybody can see it.
		advance(1);
		let view = Billing::account_view(TAB).unwrap();
		assert_eq!((view.available, view.earmarked), (9, 1_000));
		assert_eq!((view.committed_rate, view.halted_rate), (Rate(0), Rate(10)));
		let status = |swept| Status::Frozen { since: at(100), grace_until: at(1_100), swept };
		assert_eq!((view.depletes_at, view.status), (None, status(false)));
		assert_eq!(Billing::runway(TAB), Some(0));
		assert_eq!(account_of(TAB).status, Status::Active);

		advance(2);
		poll();
		assert_eq!(events(), [Event::Frozen { tab: TAB, at: at(100), grace_until: at(1_100) }]);
		assert_eq!(records(), [(None, Subject::Tab(TAB), "account.frozen")]);
		assert_eq!(account_of(TAB).status, status(false));

		advance(6);
		poll();
		assert_eq!(
			events(),
			[
				Event::Settled {
					stream: STREAM,
					tab: TAB,
					seconds: 100,
					downtime: 0,
					amount: 1_000,
					fee: 0
				},
				Event::StreamHalted { stream: STREAM, tab: TAB, at: at(100) },
			]
		);
		assert_eq!(halted_since(STREAM), Some(at(100)));
		let account = account_of(TAB);
		assert_eq!(account.status, status(true));
		assert_eq!((account.funds, account.earmarked), (MINIMUM + 9, 0));
		assert_eq!((account.rate, account.halted), (Rate(0), Rate(10)));

		run(500);
		settle(STREAM);
		assert_eq!(events(), []);
		assert_eq!(records(), []);
		let bill = billed(100, 0, 1_000);
		assert_eq!(Billing::bill(STREAM), Some(bill));
		assert_eq!(Billing::idle(STREAM), 508);
	});
}

#[test]
fn the_end_is_the_same_whoever_finds_it_first() {
	let outcome = |first: &dyn Fn()| {
		let mut found = None;
		ExtBuilder::build_and_execute(|| {
			begin();
			first();
			check();
			run(GENESIS + 300 - Now::get());
			let frozen = Event::Frozen { tab: TAB, at: at(100), grace_until: at(1_100) };
			assert_eq!(events().into_iter().filter(|event| *event == frozen).count(), 1);
			found = Some((
				Billing::account_view(TAB),
				stream_of(STREAM),
				Billing::bill(STREAM),
				balance(WIND, CLOUD),
			));
		});
		found
	};
	let by_the_agenda = outcome(&|| ());
	let settle_at = |seconds: u64| {
		advance(seconds);
		settle(STREAM);
	};
	for seconds in [99, 100, 101, 102, 107, 150, 299] {
		assert_eq!(outcome(&|| settle_at(seconds)), by_the_agenda, "settled at {seconds}");
	}
	assert_eq!(outcome(&|| (0..200).for_each(|_| settle_at(1))), by_the_agenda);
	let others: [fn() -> DispatchResult; 3] = [
		|| Billing::set_alert(signed(ALICE), TAB, None),
		|| Billing::set_budget(signed(ALICE), TAB, None),
		|| Billing::reclaim(signed(ALICE), STREAM),
	];
	for (index, call) in others.into_iter().enumerate() {
		let first = || {
			advance(120);
			assert_ok!(call());
		};
		assert_eq!(outcome(&first), by_the_agenda, "call {index}");
	}
}

#[test]
fn two_streams_with_odd_rates_end_in_one_second() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_999);
		flow(ALICE, running(TAB, 7));
		flow(ALICE, running(TAB, 13));
		assert_eq!(Billing::depletes_at(TAB), Some(at(99)));
		run(120);
		for (stream, amount) in [(STREAM, 99 * 7), (SECOND, 99 * 13)] {
			let bill = billed(99, 0, amount);
			assert_eq!(Billing::bill(stream), Some(bill));
			assert_eq!(halted_since(stream), Some(at(99)));
		}
		assert_eq!(balance(WIND, CLOUD), 99 * 20);
		assert_eq!(Billing::available(TAB), Some(19));
	});
}

#[test]
fn a_stream_that_joins_later_shortens_what_is_left() {
	ExtBuilder::build_and_execute(|| {
		prepay(2_000);
		flow(ALICE, running(TAB, 7));
		assert_eq!(Billing::depletes_at(TAB), Some(at(285)));
		advance(30);
		flow(ALICE, running(TAB, 13));
		// 2 000 - 7 x 30 = 1 790, which is 89 seconds of 20 and a rest of 10.
		assert_eq!(Billing::depletes_at(TAB), Some(at(119)));
		run(120);
		let bill = |seconds, amount| Some(billed(seconds, 0, amount));
		assert_eq!(Billing::bill(STREAM), bill(119, 119 * 7));
		assert_eq!(Billing::bill(SECOND), bill(89, 89 * 13));
		assert_eq!(Billing::available(TAB), Some(10));
	});
}

#[test]
fn a_stream_that_leaves_lengthens_what_is_left() {
	ExtBuilder::build_and_execute(|| {
		prepay(2_000);
		flow(ALICE, running(TAB, 7));
		flow(ALICE, running(TAB, 13));
		run(90);
		assert_eq!(close(SECOND), Ok(billed(90, 0, 1_170)));
		// 2 000 - 20 x 90 = 200, which is 28 seconds of 7 and a rest of 4.
		assert_eq!(Billing::depletes_at(TAB), Some(at(118)));
		run(20);
		assert_eq!(account_of(TAB).status, Status::Active, "the old end means nothing any more");
		run(20);
		assert_eq!(halted_since(STREAM), Some(at(118)));
	});
}

#[test]
fn downtime_moves_the_end_by_no_second() {
	ExtBuilder::build_and_execute(|| {
		begin();
		run(20);
		FakeMeter::set_down(CLOUD, true);
		run(20);
		FakeMeter::set_down(CLOUD, false);
		run(20);
		assert_eq!(Billing::depletes_at(TAB), Some(at(100)));
		settle(STREAM);
		assert_eq!(Billing::depletes_at(TAB), Some(at(100)));
		assert_eq!(stream_of(STREAM).slack, 20);
		run(60);
		let bill = billed(80, 20, 800);
		assert_eq!(Billing::bill(STREAM), Some(bill));
		assert_eq!(halted_since(STREAM), Some(at(100)));
		// The seconds of downtime have come back, which is less than resuming takes.
		assert_eq!(stream_of(STREAM).slack, 0);
		assert_eq!(Billing::available(TAB), Some(9 + 200));
		assert!(matches!(account_of(TAB).status, Status::Frozen { swept: true, .. }));
	});
}

#[test]
fn downtime_after_the_end_is_no_business_of_a_halted_stream() {
	ExtBuilder::build_and_execute(|| {
		begin();
		run(90);
		FakeMeter::set_down(CLOUD, true);
		run(20);
		let bill = billed(90, 10, 900);
		assert_eq!(Billing::bill(STREAM), Some(bill));
		FakeMeter::set_down(CLOUD, false);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 1_000));
		run(10);
		let bill = billed(96, 10, 960);
		assert_eq!(Billing::bill(STREAM), Some(bill));
		assert_eq!(Billing::idle(STREAM), 14);
	});
}

#[test]
fn reclaim_gives_back_what_downtime_has_taken() {
	ExtBuilder::build_and_execute(|| {
		begin();
		FakeMeter::set_down(CLOUD, true);
		advance(20);
		FakeMeter::set_down(CLOUD, false);
		advance(30);
		assert_eq!(Billing::available(TAB), Some(509));

		assert_ok!(Billing::reclaim(signed(ALICE), STREAM));

		assert_eq!(Billing::available(TAB), Some(709));
		assert_eq!(Billing::depletes_at(TAB), Some(at(120)));
		assert_eq!(
			events(),
			[
				Event::Settled {
					stream: STREAM,
					tab: TAB,
					seconds: 30,
					downtime: 20,
					amount: 300,
					fee: 0
				},
				Event::Reclaimed { stream: STREAM, tab: TAB, amount: 200 },
			]
		);
		assert_eq!(records(), [(Some(ALICE), Subject::Stream(STREAM), "stream.reclaimed")]);

		assert_ok!(Billing::reclaim(signed(ALICE), STREAM));
		assert_eq!(events(), [Event::Reclaimed { stream: STREAM, tab: TAB, amount: 0 }]);
		run(100);
		let bill = billed(100, 20, 1_000);
		assert_eq!(Billing::bill(STREAM), Some(bill));
	});
}

#[test]
fn reclaim_fails_when_not_the_payer_asks() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_noop!(Billing::reclaim(signed(ALICE), SECOND), Error::<Test>::UnknownStream);
		for stranger in [CLOUD, BOB] {
			assert_noop!(Billing::reclaim(signed(stranger), STREAM), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn a_prepaid_stream_flows_on() {
	ExtBuilder::build_and_execute(|| {
		prepay(3_009);
		flow(ALICE, terms(TAB, 1, 2_000));
		flow(ALICE, running(TAB, 10));
		assert_eq!(Billing::depletes_at(TAB), Some(at(100)));
		run(1_300);
		// The account is past its grace; the running stream is gone.
		assert_noop!(Billing::settle(signed(BOB), SECOND), Error::<Test>::UnknownStream);
		assert_eq!(stream_of(STREAM).state, StreamState::Flowing);
		assert_eq!(Billing::idle(STREAM), 0);
		let bill = billed(1_300, 0, 1_300);
		assert_eq!(close(STREAM), Ok(bill));
		assert_eq!(Billing::available(TAB), Some(709));
	});
}

#[test]
fn a_prepaid_stream_is_settled_beyond_the_end_of_the_money() {
	ExtBuilder::build_and_execute(|| {
		prepay(2_009);
		flow(ALICE, terms(TAB, 2, 1_000));
		flow(ALICE, running(TAB, 10));
		events();
		advance(150);
		settle(STREAM);
		assert_eq!(
			events(),
			[
				Event::Frozen { tab: TAB, at: at(100), grace_until: at(1_100) },
				Event::Settled {
					stream: STREAM,
					tab: TAB,
					seconds: 150,
					downtime: 0,
					amount: 300,
					fee: 0
				},
			]
		);
	});
}

#[test]
fn a_frozen_account_takes_no_running_stream_but_a_prepaid_one() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_009);
		assert_ok!(Billing::set_budget(signed(ALICE), TAB, Some(609)));
		flow(ALICE, running(TAB, 10));
		run(66);
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		assert_noop!(open(ALICE, running(TAB, 0)), Error::<Test>::AccountFrozen);
		assert_eq!(Billing::available(TAB), Some(9));
		assert_ok!(open(ALICE, terms(TAB, 1, 9)));
	});
}

#[test]
fn a_stream_that_starts_where_there_is_no_money_stands_at_once() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(open(ALICE, running(TAB, 5)));
		run(110);
		events();
		records();

		assert_ok!(Billing::start(SECOND));

		assert_eq!(
			events(),
			[
				Event::StreamStarted { stream: SECOND, tab: TAB },
				Event::StreamHalted { stream: SECOND, tab: TAB, at: at(110) },
			]
		);
		assert_eq!(records(), [(None, Subject::Stream(SECOND), "stream.started")]);
		assert_eq!(account_of(TAB).halted, Rate(15));
		run(20);
		assert_eq!((Billing::idle(STREAM), Billing::idle(SECOND)), (30, 20));
		assert_eq!(Billing::bill(SECOND), Some(StreamBill::default()));
	});
}

#[test]
fn a_stream_that_waits_for_its_start_is_reckoned_with_and_takes_nothing() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_200);
		assert_ok!(open(ALICE, running(TAB, 10)));
		let view = Billing::account_view(TAB).unwrap();
		assert_eq!((view.committed_rate, view.halted_rate), (Rate(0), Rate(10)));
		assert_eq!(Billing::runway(TAB), Some(u64::MAX));
		// There must be money for the first while of all of them.
		assert_noop!(open(ALICE, running(TAB, 11)), Error::<Test>::InsufficientFunds);
		assert_noop!(Billing::withdraw(signed(ALICE), TAB, 601), Error::<Test>::InsufficientFunds);
		assert_ok!(open(ALICE, running(TAB, 10)));
		run(500);
		assert_eq!(Billing::available(TAB), Some(1_200));
		assert_ok!(Billing::start(STREAM));
		assert_eq!((account_of(TAB).rate, account_of(TAB).halted), (Rate(10), Rate(10)));
		assert_ok!(close(SECOND));
		assert_eq!(account_of(TAB).halted, Rate(0));
	});
}

#[test]
fn a_stream_idles_from_the_end_of_the_money_whether_or_not_anybody_has_noticed() {
	ExtBuilder::build_and_execute(|| {
		begin();
		advance(99);
		assert_eq!(Billing::idle(STREAM), 0);
		advance(11);
		assert_eq!(Billing::idle(STREAM), 10);
		poll();
		assert_eq!(Billing::idle(STREAM), 10);
		advance(6);
		poll();
		assert_eq!(Billing::idle(STREAM), 16);
		assert_eq!(Billing::idle(SECOND), 0, "what there is not does not idle");
	});
}

#[test]
fn a_halted_stream_can_be_closed() {
	ExtBuilder::build_and_execute(|| {
		begin();
		advance(130);
		events();
		// The end of the money is noticed by this very call.
		let bill = billed(100, 0, 1_000);
		assert_eq!(close(STREAM), Ok(bill));
		assert_eq!(
			events(),
			[
				Event::Frozen { tab: TAB, at: at(100), grace_until: at(1_100) },
				Event::StreamHalted { stream: STREAM, tab: TAB, at: at(100) },
				Event::StreamClosed { stream: STREAM, tab: TAB, bill, amount: 1_000, fee: 0 },
			]
		);
		// Nothing wants money any more, so there is enough of it.
		run(12);
		assert_eq!(events(), [Event::Resumed { tab: TAB }]);
		assert_eq!(account_of(TAB).status, Status::Active);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		run(1_200);
		assert_eq!(events(), [Event::AccountClosed { tab: TAB, who: ALICE, amount: MINIMUM + 9 }]);
	});
}

#[test]
fn a_stream_that_is_free_keeps_no_account_from_lasting() {
	ExtBuilder::build_and_execute(|| {
		prepay(0);
		flow(ALICE, running(TAB, 0));
		assert_eq!(Billing::runway(TAB), Some(u64::MAX));
		run(1_000);
		assert_eq!(account_of(TAB).status, Status::Active);
		let bill = billed(1_000, 0, 0);
		assert_eq!(close(STREAM), Ok(bill));
	});
}
