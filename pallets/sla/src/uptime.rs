//! How long a provider has been down: an accumulator that is read like a meter.
//!
//! A sign of life holds good for a grace period. Second `t` counts as down when no sign of life
//! holds good at `t`. D(at) is the number of such seconds before `at`. From the last sign of life
//! on it is computed from that alone, so it grows by itself while a provider is silent. For a
//! moment before, what was down since is taken off again, as far back as it is remembered.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::maintenance::Upkeep;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use tradewind_primitives::{Seconds, Timestamp};

/// How many downtimes that have ended are remembered.
pub const MEMORY: u32 = 8;

/// What is known of a provider's signs of life.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
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
	/// The last downtimes that a sign of life has ended, oldest first: the first second of each,
	/// and the first one after it.
	pub ended: BoundedVec<(Timestamp, Timestamp), ConstU32<MEMORY>>,
	/// Its maintenance; `None` if it has never announced any.
	pub upkeep: Option<Upkeep>,
}

impl Uptime {
	/// A provider that enrols: down until its first sign of life.
	pub fn new(now: Timestamp) -> Self {
		Self {
			enrolled: now,
			up_until: now,
			down: 0,
			watch: None,
			outage: None,
			ended: BoundedVec::new(),
			upkeep: None,
		}
	}

	/// Whether the provider is up in the second that begins now.
	pub fn is_up(&self, now: Timestamp) -> bool {
		now < self.up_until
	}

	/// D(at). Exact from the first second of the oldest downtime that is remembered on, and from
	/// the first second of all while none has been forgotten. Before that it is the oldest reading
	/// that is known: too high rather than too low, and never above a later reading.
	pub fn downtime(&self, at: Timestamp) -> Seconds {
		if !self.has_begun() {
			return 0;
		}
		let since: Seconds = self
			.ended
			.iter()
			.map(|(from, until)| until.since(at.max(*from)))
			.fold(0, Seconds::saturating_add);
		self.down.saturating_sub(since).saturating_add(at.since(self.up_until))
	}

