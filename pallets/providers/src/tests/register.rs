use super::*;

fn register(
	who: AccountId,
	agent: AccountId,
	number: u8,
	amount: Balance,
) -> sp_runtime::DispatchResult {
	Providers::register(RuntimeOrigin::signed(who), profile("eu"), agent, key(number), amount)
}

#[test]
fn register_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(ALICE, ALICE_AGENT, 1, MIN_COLLATERAL));
		assert_eq!(
			crate::Providers::<Test>::get(ALICE),
			Some(crate::Provider {
				region: profile("eu").region,
				endpoint: profile("eu").endpoint,
				agent: ALICE_AGENT,
				encryption_key: key(1),
				retired_keys: Default::default(),
				since: Timestamp(START),
				deposit: DEPOSIT,
			})
		);
		assert_eq!(
			crate::Standings::<Test>::get(ALICE),
			Some(crate::Standing {
				status: ProviderStatus::Active,
				reputation: crate::Reputation::new(Timestamp(START)),
				collateral: crate::Collateral { total: MIN_COLLATERAL, ..Default::default() },
			})
		);
		assert_eq!(crate::Agents::<Test>::get(ALICE_AGENT), Some(ALICE));
		assert_eq!(crate::EncryptionKeys::<Test>::get(key(1)), Some(ALICE));
		assert_eq!(held(ALICE, HoldReason::Registration), DEPOSIT);
		assert_eq!(held(ALICE, HoldReason::Collateral), MIN_COLLATERAL);
		assert_eq!(Balances::balance(&ALICE), FUNDS - DEPOSIT - MIN_COLLATERAL);
		assert_eq!(
			events(),
			[Event::Registered {
				provider: ALICE,
				agent: ALICE_AGENT,
				encryption_key: key(1),
				collateral: MIN_COLLATERAL
			}]
		);
		assert_eq!(
			trace(),
			[Told::Enrolled(ALICE), record(Category::Configuration, ALICE, "provider.registered")]
		);
	});
}

#[test]
fn register_works_with_oneself_as_agent() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(ALICE, ALICE, 1, MIN_COLLATERAL));
		assert_eq!(crate::Agents::<Test>::get(ALICE), Some(ALICE));
	});
}

#[test]
fn register_fails_when_registered() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(register(ALICE, CHARLIE, 3, MIN_COLLATERAL), Error::<Test>::AlreadyRegistered);
	});
}

#[test]
fn register_fails_when_a_key_is_in_use() {
	ExtBuilder::default().alice().build_and_execute(|| {
		// Another's agent, another provider as agent, and another's encryption key.
		for (agent, number) in [(ALICE_AGENT, 3), (ALICE, 3), (BOB_AGENT, 1)] {
			assert_noop!(register(BOB, agent, number, MIN_COLLATERAL), Error::<Test>::KeyInUse);
		}
	});
}

#[test]
fn register_fails_when_the_account_is_an_agent() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::set_agent(RuntimeOrigin::signed(ALICE), BOB));
		assert_noop!(register(BOB, BOB_AGENT, 2, MIN_COLLATERAL), Error::<Test>::KeyInUse);
	});
}

#[test]
fn register_fails_when_the_encryption_key_is_zero() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(register(ALICE, ALICE_AGENT, 0, MIN_COLLATERAL), Error::<Test>::ZeroKey);
	});
}

#[test]
fn register_fails_when_the_profile_is_unsound() {
	ExtBuilder::default().build_and_execute(|| {
		let attempt = |profile| {
			Providers::register(
				RuntimeOrigin::signed(ALICE),
				profile,
				ALICE_AGENT,
				key(1),
				MIN_COLLATERAL,
			)
		};
		assert_noop!(attempt(profile("")), Error::<Test>::BadRegion);
		let mut nowhere = profile("eu");
		nowhere.endpoint = b"gateway.example".to_vec().try_into().unwrap();
		assert_noop!(attempt(nowhere), Error::<Test>::BadEndpoint);
	});
}

#[test]
fn register_fails_when_the_collateral_is_one_short() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			register(ALICE, ALICE_AGENT, 1, MIN_COLLATERAL - 1),
			Error::<Test>::BelowMinimum
		);
	});
}

#[test]
fn register_fails_when_there_is_no_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			register(ALICE, ALICE_AGENT, 1, FUNDS),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}
