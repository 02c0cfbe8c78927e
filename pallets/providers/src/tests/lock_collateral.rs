use super::*;
use crate::MAX_ASSETS;

#[test]
fn lock_collateral_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(ALICE), USD, 300));
		assert_eq!(collateral(ALICE, USD).total, 300);
		assert_eq!(Providers::free_collateral(ALICE, USD), 300);
		assert_eq!(
			events(),
			[Event::CollateralLocked { provider: ALICE, asset: USD, amount: 300 }]
		);
		assert_eq!(trace(), [record(Category::Billing, ALICE, "collateral.locked")]);
	});
}

#[test]
fn lock_collateral_adds_to_what_there_is() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(BOB), AssetId::Native, 300));
		assert_eq!(collateral(BOB, AssetId::Native).total, MIN_COLLATERAL + 300);
		assert_eq!(held(BOB, HoldReason::Collateral), MIN_COLLATERAL + 300);
	});
}

#[test]
fn lock_collateral_fails_when_nothing_is_locked() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_noop!(
			Providers::lock_collateral(RuntimeOrigin::signed(BOB), USD, 0),
			Error::<Test>::ZeroAmount
		);
	});
}

#[test]
fn lock_collateral_fails_when_the_money_is_not_there() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_noop!(
			Providers::lock_collateral(RuntimeOrigin::signed(BOB), USD, FUNDS + 1),
			sp_runtime::TokenError::FundsUnavailable
		);
		assert!(Providers::lock_collateral(RuntimeOrigin::signed(BOB), AssetId::WithId(404), 1)
			.is_err());
	});
}

#[test]
fn lock_collateral_fails_when_there_are_too_many_assets() {
	ExtBuilder::default().bob().build_and_execute(|| {
		let lock = |asset| {
			Providers::lock_collateral(RuntimeOrigin::signed(BOB), AssetId::WithId(asset), 10)
		};
		for asset in 1..MAX_ASSETS {
			assert_ok!(lock(asset));
		}
		assert_noop!(lock(MAX_ASSETS), Error::<Test>::TooManyAssets);
		assert_ok!(lock(1));
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(BOB), AssetId::Native, 10));
	});
}

#[test]
fn lock_collateral_fails_when_retired() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::retire(RuntimeOrigin::signed(BOB)));
		assert_noop!(
			Providers::lock_collateral(RuntimeOrigin::signed(BOB), USD, 1),
			Error::<Test>::WrongStatus
		);
	});
}
