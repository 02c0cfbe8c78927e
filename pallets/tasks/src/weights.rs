//! Weights for `pallet_tradewind_tasks`, in the shape the benchmark command writes.
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

/// Weight functions needed for `pallet_tradewind_tasks`.
pub trait WeightInfo {
	fn submit(b: u32, ) -> Weight;
	fn submit_remote() -> Weight;
	fn start() -> Weight;
	fn report() -> Weight;
	fn decline() -> Weight;
	fn cancel() -> Weight;
	fn drop_task() -> Weight;
	fn look() -> Weight;
	fn due_place() -> Weight;
	fn due_deadline() -> Weight;
	fn due_evacuate(n: u32, ) -> Weight;
	fn due_drop() -> Weight;
}

/// Weights for `pallet_tradewind_tasks` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Tasks::NextTaskId` (r:1 w:1)
	/// Storage: `System::ExtrinsicData` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:12 w:9)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	/// The range of component `b` is `[0, 524288]`.
	fn submit(b: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 151_900_000 picoseconds.
		Weight::from_parts(460_000_000, 6196)
			.saturating_add(Weight::from_parts(2_900, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(61_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Tasks::NextTaskId` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:12 w:9)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	fn submit_remote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 147_000_000 picoseconds.
		Weight::from_parts(455_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(61_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:4 w:3)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn start() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 60_760_000 picoseconds.
		Weight::from_parts(85_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:16 w:14)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn report() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5399`
		//  Estimated: `8799`
		// Minimum execution time: 166_600_000 picoseconds.
		Weight::from_parts(260_000_000, 8799)
			.saturating_add(T::DbWeight::get().reads(33_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:26 w:20)
	/// Storage: `Tasks::Attempts` (r:0 w:2)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn decline() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `10275`
		//  Estimated: `13675`
		// Minimum execution time: 284_200_000 picoseconds.
		Weight::from_parts(600_000_000, 13675)
			.saturating_add(T::DbWeight::get().reads(85_u64))
			.saturating_add(T::DbWeight::get().writes(31_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:16 w:14)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn cancel() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5399`
		//  Estimated: `8799`
		// Minimum execution time: 161_700_000 picoseconds.
		Weight::from_parts(250_000_000, 8799)
			.saturating_add(T::DbWeight::get().reads(32_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn drop_task() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1707`
		//  Estimated: `5107`
		// Minimum execution time: 56_840_000 picoseconds.
		Weight::from_parts(58_000_000, 5107)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:1)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2436`
		//  Estimated: `5836`
		// Minimum execution time: 8_820_000 picoseconds.
		Weight::from_parts(9_000_000, 5836)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:12 w:9)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn due_place() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 137_200_000 picoseconds.
		Weight::from_parts(450_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(60_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:26 w:20)
	/// Storage: `Tasks::Attempts` (r:0 w:2)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn due_deadline() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `10275`
		//  Estimated: `13675`
		// Minimum execution time: 274_400_000 picoseconds.
		Weight::from_parts(600_000_000, 13675)
			.saturating_add(T::DbWeight::get().reads(84_u64))
			.saturating_add(T::DbWeight::get().writes(31_u64))
	}
	/// Storage: `Tasks::Attempts` (r:1 w:0)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// The range of component `n` is `[0, 16]`.
	fn due_evacuate(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2436`
		//  Estimated: `5836`
		// Minimum execution time: 13_720_000 picoseconds.
		Weight::from_parts(14_000_000, 5836)
			.saturating_add(Weight::from_parts(5_600_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn due_drop() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1707`
		//  Estimated: `5107`
		// Minimum execution time: 53_900_000 picoseconds.
		Weight::from_parts(55_000_000, 5107)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Tasks::NextTaskId` (r:1 w:1)
	/// Storage: `System::ExtrinsicData` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:12 w:9)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	/// The range of component `b` is `[0, 524288]`.
	fn submit(b: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 151_900_000 picoseconds.
		Weight::from_parts(155_000_000, 6196)
			.saturating_add(Weight::from_parts(2_900, 0).saturating_mul(b.into()))
			.saturating_add(RocksDbWeight::get().reads(19_u64))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
	}
	/// Storage: `Tasks::NextTaskId` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:12 w:9)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	fn submit_remote() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 147_000_000 picoseconds.
		Weight::from_parts(150_000_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:4 w:3)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn start() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 60_760_000 picoseconds.
		Weight::from_parts(62_000_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:16 w:14)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn report() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5399`
		//  Estimated: `8799`
		// Minimum execution time: 166_600_000 picoseconds.
		Weight::from_parts(170_000_000, 8799)
			.saturating_add(RocksDbWeight::get().reads(21_u64))
			.saturating_add(RocksDbWeight::get().writes(17_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:26 w:20)
	/// Storage: `Tasks::Attempts` (r:0 w:2)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn decline() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `10275`
		//  Estimated: `13675`
		// Minimum execution time: 284_200_000 picoseconds.
		Weight::from_parts(290_000_000, 13675)
			.saturating_add(RocksDbWeight::get().reads(31_u64))
			.saturating_add(RocksDbWeight::get().writes(24_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Market and neighbours` (r:16 w:14)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn cancel() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5399`
		//  Estimated: `8799`
		// Minimum execution time: 161_700_000 picoseconds.
		Weight::from_parts(165_000_000, 8799)
			.saturating_add(RocksDbWeight::get().reads(20_u64))
			.saturating_add(RocksDbWeight::get().writes(17_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn drop_task() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1707`
		//  Estimated: `5107`
		// Minimum execution time: 56_840_000 picoseconds.
		Weight::from_parts(58_000_000, 5107)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:1)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn look() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2436`
		//  Estimated: `5836`
		// Minimum execution time: 8_820_000 picoseconds.
		Weight::from_parts(9_000_000, 5836)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:12 w:9)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn due_place() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2796`
		//  Estimated: `6196`
		// Minimum execution time: 137_200_000 picoseconds.
		Weight::from_parts(140_000_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Market and neighbours` (r:26 w:20)
	/// Storage: `Tasks::Attempts` (r:0 w:2)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	fn due_deadline() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `10275`
		//  Estimated: `13675`
		// Minimum execution time: 274_400_000 picoseconds.
		Weight::from_parts(280_000_000, 13675)
			.saturating_add(RocksDbWeight::get().reads(29_u64))
			.saturating_add(RocksDbWeight::get().writes(24_u64))
	}
	/// Storage: `Tasks::Attempts` (r:1 w:0)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// The range of component `n` is `[0, 16]`.
	fn due_evacuate(n: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2436`
		//  Estimated: `5836`
		// Minimum execution time: 13_720_000 picoseconds.
		Weight::from_parts(14_000_000, 5836)
			.saturating_add(Weight::from_parts(5_600_000, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn due_drop() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1707`
		//  Estimated: `5107`
		// Minimum execution time: 53_900_000 picoseconds.
		Weight::from_parts(55_000_000, 5107)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
}
