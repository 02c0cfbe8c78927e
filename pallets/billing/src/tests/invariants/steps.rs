//! What happens, and whether the reference expects it to succeed.

use super::{world::World, Step, What, ASSETS, OWNERS, PEOPLE, PROVIDERS};
use crate::{
	mock::*,
	tests::reference::{Party, Person, State, Stream as Terms},
	*,
};
use frame_support::{
	dispatch::DispatchResult,
	storage::with_storage_layer,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use sp_core::{ed25519, sr25519, Pair};
use sp_runtime::{traits::Dispatchable, Perbill};
use tradewind_primitives::{
	traits::{Credits as _, Streams as _},
	AssetId, Balance, ChannelId, Payees, Rate, StreamId, StreamTerms, TabId, Timestamp, MAX_PAYEES,
};

/// How many accounts, streams and channels there are at most, so that all can be looked at.
const MOST: [usize; 3] = [5, 12, 4];

/// The billionths of one, two or three payees, of which the last ones do not add up.
fn shares(die: usize) -> Vec<(Person, u32)> {
	match die % 12 {
		0..=3 => vec![(CLOUD, 1_000_000_000)],
		4..=6 => vec![(CLOUD, 900_000_001), (REFERRER, 99_999_999)],
		7 | 8 => vec![(BOB, 1), (CLOUD, 999_999_999)],
		9 | 10 => vec![(CLOUD, 333_333_333), (REFERRER, 333_333_333), (NOBODY, 333_333_334)],
		_ => vec![(CLOUD, 333_333_333), (REFERRER, 333_333_333)],
	}
}

fn payees(shares: &[(Person, u32)]) -> Payees<AccountId> {
	let payees: Vec<_> = shares.iter().map(|(who, parts)| payee(*who, *parts)).collect();
	payees.try_into().unwrap()
}

/// The key of a channel.
fn key(channel: ChannelId) -> (VoucherKey, impl Fn(&[u8]) -> VoucherSignature) {
	let sr = sr25519::Pair::from_seed(&[7; 32]);
	let ed = ed25519::Pair::from_seed(&[8; 32]);
	let is_sr = channel.0.is_multiple_of(2);
	let key =
		if is_sr { VoucherKey::Sr25519(sr.public().0) } else { VoucherKey::Ed25519(ed.public().0) };
	let sign = move |message: &[u8]| {
		if is_sr {
			VoucherSignature::Sr25519(sr.sign(message).0)
		} else {
			VoucherSignature::Ed25519(ed.sign(message).0)
		}
	};
	(key, sign)
}

// What happens.
impl World {
	pub fn now(&self, seconds: u64) -> Timestamp {
		Timestamp(self.reference.now + seconds)
	}

	/// Takes note of a result: it has to be what the reference expects, and to be told of.
	pub fn expect(
		&mut self,
		result: DispatchResult,
		allowed: bool,
		event: impl Into<Option<Event<Test>>>,
	) -> bool {
		assert_eq!(result.is_ok(), allowed, "{result:?}");
		let told = events();
		if let Some(event) = event.into().filter(|_| allowed) {
			assert!(told.contains(&event), "{event:?} is not among {told:?}");
		}
		assert!(allowed || told.is_empty());
		told.into_iter().for_each(|event| self.digest(event));
		Records::take();
		allowed
	}

	pub fn call(
		&mut self,
		who: AccountId,
		call: Call<Test>,
		allowed: bool,
		event: impl Into<Option<Event<Test>>>,
	) -> bool {
		let result = RuntimeCall::from(call).dispatch(signed(who));
		self.expect(result.map(|_| ()).map_err(|error| error.error), allowed, event)
	}

	pub fn poll(&mut self, mut meter: WeightMeter) {
		self.polling = true;
		Billing::on_poll(1, &mut meter);
		self.expect(Ok(()), true, None);
		self.polling = false;
		// The pallet does not say which streams it found to be over, and when it has closed the last
		// one of an account that waited for too long.
		let spent = |(_, id, stream): (TabId, StreamId, Stream<AccountId, Memo>)| {
			(stream.state == StreamState::Spent).then_some(id.0)
		};
		for id in Streams::<Test>::iter().filter_map(spent) {
			self.reference.tend(id);
		}
		for (tab, account) in Accounts::<Test>::iter() {
			if self.reference.accounts[&tab.0].closing && account.status == Status::Active {
				self.reference.reopen(tab.0);
			}
		}
	}

	pub fn wait(&mut self, mut seconds: u64) {
		while seconds > 0 {
			let some = if self.in_blocks { seconds.min(3) } else { seconds };
			seconds -= some;
			advance(some);
			self.reference.advance(some);
			if self.in_blocks {
				self.settle_all();
				self.poll(WeightMeter::new());
			}
		}
	}

	/// Settles what there is, if that is asked for.
	pub fn settle_all(&mut self) {
		let streams: Vec<StreamId> =
			self.reference.streams.keys().map(|id| StreamId(*id)).collect();
		if self.settling {
			self.settle_many(streams);
		}
	}

	pub fn settle_many(&mut self, streams: Vec<StreamId>) {
		let started =
			|id: &&StreamId| self.reference.streams.get(&id.0).is_some_and(|stream| stream.started);
		let (all, settled) = (streams.len() as u32, streams.iter().filter(started).count() as u32);
		let event = Event::SettledMany { settled, skipped: all - settled };
		let batch = streams.clone().try_into().unwrap();
		self.call(NOBODY, Call::settle_many { streams: batch }, true, event);
		for StreamId(id) in streams {
			if self.reference.streams.contains_key(&id) {
				self.reference.settle(id);
			}
		}
	}

	/// Does a step. Returns whether it succeeded.
	pub fn take(&mut self, step: Step) -> bool {
		let Step { who, tab: tab_die, item, amount, seconds, coin, .. } = step;
		let full = [
			self.reference.accounts.len() == MOST[0],
			self.reference.streams.len() == MOST[1],
			self.reference.channels.len() == MOST[2],
		];
		let what = match step.what {
			What::OpenAccount if full[0] => What::CloseAccount,
			What::OpenStream if full[1] => What::CloseStream,
			What::Open if full[1] => What::Close,
			What::OpenChannel if full[2] => What::CloseChannel,
			what => what,
		};
		let id = self.tab(tab_die);
		let (tab, owner) = (TabId(id), step.signer(self.owner(id)));
		let known = self.reference.accounts.contains_key(&id);
		let provider = PROVIDERS[item % 2];
		match what {
			What::Wait => {
				self.wait(seconds);
				true
			},
			What::Poll => {
				let visit = Billing::visit_weight(Status::Active, MAX_PAYEES);
				let visits = visit.saturating_mul(tab_die as u64 % 8);
				let items = Billing::item_weight().saturating_mul(who as u64);
				let buckets = <() as WeightInfo>::agenda_bucket().saturating_mul(item as u64);
				let limit = visits.saturating_add(items).saturating_add(buckets);
				self.poll(WeightMeter::with_limit(if coin { Weight::MAX } else { limit }));
				true
			},
			What::Turn => {
				FakeMeter::set_down(provider, coin);
				self.reference.turn(provider, coin);
				true
			},
			What::Verdict => {
				FakeMeter::add(provider, seconds % 60);
				self.reference.verdict(provider, seconds % 60);
				true
			},
			What::Obey => {
				Obedient::set(coin);
				true
			},
			What::Credit => {
				let asset = Accounts::<Test>::get(tab).map_or(WIND, |account| account.asset);
				let asset = &asset;
				let credit = || {
					let from = signed(ISSUER);
					let pot = Billing::pot_account();
					match *asset {
						AssetId::Native => Balances::transfer_keep_alive(from, pot, amount)?,
						AssetId::WithId(asset) => Assets::transfer(from, asset, pot, amount)?,
					}
					Billing::credit(tab, asset, amount)
				};
				let result = with_storage_layer(credit);
				let event = Event::Credited { tab, asset: asset.clone(), amount };
				let ok = self.expect(result, known, (amount != 0).then_some(event));
				self.check_resumed(id, ok && amount != 0)
			},
			What::Open | What::OpenStream => self.open(step, owner, id),
			What::Start => {
				let id = self.stream(item);
				let stream = self.reference.streams.get(&id);
				let allowed = stream.is_some_and(|stream| !stream.started);
				let tab = TabId(stream.map_or(0, |stream| stream.tab));
				let stream = StreamId(id);
				let result = with_storage_layer(|| Billing::start(stream));
				self.expect(result, allowed, Event::StreamStarted { stream, tab })
			},
			What::Keep => {
				let id = self.stream_that(step, |it| it.memo.is_some());
				let memo = self.memo(id);
				let result = with_storage_layer(|| Billing::keep(StreamId(id), seconds));
				let ok = self.expect(result, memo.is_some(), None);
				if ok {
					self.reference.stream(id).memo = Some(seconds);
				}
				ok
			},
			What::Adjust => self.adjust(step),
			What::Close => {
				let id = self.stream(item);
				let memo = self.memo(id);
				let parts = [0, 0, 1, 250_000_000, 999_999_999, 1_000_000_000][who % 6];
				let forfeit = Perbill::from_parts(parts);
				self.forfeit = parts.into();
				let result = with_storage_layer(|| Billing::close(StreamId(id), forfeit));
				assert_eq!(result.as_ref().ok().map(|(_, memo)| *memo), memo);
				let ok = self.expect(result.map(|_| ()), memo.is_some(), None);
				self.forfeit = 0;
				ok
			},
			What::OpenAccount => {
				let who = OWNERS[item % 2];
				let asset = ASSETS[tab_die % 3].clone();
				let tab = NextTabId::<Test>::get();
				let call = Call::open_account { asset: asset.clone(), amount };
				let event = Event::AccountOpened { tab, who, asset, amount };
				self.call(who, call, amount >= MINIMUM, event)
			},
			What::TopUp => {
				let who = OWNERS[item % 2];
				let mut empty = self.reference.accounts.iter().filter(|(_, a)| a.ended.is_some());
				let id = empty.next().filter(|_| coin).map_or(id, |(id, _)| *id);
				let tab = TabId(id);
				let known = self.reference.accounts.contains_key(&id);
				let event = Event::ToppedUp { tab, who, amount };
				let allowed = known && amount != 0;
				let ok = self.call(who, Call::top_up { tab, amount }, allowed, event);
				self.check_resumed(id, ok)
			},
			What::Withdraw => {
				let left = self.reference.accounts.get(&id).map_or(0, |account| account.free);
				let left = left.checked_sub(amount);
				let allowed = amount != 0
					&& self.reference.may(owner, id, true, amount)
					&& left.is_some_and(|left| self.reference.lasts(id, 0, left));
				let event = Event::Withdrawn { tab, who: self.owner(id), amount };
				self.charge(allowed, owner, id, amount);
				self.call(owner, Call::withdraw { tab, amount }, allowed, event)
			},
			What::CloseAccount => self.close_account(owner, id),
			What::Settle => {
				let id = self.stream(item);
				let stream = StreamId(id);
				let streams = &self.reference.streams;
				let allowed = streams.get(&id).is_some_and(|stream| stream.started);
				let ok = self.call(NOBODY, Call::settle { stream }, allowed, None);
				if ok {
					self.reference.settle(id);
				}
				ok
			},
			What::Claim => {
				let (payee, asset) = (PEOPLE[item % 6], ASSETS[tab_die % 3].clone());
				let owed = Billing::owed(payee, asset.clone());
				let signed = signed(NOBODY);
				let result = Billing::claim(signed, payee, asset.clone());
				let ok = result.is_ok();
				assert!(owed != 0 || !ok, "only what is owed can be claimed");
				self.expect(result, ok, Event::Claimed { who: payee, asset, amount: owed })
			},
			What::SettleMany => {
				let ids = self.reference.streams.keys().copied().chain([u64::MAX]);
				let some = ids.filter(|id| !(id ^ item as u64).is_multiple_of(3)).map(StreamId);
				self.settle_many(some.collect());
				true
			},
			What::Pause
			| What::Resume
			| What::SetRate
			| What::CloseStream
			| What::Redirect
			| What::Reclaim => self.change(what, step),
			What::SetDelegate => {
				let who = PEOPLE[item % 6];
				let role = if item < 24 { Role::Spend } else { Role::Manage };
				let per_day = coin.then_some(amount);
				let allowance = (seconds != 0).then_some(Allowance { role, per_day });
				let account = self.reference.accounts.get(&id);
				let allowed = account.is_some_and(|account| {
					account.owner == owner
						&& (allowance.is_some() || account.delegates.contains_key(&who))
				});
				let event = Event::DelegateSet { tab, who, allowance };
				self.call(owner, Call::set_delegate { tab, who, allowance }, allowed, event)
			},
			What::SetBudget => {
				let budget = coin.then_some(amount);
				let allowed = self.reference.may(owner, id, true, 0);
				let event = Event::BudgetSet { tab, budget };
				let ok = self.call(owner, Call::set_budget { tab, budget }, allowed, event);
				self.check_resumed(id, ok)
			},
			What::SetAlert => {
				let alert = coin.then_some(seconds);
				let allowed = self.reference.may(owner, id, true, 0);
				let event = Event::AlertSet { tab, alert };
				self.call(owner, Call::set_alert { tab, alert }, allowed, event)
			},
			What::OpenChannel => {
				let (payee, channel) = (PEOPLE[item % 6], NextChannelId::<Test>::get());
				let allowed = amount != 0
					&& self.reference.may(owner, id, false, amount)
					&& amount <= self.reference.available(id);
				let (key, _) = key(channel);
				let call = Call::open_channel { tab, payee, key, deposit: amount };
				let event = Event::ChannelOpened { channel, tab, payee, deposit: amount };
				self.charge(allowed, owner, id, amount);
				self.call(owner, call, allowed, event)
			},
			What::TopUpChannel | What::Redeem | What::CloseChannel => self.use_channel(what, step),
			What::SetPolicy => {
				let policy = Policy {
					fee: [Perbill::zero(), Perbill::one() / 100, Perbill::one() / 3][item % 3],
					grace: 20 + seconds % 300,
					challenge: seconds % 200,
					min_runway: (tab_die as u64) % 15,
				};
				let allowed = coin && policy.min_runway != 0;
				let origin = if coin { RuntimeOrigin::root() } else { signed(ALICE) };
				let result = Billing::set_policy(origin, policy);
				self.expect(result, allowed, Event::PolicySet { policy })
			},
		}
	}

	pub fn charge(&mut self, allowed: bool, who: AccountId, tab: u64, amount: Balance) {
		if allowed {
			self.reference.charge(who, tab, amount);
		}
	}

	/// An account that could resume after it was touched has done so.
	pub fn check_resumed(&self, tab: u64, touched: bool) -> bool {
		let status = Accounts::<Test>::get(TabId(tab)).map(|account| account.status);
		if let (true, Some(Status::Frozen { swept: true, .. })) = (touched, status) {
			assert!(!self.reference.covers(tab, 0), "it resumes as soon as it can");
		}
		touched
	}

	/// Opens a stream by call or for somebody who manages it.
	pub fn open(&mut self, step: Step, who: AccountId, id: u64) -> bool {
		let Step { tab: tab_die, item, amount, rate, seconds, coin: prepaid, .. } = step;
		let (tab, stream) = (TabId(id), StreamId(self.reference.next_stream(id)));
		let public = step.what == What::OpenStream;
		let shares = shares(item);
		let available = self.reference.available(id);
		let given = (tab_die % 4 != 0 || (prepaid && !public)).then_some(amount);
		let cap = given.unwrap_or(if prepaid { available } else { Balance::MAX });
		let ends = (public && item.is_multiple_of(3)).then(|| self.now(seconds));
		let memo = (!public && item % 3 != 0).then_some(seconds);

		let commits = self.reference.commits(rate, cap, prepaid);
		let pays = if prepaid {
			cap <= available
		} else {
			let least = (0..self.reference.policy.min_runway)
				.try_fold(0, |sum: Balance, _| sum.checked_add(rate));
			self.reference.has_money(id)
				&& self.reference.covers(id, rate)
				&& least.is_some_and(|least| least <= cap)
		};
		let allowed = pays
			&& self.reference.may(who, id, false, commits)
			&& shares.iter().map(|(_, parts)| parts).sum::<u32>() == 1_000_000_000
			&& (!public || rate != 0)
			&& ends.is_none_or(|ends| ends > self.now(0));
		self.charge(allowed, who, id, commits);
		let provider = (!public).then_some(PROVIDERS[item % 2]);
		let mut terms = Terms::new(id, rate, cap, prepaid, &shares);
		terms.provider = provider;
		terms.memo = memo;
		terms.ends = ends.map(|ends| ends.0);
		self.opening = Some(terms);
		let (rate, payees) = (Rate(rate), payees(&shares));
		let opened = Event::StreamOpened { stream, tab, rate, cap, prepaid };
		if public {
			let call = Call::open_stream { tab, rate, payees, cap: given, prepaid, ends };
			return self.call(who, call, allowed, opened);
		}
		let terms = StreamTerms { tab, rate, cap, prepaid, payees, meter: provider };
		let result = with_storage_layer(|| match memo {
			Some(memo) => Billing::open(&who, terms, memo),
			None => open(who, terms),
		});
		assert!(result.is_err() || result == Ok(stream));
		self.expect(result.map(|_| ()), allowed, opened)
	}

	pub fn close_account(&mut self, who: AccountId, id: u64) -> bool {
		let accounts = &self.reference.accounts;
		let allowed = accounts.get(&id).is_some_and(|account| {
			let peers = accounts.values().filter(|peer| peer.asset == account.asset).count();
			let owed = Pots::<Test>::get(&ASSETS[account.asset]).owed;
			account.owner == who
				&& self.reference.streams.values().all(|stream| stream.tab != id)
				&& self.reference.channels.values().all(|channel| channel.tab != id)
				&& (peers > 1 || owed == 0)
		});
		self.call(who, Call::close_account { tab: TabId(id) }, allowed, None)
	}

	/// Most often a stream with that property, if there is one.
	fn stream_that(&self, step: Step, has: impl Fn(&Terms) -> bool) -> u64 {
		let mut those = self.reference.streams.iter().filter(|(_, stream)| has(stream));
		let one = those.next().filter(|_| step.tab < 12);
		one.map_or_else(|| self.stream(step.item), |(id, _)| *id)
	}

	/// What is kept with a stream that is managed.
	fn memo(&self, id: u64) -> Option<Memo> {
		self.reference.streams.get(&id).and_then(|stream| stream.memo)
	}

	/// Changes the rate and the cap of a stream that is managed, for somebody or for nobody.
	fn adjust(&mut self, step: Step) -> bool {
		let Step { who: die, amount, rate, seconds, coin, .. } = step;
		let id = self.stream_that(step, |it| it.memo.is_some());
		let terms = self.reference.streams.get(&id).cloned();
		let terms = terms.unwrap_or(Terms::new(u64::MAX, 0, 0, false, &[]));
		let (tab, old_rate, old_cap) = (terms.tab, terms.rate, terms.cap);
		// Often one of the two stays as it is, and sometimes the cap is what has flowed, or less.
		let cap = match die % 8 {
			0 | 1 => old_cap,
			2 => terms.cost,
			3 => terms.cost.saturating_sub(1),
			4 => old_cap.saturating_add(amount),
			_ => terms.cost.saturating_add(amount),
		};
		let rate = if seconds % 4 == 0 { old_rate } else { rate };
		let who = coin.then(|| step.signer(self.owner(tab)));

		let mut allowed = terms.memo.is_some() && rate != 0;
		if allowed {
			let mut found = self.reference.clone();
			found.tend(id);
			let (state, cost) = (found.streams[&id].state, found.streams[&id].cost);
			let (more, left) = (cap.saturating_sub(old_cap), cap.saturating_sub(cost));
			let commits =
				if terms.prepaid { more } else { self.reference.commits(rate, left, false) };
			allowed = cost <= cap
				&& who.is_none_or(|who| self.reference.may(who, tab, true, commits))
				&& (!terms.prepaid || more <= found.available(tab));
			if allowed && !terms.prepaid {
				found.adjust(id, rate, cap);
				let is_over = found.streams[&id].state == State::Spent;
				let faster = rate > old_rate || (state == State::Spent && !is_over);
				// There has to be money for a higher rate even where it is over at once.
				let besides = if is_over { rate } else { 0 };
				allowed = (self.reference.has_money(tab) || !(faster || more != 0))
					&& (!faster || found.covers(tab, besides));
			}
			if let Some(who) = who {
				self.charge(allowed, who, tab, commits);
			}
		}
		let (stream, old_rate, rate) = (StreamId(id), Rate(old_rate), Rate(rate));
		let event = Event::Adjusted { stream, old_rate, rate, old_cap, cap };
		let adjust = || Billing::adjust(who.as_ref(), stream, rate, cap);
		let result = with_storage_layer(adjust);
		self.expect(result, allowed, event)
	}

	/// What parties and payees do to a stream.
	pub fn change(&mut self, what: What, step: Step) -> bool {
		let id = match what {
			What::Resume => self.stream_that(step, |it| matches!(it.state, State::Paused(_))),
			What::SetRate => self.stream_that(step, |it| it.proposal.is_some()),
			_ => self.stream(step.item),
		};
		let stream = StreamId(id);
		let Some(terms) = self.reference.streams.get(&id).cloned() else {
			return self.call(ALICE, Call::close_stream { stream }, false, None);
		};
		let (tab, coin) = (TabId(terms.tab), step.coin);
		let who = step.signer(self.party(id, coin));
		let managed = terms.memo.is_some();
		let side = self.reference.side(id, who).filter(|_| !managed);
		// What every party's call finds.
		let mut found = self.reference.clone();
		found.tend(id);
		let state = found.streams[&id].state;
		match what {
			What::Pause => {
				let flows = matches!(state, State::Flowing | State::Halted(_));
				self.call(who, Call::pause_stream { stream }, side.is_some() && flows, None)
			},
			What::Resume => {
				let covered = terms.prepaid
					|| (found.has_money(terms.tab) && found.covers(terms.tab, terms.rate));
				let allowed = side.is_some_and(|side| state == State::Paused(side)) && covered;
				let event = Event::StreamResumed { stream, tab };
				self.call(who, Call::resume_stream { stream }, allowed, event)
			},
			What::SetRate => {
				// Most often to what the other side has proposed.
				let (who, rate) = match terms.proposal {
					Some((by, rate)) if step.tab < 8 => {
						(step.signer(self.party(id, by == Party::Payer)), rate)
					},
					_ => (who, step.rate),
				};
				let call = Call::set_rate { stream, rate: Rate(rate) };
				let side = self.reference.side(id, who).filter(|_| !managed && rate != 0);
				let Some(by) = side else { return self.call(who, call, false, None) };
				let left = terms.cap - found.streams[&id].cost;
				let commits = self.reference.commits(rate, left, false);
				let pays = by == Party::Payer;
				let may = !pays || self.reference.may(who, terms.tab, true, commits);
				let agrees =
					terms.proposal.is_some_and(|(other, asked)| other != by && asked == rate);
				let runs = agrees && state == State::Flowing && !terms.prepaid;
				found.change_rate(id, rate);
				let allowed = may && (!runs || found.covers(terms.tab, 0));
				self.charge(allowed && pays, who, terms.tab, commits);
				let (old, new) = (Rate(terms.rate), Rate(rate));
				let by = if pays { Side::Payer } else { Side::Payee };
				let event = if agrees {
					Event::RateChanged { stream, old, new }
				} else {
					Event::RateProposed { stream, by, rate: new }
				};
				self.call(who, call, allowed, event)
			},
			What::Redirect => {
				let who = step.signer(terms.places[step.tab % terms.places.len()].who);
				let to =
					if step.seconds == 7 { Billing::pot_account() } else { PEOPLE[step.tab % 6] };
				let allowed = terms.places.iter().any(|place| place.who == who)
					&& to != Billing::pot_account();
				let event = Event::Redirected { stream, from: who, to };
				self.call(who, Call::redirect { stream, to }, allowed, event)
			},
			What::Reclaim => {
				let who = step.signer(self.party(id, false));
				let allowed = self.reference.may(who, terms.tab, false, 0);
				self.call(who, Call::reclaim { stream }, allowed, None)
			},
			_ if managed => {
				let allowed = self.reference.may(who, terms.tab, true, 0) && Obedient::get();
				self.call(who, Call::close_stream { stream }, allowed, None)
			},
			_ => self.call(who, Call::close_stream { stream }, side.is_some(), None),
		}
	}

	/// What is done to a channel.
	pub fn use_channel(&mut self, what: What, step: Step) -> bool {
		let Step { item, amount, seconds, coin, who, .. } = step;
		let id = self.channel(item);
		let channel = ChannelId(id);
		let Some(terms) = self.reference.channels.get(&id).cloned() else {
			return self.call(ALICE, Call::close_channel { channel }, false, None);
		};
		let tab = TabId(terms.tab);
		let owner = self.owner(terms.tab);
		match what {
			What::TopUpChannel => {
				let who = step.signer(owner);
				let allowed = amount != 0
					&& terms.closes.is_none()
					&& self.reference.may(who, terms.tab, false, amount)
					&& amount <= self.reference.available(terms.tab);
				let event = Event::ChannelToppedUp { channel, amount };
				self.charge(allowed, who, terms.tab, amount);
				self.call(who, Call::top_up_channel { channel, amount }, allowed, event)
			},
			What::Redeem => {
				let left = terms.deposit - terms.redeemed;
				let amount = amount % (left + 2);
				let cumulative = terms.redeemed + amount;
				let expires = if who == 23 { Timestamp(GENESIS - 1) } else { self.now(seconds) };
				let message = Billing::voucher_message(channel, cumulative, expires).unwrap();
				let (_, sign) = key(if who == 22 { ChannelId(id + 1) } else { channel });
				let signature = sign(&message);
				let allowed = amount != 0 && amount <= left && !matches!(who, 22 | 23);
				let call = Call::redeem { channel, cumulative, expires, signature };
				let payee = terms.payee;
				let mut fees = 0;
				if allowed {
					fees = self.reference.clone().redeem(id, amount);
				}
				let event = Event::Redeemed { channel, tab, payee, amount, fee: fees };
				self.call(NOBODY, call, allowed, event)
			},
			_ => {
				let who = step.signer(if coin { terms.payee } else { owner });
				let payee = who == terms.payee;
				let allowed = payee
					|| (self.reference.may(who, terms.tab, true, 0) && terms.closes.is_none());
				let until = self.now(self.reference.policy.challenge);
				let released = terms.deposit - terms.redeemed;
				let event = if payee {
					Event::ChannelClosed { channel, released }
				} else {
					Event::ChannelClosing { channel, until }
				};
				self.call(who, Call::close_channel { channel }, allowed, event)
			},
		}
	}
}
