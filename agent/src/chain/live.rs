//! The chain, over the typed client and our own node.

use super::{
	Assignment, Begun, Chain, ChainError, DeclineReason, Fate, Lease, Leases, Mark, Payload, Source,
};
use crate::task::{Digest, Key, Ran};
use futures::{stream::BoxStream, StreamExt};
use std::ops::RangeInclusive;
use tokio::sync::Mutex;
use tracing::info;
use tradewind_client::{
	billing::StreamState,
	market::Unbegun,
	tasks::{self, Report, TaskState},
	AccountId, BlockRef, Client, Error, LeaseId, Signer, State, TaskId, H256,
};

const TARGET: &str = "agent::chain";

/// How many blocks are read one by one at the most; of more, the leases themselves are read.
const MOST_BLOCKS: u64 = 64;

/// How deep a fork may be.
const FORK_DEPTH: u64 = 16;

/// One provider's view of the chain.
pub struct LiveChain {
	url: String,
	provider: AccountId,
	agent: Signer,
	client: Mutex<Option<Client>>,
	blocks: Mutex<Option<BoxStream<'static, tradewind_client::Result<BlockRef>>>>,
}

impl LiveChain {
	/// A view through the node at `url`, which need not be there yet.
	pub fn new(url: String, provider: AccountId, agent: Signer) -> Self {
		Self { url, provider, agent, client: Mutex::default(), blocks: Mutex::default() }
	}

	/// The connection, made when it is first needed. From then on it dials again by itself.
	async fn client(&self) -> Result<Client, ChainError> {
		let mut client = self.client.lock().await;
		if let Some(client) = &*client {
			return Ok(client.clone());
		}
		let connected = Client::connect(&self.url).await?;
		info!(target: TARGET, "connected to {}, chain {:?}", self.url, connected.genesis());
		Ok(client.insert(connected).clone())
	}

	/// The leases that the blocks after `since` have opened and that may be ours; `None` when they
	/// cannot be told, for instance because the node has forgotten those blocks.
	async fn opened_since(
		&self,
		since: Mark,
		client: &Client,
		best: &State,
	) -> Result<Option<Vec<LeaseId>>, Error> {
		match self.read_since(since, client, best).await {
			Err(Error::Unreachable { url, reason }) => Err(Error::Unreachable { url, reason }),
			Err(error) => {
				info!(target: TARGET, "all leases are read, for not all blocks can be: {error}");
				Ok(None)
			},
			read => read,
		}
	}

	async fn read_since(
		&self,
		since: Mark,
		client: &Client,
		best: &State,
	) -> Result<Option<Vec<LeaseId>>, Error> {
		let height = best.block().number;
		let hash = client.block_hash(Some(since.height)).await?;
		let same = hash.is_some_and(|hash| hash.0 == since.hash.0);
		let Some(blocks) = blocks(since.height, same, height) else { return Ok(None) };
		let mut opened = Vec::new();
		for number in blocks {
			let found = if number == height {
				best.opened_leases().await?
			} else {
				client.state_at_number(number).await?.opened_leases().await?
			};
			let ours =
				|provider: Option<AccountId>| provider.is_none_or(|who| who == self.provider);
			opened.extend(found.into_iter().filter(|(_, who)| ours(*who)).map(|(id, _)| id));
		}
		Ok(Some(opened))
	}
}

/// The blocks to read after one that was read before, and which is still among them or was on a
/// fork; `None` when they are too many.
fn blocks(seen: u64, same: bool, best: u64) -> Option<RangeInclusive<u64>> {
	let first = if same { seen } else { seen.min(best).saturating_sub(FORK_DEPTH) } + 1;
	(best.saturating_sub(seen) <= MOST_BLOCKS).then_some(first..=best)
}

impl Chain for LiveChain {
	async fn next_block(&self) -> Result<u64, ChainError> {
		let mut blocks = self.blocks.lock().await;
		if blocks.is_none() {
			*blocks = Some(self.client().await?.best_blocks().await?.boxed());
		}
		let Some(stream) = blocks.as_mut() else {
			return Err(ChainError::Unavailable("no stream of blocks".into()));
		};
		match stream.next().await {
			Some(Ok(block)) => Ok(block.number),
			Some(Err(error)) => {
				*blocks = None;
				Err(error.into())
			},
			None => {
				*blocks = None;
				Err(ChainError::Unavailable("the stream of blocks ended".into()))
			},
		}
	}

