//! The main loop: compares what the chain says is ours with what is in hand.
//!
//! The chain is the authority on what we owe, the journal on what we did. Each best block the two
//! are compared: what is ours and not in hand is taken up where it stands, what is in hand pauses
//! while nobody pays for it, what is in hand and not ours any more is stopped, and what the journal
//! has left over is brought to its end. Leases that customers use by themselves are begun.

use crate::{
	chain::{Assignment, Chain, ChainError, Fate},
	control::Control,
	journal::{now, Entry, JournalError},
	lease::Leases,
	task::{Key, State},
	worker::{carry_out, Context, Failure},
};
use std::{
	collections::{BTreeMap, BTreeSet},
	sync::Arc,
	time::{Duration, Instant},
};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

const TARGET: &str = "agent::daemon";

/// How long to wait for a block before looking anyway.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// In how many looks in a row an attempt must be missing before we believe that it is gone. A
/// fork may lack it for a block.
const BELIEVE_AFTER: u32 = 2;

/// The pause before an attempt that failed here is taken up again; it doubles up to the longest.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// How often old results are cleared away.
const CLEAR_EVERY: Duration = Duration::from_secs(3600);

/// The daemon.
pub struct Daemon<C> {
	context: Arc<Context<C>>,
	/// How long results are kept after their end, in seconds.
	keep: u64,
	in_hand: BTreeMap<Key, InHand>,
	missing: BTreeMap<Key, u32>,
	resting: BTreeMap<Key, Rest>,
	leases: Leases<C>,
	cleared: Option<Instant>,
	cut_off: bool,
}

/// An attempt that is being carried out.
struct InHand {
	control: Control,
	work: JoinHandle<Result<(), Failure>>,
}

/// An attempt that failed here and is left alone for a while.
struct Rest {
	until: Instant,
	pause: Duration,
}

impl<C: Chain> Daemon<C> {
	/// A daemon with nothing in hand.
	pub fn new(context: Arc<Context<C>>, keep: Duration) -> Self {
		Self {
			leases: Leases::new(context.clone()),
			context,
			keep: keep.as_secs(),
			in_hand: BTreeMap::new(),
			missing: BTreeMap::new(),
			resting: BTreeMap::new(),
			cleared: None,
			cut_off: false,
		}
	}

	/// Works until `stop` is cancelled; then takes nothing new, and gives what is in hand `grace`
	/// to come to its end. What does not is taken up again after the next start.
	pub async fn run(mut self, stop: CancellationToken, grace: Duration) {
		loop {
			self.look().await;
			tokio::select! {
				_ = stop.cancelled() => break,
				_ = self.next_block() => {},
			}
		}
		self.drain(grace).await;
	}

	async fn next_block(&self) {
		let block = tokio::time::timeout(LOOK_EVERY, self.context.chain.next_block()).await;
		match block {
			Ok(Ok(height)) => {
				self.context.metrics.best_block.set(i64::try_from(height).unwrap_or(i64::MAX))
			},
			Ok(Err(_)) => tokio::time::sleep(LOOK_EVERY).await,
			Err(_) => {},
		}
	}

	/// One comparison of chain and hand.
	pub async fn look(&mut self) {
		self.reap().await;
		let assigned = match self.context.chain.assigned().await {
			Ok(assigned) => assigned,
			Err(error) => return self.note_cut_off(&error),
		};
		self.context.metrics.node_up.set(1);
		if std::mem::take(&mut self.cut_off) {
			info!(target: TARGET, "the node answers again");
		}
		let ours: BTreeSet<Key> = assigned.iter().map(|mine| mine.key).collect();
		self.missing.retain(|key, _| !ours.contains(key));
		self.resting.retain(|key, _| ours.contains(key));
		for mine in assigned {
			self.take_up(mine);
		}
		self.let_go(&ours);
		match self.settle(&ours).await {
			Ok(()) => {},
			Err(Trouble::Chain(error)) => return self.note_cut_off(&error),
			Err(Trouble::Journal(error)) => {
				self.context.metrics.error("journal");
				warn!(target: TARGET, "{error}");
			},
		}
		if let Err(error) = self.leases.look().await {
			return self.note_cut_off(&error);
		}
		self.clear();
		let paused = self.in_hand.values().filter(|in_hand| in_hand.control.is_paused()).count();
		self.context.metrics.in_hand.set(self.in_hand.len() as i64);
		self.context.metrics.paused.set(paused as i64);
	}

	fn note_cut_off(&mut self, error: &ChainError) {
		self.context.metrics.node_up.set(0);
		self.context.metrics.error("chain");
		if !std::mem::replace(&mut self.cut_off, true) {
			warn!(target: TARGET, "the node does not answer; what runs goes on: {error}");
		}
	}

	fn take_up(&mut self, mine: Assignment) {
		let key = mine.key;
		if let Some(in_hand) = self.in_hand.get(&key) {
			return pause(&in_hand.control, &mine);
		}
		let resting = self.resting.get(&key).is_some_and(|rest| rest.until > Instant::now());
		if resting {
			return;
		}
		debug!(target: TARGET, "{key}: taken up");
		let control = Control::default();
		pause(&control, &mine);
		let work = tokio::spawn(carry_out(self.context.clone(), mine, control.clone()));
		self.in_hand.insert(key, InHand { control, work });
	}

