//! How well a provider is known: a score that paid service raises, faults lower and time levels.
//!
//! The score lies between 0 and [`TOP_REPUTATION`]. What is stored is how far it was from
//! [`NEUTRAL_REPUTATION`] at one moment, in 2^32nds of a part per million, so that being looked at
//! often rounds nothing away; everything that time does since is computed when it is read.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tradewind_primitives::{
	Balance, CloseReason, Seconds, Timestamp, NEUTRAL_REPUTATION, TOP_REPUTATION,
};

/// Where a newcomer begins. Below neutral, so that a new name is no better than an old one that
/// nothing is known of.
pub const NEWCOMER: u32 = NEUTRAL_REPUTATION / 2;
/// In this time half of what the score is away from neutral is forgotten.
pub const HALF_LIFE: Seconds = 30 * DAY;
/// The most that a day of service earns.
pub const GAIN_PER_DAY: u32 = 10_000;
/// The most that may have been left unearned and be earned later: a lease earns when it ends, so
/// this is as long as a lease is worth ending for.
pub const MAX_UNEARNED: u32 = 30 * GAIN_PER_DAY;
/// The most that faults take at once, and again in each day that passes, so that one outage is one
/// misfortune, however many leases it hits.
pub const LOSS_PER_DAY: u32 = 200_000;
/// The most that declining takes, likewise: anyone can send what has to be declined.
pub const DECLINES_PER_DAY: u32 = 5_000;

const DAY: Seconds = 24 * 60 * 60;
/// A part per million, as stored.
const UNIT: u64 = 1 << 32;

/// What a provider did wrong.
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
pub enum Fault {
	/// It let the start deadline pass.
	StartMissed,
	/// It did not report by the deadline.
	ReportMissed,
	/// It was down for longer than the chain waits.
	ProviderDown,
	/// It declined what it had been given.
	Declined,
	/// It broke the service level, and the customer was credited.
	ServiceLevel,
	/// It ended a lease before its time.
	ClosedEarly,
}

impl Fault {
	/// What was done wrong in a lease that ended so, if anything.
	pub fn of(reason: CloseReason, credited: Balance) -> Option<Self> {
		match reason {
			CloseReason::StartMissed => Some(Self::StartMissed),
			CloseReason::ReportMissed => Some(Self::ReportMissed),
			CloseReason::ProviderDown => Some(Self::ProviderDown),
			CloseReason::ProviderFailed => Some(Self::Declined),
			CloseReason::ProviderLeft | CloseReason::Misuse => Some(Self::ClosedEarly),
			CloseReason::Completed
			| CloseReason::Cancelled
			| CloseReason::OutOfFunds
			| CloseReason::Expired
			| CloseReason::Unfit
			| CloseReason::Reclaimed
			| CloseReason::Transferred => (credited > 0).then_some(Self::ServiceLevel),
		}
	}

	/// What it takes from the score.
	pub fn cost(self) -> u32 {
		match self {
			Self::Declined => 1_000,
			Self::StartMissed | Self::ServiceLevel | Self::ClosedEarly => 20_000,
			Self::ReportMissed | Self::ProviderDown => 40_000,
		}
	}
}

/// How well a provider was known at one moment.
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
pub struct Reputation {
	/// How far the score was above neutral.
	pub(crate) deviation: i64,
	/// What could still be earned.
	pub(crate) unearned: u64,
	/// What faults could still take.
	pub(crate) losses: u64,
	/// What declining could still take.
	pub(crate) declines: u64,
	/// When that was.
	pub(crate) at: Timestamp,
}

impl Reputation {
	/// A newcomer's.
	pub fn new(now: Timestamp) -> Self {
		Self {
			deviation: stored(NEWCOMER).saturating_sub_unsigned(fine(NEUTRAL_REPUTATION)),
			unearned: 0,
			losses: fine(LOSS_PER_DAY),
			declines: fine(DECLINES_PER_DAY),
			at: now,
		}
	}

	/// The score at `now`, in parts per million.
	pub fn score(&self, now: Timestamp) -> u32 {
		let deviation = decayed(self.deviation, now.since(self.at));
		let score = fine(NEUTRAL_REPUTATION).saturating_add_signed(deviation) / UNIT;
		u32::try_from(score).map_or(TOP_REPUTATION, |score| score.min(TOP_REPUTATION))
	}

