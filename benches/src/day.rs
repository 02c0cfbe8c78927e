//! A day of one class, and of all of them.

use crate::{
	attempt::Attempt,
	book::{Book, Buyer, Money},
	demand::{offers, Demand, BASKET},
	policy, BLOCK, FEE, MICROWIND,
};
use serde::Serialize;
use sp_runtime::FixedU128;
use tradewind_primitives::{Balance, Seconds, Timestamp};

/// From sample to sample.
pub const INTERVAL: Seconds = 300;
/// How many providers a class has at most.
pub const CLASS_SIZE: usize = 2_500;
/// Midnight.
const START: Timestamp = Timestamp(20_000 * 86_400);

/// What is simulated.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Setup {
	/// From which all that is random is drawn.
	pub seed: u64,
	/// How many providers there are, each with one offer.
	pub providers: usize,
	/// For how long, from midnight.
	pub seconds: Seconds,
}

impl Setup {
	/// The number of offers in each class: as few classes as there may be, filled evenly.
	pub fn classes(&self) -> Vec<usize> {
		let classes = self.providers.div_ceil(CLASS_SIZE);
		(0..classes)
			.map(|class| self.providers * (class + 1) / classes - self.providers * class / classes)
			.collect()
	}
}

/// What is seen of a class at a sample, and has happened since the one before.
#[derive(Clone, Debug, Default)]
struct Point {
	level: FixedU128,
	used: u64,
	offered: u64,
	asked: Vec<Balance>,
	revenue: Balance,
	served: u64,
	refused: u64,
}

/// A class on its way through the day.
pub struct ClassDay {
	/// Its book.
	pub book: Book,
	demand: Demand,
	attempt: Option<Attempt>,
	/// The offers of the cartel.
	cartel: Vec<usize>,
	seconds: Seconds,
	points: Vec<Point>,
	since: Point,
	before: Balance,
	tricks: u64,
}

impl ClassDay {
	/// A class at midnight, with the leases of those who came before. Its level is one.
	pub fn new(seed: u64, class: u64, providers: usize, attempt: Option<Attempt>) -> Self {
		let (listings, reputations) = offers(seed, class, providers);
		let members = |attempt: Attempt| attempt.cartel.members(&listings);
		let cartel = attempt.map(members).unwrap_or_default();
		let book = Book::new(listings, reputations, policy(), START);
		let cores = book.capacity().0 as f64 / 1_000.0;
		let mut day = Self {
			book,
			demand: Demand::new(seed, class, cores),
			attempt,
			cartel,
			seconds: 0,
			points: Vec::new(),
			since: Point::default(),
			before: 0,
			tricks: 0,
		};
		for request in day.demand.overnight() {
			day.book.place(&request, Buyer::Honest, START);
		}
		day
	}

	/// The time.
	pub fn now(&self) -> Timestamp {
		START.plus(self.seconds)
	}

	/// Makes a block: leases end, the attempt is made, requests are served in the order in which
	/// they came.
	pub fn step(&mut self) {
		self.seconds += BLOCK;
		let now = self.now();
		self.book.advance(now);
		if let Some(attempt) = self.attempt {
			self.tricks += attempt.act(&mut self.book, &self.cartel, START, now);
		}
		for request in self.demand.block(self.seconds) {
			match self.book.place(&request, Buyer::Honest, now) {
				Some(_) => self.since.served += 1,
				None => self.since.refused += 1,
			}
		}
		if self.seconds.is_multiple_of(INTERVAL) {
			self.sample();
		}
	}

	fn sample(&mut self) {
		self.book.index.touch(self.now());
		let mut point = std::mem::take(&mut self.since);
		point.level = self.book.index.level;
		let gauge = self.book.index.policy.gauge;
		point.used = self.book.index.used.of(gauge);
		point.offered = self.book.index.offered.of(gauge);
		point.asked = self.book.asked(&BASKET).map(|rate| rate.0).collect();
		point.revenue = self.book.earned.honest - self.before;
		self.before = self.book.earned.honest;
		self.points.push(point);
	}
}

/// What is seen of all classes at a moment, and has happened since the one before.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Sample {
	/// Since midnight.
	pub seconds: Seconds,
	/// The level, on the average of the classes.
	pub level: f64,
	/// What a tenth of the offers ask at most for the basket, in millionths of a WIND per second.
	pub asked_low: f64,
	/// What half of them ask at most.
	pub asked_median: f64,
	/// What nine tenths of them ask at most.
	pub asked_high: f64,
	/// The part in use of what everybody can lease.
	pub utilisation: f64,
	/// What honest buyers pay, in WIND per hour.
	pub revenue_per_hour: f64,
	/// Requests that were placed.
	pub served: u64,
	/// Requests that found nothing that would do at their limit.
	pub refused: u64,
}

/// A day of all classes.
pub struct Day {
	/// What was seen.
	pub samples: Vec<Sample>,
	/// The money of all classes.
	pub money: Money,
	/// How many leases a manipulator opened.
	pub tricks: u64,
	/// The levels of each class at each sample.
	levels: Vec<Vec<FixedU128>>,
	/// What honest buyers were billed for the leases of each offer of each class.
	paid: Vec<Vec<Balance>>,
	/// The offers of the cartel in each class.
	cartels: Vec<Vec<usize>>,
}

