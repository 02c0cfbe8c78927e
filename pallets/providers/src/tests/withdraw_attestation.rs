use super::*;
use tradewind_primitives::Subject;

fn withdraw(auditor: AccountId) -> DispatchResult {
	Providers::withdraw_attestation(RuntimeOrigin::signed(auditor), ALICE, name("tdx"))
}

#[test]
fn withdraw_attestation_works() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_ok!(attest(WALT, "tdx", "1.5", 10));
		events();
		trace();
		assert_ok!(withdraw(VERA));
		assert!(believed("tdx", "1.5"));
		assert_eq!(
			events(),
			[Event::AttestationWithdrawn { provider: ALICE, name: name("tdx"), auditor: VERA }]
		);
		assert_eq!(
			trace(),
			[Told::Recorded(
				Category::Compliance,
				Some(VERA),
				Subject::Account(ALICE),
				"attribute.attestation_withdrawn"
			)]
		);
		assert_ok!(withdraw(WALT));
		assert!(!believed("tdx", "1.5"));
	});
}

#[test]
fn withdraw_attestation_works_when_dismissed() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_ok!(Providers::dismiss_auditor(RuntimeOrigin::root(), VERA));
		assert_ok!(withdraw(VERA));
	});
}

#[test]
fn withdraw_attestation_fails_when_there_is_none() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		assert_noop!(withdraw(VERA), Error::<Test>::UnknownAttribute);
		say("tdx", "1.5");
		assert_ok!(attest(WALT, "tdx", "1.5", 10));
		assert_noop!(withdraw(VERA), Error::<Test>::NotAttested);
	});
}
