//! What must always hold. The labels are those of the README.

#![cfg(any(test, feature = "try-runtime"))]

use crate::{budget, pallet::*, Due, DueOf, FailReason, Slot, State};
use alloc::collections::{btree_map::BTreeMap, btree_set::BTreeSet};
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::TryRuntimeError;
use tradewind_primitives::Balance;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_attempts_are_listed()?;
		Self::check_deposits_are_held()?;
		Self::check_attempts_are_bounded()?;
		Self::check_something_is_due()?;
		Self::check_budgets_are_kept()
	}

	/// I1.
	fn check_attempts_are_listed() -> Result<(), TryRuntimeError> {
		let mut under_way = 0usize;
		for (id, task) in Tasks::<T>::iter() {
			if let Some(attempt) = task.state.attempt() {
				under_way = under_way.saturating_add(1);
				let slot = Slot { task: id, attempt: task.attempts, placed: attempt.placed };
				ensure!(
					Attempts::<T>::get(&attempt.provider, attempt.page).contains(&slot),
					"I1: an attempt is not listed as it is"
				);
			}
		}
		let mut listed = 0usize;
		for (provider, page, slots) in Attempts::<T>::iter() {
			listed = listed.saturating_add(slots.len());
			ensure!(!slots.is_empty(), "I1: a page lists nothing");
			ensure!(
				page <= AttemptPages::<T>::get(provider),
				"I1: a page lies beyond the last one of its provider"
			);
		}
		ensure!(listed == under_way, "I1: an attempt is listed that is not under way");
		ensure!(
			AttemptPages::<T>::iter_values().all(|page| page > 0),
			"I1: the first page has an entry as the last one"
		);
		Ok(())
	}

	/// I2.
	fn check_deposits_are_held() -> Result<(), TryRuntimeError> {
		let mut owed = BTreeMap::<T::AccountId, Balance>::new();
		for task in Tasks::<T>::iter_values() {
			let sum = owed.entry(task.owner).or_default();
			*sum = sum.saturating_add(task.deposit);
		}
		for (owner, sum) in owed {
			ensure!(
				T::Native::balance_on_hold(&HoldReason::Task.into(), &owner) == sum,
				"I2: the hold of an owner differs from the deposits of its tasks"
			);
		}
		Ok(())
	}

	/// I3.
	fn check_attempts_are_bounded() -> Result<(), TryRuntimeError> {
		let next = NextTaskId::<T>::get();
		for (id, task) in Tasks::<T>::iter() {
			ensure!(id < next, "I3: a task has an id that was not given out");
			ensure!(
				task.attempts <= task.spec.max_attempts,
				"I3: a task has had more attempts than its owner allows"
			);
			let failed = task.excluded.len();
			// The last attempt, where it is certain that its provider was not to blame for its end.
			let blameless = matches!(
				task.state,
				State::Placed(_)
					| State::Running { .. }
					| State::Finished(_)
					| State::Cancelled { bill: Some(_), .. }
					| State::Failed { reason: FailReason::OutOfFunds, .. }
			);
			ensure!(
				failed.saturating_add(blameless as usize) <= usize::from(task.attempts),
				"I3: more providers are excluded than attempts have failed"
			);
			let distinct: BTreeSet<_> = task.excluded.iter().collect();
			ensure!(distinct.len() == failed, "I3: a provider is excluded twice");
			if let Some(attempt) = task.state.attempt() {
				ensure!(
					task.spec.candidates.contains(&attempt.provider)
						&& !task.excluded.contains(&attempt.provider),
					"I3: a task is at a provider that may not have it"
				);
			}
		}
		Ok(())
	}

	/// I4.
	fn check_something_is_due() -> Result<(), TryRuntimeError> {
		let first = AgendaNextBucket::<T>::get();
		let mut due = BTreeSet::<DueOf<T>>::new();
		for (bucket, page, items) in AgendaPages::<T>::iter() {
			ensure!(
				bucket >= first && page <= AgendaLastPage::<T>::get(bucket),
				"I4: a page of the agenda is out of reach"
			);
			due.extend(items);
		}
		for (id, task) in Tasks::<T>::iter() {
			let item = match task.state {
				State::Queued { .. } => Due::Place(id),
				State::Placed(_) => Due::StartBy(id, task.attempts),
				State::Running { .. } => Due::ReportBy(id, task.attempts),
				State::Finished(_) | State::Failed { .. } | State::Cancelled { .. } => {
					Due::Drop(id)
				},
			};
			ensure!(due.contains(&item), "I4: nothing is due for a task");
		}
		Ok(())
	}

	/// I5.
	fn check_budgets_are_kept() -> Result<(), TryRuntimeError> {
		for task in Tasks::<T>::iter_values() {
			let spec = &task.spec;
			let at_most = match task.state.attempt() {
				Some(attempt) => budget::total(attempt.rate, spec.max_seconds),
				None => 0,
			};
			ensure!(
				task.spent.saturating_add(at_most)
					<= budget::total(spec.max_rate, spec.max_seconds),
				"I5: a task may cost more than its budget"
			);
		}
		Ok(())
	}
}
