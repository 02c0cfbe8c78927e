//! A billing system too simple to be wrong: it looks at every second by itself.
//!
//! It shares no arithmetic with the pallet. Money lies somewhere and is moved, stream by stream and
//! second by second. When the agenda comes round it cannot know, so it is told in which second a
//! stream is halted or resumed; when the money of an account ended it finds by itself. The property
//! tests hold the pallet against it.

mod channels;
mod streams;

use std::collections::{BTreeMap, BTreeSet};

/// Planck of any asset.
pub type Money = u128;
/// A person, by number.
pub type Person = u64;
/// An asset, by number.
pub type Asset = usize;

/// All shares are counted in billionths.
pub const WHOLE: Money = 1_000_000_000;

const DAY: u64 = 86_400;

/// The two parties of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
	/// Who manages the account.
	Payer,
	/// The first payee.
	Payee,
}

/// Whether a stream flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
	/// It was not started.
	Pending,
	/// It flows, or would if the account had money.
	Flowing,
	/// It was told that there has been no money since then.
	Halted(u64),
	/// It was found to be over.
	Spent,
	/// A party stopped it.
	Paused(Party),
}

/// A place among the payees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
	/// Who holds it.
	pub who: Person,
	/// Its share in billionths.
	pub parts: Money,
	/// What was paid to its holders.
	pub paid: Money,
}

/// A stream as a customer understands it.
#[derive(Clone, Debug)]
pub struct Stream {
	/// The account that pays.
	pub tab: u64,
	/// Planck per second.
	pub rate: Money,
	/// The most it may cost.
	pub cap: Money,
	/// Whether the cap was put aside.
	pub prepaid: bool,
	/// Who is paid.
	pub places: Vec<Place>,
	/// Whose downtime is not paid.
	pub provider: Option<Person>,
	/// The fee in billionths.
	pub fee: Money,
	/// What is kept by whoever alone changes it, if anybody does.
	pub memo: Option<u64>,
	/// When it ends by itself.
	pub ends: Option<u64>,
	/// Whether it flows.
	pub state: State,
	/// Whether it was ever started.
	pub started: bool,
	/// The rate that a party proposed.
	pub proposal: Option<(Party, Money)>,
	/// Seconds that cost something.
	pub seconds: u64,
	/// Seconds that did not because the provider was down.
	pub downtime: u64,
	/// Seconds without money.
	pub idle: u64,
	/// What the seconds come to.
	pub cost: Money,
	/// What it took from the account, if that was not put aside.
	pub taken: Money,
	/// What was paid besides when it ended.
	pub forfeit: Money,
	/// The part of the cost that became fees.
	pub fees: Money,
	/// What was paid since anybody was told, and the fees in it.
	pub untold: (Money, Money),
	/// Seconds that cost something and are not paid.
	fresh: u64,
	/// Seconds, in the same while, that the cap did not allow.
	over: u64,
	/// Downtime found late that no second has stood for.
	debt: u64,
}

impl Stream {
	/// One that was not started.
	pub fn new(tab: u64, rate: Money, cap: Money, prepaid: bool, payees: &[(Person, u32)]) -> Self {
		let place =
			|(who, parts): &(Person, u32)| Place { who: *who, parts: Money::from(*parts), paid: 0 };
		Self {
			tab,
			rate,
			cap,
			prepaid,
			places: payees.iter().map(place).collect(),
			provider: None,
			fee: 0,
			memo: None,
			ends: None,
			state: State::Pending,
			started: false,
			proposal: None,
			seconds: 0,
			downtime: 0,
			idle: 0,
			cost: 0,
			taken: 0,
			forfeit: 0,
			fees: 0,
			untold: (0, 0),
			fresh: 0,
			over: 0,
			debt: 0,
		}
	}

