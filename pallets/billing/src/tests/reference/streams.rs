//! The streams of the billing system that is too simple to be wrong.

use super::{Money, Party, Person, Reference, State, Stream, WHOLE};

impl Reference {
	/// A stream that is open.
	pub fn stream(&mut self, id: u64) -> &mut Stream {
		self.streams.get_mut(&id).expect("the stream is open")
	}

	/// The id of the next stream of an account.
	pub fn next_stream(&self, tab: u64) -> u64 {
		let number = self.accounts.get(&tab).map_or(0, |account| account.opened);
		format!("{tab}{number:09}").parse().unwrap_or(u64::MAX)
	}

	/// A stream opens.
	pub fn open(&mut self, stream: Stream) {
		let id = self.next_stream(stream.tab);
		let account = self.account(stream.tab);
		account.opened += 1;
		if stream.prepaid {
			account.spend(stream.cap);
		}
		let stream = Stream { fee: self.policy.fee, ..stream };
		assert!(self.streams.insert(id, stream).is_none(), "an id is given out once");
		self.look();
	}

	/// A stream is started.
	pub fn start(&mut self, id: u64) {
		let now = self.now;
		let (tab, prepaid) = (self.stream(id).tab, self.stream(id).prepaid);
		let state =
			if prepaid || self.has_money(tab) { State::Flowing } else { State::Halted(now) };
		let stream = self.stream(id);
		assert_eq!(stream.state, State::Pending);
		(stream.state, stream.started) = (state, true);
		self.look();
	}

	/// Pays what is due. With `last` the first payee gets what could not be divided.
	fn pay(&mut self, id: u64, last: bool) {
		let stream = self.streams.get_mut(&id).expect("the stream is open");
		let account = self.accounts.get_mut(&stream.tab).expect("a stream has an account");
		let total = stream.cost + stream.forfeit;
		let fees = total * stream.fee / WHOLE;
		let net = total - fees;
		let mut rest = net;
		let before = stream.paid();
		account.fees += fees - stream.fees;
		stream.untold.1 += fees - stream.fees;
		stream.fees = fees;
		for index in (0..stream.places.len()).rev() {
			let place = &mut stream.places[index];
			let due = if last && index == 0 { rest } else { net * place.parts / WHOLE };
			let gain = due - place.paid;
			place.paid = due;
			rest -= due;
			*self.gains.entry((place.who, account.asset)).or_default() += gain as i128;
		}
		stream.untold.0 += stream.paid() - before;
		(stream.fresh, stream.over) = (0, 0);
	}

	/// Pays what is due; no verdict can take it back any more.
	pub fn settle(&mut self, id: u64) {
		self.pay(id, false);
	}

	/// Gives back what a stream took and did not cost. Returns how much.
	fn return_unused(&mut self, id: u64) -> Money {
		let stream = self.streams.get_mut(&id).expect("the stream is open");
		if stream.prepaid {
			return 0;
		}
		let unused = stream.taken - stream.cost;
		stream.taken = stream.cost;
		self.account(self.streams[&id].tab).give_back(unused);
		unused
	}

	/// A stream is told that there is no money. Returns since when.
	pub fn halt(&mut self, id: u64) -> u64 {
		let stream = &self.streams[&id];
		let since = match stream.state {
			State::Halted(since) => return since,
			State::Flowing if !stream.prepaid => self.accounts[&stream.tab].ended,
			_ => None,
		};
		let since = since.expect("it flows where there is no money");
		self.settle(id);
		self.return_unused(id);
		self.stream(id).state = State::Halted(since);
		since
	}

	/// Somebody looks after a stream: what is due is paid, and it stands if it cannot flow.
	pub fn tend(&mut self, id: u64) {
		self.settle(id);
		let stream = &self.streams[&id];
		let ended = self.accounts[&stream.tab].ended.filter(|_| !stream.prepaid);
		let flows = stream.state == State::Flowing;
		if stream.is_over(ended.unwrap_or(self.now)) {
			if flows {
				self.return_unused(id);
			}
			self.stream(id).state = State::Spent;
		} else if flows && ended.is_some() {
			self.halt(id);
		}
	}

