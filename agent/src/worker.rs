//! Carrying out one attempt, from the assignment to the report.
//!
//! An attempt whose place is still being left by others is prepared, and waits for that with its
//! slot. The order of steps is what makes a kill at any moment harmless: begin on chain before running,
//! store the result before noting it, note it before reporting it.

use crate::{
	chain::{Assignment, Chain, ChainError, DeclineReason},
	control::Control,
	engine::{scratch::Scratch, Engine, EngineError, Job, Limits, Run},
	fetch::Fetcher,
	journal::{now, Journal, JournalError},
	metrics::Metrics,
	store::{Hashing, Store},
	task::{Ran, State},
};
use std::{future::Future, io, path::PathBuf, sync::Arc, time::Duration};
use tokio::sync::{Semaphore, SemaphorePermit};
use tracing::{info, warn};
use tradewind_client::{
	bundle::{self, Bundle, BundleError, Outcome, Summary, Writer},
	seal::{self, Identity, SealError},
};

const TARGET: &str = "agent::worker";

/// How much of each standard stream a result holds.
const MAX_OUTPUT: usize = 16 << 20;

/// How long before the latest start a task that waits for a slot is given back: two blocks.
const GIVE_BACK: u64 = 6;

/// The pause after a call that the chain did not take; it doubles up to the longest.
const PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// What all attempts share.
pub struct Context<C> {
	/// The chain.
	pub chain: C,
	/// What runs workloads.
	pub engine: Box<dyn Engine>,
	/// What was done so far.
	pub journal: Arc<Journal>,
	/// The sealed results.
	pub store: Arc<Store>,
	/// Where payloads come from.
	pub fetcher: Fetcher,
	/// What is counted.
	pub metrics: Arc<Metrics>,
	/// What payloads may be sealed to, present and former.
	pub identities: Vec<Identity>,
	/// One permit for each workload that may run at the same time.
	pub slots: Semaphore,
	/// Where scratch directories are made.
	pub scratch: PathBuf,
	/// How much is unpacked.
	pub unpack: bundle::Limits,
}

/// Why an attempt did not come to its end here and now.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
	/// It was stopped from outside.
	#[error("stopped")]
	Stopped,
	/// The chain said no.
	#[error(transparent)]
	Chain(#[from] ChainError),
	/// The journal failed.
	#[error(transparent)]
	Journal(#[from] JournalError),
}

/// What was found in a payload.
enum Work {
	/// A workload.
	Bundle(Bundle),
	/// Something sealed to us that is no workload. Its owner learns what is wrong with it.
	Garbage(BundleError),
}

/// Carries out an attempt from wherever it stands. An error means that it is still to be done, if
/// it is still ours.
pub async fn carry_out<C: Chain>(
	context: Arc<Context<C>>,
	mine: Assignment,
	control: Control,
) -> Result<(), Failure> {
	let state = context.journal.assign(mine.key, mine.payload.hash, mine.result_key)?;
	let ran = match state.ran() {
		Some(ran) => {
			if !mine.running {
				// A fork took our start back. The chain takes no report without one.
				usable(&context, &mine, &control).await?;
				insist(&context, &control, || context.chain.start(mine.key.task)).await?;
			}
			ran.clone()
		},
		None => match perform(&context, &mine, state, &control).await? {
			Some(ran) => ran,
			None => return Ok(()),
		},
	};
	insist(&context, &control, || context.chain.report(mine.key.task, ran.clone())).await?;
	info!(target: TARGET, "{}: reported as {}", mine.key, ran.outcome.name());
	context.journal.advance(mine.key, State::Reported(ran))?;
	Ok(())
}

/// Runs the workload, or gives the task back and returns nothing.
async fn perform<C: Chain>(
	context: &Arc<Context<C>>,
	mine: &Assignment,
	state: State,
	control: &Control,
) -> Result<Option<Ran>, Failure> {
	let Some(_slot) = slot(context, mine, control).await? else {
		return give_back(context, mine, DeclineReason::Busy, "every slot is taken", control).await;
	};
	let work = tokio::select! {
		work = prepare(context, mine, control) => work,
		_ = control.stopped() => return Err(Failure::Stopped),
	};
	let work = match work {
		Ok(work) => work,
		Err((reason, why)) => return give_back(context, mine, reason, &why, control).await,
	};
	if !mine.running {
		usable(context, mine, control).await?;
		let started = insist(context, control, || context.chain.start(mine.key.task)).await;
		if let Err(Failure::Chain(ChainError::Refused(why))) = started {
			warn!(target: TARGET, "{}: not begun: {why}", mine.key);
			context.journal.advance(mine.key, State::Abandoned { reason: why })?;
			return Ok(None);
		}
		started?;
	}
	if state == State::Assigned {
		context.journal.advance(mine.key, State::Started)?;
	}
	info!(target: TARGET, "{}: running on the {} engine", mine.key, context.engine.name());
	match run(context, mine, work, control).await {
		Ok(ran) => {
			context.journal.advance(mine.key, State::Ran(ran.clone()))?;
			context.metrics.finished.with_label_values(&[ran.outcome.name()]).inc();
			info!(target: TARGET, "{}: {:?}", mine.key, ran.outcome);
			Ok(Some(ran))
		},
		Err(EngineError::Stopped) => Err(Failure::Stopped),
		Err(EngineError::Host(error)) => {
			context.metrics.error("task");
			let why = error.to_string();
			give_back(context, mine, DeclineReason::Internal, &why, control).await
		},
	}
}

/// Waits for a slot; not beyond the moment when somebody else should have the task instead.
async fn slot<'a, C>(
	context: &'a Context<C>,
	mine: &Assignment,
	control: &Control,
) -> Result<Option<SemaphorePermit<'a>>, Failure> {
	let patience = mine.start_by.saturating_sub(now()).saturating_sub(GIVE_BACK);
	tokio::select! {
		biased;
		permit = context.slots.acquire() => Ok(permit.ok()),
		_ = control.stopped() => Err(Failure::Stopped),
		_ = tokio::time::sleep(Duration::from_secs(patience)), if !mine.running => Ok(None),
	}
}

