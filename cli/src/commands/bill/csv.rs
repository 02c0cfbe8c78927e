//! Statements for spreadsheets: comma-separated values, as RFC 4180 has them.

use tradewind_client::{history::Statement, statement::Line};

const HEAD: [&str; 18] = [
	"state", "account", "task", "lease", "stream", "channel", "asset", "payee", "rate", "seconds",
	"downtime", "credits", "amount", "fee", "received", "first", "last", "forfeit",
];

/// The lines of a statement, those that are not paid yet after the others. Amounts are in the
/// smallest unit, moments in seconds since 1970.
pub fn write(statement: &Statement) -> String {
	let settled = statement.lines.iter().map(|line| row("settled", line));
	let unsettled = statement.unsettled.iter().map(|line| row("unsettled", line));
	let head = HEAD.map(str::to_owned);
	std::iter::once(head).chain(settled).chain(unsettled).map(|row| record(&row)).collect()
}

fn row(state: &str, line: &Line) -> [String; 18] {
	let id = |id: Option<u64>| id.map_or_else(String::new, |id| id.to_string());
	let source = &line.source;
	[
		state.to_owned(),
		line.account.0.to_string(),
		id(source.task.map(|id| id.0)),
		id(source.lease.map(|id| id.0)),
		id(source.stream.map(|id| id.0)),
		id(source.channel.map(|id| id.0)),
		line.asset.to_string(),
		line.payee.to_string(),
		line.rate.0.to_string(),
		line.seconds.to_string(),
		line.downtime.to_string(),
		line.credits.to_string(),
		line.amount.to_string(),
		line.fee.to_string(),
		line.amount.saturating_sub(line.fee).to_string(),
		line.first.0.to_string(),
		line.last.0.to_string(),
		line.forfeit.to_string(),
	]
}

/// One record with its line break.
fn record(fields: &[String]) -> String {
	fields.iter().map(|field| quoted(field)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A field, in quotes where something in it would otherwise be taken for more than text.
fn quoted(field: &str) -> String {
	if field.contains(['"', ',', '\r', '\n']) {
		return format!("\"{}\"", field.replace('"', "\"\""));
	}
	field.to_owned()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_more_than_text_is_quoted() {
		for (field, written) in [
			("", ""),
			("plain text", "plain text"),
			("a,b", "\"a,b\""),
			("say \"so\"", "\"say \"\"so\"\"\""),
			("two\nlines", "\"two\nlines\""),
			("\r", "\"\r\""),
		] {
			assert_eq!(quoted(field), written);
		}
		let fields = ["1".to_owned(), "a,b".to_owned(), String::new()];
		assert_eq!(record(&fields), "1,\"a,b\",\r\n");
	}
}
