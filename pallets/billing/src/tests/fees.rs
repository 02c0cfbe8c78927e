//! The fee: locked at the opening, taken off what the payees get, delivered at the close.

use crate::{mock::*, Event, Policy};
use frame_support::assert_ok;
use sp_runtime::Perbill;
use tradewind_primitives::{AssetId, Balance, StreamTerms};

fn set_fee(fee: Perbill) {
	let policy = Policy { fee, ..Billing::policy() };
	assert_ok!(Billing::set_policy(RuntimeOrigin::root(), policy));
	events();
}

#[test]
fn a_fee_is_taken_off_what_the_payees_get() {
	ExtBuilder::build_and_execute(|| {
		set_fee(Perbill::from_percent(1));
		open_account(ALICE, WIND, MINIMUM + 10_000);
		flow(ALICE, terms(TAB, 7, 7_000));
		advance(150);
		events();
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		// One hundredth of 1 050, rounded down.
		let (tab, stream) = (TAB, STREAM);
		assert_eq!(
			events(),
			[Event::Settled { stream, tab, seconds: 150, downtime: 0, amount: 1_050, fee: 10 }]
		);
		assert_eq!((balance(WIND, CLOUD), balance(WIND, FEES)), (1_040, 0));
		let account = account_of(TAB);
		assert_eq!((account.funds, account.fees), (MINIMUM + 8_950, 10));

		advance(81);
		let bill = billed(231, 0, 1_617);
		assert_eq!(close(STREAM), Ok(bill));
		let amount = 1_617 - 1_050;
		assert_eq!(
			events(),
			[
				Event::StreamClosed { stream, tab, bill, amount, fee: 6 },
				Event::FeesPaid { tab, asset: WIND, amount: 16 },
			]
		);
		assert_eq!((balance(WIND, CLOUD), balance(WIND, FEES)), (1_601, 16));
		assert_eq!(account_of(TAB).fees, 0);
		assert_eq!(Billing::available(TAB), Some(10_000 - 1_617));
	});
}

#[test]
fn a_fee_is_the_same_however_often_one_settles() {
	let run = |every: u64, prepaid: bool| {
		let mut got = None;
		ExtBuilder::build_and_execute(|| {
			set_fee(Perbill::from_parts(12_345_678));
			for who in [CLOUD, REFERRER, FEES] {
				assert_ok!(Balances::transfer_keep_alive(signed(BOB), who, MINIMUM));
			}
			open_account(ALICE, WIND, MINIMUM + 100_000);
			let payees = vec![payee(CLOUD, 333_333_333), payee(REFERRER, 666_666_667)];
			let payees = payees.try_into().unwrap();
			let terms = StreamTerms { payees, prepaid, ..terms(TAB, 11, 90_000) };
			flow(ALICE, terms);
			for _ in 0..600 / every {
				advance(every);
				assert_ok!(Billing::settle(signed(BOB), STREAM));
				check();
			}
			assert_ok!(close(STREAM));
			assert_ok!(Billing::close_account(signed(ALICE), TAB));
			got = Some([CLOUD, REFERRER, FEES, ALICE].map(|who| balance(WIND, who)));
		});
		got
	};
	// 6 600 x 0.012345678 = 81.48; of the 6 519 the referrer has 4 346, rounded down.
	let expected = Some([MINIMUM + 2_173, MINIMUM + 4_346, MINIMUM + 81, RICH - 6_600]);
	for every in [600, 1, 8, 60] {
		assert_eq!(run(every, true), expected);
		assert_eq!(run(every, false), expected);
	}
}

#[test]
fn a_fee_is_that_of_the_opening() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 10_000);
		let free = flow(ALICE, terms(TAB, 1, 1_000));
		set_fee(Perbill::from_percent(50));
		let dear = flow(ALICE, terms(TAB, 1, 1_000));
		set_fee(Perbill::zero());
		advance(100);
		assert_ok!(close(free));
		assert_eq!((balance(WIND, CLOUD), balance(WIND, FEES)), (100, 0));
		assert_ok!(close(dear));
		assert_eq!((balance(WIND, CLOUD), balance(WIND, FEES)), (150, 50));
	});
}

#[test]
fn a_fee_of_everything_leaves_the_payees_nothing() {
	ExtBuilder::build_and_execute(|| {
		set_fee(Perbill::one());
		open_account(ALICE, EURO, MINIMUM + 10_000);
		flow(ALICE, running(TAB, 1));
		advance(100);
		assert_ok!(close(STREAM));
		assert_eq!((balance(EURO, CLOUD), balance(EURO, FEES)), (0, 100));
		assert_eq!(Billing::owed(CLOUD, EURO), 0);
	});
}

/// Closes a stream of which so much is a fee.
fn leave_a_fee(asset: AssetId, fee: Balance) {
	set_fee(Perbill::from_percent(1));
	assert_ok!(Balances::transfer_keep_alive(signed(BOB), CLOUD, MINIMUM));
	open_account(ALICE, asset, MINIMUM + 10_000);
	flow(ALICE, terms(TAB, 1, 10_000));
	advance(fee as u64 * 100);
	assert_ok!(close(STREAM));
}

#[test]
fn a_fee_too_small_to_be_delivered_is_gathered() {
	ExtBuilder::build_and_execute(|| {
		leave_a_fee(WIND, 6);
		assert_eq!((account_of(TAB).fees, balance(WIND, FEES)), (6, 0));
		let next = flow(ALICE, terms(TAB, 1, 1_000));
		advance(400);
		events();
		assert_ok!(close(next));
		assert_eq!(events().last(), Some(&Event::FeesPaid { tab: TAB, asset: WIND, amount: 10 }));
		assert_eq!((account_of(TAB).fees, balance(WIND, FEES)), (0, 10));
	});
}

#[test]
fn a_fee_that_was_never_delivered_goes_back_with_the_account() {
	ExtBuilder::build_and_execute(|| {
		leave_a_fee(WIND, 6);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!(balance(WIND, ALICE), RICH - 600 + 6);
		assert_eq!(balance(WIND, CLOUD), MINIMUM + 594);
	});
}

#[test]
fn a_fee_is_delivered_with_the_account_once_it_can_be() {
	ExtBuilder::build_and_execute(|| {
		leave_a_fee(POINTS, 60);
		// Points do not keep an account in existence.
		assert_eq!(account_of(TAB).fees, 60);
		assert_ok!(Balances::transfer_keep_alive(signed(BOB), FEES, MINIMUM));
		events();
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!(
			events(),
			[
				Event::FeesPaid { tab: TAB, asset: POINTS, amount: 60 },
				Event::AccountClosed { tab: TAB, who: ALICE, amount: MINIMUM + 4_000 },
			]
		);
		assert_eq!(balance(POINTS, FEES), 60);
	});
}
