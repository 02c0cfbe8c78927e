//! Opening, starting and closing streams through the seam.

use crate::{mock::*, Accounts, Error, Event, Stream, Streams};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use tradewind_primitives::{
	traits::Streams as _, Rate, StreamBill, StreamTerms, Subject, Timestamp,
};

#[test]
fn open_reserves_the_cap() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		events();
		records();

		assert_eq!(Billing::open(&ALICE, terms(TAB, 3, 600)), Ok(STREAM));

		let account = Accounts::<Test>::get(TAB).unwrap();
		assert_eq!((account.reserved, account.streams), (600, 1));
		assert_eq!(Billing::available(TAB), Some(400 - MINIMUM));
		assert_eq!(
			Streams::<Test>::get(STREAM),
			Some(Stream::new(terms(TAB, 3, 600), Perbill::zero(), None))
		);
		assert_eq!(
			events(),
			[Event::StreamOpened {
				stream: STREAM,
				tab: TAB,
				rate: Rate(3),
				cap: 600,
				prepaid: true
			}]
		);
		assert_eq!(records(), [(Some(ALICE), Subject::Stream(STREAM), "stream.opened")]);
	});
}

#[test]
fn open_takes_all_that_is_available_but_no_more() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		assert_noop!(
			Billing::open(&ALICE, terms(TAB, 3, 1_000 - MINIMUM + 1)),
			Error::<Test>::InsufficientFunds
		);
		assert_ok!(Billing::open(&ALICE, terms(TAB, 3, 1_000 - MINIMUM)));
		assert_noop!(Billing::open(&ALICE, terms(TAB, 3, 1)), Error::<Test>::InsufficientFunds);
	});
}

#[test]
fn open_fails_when_the_account_is_not_the_callers() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::open(&ALICE, terms(TAB, 3, 1)), Error::<Test>::UnknownAccount);
		open_account(ALICE, WIND, 1_000);
		assert_noop!(Billing::open(&BOB, terms(TAB, 3, 1)), Error::<Test>::NotOwner);
	});
}

#[test]
fn open_fails_when_the_payees_are_wrong() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		let pot = Billing::pot_account();
		for payees in [
			vec![],
			vec![payee(CLOUD, 999_999_999)],
			vec![payee(CLOUD, 1_000_000_000), payee(BOB, 0)],
			vec![payee(CLOUD, 900_000_000), payee(pot, 100_000_000)],
		] {
			let terms = StreamTerms { payees: payees.try_into().unwrap(), ..terms(TAB, 3, 600) };
			assert_noop!(Billing::open(&ALICE, terms), Error::<Test>::BadPayees);
		}
	});
}

#[test]
fn start_takes_the_time_and_the_reading() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		assert_ok!(Billing::open(&ALICE, terms(TAB, 3, 600)));
		FakeMeter::add(CLOUD, 77);
		advance(9);
		events();
		records();

		assert_ok!(Billing::start(STREAM));

		let stream = Streams::<Test>::get(STREAM).unwrap();
		assert_eq!(stream.started, Timestamp(GENESIS + 9));
		assert_eq!(stream.settled_until, Timestamp(GENESIS + 9));
		assert_eq!(stream.meter_at, 77);
		assert_eq!(events(), [Event::StreamStarted { stream: STREAM, tab: TAB }]);
		assert_eq!(records(), [(None, Subject::Stream(STREAM), "stream.started")]);
	});
}

#[test]
fn start_fails_when_started_or_unknown() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::start(STREAM), Error::<Test>::UnknownStream);
		open_account(ALICE, WIND, 1_000);
		flow(ALICE, terms(TAB, 3, 600));
		assert_noop!(Billing::start(STREAM), Error::<Test>::AlreadyStarted);
	});
}

#[test]
fn close_pays_and_releases_the_rest() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		flow(ALICE, terms(TAB, 3, 600));
		advance(100);
		events();
		records();

		let bill = StreamBill { seconds: 100, downtime: 0, amount: 300 };
		assert_eq!(Billing::bill(STREAM), Some(bill));
		assert_eq!(Billing::close(STREAM), Ok(bill));

		assert_eq!(balance(WIND, CLOUD), 300);
		assert_eq!(Streams::<Test>::get(STREAM), None);
		assert_eq!(Billing::available(TAB), Some(700 - MINIMUM));
		assert_eq!(
			events(),
			[Event::StreamClosed { stream: STREAM, tab: TAB, bill, amount: 300, fee: 0 }]
		);
		assert_eq!(records(), [(None, Subject::Stream(STREAM), "stream.closed")]);
		assert_noop!(Billing::close(STREAM), Error::<Test>::UnknownStream);
	});
}

#[test]
fn close_of_a_stream_that_never_flowed_costs_nothing() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		assert_ok!(Billing::open(&ALICE, terms(TAB, 3, 600)));
		advance(100);
		assert_eq!(Billing::close(STREAM), Ok(StreamBill::default()));
		assert_eq!(Billing::available(TAB), Some(1_000 - MINIMUM));
	});
}

#[test]
fn a_free_stream_counts_seconds_and_moves_nothing() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM);
		flow(ALICE, terms(TAB, 0, 0));
		advance(1_000);
		let bill = StreamBill { seconds: 1_000, downtime: 0, amount: 0 };
		assert_eq!(Billing::close(STREAM), Ok(bill));
	});
}
