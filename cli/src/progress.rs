//! What is being waited for, shown on a terminal while it lasts.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
	cell::Cell,
	future::Future,
	io::IsTerminal,
	time::{Duration, Instant},
};

/// What takes less is not worth a word.
const WORTH_SHOWING: Duration = Duration::from_secs(1);

/// A line on standard error that says what is being waited for. It appears after a second, only
/// on a terminal, and goes when it is dropped.
pub struct Progress {
	bar: ProgressBar,
	begun: Instant,
	/// Whether nothing is left to decide: the line shows, or never will.
	settled: Cell<bool>,
}

impl Progress {
	/// A line that says `what`; never shown if `quiet`.
	pub fn new(quiet: bool, what: impl Into<String>) -> Self {
		let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
		let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})");
		bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
		bar.set_message(what.into());
		let settled = quiet || !std::io::stderr().is_terminal();
		Self { bar, begun: Instant::now(), settled: Cell::new(settled) }
	}

	/// Says something else.
	pub fn say(&self, what: impl Into<String>) {
		self.bar.set_message(what.into());
	}

	/// Waits for `future`.
	pub async fn during<T>(&self, future: impl Future<Output = T>) -> T {
		tokio::pin!(future);
		if self.settled.get() {
			return future.await;
		}
		let left = WORTH_SHOWING.saturating_sub(self.begun.elapsed());
		tokio::select! {
			done = &mut future => done,
			() = tokio::time::sleep(left) => {
				self.settled.set(true);
				self.bar.set_draw_target(ProgressDrawTarget::stderr());
				self.bar.enable_steady_tick(Duration::from_millis(100));
				future.await
			},
		}
	}
}

impl Drop for Progress {
	fn drop(&mut self) {
		self.bar.finish_and_clear();
	}
}
