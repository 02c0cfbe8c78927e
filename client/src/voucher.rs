//! Vouchers: signed promises that are worth money on chain and cost nothing to write.
//!
//! Whoever buys by the call or by the byte opens a channel, which sets a deposit aside, and hands
//! out vouchers off-chain: each says how much the payee may have had out of the channel in all, so
//! that the newest replaces those before it. The payee redeems one when it likes. A voucher is
//! signed with the session key of the channel, which can spend that deposit and nothing else.

use crate::{
	billing::Channel, json, AccountId, Balance, ChannelId, Seconds, TabId, Timestamp, H256,
};
use codec::Encode;
use serde::{Deserialize, Serialize};
use sp_core::{ed25519, sr25519, Pair as _};
use std::fmt;

/// What the signed message begins with, so that it can never be taken for anything else.
const CONTEXT: &[u8; 19] = b"tradewind/voucher/1";

/// The kinds of session keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
	/// Schnorrkel on Ristretto, as accounts have it.
	#[default]
	Sr25519,
	/// Ed25519, which many devices and libraries have.
	Ed25519,
}

/// The public half of a session key.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoucherKey {
	/// Of an sr25519 key.
	Sr25519(#[serde(with = "json::bytes")] [u8; 32]),
	/// Of an Ed25519 key.
	Ed25519(#[serde(with = "json::bytes")] [u8; 32]),
}

/// The signature under a voucher.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoucherSignature {
	/// By an sr25519 key.
	Sr25519(#[serde(with = "json::bytes")] [u8; 64]),
	/// By an Ed25519 key.
	Ed25519(#[serde(with = "json::bytes")] [u8; 64]),
}

/// A key that signs vouchers and nothing else.
#[derive(Clone)]
pub struct SessionKey {
	seed: [u8; 32],
	pair: Pair,
}

#[derive(Clone)]
enum Pair {
	Sr25519(Box<sr25519::Pair>),
	Ed25519(Box<ed25519::Pair>),
}

/// A session key as it is kept in a file: whoever reads it can spend the deposits of its channels.
#[derive(Serialize, Deserialize)]
struct KeyFile {
	scheme: Scheme,
	public: VoucherKey,
	#[serde(with = "json::bytes")]
	seed: [u8; 32],
}

/// What a voucher says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
	/// The channel it draws on.
	pub channel: ChannelId,
	/// The account that pays.
	pub tab: TabId,
	/// Who is paid.
	pub payee: AccountId,
	/// How much the payee may have had out of the channel in all.
	pub cumulative: Balance,
	/// The last second in which it can be redeemed.
	pub expires: Timestamp,
}

/// A promise, signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voucher {
	/// The channel it draws on.
	pub channel: ChannelId,
	/// The account that pays.
	pub tab: TabId,
	/// Who is paid.
	pub payee: AccountId,
	/// How much the payee may have had out of the channel in all, this voucher included.
	#[serde(with = "json::decimal")]
	pub cumulative: Balance,
	/// The last second in which it can be redeemed.
	pub expires: Timestamp,
	/// By the session key of the channel.
	pub signature: VoucherSignature,
}

/// Why a voucher cannot be redeemed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoucherError {
	/// It is drawn on another channel.
	#[error("it is drawn on channel {}", .0.0)]
	OtherChannel(ChannelId),
	/// The account that it names does not pay for the channel.
	#[error("it names account {}, which does not pay for the channel", .0.0)]
	OtherAccount(TabId),
	/// It pays somebody else than the channel does.
	#[error("it is made out to {0}, whom the channel does not pay")]
	OtherPayee(AccountId),
	/// Something in it was changed, it belongs to another chain, or another key signed it.
	#[error("the signature is not that of the channel's key under this voucher on this chain")]
	BadSignature,
	/// Its last second is over.
	#[error("it expired {0} s ago")]
	Expired(Seconds),
	/// So much was redeemed before.
	#[error("it adds nothing to the {0} that were redeemed before")]
	NothingToRedeem(Balance),
	/// The channel does not hold so much.
	#[error("the channel holds {0} in all, and it promises more")]
	AboveDeposit(Balance),
}

/// Why a text is no session key.
#[derive(Debug, thiserror::Error)]
pub enum SessionKeyError {
	/// It does not read. The text itself is never repeated.
	#[error("not the file of a session key")]
	Malformed,
	/// The two halves do not belong together.
	#[error("the file is damaged: its public key is not that of its seed")]
	Damaged,
}

impl SessionKey {
	/// A new key.
	pub fn generate(scheme: Scheme) -> Self {
		let seed = match scheme {
			Scheme::Sr25519 => sr25519::Pair::generate().1,
			Scheme::Ed25519 => ed25519::Pair::generate().1,
		};
		Self::from_seed(scheme, seed)
	}

