//! The events of blocks, entered as movements of money.

use super::{source, Scope};
use crate::{
	chain::{assets, balances, billing::events, sla},
	config::TradewindConfig,
	connection::{Client, State},
	error::{Error, Result},
	statement::{self, Movement, Payment, Source, What},
	AccountId, Asset, Balance, Rate, Seconds, StreamId, TabId, Timestamp,
};
use std::collections::HashMap;
use subxt::{
	events::{DecodeAsEvent, Event, Phase},
	utils::Static,
};

/// An event that has to do with money.
pub enum Seen {
	/// The pot paid somebody, or owes it.
	Left(AccountId, Balance),
	Opened(events::AccountOpened),
	ToppedUp(events::ToppedUp),
	Withdrawn(events::Withdrawn),
	Closed(events::AccountClosed),
	Claimed,
	FeesPaid(events::FeesPaid),
	Credited(events::Credited),
	Breach(sla::events::Credited),
	Settled(events::Settled),
	StreamClosed(events::StreamClosed),
	RateChanged(events::RateChanged),
	Adjusted(events::Adjusted),
	Redirected(events::Redirected),
	Redeemed(events::Redeemed),
}

/// A stream as far as the scan has come.
#[derive(Clone, Debug)]
struct Known {
	source: Source,
	rate: Rate,
	payees: Vec<AccountId>,
	billed: Seconds,
	downtime: Seconds,
}

/// The movements found so far, and what has to be remembered to understand the next.
pub struct Ledger<'a> {
	client: &'a Client,
	scope: Scope,
	pot: AccountId,
	assets: HashMap<TabId, Asset>,
	streams: HashMap<StreamId, Known>,
	/// What was found, in order.
	pub movements: Vec<Movement>,
}

impl<'a> Ledger<'a> {
	/// Nothing so far.
	pub async fn new(client: &'a Client, scope: Scope) -> Result<Self> {
		Ok(Self {
			client,
			scope,
			pot: client.state().await?.pot()?,
			assets: HashMap::new(),
			streams: HashMap::new(),
			movements: Vec::new(),
		})
	}

	/// The events of a block that have to do with money.
	pub fn read(&self, state: &State, bytes: Vec<u8>) -> Result<Vec<(Phase, Seen)>> {
		let mut found = Vec::new();
		for event in state.at.events().from_bytes(bytes).iter() {
			let event = event.map_err(|error| Error::Incompatible(error.to_string()))?;
			if let Some(seen) = self.sort(&event)? {
				found.push((event.phase(), seen));
			}
		}
		Ok(found)
	}

	fn sort(&self, event: &Event<'_, TradewindConfig>) -> Result<Option<Seen>> {
		let left =
			|from: AccountId, to, amount| (from == self.pot).then_some(Seen::Left(to, amount));
		Ok(match (event.pallet_name(), event.event_name()) {
			("Balances", "Transfer") => {
				let moved: balances::events::Transfer = decode(event)?;
				left(moved.from, moved.to, moved.amount)
			},
			("Assets", "Transferred") => {
				let moved: assets::events::Transferred = decode(event)?;
				left(moved.from, moved.to, moved.amount)
			},
			("Sla", "Credited") => Some(Seen::Breach(decode(event)?)),
			("Billing", name) => match name {
				"PayoutOwed" => {
					let owed: events::PayoutOwed = decode(event)?;
					Some(Seen::Left(owed.who, owed.amount))
				},
				"AccountOpened" => Some(Seen::Opened(decode(event)?)),
				"ToppedUp" => Some(Seen::ToppedUp(decode(event)?)),
				"Withdrawn" => Some(Seen::Withdrawn(decode(event)?)),
				"AccountClosed" => Some(Seen::Closed(decode(event)?)),
				"Claimed" => Some(Seen::Claimed),
				"FeesPaid" => Some(Seen::FeesPaid(decode(event)?)),
				"Credited" => Some(Seen::Credited(decode(event)?)),
				"Settled" => Some(Seen::Settled(decode(event)?)),
				"StreamClosed" => Some(Seen::StreamClosed(decode(event)?)),
				"RateChanged" => Some(Seen::RateChanged(decode(event)?)),
				"Adjusted" => Some(Seen::Adjusted(decode(event)?)),
				"Redirected" => Some(Seen::Redirected(decode(event)?)),
				"Redeemed" => Some(Seen::Redeemed(decode(event)?)),
				_ => None,
			},
			_ => None,
		})
	}

