//! Which bids an auction keeps, and how they rank. Pure.
//!
//! Bids are open: whoever bids sees what there is to beat. What a bid counts for is weighed as for
//! a placement: by the reputation of the provider and by where its machines stand. An auction
//! keeps the best bids, one of each provider, and gives the deposit of one that is beaten back at
//! once. A bid that comes late and takes the lead puts the end off a little, so that the others can
//! answer, but never beyond [`MAX_EXTENSION`].

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::types::Order;
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;
use tradewind_primitives::{
	agenda::Slot, AssetId, Balance, LeaseId, OfferId, Rate, Seconds, TabId, Timestamp,
};

/// How many bids an auction keeps.
pub const MAX_BIDS: u32 = 8;
/// The shortest time for bids, in seconds.
pub const SHORTEST: Seconds = 60;
/// The longest: a week.
pub const LONGEST: Seconds = 7 * 24 * 60 * 60;
/// How long others have at least to answer a bid that takes the lead.
pub const EXTENSION: Seconds = 30;
/// How much longer than planned an auction lasts at most.
pub const MAX_EXTENSION: Seconds = 10 * EXTENSION;

/// What a provider bids.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Bid<AccountId> {
	/// Who would serve.
	pub provider: AccountId,
	/// Who bade for it, and whose the deposit is.
	pub bidder: AccountId,
	/// Out of which offer.
	pub offer: OfferId,
	/// For how much per second.
	pub rate: Rate,
	/// Whether that is where it is wanted, if it matters where.
	pub near: bool,
	/// What is held of the bidder.
	pub deposit: Balance,
}

/// The bids of an auction, in the order in which they were made.
pub type Bids<AccountId> = BoundedVec<Bid<AccountId>, ConstU32<MAX_BIDS>>;

/// A request for which providers bid.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Auction<AccountId> {
	/// Who asks.
	pub owner: AccountId,
	/// The billing account that will pay.
	pub tab: TabId,
	/// What is asked for; `max_rate` is the most that may be bid.
	pub order: Order<AccountId>,
	/// When the best bid wins.
	pub ends: Timestamp,
	/// When it does at the latest, however late bids come.
	pub latest: Timestamp,
	/// What is held of the owner.
	pub deposit: Balance,
	/// What was bid.
	pub bids: Bids<AccountId>,
	/// Where the agenda has the end.
	pub due: Slot,
}

/// An auction as a whole, for people and programs to look at.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AuctionView<AccountId> {
	/// In what asset bids are; `None` when the account that would pay is closed.
	pub asset: Option<AssetId>,
	/// The bids as they would win at this moment, each with the reputation of its provider in parts
	/// per million.
	pub ranked: Vec<(Bid<AccountId>, u32)>,
	/// The auction.
	pub auction: Auction<AccountId>,
}

/// How an auction ended.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Outcome<AccountId> {
	/// The best bid that could be served won.
	Won {
		/// Who serves.
		provider: AccountId,
		/// Out of which offer.
		offer: OfferId,
		/// The lease that was opened.
		lease: LeaseId,
		/// For how much per second.
		rate: Rate,
	},
	/// Nobody bade.
	NoBids,
	/// No bidder could serve at that moment.
	NobodyServes,
	/// The lease could not be opened for the owner, for instance for want of money.
	Refused(DispatchError),
	/// The owner called it off before anybody bade.
	Cancelled,
}

impl<AccountId> Outcome<AccountId> {
	/// As what it is recorded.
	pub fn action(&self) -> &'static str {
		match self {
			Self::Won { .. } => "auction.won",
			Self::NoBids => "auction.failed.no_bids",
			Self::NobodyServes => "auction.failed.nobody_serves",
			Self::Refused(_) => "auction.failed.refused",
			Self::Cancelled => "auction.cancelled",
		}
	}
}

/// A bid does not count for less than the one that it would take the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBetter;

