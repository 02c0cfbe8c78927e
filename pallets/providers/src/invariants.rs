//! What must always hold, under the labels of the README.

use crate::{
	profile, Agents, Attributes, Auditors, Collateral, Collaterals, Config, EncryptionKeys,
	HoldReason, NextAppointment, Pallet, Providers, Standing, Standings, MAX_ASSETS,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold as _, fungibles::InspectHold as _},
};
use sp_runtime::TryRuntimeError;
use tradewind_primitives::{AssetId, Balance, Clock, ProviderStatus};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_collateral_adds_up()?;
		Self::try_collateral_is_on_hold()?;
		Self::try_deposits_are_on_hold()?;
		Self::try_agents_match()?;
		Self::try_encryption_keys_match()?;
		Self::try_retired_are_leaving()?;
		Self::try_attributes_are_paid_for()?;
		Self::try_attestations_have_auditors()?;
		Self::try_standings_are_sound()
	}

	/// All collateral there is, wherever it lies.
	fn all_collateral() -> impl Iterator<Item = (T::AccountId, AssetId, Collateral)> {
		let native = Standings::<T>::iter();
		Collaterals::<T>::iter()
			.chain(native.map(|(who, standing)| (who, AssetId::Native, standing.collateral)))
	}

	fn has_retired(who: &T::AccountId) -> bool {
		Standings::<T>::get(who).is_some_and(|it| it.status == ProviderStatus::Retired)
	}

	/// I1: what is set aside and what is unbonding never exceed the total, and nothing empty is
	/// kept.
	fn try_collateral_adds_up() -> Result<(), TryRuntimeError> {
		for (_, asset, collateral) in Self::all_collateral() {
			let used = collateral
				.unbonding
				.iter()
				.try_fold(collateral.locked, |sum, part| sum.checked_add(part.amount))
				.ok_or("I1: the parts of a collateral overflow")?;
			ensure!(used <= collateral.total, "I1: the parts of a collateral exceed its total");
			ensure!(
				collateral.total > 0 || asset == AssetId::Native,
				"I1: an empty collateral is kept"
			);
			ensure!(
				collateral.unbonding.iter().all(|part| part.amount > 0),
				"I1: an empty unbonding is kept"
			);
		}
		Ok(())
	}

	/// I2: the collateral on the books is on hold, to the unit, in at most `MAX_ASSETS` assets, and
	/// that in the native token lies in the standing alone.
	fn try_collateral_is_on_hold() -> Result<(), TryRuntimeError> {
		for (provider, asset) in Collaterals::<T>::iter_keys() {
			ensure!(asset != AssetId::Native, "I2: native collateral lies with the others");
			ensure!(
				Standings::<T>::contains_key(&provider),
				"I2: there is collateral without a provider"
			);
			ensure!(
				Collaterals::<T>::iter_key_prefix(&provider).count() < MAX_ASSETS as usize,
				"I2: there is collateral in too many assets"
			);
		}
		for (provider, asset, collateral) in Self::all_collateral() {
			let held = T::Holds::balance_on_hold(asset, &HoldReason::Collateral.into(), &provider);
			ensure!(held == collateral.total, "I2: the collateral is not what is on hold");
		}
		Ok(())
	}

	/// I3: the deposit on the books is on hold, and a retired provider has none.
	fn try_deposits_are_on_hold() -> Result<(), TryRuntimeError> {
		for (who, provider) in Providers::<T>::iter() {
			let held = T::Native::balance_on_hold(&HoldReason::Registration.into(), &who);
			ensure!(held == provider.deposit, "I3: the deposit is not what is on hold");
			ensure!(
				provider.deposit == 0 || !Self::has_retired(&who),
				"I3: a retired provider has a deposit"
			);
		}
		Ok(())
	}

	/// I4: agents and providers that have not retired are paired one to one, and no agent is
	/// another provider.
	fn try_agents_match() -> Result<(), TryRuntimeError> {
		let present = Providers::<T>::iter_keys().filter(|who| !Self::has_retired(who)).count();
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
			if Self::has_retired(&who) {
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
		for (who, Standing { status, collateral: native, .. }) in Standings::<T>::iter() {
			if status != ProviderStatus::Retired {
				continue;
			}
			ensure!(
				native.total > 0 || Collaterals::<T>::iter_key_prefix(&who).next().is_some(),
				"I6: a retired provider has nothing left and is kept"
			);
			ensure!(
				Collaterals::<T>::iter_prefix_values(&who)
					.chain([native])
					.all(|collateral| collateral.locked == 0 && collateral.bonded() == 0),
				"I6: a retired provider has collateral that is not unbonding"
			);
		}
		Ok(())
	}

	/// I7: attributes belong to providers that have not retired, each is sound and there once, and
	/// their deposits are on hold, to the unit.
	fn try_attributes_are_paid_for() -> Result<(), TryRuntimeError> {
		for (who, all) in Attributes::<T>::iter() {
			ensure!(
				Providers::<T>::contains_key(&who) && !Self::has_retired(&who),
				"I7: there are attributes without a provider"
			);
			ensure!(!all.is_empty(), "I7: an empty list of attributes is kept");
			ensure!(
				all.iter().all(|it| profile::is_name(&it.name) && profile::is_value(&it.value)),
				"I7: an attribute is not sound"
			);
			let names: BTreeSet<_> = all.iter().map(|it| &it.name).collect();
			ensure!(names.len() == all.len(), "I7: an attribute is there twice");
		}
		for who in Providers::<T>::iter_keys() {
			let deposits = Attributes::<T>::get(&who)
				.iter()
				.try_fold(0, |sum: Balance, it| sum.checked_add(it.deposit))
				.ok_or("I7: the deposits overflow")?;
			let held = T::Native::balance_on_hold(&HoldReason::Attribute.into(), &who);
			ensure!(held == deposits, "I7: the deposits of attributes are not what is on hold");
		}
		Ok(())
	}

	/// I8: no two appointments have one number, and nobody attests an attribute twice, its own, or
	/// under an appointment that was never made.
	fn try_attestations_have_auditors() -> Result<(), TryRuntimeError> {
		let next = NextAppointment::<T>::get();
		let numbers: Vec<u32> = Auditors::<T>::iter_values().collect();
		ensure!(
			numbers.iter().collect::<BTreeSet<_>>().len() == numbers.len(),
			"I8: two appointments have one number"
		);
		ensure!(
			numbers.iter().all(|number| *number < next),
			"I8: an appointment is yet to be made"
		);
		for (who, all) in Attributes::<T>::iter() {
			for attribute in all {
				let given = &attribute.attestations;
				ensure!(
					given.iter().all(|it| it.appointment < next),
					"I8: an attestation was given under no appointment"
				);
				ensure!(
					given.iter().all(|it| it.auditor != who),
					"I8: a provider attests its own attribute"
				);
				let auditors = given.iter().map(|it| it.auditor.clone());
				ensure!(
					auditors.collect::<BTreeSet<_>>().len() == given.len(),
					"I8: an auditor attests an attribute twice"
				);
			}
		}
		Ok(())
	}

	/// I9: every provider has a standing, nobody else has, and each reputation is within its bounds
	/// and not from the future.
	fn try_standings_are_sound() -> Result<(), TryRuntimeError> {
		for who in Providers::<T>::iter_keys() {
			ensure!(Standings::<T>::contains_key(&who), "I9: a provider has no standing");
		}
		for (who, Standing { reputation, .. }) in Standings::<T>::iter() {
			ensure!(
				Providers::<T>::contains_key(&who),
				"I9: there is a standing without a provider"
			);
			ensure!(reputation.is_sound(), "I9: a reputation is out of bounds");
			ensure!(reputation.at <= T::Clock::now(), "I9: a reputation is from the future");
		}
		Ok(())
	}
}
