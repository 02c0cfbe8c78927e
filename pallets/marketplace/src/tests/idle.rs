use super::*;
use frame_support::assert_ok;
use tradewind_primitives::{LeaseId, StreamId};

#[test]
fn idle_is_that_of_the_stream() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		assert_ok!(Marketplace::start(lease));
		assert_eq!(Marketplace::idle(lease), 0);
		Idle::insert(StreamId(0), 40);
		assert_eq!(Marketplace::idle(lease), 40);
	});
}

#[test]
fn idle_is_nothing_when_lease_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Marketplace::idle(LeaseId(0)), 0);
	});
}
