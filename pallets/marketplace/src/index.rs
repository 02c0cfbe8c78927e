//! How the price level of a class moves. Pure: no storage, no clock.
//!
//! While the same part of a class is used, its level moves at a constant speed: by `slope` a day
//! for every whole of use above the target, and down as fast below it. A change of use first
//! accrues the time in which the old one held, so a lease that is opened and closed at the same
//! moment moves nothing. The speed is a whole number of the level's smallest units per second;
//! so it does not matter how often the level is touched.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{One, Zero},
	FixedU128, Perbill,
};
use tradewind_primitives::{Resources, Seconds, Timestamp};

/// The highest cap of a level, of an indexed price, and the steepest slope.
pub const HIGHEST: FixedU128 = FixedU128::from_u32(1_000);
/// Between two samples of the history lies at least the turn of an hour.
pub const HOUR: Seconds = 3_600;

const DAY: u128 = 86_400;

/// The resource by which the use of a class is measured.
///
/// It is one and not the scarcest of all: of a resource that nobody else offers in the class,
/// such as graphics processors among plain machines, a single one offered and leased would count
/// as a class sold out.
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
pub enum Gauge {
	/// Processor time.
	Cpu,
	/// Memory.
	Memory,
	/// Disk.
	Disk,
	/// Graphics processors.
	Gpu,
	/// Outgoing bandwidth.
	Egress,
}

/// Sums of resources, of more offers than one.
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
pub struct Volume {
	/// Processor time, in thousandths of a core.
	#[codec(compact)]
	pub cpu_millis: u64,
	/// Memory, in MiB.
	#[codec(compact)]
	pub memory_mib: u64,
	/// Disk, in MiB.
	#[codec(compact)]
	pub disk_mib: u64,
	/// Graphics processors.
	#[codec(compact)]
	pub gpus: u64,
	/// Outgoing bandwidth, in Mbit/s.
	#[codec(compact)]
	pub egress_mbps: u64,
}

impl From<&Resources> for Volume {
	fn from(resources: &Resources) -> Self {
		let Resources { cpu_millis, memory_mib, disk_mib, gpus, egress_mbps } = *resources;
		Self {
			cpu_millis: cpu_millis.into(),
			memory_mib: memory_mib.into(),
			disk_mib: disk_mib.into(),
			gpus: gpus.into(),
			egress_mbps: egress_mbps.into(),
		}
	}
}

impl Volume {
	/// How much of one resource it is.
	pub fn of(&self, gauge: Gauge) -> u64 {
		match gauge {
			Gauge::Cpu => self.cpu_millis,
			Gauge::Memory => self.memory_mib,
			Gauge::Disk => self.disk_mib,
			Gauge::Gpu => self.gpus,
			Gauge::Egress => self.egress_mbps,
		}
	}

	/// The sum. Saturates, which the sums of bounded books do not.
	#[must_use]
	pub fn with(&self, other: &Self) -> Self {
		self.zip(other, u64::saturating_add)
	}

	/// The difference. Saturates, which nothing does that is taken out of a sum it is part of.
	#[must_use]
	pub fn without(&self, other: &Self) -> Self {
		self.zip(other, u64::saturating_sub)
	}

	fn zip(&self, other: &Self, op: impl Fn(u64, u64) -> u64) -> Self {
		Self {
			cpu_millis: op(self.cpu_millis, other.cpu_millis),
			memory_mib: op(self.memory_mib, other.memory_mib),
			disk_mib: op(self.disk_mib, other.disk_mib),
			gpus: op(self.gpus, other.gpus),
			egress_mbps: op(self.egress_mbps, other.egress_mbps),
		}
	}
}

/// How the level of a class is to move.
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
pub struct Policy {
	/// By which resource use is measured.
	pub gauge: Gauge,
	/// The use at which the level stands still.
	pub target: Perbill,
	/// How much the level would move in a day if use were a whole away from the target.
	pub slope: FixedU128,
	/// The lowest level.
	pub floor: FixedU128,
	/// The highest level.
	pub cap: FixedU128,
}

impl Policy {
	/// Whether the level can move both ways and stays within sane bounds above zero.
	pub fn is_sound(&self) -> bool {
		!self.target.is_zero()
			&& !self.target.is_one()
			&& !self.slope.is_zero()
			&& self.slope <= HIGHEST
			&& are_bounds(self.floor, self.cap)
	}
}

/// Whether a factor can move between these.
pub fn are_bounds(floor: FixedU128, cap: FixedU128) -> bool {
	!floor.is_zero() && floor <= cap && cap <= HIGHEST
}

