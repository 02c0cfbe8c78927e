//! The search and the directory against a reference that tries everything.

use crate::{
	directory::{place_of, Key, Rough, Summary},
	index::HIGHEST,
	matching::{matches, Ask, Match},
	mock::ANYTHING,
	search::{best_first, Effort, Limits, Market},
	terms::{Pricing, Reservation, Spot, Terms},
	types::Listing,
	worth::{weighted, with_distance},
};
use proptest::prelude::*;
use sp_runtime::{FixedU128, Perbill};
use tradewind_primitives::{
	AssetId, Filters, LeaseKind, OfferId, Rate, Region, Resources, Runtimes, TierId, UnitPrices,
	NEUTRAL_REPUTATION, TOP_REPUTATION,
};

const USD: AssetId = AssetId::WithId(7);
const NATIVE: AssetId = AssetId::Native;
const EVERYTHING: Limits = Limits { enough: u32::MAX, pages: u32::MAX, providers: u32::MAX };

fn region(name: &str) -> Region {
	name.as_bytes().to_vec().try_into().expect("it is short")
}

/// A market on paper, and what was asked of it.
#[derive(Default)]
struct Paper {
	pages: Vec<Vec<Listing<u8>>>,
	lists: Vec<u64>,
	reputations: Vec<u32>,
	unfit: Vec<u8>,
	read: Vec<u32>,
	asked: Vec<u8>,
}

/// Somebody who asks something of it.
struct Asking<'a>(&'a mut Paper, &'a Ask<'a, u8>);

impl Market for Asking<'_> {
	type AccountId = u8;
	type Taken = (u64, u128);

	fn read(&mut self, page: u32) -> Vec<Match<u8>> {
		self.0.read.push(page);
		matches(page, &self.0.pages[page as usize], self.1)
	}

	fn allows(&mut self, found: &Match<u8>) -> bool {
		self.0.lists.contains(&found.offer.0)
	}

	fn weigh(&self, found: &Match<u8>, reputation: u32) -> u128 {
		with_distance(weighted(found.rate, reputation), found.near, self.1.filters)
	}

	fn reputation(&mut self, found: &Match<u8>) -> u32 {
		self.0.asked.push(found.provider);
		let known = self.0.reputations.get(found.provider as usize);
		known.copied().unwrap_or(NEUTRAL_REPUTATION)
	}

	fn take(&mut self, found: &Match<u8>) -> Option<Self::Taken> {
		(!self.0.unfit.contains(&found.provider)).then_some((found.offer.0, found.rate.0))
	}
}

/// The listings on pages of this size, in the order of their prices.
fn paged(mut listings: Vec<Listing<u8>>, size: usize) -> Vec<Vec<Listing<u8>>> {
	listings.sort_by_key(Key::of);
	listings.chunks(size).map(<[_]>::to_vec).collect()
}

fn directory(pages: &[Vec<Listing<u8>>]) -> Vec<Summary> {
	let summary = |(number, page): (usize, &Vec<Listing<u8>>)| {
		Summary::of(number as u32, Key::of(&page[0]), page)
	};
	pages.iter().enumerate().map(summary).collect()
}

fn search(paper: &mut Paper, ask: &Ask<'_, u8>, limits: Limits) -> Option<(u64, u128)> {
	let directory = directory(&paper.pages);
	let pages =
		directory.iter().filter_map(|one| one.least_worth(ask).map(|worth| (worth, one.page)));
	let mut effort = Effort::default();
	let found = best_first(pages, limits, &mut effort, &mut Asking(paper, ask));
	assert!(effort.pages <= limits.pages && effort.providers <= limits.providers);
	assert!(effort.lists <= limits.providers);
	found
}

fn listing(offer: u64, provider: u8, cpu: u128) -> Listing<u8> {
	let free = Resources { cpu_millis: 4000, ..Default::default() };
	Listing {
		offer: OfferId(offer),
		provider,
		reputation: NEUTRAL_REPUTATION,
		tier: TierId(0),
		asset: NATIVE,
		capacity: free,
		free,
		spot: Resources::default(),
		spot_leases: 0,
		leaving: None,
		prices: UnitPrices { cpu, ..Default::default() },
		terms: Terms::default(),
		payees: Default::default(),
		leases: 0,
		paused: false,
		restricted: false,
	}
}

