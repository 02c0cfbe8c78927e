//! The records of the pallet.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::Perbill;
use tradewind_primitives::{
	agenda::Slot, AssetId, Balance, ChannelId, Payees, Rate, Seconds, StreamBill, StreamId,
	StreamTerms, TabId, Timestamp,
};

/// How many delegates an account may have.
pub const MAX_DELEGATES: u32 = 16;

/// How many streams one call may settle.
pub const MAX_BATCH: u32 = 256;

/// The alert of an account that was just opened: a day before its money ends.
pub const DEFAULT_ALERT: Seconds = 24 * 60 * 60;

/// How many entries a page of the agenda holds.
pub type PageSize = ConstU32<64>;

/// The streams of one batch.
pub type Batch = BoundedVec<StreamId, ConstU32<MAX_BATCH>>;

/// What governance decides for all accounts.
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
pub struct Policy {
	/// The part of every payout that goes to the fee account. Streams and channels keep the one
	/// they were opened with.
	pub fee: Perbill,
	/// How long the streams of an empty account are kept before they are closed, in seconds.
	pub grace: Seconds,
	/// How long the payee of a channel may still redeem once the payer wants to close it, in
	/// seconds.
	pub challenge: Seconds,
	/// For how many seconds an account has to cover all its running streams when one is opened,
	/// when money is withdrawn and when the account resumes.
	pub min_runway: Seconds,
}

/// A prepaid account.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Account<AccountId> {
	/// Who may draw on it.
	pub owner: AccountId,
	/// What it is kept in.
	pub asset: AssetId,
	/// All money of the account that lies in the pot, but for `fees`.
	#[codec(compact)]
	pub funds: Balance,
	/// The part of `funds` that keeps the pot in existence: the minimum balance of the asset on
	/// the day the account was opened.
	#[codec(compact)]
	pub deposit: Balance,
	/// The part of `funds` that prepaid streams and channels may still pay out.
	#[codec(compact)]
	pub reserved: Balance,
	/// The part of `funds` that running streams have taken by `at`, paid out only when they are
	/// settled.
	#[codec(compact)]
	pub earmarked: Balance,
	/// Up to when `earmarked` is counted.
	pub at: Timestamp,
	/// What running streams take per second.
	#[codec(compact)]
	pub rate: Rate,
	/// What running streams that stand, halted or not begun, will take per second once they flow.
	#[codec(compact)]
	pub halted: Rate,
	/// Fees that were taken off payouts and not delivered yet.
	#[codec(compact)]
	pub fees: Balance,
	/// How much may still be committed; `None` for as much as there is.
	pub budget: Option<Budget>,
	/// Since when the present grace has grown back: the whole of it is there once it is as long
	/// ago. So short flows do not renew it.
	pub grace_from: Timestamp,
	/// How long before the money ends the owner wants to be told; `None` for never.
	pub alert: Option<Seconds>,
	/// Whether the owner has been told.
	pub low: bool,
	/// Where the account stands.
	pub status: Status,
	/// Where the agenda has the next look at the account, or the end of its grace.
	pub queued: Option<Slot>,
	/// Counts the changes of `status`, so that what was queued before one is known for stale.
	pub round: u32,
	/// How many streams draw on it.
	pub streams: u32,
	/// How many of them are not prepaid, whatever they are doing.
	#[codec(compact)]
	pub running: u32,
	/// The number of the next stream, which no stream of the account has had before.
	#[codec(compact)]
	pub next_stream: u32,
	/// How many channels draw on it.
	pub channels: u32,
	/// How many delegates it has.
	pub delegates: u8,
}

/// What may be committed.
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
pub struct Budget {
	/// What was set. No more than that comes back from what was committed before.
	#[codec(compact)]
	pub limit: Balance,
	/// What is left of it.
	#[codec(compact)]
	pub left: Balance,
}

/// Where an account stands.
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
pub enum Status {
	/// There is money.
	Active,
	/// There is none, and its running streams stand still.
	Frozen {
		/// The second in which the money ended.
		since: Timestamp,
		/// When its running streams are closed.
		grace_until: Timestamp,
		/// Whether every running stream is settled and marked.
		swept: bool,
	},
	/// There was none for too long; its running streams are being closed.
	Closing {
		/// The second in which the money ended.
		since: Timestamp,
	},
}

