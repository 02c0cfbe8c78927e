//! `open_account`, `top_up`, `withdraw`, `close_account`, and credits.

use crate::{mock::*, Account, Accounts, Error, Event, Pot, Pots, Status, DEFAULT_ALERT};
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use sp_runtime::TokenError;
use tradewind_primitives::{
	traits::{Credits, Streams as _},
	Rate, Subject, TabId, Timestamp,
};

#[test]
fn open_account_works() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Billing::open_account(signed(ALICE), WIND, 1_000));

		let account = Account {
			owner: ALICE,
			asset: WIND,
			funds: 1_000,
			deposit: MINIMUM,
			reserved: 0,
			earmarked: 0,
			at: Timestamp(GENESIS),
			rate: Rate(0),
			halted: Rate(0),
			fees: 0,
			budget: None,
			grace_from: Timestamp(0),
			alert: Some(DEFAULT_ALERT),
			low: false,
			status: Status::Active,
			queued: None,
			round: 0,
			streams: 0,
			running: 0,
			next_stream: 0,
			channels: 0,
			delegates: 0,
		};
		assert_eq!(Accounts::<Test>::get(TAB), Some(account));
		assert_eq!(Pots::<Test>::get(WIND), Pot { accounts: 1, owed: 0 });
		assert_eq!(balance(WIND, ALICE), RICH - 1_000);
		assert_eq!(Billing::available(TAB), Some(1_000 - MINIMUM));
		assert_eq!(Billing::asset(TAB), Some(WIND));
		assert_eq!(
			events(),
			[Event::AccountOpened { tab: TAB, who: ALICE, asset: WIND, amount: 1_000 }]
		);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "account.opened")]);
	});
}

#[test]
fn open_account_takes_every_asset_even_when_the_pot_has_no_native_money() {
	ExtBuilder::build_and_execute(|| {
		for (index, asset) in [POINTS, EURO, WIND].into_iter().enumerate() {
			assert_ok!(Billing::open_account(signed(ALICE), asset.clone(), 100));
			assert_eq!(Billing::asset(TabId(index as u64)), Some(asset.clone()));
			assert_eq!(balance(asset, ALICE), RICH - 100);
		}
	});
}

#[test]
fn open_account_needs_exactly_the_minimum_at_least() {
	ExtBuilder::build_and_execute(|| {
		for asset in [WIND, EURO, POINTS] {
			assert_noop!(
				Billing::open_account(signed(ALICE), asset.clone(), MINIMUM - 1),
				Error::<Test>::BelowMinimum
			);
			assert_ok!(Billing::open_account(signed(ALICE), asset, MINIMUM));
		}
		assert_eq!(Billing::available(TAB), Some(0));
	});
}

#[test]
fn open_account_fails_when_the_asset_is_unknown_or_the_money_is_missing() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Billing::open_account(signed(ALICE), 7.into(), 100),
			Error::<Test>::UnknownAsset
		);
		assert_noop!(
			Billing::open_account(signed(ALICE), WIND, RICH + 1),
			TokenError::FundsUnavailable
		);
		// Nobody prepays himself out of existence.
		assert_ok!(Balances::transfer_keep_alive(signed(ALICE), NOBODY, 100));
		assert_noop!(Billing::open_account(signed(NOBODY), WIND, 100), TokenError::NotExpendable);
		assert_ok!(Billing::open_account(signed(NOBODY), WIND, 100 - MINIMUM));
	});
}

#[test]
fn top_up_works_for_anyone() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, EURO, 100);
		events();
		records();

		assert_ok!(Billing::top_up(signed(BOB), TAB, 50));

		assert_eq!(Billing::available(TAB), Some(150 - MINIMUM));
		assert_eq!(balance(EURO, BOB), RICH - 50);
		assert_eq!(events(), [Event::ToppedUp { tab: TAB, who: BOB, amount: 50 }]);
		assert_eq!(records(), [(Some(BOB), Subject::Tab(TAB), "account.topped_up")]);
	});
}

#[test]
fn top_up_fails_when_there_is_no_account_or_no_amount() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::top_up(signed(BOB), TAB, 50), Error::<Test>::UnknownAccount);
		open_account(ALICE, WIND, 100);
		assert_noop!(Billing::top_up(signed(BOB), TAB, 0), Error::<Test>::NothingAsked);
	});
}

