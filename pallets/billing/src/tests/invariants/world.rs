//! The pallet and the reference side by side: one is told what the other has told, and they are
//! held against each other.

use super::{ASSETS, PEOPLE};
use crate::{
	mock::*,
	tests::reference::{self, Party, Reference, State},
	*,
};
use frame_support::{assert_ok, weights::WeightMeter};
use std::collections::BTreeMap;
use tradewind_primitives::{
	agenda::BUCKET, traits::Streams as _, AssetId, Balance, ManagedStream, StreamBill, StreamId,
};

fn number(asset: &AssetId) -> usize {
	ASSETS.iter().position(|known| known == asset).unwrap()
}

fn party(side: Side) -> Party {
	match side {
		Side::Payer => Party::Payer,
		Side::Payee => Party::Payee,
	}
}

/// What somebody has of an asset outside the pot, or may claim.
fn holding(who: AccountId, asset: usize) -> Balance {
	balance(ASSETS[asset].clone(), who) + Billing::owed(who, ASSETS[asset].clone())
}

/// The pallet and the reference, side by side.
pub struct World {
	pub reference: Reference,
	/// What everybody had in the beginning.
	pub before: BTreeMap<(AccountId, usize), Balance>,
	/// The stream that is being opened.
	pub opening: Option<reference::Stream>,
	/// How many billionths of what is left of a stream are forfeited if it closes.
	pub forfeit: Balance,
	/// What streams came to.
	pub bills: BTreeMap<StreamId, StreamBill>,
	/// Whether the agenda is at work.
	pub polling: bool,
	/// Whether time passes block by block, so that the agenda is never late.
	pub in_blocks: bool,
	/// Whether somebody settles everything in between.
	pub settling: bool,
}

impl World {
	pub fn new(policy: Policy, in_blocks: bool, settling: bool) -> Self {
		assert_ok!(Billing::set_policy(RuntimeOrigin::root(), policy));
		System::reset_events();
		let everybody = PEOPLE.into_iter().chain([ISSUER, FEES]);
		let before = everybody.flat_map(|who| (0..3).map(move |asset| (who, asset)));
		let before = before.map(|(who, asset)| ((who, asset), holding(who, asset))).collect();
		let reference = Reference {
			now: Now::get(),
			policy: Self::policy(policy),
			accounts: BTreeMap::new(),
			streams: BTreeMap::new(),
			channels: BTreeMap::new(),
			down: Default::default(),
			gains: BTreeMap::new(),
		};
		let (opening, forfeit, bills, polling) = (None, 0, BTreeMap::new(), false);
		Self { reference, before, opening, forfeit, bills, polling, in_blocks, settling }
	}

	pub fn policy(policy: Policy) -> reference::Policy {
		reference::Policy {
			fee: policy.fee.deconstruct().into(),
			grace: policy.grace,
			challenge: policy.challenge,
			min_runway: policy.min_runway,
		}
	}

	/// One of the accounts, or none.
	pub fn tab(&self, die: usize) -> u64 {
		let tabs = &self.reference.accounts;
		let known = die != 15 && !tabs.is_empty();
		if known {
			*tabs.keys().nth(die % tabs.len()).unwrap()
		} else {
			u64::MAX
		}
	}

	pub fn stream(&self, die: usize) -> u64 {
		let streams = &self.reference.streams;
		let known = die != 47 && !streams.is_empty();
		if known {
			*streams.keys().nth(die % streams.len()).unwrap()
		} else {
			u64::MAX
		}
	}

	pub fn channel(&self, die: usize) -> u64 {
		let channels = &self.reference.channels;
		let known = die != 47 && !channels.is_empty();
		if known {
			*channels.keys().nth(die % channels.len()).unwrap()
		} else {
			u64::MAX
		}
	}

	pub fn owner(&self, tab: u64) -> AccountId {
		self.reference.accounts.get(&tab).map_or(ALICE, |account| account.owner)
	}

