//! `tradewind market`: what is on sale, class by class, and at what price level.

use crate::{
	commands::show_rate, context::Context, output::Output, quantity::show_resources, time,
};
use clap::Args;
use futures::StreamExt;
use serde::Serialize;
use std::{collections::BTreeSet, io::IsTerminal};
use tradewind_client::{
	json,
	market::{free_of, spot_of, Class, Filters, Index, LeaseKind, Offer, Wanted},
	Asset, Balance, BlockRef, ClassId, Error, Rate, Resources, Seconds, Share, State, TierId,
};

/// What is priced to compare classes with each other: a core with the memory that usually goes with it,
/// and a graphics processor where there are any; for an hour.
const BASKET: Resources =
	Resources { cpu_millis: 1_000, memory_mib: 4_096, disk_mib: 0, gpus: 1, egress_mbps: 0 };
const HOUR: Seconds = 3_600;

/// Moves to the upper left corner of a terminal and clears it.
const CLEAR: &str = "\x1b[H\x1b[2J";

/// The options.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  tradewind market
  tradewind market --watch
  tradewind market --class cpu.general --history")]
pub struct Opts {
	/// Only this class
	#[arg(long)]
	class: Option<String>,
	/// Again with every block, until you stop it
	#[arg(long)]
	watch: bool,
	/// How the level of the class has moved, by the hour
	#[arg(long, requires = "class", conflicts_with = "watch")]
	history: bool,
}

/// A class with how much of it is sold, and how dear it is.
#[derive(Serialize)]
struct Row {
	#[serde(flatten)]
	class: Class,
	index: Index,
	usage: Option<Share>,
	/// What the basket costs per second at the least, in the native asset; `None` when nobody has it.
	#[serde(serialize_with = "json::optional_amount")]
	from: Option<Balance>,
	/// How many offers are listed.
	offers: usize,
	/// What everybody may lease.
	free: Resources,
	/// What of it everybody may lease for less, until somebody wants it at the full price.
	spot: Resources,
	/// How many auctions ask for it.
	auctions: usize,
}

/// All of it at one block.
#[derive(Serialize)]
struct Market {
	block: BlockRef,
	classes: Vec<Row>,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let state = context.state().await?;
	let only = match &opts.class {
		Some(name) => Some(state.class_named(name).await?.id),
		None => None,
	};
	match only.filter(|_| opts.history) {
		Some(class) => history(&state, class, context, out).await,
		None if opts.watch => watch(only, context, out).await,
		None => show(&context.wait("reading", market(&state, only)).await?, out),
	}
}

/// The market again and again.
async fn watch(
	only: Option<ClassId>,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let client = context.client().await?;
	let clears = !out.is_json() && std::io::stdout().is_terminal();
	let mut blocks = client.best_blocks().await?;
	while let Some(block) = blocks.next().await {
		let state = client.state_at(block?.hash).await?;
		let market = market(&state, only).await?;
		if clears {
			out.raw(CLEAR.as_bytes())?;
		}
		show(&market, out)?;
	}
	let url = client.url().to_owned();
	Err(Error::Unreachable { url, reason: "the stream of blocks ended".to_owned() }.into())
}

async fn market(state: &State, only: Option<ClassId>) -> Result<Market, Error> {
	let auctions = state.open_auctions().await?;
	let mut classes = Vec::new();
	for class in state.classes().await? {
		if only.is_some_and(|only| class.id != only) {
			continue;
		}
		let missing = || Error::Incompatible(format!("class {} has no index", class.id.0));
		let index = state.index(class.id).await?.ok_or_else(missing)?;
		let book = state.book(class.id).await?;
		let (usage, free, spot) = (index.usage(), free_of(&book), spot_of(&book));
		let from = least(state, class.id, &book).await?;
		let auctions = auctions.iter().filter(|(_, of)| *of == class.id).count();
		classes.push(Row { class, index, usage, from, offers: book.len(), free, spot, auctions });
	}
	Ok(Market { block: state.block(), classes })
}

/// What the basket costs per second at the least, with whatever service level.
async fn least(state: &State, class: ClassId, book: &[Offer]) -> Result<Option<Balance>, Error> {
	let tiers: BTreeSet<TierId> = book.iter().map(|offer| offer.tier).collect();
	let gpus = BASKET.gpus.min(book.iter().map(|offer| offer.capacity.gpus).max().unwrap_or(0));
	let mut least: Option<Balance> = None;
	for tier in tiers {
		let wanted = Wanted {
			owner: None,
			class,
			tier,
			asset: Asset::Native,
			needs: Resources { gpus, ..BASKET },
			max_rate: None,
			max_seconds: HOUR,
			only: Vec::new(),
			without: Vec::new(),
			kind: LeaseKind::OnDemand,
			filters: Filters::default(),
		};
		let asked = state.quote(&wanted).await?.lowest.map(|rate| rate.0);
		least = least.into_iter().chain(asked).min();
	}
	Ok(least)
}

fn show(market: &Market, out: &mut Output<'_>) -> anyhow::Result<()> {
	if out.is_json() {
		return out.record(market, Vec::new);
	}
	out.done(market, format_args!("block {}", market.block.number))?;
	let heads = [
		"id",
		"class",
		"core and 4 GiB from",
		"level",
		"in use",
		"target",
		"offers",
		"auctions",
		"free",
		"of it as spot",
	];
	out.list(&market.classes, &heads, |row| {
		vec![
			row.class.id.0.to_string(),
			row.class.name.clone(),
			row.from.map_or_else(|| "-".to_owned(), |from| show_rate(Asset::Native, Rate(from))),
			format!("{:.4}", row.index.level),
			row.usage.map_or_else(|| "-".to_owned(), percent),
			percent(row.index.policy.target),
			row.offers.to_string(),
			row.auctions.to_string(),
			show_resources(&row.free),
			if row.spot.is_zero() { "-".to_owned() } else { show_resources(&row.spot) },
		]
	})
}

async fn history(
	state: &State,
	class: ClassId,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let samples = context.wait("reading", state.index_history(class)).await?;
	out.list(&samples, &["time", "level", "in use"], |sample| {
		vec![time::show(sample.at), format!("{:.4}", sample.level), percent(sample.usage)]
	})
}

/// A part to a tenth of a hundredth, rounded down.
fn percent(share: Share) -> String {
	format!("{}.{} %", share.0 / 10_000_000, share.0 / 1_000_000 % 10)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn parts_are_shown_to_a_tenth() {
		assert_eq!(percent(Share(0)), "0.0 %");
		assert_eq!(percent(Share(705_999_999)), "70.5 %");
		assert_eq!(percent(Share::ONE), "100.0 %");
	}
}
