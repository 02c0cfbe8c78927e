//! Money: planck, rates in planck per second, and who is paid.
//!
//! An amount is always `rate x billable seconds` and is computed by [`Rate::amount`] alone.

use crate::{Seconds, TabId, Timestamp};
use codec::{CompactAs, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::Perbill;

/// An amount in the smallest unit of its asset (planck for WIND).
pub type Balance = u128;

/// The asset of an amount: the native token, or an asset of the `assets` pallet by its id.
pub type AssetId = frame_support::traits::tokens::fungible::NativeOrWithId<u32>;

/// How many payees a stream may have.
pub const MAX_PAYEES: u32 = 8;

/// Planck per second.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	CompactAs,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Rate(pub Balance);

impl Rate {
	/// What `seconds` cost at this rate, or `None` on overflow.
	pub fn amount(self, seconds: Seconds) -> Option<Balance> {
		self.0.checked_mul(Balance::from(seconds))
	}
}

/// One receiver of a stream and its part of every payment.
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
pub struct Payee<AccountId> {
	/// The account that is paid.
	pub who: AccountId,
	/// Its part, in billionths; the parts of a stream add up to exactly one.
	pub share: Perbill,
}

/// The payees of a stream. The order matters: what rounding leaves over goes to the first.
pub type Payees<AccountId> = BoundedVec<Payee<AccountId>, ConstU32<MAX_PAYEES>>;

/// Whether `payees` name at least one receiver, no share is zero, and the shares add up to exactly
/// one.
pub fn shares_add_up<AccountId>(payees: &[Payee<AccountId>]) -> bool {
	let parts = payees.iter().try_fold(0u64, |sum, payee| {
		(!payee.share.is_zero()).then(|| sum.saturating_add(u64::from(payee.share.deconstruct())))
	});
	parts == Some(u64::from(Perbill::one().deconstruct()))
}

/// Cuts `amount` by the shares of `payees`, in their order. Every part but the first is rounded
/// down; the first takes the rest, so that the parts always add up to `amount`.
pub fn split<AccountId>(amount: Balance, payees: &[Payee<AccountId>]) -> alloc::vec::Vec<Balance> {
	let mut parts: alloc::vec::Vec<Balance> =
		payees.iter().map(|payee| payee.share.mul_floor(amount)).collect();
	let rest = parts.iter().skip(1).fold(amount, |left, part| left.saturating_sub(*part));
	if let Some(first) = parts.first_mut() {
		*first = rest;
	}
	parts
}

/// What a stream is opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamTerms<AccountId> {
	/// The billing account that pays.
	pub tab: TabId,
	/// What flows per second.
	pub rate: Rate,
	/// The most that may ever flow.
	pub cap: Balance,
	/// Whether `cap` is set aside on the account when the stream opens, so that the stream can
	/// never run out of money. Otherwise it is paid as it flows and stops with the account.
	pub prepaid: bool,
	/// Who is paid.
	pub payees: Payees<AccountId>,
	/// Whose downtime stops the stream; `None` for a stream that nothing stops.
	pub meter: Option<AccountId>,
}

/// A stream as it stands, for the pallet that manages it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagedStream<AccountId, Memo> {
	/// What it was opened with, or was changed to since.
	pub terms: StreamTerms<AccountId>,
	/// When it began to flow.
	pub started: Option<Timestamp>,
	/// What has flowed by now.
	pub amount: Balance,
	/// For how many more seconds it can flow before its cap is used up.
	pub left: Seconds,
	/// What its manager keeps with it.
	pub memo: Memo,
}

/// What a stream came to.
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
pub struct StreamBill {
	/// Seconds from start to close that were billed: `amount` is exactly `rate x seconds`, unless
	/// the rate was changed by agreement.
	pub seconds: Seconds,
	/// Seconds deducted because the meter stood still.
	pub downtime: Seconds,
	/// What was paid for them in all.
	pub amount: Balance,
	/// What was paid besides, when it was closed before its cap was used up.
	pub forfeit: Balance,
}

#[cfg(test)]
mod tests {
	use super::*;

	fn payee(who: u8, parts: u32) -> Payee<u8> {
		Payee { who, share: Perbill::from_parts(parts) }
	}

	#[test]
	fn shares_must_add_up_exactly() {
		assert!(shares_add_up(&[payee(1, 1_000_000_000)]));
		assert!(shares_add_up(&[payee(1, 999_999_999), payee(2, 1)]));
		assert!(!shares_add_up::<u8>(&[]));
		assert!(!shares_add_up(&[payee(1, 999_999_999)]));
		assert!(!shares_add_up(&[payee(1, 1_000_000_000), payee(2, 1)]));
		assert!(!shares_add_up(&[payee(1, 1_000_000_000), payee(2, 0)]));
	}

	#[test]
	fn a_split_neither_creates_nor_loses_a_unit() {
		let thirds = [payee(1, 333_333_334), payee(2, 333_333_333), payee(3, 333_333_333)];
		for amount in [0, 1, 2, 3, 100, 1_000_000_007, u128::MAX] {
			let parts = split(amount, &thirds);
			assert_eq!(parts.iter().try_fold(0u128, |sum, p| sum.checked_add(*p)), Some(amount));
		}
		assert_eq!(split(10, &thirds), [4, 3, 3]);
	}

	#[test]
	fn an_amount_that_overflows_is_refused() {
		assert_eq!(Rate(3).amount(7), Some(21));
		assert_eq!(Rate(u128::MAX).amount(2), None);
	}
}
