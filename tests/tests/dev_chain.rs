//! One node and Bob selling: what developers work against. Bad input, kills of the node and of the
//! agent at the wrong moment, and a client in JavaScript without custom types.

use anyhow::Context;
use serde_json::Value;
use std::{
	path::Path,
	process::{Command, Stdio},
	time::Duration,
};
use tradewind_tests::{
	examples, sources, tradewind::last_json_line, wait_for, workloads, Network, Preset, Tradewind,
};

const PATIENCE: Duration = Duration::from_secs(120);

#[test]
fn a_chain_for_developers() -> anyhow::Result<()> {
	let folder = tempfile::tempdir()?;
	let mut network = Network::start(Preset::Development, folder.path())?;
	let outcome = (|| {
		a_module_runs_with_no_more_than_its_name(&network)?;
		a_quote_says_what_it_costs_and_why_not(&network)?;
		bad_input_is_refused_with_a_reason(&network, folder.path())?;
		hostile_modules_end_and_are_paid_for(&network, folder.path())?;
		polkadot_js_needs_no_custom_types(&network)?;
		the_agent_may_die_while_it_works(&mut network, folder.path())
			.context("the agent may die while it works")?;
		the_node_may_die_while_the_agent_works(&mut network, folder.path())
			.context("the node may die while the agent works")?;
		an_agent_with_a_wrong_key_hands_the_task_back(&mut network, folder.path())
			.context("an agent with a wrong key hands the task back")?;
		nothing_is_left_behind(&network)
	})();
	if outcome.is_err() {
		network.print_logs(60);
	}
	network.stop();
	outcome
}

fn a_module_runs_with_no_more_than_its_name(network: &Network) -> anyhow::Result<()> {
	let module = examples().join("csv-stats.wasm");
	let input = sources().join("examples/csv-stats/co2.csv");
	let output = network.cli("alice").output(&["run", text(&module)?, "--input", text(&input)?])?;
	anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
	let printed = String::from_utf8_lossy(&output.stdout);
	anyhow::ensure!(printed.contains("co2_ppm,64,0,358.296"), "{printed}");
	Ok(())
}

fn a_quote_says_what_it_costs_and_why_not(network: &Network) -> anyhow::Result<()> {
	let alice = network.cli("alice");
	let quote = alice.json(&["quote", "--region", "eu-west"])?;
	let answer = &quote["answers"][0];
	let serves = answer["why_not"].is_null() && answer["rates"]["now"] == quote["lowest"];
	anyhow::ensure!(serves && quote["lowest"].is_string(), "{quote}");
	for (option, value, why) in [
		("--region", "mars", "other_region"),
		("--cpu", "4000", "no_room"),
		("--max-rate", "1", "too_dear"),
		("--runtime", "container", "cannot_run"),
	] {
		let quote = alice.json(&["quote", option, value])?;
		let told = quote["answers"][0]["why_not"] == why && quote["lowest"].is_null();
		anyhow::ensure!(told, "{option} {value}: {quote}");
	}
	let market = alice.json(&["market"])?;
	let class = &market["classes"][0];
	anyhow::ensure!(class["name"] == "cpu.general" && class["offers"] == 1, "{market}");
	Ok(())
}

