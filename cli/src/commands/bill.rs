//! `tradewind bill`: what something has cost, to the second.

mod csv;
mod statement;

use super::{account, lease, show_rate, task};
use crate::{
	context::Context,
	exit::fail,
	output::{Fields, Output},
};
use clap::{Args, Subcommand};
use serde::Serialize;
use tradewind_client::{
	billing::{Stream, StreamState, StreamTotal, Tab},
	json,
	market::{Lease, Payee},
	tasks::{Receipt, Task, TaskState},
	AccountId, Asset, Balance, LeaseId, Rate, Seconds, State, StreamId, TaskId,
};

/// The options.
#[derive(Args, Debug)]
#[command(after_help = "\
`bill task`, `bill lease` and `bill account` say what something has come to, out of what the chain
says at this moment. With --account, --task, --lease or --payee (or several of them) it is the
statement of a period: a line for each payee of each thing that was paid for, with rate, seconds,
deducted downtime, credits, amount and fee. It is read from the events of the final blocks of the
period, and for an account it is checked to the last unit against its funds before and after. The
node has to keep the state of these blocks: run it with `--state-pruning archive` for more than the
last few minutes.

Examples:
  tradewind bill --account 3
  tradewind bill --account 3 --from 2026-11-01 --to 2026-12-01 --csv > november.csv
  tradewind bill --task 7 --json
  tradewind bill --lease 12
  tradewind bill --payee 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty --from 2026-11-20T12:00")]
pub struct Opts {
	#[command(subcommand)]
	verb: Option<Verb>,
	#[command(flatten)]
	statement: statement::StatementArgs,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// The bill of a task
	#[command(after_help = "Example:
  tradewind bill task 7")]
	Task {
		/// Which task
		id: u64,
	},
	/// What an open lease has come to
	#[command(after_help = "Example:
  tradewind bill lease 12")]
	Lease {
		/// Which lease
		id: u64,
	},
	/// What an account has, what flows from it, and for how long that lasts
	#[command(after_help = "Example:
  tradewind bill account 3")]
	Account {
		/// Which account
		id: u64,
	},
}

/// One bill.
#[derive(Serialize)]
struct Bill {
	#[serde(skip_serializing_if = "Option::is_none")]
	task: Option<TaskId>,
	#[serde(skip_serializing_if = "Option::is_none")]
	lease: Option<LeaseId>,
	/// Whether nothing more will be billed.
	closed: bool,
	/// `None` when the record does not say any more.
	provider: Option<AccountId>,
	payees: Vec<Payee>,
	asset: Asset,
	#[serde(serialize_with = "json::rate")]
	rate: Rate,
	seconds: Seconds,
	downtime: Seconds,
	/// What the seconds cost.
	#[serde(serialize_with = "json::amount")]
	amount: Balance,
	/// What was paid besides, for a term that was not kept.
	#[serde(serialize_with = "json::amount")]
	forfeit: Balance,
	#[serde(serialize_with = "json::amount")]
	credited: Balance,
	/// What earlier attempts cost that failed, after credits.
	#[serde(serialize_with = "json::amount")]
	earlier_attempts: Balance,
	/// Whether `amount` is exactly `rate x seconds`.
	exact: bool,
	/// Whether it is not because part of it was billed at another rate; what is not settled yet is
	/// exact then.
	rate_changed: bool,
}

/// What an account has and what flows from it.
#[derive(Serialize)]
struct AccountBill {
	#[serde(flatten)]
	tab: Tab,
	leases: Vec<LeaseLine>,
	/// The streams that pay for no lease.
	open_streams: Vec<StreamLine>,
	/// What flows per second at this moment.
	#[serde(serialize_with = "json::amount")]
	flowing: Balance,
	/// What has flowed but is not settled yet.
	#[serde(serialize_with = "json::amount")]
	unsettled: Balance,
}

#[derive(Serialize)]
struct StreamLine {
	stream: StreamId,
	state: &'static str,
	#[serde(serialize_with = "json::rate")]
	rate: Rate,
	#[serde(flatten)]
	total: StreamTotal,
}

