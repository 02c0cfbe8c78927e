//! `tradewind auction`: what nobody has on offer at a posted price is asked for, and the best bid
//! wins.

use super::{short, show_rate, show_since, Done};
use crate::{
	context::Context,
	exit::fail,
	funds::{self, Needed},
	order::{show_filters, OrderArgs},
	output::{Fields, Output},
	quantity::{parse_duration, show_duration, show_resources},
	time,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::{cell::Cell, time::Duration};
use tradewind_client::{
	asset::parse_amount,
	market::{Auction, Bid, Outcome},
	Asset, AuctionId, Balance, Error, LeaseId, OfferId, Rate, Seconds, State, TabId, Timestamp,
};

/// For how many seconds bids are taken at least and at most.
const SHORTEST: Seconds = 60;
const LONGEST: Seconds = 7 * 24 * 3_600;

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Let providers bid for an order
	Open(Box<OpenArgs>),
	/// All auctions that have not ended
	#[command(after_help = "Examples:
  tradewind auction list
  tradewind auction list --own
  tradewind auction list --class gpu.h200 --json")]
	List {
		/// Only yours
		#[arg(long)]
		own: bool,
		/// Only those for a class
		#[arg(long)]
		class: Option<String>,
	},
	/// One auction: what is asked for, and the bids as they would win now
	#[command(after_help = "Example:
  tradewind auction show 3")]
	Show {
		/// Which auction
		id: u64,
	},
	/// Bid, or bid less than before; for providers and their agents
	#[command(after_help = "\
The best bid that can be served at the end wins: the lowest, unless one that is better known or nearer
costs little more. The deposit comes back when the bid is beaten, or at the end.

Example:
  tradewind auction bid 3 900uWIND --offer 4")]
	Bid {
		/// Which auction
		id: u64,
		/// What it would cost per second
		#[arg(value_parser = parse_amount)]
		rate: Balance,
		/// Out of which of your offers it would be served
		#[arg(long, value_name = "ID")]
		offer: u64,
	},
	/// Call an auction off for which nobody has bid
	#[command(after_help = "Example:
  tradewind auction cancel 3")]
	Cancel {
		/// Which auction
		id: u64,
	},
	/// Wait until an auction ends, and say how
	#[command(after_help = "\
Exits with 75 when nobody won. How an auction ended that is over is looked for in the last blocks.

Examples:
  tradewind auction wait 3
  tradewind auction wait 3 --timeout 10m --json")]
	Wait {
		/// Which auction
		id: u64,
		/// Stop waiting after this time; the auction goes on
		#[arg(long, value_name = "TIME", value_parser = parse_duration)]
		timeout: Option<Seconds>,
	},
}

/// What is asked for.
#[derive(Args, Debug)]
#[command(after_help = "\
Bids are open: everybody sees what there is to beat. A bid that takes the lead shortly before the end
puts it off a little. At the end the best bid wins by itself, the lease is opened, and every deposit
comes back. The money has to be there then.

Examples:
  tradewind auction open --cpu 64 --memory 256GiB --for 7d --max-rate 40mWIND
  tradewind auction open --class gpu.h200 --gpus 8 --for 30d --kind reserved --max-rate 1WIND \
--within 1h --region eu-north")]
struct OpenArgs {
	#[command(flatten)]
	order: OrderArgs,
	/// The most that may be bid per second
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	max_rate: Balance,
	/// How long bids are taken, from a minute to a week
	#[arg(long, default_value = "10m", value_name = "TIME", value_parser = parse_within)]
	within: Seconds,
}

