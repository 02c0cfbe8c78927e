//! Each invariant, broken once: it must be noticed.

use crate::{mock::*, Accounts, NextStreamId, NextTabId, Owed, Pots, Streams};
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{StreamId, TabId, Timestamp};

const TAB: TabId = TabId(0);
const STREAM: StreamId = StreamId(0);

/// A state in which everything occurs, then `corrupt`, then the verdict.
fn noticed(label: &str, corrupt: impl FnOnce()) {
	ExtBuilder::build_and_break(|| {
		open_account(ALICE, WIND, 1_000);
		flow(ALICE, terms(TAB, 1, 500));
		advance(5);
		assert_ok!(Billing::settle(RuntimeOrigin::signed(BOB), STREAM));
		assert_eq!(Billing::owed(CLOUD, WIND), 5);
		check();
		corrupt();
		match Billing::do_try_state() {
			Err(TryRuntimeError::Other(fault)) => {
				assert!(fault.starts_with(label), "{label} was expected, not: {fault}");
			},
			other => panic!("{label} was expected, not: {other:?}"),
		}
	});
}

fn account(change: impl FnOnce(&mut crate::Account<AccountId>)) {
	Accounts::<Test>::mutate(TAB, |account| change(account.as_mut().unwrap()));
}

fn stream(change: impl FnOnce(&mut crate::Stream<AccountId>)) {
	Streams::<Test>::mutate(STREAM, |stream| change(stream.as_mut().unwrap()));
}

#[test]
fn i1_notices_money_that_is_missing() {
	noticed("I1", || account(|account| account.funds += 1));
	noticed("I1", || Owed::<Test>::insert(BOB, WIND, 1));
	noticed("I1", || {
		frame_system::Account::<Test>::mutate(Billing::pot_account(), |pot| pot.providers = 0)
	});
}

#[test]
fn i2_notices_too_large_a_reservation() {
	noticed("I2", || account(|account| account.reserved = account.funds));
}

#[test]
fn i3_notices_a_reservation_without_a_stream() {
	noticed("I3", || account(|account| account.reserved += 1));
	noticed("I3", || account(|account| account.streams += 1));
	noticed("I3", || Streams::<Test>::remove(STREAM));
	noticed("I3", || stream(|stream| stream.tab = TabId(5)));
}

#[test]
fn i4_notices_a_payment_that_was_not_due() {
	noticed("I4", || {
		stream(|stream| stream.paid += 1);
		account(|account| account.reserved -= 1);
	});
	noticed("I4", || stream(|stream| stream.billed_seconds = 501));
	noticed("I4", || stream(|stream| stream.payees.clear()));
}

#[test]
fn i5_notices_a_second_counted_twice() {
	noticed("I5", || stream(|stream| stream.downtime += 1));
	noticed("I5", || stream(|stream| stream.started = None));
	noticed("I5", || stream(|stream| stream.settled_until = Timestamp(GENESIS + 4)));
}

#[test]
fn i6_notices_a_pot_that_miscounts() {
	noticed("I6", || Pots::<Test>::mutate(WIND, |pot| pot.accounts += 1));
	noticed("I6", || Pots::<Test>::mutate(WIND, |pot| pot.owed -= 1));
	noticed("I6", || Pots::<Test>::insert(EURO, crate::Pot::default()));
	noticed("I6", || Owed::<Test>::insert(BOB, EURO, 0));
}

#[test]
fn i7_notices_an_id_from_the_future() {
	noticed("I7", NextTabId::<Test>::kill);
	noticed("I7", NextStreamId::<Test>::kill);
}