#[derive(Serialize)]
struct LeaseLine {
	lease: LeaseId,
	stream: StreamId,
	provider: AccountId,
	#[serde(serialize_with = "json::rate")]
	rate: Rate,
	#[serde(flatten)]
	total: StreamTotal,
}

/// Whether an amount is exactly what its seconds cost.
fn is_exact(rate: Rate, seconds: Seconds, amount: Balance) -> bool {
	rate.amount(seconds) == Some(amount)
}

/// Whether what has come since a settlement is exactly what its seconds cost. A lease whose rate was
/// changed is settled at that moment.
fn is_exact_since(rate: Rate, settled: StreamTotal, total: StreamTotal) -> bool {
	let seconds = total.seconds.checked_sub(settled.seconds);
	let amount = total.amount.checked_sub(settled.amount);
	seconds.zip(amount).is_some_and(|(seconds, amount)| is_exact(rate, seconds, amount))
}

/// The rate at which an amount accrued, for records that keep the amount only.
fn average(amount: Balance, seconds: Seconds) -> Rate {
	Rate(amount.checked_div(Balance::from(seconds)).unwrap_or_default())
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let Some(verb) = opts.verb else {
		return statement::run(opts.statement, context, out).await;
	};
	if opts.statement.is_given() {
		fail!(Usage, "a statement is asked for without a verb, as in `tradewind bill --task 7`");
	}
	let state = context.state().await?;
	match verb {
		Verb::Task { id } => {
			let task = task::find(&state, TaskId(id)).await?;
			let bill = of_task(&state, &task).await?;
			show(bill, out)
		},
		Verb::Lease { id } => {
			let lease = lease::find(&state, id).await?;
			let bill = of_lease(&state, &lease).await?;
			show(bill, out)
		},
		Verb::Account { id } => {
			let bill = of_account(context, &state, id).await?;
			out.record(&bill, || account_fields(&bill))
		},
	}
}

fn show(bill: Bill, out: &mut Output<'_>) -> anyhow::Result<()> {
	out.record(&bill, || fields(&bill))?;
	if !bill.exact && !bill.rate_changed {
		fail!(Data, "the amount is not the rate times the seconds");
	}
	Ok(())
}

async fn of_task(state: &State, task: &Task) -> anyhow::Result<Bill> {
	match &task.state {
		TaskState::Finished { receipt } => Ok(Bill {
			task: Some(task.id),
			lease: None,
			closed: true,
			provider: Some(receipt.provider),
			payees: payees(state, task, receipt).await?,
			asset: receipt.asset,
			rate: receipt.rate,
			seconds: receipt.bill.seconds,
			downtime: receipt.bill.downtime,
			amount: receipt.bill.amount,
			forfeit: receipt.bill.forfeit,
			credited: receipt.bill.credited,
			earlier_attempts: task.spent,
			exact: is_exact(receipt.rate, receipt.bill.seconds, receipt.bill.amount),
			rate_changed: false,
		}),
		TaskState::Placed { attempt } | TaskState::Running { attempt, .. } => {
			let lease = lease::find(state, attempt.lease.0).await?;
			let bill = of_lease(state, &lease).await?;
			Ok(Bill { task: Some(task.id), earlier_attempts: task.spent, ..bill })
		},
		TaskState::Cancelled { bill: Some(bill), .. } => {
			let tab = state.tab(task.spec.tab).await?;
			let rate = average(bill.amount, bill.seconds);
			Ok(Bill {
				task: Some(task.id),
				lease: None,
				closed: true,
				provider: None,
				payees: Vec::new(),
				asset: tab.map_or(Asset::Native, |tab| tab.asset),
				rate,
				seconds: bill.seconds,
				downtime: bill.downtime,
				amount: bill.amount,
				forfeit: bill.forfeit,
				credited: bill.credited,
				earlier_attempts: task.spent,
				exact: is_exact(rate, bill.seconds, bill.amount),
				rate_changed: false,
			})
		},
		other => fail!(NotFound, "task {} is {}; there is no bill", task.id.0, other.name()),
	}
}

