//! What the neighbours use this pallet for.

use crate::{pallet::*, types::Manager};
use frame_support::pallet_prelude::*;
use sp_runtime::Perbill;
use tradewind_primitives::{
	traits, AssetId, Balance, ManagedStream, Payees, Rate, Seconds, StreamBill, StreamId,
	StreamTerms, TabId,
};

impl<T: Config> traits::Streams<T::AccountId> for Pallet<T> {
	type Memo = T::Memo;

	fn asset(tab: TabId) -> Option<AssetId> {
		Accounts::<T>::get(tab).map(|account| account.asset)
	}

	fn owner(tab: TabId) -> Option<T::AccountId> {
		Accounts::<T>::get(tab).map(|account| account.owner)
	}

	fn ensure_payees(payees: &Payees<T::AccountId>) -> DispatchResult {
		Ok(Self::ensure_payees(payees)?)
	}

	fn ensure_manager(tab: TabId, who: &T::AccountId) -> DispatchResult {
		Self::do_ensure_manager(tab, who)
	}

	fn open(
		who: &T::AccountId,
		terms: StreamTerms<T::AccountId>,
		memo: T::Memo,
	) -> Result<StreamId, DispatchError> {
		Self::do_open_stream(who, terms, Manager::Opener(memo))
	}

	fn managed(stream: StreamId) -> Option<ManagedStream<T::AccountId, T::Memo>> {
		Self::managed_now(stream)
	}

	fn keep(stream: StreamId, memo: T::Memo) -> DispatchResult {
		Self::do_keep(stream, memo)
	}

	fn start(stream: StreamId) -> DispatchResult {
		Self::do_start_stream(stream)
	}

	fn adjust(
		who: Option<&T::AccountId>,
		stream: StreamId,
		rate: Rate,
		cap: Balance,
	) -> DispatchResult {
		Self::do_adjust(who, stream, rate, cap)
	}

	fn close(stream: StreamId, forfeit: Perbill) -> Result<(StreamBill, T::Memo), DispatchError> {
		Self::do_close_stream(stream, forfeit)
	}

	fn idle(stream: StreamId) -> Seconds {
		Self::idle_seconds(stream)
	}

	#[cfg(any(feature = "std", feature = "try-runtime"))]
	fn all_managed() -> alloc::vec::Vec<(StreamId, ManagedStream<T::AccountId, T::Memo>)> {
		let ids = Streams::<T>::iter_keys().map(|(_, id)| id);
		ids.filter_map(|id| Some((id, Self::managed_now(id)?))).collect()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_account(who: &T::AccountId, funds: Balance) -> TabId {
		use frame_support::traits::fungibles::{Inspect, Mutate};

		let deposit = T::Assets::minimum_balance(AssetId::Native);
		let amount = funds.saturating_add(deposit);
		T::Assets::mint_into(AssetId::Native, who, amount.saturating_add(deposit))
			.expect("a benchmark mints less than there can be");
		Self::do_open_account(who.clone(), AssetId::Native, amount)
			.expect("the owner has just received the money")
	}
}

impl<T: Config> traits::Credits<T::AccountId> for Pallet<T> {
	fn pot() -> T::AccountId {
		Self::pot_account()
	}

	fn credit(tab: TabId, asset: &AssetId, amount: Balance) -> DispatchResult {
		Self::do_credit(tab, asset, amount)
	}
}
