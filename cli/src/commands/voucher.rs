//! `tradewind voucher`: micro-payments that are signed off-chain and redeemed when it suits.

use super::{short, show_moment, Done};
use crate::{
	context::Context,
	exit::{fail, Exit, OrExit},
	keystore::write_new_private,
	output::{Fields, Output},
	quantity::{self, parse_duration},
	time,
};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use std::{
	io::Read,
	path::{Path, PathBuf},
};
use tradewind_client::{
	asset::parse_amount,
	billing::{Channel, Closing, Redemption},
	json,
	voucher::{Promise, Scheme, SessionKey, Voucher, VoucherError, VoucherKey},
	AccountId, Asset, Balance, ChannelId, Error, Seconds, State, TabId, Timestamp,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Make a session key that signs vouchers, in a file that only you may read
	#[command(after_help = "The file is not sealed, so that programs can sign without asking. \
Whoever has it can spend the deposits of its channels, and nothing else.

Examples:
  tradewind voucher key --output session.json
  tradewind voucher key --output session.json --scheme ed25519")]
	Key {
		/// Where to
		#[arg(long, short, value_name = "FILE")]
		output: PathBuf,
		/// What kind of key
		#[arg(long, value_enum, default_value_t = SchemeArg::Sr25519)]
		scheme: SchemeArg,
	},
	/// Open a channel: set a deposit aside that vouchers to one payee can draw on
	#[command(after_help = "Examples:
  tradewind voucher open 3 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty 2WIND \
--session-key session.json
  tradewind voucher open 3 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty 2WIND --public \
ed25519:0x0707070707070707070707070707070707070707070707070707070707070707")]
	Open {
		/// Which account pays
		account: u64,
		/// Who is paid
		payee: AccountId,
		/// How much can be redeemed in all
		#[arg(value_parser = parse_amount)]
		deposit: Balance,
		/// The file of the key that will sign
		#[arg(long, value_name = "FILE", required_unless_present = "public")]
		session_key: Option<PathBuf>,
		/// The public half of that key, when it is elsewhere
		#[arg(long, value_name = "KEY", conflicts_with = "session_key")]
		public: Option<VoucherKey>,
	},
	/// Set more aside for a channel
	#[command(after_help = "Example:
  tradewind voucher top-up 0 1WIND")]
	TopUp {
		/// Which channel
		channel: u64,
		/// How much
		#[arg(value_parser = parse_amount)]
		amount: Balance,
	},
	/// Sign a voucher; nothing is sent
	#[command(after_help = "A voucher says what the payee may have had in all, so each one \
promises more than the one before and replaces it.

Examples:
  tradewind voucher issue 0 150mWIND --session-key session.json > voucher.json
  tradewind voucher issue 0 300mWIND --session-key session.json --valid 1h --output voucher.json")]
	Issue {
		/// On which channel
		channel: u64,
		/// How much the payee may have had in all, this voucher included
		#[arg(value_parser = parse_amount)]
		cumulative: Balance,
		/// The file of the key that signs
		#[arg(long, value_name = "FILE")]
		session_key: PathBuf,
		/// For how long it can be redeemed
		#[arg(long, default_value = "1d", value_name = "TIME", value_parser = parse_duration)]
		valid: Seconds,
		/// Write it to a file instead
		#[arg(long, short, value_name = "FILE")]
		output: Option<PathBuf>,
	},
	/// Check a voucher: is it signed by the channel's key, and what would it bring now?
	#[command(after_help = "Examples:
  tradewind voucher check voucher.json
  tradewind voucher check - --json")]
	Check {
		/// The file of the voucher; `-` for standard input
		file: PathBuf,
	},
	/// Check a voucher and have its payee paid; anybody may
	#[command(after_help = "Example:
  tradewind voucher redeem voucher.json")]
	Redeem {
		/// The file of the voucher; `-` for standard input
		file: PathBuf,
	},
	/// Close a channel: at once as its payee, after the challenge period as its payer
	#[command(after_help = "Example:
  tradewind voucher close 0")]
	Close {
		/// Which channel
		channel: u64,
	},
	/// Open channels: those of your accounts and to you, of one account, to a payee, or all
	#[command(after_help = "Examples:
  tradewind voucher list
  tradewind voucher list --account 3 --json")]
	List {
		/// Everybody's
		#[arg(long, conflicts_with_all = ["account", "payee"])]
		all: bool,
		/// Those of one account
		#[arg(long, value_name = "ID")]
		account: Option<u64>,
		/// Those that pay somebody
		#[arg(long, value_name = "ADDRESS")]
		payee: Option<AccountId>,
	},
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum SchemeArg {
	Sr25519,
	Ed25519,
}

impl From<SchemeArg> for Scheme {
	fn from(scheme: SchemeArg) -> Self {
		match scheme {
			SchemeArg::Sr25519 => Self::Sr25519,
			SchemeArg::Ed25519 => Self::Ed25519,
		}
	}
}

/// A channel in a list.
#[derive(Serialize)]
struct Listed {
	#[serde(flatten)]
	channel: Channel,
	asset: Asset,
}

/// What a voucher is good for.
#[derive(Serialize)]
struct Checked<'a> {
	#[serde(flatten)]
	voucher: &'a Voucher,
	valid: bool,
	#[serde(serialize_with = "json::optional_amount")]
	worth: Option<Balance>,
	#[serde(skip_serializing_if = "Option::is_none")]
	reason: Option<String>,
	#[serde(skip)]
	asset: Asset,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::Key { output, scheme } => new_key(&output, scheme.into(), out),
		Verb::Open { account, payee, deposit, session_key, public } => {
			let key = match (session_key, public) {
				(Some(path), _) => read_key(&path)?.public(),
				(None, Some(key)) => key,
				(None, None) => fail!(Usage, "say --session-key or --public"),
			};
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.open_channel(signer, TabId(account), payee, key, deposit);
			let channel = context.wait("opening the channel", call).await?;
			#[derive(Serialize)]
			struct Opened {
				channel: ChannelId,
				key: VoucherKey,
			}
			let sentence = format!("channel {} to {payee} is open", channel.0);
			out.done(&Opened { channel, key }, sentence)
		},
		Verb::TopUp { channel: id, amount } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let asset = find(context, id).await?.1;
			let call = client.top_up_channel(signer, ChannelId(id), amount);
			let included = context.wait("setting aside", call).await?;
			let sentence = format!("{} more can be redeemed on channel {id}", asset.show(amount));
			out.done(&Done::new("channel_topped_up", &included), sentence)
		},
		Verb::Issue { channel, cumulative, session_key, valid, output } => {
			let key = read_key(&session_key)?;
			let voucher = issue(channel, cumulative, valid, &key, context).await?;
			let text = serde_json::to_string(&voucher)? + "\n";
			match output {
				None => out.raw(text.as_bytes()),
				Some(path) => {
					std::fs::write(&path, text).or_exit(Exit::Output, path.display())?;
					let sentence = format!("the voucher is in {}", path.display());
					out.done(&voucher, sentence)
				},
			}
		},
		Verb::Check { file } => {
			let voucher = read_voucher(&file)?;
			let (channel, asset) = find(context, voucher.channel.0).await?;
			let now = context.state().await?.now().await?;
			let genesis = context.client().await?.genesis();
			let found = voucher.worth(&channel, genesis, now);
			let checked = Checked {
				valid: found.is_ok(),
				worth: found.ok(),
				reason: found.err().map(|error| why(error, asset)),
				voucher: &voucher,
				asset,
			};
			out.record(&checked, || fields(&checked))?;
			if let Some(reason) = checked.reason {
				fail!(Data, "the voucher cannot be redeemed: {reason}");
			}
			Ok(())
		},
		Verb::Redeem { file } => redeem(&file, context, out).await,
		Verb::Close { channel: id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let asset = find(context, id).await?.1;
			let call = client.close_channel(signer, ChannelId(id));
			let closing = context.wait("closing", call).await?;
			#[derive(Serialize)]
			struct Closed {
				channel: u64,
				closed: bool,
				#[serde(serialize_with = "json::optional_amount")]
				released: Option<Balance>,
				closes: Option<Timestamp>,
			}
			let (closed, released, closes, sentence) = match closing {
				Closing::Closed { released } => {
					let rest = asset.show(released);
					let sentence =
						format!("channel {id} is closed; {rest} are the account's again");
					(true, Some(released), None, sentence)
				},
				Closing::Until(at) => {
					let sentence = format!(
						"channel {id} closes at {}; until then its payee may redeem",
						time::show(at)
					);
					(false, None, Some(at), sentence)
				},
			};
			out.done(&Closed { channel: id, closed, released, closes }, sentence)
		},
		Verb::List { all, account, payee } => {
			let channels = list(all, account, payee, context).await?;
			let heads = ["id", "account", "payee", "deposit", "redeemed", "closes", "key"];
			out.list(&channels, &heads, |listed| {
				let Listed { channel, asset } = listed;
				vec![
					channel.id.0.to_string(),
					channel.tab.0.to_string(),
					short(&channel.payee),
					asset.show(channel.deposit),
					asset.show(channel.redeemed),
					show_moment(channel.closes),
					channel.key.to_string(),
				]
			})
		},
	}
}

