//! What is told of offers, leases and levels to whoever wants to know.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	book::Book,
	index::{Policy, Sample},
	matching::{Ask, WhyNot},
	pallet::*,
	types::{Answer, LeaseView, Quote, Rates, Wanted},
	worth,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::FixedU128;
use tradewind_primitives::{
	traits::{Reputation, Streams},
	ClassId, LeaseId, LeaseKind,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_quote(
		class: ClassId,
		wanted: &Wanted<T::AccountId>,
	) -> Option<Quote<T::AccountId>> {
		let mut book = Book::<T>::open(class).ok()?;
		let index = book.market.index.clone();
		let ask = Ask {
			tier: wanted.tier,
			asset: &wanted.asset,
			needs: wanted.needs,
			max_rate: wanted.max_rate,
			max_seconds: wanted.max_seconds,
			candidates: &wanted.candidates,
			excluded: &wanted.excluded,
			kind: wanted.kind,
			filters: &wanted.filters,
			reclaim: wanted.kind != LeaseKind::Spot,
			level: index.level,
		};
		let judge = |listing: &ListingOf<T>| -> Result<(), WhyNot> {
			ask.price(listing)?;
			let on_list = |owner| AllowLists::<T>::get(listing.offer).contains(owner);
			let is_allowed = !listing.restricted || wanted.owner.as_ref().is_some_and(on_list);
			ensure!(is_allowed, WhyNot::NotAllowed);
			Self::fitness(&listing.provider, &wanted.filters)
		};
		let rates = |listing: &ListingOf<T>| -> Option<Rates> {
			let rate_at = |level: FixedU128| {
				listing.terms.rate(&listing.prices, &wanted.needs, level, wanted.kind)
			};
			let Policy { floor, cap, .. } = index.policy;
			Some(Rates { now: rate_at(index.level)?, least: rate_at(floor)?, most: rate_at(cap)? })
		};
		let pages: Vec<u32> = book.market.directory.iter().map(|summary| summary.page).collect();
		let listings = pages.into_iter().flat_map(|page| book.page(page).clone());
		let mut answers: Vec<_> = listings
			.map(|listing| {
				let noted = listing.reputation;
				let answer = Answer {
					reputation: T::Reputation::reputation(&listing.provider),
					rates: rates(&listing),
					why_not: judge(&listing).err(),
					near: ask.is_near(&listing),
					offer: listing.offer,
					provider: listing.provider,
					free: listing.free,
				};
				(noted, answer)
			})
			.collect();
		let serves = |answer: &Answer<T::AccountId>| {
			answer.rates.filter(|_| answer.why_not.is_none()).map(|rates| rates.now)
		};
		answers.sort_unstable_by_key(|(noted, answer)| {
			let rate = serves(answer);
			let worth = rate.map(|rate| {
				let worth = |reputation| {
					let worth = worth::weighted(rate, reputation);
					worth::with_distance(worth, answer.near, &wanted.filters)
				};
				worth::counted(worth(*noted), worth(answer.reputation))
			});
			// Nobody is made to leave where there is room without that.
			let reclaims = rate.is_some() && !wanted.needs.fits(&answer.free);
			(rate.is_none(), reclaims, worth, rate, answer.offer)
		});
		let answers: Vec<_> = answers.into_iter().map(|(_, answer)| answer).collect();
		let serving = || answers.iter().filter_map(serves);
		let range = serving().min().zip(serving().max());
		Some(Quote { level: index.level, range, answers })
	}

	pub(crate) fn do_index_history(class: ClassId) -> Vec<Sample> {
		let Ok(book) = Book::<T>::open(class) else { return Vec::new() };
		let mut samples = Histories::<T>::get(class).into_inner();
		samples.push(book.market.index.sample());
		samples
	}

	pub(crate) fn do_lease(id: LeaseId) -> Option<LeaseView<T::AccountId>> {
		let stream = T::Streams::managed(id.into())?;
		let terms = stream.terms;
		Some(LeaseView {
			owner: T::Streams::owner(terms.tab)?,
			tab: terms.tab,
			asset: T::Streams::asset(terms.tab)?,
			rate: terms.rate,
			cap: terms.cap,
			prepaid: terms.prepaid,
			started: stream.started,
			left: stream.left,
			lease: stream.memo,
		})
	}
}
