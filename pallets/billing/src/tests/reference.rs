//! A billing system too simple to be wrong: it looks at every second by itself.
//!
//! It shares no arithmetic with the pallet and knows nothing of settlements. The property tests
//! hold the pallet against it.

use std::collections::BTreeMap;

/// A stream as a customer understands it.
#[derive(Clone, Debug)]
pub struct Stream {
	/// Planck per second.
	pub rate: u128,
	/// The most it may cost.
	pub cap: u128,
	/// Who gets how many billionths.
	pub payees: Vec<(u64, u128)>,
	/// Whose downtime is not paid.
	pub provider: Option<u64>,
	/// Whether it has begun.
	pub flows: bool,
	/// Seconds that were paid.
	pub seconds: u64,
	/// Seconds that were not because the provider was down.
	pub downtime: u64,
}

impl Stream {
	/// What it costs so far.
	pub fn cost(&self) -> u128 {
		(0..self.seconds).map(|_| self.rate).sum()
	}

	/// What each payee has earned so far, in whole planck.
	pub fn earned(&self) -> Vec<(u64, u128)> {
		let cost = self.cost();
		self.payees.iter().map(|(who, parts)| (*who, cost * parts / 1_000_000_000)).collect()
	}
}

/// All streams, by id, and which providers are down.
#[derive(Clone, Debug, Default)]
pub struct Reference {
	/// The streams that are open.
	pub streams: BTreeMap<u64, Stream>,
	/// Who is down at this moment.
	pub down: BTreeMap<u64, bool>,
	/// What the payees of closed streams have earned.
	pub earned: BTreeMap<u64, u128>,
}

impl Reference {
	/// One second passes.
	pub fn tick(&mut self) {
		for stream in self.streams.values_mut().filter(|stream| stream.flows) {
			let is_down =
				stream.provider.is_some_and(|who| self.down.get(&who).copied().unwrap_or(false));
			if is_down {
				stream.downtime += 1;
			} else if stream.cost() + stream.rate <= stream.cap {
				stream.seconds += 1;
			}
		}
	}

	/// The stream ends; the first payee gets what cannot be divided.
	pub fn close(&mut self, id: u64) -> Stream {
		let stream = self.streams.remove(&id).expect("the test closes open streams only");
		let earned = stream.earned();
		let divided: u128 = earned.iter().map(|(_, amount)| amount).sum();
		for (index, (who, amount)) in earned.into_iter().enumerate() {
			let rest = if index == 0 { stream.cost() - divided } else { 0 };
			*self.earned.entry(who).or_default() += amount + rest;
		}
		stream
	}
}
