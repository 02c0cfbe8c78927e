#![doc = include_str!("../README.md")]

pub mod attempt;
pub mod book;
pub mod day;
pub mod demand;
pub mod picture;
pub mod report;

use pallet_tradewind_marketplace::{search::Limits, Gauge, Policy};
use sp_runtime::{FixedU128, Perbill};
use tradewind_primitives::Seconds;

/// The account of a provider or a buyer.
pub type Account = u32;

// What the chain sets; a test compares it with the runtime.

/// The time from block to block.
pub const BLOCK: Seconds = 3;
/// How many offers a page of a class holds.
pub const PAGE_SIZE: usize = 64;
/// How far a placement looks: after how many pages it makes do, how many it reads in vain, and how
/// many providers it asks.
pub const LIMITS: Limits = Limits { enough: 2, pages: 16, providers: 16 };
/// What is kept of every payment.
pub const FEE: Perbill = Perbill::from_percent(1);
/// Planck in a millionth of a WIND.
pub const MICROWIND: u128 = 1_000_000;

/// How the level of every class moves.
pub fn policy() -> Policy {
	Policy {
		gauge: Gauge::Cpu,
		target: Perbill::from_percent(70),
		slope: FixedU128::from_rational(1, 2),
		floor: FixedU128::from_rational(1, 4),
		cap: FixedU128::from_u32(4),
	}
}