	/// Somebody looks after every stream of an account that has not been told that there is no
	/// money.
	pub fn tend_all(&mut self, tab: u64) {
		let streams = self.streams.iter().filter(|(_, stream)| {
			stream.tab == tab && !stream.prepaid && stream.state == State::Flowing
		});
		for id in streams.map(|(id, _)| *id).collect::<Vec<_>>() {
			self.tend(id);
			assert_eq!(self.streams[&id].state, State::Spent);
		}
	}

	/// A stream flows again.
	pub fn resume(&mut self, id: u64) {
		let tab = self.stream(id).tab;
		assert!(self.stream(id).prepaid || self.has_money(tab), "there is money for it");
		let stream = self.stream(id);
		assert!(matches!(stream.state, State::Halted(_) | State::Paused(_)));
		stream.state = State::Flowing;
		self.look();
	}

	/// A party stops a stream.
	pub fn pause(&mut self, id: u64, by: Party) {
		self.tend(id);
		if self.stream(id).state == State::Flowing {
			self.return_unused(id);
		}
		self.stream(id).state = State::Paused(by);
	}

	/// A party proposes a rate.
	pub fn propose(&mut self, id: u64, by: Party, rate: Money) {
		self.tend(id);
		self.stream(id).proposal = Some((by, rate));
	}

	/// The parties agree on a rate.
	pub fn change_rate(&mut self, id: u64, rate: Money) {
		self.tend(id);
		if self.stream(id).state == State::Flowing {
			self.return_unused(id);
		}
		let stream = self.stream(id);
		(stream.rate, stream.proposal) = (rate, None);
		self.look();
	}

	/// Whoever manages a stream changes what it takes and what it may cost.
	pub fn adjust(&mut self, id: u64, rate: Money, cap: Money) {
		self.tend(id);
		if self.stream(id).state == State::Flowing {
			self.return_unused(id);
		}
		let (tab, prepaid, before) =
			(self.stream(id).tab, self.stream(id).prepaid, self.stream(id).cap);
		if prepaid {
			self.account(tab).give_back(before.saturating_sub(cap));
			self.account(tab).spend(cap.saturating_sub(before));
		}
		let now = self.now;
		let stream = self.stream(id);
		(stream.rate, stream.cap) = (rate, cap);
		if stream.is_over(now) {
			stream.state = State::Spent;
		} else if stream.state == State::Spent {
			stream.state = State::Flowing;
		}
		self.look();
	}

	/// A payee hands its places to somebody else.
	pub fn redirect(&mut self, id: u64, from: Person, to: Person) {
		self.tend(id);
		let places = &mut self.stream(id).places;
		places.iter_mut().filter(|place| place.who == from).for_each(|place| place.who = to);
	}

	/// The account wants back what a stream took and did not cost. Returns how much.
	pub fn reclaim(&mut self, id: u64) -> Money {
		self.tend(id);
		let amount = self.return_unused(id);
		self.look();
		amount
	}

	/// A stream ends, and so many billionths of what was put aside and not used are paid too.
	/// Returns what there was.
	pub fn close(&mut self, id: u64, forfeit: Money) -> Stream {
		let stream = self.stream(id);
		if stream.prepaid {
			stream.forfeit = (stream.cap - stream.cost) * forfeit / WHOLE;
		}
		self.pay(id, true);
		self.return_unused(id);
		let stream = self.streams.remove(&id).expect("the stream is open");
		if stream.prepaid {
			self.account(stream.tab).give_back(stream.cap - stream.cost - stream.forfeit);
		}
		assert_eq!(stream.paid(), stream.cost + stream.forfeit);
		stream
	}
}