/// Puts a bid among the others. Returns the one whose place it takes, if it takes one, which has to
/// be a worse one: that of the same provider, or, where there is no room, the worst, of equals the
/// latest.
pub fn place<AccountId: PartialEq>(
	bids: &mut Bids<AccountId>,
	bid: Bid<AccountId>,
	weigh: impl Fn(&Bid<AccountId>) -> u128,
) -> Result<Option<Bid<AccountId>>, NotBetter> {
	let key = |bid: &Bid<AccountId>| (weigh(bid), bid.rate);
	let own = bids.iter().position(|other| other.provider == bid.provider);
	let worst = || bids.iter().enumerate().max_by_key(|(_, bid)| key(bid)).map(|(index, _)| index);
	let index = own.or_else(|| bids.is_full().then(worst).flatten());
	let beaten = index.and_then(|index| bids.get(index));
	if beaten.is_some_and(|beaten| key(&bid) >= key(beaten)) {
		return Err(NotBetter);
	}
	let beaten = index.map(|index| bids.remove(index));
	// There is room: there was some, or it has just been made.
	let _ = bids.try_push(bid);
	Ok(beaten)
}

/// The bids, best first: by what they count for, of equals the cheaper, then the earlier.
pub fn ranked<AccountId>(
	bids: &[Bid<AccountId>],
	weigh: impl Fn(&Bid<AccountId>) -> u128,
) -> Vec<&Bid<AccountId>> {
	let mut ranked: Vec<_> = bids.iter().map(|bid| (weigh(bid), bid.rate, bid)).collect();
	// Stable, so that the earlier of equals stays ahead.
	ranked.sort_by_key(|(worth, rate, _)| (*worth, *rate));
	ranked.into_iter().map(|(.., bid)| bid).collect()
}

/// When an auction that is planned to end at `ends` does at the latest.
pub fn latest(ends: Timestamp) -> Timestamp {
	ends.plus(MAX_EXTENSION)
}

