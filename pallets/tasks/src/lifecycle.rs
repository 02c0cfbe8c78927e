//! The life cycle of a task: which steps lead where, and when a task that waits is tried again.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use tradewind_primitives::{Seconds, Timestamp};

/// The shortest time between two tries to place a task.
pub const RETRY_EVERY: Seconds = 12;

/// The shortest time after which the deadline of a report is looked at again that a pause has put
/// off: a pause may last for days.
pub const PAUSED_CHECK_EVERY: Seconds = 60;

/// Where a task stands, without the particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
	/// Waits for a place.
	Queued,
	/// A provider has it and has not begun.
	Placed,
	/// A provider runs it.
	Running,
	/// A provider reported how it ended.
	Finished,
	/// The chain gave it up.
	Failed,
	/// The owner ended it.
	Cancelled,
}

/// What can happen to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
	/// A place was found.
	Place,
	/// The provider began.
	Start,
	/// The provider reported how it ended.
	Report,
	/// It is taken from its provider.
	Lose,
	/// The chain gives it up.
	GiveUp,
	/// The account that pays for its attempt stayed empty for too long.
	OutOfFunds,
	/// The owner ends it.
	Cancel,
}

/// Why a step does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
	/// The task has ended.
	AlreadyEnded,
	/// A provider has it.
	AlreadyAssigned,
	/// It runs already.
	AlreadyStarted,
	/// It does not run yet.
	NotStarted,
	/// No provider has it.
	NotAssigned,
}

/// Where `step` leads from `phase`.
pub fn next(phase: Phase, step: Step) -> Result<Phase, Refusal> {
	match (phase, step) {
		(Phase::Queued, Step::Place) => Ok(Phase::Placed),
		(Phase::Placed, Step::Start) => Ok(Phase::Running),
		(Phase::Running, Step::Report) => Ok(Phase::Finished),
		(Phase::Placed | Phase::Running, Step::Lose) => Ok(Phase::Queued),
		(Phase::Queued, Step::GiveUp) => Ok(Phase::Failed),
		(Phase::Placed | Phase::Running, Step::OutOfFunds) => Ok(Phase::Failed),
		(Phase::Queued | Phase::Placed | Phase::Running, Step::Cancel) => Ok(Phase::Cancelled),
		(Phase::Queued, Step::Start | Step::Report | Step::Lose | Step::OutOfFunds) => {
			Err(Refusal::NotAssigned)
		},
		(Phase::Placed, Step::Report) => Err(Refusal::NotStarted),
		(Phase::Running, Step::Start) => Err(Refusal::AlreadyStarted),
		(Phase::Placed | Phase::Running, Step::Place | Step::GiveUp) => {
			Err(Refusal::AlreadyAssigned)
		},
		(Phase::Finished | Phase::Failed | Phase::Cancelled, _) => Err(Refusal::AlreadyEnded),
	}
}

/// When a task that found no place at `now` is tried again; `None` when its wait is over.
///
/// The wait between tries is [`RETRY_EVERY`] at first and later an eighth of what the task has
/// waited, so that a task that waits a day is tried some 65 times and not 7,200. The last try is
/// at the very end of the wait.
pub fn next_try(until: Timestamp, place_within: Seconds, now: Timestamp) -> Option<Timestamp> {
	if now >= until {
		return None;
	}
	let left = until.since(now);
	let waited = place_within.saturating_sub(left);
	let pause = RETRY_EVERY.max(waited.checked_div(8).unwrap_or_default());
	Some(now.plus(pause.min(left)))
}

#[cfg(test)]
mod tests {
	use super::*;

	const PHASES: [Phase; 6] = [
		Phase::Queued,
		Phase::Placed,
		Phase::Running,
		Phase::Finished,
		Phase::Failed,
		Phase::Cancelled,
	];
	const STEPS: [Step; 7] = [
		Step::Place,
		Step::Start,
		Step::Report,
		Step::Lose,
		Step::GiveUp,
		Step::OutOfFunds,
		Step::Cancel,
	];

	#[test]
	fn exactly_these_steps_exist() {
		let mut found = vec![];
		for phase in PHASES {
			for step in STEPS {
				if let Ok(to) = next(phase, step) {
					found.push((phase, step, to));
				}
			}
		}
		assert_eq!(
			found,
			[
				(Phase::Queued, Step::Place, Phase::Placed),
				(Phase::Queued, Step::GiveUp, Phase::Failed),
				(Phase::Queued, Step::Cancel, Phase::Cancelled),
				(Phase::Placed, Step::Start, Phase::Running),
				(Phase::Placed, Step::Lose, Phase::Queued),
				(Phase::Placed, Step::OutOfFunds, Phase::Failed),
				(Phase::Placed, Step::Cancel, Phase::Cancelled),
				(Phase::Running, Step::Report, Phase::Finished),
				(Phase::Running, Step::Lose, Phase::Queued),
				(Phase::Running, Step::OutOfFunds, Phase::Failed),
				(Phase::Running, Step::Cancel, Phase::Cancelled),
			]
		);
	}

	#[test]
	fn a_step_that_does_not_exist_is_refused_with_the_cause() {
		assert_eq!(next(Phase::Queued, Step::Start), Err(Refusal::NotAssigned));
		assert_eq!(next(Phase::Queued, Step::OutOfFunds), Err(Refusal::NotAssigned));
		assert_eq!(next(Phase::Placed, Step::Report), Err(Refusal::NotStarted));
		assert_eq!(next(Phase::Running, Step::Start), Err(Refusal::AlreadyStarted));
		assert_eq!(next(Phase::Placed, Step::Place), Err(Refusal::AlreadyAssigned));
		for phase in [Phase::Finished, Phase::Failed, Phase::Cancelled] {
			for step in STEPS {
				assert_eq!(next(phase, step), Err(Refusal::AlreadyEnded));
			}
		}
	}

	#[test]
	fn early_tries_are_twelve_seconds_apart() {
		let at = |seconds| next_try(Timestamp(1000), 1000, Timestamp(seconds));
		assert_eq!(at(0), Some(Timestamp(12)));
		assert_eq!(at(96), Some(Timestamp(108)));
		assert_eq!(at(400), Some(Timestamp(450)));
	}

	#[test]
	fn the_last_try_is_at_the_end_of_the_wait() {
		let at = |seconds| next_try(Timestamp(1000), 1000, Timestamp(seconds));
		assert_eq!(at(995), Some(Timestamp(1000)));
		assert_eq!(at(1000), None);
		assert_eq!(at(1001), None);
		assert_eq!(next_try(Timestamp(5), 0, Timestamp(5)), None);
	}

	#[test]
	fn a_day_of_waiting_is_a_bounded_number_of_tries() {
		let (day, mut now, mut tries) = (86_400, Timestamp(0), 0);
		while let Some(at) = next_try(Timestamp(day), day, now) {
			assert!(at > now);
			now = at;
			tries += 1;
		}
		assert_eq!(now, Timestamp(day));
		assert!((50..80).contains(&tries), "{tries}");
	}
}