fn ask<'a>() -> Ask<'a, u8> {
	Ask {
		tier: TierId(0),
		asset: &NATIVE,
		needs: Resources { cpu_millis: 1000, ..Default::default() },
		max_rate: Rate(1_000_000),
		max_seconds: 10,
		candidates: &[],
		excluded: &[],
		kind: LeaseKind::OnDemand,
		filters: &ANYTHING,
		reclaim: false,
		level: FixedU128::from_u32(1),
	}
}

/// What is found among offers of these rates by providers of these reputations, each on a page of
/// its own; which pages were read and who was asked for.
fn found(offers: &[(u128, u32)]) -> (Option<u64>, Vec<u32>, Vec<u8>) {
	let known: Vec<_> = offers.iter().map(|(_, reputation)| *reputation).collect();
	found_now(offers, known)
}

/// The same, when the providers are known so well by now.
fn found_now(offers: &[(u128, u32)], known: Vec<u32>) -> (Option<u64>, Vec<u32>, Vec<u8>) {
	let listings = offers.iter().zip(0u8..).map(|((rate, reputation), who)| Listing {
		reputation: *reputation,
		..listing(who.into(), who, *rate)
	});
	let pages = paged(listings.collect(), 1);
	let mut paper = Paper { pages, reputations: known, ..Default::default() };
	let found = search(&mut paper, &ask(), EVERYTHING);
	(found.map(|(offer, _)| offer), paper.read, paper.asked)
}

#[test]
fn a_better_known_provider_wins_at_a_slightly_higher_rate() {
	assert_eq!(found(&[(100, 0), (149, TOP_REPUTATION)]).0, Some(1));
	assert_eq!(found(&[(100, 0), (151, TOP_REPUTATION)]).0, Some(0));
	// At the boundary the cheaper one wins.
	assert_eq!(found(&[(100, 0), (150, TOP_REPUTATION)]).0, Some(0));
}

#[test]
fn among_equally_known_ones_the_cheapest_wins_and_then_the_older() {
	let known = |rate| (rate, 400_000);
	assert_eq!(found(&[known(3), known(1), known(2), known(1)]).0, Some(1));
}

#[test]
fn who_cannot_win_is_not_looked_up_and_what_cannot_help_is_not_read() {
	let neutral = |rate| (rate, NEUTRAL_REPUTATION);
	let (_, read, asked) = found(&[neutral(100), neutral(101), neutral(102)]);
	assert_eq!((read, asked), (vec![0], vec![0]));
	let (_, read, asked) = found(&[neutral(100), (110, TOP_REPUTATION), neutral(127)]);
	assert_eq!((read, asked), (vec![1], vec![1]));
}

#[test]
fn who_has_become_less_well_known_is_weighed_again_unless_it_is_by_little() {
	let noted = [(100, TOP_REPUTATION), (110, TOP_REPUTATION), (120, TOP_REPUTATION)];
	let (won, _, asked) = found_now(&noted, vec![0, TOP_REPUTATION, TOP_REPUTATION]);
	assert_eq!((won, asked), (Some(1), vec![0, 1]));
	let faded = TOP_REPUTATION - 1_000;
	let (won, _, asked) = found_now(&noted, vec![faded; 3]);
	assert_eq!((won, asked), (Some(0), vec![0]));
	// All have become worse: the one that is worth most after all is taken.
	let (won, _, asked) = found_now(&noted, vec![0; 3]);
	assert_eq!((won, asked), (Some(0), vec![0, 1, 2]));
}

#[test]
fn who_cannot_be_given_work_is_asked_once_however_much_it_lists() {
	let listings = (0..9).map(|offer| listing(offer, 1, 5)).chain([listing(9, 2, 6)]);
	let pages = paged(listings.collect(), 3);
	let mut paper = Paper { pages, unfit: vec![1], ..Default::default() };
	let limits = Limits { enough: 9, pages: 9, providers: 2 };
	assert_eq!(search(&mut paper, &ask(), limits), Some((9, 6)));
	assert_eq!(paper.asked, [1, 2]);
}

