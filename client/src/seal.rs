//! Sealing: who may read a bundle.
//!
//! A bundle travels as an [age](https://age-encryption.org/v1) file in the binary format, encrypted
//! to one or several X25519 keys, so that the standard `age` tool reads what Tradewind writes and
//! the other way round. On chain such a key is 32 raw bytes; people exchange it as `age1…`.

use age::{secrecy::ExposeSecret, x25519::Recipient};
use bech32::{Bech32, Hrp};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};

pub use age::x25519::Identity;

/// A raw X25519 public key, as it stands on chain.
pub type PublicKey = [u8; 32];

/// To how many keys one file may be sealed, and how many a file that is opened may name. Each
/// costs the reader a multiplication on the curve, so a file must not choose the number freely.
pub const MAX_RECIPIENTS: usize = 64;

/// The longest header that is read: 64 stanzas of X25519 take less than a tenth of it.
const MAX_HEADER_BYTES: usize = 64 * 1024;

/// The first line of every age file.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

const RECIPIENT_PREFIX: Hrp = Hrp::parse_unchecked("age");
const IDENTITY_PREFIX: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// The names of the development accounts that have a known identity.
pub const DEV_NAMES: [&str; 6] = ["alice", "bob", "charlie", "dave", "eve", "ferdie"];

/// Why something could not be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
	/// The list of keys is empty.
	#[error("nothing is ever sealed to nobody: name at least one recipient")]
	Nobody,
	/// More than [`MAX_RECIPIENTS`].
	#[error("{0} recipients are more than the {MAX_RECIPIENTS} that a file may have")]
	TooManyRecipients(usize),
	/// A key that is no point of the curve's large subgroup: anyone could read the file.
	#[error("0x{} is not a usable X25519 key", hex::encode(.0))]
	WeakKey(PublicKey),
	/// A text that is not an `age1…` recipient.
	#[error("`{text}` is not an age recipient (age1…): {why}")]
	BadRecipient {
		/// What was given.
		text: String,
		/// What is wrong with it.
		why: String,
	},
	/// A line of an identity file that is not an identity.
	#[error("line {line} of the identity file is not an identity (AGE-SECRET-KEY-1…): {why}")]
	BadIdentity {
		/// The line, counted from 1. Its text is a secret and not repeated.
		line: usize,
		/// What is wrong with it.
		why: String,
	},
	/// An identity file without identities.
	#[error("the identity file holds no identity")]
	NoIdentity,
	/// A development name nobody has.
	#[error("`{0}` is not a development account; there are {names}", names = DEV_NAMES.join(", "))]
	UnknownName(String),
	/// The data is not an age file, or its header was tampered with.
	#[error("not an intact age file: {0}")]
	NotSealed(String),
	/// The file is sealed, but to other keys.
	#[error("sealed to other keys than ours")]
	NotForUs,
	/// The underlying stream failed.
	#[error(transparent)]
	Io(#[from] io::Error),
}

/// The public key of an identity.
pub fn public_key(identity: &Identity) -> PublicKey {
	// The crate shows a key only in its text form; that form of 32 bytes always parses.
	let text = identity.to_public().to_string();
	parse_recipient(&text).expect("age prints its own recipients in its own format; qed")
}

/// A raw key in the form people exchange: `age1…`.
pub fn recipient_text(key: &PublicKey) -> String {
	bech32::encode::<Bech32>(RECIPIENT_PREFIX, key)
		.expect("32 bytes and a prefix of 3 are shorter than the limit of 90 characters; qed")
}

/// The raw key of an `age1…` recipient.
pub fn parse_recipient(text: &str) -> Result<PublicKey, SealError> {
	let bad = |why: &str| SealError::BadRecipient { text: text.into(), why: why.into() };
	let (prefix, bytes) = bech32::decode(text.trim()).map_err(|error| bad(&error.to_string()))?;
	if prefix != RECIPIENT_PREFIX {
		return Err(bad("it does not begin with age1"));
	}
	bytes.try_into().map_err(|_| bad("it is not 32 bytes long"))
}

