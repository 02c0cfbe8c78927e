//! Each invariant, broken once: it must be noticed.

use crate::{
	hooks::Agenda, mock::*, Accounts, Allowance, Channel, Channels, Delegates, Due, NextChannelId,
	NextTabId, Owed, Pots, Proposals, Role, Side, StreamState, Streams, VoucherKey,
};
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{agenda, ChannelId, Rate, StreamId, TabId, Timestamp};

/// A stream that is not prepaid.
const RUNNING: StreamId = StreamId(1);
const CHANNEL: ChannelId = ChannelId(0);

/// A state in which everything occurs, then `corrupt`, then the verdict.
fn noticed(label: &str, corrupt: impl FnOnce()) {
	ExtBuilder::build_and_break(|| {
		open_account(ALICE, WIND, 10_000);
		flow(ALICE, terms(TAB, 1, 500));
		flow(ALICE, running(TAB, 3));
		assert_ok!(Billing::set_rate(signed(ALICE), RUNNING, Rate(5)));
		let key = VoucherKey::Sr25519([1; 32]);
		assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key, 100));
		let allowance = Some(Allowance { role: Role::Spend, per_day: None });
		assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, allowance));
		advance(5);
		assert_ok!(Billing::settle(signed(BOB), STREAM));
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

fn stream(change: impl FnOnce(&mut crate::Stream<AccountId, Memo>)) {
	Streams::<Test>::mutate(TAB, STREAM, |stream| change(stream.as_mut().unwrap()));
}

fn running_stream(change: impl FnOnce(&mut crate::Stream<AccountId, Memo>)) {
	Streams::<Test>::mutate(TAB, RUNNING, |stream| change(stream.as_mut().unwrap()));
}

fn channel(change: impl FnOnce(&mut Channel<AccountId>)) {
	Channels::<Test>::mutate(CHANNEL, |channel| change(channel.as_mut().unwrap()));
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
	noticed("I2", || account(|account| account.earmarked = account.funds));
	noticed("I2", || account(|account| account.earmarked = u128::MAX));
}

#[test]
fn i3_notices_a_reservation_without_a_stream() {
	noticed("I3", || account(|account| account.reserved += 1));
	noticed("I3", || account(|account| account.streams += 1));
	noticed("I3", || Streams::<Test>::remove(TAB, STREAM));
	noticed("I3", || {
		let stream = Streams::<Test>::take(TAB, STREAM);
		Streams::<Test>::set(TabId(5), STREAM, stream);
	});
}

#[test]
fn i3_notices_a_rate_or_a_second_that_nobody_took() {
	noticed("I3", || account(|account| account.earmarked += 1));
	noticed("I3", || account(|account| account.rate.0 += 1));
	noticed("I3", || account(|account| account.halted.0 += 1));
	noticed("I3", || running_stream(|stream| stream.slack += 1));
	noticed("I3", || running_stream(|stream| stream.rate.0 += 1));
	noticed("I3", || {
		running_stream(|stream| stream.state = StreamState::Halted);
	});
	noticed("I3: a stream that stands", || {
		let since = Timestamp(GENESIS);
		running_stream(|stream| {
			stream.state = StreamState::Paused { by: Side::Payer, since };
			stream.slack = 1;
		});
	});
}

#[test]
fn i3_notices_a_count_that_is_wrong() {
	noticed("I3", || account(|account| account.running += 1));
	noticed("I3", || account(|account| account.running -= 1));
	noticed("I3", || Delegates::<Test>::remove(TAB, BOB));
	noticed("I3", || account(|account| account.delegates += 1));
}

#[test]
fn i3_notices_a_channel_that_is_not_covered() {
	noticed("I3", || account(|account| account.channels += 1));
	noticed("I3", || channel(|channel| channel.deposit += 1));
	noticed("I3", || channel(|channel| channel.redeemed += 1));
	noticed("I3", || channel(|channel| channel.redeemed = channel.deposit + 1));
	noticed("I3", || channel(|channel| channel.tab = TabId(5)));
	noticed("I3", || Channels::<Test>::remove(CHANNEL));
}

#[test]
fn i4_notices_a_proposal_for_no_stream() {
	noticed("I4", || Proposals::<Test>::insert(StreamId(9), (Side::Payee, Rate(1))));
}

#[test]
fn i4_notices_a_payment_that_was_not_due() {
	noticed("I3", || stream(|stream| stream.amount += 1));
	noticed("I4", || {
		stream(|stream| stream.cap = 4);
		account(|account| account.reserved = 0);
	});
	noticed("I4", || stream(|stream| stream.payees.clear()));
}

#[test]
fn i5_notices_a_second_counted_twice() {
	noticed("I5", || stream(|stream| stream.downtime += 1));
	noticed("I5", || stream(|stream| stream.started.0 += 1));
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
	noticed("I7", || account(|account| account.next_stream -= 1));
	noticed("I7", NextChannelId::<Test>::kill);
}

#[test]
fn i8_notices_what_the_agenda_forgot_or_made_up() {
	noticed("I8", || account(|account| account.queued = None));
	noticed("I8", || {
		let late = Timestamp(GENESIS + 1_000_000);
		agenda::schedule::<Agenda<Test>>(Timestamp(GENESIS), late, Due::End(STREAM));
	});
}
