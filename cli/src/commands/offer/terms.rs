//! The terms of an offer and who may lease from it, on the command line.

use crate::{
	exit::fail,
	quantity::{parse_duration, show_duration},
};
use clap::Args;
use tradewind_client::{
	market::{names_of, Access, Pricing, Terms},
	AccountId, Factor, Runtimes, Seconds,
};

/// The terms besides the prices. Each may be left out.
#[derive(Args, Clone, Debug, Default)]
pub struct TermArgs {
	/// Where the machines stand
	#[arg(long, value_name = "REGION")]
	pub region: Option<String>,
	/// The shortest lease, by how long it may run
	#[arg(long, value_name = "TIME", value_parser = parse_duration)]
	pub min_term: Option<Seconds>,
	/// The longest lease
	#[arg(long, value_name = "TIME", value_parser = parse_duration)]
	pub max_term: Option<Seconds>,
	/// What can be run, `wasm` or `container`; may be given several times
	#[arg(long = "runtime", value_name = "NAME", value_parser = parse_runtime)]
	pub runtimes: Vec<Runtimes>,
	/// Let the prices follow the level of the class, down to this part of them
	#[arg(long, value_name = "FACTOR", requires = "cap")]
	pub floor: Option<Factor>,
	/// Let the prices follow the level of the class, up to this multiple of them
	#[arg(long, value_name = "FACTOR", requires = "floor")]
	pub cap: Option<Factor>,
}

/// Who may lease from an offer.
#[derive(Args, Clone, Debug, Default)]
pub struct AccessArgs {
	/// Keep it for this account; may be given several times
	#[arg(long = "allow", value_name = "ADDRESS")]
	pub allowed: Vec<AccountId>,
}

impl TermArgs {
	/// What was given, the rest from `base`.
	pub fn over(&self, base: Terms) -> Terms {
		let pricing = match self.floor.zip(self.cap) {
			Some((floor, cap)) => Pricing::Indexed { floor, cap },
			None => base.pricing,
		};
		Terms {
			pricing,
			region: self.region.clone().unwrap_or(base.region),
			min_seconds: self.min_term.unwrap_or(base.min_seconds),
			max_seconds: self.max_term.unwrap_or(base.max_seconds),
			runtimes: if self.runtimes.is_empty() { base.runtimes } else { all_of(&self.runtimes) },
		}
	}
}

impl AccessArgs {
	/// Everybody, unless somebody was named.
	pub fn access(&self) -> Access {
		if self.allowed.is_empty() {
			return Access::Public;
		}
		Access::AllowList(self.allowed.clone())
	}
}

/// Refuses terms that no lease can be on.
pub fn check(terms: &Terms) -> anyhow::Result<()> {
	if terms.max_seconds == 0 || terms.min_seconds > terms.max_seconds {
		fail!(Usage, "--max-term is above 0 and not below --min-term");
	}
	Ok(())
}

/// Reads what can be run: `wasm`, `container`, or a number whose bits say it.
pub fn parse_runtime(text: &str) -> Result<Runtimes, String> {
	match text {
		"wasm" => Ok(Runtimes::WASM),
		"container" => Ok(Runtimes::CONTAINER),
		_ => {
			let digits = text.strip_prefix("0x");
			let bits = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
			bits.map(Runtimes).ok_or_else(|| format!("`{text}` is neither wasm nor container"))
		},
	}
}

/// All of them in one.
pub fn all_of(runtimes: &[Runtimes]) -> Runtimes {
	Runtimes(runtimes.iter().fold(0, |all, one| all | one.0))
}

/// How long leases may be, for people.
pub fn show_term(terms: &Terms) -> String {
	match (terms.min_seconds, terms.max_seconds) {
		(0, Seconds::MAX) => "any".to_owned(),
		(0, most) => format!("up to {}", show_duration(most)),
		(least, Seconds::MAX) => format!("from {} on", show_duration(least)),
		(least, most) => format!("{} to {}", show_duration(least), show_duration(most)),
	}
}

/// How the prices move, for people.
pub fn show_pricing(pricing: Pricing) -> String {
	match pricing {
		Pricing::Fixed => "fixed".to_owned(),
		Pricing::Indexed { floor, cap } => format!("with the level, times {floor} to {cap}"),
	}
}

/// What can be run, for people.
pub fn show_runtimes(runtimes: Runtimes) -> String {
	names_of(runtimes).join(", ")
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_not_given_is_kept() {
		let base = Terms { region: "eu".to_owned(), min_seconds: 5, ..Default::default() };
		assert_eq!(TermArgs::default().over(base.clone()), base);
		let both = (Some(Factor(1)), Some(Factor::ONE));
		let args = TermArgs {
			runtimes: vec![Runtimes::WASM, Runtimes::CONTAINER],
			max_term: Some(60),
			floor: both.0,
			cap: both.1,
			..Default::default()
		};
		let pricing = Pricing::Indexed { floor: Factor(1), cap: Factor::ONE };
		let due = Terms { pricing, max_seconds: 60, runtimes: Runtimes(3), ..base.clone() };
		assert_eq!(args.over(base), due);
	}

	#[test]
	fn runtimes_are_read_by_name_or_by_bits() {
		assert_eq!(parse_runtime("wasm"), Ok(Runtimes::WASM));
		assert_eq!(parse_runtime("0x40"), Ok(Runtimes(0x40)));
		for text in ["", "vm", "0x", "0x100", "64"] {
			assert!(parse_runtime(text).is_err(), "{text}");
		}
	}

	#[test]
	fn terms_are_shown_without_their_extremes() {
		let term = |min_seconds, max_seconds| {
			show_term(&Terms { min_seconds, max_seconds, ..Default::default() })
		};
		assert_eq!(term(0, Seconds::MAX), "any");
		assert_eq!(term(0, 60), "up to 1 min 0 s");
		assert_eq!(term(60, Seconds::MAX), "from 1 min 0 s on");
		assert_eq!(term(1, 60), "1 s to 1 min 0 s");
	}

	#[test]
	fn a_term_that_ends_before_it_begins_is_refused() {
		let term = |min_seconds, max_seconds| {
			check(&Terms { min_seconds, max_seconds, ..Default::default() }).is_ok()
		};
		assert!(term(5, 5) && !term(6, 5) && !term(0, 0));
	}
}
