//! One file per call, one for the seams and one for what must always hold.

mod attest_attribute;
mod auditors;
mod drain;
mod genesis;
mod heartbeat;
mod invariants;
mod lock_collateral;
mod register;
mod reinstate;
mod remove_attribute;
mod reputation;
mod resume;
mod retire;
mod seams;
mod set_agent;
mod set_attribute;
mod set_encryption_key;
mod suspend;
mod unlock_collateral;
mod update;
mod withdraw_attestation;
mod withdraw_unbonded;

pub(crate) use crate::{
	mock::{self, *},
	Error, Event, Fault, HoldReason, SuspendReason,
};
pub(crate) use frame_support::{
	assert_noop, assert_ok,
	dispatch::DispatchResult,
	traits::fungible::{Inspect as _, InspectHold as _},
};
pub(crate) use tradewind_primitives::{
	traits::{Collateral as Seam, ProviderDirectory},
	AssetId, Balance, Category, ProviderStatus, Timestamp,
};

/// Why providers are suspended where the reason does not matter.
pub(crate) const WHY: SuspendReason = SuspendReason::ServiceLevel;

/// What an account holds for a reason.
pub(crate) fn held(who: AccountId, reason: HoldReason) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// The collateral of an account in an asset.
pub(crate) fn collateral(who: AccountId, asset: AssetId) -> crate::Collateral {
	Providers::collateral(&who, &asset)
}

/// Where a provider stands.
pub(crate) fn status(who: AccountId) -> Option<ProviderStatus> {
	<Providers as ProviderDirectory<_>>::status(&who)
}

/// Sets collateral aside, as a neighbour does.
pub(crate) fn set_aside(who: AccountId, asset: AssetId, amount: Balance) {
	assert_ok!(<Providers as Seam<AccountId>>::lock(&who, &asset, amount));
}

/// Has Alice say something of herself.
pub(crate) fn say(name: &str, value: &str) {
	assert_ok!(Providers::set_attribute(
		RuntimeOrigin::signed(ALICE),
		mock::name(name),
		mock::value(value)
	));
}

/// Has an auditor vouch for what Alice says.
pub(crate) fn attest(auditor: AccountId, name: &str, value: &str, lifetime: u64) -> DispatchResult {
	let (name, value) = (mock::name(name), mock::value(value));
	Providers::attest_attribute(RuntimeOrigin::signed(auditor), ALICE, name, value, lifetime)
}

/// Whether a neighbour believes Alice.
pub(crate) fn believed(name: &str, value: &str) -> bool {
	<Providers as ProviderDirectory<_>>::attested(&ALICE, name.as_bytes(), value.as_bytes())
}
