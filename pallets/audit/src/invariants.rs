//! What must always hold, under the labels of the README.

use crate::{Config, Leaves, Pallet};
use frame_support::{ensure, traits::Get};
use sp_core::H256;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_list_is_bounded()?;
		Self::try_leaves_are_digests()?;
		Self::try_root_tells_empty_from_full()
	}

	/// I1: a block has at most `MaxRecords` leaves, and all of them can be read.
	fn try_list_is_bounded() -> Result<(), TryRuntimeError> {
		let count = Leaves::<T>::decode_len().unwrap_or_default();
		ensure!(count <= T::MaxRecords::get() as usize, "I1: there are too many leaves");
		ensure!(count == Leaves::<T>::get().len(), "I1: the leaves cannot be read");
		Ok(())
	}

	/// I2: every leaf is a digest.
	fn try_leaves_are_digests() -> Result<(), TryRuntimeError> {
		ensure!(
			Leaves::<T>::get().iter().all(|leaf| *leaf != H256::zero()),
			"I2: a leaf is no digest"
		);
		Ok(())
	}

	/// I3: the root is zero exactly when the block has no records.
	fn try_root_tells_empty_from_full() -> Result<(), TryRuntimeError> {
		ensure!(
			(Self::block_root() == H256::zero()) == (Self::count() == 0),
			"I3: the root does not tell an empty block from another"
		);
		Ok(())
	}
}
