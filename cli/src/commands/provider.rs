//! `tradewind provider`: registration, keys, collateral, status, attributes, maintenance.

mod attribute;
mod maintenance;

use super::{show_since, show_window, Done};
use crate::{
	context::Context,
	exit::fail,
	output::{Fields, Output},
	time,
};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount,
	providers::{Attribute, Collateral, Profile, Provider},
	seal::{self, PublicKey},
	sla::Statement,
	AccountId, Asset, Balance, Error, ProviderStatus, Share, Timestamp,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Become a provider
	#[command(after_help = "Example:
  tradewind provider register --region eu-west --endpoint https://cloud.example \
--collateral 100WIND")]
	Register {
		/// Where your machines stand
		#[arg(long)]
		region: String,
		/// The base address of your gateway
		#[arg(long, value_name = "URL")]
		endpoint: String,
		/// The native collateral to begin with
		#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
		collateral: Balance,
		/// The hot key that may act for you; your own account when it is left out
		#[arg(long, value_name = "ADDRESS")]
		agent: Option<AccountId>,
		/// The key to which workloads are sealed: age1… or 0x…; yours when it is left out
		#[arg(long, value_name = "KEY", value_parser = parse_key)]
		encryption_key: Option<PublicKey>,
	},
	/// Change region or endpoint
	#[command(after_help = "Example:
  tradewind provider update --endpoint https://new.example")]
	Update {
		/// Where your machines stand
		#[arg(long, required_unless_present = "endpoint")]
		region: Option<String>,
		/// The base address of your gateway
		#[arg(long, value_name = "URL")]
		endpoint: Option<String>,
	},
	/// Let another key act for you
	#[command(after_help = "Example:
  tradewind provider set-agent 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty")]
	SetAgent {
		/// The new agent
		agent: AccountId,
	},
	/// Have workloads sealed to another key
	#[command(after_help = "Example:
  tradewind provider set-encryption-key \
0x2fe57da347cd62431528daac5fbb290730fff684afc4cfc2ed90995f58cb3b74")]
	SetEncryptionKey {
		/// The new key: age1… or 0x…
		#[arg(value_name = "KEY", value_parser = parse_key)]
		new_key: PublicKey,
	},
	/// Add collateral
	#[command(after_help = "Example:
  tradewind provider lock 50WIND")]
	Lock {
		/// How much
		#[arg(value_parser = parse_amount)]
		amount: Balance,
		/// In what
		#[arg(long, default_value = "native")]
		asset: Asset,
	},
	/// Let free collateral begin to unbond
	#[command(after_help = "Example:
  tradewind provider unlock 50WIND")]
	Unlock {
		/// How much
		#[arg(value_parser = parse_amount)]
		amount: Balance,
		/// In what
		#[arg(long, default_value = "native")]
		asset: Asset,
	},
	/// Take back the collateral that has unbonded
	#[command(after_help = "Example:
  tradewind provider withdraw")]
	Withdraw {
		/// In what
		#[arg(long, default_value = "native")]
		asset: Asset,
	},
	/// What providers say of themselves, and who vouches for it
	#[command(subcommand)]
	Attribute(attribute::Verb),
	/// Announce that you will be down for a while
	#[command(subcommand)]
	Maintenance(maintenance::Verb),
	/// Finish what you have and take nothing new
	#[command(after_help = "Example:
  tradewind provider drain")]
	Drain,
	/// Take new work again
	#[command(after_help = "Example:
  tradewind provider resume")]
	Resume,
	/// Leave: the deposit comes back at once, all collateral begins to unbond
	#[command(after_help = "Example:
  tradewind provider retire")]
	Retire,
	/// All providers
	#[command(after_help = "Example:
  tradewind provider list --status active")]
	List {
		/// Only those that stand so
		#[arg(long, value_enum)]
		status: Option<StatusArg>,
	},
	/// One provider, with its collateral and how it does
	#[command(after_help = "Example:
  tradewind provider show 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty")]
	Show {
		/// Which; you when it is left out
		provider: Option<AccountId>,
	},
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum StatusArg {
	Active,
	Draining,
	Suspended,
	Retired,
}

impl From<StatusArg> for ProviderStatus {
	fn from(status: StatusArg) -> Self {
		match status {
			StatusArg::Active => Self::Active,
			StatusArg::Draining => Self::Draining,
			StatusArg::Suspended => Self::Suspended,
			StatusArg::Retired => Self::Retired,
		}
	}
}

/// A provider with how it does.
#[derive(Serialize)]
struct Listed {
	#[serde(flatten)]
	provider: Provider,
	uptime: Option<Statement>,
}

