//! Weights of `pallet_tradewind_tasks`, measured by scripts/weights.sh and never edited by hand.
//!
//! Substrate benchmark command 64.0.0, 2026-11-20, on AMD EPYC. Steps: 20,
//! repeats: 10, execution: Compiled, chain: Some("dev").

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// What the calls and hooks of `pallet_tradewind_tasks` weigh.
pub trait WeightInfo {
	/// The weight of `submit`.
	fn submit(b: u32, ) -> Weight;
	/// The weight of `submit_remote`.
	fn submit_remote() -> Weight;
	/// The weight of `start`.
	fn start() -> Weight;
	/// The weight of `report`.
	fn report() -> Weight;
	/// The weight of `decline`.
	fn decline() -> Weight;
	/// The weight of `cancel`.
	fn cancel() -> Weight;
	/// The weight of `out_of_funds`.
	fn out_of_funds() -> Weight;
	/// The weight of `drop_task`.
	fn drop_task() -> Weight;
	/// The weight of `look`.
	fn look() -> Weight;
	/// The weight of `due_place`.
	fn due_place() -> Weight;
	/// The weight of `due_deadline`.
	fn due_deadline() -> Weight;
	/// The weight of `due_evacuate`.
	fn due_evacuate(n: u32, ) -> Weight;
	/// The weight of `due_drop`.
	fn due_drop() -> Weight;
}

