//! A local network of four providers, and one job through it.
//!
//! Starts the network, opens an account for Eve, runs a workload through the command line as a user
//! would, shows what it brought, cost and left on record, and checks on chain that the money adds
//! up. Then it stays up, or with `--once` ends. Everything it started is stopped by its process id.

use anyhow::{ensure, Context};
use clap::Parser;
use serde_json::Value;
use std::{
	fs,
	path::{Path, PathBuf},
	process::ExitCode,
	time::{Duration, SystemTime, UNIX_EPOCH},
};
use tradewind_client::{
	billing::Tab,
	tasks::{Receipt, Task},
	AccountId, Asset, BlockRef, Client, TabId, TaskId,
};
use tradewind_tests::{
	binaries, block_on, cache, examples, interrupt, is_free, sources, Network, Ports, Preset,
	Process, Tradewind,
};

/// How long the job may take, from its submission to its result.
const JOB: Duration = Duration::from_secs(20 * 60);

/// What Eve pays into her account.
const PREPAID: &str = "100WIND";

/// Start a local network of four providers that are the four validators, and run a job on it
#[derive(Parser, Debug)]
#[command(name = "tradewind-localnet", version)]
struct Opts {
	/// Stop everything after the job, and exit
	#[arg(long)]
	once: bool,
	/// The workload, a WASI command module, instead of the example
	#[arg(long, value_name = "F.wasm")]
	workload: Option<PathBuf>,
	/// What the workload reads from its standard input
	#[arg(long, value_name = "FILE")]
	input: Option<PathBuf>,
}

/// What is run.
struct Job {
	module: PathBuf,
	input: Option<PathBuf>,
}

/// What it came to.
struct Outcome {
	task: TaskId,
	stdout: Vec<u8>,
}

/// The money of everybody concerned, at one block.
struct Money {
	block: BlockRef,
	tab: Tab,
	/// What each provider has to spend.
	providers: Vec<(AccountId, u128)>,
	/// What the fee account has.
	fees: u128,
}

fn main() -> ExitCode {
	let opts = Opts::parse();
	let stamp = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
	let folder = cache().join("local").join(format!("{stamp}-{}", std::process::id()));
	match run(opts, &folder) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error:#}");
			if folder.exists() {
				eprintln!("The logs are in {}", folder.display());
			}
			ExitCode::FAILURE
		},
	}
}

fn run(opts: Opts, folder: &Path) -> anyhow::Result<()> {
	interrupt::watch()?;
	let job = Job::new(&opts)?;
	let ports = choose_ports(Preset::Local)?;
	say(format!("starting four nodes; logs in {}", folder.display()));
	let mut network = Network::start_nodes(Preset::Local, folder, ports)?;
	let done = serve(&mut network, &job, opts.once);
	say("stopping");
	let removed = network.remove();
	done?;
	removed
}

/// Everything that needs the network.
fn serve(network: &mut Network, job: &Job, once: bool) -> anyhow::Result<()> {
	network.start_agents()?;
	say("waiting for blocks to be finalised and for the four providers");
	network.wait_until_ready()?;
	show(network, job)?;
	if once {
		return Ok(());
	}
	invite(network);
	// What ends this is a signal, or a process that ends by itself.
	while interrupt::told().is_none() {
		network.check()?;
		std::thread::sleep(Duration::from_millis(500));
	}
	Ok(())
}

/// One job, from the account to the audit records.
fn show(network: &mut Network, job: &Job) -> anyhow::Result<()> {
	let eve = network.cli("eve");
	say(format!("opening an account for Eve with {PREPAID}"));
	let opened = eve.json(&["account", "open", PREPAID])?;
	let tab = TabId(number(&opened, "account")?);
	let url = network.url(0);
	let before = block_on(Money::read(&url, tab))?;

	say(format!("running {}, encrypted on the way", job.module.display()));
	let outcome = job.run(network, &eve, tab)?;
	heading("Result");
	print!("{}", String::from_utf8_lossy(&outcome.stdout));

	let task = outcome.task.0.to_string();
	for (title, args) in
		[("Bill", ["bill", "task", &task]), ("Service level", ["sla", "task", &task])]
	{
		heading(title);
		print!("{}", text(&eve, &args)?);
	}
	let after = block_on(Money::read(&url, tab))?;
	heading("Audit records");
	show_records(&url, &eve, outcome.task, before.block, after.block)?;
	heading("The money adds up");
	let task = block_on(read_task(&url, outcome.task))?;
	print!("{}", check_money(&before, &after, &task)?);
	Ok(())
}

