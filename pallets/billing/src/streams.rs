//! Streams: what is done to them, and how they are brought up to date.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	accounts::DAY,
	hooks::Agenda,
	pallet::*,
	settlement::{self, Stretch},
	types::{Batch, Due, Manager, Role, Status, Stream, StreamState},
	AccountOf, StreamOf, WeightInfo,
};
use frame_support::pallet_prelude::*;
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign},
	ArithmeticError, Perbill,
};
use tradewind_primitives::{
	agenda,
	money::shares_add_up,
	traits::{Ending, Meter},
	AssetId, Balance, Clock, CloseReason, Payees, Rate, Seconds, StreamBill, StreamId, StreamTerms,
	Subject, Timestamp, MAX_PAYEES,
};

/// How far ahead the end of a stream or an account is queued; what ends later is looked at again
/// until then. So no page of the agenda outlives what it is about by much.
pub(crate) const MAX_AHEAD: Seconds = 30 * 24 * 60 * 60;

/// What a settlement came to.
pub(crate) struct Settlement {
	/// What it moved, the fee included.
	amount: Balance,
	/// The fee.
	fee: Balance,
	/// What was paid besides the seconds.
	forfeit: Balance,
	/// Whether anything is owed for it.
	owes: bool,
}

// Opening, starting and closing.
impl<T: Config> Pallet<T> {
	/// Fails unless the shares add up to one and nothing goes back into the pot.
	pub(crate) fn ensure_payees(payees: &Payees<T::AccountId>) -> Result<(), Error<T>> {
		let pot = Self::pot_account();
		let sound = shares_add_up(payees) && payees.iter().all(|payee| payee.who != pot);
		ensure!(sound, Error::<T>::BadPayees);
		Ok(())
	}

	pub(crate) fn do_open_stream(
		who: &T::AccountId,
		terms: StreamTerms<T::AccountId>,
		manager: Manager<T::Memo>,
	) -> Result<StreamId, DispatchError> {
		let now = T::Clock::now();
		let StreamTerms { tab, rate, cap, prepaid, .. } = terms;
		let mut account = Self::account(tab, now)?;
		let commits = if prepaid { cap } else { Self::day_of(rate, cap) };
		Self::authorize(tab, &account, who, Role::Spend, commits, now)?;
		let policy = Self::policy();
		Self::ensure_payees(&terms.payees)?;
		if prepaid {
			ensure!(cap <= account.available(), Error::<T>::InsufficientFunds);
			account.reserve(cap)?;
		} else {
			ensure!(account.status == Status::Active, Error::<T>::AccountFrozen);
			ensure!(account.covers(rate, policy.min_runway), Error::<T>::InsufficientFunds);
			// A stream that is over as soon as it begins would halt the others for nothing.
			let least = rate.amount(policy.min_runway).ok_or(ArithmeticError::Overflow)?;
			ensure!(cap >= least, Error::<T>::CapTooSmall);
			account.running.ensure_add_assign(1)?;
		}
		let id = StreamId::of(tab, account.next_stream).ok_or(Error::<T>::StreamsUsedUp)?;
		account.next_stream.ensure_add_assign(1)?;
		account.streams.ensure_add_assign(1)?;
		let stream = Stream::new(terms, policy.fee, manager);
		Self::wait(&stream, &mut account)?;

		let particulars = (id, tab, rate, cap, prepaid, stream.is_managed());
		Self::record(Some(who), Subject::Stream(id), "stream.opened", &particulars);
		Self::deposit_event(Event::StreamOpened { stream: id, tab, rate, cap, prepaid });
		Self::put(id, stream, account, now);
		Ok(id)
	}

	pub(crate) fn do_start_stream(id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let mut stream = Self::stream(id)?;
		ensure!(stream.state == StreamState::Pending, Error::<T>::AlreadyStarted);
		let tab = id.tab();
		let mut account = Self::account(tab, now)?;
		stream.started = now;
		Self::unwait(&stream, &mut account)?;
		Self::join(&mut stream, &mut account, now)?;
		Self::watch_end(id, &mut stream, now);

		Self::record(None, Subject::Stream(id), "stream.started", &(id, tab));
		Self::deposit_event(Event::StreamStarted { stream: id, tab });
		if stream.state == StreamState::Halted {
			Self::deposit_event(Event::StreamHalted { stream: id, tab, at: now });
		}
		Self::put(id, stream, account, now);
		Ok(())
	}

