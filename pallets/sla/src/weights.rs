//! Weights of `pallet_tradewind_sla`, measured by scripts/weights.sh and never edited by hand.
//!
//! Substrate benchmark command 64.0.0, 2026-11-30, on Intel(R) Xeon(R) Processor. Steps: 20,
//! repeats: 10, execution: Compiled, chain: Some("dev").

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// What the calls and hooks of `pallet_tradewind_sla` weigh.
pub trait WeightInfo {
	/// The weight of `set_tier`.
	fn set_tier() -> Weight;
	/// The weight of `remove_tier`.
	fn remove_tier() -> Weight;
	/// The weight of `collect`.
	fn collect() -> Weight;
	/// The weight of `announce_maintenance`.
	fn announce_maintenance() -> Weight;
	/// The weight of `cancel_maintenance`.
	fn cancel_maintenance() -> Weight;
	/// The weight of `agenda_base`.
	fn agenda_base() -> Weight;
	/// The weight of `agenda_bucket`.
	fn agenda_bucket() -> Weight;
	/// The weight of `check_rearms`.
	fn check_rearms() -> Weight;
	/// The weight of `check_declares`.
	fn check_declares() -> Weight;
}

/// The weights with the runtime's own weights of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:0 w:1)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn set_tier() -> Weight {
		// Proof size in bytes:
		//  measured:  `10`
		//  estimated: `525777`
		// Shortest execution: 17_714_000 picoseconds.
		Weight::from_parts(21_315_000, 525777)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Sla::Tiers` (r:1 w:1)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn remove_tier() -> Weight {
		// Proof size in bytes:
		//  measured:  `116`
		//  estimated: `525777`
		// Shortest execution: 22_352_000 picoseconds.
		Weight::from_parts(27_968_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Sla::Debts` (r:1 w:1)
	/// Proof: `Sla::Debts` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Proof size in bytes:
		//  measured:  `1028`
		//  estimated: `525777`
		// Shortest execution: 92_270_000 picoseconds.
		Weight::from_parts(108_962_000, 525777)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn announce_maintenance() -> Weight {
		// Proof size in bytes:
		//  measured:  `241`
		//  estimated: `525777`
		// Shortest execution: 27_725_000 picoseconds.
		Weight::from_parts(35_015_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn cancel_maintenance() -> Weight {
		// Proof size in bytes:
		//  measured:  `239`
		//  estimated: `525777`
		// Shortest execution: 27_119_000 picoseconds.
		Weight::from_parts(34_866_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn agenda_base() -> Weight {
		// Proof size in bytes:
		//  measured:  `37`
		//  estimated: `1493`
		// Shortest execution: 2_990_000 picoseconds.
		Weight::from_parts(3_621_000, 1493)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Sla::AgendaLastPage` (r:1 w:0)
	/// Proof: `Sla::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Sla::AgendaPages` (r:1 w:1)
	/// Proof: `Sla::AgendaPages` (`max_values`: None, `max_size`: Some(2590), added: 5065, mode: `MaxEncodedLen`)
	fn agenda_bucket() -> Weight {
		// Proof size in bytes:
		//  measured:  `2581`
		//  estimated: `6055`
		// Shortest execution: 8_496_000 picoseconds.
		Weight::from_parts(10_421_000, 6055)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Sla::AgendaLastPage` (r:1 w:1)
	/// Proof: `Sla::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Sla::AgendaPages` (r:2 w:1)
	/// Proof: `Sla::AgendaPages` (`max_values`: None, `max_size`: Some(2590), added: 5065, mode: `MaxEncodedLen`)
	fn check_rearms() -> Weight {
		// Proof size in bytes:
		//  measured:  `2746`
		//  estimated: `11120`
		// Shortest execution: 19_601_000 picoseconds.
		Weight::from_parts(23_476_000, 11120)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn check_declares() -> Weight {
		// Proof size in bytes:
		//  measured:  `159`
		//  estimated: `525777`
		// Shortest execution: 28_748_000 picoseconds.
		Weight::from_parts(33_356_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn set_tier() -> Weight {
		Weight::from_parts(21_315_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn remove_tier() -> Weight {
		Weight::from_parts(27_968_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(108_962_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn announce_maintenance() -> Weight {
		Weight::from_parts(35_015_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn cancel_maintenance() -> Weight {
		Weight::from_parts(34_866_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn agenda_base() -> Weight {
		Weight::from_parts(3_621_000, 1493)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
	}
	fn agenda_bucket() -> Weight {
		Weight::from_parts(10_421_000, 6055)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn check_rearms() -> Weight {
		Weight::from_parts(23_476_000, 11120)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn check_declares() -> Weight {
		Weight::from_parts(33_356_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
}
