//! Keys on disk, each in a file of its own that a password opens.
//!
//! A key file is JSON with the account and the public encryption key in the clear, and the secrets
//! as an age file sealed with the password (scrypt), so that the `age` tool opens it too.

use crate::exit::{fail, Exit, Failure, OrExit};
use age::secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::{
	io::{Read, Write},
	path::{Path, PathBuf},
};
use tradewind_client::{
	seal::{self, Identity},
	AccountId, Signer,
};

/// Where the keystore is looked for, unless it is in the user's configuration folder.
pub const HOME: &str = "TRADEWIND_HOME";

const VERSION: u32 = 1;
const SUFFIX: &str = "json";

/// The secrets of a key.
pub struct Key {
	/// Signs.
	pub signer: Signer,
	/// Opens what is sealed to the key.
	pub identity: Identity,
	/// What brings the signer back: a phrase or a seed.
	pub secret: String,
}

/// What is known of a key without its password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicKey {
	/// Its name.
	pub name: String,
	/// Its account.
	pub account: AccountId,
	/// What is sealed to it, in age's form.
	pub encryption_key: String,
}

#[derive(Serialize, Deserialize)]
struct File {
	version: u32,
	account: AccountId,
	encryption_key: String,
	sealed: String,
}

#[derive(Serialize, Deserialize)]
struct Secrets {
	secret: String,
	identity: String,
}

/// A folder of key files.
pub struct Keystore {
	folder: PathBuf,
	/// The cost of guessing a password; `None` for about a second on this machine.
	work: Option<u8>,
}

impl Key {
	/// The key of a secret; its identity follows from it unless there is one of its own.
	pub fn new(secret: &str, identity: Option<Identity>) -> anyhow::Result<Self> {
		let signer = Signer::from_secret(secret).or_exit(Exit::Key, "the key cannot be used")?;
		let identity = identity.unwrap_or_else(|| signer.identity());
		Ok(Self { signer, identity, secret: secret.trim().to_owned() })
	}

	/// A new key with a new phrase.
	pub fn generate() -> Self {
		let (signer, secret) = Signer::generate();
		Self { identity: signer.identity(), signer, secret }
	}

	fn public(&self, name: &str) -> PublicKey {
		PublicKey {
			name: name.to_owned(),
			account: self.signer.account(),
			encryption_key: seal::recipient_text(&seal::public_key(&self.identity)),
		}
	}
}

impl Keystore {
	/// The user's own: `$TRADEWIND_HOME/keys`, or `tradewind/keys` in the configuration folder.
	pub fn of_user() -> anyhow::Result<Self> {
		let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
		let home = variable(HOME)
			.map(PathBuf::from)
			.or_else(|| Some(PathBuf::from(variable("XDG_CONFIG_HOME")?).join("tradewind")))
			.or_else(|| Some(PathBuf::from(variable("HOME")?).join(".config/tradewind")));
		match home {
			Some(home) => Ok(Self { folder: home.join("keys"), work: None }),
			None => fail!(Key, "there is no home folder for keys; set {HOME}"),
		}
	}

	/// All keys, by name.
	pub fn list(&self) -> anyhow::Result<Vec<PublicKey>> {
		let mut keys = Vec::new();
		let entries = match std::fs::read_dir(&self.folder) {
			Ok(entries) => entries,
			Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(keys),
			Err(error) => fail!(Key, "{}: {error}", self.folder.display()),
		};
		for entry in entries {
			let path = entry.or_exit(Exit::Key, self.folder.display())?.path();
			let name = path.file_stem().and_then(|stem| stem.to_str());
			if let (Some(name), true) = (name, path.extension().is_some_and(|end| end == SUFFIX)) {
				keys.push(self.show(name)?);
			}
		}
		keys.sort_by(|one, other| one.name.cmp(&other.name));
		Ok(keys)
	}

	/// What is known of a key without its password.
	pub fn show(&self, name: &str) -> anyhow::Result<PublicKey> {
		let file = self.read(name)?;
		let (account, encryption_key) = (file.account, file.encryption_key);
		Ok(PublicKey { name: name.to_owned(), account, encryption_key })
	}

	/// Opens a key.
	pub fn open(&self, name: &str, password: &SecretString) -> anyhow::Result<Key> {
		let file = self.read(name)?;
		let damaged =
			|why: &str| Failure::new(Exit::Key, format_args!("key `{name}` is damaged: {why}"));
		let sealed = hex::decode(&file.sealed).map_err(|_| damaged("its secrets do not read"))?;
		let plain = open_with(&sealed, password.clone())
			.map_err(|why| Failure::new(Exit::Key, format_args!("key `{name}`: {why}")))?;
		let secrets: Secrets =
			serde_json::from_slice(&plain).map_err(|_| damaged("its secrets do not read"))?;
		let identity =
			secrets.identity.parse().map_err(|_| damaged("its identity does not read"))?;
		let key = Key::new(&secrets.secret, Some(identity))?;
		// The clear part of the file could have been changed by anyone.
		let public = key.public(name);
		if (public.account, public.encryption_key) != (file.account, file.encryption_key) {
			return Err(damaged("it holds another key than it says").into());
		}
		Ok(key)
	}

