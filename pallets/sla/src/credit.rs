//! What a bill earns its payer back when the provider broke its promise.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Perbill;
use tradewind_primitives::{Balance, CloseReason, Seconds, StreamBill};

/// The part of a tier that a lease keeps from the day it was opened.
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
pub struct Terms {
	/// The promised part of the lease's seconds in which the provider is up.
	pub availability: Perbill,
	/// The part of the bill that is owed when availability was missed.
	pub credit: Perbill,
	/// The part of the bill that is owed when the lease ended by the provider's fault.
	pub fault_credit: Perbill,
}

/// Which promise was broken.
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
pub enum Breach {
	/// The provider was up for a smaller part of the time than promised.
	Availability {
		/// Seconds it was up.
		up: Seconds,
		/// Seconds it was down.
		down: Seconds,
	},
	/// The lease ended by the provider's fault, for this reason.
	Fault(CloseReason),
}

/// Whether `up` out of `up + down` seconds fall short of `promised`. Exact: nothing is rounded.
pub fn is_missed(promised: Perbill, up: Seconds, down: Seconds) -> bool {
	// At most 2^65 * 10^9, so neither side reaches 2^128.
	let span = u128::from(up).saturating_add(u128::from(down));
	let whole = u128::from(Perbill::one().deconstruct());
	let needed = span.saturating_mul(u128::from(promised.deconstruct()));
	u128::from(up).saturating_mul(whole) < needed
}

/// What is owed for `bill`, and why. The larger of the two credits, not their sum, so that it never
/// exceeds the bill; rounded down.
pub fn owed(terms: &Terms, bill: &StreamBill, reason: CloseReason) -> Option<(Breach, Balance)> {
	let fault = reason
		.is_provider_fault()
		.then(|| (Breach::Fault(reason), terms.fault_credit.mul_floor(bill.amount)));
	let missed = is_missed(terms.availability, bill.seconds, bill.downtime).then(|| {
		let breach = Breach::Availability { up: bill.seconds, down: bill.downtime };
		(breach, terms.credit.mul_floor(bill.amount))
	});
	let larger = match (fault, missed) {
		(Some(fault), Some(missed)) if missed.1 > fault.1 => Some(missed),
		(Some(fault), _) => Some(fault),
		(None, missed) => missed,
	};
	larger.filter(|(_, amount)| *amount > 0)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const TERMS: Terms = Terms {
		availability: Perbill::from_percent(99),
		credit: Perbill::from_percent(10),
		fault_credit: Perbill::from_percent(50),
	};

	fn bill(seconds: Seconds, downtime: Seconds, amount: Balance) -> StreamBill {
		StreamBill { seconds, downtime, amount }
	}

	#[test]
	fn availability_is_missed_just_below_the_promise() {
		assert!(!is_missed(TERMS.availability, 99, 1));
		assert!(is_missed(TERMS.availability, 98, 2));
		assert!(is_missed(TERMS.availability, 98_999, 1_001));
		assert!(!is_missed(Perbill::zero(), 0, 100));
		assert!(is_missed(Perbill::one(), u64::MAX, 1));
		assert!(!is_missed(Perbill::one(), u64::MAX, 0));
	}

	#[test]
	fn a_lease_that_never_ran_missed_nothing() {
		assert!(!is_missed(Perbill::one(), 0, 0));
		assert_eq!(owed(&TERMS, &bill(0, 0, 0), CloseReason::StartMissed), None);
	}

	#[test]
	fn a_kept_promise_earns_nothing() {
		assert_eq!(owed(&TERMS, &bill(99, 1, 1_000), CloseReason::Completed), None);
		assert_eq!(owed(&TERMS, &bill(100, 0, 1_000), CloseReason::Cancelled), None);
	}

	#[test]
	fn missed_availability_earns_its_part() {
		let breach = Breach::Availability { up: 90, down: 10 };
		let bill = bill(90, 10, 1_009);
		assert_eq!(owed(&TERMS, &bill, CloseReason::Completed), Some((breach, 100)));
	}

	#[test]
	fn the_larger_credit_is_owed_and_not_the_sum() {
		let bill = bill(90, 10, 1_000);
		let down = CloseReason::ProviderDown;
		assert_eq!(owed(&TERMS, &bill, down), Some((Breach::Fault(down), 500)));
		let terms = Terms { credit: Perbill::from_percent(60), ..TERMS };
		let breach = Breach::Availability { up: 90, down: 10 };
		assert_eq!(owed(&terms, &bill, down), Some((breach, 600)));
	}

	#[test]
	fn the_whole_bill_can_be_owed_whatever_its_size() {
		let terms = Terms { fault_credit: Perbill::one(), ..TERMS };
		let down = CloseReason::ProviderDown;
		let owed = owed(&terms, &bill(1, 0, u128::MAX), down);
		assert_eq!(owed, Some((Breach::Fault(down), u128::MAX)));
	}

	proptest! {
		#![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

		/// What is locked for the worst bill always covers what a bill can be owed.
		#[test]
		fn collateral_covers_every_credit(
			credit in 0u32..=1_000_000_000,
			fault_credit in 0u32..=1_000_000_000,
			worst: u128,
			part in 0u32..=1_000_000_000,
			up: u64,
			down: u64,
		) {
			let credit = Perbill::from_parts(credit);
			let fault_credit = Perbill::from_parts(fault_credit);
			let terms = Terms { credit, fault_credit, ..TERMS };
			let locked = credit.max(fault_credit).mul_ceil(worst);
			let bill = bill(up, down, Perbill::from_parts(part).mul_floor(worst));
			for reason in [CloseReason::Completed, CloseReason::ProviderDown] {
				let amount = owed(&terms, &bill, reason).map_or(0, |(_, amount)| amount);
				prop_assert!(amount <= locked && amount <= bill.amount);
			}
		}
	}
}
