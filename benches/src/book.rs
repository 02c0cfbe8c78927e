//! One class: its listings, its index and its leases, kept as the marketplace keeps them.
//!
//! What is decided is decided by the pallet's own modules: `index` moves the level, `terms` makes
//! the rates, `directory` says which pages are worth reading, `search`, `matching` and `worth` choose
//! the offer. Every provider is up and has collateral.

use crate::{Account, LIMITS, PAGE_SIZE};
use pallet_tradewind_marketplace::{
	directory::Key,
	matching::{matches, Ask, Match},
	search::{best_first, Effort, Market},
	worth::weighted,
	Gauge, Index, Listing, Policy, Portion, Summary, Volume,
};
use std::{cmp::Reverse, collections::BinaryHeap};
use tradewind_primitives::{
	AssetId, Balance, Filters, LeaseKind, OfferId, Rate, Resources, Runtimes, Seconds, TierId,
	Timestamp,
};

/// What somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
	/// What is needed.
	pub needs: Resources,
	/// For how long; the buyer knows it.
	pub seconds: Seconds,
	/// The most that may be asked per second.
	pub max_rate: Rate,
}

/// Who leases: that decides whose money it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buyer {
	/// Somebody who needs it.
	Honest,
	/// Somebody who only wants to move the level.
	Manipulator,
}

/// Resources reserved at a locked rate.
#[derive(Clone, Copy, Debug)]
struct Lease {
	offer: usize,
	needs: Resources,
	rate: Rate,
	opened: Timestamp,
	buyer: Buyer,
}

/// Money by who paid it, or its flow per second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Money {
	/// What honest buyers paid.
	pub honest: Balance,
	/// What manipulators paid.
	pub manipulator: Balance,
}

impl Money {
	/// What this buyer paid.
	fn of(&mut self, buyer: Buyer) -> &mut Balance {
		match buyer {
			Buyer::Honest => &mut self.honest,
			Buyer::Manipulator => &mut self.manipulator,
		}
	}

	fn accrue(&mut self, flow: Money, seconds: Seconds) {
		let seconds = Balance::from(seconds);
		self.honest += flow.honest * seconds;
		self.manipulator += flow.manipulator * seconds;
	}
}

/// A class and all that goes on in it.
pub struct Book {
	/// The price level.
	pub index: Index,
	/// What has flowed until now, second by second.
	pub earned: Money,
	/// What was billed for the leases that are closed: rate times seconds.
	pub billed: Money,
	/// What honest buyers were billed for the leases of each offer.
	pub paid: Vec<Balance>,
	pages: Vec<Vec<Listing<Account>>>,
	directory: Vec<Summary>,
	/// Where each offer is listed: its page and its place there.
	places: Vec<(usize, usize)>,
	reputations: Vec<u32>,
	leases: Vec<Option<Lease>>,
	ends: BinaryHeap<Reverse<(Timestamp, usize)>>,
	flow: Money,
	accrued: Timestamp,
}

impl Book {
	/// A class in which nothing is leased, with the reputations of its providers. Offers and
	/// providers are numbered alike.
	pub fn new(
		mut listings: Vec<Listing<Account>>,
		reputations: Vec<u32>,
		policy: Policy,
		now: Timestamp,
	) -> Self {
		let mut index = Index::new(policy, now);
		let mut places = vec![(0, 0); listings.len()];
		for listing in &mut listings {
			listing.reputation = reputations[listing.provider as usize];
		}
		// Offers of like prices lie together, as on the chain.
		listings.sort_by_key(Key::of);
		let pages: Vec<_> = listings.chunks(PAGE_SIZE).map(<[_]>::to_vec).collect();
		let mut directory = Vec::new();
		for (page, listings) in pages.iter().enumerate() {
			directory.push(Summary::of(page as u32, Key::of(&listings[0]), listings));
			for (at, listing) in listings.iter().enumerate() {
				index.replace(Portion::default(), listing.portion());
				places[listing.offer.0 as usize] = (page, at);
			}
		}
		Self {
			paid: vec![0; listings.len()],
			pages,
			directory,
			places,
			index,
			earned: Money::default(),
			billed: Money::default(),
			reputations,
			leases: Vec::new(),
			ends: BinaryHeap::new(),
			flow: Money::default(),
			accrued: now,
		}
	}

	/// Lets time pass: money flows, and leases end whose time has come.
	pub fn advance(&mut self, now: Timestamp) {
		self.earned.accrue(self.flow, now.since(self.accrued));
		self.accrued = now;
		while let Some(Reverse((end, lease))) = self.ends.peek().copied() {
			if end > now {
				break;
			}
			self.ends.pop();
			self.close(lease, now);
		}
	}

	/// Places a request with the offer that answers it best, and returns the number of the lease.
	pub fn place(&mut self, request: &Request, buyer: Buyer, now: Timestamp) -> Option<usize> {
		self.place_with(&[], request, buyer, now)
	}

