//! What the marketplace keeps: classes, offers, listings and leases.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Perbill;
use tradewind_primitives::{
	AssetId, Balance, ClassId, OfferId, Payee, Payees, Rate, Resources, StreamId, TabId, TierId,
	Timestamp, UnitPrices,
};

/// The longest name of a class, in bytes.
pub const MAX_NAME: u32 = 32;

/// How many offers a provider may have, withdrawn ones with running leases included.
pub const MAX_OFFERS: u32 = 16;

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
	/// Who receives what the leases earn.
	pub payees: Payees<AccountId>,
	/// How many leases run on it.
	pub leases: u32,
	/// Whether it takes no new leases and goes with its last one.
	pub withdrawn: bool,
	/// What is held of the provider for keeping the record.
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
	/// What is not leased.
	pub free: Resources,
	/// What a unit costs.
	pub prices: UnitPrices,
}

impl<AccountId: Clone> Listing<AccountId> {
	/// The listing of an offer of which nothing is leased.
	pub fn of(id: OfferId, offer: &Offer<AccountId>) -> Self {
		Self {
			offer: id,
			provider: offer.provider.clone(),
			tier: offer.tier,
			asset: offer.asset.clone(),
			free: offer.capacity,
			prices: offer.prices,
		}
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

/// What a request would be offered at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote<AccountId> {
	/// The offer.
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// What the needs cost per second.
	pub rate: Rate,
	/// What is not leased.
	pub free: Resources,
}

/// One payee that receives everything.
pub fn sole_payee<AccountId>(who: AccountId) -> Payees<AccountId> {
	let mut payees = Payees::new();
	// There is room: a list of payees holds at least one.
	let _ = payees.try_push(Payee { who, share: Perbill::one() });
	payees
}
