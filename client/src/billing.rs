//! Prepaid accounts and what flows from them.

use crate::{
	chain::{self, runtime_types::pallet_tradewind_billing::types},
	connection::{Client, State},
	json,
	market::Payee,
	tx::Included,
	AccountId, Asset, Balance, Rate, Result, Seconds, Signer, StreamId, TabId, Timestamp,
};
use serde::Serialize;
use subxt::utils::Static;

/// A prepaid account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tab {
	/// Its number.
	pub id: TabId,
	/// Who may draw on it.
	pub owner: AccountId,
	/// What it is kept in.
	pub asset: Asset,
	/// All money in it.
	#[serde(serialize_with = "json::amount")]
	pub funds: Balance,
	/// The part that comes back only when the account is closed.
	#[serde(serialize_with = "json::amount")]
	pub deposit: Balance,
	/// The part that open streams may still pay out.
	#[serde(serialize_with = "json::amount")]
	pub reserved: Balance,
	/// What may be withdrawn or reserved.
	#[serde(serialize_with = "json::amount")]
	pub available: Balance,
	/// How many streams draw on it.
	pub streams: u32,
}

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
	/// Who is paid.
	pub payees: Vec<Payee>,
	/// Whose downtime stops it.
	pub meter: Option<AccountId>,
	/// When it began to flow.
	pub started: Option<Timestamp>,
	/// Up to when it is settled.
	pub settled_until: Timestamp,
	/// The reading of the meter up to which downtime has been deducted.
	pub meter_at: Seconds,
	/// Seconds billed so far.
	pub billed_seconds: Seconds,
	/// Seconds deducted so far.
	pub downtime: Seconds,
	/// What has been paid so far.
	#[serde(serialize_with = "json::amount")]
	pub paid: Balance,
}

/// What a stream would come to if it closed at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StreamTotal {
	/// Seconds billed: `amount` is exactly `rate x seconds`.
	pub seconds: Seconds,
	/// Seconds deducted.
	pub downtime: Seconds,
	/// What is due in all.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
}

impl Tab {
	fn read(id: TabId, account: types::Account<AccountId>) -> Self {
		let available =
			account.funds.saturating_sub(account.reserved).saturating_sub(account.deposit);
		Self {
			id,
			owner: account.owner,
			asset: account.asset.0.into(),
			funds: account.funds,
			deposit: account.deposit,
			reserved: account.reserved,
			available,
			streams: account.streams,
		}
	}
}

impl Stream {
	fn read(id: StreamId, stream: types::Stream<AccountId>) -> Self {
		Self {
			id,
			tab: stream.tab.0,
			rate: stream.rate.0,
			cap: stream.cap,
			payees: stream.payees.0.into_iter().map(Into::into).collect(),
			meter: stream.meter,
			started: stream.started.map(|at| at.0),
			settled_until: stream.settled_until.0,
			meter_at: stream.meter_at,
			billed_seconds: stream.billed_seconds,
			downtime: stream.downtime,
			paid: stream.paid,
		}
	}

	/// What the stream comes to at `now`, when its meter reads `meter`. The chain reckons by the
	/// same rule: whole seconds, downtime deducted, never more than the cap.
	pub fn total(&self, now: Timestamp, meter: Option<Seconds>) -> StreamTotal {
		let (mut seconds, mut downtime) = (self.billed_seconds, self.downtime);
		if self.started.is_some() {
			let elapsed = now.since(self.settled_until);
			let down = meter.map_or(0, |meter| meter.saturating_sub(self.meter_at)).min(elapsed);
			seconds = seconds.saturating_add(elapsed.saturating_sub(down));
			downtime = downtime.saturating_add(down);
		}
		if let Some(most) = self.cap.checked_div(self.rate.0) {
			seconds = seconds.min(Seconds::try_from(most).unwrap_or(Seconds::MAX));
		}
		let amount = self.rate.amount(seconds).unwrap_or(self.cap);
		StreamTotal { seconds, downtime, amount }
	}
}

impl State {
	/// A prepaid account.
	pub async fn tab(&self, id: TabId) -> Result<Option<Tab>> {
		let entry = self.fetch(chain::storage().billing().accounts(), (Static(id),)).await?;
		Ok(entry.map(|account| Tab::read(id, account)))
	}

