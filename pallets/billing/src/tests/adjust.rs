//! `adjust`: whoever manages a stream changes its rate and its cap.

use crate::{mock::*, Allowance, Delegates, Error, Event, Role, Status, StreamState};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use sp_runtime::{DispatchResult, Perbill};
use tradewind_primitives::{
	traits::Streams as _, Balance, Rate, StreamId, StreamTerms, Subject, TabId,
};

const DAY: Balance = 86_400;

fn adjust_for(who: impl Into<Option<AccountId>>, rate: Balance, cap: Balance) -> DispatchResult {
	let who = who.into();
	with_storage_layer(|| Billing::adjust(who.as_ref(), STREAM, Rate(rate), cap))
}

fn adjust(rate: Balance, cap: Balance) -> DispatchResult {
	adjust_for(None, rate, cap)
}

/// An account of 1 000, and a prepaid stream of 3 a second with a cap of 600.
fn prepaid() {
	prepay(1_000);
	manage(ALICE, terms(TAB, 3, 600));
	events();
	records();
}

/// An account of 10 000, and a running stream of 10 a second with a cap of 8 000.
fn runs() {
	prepay(10_000);
	manage(ALICE, StreamTerms { cap: 8_000, ..running(TAB, 10) });
	events();
	records();
}

fn adjusted(old: (Balance, Balance), new: (Balance, Balance)) -> Event<Test> {
	let ((old_rate, old_cap), (rate, cap)) = (old, new);
	Event::Adjusted { stream: STREAM, old_rate: Rate(old_rate), rate: Rate(rate), old_cap, cap }
}

fn close() -> Option<tradewind_primitives::StreamBill> {
	Billing::close(STREAM, Perbill::zero()).ok().map(|(bill, _)| bill)
}

#[test]
fn adjust_raises_a_prepaid_stream() {
	ExtBuilder::build_and_execute(|| {
		prepaid();
		advance(100);

		assert_ok!(adjust(5, 800));

		let (stream, tab, amount) = (STREAM, TAB, 300);
		assert_eq!(
			events(),
			[
				Event::Settled { stream, tab, seconds: 100, downtime: 0, amount, fee: 0 },
				adjusted((3, 600), (5, 800)),
			]
		);
		assert_eq!(records(), [(None, Subject::Stream(STREAM), "stream.adjusted")]);
		let account = account_of(TAB);
		assert_eq!((account.reserved, account.rate, account.halted), (500, Rate(0), Rate(0)));
		assert_eq!(Billing::available(TAB), Some(200));
		assert_eq!(Billing::managed(STREAM).map(|stream| stream.left), Some(100));
		advance(70);
		assert_eq!(close(), Some(billed(170, 0, 300 + 350)));
		assert_eq!(Billing::available(TAB), Some(350));
	});
}

#[test]
fn adjust_lowers_a_prepaid_stream() {
	ExtBuilder::build_and_execute(|| {
		prepaid();
		advance(100);
		assert_ok!(adjust(1, 400));
		assert_eq!(account_of(TAB).reserved, 100);
		assert_eq!(Billing::available(TAB), Some(600));
		advance(1_000);
		assert_eq!(close(), Some(billed(200, 0, 400)));
		assert_eq!(Billing::available(TAB), Some(600));
	});
}