/// Waits until an attempt can begin, where others have to make room first. The time is that of the
/// chain, which refuses a start that comes too early.
async fn usable<C: Chain>(
	context: &Context<C>,
	mine: &Assignment,
	control: &Control,
) -> Result<(), Failure> {
	let Some(from) = mine.usable_from else { return Ok(()) };
	let (mut pause, mut waits) = (PAUSE, false);
	loop {
		let answer = tokio::select! {
			answer = context.chain.now() => answer,
			_ = control.stopped() => return Err(Failure::Stopped),
		};
		let wait = match answer.map(|now| from.saturating_sub(now)) {
			Ok(0) => return Ok(()),
			Ok(left) => {
				if !std::mem::replace(&mut waits, true) {
					info!(target: TARGET, "{}: others make room first, {left} s left", mine.key);
				}
				pause = PAUSE;
				LONGEST_PAUSE.min(Duration::from_secs(left))
			},
			Err(error) => {
				context.metrics.error("chain");
				warn!(target: TARGET, "the chain does not answer, asking again in {pause:?}: {error}");
				let wait = pause;
				pause = LONGEST_PAUSE.min(pause * 2);
				wait
			},
		};
		tokio::select! {
			_ = tokio::time::sleep(wait) => {},
			_ = control.stopped() => return Err(Failure::Stopped),
		}
	}
}

/// Fetches, opens and unpacks. What cannot be read is the reason to give the task back.
async fn prepare<C: Chain>(
	context: &Arc<Context<C>>,
	mine: &Assignment,
	control: &Control,
) -> Result<Work, (DeclineReason, String)> {
	// A run that was killed during a pause does not begin again before the pause is over.
	control.resumed().await;
	let unreadable = |why: String| (DeclineReason::Unreadable, why);
	if !seal::is_usable(&mine.result_key.0) {
		return Err(unreadable(SealError::WeakKey(mine.result_key.0).to_string()));
	}
	let sealed = context.fetcher.fetch(&context.chain, &mine.payload).await;
	let sealed = sealed.map_err(|error| unreadable(error.to_string()))?;
	let shared = context.clone();
	let read = move || {
		let plain = seal::open(&sealed, &shared.identities)?;
		drop(sealed);
		Ok(match Bundle::unpack(plain.as_slice(), shared.unpack) {
			Ok(bundle) => Work::Bundle(bundle),
			Err(error) => Work::Garbage(error),
		})
	};
	match tokio::task::spawn_blocking(read).await {
		Ok(read) => read.map_err(|error: SealError| unreadable(error.to_string())),
		Err(error) => Err((DeclineReason::Internal, error.to_string())),
	}
}

/// Runs a workload and stores its sealed result.
async fn run<C: Chain>(
	context: &Arc<Context<C>>,
	mine: &Assignment,
	work: Work,
	control: &Control,
) -> Result<Ran, EngineError> {
	let (run, scratch) = match work {
		Work::Bundle(bundle) => run_bundle(context, mine, bundle, control).await?,
		Work::Garbage(error) => (ended(Outcome::InvalidModule, error.to_string()), None),
	};
	let shared = context.clone();
	let mine = mine.clone();
	tokio::task::spawn_blocking(move || keep(&shared.store, &mine, run, scratch.as_deref()))
		.await
		.map_err(io::Error::other)?
		.map_err(EngineError::Host)
}

