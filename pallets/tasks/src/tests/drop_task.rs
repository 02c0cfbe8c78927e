use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use tradewind_primitives::{Category, TaskId};

fn alice() -> RuntimeOrigin {
	RuntimeOrigin::signed(ALICE)
}

fn cancelled() -> TaskId {
	let id = submit(spec());
	assert_ok!(Workloads::cancel(alice(), id));
	events();
	id
}

fn held() -> u128 {
	Balances::balance_on_hold(&HoldReason::Task.into(), &ALICE)
}

#[test]
fn drop_task_works_for_the_owner_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let id = cancelled();
		assert_eq!(held(), DEPOSIT);
		assert_ok!(Workloads::drop_task(alice(), id));
		assert_eq!(held(), 0);
		assert!(!Tasks::<Test>::contains_key(id));
		assert_eq!(events(), [Event::Dropped { task: id, owner: ALICE, deposit: DEPOSIT }]);
		assert_eq!(
			Written::get().last(),
			Some(&(Category::Performance, Some(ALICE), id, b"task.dropped".to_vec()))
		);
		// The removal that was due finds nothing to do.
		pass(RETENTION + 12);
		assert_noop!(Workloads::drop_task(alice(), id), Error::<Test>::NotFound);
	});
}

#[test]
fn drop_task_works_for_anybody_at_the_exact_end_of_the_retention() {
	ExtBuilder::default().build_and_execute(|| {
		let id = cancelled();
		let bob = RuntimeOrigin::signed(BOB);
		Now::set(&(START + RETENTION - 1));
		assert_noop!(Workloads::drop_task(bob.clone(), id), Error::<Test>::NotYetDue);
		Now::set(&(START + RETENTION));
		assert_ok!(Workloads::drop_task(bob, id));
		assert_eq!(held(), 0);
	});
}

#[test]
fn drop_task_fails_when_it_has_not_ended() {
	ExtBuilder::default().build_and_execute(|| {
		let id = submit(spec());
		assert_noop!(Workloads::drop_task(alice(), id), Error::<Test>::NotEnded);
	});
}

#[test]
fn the_chain_drops_by_itself_after_the_retention() {
	ExtBuilder::default().build_and_execute(|| {
		let id = cancelled();
		pass(RETENTION - 1);
		assert!(Tasks::<Test>::contains_key(id));
		pass(9);
		assert!(!Tasks::<Test>::contains_key(id));
		assert_eq!(held(), 0);
		assert_eq!(events(), [Event::Dropped { task: id, owner: ALICE, deposit: DEPOSIT }]);
	});
}
