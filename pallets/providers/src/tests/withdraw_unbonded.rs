use super::*;

fn withdraw(who: AccountId, asset: AssetId) -> sp_runtime::DispatchResult {
	Providers::withdraw_unbonded(RuntimeOrigin::signed(who), asset)
}

#[test]
fn withdraw_unbonded_works_at_the_exact_moment() {
	ExtBuilder::default().alice().build_and_execute(|| {
		let native = AssetId::Native;
		assert_ok!(Providers::unlock_collateral(RuntimeOrigin::signed(ALICE), native.clone(), 400));
		let before = Balances::balance(&ALICE);
		pass(UNBONDING - 1);
		assert_noop!(withdraw(ALICE, native.clone()), Error::<Test>::NothingReady);
		pass(1);
		events();
		trace();
		assert_ok!(withdraw(ALICE, native.clone()));
		assert_eq!(Balances::balance(&ALICE), before + 400);
		assert_eq!(
			events(),
			[Event::CollateralWithdrawn { provider: ALICE, asset: native, amount: 400 }]
		);
		assert_eq!(trace(), [record(Category::Billing, ALICE, "collateral.withdrawn")]);
	});
}

#[test]
fn withdraw_unbonded_of_another_asset_leaves_nothing_behind() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(ALICE), USD, 5));
		assert_ok!(Providers::unlock_collateral(RuntimeOrigin::signed(ALICE), USD, 5));
		pass(UNBONDING);
		assert_ok!(withdraw(ALICE, USD));
		assert!(!crate::Collaterals::<Test>::contains_key(ALICE, USD));
		assert_eq!(Assets::balance(1, ALICE), FUNDS);
	});
}

#[test]
fn withdraw_unbonded_removes_a_retired_provider_with_the_last_asset() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(BOB), USD, 5));
		assert_ok!(Providers::retire(RuntimeOrigin::signed(BOB)));
		pass(UNBONDING);
		assert_ok!(withdraw(BOB, AssetId::Native));
		assert_eq!(status(BOB), Some(ProviderStatus::Retired));
		events();
		assert_ok!(withdraw(BOB, USD));
		assert_eq!(status(BOB), None);
		assert!(!crate::Providers::<Test>::contains_key(BOB));
		assert_eq!(Balances::balance(&BOB), FUNDS);
		assert_eq!(
			events(),
			[
				Event::CollateralWithdrawn { provider: BOB, asset: USD, amount: 5 },
				Event::Removed { provider: BOB }
			]
		);
		// The name, the agent and the key are free again.
		assert_ok!(Providers::register(
			RuntimeOrigin::signed(BOB),
			profile("eu"),
			BOB_AGENT,
			key(2),
			MIN_COLLATERAL
		));
	});
}

#[test]
fn withdraw_unbonded_fails_when_there_is_nothing() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(withdraw(ALICE, USD), Error::<Test>::NothingReady);
		assert_noop!(withdraw(BOB, USD), Error::<Test>::NotFound);
	});
}
