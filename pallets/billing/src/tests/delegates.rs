//! `set_delegate`, and what delegates may do.

use crate::{
	mock::*, Allowance, Channels, Delegate, Delegates, Error, Event, Role, VoucherKey,
	MAX_DELEGATES,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, DispatchResult};
use tradewind_primitives::{Balance, ChannelId, Rate, StreamId, Subject};

const DAY: u64 = 86_400;
const KEY: VoucherKey = VoucherKey::Sr25519([7; 32]);

fn allow(role: Role, per_day: Option<Balance>) {
	let allowance = Some(Allowance { role, per_day });
	assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, allowance));
}

/// An account of Alice on which Bob may draw.
fn begin(role: Role, per_day: Option<Balance>) {
	open_account(ALICE, WIND, MINIMUM + 10_000_000);
	allow(role, per_day);
	events();
	records();
}

/// Opens a prepaid stream as Bob.
fn prepaid(cap: Balance) -> DispatchResult {
	Billing::open_stream(signed(BOB), TAB, Rate(1), sole(CLOUD), Some(cap), true, None)
}

#[test]
fn set_delegate_works() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		events();
		records();
		let allowance = Allowance { role: Role::Spend, per_day: Some(100) };

		let set = |allowance| Billing::set_delegate(signed(ALICE), TAB, BOB, allowance);
		assert_ok!(set(Some(allowance)));

		let delegate = Delegate { allowance, day: 0, committed: 0 };
		assert_eq!(Delegates::<Test>::get(TAB, BOB), Some(delegate));
		assert_eq!(account_of(TAB).delegates, 1);
		assert_eq!(
			events(),
			[Event::DelegateSet { tab: TAB, who: BOB, allowance: Some(allowance) }]
		);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "account.delegate_set")]);

		assert_ok!(set(Some(Allowance { role: Role::Manage, per_day: None })));
		assert_eq!(account_of(TAB).delegates, 1, "the same one");
		events();
		assert_ok!(set(None));
		assert_eq!(Delegates::<Test>::get(TAB, BOB), None);
		assert_eq!(account_of(TAB).delegates, 0);
		assert_eq!(events(), [Event::DelegateSet { tab: TAB, who: BOB, allowance: None }]);
	});
}

#[test]
fn set_delegate_is_for_the_owner_alone() {
	ExtBuilder::build_and_execute(|| {
		let set = |who, allowance| Billing::set_delegate(signed(who), TAB, CLOUD, allowance);
		assert_noop!(set(ALICE, None), Error::<Test>::UnknownAccount);
		begin(Role::Manage, None);
		let allowance = Some(Allowance { role: Role::Spend, per_day: None });
		assert_noop!(set(BOB, allowance), Error::<Test>::NotOwner);
		assert_noop!(set(ALICE, None), Error::<Test>::UnknownDelegate);
	});
}

#[test]
fn set_delegate_takes_so_many_and_no_more() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		let allowance = Some(Allowance { role: Role::Spend, per_day: None });
		let set = |who, allowance| Billing::set_delegate(signed(ALICE), TAB, who, allowance);
		for who in 0..u64::from(MAX_DELEGATES) {
			assert_ok!(set(100 + who, allowance));
		}
		assert_noop!(set(200, allowance), Error::<Test>::TooManyDelegates);
		assert_ok!(set(100, allowance));
		assert_ok!(set(100, None));
		assert_ok!(set(200, allowance));
		check();
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!(Delegates::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_spender_opens_and_does_nothing_else() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Spend, None);
		assert_ok!(prepaid(100));
		assert_ok!(Billing::open_stream(signed(BOB), TAB, Rate(1), sole(CLOUD), None, false, None));
		assert_ok!(open(BOB, running(TAB, 1)));
		assert_ok!(Billing::open_channel(signed(BOB), TAB, CLOUD, KEY, 100));
		assert_ok!(Billing::top_up_channel(signed(BOB), ChannelId(0), 100));
		assert_ok!(Billing::reclaim(signed(BOB), StreamId(1)));

		let refused: [DispatchResult; 7] = [
			Billing::withdraw(signed(BOB), TAB, 1),
			Billing::pause_stream(signed(BOB), STREAM),
			Billing::set_rate(signed(BOB), STREAM, Rate(2)),
			Billing::close_stream(signed(BOB), STREAM),
			Billing::close_channel(signed(BOB), ChannelId(0)),
			Billing::set_budget(signed(BOB), TAB, None),
			Billing::set_alert(signed(BOB), TAB, None),
		];
		assert_eq!(refused, [Err(Error::<Test>::NotAllowed.into()); 7]);
		assert_noop!(Billing::close_account(signed(BOB), TAB), Error::<Test>::NotOwner);
	});
}