/// Who was paid for a task that finished. Its record does not say; where the provider has only one
/// such offer, it is the payees of that one.
async fn payees(state: &State, task: &Task, receipt: &Receipt) -> anyhow::Result<Vec<Payee>> {
	let mut offers = state.offers().await?.into_iter().filter(|offer| {
		offer.provider == receipt.provider
			&& offer.class == task.spec.class
			&& offer.tier == task.spec.tier
			&& offer.asset == receipt.asset
	});
	match (offers.next(), offers.next()) {
		(Some(only), None) => Ok(only.payees),
		_ => Ok(Vec::new()),
	}
}

async fn of_lease(state: &State, lease: &Lease) -> anyhow::Result<Bill> {
	let (payees, settled, total) = match state.stream(lease.stream).await? {
		Some(stream) => {
			let total = state.stream_total(&stream).await?;
			let settled = stream.settled();
			(stream.payees, settled, total)
		},
		None => (Vec::new(), StreamTotal::default(), StreamTotal::default()),
	};
	let exact = is_exact(lease.rate, total.seconds, total.amount);
	Ok(Bill {
		task: None,
		lease: Some(lease.id),
		closed: false,
		provider: Some(lease.provider),
		payees,
		asset: lease.asset,
		rate: lease.rate,
		seconds: total.seconds,
		downtime: total.downtime,
		amount: total.amount,
		forfeit: total.forfeit,
		credited: 0,
		earlier_attempts: 0,
		exact,
		rate_changed: !exact && lease.task.is_none() && is_exact_since(lease.rate, settled, total),
	})
}

async fn of_account(context: &Context, state: &State, id: u64) -> anyhow::Result<AccountBill> {
	let tab = account::find(context, id).await?;
	let (mut leases, mut open_streams) = (Vec::new(), Vec::new());
	let (mut flowing, mut unsettled) = (0u128, 0u128);
	for stream in state.streams(Some(tab.id)).await? {
		let total = state.stream_total(&stream).await?;
		let flows = state.stream_state(stream.id).await?.unwrap_or(stream.state);
		if flows == StreamState::Flowing {
			flowing = flowing.saturating_add(stream.rate.0);
		}
		unsettled = unsettled.saturating_add(total.amount.saturating_sub(stream.amount));
		let Stream { id: stream, rate, reference, .. } = stream;
		let lease = match reference {
			Some(lease) => state.lease(LeaseId(lease)).await?,
			None => None,
		};
		match lease {
			Some(Lease { id: lease, provider, .. }) => {
				leases.push(LeaseLine { lease, stream, provider, rate, total });
			},
			None => open_streams.push(StreamLine { stream, state: flows.name(), rate, total }),
		}
	}
	Ok(AccountBill { tab, leases, open_streams, flowing, unsettled })
}

fn fields(bill: &Bill) -> Fields {
	let asset = bill.asset;
	let mut fields = Vec::new();
	if let Some(task) = bill.task {
		fields.push(("task", task.0.to_string()));
	}
	if let Some(lease) = bill.lease {
		fields.push(("lease", format!("{} (open)", lease.0)));
	}
	if let Some(provider) = bill.provider {
		fields.push(("provider", provider.to_string()));
	}
	fields.push(("rate", show_rate(asset, bill.rate)));
	fields.push(("billed", format!("{} s", bill.seconds)));
	fields.push(("downtime", format!("{} s deducted", bill.downtime)));
	let sum = format!("{} x {} s", asset.show(bill.rate.0), bill.seconds);
	let verdict = match (bill.exact, bill.rate_changed) {
		(true, _) => format!("exactly {sum}"),
		(false, true) => "at the rates of their time".to_owned(),
		(false, false) => format!("NOT {sum}"),
	};
	fields.push(("amount", format!("{}, {verdict}", asset.show(bill.amount))));
	if bill.forfeit > 0 {
		fields.push(("forfeit", asset.show(bill.forfeit)));
	}
	fields.push(("credited", asset.show(bill.credited)));
	if bill.earlier_attempts > 0 {
		fields.push(("earlier attempts", asset.show(bill.earlier_attempts)));
	}
	for payee in &bill.payees {
		fields.push(("payee", format!("{} gets {}", payee.account, payee.share)));
	}
	fields
}

