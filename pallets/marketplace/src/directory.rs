//! The directory of a class: what is known of each page of its offers without reading the page.
//! Pure: no storage.
//!
//! The pages are in the order of the prices of their listings, so that offers that compete lie
//! together. Of each page the directory knows bounds: no listing of the page asks less, has more
//! room, or stands anywhere else. A search goes from the page that could be the cheapest to the
//! next one, and may stop as soon as what it has found is no dearer than any page it has not read
//! could be.
//!
//! The bounds are kept in two bytes each: a directory is read and written with every lease. They
//! are rounded to the side on which they stay bounds, by less than a five hundredth.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{matching::Ask, terms::Pricing, types::Listing, worth::weighted};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{traits::One, FixedPointNumber, FixedU128, Perbill};
use tradewind_primitives::{
	AssetId, Balance, LeaseKind, OfferId, Rate, Region, Resources, Runtimes, TierId, UnitPrices,
	TOP_REPUTATION,
};

/// What is priced to compare offers with each other: a core with the memory and the disk that
/// usually go with it, and a graphics processor where there are any.
const BASKET: Resources =
	Resources { cpu_millis: 1_000, memory_mib: 4_096, disk_mib: 16_384, gpus: 1, egress_mbps: 1 };

/// Where a listing stands in the order of prices.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Key {
	/// What the basket costs while the level is at one.
	#[codec(compact)]
	pub price: Balance,
	/// Of equal prices the older offer comes first.
	#[codec(compact)]
	pub offer: OfferId,
}

impl Key {
	/// Where this listing belongs.
	pub fn of<AccountId>(listing: &Listing<AccountId>) -> Self {
		let gpus = BASKET.gpus.min(listing.capacity.gpus);
		let basket = Resources { gpus, ..BASKET };
		let rate = listing.terms.pricing.rate(&listing.prices, &basket, FixedU128::one());
		// What is too dear for a number comes last.
		Self { price: rate.map_or(Balance::MAX, |rate| rate.0), offer: listing.offer }
	}
}

/// A number in two bytes: nine binary digits and where they stand.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Rough(u16);

impl Rough {
	/// The largest one.
	pub const MAX: Self = Self(u16::MAX);

	/// The largest one that is not above `number`.
	pub fn below(number: u128) -> Self {
		let digits = u128::BITS.saturating_sub(number.leading_zeros());
		let shift = digits.saturating_sub(10);
		// Ten digits at most, of which the first is known to be a one once there is a shift.
		let top = number.checked_shr(shift).unwrap_or_default();
		let exponent = u128::from(shift).saturating_mul(512);
		Self(u16::try_from(top.saturating_add(exponent)).unwrap_or(u16::MAX))
	}

	/// The smallest one that is not below `number`.
	pub fn above(number: u128) -> Self {
		let below = Self::below(number);
		if below.value() == number {
			below
		} else {
			Self(below.0.saturating_add(1))
		}
	}

	/// The number that it stands for.
	pub fn value(self) -> u128 {
		let code = u128::from(self.0);
		if code < 1_024 {
			return code;
		}
		let shift = u32::from(self.0 / 512).saturating_sub(1);
		let top = code % 512;
		let number = top.saturating_add(512);
		number
			.checked_shl(shift)
			.filter(|high| high.checked_shr(shift) == Some(number))
			.unwrap_or(u128::MAX)
	}
}

/// How many of what makes up each resource are priced as one.
const UNITS: [u128; 5] = [1_000, 1_024, 1_024, 1, 1];

/// What is known of the prices of listings.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
struct Prices {
	/// The least that is asked for each resource.
	least: [Rough; 5],
	/// The most that is asked for cores, for memory and for disk.
	most: [Rough; 3],
	/// The least that the cores, the memory and the disk of the basket cost together.
	basket: Rough,
}

impl Prices {
	/// Of no listing.
	const NONE: Self = Self { least: [Rough::MAX; 5], most: [Rough(0); 3], basket: Rough::MAX };

	fn count_in(&mut self, prices: &UnitPrices) {
		let UnitPrices { cpu, memory, disk, gpu, egress } = *prices;
		for (least, price) in self.least.iter_mut().zip([cpu, memory, disk, gpu, egress]) {
			*least = Rough::below(price).min(*least);
		}
		for (most, price) in self.most.iter_mut().zip([cpu, memory, disk]) {
			*most = Rough::above(price).max(*most);
		}
		let parts = [cpu, memory, disk].into_iter().zip(components(&BASKET)).zip(UNITS);
		let basket = parts.fold(0u128, |sum, ((price, quantity), unit)| {
			sum.saturating_add(cost_below(price, quantity, unit))
		});
		self.basket = Rough::below(basket).min(self.basket);
	}

