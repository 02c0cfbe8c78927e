//! Four providers that are the four validators: the main job, and what happens when one of them
//! fails it.
//!
//! The tests share one network, because four nodes are what a small machine can carry; they run
//! one after the other, in the order of `a_network_of_four`.

use anyhow::Context;
use serde_json::Value;
use std::{path::Path, process::Stdio, time::Duration};
use tradewind_tests::{
	examples, sources, tradewind::last_json_line, wait_for, workloads, Heart, Network, Preset,
	Tradewind,
};

/// Longer than an outage takes to be declared, the agenda to be drained and the work to be done.
const FAILOVER: Duration = Duration::from_secs(300);

#[test]
fn a_network_of_four() -> anyhow::Result<()> {
	let folder = tempfile::tempdir()?;
	let mut network = Network::start(Preset::Local, folder.path())?;
	let outcome = (|| {
		the_money_of_a_job_adds_up(&network).context("the money of a job adds up")?;
		work_stands_still_without_money(&network, folder.path())
			.context("work stands still without money")?;
		replicas_agree(&network).context("replicas agree")?;
		a_silent_provider_loses_its_task(&mut network, folder.path())
			.context("a silent provider loses its task")?;
		a_killed_agents_task_is_finished_by_another(&mut network, folder.path())
			.context("a killed agent's task is finished by another")
	})();
	if outcome.is_err() {
		network.print_logs(60);
	}
	network.stop();
	outcome
}

fn the_money_of_a_job_adds_up(network: &Network) -> anyhow::Result<()> {
	let eve = network.cli("eve");
	eve.json(&["account", "open", "5WIND"])?;
	let account_before = only_account(&eve)?;
	let module = examples().join("csv-stats.wasm");
	let input = sources().join("examples/csv-stats/co2.csv");
	let out = tempfile::tempdir()?;
	let before = network.free_balances()?;
	let output = eve.output(&[
		"run",
		text(&module)?,
		"--input",
		text(&input)?,
		"--output",
		text(out.path())?,
		"--json",
	])?;
	anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
	let run = last_json_line(&output)?;

	anyhow::ensure!(run["state"] == "finished" && run["exit_code"] == 0, "{run}");
	for field in ["task", "state", "exit_code", "provider", "seconds", "amount", "result_sha256"] {
		anyhow::ensure!(!run[field].is_null(), "`{field}` is missing: {run}");
	}

	let task = run["task"].to_string();
	let bill = eve.json(&["bill", "task", &task])?;
	let amount = number(&bill["amount"])?;
	anyhow::ensure!(amount == number(&bill["rate"])? * number(&bill["seconds"])?, "{bill}");
	anyhow::ensure!(amount == number(&run["amount"])? && amount > 0, "{bill} {run}");

	let account_after = only_account(&eve)?;
	let paid = number(&account_before["funds"])? - number(&account_after["funds"])?;
	anyhow::ensure!(paid == amount, "the account paid {paid}, the bill says {amount}");
	let index = network.index_of(&provider_of(&run)?)?;
	let received = network.free_balances()?[index] - before[index];
	let fee = amount / 100;
	anyhow::ensure!(received == amount - fee, "the provider received {received} of {amount}");
	Ok(())
}

/// Work that is paid for as it runs stands still while its account is empty, and goes on where it
/// stopped. What `out_of_funds` looks at closely, here with four clouds.
fn work_stands_still_without_money(network: &Network, folder: &Path) -> anyhow::Result<()> {
	const WORK: u64 = 30;
	let (eve, rate) = (network.cli("eve"), network.least_rate()?);
	let tab = eve.json(&["account", "open", "1WIND"])?["account"].to_string();
	let account = || eve.json(&["account", "show", &tab]);
	// Money for half of the work.
	let rest = number(&account()?["available"])? - rate * u128::from(WORK / 2);
	eve.json(&["account", "withdraw", &tab, &rest.to_string()])?;
	let paid_in = number(&account()?["funds"])?;
	let module = workloads::ticker(folder, WORK);
	let args = ["run", text(&module)?, "--account", &tab, "--pay-as-you-go", "--no-wait"];
	let task = eve.json(&args)?["task"].to_string();
	wait_for("the work to begin", FAILOVER, || {
		let task = eve.json(&["task", "show", &task])?;
		Ok((state(&task) == "running").then_some(()))
	})?;
	wait_for("the account to run empty", FAILOVER, || {
		Ok((account()?["status"] == "frozen").then_some(()))
	})?;
	let bill = || eve.json(&["bill", "task", &task]);
	let before = bill()?;
	std::thread::sleep(Duration::from_secs(WORK));
	let after = bill()?;
	anyhow::ensure!(before["seconds"] == after["seconds"], "{before} {after}");
	anyhow::ensure!(before["amount"] == after["amount"], "{before} {after}");
	let more = rate * 10 * u128::from(WORK);
	eve.json(&["account", "top-up", &tab, &more.to_string()])?;

	let output = eve.output(&["task", "result", &task, "--json"])?;
	let result = last_json_line(&output)
		.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
	anyhow::ensure!(output.status.code() == Some(7), "{:?} {result}", output.status);
	anyhow::ensure!(result["attempts"] == 1, "{result}");
	let printed = String::from_utf8_lossy(&output.stdout);
	let ticks = printed.lines().next().unwrap_or_default();
	anyhow::ensure!(ticks == ".".repeat(10 * WORK as usize), "{printed}");
	let bill = bill()?;
	let amount = number(&bill["amount"])?;
	anyhow::ensure!(amount == rate * number(&bill["seconds"])?, "{bill}");
	let left = number(&account()?["funds"])?;
	anyhow::ensure!(paid_in + more - left == amount, "{left} is left: {bill}");
	eve.json(&["account", "close", &tab])?;
	Ok(())
}

