//! What the calls do.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	pallet::*,
	settlement::{self, Stretch},
	types::{Account, Stream},
	WeightInfo,
};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::*,
	storage::with_storage_layer,
	traits::{
		fungibles::{Inspect, Mutate},
		tokens::Preservation,
	},
};
use sp_runtime::{
	traits::{AccountIdConversion, EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign},
	ArithmeticError,
};
use tradewind_primitives::{
	money::shares_add_up,
	traits::{AuditLog, Meter},
	AssetId, Balance, Category, Clock, Seconds, StreamBill, StreamId, StreamTerms, Subject, TabId,
	Timestamp,
};

type AccountOf<T> = Account<<T as frame_system::Config>::AccountId>;
type StreamOf<T> = Stream<<T as frame_system::Config>::AccountId>;

/// What the payees were paid.
struct Payment {
	/// The sum.
	amount: Balance,
	/// Whether every payee received its part, so that nothing is owed for it.
	delivered: bool,
}

impl<T: Config> Pallet<T> {
	/// The account in which all prepaid money lies.
	pub fn pot_account() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// The weight of settling a stream of so many payees, whatever the asset and whether or not
	/// the payouts arrive.
	pub(crate) fn settle_weight(payees: u32) -> Weight {
		T::WeightInfo::settle(payees)
			.max(T::WeightInfo::settle_asset(payees))
			.max(T::WeightInfo::settle_owed(payees))
	}

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
			streams: 0,
		};
		Accounts::<T>::insert(tab, account);

		let particulars = (tab, &who, &asset, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.opened", &particulars);
		Self::deposit_event(Event::AccountOpened { tab, who, asset, amount });
		Ok(tab)
	}

	pub(crate) fn do_top_up(who: T::AccountId, tab: TabId, amount: Balance) -> DispatchResult {
		ensure!(amount != 0, Error::<T>::NothingAsked);
		let mut account = Self::account(tab)?;
		account.funds.ensure_add_assign(amount)?;

		Self::take_in(&account.asset, &who, amount)?;
		Accounts::<T>::insert(tab, account);

		let particulars = (tab, &who, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.topped_up", &particulars);
		Self::deposit_event(Event::ToppedUp { tab, who, amount });
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, tab: TabId, amount: Balance) -> DispatchResult {
		ensure!(amount != 0, Error::<T>::NothingAsked);
		let mut account = Self::account_of(&who, tab)?;
		ensure!(amount <= account.available(), Error::<T>::InsufficientFunds);
		account.funds.ensure_sub_assign(amount)?;

		Self::deliver(&account.asset, &who, amount)?;
		Accounts::<T>::insert(tab, account);

		let particulars = (tab, &who, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.withdrawn", &particulars);
		Self::deposit_event(Event::Withdrawn { tab, who, amount });
		Ok(())
	}

	pub(crate) fn do_close_account(who: T::AccountId, tab: TabId) -> DispatchResult {
		let account = Self::account_of(&who, tab)?;
		ensure!(account.streams == 0, Error::<T>::StreamsOpen);
		let mut pot = Pots::<T>::get(&account.asset);
		pot.accounts.ensure_sub_assign(1)?;
		ensure!(pot.accounts != 0 || pot.owed == 0, Error::<T>::PayoutsOwed);

		let amount = account.funds;
		// With the last account of an asset the pot's own account in the asset goes too.
		let preservation =
			if pot.is_idle() { Preservation::Expendable } else { Preservation::Preserve };
		T::Assets::transfer(
			account.asset.clone(),
			&Self::pot_account(),
			&who,
			amount,
			preservation,
		)?;
		if pot.is_idle() {
			Pots::<T>::remove(&account.asset);
		} else {
			Pots::<T>::insert(&account.asset, pot);
		}
		Accounts::<T>::remove(tab);

		let particulars = (tab, &who, amount);
		Self::record(Some(&who), Subject::Tab(tab), "account.closed", &particulars);
		Self::deposit_event(Event::AccountClosed { tab, who, amount });
		Ok(())
	}

	/// Returns what it weighed.
	pub(crate) fn do_settle(id: StreamId) -> Result<Weight, DispatchError> {
		let mut stream = Self::stream(id)?;
		ensure!(stream.started.is_some(), Error::<T>::NotStarted);
		let payees = stream.payees.len() as u32;
		let now = T::Clock::now();
		if now <= stream.settled_until {
			return Ok(T::WeightInfo::settle(payees));
		}

		let tab = stream.tab;
		let mut account = Self::account(tab)?;
		let before = stream.bill().ok_or(ArithmeticError::Overflow)?;
		let Stretch { seconds, downtime } = Self::advance(&mut stream, now)?;
		let Payment { amount, delivered } =
			Self::pay(&mut stream, &mut account, before.amount, false)?;
		let weight = match account.asset {
			_ if !delivered => Self::settle_weight(payees),
			AssetId::Native => T::WeightInfo::settle(payees),
			AssetId::WithId(_) => T::WeightInfo::settle_asset(payees),
		};
		Streams::<T>::insert(id, stream);
		Accounts::<T>::insert(tab, account);

		Self::deposit_event(Event::Settled { stream: id, tab, seconds, downtime, amount });
		Ok(weight)
	}

	pub(crate) fn do_claim(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let amount = Owed::<T>::take(&who, &asset);
		ensure!(amount != 0, Error::<T>::NothingOwed);
		Self::deliver(&asset, &who, amount)?;
		// An account in the asset exists as long as anything is owed, so the entry stays.
		Pots::<T>::try_mutate(&asset, |pot| pot.owed.ensure_sub_assign(amount))?;

		let particulars = (&who, &asset, amount);
		Self::record(None, Subject::Account(who.clone()), "payout.claimed", &particulars);
		Self::deposit_event(Event::Claimed { who, asset, amount });
		Ok(())
	}

	pub(crate) fn do_open_stream(
		who: &T::AccountId,
		terms: StreamTerms<T::AccountId>,
	) -> Result<StreamId, DispatchError> {
		let StreamTerms { tab, rate, cap, .. } = terms;
		let mut account = Self::account_of(who, tab)?;
		ensure!(shares_add_up(&terms.payees), Error::<T>::BadPayees);
		let pot = Self::pot_account();
		ensure!(terms.payees.iter().all(|payee| payee.who != pot), Error::<T>::BadPayees);
		ensure!(cap <= account.available(), Error::<T>::InsufficientFunds);
		account.reserved.ensure_add_assign(cap)?;
		account.streams.ensure_add_assign(1)?;
		let stream = NextStreamId::<T>::get();
		let next = stream.next().ok_or(ArithmeticError::Overflow)?;

		NextStreamId::<T>::put(next);
		Accounts::<T>::insert(tab, account);
		Streams::<T>::insert(stream, Stream::new(terms));

		let particulars = (stream, tab, rate, cap);
		Self::record(Some(who), Subject::Stream(stream), "stream.opened", &particulars);
		Self::deposit_event(Event::StreamOpened { stream, tab, rate, cap });
		Ok(stream)
	}

	pub(crate) fn do_start_stream(id: StreamId) -> DispatchResult {
		let mut stream = Self::stream(id)?;
		ensure!(stream.started.is_none(), Error::<T>::AlreadyStarted);
		let now = T::Clock::now();
		stream.started = Some(now);
		stream.settled_until = now;
		stream.meter_at = Self::reading(&stream, now);
		let tab = stream.tab;
		Streams::<T>::insert(id, stream);

		Self::record(None, Subject::Stream(id), "stream.started", &(id, tab));
		Self::deposit_event(Event::StreamStarted { stream: id, tab });
		Ok(())
	}

	pub(crate) fn do_close_stream(id: StreamId) -> Result<StreamBill, DispatchError> {
		let mut stream = Self::stream(id)?;
		let tab = stream.tab;
		let mut account = Self::account(tab)?;
		let before = stream.bill().ok_or(ArithmeticError::Overflow)?;
		Self::advance(&mut stream, T::Clock::now())?;
		Self::pay(&mut stream, &mut account, before.amount, true)?;
		let bill = stream.bill().ok_or(ArithmeticError::Overflow)?;
		let released = stream.cap.ensure_sub(bill.amount)?;
		account.reserved.ensure_sub_assign(released)?;
		account.streams.ensure_sub_assign(1)?;
		Streams::<T>::remove(id);
		Accounts::<T>::insert(tab, account);

		let particulars = (id, tab, bill, released);
		Self::record(None, Subject::Stream(id), "stream.closed", &particulars);
		Self::deposit_event(Event::StreamClosed { stream: id, tab, bill, released });
		Ok(bill)
	}

	pub(crate) fn do_credit(tab: TabId, asset: &AssetId, amount: Balance) -> DispatchResult {
		let mut account = Self::account(tab)?;
		ensure!(account.asset == *asset, Error::<T>::AssetMismatch);
		if amount == 0 {
			return Ok(());
		}
		account.funds.ensure_add_assign(amount)?;
		Accounts::<T>::insert(tab, account);

		let asset = asset.clone();
		Self::record(None, Subject::Tab(tab), "account.credited", &(tab, &asset, amount));
		Self::deposit_event(Event::Credited { tab, asset, amount });
		Ok(())
	}

	pub(crate) fn bill_now(id: StreamId) -> Option<StreamBill> {
		let mut stream = Streams::<T>::get(id)?;
		Self::advance(&mut stream, T::Clock::now()).ok()?;
		stream.bill()
	}

	fn account(tab: TabId) -> Result<AccountOf<T>, Error<T>> {
		Accounts::<T>::get(tab).ok_or(Error::<T>::UnknownAccount)
	}

	fn account_of(who: &T::AccountId, tab: TabId) -> Result<AccountOf<T>, Error<T>> {
		let account = Self::account(tab)?;
		ensure!(account.owner == *who, Error::<T>::NotOwner);
		Ok(account)
	}

	fn stream(id: StreamId) -> Result<StreamOf<T>, Error<T>> {
		Streams::<T>::get(id).ok_or(Error::<T>::UnknownStream)
	}

	fn reading(stream: &StreamOf<T>, now: Timestamp) -> Seconds {
		stream.meter.as_ref().and_then(|who| T::Meter::downtime(who, now)).unwrap_or(0)
	}

	/// Counts the seconds up to `now`. Does nothing to a stream that does not flow.
	fn advance(stream: &mut StreamOf<T>, now: Timestamp) -> Result<Stretch, DispatchError> {
		if stream.started.is_none() {
			return Ok(Stretch::default());
		}
		let elapsed = now.since(stream.settled_until);
		// A meter never runs back. Should one do so, no second is deducted twice for it.
		let standstill = Self::reading(stream, now).saturating_sub(stream.meter_at);
		let left =
			settlement::covered(stream.rate, stream.cap).ensure_sub(stream.billed_seconds)?;
		let stretch = settlement::stretch(elapsed, standstill, left);
		stream.settled_until = stream.settled_until.max(now);
		stream.meter_at.ensure_add_assign(stretch.downtime)?;
		stream.billed_seconds.ensure_add_assign(stretch.seconds)?;
		stream.downtime.ensure_add_assign(stretch.downtime)?;
		Ok(stretch)
	}

	/// Pays the payees of `stream` what has become due since `before` was billed.
	fn pay(
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		before: Balance,
		last: bool,
	) -> Result<Payment, DispatchError> {
		let after = stream.bill().ok_or(ArithmeticError::Overflow)?.amount;
		let parts = settlement::parts(before, after, &stream.payees, last);
		let amount = parts.iter().try_fold(0, |sum: Balance, part| sum.ensure_add(*part))?;
		stream.paid.ensure_add_assign(amount)?;
		account.funds.ensure_sub_assign(amount)?;
		account.reserved.ensure_sub_assign(amount)?;
		let mut delivered = true;
		for (payee, part) in stream.payees.iter().zip(parts) {
			if part != 0 && Self::deliver(&account.asset, &payee.who, part).is_err() {
				Self::owe(payee.who.clone(), account.asset.clone(), part);
				delivered = false;
			}
		}
		Ok(Payment { amount, delivered })
	}

	fn take_in(asset: &AssetId, from: &T::AccountId, amount: Balance) -> DispatchResult {
		let pot = Self::pot_account();
		T::Assets::transfer(asset.clone(), from, &pot, amount, Preservation::Preserve)?;
		Ok(())
	}

	/// Transfers out of the pot, which the deposit of an account keeps alive. All or nothing: the
	/// caller may go on after a failure.
	fn deliver(asset: &AssetId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		let pot = Self::pot_account();
		with_storage_layer(|| {
			T::Assets::transfer(asset.clone(), &pot, to, amount, Preservation::Preserve)?;
			Ok(())
		})
	}

	/// Books a payout that could not be delivered. It must not hold up the others, so the sums
	/// saturate; no asset has so much of it.
	fn owe(who: T::AccountId, asset: AssetId, amount: Balance) {
		Owed::<T>::mutate(&who, &asset, |owed| *owed = owed.saturating_add(amount));
		Pots::<T>::mutate(&asset, |pot| pot.owed = pot.owed.saturating_add(amount));
		Self::deposit_event(Event::PayoutOwed { who, asset, amount });
	}

	fn record(
		actor: Option<&T::AccountId>,
		subject: Subject<T::AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	) {
		T::Audit::record(Category::Billing, actor, subject, action, particulars);
	}
}
