//! What the calls do.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	budget,
	hooks::Agenda,
	lifecycle::{self, Step},
	pallet::*,
	seal, slots, Attempt, DeclineReason, Due, FailReason, MoveReason, Payload, Receipt, Report,
	Slot, Source, State, Task, TaskOf, TaskSpecOf, MAX_ATTEMPTS, MAX_WAIT,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	dispatch::{DispatchResult, PostDispatchInfo},
	ensure,
	storage::with_storage_layer,
	traits::{fungible::MutateHold, tokens::Precision, Get},
	weights::Weight,
};
use sp_core::H256;
use sp_runtime::DispatchError;
use tradewind_primitives::{
	agenda,
	traits::{AuditLog, Leasing, ProviderDirectory},
	Balance, Category, Clock, CloseReason, Filters, LeaseBill, LeaseKind, LeaseRequest, Placement,
	Placing, Subject, TaskId, Timestamp,
};

impl<T: Config> Pallet<T> {
	/// Checks a payload that travels in the extrinsic, has it indexed, and submits it. Returns what
	/// looking for a place weighed.
	pub(crate) fn do_submit_inline(
		who: T::AccountId,
		spec: TaskSpecOf<T>,
		hash: H256,
		data: &[u8],
	) -> Result<Weight, DispatchError> {
		ensure!(sp_io::hashing::blake2_256(data) == hash.0, Error::<T>::HashMismatch);
		ensure!(seal::is_sealed(data), Error::<T>::NotSealed);
		// Nodes file the last `size` bytes of the extrinsic under `hash` without looking at them.
		// Were they not `data`, other bytes would be served under this hash, for everybody.
		let index = frame_system::Pallet::<T>::extrinsic_index().ok_or(Error::<T>::NotLast)?;
		let extrinsic = frame_system::Pallet::<T>::extrinsic_data(index);
		ensure!(extrinsic.ends_with(data), Error::<T>::NotLast);
		let size = u32::try_from(data.len()).map_err(|_| Error::<T>::NoPayload)?;
		let payload = Payload { hash, size: size.into(), source: Source::Inline };
		let search = Self::do_submit(who, spec, payload)?;
		sp_io::transaction_index::index(index, size, hash.0);
		Ok(search)
	}

	/// Takes a task in and looks for a place. Returns what that weighed.
	pub(crate) fn do_submit(
		who: T::AccountId,
		spec: TaskSpecOf<T>,
		payload: Payload,
	) -> Result<Weight, DispatchError> {
		ensure!(!spec.candidates.is_empty(), Error::<T>::SealedToNobody);
		ensure!((1..=MAX_ATTEMPTS).contains(&spec.max_attempts), Error::<T>::AttemptsOutOfRange);
		ensure!(spec.place_within <= MAX_WAIT, Error::<T>::WaitTooLong);
		ensure!(spec.result_key != [0; 32], Error::<T>::ZeroKey);

		let id = NextTaskId::<T>::get();
		NextTaskId::<T>::put(id.next().ok_or(Error::<T>::NoMoreIds)?);
		let bytes = Self::bytes_besides(&spec, &payload);
		let deposit = Self::deposit_of(spec.candidates.len() as u32, bytes)
			.ok_or(Error::<T>::DepositOverflow)?;
		T::Native::hold(&HoldReason::Task.into(), &who, deposit)?;

		let now = T::Clock::now();
		let (hash, size) = (payload.hash, payload.size);
		let until = now.plus(spec.place_within);
		let mut task = Task {
			owner: who.clone(),
			spec,
			payload,
			attempts: 0,
			excluded: Default::default(),
			spent: 0,
			deposit,
			submitted: now,
			state: State::Queued { until },
		};
		Self::announce(
			Category::Performance,
			Some(&who.clone()),
			id,
			"task.submitted",
			Event::Submitted { task: id, who, hash, size },
		);
		// What the market refuses now is refused with the whole call.
		let (placed, search) = Self::find_place(id, &mut task, now)?;
		if !placed {
			ensure!(Self::wait(id, &task, until, now), Error::<T>::NoPlace);
			Self::announce_queued(id, until);
		}
		Tasks::<T>::insert(id, task);
		Ok(search)
	}

