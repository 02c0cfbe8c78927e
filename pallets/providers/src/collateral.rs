//! The arithmetic of collateral: what is free, what is set aside, what is on its way back.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::types::{Collateral, Unbonding};
use tradewind_primitives::{Balance, Timestamp};

/// Why collateral could not be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
	/// More than is free.
	NotFree,
	/// More than is set aside.
	NotLocked,
	/// The list of unbonding amounts is full.
	ListFull,
	/// The number would not fit.
	Overflow,
}

impl Collateral {
	/// What is unbonding.
	pub fn unbonding_total(&self) -> Balance {
		// The parts never exceed `total`, so the sum cannot saturate.
		self.unbonding.iter().fold(0, |sum: Balance, part| sum.saturating_add(part.amount))
	}

	/// What is not unbonding: it counts towards the minimum.
	pub fn bonded(&self) -> Balance {
		self.total.saturating_sub(self.unbonding_total())
	}

	/// What can still be set aside or unlocked.
	pub fn free(&self) -> Balance {
		self.bonded().saturating_sub(self.locked)
	}

	/// Adds to what is on hold.
	pub fn add(&mut self, amount: Balance) -> Result<(), Refusal> {
		self.total = self.total.checked_add(amount).ok_or(Refusal::Overflow)?;
		Ok(())
	}

	/// Sets free collateral aside.
	pub fn lock(&mut self, amount: Balance) -> Result<(), Refusal> {
		if amount > self.free() {
			return Err(Refusal::NotFree);
		}
		self.locked = self.locked.checked_add(amount).ok_or(Refusal::Overflow)?;
		Ok(())
	}

	/// Frees what was set aside.
	pub fn unlock(&mut self, amount: Balance) -> Result<(), Refusal> {
		self.locked = self.locked.checked_sub(amount).ok_or(Refusal::NotLocked)?;
		Ok(())
	}

	/// Takes what was set aside off the books.
	pub fn seize(&mut self, amount: Balance) -> Result<(), Refusal> {
		self.unlock(amount)?;
		self.total = self.total.checked_sub(amount).ok_or(Refusal::NotLocked)?;
		Ok(())
	}

	/// Lets free collateral unbond.
	pub fn unbond(&mut self, amount: Balance, ready: Timestamp) -> Result<(), Refusal> {
		if amount > self.free() {
			return Err(Refusal::NotFree);
		}
		self.append(Unbonding { amount, ready })
	}

	/// Lets everything free unbond. Never refused: when the list is full, the newest part waits
	/// for the rest.
	pub fn unbond_all(&mut self, ready: Timestamp) {
		let amount = self.free();
		if amount > 0 && self.append(Unbonding { amount, ready }).is_err() {
			if let Some(last) = self.unbonding.last_mut() {
				last.amount = last.amount.saturating_add(amount);
				last.ready = ready;
			}
		}
	}

	/// Takes the parts that are ready at `now` off the books and returns their sum.
	pub fn take_ready(&mut self, now: Timestamp) -> Balance {
		let before = self.unbonding_total();
		self.unbonding.retain(|part| part.ready > now);
		let taken = before.saturating_sub(self.unbonding_total());
		self.total = self.total.saturating_sub(taken);
		taken
	}

	/// When the last part is ready; `now` when nothing is unbonding.
	pub fn last_ready(&self, now: Timestamp) -> Timestamp {
		self.unbonding.iter().map(|part| part.ready).fold(now, Timestamp::max)
	}

	/// Parts that become ready at the same moment are one part.
	fn append(&mut self, part: Unbonding) -> Result<(), Refusal> {
		match self.unbonding.last_mut() {
			Some(last) if last.ready == part.ready => {
				last.amount = last.amount.checked_add(part.amount).ok_or(Refusal::Overflow)?;
				Ok(())
			},
			_ => self.unbonding.try_push(part).map_err(|_| Refusal::ListFull),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::MAX_UNBONDINGS;

	fn of(total: Balance, locked: Balance) -> Collateral {
		Collateral { total, locked, ..Default::default() }
	}

	#[test]
	fn what_is_locked_or_unbonding_is_not_free() {
		let mut it = of(100, 30);
		assert_eq!(it.unbond(20, Timestamp(5)), Ok(()));
		assert_eq!((it.bonded(), it.free()), (80, 50));
		assert_eq!(it.lock(51), Err(Refusal::NotFree));
		assert_eq!(it.unbond(51, Timestamp(5)), Err(Refusal::NotFree));
		assert_eq!(it.lock(50), Ok(()));
		assert_eq!(it.free(), 0);
	}

	#[test]
	fn only_what_is_locked_can_be_unlocked_or_seized() {
		let mut it = of(100, 30);
		assert_eq!(it.unlock(31), Err(Refusal::NotLocked));
		assert_eq!(it.seize(31), Err(Refusal::NotLocked));
		assert_eq!(it.seize(10), Ok(()));
		assert_eq!((it.total, it.locked), (90, 20));
		assert_eq!(it.unlock(20), Ok(()));
		assert_eq!(it.free(), 90);
	}

	#[test]
	fn a_part_is_ready_at_its_moment_and_not_before() {
		let mut it = of(100, 0);
		assert_eq!(it.unbond(20, Timestamp(5)), Ok(()));
		assert_eq!(it.unbond(30, Timestamp(6)), Ok(()));
		assert_eq!(it.take_ready(Timestamp(4)), 0);
		assert_eq!(it.take_ready(Timestamp(5)), 20);
		assert_eq!((it.total, it.unbonding_total()), (80, 30));
		assert_eq!(it.take_ready(Timestamp(7)), 30);
		assert_eq!(it, of(50, 0));
	}

	#[test]
	fn parts_of_one_moment_are_one_part() {
		let mut it = of(100, 0);
		assert_eq!(it.unbond(20, Timestamp(5)), Ok(()));
		assert_eq!(it.unbond(30, Timestamp(5)), Ok(()));
		assert_eq!(it.unbonding.to_vec(), [Unbonding { amount: 50, ready: Timestamp(5) }]);
	}

	#[test]
	fn leaving_is_never_refused() {
		let mut it = of(100, 0);
		for moment in 1..=u64::from(MAX_UNBONDINGS) {
			assert_eq!(it.unbond(1, Timestamp(moment)), Ok(()));
		}
		assert_eq!(it.unbond(1, Timestamp(99)), Err(Refusal::ListFull));
		it.unbond_all(Timestamp(99));
		assert_eq!((it.free(), it.unbonding_total()), (0, 100));
		assert_eq!(it.last_ready(Timestamp(0)), Timestamp(99));
		assert_eq!(it.take_ready(Timestamp(98)), 7);
		assert_eq!(it.take_ready(Timestamp(99)), 93);
	}

	#[test]
	fn nothing_overflows() {
		let mut it = of(Balance::MAX, 0);
		assert_eq!(it.add(1), Err(Refusal::Overflow));
		assert_eq!(it.lock(Balance::MAX), Ok(()));
		assert_eq!(it.lock(1), Err(Refusal::NotFree));
	}
}
