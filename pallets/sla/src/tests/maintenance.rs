//! `announce_maintenance`, `cancel_maintenance`, and what they excuse.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tradewind_primitives::{traits::Liveness, Category, CloseReason, Seconds, Subject};

/// How often a provider beats that is up.
const EVERY: Seconds = 20;

fn announce(who: u64, from: Seconds, seconds: Seconds) -> DispatchResult {
	Sla::announce_maintenance(RuntimeOrigin::signed(who), at(from), seconds)
}

fn cancel(who: u64) -> DispatchResult {
	Sla::cancel_maintenance(RuntimeOrigin::signed(who))
}

fn alice() -> ExtBuilder {
	ExtBuilder::default().provider(ALICE).tier(STANDARD, tier())
}

/// Alice is up until so many seconds have passed, and beats for the last time then.
fn up_until(offset: Seconds) {
	for offset in (EVERY..=offset).step_by(EVERY as usize) {
		block_at(offset);
		assert_ok!(Sla::beat(&ALICE));
	}
}

#[test]
fn announce_maintenance_works() {
	alice().build_and_execute(|| {
		assert_ok!(announce(ALICE, NOTICE, 500));
		let (from, until) = (at(NOTICE), at(NOTICE + 500));
		let left = ALLOWANCE - 500;
		assert_eq!(events(), [Event::MaintenanceAnnounced { provider: ALICE, from, until, left }]);
		let records = RecordTrace::take();
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].action, "provider.maintenance_announced");
		assert_eq!(records[0].category, Category::Performance);
		assert_eq!(records[0].actor, Some(ALICE));
		assert_eq!(records[0].subject, Subject::Account(ALICE));
		let statement = Sla::statement(ALICE).unwrap();
		assert_eq!(statement.maintenance, Some(Window { from, until }));
		assert_eq!((statement.maintenance_left, statement.excused), (left, 0));
	});
}

#[test]
fn announce_maintenance_fails_when_it_may_not_be() {
	alice().build_and_execute(|| {
		assert_noop!(announce(BOB, NOTICE, 1), Error::<Test>::NotEnrolled);
		assert_noop!(announce(ALICE, NOTICE - 1, 1), Error::<Test>::ShortNotice);
		assert_noop!(announce(ALICE, NOTICE, 0), Error::<Test>::NoTimeAnnounced);
		assert_noop!(announce(ALICE, NOTICE, ALLOWANCE + 1), Error::<Test>::AllowanceUsed);
		assert_noop!(announce(ALICE, NOTICE, Seconds::MAX), Error::<Test>::AllowanceUsed);
		assert_ok!(announce(ALICE, NOTICE, ALLOWANCE));
		assert_noop!(announce(ALICE, 2 * NOTICE, 1), Error::<Test>::AlreadyAnnounced);
		up_until(NOTICE + ALLOWANCE);
		let grown = (NOTICE + ALLOWANCE) * ALLOWANCE / PERIOD;
		assert_noop!(announce(ALICE, 3 * NOTICE, grown + 1), Error::<Test>::AllowanceUsed);
		assert_ok!(announce(ALICE, 3 * NOTICE, grown));
	});
}

#[test]
fn cancel_maintenance_works() {
	alice().build_and_execute(|| {
		assert_ok!(announce(ALICE, NOTICE, ALLOWANCE));
		events();
		actions();
		assert_ok!(cancel(ALICE));
		let (from, until) = (at(NOTICE), at(NOTICE + ALLOWANCE));
		assert_eq!(events(), [Event::MaintenanceCancelled { provider: ALICE, from, until }]);
		assert_eq!(actions(), ["provider.maintenance_cancelled"]);
		assert_eq!(Sla::statement(ALICE).map(|it| it.maintenance_left), Some(ALLOWANCE));
	});
}

#[test]
fn cancel_maintenance_fails_when_there_is_none_or_it_is_too_late() {
	alice().build_and_execute(|| {
		assert_noop!(cancel(BOB), Error::<Test>::NotEnrolled);
		assert_noop!(cancel(ALICE), Error::<Test>::NotAnnounced);
		assert_ok!(announce(ALICE, NOTICE, 500));
		up_until(NOTICE - OUTAGE_AFTER + EVERY);
		assert_noop!(cancel(ALICE), Error::<Test>::TooLate);
		block_at(NOTICE);
		assert_noop!(cancel(ALICE), Error::<Test>::NotAnnounced);
	});
}

#[test]
fn downtime_in_maintenance_earns_no_credit_and_is_not_billed() {
	// What is announced, and what a customer of Alice is credited for 400 seconds of downtime.
	for (announced, credit) in [(500, 0), (300, 100)] {
		alice().build_and_execute(|| {
			assert_ok!(announce(ALICE, NOTICE, announced));
			up_until(NOTICE - GRACE + 10);
			assert_ok!(open(LEASE, ALICE, 1_000));
			// Silent from here on: down from second 1,010 on.
			block_at(1_410);
			assert_ok!(Sla::beat(&ALICE));
			let statement = Sla::statement(ALICE).unwrap();
			assert_eq!((statement.downtime, statement.excused), (400, 400.min(announced - 10)));
			assert_eq!(close(LEASE, 100, 400, 1_000, CloseReason::Completed), Ok(credit));
		});
	}
}

#[test]
fn maintenance_before_a_lease_excuses_nothing_of_it() {
	alice().build_and_execute(|| {
		assert_ok!(announce(ALICE, NOTICE, 300));
		up_until(NOTICE - GRACE + 10);
		block_at(1_410);
		assert_ok!(Sla::beat(&ALICE));
		assert_ok!(open(LEASE, ALICE, 1_000));
		block_at(1_460);
		assert_eq!(close(LEASE, 30, 20, 1_000, CloseReason::Completed), Ok(100));
	});
}

#[test]
fn maintenance_excuses_no_fault() {
	alice().build_and_execute(|| {
		assert_ok!(announce(ALICE, NOTICE, 500));
		up_until(NOTICE - GRACE + 10);
		assert_ok!(open(LEASE, ALICE, 1_000));
		block_at(1_400);
		assert_eq!(close(LEASE, 10, 390, 1_000, CloseReason::ProviderFailed), Ok(500));
	});
}

#[test]
fn no_outage_is_declared_before_maintenance_is_over() {
	alice().build_and_execute(|| {
		assert_ok!(announce(ALICE, NOTICE, 500));
		up_until(NOTICE);
		events();
		// The last sign of life holds good for a while; then it is maintenance until second 1,500.
		let patience = OUTAGE_AFTER - GRACE;
		for offset in (NOTICE..=NOTICE + 500 + patience).step_by(6) {
			block_at(offset);
			assert!(OutageTrace::get().is_empty(), "after {offset} seconds");
		}
		block_at(NOTICE + 500 + patience + 12);
		assert_eq!(OutageTrace::get(), [ALICE]);
	});
}

#[test]
fn a_provider_that_comes_back_in_time_was_never_out() {
	alice().build_and_execute(|| {
		assert_ok!(announce(ALICE, NOTICE, 500));
		up_until(NOTICE);
		for offset in (NOTICE..NOTICE + 500).step_by(6) {
			block_at(offset);
		}
		assert_ok!(Sla::beat(&ALICE));
		assert!(OutageTrace::get().is_empty());
		let statement = Sla::statement(ALICE).unwrap();
		assert_eq!((statement.outage, statement.downtime), (None, statement.excused));
	});
}
