use super::*;

#[test]
fn update_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::update(RuntimeOrigin::signed(ALICE), profile("us")));
		let provider = crate::Providers::<Test>::get(ALICE).unwrap();
		assert_eq!(provider.region, profile("us").region);
		assert_eq!(events(), [Event::ProfileUpdated { provider: ALICE, profile: profile("us") }]);
		assert_eq!(trace(), [record(Category::Configuration, ALICE, "provider.updated")]);
	});
}

#[test]
fn update_fails_when_not_registered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Providers::update(RuntimeOrigin::signed(ALICE), profile("us")),
			Error::<Test>::NotFound
		);
	});
}

#[test]
fn update_fails_when_unsound_or_retired() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(
			Providers::update(RuntimeOrigin::signed(ALICE), profile("e u")),
			Error::<Test>::BadRegion
		);
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		assert_noop!(
			Providers::update(RuntimeOrigin::signed(ALICE), profile("us")),
			Error::<Test>::WrongStatus
		);
	});
}
