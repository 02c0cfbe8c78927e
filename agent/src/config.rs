//! What the operator says, and what follows from it.

use clap::Parser;
use std::{
	fs,
	net::SocketAddr,
	path::{Path, PathBuf},
	time::Duration,
};
use tradewind_client::{
	seal::{self, Identity},
	AccountId, Signer,
};

/// The exit code for a configuration that cannot work, as in `sysexits.h`.
pub const EXIT_CONFIG: u8 = 64;

/// The phrase of the development accounts, which everyone knows.
const DEV_PHRASE: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/// Where the gateway listens by default.
const PORT: u16 = 9955;

/// Where the gateway of the first development account listens.
const DEV_PORT: u16 = 9961;

const EXAMPLES: &str = "\
Examples:
  Bob's agent on a development chain:
    tradewind-agent --dev
  The same for Charlie, beside it:
    tradewind-agent --dev charlie
  In production:
    tradewind-agent --provider 5F3s… --key-file /etc/tradewind/agent.key \\
      --identity-file /etc/tradewind/age.txt --base-path /var/lib/tradewind-agent

The key file holds the secret of the agent key, which pays no more than fees: a phrase or a seed
(0x…). The identity file holds the age identities (AGE-SECRET-KEY-1…, one per line) for the
provider's present encryption key and for former ones that tasks may still be sealed to.

Exit codes: 0 stopped by a signal, 1 failed, 64 the configuration cannot work.";

/// The provider daemon of Tradewind: fetches, runs and reports the tasks that the chain places with
/// one provider, gives heartbeats, and serves results.
#[derive(Clone, Debug, Parser)]
#[command(name = "tradewind-agent", version, after_help = EXAMPLES, after_long_help = EXAMPLES)]
pub struct Args {
	/// Run for a development account (alice to ferdie), with keys that everyone knows.
	#[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "bob")]
	pub dev: Option<String>,

	/// The node to talk to; normally the provider's own.
	#[arg(long, env = "TRADEWIND_URL", default_value = tradewind_client::DEFAULT_URL)]
	pub url: String,

	/// Where the journal, the results and the scratch directories lie.
	/// [default: the user's data folder, or a temporary one with --dev]
	#[arg(long, env = "TRADEWIND_AGENT_BASE_PATH", value_name = "DIR")]
	pub base_path: Option<PathBuf>,

	/// Where the gateway listens. [default: 127.0.0.1:9955, or with --dev where the development
	/// chain says that this provider's gateway is]
	#[arg(long, env = "TRADEWIND_AGENT_LISTEN", value_name = "ADDRESS")]
	pub listen: Option<SocketAddr>,

	/// The provider's account.
	#[arg(long, env = "TRADEWIND_PROVIDER", value_name = "SS58", conflicts_with = "dev")]
	pub provider: Option<String>,

	/// A file with the secret of the agent key.
	#[arg(long, env = "TRADEWIND_AGENT_KEY_FILE", value_name = "FILE", conflicts_with = "dev")]
	pub key_file: Option<PathBuf>,

	/// A file with age identities, one per line.
	#[arg(long, env = "TRADEWIND_IDENTITY_FILE", value_name = "FILE", conflicts_with = "dev")]
	pub identity_file: Option<PathBuf>,

	/// How many tasks run at the same time. Should not be less than the provider's offers can hold:
	/// a task that finds no room is given back.
	#[arg(
		long,
		value_name = "N",
		default_value_t = 16,
		value_parser = clap::value_parser!(u16).range(1..)
	)]
	pub max_concurrent: u16,

	/// How often to give a heartbeat.
	#[arg(
		long,
		value_name = "N",
		default_value_t = 6,
		value_parser = clap::value_parser!(u64).range(1..=3600)
	)]
	pub heartbeat_seconds: u64,

	/// How long to wait for running tasks when told to stop. What is not done by then is taken up
	/// again after the next start.
	#[arg(long, value_name = "N", default_value_t = 20)]
	pub drain_seconds: u64,

	/// How long results are kept.
	#[arg(long, value_name = "N", default_value_t = 168)]
	pub keep_hours: u64,

	/// The largest sealed payload that is fetched.
	#[arg(long, value_name = "N", default_value_t = 256)]
	pub max_payload_mib: u64,

	/// The largest workload that is unpacked.
	#[arg(long, value_name = "N", default_value_t = 512)]
	pub max_unpacked_mib: u64,

	/// Fetch remote payloads also from private addresses; implied by --dev.
	#[arg(long)]
	pub allow_private_uris: bool,

	/// What is logged, such as `info` or `info,agent::worker=debug`.
	#[arg(long, env = "TRADEWIND_LOG", value_name = "FILTER", default_value = "info")]
	pub log: String,
}

