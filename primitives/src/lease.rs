//! What travels between the pallets when resources are reserved and given back.

use crate::{
	AssetId, Balance, ClassId, LeaseId, Rate, Resources, Runtimes, Seconds, TabId, TierId,
	Timestamp,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, weights::Weight, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::Perbill;

/// The longest name of a region, in bytes.
pub const MAX_REGION: u32 = 32;

/// Where machines stand, such as `eu-north`.
pub type Region = BoundedVec<u8, ConstU32<MAX_REGION>>;

/// The longest name of an attribute of a provider, in bytes.
pub const MAX_ATTRIBUTE_NAME: u32 = 32;
/// The longest value of an attribute, in bytes: a digest in hexadecimal fits.
pub const MAX_ATTRIBUTE_VALUE: u32 = 64;
/// The longest name of a model of graphics processors, in bytes.
pub const MAX_MODEL: u32 = 24;
/// How many regions somebody may ask for, and how many to be spared.
pub const MAX_REGIONS: u32 = 8;
/// How many attributes somebody may ask for.
pub const MAX_WANTED_ATTRIBUTES: u32 = 4;

/// Of what an attribute speaks.
pub type AttributeName = BoundedVec<u8, ConstU32<MAX_ATTRIBUTE_NAME>>;
/// What an attribute says.
pub type AttributeValue = BoundedVec<u8, ConstU32<MAX_ATTRIBUTE_VALUE>>;
/// A model of graphics processors, such as `h200`; empty where it is not said or does not matter.
pub type Model = BoundedVec<u8, ConstU32<MAX_MODEL>>;

/// What a lease is asked to be besides being large, long and cheap enough. Empty asks nothing.
#[derive(
	Clone,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Filters {
	/// The only regions that will do; empty when any will.
	pub regions: BoundedVec<Region, ConstU32<MAX_REGIONS>>,
	/// Regions that will not do.
	pub avoid: BoundedVec<Region, ConstU32<MAX_REGIONS>>,
	/// What the machines have to be able to run.
	pub runtimes: Runtimes,
	/// The model that its graphics processors have to be.
	pub model: Model,
	/// What an auditor has to vouch for of the provider, as names and values.
	pub attributes: BoundedVec<(AttributeName, AttributeValue), ConstU32<MAX_WANTED_ATTRIBUTES>>,
	/// Where the data lies, if it lies anywhere, and what it is worth to be near it: rates from
	/// elsewhere count for so much more.
	pub near: Option<(Region, Perbill)>,
}

/// On what terms a lease is taken.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum LeaseKind {
	/// At the full price, for as long as it is wanted.
	#[default]
	OnDemand,
	/// Cheaper, for a term that is paid ahead and that both sides promise to keep.
	Reserved,
	/// Cheaper, and taken back with short notice when somebody wants the room at the full price.
	Spot,
}

/// Where a provider stands.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum ProviderStatus {
	/// Sells, and takes new work.
	Active,
	/// Finishes what it has, and takes nothing new.
	Draining,
	/// Barred from new work by a verdict.
	Suspended,
	/// Gone: owes nothing and holds nothing but collateral that is still unbonding.
	Retired,
}

impl ProviderStatus {
	/// Whether new work may be placed.
	pub fn accepts_work(self) -> bool {
		self == Self::Active
	}
}

/// What a buyer asks the marketplace for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaseRequest<'a, AccountId> {
	/// Who buys; must be allowed to draw on `tab`.
	pub owner: &'a AccountId,
	/// The billing account that pays.
	pub tab: TabId,
	/// The class of hardware.
	pub class: ClassId,
	/// The service level wanted.
	pub tier: TierId,
	/// What is needed.
	pub needs: Resources,
	/// The most that may be asked per second.
	pub max_rate: Rate,
	/// The longest the lease may run, in billed seconds; it never costs more than
	/// `rate x max_seconds`.
	pub max_seconds: Seconds,
	/// Whether that sum is set aside when the lease opens. Otherwise the lease is paid as it
	/// runs, and pauses when the account is empty.
	pub prepaid: bool,
	/// What the lease is for, as the buyer calls it; handed back by
	/// [`Ending`](crate::traits::Ending).
	pub reference: Option<u64>,
	/// On what terms. A reserved lease is always prepaid.
	pub kind: LeaseKind,
	/// The only providers that will do; empty when any will.
	pub candidates: &'a [AccountId],
	/// Providers that will not do, for instance because they failed before.
	pub excluded: &'a [AccountId],
	/// What else is asked.
	pub filters: &'a Filters,
}