impl Job {
	/// What the options say, or the example; every file must be there.
	fn new(opts: &Opts) -> anyhow::Result<Self> {
		let example =
			|| (examples().join("csv-stats.wasm"), sources().join("examples/csv-stats/co2.csv"));
		let job = match (&opts.workload, &opts.input) {
			(Some(module), input) => Self { module: module.clone(), input: input.clone() },
			(None, input) => {
				let (module, data) = example();
				Self { module, input: Some(input.clone().unwrap_or(data)) }
			},
		};
		for file in [Some(&job.module), job.input.as_ref()].into_iter().flatten() {
			fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
		}
		Ok(job)
	}

	/// Submits it and waits for its result.
	fn run(&self, network: &mut Network, eve: &Tradewind, tab: TabId) -> anyhow::Result<Outcome> {
		let tab = tab.0.to_string();
		let mut command = eve.command(&["run", "--wait", "--json", "--account", &tab]);
		command.arg(&self.module);
		if let Some(input) = &self.input {
			command.arg("--input").arg(input);
		}
		command.arg("--output").arg(network.folder().join("files"));
		let (stdout, log) = (network.folder().join("result"), network.folder().join("run.log"));
		let mut running = Process::start_apart("tradewind run", &stdout, &log, &mut command)?;
		let status = network.wait("the job to end", JOB, |_| running.ended())?;
		let printed = fs::read(&stdout)?;
		// The last line is for programs; what the workload printed comes before it.
		let end = printed.strip_suffix(b"\n").unwrap_or(&printed);
		let start = end.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
		let (output, summary) = printed.split_at(start);
		let explain = || format!("`tradewind run` ended with {status}: {}", last_lines(&log));
		let summary: Value = serde_json::from_slice(summary).with_context(explain)?;
		ensure!(summary["state"] == "finished", explain());
		ensure!(
			summary["exit_code"] == 0,
			"the workload did not exit with 0 ({}, exit code {}): {} says more",
			summary["outcome"].as_str().unwrap_or("unknown"),
			summary["exit_code"],
			log.display()
		);
		Ok(Outcome { task: TaskId(number(&summary, "task")?), stdout: output.to_vec() })
	}
}

impl Money {
	async fn read(url: &str, tab: TabId) -> anyhow::Result<Self> {
		let state = Client::connect(url).await?.state().await?;
		let mut providers = Vec::new();
		for provider in state.providers().await? {
			providers.push((provider.account, state.free_balance(provider.account).await?));
		}
		let tab = state.tab(tab).await?.context("Eve's account is gone")?;
		let fees = state.free_balance(state.fee_account()?).await?;
		Ok(Self { block: state.block(), tab, providers, fees })
	}

	fn of(&self, provider: AccountId) -> u128 {
		let found = self.providers.iter().find(|(account, _)| *account == provider);
		found.map_or(0, |(_, balance)| *balance)
	}
}

async fn read_task(url: &str, task: TaskId) -> anyhow::Result<Task> {
	Client::connect(url).await?.state().await?.task(task).await?.context("the task is gone")
}

/// Compares what was charged with rate, seconds, and everybody's balances.
fn check_money(before: &Money, after: &Money, task: &Task) -> anyhow::Result<String> {
	let Receipt { provider: runner, bill, rate, .. } =
		task.state.receipt().context("the task has no receipt")?;
	let reckoned = rate.amount(bill.seconds).context("the bill overflows")?;
	let charged = before.tab.funds.checked_sub(after.tab.funds).context("the account grew")?;
	let show = |amount| Asset::Native.show(amount);
	let line = |what: &str, amount: u128| format!("{what:64}{amount:>18} planck\n");
	let mut text = format!("From block {} to block {}:\n", before.block.number, after.block.number);
	text += &line(&format!("{} planck/s x {} s", rate.0, bill.seconds), reckoned);
	text += &line(&format!("charged to Eve's account {}", after.tab.id.0), charged);
	let mut received = 0u128;
	for (provider, _) in &after.providers {
		let earned = after
			.of(*provider)
			.checked_sub(before.of(*provider))
			.with_context(|| format!("the balance of {provider} fell"))?;
		if earned > 0 {
			text += &line(&format!("received by {provider}"), earned);
		}
		received += earned;
	}
	let fee = after.fees.saturating_sub(before.fees);
	text += &line("received by the fee account, for witnesses", fee);
	received += fee;
	let paid = after.of(*runner).saturating_sub(before.of(*runner)) + fee;
	ensure!(
		[bill.amount, paid] == [reckoned; 2] && charged == reckoned + task.spent,
		"the money does not add up: rate x seconds is {reckoned}, the bill says {}, {paid} were \
		 received by the provider and as a fee, {charged} were charged, {} of it for earlier attempts",
		bill.amount,
		task.spent
	);
	// A failed attempt is paid and credited out of collateral, which is not in these balances.
	ensure!(
		task.attempts > 1 || received == reckoned,
		"the money does not add up: the payees received {received}, the bill says {reckoned}"
	);
	ensure!(
		(after.tab.reserved, after.tab.streams) == (0, 0),
		"{} are still reserved for {} streams",
		show(after.tab.reserved),
		after.tab.streams
	);
	text += &format!("All the same: {}. Nothing is left reserved.\n", show(reckoned));
	Ok(text)
}

