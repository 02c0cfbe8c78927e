//! The worked examples of the README, number by number.

use crate::{mock::*, settlement, Accounts, Status};
use frame_support::assert_ok;
use sp_runtime::Perbill;
use tradewind_primitives::{traits::Streams as _, StreamId, StreamTerms, TabId, Timestamp};

/// Runs the example, settling after `every` seconds, and returns what the payees got.
fn example(every: u64) -> (u128, u128) {
	let mut got = (0, 0);
	ExtBuilder::build_and_execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		for who in [CLOUD, REFERRER] {
			assert_ok!(Balances::transfer_keep_alive(alice.clone(), who, MINIMUM));
		}
		let before = balance(WIND, ALICE);

		assert_ok!(Billing::open_account(alice.clone(), WIND, 10_000));
		let tab = TabId(0);
		assert_eq!(Billing::available(tab), Some(9_990));

		let payees = vec![payee(CLOUD, 900_000_000), payee(REFERRER, 100_000_000)];
		let payees = payees.try_into().unwrap();
		let terms = StreamTerms { payees, ..terms(tab, 7, 7_000) };
		let stream = open(ALICE, terms).unwrap();
		assert_eq!(Billing::available(tab), Some(2_990));

		FakeMeter::add(CLOUD, 40);
		assert_ok!(Billing::start(stream));
		for second in 1..=251u64 {
			advance(1);
			match second {
				150 => FakeMeter::set_down(CLOUD, true),
				170 => FakeMeter::set_down(CLOUD, false),
				_ => (),
			}
			if second.is_multiple_of(every) {
				assert_ok!(Billing::settle(alice.clone(), stream));
			}
			if second == 100 && every == 100 {
				assert_eq!(balance(WIND, CLOUD), MINIMUM + 630);
				assert_eq!(balance(WIND, REFERRER), MINIMUM + 70);
				let account = Accounts::<Test>::get(tab).unwrap();
				assert_eq!((account.funds, account.reserved), (9_300, 6_300));
			}
		}
		let bill = billed(231, 20, 1_617);
		assert_eq!(close(stream), Ok(bill));
		assert_eq!(Billing::available(tab), Some(2_990 + 5_383));
		assert_ok!(Billing::close_account(alice, tab));
		assert_eq!(balance(WIND, ALICE), before - 10_000 + 8_383);
		got = (balance(WIND, CLOUD) - MINIMUM, balance(WIND, REFERRER) - MINIMUM);
	});
	got
}

#[test]
fn the_worked_example_is_right_however_often_it_is_settled() {
	for every in [100, 1, 7, 1_000] {
		assert_eq!(example(every), (630 + 826, 70 + 91));
	}
}

#[test]
fn the_fee_of_the_worked_example_is_right() {
	let payees = [payee(CLOUD, 900_000_000), payee(REFERRER, 100_000_000)];
	let fee = settlement::fee(1_617, Perbill::from_percent(1));
	assert_eq!(fee, 16);
	let parts = settlement::parts(0, 1_617 - fee, &payees, true);
	assert_eq!(parts.iter().sum::<u128>(), 1_601);
}

#[test]
fn the_example_of_the_end_of_the_money_is_right() {
	ExtBuilder::build_and_execute(|| {
		let tab = open_account(BOB, WIND, MINIMUM + 1_000);
		let first = flow(BOB, running(tab, 3));
		let second = flow(BOB, StreamTerms { meter: None, ..running(tab, 4) });
		assert_eq!(Billing::depletes_at(tab), Some(Timestamp(GENESIS + 142)));
		run(60);
		FakeMeter::set_down(CLOUD, true);
		run(20);
		FakeMeter::set_down(CLOUD, false);
		run(62);
		assert_eq!(account_of(tab).funds, MINIMUM + 1_000, "nobody has settled");
		let view = Billing::account_view(tab).unwrap();
		assert_eq!((view.earmarked, view.available), (994, 6));
		run(8);
		let bill = |seconds, downtime, amount| Some(billed(seconds, downtime, amount));
		assert_eq!(Billing::bill(first), bill(122, 20, 366));
		assert_eq!(Billing::bill(second), bill(142, 0, 568));
		assert_eq!(balance(WIND, CLOUD), 366 + 568);
		assert_eq!(Billing::available(tab), Some(66));

		assert_ok!(Billing::top_up(signed(ALICE), tab, 353));
		assert!(matches!(account_of(tab).status, Status::Frozen { swept: true, .. }));
		assert_ok!(Billing::top_up(signed(ALICE), tab, 1));
		run(10);
		assert_eq!(Billing::committed_rate(tab).0, 7);
		assert!([first, second].iter().all(|stream: &StreamId| Billing::idle(*stream) != 0));
	});
}
