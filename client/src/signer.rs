//! Keys that sign.

use crate::{
	config::TradewindConfig,
	seal::{self, DEV_NAMES},
	AccountId,
};
use bech32::{Bech32, Hrp};
use sp_core::{crypto::SecretStringError, Blake2Hasher, Hasher, Pair as _};
use subxt::{config::Config, utils::MultiSignature};

/// An sr25519 key that signs extrinsics.
#[derive(Clone)]
pub struct Signer(sp_core::sr25519::Pair);

/// Why a text is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
	/// There is no development account of that name.
	#[error("there is no development account `{0}`; there are {names}", names = DEV_NAMES.join(", "))]
	UnknownDevName(String),
	/// The secret could not be read. The text itself is never repeated.
	#[error("not a secret: expected a BIP-39 phrase or 0x and 64 hexadecimal digits ({0})")]
	Malformed(&'static str),
}

impl Signer {
	/// The key of a development account, `alice` to `ferdie`, with a derivation path if wanted:
	/// `alice//agent` is the agent key that Alice has in the development presets.
	pub fn dev(name: &str) -> Result<Self, KeyError> {
		let (name, path) = name.split_at(name.find('/').unwrap_or(name.len()));
		let known = DEV_NAMES
			.into_iter()
			.find(|known| known.eq_ignore_ascii_case(name))
			.ok_or_else(|| KeyError::UnknownDevName(name.to_owned()))?;
		let (first, rest) = known.split_at(1);
		Self::parse(&format!("//{}{rest}{path}", first.to_ascii_uppercase()))
	}

	/// A key from its secret: a BIP-39 phrase or a seed in hexadecimal, each with derivation paths
	/// if wanted.
	pub fn from_secret(secret: &str) -> Result<Self, KeyError> {
		// Without a phrase the parser takes the development phrase, which everyone knows.
		match secret.trim() {
			"" => Err(KeyError::Malformed("it is empty")),
			path if path.starts_with('/') => Err(KeyError::Malformed("the phrase is missing")),
			secret => Self::parse(secret),
		}
	}

	fn parse(secret: &str) -> Result<Self, KeyError> {
		sp_core::sr25519::Pair::from_string(secret, None)
			.map(Self)
			.map_err(|error| KeyError::Malformed(reason(error)))
	}

	/// A new key, and the phrase that brings it back.
	pub fn generate() -> (Self, String) {
		let (pair, phrase, _) = sp_core::sr25519::Pair::generate_with_phrase(None);
		(Self(pair), phrase)
	}

	/// The account the key signs for.
	pub fn account(&self) -> AccountId {
		AccountId(self.0.public().0)
	}

	/// Signs `message`.
	pub fn sign(&self, message: &[u8]) -> [u8; 64] {
		self.0.sign(message).0
	}

	/// The identity that opens what is sealed to the holder of this key. It follows from the key, so
	/// that one phrase brings both back.
	pub fn identity(&self) -> seal::Identity {
		// The first half is the scalar. The second half is a nonce seed, which soft derivation
		// draws at random.
		let secret = self.0.to_raw_vec();
		let scalar = secret.get(..32).unwrap_or(&secret);
		let seed = Blake2Hasher::hash(&[b"tradewind/identity\0".as_slice(), scalar].concat());
		let text = bech32::encode_upper::<Bech32>(
			Hrp::parse_unchecked("age-secret-key-"),
			seed.as_bytes(),
		)
		.expect("32 bytes and a prefix of 15 are shorter than the limit of 90 characters; qed");
		text.parse().expect("any 32 bytes are an X25519 secret; qed")
	}
}

fn reason(error: SecretStringError) -> &'static str {
	match error {
		SecretStringError::InvalidFormat(_) => "wrong format",
		SecretStringError::InvalidPhrase => "no valid phrase",
		SecretStringError::InvalidPassword => "wrong password",
		SecretStringError::InvalidSeed => "no valid seed",
		SecretStringError::InvalidSeedLength => "a seed has 32 bytes",
		SecretStringError::InvalidPath => "wrong derivation path",
	}
}

impl subxt::tx::Signer<TradewindConfig> for Signer {
	fn account_id(&self) -> AccountId {
		self.account()
	}

	fn sign(&self, payload: &[u8]) -> <TradewindConfig as Config>::Signature {
		MultiSignature::Sr25519(Signer::sign(self, payload))
	}
}

impl std::fmt::Debug for Signer {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "Signer({})", self.account())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn development_keys_are_the_well_known_ones() {
		let alice = Signer::dev("Alice").unwrap().account();
		assert_eq!(
			hex::encode(alice.0),
			"d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d"
		);
		let agent = Signer::dev("alice//agent").unwrap().account();
		assert_eq!(
			hex::encode(agent.0),
			"388b6320681021e77d7457d49e37a7b773b0717589da583e75d196d62d32fb75"
		);
		assert!(matches!(Signer::dev("mallory"), Err(KeyError::UnknownDevName(_))));
	}

	#[test]
	fn a_phrase_brings_key_and_identity_back() {
		let (signer, phrase) = Signer::generate();
		let again = Signer::from_secret(&phrase).unwrap();
		assert_eq!(signer.account(), again.account());
		let key = |signer: &Signer| seal::public_key(&signer.identity());
		assert_eq!(key(&signer), key(&again));
		assert_ne!(key(&signer), key(&Signer::generate().0));
	}

	#[test]
	fn a_soft_path_gives_the_same_identity_every_time() {
		let phrase = Signer::generate().1 + "/soft";
		let key = || seal::public_key(&Signer::from_secret(&phrase).unwrap().identity());
		assert_eq!(key(), key());
	}

	#[test]
	fn a_secret_without_a_phrase_is_refused() {
		for secret in ["", "  \n", "//Alice", "/soft"] {
			assert!(Signer::from_secret(secret).is_err(), "{secret:?}");
		}
	}

	#[test]
	fn a_bad_secret_is_never_repeated_in_the_error() {
		let error = Signer::from_secret("correct horse battery").unwrap_err().to_string();
		assert!(!error.contains("horse"), "{error}");
	}
}
