//! What the neighbours use this pallet for.

use crate::pallet::*;
use frame_support::pallet_prelude::*;
use tradewind_primitives::{
	traits, AssetId, Balance, Seconds, StreamBill, StreamId, StreamTerms, TabId,
};

impl<T: Config> traits::Streams<T::AccountId> for Pallet<T> {
	fn asset(tab: TabId) -> Option<AssetId> {
		Accounts::<T>::get(tab).map(|account| account.asset)
	}

	fn open(
		who: &T::AccountId,
		terms: StreamTerms<T::AccountId>,
	) -> Result<StreamId, DispatchError> {
		Self::do_open_stream(who, terms, None)
	}

	fn start(stream: StreamId) -> DispatchResult {
		Self::do_start_stream(stream)
	}

	fn close(stream: StreamId) -> Result<StreamBill, DispatchError> {
		Self::do_close_stream(stream)
	}

	fn idle(stream: StreamId) -> Seconds {
		Self::idle_seconds(stream)
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
