//! Maintenance that a provider announces: its downtime in the window breaks no promise and is no
//! outage, up to an allowance that grows back. Nobody pays for it either. Pure.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tradewind_primitives::{Seconds, Timestamp};

/// What maintenance is allowed.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
	/// How long beforehand it has to be announced.
	pub notice: Seconds,
	/// How many seconds may be announced at once.
	pub allowance: Seconds,
	/// In how many seconds the whole allowance grows back.
	pub period: Seconds,
}

/// A time in which a provider may be down.
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
pub struct Window {
	/// Its first second.
	pub from: Timestamp,
	/// The first second after it.
	pub until: Timestamp,
}

impl Window {
	/// How many of its seconds lie in `[from, until)`.
	fn overlap(&self, from: Timestamp, until: Timestamp) -> Seconds {
		self.until.min(until).since(self.from.max(from))
	}
}

/// Why maintenance cannot be announced or called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
	/// It would begin too soon.
	ShortNotice,
	/// It would last no time.
	NoTime,
	/// It would last longer than is left of the allowance.
	AllowanceUsed,
	/// Another one is not over.
	AlreadyAnnounced,
	/// None is announced that has not begun.
	NotAnnounced,
	/// It begins too soon to be called off.
	TooLate,
}

/// What is known of a provider's maintenance.
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
pub struct Upkeep {
	/// The window that was announced last.
	pub window: Option<Window>,
	/// Seconds of downtime in windows, before the present silence.
	#[codec(compact)]
	pub excused: Seconds,
	/// What was left of the allowance at `at`.
	#[codec(compact)]
	pub left: Seconds,
	/// When that was.
	pub at: Timestamp,
}

impl Upkeep {
	/// Of a provider that has never announced any.
	pub fn new(rules: &Rules, now: Timestamp) -> Self {
		Self { window: None, excused: 0, left: rules.allowance, at: now }
	}

	/// How many seconds of `[from, until)` lie in the window.
	pub fn overlap(&self, from: Timestamp, until: Timestamp) -> Seconds {
		self.window.map_or(0, |window| window.overlap(from, until))
	}

	/// What is left of the allowance at `now`.
	pub fn left(&self, rules: &Rules, now: Timestamp) -> Seconds {
		let elapsed = u128::from(now.since(self.at));
		// Two factors of 64 bits.
		let grown = elapsed.saturating_mul(rules.allowance.into());
		let grown = grown.checked_div(rules.period.into()).unwrap_or(0);
		let left = grown.saturating_add(self.left.into()).min(rules.allowance.into());
		Seconds::try_from(left).unwrap_or(rules.allowance)
	}

	/// Announces `seconds` from `from` on. `silent_since` is up to when there are signs of life.
	pub fn announce(
		&mut self,
		rules: &Rules,
		now: Timestamp,
		silent_since: Timestamp,
		from: Timestamp,
		seconds: Seconds,
	) -> Result<Window, Refusal> {
		if self.window.is_some_and(|window| window.until > now) {
			return Err(Refusal::AlreadyAnnounced);
		}
		if seconds == 0 {
			return Err(Refusal::NoTime);
		}
		if from < now.plus(rules.notice) {
			return Err(Refusal::ShortNotice);
		}
		let left = self.left(rules, now).checked_sub(seconds).ok_or(Refusal::AllowanceUsed)?;
		// The old window goes, and what it has excused of a silence that goes on is kept.
		self.excused = self.excused.saturating_add(self.overlap(silent_since, now));
		let window = Window { from, until: from.plus(seconds) };
		(self.window, self.left, self.at) = (Some(window), left, now);
		Ok(window)
	}