#[test]
fn a_manager_does_all_but_what_makes_an_owner() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Manage, None);
		assert_ok!(prepaid(100));
		assert_ok!(Billing::pause_stream(signed(BOB), STREAM));
		assert_ok!(Billing::resume_stream(signed(BOB), STREAM));
		assert_ok!(Billing::set_rate(signed(BOB), STREAM, Rate(2)));
		assert_ok!(Billing::close_stream(signed(BOB), STREAM));
		assert_ok!(Billing::open_channel(signed(BOB), TAB, CLOUD, KEY, 100));
		assert_ok!(Billing::close_channel(signed(BOB), ChannelId(0)));
		assert_ok!(Billing::set_budget(signed(BOB), TAB, Some(5)));
		assert_ok!(Billing::set_alert(signed(BOB), TAB, None));
		assert_noop!(Billing::close_account(signed(BOB), TAB), Error::<Test>::NotOwner);
	});
}

#[test]
fn a_manager_withdraws_into_the_hands_of_the_owner() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Manage, None);
		let (alice, bob) = (balance(WIND, ALICE), balance(WIND, BOB));
		assert_ok!(Billing::withdraw(signed(BOB), TAB, 700));
		assert_eq!((balance(WIND, ALICE), balance(WIND, BOB)), (alice + 700, bob));
		assert_eq!(events(), [Event::Withdrawn { tab: TAB, who: ALICE, amount: 700 }]);
		assert_eq!(records(), [(Some(BOB), Subject::Tab(TAB), "account.withdrawn")]);
	});
}

#[test]
fn a_delegate_that_was_dismissed_is_a_stranger() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Manage, None);
		assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, None));
		assert_noop!(prepaid(1), Error::<Test>::NotOwner);
		assert_noop!(Billing::withdraw(signed(BOB), TAB, 1), Error::<Test>::NotOwner);
	});
}

#[test]
fn a_delegate_of_one_account_is_a_stranger_to_another() {
	ExtBuilder::build_and_execute(|| {
		let other = open_account(ALICE, WIND, 1_000);
		let tab = open_account(ALICE, WIND, 1_000);
		let allowance = Some(Allowance { role: Role::Manage, per_day: None });
		assert_ok!(Billing::set_delegate(signed(ALICE), tab, BOB, allowance));
		assert_noop!(Billing::withdraw(signed(BOB), other, 1), Error::<Test>::NotOwner);
	});
}

#[test]
fn a_day_allows_what_it_allows_and_the_next_as_much() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Spend, Some(100));
		assert_ok!(prepaid(60));
		assert_noop!(prepaid(41), Error::<Test>::DailyCapReached);
		assert_ok!(prepaid(40));
		assert_noop!(prepaid(1), Error::<Test>::DailyCapReached);
		assert_ok!(prepaid(0));
		// The day is that of UTC and not a span of 24 hours.
		let midnight = (GENESIS / DAY + 1) * DAY;
		Now::set(midnight - 1);
		assert_noop!(prepaid(1), Error::<Test>::DailyCapReached);
		Now::set(midnight);
		assert_ok!(prepaid(100));
		assert_noop!(prepaid(1), Error::<Test>::DailyCapReached);
		let spent = Delegates::<Test>::get(TAB, BOB).unwrap();
		assert_eq!((u64::from(spent.day), spent.committed), (midnight / DAY, 100));
		// The owner may do as he likes.
		assert_ok!(open(ALICE, terms(TAB, 1, 1_000)));
	});
}