/// A rate that flows from an account to its payees.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Stream<AccountId, Memo> {
	/// What flows per second.
	#[codec(compact)]
	pub rate: Rate,
	/// The most that may ever flow.
	#[codec(compact)]
	pub cap: Balance,
	/// Whether the cap is set aside, so that the stream cannot run out of money.
	pub prepaid: bool,
	/// Who is paid.
	pub payees: Payees<AccountId>,
	/// Whose downtime stops it.
	pub meter: Option<AccountId>,
	/// The part of what flows that goes to the fee account.
	pub fee: Perbill,
	/// Who changes and ends it.
	pub manager: Manager<Memo>,
	/// Whether it flows.
	pub state: StreamState,
	/// When it began to flow. Nothing while it is pending.
	pub started: Timestamp,
	/// Up to when it is settled. While it is halted: since when.
	pub settled_until: Timestamp,
	/// While it flows: the reading of the meter up to which downtime has been deducted. While it
	/// does not: how many seconds of downtime are still to be deducted.
	#[codec(compact)]
	pub meter_at: Seconds,
	/// Seconds billed so far.
	#[codec(compact)]
	pub billed_seconds: Seconds,
	/// Seconds deducted so far.
	#[codec(compact)]
	pub downtime: Seconds,
	/// Seconds that a running stream has taken from its account and not billed.
	#[codec(compact)]
	pub slack: Seconds,
	/// Seconds for which it stood still for want of money, the present halt excepted.
	#[codec(compact)]
	pub idle: Seconds,
	/// What the billed seconds come to.
	#[codec(compact)]
	pub amount: Balance,
}

/// Who changes and ends a stream.
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
pub enum Manager<Memo> {
	/// The pallet that opened it, and what it keeps with it.
	Opener(Memo),
	/// Its two sides, and the agenda.
	Parties {
		/// When it ends by itself.
		ends: Option<Timestamp>,
		/// Where the agenda has the next look whether it can still flow.
		queued: Option<Slot>,
	},
}

/// Whether a stream flows, and if not, why.
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
pub enum StreamState {
	/// It was not started yet.
	Pending,
	/// It flows, unless its account is frozen and the sweep has not come to it yet.
	Flowing,
	/// Its account ran out of money, in the second up to which it is settled.
	Halted,
	/// Its cap is used up or its end has come; it only waits to be closed.
	Spent,
	/// A party stopped it.
	Paused {
		/// Which one; it alone may let it flow again.
		by: Side,
		/// When.
		since: Timestamp,
	},
}

/// The two parties of a stream.
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
pub enum Side {
	/// Who manages the account.
	Payer,
	/// The first payee.
	Payee,
}

impl<Memo> Manager<Memo> {
	/// The two sides of a stream that ends by itself at `ends`.
	pub fn parties(ends: Option<Timestamp>) -> Self {
		Self::Parties { ends, queued: None }
	}
}

impl<AccountId, Memo> Stream<AccountId, Memo> {
	/// A stream that does not flow yet. Its key says which account pays.
	pub fn new(terms: StreamTerms<AccountId>, fee: Perbill, manager: Manager<Memo>) -> Self {
		let StreamTerms { tab: _, rate, cap, prepaid, payees, meter } = terms;
		Self {
			rate,
			cap,
			prepaid,
			payees,
			meter,
			fee,
			manager,
			state: StreamState::Pending,
			started: Timestamp::default(),
			settled_until: Timestamp::default(),
			meter_at: 0,
			billed_seconds: 0,
			downtime: 0,
			slack: 0,
			idle: 0,
			amount: 0,
		}
	}

	/// Whether the pallet that opened it changes and ends it.
	pub fn is_managed(&self) -> bool {
		matches!(self.manager, Manager::Opener(_))
	}

	/// When it ends by itself. One that is managed ends by its manager alone.
	pub fn ends(&self) -> Option<Timestamp> {
		match self.manager {
			Manager::Opener(_) => None,
			Manager::Parties { ends, .. } => ends,
		}
	}

