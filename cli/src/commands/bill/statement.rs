//! `tradewind bill --account …`: the statement of a period, line by line.

use super::csv;
use crate::{
	commands::short,
	context::Context,
	exit::fail,
	output::{Fields, Output},
	time,
};
use clap::Args;
use tradewind_client::{
	history::{Scope, Statement},
	statement::{Line, Source},
	AccountId, LeaseId, TabId, TaskId, Timestamp,
};

/// What a statement is about, and of when.
#[derive(Args, Debug, Default)]
pub struct StatementArgs {
	/// What this account paid
	#[arg(long, value_name = "ID")]
	account: Option<u64>,
	/// What this task cost
	#[arg(long, value_name = "ID")]
	task: Option<u64>,
	/// What this lease cost
	#[arg(long, value_name = "ID")]
	lease: Option<u64>,
	/// What this payee received
	#[arg(long, value_name = "ADDRESS")]
	payee: Option<AccountId>,
	/// The first moment of the period, in UTC; when left out: the day a task or lease began, or 31
	/// days ago, or as far back as the node remembers
	#[arg(long, value_name = "MOMENT", value_parser = time::parse)]
	from: Option<Timestamp>,
	/// The moment at which the period is over; the last final block when left out
	#[arg(long, value_name = "MOMENT", value_parser = time::parse)]
	to: Option<Timestamp>,
	/// Write the lines as comma-separated values
	#[arg(long)]
	csv: bool,
}

impl StatementArgs {
	/// Whether any of it was said.
	pub fn is_given(&self) -> bool {
		!self.scope().eq(&Scope::default()) || self.from.is_some() || self.to.is_some() || self.csv
	}

	fn scope(&self) -> Scope {
		Scope {
			account: self.account.map(TabId),
			task: self.task.map(TaskId),
			lease: self.lease.map(LeaseId),
			payee: self.payee,
		}
	}
}

/// Does it.
pub async fn run(
	args: StatementArgs,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let scope = args.scope();
	if scope == Scope::default() {
		fail!(Usage, "a bill of what? say --account, --task, --lease or --payee");
	}
	if args.csv && out.is_json() {
		fail!(Usage, "say only one of --csv and --json");
	}
	if let (Some(from), Some(to)) = (args.from, args.to) {
		if from >= to {
			fail!(Usage, "the period ends at {} and begins no earlier", time::show(to));
		}
	}
	let client = context.client().await?;
	let from = match args.from {
		Some(from) => Some(from),
		None => beginning(scope, context).await?,
	};
	let period = context.wait("finding the period", client.period(from, args.to)).await?;
	let blocks = period.blocks();
	let progress = context.progress(&format!("reading {blocks} blocks"));
	let statement = client.statement(period, scope, |read| {
		progress.say(format!("reading block {read} of {blocks}"));
	});
	let statement = progress.during(statement).await?;
	drop(progress);
	show(&statement, args.csv, out)
}

/// When what is asked about began, if the chain still says so. Its whole bill is wanted then.
async fn beginning(scope: Scope, context: &Context) -> anyhow::Result<Option<Timestamp>> {
	let state = context.state().await?;
	if let Some(id) = scope.lease {
		if let Some(lease) = state.lease(id).await? {
			return Ok(Some(lease.opened));
		}
	}
	if let Some(id) = scope.task {
		if let Some(task) = state.task(id).await? {
			return Ok(Some(task.submitted));
		}
	}
	Ok(None)
}

fn show(statement: &Statement, csv: bool, out: &mut Output<'_>) -> anyhow::Result<()> {
	if csv {
		out.raw(csv::write(statement).as_bytes())?;
	} else if out.is_json() {
		out.record(statement, Vec::new)?;
	} else {
		let heads = [
			"for",
			"payee",
			"rate",
			"seconds",
			"downtime",
			"credits",
			"amount",
			"of it forfeit",
			"of it fee",
		];
		out.list(&statement.lines, &heads, |line| row(line, statement))?;
		if !statement.unsettled.is_empty() {
			out.raw(b"\nnot paid yet:\n")?;
			out.list(&statement.unsettled, &heads, |line| row(line, statement))?;
		}
		out.raw(b"\n")?;
		out.record(statement, || fields(statement))?;
	}
	if statement.books.is_some_and(|books| !books.exact) {
		fail!(Data, "the funds of the account do not follow from what moved");
	}
	Ok(())
}

