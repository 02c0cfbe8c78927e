//! What goes to standard output: tables for people, JSON for programs.

use comfy_table::{presets, CellAlignment, ContentArrangement, Table};
use serde::Serialize;
use std::io::Write;

/// Standard output, or whatever stands in for it in a test.
pub struct Output<'a> {
	json: bool,
	writer: &'a mut dyn Write,
}

/// The lines of a record, each a name and a value.
pub type Fields = Vec<(&'static str, String)>;

impl<'a> Output<'a> {
	/// Writes to `writer`, JSON if wanted.
	pub fn new(json: bool, writer: &'a mut dyn Write) -> Self {
		Self { json, writer }
	}

	/// Whether programs read this.
	pub fn is_json(&self) -> bool {
		self.json
	}

	/// Shows one thing: its fields, or the object on one line.
	pub fn record(
		&mut self,
		value: &impl Serialize,
		fields: impl FnOnce() -> Fields,
	) -> anyhow::Result<()> {
		if self.json {
			return self.json_line(value);
		}
		let fields = fields();
		let width = fields.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
		for (name, value) in fields {
			let mut lines = value.lines();
			writeln!(self.writer, "{name:width$}  {}", lines.next().unwrap_or("-"))?;
			for line in lines {
				writeln!(self.writer, "{:width$}  {line}", "")?;
			}
		}
		Ok(())
	}

	/// Shows many things: a table, or an array on one line.
	pub fn list<T: Serialize>(
		&mut self,
		values: &[T],
		heads: &[&str],
		row: impl Fn(&T) -> Vec<String>,
	) -> anyhow::Result<()> {
		if self.json {
			return self.json_line(&values);
		}
		if values.is_empty() {
			writeln!(self.writer, "none")?;
			return Ok(());
		}
		let mut table = Table::new();
		table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
		table.set_header(heads.iter().map(|head| head.to_uppercase()));
		table.add_rows(values.iter().map(row));
		for (index, column) in table.column_iter_mut().enumerate() {
			column.set_padding((0, 2));
			if heads.get(index).is_some_and(|head| *head == "id") {
				column.set_cell_alignment(CellAlignment::Right);
			}
		}
		for line in table.lines() {
			writeln!(self.writer, "{}", line.trim_end())?;
		}
		Ok(())
	}

	/// Says that something was done: a sentence, or an object on one line.
	pub fn done(
		&mut self,
		value: &impl Serialize,
		sentence: impl std::fmt::Display,
	) -> anyhow::Result<()> {
		if self.json {
			return self.json_line(value);
		}
		writeln!(self.writer, "{sentence}")?;
		Ok(())
	}

	/// Passes bytes on as they are.
	pub fn raw(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
		self.writer.write_all(bytes)?;
		self.writer.flush()?;
		Ok(())
	}

	fn json_line(&mut self, value: &impl Serialize) -> anyhow::Result<()> {
		serde_json::to_writer(&mut *self.writer, value)?;
		writeln!(self.writer)?;
		self.writer.flush()?;
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	fn captured(json: bool, show: impl FnOnce(&mut Output<'_>)) -> String {
		let mut bytes = Vec::new();
		show(&mut Output::new(json, &mut bytes));
		String::from_utf8(bytes).unwrap()
	}

	#[test]
	fn a_record_is_aligned_for_people_and_one_line_for_programs() {
		let show = |out: &mut Output<'_>| {
			let fields = || vec![("id", "7".to_owned()), ("status", "up\nand well".to_owned())];
			out.record(&json!({ "id": 7 }), fields).unwrap();
		};
		assert_eq!(captured(false, show), "id      7\nstatus  up\n        and well\n");
		assert_eq!(captured(true, show), "{\"id\":7}\n");
	}

	#[test]
	fn a_list_is_a_table_or_an_array() {
		let show = |out: &mut Output<'_>| {
			out.list(&[7, 11], &["id", "name"], |id| vec![id.to_string(), "n".to_owned()]).unwrap();
		};
		assert_eq!(captured(false, show), "ID  NAME\n 7  n\n11  n\n");
		assert_eq!(captured(true, show), "[7,11]\n");
	}

	#[test]
	fn an_empty_list_says_so() {
		let show = |out: &mut Output<'_>| {
			out.list::<u8>(&[], &["id"], |_| Vec::new()).unwrap();
		};
		assert_eq!(captured(false, show), "none\n");
		assert_eq!(captured(true, show), "[]\n");
	}
}