/// Whether a file may be sealed to this key. Keys of small order are refused: what is sealed to
/// them has a constant for its secret.
pub fn is_usable(key: &PublicKey) -> bool {
	// A clamped scalar is a multiple of the cofactor, so exactly the weak keys give zero.
	x25519_dalek::x25519([1; 32], *key) != [0; 32]
}

/// Begins a sealed file: what is written to the result comes out readable by `keys`. It must be
/// ended with `finish`, or it stays truncated and unreadable.
pub fn writer<W: Write>(
	output: W,
	keys: &[PublicKey],
) -> Result<age::stream::StreamWriter<W>, SealError> {
	if keys.is_empty() {
		return Err(SealError::Nobody);
	}
	if keys.len() > MAX_RECIPIENTS {
		return Err(SealError::TooManyRecipients(keys.len()));
	}
	let recipients = keys.iter().map(to_recipient).collect::<Result<Vec<_>, _>>()?;
	let encryptor =
		age::Encryptor::with_recipients(recipients.iter().map(|r| r as &dyn age::Recipient))
			.map_err(|error| SealError::NotSealed(error.to_string()))?;
	Ok(encryptor.wrap_output(output)?)
}

/// Seals `plain` so that each of `keys` can read it.
pub fn seal(plain: &[u8], keys: &[PublicKey]) -> Result<Vec<u8>, SealError> {
	let mut sealed = Vec::with_capacity(plain.len() + 1024);
	let mut writer = writer(&mut sealed, keys)?;
	writer.write_all(plain)?;
	writer.finish()?;
	Ok(sealed)
}

/// Opens what was sealed to one of `identities`. The plain text is never longer than the file.
pub fn open(sealed: &[u8], identities: &[Identity]) -> Result<Vec<u8>, SealError> {
	check_header(sealed)?;
	let decryptor = age::Decryptor::new_buffered(sealed).map_err(decrypt_error)?;
	let mut reader = decryptor
		.decrypt(identities.iter().map(|identity| identity as &dyn age::Identity))
		.map_err(decrypt_error)?;
	let mut plain = Vec::with_capacity(sealed.len());
	reader.read_to_end(&mut plain).map_err(|error| SealError::NotSealed(error.to_string()))?;
	Ok(plain)
}

/// A fresh identity from the operating system's randomness.
pub fn generate() -> Identity {
	Identity::generate()
}

/// An identity in the form a file holds: `AGE-SECRET-KEY-1…`.
pub fn identity_text(identity: &Identity) -> String {
	identity.to_string().expose_secret().to_string()
}

/// The identities of a file in age's standard format: one per line; blank lines and lines that
/// begin with `#` are skipped.
pub fn parse_identities(text: &str) -> Result<Vec<Identity>, SealError> {
	let mut identities = Vec::new();
	for (index, line) in text.lines().enumerate() {
		let line = line.trim();
		if line.is_empty() || line.starts_with('#') {
			continue;
		}
		let identity = line
			.parse()
			.map_err(|why: &str| SealError::BadIdentity { line: index + 1, why: why.into() })?;
		identities.push(identity);
	}
	if identities.is_empty() {
		return Err(SealError::NoIdentity);
	}
	Ok(identities)
}

/// The identity of a development account, the same on every machine. Worth nothing as a secret.
pub fn dev_identity(name: &str) -> Result<Identity, SealError> {
	let name = name.to_lowercase();
	if !DEV_NAMES.contains(&name.as_str()) {
		return Err(SealError::UnknownName(name));
	}
	let seed: [u8; 32] = Sha256::digest(format!("tradewind/dev/{name}")).into();
	let text = bech32::encode_upper::<Bech32>(IDENTITY_PREFIX, &seed)
		.expect("32 bytes and a prefix of 15 are shorter than the limit of 90 characters; qed");
	Ok(text.parse().expect("any 32 bytes are an X25519 secret; qed"))
}

