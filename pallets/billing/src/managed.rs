//! What the pallet that manages a stream does with it.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	pallet::*,
	settlement,
	types::{Manager, Role, Status, StreamState},
};
use frame_support::pallet_prelude::*;
use sp_runtime::{traits::EnsureSub, Perbill};
use tradewind_primitives::{
	Balance, Clock, ManagedStream, Rate, Seconds, StreamBill, StreamId, StreamTerms, Subject, TabId,
};

impl<T: Config> Pallet<T> {
	/// Fails unless `who` manages the account. Writes nothing.
	pub(crate) fn do_ensure_manager(tab: TabId, who: &T::AccountId) -> DispatchResult {
		let account = Accounts::<T>::get(tab).ok_or(Error::<T>::UnknownAccount)?;
		// What commits nothing is not counted, so this writes nothing.
		Self::authorize(tab, &account, who, Role::Manage, 0, T::Clock::now())
	}

	/// A managed stream as it stands at this moment.
	pub(crate) fn managed_now(id: StreamId) -> Option<ManagedStream<T::AccountId, T::Memo>> {
		let stream = Self::counted(id)?;
		let Manager::Opener(memo) = stream.manager else { return None };
		let left = settlement::covered(stream.rate, stream.cap.saturating_sub(stream.amount));
		Some(ManagedStream {
			terms: StreamTerms {
				tab: id.tab(),
				rate: stream.rate,
				cap: stream.cap,
				prepaid: stream.prepaid,
				payees: stream.payees,
				meter: stream.meter,
			},
			started: (stream.state != StreamState::Pending).then_some(stream.started),
			amount: stream.amount,
			left,
			memo,
		})
	}

	/// Keeps another memo with a managed stream.
	pub(crate) fn do_keep(id: StreamId, memo: T::Memo) -> DispatchResult {
		Streams::<T>::try_mutate(id.tab(), id, |stream| {
			let stream = stream.as_mut().ok_or(Error::<T>::UnknownStream)?;
			ensure!(stream.is_managed(), Error::<T>::NotManaged);
			stream.manager = Manager::Opener(memo);
			Ok(())
		})
	}

	/// Changes the rate and the cap of a managed stream. What flowed before is billed at the old
	/// rate. A stream whose cap was used up flows again if it can.
	pub(crate) fn do_adjust(
		who: Option<&T::AccountId>,
		id: StreamId,
		rate: Rate,
		cap: Balance,
	) -> DispatchResult {
		ensure!(rate.0 != 0, Error::<T>::ZeroRate);
		let now = T::Clock::now();
		let tab = id.tab();
		let mut stream = Self::stream(id)?;
		ensure!(stream.is_managed(), Error::<T>::NotManaged);
		let mut account = Self::account(tab, now)?;
		Self::bring_up(id, &mut stream, &mut account, now, None)?;
		let left = cap.checked_sub(stream.amount).ok_or(Error::<T>::CapTooSmall)?;
		let (old_rate, old_cap) = (stream.rate, stream.cap);
		if let Some(who) = who {
			let more = cap.saturating_sub(old_cap);
			let commits = if stream.prepaid { more } else { Self::day_of(rate, left) };
			Self::authorize(tab, &account, who, Role::Manage, commits, now)?;
		}

		let (state, idle) = (stream.state, stream.idle);
		Self::leave(&mut stream, &mut account, state)?;
		(stream.rate, stream.cap) = (rate, cap);
		let spent = Self::is_spent(&stream, now);
		if !stream.prepaid {
			// One that was spent took nothing.
			let faster = rate > old_rate || (state == StreamState::Spent && !spent);
			let more = faster || cap > old_cap;
			ensure!(!more || account.status == Status::Active, Error::<T>::AccountFrozen);
			let covered = !faster || account.covers(rate, Self::policy().min_runway);
			ensure!(covered, Error::<T>::InsufficientFunds);
		} else if cap > old_cap {
			let more = cap.ensure_sub(old_cap)?;
			ensure!(more <= account.available(), Error::<T>::InsufficientFunds);
			account.reserve(more)?;
		} else {
			account.unreserve(old_cap.ensure_sub(cap)?)?;
		}
		match state {
			_ if spent => stream.state = StreamState::Spent,
			StreamState::Pending | StreamState::Halted => {
				Self::wait(&stream, &mut account)?;
				stream.idle = idle;
			},
			_ => Self::join(&mut stream, &mut account, now)?,
		}

		let particulars = (id, old_rate, rate, old_cap, cap);
		Self::record(who, Subject::Stream(id), "stream.adjusted", &particulars);
		Self::deposit_event(Event::Adjusted { stream: id, old_rate, rate, old_cap, cap });
		Self::put(id, stream, account, now);
		Ok(())
	}

	/// Closes a managed stream. Returns what it came to, and what was kept with it.
	pub(crate) fn do_close_stream(
		id: StreamId,
		forfeit: Perbill,
	) -> Result<(StreamBill, T::Memo), DispatchError> {
		let now = T::Clock::now();
		let stream = Self::stream(id)?;
		let Manager::Opener(memo) = stream.manager.clone() else {
			return Err(Error::<T>::NotManaged.into());
		};
		let account = Self::account(id.tab(), now)?;
		let bill = Self::finish(id, stream, account, forfeit, now)?;
		Ok((bill, memo))
	}

	/// For how many seconds since its start a stream has stood still for want of money.
	pub(crate) fn idle_seconds(id: StreamId) -> Seconds {
		let now = T::Clock::now();
		Self::stream(id).map_or(0, |stream| {
			let halt = match (stream.state, Accounts::<T>::get(id.tab())) {
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
