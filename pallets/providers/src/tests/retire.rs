use super::*;

#[test]
fn retire_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_ok!(Providers::set_encryption_key(RuntimeOrigin::signed(ALICE), key(7)));
		events();
		trace();
		let ready = Timestamp(START + UNBONDING);
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		assert_eq!(status(ALICE), Some(ProviderStatus::Retired));
		assert_eq!(collateral(ALICE, AssetId::Native).unbonding_total(), 10 * MIN_COLLATERAL);
		assert_eq!(held(ALICE, HoldReason::Registration), 0);
		assert_eq!(Providers::free_collateral(ALICE, AssetId::Native), 0);
		assert_eq!(crate::Agents::<Test>::iter().count(), 0);
		assert_eq!(crate::EncryptionKeys::<Test>::iter().count(), 0);
		assert_eq!(events(), [Event::Retired { provider: ALICE, ready }]);
		assert_eq!(
			trace(),
			[
				Told::Departed(ALICE),
				Told::Forgotten(ALICE),
				record(Category::Configuration, ALICE, "provider.retired")
			]
		);
	});
}

#[test]
fn retire_is_never_refused_for_want_of_room() {
	ExtBuilder::default().alice().build_and_execute(|| {
		for _ in 0..crate::types::MAX_UNBONDINGS {
			assert_ok!(Providers::unlock_collateral(
				RuntimeOrigin::signed(ALICE),
				AssetId::Native,
				1
			));
			pass(1);
		}
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		pass(UNBONDING);
		assert_ok!(Providers::withdraw_unbonded(RuntimeOrigin::signed(ALICE), AssetId::Native));
		assert_eq!(Balances::balance(&ALICE), FUNDS);
		assert_eq!(status(ALICE), None);
	});
}

#[test]
fn retire_leaves_nothing_when_all_collateral_is_gone() {
	ExtBuilder::default().bob().build_and_execute(|| {
		set_aside(BOB, AssetId::Native, MIN_COLLATERAL);
		assert_ok!(<Providers as Seam<AccountId>>::seize(
			&BOB,
			&AssetId::Native,
			MIN_COLLATERAL,
			&POT
		));
		events();
		assert_ok!(Providers::retire(RuntimeOrigin::signed(BOB)));
		assert_eq!(status(BOB), None);
		assert!(!crate::Providers::<Test>::contains_key(BOB));
		assert_eq!(
			events(),
			[
				Event::Retired { provider: BOB, ready: Timestamp(START) },
				Event::Removed { provider: BOB }
			]
		);
	});
}

#[test]
fn retire_works_when_suspended() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::suspend(RuntimeOrigin::root(), BOB, WHY));
		assert_ok!(Providers::retire(RuntimeOrigin::signed(BOB)));
	});
}

#[test]
fn retire_fails_when_a_lease_is_open() {
	ExtBuilder::default().bob().build_and_execute(|| {
		LeaseOpen::set(true);
		assert_noop!(
			Providers::retire(RuntimeOrigin::signed(BOB)),
			sp_runtime::DispatchError::Other("a lease is open")
		);
	});
}

#[test]
fn retire_fails_when_collateral_is_set_aside() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::lock_collateral(RuntimeOrigin::signed(BOB), USD, 5));
		for asset in [AssetId::Native, USD] {
			set_aside(BOB, asset.clone(), 1);
			assert_noop!(Providers::retire(RuntimeOrigin::signed(BOB)), Error::<Test>::StillLocked);
			assert_ok!(<Providers as Seam<AccountId>>::unlock(&BOB, &asset, 1));
		}
	});
}

#[test]
fn retire_fails_the_second_time() {
	ExtBuilder::default().bob().build_and_execute(|| {
		assert_ok!(Providers::retire(RuntimeOrigin::signed(BOB)));
		assert_noop!(Providers::retire(RuntimeOrigin::signed(BOB)), Error::<Test>::WrongStatus);
	});
}