fn account_fields(bill: &AccountBill) -> Fields {
	let asset = bill.tab.asset;
	let so_far = |rate: Rate, total: &StreamTotal| {
		format!(
			"{}/s, {} for {} s so far ({} s of downtime deducted)",
			asset.show(rate.0),
			asset.show(total.amount),
			total.seconds,
			total.downtime
		)
	};
	let mut fields = account::fields(&bill.tab);
	for line in &bill.leases {
		let text = format!("{}: {}", line.lease.0, so_far(line.rate, &line.total));
		fields.push(("lease", text));
	}
	for line in &bill.open_streams {
		let text = so_far(line.rate, &line.total);
		fields.push(("stream", format!("{} ({}): {text}", line.stream.0, line.state)));
	}
	fields.push(("flowing", show_rate(asset, Rate(bill.flowing))));
	fields.push(("unsettled", asset.show(bill.unsettled)));
	fields
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_bill_is_exact_to_the_unit() {
		assert!(is_exact(Rate(7), 6, 42));
		assert!(!is_exact(Rate(7), 6, 41));
		assert!(!is_exact(Rate(u128::MAX), 2, u128::MAX));
		assert_eq!(average(42, 6), Rate(7));
		assert_eq!(average(0, 0), Rate(0));
	}

	fn bill(amount: Balance) -> Bill {
		Bill {
			task: Some(TaskId(7)),
			lease: None,
			closed: true,
			provider: Some(AccountId([1; 32])),
			payees: Vec::new(),
			asset: Asset::Native,
			rate: Rate(1_000_000),
			seconds: 42,
			downtime: 3,
			amount,
			forfeit: 0,
			credited: 0,
			earlier_attempts: 0,
			exact: is_exact(Rate(1_000_000), 42, amount),
			rate_changed: false,
		}
	}

	fn shown(json: bool, bill: Bill) -> (anyhow::Result<()>, String) {
		let mut bytes = Vec::new();
		let result = show(bill, &mut Output::new(json, &mut bytes));
		(result, String::from_utf8(bytes).unwrap())
	}

	#[test]
	fn a_bill_says_how_it_was_reckoned() {
		let (result, text) = shown(false, bill(42_000_000));
		result.unwrap();
		assert!(text.contains("42 uWIND, exactly 1 uWIND x 42 s"), "{text}");
		let (_, json) = shown(true, bill(42_000_000));
		let json: serde_json::Value = serde_json::from_str(&json).unwrap();
		assert_eq!(json["amount"], "42000000");
		assert_eq!(json["rate"], "1000000");
		assert_eq!(json["exact"], true);
	}

	#[test]
	fn a_bill_that_does_not_add_up_is_a_failure() {
		let (result, text) = shown(false, bill(42_000_001));
		assert!(result.is_err() && text.contains("NOT"), "{text}");
	}

	#[test]
	fn a_lease_whose_rate_was_changed_is_exact_since_then() {
		let total = |seconds, amount| StreamTotal { seconds, amount, ..Default::default() };
		let settled = total(10, 70);
		assert!(is_exact_since(Rate(9), settled, total(12, 88)));
		assert!(!is_exact_since(Rate(9), settled, total(12, 89)));
		assert!(!is_exact_since(Rate(9), settled, total(9, 70)));
		let (result, text) = shown(false, Bill { rate_changed: true, ..bill(41_000_000) });
		result.unwrap();
		assert!(text.contains("41 uWIND, at the rates of their time"), "{text}");
	}
}
