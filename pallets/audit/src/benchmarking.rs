//! What the calls and hooks cost at worst.

#![allow(clippy::expect_used)]

use crate::*;
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{Get, Hooks};
use frame_system::RawOrigin;
use sp_core::H256;

/// Leaves of as many records.
fn fill<T: Config>(count: u32) {
	let leaves: alloc::vec::Vec<H256> = (0..count).map(|number| leaf_of(&number)).collect();
	Leaves::<T>::put(frame_support::BoundedVec::try_from(leaves).expect("count is in bounds"));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn attest() {
		let caller: T::AccountId = whitelisted_caller();
		let before = T::MaxRecords::get().saturating_sub(1);
		fill::<T>(before);
		let note: Note = vec![b'n'; MAX_NOTE as usize].try_into().expect("it just fits");

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), H256::repeat_byte(1), note);

		assert_eq!(Pallet::<T>::count(), T::MaxRecords::get());
	}

	/// MMR's hook computes the root and does not know what it costs: it is paid for here.
	#[benchmark]
	fn on_initialize(n: Linear<0, { T::MaxRecords::get() }>) {
		fill::<T>(n);
		let root;

		#[block]
		{
			root = Pallet::<T>::block_root();
			Pallet::<T>::on_initialize(1u32.into());
		}

		assert_eq!(root == H256::zero(), n == 0);
		assert_eq!(Pallet::<T>::count(), 0);
	}
}
