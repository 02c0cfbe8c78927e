//! What the matching finds in 10,000 random books, against a search that tries everything.

use pallet_tradewind_marketplace::{
	matching::{cheapest_first, Ask},
	worth::{best_first, WIDEST},
	Listing, Pricing, Terms,
};
use rand::{seq::SliceRandom, Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sp_runtime::FixedU128;
use tradewind_benches::{Account, MAX_PROBES};
use tradewind_primitives::{
	AssetId, OfferId, Rate, Region, Resources, Runtimes, TierId, UnitPrices, TOP_REPUTATION,
};

const BOOKS: u64 = 10_000;
const MOST_LISTINGS: usize = 64;
const ASKS: usize = 8;
const REGIONS: [&str; 3] = ["", "eu", "us"];

fn region(name: &str) -> Region {
	name.as_bytes().to_vec().try_into().unwrap()
}

fn resources(rng: &mut ChaCha8Rng, most: u32) -> Resources {
	Resources {
		cpu_millis: rng.gen_range(1..=most) * 250,
		memory_mib: rng.gen_range(0..=most) * 512,
		disk_mib: rng.gen_range(0..=most) * 1_000,
		gpus: if rng.gen_bool(0.1) { rng.gen_range(0..=most.div_ceil(8)) } else { 0 },
		egress_mbps: rng.gen_range(0..=most) * 10,
	}
}

fn pricing(rng: &mut ChaCha8Rng) -> Pricing {
	if rng.gen_bool(0.3) {
		return Pricing::Fixed;
	}
	let (floor, room) = (rng.gen_range(10..150), rng.gen_range(0..300));
	let factor = |percent| FixedU128::from_rational(percent, 100);
	Pricing::Indexed { floor: factor(floor), cap: factor(floor + room) }
}

fn listing(rng: &mut ChaCha8Rng, offer: u64, providers: Account, dear: u128) -> Listing<Account> {
	let capacity = resources(rng, 64);
	let terms = Terms {
		pricing: pricing(rng),
		region: region(REGIONS.choose(rng).unwrap()),
		min_seconds: if rng.gen_bool(0.2) { rng.gen_range(0..600) } else { 0 },
		max_seconds: if rng.gen_bool(0.2) { rng.gen_range(600..7_200) } else { u64::MAX },
		runtimes: Runtimes(rng.gen_range(1..4)),
	};
	Listing {
		offer: OfferId(offer),
		provider: rng.gen_range(0..providers),
		tier: TierId(u8::from(rng.gen_bool(0.1))),
		asset: if rng.gen_bool(0.1) { AssetId::WithId(7) } else { AssetId::Native },
		capacity,
		free: capacity,
		prices: UnitPrices {
			cpu: rng.gen_range(dear / 3..=dear),
			memory: rng.gen_range(0..=dear / 2),
			disk: rng.gen_range(0..=dear / 10),
			gpu: rng.gen_range(0..=dear * 10),
			egress: rng.gen_range(0..=dear / 10),
		},
		terms,
		paused: rng.gen_bool(0.05),
		restricted: rng.gen_bool(0.1),
	}
}

/// What an offer asks per second if it can be had: by plain numbers, apart from the pallet's code.
fn feasible(listing: &Listing<Account>, ask: &Ask<'_, Account>, listed: &[u64]) -> Option<u128> {
	let Resources { cpu_millis, memory_mib, disk_mib, gpus, egress_mbps } = ask.needs;
	let (free, terms) = (&listing.free, &listing.terms);
	let is_fit = listing.tier == ask.tier
		&& listing.asset == *ask.asset
		&& !listing.paused
		&& (!listing.restricted || listed.contains(&listing.offer.0))
		&& (ask.regions.is_empty() || ask.regions.contains(&terms.region))
		&& terms.runtimes.0 & ask.runtimes.0 == ask.runtimes.0
		&& (terms.min_seconds..=terms.max_seconds).contains(&ask.max_seconds)
		&& cpu_millis <= free.cpu_millis
		&& memory_mib <= free.memory_mib
		&& disk_mib <= free.disk_mib
		&& gpus <= free.gpus
		&& egress_mbps <= free.egress_mbps;
	let prices = &listing.prices;
	let base = (prices.cpu * u128::from(cpu_millis)).div_ceil(1_000)
		+ (prices.memory * u128::from(memory_mib)).div_ceil(1_024)
		+ (prices.disk * u128::from(disk_mib)).div_ceil(1_024)
		+ prices.gpu * u128::from(gpus)
		+ prices.egress * u128::from(egress_mbps);
	let rate = match terms.pricing {
		Pricing::Fixed => base,
		Pricing::Indexed { floor, cap } => {
			let factor = ask.level.into_inner().clamp(floor.into_inner(), cap.into_inner());
			(base * factor).div_ceil(1_000_000_000_000_000_000)
		},
	};
	(is_fit && rate > 0 && rate <= ask.max_rate.0).then_some(rate)
}

/// How far above the best feasible rate the matching went, over all asks.
#[derive(Default)]
struct Factors {
	found: u64,
	refused: u64,
	best: u64,
	sum: f64,
	worst: f64,
}

#[test]
fn what_is_chosen_is_feasible_and_at_most_the_stated_factor_above_the_best() {
	let mut factors = Factors::default();
	for seed in 0..BOOKS {
		one_book(&mut ChaCha8Rng::seed_from_u64(seed), &mut factors);
	}
	let Factors { found, refused, best, sum, worst } = factors;
	println!(
		"{BOOKS} books, {found} asks placed, {refused} refused: the rate chosen was {worst:.4} \
		 times the best at worst, {:.4} times on average, and the best itself in {:.1} % of asks",
		sum / found as f64,
		best as f64 / found as f64 * 100.0,
	);
	assert!(found > 2 * BOOKS && refused > BOOKS / 2, "both are common: {found}, {refused}");
	assert!(worst > 1.45, "the bound is nearly reached, so it was put to the test: {worst}");
}

/// Asks one book again and again, until little is left of it.
fn one_book(rng: &mut ChaCha8Rng, factors: &mut Factors) {
	let count = rng.gen_range(1..=MOST_LISTINGS);
	let providers = rng.gen_range(1..=count as Account);
	// In some books prices are so low that rounding is half of them.
	let dear = *[3, 1_000, 10_000_000].choose(rng).unwrap();
	let mut listings: Vec<_> =
		(0..count as u64).map(|offer| listing(rng, offer, providers, dear)).collect();
	listings.shuffle(rng);
	let reputations: Vec<u32> = (0..providers).map(|_| rng.gen_range(0..=TOP_REPUTATION)).collect();
	let listed: Vec<u64> = (0..count as u64).filter(|_| rng.gen_bool(0.3)).collect();
	let mut leased = vec![Resources::default(); count];
	for _ in 0..ASKS {
		let near = [region("eu")];
		let ask = Ask {
			tier: TierId(0),
			asset: &AssetId::Native,
			needs: resources(rng, 24),
			max_rate: Rate(if rng.gen_bool(0.2) { 100_000_000 } else { u64::MAX.into() }),
			max_seconds: rng.gen_range(1..7_200),
			candidates: &[],
			excluded: &[],
			regions: if rng.gen_bool(0.2) { &near } else { &[] },
			runtimes: Runtimes(rng.gen_range(1..3)),
			level: FixedU128::from_rational(rng.gen_range(25..400), 100),
		};
		let rates = || listings.iter().filter_map(|one| feasible(one, &ask, &listed));
		let matches =
			cheapest_first(&listings, &ask, |offer| listed.contains(&offer.0)).take(MAX_PROBES);
		let chosen = best_first(matches, |who| reputations[*who as usize]).next();
		let Some(chosen) = chosen else {
			assert_eq!(rates().next(), None, "nothing is refused that could be had");
			factors.refused += 1;
			continue;
		};
		let (rate, offer) = (chosen.rate.0, chosen.listing.offer);
		assert_eq!(feasible(chosen.listing, &ask, &listed), Some(rate), "it can be had");
		let best = rates().min().expect("the chosen one at least");
		let (more, of) = WIDEST;
		assert!(rate * of <= best * more, "{rate} is too far above {best}");
		let factor = rate as f64 / best as f64;
		factors.found += 1;
		factors.best += u64::from(rate == best);
		factors.sum += factor;
		factors.worst = factors.worst.max(factor);

		let taken = &mut leased[offer.0 as usize];
		*taken = taken.checked_add(&ask.needs).unwrap();
		let listing = listings.iter_mut().find(|listing| listing.offer == offer).unwrap();
		listing.free = listing.free.checked_sub(&ask.needs).expect("never over capacity");
	}
	for Listing { offer, capacity, free, .. } in &listings {
		let leased = &leased[offer.0 as usize];
		assert_eq!(free.checked_add(leased), Some(*capacity), "what is leased is not free");
	}
}
