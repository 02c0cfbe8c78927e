//! What the pallet stores.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use tradewind_primitives::{Balance, ProviderStatus, Timestamp};

/// The longest region, in bytes.
pub const MAX_REGION: u32 = 32;
/// The longest endpoint, in bytes.
pub const MAX_ENDPOINT: u32 = 128;
/// How many encryption keys that are out of use are remembered.
pub const MAX_RETIRED_KEYS: u32 = 4;
/// How many amounts may be unbonding in one asset.
pub const MAX_UNBONDINGS: u32 = 8;

/// An X25519 public key.
pub type EncryptionKey = [u8; 32];
/// Where a provider's machines stand.
pub type Region = BoundedVec<u8, ConstU32<MAX_REGION>>;
/// The base address of a provider's gateway.
pub type Endpoint = BoundedVec<u8, ConstU32<MAX_ENDPOINT>>;

/// What a provider says of itself.
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
pub struct Profile {
	/// Where its machines stand.
	pub region: Region,
	/// The base address of its gateway.
	pub endpoint: Endpoint,
}

/// An encryption key that was replaced.
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
)]
pub struct RetiredKey {
	/// The key.
	pub key: EncryptionKey,
	/// Until when workloads were sealed to it.
	pub until: Timestamp,
}

/// Who sells.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Provider<AccountId> {
	/// Where its machines stand.
	pub region: Region,
	/// The base address of its gateway.
	pub endpoint: Endpoint,
	/// The hot key that may act for it.
	pub agent: AccountId,
	/// The X25519 key to which workloads are sealed.
	pub encryption_key: EncryptionKey,
	/// The keys before, oldest first.
	pub retired_keys: BoundedVec<RetiredKey, ConstU32<MAX_RETIRED_KEYS>>,
	/// Where it stands.
	pub status: ProviderStatus,
	/// When it registered.
	pub since: Timestamp,
	/// The registration deposit that is on hold.
	pub deposit: Balance,
}

/// Why a provider is barred from new work.
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
)]
pub enum SuspendReason {
	/// It broke the service levels it sold too often.
	ServiceLevel,
	/// It reported what was not so.
	FalseReport,
	/// It used what it was given to run for something else.
	Misuse,
	/// Its keys are in other hands.
	KeyCompromised,
	/// The law forbids it to sell.
	Unlawful,
}

/// An amount on its way back to its owner.
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
)]
pub struct Unbonding {
	/// How much.
	pub amount: Balance,
	/// From when on it may be withdrawn.
	pub ready: Timestamp,
}

/// A provider's collateral in one asset.
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
pub struct Collateral {
	/// All that is on hold: free, set aside and unbonding.
	pub total: Balance,
	/// Set aside for leases.
	pub locked: Balance,
	/// On its way back, in the order in which it becomes ready.
	pub unbonding: BoundedVec<Unbonding, ConstU32<MAX_UNBONDINGS>>,
}
