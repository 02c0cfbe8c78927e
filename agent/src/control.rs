//! What the daemon tells an attempt while it is carried out: to stop, to pause, to go on.

use std::{
	future::Future,
	time::{Duration, Instant},
};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// The line between the daemon and one attempt. Every copy is an end of the same line.
#[derive(Clone, Default)]
pub struct Control {
	stop: CancellationToken,
	paused: watch::Sender<bool>,
}

impl Control {
	/// Stops the attempt for good, paused or not.
	pub fn stop(&self) {
		self.stop.cancel();
	}

	/// Whether it was stopped.
	pub fn is_stopped(&self) -> bool {
		self.stop.is_cancelled()
	}

	/// Waits until it is stopped.
	pub async fn stopped(&self) {
		self.stop.cancelled().await
	}

	/// Pauses the attempt, or lets it go on. Returns whether that changes anything.
	pub fn pause(&self, paused: bool) -> bool {
		self.paused.send_replace(paused) != paused
	}

	/// Whether it is paused.
	pub fn is_paused(&self) -> bool {
		*self.paused.borrow()
	}

	/// Waits while it is paused.
	pub async fn resumed(&self) {
		self.until(false).await
	}

	/// Carries out `work` whenever the attempt is not paused, for `time` altogether; `None` when
	/// that was not enough. While it is paused the work is not looked at, so that it stands still
	/// wherever it last yielded, and the time does not run.
	pub async fn within<F: Future>(&self, time: Duration, work: F) -> Option<F::Output> {
		let mut work = std::pin::pin!(work);
		let mut left = time;
		loop {
			self.resumed().await;
			let begun = Instant::now();
			tokio::select! {
				biased;
				_ = self.until(true) => {},
				output = &mut work => return Some(output),
				_ = tokio::time::sleep(left) => return None,
			}
			left = left.saturating_sub(begun.elapsed());
		}
	}

	async fn until(&self, paused: bool) {
		let waited = self.paused.subscribe().wait_for(|now| *now == paused).await.is_ok();
		debug_assert!(waited, "an end of the line is in our own hand");
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::sync::atomic::{AtomicUsize, Ordering};

	const SHORT: Duration = Duration::from_millis(200);

	#[test]
	fn only_what_changes_something_is_news() {
		let control = Control::default();
		let other_end = control.clone();
		assert!(!control.pause(false));
		assert!(control.pause(true));
		assert!(!control.pause(true));
		assert!(other_end.is_paused());
		assert!(other_end.pause(false));
		assert!(!control.is_paused());
	}

	#[tokio::test]
	async fn the_time_does_not_run_during_a_pause() {
		let control = Control::default();
		control.pause(true);
		let begun = Instant::now();
		let other_end = control.clone();
		tokio::spawn(async move {
			tokio::time::sleep(2 * SHORT).await;
			other_end.pause(false);
		});
		assert_eq!(control.within(SHORT, std::future::pending::<()>()).await, None);
		assert!(begun.elapsed() >= 3 * SHORT, "{:?}", begun.elapsed());
	}

	#[tokio::test]
	async fn paused_work_stands_still_and_goes_on() {
		let control = Control::default();
		let steps = AtomicUsize::new(0);
		let work = async {
			for _ in 0..3 {
				steps.fetch_add(1, Ordering::SeqCst);
				control.pause(true);
				tokio::task::yield_now().await;
			}
		};
		let resume = async {
			for step in 1..=3 {
				while !control.is_paused() {
					tokio::task::yield_now().await;
				}
				tokio::time::sleep(SHORT / 10).await;
				assert_eq!(steps.load(Ordering::SeqCst), step);
				control.pause(false);
			}
		};
		let patience = Duration::from_secs(20);
		let (done, ()) = tokio::join!(control.within(patience, work), resume);
		assert_eq!(done, Some(()));
	}
}
