//! What must hold at the end of every block. The labels are those of the README.

use crate::*;
use alloc::collections::BTreeSet;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{agenda::BUCKET, Clock};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::tiers_are_sound()?;
		Self::downtime_is_bounded()?;
		Self::outages_are_exact()?;
		Self::everyone_watched_is_in_the_agenda()?;
		Self::agenda_has_no_holes()?;
		Self::debtors_are_enrolled()?;
		Self::debts_are_owed()
	}

	/// I1: every tier's collateral covers the larger of its credits, and it can be kept.
	fn tiers_are_sound() -> Result<(), TryRuntimeError> {
		for tier in Tiers::<T>::iter_values() {
			ensure!(Self::ensure_sound(&tier).is_ok(), "I1: a tier cannot be kept");
		}
		Ok(())
	}

	/// I2: a provider was not down for longer than it has been enrolled, and the downtimes that it
	/// remembers lie apart, in order, and are part of what it was down.
	fn downtime_is_bounded() -> Result<(), TryRuntimeError> {
		for uptime in Uptimes::<T>::iter_values() {
			ensure!(uptime.up_until >= uptime.enrolled, "I2: a sign of life before enrolment");
			ensure!(
				uptime.down <= uptime.up_until.since(uptime.enrolled),
				"I2: more downtime than time"
			);
			let (mut before, mut remembered) = (uptime.enrolled, 0u64);
			for &(from, until) in &uptime.ended {
				ensure!(before <= from && from < until, "I2: downtimes out of order");
				before = until;
				remembered = remembered.saturating_add(until.since(from));
			}
			ensure!(before <= uptime.up_until, "I2: a downtime after the last sign of life");
			ensure!(remembered <= uptime.down, "I2: more downtime remembered than there was");
			let now = T::Clock::now();
			ensure!(
				uptime.excused(now) <= uptime.downtime(now),
				"I2: more downtime excused than there was"
			);
		}
		Ok(())
	}

	/// I3: an outage began where the last sign of life ended, and nobody watches who is out.
	fn outages_are_exact() -> Result<(), TryRuntimeError> {
		for uptime in Uptimes::<T>::iter_values() {
			if let Some(since) = uptime.outage {
				ensure!(since == uptime.up_until, "I3: an outage that began at another time");
				ensure!(uptime.watch.is_none(), "I3: a provider that is out is watched");
			}
		}
		Ok(())
	}

	/// I4: every watched provider has an entry in the agenda that is not stale, and no entry would
	/// come early. (Who leaves, comes back and beats within one second has two; the first that is
	/// handled makes the other stale.)
	fn everyone_watched_is_in_the_agenda() -> Result<(), TryRuntimeError> {
		let mut entries = BTreeSet::new();
		for (bucket, _, checks) in AgendaPages::<T>::iter() {
			for check in checks {
				let opens = bucket.saturating_mul(BUCKET);
				ensure!(check.due.0 <= opens, "I4: an entry would come early");
				entries.insert((check.provider, check.due));
			}
		}
		for (provider, uptime) in Uptimes::<T>::iter() {
			if let Some(due) = uptime.watch {
				ensure!(
					entries.contains(&(provider, due)),
					"I4: a watched provider is not in the agenda"
				);
			}
		}
		Ok(())
	}

	/// I5: the agenda holds no empty page, none beyond the last and none before the cursor.
	fn agenda_has_no_holes() -> Result<(), TryRuntimeError> {
		let next = AgendaNextBucket::<T>::get();
		for (bucket, page, checks) in AgendaPages::<T>::iter() {
			ensure!(!checks.is_empty(), "I5: an empty page");
			ensure!(page <= AgendaLastPage::<T>::get(bucket), "I5: a page beyond the last");
			ensure!(bucket >= next, "I5: a page before the cursor");
		}
		Ok(())
	}

	/// I6: whoever owes something is enrolled.
	fn debtors_are_enrolled() -> Result<(), TryRuntimeError> {
		for debt in Debts::<T>::iter_values() {
			ensure!(
				Uptimes::<T>::contains_key(&debt.provider),
				"I6: the provider of a debt is not enrolled"
			);
		}
		Ok(())
	}

	/// I7: a debt is an amount.
	fn debts_are_owed() -> Result<(), TryRuntimeError> {
		ensure!(Debts::<T>::iter_values().all(|debt| debt.amount > 0), "I7: a debt of nothing");
		Ok(())
	}
}
