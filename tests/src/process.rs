//! A child process with a log.

use crate::interrupt;
use anyhow::Context;
use std::{
	fs::File,
	os::unix::process::CommandExt,
	path::{Path, PathBuf},
	process::{Child, Command, ExitStatus, Stdio},
	time::{Duration, Instant},
};

/// A running program. It is stopped when this is dropped.
pub struct Process {
	name: String,
	log: PathBuf,
	child: Child,
}

impl Process {
	/// Starts `command`; all it prints goes to `log`, after what is there already.
	pub fn start(name: &str, log: &Path, command: &mut Command) -> anyhow::Result<Self> {
		Self::start_apart(name, log, log, command)
	}

	/// Starts `command`; its results go to `stdout`, all else it prints to `log`.
	pub fn start_apart(
		name: &str,
		stdout: &Path,
		log: &Path,
		command: &mut Command,
	) -> anyhow::Result<Self> {
		let open = |path: &Path| {
			let file = File::options().create(true).append(true).open(path);
			file.with_context(|| format!("cannot open {}", path.display()))
		};
		if interrupt::is_watching() {
			// A group of its own: the terminal tells only us, and we tell it.
			command.process_group(0);
		}
		let child = command
			.stdin(Stdio::null())
			.stdout(open(stdout)?)
			.stderr(open(log)?)
			.spawn()
			.with_context(|| format!("cannot start {:?}", command.get_program()))?;
		Ok(Self { name: name.into(), log: log.into(), child })
	}

	/// What it is called.
	pub fn name(&self) -> &str {
		&self.name
	}

	/// Where its log is.
	pub fn log(&self) -> &Path {
		&self.log
	}

	/// Its process id.
	pub fn id(&self) -> u32 {
		self.child.id()
	}

	/// How it ended, if it did.
	pub fn ended(&mut self) -> anyhow::Result<Option<ExitStatus>> {
		Ok(self.child.try_wait()?)
	}

	/// Fails when it is not running any more.
	pub fn check(&mut self) -> anyhow::Result<()> {
		match self.ended()? {
			None => Ok(()),
			Some(status) => anyhow::bail!(
				"{} ended by itself ({status}); its log: {}",
				self.name,
				self.log.display()
			),
		}
	}

	/// `kill -9`.
	pub fn kill(&mut self) {
		// Both fail only when it has ended already.
		let _ = self.child.kill();
		let _ = self.child.wait();
	}

	/// Asks it to end, without waiting.
	pub fn ask_to_stop(&mut self) {
		if !matches!(self.ended(), Ok(None)) {
			return;
		}
		// The shell's own `kill`, as not every machine has the program. If it fails, `stop` kills.
		let pid = self.id().to_string();
		let _ = Command::new("sh").args(["-c", "kill \"$0\"", &pid]).status();
	}

	/// Asks it to end, waits ten seconds, then kills it.
	pub fn stop(&mut self) {
		self.ask_to_stop();
		let start = Instant::now();
		while start.elapsed() < Duration::from_secs(10) {
			if !matches!(self.ended(), Ok(None)) {
				return;
			}
			std::thread::sleep(Duration::from_millis(50));
		}
		self.kill();
	}
}

impl Drop for Process {
	fn drop(&mut self) {
		self.kill();
	}
}
