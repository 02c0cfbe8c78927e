//! What a lease costs once it is changed. Pure.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};
use tradewind_primitives::{Rate, Seconds};

/// The rate of a lease that is resized: what it keeps of what it had stays at the price that was
/// agreed, in proportion, and what it gets besides costs what is asked now. `had` is what the
/// offer asks now for all that the lease had, `keeps` for what of it stays, `more` for the rest of
/// what it is to have. Rounded up. `None` when there is no such number.
pub fn resized(rate: Rate, had: Rate, keeps: Rate, more: Rate) -> Option<Rate> {
	let kept = if had == keeps {
		rate.0
	} else {
		multiply_by_rational_with_rounding(rate.0, keeps.0, had.0.max(1), Rounding::Up)?
	};
	kept.checked_add(more.0).map(Rate)
}

/// One rate for two stretches of time that have rates of their own, so that all of it costs the
/// same; rounded up. `None` when there is no such number.
pub fn blended(one: (Rate, Seconds), other: (Rate, Seconds)) -> Option<Rate> {
	let sum = one.0.amount(one.1)?.checked_add(other.0.amount(other.1)?)?;
	let seconds = u128::from(one.1).checked_add(other.1.into())?;
	// Not `div_ceil`, which panics where there is no time at all.
	let whole = sum.checked_div(seconds)?;
	let rest = sum.checked_rem(seconds)?;
	whole.checked_add(u128::from(rest > 0)).map(Rate)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn rate(rate: u128, had: u128, keeps: u128, more: u128) -> Option<u128> {
		resized(Rate(rate), Rate(had), Rate(keeps), Rate(more)).map(|rate| rate.0)
	}

	#[test]
	fn what_a_lease_keeps_stays_as_it_was_agreed_and_what_it_gets_costs_what_is_asked() {
		// Agreed at half of what is asked today.
		assert_eq!(rate(50, 100, 100, 100), Some(150));
		assert_eq!(rate(50, 100, 50, 0), Some(25));
		assert_eq!(rate(50, 100, 50, 30), Some(55));
		assert_eq!(rate(50, 100, 0, 30), Some(30));
		assert_eq!(rate(50, 100, 33, 0), Some(17));
	}

	#[test]
	fn what_has_become_free_of_charge_stays_as_it_was_agreed() {
		assert_eq!(rate(50, 0, 0, 10), Some(60));
		assert_eq!(rate(u128::MAX, 1, 1, 1), None);
		assert_eq!(rate(u128::MAX, 3, 2, 0), Some(u128::MAX / 3 * 2));
	}

	#[test]
	fn a_blended_rate_costs_what_its_parts_cost() {
		assert_eq!(blended((Rate(10), 100), (Rate(20), 100)), Some(Rate(15)));
		assert_eq!(blended((Rate(10), 300), (Rate(20), 100)), Some(Rate(13)));
		assert_eq!(blended((Rate(10), 0), (Rate(20), 100)), Some(Rate(20)));
		assert_eq!(blended((Rate(10), 0), (Rate(20), 0)), None);
		assert_eq!(blended((Rate(u128::MAX), 1), (Rate(1), 1)), None);
	}

	proptest! {
		#[test]
		fn blending_costs_less_than_a_planck_a_second_more(
			one in (1u128..1 << 80, 0u64..1 << 32),
			other in (1u128..1 << 80, 1u64..1 << 32),
		) {
			let exact = one.0 * u128::from(one.1) + other.0 * u128::from(other.1);
			let seconds = u128::from(one.1) + u128::from(other.1);
			let Rate(rate) = blended((Rate(one.0), one.1), (Rate(other.0), other.1)).unwrap();
			prop_assert!(rate * seconds >= exact && rate * seconds - exact < seconds);
			prop_assert!(rate <= one.0.max(other.0) && rate >= one.0.min(other.0));
		}
	}
}
