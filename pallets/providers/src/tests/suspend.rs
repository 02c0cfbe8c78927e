use super::*;
use codec::Encode;
use sp_runtime::DispatchError;
use tradewind_primitives::Subject;

#[test]
fn suspend_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), ALICE, SuspendReason::FalseReport));
		assert_eq!(status(ALICE), Some(ProviderStatus::Suspended));
		assert_eq!(
			events(),
			[Event::Suspended {
				provider: ALICE,
				old: ProviderStatus::Active,
				reason: SuspendReason::FalseReport
			}]
		);
		assert_eq!(
			trace(),
			[Told::Recorded(
				Category::Compliance,
				None,
				Subject::Account(ALICE),
				"provider.suspended.false_report"
			)]
		);
		assert_eq!(
			Particulars::get(),
			(ALICE, ProviderStatus::Active, SuspendReason::FalseReport).encode()
		);
	});
}

#[test]
fn suspend_names_every_reason_in_the_record() {
	for (reason, named) in [
		(SuspendReason::ServiceLevel, "provider.suspended.service_level"),
		(SuspendReason::FalseReport, "provider.suspended.false_report"),
		(SuspendReason::Misuse, "provider.suspended.misuse"),
		(SuspendReason::KeyCompromised, "provider.suspended.key_compromised"),
		(SuspendReason::Unlawful, "provider.suspended.unlawful"),
	] {
		ExtBuilder::default().alice().build_and_execute(|| {
			assert_ok!(Providers::suspend(RuntimeOrigin::root(), ALICE, reason));
			let about = Subject::Account(ALICE);
			assert_eq!(trace(), [Told::Recorded(Category::Compliance, None, about, named)]);
		});
	}
}

#[test]
fn suspend_strikes_draining_providers_too() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::drain(RuntimeOrigin::signed(ALICE)));
		events();
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), ALICE, WHY));
		let old = ProviderStatus::Draining;
		assert_eq!(events(), [Event::Suspended { provider: ALICE, old, reason: WHY }]);
	});
}

#[test]
fn suspend_fails_when_not_the_admin() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(
			Providers::suspend(RuntimeOrigin::signed(ALICE), ALICE, WHY),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn suspend_fails_when_suspended_or_gone() {
	ExtBuilder::default().alice().build_and_execute(|| {
		let suspend = |who| Providers::suspend(RuntimeOrigin::root(), who, WHY);
		assert_noop!(suspend(BOB), Error::<Test>::NotFound);
		assert_ok!(suspend(ALICE));
		assert_noop!(suspend(ALICE), Error::<Test>::WrongStatus);
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		assert_noop!(suspend(ALICE), Error::<Test>::WrongStatus);
	});
}
