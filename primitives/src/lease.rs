//! What travels between the pallets when resources are reserved and given back.

use crate::{
	AssetId, Balance, ClassId, LeaseId, Rate, Resources, Runtimes, Seconds, TabId, TierId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The longest name of a region, in bytes.
pub const MAX_REGION: u32 = 32;

/// Where machines stand, such as `eu-north`.
pub type Region = BoundedVec<u8, ConstU32<MAX_REGION>>;

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
	/// The only providers that will do; empty when any will.
	pub candidates: &'a [AccountId],
	/// Providers that will not do, for instance because they failed before.
	pub excluded: &'a [AccountId],
	/// The only regions that will do; empty when any will.
	pub regions: &'a [Region],
	/// What the machines have to be able to run.
	pub runtimes: Runtimes,
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
	/// In how many seconds the provider has to start.
	pub start_within: Seconds,
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
}

impl CloseReason {
	/// Whether the provider is to blame, so that what was billed is credited back.
	pub fn is_provider_fault(self) -> bool {
		match self {
			Self::Completed | Self::Cancelled | Self::OutOfFunds => false,
			Self::StartMissed | Self::ProviderDown | Self::ReportMissed | Self::ProviderFailed => {
				true
			},
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
	/// What the payees received.
	pub amount: Balance,
	/// What the account got back from the provider's collateral; never more than `amount`.
	pub credited: Balance,
}