	/// The second that begins `now` passes.
	fn second(&mut self, now: u64, is_down: bool) {
		if self.ends.is_some_and(|ends| ends <= now) {
			return;
		}
		if is_down {
			self.downtime += 1;
		} else if self.cost + self.rate <= self.cap {
			self.seconds += 1;
			self.cost += self.rate;
			self.fresh += 1;
		} else {
			self.over += 1;
		}
		self.repay();
	}

	/// Downtime found late takes the place of seconds that are not paid yet, of those the cap did
	/// not allow first.
	fn repay(&mut self) {
		while self.debt > 0 && self.over + self.fresh > 0 {
			self.debt -= 1;
			self.downtime += 1;
			if self.over > 0 {
				self.over -= 1;
			} else {
				self.fresh -= 1;
				self.seconds -= 1;
				self.cost -= self.rate;
			}
		}
	}

	/// Whether nothing more can flow after that second.
	pub fn is_over(&self, second: u64) -> bool {
		let ends = self.ends.is_some_and(|ends| ends <= second);
		self.started && (ends || self.cost + self.rate > self.cap)
	}

	/// What has left the account.
	fn paid(&self) -> Money {
		self.fees + self.places.iter().map(|place| place.paid).sum::<Money>()
	}
}

/// What governance has decided.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
	/// The fee in billionths.
	pub fee: Money,
	/// How long an empty account keeps its streams.
	pub grace: u64,
	/// How long a payee may redeem after the payer has had enough.
	pub challenge: u64,
	/// For how many seconds there has to be money.
	pub min_runway: u64,
}

/// Who else may use an account.
#[derive(Clone, Debug)]
pub struct Delegate {
	/// Whether that goes beyond opening things.
	pub manages: bool,
	/// How much it may commit on a day.
	pub per_day: Option<Money>,
	/// What it has committed, and on which day.
	spent: (u64, Money),
}

/// An account.
#[derive(Clone, Debug)]
pub struct Account {
	/// Whose it is.
	pub owner: Person,
	/// What it is kept in.
	pub asset: Asset,
	/// What stays in it until it closes.
	pub deposit: Money,
	/// What no stream and no channel has.
	pub free: Money,
	/// How much of that may be used, and what was allowed.
	pub budget: Option<(Money, Money)>,
	/// Fees on their way.
	pub fees: Money,
	/// How many streams it has ever had.
	pub opened: u64,
	/// Who else may use it.
	pub delegates: BTreeMap<Person, Delegate>,
	/// For how long it would be waited for money.
	pub patience: u64,
	/// The second in which the money ended.
	pub ended: Option<u64>,
	/// Once that was said: until when its streams wait.
	pub grace: Option<u64>,
	/// Whether its streams are being closed for it.
	pub closing: bool,
}

impl Account {
	/// What may be used.
	pub fn available(&self) -> Money {
		self.free.min(self.budget.map_or(self.free, |(left, _)| left))
	}

	fn spend(&mut self, amount: Money) {
		self.free = self.free.checked_sub(amount).expect("no overdraft");
		if let Some((left, _)) = &mut self.budget {
			*left = left.checked_sub(amount).expect("within the budget");
		}
	}

	fn give_back(&mut self, amount: Money) {
		self.free += amount;
		self.budget = self.budget.map(|(left, limit)| (limit.min(left + amount), limit));
	}
}

/// A channel.
#[derive(Clone, Debug)]
pub struct Channel {
	/// The account that pays.
	pub tab: u64,
	/// Who is paid.
	pub payee: Person,
	/// What was put aside.
	pub deposit: Money,
	/// What was paid.
	pub redeemed: Money,
	/// The fee in billionths.
	pub fee: Money,
	/// When it closes, once the payer has had enough.
	pub closes: Option<u64>,
}

/// Everything there is.
#[derive(Clone, Debug)]
pub struct Reference {
	/// The time.
	pub now: u64,
	/// What governance has decided.
	pub policy: Policy,
	/// The accounts, by id.
	pub accounts: BTreeMap<u64, Account>,
	/// The open streams, by id.
	pub streams: BTreeMap<u64, Stream>,
	/// The open channels, by id.
	pub channels: BTreeMap<u64, Channel>,
	/// Who is down.
	pub down: BTreeSet<Person>,
	/// What everybody has gained since the beginning, or lost.
	pub gains: BTreeMap<(Person, Asset), i128>,
}

