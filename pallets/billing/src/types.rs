//! The records of the pallet.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use tradewind_primitives::{
	AssetId, Balance, Payees, Rate, Seconds, StreamBill, StreamTerms, TabId, Timestamp,
};

/// A prepaid account.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Account<AccountId> {
	/// Who may draw on it.
	pub owner: AccountId,
	/// What it is kept in.
	pub asset: AssetId,
	/// All money of the account that lies in the pot.
	pub funds: Balance,
	/// The part of `funds` that keeps the pot in existence: the minimum balance of the asset on
	/// the day the account was opened.
	pub deposit: Balance,
	/// The part of `funds` that streams may still pay out.
	pub reserved: Balance,
	/// How many streams draw on it.
	pub streams: u32,
}

impl<AccountId> Account<AccountId> {
	/// What is neither reserved nor the deposit.
	pub fn available(&self) -> Balance {
		// Both subtrahends are parts of the funds (I2), so nothing is cut off here.
		self.funds.saturating_sub(self.reserved).saturating_sub(self.deposit)
	}
}

/// A rate that flows from an account to its payees.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Stream<AccountId> {
	/// The account that pays.
	pub tab: TabId,
	/// What flows per second.
	pub rate: Rate,
	/// The most that may ever flow.
	pub cap: Balance,
	/// Who is paid.
	pub payees: Payees<AccountId>,
	/// Whose downtime stops it.
	pub meter: Option<AccountId>,
	/// When it began to flow.
	pub started: Option<Timestamp>,
	/// Up to when it is settled.
	pub settled_until: Timestamp,
	/// The reading of the meter up to which downtime has been deducted.
	pub meter_at: Seconds,
	/// Seconds billed so far.
	pub billed_seconds: Seconds,
	/// Seconds deducted so far.
	pub downtime: Seconds,
	/// What has left the account so far: what is due for `billed_seconds`, but for the fractions
	/// of a unit that are paid at the close.
	pub paid: Balance,
}

impl<AccountId> Stream<AccountId> {
	/// A stream that does not flow yet.
	pub fn new(terms: StreamTerms<AccountId>) -> Self {
		let StreamTerms { tab, rate, cap, payees, meter } = terms;
		Self {
			tab,
			rate,
			cap,
			payees,
			meter,
			started: None,
			settled_until: Timestamp::default(),
			meter_at: 0,
			billed_seconds: 0,
			downtime: 0,
			paid: 0,
		}
	}

	/// What the stream has come to as far as it is settled; `None` on overflow, which the cap
	/// excludes.
	pub fn bill(&self) -> Option<StreamBill> {
		Some(StreamBill {
			seconds: self.billed_seconds,
			downtime: self.downtime,
			amount: self.rate.amount(self.billed_seconds)?,
		})
	}
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