/// Reads for how long bids are taken.
fn parse_within(text: &str) -> Result<Seconds, String> {
	let seconds = parse_duration(text)?;
	if !(SHORTEST..=LONGEST).contains(&seconds) {
		return Err("bids are taken for a minute to a week".to_owned());
	}
	Ok(seconds)
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::Open(args) => open(*args, context, out).await,
		Verb::List { own, class } => list(own, class, context, out).await,
		Verb::Show { id } => {
			let state = context.state().await?;
			let auction = find(&state, id).await?;
			show(&auction, state.now().await?, out)
		},
		Verb::Bid { id, rate, offer } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let asset = find(&context.state().await?, id).await?.asset;
			let call = client.bid(signer, AuctionId(id), OfferId(offer), Rate(rate));
			let ends = context.wait("bidding", call).await?;
			#[derive(Serialize)]
			struct Placed {
				auction: u64,
				offer: u64,
				#[serde(serialize_with = "tradewind_client::json::amount")]
				rate: Balance,
				ends: Timestamp,
			}
			let price = asset.show(rate);
			let sentence = format!("{price} a second are bid; it ends at {}", time::show(ends));
			out.done(&Placed { auction: id, offer, rate, ends }, sentence)
		},
		Verb::Cancel { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.cancel_auction(signer, AuctionId(id));
			let included = context.wait("calling off", call).await?;
			out.done(&Done::new("cancelled", &included), format!("auction {id} is called off"))
		},
		Verb::Wait { id, timeout } => wait(id, timeout, context, out).await,
	}
}

/// An auction that must not have ended.
async fn find(state: &State, id: u64) -> anyhow::Result<Auction> {
	let auction = state.auction(AuctionId(id)).await?;
	Ok(auction.ok_or_else(|| Error::NotFound(format!("open auction {id}")))?)
}

async fn open(args: OpenArgs, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let state = context.state().await?;
	let tab = funds::existing(args.order.account, context, &state).await?;
	let asset = funds::asset_of(tab.as_ref());
	let wanted = args.order.wanted(&state, signer.account(), asset).await?;
	let (rate, prepaid) = (Rate(args.max_rate), args.order.is_prepaid());
	if rate.0 == 0 {
		fail!(Usage, "nobody may bid anything; see --max-rate");
	}
	let order = args.order.order(&wanted, rate);
	order.check()?;
	let amount = funds::needed(&state, tab.as_ref(), rate, wanted.max_seconds, prepaid).await?;
	let instead = "ask for less: --max-rate, --seconds";
	let tab = funds::ensure(tab, Needed { amount, prepaid, instead }, context).await?;
	let call = client.open_auction(signer, tab, &order, args.within);
	let (auction, ends) = context.wait("opening the auction", call).await?;
	#[derive(Serialize)]
	struct Opened {
		auction: AuctionId,
		account: TabId,
		ends: Timestamp,
	}
	let sentence = format!("auction {} takes bids until {}", auction.0, time::show(ends));
	out.done(&Opened { auction, account: tab, ends }, sentence)
}

async fn list(
	own: bool,
	class: Option<String>,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let state = context.state().await?;
	let owner = if own { Some(context.account()?) } else { None };
	let class = match class {
		Some(name) => Some(state.class_named(&name).await?.id),
		None => None,
	};
	let mut auctions = context.wait("reading", state.auctions()).await?;
	auctions.retain(|auction| {
		owner.is_none_or(|owner| auction.owner == owner)
			&& class.is_none_or(|class| auction.order.class == class)
	});
	let heads = ["id", "owner", "wanted", "kind", "for", "at most", "bids", "best", "ends"];
	out.list(&auctions, &heads, |auction| {
		let order = &auction.order;
		let best = auction.bids.first();
		vec![
			auction.id.0.to_string(),
			short(&auction.owner),
			show_resources(&order.needs),
			order.kind.name().replace('_', " "),
			show_duration(order.seconds),
			format!("{}/s", auction.asset.show(order.max_rate.0)),
			auction.bids.len().to_string(),
			best.map_or_else(|| "-".to_owned(), |bid| show_bid(auction.asset, bid)),
			time::show(auction.ends),
		]
	})
}

fn show_bid(asset: Asset, bid: &Bid) -> String {
	format!("{}/s", asset.show(bid.rate.0))
}

fn show(auction: &Auction, now: Timestamp, out: &mut Output<'_>) -> anyhow::Result<()> {
	out.record(auction, || fields(auction, now))?;
	if out.is_json() {
		return Ok(());
	}
	out.raw(b"\nbids, best first:\n")?;
	let heads = ["rank", "provider", "offer", "rate", "known", "near", "counts for"];
	let ranked: Vec<(usize, &Bid)> = (1..).zip(&auction.bids).collect();
	out.list(&ranked, &heads, |(rank, bid)| {
		vec![
			rank.to_string(),
			short(&bid.provider),
			bid.offer.0.to_string(),
			show_bid(auction.asset, bid),
			format!("{} %", bid.reputation.0 / 10_000_000),
			if bid.near { "yes" } else { "no" }.to_owned(),
			auction.asset.show(bid.counts_for),
		]
	})
}