	/// All prepaid accounts, in the order of their numbers; of one owner if wanted.
	pub async fn tabs(&self, owner: Option<AccountId>) -> Result<Vec<Tab>> {
		let entries = self.entries(chain::storage().billing().accounts(), ()).await?;
		let mut tabs: Vec<_> = entries
			.into_iter()
			.filter(|(_, account)| owner.is_none_or(|owner| account.owner == owner))
			.map(|((Static(id),), account)| Tab::read(id, account))
			.collect();
		tabs.sort_by_key(|tab| tab.id);
		Ok(tabs)
	}

	/// An open stream.
	pub async fn stream(&self, id: StreamId) -> Result<Option<Stream>> {
		let entry = self.fetch(chain::storage().billing().streams(), (Static(id),)).await?;
		Ok(entry.map(|stream| Stream::read(id, stream)))
	}

	/// What an open stream would come to if it closed at this block.
	pub async fn stream_total(&self, stream: &Stream) -> Result<StreamTotal> {
		let now = self.now().await?;
		let meter = match stream.meter {
			Some(provider) => self.uptime(provider).await?.map(|uptime| uptime.downtime(now)),
			None => None,
		};
		Ok(stream.total(now, meter))
	}

	/// What waits for `payee` to be claimed, by asset.
	pub async fn owed(&self, payee: AccountId) -> Result<Vec<(Asset, Balance)>> {
		let entries = self.entries(chain::storage().billing().owed(), (payee,)).await?;
		Ok(entries.into_iter().map(|((_, Static(asset)), amount)| (asset.into(), amount)).collect())
	}

	/// The native balance of an account that is free to be spent.
	pub async fn free_balance(&self, account: AccountId) -> Result<Balance> {
		let entry = self.fetch(chain::storage().system().account(), (account,)).await?;
		Ok(entry.map_or(0, |info| info.data.free.saturating_sub(info.data.frozen)))
	}
}

impl Client {
	/// Opens a prepaid account of the signer. Returns its number.
	pub async fn open_account(
		&self,
		signer: &Signer,
		asset: Asset,
		amount: Balance,
	) -> Result<TabId> {
		let call = chain::tx().billing().open_account(Static(asset.into()), amount);
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::billing::events::AccountOpened>()?.tab.0)
	}

	/// Adds money to an account; anybody may.
	pub async fn top_up(&self, signer: &Signer, tab: TabId, amount: Balance) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().top_up(Static(tab), amount)).await
	}

	/// Takes money out of an account of the signer.
	pub async fn withdraw(&self, signer: &Signer, tab: TabId, amount: Balance) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().withdraw(Static(tab), amount)).await
	}

	/// Closes an account of the signer. Returns what came back.
	pub async fn close_account(&self, signer: &Signer, tab: TabId) -> Result<Balance> {
		let included =
			self.submit(signer, &chain::tx().billing().close_account(Static(tab))).await?;
		Ok(included.event::<chain::billing::events::AccountClosed>()?.amount)
	}

	/// Pays out what a stream owes up to now; anybody may.
	pub async fn settle(&self, signer: &Signer, stream: StreamId) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().settle(Static(stream))).await
	}

	/// Delivers what is owed to `payee`; anybody may. Returns how much it was.
	pub async fn claim(&self, signer: &Signer, payee: AccountId, asset: Asset) -> Result<Balance> {
		let call = chain::tx().billing().claim(payee, Static(asset.into()));
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::billing::events::Claimed>()?.amount)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn stream() -> Stream {
		Stream {
			id: StreamId(0),
			tab: TabId(0),
			rate: Rate(10),
			cap: 1_000,
			payees: Vec::new(),
			meter: Some(AccountId([1; 32])),
			started: Some(Timestamp(100)),
			settled_until: Timestamp(120),
			meter_at: 5,
			billed_seconds: 18,
			downtime: 2,
			paid: 180,
		}
	}

	#[test]
	fn downtime_since_the_last_settlement_is_deducted() {
		let total = stream().total(Timestamp(150), Some(9));
		assert_eq!(total, StreamTotal { seconds: 44, downtime: 6, amount: 440 });
	}

	#[test]
	fn a_stream_that_does_not_flow_comes_to_nothing() {
		let mut stream = stream();
		stream.started = None;
		stream.billed_seconds = 0;
		stream.downtime = 0;
		assert_eq!(stream.total(Timestamp(9_999), Some(9)), StreamTotal::default());
	}

	#[test]
	fn the_cap_is_never_exceeded() {
		let total = stream().total(Timestamp(100_000), Some(5));
		assert_eq!((total.seconds, total.amount), (100, 1_000));
		let free = Stream { rate: Rate(0), cap: 0, ..stream() };
		assert_eq!(free.total(Timestamp(130), Some(5)).amount, 0);
	}
}
