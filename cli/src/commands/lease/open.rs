//! `tradewind lease open`.

use super::price::{Guard, Words};
use crate::{
	commands::{short, show_moment},
	context::Context,
	exit::fail,
	funds::{self, Needed},
	order::OrderArgs,
	output::Output,
};
use clap::{Args, ValueEnum};
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount,
	market::{Answer, Opened, Quote, Spread, Wanted, MAX_COUNT},
	Asset, Balance, Error, Rate, Resources, State, TabId,
};

/// What is opened.
#[derive(Args, Debug)]
#[command(after_help = "\
Without --max-rate the price is asked first, and no more is paid than that and a little more, where
prices move at all. Nothing is billed before the provider begins.

Examples:
  tradewind lease open --cpu 2 --memory 4GiB --for 1d
  tradewind lease open --kind reserved --seconds 30d --cpu 8
  tradewind lease open --kind spot --cpu 1 --count 4 --spread providers
  tradewind lease open --class gpu.h200 --gpus 1 --model h200 --region eu-north \
--attribute iso-27001=yes --near eu-north:25% --max-rate 1mWIND")]
pub struct OpenArgs {
	#[command(flatten)]
	order: OrderArgs,
	/// The most that each may cost per second
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	max_rate: Option<Balance>,
	/// How many, all or none
	#[arg(
		long,
		default_value_t = 1,
		value_name = "N",
		value_parser = clap::value_parser!(u8).range(1..=i64::from(MAX_COUNT))
	)]
	count: u8,
	/// How they are to lie
	#[arg(long, value_enum, default_value_t)]
	spread: SpreadArg,
}

/// How several leases are to lie.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum SpreadArg {
	/// Wherever it is cheapest
	#[default]
	Any,
	/// Each with another provider
	Providers,
	/// Each in another region
	Regions,
}

impl From<SpreadArg> for Spread {
	fn from(spread: SpreadArg) -> Self {
		match spread {
			SpreadArg::Any => Self::Any,
			SpreadArg::Providers => Self::Providers,
			SpreadArg::Regions => Self::Regions,
		}
	}
}

/// What was opened.
#[derive(Serialize)]
struct Done {
	account: TabId,
	#[serde(flatten)]
	guard: Guard,
	leases: Vec<Opened>,
}

/// Does it.
pub async fn run(args: OpenArgs, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let state = context.state().await?;
	let tab = funds::existing(args.order.account, context, &state).await?;
	let asset = funds::asset_of(tab.as_ref());
	let wanted = args.order.wanted(&state, signer.account(), asset).await?;
	let quote = context.wait("asking for the price", state.quote(&wanted)).await?;
	let guard = guard(&args, &wanted, &quote)?;
	let order = args.order.order(&wanted, Rate(guard.most));
	order.check()?;
	guard.say(words(asset));

	let all = all_at_most(&args, &wanted, &quote, guard.most);
	let prepaid = args.order.is_prepaid();
	let amount = funds::needed(&state, tab.as_ref(), all, wanted.max_seconds, prepaid).await?;
	let instead = if prepaid {
		"ask for less: --max-rate, --seconds, --count"
	} else {
		"ask for less: --max-rate, --count"
	};
	let tab = funds::ensure(tab, Needed { amount, prepaid, instead }, context).await?;

	let call = client.open_leases(signer, tab, &order, args.count, args.spread.into());
	let leases = match context.wait("opening", call).await {
		Ok(leases) => leases,
		Err(error) => return Err(explain(error, &args, &wanted, &guard, context).await),
	};
	let done = Done { account: tab, guard, leases };
	if out.is_json() {
		return out.record(&done, Vec::new);
	}
	let heads = ["id", "provider", "offer", "rate", "usable from"];
	out.list(&done.leases, &heads, |opened| {
		vec![
			opened.lease.0.to_string(),
			short(&opened.provider),
			opened.offer.0.to_string(),
			format!("{}/s", asset.show(opened.rate.0)),
			opened.usable_from.map_or_else(|| "now".to_owned(), |at| show_moment(Some(at))),
		]
	})
}

fn words(asset: Asset) -> Words {
	Words { asset, per: "per second", option: "--max-rate" }
}

/// What may be paid, out of what is asked at this moment.
fn guard(args: &OpenArgs, wanted: &Wanted, quote: &Quote) -> anyhow::Result<Guard> {
	let asset = wanted.asset;
	let taken = taken(&quote.answers, &wanted.needs, args.count, args.spread);
	let rates = || taken.iter().filter_map(|answer| answer.serves());
	let dearest = rates().map(|rates| rates.now.0).max();
	let Some(seen) = dearest else {
		fail!(
			NotDone,
			"nothing on offer serves that now; `tradewind quote` says of each offer why not, and \
			 `tradewind auction open` lets providers bid for it"
		);
	};
	if taken.len() < usize::from(args.count) && args.spread != SpreadArg::Any {
		fail!(
			NotDone,
			"{} leases that are spread over as many providers or regions were asked for, and only {} \
			 could be had now; `tradewind quote` says of each offer why not",
			args.count,
			taken.len()
		);
	}
	let limit = rates().map(|rates| rates.limit().0).max().unwrap_or(seen);
	let guard = Guard::new(args.max_rate, Some(seen), limit);
	match guard.exceeded(quote.lowest.map(|rate| rate.0), words(asset)) {
		Some(failure) => Err(failure.into()),
		None => Ok(guard),
	}
}