	/// What something weighs at the most that places a task and, with a plain search for its place,
	/// weighs `plain`.
	pub(crate) fn most(plain: Weight) -> Weight {
		plain.saturating_add(T::Leasing::search_weight())
	}

	/// What it weighed, when the search weighed so much besides.
	pub(crate) fn weighed(plain: Weight, search: Weight) -> PostDispatchInfo {
		Some(plain.saturating_add(search).min(Self::most(plain))).into()
	}

	/// Lets the lease flow.
	pub(crate) fn do_start(agent: T::AccountId, id: TaskId) -> DispatchResult {
		let (mut task, attempt) = Self::assigned(&agent, id)?;
		let now = T::Clock::now();
		let report_by = now.plus(task.spec.max_seconds).plus(T::ReportMargin::get());
		let (lease, provider) = (attempt.lease, attempt.provider.clone());
		task.advance(Step::Start, State::Running { attempt, started: now, report_by })
			.map_err(Error::<T>::from)?;
		T::Leasing::start(lease)?;
		agenda::schedule::<Agenda<T>>(now, report_by, Due::ReportBy(id, task.attempts));
		Tasks::<T>::insert(id, task);
		Self::announce(
			Category::Performance,
			Some(&agent),
			id,
			"task.started",
			Event::Started { task: id, provider, report_by },
		);
		Ok(())
	}

	/// Closes the lease and keeps a receipt.
	pub(crate) fn do_report(agent: T::AccountId, id: TaskId, report: Report) -> DispatchResult {
		let (mut task, attempt) = Self::assigned(&agent, id)?;
		let started = task.state.started().ok_or(Error::<T>::NotStarted)?;
		let bill = Self::close(id, &attempt, CloseReason::Completed)?;
		let now = T::Clock::now();
		let Attempt { provider, rate, asset, .. } = attempt;
		let receipt =
			Receipt { provider: provider.clone(), report, rate, asset, bill, started, ended: now };
		task.advance(Step::Report, State::Finished(receipt)).map_err(Error::<T>::from)?;
		Self::keep(id, now);
		Tasks::<T>::insert(id, task);
		Self::announce(
			Category::Performance,
			Some(&agent),
			id,
			"task.finished",
			Event::Finished { task: id, provider, report, bill },
		);
		Ok(())
	}

	/// Takes the task from a provider that does not want it. Returns what looking for another place
	/// weighed.
	pub(crate) fn do_decline(
		agent: T::AccountId,
		id: TaskId,
		reason: DeclineReason,
	) -> Result<Weight, DispatchError> {
		let (mut task, attempt) = Self::assigned(&agent, id)?;
		let now = T::Clock::now();
		let reason = MoveReason::Declined(reason);
		let search = Self::lose(id, &mut task, attempt, reason, Some(&agent), now)?;
		Tasks::<T>::insert(id, task);
		Ok(search)
	}

	/// Ends a task for its owner.
	pub(crate) fn do_cancel(who: T::AccountId, id: TaskId) -> DispatchResult {
		let task = Tasks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(task.owner == who, Error::<T>::NotOwner);
		Self::cancel_task(id, task, Some(&who))
	}