#[test]
fn a_search_reads_and_asks_no_more_than_its_limits() {
	let listings: Vec<_> = (0..8u8).map(|who| listing(who.into(), who, 5)).collect();
	let paper = |unfit: u8| Paper {
		pages: paged(listings.clone(), 2),
		unfit: (0..unfit).collect(),
		..Default::default()
	};
	for (pages, providers, unfit, due) in [
		(4, 8, 7, Some(7)),
		(3, 8, 5, Some(5)),
		(3, 8, 6, None),
		(4, 7, 6, Some(6)),
		(4, 7, 7, None),
	] {
		let mut paper = paper(unfit);
		let limits = Limits { enough: pages, pages, providers };
		assert_eq!(search(&mut paper, &ask(), limits).map(|(offer, _)| offer), due);
		assert!(paper.read.len() <= pages as usize && paper.asked.len() <= providers as usize);
	}
}

#[test]
fn a_search_makes_do_after_enough_pages_but_reads_on_while_it_has_nothing() {
	// The rates are found in the reverse order of the bounds.
	let least = |bound: u128, page: u32| (bound, page);
	let pages = [least(1, 0), least(2, 1), least(3, 2)];
	let listings = [30, 20, 10].into_iter().zip(0u8..);
	let listings = listings.map(|(cpu, who)| vec![listing(who.into(), who, cpu)]).collect();
	let mut paper = Paper { pages: listings, ..Default::default() };
	let mut found = |enough, pages_read, unfit: &[u8]| {
		(paper.read, paper.unfit) = (vec![], unfit.to_vec());
		let limits = Limits { enough, pages: pages_read, providers: 9 };
		let mut effort = Effort::default();
		let ask = ask();
		let found = best_first(pages, limits, &mut effort, &mut Asking(&mut paper, &ask));
		(found.map(|(_, rate)| rate), paper.read.clone())
	};
	assert_eq!(found(9, 9, &[]), (Some(10), vec![0, 1, 2]));
	assert_eq!(found(2, 9, &[]), (Some(20), vec![0, 1]));
	assert_eq!(found(1, 9, &[0]), (Some(20), vec![0, 1]));
	assert_eq!(found(2, 9, &[0, 1]), (Some(10), vec![0, 1, 2]));
	assert_eq!(found(1, 2, &[0, 1]), (None, vec![0, 1]));
}

#[test]
fn what_is_kept_for_others_hides_nothing_and_is_asked_for_only_when_reached() {
	let kept = |offer, who, cpu| Listing { restricted: true, ..listing(offer, who, cpu) };
	let listings = vec![kept(0, 1, 1), listing(1, 1, 50), kept(2, 2, 3), kept(3, 3, 90)];
	let mut paper = Paper { pages: paged(listings, 4), ..Default::default() };
	assert_eq!(search(&mut paper, &ask(), EVERYTHING), Some((1, 50)));
	paper.lists = vec![2];
	assert_eq!(search(&mut paper, &ask(), EVERYTHING), Some((2, 3)));
	// Two lists of others are all that is read; who is asked after them is asked all the same.
	let limits = Limits { enough: 9, pages: 9, providers: 2 };
	paper.lists = vec![3];
	assert_eq!(search(&mut paper, &ask(), limits), Some((1, 50)));
	let others = vec![kept(0, 1, 1), kept(1, 2, 2), kept(2, 3, 3), listing(3, 4, 9)];
	let mut paper = Paper { pages: paged(others, 4), lists: vec![2], ..Default::default() };
	assert_eq!(search(&mut paper, &ask(), limits), Some((3, 9)));
}

#[test]
fn a_dearer_listing_of_a_provider_may_be_near_and_better() {
	let near = Some((region("eu"), Perbill::one()));
	let filters = Filters { near, ..Default::default() };
	let terms = Terms { region: region("eu"), ..Terms::default() };
	let listings = vec![listing(0, 1, 10), Listing { terms, ..listing(1, 1, 11) }];
	let mut paper = Paper { pages: paged(listings, 4), ..Default::default() };
	let ask = Ask { filters: &filters, ..ask() };
	assert_eq!(search(&mut paper, &ask, EVERYTHING), Some((1, 11)));
}

