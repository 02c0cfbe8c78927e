//! The chain, over the typed client and our own node.

use super::{Assignment, Chain, ChainError, DeclineReason, Fate, Payload, Source};
use crate::task::{Digest, Key, Ran};
use futures::{stream::BoxStream, StreamExt};
use tokio::sync::Mutex;
use tracing::info;
use tradewind_client::{
	billing::StreamState,
	tasks::{self, Report, TaskState},
	AccountId, BlockRef, Client, Error, Signer, State, TaskId, H256,
};

const TARGET: &str = "agent::chain";

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
			Err(error) if is_refusal(&error, "AlreadyStarted") => Ok(()),
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

fn is_refusal(error: &Error, name: &str) -> bool {
	error.refusal().is_some_and(|refusal| refusal.pallet == "Tasks" && refusal.name == name)
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
		assert!(!is_refusal(&error, "AlreadyStarted"));
		assert!(matches!(ChainError::from(error), ChainError::Refused(_)));
		let error = Error::Unreachable { url: "ws://x".into(), reason: "gone".into() };
		assert!(matches!(ChainError::from(error), ChainError::Unavailable(_)));
	}

	#[tokio::test]
	async fn a_node_that_is_not_there_yet_is_no_failure_for_ever() {
		let agent = Signer::dev("bob").expect("a known name");
		let provider = agent.account();
		let chain = LiveChain::new("ws://127.0.0.1:1".into(), provider, agent);
		assert!(matches!(chain.assigned().await, Err(ChainError::Unavailable(_))));
		assert!(matches!(chain.next_block().await, Err(ChainError::Unavailable(_))));
	}
}