// Time.
impl Reference {
	/// Time passes.
	pub fn advance(&mut self, seconds: u64) {
		for _ in 0..seconds {
			self.second();
			self.now += 1;
			let waited_for = self.accounts.values_mut().filter(|account| account.ended.is_none());
			waited_for.for_each(|account| account.patience += 1);
			self.look();
		}
	}

	/// The second that begins now.
	fn second(&mut self) {
		for stream in self.streams.values_mut() {
			let account = self.accounts.get_mut(&stream.tab).expect("a stream has an account");
			let flows = stream.prepaid || account.ended.is_none();
			match stream.state {
				State::Flowing if flows => {
					if !stream.prepaid {
						account.spend(stream.rate);
						stream.taken += stream.rate;
					}
					let is_down = stream.provider.is_some_and(|who| self.down.contains(&who));
					stream.second(self.now, is_down);
				},
				State::Flowing | State::Halted(_) => stream.idle += 1,
				State::Pending | State::Paused(_) | State::Spent => {},
			}
		}
	}

	/// An account that cannot pay all that flows for a second pays nothing from this one on.
	fn look(&mut self) {
		let lasts = |(tab, account): (&u64, &Account)| {
			account.ended.is_some() || self.flow(*tab) <= account.available()
		};
		let lasting: Vec<bool> = self.accounts.iter().map(lasts).collect();
		let ended = self.accounts.values_mut().zip(lasting).filter(|(_, lasts)| !lasts);
		ended.for_each(|(account, _)| account.ended = Some(self.now));
	}

	/// What running streams take from an account per second while it has money.
	pub fn flow(&self, tab: u64) -> Money {
		self.running(tab)
			.filter(|stream| stream.state == State::Flowing)
			.map(|stream| stream.rate)
			.sum()
	}

	/// The streams of an account for which nothing was put aside.
	pub fn running(&self, tab: u64) -> impl Iterator<Item = &Stream> {
		self.streams.values().filter(move |stream| stream.tab == tab && !stream.prepaid)
	}

	/// The first second that is not covered, if nothing is done.
	pub fn depletes_at(&self, tab: u64) -> u64 {
		let rate = self.flow(tab);
		assert_ne!(rate, 0, "something flows");
		let (mut left, mut second) = (self.available(tab), self.now);
		while left >= rate {
			left -= rate;
			second += 1;
		}
		second
	}

	/// A provider goes down or comes up.
	pub fn turn(&mut self, provider: Person, down: bool) {
		if down {
			self.down.insert(provider);
		} else {
			self.down.remove(&provider);
		}
	}

	/// Downtime of a provider is found that nobody saw. It counts for what flows at this moment.
	pub fn verdict(&mut self, provider: Person, seconds: u64) {
		for stream in self.streams.values_mut() {
			let ended = self.accounts[&stream.tab].ended.filter(|_| !stream.prepaid);
			let flows = stream.state == State::Flowing
				&& ended.is_none_or(|second| second >= self.now)
				&& stream.ends.is_none_or(|second| second >= self.now);
			if flows && stream.provider == Some(provider) {
				stream.debt += seconds;
				stream.repay();
			}
		}
	}
}

// Questions.
impl Reference {
	/// Whether `who` may use an account for as much, and whether that takes more than opening.
	pub fn may(&self, who: Person, tab: u64, manage: bool, amount: Money) -> bool {
		let Some(account) = self.accounts.get(&tab) else { return false };
		if account.owner == who {
			return true;
		}
		let Some(delegate) = account.delegates.get(&who) else { return false };
		let today = if delegate.spent.0 == self.now / DAY { delegate.spent.1 } else { 0 };
		(delegate.manages || !manage)
			&& (amount == 0
				|| delegate
					.per_day
					.is_none_or(|cap| today.checked_add(amount).is_some_and(|sum| sum <= cap)))
	}

