use super::*;
use crate::types::MAX_ATTESTATIONS;
use tradewind_primitives::Subject;

#[test]
fn attest_attribute_works() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		events();
		trace();
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert!(believed("tdx", "1.5"));
		assert!(!believed("tdx", "2.0") && !believed("sev", "1.5"));
		let until = Timestamp(START + 10);
		assert_eq!(
			events(),
			[Event::AttributeAttested {
				provider: ALICE,
				name: name("tdx"),
				value: value("1.5"),
				auditor: VERA,
				until
			}]
		);
		assert_eq!(
			trace(),
			[Told::Recorded(
				Category::Compliance,
				Some(VERA),
				Subject::Account(ALICE),
				"attribute.attested"
			)]
		);
		let said = crate::Verified { name: name("tdx"), value: value("1.5"), until: Some(until) };
		assert_eq!(Providers::attributes(ALICE), [said]);
	});
}

#[test]
fn attest_attribute_counts_until_it_expires_and_not_at_that_moment() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		pass(9);
		assert!(believed("tdx", "1.5"));
		pass(1);
		assert!(!believed("tdx", "1.5"));
		assert_eq!(Providers::attributes(ALICE)[0].until, None);
	});
}

#[test]
fn attest_attribute_replaces_what_the_auditor_attested_before() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_ok!(attest(WALT, "tdx", "1.5", 20));
		assert_eq!(Providers::attributes(ALICE)[0].until, Some(Timestamp(START + 20)));
		assert_ok!(attest(VERA, "tdx", "1.5", MAX_ATTESTATION));
		let until = Timestamp(START + MAX_ATTESTATION);
		assert_eq!(Providers::attributes(ALICE)[0].until, Some(until));
		assert_eq!(crate::Attributes::<Test>::get(ALICE)[0].attestations.len(), 2);
	});
}

#[test]
fn attest_attribute_fails_when_many_vouch_until_one_of_them_counts_no_longer() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		for number in 0..u64::from(MAX_ATTESTATIONS) {
			let auditor = 100 + number;
			assert_ok!(Providers::appoint_auditor(RuntimeOrigin::root(), auditor));
			assert_ok!(attest(auditor, "tdx", "1.5", 10 + number));
		}
		assert_noop!(attest(VERA, "tdx", "1.5", 10), Error::<Test>::TooManyAttestations);
		// Those who vouch may do so again.
		assert_ok!(attest(101, "tdx", "1.5", 12));
		pass(10);
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_noop!(attest(WALT, "tdx", "1.5", 10), Error::<Test>::TooManyAttestations);
		assert_ok!(Providers::dismiss_auditor(RuntimeOrigin::root(), 103));
		assert_ok!(attest(WALT, "tdx", "1.5", 10));
	});
}

#[test]
fn attest_attribute_fails_when_the_provider_says_something_else() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_noop!(attest(VERA, "tdx", "2.0", 10), Error::<Test>::OtherValue);
		assert_noop!(attest(VERA, "sev", "1.5", 10), Error::<Test>::UnknownAttribute);
	});
}

#[test]
fn attest_attribute_fails_when_it_would_last_too_long_or_not_at_all() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		for lifetime in [0, MAX_ATTESTATION + 1, u64::MAX] {
			assert_noop!(attest(VERA, "tdx", "1.5", lifetime), Error::<Test>::BadLifetime);
		}
		assert_ok!(attest(VERA, "tdx", "1.5", 1));
	});
}

#[test]
fn attest_attribute_fails_when_the_signer_is_no_auditor_or_the_provider() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_noop!(attest(BOB, "tdx", "1.5", 10), Error::<Test>::NotAuditor);
		assert_ok!(Providers::appoint_auditor(RuntimeOrigin::root(), ALICE));
		assert_noop!(attest(ALICE, "tdx", "1.5", 10), Error::<Test>::OwnAttribute);
	});
}

#[test]
fn attest_attribute_fails_when_the_provider_is_none_or_retired() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		let attest_bob = || {
			let (name, value) = (name("tdx"), value("1.5"));
			Providers::attest_attribute(RuntimeOrigin::signed(VERA), BOB, name, value, 10)
		};
		assert_noop!(attest_bob(), Error::<Test>::NotFound);
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		assert_noop!(attest(VERA, "tdx", "1.5", 10), Error::<Test>::WrongStatus);
	});
}
