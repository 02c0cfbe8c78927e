//! Which listings answer an ask, cheapest first. Pure: no storage, no provider is asked anything.
//!
//! Of each provider only its cheapest answer counts. Whatever makes a provider unfit besides its
//! listing (it is down, it takes no work, its collateral does not cover the bill) makes every
//! dearer listing of it unfit too. So a provider cannot hide others by listing much. A listing
//! that is not for the buyer does not count at all.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::types::Listing;
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::FixedU128;
use tradewind_primitives::{
	AssetId, Balance, OfferId, Rate, Region, Resources, Runtimes, Seconds, TierId,
};

/// What a listing has to answer.
#[derive(Clone, Debug)]
pub struct Ask<'a, AccountId> {
	/// The service level wanted.
	pub tier: TierId,
	/// The asset the buyer pays in.
	pub asset: &'a AssetId,
	/// What is needed.
	pub needs: Resources,
	/// The most that may be asked per second.
	pub max_rate: Rate,
	/// How many seconds have to be reserved.
	pub max_seconds: Seconds,
	/// The only providers that will do; empty when any will.
	pub candidates: &'a [AccountId],
	/// Providers that will not do.
	pub excluded: &'a [AccountId],
	/// The only regions that will do; empty when any will.
	pub regions: &'a [Region],
	/// What the machines have to be able to run.
	pub runtimes: Runtimes,
	/// The level of the class, which indexed prices follow.
	pub level: FixedU128,
}

/// Why an offer cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum WhyNot {
	/// It is sold with another service level.
	OtherTier,
	/// The buyer does not deal with this provider.
	NotWanted,
	/// Its machines stand elsewhere.
	OtherRegion,
	/// Its machines cannot run it.
	CannotRun,
	/// It is for longer leases.
	TooShort,
	/// It is for shorter leases.
	TooLong,
	/// It is sold for another asset.
	OtherAsset,
	/// It is paused.
	Paused,
	/// Too little of it is free.
	NoRoom,
	/// It would cost nothing, and what costs nothing is not for sale.
	NoPrice,
	/// It costs more than the buyer would pay, or than a number can say.
	TooDear,
	/// It is kept for others.
	NotAllowed,
	/// Its provider takes no work.
	NotActive,
	/// Its provider is down.
	Down,
}

impl<AccountId: PartialEq> Ask<'_, AccountId> {
	/// Whether the buyer would deal with this provider.
	pub fn admits(&self, provider: &AccountId) -> bool {
		(self.candidates.is_empty() || self.candidates.contains(provider))
			&& !self.excluded.contains(provider)
	}

	/// Whether the listing is of the right kind, whatever it costs and holds.
	fn concerns(&self, listing: &Listing<AccountId>) -> Result<(), WhyNot> {
		let terms = &listing.terms;
		let elsewhere = !self.regions.is_empty() && !self.regions.contains(&terms.region);
		for (wrong, why) in [
			(listing.tier != self.tier, WhyNot::OtherTier),
			(!self.admits(&listing.provider), WhyNot::NotWanted),
			(elsewhere, WhyNot::OtherRegion),
			(!terms.runtimes.include(self.runtimes), WhyNot::CannotRun),
			(self.max_seconds < terms.min_seconds, WhyNot::TooShort),
			(self.max_seconds > terms.max_seconds, WhyNot::TooLong),
		] {
			if wrong {
				return Err(why);
			}
		}
		Ok(())
	}

	/// The rate of the listing and what has to be reserved for it, or why it does not answer.
	/// Whether it is kept for others is not asked here.
	pub fn price(&self, listing: &Listing<AccountId>) -> Result<(Rate, Balance), WhyNot> {
		self.concerns(listing)?;
		for (wrong, why) in [
			(listing.asset != *self.asset, WhyNot::OtherAsset),
			(listing.paused, WhyNot::Paused),
			(!self.needs.fits(&listing.free), WhyNot::NoRoom),
		] {
			if wrong {
				return Err(why);
			}
		}
		let rate = listing.terms.pricing.rate(&listing.prices, &self.needs, self.level);
		let rate = rate.filter(|rate| *rate <= self.max_rate).ok_or(WhyNot::TooDear)?;
		// A lure at rate 0 would win every match.
		if rate == Rate(0) {
			return Err(WhyNot::NoPrice);
		}
		Ok((rate, rate.amount(self.max_seconds).ok_or(WhyNot::TooDear)?))
	}
}