	/// A party of a stream.
	pub fn party(&self, id: u64, payee: bool) -> AccountId {
		match self.reference.streams.get(&id) {
			Some(stream) if payee => stream.places[0].who,
			Some(stream) => self.owner(stream.tab),
			None => ALICE,
		}
	}
}

// What is told.
impl World {
	/// Tells the reference what the pallet has told.
	pub fn digest(&mut self, event: Event<Test>) {
		let reference = &mut self.reference;
		match event {
			Event::AccountOpened { tab, who, asset, amount } => {
				reference.open_account(tab.0, who, number(&asset), MINIMUM, amount);
			},
			Event::ToppedUp { tab, who, amount } => reference.top_up(tab.0, who, amount),
			Event::Credited { tab, amount, .. } => reference.top_up(tab.0, ISSUER, amount),
			Event::Withdrawn { tab, amount, .. } => reference.withdraw(tab.0, amount),
			Event::AccountClosed { tab, amount, .. } => {
				assert_eq!(amount, reference.close_account(tab.0));
			},
			Event::StreamOpened { stream, tab, .. } => {
				assert_eq!(stream.0, reference.next_stream(tab.0));
				reference.open(self.opening.take().expect("it was asked for"));
			},
			Event::StreamStarted { stream, .. } => reference.start(stream.0),
			Event::Settled { stream, amount, fee, .. } => {
				reference.settle(stream.0);
				let untold = std::mem::take(&mut reference.stream(stream.0).untold);
				assert_eq!((amount, fee), untold);
			},
			Event::StreamClosed { stream, bill, amount, fee, .. } => {
				let closed = reference.close(stream.0, self.forfeit);
				if self.polling {
					let waited = reference.accounts[&closed.tab].closing;
					let over = closed.state == State::Spent || closed.is_over(reference.now);
					assert!(waited || over, "there is a reason");
				}
				let StreamBill { seconds, downtime, amount: cost, forfeit } = bill;
				let expected = (closed.seconds, closed.downtime, closed.cost, closed.forfeit);
				assert_eq!((seconds, downtime, cost, forfeit), expected);
				assert_eq!((amount, fee), closed.untold);
				self.bills.insert(stream, bill);
			},
			Event::Low { tab, depletes_at } => {
				// A stream that is over may have been found just now.
				if !reference.running(tab.0).any(|stream| stream.is_over(reference.now)) {
					assert_eq!(depletes_at.0, reference.depletes_at(tab.0));
				}
			},
			Event::Frozen { tab, at, grace_until } => {
				assert_eq!((at.0, grace_until.0), reference.declare(tab.0));
			},
			Event::Resumed { tab } => {
				// What was not said to be halted was found to be over.
				reference.tend_all(tab.0);
				reference.resume_account(tab.0);
			},
			Event::OutOfFunds { tab } => reference.give_up(tab.0),
			Event::StreamHalted { stream, at, .. } => {
				assert_eq!(at.0, reference.halt(stream.0));
			},
			Event::StreamResumed { stream, .. } => reference.resume(stream.0),
			Event::StreamPaused { stream, by, .. } => reference.pause(stream.0, party(by)),
			Event::RateProposed { stream, by, rate } => {
				reference.propose(stream.0, party(by), rate.0);
			},
			Event::RateChanged { stream, new, .. } => reference.change_rate(stream.0, new.0),
			Event::Adjusted { stream, old_rate, rate, old_cap, cap } => {
				let before = reference.stream(stream.0);
				assert_eq!((old_rate.0, old_cap), (before.rate, before.cap));
				reference.adjust(stream.0, rate.0, cap);
			},
			Event::Redirected { stream, from, to } => reference.redirect(stream.0, from, to),
			Event::Reclaimed { stream, amount, .. } => {
				assert_eq!(amount, reference.reclaim(stream.0));
			},
			Event::DelegateSet { tab, who, allowance } => {
				let allowance =
					allowance.map(|allowance| (allowance.role == Role::Manage, allowance.per_day));
				reference.set_delegate(tab.0, who, allowance);
			},
			Event::BudgetSet { tab, budget } => reference.set_budget(tab.0, budget),
			Event::ChannelOpened { channel, tab, payee, deposit } => {
				reference.open_channel(channel.0, tab.0, payee, deposit);
			},
			Event::ChannelToppedUp { channel, amount } => {
				reference.top_up_channel(channel.0, amount);
			},
			Event::Redeemed { channel, amount, fee, .. } => {
				assert_eq!(fee, reference.redeem(channel.0, amount));
			},
			Event::ChannelClosing { channel, until } => {
				reference.channel(channel.0).closes = Some(until.0);
			},
			Event::ChannelClosed { channel, released } => {
				let closes = reference.channel(channel.0).closes;
				assert!(!self.polling || closes.is_some_and(|second| second <= reference.now));
				assert_eq!(released, reference.close_channel(channel.0));
			},
			Event::FeesPaid { tab, amount, .. } => {
				assert_eq!(amount, reference.deliver_fees(tab.0, FEES));
			},
			Event::PolicySet { policy } => reference.policy = Self::policy(policy),
			Event::PayoutOwed { .. }
			| Event::Claimed { .. }
			| Event::AlertSet { .. }
			| Event::SettledMany { .. }
			| Event::__Ignore(..) => {},
		}
	}
}

