//! How the program ends: one code for each kind of failure, after the BSD convention.

use std::fmt;

/// Why the program failed, as a number that scripts can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
	/// The command line is wrong.
	Usage = 64,
	/// Something delivered or given is not what it should be.
	Data = 65,
	/// A file that was named cannot be read.
	Input = 66,
	/// There is no such thing on chain.
	NotFound = 67,
	/// The node cannot be reached, or the result is not to be had at the moment.
	Unavailable = 69,
	/// The chain refused.
	Refused = 70,
	/// The output cannot be written.
	Output = 73,
	/// It was not done: no provider had room or bid, all failed, or it was cancelled.
	NotDone = 75,
	/// The replicas of a task disagree.
	Disagreement = 76,
	/// No key, or it does not open.
	Key = 77,
}

/// What `--help` says about exit codes.
pub const HELP: &str = "\
Exit codes:
  0   done; with `run`, the workload exited with 0
  n   with `run`, the workload exited with n
  64  the command line is wrong
  65  something delivered or given is not what it should be
  66  a file that was named cannot be read
  67  there is no such thing on chain
  69  the node cannot be reached, or a result cannot be fetched at the moment
  70  the chain refused
  73  the output cannot be written
  75  it was not done: no provider had room or bid at that price, all failed, or it was cancelled
  76  the replicas of a task disagree
  77  no key, or it does not open
  124 with `run`, the workload used up its seconds
  125 with `run`, the workload used up its disk
  126 with `run`, what was sent is no WASI command module
  134 with `run`, the workload trapped
  137 with `run`, the workload used up its memory

A workload may exit with any of these too: `--json` tells them apart (`state`, `outcome`).";

/// A failure that this program found by itself.
#[derive(Debug)]
pub struct Failure {
	/// With what the program exits.
	pub exit: Exit,
	text: String,
}

impl Failure {
	/// A failure, in words.
	pub fn new(exit: Exit, text: impl fmt::Display) -> Self {
		Self { exit, text: text.to_string() }
	}
}

impl fmt::Display for Failure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text)
	}
}

impl std::error::Error for Failure {}

/// Ends a function with a failure.
macro_rules! fail {
	($exit:ident, $($text:tt)+) => {
		return Err($crate::exit::Failure::new($crate::exit::Exit::$exit, format!($($text)+)).into())
	};
}
pub(crate) use fail;

/// Gives an error of a library the code it means here.
pub trait OrExit<T> {
	/// The value, or a failure with this code and these words before the cause.
	fn or_exit(self, exit: Exit, what: impl fmt::Display) -> anyhow::Result<T>;
}

impl<T, E: fmt::Display> OrExit<T> for Result<T, E> {
	fn or_exit(self, exit: Exit, what: impl fmt::Display) -> anyhow::Result<T> {
		self.map_err(|cause| Failure::new(exit, format_args!("{what}: {cause}")).into())
	}
}

/// Whether nothing could be had at the price that was said.
fn is_for_the_price(refusal: &tradewind_client::Refusal) -> bool {
	refusal.pallet == "Marketplace" && ["NoOffer", "TooDear"].contains(&refusal.name.as_str())
}

/// The code for an error, found in its chain of causes.
pub fn code(error: &anyhow::Error) -> Exit {
	use tradewind_client::Error;
	for cause in error.chain() {
		if let Some(failure) = cause.downcast_ref::<Failure>() {
			return failure.exit;
		}
		if let Some(error) = cause.downcast_ref::<Error>() {
			return match error {
				Error::Unreachable { .. }
				| Error::Node(_)
				| Error::Forgotten { .. }
				| Error::Gateway { .. } => Exit::Unavailable,
				Error::Incompatible(_) | Error::Forged(_) => Exit::Data,
				Error::Refused { refusal, .. } if is_for_the_price(refusal) => Exit::NotDone,
				Error::NotAccepted { .. } | Error::Refused { .. } => Exit::Refused,
				Error::NotFound(_) => Exit::NotFound,
				Error::Unfit(_) => Exit::Usage,
			};
		}
		if cause.is::<std::io::Error>() {
			return Exit::Output;
		}
	}
	Exit::Data
}

/// With what a program ends that writes into a pipe nobody reads, as a shell sees it.
pub const BROKEN_PIPE: u8 = 141;

/// Whether the output went into a pipe that nobody reads any more.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
	error.chain().any(|cause| {
		let broken = |error: &std::io::Error| error.kind() == std::io::ErrorKind::BrokenPipe;
		cause.downcast_ref().is_some_and(broken)
	})
}

/// What the user may do about an error.
pub fn hint(error: &anyhow::Error) -> Option<&'static str> {
	error.chain().find_map(|cause| cause.downcast_ref::<tradewind_client::Error>()?.hint())
}

/// An error on one line, causes after colons, none said twice.
pub fn describe(error: &anyhow::Error) -> String {
	let mut text = String::new();
	for cause in error.chain() {
		let cause = cause.to_string();
		if text.ends_with(&cause) {
			continue;
		}
		if !text.is_empty() {
			text.push_str(": ");
		}
		text.push_str(&cause);
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;
	use anyhow::Context;

	fn usage() -> anyhow::Result<()> {
		fail!(Usage, "no {}", "way")
	}

	#[test]
	fn the_code_is_found_under_the_context() {
		let error = usage().context("while trying").unwrap_err();
		assert_eq!(code(&error), Exit::Usage);
		assert_eq!(describe(&error), "while trying: no way");
	}

	#[test]
	fn what_the_client_reports_has_its_own_code() {
		let error = anyhow::Error::new(tradewind_client::Error::NotFound("task 7".into()));
		assert_eq!(code(&error), Exit::NotFound);
		let gone = tradewind_client::Error::Unreachable { url: "u".into(), reason: "r".into() };
		let error = anyhow::Error::new(gone);
		assert_eq!(code(&error), Exit::Unavailable);
		assert!(hint(&error).is_some());
	}

	#[test]
	fn the_help_names_every_code() {
		for exit in [
			Exit::Usage,
			Exit::Data,
			Exit::Input,
			Exit::NotFound,
			Exit::Unavailable,
			Exit::Refused,
			Exit::Output,
			Exit::NotDone,
			Exit::Disagreement,
			Exit::Key,
		] {
			assert!(HELP.contains(&format!("  {}  ", exit as u8)), "{exit:?}");
		}
	}
}
