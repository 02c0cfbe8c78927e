//! Weights of `pallet_tradewind_tasks`, measured by scripts/weights.sh and never edited by hand.
//!
//! Substrate benchmark command 64.0.0, 2026-11-30, on Intel(R) Xeon(R) Processor. Steps: 20,
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AttemptPages` (r:1 w:1)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:1 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[0, 524288]`.
	fn submit(b: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `40911 + b * (1 ±0)`
		//  estimated: `525777 + b * (1 ±0)`
		// Shortest execution: 316_332_000 picoseconds.
		Weight::from_parts(388_562_226, 525777)
			// Standard error: 6
			.saturating_add(Weight::from_parts(2_423, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
	}
	/// Storage: `Tasks::NextTaskId` (r:1 w:1)
	/// Proof: `Tasks::NextTaskId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AttemptPages` (r:1 w:1)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:1 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:1)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Tasks` (r:0 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	fn submit_remote() -> Weight {
		// Proof size in bytes:
		//  measured:  `40934`
		//  estimated: `525777`
		// Shortest execution: 311_637_000 picoseconds.
		Weight::from_parts(359_340_000, 525777)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
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
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	fn start() -> Weight {
		// Proof size in bytes:
		//  measured:  `2613`
		//  estimated: `525777`
		// Shortest execution: 108_626_000 picoseconds.
		Weight::from_parts(131_095_000, 525777)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:1 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AttemptPages` (r:1 w:1)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
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
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	fn report() -> Weight {
		// Proof size in bytes:
		//  measured:  `42467`
		//  estimated: `525777`
		// Shortest execution: 441_323_000 picoseconds.
		Weight::from_parts(476_232_000, 525777)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(21_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Agents` (r:1 w:0)
	/// Proof: `Providers::Agents` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:2 w:2)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AttemptPages` (r:2 w:2)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:2)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:2 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:2 w:2)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:2 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	fn decline() -> Weight {
		// Proof size in bytes:
		//  measured:  `44720`
		//  estimated: `525777`
		// Shortest execution: 721_051_000 picoseconds.
		Weight::from_parts(778_141_000, 525777)
			.saturating_add(T::DbWeight::get().reads(44_u64))
			.saturating_add(T::DbWeight::get().writes(27_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:1 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AttemptPages` (r:1 w:1)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
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
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Proof size in bytes:
		//  measured:  `42322`
		//  estimated: `525777`
		// Shortest execution: 421_995_000 picoseconds.
		Weight::from_parts(447_412_000, 525777)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(21_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:1 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AttemptPages` (r:1 w:1)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
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
	/// Storage: `Providers::Standings` (r:1 w:1)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	fn out_of_funds() -> Weight {
		// Proof size in bytes:
		//  measured:  `42322`
		//  estimated: `525777`
		// Shortest execution: 418_720_000 picoseconds.
		Weight::from_parts(443_002_000, 525777)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(21_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn drop_task() -> Weight {
		// Proof size in bytes:
		//  measured:  `1874`
		//  estimated: `525777`
		// Shortest execution: 70_774_000 picoseconds.
		Weight::from_parts(78_242_000, 525777)
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
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	fn look() -> Weight {
		// Proof size in bytes:
		//  measured:  `74`
		//  estimated: `6439`
		// Shortest execution: 8_576_000 picoseconds.
		Weight::from_parts(9_543_000, 6439)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:1 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
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
	/// Storage: `Tasks::AttemptPages` (r:1 w:1)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:1 w:1)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	fn due_place() -> Weight {
		// Proof size in bytes:
		//  measured:  `42080`
		//  estimated: `525777`
		// Shortest execution: 255_392_000 picoseconds.
		Weight::from_parts(270_741_000, 525777)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:2)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(695), added: 3170, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(276), added: 2751, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::Attempts` (r:2 w:2)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AttemptPages` (r:2 w:2)
	/// Proof: `Tasks::AttemptPages` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:2 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:11 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Providers::Standings` (r:2 w:2)
	/// Proof: `Providers::Standings` (`max_values`: None, `max_size`: Some(314), added: 2789, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::OffersOf` (r:2 w:0)
	/// Proof: `Marketplace::OffersOf` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Markets` (r:1 w:1)
	/// Proof: `Marketplace::Markets` (`max_values`: None, `max_size`: Some(24237), added: 26712, mode: `MaxEncodedLen`)
	/// Storage: `Marketplace::Pages` (r:1 w:1)
	/// Proof: `Marketplace::Pages` (`max_values`: None, `max_size`: Some(41544), added: 44019, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Tiers` (r:1 w:0)
	/// Proof: `Sla::Tiers` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:0)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:1 w:1)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	fn due_deadline() -> Weight {
		// Proof size in bytes:
		//  measured:  `44538`
		//  estimated: `525777`
		// Shortest execution: 717_412_000 picoseconds.
		Weight::from_parts(771_649_000, 525777)
			.saturating_add(T::DbWeight::get().reads(43_u64))
			.saturating_add(T::DbWeight::get().writes(27_u64))
	}
	/// Storage: `Tasks::Attempts` (r:2 w:0)
	/// Proof: `Tasks::Attempts` (`max_values`: None, `max_size`: Some(1150), added: 3625, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaNextBucket` (r:1 w:0)
	/// Proof: `Tasks::AgendaNextBucket` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaLastPage` (r:1 w:1)
	/// Proof: `Tasks::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Tasks::AgendaPages` (r:2 w:2)
	/// Proof: `Tasks::AgendaPages` (`max_values`: None, `max_size`: Some(2974), added: 5449, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn due_evacuate(n: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `716 + n * (17 ±0)`
		//  estimated: `9937 + n * (44 ±2)`
		// Shortest execution: 17_519_000 picoseconds.
		Weight::from_parts(20_772_832, 9937)
			// Standard error: 3_066
			.saturating_add(Weight::from_parts(4_198_393, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 44).saturating_mul(n.into()))
	}
	/// Storage: `Tasks::Tasks` (r:1 w:1)
	/// Proof: `Tasks::Tasks` (`max_values`: None, `max_size`: Some(2458), added: 4933, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn due_drop() -> Weight {
		// Proof size in bytes:
		//  measured:  `1874`
		//  estimated: `525777`
		// Shortest execution: 70_183_000 picoseconds.
		Weight::from_parts(82_490_000, 525777)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn submit(b: u32, ) -> Weight {
		Weight::from_parts(388_562_226, 525777)
			.saturating_add(Weight::from_parts(2_423, 0).saturating_mul(b.into()))
			.saturating_add(RocksDbWeight::get().reads(19_u64))
			.saturating_add(RocksDbWeight::get().writes(14_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(b.into()))
	}
	fn submit_remote() -> Weight {
		Weight::from_parts(359_340_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().writes(14_u64))
	}
	fn start() -> Weight {
		Weight::from_parts(131_095_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn report() -> Weight {
		Weight::from_parts(476_232_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(35_u64))
			.saturating_add(RocksDbWeight::get().writes(21_u64))
	}
	fn decline() -> Weight {
		Weight::from_parts(778_141_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(44_u64))
			.saturating_add(RocksDbWeight::get().writes(27_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(447_412_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(34_u64))
			.saturating_add(RocksDbWeight::get().writes(21_u64))
	}
	fn out_of_funds() -> Weight {
		Weight::from_parts(443_002_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(34_u64))
			.saturating_add(RocksDbWeight::get().writes(21_u64))
	}
	fn drop_task() -> Weight {
		Weight::from_parts(78_242_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn look() -> Weight {
		Weight::from_parts(9_543_000, 6439)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn due_place() -> Weight {
		Weight::from_parts(270_741_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	fn due_deadline() -> Weight {
		Weight::from_parts(771_649_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(43_u64))
			.saturating_add(RocksDbWeight::get().writes(27_u64))
	}
	fn due_evacuate(n: u32, ) -> Weight {
		Weight::from_parts(20_772_832, 9937)
			.saturating_add(Weight::from_parts(4_198_393, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 44).saturating_mul(n.into()))
	}
	fn due_drop() -> Weight {
		Weight::from_parts(82_490_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
}
