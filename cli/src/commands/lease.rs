//! `tradewind lease`: resources for somebody alone, from the order to the end.

mod change;
mod hand;
mod open;
mod price;

use super::{short, show_moment, show_rate, stream, Done};
use crate::{
	context::Context,
	output::{Fields, Output},
	quantity::{self, show_duration},
	time,
};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use tradewind_client::{
	billing::{StreamState, StreamTotal},
	market::{close_reason, Closed, Lease, LeaseTerms, Proposal},
	AccountId, Asset, Balance, CloseReason, Error, LeaseId, Share, State, Timestamp,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Open leases on the best offers there are
	Open(Box<open::OpenArgs>),
	/// Say that what was leased can be used: from now on it is billed; for providers
	#[command(after_help = "\
The provider's agent does that by itself.

Example:
  tradewind lease start 3000000012 --dev bob")]
	Start {
		/// Which lease
		id: u64,
	},
	/// End a lease and say why; for its owner and its provider
	#[command(after_help = "\
An owner says cancelled, unfit, or start-missed when the provider is late; ending a reserved lease
early costs what was agreed of the rest of its term. A provider says provider-failed, provider-left
or misuse, and owes what its service level says.

Examples:
  tradewind lease close 3000000012 --reason cancelled
  tradewind lease close 3000000012 --reason provider-left --dev bob")]
	Close {
		/// Which lease
		id: u64,
		/// Why
		#[arg(long, value_enum)]
		reason: ReasonArg,
	},
	/// Change what a lease reserves; what is not given stays
	Resize(change::ResizeArgs),
	/// Let a lease last longer
	Extend(change::ExtendArgs),
	/// Propose another rate, agree to the one that the other side proposed, or see which that is
	Rate(change::RateArgs),
	/// Offer a lease to somebody else
	Offer(hand::OfferArgs),
	/// Take a lease over that was offered to you, with all that is left of it
	Accept(hand::AcceptArgs),
	/// Open leases: yours, a provider's or all
	#[command(after_help = "Examples:
  tradewind lease list
  tradewind lease list --all")]
	List {
		/// Everybody's
		#[arg(long, conflicts_with = "provider")]
		all: bool,
		/// Those of a provider
		#[arg(long, value_name = "ADDRESS")]
		provider: Option<AccountId>,
	},
	/// One open lease, with what it has cost and what covers it
	#[command(after_help = "Example:
  tradewind lease show 3000000012")]
	Show {
		/// Which lease
		id: u64,
	},
}

/// Why a lease is ended by one of its sides.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum ReasonArg {
	/// The owner does not want it any more
	Cancelled,
	/// It is not what the owner had been offered
	Unfit,
	/// The provider did not begin in time
	StartMissed,
	/// The provider cannot go on
	ProviderFailed,
	/// The provider wants its capacity back
	ProviderLeft,
	/// The provider does not stand for what is done with it
	Misuse,
}

impl From<ReasonArg> for CloseReason {
	fn from(reason: ReasonArg) -> Self {
		match reason {
			ReasonArg::Cancelled => Self::Cancelled,
			ReasonArg::Unfit => Self::Unfit,
			ReasonArg::StartMissed => Self::StartMissed,
			ReasonArg::ProviderFailed => Self::ProviderFailed,
			ReasonArg::ProviderLeft => Self::ProviderLeft,
			ReasonArg::Misuse => Self::Misuse,
		}
	}
}

/// A lease with what belongs to it.
#[derive(Serialize)]
struct Shown {
	#[serde(flatten)]
	lease: Lease,
	so_far: Option<StreamTotal>,
	/// Until when the provider has time to begin, while it has not.
	start_by: Option<Timestamp>,
	#[serde(skip)]
	now: Timestamp,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::Open(args) => open::run(*args, context, out).await,
		Verb::Start { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.start_lease(signer, LeaseId(id));
			let included = context.wait("starting", call).await?;
			out.done(&Done::new("started", &included), format!("lease {id} is billed from now on"))
		},
		Verb::Close { id, reason } => close(id, reason.into(), context, out).await,
		Verb::Resize(args) => change::resize(args, context, out).await,
		Verb::Extend(args) => change::extend(args, context, out).await,
		Verb::Rate(args) => change::rate(args, context, out).await,
		Verb::Offer(args) => hand::offer(args, context, out).await,
		Verb::Accept(args) => hand::accept(args, context, out).await,
		Verb::List { all, provider } => list(all, provider, context, out).await,
		Verb::Show { id } => {
			let state = context.state().await?;
			let mut lease = find(&state, id).await?;
			let so_far = match state.stream(lease.stream).await? {
				Some(stream) => Some(state.stream_total(&stream).await?),
				None => None,
			};
			// The record may not know yet that the account has run empty.
			lease.state = state.stream_state(lease.stream).await?.unwrap_or(lease.state);
			let start_by = start_by(&lease, &state).await?;
			let shown = Shown { lease, so_far, start_by, now: state.now().await? };
			out.record(&shown, || fields(&shown))
		},
	}
}

