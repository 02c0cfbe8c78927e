//! Weights of `pallet_tradewind_billing`, measured by scripts/weights.sh and never edited by hand.
//!
//! Substrate benchmark command 64.0.0, 2026-11-20, on AMD EPYC. Steps: 20,
//! repeats: 10, execution: Compiled, chain: Some("dev").

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::RocksDbWeight, Weight}};

/// What the calls and hooks of `pallet_tradewind_billing` weigh.
pub trait WeightInfo {
	/// The weight of `open_account`.
	fn open_account() -> Weight;
	/// The weight of `top_up`.
	fn top_up() -> Weight;
	/// The weight of `withdraw`.
	fn withdraw() -> Weight;
	/// The weight of `close_account`.
	fn close_account() -> Weight;
	/// The weight of `settle`.
	fn settle(p: u32, ) -> Weight;
	/// The weight of `settle_asset`.
	fn settle_asset(p: u32, ) -> Weight;
	/// The weight of `settle_owed`.
	fn settle_owed(p: u32, ) -> Weight;
	/// The weight of `settle_many`.
	fn settle_many(n: u32, ) -> Weight;
	/// The weight of `claim`.
	fn claim() -> Weight;
	/// The weight of `open_stream`.
	fn open_stream() -> Weight;
	/// The weight of `pause_stream`.
	fn pause_stream(p: u32, ) -> Weight;
	/// The weight of `resume_stream`.
	fn resume_stream() -> Weight;
	/// The weight of `set_rate`.
	fn set_rate(p: u32, ) -> Weight;
	/// The weight of `close_stream`.
	fn close_stream(p: u32, ) -> Weight;
	/// The weight of `redirect`.
	fn redirect(p: u32, ) -> Weight;
	/// The weight of `reclaim`.
	fn reclaim(p: u32, ) -> Weight;
	/// The weight of `set_delegate`.
	fn set_delegate() -> Weight;
	/// The weight of `set_budget`.
	fn set_budget() -> Weight;
	/// The weight of `set_alert`.
	fn set_alert() -> Weight;
	/// The weight of `open_channel`.
	fn open_channel() -> Weight;
	/// The weight of `top_up_channel`.
	fn top_up_channel() -> Weight;
	/// The weight of `redeem`.
	fn redeem() -> Weight;
	/// The weight of `close_channel`.
	fn close_channel() -> Weight;
	/// The weight of `set_policy`.
	fn set_policy() -> Weight;
	/// The weight of `agenda_bucket`.
	fn agenda_bucket() -> Weight;
	/// The weight of `check`.
	fn check() -> Weight;
	/// The weight of `grace`.
	fn grace() -> Weight;
	/// The weight of `visit_halt`.
	fn visit_halt(p: u32, ) -> Weight;
	/// The weight of `visit_resume`.
	fn visit_resume() -> Weight;
	/// The weight of `end_channel`.
	fn end_channel() -> Weight;
}

