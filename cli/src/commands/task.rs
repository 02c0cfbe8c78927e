//! `tradewind task`: see, cancel and drop tasks; fetch their results again.

use super::{
	run::{self, report},
	short, show_rate, Done,
};
use crate::{
	context::Context,
	exit::{fail, Exit, OrExit},
	order::show_filters,
	output::{Fields, Output},
	quantity, time,
};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use std::path::PathBuf;
use tradewind_client::{
	json,
	tasks::{Task, TaskState},
	AccountId, Asset, Balance, Error, State, TaskId,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Submit a workload and say its number: `run --no-wait`
	#[command(after_help = "Examples:
  tradewind task submit job.wasm --max-seconds 1h
  tradewind task submit job.wasm --max-seconds 30d --pay-as-you-go")]
	Submit(Box<run::Opts>),
	/// Your tasks, or everybody's
	#[command(after_help = "Examples:
  tradewind task list
  tradewind task list --all --state running")]
	List {
		/// Everybody's
		#[arg(long, conflicts_with_all = ["owner", "provider"])]
		all: bool,
		/// Somebody else's
		#[arg(long, value_name = "ADDRESS")]
		owner: Option<AccountId>,
		/// What a provider has at this moment
		#[arg(long, value_name = "ADDRESS", conflicts_with = "owner")]
		provider: Option<AccountId>,
		/// Only those that stand so
		#[arg(long, value_enum)]
		state: Option<StateArg>,
	},
	/// One task
	#[command(after_help = "Example:
  tradewind task show 7")]
	Show {
		/// Which task
		id: u64,
	},
	/// End a task; what ran so far is paid for
	#[command(after_help = "Example:
  tradewind task cancel 7")]
	Cancel {
		/// Which task
		id: u64,
	},
	/// Wait for the end if need be, then fetch, check and open the result
	#[command(after_help = "Examples:
  tradewind task result 7 --output out
  tradewind task result 7 --sealed result.age")]
	Result {
		/// Which task
		id: u64,
		/// Where to put the files
		#[arg(long, short, value_name = "FOLDER")]
		output: Option<PathBuf>,
		/// Keep the sealed result in a file as it is; the `age` tool opens it
		#[arg(long, value_name = "FILE", conflicts_with = "output")]
		sealed: Option<PathBuf>,
		/// Do not wait for a task that has not ended
		#[arg(long)]
		no_wait: bool,
	},
	/// Remove the record of a task that ended and get its deposit back
	#[command(after_help = "Example:
  tradewind task drop 7")]
	Drop {
		/// Which task
		id: u64,
	},
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum StateArg {
	Queued,
	Placed,
	Running,
	Finished,
	Failed,
	Cancelled,
}

impl StateArg {
	fn name(self) -> &'static str {
		match self {
			Self::Queued => "queued",
			Self::Placed => "placed",
			Self::Running => "running",
			Self::Finished => "finished",
			Self::Failed => "failed",
			Self::Cancelled => "cancelled",
		}
	}
}

/// Does it. The number is with what the program exits.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<u8> {
	match opts.verb {
		Verb::Submit(opts) => return run::run(opts.without_waiting(), context, out).await,
		Verb::Result { id, output, sealed, no_wait } => {
			return result(TaskId(id), output, sealed, no_wait, context, out).await
		},
		Verb::List { all, owner, provider, state } => {
			let of =
				if all || provider.is_some() { None } else { Some(context.account_or_own(owner)?) };
			let chain = context.state().await?;
			let mut tasks = match provider {
				Some(provider) => context.wait("reading", chain.assigned_tasks(provider)).await?,
				None => context.wait("reading", chain.tasks(of)).await?,
			};
			tasks.retain(|task| state.is_none_or(|state| task.state.name() == state.name()));
			let heads = ["id", "state", "owner", "provider", "submitted", "outcome"];
			out.list(&tasks, &heads, |task| {
				vec![
					task.id.0.to_string(),
					task.state.name().to_owned(),
					short(&task.owner),
					provider_of(task).map_or_else(|| "-".to_owned(), |account| short(&account)),
					time::show(task.submitted),
					outcome(task),
				]
			})?;
		},
		Verb::Show { id } => {
			let task = find(&context.state().await?, TaskId(id)).await?;
			out.record(&task, || fields(&task))?;
		},
		Verb::Cancel { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.cancel_task(signer, TaskId(id));
			let included = context.wait("cancelling", call).await?;
			out.done(&Done::new("cancelled", &included), format!("task {id} is cancelled"))?;
		},
		Verb::Drop { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let deposit = context.wait("dropping", client.drop_task(signer, TaskId(id))).await?;
			#[derive(Serialize)]
			struct Dropped {
				task: u64,
				#[serde(serialize_with = "json::amount")]
				deposit: Balance,
			}
			let sentence = format!("task {id} dropped; {} came back", Asset::Native.show(deposit));
			out.done(&Dropped { task: id, deposit }, sentence)?;
		},
	}
	Ok(0)
}

