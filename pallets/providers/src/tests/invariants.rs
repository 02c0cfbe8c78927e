//! Each invariant is broken once and must be caught; random calls must break none.

use super::*;
use crate::{
	Agents, Attributes, Auditors, Collaterals, EncryptionKeys, NextAppointment, Standing,
	Standings, Unbonding,
};
use frame_support::traits::{fungible::MutateHold as _, tokens::Precision};
use proptest::prelude::*;
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{traits::Reputation, CloseReason, LeaseBill};

/// Breaks the world of a registered Alice and expects to be caught.
#[track_caller]
fn caught(expected: &'static str, break_it: impl FnOnce()) {
	ExtBuilder::default().alice().build().execute_with(|| {
		assert_ok!(Providers::do_try_state());
		break_it();
		assert_eq!(Providers::do_try_state(), Err(TryRuntimeError::Other(expected)));
	});
}

fn change_standing(change: impl FnOnce(&mut Standing)) {
	Standings::<Test>::mutate(ALICE, |stored| change(stored.as_mut().unwrap()));
}

fn change_collateral(change: impl FnOnce(&mut crate::Collateral)) {
	change_standing(|it| change(&mut it.collateral));
}

/// How somebody stands who has just registered, without collateral.
fn newcomer() -> Standing {
	Standing {
		status: ProviderStatus::Active,
		reputation: crate::Reputation::new(Timestamp(0)),
		collateral: Default::default(),
	}
}

fn change_provider(change: impl FnOnce(&mut crate::Provider<AccountId>)) {
	crate::Providers::<Test>::mutate(ALICE, |stored| change(stored.as_mut().unwrap()));
}

#[test]
fn i1_catches_parts_that_do_not_add_up() {
	caught("I1: the parts of a collateral exceed its total", || {
		change_collateral(|it| it.locked = it.total + 1)
	});
	caught("I1: the parts of a collateral overflow", || {
		change_collateral(|it| {
			it.locked = Balance::MAX;
			it.unbonding.try_push(Unbonding { amount: 1, ready: Timestamp(0) }).unwrap();
		})
	});
	caught("I1: the parts of a collateral exceed its total", || {
		let collateral = crate::Collateral { total: 1, locked: 2, ..Default::default() };
		Collaterals::<Test>::insert(ALICE, USD, collateral);
	});
	caught("I1: an empty collateral is kept", || {
		Collaterals::<Test>::insert(ALICE, USD, crate::Collateral::default())
	});
	caught("I1: an empty unbonding is kept", || {
		change_collateral(|it| {
			it.unbonding.try_push(Unbonding { amount: 0, ready: Timestamp(0) }).unwrap()
		})
	});
}

#[test]
fn i2_catches_collateral_that_is_not_on_hold() {
	caught("I2: the collateral is not what is on hold", || change_collateral(|it| it.total += 1));
	let one = || crate::Collateral { total: 1, ..Default::default() };
	caught("I2: the collateral is not what is on hold", || {
		Collaterals::<Test>::insert(ALICE, USD, one())
	});
	caught("I2: there is collateral without a provider", || {
		Collaterals::<Test>::insert(BOB, USD, one())
	});
	caught("I2: native collateral lies with the others", || {
		Collaterals::<Test>::insert(ALICE, AssetId::Native, one())
	});
	caught("I2: there is collateral in too many assets", || {
		for asset in 1..=crate::MAX_ASSETS {
			let asset = AssetId::WithId(asset);
			assert_ok!(
				<<Test as crate::Config>::Holds as frame_support::traits::fungibles::MutateHold<
					AccountId,
				>>::hold(asset.clone(), &HoldReason::Collateral.into(), &ALICE, 1)
			);
			Collaterals::<Test>::insert(ALICE, asset, one());
		}
	});
}

#[test]
fn i3_catches_deposits_that_are_not_on_hold() {
	caught("I3: the deposit is not what is on hold", || change_provider(|it| it.deposit += 1));
	caught("I3: a retired provider has a deposit", || {
		change_standing(|it| it.status = ProviderStatus::Retired)
	});
}

#[test]
fn i4_catches_agents_that_do_not_match() {
	caught("I4: agents and providers differ in number", || Agents::<Test>::remove(ALICE_AGENT));
	caught("I4: an agent acts for no provider", || Agents::<Test>::insert(ALICE_AGENT, BOB));
	caught("I4: an agent acts for a provider with another one", || {
		change_provider(|it| it.agent = CHARLIE)
	});
	ExtBuilder::default().alice().bob().build().execute_with(|| {
		Agents::<Test>::remove(ALICE_AGENT);
		Agents::<Test>::insert(BOB, ALICE);
		change_provider(|it| it.agent = BOB);
		assert_eq!(
			Providers::do_try_state(),
			Err(TryRuntimeError::Other("I4: an agent is another provider"))
		);
	});
}

