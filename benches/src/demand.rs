//! Who offers and who asks, drawn from a seed. Each class has a stream of numbers of its own for
//! its offers and another for its demand, so that what happens in one class, or is done to it,
//! changes nothing that anybody else draws.

use crate::{book::Request, Account, BLOCK, MICROWIND};
use pallet_tradewind_marketplace::{Listing, Pricing, Terms};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Exp, LogNormal, Poisson};
use sp_runtime::FixedU128;
use std::f64::consts::TAU;
use tradewind_primitives::{
	AssetId, OfferId, Rate, Resources, Seconds, TierId, UnitPrices, TOP_REPUTATION,
};

/// What is compared when prices are: a core and four GiB.
pub const BASKET: Resources =
	Resources { cpu_millis: 1_000, memory_mib: 4_096, disk_mib: 0, gpus: 0, egress_mbps: 0 };
/// What a core costs per second in the middle of all offers.
const CORE_PRICE: u128 = 10 * MICROWIND;
/// What a GiB of memory costs per second in the middle of all offers.
const MEMORY_PRICE: u128 = MICROWIND;
/// What a GiB of disk costs per second.
const DISK_PRICE: u128 = MICROWIND / 100;
/// How far the prices of offers spread around the middle: the deviation of their logarithm.
const PRICE_SPREAD: f64 = 0.25;

/// Cores of the machines that are offered.
const MACHINES: [u32; 4] = [8, 16, 32, 64];
/// What is needed, as cores, GiB of memory and of disk, and how many of a hundred ask for it.
const MIX: [([u32; 3], u32); 4] =
	[([1, 2, 0], 40), ([2, 8, 20], 35), ([4, 16, 50], 20), ([8, 32, 100], 5)];
/// Cores that a request needs on average, by the mix.
const MEAN_CORES: f64 = 2.3;
/// How long a lease is on average.
pub const MEAN_SECONDS: Seconds = 2 * 3_600;

/// How much of all cores would be in use on average if price and room were no matter.
const LOAD: f64 = 0.8;
/// How far demand swings around its average in a day.
const SWING: f64 = 0.3;
/// When most is asked for.
const PEAK: f64 = 15.0 * 3_600.0;
/// The middle of what buyers would pay, as a multiple of the middle price, and its spread.
const LIMIT: (f64, f64) = (1.4, 0.35);

/// The offers of a class, and the reputations of those who make them.
pub fn offers(seed: u64, class: u64, providers: usize) -> (Vec<Listing<Account>>, Vec<u32>) {
	let mut rng = stream(seed, 2 * class);
	let spread = LogNormal::new(0.0, PRICE_SPREAD).expect("a finite spread");
	let listings = (0..providers as u32).map(|id| listing(&mut rng, spread, id)).collect();
	let reputations = (0..providers).map(|_| rng.gen_range(0..=TOP_REPUTATION)).collect();
	(listings, reputations)
}

fn listing(rng: &mut ChaCha8Rng, spread: LogNormal<f64>, id: Account) -> Listing<Account> {
	let cores = MACHINES[rng.gen_range(0..MACHINES.len())];
	let capacity = Resources {
		cpu_millis: cores * 1_000,
		memory_mib: cores * 4 * 1_024,
		disk_mib: cores * 25 * 1_024,
		gpus: 0,
		egress_mbps: 0,
	};
	let mut price = |middle: u128| (middle as f64 * spread.sample(rng)) as u128;
	let prices = UnitPrices {
		cpu: price(CORE_PRICE),
		memory: price(MEMORY_PRICE),
		disk: DISK_PRICE,
		..Default::default()
	};
	let mut percent = |low, high| FixedU128::from_rational(rng.gen_range(low..=high), 100);
	let pricing = Pricing::Indexed { floor: percent(40, 95), cap: percent(105, 300) };
	Listing {
		offer: OfferId(id.into()),
		provider: id,
		reputation: 0,
		tier: TierId(0),
		asset: AssetId::Native,
		capacity,
		free: capacity,
		spot: Resources::default(),
		spot_leases: 0,
		leaving: None,
		prices,
		terms: Terms { pricing, ..Default::default() },
		payees: Default::default(),
		leases: 0,
		paused: false,
		restricted: false,
	}
}