/// A listing that answers the ask.
#[derive(Debug, PartialEq, Eq)]
pub struct Match<'a, AccountId> {
	/// The listing.
	pub listing: &'a Listing<AccountId>,
	/// What the needs cost per second.
	pub rate: Rate,
	/// What they cost for all the seconds asked for.
	pub cap: Balance,
}

/// The listings that answer the ask, one per provider, cheapest first; of equal rates the older
/// offer comes first. `allowed` tells whether the buyer may lease from an offer that is kept for
/// the accounts of a list; it is asked only as far as the matches are taken.
pub fn cheapest_first<'a, AccountId: Ord>(
	listings: &'a [Listing<AccountId>],
	ask: &Ask<'_, AccountId>,
	mut allowed: impl FnMut(OfferId) -> bool,
) -> impl Iterator<Item = Match<'a, AccountId>> {
	let mut matches: Vec<_> = listings
		.iter()
		.filter_map(|listing| {
			ask.price(listing).ok().map(|(rate, cap)| Match { listing, rate, cap })
		})
		.collect();
	matches.sort_unstable_by_key(|found| (found.rate, found.listing.offer));
	let mut seen = BTreeSet::new();
	matches.into_iter().filter(move |Match { listing, .. }| {
		!seen.contains(&listing.provider)
			&& (!listing.restricted || allowed(listing.offer))
			&& seen.insert(&listing.provider)
	})
}

/// Whether the right kind is listed, but not once in the asset the buyer pays in.
pub fn only_in_other_assets<AccountId: PartialEq>(
	listings: &[Listing<AccountId>],
	ask: &Ask<'_, AccountId>,
) -> bool {
	let mut wanted = listings.iter().filter(|listing| ask.concerns(listing).is_ok()).peekable();
	wanted.peek().is_some() && wanted.all(|listing| listing.asset != *ask.asset)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::expect_used)]
mod tests {
	use super::*;
	use crate::terms::{Pricing, Terms};
	use core::slice::from_ref;
	use proptest::prelude::*;
	use sp_runtime::FixedPointNumber;
	use tradewind_primitives::UnitPrices;

	const USD: AssetId = AssetId::WithId(7);
	const NATIVE: AssetId = AssetId::Native;
	const NEEDS: Resources =
		Resources { cpu_millis: 1000, memory_mib: 0, disk_mib: 0, gpus: 0, egress_mbps: 0 };

	fn listing(offer: u64, provider: u8, cpu: Balance) -> Listing<u8> {
		Listing {
			offer: OfferId(offer),
			provider,
			tier: TierId(0),
			asset: NATIVE,
			capacity: Resources::default(),
			free: Resources { cpu_millis: 4000, ..Default::default() },
			prices: UnitPrices { cpu, ..Default::default() },
			terms: Terms::default(),
			paused: false,
			restricted: false,
		}
	}

	fn ask<'a>() -> Ask<'a, u8> {
		Ask {
			tier: TierId(0),
			asset: &NATIVE,
			needs: NEEDS,
			max_rate: Rate(100),
			max_seconds: 10,
			candidates: &[],
			excluded: &[],
			regions: &[],
			runtimes: Runtimes::default(),
			level: FixedU128::from_u32(1),
		}
	}

	fn found(listings: &[Listing<u8>], ask: &Ask<'_, u8>) -> Vec<u64> {
		cheapest_first(listings, ask, |_| false).map(|found| found.listing.offer.0).collect()
	}

	#[test]
	fn the_cheapest_comes_first_and_of_equals_the_older() {
		let listings = [listing(9, 1, 5), listing(3, 2, 7), listing(4, 3, 5), listing(1, 4, 6)];
		assert_eq!(found(&listings, &ask()), [4, 9, 1, 3]);
	}

	#[test]
	fn only_the_cheapest_listing_of_a_provider_counts() {
		let listings = [listing(0, 1, 5), listing(1, 1, 4), listing(2, 2, 6), listing(3, 1, 4)];
		assert_eq!(found(&listings, &ask()), [1, 2]);
	}