fn new_key(path: &Path, scheme: Scheme, out: &mut Output<'_>) -> anyhow::Result<()> {
	let key = SessionKey::generate(scheme);
	write_new_private(path, key.to_json().as_bytes()).or_exit(Exit::Output, path.display())?;
	#[derive(Serialize)]
	struct Written<'a> {
		written: &'a Path,
		key: VoucherKey,
	}
	let sentence = format!("{}\nits secret is in {}", key.public(), path.display());
	out.done(&Written { written: path, key: key.public() }, sentence)
}

/// Signs a voucher that the channel would honour.
async fn issue(
	channel: u64,
	cumulative: Balance,
	valid: Seconds,
	key: &SessionKey,
	context: &Context,
) -> anyhow::Result<Voucher> {
	let (channel, asset) = find(context, channel).await?;
	let now = context.state().await?.now().await?;
	let genesis = context.client().await?.genesis();
	let promise = Promise {
		channel: channel.id,
		tab: channel.tab,
		payee: channel.payee,
		cumulative,
		expires: Timestamp(now.0.saturating_add(valid)),
	};
	let voucher = key.issue(genesis, promise);
	match voucher.worth(&channel, genesis, now) {
		Ok(_) => Ok(voucher),
		Err(VoucherError::BadSignature) => {
			fail!(Key, "the channel was opened with another key, {}", channel.key)
		},
		Err(error) => fail!(Usage, "nobody could redeem such a voucher: {}", why(error, asset)),
	}
}

