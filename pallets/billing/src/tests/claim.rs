//! `claim`, and what waits for it.

use crate::{mock::*, Error, Event, Owed, Pot, Pots};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::TokenError;
use tradewind_primitives::{AssetId, Subject};

/// Leaves `amount` of `asset` owed to the cloud and the account of Alice without streams.
fn owe(asset: AssetId, amount: u128) {
	open_account(ALICE, asset, 1_000);
	let stream = flow(ALICE, terms(TAB, 1, 900));
	advance(amount as u64);
	assert_ok!(close(stream));
	events();
	records();
}

fn claim(asset: AssetId) -> sp_runtime::DispatchResult {
	Billing::claim(RuntimeOrigin::signed(BOB), CLOUD, asset)
}

#[test]
fn claim_delivers_to_the_payee_whoever_asks() {
	ExtBuilder::build_and_execute(|| {
		owe(WIND, 5);
		assert_eq!(Billing::owed(CLOUD, WIND), 5);
		assert_noop!(claim(WIND), TokenError::BelowMinimum);

		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(BOB), CLOUD, MINIMUM));
		System::reset_events();
		assert_ok!(claim(WIND));

		assert_eq!(balance(WIND, CLOUD), MINIMUM + 5);
		assert!(!Owed::<Test>::contains_key(CLOUD, WIND));
		assert_eq!(Pots::<Test>::get(WIND), Pot { accounts: 1, owed: 0 });
		assert_eq!(events(), [Event::Claimed { who: CLOUD, asset: WIND, amount: 5 }]);
		assert_eq!(records(), [(None, Subject::Account(CLOUD), "payout.claimed")]);
	});
}

#[test]
fn claim_fails_when_nothing_is_owed() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(claim(WIND), Error::<Test>::NothingOwed);
		owe(WIND, 5);
		assert_noop!(claim(EURO), Error::<Test>::NothingOwed);
	});
}

#[test]
fn claim_works_once_an_asset_that_needs_an_account_finds_one() {
	ExtBuilder::build_and_execute(|| {
		// Points do not keep an account in existence, and the cloud has none.
		owe(POINTS, 50);
		assert_noop!(claim(POINTS), TokenError::CannotCreate);
		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(BOB), CLOUD, MINIMUM));
		assert_ok!(claim(POINTS));
		assert_eq!(balance(POINTS, CLOUD), 50);
	});
}

#[test]
fn the_last_account_of_an_asset_stays_until_what_is_owed_is_claimed() {
	ExtBuilder::build_and_execute(|| {
		owe(EURO, 5);
		let close = || Billing::close_account(RuntimeOrigin::signed(ALICE), TAB);
		assert_noop!(close(), Error::<Test>::PayoutsOwed);
		// All but the deposit is free.
		assert_ok!(Billing::withdraw(RuntimeOrigin::signed(ALICE), TAB, 995 - MINIMUM));

		// Not the last account any more.
		let other = open_account(BOB, EURO, MINIMUM);
		assert_ok!(close());
		let close = || Billing::close_account(RuntimeOrigin::signed(BOB), other);
		assert_noop!(close(), Error::<Test>::PayoutsOwed);

		assert_ok!(Assets::transfer(RuntimeOrigin::signed(BOB), 1, CLOUD, MINIMUM));
		assert_ok!(claim(EURO));
		assert_ok!(close());
		assert_eq!(balance(EURO, CLOUD), MINIMUM + 5);
		assert_eq!(Pots::<Test>::iter().count(), 0);
	});
}
