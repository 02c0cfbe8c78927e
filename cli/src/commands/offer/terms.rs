//! The terms of an offer and who may lease from it, on the command line.

use crate::{
	exit::fail,
	quantity::{parse_duration, show_duration},
};
use clap::Args;
use tradewind_client::{
	market::{names_of, Access, Pricing, Reservation, Spot, Terms, LONGEST_NOTICE},
	AccountId, Factor, Runtimes, Seconds, Share,
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
	/// The model of the graphics processors, such as h200
	#[arg(long, value_name = "MODEL")]
	pub model: Option<String>,
	/// Sell terms that are paid ahead: the shortest, how much cheaper they are, and which part of
	/// the rest is paid when one is ended early; all of it when left out
	#[arg(
		long,
		value_name = "MIN_SECONDS:DISCOUNT%[:FORFEIT%]",
		value_parser = parse_reservation
	)]
	pub reserved: Option<Reservation>,
	/// Sell what nobody wants at the full price: how much cheaper it is, and with how much notice
	/// it is taken back
	#[arg(long, value_name = "DISCOUNT%:NOTICE", value_parser = parse_spot)]
	pub spot: Option<Spot>,
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
			model: self.model.clone().unwrap_or(base.model),
			reserved: self.reserved.or(base.reserved),
			spot: self.spot.or(base.spot),
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
	if terms.reserved.is_some_and(|reserved| reserved.min_seconds > terms.max_seconds) {
		fail!(Usage, "--max-term is not below the shortest term of --reserved");
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

/// Reads on what terms something can be reserved: `30d:20%` or `2592000:20%:50%`.
pub fn parse_reservation(text: &str) -> Result<Reservation, String> {
	let parts: Vec<_> = text.split(':').collect();
	let (least, discount, forfeit) = match *parts.as_slice() {
		[least, discount] => (least, discount, Share::ONE),
		[least, discount, forfeit] => (least, discount, forfeit.parse()?),
		_ => return Err(format!("`{text}` is not MIN_SECONDS:DISCOUNT%[:FORFEIT%]")),
	};
	let min_seconds = parse_duration(least)?;
	Ok(Reservation { min_seconds, discount: parse_discount(discount)?, forfeit })
}

/// Reads on what terms something is leased until the room is wanted: `60%:30s`.
pub fn parse_spot(text: &str) -> Result<Spot, String> {
	let malformed = || format!("`{text}` is not DISCOUNT%:NOTICE, such as 60%:30s");
	let (discount, notice) = text.split_once(':').ok_or_else(malformed)?;
	let notice = parse_duration(notice)?;
	let notice = u32::try_from(notice).ok().filter(|notice| *notice <= LONGEST_NOTICE);
	let notice = notice.ok_or_else(|| format!("`{text}` gives more than an hour of notice"))?;
	Ok(Spot { discount: parse_discount(discount)?, notice })
}

/// Reads by how much something is cheaper: not by all of it.
fn parse_discount(text: &str) -> Result<Share, String> {
	let discount: Share = text.parse()?;
	if discount == Share::ONE {
		return Err("a discount of 100% gives everything away".to_owned());
	}
	Ok(discount)
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

/// On what terms it can be reserved, for people.
pub fn show_reservation(reserved: Option<Reservation>) -> String {
	match reserved {
		None => "no".to_owned(),
		Some(Reservation { min_seconds, discount, forfeit }) => format!(
			"from {} on, {discount} cheaper; to end it early costs {forfeit} of the rest",
			show_duration(min_seconds)
		),
	}
}

/// On what terms it is leased until the room is wanted, for people.
pub fn show_spot(spot: Option<Spot>) -> String {
	match spot {
		None => "no".to_owned(),
		Some(Spot { discount, notice }) => {
			format!("{discount} cheaper; taken back with {notice} s of notice")
		},
	}
}

/// What is cheaper, for a table.
pub fn show_discounts(terms: &Terms) -> String {
	let reserved = terms.reserved.map(|reserved| format!("reserved -{}", reserved.discount));
	let spot = terms.spot.map(|spot| format!("spot -{}", spot.discount));
	let discounts: Vec<_> = reserved.into_iter().chain(spot).collect();
	if discounts.is_empty() {
		return "-".to_owned();
	}
	discounts.join(", ")
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
	fn terms_that_are_paid_ahead_are_a_time_a_discount_and_a_forfeit() {
		let read = |text| {
			parse_reservation(text)
				.map(|it| (it.min_seconds, it.discount.0, it.forfeit.0))
				.map_err(|_| ())
		};
		assert_eq!(read("30d:20%"), Ok((2_592_000, 200_000_000, 1_000_000_000)));
		assert_eq!(read("3600:12.5%:50%"), Ok((3_600, 125_000_000, 500_000_000)));
		assert_eq!(read("1h:0%:0%"), Ok((3_600, 0, 0)));
		for text in ["", "30d", "30d:20", "30d:100%", ":20%", "30d:20%:101%", "1:2%:3%:4%"] {
			assert_eq!(read(text), Err(()), "{text}");
		}
	}

	#[test]
	fn what_is_taken_back_is_a_discount_and_a_notice() {
		let read = |text| parse_spot(text).map(|it| (it.discount.0, it.notice)).map_err(|_| ());
		assert_eq!(read("60%:30s"), Ok((600_000_000, 30)));
		assert_eq!(read("60%:0"), Ok((600_000_000, 0)));
		assert_eq!(read("99.9%:1h"), Ok((999_000_000, 3_600)));
		for text in ["", "60%", "60:30", "100%:30", "60%:3601", "60%:", "30s:60%"] {
			assert_eq!(read(text), Err(()), "{text}");
		}
	}

	#[test]
	fn what_is_cheaper_is_shown_with_its_price() {
		let terms = Terms {
			reserved: Some(parse_reservation("1d:20%:50%").unwrap()),
			spot: Some(parse_spot("60%:30").unwrap()),
			..Default::default()
		};
		assert_eq!(show_discounts(&terms), "reserved -20 %, spot -60 %");
		assert_eq!(show_discounts(&Terms::default()), "-");
		let reserved = show_reservation(terms.reserved);
		assert_eq!(
			reserved,
			"from 1 d 0 h on, 20 % cheaper; to end it early costs 50 % of the rest"
		);
		assert_eq!(show_spot(terms.spot), "60 % cheaper; taken back with 30 s of notice");
		assert_eq!((show_reservation(None), show_spot(None)), ("no".into(), "no".into()));
	}

	#[test]
	fn a_term_that_ends_before_it_begins_is_refused() {
		let term = |min_seconds, max_seconds| {
			check(&Terms { min_seconds, max_seconds, ..Default::default() }).is_ok()
		};
		assert!(term(5, 5) && !term(6, 5) && !term(0, 0));
		let reserved = Some(parse_reservation("6:1%").unwrap());
		let reserved = |max_seconds| Terms { reserved, max_seconds, ..Default::default() };
		assert!(check(&reserved(6)).is_ok() && check(&reserved(5)).is_err());
	}
}
