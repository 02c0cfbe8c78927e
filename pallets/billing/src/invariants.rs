//! What must always hold; the labels are those of the README.

use crate::{
	pallet::*,
	settlement,
	types::{Due, Manager, Pot, Status, StreamState},
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::Encode;
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{
	agenda::Slot, money::shares_add_up, AssetId, Balance, Clock, STREAMS_OF_TAB,
};

/// What the streams and channels of an account come to.
#[derive(Default, PartialEq, Eq)]
struct Claims {
	reserved: Balance,
	earmarked: Balance,
	rate: Balance,
	halted: Balance,
	streams: u32,
	running: u32,
	channels: u32,
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_pot()?;
		Self::check_accounts()?;
		Self::check_streams()?;
		Self::check_reservations()?;
		Self::check_clocks()?;
		Self::check_pots()?;
		Self::check_ids()?;
		Self::check_agenda()
	}

	/// The sum the books say the pot holds, by asset.
	pub(crate) fn books() -> Result<BTreeMap<AssetId, Balance>, TryRuntimeError> {
		let mut books = BTreeMap::<AssetId, Balance>::new();
		let funds = Accounts::<T>::iter_values().flat_map(|account| {
			[(account.asset.clone(), account.funds), (account.asset, account.fees)]
		});
		let owed = Owed::<T>::iter().map(|(_, asset, amount)| (asset, amount));
		for (asset, amount) in funds.chain(owed) {
			let sum = books.entry(asset).or_default();
			*sum = sum.checked_add(amount).ok_or("I1: the books overflow")?;
		}
		Ok(books)
	}

	/// I1: the pot holds what the accounts and the payouts owed come to.
	fn check_pot() -> Result<(), TryRuntimeError> {
		let pot = Self::pot_account();
		for (asset, booked) in Self::books()? {
			// More is no fault: anyone may send money to any account.
			ensure!(
				T::Assets::total_balance(asset, &pot) >= booked,
				"I1: the pot holds less than the books say"
			);
		}
		ensure!(
			frame_system::Pallet::<T>::providers(&pot) != 0,
			"I1: the account of the pot may vanish"
		);
		Ok(())
	}

	/// I2: what is reserved, what is earmarked and the deposit are covered by the funds.
	fn check_accounts() -> Result<(), TryRuntimeError> {
		for account in Accounts::<T>::iter_values() {
			let bound = account
				.reserved
				.checked_add(account.deposit)
				.and_then(|bound| bound.checked_add(account.earmarked));
			ensure!(
				bound.is_some_and(|bound| bound <= account.funds),
				"I2: more is promised than an account has"
			);
		}
		Ok(())
	}

	/// I3: an account has reserved and earmarked what its streams and channels may still take, and
	/// knows their numbers and rates.
	fn check_reservations() -> Result<(), TryRuntimeError> {
		let mut claims = BTreeMap::<_, Claims>::new();
		for (tab, id, stream) in Streams::<T>::iter() {
			ensure!(id.tab() == tab, "I3: a stream lies with another account");
			let account = Accounts::<T>::get(tab).ok_or("I3: a stream has no account")?;
			let claim = claims.entry(tab).or_default();
			claim.streams = claim.streams.saturating_add(1);
			let paid = Self::paid(&stream);
			if stream.prepaid {
				let left =
					stream.cap.checked_sub(paid).ok_or("I3: a stream paid beyond its cap")?;
				claim.reserved =
					claim.reserved.checked_add(left).ok_or("I3: the reservations overflow")?;
				continue;
			}
			claim.running = claim.running.saturating_add(1);
			// What is billed and not paid are fractions; what is taken and not billed is slack, or
			// was not counted yet.
			claim.earmarked = claim.earmarked.saturating_add(stream.amount.saturating_sub(paid));
			let active = account.status == Status::Active;
			match stream.state {
				StreamState::Flowing => {
					let uncounted = account.flowed_until(account.at).since(stream.settled_until);
					let taken = stream.rate.amount(stream.slack.saturating_add(uncounted));
					claim.earmarked =
						claim.earmarked.saturating_add(taken.ok_or("I3: a claim overflows")?);
					let side = if active { &mut claim.rate } else { &mut claim.halted };
					*side = side.saturating_add(stream.rate.0);
				},
				StreamState::Pending | StreamState::Halted => {
					claim.halted = claim.halted.saturating_add(stream.rate.0);
				},
				StreamState::Spent | StreamState::Paused { .. } => {},
			}
			ensure!(
				stream.slack == 0 || stream.state == StreamState::Flowing,
				"I3: a stream that stands has slack"
			);
		}
		for channel in Channels::<T>::iter_values() {
			ensure!(Accounts::<T>::contains_key(channel.tab), "I3: a channel has no account");
			let claim = claims.entry(channel.tab).or_default();
			claim.channels = claim.channels.saturating_add(1);
			let left = channel
				.deposit
				.checked_sub(channel.redeemed)
				.ok_or("I3: a channel paid beyond its deposit")?;
			claim.reserved = claim.reserved.saturating_add(left);
		}
		for (tab, account) in Accounts::<T>::iter() {
			let claim = claims.remove(&tab).unwrap_or_default();
			let booked = Claims {
				reserved: account.reserved,
				earmarked: account.earmarked,
				rate: account.rate.0,
				halted: account.halted.0,
				streams: account.streams,
				running: account.running,
				channels: account.channels,
			};
			ensure!(booked == claim, "I3: an account has promised another sum than it owes");
			let delegates = Delegates::<T>::iter_prefix(tab).count();
			ensure!(delegates == usize::from(account.delegates), "I3: delegates are miscounted");
		}
		Ok(())
	}

	/// What has left the account for a stream: the fee, and what is due to the payees.
	fn paid(stream: &crate::StreamOf<T>) -> Balance {
		let fee = settlement::fee(stream.amount, stream.fee);
		settlement::due(stream.amount.saturating_sub(fee), &stream.payees)
			.into_iter()
			.fold(fee, Balance::saturating_add)
	}

	/// I4: a stream has billed no more than its cap, and its shares add up.
	fn check_streams() -> Result<(), TryRuntimeError> {
		for stream in Streams::<T>::iter_values() {
			ensure!(shares_add_up(&stream.payees), "I4: shares do not add up");
			ensure!(stream.amount <= stream.cap, "I4: more is billed than the cap");
		}
		for id in Proposals::<T>::iter_keys() {
			ensure!(
				Streams::<T>::contains_key(id.tab(), id),
				"I4: a rate is proposed for no stream"
			);
		}
		Ok(())
	}

	/// I5: no second is counted twice.
	fn check_clocks() -> Result<(), TryRuntimeError> {
		for stream in Streams::<T>::iter_values() {
			// Of a stream that is pending both are 0.
			let span = stream.settled_until.since(stream.started);
			let counted = stream.billed_seconds.checked_add(stream.downtime);
			ensure!(
				counted.is_some_and(|counted| counted <= span),
				"I5: more seconds are counted than have passed"
			);
		}
		Ok(())
	}

	/// I6: each pot entry counts its accounts and what is owed, and where anything is owed there
	/// is an account.
	fn check_pots() -> Result<(), TryRuntimeError> {
		let mut pots = BTreeMap::<AssetId, Pot>::new();
		for account in Accounts::<T>::iter_values() {
			let pot = pots.entry(account.asset).or_default();
			pot.accounts = pot.accounts.saturating_add(1);
		}
		for (_, asset, amount) in Owed::<T>::iter() {
			ensure!(amount != 0, "I6: nothing is owed, yet it is written down");
			let pot = pots.entry(asset).or_default();
			pot.owed = pot.owed.saturating_add(amount);
		}
		ensure!(
			pots.values().all(|pot| pot.accounts != 0),
			"I6: payouts are owed in an asset without accounts"
		);
		let written: BTreeMap<AssetId, Pot> = Pots::<T>::iter().collect();
		ensure!(pots == written, "I6: a pot entry miscounts");
		Ok(())
	}

	/// I7: no id is given out twice.
	fn check_ids() -> Result<(), TryRuntimeError> {
		let tabs: BTreeSet<_> = Accounts::<T>::iter_keys().collect();
		let channels: BTreeSet<_> = Channels::<T>::iter_keys().collect();
		ensure!(tabs.last() < Some(&NextTabId::<T>::get()), "I7: an account has a future id");
		for (tab, id) in Streams::<T>::iter_keys() {
			let next = Accounts::<T>::get(tab).map_or(0, |account| account.next_stream);
			ensure!(id.0 % STREAMS_OF_TAB < next.into(), "I7: a stream has a future id");
		}
		ensure!(
			channels.last() < Some(&NextChannelId::<T>::get()),
			"I7: a channel has a future id"
		);
		Ok(())
	}

	/// I8: what the agenda is to look at lies where the record of it says, and there is nothing
	/// else in it. What is due already may be on its way.
	fn check_agenda() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		let accounts = Accounts::<T>::iter().filter_map(|(tab, account)| {
			let item = match account.status {
				Status::Active => Due::Check(tab),
				_ => Due::Grace { tab, round: account.round },
			};
			account.queued.map(|slot| (slot, item))
		});
		let streams = Streams::<T>::iter().filter_map(|(_, id, stream)| match stream.manager {
			Manager::Parties { queued: Some(slot), .. } => Some((slot, Due::End(id))),
			_ => None,
		});
		let channels = Channels::<T>::iter()
			.filter_map(|(id, channel)| channel.queued.map(|slot| (slot, Due::Channel(id))));
		let written = accounts.chain(streams).chain(channels);
		let queued = AgendaPages::<T>::iter().flat_map(|(bucket, page, items)| {
			let slot = Slot { bucket, page };
			items.into_iter().map(move |item| (slot, item))
		});
		let later =
			|(slot, item): &(Slot, Due)| !slot.is_due(now) && !matches!(item, Due::Sweep { .. });
		let mut written: Vec<_> = written.filter(later).map(|entry| entry.encode()).collect();
		let mut queued: Vec<_> = queued.filter(later).map(|entry| entry.encode()).collect();
		written.sort_unstable();
		queued.sort_unstable();
		ensure!(written == queued, "I8: the agenda is not what the records say");
		Ok(())
	}
}