/// Until when the provider of a lease has time to begin: what its tier says from the moment on when
/// there is room. `None` when it has begun, or nobody says any more.
async fn start_by(lease: &Lease, state: &State) -> Result<Option<Timestamp>, Error> {
	if lease.started.is_some() {
		return Ok(None);
	}
	let tier = state.tiers().await?.into_iter().find(|tier| tier.id == lease.tier);
	let from = lease.usable_from.unwrap_or(lease.opened);
	Ok(tier.map(|tier| Timestamp(from.0.saturating_add(tier.start_within))))
}

/// A lease that must be open.
pub async fn find(state: &State, id: u64) -> anyhow::Result<Lease> {
	let lease = state.lease(LeaseId(id)).await?;
	Ok(lease.ok_or_else(|| Error::NotFound(format!("open lease {id}")))?)
}

async fn close(
	id: u64,
	reason: CloseReason,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let (client, signer) = (context.client().await?, context.signer()?);
	let asset = find(&context.state().await?, id).await?.asset;
	let call = client.close_lease(signer, LeaseId(id), reason);
	let closed = context.wait("closing", call).await?;
	out.done(&closed, show_closed(&closed, asset))
}

/// What a lease came to, in a sentence.
fn show_closed(closed: &Closed, asset: Asset) -> String {
	let Closed { lease, reason, bill } = closed;
	let why = close_reason(*reason).replace('_', " ");
	let amount = asset.show(bill.amount);
	let mut text =
		format!("lease {} is closed, {why}: it came to {amount} for {} s", lease.0, bill.seconds);
	if bill.forfeit > 0 {
		text.push_str(&format!(", and {} for the rest of its term", asset.show(bill.forfeit)));
	}
	if bill.credited > 0 {
		text.push_str(&format!("; {} were credited", asset.show(bill.credited)));
	}
	text
}

async fn list(
	all: bool,
	provider: Option<AccountId>,
	context: &Context,
	out: &mut Output<'_>,
) -> anyhow::Result<()> {
	let state = context.state().await?;
	let mut leases = if all || provider.is_some() {
		context.wait("reading", state.leases()).await?
	} else {
		context.wait("reading", state.leases_of(context.account()?)).await?
	};
	leases.retain(|lease| provider.is_none_or(|provider| lease.provider == provider));
	let now = state.now().await?;
	let heads = ["id", "kind", "state", "owner", "provider", "resources", "rate", "ends"];
	out.list(&leases, &heads, |lease| {
		vec![
			lease.id.0.to_string(),
			show_kind(lease.terms).to_owned(),
			standing(lease, now).to_owned(),
			short(&lease.owner),
			short(&lease.provider),
			quantity::show_resources(&lease.needs),
			format!("{}/s", lease.asset.show(lease.rate.0)),
			show_moment(lease.ends),
		]
	})
}

/// How a lease stands, in a word or two.
fn standing(lease: &Lease, now: Timestamp) -> &'static str {
	if lease.reclaimed.is_some() {
		return "taken back";
	}
	if lease.waits(now) {
		return "waits for room";
	}
	match lease.state {
		StreamState::Pending => "not begun",
		StreamState::Flowing => "running",
		StreamState::Halted { .. } => "halted",
		StreamState::Spent => "over",
		StreamState::Paused { .. } => "paused",
	}
}

/// On what terms a lease was taken, in a word or two.
pub fn show_kind(terms: LeaseTerms) -> &'static str {
	match terms {
		LeaseTerms::OnDemand => "on demand",
		LeaseTerms::Reserved { .. } => "reserved",
		LeaseTerms::Spot { .. } => "spot",
	}
}

