//! Numbers the whole chain shares: time, currency, weight.

/// Time, in milliseconds, slots and blocks.
pub mod time {
	use crate::BlockNumber;

	/// The length of a slot, in milliseconds.
	pub const MILLISECS_PER_BLOCK: u64 = 3_000;
	/// The same, under the name BABE knows it by.
	pub const SLOT_DURATION: u64 = MILLISECS_PER_BLOCK;
	/// Blocks in a minute.
	pub const MINUTES: BlockNumber = 60_000 / (MILLISECS_PER_BLOCK as BlockNumber);
	/// Blocks in an hour.
	pub const HOURS: BlockNumber = MINUTES * 60;
	/// Blocks in a day.
	pub const DAYS: BlockNumber = HOURS * 24;
	/// The length of an epoch, which is also a session: ten minutes.
	pub const EPOCH_DURATION_IN_SLOTS: BlockNumber = 10 * MINUTES;
	/// One slot in four has a primary author by lot; the others go round robin, so that a block
	/// comes every slot.
	pub const PRIMARY_PROBABILITY: (u64, u64) = (1, 4);
}

/// The currency: WIND, 12 decimals.
pub mod currency {
	use tradewind_primitives::Balance;

	/// One WIND in planck.
	pub const WIND: Balance = 1_000_000_000_000;
	/// A thousandth of a WIND.
	pub const MILLIWIND: Balance = WIND / 1_000;
	/// A millionth of a WIND.
	pub const MICROWIND: Balance = WIND / 1_000_000;
	/// The least an account may hold.
	pub const EXISTENTIAL_DEPOSIT: Balance = MILLIWIND;

	/// What it costs to keep `items` entries of `bytes` in state.
	pub const fn deposit(items: u32, bytes: u32) -> Balance {
		items as Balance * 20 * MILLIWIND + bytes as Balance * 100 * MICROWIND
	}
}
