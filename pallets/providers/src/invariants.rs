//! What must always hold, under the labels of the README.

use crate::{
	Agents, Collaterals, Config, EncryptionKeys, HoldReason, Pallet, Providers, MAX_ASSETS,
};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold as _, fungibles::InspectHold as _},
};
use sp_runtime::TryRuntimeError;
use tradewind_primitives::ProviderStatus;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_collateral_adds_up()?;
		Self::try_collateral_is_on_hold()?;
		Self::try_deposits_are_on_hold()?;
		Self::try_agents_match()?;
		Self::try_encryption_keys_match()?;
		Self::try_retired_are_leaving()
	}

	/// I1: what is set aside and what is unbonding never exceed the total, and nothing empty is
	/// kept.
	fn try_collateral_adds_up() -> Result<(), TryRuntimeError> {
		for (_, _, collateral) in Collaterals::<T>::iter() {
			let used = collateral
				.unbonding
				.iter()
				.try_fold(collateral.locked, |sum, part| sum.checked_add(part.amount))
				.ok_or("I1: the parts of a collateral overflow")?;
			ensure!(used <= collateral.total, "I1: the parts of a collateral exceed its total");
			ensure!(collateral.total > 0, "I1: an empty collateral is kept");
			ensure!(
				collateral.unbonding.iter().all(|part| part.amount > 0),
				"I1: an empty unbonding is kept"
			);
		}
		Ok(())
	}

	/// I2: the collateral on the books is on hold, to the unit, in at most `MAX_ASSETS` assets.
	fn try_collateral_is_on_hold() -> Result<(), TryRuntimeError> {
		for (provider, asset, collateral) in Collaterals::<T>::iter() {
			ensure!(
				Providers::<T>::contains_key(&provider),
				"I2: there is collateral without a provider"
			);
			let held = T::Holds::balance_on_hold(asset, &HoldReason::Collateral.into(), &provider);
			ensure!(held == collateral.total, "I2: the collateral is not what is on hold");
			ensure!(
				Collaterals::<T>::iter_key_prefix(&provider).count() <= MAX_ASSETS as usize,
				"I2: there is collateral in too many assets"
			);
		}
		Ok(())
	}

	/// I3: the deposit on the books is on hold, and a retired provider has none.
	fn try_deposits_are_on_hold() -> Result<(), TryRuntimeError> {
		for (who, provider) in Providers::<T>::iter() {
			let held = T::Native::balance_on_hold(&HoldReason::Registration.into(), &who);
			ensure!(held == provider.deposit, "I3: the deposit is not what is on hold");
			ensure!(
				provider.status != ProviderStatus::Retired || provider.deposit == 0,
				"I3: a retired provider has a deposit"
			);
		}
		Ok(())
	}

	/// I4: agents and providers that have not retired are paired one to one, and no agent is
	/// another provider.
	fn try_agents_match() -> Result<(), TryRuntimeError> {
		let present = Providers::<T>::iter()
			.filter(|(_, provider)| provider.status != ProviderStatus::Retired)
			.count();
		ensure!(
			Agents::<T>::iter().count() == present,
			"I4: agents and providers differ in number"
		);
		for (agent, who) in Agents::<T>::iter() {
			let provider = Providers::<T>::get(&who).ok_or("I4: an agent acts for no provider")?;
			ensure!(provider.agent == agent, "I4: an agent acts for a provider with another one");
			ensure!(
				agent == who || !Providers::<T>::contains_key(&agent),
				"I4: an agent is another provider"
			);
		}
		Ok(())
	}

	/// I5: the encryption keys on the books are those that the providers use or remember, and none
	/// is zero.
	fn try_encryption_keys_match() -> Result<(), TryRuntimeError> {
		let mut expected: usize = 0;
		for (who, provider) in Providers::<T>::iter() {
			if provider.status == ProviderStatus::Retired {
				ensure!(provider.retired_keys.is_empty(), "I5: a retired provider has old keys");
				continue;
			}
			let keys = provider
				.retired_keys
				.iter()
				.map(|retired| retired.key)
				.chain([provider.encryption_key]);
			for key in keys {
				ensure!(key != [0; 32], "I5: an encryption key is zero");
				ensure!(
					EncryptionKeys::<T>::get(key).as_ref() == Some(&who),
					"I5: an encryption key does not lead to its provider"
				);
				expected = expected.saturating_add(1);
			}
		}
		ensure!(
			EncryptionKeys::<T>::iter().count() == expected,
			"I5: there are encryption keys without a provider"
		);
		Ok(())
	}

	/// I6: all that a retired provider has left is unbonding, and it is kept for nothing else.
	fn try_retired_are_leaving() -> Result<(), TryRuntimeError> {
		for (who, provider) in Providers::<T>::iter() {
			if provider.status != ProviderStatus::Retired {
				continue;
			}
			ensure!(
				Collaterals::<T>::iter_key_prefix(&who).next().is_some(),
				"I6: a retired provider has nothing left and is kept"
			);
			ensure!(
				Collaterals::<T>::iter_prefix(&who)
					.all(|(_, collateral)| { collateral.locked == 0 && collateral.bonded() == 0 }),
				"I6: a retired provider has collateral that is not unbonding"
			);
		}
		Ok(())
	}
}
