//! `tradewind provider maintenance`: downtime that is announced breaks no promise.

use crate::{
	commands::Done,
	context::Context,
	output::Output,
	quantity::{parse_duration, show_duration},
	time,
};
use clap::Subcommand;
use tradewind_client::{Seconds, Timestamp};

#[derive(Subcommand, Debug)]
pub enum Verb {
	/// Say that you will be down for a while; nobody pays you for it, but it breaks no promise
	#[command(after_help = "\
It has to be announced a day ahead, and there are four hours of it in thirty days. Drain first if you
have jobs to run: their deadlines do not wait.

Example:
  tradewind provider maintenance announce 2026-12-01T03:00 --for 2h")]
	Announce {
		/// When it begins, in universal time
		#[arg(value_parser = time::parse)]
		from: Timestamp,
		/// How long it lasts
		#[arg(long = "for", value_name = "TIME", value_parser = parse_duration)]
		seconds: Seconds,
	},
	/// Call it off before it begins
	#[command(after_help = "Example:
  tradewind provider maintenance cancel")]
	Cancel,
}

/// Does it.
pub async fn run(verb: Verb, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	match verb {
		Verb::Announce { from, seconds } => {
			let call = client.announce_maintenance(signer, from, seconds);
			let included = context.wait("announcing", call).await?;
			let sentence =
				format!("maintenance from {} for {}", time::show(from), show_duration(seconds));
			out.done(&Done::new("maintenance_announced", &included), sentence)
		},
		Verb::Cancel => {
			let included = context.wait("calling off", client.cancel_maintenance(signer)).await?;
			let sentence = "the maintenance is called off".to_owned();
			out.done(&Done::new("maintenance_cancelled", &included), sentence)
		},
	}
}
