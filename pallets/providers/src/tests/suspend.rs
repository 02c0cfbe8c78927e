use super::*;
use sp_runtime::DispatchError;
use tradewind_primitives::Subject;

#[test]
fn suspend_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), ALICE));
		assert_eq!(
			events(),
			[Event::StatusChanged {
				provider: ALICE,
				old: ProviderStatus::Active,
				new: ProviderStatus::Suspended
			}]
		);
		assert_eq!(
			trace(),
			[Told::Recorded(
				Category::Compliance,
				None,
				Subject::Account(ALICE),
				"provider.suspended"
			)]
		);
	});
}

#[test]
fn suspend_fails_when_not_the_admin() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(
			Providers::suspend(RuntimeOrigin::signed(ALICE), ALICE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn suspend_fails_when_suspended_or_gone() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(Providers::suspend(RuntimeOrigin::root(), BOB), Error::<Test>::NotFound);
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), ALICE));
		assert_noop!(Providers::suspend(RuntimeOrigin::root(), ALICE), Error::<Test>::WrongStatus);
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		assert_noop!(Providers::suspend(RuntimeOrigin::root(), ALICE), Error::<Test>::WrongStatus);
	});
}