	/// Ends a task because its owner, or whoever pays for it, wants no more of it.
	fn cancel_task(
		id: TaskId,
		mut task: TaskOf<T>,
		actor: Option<&T::AccountId>,
	) -> DispatchResult {
		lifecycle::next(task.state.phase(), Step::Cancel).map_err(Error::<T>::from)?;
		let now = T::Clock::now();
		let bill = match task.state.attempt() {
			Some(attempt) => Some(Self::close(id, attempt, CloseReason::Cancelled)?),
			None => None,
		};
		task.advance(Step::Cancel, State::Cancelled { bill, ended: now })
			.map_err(Error::<T>::from)?;
		Self::keep(id, now);
		Tasks::<T>::insert(id, task);
		Self::announce(
			Category::Access,
			actor,
			id,
			"task.cancelled",
			Event::Cancelled { task: id, bill },
		);
		Ok(())
	}

	/// Drops a task for `who`, if it may be dropped by `who` now.
	pub(crate) fn do_drop_task(who: T::AccountId, id: TaskId) -> DispatchResult {
		let task = Tasks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let ended = task.state.ended().ok_or(Error::<T>::NotEnded)?;
		let due = T::Clock::now() >= ended.plus(T::Retention::get());
		ensure!(due || task.owner == who, Error::<T>::NotYetDue);
		Self::forget(id, task, Some(&who))
	}

	/// Removes the record of a task that ended and gives its deposit back.
	pub(crate) fn forget(
		id: TaskId,
		task: TaskOf<T>,
		actor: Option<&T::AccountId>,
	) -> DispatchResult {
		let Task { owner, deposit, .. } = task;
		// Best effort, so that nothing that happened to the hold can keep the record alive.
		let deposit =
			T::Native::release(&HoldReason::Task.into(), &owner, deposit, Precision::BestEffort)?;
		Tasks::<T>::remove(id);
		Self::announce(
			Category::Performance,
			actor,
			id,
			"task.dropped",
			Event::Dropped { task: id, owner, deposit },
		);
		Ok(())
	}

	/// Takes a task from its provider and finds it another place or gives it up. A provider that is
	/// to blame is excluded. Returns what looking for a place weighed. The caller stores the task.
	pub(crate) fn lose(
		id: TaskId,
		task: &mut TaskOf<T>,
		attempt: Attempt<T::AccountId>,
		reason: MoveReason,
		actor: Option<&T::AccountId>,
		now: Timestamp,
	) -> Result<Weight, DispatchError> {
		let bill = Self::close(id, &attempt, reason.close_reason())?;
		task.spent = budget::spent_after(task.spent, &bill);
		let until = now.plus(task.spec.place_within);
		task.advance(Step::Lose, State::Queued { until }).map_err(Error::<T>::from)?;
		let from = attempt.provider;
		if reason.close_reason().is_provider_fault() {
			// There is room: one provider is excluded per attempt, and attempts are bounded alike.
			let _ = task.excluded.try_push(from.clone());
		}
		Self::announce(
			Category::Performance,
			actor,
			id,
			"task.moved",
			Event::Moved { task: id, from, reason, bill },
		);
		if task.attempts >= task.spec.max_attempts {
			Self::give_up(id, task, FailReason::AttemptsExhausted, now)?;
			return Ok(Weight::zero());
		}
		if !task.has_candidate() {
			Self::give_up(id, task, FailReason::NoCandidateLeft, now)?;
			return Ok(Weight::zero());
		}
		let (waits, search) = Self::place_or_wait(id, task, until, now)?;
		if waits {
			Self::announce_queued(id, until);
		}
		Ok(search)
	}

	/// Places a task that waits until `until`, lets it wait on, or gives it up. Returns whether
	/// it waits, and what looking for a place weighed. The caller stores the task.
	pub(crate) fn place_or_wait(
		id: TaskId,
		task: &mut TaskOf<T>,
		until: Timestamp,
		now: Timestamp,
	) -> Result<(bool, Weight), DispatchError> {
		let (reason, search) = match Self::find_place(id, task, now) {
			Ok((true, search)) => return Ok((false, search)),
			Ok((false, search)) => (FailReason::NoPlace, search),
			// How far the market went before it refused is not known.
			Err(error) => (FailReason::Refused(error), T::Leasing::search_weight()),
		};
		// What the market refuses now, for instance because there is no money at the moment, it may
		// grant later.
		let waits = Self::wait(id, task, until, now);
		if !waits {
			Self::give_up(id, task, reason, now)?;
		}
		Ok((waits, search))
	}