/// A provider with everything that is known of it.
#[derive(Serialize)]
struct Shown {
	#[serde(flatten)]
	listed: Listed,
	/// From 0 to 1; nothing is known at a half.
	reputation: Option<Share>,
	attributes: Vec<Attribute>,
	collateral: Vec<Collateral>,
	#[serde(skip)]
	now: Timestamp,
}

/// Reads an encryption key, as people exchange it or as it stands on chain.
fn parse_key(text: &str) -> Result<PublicKey, String> {
	let key = match text.strip_prefix("0x") {
		Some(digits) => {
			let mut key = PublicKey::default();
			hex::decode_to_slice(digits, &mut key)
				.map_err(|_| format!("`{text}` is not 0x and 64 hexadecimal digits"))?;
			key
		},
		None => seal::parse_recipient(text).map_err(|error| error.to_string())?,
	};
	if !seal::is_usable(&key) {
		return Err(format!("anyone could read what is sealed to `{text}`"));
	}
	Ok(key)
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let verb = match opts.verb {
		Verb::List { status } => return list(context, out, status.map(Into::into)).await,
		Verb::Show { provider } => return show(context, out, provider).await,
		Verb::Attribute(verb) => return attribute::run(verb, context, out).await,
		Verb::Maintenance(verb) => return maintenance::run(verb, context, out).await,
		verb => verb,
	};
	let (client, signer) = (context.client().await?, context.signer()?);
	let (done, included, sentence) = match verb {
		Verb::Register { region, endpoint, collateral, agent, encryption_key } => {
			let agent = agent.unwrap_or_else(|| signer.account());
			let identity = &context.keys()?.identity;
			let key = encryption_key.unwrap_or_else(|| seal::public_key(identity));
			let profile = Profile { region, endpoint };
			let call = client.register_provider(signer, &profile, agent, key, collateral);
			let included = context.wait("registering", call).await?;
			("registered", included, format!("{} is a provider", signer.account()))
		},
		Verb::Update { region, endpoint } => {
			let account = signer.account();
			let Some(provider) = context.state().await?.provider(account).await? else {
				fail!(NotFound, "{account} is no provider");
			};
			let profile = Profile {
				region: region.unwrap_or(provider.profile.region),
				endpoint: endpoint.unwrap_or(provider.profile.endpoint),
			};
			let call = client.update_provider(signer, &profile);
			let included = context.wait("updating", call).await?;
			let sentence = format!("in {} at {}", profile.region, profile.endpoint);
			("updated", included, sentence)
		},
		Verb::SetAgent { agent } => {
			let included = context.wait("setting", client.set_agent(signer, agent)).await?;
			("agent_set", included, format!("{agent} acts for {}", signer.account()))
		},
		Verb::SetEncryptionKey { new_key: key } => {
			let call = client.set_encryption_key(signer, key);
			let included = context.wait("setting", call).await?;
			let text = seal::recipient_text(&key);
			let sentence = format!("workloads are sealed to {text} from now on; keep the old one");
			("encryption_key_set", included, sentence)
		},
		Verb::Lock { amount, asset } => {
			let call = client.lock_collateral(signer, asset, amount);
			let included = context.wait("locking", call).await?;
			("locked", included, format!("{} locked", asset.show(amount)))
		},
		Verb::Unlock { amount, asset } => {
			let call = client.unlock_collateral(signer, asset, amount);
			let included = context.wait("unlocking", call).await?;
			let sentence = format!(
				"{} unbonds; `tradewind provider show` says until when",
				asset.show(amount)
			);
			("unlocked", included, sentence)
		},
		Verb::Withdraw { asset } => {
			let call = client.withdraw_unbonded(signer, asset);
			let amount = context.wait("withdrawing", call).await?;
			#[derive(Serialize)]
			struct Withdrawn {
				done: &'static str,
				asset: Asset,
				#[serde(serialize_with = "tradewind_client::json::amount")]
				amount: Balance,
			}
			let value = Withdrawn { done: "withdrawn", asset, amount };
			return out.done(&value, format!("{} came back", asset.show(amount)));
		},
		Verb::Drain => {
			let included = context.wait("draining", client.drain(signer)).await?;
			("draining", included, "no new work from now on".to_owned())
		},
		Verb::Resume => {
			let included = context.wait("resuming", client.resume(signer)).await?;
			("resumed", included, "new work from now on".to_owned())
		},
		Verb::Retire => {
			let ready = context.wait("retiring", client.retire(signer)).await?;
			#[derive(Serialize)]
			struct Retired {
				done: &'static str,
				ready: Timestamp,
			}
			let sentence =
				format!("retired; the collateral may be withdrawn from {} on", time::show(ready));
			return out.done(&Retired { done: "retired", ready }, sentence);
		},
		Verb::List { .. } | Verb::Show { .. } | Verb::Attribute(_) | Verb::Maintenance(_) => {
			return Ok(())
		},
	};
	out.done(&Done::new(done, &included), sentence)
}

