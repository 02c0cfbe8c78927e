//! `tradewind run`: a workload, from the command line to its result.

mod place;
mod replicas;
pub mod report;
mod workload;

use super::short;
use crate::{
	context::Context,
	exit::{fail, Exit, OrExit},
	order::FilterArgs,
	output::Output,
	quantity::{parse_duration, ResourceArgs},
};
use clap::Args;
use place::Plan;
use report::Summary;
use std::{path::PathBuf, time::Duration};
use tradewind_client::{
	asset::parse_amount,
	seal,
	tasks::{NewPayload, Submitted, Task, TaskSpec, MAX_ATTEMPTS, MAX_INLINE},
	AccountId, Balance, Seconds, H256,
};

/// The options.
#[derive(Args, Debug)]
#[command(after_help = "\
The module and its input are encrypted on this machine, to the providers that could run them and to
you; the result comes back encrypted to you. What the workload writes to its standard output is
printed, the files it writes go to --output, and the program exits as the workload did.

Without --no-wait it waits for the end. Nothing is billed before a provider starts, and never more
than the rate times the seconds it ran.

Examples:
  tradewind run hello.wasm
  tradewind run convert.wasm --input photo.png --arg=--width --arg=64 --file logo.png --output out
  tradewind run job.wasm --cpu 2 --memory 1GiB --max-seconds 1h --max-rate 5mWIND --json
  tradewind run job.wasm --replicas 3
  tradewind run batch.wasm --spot --region eu-north --region eu-west --max-attempts 8
  tradewind run long.wasm --max-seconds 30d --pay-as-you-go --no-wait
  tradewind run big.wasm --payload-out big.age --payload-uri https://files.example/big.age")]
pub struct Opts {
	/// The WASI command module, in WebAssembly's binary format
	module: PathBuf,
	/// What it reads from its standard input; `-` for what this program reads from its own
	#[arg(long, short, value_name = "FILE")]
	input: Option<PathBuf>,
	/// An argument; may be given several times
	#[arg(long = "arg", short, value_name = "ARG", allow_hyphen_values = true)]
	args: Vec<String>,
	/// A variable of its environment; may be given several times
	#[arg(long = "env", short, value_name = "NAME=VALUE", value_parser = workload::parse_variable)]
	env: Vec<(String, String)>,
	/// A file that lies in its folder when it starts; may be given several times
	#[arg(long = "file", short, value_name = "FILE[=NAME]", value_parser = workload::parse_file)]
	files: Vec<workload::File>,
	/// Where to put the files it writes
	#[arg(long, short, value_name = "FOLDER")]
	output: Option<PathBuf>,

	#[command(flatten)]
	needs: ResourceArgs,
	/// What kind of hardware
	#[arg(long, default_value = "cpu.general")]
	class: String,
	/// With what service level: its name or its number
	#[arg(long, default_value = "standard")]
	tier: String,
	/// Only this provider; may be given several times
	#[arg(long = "provider", value_name = "ADDRESS")]
	providers: Vec<AccountId>,
	#[command(flatten)]
	filters: FilterArgs,
	/// On cheaper capacity that may be taken back: it is then moved, which uses up an attempt
	#[arg(long)]
	spot: bool,
	/// How many independent runs; their results are compared
	#[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=16))]
	replicas: u8,

	/// Which prepaid account pays; your first one in the native asset when left out
	#[arg(long, value_name = "ID")]
	account: Option<u64>,
	/// The most it may cost per second; the dearest of the candidates when left out
	#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
	max_rate: Option<Balance>,
	/// How long it may run; rate times seconds is reserved until it ends
	#[arg(long, default_value = "10m", value_name = "TIME", value_parser = parse_duration)]
	max_seconds: Seconds,
	/// Reserve nothing: pay as it runs. When the account is empty it pauses until there is money
	#[arg(long)]
	pay_as_you_go: bool,
	/// How many attempts there may be, when a provider fails or its room is taken back
	#[arg(long, default_value_t = 3, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=i64::from(MAX_ATTEMPTS)))]
	max_attempts: u8,
	/// How long it may wait for a provider that has room; 0 for now or never
	#[arg(long, default_value = "2m", value_name = "TIME", value_parser = parse_duration)]
	place_within: Seconds,

	/// Wait for the end; this is what happens anyway unless there is a --no-wait
	#[arg(long, conflicts_with = "no_wait")]
	wait: bool,
	/// Submit it and say its number; fetch the result later with `tradewind task result`
	#[arg(long)]
	no_wait: bool,
	/// Stop waiting after this time; the task goes on
	#[arg(long, value_name = "TIME", value_parser = parse_duration, conflicts_with = "no_wait")]
	timeout: Option<Seconds>,

	/// Write the encrypted payload to a file instead of into a block: for more than 512 KiB
	#[arg(long, value_name = "FILE", requires = "payload_uri", conflicts_with = "replicas")]
	payload_out: Option<PathBuf>,
	/// Where providers will find that file
	#[arg(long, value_name = "URI", requires = "payload_out")]
	payload_uri: Option<String>,
}

