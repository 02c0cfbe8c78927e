//! Opening, starting and closing streams through the seam.

use crate::{mock::*, Accounts, Error, Event, Manager, Stream, Streams};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Perbill};
use tradewind_primitives::{
	traits::Streams as _, Rate, StreamBill, StreamId, StreamTerms, Subject, TabId, Timestamp,
};

fn close() -> Result<(StreamBill, Memo), DispatchError> {
	Billing::close(STREAM, Perbill::zero())
}

#[test]
fn open_reserves_the_cap() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		events();
		records();

		assert_eq!(Billing::open(&ALICE, terms(TAB, 3, 600), MEMO), Ok(STREAM));

		let account = Accounts::<Test>::get(TAB).unwrap();
		assert_eq!((account.reserved, account.streams, account.running), (600, 1, 0));
		assert_eq!(Billing::available(TAB), Some(400 - MINIMUM));
		let manager = Manager::Opener(MEMO);
		assert_eq!(
			Streams::<Test>::get(TAB, STREAM),
			Some(Stream::new(terms(TAB, 3, 600), Perbill::zero(), manager))
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
			Billing::open(&ALICE, terms(TAB, 3, 1_000 - MINIMUM + 1), MEMO),
			Error::<Test>::InsufficientFunds
		);
		assert_ok!(Billing::open(&ALICE, terms(TAB, 3, 1_000 - MINIMUM), MEMO));
		assert_noop!(
			Billing::open(&ALICE, terms(TAB, 3, 1), MEMO),
			Error::<Test>::InsufficientFunds
		);
	});
}

#[test]
fn open_numbers_the_streams_of_each_account() {
	ExtBuilder::build_and_execute(|| {
		for tab in [TAB, TabId(1)] {
			assert_eq!(open_account(ALICE, WIND, 1_000), tab);
		}
		let open = |tab| Billing::open(&ALICE, terms(tab, 3, 30), MEMO);
		assert_eq!([open(TAB), open(TAB)], [Ok(StreamId(0)), Ok(StreamId(1))]);
		let of_second = [1_000_000_000, 1_000_000_001].map(|id| Ok(StreamId(id)));
		assert_eq!([open(TabId(1)), open(TabId(1))], of_second);
		assert_eq!(open(TAB), Ok(StreamId(2)));
		for (tab, id) in Streams::<Test>::iter_keys() {
			assert_eq!(id.tab(), tab);
		}
	});
}

#[test]
fn open_gives_out_no_number_twice() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		for number in 0..3 {
			let stream = manage(ALICE, terms(TAB, 3, 600));
			assert_eq!(stream, StreamId(number));
			assert_ok!(Billing::close(stream, Perbill::zero()));
		}
		// What fails uses no number up.
		let too_much = terms(TAB, 3, 1_001);
		assert_noop!(Billing::open(&ALICE, too_much, MEMO), Error::<Test>::InsufficientFunds);
		assert_eq!(Billing::open(&ALICE, running(TAB, 1), MEMO), Ok(StreamId(3)));
		let account = account_of(TAB);
		assert_eq!((account.streams, account.running, account.next_stream), (1, 1, 4));
	});
}

#[test]
fn open_fails_when_the_account_is_not_the_callers() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::open(&ALICE, terms(TAB, 3, 1), MEMO), Error::<Test>::UnknownAccount);
		open_account(ALICE, WIND, 1_000);
		assert_noop!(Billing::open(&BOB, terms(TAB, 3, 1), MEMO), Error::<Test>::NotOwner);
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
			assert_noop!(Billing::open(&ALICE, terms, MEMO), Error::<Test>::BadPayees);
		}
	});
}

#[test]
fn start_takes_the_time_and_the_reading() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		assert_ok!(Billing::open(&ALICE, terms(TAB, 3, 600), MEMO));
		FakeMeter::add(CLOUD, 77);
		advance(9);
		events();
		records();

		assert_ok!(Billing::start(STREAM));

		let stream = stream_of(STREAM);
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
		manage(ALICE, terms(TAB, 3, 600));
		assert_noop!(Billing::start(STREAM), Error::<Test>::AlreadyStarted);
	});
}

#[test]
fn close_pays_and_releases_the_rest() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		manage(ALICE, terms(TAB, 3, 600));
		advance(100);
		events();
		records();

		let bill = billed(100, 0, 300);
		assert_eq!(Billing::bill(STREAM), Some(bill));
		assert_eq!(close(), Ok((bill, MEMO)));

		assert_eq!(balance(WIND, CLOUD), 300);
		assert_eq!(Streams::<Test>::get(TAB, STREAM), None);
		assert_eq!(Billing::available(TAB), Some(700 - MINIMUM));
		assert_eq!(
			events(),
			[Event::StreamClosed { stream: STREAM, tab: TAB, bill, amount: 300, fee: 0 }]
		);
		assert_eq!(records(), [(None, Subject::Stream(STREAM), "stream.closed")]);
		assert_noop!(close(), Error::<Test>::UnknownStream);
	});
}

#[test]
fn close_fails_when_nobody_manages_the_stream() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		flow(ALICE, terms(TAB, 3, 600));
		assert_noop!(close(), Error::<Test>::NotManaged);
	});
}

#[test]
fn close_of_a_stream_that_never_flowed_costs_nothing() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		assert_ok!(Billing::open(&ALICE, terms(TAB, 3, 600), MEMO));
		advance(100);
		assert_eq!(close(), Ok((StreamBill::default(), MEMO)));
		assert_eq!(Billing::available(TAB), Some(1_000 - MINIMUM));
	});
}

#[test]
fn a_free_stream_counts_seconds_and_moves_nothing() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM);
		manage(ALICE, terms(TAB, 0, 0));
		advance(1_000);
		assert_eq!(close(), Ok((billed(1_000, 0, 0), MEMO)));
	});
}
