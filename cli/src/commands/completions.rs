//! `tradewind completions`.

use crate::{cli::Cli, output::Output};
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// The options.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  tradewind completions bash > /etc/bash_completion.d/tradewind")]
pub struct Opts {
	/// For which shell
	#[arg(value_enum)]
	shell: Shell,
}

/// Writes the completions.
pub fn run(opts: Opts, out: &mut Output<'_>) -> anyhow::Result<()> {
	let mut script = Vec::new();
	clap_complete::generate(opts.shell, &mut Cli::command(), "tradewind", &mut script);
	out.raw(&script)
}