/// The same, and what follows from it.
fn show_terms(lease: &Lease, so_far: Option<&StreamTotal>) -> String {
	let kind = show_kind(lease.terms);
	match lease.terms {
		LeaseTerms::OnDemand => kind.to_owned(),
		LeaseTerms::Reserved { forfeit } => {
			let spent = so_far.map_or(0, |total| total.amount);
			let rest = part(lease.cap.saturating_sub(spent), forfeit);
			let asset = lease.asset;
			format!("{kind}; to end it now would cost {}, {forfeit} of the rest", asset.show(rest))
		},
		LeaseTerms::Spot { notice } => format!("{kind}; taken back with {notice} s of notice"),
	}
}

/// A share of an amount, rounded down.
fn part(amount: Balance, share: Share) -> Balance {
	let (one, share) = (Balance::from(Share::ONE.0), Balance::from(share.0));
	// In two steps, so that nothing overflows.
	(amount / one).saturating_mul(share).saturating_add((amount % one).saturating_mul(share) / one)
}

fn fields(shown: &Shown) -> Fields {
	let Shown { lease, so_far, start_by, now } = shown;
	let mut fields = vec![
		("lease", lease.id.0.to_string()),
		("owner", lease.owner.to_string()),
		("provider", lease.provider.to_string()),
		("offer", lease.offer.0.to_string()),
		("account", lease.tab.0.to_string()),
		("tier", lease.tier.0.to_string()),
		("kind", show_terms(lease, so_far.as_ref())),
		("stands", standing(lease, *now).to_owned()),
		("resources", quantity::show_resources(&lease.needs)),
		("rate", show_rate(lease.asset, lease.rate)),
		("opened", time::show(lease.opened)),
	];
	if let Some(from) = lease.usable_from.filter(|_| lease.started.is_none()) {
		fields.push(("usable from", time::show(from)));
	}
	if start_by.is_some() {
		fields.push(("has to begin by", show_moment(*start_by)));
	}
	fields.push(("started", show_moment(lease.started)));
	if let Some(task) = lease.task {
		fields.push(("for", format!("task {}", task.0)));
	}
	let paid = if lease.prepaid { "in advance: the cap is set aside" } else { "as it runs" };
	fields.push(("paid", paid.to_owned()));
	fields.push(("cap", lease.asset.show(lease.cap)));
	fields.push(("left", show_duration(lease.left)));
	fields.push(("ends", show_moment(lease.ends)));
	if let Some(at) = lease.reclaimed {
		fields.push(("taken back", format!("at {}: the room is wanted", time::show(at))));
	}
	if let Some(proposal) = &lease.proposal {
		fields.push(("proposed", show_proposal(lease.asset, proposal)));
	}
	if let Some(heir) = lease.heir {
		fields.push(("offered to", heir.to_string()));
	}
	fields.push(("stream", format!("{}, {}", lease.stream.0, stream::show_state(lease.state))));
	if let Some(total) = so_far {
		let (billed, down) = (total.seconds, total.downtime);
		let amount = lease.asset.show(total.amount);
		fields.push(("so far", format!("{amount} for {billed} s ({down} s of downtime deducted)")));
	}
	let cover = &lease.cover;
	let locked = cover.asset.show(cover.locked);
	fields.push(("cover", format!("{locked} of the provider's collateral")));
	let credits = format!(
		"{} up, or {} of the bill back; {} if it fails",
		cover.availability, cover.credit, cover.fault_credit
	);
	fields.push(("promise", credits));
	fields
}