#[test]
fn a_page_that_is_full_or_paused_is_not_read() {
	let full = Listing { free: Resources::default(), ..listing(0, 1, 1) };
	let paused = Listing { paused: true, ..listing(1, 2, 2) };
	let pages = vec![vec![full, paused], vec![listing(2, 3, 9)]];
	let mut paper = Paper { pages, ..Default::default() };
	assert_eq!(search(&mut paper, &ask(), EVERYTHING), Some((2, 9)));
	assert_eq!(paper.read, [1]);
}

/// The reference: it judges every listing by itself, with arithmetic of its own.
mod exhaustive {
	use super::*;

	fn cost(prices: &UnitPrices, needs: &Resources) -> u128 {
		let mut cost = 0;
		for (price, quantity, unit) in [
			(prices.cpu, needs.cpu_millis, 1000),
			(prices.memory, needs.memory_mib, 1024),
			(prices.disk, needs.disk_mib, 1024),
			(prices.gpu, needs.gpus, 1),
			(prices.egress, needs.egress_mbps, 1),
		] {
			let exact = price * u128::from(quantity);
			cost += exact / unit + u128::from(exact % unit > 0);
		}
		cost
	}

	/// In whole percents, which is how the books of the test are priced.
	pub fn price(listing: &Listing<u8>, ask: &Ask<'_, u8>) -> u128 {
		let base = cost(&listing.prices, &ask.needs);
		let percents = |factor: FixedU128| factor.into_inner() / 10_000_000_000_000_000;
		let percent = match listing.terms.pricing {
			Pricing::Fixed => 100,
			Pricing::Indexed { floor, cap } => {
				percents(ask.level).clamp(percents(floor), percents(cap))
			},
		};
		let full = base * percent / 100 + u128::from(!(base * percent).is_multiple_of(100));
		// In whole percents, too.
		let less = match ask.kind {
			LeaseKind::OnDemand => 0,
			LeaseKind::Reserved => percent_of(listing.terms.reserved.map(|it| it.discount)),
			LeaseKind::Spot => percent_of(listing.terms.spot.map(|it| it.discount)),
		};
		full - full * less / 100
	}

	fn percent_of(part: Option<Perbill>) -> u128 {
		part.map_or(0, |part| u128::from(part.deconstruct()) / 10_000_000)
	}

	pub fn answers(listing: &Listing<u8>, ask: &Ask<'_, u8>) -> bool {
		let terms = &listing.terms;
		let long = (terms.min_seconds..=terms.max_seconds).contains(&ask.max_seconds);
		let regions = &ask.filters.regions;
		let near = regions.is_empty() || regions.contains(&terms.region);
		let spared = !ask.filters.avoid.contains(&terms.region);
		let runs = (0..8).all(|bit| {
			let has = |set: Runtimes| set.0 >> bit & 1 == 1;
			!has(ask.filters.runtimes) || has(terms.runtimes)
		});
		let kind = match ask.kind {
			LeaseKind::OnDemand => true,
			LeaseKind::Reserved => {
				terms.reserved.is_some_and(|reserved| reserved.min_seconds <= ask.max_seconds)
			},
			LeaseKind::Spot => terms.spot.is_some(),
		};
		if listing.paused || !long || !near || !spared || !runs || !kind {
			return false;
		}
		let (free, needs) = (&listing.free, &ask.needs);
		let spot = if ask.reclaim { listing.spot } else { Resources::default() };
		let room = needs.cpu_millis <= free.cpu_millis + spot.cpu_millis
			&& needs.memory_mib <= free.memory_mib + spot.memory_mib
			&& needs.disk_mib <= free.disk_mib + spot.disk_mib
			&& needs.gpus <= free.gpus + spot.gpus
			&& needs.egress_mbps <= free.egress_mbps + spot.egress_mbps;
		let wanted = ask.candidates.is_empty() || ask.candidates.contains(&listing.provider);
		let barred = ask.excluded.contains(&listing.provider);
		let cost = price(listing, ask);
		let affordable = cost > 0 && cost <= ask.max_rate.0;
		let kind = listing.tier == ask.tier && listing.asset == *ask.asset;
		room && wanted && !barred && affordable && kind
	}

