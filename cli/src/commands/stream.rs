//! `tradewind stream`: rates that flow from an account to somebody.

use super::{parse_payee, short, show_rate, Done};
use crate::{
	context::Context,
	exit::fail,
	output::{Fields, Output},
	quantity, time,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use tradewind_client::{
	asset::parse_amount,
	billing::{NewStream, RateChange, SettledMany, Side, Stream, StreamState, StreamTotal},
	json,
	market::Payee,
	AccountId, Asset, Balance, Error, Rate, State, StreamId, TabId, Timestamp,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Open a stream that flows at once
	#[command(after_help = "Examples:
  tradewind stream open 3 1uWIND --payee 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty
  tradewind stream open 3 2mWIND --cap 10WIND --prepaid --ends 2026-12-01 \
--payee 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty=90% \
--payee 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY=10%")]
	Open {
		/// Which account pays
		account: u64,
		/// How much flows per second
		#[arg(value_parser = parse_amount)]
		rate: Balance,
		/// Who is paid, and which part; may be given several times
		#[arg(long = "payee", value_name = "ADDRESS[=PERCENT]", required = true, value_parser = parse_payee)]
		payees: Vec<Payee>,
		/// The most that may ever flow; as much as there is when left out
		#[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
		cap: Option<Balance>,
		/// Set the cap aside now, so that the stream cannot run out of money
		#[arg(long, requires = "cap")]
		prepaid: bool,
		/// When it ends by itself, in UTC
		#[arg(long, value_name = "MOMENT", value_parser = time::parse)]
		ends: Option<Timestamp>,
	},
	/// Open streams: those of your accounts, of one account, to a payee, or all
	#[command(after_help = "Examples:
  tradewind stream list
  tradewind stream list --account 3
  tradewind stream list --payee 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty --json")]
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
	/// One open stream, with what it has come to
	#[command(after_help = "Example:
  tradewind stream show 9")]
	Show {
		/// Which stream
		id: u64,
	},
	/// Stop a stream until your side resumes it
	#[command(after_help = "Example:
  tradewind stream pause 9")]
	Pause {
		/// Which stream
		id: u64,
	},
	/// Let a stream flow again that your side had paused
	#[command(after_help = "Example:
  tradewind stream resume 9")]
	Resume {
		/// Which stream
		id: u64,
	},
	/// Ask for another rate, or agree to the one that the other side asked for
	#[command(after_help = "Example:
  tradewind stream rate 9 2uWIND")]
	Rate {
		/// Which stream
		id: u64,
		/// How much is to flow per second
		#[arg(value_parser = parse_amount)]
		rate: Balance,
	},
	/// Get back what a stream took for seconds that were not billed
	#[command(after_help = "Example:
  tradewind stream reclaim 9")]
	Reclaim {
		/// Which stream
		id: u64,
	},
	/// Hand your place among the payees to somebody else
	#[command(after_help = "Example:
  tradewind stream redirect 9 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty")]
	Redirect {
		/// Which stream
		id: u64,
		/// To whom
		to: AccountId,
	},
	/// Pay out what streams owe up to now; anybody may
	#[command(after_help = "Examples:
  tradewind stream settle 9
  tradewind stream settle 9 10 11")]
	Settle {
		/// Which streams
		#[arg(required = true)]
		ids: Vec<u64>,
	},
	/// Settle a stream for the last time and end it
	#[command(after_help = "Example:
  tradewind stream close 9")]
	Close {
		/// Which stream
		id: u64,
	},
}

/// A stream with what it has come to.
#[derive(Serialize)]
struct Shown {
	#[serde(flatten)]
	stream: Stream,
	asset: Asset,
	so_far: StreamTotal,
	proposal: Option<Proposal>,
}

#[derive(Serialize)]
struct Proposal {
	by: Side,
	#[serde(serialize_with = "json::rate")]
	rate: Rate,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::Open { account, rate, payees, cap, prepaid, ends } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let (tab, rate) = (TabId(account), Rate(rate));
			let terms = NewStream { tab, rate, payees, cap, prepaid, ends };
			let opening = client.open_stream(signer, &terms);
			let stream = context.wait("opening the stream", opening).await?;
			#[derive(Serialize)]
			struct Opened {
				stream: StreamId,
			}
			out.done(&Opened { stream }, format!("stream {} flows", stream.0))
		},
		Verb::List { all, account, payee } => {
			let streams = list(all, account, payee, context).await?;
			let heads = ["id", "account", "state", "rate", "payee", "for", "prepaid", "settled"];
			out.list(&streams, &heads, |shown| {
				let stream = &shown.stream;
				let payee = match stream.payees.as_slice() {
					[only] => short(&only.account),
					[first, more @ ..] => format!("{} +{}", short(&first.account), more.len()),
					[] => "-".to_owned(),
				};
				vec![
					stream.id.0.to_string(),
					stream.tab.0.to_string(),
					stream.state.name().to_owned(),
					format!("{}/s", shown.asset.show(stream.rate.0)),
					payee,
					stream.lease().map_or_else(|| "-".to_owned(), |id| format!("lease {}", id.0)),
					if stream.prepaid { "yes" } else { "no" }.to_owned(),
					shown.asset.show(stream.amount),
				]
			})
		},
		Verb::Show { id } => {
			let state = context.state().await?;
			let Some(mut stream) = state.stream(StreamId(id)).await? else {
				return Err(Error::NotFound(format!("open stream {id}")).into());
			};
			// The record may not know yet that the account has run empty.
			stream.state = state.stream_state(stream.id).await?.unwrap_or(stream.state);
			let asset = asset_of(&state, stream.tab).await?;
			let so_far = state.stream_total(&stream).await?;
			let proposal = state.rate_proposal(stream.id).await?;
			let proposal = proposal.map(|(by, rate)| Proposal { by, rate });
			let shown = Shown { stream, asset, so_far, proposal };
			out.record(&shown, || fields(&shown))
		},
		Verb::Pause { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.pause_stream(signer, StreamId(id));
			let included = context.wait("pausing", call).await?;
			out.done(&Done::new("paused", &included), format!("stream {id} is paused"))
		},
		Verb::Resume { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.resume_stream(signer, StreamId(id));
			let included = context.wait("resuming", call).await?;
			out.done(&Done::new("resumed", &included), format!("stream {id} flows again"))
		},
		Verb::Rate { id, rate } => set_rate(id, rate, context, out).await,
		Verb::Reclaim { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let asset = asset_of_stream(context, id).await?;
			let reclaiming = client.reclaim(signer, StreamId(id));
			let amount = context.wait("reclaiming", reclaiming).await?;
			#[derive(Serialize)]
			struct Reclaimed {
				stream: u64,
				#[serde(serialize_with = "json::amount")]
				amount: Balance,
			}
			let sentence = format!("{} are the account's again", asset.show(amount));
			out.done(&Reclaimed { stream: id, amount }, sentence)
		},
		Verb::Redirect { id, to } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.redirect(signer, StreamId(id), to);
			let included = context.wait("redirecting", call).await?;
			let sentence = format!("stream {id} pays {to} instead of you");
			out.done(&Done::new("redirected", &included), sentence)
		},
		Verb::Settle { ids } => settle(&ids, context, out).await,
		Verb::Close { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let asset = asset_of_stream(context, id).await?;
			let total = context.wait("closing", client.close_stream(signer, StreamId(id))).await?;
			#[derive(Serialize)]
			struct Closed {
				stream: u64,
				#[serde(flatten)]
				total: StreamTotal,
			}
			let (amount, seconds) = (asset.show(total.amount), total.seconds);
			let sentence = format!("stream {id} closed; it came to {amount} for {seconds} s");
			out.done(&Closed { stream: id, total }, sentence)
		},
	}
}