	/// Settles a stream for the last time, pays the part `forfeit` of what is left of a cap that
	/// was set aside, gives the account what is left then and forgets the stream.
	pub(crate) fn finish(
		id: StreamId,
		mut stream: StreamOf<T>,
		mut account: AccountOf<T>,
		forfeit: Perbill,
		now: Timestamp,
	) -> Result<StreamBill, DispatchError> {
		let tab = id.tab();
		let settled = Self::bring_up(id, &mut stream, &mut account, now, Some(forfeit))?;
		Self::leave(&mut stream, &mut account, StreamState::Spent)?;
		let bill = StreamBill { forfeit: settled.forfeit, ..stream.bill() };
		if stream.prepaid {
			let paid = bill.amount.ensure_add(bill.forfeit)?;
			account.unreserve(stream.cap.ensure_sub(paid)?)?;
		} else {
			account.running.ensure_sub_assign(1)?;
		}
		account.streams.ensure_sub_assign(1)?;
		Streams::<T>::remove(tab, id);
		if let Manager::Parties { queued, .. } = stream.manager {
			Proposals::<T>::remove(id);
			if let Some(slot) = queued {
				agenda::cancel::<Agenda<T>>(slot, &Due::End(id));
			}
		}

		let particulars = (id, tab, bill, settled.amount, settled.fee);
		Self::record(None, Subject::Stream(id), "stream.closed", &particulars);
		let (amount, fee) = (settled.amount, settled.fee);
		Self::deposit_event(Event::StreamClosed { stream: id, tab, bill, amount, fee });
		Self::pay_fees(tab, &mut account);
		Self::store(tab, account, now);
		Ok(bill)
	}
}

// Settling.
impl<T: Config> Pallet<T> {
	/// The weight of settling a stream of so many payees, whatever the asset, whether or not the
	/// payouts arrive, and whether or not the account is found to be empty.
	pub(crate) fn settle_weight(payees: u32) -> Weight {
		T::WeightInfo::settle(payees)
			.max(T::WeightInfo::settle_asset(payees))
			.max(T::WeightInfo::settle_owed(payees))
			.saturating_add(T::WeightInfo::check())
	}

	/// Returns what it weighed.
	pub(crate) fn do_settle(id: StreamId) -> Result<Weight, DispatchError> {
		let mut stream = Self::stream(id)?;
		ensure!(stream.state != StreamState::Pending, Error::<T>::NotStarted);
		let payees = stream.payees.len() as u32;
		let now = T::Clock::now();
		if now <= stream.settled_until || stream.state != StreamState::Flowing {
			return Ok(T::WeightInfo::settle(payees));
		}

		let mut account = Self::account(id.tab(), now)?;
		let settled = Self::pay_up(id, &mut stream, &mut account, now, None)?;
		let weight = match account.asset {
			// Dearer than usual: a payout that fails, or the end of the money.
			_ if settled.owes || account.status != Status::Active => Self::settle_weight(payees),
			AssetId::Native => T::WeightInfo::settle(payees),
			AssetId::WithId(_) => T::WeightInfo::settle_asset(payees),
		};
		Self::put(id, stream, account, now);
		Ok(weight)
	}

	/// The weight of settling so many streams of the dearest kind.
	pub(crate) fn settle_many_weight(streams: u32) -> Weight {
		Self::settle_weight(MAX_PAYEES)
			.saturating_mul(streams.into())
			.saturating_add(T::WeightInfo::settle_many(0))
	}

