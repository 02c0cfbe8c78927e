use super::*;
use sp_runtime::DispatchError;
use tradewind_primitives::Subject;

#[test]
fn reinstate_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), ALICE, WHY));
		events();
		trace();
		assert_ok!(Providers::reinstate(RuntimeOrigin::root(), ALICE));
		assert_eq!(
			events(),
			[Event::StatusChanged {
				provider: ALICE,
				old: ProviderStatus::Suspended,
				new: ProviderStatus::Active
			}]
		);
		assert_eq!(
			trace(),
			[Told::Recorded(
				Category::Compliance,
				None,
				Subject::Account(ALICE),
				"provider.reinstated"
			)]
		);
	});
}

#[test]
fn reinstate_leads_to_draining_when_the_minimum_is_not_bonded() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), BOB, WHY));
		assert_ok!(Providers::unlock_collateral(RuntimeOrigin::signed(BOB), AssetId::Native, 1));
		assert_ok!(Providers::reinstate(RuntimeOrigin::root(), BOB));
		assert_eq!(status(BOB), Some(ProviderStatus::Draining));
	});
}

#[test]
fn reinstate_fails_when_not_suspended_or_not_the_admin() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(
			Providers::reinstate(RuntimeOrigin::root(), ALICE),
			Error::<Test>::WrongStatus
		);
		assert_noop!(Providers::reinstate(RuntimeOrigin::root(), BOB), Error::<Test>::NotFound);
		assert_noop!(
			Providers::reinstate(RuntimeOrigin::signed(ALICE), ALICE),
			DispatchError::BadOrigin
		);
	});
}
