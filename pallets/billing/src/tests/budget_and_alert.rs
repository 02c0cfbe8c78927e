//! `set_budget` and `set_alert`.

use crate::{mock::*, AgendaNextBucket, Error, Event, Status, VoucherKey, DEFAULT_ALERT};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{
	agenda::BUCKET, traits::Streams as _, Balance, Rate, Seconds, Subject, TabId, Timestamp,
};

fn set_budget(budget: Option<Balance>) {
	assert_ok!(Billing::set_budget(signed(ALICE), TAB, budget));
}

fn set_alert(alert: Option<Seconds>) {
	assert_ok!(Billing::set_alert(signed(ALICE), TAB, alert));
}

/// An account of Alice that is never low.
fn prepay(amount: Balance) {
	open_account(ALICE, WIND, MINIMUM + amount);
	set_alert(None);
	events();
	records();
}

fn budget_left() -> Option<Balance> {
	Billing::account_view(TAB).unwrap().budget_left
}

/// The events of an account that is low.
fn lows() -> Vec<Timestamp> {
	let low = |event| match event {
		Event::Low { tab: TAB, depletes_at } => Some(depletes_at),
		_ => None,
	};
	events().into_iter().filter_map(low).collect()
}

#[test]
fn set_budget_bounds_what_may_be_committed() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		set_budget(Some(1_000));
		assert_eq!(events(), [Event::BudgetSet { tab: TAB, budget: Some(1_000) }]);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "account.budget_set")]);
		assert_eq!(Billing::available(TAB), Some(1_000));

		assert_noop!(open(ALICE, terms(TAB, 1, 1_001)), Error::<Test>::InsufficientFunds);
		assert_ok!(open(ALICE, terms(TAB, 1, 600)));
		assert_eq!(budget_left(), Some(400));
		let key = VoucherKey::Ed25519([1; 32]);
		let open = |deposit| Billing::open_channel(signed(ALICE), TAB, CLOUD, key, deposit);
		assert_noop!(open(401), Error::<Test>::InsufficientFunds);
		assert_ok!(open(400));
		assert_eq!(budget_left(), Some(0));

		// What was committed and not needed may be committed again.
		assert_ok!(close(STREAM));
		assert_eq!(budget_left(), Some(600));
		set_budget(None);
		assert_eq!(Billing::available(TAB), Some(9_600));
	});
}

#[test]
fn set_budget_is_not_widened_by_what_was_committed_before_it() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		assert_ok!(open(ALICE, terms(TAB, 1, 5_000)));
		let flows = flow(ALICE, running(TAB, 10));
		FakeMeter::set_down(CLOUD, true);
		run(100);
		set_budget(Some(700));
		assert_ok!(close(STREAM));
		assert_ok!(close(flows));
		assert_eq!(budget_left(), Some(700));
		assert_eq!(Billing::available(TAB), Some(700));
	});
}

#[test]
fn set_budget_ends_what_flows_when_it_is_used_up() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		flow(ALICE, running(TAB, 10));
		run(50);
		set_budget(Some(605));
		assert_eq!(Billing::depletes_at(TAB), Some(at(110)));
		run(100);
		assert_eq!(halted_since(STREAM), Some(at(110)));
		assert_eq!(budget_left(), Some(5));
		assert_eq!(balance(WIND, CLOUD), 1_100);

		// A top-up is no budget.
		assert_ok!(Billing::top_up(signed(BOB), TAB, 10_000));
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		events();
		set_budget(Some(600));
		assert_eq!(
			events(),
			[Event::BudgetSet { tab: TAB, budget: Some(600) }, Event::Resumed { tab: TAB }]
		);
	});
}

#[test]
fn set_budget_may_end_an_account_in_this_second() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		flow(ALICE, running(TAB, 10));
		run(50);
		set_budget(Some(0));
		run(20);
		assert_eq!(halted_since(STREAM), Some(at(50)));
		assert_eq!(balance(WIND, CLOUD), 500);
	});
}

#[test]
fn a_budget_keeps_nobody_from_his_money() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		set_budget(Some(1_000));
		flow(ALICE, running(TAB, 10));
		// The least runway stays.
		assert_noop!(
			Billing::withdraw(signed(ALICE), TAB, 9_401),
			Error::<Test>::InsufficientFunds
		);
		assert_ok!(Billing::withdraw(signed(ALICE), TAB, 9_400));
		assert_eq!(budget_left(), Some(1_000));
		assert_eq!(Billing::available(TAB), Some(600));
	});
}

#[test]
fn withdraw_leaves_the_least_runway() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		flow(ALICE, running(TAB, 10));
		advance(10);
		let withdraw = |amount| Billing::withdraw(signed(ALICE), TAB, amount);
		assert_noop!(withdraw(301), Error::<Test>::InsufficientFunds);
		assert_ok!(withdraw(300));
		assert_noop!(withdraw(1), Error::<Test>::InsufficientFunds);
		assert_eq!(Billing::runway(TAB), Some(60));
		// Nor what the halted streams need.
		run(80);
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		assert_ok!(Billing::top_up(signed(BOB), TAB, 599));
		assert_noop!(withdraw(1), Error::<Test>::InsufficientFunds);
	});
}

