//! `set_rate`: one side proposes, the other agrees.

use crate::{mock::*, Error, Event, Proposals, Side, Status, StreamState};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{
	traits::Streams as _, Balance, Rate, StreamBill, StreamId, Subject, Timestamp,
};

fn set_rate(who: AccountId, rate: Balance) -> sp_runtime::DispatchResult {
	Billing::set_rate(signed(who), STREAM, Rate(rate))
}

/// An account with money for 1 000 seconds, and a stream of 10 a second.
fn begin() {
	open_account(ALICE, WIND, MINIMUM + 10_000);
	assert_ok!(Billing::set_alert(signed(ALICE), TAB, None));
	flow(ALICE, running(TAB, 10));
	events();
	records();
}

fn bill(seconds: u64, amount: Balance) -> Option<StreamBill> {
	Some(billed(seconds, 0, amount))
}

fn settled(seconds: u64, amount: Balance) -> Event<Test> {
	Event::Settled { stream: STREAM, tab: TAB, seconds, downtime: 0, amount, fee: 0 }
}

#[test]
fn a_rate_holds_from_when_both_have_said_it() {
	ExtBuilder::build_and_execute(|| {
		begin();
		advance(10);
		assert_ok!(set_rate(CLOUD, 15));
		assert_eq!(Proposals::<Test>::get(STREAM), Some((Side::Payee, Rate(15))));
		assert_eq!(
			events(),
			[
				settled(10, 100),
				Event::RateProposed { stream: STREAM, by: Side::Payee, rate: Rate(15) },
			]
		);
		let subject = Subject::Stream(STREAM);
		assert_eq!(records(), [(Some(CLOUD), subject.clone(), "stream.rate_proposed")]);

		advance(20);
		assert_ok!(set_rate(ALICE, 15));
		assert_eq!(
			events(),
			[settled(20, 200), Event::RateChanged { stream: STREAM, old: Rate(10), new: Rate(15) },]
		);
		assert_eq!(records(), [(Some(ALICE), subject, "stream.rate_changed")]);
		assert_eq!(Proposals::<Test>::get(STREAM), None);
		assert_eq!(account_of(TAB).rate, Rate(15));
		assert_eq!(Billing::depletes_at(TAB), Some(Timestamp(GENESIS + 30 + 9_700 / 15)));

		advance(10);
		assert_eq!(Billing::bill(STREAM), bill(40, 300 + 150));
	});
}

#[test]
fn nobody_agrees_with_himself_and_the_last_proposal_counts() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(set_rate(ALICE, 7));
		assert_ok!(set_rate(ALICE, 7));
		assert_eq!(stream_of(STREAM).rate, Rate(10));
		// Another number is a proposal of one's own.
		assert_ok!(set_rate(CLOUD, 9));
		assert_eq!(Proposals::<Test>::get(STREAM), Some((Side::Payee, Rate(9))));
		assert_ok!(set_rate(CLOUD, 8));
		assert_ok!(set_rate(ALICE, 9));
		assert_eq!(Proposals::<Test>::get(STREAM), Some((Side::Payer, Rate(9))));
		assert_ok!(set_rate(CLOUD, 9));
		assert_eq!(stream_of(STREAM).rate, Rate(9));
	});
}

#[test]
fn a_rate_needs_the_least_runway() {
	ExtBuilder::build_and_execute(|| {
		begin();
		let most = 10_000 / 60;
		assert_ok!(set_rate(CLOUD, most + 1));
		assert_noop!(set_rate(ALICE, most + 1), Error::<Test>::InsufficientFunds);
		assert_ok!(set_rate(CLOUD, Balance::MAX));
		assert_noop!(set_rate(ALICE, Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_ok!(set_rate(CLOUD, most));
		assert_ok!(set_rate(ALICE, most));
		assert_eq!(Billing::runway(TAB), Some(60));
	});
}

#[test]
fn a_rate_changes_within_the_cap_of_a_prepaid_stream() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_000);
		flow(ALICE, terms(TAB, 10, 1_000));
		run(50);
		assert_ok!(set_rate(ALICE, Balance::MAX));
		assert_ok!(set_rate(CLOUD, 200));
		assert_ok!(set_rate(ALICE, 200));
		run(50);
		// 500 by then, and two and a half seconds of 200, of which two are whole; then it closed.
		assert_eq!(Billing::bill(STREAM), None);
		assert_eq!(Billing::available(TAB), Some(100));
	});
}

