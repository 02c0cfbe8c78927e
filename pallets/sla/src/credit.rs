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
use tradewind_primitives::{Balance, CloseReason, Promise, Seconds, StreamBill};

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
/// exceeds the bill and, after a fault, what was promised and left `unserved`; rounded down. What was
/// forfeited earns nothing back.
pub fn owed(
	promise: &Promise,
	bill: &StreamBill,
	unserved: Balance,
	reason: CloseReason,
) -> Option<(Breach, Balance)> {
	let promised = bill.amount.saturating_add(unserved);
	let fault = reason
		.is_provider_fault()
		.then(|| (Breach::Fault(reason), promise.fault_credit.mul_floor(promised)));
	let missed = is_missed(promise.availability, bill.seconds, bill.downtime).then(|| {
		let breach = Breach::Availability { up: bill.seconds, down: bill.downtime };
		(breach, promise.credit.mul_floor(bill.amount))
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

	const PROMISE: Promise = Promise {
		availability: Perbill::from_percent(99),
		credit: Perbill::from_percent(10),
		fault_credit: Perbill::from_percent(50),
		collateral: Perbill::from_percent(50),
	};

	fn bill(seconds: Seconds, downtime: Seconds, amount: Balance) -> StreamBill {
		StreamBill { seconds, downtime, amount, forfeit: 0 }
	}

	#[test]
	fn availability_is_missed_just_below_the_promise() {
		assert!(!is_missed(PROMISE.availability, 99, 1));
		assert!(is_missed(PROMISE.availability, 98, 2));
		assert!(is_missed(PROMISE.availability, 98_999, 1_001));
		assert!(!is_missed(Perbill::zero(), 0, 100));
		assert!(is_missed(Perbill::one(), u64::MAX, 1));
		assert!(!is_missed(Perbill::one(), u64::MAX, 0));
	}

	#[test]
	fn a_lease_that_never_ran_missed_nothing() {
		assert!(!is_missed(Perbill::one(), 0, 0));
		assert_eq!(owed(&PROMISE, &bill(0, 0, 0), 0, CloseReason::StartMissed), None);
	}

	#[test]
	fn a_kept_promise_earns_nothing() {
		assert_eq!(owed(&PROMISE, &bill(99, 1, 1_000), 0, CloseReason::Completed), None);
		assert_eq!(owed(&PROMISE, &bill(100, 0, 1_000), 0, CloseReason::Cancelled), None);
	}

	#[test]
	fn missed_availability_earns_its_part() {
		let breach = Breach::Availability { up: 90, down: 10 };
		let bill = bill(90, 10, 1_009);
		assert_eq!(owed(&PROMISE, &bill, 0, CloseReason::Completed), Some((breach, 100)));
	}

	#[test]
	fn the_larger_credit_is_owed_and_not_the_sum() {
		let bill = bill(90, 10, 1_000);
		let down = CloseReason::ProviderDown;
		assert_eq!(owed(&PROMISE, &bill, 0, down), Some((Breach::Fault(down), 500)));
		let promise = Promise { credit: Perbill::from_percent(60), ..PROMISE };
		let breach = Breach::Availability { up: 90, down: 10 };
		assert_eq!(owed(&promise, &bill, 0, down), Some((breach, 600)));
	}

	#[test]
	fn a_forfeit_earns_nothing_back() {
		let bill = StreamBill { forfeit: 1_000_000, ..bill(90, 10, 1_000) };
		let credits = [(CloseReason::Cancelled, 100), (CloseReason::ProviderLeft, 500)];
		for (reason, credit) in credits {
			assert_eq!(owed(&PROMISE, &bill, 0, reason).map(|(_, amount)| amount), Some(credit));
		}
	}

	#[test]
	fn what_was_promised_and_left_unserved_counts_after_a_fault_only() {
		let left = CloseReason::ProviderLeft;
		let ran = bill(100, 0, 1_000);
		assert_eq!(owed(&PROMISE, &ran, 600, left), Some((Breach::Fault(left), 800)));
		assert_eq!(owed(&PROMISE, &ran, 600, CloseReason::Cancelled), None);
		let breach = Breach::Availability { up: 90, down: 10 };
		let down = bill(90, 10, 1_000);
		assert_eq!(owed(&PROMISE, &down, 600, CloseReason::Expired), Some((breach, 100)));
	}

	#[test]
	fn the_whole_bill_can_be_owed_whatever_its_size() {
		let promise = Promise { fault_credit: Perbill::one(), ..PROMISE };
		let down = CloseReason::ProviderDown;
		let owed = owed(&promise, &bill(1, 0, u128::MAX), 0, down);
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
			let collateral = credit.max(fault_credit);
			let promise = Promise { credit, fault_credit, collateral, ..PROMISE };
			let locked = promise.collateral.mul_ceil(worst);
			let bill = bill(up, down, Perbill::from_parts(part).mul_floor(worst));
			for unserved in [0, worst - bill.amount] {
				for reason in [CloseReason::Completed, CloseReason::ProviderDown] {
					let owed = owed(&promise, &bill, unserved, reason);
					let amount = owed.map_or(0, |(_, amount)| amount);
					prop_assert!(amount <= locked && amount <= bill.amount + unserved);
				}
			}
		}
	}
}