	/// The best of all that answer, are open to the buyer and are sold by somebody who is fit.
	pub fn search(paper: &Paper, ask: &Ask<'_, u8>) -> Option<(u64, u128)> {
		let mut best = None;
		for listing in paper.pages.iter().flatten().filter(|one| answers(one, ask)) {
			let open = !listing.restricted || paper.lists.contains(&listing.offer.0);
			if !open || paper.unfit.contains(&listing.provider) {
				continue;
			}
			let rate = price(listing, ask);
			let lacking = 3_000_000 - u128::from(paper.reputations[listing.provider as usize]);
			let worth = (rate * lacking).div_ceil(2_000_000);
			let far = ask.filters.near.as_ref().filter(|(at, _)| *at != listing.terms.region);
			let more = far.map_or(0, |(_, more)| more.mul_ceil(worth));
			let this = (worth + more, rate, listing.offer.0);
			if best.is_none_or(|best| this < best) {
				best = Some(this);
			}
		}
		best.map(|(_, rate, offer)| (offer, rate))
	}
}

fn resources() -> impl Strategy<Value = Resources> {
	(0u32..4, 0u32..3, 0u32..3, 0u32..3, 0u32..3).prop_map(|(cpu, memory, disk, gpus, net)| {
		Resources {
			cpu_millis: cpu * 700,
			memory_mib: memory * 700,
			disk_mib: disk * 700,
			gpus,
			egress_mbps: net,
		}
	})
}

fn terms() -> impl Strategy<Value = Terms> {
	let pricing = prop_oneof![
		Just(Pricing::Fixed),
		(1u128..300, 0u128..300).prop_map(|(floor, room)| Pricing::Indexed {
			floor: FixedU128::from_rational(floor, 100),
			cap: FixedU128::from_rational(floor + room, 100),
		}),
	];
	let less = (prop::option::of((0u32..100, 0u64..500)), prop::option::of(0u32..100));
	(pricing, 0usize..3, 0u64..100, 200u64..1000, 1u8..4, less).prop_map(
		|(pricing, place, min_seconds, max_seconds, runtimes, (reserved, spot))| Terms {
			pricing,
			region: region(["", "eu", "us"][place]),
			min_seconds,
			max_seconds,
			runtimes: Runtimes(runtimes),
			reserved: reserved.map(|(percent, min_seconds)| {
				let (discount, forfeit) = (Perbill::from_percent(percent), Perbill::one());
				Reservation { min_seconds, discount, forfeit }
			}),
			spot: spot.map(|percent| Spot { discount: Perbill::from_percent(percent), notice: 30 }),
			..Default::default()
		},
	)
}

fn rarely() -> impl Strategy<Value = bool> {
	prop::bool::weighted(0.15)
}

/// None, mostly.
fn some_providers() -> impl Strategy<Value = Vec<u8>> {
	prop_oneof![2 => Just(vec![]), 1 => prop::collection::vec(0u8..6, 1..4)]
}