fn fields(auction: &Auction, now: Timestamp) -> Fields {
	let (order, asset) = (&auction.order, auction.asset);
	let mut fields = vec![
		("auction", auction.id.0.to_string()),
		("owner", auction.owner.to_string()),
		("account", auction.tab.0.to_string()),
		("class, tier", format!("{}, {}", order.class.0, order.tier.0)),
		("wanted", show_resources(&order.needs)),
		("kind", order.kind.name().replace('_', " ")),
		("for", show_duration(order.seconds)),
		("at most", show_rate(asset, order.max_rate)),
		("paid", if order.prepaid { "in advance" } else { "as it runs" }.to_owned()),
	];
	if let Some(filters) = show_filters(&order.filters) {
		fields.push(("only", filters));
	}
	for provider in &order.only {
		fields.push(("provider", provider.to_string()));
	}
	for provider in &order.without {
		fields.push(("not", provider.to_string()));
	}
	let ends = match auction.ends.since(now) {
		0 => show_since(auction.ends, now),
		left => format!("{} (in {})", time::show(auction.ends), show_duration(left)),
	};
	fields.push(("ends", ends));
	fields.push(("at the latest", time::show(auction.latest)));
	fields.push(("deposit", Asset::Native.show(auction.deposit)));
	fields
}

/// How an auction ended, for programs.
#[derive(Serialize)]
struct Ended {
	auction: AuctionId,
	#[serde(flatten)]
	outcome: Outcome,
}

async fn wait(
	id: u64,
	timeout: Option<Seconds>,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let client = context.client().await?;
	let progress = context.progress(&format!("waiting for auction {id}"));
	let asset = Cell::new(None);
	let watching = client.watch_auction(AuctionId(id), |auction| {
		asset.set(Some(auction.asset));
		progress.say(describe(auction));
	});
	let within = async {
		match timeout {
			Some(seconds) => tokio::time::timeout(Duration::from_secs(seconds), watching).await,
			None => Ok(watching.await),
		}
	};
	let Ok(outcome) = progress.during(within).await else {
		fail!(Unavailable, "auction {id} goes on; see `tradewind auction show {id}`")
	};
	drop(progress);
	let ended = Ended { auction: AuctionId(id), outcome: outcome? };
	let asset = match (&ended.outcome, asset.get()) {
		// It was over before: its lease knows, as long as it has not ended too.
		(Outcome::Won { lease, .. }, None) => asset_of(*lease, context).await,
		(_, asset) => asset,
	};
	conclude(ended, asset.unwrap_or_default(), out)
}

/// In what asset a lease is paid, if that can be told.
async fn asset_of(lease: LeaseId, context: &Context) -> Option<Asset> {
	let state = context.state().await.ok()?;
	Some(state.lease(lease).await.ok()??.asset)
}

/// Where an auction stands, in a few words.
fn describe(auction: &Auction) -> String {
	let (id, ends) = (auction.id.0, time::show(auction.ends));
	match auction.bids.as_slice() {
		[] => format!("auction {id}: no bids; ends {ends}"),
		[best, others @ ..] => {
			let (rate, more) = (show_bid(auction.asset, best), others.len());
			let provider = short(&best.provider);
			format!("auction {id}: {rate} by {provider} leads {more} others; ends {ends}")
		},
	}
}

