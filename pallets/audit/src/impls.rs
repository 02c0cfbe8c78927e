//! Writing records.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	proof::{body_key, leaf_of, root},
	Config, Error, Event, Leaves, Note, Pallet,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{dispatch::DispatchResult, ensure, traits::Get, BoundedVec};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use tradewind_primitives::{
	record::MAX_ACTION, traits::AuditLog, Category, Clock, Record, Subject,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest(who: T::AccountId, digest: H256, note: Note) -> DispatchResult {
		ensure!(Self::count() < T::MaxRecords::get(), Error::<T>::TooManyRecords);
		Self::record(
			Category::Compliance,
			Some(&who),
			Subject::Outside(digest),
			"audit.attested",
			&(&who, digest, &note),
		);
		Self::deposit_event(Event::Attested { who, digest, note });
		Ok(())
	}

	/// The root over the records of this block so far; zero when there are none.
	///
	/// MMR's hook asks for it before this pallet's own hook turns the page, and so commits to the
	/// records of the block before.
	pub fn block_root() -> H256 {
		let leaves: Vec<H256> = Leaves::<T>::get().into_inner();
		root(&leaves)
	}

	/// How many records this block has. Reads the length, not the list.
	pub(crate) fn count() -> u32 {
		let length = Leaves::<T>::decode_len().unwrap_or_default();
		// The list is bounded by a `u32`.
		u32::try_from(length).unwrap_or(u32::MAX)
	}

	fn append(record: Record<T::AccountId>) {
		let body = record.encode();
		let leaf = leaf_of(&record);
		sp_io::offchain_index::set(&body_key(&leaf), &body);
		let index = Self::count();
		if Leaves::<T>::try_append(leaf).is_ok() {
			Self::deposit_event(Event::Recorded { index, leaf });
		} else {
			// What is being recorded has happened and cannot be refused any more.
			log::debug!(target: "runtime::audit", "the block has no room for record {leaf:?}");
			Self::deposit_event(Event::Full { leaf });
		}
	}
}

impl<T: Config> AuditLog<T::AccountId> for Pallet<T> {
	fn record(
		category: Category,
		actor: Option<&T::AccountId>,
		subject: Subject<T::AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	) {
		debug_assert!(action.len() <= MAX_ACTION as usize, "{action} is too long");
		Self::append(Record {
			at: T::Clock::now(),
			category,
			actor: actor.cloned(),
			subject,
			action: BoundedVec::truncate_from(action.as_bytes().to_vec()),
			digest: H256(particulars.using_encoded(blake2_256)),
		});
	}
}
