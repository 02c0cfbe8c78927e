//! On what terms an offer sells besides its prices: how they follow the index, where, for how
//! long, what can be run, what is cheaper. Pure.

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
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, Perbill,
	Rounding,
};
use tradewind_primitives::{
	LeaseKind, Model, Rate, Region, Resources, Runtimes, Seconds, UnitPrices,
};

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

/// The longest notice with which a spot lease is taken back.
pub const LONGEST_NOTICE: u32 = 3_600;

/// On what terms an offer can be reserved.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Reservation {
	/// The shortest term, in seconds.
	pub min_seconds: Seconds,
	/// By how much it is cheaper.
	pub discount: Perbill,
	/// The part of what is left of the term that an owner pays who ends it early.
	pub forfeit: Perbill,
}

/// On what terms an offer is leased until somebody wants the room at the full price.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Spot {
	/// By how much it is cheaper.
	pub discount: Perbill,
	/// With how many seconds of notice it is taken back, at most [`LONGEST_NOTICE`].
	#[codec(compact)]
	pub notice: u32,
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
	/// The model of its graphics processors; empty when that is not said, and then it answers no
	/// request that names one.
	pub model: Model,
	/// On what terms it can be reserved; `None` when it cannot.
	pub reserved: Option<Reservation>,
	/// On what terms it can be leased until the room is wanted; `None` when it cannot.
	pub spot: Option<Spot>,
}

/// Fixed prices, nowhere in particular, for any time, on demand, and WebAssembly modules.
impl Default for Terms {
	fn default() -> Self {
		Self {
			pricing: Pricing::Fixed,
			region: Region::new(),
			min_seconds: 0,
			max_seconds: Seconds::MAX,
			runtimes: Runtimes::WASM,
			model: Model::new(),
			reserved: None,
			spot: None,
		}
	}
}

impl Terms {
	/// Whether some lease of each kind could be long enough and none too long.
	pub fn is_term_sound(&self) -> bool {
		let reserved = self.reserved.map_or(0, |reserved| reserved.min_seconds);
		self.max_seconds > 0 && self.min_seconds.max(reserved) <= self.max_seconds
	}

	/// Whether the region and the model are visible ASCII, or not said.
	pub fn are_names_sound(&self) -> bool {
		self.region.iter().chain(&self.model).all(u8::is_ascii_graphic)
	}

	/// Whether nothing is given away, and no notice is longer than it may be.
	pub fn are_discounts_sound(&self) -> bool {
		self.reserved.is_none_or(|reserved| !reserved.discount.is_one())
			&& self.spot.is_none_or(|spot| !spot.discount.is_one() && spot.notice <= LONGEST_NOTICE)
	}

	/// By how much a lease of this kind is cheaper; `None` when there are none of it.
	pub fn discount(&self, kind: LeaseKind) -> Option<Perbill> {
		match kind {
			LeaseKind::OnDemand => Some(Perbill::zero()),
			LeaseKind::Reserved => self.reserved.map(|reserved| reserved.discount),
			LeaseKind::Spot => self.spot.map(|spot| spot.discount),
		}
	}

	/// The shortest lease of this kind, by the longest time that it may run.
	pub fn shortest(&self, kind: LeaseKind) -> Seconds {
		match (kind, self.reserved) {
			(LeaseKind::Reserved, Some(reserved)) => reserved.min_seconds.max(self.min_seconds),
			_ => self.min_seconds,
		}
	}

	/// What `needs` cost per second at these prices and a level of the class, in a lease of this
	/// kind. Rounded up. `None` on overflow, or when there are no leases of this kind.
	pub fn rate(
		&self,
		prices: &UnitPrices,
		needs: &Resources,
		level: FixedU128,
		kind: LeaseKind,
	) -> Option<Rate> {
		let Rate(full) = self.pricing.rate(prices, needs, level)?;
		let less = self.discount(kind)?.mul_floor(full);
		Some(Rate(full.saturating_sub(less)))
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
	fn names_are_visible_text_or_not_said() {
		let sound = |region: &str, model: &str| {
			let region = region.as_bytes().to_vec().try_into().unwrap();
			let model = model.as_bytes().to_vec().try_into().unwrap();
			Terms { region, model, ..Default::default() }.are_names_sound()
		};
		assert!(sound("", "") && sound("eu-north", "h200"));
		assert!(!sound("eu north", "") && !sound("zürich", "") && !sound("", "h 200"));
	}

	fn reserved(min_seconds: Seconds, percent: u32) -> Terms {
		let discount = Perbill::from_percent(percent);
		let forfeit = Perbill::one();
		let reserved = Some(Reservation { min_seconds, discount, forfeit });
		Terms { reserved, max_seconds: 100, ..Default::default() }
	}

	fn spot(percent: u32, notice: u32) -> Terms {
		let spot = Some(Spot { discount: Perbill::from_percent(percent), notice });
		Terms { spot, ..Default::default() }
	}

	#[test]
	fn a_term_that_can_be_reserved_is_no_longer_than_a_lease_may_be() {
		assert!(reserved(100, 10).is_term_sound());
		assert!(!reserved(101, 10).is_term_sound());
	}

	#[test]
	fn nothing_is_given_away_and_no_notice_is_endless() {
		assert!(reserved(1, 99).are_discounts_sound() && spot(99, 3_600).are_discounts_sound());
		assert!(spot(0, 0).are_discounts_sound() && Terms::default().are_discounts_sound());
		assert!(!reserved(1, 100).are_discounts_sound());
		assert!(!spot(100, 1).are_discounts_sound() && !spot(1, 3_601).are_discounts_sound());
	}

	#[test]
	fn a_discount_is_rounded_so_that_nothing_becomes_free() {
		let rate = |terms: Terms, cpu, kind| {
			let prices = UnitPrices { cpu, ..Default::default() };
			terms.rate(&prices, &CORE, level(100), kind).map(|rate| rate.0)
		};
		assert_eq!(rate(reserved(1, 30), 100, LeaseKind::Reserved), Some(70));
		assert_eq!(rate(reserved(1, 30), 101, LeaseKind::Reserved), Some(71));
		assert_eq!(rate(reserved(1, 99), 1, LeaseKind::Reserved), Some(1));
		assert_eq!(rate(reserved(1, 30), 100, LeaseKind::OnDemand), Some(100));
		assert_eq!(rate(reserved(1, 30), 100, LeaseKind::Spot), None);
		assert_eq!(rate(spot(60, 30), 100, LeaseKind::Spot), Some(40));
		assert_eq!(rate(spot(60, 30), 100, LeaseKind::Reserved), None);
	}
}
