//! Weights for `pallet_tradewind_marketplace`, in the shape the benchmark command writes.
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

/// Weight functions needed for `pallet_tradewind_marketplace`.
pub trait WeightInfo {
	fn register_class() -> Weight;
	fn create_offer() -> Weight;
	fn set_prices() -> Weight;
	fn set_capacity() -> Weight;
	fn withdraw_offer() -> Weight;
	fn set_index() -> Weight;
	fn set_terms() -> Weight;
	fn set_access() -> Weight;
	fn pause_offer() -> Weight;
	fn resume_offer() -> Weight;
	fn place() -> Weight;
	fn start_lease() -> Weight;
	fn close_lease() -> Weight;
	fn depart(o: u32, ) -> Weight;
}

/// Weights for `pallet_tradewind_marketplace` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Marketplace::NextClassId` (r:1 w:1)
	/// Proof: `Marketplace::NextClassId` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Classes` (r:0 w:1)
	/// Proof: `Marketplace::Classes` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:0 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn register_class() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2525`
		//  Estimated: `3515`
		// Minimum execution time: 12_000_000 picoseconds.
		Weight::from_parts(12_000_000, 3515)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextOfferId` (r:1 w:1)
	/// Proof: `Marketplace::NextOfferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:0 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn create_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 105_000_000 picoseconds.
		Weight::from_parts(105_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_prices() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 70_000_000 picoseconds.
		Weight::from_parts(70_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_capacity() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 75_000_000 picoseconds.
		Weight::from_parts(75_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn withdraw_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 115_000_000 picoseconds.
		Weight::from_parts(115_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:0)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_index() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 70_000_000 picoseconds.
		Weight::from_parts(70_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_terms() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 70_000_000 picoseconds.
		Weight::from_parts(70_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:1 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_access() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 100_000_000 picoseconds.
		Weight::from_parts(100_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn pause_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 75_000_000 picoseconds.
		Weight::from_parts(75_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn resume_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 75_000_000 picoseconds.
		Weight::from_parts(75_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:16 w:0)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:0 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Providers::Providers` (r:16 w:0)
	/// Storage: `Providers::Reputations` (r:16 w:0)
	/// Storage: `Sla::Uptimes` (r:16 w:0)
	/// Storage: `Providers::Collaterals` (r:16 w:1)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn place() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `56256`
		//  Estimated: `57246`
		// Minimum execution time: 390_000_000 picoseconds.
		Weight::from_parts(390_000_000, 57246)
			.saturating_add(T::DbWeight::get().reads(91_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn start_lease() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2649`
		//  Estimated: `3639`
		// Minimum execution time: 40_000_000 picoseconds.
		Weight::from_parts(40_000_000, 3639)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Storage: `Providers::Collaterals` (r:1 w:1)
	/// Storage: `Providers::Reputations` (r:1 w:1)
	/// Storage: `System::Account` (r:10 w:10)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn close_lease() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 240_000_000 picoseconds.
		Weight::from_parts(240_000_000, 35605)
			.saturating_add(T::DbWeight::get().reads(33_u64))
			.saturating_add(T::DbWeight::get().writes(23_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:16 w:16)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:16 w:16)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:16 w:16)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:16 w:16)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:16)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// The range of component `o` is `[1, 16]`.
	fn depart(o: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2652`
		//  Estimated: `3642`
		// Minimum execution time: 30_000_000 picoseconds.
		Weight::from_parts(30_000_000, 3642)
			.saturating_add(Weight::from_parts(58_000_000, 47464).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(o.into())))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Marketplace::NextClassId` (r:1 w:1)
	/// Proof: `Marketplace::NextClassId` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Classes` (r:0 w:1)
	/// Proof: `Marketplace::Classes` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:0 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn register_class() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2525`
		//  Estimated: `3515`
		// Minimum execution time: 12_000_000 picoseconds.
		Weight::from_parts(12_000_000, 3515)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextOfferId` (r:1 w:1)
	/// Proof: `Marketplace::NextOfferId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:0 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:1 w:0)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn create_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 105_000_000 picoseconds.
		Weight::from_parts(105_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_prices() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 70_000_000 picoseconds.
		Weight::from_parts(70_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_capacity() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 75_000_000 picoseconds.
		Weight::from_parts(75_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn withdraw_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 115_000_000 picoseconds.
		Weight::from_parts(115_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:0)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_index() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 70_000_000 picoseconds.
		Weight::from_parts(70_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_terms() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 70_000_000 picoseconds.
		Weight::from_parts(70_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:1 w:1)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn set_access() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 100_000_000 picoseconds.
		Weight::from_parts(100_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn pause_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 75_000_000 picoseconds.
		Weight::from_parts(75_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn resume_offer() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 75_000_000 picoseconds.
		Weight::from_parts(75_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:16 w:0)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:0 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Providers::Providers` (r:16 w:0)
	/// Storage: `Providers::Reputations` (r:16 w:0)
	/// Storage: `Sla::Uptimes` (r:16 w:0)
	/// Storage: `Providers::Collaterals` (r:16 w:1)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn place() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `56256`
		//  Estimated: `57246`
		// Minimum execution time: 390_000_000 picoseconds.
		Weight::from_parts(390_000_000, 57246)
			.saturating_add(RocksDbWeight::get().reads(91_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn start_lease() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2649`
		//  Estimated: `3639`
		// Minimum execution time: 40_000_000 picoseconds.
		Weight::from_parts(40_000_000, 3639)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Storage: `Providers::Collaterals` (r:1 w:1)
	/// Storage: `Providers::Reputations` (r:1 w:1)
	/// Storage: `System::Account` (r:10 w:10)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	fn close_lease() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `34615`
		//  Estimated: `35605`
		// Minimum execution time: 240_000_000 picoseconds.
		Weight::from_parts(240_000_000, 35605)
			.saturating_add(RocksDbWeight::get().reads(33_u64))
			.saturating_add(RocksDbWeight::get().writes(23_u64))
	}
	/// Storage: `Marketplace::OffersOf` (r:1 w:1)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(177), added: 2652, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:16 w:16)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(605), added: 3080, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:16 w:16)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:16 w:16)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:16 w:16)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::AllowLists` (r:0 w:16)
	/// Proof: `Marketplace::AllowLists` (`max_values`: None, `max_size`: Some(1041), added: 3516, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// The range of component `o` is `[1, 16]`.
	fn depart(o: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2652`
		//  Estimated: `3642`
		// Minimum execution time: 30_000_000 picoseconds.
		Weight::from_parts(30_000_000, 3642)
			.saturating_add(Weight::from_parts(58_000_000, 47464).saturating_mul(o.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((4_u64).saturating_mul(o.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((5_u64).saturating_mul(o.into())))
	}
}
