//! Which listings answer an ask, cheapest first. Pure: no storage, no provider is asked anything.
//!
//! Of each provider only its cheapest answer counts. Whatever makes a provider unfit besides its
//! listing (it is down, it takes no work, its collateral does not cover the bill) makes every
//! dearer listing of it unfit too. So a provider cannot hide others by listing much.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::types::Listing;
use alloc::{collections::BTreeSet, vec::Vec};
use tradewind_primitives::{AssetId, Balance, Rate, Resources, Seconds, TierId};

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
}

impl<AccountId: PartialEq> Ask<'_, AccountId> {
	/// Whether the buyer would deal with this provider.
	pub fn admits(&self, provider: &AccountId) -> bool {
		(self.candidates.is_empty() || self.candidates.contains(provider))
			&& !self.excluded.contains(provider)
	}

	/// Whether the listing is of the right kind, whatever it costs and holds.
	fn concerns(&self, listing: &Listing<AccountId>) -> bool {
		listing.tier == self.tier && self.admits(&listing.provider)
	}

	/// The rate of the listing and what has to be reserved for it, if it answers the ask.
	fn price(&self, listing: &Listing<AccountId>) -> Option<(Rate, Balance)> {
		if listing.asset != *self.asset || !self.needs.fits(&listing.free) {
			return None;
		}
		let rate = listing.prices.rate(&self.needs)?;
		// What costs nothing is not for sale: a lure at rate 0 would win every match.
		if rate == Rate(0) || rate > self.max_rate {
			return None;
		}
		Some((rate, rate.amount(self.max_seconds)?))
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
/// offer comes first.
pub fn cheapest_first<'a, AccountId: Ord>(
	listings: &'a [Listing<AccountId>],
	ask: &Ask<'_, AccountId>,
) -> Vec<Match<'a, AccountId>> {
	let mut matches: Vec<_> = listings
		.iter()
		.filter(|listing| ask.concerns(listing))
		.filter_map(|listing| ask.price(listing).map(|(rate, cap)| Match { listing, rate, cap }))
		.collect();
	matches.sort_unstable_by_key(|found| (found.rate, found.listing.offer));
	let mut seen = BTreeSet::new();
	matches.retain(|found| seen.insert(&found.listing.provider));
	matches
}

/// Whether the right kind is listed, but not once in the asset the buyer pays in.
pub fn only_in_other_assets<AccountId: PartialEq>(
	listings: &[Listing<AccountId>],
	ask: &Ask<'_, AccountId>,
) -> bool {
	let mut wanted = listings.iter().filter(|listing| ask.concerns(listing)).peekable();
	wanted.peek().is_some() && wanted.all(|listing| listing.asset != *ask.asset)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::expect_used)]
mod tests {
	use super::*;
	use core::slice::from_ref;
	use proptest::prelude::*;
	use tradewind_primitives::{OfferId, UnitPrices};

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
			free: Resources { cpu_millis: 4000, ..Default::default() },
			prices: UnitPrices { cpu, ..Default::default() },
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
		}
	}

	fn found(listings: &[Listing<u8>], ask: &Ask<'_, u8>) -> Vec<u64> {
		cheapest_first(listings, ask).iter().map(|found| found.listing.offer.0).collect()
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

	#[test]
	fn the_cap_is_the_rate_times_the_seconds() {
		let listings = [listing(0, 1, 7)];
		let matches = cheapest_first(&listings, &ask());
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

		fn answers(listing: &Listing<u8>, ask: &Ask<'_, u8>) -> bool {
			let (free, needs) = (&listing.free, &ask.needs);
			let room = needs.cpu_millis <= free.cpu_millis
				&& needs.memory_mib <= free.memory_mib
				&& needs.disk_mib <= free.disk_mib
				&& needs.gpus <= free.gpus
				&& needs.egress_mbps <= free.egress_mbps;
			let wanted = ask.candidates.is_empty() || ask.candidates.contains(&listing.provider);
			let barred = ask.excluded.contains(&listing.provider);
			let cost = cost(&listing.prices, needs);
			let affordable = cost > 0 && cost <= ask.max_rate.0;
			let kind = listing.tier == ask.tier && listing.asset == *ask.asset;
			room && wanted && !barred && affordable && kind
		}

		pub fn search(listings: &[Listing<u8>], ask: &Ask<'_, u8>) -> Vec<(u64, u128, u128)> {
			let fit: Vec<_> = listings.iter().filter(|one| answers(one, ask)).collect();
			let better = |one: &Listing<u8>, other: &Listing<u8>| {
				let (a, b) = (cost(&one.prices, &ask.needs), cost(&other.prices, &ask.needs));
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
				let rate = cost(&one.prices, &ask.needs);
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

	fn listings() -> impl Strategy<Value = Vec<Listing<u8>>> {
		let prices = (0u128..4, 0u128..3, 0u128..3, 0u128..3, 0u128..3);
		let one = (0u8..6, 0u8..2, any::<bool>(), resources(), prices);
		prop::collection::vec(one, 0..40).prop_map(|many| {
			let listed = |(index, (provider, tier, usd, free, prices)): (usize, _)| {
				let (cpu, memory, disk, gpu, egress) = prices;
				Listing {
					// Spread, so that the order of the book is not that of the ids.
					offer: OfferId((index as u64 * 17) % 41),
					provider,
					tier: TierId(tier),
					asset: if usd { USD } else { NATIVE },
					free,
					prices: UnitPrices { cpu, memory, disk, gpu, egress },
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
		) {
			let ask = Ask {
				tier: TierId(tier),
				asset: if usd { &USD } else { &NATIVE },
				needs,
				max_rate: Rate(max_rate),
				max_seconds,
				candidates: &candidates,
				excluded: &excluded,
			};
			let found: Vec<_> = cheapest_first(&listings, &ask)
				.iter()
				.map(|found| (found.listing.offer.0, found.rate.0, found.cap))
				.collect();
			prop_assert_eq!(found, exhaustive::search(&listings, &ask));
		}
	}
}
