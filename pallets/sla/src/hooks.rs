//! Watching: one entry of the agenda per provider, not one look at every provider per block.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{types, *};
use core::marker::PhantomData;
use frame_support::{
	traits::{ConstU32, Get},
	weights::{Weight, WeightMeter},
};
use tradewind_primitives::{
	agenda,
	traits::{AuditLog, OnOutage},
	Category, Clock, Seconds, Subject, Timestamp,
};

/// Where the agenda lies.
pub(crate) struct Agenda<T>(PhantomData<T>);

impl<T: Config> agenda::Store for Agenda<T> {
	type Item = Check<T::AccountId>;
	type PageSize = ConstU32<{ types::PAGE_SIZE }>;
	type Pages = AgendaPages<T>;
	type LastPage = AgendaLastPage<T>;
	type NextBucket = AgendaNextBucket<T>;
}

impl<T: Config> Pallet<T> {
	/// How many seconds of downtime are not yet an outage.
	fn patience() -> Seconds {
		T::OutageAfter::get().saturating_sub(T::Grace::get())
	}

	/// Queues the next look at a provider. `uptime` is the caller's to store.
	pub(crate) fn watch(provider: &T::AccountId, uptime: &mut Uptime, now: Timestamp) {
		let due = uptime.deadline(Self::patience());
		uptime.watch = Some(due);
		agenda::schedule::<Agenda<T>>(now, due, Check { provider: provider.clone(), due });
	}

	/// The most of a block that checks may take: a tenth.
	pub(crate) fn agenda_budget() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(10)
	}

	/// The most that one check may take.
	pub(crate) fn check_weight() -> Weight {
		T::WeightInfo::check_rearms().max(T::WeightInfo::check_declares())
	}

	/// Does the checks that are due, as far as the meter and the budget allow.
	pub(crate) fn drain_agenda(meter: &mut WeightMeter) {
		let mut own = WeightMeter::with_limit(meter.remaining().min(Self::agenda_budget()));
		if own.try_consume(T::WeightInfo::agenda_base()).is_err() {
			return;
		}
		let now = T::Clock::now();
		agenda::drain::<Agenda<T>>(
			now,
			&mut own,
			T::WeightInfo::agenda_bucket(),
			Self::check_weight(),
			|check, _| {
				Self::check(check, now);
				None
			},
		);
		meter.consume(own.consumed());
	}

	/// Looks at one provider: has it beaten since, it is watched further; if not, it is out.
	pub(crate) fn check(Check { provider, due }: Check<T::AccountId>, now: Timestamp) {
		let Some(mut uptime) = Uptimes::<T>::get(&provider) else { return };
		if uptime.watch != Some(due) {
			return;
		}
		if now < uptime.deadline(Self::patience()) {
			Self::watch(&provider, &mut uptime, now);
			Uptimes::<T>::insert(&provider, uptime);
			return;
		}
		let since = uptime.up_until;
		uptime.watch = None;
		uptime.outage = Some(since);
		Uptimes::<T>::insert(&provider, uptime);
		T::OnOutage::outage_declared(&provider);
		T::Audit::record(
			Category::Performance,
			None,
			Subject::Account(provider.clone()),
			"provider.outage_declared",
			&since,
		);
		Self::deposit_event(Event::OutageDeclared { provider, since });
	}
}
