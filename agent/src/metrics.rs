//! What the agent counts, in Prometheus' format.

use crate::{chain::DeclineReason, journal::now};
use prometheus::{
	Encoder, IntCounter, IntCounterVec, IntGauge, Opts, Registry, Result, TextEncoder,
};
use tradewind_client::bundle::Outcome;

/// The kinds of errors that are counted.
const ERRORS: [&str; 5] = ["chain", "heartbeat", "task", "journal", "lease"];

/// Everything that is counted.
pub struct Metrics {
	registry: Registry,
	/// Attempts in hand, waiting ones included.
	pub in_hand: IntGauge,
	/// Attempts that run at this moment, paused ones included.
	pub running: IntGauge,
	/// Attempts that are paused because the account that pays is empty.
	pub paused: IntGauge,
	/// Runs that came to an end, by outcome.
	pub finished: IntCounterVec,
	/// Attempts that were given back, by reason.
	pub declined: IntCounterVec,
	/// Leases without a task that are to be begun.
	pub leases_waiting: IntGauge,
	/// Leases without a task that we have begun.
	pub leases_started: IntCounter,
	/// Heartbeats the chain took.
	pub heartbeats: IntCounter,
	/// When the chain took the last heartbeat, in seconds since the Unix epoch; 0 for never.
	pub last_heartbeat: IntGauge,
	/// The best block.
	pub best_block: IntGauge,
	/// Whether the node answered when it was last asked.
	pub node_up: IntGauge,
	/// What went wrong, by kind.
	pub errors: IntCounterVec,
}

impl Metrics {
	/// All metrics at zero.
	pub fn new() -> Result<Self> {
		let registry = Registry::new_custom(Some("tradewind_agent".into()), None)?;
		let gauge = |name: &str, help: &str| -> Result<IntGauge> {
			let gauge = IntGauge::new(name, help)?;
			registry.register(Box::new(gauge.clone()))?;
			Ok(gauge)
		};
		let counters = |name: &str, help: &str, label: &str, values: &[&str]| {
			let counters = IntCounterVec::new(Opts::new(name, help), &[label])?;
			registry.register(Box::new(counters.clone()))?;
			// A rate is only right if the series begins at zero.
			values.iter().for_each(|value| counters.with_label_values(&[value]).reset());
			Ok::<_, prometheus::Error>(counters)
		};
		let in_hand = gauge("tasks_in_hand", "Attempts in hand, waiting ones included")?;
		let running =
			gauge("tasks_running", "Attempts that run at this moment, paused ones included")?;
		let paused = gauge("tasks_paused", "Attempts that wait for the account that pays")?;
		let last_heartbeat =
			gauge("last_heartbeat_seconds", "Unix time of the last heartbeat the chain took")?;
		let best_block = gauge("best_block", "Height of the best block")?;
		let node_up = gauge("node_up", "Whether the node answered when it was last asked")?;
		let finished = counters(
			"tasks_finished_total",
			"Runs that came to an end",
			"outcome",
			&Outcome::NAMES,
		)?;
		let declined = counters(
			"tasks_declined_total",
			"Attempts that were given back",
			"reason",
			&DeclineReason::NAMES,
		)?;
		let errors = counters("errors_total", "What went wrong", "kind", &ERRORS)?;
		let counter = |name: &str, help: &str| -> Result<IntCounter> {
			let counter = IntCounter::new(name, help)?;
			registry.register(Box::new(counter.clone()))?;
			Ok(counter)
		};
		let heartbeats = counter("heartbeats_total", "Heartbeats the chain took")?;
		let leases_waiting = gauge("leases_waiting", "Leases without a task that are to be begun")?;
		let leases_started =
			counter("leases_started_total", "Leases without a task that were begun")?;
		Ok(Self {
			registry,
			in_hand,
			running,
			paused,
			finished,
			declined,
			leases_waiting,
			leases_started,
			heartbeats,
			last_heartbeat,
			best_block,
			node_up,
			errors,
		})
	}

	/// Counts a heartbeat.
	pub fn beat(&self) {
		self.heartbeats.inc();
		self.last_heartbeat.set(i64::try_from(now()).unwrap_or(i64::MAX));
	}

	/// Counts an error of one of the known kinds.
	pub fn error(&self, kind: &str) {
		debug_assert!(ERRORS.contains(&kind));
		self.errors.with_label_values(&[kind]).inc();
	}

	/// How long ago the last heartbeat was, in seconds.
	pub fn since_heartbeat(&self) -> Option<u64> {
		let last = u64::try_from(self.last_heartbeat.get()).ok().filter(|last| *last > 0)?;
		Some(now().saturating_sub(last))
	}

	/// All metrics as text.
	pub fn text(&self) -> Result<String> {
		let mut text = Vec::new();
		TextEncoder::new().encode(&self.registry.gather(), &mut text)?;
		Ok(String::from_utf8_lossy(&text).into_owned())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_series_begins_at_zero() {
		let metrics = Metrics::new().unwrap();
		metrics.finished.with_label_values(&["trapped"]).inc();
		metrics.beat();
		metrics.error("chain");
		let text = metrics.text().unwrap();
		for line in [
			"tradewind_agent_tasks_finished_total{outcome=\"trapped\"} 1",
			"tradewind_agent_tasks_finished_total{outcome=\"exited\"} 0",
			"tradewind_agent_tasks_declined_total{reason=\"busy\"} 0",
			"tradewind_agent_errors_total{kind=\"chain\"} 1",
			"tradewind_agent_heartbeats_total 1",
			"tradewind_agent_tasks_running 0",
			"tradewind_agent_tasks_paused 0",
			"tradewind_agent_leases_waiting 0",
			"tradewind_agent_leases_started_total 0",
			"tradewind_agent_errors_total{kind=\"lease\"} 0",
		] {
			assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
		}
		assert!(metrics.since_heartbeat().unwrap() < 5);
	}
}