/// The level, taken into its bounds. Unlike `clamp` it has an answer to bounds out of order too.
pub fn within(level: FixedU128, floor: FixedU128, cap: FixedU128) -> FixedU128 {
	level.max(floor).min(cap)
}

/// What a listing adds to the index of its class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Portion {
	/// What is leased.
	pub used: Volume,
	/// What is offered, leased or not.
	pub offered: Volume,
}

/// The price level of a class, and all that it takes to move it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Index {
	/// How it is to move.
	pub policy: Policy,
	/// Where it stood at `at`: the factor on the unit prices of indexed offers.
	pub level: FixedU128,
	/// When it was last touched. Zero before the chain's first block, which has no time yet.
	pub at: Timestamp,
	/// What is leased since then.
	pub used: Volume,
	/// What is offered since then.
	pub offered: Volume,
}

/// A point in the history of an index.
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
pub struct Sample {
	/// When.
	pub at: Timestamp,
	/// Where the level stood.
	pub level: FixedU128,
	/// What part had been in use until then.
	pub usage: Perbill,
}

impl Index {
	/// An index that begins at one, or as near to it as the policy lets it.
	pub fn new(policy: Policy, now: Timestamp) -> Self {
		let level = within(FixedU128::one(), policy.floor, policy.cap);
		Self { policy, level, at: now, used: Volume::default(), offered: Volume::default() }
	}

	/// The part that is in use; `None` when nothing is offered.
	pub fn usage(&self) -> Option<Perbill> {
		let whole = u128::from(Perbill::one().deconstruct());
		let gauge = self.policy.gauge;
		let (used, offered) = (self.used.of(gauge), self.offered.of(gauge));
		let parts = u128::from(used).saturating_mul(whole).checked_div(offered.into())?;
		// Clamped to one, as is all that no part of a whole can be.
		Some(Perbill::from_parts(u32::try_from(parts).unwrap_or(u32::MAX)))
	}

	/// Where the level stands at `now` if nothing changes until then. A class that offers nothing
	/// has no use to judge by: its level stands still.
	pub fn level_at(&self, now: Timestamp) -> FixedU128 {
		let Policy { target, floor, cap, .. } = self.policy;
		let (Some(usage), false) = (self.usage(), self.at == Timestamp(0)) else {
			return self.level;
		};
		let elapsed = u128::from(now.since(self.at));
		let level = if usage > target {
			let shift = self.speed(usage, target).saturating_mul(elapsed);
			self.level.into_inner().saturating_add(shift)
		} else {
			let shift = self.speed(target, usage).saturating_mul(elapsed);
			self.level.into_inner().saturating_sub(shift)
		};
		within(FixedU128::from_inner(level), floor, cap)
	}

	/// By how many of its smallest units the level moves in a second.
	fn speed(&self, high: Perbill, low: Perbill) -> u128 {
		let gap = u128::from(high.deconstruct().saturating_sub(low.deconstruct()));
		let whole = u128::from(Perbill::one().deconstruct()).saturating_mul(DAY);
		// Cannot saturate: a slope has 70 bits and a part 30.
		let daily = self.policy.slope.into_inner().saturating_mul(gap);
		daily.checked_div(whole).unwrap_or_default()
	}

	/// Accrues the time since the last touch. Returns a sample for the history when an hour has
	/// turned since.
	pub fn touch(&mut self, now: Timestamp) -> Option<Sample> {
		let hour = |at: Timestamp| at.0.checked_div(HOUR);
		let turned = hour(now) > hour(self.at);
		self.level = self.level_at(now);
		self.at = self.at.max(now);
		turned.then(|| self.sample())
	}

	/// The index as a point in its history.
	pub fn sample(&self) -> Sample {
		Sample { at: self.at, level: self.level, usage: self.usage().unwrap_or_default() }
	}

	/// A listing that added `old` adds `new` from now on. The index has to be touched before.
	pub fn replace(&mut self, old: Portion, new: Portion) {
		self.used = self.used.without(&old.used).with(&new.used);
		self.offered = self.offered.without(&old.offered).with(&new.offered);
	}

	/// Sets another policy. The index has to be touched before.
	pub fn reset(&mut self, policy: Policy) {
		self.level = within(self.level, policy.floor, policy.cap);
		self.policy = policy;
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::expect_used)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use sp_runtime::FixedPointNumber;

	const START: Timestamp = Timestamp(1_000_000);
	const A_DAY: Seconds = 86_400;

	fn level(percent: u128) -> FixedU128 {
		FixedU128::from_rational(percent, 100)
	}

	fn policy() -> Policy {
		Policy {
			gauge: Gauge::Cpu,
			target: Perbill::from_percent(60),
			slope: level(50),
			floor: level(50),
			cap: level(400),
		}
	}

