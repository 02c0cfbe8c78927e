//! How the money of an account runs down: one subtraction, however many streams there are.
//!
//! Running streams together take `rate` per second. What they have taken by a moment is
//! earmarked; what is left is available, and the account is empty in the first second that the
//! rest does not cover.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::types::{Account, AccountView, Status};
use sp_runtime::ArithmeticError;
use tradewind_primitives::{Balance, Rate, Seconds, Timestamp};

impl<AccountId> Account<AccountId> {
	/// What is neither reserved nor earmarked nor the deposit, and within the budget, as of `at`.
	pub fn available(&self) -> Balance {
		// All subtrahends are parts of the funds (I2), so nothing is cut off here.
		let free = self
			.funds
			.saturating_sub(self.reserved)
			.saturating_sub(self.deposit)
			.saturating_sub(self.earmarked);
		self.budget.map_or(free, |budget| free.min(budget.left))
	}

	/// The first second that is not covered; `None` while nothing flows.
	pub fn depletes_at(&self) -> Option<Timestamp> {
		let seconds = self.available().checked_div(self.rate.0)?;
		Some(self.at.plus(Seconds::try_from(seconds).unwrap_or(Seconds::MAX)))
	}

	/// Up to when money flowed out of the account, as seen from `now`.
	pub fn flowed_until(&self, now: Timestamp) -> Timestamp {
		match self.status {
			Status::Active => now,
			Status::Frozen { since, .. } | Status::Closing { since } => now.min(since),
		}
	}

	/// Counts what flowed until `now`, or until the money ended, which is then returned.
	pub fn roll(&mut self, now: Timestamp) -> Result<Option<Timestamp>, ArithmeticError> {
		let end = self.depletes_at().filter(|end| *end <= now);
		let until = end.unwrap_or(now);
		let taken = self.rate.amount(until.since(self.at)).ok_or(ArithmeticError::Overflow)?;
		self.take(taken)?;
		self.at = self.at.max(until);
		Ok(end)
	}

	/// Sets `amount` aside for running streams.
	fn take(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.earmarked = self.earmarked.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		self.commit(amount);
		Ok(())
	}

	/// Gives back what running streams had taken and need not be paid.
	pub fn untake(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.earmarked = self.earmarked.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		self.uncommit(amount);
		Ok(())
	}

	/// Sets `amount` aside for a prepaid stream or a channel.
	pub fn reserve(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.reserved = self.reserved.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		self.commit(amount);
		Ok(())
	}

	/// Gives back what was set aside.
	pub fn unreserve(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.reserved = self.reserved.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		self.uncommit(amount);
		Ok(())
	}

	/// Charges the budget.
	fn commit(&mut self, amount: Balance) {
		if let Some(budget) = &mut self.budget {
			budget.left = budget.left.saturating_sub(amount);
		}
	}

	/// Gives back to the budget.
	fn uncommit(&mut self, amount: Balance) {
		if let Some(budget) = &mut self.budget {
			budget.left = budget.left.saturating_add(amount).min(budget.limit);
		}
	}

	/// Whether `seconds` of all running and halted streams, and of `more`, are covered.
	pub fn covers(&self, more: Rate, seconds: Seconds) -> bool {
		self.needs(more, seconds).is_some_and(|needs| needs <= self.available())
	}

	/// What all running and halted streams and `more` take in `seconds`; `None` when there cannot
	/// be so much.
	pub fn needs(&self, more: Rate, seconds: Seconds) -> Option<Balance> {
		let rate = self.rate.0.checked_add(self.halted.0)?.checked_add(more.0)?;
		Rate(rate).amount(seconds)
	}

	/// Puts what flowed among what stands, since the money ended in second `since`. `grace` is
	/// what the policy allows at most.
	pub fn end_flow(
		&mut self,
		since: Timestamp,
		grace: Seconds,
	) -> Result<Status, ArithmeticError> {
		let halted = self.halted.0.checked_add(self.rate.0).ok_or(ArithmeticError::Overflow)?;
		self.halted = Rate(halted);
		self.rate = Rate(0);
		let grace_until = since.plus(grace.min(since.since(self.grace_from)));
		Ok(Status::Frozen { since, grace_until, swept: false })
	}

	/// The account as it stands at `now`, for people to look at: whether or not somebody has
	/// declared that its money has ended.
	pub fn view(
		mut self,
		now: Timestamp,
		grace: Seconds,
	) -> Result<AccountView<AccountId>, ArithmeticError> {
		if let Some(since) = self.roll(now)? {
			self.status = self.end_flow(since, grace)?;
		}
		Ok(AccountView {
			available: self.available(),
			depletes_at: self.depletes_at(),
			owner: self.owner,
			asset: self.asset,
			funds: self.funds,
			reserved: self.reserved,
			earmarked: self.earmarked,
			committed_rate: self.rate,
			halted_rate: self.halted,
			status: self.status,
			streams: self.streams,
			channels: self.channels,
			budget_left: self.budget.map(|budget| budget.left),
			alert: self.alert,
		})
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]
mod tests {
	use super::*;
	use crate::types::Budget;
	use tradewind_primitives::AssetId;

