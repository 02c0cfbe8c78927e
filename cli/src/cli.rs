//! The command line.

use crate::{commands, context::Global, exit};
use clap::{Parser, Subcommand};

/// Buy and sell computing on a Tradewind chain
#[derive(Parser, Debug)]
#[command(
	name = "tradewind",
	version,
	propagate_version = true,
	after_help = exit::HELP,
	after_long_help = exit::HELP,
	max_term_width = 100
)]
pub struct Cli {
	#[command(flatten)]
	pub global: Global,
	#[command(subcommand)]
	pub command: Command,
}

/// The nouns, and `run`.
#[derive(Subcommand, Debug)]
pub enum Command {
	/// Run a WebAssembly module on a provider's machine and bring the result back
	Run(Box<commands::run::Opts>),
	/// See, cancel and drop tasks; fetch their results again
	Task(commands::task::Opts),
	/// Prepaid accounts
	Account(commands::account::Opts),
	/// What something has cost, to the second
	Bill(commands::bill::Opts),
	/// Rates that flow from an account to somebody
	Stream(commands::stream::Opts),
	/// Micro-payments: signed off-chain, redeemed when it suits
	Voucher(commands::voucher::Opts),
	/// What was promised, what was kept, what was credited
	Sla(commands::sla::Opts),
	/// What something would cost now, who would serve, and why not the others
	Quote(Box<commands::quote::Opts>),
	/// What is on sale, class by class, and at what price level
	Market(commands::market::Opts),
	/// Resources for you alone: open, change, hand over, close
	Lease(commands::lease::Opts),
	/// Let providers bid for what nobody has on offer
	Auction(commands::auction::Opts),
	/// Sell: registration, keys, collateral, attributes
	Provider(commands::provider::Opts),
	/// Sell: capacity, prices, terms
	Offer(commands::offer::Opts),
	/// Records, and their proofs
	Audit(commands::audit::Opts),
	/// The keystore
	Key(commands::key::Opts),
	/// Completions for a shell
	Completions(commands::completions::Opts),
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	fn parse(line: &str) -> Result<Cli, clap::Error> {
		Cli::try_parse_from(line.split_whitespace())
	}

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
	}

	#[test]
	fn every_command_has_help_with_an_example() {
		fn check(command: &clap::Command, path: &str) {
			let verbs: Vec<_> =
				command.get_subcommands().filter(|verb| verb.get_name() != "help").collect();
			for verb in &verbs {
				let path = format!("{path} {}", verb.get_name());
				assert!(verb.get_about().is_some(), "{path} says nothing");
				check(verb, &path);
			}
			if verbs.is_empty() {
				let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
				let example = format!("  {path}");
				assert!(after.contains(&example), "{path} shows no example: {after}");
			}
		}
		check(&Cli::command(), "tradewind");
	}

	#[test]
	fn every_example_parses() {
		fn examples(command: &clap::Command, into: &mut Vec<String>) {
			let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
			into.extend(
				after
					.lines()
					.map(str::trim)
					.filter(|line| line.starts_with("tradewind "))
					.map(|line| line.split(" > ").next().unwrap_or(line).to_owned()),
			);
			command.get_subcommands().for_each(|verb| examples(verb, into));
		}
		let mut lines = Vec::new();
		examples(&Cli::command(), &mut lines);
		assert!(lines.len() > 40);
		for line in lines {
			if let Err(error) = parse(&line) {
				panic!("{line}: {error}");
			}
		}
	}

	#[test]
	fn what_a_place_has_to_be_is_said_the_same_way_everywhere() {
		let filters = "--region eu-north --region eu-west --avoid-region us-east --model h200 \
		               --attribute iso-27001=yes --near eu-north:25%";
		for command in ["quote", "run m.wasm", "lease open", "auction open --max-rate 1"] {
			parse(&format!("tradewind {command} {filters}")).unwrap();
			for wrong in ["--attribute iso", "--near :5%", "--near eu:5"] {
				assert!(
					parse(&format!("tradewind {command} {wrong}")).is_err(),
					"{command} {wrong}"
				);
			}
		}
		for command in ["quote", "lease open", "auction open --max-rate 1"] {
			for terms in ["--kind on-demand", "--kind reserved --seconds 30d", "--kind spot"] {
				parse(&format!("tradewind {command} {terms} --runtime wasm")).unwrap();
			}
			assert!(parse(&format!("tradewind {command} --kind cheap")).is_err());
		}
	}

	#[test]
	fn the_options_of_before_still_mean_what_they_meant() {
		let who = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
		for line in [
			format!("tradewind quote --without {who} --for {who} --max-seconds 1d --region eu"),
			format!("tradewind quote --not-provider {who} --seconds 1d"),
			format!("tradewind lease list --provider {who}"),
			"tradewind lease list --all".to_owned(),
			"tradewind lease show 12".to_owned(),
			"tradewind run m.wasm --max-attempts 8 --place-within 1h --account 3".to_owned(),
		] {
			assert!(parse(&line).is_ok(), "{line}");
		}
	}

	#[test]
	fn options_for_every_command_may_stand_anywhere() {
		for line in [
			"tradewind --json --dev alice account list",
			"tradewind account --json list --dev alice",
			"tradewind account list --dev alice --json --url ws://there:1",
		] {
			let cli = parse(line).unwrap();
			assert!(cli.global.json && cli.global.dev.as_deref() == Some("alice"), "{line}");
		}
	}

	#[test]
	fn one_key_is_enough() {
		for line in [
			"tradewind --dev alice --key mine account list",
			"tradewind --dev alice --seed-file f account list",
			"tradewind --key mine account list --seed-file f",
		] {
			let error = parse(line).unwrap().global.check().unwrap_err();
			assert_eq!(exit::code(&error), exit::Exit::Usage, "{line}");
		}
	}
}
