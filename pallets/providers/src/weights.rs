//! Weights of `pallet_tradewind_providers`, measured by scripts/weights.sh and never edited by hand.
//!
//! Substrate benchmark command 64.0.0, 2026-11-20, on AMD EPYC. Steps: 20,
//! repeats: 10, execution: Compiled, chain: Some("dev").

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// What the calls and hooks of `pallet_tradewind_providers` weigh.
pub trait WeightInfo {
	/// The weight of `register`.
	fn register() -> Weight;
	/// The weight of `update`.
	fn update() -> Weight;
	/// The weight of `set_agent`.
	fn set_agent() -> Weight;
	/// The weight of `set_encryption_key`.
	fn set_encryption_key() -> Weight;
	/// The weight of `lock_collateral`.
	fn lock_collateral() -> Weight;
	/// The weight of `unlock_collateral`.
	fn unlock_collateral() -> Weight;
	/// The weight of `withdraw_unbonded`.
	fn withdraw_unbonded() -> Weight;
	/// The weight of `heartbeat`.
	fn heartbeat() -> Weight;
	/// The weight of `drain`.
	fn drain() -> Weight;
	/// The weight of `resume`.
	fn resume() -> Weight;
	/// The weight of `retire`.
	fn retire() -> Weight;
	/// The weight of `suspend`.
	fn suspend() -> Weight;
	/// The weight of `reinstate`.
	fn reinstate() -> Weight;
}

/// The weights with the runtime's own weights of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Providers::Providers` (r:2 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:2 w:1)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Providers::EncryptionKeys` (r:1 w:1)
	/// Proof: `Providers::EncryptionKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:2 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Proof size in bytes:
		//  measured:  `686`
		//  estimated: `525777`
		// Shortest execution: 111_437_000 picoseconds.
		Weight::from_parts(119_650_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn update() -> Weight {
		// Proof size in bytes:
		//  measured:  `943`
		//  estimated: `525777`
		// Shortest execution: 24_126_000 picoseconds.
		Weight::from_parts(27_672_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Providers` (r:2 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:2)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_agent() -> Weight {
		// Proof size in bytes:
		//  measured:  `997`
		//  estimated: `525777`
		// Shortest execution: 29_124_000 picoseconds.
		Weight::from_parts(32_849_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::EncryptionKeys` (r:1 w:2)
	/// Proof: `Providers::EncryptionKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_encryption_key() -> Weight {
		// Proof size in bytes:
		//  measured:  `1064`
		//  estimated: `525777`
		// Shortest execution: 27_751_000 picoseconds.
		Weight::from_parts(31_267_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:9 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn lock_collateral() -> Weight {
		// Proof size in bytes:
		//  measured:  `1247`
		//  estimated: `525777`
		// Shortest execution: 69_875_000 picoseconds.
		Weight::from_parts(75_884_000, 525777)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:1 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn unlock_collateral() -> Weight {
		// Proof size in bytes:
		//  measured:  `1173`
		//  estimated: `525777`
		// Shortest execution: 28_804_000 picoseconds.
		Weight::from_parts(31_347_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:2 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn withdraw_unbonded() -> Weight {
		// Proof size in bytes:
		//  measured:  `1421`
		//  estimated: `525777`
		// Shortest execution: 65_659_000 picoseconds.
		Weight::from_parts(70_496_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::AgendaLastPage` (r:1 w:0)
	/// Proof: `Sla::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Sla::AgendaPages` (r:1 w:1)
	/// Proof: `Sla::AgendaPages` (`max_values`: None, `max_size`: Some(2590), added: 5065, mode: `MaxEncodedLen`)
	fn heartbeat() -> Weight {
		// Proof size in bytes:
		//  measured:  `520`
		//  estimated: `6055`
		// Shortest execution: 21_212_000 picoseconds.
		Weight::from_parts(22_794_000, 6055)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn drain() -> Weight {
		// Proof size in bytes:
		//  measured:  `595`
		//  estimated: `525777`
		// Shortest execution: 21_933_000 picoseconds.
		Weight::from_parts(24_136_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:1 w:0)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof size in bytes:
		//  measured:  `780`
		//  estimated: `525777`
		// Shortest execution: 26_780_000 picoseconds.
		Weight::from_parts(29_034_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:9 w:8)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:0 w:1)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Providers::EncryptionKeys` (r:0 w:5)
	/// Proof: `Providers::EncryptionKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:0 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// Proof size in bytes:
		//  measured:  `1875`
		//  estimated: `525777`
		// Shortest execution: 120_331_000 picoseconds.
		Weight::from_parts(126_900_000, 525777)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn suspend() -> Weight {
		// Proof size in bytes:
		//  measured:  `595`
		//  estimated: `525777`
		// Shortest execution: 21_452_000 picoseconds.
		Weight::from_parts(23_235_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:1 w:0)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn reinstate() -> Weight {
		// Proof size in bytes:
		//  measured:  `780`
		//  estimated: `525777`
		// Shortest execution: 27_030_000 picoseconds.
		Weight::from_parts(28_914_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(119_650_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn update() -> Weight {
		Weight::from_parts(27_672_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn set_agent() -> Weight {
		Weight::from_parts(32_849_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn set_encryption_key() -> Weight {
		Weight::from_parts(31_267_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn lock_collateral() -> Weight {
		Weight::from_parts(75_884_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn unlock_collateral() -> Weight {
		Weight::from_parts(31_347_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(70_496_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn heartbeat() -> Weight {
		Weight::from_parts(22_794_000, 6055)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn drain() -> Weight {
		Weight::from_parts(24_136_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(29_034_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn retire() -> Weight {
		Weight::from_parts(126_900_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(14_u64))
			.saturating_add(RocksDbWeight::get().writes(18_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(23_235_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(28_914_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
}