/// A configuration that can work.
pub struct Config {
	/// The node.
	pub url: String,
	/// Where everything lies.
	pub base_path: PathBuf,
	/// Where the gateway listens.
	pub listen: SocketAddr,
	/// For whom we act.
	pub provider: AccountId,
	/// With what key.
	pub agent: Signer,
	/// What payloads may be sealed to.
	pub identities: Vec<Identity>,
	/// How many tasks run at the same time.
	pub max_concurrent: usize,
	/// How often to give a heartbeat.
	pub heartbeat: Duration,
	/// How long to wait when told to stop.
	pub drain: Duration,
	/// How long results are kept.
	pub keep: Duration,
	/// The largest sealed payload, in bytes.
	pub max_payload: u64,
	/// The largest unpacked workload, in bytes.
	pub max_unpacked: u64,
	/// Whether payloads are fetched from private addresses.
	pub private_uris: bool,
}

/// Why a configuration cannot work.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
	/// Something that must be said was not.
	#[error("--{0} is missing; or use --dev for a development chain")]
	Missing(&'static str),
	/// A value that means nothing.
	#[error("--{option}: {why}")]
	Bad {
		/// Which option.
		option: &'static str,
		/// What is wrong with it.
		why: String,
	},
}

impl Args {
	/// What follows from the arguments.
	pub fn resolve(self) -> Result<Config, ConfigError> {
		let Keys { provider, agent, identities } = match &self.dev {
			Some(name) => dev_keys(name)?,
			None => self.keys()?,
		};
		let base_path = match (self.base_path, &self.dev) {
			(Some(path), _) => path,
			(None, Some(name)) => {
				std::env::temp_dir().join(format!("tradewind-agent-{}", name.to_lowercase()))
			},
			(None, None) => data_folder().ok_or(ConfigError::Missing("base-path"))?,
		};
		if !self.url.starts_with("ws://") && !self.url.starts_with("wss://") {
			return Err(bad("url", format!("`{}` begins with neither ws:// nor wss://", self.url)));
		}
		let mib = |option, count: u64| {
			let bytes = count.checked_mul(1 << 20).filter(|bytes| *bytes > 0);
			bytes.ok_or_else(|| bad(option, format!("{count} MiB is no size")))
		};
		Ok(Config {
			url: self.url,
			base_path,
			listen: self.listen.unwrap_or_else(|| default_listen(self.dev.as_deref())),
			provider,
			agent,
			identities,
			max_concurrent: self.max_concurrent.into(),
			heartbeat: Duration::from_secs(self.heartbeat_seconds),
			drain: Duration::from_secs(self.drain_seconds),
			keep: Duration::from_secs(self.keep_hours.saturating_mul(3600)),
			max_payload: mib("max-payload-mib", self.max_payload_mib)?,
			max_unpacked: mib("max-unpacked-mib", self.max_unpacked_mib)?,
			private_uris: self.allow_private_uris || self.dev.is_some(),
		})
	}

	fn keys(&self) -> Result<Keys, ConfigError> {
		let provider = self.provider.as_ref().ok_or(ConfigError::Missing("provider"))?;
		let key_file = self.key_file.as_ref().ok_or(ConfigError::Missing("key-file"))?;
		let identity_file =
			self.identity_file.as_ref().ok_or(ConfigError::Missing("identity-file"))?;
		let agent = Signer::from_secret(&read("key-file", key_file)?);
		let identities = seal::parse_identities(&read("identity-file", identity_file)?);
		Ok(Keys {
			provider: provider.parse().map_err(|error| bad("provider", error))?,
			agent: agent.map_err(|error| bad("key-file", error))?,
			identities: identities.map_err(|error| bad("identity-file", error))?,
		})
	}
}

/// Who we are.
struct Keys {
	provider: AccountId,
	agent: Signer,
	identities: Vec<Identity>,
}

fn dev_keys(name: &str) -> Result<Keys, ConfigError> {
	let provider = Signer::dev(name).map_err(|error| bad("dev", error))?.account();
	let name = name.to_lowercase();
	let (first, rest) = name.split_at(1);
	let secret = format!("{DEV_PHRASE}//{}{rest}//agent", first.to_uppercase());
	Ok(Keys {
		provider,
		agent: Signer::from_secret(&secret).map_err(|error| bad("dev", error))?,
		identities: vec![seal::dev_identity(&name).map_err(|error| bad("dev", error))?],
	})
}