	/// Keeps a key under a name that is free.
	pub fn keep(
		&self,
		name: &str,
		key: &Key,
		password: &SecretString,
	) -> anyhow::Result<PublicKey> {
		let path = self.path(name)?;
		let secrets =
			Secrets { secret: key.secret.clone(), identity: seal::identity_text(&key.identity) };
		let sealed = seal_with(&serde_json::to_vec(&secrets)?, password.clone(), self.work)
			.or_exit(Exit::Key, "the key cannot be sealed")?;
		let public = key.public(name);
		let file = File {
			version: VERSION,
			account: public.account,
			encryption_key: public.encryption_key.clone(),
			sealed: hex::encode(sealed),
		};
		let mut text = serde_json::to_vec_pretty(&file)?;
		text.push(b'\n');
		create_private_folder(&self.folder).or_exit(Exit::Key, self.folder.display())?;
		write_new_private(&path, &text).map_err(|error| {
			if error.kind() == std::io::ErrorKind::AlreadyExists {
				Failure::new(Exit::Key, format_args!("there is a key `{name}` already"))
			} else {
				Failure::new(Exit::Key, format_args!("{}: {error}", path.display()))
			}
		})?;
		Ok(public)
	}

	fn path(&self, name: &str) -> anyhow::Result<PathBuf> {
		let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
		if name.is_empty() || name.len() > 64 || name.starts_with('.') || !name.chars().all(plain) {
			fail!(Usage, "`{name}` cannot name a key; use letters, digits, `-`, `_` and `.`");
		}
		Ok(self.folder.join(format!("{name}.{SUFFIX}")))
	}

	fn read(&self, name: &str) -> anyhow::Result<File> {
		let path = self.path(name)?;
		let text = match std::fs::read(&path) {
			Ok(text) => text,
			Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
				fail!(Key, "there is no key `{name}`; see `tradewind key list`")
			},
			Err(error) => fail!(Key, "{}: {error}", path.display()),
		};
		let file: File = serde_json::from_slice(&text)
			.or_exit(Exit::Key, format_args!("{} is not a key file", path.display()))?;
		if file.version != VERSION {
			fail!(Key, "{} has version {}, not {VERSION}", path.display(), file.version);
		}
		Ok(file)
	}
}

fn seal_with(plain: &[u8], password: SecretString, work: Option<u8>) -> anyhow::Result<Vec<u8>> {
	let mut recipient = age::scrypt::Recipient::new(password);
	if let Some(work) = work {
		recipient.set_work_factor(work);
	}
	Ok(age::encrypt(&recipient, plain)?)
}

fn open_with(sealed: &[u8], password: SecretString) -> Result<Vec<u8>, &'static str> {
	let mut identity = age::scrypt::Identity::new(password);
	// A file from a much faster machine is still to be opened on this one.
	identity.set_max_work_factor(22);
	age::decrypt(&identity, sealed).map_err(|error| match error {
		age::DecryptError::DecryptionFailed
		| age::DecryptError::KeyDecryptionFailed
		| age::DecryptError::NoMatchingKeys => "wrong password",
		age::DecryptError::ExcessiveWork { .. } => "its password takes too long to check",
		_ => "its secrets are damaged",
	})
}

fn create_private_folder(folder: &Path) -> std::io::Result<()> {
	let mut builder = std::fs::DirBuilder::new();
	#[cfg(unix)]
	std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
	builder.recursive(true).create(folder)
}

/// Writes a file that nobody else may read and that is there whole or not at all.
pub fn write_new_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
	let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
	// Temporary files are created for their owner alone.
	let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
	file.write_all(bytes)?;
	file.as_file().sync_all()?;
	file.persist_noclobber(path).map(drop).map_err(|error| error.error)
}