	async fn assigned(&self) -> Result<Vec<Assignment>, ChainError> {
		let state = self.client().await?.state().await?;
		let mut assigned = Vec::new();
		for task in state.assigned_tasks(self.provider).await? {
			let paused = is_paused(&state, &task).await?;
			assigned.extend(assignment(task, paused, self.provider));
		}
		Ok(assigned)
	}

	async fn fate(&self, task: u64) -> Result<Fate, ChainError> {
		let task = self.client().await?.state().await?.task(TaskId(task)).await?;
		let result = task.and_then(|task| Some(task.state.receipt()?.report.result));
		Ok(result.map_or(Fate::Gone, |result| Fate::Finished { result: Digest(result.0) }))
	}

	async fn payload(&self, hash: Digest) -> Result<Option<Vec<u8>>, ChainError> {
		Ok(self.client().await?.payload(H256(hash.0)).await?)
	}

	async fn start(&self, task: u64) -> Result<(), ChainError> {
		match self.client().await?.start_task(&self.agent, TaskId(task)).await {
			Ok(_) => Ok(()),
			// The answer to an earlier call was lost.
			Err(error) if is_refusal(&error, "Tasks", "AlreadyStarted") => Ok(()),
			Err(error) if is_refusal(&error, "Marketplace", "TooEarly") => Err(too_early(&error)),
			Err(error) => Err(error.into()),
		}
	}

	async fn report(&self, task: u64, ran: Ran) -> Result<(), ChainError> {
		let report = Report {
			outcome: ran.outcome,
			result: H256(ran.result.0),
			result_size: ran.result_size,
			output: H256(ran.output.0),
		};
		self.client().await?.report_task(&self.agent, TaskId(task), report).await?;
		Ok(())
	}

	async fn decline(&self, task: u64, reason: DeclineReason) -> Result<(), ChainError> {
		let reason = match reason {
			DeclineReason::Unreadable => tasks::DeclineReason::Unreadable,
			DeclineReason::Busy => tasks::DeclineReason::Busy,
			DeclineReason::Internal => tasks::DeclineReason::Internal,
		};
		self.client().await?.decline_task(&self.agent, TaskId(task), reason).await?;
		Ok(())
	}

	async fn heartbeat(&self) -> Result<(), ChainError> {
		self.client().await?.heartbeat(&self.agent, self.provider).await?;
		Ok(())
	}

	async fn now(&self) -> Result<u64, ChainError> {
		Ok(self.client().await?.state().await?.now().await?.0)
	}

	async fn leases(&self, since: Option<Mark>) -> Result<Leases, ChainError> {
		let client = self.client().await?;
		let state = client.state().await?;
		let BlockRef { number: height, hash } = state.block();
		let mark = Mark { height, hash: Digest(hash.0) };
		let opened = match since {
			Some(since) => self.opened_since(since, &client, &state).await?,
			None => None,
		};
		let (found, all) = match opened {
			Some(opened) => {
				let mut found = Vec::new();
				for id in opened {
					found.extend(state.unbegun_lease(id).await?);
				}
				(found, false)
			},
			None => (state.unbegun_leases(self.provider).await?, true),
		};
		let leases = found.into_iter().filter_map(|lease| to_begin(lease, self.provider)).collect();
		Ok(Leases { leases, all, mark })
	}

	async fn start_lease(&self, lease: u64) -> Result<Begun, ChainError> {
		match self.client().await?.start_lease(&self.agent, LeaseId(lease)).await {
			Ok(_) => Ok(Begun::Now),
			Err(error) if is_refusal(&error, "Marketplace", "AlreadyStarted") => Ok(Begun::Before),
			Err(error) if is_refusal(&error, "Marketplace", "UnknownLease") => Ok(Begun::Gone),
			Err(error) if is_refusal(&error, "Marketplace", "TooEarly") => Err(too_early(&error)),
			Err(error) => Err(error.into()),
		}
	}
}

/// A lease as ours to begin, if it is. Those for tasks begin with their task.
fn to_begin(lease: Unbegun, provider: AccountId) -> Option<Lease> {
	let ours = lease.provider == provider && lease.task.is_none();
	ours.then(|| Lease { id: lease.lease.0, usable_from: lease.usable_from.map(|at| at.0) })
}

/// A block that was built on came from a clock behind that of the block before.
fn too_early(error: &Error) -> ChainError {
	ChainError::Unavailable(error.to_string())
}