#[test]
fn an_account_is_low_once() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		set_alert(Some(40));
		assert_eq!(events(), [Event::AlertSet { tab: TAB, alert: Some(40) }]);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "account.alert_set")]);
		flow(ALICE, running(TAB, 10));
		// A runway of exactly the alert is not low.
		run(60);
		assert_eq!(lows(), []);
		records();
		run(6);
		assert_eq!(events(), [Event::Low { tab: TAB, depletes_at: at(100) }]);
		assert_eq!(records(), [(None, Subject::Tab(TAB), "account.low")]);
		for _ in 0..20 {
			assert_ok!(Billing::settle(signed(BOB), STREAM));
			run(1);
		}
		assert_eq!(lows(), []);
	});
}

#[test]
fn an_account_is_low_again_after_it_was_not() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		set_alert(Some(40));
		flow(ALICE, running(TAB, 10));
		run(70);
		assert_eq!(lows(), [at(100)]);
		// Too little to matter.
		assert_ok!(Billing::top_up(signed(BOB), TAB, 50));
		run(2);
		assert_eq!(lows(), []);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 1_000));
		assert!(!account_of(TAB).low);
		run(90);
		assert_eq!(lows(), []);
		run(10);
		assert_eq!(lows(), [at(205)]);
	});
}

#[test]
fn an_account_is_low_again_after_it_was_empty() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		set_alert(Some(40));
		flow(ALICE, running(TAB, 10));
		run(120);
		assert_eq!(lows(), [at(100)]);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 600));
		run(12);
		let end = Billing::depletes_at(TAB).unwrap();
		assert_eq!(lows(), []);
		run(40);
		assert_eq!(lows(), [end]);
	});
}

#[test]
fn a_stream_may_make_an_account_low_by_itself() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_000);
		assert_eq!(account_of(TAB).alert, Some(DEFAULT_ALERT));
		assert_ok!(open(ALICE, running(TAB, 10)));
		events();
		assert_ok!(Billing::start(STREAM));
		assert_eq!(
			events(),
			[
				Event::StreamStarted { stream: STREAM, tab: TAB },
				Event::Low { tab: TAB, depletes_at: at(100) },
			]
		);
		run(100);
		assert_eq!(lows(), []);
	});
}

#[test]
fn no_alert_is_no_event() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		flow(ALICE, running(TAB, 10));
		run(50);
		set_alert(Some(60));
		assert_eq!(lows(), [at(100)]);
		set_alert(None);
		run(40);
		assert_eq!(lows(), []);
		// Whoever asks anew is told anew.
		set_alert(Some(60));
		assert_eq!(lows(), [at(100)]);
	});
}

#[test]
fn an_alert_longer_than_time_itself_warns_at_once() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		set_alert(Some(u64::MAX));
		flow(ALICE, running(TAB, 10));
		assert_eq!(lows(), [at(100)]);
		set_alert(Some(0));
		run(120);
		assert_eq!(lows(), []);
	});
}

#[test]
fn an_account_out_of_which_nothing_flows_is_not_low() {
	ExtBuilder::build_and_execute(|| {
		prepay(0);
		set_alert(Some(1_000_000));
		run(100);
		assert_eq!(lows(), []);
		assert_eq!(Billing::committed_rate(TAB), Rate(0));
		assert_eq!(Billing::depletes_at(TAB), None);
		assert_eq!(Billing::runway(TAB), Some(Seconds::MAX));
		assert_eq!(Billing::runway(TabId(7)), None);
	});
}

#[test]
fn an_account_is_looked_at_once_a_month_at_least() {
	const MONTH: Seconds = 30 * 24 * 3_600;
	let looked_at = || account_of(TAB).queued.unwrap().bucket;
	ExtBuilder::build_and_execute(|| {
		prepay(10_000_000);
		flow(ALICE, running(TAB, 1));
		assert_eq!(looked_at(), at(MONTH).0.div_ceil(BUCKET));
		advance(MONTH);
		let due = Now::get() / BUCKET;
		while AgendaNextBucket::<Test>::get() <= due {
			poll();
		}
		assert_eq!(looked_at(), at(2 * MONTH).0.div_ceil(BUCKET));
	});
}

#[test]
fn set_budget_and_set_alert_fail_when_the_account_is_not_the_callers() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::set_budget(signed(ALICE), TAB, None), Error::<Test>::UnknownAccount);
		assert_noop!(Billing::set_alert(signed(ALICE), TAB, None), Error::<Test>::UnknownAccount);
		prepay(1_000);
		assert_noop!(Billing::set_budget(signed(BOB), TAB, None), Error::<Test>::NotOwner);
		assert_noop!(Billing::set_alert(signed(BOB), TAB, None), Error::<Test>::NotOwner);
	});
}
