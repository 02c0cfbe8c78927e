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
	/// Storage: `Marketplace::Indices` (r:0 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Classes` (r:0 w:1)
	/// Proof: `Marketplace::Classes` (`max_values`: None, `max_size`: Some(43), added: 2518, mode: `MaxEncodedLen`)
	fn register_class() -> Weight {
		// Proof size in bytes:
		//  measured:  `189`
		//  estimated: `525777`
		// Shortest execution: 16_765_000 picoseconds.
		Weight::from_parts(17_997_000, 525777)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextOfferId` (r:1 w:1)
	/// Proof: `Marketplace::NextOfferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:0 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	fn create_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `38541`
		//  estimated: `525777`
		// Shortest execution: 146_069_000 picoseconds.
		Weight::from_parts(169_424_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_prices() -> Weight {
		// Proof size in bytes:
		//  measured:  `33282`
		//  estimated: `525777`
		// Shortest execution: 71_788_000 picoseconds.
		Weight::from_parts(80_691_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_capacity() -> Weight {
		// Proof size in bytes:
		//  measured:  `38184`
		//  estimated: `525777`
		// Shortest execution: 86_530_000 picoseconds.
		Weight::from_parts(93_240_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	fn withdraw_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `39431`
		//  estimated: `525777`
		// Shortest execution: 132_298_000 picoseconds.
		Weight::from_parts(141_703_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:0)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_index() -> Weight {
		// Proof size in bytes:
		//  measured:  `36849`
		//  estimated: `525777`
		// Shortest execution: 68_442_000 picoseconds.
		Weight::from_parts(72_850_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// Proof size in bytes:
		//  measured:  `33282`
		//  estimated: `525777`
		// Shortest execution: 73_139_000 picoseconds.
		Weight::from_parts(78_878_000, 525777)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:1 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn set_access() -> Weight {
		// Proof size in bytes:
		//  measured:  `39958`
		//  estimated: `525777`
		// Shortest execution: 124_397_000 picoseconds.
		Weight::from_parts(134_692_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn pause_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `38184`
		//  estimated: `525777`
		// Shortest execution: 84_727_000 picoseconds.
		Weight::from_parts(92_729_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn resume_offer() -> Weight {
		// Proof size in bytes:
		//  measured:  `33511`
		//  estimated: `525777`
		// Shortest execution: 75_694_000 picoseconds.
		Weight::from_parts(84_176_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:16 w:0)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:16 w:0)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:16 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:16 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:16 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:0 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	fn place() -> Weight {
		// Proof size in bytes:
		//  measured:  `50317`
		//  estimated: `525777`
		// Shortest execution: 524_949_000 picoseconds.
		Weight::from_parts(549_956_000, 525777)
			.saturating_add(T::DbWeight::get().reads(92_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:0)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:1 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	fn start_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `1461`
		//  estimated: `525777`
		// Shortest execution: 61_242_000 picoseconds.
		Weight::from_parts(68_794_000, 525777)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:1 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:1 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn close_lease() -> Weight {
		// Proof size in bytes:
		//  measured:  `41705`
		//  estimated: `525777`
		// Shortest execution: 365_019_000 picoseconds.
		Weight::from_parts(402_935_000, 525777)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(25_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:16 w:16)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:16 w:16)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:16 w:16)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:16 w:16)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:16)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 16]`.
	fn depart(o: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `6287 + o * (32568 ±0)`
		//  estimated: `525777 + o * (34615 ±0)`
		// Shortest execution: 122_104_000 picoseconds.
		Weight::from_parts(39_594_393, 525777)
			// Standard error: 479_538
			.saturating_add(Weight::from_parts(95_970_728, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 34615).saturating_mul(o.into()))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn register_class() -> Weight {
		Weight::from_parts(17_997_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn create_offer() -> Weight {
		Weight::from_parts(169_424_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	fn set_prices() -> Weight {
		Weight::from_parts(80_691_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn set_capacity() -> Weight {
		Weight::from_parts(93_240_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(141_703_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	fn set_index() -> Weight {
		Weight::from_parts(72_850_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(78_878_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn set_access() -> Weight {
		Weight::from_parts(134_692_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn pause_offer() -> Weight {
		Weight::from_parts(92_729_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn resume_offer() -> Weight {
		Weight::from_parts(84_176_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn place() -> Weight {
		Weight::from_parts(549_956_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(92_u64))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
	}
	fn start_lease() -> Weight {
		Weight::from_parts(68_794_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn close_lease() -> Weight {
		Weight::from_parts(402_935_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(34_u64))
			.saturating_add(RocksDbWeight::get().writes(25_u64))
	}
	fn depart(o: u32, ) -> Weight {
		Weight::from_parts(39_594_393, 525777)
			.saturating_add(Weight::from_parts(95_970_728, 0).saturating_mul(o.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((4_u64).saturating_mul(o.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((5_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 34615).saturating_mul(o.into()))
	}
}