	#[test]
	fn a_cheap_listing_that_does_not_answer_hides_no_other_of_its_provider() {
		let small = Listing { free: Resources::default(), ..listing(0, 1, 1) };
		assert_eq!(found(&[small, listing(1, 1, 9)], &ask()), [1]);
	}

	#[test]
	fn the_rate_may_reach_the_limit_but_not_exceed_it() {
		let listings = [listing(0, 1, 100), listing(1, 2, 101)];
		assert_eq!(found(&listings, &ask()), [0]);
	}

	#[test]
	fn needs_may_take_all_that_is_free_but_no_more() {
		let ask = |cpu_millis| Ask { needs: Resources { cpu_millis, ..NEEDS }, ..ask() };
		assert_eq!(found(&[listing(0, 1, 1)], &ask(4000)), [0]);
		assert!(found(&[listing(0, 1, 1)], &ask(4001)).is_empty());
	}

	#[test]
	fn what_costs_nothing_is_not_for_sale() {
		assert!(found(&[listing(0, 1, 0)], &ask()).is_empty());
	}

	#[test]
	fn a_bill_that_overflows_is_no_answer() {
		let dear = Ask { max_rate: Rate(u128::MAX), max_seconds: 1001, ..ask() };
		assert!(found(&[listing(0, 1, u128::MAX / 1000)], &dear).is_empty());
		assert!(found(&[listing(0, 1, u128::MAX)], &dear).is_empty());
	}

	#[test]
	fn tier_asset_and_provider_have_to_be_the_wanted_ones() {
		let gold = Listing { tier: TierId(1), ..listing(0, 1, 1) };
		let usd = Listing { asset: USD, ..listing(1, 2, 1) };
		let listings = [gold, usd, listing(2, 3, 1), listing(3, 4, 2), listing(4, 5, 3)];
		let ask = Ask { candidates: &[3, 5, 1, 2], excluded: &[3], ..ask() };
		assert_eq!(found(&listings, &ask), [4]);
	}

	fn region(name: &str) -> Region {
		name.as_bytes().to_vec().try_into().expect("it is short")
	}

	fn with(terms: Terms) -> Listing<u8> {
		Listing { terms, ..listing(0, 1, 10) }
	}

	#[test]
	fn why_a_listing_does_not_answer_is_told() {
		let terms = Terms::default;
		let here = region("eu-north");
		let ask = Ask {
			excluded: &[9],
			regions: from_ref(&here),
			runtimes: Runtimes::WASM,
			max_seconds: 60,
			..ask()
		};
		let fit = with(Terms { region: here.clone(), ..terms() });
		let with = |change: fn(&mut Listing<u8>)| {
			let mut listing = fit.clone();
			change(&mut listing);
			listing
		};
		assert_eq!(ask.price(&fit), Ok((Rate(10), 600)));
		for (listing, why) in [
			(with(|it| it.tier = TierId(1)), WhyNot::OtherTier),
			(with(|it| it.provider = 9), WhyNot::NotWanted),
			(with(|it| it.terms.region = region("us-east")), WhyNot::OtherRegion),
			(with(|it| it.terms.region = Region::new()), WhyNot::OtherRegion),
			(with(|it| it.terms.runtimes = Runtimes::CONTAINER), WhyNot::CannotRun),
			(with(|it| it.terms.min_seconds = 61), WhyNot::TooShort),
			(with(|it| it.terms.max_seconds = 59), WhyNot::TooLong),
			(with(|it| it.asset = USD), WhyNot::OtherAsset),
			(with(|it| it.paused = true), WhyNot::Paused),
			(with(|it| it.free.cpu_millis = 999), WhyNot::NoRoom),
			(with(|it| it.prices = UnitPrices::default()), WhyNot::NoPrice),
			(with(|it| it.prices.cpu = 101), WhyNot::TooDear),
			(with(|it| it.prices.cpu = u128::MAX), WhyNot::TooDear),
		] {
			assert_eq!(ask.price(&listing), Err(why));
			assert!(found(&[listing], &ask).is_empty());
		}
	}