	/// What the stream has come to as far as it is settled.
	pub fn bill(&self) -> StreamBill {
		StreamBill {
			seconds: self.billed_seconds,
			downtime: self.downtime,
			amount: self.amount,
			forfeit: 0,
		}
	}
}

/// What a delegate may do with an account.
#[derive(
	Clone,
	Copy,
	Debug,
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
pub enum Role {
	/// Open what the account pays for.
	Spend,
	/// Also pause and close it, set budget and alert, and send money back to the owner.
	Manage,
}

/// What an owner allows a delegate.
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
pub struct Allowance {
	/// What it may do.
	pub role: Role,
	/// How much it may commit in a day of UTC; `None` for as much as there is.
	pub per_day: Option<Balance>,
}

/// A delegate and what it did today.
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
pub struct Delegate {
	/// What it may do.
	pub allowance: Allowance,
	/// The day of `committed`, counted from the Unix epoch.
	pub day: u32,
	/// What it committed on that day.
	pub committed: Balance,
}

/// A promise to honour vouchers.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Channel<AccountId> {
	/// The account that pays.
	pub tab: TabId,
	/// Who is paid.
	pub payee: AccountId,
	/// Who signs the vouchers.
	pub key: VoucherKey,
	/// The most that may be redeemed in all; set aside on the account.
	pub deposit: Balance,
	/// What has been redeemed.
	pub redeemed: Balance,
	/// The part of what is redeemed that goes to the fee account.
	pub fee: Perbill,
	/// When it closes, once the payer wants that.
	pub closes: Option<Timestamp>,
	/// Where the agenda has that.
	pub queued: Option<Slot>,
}

/// The public half of a session key.
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
pub enum VoucherKey {
	/// A Schnorrkel key.
	Sr25519([u8; 32]),
	/// An Ed25519 key.
	Ed25519([u8; 32]),
}

/// A signature on a voucher.
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
pub enum VoucherSignature {
	/// By a Schnorrkel key.
	Sr25519([u8; 64]),
	/// By an Ed25519 key.
	Ed25519([u8; 64]),
}

/// What falls due.
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
pub enum Due {
	/// An account may be low or empty.
	Check(TabId),
	/// The running streams of an account have to follow its status.
	Sweep {
		/// The account.
		tab: TabId,
		/// Which change of the status it was.
		round: u32,
		/// The last stream that was visited.
		after: Option<StreamId>,
	},
	/// The grace of an account ends.
	Grace {
		/// The account.
		tab: TabId,
		/// Which change of the status began it.
		round: u32,
	},
	/// A stream ends by itself.
	End(StreamId),
	/// The challenge period of a channel ends.
	Channel(ChannelId),
}

/// What can be said about an account at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AccountView<AccountId> {
	/// Who may draw on it.
	pub owner: AccountId,
	/// What it is kept in.
	pub asset: AssetId,
	/// All its money.
	pub funds: Balance,
	/// What may be withdrawn or committed, the runway that running streams need not deducted.
	pub available: Balance,
	/// What prepaid streams and channels may still pay out.
	pub reserved: Balance,
	/// What running streams have taken and not been paid yet.
	pub earmarked: Balance,
	/// What running streams take per second.
	pub committed_rate: Rate,
	/// What running streams that stand, halted or not begun, will take per second once they flow.
	pub halted_rate: Rate,
	/// When the money ends; `None` when nothing flows, or it has ended.
	pub depletes_at: Option<Timestamp>,
	/// Where it stands.
	pub status: Status,
	/// How many streams it has.
	pub streams: u32,
	/// How many channels it has.
	pub channels: u32,
	/// How much may still be committed.
	pub budget_left: Option<Balance>,
	/// How long before the money ends the owner wants to be told.
	pub alert: Option<Seconds>,
}

/// What the pot holds of one asset besides the funds of the accounts.
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
pub struct Pot {
	/// How many accounts are kept in the asset.
	pub accounts: u32,
	/// The sum of all owed payouts in the asset.
	pub owed: Balance,
}

impl Pot {
	/// Whether nothing depends on the pot any more.
	pub fn is_idle(&self) -> bool {
		self.accounts == 0 && self.owed == 0
	}
}
