//! How values look in JSON: amounts as strings, because JavaScript's numbers end at 2^53, and bytes
//! in hexadecimal.

use serde::Serializer;

/// An amount as a decimal string.
pub fn amount<S: Serializer>(amount: &u128, serializer: S) -> Result<S::Ok, S::Error> {
	serializer.collect_str(amount)
}

/// An optional amount as a decimal string or null.
pub fn optional_amount<S: Serializer>(
	amount: &Option<u128>,
	serializer: S,
) -> Result<S::Ok, S::Error> {
	match amount {
		Some(amount) => serializer.collect_str(amount),
		None => serializer.serialize_none(),
	}
}

/// A rate, in units per second, as a decimal string.
pub fn rate<S: Serializer>(
	rate: &tradewind_primitives::Rate,
	serializer: S,
) -> Result<S::Ok, S::Error> {
	serializer.collect_str(&rate.0)
}

/// Bytes as 0x and hexadecimal digits.
pub fn hex<S: Serializer>(bytes: &impl AsRef<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
	serializer.collect_str(&format_args!("0x{}", hex::encode(bytes)))
}

/// The prices of an offer, each as a decimal string.
pub fn prices<S: Serializer>(
	prices: &tradewind_primitives::UnitPrices,
	serializer: S,
) -> Result<S::Ok, S::Error> {
	use serde::ser::SerializeStruct;
	let mut fields = serializer.serialize_struct("UnitPrices", 5)?;
	fields.serialize_field("cpu", &prices.cpu.to_string())?;
	fields.serialize_field("memory", &prices.memory.to_string())?;
	fields.serialize_field("disk", &prices.disk.to_string())?;
	fields.serialize_field("gpu", &prices.gpu.to_string())?;
	fields.serialize_field("egress", &prices.egress.to_string())?;
	fields.end()
}

/// An amount that is read too.
pub mod decimal {
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	/// Writes it as a decimal string.
	pub fn serialize<S: Serializer>(amount: &u128, serializer: S) -> Result<S::Ok, S::Error> {
		super::amount(amount, serializer)
	}

	/// Reads a decimal string.
	pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u128, D::Error> {
		String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
	}
}

/// So many bytes that are read too.
pub mod bytes {
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	/// Writes them as 0x and hexadecimal digits.
	pub fn serialize<S: Serializer, const N: usize>(
		bytes: &[u8; N],
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		super::hex(bytes, serializer)
	}

	/// Reads 0x and hexadecimal digits.
	pub fn deserialize<'de, D: Deserializer<'de>, const N: usize>(
		deserializer: D,
	) -> Result<[u8; N], D::Error> {
		let text = String::deserialize(deserializer)?;
		let mut bytes = [0; N];
		hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(&text), &mut bytes)
			.map_err(D::Error::custom)?;
		Ok(bytes)
	}
}