/// When an auction ends in which a bid has just been made: later than before if that `leads` and
/// leaves the others too little time to answer.
pub fn ends_after<AccountId>(
	auction: &Auction<AccountId>,
	leads: bool,
	now: Timestamp,
) -> Timestamp {
	if leads {
		auction.ends.max(now.plus(EXTENSION)).min(auction.latest)
	} else {
		auction.ends
	}
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::expect_used)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// A bid of somebody, whose number is in the deposit too.
	fn bid(provider: u8, rate: u128, number: u128) -> Bid<u8> {
		let (offer, near) = (OfferId(0), true);
		Bid { provider, bidder: provider, offer, rate: Rate(rate), near, deposit: number }
	}

	/// Counts in full for even providers and twice for the others, and twice as much far away.
	fn weigh(bid: &Bid<u8>) -> u128 {
		bid.rate.0 * u128::from(1 + bid.provider % 2) * (2 - u128::from(bid.near))
	}

	/// The bids that are kept of these, which are made in this order.
	fn kept(made: &[(u8, u128)]) -> Vec<(u8, u128)> {
		let mut bids = Bids::new();
		for (number, (provider, rate)) in (0..).zip(made) {
			let _refused = place(&mut bids, bid(*provider, *rate, number), weigh).is_err();
		}
		bids.into_iter().map(|bid| (bid.provider, bid.rate.0)).collect()
	}

	#[test]
	fn a_provider_has_one_bid_and_replaces_it_by_a_better_one() {
		assert_eq!(kept(&[(0, 9), (2, 7), (0, 8)]), [(2, 7), (0, 8)]);
		assert_eq!(kept(&[(0, 9), (0, 9), (0, 10)]), [(0, 9)]);
		let mut bids = Bids::new();
		assert_eq!(place(&mut bids, bid(0, 9, 1), weigh), Ok(None));
		assert_eq!(place(&mut bids, bid(0, 9, 2), weigh), Err(NotBetter));
		assert_eq!(place(&mut bids, bid(0, 8, 3), weigh), Ok(Some(bid(0, 9, 1))));
		// Cheaper, but farther away.
		let far = |rate| Bid { near: false, ..bid(0, rate, 4) };
		assert_eq!(place(&mut bids, far(4), weigh), Ok(Some(bid(0, 8, 3))));
		assert_eq!(place(&mut bids, bid(0, 8, 5), weigh), Err(NotBetter));
		assert_eq!(place(&mut bids, bid(0, 7, 5), weigh), Ok(Some(far(4))));
		assert_eq!(place(&mut bids, far(5), weigh), Err(NotBetter));
	}

	/// Eight bids of even providers, at 10 each.
	fn full() -> Vec<(u8, u128)> {
		(0..8).map(|index| (2 * index, 10)).collect()
	}

	#[test]
	fn the_worst_of_eight_is_beaten_and_of_equals_the_latest() {
		let after = |more: (u8, u128)| kept(&[full(), vec![more]].concat());
		assert_eq!(after((20, 10)), full());
		assert_eq!(after((20, 9)), [&full()[..7], &[(20, 9)]].concat());
		// What it counts for decides: 6 of an odd provider are 12.
		assert_eq!(after((21, 6)), full());
		assert_eq!(after((21, 4)), [&full()[..7], &[(21, 4)]].concat());
		// Of bids that count for the same the cheaper is better.
		assert_eq!(after((21, 5)), [&full()[..7], &[(21, 5)]].concat());
	}

	#[test]
	fn where_there_is_no_room_a_provider_still_takes_its_own_place() {
		let made = [full(), vec![(0, 9)]].concat();
		assert_eq!(kept(&made), [&full()[1..], &[(0, 9)]].concat());
	}

	#[test]
	fn the_best_is_first_of_equals_the_cheaper_and_then_the_earlier() {
		let bids = [(0, 10), (1, 5), (2, 10), (3, 4), (4, 11)];
		let bids = bids.map(|(provider, rate)| bid(provider, rate, 0));
		let ranked: Vec<_> = ranked(&bids, weigh).iter().map(|bid| bid.provider).collect();
		assert_eq!(ranked, [3, 1, 0, 2, 4]);
	}

	fn auction(ends: u64) -> Auction<u8> {
		let ends = Timestamp(ends);
		let order = Order {
			class: Default::default(),
			tier: Default::default(),
			needs: Default::default(),
			max_rate: Rate(1),
			seconds: 1,
			kind: Default::default(),
			prepaid: false,
			candidates: Default::default(),
			excluded: Default::default(),
			filters: Default::default(),
		};
		Auction {
			owner: 0,
			tab: TabId(0),
			order,
			ends,
			latest: latest(ends),
			deposit: 0,
			bids: Bids::new(),
			due: Slot { bucket: 0, page: 0 },
		}
	}

	#[test]
	fn a_late_lead_leaves_thirty_seconds_to_answer() {
		let ends = |leads, now| ends_after(&auction(1_000), leads, Timestamp(now)).0;
		assert_eq!([ends(true, 0), ends(true, 970), ends(true, 971)], [1_000, 1_000, 1_001]);
		assert_eq!([ends(true, 999), ends(false, 999)], [1_029, 1_000]);
	}

	#[test]
	fn an_end_is_put_off_by_five_minutes_at_most() {
		let late = Auction { ends: Timestamp(1_290), ..auction(1_000) };
		assert_eq!(late.latest, Timestamp(1_300));
		assert_eq!(ends_after(&late, true, Timestamp(1_269)), Timestamp(1_299));
		assert_eq!(ends_after(&late, true, Timestamp(1_271)), Timestamp(1_300));
		assert_eq!(ends_after(&late, true, Timestamp(1_289)), Timestamp(1_300));
	}

	proptest! {
		#[test]
		fn a_bid_is_never_beaten_by_a_worse_one_and_the_best_is_kept(
			made in prop::collection::vec((0u8..14, 1u128..30, any::<bool>()), 0..40),
		) {
			let mut bids = Bids::new();
			let mut best: Option<(u128, u128)> = None;
			for (number, (provider, rate, near)) in (0..).zip(made) {
				let new = Bid { near, ..bid(provider, rate, number) };
				let key = |bid: &Bid<u8>| (weigh(bid), bid.rate.0);
				let before = bids.clone();
				match place(&mut bids, new.clone(), weigh) {
					Ok(beaten) => {
						prop_assert_eq!(bids.last(), Some(&new));
						let left = before.len() + 1 - usize::from(beaten.is_some());
						prop_assert_eq!(bids.len(), left);
						prop_assert!(beaten.iter().all(|beaten| key(&new) < key(beaten)));
						best = best.min(Some(key(&new))).or(Some(key(&new)));
					},
					Err(NotBetter) => prop_assert_eq!(&bids, &before),
				}
				let first = ranked(&bids, weigh).first().map(|bid| key(bid));
				prop_assert_eq!(first, best);
				let mut providers: Vec<_> = bids.iter().map(|bid| bid.provider).collect();
				providers.sort_unstable();
				providers.dedup();
				prop_assert_eq!(providers.len(), bids.len());
			}
		}
	}
}
