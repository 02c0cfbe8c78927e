//! The worked example of the README, number by number.

use crate::{mock::*, Accounts};
use frame_support::assert_ok;
use tradewind_primitives::{traits::Streams as _, StreamBill, StreamTerms, TabId};

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
		let stream = Billing::open(&ALICE, terms).unwrap();
		assert_eq!(Billing::available(tab), Some(2_990));

		FakeMeter::add(CLOUD, 40);
		assert_ok!(Billing::start(stream));
		for second in 1..=251 {
			advance(1);
			match second {
				150 => FakeMeter::set_down(CLOUD, true),
				170 => FakeMeter::set_down(CLOUD, false),
				_ => (),
			}
			if second % every == 0 {
				assert_ok!(Billing::settle(alice.clone(), stream));
			}
			if second == 100 && every == 100 {
				assert_eq!(balance(WIND, CLOUD), MINIMUM + 630);
				assert_eq!(balance(WIND, REFERRER), MINIMUM + 70);
				let account = Accounts::<Test>::get(tab).unwrap();
				assert_eq!((account.funds, account.reserved), (9_300, 6_300));
			}
		}
		let bill = StreamBill { seconds: 231, downtime: 20, amount: 1_617 };
		assert_eq!(Billing::close(stream), Ok(bill));
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