/// Lists the records about the task, and shows the last one with its proof.
fn show_records(
	url: &str,
	eve: &Tradewind,
	task: TaskId,
	from: BlockRef,
	to: BlockRef,
) -> anyhow::Result<()> {
	let records = block_on(records_of(url, task, from.number, to.number))?;
	ensure!(!records.is_empty(), "there is no audit record of task {}", task.0);
	for (block, index, action) in &records {
		println!("block {block:>5}  record {index}  {action}");
	}
	if let Some((block, index, _)) = records.last() {
		println!();
		print!("{}", text(eve, &["audit", "show", &block.to_string(), &index.to_string()])?);
	}
	Ok(())
}

/// Block, index and action of each record about the task.
async fn records_of(
	url: &str,
	task: TaskId,
	from: u64,
	to: u64,
) -> anyhow::Result<Vec<(u64, u32, String)>> {
	let client = Client::connect(url).await?;
	let id = task.0.to_string();
	let mut found = Vec::new();
	for number in from..=to {
		let state = client.state_at_number(number).await?;
		for index in (0..).take(state.audit_leaves().await?.len()) {
			let record = client.proven_record(state.block().hash, index).await?;
			let entry = record.entry()?;
			if entry.subject == "task" && entry.subject_id == id {
				found.push((number, index, entry.action));
			}
		}
	}
	Ok(found)
}

/// The friendly ports, or free ones where one of them is taken.
fn choose_ports(preset: Preset) -> anyhow::Result<Vec<Ports>> {
	let friendly = |index: u16| Ports {
		p2p: 30333 + index,
		rpc: 9944 + index,
		metrics: 9615 + index,
		gateway: 9961 + index,
	};
	let mut chosen = Vec::new();
	for (index, free) in (0..).zip(Ports::free(preset.validators().len())?) {
		let mut ports = friendly(index);
		for (port, other) in [
			(&mut ports.p2p, free.p2p),
			(&mut ports.rpc, free.rpc),
			(&mut ports.metrics, free.metrics),
			(&mut ports.gateway, free.gateway),
		] {
			if !is_free(*port) {
				say(format!("port {port} is taken; using {other} instead"));
				*port = other;
			}
		}
		chosen.push(ports);
	}
	Ok(chosen)
}

/// Says where everything is and what could be tried.
fn invite(network: &Network) {
	heading("The network stays up until Ctrl-C");
	for (index, name) in Preset::Local.validators().iter().enumerate() {
		let gateway = network.ports(index).gateway;
		println!("{name:8} {}   gateway http://127.0.0.1:{gateway}", network.url(index));
	}
	let url = network.url(0);
	println!("\nPolkadot.js Apps   https://polkadot.js.org/apps/?rpc={url}");
	let program = binaries().join("tradewind");
	println!("\nNext, for instance:\n  alias tradewind='{}'", program.display());
	let url = if network.ports(0).rpc == 9944 { String::new() } else { format!(" --url {url}") };
	let thumbnail = examples().join("thumbnail.wasm");
	let picture = sources().join("examples/thumbnail/astronaut.jpg");
	for command in [
		"provider list".to_owned(),
		"quote --cpu 2".to_owned(),
		"market".to_owned(),
		format!(
			"run {} --arg 96 --input {} --output thumbnail --dev eve",
			thumbnail.display(),
			picture.display()
		),
		"account list --dev eve".to_owned(),
		"task list --dev eve".to_owned(),
	] {
		println!("  tradewind {command}{url}");
	}
}

/// What the command line prints for people.
fn text(cli: &Tradewind, args: &[&str]) -> anyhow::Result<String> {
	let output = cli.output(args)?;
	ensure!(
		output.status.success(),
		"`tradewind {}` failed: {}",
		args.join(" "),
		String::from_utf8_lossy(&output.stderr)
	);
	Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn number(value: &Value, field: &str) -> anyhow::Result<u64> {
	value[field].as_u64().with_context(|| format!("no number `{field}` in {value}"))
}

fn last_lines(log: &Path) -> String {
	let text = fs::read_to_string(log).unwrap_or_default();
	let lines: Vec<_> = text.lines().collect();
	lines[lines.len().saturating_sub(5)..].join("\n")
}

/// Progress goes to standard error, so that what is shown can be piped on.
fn say(text: impl std::fmt::Display) {
	eprintln!("==> {text}");
}

fn heading(title: &str) {
	println!("\n{title}\n{}", "-".repeat(title.len()));
}
