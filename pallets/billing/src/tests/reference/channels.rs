//! The channels of the billing system that is too simple to be wrong.

use super::{Channel, Money, Person, Reference, WHOLE};

impl Reference {
	/// A channel that is open.
	pub fn channel(&mut self, id: u64) -> &mut Channel {
		self.channels.get_mut(&id).expect("the channel is open")
	}

	/// A channel opens.
	pub fn open_channel(&mut self, id: u64, tab: u64, payee: Person, deposit: Money) {
		let fee = self.policy.fee;
		self.account(tab).spend(deposit);
		let channel = Channel { tab, payee, deposit, redeemed: 0, fee, closes: None };
		assert!(self.channels.insert(id, channel).is_none(), "an id is given out once");
		self.look();
	}

	/// More is put aside.
	pub fn top_up_channel(&mut self, id: u64, amount: Money) {
		let tab = self.channel(id).tab;
		self.account(tab).spend(amount);
		self.channel(id).deposit += amount;
		self.look();
	}

	/// So much more of a channel is paid. Returns the fees in it.
	pub fn redeem(&mut self, id: u64, amount: Money) -> Money {
		let channel = self.channel(id);
		let before = channel.redeemed * channel.fee / WHOLE;
		channel.redeemed += amount;
		assert!(channel.redeemed <= channel.deposit, "no more than was put aside");
		let fees = channel.redeemed * channel.fee / WHOLE - before;
		let (tab, payee) = (channel.tab, channel.payee);
		self.account(tab).fees += fees;
		let asset = self.account(tab).asset;
		self.gain(payee, asset, amount - fees);
		fees
	}

	/// A channel ends. Returns what was not paid.
	pub fn close_channel(&mut self, id: u64) -> Money {
		let channel = self.channels.remove(&id).expect("the channel is open");
		let rest = channel.deposit - channel.redeemed;
		self.account(channel.tab).give_back(rest);
		rest
	}
}
