//! The attempts that are under way, listed by provider on numbered pages.
//!
//! An attempt is added to the page that [`AttemptPages`] names and stays on it until it is taken
//! off. That number steps forward when its page is full and back when its page is empty, so that no
//! page lies beyond it. A page without attempts does not exist.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{pallet::*, Slot, Slots};
use alloc::vec;
use sp_runtime::{traits::EnsureAdd, DispatchError};
use tradewind_primitives::TaskId;

/// Lists an attempt. Returns the number of its page. Two reads and one write, or two writes when
/// its page is the next one. Fails when there is no next page.
pub(crate) fn add<T: Config>(provider: &T::AccountId, slot: Slot) -> Result<u32, DispatchError> {
	let page = AttemptPages::<T>::get(provider);
	if Attempts::<T>::try_append(provider, page, slot).is_ok() {
		return Ok(page);
	}
	let page = page.ensure_add(1)?;
	AttemptPages::<T>::insert(provider, page);
	Attempts::<T>::insert(provider, page, Slots::truncate_from(vec![slot]));
	Ok(page)
}

/// Takes the attempt at `task` off its page. One read and one write, and as much again at most when
/// the page becomes empty.
pub(crate) fn remove<T: Config>(provider: &T::AccountId, page: u32, task: TaskId) {
	let emptied = Attempts::<T>::mutate_exists(provider, page, |slots| {
		let mut left = slots.take().unwrap_or_default();
		left.retain(|slot| slot.task != task);
		*slots = Some(left).filter(|left| !left.is_empty());
		slots.is_none()
	});
	if emptied && page > 0 && AttemptPages::<T>::get(provider) == page {
		match page.saturating_sub(1) {
			0 => AttemptPages::<T>::remove(provider),
			before => AttemptPages::<T>::insert(provider, before),
		}
	}
}

/// The page that comes next to `after` in the order of their keys, which is not that of their
/// numbers. A walk from `None` to the end finds each page once that exists all the while, whatever
/// is added and removed meanwhile.
pub(crate) fn next_page<T: Config>(
	provider: &T::AccountId,
	after: Option<u32>,
) -> Option<(u32, Slots)> {
	match after {
		None => Attempts::<T>::iter_prefix(provider),
		Some(page) => {
			Attempts::<T>::iter_prefix_from(provider, Attempts::<T>::hashed_key_for(provider, page))
		},
	}
	.next()
}
