//! Turning the page at the beginning of a block.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{proof::leaves_key, Config, Leaves, Pallet, WeightInfo};
use codec::Encode;
use frame_support::weights::Weight;

impl<T: Config> Pallet<T> {
	/// Files the leaves of the block before under its hash, off chain, and begins a new list. In
	/// this block they are still in the state of the parent, and MMR has committed to their root.
	pub(crate) fn turn_page() -> Weight {
		let count = Self::count();
		if count > 0 {
			let leaves = Leaves::<T>::take();
			let parent = frame_system::Pallet::<T>::parent_hash();
			leaves.using_encoded(|list| sp_io::offchain_index::set(&leaves_key(parent), list));
		}
		T::WeightInfo::on_initialize(count)
	}
}