#[test]
fn i5_catches_encryption_keys_that_do_not_match() {
	caught("I5: an encryption key does not lead to its provider", || {
		change_provider(|it| it.encryption_key = key(9))
	});
	caught("I5: an encryption key is zero", || change_provider(|it| it.encryption_key = key(0)));
	caught("I5: there are encryption keys without a provider", || {
		EncryptionKeys::<Test>::insert(key(9), ALICE)
	});
	caught("I5: a retired provider has old keys", || {
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		change_provider(|it| {
			it.retired_keys
				.try_push(crate::RetiredKey { key: key(9), until: Timestamp(0) })
				.unwrap()
		});
	});
}

#[test]
fn i6_catches_retired_providers_that_stay() {
	caught("I6: a retired provider has collateral that is not unbonding", || {
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		change_collateral(|it| it.unbonding = Default::default());
	});
	caught("I6: a retired provider has collateral that is not unbonding", || {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(ALICE), USD, 5));
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		Collaterals::<Test>::mutate(ALICE, USD, |it| {
			it.as_mut().unwrap().unbonding = Default::default()
		});
	});
	caught("I6: a retired provider has nothing left and is kept", || {
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		let held = Balances::release(
			&HoldReason::Collateral.into(),
			&ALICE,
			10 * MIN_COLLATERAL,
			Precision::Exact,
		);
		assert_ok!(held);
		change_collateral(|it| *it = Default::default());
	});
}

/// Breaks the world of an Alice who says something that Vera vouches for.
#[track_caller]
fn caught_saying(
	expected: &'static str,
	change: impl FnOnce(&mut Vec<crate::Attribute<AccountId>>),
) {
	ExtBuilder::default().alice().auditors().build().execute_with(|| {
		say("tdx", "1.5");
		assert_ok!(attest(VERA, "tdx", "1.5", 10));
		assert_ok!(Providers::do_try_state());
		let mut all = Attributes::<Test>::get(ALICE).into_inner();
		change(&mut all);
		Attributes::<Test>::insert(ALICE, crate::AttributeList::truncate_from(all));
		assert_eq!(Providers::do_try_state(), Err(TryRuntimeError::Other(expected)));
	});
}

#[test]
fn i7_catches_attributes_that_nobody_paid_for() {
	caught_saying("I7: the deposits of attributes are not what is on hold", |all| {
		all[0].deposit += 1
	});
	caught_saying("I7: the deposits overflow", |all| {
		all.push(crate::Attribute { name: name("sev"), deposit: Balance::MAX, ..all[0].clone() })
	});
	caught_saying("I7: an empty list of attributes is kept", Vec::clear);
	caught_saying("I7: an attribute is not sound", |all| all[0].name = name("TDX"));
	caught_saying("I7: an attribute is there twice", |all| all.push(all[0].clone()));
	caught("I7: there are attributes without a provider", || {
		Attributes::<Test>::insert(BOB, crate::AttributeList::default())
	});
}

#[test]
fn i8_catches_attestations_that_nobody_may_give() {
	caught_saying("I8: an attestation was given under no appointment", |all| {
		all[0].attestations[0].appointment = 2
	});
	caught_saying("I8: a provider attests its own attribute", |all| {
		all[0].attestations[0].auditor = ALICE
	});
	caught_saying("I8: an auditor attests an attribute twice", |all| {
		let twice = all[0].attestations[0].clone();
		all[0].attestations.try_push(twice).unwrap()
	});
	caught("I8: two appointments have one number", || {
		NextAppointment::<Test>::put(1);
		Auditors::<Test>::insert(VERA, 0);
		Auditors::<Test>::insert(WALT, 0);
	});
	caught("I8: an appointment is yet to be made", || Auditors::<Test>::insert(VERA, 0));
}

#[test]
fn i9_catches_standings_that_nobody_can_have() {
	caught("I9: a provider has no standing", || Standings::<Test>::remove(ALICE));
	caught("I9: there is a standing without a provider", || {
		Standings::<Test>::insert(BOB, newcomer())
	});
	caught("I9: a reputation is from the future", || {
		change_standing(|it| it.reputation = crate::Reputation::new(Timestamp(START + 1)))
	});
	caught("I9: a reputation is out of bounds", || {
		change_standing(|it| it.reputation.deviation = i64::MIN)
	});
	caught("I9: a reputation is out of bounds", || {
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		change_standing(|it| it.reputation.deviation = i64::MIN);
	});
}