	/// Asks the market for a place and takes it. Returns whether there was one, and what finding
	/// out weighed; changes nothing otherwise.
	fn find_place(
		id: TaskId,
		task: &mut TaskOf<T>,
		now: Timestamp,
	) -> Result<(bool, Weight), DispatchError> {
		let spec = &task.spec;
		let request = LeaseRequest {
			owner: &task.owner,
			tab: spec.tab,
			class: spec.class,
			tier: spec.tier,
			needs: spec.needs,
			max_rate: budget::rate_left(spec.max_rate, spec.max_seconds, task.spent),
			max_seconds: spec.max_seconds,
			prepaid: spec.prepaid,
			reference: Some(id.0),
			kind: if spec.spot { LeaseKind::Spot } else { LeaseKind::OnDemand },
			candidates: &spec.candidates,
			excluded: &task.excluded,
			filters: &spec.filters,
		};
		// Bounded by `max_attempts`, which was checked before the task came to wait.
		let number = task.attempts.saturating_add(1);
		// The layer undoes what was done before a refusal: the caller may go on.
		let (found, search) = with_storage_layer(|| {
			let Placing { placement, search } = T::Leasing::place(&request)?;
			let Some(place) = placement else { return Ok((None, search)) };
			let slot = Slot { task: id, attempt: number, placed: now };
			let page = slots::add::<T>(&place.provider, slot)?;
			Ok::<_, DispatchError>((Some((place, page)), search))
		})?;
		let Some((place, page)) = found else { return Ok((false, search)) };
		let Placement { lease, provider, rate, asset, start_within, usable_from, .. } = place;
		let start_by = usable_from.unwrap_or(now).plus(start_within);
		let attempt = Attempt {
			lease,
			provider: provider.clone(),
			rate,
			asset,
			placed: now,
			usable_from,
			start_by,
			page,
		};
		task.advance(Step::Place, State::Placed(attempt)).map_err(Error::<T>::from)?;
		task.attempts = number;
		agenda::schedule::<Agenda<T>>(now, start_by, Due::StartBy(id, number));
		Self::announce(
			Category::Performance,
			None,
			id,
			"task.placed",
			Event::Placed {
				task: id,
				attempt: number,
				provider,
				lease,
				rate,
				usable_from,
				start_by,
			},
		);
		Ok((true, search))
	}

	/// Queues the next try to place a task. Returns whether there is one.
	fn wait(id: TaskId, task: &TaskOf<T>, until: Timestamp, now: Timestamp) -> bool {
		let next = lifecycle::next_try(until, task.spec.place_within, now);
		if let Some(at) = next {
			agenda::schedule::<Agenda<T>>(now, at, Due::Place(id));
		}
		next.is_some()
	}

	/// Ends a task that waits. The caller stores it.
	pub(crate) fn give_up(
		id: TaskId,
		task: &mut TaskOf<T>,
		reason: FailReason,
		now: Timestamp,
	) -> DispatchResult {
		Self::fail(id, task, Step::GiveUp, reason, now)
	}

	/// Ends a task whose lease is to end, if a provider has it, or moves it where it is the
	/// provider that ends the lease.
	pub(crate) fn do_end(id: TaskId, reason: CloseReason) -> DispatchResult {
		let Some(mut task) = Tasks::<T>::get(id) else { return Ok(()) };
		let Some(attempt) = task.state.attempt().cloned() else { return Ok(()) };
		let now = T::Clock::now();
		match reason {
			CloseReason::OutOfFunds => {
				let bill = Self::close(id, &attempt, reason)?;
				task.spent = budget::spent_after(task.spent, &bill);
				Self::fail(id, &mut task, Step::OutOfFunds, FailReason::OutOfFunds, now)?;
			},
			CloseReason::Reclaimed => {
				Self::lose(id, &mut task, attempt, MoveReason::Reclaimed, None, now)?;
			},
			reason if reason.is_provider_fault() => {
				Self::lose(id, &mut task, attempt, MoveReason::ProviderLeft, None, now)?;
			},
			_ => return Self::cancel_task(id, task, None),
		}
		Tasks::<T>::insert(id, task);
		Ok(())
	}

