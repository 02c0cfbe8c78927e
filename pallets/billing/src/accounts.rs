//! Accounts: what is done to them, and what their money does by itself.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	hooks::Agenda,
	pallet::*,
	streams::MAX_AHEAD,
	types::{Account, Allowance, Budget, Delegate, Due, Policy, Role, Side, Status, DEFAULT_ALERT},
	AccountOf,
};
use codec::Encode;
use frame_support::{pallet_prelude::*, traits::fungibles::Inspect};
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureSubAssign},
	ArithmeticError,
};
use tradewind_primitives::{
	agenda, traits::AuditLog, AssetId, Balance, Category, Clock, Rate, Seconds, Subject, TabId,
	Timestamp,
};

pub(crate) const DAY: Seconds = 24 * 60 * 60;

// What owners and strangers do.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_account(
		who: T::AccountId,
		asset: AssetId,
		amount: Balance,
	) -> Result<TabId, DispatchError> {
		ensure!(T::Assets::asset_exists(asset.clone()), Error::<T>::UnknownAsset);
		let deposit = T::Assets::minimum_balance(asset.clone());
		ensure!(amount >= deposit, Error::<T>::BelowMinimum);
		ensure!(amount != 0, Error::<T>::NothingAsked);
		let tab = NextTabId::<T>::get();
		let next = tab.next().ok_or(ArithmeticError::Overflow)?;

		Self::take_in(&asset, &who, amount)?;
		NextTabId::<T>::put(next);
		Pots::<T>::try_mutate(&asset, |pot| pot.accounts.ensure_add_assign(1))?;
		let account = Account {
			owner: who.clone(),
			asset: asset.clone(),
			funds: amount,
			deposit,
			reserved: 0,
			earmarked: 0,
			at: T::Clock::now(),
			rate: Rate(0),
			halted: Rate(0),
			fees: 0,
			budget: None,
			grace_from: Timestamp(0),
			alert: Some(DEFAULT_ALERT),
			low: false,
			status: Status::Active,
			queued: None,
			round: 0,
			streams: 0,
			running: 0,
			next_stream: 0,
			channels: 0,
			delegates: 0,
		};
		Accounts::<T>::insert(tab, account);

		let particulars = (tab, &who, &asset, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.opened", &particulars);
		Self::deposit_event(Event::AccountOpened { tab, who, asset, amount });
		Ok(tab)
	}

	pub(crate) fn do_top_up(who: T::AccountId, tab: TabId, amount: Balance) -> DispatchResult {
		ensure!(amount != 0, Error::<T>::NothingAsked);
		let now = T::Clock::now();
		let mut account = Self::account(tab, now)?;
		account.funds.ensure_add_assign(amount)?;

		Self::take_in(&account.asset, &who, amount)?;
		let particulars = (tab, &who, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.topped_up", &particulars);
		Self::deposit_event(Event::ToppedUp { tab, who, amount });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, tab: TabId, amount: Balance) -> DispatchResult {
		ensure!(amount != 0, Error::<T>::NothingAsked);
		let now = T::Clock::now();
		let mut account = Self::account(tab, now)?;
		Self::authorize(tab, &account, &who, Role::Manage, amount, now)?;
		// Money that is not budgeted may be withdrawn all the same.
		let budget = account.budget.take();
		let runway = account
			.needs(Rate(0), Self::policy().min_runway)
			.ok_or(Error::<T>::InsufficientFunds)?;
		ensure!(
			amount <= account.available().saturating_sub(runway),
			Error::<T>::InsufficientFunds
		);
		account.budget = budget;
		account.funds.ensure_sub_assign(amount)?;

		let to = account.owner.clone();
		Self::deliver(&account.asset, &to, amount)?;
		let particulars = (tab, &who, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.withdrawn", &particulars);
		Self::deposit_event(Event::Withdrawn { tab, who: to, amount });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_close_account(who: T::AccountId, tab: TabId) -> DispatchResult {
		let mut account = Self::account(tab, T::Clock::now())?;
		ensure!(account.owner == who, Error::<T>::NotOwner);
		ensure!(account.streams == 0, Error::<T>::StreamsOpen);
		ensure!(account.channels == 0, Error::<T>::ChannelsOpen);
		Self::unqueue(tab, &mut account);
		Self::pay_fees(tab, &mut account);
		let amount = Self::pay_back(&account)?;
		if account.delegates != 0 {
			let _ = Delegates::<T>::clear_prefix(tab, account.delegates.into(), None);
		}
		Accounts::<T>::remove(tab);

		let particulars = (tab, &who, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.closed", &particulars);
		Self::deposit_event(Event::AccountClosed { tab, who, amount });
		Ok(())
	}

	pub(crate) fn do_set_delegate(
		owner: T::AccountId,
		tab: TabId,
		who: T::AccountId,
		allowance: Option<Allowance>,
	) -> DispatchResult {
		let now = T::Clock::now();
		let mut account = Self::account(tab, now)?;
		ensure!(account.owner == owner, Error::<T>::NotOwner);
		let before = Delegates::<T>::get(tab, &who);
		match (before, allowance) {
			(Some(delegate), Some(allowance)) => {
				Delegates::<T>::insert(tab, &who, Delegate { allowance, ..delegate });
			},
			(None, Some(allowance)) => {
				ensure!(
					u32::from(account.delegates) < crate::MAX_DELEGATES,
					Error::<T>::TooManyDelegates
				);
				account.delegates.ensure_add_assign(1)?;
				Delegates::<T>::insert(tab, &who, Delegate { allowance, day: 0, committed: 0 });
			},
			(Some(_), None) => {
				account.delegates.ensure_sub_assign(1)?;
				Delegates::<T>::remove(tab, &who);
			},
			(None, None) => return Err(Error::<T>::UnknownDelegate.into()),
		}
		let particulars = (tab, &who, allowance);
		Self::record(Some(&owner), Subject::Tab(tab), "account.delegate_set", &particulars);
		Self::deposit_event(Event::DelegateSet { tab, who, allowance });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_set_budget(
		who: T::AccountId,
		tab: TabId,
		budget: Option<Balance>,
	) -> DispatchResult {
		let now = T::Clock::now();
		let mut account = Self::account(tab, now)?;
		Self::authorize(tab, &account, &who, Role::Manage, 0, now)?;
		account.budget = budget.map(|limit| Budget { limit, left: limit });
		Self::record(Some(&who), Subject::Tab(tab), "account.budget_set", &(tab, budget));
		Self::deposit_event(Event::BudgetSet { tab, budget });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_set_alert(
		who: T::AccountId,
		tab: TabId,
		alert: Option<Seconds>,
	) -> DispatchResult {
		let now = T::Clock::now();
		let mut account = Self::account(tab, now)?;
		Self::authorize(tab, &account, &who, Role::Manage, 0, now)?;
		account.alert = alert;
		account.low = false;
		Self::record(Some(&who), Subject::Tab(tab), "account.alert_set", &(tab, alert));
		Self::deposit_event(Event::AlertSet { tab, alert });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_credit(tab: TabId, asset: &AssetId, amount: Balance) -> DispatchResult {
		let now = T::Clock::now();
		let mut account = Self::account(tab, now)?;
		ensure!(account.asset == *asset, Error::<T>::AssetMismatch);
		if amount == 0 {
			// The end of the money may have been declared just now.
			Self::store(tab, account, now);
			return Ok(());
		}
		account.funds.ensure_add_assign(amount)?;

		let asset = asset.clone();
		Self::record(None, Subject::Tab(tab), "account.credited", &(tab, &asset, amount));
		Self::deposit_event(Event::Credited { tab, asset, amount });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_set_policy(policy: Policy) -> DispatchResult {
		ensure!(policy.min_runway != 0, Error::<T>::NoRunway);
		PolicyInForce::<T>::put(policy);
		let subject = Subject::Account(Self::pot_account());
		Self::record(None, subject, "billing.policy_set", &policy);
		Self::deposit_event(Event::PolicySet { policy });
		Ok(())
	}
}

// What all of that rests upon.
impl<T: Config> Pallet<T> {
	/// What governance has decided.
	pub fn policy() -> Policy {
		PolicyInForce::<T>::get()
	}

	/// The account, counted up to `now`. If its money has ended meanwhile, that is declared, so
	/// that whoever comes first after that second finds the same state.
	pub(crate) fn account(tab: TabId, now: Timestamp) -> Result<AccountOf<T>, DispatchError> {
		let mut account = Accounts::<T>::get(tab).ok_or(Error::<T>::UnknownAccount)?;
		Self::roll(tab, &mut account, now)?;
		Ok(account)
	}

	/// Counts an account up to `now`, and declares it frozen if its money has ended meanwhile.
	pub(crate) fn roll(tab: TabId, account: &mut AccountOf<T>, now: Timestamp) -> DispatchResult {
		match account.roll(now)? {
			Some(since) => Self::freeze(tab, account, since, now),
			None => Ok(()),
		}
	}

	/// Stores an account that may have become richer or poorer, and does what follows from that.
	pub(crate) fn store(tab: TabId, mut account: AccountOf<T>, now: Timestamp) {
		match account.status {
			Status::Frozen { swept: true, .. } => Self::try_resume(tab, &mut account, now),
			Status::Active => Self::warn(tab, &mut account, now),
			Status::Frozen { .. } | Status::Closing { .. } => {},
		}
		Self::watch(tab, &mut account, now);
		Accounts::<T>::insert(tab, account);
	}

	/// Whether `who` may do with the account what takes a `role` and commits `amount`.
	pub(crate) fn authorize(
		tab: TabId,
		account: &AccountOf<T>,
		who: &T::AccountId,
		role: Role,
		amount: Balance,
		now: Timestamp,
	) -> DispatchResult {
		if account.owner == *who {
			return Ok(());
		}
		let mut delegate = Delegates::<T>::get(tab, who).ok_or(Error::<T>::NotOwner)?;
		ensure!(delegate.allowance.role >= role, Error::<T>::NotAllowed);
		if let (Some(per_day), true) = (delegate.allowance.per_day, amount != 0) {
			let today = u32::try_from(now.0.checked_div(DAY).unwrap_or(0)).unwrap_or(u32::MAX);
			let before = if delegate.day == today { delegate.committed } else { 0 };
			delegate.day = today;
			delegate.committed = before.ensure_add(amount)?;
			ensure!(delegate.committed <= per_day, Error::<T>::DailyCapReached);
			Delegates::<T>::insert(tab, who, delegate);
		}
		Ok(())
	}

	/// On which side of a stream `who` is.
	pub(crate) fn side(
		tab: TabId,
		account: &AccountOf<T>,
		payee: Option<&T::AccountId>,
		who: &T::AccountId,
		now: Timestamp,
	) -> Result<Side, DispatchError> {
		if payee == Some(who) {
			return Ok(Side::Payee);
		}
		Self::authorize(tab, account, who, Role::Manage, 0, now).map(|()| Side::Payer)
	}

	/// What a running stream of `rate` counts for against a delegate's cap: a day of it.
	pub(crate) fn day_of(rate: Rate, cap: Balance) -> Balance {
		rate.amount(DAY).map_or(cap, |day| day.min(cap))
	}

	/// Declares that the money has ended: nothing flows from that second on. The sweep tells the
	/// streams one by one.
	fn freeze(
		tab: TabId,
		account: &mut AccountOf<T>,
		since: Timestamp,
		now: Timestamp,
	) -> DispatchResult {
		Self::unqueue(tab, account);
		let status = account.end_flow(since, Self::policy().grace)?;
		let Status::Frozen { grace_until, .. } = status else { return Ok(()) };
		// More than a bucket later, so that the sweep comes when it comes if the agenda finds out by
		// itself, at the end of the bucket: nobody moves anything by settling in between.
		let sweep_at = since.plus(agenda::BUCKET).plus(1);
		Self::change_status(tab, account, status, now, sweep_at);
		let grace = Due::Grace { tab, round: account.round };
		account.queued = Some(agenda::schedule::<Agenda<T>>(now, grace_until, grace));
		let particulars = (tab, since, grace_until);
		Self::record(None, Subject::Tab(tab), "account.frozen", &particulars);
		Self::deposit_event(Event::Frozen { tab, at: since, grace_until });
		Ok(())
	}

	/// Lets a frozen account flow again, if it can pay for a while.
	fn try_resume(tab: TabId, account: &mut AccountOf<T>, now: Timestamp) {
		if !account.covers(Rate(0), Self::policy().min_runway) {
			return;
		}
		Self::unqueue(tab, account);
		if let Status::Frozen { grace_until, .. } = account.status {
			account.grace_from = Timestamp(now.0.saturating_sub(grace_until.since(now)));
		}
		account.at = account.at.max(now);
		account.low = false;
		Self::change_status(tab, account, Status::Active, now, now);
		Self::record(None, Subject::Tab(tab), "account.resumed", &tab);
		Self::deposit_event(Event::Resumed { tab });
	}

	/// Puts an account into another status and queues the sweep of its running streams for
	/// `sweep_at`.
	pub(crate) fn change_status(
		tab: TabId,
		account: &mut AccountOf<T>,
		status: Status,
		now: Timestamp,
		sweep_at: Timestamp,
	) {
		account.status = status;
		account.round = account.round.wrapping_add(1);
		let sweep = Due::Sweep { tab, round: account.round, after: None };
		agenda::schedule::<Agenda<T>>(now, sweep_at, sweep);
	}

	/// Tells the owner once that the money will end soon.
	fn warn(tab: TabId, account: &mut AccountOf<T>, now: Timestamp) {
		let soon = match (account.alert, account.depletes_at()) {
			(Some(alert), Some(end)) if end.since(now) < alert => Some(end),
			_ => None,
		};
		if let (Some(depletes_at), false) = (soon, account.low) {
			Self::record(None, Subject::Tab(tab), "account.low", &(tab, depletes_at));
			Self::deposit_event(Event::Low { tab, depletes_at });
		}
		account.low = soon.is_some();
	}

	/// Takes back what the agenda has about an account.
	fn unqueue(tab: TabId, account: &mut AccountOf<T>) {
		let Some(slot) = account.queued.take() else { return };
		let item = match account.status {
			Status::Active => Due::Check(tab),
			Status::Frozen { .. } | Status::Closing { .. } => {
				Due::Grace { tab, round: account.round }
			},
		};
		agenda::cancel::<Agenda<T>>(slot, &item);
	}

	/// Queues the next look at an account, unless an earlier one is queued already, which will
	/// queue the next.
	fn watch(tab: TabId, account: &mut AccountOf<T>, now: Timestamp) {
		if account.status != Status::Active {
			return;
		}
		let Some(end) = account.depletes_at() else { return };
		let next = match account.alert {
			// The first second in which less than the alert is left.
			Some(alert) if !account.low => Timestamp(end.0.saturating_sub(alert).saturating_add(1)),
			_ => end,
		};
		// In a page of the agenda that is not for ever ahead.
		let next = next.min(now.plus(MAX_AHEAD));
		if account.queued.is_some_and(|slot| slot.is_by(next)) {
			return;
		}
		Self::unqueue(tab, account);
		account.queued = Some(agenda::schedule::<Agenda<T>>(now, next, Due::Check(tab)));
	}

	pub(crate) fn record(
		actor: Option<&T::AccountId>,
		subject: Subject<T::AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	) {
		T::Audit::record(Category::Billing, actor, subject, action, particulars);
	}
}
