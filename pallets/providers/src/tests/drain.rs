use super::*;

#[test]
fn drain_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::drain(RuntimeOrigin::signed(ALICE)));
		assert_eq!(status(ALICE), Some(ProviderStatus::Draining));
		assert_eq!(
			events(),
			[Event::StatusChanged {
				provider: ALICE,
				old: ProviderStatus::Active,
				new: ProviderStatus::Draining
			}]
		);
		assert_eq!(trace(), [record(Category::Configuration, ALICE, "provider.drained")]);
	});
}

#[test]
fn drain_fails_when_not_active() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(Providers::drain(RuntimeOrigin::signed(BOB)), Error::<Test>::NotFound);
		assert_ok!(Providers::drain(RuntimeOrigin::signed(ALICE)));
		assert_noop!(Providers::drain(RuntimeOrigin::signed(ALICE)), Error::<Test>::WrongStatus);
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), ALICE, WHY));
		assert_noop!(Providers::drain(RuntimeOrigin::signed(ALICE)), Error::<Test>::WrongStatus);
	});
}
