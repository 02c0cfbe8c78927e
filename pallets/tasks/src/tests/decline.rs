use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{Category, Clock, CloseReason, LeaseBill, LeaseId, Rate};

fn agent(provider: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(provider + AGENT)
}

#[test]
fn decline_works() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		events();
		pass(6);
		assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Busy));
		assert_eq!(state(id), State::Placed(attempt(1, P2, 5)));
		assert_eq!(task(id).attempts, 2);
		assert_eq!(task(id).excluded.to_vec(), [P1]);
		assert_eq!(listed(P1), []);
		assert_eq!(
			events(),
			[
				Event::Moved {
					task: id,
					from: P1,
					reason: MoveReason::Declined(DeclineReason::Busy),
					bill: LeaseBill::default(),
				},
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
		assert_eq!(
			Books::get().trace[1],
			MarketCall::Closed(LeaseId(0), CloseReason::ProviderFailed)
		);
		assert_eq!(
			Written::get()[2],
			(Category::Performance, Some(P1 + AGENT), id, b"task.moved".to_vec())
		);
	});
}

#[test]
fn decline_queues_when_nobody_else_has_room() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(spec());
		pass(6);
		events();
		assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Internal));
		let until = Watch::now().plus(120);
		assert_eq!(state(id), State::Queued { until });
		assert_eq!(events()[1..], [Event::Queued { task: id, until }]);
	});
}

#[test]
fn decline_fails_the_task_when_it_was_not_to_wait() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		let id = submit(TaskSpec { place_within: 0, ..spec() });
		assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Internal));
		let ended = Watch::now();
		assert_eq!(state(id), State::Failed { reason: FailReason::NoPlace, ended });
	});
}

#[test]
fn decline_fails_the_task_at_the_last_attempt() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(TaskSpec { max_attempts: 1, ..spec() });
		events();
		assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Unreadable));
		let reason = FailReason::AttemptsExhausted;
		assert_eq!(state(id), State::Failed { reason, ended: Watch::now() });
		assert_eq!(events()[1..], [Event::Failed { task: id, reason }]);
		assert_eq!(actions()[2..], ["task.moved", "task.failed"]);
	});
}

#[test]
fn decline_fails_the_task_when_no_candidate_is_left() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let only = TaskSpec { candidates: vec![P1].try_into().unwrap(), ..spec() };
		let id = submit(only);
		assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Busy));
		let reason = FailReason::NoCandidateLeft;
		assert_eq!(state(id), State::Failed { reason, ended: Watch::now() });
	});
}

#[test]
fn decline_fails_the_task_when_the_market_refuses_and_undoes_the_markets_part() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		Market::change(|books| books.broke = true);
		assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Busy));
		assert!(matches!(state(id), State::Queued { .. }), "there may be money later");
		pass(spec().place_within + 12);
		let reason = FailReason::Refused(BROKE);
		assert!(matches!(state(id), State::Failed { .. }));
		assert_eq!(events().last(), Some(&Event::Failed { task: id, reason }));
		assert_eq!(Books::get().offers, [(P1, 4, 1), (P2, 5, 1)]);
	});
}

#[test]
fn decline_lowers_the_rate_by_what_was_not_credited() {
	ExtBuilder::default()
		.offer(P1, 4, 1)
		.offer(P2, 10, 1)
		.offer(P3, 9, 1)
		.credit(50)
		.build_and_execute(|| {
			let id = submit(spec());
			start(P1, id);
			pass(30);
			assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Internal));
			// 120 were billed, 60 credited; 940 of 1000 are left for 100 seconds.
			assert_eq!(task(id).spent, 60);
			assert_eq!(
				Books::get().trace.last(),
				Some(&MarketCall::Placed { lease: LeaseId(1), provider: P3, max_rate: Rate(9) })
			);
		});
}

#[test]
fn decline_fails_when_another_has_the_task() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_noop!(
			Workloads::decline(agent(P2), id, DeclineReason::Busy),
			Error::<Test>::NotAssigned
		);
	});
}
