//! What the calls do.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	collateral::Refusal,
	profile,
	reputation::Reputation,
	status,
	types::{Collateral, EncryptionKey, Profile, Provider, RetiredKey, Standing, SuspendReason},
	Agents, Collaterals, Config, EncryptionKeys, Error, Event, HoldReason, Pallet, Providers,
	Standings, MAX_ASSETS,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	defensive,
	dispatch::DispatchResult,
	ensure,
	traits::{fungible::MutateHold as _, fungibles::MutateHold as _, tokens::Precision, Get},
};
use sp_runtime::{ArithmeticError, DispatchError};
use tradewind_primitives::{
	traits::{AuditLog, Departure as _, Liveness as _},
	AssetId, Balance, Category, Clock, ProviderStatus, Subject,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		who: T::AccountId,
		profile: Profile,
		agent: T::AccountId,
		encryption_key: EncryptionKey,
		collateral: Balance,
	) -> DispatchResult {
		Self::enter(&who, profile.clone(), agent.clone(), encryption_key, collateral)?;
		Self::note(
			Category::Configuration,
			&who,
			"provider.registered",
			&(&who, &agent, encryption_key, collateral, &profile),
		);
		Self::deposit_event(Event::Registered { provider: who, agent, encryption_key, collateral });
		Ok(())
	}

	/// A registration without its record and event, as the genesis needs it.
	pub(crate) fn enter(
		who: &T::AccountId,
		profile: Profile,
		agent: T::AccountId,
		encryption_key: EncryptionKey,
		collateral: Balance,
	) -> DispatchResult {
		ensure!(!Standings::<T>::contains_key(who), Error::<T>::AlreadyRegistered);
		Self::ensure_sound(&profile)?;
		// A key that acts for one provider must not turn into another provider.
		ensure!(
			Agents::<T>::get(who).is_none_or(|provider| provider == *who),
			Error::<T>::KeyInUse
		);
		Self::ensure_agent_free(who, &agent)?;
		Self::ensure_key_free(&encryption_key)?;
		ensure!(collateral >= T::MinCollateral::get(), Error::<T>::BelowMinimum);

		let deposit = T::RegistrationDeposit::get();
		T::Native::hold(&HoldReason::Registration.into(), who, deposit)?;
		let now = T::Clock::now();
		Standings::<T>::insert(
			who,
			Standing {
				status: ProviderStatus::Active,
				reputation: Reputation::new(now),
				collateral: Collateral::default(),
			},
		);
		if collateral > 0 {
			Self::bond(who, &AssetId::Native, collateral)?;
		}
		Agents::<T>::insert(&agent, who);
		EncryptionKeys::<T>::insert(encryption_key, who);
		Providers::<T>::insert(
			who,
			Provider {
				region: profile.region,
				endpoint: profile.endpoint,
				agent,
				encryption_key,
				retired_keys: Default::default(),
				since: now,
				deposit,
			},
		);
		T::Liveness::enrol(who);
		Ok(())
	}

	pub(crate) fn do_update(who: T::AccountId, profile: Profile) -> DispatchResult {
		let mut provider = Self::registered(&who)?;
		Self::ensure_sound(&profile)?;
		provider.region = profile.region.clone();
		provider.endpoint = profile.endpoint.clone();
		Providers::<T>::insert(&who, provider);
		Self::note(Category::Configuration, &who, "provider.updated", &(&who, &profile));
		Self::deposit_event(Event::ProfileUpdated { provider: who, profile });
		Ok(())
	}

	pub(crate) fn do_set_agent(who: T::AccountId, agent: T::AccountId) -> DispatchResult {
		let mut provider = Self::registered(&who)?;
		Self::ensure_agent_free(&who, &agent)?;
		let old = core::mem::replace(&mut provider.agent, agent.clone());
		Agents::<T>::remove(&old);
		Agents::<T>::insert(&agent, &who);
		Providers::<T>::insert(&who, provider);
		Self::note(Category::Access, &who, "provider.agent_set", &(&who, &old, &agent));
		Self::deposit_event(Event::AgentSet { provider: who, old, new: agent });
		Ok(())
	}

	pub(crate) fn do_set_encryption_key(who: T::AccountId, key: EncryptionKey) -> DispatchResult {
		let mut provider = Self::registered(&who)?;
		Self::ensure_key_free(&key)?;
		let old = core::mem::replace(&mut provider.encryption_key, key);
		if provider.retired_keys.is_full() {
			let forgotten = provider.retired_keys.remove(0);
			EncryptionKeys::<T>::remove(forgotten.key);
		}
		let kept =
			provider.retired_keys.try_push(RetiredKey { key: old, until: T::Clock::now() }).is_ok();
		if !kept {
			defensive!("one place was just made");
		}
		EncryptionKeys::<T>::insert(key, &who);
		Providers::<T>::insert(&who, provider);
		Self::note(Category::Access, &who, "provider.key_set", &(&who, old, key));
		Self::deposit_event(Event::EncryptionKeySet { provider: who, old, new: key });
		Ok(())
	}

	pub(crate) fn do_lock_collateral(
		who: T::AccountId,
		asset: AssetId,
		amount: Balance,
	) -> DispatchResult {
		Self::present(&who)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		Self::bond(&who, &asset, amount)?;
		Self::note(Category::Billing, &who, "collateral.locked", &(&who, &asset, amount));
		Self::deposit_event(Event::CollateralLocked { provider: who, asset, amount });
		Ok(())
	}

	pub(crate) fn do_unlock_collateral(
		who: T::AccountId,
		asset: AssetId,
		amount: Balance,
	) -> DispatchResult {
		let Standing { status, .. } = Standings::<T>::get(&who).ok_or(Error::<T>::NotFound)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let ready = T::Clock::now().plus(T::UnbondingTime::get());
		Self::change_collateral(&who, &asset, |collateral| {
			collateral.unbond(amount, ready).map_err(Self::refused)?;
			if asset == AssetId::Native && status == ProviderStatus::Active {
				ensure!(Self::is_minimum(collateral), Error::<T>::BelowMinimum);
			}
			Ok(())
		})?;
		Self::note(Category::Billing, &who, "collateral.unlocked", &(&who, &asset, amount, ready));
		Self::deposit_event(Event::CollateralUnlocked { provider: who, asset, amount, ready });
		Ok(())
	}

	pub(crate) fn do_withdraw_unbonded(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let Standing { status, .. } = Standings::<T>::get(&who).ok_or(Error::<T>::NotFound)?;
		let amount = Self::change_collateral(&who, &asset, |collateral| {
			Ok(collateral.take_ready(T::Clock::now()))
		})?;
		ensure!(amount > 0, Error::<T>::NothingReady);
		T::Holds::release(
			asset.clone(),
			&HoldReason::Collateral.into(),
			&who,
			amount,
			Precision::Exact,
		)?;
		Self::note(Category::Billing, &who, "collateral.withdrawn", &(&who, &asset, amount));
		Self::deposit_event(Event::CollateralWithdrawn { provider: who.clone(), asset, amount });
		if status == ProviderStatus::Retired {
			Self::remove_if_settled(who);
		}
		Ok(())
	}

	pub(crate) fn do_heartbeat(agent: &T::AccountId, provider: &T::AccountId) -> DispatchResult {
		ensure!(Agents::<T>::get(agent).as_ref() == Some(provider), Error::<T>::NotAgent);
		T::Liveness::beat(provider)
	}

	pub(crate) fn do_drain(who: T::AccountId) -> DispatchResult {
		let standing = Self::present(&who)?;
		// Being let off a suspension is not for the provider to decide.
		ensure!(standing.status == ProviderStatus::Active, Error::<T>::WrongStatus);
		Self::change_status(
			&who,
			standing,
			ProviderStatus::Draining,
			Some(&who),
			"provider.drained",
		)
	}

	pub(crate) fn do_resume(who: T::AccountId) -> DispatchResult {
		let standing = Self::present(&who)?;
		ensure!(standing.status == ProviderStatus::Draining, Error::<T>::WrongStatus);
		ensure!(Self::is_minimum(&standing.collateral), Error::<T>::BelowMinimum);
		Self::change_status(&who, standing, ProviderStatus::Active, Some(&who), "provider.resumed")
	}

	pub(crate) fn do_retire(who: T::AccountId) -> DispatchResult {
		let mut provider = Self::registered(&who)?;
		T::Departure::depart(&who)?;
		let mut last = T::Clock::now();
		let ready = last.plus(T::UnbondingTime::get());
		// At most `MAX_ASSETS`.
		let others = Collaterals::<T>::iter_key_prefix(&who);
		let assets: Vec<AssetId> = others.chain([AssetId::Native]).collect();
		for asset in assets {
			Self::change_collateral(&who, &asset, |collateral| {
				ensure!(collateral.locked == 0, Error::<T>::StillLocked);
				collateral.unbond_all(ready);
				last = collateral.last_ready(last);
				Ok(())
			})?;
		}
		Standings::<T>::mutate_extant(&who, |standing| standing.status = ProviderStatus::Retired);

		T::Native::release(
			&HoldReason::Registration.into(),
			&who,
			provider.deposit,
			Precision::Exact,
		)?;
		provider.deposit = 0;
		Self::drop_attributes(&who)?;
		Agents::<T>::remove(&provider.agent);
		EncryptionKeys::<T>::remove(provider.encryption_key);
		for retired in core::mem::take(&mut provider.retired_keys) {
			EncryptionKeys::<T>::remove(retired.key);
		}
		Providers::<T>::insert(&who, provider);
		T::Liveness::forget(&who);
		Self::note(Category::Configuration, &who, "provider.retired", &(&who, last));
		Self::deposit_event(Event::Retired { provider: who.clone(), ready: last });
		Self::remove_if_settled(who);
		Ok(())
	}

	pub(crate) fn do_suspend(who: T::AccountId, reason: SuspendReason) -> DispatchResult {
		let standing = Self::present(&who)?;
		let old = Self::set_status(&who, standing, ProviderStatus::Suspended)?;
		let action = match reason {
			SuspendReason::ServiceLevel => "provider.suspended.service_level",
			SuspendReason::FalseReport => "provider.suspended.false_report",
			SuspendReason::Misuse => "provider.suspended.misuse",
			SuspendReason::KeyCompromised => "provider.suspended.key_compromised",
			SuspendReason::Unlawful => "provider.suspended.unlawful",
		};
		let subject = Subject::Account(who.clone());
		T::Audit::record(Category::Compliance, None, subject, action, &(&who, old, reason));
		Self::deposit_event(Event::Suspended { provider: who, old, reason });
		Ok(())
	}

	pub(crate) fn do_reinstate(who: T::AccountId) -> DispatchResult {
		let standing = Self::present(&who)?;
		ensure!(standing.status == ProviderStatus::Suspended, Error::<T>::WrongStatus);
		let new = if Self::is_minimum(&standing.collateral) {
			ProviderStatus::Active
		} else {
			ProviderStatus::Draining
		};
		Self::change_status(&who, standing, new, None, "provider.reinstated")
	}

	/// How a provider stands that has not retired.
	pub(crate) fn present(who: &T::AccountId) -> Result<Standing, Error<T>> {
		let standing = Standings::<T>::get(who).ok_or(Error::<T>::NotFound)?;
		ensure!(standing.status != ProviderStatus::Retired, Error::<T>::WrongStatus);
		Ok(standing)
	}

	/// The record of a provider that has not retired.
	fn registered(who: &T::AccountId) -> Result<Provider<T::AccountId>, Error<T>> {
		Self::present(who)?;
		Providers::<T>::get(who).ok_or(Error::<T>::NotFound)
	}

	fn change_status(
		who: &T::AccountId,
		standing: Standing,
		new: ProviderStatus,
		actor: Option<&T::AccountId>,
		action: &'static str,
	) -> DispatchResult {
		let old = Self::set_status(who, standing, new)?;
		let category = if actor.is_some() { Category::Configuration } else { Category::Compliance };
		T::Audit::record(category, actor, Subject::Account(who.clone()), action, &(who, old, new));
		Self::deposit_event(Event::StatusChanged { provider: who.clone(), old, new });
		Ok(())
	}

	/// Returns the status before.
	fn set_status(
		who: &T::AccountId,
		mut standing: Standing,
		new: ProviderStatus,
	) -> Result<ProviderStatus, Error<T>> {
		let old = standing.status;
		ensure!(status::may_become(old, new), Error::<T>::WrongStatus);
		standing.status = new;
		Standings::<T>::insert(who, standing);
		Ok(old)
	}

	fn ensure_sound(profile: &Profile) -> DispatchResult {
		ensure!(profile::is_region(&profile.region), Error::<T>::BadRegion);
		ensure!(profile::is_endpoint(&profile.endpoint), Error::<T>::BadEndpoint);
		Ok(())
	}

	/// An agent key acts for one provider only, and is no other provider.
	fn ensure_agent_free(who: &T::AccountId, agent: &T::AccountId) -> DispatchResult {
		ensure!(!Agents::<T>::contains_key(agent), Error::<T>::KeyInUse);
		ensure!(agent == who || !Standings::<T>::contains_key(agent), Error::<T>::KeyInUse);
		Ok(())
	}

	fn ensure_key_free(key: &EncryptionKey) -> DispatchResult {
		ensure!(*key != EncryptionKey::default(), Error::<T>::ZeroKey);
		ensure!(!EncryptionKeys::<T>::contains_key(key), Error::<T>::KeyInUse);
		Ok(())
	}

	/// Whether native collateral suffices to be active.
	fn is_minimum(collateral: &Collateral) -> bool {
		collateral.bonded() >= T::MinCollateral::get()
	}

	/// Puts collateral on hold and on the books.
	fn bond(who: &T::AccountId, asset: &AssetId, amount: Balance) -> DispatchResult {
		if *asset != AssetId::Native && !Collaterals::<T>::contains_key(who, asset) {
			Self::ensure_room(who)?;
		}
		Self::change_collateral(who, asset, |collateral| {
			collateral.add(amount).map_err(Self::refused)?;
			T::Holds::hold(asset.clone(), &HoldReason::Collateral.into(), who, amount)
		})
	}

	/// Fails when collateral lies in as many assets as may be.
	pub(crate) fn ensure_room(who: &T::AccountId) -> Result<(), Error<T>> {
		let others = Collaterals::<T>::iter_key_prefix(who).take(MAX_ASSETS as usize).count();
		// The native token is always one of them.
		ensure!(others.saturating_add(1) < MAX_ASSETS as usize, Error::<T>::TooManyAssets);
		Ok(())
	}

	/// The collateral of a provider in an asset; empty when there is none.
	pub fn collateral(who: &T::AccountId, asset: &AssetId) -> Collateral {
		if *asset == AssetId::Native {
			Standings::<T>::get(who).map(|standing| standing.collateral)
		} else {
			Collaterals::<T>::get(who, asset)
		}
		.unwrap_or_default()
	}

	/// Changes it, unless `change` fails. One read and one write. The provider must be known to
	/// have any in the native token.
	pub(crate) fn change_collateral<R>(
		who: &T::AccountId,
		asset: &AssetId,
		change: impl FnOnce(&mut Collateral) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		if *asset == AssetId::Native {
			Standings::<T>::try_mutate(who, |standing| {
				change(&mut standing.as_mut().ok_or(Error::<T>::NotFound)?.collateral)
			})
		} else {
			Collaterals::<T>::try_mutate(who, asset, |stored| {
				let mut collateral = stored.take().unwrap_or_default();
				let result = change(&mut collateral)?;
				// Nothing empty is kept.
				*stored = (collateral.total > 0).then_some(collateral);
				Ok(result)
			})
		}
	}

	/// Forgets a retired provider that has nothing left to withdraw.
	fn remove_if_settled(who: T::AccountId) {
		let native = Self::collateral(&who, &AssetId::Native);
		if native.total == 0 && Collaterals::<T>::iter_key_prefix(&who).next().is_none() {
			Standings::<T>::remove(&who);
			Providers::<T>::remove(&who);
			Self::deposit_event(Event::Removed { provider: who });
		}
	}

	/// Writes the record of something a provider did itself.
	pub(crate) fn note(
		category: Category,
		who: &T::AccountId,
		action: &'static str,
		particulars: &impl Encode,
	) {
		T::Audit::record(category, Some(who), Subject::Account(who.clone()), action, particulars);
	}

	pub(crate) fn refused(refusal: Refusal) -> DispatchError {
		match refusal {
			Refusal::NotFree => Error::<T>::InsufficientCollateral.into(),
			Refusal::NotLocked => Error::<T>::MoreThanLocked.into(),
			Refusal::ListFull => Error::<T>::TooManyUnbondings.into(),
			Refusal::Overflow => ArithmeticError::Overflow.into(),
		}
	}
}
