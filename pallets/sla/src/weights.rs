//! Weights for `pallet_tradewind_sla`, in the shape the benchmark command writes.
//!
//! Provisional: reads and writes are counted, times are estimates. `scripts/weights.sh` replaces
//! this file with measured ones.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame_support::{traits::Get, weights::{Weight, constants::RocksDbWeight}};
use core::marker::PhantomData;

/// Weight functions needed for `pallet_tradewind_sla`.
pub trait WeightInfo {
	fn set_tier() -> Weight;
	fn remove_tier() -> Weight;
	fn collect() -> Weight;
	fn agenda_base() -> Weight;
	fn agenda_bucket() -> Weight;
	fn check_rearms() -> Weight;
	fn check_declares() -> Weight;
}

/// Weights for `pallet_tradewind_sla` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Sla::Tiers` (r:0 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_tier() -> Weight {
		Weight::from_parts(18_000_000, 3550)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Sla::Tiers` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn remove_tier() -> Weight {
		Weight::from_parts(20_000_000, 3550)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Sla::Debts` (r:1 w:1)
	/// Storage: `Providers::Collaterals` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn collect() -> Weight {
		Weight::from_parts(120_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Sla::AgendaNextBucket` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn agenda_base() -> Weight {
		Weight::from_parts(4_000_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Sla::AgendaLastPage` (r:1 w:1)
	/// Storage: `Sla::AgendaPages` (r:1 w:1)
	fn agenda_bucket() -> Weight {
		Weight::from_parts(7_000_000, 8000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Storage: `Sla::AgendaLastPage` (r:1 w:1)
	/// Storage: `Sla::AgendaPages` (r:1 w:1)
	fn check_rearms() -> Weight {
		Weight::from_parts(30_000_000, 8000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:1)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn check_declares() -> Weight {
		Weight::from_parts(45_000_000, 8000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Sla::Tiers` (r:0 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_tier() -> Weight {
		Weight::from_parts(18_000_000, 3550)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Sla::Tiers` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn remove_tier() -> Weight {
		Weight::from_parts(20_000_000, 3550)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Sla::Debts` (r:1 w:1)
	/// Storage: `Providers::Collaterals` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn collect() -> Weight {
		Weight::from_parts(120_000_000, 6208)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Sla::AgendaNextBucket` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	fn agenda_base() -> Weight {
		Weight::from_parts(4_000_000, 1493)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
	}
	/// Storage: `Sla::AgendaLastPage` (r:1 w:1)
	/// Storage: `Sla::AgendaPages` (r:1 w:1)
	fn agenda_bucket() -> Weight {
		Weight::from_parts(7_000_000, 8000)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Storage: `Sla::AgendaLastPage` (r:1 w:1)
	/// Storage: `Sla::AgendaPages` (r:1 w:1)
	fn check_rearms() -> Weight {
		Weight::from_parts(30_000_000, 8000)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:1)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn check_declares() -> Weight {
		Weight::from_parts(45_000_000, 8000)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
}
