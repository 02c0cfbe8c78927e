//! What the calls cost at worst.

#![allow(clippy::expect_used)]

use crate::{
	types::{
		Attestation, Collateral, MAX_ATTESTATIONS, MAX_ATTRIBUTES, MAX_ATTRIBUTE_NAME,
		MAX_ATTRIBUTE_VALUE, MAX_RETIRED_KEYS, MAX_UNBONDINGS,
	},
	*,
};
use alloc::vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Inspect as _, Unbalanced as _},
	tokens::Precision,
	EnsureOrigin, Get,
};
use frame_system::RawOrigin;
use sp_io::hashing::blake2_256;
use tradewind_primitives::{
	traits::{Departure as _, Liveness as _, ProviderDirectory as _},
	AssetId, Balance, Clock as _, ProviderStatus, Timestamp,
};

/// More than any benchmark locks.
const AMPLE: Balance = 1 << 90;

/// Gives an account native money.
fn endow<T: Config>(who: &T::AccountId, amount: Balance) {
	T::Native::increase_balance(who, amount, Precision::Exact).expect("the balance has room");
	T::Native::set_total_issuance(T::Native::total_issuance().saturating_add(amount));
}

fn longest_profile() -> Profile {
	let mut endpoint = b"https://".to_vec();
	endpoint.resize(types::MAX_ENDPOINT as usize, b'a');
	Profile {
		region: vec![b'r'; types::MAX_REGION as usize].try_into().expect("it just fits"),
		endpoint: endpoint.try_into().expect("it just fits"),
	}
}

/// Registers an active provider with ample collateral that is up.
pub(crate) fn create<T: Config>(provider: &T::AccountId, agent: &T::AccountId) {
	if Providers::<T>::contains_key(provider) {
		return;
	}
	let collateral = T::MinCollateral::get().saturating_add(AMPLE);
	endow::<T>(provider, collateral.saturating_mul(2));
	let key = provider.using_encoded(blake2_256);
	Pallet::<T>::enter(provider, longest_profile(), agent.clone(), key, collateral)
		.expect("nothing is wrong with the registration");
	T::Liveness::beat(provider).expect("the provider is enrolled");
}

fn registered<T: Config>() -> (T::AccountId, T::AccountId) {
	let provider: T::AccountId = whitelisted_caller();
	let agent: T::AccountId = account("agent", 0, 0);
	Pallet::<T>::create(&provider, &agent);
	(provider, agent)
}

/// Collateral in as many other assets, on the books only.
fn other_assets<T: Config>(provider: &T::AccountId, count: u32) {
	for asset in 0..count {
		Collaterals::<T>::insert(
			provider,
			AssetId::WithId(u32::MAX.saturating_sub(asset)),
			Collateral { total: 1_000, ..Default::default() },
		);
	}
}

/// The longest name there is, another for each number.
fn name_of(number: u32) -> AttributeName {
	let mut name = vec![b'n'; MAX_ATTRIBUTE_NAME as usize];
	name[0] = b'a'.saturating_add(number as u8);
	name.try_into().expect("it just fits")
}

fn value_of(byte: u8) -> AttributeValue {
	vec![byte; MAX_ATTRIBUTE_VALUE as usize].try_into().expect("it just fits")
}

/// So many attributes, for each of which as many as may have vouched, under appointments that are
/// over.
fn fill_attributes<T: Config>(provider: &T::AccountId, count: u32) {
	for number in 0..count {
		Pallet::<T>::do_set_attribute(provider.clone(), name_of(number), value_of(b'v'))
			.expect("the attribute is sound and new");
	}
	Attributes::<T>::mutate(provider, |all| {
		for attribute in all.iter_mut() {
			for number in 0..MAX_ATTESTATIONS {
				let given = Attestation {
					auditor: account("auditor", number, 0),
					appointment: 0,
					until: Timestamp(u64::MAX),
				};
				attribute.attestations.try_push(given).expect("it just fits");
			}
		}
	});
	NextAppointment::<T>::put(1);
}

/// Somebody who may attest.
fn auditor<T: Config>() -> T::AccountId {
	let auditor: T::AccountId = account("another auditor", 0, 0);
	Pallet::<T>::do_appoint_auditor(auditor.clone()).expect("there are numbers left");
	auditor
}

fn rotate_keys<T: Config>(provider: &T::AccountId) {
	for number in 0..=MAX_RETIRED_KEYS {
		Pallet::<T>::do_set_encryption_key(
			provider.clone(),
			(provider, number).using_encoded(blake2_256),
		)
		.expect("the key is new");
	}
}

fn status_of<T: Config>(provider: &T::AccountId) -> Option<ProviderStatus> {
	Pallet::<T>::status(provider)
}