#[test]
fn a_rate_gives_back_what_downtime_has_taken_at_the_old_one() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(set_rate(CLOUD, 20));
		FakeMeter::set_down(CLOUD, true);
		advance(30);
		FakeMeter::set_down(CLOUD, false);
		assert_ok!(set_rate(ALICE, 20));
		assert_eq!(Billing::available(TAB), Some(10_000));
		advance(30);
		let bill = billed(30, 30, 600);
		assert_eq!(close(STREAM), Ok(bill));
	});
}

#[test]
fn a_rate_of_a_paused_stream_waits_for_it() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(Billing::pause_stream(signed(ALICE), STREAM));
		assert_ok!(set_rate(CLOUD, 20));
		assert_ok!(set_rate(ALICE, 20));
		assert_eq!(account_of(TAB).rate, Rate(0));
		assert!(matches!(stream_of(STREAM).state, StreamState::Paused { by: Side::Payer, .. }));
		assert_ok!(Billing::resume_stream(signed(ALICE), STREAM));
		assert_eq!(account_of(TAB).rate, Rate(20));
		advance(10);
		assert_eq!(Billing::bill(STREAM), bill(10, 200));
	});
}

#[test]
fn a_rate_of_a_stream_that_waits_for_its_start_waits_too() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 10_000);
		assert_ok!(open(ALICE, running(TAB, 10)));
		assert_ok!(set_rate(CLOUD, 20));
		assert_ok!(set_rate(ALICE, 20));
		assert_eq!(stream_of(STREAM).state, StreamState::Pending);
		assert_eq!(account_of(TAB).halted, Rate(20));
		assert_ok!(set_rate(CLOUD, Balance::MAX));
		assert_noop!(set_rate(ALICE, Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_ok!(Billing::start(STREAM));
		assert_eq!(account_of(TAB).rate, Rate(20));
	});
}

#[test]
fn a_lower_rate_may_be_what_a_frozen_account_can_pay() {
	ExtBuilder::build_and_execute(|| {
		begin();
		FakeMeter::set_down(CLOUD, true);
		run(50);
		FakeMeter::set_down(CLOUD, false);
		run(970);
		// 50 seconds of downtime have come back.
		assert_eq!(Billing::available(TAB), Some(500));
		assert_eq!(account_of(TAB).halted, Rate(10));
		assert_eq!(Billing::idle(STREAM), 20);
		events();

		assert_ok!(set_rate(CLOUD, 8));
		assert_ok!(set_rate(ALICE, 8));

		assert_eq!(
			events(),
			[
				Event::RateProposed { stream: STREAM, by: Side::Payee, rate: Rate(8) },
				Event::RateChanged { stream: STREAM, old: Rate(10), new: Rate(8) },
				Event::Resumed { tab: TAB },
			]
		);
		assert_eq!(Billing::idle(STREAM), 20, "it stands until it is swept");
		run(6);
		assert_eq!(stream_of(STREAM).state, StreamState::Flowing);
		assert_eq!(Billing::idle(STREAM), 26);
		run(60);
		assert_eq!(Billing::bill(STREAM).unwrap().amount, 9_500 + 60 * 8);
	});
}

#[test]
fn a_rate_that_could_never_flow_cannot_stop_an_account_for_good() {
	ExtBuilder::build_and_execute(|| {
		begin();
		flow(ALICE, running(TAB, 10));
		run(510);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 5_000));
		// Resumed, but not yet swept: the rate counts as halted.
		assert_eq!(stream_of(STREAM).state, StreamState::Halted);
		let most = Balance::MAX / 60 - 10;
		for rate in [Balance::MAX, Balance::MAX - 10, most + 1] {
			assert_ok!(set_rate(CLOUD, rate));
			assert_noop!(set_rate(ALICE, rate), Error::<Test>::InsufficientFunds);
		}
		assert_ok!(set_rate(CLOUD, most));
		assert_ok!(set_rate(ALICE, most));
		run(100);
		// It freezes at once, and everybody is still paid to the unit and can leave.
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		for stream in [0, 1].map(StreamId) {
			assert_ok!(Billing::close_stream(signed(CLOUD), stream));
		}
		run(20);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
	});
}

#[test]
fn a_proposal_ends_with_its_stream() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(set_rate(CLOUD, 20));
		assert_ok!(Billing::close_stream(signed(ALICE), STREAM));
		assert_eq!(Proposals::<Test>::iter().count(), 0);
	});
}

#[test]
fn set_rate_fails_when_there_is_no_stream_no_rate_or_no_right() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(set_rate(ALICE, 1), Error::<Test>::UnknownStream);
		begin();
		assert_noop!(set_rate(ALICE, 0), Error::<Test>::ZeroRate);
		assert_noop!(set_rate(BOB, 1), Error::<Test>::NotOwner);
	});
}
