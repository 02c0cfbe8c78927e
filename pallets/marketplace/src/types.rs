//! What the marketplace keeps: classes, offers, listings and leases.

use crate::{
	index::{Gauge, Portion},
	matching::WhyNot,
	terms::Terms,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::{FixedU128, Perbill};
use tradewind_primitives::{
	AssetId, Balance, ClassId, OfferId, Payee, Payees, Rate, Region, Resources, Runtimes, Seconds,
	StreamId, TabId, TierId, Timestamp, UnitPrices,
};

/// The longest name of a class, in bytes.
pub const MAX_NAME: u32 = 32;

/// How many offers a provider may have, withdrawn ones with running leases included.
pub const MAX_OFFERS: u32 = 16;

/// How many accounts an offer may be kept for.
pub const MAX_ALLOWED: u32 = 32;

/// How many samples the history of an index has: a week of hours.
pub const MAX_SAMPLES: u32 = 168;

/// The name of a class, such as `cpu.general`.
pub type ClassName = BoundedVec<u8, ConstU32<MAX_NAME>>;

/// A kind of hardware whose offers can be compared by price alone.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Class {
	/// What it is called.
	pub name: ClassName,
}

/// The accounts that an offer is kept for.
pub type Allowed<AccountId> = BoundedVec<AccountId, ConstU32<MAX_ALLOWED>>;

/// Who may lease from an offer.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Access<AccountId> {
	/// Everybody.
	Public,
	/// Only these.
	AllowList(Allowed<AccountId>),
}

impl<AccountId> Access<AccountId> {
	/// Whether not everybody may.
	pub fn is_restricted(&self) -> bool {
		matches!(self, Self::AllowList(_))
	}
}

/// A provider's capacity in one class, and what it asks for it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Offer<AccountId> {
	/// Who sells.
	pub provider: AccountId,
	/// What kind of hardware.
	pub class: ClassId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the prices are.
	pub asset: AssetId,
	/// All that is offered, leased or not.
	pub capacity: Resources,
	/// What a unit costs; new leases only.
	pub prices: UnitPrices,
	/// The other terms; new leases only.
	pub terms: Terms,
	/// Who receives what the leases earn.
	pub payees: Payees<AccountId>,
	/// Whether it takes no new leases for now.
	pub paused: bool,
	/// Whether it is kept for the accounts of a list.
	pub restricted: bool,
	/// How many leases run on it.
	pub leases: u32,
	/// Whether it takes no new leases and goes with its last one.
	pub withdrawn: bool,
	/// What is held of the provider for keeping the record and its list of accounts.
	pub deposit: Balance,
}

/// The part of an offer that the matching reads, in the book of its class.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Listing<AccountId> {
	/// The offer.
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the prices are.
	pub asset: AssetId,
	/// All that is offered, leased or not.
	pub capacity: Resources,
	/// What is not leased.
	pub free: Resources,
	/// What a unit costs.
	pub prices: UnitPrices,
	/// The other terms.
	pub terms: Terms,
	/// Whether it takes no new leases for now.
	pub paused: bool,
	/// Whether it is kept for the accounts of a list.
	pub restricted: bool,
}

impl<AccountId: Clone> Listing<AccountId> {
	/// The listing of an offer of which nothing is leased.
	pub fn of(id: OfferId, offer: &Offer<AccountId>) -> Self {
		Self {
			offer: id,
			provider: offer.provider.clone(),
			tier: offer.tier,
			asset: offer.asset.clone(),
			capacity: offer.capacity,
			free: offer.capacity,
			prices: offer.prices,
			terms: offer.terms.clone(),
			paused: offer.paused,
			restricted: offer.restricted,
		}
	}
}

impl<AccountId> Listing<AccountId> {
	/// What it adds to the index of its class: nothing while not everybody can lease from it.
	pub fn portion(&self, gauge: Gauge) -> Portion {
		if self.paused || self.restricted {
			return Portion::default();
		}
		let offered = gauge.of(&self.capacity);
		Portion { used: offered.saturating_sub(gauge.of(&self.free)), offered }
	}
}

/// Resources reserved at one provider at a locked rate.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lease<AccountId> {
	/// Who buys.
	pub owner: AccountId,
	/// Who sells.
	pub provider: AccountId,
	/// Out of which offer.
	pub offer: OfferId,
	/// The billing account that pays.
	pub tab: TabId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the rate is.
	pub asset: AssetId,
	/// What is reserved.
	pub needs: Resources,
	/// What it costs per second, whatever the offer asks later.
	pub rate: Rate,
	/// The stream that pays for it.
	pub stream: StreamId,
	/// What it is for, as the buyer calls it.
	pub reference: Option<u64>,
	/// When it was opened.
	pub opened: Timestamp,
	/// When the provider began; nothing is billed before.
	pub started: Option<Timestamp>,
}

/// What somebody would like to lease, for a quote.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Wanted<AccountId> {
	/// Who would buy; `None` for anybody, who is on no list.
	pub owner: Option<AccountId>,
	/// The service level.
	pub tier: TierId,
	/// The asset to pay in.
	pub asset: AssetId,
	/// What is needed.
	pub needs: Resources,
	/// The most that may be asked per second.
	pub max_rate: Rate,
	/// For how many seconds at most.
	pub max_seconds: Seconds,
	/// The only providers that will do; empty when any will.
	pub candidates: Vec<AccountId>,
	/// Providers that will not do.
	pub excluded: Vec<AccountId>,
	/// The only regions that will do; empty when any will.
	pub regions: Vec<Region>,
	/// What the machines have to be able to run.
	pub runtimes: Runtimes,
}

/// What the offers of a class say to somebody's wants at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote<AccountId> {
	/// The level of the class.
	pub level: FixedU128,
	/// The lowest rate and the highest among those who would serve.
	pub range: Option<(Rate, Rate)>,
	/// What each offer says, first those who would serve, in the order in which a placement
	/// would take them; then the others in the order of their numbers.
	pub answers: Vec<Answer<AccountId>>,
}

/// What one offer says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Answer<AccountId> {
	/// The offer.
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// What is not leased.
	pub free: Resources,
	/// How well its provider is known, in parts per million.
	pub reputation: u32,
	/// What it asks; `None` when it is more than a number can say.
	pub rates: Option<Rates>,
	/// Why it cannot be had; `None` when it can.
	pub why_not: Option<WhyNot>,
}

/// What an offer asks per second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Rates {
	/// At this moment.
	pub now: Rate,
	/// The least that it can come to while the policy of the class and the offer stay as they are.
	pub least: Rate,
	/// The most.
	pub most: Rate,
}

/// One payee that receives everything.
pub fn sole_payee<AccountId>(who: AccountId) -> Payees<AccountId> {
	let mut payees = Payees::new();
	// There is room: a list of payees holds at least one.
	let _ = payees.try_push(Payee { who, share: Perbill::one() });
	payees
}
