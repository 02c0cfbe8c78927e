#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod admin;
mod chain;
mod config;
mod control;
mod daemon;
mod engine;
mod fetch;
mod journal;
mod lease;
mod metrics;
mod report;
mod store;
mod task;
mod worker;

use crate::{
	admin::Admin,
	chain::live::LiveChain,
	config::{Args, Config, EXIT_CONFIG},
	daemon::Daemon,
	engine::{wasm::WasmEngine, Engine},
	fetch::Fetcher,
	journal::Journal,
	metrics::Metrics,
	store::Store,
	worker::Context,
};
use anyhow::Context as _;
use clap::{error::ErrorKind, Parser};
use std::{
	fs::{self, File, TryLockError},
	io::IsTerminal,
	path::Path,
	process::ExitCode,
	sync::Arc,
	time::Instant,
};
use tokio::{net::TcpListener, sync::Semaphore};
use tokio_util::sync::CancellationToken;
use tracing::{error, info};
use tracing_subscriber::EnvFilter;
use tradewind_client::bundle::Limits;

const TARGET: &str = "agent";

fn main() -> ExitCode {
	let args = match Args::try_parse() {
		Ok(args) => args,
		Err(error) => {
			let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
			// Nothing is left to be told if even the terminal is gone.
			let _ = error.print();
			return if asked { ExitCode::SUCCESS } else { ExitCode::from(EXIT_CONFIG) };
		},
	};

	// 1. Logging.
	let filter = match EnvFilter::try_new(&args.log) {
		Ok(filter) => filter,
		Err(error) => return misconfigured(&format!("--log: {error}")),
	};
	let colours = std::io::stderr().is_terminal();
	tracing_subscriber::fmt()
		.with_env_filter(filter)
		.with_writer(std::io::stderr)
		.with_ansi(colours)
		.init();
	// A panic is our mistake. One line of it is for the operator, none for the terminal.
	std::panic::set_hook(Box::new(|panic| {
		let line = panic.to_string().replace('\n', " ");
		error!(target: TARGET, "bug: {line}");
	}));

	// 2. Configuration.
	let config = match args.resolve() {
		Ok(config) => config,
		Err(error) => return misconfigured(&error.to_string()),
	};

	let runtime = match tokio::runtime::Runtime::new() {
		Ok(runtime) => runtime,
		Err(error) => return failed(&error.into()),
	};
	let outcome = runtime.block_on(run(config));
	// A compiler that is busy with a hostile module is not waited for.
	runtime.shutdown_background();
	match outcome {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => failed(&error),
	}
}

async fn run(config: Config) -> anyhow::Result<()> {
	// 3. Build.
	let _lock = claim(&config.base_path)?;
	// Workloads hold files open in this process. More room than the default costs nothing.
	let _ = fdlimit::raise_fd_limit();
	let journal = Arc::new(Journal::open(config.base_path.join("journal"))?);
	let store = config.base_path.join("results");
	let store = Arc::new(Store::open(&store).with_context(|| store.display().to_string())?);
	let metrics = Arc::new(Metrics::new()?);
	let engine = WasmEngine::new().context("the WebAssembly engine")?;
	let listener = TcpListener::bind(config.listen)
		.await
		.with_context(|| format!("the gateway cannot listen on {}", config.listen))?;
	let admin = Admin {
		journal: journal.clone(),
		store: store.clone(),
		metrics: metrics.clone(),
		provider: config.provider.to_string(),
		heartbeat: config.heartbeat,
		started: Instant::now(),
	};
	info!(target: TARGET, "provider {}, agent key {}", config.provider, config.agent.account());
	info!(target: TARGET, "{} engine, {} slots", engine.name(), config.max_concurrent);
	info!(target: TARGET, "gateway on http://{}", listener.local_addr()?);
	let context = Arc::new(Context {
		chain: LiveChain::new(config.url, config.provider, config.agent),
		engine: Box::new(engine),
		journal,
		store,
		fetcher: Fetcher::new(config.max_payload, config.private_uris)?,
		metrics,
		identities: config.identities,
		slots: Semaphore::new(config.max_concurrent),
		scratch: config.base_path.join("scratch"),
		unpack: Limits { bytes: config.max_unpacked, ..Default::default() },
	});

	// 4. Spawn. Heartbeats and the gateway outlive the work, so that draining is no outage.
	let (stop_work, stop_rest) = (CancellationToken::new(), CancellationToken::new());
	let daemon = Daemon::new(context.clone(), config.keep);
	let mut work = tokio::spawn(daemon.run(stop_work.clone(), config.drain));
	let beats = tokio::spawn(report::beat(context, config.heartbeat, stop_rest.clone()));
	let served = axum::serve(listener, admin::router(admin))
		.with_graceful_shutdown(stop_rest.clone().cancelled_owned());
	let gateway = tokio::spawn(async move { served.await });

	// 5. Wait for a signal.
	tokio::select! {
		signal = signalled() => info!(target: TARGET, "{} received, draining", signal?),
		ended = &mut work => anyhow::bail!("the main loop ended by itself: {ended:?}"),
	}

	// 6. Drain, within the limit; a second signal ends it at once.
	stop_work.cancel();
	tokio::select! {
		ended = &mut work => ended?,
		signal = signalled() => anyhow::bail!("{} received again, not drained", signal?),
	}
	stop_rest.cancel();
	beats.await?;
	// Whoever is downloading a result may end it; others are not waited for.
	let _ = tokio::time::timeout(std::time::Duration::from_secs(2), gateway).await;
	info!(target: TARGET, "stopped");
	Ok(())
}

/// Makes the base path ours alone, and clears away the scratch directories of a killed process.
fn claim(base: &Path) -> anyhow::Result<File> {
	fs::create_dir_all(base).with_context(|| base.display().to_string())?;
	protect(base).with_context(|| base.display().to_string())?;
	let lock = File::create(base.join("lock")).with_context(|| base.display().to_string())?;
	match lock.try_lock() {
		Ok(()) => {},
		Err(TryLockError::WouldBlock) => {
			anyhow::bail!(
				"another agent works in {}: give each its own --base-path",
				base.display()
			)
		},
		Err(TryLockError::Error(error)) => return Err(error).context(base.display().to_string()),
	}
	let scratch = base.join("scratch");
	if scratch.exists() {
		fs::remove_dir_all(&scratch).with_context(|| scratch.display().to_string())?;
	}
	Ok(lock)
}

/// Keeps other users of the machine out: workloads lie here in plain text while they run.
#[cfg(unix)]
fn protect(base: &Path) -> std::io::Result<()> {
	use std::os::unix::fs::PermissionsExt;
	fs::set_permissions(base, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn protect(_: &Path) -> std::io::Result<()> {
	Ok(())
}

#[cfg(unix)]
async fn signalled() -> std::io::Result<&'static str> {
	use tokio::signal::unix::{signal, SignalKind};
	let mut terminate = signal(SignalKind::terminate())?;
	tokio::select! {
		_ = terminate.recv() => Ok("SIGTERM"),
		interrupt = tokio::signal::ctrl_c() => interrupt.map(|()| "SIGINT"),
	}
}

#[cfg(not(unix))]
async fn signalled() -> std::io::Result<&'static str> {
	tokio::signal::ctrl_c().await.map(|()| "an interrupt")
}

fn misconfigured(why: &str) -> ExitCode {
	eprintln!("error: {why}\n\nFor more information, try '--help'.");
	ExitCode::from(EXIT_CONFIG)
}

fn failed(error: &anyhow::Error) -> ExitCode {
	eprintln!("error: {error:#}");
	ExitCode::FAILURE
}
