//! Streams: rates that flow from an account to its payees.

use crate::{
	chain::{self, runtime_types::pallet_tradewind_billing::types},
	connection::{Client, State},
	convert::Share,
	error::{Error, Result},
	json,
	market::{memo, Payee, RawStream},
	tx::Included,
	AccountId, Balance, LeaseId, Rate, Seconds, Signer, StreamId, TabId, TaskId, Timestamp,
};
use serde::Serialize;
use subxt::utils::Static;

/// The most streams that one call may settle.
pub const MAX_BATCH: usize = 256;

/// A rate that flows from an account to its payees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stream {
	/// Its number.
	pub id: StreamId,
	/// The account that pays.
	pub tab: TabId,
	/// What flows per second.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// The most that may ever flow.
	#[serde(serialize_with = "json::amount")]
	pub cap: Balance,
	/// Whether the cap is set aside, so that the stream cannot run out of money.
	pub prepaid: bool,
	/// Who is paid.
	pub payees: Vec<Payee>,
	/// Whose downtime stops it.
	pub meter: Option<AccountId>,
	/// The part of what flows that is the fee of the chain.
	pub fee: Share,
	/// What it pays for: the number of a lease. `None` for a stream that its two sides manage by
	/// themselves.
	pub reference: Option<u64>,
	/// The task that the lease is for.
	pub task: Option<TaskId>,
	/// When it ends by itself.
	pub ends: Option<Timestamp>,
	/// Whether it flows.
	#[serde(flatten)]
	pub state: StreamState,
	/// When it began to flow.
	pub started: Option<Timestamp>,
	/// Up to when it is settled.
	pub settled_until: Timestamp,
	/// Seconds billed so far.
	pub billed_seconds: Seconds,
	/// Seconds deducted so far.
	pub downtime: Seconds,
	/// Seconds that a running stream has taken from its account and not billed.
	pub slack: Seconds,
	/// Seconds for which it stood still for want of money, the present halt excepted.
	pub idle: Seconds,
	/// What the billed seconds come to.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
}

/// Whether a stream flows, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum StreamState {
	/// It was not started yet.
	Pending,
	/// It flows.
	Flowing,
	/// Its account ran out of money.
	Halted {
		/// When.
		since: Timestamp,
	},
	/// Its cap is used up or its end has come; it only waits to be closed.
	Spent,
	/// One side stopped it, and that side alone may let it flow again.
	Paused {
		/// Which one.
		by: Side,
		/// When.
		since: Timestamp,
	},
}

/// The two sides of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
	/// Who manages the account.
	Payer,
	/// The first payee.
	Payee,
}

/// What a stream has come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StreamTotal {
	/// Seconds billed: `amount` is exactly `rate x seconds`, unless the rate was changed.
	pub seconds: Seconds,
	/// Seconds deducted.
	pub downtime: Seconds,
	/// What is due for them in all, the fee included.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
	/// What was paid besides, for a term that the payer did not keep.
	#[serde(serialize_with = "json::amount")]
	pub forfeit: Balance,
}

impl From<tradewind_primitives::StreamBill> for StreamTotal {
	fn from(bill: tradewind_primitives::StreamBill) -> Self {
		let tradewind_primitives::StreamBill { seconds, downtime, amount, forfeit } = bill;
		Self { seconds, downtime, amount, forfeit }
	}
}

/// What a stream is opened with by its payer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStream {
	/// The account that pays.
	pub tab: TabId,
	/// What flows per second.
	pub rate: Rate,
	/// Who is paid; the shares add up to one.
	pub payees: Vec<Payee>,
	/// The most that may ever flow; `None` for as much as there is.
	pub cap: Option<Balance>,
	/// Whether the cap is set aside at once.
	pub prepaid: bool,
	/// When it ends by itself.
	pub ends: Option<Timestamp>,
}

/// What became of a wish for another rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateChange {
	/// It takes effect once the other side asks for the same.
	Proposed,
	/// The other side had asked for it; it is in effect.
	Changed {
		/// The rate before.
		old: Rate,
	},
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SettledMany {
	/// How many streams are settled.
	pub settled: u32,
	/// How many are unknown or do not flow.
	pub skipped: u32,
}

