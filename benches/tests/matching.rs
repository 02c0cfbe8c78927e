//! What the matching finds in 10,000 random books that it can read to the end, and in large ones
//! that it cannot, against a search that tries everything.

use pallet_tradewind_marketplace::{
	directory::Key,
	matching::{matches, Ask, Match},
	search::{best_first, Effort, Limits, Market},
	worth::{weighted, WIDEST},
	Listing, Pricing, Summary, Terms,
};
use rand::{seq::SliceRandom, Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sp_runtime::FixedU128;
use tradewind_benches::{book, demand, Account, LIMITS, PAGE_SIZE};
use tradewind_primitives::{
	AssetId, Filters, LeaseKind, OfferId, Rate, Region, Resources, Runtimes, TierId, UnitPrices,
	TOP_REPUTATION,
};

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
		..Default::default()
	};
	Listing {
		offer: OfferId(offer),
		provider: rng.gen_range(0..providers),
		reputation: 0,
		tier: TierId(u8::from(rng.gen_bool(0.1))),
		asset: if rng.gen_bool(0.1) { AssetId::WithId(7) } else { AssetId::Native },
		capacity,
		free: capacity,
		spot: Resources::default(),
		spot_leases: 0,
		leaving: None,
		prices: UnitPrices {
			cpu: rng.gen_range(dear / 3..=dear),
			memory: rng.gen_range(0..=dear / 2),
			disk: rng.gen_range(0..=dear / 10),
			gpu: rng.gen_range(0..=dear * 10),
			egress: rng.gen_range(0..=dear / 10),
		},
		terms,
		payees: Default::default(),
		leases: 0,
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
		&& (ask.filters.regions.is_empty() || ask.filters.regions.contains(&terms.region))
		&& terms.runtimes.0 & ask.filters.runtimes.0 == ask.filters.runtimes.0
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

/// A class on paper.
struct Book {
	pages: Vec<Vec<Listing<Account>>>,
	directory: Vec<Summary>,
	reputations: Vec<u32>,
	/// The restricted offers that the buyer may lease from.
	listed: Vec<u64>,
}

impl Book {
	/// A random book of so many listings, on pages of this size.
	fn new(rng: &mut ChaCha8Rng, count: usize, size: usize) -> Self {
		let providers = rng.gen_range(1..=count as Account);
		// In some books prices are so low that rounding is half of them.
		let dear = *[3, 1_000, 10_000_000].choose(rng).unwrap();
		let listings =
			(0..count as u64).map(|offer| listing(rng, offer, providers, dear)).collect();
		let reputations = (0..providers).map(|_| rng.gen_range(0..=TOP_REPUTATION)).collect();
		let listed = (0..count as u64).filter(|_| rng.gen_bool(0.3)).collect();
		Self::of(listings, reputations, listed, size)
	}

	fn of(
		mut listings: Vec<Listing<Account>>,
		reputations: Vec<u32>,
		listed: Vec<u64>,
		size: usize,
	) -> Self {
		for listing in &mut listings {
			listing.reputation = reputations[listing.provider as usize];
		}
		listings.sort_by_key(Key::of);
		let pages: Vec<_> = listings.chunks(size).map(<[_]>::to_vec).collect();
		let summary = |(page, listings): (usize, &Vec<Listing<Account>>)| {
			Summary::of(page as u32, Key::of(&listings[0]), listings)
		};
		let directory = pages.iter().enumerate().map(summary).collect();
		Self { directory, pages, reputations, listed }
	}

	/// The cheapest feasible rate, and the least that one counts for, by looking at everything.
	fn best(&self, ask: &Ask<'_, Account>) -> Option<(u128, f64)> {
		let all = self.pages.iter().flatten();
		let rates = all.filter_map(|one| Some((feasible(one, ask, &self.listed)?, one.provider)));
		let both = rates.map(|(rate, provider)| (rate, self.worth(rate, provider)));
		both.reduce(|best, one| (best.0.min(one.0), best.1.min(one.1)))
	}

	/// What a rate counts for: by plain numbers, apart from the pallet's code.
	fn worth(&self, rate: u128, provider: Account) -> f64 {
		let known = f64::from(self.reputations[provider as usize]) / f64::from(TOP_REPUTATION);
		(rate as f64 * (1.5 - known / 2.0)).ceil()
	}

	/// What the search takes: the page, the offer and the rate.
	fn search(&self, ask: &Ask<'_, Account>, limits: Limits) -> Option<(usize, OfferId, u128)> {
		let pages = self.directory.iter();
		let pages: Vec<_> =
			pages.filter_map(|one| Some((one.least_worth(ask)?, one.page))).collect();
		let mut effort = Effort::default();
		let found = best_first(pages, limits, &mut effort, &mut Desk { book: self, ask });
		assert!(effort.pages <= limits.pages && effort.providers <= limits.providers);
		found
	}

	/// Takes what is needed out of what is free.
	fn lease(&mut self, page: usize, offer: OfferId, needs: &Resources) {
		let mut page_listings = self.pages[page].iter_mut();
		let listing = page_listings.find(|listing| listing.offer == offer).unwrap();
		listing.free = listing.free.checked_sub(needs).expect("never over capacity");
		let from = self.directory[page].from;
		self.directory[page] = Summary::of(page as u32, from, &self.pages[page]);
	}
}

struct Desk<'a> {
	book: &'a Book,
	ask: &'a Ask<'a, Account>,
}

