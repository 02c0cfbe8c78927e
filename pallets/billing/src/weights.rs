//! Weights for `pallet_tradewind_billing`, in the shape the benchmark command writes.
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

/// Weight functions needed for `pallet_tradewind_billing`.
pub trait WeightInfo {
	fn open_account() -> Weight;
	fn top_up() -> Weight;
	fn withdraw() -> Weight;
	fn close_account() -> Weight;
	fn settle(p: u32, ) -> Weight;
	fn settle_asset(p: u32, ) -> Weight;
	fn settle_owed(p: u32, ) -> Weight;
	fn claim() -> Weight;
}

/// Weights for `pallet_tradewind_billing` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Billing::NextTabId` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Storage: `Billing::Accounts` (r:0 w:1)
	fn open_account() -> Weight {
		Weight::from_parts(92_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn top_up() -> Weight {
		Weight::from_parts(74_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn withdraw() -> Weight {
		Weight::from_parts(74_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn close_account() -> Weight {
		Weight::from_parts(88_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `System::Account` (r:p w:p)
	/// The range of component `p` is `[1, 8]`.
	fn settle(p: u32, ) -> Weight {
		Weight::from_parts(42_000_000, 4022)
			.saturating_add(Weight::from_parts(31_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Storage: `Assets::Account` (r:p w:p)
	/// Storage: `System::Account` (r:p w:p)
	/// The range of component `p` is `[1, 8]`.
	fn settle_asset(p: u32, ) -> Weight {
		Weight::from_parts(45_000_000, 4022)
			.saturating_add(Weight::from_parts(46_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Assets::Account` (r:p w:0)
	/// Storage: `System::Account` (r:p w:0)
	/// Storage: `Billing::Owed` (r:p w:p)
	/// The range of component `p` is `[1, 8]`.
	fn settle_owed(p: u32, ) -> Weight {
		Weight::from_parts(38_000_000, 4022)
			.saturating_add(Weight::from_parts(24_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Owed` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn claim() -> Weight {
		Weight::from_parts(86_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Billing::NextTabId` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Storage: `Billing::Accounts` (r:0 w:1)
	fn open_account() -> Weight {
		Weight::from_parts(92_000_000, 6208)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn top_up() -> Weight {
		Weight::from_parts(74_000_000, 6208)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn withdraw() -> Weight {
		Weight::from_parts(74_000_000, 6208)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn close_account() -> Weight {
		Weight::from_parts(88_000_000, 6208)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `System::Account` (r:p w:p)
	/// The range of component `p` is `[1, 8]`.
	fn settle(p: u32, ) -> Weight {
		Weight::from_parts(42_000_000, 4022)
			.saturating_add(Weight::from_parts(31_000_000, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Storage: `Assets::Account` (r:p w:p)
	/// Storage: `System::Account` (r:p w:p)
	/// The range of component `p` is `[1, 8]`.
	fn settle_asset(p: u32, ) -> Weight {
		Weight::from_parts(45_000_000, 4022)
			.saturating_add(Weight::from_parts(46_000_000, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Storage: `Assets::Account` (r:1 w:0)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Assets::Account` (r:p w:0)
	/// Storage: `System::Account` (r:p w:0)
	/// Storage: `Billing::Owed` (r:p w:p)
	/// The range of component `p` is `[1, 8]`.
	fn settle_owed(p: u32, ) -> Weight {
		Weight::from_parts(38_000_000, 4022)
			.saturating_add(Weight::from_parts(24_000_000, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Owed` (r:1 w:1)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn claim() -> Weight {
		Weight::from_parts(86_000_000, 6208)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
}
