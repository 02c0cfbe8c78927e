//! Whether a listing answers an ask, and at which rate. Pure: no storage, no provider is asked
//! anything.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::types::{Listing, MAX_SPOT};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::PalletError;
use scale_info::TypeInfo;
use sp_runtime::FixedU128;
use tradewind_primitives::{
	AssetId, Balance, Filters, LeaseKind, OfferId, Rate, Resources, Seconds, TierId,
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
	/// On what terms.
	pub kind: LeaseKind,
	/// What else is asked.
	pub filters: &'a Filters,
	/// Whether spot leases are taken back if there is no other room.
	pub reclaim: bool,
	/// The level of the class, which indexed prices follow.
	pub level: FixedU128,
}

/// Why an offer cannot be had.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, PalletError,
)]
pub enum WhyNot {
	/// It is sold with another service level.
	OtherTier,
	/// The buyer does not deal with this provider.
	NotWanted,
	/// Its machines stand elsewhere.
	OtherRegion,
	/// Its machines cannot run it.
	CannotRun,
	/// It has other graphics processors.
	OtherModel,
	/// It is not leased on these terms.
	OtherKind,
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
	/// As many spot leases run on it as may.
	NoSpotLeft,
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
	/// No auditor in office vouches for what was asked of its provider.
	NotAttested,
}

impl<AccountId: PartialEq> Ask<'_, AccountId> {
	/// Whether the buyer would deal with this provider.
	pub fn admits(&self, provider: &AccountId) -> bool {
		(self.candidates.is_empty() || self.candidates.contains(provider))
			&& !self.excluded.contains(provider)
	}

	/// Whether the listing is of the right kind, whatever it costs and holds.
	fn concerns(&self, listing: &Listing<AccountId>) -> Result<(), WhyNot> {
		let (terms, filters) = (&listing.terms, self.filters);
		let elsewhere = !filters.regions.is_empty() && !filters.regions.contains(&terms.region);
		for (wrong, why) in [
			(listing.tier != self.tier, WhyNot::OtherTier),
			(!self.admits(&listing.provider), WhyNot::NotWanted),
			(elsewhere || filters.avoid.contains(&terms.region), WhyNot::OtherRegion),
			(!terms.runtimes.include(filters.runtimes), WhyNot::CannotRun),
			(!filters.model.is_empty() && filters.model != terms.model, WhyNot::OtherModel),
			(terms.discount(self.kind).is_none(), WhyNot::OtherKind),
			(self.max_seconds < terms.shortest(self.kind), WhyNot::TooShort),
			(self.max_seconds > terms.max_seconds, WhyNot::TooLong),
		] {
			if wrong {
				return Err(why);
			}
		}
		Ok(())
	}

	/// Whether the listing stands where it is wanted, if it matters where.
	pub fn is_near(&self, listing: &Listing<AccountId>) -> bool {
		let near = self.filters.near.as_ref();
		near.is_none_or(|(region, _)| *region == listing.terms.region)
	}

	/// Whether the listing can serve at this moment, whatever it costs.
	pub fn suits(&self, listing: &Listing<AccountId>) -> Result<(), WhyNot> {
		self.concerns(listing)?;
		let spot = self.kind == LeaseKind::Spot;
		for (wrong, why) in [
			(listing.asset != *self.asset, WhyNot::OtherAsset),
			(listing.paused, WhyNot::Paused),
			(!self.needs.fits(&listing.room(self.reclaim)), WhyNot::NoRoom),
			(spot && u32::from(listing.spot_leases) >= MAX_SPOT, WhyNot::NoSpotLeft),
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
		self.suits(listing)?;
		let rate = listing.terms.rate(&listing.prices, &self.needs, self.level, self.kind);
		let rate = rate.filter(|rate| *rate <= self.max_rate).ok_or(WhyNot::TooDear)?;
		// A lure at rate 0 would win every match.
		if rate == Rate(0) {
			return Err(WhyNot::NoPrice);
		}
		Ok((rate, rate.amount(self.max_seconds).ok_or(WhyNot::TooDear)?))
	}
}

/// A listing that answers the ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<AccountId> {
	/// The page that it is on.
	pub page: u32,
	/// The offer.
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// How well it was known when the listing last changed.
	pub reputation: u32,
	/// What the needs cost per second.
	pub rate: Rate,
	/// What they cost for all the seconds asked for.
	pub cap: Balance,
	/// Whether it is kept for the accounts of a list.
	pub restricted: bool,
	/// Whether it stands where it is wanted, if it matters where.
	pub near: bool,
}

/// The listings of a page that answer the ask.
pub fn matches<AccountId: Clone + PartialEq>(
	page: u32,
	listings: &[Listing<AccountId>],
	ask: &Ask<'_, AccountId>,
) -> Vec<Match<AccountId>> {
	let answer = |listing: &Listing<AccountId>| {
		let (rate, cap) = ask.price(listing).ok()?;
		let Listing { offer, reputation, restricted, .. } = *listing;
		let (provider, near) = (listing.provider.clone(), ask.is_near(listing));
		Some(Match { page, offer, provider, reputation, rate, cap, restricted, near })
	};
	listings.iter().filter_map(answer).collect()
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::expect_used)]
mod tests {
	use super::*;
	use crate::terms::{Pricing, Reservation, Spot, Terms};
	use sp_runtime::Perbill;
	use std::sync::LazyLock;
	use tradewind_primitives::{Region, Runtimes, UnitPrices};

	const USD: AssetId = AssetId::WithId(7);
	const NATIVE: AssetId = AssetId::Native;
	const NEEDS: Resources =
		Resources { cpu_millis: 1000, memory_mib: 0, disk_mib: 0, gpus: 0, egress_mbps: 0 };