	#[test]
	fn a_lease_may_be_exactly_as_short_or_long_as_the_offer_says() {
		let exact = with(Terms { min_seconds: 10, max_seconds: 10, ..Terms::default() });
		assert_eq!(found(&[exact], &ask()), [0]);
	}

	#[test]
	fn an_indexed_price_is_compared_at_the_level() {
		let half = FixedU128::from_rational(1, 2);
		let pricing = Pricing::Indexed { floor: half, cap: FixedU128::from_u32(2) };
		let indexed = with(Terms { pricing, ..Terms::default() });
		let listings = [indexed, listing(1, 2, 12)];
		let at = |percent| Ask { level: FixedU128::from_rational(percent, 100), ..ask() };
		assert_eq!(found(&listings, &at(120)), [0, 1]);
		assert_eq!(found(&listings, &at(121)), [1, 0]);
	}

	#[test]
	fn what_is_kept_for_others_hides_nothing_and_is_asked_for_only_when_reached() {
		let kept =
			|offer, provider, cpu| Listing { restricted: true, ..listing(offer, provider, cpu) };
		let listings = [kept(0, 1, 1), listing(1, 1, 5), kept(2, 2, 3), kept(3, 3, 9)];
		assert_eq!(found(&listings, &ask()), [1]);
		let mut asked = Vec::new();
		let first = cheapest_first(&listings, &ask(), |offer| {
			asked.push(offer.0);
			offer == OfferId(2)
		})
		.next();
		assert_eq!(first.map(|found| found.listing.offer), Some(OfferId(2)));
		assert_eq!(asked, [0, 2]);
	}

	#[test]
	fn the_cap_is_the_rate_times_the_seconds() {
		let listings = [listing(0, 1, 7)];
		let matches: Vec<_> = cheapest_first(&listings, &ask(), |_| false).collect();
		let due = Match { listing: &listings[0], rate: Rate(7), cap: 70 };
		assert_eq!(matches, [due]);
	}

	#[test]
	fn what_is_sold_for_other_assets_only_is_told_from_what_is_not_sold() {
		let usd = Listing { asset: USD, ..listing(1, 2, 1) };
		assert!(only_in_other_assets(from_ref(&usd), &ask()));
		assert!(!only_in_other_assets(&[], &ask()));
		assert!(!only_in_other_assets(&[usd.clone(), listing(0, 1, 1_000)], &ask()));
		assert!(!only_in_other_assets(from_ref(&usd), &Ask { candidates: &[1], ..ask() }));
		assert!(!only_in_other_assets(&[usd], &Ask { tier: TierId(1), ..ask() }));
	}

	/// A reference that shares nothing with the matching: it judges every listing by itself, and
	/// puts each at the place that the number of better ones gives it.
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
		fn price(listing: &Listing<u8>, ask: &Ask<'_, u8>) -> u128 {
			let base = cost(&listing.prices, &ask.needs);
			let percents = |factor: FixedU128| factor.into_inner() / (FixedU128::DIV / 100);
			let percent = match listing.terms.pricing {
				Pricing::Fixed => 100,
				Pricing::Indexed { floor, cap } => {
					percents(ask.level).clamp(percents(floor), percents(cap))
				},
			};
			base * percent / 100 + u128::from(!(base * percent).is_multiple_of(100))
		}

		fn answers(listing: &Listing<u8>, ask: &Ask<'_, u8>, lists: &[u64]) -> bool {
			let terms = &listing.terms;
			let long = (terms.min_seconds..=terms.max_seconds).contains(&ask.max_seconds);
			let near = ask.regions.is_empty() || ask.regions.contains(&terms.region);
			let runs = (0..8).all(|bit| {
				let has = |set: Runtimes| set.0 >> bit & 1 == 1;
				!has(ask.runtimes) || has(terms.runtimes)
			});
			let open = !listing.restricted || lists.contains(&listing.offer.0);
			if listing.paused || !long || !near || !runs || !open {
				return false;
			}
			let (free, needs) = (&listing.free, &ask.needs);
			let room = needs.cpu_millis <= free.cpu_millis
				&& needs.memory_mib <= free.memory_mib
				&& needs.disk_mib <= free.disk_mib
				&& needs.gpus <= free.gpus
				&& needs.egress_mbps <= free.egress_mbps;
			let wanted = ask.candidates.is_empty() || ask.candidates.contains(&listing.provider);
			let barred = ask.excluded.contains(&listing.provider);
			let cost = price(listing, ask);
			let affordable = cost > 0 && cost <= ask.max_rate.0;
			let kind = listing.tier == ask.tier && listing.asset == *ask.asset;
			room && wanted && !barred && affordable && kind
		}