#[test]
fn adjust_of_a_prepaid_stream_takes_what_is_available_and_no_more() {
	ExtBuilder::build_and_execute(|| {
		prepaid();
		assert_noop!(adjust(3, 1_001), Error::<Test>::InsufficientFunds);
		assert_noop!(adjust(3, Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_ok!(adjust(3, 1_000));
		assert_eq!(Billing::available(TAB), Some(0));
		// A rate within the cap commits nothing.
		assert_ok!(adjust(Balance::MAX, 1_000));
		assert_eq!(stream_of(STREAM).state, StreamState::Spent);
	});
}

#[test]
fn adjust_of_a_prepaid_stream_stays_within_the_budget() {
	ExtBuilder::build_and_execute(|| {
		prepaid();
		assert_ok!(Billing::set_budget(signed(ALICE), TAB, Some(100)));
		assert_noop!(adjust(3, 701), Error::<Test>::InsufficientFunds);
		assert_ok!(adjust(3, 700));
		let budget_left = || Billing::account_view(TAB).unwrap().budget_left;
		assert_eq!(budget_left(), Some(0));
		assert_ok!(adjust(3, 640));
		assert_eq!(budget_left(), Some(60));
		assert_ok!(adjust(3, 100));
		assert_eq!(budget_left(), Some(100), "never above what was set");
	});
}

#[test]
fn adjust_goes_down_to_what_has_flowed() {
	for terms in [terms(TAB, 3, 600), StreamTerms { cap: 600, ..running(TAB, 3) }] {
		ExtBuilder::build_and_execute(|| {
			prepay(1_000);
			manage(ALICE, terms.clone());
			advance(100);
			assert_noop!(adjust(3, 299), Error::<Test>::CapTooSmall);
			assert_ok!(adjust(3, 300));
			// It takes nothing any more.
			assert_eq!(stream_of(STREAM).state, StreamState::Spent);
			assert_eq!((account_of(TAB).reserved, account_of(TAB).rate), (0, Rate(0)));
			assert_eq!(Billing::available(TAB), Some(700));
			advance(50);
			assert_eq!(close(), Some(billed(100, 0, 300)));
		});
	}
}

#[test]
fn adjust_lets_a_stream_flow_again_whose_cap_was_used_up() {
	for terms in [terms(TAB, 3, 600), StreamTerms { cap: 600, ..running(TAB, 3) }] {
		ExtBuilder::build_and_execute(|| {
			prepay(1_000);
			manage(ALICE, terms.clone());
			advance(250);
			// Somebody has found it over.
			assert_ok!(Billing::reclaim(signed(ALICE), STREAM));
			assert_eq!(stream_of(STREAM).state, StreamState::Spent);
			advance(10);
			assert_ok!(adjust(3, 602));
			assert_eq!(stream_of(STREAM).state, StreamState::Spent, "not a second more");
			assert_ok!(adjust(2, 700));
			assert_eq!(stream_of(STREAM).state, StreamState::Flowing);
			advance(20);
			assert_eq!(close(), Some(billed(220, 0, 640)));
			assert_eq!(Billing::available(TAB), Some(360));
		});
	}
}

#[test]
fn adjust_lets_a_running_stream_flow_again_only_where_there_is_money_for_it() {
	for frozen in [false, true] {
		ExtBuilder::build_and_execute(|| {
			prepay(1_000);
			manage(ALICE, StreamTerms { cap: 605, ..running(TAB, 10) });
			advance(70);
			assert_ok!(Billing::reclaim(signed(ALICE), STREAM));
			assert_ok!(Billing::withdraw(signed(ALICE), TAB, 100));
			assert_eq!(Billing::available(TAB), Some(300));
			if frozen {
				flow(ALICE, running(TAB, 5));
				advance(60);
				assert_noop!(adjust(5, 605), Error::<Test>::AccountFrozen);
			} else {
				assert_ok!(Billing::withdraw(signed(ALICE), TAB, 1));
				assert_noop!(adjust(5, 605), Error::<Test>::InsufficientFunds);
			}
			// What stays used up asks for nothing.
			assert_ok!(adjust(6, 604));
			assert_eq!(stream_of(STREAM).state, StreamState::Spent);
			if !frozen {
				assert_ok!(Billing::top_up(signed(BOB), TAB, 1));
				assert_ok!(adjust(5, 605));
				assert_eq!(stream_of(STREAM).state, StreamState::Flowing);
			}
		});
	}
}

#[test]
fn adjust_forgets_no_downtime_and_adds_none() {
	ExtBuilder::build_and_execute(|| {
		prepaid();
		advance(20);
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		// Found late: ten seconds stand for it, the other twenty are deducted later.
		FakeMeter::add(CLOUD, 30);
		advance(10);
		assert_ok!(adjust(5, 600));
		assert_eq!(Billing::bill(STREAM), Some(billed(20, 10, 60)));
		advance(50);
		assert_eq!(close(), Some(billed(50, 30, 60 + 150)));
	});
}

#[test]
fn adjust_changes_what_a_running_stream_takes() {
	ExtBuilder::build_and_execute(|| {
		runs();
		advance(100);

		assert_ok!(adjust(20, 9_000));

		let (stream, tab, amount) = (STREAM, TAB, 1_000);
		assert_eq!(
			events(),
			[
				Event::Settled { stream, tab, seconds: 100, downtime: 0, amount, fee: 0 },
				adjusted((10, 8_000), (20, 9_000)),
			]
		);
		assert_eq!(account_of(TAB).rate, Rate(20));
		assert_eq!(Billing::depletes_at(TAB), Some(at(100 + 450)));
		assert_ok!(adjust(5, 7_000));
		assert_eq!((account_of(TAB).rate, account_of(TAB).halted), (Rate(5), Rate(0)));
		assert_eq!(Billing::depletes_at(TAB), Some(at(100 + 1_800)));
		advance(10);
		assert_eq!(close(), Some(billed(110, 0, 1_050)));
		assert_eq!(Billing::available(TAB), Some(8_950));
	});
}

#[test]
fn adjust_gives_back_what_downtime_has_taken_at_the_old_rate() {
	ExtBuilder::build_and_execute(|| {
		runs();
		FakeMeter::set_down(CLOUD, true);
		advance(30);
		FakeMeter::set_down(CLOUD, false);
		assert_ok!(adjust(20, 8_000));
		assert_eq!(Billing::available(TAB), Some(10_000));
		advance(30);
		assert_eq!(close(), Some(billed(30, 30, 600)));
	});
}

#[test]
fn adjust_of_a_running_stream_needs_the_least_runway_of_a_higher_rate() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_200);
		manage(ALICE, running(TAB, 10));
		flow(ALICE, running(TAB, 5));
		assert_noop!(adjust(16, 8_000), Error::<Test>::InsufficientFunds);
		assert_noop!(adjust(Balance::MAX, Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_ok!(adjust(15, 8_000));
		assert_eq!(Billing::runway(TAB), Some(60));
		// A lower one only makes the money last.
		advance(1);
		assert_noop!(adjust(16, 8_000), Error::<Test>::InsufficientFunds);
		assert_ok!(adjust(14, 8_000));
		assert_ok!(adjust(14, 9_000));
		assert_noop!(adjust(15, 8_000), Error::<Test>::InsufficientFunds);
	});
}