/// The genesis of the development chain expects the gateways of its providers side by side.
fn default_listen(dev: Option<&str>) -> SocketAddr {
	let known = |name: &str| seal::DEV_NAMES.iter().zip(DEV_PORT..).find(|(n, _)| **n == name);
	let port = dev.and_then(|name| known(&name.to_lowercase())).map_or(PORT, |(_, port)| port);
	SocketAddr::from(([127, 0, 0, 1], port))
}

fn read(option: &'static str, path: &Path) -> Result<String, ConfigError> {
	fs::read_to_string(path).map_err(|error| bad(option, format!("{}: {error}", path.display())))
}

fn data_folder() -> Option<PathBuf> {
	let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|p| p.is_absolute());
	let data = absolute("XDG_DATA_HOME")
		.or_else(|| Some(absolute("HOME")?.join(".local").join("share")))?;
	Some(data.join("tradewind-agent"))
}

fn bad(option: &'static str, why: impl ToString) -> ConfigError {
	ConfigError::Bad { option, why: why.to_string() }
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	fn resolve(args: &[&str]) -> Result<Config, String> {
		Args::try_parse_from([&["tradewind-agent"], args].concat())
			.map_err(|error| error.to_string())?
			.resolve()
			.map_err(|error| error.to_string())
	}

	#[test]
	fn the_arguments_are_consistent() {
		Args::command().debug_assert();
	}

	#[test]
	fn a_development_agent_needs_nothing_else() {
		let config = resolve(&["--dev"]).unwrap();
		assert_eq!(config.provider, Signer::dev("bob").unwrap().account());
		assert_ne!(config.agent.account(), config.provider);
		let bob = seal::dev_identity("bob").unwrap();
		assert_eq!(seal::public_key(&config.identities[0]), seal::public_key(&bob));
		assert!(config.private_uris);
		assert_eq!(config.listen.to_string(), "127.0.0.1:9962");
		let charlie = resolve(&["--dev", "Charlie", "--heartbeat-seconds", "2"]).unwrap();
		assert_ne!(charlie.agent.account(), config.agent.account());
		assert_ne!(charlie.base_path, config.base_path);
		assert_eq!(charlie.listen.port(), 9963);
		assert_eq!(charlie.heartbeat, Duration::from_secs(2));
	}

	#[test]
	fn a_production_agent_reads_its_files() {
		let folder = tempfile::tempdir().unwrap();
		let (key, identity) = (folder.path().join("key"), folder.path().join("age.txt"));
		let (signer, phrase) = Signer::generate();
		fs::write(&key, phrase + "\n").unwrap();
		fs::write(&identity, seal::identity_text(&seal::generate()) + "\n").unwrap();
		let (key, identity) = (key.to_str().unwrap(), identity.to_str().unwrap());
		let provider = AccountId([7; 32]).to_string();
		let args = ["--provider", &provider, "--key-file", key, "--identity-file", identity];
		let config = resolve(&args).unwrap();
		assert_eq!(config.agent.account(), signer.account());
		assert_eq!(config.provider, AccountId([7; 32]));
		assert!(!config.private_uris);
		assert_eq!(config.listen.to_string(), "127.0.0.1:9955");
		// A secret must not be printed when it is in the wrong file.
		let args = ["--provider", &provider, "--key-file", identity, "--identity-file", identity];
		let error = resolve(&args).err().unwrap();
		assert!(error.starts_with("--key-file:") && !error.contains("AGE-SECRET-KEY-1"), "{error}");
	}

	#[test]
	fn what_cannot_work_is_named() {
		for (args, word) in [
			(&[] as &[&str], "--provider is missing"),
			(&["--dev", "mallory"], "mallory"),
			(&["--dev", "--url", "http://x"], "--url"),
			(&["--dev", "--provider", "5F"], "cannot be used with"),
			(&["--dev", "--max-concurrent", "0"], "max-concurrent"),
			(&["--dev", "--max-payload-mib", "0"], "--max-payload-mib"),
			(&["--dev", "--listen", "here"], "--listen"),
			(&["--provider", "5F", "--key-file", "/nowhere"], "--identity-file is missing"),
		] {
			let error = resolve(args).err().unwrap_or_else(|| panic!("{args:?} went through"));
			assert!(error.contains(word), "{args:?}: {error}");
		}
		let args = ["--provider", "5F", "--key-file", "/nowhere", "--identity-file", "/nowhere"];
		assert!(resolve(&args).err().unwrap().contains("/nowhere"));
	}
}