	/// The key of a seed.
	pub fn from_seed(scheme: Scheme, seed: [u8; 32]) -> Self {
		let pair = match scheme {
			Scheme::Sr25519 => Pair::Sr25519(Box::new(sr25519::Pair::from_seed(&seed))),
			Scheme::Ed25519 => Pair::Ed25519(Box::new(ed25519::Pair::from_seed(&seed))),
		};
		Self { seed, pair }
	}

	/// The key in the text of its file.
	pub fn from_json(text: &str) -> Result<Self, SessionKeyError> {
		let file: KeyFile = serde_json::from_str(text).map_err(|_| SessionKeyError::Malformed)?;
		let key = Self::from_seed(file.scheme, file.seed);
		if key.public() != file.public {
			return Err(SessionKeyError::Damaged);
		}
		Ok(key)
	}

	/// The text of its file. It is a secret.
	pub fn to_json(&self) -> String {
		let file = KeyFile { scheme: self.scheme(), public: self.public(), seed: self.seed };
		serde_json::to_string(&file).expect("hexadecimal and words are always JSON; qed") + "\n"
	}

	/// What kind of key it is.
	pub fn scheme(&self) -> Scheme {
		match &self.pair {
			Pair::Sr25519(_) => Scheme::Sr25519,
			Pair::Ed25519(_) => Scheme::Ed25519,
		}
	}

	/// Its public half, which the channel is opened with.
	pub fn public(&self) -> VoucherKey {
		match &self.pair {
			Pair::Sr25519(pair) => VoucherKey::Sr25519(pair.public().0),
			Pair::Ed25519(pair) => VoucherKey::Ed25519(pair.public().0),
		}
	}

	/// Signs a promise for the chain whose first block has the hash `genesis`.
	pub fn issue(&self, genesis: H256, promise: Promise) -> Voucher {
		let message = promise.message(genesis);
		let signature = match &self.pair {
			Pair::Sr25519(pair) => VoucherSignature::Sr25519(pair.sign(&message).0),
			Pair::Ed25519(pair) => VoucherSignature::Ed25519(pair.sign(&message).0),
		};
		let Promise { channel, tab, payee, cumulative, expires } = promise;
		Voucher { channel, tab, payee, cumulative, expires, signature }
	}
}

impl VoucherKey {
	/// Whether `signature` is that of the key under `message`.
	pub fn verifies(&self, message: &[u8], signature: &VoucherSignature) -> bool {
		match (self, signature) {
			(Self::Sr25519(key), VoucherSignature::Sr25519(signature)) => {
				let (key, signature) = (sr25519::Public::from(*key), (*signature).into());
				sr25519::Pair::verify(&signature, message, &key)
			},
			(Self::Ed25519(key), VoucherSignature::Ed25519(signature)) => {
				let (key, signature) = (ed25519::Public::from(*key), (*signature).into());
				ed25519::Pair::verify(&signature, message, &key)
			},
			_ => false,
		}
	}
}

impl Promise {
	/// What is signed. The chain puts the same together from its own record of the channel.
	pub fn message(&self, genesis: H256) -> Vec<u8> {
		let Self { channel, tab, payee, cumulative, expires } = self;
		(CONTEXT, genesis, channel, tab, payee, cumulative, expires).encode()
	}
}

impl Voucher {
	/// What it says.
	pub fn promise(&self) -> Promise {
		let Self { channel, tab, payee, cumulative, expires, .. } = *self;
		Promise { channel, tab, payee, cumulative, expires }
	}

	/// Whether `key` signed it for the chain whose first block has the hash `genesis`.
	pub fn is_signed_by(&self, key: &VoucherKey, genesis: H256) -> bool {
		key.verifies(&self.promise().message(genesis), &self.signature)
	}

	/// What the channel would pay for it at `now`, by the rules of the chain. Whoever takes
	/// vouchers asks this before delivering anything for one.
	pub fn worth(
		&self,
		channel: &Channel,
		genesis: H256,
		now: Timestamp,
	) -> Result<Balance, VoucherError> {
		if self.channel != channel.id {
			return Err(VoucherError::OtherChannel(self.channel));
		}
		if self.tab != channel.tab {
			return Err(VoucherError::OtherAccount(self.tab));
		}
		if self.payee != channel.payee {
			return Err(VoucherError::OtherPayee(self.payee));
		}
		if !self.is_signed_by(&channel.key, genesis) {
			return Err(VoucherError::BadSignature);
		}
		if now > self.expires {
			return Err(VoucherError::Expired(now.since(self.expires)));
		}
		if self.cumulative > channel.deposit {
			return Err(VoucherError::AboveDeposit(channel.deposit));
		}
		match self.cumulative.checked_sub(channel.redeemed) {
			None | Some(0) => Err(VoucherError::NothingToRedeem(channel.redeemed)),
			Some(worth) => Ok(worth),
		}
	}
}