/// A stream in a list.
#[derive(Serialize)]
struct Listed {
	#[serde(flatten)]
	stream: Stream,
	asset: Asset,
}

async fn list(
	all: bool,
	account: Option<u64>,
	payee: Option<AccountId>,
	context: &Context,
) -> anyhow::Result<Vec<Listed>> {
	let state = context.state().await?;
	let mut streams = context.wait("reading", state.streams(account.map(TabId))).await?;
	if let Some(payee) = payee {
		streams.retain(|stream| stream.payees.iter().any(|one| one.account == payee));
	}
	if !all && account.is_none() && payee.is_none() {
		let own = context.wait("reading", state.tabs(Some(context.account()?))).await?;
		streams.retain(|stream| own.iter().any(|tab| tab.id == stream.tab));
	}
	let mut listed = Vec::new();
	for stream in streams {
		let asset = asset_of(&state, stream.tab).await?;
		listed.push(Listed { stream, asset });
	}
	Ok(listed)
}

async fn set_rate(
	id: u64,
	rate: Balance,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let asset = asset_of_stream(context, id).await?;
	let call = client.set_rate(signer, StreamId(id), Rate(rate));
	let change = context.wait("asking for the rate", call).await?;
	#[derive(Serialize)]
	struct Asked {
		stream: u64,
		#[serde(serialize_with = "json::amount")]
		rate: Balance,
		changed: bool,
	}
	let new = show_rate(asset, Rate(rate));
	let (changed, sentence) = match change {
		RateChange::Proposed => {
			(false, format!("{new} is proposed for stream {id}; the other side has to agree"))
		},
		RateChange::Changed { old } => {
			(true, format!("stream {id} flows at {new}, no more at {}", show_rate(asset, old)))
		},
	};
	out.done(&Asked { stream: id, rate, changed }, sentence)
}

async fn settle(ids: &[u64], context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let settled = match ids {
		[only] => {
			context.wait("settling", client.settle(signer, StreamId(*only))).await?;
			SettledMany { settled: 1, skipped: 0 }
		},
		several => {
			let streams: Vec<_> = several.iter().copied().map(StreamId).collect();
			context.wait("settling", client.settle_many(signer, &streams)).await?
		},
	};
	let SettledMany { settled: done, skipped } = settled;
	let sentence = match skipped {
		0 => format!("{done} settled"),
		_ => format!("{done} settled; {skipped} are unknown or have not begun"),
	};
	out.done(&settled, sentence)?;
	if done == 0 {
		fail!(NotFound, "none of these streams could be settled");
	}
	Ok(())
}

