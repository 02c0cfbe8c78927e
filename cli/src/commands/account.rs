//! `tradewind account`: prepaid accounts.

mod delegate;

use super::{parse_limit, short, show_limit, show_moment, show_rate, Done, Limit};
use crate::{
	context::Context,
	output::{Fields, Output},
	quantity::{parse_duration, show_duration},
	time,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount,
	billing::{Tab, TabStatus},
	AccountId, Asset, Balance, Error, Seconds, TabId,
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
	/// Send money that nothing needs back to the owner
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
  tradewind account list --delegated
  tradewind account list --all --json")]
	List {
		/// Everybody's
		#[arg(long, conflicts_with_all = ["owner", "delegated"])]
		all: bool,
		/// Somebody else's
		#[arg(long, value_name = "ADDRESS", conflicts_with = "delegated")]
		owner: Option<AccountId>,
		/// Those on which you may draw as a delegate
		#[arg(long)]
		delegated: bool,
	},
	/// One account: what is in it, what flows from it, how long it lasts
	#[command(after_help = "Example:
  tradewind account show 3")]
	Show {
		/// Which account
		id: u64,
	},
	/// Who may act for the owner
	#[command(subcommand)]
	Delegate(delegate::Verb),
	/// Limit what may be committed from now on; when it is used up, the account counts as empty
	#[command(after_help = "Examples:
  tradewind account budget 3 5WIND
  tradewind account budget 3 none")]
	Budget {
		/// Which account
		id: u64,
		/// How much, or `none`
		#[arg(value_parser = parse_limit)]
		budget: Limit,
	},
	/// How long before the money ends the chain says so, with the event `Low`
	#[command(after_help = "Examples:
  tradewind account alert 3 2d
  tradewind account alert 3 none")]
	Alert {
		/// Which account
		id: u64,
		/// How long, or `none`
		#[arg(value_name = "TIME", value_parser = parse_alert)]
		alert: Alert,
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

/// A length of time that may also be `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Alert(Option<Seconds>);

fn parse_alert(text: &str) -> Result<Alert, String> {
	if text == "none" {
		return Ok(Alert(None));
	}
	parse_duration(text).map(|seconds| Alert(Some(seconds)))
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
		Verb::List { all, owner, delegated } => {
			let state = context.state().await?;
			let tabs = if delegated {
				let mut tabs = Vec::new();
				for id in state.delegated_tabs(context.account()?).await? {
					tabs.extend(state.tab(id).await?);
				}
				tabs
			} else {
				let owner = if all { None } else { Some(context.account_or_own(owner)?) };
				context.wait("reading", state.tabs(owner)).await?
			};
			let heads = ["id", "owner", "status", "available", "reserved", "lasts", "streams"];
			out.list(&tabs, &heads, |tab| {
				vec![
					tab.id.0.to_string(),
					short(&tab.owner),
					tab.status.name().to_owned(),
					tab.asset.show(tab.available),
					tab.asset.show(tab.reserved),
					tab.runway.map_or_else(|| "-".to_owned(), show_duration),
					tab.streams.to_string(),
				]
			})
		},
		Verb::Show { id } => {
			let tab = find(context, id).await?;
			out.record(&tab, || fields(&tab))
		},
		Verb::Delegate(verb) => delegate::run(verb, context, out).await,
		Verb::Budget { id, budget: Limit(budget) } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.set_budget(signer, TabId(id), budget);
			let included = context.wait("setting the budget", call).await?;
			let sentence = match budget {
				Some(amount) => {
					let amount = asset_of(context, id).await?.show(amount);
					format!("account {id} may commit {amount} from now on")
				},
				None => format!("account {id} has no budget"),
			};
			out.done(&Done::new("budget_set", &included), sentence)
		},
		Verb::Alert { id, alert: Alert(alert) } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.set_alert(signer, TabId(id), alert);
			let included = context.wait("setting the alert", call).await?;
			let sentence = match alert {
				Some(seconds) => {
					let before = show_duration(seconds);
					format!("the chain will say so {before} before the money of account {id} ends")
				},
				None => format!("the chain will not say when account {id} runs low"),
			};
			out.done(&Done::new("alert_set", &included), sentence)
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
	let asset = tab.asset;
	let mut fields = vec![
		("account", tab.id.0.to_string()),
		("owner", tab.owner.to_string()),
		("asset", asset.to_string()),
		("status", show_status(tab.status)),
		("funds", asset.show(tab.funds)),
		("reserved", asset.show(tab.reserved)),
		("earmarked", asset.show(tab.earmarked)),
		("deposit", asset.show(tab.deposit)),
		("available", asset.show(tab.available)),
		("committed", show_rate(asset, tab.committed_rate)),
	];
	if tab.halted_rate.0 != 0 {
		fields.push(("halted", show_rate(asset, tab.halted_rate)));
	}
	let lasts = match tab.runway {
		Some(seconds) => show_duration(seconds),
		None => "for ever: nothing flows that is not reserved".to_owned(),
	};
	fields.push(("lasts", lasts));
	fields.push(("depletes", show_moment(tab.depletes_at)));
	fields.push(("budget left", show_limit(asset, tab.budget_left)));
	let alert = match tab.alert {
		Some(seconds) => format!("{} before the end", show_duration(seconds)),
		None => "never".to_owned(),
	};
	fields.push(("alert", alert));
	fields.push(("streams", tab.streams.to_string()));
	fields.push(("channels", tab.channels.to_string()));
	fields.push(("delegates", tab.delegates.to_string()));
	fields
}

fn show_status(status: TabStatus) -> String {
	match status {
		TabStatus::Active => status.name().to_owned(),
		TabStatus::Frozen { since, grace_until } => format!(
			"frozen since {}; what runs is closed at {} unless it is topped up",
			time::show(since),
			time::show(grace_until)
		),
		TabStatus::Closing { since } => {
			format!("what runs is being closed; there was no money since {}", time::show(since))
		},
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use tradewind_client::{Rate, Timestamp};

	fn tab() -> Tab {
		Tab {
			id: TabId(3),
			owner: AccountId([1; 32]),
			asset: Asset::Native,
			status: TabStatus::Frozen { since: Timestamp(60), grace_until: Timestamp(120) },
			funds: 10,
			deposit: 1,
			reserved: 2,
			earmarked: 3,
			available: 4,
			fees: 0,
			committed_rate: Rate(0),
			halted_rate: Rate(1_000_000),
			runway: Some(0),
			depletes_at: None,
			budget_left: None,
			alert: Some(86_400),
			streams: 1,
			channels: 0,
			delegates: 2,
		}
	}

	#[test]
	fn an_account_tells_programs_what_it_tells_people() {
		let json = serde_json::to_value(tab()).unwrap();
		assert_eq!((&json["status"], &json["since"]), (&"frozen".into(), &60.into()));
		assert_eq!((&json["grace_until"], &json["runway"]), (&120.into(), &0.into()));
		for field in ["funds", "deposit", "reserved", "earmarked", "available", "committed_rate"] {
			assert!(json[field].is_string(), "{field} {json}");
		}
		let fields = fields(&tab());
		let of = |name: &str| fields.iter().find(|(field, _)| *field == name).unwrap().1.clone();
		assert!(of("status").starts_with("frozen since 1970-01-01 00:01:00 UTC"));
		assert_eq!(of("halted"), "1 uWIND/s = 3.6 mWIND/h");
		assert_eq!(of("alert"), "1 d 0 h before the end");
	}

	#[test]
	fn an_alert_is_a_length_of_time_or_none() {
		assert_eq!(parse_alert("none"), Ok(Alert(None)));
		assert_eq!(parse_alert("2d"), Ok(Alert(Some(172_800))));
		assert!(parse_alert("soon").is_err());
	}
}
