use super::*;

#[test]
fn genesis_registers_providers() {
	ExtBuilder::default().genesis(ALICE, ALICE_AGENT, 1).genesis(BOB, BOB, 2).build_and_execute(
		|| {
			assert_eq!(status(ALICE), Some(ProviderStatus::Active));
			assert_eq!(held(BOB, HoldReason::Collateral), MIN_COLLATERAL);
			assert_eq!(held(BOB, HoldReason::Registration), DEPOSIT);
			assert_eq!(crate::Agents::<Test>::get(ALICE_AGENT), Some(ALICE));
		},
	);
}

#[test]
#[should_panic(expected = "a provider of the genesis cannot register")]
fn genesis_refuses_two_providers_with_one_key() {
	ExtBuilder::default().genesis(ALICE, ALICE_AGENT, 1).genesis(BOB, BOB, 1).build();
}