impl fmt::Display for Scheme {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Sr25519 => "sr25519",
			Self::Ed25519 => "ed25519",
		})
	}
}

impl fmt::Display for VoucherKey {
	/// As `sr25519:0x…`.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (scheme, key) = match self {
			Self::Sr25519(key) => (Scheme::Sr25519, key),
			Self::Ed25519(key) => (Scheme::Ed25519, key),
		};
		write!(f, "{scheme}:0x{}", hex::encode(key))
	}
}

impl std::str::FromStr for VoucherKey {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let malformed = || format!("`{text}` is not a key such as sr25519:0x…");
		let (scheme, digits) = text.split_once(":0x").ok_or_else(malformed)?;
		let mut key = [0; 32];
		hex::decode_to_slice(digits, &mut key).map_err(|_| malformed())?;
		match scheme {
			"sr25519" => Ok(Self::Sr25519(key)),
			"ed25519" => Ok(Self::Ed25519(key)),
			_ => Err(malformed()),
		}
	}
}

impl fmt::Debug for VoucherKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

impl fmt::Debug for VoucherSignature {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (scheme, bytes) = match self {
			Self::Sr25519(bytes) => (Scheme::Sr25519, bytes),
			Self::Ed25519(bytes) => (Scheme::Ed25519, bytes),
		};
		write!(f, "{scheme}:0x{}", hex::encode(bytes))
	}
}

impl fmt::Debug for SessionKey {
	/// The public half only.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "SessionKey({})", self.public())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Share;

	const GENESIS: H256 = H256([9; 32]);
	const SCHEMES: [Scheme; 2] = [Scheme::Sr25519, Scheme::Ed25519];

	fn promise() -> Promise {
		Promise {
			channel: ChannelId(3),
			tab: TabId(7),
			payee: AccountId([1; 32]),
			cumulative: 250,
			expires: Timestamp(1_000),
		}
	}

	fn channel(key: &SessionKey) -> Channel {
		Channel {
			id: ChannelId(3),
			tab: TabId(7),
			payee: AccountId([1; 32]),
			key: key.public(),
			deposit: 1_000,
			redeemed: 100,
			fee: Share(0),
			closes: None,
		}
	}

	fn both(check: impl Fn(SessionKey)) {
		SCHEMES.into_iter().map(|scheme| SessionKey::from_seed(scheme, [5; 32])).for_each(check);
	}

	#[test]
	fn a_voucher_is_worth_what_it_adds() {
		both(|key| {
			let voucher = key.issue(GENESIS, promise());
			assert!(voucher.is_signed_by(&key.public(), GENESIS));
			assert_eq!(voucher.worth(&channel(&key), GENESIS, Timestamp(0)), Ok(150));
			let all = key.issue(GENESIS, Promise { cumulative: 1_000, ..promise() });
			assert_eq!(all.worth(&channel(&key), GENESIS, Timestamp(0)), Ok(900));
		});
	}

	#[test]
	fn nothing_in_a_voucher_can_be_changed() {
		both(|key| {
			let honest = key.issue(GENESIS, promise());
			let mut flipped = honest.clone();
			match &mut flipped.signature {
				VoucherSignature::Sr25519(bytes) | VoucherSignature::Ed25519(bytes) => {
					bytes[0] ^= 1
				},
			}
			let tampered = [
				Voucher { channel: ChannelId(4), ..honest.clone() },
				Voucher { tab: TabId(8), ..honest.clone() },
				Voucher { payee: AccountId([2; 32]), ..honest.clone() },
				Voucher { cumulative: 251, ..honest.clone() },
				Voucher { expires: Timestamp(1_001), ..honest.clone() },
				flipped,
			];
			for voucher in tampered {
				assert!(!voucher.is_signed_by(&key.public(), GENESIS), "{voucher:?}");
				assert!(voucher.worth(&channel(&key), GENESIS, Timestamp(0)).is_err());
			}
			assert!(!honest.is_signed_by(&key.public(), H256([8; 32])), "another chain");
		});
	}

