//! Engines: what runs a workload inside limits.
//!
//! An engine is given a job whose files already lie in a scratch directory, and says how it
//! ended. It never lets a workload harm the host: whatever a workload does is one of six outcomes;
//! an [`EngineError`] is the host's fault.

pub mod capture;
pub mod scratch;
pub mod wasm;

use crate::control::Control;
use capture::Captured;
use futures::future::BoxFuture;
use scratch::Scratch;
use std::{collections::BTreeMap, io, sync::Arc, time::Duration};
use tradewind_client::bundle::Outcome;

/// Something that can run workloads of one kind.
pub trait Engine: Send + Sync + 'static {
	/// The engine's name in logs.
	fn name(&self) -> &'static str;

	/// Runs a job to its end, or until it is stopped, whichever comes first. While it is paused,
	/// it computes nothing, keeps what it has, and its time does not run.
	fn run(&self, job: Job, control: Control) -> BoxFuture<'_, Result<Run, EngineError>>;
}

/// A workload that is ready to run.
pub struct Job {
	/// The program, in the engine's own format.
	pub program: Vec<u8>,
	/// What it reads from its standard input.
	pub stdin: Vec<u8>,
	/// Its arguments after the program's name.
	pub args: Vec<String>,
	/// Its whole environment.
	pub env: BTreeMap<String, String>,
	/// What it may use.
	pub limits: Limits,
	/// Where its files lie.
	pub scratch: Arc<Scratch>,
}

/// What a workload may use. Each is paid for, so each is given in full and not exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
	/// Bytes of memory.
	pub memory: u64,
	/// Time from the beginning, preparation included and pauses not.
	pub time: Duration,
	/// Bytes of standard output, and again as many of standard error, that are kept.
	pub output: usize,
}

/// How a run ended.
#[derive(Debug)]
pub struct Run {
	/// The outcome that is reported to the chain.
	pub outcome: Outcome,
	/// What went wrong, in words.
	pub detail: Option<String>,
	/// What it wrote to its standard output.
	pub stdout: Captured,
	/// What it wrote to its standard error.
	pub stderr: Captured,
}

/// Why a run has no outcome.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
	/// It was stopped from outside.
	#[error("stopped")]
	Stopped,
	/// The host could not do its part.
	#[error("the host failed: {0}")]
	Host(#[from] io::Error),
}