impl Market for Desk<'_> {
	type AccountId = Account;
	type Taken = (usize, OfferId, u128);

	fn read(&mut self, page: u32) -> Vec<Match<Account>> {
		matches(page, &self.book.pages[page as usize], self.ask)
	}

	fn allows(&mut self, found: &Match<Account>) -> bool {
		self.book.listed.contains(&found.offer.0)
	}

	fn weigh(&self, found: &Match<Account>, reputation: u32) -> u128 {
		weighted(found.rate, reputation)
	}

	fn reputation(&mut self, found: &Match<Account>) -> u32 {
		self.book.reputations[found.provider as usize]
	}

	fn take(&mut self, found: &Match<Account>) -> Option<Self::Taken> {
		let listing = self.book.pages[found.page as usize]
			.iter()
			.find(|listing| listing.offer == found.offer)
			.expect("what is found is listed");
		let rate = feasible(listing, self.ask, &self.book.listed);
		assert_eq!(rate, Some(found.rate.0), "it can be had");
		Some((found.page as usize, found.offer, found.rate.0))
	}
}

/// An ask of anybody for nothing in particular.
fn ask(filters: &Filters) -> Ask<'_, Account> {
	Ask {
		tier: TierId(0),
		asset: &AssetId::Native,
		needs: Resources::default(),
		max_rate: Rate(0),
		max_seconds: 0,
		candidates: &[],
		excluded: &[],
		kind: LeaseKind::OnDemand,
		filters,
		reclaim: false,
		level: FixedU128::from_u32(1),
	}
}

/// How far above the best feasible rate the search went, over all asks.
#[derive(Default)]
struct Factors {
	found: Vec<f64>,
	/// How far above the least it is by what it counts for.
	worth: Vec<f64>,
	refused: u64,
	/// What could have been had but was not found.
	missed: u64,
}

impl Factors {
	/// Asks a book again and again.
	fn ask(&mut self, rng: &mut ChaCha8Rng, book: &mut Book, asks: usize, limits: Limits) {
		for _ in 0..asks {
			let near = vec![region("eu")];
			let regions = if rng.gen_bool(0.2) { near } else { vec![] };
			let filters = Filters {
				regions: regions.try_into().unwrap(),
				runtimes: Runtimes(rng.gen_range(1..3)),
				..Default::default()
			};
			let ask = Ask {
				needs: resources(rng, 24),
				max_rate: Rate(if rng.gen_bool(0.2) { 100_000_000 } else { u64::MAX.into() }),
				max_seconds: rng.gen_range(1..7_200),
				level: FixedU128::from_rational(rng.gen_range(25..400), 100),
				..ask(&filters)
			};
			self.take(book, &ask, limits);
		}
	}

	/// Takes what is found, and compares it with the best.
	fn take(&mut self, book: &mut Book, ask: &Ask<'_, Account>, limits: Limits) {
		match (book.search(ask, limits), book.best(ask)) {
			(None, None) => self.refused += 1,
			(None, Some(_)) => self.missed += 1,
			(Some(_), None) => panic!("something was found that cannot be had"),
			(Some((page, offer, rate)), Some((cheapest, least))) => {
				self.found.push(rate as f64 / cheapest as f64);
				let mut listings = book.pages[page].iter();
				let listing = listings.find(|one| one.offer == offer).expect("it is listed");
				self.worth.push(book.worth(rate, listing.provider) / least);
				book.lease(page, offer, &ask.needs);
			},
		}
	}