	fn listing(offer: u64, provider: u8, cpu: Balance) -> Listing<u8> {
		Listing {
			offer: OfferId(offer),
			provider,
			reputation: 0,
			tier: TierId(0),
			asset: NATIVE,
			capacity: Resources::default(),
			free: Resources { cpu_millis: 4000, ..Default::default() },
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

	static ANYTHING: LazyLock<Filters> = LazyLock::new(Filters::default);

	fn ask<'a>() -> Ask<'a, u8> {
		Ask {
			tier: TierId(0),
			asset: &NATIVE,
			needs: NEEDS,
			max_rate: Rate(100),
			max_seconds: 10,
			candidates: &[],
			excluded: &[],
			kind: LeaseKind::OnDemand,
			filters: &ANYTHING,
			reclaim: false,
			level: FixedU128::from_u32(1),
		}
	}

	/// The offers that answer, cheapest first.
	fn found(listings: &[Listing<u8>], ask: &Ask<'_, u8>) -> Vec<u64> {
		let mut found = matches(0, listings, ask);
		found.sort_by_key(|found| (found.rate, found.offer));
		found.into_iter().map(|found| found.offer.0).collect()
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
		let filters = Filters {
			regions: vec![here.clone(), region("eu-south")].try_into().expect("they are few"),
			avoid: vec![region("eu-south")].try_into().expect("they are few"),
			runtimes: Runtimes::WASM,
			model: b"h200".to_vec().try_into().expect("it is short"),
			..Default::default()
		};
		let ask = Ask { excluded: &[9], filters: &filters, max_seconds: 60, ..ask() };
		let model = filters.model.clone();
		let fit = with(Terms { region: here.clone(), model, ..terms() });
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
			(with(|it| it.terms.region = region("eu-south")), WhyNot::OtherRegion),
			(with(|it| it.terms.model = Default::default()), WhyNot::OtherModel),
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
	fn a_match_says_where_it_is_and_what_it_costs() {
		let kept = Listing { restricted: true, reputation: 9, ..listing(4, 1, 7) };
		let due = Match {
			page: 3,
			offer: OfferId(4),
			provider: 1,
			reputation: 9,
			rate: Rate(7),
			cap: 70,
			restricted: true,
			near: true,
		};
		assert_eq!(matches(3, &[kept], &ask()), [due]);
	}

	#[test]
	fn what_stands_elsewhere_is_told_from_what_stands_near() {
		let here = region("eu-north");
		let near = Some((here.clone(), Perbill::from_percent(10)));
		let filters = Filters { near, ..Default::default() };
		let listings = [with(Terms { region: here, ..Terms::default() }), listing(1, 2, 10)];
		let found = matches(0, &listings, &Ask { filters: &filters, ..ask() });
		assert_eq!(found.into_iter().map(|found| found.near).collect::<Vec<_>>(), [true, false]);
	}

	fn for_less() -> Terms {
		let (discount, forfeit) = (Perbill::from_percent(30), Perbill::one());
		let reserved = Some(Reservation { min_seconds: 10, discount, forfeit });
		let spot = Some(Spot { discount: Perbill::from_percent(60), notice: 30 });
		Terms { reserved, spot, ..Terms::default() }
	}

	#[test]
	fn a_lease_for_less_costs_less_where_there_are_such() {
		let priced = |terms, kind| ask_of(kind).price(&with(terms)).map(|(rate, _)| rate.0);
		assert_eq!(priced(for_less(), LeaseKind::OnDemand), Ok(10));
		assert_eq!(priced(for_less(), LeaseKind::Reserved), Ok(7));
		assert_eq!(priced(for_less(), LeaseKind::Spot), Ok(4));
		for kind in [LeaseKind::Reserved, LeaseKind::Spot] {
			assert_eq!(priced(Terms::default(), kind), Err(WhyNot::OtherKind));
		}
	}

	fn ask_of<'a>(kind: LeaseKind) -> Ask<'a, u8> {
		Ask { kind, ..ask() }
	}

	#[test]
	fn a_term_may_be_exactly_as_short_as_the_offer_says() {
		let exact = with(for_less());
		let priced = |kind, max_seconds| Ask { max_seconds, ..ask_of(kind) }.price(&exact);
		assert_eq!(priced(LeaseKind::Reserved, 10), Ok((Rate(7), 70)));
		assert_eq!(priced(LeaseKind::Reserved, 9), Err(WhyNot::TooShort));
		assert_eq!(priced(LeaseKind::OnDemand, 9), Ok((Rate(10), 90)));
	}

	#[test]
	fn room_is_taken_back_only_where_that_is_allowed() {
		let spot = Resources { cpu_millis: 3_500, ..Default::default() };
		let free = Resources { cpu_millis: 500, ..Default::default() };
		let taken = Listing { free, spot, ..listing(0, 1, 10) };
		assert_eq!(ask().price(&taken), Err(WhyNot::NoRoom));
		assert_eq!(Ask { reclaim: true, ..ask() }.price(&taken), Ok((Rate(10), 100)));
		let needs = Resources { cpu_millis: 4_001, ..NEEDS };
		assert_eq!(Ask { reclaim: true, needs, ..ask() }.price(&taken), Err(WhyNot::NoRoom));
	}

	#[test]
	fn an_offer_has_as_many_spot_leases_as_it_may_and_no_more() {
		let with = |spot_leases| Listing { spot_leases, ..with(for_less()) };
		assert_eq!(ask_of(LeaseKind::Spot).price(&with(15)), Ok((Rate(4), 40)));
		assert_eq!(ask_of(LeaseKind::Spot).price(&with(16)), Err(WhyNot::NoSpotLeft));
		assert_eq!(ask_of(LeaseKind::OnDemand).price(&with(16)), Ok((Rate(10), 100)));
	}
}