/// Says how it ended. That nobody won is a failure.
fn conclude(ended: Ended, asset: Asset, out: &mut Output<'_>) -> anyhow::Result<()> {
	let id = ended.auction.0;
	match &ended.outcome {
		Outcome::Won { provider, lease, rate, .. } => {
			let (provider, lease, price) = (short(provider), lease.0, show_rate(asset, *rate));
			let sentence = format!("{provider} won auction {id}: lease {lease} at {price}");
			out.done(&ended, sentence)
		},
		lost => {
			if out.is_json() {
				out.done(&ended, "")?;
			}
			fail!(NotDone, "auction {id} has no winner: {}", lost.words())
		},
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::exit::{code, Exit};
	use tradewind_client::{
		market::{Filters, LeaseKind, Order},
		AccountId, ClassId, Resources, Share, TierId,
	};

	fn bid(provider: u8, rate: u128, counts_for: u128) -> Bid {
		let account = AccountId([provider; 32]);
		Bid {
			provider: account,
			bidder: account,
			offer: OfferId(4),
			rate: Rate(rate),
			reputation: Share(500_000_000),
			near: true,
			counts_for,
			deposit: 1,
		}
	}

	fn auction(bids: Vec<Bid>) -> Auction {
		Auction {
			id: AuctionId(3),
			owner: AccountId([1; 32]),
			tab: TabId(3),
			asset: Asset::Native,
			order: Order {
				class: ClassId(0),
				tier: TierId(0),
				needs: Resources { cpu_millis: 1_000, ..Default::default() },
				max_rate: Rate(2_000_000),
				seconds: 3_600,
				kind: LeaseKind::OnDemand,
				prepaid: false,
				only: Vec::new(),
				without: vec![AccountId([9; 32])],
				filters: Filters { model: "h200".to_owned(), ..Filters::default() },
			},
			ends: Timestamp(160),
			latest: Timestamp(460),
			deposit: 5,
			bids,
		}
	}

	fn shown(json: bool, auction: &Auction) -> String {
		let mut bytes = Vec::new();
		show(auction, Timestamp(100), &mut Output::new(json, &mut bytes)).unwrap();
		String::from_utf8(bytes).unwrap()
	}

	#[test]
	fn bids_are_shown_as_they_would_win_with_what_they_count_for() {
		let auction = auction(vec![bid(2, 1_000_000, 1_250_000), bid(3, 900_000, 1_300_000)]);
		let text = shown(false, &auction);
		for part in ["on h200", "in 1 min 0 s", "50 %", "1.25 uWIND", "1 uWIND/s"] {
			assert!(text.contains(part), "{part} is missing:\n{text}");
		}
		let json: serde_json::Value = serde_json::from_str(&shown(true, &auction)).unwrap();
		assert_eq!((&json["id"], &json["bids"][0]["counts_for"]), (&3.into(), &"1250000".into()));
		assert_eq!(json["order"]["max_rate"], "2000000");
		assert_eq!(json["bids"][1]["rate"], "900000");
	}

	#[test]
	fn while_it_is_waited_for_it_says_who_leads() {
		assert!(describe(&auction(Vec::new())).starts_with("auction 3: no bids; ends "));
		let said = describe(&auction(vec![bid(2, 7, 8), bid(3, 9, 9)]));
		assert!(said.contains("7 planck/s by ") && said.contains("leads 1 others"), "{said}");
	}

	fn concluded(outcome: Outcome) -> (anyhow::Result<()>, String) {
		let mut bytes = Vec::new();
		let ended = Ended { auction: AuctionId(3), outcome };
		let result = conclude(ended, Asset::Native, &mut Output::new(true, &mut bytes));
		(result, String::from_utf8(bytes).unwrap())
	}

	#[test]
	fn an_auction_that_nobody_won_is_a_failure_and_says_why_to_programs_too() {
		let won = Outcome::Won {
			provider: AccountId([2; 32]),
			offer: OfferId(4),
			lease: LeaseId(7),
			rate: Rate(9),
		};
		let (result, json) = concluded(won);
		result.unwrap();
		assert!(json.contains(r#""outcome":"won""#) && json.contains(r#""lease":7"#), "{json}");
		for (outcome, word) in [
			(Outcome::NoBids, "no_bids"),
			(Outcome::NobodyServes, "nobody_serves"),
			(Outcome::Cancelled, "cancelled"),
			(Outcome::Refused { reason: "Billing::InsufficientFunds".into() }, "refused"),
		] {
			let (result, json) = concluded(outcome);
			assert_eq!(code(&result.unwrap_err()), Exit::NotDone);
			assert!(json.contains(word), "{json}");
		}
	}
}
