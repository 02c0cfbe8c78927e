//! The end of a task: its result, its files, one line that says it all.

use crate::{
	context::Context,
	exit::{fail, Exit, OrExit},
	output::Output,
	quantity,
};
use serde::Serialize;
use std::{path::Path, time::Duration};
use tradewind_client::{
	bundle::{Limits, Outcome, ResultBundle},
	gateway::{check_plain, Gateway},
	json, seal,
	tasks::{Receipt, Task, TaskState},
	AccountId, Asset, Balance, Rate, Seconds, TaskId, H256,
};

/// How often a gateway is asked for a result that it does not have yet.
const TRIES: u32 = 20;

/// What programs read in the last line of `run --json`.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
	/// The task.
	pub task: TaskId,
	/// Where it stands: `queued`, `placed`, `running`, `finished`, `failed` or `cancelled`.
	pub state: &'static str,
	/// How the workload ended, when it finished: `exited`, `trapped` and so on.
	pub outcome: Option<&'static str>,
	/// With what it exited, when it did.
	pub exit_code: Option<i32>,
	/// Who has it, or who ran it.
	pub provider: Option<AccountId>,
	/// Seconds billed.
	pub seconds: Option<Seconds>,
	/// Seconds deducted because the provider was down.
	pub downtime: Option<Seconds>,
	/// The price of a second.
	#[serde(serialize_with = "json::optional_amount")]
	pub rate: Option<Balance>,
	/// What it cost.
	#[serde(serialize_with = "json::optional_amount")]
	pub amount: Option<Balance>,
	/// What was credited.
	#[serde(serialize_with = "json::optional_amount")]
	pub credited: Option<Balance>,
	/// In what asset.
	pub asset: Option<Asset>,
	/// SHA-256 of the sealed result.
	pub result_sha256: Option<H256>,
	/// SHA-256 of the plain result archive.
	pub output_sha256: Option<H256>,
	/// How many providers tried.
	pub attempts: u8,
	/// Why the chain gave it up.
	pub reason: Option<String>,
}

impl Summary {
	/// What can be said about a task.
	pub fn of(task: &Task) -> Self {
		let mut summary = Self {
			task: task.id,
			state: task.state.name(),
			outcome: None,
			exit_code: None,
			provider: task.state.attempt().map(|attempt| attempt.provider),
			seconds: None,
			downtime: None,
			rate: task.state.attempt().map(|attempt| attempt.rate.0),
			amount: None,
			credited: None,
			asset: task.state.attempt().map(|attempt| attempt.asset),
			result_sha256: None,
			output_sha256: None,
			attempts: task.attempts,
			reason: None,
		};
		match &task.state {
			TaskState::Finished { receipt } => summary.finished(receipt),
			TaskState::Failed { reason, .. } => summary.reason = Some(reason.to_string()),
			TaskState::Cancelled { bill: Some(bill), .. } => {
				summary.seconds = Some(bill.seconds);
				summary.downtime = Some(bill.downtime);
				summary.amount = Some(bill.amount);
				summary.credited = Some(bill.credited);
			},
			_ => {},
		}
		summary
	}

	fn finished(&mut self, receipt: &Receipt) {
		let Receipt { provider, report, rate: Rate(rate), asset, bill, .. } = receipt;
		self.outcome = Some(report.outcome.name());
		self.exit_code = match report.outcome {
			Outcome::Exited(code) => Some(code),
			_ => None,
		};
		self.provider = Some(*provider);
		self.seconds = Some(bill.seconds);
		self.downtime = Some(bill.downtime);
		self.rate = Some(*rate);
		self.amount = Some(bill.amount);
		self.credited = Some(bill.credited);
		self.asset = Some(*asset);
		self.result_sha256 = Some(report.result);
		self.output_sha256 = Some(report.output);
	}
}

/// With what the program exits after a workload ended so.
pub fn exit_code(outcome: Outcome) -> u8 {
	match outcome {
		// As a shell sees it; but what is not 0 never becomes 0.
		Outcome::Exited(code) => match code.to_le_bytes() {
			[0, ..] if code != 0 => 1,
			[low, ..] => low,
		},
		Outcome::TimedOut => 124,
		Outcome::OutOfDisk => 125,
		Outcome::InvalidModule => 126,
		Outcome::Trapped => 134,
		Outcome::OutOfMemory => 137,
	}
}