/// Lets as many amounts unbond, each at another moment.
fn unbond_apart<T: Config>(provider: &T::AccountId, count: u32) {
	for _ in 0..count {
		Pallet::<T>::do_unlock_collateral(provider.clone(), AssetId::Native, 1_000)
			.expect("there is free collateral");
		T::Clock::set_now(T::Clock::now().plus(1));
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let caller: T::AccountId = whitelisted_caller();
		let agent: T::AccountId = account("agent", 0, 0);
		let collateral = T::MinCollateral::get().saturating_add(AMPLE);
		endow::<T>(&caller, collateral.saturating_mul(2));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), longest_profile(), agent, [7; 32], collateral);

		assert_eq!(status_of::<T>(&caller), Some(ProviderStatus::Active));
	}

	#[benchmark]
	fn update() {
		let (caller, _) = registered::<T>();
		rotate_keys::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), longest_profile());
	}

	#[benchmark]
	fn set_agent() {
		let (caller, _) = registered::<T>();
		rotate_keys::<T>(&caller);
		let agent: T::AccountId = account("another agent", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), agent.clone());

		assert_eq!(Agents::<T>::get(agent), Some(caller));
	}

	#[benchmark]
	fn set_encryption_key() {
		let (caller, _) = registered::<T>();
		rotate_keys::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), [7; 32]);

		assert_eq!(EncryptionKeys::<T>::get([7; 32]), Some(caller));
	}

	/// What there is to lock is the native token, for which the others need not be walked through;
	/// for one that is new they are.
	#[benchmark]
	fn lock_collateral() {
		let (caller, _) = registered::<T>();
		other_assets::<T>(&caller, MAX_ASSETS - 2);
		let before = Pallet::<T>::collateral(&caller, &AssetId::Native).total;

		#[block]
		{
			Pallet::<T>::ensure_room(&caller).expect("there is room for one more");
			Pallet::<T>::do_lock_collateral(caller.clone(), AssetId::Native, 1_000)
				.expect("there is money");
		}

		let after = Pallet::<T>::collateral(&caller, &AssetId::Native).total;
		assert_eq!(after, before + 1_000);
	}

	#[benchmark]
	fn unlock_collateral() {
		let (caller, _) = registered::<T>();
		unbond_apart::<T>(&caller, MAX_UNBONDINGS - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), AssetId::Native, 1_000);
	}

	#[benchmark]
	fn withdraw_unbonded() {
		let (caller, _) = registered::<T>();
		unbond_apart::<T>(&caller, MAX_UNBONDINGS);
		Pallet::<T>::do_retire(caller.clone()).expect("the provider has no lease");
		T::Clock::set_now(T::Clock::now().plus(T::UnbondingTime::get()));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), AssetId::Native);

		assert!(!Standings::<T>::contains_key(caller));
	}

	#[benchmark]
	fn heartbeat() {
		let (provider, agent) = registered::<T>();
		T::Clock::set_now(T::Clock::now().plus(24 * 60 * 60));

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), provider);
	}

	#[benchmark]
	fn drain() {
		let (caller, _) = registered::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert_eq!(status_of::<T>(&caller), Some(ProviderStatus::Draining));
	}

	#[benchmark]
	fn resume() {
		let (caller, _) = registered::<T>();
		Pallet::<T>::do_drain(caller.clone()).expect("the provider is active");

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert_eq!(status_of::<T>(&caller), Some(ProviderStatus::Active));
	}

	#[benchmark]
	fn retire() {
		let (caller, _) = registered::<T>();
		rotate_keys::<T>(&caller);
		other_assets::<T>(&caller, MAX_ASSETS - 1);
		fill_attributes::<T>(&caller, MAX_ATTRIBUTES);
		T::Departure::fill(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert_eq!(status_of::<T>(&caller), Some(ProviderStatus::Retired));
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (provider, _) = registered::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider.clone(), SuspendReason::ServiceLevel);

		assert_eq!(status_of::<T>(&provider), Some(ProviderStatus::Suspended));
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (provider, _) = registered::<T>();
		Pallet::<T>::do_suspend(provider.clone(), SuspendReason::ServiceLevel)
			.expect("the provider is active");

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider.clone());

		assert_eq!(status_of::<T>(&provider), Some(ProviderStatus::Active));
		Ok(())
	}

	#[benchmark]
	fn set_attribute() {
		let (caller, _) = registered::<T>();
		fill_attributes::<T>(&caller, MAX_ATTRIBUTES - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), name_of(MAX_ATTRIBUTES), value_of(b'v'));

		assert_eq!(Attributes::<T>::get(caller).len(), MAX_ATTRIBUTES as usize);
	}

	#[benchmark]
	fn remove_attribute() {
		let (caller, _) = registered::<T>();
		fill_attributes::<T>(&caller, MAX_ATTRIBUTES);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), name_of(0));

		assert_eq!(Attributes::<T>::get(caller).len(), MAX_ATTRIBUTES as usize - 1);
	}

	#[benchmark]
	fn attest_attribute() {
		let (provider, _) = registered::<T>();
		fill_attributes::<T>(&provider, MAX_ATTRIBUTES);
		let name = name_of(MAX_ATTRIBUTES - 1);
		let auditor = auditor::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(auditor), provider.clone(), name.clone(), value_of(b'v'), 1);

		assert!(Pallet::<T>::attested(&provider, &name, &value_of(b'v')));
	}

	#[benchmark]
	fn withdraw_attestation() {
		let (provider, _) = registered::<T>();
		fill_attributes::<T>(&provider, MAX_ATTRIBUTES);
		let name = name_of(MAX_ATTRIBUTES - 1);
		let auditor: T::AccountId = account("auditor", MAX_ATTESTATIONS - 1, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(auditor), provider, name);
	}

	#[benchmark]
	fn appoint_auditor() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let auditor: T::AccountId = account("auditor", 0, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, auditor.clone());

		assert!(Auditors::<T>::contains_key(auditor));
		Ok(())
	}

	#[benchmark]
	fn dismiss_auditor() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let auditor = auditor::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, auditor.clone());

		assert!(!Auditors::<T>::contains_key(auditor));
		Ok(())
	}
}