	/// Enters what a block saw. Whoever the pot pays is named before the event that says why.
	pub async fn enter(&mut self, block: u64, seen: Vec<(Phase, Seen)>) -> Result<()> {
		let concerns = |seen: &Seen| !matches!(seen, Seen::Left(..) | Seen::Claimed);
		if !seen.iter().any(|(_, seen)| concerns(seen)) {
			return Ok(());
		}
		let at = self.client.block_time(block).await?.unwrap_or_default();
		let mut entry = Entry { block, at, phase: None, left: Vec::new() };
		for (phase, seen) in seen {
			if entry.phase != Some(phase) {
				entry.phase = Some(phase);
				entry.left.clear();
			}
			self.enter_one(&mut entry, seen).await?;
		}
		Ok(())
	}

	async fn enter_one(&mut self, entry: &mut Entry, seen: Seen) -> Result<()> {
		match seen {
			Seen::Left(who, amount) => entry.left.push((who, amount)),
			Seen::Opened(event) => {
				let Static(tab) = event.tab;
				self.assets.insert(tab, event.asset.0.into());
				self.push(entry, tab, What::PaidIn(event.amount)).await?;
			},
			Seen::ToppedUp(event) => {
				self.push(entry, event.tab.0, What::PaidIn(event.amount)).await?;
			},
			Seen::Withdrawn(event) => {
				entry.left.pop();
				self.push(entry, event.tab.0, What::TakenOut(event.amount)).await?;
			},
			Seen::Closed(event) => {
				entry.left.pop();
				self.push(entry, event.tab.0, What::Closed(event.amount)).await?;
			},
			Seen::Claimed => {
				entry.left.pop();
			},
			Seen::FeesPaid(event) => {
				entry.left.pop();
				self.push(entry, event.tab.0, What::FeesPaid(event.amount)).await?;
			},
			Seen::Credited(event) => {
				let what = What::Credited { amount: event.amount, breach: None };
				self.push(entry, event.tab.0, what).await?;
			},
			Seen::Breach(event) => self.explain(event),
			Seen::Settled(event) => {
				let (Static(stream), Static(tab)) = (event.stream, event.tab);
				let stretch = (event.seconds, event.downtime);
				let sums = Sums { amount: event.amount, forfeit: 0, fee: event.fee };
				self.paid(entry, stream, tab, stretch, sums).await?;
			},
			Seen::StreamClosed(event) => {
				let (Static(stream), Static(tab)) = (event.stream, event.tab);
				let stretch = match self.learn(entry, stream, tab).await? {
					Some(known) => (
						event.bill.0.seconds.saturating_sub(known.billed),
						event.bill.0.downtime.saturating_sub(known.downtime),
					),
					None => (event.bill.0.seconds, event.bill.0.downtime),
				};
				let forfeit = event.bill.0.forfeit;
				let sums = Sums { amount: event.amount, forfeit, fee: event.fee };
				self.paid(entry, stream, tab, stretch, sums).await?;
			},
			Seen::RateChanged(event) => {
				self.rate_changed(entry, event.stream.0, event.new.into()).await?;
			},
			Seen::Adjusted(event) => {
				self.rate_changed(entry, event.stream.0, event.rate.into()).await?;
			},
			Seen::Redirected(event) => {
				if let Some(known) = self.recall(entry, event.stream.0).await? {
					let theirs = known.payees.iter_mut().filter(|payee| **payee == event.from);
					theirs.for_each(|payee| *payee = event.to);
				}
			},
			Seen::Redeemed(event) => {
				let received = event.amount.saturating_sub(event.fee);
				let payment = Payment {
					source: Source { channel: Some(event.channel.0), ..Source::default() },
					rate: Rate(0),
					seconds: 0,
					downtime: 0,
					amount: event.amount,
					forfeit: 0,
					fee: event.fee,
					parts: vec![(event.payee, received)],
				};
				let left = entry.left.drain(..).fold(0, |sum: Balance, (_, part)| sum + part);
				if left != received {
					return Err(unexplained(entry.block));
				}
				self.push(entry, event.tab.0, What::Paid(payment)).await?;
			},
		}
		Ok(())
	}

	/// Enters what a stream paid, out of what has just left the pot.
	async fn paid(
		&mut self,
		entry: &mut Entry,
		stream: StreamId,
		tab: TabId,
		(seconds, downtime): (Seconds, Seconds),
		sums: Sums,
	) -> Result<()> {
		let Sums { amount, forfeit, fee } = sums;
		let left = std::mem::take(&mut entry.left);
		if !self.scope.has_tab(tab) {
			return Ok(());
		}
		let Some(known) = self.learn(entry, stream, tab).await? else {
			// It was opened and closed in one block, and no second passed.
			return if amount == 0 { Ok(()) } else { Err(unexplained(entry.block)) };
		};
		known.billed = known.billed.saturating_add(seconds);
		known.downtime = known.downtime.saturating_add(downtime);
		let mut parts = Vec::new();
		for payee in &known.payees {
			statement::add_part(&mut parts, *payee, 0);
		}
		for (who, part) in left {
			statement::add_part(&mut parts, who, part);
		}
		let (source, rate) = (known.source, known.rate);
		let payment = Payment { source, rate, seconds, downtime, amount, forfeit, fee, parts };
		if !payment.adds_up() {
			return Err(unexplained(entry.block));
		}
		if (seconds, downtime, amount) != (0, 0, 0) {
			self.push(entry, tab, What::Paid(payment)).await?;
		}
		Ok(())
	}

