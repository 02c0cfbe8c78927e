//! `tradewind provider attribute`: what providers say of themselves, and who vouches for it.

use crate::{
	commands::{show_moment, Done},
	context::Context,
	output::Output,
	quantity::parse_duration,
	time,
};
use clap::Subcommand;
use serde::Serialize;
use tradewind_client::{AccountId, Seconds, Timestamp};

#[derive(Subcommand, Debug)]
pub enum Verb {
	/// Say something of yourself; whoever vouched for another value vouches for it no more
	#[command(after_help = "Example:
  tradewind provider attribute set certificate.iso27001 2026")]
	Set {
		/// Of what it speaks: lower-case letters, digits, dots and hyphens
		name: String,
		/// What it says
		value: String,
	},
	/// Say it no more; its deposit comes back
	#[command(after_help = "Example:
  tradewind provider attribute remove certificate.iso27001")]
	Remove {
		/// Which attribute
		name: String,
	},
	/// What a provider says of itself, and until when somebody vouches for it
	#[command(after_help = "Example:
  tradewind provider attribute list 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty")]
	List {
		/// Which provider; you when it is left out
		provider: Option<AccountId>,
	},
	/// Vouch for an attribute as an auditor
	#[command(after_help = "Example:
  tradewind provider attribute attest 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty \
certificate.iso27001 2026 --for 365d")]
	Attest {
		/// Which provider
		provider: AccountId,
		/// Which attribute
		name: String,
		/// The value that you have seen to be true
		value: String,
		/// For how long
		#[arg(long = "for", value_name = "TIME", value_parser = parse_duration)]
		lifetime: Seconds,
	},
	/// Vouch for an attribute no more
	#[command(after_help = "Example:
  tradewind provider attribute withdraw 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty \
certificate.iso27001")]
	Withdraw {
		/// Which provider
		provider: AccountId,
		/// Which attribute
		name: String,
	},
	/// Who may vouch for attributes
	#[command(after_help = "Example:
  tradewind provider attribute auditors")]
	Auditors,
}

/// Does it.
pub async fn run(verb: Verb, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match verb {
		Verb::Set { name, value } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.set_attribute(signer, &name, &value);
			let included = context.wait("setting the attribute", call).await?;
			out.done(&Done::new("attribute_set", &included), format!("{name} is {value}"))
		},
		Verb::Remove { name } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.remove_attribute(signer, &name);
			let included = context.wait("removing the attribute", call).await?;
			out.done(&Done::new("attribute_removed", &included), format!("{name} is gone"))
		},
		Verb::List { provider } => {
			let provider = context.account_or_own(provider)?;
			let state = context.state().await?;
			let attributes = context.wait("reading", state.attributes(provider)).await?;
			out.list(&attributes, &["name", "value", "verified until"], |attribute| {
				vec![
					attribute.name.clone(),
					attribute.value.clone(),
					show_moment(attribute.verified_until),
				]
			})
		},
		Verb::Attest { provider, name, value, lifetime } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.attest_attribute(signer, provider, &name, &value, lifetime);
			let until = context.wait("attesting", call).await?;
			#[derive(Serialize)]
			struct Attested {
				done: &'static str,
				until: Timestamp,
			}
			let sentence = format!("{name} is {value}, attested until {}", time::show(until));
			out.done(&Attested { done: "attested", until }, sentence)
		},
		Verb::Withdraw { provider, name } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.withdraw_attestation(signer, provider, &name);
			let included = context.wait("withdrawing", call).await?;
			let sentence = format!("you do not vouch for {name} any more");
			out.done(&Done::new("attestation_withdrawn", &included), sentence)
		},
		Verb::Auditors => {
			let state = context.state().await?;
			let auditors = context.wait("reading", state.auditors()).await?;
			out.list(&auditors, &["auditor"], |auditor| vec![auditor.to_string()])
		},
	}
}
