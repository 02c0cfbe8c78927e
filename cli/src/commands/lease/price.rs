//! What may be paid at most, and what is said when more is asked.

use crate::exit::{Exit, Failure};
use serde::Serialize;
use tradewind_client::{json, Asset, Balance};

/// A limit on a price, and what was seen before it was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Guard {
	/// What was asked when it was looked at last.
	#[serde(serialize_with = "json::optional_amount")]
	pub seen: Option<Balance>,
	/// The most that may be paid.
	#[serde(serialize_with = "json::amount")]
	pub most: Balance,
	/// Whether the user said so.
	#[serde(skip)]
	pub given: bool,
}

/// The words around a price.
#[derive(Clone, Copy)]
pub struct Words {
	/// In what asset.
	pub asset: Asset,
	/// What the price is for, such as `per second`.
	pub per: &'static str,
	/// The option that sets the limit.
	pub option: &'static str,
}

impl Guard {
	/// The limit that the user gave, or a little more than what was seen.
	pub fn new(given: Option<Balance>, seen: Option<Balance>, limit: Balance) -> Self {
		Self { seen, most: given.unwrap_or(limit), given: given.is_some() }
	}

	/// Says to people what will be paid at most, unless they said it themselves.
	pub fn say(&self, words: Words) {
		if let Some(text) = self.note(words) {
			eprintln!("note: {text}");
		}
	}

	fn note(&self, Words { asset, per, option }: Words) -> Option<String> {
		let seen = self.seen.filter(|_| !self.given)?;
		let (seen, most) = (asset.show(seen), asset.show(self.most));
		Some(format!("{seen} {per} is asked now; no more than {most} will be paid ({option})"))
	}

	/// A failure that names both prices, when more is asked now than may be paid.
	pub fn exceeded(&self, now: Option<Balance>, words: Words) -> Option<Failure> {
		let Words { asset, per, option } = words;
		let now = now.filter(|now| *now > self.most)?;
		let (now, most) = (asset.show(now), asset.show(self.most));
		let text = match self.seen.filter(|_| !self.given) {
			Some(seen) => format!(
				"the price has moved: {} {per} was asked a moment ago, and {now} is asked now, \
				 more than the {most} that would have been paid; do it again, or say {option}",
				asset.show(seen)
			),
			None => format!("{now} {per} is asked, more than the {most} of {option}"),
		};
		Some(Failure::new(Exit::NotDone, text))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const WORDS: Words = Words { asset: Asset::Native, per: "per second", option: "--max-rate" };

	#[test]
	fn a_price_that_moved_is_never_accepted_in_silence() {
		let guard = Guard::new(None, Some(1_000_000), 1_010_001);
		let said = guard.note(WORDS).unwrap();
		assert!(said.contains("1 uWIND per second is asked now"), "{said}");
		assert!(said.contains("no more than 1.010001 uWIND will be paid"), "{said}");
		assert!(guard.exceeded(Some(1_010_001), WORDS).is_none());
		let failure = guard.exceeded(Some(2_000_000), WORDS).unwrap();
		let said = failure.to_string();
		assert_eq!(failure.exit, Exit::NotDone);
		for price in ["1 uWIND per second was asked", "2 uWIND is asked now", "1.010001 uWIND"] {
			assert!(said.contains(price), "{price} is missing: {said}");
		}
	}

	#[test]
	fn a_limit_that_was_given_holds_and_is_named() {
		let guard = Guard::new(Some(5), Some(7), 8);
		assert_eq!((guard.most, guard.note(WORDS)), (5, None));
		let said = guard.exceeded(Some(7), WORDS).unwrap().to_string();
		assert_eq!(said, "7 planck per second is asked, more than the 5 planck of --max-rate");
		assert!(guard.exceeded(None, WORDS).is_none());
	}
}
