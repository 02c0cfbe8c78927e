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
	types::{Batch, Due, Manager, Role, Side, Status, Stream, StreamState},
	AccountOf, StreamOf, WeightInfo,
};
use frame_support::pallet_prelude::*;
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign},
	ArithmeticError,
};
use tradewind_primitives::{
	agenda,
	money::shares_add_up,
	traits::{Ending, Meter},
	AssetId, Balance, Clock, CloseReason, Rate, Seconds, StreamBill, StreamId, StreamTerms,
	Subject, TabId, Timestamp, MAX_PAYEES,
};

/// How far ahead the end of a stream or an account is queued; what ends later is looked at again
/// until then. So no page of the agenda outlives what it is about by much.
pub(crate) const MAX_AHEAD: Seconds = 30 * 24 * 60 * 60;

/// What a settlement came to.
struct Settlement {
	/// What it moved, the fee included.
	amount: Balance,
	/// The fee.
	fee: Balance,
	/// Whether anything is owed for it.
	owes: bool,
}

// Opening, starting and closing.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_stream(
		who: &T::AccountId,
		terms: StreamTerms<T::AccountId>,
		ends: Option<Timestamp>,
	) -> Result<StreamId, DispatchError> {
		let now = T::Clock::now();
		let StreamTerms { tab, rate, cap, prepaid, reference, .. } = terms;
		let mut account = Self::account(tab, now)?;
		let commits = if prepaid { cap } else { Self::day_of(rate, cap) };
		Self::authorize(tab, &account, who, Role::Spend, commits, now)?;
		let policy = Self::policy();
		ensure!(shares_add_up(&terms.payees), Error::<T>::BadPayees);
		let pot = Self::pot_account();
		ensure!(terms.payees.iter().all(|payee| payee.who != pot), Error::<T>::BadPayees);
		if prepaid {
			ensure!(cap <= account.available(), Error::<T>::InsufficientFunds);
			account.reserve(cap)?;
		} else {
			ensure!(account.status == Status::Active, Error::<T>::AccountFrozen);
			ensure!(account.covers(rate, policy.min_runway), Error::<T>::InsufficientFunds);
			// A stream that is over as soon as it begins would halt the others for nothing.
			let least = rate.amount(policy.min_runway).ok_or(ArithmeticError::Overflow)?;
			ensure!(cap >= least, Error::<T>::CapTooSmall);
			account.halted = Rate(account.halted.0.ensure_add(rate.0)?);
		}
		account.streams.ensure_add_assign(1)?;
		let stream = NextStreamId::<T>::get();
		let next = stream.next().ok_or(ArithmeticError::Overflow)?;

		NextStreamId::<T>::put(next);
		if !prepaid {
			RunningStreams::<T>::insert(tab, stream, ());
		}
		Streams::<T>::insert(stream, Stream::new(terms, policy.fee, ends));

		let particulars = (stream, tab, rate, cap, prepaid, reference);
		Self::record(Some(who), Subject::Stream(stream), "stream.opened", &particulars);
		Self::deposit_event(Event::StreamOpened { stream, tab, rate, cap, prepaid });
		Self::store(tab, account, now);
		Ok(stream)
	}

	pub(crate) fn do_start_stream(id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let mut stream = Self::stream(id)?;
		ensure!(stream.state == StreamState::Pending, Error::<T>::AlreadyStarted);
		let tab = stream.tab;
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
		Streams::<T>::insert(id, stream);
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_close_stream(id: StreamId) -> Result<StreamBill, DispatchError> {
		let now = T::Clock::now();
		let stream = Self::stream(id)?;
		let account = Self::account(stream.tab, now)?;
		Self::close(id, stream, account, now)
	}

	/// Settles a stream for the last time, gives back what its account is owed and forgets it.
	fn close(
		id: StreamId,
		mut stream: StreamOf<T>,
		mut account: AccountOf<T>,
		now: Timestamp,
	) -> Result<StreamBill, DispatchError> {
		let tab = stream.tab;
		let settled = Self::bring_up(id, &mut stream, &mut account, now, true)?;
		Self::leave(&mut stream, &mut account, StreamState::Spent)?;
		let bill = stream.bill();
		let released = stream.cap.ensure_sub(bill.amount)?;
		if stream.prepaid {
			account.unreserve(released)?;
		} else {
			RunningStreams::<T>::remove(tab, id);
		}
		account.streams.ensure_sub_assign(1)?;
		Streams::<T>::remove(id);
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

		let tab = stream.tab;
		let mut account = Self::account(tab, now)?;
		let settled = Self::pay_up(id, &mut stream, &mut account, now, false)?;
		let weight = match account.asset {
			// Dearer than usual: a payout that fails, or the end of the money.
			_ if settled.owes || account.status != Status::Active => Self::settle_weight(payees),
			AssetId::Native => T::WeightInfo::settle(payees),
			AssetId::WithId(_) => T::WeightInfo::settle_asset(payees),
		};
		Streams::<T>::insert(id, stream);
		Self::store(tab, account, now);
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

	/// What a stream would come to if it closed at this moment.
	pub(crate) fn bill_now(id: StreamId) -> Option<StreamBill> {
		let now = T::Clock::now();
		let mut stream = Streams::<T>::get(id)?;
		let mut account = Accounts::<T>::get(stream.tab)?;
		let until = account.roll(now).ok()?.unwrap_or_else(|| account.flowed_until(now));
		Self::count(&mut stream, now, until).ok()?;
		Some(stream.bill())
	}

	/// Counts a stream's seconds and pays for them. Nothing else changes, so that it makes no
	/// difference how often that is done.
	fn pay_up(
		id: StreamId,
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		now: Timestamp,
		last: bool,
	) -> Result<Settlement, DispatchError> {
		let before = stream.amount;
		let stretch = Self::count(stream, now, account.flowed_until(now))?;
		let payment = Self::pay(stream, account, before, last)?;
		let (amount, fee) = (payment.amount, payment.fee);
		let settled = Settlement { amount, fee, owes: !payment.delivered };
		let tab = stream.tab;
		if !last && (stretch != Stretch::default() || amount != 0) {
			let Stretch { seconds, downtime } = stretch;
			Self::deposit_event(Event::Settled { stream: id, tab, seconds, downtime, amount, fee });
		}
		Ok(settled)
	}

	/// The same, and stops a stream that cannot flow, because its account is frozen or because it
	/// is over. What it took too much goes back to the account.
	fn bring_up(
		id: StreamId,
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		now: Timestamp,
		last: bool,
	) -> Result<Settlement, DispatchError> {
		let settled = Self::pay_up(id, stream, account, now, last)?;
		let tab = stream.tab;
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
		if !last && Self::is_spent(stream, until) {
			// It can take no more: its rate must not run the account down.
			Self::leave(stream, account, StreamState::Spent)?;
		} else if stands {
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
	fn is_spent(stream: &StreamOf<T>, at: Timestamp) -> bool {
		let left = stream.cap.saturating_sub(stream.amount);
		stream.state != StreamState::Pending
			&& (settlement::covered(stream.rate, left) == 0
				|| stream.ends().is_some_and(|ends| ends <= at))
	}

	/// Queues the close of a stream that nobody manages for when it can take no more, as far as
	/// that can be told now; unless it is looked at before that, which will queue the next look.
	fn watch_end(id: StreamId, stream: &mut StreamOf<T>, now: Timestamp) {
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
		let mut account = Self::account(stream.tab, now)?;
		let mut counted = stream.clone();
		Self::count(&mut counted, now, account.flowed_until(now))?;
		if counted.state == StreamState::Spent || Self::is_spent(&counted, now) {
			return Self::close(id, stream, account, now).map(|_| ());
		}
		Self::bring_up(id, &mut stream, &mut account, now, false)?;
		Self::watch_end(id, &mut stream, now);
		Self::keep(id, stream, account, now);
		Ok(())
	}

	/// What the meter of a stream read at a moment.
	fn reading(stream: &StreamOf<T>, at: Timestamp) -> Seconds {
		stream.meter.as_ref().and_then(|who| T::Meter::downtime(who, at)).unwrap_or(0)
	}

	/// What a running stream has taken from its account and not billed.
	fn slack(stream: &StreamOf<T>) -> Result<Balance, ArithmeticError> {
		stream.rate.amount(stream.slack).ok_or(ArithmeticError::Overflow)
	}

	/// Takes a stream that stands out of what its account expects to pay.
	fn unwait(stream: &StreamOf<T>, account: &mut AccountOf<T>) -> DispatchResult {
		if !stream.prepaid {
			account.halted = Rate(account.halted.0.ensure_sub(stream.rate.0)?);
		}
		Ok(())
	}

	/// Lets a stream flow from now on, or halts it at once where there is no money.
	fn join(
		stream: &mut StreamOf<T>,
		account: &mut AccountOf<T>,
		now: Timestamp,
	) -> DispatchResult {
		if !stream.prepaid && account.status != Status::Active {
			account.halted = Rate(account.halted.0.ensure_add(stream.rate.0)?);
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
	fn leave(
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

	pub(crate) fn stream(id: StreamId) -> Result<StreamOf<T>, Error<T>> {
		Streams::<T>::get(id).ok_or(Error::<T>::UnknownStream)
	}
}

// What the sweep of an account does to one of its running streams.
impl<T: Config> Pallet<T> {
	/// Makes a running stream follow the status of its account.
	pub(crate) fn visit(id: StreamId, stream: Option<StreamOf<T>>) -> DispatchResult {
		let now = T::Clock::now();
		let mut stream = stream.ok_or(Error::<T>::UnknownStream)?;
		let tab = stream.tab;
		let mut account = Self::account(tab, now)?;
		match (account.status, stream.state) {
			(Status::Frozen { .. }, StreamState::Flowing) => {
				Self::bring_up(id, &mut stream, &mut account, now, false)?;
			},
			(Status::Active, StreamState::Halted) => {
				Self::leave(&mut stream, &mut account, StreamState::Spent)?;
				Self::join(&mut stream, &mut account, now)?;
				Self::deposit_event(Event::StreamResumed { stream: id, tab });
			},
			(Status::Closing { .. }, _) => {
				return match stream.reference() {
					Some(reference) => T::Openers::end(reference, CloseReason::OutOfFunds),
					None => Self::close(id, stream, account, now).map(|_| ()),
				};
			},
			_ => {
				// The end of the money may have been declared just now.
				Self::store(tab, account, now);
				return Ok(());
			},
		}
		Streams::<T>::insert(id, stream);
		Self::store(tab, account, now);
		Ok(())
	}
}

// What the parties of a stream without a manager do.
impl<T: Config> Pallet<T> {
	/// A stream that nobody manages and of which `who` is a party, brought up to date, with its
	/// account.
	fn party(
		id: StreamId,
		who: &T::AccountId,
		now: Timestamp,
	) -> Result<(StreamOf<T>, AccountOf<T>, Side), DispatchError> {
		let mut stream = Self::stream(id)?;
		ensure!(stream.reference().is_none(), Error::<T>::Managed);
		let mut account = Self::account(stream.tab, now)?;
		let payee = stream.payees.first().map(|payee| &payee.who);
		let side = Self::side(stream.tab, &account, payee, who, now)?;
		Self::bring_up(id, &mut stream, &mut account, now, false)?;
		Ok((stream, account, side))
	}

	fn keep(id: StreamId, stream: StreamOf<T>, account: AccountOf<T>, now: Timestamp) {
		let tab = stream.tab;
		Streams::<T>::insert(id, stream);
		Self::store(tab, account, now);
	}

	pub(crate) fn do_open_public(
		who: T::AccountId,
		terms: StreamTerms<T::AccountId>,
		ends: Option<Timestamp>,
	) -> DispatchResult {
		ensure!(terms.rate.0 != 0, Error::<T>::ZeroRate);
		ensure!(ends.is_none_or(|ends| ends > T::Clock::now()), Error::<T>::EndsInThePast);
		let stream = Self::do_open_stream(&who, terms, ends)?;
		Self::do_start_stream(stream)
	}

	pub(crate) fn do_pause_stream(who: T::AccountId, id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let (mut stream, mut account, by) = Self::party(id, &who, now)?;
		ensure!(
			matches!(stream.state, StreamState::Flowing | StreamState::Halted),
			Error::<T>::NotFlowing
		);
		Self::leave(&mut stream, &mut account, StreamState::Paused { by, since: now })?;
		let tab = stream.tab;
		Self::record(Some(&who), Subject::Stream(id), "stream.paused", &(id, by));
		Self::deposit_event(Event::StreamPaused { stream: id, tab, by });
		Self::keep(id, stream, account, now);
		Ok(())
	}

	pub(crate) fn do_resume_stream(who: T::AccountId, id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let (mut stream, mut account, side) = Self::party(id, &who, now)?;
		let StreamState::Paused { by, .. } = stream.state else {
			return Err(Error::<T>::NotPaused.into());
		};
		ensure!(by == side, Error::<T>::PausedByOther);
		if !stream.prepaid {
			ensure!(account.status == Status::Active, Error::<T>::AccountFrozen);
			let runway = Self::policy().min_runway;
			ensure!(account.covers(stream.rate, runway), Error::<T>::InsufficientFunds);
		}
		Self::join(&mut stream, &mut account, now)?;
		Self::watch_end(id, &mut stream, now);
		let tab = stream.tab;
		Self::record(Some(&who), Subject::Stream(id), "stream.resumed", &id);
		Self::deposit_event(Event::StreamResumed { stream: id, tab });
		Self::keep(id, stream, account, now);
		Ok(())
	}

	pub(crate) fn do_set_rate(who: T::AccountId, id: StreamId, new: Rate) -> DispatchResult {
		ensure!(new.0 != 0, Error::<T>::ZeroRate);
		let now = T::Clock::now();
		let (mut stream, mut account, by) = Self::party(id, &who, now)?;
		if by == Side::Payer {
			let left = stream.cap.saturating_sub(stream.amount);
			let commits = Self::day_of(new, left);
			Self::authorize(stream.tab, &account, &who, Role::Manage, commits, now)?;
		}
		match Proposals::<T>::get(id) {
			Some((side, rate)) if side != by && rate == new => {},
			_ => {
				Proposals::<T>::insert(id, (by, new));
				Self::record(Some(&who), Subject::Stream(id), "stream.rate_proposed", &(id, new));
				Self::deposit_event(Event::RateProposed { stream: id, by, rate: new });
				Self::keep(id, stream, account, now);
				return Ok(());
			},
		}
		Proposals::<T>::remove(id);
		let (old, state, idle) = (stream.rate, stream.state, stream.idle);
		Self::leave(&mut stream, &mut account, StreamState::Spent)?;
		stream.rate = new;
		let runway = Self::policy().min_runway;
		match state {
			StreamState::Flowing => {
				ensure!(
					stream.prepaid || account.covers(new, runway),
					Error::<T>::InsufficientFunds
				);
				Self::join(&mut stream, &mut account, now)?;
			},
			StreamState::Halted | StreamState::Pending if !stream.prepaid => {
				// What there cannot be is never paid, and its sum could not be counted.
				ensure!(account.needs(new, runway).is_some(), Error::<T>::InsufficientFunds);
				account.halted = Rate(account.halted.0.ensure_add(new.0)?);
				stream.idle = idle;
				stream.state = state;
			},
			_ => stream.state = state,
		}
		Self::watch_end(id, &mut stream, now);
		Self::record(Some(&who), Subject::Stream(id), "stream.rate_changed", &(id, old, new));
		Self::deposit_event(Event::RateChanged { stream: id, old, new });
		Self::keep(id, stream, account, now);
		Ok(())
	}

	/// Closes a stream for one of its parties; one that is managed for its payer alone, through
	/// whoever manages it.
	pub(crate) fn do_close_public(who: T::AccountId, id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let stream = Self::stream(id)?;
		let account = Self::account(stream.tab, now)?;
		let Some(reference) = stream.reference() else {
			let payee = stream.payees.first().map(|payee| &payee.who);
			Self::side(stream.tab, &account, payee, &who, now)?;
			return Self::close(id, stream, account, now).map(|_| ());
		};
		Self::authorize(stream.tab, &account, &who, Role::Manage, 0, now)?;
		Self::store(stream.tab, account, now);
		T::Openers::end(reference, CloseReason::Cancelled)
	}

	pub(crate) fn do_redirect(who: T::AccountId, id: StreamId, to: T::AccountId) -> DispatchResult {
		let now = T::Clock::now();
		let mut stream = Self::stream(id)?;
		ensure!(stream.payees.iter().any(|payee| payee.who == who), Error::<T>::NotPayee);
		ensure!(to != Self::pot_account(), Error::<T>::BadPayees);
		let mut account = Self::account(stream.tab, now)?;
		Self::bring_up(id, &mut stream, &mut account, now, false)?;
		for payee in stream.payees.iter_mut().filter(|payee| payee.who == who) {
			payee.who = to.clone();
		}
		Self::record(Some(&who), Subject::Stream(id), "stream.redirected", &(id, &who, &to));
		Self::deposit_event(Event::Redirected { stream: id, from: who, to });
		Self::keep(id, stream, account, now);
		Ok(())
	}

	pub(crate) fn do_reclaim(who: T::AccountId, id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let mut stream = Self::stream(id)?;
		let tab: TabId = stream.tab;
		let mut account = Self::account(tab, now)?;
		Self::authorize(tab, &account, &who, Role::Spend, 0, now)?;
		Self::bring_up(id, &mut stream, &mut account, now, false)?;
		let amount = Self::slack(&stream)?;
		account.untake(amount)?;
		stream.slack = 0;
		Self::record(Some(&who), Subject::Stream(id), "stream.reclaimed", &(id, amount));
		Self::deposit_event(Event::Reclaimed { stream: id, tab, amount });
		Self::keep(id, stream, account, now);
		Ok(())
	}

	/// For how many seconds since its start a stream has stood still for want of money.
	pub(crate) fn idle_seconds(id: StreamId) -> Seconds {
		let now = T::Clock::now();
		Streams::<T>::get(id).map_or(0, |stream| {
			let halt = match (stream.state, Accounts::<T>::get(stream.tab)) {
				(StreamState::Halted, _) => now.since(stream.settled_until),
				// The sweep may not have come to it yet, or nobody has noticed that there is one to
				// be made.
				(StreamState::Flowing, Some(mut account)) if !stream.prepaid => {
					let ended = account.roll(now).ok().flatten();
					now.since(ended.unwrap_or_else(|| account.flowed_until(now)))
				},
				_ => 0,
			};
			stream.idle.saturating_add(halt)
		})
	}
}
