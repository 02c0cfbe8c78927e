//! Weights of `pallet_tradewind_marketplace`, measured by scripts/weights.sh and never edited by hand.
//!
//! Substrate benchmark command 64.0.0, 2026-11-30, on Intel(R) Xeon(R) Processor. Steps: 20,
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
	/// The weight of `set_index`.
	fn set_index() -> Weight;
	/// The weight of `set_terms`.
	fn set_terms() -> Weight;
	/// The weight of `set_access`.
	fn set_access() -> Weight;
	/// The weight of `pause_offer`.
	fn pause_offer() -> Weight;
	/// The weight of `resume_offer`.
	fn resume_offer() -> Weight;
	/// The weight of `place`.
	fn place(r: u32, a: u32, h: u32, ) -> Weight;
	/// The weight of `reclaim`.
	fn reclaim(v: u32, ) -> Weight;
	/// The weight of `open_leases`.
	fn open_leases(n: u32, ) -> Weight;
	/// The weight of `start_lease`.
	fn start_lease() -> Weight;
	/// The weight of `close_lease`.
	fn close_lease() -> Weight;
	/// The weight of `resize_lease`.
	fn resize_lease() -> Weight;
	/// The weight of `extend_lease`.
	fn extend_lease() -> Weight;
	/// The weight of `set_lease_rate`.
	fn set_lease_rate() -> Weight;
	/// The weight of `offer_lease`.
	fn offer_lease() -> Weight;
	/// The weight of `accept_lease`.
	fn accept_lease() -> Weight;
	/// The weight of `open_auction`.
	fn open_auction() -> Weight;
	/// The weight of `bid`.
	fn bid() -> Weight;
	/// The weight of `cancel_auction`.
	fn cancel_auction() -> Weight;
	/// The weight of `agenda_bucket`.
	fn agenda_bucket() -> Weight;
	/// The weight of `due_look`.
	fn due_look() -> Weight;
	/// The weight of `due_auction`.
	fn due_auction(b: u32, ) -> Weight;
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
	/// Storage: `Marketplace::Markets` (r:0 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	fn register_class() -> Weight {
		// Proof size in bytes:
		//  measured:  `10`
		//  estimated: `525777`
		// Shortest execution: 19_983_000 picoseconds.
		Weight::from_parts(22_033_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextOfferId` (r:1 w:1)
	/// Proof: `Marketplace::NextOfferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:33 w:33)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:2)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:0 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(716), added: 3191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	fn create_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `47344`
		//  estimated: `525777`
		// Shortest execution: 445_058_000 picoseconds.
		Weight::from_parts(479_017_000, 525777)
			.saturating_add(T::DbWeight::get().reads(43_u64))
			.saturating_add(T::DbWeight::get().writes(43_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_prices() -> Weight {
		// Proof size in bytes:
		//  measured:  `36080`
		//  estimated: `525777`
		// Shortest execution: 152_093_000 picoseconds.
		Weight::from_parts(171_726_000, 525777)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_capacity() -> Weight {
		// Proof size in bytes:
		//  measured:  `36080`
		//  estimated: `525777`
		// Shortest execution: 145_106_000 picoseconds.
		Weight::from_parts(160_366_000, 525777)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(716), added: 3191, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	fn withdraw_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `36785`
		//  estimated: `525777`
		// Shortest execution: 190_342_000 picoseconds.
		Weight::from_parts(218_721_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_index() -> Weight {
		// Proof size in bytes:
		//  measured:  `25191`
		//  estimated: `525777`
		// Shortest execution: 69_639_000 picoseconds.
		Weight::from_parts(75_450_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// Proof size in bytes:
		//  measured:  `36080`
		//  estimated: `525777`
		// Shortest execution: 144_010_000 picoseconds.
		Weight::from_parts(160_119_000, 525777)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:1 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(716), added: 3191, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_access() -> Weight {
		// Proof size in bytes:
		//  measured:  `38148`
		//  estimated: `525777`
		// Shortest execution: 194_102_000 picoseconds.
		Weight::from_parts(214_155_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn pause_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `36080`
		//  estimated: `525777`
		// Shortest execution: 144_438_000 picoseconds.
		Weight::from_parts(164_465_000, 525777)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn resume_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `31407`
		//  estimated: `525777`
		// Shortest execution: 134_680_000 picoseconds.
		Weight::from_parts(152_368_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:16 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:16 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:16 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 16]`.
	/// The range of component `a` is `[1, 16]`.
	/// The range of component `h` is `[0, 1]`.
	fn place(r: u32, a: u32, h: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `21306 + a * (166 ±0) + h * (4706 ±0) + r * (18118 ±0)`
		//  estimated: `525777 + a * (7003 ±0) + h * (4091 ±0) + r * (36077 ±1_982)`
		// Shortest execution: 298_191_000 picoseconds.
		Weight::from_parts(317_952_000, 525777)
			// Standard error: 1_198_599
			.saturating_add(Weight::from_parts(57_060_908, 0).saturating_mul(r.into()))
			// Standard error: 1_198_599
			.saturating_add(Weight::from_parts(29_547_283, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(a.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(h.into())))
			.saturating_add(Weight::from_parts(0, 7003).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(0, 4091).saturating_mul(h.into()))
			.saturating_add(Weight::from_parts(0, 36077).saturating_mul(r.into()))
	}
	/// Storage: `Marketplace::SpotLeases` (r:1 w:1)
	/// Proof: `Marketplace::SpotLeases` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:16 w:16)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:0)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:17 w:17)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn reclaim(v: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `694 + v * (667 ±0)`
		//  estimated: `525777 + v * (3170 ±0)`
		// Shortest execution: 71_936_000 picoseconds.
		Weight::from_parts(64_871_460, 525777)
			// Standard error: 62_636
			.saturating_add(Weight::from_parts(28_493_644, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 3170).saturating_mul(v.into()))
	}
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:16)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn open_leases(n: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `39502`
		//  estimated: `525777`
		// Shortest execution: 257_920_000 picoseconds.
		Weight::from_parts(189_231_322, 525777)
			// Standard error: 108_099
			.saturating_add(Weight::from_parts(114_031_523, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:0)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:1 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:1 w:1)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	fn start_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `1192`
		//  estimated: `525777`
		// Shortest execution: 85_236_000 picoseconds.
		Weight::from_parts(104_192_000, 525777)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:1 w:1)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::SpotLeases` (r:1 w:1)
	/// Proof: `Marketplace::SpotLeases` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	fn close_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `45902`
		//  estimated: `525777`
		// Shortest execution: 480_767_000 picoseconds.
		Weight::from_parts(530_614_000, 525777)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(22_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:1 w:0)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::SpotLeases` (r:1 w:1)
	/// Proof: `Marketplace::SpotLeases` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:1 w:1)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	fn resize_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `45345`
		//  estimated: `525777`
		// Shortest execution: 394_240_000 picoseconds.
		Weight::from_parts(434_210_000, 525777)
			.saturating_add(T::DbWeight::get().reads(33_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:0)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:0)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:1 w:0)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:2 w:2)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	fn extend_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `40593`
		//  estimated: `525777`
		// Shortest execution: 313_792_000 picoseconds.
		Weight::from_parts(344_007_000, 525777)
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	fn set_lease_rate() -> Weight {
		// Proof size in bytes:
		//  measured:  `1711`
		//  estimated: `525777`
		// Shortest execution: 205_948_000 picoseconds.
		Weight::from_parts(222_337_000, 525777)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:0)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn offer_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `909`
		//  estimated: `525777`
		// Shortest execution: 43_316_000 picoseconds.
		Weight::from_parts(49_810_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:2)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:2 w:2)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:1 w:0)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:1 w:1)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:10 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::SpotLeases` (r:1 w:1)
	/// Proof: `Marketplace::SpotLeases` (`max_values`: None, `max_size`: Some(465), added: 2940, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:0)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:1 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	fn accept_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `2196`
		//  estimated: `525777`
		// Shortest execution: 354_975_000 picoseconds.
		Weight::from_parts(396_109_000, 525777)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	/// Storage: `Marketplace::Classes` (r:1 w:0)
	/// Proof: `Marketplace::Classes` (`max_values`: None, `max_size`: Some(43), added: 2518, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:0)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextAuctionId` (r:1 w:1)
	/// Proof: `Marketplace::NextAuctionId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:1 w:1)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Auctions` (r:0 w:1)
	/// Proof: `Marketplace::Auctions` (`max_values`: None, `max_size`: Some(3007), added: 5482, mode: `MaxEncodedLen`)
	fn open_auction() -> Weight {
		// Proof size in bytes:
		//  measured:  `495`
		//  estimated: `525777`
		// Shortest execution: 96_790_000 picoseconds.
		Weight::from_parts(114_368_000, 525777)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Marketplace::Auctions` (r:1 w:1)
	/// Proof: `Marketplace::Auctions` (`max_values`: None, `max_size`: Some(3007), added: 5482, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:0)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:0)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:0)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:9 w:0)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:2 w:2)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn bid() -> Weight {
		// Proof size in bytes:
		//  measured:  `44042`
		//  estimated: `525777`
		// Shortest execution: 314_579_000 picoseconds.
		Weight::from_parts(342_919_000, 525777)
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Marketplace::Auctions` (r:1 w:1)
	/// Proof: `Marketplace::Auctions` (`max_values`: None, `max_size`: Some(3007), added: 5482, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:1 w:1)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn cancel_auction() -> Weight {
		// Proof size in bytes:
		//  measured:  `1682`
		//  estimated: `525777`
		// Shortest execution: 72_075_000 picoseconds.
		Weight::from_parts(83_383_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:1 w:0)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	fn agenda_bucket() -> Weight {
		// Proof size in bytes:
		//  measured:  `37`
		//  estimated: `4071`
		// Shortest execution: 7_149_000 picoseconds.
		Weight::from_parts(8_052_000, 4071)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:0)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaPages` (r:2 w:2)
	/// Proof: `Marketplace::AgendaPages` (`max_values`: None, `max_size`: Some(606), added: 3081, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AgendaLastPage` (r:1 w:0)
	/// Proof: `Marketplace::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	fn due_look() -> Weight {
		// Proof size in bytes:
		//  measured:  `767`
		//  estimated: `7152`
		// Shortest execution: 36_302_000 picoseconds.
		Weight::from_parts(41_120_000, 7152)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Auctions` (r:1 w:1)
	/// Proof: `Marketplace::Auctions` (`max_values`: None, `max_size`: Some(3007), added: 5482, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:8 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:8 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:8 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:8 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:9 w:9)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[1, 8]`.
	fn due_auction(b: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `27549 + b * (18667 ±0)`
		//  estimated: `525777 + b * (44019 ±0)`
		// Shortest execution: 376_108_000 picoseconds.
		Weight::from_parts(274_161_949, 525777)
			// Standard error: 301_801
			.saturating_add(Weight::from_parts(144_939_412, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 44019).saturating_mul(b.into()))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:16 w:16)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:16 w:16)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:16 w:16)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:16 w:16)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(716), added: 3191, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:16)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 16]`.
	fn depart(o: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `5769 + o * (38984 ±0)`
		//  estimated: `525777 + o * (44019 ±0)`
		// Shortest execution: 289_111_000 picoseconds.
		Weight::from_parts(61_532_471, 525777)
			// Standard error: 366_150
			.saturating_add(Weight::from_parts(263_316_941, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 44019).saturating_mul(o.into()))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn register_class() -> Weight {
		Weight::from_parts(22_033_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn create_offer() -> Weight {
		Weight::from_parts(479_017_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(43_u64))
			.saturating_add(RocksDbWeight::get().writes(43_u64))
	}
	fn set_prices() -> Weight {
		Weight::from_parts(171_726_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn set_capacity() -> Weight {
		Weight::from_parts(160_366_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(218_721_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	fn set_index() -> Weight {
		Weight::from_parts(75_450_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(160_119_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn set_access() -> Weight {
		Weight::from_parts(214_155_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn pause_offer() -> Weight {
		Weight::from_parts(164_465_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn resume_offer() -> Weight {
		Weight::from_parts(152_368_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn place(r: u32, a: u32, h: u32, ) -> Weight {
		Weight::from_parts(317_952_000, 525777)
			.saturating_add(Weight::from_parts(57_060_908, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(29_547_283, 0).saturating_mul(a.into()))
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(a.into())))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(h.into())))
			.saturating_add(Weight::from_parts(0, 7003).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(0, 4091).saturating_mul(h.into()))
			.saturating_add(Weight::from_parts(0, 36077).saturating_mul(r.into()))
	}
	fn reclaim(v: u32, ) -> Weight {
		Weight::from_parts(64_871_460, 525777)
			.saturating_add(Weight::from_parts(28_493_644, 0).saturating_mul(v.into()))
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(v.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 3170).saturating_mul(v.into()))
	}
	fn open_leases(n: u32, ) -> Weight {
		Weight::from_parts(189_231_322, 525777)
			.saturating_add(Weight::from_parts(114_031_523, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn start_lease() -> Weight {
		Weight::from_parts(104_192_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn close_lease() -> Weight {
		Weight::from_parts(530_614_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(35_u64))
			.saturating_add(RocksDbWeight::get().writes(22_u64))
	}
	fn resize_lease() -> Weight {
		Weight::from_parts(434_210_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(33_u64))
			.saturating_add(RocksDbWeight::get().writes(18_u64))
	}
	fn extend_lease() -> Weight {
		Weight::from_parts(344_007_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(31_u64))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
	}
	fn set_lease_rate() -> Weight {
		Weight::from_parts(222_337_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(24_u64))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
	}
	fn offer_lease() -> Weight {
		Weight::from_parts(49_810_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn accept_lease() -> Weight {
		Weight::from_parts(396_109_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(34_u64))
			.saturating_add(RocksDbWeight::get().writes(20_u64))
	}
	fn open_auction() -> Weight {
		Weight::from_parts(114_368_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn bid() -> Weight {
		Weight::from_parts(342_919_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(25_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn cancel_auction() -> Weight {
		Weight::from_parts(83_383_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn agenda_bucket() -> Weight {
		Weight::from_parts(8_052_000, 4071)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
	}
	fn due_look() -> Weight {
		Weight::from_parts(41_120_000, 7152)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn due_auction(b: u32, ) -> Weight {
		Weight::from_parts(274_161_949, 525777)
			.saturating_add(Weight::from_parts(144_939_412, 0).saturating_mul(b.into()))
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().reads((6_u64).saturating_mul(b.into())))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 44019).saturating_mul(b.into()))
	}
	fn depart(o: u32, ) -> Weight {
		Weight::from_parts(61_532_471, 525777)
			.saturating_add(Weight::from_parts(263_316_941, 0).saturating_mul(o.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((4_u64).saturating_mul(o.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((5_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 44019).saturating_mul(o.into()))
	}
}
