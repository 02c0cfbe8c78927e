//! The life of an attempt as this provider sees it.

use serde::{Deserialize, Serialize};
use tradewind_client::bundle::Outcome;

/// Which attempt at which task: one provider tries one task at most once per attempt number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
	/// The task.
	pub task: u64,
	/// The number of the attempt, as the chain counts.
	pub attempt: u8,
}

impl std::fmt::Display for Key {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "task {} attempt {}", self.task, self.attempt)
	}
}

/// How a run ended and where its sealed result lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
	/// How it ended.
	#[serde(flatten)]
	pub outcome: Outcome,
	/// SHA-256 of the sealed result.
	pub result: Digest,
	/// The sealed result's length.
	pub result_size: u64,
	/// SHA-256 of the plain result archive.
	pub output: Digest,
}

/// Where an attempt stands. What is written down is always true already: a state is entered after
/// the deed it is named for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
	/// The chain gave it to us.
	Assigned,
	/// The chain knows that we began; it may be running, or it was when we were killed.
	Started,
	/// It ran to an end and its result is stored. From here on it is never run again.
	Ran(Ran),
	/// The chain took the report.
	Reported(Ran),
	/// The chain has closed the attempt with our report.
	Done(Ran),
	/// It is not ours any more.
	Abandoned {
		/// Why.
		reason: String,
	},
}

impl State {
	/// Whether an attempt may go from here to `next`.
	pub fn allows(&self, next: &State) -> bool {
		use State::*;
		match (self, next) {
			(Assigned, Started) | (Started, Ran(_)) | (Ran(_), Reported(_)) => true,
			// The chain closed it before we noted that it had taken the report.
			(Ran(_), Done(_)) | (Reported(_), Done(_)) => true,
			// A fork took the report back, and we give it again.
			(Reported(_) | Done(_), Reported(_)) => true,
			(Assigned | Started | Ran(_) | Reported(_), Abandoned { .. }) => true,
			// A fork gave it back to us.
			(Abandoned { .. }, Assigned) => true,
			_ => false,
		}
	}

	/// The result, once there is one.
	pub fn ran(&self) -> Option<&Ran> {
		match self {
			Self::Ran(ran) | Self::Reported(ran) | Self::Done(ran) => Some(ran),
			Self::Assigned | Self::Started | Self::Abandoned { .. } => None,
		}
	}

	/// Whether nothing is left to do unless the chain changes its mind.
	pub fn is_over(&self) -> bool {
		matches!(self, Self::Done(_) | Self::Abandoned { .. })
	}
}

/// 32 bytes, in files and addresses as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl std::fmt::Display for Digest {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		f.write_str(&hex::encode(self.0))
	}
}

impl std::str::FromStr for Digest {
	type Err = hex::FromHexError;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		let mut bytes = [0; 32];
		hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut bytes)?;
		Ok(Self(bytes))
	}
}

impl Serialize for Digest {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for Digest {
	fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn ran() -> Ran {
		Ran {
			outcome: Outcome::Exited(3),
			result: Digest([1; 32]),
			result_size: 7,
			output: Digest([2; 32]),
		}
	}

	fn all() -> [State; 6] {
		[
			State::Assigned,
			State::Started,
			State::Ran(ran()),
			State::Reported(ran()),
			State::Done(ran()),
			State::Abandoned { reason: "cancelled".into() },
		]
	}

	#[test]
	fn the_straight_way_is_open() {
		let states = all();
		for pair in states[..5].windows(2) {
			assert!(pair[0].allows(&pair[1]), "{:?} to {:?}", pair[0], pair[1]);
		}
	}

	#[test]
	fn what_ran_is_never_run_again() {
		let states = all();
		for had in &states[2..5] {
			for next in &states[..2] {
				assert!(!had.allows(next), "{had:?} to {next:?}");
			}
		}
	}

	#[test]
	fn a_result_is_not_lost_once_the_chain_has_it() {
		assert!(!State::Done(ran()).allows(&State::Abandoned { reason: String::new() }));
	}

	#[test]
	fn states_read_back_from_the_journal() {
		for state in all() {
			let text = serde_json::to_string(&state).unwrap();
			assert_eq!(serde_json::from_str::<State>(&text).unwrap(), state, "{text}");
		}
	}
}
