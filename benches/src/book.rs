//! One class: its listings, its index and its leases, kept as the marketplace keeps them.
//!
//! What is decided is decided by the pallet's own modules: `index` moves the level, `terms` makes
//! the rates, `matching` and `worth` choose the offer. Every provider is up and has collateral.

use crate::{Account, MAX_PROBES};
use pallet_tradewind_marketplace::{
	matching::{cheapest_first, Ask},
	worth::best_first,
	Gauge, Index, Listing, Policy,
};
use std::{cmp::Reverse, collections::BinaryHeap};
use tradewind_primitives::{
	AssetId, Balance, Rate, Resources, Runtimes, Seconds, TierId, Timestamp,
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
	listing: usize,
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
	/// What is on offer.
	pub listings: Vec<Listing<Account>>,
	/// The price level.
	pub index: Index,
	/// What has flowed until now, second by second.
	pub earned: Money,
	/// What was billed for the leases that are closed: rate times seconds.
	pub billed: Money,
	/// What honest buyers were billed for the leases of each listing.
	pub paid: Vec<Balance>,
	reputations: Vec<u32>,
	leases: Vec<Option<Lease>>,
	ends: BinaryHeap<Reverse<(Timestamp, usize)>>,
	flow: Money,
	accrued: Timestamp,
}

impl Book {
	/// A class in which nothing is leased, with the reputations of its providers.
	pub fn new(
		listings: Vec<Listing<Account>>,
		reputations: Vec<u32>,
		policy: Policy,
		now: Timestamp,
	) -> Self {
		let mut index = Index::new(policy, now);
		index.reset(policy, listings.iter().map(|listing| listing.portion(policy.gauge)));
		Self {
			paid: vec![0; listings.len()],
			listings,
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
		let ask = Ask {
			tier: TierId(0),
			asset: &AssetId::Native,
			needs: request.needs,
			max_rate: request.max_rate,
			max_seconds: request.seconds,
			candidates,
			excluded: &[],
			regions: &[],
			runtimes: Runtimes::WASM,
			level: self.index.level,
		};
		let matches = cheapest_first(&self.listings, &ask, |_| false).take(MAX_PROBES);
		let reputation = |who: &Account| self.reputations[*who as usize];
		let (offer, rate) = best_first(matches, reputation)
			.next()
			.map(|found| (found.listing.offer, found.rate))?;
		// The offers of a book are numbered by their places in it.
		let listing = offer.0 as usize;
		self.change(listing, |listing| {
			let left = listing.free.checked_sub(&request.needs);
			listing.free = left.expect("the matching never gives what is not free");
		});
		*self.flow.of(buyer) += rate.0;
		let lease = Lease { listing, needs: request.needs, rate, opened: now, buyer };
		self.leases.push(Some(lease));
		let id = self.leases.len() - 1;
		self.ends.push(Reverse((now.plus(request.seconds), id)));
		Some(id)
	}

	/// Ends a lease and bills it. One that has ended needs no ending.
	pub fn close(&mut self, id: usize, now: Timestamp) {
		let Some(lease) = self.leases[id].take() else { return };
		let Lease { listing, needs, rate, opened, buyer } = lease;
		let amount = rate.amount(now.since(opened)).expect("a bill that a number can say");
		*self.billed.of(buyer) += amount;
		*self.flow.of(buyer) -= rate.0;
		if buyer == Buyer::Honest {
			self.paid[listing] += amount;
		}
		self.index.touch(now);
		self.change(listing, |listing| {
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
	pub fn pause(&mut self, listing: usize, paused: bool, now: Timestamp) {
		self.index.touch(now);
		self.change(listing, |listing| listing.paused = paused);
	}

	/// Changes a listing, and what it adds to the index. The index has to be touched before.
	fn change(&mut self, listing: usize, change: impl FnOnce(&mut Listing<Account>)) {
		let gauge = self.index.policy.gauge;
		let listing = &mut self.listings[listing];
		let before = listing.portion(gauge);
		change(listing);
		self.index.replace(before, listing.portion(gauge));
	}

	/// What all offers hold and what is leased of it, in units of the gauge.
	pub fn capacity(&self) -> (u64, u64) {
		let gauge = self.index.policy.gauge;
		let offered = |listing: &Listing<_>| gauge.of(&listing.capacity);
		let free = |listing: &Listing<_>| gauge.of(&listing.free);
		let all: u64 = self.listings.iter().map(offered).sum();
		(all, all - self.listings.iter().map(free).sum::<u64>())
	}

	/// What the open leases reserve, in units of the gauge.
	pub fn reserved(&self, gauge: Gauge) -> u64 {
		self.leases.iter().flatten().map(|lease| gauge.of(&lease.needs)).sum()
	}

	/// What every offer on sale asks for `basket` at this moment.
	pub fn asked<'a>(&'a self, basket: &'a Resources) -> impl Iterator<Item = Rate> + 'a {
		self.listings.iter().filter(|listing| !listing.paused).filter_map(|listing| {
			listing.terms.pricing.rate(&listing.prices, basket, self.index.level)
		})
	}
}
