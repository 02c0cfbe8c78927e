//! What the neighbours see.

use super::*;
use tradewind_primitives::{traits::Reputation, CloseReason, LeaseBill};

#[test]
fn the_directory_knows_who_stands_where() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_eq!(
			<Providers as ProviderDirectory<_>>::status(&ALICE),
			Some(ProviderStatus::Active)
		);
		assert_eq!(<Providers as ProviderDirectory<_>>::status(&BOB), None);
		assert_eq!(<Providers as ProviderDirectory<_>>::acting_for(&ALICE_AGENT), Some(ALICE));
		assert_eq!(<Providers as ProviderDirectory<_>>::acting_for(&ALICE), None);
	});
}

#[test]
fn lock_takes_free_collateral_and_no_more() {
	ExtBuilder::default().bob().build_and_execute(|| {
		let native = AssetId::Native;
		assert_ok!(Providers::lock(&BOB, &native, MIN_COLLATERAL));
		assert_eq!(Providers::free_collateral(BOB, native.clone()), 0);
		assert_noop!(Providers::lock(&BOB, &native, 1), Error::<Test>::InsufficientCollateral);
		assert_noop!(Providers::lock(&BOB, &USD, 1), Error::<Test>::InsufficientCollateral);
		assert_noop!(Providers::lock(&ALICE, &native, 1), Error::<Test>::NotFound);
		assert_ok!(Providers::lock(&BOB, &USD, 0));
		assert_eq!(trace(), []);
	});
}

#[test]
fn unlock_gives_back_what_was_locked_and_no_more() {
	ExtBuilder::default().bob().build_and_execute(|| {
		let native = AssetId::Native;
		set_aside(BOB, native.clone(), 10);
		assert_noop!(Providers::unlock(&BOB, &native, 11), Error::<Test>::MoreThanLocked);
		assert_noop!(Providers::unlock(&BOB, &USD, 1), Error::<Test>::MoreThanLocked);
		assert_ok!(Providers::unlock(&BOB, &native, 10));
		assert_ok!(Providers::unlock(&BOB, &USD, 0));
		assert_eq!(Providers::free_collateral(BOB, native), MIN_COLLATERAL);
	});
}

#[test]
fn what_is_native_lies_in_the_standing_alone() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(ALICE), AssetId::Native, 5));
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(ALICE), USD, 50));
		set_aside(ALICE, AssetId::Native, 7);
		set_aside(ALICE, USD, 8);
		let native = crate::Standings::<Test>::get(ALICE).unwrap().collateral;
		assert_eq!((native.total, native.locked), (10 * MIN_COLLATERAL + 5, 7));
		let others: Vec<_> = crate::Collaterals::<Test>::iter().collect();
		let usd = crate::Collateral { total: 50, locked: 8, ..Default::default() };
		assert_eq!(others, [(ALICE, USD, usd)]);
	});
}

#[test]
fn a_lease_needs_the_standing_and_not_the_record() {
	ExtBuilder::default().alice().build().execute_with(|| {
		crate::Providers::<Test>::remove(ALICE);
		let native = AssetId::Native;
		assert_eq!(status(ALICE), Some(ProviderStatus::Active));
		assert!(Providers::reputation(ALICE).is_some());
		assert_ok!(Providers::lock(&ALICE, &native, 10));
		assert_ok!(Providers::seize(&ALICE, &native, 4, &POT));
		assert_ok!(Providers::unlock(&ALICE, &native, 6));
		let bill = LeaseBill::default();
		Providers::lease_closed(&ALICE, &BOB, &native, CloseReason::ProviderLeft, &bill);
		let standing = crate::Standings::<Test>::get(ALICE).unwrap();
		assert_eq!(standing.collateral.total, 10 * MIN_COLLATERAL - 4);
		assert_eq!(standing.collateral.locked, 0);
	});
}

#[test]
fn seize_moves_what_was_locked() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(ALICE), USD, 50));
		set_aside(ALICE, USD, 50);
		events();
		assert_ok!(Providers::seize(&ALICE, &USD, 20, &BOB));
		assert_eq!(Assets::balance(1, BOB), FUNDS + 20);
		assert_eq!(collateral(ALICE, USD).total, 30);
		assert_eq!(collateral(ALICE, USD).locked, 30);
		assert_eq!(
			events(),
			[Event::CollateralSeized { provider: ALICE, asset: USD, amount: 20, to: BOB }]
		);
		assert_noop!(Providers::seize(&ALICE, &USD, 31, &BOB), Error::<Test>::MoreThanLocked);
		assert_noop!(
			Providers::seize(&ALICE, &AssetId::WithId(2), 1, &BOB),
			Error::<Test>::MoreThanLocked
		);
		assert_ok!(Providers::seize(&ALICE, &USD, 0, &BOB));
		assert_ok!(Providers::seize(&ALICE, &USD, 30, &BOB));
		assert!(!crate::Collaterals::<Test>::contains_key(ALICE, USD));
	});
}

#[test]
fn seize_reaches_native_collateral_too() {
	ExtBuilder::default().bob().build_and_execute(|| {
		set_aside(BOB, AssetId::Native, 30);
		assert_ok!(Providers::seize(&BOB, &AssetId::Native, 30, &POT));
		assert_eq!(Balances::balance(&POT), FUNDS + 30);
		assert_eq!(held(BOB, HoldReason::Collateral), MIN_COLLATERAL - 30);
		// What was seized does not stop the sale; only coming back asks for the minimum.
		assert_eq!(status(BOB), Some(ProviderStatus::Active));
	});
}