	/// Places a request with one of these providers; with any when none is named.
	pub fn place_with(
		&mut self,
		candidates: &[Account],
		request: &Request,
		buyer: Buyer,
		now: Timestamp,
	) -> Option<usize> {
		self.index.touch(now);
		let filters = Filters { runtimes: Runtimes::WASM, ..Default::default() };
		let ask = Ask {
			tier: TierId(0),
			asset: &AssetId::Native,
			needs: request.needs,
			max_rate: request.max_rate,
			max_seconds: request.seconds,
			candidates,
			excluded: &[],
			kind: LeaseKind::OnDemand,
			filters: &filters,
			reclaim: false,
			level: self.index.level,
		};
		let read: Vec<_> =
			candidates.iter().map(|who| self.places[*who as usize].0 as u32).collect();
		let pages = self.directory.iter().filter(|one| read.is_empty() || read.contains(&one.page));
		let pages: Vec<_> =
			pages.filter_map(|one| Some((one.least_worth(&ask)?, one.page))).collect();
		let mut desk = Desk { book: self, ask: &ask };
		let (offer, rate) = best_first(pages, LIMITS, &mut Effort::default(), &mut desk)?;
		let offer = offer.0 as usize;
		self.change(offer, |listing| {
			let left = listing.free.checked_sub(&request.needs);
			listing.free = left.expect("the matching never gives what is not free");
		});
		*self.flow.of(buyer) += rate.0;
		let lease = Lease { offer, needs: request.needs, rate, opened: now, buyer };
		self.leases.push(Some(lease));
		let id = self.leases.len() - 1;
		self.ends.push(Reverse((now.plus(request.seconds), id)));
		Some(id)
	}

	/// Ends a lease and bills it. One that has ended needs no ending.
	pub fn close(&mut self, id: usize, now: Timestamp) {
		let Some(lease) = self.leases[id].take() else { return };
		let Lease { offer, needs, rate, opened, buyer } = lease;
		let amount = rate.amount(now.since(opened)).expect("a bill that a number can say");
		*self.billed.of(buyer) += amount;
		*self.flow.of(buyer) -= rate.0;
		if buyer == Buyer::Honest {
			self.paid[offer] += amount;
		}
		self.index.touch(now);
		self.change(offer, |listing| {
			let free = listing.free.checked_add(&needs);
			listing.free = free.expect("no more is given back than was taken");
		});
	}

	/// Ends all leases.
	pub fn close_all(&mut self, now: Timestamp) {
		(0..self.leases.len()).for_each(|id| self.close(id, now));
		self.ends.clear();
	}

	/// Pauses an offer, or takes it back.
	pub fn pause(&mut self, offer: usize, paused: bool, now: Timestamp) {
		self.index.touch(now);
		self.change(offer, |listing| listing.paused = paused);
	}

	/// How many offers there are.
	pub fn count(&self) -> usize {
		self.places.len()
	}

	/// The listing of an offer.
	pub fn listing(&self, offer: usize) -> &Listing<Account> {
		let (page, at) = self.places[offer];
		&self.pages[page][at]
	}

	/// All listings.
	pub fn listings(&self) -> impl Iterator<Item = &Listing<Account>> {
		self.pages.iter().flatten()
	}

	/// Changes a listing, and what it adds to the index. The index has to be touched before.
	fn change(&mut self, offer: usize, change: impl FnOnce(&mut Listing<Account>)) {
		let (page, at) = self.places[offer];
		let listing = &mut self.pages[page][at];
		let before = listing.portion();
		change(listing);
		self.index.replace(before, listing.portion());
		let summary = &mut self.directory[page];
		*summary = Summary::of(summary.page, summary.from, &self.pages[page]);
	}

	/// What all offers hold and what is leased of it, in units of the gauge.
	pub fn capacity(&self) -> (u64, u64) {
		let gauge = self.index.policy.gauge;
		let all: u64 = self.listings().map(|listing| measure(gauge, &listing.capacity)).sum();
		let free: u64 = self.listings().map(|listing| measure(gauge, &listing.free)).sum();
		(all, all - free)
	}

	/// What the open leases reserve, in units of the gauge.
	pub fn reserved(&self, gauge: Gauge) -> u64 {
		self.leases.iter().flatten().map(|lease| measure(gauge, &lease.needs)).sum()
	}

	/// What every offer on sale asks for `basket` at this moment.
	pub fn asked<'a>(&'a self, basket: &'a Resources) -> impl Iterator<Item = Rate> + 'a {
		self.listings().filter(|listing| !listing.paused).filter_map(|listing| {
			listing.terms.pricing.rate(&listing.prices, basket, self.index.level)
		})
	}
}

fn measure(gauge: Gauge, resources: &Resources) -> u64 {
	Volume::from(resources).of(gauge)
}

/// Looks for an offer in a book.
struct Desk<'a> {
	book: &'a Book,
	ask: &'a Ask<'a, Account>,
}

impl Market for Desk<'_> {
	type AccountId = Account;
	type Taken = (OfferId, Rate);

	fn read(&mut self, page: u32) -> Vec<Match<Account>> {
		matches(page, &self.book.pages[page as usize], self.ask)
	}

	fn allows(&mut self, _: &Match<Account>) -> bool {
		false
	}

	fn weigh(&self, found: &Match<Account>, reputation: u32) -> u128 {
		weighted(found.rate, reputation)
	}

	fn reputation(&mut self, found: &Match<Account>) -> u32 {
		self.book.reputations[found.provider as usize]
	}

	fn take(&mut self, found: &Match<Account>) -> Option<Self::Taken> {
		Some((found.offer, found.rate))
	}
}