fn bad_input_is_refused_with_a_reason(network: &Network, folder: &Path) -> anyhow::Result<()> {
	let alice = network.cli("alice");
	let module = workloads::sleeper(folder, 1);
	let module = text(&module)?;
	let large = folder.join("large");
	std::fs::write(&large, noise(2 * 1024 * 1024))?;
	// Alice is no provider; Bob is, but has no such hardware.
	let stranger = tradewind_tests::chain::account("alice")?.to_string();
	// The one that the first run of a workload opened.
	let account = alice.json(&["account", "list"])?[0]["id"].to_string();
	for (what, args, code, says) in [
		("a module that is not there", vec!["run", "no-such.wasm"], 66, "no-such.wasm"),
		("an unknown provider", vec!["run", module, "--provider", &stranger], 67, "provider"),
		("an unknown class", vec!["run", module, "--class", "gpu.none"], 67, "gpu.none"),
		("more than anybody has", vec!["run", module, "--cpu", "4000"], 75, "offer"),
		("too low a price", vec!["run", module, "--max-rate", "1"], 75, "offer"),
		("too large a payload", vec!["run", module, "--file", text(&large)?], 65, "KiB"),
		("an account of nobody", vec!["run", module, "--account", "999"], 67, "account"),
		("a task of nobody", vec!["task", "show", "999999"], 67, "task"),
		(
			"more than a development key may pay in unasked",
			vec!["run", module, "--max-seconds", "4000000000", "--no-wait"],
			70,
			"error: there are not enough funds: the account has",
		),
		(
			"more than was paid in",
			vec!["account", "withdraw", &account, "1000000WIND"],
			70,
			"error: the chain refused Billing::withdraw: Billing::InsufficientFunds",
		),
	] {
		let output = alice.output(&args)?;
		let said = String::from_utf8_lossy(&output.stderr);
		anyhow::ensure!(
			output.status.code() == Some(code)
				&& said.to_lowercase().contains(&says.to_lowercase()),
			"{what}: {} {said}",
			output.status
		);
		anyhow::ensure!(!said.contains("panicked") && !said.contains("backtrace"), "{said}");
	}
	Ok(())
}

/// Bytes that do not compress.
fn noise(length: usize) -> Vec<u8> {
	let mut state = 0x2545_f491_4f6c_dd1d_u64;
	let mut next = || {
		state ^= state << 13;
		state ^= state >> 7;
		state ^= state << 17;
		state.to_le_bytes()[0]
	};
	(0..length).map(|_| next()).collect()
}

fn hostile_modules_end_and_are_paid_for(network: &Network, folder: &Path) -> anyhow::Result<()> {
	let alice = network.cli("alice");
	let no_module = folder.join("no-module.wasm");
	std::fs::write(&no_module, b"#!/bin/sh\nexit 0\n")?;
	let spinner = workloads::spinner(folder);
	for (what, args, code, outcome) in [
		("no module", vec!["run", text(&no_module)?], 126, "invalid_module"),
		("loops for ever", vec!["run", text(&spinner)?, "--max-seconds", "4"], 124, "timed_out"),
	] {
		let output = alice.output(&[&args[..], &["--json"]].concat())?;
		let run = last_json_line(&output)
			.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
		anyhow::ensure!(output.status.code() == Some(code), "{what}: {} {run}", output.status);
		anyhow::ensure!(run["outcome"] == outcome && run["state"] == "finished", "{what}: {run}");
	}
	Ok(())
}

fn polkadot_js_needs_no_custom_types(network: &Network) -> anyhow::Result<()> {
	let folder = sources().join("tests/clients");
	anyhow::ensure!(
		folder.join("node_modules").exists(),
		"the JavaScript client's packages are missing: scripts/test.sh installs them"
	);
	let output = Command::new("node")
		.arg(folder.join("polkadot-js.mjs"))
		.arg(network.url(0))
		.arg(examples().join("csv-stats.wasm"))
		.arg(sources().join("examples/csv-stats/co2.csv"))
		.stdin(Stdio::null())
		.output()
		.context("cannot start node")?;
	let printed = String::from_utf8_lossy(&output.stdout);
	anyhow::ensure!(
		output.status.success() && printed.contains("co2_ppm"),
		"{printed}\n{}",
		String::from_utf8_lossy(&output.stderr)
	);
	Ok(())
}

/// Submits a workload that sleeps, and returns when it runs.
fn start_sleeper(
	alice: &Tradewind,
	folder: &Path,
	seconds: u64,
) -> anyhow::Result<(std::process::Child, Value)> {
	let module = workloads::sleeper(folder, seconds);
	let run = alice
		.command(&["run", text(&module)?, "--max-seconds", "120", "--json"])
		.stdout(Stdio::piped())
		.stderr(Stdio::piped())
		.spawn()?;
	let task = wait_for("the task to run", PATIENCE, || {
		let tasks = alice.json(&["task", "list"])?;
		let running = tasks.as_array().into_iter().flatten().find(|t| t["state"] == "running");
		Ok(running.cloned())
	})?;
	Ok((run, task))
}

