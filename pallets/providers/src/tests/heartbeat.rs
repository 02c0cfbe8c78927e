use super::*;
use frame_support::dispatch::Pays;

#[test]
fn heartbeat_is_free() {
	ExtBuilder::default().alice().build_and_execute(|| {
		let info = Providers::heartbeat(RuntimeOrigin::signed(ALICE_AGENT), ALICE).unwrap();
		assert_eq!(info.pays_fee, Pays::No);
		assert_eq!(trace(), [Told::Beat(ALICE)]);
		assert_eq!(events(), []);
	});
}

#[test]
fn heartbeat_fails_when_the_signer_is_not_the_agent() {
	ExtBuilder::default().alice().bob().build_and_execute(|| {
		for stranger in [ALICE, BOB_AGENT, CHARLIE] {
			assert_noop!(
				Providers::heartbeat(RuntimeOrigin::signed(stranger), ALICE),
				Error::<Test>::NotAgent
			);
		}
	});
}
