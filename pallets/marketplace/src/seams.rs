//! What the neighbours use this pallet for. The seams are also used by hooks, which nothing rolls
//! back; so each is all or nothing by itself.

use crate::{book::Book, pallet::*, weights::WeightInfo};
use frame_support::{storage::with_storage_layer, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};
use tradewind_primitives::{
	traits::{Departure, Ending, Leasing, Streams},
	CloseReason, LeaseBill, LeaseId, LeaseRequest, Placing, Seconds,
};

impl<T: Config> Leasing<T::AccountId> for Pallet<T> {
	fn place(
		request: &LeaseRequest<'_, T::AccountId>,
	) -> Result<Placing<T::AccountId>, DispatchError> {
		with_storage_layer(|| {
			let mut book = Book::<T>::open(request.class)?;
			let placed = Self::do_place(&mut book, request)?;
			if placed.placement.is_some() {
				book.close();
			}
			Ok(placed)
		})
	}

	fn search_weight() -> Weight {
		Self::most_search_weight()
	}

	fn start(lease: LeaseId) -> DispatchResult {
		with_storage_layer(|| Self::do_start(lease))
	}

	fn close(lease: LeaseId, reason: CloseReason) -> Result<LeaseBill, DispatchError> {
		with_storage_layer(|| Self::do_close(lease, reason))
	}

	fn idle(lease: LeaseId) -> Seconds {
		T::Streams::idle(lease.into())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_market(
		owner: &T::AccountId,
		provider: &T::AccountId,
		agent: &T::AccountId,
	) -> (tradewind_primitives::ClassId, tradewind_primitives::TierId, tradewind_primitives::TabId)
	{
		crate::benchmarking::create_market::<T>(owner, provider, agent)
	}
}

impl<T: Config> Departure<T::AccountId> for Pallet<T> {
	fn depart(provider: &T::AccountId) -> DispatchResult {
		with_storage_layer(|| Self::do_depart(provider))
	}
}

/// The reference of a stream is its own number, and that of the lease that it pays for.
impl<T: Config> Ending for Pallet<T> {
	fn end(reference: u64, reason: CloseReason) -> DispatchResult {
		with_storage_layer(|| Self::do_end(LeaseId(reference), reason))
	}

	/// Either the holder closes the lease or this pallet does.
	fn end_weight() -> Weight {
		T::WeightInfo::close_lease().max(T::Holder::end_weight())
	}
}
