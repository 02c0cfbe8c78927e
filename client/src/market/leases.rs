//! Leases: resources reserved at one provider, and what its two sides do with them.
//!
//! A lease is kept with the stream that pays for it and has its number.

use super::{LeaseKind, Order, Spread};
use crate::{
	billing::StreamState,
	chain::{
		self,
		runtime_types::{
			pallet_tradewind_billing::types as billing, pallet_tradewind_marketplace::types,
		},
	},
	connection::{Client, State},
	convert::Share,
	error::{Error, Result},
	json,
	sla::Cover,
	tasks::Bill,
	tx::Included,
	AccountId, Asset, Balance, CloseReason, LeaseId, OfferId, Rate, Resources, Seconds, Signer,
	StreamId, TabId, TaskId, TierId, Timestamp,
};
use futures::{StreamExt, TryStreamExt};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use subxt::utils::Static;

/// How many accounts are asked for at the same time.
const AT_ONCE: usize = 16;

/// Resources reserved at one provider at a locked rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lease {
	/// Its number.
	pub id: LeaseId,
	/// Who buys.
	pub owner: AccountId,
	/// Who sells.
	pub provider: AccountId,
	/// Out of which offer.
	pub offer: OfferId,
	/// The billing account that pays.
	pub tab: TabId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the rate is.
	pub asset: Asset,
	/// What is reserved.
	pub needs: Resources,
	/// What it costs per second.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// The stream that pays for it.
	pub stream: StreamId,
	/// The task that it is for; `None` when its two sides manage it.
	pub task: Option<TaskId>,
	/// When it was opened.
	pub opened: Timestamp,
	/// When the provider began; nothing is billed before.
	pub started: Option<Timestamp>,
	/// On what terms it was taken.
	#[serde(flatten)]
	pub terms: LeaseTerms,
	/// Whether its stream flows, as the record has it.
	#[serde(flatten)]
	pub state: StreamState,
	/// Whether its cap is set aside.
	pub prepaid: bool,
	/// The most that it may ever cost.
	#[serde(serialize_with = "json::amount")]
	pub cap: Balance,
	/// How many more seconds can be billed.
	pub left: Seconds,
	/// When it ends if it flows without a break from now on.
	pub ends: Option<Timestamp>,
	/// From when on it can start, where others have to leave first.
	pub usable_from: Option<Timestamp>,
	/// When a spot lease ends, because the room is wanted.
	pub reclaimed: Option<Timestamp>,
	/// Another rate that one side proposes.
	pub proposal: Option<Proposal>,
	/// To whom the owner offers it.
	pub heir: Option<AccountId>,
	/// What covers it.
	pub cover: Cover,
}

/// On what terms a lease was taken, whatever its offer says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LeaseTerms {
	/// At the full price, for as long as it is wanted.
	OnDemand,
	/// For a term that is paid ahead.
	Reserved {
		/// The part of what is left of it that the owner pays who ends it early.
		forfeit: Share,
	},
	/// Until the room is wanted.
	Spot {
		/// With how many seconds of notice.
		notice: u32,
	},
}

/// Another rate that one side of a lease proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
	/// Which side.
	pub by: Party,
	/// Who of that side.
	pub who: AccountId,
	/// The rate.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
}

/// The two sides of a lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
	/// Whoever may manage the account that pays.
	Owner,
	/// Who sells, or its agent.
	Provider,
}

/// A lease that was opened just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Opened {
	/// The lease.
	pub lease: LeaseId,
	/// Who sells.
	pub provider: AccountId,
	/// Out of which offer.
	pub offer: OfferId,
	/// The locked price.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// On what terms.
	#[serde(flatten)]
	pub terms: LeaseTerms,
	/// From when on it can start, where others have to make room first.
	pub usable_from: Option<Timestamp>,
}

/// What a lease came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Closed {
	/// The lease.
	pub lease: LeaseId,
	/// Why it ended.
	#[serde(serialize_with = "reason_name")]
	pub reason: CloseReason,
	/// What it came to.
	#[serde(flatten)]
	pub bill: Bill,
}

/// What became of a wish for another rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateAgreement {
	/// It takes effect once the other side says the same.
	Proposed,
	/// The other side had said so; it is in effect.
	Agreed {
		/// The rate before.
		old: Rate,
	},
}