	/// Calls it off. `lead` is for how many seconds before it begins that may still be done.
	pub fn cancel(
		&mut self,
		rules: &Rules,
		now: Timestamp,
		lead: Seconds,
	) -> Result<Window, Refusal> {
		let window = self.window.filter(|window| window.from > now).ok_or(Refusal::NotAnnounced)?;
		if window.from <= now.plus(lead) {
			return Err(Refusal::TooLate);
		}
		let back = window.until.since(window.from);
		let left = self.left(rules, now).saturating_add(back).min(rules.allowance);
		(self.window, self.left, self.at) = (None, left, now);
		Ok(window)
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const RULES: Rules = Rules { notice: 100, allowance: 60, period: 600 };
	const LEAD: Seconds = 10;

	fn at(offset: u64) -> Timestamp {
		Timestamp(1_000 + offset)
	}

	fn upkeep() -> Upkeep {
		Upkeep::new(&RULES, at(0))
	}

	fn announce(upkeep: &mut Upkeep, now: u64, from: u64, seconds: u64) -> Result<Window, Refusal> {
		upkeep.announce(&RULES, at(now), at(now), at(from), seconds)
	}

	#[test]
	fn it_takes_notice_and_time_and_the_allowance() {
		let mut it = upkeep();
		assert_eq!(announce(&mut it, 0, 99, 10), Err(Refusal::ShortNotice));
		assert_eq!(announce(&mut it, 0, 100, 0), Err(Refusal::NoTime));
		assert_eq!(announce(&mut it, 0, 100, 61), Err(Refusal::AllowanceUsed));
		assert_eq!(announce(&mut it, 0, u64::MAX - 2_000, u64::MAX), Err(Refusal::AllowanceUsed));
		assert_eq!(it, upkeep(), "a refusal changes nothing");
		let window = Window { from: at(100), until: at(160) };
		assert_eq!(announce(&mut it, 0, 100, 60), Ok(window));
		assert_eq!(announce(&mut it, 159, 300, 1), Err(Refusal::AlreadyAnnounced));
	}

	#[test]
	fn the_allowance_grows_back_evenly_and_no_further() {
		let mut it = upkeep();
		announce(&mut it, 0, 100, 60).unwrap();
		let left = |now| it.left(&RULES, at(now));
		assert_eq!((left(0), left(9), left(10), left(300), left(600)), (0, 0, 1, 30, 60));
		assert_eq!(it.left(&RULES, Timestamp(u64::MAX)), 60);
		assert_eq!(announce(&mut it, 300, 400, 31), Err(Refusal::AllowanceUsed));
		assert!(announce(&mut it, 300, 400, 30).is_ok());
	}

	#[test]
	fn what_is_called_off_in_time_costs_nothing() {
		let mut it = upkeep();
		assert_eq!(it.cancel(&RULES, at(0), LEAD), Err(Refusal::NotAnnounced));
		let window = announce(&mut it, 0, 100, 60).unwrap();
		assert_eq!(it.cancel(&RULES, at(90), LEAD), Err(Refusal::TooLate));
		assert_eq!(it.cancel(&RULES, at(100), LEAD), Err(Refusal::NotAnnounced));
		assert_eq!(it.cancel(&RULES, at(89), LEAD), Ok(window));
		assert_eq!((it.window, it.left(&RULES, at(89))), (None, 60));
	}

	#[test]
	fn a_silence_over_two_windows_keeps_what_the_first_has_excused() {
		let mut it = upkeep();
		announce(&mut it, 0, 100, 30).unwrap();
		// Silent since second 110, and it announces the next from elsewhere.
		it.announce(&RULES, at(200), at(110), at(300), 30).unwrap();
		assert_eq!(it.excused, 20);
		assert_eq!(it.overlap(at(110), at(310)), 10);
	}

	proptest! {
		#![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

		#[test]
		fn nobody_announces_more_than_the_allowance_and_what_has_grown_back(
			steps in prop::collection::vec((0u64..400, 100u64..300, 0u64..80, any::<bool>()), 1..60),
		) {
			let (mut it, mut now, mut announced) = (upkeep(), 0, 0);
			for (pause, ahead, seconds, cancels) in steps {
				now += pause;
				if cancels {
					if let Ok(window) = it.cancel(&RULES, at(now), LEAD) {
						announced -= window.until.since(window.from);
					}
				} else if announce(&mut it, now, now + ahead, seconds).is_ok() {
					announced += seconds;
				}
				prop_assert!(it.left <= RULES.allowance);
				let most = RULES.allowance + now * RULES.allowance / RULES.period;
				prop_assert!(announced <= most, "{announced} of {most}");
			}
		}
	}
}