async fn redeem(file: &Path, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let voucher = read_voucher(file)?;
	let (channel, asset) = find(context, voucher.channel.0).await?;
	let now = context.state().await?.now().await?;
	let (client, signer) = (context.client().await?, context.signer()?);
	if let Err(error) = voucher.worth(&channel, client.genesis(), now) {
		fail!(Data, "the voucher cannot be redeemed: {}", why(error, asset));
	}
	let Redemption { amount, fee } =
		context.wait("redeeming", client.redeem(signer, &voucher)).await?;
	#[derive(Serialize)]
	struct Redeemed {
		channel: ChannelId,
		payee: AccountId,
		#[serde(serialize_with = "json::amount")]
		amount: Balance,
		#[serde(serialize_with = "json::amount")]
		fee: Balance,
	}
	let received = asset.show(amount.saturating_sub(fee));
	let sentence = format!("{} received {received}", channel.payee);
	out.done(&Redeemed { channel: channel.id, payee: channel.payee, amount, fee }, sentence)
}

async fn list(
	all: bool,
	account: Option<u64>,
	payee: Option<AccountId>,
	context: &Context,
) -> anyhow::Result<Vec<Listed>> {
	let state = context.state().await?;
	let mut channels = context.wait("reading", state.channels()).await?;
	if !all && account.is_none() && payee.is_none() {
		let own = context.account()?;
		let tabs = context.wait("reading", state.tabs(Some(own))).await?;
		channels
			.retain(|channel| channel.payee == own || tabs.iter().any(|tab| tab.id == channel.tab));
	}
	channels.retain(|channel| {
		account.is_none_or(|account| channel.tab == TabId(account))
			&& payee.is_none_or(|payee| channel.payee == payee)
	});
	let mut listed = Vec::new();
	for channel in channels {
		let asset = asset_of(&state, channel.tab).await?;
		listed.push(Listed { channel, asset });
	}
	Ok(listed)
}

/// A channel that must be open, and the asset of its account.
async fn find(context: &Context, id: u64) -> anyhow::Result<(Channel, Asset)> {
	let state = context.state().await?;
	let channel = state.channel(ChannelId(id)).await?;
	let channel = channel.ok_or_else(|| Error::NotFound(format!("open channel {id}")))?;
	let asset = asset_of(&state, channel.tab).await?;
	Ok((channel, asset))
}

async fn asset_of(state: &State, tab: TabId) -> anyhow::Result<Asset> {
	Ok(state.tab(tab).await?.map_or(Asset::Native, |tab| tab.asset))
}

fn read_key(path: &Path) -> anyhow::Result<SessionKey> {
	let text = std::fs::read_to_string(path).or_exit(Exit::Key, path.display())?;
	SessionKey::from_json(&text).or_exit(Exit::Key, path.display())
}

/// The longest voucher that is read, in bytes.
const MAX_VOUCHER: u64 = 4096;

