use crate::{mock::*, *};
use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo},
	traits::{fungible::MutateHold, tokens::Precision},
};
use proptest::prelude::*;
use tradewind_primitives::{
	traits::{Ending, OnOutage},
	CloseReason, TaskId, Timestamp,
};

/// Runs `corrupt` on a state with a task of every phase, and expects `label` to be broken.
fn caught(label: &str, corrupt: impl FnOnce(TaskId)) {
	ExtBuilder::default().offer(P1, 4, 9).offer(P2, 5, 9).build().execute_with(|| {
		let id = submit(spec());
		start(P1, submit(spec()));
		Workloads::do_try_state().expect("every invariant holds before");
		corrupt(id);
		let error = Workloads::do_try_state().expect_err("the corruption is caught");
		assert!(format!("{error:?}").contains(label), "{error:?}");
	});
}

fn change(id: TaskId, f: impl FnOnce(&mut TaskOf<Test>)) {
	Tasks::<Test>::mutate(id, |task| f(task.as_mut().expect("the task is there")));
}

#[test]
fn an_attempt_that_is_not_listed_is_caught() {
	caught("I1", |id| slots::remove::<Test>(&P1, 0, id));
	caught("I1", |_| Attempts::<Test>::mutate(P1, 0, |page| page[0].attempt = 2));
	caught("I1", |_| Attempts::<Test>::mutate(P1, 0, |page| page[0].placed = Timestamp(1)));
	caught("I1", |_| Attempts::<Test>::swap(P1, 0, P2, 0));
	caught("I1", |_| {
		AttemptPages::<Test>::insert(P1, 1);
		Attempts::<Test>::swap(P1, 0, P1, 1);
	});
}

#[test]
fn an_attempt_that_is_listed_and_not_under_way_is_caught() {
	for provider in [P1, P2] {
		caught("I1", |_| assert_eq!(slots::add::<Test>(&provider, listed(P1)[0]), Ok(0)));
	}
}

#[test]
fn a_page_of_attempts_that_is_empty_or_out_of_reach_is_caught() {
	caught("I1", |_| Attempts::<Test>::insert(P2, 0, Slots::default()));
	caught("I1", |id| {
		Attempts::<Test>::swap(P1, 0, P1, 1);
		for task in [id, TaskId(id.0 + 1)] {
			Tasks::<Test>::mutate(task, |task| match &mut task.as_mut().unwrap().state {
				State::Placed(attempt) | State::Running { attempt, .. } => attempt.page = 1,
				_ => panic!("it is under way"),
			});
		}
	});
	caught("I1", |_| AttemptPages::<Test>::insert(P1, 0));
}

#[test]
fn a_deposit_that_is_not_held_is_caught() {
	caught("I2", |_| {
		Balances::release(&HoldReason::Task.into(), &ALICE, 1, Precision::Exact).unwrap();
	});
}

#[test]
fn attempts_out_of_bounds_are_caught() {
	caught("I3", |_| NextTaskId::<Test>::put(TaskId(0)));
	caught("I3", |id| change(id, |task| task.spec.max_attempts = 0));
	caught("I3", |id| change(id, |task| task.excluded.try_push(P2).unwrap()));
	caught("I3", |id| change(id, |task| task.spec.candidates.retain(|who| *who != P1)));
	caught("I3", |id| {
		Workloads::cancel(RuntimeOrigin::signed(ALICE), id).unwrap();
		change(id, |task| task.excluded.try_push(P1).unwrap());
	});
	caught("I3", |id| {
		Workloads::cancel(RuntimeOrigin::signed(ALICE), id).unwrap();
		change(id, |task| {
			task.attempts = 3;
			task.excluded = vec![P2, P2].try_into().unwrap();
		});
	});
}

#[test]
fn a_task_for_which_nothing_is_due_is_caught() {
	caught("I4", |_| {
		let _ = AgendaPages::<Test>::clear(u32::MAX, None);
	});
	caught("I4", |_| AgendaNextBucket::<Test>::put(u64::MAX));
}

#[test]
fn a_broken_budget_is_caught() {
	caught("I5", |id| change(id, |task| task.spent = 601));
}

#[derive(Clone, Debug)]
enum Op {
	Submit {
		max_attempts: u8,
		place_within: u64,
		max_rate: u128,
		candidates: u8,
		prepaid: bool,
		spot: bool,
	},
	Start(u64, u64),
	Report(u64, u64),
	Decline(u64, u64),
	Cancel(u64),
	Drop(u64, u64),
	Outage(u64),
	Pass(u64),
	Room(usize, u32),
	Broke(bool),
	Jammed(bool),
	Empty(bool),
	Leaving(u64),
	End(u64, CloseReason),
}

