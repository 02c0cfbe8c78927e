//! `tradewind audit`: records, and their proofs.

use crate::{
	context::Context,
	exit::{fail, Exit, OrExit},
	output::{Fields, Output},
	time,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::path::PathBuf;
use tradewind_client::{
	audit::{Entry, ShownRecord},
	seal, BlockRef, Error, Timestamp, H256,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// The records of a block
	#[command(after_help = "Example:
  tradewind audit list --block 120")]
	List {
		/// Which block: its number or its hash; the best one when it is left out
		#[arg(long)]
		block: Option<Block>,
	},
	/// One record, proven
	#[command(after_help = "Examples:
  tradewind audit show 120 0
  tradewind audit show 120 0 --save record.json")]
	Show {
		/// Which block: its number or its hash
		block: Block,
		/// Which of its records, from 0
		index: u32,
		/// Keep the record and its proof in a file
		#[arg(long, value_name = "FILE")]
		save: Option<PathBuf>,
	},
	/// Put the SHA-256 digest of a file on record
	#[command(after_help = "Example:
  tradewind audit attest report.pdf --note quarterly-report")]
	Attest {
		/// Which file; it stays where it is
		file: PathBuf,
		/// A word on it, at most 64 bytes
		#[arg(long, default_value = "")]
		note: String,
	},
	/// Check that a record is in its block
	#[command(after_help = "Examples:
  tradewind audit verify 120 0
  tradewind audit verify --file record.json")]
	Verify {
		/// Which block: its number or its hash
		#[arg(required_unless_present = "file", requires = "index")]
		block: Option<Block>,
		/// Which of its records, from 0
		index: Option<u32>,
		/// A record that `audit show --save` kept, instead of the node's word for it
		#[arg(long, value_name = "FILE", conflicts_with = "block")]
		file: Option<PathBuf>,
	},
}

/// A block by its number or its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
	Number(u64),
	Hash(H256),
}

impl std::str::FromStr for Block {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		if let Some(digits) = text.strip_prefix("0x") {
			let mut hash = [0; 32];
			hex::decode_to_slice(digits, &mut hash)
				.map_err(|_| format!("`{text}` is not the hash of a block"))?;
			return Ok(Self::Hash(H256(hash)));
		}
		text.parse().map(Self::Number).map_err(|_| format!("`{text}` is not the number of a block"))
	}
}

/// A record of a block.
#[derive(Serialize)]
struct Listed {
	index: u32,
	leaf: H256,
	/// `None` when the node keeps only its hash.
	#[serde(flatten)]
	entry: Option<Entry>,
}

