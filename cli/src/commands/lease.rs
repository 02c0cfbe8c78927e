//! `tradewind lease`: resources that are reserved at this moment.

use super::{short, show_moment, show_rate, stream};
use crate::{
	context::Context,
	output::{Fields, Output},
	quantity, time,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use tradewind_client::{
	billing::{StreamState, StreamTotal},
	market::Lease,
	sla::Cover,
	AccountId, Error, LeaseId, State,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Open leases: yours, a provider's or all
	#[command(after_help = "Examples:
  tradewind lease list
  tradewind lease list --all")]
	List {
		/// Everybody's
		#[arg(long, conflicts_with = "provider")]
		all: bool,
		/// Those of a provider
		#[arg(long, value_name = "ADDRESS")]
		provider: Option<AccountId>,
	},
	/// One open lease, with what it has cost and what covers it
	#[command(after_help = "Example:
  tradewind lease show 12")]
	Show {
		/// Which lease
		id: u64,
	},
}

/// A lease with what belongs to it.
#[derive(Serialize)]
struct Shown {
	#[serde(flatten)]
	lease: Lease,
	/// Whether its stream flows.
	#[serde(flatten)]
	state: Option<StreamState>,
	so_far: Option<StreamTotal>,
	cover: Option<Cover>,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::List { all, provider } => {
			let own = if all || provider.is_some() { None } else { Some(context.account()?) };
			let mut leases = context.wait("reading", context.state().await?.leases()).await?;
			leases.retain(|lease| {
				own.is_none_or(|own| lease.owner == own)
					&& provider.is_none_or(|provider| lease.provider == provider)
			});
			let heads = ["id", "owner", "provider", "resources", "rate", "started"];
			out.list(&leases, &heads, |lease| {
				vec![
					lease.id.0.to_string(),
					short(&lease.owner),
					short(&lease.provider),
					quantity::show_resources(&lease.needs),
					format!("{}/s", lease.asset.show(lease.rate.0)),
					show_moment(lease.started),
				]
			})
		},
		Verb::Show { id } => {
			let state = context.state().await?;
			let lease = find(&state, id).await?;
			let so_far = match state.stream(lease.stream).await? {
				Some(stream) => Some(state.stream_total(&stream).await?),
				None => None,
			};
			let cover = state.cover(lease.id).await?;
			let flows = state.stream_state(lease.stream).await?;
			let shown = Shown { lease, state: flows, so_far, cover };
			out.record(&shown, || fields(&shown))
		},
	}
}

/// A lease that must be open.
pub async fn find(state: &State, id: u64) -> anyhow::Result<Lease> {
	let lease = state.lease(LeaseId(id)).await?;
	Ok(lease.ok_or_else(|| Error::NotFound(format!("open lease {id}")))?)
}

fn fields(shown: &Shown) -> Fields {
	let lease = &shown.lease;
	let mut fields = vec![
		("lease", lease.id.0.to_string()),
		("owner", lease.owner.to_string()),
		("provider", lease.provider.to_string()),
		("offer", lease.offer.0.to_string()),
		("account", lease.tab.0.to_string()),
		("tier", lease.tier.0.to_string()),
		("resources", quantity::show_resources(&lease.needs)),
		("rate", show_rate(lease.asset, lease.rate)),
		("opened", time::show(lease.opened)),
		("started", show_moment(lease.started)),
	];
	if let Some(task) = lease.task {
		fields.push(("for", format!("task {}", task.0)));
	}
	if let Some(state) = shown.state {
		fields.push(("stream", format!("{}, {}", lease.stream.0, stream::show_state(state))));
	}
	if let Some(total) = &shown.so_far {
		let (billed, down) = (total.seconds, total.downtime);
		let amount = lease.asset.show(total.amount);
		fields.push(("so far", format!("{amount} for {billed} s ({down} s of downtime deducted)")));
	}
	if let Some(cover) = &shown.cover {
		let locked = cover.asset.show(cover.locked);
		fields.push(("cover", format!("{locked} of the provider's collateral")));
		let credits = format!(
			"{} up, or {} of the bill back; {} if it fails",
			cover.availability, cover.credit, cover.fault_credit
		);
		fields.push(("promise", credits));
	}
	fields
}
