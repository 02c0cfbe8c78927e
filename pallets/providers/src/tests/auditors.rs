//! `appoint_auditor` and `dismiss_auditor`.

use super::*;
use sp_runtime::{ArithmeticError, DispatchError};
use tradewind_primitives::Subject;

fn appoint(who: AccountId) -> DispatchResult {
	Providers::appoint_auditor(RuntimeOrigin::root(), who)
}

fn dismiss(who: AccountId) -> DispatchResult {
	Providers::dismiss_auditor(RuntimeOrigin::root(), who)
}

fn noted(action: &'static str) -> Told {
	Told::Recorded(Category::Access, None, Subject::Account(VERA), action)
}

#[test]
fn appoint_auditor_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(appoint(VERA));
		assert_eq!(events(), [Event::AuditorAppointed { auditor: VERA }]);
		assert_eq!(trace(), [noted("auditor.appointed")]);
	});
}

#[test]
fn appoint_auditor_fails_when_in_office_or_not_the_admin() {
	ExtBuilder::default().auditors().build_and_execute(|| {
		assert_noop!(appoint(VERA), Error::<Test>::AlreadyAuditor);
		assert_noop!(
			Providers::appoint_auditor(RuntimeOrigin::signed(VERA), BOB),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn appoint_auditor_fails_when_the_numbers_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		crate::NextAppointment::<Test>::put(u32::MAX);
		assert_noop!(appoint(VERA), ArithmeticError::Overflow);
	});
}

#[test]
fn dismiss_auditor_works() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		say("iso27001", "2026");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_ok!(attest(WALT, "iso27001", "2026", 10));
		events();
		trace();
		assert_ok!(dismiss(VERA));
		assert!(!believed("tdx", "1.5"));
		assert!(believed("iso27001", "2026"));
		assert_eq!(events(), [Event::AuditorDismissed { auditor: VERA }]);
		assert_eq!(trace(), [noted("auditor.dismissed")]);
		assert_noop!(attest(VERA, "tdx", "1.5", 10), Error::<Test>::NotAuditor);
	});
}

#[test]
fn dismiss_auditor_is_not_undone_when_appointed_again() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_ok!(dismiss(VERA));
		assert_ok!(appoint(VERA));
		assert!(!believed("tdx", "1.5"));
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert!(believed("tdx", "1.5"));
	});
}

#[test]
fn dismiss_auditor_fails_when_not_in_office_or_not_the_admin() {
	ExtBuilder::default().auditors().build_and_execute(|| {
		assert_noop!(dismiss(BOB), Error::<Test>::NotAuditor);
		assert_noop!(
			Providers::dismiss_auditor(RuntimeOrigin::signed(VERA), WALT),
			DispatchError::BadOrigin
		);
	});
}