#[test]
fn a_new_allowance_does_not_forget_the_day() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Spend, Some(100));
		assert_ok!(prepaid(100));
		allow(Role::Manage, Some(150));
		assert_noop!(prepaid(51), Error::<Test>::DailyCapReached);
		assert_ok!(prepaid(50));
	});
}

#[test]
fn a_running_stream_counts_with_a_day_of_its_rate_or_its_cap() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Spend, Some(Balance::from(3 * DAY)));
		let open = |rate, cap| {
			Billing::open_stream(signed(BOB), TAB, Rate(rate), sole(CLOUD), cap, false, None)
		};
		assert_noop!(open(4, None), Error::<Test>::DailyCapReached);
		assert_ok!(open(2, None));
		assert_noop!(open(2, None), Error::<Test>::DailyCapReached);
		assert_ok!(open(2, Some(Balance::from(DAY))));
		assert_noop!(open(1, Some(1)), Error::<Test>::DailyCapReached);
		// A day of it cannot be counted.
		assert_noop!(open(Balance::MAX, None), ArithmeticError::Overflow);
	});
}

#[test]
fn a_rate_counts_as_a_stream_does() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Manage, Some(Balance::from(DAY)));
		flow(ALICE, running(TAB, 1));
		let set_rate = |who, rate| Billing::set_rate(signed(who), STREAM, Rate(rate));
		assert_noop!(set_rate(BOB, 2), Error::<Test>::DailyCapReached);
		assert_ok!(set_rate(CLOUD, 2));
		assert_noop!(set_rate(BOB, 2), Error::<Test>::DailyCapReached);
		assert_ok!(set_rate(BOB, 1));
		assert_eq!(Delegates::<Test>::get(TAB, BOB).unwrap().committed, Balance::from(DAY));
		assert_ok!(set_rate(ALICE, 2));
	});
}

#[test]
fn channels_and_withdrawals_count_with_what_they_are_about() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Manage, Some(100));
		assert_ok!(Billing::open_channel(signed(BOB), TAB, CLOUD, KEY, 30));
		assert_ok!(Billing::top_up_channel(signed(BOB), ChannelId(0), 30));
		assert_ok!(Billing::withdraw(signed(BOB), TAB, 30));
		assert_noop!(
			Billing::open_channel(signed(BOB), TAB, CLOUD, KEY, 11),
			Error::<Test>::DailyCapReached
		);
		assert_noop!(
			Billing::top_up_channel(signed(BOB), ChannelId(0), 11),
			Error::<Test>::DailyCapReached
		);
		assert_noop!(Billing::withdraw(signed(BOB), TAB, 11), Error::<Test>::DailyCapReached);
		assert_eq!(Channels::<Test>::get(ChannelId(0)).unwrap().deposit, 60);
		// What commits nothing is not counted.
		assert_ok!(Billing::set_budget(signed(BOB), TAB, Some(1)));
		assert_eq!(Delegates::<Test>::get(TAB, BOB).unwrap().committed, 90);
	});
}

#[test]
fn what_fails_is_not_counted() {
	ExtBuilder::build_and_execute(|| {
		begin(Role::Spend, Some(Balance::MAX));
		assert_noop!(prepaid(10_000_001), Error::<Test>::InsufficientFunds);
		assert_noop!(prepaid(Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_ok!(prepaid(1));
		// More than can be counted.
		assert_noop!(prepaid(Balance::MAX), ArithmeticError::Overflow);
		assert_eq!(Delegates::<Test>::get(TAB, BOB).unwrap().committed, 1);
	});
}