/// A record that is proven.
#[derive(Serialize)]
struct Shown {
	block: BlockRef,
	index: u32,
	records: u32,
	root: H256,
	leaf: H256,
	verified: bool,
	#[serde(flatten)]
	entry: Entry,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::List { block } => {
			let block = resolve(context, block).await?;
			let client = context.client().await?;
			let leaves = client.state_at(block.hash).await?.audit_leaves().await?;
			let mut listed = Vec::new();
			for (index, leaf) in (0u32..).zip(leaves) {
				// Not every node keeps every record; its hash is in the state all the same.
				let entry = match client.audit_record(block.hash, index).await {
					Ok(shown) if shown.leaf == leaf => Some(shown.entry()?),
					Ok(_) => {
						return Err(Error::Forged("the node shows another record".into()).into())
					},
					Err(Error::Node(_)) => None,
					Err(error) => return Err(error.into()),
				};
				listed.push(Listed { index, leaf, entry });
			}
			let heads = ["id", "category", "action", "subject", "actor"];
			out.list(&listed, &heads, |listed| match &listed.entry {
				Some(entry) => vec![
					listed.index.to_string(),
					entry.category.to_owned(),
					entry.action.clone(),
					format!("{} {}", entry.subject, entry.subject_id),
					entry.actor.map_or_else(|| "the chain".to_owned(), |actor| actor.to_string()),
				],
				None => vec![
					listed.index.to_string(),
					"-".to_owned(),
					"-".to_owned(),
					format!("{:?}", listed.leaf),
					"-".to_owned(),
				],
			})
		},
		Verb::Show { block, index, save } => {
			let block = resolve(context, Some(block)).await?;
			let client = context.client().await?;
			let record = context.wait("proving", client.proven_record(block.hash, index)).await?;
			if let Some(path) = save {
				let text = serde_json::to_string_pretty(&record)? + "\n";
				std::fs::write(&path, text).or_exit(Exit::Output, path.display())?;
			}
			show(block, &record, out)
		},
		Verb::Attest { file, note } => {
			let bytes = std::fs::read(&file).or_exit(Exit::Input, file.display())?;
			let digest = H256(seal::digest(&bytes));
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.attest(signer, digest, &note);
			let (block, index) = context.wait("attesting", call).await?;
			#[derive(Serialize)]
			struct Attested {
				digest: H256,
				block: BlockRef,
				index: u32,
			}
			let sentence = format!("{digest:?} is record {index} of block {}", block.number);
			out.done(&Attested { digest, block, index }, sentence)
		},
		Verb::Verify { block, index, file } => {
			let client = context.client().await?;
			let (block, record) = match (block, index, file) {
				(Some(block), Some(index), _) => {
					let block = resolve(context, Some(block)).await?;
					(block, client.proven_record(block.hash, index).await?)
				},
				(_, _, Some(path)) => {
					let text = std::fs::read(&path).or_exit(Exit::Input, path.display())?;
					let record: ShownRecord = serde_json::from_slice(&text).or_exit(
						Exit::Data,
						format_args!("{} is not a record with its proof", path.display()),
					)?;
					let block = resolve(context, Some(Block::Hash(record.block))).await?;
					record.verify(client.state_at(block.hash).await?.audit_root().await?)?;
					(block, record)
				},
				_ => fail!(Usage, "say which record: BLOCK INDEX, or --file"),
			};
			show(block, &record, out)
		},
	}
}

async fn resolve(context: &Context, block: Option<Block>) -> anyhow::Result<BlockRef> {
	let client = context.client().await?;
	let state = match block {
		None => client.state().await?,
		Some(Block::Number(number)) => client.state_at_number(number).await?,
		Some(Block::Hash(hash)) => client.state_at(hash).await?,
	};
	Ok(state.block())
}

/// Shows a record that was verified.
fn show(block: BlockRef, record: &ShownRecord, out: &mut Output<'_>) -> anyhow::Result<()> {
	let shown = Shown {
		block,
		index: record.index,
		records: record.leaves,
		root: record.root,
		leaf: record.leaf,
		verified: true,
		entry: record.entry()?,
	};
	out.record(&shown, || fields(&shown))
}

fn fields(shown: &Shown) -> Fields {
	let entry = &shown.entry;
	vec![
		("block", format!("{} {:?}", shown.block.number, shown.block.hash)),
		("record", format!("{} of {}", shown.index, shown.records)),
		("at", time::show(Timestamp(entry.at))),
		("category", entry.category.to_owned()),
		("action", entry.action.clone()),
		("subject", format!("{} {}", entry.subject, entry.subject_id)),
		("actor", entry.actor.map_or_else(|| "the chain".to_owned(), |actor| actor.to_string())),
		("digest", format!("{:?}", entry.digest)),
		("leaf", format!("{:?}", shown.leaf)),
		("root", format!("{:?}", shown.root)),
		("proof", "the record is under the root of its block".to_owned()),
	]
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn blocks_are_named_by_number_or_hash() {
		assert_eq!("120".parse(), Ok(Block::Number(120)));
		let hash = format!("0x{}", "ab".repeat(32));
		assert_eq!(hash.parse(), Ok(Block::Hash(H256([0xab; 32]))));
		for text in ["", "-1", "0xab", "latest"] {
			assert!(text.parse::<Block>().is_err(), "{text}");
		}
	}
}
