use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{
	traits::Ending, Category, Clock, CloseReason, LeaseBill, LeaseId, TaskId,
};

fn alice() -> RuntimeOrigin {
	RuntimeOrigin::signed(ALICE)
}

#[test]
fn cancel_works_when_it_waits() {
	ExtBuilder::default().build_and_execute(|| {
		let id = submit(spec());
		events();
		assert_ok!(Workloads::cancel(alice(), id));
		assert_eq!(state(id), State::Cancelled { bill: None, ended: Watch::now() });
		assert_eq!(events(), [Event::Cancelled { task: id, bill: None }]);
		assert_eq!(
			Written::get().last(),
			Some(&(Category::Access, Some(ALICE), id, b"task.cancelled".to_vec()))
		);
		// The try that was due finds nothing to do.
		Market::change(|books| books.offers.push((P1, 1, 1)));
		pass(30);
		assert!(matches!(state(id), State::Cancelled { .. }));
	});
}

#[test]
fn cancel_works_when_it_is_placed() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_ok!(Workloads::cancel(alice(), id));
		let bill = Some(LeaseBill::default());
		assert_eq!(state(id), State::Cancelled { bill, ended: Watch::now() });
		assert_eq!(listed(P1), []);
		pass(START_WITHIN + 12);
		assert!(matches!(state(id), State::Cancelled { .. }));
	});
}

#[test]
fn cancel_pays_for_what_ran() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		pass(20);
		assert_ok!(Workloads::cancel(alice(), id));
		let bill = Some(LeaseBill { seconds: 20, amount: 100, ..Default::default() });
		assert_eq!(state(id), State::Cancelled { bill, ended: Watch::now() });
		assert_eq!(
			Books::get().trace.last(),
			Some(&MarketCall::Closed(LeaseId(0), CloseReason::Cancelled))
		);
	});
}

#[test]
fn a_lease_that_is_to_end_for_a_reason_that_is_nobodys_fault_cancels() {
	for reason in
		[CloseReason::Cancelled, CloseReason::Expired, CloseReason::Unfit, CloseReason::Transferred]
	{
		ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
			let id = submit(spec());
			assert_ok!(<Workloads as Ending>::end(id.0, reason));
			let bill = Some(LeaseBill::default());
			assert_eq!(state(id), State::Cancelled { bill, ended: Watch::now() });
			assert_eq!(closed(), [(LeaseId(0), CloseReason::Cancelled)]);
			assert_eq!(
				Written::get().last(),
				Some(&(Category::Access, None, id, b"task.cancelled".to_vec()))
			);
		});
	}
}

#[test]
fn cancel_fails_when_it_has_ended() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_ok!(Workloads::cancel(alice(), id));
		assert_noop!(Workloads::cancel(alice(), id), Error::<Test>::AlreadyEnded);
	});
}

#[test]
fn cancel_fails_when_another_owns_it() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_noop!(Workloads::cancel(RuntimeOrigin::signed(BOB), id), Error::<Test>::NotOwner);
		assert_noop!(Workloads::cancel(alice(), TaskId(9)), Error::<Test>::NotFound);
	});
}