	/// What was settled before was billed at the rate before.
	async fn rate_changed(&mut self, entry: &Entry, stream: StreamId, rate: Rate) -> Result<()> {
		if let Some(known) = self.recall(entry, stream).await? {
			known.rate = rate;
		}
		Ok(())
	}

	/// Says of the credit that was entered last what it was for.
	fn explain(&mut self, event: sla::events::Credited) {
		let (Static(tab), Static(lease)) = (event.tab, event.lease);
		let of_lease = self.streams.values().find(|known| known.source.lease == Some(lease));
		let source = of_lease
			.map_or(Source { lease: Some(lease), ..Source::default() }, |known| known.source);
		let entered = self.movements.iter_mut().rev().find(|movement| {
			let credit = What::Credited { amount: event.amount, breach: None };
			movement.tab == tab && movement.what == credit
		});
		if let Some(Movement { what: What::Credited { breach, .. }, .. }) = entered {
			*breach = Some((source, event.provider));
		}
	}

	async fn push(&mut self, entry: &Entry, tab: TabId, what: What) -> Result<()> {
		if !self.scope.has_tab(tab) {
			return Ok(());
		}
		let asset = match self.assets.get(&tab) {
			Some(asset) => *asset,
			None => {
				let asset = match self.before(entry).await?.asset_of(tab).await? {
					Some(asset) => Some(asset),
					None => self.after(entry).await?.asset_of(tab).await?,
				};
				let asset = asset.ok_or_else(|| unexplained(entry.block))?;
				self.assets.insert(tab, asset);
				asset
			},
		};
		self.movements.push(Movement { at: entry.at, tab, asset, what });
		Ok(())
	}

	/// What is known of a stream of the accounts that are looked at; `None` when it was opened and
	/// closed within the block.
	async fn learn(
		&mut self,
		entry: &Entry,
		stream: StreamId,
		tab: TabId,
	) -> Result<Option<&mut Known>> {
		if !self.scope.has_tab(tab) {
			return Ok(None);
		}
		self.recall(entry, stream).await
	}

	async fn recall(&mut self, entry: &Entry, id: StreamId) -> Result<Option<&mut Known>> {
		if !self.streams.contains_key(&id) {
			let before = self.before(entry).await?;
			let record = match before.stream(id).await? {
				Some(stream) => Some(stream),
				// It was opened in this block, in which no second has passed for it.
				None => self.after(entry).await?.stream(id).await?,
			};
			let Some(stream) = record else { return Ok(None) };
			let known = Known {
				source: source(&stream),
				rate: stream.rate,
				payees: stream.payees.iter().map(|payee| payee.account).collect(),
				billed: stream.billed_seconds,
				downtime: stream.downtime,
			};
			self.streams.insert(id, known);
		}
		Ok(self.streams.get_mut(&id))
	}

	async fn before(&self, entry: &Entry) -> Result<State> {
		self.client.state_at_number(entry.block.saturating_sub(1)).await
	}

	async fn after(&self, entry: &Entry) -> Result<State> {
		self.client.state_at_number(entry.block).await
	}
}

/// What a stream paid.
#[derive(Clone, Copy)]
struct Sums {
	amount: Balance,
	forfeit: Balance,
	fee: Balance,
}

/// Where the scan stands within a block.
struct Entry {
	block: u64,
	at: Timestamp,
	phase: Option<Phase>,
	/// What has left the pot and is not accounted for.
	left: Vec<(AccountId, Balance)>,
}

fn decode<E: DecodeAsEvent>(event: &Event<'_, TradewindConfig>) -> Result<E> {
	let name = || format!("{}::{} does not read", event.pallet_name(), event.event_name());
	match event.decode_fields_as::<E>() {
		Some(Ok(decoded)) => Ok(decoded),
		Some(Err(error)) => Err(Error::Incompatible(format!("{}: {error}", name()))),
		None => Err(Error::Incompatible(name())),
	}
}

fn unexplained(block: u64) -> Error {
	Error::Forged(format!("the events of block {block} do not account for what left the pot"))
}