// What is looked at.
impl World {
	/// The invariants hold, and the pallet and the reference are of one mind.
	pub fn agree(&mut self) {
		check();
		self.agree_on_accounts();
		self.agree_on_streams();
		assert_eq!(Channels::<Test>::iter().count(), self.reference.channels.len());
		for (id, channel) in Channels::<Test>::iter() {
			let expected = self.reference.channel(id.0);
			let seen = (channel.deposit, channel.redeemed, channel.closes.map(|second| second.0));
			assert_eq!(seen, (expected.deposit, expected.redeemed, expected.closes));
		}
		for ((who, asset), before) in &self.before {
			let gain = self.reference.gains.get(&(*who, *asset)).copied().unwrap_or_default();
			let holding = holding(*who, *asset) as i128;
			assert_eq!(holding, *before as i128 + gain, "{who} has another sum of {asset}");
		}
	}

	pub fn agree_on_accounts(&mut self) {
		assert_eq!(Accounts::<Test>::iter().count(), self.reference.accounts.len());
		for (tab, stored) in Accounts::<Test>::iter() {
			let account = &self.reference.accounts[&tab.0];
			let view = Billing::account_view(tab).unwrap();
			let seen = (view.funds, view.available, view.budget_left, stored.fees);
			let funds = self.reference.funds(tab.0);
			let budget = account.budget.map(|(left, _)| left);
			assert_eq!(seen, (funds, account.available(), budget, account.fees));
			let (rate, now) = (self.reference.flow(tab.0), self.reference.now);
			match view.depletes_at.map(|end| Balance::from(end.0 - now)) {
				Some(left) => assert!((left * rate..(left + 1) * rate).contains(&view.available)),
				None => assert!(rate == 0 || account.ended.is_some(), "{tab:?} flows for ever"),
			}
			let seen = match stored.status {
				Status::Active => (None, None, false),
				Status::Frozen { since, grace_until, .. } => {
					(Some(since.0), Some(grace_until.0), false)
				},
				Status::Closing { since } => (Some(since.0), account.grace, true),
			};
			let declared = account.ended.filter(|_| account.grace.is_some());
			assert_eq!(seen, (declared, account.grace, account.closing));
		}
	}

