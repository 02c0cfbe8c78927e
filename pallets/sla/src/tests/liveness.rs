use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use tradewind_primitives::traits::{Coverage, Liveness, Meter};

fn downtime(provider: u64, offset: u64) -> Option<u64> {
	<Sla as Meter<u64>>::downtime(&provider, at(offset))
}

fn is_up(provider: u64) -> bool {
	<Sla as Coverage<u64>>::is_up(&provider)
}

#[test]
fn enrol_counts_downtime_until_the_first_beat() {
	ExtBuilder::default().build_and_execute(|| {
		Sla::enrol(&ALICE);
		assert!(!is_up(ALICE));
		assert_eq!(downtime(ALICE, 100), Some(100));
		Now::put(at(100));
		assert_ok!(Sla::beat(&ALICE));
		assert!(is_up(ALICE));
		assert_eq!(downtime(ALICE, 100), Some(100));
	});
}

#[test]
fn enrol_twice_takes_no_downtime_back() {
	ExtBuilder::default().build_and_execute(|| {
		Sla::enrol(&ALICE);
		Now::put(at(100));
		Sla::enrol(&ALICE);
		assert_eq!(downtime(ALICE, 100), Some(100));
	});
}

#[test]
fn beat_keeps_a_provider_up_until_the_exact_end_of_grace() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		Now::put(at(GRACE - 1));
		assert!(is_up(ALICE));
		Now::put(at(GRACE));
		assert!(!is_up(ALICE));
		assert_eq!(downtime(ALICE, GRACE), Some(0));
		assert_eq!(downtime(ALICE, GRACE + 1), Some(1));
	});
}

#[test]
fn downtime_of_a_moment_ago_is_what_it_was_then() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		Now::put(at(GRACE + 20));
		assert_ok!(Sla::beat(&ALICE));
		Now::put(at(2 * GRACE + 30));
		assert_eq!(downtime(ALICE, GRACE), Some(0));
		assert_eq!(downtime(ALICE, GRACE + 7), Some(7));
		assert_eq!(downtime(ALICE, GRACE + 25), Some(20));
		assert_eq!(downtime(ALICE, 2 * GRACE + 23), Some(23));
		assert_eq!(downtime(ALICE, 2 * GRACE + 30), Some(30));
	});
}

#[test]
fn beat_is_silent_while_it_is_steady() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		let entries = AgendaPages::<Test>::iter().count();
		for beat in 1..20 {
			Now::put(at(beat * 20));
			assert_ok!(Sla::beat(&ALICE));
		}
		assert_eq!(AgendaPages::<Test>::iter().count(), entries);
		assert!(Uptimes::<Test>::get(ALICE).is_some_and(|uptime| uptime.ended.is_empty()));
		assert!(events().is_empty() && actions().is_empty());
	});
}

#[test]
fn beat_fails_when_it_is_the_second_of_the_second() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		Now::put(at(7));
		assert_ok!(Sla::beat(&ALICE));
		assert_noop!(Sla::beat(&ALICE), Error::<Test>::AlreadyBeat);
		Now::put(at(8));
		assert_ok!(Sla::beat(&ALICE));
	});
}

#[test]
fn beat_fails_when_the_provider_is_not_enrolled() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Sla::beat(&ALICE), Error::<Test>::NotEnrolled);
	});
}

#[test]
fn forget_leaves_nothing_but_a_stale_entry() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		Sla::forget(&ALICE);
		assert_eq!(downtime(ALICE, 10), None);
		assert!(!is_up(ALICE));
		assert_eq!(Sla::statement(ALICE), None);
		block_at(1_000);
		assert_eq!(AgendaPages::<Test>::iter().count(), 0);
		assert!(events().is_empty());
	});
}

#[test]
fn enrol_after_forget_is_watched_once() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		for _ in 0..3 {
			Sla::forget(&ALICE);
			Sla::enrol(&ALICE);
			Now::put(Now::get().unwrap_or_default().plus(1));
			assert_ok!(Sla::beat(&ALICE));
			check();
		}
		for block in 1..30 {
			Now::put(at(block * 20));
			assert_ok!(Sla::beat(&ALICE));
			block_at(block * 20);
			check();
		}
		let entries: usize = AgendaPages::<Test>::iter_values().map(|page| page.len()).sum();
		assert_eq!(entries, 1);
	});
}

#[test]
fn statement_tells_availability() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		let fresh = Sla::statement(ALICE).expect("enrolled");
		assert_eq!(fresh.availability, Perbill::one());
		Now::put(at(40));
		let statement = Sla::statement(ALICE).expect("enrolled");
		assert_eq!(
			statement,
			Statement {
				enrolled: at(0),
				up: false,
				counted: 40,
				downtime: 10,
				availability: Perbill::from_percent(75),
				outage: None,
				excused: 0,
				maintenance: None,
				maintenance_left: ALLOWANCE,
			}
		);
	});
}
