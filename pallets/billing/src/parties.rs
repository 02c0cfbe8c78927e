//! What the parties of a stream do, where nobody manages it.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	pallet::*,
	types::{Manager, Role, Side, Status, StreamState},
	AccountOf, StreamOf,
};
use frame_support::pallet_prelude::*;
use sp_runtime::Perbill;
use tradewind_primitives::{
	traits::Ending, Clock, CloseReason, Rate, StreamId, StreamTerms, Subject, Timestamp,
};

impl<T: Config> Pallet<T> {
	/// A stream that nobody manages and of which `who` is a party, brought up to date, with its
	/// account.
	fn party(
		id: StreamId,
		who: &T::AccountId,
		now: Timestamp,
	) -> Result<(StreamOf<T>, AccountOf<T>, Side), DispatchError> {
		let mut stream = Self::stream(id)?;
		ensure!(!stream.is_managed(), Error::<T>::Managed);
		let mut account = Self::account(id.tab(), now)?;
		let payee = stream.payees.first().map(|payee| &payee.who);
		let side = Self::side(id.tab(), &account, payee, who, now)?;
		Self::bring_up(id, &mut stream, &mut account, now, None)?;
		Ok((stream, account, side))
	}

	pub(crate) fn do_open_public(
		who: T::AccountId,
		terms: StreamTerms<T::AccountId>,
		ends: Option<Timestamp>,
	) -> DispatchResult {
		ensure!(terms.rate.0 != 0, Error::<T>::ZeroRate);
		ensure!(ends.is_none_or(|ends| ends > T::Clock::now()), Error::<T>::EndsInThePast);
		let stream = Self::do_open_stream(&who, terms, Manager::parties(ends))?;
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
		let tab = id.tab();
		Self::record(Some(&who), Subject::Stream(id), "stream.paused", &(id, by));
		Self::deposit_event(Event::StreamPaused { stream: id, tab, by });
		Self::put(id, stream, account, now);
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
		let tab = id.tab();
		Self::record(Some(&who), Subject::Stream(id), "stream.resumed", &id);
		Self::deposit_event(Event::StreamResumed { stream: id, tab });
		Self::put(id, stream, account, now);
		Ok(())
	}

	pub(crate) fn do_set_rate(who: T::AccountId, id: StreamId, new: Rate) -> DispatchResult {
		ensure!(new.0 != 0, Error::<T>::ZeroRate);
		let now = T::Clock::now();
		let (mut stream, mut account, by) = Self::party(id, &who, now)?;
		if by == Side::Payer {
			let left = stream.cap.saturating_sub(stream.amount);
			let commits = Self::day_of(new, left);
			Self::authorize(id.tab(), &account, &who, Role::Manage, commits, now)?;
		}
		match Proposals::<T>::get(id) {
			Some((side, rate)) if side != by && rate == new => {},
			_ => {
				Proposals::<T>::insert(id, (by, new));
				Self::record(Some(&who), Subject::Stream(id), "stream.rate_proposed", &(id, new));
				Self::deposit_event(Event::RateProposed { stream: id, by, rate: new });
				Self::put(id, stream, account, now);
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
				Self::wait(&stream, &mut account)?;
				stream.idle = idle;
				stream.state = state;
			},
			_ => stream.state = state,
		}
		Self::watch_end(id, &mut stream, now);
		Self::record(Some(&who), Subject::Stream(id), "stream.rate_changed", &(id, old, new));
		Self::deposit_event(Event::RateChanged { stream: id, old, new });
		Self::put(id, stream, account, now);
		Ok(())
	}

	/// Closes a stream for one of its parties; one that is managed for its payer alone, through
	/// whoever manages it.
	pub(crate) fn do_close_public(who: T::AccountId, id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let stream = Self::stream(id)?;
		let account = Self::account(id.tab(), now)?;
		if stream.is_managed() {
			Self::authorize(id.tab(), &account, &who, Role::Manage, 0, now)?;
			Self::store(id.tab(), account, now);
			return T::Openers::end(id.0, CloseReason::Cancelled);
		}
		let payee = stream.payees.first().map(|payee| &payee.who);
		Self::side(id.tab(), &account, payee, &who, now)?;
		Self::finish(id, stream, account, Perbill::zero(), now).map(|_| ())
	}

	pub(crate) fn do_redirect(who: T::AccountId, id: StreamId, to: T::AccountId) -> DispatchResult {
		let now = T::Clock::now();
		let mut stream = Self::stream(id)?;
		ensure!(stream.payees.iter().any(|payee| payee.who == who), Error::<T>::NotPayee);
		ensure!(to != Self::pot_account(), Error::<T>::BadPayees);
		let mut account = Self::account(id.tab(), now)?;
		Self::bring_up(id, &mut stream, &mut account, now, None)?;
		for payee in stream.payees.iter_mut().filter(|payee| payee.who == who) {
			payee.who = to.clone();
		}
		Self::record(Some(&who), Subject::Stream(id), "stream.redirected", &(id, &who, &to));
		Self::deposit_event(Event::Redirected { stream: id, from: who, to });
		Self::put(id, stream, account, now);
		Ok(())
	}

	pub(crate) fn do_reclaim(who: T::AccountId, id: StreamId) -> DispatchResult {
		let now = T::Clock::now();
		let mut stream = Self::stream(id)?;
		let tab = id.tab();
		let mut account = Self::account(tab, now)?;
		Self::authorize(tab, &account, &who, Role::Spend, 0, now)?;
		Self::bring_up(id, &mut stream, &mut account, now, None)?;
		let amount = Self::slack(&stream)?;
		account.untake(amount)?;
		stream.slack = 0;
		Self::record(Some(&who), Subject::Stream(id), "stream.reclaimed", &(id, amount));
		Self::deposit_event(Event::Reclaimed { stream: id, tab, amount });
		Self::put(id, stream, account, now);
		Ok(())
	}
}
