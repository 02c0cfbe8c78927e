//! The commands, one file for each noun: its options, and what it does with them.

pub mod account;
pub mod auction;
pub mod audit;
pub mod bill;
pub mod completions;
pub mod key;
pub mod lease;
pub mod market;
pub mod offer;
pub mod provider;
pub mod quote;
pub mod run;
pub mod sla;
pub mod stream;
pub mod task;
pub mod voucher;

use crate::{quantity, time};
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount, market::Payee, sla::Maintenance, AccountId, Asset, Balance, BlockRef,
	Included, Rate, Share, Timestamp, H256,
};

/// What a call did, for programs.
#[derive(Serialize)]
struct Done {
	done: &'static str,
	block: BlockRef,
	extrinsic: H256,
}

impl Done {
	fn new(done: &'static str, included: &Included) -> Self {
		Self { done, block: included.block, extrinsic: included.extrinsic }
	}
}

/// A rate for people: per second and per hour.
fn show_rate(asset: Asset, rate: Rate) -> String {
	let hourly = rate.0.saturating_mul(3600);
	format!("{}/s = {}/h", asset.show(rate.0), asset.show(hourly))
}

/// An account for a table: its beginning and its end.
fn short(account: &AccountId) -> String {
	let text = account.to_string();
	let (head, tail) = (text.get(..8), text.len().checked_sub(6).and_then(|at| text.get(at..)));
	match (head, tail) {
		(Some(head), Some(tail)) => format!("{head}…{tail}"),
		_ => text,
	}
}

/// Reads a payee: an address, `=`, a percentage; an address alone gets all of it.
fn parse_payee(text: &str) -> Result<Payee, String> {
	let (account, share) = match text.split_once('=') {
		Some((account, share)) => (account, share.parse()?),
		None => (text, Share::ONE),
	};
	let account = account.parse().map_err(|error| format!("`{account}`: {error}"))?;
	Ok(Payee { account, share })
}

/// An amount that may also be `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limit(Option<Balance>);

/// Reads an amount or `none`.
fn parse_limit(text: &str) -> Result<Limit, String> {
	if text == "none" {
		return Ok(Limit(None));
	}
	parse_amount(text).map(|amount| Limit(Some(amount))).map_err(|error| error.to_string())
}

/// An amount for people, if there is one.
fn show_limit(asset: Asset, amount: Option<Balance>) -> String {
	amount.map_or_else(|| "-".to_owned(), |amount| asset.show(amount))
}

/// A moment for people, if there is one.
fn show_moment(at: Option<Timestamp>) -> String {
	at.map_or_else(|| "-".to_owned(), time::show)
}

/// Since when, and for how long.
fn show_since(at: Timestamp, now: Timestamp) -> String {
	format!("{} ({} ago)", time::show(at), quantity::show_duration(now.since(at)))
}

/// A window of maintenance, for people.
fn show_window(window: Maintenance) -> String {
	let seconds = window.until.since(window.from);
	format!("from {} for {}", time::show(window.from), quantity::show_duration(seconds))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn rates_are_shown_by_the_second_and_by_the_hour() {
		assert_eq!(show_rate(Asset::Native, Rate(1_000_000)), "1 uWIND/s = 3.6 mWIND/h");
	}

	#[test]
	fn payees_are_an_address_and_a_percentage() {
		let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		let payee = parse_payee(&format!("{alice}=12.5%")).unwrap();
		assert_eq!(payee.share, Share(125_000_000));
		assert_eq!(parse_payee(alice).unwrap().share, Share::ONE);
		for text in [format!("{alice}=12"), "x=5%".to_owned(), "x".to_owned()] {
			assert!(parse_payee(&text).is_err(), "{text}");
		}
	}

	#[test]
	fn a_limit_is_an_amount_or_none() {
		assert_eq!(parse_limit("none"), Ok(Limit(None)));
		assert_eq!(parse_limit("3uWIND"), Ok(Limit(Some(3_000_000))));
		assert!(parse_limit("nothing").is_err());
	}

	#[test]
	fn accounts_are_shortened_in_tables() {
		let account = AccountId([7; 32]);
		let text = account.to_string();
		let short = short(&account);
		assert!(text.starts_with(short.split('…').next().unwrap()));
		assert!(text.ends_with(short.split('…').nth(1).unwrap()));
	}
}