fn read_voucher(path: &Path) -> anyhow::Result<Voucher> {
	let mut text = String::new();
	let read = if path.as_os_str() == "-" {
		std::io::stdin().take(MAX_VOUCHER).read_to_string(&mut text)
	} else {
		std::fs::File::open(path).and_then(|file| file.take(MAX_VOUCHER).read_to_string(&mut text))
	};
	read.or_exit(Exit::Input, path.display())?;
	serde_json::from_str(&text)
		.or_exit(Exit::Data, format_args!("{} is not a voucher", path.display()))
}

/// Why a voucher is worth nothing, with amounts as people write them.
fn why(error: VoucherError, asset: Asset) -> String {
	match error {
		VoucherError::NothingToRedeem(before) => {
			format!("it adds nothing to the {} that were redeemed before", asset.show(before))
		},
		VoucherError::AboveDeposit(deposit) => {
			format!("the channel holds {} in all, and it promises more", asset.show(deposit))
		},
		VoucherError::Expired(ago) => {
			format!("it expired {} ago", quantity::show_duration(ago))
		},
		other => other.to_string(),
	}
}

fn fields(checked: &Checked<'_>) -> Fields {
	let (voucher, asset) = (checked.voucher, checked.asset);
	let mut fields = vec![
		("channel", voucher.channel.0.to_string()),
		("account", voucher.tab.0.to_string()),
		("payee", voucher.payee.to_string()),
		("in all", asset.show(voucher.cumulative)),
		("expires", time::show(voucher.expires)),
	];
	match (&checked.worth, &checked.reason) {
		(Some(worth), _) => fields.push(("brings", asset.show(*worth))),
		(None, reason) => fields.push(("brings nothing", reason.clone().unwrap_or_default())),
	}
	fields
}

#[cfg(test)]
mod tests {
	use super::*;
	use tradewind_client::H256;

	fn voucher() -> Voucher {
		let promise = Promise {
			channel: ChannelId(3),
			tab: TabId(7),
			payee: AccountId([1; 32]),
			cumulative: 150_000_000_000,
			expires: Timestamp(60),
		};
		SessionKey::generate(Scheme::Ed25519).issue(H256([9; 32]), promise)
	}

	#[test]
	fn a_key_file_is_private_and_never_overwritten() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("session.json");
		let mut bytes = Vec::new();
		new_key(&path, Scheme::Sr25519, &mut Output::new(true, &mut bytes)).unwrap();
		let key = read_key(&path).unwrap();
		let said: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
		let public = serde_json::to_value(key.public()).unwrap();
		assert_eq!(said["key"], public);
		#[cfg(unix)]
		{
			use std::os::unix::fs::PermissionsExt;
			assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0);
		}
		let again = new_key(&path, Scheme::Sr25519, &mut Output::new(true, &mut Vec::new()));
		assert_eq!(crate::exit::code(&again.unwrap_err()), Exit::Output);
		assert_eq!(read_key(&path).unwrap().public(), key.public());
	}

	#[test]
	fn a_file_that_is_no_key_or_no_voucher_is_refused() {
		let file = tempfile::NamedTempFile::new().unwrap();
		std::fs::write(file.path(), "{}").unwrap();
		assert_eq!(crate::exit::code(&read_key(file.path()).unwrap_err()), Exit::Key);
		assert_eq!(crate::exit::code(&read_voucher(file.path()).unwrap_err()), Exit::Data);
		let absent = Path::new("/absent/voucher.json");
		assert_eq!(crate::exit::code(&read_voucher(absent).unwrap_err()), Exit::Input);
	}

	#[test]
	fn a_voucher_is_read_as_it_was_written() {
		let file = tempfile::NamedTempFile::new().unwrap();
		let voucher = voucher();
		std::fs::write(file.path(), serde_json::to_string(&voucher).unwrap() + "\n").unwrap();
		assert_eq!(read_voucher(file.path()).unwrap(), voucher);
	}

	#[test]
	fn a_check_says_what_a_voucher_brings_or_why_nothing() {
		let voucher = voucher();
		let asset = Asset::Native;
		let good = Checked { voucher: &voucher, valid: true, worth: Some(5), reason: None, asset };
		assert_eq!(fields(&good).last().unwrap(), &("brings", "5 planck".to_owned()));
		let reason = Some(why(VoucherError::AboveDeposit(1_000_000), asset));
		let bad = Checked { voucher: &voucher, valid: false, worth: None, reason, asset };
		let (name, text) = fields(&bad).pop().unwrap();
		assert_eq!(name, "brings nothing");
		assert!(text.contains("holds 1 uWIND in all"), "{text}");
		let json = serde_json::to_value(&bad).unwrap();
		assert_eq!((&json["valid"], &json["worth"]), (&false.into(), &serde_json::Value::Null));
		assert_eq!(json["cumulative"], "150000000000");
	}
}