#[derive(Clone, Debug)]
enum Op {
	Register(AccountId, AccountId, u8, Balance),
	Update(AccountId),
	SetAgent(AccountId, AccountId),
	SetKey(AccountId, u8),
	LockCollateral(AccountId, u32, Balance),
	UnlockCollateral(AccountId, u32, Balance),
	Withdraw(AccountId, u32),
	Heartbeat(AccountId, AccountId),
	Drain(AccountId),
	Resume(AccountId),
	Retire(AccountId),
	Suspend(AccountId),
	Reinstate(AccountId),
	Lock(AccountId, u32, Balance),
	Unlock(AccountId, u32, Balance),
	Seize(AccountId, u32, Balance),
	Pass(u64),
	SetAttribute(AccountId, u8, u8),
	RemoveAttribute(AccountId, u8),
	Attest(AccountId, AccountId, u8, u8, u64),
	WithdrawAttestation(AccountId, AccountId, u8),
	Appoint(AccountId),
	Dismiss(AccountId),
	Close(AccountId, AccountId, u32, CloseReason, u64, Balance, Balance),
}

fn asset(number: u32) -> AssetId {
	if number == 0 {
		AssetId::Native
	} else {
		AssetId::WithId(number)
	}
}

fn op() -> impl Strategy<Value = Op> {
	let who = || ALICE..=CHARLIE;
	let agent = || prop_oneof![ALICE..=CHARLIE, ALICE_AGENT..=ALICE_AGENT + 2];
	let number = || 0u8..12;
	let kind = || prop_oneof![3 => Just(0u32), 2 => Just(1u32), 1 => 2u32..=9];
	let auditor = || prop_oneof![Just(VERA), Just(WALT), Just(ALICE), Just(CHARLIE)];
	let reason = || {
		prop_oneof![
			3 => Just(CloseReason::Completed),
			1 => Just(CloseReason::ProviderDown),
			1 => Just(CloseReason::ProviderFailed),
			1 => Just(CloseReason::ProviderLeft),
		]
	};
	let word = || 0u8..3;
	let amount = || prop_oneof![0u128..3_000, Just(MIN_COLLATERAL), Just(FUNDS)];
	prop_oneof![
		4 => (who(), agent(), number(), amount())
			.prop_map(|(w, a, k, c)| Op::Register(w, a, k, c)),
		1 => who().prop_map(Op::Update),
		2 => (who(), agent()).prop_map(|(w, a)| Op::SetAgent(w, a)),
		2 => (who(), number()).prop_map(|(w, k)| Op::SetKey(w, k)),
		3 => (who(), kind(), amount()).prop_map(|(w, a, m)| Op::LockCollateral(w, a, m)),
		3 => (who(), kind(), amount()).prop_map(|(w, a, m)| Op::UnlockCollateral(w, a, m)),
		3 => (who(), kind()).prop_map(|(w, a)| Op::Withdraw(w, a)),
		1 => (agent(), who()).prop_map(|(a, w)| Op::Heartbeat(a, w)),
		1 => who().prop_map(Op::Drain),
		1 => who().prop_map(Op::Resume),
		1 => who().prop_map(Op::Retire),
		1 => who().prop_map(Op::Suspend),
		1 => who().prop_map(Op::Reinstate),
		3 => (who(), kind(), amount()).prop_map(|(w, a, m)| Op::Lock(w, a, m)),
		3 => (who(), kind(), amount()).prop_map(|(w, a, m)| Op::Unlock(w, a, m)),
		2 => (who(), kind(), amount()).prop_map(|(w, a, m)| Op::Seize(w, a, m)),
		2 => (1u64..2 * UNBONDING).prop_map(Op::Pass),
		4 => (who(), number(), word()).prop_map(|(w, n, v)| Op::SetAttribute(w, n, v)),
		2 => (who(), number()).prop_map(|(w, n)| Op::RemoveAttribute(w, n)),
		6 => (auditor(), who(), number(), word(), 0..MAX_ATTESTATION + 2)
			.prop_map(|(a, w, n, v, l)| Op::Attest(a, w, n, v, l)),
		1 => (auditor(), who(), number())
			.prop_map(|(a, w, n)| Op::WithdrawAttestation(a, w, n)),
		2 => auditor().prop_map(Op::Appoint),
		1 => auditor().prop_map(Op::Dismiss),
		4 => (who(), who(), kind(), reason(), any::<u64>(), any::<u128>(), 0u128..2)
			.prop_map(|(w, o, a, r, s, m, c)| Op::Close(w, o, a, r, s, m, c)),
	]
}

/// The name of an attribute; some names are not sound.
fn named(number: u8) -> crate::AttributeName {
	if number == 0 {
		name("")
	} else {
		name(&format!("a{number}"))
	}
}