fn listings() -> impl Strategy<Value = Vec<Listing<u8>>> {
	// Small prices, where roundings and ties are frequent, and large ones, where bounds are rough.
	let scale = prop_oneof![Just(1u128), Just(10_007)];
	let prices = (scale, 0u128..4, 0u128..3, 0u128..3, 0u128..3, 0u128..3);
	let terms = prop_oneof![Just(Terms::default()), terms()];
	let more = (terms, rarely(), rarely(), prop_oneof![Just(Resources::default()), resources()]);
	let one = (0u8..6, rarely(), rarely(), resources(), prices, more);
	prop::collection::vec(one, 0..40).prop_map(|many| {
		let listed =
			|(index, (provider, gold, usd, free, prices, more)): (usize, (_, bool, _, _, _, _))| {
				let (terms, paused, restricted, spot) = more;
				let (scale, cpu, memory, disk, gpu, egress) = prices;
				let [cpu, memory, disk, gpu, egress] =
					[cpu, memory, disk, gpu, egress].map(|price| price * scale);
				Listing {
					// Spread, so that the order of the book is not that of the ids.
					offer: OfferId((index as u64 * 17) % 41),
					tier: TierId(gold.into()),
					asset: if usd { USD } else { NATIVE },
					capacity: free,
					free,
					spot,
					prices: UnitPrices { cpu, memory, disk, gpu, egress },
					terms,
					paused,
					restricted,
					..listing(0, provider, 0)
				}
			};
		many.into_iter().enumerate().map(listed).collect()
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4096))]

	#[test]
	fn the_search_agrees_with_trying_everything(
		listings in listings(),
		size in 1usize..6,
		needs in resources(),
		(gold, usd) in (rarely(), rarely()),
		(max_rate, max_seconds) in (prop_oneof![0u128..12, 0u128..500_000], 1u64..400),
		candidates in some_providers(),
		excluded in some_providers(),
		(only, avoid, near) in (rarely(), rarely(), prop::option::of(0u32..=100)),
		(runtimes, percent, kind, reclaim) in (0u8..3, 1u128..600, 0usize..5, any::<bool>()),
		lists in prop::collection::vec(0u64..41, 0..20),
		reputations in prop::collection::vec(0u32..=TOP_REPUTATION, 6),
		unfit in some_providers(),
		(reads, asked) in (0u32..4, 0u32..4),
	) {
		let regions = |some: bool, name| if some { vec![region(name)] } else { vec![] };
		let filters = Filters {
			regions: regions(only, "eu").try_into().expect("they are few"),
			avoid: regions(avoid, "us").try_into().expect("they are few"),
			runtimes: Runtimes(runtimes),
			near: near.map(|percent| (region("eu"), Perbill::from_percent(percent))),
			..Default::default()
		};
		let ask = Ask {
			tier: TierId(gold.into()),
			asset: if usd { &USD } else { &NATIVE },
			needs,
			max_rate: Rate(max_rate),
			max_seconds,
			candidates: &candidates,
			excluded: &excluded,
			kind: [LeaseKind::Reserved, LeaseKind::Spot].get(kind).copied().unwrap_or_default(),
			filters: &filters,
			reclaim,
			level: FixedU128::from_rational(percent, 100),
		};
		let noted = |one: Listing<u8>| {
			Listing { reputation: reputations[one.provider as usize], ..one }
		};
		let pages = paged(listings.into_iter().map(noted).collect(), size);
		for (summary, page) in directory(&pages).iter().zip(&pages) {
			let (bound, least) = (summary.bound(&ask), summary.least_worth(&ask));
			for one in page.iter().filter(|one| exhaustive::answers(one, &ask)) {
				let rate = exhaustive::price(one, &ask);
				prop_assert!(bound.is_some_and(|bound| bound <= rate), "{bound:?} of {one:?}");
				let worth = weighted(Rate(rate), one.reputation);
				prop_assert!(least.is_some_and(|least| least <= worth), "{least:?} of {one:?}");
			}
			prop_assert_eq!(summary.count as usize, page.len());
		}
		let mut paper = Paper { pages, lists, reputations, unfit, ..Default::default() };
		let due = exhaustive::search(&paper, &ask);
		prop_assert_eq!(search(&mut paper, &ask, EVERYTHING), due);
		// With limits it may find less, but never what does not answer.
		let limits = Limits { enough: reads, pages: reads, providers: asked };
		if let Some((offer, rate)) = search(&mut paper, &ask, limits) {
			let one = paper.pages.iter().flatten().find(|one| one.offer.0 == offer);
			let one = one.expect("it is listed");
			prop_assert!(exhaustive::answers(one, &ask) && !paper.unfit.contains(&one.provider));
			prop_assert_eq!(rate, exhaustive::price(one, &ask));
			prop_assert!(due.is_some());
		}
	}

	/// Whatever is noted of each listing, and however wrong that has become.
	#[test]
	fn old_notes_never_cost_more_than_the_widest_factor_and_hide_nothing(
		offers in prop::collection::vec((1u128..2_000, 0u8..6, 0u32..=TOP_REPUTATION), 1..40),
		size in 1usize..6,
		reputations in prop::collection::vec(0u32..=TOP_REPUTATION, 6),
		unfit in prop::collection::vec(0u8..6, 0..5),
	) {
		let listings = offers.iter().zip(0u64..).map(|((cpu, who, noted), offer)| Listing {
			reputation: *noted,
			..listing(offer, *who, *cpu)
		});
		let pages = paged(listings.collect(), size);
		let fit = offers.iter().filter(|(_, who, _)| !unfit.contains(who));
		let cheapest = fit.map(|(cpu, ..)| *cpu).min();
		let mut paper = Paper { pages, reputations, unfit: unfit.clone(), ..Default::default() };
		let found = search(&mut paper, &ask(), EVERYTHING);
		prop_assert_eq!(found.is_some(), cheapest.is_some());
		if let Some(((offer, rate), cheapest)) = found.zip(cheapest) {
			prop_assert!(!unfit.contains(&offers[offer as usize].1));
			prop_assert_eq!(rate, offers[offer as usize].0);
			// Half as much again, rounded up.
			prop_assert!(rate <= (3 * cheapest).div_ceil(2), "{rate} of {cheapest}");
		}
	}

	#[test]
	fn two_bytes_stay_a_bound_and_miss_by_less_than_a_five_hundredth(number in any::<u128>(), shift in 0u32..128) {
		let number = number >> shift;
		let (below, above) = (Rough::below(number), Rough::above(number));
		prop_assert!(below.value() <= number && number <= above.value());
		prop_assert!((number - below.value()) <= number / 500);
		prop_assert!(above.value() == u128::MAX || (above.value() - number) <= number / 500 + 1);
		prop_assert_eq!(Rough::below(below.value()), below);
	}

	#[test]
	fn two_bytes_keep_the_order(one in any::<u128>(), other in any::<u128>()) {
		let (low, high) = (one.min(other), one.max(other));
		prop_assert!(Rough::below(low) <= Rough::below(high));
		prop_assert!(Rough::above(low) <= Rough::above(high));
	}
}