	/// The least that `needs` can cost, each term rounded down; what is more than any number counts
	/// as the largest.
	///
	/// No listing asks less than the least price of each resource. And all of them ask what the
	/// basket costs at least: what that is more than the basket at the least prices must be asked
	/// for some of its parts. It costs least when it is asked for those of which the least is needed
	/// in proportion, up to the most that is asked for them.
	fn least(&self, needs: &Resources) -> u128 {
		if *self == Self::NONE {
			return u128::MAX;
		}
		let needs = components(needs);
		let least = self.least.map(Rough::value);
		let terms = least.into_iter().zip(needs).zip(UNITS);
		let sum = terms.fold(0u128, |sum, ((price, quantity), unit)| {
			sum.saturating_add(cost_below(price, quantity, unit))
		});

		// This is done for every page of a class, so it allocates nothing.
		let mut parts = [(0, 0, 0, 0); 3];
		let known = least.into_iter().zip(self.most).zip(needs).zip(components(&BASKET)).zip(UNITS);
		for (part, ((((least, most), need), quantity), unit)) in parts.iter_mut().zip(known) {
			let price = |price| cost_above(price, quantity, unit);
			*part = (need, quantity, price(least), price(most.value().saturating_sub(least)));
		}
		let at_least = parts.iter().fold(0u128, |sum, part| sum.saturating_add(part.2));
		let mut more = self.basket.value().saturating_sub(at_least);
		// By the proportion of what is needed to what is in the basket.
		parts.sort_unstable_by_key(|(need, quantity, ..)| {
			need.saturating_mul(1 << 32).checked_div(*quantity)
		});
		parts.into_iter().fold(sum, |sum, (need, quantity, _, room)| {
			let taken = more.min(room);
			more = more.saturating_sub(taken);
			let cost = taken.saturating_mul(need).checked_div(quantity).unwrap_or_default();
			sum.saturating_add(cost)
		})
	}
}

/// What a quantity costs, rounded down.
fn cost_below(price: u128, quantity: u128, unit: u128) -> u128 {
	price.saturating_mul(quantity).checked_div(unit).unwrap_or_default()
}

/// The same, rounded up, and the largest number when it is more than a number can say.
fn cost_above(price: u128, quantity: u128, unit: u128) -> u128 {
	let exact = price.checked_mul(quantity).and_then(|all| all.checked_add(unit)?.checked_sub(1));
	exact.and_then(|all| all.checked_div(unit)).unwrap_or(u128::MAX)
}

/// What is known of a page.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Summary {
	/// The number of the page.
	#[codec(compact)]
	pub page: u32,
	/// Where the page begins in the order of prices: it has what comes from here on, up to where
	/// the next page begins.
	pub from: Key,
	/// How many listings it has.
	pub count: u8,
	/// How well the best known of their providers is known, in percent rounded up.
	known: u8,
	/// Whether some have run out of cores or of memory, but not of everything. Their prices are not
	/// in the bounds, so that a page whose cheap offers are let is known to be dear; whoever asks
	/// for no cores or no memory is served by them all the same.
	rests: bool,
	/// What is asked at fixed prices.
	fixed: Prices,
	/// What is asked at indexed prices while the level is at one.
	indexed: Prices,
	/// The lowest floor of an indexed price, in the smallest units of a factor.
	floor: Rough,
	/// The lowest cap of an indexed price.
	cap: Rough,
	/// The most that a listing has free of each resource.
	room: [Rough; 5],
	/// The service levels, as bits of their numbers modulo 16.
	tiers: u16,
	/// The assets, likewise.
	assets: u16,
	/// The regions, as bits of a hash of their names.
	regions: u32,
	/// All that can be run.
	runtimes: Runtimes,
	/// The deepest discount on reserved leases, in percent rounded up; `None` where there are none.
	reserved: Option<u8>,
	/// The same of spot leases.
	spot: Option<u8>,
}

impl Summary {
	/// A page that begins at `from` and has these listings.
	pub fn of<AccountId>(page: u32, from: Key, listings: &[Listing<AccountId>]) -> Self {
		let mut summary = Self {
			page,
			from,
			count: u8::try_from(listings.len()).unwrap_or(u8::MAX),
			known: 0,
			rests: false,
			fixed: Prices::NONE,
			indexed: Prices::NONE,
			floor: Rough::MAX,
			cap: Rough::MAX,
			room: [Rough(0); 5],
			tiers: 0,
			assets: 0,
			regions: 0,
			runtimes: Runtimes::default(),
			reserved: None,
			spot: None,
		};
		for listing in listings {
			summary.tiers |= bit_of_tier(listing.tier);
			summary.assets |= bit_of_asset(&listing.asset);
			if !listing.paused && !listing.room(true).is_zero() {
				summary.count_in(listing);
			}
		}
		summary
	}