	/// Settles what can be settled. Returns what it weighed.
	pub(crate) fn do_settle_many(streams: Batch) -> Weight {
		let (mut settled, mut skipped) = (0u32, 0u32);
		let mut weight = T::WeightInfo::settle_many(0);
		for id in streams {
			match frame_support::storage::with_storage_layer(|| Self::do_settle(id)) {
				Ok(one) => {
					settled = settled.saturating_add(1);
					weight = weight.saturating_add(one);
				},
				Err(_) => {
					skipped = skipped.saturating_add(1);
					weight = weight.saturating_add(T::DbWeight::get().reads(1));
				},
			}
		}
		Self::deposit_event(Event::SettledMany { settled, skipped });
		weight
	}

	/// A stream with every second counted up to this moment.
	pub(crate) fn counted(id: StreamId) -> Option<StreamOf<T>> {
		let now = T::Clock::now();
		let mut stream = Self::stream(id).ok()?;
		let mut account = Accounts::<T>::get(id.tab())?;
		let until = account.roll(now).ok()?.unwrap_or_else(|| account.flowed_until(now));
		Self::count(&mut stream, now, until).ok()?;
		Some(stream)
	}

	/// Counts a stream's seconds and pays for them. Nothing else changes, so that it makes no
	/// difference how often that is done. The `last` time says which part of what is left of a cap
	/// that was set aside is paid besides.
	fn pay_up(
		id: StreamId,
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		now: Timestamp,
		last: Option<Perbill>,
	) -> Result<Settlement, DispatchError> {
		let before = stream.amount;
		let stretch = Self::count(stream, now, account.flowed_until(now))?;
		let forfeit = match last {
			Some(part) if stream.prepaid => part.mul_floor(stream.cap.ensure_sub(stream.amount)?),
			_ => 0,
		};
		let payment = Self::pay(stream, account, before, forfeit, last.is_some())?;
		let (amount, fee) = (payment.amount, payment.fee);
		let settled = Settlement { amount, fee, forfeit, owes: !payment.delivered };
		let tab = id.tab();
		if last.is_none() && (stretch != Stretch::default() || amount != 0) {
			let Stretch { seconds, downtime } = stretch;
			Self::deposit_event(Event::Settled { stream: id, tab, seconds, downtime, amount, fee });
		}
		Ok(settled)
	}

	/// The same, and stops a stream that cannot flow, because its account is frozen or because it
	/// is over. What it took too much goes back to the account.
	pub(crate) fn bring_up(
		id: StreamId,
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		now: Timestamp,
		last: Option<Perbill>,
	) -> Result<Settlement, DispatchError> {
		let settled = Self::pay_up(id, stream, account, now, last)?;
		let until = if stream.prepaid { now } else { account.flowed_until(now) };
		let stands = !stream.prepaid
			&& stream.state == StreamState::Flowing
			&& account.status != Status::Active;
		if stands {
			// Its rate counts as halted since the account was frozen; only its slack is left.
			account.untake(Self::slack(stream)?)?;
			stream.slack = 0;
			stream.meter_at = Self::reading(stream, until).saturating_sub(stream.meter_at);
			stream.state = StreamState::Halted;
		}
		if last.is_none() && Self::is_spent(stream, until) {
			// It can take no more: its rate must not run the account down.
			Self::leave(stream, account, StreamState::Spent)?;
		} else if stands {
			let tab = id.tab();
			Self::deposit_event(Event::StreamHalted { stream: id, tab, at: until });
		}
		Ok(settled)
	}

