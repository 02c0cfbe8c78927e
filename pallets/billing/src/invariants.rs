//! What must always hold; the labels are those of the README.

use crate::{pallet::*, settlement, types::Pot};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{money::shares_add_up, AssetId, Balance};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_pot()?;
		Self::check_accounts()?;
		Self::check_reservations()?;
		Self::check_streams()?;
		Self::check_clocks()?;
		Self::check_pots()?;
		Self::check_ids()
	}

	/// The sum the books say the pot holds, by asset.
	pub(crate) fn books() -> Result<BTreeMap<AssetId, Balance>, TryRuntimeError> {
		let mut books = BTreeMap::<AssetId, Balance>::new();
		let funds = Accounts::<T>::iter_values().map(|account| (account.asset, account.funds));
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

	/// I2: what is reserved and the deposit are covered by the funds.
	fn check_accounts() -> Result<(), TryRuntimeError> {
		for account in Accounts::<T>::iter_values() {
			let bound = account.reserved.checked_add(account.deposit);
			ensure!(
				bound.is_some_and(|bound| bound <= account.funds),
				"I2: more is reserved than an account has"
			);
		}
		Ok(())
	}

	/// I3: an account has reserved what its streams may still take, and knows their number.
	fn check_reservations() -> Result<(), TryRuntimeError> {
		let mut claims = BTreeMap::<_, (Balance, u32)>::new();
		for stream in Streams::<T>::iter_values() {
			ensure!(Accounts::<T>::contains_key(stream.tab), "I3: a stream has no account");
			let (reserved, streams) = claims.entry(stream.tab).or_default();
			let left =
				stream.cap.checked_sub(stream.paid).ok_or("I3: a stream paid beyond its cap")?;
			*reserved = reserved.checked_add(left).ok_or("I3: the reservations overflow")?;
			*streams = streams.saturating_add(1);
		}
		for (tab, account) in Accounts::<T>::iter() {
			let claim = claims.get(&tab).copied().unwrap_or_default();
			ensure!(
				(account.reserved, account.streams) == claim,
				"I3: an account has reserved another sum than its streams may take"
			);
		}
		Ok(())
	}

	/// I4: a stream has paid exactly what is due for its billed seconds, within its cap.
	fn check_streams() -> Result<(), TryRuntimeError> {
		for stream in Streams::<T>::iter_values() {
			ensure!(shares_add_up(&stream.payees), "I4: shares do not add up");
			let amount = stream.rate.amount(stream.billed_seconds).ok_or("I4: a bill overflows")?;
			ensure!(amount <= stream.cap, "I4: more is billed than the cap");
			let due = settlement::due(amount, &stream.payees)
				.into_iter()
				.fold(0, Balance::saturating_add);
			ensure!(stream.paid == due, "I4: a stream has paid another sum than was due");
		}
		Ok(())
	}

	/// I5: no second is counted twice.
	fn check_clocks() -> Result<(), TryRuntimeError> {
		for stream in Streams::<T>::iter_values() {
			let span = stream.started.map_or(0, |started| stream.settled_until.since(started));
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
		let streams: BTreeSet<_> = Streams::<T>::iter_keys().collect();
		ensure!(tabs.last() < Some(&NextTabId::<T>::get()), "I7: an account has a future id");
		ensure!(streams.last() < Some(&NextStreamId::<T>::get()), "I7: a stream has a future id");
		Ok(())
	}
}
