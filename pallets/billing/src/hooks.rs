//! What falls due: accounts that run low or empty, and the sweeps that follow.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	pallet::*,
	types::{Account, Due, PageSize, Status},
	WeightInfo,
};
use core::marker::PhantomData;
use frame_support::{
	dispatch::DispatchResult,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use tradewind_primitives::{
	agenda, traits::Ending, ChannelId, Clock, Seconds, StreamId, Subject, TabId, Timestamp,
};

/// How long what could not be done waits for the next try, in seconds.
pub const RETRY_EVERY: Seconds = 60;

/// Where the agenda lies.
pub(crate) struct Agenda<T>(PhantomData<T>);

impl<T: Config> agenda::Store for Agenda<T> {
	type Item = Due;
	type PageSize = PageSize;
	type Pages = AgendaPages<T>;
	type LastPage = AgendaLastPage<T>;
	type NextBucket = AgendaNextBucket<T>;
}

impl<T: Config> Pallet<T> {
	/// The most of a block that the agenda may take: a tenth.
	pub(crate) fn agenda_budget() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(10)
	}

	/// What it costs to look at an item, and to do it if it is a check or the end of a grace.
	pub(crate) fn item_weight() -> Weight {
		T::WeightInfo::check().max(T::WeightInfo::grace())
	}

	/// What it costs at most to make a stream of so many payees follow that status.
	pub(crate) fn visit_weight(status: Status, payees: u32) -> Weight {
		let halt = T::WeightInfo::visit_halt(payees);
		match status {
			// The money may end again under way.
			Status::Active => T::WeightInfo::visit_resume().max(halt),
			Status::Frozen { .. } => halt,
			Status::Closing { .. } => {
				T::WeightInfo::close_stream(payees).saturating_add(T::Openers::end_weight())
			},
		}
	}

	/// Does what is due, as far as the meter and the budget allow.
	pub(crate) fn drain_agenda(meter: &mut WeightMeter) {
		let mut own = WeightMeter::with_limit(meter.remaining().min(Self::agenda_budget()));
		if own.can_consume(T::WeightInfo::agenda_bucket()) {
			let now = T::Clock::now();
			agenda::drain::<Agenda<T>>(
				now,
				&mut own,
				T::WeightInfo::agenda_bucket(),
				Self::item_weight(),
				|item, meter| Self::handle(item, now, meter),
			);
		}
		meter.consume(own.consumed());
	}

	/// Does one item, or returns it if the meter does not allow for it. What fails is logged and
	/// tried again later, so that no account and no channel is ever forgotten.
	pub(crate) fn handle(item: Due, now: Timestamp, meter: &mut WeightMeter) -> Option<Due> {
		let done = match item {
			Due::Sweep { tab, round, after } => {
				Self::sweep(tab, round, after, now, meter);
				Ok(())
			},
			Due::Check(tab) => with_storage_layer(|| Self::check_due(tab, now)),
			Due::Grace { tab, round } => with_storage_layer(|| Self::grace_due(tab, round, now)),
			Due::End(id) => match Self::stream(id) {
				Ok(stream) => {
					let weight = T::WeightInfo::close_stream(stream.payees.len() as u32);
					if meter.try_consume(weight).is_err() {
						return Some(item);
					}
					with_storage_layer(|| Self::end_due(id, now))
				},
				Err(_) => Ok(()),
			},
			Due::Channel(id) => {
				if Self::channel_is_over(id, now)
					&& meter.try_consume(T::WeightInfo::end_channel()).is_err()
				{
					return Some(item);
				}
				with_storage_layer(|| Self::end_channel(id))
			},
		};
		if let Err(error) = done {
			log::error!(target: "runtime::billing", "{item:?} could not be done: {error:?}");
			agenda::schedule::<Agenda<T>>(now, now.plus(RETRY_EVERY), item);
		}
		None
	}

	fn channel_is_over(id: ChannelId, now: Timestamp) -> bool {
		Channels::<T>::get(id)
			.and_then(|channel| channel.closes)
			.is_some_and(|closes| closes <= now)
	}

	/// Looks whether an account is low or empty; storing it queues the next look.
	fn check_due(tab: TabId, now: Timestamp) -> DispatchResult {
		let Some(mut account) = Accounts::<T>::get(tab) else { return Ok(()) };
		// A look that was called off while this page of the agenda was being worked off.
		if account.status != Status::Active || account.queued.is_none_or(|slot| !slot.is_due(now)) {
			return Ok(());
		}
		account.queued = None;
		Self::roll(tab, &mut account, now)?;
		Self::store(tab, account, now);
		Ok(())
	}

	/// Ends the grace of an account that is still frozen.
	fn grace_due(tab: TabId, round: u32, now: Timestamp) -> DispatchResult {
		let Some(mut account) = Accounts::<T>::get(tab) else { return Ok(()) };
		let Status::Frozen { since, .. } = account.status else { return Ok(()) };
		if account.round != round {
			return Ok(());
		}
		account.queued = None;
		Self::change_status(tab, &mut account, Status::Closing { since }, now, now);
		Self::record(None, Subject::Tab(tab), "account.out_of_funds", &(tab, since));
		Self::deposit_event(Event::OutOfFunds { tab });
		Accounts::<T>::insert(tab, account);
		Ok(())
	}

	/// Visits the running streams of an account one by one, and passes over the others. It leaves a
	/// quarter of what the meter has left to others, and goes on behind them: no account holds up
	/// another, however many streams it has.
	fn sweep(
		tab: TabId,
		round: u32,
		mut after: Option<StreamId>,
		now: Timestamp,
		meter: &mut WeightMeter,
	) {
		let spare = meter.remaining().saturating_div(4);
		let mut own = WeightMeter::with_limit(meter.remaining().saturating_sub(spare));
		let mut rest = match after {
			None => Streams::<T>::iter_prefix(tab),
			Some(last) => {
				Streams::<T>::iter_prefix_from(tab, Streams::<T>::hashed_key_for(tab, last))
			},
		};
		// A change of status in the meantime has queued a sweep of its own.
		let account = || Accounts::<T>::get(tab).filter(|account| account.round == round);
		let mut current = account();
		while let Some(Account { status, running, .. }) = current {
			let Some((id, stream)) = rest.next().filter(|_| running != 0) else {
				if let Err(error) = with_storage_layer(|| Self::swept(tab, round, now)) {
					log::error!(target: "runtime::billing", "{tab:?} stays swept: {error:?}");
				}
				break;
			};
			let weight = if stream.prepaid {
				T::DbWeight::get().reads(1)
			} else {
				Self::visit_weight(status, stream.payees.len() as u32)
			};
			if own.try_consume(weight).is_err() {
				agenda::schedule::<Agenda<T>>(now, now, Due::Sweep { tab, round, after });
				break;
			}
			if !stream.prepaid {
				if let Err(error) = with_storage_layer(|| Self::visit(id, stream)) {
					log::error!(target: "runtime::billing", "{id:?} is passed over: {error:?}");
				}
				current = account();
			}
			after = Some(id);
		}
		meter.consume(own.consumed());
	}

	/// What happens once every running stream has followed.
	fn swept(tab: TabId, round: u32, now: Timestamp) -> DispatchResult {
		let mut account = Self::account(tab, now)?;
		match account.status {
			// The money has ended in this very second, and another sweep is queued for that.
			_ if account.round != round => {},
			Status::Active => return Ok(()),
			Status::Frozen { since, grace_until, .. } => {
				account.status = Status::Frozen { since, grace_until, swept: true };
			},
			Status::Closing { .. } if account.running != 0 => {
				// Whoever manages a stream has refused to end it, and is asked again.
				let sweep = Due::Sweep { tab, round, after: None };
				agenda::schedule::<Agenda<T>>(now, now.plus(RETRY_EVERY), sweep);
			},
			Status::Closing { .. } => {
				account.at = account.at.max(now);
				account.status = Status::Active;
				account.round = account.round.wrapping_add(1);
			},
		}
		Self::store(tab, account, now);
		Ok(())
	}
}
