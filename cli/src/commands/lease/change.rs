//! `tradewind lease resize`, `extend` and `rate`.

use super::{
	find,
	price::{Guard, Words},
	show_proposal,
};
use crate::{
	commands::show_rate,
	context::Context,
	exit::fail,
	output::Output,
	quantity::{parse_duration, show_duration, show_resources, ResourceArgs},
};
use clap::Args;
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount,
	json,
	market::{Lease, Proposal, RateAgreement, Seen},
	Asset, Balance, Error, LeaseId, Rate, Resources, Seconds,
};

/// Another size.
#[derive(Args, Debug)]
#[command(after_help = "\
What the lease keeps stays at its price; what it gets besides costs what its offer asks now. Without
--max-rate that is asked first, and no more is paid than that and a little more.

Examples:
  tradewind lease resize 3000000012 --cpu 4
  tradewind lease resize 3000000012 --cpu 1 --memory 1GiB --max-rate 5mWIND")]
pub struct ResizeArgs {
	/// Which lease
	id: u64,
	#[command(flatten)]
	needs: ResourceArgs,
	/// The most that it may cost per second then
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	max_rate: Option<Balance>,
}

/// More time.
#[derive(Args, Debug)]
#[command(after_help = "\
The time that is added costs what the offer asks now; from now on one rate covers both. Without
--max-rate that is asked first, and no more is paid than that and a little more.

Examples:
  tradewind lease extend 3000000012 --for 2h
  tradewind lease extend 3000000012 --seconds 7d --max-rate 5mWIND")]
pub struct ExtendArgs {
	/// Which lease
	id: u64,
	/// By how much
	#[arg(long, visible_alias = "for", value_name = "TIME", value_parser = parse_duration)]
	seconds: Seconds,
	/// The most that it may cost per second then
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	max_rate: Option<Balance>,
}

/// Another rate.
#[derive(Args, Debug)]
#[command(after_help = "\
The rate changes once both sides have said the same. Whatever else is changed of the lease voids what
was proposed.

Examples:
  tradewind lease rate 3000000012
  tradewind lease rate 3000000012 800uWIND
  tradewind lease rate 3000000012 800uWIND --dev bob")]
pub struct RateArgs {
	/// Which lease
	id: u64,
	/// What it is to cost per second; what is proposed is shown when it is left out
	#[arg(value_parser = parse_amount)]
	rate: Option<Balance>,
}

fn words(asset: Asset) -> Words {
	Words { asset, per: "per second", option: "--max-rate" }
}

/// What may be paid: what was said, or what would be asked and a little more. Where the offer does
/// not say, no more than is paid now.
fn guard(given: Option<Balance>, lease: &Lease, seen: Option<Seen>) -> Guard {
	let limit = seen.map_or(lease.rate, |seen| seen.limit());
	Guard::new(given, seen.map(|seen| seen.rate.0), limit.0)
}

/// What was changed, for programs.
#[derive(Serialize)]
struct Changed {
	lease: LeaseId,
	#[serde(serialize_with = "json::rate")]
	rate: Rate,
	#[serde(flatten)]
	guard: Guard,
	#[serde(skip_serializing_if = "Option::is_none")]
	needs: Option<Resources>,
	#[serde(skip_serializing_if = "Option::is_none")]
	left: Option<Seconds>,
}

/// Why the chain changed nothing: names both prices when it asks for more by now.
fn explain(error: Error, guard: &Guard, now: Option<Seen>, asset: Asset) -> anyhow::Error {
	match guard.exceeded(now.map(|seen| seen.rate.0), words(asset)) {
		Some(failure) if is_too_dear(&error) => failure.into(),
		_ => error.into(),
	}
}

/// Whether the chain refused because of the price.
pub fn is_too_dear(error: &Error) -> bool {
	error.refusal().is_some_and(|it| it.pallet == "Marketplace" && it.name == "TooDear")
}

/// Changes the size.
pub async fn resize(
	args: ResizeArgs,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let state = context.state().await?;
	let lease = find(&state, args.id).await?;
	let (needs, asset) = (args.needs.over(lease.needs), lease.asset);
	if needs == lease.needs {
		fail!(Usage, "the lease has that size already; see --cpu, --memory, --disk, --gpus");
	}
	let asking = state.rate_resized(&lease, needs);
	let guard = guard(args.max_rate, &lease, context.wait("asking for the price", asking).await?);
	guard.say(words(asset));
	let call = client.resize_lease(signer, lease.id, needs, Rate(guard.most));
	let rate = match context.wait("resizing", call).await {
		Ok(rate) => rate,
		Err(error) => {
			let now = async {
				let state = context.state().await.ok()?;
				let lease = find(&state, args.id).await.ok()?;
				state.rate_resized(&lease, needs).await.ok()?
			};
			return Err(explain(error, &guard, now.await, asset));
		},
	};
	let changed = Changed { lease: lease.id, rate, guard, needs: Some(needs), left: None };
	let (what, price) = (show_resources(&needs), show_rate(asset, rate));
	out.done(&changed, format!("lease {} is {what} at {price}", args.id))
}