fn row(line: &Line, statement: &Statement) -> Vec<String> {
	let asset = line.asset;
	let rate = match line.rate.0 {
		0 => "-".to_owned(),
		rate => format!("{}/s", asset.show(rate)),
	};
	let mut source = describe(&line.source);
	if statement.scope.account.is_none() {
		source = format!("{source} (account {})", line.account.0);
	}
	vec![
		source,
		short(&line.payee),
		rate,
		line.seconds.to_string(),
		line.downtime.to_string(),
		asset.show(line.credits),
		asset.show(line.amount),
		asset.show(line.forfeit),
		asset.show(line.fee),
	]
}

/// What a line is for, in a few words.
fn describe(source: &Source) -> String {
	let Source { task, lease, stream, channel } = source;
	let mut parts = Vec::new();
	if let Some(task) = task {
		parts.push(format!("task {}", task.0));
	}
	match (lease, stream, channel) {
		(Some(lease), _, _) => parts.push(format!("lease {}", lease.0)),
		(None, Some(stream), _) => parts.push(format!("stream {}", stream.0)),
		(None, None, Some(channel)) => parts.push(format!("channel {}", channel.0)),
		(None, None, None) => {},
	}
	parts.join(", ")
}

fn fields(statement: &Statement) -> Fields {
	let period = &statement.period;
	let blocks = match period.blocks() {
		0 => "no block".to_owned(),
		_ => format!("blocks {} to {}", period.first_block, period.last_block),
	};
	let mut fields = vec![
		("from", time::show(period.from)),
		("until", format!("{}, {blocks}", time::show(period.until))),
	];
	for total in &statement.totals {
		let asset = total.asset;
		fields.push(("paid", asset.show(total.amount)));
		if total.forfeit > 0 {
			fields.push(("of it forfeits", asset.show(total.forfeit)));
		}
		fields.push(("of it fees", asset.show(total.fee)));
		fields.push(("received", asset.show(total.received)));
		fields.push(("credited", asset.show(total.credits)));
	}
	for total in tradewind_client::statement::totals(&statement.unsettled) {
		fields.push(("not paid yet", total.asset.show(total.amount)));
	}
	if let Some(books) = &statement.books {
		let asset = statement.asset.unwrap_or_default();
		fields.push(("funds before", asset.show(books.opening)));
		fields.push(("+ paid in", asset.show(books.paid_in)));
		fields.push(("+ credited", asset.show(books.credited)));
		fields.push(("- paid", asset.show(books.spent)));
		fields.push(("- taken out", asset.show(books.taken_out)));
		let verdict = if books.exact { "exactly" } else { "NOT" };
		fields.push(("= funds after", format!("{}, {verdict}", asset.show(books.closing))));
	}
	fields
}

#[cfg(test)]
mod tests {
	use super::*;
	use tradewind_client::{
		history::Period,
		statement::{totals, Books},
		Asset, Rate, StreamId,
	};