/// The weights with the runtime's own weights of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::ExtrinsicData` (r:1 w:0)
	/// Proof: `System::ExtrinsicData` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Tasks::NextTaskId` (r:1 w:1)
	/// Proof: `Tasks::NextTaskId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:15 w:0)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:15 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:15 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:15 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:0 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[0, 524288]`.
	fn submit(b: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `47904 + b * (1 ±0)`
		//  estimated: `525777 + b * (1 ±0)`
		// Shortest execution: 524_428_000 picoseconds.
		Weight::from_parts(561_013_206, 525777)
			// Standard error: 7
			.saturating_add(Weight::from_parts(2_266, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(79_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
	}
	/// Storage: `Tasks::NextTaskId` (r:1 w:1)
	/// Proof: `Tasks::NextTaskId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:15 w:0)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:15 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:15 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:15 w:1)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Histories` (r:1 w:1)
	/// Proof: `Marketplace::Histories` (`max_values`: None, `max_size`: Some(4716), added: 7191, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:0 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	fn submit_remote() -> Weight {
		// Proof size in bytes:
		//  measured:  `47927`
		//  estimated: `525777`
		// Shortest execution: 501_904_000 picoseconds.
		Weight::from_parts(530_526_000, 525777)
			.saturating_add(T::DbWeight::get().reads(78_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
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
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	fn start() -> Weight {
		// Proof size in bytes:
		//  measured:  `3414`
		//  estimated: `525777`
		// Shortest execution: 92_790_000 picoseconds.
		Weight::from_parts(98_498_000, 525777)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
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
	/// Storage: `System::Account` (r:10 w:2)
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
	/// Storage: `Providers::Reputations` (r:1 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn report() -> Weight {
		// Proof size in bytes:
		//  measured:  `38221`
		//  estimated: `525777`
		// Shortest execution: 336_355_000 picoseconds.
		Weight::from_parts(351_097_000, 525777)
			.saturating_add(T::DbWeight::get().reads(36_u64))
			.saturating_add(T::DbWeight::get().writes(25_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:1 w:2)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:2)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:16 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:2 w:2)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:16 w:2)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:16 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:2 w:2)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:15 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:2)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:2)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn decline() -> Weight {
		// Proof size in bytes:
		//  measured:  `47937`
		//  estimated: `525777`
		// Shortest execution: 812_991_000 picoseconds.
		Weight::from_parts(848_004_000, 525777)
			.saturating_add(T::DbWeight::get().reads(104_u64))
			.saturating_add(T::DbWeight::get().writes(36_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:1 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:10 w:2)
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
	/// Storage: `Providers::Reputations` (r:1 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Proof size in bytes:
		//  measured:  `37807`
		//  estimated: `525777`
		// Shortest execution: 325_268_000 picoseconds.
		Weight::from_parts(346_129_000, 525777)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(25_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
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
	/// Storage: `System::Account` (r:10 w:2)
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
	/// Storage: `Providers::Reputations` (r:1 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:1 w:1)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn out_of_funds() -> Weight {
		// Proof size in bytes:
		//  measured:  `37807`
		//  estimated: `525777`
		// Shortest execution: 325_920_000 picoseconds.
		Weight::from_parts(342_184_000, 525777)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(25_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn drop_task() -> Weight {
		// Proof size in bytes:
		//  measured:  `2002`
		//  estimated: `525777`
		// Shortest execution: 63_355_000 picoseconds.
		Weight::from_parts(73_570_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:0)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	fn look() -> Weight {
		// Proof size in bytes:
		//  measured:  `74`
		//  estimated: `6695`
		// Shortest execution: 7_221_000 picoseconds.
		Weight::from_parts(7_882_000, 6695)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
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
	/// Storage: `Providers::Reputations` (r:15 w:0)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:15 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:15 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:1 w:1)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:15 w:1)
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
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:0 w:1)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn due_place() -> Weight {
		// Proof size in bytes:
		//  measured:  `48753`
		//  estimated: `525777`
		// Shortest execution: 462_815_000 picoseconds.
		Weight::from_parts(497_907_000, 525777)
			.saturating_add(T::DbWeight::get().reads(76_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Leases` (r:1 w:2)
	/// Proof: `Marketplace::Leases` (`max_values`: None, `max_size`: Some(172), added: 2647, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:2)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:16 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Covers` (r:2 w:2)
	/// Proof: `Sla::Covers` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Collaterals` (r:16 w:2)
	/// Proof: `Providers::Collaterals` (`max_values`: None, `max_size`: Some(294), added: 2769, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Reputations` (r:16 w:1)
	/// Proof: `Providers::Reputations` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Offers` (r:2 w:2)
	/// Proof: `Marketplace::Offers` (`max_values`: None, `max_size`: Some(551), added: 3026, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Books` (r:1 w:1)
	/// Proof: `Marketplace::Books` (`max_values`: None, `max_size`: Some(32140), added: 34615, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Indices` (r:1 w:1)
	/// Proof: `Marketplace::Indices` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::NextLeaseId` (r:1 w:1)
	/// Proof: `Marketplace::NextLeaseId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Providers` (r:15 w:0)
	/// Proof: `Providers::Providers` (`max_values`: None, `max_size`: Some(461), added: 2936, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:2)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:0 w:2)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn due_deadline() -> Weight {
		// Proof size in bytes:
		//  measured:  `47528`
		//  estimated: `525777`
		// Shortest execution: 810_367_000 picoseconds.
		Weight::from_parts(868_894_000, 525777)
			.saturating_add(T::DbWeight::get().reads(103_u64))
			.saturating_add(T::DbWeight::get().writes(36_u64))
	}
	/// Storage: `Tasks::Attempts` (r:17 w:0)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:1)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:2 w:2)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 16]`.
	fn due_evacuate(n: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `699 + n * (29 ±0)`
		//  estimated: `7933 + n * (2548 ±0)`
		// Shortest execution: 4_176_000 picoseconds.
		Weight::from_parts(8_152_954, 7933)
			// Standard error: 4_315
			.saturating_add(Weight::from_parts(7_169_682, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2548).saturating_mul(n.into()))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(1450), added: 3925, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn due_drop() -> Weight {
		// Proof size in bytes:
		//  measured:  `2002`
		//  estimated: `525777`
		// Shortest execution: 62_865_000 picoseconds.
		Weight::from_parts(69_705_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn submit(b: u32, ) -> Weight {
		Weight::from_parts(561_013_206, 525777)
			.saturating_add(Weight::from_parts(2_266, 0).saturating_mul(b.into()))
			.saturating_add(RocksDbWeight::get().reads(79_u64))
			.saturating_add(RocksDbWeight::get().writes(20_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
	}
	fn submit_remote() -> Weight {
		Weight::from_parts(530_526_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(78_u64))
			.saturating_add(RocksDbWeight::get().writes(20_u64))
	}
	fn start() -> Weight {
		Weight::from_parts(98_498_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn report() -> Weight {
		Weight::from_parts(351_097_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(36_u64))
			.saturating_add(RocksDbWeight::get().writes(25_u64))
	}
	fn decline() -> Weight {
		Weight::from_parts(848_004_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(104_u64))
			.saturating_add(RocksDbWeight::get().writes(36_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(346_129_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(35_u64))
			.saturating_add(RocksDbWeight::get().writes(25_u64))
	}
	fn out_of_funds() -> Weight {
		Weight::from_parts(342_184_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(35_u64))
			.saturating_add(RocksDbWeight::get().writes(25_u64))
	}
	fn drop_task() -> Weight {
		Weight::from_parts(73_570_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn look() -> Weight {
		Weight::from_parts(7_882_000, 6695)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn due_place() -> Weight {
		Weight::from_parts(497_907_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(76_u64))
			.saturating_add(RocksDbWeight::get().writes(16_u64))
	}
	fn due_deadline() -> Weight {
		Weight::from_parts(868_894_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(103_u64))
			.saturating_add(RocksDbWeight::get().writes(36_u64))
	}
	fn due_evacuate(n: u32, ) -> Weight {
		Weight::from_parts(8_152_954, 7933)
			.saturating_add(Weight::from_parts(7_169_682, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2548).saturating_mul(n.into()))
	}
	fn due_drop() -> Weight {
		Weight::from_parts(69_705_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
}