/// The result of a task that finished, fetched, checked and opened; `None` when there is none.
pub async fn fetch(task: &Task, context: &Context) -> anyhow::Result<Option<ResultBundle>> {
	let Some(receipt) = task.state.receipt() else { return Ok(None) };
	let sealed = fetch_sealed(task.id, receipt, context).await?;
	let identity = context.keys()?.identity.clone();
	let plain = seal::open(&sealed, &[identity]).or_exit(Exit::Data, "the result does not open")?;
	check_plain(task.id, &plain, &receipt.report)?;
	let result = ResultBundle::unpack(plain.as_slice(), Limits::default())
		.or_exit(Exit::Data, "the result does not unpack")?;
	if result.summary.outcome != receipt.report.outcome {
		fail!(Data, "the result says another outcome than was reported on chain");
	}
	Ok(Some(result))
}

/// The sealed result, as its provider delivers it.
pub async fn fetch_sealed(
	task: TaskId,
	receipt: &Receipt,
	context: &Context,
) -> anyhow::Result<Vec<u8>> {
	let provider = context.state().await?.provider(receipt.provider).await?;
	let Some(provider) = provider else {
		fail!(Unavailable, "provider {} is gone, and the result with it", receipt.provider);
	};
	let endpoint = &provider.profile.endpoint;
	let gateway = Gateway::new()?;
	let progress = context.progress("fetching the result");
	let fetch = async {
		let mut tries = 1;
		loop {
			match gateway.sealed_result(endpoint, task, &receipt.report).await {
				Err(error) if error.is_transient() && tries < TRIES => {
					tries += 1;
					tokio::time::sleep(Duration::from_millis(500)).await;
				},
				done => return done,
			}
		}
	};
	Ok(progress.during(fetch).await?)
}

/// Prints what the workload printed, and writes its files.
pub fn deliver(
	result: Option<&ResultBundle>,
	folder: Option<&Path>,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let Some(result) = result else { return Ok(()) };
	{
		use std::io::Write;
		let mut stderr = std::io::stderr();
		stderr
			.write_all(&result.stderr)
			.and_then(|()| stderr.flush())
			.or_exit(Exit::Output, "stderr")?;
	}
	out.raw(&result.stdout)?;
	if out.is_json() && !result.stdout.is_empty() && !result.stdout.ends_with(b"\n") {
		out.raw(b"\n")?;
	}
	if let Some(detail) = &result.summary.detail {
		eprintln!("note: {detail}");
	}
	let truncated = [
		(result.summary.stdout_truncated, "standard output"),
		(result.summary.stderr_truncated, "standard error"),
	];
	for (_, what) in truncated.into_iter().filter(|(truncated, _)| *truncated) {
		eprintln!("note: only the beginning of the {what} was kept");
	}
	for skipped in &result.summary.skipped {
		eprintln!("note: `{skipped}` was left behind; it is no plain file with an allowed name");
	}
	match folder {
		Some(folder) => write_files(result, folder),
		None if result.files.is_empty() => Ok(()),
		None => {
			eprintln!("note: files that came back: {}; --output keeps them", result.files.len());
			Ok(())
		},
	}
}

fn write_files(result: &ResultBundle, folder: &Path) -> anyhow::Result<()> {
	std::fs::create_dir_all(folder).or_exit(Exit::Output, folder.display())?;
	for (name, bytes) in &result.files {
		let path = folder.join(name);
		let parent = path.parent().unwrap_or(folder);
		std::fs::create_dir_all(parent).or_exit(Exit::Output, parent.display())?;
		// The names are safe, but what lies in the folder already may lead out of it.
		let mut step = folder.to_path_buf();
		for part in Path::new(name) {
			step.push(part);
			if step.is_symlink() {
				fail!(Output, "{} is a link; nothing is written through it", step.display());
			}
		}
		std::fs::write(&path, bytes).or_exit(Exit::Output, path.display())?;
	}
	Ok(())
}

