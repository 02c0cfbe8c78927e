//! `tradewind quote`: what the offers of a class would cost now, and why not the others.

use super::{
	offer::terms::{all_of, parse_runtime},
	short,
};
use crate::{
	context::Context,
	order::{FilterArgs, KindArg, DEFAULT_NEEDS},
	output::Output,
	quantity::{parse_duration, show_duration, show_resources, ResourceArgs},
};
use clap::Args;
use tradewind_client::{
	asset::parse_amount,
	market::{Answer, LeaseKind, Quote, Rates, Wanted},
	AccountId, Asset, Balance, Rate, Runtimes, Seconds,
};

/// The options.
#[derive(Args, Debug)]
#[command(after_help = "\
Those who would serve come first, in the order in which the chain would take them: the cheapest,
unless one that is better known or nearer costs little more. Those who have the room come before those
who would have to take it back from spot leases. Whether the collateral of a provider covers a lease
shows when one is opened.

Examples:
  tradewind quote
  tradewind quote --cpu 4 --memory 8GiB --max-seconds 1d
  tradewind quote --class gpu.h200 --gpus 1 --region eu-north --region eu-west --runtime container
  tradewind quote --kind reserved --max-seconds 30d
  tradewind quote --kind spot --near eu-north:25% --attribute iso-27001=yes
  tradewind quote --for 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty --json")]
pub struct Opts {
	#[command(flatten)]
	needs: ResourceArgs,
	/// What kind of hardware
	#[arg(long, default_value = "cpu.general")]
	class: String,
	/// With what service level: its name or its number
	#[arg(long, default_value = "standard")]
	tier: String,
	/// In what asset it will be paid
	#[arg(long, default_value = "native")]
	asset: Asset,
	/// The most it may cost per second
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	max_rate: Option<Balance>,
	/// On what terms
	#[arg(long, value_enum, default_value_t)]
	kind: KindArg,
	/// How long it may run
	#[arg(
		long,
		visible_alias = "seconds",
		default_value = "10m",
		value_name = "TIME",
		value_parser = parse_duration
	)]
	max_seconds: Seconds,
	#[command(flatten)]
	filters: FilterArgs,
	/// What has to run on it; may be given several times
	#[arg(long = "runtime", value_name = "NAME", value_parser = parse_runtime)]
	runtimes: Vec<Runtimes>,
	/// Only this provider; may be given several times
	#[arg(long = "provider", value_name = "ADDRESS")]
	providers: Vec<AccountId>,
	/// Not this provider; may be given several times
	#[arg(long, visible_alias = "not-provider", value_name = "ADDRESS")]
	without: Vec<AccountId>,
	/// Who would buy, for offers that are kept for some; anybody when left out
	#[arg(long = "for", value_name = "ADDRESS")]
	owner: Option<AccountId>,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let state = context.state().await?;
	let wanted = Wanted {
		owner: opts.owner,
		class: state.class_named(&opts.class).await?.id,
		tier: state.tier_named(&opts.tier).await?.id,
		asset: opts.asset,
		needs: opts.needs.over(DEFAULT_NEEDS),
		max_rate: opts.max_rate.map(Rate),
		max_seconds: opts.max_seconds,
		only: opts.providers,
		without: opts.without,
		kind: opts.kind.into(),
		filters: opts.filters.filters(all_of(&opts.runtimes)),
	};
	let quote = context.wait("asking", state.quote(&wanted)).await?;
	if out.is_json() {
		return out.record(&quote, Vec::new);
	}
	out.done(&quote, summary(&wanted, &quote))?;
	let mut heads =
		vec!["id", "provider", "known", "region", "per second", "can become", "free", "why not"];
	if wanted.kind != LeaseKind::OnDemand {
		heads.push("terms");
	}
	out.list(&quote.answers, &heads, |answer| row(answer, wanted.kind))
}

/// What is asked for, and what it costs.
fn summary(wanted: &Wanted, quote: &Quote) -> String {
	let mut needs = show_resources(&wanted.needs);
	if wanted.kind != LeaseKind::OnDemand {
		needs = format!("{needs}, {}", wanted.kind.name());
	}
	let show = |rate: Rate| wanted.asset.show(rate.0);
	let price = match (quote.lowest, quote.highest) {
		(Some(low), Some(high)) if low == high => format!("{} a second", show(low)),
		(Some(low), Some(high)) => format!("{} to {} a second", show(low), show(high)),
		_ => "not to be had now".to_owned(),
	};
	format!("{needs}: {price}, at level {:.3}", quote.level)
}