	fn cores(cpu_millis: u64) -> Volume {
		Volume { cpu_millis, ..Default::default() }
	}

	fn index(used: u64, offered: u64) -> Index {
		Index { used: cores(used), offered: cores(offered), ..Index::new(policy(), START) }
	}

	/// The level after `seconds` of this use, touched once.
	fn after(seconds: Seconds, used: u64, offered: u64) -> FixedU128 {
		index(used, offered).level_at(START.plus(seconds))
	}

	/// As near as the rounding of the speed to a whole unit per second lets it come.
	fn near(one: FixedU128, other: FixedU128, seconds: Seconds) -> bool {
		one.into_inner().abs_diff(other.into_inner()) <= u128::from(seconds)
	}

	#[test]
	fn a_day_of_full_use_raises_the_level_by_the_slope_times_the_gap() {
		assert!(near(after(A_DAY, 10, 10), level(120), A_DAY));
		assert!(near(after(A_DAY, 0, 10), level(70), A_DAY));
	}

	#[test]
	fn the_level_stands_still_at_the_target_and_where_nothing_is_offered() {
		for seconds in [1, A_DAY, 1_000 * A_DAY] {
			assert_eq!(after(seconds, 6, 10), level(100));
			assert_eq!(after(seconds, 0, 0), level(100));
		}
	}

	#[test]
	fn the_level_stays_within_its_bounds_to_the_end_of_time() {
		assert_eq!(after(u64::MAX, 10, 10), level(400));
		assert_eq!(after(u64::MAX, 0, 10), level(50));
		let steepest = Policy { slope: HIGHEST, cap: HIGHEST, ..policy() };
		for (used, bound) in [(u64::MAX, HIGHEST), (0, steepest.floor)] {
			let mut index = Index { policy: steepest, ..index(used, u64::MAX) };
			index.touch(Timestamp(u64::MAX));
			assert_eq!((index.level, index.at), (bound, Timestamp(u64::MAX)));
		}
	}

	#[test]
	fn opening_and_closing_at_one_moment_moves_nothing() {
		let mut quiet = index(0, 10);
		let mut pumped = quiet.clone();
		let portion = |used| Portion { used: cores(used), offered: cores(10) };
		let (free, leased) = (portion(0), portion(10));
		for moment in (0..10_000).step_by(100).map(|seconds| START.plus(seconds)) {
			quiet.touch(moment);
			for (old, new) in [(free, leased), (leased, free), (free, leased), (leased, free)] {
				pumped.touch(moment);
				pumped.replace(old, new);
			}
			assert_eq!(pumped, quiet);
		}
	}

	#[test]
	fn a_clock_that_goes_back_moves_nothing() {
		let mut index = index(10, 10);
		index.touch(START.plus(100));
		let before = index.clone();
		assert_eq!(index.touch(START), None);
		assert_eq!(index, before);
	}

	#[test]
	fn the_time_before_the_first_block_does_not_count() {
		let mut index = Index { offered: cores(10), ..Index::new(policy(), Timestamp(0)) };
		index.touch(START);
		assert_eq!((index.level, index.at), (level(100), START));
		index.touch(START.plus(A_DAY));
		assert!(index.level < level(100));
	}

	#[test]
	fn a_sample_is_due_when_an_hour_has_turned() {
		let start = Timestamp(10 * HOUR);
		let mut index = Index { at: start, ..index(5, 10) };
		assert_eq!(index.touch(Timestamp(11 * HOUR - 1)), None);
		let at = Timestamp(11 * HOUR);
		let sample = index.touch(at).expect("the hour has turned");
		assert_eq!((sample.at, sample.usage), (at, Perbill::from_percent(50)));
		assert_eq!(sample.level, index.level);
		assert_eq!(index.touch(at), None);
	}

	#[test]
	fn a_new_policy_takes_the_level_into_its_bounds_and_measures_by_its_gauge() {
		let mut index = index(6, 10);
		index.used.gpus = 1;
		index.offered.gpus = 4;
		assert_eq!(index.usage(), Some(Perbill::from_percent(60)));
		let new = Policy { gauge: Gauge::Gpu, floor: level(200), ..policy() };
		index.reset(new);
		assert_eq!((index.level, index.usage()), (level(200), Some(Perbill::from_percent(25))));
		assert_eq!(index.policy, new);
	}