/// A lease that its provider has not begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unbegun {
	/// The lease.
	pub lease: LeaseId,
	/// Who sells.
	pub provider: AccountId,
	/// The task that it is for.
	pub task: Option<TaskId>,
	/// From when on it can start; `None` for at once.
	pub usable_from: Option<Timestamp>,
}

type RawLease = types::Lease<AccountId>;
pub(crate) type RawStream = billing::Stream<AccountId, RawLease>;

/// What a stream says of the lease that it pays for.
struct Paying {
	tab: TabId,
	rate: Rate,
	cap: Balance,
	prepaid: bool,
	started: Option<Timestamp>,
	left: Seconds,
	state: StreamState,
}

impl LeaseTerms {
	/// Without its particulars.
	pub fn kind(self) -> LeaseKind {
		match self {
			Self::OnDemand => LeaseKind::OnDemand,
			Self::Reserved { .. } => LeaseKind::Reserved,
			Self::Spot { .. } => LeaseKind::Spot,
		}
	}
}

impl From<types::Kind> for LeaseTerms {
	fn from(kind: types::Kind) -> Self {
		match kind {
			types::Kind::OnDemand => Self::OnDemand,
			types::Kind::Reserved { forfeit } => Self::Reserved { forfeit: forfeit.into() },
			types::Kind::Spot { notice } => Self::Spot { notice },
		}
	}
}

impl Party {
	/// One word for it, as in JSON.
	pub fn name(self) -> &'static str {
		match self {
			Self::Owner => "owner",
			Self::Provider => "provider",
		}
	}
}

impl From<types::Side> for Party {
	fn from(side: types::Side) -> Self {
		match side {
			types::Side::Owner => Self::Owner,
			types::Side::Provider => Self::Provider,
		}
	}
}

impl Lease {
	fn read(
		id: LeaseId,
		lease: RawLease,
		paying: Paying,
		(owner, asset): (AccountId, Asset),
		now: Timestamp,
	) -> Self {
		let Paying { tab, rate, cap, prepaid, started, left, state } = paying;
		let provider = lease.provider;
		let reclaimed = lease.reclaimed.map(|at| at.0);
		Self {
			id,
			owner,
			provider,
			offer: lease.offer.into(),
			tab,
			tier: lease.tier.0,
			asset,
			needs: lease.needs.0,
			rate,
			stream: id.into(),
			task: lease.reference.map(TaskId),
			opened: lease.opened.0,
			started,
			terms: lease.kind.into(),
			state,
			prepaid,
			cap,
			left,
			ends: ends(now, started, left, reclaimed),
			usable_from: lease.usable_from.map(|at| at.0),
			reclaimed,
			proposal: lease.proposal.map(|proposal| Proposal {
				by: proposal.side.into(),
				who: proposal.by,
				rate: proposal.rate.into(),
			}),
			heir: lease.heir,
			cover: Cover {
				lease: id,
				provider,
				asset,
				tab,
				locked: lease.cover.locked,
				availability: lease.cover.promise.availability.into(),
				credit: lease.cover.promise.credit.into(),
				fault_credit: lease.cover.promise.fault_credit.into(),
			},
		}
	}

	/// Whether it cannot be used yet.
	pub fn waits(&self, now: Timestamp) -> bool {
		self.started.is_none() && self.usable_from.is_some_and(|from| from > now)
	}
}

/// When a lease ends that may be billed for `left` more seconds, if nothing comes in between.
fn ends(
	now: Timestamp,
	started: Option<Timestamp>,
	left: Seconds,
	reclaimed: Option<Timestamp>,
) -> Option<Timestamp> {
	let over = started.map(|_| Timestamp(now.0.saturating_add(left)));
	match (over, reclaimed) {
		(Some(over), Some(reclaimed)) => Some(over.min(reclaimed)),
		(over, reclaimed) => over.or(reclaimed),
	}
}

/// For how many more seconds a stream can be billed, as far as its record tells.
fn left(stream: &RawStream, now: Timestamp) -> Seconds {
	let rest = stream.cap.saturating_sub(stream.amount);
	let settled = rest.checked_div(stream.rate.0).unwrap_or(Balance::MAX);
	let settled = Seconds::try_from(settled).unwrap_or(Seconds::MAX);
	match stream.state {
		billing::StreamState::Flowing => settled.saturating_sub(now.since(stream.settled_until.0)),
		_ => settled,
	}
}

