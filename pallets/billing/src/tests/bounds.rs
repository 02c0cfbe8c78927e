//! Hostile and unlucky values: ids and rates at their limits, a clock that stands, assets and
//! owners that are gone.

use crate::{
	mock::*, Accounts, Allowance, Error, NextChannelId, NextTabId, Pots, Role, Status, VoucherKey,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, TokenError};
use tradewind_primitives::{
	AssetId, Balance, ChannelId, Rate, StreamBill, StreamId, TabId, STREAMS_OF_TAB,
};

const KEY: VoucherKey = VoucherKey::Sr25519([1; 32]);

fn open_stream(rate: Balance, prepaid: bool) -> sp_runtime::DispatchResult {
	let cap = prepaid.then_some(100);
	Billing::open_stream(signed(ALICE), TAB, Rate(rate), sole(CLOUD), cap, prepaid, None)
}

#[test]
fn no_id_is_given_out_twice_when_the_numbers_are_used_up() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 10_000);
		NextTabId::<Test>::put(TabId(u64::MAX));
		NextChannelId::<Test>::put(ChannelId(u64::MAX));
		let overflow = || ArithmeticError::Overflow;
		assert_noop!(Billing::open_account(signed(ALICE), WIND, 1_000), overflow());
		assert_noop!(Billing::open_channel(signed(ALICE), TAB, CLOUD, KEY, 1), overflow());
	});
}

#[test]
fn an_account_opens_no_stream_beyond_its_last_number() {
	ExtBuilder::build_and_execute(|| {
		let tabs = [0, 1].map(|_| open_account(ALICE, WIND, MINIMUM + 10_000));
		let last = STREAMS_OF_TAB as u32 - 1;
		for tab in tabs {
			Accounts::<Test>::mutate(tab, |account| account.as_mut().unwrap().next_stream = last);
			assert_eq!(open(ALICE, terms(tab, 1, 100)), Ok(StreamId::of(tab, last).unwrap()));
			for terms in [terms(tab, 1, 100), running(tab, 1)] {
				assert_noop!(open(ALICE, terms), Error::<Test>::StreamsUsedUp);
			}
			// What was used is used, whether or not it is open.
			assert_ok!(close(StreamId::of(tab, last).unwrap()));
			assert_noop!(open(ALICE, terms(tab, 1, 100)), Error::<Test>::StreamsUsedUp);
		}
	});
}

#[test]
fn an_account_without_numbers_opens_no_stream() {
	ExtBuilder::build_and_execute(|| {
		// Its first streams have ids, and the last of them is not its last number.
		let tab = TabId(u64::MAX / STREAMS_OF_TAB);
		NextTabId::<Test>::put(tab);
		open_account(ALICE, WIND, MINIMUM + 10_000);
		let last = (u64::MAX % STREAMS_OF_TAB) as u32;
		Accounts::<Test>::mutate(tab, |account| account.as_mut().unwrap().next_stream = last);
		assert_eq!(open(ALICE, terms(tab, 1, 100)), Ok(StreamId(u64::MAX)));
		assert_noop!(open(ALICE, terms(tab, 1, 100)), Error::<Test>::StreamsUsedUp);
		let beyond = open_account(ALICE, WIND, MINIMUM + 10_000);
		assert_noop!(open(ALICE, terms(beyond, 1, 100)), Error::<Test>::StreamsUsedUp);
	});
}

#[test]
fn no_counter_wraps() {
	ExtBuilder::build_and_break(|| {
		open_account(ALICE, WIND, 10_000);
		Accounts::<Test>::mutate(TAB, |account| {
			let account = account.as_mut().unwrap();
			(account.streams, account.running) = (u32::MAX, u32::MAX);
			account.channels = u32::MAX;
		});
		Pots::<Test>::mutate(WIND, |pot| pot.accounts = u32::MAX);
		let overflow = || ArithmeticError::Overflow;
		assert_noop!(Billing::open_account(signed(ALICE), WIND, 1_000), overflow());
		assert_noop!(open_stream(1, true), overflow());
		assert_noop!(open_stream(1, false), overflow());
		assert_noop!(Billing::open_channel(signed(ALICE), TAB, CLOUD, KEY, 1), overflow());
	});
}