	pub fn agree_on_streams(&mut self) {
		assert_eq!(Streams::<Test>::iter().count(), self.reference.streams.len());
		for (tab, id, stored) in Streams::<Test>::iter() {
			let stream = self.reference.stream(id.0);
			let bill = billed(stream.seconds, stream.downtime, stream.cost);
			assert_eq!((tab.0, Billing::bill(id)), (stream.tab, Some(bill)));
			assert_eq!(Billing::idle(id), stream.idle, "{id:?} stood still for another time");
			let state = match stored.state {
				StreamState::Pending => State::Pending,
				StreamState::Flowing => State::Flowing,
				StreamState::Halted => State::Halted(stored.settled_until.0),
				StreamState::Spent => State::Spent,
				StreamState::Paused { by, .. } => State::Paused(party(by)),
			};
			assert_eq!((state, stored.rate.0), (stream.state, stream.rate));
			let cost = stream.cost;
			assert!(cost <= stream.cap, "{id:?} costs {cost}");
			let managed = Billing::managed(id);
			assert_eq!(managed.as_ref().map(|seen| seen.memo), stream.memo);
			let Some(ManagedStream { terms, started, left, .. }) = managed else { continue };
			let seen = (terms.tab.0, terms.rate.0, terms.cap, terms.prepaid, terms.meter);
			let reference::Stream { tab, rate, cap, prepaid, provider, .. } = *stream;
			assert_eq!(seen, (tab, rate, cap, prepaid, provider));
			assert_eq!(started.is_some(), stream.started);
			let (left, unused) = (Balance::from(left), cap - cost);
			if left < u64::MAX.into() {
				assert!((left * rate..(left + 1) * rate).contains(&unused), "{left} x {rate}");
			}
		}
	}

	/// Brings the agenda up to this moment.
	pub fn catch_up(&mut self) {
		while AgendaNextBucket::<Test>::get() <= self.reference.now / BUCKET {
			self.poll(WeightMeter::new());
		}
	}

	/// Gives everybody enough to be able to receive anything.
	pub fn endow(&mut self, everybody: impl IntoIterator<Item = AccountId>) {
		for who in everybody {
			for (number, asset) in ASSETS.into_iter().enumerate() {
				let from = signed(ISSUER);
				match asset {
					AssetId::Native => {
						assert_ok!(Balances::transfer_keep_alive(from, who, MINIMUM));
					},
					AssetId::WithId(id) => {
						assert_ok!(Assets::transfer(from, id, who, MINIMUM));
					},
				}
				self.reference.give(ISSUER, who, number, MINIMUM);
			}
		}
		System::reset_events();
	}

	/// What waits for money waits for no longer than the grace; then everybody leaves, and nothing
	/// is left.
	pub fn wind_up(&mut self) {
		Obedient::set(true);
		self.catch_up();
		for _ in 0..12 {
			self.wait(60);
			self.catch_up();
			self.agree();
		}
		for account in self.reference.accounts.values() {
			let late = account.grace.is_some_and(|grace| grace + 240 < self.reference.now);
			assert!(!late, "no account waits for ever");
		}
		for stream in self.reference.streams.values() {
			let late = stream.ends.is_some_and(|second| second + 240 < self.reference.now);
			assert!(!late, "no stream outlives its end");
		}
		for channel in self.reference.channels.values() {
			let late = channel.closes.is_some_and(|second| second + 240 < self.reference.now);
			assert!(!late, "no channel outlives its end");
		}
		for (_, id) in Streams::<Test>::iter_keys().collect::<Vec<_>>() {
			let result = close(id).map(|_| ());
			self.expect(result, true, None);
		}
		for (channel, terms) in Channels::<Test>::iter().collect::<Vec<_>>() {
			self.call(terms.payee, Call::close_channel { channel }, true, None);
		}
		self.endow(PEOPLE);
		for (payee, asset, _) in Owed::<Test>::iter().collect::<Vec<_>>() {
			self.call(BOB, Call::claim { payee, asset }, true, None);
		}
		self.agree();
		for (tab, account) in Accounts::<Test>::iter().collect::<Vec<_>>() {
			self.close_account(account.owner, tab.0);
		}
		self.agree();
		for asset in ASSETS {
			assert_eq!(balance(asset, Billing::pot_account()), 0);
		}
		let left = [
			Accounts::<Test>::iter().count(),
			Streams::<Test>::iter().count(),
			Owed::<Test>::iter().count(),
			Pots::<Test>::iter().count(),
			Proposals::<Test>::iter().count(),
			Delegates::<Test>::iter().count(),
			Channels::<Test>::iter().count(),
		];
		assert_eq!(left, [0; 7]);
	}
}
