//! `tradewind`: buy and sell computing from the command line.

mod cli;
mod commands;
mod context;
mod exit;
mod funds;
mod keystore;
mod order;
mod output;
mod progress;
mod quantity;
mod time;

use clap::Parser;
use cli::{Cli, Command};
use context::Context;
use exit::Exit;
use output::Output;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
	let cli = match Cli::try_parse() {
		Ok(cli) => cli,
		Err(error) => {
			let _ = error.print();
			// Help and version are errors to the parser, but not to anybody else.
			let failed = error.exit_code() != 0;
			return ExitCode::from(if failed { Exit::Usage as u8 } else { 0 });
		},
	};
	log_to_stderr();
	let stdout = &mut std::io::stdout();
	let mut out = Output::new(cli.global.json, stdout);
	let context = Context::new(cli.global);
	match run(cli.command, &context, &mut out).await {
		Ok(code) => ExitCode::from(code),
		// Whoever read our output has had enough of it, as `head` has.
		Err(error) if exit::is_broken_pipe(&error) => ExitCode::from(exit::BROKEN_PIPE),
		Err(error) => {
			eprintln!("error: {}", exit::describe(&error));
			if let Some(hint) = exit::hint(&error) {
				eprintln!("hint: {hint}");
			}
			ExitCode::from(exit::code(&error) as u8)
		},
	}
}

/// Runs a command. The number is with what the program exits.
async fn run(command: Command, context: &Context, out: &mut Output<'_>) -> anyhow::Result<u8> {
	use commands::{
		account, auction, audit, bill, completions, key, lease, market, offer, provider, quote,
		run, sla, stream, task, voucher,
	};
	context.global.check()?;
	match command {
		Command::Run(opts) => return run::run(*opts, context, out).await,
		Command::Task(opts) => return task::run(opts, context, out).await,
		Command::Account(opts) => account::run(opts, context, out).await?,
		Command::Bill(opts) => bill::run(opts, context, out).await?,
		Command::Stream(opts) => stream::run(opts, context, out).await?,
		Command::Voucher(opts) => voucher::run(opts, context, out).await?,
		Command::Sla(opts) => sla::run(opts, context, out).await?,
		Command::Lease(opts) => lease::run(opts, context, out).await?,
		Command::Auction(opts) => auction::run(opts, context, out).await?,
		Command::Provider(opts) => provider::run(opts, context, out).await?,
		Command::Quote(opts) => quote::run(*opts, context, out).await?,
		Command::Market(opts) => market::run(opts, context, out).await?,
		Command::Offer(opts) => offer::run(opts, context, out).await?,
		Command::Audit(opts) => audit::run(opts, context, out).await?,
		Command::Key(opts) => key::run(opts, context, out)?,
		Command::Completions(opts) => completions::run(opts, out)?,
	}
	Ok(0)
}

/// What the libraries have to say, for those who ask with `RUST_LOG`.
fn log_to_stderr() {
	use tracing_subscriber::EnvFilter;
	let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("off"));
	tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
