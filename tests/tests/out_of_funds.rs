//! Work that is paid for as it runs, on an account that runs empty: it stands still, goes on where
//! it stopped once there is money again, and ends when there is none for too long.

use anyhow::Context;
use serde_json::Value;
use std::{path::Path, time::Duration};
use tradewind_client::{
	billing::Policy,
	chain::{
		runtime_types::{
			pallet_tradewind_billing::{pallet::Call, types},
			tradewind_runtime::RuntimeCall,
		},
		tx,
	},
	Balance, Client, Share, Signer,
};
use tradewind_tests::{block_on, tradewind::last_json_line, workloads, Network, Preset, Tradewind};

const PATIENCE: Duration = Duration::from_secs(180);

/// For how many seconds the account pays at first.
const PAID: u64 = 15;

/// How long the work takes, in seconds.
const WORK: u64 = 30;

#[test]
fn an_account_that_runs_empty() -> anyhow::Result<()> {
	let folder = tempfile::tempdir()?;
	let mut network = Network::start(Preset::Development, folder.path())?;
	let outcome = (|| {
		let module = workloads::ticker(folder.path(), WORK);
		the_work_goes_on_where_it_stopped(&mut network, &module)
			.context("the work goes on where it stopped")?;
		the_agent_may_die_while_the_work_stands_still(&mut network, &module)
			.context("the agent may die while the work stands still")?;
		set_policy(&network, |policy| Policy { grace: 12, ..policy })?;
		work_that_nobody_pays_for_ends(&mut network, &module)
			.context("work that nobody pays for ends")
	})();
	if outcome.is_err() {
		network.print_logs(60);
	}
	network.stop();
	outcome
}

fn the_work_goes_on_where_it_stopped(network: &mut Network, module: &Path) -> anyhow::Result<()> {
	let run = Run::begin(network, module)?;
	let empty_since = run.until_paused(network)?;
	anyhow::ensure!(empty_since == run.started + PAID, "{empty_since} {}", run.started);
	anyhow::ensure!(health(network)? == 200, "to be without work is not to be unwell");
	// By then it would have come to its end, if it had not stood still.
	run.stands_still(network, run.started + WORK + 12)?;
	run.top_up(10 * PAID)?;
	let resumed = now(network)?;
	let receipt = run.finishes()?;
	anyhow::ensure!(metric(network, "tasks_paused")? == 0);
	// All that passed between start and end was either billed or stood still.
	let passed = number(&receipt["ended"])? - u128::from(run.started);
	let seconds = number(&receipt["bill"]["seconds"])?;
	let stood_still = u128::from(resumed - empty_since);
	anyhow::ensure!(seconds > u128::from(PAID), "{receipt}");
	anyhow::ensure!(seconds + stood_still <= passed, "{stood_still} of {passed} s: {receipt}");
	run.adds_up(network, &receipt["bill"])
}

fn the_agent_may_die_while_the_work_stands_still(
	network: &mut Network,
	module: &Path,
) -> anyhow::Result<()> {
	let run = Run::begin(network, module)?;
	run.until_paused(network)?;
	network.kill_agent(0);
	network.start_agent(0)?;
	network.wait("the new agent to find the work", PATIENCE, |network| {
		let found = metric(network, "tasks_in_hand")? == 1 && metric(network, "tasks_paused")? == 1;
		Ok(found.then_some(()))
	})?;
	run.stands_still(network, now(network)? + 6)?;
	anyhow::ensure!(metric(network, "tasks_running")? == 0, "it has begun again too early");
	run.top_up(10 * PAID)?;
	let receipt = run.finishes()?;
	run.adds_up(network, &receipt["bill"])
}

fn work_that_nobody_pays_for_ends(network: &mut Network, module: &Path) -> anyhow::Result<()> {
	let run = Run::begin(network, module)?;
	run.until_paused(network)?;
	let task = network.wait("the task to be given up", PATIENCE, |_| {
		let task = run.task()?;
		Ok((task["state"] == "failed").then_some(task))
	})?;
	anyhow::ensure!(task["reason"] == "out_of_funds" && task["attempts"] == 1, "{task}");
	let scratch = network.folder().join("alice/agent/scratch");
	network.wait("the agent to clear away", PATIENCE, |network| {
		let cleared = metric(network, "tasks_in_hand")? == 0
			&& metric(network, "tasks_paused")? == 0
			&& scratch.read_dir()?.next().is_none();
		Ok(cleared.then_some(()))
	})?;
	anyhow::ensure!(health(network)? == 200);
	let amount = run.rate * Balance::from(PAID);
	run.adds_up(network, &serde_json::json!({ "seconds": PAID, "amount": amount.to_string() }))?;
	// All that is left comes back.
	run.cli.json(&["account", "close", &run.tab])?;
	Ok(())
}

