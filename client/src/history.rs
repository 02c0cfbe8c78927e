//! What moved when: the finalized blocks of a period, read for statements.
//!
//! Everything comes from the node: the events of the blocks, which name every movement, and the
//! state before and after, which says what the movements were for and whether they add up.

mod ledger;

use crate::{
	billing::Stream,
	chain,
	connection::{Client, State},
	error::{Error, Result},
	statement::{self, Books, Funds, Line, Movement, Payment, Source, Total, What},
	AccountId, Asset, LeaseId, Seconds, TabId, TaskId, Timestamp, H256,
};
use futures::{StreamExt, TryStreamExt};
use ledger::Ledger;
use serde::Serialize;
use subxt::utils::Static;

/// The most blocks that one statement reads: 31 days of them.
pub const MAX_BLOCKS: u64 = 31 * 24 * 60 * 20;

/// How far a statement goes back when nothing is said.
const DEFAULT_PERIOD: Seconds = 31 * 24 * 60 * 60;

/// How many blocks are decoded by the same metadata when it is the same at both ends.
const CHUNK: u64 = 512;

/// How many of the oldest blocks that a node remembers are left out of a period that nobody chose.
const MARGIN: u64 = 16;

/// How many blocks are asked for at the same time.
const AT_ONCE: usize = 16;

/// Where the events of a block lie in its state: `System::Events`.
const EVENTS: [u8; 32] = [
	0x26, 0xaa, 0x39, 0x4e, 0xea, 0x56, 0x30, 0xe0, 0x7c, 0x48, 0xae, 0x0c, 0x95, 0x58, 0xce, 0xf7,
	0x80, 0xd4, 0x1e, 0x5e, 0x16, 0x05, 0x67, 0x65, 0xbc, 0x84, 0x61, 0x85, 0x10, 0x72, 0xc9, 0xd7,
];

/// Where the time of a block lies in its state: `Timestamp::Now`.
const NOW: [u8; 32] = [
	0xf0, 0xc3, 0x65, 0xc3, 0xcf, 0x59, 0xd6, 0x71, 0xeb, 0x72, 0xda, 0x0e, 0x7a, 0x41, 0x13, 0xc4,
	0x9f, 0x1f, 0x05, 0x15, 0xf4, 0x62, 0xcd, 0xcf, 0x84, 0xe0, 0xf1, 0xd6, 0x04, 0x5d, 0xfc, 0xbb,
];

/// The finalized blocks of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
	/// The time of the first block, or from when on there is none.
	pub from: Timestamp,
	/// The time of the last block.
	pub until: Timestamp,
	/// The first block.
	pub first_block: u64,
	/// The last block; before the first if there is none.
	pub last_block: u64,
}

/// What a statement is about: all that is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scope {
	/// What one account paid.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub account: Option<TabId>,
	/// What one task cost.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub task: Option<TaskId>,
	/// What one lease cost.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub lease: Option<LeaseId>,
	/// What one payee received.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub payee: Option<AccountId>,
}

/// What was paid in a period.
#[derive(Clone, Debug, Serialize)]
pub struct Statement {
	/// What it is about.
	#[serde(flatten)]
	pub scope: Scope,
	/// The period.
	pub period: Period,
	/// What the account is kept in, when it is about one.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub asset: Option<Asset>,
	/// What was paid and credited, line by line.
	pub lines: Vec<Line>,
	/// The sums of the lines, one for each asset.
	pub totals: Vec<Total>,
	/// What had accrued by the end of the period and was not paid yet; no part of the sums.
	pub unsettled: Vec<Line>,
	/// How the funds changed, when the statement is about an account and nothing narrower.
	pub books: Option<Books>,
}

impl Period {
	/// How many blocks it has.
	pub fn blocks(&self) -> u64 {
		(self.last_block.saturating_add(1)).saturating_sub(self.first_block)
	}
}

impl Scope {
	/// Whether it is about all that one account did.
	fn is_account(&self) -> bool {
		self.account.is_some() && (self.task, self.lease, self.payee) == (None, None, None)
	}

	fn has_tab(&self, tab: TabId) -> bool {
		self.account.is_none_or(|account| account == tab)
	}

