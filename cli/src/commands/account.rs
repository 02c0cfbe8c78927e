//! `tradewind account`: prepaid accounts.

use super::{short, Done};
use crate::{
	context::Context,
	output::{Fields, Output},
};
use clap::{Args, Subcommand};
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount, billing::Tab, AccountId, Asset, Balance, Error, TabId,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Open an account and pay into it
	#[command(after_help = "Examples:
  tradewind account open 10WIND
  tradewind account open 5000000 --asset 7")]
	Open {
		/// How much: 1.5WIND, 200mWIND or plain planck
		#[arg(value_parser = parse_amount)]
		amount: Balance,
		/// In what: `native` or the number of an asset
		#[arg(long, default_value = "native")]
		asset: Asset,
	},
	/// Pay into an account; anybody may
	#[command(after_help = "Example:
  tradewind account top-up 3 2.5WIND")]
	TopUp {
		/// Which account
		id: u64,
		/// How much
		#[arg(value_parser = parse_amount)]
		amount: Balance,
	},
	/// Take out what is not reserved
	#[command(after_help = "Example:
  tradewind account withdraw 3 500mWIND")]
	Withdraw {
		/// Which account
		id: u64,
		/// How much
		#[arg(value_parser = parse_amount)]
		amount: Balance,
	},
	/// Close an account and get everything back
	#[command(after_help = "Example:
  tradewind account close 3")]
	Close {
		/// Which account
		id: u64,
	},
	/// Your accounts, or everybody's
	#[command(after_help = "Examples:
  tradewind account list
  tradewind account list --all --json")]
	List {
		/// Everybody's
		#[arg(long, conflicts_with = "owner")]
		all: bool,
		/// Somebody else's
		#[arg(long, value_name = "ADDRESS")]
		owner: Option<AccountId>,
	},
	/// One account
	#[command(after_help = "Example:
  tradewind account show 3")]
	Show {
		/// Which account
		id: u64,
	},
	/// Have payouts delivered that could not be delivered when they were due
	#[command(after_help = "Example:
  tradewind account claim --asset native")]
	Claim {
		/// To whom; you when it is left out
		#[arg(long, value_name = "ADDRESS")]
		payee: Option<AccountId>,
		/// In what
		#[arg(long, default_value = "native")]
		asset: Asset,
	},
}

#[derive(Serialize)]
struct Moved {
	account: TabId,
	#[serde(serialize_with = "tradewind_client::json::amount")]
	amount: Balance,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::Open { amount, asset } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let tab = context
				.wait("opening the account", client.open_account(signer, asset, amount))
				.await?;
			let sentence = format!("account {} opened with {}", tab.0, asset.show(amount));
			out.done(&Moved { account: tab, amount }, sentence)
		},
		Verb::TopUp { id, amount } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let included =
				context.wait("paying in", client.top_up(signer, TabId(id), amount)).await?;
			let asset = asset_of(context, id).await?;
			let sentence = format!("{} paid into account {id}", asset.show(amount));
			out.done(&Done::new("topped_up", &included), sentence)
		},
		Verb::Withdraw { id, amount } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let included =
				context.wait("taking out", client.withdraw(signer, TabId(id), amount)).await?;
			let asset = asset_of(context, id).await?;
			let sentence = format!("{} taken out of account {id}", asset.show(amount));
			out.done(&Done::new("withdrawn", &included), sentence)
		},
		Verb::Close { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let asset = asset_of(context, id).await?;
			let amount = context.wait("closing", client.close_account(signer, TabId(id))).await?;
			let sentence = format!("account {id} closed; {} came back", asset.show(amount));
			out.done(&Moved { account: TabId(id), amount }, sentence)
		},
		Verb::List { all, owner } => {
			let owner = if all { None } else { Some(context.account_or_own(owner)?) };
			let tabs = context.wait("reading", context.state().await?.tabs(owner)).await?;
			out.list(&tabs, &["id", "owner", "available", "reserved", "streams"], |tab| {
				vec![
					tab.id.0.to_string(),
					short(&tab.owner),
					tab.asset.show(tab.available),
					tab.asset.show(tab.reserved),
					tab.streams.to_string(),
				]
			})
		},
		Verb::Show { id } => {
			let tab = find(context, id).await?;
			out.record(&tab, || fields(&tab))
		},
		Verb::Claim { payee, asset } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let payee = payee.unwrap_or_else(|| signer.account());
			let amount = context.wait("claiming", client.claim(signer, payee, asset)).await?;
			#[derive(Serialize)]
			struct Claimed {
				payee: AccountId,
				#[serde(serialize_with = "tradewind_client::json::amount")]
				amount: Balance,
			}
			let sentence = format!("{} delivered to {payee}", asset.show(amount));
			out.done(&Claimed { payee, amount }, sentence)
		},
	}
}

/// An account that must exist.
pub async fn find(context: &Context, id: u64) -> anyhow::Result<Tab> {
	let tab = context.state().await?.tab(TabId(id)).await?;
	Ok(tab.ok_or_else(|| Error::NotFound(format!("account {id}")))?)
}

async fn asset_of(context: &Context, id: u64) -> anyhow::Result<Asset> {
	Ok(find(context, id).await?.asset)
}

/// An account for people.
pub fn fields(tab: &Tab) -> Fields {
	vec![
		("account", tab.id.0.to_string()),
		("owner", tab.owner.to_string()),
		("asset", tab.asset.to_string()),
		("funds", tab.asset.show(tab.funds)),
		("reserved", tab.asset.show(tab.reserved)),
		("deposit", tab.asset.show(tab.deposit)),
		("available", tab.asset.show(tab.available)),
		("streams", tab.streams.to_string()),
	]
}