	/// How far from the best at worst, at the 99th of a hundred and on average: by the rate, and by
	/// what it counts for.
	fn print(&mut self, what: &str) -> ((f64, f64, f64), (f64, f64, f64)) {
		self.found.sort_by(f64::total_cmp);
		self.worth.sort_by(f64::total_cmp);
		let Self { found, worth, missed, refused } = self;
		let count = found.len();
		println!("{what}, {count} asks placed, {missed} missed, {refused} refused");
		let [by_rate, by_worth] = [("rate", found), ("worth", worth)].map(|(name, factors)| {
			let best = factors.iter().filter(|factor| **factor <= 1.0).count() as f64;
			let (worst, nearly) = (factors[count - 1], factors[count * 99 / 100]);
			let mean = factors.iter().sum::<f64>() / count as f64;
			println!(
				"  the {name} chosen was {worst:.4} times the best at worst, {nearly:.4} at the 99th of \
				 a hundred, {mean:.4} on average, and the best itself in {:.1} % of asks",
				best * 100.0 / count as f64,
			);
			(worst, nearly, mean)
		});
		(by_rate, by_worth)
	}
}

#[test]
fn what_is_chosen_is_feasible_and_at_most_the_stated_factor_above_the_best() {
	const BOOKS: u64 = 10_000;
	// Small pages, so that there are several, but no more than the search may read.
	let limits = Limits { enough: 8, ..LIMITS };
	let mut factors = Factors::default();
	for seed in 0..BOOKS {
		let rng = &mut ChaCha8Rng::seed_from_u64(seed);
		let count = rng.gen_range(1..=64);
		let mut book = Book::new(rng, count, 8);
		let capacities: Vec<_> = book.pages.iter().flatten().map(|one| one.capacity).collect();
		factors.ask(rng, &mut book, 8, limits);
		let left = book.pages.iter().flatten().map(|one| one.free);
		assert!(left.zip(capacities).all(|(free, capacity)| free.fits(&capacity)));
	}
	let ((worst, ..), (worst_worth, ..)) =
		factors.print(&format!("{BOOKS} books of up to 64 listings"));
	let (found, refused) = (factors.found.len(), factors.refused);
	let (more, of) = WIDEST;
	assert!(worst <= more as f64 / of as f64, "{worst} is too far above the best");
	assert!(worst_worth < 1.000_001, "by what it counts for, it is the best itself");
	assert_eq!(factors.missed, 0, "nothing is refused that could be had");
	assert!(found > 20_000 && refused > 5_000, "both are common: {found}, {refused}");
	assert!(worst > 1.45, "the bound is nearly reached, so it was put to the test: {worst}");
}

#[test]
fn in_large_markets_the_limits_of_a_search_cost_little() {
	const CLASSES: u64 = 8;
	let mut factors = Factors::default();
	for class in 0..CLASSES {
		let rng = &mut ChaCha8Rng::seed_from_u64(class);
		let (listings, reputations) = demand::offers(class, class, 2_500);
		let cores = listings.iter().map(|one| f64::from(one.capacity.cpu_millis) / 1_000.0).sum();
		let mut book = Book::of(listings, reputations, vec![], PAGE_SIZE);
		let filters = Filters { runtimes: Runtimes::WASM, ..Default::default() };
		let crowd = demand::Demand::new(class, class, cores).overnight();
		for book::Request { needs, seconds, max_rate } in crowd {
			let ask = Ask {
				needs,
				max_rate,
				max_seconds: seconds,
				level: FixedU128::from_rational(rng.gen_range(50..200), 100),
				..ask(&filters)
			};
			factors.take(&mut book, &ask, LIMITS);
		}
	}
	let what = format!("{CLASSES} markets of 2,500 providers");
	let ((worst, nearly, mean), _) = factors.print(&what);
	let (found, missed) = (factors.found.len(), factors.missed);
	assert!(found > 50_000 && factors.refused > 1_000, "{found}, {}", factors.refused);
	assert!(missed * 1_000 <= found as u64, "hardly anything is missed: {missed} of {found}");
	assert!(worst <= 1.6 && nearly <= 1.4 && mean <= 1.1, "{worst} {nearly} {mean}");
}

#[test]
fn in_large_books_without_any_order_something_is_found() {
	const BOOKS: u64 = 40;
	let mut factors = Factors::default();
	for seed in 0..BOOKS {
		let rng = &mut ChaCha8Rng::seed_from_u64(1_000_000 + seed);
		let count = rng.gen_range(1_000..=5_000);
		let mut book = Book::new(rng, count, PAGE_SIZE);
		factors.ask(rng, &mut book, 250, LIMITS);
	}
	let what = format!("{BOOKS} books of 1,000 to 5,000 listings at random");
	let ((_, _, mean), _) = factors.print(&what);
	let (found, missed) = (factors.found.len(), factors.missed);
	assert!(missed * 100 <= found as u64, "hardly anything is missed: {missed} of {found}");
	assert!(mean <= 3.0, "{mean}");
}