fn op() -> impl Strategy<Value = Op> {
	let provider = P1..=P3;
	let task = 0..12u64;
	let reason = prop_oneof![
		Just(CloseReason::OutOfFunds),
		Just(CloseReason::Reclaimed),
		Just(CloseReason::Misuse),
		Just(CloseReason::Unfit),
	];
	prop_oneof![
		4 => (
			0..5u8,
			prop_oneof![Just(0), 1..200u64],
			1..14u128,
			0..8u8,
			any::<bool>(),
			any::<bool>(),
		)
			.prop_map(|(max_attempts, place_within, max_rate, candidates, prepaid, spot)| {
				Op::Submit { max_attempts, place_within, max_rate, candidates, prepaid, spot }
			}),
		6 => (provider.clone(), task.clone()).prop_map(|(who, id)| Op::Start(who, id)),
		3 => (provider.clone(), task.clone()).prop_map(|(who, id)| Op::Report(who, id)),
		3 => (provider.clone(), task.clone()).prop_map(|(who, id)| Op::Decline(who, id)),
		1 => task.clone().prop_map(Op::Cancel),
		3 => (task.clone(), reason).prop_map(|(id, reason)| Op::End(id, reason)),
		2 => (ALICE..=BOB, task).prop_map(|(who, id)| Op::Drop(who, id)),
		1 => provider.prop_map(Op::Outage),
		6 => prop_oneof![1..40u64, 40..1_500u64].prop_map(Op::Pass),
		2 => (0..3usize, 0..4u32).prop_map(|(offer, room)| Op::Room(offer, room)),
		1 => any::<bool>().prop_map(Op::Broke),
		1 => any::<bool>().prop_map(Op::Jammed),
		2 => any::<bool>().prop_map(Op::Empty),
		1 => (0..90u64).prop_map(Op::Leaving),
	]
}

/// Without what was weighed.
fn plain(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(drop).map_err(|error| error.error)
}

/// Does `op` as the runtime would: what fails leaves nothing behind.
fn apply(op: Op) {
	use frame_support::storage::with_storage_layer;
	let signed = RuntimeOrigin::signed;
	let _ = with_storage_layer(|| match op {
		Op::Submit { max_attempts, place_within, max_rate, candidates, prepaid, spot } => {
			let chosen = [P1, P2, P3].into_iter().enumerate();
			let candidates: Vec<u64> =
				chosen.filter(|(bit, _)| candidates >> bit & 1 == 1).map(|(_, who)| who).collect();
			let data = sealed();
			in_extrinsic(&data);
			let spec = TaskSpec {
				max_attempts,
				place_within,
				prepaid,
				spot,
				filters: if spot { largest_filters() } else { Default::default() },
				max_rate: tradewind_primitives::Rate(max_rate),
				candidates: candidates.try_into().unwrap(),
				..spec()
			};
			plain(Workloads::submit(signed(ALICE), spec, hash_of(&data), data))
		},
		Op::Start(who, id) => Workloads::start(signed(who + AGENT), TaskId(id)),
		Op::Report(who, id) => Workloads::report(signed(who + AGENT), TaskId(id), report()),
		Op::Decline(who, id) => {
			plain(Workloads::decline(signed(who + AGENT), TaskId(id), DeclineReason::Busy))
		},
		Op::Cancel(id) => Workloads::cancel(signed(ALICE), TaskId(id)),
		Op::Drop(who, id) => Workloads::drop_task(signed(who), TaskId(id)),
		Op::Outage(who) => {
			<Workloads as OnOutage<u64>>::outage_declared(&who);
			Ok(())
		},
		Op::Pass(seconds) => {
			pass(seconds);
			Ok(())
		},
		Op::Room(offer, room) => {
			Market::change(|books| books.offers[offer].2 = room);
			Ok(())
		},
		Op::Broke(broke) => {
			Market::change(|books| books.broke = broke);
			Ok(())
		},
		Op::Jammed(jammed) => {
			Market::change(|books| books.jammed = jammed);
			Ok(())
		},
		Op::Empty(empty) => {
			Market::set_empty(empty);
			Ok(())
		},
		Op::Leaving(seconds) => {
			Market::change(|books| books.leaving_until = Now::get() + seconds);
			Ok(())
		},
		Op::End(id, reason) => <Workloads as Ending>::end(id, reason),
	});
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: 1_000,
		failure_persistence: None,
		..Default::default()
	})]

	/// Random operations keep every invariant after every step; afterwards, left alone, every task
	/// ends, every lease is closed and every deposit is back.
	#[test]
	fn random_operations_keep_every_invariant(
		ops in prop::collection::vec(op(), 1..40),
		credit in 0..=100u8,
	) {
		let ext = ExtBuilder::default().offer(P1, 4, 2).offer(P2, 6, 1).offer(P3, 9, 1);
		ext.credit(credit).build().execute_with(|| {
			for op in ops {
				apply(op.clone());
				Workloads::do_try_state().unwrap_or_else(|error| panic!("{error:?} after {op:?}"));
				let open = Books::get().leases.len();
				let listed = Attempts::<Test>::iter_values().flatten().count();
				assert_eq!(open, listed, "a lease leaked after {op:?}");
			}
			apply(Op::Jammed(false));
			apply(Op::Empty(false));
			// What was paused is looked at once more than the others before its deadline passes, and
			// for the room of one attempt others may have to leave first.
			pass(5 * (100 + MARGIN + 200 + 30) + RETENTION + 60 + 90);
			assert_eq!(Tasks::<Test>::iter().count(), 0);
			assert_eq!(Books::get().leases, []);
			assert_eq!(AgendaPages::<Test>::iter().count(), 0);
			assert_eq!(Balances::free_balance(ALICE), ENDOWMENT);
			Workloads::do_try_state().expect("every invariant holds in the end");
		});
	}
}