impl Stream {
	/// A record of the chain.
	pub(crate) fn read(id: StreamId, stream: RawStream) -> Self {
		let lease = memo(&stream);
		let reference = lease.map(|_| id.0);
		let task = lease.and_then(|lease| lease.reference).map(TaskId);
		let ends = match &stream.manager {
			types::Manager::Opener(_) => None,
			types::Manager::Parties { ends, .. } => ends.as_ref().map(|at| at.0),
		};
		let state = StreamState::read(&stream);
		Self {
			id,
			tab: id.tab(),
			rate: stream.rate.into(),
			cap: stream.cap,
			prepaid: stream.prepaid,
			payees: stream.payees.0.into_iter().map(Into::into).collect(),
			meter: stream.meter,
			fee: stream.fee.into(),
			reference,
			task,
			ends,
			state,
			started: (state != StreamState::Pending).then_some(stream.started.0),
			settled_until: stream.settled_until.0,
			billed_seconds: stream.billed_seconds,
			downtime: stream.downtime,
			slack: stream.slack,
			idle: stream.idle,
			amount: stream.amount,
		}
	}

	/// What it has come to as far as it is settled.
	pub fn settled(&self) -> StreamTotal {
		let (seconds, downtime, amount) = (self.billed_seconds, self.downtime, self.amount);
		StreamTotal { seconds, downtime, amount, forfeit: 0 }
	}

	/// The lease that it pays for.
	pub fn lease(&self) -> Option<LeaseId> {
		self.reference.map(LeaseId)
	}
}

impl StreamState {
	/// Whether a stream flows, as its record has it.
	pub(crate) fn read(stream: &RawStream) -> Self {
		match &stream.state {
			types::StreamState::Pending => Self::Pending,
			types::StreamState::Flowing => Self::Flowing,
			types::StreamState::Halted => Self::Halted { since: stream.settled_until.0 },
			types::StreamState::Spent => Self::Spent,
			types::StreamState::Paused { by, since } => {
				Self::Paused { by: by.into(), since: since.0 }
			},
		}
	}

	/// One word for it, as in JSON.
	pub fn name(self) -> &'static str {
		match self {
			Self::Pending => "pending",
			Self::Flowing => "flowing",
			Self::Halted { .. } => "halted",
			Self::Spent => "spent",
			Self::Paused { .. } => "paused",
		}
	}
}

impl Side {
	/// One word for it, as in JSON.
	pub fn name(self) -> &'static str {
		match self {
			Self::Payer => "payer",
			Self::Payee => "payee",
		}
	}
}

impl From<&types::Side> for Side {
	fn from(side: &types::Side) -> Self {
		match side {
			types::Side::Payer => Self::Payer,
			types::Side::Payee => Self::Payee,
		}
	}
}

impl State {
	/// An open stream.
	pub async fn stream(&self, id: StreamId) -> Result<Option<Stream>> {
		let streams = chain::storage().billing().streams();
		let entry = self.fetch(streams, (Static(id.tab()), Static(id))).await?;
		Ok(entry.map(|stream| Stream::read(id, stream)))
	}

	/// All open streams, in the order of their numbers; of one account if wanted.
	pub async fn streams(&self, tab: Option<TabId>) -> Result<Vec<Stream>> {
		let streams = chain::storage().billing().streams();
		let entries = match tab {
			Some(tab) => self.entries(streams, (Static(tab),)).await?,
			None => self.entries(streams, ()).await?,
		};
		let mut streams: Vec<_> =
			entries.into_iter().map(|((_, Static(id)), stream)| Stream::read(id, stream)).collect();
		streams.sort_by_key(|stream| stream.id);
		Ok(streams)
	}

	/// Whether a stream flows at this block. When its account is empty it does not, even if the
	/// chain has not come round to marking it.
	pub async fn stream_state(&self, id: StreamId) -> Result<Option<StreamState>> {
		match self.stream(id).await? {
			Some(stream) => self.state_of(&stream).await.map(Some),
			None => Ok(None),
		}
	}

	/// Whether the stream that pays for a lease flows at this block.
	pub async fn lease_stream_state(&self, lease: LeaseId) -> Result<Option<StreamState>> {
		self.stream_state(lease.into()).await
	}

	async fn state_of(&self, stream: &Stream) -> Result<StreamState> {
		if stream.prepaid || stream.state != StreamState::Flowing {
			return Ok(stream.state);
		}
		let Some(tab) = self.tab(stream.tab).await? else { return Ok(stream.state) };
		let ended = match tab.status.empty_since() {
			Some(since) => Some(since),
			// It flows in the record, and nothing flows: the money has ended just now.
			None if tab.committed_rate.0 == 0 && stream.rate.0 != 0 => Some(self.now().await?),
			None => None,
		};
		Ok(ended.map_or(StreamState::Flowing, |since| StreamState::Halted { since }))
	}

