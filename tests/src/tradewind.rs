//! The command line, called as a user calls it.

use anyhow::Context;
use serde_json::Value;
use std::{
	path::PathBuf,
	process::{Command, Output, Stdio},
};

/// `tradewind`, as one of the well-known people, at one node.
#[derive(Clone, Debug)]
pub struct Tradewind {
	program: PathBuf,
	url: String,
	who: String,
}

impl Tradewind {
	/// Calls will go to the node at `url` and be signed by `who`.
	pub fn new(url: &str, who: &str) -> Self {
		Self {
			program: crate::binaries().join("tradewind"),
			url: url.into(),
			who: who.to_lowercase(),
		}
	}

	/// The same, as somebody else.
	pub fn as_dev(&self, who: &str) -> Self {
		Self { who: who.to_lowercase(), ..self.clone() }
	}

	/// The call with these arguments, ready to be run.
	pub fn command(&self, args: &[&str]) -> Command {
		let mut command = Command::new(&self.program);
		command.args(args).args(["--url", &self.url, "--dev", &self.who]).stdin(Stdio::null());
		command
	}

	/// Runs it to its end, whatever that is.
	pub fn output(&self, args: &[&str]) -> anyhow::Result<Output> {
		self.command(args)
			.output()
			.with_context(|| format!("cannot start {}", self.program.display()))
	}

	/// Runs it with `--json`; fails unless it exits with 0. The last line of what it prints.
	pub fn json(&self, args: &[&str]) -> anyhow::Result<Value> {
		let output = self.output(&[args, &["--json"]].concat())?;
		anyhow::ensure!(
			output.status.success(),
			"`tradewind {}` failed ({}): {}",
			args.join(" "),
			output.status,
			String::from_utf8_lossy(&output.stderr)
		);
		last_json_line(&output)
	}
}

/// The last line of what a program printed, as JSON.
pub fn last_json_line(output: &Output) -> anyhow::Result<Value> {
	let printed = String::from_utf8_lossy(&output.stdout);
	let line = printed.lines().last().context("nothing was printed")?;
	serde_json::from_str(line).with_context(|| format!("not JSON: {line}"))
}
