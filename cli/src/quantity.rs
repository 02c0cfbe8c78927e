//! Quantities as people write them: cores, sizes, lengths of time, resources.

use clap::Args;
use tradewind_client::{Resources, Seconds, UnitPrices};

/// Reads cores, in thousandths: `2`, `0.5`, `1.25`.
pub fn parse_cores(text: &str) -> Result<u32, String> {
	let malformed = || format!("`{text}` is not a number of cores such as 2 or 0.5");
	let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
	let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
	if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
		return Err(malformed());
	}
	if fraction.len() > 3 {
		return Err(format!("`{text}` is finer than a thousandth of a core"));
	}
	format!("{whole}{fraction:0<3}").parse().map_err(|_| format!("`{text}` is too many cores"))
}

/// Reads a size, in MiB: `256MiB`, `1.5GiB`, `2TiB`. A part of a MiB counts as a whole one.
pub fn parse_size(text: &str) -> Result<u32, String> {
	const UNITS: [(&str, u128); 8] = [
		("KiB", 1 << 10),
		("MiB", 1 << 20),
		("GiB", 1 << 30),
		("TiB", 1 << 40),
		("KB", 1_000),
		("MB", 1_000_000),
		("GB", 1_000_000_000),
		("TB", 1_000_000_000_000),
	];
	let malformed = || format!("`{text}` is not a size such as 256MiB or 1.5GiB");
	let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(malformed)?;
	let (number, unit) = text.split_at(end);
	let unit = unit.trim();
	let (_, unit) = UNITS.into_iter().find(|(name, _)| *name == unit).ok_or_else(malformed)?;
	let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
	if whole.is_empty() || number.ends_with('.') || fraction.contains('.') || fraction.len() > 6 {
		return Err(malformed());
	}
	let too_large = || format!("`{text}` is too large");
	let millionths: u128 = format!("{whole}{fraction:0<6}").parse().map_err(|_| too_large())?;
	let bytes = millionths.checked_mul(unit).ok_or_else(too_large)?.div_ceil(1_000_000);
	u32::try_from(bytes.div_ceil(1 << 20)).map_err(|_| too_large())
}

/// Reads a length of time, in seconds: `90`, `90s`, `5m`, `2h`, `1d`.
pub fn parse_duration(text: &str) -> Result<Seconds, String> {
	let malformed = || format!("`{text}` is not a length of time such as 90, 5m or 2h");
	let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
	let (number, unit) = text.split_at(end);
	let unit = match unit {
		"" | "s" => 1,
		"m" => 60,
		"h" => 3_600,
		"d" => 86_400,
		_ => return Err(malformed()),
	};
	let number: Seconds = number.parse().map_err(|_| malformed())?;
	number.checked_mul(unit).ok_or_else(|| format!("`{text}` is too long"))
}

/// A size in MiB for people.
pub fn show_size(mib: u32) -> String {
	const GIB: u32 = 1 << 10;
	const TIB: u32 = 1 << 20;
	match mib {
		0 => "0".to_owned(),
		mib if mib % TIB == 0 => format!("{} TiB", mib / TIB),
		mib if mib % GIB == 0 => format!("{} GiB", mib / GIB),
		mib => format!("{mib} MiB"),
	}
}

/// Cores in thousandths for people.
pub fn show_cores(millis: u32) -> String {
	let (whole, rest) = (millis / 1000, millis % 1000);
	if rest == 0 {
		return whole.to_string();
	}
	format!("{whole}.{}", format!("{rest:03}").trim_end_matches('0'))
}

/// A length of time for people: the two largest units.
pub fn show_duration(seconds: Seconds) -> String {
	let (days, hours) = (seconds / 86_400, seconds / 3_600 % 24);
	let (minutes, left) = (seconds / 60 % 60, seconds % 60);
	match (days, hours, minutes) {
		(0, 0, 0) => format!("{left} s"),
		(0, 0, minutes) => format!("{minutes} min {left} s"),
		(0, hours, minutes) => format!("{hours} h {minutes} min"),
		(days, hours, _) => format!("{days} d {hours} h"),
	}
}

/// Resources for people.
pub fn show_resources(resources: &Resources) -> String {
	let mut parts = vec![
		format!("{} cpu", show_cores(resources.cpu_millis)),
		format!("{} memory", show_size(resources.memory_mib)),
	];
	if resources.disk_mib > 0 {
		parts.push(format!("{} disk", show_size(resources.disk_mib)));
	}
	if resources.gpus > 0 {
		parts.push(format!("{} gpu", resources.gpus));
	}
	if resources.egress_mbps > 0 {
		parts.push(format!("{} Mbit/s", resources.egress_mbps));
	}
	parts.join(", ")
}