#[test]
fn a_rate_beyond_all_money_flows_for_no_second() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 10_000);
		assert_noop!(open_stream(Balance::MAX, false), Error::<Test>::InsufficientFunds);
		assert_ok!(open_stream(Balance::MAX, true));
		advance(1_000_000);
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		assert_eq!(close(STREAM), Ok(StreamBill::default()));
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!(balance(WIND, ALICE), RICH);
	});
}

#[test]
fn nothing_flows_while_the_clock_stands() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 10_000);
		for prepaid in [true, false] {
			assert_ok!(open_stream(1, prepaid));
		}
		for _ in 0..3 {
			for stream in [0, 1].map(StreamId) {
				assert_ok!(Billing::settle(signed(BOB), stream));
				assert_ok!(Billing::reclaim(signed(ALICE), stream));
				assert_ok!(Billing::pause_stream(signed(ALICE), stream));
				assert_ok!(Billing::resume_stream(signed(ALICE), stream));
				assert_eq!(Billing::bill(stream), Some(StreamBill::default()));
			}
			poll();
			check();
		}
		assert_eq!(Billing::available(TAB), Some(9_890));
		for stream in [0, 1].map(StreamId) {
			assert_eq!(close(stream), Ok(StreamBill::default()));
		}
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!(balance(WIND, ALICE), RICH);
	});
}

#[test]
fn a_frozen_account_is_left_alone_while_the_clock_stands() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 600);
		assert_ok!(open_stream(10, false));
		advance(60);
		for _ in 0..3 {
			assert_ok!(Billing::settle(signed(BOB), STREAM));
			poll();
			assert_ok!(Billing::top_up(signed(BOB), TAB, 1_000));
			assert!(matches!(account_of(TAB).status, Status::Frozen { swept: false, .. }));
			check();
		}
	});
}

#[test]
fn a_clock_that_runs_back_bills_no_second_twice() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 10_000);
		assert_ok!(open_stream(1, true));
		assert_ok!(open_stream(1, false));
		let settle = || {
			assert_ok!(Billing::settle_many(
				signed(BOB),
				vec![STREAM, StreamId(1)].try_into().unwrap()
			));
		};
		advance(50);
		settle();
		Now::mutate(|now| *now -= 30);
		settle();
		advance(40);
		settle();
		for stream in [STREAM, StreamId(1)] {
			let bill = billed(60, 0, 60);
			assert_eq!(close(stream), Ok(bill));
		}
	});
}

/// A running stream of 10 a second out of 1 000 euros.
fn euros() {
	open_account(ALICE, EURO, MINIMUM + 1_000);
	flow(ALICE, running(TAB, 10));
}

#[test]
fn a_frozen_asset_stops_no_account_from_freezing_and_closing() {
	ExtBuilder::build_and_execute(|| {
		euros();
		assert_ok!(Assets::freeze_asset(signed(ISSUER), 1));
		run(50);
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		assert_eq!(Billing::owed(CLOUD, EURO), 500);
		// Money cannot come in either.
		assert!(Billing::top_up(signed(BOB), TAB, 10).is_err());
		run(1_100);
		assert_eq!(Billing::bill(STREAM), None);
		assert_eq!(Billing::owed(CLOUD, EURO), 1_000);
		assert_noop!(Billing::close_account(signed(ALICE), TAB), Error::<Test>::PayoutsOwed);
		assert_ok!(Assets::thaw_asset(signed(ISSUER), 1));
		assert_ok!(Billing::claim(signed(BOB), CLOUD, EURO));
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!((balance(EURO, CLOUD), balance(EURO, ALICE)), (1_000, RICH - 1_000));
	});
}

