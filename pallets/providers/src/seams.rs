//! What the other pallets ask of this one.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{types::MAX_ATTESTATIONS, Agents, Config, Event, Fault, HoldReason, Pallet, Standings};
use frame_support::{
	dispatch::DispatchResult,
	traits::{
		fungibles::MutateHold as _,
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
	weights::Weight,
};
use tradewind_primitives::{
	traits, AssetId, Balance, Clock, CloseReason, LeaseBill, ProviderStatus, NEUTRAL_REPUTATION,
};

impl<T: Config> traits::ProviderDirectory<T::AccountId> for Pallet<T> {
	fn status(provider: &T::AccountId) -> Option<ProviderStatus> {
		Standings::<T>::get(provider).map(|standing| standing.status)
	}

	fn acting_for(agent: &T::AccountId) -> Option<T::AccountId> {
		Agents::<T>::get(agent)
	}

	fn attested(provider: &T::AccountId, name: &[u8], value: &[u8]) -> bool {
		Self::is_attested(provider, name, value)
	}

	/// The list of attributes, and the auditors of one of them.
	fn attested_weight() -> Weight {
		T::DbWeight::get().reads(u64::from(MAX_ATTESTATIONS).saturating_add(1))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create(provider: &T::AccountId, agent: &T::AccountId) {
		crate::benchmarking::create::<T>(provider, agent);
	}
}

/// The calls of other pallets write no record here: whoever moves collateral writes the one record
/// of the whole action.
impl<T: Config> traits::Collateral<T::AccountId> for Pallet<T> {
	fn lock(provider: &T::AccountId, asset: &AssetId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		Self::change_collateral(provider, asset, |collateral| {
			collateral.lock(amount).map_err(Self::refused)
		})
	}

	fn unlock(provider: &T::AccountId, asset: &AssetId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		Self::change_collateral(provider, asset, |collateral| {
			collateral.unlock(amount).map_err(Self::refused)
		})
	}

	fn seize(
		provider: &T::AccountId,
		asset: &AssetId,
		amount: Balance,
		to: &T::AccountId,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		Self::change_collateral(provider, asset, |collateral| {
			collateral.seize(amount).map_err(Self::refused)?;
			T::Holds::transfer_on_hold(
				asset.clone(),
				&HoldReason::Collateral.into(),
				provider,
				to,
				amount,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)
		})?;
		Self::deposit_event(Event::CollateralSeized {
			provider: provider.clone(),
			asset: asset.clone(),
			amount,
			to: to.clone(),
		});
		Ok(())
	}
}

/// The record of the lease's end names the provider, the reason and the bill, from which all of
/// this follows; so there is no record of its own.
impl<T: Config> traits::Reputation<T::AccountId> for Pallet<T> {
	fn reputation(provider: &T::AccountId) -> u32 {
		Self::reputation(provider.clone()).unwrap_or(NEUTRAL_REPUTATION)
	}

	fn lease_closed(
		provider: &T::AccountId,
		owner: &T::AccountId,
		asset: &AssetId,
		reason: CloseReason,
		bill: &LeaseBill,
	) {
		let Ok(mut standing) = Self::present(provider) else { return };
		let reputation = &mut standing.reputation;
		let now = T::Clock::now();
		if let Some(fault) = Fault::of(reason, bill.credited) {
			let old = reputation.score(now);
			reputation.lower(now, fault);
			let new = reputation.score(now);
			Self::deposit_event(Event::ReputationLowered {
				provider: provider.clone(),
				fault,
				old,
				new,
			});
		} else if owner != provider && *asset == AssetId::Native {
			// Anyone can make an asset and pay with it, so only the native token counts.
			reputation.raise(now, bill.seconds, bill.amount, T::FullDay::get());
		} else {
			return;
		}
		Standings::<T>::insert(provider, standing);
	}
}
