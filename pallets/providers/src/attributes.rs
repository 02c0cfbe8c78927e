//! What providers say of themselves, and who vouches for it.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	profile,
	types::{Attestation, Attribute, Verified},
	AttributeList, AttributeName, AttributeValue, Attributes, Auditors, Config, Error, Event,
	HoldReason, NextAppointment, Pallet,
};
use alloc::vec::Vec;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{fungible::MutateHold as _, tokens::Precision, Get},
};
use sp_runtime::ArithmeticError;
use tradewind_primitives::{
	traits::AuditLog, Balance, Category, Clock, Seconds, Subject, Timestamp,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_attribute(
		who: T::AccountId,
		name: AttributeName,
		value: AttributeValue,
	) -> DispatchResult {
		Self::present(&who)?;
		ensure!(profile::is_name(&name), Error::<T>::BadName);
		ensure!(profile::is_value(&value), Error::<T>::BadValue);
		let mut all = Attributes::<T>::get(&who);
		let (mut old, mut voided) = (None, 0);
		if let Some(attribute) = all.iter_mut().find(|attribute| attribute.name == name) {
			ensure!(attribute.value != value, Error::<T>::Unchanged);
			old = Some(core::mem::replace(&mut attribute.value, value.clone()));
			voided = core::mem::take(&mut attribute.attestations).len() as u32;
		} else {
			let deposit = T::AttributeDeposit::get();
			all.try_push(Attribute {
				name: name.clone(),
				value: value.clone(),
				deposit,
				attestations: Default::default(),
			})
			.map_err(|_| Error::<T>::TooManyAttributes)?;
			T::Native::hold(&HoldReason::Attribute.into(), &who, deposit)?;
		}
		Attributes::<T>::insert(&who, all);
		Self::note(
			Category::Configuration,
			&who,
			"attribute.set",
			&(&who, &name, &old, &value, voided),
		);
		Self::deposit_event(Event::AttributeSet { provider: who, name, old, new: value, voided });
		Ok(())
	}

	pub(crate) fn do_remove_attribute(who: T::AccountId, name: AttributeName) -> DispatchResult {
		Self::present(&who)?;
		let mut all = Attributes::<T>::get(&who);
		let place = all
			.iter()
			.position(|attribute| attribute.name == name)
			.ok_or(Error::<T>::UnknownAttribute)?;
		let Attribute { deposit, .. } = all.remove(place);
		Self::return_deposit(&who, deposit)?;
		Self::put_attributes(&who, all);
		Self::note(Category::Configuration, &who, "attribute.removed", &(&who, &name, deposit));
		Self::deposit_event(Event::AttributeRemoved { provider: who, name, deposit });
		Ok(())
	}

	pub(crate) fn do_attest_attribute(
		auditor: T::AccountId,
		provider: T::AccountId,
		name: AttributeName,
		value: AttributeValue,
		lifetime: Seconds,
	) -> DispatchResult {
		let appointment = Auditors::<T>::get(&auditor).ok_or(Error::<T>::NotAuditor)?;
		ensure!(auditor != provider, Error::<T>::OwnAttribute);
		ensure!((1..=T::MaxAttestation::get()).contains(&lifetime), Error::<T>::BadLifetime);
		Self::present(&provider)?;
		let now = T::Clock::now();
		let until = now.plus(lifetime);
		let mut all = Attributes::<T>::get(&provider);
		let attribute = Self::find(&mut all, &name)?;
		ensure!(attribute.value == value, Error::<T>::OtherValue);
		let attestations = &mut attribute.attestations;
		// What does not count any more makes room for what does.
		attestations.retain(|kept| kept.auditor != auditor && Self::counts(kept, now));
		attestations
			.try_push(Attestation { auditor: auditor.clone(), appointment, until })
			.map_err(|_| Error::<T>::TooManyAttestations)?;
		Attributes::<T>::insert(&provider, all);
		T::Audit::record(
			Category::Compliance,
			Some(&auditor),
			Subject::Account(provider.clone()),
			"attribute.attested",
			&(&provider, &name, &value, &auditor, until),
		);
		Self::deposit_event(Event::AttributeAttested { provider, name, value, auditor, until });
		Ok(())
	}

	pub(crate) fn do_withdraw_attestation(
		auditor: T::AccountId,
		provider: T::AccountId,
		name: AttributeName,
	) -> DispatchResult {
		let mut all = Attributes::<T>::get(&provider);
		let attestations = &mut Self::find(&mut all, &name)?.attestations;
		let before = attestations.len();
		attestations.retain(|kept| kept.auditor != auditor);
		ensure!(attestations.len() < before, Error::<T>::NotAttested);
		Attributes::<T>::insert(&provider, all);
		T::Audit::record(
			Category::Compliance,
			Some(&auditor),
			Subject::Account(provider.clone()),
			"attribute.attestation_withdrawn",
			&(&provider, &name, &auditor),
		);
		Self::deposit_event(Event::AttestationWithdrawn { provider, name, auditor });
		Ok(())
	}

	pub(crate) fn do_appoint_auditor(auditor: T::AccountId) -> DispatchResult {
		ensure!(!Auditors::<T>::contains_key(&auditor), Error::<T>::AlreadyAuditor);
		// A number of its own, so that what was attested before a dismissal does not come back.
		let number = NextAppointment::<T>::get();
		NextAppointment::<T>::put(number.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Auditors::<T>::insert(&auditor, number);
		Self::note_office(&auditor, "auditor.appointed");
		Self::deposit_event(Event::AuditorAppointed { auditor });
		Ok(())
	}

	pub(crate) fn do_dismiss_auditor(auditor: T::AccountId) -> DispatchResult {
		Auditors::<T>::take(&auditor).ok_or(Error::<T>::NotAuditor)?;
		Self::note_office(&auditor, "auditor.dismissed");
		Self::deposit_event(Event::AuditorDismissed { auditor });
		Ok(())
	}

	/// Forgets what a provider says of itself, and gives every deposit back.
	pub(crate) fn drop_attributes(who: &T::AccountId) -> DispatchResult {
		let deposits = Attributes::<T>::take(who)
			.iter()
			.fold(0, |sum: Balance, attribute| sum.saturating_add(attribute.deposit));
		Self::return_deposit(who, deposits)
	}

	/// Whether a provider says so, and an auditor in office vouches for it at this moment.
	pub(crate) fn is_attested(provider: &T::AccountId, name: &[u8], value: &[u8]) -> bool {
		let now = T::Clock::now();
		Attributes::<T>::get(provider)
			.iter()
			.find(|attribute| *attribute.name == *name && *attribute.value == *value)
			.is_some_and(|attribute| {
				attribute.attestations.iter().any(|given| Self::counts(given, now))
			})
	}

	/// What a provider says of itself, and until when it is attested.
	pub(crate) fn verified(provider: &T::AccountId) -> Vec<Verified> {
		let now = T::Clock::now();
		let until = |attribute: &Attribute<T::AccountId>| -> Option<Timestamp> {
			let counting = attribute.attestations.iter().filter(|given| Self::counts(given, now));
			counting.map(|given| given.until).max()
		};
		Attributes::<T>::get(provider)
			.into_iter()
			.map(|attribute| Verified {
				until: until(&attribute),
				name: attribute.name,
				value: attribute.value,
			})
			.collect()
	}

	/// Whether an attestation has not expired, and its auditor has been in office ever since.
	fn counts(given: &Attestation<T::AccountId>, now: Timestamp) -> bool {
		given.until > now && Auditors::<T>::get(&given.auditor) == Some(given.appointment)
	}

	fn find<'a>(
		all: &'a mut AttributeList<T::AccountId>,
		name: &AttributeName,
	) -> Result<&'a mut Attribute<T::AccountId>, Error<T>> {
		all.iter_mut().find(|attribute| attribute.name == *name).ok_or(Error::<T>::UnknownAttribute)
	}

	fn put_attributes(who: &T::AccountId, all: AttributeList<T::AccountId>) {
		if all.is_empty() {
			Attributes::<T>::remove(who);
		} else {
			Attributes::<T>::insert(who, all);
		}
	}

	fn return_deposit(who: &T::AccountId, deposit: Balance) -> DispatchResult {
		T::Native::release(&HoldReason::Attribute.into(), who, deposit, Precision::Exact)?;
		Ok(())
	}

	fn note_office(auditor: &T::AccountId, action: &'static str) {
		let subject = Subject::Account(auditor.clone());
		T::Audit::record(Category::Access, None, subject, action, auditor);
	}
}
