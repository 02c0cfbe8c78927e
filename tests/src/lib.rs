//! Real processes for end-to-end tests and for trying Tradewind out: nodes, agents, the command
//! line.
//!
//! - [`process`]: a child that is stopped by its process id and leaves a log.
//! - [`interrupt`]: being told to stop.
//! - [`network`]: a chain of one or four nodes with their agents, on free ports, in a folder of
//!   its own.
//! - [`tradewind`]: the command line, called as a user calls it.
//! - [`chain`]: what tests do to a chain past the command line.
//! - [`workloads`]: workloads for tests.

pub mod chain;
pub mod interrupt;
pub mod network;
pub mod process;
pub mod tradewind;
pub mod workloads;

pub use chain::{block_on, Heart};
pub use network::{Network, Ports, Preset};
pub use process::Process;
pub use tradewind::Tradewind;

use anyhow::Context;
use std::{
	ffi::OsString,
	net::{Ipv4Addr, TcpListener},
	path::PathBuf,
	time::{Duration, Instant},
};

/// The folder that cargo put our programs into: the one above the running test's.
pub fn binaries() -> PathBuf {
	let exe = std::env::current_exe().expect("a running program has a path");
	let folder = exe.parent().expect("a file lies in a folder");
	let folder = if folder.ends_with("deps") { folder.parent().unwrap_or(folder) } else { folder };
	folder.to_path_buf()
}

/// The folder of the example workloads that `examples/build.sh` built.
pub fn examples() -> PathBuf {
	cache().join("examples")
}

/// The cache folder, as `scripts/lib.sh` knows it.
pub fn cache() -> PathBuf {
	let set = |value: &OsString| !value.is_empty();
	let var = |name| std::env::var_os(name).filter(set).map(PathBuf::from);
	var("TRADEWIND_CACHE")
		.or_else(|| var("XDG_CACHE_HOME").map(|cache| cache.join("tradewind")))
		.or_else(|| var("HOME").map(|home| home.join(".cache/tradewind")))
		.unwrap_or_else(|| PathBuf::from(".tradewind-cache"))
}

/// The folder of the sources.
pub fn sources() -> PathBuf {
	let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
	here.parent().map(PathBuf::from).unwrap_or(here)
}

/// Ports of the loopback interface that nobody listens on, no two alike.
pub fn free_ports(count: usize) -> anyhow::Result<Vec<u16>> {
	// All are held until all are known, so that none comes twice.
	let held = (0..count)
		.map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
		.collect::<Result<Vec<_>, _>>()
		.context("no free port is left")?;
	Ok(held.iter().map(|socket| Ok(socket.local_addr()?.port())).collect::<std::io::Result<_>>()?)
}

/// Whether nobody listens on this port of the loopback interface.
pub fn is_free(port: u16) -> bool {
	TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Asks `question` twice a second until it is answered, for at most `patience`. Ends early when this
/// process is told to stop and [watches](interrupt::watch) for that.
pub fn wait_for<T>(
	what: &str,
	patience: Duration,
	mut question: impl FnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
	let start = Instant::now();
	loop {
		let last = match question() {
			Ok(Some(answer)) => return Ok(answer),
			Ok(None) => None,
			Err(error) => Some(error),
		};
		interrupt::check()?;
		if start.elapsed() > patience {
			let waited = format!("waited {} s for {what}", patience.as_secs());
			return Err(match last {
				Some(error) => error.context(waited),
				None => anyhow::anyhow!(waited),
			});
		}
		std::thread::sleep(Duration::from_millis(500));
	}
}