	/// Counts in what can be had at this moment.
	fn count_in<AccountId>(&mut self, listing: &Listing<AccountId>) {
		self.known = self.known.max(reputation_above(listing.reputation));
		let (all, free) = (&listing.capacity, listing.room(true));
		let is_out = |all: u32, free: u32| all > 0 && free == 0;
		if is_out(all.cpu_millis, free.cpu_millis) || is_out(all.memory_mib, free.memory_mib) {
			self.rests = true;
		} else {
			let prices = match listing.terms.pricing {
				Pricing::Fixed => &mut self.fixed,
				Pricing::Indexed { floor, cap } => {
					self.floor = self.floor.min(Rough::below(floor.into_inner()));
					self.cap = self.cap.min(Rough::below(cap.into_inner()));
					&mut self.indexed
				},
			};
			prices.count_in(&listing.prices);
		}
		for (room, free) in self.room.iter_mut().zip(components(&free)) {
			*room = Rough::above(free).max(*room);
		}
		for (deepest, kind) in
			[(&mut self.reserved, LeaseKind::Reserved), (&mut self.spot, LeaseKind::Spot)]
		{
			*deepest = listing.terms.discount(kind).map(percent_above).max(*deepest);
		}
		self.regions |= bit_of_region(&listing.terms.region);
		self.runtimes.0 |= listing.terms.runtimes.0;
	}

	/// Whether the page may list something of this service level that is sold for this asset.
	pub fn may_sell(&self, tier: TierId, asset: &AssetId) -> bool {
		self.tiers & bit_of_tier(tier) != 0 && self.assets & bit_of_asset(asset) != 0
	}

	/// Whether the page may list something of this service level.
	pub fn may_serve(&self, tier: TierId) -> bool {
		self.tiers & bit_of_tier(tier) != 0
	}

	/// What no listing of the page that answers the ask counts for less than, by what is noted of its
	/// provider; `None` when none answers it.
	pub fn least_worth<AccountId>(&self, ask: &Ask<'_, AccountId>) -> Option<u128> {
		let known = u32::from(self.known).saturating_mul(PERCENT);
		self.bound(ask).map(|bound| weighted(Rate(bound), known))
	}

	/// A rate below which no listing of the page answers the ask; `None` when none answers it.
	pub fn bound<AccountId>(&self, ask: &Ask<'_, AccountId>) -> Option<u128> {
		let filters = ask.filters;
		let near = filters.regions.is_empty()
			|| filters.regions.iter().any(|region| self.regions & bit_of_region(region) != 0);
		let fits =
			self.room.iter().zip(components(&ask.needs)).all(|(room, need)| need <= room.value());
		let runs = self.runtimes.include(filters.runtimes);
		if !near || !fits || !runs || !self.may_sell(ask.tier, ask.asset) {
			return None;
		}
		let less = match ask.kind {
			LeaseKind::OnDemand => 0,
			LeaseKind::Reserved => self.reserved?,
			LeaseKind::Spot => self.spot?,
		};
		let fixed = self.fixed.least(&ask.needs);
		let [floor, cap] = [self.floor, self.cap].map(|one| FixedU128::from_inner(one.value()));
		let factor = ask.level.min(cap).max(floor);
		let indexed = factor.saturating_mul_int(self.indexed.least(&ask.needs));
		let is_known = !self.rests || (ask.needs.cpu_millis > 0 && ask.needs.memory_mib > 0);
		let full = if is_known { fixed.min(indexed) } else { 0 };
		let bound = full.saturating_sub(Perbill::from_percent(less.into()).mul_ceil(full));
		(bound <= ask.max_rate.0).then_some(bound)
	}
}

fn components(resources: &Resources) -> [u128; 5] {
	let Resources { cpu_millis, memory_mib, disk_mib, gpus, egress_mbps } = *resources;
	[cpu_millis, memory_mib, disk_mib, gpus, egress_mbps].map(u128::from)
}

/// What a percent of the best reputation is.
const PERCENT: u32 = TOP_REPUTATION / 100;

/// A reputation in whole percents of the best, rounded up.
fn reputation_above(reputation: u32) -> u8 {
	u8::try_from(reputation.div_ceil(PERCENT)).unwrap_or(u8::MAX)
}

/// In whole percents, rounded up.
fn percent_above(part: Perbill) -> u8 {
	u8::try_from(part.deconstruct().div_ceil(10_000_000)).unwrap_or(u8::MAX)
}

fn bit_of_tier(tier: TierId) -> u16 {
	1u16.rotate_left(tier.0.into())
}

/// The native token and the first assets have bits of their own.
fn bit_of_asset(asset: &AssetId) -> u16 {
	1u16.rotate_left(match asset {
		AssetId::Native => 0,
		AssetId::WithId(id) => id.wrapping_add(1) % u16::BITS,
	})
}

/// By the hash FNV-1a, which spreads short names well. That somebody may choose a name to share a
/// bit with another one costs a search a page that it need not have read.
fn bit_of_region(region: &Region) -> u32 {
	let hash = region
		.iter()
		.fold(0x811c_9dc5u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
	1u32.rotate_left(hash.wrapping_shr(16) ^ hash)
}

/// The place in the directory of the page to which a key belongs; `None` when there is no page.
pub fn place_of(directory: &[Summary], key: &Key) -> Option<usize> {
	if directory.is_empty() {
		return None;
	}
	// What comes before the first page belongs to it all the same.
	Some(directory.partition_point(|summary| summary.from <= *key).saturating_sub(1))
}
