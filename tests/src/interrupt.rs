//! Being told to stop, by Ctrl-C or a signal.

use anyhow::Context;
use std::{
	io,
	sync::{
		atomic::{AtomicBool, Ordering},
		mpsc, OnceLock,
	},
};
use tokio::signal::unix::{signal, SignalKind};

static WATCHING: AtomicBool = AtomicBool::new(false);
static TOLD: OnceLock<&'static str> = OnceLock::new();

/// From now on SIGINT, SIGTERM and SIGHUP do not end this process, but are noted: [`told`] says so,
/// and what waits stops waiting. Children started from now on do not see the terminal's Ctrl-C, so
/// that they can be stopped in good order.
pub fn watch() -> anyhow::Result<()> {
	let (ready, started) = mpsc::channel();
	std::thread::Builder::new().name("signals".into()).spawn(move || -> io::Result<()> {
		let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
		runtime.block_on(async {
			let mut interrupt = signal(SignalKind::interrupt())?;
			let mut terminate = signal(SignalKind::terminate())?;
			let mut hang_up = signal(SignalKind::hangup())?;
			// Nobody listens any more only if the process is ending.
			let _ = ready.send(());
			loop {
				let which = tokio::select! {
					_ = interrupt.recv() => "Ctrl-C",
					_ = terminate.recv() => "SIGTERM",
					_ = hang_up.recv() => "SIGHUP",
				};
				// Further ones change nothing: what was started is being stopped already.
				TOLD.get_or_init(|| which);
			}
		})
	})?;
	started.recv().context("signals cannot be watched for")?;
	WATCHING.store(true, Ordering::Release);
	Ok(())
}

/// Whether signals are watched for.
pub fn is_watching() -> bool {
	WATCHING.load(Ordering::Acquire)
}

/// By what this process was told to stop, if it was.
pub fn told() -> Option<&'static str> {
	TOLD.get().copied()
}

/// Fails once this process was told to stop.
pub fn check() -> anyhow::Result<()> {
	match told() {
		Some(which) => anyhow::bail!("stopped by {which}"),
		None => Ok(()),
	}
}