	/// What opening a stream counts for on that day.
	pub fn commits(&self, rate: Money, cap: Money, prepaid: bool) -> Money {
		let day = (0..DAY).try_fold(0, |sum: Money, _| sum.checked_add(rate));
		if prepaid {
			cap
		} else {
			day.map_or(cap, |day| day.min(cap))
		}
	}

	/// `who` has used an account for as much.
	pub fn charge(&mut self, who: Person, tab: u64, amount: Money) {
		let today = self.now / DAY;
		let account = self.accounts.get_mut(&tab).expect("it was used");
		if account.owner == who {
			return;
		}
		let delegate = account.delegates.get_mut(&who).expect("it was allowed");
		if delegate.per_day.is_some() && amount != 0 {
			let before = if delegate.spent.0 == today { delegate.spent.1 } else { 0 };
			delegate.spent = (today, before + amount);
		}
	}

	/// What may be used.
	pub fn available(&self, tab: u64) -> Money {
		self.accounts.get(&tab).map_or(0, Account::available)
	}

	/// Whether there is money for everything that runs or is to run, and for `more`, for the least
	/// runway, if nothing but `left` is left.
	pub fn lasts(&self, tab: u64, more: Money, left: Money) -> bool {
		let runs = |stream: &&Stream| !matches!(stream.state, State::Spent | State::Paused(_));
		let rates = self.running(tab).filter(runs).map(|stream| stream.rate);
		let rate = rates.sum::<Money>() + more;
		(0..self.policy.min_runway).try_fold(left, |left, _| left.checked_sub(rate)).is_some()
	}

	/// The same with all that may be used.
	pub fn covers(&self, tab: u64, more: Money) -> bool {
		self.lasts(tab, more, self.available(tab))
	}

	/// Whether an account exists and has not run dry.
	pub fn has_money(&self, tab: u64) -> bool {
		self.accounts.get(&tab).is_some_and(|account| account.ended.is_none())
	}

	/// On which side of a stream somebody is.
	pub fn side(&self, id: u64, who: Person) -> Option<Party> {
		let stream = self.streams.get(&id)?;
		if stream.places[0].who == who {
			return Some(Party::Payee);
		}
		self.may(who, stream.tab, true, 0).then_some(Party::Payer)
	}

	/// Whether all running streams of an account stand.
	pub fn is_halted(&self, tab: u64) -> bool {
		self.running(tab).all(|stream| stream.state != State::Flowing)
	}

	/// All money of an account but the fees.
	pub fn funds(&self, tab: u64) -> Money {
		let account = &self.accounts[&tab];
		let streams = self.streams.values().filter(|stream| stream.tab == tab).map(|stream| {
			let had = if stream.prepaid { stream.cap } else { stream.taken };
			had - stream.paid()
		});
		let channels = self.channels.values().filter(|channel| channel.tab == tab);
		let channels = channels.map(|channel| channel.deposit - channel.redeemed);
		account.deposit + account.free + streams.chain(channels).sum::<Money>()
	}
}

// Accounts.
impl Reference {
	fn account(&mut self, tab: u64) -> &mut Account {
		self.accounts.get_mut(&tab).expect("the account exists")
	}

	fn gain(&mut self, who: Person, asset: Asset, amount: Money) {
		*self.gains.entry((who, asset)).or_default() += amount as i128;
	}

	/// Somebody parts with money.
	pub fn lose(&mut self, who: Person, asset: Asset, amount: Money) {
		*self.gains.entry((who, asset)).or_default() -= amount as i128;
	}

	/// Somebody gets money from somebody else.
	pub fn give(&mut self, from: Person, to: Person, asset: Asset, amount: Money) {
		self.lose(from, asset, amount);
		self.gain(to, asset, amount);
	}

