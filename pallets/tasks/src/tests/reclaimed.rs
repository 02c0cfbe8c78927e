//! What happens when a spot lease is taken back.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, assert_storage_noop, dispatch::DispatchResult};
use tradewind_primitives::{
	traits::Ending, Category, Clock, CloseReason, LeaseBill, LeaseId, LeaseKind, Rate, TaskId,
};

fn reclaim(task: TaskId) -> DispatchResult {
	<Workloads as Ending>::end(task.0, CloseReason::Reclaimed)
}

#[test]
fn reclaimed_works() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		pass(30);
		Market::change(|books| books.offers.remove(0));
		events();
		assert_ok!(reclaim(id));
		assert_eq!(state(id), State::Placed(attempt(1, P2, 5)));
		assert_eq!(closed(), [(LeaseId(0), CloseReason::Reclaimed)]);
		assert!(task(id).excluded.is_empty(), "the provider is not to blame");
		let slot = Slot { task: id, attempt: 2, placed: Watch::now() };
		assert_eq!((listed(P1), listed(P2)), (vec![], vec![slot]));
		let bill = LeaseBill { seconds: 30, amount: 120, ..Default::default() };
		assert_eq!(task(id).spent, bill.amount, "what has run is paid");
		assert_eq!(
			events(),
			[
				Event::Moved { task: id, from: P1, reason: MoveReason::Reclaimed, bill },
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
		// The deadline of the first attempt finds nothing to do.
		start(P2, id);
		pass(100 + MARGIN - 6);
		assert_eq!(closed().len(), 1);
	});
}

#[test]
fn reclaimed_works_when_it_has_not_begun() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_ok!(reclaim(id));
		// The same provider may have it again.
		assert_eq!(state(id), State::Placed(attempt(1, P1, 4)));
		assert_eq!((task(id).attempts, task(id).spent), (2, 0));
	});
}

#[test]
fn reclaimed_asks_for_the_same_again() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let wanted = TaskSpec { spot: true, filters: largest_filters(), ..spec() };
		let id = submit(wanted.clone());
		let first = Books::get().leases[0].clone();
		// Whoever needs the room has it at once, so that the next place is elsewhere.
		Market::change(|books| {
			books.offers.remove(0);
			books.leaving_until = START + 30;
		});
		assert_ok!(reclaim(id));
		let open = OpenLease {
			lease: LeaseId(1),
			provider: P2,
			rate: 5,
			usable_from: Some(Watch::now().plus(30)),
			..first
		};
		assert_eq!((open.kind, &open.filters), (LeaseKind::Spot, &wanted.filters));
		assert_eq!(Books::get().leases, [open]);
		assert_eq!((task(id).attempts, task(id).spec), (2, wanted));
	});
}

#[test]
fn reclaimed_queues_when_nobody_has_room() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(spec());
		Market::change(|books| books.offers.clear());
		events();
		assert_ok!(reclaim(id));
		let until = Watch::now().plus(120);
		assert_eq!(state(id), State::Queued { until });
		assert_eq!(events()[1..], [Event::Queued { task: id, until }]);
	});
}

#[test]
fn reclaimed_fails_the_task_when_it_was_not_to_wait() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(TaskSpec { place_within: 0, ..spec() });
		Market::change(|books| books.offers.clear());
		assert_ok!(reclaim(id));
		let (reason, ended) = (FailReason::NoPlace, Watch::now());
		assert_eq!(state(id), State::Failed { reason, ended });
	});
}

#[test]
fn reclaimed_fails_the_task_at_the_last_attempt() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(spec());
		for _ in 0..3 {
			assert!(task(id).state.attempt().is_some());
			assert_ok!(reclaim(id));
		}
		let (reason, ended) = (FailReason::AttemptsExhausted, Watch::now());
		assert_eq!(state(id), State::Failed { reason, ended });
		assert!(task(id).excluded.is_empty());
	});
}

#[test]
fn reclaimed_does_nothing_when_no_provider_has_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_ok!(reclaim(TaskId(9))));
		let id = submit(spec());
		assert_storage_noop!(assert_ok!(reclaim(id)));
		assert_ok!(Workloads::cancel(RuntimeOrigin::signed(ALICE), id));
		assert_storage_noop!(assert_ok!(reclaim(id)));
	});
}

#[test]
fn reclaimed_changes_nothing_when_the_market_refuses() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(spec());
		Market::change(|books| books.jammed = true);
		assert_noop!(reclaim(id), JAMMED);
	});
}

#[test]
fn what_ending_may_weigh_covers_a_move() {
	let weight = <Workloads as Ending>::end_weight();
	assert!(weight.all_gte(<Test as Config>::WeightInfo::out_of_funds()));
	assert!(weight.all_gte(<Test as Config>::WeightInfo::due_deadline()));
}
