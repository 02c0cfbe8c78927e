//! What falls due, and what is done about it.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	lifecycle::RETRY_EVERY, pallet::*, Due, DueOf, MoveReason, PageSize, State, WeightInfo,
	LOG_TARGET,
};
use core::marker::PhantomData;
use frame_support::{
	dispatch::DispatchResult,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use tradewind_primitives::{agenda, traits::OnOutage, Clock, TaskId, Timestamp};

/// How many attempts of a provider that is down are listed at a time.
pub const EVACUATE_BATCH: u32 = 16;

/// Where the agenda of this pallet lies.
pub struct Agenda<T>(PhantomData<T>);

impl<T: Config> agenda::Store for Agenda<T> {
	type Item = DueOf<T>;
	type PageSize = PageSize;
	type Pages = AgendaPages<T>;
	type LastPage = AgendaLastPage<T>;
	type NextBucket = AgendaNextBucket<T>;
}

impl<T: Config> OnOutage<T::AccountId> for Pallet<T> {
	fn outage_declared(provider: &T::AccountId) {
		let now = T::Clock::now();
		let item = Due::Evacuate { provider: provider.clone(), declared: now, after: None };
		agenda::schedule::<Agenda<T>>(now, now, item);
	}
}

impl<T: Config> Pallet<T> {
	/// Does what is due, within the share of the block and what `meter` leaves.
	pub(crate) fn drain_agenda(meter: &mut WeightMeter) {
		let mut own = WeightMeter::with_limit(Self::share().min(meter.remaining()));
		if own.can_consume(Self::per_bucket()) {
			let now = T::Clock::now();
			agenda::drain::<Agenda<T>>(
				now,
				&mut own,
				Self::per_bucket(),
				Self::per_item(),
				|item| Self::handle(item, now),
			);
		}
		meter.consume(own.consumed());
	}

	/// The part of a block that the agenda may take.
	pub(crate) fn share() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(10)
	}

	/// What it costs to look into a bucket.
	pub(crate) fn per_bucket() -> Weight {
		<T as Config>::WeightInfo::look()
	}

	/// What the dearest item costs.
	pub(crate) fn per_item() -> Weight {
		<T as Config>::WeightInfo::due_place()
			.max(<T as Config>::WeightInfo::due_deadline())
			.max(<T as Config>::WeightInfo::due_evacuate(EVACUATE_BATCH))
			.max(<T as Config>::WeightInfo::due_drop())
	}

	/// Does one item, wholly or not at all. What a neighbour refuses is logged and tried again
	/// later, so that no task is ever forgotten.
	pub(crate) fn handle(item: DueOf<T>, now: Timestamp) {
		if let Err(error) = with_storage_layer(|| Self::try_handle(&item, now)) {
			log::error!(target: LOG_TARGET, "{item:?} could not be done: {error:?}");
			agenda::schedule::<Agenda<T>>(now, now.plus(RETRY_EVERY), item);
		}
	}

	fn try_handle(item: &DueOf<T>, now: Timestamp) -> DispatchResult {
		match item {
			Due::Place(id) => Self::place_due(*id, now),
			Due::StartBy(id, attempt) => {
				Self::deadline_due(*id, *attempt, MoveReason::StartMissed, now)
			},
			Due::ReportBy(id, attempt) => {
				Self::deadline_due(*id, *attempt, MoveReason::ReportMissed, now)
			},
			Due::Abandon(id, attempt) => {
				Self::deadline_due(*id, *attempt, MoveReason::ProviderDown, now)
			},
			Due::Evacuate { provider, declared, after } => {
				Self::evacuate_due(provider, *declared, *after, now);
				Ok(())
			},
			Due::Drop(id) => match Tasks::<T>::get(id) {
				Some(task) if task.state.ended().is_some() => Self::forget(*id, task, None),
				_ => Ok(()),
			},
		}
	}

	/// Tries again to place a task, if it still waits.
	fn place_due(id: TaskId, now: Timestamp) -> DispatchResult {
		let Some(mut task) = Tasks::<T>::get(id) else { return Ok(()) };
		let State::Queued { until } = task.state else { return Ok(()) };
		if !Self::place_or_wait(id, &mut task, until, now)? {
			Tasks::<T>::insert(id, task);
		}
		Ok(())
	}

	/// Takes a task away, if the attempt that was to be judged is still under way and has not
	/// begun since.
	fn deadline_due(id: TaskId, number: u8, reason: MoveReason, now: Timestamp) -> DispatchResult {
		let Some(mut task) = Tasks::<T>::get(id) else { return Ok(()) };
		let met = reason == MoveReason::StartMissed && task.state.started().is_some();
		if task.attempts != number || met {
			return Ok(());
		}
		let Some(attempt) = task.state.attempt().cloned() else { return Ok(()) };
		Self::lose(id, &mut task, attempt, reason, None, now)?;
		Tasks::<T>::insert(id, task);
		Ok(())
	}

	/// Lists a batch of what a provider has to abandon, and comes back for the rest.
	fn evacuate_due(
		provider: &T::AccountId,
		declared: Timestamp,
		after: Option<TaskId>,
		now: Timestamp,
	) {
		let slots = match after {
			None => Attempts::<T>::iter_prefix(provider),
			Some(last) => Attempts::<T>::iter_prefix_from(
				provider,
				Attempts::<T>::hashed_key_for(provider, last),
			),
		};
		let (mut seen, mut last) = (0u32, None);
		for (id, slot) in slots.take(EVACUATE_BATCH as usize) {
			if slot.placed <= declared {
				agenda::schedule::<Agenda<T>>(now, now, Due::Abandon(id, slot.attempt));
			}
			seen = seen.saturating_add(1);
			last = Some(id);
		}
		if seen == EVACUATE_BATCH {
			let item = Due::Evacuate { provider: provider.clone(), declared, after: last };
			agenda::schedule::<Agenda<T>>(now, now, item);
		}
	}
}