/// On what terms an offer is leased for less.
fn terms(answer: &Answer, kind: LeaseKind) -> Option<String> {
	let terms = match kind {
		LeaseKind::OnDemand => return None,
		LeaseKind::Reserved => answer.reserved.map(|reserved| {
			format!("from {} on, {} forfeit", show_duration(reserved.min_seconds), reserved.forfeit)
		}),
		LeaseKind::Spot => answer.spot.map(|spot| format!("{} s of notice", spot.notice)),
	};
	Some(terms.unwrap_or_else(|| "-".to_owned()))
}

fn row(answer: &Answer, kind: LeaseKind) -> Vec<String> {
	let show = |rate: Rate| answer.asset.show(rate.0);
	let moves = |rates: &Rates| rates.least != rates.most;
	let range = answer.rates.filter(moves);
	let mut row = vec![
		answer.offer.0.to_string(),
		short(&answer.provider),
		format!("{} %", answer.reputation.0 / 10_000_000),
		if answer.region.is_empty() { "-".to_owned() } else { answer.region.clone() },
		answer.rates.map_or_else(|| "-".to_owned(), |rates| show(rates.now)),
		range.map_or_else(
			|| "-".to_owned(),
			|rates| format!("{} to {}", show(rates.least), show(rates.most)),
		),
		show_resources(&answer.free),
		answer.why_not.map_or("", |why| why.words()).to_owned(),
	];
	row.extend(terms(answer, kind));
	row
}

#[cfg(test)]
mod tests {
	use super::*;
	use tradewind_client::{
		market::{Filters, Reservation, Spot, WhyNot},
		ClassId, Factor, OfferId, Share, TierId,
	};

	fn answer(least: u128, now: u128, most: u128, why_not: Option<WhyNot>) -> Answer {
		let (least, now, most) = (Rate(least), Rate(now), Rate(most));
		Answer {
			offer: OfferId(4),
			provider: AccountId([1; 32]),
			region: String::new(),
			asset: Asset::Native,
			free: DEFAULT_NEEDS,
			reputation: Share(500_000_000),
			rates: Some(Rates { now, least, most }),
			why_not,
			near: true,
			reserved: None,
			spot: Some(Spot { discount: Share(600_000_000), notice: 30 }),
		}
	}

	#[test]
	fn what_is_cheaper_is_shown_with_what_it_binds_to() {
		let answer = answer(7, 7, 7, None);
		let last = |answer: &Answer, kind| row(answer, kind).last().unwrap().clone();
		assert_eq!(row(&answer, LeaseKind::OnDemand).len(), 8);
		assert_eq!(last(&answer, LeaseKind::Spot), "30 s of notice");
		assert_eq!(last(&answer, LeaseKind::Reserved), "-");
		let reserved = Some(Reservation {
			min_seconds: 86_400,
			discount: Share(1),
			forfeit: Share(500_000_000),
		});
		let answer = Answer { reserved, ..answer };
		assert_eq!(last(&answer, LeaseKind::Reserved), "from 1 d 0 h on, 50 % forfeit");
	}

	#[test]
	fn a_price_that_moves_is_shown_with_its_range_and_a_refusal_with_its_reason() {
		let moving = row(&answer(1_000_000, 2_000_000, 8_000_000, None), LeaseKind::OnDemand);
		assert_eq!(moving[4..6], ["2 uWIND", "1 uWIND to 8 uWIND"]);
		assert_eq!((moving[3].as_str(), moving[7].as_str()), ("-", ""));
		let fixed = row(&answer(7, 7, 7, Some(WhyNot::NoRoom)), LeaseKind::OnDemand);
		assert_eq!((fixed[5].as_str(), fixed[7].as_str()), ("-", "no room"));
		let endless = Answer { rates: None, ..answer(1, 1, 1, Some(WhyNot::TooDear)) };
		assert_eq!(row(&endless, LeaseKind::OnDemand)[4..6], ["-", "-"]);
	}

	#[test]
	fn the_summary_says_what_it_costs_or_that_it_is_not_to_be_had() {
		let wanted = Wanted {
			owner: None,
			class: ClassId(0),
			tier: TierId(0),
			asset: Asset::Native,
			needs: DEFAULT_NEEDS,
			max_rate: None,
			max_seconds: 60,
			only: Vec::new(),
			without: Vec::new(),
			kind: LeaseKind::OnDemand,
			filters: Filters::default(),
		};
		let said = |range: Option<(u128, u128)>| {
			let lowest = range.map(|(low, _)| Rate(low));
			let highest = range.map(|(_, high)| Rate(high));
			let quote = Quote { level: Factor::ONE, lowest, highest, answers: Vec::new() };
			summary(&wanted, &quote)
		};
		assert!(said(None).ends_with(": not to be had now, at level 1.000"));
		assert!(said(Some((7, 7))).contains(": 7 planck a second"));
		assert!(said(Some((7, 9))).contains(": 7 planck to 9 planck a second"));
	}
}