	fn has_source(&self, source: &Source) -> bool {
		self.task.is_none_or(|task| source.task == Some(task))
			&& self.lease.is_none_or(|lease| source.lease == Some(lease))
	}

	fn has(&self, movement: &Movement) -> bool {
		let paid_to = |who: AccountId| self.payee.is_none_or(|payee| payee == who);
		self.has_tab(movement.tab)
			&& match &movement.what {
				What::Paid(payment) => {
					self.has_source(&payment.source)
						&& payment.parts.iter().any(|(who, _)| paid_to(*who))
				},
				What::Credited { breach: Some((source, provider)), .. } => {
					self.has_source(source) && paid_to(*provider)
				},
				_ => self.is_account(),
			}
	}
}

impl Client {
	/// The finalized blocks from `from` on and before `to`. Without `from` it goes back 31 days, or
	/// as far as the node remembers; a `from` before that is refused.
	pub async fn period(&self, from: Option<Timestamp>, to: Option<Timestamp>) -> Result<Period> {
		let mut last = self.block_number(Some(self.finalized_hash().await?)).await?;
		if let Some(to) = to {
			last = self.first_from(to, last, false).await?.saturating_sub(1);
		}
		let until = self.block_time(last).await?;
		let until = until.ok_or(Error::Forgotten { block: last.saturating_add(1) })?;
		let wanted = from.unwrap_or(Timestamp(until.0.saturating_sub(DEFAULT_PERIOD)));
		let mut first = self.first_from(wanted, last, true).await?;
		let before = match first.checked_sub(1) {
			Some(before) if before > 0 => self.block_time(before).await?,
			_ => None,
		};
		if before.is_some_and(|before| before >= wanted) {
			if from.is_some() {
				return Err(Error::Forgotten { block: first });
			}
			// While the blocks are read the node forgets more of them.
			first = first.saturating_add(MARGIN).min(last.saturating_add(1));
		}
		let begins = if first <= last { self.block_time(first).await? } else { None };
		let period =
			Period { from: begins.unwrap_or(wanted), until, first_block: first, last_block: last };
		if period.blocks() > MAX_BLOCKS {
			let blocks = period.blocks();
			let what = format!("the period has {blocks} blocks; ask for at most {MAX_BLOCKS}");
			return Err(Error::Unfit(what));
		}
		Ok(period)
	}

	/// What was paid in a period. `progress` hears how many of its blocks are read.
	pub async fn statement(
		&self,
		period: Period,
		scope: Scope,
		progress: impl FnMut(u64),
	) -> Result<Statement> {
		let statement = self.find_statement(period, scope, progress).await;
		statement.map_err(|error| match error {
			Error::Node(reason) if is_forgotten(&reason) => {
				Error::Forgotten { block: period.first_block }
			},
			error => error,
		})
	}

	async fn find_statement(
		&self,
		period: Period,
		scope: Scope,
		progress: impl FnMut(u64),
	) -> Result<Statement> {
		let movements = self.movements(period, scope, progress).await?;
		let lines = statement::lines(&movements, scope.payee);
		let after = self.state_at_number(period.last_block).await?;
		let unsettled = statement::lines(&after.unsettled(scope).await?, scope.payee);
		let (mut asset, mut books) = (None, None);
		if let Some(tab) = scope.account {
			let before = self.state_at_number(period.first_block.saturating_sub(1)).await?;
			let (before, after) = (before.funds(tab).await?, after.funds(tab).await?);
			let known = after.or(before).map(|(asset, _)| asset);
			asset = known.or_else(|| movements.first().map(|movement| movement.asset));
			if asset.is_none() {
				return Err(Error::NotFound(format!("account {} in that period", tab.0)));
			}
			if scope.is_account() {
				let funds = |found: Option<(Asset, Funds)>| found.unwrap_or_default().1;
				books = Some(statement::books(funds(before), &movements, funds(after)));
			}
		}
		let totals = statement::totals(&lines);
		Ok(Statement { scope, period, asset, lines, totals, unsettled, books })
	}