/// Resources on the command line. Each may be left out.
#[derive(Args, Clone, Debug, Default)]
pub struct ResourceArgs {
	/// Cores, in steps of a thousandth
	#[arg(long, value_name = "CORES", value_parser = parse_cores)]
	pub cpu: Option<u32>,
	/// Memory, such as 256MiB
	#[arg(long, value_name = "SIZE", value_parser = parse_size)]
	pub memory: Option<u32>,
	/// Scratch disk, such as 1GiB
	#[arg(long, value_name = "SIZE", value_parser = parse_size)]
	pub disk: Option<u32>,
	/// Graphics processors
	#[arg(long, value_name = "NUMBER")]
	pub gpus: Option<u32>,
	/// Outgoing bandwidth, in Mbit/s
	#[arg(long, value_name = "MBPS")]
	pub egress: Option<u32>,
}

impl ResourceArgs {
	/// What was given, the rest from `base`.
	pub fn over(&self, base: Resources) -> Resources {
		Resources {
			cpu_millis: self.cpu.unwrap_or(base.cpu_millis),
			memory_mib: self.memory.unwrap_or(base.memory_mib),
			disk_mib: self.disk.unwrap_or(base.disk_mib),
			gpus: self.gpus.unwrap_or(base.gpus),
			egress_mbps: self.egress.unwrap_or(base.egress_mbps),
		}
	}
}

/// Unit prices on the command line. Each may be left out.
#[derive(Args, Clone, Debug, Default)]
pub struct PriceArgs {
	/// Price of a core for a second
	#[arg(long, value_name = "AMOUNT", value_parser = tradewind_client::asset::parse_amount)]
	pub price_cpu: Option<u128>,
	/// Price of a GiB of memory for a second
	#[arg(long, value_name = "AMOUNT", value_parser = tradewind_client::asset::parse_amount)]
	pub price_memory: Option<u128>,
	/// Price of a GiB of disk for a second
	#[arg(long, value_name = "AMOUNT", value_parser = tradewind_client::asset::parse_amount)]
	pub price_disk: Option<u128>,
	/// Price of a graphics processor for a second
	#[arg(long, value_name = "AMOUNT", value_parser = tradewind_client::asset::parse_amount)]
	pub price_gpu: Option<u128>,
	/// Price of a Mbit/s for a second
	#[arg(long, value_name = "AMOUNT", value_parser = tradewind_client::asset::parse_amount)]
	pub price_egress: Option<u128>,
}

impl PriceArgs {
	/// What was given, the rest from `base`.
	pub fn over(&self, base: UnitPrices) -> UnitPrices {
		UnitPrices {
			cpu: self.price_cpu.unwrap_or(base.cpu),
			memory: self.price_memory.unwrap_or(base.memory),
			disk: self.price_disk.unwrap_or(base.disk),
			gpu: self.price_gpu.unwrap_or(base.gpu),
			egress: self.price_egress.unwrap_or(base.egress),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn cores_are_read_in_thousandths() {
		for (text, millis) in [("2", 2000), ("0.5", 500), ("1.25", 1250), ("0.001", 1), ("0", 0)] {
			assert_eq!(parse_cores(text), Ok(millis), "{text}");
		}
		for text in ["", ".5", "1.", "-1", "two", "0.0001", "99999999"] {
			assert!(parse_cores(text).is_err(), "{text}");
		}
	}

	#[test]
	fn sizes_need_a_unit_and_are_rounded_up() {
		for (text, mib) in [
			("256MiB", 256),
			("1GiB", 1024),
			("1.5GiB", 1536),
			("2 TiB", 2 << 20),
			("1KiB", 1),
			("1MB", 1),
			("1GB", 954),
			("0MiB", 0),
		] {
			assert_eq!(parse_size(text), Ok(mib), "{text}");
		}
		for text in ["", "256", "MiB", "1.MiB", ".5GiB", "1XiB", "-1MiB", "5000000TiB"] {
			assert!(parse_size(text).is_err(), "{text}");
		}
	}

	#[test]
	fn lengths_of_time_are_read_in_seconds() {
		for (text, seconds) in [("90", 90), ("90s", 90), ("5m", 300), ("2h", 7200), ("1d", 86400)] {
			assert_eq!(parse_duration(text), Ok(seconds), "{text}");
		}
		for text in ["", "m", "1w", "-5", "1.5h", "99999999999999999999", "999999999999999999d"] {
			assert!(parse_duration(text).is_err(), "{text}");
		}
	}

	#[test]
	fn quantities_are_shown_in_fitting_units() {
		assert_eq!(show_size(0), "0");
		assert_eq!(show_size(1536), "1536 MiB");
		assert_eq!(show_size(2048), "2 GiB");
		assert_eq!(show_size(3 << 20), "3 TiB");
		assert_eq!(show_cores(1250), "1.25");
		assert_eq!(show_duration(59), "59 s");
		assert_eq!(show_duration(61), "1 min 1 s");
		assert_eq!(show_duration(3_660), "1 h 1 min");
		assert_eq!(show_duration(90_000), "1 d 1 h");
	}

	#[test]
	fn what_is_not_given_is_kept() {
		let base = Resources { cpu_millis: 1, memory_mib: 2, disk_mib: 3, gpus: 4, egress_mbps: 5 };
		let args = ResourceArgs { memory: Some(9), ..Default::default() };
		assert_eq!(args.over(base), Resources { memory_mib: 9, ..base });
	}
}
