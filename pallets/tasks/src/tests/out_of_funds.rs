//! What happens while the account that pays for a task is empty, and when it stays so.

use crate::{lifecycle::PAUSED_CHECK_EVERY, mock::*, *};
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use tradewind_primitives::{
	traits::Ending, Category, Clock, CloseReason, LeaseBill, LeaseId, TaskId,
};

fn out_of_funds(task: TaskId) -> frame_support::dispatch::DispatchResult {
	<Workloads as Ending>::end(task.0, CloseReason::OutOfFunds)
}

fn as_you_go() -> TaskSpecOf<Test> {
	TaskSpec { prepaid: false, ..spec() }
}

/// A task that has run for `seconds` when its account runs empty.
fn paused_after(seconds: u64) -> TaskId {
	let id = submit(as_you_go());
	start(P1, id);
	pass(seconds);
	Market::set_empty(true);
	id
}

#[test]
fn a_place_is_asked_for_as_the_task_is_to_be_paid() {
	ExtBuilder::default().offer(P1, 4, 9).build_and_execute(|| {
		let ids = [submit(spec()), submit(as_you_go())];
		let asked: Vec<_> =
			Books::get().leases.iter().map(|open| (open.prepaid, open.reference)).collect();
		assert_eq!(asked, [(true, Some(ids[0].0)), (false, Some(ids[1].0))]);
	});
}

#[test]
fn out_of_funds_works() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = paused_after(30);
		pass(500);
		events();
		assert_ok!(out_of_funds(id));
		let (reason, ended) = (FailReason::OutOfFunds, Watch::now());
		assert_eq!(state(id), State::Failed { reason, ended });
		assert_eq!(closed(), [(LeaseId(0), CloseReason::OutOfFunds)]);
		assert_eq!(task(id).spent, 4 * 30);
		assert!(task(id).excluded.is_empty(), "the provider is not to blame");
		assert_eq!(listed(P1), []);
		assert_eq!(events(), [Event::Failed { task: id, reason }]);
		assert_eq!(
			Written::get().last(),
			Some(&(Category::Performance, None, id, b"task.failed".to_vec()))
		);
		// The deadline that was due finds nothing to do, and the deposit comes back.
		pass(RETENTION + 12);
		assert!(!Tasks::<Test>::contains_key(id));
		assert_eq!(closed().len(), 1);
	});
}

#[test]
fn out_of_funds_works_when_it_has_not_begun() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(as_you_go());
		assert_ok!(out_of_funds(id));
		let reason = FailReason::OutOfFunds;
		assert_eq!(state(id), State::Failed { reason, ended: Watch::now() });
		assert_eq!(task(id).spent, 0);
	});
}

#[test]
fn out_of_funds_works_at_a_later_attempt() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(as_you_go());
		let agent = RuntimeOrigin::signed(P1 + AGENT);
		assert_ok!(Workloads::decline(agent, id, DeclineReason::Busy));
		assert_ok!(out_of_funds(id));
		assert_eq!((task(id).attempts, task(id).excluded.to_vec()), (2, vec![P1]));
		assert_eq!(closed().last(), Some(&(LeaseId(1), CloseReason::OutOfFunds)));
	});
}

#[test]
fn out_of_funds_does_nothing_when_no_provider_has_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_ok!(out_of_funds(TaskId(9))));
		let id = submit(as_you_go());
		assert_storage_noop!(assert_ok!(out_of_funds(id)));
		assert_ok!(Workloads::cancel(RuntimeOrigin::signed(ALICE), id));
		assert_storage_noop!(assert_ok!(out_of_funds(id)));
	});
}

#[test]
fn out_of_funds_changes_nothing_when_the_market_refuses() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(as_you_go());
		Market::change(|books| books.jammed = true);
		assert_noop!(out_of_funds(id), JAMMED);
	});
}

#[test]
fn a_pause_puts_the_deadline_of_the_report_off() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = paused_after(30);
		pass(10_000);
		assert_eq!(closed(), []);
		Market::set_empty(false);
		// What it still had to run, and the margin.
		pass(70 + MARGIN - 1);
		assert_eq!(closed(), []);
		pass(7 + PAUSED_CHECK_EVERY);
		assert_eq!(closed(), [(LeaseId(0), CloseReason::ReportMissed)]);
		assert!(matches!(state(id), State::Queued { .. }));
		assert_eq!(task(id).spent, 0, "all of it was credited");
	});
}

#[test]
fn a_pause_that_is_over_puts_it_off_by_no_more_than_its_length() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		paused_after(30);
		pass(90);
		Market::set_empty(false);
		pass(70 + MARGIN - 1);
		assert_eq!(closed(), []);
		pass(7);
		assert_eq!(closed().len(), 1);
	});
}

#[test]
fn the_deadline_of_a_prepaid_task_does_not_wait() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		Market::set_empty(true);
		pass(100 + MARGIN + 6);
		assert_eq!(closed(), [(LeaseId(0), CloseReason::ReportMissed)]);
	});
}

#[test]
fn a_pause_is_looked_at_once_a_minute_at_most() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		// A single second is left when the account runs empty.
		let id = paused_after(100 + MARGIN - 1);
		let looks = || {
			let pages = AgendaPages::<Test>::iter();
			let at = pages.filter(|(.., page)| page.contains(&Due::ReportBy(id, 1)));
			at.map(|(bucket, ..)| bucket).collect::<Vec<_>>()
		};
		let mut seen = looks();
		for _ in 0..200 {
			pass(3);
			let now = looks();
			if now != seen {
				assert!(now[0] >= seen[0] + 10, "{seen:?} {now:?}");
				seen = now;
			}
		}
		assert_eq!(seen.len(), 1);
		assert_eq!(closed(), []);
	});
}

#[test]
fn a_task_that_starts_on_an_empty_account_starts_paused() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(as_you_go());
		Market::set_empty(true);
		start(P1, id);
		pass(1_000);
		Market::set_empty(false);
		pass(20);
		assert_ok!(Workloads::report(RuntimeOrigin::signed(P1 + AGENT), id, report()));
		let State::Finished(receipt) = state(id) else { panic!("it is finished") };
		assert_eq!(receipt.bill, LeaseBill { seconds: 20, amount: 80, ..Default::default() });
	});
}

#[test]
fn the_deadline_of_the_start_waits_for_no_money() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		submit(as_you_go());
		Market::set_empty(true);
		pass(START_WITHIN + 6);
		assert_eq!(closed(), [(LeaseId(0), CloseReason::StartMissed)]);
	});
}

#[test]
fn an_outage_moves_a_task_that_is_paused() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = paused_after(30);
		<Workloads as tradewind_primitives::traits::OnOutage<u64>>::outage_declared(&P1);
		pass(12);
		assert_eq!(closed(), [(LeaseId(0), CloseReason::ProviderDown)]);
		assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P2));
	});
}