	fn statement(exact: bool) -> Statement {
		let line = Line {
			account: TabId(3),
			source: Source {
				task: Some(TaskId(7)),
				lease: Some(LeaseId(5)),
				stream: Some(StreamId(9)),
				channel: None,
			},
			asset: Asset::Native,
			payee: AccountId([1; 32]),
			rate: Rate(1_000_000),
			seconds: 42,
			downtime: 3,
			credits: 500,
			amount: 43_000_000,
			forfeit: 1_000_000,
			fee: 420_000,
			first: Timestamp(60),
			last: Timestamp(120),
		};
		let books = Books {
			opening: 100_000_000,
			paid_in: 0,
			credited: 500,
			spent: 43_000_000,
			taken_out: 0,
			closing: 57_000_500,
			exact,
		};
		Statement {
			scope: Scope { account: Some(TabId(3)), ..Scope::default() },
			period: Period {
				from: Timestamp(0),
				until: Timestamp(120),
				first_block: 1,
				last_block: 40,
			},
			asset: Some(Asset::Native),
			totals: totals(std::slice::from_ref(&line)),
			unsettled: vec![Line { seconds: 1, amount: 1_000_000, fee: 0, ..line.clone() }],
			lines: vec![line],
			books: Some(books),
		}
	}

	fn shown(json: bool, csv: bool, exact: bool) -> (anyhow::Result<()>, String) {
		let mut bytes = Vec::new();
		let result = show(&statement(exact), csv, &mut Output::new(json, &mut bytes));
		(result, String::from_utf8(bytes).unwrap())
	}

	#[test]
	fn people_see_lines_sums_and_books() {
		let (result, text) = shown(false, false, true);
		result.unwrap();
		for part in [
			"task 7, lease 5",
			"1 uWIND/s",
			"43 uWIND",
			"of it forfeits",
			"not paid yet",
			"blocks 1 to 40",
			"= funds after   57.0005 uWIND, exactly",
		] {
			assert!(text.contains(part), "{part} is missing:\n{text}");
		}
	}

	#[test]
	fn programs_see_every_number_of_a_line() {
		let (result, text) = shown(true, false, true);
		result.unwrap();
		assert_eq!(text.lines().count(), 1);
		let json: serde_json::Value = serde_json::from_str(&text).unwrap();
		let line = &json["lines"][0];
		assert_eq!((&line["rate"], &line["seconds"]), (&"1000000".into(), &42.into()));
		assert_eq!((&line["downtime"], &line["credits"]), (&3.into(), &"500".into()));
		assert_eq!((&line["amount"], &line["fee"]), (&"43000000".into(), &"420000".into()));
		assert_eq!(
			(&line["forfeit"], &json["totals"][0]["forfeit"]),
			(&"1000000".into(), &"1000000".into())
		);
		assert_eq!(line["payee"], AccountId([1; 32]).to_string());
		assert_eq!(
			(&line["task"], &line["lease"], &line["stream"]),
			(&7.into(), &5.into(), &9.into())
		);
		assert_eq!(json["totals"][0]["received"], "42580000");
		assert_eq!((&json["account"], &json["books"]["exact"]), (&3.into(), &true.into()));
		assert_eq!(json["period"]["last_block"], 40);
	}

	#[test]
	fn books_that_do_not_close_are_a_failure() {
		for (json, csv) in [(false, false), (true, false), (false, true)] {
			let (result, _) = shown(json, csv, false);
			assert_eq!(crate::exit::code(&result.unwrap_err()), crate::exit::Exit::Data);
		}
	}

	#[test]
	fn lines_can_be_read_by_a_spreadsheet() {
		let (result, text) = shown(false, true, true);
		result.unwrap();
		let lines: Vec<_> = text.lines().collect();
		assert_eq!(lines.len(), 3);
		let width = lines[0].split(',').count();
		assert!(lines.iter().all(|line| line.split(',').count() == width), "{text}");
		assert!(lines[1].starts_with("settled,3,7,5,9,,native,"), "{text}");
		assert!(lines[0].ends_with(",last,forfeit") && lines[1].ends_with(",1000000"), "{text}");
		assert!(lines[2].starts_with("unsettled,3,7,5,9,,native,"), "{text}");
	}

	#[test]
	fn every_kind_of_source_has_words() {
		let none = Source::default();
		assert_eq!(describe(&Source { stream: Some(StreamId(4)), ..none }), "stream 4");
		let channel = Some(tradewind_client::ChannelId(2));
		assert_eq!(describe(&Source { channel, ..none }), "channel 2");
	}
}