	/// Raises the score for `seconds` of service for which customers paid `amount`. A second earns
	/// in full when `full_day` is paid for a day of such seconds, and less in proportion when less
	/// is paid.
	pub fn raise(&mut self, now: Timestamp, seconds: Seconds, amount: Balance, full_day: Balance) {
		self.advance(now);
		let paid_for = amount.saturating_mul(DAY.into()).checked_div(full_day).unwrap_or(0);
		let gain = part_of_days(GAIN_PER_DAY, paid_for.min(seconds.into()));
		let gain = take(&mut self.unearned, gain);
		self.deviation = bounded(self.deviation.saturating_add_unsigned(gain));
	}

	/// Lowers the score for a fault.
	pub fn lower(&mut self, now: Timestamp, fault: Fault) {
		self.advance(now);
		let room = match fault {
			Fault::Declined => &mut self.declines,
			_ => &mut self.losses,
		};
		let loss = take(room, fine(fault.cost()).into());
		self.deviation = bounded(self.deviation.saturating_sub_unsigned(loss));
	}

	/// Whether every number is within its bounds.
	#[cfg(any(test, feature = "try-runtime"))]
	pub(crate) fn is_sound(&self) -> bool {
		self.deviation == bounded(self.deviation)
			&& self.unearned <= fine(MAX_UNEARNED)
			&& self.losses <= fine(LOSS_PER_DAY)
			&& self.declines <= fine(DECLINES_PER_DAY)
	}

	/// Does what time did since.
	fn advance(&mut self, now: Timestamp) {
		let elapsed = now.since(self.at);
		self.deviation = decayed(self.deviation, elapsed);
		refill(&mut self.unearned, GAIN_PER_DAY, MAX_UNEARNED, elapsed);
		refill(&mut self.losses, LOSS_PER_DAY, LOSS_PER_DAY, elapsed);
		refill(&mut self.declines, DECLINES_PER_DAY, DECLINES_PER_DAY, elapsed);
		self.at = self.at.max(now);
	}
}

/// Parts per million as they are stored.
const fn fine(parts: u32) -> u64 {
	(parts as u64).saturating_mul(UNIT)
}

/// The same, to add and subtract with. No number of parts fills 63 bits.
const fn stored(parts: u32) -> i64 {
	fine(parts).cast_signed()
}

/// No score is below 0 or above the top.
fn bounded(deviation: i64) -> i64 {
	let lowest = stored(NEUTRAL_REPUTATION).saturating_neg();
	let highest = stored(TOP_REPUTATION.saturating_sub(NEUTRAL_REPUTATION));
	deviation.clamp(lowest, highest)
}

/// Takes as much of `wanted` as there is room for.
fn take(room: &mut u64, wanted: u128) -> u64 {
	let taken = u64::try_from(wanted).map_or(*room, |wanted| wanted.min(*room));
	*room = room.saturating_sub(taken);
	taken
}

/// What so many seconds come to, of which a day comes to `per_day`.
fn part_of_days(per_day: u32, seconds: u128) -> u128 {
	// Less than 2^50 times 2^64.
	u128::from(fine(per_day)).saturating_mul(seconds).checked_div(DAY.into()).unwrap_or(0)
}

/// Makes room as time passes.
fn refill(room: &mut u64, per_day: u32, most: u32, elapsed: Seconds) {
	let more = part_of_days(per_day, elapsed.into());
	let filled = u128::from(*room).saturating_add(more).min(fine(most).into());
	*room = u64::try_from(filled).unwrap_or(*room);
}

/// One, as a factor of 63 binary places.
const ONE: u128 = 1 << 63;

/// The square root of a half, the root of that, and so on: 2 to the power of -1/2, -1/4, ... as
/// factors. Worked out by the compiler, which would refuse an overflow.
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
const ROOTS: [u128; 32] = {
	let mut roots = [ONE / 2; 32];
	let mut index = 0;
	let mut root = ONE / 2;
	while index < roots.len() {
		root = (root * ONE).isqrt();
		roots[index] = root;
		index += 1;
	}
	roots
};

