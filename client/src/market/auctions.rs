//! Auctions: requests for which providers bid.

use super::{leases::unread, Near, Order};
use crate::{
	chain::{self, runtime_types::pallet_tradewind_marketplace::bids},
	connection::{Client, State},
	convert::Share,
	error::{Error, Refusal, Result},
	json,
	tx::Included,
	AccountId, Asset, AuctionId, Balance, ClassId, LeaseId, OfferId, Rate, Seconds, Signer, TabId,
	Timestamp,
};
use futures::{StreamExt, TryStreamExt};
use serde::Serialize;
use sp_core::U256;
use std::time::Duration;
use subxt::utils::Static;
use tradewind_primitives::TOP_REPUTATION;

/// How many auctions are asked for at the same time.
const AT_ONCE: usize = 16;

/// How many seconds the node may be missing before a watcher gives up.
const PATIENCE: u32 = 120;

/// How many blocks back the end of an auction that is gone is looked for: what every node keeps.
const LOOK_BACK: u64 = 250;

/// A request for which providers bid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Auction {
	/// Its number.
	pub id: AuctionId,
	/// Who asks.
	pub owner: AccountId,
	/// The billing account that will pay.
	pub tab: TabId,
	/// In what asset bids are; the native one when the account that would pay is closed.
	pub asset: Asset,
	/// What is asked for; `max_rate` is the most that may be bid.
	pub order: Order,
	/// When the best bid wins.
	pub ends: Timestamp,
	/// When it does at the latest, however late bids come.
	pub latest: Timestamp,
	/// What is held of the owner.
	#[serde(serialize_with = "json::amount")]
	pub deposit: Balance,
	/// What was bid, best first, as it would win at this moment.
	pub bids: Vec<Bid>,
}

/// What a provider bids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bid {
	/// Who would serve.
	pub provider: AccountId,
	/// Who bade for it, and whose the deposit is.
	pub bidder: AccountId,
	/// Out of which offer.
	pub offer: OfferId,
	/// For how much per second.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// How well the provider is known: nothing is known at a half.
	pub reputation: Share,
	/// Whether it stands where it is wanted, if it matters where.
	pub near: bool,
	/// What the rate counts for, given both: the least wins.
	#[serde(serialize_with = "json::amount")]
	pub counts_for: Balance,
	/// What is held of the bidder.
	#[serde(serialize_with = "json::amount")]
	pub deposit: Balance,
}

/// How an auction ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
	/// The best bid that could be served won.
	Won {
		/// Who serves.
		provider: AccountId,
		/// Out of which offer.
		offer: OfferId,
		/// The lease that was opened.
		lease: LeaseId,
		/// For how much per second.
		#[serde(serialize_with = "json::rate")]
		rate: Rate,
	},
	/// Nobody bade.
	NoBids,
	/// No bidder could serve at that moment.
	NobodyServes,
	/// The lease could not be opened for the owner.
	Refused {
		/// Why.
		reason: String,
	},
	/// The owner called it off before anybody bade.
	Cancelled,
}

/// What a rate counts for where it is wanted: itself for one of the best reputation, half as much
/// again for one of the worst. Rounded up, as on chain.
fn counts_for(rate: Rate, reputation: u32) -> Balance {
	let top = u128::from(TOP_REPUTATION);
	let lacking = top.saturating_sub(reputation.into());
	part(rate.0, 2 * top + lacking, 2 * top)
}

/// What a rate counts for that counted for `worth`, given whether it is asked where it is wanted.
fn with_distance(worth: Balance, near: bool, wanted: Option<&Near>) -> Balance {
	let more = wanted.filter(|_| !near).map_or(0, |wanted| wanted.more.0);
	worth.saturating_add(part(worth, more.into(), Share::ONE.0.into()))
}

/// `amount` x `part` / `whole`, rounded up.
fn part(amount: Balance, part: u128, whole: u128) -> Balance {
	let (quotient, rest) =
		U256::from(amount).saturating_mul(U256::from(part)).div_mod(U256::from(whole.max(1)));
	let rounded = if rest.is_zero() { quotient } else { quotient.saturating_add(U256::one()) };
	Balance::try_from(rounded).unwrap_or(Balance::MAX)
}

impl Bid {
	fn read(bid: bids::Bid<AccountId>, reputation: u32, wanted: Option<&Near>) -> Self {
		let rate = Rate::from(bid.rate);
		let worth = counts_for(rate, reputation);
		Self {
			provider: bid.provider,
			bidder: bid.bidder,
			offer: bid.offer.into(),
			rate,
			reputation: Share::of(reputation.into(), TOP_REPUTATION.into()),
			near: bid.near,
			counts_for: with_distance(worth, bid.near, wanted),
			deposit: bid.deposit,
		}
	}
}

