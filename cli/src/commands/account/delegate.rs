//! `tradewind account delegate`: who may act for the owner of an account.

use super::{asset_of, find};
use crate::{
	commands::{show_limit, Done},
	context::Context,
	output::Output,
};
use clap::{Subcommand, ValueEnum};
use tradewind_client::{
	asset::parse_amount,
	billing::{Allowance, Role},
	AccountId, Balance, TabId,
};

#[derive(Subcommand, Debug)]
pub enum Verb {
	/// Let somebody act for you, or change what somebody may do
	#[command(after_help = "Examples:
  tradewind account delegate set 3 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty --role spend
  tradewind account delegate set 3 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty \
--role manage --per-day 2WIND")]
	Set {
		/// Which account
		id: u64,
		/// Who
		delegate: AccountId,
		/// What it may do
		#[arg(long, value_enum)]
		role: RoleArg,
		/// How much it may commit in a day of UTC; as much as there is when left out
		#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
		per_day: Option<Balance>,
	},
	/// Let somebody act for you no longer
	#[command(after_help = "Example:
  tradewind account delegate remove 3 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty")]
	Remove {
		/// Which account
		id: u64,
		/// Who
		delegate: AccountId,
	},
	/// Who may act for the owner of an account
	#[command(after_help = "Example:
  tradewind account delegate list 3")]
	List {
		/// Which account
		id: u64,
	},
}

/// What a delegate may do.
#[derive(ValueEnum, Clone, Copy, Debug)]
pub enum RoleArg {
	/// Open streams, leases and channels
	Spend,
	/// Also pause and close streams, set budget and alert, and send money back to you
	Manage,
}

impl From<RoleArg> for Role {
	fn from(role: RoleArg) -> Self {
		match role {
			RoleArg::Spend => Self::Spend,
			RoleArg::Manage => Self::Manage,
		}
	}
}

/// Does it.
pub async fn run(verb: Verb, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match verb {
		Verb::Set { id, delegate, role, per_day } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let allowance = Allowance { role: role.into(), per_day };
			let call = client.set_delegate(signer, TabId(id), delegate, Some(allowance));
			let included = context.wait("setting the delegate", call).await?;
			let may = allowance.role.name();
			let sentence = match per_day {
				Some(most) => {
					let most = asset_of(context, id).await?.show(most);
					format!("{delegate} may {may} on account {id}, up to {most} a day")
				},
				None => format!("{delegate} may {may} on account {id}"),
			};
			out.done(&Done::new("delegate_set", &included), sentence)
		},
		Verb::Remove { id, delegate } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.set_delegate(signer, TabId(id), delegate, None);
			let included = context.wait("removing the delegate", call).await?;
			let sentence = format!("{delegate} is no delegate of account {id} any more");
			out.done(&Done::new("delegate_removed", &included), sentence)
		},
		Verb::List { id } => {
			let asset = find(context, id).await?.asset;
			let state = context.state().await?;
			let delegates = context.wait("reading", state.delegates(TabId(id))).await?;
			out.list(&delegates, &["account", "role", "per day", "today"], |delegate| {
				vec![
					delegate.account.to_string(),
					delegate.allowance.role.name().to_owned(),
					show_limit(asset, delegate.allowance.per_day),
					asset.show(delegate.committed_today),
				]
			})
		},
	}
}
