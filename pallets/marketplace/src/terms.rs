//! On what terms an offer sells besides its prices: how they follow the index, where, for how
//! long, what can be run. Pure.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::index::{are_bounds, within, HIGHEST};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, Rounding,
};
use tradewind_primitives::{Rate, Region, Resources, Runtimes, Seconds, UnitPrices};

/// How the unit prices of an offer become what it asks.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Pricing {
	/// It asks its unit prices.
	#[default]
	Fixed,
	/// It asks them times the level of its class, where the level is within these bounds.
	Indexed {
		/// The lowest factor.
		floor: FixedU128,
		/// The highest factor.
		cap: FixedU128,
	},
}

impl Pricing {
	/// Whether its bounds make sense.
	pub fn is_sound(&self) -> bool {
		match self {
			Self::Fixed => true,
			Self::Indexed { floor, cap } => are_bounds(*floor, *cap),
		}
	}

	/// What `needs` cost per second at a level of the class. Rounded up, so that nothing that has
	/// a price is free. `None` on overflow.
	pub fn rate(&self, prices: &UnitPrices, needs: &Resources, level: FixedU128) -> Option<Rate> {
		let Rate(base) = prices.rate(needs)?;
		let factor = match self {
			Self::Fixed => return Some(Rate(base)),
			Self::Indexed { floor, cap } => within(level, *floor, *cap),
		};
		multiply_by_rational_with_rounding(base, factor.into_inner(), FixedU128::DIV, Rounding::Up)
			.map(Rate)
	}

	/// What all of `capacity` would cost at the highest level, and so the most that any lease of
	/// it can cost per second. `None` on overflow.
	pub fn most(&self, prices: &UnitPrices, capacity: &Resources) -> Option<Rate> {
		self.rate(prices, capacity, HIGHEST)
	}
}

/// The terms of an offer besides its prices.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Terms {
	/// How its prices follow the index of the class.
	pub pricing: Pricing,
	/// Where its machines stand; empty when that is not said, and then it answers no request
	/// that names regions.
	pub region: Region,
	/// The shortest lease it is for, by the longest time that the lease may run.
	pub min_seconds: Seconds,
	/// The longest lease it is for.
	pub max_seconds: Seconds,
	/// What can be run on it.
	pub runtimes: Runtimes,
}

/// Fixed prices, nowhere in particular, for any time, and WebAssembly modules.
impl Default for Terms {
	fn default() -> Self {
		Self {
			pricing: Pricing::Fixed,
			region: Region::new(),
			min_seconds: 0,
			max_seconds: Seconds::MAX,
			runtimes: Runtimes::WASM,
		}
	}
}

impl Terms {
	/// Whether some lease could be long enough and none too long.
	pub fn is_term_sound(&self) -> bool {
		self.max_seconds > 0 && self.min_seconds <= self.max_seconds
	}

	/// Whether the region is visible ASCII, or not said.
	pub fn is_region_sound(&self) -> bool {
		self.region.iter().all(u8::is_ascii_graphic)
	}
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
	use super::*;

	const CORE: Resources =
		Resources { cpu_millis: 1000, memory_mib: 0, disk_mib: 0, gpus: 0, egress_mbps: 0 };

	fn level(percent: u128) -> FixedU128 {
		FixedU128::from_rational(percent, 100)
	}

	fn indexed(floor: u128, cap: u128) -> Pricing {
		Pricing::Indexed { floor: level(floor), cap: level(cap) }
	}

	fn asked(pricing: Pricing, cpu: u128, percent: u128) -> Option<u128> {
		let prices = UnitPrices { cpu, ..Default::default() };
		pricing.rate(&prices, &CORE, level(percent)).map(|rate| rate.0)
	}

	#[test]
	fn a_fixed_price_does_not_follow_the_level() {
		for percent in [1, 100, 100_000] {
			assert_eq!(asked(Pricing::Fixed, 70, percent), Some(70));
		}
	}

	#[test]
	fn an_indexed_price_follows_the_level_within_its_bounds() {
		let pricing = indexed(50, 200);
		for (percent, rate) in
			[(10, 50), (50, 50), (51, 51), (100, 100), (150, 150), (200, 200), (999, 200)]
		{
			assert_eq!(asked(pricing, 100, percent), Some(rate));
		}
	}

	#[test]
	fn an_indexed_price_is_rounded_up_and_never_becomes_free() {
		assert_eq!(asked(indexed(50, 200), 3, 50), Some(2));
		assert_eq!(asked(indexed(1, 200), 1, 1), Some(1));
		assert_eq!(asked(indexed(1, 200), 0, 100), Some(0));
	}

	#[test]
	fn a_price_that_overflows_is_no_price() {
		assert_eq!(asked(indexed(50, 200), u128::MAX / 1000, 100), Some(u128::MAX / 1000));
		assert_eq!(asked(indexed(50, 200), u128::MAX, 100), None);
		let dear = UnitPrices { gpu: u128::MAX / 2 + 1, ..Default::default() };
		let gpu = Resources { gpus: 1, ..Default::default() };
		assert!(indexed(50, 199).most(&dear, &gpu).is_some());
		assert!(indexed(50, 200).most(&dear, &gpu).is_none());
	}

	#[test]
	fn bounds_must_be_above_zero_in_order_and_not_too_high() {
		assert!(Pricing::Fixed.is_sound() && indexed(1, 1).is_sound());
		assert!(Pricing::Indexed { floor: HIGHEST, cap: HIGHEST }.is_sound());
		for wrong in [indexed(0, 100), indexed(101, 100), indexed(1, 100_001)] {
			assert!(!wrong.is_sound(), "{wrong:?}");
		}
	}

	#[test]
	fn a_term_needs_an_end_that_is_not_before_its_beginning() {
		let term = |min_seconds, max_seconds| {
			Terms { min_seconds, max_seconds, ..Default::default() }.is_term_sound()
		};
		assert!(term(0, 1) && term(5, 5) && Terms::default().is_term_sound());
		assert!(!term(0, 0) && !term(6, 5));
	}

	#[test]
	fn a_region_is_visible_text_or_not_said() {
		let region = |text: &str| {
			let region = text.as_bytes().to_vec().try_into().unwrap();
			Terms { region, ..Default::default() }.is_region_sound()
		};
		assert!(region("") && region("eu-north"));
		assert!(!region("eu north") && !region("zürich"));
	}
}
