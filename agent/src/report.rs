//! Heartbeats: telling the chain that the provider is up.

use crate::{
	chain::{Chain, ChainError},
	worker::Context,
};
use std::{sync::Arc, time::Duration};
use tokio::time::{interval, timeout, MissedTickBehavior};
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

const TARGET: &str = "agent::report";

/// How long a heartbeat may take to get into a block before the next one is tried.
const PATIENCE: Duration = Duration::from_secs(30);

/// Gives a heartbeat every so often until `stop` is cancelled. Says so when they begin to fail
/// and when they succeed again, not each time.
pub async fn beat<C: Chain>(context: Arc<Context<C>>, every: Duration, stop: CancellationToken) {
	let mut ticks = interval(every);
	// Heartbeats that are late are not made up for: each only says that we are up now.
	ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
	let mut failing = false;
	loop {
		tokio::select! {
			_ = stop.cancelled() => return,
			_ = ticks.tick() => {},
		}
		let beat = tokio::select! {
			_ = stop.cancelled() => return,
			beat = timeout(PATIENCE, context.chain.heartbeat()) => beat,
		};
		let late = |_| Err(ChainError::Unavailable("it did not get into a block".into()));
		match beat.unwrap_or_else(late) {
			Ok(()) => {
				context.metrics.beat();
				if std::mem::take(&mut failing) {
					info!(target: TARGET, "heartbeats arrive again");
				}
			},
			Err(error) => {
				context.metrics.error("heartbeat");
				if !std::mem::replace(&mut failing, true) {
					warn!(target: TARGET, "the chain did not take a heartbeat: {error}");
				}
			},
		}
	}
}