/// The hash by which the chain knows a payload: blake2-256 of the sealed bytes.
pub fn payload_hash(sealed: &[u8]) -> [u8; 32] {
	<sp_core::Blake2Hasher as sp_core::Hasher>::hash(sealed).0
}

/// The digest by which results are known: SHA-256, which every machine has a tool for.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
	Sha256::digest(bytes).into()
}

fn to_recipient(key: &PublicKey) -> Result<Recipient, SealError> {
	if !is_usable(key) {
		return Err(SealError::WeakKey(*key));
	}
	recipient_text(key).parse().map_err(|_| SealError::WeakKey(*key))
}

/// Bounds what the header can make the reader do, before anything is computed with it.
fn check_header(sealed: &[u8]) -> Result<(), SealError> {
	if !sealed.starts_with(MAGIC) {
		return Err(SealError::NotSealed("it does not begin with the age v1 header".into()));
	}
	let mut stanzas = 0;
	let mut length = 0;
	for line in sealed.split_inclusive(|byte| *byte == b'\n') {
		if line.starts_with(b"---") {
			return Ok(());
		}
		if line.starts_with(b"-> ") {
			stanzas += 1;
		}
		length += line.len();
		// One stanza more is allowed than recipients: age adds a meaningless one as grease.
		if stanzas > MAX_RECIPIENTS + 1 || length > MAX_HEADER_BYTES {
			return Err(SealError::NotSealed("the header is too long".into()));
		}
	}
	Err(SealError::NotSealed("the header does not end".into()))
}