#[test]
fn adjust_of_a_running_stream_counts_only_what_the_budget_leaves() {
	ExtBuilder::build_and_execute(|| {
		runs();
		assert_ok!(Billing::set_budget(signed(ALICE), TAB, Some(1_200)));
		assert_noop!(adjust(21, 8_000), Error::<Test>::InsufficientFunds);
		assert_ok!(adjust(20, 8_000));
	});
}

#[test]
fn adjust_of_a_stream_that_waits_for_its_start_waits_too() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_200);
		assert_ok!(Billing::open(&ALICE, running(TAB, 10), MEMO));
		assert_noop!(adjust(21, 8_000), Error::<Test>::InsufficientFunds);
		for rate in [20, 5] {
			assert_ok!(adjust(rate, 8_000));
			assert_eq!((account_of(TAB).rate, account_of(TAB).halted), (Rate(0), Rate(rate)));
			assert_eq!(stream_of(STREAM).state, StreamState::Pending);
		}
		assert_ok!(Billing::start(STREAM));
		assert_eq!((account_of(TAB).rate, account_of(TAB).halted), (Rate(5), Rate(0)));

		let prepaid = Billing::open(&ALICE, terms(TAB, 10, 100), MEMO).unwrap();
		assert_ok!(Billing::adjust(None, prepaid, Rate(1), 50));
		assert_eq!((account_of(TAB).reserved, account_of(TAB).halted), (50, Rate(0)));
		assert_eq!(stream_of(prepaid).state, StreamState::Pending);
		assert_eq!(Billing::managed(prepaid).map(|stream| stream.left), Some(50));
	});
}