async fn run_bundle<C: Chain>(
	context: &Arc<Context<C>>,
	mine: &Assignment,
	bundle: Bundle,
	control: &Control,
) -> Result<(Run, Option<Arc<Scratch>>), EngineError> {
	let quota = u64::from(mine.needs.disk_mib) << 20;
	let Bundle { module, stdin, manifest, files } = bundle;
	if Scratch::exceeds(quota, &files) {
		let why = format!("its files alone take more than {} MiB", mine.needs.disk_mib);
		return Ok((ended(Outcome::OutOfDisk, why), None));
	}
	let parent = context.scratch.clone();
	let made = move || Scratch::create(&parent, quota, &files).map(Arc::new);
	let scratch = tokio::task::spawn_blocking(made).await.map_err(io::Error::other)??;
	let job = Job {
		program: module,
		stdin,
		args: manifest.args,
		env: manifest.env,
		limits: Limits {
			memory: u64::from(mine.needs.memory_mib) << 20,
			time: Duration::from_secs(mine.max_seconds),
			output: MAX_OUTPUT,
		},
		scratch: scratch.clone(),
	};
	context.metrics.running.inc();
	let run = context.engine.run(job, control.clone()).await;
	context.metrics.running.dec();
	Ok((run?, Some(scratch)))
}

/// A run that ended before it began.
fn ended(outcome: Outcome, why: String) -> Run {
	Run { outcome, detail: Some(why), stdout: Default::default(), stderr: Default::default() }
}

/// Packs, seals and stores a result, and waits until the disk has it.
fn keep(store: &Store, mine: &Assignment, run: Run, scratch: Option<&Scratch>) -> io::Result<Ran> {
	let sealed = seal::writer(store.begin()?, &[mine.result_key.0]).map_err(io::Error::other)?;
	let mut archive = Writer::new(Hashing::new(sealed));
	let mut summary = Summary {
		detail: run.detail,
		stdout_truncated: run.stdout.truncated,
		stderr_truncated: run.stderr.truncated,
		..Summary::new(run.outcome)
	};
	// What overflowed the disk would overflow the result as well.
	if let Some(scratch) = scratch.filter(|_| run.outcome != Outcome::OutOfDisk) {
		summary.skipped = scratch.collect(&mut archive).map_err(io::Error::other)?;
	}
	let plain = archive
		.conclude(&summary, &run.stdout.bytes, &run.stderr.bytes)
		.map_err(io::Error::other)?;
	let (sealed, output, _) = plain.finish();
	let (result, result_size) = store.keep(mine.key.task, sealed.finish()?)?;
	Ok(Ran { outcome: run.outcome, result, result_size, output })
}

/// Gives a task back. If the chain does not want it back, it is not ours any more either.
async fn give_back<C: Chain>(
	context: &Context<C>,
	mine: &Assignment,
	reason: DeclineReason,
	why: &str,
	control: &Control,
) -> Result<Option<Ran>, Failure> {
	warn!(target: TARGET, "{}: given back as {}: {why}", mine.key, reason.name());
	match insist(context, control, || context.chain.decline(mine.key.task, reason)).await {
		Ok(()) | Err(Failure::Chain(ChainError::Refused(_))) => {},
		Err(failure) => return Err(failure),
	}
	context.metrics.declined.with_label_values(&[reason.name()]).inc();
	let reason = format!("{}: {why}", reason.name());
	context.journal.advance(mine.key, State::Abandoned { reason })?;
	Ok(None)
}

/// Asks the chain until it answers.
async fn insist<C, F: Future<Output = Result<(), ChainError>>>(
	context: &Context<C>,
	control: &Control,
	ask: impl Fn() -> F,
) -> Result<(), Failure> {
	let mut pause = PAUSE;
	loop {
		let answer = tokio::select! {
			answer = ask() => answer,
			_ = control.stopped() => return Err(Failure::Stopped),
		};
		let why = match answer {
			Ok(()) => return Ok(()),
			Err(ChainError::Unavailable(why)) => why,
			Err(refused) => return Err(refused.into()),
		};
		context.metrics.error("chain");
		warn!(target: TARGET, "the chain does not answer, asking again in {pause:?}: {why}");
		tokio::select! {
			_ = tokio::time::sleep(pause) => {},
			_ = control.stopped() => return Err(Failure::Stopped),
		}
		pause = LONGEST_PAUSE.min(pause * 2);
	}
}