/// The password in a file: its first line.
pub fn read_password(path: &Path) -> anyhow::Result<SecretString> {
	let mut text = String::new();
	std::fs::File::open(path)
		.and_then(|file| file.take(4096).read_to_string(&mut text))
		.or_exit(Exit::Key, path.display())?;
	match text.lines().next() {
		Some(line) if !line.is_empty() => Ok(SecretString::from(line.to_owned())),
		_ => fail!(Key, "{} holds no password in its first line", path.display()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::exit;

	fn keystore(folder: &Path) -> Keystore {
		Keystore { folder: folder.join("keys"), work: Some(2) }
	}

	fn password(text: &str) -> SecretString {
		SecretString::from(text.to_owned())
	}

	#[test]
	fn a_key_comes_back_with_its_password_only() {
		let folder = tempfile::tempdir().unwrap();
		let store = keystore(folder.path());
		let key = Key::generate();
		let public = store.keep("mine", &key, &password("open sesame")).unwrap();
		let again = store.open("mine", &password("open sesame")).unwrap();
		assert_eq!(again.signer.account(), key.signer.account());
		assert_eq!(again.secret, key.secret);
		assert_eq!(store.show("mine").unwrap(), public);
		let error = store.open("mine", &password("sesame")).err().unwrap();
		assert_eq!(exit::code(&error), Exit::Key);
		assert!(error.to_string().contains("wrong password"), "{error}");
	}

	#[test]
	fn an_identity_of_its_own_is_kept() {
		let folder = tempfile::tempdir().unwrap();
		let store = keystore(folder.path());
		let identity = seal::generate();
		let wanted = seal::public_key(&identity);
		let seed = format!("0x{}", "07".repeat(32));
		store.keep("k", &Key::new(&seed, Some(identity)).unwrap(), &password("p")).unwrap();
		let key = store.open("k", &password("p")).unwrap();
		assert_eq!(seal::public_key(&key.identity), wanted);
	}

	#[test]
	fn a_key_is_never_overwritten() {
		let folder = tempfile::tempdir().unwrap();
		let store = keystore(folder.path());
		let first = store.keep("k", &Key::generate(), &password("p")).unwrap();
		let error = store.keep("k", &Key::generate(), &password("p")).unwrap_err();
		assert!(error.to_string().contains("already"), "{error}");
		assert_eq!(store.show("k").unwrap(), first);
	}

	#[test]
	fn secrets_do_not_stand_in_the_file_and_nobody_else_reads_it() {
		let folder = tempfile::tempdir().unwrap();
		let store = keystore(folder.path());
		let key = Key::generate();
		store.keep("k", &key, &password("p")).unwrap();
		let path = folder.path().join("keys/k.json");
		let text = std::fs::read_to_string(&path).unwrap();
		assert!(!text.contains(&key.secret) && !text.contains("AGE-SECRET-KEY"));
		#[cfg(unix)]
		{
			use std::os::unix::fs::PermissionsExt;
			assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0);
			let folder = std::fs::metadata(folder.path().join("keys")).unwrap();
			assert_eq!(folder.permissions().mode() & 0o077, 0);
		}
	}

	#[test]
	fn a_file_that_was_changed_is_found_out() {
		let folder = tempfile::tempdir().unwrap();
		let store = keystore(folder.path());
		store.keep("a", &Key::generate(), &password("p")).unwrap();
		store.keep("b", &Key::generate(), &password("p")).unwrap();
		let path = |name: &str| folder.path().join(format!("keys/{name}.json"));
		let mut a: File = serde_json::from_slice(&std::fs::read(path("a")).unwrap()).unwrap();
		let b: File = serde_json::from_slice(&std::fs::read(path("b")).unwrap()).unwrap();
		a.account = b.account;
		std::fs::write(path("a"), serde_json::to_vec(&a).unwrap()).unwrap();
		let error = store.open("a", &password("p")).err().unwrap();
		assert!(error.to_string().contains("another key"), "{error}");
	}

	#[test]
	fn keys_are_listed_by_name() {
		let folder = tempfile::tempdir().unwrap();
		let store = keystore(folder.path());
		assert_eq!(store.list().unwrap(), []);
		for name in ["b", "a.1"] {
			store.keep(name, &Key::generate(), &password("p")).unwrap();
		}
		std::fs::write(folder.path().join("keys/notes.txt"), "x").unwrap();
		let names: Vec<_> = store.list().unwrap().into_iter().map(|key| key.name).collect();
		assert_eq!(names, ["a.1", "b"]);
	}

	#[test]
	fn names_cannot_leave_the_folder() {
		let folder = tempfile::tempdir().unwrap();
		let store = keystore(folder.path());
		for name in ["", "../x", ".x", "a/b", "a b", &"x".repeat(65)] {
			assert_eq!(exit::code(&store.show(name).unwrap_err()), Exit::Usage, "{name}");
		}
		assert_eq!(exit::code(&store.show("absent").unwrap_err()), Exit::Key);
	}

	#[test]
	fn the_password_is_the_first_line_of_its_file() {
		use age::secrecy::ExposeSecret;
		let file = tempfile::NamedTempFile::new().unwrap();
		std::fs::write(file.path(), "open sesame\nsecond line\n").unwrap();
		assert_eq!(read_password(file.path()).unwrap().expose_secret(), "open sesame");
		std::fs::write(file.path(), "\n").unwrap();
		assert!(read_password(file.path()).is_err());
	}
}
