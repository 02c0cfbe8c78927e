//! What the agent needs of the chain.
//!
//! The daemon is written against this trait; [`live`] implements it over the typed client, and the
//! tests over a chain of their own that can be cut off, forked and restarted at will.

#[cfg(test)]
pub mod fake;
pub mod live;

use crate::task::{Digest, Key, Ran};
use std::{future::Future, sync::Arc};
use tradewind_client::Resources;

/// The chain, as one provider sees it.
pub trait Chain: Send + Sync + 'static {
	/// Waits for the next best block and returns its height.
	fn next_block(&self) -> impl Future<Output = Result<u64, ChainError>> + Send;

	/// The attempts that are ours at the best block: placed with us, or running at us.
	fn assigned(&self) -> impl Future<Output = Result<Vec<Assignment>, ChainError>> + Send;

	/// What became of a task that is not ours any more.
	fn fate(&self, task: u64) -> impl Future<Output = Result<Fate, ChainError>> + Send;

	/// The sealed bytes of a payload that travelled in a block, if the node has them.
	fn payload(
		&self,
		hash: Digest,
	) -> impl Future<Output = Result<Option<Vec<u8>>, ChainError>> + Send;

	/// Says that a task begins. That it has begun already is no error.
	fn start(&self, task: u64) -> impl Future<Output = Result<(), ChainError>> + Send;

	/// Says how a task ended.
	fn report(&self, task: u64, ran: Ran) -> impl Future<Output = Result<(), ChainError>> + Send;

	/// Gives a task back.
	fn decline(
		&self,
		task: u64,
		reason: DeclineReason,
	) -> impl Future<Output = Result<(), ChainError>> + Send;

	/// Says that the provider is up.
	fn heartbeat(&self) -> impl Future<Output = Result<(), ChainError>> + Send;

	/// The time of the best block, in seconds since the Unix epoch.
	fn now(&self) -> impl Future<Output = Result<u64, ChainError>> + Send;

	/// The leases at us that no task holds and that we have not begun: those that blocks after
	/// `since` have opened, where that can be told, and all of them otherwise.
	fn leases(
		&self,
		since: Option<Mark>,
	) -> impl Future<Output = Result<Leases, ChainError>> + Send;

	/// Says that what was leased can be used.
	fn start_lease(&self, lease: u64) -> impl Future<Output = Result<Begun, ChainError>> + Send;
}

/// A block up to which everything was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
	/// Its height.
	pub height: u64,
	/// Its hash.
	pub hash: Digest,
}

/// Leases at us that are to be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leases {
	/// Which.
	pub leases: Vec<Lease>,
	/// Whether these are all that there are.
	pub all: bool,
	/// Up to which block that is so.
	pub mark: Mark,
}

/// A lease at us that is to be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
	/// Its number.
	pub id: u64,
	/// From when on it can be, in seconds since the Unix epoch; `None` for at once.
	pub usable_from: Option<u64>,
}

/// What became of the wish to begin a lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
	/// It has begun just now.
	Now,
	/// It had begun already.
	Before,
	/// It has ended.
	Gone,
}

/// An attempt that is ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
	/// Which attempt at which task.
	pub key: Key,
	/// Whether the chain knows that we began.
	pub running: bool,
	/// Whether it is not paid for at this moment, because the account that pays is empty.
	pub paused: bool,
	/// From when on it can begin, in seconds since the Unix epoch; `None` for at once.
	pub usable_from: Option<u64>,
	/// When it is taken away if it has not begun, in seconds since the Unix epoch.
	pub start_by: u64,
	/// What was paid for.
	pub needs: Resources,
	/// For how long it may run.
	pub max_seconds: u64,
	/// Whom the result is sealed to.
	pub result_key: Digest,
	/// What is to be run.
	pub payload: Payload,
}

/// A sealed payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
	/// BLAKE2-256 of the sealed bytes.
	pub hash: Digest,
	/// How many there are.
	pub size: u64,
	/// Where they lie.
	pub source: Source,
}

/// Where a payload lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
	/// In a block.
	Inline,
	/// At this address.
	Remote(String),
}

/// What became of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
	/// A provider reported this result for it.
	Finished {
		/// SHA-256 of the sealed result.
		result: Digest,
	},
	/// It was moved, cancelled, given up or forgotten.
	Gone,
}

/// Why we give a task back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclineReason {
	/// The payload cannot be fetched, does not match its hash or does not open.
	Unreadable,
	/// Every slot is taken.
	Busy,
	/// Something broke here.
	Internal,
}

impl DeclineReason {
	/// Every reason's name, as in metrics.
	pub const NAMES: [&'static str; 3] = ["unreadable", "busy", "internal"];

	/// The name of this reason.
	pub fn name(self) -> &'static str {
		match self {
			Self::Unreadable => "unreadable",
			Self::Busy => "busy",
			Self::Internal => "internal",
		}
	}
}

/// Why the chain did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
	/// The node is away, busy or behind. Asking again may help.
	#[error("{0}")]
	Unavailable(String),
	/// The chain said no. Asking again does not help.
	#[error("{0}")]
	Refused(String),
}

impl<C: Chain> Chain for Arc<C> {
	async fn next_block(&self) -> Result<u64, ChainError> {
		(**self).next_block().await
	}

	async fn assigned(&self) -> Result<Vec<Assignment>, ChainError> {
		(**self).assigned().await
	}

	async fn fate(&self, task: u64) -> Result<Fate, ChainError> {
		(**self).fate(task).await
	}

	async fn payload(&self, hash: Digest) -> Result<Option<Vec<u8>>, ChainError> {
		(**self).payload(hash).await
	}

	async fn start(&self, task: u64) -> Result<(), ChainError> {
		(**self).start(task).await
	}

	async fn report(&self, task: u64, ran: Ran) -> Result<(), ChainError> {
		(**self).report(task, ran).await
	}

	async fn decline(&self, task: u64, reason: DeclineReason) -> Result<(), ChainError> {
		(**self).decline(task, reason).await
	}

	async fn heartbeat(&self) -> Result<(), ChainError> {
		(**self).heartbeat().await
	}

	async fn now(&self) -> Result<u64, ChainError> {
		(**self).now().await
	}

	async fn leases(&self, since: Option<Mark>) -> Result<Leases, ChainError> {
		(**self).leases(since).await
	}

	async fn start_lease(&self, lease: u64) -> Result<Begun, ChainError> {
		(**self).start_lease(lease).await
	}
}
