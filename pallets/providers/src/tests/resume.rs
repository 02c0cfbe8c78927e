use super::*;

#[test]
fn resume_works() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::drain(RuntimeOrigin::signed(BOB)));
		events();
		trace();
		assert_ok!(Providers::resume(RuntimeOrigin::signed(BOB)));
		assert_eq!(
			events(),
			[Event::StatusChanged {
				provider: BOB,
				old: ProviderStatus::Draining,
				new: ProviderStatus::Active
			}]
		);
		assert_eq!(trace(), [record(Category::Configuration, BOB, "provider.resumed")]);
	});
}

#[test]
fn resume_fails_when_the_minimum_is_not_bonded() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::drain(RuntimeOrigin::signed(BOB)));
		assert_ok!(Providers::unlock_collateral(RuntimeOrigin::signed(BOB), AssetId::Native, 1));
		assert_noop!(Providers::resume(RuntimeOrigin::signed(BOB)), Error::<Test>::BelowMinimum);
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(BOB), AssetId::Native, 1));
		assert_ok!(Providers::resume(RuntimeOrigin::signed(BOB)));
	});
}

#[test]
fn resume_fails_when_not_draining() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_noop!(Providers::resume(RuntimeOrigin::signed(BOB)), Error::<Test>::WrongStatus);
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), BOB, WHY));
		assert_noop!(Providers::resume(RuntimeOrigin::signed(BOB)), Error::<Test>::WrongStatus);
	});
}