fn finished_at_first_attempt(run: std::process::Child) -> anyhow::Result<()> {
	let output = run.wait_with_output()?;
	let result = last_json_line(&output)
		.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
	anyhow::ensure!(output.status.code() == Some(7), "{} {result}", output.status);
	anyhow::ensure!(result["attempts"] == 1, "{result}");
	Ok(())
}

fn the_agent_may_die_while_it_works(network: &mut Network, folder: &Path) -> anyhow::Result<()> {
	let (run, _) = start_sleeper(&network.cli("alice"), folder, 12)?;
	network.kill_agent(0);
	network.start_agent(0)?;
	finished_at_first_attempt(run)
}

fn the_node_may_die_while_the_agent_works(
	network: &mut Network,
	folder: &Path,
) -> anyhow::Result<()> {
	let module = workloads::sleeper(folder, 12);
	let alice = network.cli("alice");
	let submitted = alice.json(&["run", text(&module)?, "--max-seconds", "120", "--no-wait"])?;
	let id = submitted["task"].to_string();
	wait_for("the task to run", PATIENCE, || {
		Ok((alice.json(&["task", "show", &id])?["state"] == "running").then_some(()))
	})?;
	network.kill_node(0);
	std::thread::sleep(Duration::from_secs(3));
	network.restart_node(0)?;
	let task = wait_for("the task to finish", PATIENCE, || {
		let task = alice.json(&["task", "show", &id])?;
		Ok((task["state"] == "finished").then_some(task))
	})?;
	anyhow::ensure!(task["attempts"] == 1, "{task}");
	Ok(())
}

fn an_agent_with_a_wrong_key_hands_the_task_back(
	network: &mut Network,
	folder: &Path,
) -> anyhow::Result<()> {
	network.kill_agent(0);
	let bob = tradewind_tests::chain::account("bob")?.to_string();
	let key = folder.join("agent-key");
	std::fs::write(&key, format!("{}//Bob//agent\n", sp_core::crypto::DEV_PHRASE))?;
	let identity = stranger_identity(folder)?;
	let keys = ["--provider", &bob, "--key-file", text(&key)?, "--identity-file", text(&identity)?];
	network.start_agent_with(0, &keys)?;
	network.wait_until_ready()?;
	let module = workloads::sleeper(folder, 1);
	let output = network.cli("alice").output(&["run", text(&module)?, "--json"])?;
	let run = last_json_line(&output)
		.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
	anyhow::ensure!(output.status.code() == Some(75), "{} {run}", output.status);
	anyhow::ensure!(run["state"] == "failed", "{run}");
	Ok(())
}

/// An age identity that nothing was sealed to.
fn stranger_identity(folder: &Path) -> anyhow::Result<std::path::PathBuf> {
	let path = folder.join("stranger.txt");
	let identity = tradewind_client::seal::dev_identity("ferdie")?;
	std::fs::write(&path, tradewind_client::seal::identity_text(&identity))?;
	Ok(path)
}

/// No lease, no running stream, and no money reserved.
fn nothing_is_left_behind(network: &Network) -> anyhow::Result<()> {
	let alice = network.cli("alice");
	let leases = alice.json(&["lease", "list"])?;
	anyhow::ensure!(leases.as_array().is_some_and(Vec::is_empty), "{leases}");
	let accounts = alice.json(&["account", "list"])?;
	for account in accounts.as_array().into_iter().flatten() {
		anyhow::ensure!(account["reserved"] == "0" && account["streams"] == 0, "{account}");
	}
	Ok(())
}

fn text(path: &Path) -> anyhow::Result<&str> {
	path.to_str().context("a path that is not UTF-8")
}
