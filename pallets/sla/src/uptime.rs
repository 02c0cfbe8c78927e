//! How long a provider has been down: an accumulator that is read like a meter.
//!
//! A sign of life holds good for a grace period. Second `t` counts as down when no sign of life
//! holds good at `t`. D(now) is the number of such seconds before `now`; it is computed from the
//! last sign of life alone, so it grows by itself while a provider is silent.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tradewind_primitives::{Seconds, Timestamp};

/// What is known of a provider's signs of life.
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
pub struct Uptime {
	/// When the count began. A provider of the genesis enrols before there is a clock; it stands
	/// at 0 until its first sign of life, and nothing is counted.
	pub enrolled: Timestamp,
	/// The first second at which the last sign of life no longer holds good.
	pub up_until: Timestamp,
	/// Seconds of downtime before `up_until`.
	pub down: Seconds,
	/// When the agenda looks at the provider next; `None` when nobody watches it, because it has
	/// not beaten yet or its outage is declared.
	pub watch: Option<Timestamp>,
	/// Since when it has been down, once that is declared an outage.
	pub outage: Option<Timestamp>,
}

impl Uptime {
	/// A provider that enrols: down until its first sign of life.
	pub fn new(now: Timestamp) -> Self {
		Self { enrolled: now, up_until: now, down: 0, watch: None, outage: None }
	}

	/// Whether the provider is up in the second that begins now.
	pub fn is_up(&self, now: Timestamp) -> bool {
		now < self.up_until
	}

	/// D(now).
	pub fn downtime(&self, now: Timestamp) -> Seconds {
		if self.has_begun() {
			self.down.saturating_add(now.since(self.up_until))
		} else {
			0
		}
	}

	/// Seconds that were counted, up or down.
	pub fn counted(&self, now: Timestamp) -> Seconds {
		if self.has_begun() {
			now.since(self.enrolled)
		} else {
			0
		}
	}

	/// The first second in which the silence is an outage: `patience` seconds of downtime are not,
	/// one more is.
	pub fn deadline(&self, patience: Seconds) -> Timestamp {
		self.up_until.plus(patience).plus(1)
	}

	/// A sign of life that holds good for `grace` seconds. Returns how long the outage was that it
	/// ends, if one had been declared.
	pub fn beat(&mut self, now: Timestamp, grace: Seconds) -> Option<Seconds> {
		if !self.has_begun() {
			*self = Self::new(now);
		}
		self.down = self.downtime(now);
		// Never earlier than before, lest a shorter grace after an upgrade takes uptime back.
		self.up_until = self.up_until.max(now.plus(grace));
		self.outage.take().map(|since| now.since(since))
	}

	fn has_begun(&self) -> bool {
		self.enrolled > Timestamp(0)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const GRACE: Seconds = 30;
	const START: u64 = 1_000;

	fn at(offset: u64) -> Timestamp {
		Timestamp(START + offset)
	}

	#[test]
	fn a_provider_is_down_from_enrolment_to_its_first_beat() {
		let mut uptime = Uptime::new(at(0));
		assert!(!uptime.is_up(at(0)));
		assert_eq!(uptime.downtime(at(0)), 0);
		assert_eq!(uptime.downtime(at(100)), 100);
		assert_eq!(uptime.beat(at(100), GRACE), None);
		assert_eq!(uptime.downtime(at(100)), 100);
	}

	#[test]
	fn a_beat_holds_good_until_the_exact_end_of_grace() {
		let mut uptime = Uptime::new(at(0));
		uptime.beat(at(0), GRACE);
		assert!(uptime.is_up(at(0)) && uptime.is_up(at(29)) && !uptime.is_up(at(30)));
		assert_eq!(uptime.downtime(at(30)), 0);
		assert_eq!(uptime.downtime(at(31)), 1);
	}

	#[test]
	fn a_beat_keeps_what_was_counted() {
		let mut uptime = Uptime::new(at(0));
		uptime.beat(at(0), GRACE);
		uptime.beat(at(40), GRACE);
		assert_eq!(uptime.downtime(at(40)), 10);
		assert_eq!(uptime.downtime(at(70)), 10);
		assert_eq!(uptime.downtime(at(75)), 15);
		assert_eq!(uptime.counted(at(75)), 75);
	}

	#[test]
	fn the_deadline_is_the_second_after_patience() {
		let mut uptime = Uptime::new(at(0));
		uptime.beat(at(0), GRACE);
		assert_eq!(uptime.deadline(60), at(GRACE + 61));
	}

	#[test]
	fn the_genesis_counts_nothing_before_the_first_beat() {
		let mut uptime = Uptime::new(Timestamp(0));
		assert!(!uptime.is_up(at(0)));
		assert_eq!((uptime.downtime(at(0)), uptime.counted(at(0))), (0, 0));
		uptime.beat(at(0), GRACE);
		assert_eq!((uptime.downtime(at(0)), uptime.counted(at(0))), (0, 0));
		assert_eq!((uptime.downtime(at(35)), uptime.counted(at(35))), (5, 35));
	}

	#[test]
	fn the_end_of_an_outage_tells_its_length() {
		let mut uptime = Uptime::new(at(0));
		uptime.beat(at(0), GRACE);
		uptime.outage = Some(uptime.up_until);
		assert_eq!(uptime.beat(at(100), GRACE), Some(70));
		assert_eq!(uptime.beat(at(101), GRACE), None);
	}

	#[test]
	fn the_end_of_time_does_not_overflow() {
		let mut uptime = Uptime::new(Timestamp(u64::MAX));
		uptime.beat(Timestamp(u64::MAX), u64::MAX);
		assert_eq!(uptime.downtime(Timestamp(u64::MAX)), 0);
		assert_eq!(uptime.deadline(u64::MAX), Timestamp(u64::MAX));
	}

	proptest! {
		#![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

		/// D agrees with a count of the seconds one by one, whoever reads it in between.
		#[test]
		fn the_meter_equals_a_count_of_seconds(
			gaps in prop::collection::vec((0u64..90, any::<bool>()), 1..40),
		) {
			let mut uptime = Uptime::new(at(0));
			let (mut now, mut good_until, mut count) = (0, 0, 0);
			for (gap, beats) in gaps {
				for second in now..now + gap {
					count += u64::from(second >= good_until);
					prop_assert_eq!(uptime.downtime(at(second + 1)), count);
					prop_assert_eq!(uptime.is_up(at(second)), second < good_until);
				}
				now += gap;
				if beats {
					uptime.beat(at(now), GRACE);
					good_until = now + GRACE;
				}
				prop_assert_eq!(uptime.downtime(at(now)), count);
			}
		}
	}
}
