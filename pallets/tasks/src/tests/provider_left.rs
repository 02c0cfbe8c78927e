//! What happens when a provider ends the lease of a task, whatever it says of the owner.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, assert_storage_noop, dispatch::DispatchResult};
use tradewind_primitives::{
	traits::Ending, Category, Clock, CloseReason, LeaseBill, LeaseId, Rate, TaskId,
};

fn leave(task: TaskId) -> DispatchResult {
	<Workloads as Ending>::end(task.0, CloseReason::ProviderLeft)
}

#[test]
fn provider_left_works() {
	ExtBuilder::default().offer(P1, 4, 2).offer(P2, 5, 1).credit(50).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		pass(30);
		events();
		assert_ok!(leave(id));
		assert_eq!(state(id), State::Placed(attempt(1, P2, 5)));
		assert_eq!(closed(), [(LeaseId(0), CloseReason::ProviderLeft)]);
		assert_eq!(task(id).excluded.to_vec(), [P1]);
		let slot = Slot { task: id, attempt: 2, placed: Watch::now() };
		assert_eq!((listed(P1), listed(P2)), (vec![], vec![slot]));
		let bill = LeaseBill { seconds: 30, amount: 120, credited: 60, ..Default::default() };
		assert_eq!(task(id).spent, 60, "what was credited was not spent");
		assert_eq!(
			events(),
			[
				Event::Moved { task: id, from: P1, reason: MoveReason::ProviderLeft, bill },
				Event::Placed {
					task: id,
					attempt: 2,
					provider: P2,
					lease: LeaseId(1),
					rate: Rate(5),
					usable_from: None,
					start_by: Watch::now().plus(START_WITHIN),
				},
			]
		);
		assert_eq!(Written::get()[3], (Category::Performance, None, id, b"task.moved".to_vec()));
	});
}

#[test]
fn whatever_is_the_providers_fault_counts_as_its_leaving() {
	for reason in [
		CloseReason::StartMissed,
		CloseReason::ProviderDown,
		CloseReason::ReportMissed,
		CloseReason::ProviderFailed,
		CloseReason::ProviderLeft,
		CloseReason::Misuse,
	] {
		ExtBuilder::default().offer(P1, 4, 2).build_and_execute(|| {
			let id = submit(spec());
			assert_ok!(<Workloads as Ending>::end(id.0, reason));
			assert!(matches!(state(id), State::Queued { .. }), "there is nobody else yet");
			assert_eq!(closed(), [(LeaseId(0), CloseReason::ProviderLeft)]);
			assert_eq!(task(id).excluded.to_vec(), [P1]);
		});
	}
}

#[test]
fn provider_left_fails_the_task_at_the_last_attempt() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(TaskSpec { max_attempts: 1, ..spec() });
		assert_ok!(leave(id));
		let (reason, ended) = (FailReason::AttemptsExhausted, Watch::now());
		assert_eq!(state(id), State::Failed { reason, ended });
	});
}

#[test]
fn provider_left_does_nothing_when_no_provider_has_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_ok!(leave(TaskId(9))));
		let id = submit(spec());
		assert_storage_noop!(assert_ok!(leave(id)));
		assert_ok!(Workloads::cancel(RuntimeOrigin::signed(ALICE), id));
		assert_storage_noop!(assert_ok!(leave(id)));
	});
}

#[test]
fn provider_left_changes_nothing_when_the_market_refuses() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(spec());
		Market::change(|books| books.jammed = true);
		assert_noop!(leave(id), JAMMED);
	});
}
