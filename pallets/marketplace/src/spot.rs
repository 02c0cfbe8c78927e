//! Spot leases: which make room when somebody wants it at the full price, and when they are gone.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	book::Book,
	hooks::Due,
	pallet::*,
	types::{Kind, Lease, Leaving, SpotLease, SpotList},
};
use alloc::vec::Vec;
use frame_support::traits::{DefensiveOption, DefensiveResult};
use sp_runtime::{DispatchError, DispatchResult};
use tradewind_primitives::{
	agenda::BUCKET,
	traits::{AuditLog, Streams},
	Category, LeaseId, LeaseKind, OfferId, Resources, Seconds, Subject, Timestamp,
};

/// The leases that make room for `needs` where only `free` is left, of which the newest leave first
/// and none that need not; `None` when all of them together are too small. Pure.
pub fn victims(spot: &[SpotLease], free: &Resources, needs: &Resources) -> Option<Vec<SpotLease>> {
	let mut room = *free;
	let mut leaving = Vec::new();
	for lease in spot.iter().rev() {
		if needs.fits(&room) {
			break;
		}
		room = room.checked_add(&lease.needs)?;
		leaving.push(*lease);
	}
	if !needs.fits(&room) {
		return None;
	}
	// One that was taken for what a later one has brought too may stay. The newest are asked last.
	for index in (0..leaving.len()).rev() {
		let spared = leaving.get(index).and_then(|lease| room.checked_sub(&lease.needs));
		if let Some(spared) = spared.filter(|spared| needs.fits(spared)) {
			room = spared;
			leaving.remove(index);
		}
	}
	Some(leaving)
}

impl<T: Config> Pallet<T> {
	/// Takes back as many spot leases of an offer as it takes for `needs` to fit into what is free
	/// of it. Returns how many. Those who have to leave keep what they have until their notice is
	/// over.
	pub(crate) fn make_room(
		book: &mut Book<T>,
		page: u32,
		offer: OfferId,
		needs: &Resources,
		kind: LeaseKind,
		now: Timestamp,
	) -> Result<u32, DispatchError> {
		let free = book.listing(page, offer)?.free;
		if kind == LeaseKind::Spot || needs.fits(&free) {
			return Ok(0);
		}
		let mut spot = SpotLeases::<T>::get(offer);
		let leaving = victims(&spot, &free, needs).defensive_ok_or(Error::<T>::BelowLeased)?;
		spot.retain(|lease| !leaving.contains(lease));
		let (mut room, mut until) = (Resources::default(), now);
		for lease in &leaving {
			room = room.checked_add(&lease.needs).defensive_ok_or(Error::<T>::BelowLeased)?;
			until = until.max(Self::reclaim(lease.lease, now)?);
		}
		Self::put_spot(offer, spot);
		book.change(page, offer, |listing| {
			let sum = |one: &Resources| one.checked_add(&room);
			listing.free = sum(&listing.free).defensive_ok_or(Error::<T>::BelowLeased)?;
			listing.spot =
				listing.spot.checked_sub(&room).defensive_ok_or(Error::<T>::BelowLeased)?;
			listing.spot_leases = listing.spot_leases.saturating_sub(leaving.len() as u8);
			let earlier = listing.leaving.filter(|leaving| leaving.until > now);
			let earlier = earlier.unwrap_or(Leaving { room: Resources::default(), until: now });
			listing.leaving = Some(Leaving {
				room: sum(&earlier.room).defensive_ok_or(Error::<T>::BelowLeased)?,
				until: earlier.until.max(until),
			});
			Ok(())
		})?;
		Ok(leaving.len() as u32)
	}

	/// Gives a spot lease notice. Returns when it ends, which is later than the notice says by less
	/// than a bucket of the agenda.
	fn reclaim(id: LeaseId, now: Timestamp) -> Result<Timestamp, DispatchError> {
		let lease = Self::kept(id)?.memo;
		let Kind::Spot { notice } = lease.kind else {
			return Err(Error::<T>::OtherKind.into());
		};
		Self::unwatch_end(id, &lease);
		let due = Self::schedule(now, now.plus(Seconds::from(notice)), Due::Reclaim(id));
		// When the agenda comes to it, so that it has left when somebody else may come.
		let until = Timestamp(due.bucket.saturating_mul(BUCKET));
		let provider = lease.provider.clone();
		let lease = Lease { reclaimed: Some(until), due: Some(due), ..lease };
		T::Streams::keep(id.into(), lease)?;
		let subject = Subject::Lease(id);
		T::Audit::record(Category::Performance, None, subject, "lease.reclaimed", &(id, until));
		Self::deposit_event(Event::LeaseReclaimed { lease: id, provider, until });
		Ok(until)
	}

	/// Lists a spot lease with its offer.
	pub(crate) fn add_spot(offer: OfferId, lease: LeaseId, needs: Resources) -> DispatchResult {
		let lease = SpotLease { lease, needs };
		// The matching takes no offer on which as many run as may.
		SpotLeases::<T>::try_append(offer, lease).defensive_map_err(|()| Error::<T>::NoRoom.into())
	}

	/// Takes a spot lease off the list of its offer.
	pub(crate) fn remove_spot(offer: OfferId, lease: LeaseId) {
		let mut spot = SpotLeases::<T>::get(offer);
		spot.retain(|one| one.lease != lease);
		Self::put_spot(offer, spot);
	}

	/// Changes what a spot lease is listed with.
	pub(crate) fn change_spot(
		offer: OfferId,
		lease: LeaseId,
		change: impl FnOnce(&mut SpotLease),
	) -> DispatchResult {
		let mut spot = SpotLeases::<T>::get(offer);
		let listed = spot.iter_mut().find(|one| one.lease == lease);
		change(listed.defensive_ok_or(Error::<T>::UnknownLease)?);
		Self::put_spot(offer, spot);
		Ok(())
	}

	fn put_spot(offer: OfferId, spot: SpotList) {
		if spot.is_empty() {
			SpotLeases::<T>::remove(offer);
		} else {
			SpotLeases::<T>::insert(offer, spot);
		}
	}
}