async fn list(
	context: &Context,
	out: &mut Output<'_>,
	status: Option<ProviderStatus>,
) -> anyhow::Result<()> {
	let state = context.state().await?;
	let mut listed = Vec::new();
	for provider in context.wait("reading", state.providers()).await? {
		if status.is_none_or(|status| provider.status == status) {
			let uptime = state.statement(provider.account).await?;
			listed.push(Listed { provider, uptime });
		}
	}
	out.list(&listed, &["provider", "region", "status", "up", "availability"], |listed| {
		let uptime = listed.uptime;
		vec![
			listed.provider.account.to_string(),
			listed.provider.profile.region.clone(),
			format!("{:?}", listed.provider.status).to_lowercase(),
			uptime.map_or("-", |uptime| if uptime.up { "yes" } else { "no" }).to_owned(),
			uptime.map_or_else(|| "-".to_owned(), |uptime| uptime.availability.to_string()),
		]
	})
}

async fn show(
	context: &Context,
	out: &mut Output<'_>,
	provider: Option<AccountId>,
) -> anyhow::Result<()> {
	let account = context.account_or_own(provider)?;
	let state = context.state().await?;
	let provider = state
		.provider(account)
		.await?
		.ok_or_else(|| Error::NotFound(format!("provider {account}")))?;
	let uptime = state.statement(account).await?;
	let (reputation, attributes) =
		(state.reputation(account).await?, state.attributes(account).await?);
	let collateral = state.collaterals(account).await?;
	let now = state.now().await?;
	let listed = Listed { provider, uptime };
	let shown = Shown { listed, reputation, attributes, collateral, now };
	out.record(&shown, || fields(&shown))
}

fn fields(shown: &Shown) -> Fields {
	let Shown { listed: Listed { provider, uptime }, reputation, attributes, collateral, now } =
		shown;
	let mut fields = vec![
		("provider", provider.account.to_string()),
		("region", provider.profile.region.clone()),
		("endpoint", provider.profile.endpoint.clone()),
		("status", format!("{:?}", provider.status).to_lowercase()),
		("agent", provider.agent.to_string()),
		("encryption key", seal::recipient_text(&provider.encryption_key)),
	];
	for retired in &provider.retired_keys {
		let key = seal::recipient_text(&retired.key);
		fields.push(("retired key", format!("{key} until {}", time::show(retired.until))));
	}
	if provider.since > Timestamp(0) {
		fields.push(("since", show_since(provider.since, *now)));
	}
	if let Some(uptime) = uptime {
		let up = if uptime.up { "up" } else { "down" };
		let counted = format!("{} of {} s down", uptime.downtime, uptime.counted);
		fields.push(("uptime", format!("{up}; {}, {counted}", uptime.availability)));
		if let Some(since) = uptime.outage {
			fields.push(("outage", format!("since {}", show_since(since, *now))));
		}
		if let Some(window) = uptime.maintenance.filter(|window| window.until > *now) {
			fields.push(("maintenance", show_window(window)));
		}
	}
	if let Some(reputation) = reputation {
		fields.push(("reputation", format!("{reputation}; 50 % when nothing is known")));
	}
	for attribute in attributes {
		let verified = match attribute.verified_until {
			Some(until) => format!("verified until {}", time::show(until)),
			None => "not verified".to_owned(),
		};
		fields.push(("attribute", format!("{}: {} ({verified})", attribute.name, attribute.value)));
	}
	for part in collateral {
		let asset = part.asset;
		let text = format!(
			"{} in all, {} free, {} set aside",
			asset.show(part.total),
			asset.show(part.free()),
			asset.show(part.locked)
		);
		fields.push(("collateral", text));
		for unbonding in &part.unbonding {
			let ready = time::show(unbonding.ready);
			fields.push(("unbonding", format!("{} from {ready}", asset.show(unbonding.amount))));
		}
	}
	fields
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn encryption_keys_are_read_in_both_forms() {
		let key = seal::public_key(&seal::dev_identity("bob").unwrap());
		assert_eq!(parse_key(&seal::recipient_text(&key)), Ok(key));
		assert_eq!(parse_key(&format!("0x{}", hex::encode(key))), Ok(key));
	}

	#[test]
	fn keys_that_hide_nothing_are_refused() {
		for text in ["", "0x00", &format!("0x{}", "00".repeat(32)), "age1xyz"] {
			assert!(parse_key(text).is_err(), "{text}");
		}
	}
}