fn valued(number: u8) -> crate::AttributeValue {
	if number == 0 {
		value("")
	} else {
		value(&format!("{number}"))
	}
}

/// Does one thing; whether it was allowed.
fn run(op: Op) -> bool {
	let signed = RuntimeOrigin::signed;
	// Calls and seams are transactional on a real chain.
	frame_support::storage::with_storage_layer(|| match op {
		Op::Register(w, a, k, c) => Providers::register(signed(w), profile("eu"), a, key(k), c),
		Op::Update(w) => Providers::update(signed(w), profile("us")),
		Op::SetAgent(w, a) => Providers::set_agent(signed(w), a),
		Op::SetKey(w, k) => Providers::set_encryption_key(signed(w), key(k)),
		Op::LockCollateral(w, a, m) => Providers::lock_collateral(signed(w), asset(a), m),
		Op::UnlockCollateral(w, a, m) => Providers::unlock_collateral(signed(w), asset(a), m),
		Op::Withdraw(w, a) => Providers::withdraw_unbonded(signed(w), asset(a)),
		Op::Heartbeat(a, w) => {
			Providers::heartbeat(signed(a), w).map(|_| ()).map_err(|refused| refused.error)
		},
		Op::Drain(w) => Providers::drain(signed(w)),
		Op::Resume(w) => Providers::resume(signed(w)),
		Op::Retire(w) => Providers::retire(signed(w)),
		Op::Suspend(w) => Providers::suspend(RuntimeOrigin::root(), w, WHY),
		Op::Reinstate(w) => Providers::reinstate(RuntimeOrigin::root(), w),
		Op::Lock(w, a, m) => Providers::lock(&w, &asset(a), m),
		Op::Unlock(w, a, m) => Providers::unlock(&w, &asset(a), m),
		Op::Seize(w, a, m) => Providers::seize(&w, &asset(a), m, &POT),
		Op::Pass(seconds) => {
			pass(seconds);
			Ok(())
		},
		Op::SetAttribute(w, n, v) => Providers::set_attribute(signed(w), named(n), valued(v)),
		Op::RemoveAttribute(w, n) => Providers::remove_attribute(signed(w), named(n)),
		Op::Attest(a, w, n, v, l) => {
			Providers::attest_attribute(signed(a), w, named(n), valued(v), l)
		},
		Op::WithdrawAttestation(a, w, n) => Providers::withdraw_attestation(signed(a), w, named(n)),
		Op::Appoint(a) => Providers::appoint_auditor(RuntimeOrigin::root(), a),
		Op::Dismiss(a) => Providers::dismiss_auditor(RuntimeOrigin::root(), a),
		Op::Close(w, o, a, reason, seconds, amount, credited) => {
			let bill = LeaseBill { seconds, amount, credited, ..Default::default() };
			Providers::lease_closed(&w, &o, &asset(a), reason, &bill);
			Ok(())
		},
	})
	.is_ok()
}

/// Native money of everyone, free and on hold.
fn all_money() -> Balance {
	[ALICE, BOB, CHARLIE, POT].iter().map(Balances::total_balance).sum()
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

	#[test]
	fn random_calls_keep_every_invariant(ops in prop::collection::vec(op(), 1..60)) {
		ExtBuilder::default().alice().bob().build().execute_with(|| {
			let money = all_money();
			for op in ops {
				run(op.clone());
				let state = Providers::do_try_state();
				assert!(state.is_ok(), "after {op:?}: {state:?}");
				assert_eq!(all_money(), money, "after {op:?}");
			}
		});
	}

	/// Whatever happened, whoever is free of leases can leave and has everything back.
	#[test]
	fn everyone_can_leave(ops in prop::collection::vec(op(), 1..40)) {
		ExtBuilder::default().alice().bob().build().execute_with(|| {
			for op in ops {
				run(op);
			}
			let all: Vec<AccountId> = crate::Providers::<Test>::iter_keys().collect();
			for who in all {
				let mut assets: Vec<AssetId> = Collaterals::<Test>::iter_key_prefix(who).collect();
				if collateral(who, AssetId::Native).total > 0 {
					assets.push(AssetId::Native);
				}
				for asset in &assets {
					assert_ok!(Providers::unlock(&who, asset, collateral(who, asset.clone()).locked));
				}
				if status(who) != Some(ProviderStatus::Retired) {
					assert_ok!(Providers::retire(RuntimeOrigin::signed(who)));
				}
				pass(UNBONDING);
				for asset in assets {
					assert_ok!(Providers::withdraw_unbonded(RuntimeOrigin::signed(who), asset));
				}
				assert_eq!(status(who), None);
				assert_eq!(Balances::total_balance_on_hold(&who), 0);
			}
			assert_ok!(Providers::do_try_state());
		});
	}
}
