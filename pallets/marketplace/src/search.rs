//! The search for the best offer, from the page that could be the cheapest on. Pure: whatever it
//! has to know it asks its caller for, and only when it has to know it.
//!
//! It is a best-first search. What lies before it is a page that was not read, of which is known what
//! its offers count for at least; or an offer, of which is known what it counts for by what is noted
//! of its provider. It always goes on with what could be the best. When that is an offer, its provider
//! is looked at: if it is known hardly less well than is noted, the offer is taken, and otherwise it
//! is put back for what it really counts for. So, as long as the notes are true, it finds what trying
//! everything would find, unless it comes to the end of its [`Limits`] first; and it looks at one
//! provider, unless that cannot be given the work. However old the notes are, what it takes costs at
//! most [`WIDEST`](crate::worth::WIDEST) times the cheapest that could be had.
//!
//! Of each provider only its best answer counts, and besides, where that stands elsewhere, its
//! best one near to where it is wanted. Whatever makes a provider unfit besides its listing (it
//! is down, it takes no work, its collateral does not cover the bill) makes every dearer listing of
//! it unfit too. So a provider cannot hide others by listing much. A listing that is not for the
//! buyer does not count at all.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{matching::Match, worth::counted};
use alloc::{collections::BTreeMap, vec::Vec};
use tradewind_primitives::Rate;

/// How far a search goes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
	/// After how many pages it makes do with what it has found.
	pub enough: u32,
	/// How many pages it reads while it has found nothing that can be taken.
	pub pages: u32,
	/// How many providers it looks at, and how many allow-lists of others it reads besides. One that
	/// has a dearer answer that is near counts as two.
	pub providers: u32,
}

/// How far a search went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
	/// How many pages it read.
	pub pages: u32,
	/// How many providers it looked at.
	pub providers: u32,
	/// How many allow-lists it read.
	pub lists: u32,
}

/// What a search asks its caller for.
pub trait Market {
	/// An account of the chain.
	type AccountId: Ord + Clone;
	/// What comes of taking an offer.
	type Taken;

	/// The listings of a page that answer the ask.
	fn read(&mut self, page: u32) -> Vec<Match<Self::AccountId>>;

	/// Whether the buyer may lease from an offer that is kept for the accounts of a list.
	fn allows(&mut self, found: &Match<Self::AccountId>) -> bool;

	/// What its rate counts for, given how well its provider is known. Never less than the rate.
	fn weigh(&self, found: &Match<Self::AccountId>, reputation: u32) -> u128;

	/// How well its provider is known at this moment.
	fn reputation(&mut self, found: &Match<Self::AccountId>) -> u32;

	/// Takes the offer, or leaves everything as it was.
	fn take(&mut self, found: &Match<Self::AccountId>) -> Option<Self::Taken>;
}

/// What lies before the search.
enum Node<AccountId> {
	/// A page that was not read.
	Page(u32),
	/// An offer, at what it counts for by what is noted.
	Noted(Match<AccountId>),
	/// An offer whose provider was looked at.
	Weighed(Match<AccountId>),
}

impl<AccountId> Node<AccountId> {
	/// In which order what could be as good as each other comes: nothing is taken while a page that
	/// may hold its equal is unread; of equal ones the cheaper, then the older offer is taken.
	fn rank(&self) -> (u8, Rate, u64) {
		match self {
			Self::Page(page) => (0, Rate(0), (*page).into()),
			Self::Noted(found) | Self::Weighed(found) => (1, found.rate, found.offer.0),
		}
	}
}

/// The best offer that can be taken. `pages` are the pages that may hold an answer, each with what
/// none of its offers counts for less than. `effort` is what was done before within the same
/// limits, and grows by what is done now.
pub fn best_first<M: Market>(
	pages: impl IntoIterator<Item = (u128, u32)>,
	limits: Limits,
	effort: &mut Effort,
	market: &mut M,
) -> Option<M::Taken> {
	// Whether an answer of a provider that was looked at is near.
	let mut seen = BTreeMap::new();
	let keyed = |bound: u128, node: Node<M::AccountId>| ((bound, node.rank()), node);
	let mut ahead: BTreeMap<_, _> =
		pages.into_iter().map(|(bound, page)| keyed(bound, Node::Page(page))).collect();
	// What was not read because there was enough to choose from.
	let mut later = BTreeMap::new();
	loop {
		let Some((key, node)) = ahead.pop_first() else {
			if later.is_empty() {
				return None;
			}
			ahead = core::mem::take(&mut later);
			continue;
		};
		match node {
			Node::Page(_)
				if effort.pages >= limits.pages || effort.providers >= limits.providers => {},
			Node::Page(page) if effort.pages >= limits.enough && has_offer(&ahead) => {
				later.insert(key, Node::Page(page));
			},
			Node::Page(page) => {
				effort.pages = effort.pages.saturating_add(1);
				let found = market.read(page).into_iter();
				let noted = |found: &Match<_>| market.weigh(found, found.reputation);
				ahead.extend(found.map(|found| keyed(noted(&found), Node::Noted(found))));
			},
			Node::Noted(found)
				if effort.providers >= limits.providers
					|| seen.get(&found.provider).is_some_and(|near| *near || !found.near) => {},
			Node::Noted(found)
				if found.restricted && !is_allowed(market, &found, limits, effort) => {},
			Node::Noted(found) => {
				effort.providers = effort.providers.saturating_add(1);
				seen.insert(found.provider.clone(), found.near);
				let reputation = market.reputation(&found);
				let worth = counted(key.0, market.weigh(&found, reputation));
				ahead.extend([keyed(worth, Node::Weighed(found))]);
			},
			Node::Weighed(found) => {
				if let Some(taken) = market.take(&found) {
					return Some(taken);
				}
			},
		}
	}
}

/// Whether there is anything but pages.
fn has_offer<K, AccountId>(ahead: &BTreeMap<K, Node<AccountId>>) -> bool {
	ahead.values().any(|node| !matches!(node, Node::Page(_)))
}

/// Looks whether a list has the buyer. Lists use up a number of their own, not that of the
/// providers: who is on no list is not hindered by those of others.
fn is_allowed<M: Market>(
	market: &mut M,
	found: &Match<M::AccountId>,
	limits: Limits,
	effort: &mut Effort,
) -> bool {
	if effort.lists >= limits.providers {
		return false;
	}
	effort.lists = effort.lists.saturating_add(1);
	market.allows(found)
}