	/// How many seconds of D(now) lie in maintenance that was announced.
	pub fn excused(&self, now: Timestamp) -> Seconds {
		let upkeep = self.upkeep.filter(|_| self.has_begun());
		upkeep.map_or(0, |upkeep| upkeep.excused.saturating_add(upkeep.overlap(self.up_until, now)))
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
	/// one more is. Maintenance that begins before that is not counted.
	pub fn deadline(&self, patience: Seconds) -> Timestamp {
		let deadline = self.up_until.plus(patience).plus(1);
		let window = self.upkeep.and_then(|upkeep| upkeep.window);
		let window = window.filter(|window| window.from < deadline);
		let excused = window.map_or(0, |window| window.until.since(window.from.max(self.up_until)));
		deadline.plus(excused)
	}

	/// A sign of life that holds good for `grace` seconds. Returns how long the outage was that it
	/// ends, if one had been declared.
	pub fn beat(&mut self, now: Timestamp, grace: Seconds) -> Option<Seconds> {
		if !self.has_begun() {
			*self = Self::new(now);
		}
		if now > self.up_until {
			let excused = self.excused(now);
			if let Some(upkeep) = &mut self.upkeep {
				upkeep.excused = excused;
			}
			self.down = self.down.saturating_add(now.since(self.up_until));
			// Where there is no room, the oldest is forgotten.
			let _ = self.ended.force_insert_keep_right(self.ended.len(), (self.up_until, now));
		}
		// Never earlier than before, lest a shorter grace after an upgrade takes uptime back.
		self.up_until = self.up_until.max(now.plus(grace));
		self.outage.take().map(|since| now.since(since))
	}

	fn has_begun(&self) -> bool {
		self.enrolled > Timestamp(0)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
	use super::*;
	use crate::maintenance::Window;
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

	/// Maintenance of 100 seconds from second 50 on.
	fn upkeep() -> Option<Upkeep> {
		let window = Some(Window { from: at(50), until: at(150) });
		Some(Upkeep { window, excused: 0, left: 0, at: at(0) })
	}

	#[test]
	fn only_downtime_in_the_window_is_excused() {
		let mut uptime = Uptime { upkeep: upkeep(), ..Uptime::new(at(0)) };
		assert_eq!((uptime.downtime(at(60)), uptime.excused(at(60))), (60, 10));
		uptime.beat(at(70), GRACE);
		assert_eq!((uptime.downtime(at(100)), uptime.excused(at(100))), (70, 20));
		assert_eq!((uptime.downtime(at(170)), uptime.excused(at(170))), (140, 70));
		uptime.beat(at(170), GRACE);
		assert_eq!((uptime.downtime(at(300)), uptime.excused(at(300))), (240, 70));
	}

	#[test]
	fn an_outage_waits_for_the_end_of_the_window() {
		let silent_from = |up_until: u64| {
			let up_until = at(up_until);
			Uptime { upkeep: upkeep(), up_until, ..Uptime::new(at(0)) }.deadline(10)
		};
		assert_eq!(silent_from(39), at(39 + 11), "over before it begins");
		assert_eq!(silent_from(40), at(40 + 11 + 100));
		assert_eq!(silent_from(60), at(60 + 11 + 90));
		assert_eq!(silent_from(149), at(149 + 11 + 1));
		assert_eq!(silent_from(150), at(150 + 11));
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
	fn a_moment_in_the_past_is_read_as_it_was_then() {
		let mut uptime = Uptime::new(at(0));
		uptime.beat(at(10), GRACE); // down for 10, up to 40
		uptime.beat(at(50), GRACE); // down for 10, up to 80
		uptime.beat(at(60), GRACE); // up to 90
		assert_eq!(uptime.ended.to_vec(), [(at(0), at(10)), (at(40), at(50))]);
		let readings = [(0, 0), (7, 7), (10, 10), (40, 10), (41, 11), (50, 20), (90, 20), (95, 25)];
		for (moment, reading) in readings {
			assert_eq!(uptime.downtime(at(moment)), reading, "at {moment}");
		}
		assert_eq!(uptime.downtime(Timestamp(0)), 0);
	}

	#[test]
	fn a_steady_beat_fills_no_memory() {
		let mut uptime = Uptime::new(at(0));
		(0..100).for_each(|beat| assert_eq!(uptime.beat(at(beat * GRACE), GRACE), None));
		assert!(uptime.ended.is_empty());
	}

	#[test]
	fn what_lies_before_the_memory_is_the_oldest_reading() {
		let mut uptime = Uptime::new(at(0));
		(0..u64::from(MEMORY) + 2).for_each(|beat| {
			uptime.beat(at(beat * 2 * GRACE), GRACE);
		});
		assert_eq!(uptime.ended.len() as u32, MEMORY);
		// The first downtime began at 30 and is forgotten, the second one at 90 is not.
		assert_eq!(uptime.downtime(at(0)), GRACE);
		assert_eq!(uptime.downtime(at(90)), GRACE);
		assert_eq!(uptime.downtime(at(91)), GRACE + 1);
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

		/// Every reading of the past that the memory reaches is the one that was counted then; the
		/// others stand at the oldest of these. So readings never fall with time.
		#[test]
		fn the_past_equals_what_was_counted_then(
			gaps in prop::collection::vec((0u64..90, any::<bool>()), 1..40),
		) {
			let mut uptime = Uptime::new(at(0));
			let (mut good_until, mut counts, mut silences) = (0, vec![0], vec![]);
			for (gap, beats) in gaps {
				let now = counts.len() as u64 - 1;
				for second in now..now + gap {
					counts.push(counts[second as usize] + u64::from(second >= good_until));
				}
				let now = now + gap;
				if beats {
					if now > good_until {
						silences.push(good_until);
					}
					uptime.beat(at(now), GRACE);
					good_until = now + GRACE;
				}
				let forgotten = silences.len().saturating_sub(MEMORY as usize);
				let oldest = if forgotten == 0 { 0 } else { silences[forgotten] };
				for moment in 0..=now {
					let counted = counts[moment.max(oldest) as usize];
					prop_assert_eq!(uptime.downtime(at(moment)), counted, "{} at {}", moment, now);
				}
			}
		}
	}
}
