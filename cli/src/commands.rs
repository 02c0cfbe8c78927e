//! The commands, one file for each noun: its options, and what it does with them.

pub mod account;
pub mod audit;
pub mod bill;
pub mod completions;
pub mod key;
pub mod lease;
pub mod offer;
pub mod provider;
pub mod run;
pub mod sla;
pub mod task;

use crate::{quantity, time};
use serde::Serialize;
use tradewind_client::{AccountId, Asset, BlockRef, Included, Rate, Timestamp, H256};

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

/// A moment for people, if there is one.
fn show_moment(at: Option<Timestamp>) -> String {
	at.map_or_else(|| "-".to_owned(), time::show)
}

/// Since when, and for how long.
fn show_since(at: Timestamp, now: Timestamp) -> String {
	format!("{} ({} ago)", time::show(at), quantity::show_duration(now.since(at)))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn rates_are_shown_by_the_second_and_by_the_hour() {
		assert_eq!(show_rate(Asset::Native, Rate(1_000_000)), "1 uWIND/s = 3.6 mWIND/h");
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