/// Which rate a side proposes.
fn show_proposal(asset: Asset, proposal: &Proposal) -> String {
	let (rate, by) = (show_rate(asset, proposal.rate), proposal.by.name());
	format!("{rate}, by the {by} ({})", short(&proposal.who))
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use tradewind_client::{
		market::Party, sla::Cover, OfferId, Rate, Resources, StreamId, TabId, TierId,
	};
	use tradewind_client::{tasks::Bill, TaskId};

	/// A lease that runs and has everything.
	pub fn lease(terms: LeaseTerms) -> Lease {
		let (id, provider, tab) = (LeaseId(3_000_000_012), AccountId([2; 32]), TabId(3));
		Lease {
			id,
			owner: AccountId([1; 32]),
			provider,
			offer: OfferId(4),
			tab,
			tier: TierId(0),
			asset: Asset::Native,
			needs: Resources { cpu_millis: 2_000, ..Default::default() },
			rate: Rate(1_000_000),
			stream: StreamId(id.0),
			task: None,
			opened: Timestamp(60),
			started: Some(Timestamp(90)),
			terms,
			state: StreamState::Flowing,
			prepaid: true,
			cap: 100_000_000,
			left: 90,
			ends: Some(Timestamp(190)),
			usable_from: None,
			reclaimed: None,
			proposal: Some(Proposal { by: Party::Provider, who: provider, rate: Rate(2_000_000) }),
			heir: Some(AccountId([9; 32])),
			cover: Cover {
				lease: id,
				provider,
				asset: Asset::Native,
				tab,
				locked: 10_000_000,
				availability: Share(990_000_000),
				credit: Share(100_000_000),
				fault_credit: Share::ONE,
			},
		}
	}

	fn shown(lease: Lease) -> Shown {
		let so_far = Some(StreamTotal { seconds: 10, amount: 10_000_000, ..Default::default() });
		Shown { lease, so_far, start_by: None, now: Timestamp(100) }
	}

	#[test]
	fn a_lease_says_everything_that_is_known_of_it() {
		let reserved = LeaseTerms::Reserved { forfeit: Share(500_000_000) };
		let fields = fields(&shown(lease(reserved)));
		let of = |name: &str| fields.iter().find(|(field, _)| *field == name).unwrap().1.clone();
		assert_eq!(of("kind"), "reserved; to end it now would cost 45 uWIND, 50 % of the rest");
		assert_eq!((of("stands").as_str(), of("left").as_str()), ("running", "1 min 30 s"));
		assert!(of("proposed").starts_with("2 uWIND/s = 7.2 mWIND/h, by the provider"));
		assert_eq!(of("offered to"), AccountId([9; 32]).to_string());
		assert_eq!(of("ends"), "1970-01-01 00:03:10 UTC");
	}

	#[test]
	fn a_lease_keeps_the_names_by_which_programs_read_it() {
		let json = serde_json::to_value(shown(lease(LeaseTerms::Spot { notice: 30 }))).unwrap();
		for name in [
			"id", "owner", "provider", "offer", "tab", "tier", "asset", "needs", "rate", "stream",
			"opened", "started", "state", "so_far", "cover",
		] {
			assert!(!json[name].is_null(), "{name} is missing: {json}");
		}
		assert!(json["task"].is_null() && json["cover"]["locked"] == "10000000", "{json}");
		assert_eq!((&json["kind"], &json["notice"]), (&"spot".into(), &30.into()));
		assert_eq!((&json["state"], &json["left"]), (&"flowing".into(), &90.into()));
	}

	#[test]
	fn how_a_lease_stands_is_told_in_a_word_or_two() {
		let running = || lease(LeaseTerms::Spot { notice: 30 });
		let stands = |lease: Lease| standing(&lease, Timestamp(100));
		assert_eq!(stands(running()), "running");
		assert_eq!(stands(Lease { reclaimed: Some(Timestamp(130)), ..running() }), "taken back");
		let pending = Lease { started: None, state: StreamState::Pending, ..running() };
		assert_eq!(stands(pending.clone()), "not begun");
		let waits = Lease { usable_from: Some(Timestamp(101)), ..pending };
		assert_eq!(stands(waits.clone()), "waits for room");
		assert_eq!(stands(Lease { usable_from: Some(Timestamp(100)), ..waits }), "not begun");
		let state = StreamState::Halted { since: Timestamp(95) };
		assert_eq!(stands(Lease { state, task: Some(TaskId(7)), ..running() }), "halted");
	}

	#[test]
	fn an_end_says_what_it_came_to_and_what_it_cost_besides() {
		let bill =
			Bill { seconds: 10, downtime: 0, amount: 10_000_000, forfeit: 45_000_000, credited: 0 };
		let closed = Closed { lease: LeaseId(5), reason: CloseReason::Cancelled, bill };
		assert_eq!(
			show_closed(&closed, Asset::Native),
			"lease 5 is closed, cancelled: it came to 10 uWIND for 10 s, and 45 uWIND for the rest \
			 of its term"
		);
		let bill = Bill { forfeit: 0, credited: 7, ..bill };
		let closed = Closed { reason: CloseReason::ProviderLeft, bill, ..closed };
		let said = show_closed(&closed, Asset::Native);
		assert!(said.contains("provider left") && said.ends_with("; 7 planck were credited"));
	}
}