	#[test]
	fn a_policy_that_cannot_move_both_ways_is_not_sound() {
		assert!(policy().is_sound());
		assert!(Policy { floor: HIGHEST, cap: HIGHEST, slope: HIGHEST, ..policy() }.is_sound());
		let above = FixedU128::from_inner(HIGHEST.into_inner() + 1);
		for wrong in [
			Policy { target: Perbill::zero(), ..policy() },
			Policy { target: Perbill::one(), ..policy() },
			Policy { slope: FixedU128::zero(), ..policy() },
			Policy { slope: above, ..policy() },
			Policy { floor: FixedU128::zero(), ..policy() },
			Policy { floor: level(401), ..policy() },
			Policy { cap: above, ..policy() },
		] {
			assert!(!wrong.is_sound(), "{wrong:?}");
		}
	}

	#[test]
	fn the_level_converges_to_where_demand_meets_the_target() {
		// Who would lease all of it at level 1.5 leases less of it the more it costs.
		for begin in [policy().floor, policy().cap] {
			let mut index = Index { level: begin, ..index(0, 1_000_000) };
			let mut last_gap = Perbill::one();
			for hour in 0..200 * 24 {
				let wanted = level(150) / index.level;
				let used = wanted.saturating_mul_int(1_000_000u64).min(1_000_000);
				index.used = cores(used);
				let usage = index.usage().expect("something is offered");
				let target = index.policy.target;
				let gap = usage.max(target) - usage.min(target);
				assert!(gap <= last_gap, "it does not swing");
				last_gap = gap;
				index.touch(START.plus(hour * HOUR));
			}
			assert!(last_gap < Perbill::from_percent(1), "it came to {last_gap:?}");
		}
	}

	fn policies() -> impl Strategy<Value = Policy> {
		let parts = 1u32..1_000_000_000;
		(parts, 1u128..=1_000_000, 1u128..=100_000, 0u128..=100_000).prop_map(
			|(target, slope, floor, room)| Policy {
				gauge: Gauge::Cpu,
				target: Perbill::from_parts(target),
				slope: FixedU128::from_rational(slope, 1_000),
				floor: level(floor),
				cap: level((floor + room).min(100_000)),
			},
		)
	}

	/// Lets every second pass by itself: the reference.
	fn naive(policy: &Policy, mut level: FixedU128, used: u64, offered: u64, n: u64) -> FixedU128 {
		let part = |one: u64| u128::from(one) * 1_000_000_000 / u128::from(offered);
		let target = u128::from(policy.target.deconstruct());
		for _ in 0..n {
			let step = |gap: u128| {
				FixedU128::from_inner(policy.slope.into_inner() * gap / 1_000_000_000 / 86_400)
			};
			let usage = part(used);
			level = if usage > target {
				level + step(usage - target)
			} else {
				FixedU128::from_inner(
					level.into_inner().saturating_sub(step(target - usage).into_inner()),
				)
			};
			level = level.max(policy.floor).min(policy.cap);
		}
		level
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(512))]

		#[test]
		fn the_level_is_that_of_a_clock_that_ticks_every_second(
			policy in policies(),
			uses in prop::collection::vec((0u64..=1_000, 1u64..=1_000, 0u64..2_000), 1..6),
		) {
			prop_assert!(policy.is_sound());
			let mut index = Index::new(policy, START);
			let (mut level, mut now) = (index.level, START);
			for (used, offered, seconds) in uses {
				(index.used, index.offered) = (cores(used.min(offered)), cores(offered));
				now = now.plus(seconds);
				index.touch(now);
				level = naive(&policy, level, used.min(offered), offered, seconds);
				prop_assert_eq!(index.level, level);
			}
		}

		#[test]
		fn it_does_not_matter_how_often_the_level_is_touched(
			policy in policies(),
			used in 0u64..=1_000,
			touches in prop::collection::vec(0u64..100_000, 0..40),
		) {
			let (used, offered) = (cores(used), cores(1_000));
			let mut often = Index { used, offered, ..Index::new(policy, START) };
			let mut once = often.clone();
			let mut now = START;
			for seconds in touches {
				now = now.plus(seconds);
				often.touch(now);
			}
			once.touch(now);
			prop_assert_eq!(often, once);
		}

		#[test]
		fn the_level_is_monotone_in_use_and_bounded(
			policy in policies(),
			(one, other) in (any::<u64>(), any::<u64>()),
			offered in any::<u64>(),
			seconds in any::<u64>(),
		) {
			let level = |used: u64| {
				let (used, offered) = (cores(used.min(offered)), cores(offered));
				Index { used, offered, ..Index::new(policy, START) }.level_at(START.plus(seconds))
			};
			let (low, high) = (level(one.min(other)), level(one.max(other)));
			prop_assert!(low <= high);
			prop_assert!(policy.floor <= low && high <= policy.cap);
		}
	}
}