/// The lease that a stream pays for, if it pays for one.
pub(crate) fn memo(stream: &RawStream) -> Option<&RawLease> {
	match &stream.manager {
		billing::Manager::Opener(lease) => Some(lease),
		billing::Manager::Parties { .. } => None,
	}
}

fn unbegun(id: StreamId, stream: &RawStream) -> Option<Unbegun> {
	let lease = memo(stream)?;
	matches!(stream.state, billing::StreamState::Pending).then(|| Unbegun {
		lease: id.into(),
		provider: lease.provider,
		task: lease.reference.map(TaskId),
		usable_from: lease.usable_from.as_ref().map(|at| at.0),
	})
}

/// One word for the reason of an end, as in JSON.
pub fn close_reason(reason: CloseReason) -> &'static str {
	match reason {
		CloseReason::Completed => "completed",
		CloseReason::Cancelled => "cancelled",
		CloseReason::StartMissed => "start_missed",
		CloseReason::ProviderDown => "provider_down",
		CloseReason::ReportMissed => "report_missed",
		CloseReason::ProviderFailed => "provider_failed",
		CloseReason::OutOfFunds => "out_of_funds",
		CloseReason::Expired => "expired",
		CloseReason::Unfit => "unfit",
		CloseReason::ProviderLeft => "provider_left",
		CloseReason::Misuse => "misuse",
		CloseReason::Reclaimed => "reclaimed",
		CloseReason::Transferred => "transferred",
	}
}

fn reason_name<S: serde::Serializer>(
	reason: &CloseReason,
	serializer: S,
) -> Result<S::Ok, S::Error> {
	serializer.serialize_str(close_reason(*reason))
}

impl State {
	/// An open lease.
	pub async fn lease(&self, id: LeaseId) -> Result<Option<Lease>> {
		let views = chain::view_functions().marketplace();
		let Some(view) = self.view(views.lease(Static(id))).await? else { return Ok(None) };
		let lost = || Error::Incompatible(format!("lease {} has no stream", id.0));
		let stream = self.stream(id.into()).await?.ok_or_else(lost)?;
		let paying = Paying {
			tab: view.tab.0,
			rate: view.rate.into(),
			cap: view.cap,
			prepaid: view.prepaid,
			started: view.started.map(|at| at.0),
			left: view.left,
			state: stream.state,
		};
		let buyer = (view.owner, view.asset.0.into());
		Ok(Some(Lease::read(id, view.lease, paying, buyer, self.now().await?)))
	}

	/// All open leases, in the order of their numbers. How long they last is told as far as it is
	/// settled.
	pub async fn leases(&self) -> Result<Vec<Lease>> {
		let streams = self.entries(chain::storage().billing().streams(), ()).await?;
		let streams = streams.into_iter().map(|((_, Static(id)), stream)| (id, stream)).collect();
		self.read_leases(streams).await
	}

	/// The open leases of one owner, likewise.
	pub async fn leases_of(&self, owner: AccountId) -> Result<Vec<Lease>> {
		let accounts = self.entries(chain::storage().billing().accounts(), ()).await?;
		let own = accounts
			.into_iter()
			.filter(|(_, account)| account.owner == owner && account.streams > 0);
		let mut streams = Vec::new();
		for ((tab,), _) in own {
			let of_tab = self.entries(chain::storage().billing().streams(), (tab,)).await?;
			streams.extend(of_tab.into_iter().map(|((_, Static(id)), stream)| (id, stream)));
		}
		self.read_leases(streams).await
	}

	/// Those of some streams that pay for leases, as these.
	async fn read_leases(&self, streams: Vec<(StreamId, RawStream)>) -> Result<Vec<Lease>> {
		let now = self.now().await?;
		let paying = streams.iter().filter(|(_, stream)| memo(stream).is_some());
		let tabs: BTreeSet<TabId> = paying.map(|(id, _)| id.tab()).collect();
		let buyers: HashMap<TabId, (AccountId, Asset)> = futures::stream::iter(tabs)
			.map(|tab| async move {
				let accounts = chain::storage().billing().accounts();
				let account = self.fetch(accounts, (Static(tab),)).await?;
				let lost = || Error::Incompatible(format!("there is no account {}", tab.0));
				let account = account.ok_or_else(lost)?;
				Ok::<_, Error>((tab, (account.owner, account.asset.0.into())))
			})
			.buffered(AT_ONCE)
			.try_collect()
			.await?;
		let read = |(id, stream): (StreamId, RawStream)| {
			let left = left(&stream, now);
			let state = StreamState::read(&stream);
			let paying = Paying {
				tab: id.tab(),
				rate: stream.rate.into(),
				cap: stream.cap,
				prepaid: stream.prepaid,
				started: (state != StreamState::Pending).then_some(stream.started.0),
				left,
				state,
			};
			let billing::Manager::Opener(lease) = stream.manager else { return None };
			let buyer = buyers.get(&id.tab()).copied()?;
			Some(Lease::read(id.into(), lease, paying, buyer, now))
		};
		let mut leases: Vec<_> = streams.into_iter().filter_map(read).collect();
		leases.sort_by_key(|lease| lease.id);
		Ok(leases)
	}

