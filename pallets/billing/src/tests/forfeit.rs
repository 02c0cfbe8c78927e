//! What is paid besides when a managed stream closes before its cap is used up.

use crate::{mock::*, Event, Policy};
use frame_support::assert_ok;
use sp_runtime::Perbill;
use tradewind_primitives::{
	money::split, traits::Streams as _, Balance, Payees, StreamBill, StreamTerms, MAX_PAYEES,
};

/// Closes the first stream and returns what it came to.
fn close(forfeit: Perbill) -> StreamBill {
	let (bill, memo) = Billing::close(STREAM, forfeit).unwrap();
	assert_eq!(memo, MEMO);
	bill
}

#[test]
fn a_forfeit_is_the_part_of_what_is_left_that_was_asked_for() {
	let thirds = Perbill::from_parts(333_333_333);
	let quarter = Perbill::from_percent(25);
	for (part, forfeit) in
		[(Perbill::zero(), 0), (quarter, 75), (thirds, 99), (Perbill::one(), 300)]
	{
		ExtBuilder::build_and_execute(|| {
			open_account(ALICE, WIND, 1_000 + MINIMUM);
			manage(ALICE, terms(TAB, 3, 600));
			advance(60);
			assert_ok!(Billing::settle(signed(BOB), STREAM));
			advance(40);
			events();

			let bill = close(part);

			assert_eq!(bill, StreamBill { forfeit, ..billed(100, 0, 300) });
			let (stream, tab, amount) = (STREAM, TAB, 120 + forfeit);
			assert_eq!(events(), [Event::StreamClosed { stream, tab, bill, amount, fee: 0 }]);
			assert_eq!(balance(WIND, CLOUD), 300 + forfeit);
			let account = account_of(TAB);
			assert_eq!((account.reserved, account.streams), (0, 0));
			assert_eq!(Billing::available(TAB), Some(700 - forfeit));
		});
	}
}

#[test]
fn a_forfeit_is_due_for_a_stream_that_never_started() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000 + MINIMUM);
		assert_ok!(Billing::open(&ALICE, terms(TAB, 3, 600), MEMO));
		advance(100);
		let bill = StreamBill { forfeit: 300, ..StreamBill::default() };
		assert_eq!(close(Perbill::from_percent(50)), bill);
		assert_eq!(balance(WIND, CLOUD), 300);
		assert_eq!(Billing::available(TAB), Some(700));
	});
}

#[test]
fn a_forfeit_is_nothing_where_nothing_is_left() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000 + MINIMUM);
		manage(ALICE, terms(TAB, 3, 600));
		advance(1_000);
		assert_eq!(close(Perbill::one()), billed(200, 0, 600));
		assert_eq!(Billing::available(TAB), Some(400));
	});
}

#[test]
fn a_forfeit_is_nothing_where_nothing_was_set_aside() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000 + MINIMUM);
		manage(ALICE, StreamTerms { cap: 600, ..running(TAB, 3) });
		advance(100);
		assert_eq!(close(Perbill::one()), billed(100, 0, 300));
		assert_eq!(Billing::available(TAB), Some(700));
		let waits = Billing::open(&ALICE, running(TAB, 3), MEMO).unwrap();
		let nothing = Ok((StreamBill::default(), MEMO));
		assert_eq!(Billing::close(waits, Perbill::one()), nothing);
	});
}

#[test]
fn a_forfeit_waits_for_a_payee_that_cannot_be_paid() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 1_000 + MINIMUM);
		manage(ALICE, terms(TAB, 3, MINIMUM - 1));
		assert_eq!(close(Perbill::one()).forfeit, MINIMUM - 1);
		assert_eq!((balance(WIND, CLOUD), Billing::owed(CLOUD, WIND)), (0, MINIMUM - 1));
	});
}

/// Eight payees with shares that divide nothing evenly.
fn eight() -> Payees<AccountId> {
	let share = |index: u32| 100_000_007 + 1_000_003 * index;
	let rest = 1_000_000_000 - (1..MAX_PAYEES).map(share).sum::<u32>();
	let parts = (0..MAX_PAYEES).map(|index| if index == 0 { rest } else { share(index) });
	let payees: Vec<_> =
		parts.enumerate().map(|(index, parts)| payee(1_000 + index as u64, parts)).collect();
	payees.try_into().unwrap()
}

#[test]
fn a_forfeit_is_cut_as_what_was_billed_and_not_a_unit_is_lost() {
	// What each of the eight, the fee account and Alice have in the end.
	let run = |every: u64, part: Perbill| {
		let mut got = None;
		ExtBuilder::build_and_execute(|| {
			let fee = Perbill::from_parts(12_345_678);
			let policy = Policy { fee, ..Billing::policy() };
			assert_ok!(Billing::set_policy(RuntimeOrigin::root(), policy));
			open_account(ALICE, EURO, MINIMUM + 10_000);
			// While anything is owed, somebody has to keep an account.
			open_account(BOB, EURO, MINIMUM);
			manage(ALICE, StreamTerms { payees: eight(), ..terms(TAB, 7, 9_001) });
			for _ in 0..600 / every {
				advance(every);
				assert_ok!(Billing::settle(signed(BOB), STREAM));
				check();
			}
			let bill = close(part);
			assert_eq!(bill.amount, 4_200);
			assert_eq!(bill.forfeit, part.mul_floor(4_801));
			check();
			assert_ok!(Billing::close_account(signed(ALICE), TAB));
			let has = |who| balance(EURO, who) + Billing::owed(who, EURO);
			let parts: Vec<Balance> = eight().iter().map(|payee| has(payee.who)).collect();
			let total = bill.amount + bill.forfeit;
			let fee = fee.mul_floor(total);
			assert_eq!(parts, split(total - fee, &eight()), "of {total}");
			assert_eq!((has(FEES), has(ALICE)), (fee, RICH - total));
			got = Some(parts);
		});
		got
	};
	for part in [0, 1, 123_456_789, 999_999_999, 1_000_000_000].map(Perbill::from_parts) {
		let expected = run(600, part);
		for every in [1, 8, 60] {
			assert_eq!(run(every, part), expected, "settled every {every} seconds");
		}
	}
}
