use super::*;
use crate::{types::MAX_UNBONDINGS, Unbonding};

fn unlock(who: AccountId, amount: Balance) -> sp_runtime::DispatchResult {
	Providers::unlock_collateral(RuntimeOrigin::signed(who), AssetId::Native, amount)
}

#[test]
fn unlock_collateral_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		let ready = Timestamp(START + UNBONDING);
		assert_ok!(unlock(ALICE, 400));
		assert_eq!(
			collateral(ALICE, AssetId::Native).unbonding.to_vec(),
			[Unbonding { amount: 400, ready }]
		);
		assert_eq!(held(ALICE, HoldReason::Collateral), 10 * MIN_COLLATERAL);
		assert_eq!(
			events(),
			[Event::CollateralUnlocked {
				provider: ALICE,
				asset: AssetId::Native,
				amount: 400,
				ready
			}]
		);
		assert_eq!(trace(), [record(Category::Billing, ALICE, "collateral.unlocked")]);
	});
}

#[test]
fn unlock_collateral_stops_at_the_minimum_when_active() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(unlock(ALICE, 9 * MIN_COLLATERAL + 1), Error::<Test>::BelowMinimum);
		assert_ok!(unlock(ALICE, 9 * MIN_COLLATERAL));
		assert_ok!(Providers::drain(RuntimeOrigin::signed(ALICE)));
		assert_ok!(unlock(ALICE, MIN_COLLATERAL));
	});
}

#[test]
fn unlock_collateral_knows_no_minimum_for_other_assets() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(ALICE), USD, 5));
		assert_ok!(Providers::unlock_collateral(RuntimeOrigin::signed(ALICE), USD, 5));
	});
}

#[test]
fn unlock_collateral_fails_when_it_is_not_free() {
	ExtBuilder::default().alice().build_and_execute(|| {
		set_aside(ALICE, AssetId::Native, 8 * MIN_COLLATERAL);
		assert_noop!(unlock(ALICE, 2 * MIN_COLLATERAL + 1), Error::<Test>::InsufficientCollateral);
		assert_noop!(
			Providers::unlock_collateral(RuntimeOrigin::signed(ALICE), USD, 1),
			Error::<Test>::InsufficientCollateral
		);
	});
}

#[test]
fn unlock_collateral_fails_when_nothing_is_unlocked_or_nobody_is_there() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_noop!(unlock(ALICE, 0), Error::<Test>::ZeroAmount);
		assert_noop!(unlock(BOB, 1), Error::<Test>::NotFound);
	});
}

#[test]
fn unlock_collateral_fails_when_too_much_is_on_its_way() {
	ExtBuilder::default().alice().build_and_execute(|| {
		for _ in 0..MAX_UNBONDINGS {
			assert_ok!(unlock(ALICE, 1));
			pass(1);
		}
		assert_noop!(unlock(ALICE, 1), Error::<Test>::TooManyUnbondings);
		pass(UNBONDING);
		assert_ok!(Providers::withdraw_unbonded(RuntimeOrigin::signed(ALICE), AssetId::Native));
		assert_ok!(unlock(ALICE, 1));
	});
}
