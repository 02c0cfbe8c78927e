//! A day of the market: price, utilisation and revenue, and what it costs to move the level.

use anyhow::{ensure, Result};
use clap::Parser;
use std::path::PathBuf;
use tradewind_benches::{
	attempt::ATTEMPTS,
	day::{effect, run, Setup},
	picture::{draw, Line},
	report::Report,
};

const EXAMPLES: &str = "Examples:
  market-simulation
      the day of 10,000 providers, as tables
  market-simulation --picture docs/pictures/market-day.svg
      the same, and the picture of the documents
  market-simulation --providers 500 --seed 7 --quiet --json
      a small market without attempts, every five minutes of it, for a program";

/// Simulate a day of the market with the chain's own matching, prices and index
#[derive(Parser, Debug)]
#[command(name = "market-simulation", version, after_help = EXAMPLES, max_term_width = 100)]
struct Opts {
	/// From which all that is random is drawn; the same seed gives the same day
	#[arg(long, default_value_t = 4)]
	seed: u64,
	/// How many providers there are, each with one offer
	#[arg(long, default_value_t = 10_000)]
	providers: usize,
	/// For how many hours after midnight; all attempts are made on the first day
	#[arg(long, default_value_t = 24, value_parser = clap::value_parser!(u64).range(1..=168))]
	hours: u64,
	/// Leave out the attempts to move the level
	#[arg(long)]
	quiet: bool,
	/// Draw the day and the last attempt into this SVG file
	#[arg(long, value_name = "F.svg", conflicts_with = "quiet")]
	picture: Option<PathBuf>,
	/// Print all samples as JSON
	#[arg(long)]
	json: bool,
}

fn main() -> Result<()> {
	let opts = Opts::parse();
	ensure!(opts.providers >= 4, "a market needs 4 providers at least; see --help");
	let setup = Setup { seed: opts.seed, providers: opts.providers, seconds: opts.hours * 3_600 };
	let quiet = run(&setup, None);
	let mut effects = Vec::new();
	for attempt in ATTEMPTS.into_iter().filter(|_| !opts.quiet) {
		let day = run(&setup, Some(attempt));
		effects.push(effect(attempt, &day, &quiet));
		if let (Some(path), true) = (&opts.picture, effects.len() == ATTEMPTS.len()) {
			let undisturbed = Line { name: "undisturbed", samples: &quiet.samples };
			draw(path, undisturbed, Line { name: attempt.name, samples: &day.samples })?;
		}
	}
	let classes = setup.classes().len();
	let report = Report { setup, classes, samples: &quiet.samples, effects: &effects };
	if opts.json {
		println!("{}", serde_json::to_string(&report)?);
	} else {
		print!("{report}");
	}
	Ok(())
}