/// What all of them cost per second at most: each what its offer may ask while the order is under
/// way, and those that no offer has room for at this moment the most that may be paid.
fn all_at_most(args: &OpenArgs, wanted: &Wanted, quote: &Quote, most: Balance) -> Rate {
	let taken = taken(&quote.answers, &wanted.needs, args.count, args.spread);
	let limits = taken.iter().filter_map(|answer| answer.serves()).map(|rates| rates.limit().0);
	let limits = limits.map(|limit| limit.min(most)).chain(std::iter::repeat(most));
	Rate(limits.take(args.count.into()).fold(0, Balance::saturating_add))
}

/// The answers that so many leases would take, the best first: each as often as it has room, or once
/// where they are spread.
fn taken<'a>(
	answers: &'a [Answer],
	needs: &Resources,
	count: u8,
	spread: SpreadArg,
) -> Vec<&'a Answer> {
	let mut taken: Vec<&Answer> = Vec::new();
	for answer in answers.iter().filter(|answer| answer.serves().is_some()) {
		let times = match spread {
			// One that serves has room for one, if others make room for it.
			SpreadArg::Any => times(needs, &answer.free).max(1),
			SpreadArg::Providers => taken.iter().all(|it| it.provider != answer.provider).into(),
			SpreadArg::Regions => taken.iter().all(|it| it.region != answer.region).into(),
		};
		let left = usize::from(count).saturating_sub(taken.len());
		taken.extend(std::iter::repeat_n(answer, left.min(times as usize)));
	}
	taken
}

/// How often the needs fit into what is free.
fn times(needs: &Resources, free: &Resources) -> u32 {
	[
		(needs.cpu_millis, free.cpu_millis),
		(needs.memory_mib, free.memory_mib),
		(needs.disk_mib, free.disk_mib),
		(needs.gpus, free.gpus),
		(needs.egress_mbps, free.egress_mbps),
	]
	.into_iter()
	.filter_map(|(need, free)| free.checked_div(need))
	.min()
	.unwrap_or_default()
}

/// Why the chain opened nothing: names both prices when it asks for more by now.
async fn explain(
	error: Error,
	args: &OpenArgs,
	wanted: &Wanted,
	guard: &Guard,
	context: &Context,
) -> anyhow::Error {
	if !error.refusal().is_some_and(|it| it.pallet == "Marketplace" && it.name == "NoOffer") {
		return error.into();
	}
	match price_now(args, wanted, context).await {
		Ok(now) => match guard.exceeded(now, words(wanted.asset)) {
			Some(failure) => failure.into(),
			None => error.into(),
		},
		// What the chain said matters more than that it says nothing now.
		Err(_) => error.into(),
	}
}