	/// Counts the seconds up to `now`, or for a running stream up to `until`, which is when its
	/// account's money ended. Does nothing to a stream that does not flow.
	fn count(
		stream: &mut StreamOf<T>,
		now: Timestamp,
		until: Timestamp,
	) -> Result<Stretch, DispatchError> {
		if stream.state != StreamState::Flowing {
			return Ok(Stretch::default());
		}
		let until = if stream.prepaid { now } else { until };
		let passed = until.since(stream.settled_until);
		// An end that has come bounds what is billed, not what the account has lent.
		let billed_until = stream.ends().map_or(until, |ends| ends.min(until));
		let elapsed = billed_until.since(stream.settled_until);
		// A meter never runs back. Should one do so, no second is deducted twice for it.
		let standstill = Self::reading(stream, billed_until).saturating_sub(stream.meter_at);
		let left = settlement::covered(stream.rate, stream.cap.ensure_sub(stream.amount)?);
		let stretch = settlement::stretch(elapsed, standstill, left);
		let amount = stream.rate.amount(stretch.seconds).ok_or(ArithmeticError::Overflow)?;
		stream.amount.ensure_add_assign(amount)?;
		stream.settled_until = stream.settled_until.max(until);
		stream.meter_at.ensure_add_assign(stretch.downtime)?;
		stream.billed_seconds.ensure_add_assign(stretch.seconds)?;
		stream.downtime.ensure_add_assign(stretch.downtime)?;
		if !stream.prepaid {
			stream.slack.ensure_add_assign(passed.ensure_sub(stretch.seconds)?)?;
		}
		Ok(stretch)
	}

	/// Whether nothing more can flow, because the cap is used up or the end has come.
	pub(crate) fn is_spent(stream: &StreamOf<T>, at: Timestamp) -> bool {
		let left = stream.cap.saturating_sub(stream.amount);
		stream.state != StreamState::Pending
			&& (settlement::covered(stream.rate, left) == 0
				|| stream.ends().is_some_and(|ends| ends <= at))
	}

	/// Queues the close of a stream that nobody manages for when it can take no more, as far as
	/// that can be told now; unless it is looked at before that, which will queue the next look.
	pub(crate) fn watch_end(id: StreamId, stream: &mut StreamOf<T>, now: Timestamp) {
		let Manager::Parties { ends, queued } = stream.manager else { return };
		let left = stream.cap.saturating_sub(stream.amount);
		// One that stands is looked at now and then, lest many of them keep the agenda busy.
		let least = if stream.state == StreamState::Flowing { 0 } else { DAY };
		let spent = now.plus(settlement::covered(stream.rate, left).max(least));
		let end = ends.map_or(spent, |ends| ends.min(spent));
		// In the page of the agenda that every block comes to, however far the end.
		let at = end.min(now.plus(MAX_AHEAD)).max(now.plus(1));
		if end.0 == u64::MAX || queued.is_some_and(|slot| slot.is_by(at)) {
			return;
		}
		if let Some(slot) = queued {
			agenda::cancel::<Agenda<T>>(slot, &Due::End(id));
		}
		let queued = Some(agenda::schedule::<Agenda<T>>(now, at, Due::End(id)));
		stream.manager = Manager::Parties { ends, queued };
	}

	/// Closes a stream that nobody manages, if it can take no more; otherwise it is looked at
	/// again.
	pub(crate) fn end_due(id: StreamId, now: Timestamp) -> DispatchResult {
		let mut stream = Self::stream(id)?;
		// A look that was called off while this page of the agenda was being worked off.
		let Manager::Parties { ends, queued: Some(slot) } = stream.manager else { return Ok(()) };
		if !slot.is_due(now) {
			return Ok(());
		}
		stream.manager = Manager::Parties { ends, queued: None };
		let mut account = Self::account(id.tab(), now)?;
		let mut counted = stream.clone();
		Self::count(&mut counted, now, account.flowed_until(now))?;
		if counted.state == StreamState::Spent || Self::is_spent(&counted, now) {
			return Self::finish(id, stream, account, Perbill::zero(), now).map(|_| ());
		}
		Self::bring_up(id, &mut stream, &mut account, now, None)?;
		Self::watch_end(id, &mut stream, now);
		Self::put(id, stream, account, now);
		Ok(())
	}

	/// What the meter of a stream read at a moment.
	fn reading(stream: &StreamOf<T>, at: Timestamp) -> Seconds {
		stream.meter.as_ref().and_then(|who| T::Meter::downtime(who, at)).unwrap_or(0)
	}

	/// What a running stream has taken from its account and not billed.
	pub(crate) fn slack(stream: &StreamOf<T>) -> Result<Balance, ArithmeticError> {
		stream.rate.amount(stream.slack).ok_or(ArithmeticError::Overflow)
	}