#[test]
fn adjust_of_a_halted_stream_goes_down_only() {
	ExtBuilder::build_and_execute(|| {
		runs();
		FakeMeter::set_down(CLOUD, true);
		run(50);
		FakeMeter::set_down(CLOUD, false);
		assert_ok!(Billing::set_budget(signed(ALICE), TAB, Some(100)));
		run(50);
		// The 500 that downtime has taken are no budget beyond what was set.
		assert_eq!(halted_since(STREAM), Some(at(60)));
		assert_eq!(Billing::available(TAB), Some(100));
		assert_eq!(Billing::idle(STREAM), 40);
		events();
		for (rate, cap) in [(11, 8_000), (10, 8_001), (11, 100), (1, 8_001)] {
			assert_noop!(adjust(rate, cap), Error::<Test>::AccountFrozen);
		}

		assert_ok!(adjust(9, 7_000));

		assert_eq!(events(), [adjusted((10, 8_000), (9, 7_000))]);
		let account = account_of(TAB);
		assert_eq!((account.rate, account.halted), (Rate(0), Rate(9)));
		assert_eq!((halted_since(STREAM), Billing::idle(STREAM)), (Some(at(60)), 40));
		// A rate that the account can pay for a while resumes it.
		assert_ok!(adjust(1, 7_000));
		assert_eq!(events(), [adjusted((9, 7_000), (1, 7_000)), Event::Resumed { tab: TAB }]);
		assert_eq!(Billing::idle(STREAM), 40, "it stands until it is swept");
		run(6);
		assert_eq!(stream_of(STREAM).state, StreamState::Flowing);
		run(20);
		assert_eq!(close(), Some(billed(34, 50, 100 + 24)));
	});
}

#[test]
fn adjust_finds_the_end_of_the_money_as_any_other_call() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_009);
		manage(ALICE, running(TAB, 10));
		advance(120);
		assert_noop!(adjust(11, Balance::MAX), Error::<Test>::AccountFrozen);
		assert_ok!(adjust(8, Balance::MAX));
		assert_eq!(halted_since(STREAM), Some(at(100)));
		assert_eq!(account_of(TAB).halted, Rate(8));
		assert_eq!(Billing::bill(STREAM), Some(billed(100, 0, 1_000)));
		run(20);
		assert!(matches!(account_of(TAB).status, Status::Frozen { swept: true, .. }));
	});
}

#[test]
fn adjust_of_a_stream_that_is_resumed_but_not_swept_needs_money_too() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_009);
		manage(ALICE, running(TAB, 10));
		run(120);
		assert_ok!(Billing::top_up(signed(BOB), TAB, 1_191));
		assert_eq!(stream_of(STREAM).state, StreamState::Halted);
		assert_noop!(adjust(21, Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_ok!(adjust(20, Balance::MAX));
		assert_eq!((account_of(TAB).rate, account_of(TAB).halted), (Rate(0), Rate(20)));
		run(6);
		assert_eq!((account_of(TAB).rate, account_of(TAB).halted), (Rate(20), Rate(0)));
	});
}

#[test]
fn adjust_of_a_prepaid_stream_does_not_mind_a_frozen_account() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_609);
		manage(ALICE, terms(TAB, 3, 600));
		flow(ALICE, running(TAB, 10));
		run(120);
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		assert_noop!(adjust(3, 610), Error::<Test>::InsufficientFunds);
		assert_ok!(adjust(4, 609));
		assert_ok!(adjust(4, 600));
		assert_eq!(Billing::available(TAB), Some(9));
	});
}