async fn price_now(
	args: &OpenArgs,
	wanted: &Wanted,
	context: &Context,
) -> anyhow::Result<Option<Balance>> {
	let state: State = context.state().await?;
	let quote = state.quote(wanted).await?;
	let taken = taken(&quote.answers, &wanted.needs, args.count, args.spread);
	Ok(taken.iter().filter_map(|answer| answer.serves()).map(|rates| rates.now.0).max())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::exit::{code, Exit};
	use clap::Parser;
	use tradewind_client::{
		market::{Rates, WhyNot},
		AccountId, ClassId, Factor, OfferId, Share, TierId,
	};

	#[derive(Parser)]
	struct Line {
		#[command(flatten)]
		args: OpenArgs,
	}

	fn args(line: &str) -> OpenArgs {
		let words = std::iter::once("open").chain(line.split_whitespace());
		Line::try_parse_from(words).unwrap().args
	}

	fn answer(offer: u64, seller: u8, region: &str, now: u128, most: u128) -> Answer {
		Answer {
			offer: OfferId(offer),
			provider: AccountId([seller; 32]),
			region: region.to_owned(),
			asset: Asset::Native,
			free: Resources { cpu_millis: 2_500, ..Resources::default() },
			reputation: Share(500_000_000),
			rates: Some(Rates { now: Rate(now), least: Rate(1), most: Rate(most) }),
			why_not: None,
			near: true,
			reserved: None,
			spot: None,
		}
	}

	fn answers() -> Vec<Answer> {
		let down = Answer { why_not: Some(WhyNot::Down), ..answer(4, 4, "d", 1, 1) };
		vec![
			answer(1, 1, "a", 100, 100),
			answer(2, 1, "b", 200, 400),
			answer(3, 2, "a", 300, 300),
			down,
		]
	}

	#[test]
	fn several_leases_take_the_best_answers_as_they_are_spread() {
		let answers = answers();
		let needs = |cpu_millis| Resources { cpu_millis, ..Resources::default() };
		let offers = |count, spread| -> Vec<u64> {
			let taken = taken(&answers, &needs(2_000), count, spread);
			taken.iter().map(|answer| answer.offer.0).collect()
		};
		assert_eq!(offers(2, SpreadArg::Any), [1, 2]);
		assert_eq!(offers(2, SpreadArg::Providers), [1, 3]);
		assert_eq!(offers(9, SpreadArg::Regions), [1, 2]);
		assert_eq!(offers(9, SpreadArg::Any), [1, 2, 3]);
		let small = taken(&answers, &needs(1_000), 5, SpreadArg::Any);
		assert_eq!(small.iter().map(|it| it.offer.0).collect::<Vec<_>>(), [1, 1, 2, 2, 3]);
		// One that others have to make room for.
		assert_eq!(taken(&answers, &needs(9_000), 2, SpreadArg::Any).len(), 2);
		assert_eq!(times(&Resources::default(), &needs(5)), 0);
	}

	fn wanted(cpu_millis: u32) -> Wanted {
		Wanted {
			owner: None,
			class: ClassId(0),
			tier: TierId(0),
			asset: Asset::Native,
			needs: Resources { cpu_millis, ..Resources::default() },
			max_rate: None,
			max_seconds: 60,
			only: Vec::new(),
			without: Vec::new(),
			kind: Default::default(),
			filters: Default::default(),
		}
	}

	fn quote(answers: Vec<Answer>) -> Quote {
		let serving = answers.iter().filter_map(Answer::serves).map(|rates| rates.now);
		let (lowest, highest) = (serving.clone().min(), serving.max());
		Quote { level: Factor::ONE, lowest, highest, answers }
	}

	#[test]
	fn what_all_cost_is_what_each_of_them_may_cost() {
		let all =
			|line: &str, most| all_at_most(&args(line), &wanted(1_000), &quote(answers()), most).0;
		assert_eq!(all("--count 2", 100), 200);
		assert_eq!(all("--count 3", 203), 100 + 100 + 203);
		assert_eq!(all("--count 3", 150), 100 + 100 + 150);
		assert_eq!(all("--count 9", 303), 2 * 100 + 2 * 203 + 2 * 300 + 3 * 303);
	}

	fn guarded(line: &str, answers: Vec<Answer>) -> anyhow::Result<Guard> {
		guard(&args(line), &wanted(2_000), &quote(answers))
	}

	#[test]
	fn what_is_paid_at_most_follows_from_what_is_seen_or_said() {
		let one = guarded("--cpu 1", answers()).unwrap();
		assert_eq!((one.seen, one.most), (Some(100), 100));
		let two = guarded("--count 2", answers()).unwrap();
		assert_eq!((two.seen, two.most), (Some(200), 203));
		let said = guarded("--max-rate 150", answers()).unwrap();
		assert_eq!((said.seen, said.most), (Some(100), 150));
	}

	#[test]
	fn an_order_that_nobody_serves_at_that_price_is_not_sent() {
		let error = guarded("--max-rate 99", answers()).unwrap_err();
		assert_eq!(code(&error), Exit::NotDone);
		let said = error.to_string();
		assert!(said.contains("100 planck") && said.contains("99 planck"), "{said}");
		let error = guarded("--count 3 --spread providers", answers()).unwrap_err();
		assert_eq!(code(&error), Exit::NotDone);
		assert!(error.to_string().contains("only 2 could be had"), "{error}");
		let error = guarded("--cpu 1", Vec::new()).unwrap_err();
		assert_eq!(code(&error), Exit::NotDone);
		assert!(error.to_string().contains("tradewind quote"), "{error}");
	}

	#[test]
	fn an_order_is_read_from_the_command_line() {
		let args = args(
			"--kind reserved --for 30d --cpu 2 --count 3 --spread regions --not-provider \
			 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty --attribute a=b --near eu:5%",
		);
		assert_eq!((args.order.seconds, args.count), (2_592_000, 3));
		assert!(args.order.is_prepaid() && args.spread == SpreadArg::Regions);
		assert_eq!(args.order.without.len(), 1);
		let filters = args.order.filters.filters(Default::default());
		assert_eq!((filters.attributes.len(), filters.near.unwrap().more.0), (1, 50_000_000));
		for wrong in ["--count 0", "--count 17", "--kind cheap", "--spread far", "--near :5%"] {
			let line = std::iter::once("open").chain(wrong.split_whitespace());
			assert!(Line::try_parse_from(line).is_err(), "{wrong}");
		}
	}
}