/// Work under way on an account with money for [`PAID`] seconds.
struct Run {
	cli: Tradewind,
	tab: String,
	task: String,
	rate: Balance,
	started: u64,
	/// What had been paid into the account.
	paid_in: std::cell::Cell<Balance>,
	/// What the provider had before.
	provider_had: Balance,
}

impl Run {
	/// Opens an account, submits the workload, and returns when it runs.
	fn begin(network: &mut Network, module: &Path) -> anyhow::Result<Self> {
		let cli = network.cli("eve");
		let rate = network.least_rate()?;
		let tab = cli.json(&["account", "open", "1WIND"])?["account"].to_string();
		let account = cli.json(&["account", "show", &tab])?;
		let rest = number(&account["available"])? - rate * Balance::from(PAID);
		cli.json(&["account", "withdraw", &tab, &rest.to_string()])?;
		let account = cli.json(&["account", "show", &tab])?;
		let paid_in = std::cell::Cell::new(number(&account["funds"])?);
		let provider_had = network.free_balances()?[0];
		let module = module.to_str().context("a path that is not UTF-8")?;
		let args = ["run", module, "--account", &tab, "--pay-as-you-go", "--no-wait"];
		let task = cli.json(&args)?["task"].to_string();
		let started = network.wait("the work to begin", PATIENCE, |_| {
			Ok(cli.json(&["task", "show", &task])?["started"].as_u64())
		})?;
		Ok(Self { cli, tab, task, rate, started, paid_in, provider_had })
	}

	fn account(&self) -> anyhow::Result<Value> {
		self.cli.json(&["account", "show", &self.tab])
	}

	fn task(&self) -> anyhow::Result<Value> {
		self.cli.json(&["task", "show", &self.task])
	}

	/// Waits until the account is empty and the agent knows; since when it is.
	fn until_paused(&self, network: &mut Network) -> anyhow::Result<u64> {
		let since = network.wait("the account to run empty", PATIENCE, |_| {
			let account = self.account()?;
			let frozen = (account["status"] == "frozen").then(|| account["since"].as_u64());
			Ok(frozen.flatten())
		})?;
		network.wait("the agent to pause", PATIENCE, |network| {
			Ok((metric(network, "tasks_paused")? == 1).then_some(()))
		})?;
		Ok(since)
	}

	/// Looks until `moment` whether the work is billed no further and does not end.
	fn stands_still(&self, network: &mut Network, moment: u64) -> anyhow::Result<()> {
		network.wait("time to pass", PATIENCE, |network| {
			let (bill, task) = (self.cli.json(&["bill", "task", &self.task])?, self.task()?);
			let still = number(&bill["seconds"])? + number(&bill["downtime"])? == PAID.into();
			let broken = (!still || task["state"] != "running")
				.then(|| anyhow::anyhow!("it does not stand still: {bill} {task}"));
			let passed = now(network)? >= moment;
			Ok(broken.map(Err).or(passed.then_some(Ok(()))))
		})?
	}

	/// Pays for so many seconds more.
	fn top_up(&self, seconds: u64) -> anyhow::Result<()> {
		let amount = self.rate * Balance::from(seconds);
		self.cli.json(&["account", "top-up", &self.tab, &amount.to_string()])?;
		self.paid_in.set(self.paid_in.get() + amount);
		Ok(())
	}

	/// Waits for the end, checks what came out, and returns the receipt.
	fn finishes(&self) -> anyhow::Result<Value> {
		let output = self.cli.output(&["task", "result", &self.task, "--json"])?;
		let result = last_json_line(&output)
			.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
		anyhow::ensure!(output.status.code() == Some(7), "{} {result}", output.status);
		anyhow::ensure!(result["attempts"] == 1, "{result}");
		let printed = String::from_utf8_lossy(&output.stdout);
		let ticks = printed.lines().next().unwrap_or_default();
		let all = ticks.len() as u64 == 10 * WORK && ticks.bytes().all(|byte| byte == b'.');
		anyhow::ensure!(all, "{printed}");
		Ok(self.task()?["receipt"].clone())
	}

