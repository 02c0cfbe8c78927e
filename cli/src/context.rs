//! What every command starts with: the node, the key, and patience.

use crate::{
	exit::{fail, Exit, OrExit},
	keystore::{read_password, Key, Keystore},
	progress::Progress,
};
use age::secrecy::SecretString;
use clap::Args;
use std::{future::Future, io::IsTerminal, path::PathBuf};
use tokio::sync::OnceCell;
use tradewind_client::{
	seal::{self, Identity},
	AccountId, Client, Result as ClientResult, Signer, State, DEFAULT_URL,
};

/// The options that every command has.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Options for every command")]
pub struct Global {
	/// The node to ask
	#[arg(long, global = true, env = "TRADEWIND_URL", hide_env_values = true, default_value = DEFAULT_URL, value_name = "URL")]
	pub url: String,
	/// Write JSON instead of tables
	#[arg(long, global = true)]
	pub json: bool,
	/// Never show what is being waited for
	#[arg(long, short, global = true)]
	pub quiet: bool,
	/// Sign with a development key: alice, bob, charlie, dave, eve or ferdie
	#[arg(long, global = true, value_name = "NAME")]
	pub dev: Option<String>,
	/// Sign with a key of the keystore; needed only when it holds several
	#[arg(long, global = true, value_name = "NAME")]
	pub key: Option<String>,
	/// Sign with the secret in a file: a phrase, or 0x and 64 hexadecimal digits
	#[arg(long, global = true, value_name = "FILE")]
	pub seed_file: Option<PathBuf>,
	/// The password of the key, in the first line of a file; otherwise it is asked for
	#[arg(
		long,
		global = true,
		env = "TRADEWIND_PASSWORD_FILE",
		hide_env_values = true,
		value_name = "FILE"
	)]
	pub password_file: Option<PathBuf>,
}

impl Global {
	/// Refuses more than one key. The parser cannot: it does not compare options that stand before
	/// the command with those that stand after it.
	pub fn check(&self) -> anyhow::Result<()> {
		let given = [self.dev.is_some(), self.key.is_some(), self.seed_file.is_some()];
		if given.into_iter().filter(|given| *given).count() > 1 {
			fail!(Usage, "say only one of --dev, --key and --seed-file");
		}
		Ok(())
	}
}

/// The node and the key, each fetched when it is first needed.
pub struct Context {
	/// The options.
	pub global: Global,
	client: OnceCell<Client>,
	keys: std::cell::OnceCell<Keys>,
}

/// What the user signs and opens with.
pub struct Keys {
	/// Signs.
	pub signer: Signer,
	/// Opens results.
	pub identity: Identity,
}

impl Context {
	/// A context for these options.
	pub fn new(global: Global) -> Self {
		Self { global, client: OnceCell::new(), keys: std::cell::OnceCell::new() }
	}

	/// The node.
	pub async fn client(&self) -> anyhow::Result<&Client> {
		let connect = || self.wait("connecting", async { Client::connect(&self.global.url).await });
		Ok(self.client.get_or_try_init(connect).await?)
	}

	/// The state at the best block.
	pub async fn state(&self) -> anyhow::Result<State> {
		Ok(self.client().await?.state().await?)
	}

	/// Waits, and says for what when it takes long.
	pub async fn wait<T>(
		&self,
		what: &str,
		future: impl Future<Output = ClientResult<T>>,
	) -> ClientResult<T> {
		self.progress(what).during(future).await
	}

	/// A line that says what is being waited for.
	pub fn progress(&self, what: &str) -> Progress {
		Progress::new(self.global.quiet, what)
	}

	/// The user's keys.
	pub fn keys(&self) -> anyhow::Result<&Keys> {
		if let Some(keys) = self.keys.get() {
			return Ok(keys);
		}
		let keys = self.load_keys()?;
		Ok(self.keys.get_or_init(|| keys))
	}

	/// What the user signs with.
	pub fn signer(&self) -> anyhow::Result<&Signer> {
		Ok(&self.keys()?.signer)
	}

	/// The user's account. Opens no key: the keystore tells accounts without a password.
	pub fn account(&self) -> anyhow::Result<AccountId> {
		match self.keystore_name()? {
			Some((store, name)) => Ok(store.show(&name)?.account),
			None => Ok(self.signer()?.account()),
		}
	}

	/// The account that was named, or the user's.
	pub fn account_or_own(&self, named: Option<AccountId>) -> anyhow::Result<AccountId> {
		named.map_or_else(|| self.account(), Ok)
	}

	/// Whether the user works with a development key.
	pub fn is_dev(&self) -> bool {
		self.global.dev.is_some()
	}

	/// The password for a key: from the file, or asked for.
	pub fn password(&self, prompt: &str) -> anyhow::Result<SecretString> {
		if let Some(path) = &self.global.password_file {
			return read_password(path);
		}
		ask(prompt)
	}

	/// A password for a new key: from the file, or asked for twice.
	pub fn new_password(&self) -> anyhow::Result<SecretString> {
		use age::secrecy::ExposeSecret;
		if let Some(path) = &self.global.password_file {
			return read_password(path);
		}
		let password = ask("Password for the new key: ")?;
		if password.expose_secret().is_empty() {
			fail!(Key, "a key needs a password");
		}
		if ask("Once more: ")?.expose_secret() != password.expose_secret() {
			fail!(Key, "the two passwords differ");
		}
		Ok(password)
	}

	fn load_keys(&self) -> anyhow::Result<Keys> {
		if let Some(name) = &self.global.dev {
			let signer = Signer::dev(name).or_exit(Exit::Usage, "--dev")?;
			// Only the account has derivation paths, such as `alice//agent`.
			let person = name.split('/').next().unwrap_or(name);
			let identity = seal::dev_identity(person).or_exit(Exit::Usage, "--dev")?;
			return Ok(Keys { signer, identity });
		}
		if let Some(path) = &self.global.seed_file {
			let secret = std::fs::read_to_string(path).or_exit(Exit::Key, path.display())?;
			let Key { signer, identity, .. } = Key::new(&secret, None)?;
			return Ok(Keys { signer, identity });
		}
		match self.keystore_name()? {
			Some((store, name)) => {
				let password = self.password(&format!("Password of key `{name}`: "))?;
				let Key { signer, identity, .. } = store.open(&name, &password)?;
				Ok(Keys { signer, identity })
			},
			None => unreachable!("without --dev and --seed-file the key is in the keystore"),
		}
	}

	/// The key of the keystore that the options mean; `None` when they mean another key.
	fn keystore_name(&self) -> anyhow::Result<Option<(Keystore, String)>> {
		if self.global.dev.is_some() || self.global.seed_file.is_some() {
			return Ok(None);
		}
		let store = Keystore::of_user()?;
		if let Some(name) = &self.global.key {
			return Ok(Some((store, name.clone())));
		}
		let names: Vec<_> = store.list()?.into_iter().map(|key| key.name).collect();
		match names.as_slice() {
			[only] => Ok(Some((store, only.clone()))),
			[] => fail!(Key, "there is no key; make one with `tradewind key new NAME`"),
			several => fail!(Key, "which key? say --key with one of: {}", several.join(", ")),
		}
	}
}

/// Asks on the terminal, without showing what is typed.
fn ask(prompt: &str) -> anyhow::Result<SecretString> {
	if !std::io::stdin().is_terminal() {
		fail!(Key, "a password is needed, and there is no terminal to ask on; see --password-file");
	}
	let password = rpassword::prompt_password(prompt).or_exit(Exit::Key, "no password was read")?;
	Ok(SecretString::from(password))
}
