//! The records of this pallet.

use crate::{credit::Breach, maintenance::Window};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::Perbill;
use tradewind_primitives::{AssetId, Balance, Promise, Seconds, TabId, Timestamp};

/// The longest name of a tier, in bytes.
pub const MAX_NAME: u32 = 32;

/// How many checks a page of the agenda holds.
pub const PAGE_SIZE: u32 = 64;

/// How long a credit that could not be paid is kept before its collateral may go free.
pub const DEBT_LIFE: Seconds = 30 * 24 * 60 * 60;

/// A service level: what is promised, and what a broken promise costs.
#[derive(
	Clone,
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
pub struct Tier {
	/// What people call it.
	pub name: BoundedVec<u8, ConstU32<MAX_NAME>>,
	/// The promised part of a lease's seconds in which the provider is up.
	pub availability: Perbill,
	/// How many seconds a provider has from placement to start.
	pub start_within: Seconds,
	/// The part of the bill that is owed when availability was missed.
	pub credit: Perbill,
	/// The part of the bill that is owed when the lease ended by the provider's fault.
	pub fault_credit: Perbill,
	/// The part of the largest possible bill that is locked; at least the larger credit.
	pub collateral: Perbill,
}

impl Tier {
	/// The tier of a chain whose genesis names none: 99.9 %, a minute to start, a quarter of the
	/// bill for missed availability, all of it for a fault.
	pub fn standard() -> Self {
		Self {
			name: BoundedVec::truncate_from(b"standard".to_vec()),
			availability: Perbill::from_parts(999_000_000),
			start_within: 60,
			credit: Perbill::from_percent(25),
			fault_credit: Perbill::one(),
			collateral: Perbill::one(),
		}
	}

	/// What a lease in this tier is promised, and keeps.
	pub fn promise(&self) -> Promise {
		Promise {
			availability: self.availability,
			credit: self.credit,
			fault_credit: self.fault_credit,
			collateral: self.collateral,
		}
	}

	/// Whether what is locked covers the larger credit.
	pub fn is_covered(&self) -> bool {
		self.collateral >= self.credit.max(self.fault_credit)
	}
}

/// A credit that is owed but could not be paid when its lease closed. The collateral stays locked.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Debt<AccountId> {
	/// Who owes it.
	pub provider: AccountId,
	/// In what asset.
	pub asset: AssetId,
	/// The billing account that it goes to.
	pub tab: TabId,
	/// How much is owed, and locked.
	pub amount: Balance,
	/// Which promise was broken.
	pub breach: Breach,
	/// From when on it may be dropped if it still cannot be paid.
	pub until: Timestamp,
}

/// An entry of the agenda: look whether a provider is still there.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Check<AccountId> {
	/// Whom to look at.
	pub provider: AccountId,
	/// When it falls due. An entry whose provider is watched for another time is stale.
	pub due: Timestamp,
}

/// What can be said about a provider at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Statement {
	/// When the count began; 0 when a provider of the genesis has not beaten yet.
	pub enrolled: Timestamp,
	/// Whether it is up.
	pub up: bool,
	/// Seconds counted.
	pub counted: Seconds,
	/// How many of them it was down.
	pub downtime: Seconds,
	/// The part of them it was up, rounded down; nothing counted is nothing missed.
	pub availability: Perbill,
	/// Since when, if an outage is declared.
	pub outage: Option<Timestamp>,
	/// How many seconds of the downtime lay in maintenance that was announced.
	pub excused: Seconds,
	/// The maintenance that was announced last.
	pub maintenance: Option<Window>,
	/// How many seconds of maintenance it may still announce.
	pub maintenance_left: Seconds,
}