/// Adds time.
pub async fn extend(
	args: ExtendArgs,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let state = context.state().await?;
	let lease = find(&state, args.id).await?;
	let asset = lease.asset;
	let asking = state.rate_extended(&lease, args.seconds);
	let guard = guard(args.max_rate, &lease, context.wait("asking for the price", asking).await?);
	guard.say(words(asset));
	let call = client.extend_lease(signer, lease.id, args.seconds, Rate(guard.most));
	let (left, rate) = match context.wait("extending", call).await {
		Ok(extended) => extended,
		Err(error) => {
			let now = async {
				let state = context.state().await.ok()?;
				let lease = find(&state, args.id).await.ok()?;
				state.rate_extended(&lease, args.seconds).await.ok()?
			};
			return Err(explain(error, &guard, now.await, asset));
		},
	};
	let changed = Changed { lease: lease.id, rate, guard, needs: None, left: Some(left) };
	let (left, price) = (show_duration(left), show_rate(asset, rate));
	out.done(&changed, format!("lease {} has {left} to go at {price}", args.id))
}

/// Proposes a rate, agrees to one, or shows what is proposed.
pub async fn rate(args: RateArgs, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	#[derive(Serialize)]
	struct Asked {
		lease: LeaseId,
		#[serde(serialize_with = "json::rate")]
		rate: Rate,
		changed: bool,
		proposal: Option<Proposal>,
	}
	let lease = find(&context.state().await?, args.id).await?;
	let (id, asset) = (args.id, lease.asset);
	let Some(rate) = args.rate.map(Rate) else {
		let asked =
			Asked { lease: lease.id, rate: lease.rate, changed: false, proposal: lease.proposal };
		return out.record(&asked, || {
			let proposed = lease.proposal.map(|it| show_proposal(asset, &it));
			vec![
				("lease", id.to_string()),
				("rate", show_rate(asset, lease.rate)),
				("proposed", proposed.unwrap_or_else(|| "nothing".to_owned())),
			]
		});
	};
	let (client, signer) = (context.client().await?, context.signer()?);
	let call = client.set_lease_rate(signer, lease.id, rate);
	let agreement = context.wait("asking for the rate", call).await?;
	let new = show_rate(asset, rate);
	let (changed, sentence) = match agreement {
		RateAgreement::Proposed => {
			(false, format!("{new} is proposed for lease {id}; the other side has to agree"))
		},
		RateAgreement::Agreed { old } => {
			(true, format!("lease {id} costs {new}, no more {}", show_rate(asset, old)))
		},
	};
	let proposal = context.state().await?.lease(lease.id).await?.and_then(|lease| lease.proposal);
	out.done(&Asked { lease: lease.id, rate, changed, proposal }, sentence)
}

#[cfg(test)]
mod tests {
	use super::{super::tests::lease, *};
	use tradewind_client::{market::LeaseTerms, Refusal};

	#[test]
	fn a_change_costs_what_was_seen_or_what_is_paid_now() {
		let lease = lease(LeaseTerms::OnDemand);
		let seen = |moves| Some(Seen { rate: Rate(2_000_000), soon: Rate(0), moves });
		assert_eq!(guard(None, &lease, seen(false)).most, 2_000_000);
		assert_eq!(guard(None, &lease, seen(true)).most, 2_020_001);
		assert_eq!(guard(Some(7), &lease, seen(true)).most, 7);
		let silent = guard(None, &lease, None);
		assert_eq!((silent.seen, silent.most), (None, lease.rate.0));
	}

	#[test]
	fn only_a_refusal_for_the_price_is_explained_by_the_price() {
		let refused = |name: &str| Error::Refused {
			call: "Marketplace::resize_lease".into(),
			refusal: Refusal {
				pallet: "Marketplace".into(),
				name: name.into(),
				meaning: String::new(),
			},
		};
		let guard = Guard::new(None, Some(10), 11);
		let now = Some(Seen { rate: Rate(20), soon: Rate(20), moves: true });
		let said = |error, now| explain(error, &guard, now, Asset::Native).to_string();
		assert!(said(refused("TooDear"), now).contains("the price has moved"));
		assert!(said(refused("NoRoom"), now).contains("NoRoom"));
		assert!(said(refused("TooDear"), None).contains("TooDear"));
	}
}