impl Auction {
	fn read(id: AuctionId, view: bids::AuctionView<AccountId>) -> Self {
		let auction = view.auction;
		let order = Order::from(auction.order);
		let near = order.filters.near.as_ref();
		let ranked = view.ranked.into_iter();
		let bids = ranked.map(|(bid, reputation)| Bid::read(bid, reputation, near)).collect();
		Self {
			id,
			owner: auction.owner,
			tab: auction.tab.0,
			asset: view.asset.map(|asset| asset.0.into()).unwrap_or_default(),
			bids,
			order,
			ends: auction.ends.0,
			latest: auction.latest.0,
			deposit: auction.deposit,
		}
	}
}

impl Outcome {
	/// What it came to, in words.
	pub fn words(&self) -> String {
		match self {
			Self::Won { lease, .. } => format!("won: lease {}", lease.0),
			Self::NoBids => "nobody bade".to_owned(),
			Self::NobodyServes => "no bidder could serve it".to_owned(),
			Self::Refused { reason } => format!("the lease could not be opened: {reason}"),
			Self::Cancelled => "called off".to_owned(),
		}
	}
}

impl State {
	/// An auction that has not ended.
	pub async fn auction(&self, id: AuctionId) -> Result<Option<Auction>> {
		let views = chain::view_functions().marketplace();
		let view = self.view(views.auction(Static(id))).await?;
		Ok(view.map(|view| Auction::read(id, view)))
	}

	/// The numbers and classes of all auctions that have not ended, in order.
	pub async fn open_auctions(&self) -> Result<Vec<(AuctionId, ClassId)>> {
		let entries = self.entries(chain::storage().marketplace().auctions(), ()).await?;
		let mut auctions: Vec<_> = entries
			.into_iter()
			.map(|((Static(id),), auction)| (id, auction.order.class.0))
			.collect();
		auctions.sort();
		Ok(auctions)
	}

	/// All auctions that have not ended, in the order of their numbers.
	pub async fn auctions(&self) -> Result<Vec<Auction>> {
		let ids = self.open_auctions().await?;
		let auctions: Vec<Option<Auction>> = futures::stream::iter(ids)
			.map(|(id, _)| self.auction(id))
			.buffered(AT_ONCE)
			.try_collect()
			.await?;
		Ok(auctions.into_iter().flatten().collect())
	}

	/// The number that the next auction gets.
	async fn auctions_numbered(&self) -> Result<AuctionId> {
		let next = self.fetch(chain::storage().marketplace().next_auction_id(), ()).await?;
		Ok(next.map_or(AuctionId(0), |next| next.0))
	}

	/// How an auction ended, if it ended in this block.
	async fn outcome_of(&self, id: AuctionId) -> Result<Option<Outcome>> {
		let events = self.events().await?;
		for event in events.find::<chain::marketplace::events::AuctionClosed>() {
			let event = event.map_err(unread)?;
			if event.auction.0 == id {
				return Ok(Some(self.read_outcome(event.outcome)));
			}
		}
		Ok(None)
	}

	fn read_outcome(&self, outcome: bids::Outcome<AccountId>) -> Outcome {
		match outcome {
			bids::Outcome::Won { provider, offer, lease, rate } => {
				Outcome::Won { provider, offer: offer.into(), lease: lease.0, rate: rate.into() }
			},
			bids::Outcome::NoBids => Outcome::NoBids,
			bids::Outcome::NobodyServes => Outcome::NobodyServes,
			bids::Outcome::Refused(error) => Outcome::Refused {
				reason: Refusal::stored(&self.at.metadata(), &error).to_string(),
			},
			bids::Outcome::Cancelled => Outcome::Cancelled,
		}
	}
}

impl Client {
	/// Lets providers bid for an order for so many seconds. Returns the number of the auction and
	/// when it ends.
	pub async fn open_auction(
		&self,
		signer: &Signer,
		tab: TabId,
		order: &Order,
		seconds: Seconds,
	) -> Result<(AuctionId, Timestamp)> {
		let order = order.write()?;
		let call = chain::tx().marketplace().open_auction(Static(tab), order, seconds);
		let included = self.submit(signer, &call).await?;
		let opened = included.event::<chain::marketplace::events::AuctionOpened>()?;
		Ok((opened.auction.0, opened.ends.0))
	}

