use super::*;
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{LeaseId, StreamId};

#[test]
fn start_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		take_events();
		take_entries();
		take_trace();
		pass(30);
		assert_ok!(Marketplace::start(lease));
		let started = OpenStreams::get(StreamId(0)).and_then(|stream| stream.started);
		assert_eq!(started, Some(START.plus(30)));
		assert_eq!(take_trace(), [Seam::StreamStarted(StreamId(0))]);
		assert_eq!(take_events(), [Event::LeaseStarted { lease }]);
		let entry = (
			Category::Performance,
			Some(ALICE),
			Subject::Lease(lease),
			b"lease.started".to_vec(),
			lease.encode(),
		);
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn start_fails_when_lease_is_unknown_or_started() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(Marketplace::start(LeaseId(0)), E::UnknownLease);
		let lease = leased().lease;
		assert_ok!(Marketplace::start(lease));
		assert_noop!(Marketplace::start(lease), E::AlreadyStarted);
	});
}