	#[test]
	fn another_key_or_another_scheme_does_not_pass() {
		both(|key| {
			let voucher = key.issue(GENESIS, promise());
			let other = SessionKey::from_seed(key.scheme(), [6; 32]);
			let found = voucher.worth(&channel(&other), GENESIS, Timestamp(0));
			assert_eq!(found, Err(VoucherError::BadSignature));
			let crossed = match key.public() {
				VoucherKey::Sr25519(bytes) => VoucherKey::Ed25519(bytes),
				VoucherKey::Ed25519(bytes) => VoucherKey::Sr25519(bytes),
			};
			assert!(!voucher.is_signed_by(&crossed, GENESIS));
		});
	}

	#[test]
	fn what_the_chain_would_refuse_is_refused_here() {
		both(|key| {
			let (open, voucher) = (channel(&key), key.issue(GENESIS, promise()));
			let refused = |channel: &Channel, voucher: &Voucher, now| {
				voucher.worth(channel, GENESIS, Timestamp(now)).unwrap_err()
			};
			let other = Channel { id: ChannelId(4), ..open.clone() };
			assert_eq!(refused(&other, &voucher, 0), VoucherError::OtherChannel(ChannelId(3)));
			let other = Channel { tab: TabId(8), ..open.clone() };
			assert_eq!(refused(&other, &voucher, 0), VoucherError::OtherAccount(TabId(7)));
			let other = Channel { payee: AccountId([2; 32]), ..open.clone() };
			let payee = AccountId([1; 32]);
			assert_eq!(refused(&other, &voucher, 0), VoucherError::OtherPayee(payee));
			assert_eq!(refused(&open, &voucher, 1_001), VoucherError::Expired(1));
			assert!(voucher.worth(&open, GENESIS, Timestamp(1_000)).is_ok());
			let poor = Channel { deposit: 249, ..open.clone() };
			assert_eq!(refused(&poor, &voucher, 0), VoucherError::AboveDeposit(249));
			let redeemed = Channel { redeemed: 250, ..open.clone() };
			assert_eq!(refused(&redeemed, &voucher, 0), VoucherError::NothingToRedeem(250));
		});
	}

	#[test]
	fn the_message_names_chain_channel_account_payee_sum_and_time() {
		let mut message = b"tradewind/voucher/1".to_vec();
		message.extend([9; 32]);
		message.extend(3u64.to_le_bytes());
		message.extend(7u64.to_le_bytes());
		message.extend([1; 32]);
		message.extend(250u128.to_le_bytes());
		message.extend(1_000u64.to_le_bytes());
		assert_eq!(promise().message(GENESIS), message);
	}

	#[test]
	fn a_voucher_reads_back_from_json() {
		both(|key| {
			let voucher = key.issue(GENESIS, Promise { cumulative: Balance::MAX, ..promise() });
			let json = serde_json::to_string(&voucher).unwrap();
			assert_eq!(serde_json::from_str::<Voucher>(&json).unwrap(), voucher);
			let value: serde_json::Value = serde_json::from_str(&json).unwrap();
			assert_eq!(value["cumulative"], Balance::MAX.to_string());
			assert_eq!((&value["channel"], &value["expires"]), (&3.into(), &1_000.into()));
			let signature = value["signature"][key.scheme().to_string()].as_str().unwrap();
			assert!(signature.starts_with("0x") && signature.len() == 130, "{json}");
		});
		for text in ["", "{}", "[]", "{\"channel\":1}"] {
			assert!(serde_json::from_str::<Voucher>(text).is_err(), "{text}");
		}
	}

	#[test]
	fn a_key_reads_back_from_its_file_and_shows_only_its_public_half() {
		for scheme in SCHEMES {
			let key = SessionKey::generate(scheme);
			let text = key.to_json();
			let again = SessionKey::from_json(&text).unwrap();
			assert_eq!((again.public(), again.scheme()), (key.public(), scheme));
			assert!(!format!("{key:?}").contains(&hex::encode(key.seed)));
			let mut damaged: serde_json::Value = serde_json::from_str(&text).unwrap();
			damaged["seed"] = format!("0x{}", "00".repeat(32)).into();
			let error = SessionKey::from_json(&damaged.to_string()).unwrap_err();
			assert!(matches!(error, SessionKeyError::Damaged));
		}
		assert!(matches!(SessionKey::from_json("seed"), Err(SessionKeyError::Malformed)));
	}

	#[test]
	fn public_keys_are_written_with_their_scheme() {
		for scheme in SCHEMES {
			let key = SessionKey::from_seed(scheme, [5; 32]).public();
			assert_eq!(key.to_string().parse(), Ok(key));
		}
		for text in ["", "0x00", "rsa:0x00", "sr25519:0x12", "sr25519:00"] {
			assert!(text.parse::<VoucherKey>().is_err(), "{text}");
		}
	}
}
