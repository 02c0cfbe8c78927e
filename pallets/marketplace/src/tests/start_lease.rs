use super::*;
use crate::Due;

#[test]
fn start_lease_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = open(order());
		forget();
		pass(30);
		assert_ok!(Marketplace::start_lease(signed(ALICE), lease));
		assert_eq!(view(lease).started, Some(START.plus(30)));
		assert_eq!(take_events(), [Event::LeaseStarted { lease }]);
		let started = "lease.started";
		let entry = lease_record(Category::Performance, Some(ALICE), lease, started, lease);
		assert_eq!(take_entries(), [entry]);
		// It is looked at when its 100 seconds are over.
		let pages: Vec<_> = crate::AgendaPages::<Test>::iter().collect();
		let bucket = (START.0 + 130).div_ceil(6);
		assert_eq!(pages, [(bucket, 0, vec![Due::End(lease)].try_into().expect("it fits"))]);
	});
}

#[test]
fn start_lease_works_for_the_agent() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = open(order());
		assert_ok!(Marketplace::start_lease(signed(AGENT), lease));
		assert_eq!(view(lease).started, Some(START));
	});
}

#[test]
fn start_lease_bills_from_the_start() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = open(order());
		pass(50);
		assert_eq!(view(lease).left, 100);
		assert_ok!(Marketplace::start_lease(signed(ALICE), lease));
		pass(10);
		assert_eq!(view(lease).left, 90);
	});
}

#[test]
fn start_lease_fails_when_it_is_not_the_callers_to_start() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(Marketplace::start_lease(signed(ALICE), LeaseId(7)), E::UnknownLease);
		let lease = open(order());
		for who in [USER, BOB, EVE, DELEGATE] {
			assert_noop!(Marketplace::start_lease(signed(who), lease), E::NotProvider);
		}
		assert_ok!(Marketplace::start_lease(signed(ALICE), lease));
		assert_noop!(Marketplace::start_lease(signed(ALICE), lease), E::AlreadyStarted);
		let held = LeaseRequest { reference: Some(7), ..request() };
		let held = placed(&held).expect("sound").expect("served").lease;
		assert_noop!(Marketplace::start_lease(signed(ALICE), held), E::Held);
	});
}
