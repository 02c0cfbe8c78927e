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
	/// The weight of `set_attribute`.
	fn set_attribute() -> Weight;
	/// The weight of `remove_attribute`.
	fn remove_attribute() -> Weight;
	/// The weight of `attest_attribute`.
	fn attest_attribute() -> Weight;
	/// The weight of `withdraw_attestation`.
	fn withdraw_attestation() -> Weight;
	/// The weight of `appoint_auditor`.
	fn appoint_auditor() -> Weight;
	/// The weight of `dismiss_auditor`.
	fn dismiss_auditor() -> Weight;
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:2 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:0 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Proof size in bytes:
		//  measured:  `721`
		//  estimated: `525777`
		// Shortest execution: 114_562_000 picoseconds.
		Weight::from_parts(120_020_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn update() -> Weight {
		// Proof size in bytes:
		//  measured:  `976`
		//  estimated: `525777`
		// Shortest execution: 23_996_000 picoseconds.
		Weight::from_parts(25_679_000, 525777)
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
		//  measured:  `1030`
		//  estimated: `525777`
		// Shortest execution: 29_564_000 picoseconds.
		Weight::from_parts(31_988_000, 525777)
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
		//  measured:  `1097`
		//  estimated: `525777`
		// Shortest execution: 27_852_000 picoseconds.
		Weight::from_parts(30_486_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:9 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn lock_collateral() -> Weight {
		// Proof size in bytes:
		//  measured:  `1280`
		//  estimated: `525777`
		// Shortest execution: 70_495_000 picoseconds.
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
		//  measured:  `1206`
		//  estimated: `525777`
		// Shortest execution: 27_712_000 picoseconds.
		Weight::from_parts(30_165_000, 525777)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn withdraw_unbonded() -> Weight {
		// Proof size in bytes:
		//  measured:  `1454`
		//  estimated: `525777`
		// Shortest execution: 62_193_000 picoseconds.
		Weight::from_parts(65_788_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::AgendaLastPage` (r:1 w:0)
	/// Proof: `Sla::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Sla::AgendaPages` (r:1 w:1)
	/// Proof: `Sla::AgendaPages` (`max_values`: None, `max_size`: Some(2590), added: 5065, mode: `MaxEncodedLen`)
	fn heartbeat() -> Weight {
		// Proof size in bytes:
		//  measured:  `554`
		//  estimated: `6055`
		// Shortest execution: 20_210_000 picoseconds.
		Weight::from_parts(21_803_000, 6055)
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
		//  measured:  `628`
		//  estimated: `525777`
		// Shortest execution: 20_751_000 picoseconds.
		Weight::from_parts(22_564_000, 525777)
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
		//  measured:  `813`
		//  estimated: `525777`
		// Shortest execution: 25_448_000 picoseconds.
		Weight::from_parts(27_661_000, 525777)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Attributes` (r:1 w:1)
	/// Proof: `Providers::Attributes` (`max_values`: None, `max_size`: Some(4721), added: 7196, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:0 w:1)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:0 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Providers::EncryptionKeys` (r:0 w:5)
	/// Proof: `Providers::EncryptionKeys` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:0 w:1)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	fn retire() -> Weight {
		// Proof size in bytes:
		//  measured:  `7213`
		//  estimated: `525777`
		// Shortest execution: 155_984_000 picoseconds.
		Weight::from_parts(163_255_000, 525777)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:1)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn suspend() -> Weight {
		// Proof size in bytes:
		//  measured:  `628`
		//  estimated: `525777`
		// Shortest execution: 20_551_000 picoseconds.
		Weight::from_parts(22_163_000, 525777)
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
		//  measured:  `813`
		//  estimated: `525777`
		// Shortest execution: 25_388_000 picoseconds.
		Weight::from_parts(27_732_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Attributes` (r:1 w:1)
	/// Proof: `Providers::Attributes` (`max_values`: None, `max_size`: Some(4721), added: 7196, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_attribute() -> Weight {
		// Proof size in bytes:
		//  measured:  `5742`
		//  estimated: `525777`
		// Shortest execution: 71_267_000 picoseconds.
		Weight::from_parts(75_554_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Attributes` (r:1 w:1)
	/// Proof: `Providers::Attributes` (`max_values`: None, `max_size`: Some(4721), added: 7196, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn remove_attribute() -> Weight {
		// Proof size in bytes:
		//  measured:  `6066`
		//  estimated: `525777`
		// Shortest execution: 65_528_000 picoseconds.
		Weight::from_parts(68_894_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Providers::Auditors` (r:5 w:0)
	/// Proof: `Providers::Auditors` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Attributes` (r:1 w:1)
	/// Proof: `Providers::Attributes` (`max_values`: None, `max_size`: Some(4721), added: 7196, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn attest_attribute() -> Weight {
		// Proof size in bytes:
		//  measured:  `6047`
		//  estimated: `525777`
		// Shortest execution: 47_792_000 picoseconds.
		Weight::from_parts(51_037_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Attributes` (r:1 w:1)
	/// Proof: `Providers::Attributes` (`max_values`: None, `max_size`: Some(4721), added: 7196, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn withdraw_attestation() -> Weight {
		// Proof size in bytes:
		//  measured:  `5570`
		//  estimated: `525777`
		// Shortest execution: 32_048_000 picoseconds.
		Weight::from_parts(34_753_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Providers::Auditors` (r:1 w:1)
	/// Proof: `Providers::Auditors` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Providers::NextAppointment` (r:1 w:1)
	/// Proof: `Providers::NextAppointment` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn appoint_auditor() -> Weight {
		// Proof size in bytes:
		//  measured:  `329`
		//  estimated: `525777`
		// Shortest execution: 17_115_000 picoseconds.
		Weight::from_parts(18_317_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Providers::Auditors` (r:1 w:1)
	/// Proof: `Providers::Auditors` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn dismiss_auditor() -> Weight {
		// Proof size in bytes:
		//  measured:  `421`
		//  estimated: `525777`
		// Shortest execution: 18_868_000 picoseconds.
		Weight::from_parts(20_080_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(120_020_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn update() -> Weight {
		Weight::from_parts(25_679_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn set_agent() -> Weight {
		Weight::from_parts(31_988_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn set_encryption_key() -> Weight {
		Weight::from_parts(30_486_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn lock_collateral() -> Weight {
		Weight::from_parts(75_884_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn unlock_collateral() -> Weight {
		Weight::from_parts(30_165_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(65_788_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn heartbeat() -> Weight {
		Weight::from_parts(21_803_000, 6055)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn drain() -> Weight {
		Weight::from_parts(22_564_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(27_661_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn retire() -> Weight {
		Weight::from_parts(163_255_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().writes(20_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(22_163_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(27_732_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn set_attribute() -> Weight {
		Weight::from_parts(75_554_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn remove_attribute() -> Weight {
		Weight::from_parts(68_894_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn attest_attribute() -> Weight {
		Weight::from_parts(51_037_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn withdraw_attestation() -> Weight {
		Weight::from_parts(34_753_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn appoint_auditor() -> Weight {
		Weight::from_parts(18_317_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn dismiss_auditor() -> Weight {
		Weight::from_parts(20_080_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
}
