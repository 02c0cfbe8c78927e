//! The picture: price, utilisation and revenue over the day, one above the other.

use crate::day::Sample;
use anyhow::{Context, Result};
use plotters::{coord::Shift, prelude::*};
use std::path::Path;

const SIZE: (u32, u32) = (900, 840);
const QUIET: RGBColor = RGBColor(31, 90, 150);
const DISTURBED: RGBColor = RGBColor(200, 70, 40);
const GRID: RGBColor = RGBColor(225, 225, 225);

/// A day and what it is called in the legend.
pub struct Line<'a> {
	/// Its name.
	pub name: &'a str,
	/// What was seen.
	pub samples: &'a [Sample],
}

/// Draws two days into an SVG file.
pub fn draw(path: &Path, quiet: Line<'_>, disturbed: Line<'_>) -> Result<()> {
	let area = SVGBackend::new(path, SIZE).into_drawing_area();
	area.fill(&WHITE)?;
	let lines = [(quiet, QUIET), (disturbed, DISTURBED)];
	let [price, usage, revenue]: [DrawingArea<_, _>; 3] =
		area.split_evenly((3, 1)).try_into().ok().context("three panels")?;
	let title = "Price: median asked for a core and 4 GiB, millionths of a WIND per second";
	panel(&price, title, &lines, |sample| sample.asked_median, true)?;
	panel(&usage, "Utilisation, %", &lines, |sample| sample.utilisation * 100.0, false)?;
	panel(&revenue, "Revenue, WIND per hour", &lines, |sample| sample.revenue_per_hour, false)?;
	area.present().with_context(|| format!("cannot write {}", path.display()))
}

fn panel(
	area: &DrawingArea<SVGBackend<'_>, Shift>,
	title: &str,
	lines: &[(Line<'_>, RGBColor)],
	value: impl Fn(&Sample) -> f64,
	has_legend: bool,
) -> Result<()> {
	let all = || lines.iter().flat_map(|(line, _)| line.samples);
	let low = all().map(&value).fold(f64::INFINITY, f64::min);
	let high = all().map(&value).fold(f64::NEG_INFINITY, f64::max);
	let room = ((high - low) * 0.1).max(high.abs() * 1e-3);
	let end = all().map(|sample| sample.seconds).max().unwrap_or_default() as f64 / 3_600.0;
	let mut chart = ChartBuilder::on(area)
		.caption(title, ("sans-serif", 16))
		.margin_right(24)
		.margin_bottom(6)
		.x_label_area_size(28)
		.y_label_area_size(64)
		.build_cartesian_2d(0.0..end, low - room..high + room)?;
	let digits = if high - low < 5.0 { 2 } else { 0 };
	chart
		.configure_mesh()
		.x_labels(13)
		.y_labels(6)
		.x_label_formatter(&|hour| format!("{hour:.0}:00"))
		.y_label_formatter(&|value| format!("{value:.digits$}"))
		.light_line_style(TRANSPARENT)
		.bold_line_style(GRID)
		.label_style(("sans-serif", 12))
		.draw()?;
	for (line, colour) in lines {
		let points = line.samples.iter().map(|one| (one.seconds as f64 / 3_600.0, value(one)));
		chart
			.draw_series(LineSeries::new(points, colour.stroke_width(2)))?
			.label(line.name)
			.legend(|(x, y)| PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)));
	}
	if has_legend {
		chart
			.configure_series_labels()
			.position(SeriesLabelPosition::UpperLeft)
			.background_style(WHITE)
			.label_font(("sans-serif", 12))
			.draw()?;
	}
	Ok(())
}
