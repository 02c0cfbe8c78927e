//! What a task may still cost, and what its record costs.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use tradewind_primitives::{Balance, LeaseBill, Rate, Seconds};

/// The most that all attempts together may cost.
pub fn total(max_rate: Rate, max_seconds: Seconds) -> Balance {
	// Nobody has more than `Balance::MAX`, so that a larger budget is the same as no limit.
	max_rate.amount(max_seconds).unwrap_or(Balance::MAX)
}

/// The most that the next attempt may cost per second: a whole attempt at this rate fits into what
/// is left after `spent`.
pub fn rate_left(max_rate: Rate, max_seconds: Seconds, spent: Balance) -> Rate {
	let left = total(max_rate, max_seconds).saturating_sub(spent);
	// An attempt of no seconds is the market's to refuse.
	let affordable = left.checked_div(Balance::from(max_seconds)).map_or(max_rate, Rate);
	max_rate.min(affordable)
}

/// What has been spent once an attempt that came to `bill` has failed.
pub fn spent_after(spent: Balance, bill: &LeaseBill) -> Balance {
	let paid = bill.amount.saturating_sub(bill.credited).saturating_add(bill.forfeit);
	spent.saturating_add(paid)
}

/// The deposit for a record that has `bytes` bytes beyond the fixed ones; `None` on overflow.
pub fn deposit(base: Balance, per_byte: Balance, bytes: u32) -> Option<Balance> {
	per_byte.checked_mul(Balance::from(bytes))?.checked_add(base)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_untouched_budget_leaves_the_rate_alone() {
		assert_eq!(rate_left(Rate(7), 100, 0), Rate(7));
		assert_eq!(rate_left(Rate(7), 0, 0), Rate(7));
	}

	#[test]
	fn a_whole_attempt_always_fits_into_what_is_left() {
		for spent in [0, 1, 99, 100, 350, 699, 700, 701] {
			let rate = rate_left(Rate(7), 100, spent);
			assert!(rate.0 * 100 + spent.min(700) <= 700, "{spent}");
		}
		assert_eq!(rate_left(Rate(7), 100, 100), Rate(6));
		assert_eq!(rate_left(Rate(7), 100, 101), Rate(5));
	}

	#[test]
	fn a_budget_beyond_all_money_does_not_overflow() {
		let rate = rate_left(Rate(Balance::MAX), 2, 0);
		assert!(rate.amount(2).is_some());
	}

	#[test]
	fn what_was_credited_was_not_spent() {
		let bill = LeaseBill { seconds: 10, amount: 70, credited: 30, ..Default::default() };
		assert_eq!(spent_after(5, &bill), 45);
	}

	#[test]
	fn what_was_forfeited_was_spent() {
		let bill = LeaseBill { amount: 70, credited: 70, forfeit: 8, ..Default::default() };
		assert_eq!(spent_after(5, &bill), 13);
		let all = LeaseBill { amount: Balance::MAX, forfeit: 1, ..Default::default() };
		assert_eq!(spent_after(5, &all), Balance::MAX);
	}

	#[test]
	fn a_deposit_grows_with_the_bytes() {
		assert_eq!(deposit(100, 3, 0), Some(100));
		assert_eq!(deposit(100, 3, 7), Some(121));
		assert_eq!(deposit(1, Balance::MAX, 1), None);
	}
}