	/// Stops what is not ours any more.
	fn let_go(&mut self, ours: &BTreeSet<Key>) {
		for (key, in_hand) in self.in_hand.iter().filter(|(key, _)| !ours.contains(key)) {
			if believe(&mut self.missing, *key) && !in_hand.control.is_stopped() {
				info!(target: TARGET, "{key}: not ours any more, stopped");
				in_hand.control.stop();
			}
		}
	}

	/// Brings to its end what the journal has left over.
	async fn settle(&mut self, ours: &BTreeSet<Key>) -> Result<(), Trouble> {
		for entry in self.context.journal.all() {
			let Entry { key, state, .. } = entry;
			if state.is_over() || ours.contains(&key) || self.in_hand.contains_key(&key) {
				continue;
			}
			if let Some(ran) = state.ran() {
				let fate = self.context.chain.fate(key.task).await?;
				if fate == (Fate::Finished { result: ran.result }) {
					self.context.journal.advance(key, State::Done(ran.clone()))?;
					continue;
				}
			}
			if believe(&mut self.missing, key) {
				info!(target: TARGET, "{key}: not ours any more");
				let reason = "moved, cancelled or given up".into();
				self.context.journal.advance(key, State::Abandoned { reason })?;
			}
		}
		Ok(())
	}

	/// Takes note of what came to an end.
	async fn reap(&mut self) {
		let ended: Vec<Key> = self
			.in_hand
			.iter()
			.filter(|(_, in_hand)| in_hand.work.is_finished())
			.map(|(key, _)| *key)
			.collect();
		for key in ended {
			let Some(in_hand) = self.in_hand.remove(&key) else { continue };
			let why = match in_hand.work.await {
				Ok(Ok(())) => {
					self.resting.remove(&key);
					continue;
				},
				Ok(Err(Failure::Stopped)) => continue,
				Ok(Err(failure)) => failure.to_string(),
				Err(error) => error.to_string(),
			};
			self.context.metrics.error("task");
			let last = self.resting.get(&key).map(|rest| rest.pause * 2);
			let pause = last.unwrap_or(PAUSE).min(LONGEST_PAUSE);
			warn!(target: TARGET, "{key}: again in {pause:?} if still ours: {why}");
			self.resting.insert(key, Rest { until: Instant::now() + pause, pause });
		}
	}

	/// Clears away what is old.
	fn clear(&mut self) {
		if self.cleared.is_some_and(|cleared| cleared.elapsed() < CLEAR_EVERY) {
			return;
		}
		self.cleared = Some(Instant::now());
		let journal = &self.context.journal;
		let cleared = journal.prune(now().saturating_sub(self.keep)).map(|count| {
			debug!(target: TARGET, "{count} old attempts forgotten");
			let kept = journal.all();
			self.context.store.retain(|task, digest| {
				kept.iter().any(|entry| {
					entry.key.task == task
						&& entry.state.ran().is_some_and(|ran| ran.result == digest)
				})
			})
		});
		match cleared {
			Ok(Ok(())) => {},
			Ok(Err(error)) => warn!(target: TARGET, "the result store: {error}"),
			Err(error) => warn!(target: TARGET, "{error}"),
		}
	}

	async fn drain(mut self, grace: Duration) {
		if !self.in_hand.is_empty() {
			let count = self.in_hand.len();
			info!(target: TARGET, "{count} attempts in hand, waiting {grace:?} for them");
		}
		// From here on nobody looks whether they are paid for again.
		for in_hand in self.in_hand.values().filter(|in_hand| in_hand.control.is_paused()) {
			in_hand.control.stop();
		}
		let all = async {
			for in_hand in self.in_hand.values_mut() {
				// What became of each stands in the journal.
				let _ = (&mut in_hand.work).await;
			}
		};
		if tokio::time::timeout(grace, all).await.is_err() {
			info!(target: TARGET, "the rest is taken up again after the next start");
		}
		for in_hand in self.in_hand.values() {
			in_hand.control.stop();
		}
		for in_hand in self.in_hand.into_values().filter(|in_hand| !in_hand.work.is_finished()) {
			let _ = in_hand.work.await;
		}
	}
}

/// Why something could not be settled now.
#[derive(Debug, thiserror::Error)]
enum Trouble {
	#[error(transparent)]
	Chain(#[from] ChainError),
	#[error(transparent)]
	Journal(#[from] JournalError),
}

/// Pauses an attempt while it is not paid for.
fn pause(control: &Control, mine: &Assignment) {
	if !control.pause(mine.paused) {
		return;
	}
	let key = mine.key;
	if mine.paused {
		info!(target: TARGET, "{key}: paused, the account that pays for it is empty");
	} else {
		info!(target: TARGET, "{key}: goes on, it is paid for again");
	}
}

/// Counts that an attempt is missing, and says whether that is believed.
fn believe(missing: &mut BTreeMap<Key, u32>, key: Key) -> bool {
	let count = missing.entry(key).or_default();
	*count = count.saturating_add(1);
	*count >= BELIEVE_AFTER
}

#[cfg(test)]
mod tests;
