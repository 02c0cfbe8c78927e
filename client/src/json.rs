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
