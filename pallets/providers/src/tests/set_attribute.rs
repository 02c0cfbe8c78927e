use super::*;
use crate::types::MAX_ATTRIBUTES;
use codec::Encode;

#[test]
fn set_attribute_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		say("tdx", "1.5");
		assert_eq!(held(ALICE, HoldReason::Attribute), ATTRIBUTE_DEPOSIT);
		let said = crate::Verified { name: name("tdx"), value: value("1.5"), until: None };
		assert_eq!(Providers::attributes(ALICE), [said]);
		assert_eq!(
			events(),
			[Event::AttributeSet {
				provider: ALICE,
				name: name("tdx"),
				old: None,
				new: value("1.5"),
				voided: 0
			}]
		);
		assert_eq!(trace(), [record(Category::Configuration, ALICE, "attribute.set")]);
	});
}

#[test]
fn set_attribute_voids_what_was_attested_of_it_and_nothing_else() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		say("iso27001", "2026");
		for auditor in [VERA, WALT] {
			assert_ok!(attest(auditor, "tdx", "1.5", 10));
			assert_ok!(attest(auditor, "iso27001", "2026", 10));
		}
		events();
		say("tdx", "2.0");
		let old = Some(value("1.5"));
		assert_eq!(
			events(),
			[Event::AttributeSet {
				provider: ALICE,
				name: name("tdx"),
				old: old.clone(),
				new: value("2.0"),
				voided: 2
			}]
		);
		assert_eq!(Particulars::get(), (ALICE, name("tdx"), old, value("2.0"), 2u32).encode());
		assert!(!believed("tdx", "2.0") && !believed("tdx", "1.5"));
		assert!(believed("iso27001", "2026"));
		// Taking it back does not take back that it was changed.
		say("tdx", "1.5");
		assert!(!believed("tdx", "1.5"));
		// Only the first value cost a deposit.
		assert_eq!(held(ALICE, HoldReason::Attribute), 2 * ATTRIBUTE_DEPOSIT);
	});
}

#[test]
fn set_attribute_fails_when_nothing_changes() {
	ExtBuilder::default().alice().auditors().build_and_execute(|| {
		say("tdx", "1.5");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_noop!(
			Providers::set_attribute(RuntimeOrigin::signed(ALICE), name("tdx"), value("1.5")),
			Error::<Test>::Unchanged
		);
		assert!(believed("tdx", "1.5"));
	});
}

#[test]
fn set_attribute_fails_when_it_is_not_sound() {
	ExtBuilder::default().alice().build_and_execute(|| {
		let set = |n, v| Providers::set_attribute(RuntimeOrigin::signed(ALICE), name(n), value(v));
		assert_noop!(set("TDX", "1.5"), Error::<Test>::BadName);
		assert_noop!(set("", "1.5"), Error::<Test>::BadName);
		assert_noop!(set("tdx", ""), Error::<Test>::BadValue);
		assert_noop!(set("tdx", "one five"), Error::<Test>::BadValue);
	});
}

#[test]
fn set_attribute_fails_when_there_are_too_many() {
	ExtBuilder::default().alice().build_and_execute(|| {
		for number in 0..MAX_ATTRIBUTES {
			say(&format!("a{number}"), "x");
		}
		assert_noop!(
			Providers::set_attribute(RuntimeOrigin::signed(ALICE), name("tdx"), value("x")),
			Error::<Test>::TooManyAttributes
		);
		say("a0", "y");
	});
}

#[test]
fn set_attribute_fails_when_the_deposit_is_not_there() {
	ExtBuilder::default().alice().build_and_execute(|| {
		let free = Balances::balance(&ALICE);
		let all_but = AssetId::Native;
		assert_ok!(Providers::lock_collateral(
			RuntimeOrigin::signed(ALICE),
			all_but,
			free - ATTRIBUTE_DEPOSIT
		));
		assert_noop!(
			Providers::set_attribute(RuntimeOrigin::signed(ALICE), name("tdx"), value("x")),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn set_attribute_fails_when_no_provider_or_retired() {
	ExtBuilder::default().bob().build_and_execute(|| {
		let set =
			|who| Providers::set_attribute(RuntimeOrigin::signed(who), name("tdx"), value("1.5"));
		assert_noop!(set(ALICE), Error::<Test>::NotFound);
		assert_ok!(Providers::retire(RuntimeOrigin::signed(BOB)));
		assert_noop!(set(BOB), Error::<Test>::WrongStatus);
	});
}