	/// A lease, if it is open and its provider has not begun it.
	pub async fn unbegun_lease(&self, id: LeaseId) -> Result<Option<Unbegun>> {
		let (id, streams) = (StreamId::from(id), chain::storage().billing().streams());
		let stream = self.fetch(streams, (Static(id.tab()), Static(id))).await?;
		Ok(stream.and_then(|stream| unbegun(id, &stream)))
	}

	/// The leases that one provider has not begun. Reads all leases there are.
	pub async fn unbegun_leases(&self, provider: AccountId) -> Result<Vec<Unbegun>> {
		let streams = self.entries(chain::storage().billing().streams(), ()).await?;
		let streams = streams.iter().filter_map(|((_, Static(id)), it)| unbegun(*id, it));
		Ok(streams.filter(|lease| lease.provider == provider).collect())
	}

	/// The leases that were opened in this block, with their providers. Of those that were transferred
	/// the block does not tell whose they are.
	pub async fn opened_leases(&self) -> Result<Vec<(LeaseId, Option<AccountId>)>> {
		use chain::marketplace::events::{LeaseOpened, LeaseTransferred};
		let events = self.events().await?;
		let mut leases = Vec::new();
		for event in events.find::<LeaseOpened>() {
			let event = event.map_err(unread)?;
			leases.push((event.lease.0, Some(event.provider)));
		}
		for event in events.find::<LeaseTransferred>() {
			leases.push((event.map_err(unread)?.new.0, None));
		}
		Ok(leases)
	}
}

/// An event that does not read.
pub(super) fn unread(error: subxt::error::EventsError) -> Error {
	Error::Incompatible(error.to_string())
}

impl Client {
	/// Opens leases on the best offers there are, all or none.
	pub async fn open_leases(
		&self,
		signer: &Signer,
		tab: TabId,
		order: &Order,
		count: u8,
		spread: Spread,
	) -> Result<Vec<Opened>> {
		let (order, spread) = (order.write()?, spread.into());
		let call = chain::tx().marketplace().open_leases(Static(tab), order, count, spread);
		let included = self.submit(signer, &call).await?;
		let opened = included.all::<chain::marketplace::events::LeaseOpened>()?.into_iter();
		Ok(opened
			.map(|event| Opened {
				lease: event.lease.0,
				provider: event.provider,
				offer: event.offer.into(),
				rate: event.rate.into(),
				terms: event.kind.into(),
				usable_from: event.usable_from.map(|at| at.0),
			})
			.collect())
	}

	/// Says that what was leased can be used: from now on it is billed. For the provider or its
	/// agent.
	pub async fn start_lease(&self, signer: &Signer, lease: LeaseId) -> Result<Included> {
		self.submit(signer, &chain::tx().marketplace().start_lease(Static(lease))).await
	}

	/// Ends a lease and says why. Returns what it came to.
	pub async fn close_lease(
		&self,
		signer: &Signer,
		lease: LeaseId,
		reason: CloseReason,
	) -> Result<Closed> {
		let call = chain::tx().marketplace().close_lease(Static(lease), Static(reason));
		let included = self.submit(signer, &call).await?;
		closed(&included)
	}