/// Whether the stream that pays for a task stands still, which that of a prepaid one never does.
async fn is_paused(state: &State, task: &tasks::Task) -> Result<bool, Error> {
	let TaskState::Running { attempt, .. } = &task.state else { return Ok(false) };
	if task.spec.prepaid {
		return Ok(false);
	}
	let stream = state.lease_stream_state(attempt.lease).await?;
	Ok(matches!(stream, Some(StreamState::Halted { .. })))
}

/// A task as our attempt, if it is one.
fn assignment(task: tasks::Task, paused: bool, provider: AccountId) -> Option<Assignment> {
	let attempt = task.state.attempt().filter(|attempt| attempt.provider == provider)?;
	Some(Assignment {
		key: Key { task: task.id.0, attempt: task.attempts },
		running: matches!(task.state, TaskState::Running { .. }),
		paused,
		usable_from: attempt.usable_from.map(|at| at.0),
		start_by: attempt.start_by.0,
		needs: task.spec.needs,
		max_seconds: task.spec.max_seconds,
		result_key: Digest(task.spec.result_key),
		payload: Payload {
			hash: Digest(task.payload.hash.0),
			size: task.payload.size,
			source: match task.payload.uri {
				Some(uri) => Source::Remote(uri),
				None => Source::Inline,
			},
		},
	})
}

fn is_refusal(error: &Error, pallet: &str, name: &str) -> bool {
	error.refusal().is_some_and(|refusal| refusal.pallet == pallet && refusal.name == name)
}

impl From<Error> for ChainError {
	fn from(error: Error) -> Self {
		let words = match error.hint() {
			Some(hint) => format!("{error}; {hint}"),
			None => error.to_string(),
		};
		// All but these may be different the next time.
		match error {
			Error::Refused { .. } | Error::Forged(_) => Self::Refused(words),
			_ => Self::Unavailable(words),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use tradewind_client::Refusal;

	#[test]
	fn only_the_chains_own_word_is_final() {
		let refusal =
			Refusal { pallet: "Tasks".into(), name: "NotAssigned".into(), meaning: String::new() };
		let error = Error::Refused { call: "Tasks::start".into(), refusal };
		assert!(is_refusal(&error, "Tasks", "NotAssigned"));
		assert!(!is_refusal(&error, "Tasks", "AlreadyStarted"));
		assert!(!is_refusal(&error, "Marketplace", "NotAssigned"));
		assert!(matches!(ChainError::from(error), ChainError::Refused(_)));
		let error = Error::Unreachable { url: "ws://x".into(), reason: "gone".into() };
		assert!(matches!(ChainError::from(error), ChainError::Unavailable(_)));
	}

	#[test]
	fn the_blocks_since_the_last_look_are_read_and_some_more_after_a_fork() {
		assert_eq!(blocks(100, true, 103), Some(101..=103));
		assert_eq!(blocks(100, true, 100).map(Iterator::count), Some(0));
		assert_eq!(blocks(100, true, 164), Some(101..=164));
		assert_eq!(blocks(100, true, 165), None);
		assert_eq!(blocks(100, false, 103), Some(85..=103));
		assert_eq!(blocks(100, false, 98), Some(83..=98));
		assert_eq!(blocks(3, false, 4), Some(1..=4));
	}

	#[test]
	fn only_our_leases_without_a_task_are_ours_to_begin() {
		let (ours, theirs) = (AccountId([1; 32]), AccountId([2; 32]));
		let usable_from = Some(tradewind_client::Timestamp(60));
		let lease = Unbegun { lease: LeaseId(7), provider: ours, task: None, usable_from };
		let found = to_begin(lease, ours);
		assert_eq!(found, Some(Lease { id: 7, usable_from: Some(60) }));
		assert_eq!(to_begin(lease, theirs), None);
		assert_eq!(to_begin(Unbegun { task: Some(TaskId(3)), ..lease }, ours), None);
	}

	#[tokio::test]
	async fn a_node_that_is_not_there_yet_is_no_failure_for_ever() {
		let agent = Signer::dev("bob").expect("a known name");
		let provider = agent.account();
		let chain = LiveChain::new("ws://127.0.0.1:1".into(), provider, agent);
		assert!(matches!(chain.assigned().await, Err(ChainError::Unavailable(_))));
		assert!(matches!(chain.next_block().await, Err(ChainError::Unavailable(_))));
		assert!(matches!(chain.leases(None).await, Err(ChainError::Unavailable(_))));
	}
}