/// What the marketplace found and reserved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement<AccountId> {
	/// The lease that was opened. Nothing is billed until it is started.
	pub lease: LeaseId,
	/// Who sells.
	pub provider: AccountId,
	/// The locked price.
	pub rate: Rate,
	/// In what asset the price is.
	pub asset: AssetId,
	/// In how many seconds the provider has to start, from when it can.
	pub start_within: Seconds,
	/// From when on it can start, where others have to make room first; `None` for at once.
	pub usable_from: Option<Timestamp>,
	/// Where it stands.
	pub region: Region,
}

/// What came of looking for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing<AccountId> {
	/// The place, if there was one.
	pub placement: Option<Placement<AccountId>>,
	/// What finding out weighed besides a plain search, which reads one page and looks at one
	/// provider.
	pub search: Weight,
}

/// Why a lease ended.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum CloseReason {
	/// The work was done.
	Completed,
	/// The owner ended it.
	Cancelled,
	/// The provider let the start deadline pass.
	StartMissed,
	/// The provider was down for longer than the chain waits.
	ProviderDown,
	/// The provider started but did not report by the deadline.
	ReportMissed,
	/// The provider said that it could not do the work.
	ProviderFailed,
	/// The account stayed empty for longer than the grace period.
	OutOfFunds,
	/// Its time was over.
	Expired,
	/// The owner ended it because it was not what had been offered.
	Unfit,
	/// The provider ended it because it wants its capacity back.
	ProviderLeft,
	/// The provider ended it because of what was done with it.
	Misuse,
	/// A spot lease was taken back, with the notice that was agreed.
	Reclaimed,
	/// It passed to another owner, as another lease.
	Transferred,
}

impl CloseReason {
	/// Whether the provider did not keep the lease to its end, so that it owes what its service
	/// level says. A provider that ends a lease owes that whatever it says of the owner: the chain
	/// cannot judge it.
	pub fn is_provider_fault(self) -> bool {
		match self {
			Self::Completed
			| Self::Cancelled
			| Self::OutOfFunds
			| Self::Expired
			| Self::Unfit
			| Self::Reclaimed
			| Self::Transferred => false,
			Self::StartMissed
			| Self::ProviderDown
			| Self::ReportMissed
			| Self::ProviderFailed
			| Self::ProviderLeft
			| Self::Misuse => true,
		}
	}
}

/// What a lease came to.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LeaseBill {
	/// Seconds billed: `amount` is exactly `rate x seconds`.
	pub seconds: Seconds,
	/// Seconds deducted because the provider was down.
	pub downtime: Seconds,
	/// What the payees received for them.
	pub amount: Balance,
	/// What the payees received besides, for a term that the owner did not keep.
	pub forfeit: Balance,
	/// What the account got back from the provider's collateral; never more than `amount`.
	pub credited: Balance,
}

/// The promise of a service level, as a lease keeps it from the day it was opened.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Promise {
	/// The part of its seconds in which the provider is up.
	pub availability: Perbill,
	/// The part of the bill that is owed when that was missed.
	pub credit: Perbill,
	/// The part of the bill that is owed when the lease ended by the provider's fault.
	pub fault_credit: Perbill,
	/// The part of the largest possible bill that is locked; at least the larger credit.
	pub collateral: Perbill,
}

/// What answers for the promise: kept with the lease by whoever opened it, and of use only to the
/// pallet that gave it.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Cover {
	/// How much of the provider's collateral is locked.
	#[codec(compact)]
	pub locked: Balance,
	/// What was promised.
	pub promise: Promise,
	/// How many seconds of the provider's downtime had been excused when the lease was opened.
	#[codec(compact)]
	pub excused: Seconds,
}