impl Opts {
	/// The same, but without waiting.
	pub fn without_waiting(self) -> Self {
		Self { no_wait: true, wait: false, ..self }
	}
}

/// Does it. The number is with what the program exits.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<u8> {
	let packed = workload::pack(&opts)?;
	let keys = context.keys()?;
	context.client().await?;
	let plan = place::plan(&opts, context).await?;
	let mut submitted = Vec::new();
	for group in &plan.groups {
		let payload = seal_for(&opts, &packed, group.keys(keys))?;
		submitted.push(submit(&plan, group, payload, context).await?);
	}
	if opts.no_wait {
		return announce(&submitted, context, out).await;
	}
	let watched = watch(&submitted, &opts, context).await?;
	match watched.as_slice() {
		[task] => report::finish(task, opts.output.as_deref(), context, out).await,
		tasks => replicas::conclude(tasks, &opts, context, out).await,
	}
}

/// Seals the workload, and checks that it fits into a block unless it goes elsewhere.
fn seal_for(opts: &Opts, packed: &[u8], keys: Vec<seal::PublicKey>) -> anyhow::Result<NewPayload> {
	let sealed = seal::seal(packed, &keys).or_exit(Exit::Data, "the workload cannot be sealed")?;
	if let (Some(path), Some(uri)) = (&opts.payload_out, &opts.payload_uri) {
		std::fs::write(path, &sealed).or_exit(Exit::Output, path.display())?;
		let hash = H256(seal::payload_hash(&sealed));
		return Ok(NewPayload::Remote { hash, size: sealed.len() as u64, uri: uri.clone() });
	}
	if sealed.len() > MAX_INLINE {
		fail!(
			Data,
			"the sealed workload has {} KiB, and a block takes {} KiB of one: put it where \
			 providers can fetch it, and say --payload-out FILE --payload-uri URI",
			sealed.len().div_ceil(1024),
			MAX_INLINE / 1024
		);
	}
	Ok(NewPayload::Inline(sealed))
}

async fn submit(
	plan: &Plan,
	group: &place::Group,
	payload: NewPayload,
	context: &Context,
) -> anyhow::Result<Submitted> {
	let keys = context.keys()?;
	let spec = TaskSpec {
		tab: plan.tab,
		class: plan.class,
		tier: plan.tier,
		needs: plan.needs,
		max_rate: group.max_rate,
		max_seconds: plan.max_seconds,
		prepaid: plan.prepaid,
		candidates: group.accounts(),
		max_attempts: plan.max_attempts,
		place_within: plan.place_within,
		result_key: seal::public_key(&keys.identity),
		spot: plan.spot,
		filters: plan.filters.clone(),
	};
	let client = context.client().await?;
	Ok(context.wait("submitting", client.submit_task(&keys.signer, &spec, payload)).await?)
}

/// Says what was submitted.
async fn announce(
	submitted: &[Submitted],
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<u8> {
	let state = context.state().await?;
	for one in submitted {
		let task = super::task::find(&state, one.task).await?;
		let id = one.task.0;
		let sentence = match task.state.attempt() {
			Some(attempt) => format!("task {id} is at {}", short(&attempt.provider)),
			None => format!("task {id} is {}", task.state.name()),
		};
		out.done(&Summary::of(&task), sentence)?;
	}
	Ok(0)
}

/// Waits until all tasks are over.
async fn watch(
	submitted: &[Submitted],
	opts: &Opts,
	context: &Context,
) -> anyhow::Result<Vec<Task>> {
	let client = context.client().await?;
	let progress = context.progress("waiting");
	let states = std::cell::RefCell::new(vec![String::new(); submitted.len()]);
	let all = {
		let (progress, states) = (&progress, &states);
		futures::future::try_join_all(submitted.iter().enumerate().map(|(index, one)| {
			client.watch_task(one.task, one.hash, move |task| {
				let mut states = states.borrow_mut();
				if let Some(state) = states.get_mut(index) {
					*state = describe(task);
				}
				progress.say(states.join("; "));
			})
		}))
	};
	let within = async {
		match opts.timeout {
			Some(seconds) => tokio::time::timeout(Duration::from_secs(seconds), all).await,
			None => Ok(all.await),
		}
	};
	match progress.during(within).await {
		Ok(tasks) => Ok(tasks?),
		Err(_) => {
			let ids: Vec<_> = submitted.iter().map(|one| one.task.0.to_string()).collect();
			fail!(
				Unavailable,
				"task {} goes on; see `tradewind task show` and `tradewind task result`",
				ids.join(", ")
			)
		},
	}
}

/// A task in a few words, while it is waited for.
fn describe(task: &Task) -> String {
	let id = task.id.0;
	match task.state.attempt() {
		Some(attempt) => {
			format!("task {id} is {} at {}", task.state.name(), short(&attempt.provider))
		},
		None => format!("task {id} is {}", task.state.name()),
	}
}
