//! How much a rate is worth, given how well its provider is known and where it is asked. Pure.
//!
//! A rate counts for more the worse its provider is known: in full for one of the best reputation,
//! and for half as much again for one of the worst. So of two offers the dearer one wins only while
//! it costs at most [`WIDEST`] times the cheaper one, whatever the reputations are.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};
use tradewind_primitives::{Filters, Rate, TOP_REPUTATION};

/// The most that is ever paid for a better reputation, as a part of the cheapest feasible rate:
/// three halves of it.
pub const WIDEST: (u128, u128) = (3, 2);

/// What a rate counts for: itself for the best reputation, half as much again for the worst.
/// Rounded up. What is larger than any number counts as the largest.
pub fn weighted(rate: Rate, reputation: u32) -> u128 {
	let top = u128::from(TOP_REPUTATION);
	let lacking = top.saturating_sub(reputation.into());
	let (whole, part) = (top.saturating_mul(2), top.saturating_mul(2).saturating_add(lacking));
	multiply_by_rational_with_rounding(rate.0, part, whole, Rounding::Up).unwrap_or(u128::MAX)
}

/// What a rate counts for that counted for `worth`, given whether it is asked where it is wanted.
/// Rounded up.
pub fn with_distance(worth: u128, near: bool, filters: &Filters) -> u128 {
	match &filters.near {
		Some((_, more)) if !near => worth.saturating_add(more.mul_ceil(worth)),
		_ => worth,
	}
}

/// What an offer counts for of which `noted` is what it counted for when its listing last changed, and
/// `worth` what it does now. What is noted stands until it is too low by more than a 64th: reputations
/// fade a little all the time, and that is no reason to look at others.
pub fn counted(noted: u128, worth: u128) -> u128 {
	let most = noted.saturating_add(noted.checked_div(64).unwrap_or_default());
	if worth > most {
		worth
	} else {
		noted
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use sp_runtime::Perbill;
	use tradewind_primitives::NEUTRAL_REPUTATION;

	#[test]
	fn a_rate_counts_for_half_as_much_again_at_worst() {
		assert_eq!(weighted(Rate(100), TOP_REPUTATION), 100);
		assert_eq!(weighted(Rate(100), NEUTRAL_REPUTATION), 125);
		assert_eq!(weighted(Rate(100), 0), 150);
		assert_eq!(weighted(Rate(1), TOP_REPUTATION - 1), 2);
		assert_eq!(weighted(Rate(100), u32::MAX), 100);
		assert_eq!(weighted(Rate(u128::MAX), 0), u128::MAX);
	}

	#[test]
	fn what_is_asked_elsewhere_counts_for_so_much_more_as_nearness_is_worth() {
		let near = |percent| {
			let more = Perbill::from_percent(percent);
			Filters { near: Some((Default::default(), more)), ..Default::default() }
		};
		assert_eq!(with_distance(100, false, &near(30)), 130);
		assert_eq!(with_distance(1, false, &near(1)), 2);
		assert_eq!(with_distance(100, false, &near(100)), 200);
		assert_eq!(with_distance(100, true, &near(30)), 100);
		assert_eq!(with_distance(100, false, &Filters::default()), 100);
		assert_eq!(with_distance(u128::MAX, false, &near(100)), u128::MAX);
	}

	#[test]
	fn what_is_noted_stands_while_it_is_hardly_too_low() {
		assert_eq!([counted(640, 1), counted(640, 650), counted(640, 651)], [640, 640, 651]);
		assert_eq!(counted(u128::MAX, u128::MAX), u128::MAX);
	}

	proptest! {
		#[test]
		fn no_rate_counts_for_less_than_itself_or_more_than_the_widest(
			rate in 0u128..u128::MAX / 2,
			reputation in any::<u32>(),
		) {
			let (more, of) = WIDEST;
			let worth = weighted(Rate(rate), reputation);
			prop_assert!(worth >= rate && worth - rate <= (rate / of) * (more - of) + 1);
		}
	}
}
