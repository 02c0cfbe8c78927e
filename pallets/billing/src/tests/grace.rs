//! The end of the grace: every running stream is closed, by its opener where it has one.

use crate::{mock::*, Error, Event, Status, StreamState};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{Rate, StreamBill, StreamId, StreamTerms, Subject};

const BILL: StreamBill = billed(100, 0, 1_000);

/// A stream of 10 a second whose money ends after 100 seconds, so that its grace ends after 1 100.
fn begin(flow: fn(AccountId, StreamTerms<AccountId>) -> StreamId) {
	open_account(ALICE, WIND, MINIMUM + 1_009);
	assert_ok!(Billing::set_alert(signed(ALICE), TAB, None));
	flow(ALICE, running(TAB, 10));
	run(1_098);
	assert_eq!(halted_since(STREAM), Some(at(100)));
	events();
	records();
}

/// What is told of when the grace ends.
fn expect_the_end() {
	run(8);
	assert_eq!(events(), [Event::OutOfFunds { tab: TAB }]);
	assert_eq!(account_of(TAB).status, Status::Closing { since: at(100) });
	run(6);
	assert_eq!(
		events(),
		[Event::StreamClosed { stream: STREAM, tab: TAB, bill: BILL, amount: 0, fee: 0 }]
	);
	assert_eq!(
		records(),
		[
			(None, Subject::Tab(TAB), "account.out_of_funds"),
			(None, Subject::Stream(STREAM), "stream.closed"),
		]
	);
	let account = account_of(TAB);
	assert_eq!((account.status, account.streams), (Status::Active, 0));
	assert_eq!((account.rate, account.halted), (Rate(0), Rate(0)));
	assert_eq!(Billing::available(TAB), Some(9));
	assert_ok!(Billing::close_account(signed(ALICE), TAB));
}

#[test]
fn a_stream_that_nobody_manages_is_closed() {
	ExtBuilder::build_and_execute(|| {
		begin(flow);
		expect_the_end();
		assert_eq!(Ended::take(), [] as [u64; 0]);
	});
}

#[test]
fn a_stream_that_is_managed_is_ended_by_its_opener() {
	ExtBuilder::build_and_execute(|| {
		begin(manage);
		expect_the_end();
		assert_eq!(Ended::take(), [STREAM.0]);
	});
}

#[test]
fn a_stream_whose_opener_refuses_is_asked_for_again() {
	ExtBuilder::build_and_execute(|| {
		Obedient::set(false);
		begin(manage);
		run(14);
		assert_eq!(Ended::get(), [STREAM.0]);
		assert_eq!(account_of(TAB).status, Status::Closing { since: at(100) });
		run(60);
		assert_eq!(Ended::get(), [STREAM.0, STREAM.0]);
		check();
		// What has come in meanwhile changes nothing.
		assert_ok!(Billing::top_up(signed(BOB), TAB, 1_000));
		Obedient::set(true);
		run(60);
		assert_eq!(Ended::take().len(), 3);
		assert_eq!(Billing::bill(STREAM), None);
		assert_eq!(balance(WIND, CLOUD), BILL.amount);
		assert_eq!(account_of(TAB).status, Status::Active);
	});
}

#[test]
fn an_opener_that_refuses_holds_up_no_other_stream() {
	ExtBuilder::build_and_execute(|| {
		Obedient::set(false);
		open_account(ALICE, WIND, MINIMUM + 1_000);
		for flow in [flow as fn(_, _) -> _, manage, flow, manage, flow] {
			flow(ALICE, running(TAB, 2));
		}
		run(1_130);
		let open: Vec<_> = (0..5).filter(|id| Billing::bill(StreamId(*id)).is_some()).collect();
		assert_eq!(open, [1, 3]);
		Obedient::set(true);
		run(60);
		assert_eq!(account_of(TAB).streams, 0);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
	});
}

#[test]
fn what_waits_or_is_paused_is_closed_too() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_009);
		flow(ALICE, running(TAB, 10));
		let waits = open(ALICE, running(TAB, 1)).unwrap();
		let paused = flow(ALICE, running(TAB, 1));
		assert_ok!(Billing::pause_stream(signed(CLOUD), paused));
		let prepaid = open(ALICE, terms(TAB, 1, 0)).unwrap();
		run(1_130);
		for stream in [STREAM, waits, paused] {
			assert_noop!(close(stream), Error::<Test>::UnknownStream);
		}
		assert_eq!((account_of(TAB).streams, account_of(TAB).running), (1, 0));
		assert_ok!(close(prepaid));
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
	});
}

#[test]
fn a_top_up_within_the_grace_is_in_time() {
	ExtBuilder::build_and_execute(|| {
		begin(flow);
		run(2);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 1_000));
		run(20);
		assert_eq!(stream_of(STREAM).state, StreamState::Flowing);
		// It freezes again. Of the grace nothing was left but what has grown since.
		run(88);
		let since = at(1_204);
		let grace_until = since.plus(104);
		assert_eq!(account_of(TAB).status, Status::Frozen { since, grace_until, swept: false });
		run(96);
		assert_eq!(Billing::bill(STREAM).map(|bill| bill.seconds), Some(200));
		run(20);
		assert_eq!(Billing::bill(STREAM), None);
	});
}

#[test]
fn a_grace_is_not_renewed_by_short_flows() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_009);
		flow(ALICE, running(TAB, 10));
		let grace = || match account_of(TAB).status {
			Status::Frozen { since, grace_until, .. } => Some(grace_until.since(since)),
			_ => None,
		};
		run(120);
		assert_eq!(grace(), Some(1_000));
		// A minute of money after most of the grace.
		run(500);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 600));
		run(80);
		// 480 seconds of it were left at second 620; the money ended at second 684.
		assert_eq!(grace(), Some(480 + 64));
		// It grows back with the time for which the account is not frozen.
		assert_ok!(Billing::top_up(signed(BOB), TAB, 10_000));
		run(1_100);
		assert_eq!(grace(), Some(1_000));
	});
}

#[test]
fn a_top_up_after_the_grace_opens_nothing_again() {
	ExtBuilder::build_and_execute(|| {
		begin(flow);
		run(8);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 1_000));
		assert_noop!(open(ALICE, running(TAB, 1)), Error::<Test>::AccountFrozen);
		run(8);
		assert_eq!(Billing::bill(STREAM), None);
		assert_eq!(Billing::available(TAB), Some(1_009));
		assert_ok!(open(ALICE, running(TAB, 1)));
	});
}

#[test]
fn a_grace_that_ends_before_the_sweep_closes_up_to_the_end_of_the_money() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_009);
		flow(ALICE, running(TAB, 10));
		// No block for a long time: the end is noticed after the grace would have ended.
		advance(2_000);
		while Billing::bill(STREAM).is_some() {
			advance(1);
			poll();
		}
		assert!(events().contains(&Event::StreamClosed {
			stream: STREAM,
			tab: TAB,
			bill: BILL,
			amount: 1_000,
			fee: 0
		}));
		assert_eq!(balance(WIND, CLOUD), 1_000);
		run(10);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
	});
}

#[test]
fn a_stream_is_closed_by_its_parties_before_the_sweep_comes_to_it() {
	ExtBuilder::build_and_execute(|| {
		begin(flow);
		run(8);
		assert_ok!(Billing::close_stream(signed(CLOUD), STREAM));
		run(10);
		assert_eq!(account_of(TAB).status, Status::Active);
	});
}
