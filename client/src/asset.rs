//! Assets, and amounts of them as people write them.

use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};
use tradewind_primitives::{AssetId, Balance};

/// The symbol of the native token.
pub const SYMBOL: &str = "WIND";

/// How many decimals the native token has: one WIND is 10^12 planck.
pub const DECIMALS: u32 = 12;

/// One WIND.
pub const WIND: Balance = 10u128.pow(DECIMALS);

/// The units in which amounts of the native token are written, with their powers of ten.
const UNITS: [(&str, u32); 5] = [
	("WIND", DECIMALS),
	("mWIND", DECIMALS - 3),
	("uWIND", DECIMALS - 6),
	("nWIND", DECIMALS - 9),
	("planck", 0),
];

/// An asset: the native token, or one that was created on the chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asset {
	/// The native token.
	#[default]
	Native,
	/// An asset by its id.
	Id(u32),
}

/// Why a text is no asset or no amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
	/// It is no number with a unit.
	#[error("`{0}` is not an amount; write 1.5WIND, 200mWIND or plain planck")]
	Malformed(String),
	/// It is finer than the unit can be divided.
	#[error("`{0}` has more decimals than its unit can be divided into")]
	TooFine(String),
	/// It is larger than any amount.
	#[error("`{0}` is larger than any amount")]
	TooLarge(String),
	/// It is no asset.
	#[error("`{0}` is not an asset; write `native` or the number of an asset")]
	NoAsset(String),
}

impl Asset {
	/// An amount of this asset for people.
	pub fn show(self, amount: Balance) -> String {
		match self {
			Self::Native => show_amount(amount),
			Self::Id(id) => format!("{amount} of asset {id}"),
		}
	}
}

impl From<AssetId> for Asset {
	fn from(asset: AssetId) -> Self {
		match asset {
			AssetId::Native => Self::Native,
			AssetId::WithId(id) => Self::Id(id),
		}
	}
}

impl From<Asset> for AssetId {
	fn from(asset: Asset) -> Self {
		match asset {
			Asset::Native => Self::Native,
			Asset::Id(id) => Self::WithId(id),
		}
	}
}

impl fmt::Display for Asset {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Native => f.write_str("native"),
			Self::Id(id) => write!(f, "{id}"),
		}
	}
}

impl FromStr for Asset {
	type Err = AmountError;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		if text.eq_ignore_ascii_case("native") || text.eq_ignore_ascii_case(SYMBOL) {
			return Ok(Self::Native);
		}
		text.parse().map(Self::Id).map_err(|_| AmountError::NoAsset(text.to_owned()))
	}
}

impl Serialize for Asset {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

/// Reads an amount: `1.5WIND`, `200mWIND`, `3uWIND`, `7nWIND`, or planck with or without the word.
/// Exact: what cannot be paid to the last planck is refused.
pub fn parse_amount(text: &str) -> Result<Balance, AmountError> {
	let malformed = || AmountError::Malformed(text.to_owned());
	let plain = text.trim().replace('_', "");
	let end = plain.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(plain.len());
	let (number, unit) = plain.split_at(end);
	let unit = unit.trim_start();
	let power = match unit {
		"" => 0,
		unit => UNITS
			.into_iter()
			.find(|(name, _)| *name == unit)
			.map(|(_, power)| power)
			.ok_or_else(malformed)?,
	};
	let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
	if whole.is_empty() || (number.contains('.') && fraction.is_empty()) || fraction.contains('.') {
		return Err(malformed());
	}
	let fraction = fraction.trim_end_matches('0');
	let digits = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
	let missing = power.checked_sub(digits).ok_or_else(|| AmountError::TooFine(text.to_owned()))?;
	let too_large = || AmountError::TooLarge(text.to_owned());
	format!("{whole}{fraction}")
		.parse::<Balance>()
		.map_err(|_| too_large())?
		.checked_mul(10u128.pow(missing))
		.ok_or_else(too_large)
}

/// An amount of the native token for people: exact, in the largest unit of which there is at least
/// one.
pub fn show_amount(amount: Balance) -> String {
	let (unit, power) = UNITS
		.into_iter()
		.find(|(_, power)| amount >= 10u128.pow(*power))
		.unwrap_or(("WIND", DECIMALS));
	let one = 10u128.pow(power);
	let (whole, rest) = (amount / one, amount % one);
	if rest == 0 {
		return format!("{whole} {unit}");
	}
	let fraction = format!("{rest:0width$}", width = power as usize);
	format!("{whole}.{} {unit}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn amounts_are_read_exactly() {
		for (text, planck) in [
			("1.5WIND", 1_500_000_000_000),
			("1.5 WIND", 1_500_000_000_000),
			("200mWIND", 200_000_000_000),
			("3uWIND", 3_000_000),
			("7nWIND", 7_000),
			("0.000000000001WIND", 1),
			("42", 42),
			("42planck", 42),
			("1_000", 1_000),
			("1.50WIND", 1_500_000_000_000),
			("0", 0),
			("340282366920938463463374607431768211455", u128::MAX),
		] {
			assert_eq!(parse_amount(text), Ok(planck), "{text}");
		}
	}

	#[test]
	fn amounts_that_mean_nothing_are_refused() {
		for text in ["", "WIND", ".5WIND", "1.WIND", "1.2.3WIND", "-1", "1wind", "1e3", "1 DOT"] {
			assert_eq!(parse_amount(text), Err(AmountError::Malformed(text.into())), "{text}");
		}
		for text in ["0.0000000000001WIND", "0.5", "1.5planck"] {
			assert_eq!(parse_amount(text), Err(AmountError::TooFine(text.into())), "{text}");
		}
		for text in ["340282366920938463463374607431768211456", "999999999999999999999999999WIND"] {
			assert_eq!(parse_amount(text), Err(AmountError::TooLarge(text.into())), "{text}");
		}
	}

	#[test]
	fn amounts_are_shown_in_a_fitting_unit_and_read_back() {
		for (planck, text) in [
			(0, "0 WIND"),
			(1, "1 planck"),
			(1_500, "1.5 nWIND"),
			(2_000_000, "2 uWIND"),
			(1_234_567_890, "1.23456789 mWIND"),
			(1_500_000_000_000, "1.5 WIND"),
			(1_000_000_000_000_000_001, "1000000.000000000001 WIND"),
		] {
			assert_eq!(show_amount(planck), text);
			assert_eq!(parse_amount(text), Ok(planck));
		}
		assert_eq!(parse_amount(&show_amount(u128::MAX)), Ok(u128::MAX));
	}

	#[test]
	fn assets_are_native_or_a_number() {
		assert_eq!("native".parse(), Ok(Asset::Native));
		assert_eq!("WIND".parse(), Ok(Asset::Native));
		assert_eq!("7".parse(), Ok(Asset::Id(7)));
		assert_eq!("gold".parse::<Asset>(), Err(AmountError::NoAsset("gold".into())));
		assert_eq!(Asset::Id(7).show(5), "5 of asset 7");
	}
}
