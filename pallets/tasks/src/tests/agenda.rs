use crate::{mock::*, *};
use frame_support::{assert_ok, traits::Hooks, weights::Weight};
use std::collections::BTreeSet;
use tradewind_primitives::{traits::OnOutage, CloseReason, LeaseId, TaskId};

fn agent(provider: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(provider + AGENT)
}

#[test]
fn a_task_that_waits_is_placed_when_room_appears() {
	ExtBuilder::default().build_and_execute(|| {
		let id = submit(spec());
		pass(20);
		assert!(matches!(state(id), State::Queued { .. }));
		Market::change(|books| books.offers.push((P3, 10, 1)));
		pass(18);
		assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P3));
	});
}

#[test]
fn a_task_that_waits_fails_at_the_end_of_its_wait() {
	ExtBuilder::default().build_and_execute(|| {
		let id = submit(spec());
		pass(119);
		assert!(matches!(state(id), State::Queued { .. }));
		events();
		pass(7);
		let reason = FailReason::NoPlace;
		assert!(matches!(state(id), State::Failed { reason: FailReason::NoPlace, .. }));
		assert_eq!(events(), [Event::Failed { task: id, reason }]);
	});
}

#[test]
fn a_task_that_waits_fails_when_the_market_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		let id = submit(spec());
		Market::change(|books| {
			books.offers.push((P1, 1, 1));
			books.broke = true;
		});
		pass(18);
		assert!(matches!(state(id), State::Queued { .. }), "there may be money later");
		pass(spec().place_within);
		assert_eq!(
			events().last(),
			Some(&Event::Failed { task: id, reason: FailReason::Refused(BROKE) })
		);
	});
}

#[test]
fn a_task_moves_when_the_start_is_missed() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		pass(START_WITHIN - 1);
		assert_eq!(closed(), []);
		pass(7);
		assert_eq!(closed(), [(LeaseId(0), CloseReason::StartMissed)]);
		assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P2));
		assert_eq!(Written::get()[2].1, None);
	});
}

#[test]
fn a_task_moves_when_the_report_is_missed() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		pass(100 + MARGIN - 1);
		assert_eq!(closed(), []);
		pass(7);
		assert_eq!(closed(), [(LeaseId(0), CloseReason::ReportMissed)]);
		assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P2));
	});
}

#[test]
fn the_deadline_of_an_old_attempt_does_nothing() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		pass(54);
		assert_ok!(Workloads::decline(agent(P1), id, DeclineReason::Busy));
		pass(12);
		assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P2));
		assert_eq!(closed().len(), 1);
	});
}

#[test]
fn a_task_fails_after_its_last_attempt() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).offer(P3, 6, 1).build_and_execute(|| {
		let id = submit(spec());
		pass(3 * (START_WITHIN + 6));
		assert!(matches!(state(id), State::Failed { reason: FailReason::AttemptsExhausted, .. }));
		assert_eq!(task(id).excluded.to_vec(), [P1, P2, P3]);
		assert_eq!(Books::get().leases, []);
	});
}

#[test]
fn an_outage_moves_everything_the_provider_had() {
	ExtBuilder::default().offer(P1, 4, 100).offer(P2, 5, 100).build_and_execute(|| {
		let ids: Vec<TaskId> = submit_many(40);
		for id in ids.iter().step_by(2) {
			start(P1, *id);
		}
		<Workloads as OnOutage<u64>>::outage_declared(&P1);
		pass(18);
		for id in ids {
			assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P2));
		}
		assert_eq!(listed(P1), []);
		assert!(closed().iter().all(|(_, reason)| *reason == CloseReason::ProviderDown));
		assert_eq!(closed().len(), 40);
	});
}

/// The attempts that wait to be taken from their provider, each as often as it does.
fn abandoned() -> Vec<TaskId> {
	let mut ids: Vec<TaskId> = AgendaPages::<Test>::iter_values()
		.flatten()
		.filter_map(|due| match due {
			Due::Abandon(id, _) => Some(id),
			_ => None,
		})
		.collect();
	ids.sort_unstable();
	ids
}

/// What a block may weigh in which an evacuation lists so many pages.
fn weight_of_pages(pages: u64) -> Weight {
	let step = <Test as Config>::WeightInfo::due_evacuate(EVACUATE_BATCH);
	Workloads::per_bucket() + Workloads::per_item() + step * (pages - 1)
}

#[test]
fn a_large_outage_keeps_to_its_share_of_every_block() {
	const TASKS: u32 = 400;
	ExtBuilder::default().offer(P1, 4, TASKS).offer(P2, 5, TASKS).build_and_execute(|| {
		let ids: Vec<TaskId> =
			(0..TASKS).map(|_| submit(TaskSpec { place_within: 600, ..spec() })).collect();
		ids.iter().for_each(|id| start(P1, *id));
		<Workloads as OnOutage<u64>>::outage_declared(&P1);
		let declared = Now::get();
		while !listed(P1).is_empty() {
			Now::set(&(Now::get() + 3));
			assert!(poll().all_lte(Workloads::share()));
			Workloads::do_try_state().expect("nobody is forgotten on the way");
			if Now::get() == declared + 6 {
				assert_eq!(abandoned(), ids, "one block lists them all");
			}
			assert!(Now::get() < declared + 120, "and not many are needed to move them");
		}
		for id in ids {
			assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P2));
		}
		assert!(closed().iter().all(|(_, reason)| *reason == CloseReason::ProviderDown));
		assert_eq!(closed().len() as u32, TASKS);
	});
}