/// Fetches and delivers the result of a task that is over, and says how it ended. Programs get
/// their last line even when the result cannot be had.
pub async fn finish(
	task: &Task,
	folder: Option<&Path>,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<u8> {
	let delivered = match fetch(task, context).await {
		Ok(result) => deliver(result.as_ref(), folder, out),
		Err(error) => Err(error),
	};
	let concluded = conclude(&Summary::of(task), task, out);
	delivered.and(concluded)
}

/// Says how it ended: the last line for programs, a word on standard error for people.
pub fn conclude(summary: &Summary, task: &Task, out: &mut Output<'_>) -> anyhow::Result<u8> {
	if out.is_json() {
		out.done(summary, "")?;
	}
	let id = task.id.0;
	match &task.state {
		TaskState::Finished { receipt } => {
			if !out.is_json() {
				eprintln!("{}", sentence(task.id, receipt));
			}
			Ok(exit_code(receipt.report.outcome))
		},
		TaskState::Failed { reason, .. } => fail!(NotDone, "task {id} failed: {reason}"),
		TaskState::Cancelled { .. } => fail!(NotDone, "task {id} was cancelled"),
		other => fail!(NotDone, "task {id} is {}", other.name()),
	}
}

/// How a task ended, in a sentence.
pub fn sentence(task: TaskId, receipt: &Receipt) -> String {
	let how = match receipt.report.outcome {
		Outcome::Exited(code) => format!("exited with {code}"),
		other => other.name().replace('_', " "),
	};
	let bill = &receipt.bill;
	let mut text = format!(
		"task {} {how} at {} after {} for {}",
		task.0,
		super::short(&receipt.provider),
		quantity::show_duration(bill.seconds),
		receipt.asset.show(bill.amount)
	);
	if bill.credited > 0 {
		text.push_str(&format!(", {} credited", receipt.asset.show(bill.credited)));
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;
	use tradewind_client::bundle::{Files, Summary as BundleSummary};

	fn result(files: &[(&str, &str)]) -> ResultBundle {
		let files: Files = files
			.iter()
			.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
			.collect();
		ResultBundle {
			summary: BundleSummary::new(Outcome::Exited(0)),
			stdout: b"no newline".to_vec(),
			stderr: Vec::new(),
			files,
		}
	}

	#[test]
	fn the_program_exits_as_the_workload_did() {
		for (outcome, code) in [
			(Outcome::Exited(0), 0),
			(Outcome::Exited(3), 3),
			(Outcome::Exited(255), 255),
			(Outcome::Exited(256), 1),
			(Outcome::Exited(257), 1),
			(Outcome::Exited(-1), 255),
			(Outcome::TimedOut, 124),
			(Outcome::Trapped, 134),
			(Outcome::OutOfMemory, 137),
		] {
			assert_eq!(exit_code(outcome), code, "{outcome:?}");
		}
	}

	#[test]
	fn what_programs_read_begins_on_a_line_of_its_own() {
		for (json, expected) in [(true, "no newline\n"), (false, "no newline")] {
			let mut bytes = Vec::new();
			deliver(Some(&result(&[])), None, &mut Output::new(json, &mut bytes)).unwrap();
			assert_eq!(String::from_utf8(bytes).unwrap(), expected);
		}
	}

	#[test]
	fn files_are_written_into_the_folder() {
		let folder = tempfile::tempdir().unwrap();
		let target = folder.path().join("new/out");
		let result = result(&[("a.txt", "one"), ("deep/down/b.txt", "two")]);
		write_files(&result, &target).unwrap();
		assert_eq!(std::fs::read_to_string(target.join("a.txt")).unwrap(), "one");
		assert_eq!(std::fs::read_to_string(target.join("deep/down/b.txt")).unwrap(), "two");
	}

	#[cfg(unix)]
	#[test]
	fn nothing_is_written_through_a_link() {
		let folder = tempfile::tempdir().unwrap();
		let (inside, outside) = (folder.path().join("in"), folder.path().join("out"));
		std::fs::create_dir_all(&inside).unwrap();
		std::fs::create_dir_all(&outside).unwrap();
		std::os::unix::fs::symlink(&outside, inside.join("deep")).unwrap();
		assert!(write_files(&result(&[("deep/a.txt", "x")]), &inside).is_err());
		assert!(!outside.join("a.txt").exists());
	}
}
