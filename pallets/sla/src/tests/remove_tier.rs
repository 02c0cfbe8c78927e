use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;
use tradewind_primitives::{traits::Coverage, CloseReason};

#[test]
fn remove_tier_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Sla::remove_tier(RuntimeOrigin::root(), STANDARD));
		assert_eq!(<Sla as Coverage<u64>>::start_within(STANDARD), None);
		assert_eq!(events(), [Event::TierRemoved { id: STANDARD }]);
		assert_eq!(actions(), ["tier.removed"]);
	});
}

#[test]
fn remove_tier_leaves_open_leases_what_they_were_promised() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_ok!(Sla::remove_tier(RuntimeOrigin::root(), STANDARD));
		assert_eq!(close(LEASE, 1, 0, 1_000, CloseReason::ProviderDown), Ok(1_000));
	});
}

#[test]
fn remove_tier_fails_when_there_is_no_such_tier() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Sla::remove_tier(RuntimeOrigin::root(), tradewind_primitives::TierId(9)),
			Error::<Test>::UnknownTier
		);
	});
}

#[test]
fn remove_tier_fails_when_the_origin_is_not_the_admin() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Sla::remove_tier(RuntimeOrigin::signed(ALICE), STANDARD), BadOrigin);
	});
}