	/// Closes the lease of an attempt and takes the attempt off its provider's list.
	fn close(
		id: TaskId,
		attempt: &Attempt<T::AccountId>,
		reason: CloseReason,
	) -> Result<LeaseBill, DispatchError> {
		slots::remove::<T>(&attempt.provider, attempt.page, id);
		T::Leasing::close(attempt.lease, reason)
	}

	/// Ends a task by `step`. The caller stores it.
	fn fail(
		id: TaskId,
		task: &mut TaskOf<T>,
		step: Step,
		reason: FailReason,
		now: Timestamp,
	) -> DispatchResult {
		task.advance(step, State::Failed { reason, ended: now }).map_err(Error::<T>::from)?;
		Self::keep(id, now);
		Self::announce(
			Category::Performance,
			None,
			id,
			"task.failed",
			Event::Failed { task: id, reason },
		);
		Ok(())
	}

	/// Queues the removal of a task that ends now.
	fn keep(id: TaskId, now: Timestamp) {
		agenda::schedule::<Agenda<T>>(now, now.plus(T::Retention::get()), Due::Drop(id));
	}

	/// The task and its attempt, if `agent` acts for the provider that has it.
	fn assigned(
		agent: &T::AccountId,
		id: TaskId,
	) -> Result<(TaskOf<T>, Attempt<T::AccountId>), DispatchError> {
		let task = Tasks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(task.state.ended().is_none(), Error::<T>::AlreadyEnded);
		let attempt = task.state.attempt().cloned().ok_or(Error::<T>::NotAssigned)?;
		let provider = T::ProviderDirectory::acting_for(agent);
		ensure!(provider.as_ref() == Some(&attempt.provider), Error::<T>::NotAssigned);
		Ok((task, attempt))
	}

	/// How many bytes of a record count besides those of its candidates: those of its address, and
	/// those by which its encoded filters are longer than empty ones.
	fn bytes_besides(spec: &TaskSpecOf<T>, payload: &Payload) -> u32 {
		let address = match &payload.source {
			Source::Inline => 0,
			Source::Remote(uri) => uri.len(),
		};
		let empty = Filters::default().encoded_size();
		let filters = spec.filters.encoded_size().saturating_sub(empty);
		// Both are bounded, far below the end of the numbers.
		address.saturating_add(filters) as u32
	}

	/// The deposit for a record with this many candidates and this many bytes besides.
	pub(crate) fn deposit_of(candidates: u32, bytes: u32) -> Option<Balance> {
		let account = u32::try_from(T::AccountId::max_encoded_len()).ok()?;
		let bytes = candidates.checked_mul(account)?.checked_add(bytes)?;
		budget::deposit(T::TaskDeposit::get(), T::ByteDeposit::get(), bytes)
	}

	/// Says that a task waits.
	fn announce_queued(id: TaskId, until: Timestamp) {
		Self::announce(
			Category::Performance,
			None,
			id,
			"task.queued",
			Event::Queued { task: id, until },
		);
	}

	/// Writes a step down and tells of it. The particulars of the record are the event itself.
	fn announce(
		category: Category,
		actor: Option<&T::AccountId>,
		id: TaskId,
		action: &'static str,
		event: Event<T>,
	) {
		T::Audit::record(category, actor, Subject::Task(id), action, &event);
		Self::deposit_event(event);
	}
}
