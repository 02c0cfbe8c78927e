//! The arithmetic of a settlement: numbers in, numbers out, no storage.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use alloc::vec::Vec;
use sp_runtime::Perbill;
use tradewind_primitives::{money::split, Balance, Payee, Rate, Seconds};

/// What a stretch of time comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
	/// Seconds to bill.
	pub seconds: Seconds,
	/// Seconds to deduct.
	pub downtime: Seconds,
}

/// Divides `elapsed` seconds into billed ones and downtime.
///
/// `standstill` is how far the meter has moved beyond what was deducted before. Of it no more is
/// deducted than has elapsed: what a meter is ahead of the clock is left for the next stretch and
/// not lost. `left` is how many seconds the cap still covers.
pub fn stretch(elapsed: Seconds, standstill: Seconds, left: Seconds) -> Stretch {
	let downtime = standstill.min(elapsed);
	Stretch { seconds: elapsed.saturating_sub(downtime).min(left), downtime }
}

/// How many whole seconds `cap` covers. A stream that is free never ends for want of money.
pub fn covered(rate: Rate, cap: Balance) -> Seconds {
	match cap.checked_div(rate.0) {
		Some(seconds) => Seconds::try_from(seconds).unwrap_or(Seconds::MAX),
		None => Seconds::MAX,
	}
}

/// What each payee has to have received once `total` is billed, while the stream flows: its share,
/// rounded down. It grows with `total` and depends on nothing else, so that no payee gains by the
/// moments at which a stream is settled.
pub fn due<AccountId>(total: Balance, payees: &[Payee<AccountId>]) -> Vec<Balance> {
	payees.iter().map(|payee| payee.share.mul_floor(total)).collect()
}

/// What goes to the fee account of everything billed so far.
pub fn fee(total: Balance, share: Perbill) -> Balance {
	share.mul_floor(total)
}

/// What each payee gets at a settlement that takes the billed sum, less the fee, from `before` to
/// `after`. With `last` the fractions that [`due`] has left over are paid too, to the first payee,
/// as [`split`] has it.
pub fn parts<AccountId>(
	before: Balance,
	after: Balance,
	payees: &[Payee<AccountId>],
	last: bool,
) -> Vec<Balance> {
	let until_now = if last { split(after, payees) } else { due(after, payees) };
	until_now
		.into_iter()
		.zip(due(before, payees))
		.map(|(now, then)| now.saturating_sub(then))
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn payees(shares: &[u32]) -> Vec<Payee<u8>> {
		let payee = |(who, share): (usize, &u32)| Payee {
			who: who as u8,
			share: Perbill::from_parts(*share),
		};
		shares.iter().enumerate().map(payee).collect()
	}

	#[test]
	fn a_stretch_is_what_elapsed_without_downtime_and_within_the_cap() {
		assert_eq!(stretch(10, 0, 100), Stretch { seconds: 10, downtime: 0 });
		assert_eq!(stretch(10, 3, 100), Stretch { seconds: 7, downtime: 3 });
		assert_eq!(stretch(10, 3, 5), Stretch { seconds: 5, downtime: 3 });
		assert_eq!(stretch(10, 10, 5), Stretch { seconds: 0, downtime: 10 });
		assert_eq!(stretch(10, 25, 5), Stretch { seconds: 0, downtime: 10 });
		assert_eq!(stretch(0, 25, 5), Stretch::default());
	}

	#[test]
	fn a_cap_covers_whole_seconds_only() {
		assert_eq!(covered(Rate(7), 6), 0);
		assert_eq!(covered(Rate(7), 7), 1);
		assert_eq!(covered(Rate(7), 20), 2);
		assert_eq!(covered(Rate(1), Balance::MAX), Seconds::MAX);
		assert_eq!(covered(Rate(0), 0), Seconds::MAX);
	}

	#[test]
	fn a_single_payee_gets_everything_at_once() {
		let all = payees(&[1_000_000_000]);
		for total in [0, 1, 999, u128::MAX] {
			assert_eq!(due(total, &all), [total]);
			assert_eq!(parts(0, total, &all, true), [total]);
		}
	}

	#[test]
	fn parts_add_up_to_the_same_however_a_total_is_reached() {
		let three = payees(&[340_000_000, 330_000_000, 330_000_000]);
		for total in 0..200u128 {
			let mut sums = [0u128; 3];
			for second in 0..total {
				for (sum, part) in sums.iter_mut().zip(parts(second, second + 1, &three, false)) {
					*sum += part;
				}
			}
			for (sum, part) in sums.iter_mut().zip(parts(total, total, &three, true)) {
				*sum += part;
			}
			assert_eq!(sums.to_vec(), split(total, &three));
		}
	}
}