fn decrypt_error(error: age::DecryptError) -> SealError {
	match error {
		age::DecryptError::NoMatchingKeys | age::DecryptError::KeyDecryptionFailed => {
			SealError::NotForUs
		},
		other => SealError::NotSealed(other.to_string()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::process::{Command, Stdio};

	fn bob() -> Identity {
		dev_identity("bob").unwrap()
	}

	#[test]
	fn each_recipient_opens_what_was_sealed() {
		let alice = dev_identity("alice").unwrap();
		let sealed = seal(b"cargo", &[public_key(&alice), public_key(&bob())]).unwrap();
		assert!(sealed.starts_with(b"age-encryption.org/v1\n-> X25519 "));
		assert_eq!(open(&sealed, &[alice]).unwrap(), b"cargo");
		assert_eq!(open(&sealed, &[bob()]).unwrap(), b"cargo");
	}

	#[test]
	fn a_rotated_key_still_opens() {
		let sealed = seal(b"old", &[public_key(&bob())]).unwrap();
		assert_eq!(open(&sealed, &[generate(), bob()]).unwrap(), b"old");
	}

	#[test]
	fn strangers_and_tampering_are_told_apart() {
		let mut sealed = seal(b"cargo", &[public_key(&bob())]).unwrap();
		assert!(matches!(open(&sealed, &[generate()]), Err(SealError::NotForUs)));
		assert!(matches!(open(&sealed, &[]), Err(SealError::NotForUs)));
		*sealed.last_mut().unwrap() ^= 1;
		assert!(matches!(open(&sealed, &[bob()]), Err(SealError::NotSealed(_))));
		assert!(matches!(open(b"cargo", &[bob()]), Err(SealError::NotSealed(_))));
		assert!(matches!(open(b"", &[bob()]), Err(SealError::NotSealed(_))));
	}

	#[test]
	fn a_truncated_file_is_refused_at_every_length() {
		let sealed = seal(b"cargo", &[public_key(&bob())]).unwrap();
		for length in 0..sealed.len() {
			assert!(open(&sealed[..length], &[bob()]).is_err(), "opened {length} bytes");
		}
	}

	#[test]
	fn nobody_and_weak_keys_are_no_recipients() {
		assert!(matches!(seal(b"x", &[]), Err(SealError::Nobody)));
		let mut one = [0; 32];
		one[0] = 1;
		// A point of order 8, which is neither zero nor one.
		let eight = hex::decode("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")
			.unwrap()
			.try_into()
			.unwrap();
		for weak in [[0; 32], one, eight] {
			assert!(!is_usable(&weak));
			assert!(matches!(seal(b"x", &[weak]), Err(SealError::WeakKey(key)) if key == weak));
		}
		let many = vec![public_key(&bob()); MAX_RECIPIENTS + 1];
		assert!(matches!(seal(b"x", &many), Err(SealError::TooManyRecipients(65))));
		assert!(open(&seal(b"x", &many[1..]).unwrap(), &[bob()]).is_ok());
	}

	#[test]
	fn a_header_of_many_stanzas_is_refused_unread() {
		let mut sealed = MAGIC.to_vec();
		for _ in 0..10_000 {
			sealed.extend_from_slice(b"-> X25519 AAAA\nBBBB\n");
		}
		sealed.extend_from_slice(b"--- MAC\n");
		let error = open(&sealed, &[bob()]).unwrap_err().to_string();
		assert!(error.contains("header is too long"), "{error}");
	}

	#[test]
	fn keys_travel_raw_and_as_text() {
		let key = public_key(&bob());
		let text = recipient_text(&key);
		assert!(text.starts_with("age1") && text.len() == 62);
		assert_eq!(parse_recipient(&text).unwrap(), key);
		assert_eq!(text, bob().to_public().to_string());
		assert!(matches!(parse_recipient("age1xyz"), Err(SealError::BadRecipient { .. })));
		let secret = identity_text(&bob());
		assert!(matches!(parse_recipient(&secret), Err(SealError::BadRecipient { .. })));
	}

	#[test]
	fn development_identities_are_fixed_and_distinct() {
		let keys: std::collections::BTreeSet<_> =
			DEV_NAMES.iter().map(|name| public_key(&dev_identity(name).unwrap())).collect();
		assert_eq!(keys.len(), DEV_NAMES.len());
		assert_eq!(public_key(&dev_identity("Bob").unwrap()), public_key(&bob()));
		assert!(matches!(dev_identity("mallory"), Err(SealError::UnknownName(_))));
	}

	#[test]
	fn an_identity_file_may_hold_comments_and_several_keys() {
		let text =
			format!("# created\n\n{}\n{}\n", identity_text(&bob()), identity_text(&generate()));
		let identities = parse_identities(&text).unwrap();
		assert_eq!(identities.len(), 2);
		assert_eq!(public_key(&identities[0]), public_key(&bob()));
		assert!(matches!(parse_identities("# none\n"), Err(SealError::NoIdentity)));
		let error = parse_identities("#\nAGE-SECRET-KEY-1NO\n").err().unwrap();
		assert!(matches!(error, SealError::BadIdentity { line: 2, .. }));
		assert!(!error.to_string().contains("1NO"), "a secret must not be printed");
	}

	/// What the standard tool makes of our files; says nothing where it is not installed.
	#[test]
	fn the_age_tool_reads_and_writes_the_same_format() {
		if Command::new("age").arg("--version").output().is_err() {
			return;
		}
		let dir = tempfile::tempdir().unwrap();
		let identity_file = dir.path().join("identity.txt");
		std::fs::write(&identity_file, identity_text(&bob())).unwrap();
		let pipe = |args: &[&std::ffi::OsStr], input: &[u8]| {
			let mut child = Command::new("age")
				.args(args)
				.stdin(Stdio::piped())
				.stdout(Stdio::piped())
				.spawn()
				.unwrap();
			child.stdin.take().unwrap().write_all(input).unwrap();
			let output = child.wait_with_output().unwrap();
			assert!(output.status.success());
			output.stdout
		};
		let sealed = seal(b"cargo", &[public_key(&generate()), public_key(&bob())]).unwrap();
		let opened = pipe(&["-d".as_ref(), "-i".as_ref(), identity_file.as_ref()], &sealed);
		assert_eq!(opened, b"cargo");
		let recipient = recipient_text(&public_key(&bob()));
		let theirs = pipe(&["-r".as_ref(), recipient.as_ref()], b"theirs");
		assert_eq!(open(&theirs, &[bob()]).unwrap(), b"theirs");
	}
}
