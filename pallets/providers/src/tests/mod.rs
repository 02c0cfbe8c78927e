//! One file per call, one for the seams and one for what must always hold.

mod drain;
mod genesis;
mod heartbeat;
mod invariants;
mod lock_collateral;
mod register;
mod reinstate;
mod resume;
mod retire;
mod seams;
mod set_agent;
mod set_encryption_key;
mod suspend;
mod unlock_collateral;
mod update;
mod withdraw_unbonded;

pub(crate) use crate::{mock::*, Error, Event, HoldReason, SuspendReason};
pub(crate) use frame_support::{
	assert_noop, assert_ok,
	traits::fungible::{Inspect as _, InspectHold as _},
};
pub(crate) use tradewind_primitives::{
	traits::Collateral as Seam, AssetId, Balance, Category, ProviderStatus, Timestamp,
};

/// Why providers are suspended where the reason does not matter.
pub(crate) const WHY: SuspendReason = SuspendReason::ServiceLevel;

/// What an account holds for a reason.
pub(crate) fn held(who: AccountId, reason: HoldReason) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// The collateral of an account in an asset.
pub(crate) fn collateral(who: AccountId, asset: AssetId) -> crate::Collateral {
	crate::Collaterals::<Test>::get(who, asset).unwrap_or_default()
}

/// Where a provider stands.
pub(crate) fn status(who: AccountId) -> Option<ProviderStatus> {
	crate::Providers::<Test>::get(who).map(|provider| provider.status)
}

/// Sets collateral aside, as a neighbour does.
pub(crate) fn set_aside(who: AccountId, asset: AssetId, amount: Balance) {
	assert_ok!(<Providers as Seam<AccountId>>::lock(&who, &asset, amount));
}