/// A task that must be on record.
pub async fn find(state: &State, id: TaskId) -> anyhow::Result<Task> {
	let task = state.task(id).await?;
	Ok(task.ok_or_else(|| Error::NotFound(format!("task {}", id.0)))?)
}

async fn result(
	id: TaskId,
	output: Option<PathBuf>,
	sealed: Option<PathBuf>,
	no_wait: bool,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<u8> {
	let mut task = find(&context.state().await?, id).await?;
	if !task.state.is_over() {
		if no_wait {
			fail!(NotDone, "task {} is {}", id.0, task.state.name());
		}
		let client = context.client().await?;
		let watch = client.watch_task(id, task.payload.hash, |_| ());
		task = context.wait(&format!("waiting for task {}", id.0), watch).await?;
	}
	if let (Some(path), Some(receipt)) = (sealed, task.state.receipt()) {
		let bytes = report::fetch_sealed(id, receipt, context).await?;
		std::fs::write(&path, bytes).or_exit(Exit::Output, path.display())?;
		let sentence = format!("the sealed result is in {}", path.display());
		out.done(&report::Summary::of(&task), sentence)?;
		return Ok(0);
	}
	report::finish(&task, output.as_deref(), context, out).await
}

fn provider_of(task: &Task) -> Option<AccountId> {
	let running = task.state.attempt().map(|attempt| attempt.provider);
	running.or_else(|| task.state.receipt().map(|receipt| receipt.provider))
}

fn outcome(task: &Task) -> String {
	match &task.state {
		TaskState::Finished { receipt } => match receipt.report.outcome {
			tradewind_client::bundle::Outcome::Exited(code) => format!("exit {code}"),
			other => other.name().replace('_', " "),
		},
		TaskState::Failed { reason, .. } => reason.to_string(),
		_ => "-".to_owned(),
	}
}

fn fields(task: &Task) -> Fields {
	let spec = &task.spec;
	let mut fields = vec![
		("task", task.id.0.to_string()),
		("state", task.state.name().to_owned()),
		("owner", task.owner.to_string()),
		("account", spec.tab.0.to_string()),
		("needs", quantity::show_resources(&spec.needs)),
		("class, tier", format!("{}, {}", spec.class.0, spec.tier.0)),
		("may cost", format!("{} planck/s for {} s", spec.max_rate.0, spec.max_seconds)),
		("paid", if spec.prepaid { "in advance" } else { "as it runs" }.to_owned()),
		("candidates", spec.candidates.len().to_string()),
		("attempts", format!("{} of {}", task.attempts, spec.max_attempts)),
		("submitted", time::show(task.submitted)),
		("payload", format!("{:?}, {} bytes", task.payload.hash, task.payload.size)),
	];
	if let Some(uri) = &task.payload.uri {
		fields.push(("lies at", uri.clone()));
	}
	if spec.spot {
		fields.push(("runs on", "spot capacity, which may be taken back".to_owned()));
	}
	if let Some(filters) = show_filters(&spec.filters) {
		fields.push(("only", filters));
	}
	for failed in &task.excluded {
		fields.push(("failed at", failed.to_string()));
	}
	match &task.state {
		TaskState::Queued { until } => fields.push(("waits until", time::show(*until))),
		TaskState::Placed { attempt } => {
			fields.push(("provider", attempt.provider.to_string()));
			fields.push(("lease", attempt.lease.0.to_string()));
			fields.push(("rate", show_rate(attempt.asset, attempt.rate)));
			if let Some(from) = attempt.usable_from {
				fields.push(("usable from", time::show(from)));
			}
			fields.push(("starts by", time::show(attempt.start_by)));
		},
		TaskState::Running { attempt, started, report_by } => {
			fields.push(("provider", attempt.provider.to_string()));
			fields.push(("lease", attempt.lease.0.to_string()));
			fields.push(("rate", show_rate(attempt.asset, attempt.rate)));
			fields.push(("started", time::show(*started)));
			fields.push(("reports by", time::show(*report_by)));
		},
		TaskState::Finished { receipt } => {
			fields.push(("provider", receipt.provider.to_string()));
			fields.push(("outcome", outcome(task)));
			fields.push(("started", time::show(receipt.started)));
			fields.push(("ended", time::show(receipt.ended)));
			fields.push(("billed", format!("{} s", receipt.bill.seconds)));
			fields.push(("amount", receipt.asset.show(receipt.bill.amount)));
			fields.push(("credited", receipt.asset.show(receipt.bill.credited)));
			let report = &receipt.report;
			let sealed = format!("sha256 {:?}, {} bytes", report.result, report.result_size);
			fields.push(("sealed result", sealed));
			fields.push(("plain result", format!("sha256 {:?}", report.output)));
		},
		TaskState::Failed { reason, ended } => {
			fields.push(("reason", reason.to_string()));
			fields.push(("ended", time::show(*ended)));
		},
		TaskState::Cancelled { bill, ended } => {
			if let Some(bill) = bill {
				let paid = format!("{} planck for {} s", bill.amount, bill.seconds);
				fields.push(("paid", paid));
			}
			fields.push(("ended", time::show(*ended)));
		},
	}
	fields
}
