//! How somebody tries to move the level.

use crate::{
	book::{Book, Buyer, Request},
	demand::BASKET,
	Account,
};
use pallet_tradewind_marketplace::Listing;
use serde::Serialize;
use std::cmp::Reverse;
use tradewind_primitives::{Rate, Seconds, Timestamp};

/// How many of a hundred offers of a class are the cartel's.
const CARTEL_PERCENT: usize = 30;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trick {
	/// In each block somebody leases all that is free in the class and closes the leases within
	/// the same block.
	Pump,
	/// The cartel leases all that is free of its own offers, at whatever they ask.
	Wash,
	/// The cartel pauses its offers.
	Withhold,
}

/// Who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cartel {
	/// Providers who have nothing else in common.
	Mixed,
	/// The dearest providers, who sell little anyway.
	Dearest,
}

/// What is done by whom, and from when to when, in seconds after midnight.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Attempt {
	/// What it is called.
	pub name: &'static str,
	/// What is done.
	pub trick: Trick,
	/// Who does it.
	pub cartel: Cartel,
	/// When it begins.
	pub from: Seconds,
	/// When it is over.
	pub until: Seconds,
}

const fn attempt(
	name: &'static str,
	trick: Trick,
	cartel: Cartel,
	(from, until): (Seconds, Seconds),
) -> Attempt {
	Attempt { name, trick, cartel, from: from * 3_600, until: until * 3_600 }
}

/// What is tried.
pub const ATTEMPTS: [Attempt; 6] = [
	attempt("lease and close all within each block, 1 h", Trick::Pump, Cartel::Mixed, (12, 13)),
	attempt("30 % lease from themselves, 1 h", Trick::Wash, Cartel::Mixed, (12, 13)),
	attempt("30 % pause, 1 h", Trick::Withhold, Cartel::Mixed, (12, 13)),
	attempt("30 % lease from themselves, 8 h", Trick::Wash, Cartel::Mixed, (9, 17)),
	attempt("30 % pause, 8 h", Trick::Withhold, Cartel::Mixed, (9, 17)),
	attempt("the dearest 30 % lease from themselves, 8 h", Trick::Wash, Cartel::Dearest, (0, 8)),
];

impl Cartel {
	/// Its offers.
	pub fn members(self, listings: &[Listing<Account>]) -> Vec<usize> {
		let mut members: Vec<_> = (0..listings.len()).collect();
		if self == Self::Dearest {
			members.sort_by_key(|at| Reverse(listings[*at].prices.rate(&BASKET)));
		}
		members.truncate(listings.len() * CARTEL_PERCENT / 100);
		members
	}
}

impl Attempt {
	/// Does what is to be done in a block, before anybody else is served. Returns how many leases
	/// were opened.
	pub fn act(&self, book: &mut Book, cartel: &[usize], start: Timestamp, now: Timestamp) -> u64 {
		let seconds = now.since(start);
		let is_on = (self.from..self.until).contains(&seconds);
		match self.trick {
			Trick::Pump if is_on => {
				let all = 0..book.count();
				let leases: Vec<_> = all.filter_map(|at| lease_all(book, at, 1, now)).collect();
				leases.iter().for_each(|lease| book.close(*lease, now));
				leases.len() as u64
			},
			Trick::Wash if is_on => {
				let left = self.until - seconds;
				cartel.iter().filter_map(|at| lease_all(book, *at, left, now)).count() as u64
			},
			Trick::Withhold if seconds == self.from || seconds == self.until => {
				cartel.iter().for_each(|at| book.pause(*at, is_on, now));
				0
			},
			_ => 0,
		}
	}
}

/// Leases all that is free of an offer.
fn lease_all(book: &mut Book, at: usize, seconds: Seconds, now: Timestamp) -> Option<usize> {
	let Listing { free: needs, provider, .. } = *book.listing(at);
	let request = Request { needs, seconds, max_rate: Rate(u64::MAX.into()) };
	let candidate: [Account; 1] = [provider];
	(needs.cpu_millis > 0)
		.then(|| book.place_with(&candidate, &request, Buyer::Manipulator, now))
		.flatten()
}
