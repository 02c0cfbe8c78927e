//! Accounts as people write them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};
use std::{fmt, str::FromStr};

/// The address prefix of the chain.
pub const SS58_PREFIX: u16 = 5892;

/// The prefix that belongs to no chain and that wallets show by default.
const GENERIC_PREFIX: u16 = 42;

/// An account: 32 bytes, written as an SS58 address with the chain's prefix.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	codec::Encode,
	codec::Decode,
	codec::MaxEncodedLen,
	scale_info::TypeInfo,
	subxt::ext::scale_encode::EncodeAsType,
	subxt::ext::scale_decode::DecodeAsType,
)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct AccountId(pub [u8; 32]);

/// Why a text is no account.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountParseError {
	/// The address belongs to another chain.
	#[error("the address belongs to another chain (prefix {0}, not {SS58_PREFIX})")]
	OtherChain(u16),
	/// It is neither an address nor 32 bytes in hexadecimal.
	#[error("not an SS58 address, nor 0x and 64 hexadecimal digits")]
	Malformed,
}

impl fmt::Display for AccountId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let address = sp_core::crypto::AccountId32::new(self.0)
			.to_ss58check_with_version(Ss58AddressFormat::custom(SS58_PREFIX));
		f.write_str(&address)
	}
}

impl fmt::Debug for AccountId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

impl FromStr for AccountId {
	type Err = AccountParseError;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		if let Some(digits) = text.strip_prefix("0x") {
			let mut bytes = [0; 32];
			return match hex::decode_to_slice(digits, &mut bytes) {
				Ok(()) => Ok(Self(bytes)),
				Err(_) => Err(AccountParseError::Malformed),
			};
		}
		let (account, format) = sp_core::crypto::AccountId32::from_ss58check_with_version(text)
			.map_err(|_| AccountParseError::Malformed)?;
		match u16::from(format) {
			SS58_PREFIX | GENERIC_PREFIX => Ok(Self(account.into())),
			other => Err(AccountParseError::OtherChain(other)),
		}
	}
}

impl Serialize for AccountId {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for AccountId {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	#[test]
	fn an_address_reads_back_as_what_was_written() {
		let account = AccountId([7; 32]);
		assert_eq!(account.to_string().parse(), Ok(account));
	}

	#[test]
	fn generic_addresses_and_hexadecimal_are_understood() {
		let account: AccountId = ALICE.parse().unwrap();
		assert_eq!(format!("0x{}", hex::encode(account.0)).parse(), Ok(account));
	}

	#[test]
	fn addresses_of_other_chains_are_refused() {
		let polkadot = "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5";
		assert_eq!(polkadot.parse::<AccountId>(), Err(AccountParseError::OtherChain(0)));
	}

	#[test]
	fn nonsense_is_refused() {
		for text in ["", "alice", "0x12", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQX"] {
			assert_eq!(text.parse::<AccountId>(), Err(AccountParseError::Malformed), "{text}");
		}
	}
}