fn replicas_agree(network: &Network) -> anyhow::Result<()> {
	let module = examples().join("csv-stats.wasm");
	let input = sources().join("examples/csv-stats/co2.csv");
	let args = ["run", text(&module)?, "--input", text(&input)?, "--replicas", "2", "--json"];
	let output = network.cli("eve").output(&args)?;
	anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
	Ok(())
}

/// The agent that has a task is killed while it runs; another one finishes it.
fn a_killed_agents_task_is_finished_by_another(
	network: &mut Network,
	folder: &Path,
) -> anyhow::Result<()> {
	let module = workloads::sleeper(folder, 25);
	let eve = network.cli("eve");
	let run = eve
		.command(&["run", text(&module)?, "--max-seconds", "120", "--json"])
		.stdout(Stdio::piped())
		.stderr(Stdio::piped())
		.spawn()?;
	let task = wait_for("the task to run", FAILOVER, || {
		let tasks = eve.json(&["task", "list"])?;
		Ok(tasks.as_array().into_iter().flatten().find(|task| state(task) == "running").cloned())
	})?;
	let first = provider_of(&task)?;
	let index = network.index_of(&first)?;
	network.kill_agent(index);

	let output = run.wait_with_output()?;
	let result = last_json_line(&output)
		.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
	anyhow::ensure!(output.status.code() == Some(7), "{:?} {result}", output.status);
	anyhow::ensure!(result["task"] == task["id"], "{result} {task}");
	anyhow::ensure!(result["attempts"] == 2, "{result}");
	anyhow::ensure!(result["provider"] != first, "{result}");
	// What the first one ran is not paid: the account is charged for the second run alone.
	let bill = eve.json(&["bill", "task", &result["task"].to_string()])?;
	anyhow::ensure!(number(&bill["earlier_attempts"])? == 0, "{bill}");
	network.start_agent(index)
}

/// An agent that only beats is given a task, does not start it, and loses it.
fn a_silent_provider_loses_its_task(network: &mut Network, folder: &Path) -> anyhow::Result<()> {
	// The cheapest provider gets the task.
	network.kill_agent(0);
	let heart = Heart::start(&network.url(0), "alice")?;
	let module = workloads::sleeper(folder, 1);
	let eve = network.cli("eve");
	let output = eve.output(&["run", text(&module)?, "--json"])?;
	let result = last_json_line(&output)
		.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
	anyhow::ensure!(output.status.code() == Some(7), "{:?} {result}", output.status);
	anyhow::ensure!(result["attempts"] == 2, "{result}");
	drop(heart);
	network.start_agent(0)?;
	network.wait_until_ready()
}

fn state(task: &Value) -> &str {
	task["state"]["state"].as_str().or(task["state"].as_str()).unwrap_or_default()
}

fn provider_of(task: &Value) -> anyhow::Result<String> {
	find(task, "provider")
		.and_then(Value::as_str)
		.map(String::from)
		.with_context(|| format!("no provider in {task}"))
}

/// The first value under `key`, however deep.
fn find<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
	match value {
		Value::Object(map) => {
			map.get(key).or_else(|| map.values().find_map(|value| find(value, key)))
		},
		Value::Array(list) => list.iter().find_map(|value| find(value, key)),
		_ => None,
	}
}

fn only_account(cli: &Tradewind) -> anyhow::Result<Value> {
	let accounts = cli.json(&["account", "list"])?;
	accounts.get(0).cloned().with_context(|| format!("no account in {accounts}"))
}

fn number(value: &Value) -> anyhow::Result<u128> {
	match value {
		Value::String(text) => Ok(text.parse()?),
		other => Ok(u128::from(other.as_u64().with_context(|| format!("not a number: {other}"))?)),
	}
}

fn text(path: &Path) -> anyhow::Result<&str> {
	path.to_str().context("a path that is not UTF-8")
}