/// The weights with the runtime's own weights of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextTabId` (r:1 w:1)
	/// Proof: `Billing::NextTabId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:0 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	fn open_account() -> Weight {
		// Proof size in bytes:
		//  measured:  `695`
		//  estimated: `525777`
		// Shortest execution: 69_044_000 picoseconds.
		Weight::from_parts(72_829_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Proof size in bytes:
		//  measured:  `2289`
		//  estimated: `525777`
		// Shortest execution: 96_966_000 picoseconds.
		Weight::from_parts(104_937_000, 525777)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof size in bytes:
		//  measured:  `2348`
		//  estimated: `525777`
		// Shortest execution: 105_559_000 picoseconds.
		Weight::from_parts(114_582_000, 525777)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:3 w:3)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(213), added: 2688, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:16 w:16)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn close_account() -> Weight {
		// Proof size in bytes:
		//  measured:  `2914`
		//  estimated: `525777`
		// Shortest execution: 136_795_000 picoseconds.
		Weight::from_parts(147_902_000, 525777)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(27_u64))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn settle(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `479 + p * (49 ±0)`
		//  estimated: `3953 + p * (2603 ±0)`
		// Shortest execution: 58_417_000 picoseconds.
		Weight::from_parts(25_016_179, 3953)
			// Standard error: 6_908
			.saturating_add(Weight::from_parts(36_296_722, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:9 w:9)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn settle_asset(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `819 + p * (55 ±0)`
		//  estimated: `3953 + p * (2609 ±0)`
		// Shortest execution: 68_824_000 picoseconds.
		Weight::from_parts(32_507_834, 3953)
			// Standard error: 10_000
			.saturating_add(Weight::from_parts(39_035_926, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:0)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:9 w:0)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Owed` (r:8 w:8)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn settle_owed(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `948 + p * (55 ±0)`
		//  estimated: `3953 + p * (2609 ±0)`
		// Shortest execution: 50_075_000 picoseconds.
		Weight::from_parts(34_525_480, 3953)
			// Standard error: 8_101
			.saturating_add(Weight::from_parts(18_563_389, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:256 w:256)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:256 w:256)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 256]`.
	fn settle_many(n: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `316 + n * (208 ±0)`
		//  estimated: `6196 + n * (2963 ±0)`
		// Shortest execution: 3_946_000 picoseconds.
		Weight::from_parts(4_097_000, 6196)
			// Standard error: 273_177
			.saturating_add(Weight::from_parts(48_687_540, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2963).saturating_mul(n.into()))
	}
	/// Storage: `Billing::Owed` (r:1 w:1)
	/// Proof: `Billing::Owed` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Pots` (r:1 w:1)
	/// Proof: `Billing::Pots` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof size in bytes:
		//  measured:  `895`
		//  estimated: `525777`
		// Shortest execution: 70_807_000 picoseconds.
		Weight::from_parts(75_593_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:7 w:4)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:3 w:3)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	fn open_stream() -> Weight {
		// Proof size in bytes:
		//  measured:  `1868`
		//  estimated: `525777`
		// Shortest execution: 88_373_000 picoseconds.
		Weight::from_parts(97_246_000, 525777)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:9 w:9)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn pause_stream(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `2510 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 126_841_000 picoseconds.
		Weight::from_parts(95_376_361, 525777)
			// Standard error: 35_961
			.saturating_add(Weight::from_parts(39_216_644, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:8 w:5)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:3 w:3)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	fn resume_stream() -> Weight {
		// Proof size in bytes:
		//  measured:  `3121`
		//  estimated: `525777`
		// Shortest execution: 83_215_000 picoseconds.
		Weight::from_parts(90_686_000, 525777)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:8 w:5)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:3 w:3)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:9 w:9)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Proposals` (r:1 w:1)
	/// Proof: `Billing::Proposals` (`max_values`: None, `max_size`: Some(33), added: 2508, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn set_rate(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `3256 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 151_958_000 picoseconds.
		Weight::from_parts(125_655_591, 525777)
			// Standard error: 107_421
			.saturating_add(Weight::from_parts(39_813_675, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(15_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:6 w:4)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:10 w:10)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:0 w:1)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Proposals` (r:0 w:1)
	/// Proof: `Billing::Proposals` (`max_values`: None, `max_size`: Some(33), added: 2508, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn close_stream(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `3346 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 172_800_000 picoseconds.
		Weight::from_parts(142_255_132, 525777)
			// Standard error: 57_051
			.saturating_add(Weight::from_parts(39_493_007, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(15_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:9 w:9)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn redirect(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `2417 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 117_376_000 picoseconds.
		Weight::from_parts(90_930_227, 525777)
			// Standard error: 37_730
			.saturating_add(Weight::from_parts(38_828_006, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:9 w:9)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn reclaim(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `2510 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 121_442_000 picoseconds.
		Weight::from_parts(93_778_494, 525777)
			// Standard error: 39_587
			.saturating_add(Weight::from_parts(38_660_071, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn set_delegate() -> Weight {
		// Proof size in bytes:
		//  measured:  `1795`
		//  estimated: `525777`
		// Shortest execution: 61_693_000 picoseconds.
		Weight::from_parts(67_771_000, 525777)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn set_budget() -> Weight {
		// Proof size in bytes:
		//  measured:  `1804`
		//  estimated: `525777`
		// Shortest execution: 58_858_000 picoseconds.
		Weight::from_parts(64_597_000, 525777)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn set_alert() -> Weight {
		// Proof size in bytes:
		//  measured:  `1804`
		//  estimated: `525777`
		// Shortest execution: 59_039_000 picoseconds.
		Weight::from_parts(63_656_000, 525777)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextChannelId` (r:1 w:1)
	/// Proof: `Billing::NextChannelId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:0 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	fn open_channel() -> Weight {
		// Proof size in bytes:
		//  measured:  `1869`
		//  estimated: `525777`
		// Shortest execution: 67_211_000 picoseconds.
		Weight::from_parts(75_343_000, 525777)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn top_up_channel() -> Weight {
		// Proof size in bytes:
		//  measured:  `1960`
		//  estimated: `525777`
		// Shortest execution: 66_210_000 picoseconds.
		Weight::from_parts(72_629_000, 525777)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:5 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// Proof size in bytes:
		//  measured:  `2479`
		//  estimated: `525777`
		// Shortest execution: 153_310_000 picoseconds.
		Weight::from_parts(165_108_000, 525777)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:6 w:4)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn close_channel() -> Weight {
		// Proof size in bytes:
		//  measured:  `2606`
		//  estimated: `525777`
		// Shortest execution: 115_002_000 picoseconds.
		Weight::from_parts(124_807_000, 525777)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:0 w:1)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn set_policy() -> Weight {
		// Proof size in bytes:
		//  measured:  `48`
		//  estimated: `525777`
		// Shortest execution: 12_058_000 picoseconds.
		Weight::from_parts(13_430_000, 525777)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Billing::AgendaLastPage` (r:1 w:0)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:1 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	fn agenda_bucket() -> Weight {
		// Proof size in bytes:
		//  measured:  `596`
		//  estimated: `4903`
		// Shortest execution: 6_600_000 picoseconds.
		Weight::from_parts(7_271_000, 4903)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn check() -> Weight {
		// Proof size in bytes:
		//  measured:  `1131`
		//  estimated: `525777`
		// Shortest execution: 42_544_000 picoseconds.
		Weight::from_parts(46_900_000, 525777)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:1)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:2 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn grace() -> Weight {
		// Proof size in bytes:
		//  measured:  `1217`
		//  estimated: `525777`
		// Shortest execution: 33_951_000 picoseconds.
		Weight::from_parts(36_585_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:2 w:0)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:2 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:9 w:9)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:1)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:2 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn visit_halt(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `1710 + p * (55 ±0)`
		//  estimated: `8816 + p * (2609 ±0)`
		// Shortest execution: 97_577_000 picoseconds.
		Weight::from_parts(66_979_476, 8816)
			// Standard error: 24_422
			.saturating_add(Weight::from_parts(38_031_714, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:2 w:0)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:2 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(488), added: 2963, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:1)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:2 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	fn visit_resume() -> Weight {
		// Proof size in bytes:
		//  measured:  `1910`
		//  estimated: `525777`
		// Shortest execution: 61_773_000 picoseconds.
		Weight::from_parts(66_700_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(268), added: 2743, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:6 w:4)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn end_channel() -> Weight {
		// Proof size in bytes:
		//  measured:  `2570`
		//  estimated: `525777`
		// Shortest execution: 117_767_000 picoseconds.
		Weight::from_parts(126_571_000, 525777)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn open_account() -> Weight {
		Weight::from_parts(72_829_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn top_up() -> Weight {
		Weight::from_parts(104_937_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(114_582_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn close_account() -> Weight {
		Weight::from_parts(147_902_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(28_u64))
			.saturating_add(RocksDbWeight::get().writes(27_u64))
	}
	fn settle(p: u32, ) -> Weight {
		Weight::from_parts(25_016_179, 3953)
			.saturating_add(Weight::from_parts(36_296_722, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(p.into()))
	}
	fn settle_asset(p: u32, ) -> Weight {
		Weight::from_parts(32_507_834, 3953)
			.saturating_add(Weight::from_parts(39_035_926, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn settle_owed(p: u32, ) -> Weight {
		Weight::from_parts(34_525_480, 3953)
			.saturating_add(Weight::from_parts(18_563_389, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn settle_many(n: u32, ) -> Weight {
		Weight::from_parts(4_097_000, 6196)
			.saturating_add(Weight::from_parts(48_687_540, 0).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2963).saturating_mul(n.into()))
	}
	fn claim() -> Weight {
		Weight::from_parts(75_593_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn open_stream() -> Weight {
		Weight::from_parts(97_246_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	fn pause_stream(p: u32, ) -> Weight {
		Weight::from_parts(95_376_361, 525777)
			.saturating_add(Weight::from_parts(39_216_644, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(17_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn resume_stream() -> Weight {
		Weight::from_parts(90_686_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn set_rate(p: u32, ) -> Weight {
		Weight::from_parts(125_655_591, 525777)
			.saturating_add(Weight::from_parts(39_813_675, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(22_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn close_stream(p: u32, ) -> Weight {
		Weight::from_parts(142_255_132, 525777)
			.saturating_add(Weight::from_parts(39_493_007, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(20_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn redirect(p: u32, ) -> Weight {
		Weight::from_parts(90_930_227, 525777)
			.saturating_add(Weight::from_parts(38_828_006, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn reclaim(p: u32, ) -> Weight {
		Weight::from_parts(93_778_494, 525777)
			.saturating_add(Weight::from_parts(38_660_071, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(17_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn set_delegate() -> Weight {
		Weight::from_parts(67_771_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn set_budget() -> Weight {
		Weight::from_parts(64_597_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn set_alert() -> Weight {
		Weight::from_parts(63_656_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn open_channel() -> Weight {
		Weight::from_parts(75_343_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	fn top_up_channel() -> Weight {
		Weight::from_parts(72_629_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	fn redeem() -> Weight {
		Weight::from_parts(165_108_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	fn close_channel() -> Weight {
		Weight::from_parts(124_807_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(13_430_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn agenda_bucket() -> Weight {
		Weight::from_parts(7_271_000, 4903)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn check() -> Weight {
		Weight::from_parts(46_900_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn grace() -> Weight {
		Weight::from_parts(36_585_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn visit_halt(p: u32, ) -> Weight {
		Weight::from_parts(66_979_476, 8816)
			.saturating_add(Weight::from_parts(38_031_714, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn visit_resume() -> Weight {
		Weight::from_parts(66_700_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn end_channel() -> Weight {
		Weight::from_parts(126_571_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
	}
}
