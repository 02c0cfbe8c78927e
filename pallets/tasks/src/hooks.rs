//! What falls due, and what is done about it.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	lifecycle::{PAUSED_CHECK_EVERY, RETRY_EVERY},
	pallet::*,
	slots, Due, DueOf, MoveReason, PageSize, State, WeightInfo, EVACUATE_BATCH, LOG_TARGET,
};
use core::marker::PhantomData;
use frame_support::{
	dispatch::DispatchResult,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchError;
use tradewind_primitives::{
	agenda,
	traits::{Ending, Leasing, OnOutage},
	Clock, CloseReason, TaskId, Timestamp,
};

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

/// The reference of a lease is the number of the task that it is for.
impl<T: Config> Ending for Pallet<T> {
	fn end(reference: u64, reason: CloseReason) -> DispatchResult {
		with_storage_layer(|| Self::do_end(TaskId(reference), reason))
	}

	// A lease from which its task is moved is closed and the task placed anew, as after a deadline.
	fn end_weight() -> Weight {
		let moved = Self::most(<T as Config>::WeightInfo::due_deadline());
		<T as Config>::WeightInfo::out_of_funds().max(moved)
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
				|item, meter| Self::handle(item, now, meter),
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
		let placed =
			<T as Config>::WeightInfo::due_place().max(<T as Config>::WeightInfo::due_deadline());
		Self::most(placed)
			.max(<T as Config>::WeightInfo::due_evacuate(EVACUATE_BATCH))
			.max(<T as Config>::WeightInfo::due_drop())
	}

	/// Does one item, wholly or not at all; of an evacuation as much as `meter` allows. Returns
	/// what is left of it. What a neighbour refuses is logged and tried again later, so that no
	/// task is ever forgotten.
	pub(crate) fn handle(
		item: DueOf<T>,
		now: Timestamp,
		meter: &mut WeightMeter,
	) -> Option<DueOf<T>> {
		with_storage_layer(|| Self::try_handle(&item, now, meter)).unwrap_or_else(|error| {
			log::error!(target: LOG_TARGET, "{item:?} could not be done: {error:?}");
			agenda::schedule::<Agenda<T>>(now, now.plus(RETRY_EVERY), item);
			None
		})
	}

	fn try_handle(
		item: &DueOf<T>,
		now: Timestamp,
		meter: &mut WeightMeter,
	) -> Result<Option<DueOf<T>>, DispatchError> {
		match item {
			Due::Place(id) => Self::place_due(*id, now)?,
			Due::StartBy(id, attempt) => {
				Self::deadline_due(*id, *attempt, MoveReason::StartMissed, now)?
			},
			Due::ReportBy(id, attempt) => {
				Self::deadline_due(*id, *attempt, MoveReason::ReportMissed, now)?
			},
			Due::Abandon(id, attempt) => {
				Self::deadline_due(*id, *attempt, MoveReason::ProviderDown, now)?
			},
			Due::Evacuate { provider, declared, after } => {
				return Ok(Self::evacuate(provider, *declared, *after, now, meter));
			},
			Due::Drop(id) => {
				if let Some(task) = Tasks::<T>::get(id).filter(|task| task.state.ended().is_some())
				{
					Self::forget(*id, task, None)?;
				}
			},
		}
		Ok(None)
	}

	/// Tries again to place a task, if it still waits.
	fn place_due(id: TaskId, now: Timestamp) -> DispatchResult {
		let Some(mut task) = Tasks::<T>::get(id) else { return Ok(()) };
		let State::Queued { until } = task.state else { return Ok(()) };
		let (waits, _) = Self::place_or_wait(id, &mut task, until, now)?;
		if !waits {
			Tasks::<T>::insert(id, task);
		}
		Ok(())
	}

	/// Takes a task away, if the attempt that was to be judged is still under way and has neither
	/// begun since nor been paused for as long as its report is late.
	fn deadline_due(id: TaskId, number: u8, reason: MoveReason, now: Timestamp) -> DispatchResult {
		let Some(mut task) = Tasks::<T>::get(id) else { return Ok(()) };
		let Some(attempt) = task.state.attempt().cloned() else { return Ok(()) };
		if task.attempts != number {
			return Ok(());
		}
		match (reason, &task.state) {
			(MoveReason::StartMissed, State::Running { .. }) => return Ok(()),
			(MoveReason::ReportMissed, State::Running { report_by, .. }) => {
				let deadline = report_by.plus(T::Leasing::idle(attempt.lease));
				if now < deadline {
					let soonest = now.plus(PAUSED_CHECK_EVERY);
					let item = Due::ReportBy(id, number);
					agenda::schedule::<Agenda<T>>(now, deadline.max(soonest), item);
					return Ok(());
				}
			},
			_ => {},
		}
		Self::lose(id, &mut task, attempt, reason, None, now)?;
		Tasks::<T>::insert(id, task);
		Ok(())
	}

	/// Lists what a provider has to abandon, page after page for as long as `meter` allows; the
	/// first one is paid for. Returns what is left.
	fn evacuate(
		provider: &T::AccountId,
		declared: Timestamp,
		mut after: Option<u32>,
		now: Timestamp,
		meter: &mut WeightMeter,
	) -> Option<DueOf<T>> {
		let step = <T as Config>::WeightInfo::due_evacuate(EVACUATE_BATCH);
		loop {
			let (page, listed) = slots::next_page::<T>(provider, after)?;
			for slot in listed.iter().filter(|slot| slot.placed <= declared) {
				agenda::schedule::<Agenda<T>>(now, now, Due::Abandon(slot.task, slot.attempt));
			}
			after = Some(page);
			if meter.try_consume(step).is_err() {
				return Some(Due::Evacuate { provider: provider.clone(), declared, after });
			}
		}
	}
}