#[test]
fn adjust_of_a_stream_whose_account_closes_goes_down_only() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_009);
		manage(ALICE, running(TAB, 10));
		Obedient::set(false);
		run(1_120);
		assert!(matches!(account_of(TAB).status, Status::Closing { .. }));
		assert_ok!(Billing::top_up(signed(BOB), TAB, 10_000));
		assert_noop!(adjust(11, Balance::MAX), Error::<Test>::AccountFrozen);
		assert_ok!(adjust(9, Balance::MAX));
		assert_eq!(account_of(TAB).halted, Rate(9));
		Obedient::set(true);
		run(120);
		assert_eq!(account_of(TAB).status, Status::Active);
	});
}

#[test]
fn adjust_is_for_whoever_manages_the_account() {
	ExtBuilder::build_and_execute(|| {
		prepaid();
		assert_noop!(adjust_for(BOB, 3, 600), Error::<Test>::NotOwner);
		assert_noop!(adjust_for(CLOUD, 3, 600), Error::<Test>::NotOwner);
		let allow = |role| {
			let allowance = Some(Allowance { role, per_day: None });
			assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, allowance));
		};
		allow(Role::Spend);
		assert_noop!(adjust_for(BOB, 3, 600), Error::<Test>::NotAllowed);
		allow(Role::Manage);
		records();
		for who in [ALICE, BOB] {
			assert_ok!(adjust_for(who, 3, 600));
			assert_eq!(records(), [(Some(who), Subject::Stream(STREAM), "stream.adjusted")]);
		}
	});
}

#[test]
fn adjust_counts_against_a_delegates_day_what_it_commits() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000_000);
		manage(ALICE, terms(TAB, 3, 600));
		let allow = |per_day| {
			let allowance = Some(Allowance { role: Role::Manage, per_day: Some(per_day) });
			assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, allowance));
		};
		let committed = || Delegates::<Test>::get(TAB, BOB).unwrap().committed;
		allow(100);
		// Of a prepaid stream the rise of its cap.
		assert_noop!(adjust_for(BOB, 3, 701), Error::<Test>::DailyCapReached);
		assert_ok!(adjust_for(BOB, 9, 660));
		assert_ok!(adjust_for(BOB, 9, 500));
		assert_eq!(committed(), 60);
		assert_noop!(adjust_for(BOB, 9, 541), Error::<Test>::DailyCapReached);
		assert_ok!(adjust_for(ALICE, 9, 541));
		assert_ok!(adjust(9, 800));
		assert_eq!(committed(), 60);

		// Of a running one a day of its rate, or what is left of its cap.
		allow(60 + 2 * DAY);
		let stream = manage(ALICE, running(TAB, 1));
		let adjust =
			|rate, cap| with_storage_layer(|| Billing::adjust(Some(&BOB), stream, Rate(rate), cap));
		assert_noop!(adjust(3, Balance::MAX), Error::<Test>::DailyCapReached);
		assert_ok!(adjust(1, Balance::MAX));
		assert_eq!(committed(), 60 + DAY);
		advance(50);
		assert_ok!(adjust(3, DAY + 50));
		assert_eq!(committed(), 60 + 2 * DAY);
		assert_noop!(adjust(1, DAY), Error::<Test>::DailyCapReached);
	});
}

#[test]
fn adjust_fails_when_there_is_no_rate_no_stream_or_nobody_manages_it() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(adjust(1, 600), Error::<Test>::UnknownStream);
		prepaid();
		assert_noop!(adjust(0, 600), Error::<Test>::ZeroRate);
		let public = flow(ALICE, terms(TAB, 3, 100));
		let adjust = |stream| Billing::adjust(None, stream, Rate(1), 600);
		assert_noop!(adjust(public), Error::<Test>::NotManaged);
		// The same number of another account.
		let other = StreamId::of(TabId(1), 0).unwrap();
		assert_noop!(adjust(other), Error::<Test>::UnknownStream);
	});
}