/// The demand for a class: how many ask in each block, for what, how long and at which limit.
pub struct Demand {
	rng: ChaCha8Rng,
	/// Requests per second, on the average of a day.
	pace: f64,
	length: Exp<f64>,
	limit: LogNormal<f64>,
}

impl Demand {
	/// The demand for a class of so many cores.
	pub fn new(seed: u64, class: u64, cores: f64) -> Self {
		let (middle, spread) = LIMIT;
		Self {
			rng: stream(seed, 2 * class + 1),
			pace: LOAD * cores / MEAN_CORES / MEAN_SECONDS as f64,
			length: Exp::new(1.0 / MEAN_SECONDS as f64).expect("a positive length"),
			limit: LogNormal::new(middle.ln(), spread).expect("a finite spread"),
		}
	}

	/// Those who have come before the day began and are still there. Lengths have no memory, so
	/// what is left of theirs is drawn like that of others.
	pub fn overnight(&mut self) -> Vec<Request> {
		let before = -(MEAN_SECONDS as f64);
		self.draw(self.pace * curve(before) * MEAN_SECONDS as f64)
	}

	/// Those who ask in the block that is made `seconds` after midnight.
	pub fn block(&mut self, seconds: Seconds) -> Vec<Request> {
		self.draw(self.pace * curve(seconds as f64) * BLOCK as f64)
	}

	fn draw(&mut self, mean: f64) -> Vec<Request> {
		let count = Poisson::new(mean).expect("a positive mean").sample(&mut self.rng);
		(0..count as u64).map(|_| self.request()).collect()
	}

	fn request(&mut self) -> Request {
		let mut lot = self.rng.gen_range(0..100);
		let wanted = MIX.iter().find(|(_, share)| {
			let found = lot < *share;
			lot = lot.saturating_sub(*share);
			found
		});
		let ([cores, memory, disk], _) = wanted.expect("the shares make a hundred");
		let needs = Resources {
			cpu_millis: cores * 1_000,
			memory_mib: memory * 1_024,
			disk_mib: disk * 1_024,
			gpus: 0,
			egress_mbps: 0,
		};
		let middle = UnitPrices {
			cpu: CORE_PRICE,
			memory: MEMORY_PRICE,
			disk: DISK_PRICE,
			..Default::default()
		};
		let Rate(fair) = middle.rate(&needs).expect("a rate that a number can say");
		Request {
			needs,
			seconds: self.length.sample(&mut self.rng).ceil().max(1.0) as Seconds,
			max_rate: Rate((fair as f64 * self.limit.sample(&mut self.rng)) as u128),
		}
	}
}

/// How much is asked for at a time of day, as a multiple of the average.
fn curve(seconds: f64) -> f64 {
	1.0 + SWING * (TAU * (seconds - PEAK) / 86_400.0).cos()
}

/// The numbers drawn for one purpose; no two purposes share any.
fn stream(seed: u64, purpose: u64) -> ChaCha8Rng {
	let mut rng = ChaCha8Rng::seed_from_u64(seed);
	rng.set_stream(purpose);
	rng
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_mix_makes_a_hundred_and_needs_its_mean() {
		assert_eq!(MIX.iter().map(|(_, share)| share).sum::<u32>(), 100);
		let cores: u32 = MIX.iter().map(|([cores, ..], share)| cores * share).sum();
		assert_eq!(f64::from(cores) / 100.0, MEAN_CORES);
	}

	#[test]
	fn a_day_of_the_curve_averages_to_one() {
		let sum: f64 = (0..24).map(|hour| curve(f64::from(hour) * 3_600.0)).sum();
		assert!((sum / 24.0 - 1.0).abs() < 1e-9);
		assert_eq!(curve(PEAK), 1.0 + SWING);
	}

	#[test]
	fn the_same_seed_draws_the_same_and_another_class_something_else() {
		let drawn = |seed, class| Demand::new(seed, class, 4_000.0).overnight();
		assert_eq!(drawn(1, 0), drawn(1, 0));
		assert_ne!(drawn(1, 0), drawn(1, 1));
		assert_ne!(drawn(1, 0), drawn(2, 0));
		assert_eq!(offers(1, 0, 10), offers(1, 0, 10));
	}
}
