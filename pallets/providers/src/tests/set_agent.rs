use super::*;

#[test]
fn set_agent_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::set_agent(RuntimeOrigin::signed(ALICE), 99));
		assert_eq!(crate::Agents::<Test>::get(99), Some(ALICE));
		assert_eq!(crate::Agents::<Test>::get(ALICE_AGENT), None);
		assert_eq!(events(), [Event::AgentSet { provider: ALICE, old: ALICE_AGENT, new: 99 }]);
		assert_eq!(trace(), [record(Category::Access, ALICE, "provider.agent_set")]);
		assert_noop!(
			Providers::heartbeat(RuntimeOrigin::signed(ALICE_AGENT), ALICE),
			Error::<Test>::NotAgent
		);
	});
}

#[test]
fn set_agent_fails_when_the_key_is_in_use() {
	ExtBuilder::default().alice().bob().build_and_execute(|| {
		for agent in [ALICE_AGENT, BOB_AGENT, BOB] {
			assert_noop!(
				Providers::set_agent(RuntimeOrigin::signed(ALICE), agent),
				Error::<Test>::KeyInUse
			);
		}
		assert_ok!(Providers::set_agent(RuntimeOrigin::signed(ALICE), ALICE));
	});
}