#[test]
fn a_destroyed_asset_takes_down_nothing_but_itself() {
	ExtBuilder::build_and_break(|| {
		euros();
		let wind = open_account(ALICE, WIND, MINIMUM + 1_000);
		let other = flow(ALICE, running(wind, 10));
		run(20);
		assert_ok!(Assets::start_destroy(signed(ISSUER), 1));
		assert_ok!(Assets::destroy_accounts(signed(ISSUER), 1));
		assert_ok!(Assets::finish_destroy(signed(ISSUER), 1));

		run(50);
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		assert_eq!(Billing::owed(CLOUD, EURO), 700, "a claim to what is no more");
		run(60);
		assert!(matches!(account_of(TAB).status, Status::Frozen { swept: true, .. }));
		assert_ok!(Billing::close_stream(signed(ALICE), STREAM));
		assert!(Billing::claim(signed(BOB), CLOUD, EURO).is_err());
		assert!(Billing::close_account(signed(ALICE), TAB).is_err());
		assert_noop!(Billing::open_account(signed(ALICE), EURO, 100), Error::<Test>::UnknownAsset);

		let bill = billed(100, 0, 1_000);
		assert_eq!(close(other), Ok(bill));
		run(20);
		assert_ok!(Billing::close_account(signed(ALICE), wind));
		assert_eq!(balance(WIND, CLOUD), 1_000);
	});
}

#[test]
fn a_payee_below_the_existential_deposit_is_owed_every_second() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_000);
		flow(ALICE, running(TAB, 1));
		for _ in 0..30 {
			advance(1);
			assert_ok!(Billing::settle(signed(BOB), STREAM));
		}
		assert_eq!((balance(WIND, CLOUD), Billing::owed(CLOUD, WIND)), (0, 30));
		assert_ok!(Billing::claim(signed(BOB), CLOUD, WIND));
		assert_eq!((balance(WIND, CLOUD), Billing::owed(CLOUD, WIND)), (30, 0));
	});
}

/// Gives somebody who has nothing what he prepays, and nothing else but an account of his own.
fn newcomer(asset: AssetId) {
	assert_ok!(Balances::transfer_keep_alive(signed(BOB), NOBODY, 2 * MINIMUM));
	let amount = MINIMUM + 1_000;
	match asset {
		AssetId::Native => {
			assert_ok!(Balances::transfer_keep_alive(signed(BOB), NOBODY, amount));
		},
		AssetId::WithId(id) => {
			assert_ok!(Assets::transfer(signed(BOB), id, NOBODY, 2 * amount));
		},
	}
	open_account(NOBODY, asset, amount);
}

#[test]
fn an_owner_that_is_killed_keeps_his_account() {
	ExtBuilder::build_and_execute(|| {
		newcomer(WIND);
		let manage = Some(Allowance { role: Role::Manage, per_day: None });
		assert_ok!(Billing::set_delegate(signed(NOBODY), TAB, BOB, manage));
		flow(NOBODY, running(TAB, 1));
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), NOBODY, 0));
		assert!(!frame_system::Account::<Test>::contains_key(NOBODY));

		run(100);
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		assert_eq!(balance(WIND, CLOUD), 100);
		// Too little to bring the owner back.
		assert_noop!(Billing::withdraw(signed(BOB), TAB, MINIMUM - 1), TokenError::BelowMinimum);
		assert_ok!(Billing::withdraw(signed(BOB), TAB, MINIMUM));
		assert_ok!(close(STREAM));
		assert_ok!(Billing::close_account(signed(NOBODY), TAB));
		assert_eq!(balance(WIND, NOBODY), MINIMUM + 900);
	});
}

#[test]
fn an_owner_that_is_killed_gets_any_asset_back_once_he_lives() {
	ExtBuilder::build_and_execute(|| {
		newcomer(POINTS);
		assert_ok!(Assets::transfer_all(signed(NOBODY), 2, ALICE, false));
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), NOBODY, 0));
		let close = || Billing::close_account(signed(NOBODY), TAB);
		assert_noop!(close(), TokenError::CannotCreate);
		assert_ok!(Balances::transfer_keep_alive(signed(ALICE), NOBODY, MINIMUM));
		assert_ok!(close());
		assert_eq!(balance(POINTS, NOBODY), MINIMUM + 1_000);
	});
}