	/// The account paid what was billed, the provider received it but for the fee, and nothing is
	/// left behind.
	fn adds_up(&self, network: &mut Network, bill: &Value) -> anyhow::Result<()> {
		let amount = number(&bill["amount"])?;
		anyhow::ensure!(amount == self.rate * number(&bill["seconds"])?, "{bill}");
		let account = self.account()?;
		let paid = self.paid_in.get() - number(&account["funds"])?;
		anyhow::ensure!(paid == amount, "the account paid {paid} of {amount}");
		let Share(parts) = policy(network)?.fee;
		let fee = amount * Balance::from(parts) / Balance::from(Share::ONE.0);
		let received = network.free_balances()?[0] - self.provider_had;
		anyhow::ensure!(
			received == amount - fee,
			"the provider received {received} of {amount} less {fee}"
		);
		for left in ["reserved", "earmarked", "committed_rate", "halted_rate"] {
			anyhow::ensure!(number(&account[left])? == 0, "{left}: {account}");
		}
		anyhow::ensure!(account["streams"] == 0 && account["status"] == "active", "{account}");
		self.statement_says(network, &account, [amount, fee, received])
	}

	/// A statement, made of the events of the final blocks alone, equals what moved.
	fn statement_says(
		&self,
		network: &mut Network,
		account: &Value,
		[amount, fee, received]: [Balance; 3],
	) -> anyhow::Result<()> {
		let statement = network.wait("the last payment to be final", PATIENCE, |_| {
			let statement = self.cli.json(&["bill", "--account", &self.tab])?;
			let final_now = number(&statement["books"]["closing"])? == number(&account["funds"])?
				&& number(&statement["books"]["spent"])? == amount;
			Ok(final_now.then_some(statement))
		})?;
		let books = &statement["books"];
		anyhow::ensure!(books["exact"] == true, "{statement}");
		anyhow::ensure!(number(&books["paid_in"])? >= self.paid_in.get(), "{statement}");
		let totals = statement["totals"].as_array().context("there are no totals")?;
		let [total] = &totals[..] else { anyhow::bail!("one asset was moved: {statement}") };
		for (field, moved) in [("amount", amount), ("fee", fee), ("received", received)] {
			anyhow::ensure!(number(&total[field])? == moved, "{field} is not {moved}: {statement}");
		}
		let lines = statement["lines"].as_array().context("there are no lines")?;
		let mut sum = 0;
		for line in lines {
			sum += number(&line["amount"])?;
		}
		anyhow::ensure!(sum == amount, "the lines are not the total: {statement}");
		Ok(())
	}
}

/// The time of the best block.
fn now(network: &Network) -> anyhow::Result<u64> {
	block_on(async { Ok(Client::connect(&network.url(0)).await?.state().await?.now().await?.0) })
}

fn policy(network: &Network) -> anyhow::Result<Policy> {
	block_on(async { Ok(Client::connect(&network.url(0)).await?.state().await?.policy().await?) })
}

/// Changes what holds for all accounts, as governance would.
fn set_policy(network: &Network, change: impl FnOnce(Policy) -> Policy) -> anyhow::Result<()> {
	let Policy { fee, grace, challenge, min_runway } = change(policy(network)?);
	let policy = types::Policy { fee: fee.into(), grace, challenge, min_runway };
	let call = tx().sudo().sudo(RuntimeCall::Billing(Call::set_policy { policy }));
	block_on(async {
		Client::connect(&network.url(0)).await?.submit(&Signer::dev("alice")?, &call).await?;
		Ok(())
	})
}

/// What the agent's gateway answers.
fn ask(network: &Network, route: &str) -> anyhow::Result<(u16, String)> {
	let url = format!("http://127.0.0.1:{}/{route}", network.ports(0).gateway);
	block_on(async {
		tradewind_client::tls::ready();
		let answer = reqwest::get(url).await?;
		Ok((answer.status().as_u16(), answer.text().await?))
	})
}

fn health(network: &Network) -> anyhow::Result<u16> {
	Ok(ask(network, "health")?.0)
}

/// What the agent counts under this name.
fn metric(network: &Network, name: &str) -> anyhow::Result<u64> {
	let (_, text) = ask(network, "metrics")?;
	let head = format!("tradewind_agent_{name} ");
	let value = text.lines().find_map(|line| line.strip_prefix(&head));
	Ok(value.with_context(|| format!("`{name}` is not in {text}"))?.parse()?)
}

fn number(value: &Value) -> anyhow::Result<u128> {
	match value {
		Value::String(text) => Ok(text.parse()?),
		other => Ok(u128::from(other.as_u64().with_context(|| format!("not a number: {other}"))?)),
	}
}
