//! What falls due: the ends of leases and of auctions.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{pallet::*, types::Lease, weights::WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::{
	storage::with_storage_layer,
	traits::{ConstU32, Defensive, Get},
	weights::{Weight, WeightMeter},
};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;
use tradewind_primitives::{
	agenda::{self, Slot},
	traits::{Ending, Streams},
	AuctionId, Clock, CloseReason, LeaseId, Seconds, Timestamp,
};

/// How many items a page of the agenda holds.
pub type PageSize = ConstU32<64>;

/// How long what could not be done waits for the next try, in seconds. So long, too, a lease is
/// left alone that stands still for want of money.
pub const RETRY_EVERY: Seconds = 60;

/// What falls due.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Due {
	/// The time of a lease is over, unless it stood still meanwhile.
	End(LeaseId),
	/// The notice of a spot lease is over.
	Reclaim(LeaseId),
	/// The time for bids is over.
	Auction(AuctionId),
}

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
	pub(crate) fn schedule(now: Timestamp, at: Timestamp, item: Due) -> Slot {
		agenda::schedule::<Agenda<T>>(now, at, item)
	}

	pub(crate) fn cancel(slot: Slot, item: Due) {
		agenda::cancel::<Agenda<T>>(slot, &item);
	}

	/// Has the agenda look at a lease when its time is over.
	pub(crate) fn watch_end(id: LeaseId, lease: LeaseOf<T>, at: Timestamp) -> DispatchResult {
		Self::unwatch_end(id, &lease);
		let due = Some(Self::schedule(T::Clock::now(), at, Due::End(id)));
		T::Streams::keep(id.into(), Lease { due, ..lease })
	}

	/// Takes back what the agenda has about a lease. The caller keeps the lease, or ends it.
	pub(crate) fn unwatch_end(id: LeaseId, lease: &LeaseOf<T>) {
		let item = if lease.reclaimed.is_some() { Due::Reclaim(id) } else { Due::End(id) };
		if let Some(slot) = lease.due {
			Self::cancel(slot, item);
		}
	}

	/// The most of a block that the agenda may take: a tenth.
	pub(crate) fn agenda_budget() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(10)
	}

	/// What the dearest item costs.
	pub(crate) fn item_weight() -> Weight {
		T::WeightInfo::due_look().max(<Self as Ending>::end_weight()).max(Self::award_weight())
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
				|item, _| {
					Self::handle(item, now);
					None
				},
			);
		}
		meter.consume(own.consumed());
	}

	/// Does one item, wholly or not at all. A lease that could not be ended is logged and tried
	/// again later, so that none is ever forgotten. An auction always ends.
	pub(crate) fn handle(item: Due, now: Timestamp) {
		let (id, done) = match item {
			Due::Auction(id) => return Self::auction_due(id),
			Due::End(id) => (id, with_storage_layer(|| Self::end_due(id, now))),
			Due::Reclaim(id) => {
				(id, with_storage_layer(|| Self::do_end(id, CloseReason::Reclaimed)))
			},
		};
		let Err(error) = done else { return };
		log::error!(target: "runtime::marketplace", "{item:?} could not be done: {error:?}");
		if let Ok(kept) = Self::kept(id) {
			let due = Some(Self::schedule(now, now.plus(RETRY_EVERY), item));
			T::Streams::keep(id.into(), Lease { due, ..kept.memo }).defensive_unwrap_or_default();
		}
	}

	/// Ends a lease whose time is over. One that stood still for want of money, or because its
	/// provider was down, is looked at again.
	fn end_due(id: LeaseId, now: Timestamp) -> DispatchResult {
		let Ok(kept) = Self::kept(id) else { return Ok(()) };
		let lease = kept.memo;
		// A look that was called off while this page of the agenda was being worked off.
		if lease.reclaimed.is_some() || lease.due.is_none_or(|slot| !slot.is_due(now)) {
			return Ok(());
		}
		if kept.left == 0 {
			return Self::do_close(id, CloseReason::Expired).map(|_| ());
		}
		Self::watch_end(id, lease, now.plus(kept.left.max(RETRY_EVERY)))
	}
}
