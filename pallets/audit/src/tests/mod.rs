//! One file per call, one per seam and one for what must always hold.

mod attest;
mod invariants;
mod on_initialize;
mod record;

pub(crate) use crate::{mock::*, Error, Event, Leaves, Note};
pub(crate) use codec::{Decode, Encode};
pub(crate) use frame_support::{assert_noop, assert_ok};
pub(crate) use sp_core::H256;
pub(crate) use sp_io::hashing::{blake2_256, keccak_256};
pub(crate) use tradewind_primitives::{
	traits::AuditLog, Category, Record, Subject, TaskId, Timestamp,
};

/// Records that a task was placed, as a neighbour does, and returns the record it should be.
pub(crate) fn place(task: u64) -> Record<AccountId> {
	<Audit as AuditLog<AccountId>>::record(
		Category::Performance,
		None,
		Subject::Task(TaskId(task)),
		"task.placed",
		&(task, b"particulars"),
	);
	Record {
		at: Timestamp(Now::get()),
		category: Category::Performance,
		actor: None,
		subject: Subject::Task(TaskId(task)),
		action: b"task.placed".to_vec().try_into().unwrap(),
		digest: H256((task, b"particulars").using_encoded(blake2_256)),
	}
}

/// A note of these words.
pub(crate) fn note(words: &str) -> Note {
	words.as_bytes().to_vec().try_into().unwrap()
}