impl Day {
	/// What honest buyers paid these offers of each class, in WIND.
	fn paid_to(&self, cartels: &[Vec<usize>]) -> f64 {
		let classes = self.paid.iter().zip(cartels);
		wind(classes.flat_map(|(paid, cartel)| cartel.iter().map(|at| paid[*at])).sum())
	}
}

/// Runs all classes through the day, one after the other.
pub fn run(setup: &Setup, attempt: Option<Attempt>) -> Day {
	let mut merged = vec![Point::default(); (setup.seconds / INTERVAL) as usize];
	let mut day = Day {
		samples: Vec::new(),
		money: Money::default(),
		tricks: 0,
		levels: Vec::new(),
		paid: Vec::new(),
		cartels: Vec::new(),
	};
	for (class, providers) in setup.classes().into_iter().enumerate() {
		let mut one = ClassDay::new(setup.seed, class as u64, providers, attempt);
		for _ in 0..setup.seconds / BLOCK {
			one.step();
		}
		day.levels.push(one.points.iter().map(|point| point.level).collect());
		one.book.close_all(one.now());
		day.money.honest += one.book.billed.honest;
		day.money.manipulator += one.book.billed.manipulator;
		day.paid.push(one.book.paid);
		day.cartels.push(one.cartel);
		day.tricks += one.tricks;
		for (all, point) in merged.iter_mut().zip(one.points) {
			all.used += point.used;
			all.offered += point.offered;
			all.asked.extend(point.asked);
			all.revenue += point.revenue;
			all.served += point.served;
			all.refused += point.refused;
		}
	}
	for (at, mut point) in merged.into_iter().enumerate() {
		point.asked.sort_unstable();
		let asked = |percent: usize| {
			let rank = (point.asked.len() - 1) * percent / 100;
			point.asked[rank] as f64 / MICROWIND as f64
		};
		day.samples.push(Sample {
			seconds: (at as Seconds + 1) * INTERVAL,
			level: mean(day.levels.iter().map(|levels| levels[at].to_float())),
			asked_low: asked(10),
			asked_median: asked(50),
			asked_high: asked(90),
			utilisation: point.used as f64 / point.offered as f64,
			revenue_per_hour: wind(point.revenue) * 3_600.0 / INTERVAL as f64,
			served: point.served,
			refused: point.refused,
		});
	}
	day
}

/// What an attempt came to, against the same day without it.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
	/// What was tried.
	pub attempt: Attempt,
	/// How many leases the manipulators opened.
	pub leases: u64,
	/// The furthest that the average level was from where it would have been.
	pub level_shift: f64,
	/// The furthest that the level of any one class was.
	pub widest_shift: f64,
	/// What the manipulators paid in fees for what they leased, in WIND.
	pub fees: f64,
	/// What they lost by it of what others would have paid them, in WIND.
	pub lost: f64,
	/// Both together.
	pub cost: f64,
	/// The cost as a part of what others would have paid them. Below zero it is a gain.
	pub cost_part: f64,
	/// What all other providers were paid more for it, in WIND.
	pub others: f64,
}

/// Compares a day with an attempt with the same day without.
pub fn effect(attempt: Attempt, with: &Day, without: &Day) -> Effect {
	let inner = |level: &FixedU128| level.into_inner() as i128;
	let shifts: Vec<Vec<i128>> = with
		.levels
		.iter()
		.zip(&without.levels)
		.map(|(with, without)| {
			with.iter().zip(without).map(|(with, without)| inner(with) - inner(without)).collect()
		})
		.collect();
	let unit = |shift: i128| shift as f64 / 1e18;
	let furthest = |one: f64, other: f64| if other.abs() > one.abs() { other } else { one };
	let average = |at| mean(shifts.iter().map(|class| unit(class[at])));
	let widest = shifts.iter().flatten().map(|shift| unit(*shift)).fold(0.0, furthest);
	let usual = without.paid_to(&with.cartels);
	let (fees, lost) = (wind(FEE * with.money.manipulator), usual - with.paid_to(&with.cartels));
	Effect {
		attempt,
		leases: with.tricks,
		level_shift: (0..with.samples.len()).map(average).fold(0.0, furthest),
		widest_shift: widest,
		fees,
		lost,
		cost: fees + lost,
		cost_part: (fees + lost) / usual,
		others: wind(with.money.honest) - wind(without.money.honest) + lost,
	}
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
	let count = values.len() as f64;
	values.sum::<f64>() / count
}

fn wind(amount: Balance) -> f64 {
	amount as f64 / (MICROWIND * 1_000_000) as f64
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn classes_are_filled_evenly_and_never_too_much() {
		let setup = Setup { seed: 0, providers: 10_000, seconds: 0 };
		let classes = setup.classes();
		assert_eq!(classes, [2_500; 4]);
		assert_eq!(Setup { providers: 2_500, ..setup }.classes(), [2_500]);
		assert_eq!(Setup { providers: 2_501, ..setup }.classes(), [1_250, 1_251]);
	}
}
