//! Independent runs of one workload, compared.

use super::{
	report::{self, Summary},
	Opts,
};
use crate::{context::Context, exit::fail, output::Output};
use serde::Serialize;
use tradewind_client::{tasks::Task, H256};

/// What programs read: the summary of the run that speaks for all, and the comparison.
#[derive(Serialize)]
struct Compared<'a> {
	#[serde(flatten)]
	summary: &'a Summary,
	agreement: Agreement,
	replicas: Vec<Summary>,
}

/// How many runs came to the same result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Agreement {
	/// How many were asked for.
	of: usize,
	/// How many finished.
	finished: usize,
	/// How many came to the result that most came to.
	agreeing: usize,
	/// How many different results there are.
	results: usize,
}

impl Agreement {
	fn of(outputs: &[Option<H256>]) -> (Self, Option<H256>) {
		let finished: Vec<_> = outputs.iter().flatten().copied().collect();
		let mut results: Vec<H256> = Vec::new();
		for output in &finished {
			if !results.contains(output) {
				results.push(*output);
			}
		}
		let count = |result: &H256| finished.iter().filter(|output| *output == result).count();
		// Of equally frequent results the first one speaks.
		let most = results.iter().fold(None, |best: Option<(H256, usize)>, result| {
			let count = count(result);
			if best.is_none_or(|(_, most)| count > most) {
				Some((*result, count))
			} else {
				best
			}
		});
		let agreement = Self {
			of: outputs.len(),
			finished: finished.len(),
			agreeing: most.map_or(0, |(_, count)| count),
			results: results.len(),
		};
		(agreement, most.map(|(result, _)| result))
	}
}

/// Compares the runs, delivers the result that most came to, and says how they agree.
pub async fn conclude(
	tasks: &[Task],
	opts: &Opts,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<u8> {
	let output = |task: &Task| task.state.receipt().map(|receipt| receipt.report.output);
	let outputs: Vec<_> = tasks.iter().map(output).collect();
	let (agreement, result) = Agreement::of(&outputs);
	let speaker = tasks.iter().find(|task| result.is_some() && output(task) == result);
	let Some(task) = speaker.or(tasks.first()) else {
		fail!(NotDone, "nothing was run");
	};
	// What was reported is only a claim: every result is fetched and checked before it counts.
	for other in tasks.iter().filter(|other| other.id != task.id) {
		report::fetch(other, context).await?;
	}
	let fetched = report::fetch(task, context).await?;
	report::deliver(fetched.as_ref(), opts.output.as_deref(), out)?;
	let summary = Summary::of(task);
	let replicas = tasks.iter().map(Summary::of).collect();
	if out.is_json() {
		out.done(&Compared { summary: &summary, agreement, replicas }, "")?;
	} else {
		for task in tasks {
			match task.state.receipt() {
				Some(receipt) => eprintln!("{}", report::sentence(task.id, receipt)),
				None => eprintln!("task {} is {}", task.id.0, task.state.name()),
			}
		}
		let Agreement { of, agreeing, .. } = agreement;
		let digest = result.map_or_else(String::new, |result| format!(": sha256 {result:?}"));
		eprintln!("{agreeing} of {of} replicas agree{digest}");
	}
	if agreement.results > 1 {
		fail!(Disagreement, "the replicas came to {} different results", agreement.results);
	}
	match task.state.receipt() {
		Some(receipt) if agreement.finished == agreement.of => {
			Ok(report::exit_code(receipt.report.outcome))
		},
		_ => {
			let missing = agreement.of.saturating_sub(agreement.finished);
			fail!(NotDone, "{missing} of {} replicas came to no result", agreement.of)
		},
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const A: Option<H256> = Some(H256([1; 32]));
	const B: Option<H256> = Some(H256([2; 32]));

	fn agreement(outputs: &[Option<H256>]) -> ((usize, usize, usize), Option<H256>) {
		let (agreement, result) = Agreement::of(outputs);
		assert_eq!(agreement.of, outputs.len());
		((agreement.finished, agreement.agreeing, agreement.results), result)
	}

	#[test]
	fn the_result_that_most_came_to_speaks() {
		assert_eq!(agreement(&[A, A, A]), ((3, 3, 1), A));
		assert_eq!(agreement(&[A, B, B]), ((3, 2, 2), B));
		assert_eq!(agreement(&[A, B]), ((2, 1, 2), A));
		assert_eq!(agreement(&[None, A]), ((1, 1, 1), A));
		assert_eq!(agreement(&[None, None]), ((0, 0, 0), None));
	}
}