	/// What an open stream would come to if it closed at this block.
	pub async fn stream_total(&self, stream: &Stream) -> Result<StreamTotal> {
		let bill = self.view(chain::view_functions().billing().bill(Static(stream.id))).await?;
		Ok(bill.map_or_else(|| stream.settled(), |Static(bill)| bill.into()))
	}

	/// The rate that one side of a stream has proposed, if any.
	pub async fn rate_proposal(&self, stream: StreamId) -> Result<Option<(Side, Rate)>> {
		let entry = self.fetch(chain::storage().billing().proposals(), (Static(stream),)).await?;
		Ok(entry.map(|(side, rate)| (Side::from(&side), rate.into())))
	}
}

impl Client {
	/// Opens a stream that flows at once. Returns its number.
	pub async fn open_stream(&self, signer: &Signer, terms: &NewStream) -> Result<StreamId> {
		use chain::runtime_types::bounded_collections::bounded_vec::BoundedVec;
		let most = tradewind_primitives::MAX_PAYEES as usize;
		if terms.payees.len() > most {
			return Err(Error::Unfit(format!("a stream has at most {most} payees")));
		}
		let call = chain::tx().billing().open_stream(
			Static(terms.tab),
			terms.rate.into(),
			BoundedVec(terms.payees.iter().map(Into::into).collect()),
			terms.cap,
			terms.prepaid,
			terms.ends.map(Static),
		);
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::billing::events::StreamOpened>()?.stream.0)
	}

	/// Stops a stream for as long as the signer's side wants.
	pub async fn pause_stream(&self, signer: &Signer, stream: StreamId) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().pause_stream(Static(stream))).await
	}

	/// Lets a stream flow again that the signer's side had paused.
	pub async fn resume_stream(&self, signer: &Signer, stream: StreamId) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().resume_stream(Static(stream))).await
	}

	/// Asks for another rate, or agrees to the one that the other side has asked for.
	pub async fn set_rate(
		&self,
		signer: &Signer,
		stream: StreamId,
		rate: Rate,
	) -> Result<RateChange> {
		let call = chain::tx().billing().set_rate(Static(stream), rate.into());
		let included = self.submit(signer, &call).await?;
		Ok(match included.find::<chain::billing::events::RateChanged>()? {
			Some(changed) => RateChange::Changed { old: changed.old.into() },
			None => RateChange::Proposed,
		})
	}

	/// Settles a stream for the last time and ends it. Returns what it came to.
	pub async fn close_stream(&self, signer: &Signer, stream: StreamId) -> Result<StreamTotal> {
		let included =
			self.submit(signer, &chain::tx().billing().close_stream(Static(stream))).await?;
		let Static(bill) = included.event::<chain::billing::events::StreamClosed>()?.bill;
		Ok(bill.into())
	}

	/// Hands the signer's place among the payees of a stream to somebody else.
	pub async fn redirect(
		&self,
		signer: &Signer,
		stream: StreamId,
		to: AccountId,
	) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().redirect(Static(stream), to)).await
	}

	/// Gives an account back what a running stream has taken for seconds that were not billed;
	/// anybody may. Returns how much.
	pub async fn reclaim(&self, signer: &Signer, stream: StreamId) -> Result<Balance> {
		let included = self.submit(signer, &chain::tx().billing().reclaim(Static(stream))).await?;
		let reclaimed = included.find::<chain::billing::events::Reclaimed>()?;
		Ok(reclaimed.map_or(0, |reclaimed| reclaimed.amount))
	}

	/// Pays out what a stream owes up to now; anybody may.
	pub async fn settle(&self, signer: &Signer, stream: StreamId) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().settle(Static(stream))).await
	}

	/// Pays out what several streams owe up to now; anybody may.
	pub async fn settle_many(&self, signer: &Signer, streams: &[StreamId]) -> Result<SettledMany> {
		use chain::runtime_types::bounded_collections::bounded_vec::BoundedVec;
		if streams.len() > MAX_BATCH {
			return Err(Error::Unfit(format!("one call settles at most {MAX_BATCH} streams")));
		}
		let streams = streams.iter().map(|stream| Static(*stream)).collect();
		let call = chain::tx().billing().settle_many(BoundedVec(streams));
		let included = self.submit(signer, &call).await?;
		let event = included.event::<chain::billing::events::SettledMany>()?;
		Ok(SettledMany { settled: event.settled, skipped: event.skipped })
	}
}
