//! What is printed: tables for people, JSON for programs.

use crate::day::{Effect, Sample, Setup};
use comfy_table::{presets, CellAlignment, Table};
use serde::Serialize;
use std::fmt::{self, Display, Formatter};

/// All that was measured.
#[derive(Serialize)]
pub struct Report<'a> {
	/// What was simulated.
	pub setup: Setup,
	/// How many classes it took.
	pub classes: usize,
	/// The day without any attempt.
	pub samples: &'a [Sample],
	/// What each attempt came to.
	pub effects: &'a [Effect],
}

/// The hours of the day, and the attempts.
impl Display for Report<'_> {
	fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
		let Setup { seed, providers, .. } = self.setup;
		writeln!(to, "{providers} providers, classes: {}, seed {seed}\n", self.classes)?;
		let heads =
			["time", "level", "10 %", "median", "90 %", "in use", "WIND/h", "placed", "refused"];
		let hours = self.samples.chunks(12).filter_map(|hour| Some((hour, hour.last()?)));
		let rows = hours.map(|(hour, last)| {
			vec![
				clock(last.seconds),
				format!("{:.4}", last.level),
				format!("{:.2}", last.asked_low),
				format!("{:.2}", last.asked_median),
				format!("{:.2}", last.asked_high),
				format!("{:.1} %", last.utilisation * 100.0),
				format!("{:.0}", last.revenue_per_hour),
				hour.iter().map(|sample| sample.served).sum::<u64>().to_string(),
				hour.iter().map(|sample| sample.refused).sum::<u64>().to_string(),
			]
		});
		write_table(to, &heads, rows)?;
		writeln!(
			to,
			"\nAsked: millionths of a WIND per second for a core and 4 GiB. Placed and refused: \
			 requests in the hour.\n"
		)?;
		if self.effects.is_empty() {
			return Ok(());
		}
		let heads = [
			"attempt",
			"leases",
			"level",
			"widest",
			"fees",
			"lost",
			"cost",
			"of revenue",
			"others",
		];
		let rows = self.effects.iter().map(|effect| {
			vec![
				effect.attempt.name.into(),
				effect.leases.to_string(),
				shift(effect.level_shift),
				shift(effect.widest_shift),
				format!("{:.2}", effect.fees),
				format!("{:.2}", effect.lost),
				format!("{:.2}", effect.cost),
				format!("{:.2} %", effect.cost_part * 100.0),
				format!("{:+.2}", effect.others),
			]
		});
		write_table(to, &heads, rows)?;
		writeln!(
			to,
			"\nEvery attempt is made in all classes at once. Level: the furthest that the average \
			 level was from where\nit would have been; widest: the level of any one class. Money in \
			 WIND, of all classes: fees, what the\nmanipulators sold less, both together, as a part \
			 of what they would have sold; and what all others\nsold more. Below zero it is the \
			 other way round."
		)
	}
}

fn write_table(
	to: &mut Formatter<'_>,
	heads: &[&str],
	rows: impl Iterator<Item = Vec<String>>,
) -> fmt::Result {
	let mut table = Table::new();
	table.load_preset(presets::NOTHING).set_header(heads.iter().map(|head| head.to_uppercase()));
	table.add_rows(rows);
	for (index, column) in table.column_iter_mut().enumerate() {
		column.set_padding((0, 2));
		if index > 0 {
			column.set_cell_alignment(CellAlignment::Right);
		}
	}
	for line in table.lines() {
		writeln!(to, "{}", line.trim_end())?;
	}
	Ok(())
}

fn clock(seconds: u64) -> String {
	format!("{:02}:{:02}", seconds / 3_600, seconds / 60 % 60)
}

/// A shift of the level; a plain zero is none at all.
fn shift(shift: f64) -> String {
	if shift == 0.0 {
		"0".into()
	} else {
		format!("{shift:+.5}")
	}
}