	fn account(funds: Balance, rate: Balance) -> Account<u64> {
		Account {
			owner: 1,
			asset: AssetId::Native,
			funds,
			deposit: 10,
			reserved: 0,
			earmarked: 0,
			at: Timestamp(1_000),
			rate: Rate(rate),
			halted: Rate(0),
			fees: 0,
			budget: None,
			grace_from: Timestamp(0),
			alert: None,
			low: false,
			status: Status::Active,
			queued: None,
			round: 0,
			streams: 0,
			running: 0,
			next_stream: 0,
			channels: 0,
			delegates: 0,
		}
	}

	#[test]
	fn an_account_ends_in_the_first_second_it_cannot_pay() {
		assert_eq!(account(10 + 29, 10).depletes_at(), Some(Timestamp(1_002)));
		assert_eq!(account(10 + 30, 10).depletes_at(), Some(Timestamp(1_003)));
		assert_eq!(account(10, 10).depletes_at(), Some(Timestamp(1_000)));
		assert_eq!(account(1_000, 0).depletes_at(), None);
		assert_eq!(account(Balance::MAX, 1).depletes_at(), Some(Timestamp(u64::MAX)));
	}

	#[test]
	fn rolling_in_steps_is_rolling_at_once() {
		let mut once = account(10 + 1_000, 7);
		assert_eq!(once.roll(Timestamp(1_100)), Ok(None));
		let mut steps = account(10 + 1_000, 7);
		for second in 1_000..=1_100 {
			assert_eq!(steps.roll(Timestamp(second)), Ok(None));
			assert_eq!(steps.roll(Timestamp(1_000)), Ok(None), "the past is counted already");
		}
		assert_eq!(once, steps);
		assert_eq!(once.available(), 300);
		assert_eq!(once.depletes_at(), account(10 + 1_000, 7).depletes_at());
	}

	#[test]
	fn rolling_stops_where_the_money_ends() {
		let mut account = account(10 + 29, 10);
		assert_eq!(account.roll(Timestamp(5_000)), Ok(Some(Timestamp(1_002))));
		assert_eq!((account.earmarked, account.available(), account.at), (20, 9, Timestamp(1_002)));
	}

	#[test]
	fn a_budget_ends_an_account_that_has_money() {
		let mut account = account(10 + 1_000, 10);
		account.budget = Some(Budget { limit: 25, left: 25 });
		assert_eq!(account.depletes_at(), Some(Timestamp(1_002)));
		assert_eq!(account.roll(Timestamp(5_000)), Ok(Some(Timestamp(1_002))));
		assert_eq!(account.budget.map(|budget| budget.left), Some(5));
		assert_eq!(account.available(), 5);
		account.untake(10).unwrap();
		assert_eq!(account.budget.map(|budget| budget.left), Some(15));
		assert_eq!(account.earmarked, 10);
		account.untake(10).unwrap();
		account.reserve(3).unwrap();
		account.unreserve(3).unwrap();
		assert_eq!(account.budget.map(|budget| budget.left), Some(25), "never above the limit");
	}

	#[test]
	fn what_is_needed_may_be_more_than_there_can_be() {
		let account = account(10 + 600, 4);
		assert!(account.covers(Rate(6), 60));
		assert!(!account.covers(Rate(7), 60));
		assert!(!account.covers(Rate(Balance::MAX), 1));
		assert!(!account.covers(Rate(0), u64::MAX));
	}

	#[test]
	fn a_view_shows_what_is_not_yet_declared() {
		let view = account(10 + 29, 10).view(Timestamp(1_001), 50).unwrap();
		assert_eq!(
			(view.available, view.committed_rate, view.halted_rate),
			(19, Rate(10), Rate(0))
		);
		assert_eq!(view.depletes_at, Some(Timestamp(1_002)));
		let view = account(10 + 29, 10).view(Timestamp(9_999), 50).unwrap();
		assert_eq!((view.available, view.committed_rate, view.halted_rate), (9, Rate(0), Rate(10)));
		assert_eq!(view.depletes_at, None);
		let (since, grace_until) = (Timestamp(1_002), Timestamp(1_052));
		assert_eq!(view.status, Status::Frozen { since, grace_until, swept: false });
	}

	#[test]
	fn grace_grows_back_only_while_money_flows() {
		let mut account = account(10, 10);
		account.grace_from = Timestamp(1_000);
		let status = account.end_flow(Timestamp(1_030), 50).unwrap();
		let (since, grace_until) = (Timestamp(1_030), Timestamp(1_060));
		assert_eq!(status, Status::Frozen { since, grace_until, swept: false });
		assert_eq!((account.rate, account.halted), (Rate(0), Rate(10)));
	}
}