	/// Counts a stream that stands among what its account expects to pay.
	pub(crate) fn wait(stream: &StreamOf<T>, account: &mut AccountOf<T>) -> DispatchResult {
		if !stream.prepaid {
			account.halted = Rate(account.halted.0.ensure_add(stream.rate.0)?);
		}
		Ok(())
	}

	/// Takes a stream that stands out of what its account expects to pay.
	fn unwait(stream: &StreamOf<T>, account: &mut AccountOf<T>) -> DispatchResult {
		if !stream.prepaid {
			account.halted = Rate(account.halted.0.ensure_sub(stream.rate.0)?);
		}
		Ok(())
	}

	/// Lets a stream flow from now on, or halts it at once where there is no money.
	pub(crate) fn join(
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		now: Timestamp,
	) -> DispatchResult {
		if !stream.prepaid && account.status != Status::Active {
			Self::wait(stream, account)?;
			stream.settled_until = now;
			stream.state = StreamState::Halted;
			return Ok(());
		}
		if !stream.prepaid {
			account.rate = Rate(account.rate.0.ensure_add(stream.rate.0)?);
		}
		stream.meter_at = Self::reading(stream, now).saturating_sub(stream.meter_at);
		stream.settled_until = now;
		stream.state = StreamState::Flowing;
		Ok(())
	}

	/// Takes a stream that is up to date out of its account's rates, and gives back what it took
	/// too much.
	pub(crate) fn leave(
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		state: StreamState,
	) -> DispatchResult {
		if stream.state == StreamState::Flowing {
			stream.meter_at =
				Self::reading(stream, stream.settled_until).saturating_sub(stream.meter_at);
			if !stream.prepaid {
				account.untake(Self::slack(stream)?)?;
				stream.slack = 0;
				account.rate = Rate(account.rate.0.ensure_sub(stream.rate.0)?);
			}
		} else if stream.state == StreamState::Halted {
			Self::unwait(stream, account)?;
			stream.idle.ensure_add_assign(T::Clock::now().since(stream.settled_until))?;
		} else if stream.state == StreamState::Pending {
			Self::unwait(stream, account)?;
		}
		stream.state = state;
		Ok(())
	}

	/// A stream, whose id says of which account it is.
	pub(crate) fn stream(id: StreamId) -> Result<StreamOf<T>, Error<T>> {
		Streams::<T>::get(id.tab(), id).ok_or(Error::<T>::UnknownStream)
	}

	/// Stores a stream, and its account with what follows from it.
	pub(crate) fn put(id: StreamId, stream: StreamOf<T>, account: AccountOf<T>, now: Timestamp) {
		Streams::<T>::insert(id.tab(), id, stream);
		Self::store(id.tab(), account, now);
	}
}

// What the sweep of an account does to one of its running streams.
impl<T: Config> Pallet<T> {
	/// Makes a running stream follow the status of its account.
	pub(crate) fn visit(id: StreamId, mut stream: StreamOf<T>) -> DispatchResult {
		let now = T::Clock::now();
		let tab = id.tab();
		let mut account = Self::account(tab, now)?;
		match (account.status, stream.state) {
			(Status::Frozen { .. }, StreamState::Flowing) => {
				Self::bring_up(id, &mut stream, &mut account, now, None)?;
			},
			(Status::Active, StreamState::Halted) => {
				Self::leave(&mut stream, &mut account, StreamState::Spent)?;
				Self::join(&mut stream, &mut account, now)?;
				Self::deposit_event(Event::StreamResumed { stream: id, tab });
			},
			(Status::Closing { .. }, _) => {
				return match stream.manager {
					Manager::Opener(_) => T::Openers::end(id.0, CloseReason::OutOfFunds),
					Manager::Parties { .. } => {
						Self::finish(id, stream, account, Perbill::zero(), now).map(|_| ())
					},
				};
			},
			_ => {
				// The end of the money may have been declared just now.
				Self::store(tab, account, now);
				return Ok(());
			},
		}
		Self::put(id, stream, account, now);
		Ok(())
	}
}
