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
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	fn open_account() -> Weight {
		// Proof size in bytes:
		//  measured:  `695`
		//  estimated: `525777`
		// Shortest execution: 72_489_000 picoseconds.
		Weight::from_parts(76_725_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
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
		//  measured:  `2269`
		//  estimated: `525777`
		// Shortest execution: 96_625_000 picoseconds.
		Weight::from_parts(102_084_000, 525777)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
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
		//  measured:  `2328`
		//  estimated: `525777`
		// Shortest execution: 102_745_000 picoseconds.
		Weight::from_parts(111_687_000, 525777)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
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
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(195), added: 2670, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:16 w:16)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	fn close_account() -> Weight {
		// Proof size in bytes:
		//  measured:  `2914`
		//  estimated: `525777`
		// Shortest execution: 144_036_000 picoseconds.
		Weight::from_parts(152_970_000, 525777)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(27_u64))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 8]`.
	fn settle(p: u32, ) -> Weight {
		// Proof size in bytes:
		//  measured:  `481 + p * (49 ±0)`
		//  estimated: `3949 + p * (2603 ±0)`
		// Shortest execution: 58_227_000 picoseconds.
		Weight::from_parts(25_871_168, 3949)
			// Standard error: 25_032
			.saturating_add(Weight::from_parts(36_865_428, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `821 + p * (55 ±0)`
		//  estimated: `3949 + p * (2609 ±0)`
		// Shortest execution: 66_530_000 picoseconds.
		Weight::from_parts(32_389_255, 3949)
			// Standard error: 15_726
			.saturating_add(Weight::from_parts(38_226_462, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `950 + p * (55 ±0)`
		//  estimated: `3949 + p * (2609 ±0)`
		// Shortest execution: 49_123_000 picoseconds.
		Weight::from_parts(34_221_312, 3949)
			// Standard error: 12_641
			.saturating_add(Weight::from_parts(19_079_736, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// The range of component `n` is `[0, 256]`.
	fn settle_many(n: u32, ) -> Weight {
		Weight::from_parts(10_000_000, 2000)
			.saturating_add(Weight::from_parts(60_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
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
		// Shortest execution: 70_055_000 picoseconds.
		Weight::from_parts(75_794_000, 525777)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:3 w:3)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:6 w:3)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextStreamId` (r:1 w:1)
	/// Proof: `Billing::NextStreamId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:0 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	fn open_stream() -> Weight {
		// Proof size in bytes:
		//  measured:  `1848`
		//  estimated: `525777`
		// Shortest execution: 82_924_000 picoseconds.
		Weight::from_parts(92_839_000, 525777)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `2489 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 119_950_000 picoseconds.
		Weight::from_parts(92_709_647, 525777)
			// Standard error: 58_614
			.saturating_add(Weight::from_parts(38_278_506, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	fn resume_stream() -> Weight {
		// Proof size in bytes:
		//  measured:  `2377`
		//  estimated: `525777`
		// Shortest execution: 62_624_000 picoseconds.
		Weight::from_parts(70_566_000, 525777)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `2545 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 127_812_000 picoseconds.
		Weight::from_parts(98_299_439, 525777)
			// Standard error: 51_159
			.saturating_add(Weight::from_parts(38_583_634, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `2666 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 164_938_000 picoseconds.
		Weight::from_parts(137_417_536, 525777)
			// Standard error: 150_760
			.saturating_add(Weight::from_parts(43_418_112, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `2396 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 116_334_000 picoseconds.
		Weight::from_parts(94_022_850, 525777)
			// Standard error: 169_347
			.saturating_add(Weight::from_parts(40_699_201, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:1 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `2489 + p * (55 ±0)`
		//  estimated: `525777 + p * (2609 ±0)`
		// Shortest execution: 114_211_000 picoseconds.
		Weight::from_parts(88_137_827, 525777)
			// Standard error: 79_528
			.saturating_add(Weight::from_parts(37_605_108, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn set_delegate() -> Weight {
		// Proof size in bytes:
		//  measured:  `1775`
		//  estimated: `525777`
		// Shortest execution: 54_242_000 picoseconds.
		Weight::from_parts(57_937_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn set_budget() -> Weight {
		// Proof size in bytes:
		//  measured:  `1784`
		//  estimated: `525777`
		// Shortest execution: 52_579_000 picoseconds.
		Weight::from_parts(57_035_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:0)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn set_alert() -> Weight {
		// Proof size in bytes:
		//  measured:  `1784`
		//  estimated: `525777`
		// Shortest execution: 52_659_000 picoseconds.
		Weight::from_parts(57_997_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextChannelId` (r:1 w:1)
	/// Proof: `Billing::NextChannelId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:0 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn open_channel() -> Weight {
		// Proof size in bytes:
		//  measured:  `1849`
		//  estimated: `525777`
		// Shortest execution: 61_702_000 picoseconds.
		Weight::from_parts(66_379_000, 525777)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Delegates` (r:1 w:1)
	/// Proof: `Billing::Delegates` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn top_up_channel() -> Weight {
		// Proof size in bytes:
		//  measured:  `1939`
		//  estimated: `525777`
		// Shortest execution: 60_200_000 picoseconds.
		Weight::from_parts(64_527_000, 525777)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
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
		//  measured:  `2458`
		//  estimated: `525777`
		// Shortest execution: 139_630_000 picoseconds.
		Weight::from_parts(149_475_000, 525777)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
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
		//  measured:  `2498`
		//  estimated: `525777`
		// Shortest execution: 103_826_000 picoseconds.
		Weight::from_parts(110_727_000, 525777)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
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
		// Shortest execution: 12_038_000 picoseconds.
		Weight::from_parts(12_959_000, 525777)
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
		// Shortest execution: 6_640_000 picoseconds.
		Weight::from_parts(7_631_000, 4903)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
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
		//  measured:  `1691`
		//  estimated: `525777`
		// Shortest execution: 45_047_000 picoseconds.
		Weight::from_parts(50_967_000, 525777)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
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
		//  measured:  `1212`
		//  estimated: `525777`
		// Shortest execution: 33_170_000 picoseconds.
		Weight::from_parts(39_540_000, 525777)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:2 w:0)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:2 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
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
		//  measured:  `1780 + p * (55 ±0)`
		//  estimated: `8816 + p * (2609 ±0)`
		// Shortest execution: 99_149_000 picoseconds.
		Weight::from_parts(77_240_461, 8816)
			// Standard error: 114_934
			.saturating_add(Weight::from_parts(38_381_256, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::RunningStreams` (r:2 w:0)
	/// Proof: `Billing::RunningStreams` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Streams` (r:2 w:1)
	/// Proof: `Billing::Streams` (`max_values`: None, `max_size`: Some(484), added: 2959, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Sla::Uptimes` (r:1 w:0)
	/// Proof: `Sla::Uptimes` (`max_values`: None, `max_size`: Some(219), added: 2694, mode: `MaxEncodedLen`)
	/// Storage: `Audit::Leaves` (r:1 w:1)
	/// Proof: `Audit::Leaves` (`max_values`: Some(1), `max_size`: Some(524292), added: 524787, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:1 w:1)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:2 w:1)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
	fn visit_resume() -> Weight {
		// Proof size in bytes:
		//  measured:  `1993`
		//  estimated: `525777`
		// Shortest execution: 63_095_000 picoseconds.
		Weight::from_parts(71_147_000, 525777)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Billing::Channels` (r:1 w:1)
	/// Proof: `Billing::Channels` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Accounts` (r:1 w:1)
	/// Proof: `Billing::Accounts` (`max_values`: None, `max_size`: Some(264), added: 2739, mode: `MaxEncodedLen`)
	/// Storage: `Billing::PolicyInForce` (r:1 w:0)
	/// Proof: `Billing::PolicyInForce` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaLastPage` (r:2 w:2)
	/// Proof: `Billing::AgendaLastPage` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Billing::AgendaPages` (r:4 w:2)
	/// Proof: `Billing::AgendaPages` (`max_values`: None, `max_size`: Some(1438), added: 3913, mode: `MaxEncodedLen`)
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
		//  measured:  `2506`
		//  estimated: `525777`
		// Shortest execution: 104_858_000 picoseconds.
		Weight::from_parts(111_248_000, 525777)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
}

/// For mocks.
impl WeightInfo for () {
	fn open_account() -> Weight {
		Weight::from_parts(76_725_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn top_up() -> Weight {
		Weight::from_parts(102_084_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(14_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(111_687_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().writes(10_u64))
	}
	fn close_account() -> Weight {
		Weight::from_parts(152_970_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(28_u64))
			.saturating_add(RocksDbWeight::get().writes(27_u64))
	}
	fn settle(p: u32, ) -> Weight {
		Weight::from_parts(25_871_168, 3949)
			.saturating_add(Weight::from_parts(36_865_428, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(p.into()))
	}
	fn settle_asset(p: u32, ) -> Weight {
		Weight::from_parts(32_389_255, 3949)
			.saturating_add(Weight::from_parts(38_226_462, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn settle_owed(p: u32, ) -> Weight {
		Weight::from_parts(34_221_312, 3949)
			.saturating_add(Weight::from_parts(19_079_736, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	/// The range of component `n` is `[0, 256]`.
	fn settle_many(n: u32, ) -> Weight {
		Weight::from_parts(10_000_000, 2000)
			.saturating_add(Weight::from_parts(60_000_000, 3000).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
	fn claim() -> Weight {
		Weight::from_parts(75_794_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn open_stream() -> Weight {
		Weight::from_parts(92_839_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn pause_stream(p: u32, ) -> Weight {
		Weight::from_parts(92_709_647, 525777)
			.saturating_add(Weight::from_parts(38_278_506, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn resume_stream() -> Weight {
		Weight::from_parts(70_566_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn set_rate(p: u32, ) -> Weight {
		Weight::from_parts(98_299_439, 525777)
			.saturating_add(Weight::from_parts(38_583_634, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(17_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn close_stream(p: u32, ) -> Weight {
		Weight::from_parts(137_417_536, 525777)
			.saturating_add(Weight::from_parts(43_418_112, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(18_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn redirect(p: u32, ) -> Weight {
		Weight::from_parts(94_022_850, 525777)
			.saturating_add(Weight::from_parts(40_699_201, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn reclaim(p: u32, ) -> Weight {
		Weight::from_parts(88_137_827, 525777)
			.saturating_add(Weight::from_parts(37_605_108, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn set_delegate() -> Weight {
		Weight::from_parts(57_937_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn set_budget() -> Weight {
		Weight::from_parts(57_035_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn set_alert() -> Weight {
		Weight::from_parts(57_997_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn open_channel() -> Weight {
		Weight::from_parts(66_379_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(9_u64))
	}
	fn top_up_channel() -> Weight {
		Weight::from_parts(64_527_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn redeem() -> Weight {
		Weight::from_parts(149_475_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(17_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn close_channel() -> Weight {
		Weight::from_parts(110_727_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(12_959_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn agenda_bucket() -> Weight {
		Weight::from_parts(7_631_000, 4903)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn check() -> Weight {
		Weight::from_parts(50_967_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn grace() -> Weight {
		Weight::from_parts(39_540_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	fn visit_halt(p: u32, ) -> Weight {
		Weight::from_parts(77_240_461, 8816)
			.saturating_add(Weight::from_parts(38_381_256, 0).saturating_mul(p.into()))
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
			.saturating_add(RocksDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2609).saturating_mul(p.into()))
	}
	fn visit_resume() -> Weight {
		Weight::from_parts(71_147_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(11_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn end_channel() -> Weight {
		Weight::from_parts(111_248_000, 525777)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(11_u64))
	}
}
