//! What the pallet stores.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use tradewind_primitives::{Balance, ProviderStatus, Timestamp};

use crate::Reputation;
pub use tradewind_primitives::{
	AttributeName, AttributeValue, Region, MAX_ATTRIBUTE_NAME, MAX_ATTRIBUTE_VALUE, MAX_REGION,
};

/// The longest endpoint, in bytes.
pub const MAX_ENDPOINT: u32 = 128;
/// How many encryption keys that are out of use are remembered.
pub const MAX_RETIRED_KEYS: u32 = 4;
/// How many amounts may be unbonding in one asset.
pub const MAX_UNBONDINGS: u32 = 8;

/// How many attributes a provider may have.
pub const MAX_ATTRIBUTES: u32 = 16;
/// How many auditors may vouch for an attribute.
pub const MAX_ATTESTATIONS: u32 = 4;

/// An X25519 public key.
pub type EncryptionKey = [u8; 32];
/// The base address of a provider's gateway.
pub type Endpoint = BoundedVec<u8, ConstU32<MAX_ENDPOINT>>;
/// All that a provider says of itself, in the order in which it said it first.
pub type Attributes<AccountId> = BoundedVec<Attribute<AccountId>, ConstU32<MAX_ATTRIBUTES>>;

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
	/// When it registered.
	pub since: Timestamp,
	/// The registration deposit that is on hold.
	pub deposit: Balance,
}

/// What is read and written of a provider with every lease, apart from its [`Provider`], which is
/// large and seldom needed.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Standing {
	/// Where it stands.
	pub status: ProviderStatus,
	/// How well it is known. When it retires, how well it was known until then.
	pub reputation: Reputation,
	/// Its collateral in the native token.
	pub collateral: Collateral,
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

/// Something that a provider says of itself.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attribute<AccountId> {
	/// Of what it speaks.
	pub name: AttributeName,
	/// What it says.
	pub value: AttributeValue,
	/// The deposit that is on hold for it.
	pub deposit: Balance,
	/// Who vouches for this very value; one attestation of each auditor.
	pub attestations: BoundedVec<Attestation<AccountId>, ConstU32<MAX_ATTESTATIONS>>,
}

/// An auditor's word for an attribute. It counts while the auditor is in the office in which it was
/// given, and until it expires.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attestation<AccountId> {
	/// Who vouches.
	pub auditor: AccountId,
	/// The number of the appointment under which it did.
	pub appointment: u32,
	/// From when on it does not count any more.
	pub until: Timestamp,
}

/// Something that a provider says of itself, and whether to believe it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Verified {
	/// Of what it speaks.
	pub name: AttributeName,
	/// What it says.
	pub value: AttributeValue,
	/// Until when an auditor in office vouches for it; `None` when nobody does.
	pub until: Option<Timestamp>,
}
