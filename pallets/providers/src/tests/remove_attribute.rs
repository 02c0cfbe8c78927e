use super::*;

#[test]
fn remove_attribute_works() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		say("iso27001", "2026");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		events();
		trace();
		assert_ok!(Providers::remove_attribute(RuntimeOrigin::signed(ALICE), name("tdx")));
		assert!(!believed("tdx", "1.5"));
		assert_eq!(held(ALICE, HoldReason::Attribute), ATTRIBUTE_DEPOSIT);
		assert_eq!(
			events(),
			[Event::AttributeRemoved {
				provider: ALICE,
				name: name("tdx"),
				deposit: ATTRIBUTE_DEPOSIT
			}]
		);
		assert_eq!(trace(), [record(Category::Configuration, ALICE, "attribute.removed")]);
	});
}

#[test]
fn remove_attribute_leaves_nothing_when_it_was_the_last() {
	ExtBuilder::default().alice().build_and_execute(|| {
		say("tdx", "1.5");
		assert_ok!(Providers::remove_attribute(RuntimeOrigin::signed(ALICE), name("tdx")));
		assert!(!crate::Attributes::<Test>::contains_key(ALICE));
	});
}

#[test]
fn remove_attribute_fails_when_there_is_none() {
	ExtBuilder::default().alice().build_and_execute(|| {
		let remove = |who| Providers::remove_attribute(RuntimeOrigin::signed(who), name("tdx"));
		assert_noop!(remove(ALICE), Error::<Test>::UnknownAttribute);
		assert_noop!(remove(BOB), Error::<Test>::NotFound);
	});
}

#[test]
fn retiring_removes_all_and_returns_every_deposit() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		say("iso27001", "2026");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		assert_eq!(held(ALICE, HoldReason::Attribute), 0);
		assert!(!believed("tdx", "1.5"));
		assert_noop!(
			Providers::remove_attribute(RuntimeOrigin::signed(ALICE), name("tdx")),
			Error::<Test>::WrongStatus
		);
	});
}
