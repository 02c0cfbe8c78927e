//! Audit records: what every pallet writes down so that anyone can check it later.

use crate::{AuctionId, ClassId, LeaseId, OfferId, StreamId, TabId, TaskId, Timestamp};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// The longest name of an action, in bytes.
pub const MAX_ACTION: u32 = 48;

/// What kind of thing a record is about.
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
pub enum Category {
	/// Who may do what: keys, delegates, cancellations.
	Access,
	/// What is set up: providers, offers, classes.
	Configuration,
	/// How work went: placements, starts, results, outages.
	Performance,
	/// Money: accounts, streams, settlements, credits.
	Billing,
	/// Verdicts and attestations.
	Compliance,
}

/// Whom or what a record is about.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Subject<AccountId> {
	/// A provider, or another account.
	Account(AccountId),
	/// An offer.
	Offer(OfferId),
	/// A lease.
	Lease(LeaseId),
	/// A billing account.
	Tab(TabId),
	/// A stream.
	Stream(StreamId),
	/// A task.
	Task(TaskId),
	/// Something outside the chain, known by its digest.
	Outside(H256),
	/// A class of hardware.
	Class(ClassId),
	/// An auction.
	Auction(AuctionId),
}

/// One audit entry. Its SCALE encoding is the leaf that the block's Merkle root commits to.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Record<AccountId> {
	/// When.
	pub at: Timestamp,
	/// What kind of thing happened.
	pub category: Category,
	/// Who did it; `None` when the chain did.
	pub actor: Option<AccountId>,
	/// To whom or what.
	pub subject: Subject<AccountId>,
	/// What was done, as dotted lower-case ASCII: `task.placed`, `lease.closed.provider_down`.
	pub action: BoundedVec<u8, ConstU32<MAX_ACTION>>,
	/// BLAKE2-256 of the SCALE encoding of the particulars, which the event of the same call shows.
	pub digest: H256,
}
