//! `tradewind key`: the keystore.

use crate::{
	context::Context,
	exit::{fail, Exit, OrExit},
	keystore::{write_new_private, Key, Keystore, PublicKey},
	output::{Fields, Output},
};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::{io::IsTerminal, path::PathBuf};
use tradewind_client::seal;

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Make a new key and show the phrase that brings it back
	#[command(after_help = "Example:
  tradewind key new mine")]
	New {
		/// What to call it
		name: String,
		/// Include the phrase in JSON
		#[arg(long)]
		show_phrase: bool,
	},
	/// Keep a key that exists elsewhere: its phrase or its seed is asked for
	#[command(after_help = "Examples:
  tradewind key import mine
  tradewind key import mine --secret-file phrase.txt --identity-file age-identity.txt")]
	Import {
		/// What to call it
		name: String,
		/// The file with the phrase, or with a seed as 0x and 64 hexadecimal digits
		#[arg(long, value_name = "FILE")]
		secret_file: Option<PathBuf>,
		/// An age identity to open results with, instead of the one that follows from the secret
		#[arg(long, value_name = "FILE")]
		identity_file: Option<PathBuf>,
	},
	/// The keys of the keystore
	#[command(after_help = "Example:
  tradewind key list")]
	List,
	/// The account and the encryption key; asks for no password
	#[command(after_help = "Example:
  tradewind key show mine")]
	Show {
		/// Which key; the one that would sign when it is left out
		name: Option<String>,
	},
	/// Write the secrets of a key to a file that only you may read
	#[command(after_help = "Examples:
  tradewind key export mine --output backup.json
  tradewind key export mine --identity --output age-identity.txt")]
	Export {
		/// Which key
		name: String,
		/// Where to; `-` for standard output
		#[arg(long, short, value_name = "FILE")]
		output: PathBuf,
		/// Only the age identity, in the form that the `age` tool takes
		#[arg(long)]
		identity: bool,
	},
}

#[derive(Serialize)]
struct NewKey<'a> {
	#[serde(flatten)]
	key: &'a PublicKey,
	#[serde(skip_serializing_if = "Option::is_none")]
	phrase: Option<&'a str>,
}

#[derive(Serialize)]
struct Exported {
	secret: String,
	identity: String,
}

/// Does it.
pub fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::New { name, show_phrase } => {
			let key = Key::generate();
			let password = context.new_password()?;
			let public = Keystore::of_user()?.keep(&name, &key, &password)?;
			let phrase = (show_phrase || !out.is_json()).then_some(key.secret.as_str());
			out.record(&NewKey { key: &public, phrase }, || {
				let mut fields = fields(&public);
				fields.push(("phrase", key.secret.clone()));
				let advice = "write the phrase down; it alone brings the key back";
				fields.push(("", advice.to_owned()));
				fields
			})
		},
		Verb::Import { name, secret_file, identity_file } => {
			let secret = match secret_file {
				Some(path) => {
					std::fs::read_to_string(&path).or_exit(Exit::Input, path.display())?
				},
				None if std::io::stdin().is_terminal() => {
					rpassword::prompt_password("Phrase or seed: ")
						.or_exit(Exit::Key, "no secret was read")?
				},
				None => fail!(Key, "there is no terminal to ask on; see --secret-file"),
			};
			let identity = match identity_file {
				Some(path) => {
					let text =
						std::fs::read_to_string(&path).or_exit(Exit::Input, path.display())?;
					let mut found =
						seal::parse_identities(&text).or_exit(Exit::Key, path.display())?;
					if found.len() > 1 {
						fail!(Key, "{} holds several identities", path.display());
					}
					found.pop()
				},
				None => None,
			};
			let key = Key::new(&secret, identity)?;
			let public = Keystore::of_user()?.keep(&name, &key, &context.new_password()?)?;
			out.record(&public, || fields(&public))
		},
		Verb::List => {
			let keys = Keystore::of_user()?.list()?;
			out.list(&keys, &["name", "account", "encryption key"], |key| {
				vec![key.name.clone(), key.account.to_string(), key.encryption_key.clone()]
			})
		},
		Verb::Show { name } => {
			let public = match name {
				Some(name) => Keystore::of_user()?.show(&name)?,
				None => own(context)?,
			};
			out.record(&public, || fields(&public))
		},
		Verb::Export { name, output, identity } => {
			let password = context.password(&format!("Password of key `{name}`: "))?;
			let key = Keystore::of_user()?.open(&name, &password)?;
			let identity_text = seal::identity_text(&key.identity);
			let text = if identity {
				identity_text
			} else {
				serde_json::to_string_pretty(&Exported {
					secret: key.secret,
					identity: identity_text,
				})?
			};
			let text = text + "\n";
			if output.as_os_str() == "-" {
				return out.raw(text.as_bytes());
			}
			write_new_private(&output, text.as_bytes()).or_exit(Exit::Output, output.display())?;
			#[derive(Serialize)]
			struct Written {
				written: PathBuf,
			}
			let sentence = format!("the secrets of `{name}` are in {}", output.display());
			out.done(&Written { written: output }, sentence)
		},
	}
}

/// The key that would sign.
fn own(context: &Context) -> anyhow::Result<PublicKey> {
	let keys = context.keys()?;
	let global = &context.global;
	let name = global.dev.as_deref().or(global.key.as_deref()).unwrap_or("-").to_owned();
	Ok(PublicKey {
		name,
		account: keys.signer.account(),
		encryption_key: seal::recipient_text(&seal::public_key(&keys.identity)),
	})
}

fn fields(key: &PublicKey) -> Fields {
	vec![
		("name", key.name.clone()),
		("account", key.account.to_string()),
		("encryption key", key.encryption_key.clone()),
	]
}