#[test]
fn small_numbers_are_kept_exactly() {
	for number in 0..=1_024 {
		assert_eq!((Rough::below(number).value(), Rough::above(number).value()), (number, number));
	}
	assert_eq!(Rough::above(u128::MAX).value(), u128::MAX);
}

#[test]
fn a_key_orders_by_price_and_then_by_age() {
	let key = |offer, cpu| Key::of(&listing(offer, 1, cpu));
	assert!(key(9, 1) < key(0, 2) && key(0, 2) < key(1, 2));
	let dear = Listing {
		terms: Terms {
			pricing: Pricing::Indexed { floor: FixedU128::from_u32(2), cap: HIGHEST },
			..Terms::default()
		},
		..listing(5, 1, 2)
	};
	assert_eq!(Key::of(&dear).price, 4, "a floor above one counts");
	let beyond = listing(6, 1, u128::MAX);
	assert_eq!(Key::of(&beyond).price, u128::MAX);
	// The price of graphics processors counts for those who have any.
	let gpu = |gpus| {
		let prices = UnitPrices { cpu: 1, gpu: 50, ..Default::default() };
		let capacity = Resources { gpus, ..Default::default() };
		Key::of(&Listing { prices, capacity, ..listing(0, 1, 0) }).price
	};
	assert_eq!((gpu(0), gpu(1), gpu(8)), (1, 51, 51));
}

#[test]
fn a_key_belongs_to_the_last_page_that_does_not_begin_after_it() {
	let key = |price| Key { price, offer: OfferId(5) };
	let directory: Vec<_> =
		[10, 20, 30].map(|price| Summary::of::<u8>(0, key(price), &[])).to_vec();
	for (price, place) in [(0, 0), (10, 0), (19, 0), (20, 1), (30, 2), (99, 2)] {
		assert_eq!(place_of(&directory, &key(price)), Some(place));
	}
	let before = Key { price: 20, offer: OfferId(4) };
	assert_eq!(place_of(&directory, &before), Some(0));
	assert_eq!(place_of(&[], &key(1)), None);
}