/// What is left of a deviation: half of it for each half-life, and in between the binary digits of
/// the part of a half-life say which roots to multiply. Rounded towards neutral.
fn decayed(deviation: i64, elapsed: Seconds) -> i64 {
	let halvings = u32::try_from(elapsed / HALF_LIFE).unwrap_or(u32::MAX);
	let digits = (elapsed % HALF_LIFE).saturating_mul(UNIT) / HALF_LIFE;
	let factor = ROOTS
		.iter()
		.zip((0..32u32).rev())
		.filter(|(_, digit)| digits.checked_shr(*digit).is_some_and(|rest| rest % 2 == 1))
		// Both below 2^63.
		.fold(ONE, |product, (root, _)| product.saturating_mul(*root) / ONE);
	let left = u128::from(deviation.unsigned_abs()).saturating_mul(factor) / ONE;
	let left = left.checked_shr(halvings).unwrap_or(0);
	// No more than the deviation was.
	let left = i64::try_from(left).unwrap_or(i64::MAX);
	if deviation < 0 {
		left.saturating_neg()
	} else {
		left
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const FULL: Balance = 1_000_000;
	const START: Timestamp = Timestamp(1_000);

	/// A score of so many parts per million, with nothing left unearned.
	fn known(score: u32) -> Reputation {
		let deviation = stored(score) - stored(NEUTRAL_REPUTATION);
		Reputation { deviation, ..Reputation::new(START) }
	}

	/// The same with everything left unearned.
	fn idle(score: u32) -> Reputation {
		Reputation { unearned: fine(MAX_UNEARNED), ..known(score) }
	}

	fn parts(fine: i64) -> f64 {
		fine as f64 / UNIT as f64
	}

	#[test]
	fn half_is_forgotten_in_a_half_life() {
		for (score, half, quarter) in
			[(1_000_000, 750_000, 625_000), (0, 250_000, 375_000), (500_000, 500_000, 500_000)]
		{
			let it = known(score);
			assert_eq!(it.score(START), score);
			assert_eq!(it.score(START.plus(HALF_LIFE)), half);
			assert_eq!(it.score(START.plus(2 * HALF_LIFE)), quarter);
			assert_eq!(it.score(Timestamp(u64::MAX)), NEUTRAL_REPUTATION);
		}
		// A root of a half on the way.
		let midway = known(1_000_000).score(START.plus(HALF_LIFE / 2));
		assert_eq!(midway, 853_553);
	}

	#[test]
	fn a_newcomer_begins_halfway_to_neutral_and_grows_up_by_itself() {
		let it = Reputation::new(START);
		assert_eq!(it.score(START), NEWCOMER);
		assert_eq!(it.score(START.plus(HALF_LIFE)), 375_000);
		assert!(it.is_sound());
	}

	#[test]
	fn a_clock_that_goes_back_changes_nothing() {
		let mut it = idle(900_000);
		it.raise(Timestamp(0), 0, 0, FULL);
		assert_eq!(it, idle(900_000));
	}

	#[test]
	fn a_fully_paid_day_earns_a_day_and_half_the_money_or_time_earns_half() {
		let earned = |seconds, amount| {
			let mut it = idle(NEUTRAL_REPUTATION);
			it.raise(START, seconds, amount, FULL);
			it.score(START) - NEUTRAL_REPUTATION
		};
		assert_eq!(earned(DAY, FULL), GAIN_PER_DAY);
		assert_eq!(earned(DAY, FULL / 2), GAIN_PER_DAY / 2);
		assert_eq!(earned(DAY / 2, FULL), GAIN_PER_DAY / 2);
		assert_eq!(earned(DAY, 0), 0);
		assert_eq!(earned(0, FULL), 0);
		assert_eq!(earned(u64::MAX, u128::MAX), MAX_UNEARNED);
	}

	#[test]
	fn nothing_is_earned_when_nothing_is_worth_a_day() {
		let mut it = idle(NEUTRAL_REPUTATION);
		it.raise(START, DAY, FULL, 0);
		assert_eq!(it.score(START), NEUTRAL_REPUTATION);
	}

	#[test]
	fn each_fault_has_its_cost_until_the_day_is_used_up() {
		for fault in [
			Fault::StartMissed,
			Fault::ReportMissed,
			Fault::ProviderDown,
			Fault::Declined,
			Fault::ServiceLevel,
			Fault::ClosedEarly,
		] {
			let mut it = known(900_000);
			it.lower(START, fault);
			assert_eq!(it.score(START), 900_000 - fault.cost());
			for _ in 0..100 {
				it.lower(START, fault);
			}
			let most = if fault == Fault::Declined { DECLINES_PER_DAY } else { LOSS_PER_DAY };
			assert_eq!(it.score(START), 900_000 - most);
		}
	}

	#[test]
	fn every_way_to_end_is_judged() {
		use CloseReason::*;
		for (reason, fault) in [
			(StartMissed, Some(Fault::StartMissed)),
			(ReportMissed, Some(Fault::ReportMissed)),
			(ProviderDown, Some(Fault::ProviderDown)),
			(ProviderFailed, Some(Fault::Declined)),
			(ProviderLeft, Some(Fault::ClosedEarly)),
			(Misuse, Some(Fault::ClosedEarly)),
		] {
			assert!(reason.is_provider_fault());
			assert_eq!((Fault::of(reason, 0), Fault::of(reason, 1)), (fault, fault));
		}
		let good = [Completed, Cancelled, OutOfFunds, Expired, Unfit, Reclaimed, Transferred];
		for reason in good {
			assert!(!reason.is_provider_fault());
			assert_eq!(Fault::of(reason, 0), None);
			assert_eq!(Fault::of(reason, 1), Some(Fault::ServiceLevel));
		}
	}

	/// Whoever serves without fault all the time comes to where a day forgets what a day earns.
	#[test]
	fn steady_service_settles_below_the_top() {
		let mut it = Reputation::new(START);
		for day in 1..=720 {
			it.raise(START.plus(day * DAY), DAY, FULL, FULL);
		}
		let settled = it.score(START.plus(720 * DAY));
		assert!((930_000..940_000).contains(&settled), "{settled}");
	}

	/// What the naive model does with a day.
	#[derive(Clone, Copy, Debug)]
	enum Day {
		Idle,
		Served(u8),
		Faulty(Fault),
	}

	fn day() -> impl Strategy<Value = Day> {
		let fault = prop_oneof![
			Just(Fault::StartMissed),
			Just(Fault::ProviderDown),
			Just(Fault::Declined),
			Just(Fault::ServiceLevel),
			Just(Fault::ClosedEarly)
		];
		prop_oneof![
			2 => Just(Day::Idle),
			5 => (0u8..=100).prop_map(Day::Served),
			1 => fault.prop_map(Day::Faulty),
		]
	}

	proptest! {
		#![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

		/// Day after day with floating point, and only on the days on which something happened.
		#[test]
		fn it_agrees_with_a_model_that_goes_day_by_day(
			days in prop::collection::vec(day(), 1..200),
		) {
			let mut it = Reputation::new(START);
			let mut now = START;
			let mut deviation = f64::from(NEWCOMER) - f64::from(NEUTRAL_REPUTATION);
			let mut unearned = 0.0f64;
			for day in days {
				now = now.plus(DAY);
				deviation *= 0.5f64.powf(1.0 / 30.0);
				unearned = (unearned + f64::from(GAIN_PER_DAY)).min(f64::from(MAX_UNEARNED));
				match day {
					Day::Idle => {},
					Day::Served(percent) => {
						let gain = f64::from(GAIN_PER_DAY) * f64::from(percent) / 100.0;
						deviation += gain;
						unearned -= gain;
						it.raise(now, DAY, FULL * Balance::from(percent) / 100, FULL);
					},
					Day::Faulty(fault) => {
						deviation -= f64::from(fault.cost());
						it.lower(now, fault);
					},
				}
				deviation = deviation.clamp(-500_000.0, 500_000.0);
				let score = f64::from(NEUTRAL_REPUTATION) + deviation;
				prop_assert!((f64::from(it.score(now)) - score).abs() < 1.1);
				if !matches!(day, Day::Idle) {
					prop_assert!((it.unearned as f64 / UNIT as f64 - unearned).abs() < 1.1);
				}
			}
		}

		#[test]
		fn time_only_ever_leads_nearer_to_neutral(score in 0u32..=1_000_000, a: u32, b: u32) {
			let it = known(score);
			let (a, b) = (Seconds::from(a.min(b)), Seconds::from(a.max(b)));
			let away = |seconds| it.score(START.plus(seconds)).abs_diff(NEUTRAL_REPUTATION);
			// A score is rounded down, so below neutral it may look one part farther away.
			prop_assert!(away(b) <= away(a) + 1);
			prop_assert!(decayed(it.deviation, b).abs() <= decayed(it.deviation, a).abs());
		}

		/// Neighbouring seconds never trade places, wherever the digits carry.
		#[test]
		fn a_second_never_takes_back_what_was_forgotten(
			score in 0u32..=1_000_000,
			seconds in 0..3 * HALF_LIFE,
		) {
			let deviation = known(score).deviation;
			prop_assert!(
				decayed(deviation, seconds + 1).abs() <= decayed(deviation, seconds).abs()
			);
		}

		/// Being looked at often neither keeps a score up nor wears it down.
		#[test]
		fn how_often_it_is_touched_makes_no_difference(
			score in 0u32..=1_000_000,
			steps in prop::collection::vec(1u64..40_000, 1..300),
		) {
			let (mut often, once) = (idle(score), idle(score));
			let mut now = START;
			for step in steps {
				now = now.plus(step);
				often.raise(now, 0, 0, FULL);
			}
			let difference = parts(often.deviation) - parts(decayed(once.deviation, now.0 - START.0));
			prop_assert!(difference.abs() < 0.2, "{difference}");
		}

		/// More service or more money never earns less, and never more than a day a day.
		#[test]
		fn earning_is_monotone_and_bounded(
			score in 0u32..=1_000_000,
			seconds in 0..100 * DAY,
			amount in 0..100 * FULL,
			more in 0..10 * DAY,
		) {
			let earned = |seconds, amount| {
				let mut it = idle(score);
				it.raise(START, seconds, amount, FULL);
				it.deviation
			};
			let base = earned(seconds, amount);
			prop_assert!(earned(seconds + more, amount) >= base);
			prop_assert!(earned(seconds, amount + Balance::from(more)) >= base);
			prop_assert!(parts(base) - parts(known(score).deviation)
				<= f64::from(GAIN_PER_DAY) * seconds as f64 / DAY as f64);
		}

		/// Cutting a lease into pieces earns nothing more.
		#[test]
		fn many_small_leases_earn_no_more_than_one(
			pieces in prop::collection::vec((1u64..DAY, 0..2 * FULL), 1..50),
		) {
			let (mut many, mut one) = (idle(0), idle(0));
			for (seconds, amount) in &pieces {
				many.raise(START, *seconds, *amount, FULL);
			}
			let seconds = pieces.iter().map(|piece| piece.0).sum();
			one.raise(START, seconds, pieces.iter().map(|piece| piece.1).sum(), FULL);
			prop_assert!(many.deviation <= one.deviation);
		}

		/// Whatever happens, the score stays in its bounds, and n days earn at most n days and
		/// what was left unearned.
		#[test]
		fn it_is_bounded(
			score in 0u32..=1_000_000,
			acts in prop::collection::vec(
				(0u64..10 * DAY, any::<u64>(), any::<u128>(), any::<bool>()),
				1..60,
			),
		) {
			let mut it = known(score);
			let mut now = START;
			let mut gained = 0.0;
			for (pause, seconds, amount, fault) in acts {
				now = now.plus(pause);
				let before = decayed(it.deviation, pause);
				if fault {
					it.lower(now, Fault::ProviderDown);
					prop_assert!(it.deviation <= before);
				} else {
					it.raise(now, seconds, amount, FULL);
					prop_assert!(it.deviation >= before);
					gained += parts(it.deviation - before);
				}
				prop_assert!(it.is_sound());
				prop_assert!(it.score(now) <= TOP_REPUTATION);
			}
			let days = (now.0 - START.0) as f64 / DAY as f64;
			prop_assert!(gained <= days * f64::from(GAIN_PER_DAY) + 1.0);
		}
	}
}