#[test]
fn an_evacuation_goes_on_where_the_meter_stopped_it() {
	ExtBuilder::default().offer(P1, 4, 300).offer(P2, 5, 300).build_and_execute(|| {
		let ids: Vec<TaskId> = submit_many(300);
		<Workloads as OnOutage<u64>>::outage_declared(&P1);
		Now::set(&(START + 6));
		let limit = weight_of_pages(2);
		let mut blocks = 0;
		while abandoned().len() < ids.len() {
			let before = abandoned().len();
			assert!(poll_with(limit).all_lte(limit));
			let more = abandoned().len() - before;
			assert!(more > 0 && more <= 2 * EVACUATE_BATCH as usize, "{more} in a block");
			blocks += 1;
		}
		assert_eq!(abandoned(), ids, "each is listed once");
		assert_eq!(blocks, 3, "of two pages each");
		poll();
		let waits = |due: &DueOf<Test>| matches!(due, Due::Evacuate { .. });
		assert!(!AgendaPages::<Test>::iter_values().flatten().any(|due| waits(&due)));
	});
}

#[test]
fn an_evacuation_misses_nothing_while_attempts_come_and_go() {
	ExtBuilder::default().offer(P1, 4, 999).build_and_execute(|| {
		let ids: Vec<TaskId> = submit_many(512);
		<Workloads as OnOutage<u64>>::outage_declared(&P1);
		Now::set(&(START + 6));
		let mut gone = BTreeSet::new();
		// Between two steps every page loses some of what was placed before the outage, one loses
		// all of it, and others are placed, on the last page that was there and on later ones.
		for round in 0..6usize {
			poll_with(weight_of_pages(1));
			assert!(abandoned().len() <= (round + 1) * 64);
			let leave = |(nth, _): &(usize, &TaskId)| nth % 20 == round || nth / 64 == round;
			for (_, id) in ids.iter().enumerate().filter(leave) {
				if gone.insert(*id) {
					assert_ok!(Workloads::cancel(RuntimeOrigin::signed(ALICE), *id));
				}
			}
			submit_many(30);
			Workloads::do_try_state().expect("every attempt is listed");
		}
		poll();
		let stay: Vec<TaskId> = ids.iter().filter(|id| !gone.contains(id)).copied().collect();
		let all = abandoned();
		assert_eq!(stay.len(), 90);
		assert!(stay.iter().all(|id| all.binary_search(id).is_ok()), "nothing is missed");
		assert!(all.windows(2).all(|two| two[0] < two[1]), "nothing is listed twice");
		assert!(all.iter().all(|id| ids.contains(id)), "what was placed later is left alone");
	});
}

#[test]
fn an_outage_leaves_alone_what_was_placed_after_it() {
	ExtBuilder::default().offer(P1, 4, 100).offer(P2, 5, 100).build_and_execute(|| {
		<Workloads as OnOutage<u64>>::outage_declared(&P1);
		let same_second = submit(spec());
		pass(1);
		let later = submit(spec());
		pass(30);
		assert!(matches!(state(same_second), State::Placed(attempt) if attempt.provider == P2));
		assert!(matches!(state(later), State::Placed(attempt) if attempt.provider == P1));
	});
}

#[test]
fn what_a_neighbour_refuses_is_tried_again() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		Market::change(|books| books.jammed = true);
		pass(START_WITHIN + 6);
		assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P1));
		Workloads::do_try_state().expect("nothing was done by halves");
		Market::change(|books| books.jammed = false);
		pass(18);
		assert!(matches!(state(id), State::Placed(attempt) if attempt.provider == P2));
	});
}

#[test]
fn the_agenda_keeps_to_its_meter_and_catches_up() {
	ExtBuilder::default().offer(P1, 4, 100).offer(P2, 5, 100).build_and_execute(|| {
		submit_many(10);
		Now::set(&(START + START_WITHIN + 6));
		let limit = Workloads::per_bucket()
			.saturating_mul(12)
			.saturating_add(Workloads::per_item().saturating_mul(4));
		assert!(poll_with(limit).all_lte(limit));
		let after_one = closed().len();
		assert!(after_one > 0 && after_one < 10, "{after_one}");
		Workloads::do_try_state().expect("what is left is still due");
		poll();
		assert_eq!(closed().len(), 10);
	});
}

#[test]
fn the_agenda_does_nothing_without_weight() {
	ExtBuilder::default().offer(P1, 4, 1).build_and_execute(|| {
		submit(spec());
		Now::set(&(START + 600));
		assert_eq!(poll_with(Weight::from_parts(1, 1)), Weight::zero());
		assert_eq!(closed(), []);
	});
}

#[test]
fn a_share_of_a_block_holds_an_item() {
	<Workloads as Hooks<u64>>::integrity_test();
}