async fn asset_of(state: &State, tab: TabId) -> anyhow::Result<Asset> {
	Ok(state.tab(tab).await?.map_or(Asset::Native, |tab| tab.asset))
}

async fn asset_of_stream(context: &Context, id: u64) -> anyhow::Result<Asset> {
	let state = context.state().await?;
	match state.stream(StreamId(id)).await? {
		Some(stream) => asset_of(&state, stream.tab).await,
		None => Err(Error::NotFound(format!("open stream {id}")).into()),
	}
}

/// Whether a stream flows, and since when it does not.
pub fn show_state(state: StreamState) -> String {
	match state {
		StreamState::Pending | StreamState::Flowing => state.name().to_owned(),
		StreamState::Halted { since } => {
			format!("halted since {}: the account is empty", time::show(since))
		},
		StreamState::Spent => "spent: it can take no more and is about to be closed".to_owned(),
		StreamState::Paused { by, since } => {
			format!("paused by the {} since {}", by.name(), time::show(since))
		},
	}
}

fn fields(shown: &Shown) -> Fields {
	let (stream, asset) = (&shown.stream, shown.asset);
	let mut fields = vec![
		("stream", stream.id.0.to_string()),
		("account", stream.tab.0.to_string()),
		("state", show_state(stream.state)),
		("rate", show_rate(asset, stream.rate)),
	];
	if let Some(Proposal { by, rate }) = &shown.proposal {
		let proposed = format!("{} by the {}", show_rate(asset, *rate), by.name());
		fields.push(("proposed", proposed));
	}
	let cap = match stream.cap {
		Balance::MAX => "none".to_owned(),
		cap => asset.show(cap),
	};
	fields.push(("cap", cap));
	let paid = if stream.prepaid { "in advance: the cap is set aside" } else { "as it flows" };
	fields.push(("paid", paid.to_owned()));
	for payee in &stream.payees {
		fields.push(("payee", format!("{} gets {}", payee.account, payee.share)));
	}
	fields.push(("fee", stream.fee.to_string()));
	if let Some(lease) = stream.lease() {
		fields.push(("for", format!("lease {}", lease.0)));
	}
	if let Some(meter) = stream.meter {
		fields.push(("meter", meter.to_string()));
	}
	fields.push(("started", super::show_moment(stream.started)));
	if let Some(ends) = stream.ends {
		fields.push(("ends", time::show(ends)));
	}
	let StreamTotal { seconds, downtime, amount, .. } = shown.so_far;
	let so_far = asset.show(amount);
	fields.push(("so far", format!("{so_far} for {seconds} s ({downtime} s deducted)")));
	fields.push(("of it paid", asset.show(stream.amount)));
	if stream.idle > 0 {
		fields.push(("stood still", quantity::show_duration(stream.idle)));
	}
	fields
}

#[cfg(test)]
mod tests {
	use super::*;
	use tradewind_client::Share;

	fn shown(state: StreamState) -> Shown {
		let stream = Stream {
			id: StreamId(9),
			tab: TabId(3),
			rate: Rate(1_000_000),
			cap: Balance::MAX,
			prepaid: false,
			payees: vec![Payee { account: AccountId([1; 32]), share: Share::ONE }],
			meter: None,
			fee: Share(10_000_000),
			reference: None,
			task: None,
			ends: None,
			state,
			started: Some(Timestamp(60)),
			settled_until: Timestamp(60),
			billed_seconds: 0,
			downtime: 0,
			slack: 0,
			idle: 0,
			amount: 0,
		};
		let so_far = StreamTotal { seconds: 5, amount: 5_000_000, ..Default::default() };
		let proposal = Some(Proposal { by: Side::Payee, rate: Rate(2_000_000) });
		Shown { stream, asset: Asset::Native, so_far, proposal }
	}

	#[test]
	fn a_stream_says_whether_it_flows_and_who_stopped_it() {
		let since = Timestamp(60);
		let paused = shown(StreamState::Paused { by: Side::Payer, since });
		let fields = fields(&paused);
		let of = |name: &str| fields.iter().find(|(field, _)| *field == name).unwrap().1.clone();
		assert_eq!(of("state"), "paused by the payer since 1970-01-01 00:01:00 UTC");
		assert_eq!(of("proposed"), "2 uWIND/s = 7.2 mWIND/h by the payee");
		assert_eq!((of("cap").as_str(), of("fee").as_str()), ("none", "1 %"));
		assert_eq!(of("so far"), "5 uWIND for 5 s (0 s deducted)");
		let json = serde_json::to_value(&paused).unwrap();
		assert_eq!((&json["state"], &json["by"]), (&"paused".into(), &"payer".into()));
		assert_eq!((&json["rate"], &json["so_far"]["seconds"]), (&"1000000".into(), &5.into()));
		let halted = show_state(StreamState::Halted { since });
		assert!(halted.contains("the account is empty"), "{halted}");
	}
}
