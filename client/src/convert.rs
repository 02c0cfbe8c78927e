//! Between the generated types and those that programs work with.

use crate::{
	chain::runtime_types::{
		bounded_collections::bounded_vec::BoundedVec,
		sp_arithmetic::{fixed_point::FixedU128, per_things::Perbill},
		tradewind_primitives::{ids::OfferId as RawOfferId, money::Rate as RawRate},
	},
	error::{Error, Result},
	OfferId, Rate,
};
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// Bytes that the chain keeps as text. It admits ASCII only, but is not trusted to.
pub(crate) fn text(bytes: BoundedVec<u8>) -> String {
	String::from_utf8_lossy(&bytes.0).into_owned()
}

/// Bytes for a bounded field. The node would refuse a longer one without a word why.
pub(crate) fn bounded(what: &str, bytes: &[u8], most: usize) -> Result<BoundedVec<u8>> {
	if bytes.len() > most {
		let given = bytes.len();
		return Err(Error::Unfit(format!("{what} has at most {most} bytes, not {given}")));
	}
	Ok(BoundedVec(bytes.to_vec()))
}

/// A list for a bounded field.
pub(crate) fn few<T>(what: &str, list: Vec<T>, most: usize) -> Result<BoundedVec<T>> {
	if list.len() > most {
		let given = list.len();
		return Err(Error::Unfit(format!("there are at most {most} {what}, not {given}")));
	}
	Ok(BoundedVec(list))
}

// Some records keep their rates and offers compact, which the metadata alone tells; a substitute
// for the type would not listen to it.
impl From<RawRate> for Rate {
	fn from(rate: RawRate) -> Self {
		Self(rate.0)
	}
}

impl From<Rate> for RawRate {
	fn from(rate: Rate) -> Self {
		Self(rate.0)
	}
}

impl From<RawOfferId> for OfferId {
	fn from(offer: RawOfferId) -> Self {
		Self(offer.0)
	}
}

impl From<OfferId> for RawOfferId {
	fn from(offer: OfferId) -> Self {
		Self(offer.0)
	}
}

/// A part of one, in billionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub u32);

impl Share {
	/// All of it.
	pub const ONE: Self = Self(1_000_000_000);

	/// `part` of `whole`, rounded down; nothing of nothing is all of it.
	pub fn of(part: u64, whole: u64) -> Self {
		let parts = u128::from(part)
			.saturating_mul(u128::from(Self::ONE.0))
			.checked_div(u128::from(whole))
			.unwrap_or(u128::from(Self::ONE.0));
		Self(u32::try_from(parts).unwrap_or(Self::ONE.0).min(Self::ONE.0))
	}
}

impl From<Perbill> for Share {
	fn from(part: Perbill) -> Self {
		Self(part.0)
	}
}

impl From<Share> for Perbill {
	fn from(share: Share) -> Self {
		Self(share.0)
	}
}

impl fmt::Display for Share {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (whole, rest) = (self.0 / 10_000_000, self.0 % 10_000_000);
		if rest == 0 {
			return write!(f, "{whole} %");
		}
		let fraction = format!("{rest:07}");
		write!(f, "{whole}.{} %", fraction.trim_end_matches('0'))
	}
}

impl FromStr for Share {
	type Err = String;

	/// Reads a percentage: `30%` or `12.5%`.
	fn from_str(text: &str) -> Result<Self, String> {
		let malformed = || format!("`{text}` is not a percentage such as 12.5%");
		let number = text.strip_suffix('%').ok_or_else(malformed)?.trim_end();
		let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
		let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
		if whole.is_empty() || fraction.len() > 7 || !digits(whole) || !digits(fraction) {
			return Err(malformed());
		}
		let parts: u64 = format!("{whole}{fraction:0<7}").parse().map_err(|_| malformed())?;
		if parts > u64::from(Self::ONE.0) {
			return Err(format!("`{text}` is more than all of it"));
		}
		u32::try_from(parts).map(Self).map_err(|_| malformed())
	}
}

impl Serialize for Share {
	/// A fraction of one, which a double holds exactly enough for nine digits.
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_f64(f64::from(self.0) / f64::from(Self::ONE.0))
	}
}

/// A factor with eighteen decimals, such as the price level of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Factor(pub u128);

impl Factor {
	/// What changes nothing.
	pub const ONE: Self = Self(1_000_000_000_000_000_000);
}

impl From<FixedU128> for Factor {
	fn from(factor: FixedU128) -> Self {
		Self(factor.0)
	}
}

impl From<Factor> for FixedU128 {
	fn from(factor: Factor) -> Self {
		Self(factor.0)
	}
}

impl fmt::Display for Factor {
	/// Exact; or rounded down to as many decimals as are asked for.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (whole, rest) = (self.0 / Self::ONE.0, self.0 % Self::ONE.0);
		let digits = format!("{rest:018}");
		let fraction = match f.precision() {
			Some(decimals) => digits.get(..decimals).unwrap_or(&digits),
			None => digits.trim_end_matches('0'),
		};
		let point = if fraction.is_empty() { "" } else { "." };
		write!(f, "{whole}{point}{fraction}")
	}
}

impl FromStr for Factor {
	type Err = String;

	/// Reads a decimal number: `2` or `0.75`.
	fn from_str(text: &str) -> Result<Self, String> {
		let malformed = || format!("`{text}` is not a factor such as 0.5 or 2");
		let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
		let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
		let plain = digits(whole) && digits(fraction) && fraction.len() <= 18;
		if whole.is_empty() || text.ends_with('.') || !plain {
			return Err(malformed());
		}
		format!("{whole}{fraction:0<18}").parse().map(Self).map_err(|_| malformed())
	}
}

impl Serialize for Factor {
	/// A number, which a double holds well enough for a price level.
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_f64(self.0 as f64 / Self::ONE.0 as f64)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn factors_are_written_and_read_as_decimals() {
		for (parts, text) in [
			(0, "0"),
			(1, "0.000000000000000001"),
			(1_250_000_000_000_000_000, "1.25"),
			(Factor::ONE.0, "1"),
			(1_000 * Factor::ONE.0, "1000"),
		] {
			assert_eq!(Factor(parts).to_string(), text);
			assert_eq!(text.parse(), Ok(Factor(parts)));
		}
		let shown = |parts| format!("{:.3}", Factor(parts));
		assert_eq!(shown(1_999_999_999_999_999_999), "1.999");
		assert_eq!(shown(Factor::ONE.0), "1.000");
		for text in ["", ".5", "1.", "-1", "1e3", "0.0000000000000000001", "1.2.3"] {
			assert!(text.parse::<Factor>().is_err(), "{text}");
		}
	}

	#[test]
	fn shares_are_written_and_read_as_percentages() {
		for (parts, text) in [
			(0, "0 %"),
			(1, "0.0000001 %"),
			(125_000_000, "12.5 %"),
			(999_000_000, "99.9 %"),
			(1_000_000_000, "100 %"),
		] {
			assert_eq!(Share(parts).to_string(), text);
			assert_eq!(text.parse(), Ok(Share(parts)));
		}
		for text in ["", "%", "50", "-1%", "100.0000001%", "0.00000001%", "1.2.3%"] {
			assert!(text.parse::<Share>().is_err(), "{text}");
		}
	}

	#[test]
	fn parts_of_a_whole_are_rounded_down() {
		assert_eq!(Share::of(1, 3), Share(333_333_333));
		assert_eq!(Share::of(0, 0), Share::ONE);
		assert_eq!(Share::of(u64::MAX, u64::MAX), Share::ONE);
	}
}
