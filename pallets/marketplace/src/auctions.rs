//! Auctions: what posted prices do not serve is asked for, and whoever bids the best gets it.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	bids::{self, Auction, AuctionView, Bid, Outcome, LONGEST, MAX_BIDS, SHORTEST},
	book::Book,
	hooks::Due,
	leases::{Found, Placed},
	matching::Ask,
	pallet::*,
	types::{Order, MAX_SPOT},
	weights::WeightInfo,
	worth,
};
use codec::Encode;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungible::MutateHold, tokens::Precision, Defensive, Get},
	weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult};
use tradewind_primitives::{
	traits::{AuditLog, Coverage, ProviderDirectory, Reputation, Streams},
	AssetId, AuctionId, Balance, Category, Clock, LeaseKind, LeaseRequest, OfferId, Rate, Seconds,
	Subject, TabId, MAX_WANTED_ATTRIBUTES,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_auction(
		who: T::AccountId,
		tab: TabId,
		order: OrderOf<T>,
		seconds: Seconds,
	) -> DispatchResult {
		ensure!(!order.needs.is_zero(), Error::<T>::NothingAsked);
		ensure!(order.seconds > 0, Error::<T>::NoTimeAsked);
		ensure!(order.max_rate.0 > 0, Error::<T>::NoPrice);
		ensure!(order.max_rate.amount(order.seconds).is_some(), Error::<T>::Overpriced);
		ensure!((SHORTEST..=LONGEST).contains(&seconds), Error::<T>::BadTerm);
		ensure!(Classes::<T>::contains_key(order.class), Error::<T>::UnknownClass);
		ensure!(T::Coverage::start_within(order.tier).is_some(), Error::<T>::UnknownTier);
		T::Streams::ensure_manager(tab, &who)?;
		let id = NextAuctionId::<T>::get();
		NextAuctionId::<T>::put(id.next().ok_or(Error::<T>::IdsExhausted)?);
		let bytes = order.encoded_size() as Balance;
		let deposit =
			T::AuctionDeposit::get().saturating_add(T::ByteDeposit::get().saturating_mul(bytes));
		T::Native::hold(&HoldReason::Auction.into(), &who, deposit)?;
		let now = T::Clock::now();
		let ends = now.plus(seconds);
		let due = Self::schedule(now, ends, Due::Auction(id));
		let owner = who.clone();
		let bids = Default::default();
		let latest = bids::latest(ends);
		let auction =
			Auction { owner, tab, order: order.clone(), ends, latest, deposit, bids, due };
		Auctions::<T>::insert(id, auction);
		Self::tell(Some(&who), id, "auction.opened", &(id, &who, tab, &order, ends));
		Self::deposit_event(Event::AuctionOpened { auction: id, owner: who, order, ends });
		Ok(())
	}

	pub(crate) fn do_bid(
		who: T::AccountId,
		id: AuctionId,
		offer: OfferId,
		rate: Rate,
	) -> DispatchResult {
		let mut auction = Auctions::<T>::get(id).ok_or(Error::<T>::UnknownAuction)?;
		let now = T::Clock::now();
		ensure!(now < auction.ends, Error::<T>::TooLate);
		ensure!(rate.0 > 0, Error::<T>::NoPrice);
		ensure!(rate <= auction.order.max_rate, Error::<T>::TooDear);
		let provider = T::ProviderDirectory::acting_for(&who).unwrap_or_else(|| who.clone());
		let asset = T::Streams::asset(auction.tab).ok_or(Error::<T>::UnknownTab)?;
		let near = Self::suits(&auction.order, &asset, &provider, offer)?;

		let deposit = T::BidDeposit::get();
		let (bidder, seller) = (who.clone(), provider.clone());
		let bid = Bid { provider: seller, bidder, offer, rate, near, deposit };
		let weigh = |bid: &Bid<T::AccountId>| Self::weigh(bid, &auction.order);
		let beaten = bids::place(&mut auction.bids, bid, weigh);
		if let Some(beaten) = beaten.map_err(|bids::NotBetter| Error::<T>::NotBetter)? {
			Self::release_bid(&beaten);
		}
		T::Native::hold(&HoldReason::Bid.into(), &who, deposit)?;
		let best = bids::ranked(&auction.bids, weigh).first().map(|best| &best.provider);
		let ends = bids::ends_after(&auction, best == Some(&provider), now);
		if ends != auction.ends {
			Self::cancel(auction.due, Due::Auction(id));
			auction.due = Self::schedule(now, ends, Due::Auction(id));
			auction.ends = ends;
		}
		Auctions::<T>::insert(id, auction);
		Self::tell(Some(&who), id, "auction.bid", &(id, &provider, offer, rate));
		Self::deposit_event(Event::BidPlaced { auction: id, provider, offer, rate, ends });
		Ok(())
	}

	pub(crate) fn do_cancel_auction(who: &T::AccountId, id: AuctionId) -> DispatchResult {
		let auction = Auctions::<T>::get(id).ok_or(Error::<T>::UnknownAuction)?;
		ensure!(auction.owner == *who, Error::<T>::NotOwner);
		ensure!(auction.bids.is_empty(), Error::<T>::BidsStand);
		Self::cancel(auction.due, Due::Auction(id));
		Self::close_auction(id, auction, Some(who), Outcome::Cancelled);
		Ok(())
	}

	/// What a bid counts for.
	fn weigh(bid: &Bid<T::AccountId>, order: &OrderOf<T>) -> u128 {
		let worth = worth::weighted(bid.rate, T::Reputation::reputation(&bid.provider));
		worth::with_distance(worth, bid.near, &order.filters)
	}

	/// What it weighs to bid.
	pub(crate) fn bid_weight() -> Weight {
		T::WeightInfo::bid().saturating_add(Self::attested_weight(1, MAX_WANTED_ATTRIBUTES))
	}

	/// What it weighs to award an auction at the most.
	pub(crate) fn award_weight() -> Weight {
		T::WeightInfo::due_auction(MAX_BIDS)
			.saturating_add(Self::attested_weight(MAX_BIDS, MAX_WANTED_ATTRIBUTES))
			.saturating_add(T::WeightInfo::reclaim(MAX_SPOT))
	}

	/// Fails unless an offer of a provider can serve an order at this moment, whatever it costs and
	/// whomever it is kept for. Returns whether it stands where it is wanted.
	fn suits(
		order: &OrderOf<T>,
		asset: &AssetId,
		provider: &T::AccountId,
		offer: OfferId,
	) -> Result<bool, Error<T>> {
		let (class, page) = Self::place_on_sale(provider, offer)?;
		ensure!(class == order.class, Error::<T>::OtherClass);
		let mut book = Book::<T>::open(class)?;
		let ask = Self::ask_of(order, asset, book.market.index.level);
		let listing = book.listing(page, offer)?;
		ask.suits(listing).map_err(Error::<T>::Unsuitable)?;
		let near = ask.is_near(listing);
		Self::fitness(provider, &order.filters).map_err(Error::<T>::Unsuitable)?;
		Ok(near)
	}

	fn ask_of<'a>(
		order: &'a OrderOf<T>,
		asset: &'a AssetId,
		level: sp_runtime::FixedU128,
	) -> Ask<'a, T::AccountId> {
		Ask {
			tier: order.tier,
			asset,
			needs: order.needs,
			max_rate: order.max_rate,
			max_seconds: order.seconds,
			candidates: &order.candidates,
			excluded: &order.excluded,
			kind: order.kind,
			filters: &order.filters,
			reclaim: order.kind != LeaseKind::Spot,
			level,
		}
	}

	/// Gives the order of an auction to the best bid that can serve it, and everybody's deposit
	/// back. Nothing keeps it from ending.
	pub(crate) fn auction_due(id: AuctionId) {
		let Some(auction) = Auctions::<T>::get(id) else { return };
		let outcome = match with_storage_layer(|| Self::award(&auction)) {
			Ok(Some((bid, placed))) => Outcome::Won {
				provider: bid.provider,
				offer: bid.offer,
				lease: placed.lease,
				rate: bid.rate,
			},
			Ok(None) if auction.bids.is_empty() => Outcome::NoBids,
			Ok(None) => Outcome::NobodyServes,
			// The buyer's affair, such as an empty account.
			Err(error) => Outcome::Refused(error),
		};
		Self::close_auction(id, auction, None, outcome);
	}

	/// Opens a lease for the best bid whose provider can still serve it.
	fn award(
		auction: &AuctionOf<T>,
	) -> Result<Option<(Bid<T::AccountId>, Placed<T>)>, DispatchError> {
		let order: &Order<T::AccountId> = &auction.order;
		let start_within = T::Coverage::start_within(order.tier).ok_or(Error::<T>::UnknownTier)?;
		let asset = T::Streams::asset(auction.tab).ok_or(Error::<T>::UnknownTab)?;
		for bid in bids::ranked(&auction.bids, |bid| Self::weigh(bid, order)) {
			let Bid { provider, offer, rate, near, .. } = bid.clone();
			// One that stands elsewhere now is not what was bid.
			if Self::suits(order, &asset, &provider, offer).ok() != Some(near) {
				continue;
			}
			// Within `max_rate`, for which it was checked that this can be counted.
			let cap = rate.amount(order.seconds).ok_or(Error::<T>::Overpriced)?;
			let covered =
				with_storage_layer(|| T::Coverage::open(&provider, order.tier, &asset, cap));
			let Ok(cover) = covered else { continue };
			let (class, page) = Self::place_on_sale(&provider, offer)?;
			let mut book = Book::<T>::open(class)?;
			let request = LeaseRequest {
				owner: &auction.owner,
				tab: auction.tab,
				class,
				tier: order.tier,
				needs: order.needs,
				max_rate: order.max_rate,
				max_seconds: order.seconds,
				prepaid: order.prepaid,
				reference: None,
				kind: order.kind,
				candidates: &order.candidates,
				excluded: &order.excluded,
				filters: &order.filters,
			};
			let found = Found { page, offer, provider, rate, cap, cover, asset: &asset };
			let (placed, _) = Self::open_on(&mut book, &request, found, start_within)?;
			book.close();
			return Ok(Some((bid.clone(), placed)));
		}
		Ok(None)
	}

	/// Gives every deposit back and forgets the auction.
	fn close_auction(
		id: AuctionId,
		auction: AuctionOf<T>,
		actor: Option<&T::AccountId>,
		outcome: Outcome<T::AccountId>,
	) {
		for bid in &auction.bids {
			Self::release_bid(bid);
		}
		let reason = HoldReason::Auction.into();
		Self::release(&reason, &auction.owner, auction.deposit);
		Auctions::<T>::remove(id);
		Self::tell(actor, id, outcome.action(), &(id, &outcome));
		Self::deposit_event(Event::AuctionClosed { auction: id, outcome });
	}

	fn release_bid(bid: &Bid<T::AccountId>) {
		Self::release(&HoldReason::Bid.into(), &bid.bidder, bid.deposit);
	}

	/// Best effort: nothing that ate into a hold keeps an auction from ending.
	fn release(reason: &T::RuntimeHoldReason, who: &T::AccountId, amount: Balance) {
		T::Native::release(reason, who, amount, Precision::BestEffort)
			.defensive_unwrap_or_default();
	}

	fn tell(
		actor: Option<&T::AccountId>,
		id: AuctionId,
		action: &'static str,
		particulars: &impl Encode,
	) {
		T::Audit::record(Category::Performance, actor, Subject::Auction(id), action, particulars);
	}

	pub(crate) fn do_auction(id: AuctionId) -> Option<AuctionView<T::AccountId>> {
		let auction = Auctions::<T>::get(id)?;
		let asset = T::Streams::asset(auction.tab);
		let ranked = bids::ranked(&auction.bids, |bid| Self::weigh(bid, &auction.order));
		let known = |bid: &Bid<T::AccountId>| T::Reputation::reputation(&bid.provider);
		let ranked = ranked.into_iter().map(|bid| (bid.clone(), known(bid))).collect();
		Some(AuctionView { asset, ranked, auction })
	}
}
