//! `tradewind lease offer` and `accept`: a lease passes to another owner.

use super::{
	change::is_too_dear,
	find,
	price::{Guard, Words},
};
use crate::{
	commands::Done,
	context::Context,
	exit::fail,
	funds::{self, Needed},
	output::Output,
};
use clap::Args;
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount, market::Lease, AccountId, Asset, Balance, LeaseId, TabId,
};

/// To whom.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  tradewind lease offer 3000000012 --to 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty
  tradewind lease offer 3000000012 --nobody")]
pub struct OfferArgs {
	/// Which lease
	id: u64,
	/// Who may take it over
	#[arg(long, value_name = "ADDRESS", required_unless_present = "nobody")]
	to: Option<AccountId>,
	/// Take the offer back
	#[arg(long, conflicts_with = "to")]
	nobody: bool,
}

/// What takes it over.
#[derive(Args, Debug)]
#[command(after_help = "\
The lease is settled for its old owner and gets another number; its rate stays. Without --max-cost no
more is taken over than what is left of it at this moment.

Examples:
  tradewind lease accept 3000000012
  tradewind lease accept 3000000012 --account 5 --max-cost 20WIND")]
pub struct AcceptArgs {
	/// Which lease
	id: u64,
	/// Which prepaid account pays from now on; your first one in the native asset when left out
	#[arg(long, value_name = "ID")]
	account: Option<u64>,
	/// The most that all that is left of it may cost
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	max_cost: Option<Balance>,
}

/// Offers it, or takes the offer back.
pub async fn offer(args: OfferArgs, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let OfferArgs { id, to, .. } = args;
	let call = client.offer_lease(signer, LeaseId(id), to);
	let included = context.wait("offering", call).await?;
	let sentence = match to {
		Some(to) => format!("{to} may take lease {id} over: `tradewind lease accept {id}`"),
		None => format!("nobody may take lease {id} over any more"),
	};
	out.done(&Done::new("offered", &included), sentence)
}

/// What is left of a lease costs so much.
fn rest(lease: &Lease) -> Balance {
	lease.rate.amount(lease.left).unwrap_or(Balance::MAX)
}

fn words(asset: Asset) -> Words {
	Words { asset, per: "for all that is left", option: "--max-cost" }
}

/// Takes it over.
pub async fn accept(
	args: AcceptArgs,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let state = context.state().await?;
	let lease = find(&state, args.id).await?;
	let tab = funds::existing(args.account, context, &state).await?;
	let asset = funds::asset_of(tab.as_ref());
	if asset != lease.asset {
		fail!(Usage, "the lease is paid in {}; choose such an account: --account", lease.asset);
	}
	let cost = rest(&lease);
	let guard = Guard::new(args.max_cost, Some(cost), cost);
	guard.say(words(asset));
	let (rate, left, prepaid) = (lease.rate, lease.left, lease.prepaid);
	let amount = funds::needed(&state, tab.as_ref(), rate, left, prepaid).await?;
	let instead = "have its owner shrink it: `tradewind lease resize`";
	let tab = funds::ensure(tab, Needed { amount, prepaid, instead }, context).await?;
	let call = client.accept_lease(signer, lease.id, tab, guard.most);
	let new = match context.wait("taking over", call).await {
		Ok(new) => new,
		Err(error) => {
			let now = context.state().await?.lease(lease.id).await.unwrap_or(None);
			return Err(match guard.exceeded(now.as_ref().map(rest), words(asset)) {
				Some(failure) if is_too_dear(&error) => failure.into(),
				_ => error.into(),
			});
		},
	};
	#[derive(Serialize)]
	struct Accepted {
		lease: LeaseId,
		old: LeaseId,
		account: TabId,
		#[serde(flatten)]
		guard: Guard,
	}
	let accepted = Accepted { lease: new, old: lease.id, account: tab, guard };
	let (old, tab) = (args.id, tab.0);
	out.done(&accepted, format!("lease {old} is yours as lease {}; account {tab} pays", new.0))
}

#[cfg(test)]
mod tests {
	use super::{super::tests::lease, *};
	use tradewind_client::{market::LeaseTerms, Rate};

	#[test]
	fn what_is_left_of_a_lease_costs_its_rate_times_its_seconds() {
		let lease = lease(LeaseTerms::OnDemand);
		assert_eq!(rest(&lease), 90_000_000);
		let endless = Lease { rate: Rate(Balance::MAX), ..lease };
		assert_eq!(rest(&endless), Balance::MAX);
	}
}
