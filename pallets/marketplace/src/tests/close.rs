use super::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use tradewind_primitives::{AssetId, CloseReason, LeaseBill, LeaseId, StreamBill, StreamId};

#[test]
fn close_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		assert_ok!(Marketplace::start(lease));
		pass(30);
		take_events();
		take_entries();
		take_trace();
		let reason = CloseReason::Completed;
		let bill = LeaseBill { seconds: 30, downtime: 0, amount: 600, ..Default::default() };
		assert_eq!(Marketplace::close(lease, reason), Ok(bill));
		assert_eq!(crate::mock::lease(lease), None);
		assert_eq!(free(0), Some(CAPACITY));
		assert_eq!(listing(0).map(|listing| listing.leases), Some(0));
		assert_eq!(FreeCollateral::get(ALICE), Some(COLLATERAL));
		assert_eq!(Tabs::get(TAB).map(|tab| tab.available), Some(FUNDS - 600));
		assert_eq!(take_events(), [Event::LeaseClosed { lease, provider: ALICE, reason, bill }]);
		let entry = (
			Category::Performance,
			Some(ALICE),
			Subject::Lease(lease),
			b"lease.closed.completed".to_vec(),
			(lease, ALICE, reason, bill).encode(),
		);
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn close_settles_the_stream_then_judges_the_cover_then_tells_of_the_end() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		assert_ok!(Marketplace::start(lease));
		pass(1_000);
		take_trace();
		assert_ok!(Marketplace::close(lease, CloseReason::ReportMissed));
		let reason = CloseReason::ReportMissed;
		let bill = StreamBill { seconds: 100, amount: 2_000, ..Default::default() };
		let closed = Seam::CoverClosed(lease, ALICE, TAB, 2_000, bill, reason);
		let bill = LeaseBill { seconds: 100, amount: 2_000, credited: 2_000, ..Default::default() };
		let reputed = Seam::Reputed(ALICE, USER, AssetId::Native, reason, bill);
		assert_eq!(take_trace(), [Seam::StreamClosed(StreamId(0)), closed, reputed]);
	});
}

#[test]
fn close_reports_what_was_credited_when_the_provider_is_to_blame() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		assert_ok!(Marketplace::start(lease));
		pass(10);
		let bill = LeaseBill { seconds: 10, amount: 200, credited: 200, ..Default::default() };
		assert_eq!(Marketplace::close(lease, CloseReason::ProviderDown), Ok(bill));
		assert_eq!(FreeCollateral::get(ALICE), Some(COLLATERAL - 200));
	});
}

#[test]
fn close_bills_nothing_when_the_lease_never_started() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		pass(500);
		let closed = Marketplace::close(lease, CloseReason::StartMissed);
		assert_eq!(closed, Ok(LeaseBill::default()));
		assert_eq!(Tabs::get(TAB).map(|tab| tab.available), Some(FUNDS));
	});
}

#[test]
fn close_states_every_reason_and_who_gave_it() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		for (reason, action, actor) in [
			(CloseReason::Completed, "lease.closed.completed", Some(ALICE)),
			(CloseReason::Cancelled, "lease.closed.cancelled", Some(USER)),
			(CloseReason::StartMissed, "lease.closed.start_missed", None),
			(CloseReason::ProviderDown, "lease.closed.provider_down", None),
			(CloseReason::ReportMissed, "lease.closed.report_missed", None),
			(CloseReason::ProviderFailed, "lease.closed.provider_failed", Some(ALICE)),
			(CloseReason::OutOfFunds, "lease.closed.out_of_funds", None),
			(CloseReason::Expired, "lease.closed.expired", None),
			(CloseReason::Unfit, "lease.closed.unfit", Some(USER)),
			(CloseReason::ProviderLeft, "lease.closed.provider_left", Some(ALICE)),
			(CloseReason::Misuse, "lease.closed.misuse", Some(ALICE)),
			(CloseReason::Reclaimed, "lease.closed.reclaimed", None),
			(CloseReason::Transferred, "lease.closed.transferred", Some(USER)),
		] {
			let lease = leased().lease;
			take_entries();
			assert_ok!(Marketplace::close(lease, reason));
			let entries = take_entries();
			let stated: Vec<_> =
				entries.iter().map(|(_, who, _, what, _)| (*who, what.as_slice())).collect();
			assert_eq!(stated, [(actor, action.as_bytes())]);
		}
	});
}

#[test]
fn close_fails_when_lease_is_unknown() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(Marketplace::close(LeaseId(0), CloseReason::Cancelled), E::UnknownLease);
	});
}

#[test]
fn close_changes_nothing_when_a_neighbour_fails() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		CoverFails::set(&true);
		assert_noop!(
			Marketplace::close(lease, CloseReason::Completed),
			DispatchError::Other("NoCover")
		);
		assert!(OpenStreams::contains_key(StreamId(0)));
	});
}
