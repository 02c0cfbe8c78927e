use super::*;
use crate::WeightInfo;
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use sp_runtime::DispatchError;
use tradewind_primitives::{
	traits::Ending, AssetId, CloseReason, LeaseBill, LeaseId, LeaseRequest, StreamBill, StreamId,
};

fn out_of_funds(lease: LeaseId) -> frame_support::dispatch::DispatchResult {
	<Marketplace as Ending>::end(lease.0, CloseReason::OutOfFunds)
}

/// A started lease that is paid as it runs.
fn running(reference: Option<u64>) -> LeaseId {
	let request = LeaseRequest { prepaid: false, reference, ..request() };
	let lease = placed(&request).expect("sound").expect("served").lease;
	assert_ok!(Marketplace::start(lease));
	pass(30);
	take_events();
	take_entries();
	take_trace();
	lease
}

#[test]
fn out_of_funds_closes_a_lease_that_is_for_nothing_else() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = running(None);
		assert_ok!(out_of_funds(lease));
		assert_eq!(crate::mock::lease(lease), None);
		assert_eq!((free(0), FreeCollateral::get(ALICE)), (Some(CAPACITY), Some(COLLATERAL)));
		let reason = CloseReason::OutOfFunds;
		let bill = LeaseBill { seconds: 30, amount: 600, ..Default::default() };
		assert_eq!(take_events(), [Event::LeaseClosed { lease, provider: ALICE, reason, bill }]);
		let entry = (
			Category::Performance,
			None,
			Subject::Lease(lease),
			b"lease.closed.out_of_funds".to_vec(),
			(lease, ALICE, reason, bill).encode(),
		);
		assert_eq!(take_entries(), [entry]);
		let judged = StreamBill { seconds: 30, amount: 600, ..Default::default() };
		let closed = Seam::CoverClosed(lease, ALICE, TAB, 2_000, judged, reason);
		let reputed = Seam::Reputed(ALICE, USER, AssetId::Native, reason, bill);
		assert_eq!(take_trace(), [Seam::StreamClosed(StreamId(0)), closed, reputed]);
	});
}

#[test]
fn out_of_funds_has_the_holder_end_what_the_lease_is_for() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = running(Some(77));
		Held::insert(77, lease);
		assert_ok!(out_of_funds(lease));
		assert_eq!(crate::mock::lease(lease), None);
		let trace = take_trace();
		assert_eq!(trace[..2], [Seam::HolderTold(77), Seam::StreamClosed(StreamId(0))]);
		assert_eq!(trace.len(), 4);
		assert_eq!(take_events().len(), 1);
	});
}

#[test]
fn out_of_funds_closes_a_lease_that_its_holder_has_forgotten() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = running(Some(77));
		assert_ok!(out_of_funds(lease));
		assert_eq!(crate::mock::lease(lease), None);
		assert_eq!(take_trace()[0], Seam::HolderTold(77));
	});
}

#[test]
fn out_of_funds_does_nothing_when_lease_is_unknown() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_storage_noop!(assert_ok!(out_of_funds(LeaseId(9))));
		let lease = running(Some(77));
		assert_ok!(Marketplace::close(lease, CloseReason::Cancelled));
		assert_storage_noop!(assert_ok!(out_of_funds(lease)));
	});
}

#[test]
fn out_of_funds_changes_nothing_when_a_neighbour_fails() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		for reference in [None, Some(77)] {
			let lease = running(reference);
			Held::insert(77, lease);
			CoverFails::set(&true);
			assert_noop!(out_of_funds(lease), DispatchError::Other("NoCover"));
			CoverFails::set(&false);
		}
	});
}

#[test]
fn out_of_funds_weighs_what_the_dearer_way_weighs() {
	let weight = <Marketplace as Ending>::end_weight();
	assert!(weight.all_gte(<() as WeightInfo>::close_lease()));
	assert!(weight.all_gte(<Fakes as Ending>::end_weight()));
}