#[test]
fn withdraw_gives_back_all_that_is_not_reserved() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		assert_ok!(open(ALICE, terms(TAB, 2, 600)));
		events();
		records();

		assert_noop!(
			Billing::withdraw(signed(ALICE), TAB, 400 - MINIMUM + 1),
			Error::<Test>::InsufficientFunds
		);
		assert_ok!(Billing::withdraw(signed(ALICE), TAB, 400 - MINIMUM));

		assert_eq!(Billing::available(TAB), Some(0));
		assert_eq!(balance(WIND, ALICE), RICH - 600 - MINIMUM);
		assert_eq!(events(), [Event::Withdrawn { tab: TAB, who: ALICE, amount: 400 - MINIMUM }]);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "account.withdrawn")]);
	});
}

#[test]
fn withdraw_fails_when_not_the_owner_asks_or_nothing_is_asked() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::withdraw(signed(ALICE), TAB, 1), Error::<Test>::UnknownAccount);
		open_account(ALICE, WIND, 1_000);
		assert_noop!(Billing::withdraw(signed(BOB), TAB, 1), Error::<Test>::NotOwner);
		assert_noop!(Billing::withdraw(signed(ALICE), TAB, 0), Error::<Test>::NothingAsked);
	});
}

#[test]
fn close_account_returns_everything() {
	ExtBuilder::build_and_execute(|| {
		for (index, asset) in [WIND, EURO, POINTS].into_iter().enumerate() {
			let tab = open_account(ALICE, asset.clone(), 1_000);
			assert_eq!(tab, TabId(index as u64));
			events();
			records();

			assert_ok!(Billing::close_account(signed(ALICE), tab));

			assert_eq!(Accounts::<Test>::get(tab), None);
			assert!(!Pots::<Test>::contains_key(&asset));
			assert_eq!(balance(asset, ALICE), RICH);
			assert_eq!(events(), [Event::AccountClosed { tab, who: ALICE, amount: 1_000 }]);
			assert_eq!(records(), [(Some(ALICE), Subject::Tab(tab), "account.closed")]);
		}
	});
}

#[test]
fn close_account_works_in_any_order_of_assets() {
	ExtBuilder::build_and_execute(|| {
		let tabs = [WIND, POINTS, EURO, WIND].map(|asset| open_account(ALICE, asset, MINIMUM));
		for tab in tabs {
			assert_ok!(Billing::close_account(signed(ALICE), tab));
			check();
		}
		assert_eq!([WIND, POINTS, EURO].map(|asset| balance(asset, ALICE)), [RICH; 3]);
	});
}

#[test]
fn close_account_fails_when_streams_are_open_or_not_the_owner_asks() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000);
		assert_noop!(Billing::close_account(signed(BOB), TAB), Error::<Test>::NotOwner);
		let stream = open(ALICE, terms(TAB, 2, 600)).unwrap();
		assert_noop!(Billing::close_account(signed(ALICE), TAB), Error::<Test>::StreamsOpen);
		assert_ok!(close(stream));
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_noop!(Billing::close_account(signed(ALICE), TAB), Error::<Test>::UnknownAccount);
	});
}

#[test]
fn close_account_leaves_what_strangers_sent_to_the_pot_out_of_the_books() {
	ExtBuilder::build_and_break(|| {
		open_account(ALICE, WIND, 1_000);
		let pot = Billing::pot_account();
		assert_ok!(Balances::transfer_keep_alive(signed(BOB), pot, 500));
		assert_ok!(Billing::do_try_state());
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!(balance(WIND, ALICE), RICH);
		assert_eq!(balance(WIND, pot), 500);
		assert_ok!(Billing::do_try_state());
	});
}

#[test]
fn credit_books_what_has_arrived_in_the_pot() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, EURO, 100);
		events();
		records();

		assert_ok!(Assets::transfer(signed(BOB), 1, <Billing as Credits<_>>::pot(), 30));
		System::reset_events();
		assert_ok!(Billing::credit(TAB, &EURO, 30));

		assert_eq!(Billing::available(TAB), Some(130 - MINIMUM));
		assert_eq!(events(), [Event::Credited { tab: TAB, asset: EURO, amount: 30 }]);
		assert_eq!(records(), [(None, Subject::Tab(TAB), "account.credited")]);
	});
}

#[test]
fn credit_of_nothing_leaves_no_trace() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, EURO, 100);
		events();
		assert_storage_noop!(assert_ok!(Billing::credit(TAB, &EURO, 0)));
		assert_eq!(events(), []);
	});
}

#[test]
fn credit_fails_when_the_account_or_the_asset_is_wrong() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::credit(TAB, &WIND, 1), Error::<Test>::UnknownAccount);
		open_account(ALICE, WIND, 100);
		assert_noop!(Billing::credit(TAB, &EURO, 1), Error::<Test>::AssetMismatch);
	});
}