		pub fn search(
			listings: &[Listing<u8>],
			ask: &Ask<'_, u8>,
			lists: &[u64],
		) -> Vec<(u64, u128, u128)> {
			let fit: Vec<_> = listings.iter().filter(|one| answers(one, ask, lists)).collect();
			let better = |one: &Listing<u8>, other: &Listing<u8>| {
				let (a, b) = (price(one, ask), price(other, ask));
				a < b || (a == b && one.offer.0 < other.offer.0)
			};
			let best: Vec<_> = fit
				.iter()
				.filter(|one| {
					!fit.iter().any(|other| other.provider == one.provider && better(other, one))
				})
				.collect();
			let mut ranked = vec![None; best.len()];
			for one in &best {
				let rank = best.iter().filter(|other| better(other, one)).count();
				let rate = price(one, ask);
				ranked[rank] = Some((one.offer.0, rate, rate * u128::from(ask.max_seconds)));
			}
			ranked.into_iter().map(|one| one.expect("no two listings rank equal")).collect()
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
		(pricing, 0usize..3, 0u64..300, 1u64..1000, 1u8..4).prop_map(
			|(pricing, place, min_seconds, max_seconds, runtimes)| Terms {
				pricing,
				region: region(["", "eu", "us"][place]),
				min_seconds,
				max_seconds,
				runtimes: Runtimes(runtimes),
			},
		)
	}

	fn listings() -> impl Strategy<Value = Vec<Listing<u8>>> {
		let prices = (0u128..4, 0u128..3, 0u128..3, 0u128..3, 0u128..3);
		let terms = prop_oneof![Just(Terms::default()), terms()];
		let rarely = || prop::bool::weighted(0.15);
		let more = (terms, rarely(), rarely());
		let one = (0u8..6, 0u8..2, any::<bool>(), resources(), prices, more);
		prop::collection::vec(one, 0..40).prop_map(|many| {
			let listed = |(index, (provider, tier, usd, free, prices, more)): (usize, _)| {
				let (terms, paused, restricted) = more;
				let (cpu, memory, disk, gpu, egress) = prices;
				Listing {
					// Spread, so that the order of the book is not that of the ids.
					offer: OfferId((index as u64 * 17) % 41),
					provider,
					tier: TierId(tier),
					asset: if usd { USD } else { NATIVE },
					capacity: free,
					free,
					prices: UnitPrices { cpu, memory, disk, gpu, egress },
					terms,
					paused,
					restricted,
				}
			};
			many.into_iter().enumerate().map(listed).collect()
		})
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(4096))]

		#[test]
		fn the_matching_agrees_with_an_exhaustive_search(
			listings in listings(),
			needs in resources(),
			(tier, usd) in (0u8..2, any::<bool>()),
			(max_rate, max_seconds) in (0u128..12, 1u64..1000),
			candidates in prop::collection::vec(0u8..6, 0..4),
			excluded in prop::collection::vec(0u8..6, 0..3),
			(near, runtimes, percent) in (any::<bool>(), 0u8..3, 1u128..600),
			lists in prop::collection::vec(0u64..41, 0..20),
		) {
			let here = region("eu");
			let ask = Ask {
				tier: TierId(tier),
				asset: if usd { &USD } else { &NATIVE },
				needs,
				max_rate: Rate(max_rate),
				max_seconds,
				candidates: &candidates,
				excluded: &excluded,
				regions: if near { from_ref(&here) } else { &[] },
				runtimes: Runtimes(runtimes),
				level: FixedU128::from_rational(percent, 100),
			};
			let found: Vec<_> = cheapest_first(&listings, &ask, |offer| lists.contains(&offer.0))
				.map(|found| (found.listing.offer.0, found.rate.0, found.cap))
				.collect();
			prop_assert_eq!(found, exhaustive::search(&listings, &ask, &lists));
		}
	}
}