	/// An account opens.
	pub fn open_account(
		&mut self,
		tab: u64,
		owner: Person,
		asset: Asset,
		deposit: Money,
		amount: Money,
	) {
		self.lose(owner, asset, amount);
		let account = Account {
			owner,
			asset,
			deposit,
			free: amount - deposit,
			budget: None,
			fees: 0,
			opened: 0,
			delegates: BTreeMap::new(),
			// There is no limit but the policy's in the beginning.
			patience: self.now,
			ended: None,
			grace: None,
			closing: false,
		};
		assert!(self.accounts.insert(tab, account).is_none(), "an id is given out once");
	}

	/// Somebody pays into an account.
	pub fn top_up(&mut self, tab: u64, who: Person, amount: Money) {
		let asset = self.account(tab).asset;
		self.lose(who, asset, amount);
		self.account(tab).free += amount;
		self.look();
	}

	/// The owner gets some of it back.
	pub fn withdraw(&mut self, tab: u64, amount: Money) {
		let account = self.account(tab);
		account.free = account.free.checked_sub(amount).expect("no overdraft");
		let (owner, asset) = (account.owner, account.asset);
		self.gain(owner, asset, amount);
		self.look();
	}

	/// An account closes. Returns what the owner gets.
	pub fn close_account(&mut self, tab: u64) -> Money {
		let amount = self.funds(tab) + self.account(tab).fees;
		let account = self.accounts.remove(&tab).expect("the account exists");
		self.gain(account.owner, account.asset, amount);
		amount
	}

	/// The fees of an account arrive. Returns how much.
	pub fn deliver_fees(&mut self, tab: u64, to: Person) -> Money {
		let amount = std::mem::take(&mut self.account(tab).fees);
		let asset = self.account(tab).asset;
		self.gain(to, asset, amount);
		amount
	}

	/// A delegate is named or dismissed.
	pub fn set_delegate(
		&mut self,
		tab: u64,
		who: Person,
		allowance: Option<(bool, Option<Money>)>,
	) {
		let delegates = &mut self.account(tab).delegates;
		let Some((manages, per_day)) = allowance else {
			delegates.remove(&who);
			return;
		};
		let fresh = Delegate { manages, per_day, spent: (0, 0) };
		let delegate = delegates.entry(who).or_insert(fresh);
		(delegate.manages, delegate.per_day) = (manages, per_day);
	}

	/// A budget is set.
	pub fn set_budget(&mut self, tab: u64, budget: Option<Money>) {
		self.account(tab).budget = budget.map(|limit| (limit, limit));
		self.look();
	}

	/// It is said that the money has ended. Returns when it did, and until when its streams wait.
	pub fn declare(&mut self, tab: u64) -> (u64, u64) {
		let grace = self.policy.grace;
		let account = self.account(tab);
		assert_eq!(account.grace, None, "it is said once");
		let ended = account.ended.expect("the money has ended");
		let grace = ended + grace.min(account.patience);
		account.grace = Some(grace);
		(ended, grace)
	}

	/// An account has money again.
	pub fn resume_account(&mut self, tab: u64) {
		let now = self.now;
		assert!(self.is_halted(tab), "every stream has been told first");
		assert!(self.covers(tab, 0), "there is money for a while");
		let account = self.account(tab);
		assert!(!account.closing, "it waited for money");
		let grace = account.grace.take().expect("it waited for money");
		(account.ended, account.patience) = (None, grace.saturating_sub(now));
	}

	/// An account waited for too long.
	pub fn give_up(&mut self, tab: u64) {
		let now = self.now;
		let account = self.account(tab);
		assert!(account.grace.is_some_and(|grace| grace <= now), "it waited long enough");
		assert!(!account.closing, "that is said once");
		account.closing = true;
	}

	/// All streams that waited are closed.
	pub fn reopen(&mut self, tab: u64) {
		assert_eq!(self.running(tab).count(), 0, "each running stream is closed");
		let now = self.now;
		let account = self.account(tab);
		let ended = account.ended.take().expect("there was no money");
		account.patience += now - ended;
		(account.grace, account.closing) = (None, false);
	}
}
