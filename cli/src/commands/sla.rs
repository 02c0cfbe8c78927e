//! `tradewind sla`: what was promised, what was kept, what was credited.

use super::{show_since, show_window, task};
use crate::{
	context::Context,
	output::{Fields, Output},
	quantity,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use tradewind_client::{
	json,
	sla::{Statement, Tier},
	tasks::TaskState,
	AccountId, Asset, Balance, Error, Seconds, Share, State, TaskId, Timestamp,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// The service levels
	#[command(after_help = "Example:
  tradewind sla tiers")]
	Tiers,
	/// How a provider has been doing
	#[command(after_help = "Example:
  tradewind sla provider 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty")]
	Provider {
		/// Which provider
		account: AccountId,
	},
	/// The statement of a task: what was promised, what was measured, what was credited
	#[command(after_help = "Example:
  tradewind sla task 7")]
	Task {
		/// Which task
		id: u64,
	},
}

/// How a provider has been doing.
#[derive(Serialize)]
struct OfProvider {
	provider: AccountId,
	#[serde(flatten)]
	statement: Statement,
	#[serde(skip)]
	now: Timestamp,
}

/// What was promised for a task and what was kept.
#[derive(Serialize)]
struct OfTask {
	task: TaskId,
	state: &'static str,
	provider: Option<AccountId>,
	promised: Promise,
	measured: Option<Measured>,
	/// The collateral that covers the lease while it runs.
	#[serde(serialize_with = "json::optional_amount")]
	cover: Option<Balance>,
	#[serde(serialize_with = "json::amount")]
	credited: Balance,
	/// Whether every promise was kept so far.
	kept: bool,
	/// The providers that failed the task before.
	failed: Vec<AccountId>,
	asset: Option<Asset>,
}

#[derive(Serialize)]
struct Promise {
	tier: String,
	availability: Share,
	start_within: Seconds,
	credit: Share,
	fault_credit: Share,
}

#[derive(Clone, Copy, Serialize)]
struct Measured {
	billed: Seconds,
	downtime: Seconds,
	availability: Share,
}

impl Measured {
	fn new(billed: Seconds, downtime: Seconds) -> Self {
		let availability = Share::of(billed, billed.saturating_add(downtime));
		Self { billed, downtime, availability }
	}

	/// Whether that is at least what was promised. Exact: nothing is rounded.
	fn keeps(&self, promised: Share) -> bool {
		let span = u128::from(self.billed).saturating_add(u128::from(self.downtime));
		let needed = span.saturating_mul(u128::from(promised.0));
		u128::from(self.billed).saturating_mul(u128::from(Share::ONE.0)) >= needed
	}
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let state = context.state().await?;
	match opts.verb {
		Verb::Tiers => {
			let tiers = context.wait("reading", state.tiers()).await?;
			let heads =
				["id", "name", "availability", "start within", "credit", "if it fails", "cover"];
			out.list(&tiers, &heads, |tier| {
				vec![
					tier.id.0.to_string(),
					tier.name.clone(),
					tier.availability.to_string(),
					quantity::show_duration(tier.start_within),
					tier.credit.to_string(),
					tier.fault_credit.to_string(),
					tier.collateral.to_string(),
				]
			})
		},
		Verb::Provider { account } => {
			let statement = state.statement(account).await?;
			let statement =
				statement.ok_or_else(|| Error::NotFound(format!("provider {account}")))?;
			let shown = OfProvider { provider: account, statement, now: state.now().await? };
			out.record(&shown, || provider_fields(&shown))
		},
		Verb::Task { id } => {
			let shown = of_task(&state, TaskId(id)).await?;
			out.record(&shown, || task_fields(&shown))
		},
	}
}

async fn of_task(state: &State, id: TaskId) -> anyhow::Result<OfTask> {
	let task = task::find(state, id).await?;
	let tiers = state.tiers().await?;
	let tier = tiers.into_iter().find(|tier| tier.id == task.spec.tier);
	let mut promised = Promise::of(
		tier.ok_or_else(|| Error::NotFound(format!("tier {} any more", task.spec.tier.0)))?,
	);
	let mut shown = OfTask {
		task: id,
		state: task.state.name(),
		provider: None,
		measured: None,
		cover: None,
		credited: 0,
		kept: true,
		failed: task.excluded.clone(),
		asset: None,
		promised: Promise { tier: String::new(), ..promised },
	};
	match &task.state {
		TaskState::Placed { attempt } | TaskState::Running { attempt, .. } => {
			shown.provider = Some(attempt.provider);
			shown.asset = Some(attempt.asset);
			// The lease keeps the terms it was opened with, whatever the tier says by now.
			if let Some(lease) = state.lease(attempt.lease).await? {
				promised.availability = lease.cover.availability;
				promised.credit = lease.cover.credit;
				promised.fault_credit = lease.cover.fault_credit;
				shown.cover = Some(lease.cover.locked);
				if let Some(stream) = state.stream(lease.stream).await? {
					let total = state.stream_total(&stream).await?;
					shown.measured = Some(Measured::new(total.seconds, total.downtime));
				}
			}
		},
		TaskState::Finished { receipt } => {
			shown.provider = Some(receipt.provider);
			shown.asset = Some(receipt.asset);
			shown.measured = Some(Measured::new(receipt.bill.seconds, receipt.bill.downtime));
			shown.credited = receipt.bill.credited;
		},
		TaskState::Cancelled { bill: Some(bill), .. } => {
			shown.measured = Some(Measured::new(bill.seconds, bill.downtime));
			shown.credited = bill.credited;
		},
		TaskState::Queued { .. } | TaskState::Failed { .. } | TaskState::Cancelled { .. } => {},
	}
	let available = shown.measured.is_none_or(|measured| measured.keeps(promised.availability));
	shown.kept = available && shown.failed.is_empty();
	shown.promised = promised;
	Ok(shown)
}

impl Promise {
	fn of(tier: Tier) -> Self {
		let Tier { name, availability, start_within, credit, fault_credit, .. } = tier;
		Self { tier: name, availability, start_within, credit, fault_credit }
	}
}

fn provider_fields(shown: &OfProvider) -> Fields {
	let statement = &shown.statement;
	let mut fields = vec![
		("provider", shown.provider.to_string()),
		("up", if statement.up { "yes" } else { "no" }.to_owned()),
		("availability", statement.availability.to_string()),
		("downtime", format!("{} of {} s", statement.downtime, statement.counted)),
	];
	if statement.enrolled > Timestamp(0) {
		fields.push(("counted since", show_since(statement.enrolled, shown.now)));
	}
	if let Some(since) = statement.outage {
		fields.push(("outage since", show_since(since, shown.now)));
	}
	if let Some(window) = statement.maintenance {
		fields.push(("maintenance", show_window(window)));
		fields.push(("excused", format!("{} s of the downtime", statement.excused)));
	}
	let left = quantity::show_duration(statement.maintenance_left);
	fields.push(("may announce", format!("{left} of maintenance")));
	fields
}

fn task_fields(shown: &OfTask) -> Fields {
	let asset = shown.asset.unwrap_or_default();
	let promised = &shown.promised;
	let mut fields = vec![
		("task", shown.task.0.to_string()),
		("state", shown.state.to_owned()),
		("tier", promised.tier.clone()),
		(
			"promised",
			format!("{} up, start within {} s", promised.availability, promised.start_within),
		),
		(
			"otherwise",
			format!("{} of the bill back, {} if it fails", promised.credit, promised.fault_credit),
		),
	];
	if let Some(provider) = shown.provider {
		fields.push(("provider", provider.to_string()));
	}
	if let Some(measured) = shown.measured {
		let (billed, down) = (measured.billed, measured.downtime);
		fields
			.push(("measured", format!("{} up: {billed} s, {down} s down", measured.availability)));
	}
	for failed in &shown.failed {
		fields.push(("failed before", failed.to_string()));
	}
	if let Some(cover) = shown.cover {
		fields.push(("cover", format!("{} of collateral", asset.show(cover))));
	}
	fields.push(("credited", asset.show(shown.credited)));
	fields.push(("kept", if shown.kept { "yes" } else { "no" }.to_owned()));
	fields
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_promise_is_judged_exactly() {
		let promised = Share(999_000_000);
		assert!(Measured::new(999, 1).keeps(promised));
		assert!(!Measured::new(998, 1).keeps(promised));
		assert!(Measured::new(0, 0).keeps(promised));
		assert!(Measured::new(10, 0).keeps(Share::ONE));
		assert!(!Measured::new(u64::MAX, 1).keeps(Share::ONE));
	}
}
