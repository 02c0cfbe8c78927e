//! How much a rate is worth, given how well its provider is known. Pure.
//!
//! A rate counts for more the worse its provider is known: in full for one of the best reputation,
//! and for half as much again for one of the worst. So of two offers the dearer one wins only while
//! it costs at most [`WIDEST`] times the cheaper one, whatever the reputations are.
//!
//! Reputations are looked up one by one, in the order of the rates, and only while somebody who
//! was not looked up yet could still win. Where one offer is far cheaper than the others, that is
//! one look.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::matching::Match;
use alloc::collections::BTreeMap;
use core::iter::from_fn;
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};
use tradewind_primitives::{OfferId, Rate, TOP_REPUTATION};

/// The most that is ever paid for a better reputation, as a part of the cheapest feasible rate:
/// three halves of it.
pub const WIDEST: (u128, u128) = (3, 2);

/// What a rate counts for: itself for the best reputation, half as much again for the worst.
/// Rounded up. What is larger than any number counts as the largest.
pub fn weighted(rate: Rate, reputation: u32) -> u128 {
	let top = u128::from(TOP_REPUTATION);
	let lacking = top.saturating_sub(reputation.into());
	let (whole, part) = (top.saturating_mul(2), top.saturating_mul(2).saturating_add(lacking));
	multiply_by_rational_with_rounding(rate.0, part, whole, Rounding::Up).unwrap_or(u128::MAX)
}

/// The matches by what their rates count for; of equal ones the cheaper, then the older offer
/// comes first. `matches` have to come cheapest first. `reputation` is asked once for each provider
/// and only as far as the matches are taken.
pub fn best_first<'a, AccountId>(
	matches: impl Iterator<Item = Match<'a, AccountId>>,
	mut reputation: impl FnMut(&AccountId) -> u32,
) -> impl Iterator<Item = Match<'a, AccountId>>
where
	AccountId: 'a,
{
	let mut unknown = matches.peekable();
	let mut known = BTreeMap::<(u128, Rate, OfferId), Match<'a, AccountId>>::new();
	from_fn(move || {
		// No rate counts for less than itself, so nobody further on beats the first of the known
		// once its rate is above what that one counts for.
		while let Some(next) = unknown.next_if(|next| {
			known.first_key_value().is_none_or(|((worth, ..), _)| next.rate.0 <= *worth)
		}) {
			let worth = weighted(next.rate, reputation(&next.listing.provider));
			known.insert((worth, next.rate, next.listing.offer), next);
		}
		known.pop_first().map(|(_, found)| found)
	})
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
	use super::*;
	use crate::{terms::Terms, types::Listing};
	use alloc::{vec, vec::Vec};
	use proptest::prelude::*;
	use tradewind_primitives::{AssetId, Resources, TierId, UnitPrices, NEUTRAL_REPUTATION};

	fn listing(offer: u64) -> Listing<usize> {
		Listing {
			offer: OfferId(offer),
			provider: offer as usize,
			tier: TierId(0),
			asset: AssetId::Native,
			capacity: Resources::default(),
			free: Resources::default(),
			prices: UnitPrices::default(),
			terms: Terms::default(),
			paused: false,
			restricted: false,
		}
	}

	/// The order in which offers of these rates and reputations are tried, and whose reputations
	/// were looked up until the first was found.
	fn order(book: &[(u128, u32)]) -> (Vec<u64>, Vec<usize>) {
		let listings: Vec<_> = (0..book.len() as u64).map(listing).collect();
		let matches = || {
			let mut matches: Vec<_> = listings
				.iter()
				.zip(book)
				.map(|(listing, (rate, _))| Match { listing, rate: Rate(*rate), cap: 0 })
				.collect();
			matches.sort_by_key(|found| (found.rate, found.listing.offer));
			matches.into_iter()
		};
		let mut asked = vec![];
		best_first(matches(), |who| {
			asked.push(*who);
			book[*who].1
		})
		.next();
		let all = best_first(matches(), |who| book[*who].1);
		(all.map(|found| found.listing.offer.0).collect(), asked)
	}

	#[test]
	fn a_rate_counts_for_half_as_much_again_at_worst() {
		assert_eq!(weighted(Rate(100), TOP_REPUTATION), 100);
		assert_eq!(weighted(Rate(100), NEUTRAL_REPUTATION), 125);
		assert_eq!(weighted(Rate(100), 0), 150);
		assert_eq!(weighted(Rate(1), TOP_REPUTATION - 1), 2);
		assert_eq!(weighted(Rate(100), u32::MAX), 100);
		assert_eq!(weighted(Rate(u128::MAX), 0), u128::MAX);
	}

	#[test]
	fn a_better_known_provider_wins_at_a_slightly_higher_rate() {
		assert_eq!(order(&[(100, 0), (149, TOP_REPUTATION)]).0, [1, 0]);
		assert_eq!(order(&[(100, 0), (151, TOP_REPUTATION)]).0, [0, 1]);
		// At the boundary the cheaper one wins.
		assert_eq!(order(&[(100, 0), (150, TOP_REPUTATION)]).0, [0, 1]);
	}

	#[test]
	fn among_equally_known_ones_the_cheapest_wins_and_then_the_older() {
		let known = |rate| (rate, 400_000);
		assert_eq!(order(&[known(3), known(1), known(2), known(1)]).0, [1, 3, 2, 0]);
	}

	#[test]
	fn who_cannot_win_is_not_looked_up() {
		let neutral = |rate| (rate, NEUTRAL_REPUTATION);
		assert_eq!(order(&[neutral(100), neutral(126), neutral(1_000)]).1, [0]);
		assert_eq!(order(&[neutral(100), neutral(125), neutral(126)]).1, [0, 1]);
	}

	proptest! {
		#![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

		#[test]
		fn the_order_is_that_of_an_exhaustive_search(
			book in prop::collection::vec((1u128..2_000, 0u32..=TOP_REPUTATION), 0..40),
		) {
			let mut all: Vec<_> = book
				.iter()
				.enumerate()
				.map(|(offer, (rate, reputation))| {
					let parts = 3_000_000 - u128::from(*reputation);
					((rate * parts).div_ceil(2_000_000), *rate, offer as u64)
				})
				.collect();
			all.sort();
			let due: Vec<_> = all.into_iter().map(|(_, _, offer)| offer).collect();
			prop_assert_eq!(order(&book).0, due);
		}

		#[test]
		fn the_first_costs_at_most_half_as_much_again_as_the_cheapest(
			book in prop::collection::vec((1u128..1_000_000, 0u32..=TOP_REPUTATION), 1..40),
		) {
			let first = order(&book).0[0] as usize;
			let cheapest = book.iter().map(|(rate, _)| *rate).min().unwrap_or_default();
			let (more, of) = WIDEST;
			prop_assert!(book[first].0 * of < cheapest * more + of);
		}
	}
}