	/// What moved in a period, in order.
	pub async fn movements(
		&self,
		period: Period,
		scope: Scope,
		mut progress: impl FnMut(u64),
	) -> Result<Vec<Movement>> {
		let mut ledger = Ledger::new(self, scope).await?;
		let mut first = period.first_block;
		while first <= period.last_block {
			let last = first.saturating_add(CHUNK - 1).min(period.last_block);
			let state = self.state_at_number(first).await?;
			let same = last == first
				|| self.state_at_number(last).await?.at.spec_version() == state.at.spec_version();
			let mut blocks = futures::stream::iter(first..=last)
				.map(|number| async move { Ok::<_, Error>((number, self.events(number).await?)) })
				.buffered(AT_ONCE);
			while let Some((number, bytes)) = blocks.try_next().await? {
				let seen = if same {
					ledger.read(&state, bytes)?
				} else {
					// The runtime changed somewhere in between.
					ledger.read(&self.state_at_number(number).await?, bytes)?
				};
				ledger.enter(number, seen).await?;
				progress(number.saturating_sub(period.first_block).saturating_add(1));
			}
			first = last.saturating_add(1);
		}
		ledger.movements.retain(|movement| scope.has(movement));
		Ok(ledger.movements)
	}

	/// The first block whose time is at least `at`, of those up to `last`; the one after `last` if
	/// there is none. With `opened` also the state before it has to be there, and blocks that the
	/// node has forgotten never count.
	async fn first_from(&self, at: Timestamp, last: u64, opened: bool) -> Result<u64> {
		let (mut low, mut high) = (1, last.saturating_add(1));
		while low < high {
			let middle = low + (high - low) / 2;
			let after = match self.block_time(middle).await? {
				Some(time) => time >= at,
				None => false,
			};
			let known = !opened || self.block_time(middle - 1).await?.is_some();
			if after && known {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		Ok(low)
	}

	/// The time of a block; `None` when the node does not keep its state any more.
	async fn block_time(&self, number: u64) -> Result<Option<Timestamp>> {
		let millis = match self.raw(number, &NOW).await {
			Ok(bytes) => bytes.and_then(|bytes| bytes.try_into().ok()).map(u64::from_le_bytes),
			Err(Error::Node(reason)) if is_forgotten(&reason) => return Ok(None),
			Err(error) => return Err(error),
		};
		Ok(Some(Timestamp(millis.unwrap_or_default() / 1000)))
	}

	/// The events of a block, as the node keeps them.
	async fn events(&self, number: u64) -> Result<Vec<u8>> {
		let bytes = self.raw(number, &EVENTS).await?;
		bytes.ok_or_else(|| Error::Node(format!("it has no events of block {number}")))
	}

	/// A value of a block's state, without asking the runtime which version it is.
	async fn raw(&self, number: u64, key: &[u8]) -> Result<Option<Vec<u8>>> {
		let hash: Option<H256> = self.block_hash(Some(number)).await?;
		let hash = hash.ok_or_else(|| Error::NotFound(format!("block {number} yet")))?;
		self.shared
			.methods
			.state_get_storage(key, Some(hash))
			.await
			.map_err(|error| Error::rpc(self.url(), &error))
	}
}

/// Whether a node says that it once had what was asked for.
fn is_forgotten(reason: &str) -> bool {
	reason.contains("discarded") || reason.contains("UnknownBlock")
}

impl State {
	/// What an account is kept in, and what its books say.
	async fn funds(&self, tab: TabId) -> Result<Option<(Asset, Funds)>> {
		let entry = self.fetch(chain::storage().billing().accounts(), (Static(tab),)).await?;
		Ok(entry.map(|account| {
			(account.asset.0.into(), Funds { funds: account.funds, fees: account.fees })
		}))
	}

	/// What open streams have come to and not paid yet.
	async fn unsettled(&self, scope: Scope) -> Result<Vec<Movement>> {
		let at = self.now().await?;
		let mut movements = Vec::new();
		for stream in self.streams(scope.account).await? {
			if stream.started.is_none() {
				continue;
			}
			let (settled, total) = (stream.settled(), self.stream_total(&stream).await?);
			let amount = total.amount.saturating_sub(settled.amount);
			if amount == 0 && total.seconds == settled.seconds {
				continue;
			}
			let (fee, parts) =
				statement::due(settled.amount, total.amount, stream.fee, &stream.payees);
			let payment = Payment {
				source: source(&stream),
				rate: stream.rate,
				seconds: total.seconds.saturating_sub(settled.seconds),
				downtime: total.downtime.saturating_sub(settled.downtime),
				amount,
				forfeit: 0,
				fee,
				parts,
			};
			let tab = stream.tab;
			let asset = self.asset_of(tab).await?.unwrap_or_default();
			movements.push(Movement { at, tab, asset, what: What::Paid(payment) });
		}
		movements.retain(|movement| scope.has(movement));
		Ok(movements)
	}

	async fn asset_of(&self, tab: TabId) -> Result<Option<Asset>> {
		Ok(self.funds(tab).await?.map(|(asset, _)| asset))
	}
}

/// What a stream pays for.
fn source(stream: &Stream) -> Source {
	Source { task: stream.task, lease: stream.lease(), stream: Some(stream.id), channel: None }
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Rate;

	const ALICE: AccountId = AccountId([1; 32]);
	const BOB: AccountId = AccountId([2; 32]);

	fn movement(what: What) -> Movement {
		Movement { at: Timestamp(1), tab: TabId(3), asset: Asset::Native, what }
	}

	fn source() -> Source {
		Source { task: Some(TaskId(7)), lease: Some(LeaseId(5)), ..Source::default() }
	}

	fn paid() -> Movement {
		movement(What::Paid(Payment {
			source: source(),
			rate: Rate(1),
			seconds: 1,
			downtime: 0,
			amount: 1,
			forfeit: 0,
			fee: 0,
			parts: vec![(ALICE, 1)],
		}))
	}

	#[test]
	fn a_scope_has_what_it_names() {
		let all = Scope::default();
		let of = |scope: Scope| (scope.has(&paid()), scope.has(&movement(What::PaidIn(1))));
		assert_eq!(of(Scope { account: Some(TabId(3)), ..all }), (true, true));
		assert_eq!(of(Scope { account: Some(TabId(4)), ..all }), (false, false));
		assert_eq!(of(Scope { lease: Some(LeaseId(5)), ..all }), (true, false));
		assert_eq!(of(Scope { lease: Some(LeaseId(6)), ..all }), (false, false));
		assert_eq!(of(Scope { task: Some(TaskId(7)), ..all }), (true, false));
		assert_eq!(of(Scope { task: Some(TaskId(8)), ..all }), (false, false));
		assert_eq!(of(Scope { payee: Some(ALICE), ..all }), (true, false));
		assert_eq!(of(Scope { payee: Some(BOB), ..all }), (false, false));
		let both = Scope { account: Some(TabId(3)), payee: Some(ALICE), ..all };
		assert_eq!(of(both), (true, false));
	}

	#[test]
	fn a_credit_belongs_to_its_lease_and_to_who_paid_it() {
		let credit = |breach| movement(What::Credited { amount: 1, breach });
		let known = credit(Some((source(), BOB)));
		assert!(Scope { lease: Some(LeaseId(5)), ..Scope::default() }.has(&known));
		assert!(Scope { payee: Some(BOB), ..Scope::default() }.has(&known));
		assert!(!Scope { payee: Some(ALICE), ..Scope::default() }.has(&known));
		assert!(Scope { account: Some(TabId(3)), ..Scope::default() }.has(&credit(None)));
		assert!(!Scope { payee: Some(BOB), ..Scope::default() }.has(&credit(None)));
	}

	#[test]
	fn an_empty_period_has_no_blocks() {
		let (from, until) = (Timestamp(0), Timestamp(0));
		let period = |first_block, last_block| Period { from, until, first_block, last_block };
		assert_eq!(period(5, 4).blocks(), 0);
		assert_eq!(period(5, 5).blocks(), 1);
		assert_eq!(period(1, 100).blocks(), 100);
	}

	#[test]
	fn events_and_time_lie_where_the_metadata_says() {
		let at = crate::tx::tests::offline();
		let events = at.storage().entry(chain::storage().system().events()).unwrap();
		assert_eq!(events.key_prefix(), EVENTS);
		let now = at.storage().entry(chain::storage().timestamp().now()).unwrap();
		assert_eq!(now.key_prefix(), NOW);
	}

	#[test]
	fn a_node_that_forgot_is_told_from_one_that_fails() {
		assert!(is_forgotten("Client error: UnknownBlock: State already discarded for 0x00"));
		assert!(!is_forgotten("Client error: Execution failed"));
	}
}
