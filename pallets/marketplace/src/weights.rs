//! Weights of `pallet_tradewind_marketplace`, measured by scripts/weights.sh and never edited by hand.
//!
//! Substrate benchmark command 64.0.0, 2026-11-20, on AMD EPYC. Steps: 20,
//! repeats: 10, execution: Compiled, chain: Some("dev").

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// What the calls and hooks of `pallet_tradewind_marketplace` weigh.
pub trait WeightInfo {
	/// The weight of `register_class`.
	fn register_class() -> Weight;
	/// The weight of `create_offer`.
	fn create_offer() -> Weight;
	/// The weight of `set_prices`.
	fn set_prices() -> Weight;
	/// The weight of `set_capacity`.
	fn set_capacity() -> Weight;
	/// The weight of `withdraw_offer`.
	fn withdraw_offer() -> Weight;
	/// The weight of `place`.
	fn place() -> Weight;
	/// The weight of `start_lease`.
	fn start_lease() -> Weight;
	/// The weight of `close_lease`.
	fn close_lease() -> Weight;
	/// The weight of `depart`.
	fn depart(o: u32, ) -> Weight;
}

/// The weights with the runtime's own weights of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Marketplace::NextClassId` (r:1 w:1)
	/// Proof: `Marketplace::NextClassId` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Classes` (r:0 w:1)
	/// Proof: `Marketplace::Classes` (`max_values`: None, `max_size`: Some(43), added: 2518, mode: `MaxEncodedLen`)
	fn register_class() -> Weight {
		// Proof size in bytes:
		//  measured:  `183`
		//  estimated: `525777`
		// Shortest execution: 16_625_000 picoseconds.
		Weight::from_parts(17_947_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Classes` (r:1 w:0)
	/// Proof: `Marketplace::Classes` (`max_values`: None, `max_size`: Some(43), added: 2518, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextOfferId` (r:1 w:1)
	/// Proof: `Marketplace::NextOfferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(18700), added: 21175, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:0 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(466), added: 2941, mode: `MaxEncodedLen`)
	fn create_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `20283`
		//  estimated: `525777`
		// Shortest execution: 109_354_000 picoseconds.
		Weight::from_parts(126_059_000, 525777)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(466), added: 2941, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(18700), added: 21175, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_prices() -> Weight {
		// Proof size in bytes:
		//  measured:  `19654`
		//  estimated: `525777`
		// Shortest execution: 44_487_000 picoseconds.
		Weight::from_parts(49_425_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(466), added: 2941, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(18700), added: 21175, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_capacity() -> Weight {
		// Proof size in bytes:
		//  measured:  `19654`
		//  estimated: `525777`
		// Shortest execution: 44_337_000 picoseconds.
		Weight::from_parts(49_334_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(466), added: 2941, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(18700), added: 21175, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn withdraw_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `20901`
		//  estimated: `525777`
		// Shortest execution: 87_562_000 picoseconds.
		Weight::from_parts(97_016_000, 525777)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(18700), added: 21175, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:16 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:16 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:16 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(466), added: 2941, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:0 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	fn place() -> Weight {
		// Proof size in bytes:
		//  measured:  `28496`
		//  estimated: `525777`
		// Shortest execution: 368_694_000 picoseconds.
		Weight::from_parts(408_694_000, 525777)
			.saturating_add(T::DbWeight::get().reads(58_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:0)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:1 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	fn start_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `1351`
		//  estimated: `525777`
		// Shortest execution: 59_780_000 picoseconds.
		Weight::from_parts(69_084_000, 525777)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(89), added: 2564, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:1 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(466), added: 2941, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(18700), added: 21175, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn close_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `22929`
		//  estimated: `525777`
		// Shortest execution: 324_267_000 picoseconds.
		Weight::from_parts(356_836_000, 525777)
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(22_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:16 w:16)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(466), added: 2941, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:16 w:16)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(18700), added: 21175, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 16]`.
	fn depart(o: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `1410 + o * (18951 ±0)`
		//  estimated: `525777 + o * (21175 ±0)`
		// Shortest execution: 79_239_000 picoseconds.
		Weight::from_parts(49_850_553, 525777)
			// Standard error: 403_901
			.saturating_add(Weight::from_parts(57_441_067, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 21175).saturating_mul(o.into()))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn register_class() -> Weight {
		Weight::from_parts(17_947_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn create_offer() -> Weight {
		Weight::from_parts(126_059_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn set_prices() -> Weight {
		Weight::from_parts(49_425_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn set_capacity() -> Weight {
		Weight::from_parts(49_334_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(97_016_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn place() -> Weight {
		Weight::from_parts(408_694_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(58_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn start_lease() -> Weight {
		Weight::from_parts(69_084_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn close_lease() -> Weight {
		Weight::from_parts(356_836_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(31_u64))
			.saturating_add(RocksDbWeight::get().writes(22_u64))
	}
	fn depart(o: u32, ) -> Weight {
		Weight::from_parts(49_850_553, 525777)
			.saturating_add(Weight::from_parts(57_441_067, 0).saturating_mul(o.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 21175).saturating_mul(o.into()))
	}
}