	/// Bids for an order, for a provider or as its agent. Returns when the auction ends.
	pub async fn bid(
		&self,
		signer: &Signer,
		auction: AuctionId,
		offer: OfferId,
		rate: Rate,
	) -> Result<Timestamp> {
		let call = chain::tx().marketplace().bid(Static(auction), offer.into(), rate.into());
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::marketplace::events::BidPlaced>()?.ends.0)
	}

	/// Calls an auction of the signer off for which nobody has bid.
	pub async fn cancel_auction(&self, signer: &Signer, auction: AuctionId) -> Result<Included> {
		self.submit(signer, &chain::tx().marketplace().cancel_auction(Static(auction))).await
	}

	/// Waits until an auction ends and says how, and passes on how it stands whenever that has
	/// changed. One that has ended is looked for a little way back.
	pub async fn watch_auction(
		&self,
		id: AuctionId,
		mut seen: impl FnMut(&Auction),
	) -> Result<Outcome> {
		let state = self.state().await?;
		let mut next = state.block().number.saturating_add(1);
		match state.auction(id).await? {
			Some(auction) => seen(&auction),
			None => {
				let numbered = state.auctions_numbered().await?;
				if id >= numbered {
					return Err(Error::NotFound(format!("auction {} yet", id.0)));
				}
				return self.past_outcome(id, state.block().number).await;
			},
		}
		let mut lost = 0;
		loop {
			match self.follow_auction(id, &mut next, &mut seen).await {
				Err(error) if error.is_transient() && lost < PATIENCE => {
					tracing::debug!(target: "client::market", %error, "waiting for the node");
					lost += 1;
					tokio::time::sleep(Duration::from_secs(1)).await;
				},
				Ok(None) => lost = 0,
				Ok(Some(outcome)) => return Ok(outcome),
				Err(error) => return Err(error),
			}
		}
	}

	/// Follows an auction from block `next` on until it ends or the connection is lost.
	async fn follow_auction(
		&self,
		id: AuctionId,
		next: &mut u64,
		seen: &mut impl FnMut(&Auction),
	) -> Result<Option<Outcome>> {
		let mut blocks = self.best_blocks().await?;
		let mut last = None;
		while let Some(block) = blocks.next().await {
			let best = self.state_at(block?.hash).await?;
			while *next <= best.block().number {
				let outcome = match self.state_at_number(*next).await {
					Ok(state) => state.outcome_of(id).await?,
					// The connection was lost for so long that the node has forgotten the block.
					Err(Error::Node(_)) => None,
					Err(error) => return Err(error),
				};
				if outcome.is_some() {
					return Ok(outcome);
				}
				*next = next.saturating_add(1);
			}
			match best.auction(id).await? {
				Some(auction) if last.as_ref() != Some(&auction) => {
					seen(&auction);
					last = Some(auction);
				},
				Some(_) => {},
				// A fork: it ended in a block that had another beside it when it was read.
				None => return self.past_outcome(id, best.block().number).await.map(Some),
			}
		}
		Ok(None)
	}

	/// How an auction ended in the last blocks up to `best`.
	async fn past_outcome(&self, id: AuctionId, best: u64) -> Result<Outcome> {
		for number in (best.saturating_sub(LOOK_BACK)..=best).rev() {
			let state = match self.state_at_number(number).await {
				Ok(state) => state,
				Err(Error::Node(_)) => break,
				Err(error) => return Err(error),
			};
			match state.outcome_of(id).await {
				Ok(Some(outcome)) => return Ok(outcome),
				Ok(None) => {},
				Err(Error::Node(_)) => break,
				Err(error) => return Err(error),
			}
		}
		Err(Error::NotFound(format!("open auction {}, and none that ended a moment ago", id.0)))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_rate_counts_for_half_as_much_again_at_worst() {
		assert_eq!(counts_for(Rate(100), TOP_REPUTATION), 100);
		assert_eq!(counts_for(Rate(100), TOP_REPUTATION / 2), 125);
		assert_eq!(counts_for(Rate(100), 0), 150);
		assert_eq!(counts_for(Rate(1), TOP_REPUTATION - 1), 2);
		assert_eq!(counts_for(Rate(u128::MAX), 0), Balance::MAX);
	}

	#[test]
	fn what_stands_elsewhere_counts_for_so_much_more() {
		let near = Near { region: "eu".to_owned(), more: Share(300_000_000) };
		assert_eq!(with_distance(100, false, Some(&near)), 130);
		assert_eq!(with_distance(1, false, Some(&near)), 2);
		assert_eq!(with_distance(100, true, Some(&near)), 100);
		assert_eq!(with_distance(100, false, None), 100);
	}

	#[test]
	fn an_outcome_is_one_word_and_its_particulars() {
		let json = |outcome: Outcome| serde_json::to_value(outcome).unwrap();
		assert_eq!(json(Outcome::NoBids)["outcome"], "no_bids");
		let won = Outcome::Won {
			provider: AccountId([1; 32]),
			offer: OfferId(4),
			lease: LeaseId(7),
			rate: Rate(9),
		};
		let json = json(won);
		assert_eq!((&json["outcome"], &json["lease"]), (&"won".into(), &7.into()));
		assert_eq!(json["rate"], "9");
	}
}
