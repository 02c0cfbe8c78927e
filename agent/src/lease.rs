//! Leases that customers use by themselves, which begin as soon as they can be used.
//!
//! The chain is the only memory: a lease that was begun says so, and one that was not is found again
//! after a restart.

use crate::{
	chain::{self, Begun, Chain, ChainError, Mark},
	worker::Context,
};
use std::{
	collections::{BTreeMap, BTreeSet},
	sync::Arc,
	time::{Duration, Instant},
};
use tokio::task::JoinHandle;
use tracing::{info, warn};

const TARGET: &str = "agent::lease";

/// The pause before a lease that could not be begun is tried again; it doubles up to the longest.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// The leases at us that are to be begun.
pub struct Leases<C> {
	context: Arc<Context<C>>,
	/// Up to which block all of them are known.
	mark: Option<Mark>,
	waiting: BTreeMap<u64, Waiting>,
}

/// A lease that is to be begun.
struct Waiting {
	/// From when on it can be, in seconds since the Unix epoch.
	usable_from: Option<u64>,
	/// The call, while it is under way.
	call: Option<JoinHandle<Result<Begun, ChainError>>>,
	/// Until when it is left alone, and for how long that is.
	rest: Option<(Instant, Duration)>,
}

impl Waiting {
	fn new(usable_from: Option<u64>) -> Self {
		Self { usable_from, call: None, rest: None }
	}

	/// Whether it is to be tried at this moment of the chain.
	fn is_due(&self, now: u64) -> bool {
		self.is_idle() && self.usable_from.is_none_or(|from| from <= now)
	}

	/// Whether nothing is done about it at this moment.
	fn is_idle(&self) -> bool {
		self.call.is_none() && self.rest.is_none_or(|(until, _)| until <= Instant::now())
	}
}

impl<C: Chain> Leases<C> {
	/// Nothing is known yet.
	pub fn new(context: Arc<Context<C>>) -> Self {
		Self { context, mark: None, waiting: BTreeMap::new() }
	}

	/// Takes note of what was opened since the last look, and begins what can be.
	pub async fn look(&mut self) -> Result<(), ChainError> {
		self.reap().await;
		let found = self.context.chain.leases(self.mark).await?;
		self.note(found);
		if self.waiting.values().any(Waiting::is_idle) {
			let now = self.context.chain.now().await?;
			self.begin(now);
		}
		self.context.metrics.leases_waiting.set(self.waiting.len() as i64);
		Ok(())
	}

	fn note(&mut self, found: chain::Leases) {
		self.mark = Some(found.mark);
		if found.all {
			let open: BTreeSet<u64> = found.leases.iter().map(|lease| lease.id).collect();
			self.waiting.retain(|id, waiting| open.contains(id) || waiting.call.is_some());
		}
		for chain::Lease { id, usable_from } in found.leases {
			self.waiting.entry(id).or_insert_with(|| {
				match usable_from {
					Some(from) => info!(target: TARGET, "lease {id}: ours from {from} on"),
					None => info!(target: TARGET, "lease {id}: ours"),
				}
				Waiting::new(usable_from)
			});
		}
	}

	fn begin(&mut self, now: u64) {
		for (id, waiting) in self.waiting.iter_mut().filter(|(_, waiting)| waiting.is_due(now)) {
			let (context, id) = (self.context.clone(), *id);
			let call = async move { context.chain.start_lease(id).await };
			waiting.call = Some(tokio::spawn(call));
		}
	}

	/// Takes note of what became of the calls.
	async fn reap(&mut self) {
		let ended: Vec<u64> = self
			.waiting
			.iter()
			.filter(|(_, waiting)| waiting.call.as_ref().is_some_and(JoinHandle::is_finished))
			.map(|(id, _)| *id)
			.collect();
		for id in ended {
			let Some(mut waiting) = self.waiting.remove(&id) else { continue };
			let Some(call) = waiting.call.take() else { continue };
			let why = match call.await {
				Ok(Ok(Begun::Now)) => {
					self.context.metrics.leases_started.inc();
					info!(target: TARGET, "lease {id}: begun");
					continue;
				},
				Ok(Ok(Begun::Before)) => {
					info!(target: TARGET, "lease {id}: had begun");
					continue;
				},
				Ok(Ok(Begun::Gone)) => {
					info!(target: TARGET, "lease {id}: ended before it was begun");
					continue;
				},
				Ok(Err(error)) => error.to_string(),
				Err(error) => error.to_string(),
			};
			self.context.metrics.error("lease");
			let last = waiting.rest.map(|(_, pause)| pause * 2);
			let pause = last.unwrap_or(PAUSE).min(LONGEST_PAUSE);
			warn!(target: TARGET, "lease {id}: not begun, again in {pause:?}: {why}");
			waiting.rest = Some((Instant::now() + pause, pause));
			self.waiting.insert(id, waiting);
		}
	}
}

/// What is under way is lost with the process; the next one finds out how it went.
impl<C> Drop for Leases<C> {
	fn drop(&mut self) {
		self.waiting
			.values()
			.filter_map(|waiting| waiting.call.as_ref())
			.for_each(JoinHandle::abort);
	}
}
