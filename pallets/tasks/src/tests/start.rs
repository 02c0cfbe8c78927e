use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{Category, Clock, CloseReason, LeaseId, TaskId};

fn agent(provider: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(provider + AGENT)
}

#[test]
fn start_works() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		let attempt = attempt(0, P1, 5);
		events();
		pass(30);
		assert_ok!(Workloads::start(agent(P1), id));
		let started = Watch::now();
		let report_by = started.plus(100 + MARGIN);
		assert_eq!(state(id), State::Running { attempt, started, report_by });
		assert_eq!(events(), [Event::Started { task: id, provider: P1, report_by }]);
		assert_eq!(Books::get().trace[1..], [MarketCall::Started(LeaseId(0))]);
		assert_eq!(
			Written::get()[2..],
			[(Category::Performance, Some(P1 + AGENT), id, b"task.started".to_vec())]
		);
	});
}

#[test]
fn start_works_after_the_deadline_while_the_task_was_not_moved() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		Now::set(&(START + START_WITHIN + 1));
		assert_ok!(Workloads::start(agent(P1), id));
		// The deadline comes up and finds that it was met.
		pass(12);
		assert!(matches!(state(id), State::Running { .. }));
	});
}

#[test]
fn start_fails_when_others_have_to_leave_first() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		Market::change(|books| books.leaving_until = START + 30);
		let id = submit(spec());
		assert_noop!(Workloads::start(agent(P1), id), NOT_USABLE_YET);
		Now::set(&(START + 29));
		assert_noop!(Workloads::start(agent(P1), id), NOT_USABLE_YET);
		Now::set(&(START + 30));
		assert_ok!(Workloads::start(agent(P1), id));
		assert_eq!(state(id).started(), Some(Watch::now()));
	});
}

#[test]
fn the_deadline_of_the_start_is_counted_from_when_the_place_can_be_used() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		Market::change(|books| books.leaving_until = START + 30);
		let id = submit(spec());
		pass(30 + START_WITHIN - 1);
		assert_eq!(closed(), []);
		pass(7);
		assert_eq!(closed(), [(LeaseId(0), CloseReason::StartMissed)]);
		// By now everybody has left.
		assert!(matches!(state(id), State::Placed(Attempt { usable_from: None, .. })));
	});
}

#[test]
fn start_fails_when_another_has_the_task() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_noop!(Workloads::start(agent(P2), id), Error::<Test>::NotAssigned);
		assert_noop!(
			Workloads::start(RuntimeOrigin::signed(ALICE), id),
			Error::<Test>::NotAssigned
		);
	});
}

#[test]
fn start_fails_when_the_task_waits() {
	ExtBuilder::default().build_and_execute(|| {
		let id = submit(spec());
		assert_noop!(Workloads::start(agent(P1), id), Error::<Test>::NotAssigned);
	});
}

#[test]
fn start_fails_when_it_runs_or_has_ended() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		assert_noop!(Workloads::start(agent(P1), id), Error::<Test>::AlreadyStarted);
		assert_ok!(Workloads::report(agent(P1), id, report()));
		assert_noop!(Workloads::start(agent(P1), id), Error::<Test>::AlreadyEnded);
	});
}

#[test]
fn start_fails_when_there_is_no_task() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Workloads::start(agent(P1), TaskId(0)), Error::<Test>::NotFound);
	});
}