	/// Changes what a lease reserves, as long as it then costs no more than `max_rate` per second.
	/// Returns what it costs.
	pub async fn resize_lease(
		&self,
		signer: &Signer,
		lease: LeaseId,
		needs: Resources,
		max_rate: Rate,
	) -> Result<Rate> {
		let call =
			chain::tx().marketplace().resize_lease(Static(lease), Static(needs), max_rate.into());
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::marketplace::events::LeaseResized>()?.rate.into())
	}

	/// Lets a lease last longer by so many seconds, as long as it then costs no more than
	/// `max_rate` per second. Returns how many more can be billed now, and what it costs.
	pub async fn extend_lease(
		&self,
		signer: &Signer,
		lease: LeaseId,
		seconds: Seconds,
		max_rate: Rate,
	) -> Result<(Seconds, Rate)> {
		let call = chain::tx().marketplace().extend_lease(Static(lease), seconds, max_rate.into());
		let included = self.submit(signer, &call).await?;
		let extended = included.event::<chain::marketplace::events::LeaseExtended>()?;
		Ok((extended.left, extended.rate.into()))
	}

	/// Proposes another rate for a lease, or agrees to the one that the other side has proposed.
	pub async fn set_lease_rate(
		&self,
		signer: &Signer,
		lease: LeaseId,
		rate: Rate,
	) -> Result<RateAgreement> {
		let call = chain::tx().marketplace().set_lease_rate(Static(lease), rate.into());
		let included = self.submit(signer, &call).await?;
		Ok(match included.find::<chain::marketplace::events::LeaseRateSet>()? {
			Some(set) => RateAgreement::Agreed { old: set.old.into() },
			None => RateAgreement::Proposed,
		})
	}

	/// Offers a lease to somebody else, or to nobody any more.
	pub async fn offer_lease(
		&self,
		signer: &Signer,
		lease: LeaseId,
		to: Option<AccountId>,
	) -> Result<Included> {
		self.submit(signer, &chain::tx().marketplace().offer_lease(Static(lease), to)).await
	}

	/// Takes a lease over that was offered to the signer, for an account of its own, as long as all
	/// that is left of it costs no more than `max_cost`. Returns its new number.
	pub async fn accept_lease(
		&self,
		signer: &Signer,
		lease: LeaseId,
		tab: TabId,
		max_cost: Balance,
	) -> Result<LeaseId> {
		let call = chain::tx().marketplace().accept_lease(Static(lease), Static(tab), max_cost);
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::marketplace::events::LeaseTransferred>()?.new.0)
	}
}

fn closed(included: &Included) -> Result<Closed> {
	let event = included.event::<chain::marketplace::events::LeaseClosed>()?;
	let (Static(lease), Static(reason), Static(bill)) = (event.lease, event.reason, event.bill);
	Ok(Closed { lease, reason, bill: bill.into() })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_lease_ends_when_its_time_is_over_or_the_room_is_wanted() {
		let (now, started) = (Timestamp(100), Some(Timestamp(50)));
		assert_eq!(ends(now, started, 60, None), Some(Timestamp(160)));
		assert_eq!(ends(now, started, 60, Some(Timestamp(130))), Some(Timestamp(130)));
		assert_eq!(ends(now, started, 10, Some(Timestamp(130))), Some(Timestamp(110)));
		assert_eq!(ends(now, None, 60, None), None);
		assert_eq!(ends(now, None, 60, Some(Timestamp(130))), Some(Timestamp(130)));
	}

	#[test]
	fn the_terms_of_a_lease_are_flat_in_what_programs_read() {
		let json = |terms: LeaseTerms| serde_json::to_value(terms).unwrap().to_string();
		assert_eq!(json(LeaseTerms::OnDemand), r#"{"kind":"on_demand"}"#);
		assert_eq!(json(LeaseTerms::Spot { notice: 30 }), r#"{"kind":"spot","notice":30}"#);
		let half = Share(500_000_000);
		let reserved = LeaseTerms::Reserved { forfeit: half };
		assert_eq!(json(reserved), r#"{"forfeit":0.5,"kind":"reserved"}"#);
		assert_eq!(reserved.kind(), LeaseKind::Reserved);
	}

	#[test]
	fn a_closed_lease_says_why_and_what_it_came_to() {
		let bill = Bill { seconds: 5, downtime: 0, amount: 50, forfeit: 20, credited: 0 };
		let closed = Closed { lease: LeaseId(7), reason: CloseReason::ProviderLeft, bill };
		let json = serde_json::to_value(closed).unwrap();
		assert_eq!((&json["lease"], &json["reason"]), (&7.into(), &"provider_left".into()));
		assert_eq!((&json["amount"], &json["forfeit"]), (&"50".into(), &"20".into()));
	}
}
