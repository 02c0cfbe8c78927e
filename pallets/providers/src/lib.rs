#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod attributes;
pub mod collateral;
mod errors;
mod events;
pub mod profile;
pub mod reputation;
pub mod status;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(any(test, feature = "try-runtime"))]
mod invariants;
#[cfg(test)]
mod mock;
mod seams;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use reputation::{Fault, Reputation};
pub use types::{
	Attestation, Attribute, AttributeName, AttributeValue, Attributes as AttributeList, Collateral,
	EncryptionKey, Profile, Provider, RetiredKey, Standing, SuspendReason, Unbonding, Verified,
};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The most assets in which a provider may keep collateral; the native token is always one of them.
/// Retiring walks through all of them.
pub const MAX_ASSETS: u32 = 8;

// Macro output around the calls cannot be documented or shortened by hand.
#[allow(missing_docs)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, fungibles},
	};
	use frame_system::pallet_prelude::*;
	use tradewind_primitives::{
		traits::{AuditLog, Departure, Liveness},
		AssetId, Balance, Clock, ProviderStatus, Seconds, Timestamp,
	};

	/// The in-code storage version.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from its runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The overarching hold reason.
		type RuntimeHoldReason: From<HoldReason>;

		/// Where the registration deposit is held.
		type Native: fungible::MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// Where collateral is held: the native token and every other asset.
		type Holds: fungibles::MutateHold<
			Self::AccountId,
			AssetId = AssetId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// Told who enrols, beats and leaves.
		type Liveness: Liveness<Self::AccountId>;

		/// Asked before a provider may leave.
		type Departure: Departure<Self::AccountId>;

		/// Where records go.
		type Audit: AuditLog<Self::AccountId>;

		/// Where the time is read.
		type Clock: Clock;

		/// Who may suspend and reinstate, and who appoints and dismisses auditors.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How long collateral stays on hold after it was unlocked.
		#[pallet::constant]
		type UnbondingTime: Get<Seconds>;

		/// The native collateral that must be bonded to become and to stay active.
		#[pallet::constant]
		type MinCollateral: Get<Balance>;

		/// What a registration costs for as long as it lasts, in the native token.
		#[pallet::constant]
		type RegistrationDeposit: Get<Balance>;

		/// What an attribute costs for as long as it lasts, in the native token.
		#[pallet::constant]
		type AttributeDeposit: Get<Balance>;

		/// The longest an attestation may last.
		#[pallet::constant]
		type MaxAttestation: Get<Seconds>;

		/// What customers have to pay for a day of service, in the native token, to earn its
		/// provider all the reputation that a day may earn.
		#[pallet::constant]
		type FullDay: Get<Balance>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;
	}

	/// Who sells. A retired provider stays until its last collateral is withdrawn.
	#[pallet::storage]
	pub type Providers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Provider<T::AccountId>>;

	/// How every one of them stands: its status, its reputation, its native collateral.
	#[pallet::storage]
	pub type Standings<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Standing>;

	/// The provider that an agent key acts for.
	#[pallet::storage]
	pub type Agents<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, T::AccountId>;

	/// The provider that an encryption key belongs to: its current one or one it remembers.
	#[pallet::storage]
	pub type EncryptionKeys<T: Config> =
		StorageMap<_, Blake2_128Concat, EncryptionKey, T::AccountId>;

	/// The collateral of a provider in assets other than the native token, by asset.
	#[pallet::storage]
	pub type Collaterals<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Blake2_128Concat, AssetId, Collateral>;

	/// What a provider says of itself, attribute by attribute, with who vouches for it.
	#[pallet::storage]
	pub type Attributes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, AttributeList<T::AccountId>, ValueQuery>;

	/// The auditors in office, by the number of their appointment.
	#[pallet::storage]
	pub type Auditors<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32>;

	/// The number of the next appointment.
	#[pallet::storage]
	pub type NextAppointment<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// What money on hold stands for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for the storage of a registration.
		#[codec(index = 0)]
		Registration,
		/// Collateral: free, set aside for leases, or unbonding.
		#[codec(index = 1)]
		Collateral,
		/// The deposits for the storage of attributes.
		#[codec(index = 2)]
		Attribute,
	}

	/// The providers a chain begins with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Provider, region, endpoint, agent key, encryption key, native collateral.
		pub providers: Vec<(T::AccountId, Vec<u8>, Vec<u8>, T::AccountId, EncryptionKey, Balance)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (provider, region, endpoint, agent, key, collateral) in self.providers.clone() {
				let profile = Profile {
					region: region.try_into().expect("a region of the genesis is too long"),
					endpoint: endpoint.try_into().expect("an endpoint of the genesis is too long"),
				};
				Pallet::<T>::enter(&provider, profile, agent, key, collateral)
					.expect("a provider of the genesis cannot register");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::UnbondingTime::get() > 0,
				"collateral that unbonds at once covers nothing that comes to light later"
			);
			assert!(T::MaxAttestation::get() > 0, "no attestation could ever be made");
			assert!(T::FullDay::get() > 0, "no service could ever earn a reputation");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Become a provider.
		///
		/// - `origin`: signed by an account that is not a provider.
		/// - `profile`: what the provider says of itself.
		/// - `agent`: the hot key that may act for it; may be the provider's own.
		/// - `encryption_key`: the X25519 key to which workloads are sealed.
		/// - `collateral`: the native collateral to begin with, at least `MinCollateral`.
		///
		/// Emits [`Event::Registered`].
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			profile: Profile,
			agent: T::AccountId,
			encryption_key: EncryptionKey,
			collateral: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(who, profile, agent, encryption_key, collateral)
		}

		/// Change the profile.
		///
		/// - `origin`: signed by a provider that has not retired.
		/// - `profile`: what it says of itself from now on.
		///
		/// Emits [`Event::ProfileUpdated`].
		#[pallet::call_index(1)]
		pub fn update(origin: OriginFor<T>, profile: Profile) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_update(who, profile)
		}

		/// Let another key act for the provider. The old one can do nothing from now on.
		///
		/// - `origin`: signed by a provider that has not retired.
		/// - `agent`: the new agent key.
		///
		/// Emits [`Event::AgentSet`].
		#[pallet::call_index(2)]
		pub fn set_agent(origin: OriginFor<T>, agent: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_agent(who, agent)
		}

		/// Have workloads sealed to another key. The old one is remembered, because workloads that
		/// were sealed to it may still be waiting.
		///
		/// - `origin`: signed by a provider that has not retired.
		/// - `key`: the new X25519 key.
		///
		/// Emits [`Event::EncryptionKeySet`].
		#[pallet::call_index(3)]
		pub fn set_encryption_key(origin: OriginFor<T>, key: EncryptionKey) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_encryption_key(who, key)
		}

		/// Add collateral.
		///
		/// - `origin`: signed by a provider that has not retired.
		/// - `asset`: in which asset.
		/// - `amount`: how much.
		///
		/// Emits [`Event::CollateralLocked`].
		#[pallet::call_index(4)]
		pub fn lock_collateral(
			origin: OriginFor<T>,
			asset: AssetId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_lock_collateral(who, asset, amount)
		}

		/// Let free collateral unbond.
		///
		/// - `origin`: signed by a provider.
		/// - `asset`: in which asset.
		/// - `amount`: how much. While the provider is active, `MinCollateral` must stay bonded.
		///
		/// Emits [`Event::CollateralUnlocked`].
		#[pallet::call_index(5)]
		pub fn unlock_collateral(
			origin: OriginFor<T>,
			asset: AssetId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unlock_collateral(who, asset, amount)
		}

		/// Take back the collateral that has finished unbonding.
		///
		/// - `origin`: signed by a provider, retired ones included.
		/// - `asset`: in which asset.
		///
		/// Emits [`Event::CollateralWithdrawn`], and [`Event::Removed`] when it was the last of a
		/// retired provider.
		#[pallet::call_index(6)]
		pub fn withdraw_unbonded(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_unbonded(who, asset)
		}

		/// Give a sign of life. Costs no fee when it is accepted.
		///
		/// - `origin`: signed by the agent key of `provider`.
		/// - `provider`: for whom.
		#[pallet::call_index(7)]
		pub fn heartbeat(
			origin: OriginFor<T>,
			provider: T::AccountId,
		) -> DispatchResultWithPostInfo {
			let agent = ensure_signed(origin)?;
			Self::do_heartbeat(&agent, &provider)?;
			Ok(Pays::No.into())
		}

		/// Take no new work, and finish what there is.
		///
		/// - `origin`: signed by an active provider.
		///
		/// Emits [`Event::StatusChanged`].
		#[pallet::call_index(8)]
		pub fn drain(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_drain(who)
		}

		/// Take new work again.
		///
		/// - `origin`: signed by a draining provider with `MinCollateral` bonded.
		///
		/// Emits [`Event::StatusChanged`].
		#[pallet::call_index(9)]
		pub fn resume(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume(who)
		}

		/// Leave. The deposit comes back at once, all collateral begins to unbond.
		///
		/// - `origin`: signed by a provider without open leases.
		///
		/// Emits [`Event::Retired`], and [`Event::Removed`] when there was no collateral.
		#[pallet::call_index(10)]
		pub fn retire(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_retire(who)
		}

		/// Bar a provider from new work.
		///
		/// - `origin`: `AdminOrigin`.
		/// - `provider`: an active or draining provider.
		/// - `reason`: why.
		///
		/// Emits [`Event::Suspended`].
		#[pallet::call_index(11)]
		pub fn suspend(
			origin: OriginFor<T>,
			provider: T::AccountId,
			reason: SuspendReason,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_suspend(provider, reason)
		}

		/// Lift a suspension. The provider is active again if its collateral allows it, and
		/// draining otherwise.
		///
		/// - `origin`: `AdminOrigin`.
		/// - `provider`: a suspended provider.
		///
		/// Emits [`Event::StatusChanged`].
		#[pallet::call_index(12)]
		pub fn reinstate(origin: OriginFor<T>, provider: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_reinstate(provider)
		}

		/// Say something of oneself, or say it otherwise. Whatever was attested of this attribute
		/// is void; the others are not touched.
		///
		/// - `origin`: signed by a provider that has not retired.
		/// - `name`: of what, such as `tdx` or `certificate.iso27001`.
		/// - `value`: what.
		///
		/// Emits [`Event::AttributeSet`].
		#[pallet::call_index(13)]
		pub fn set_attribute(
			origin: OriginFor<T>,
			name: AttributeName,
			value: AttributeValue,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_attribute(who, name, value)
		}

		/// Say something of oneself no more. The deposit comes back.
		///
		/// - `origin`: signed by a provider that has not retired.
		/// - `name`: the attribute.
		///
		/// Emits [`Event::AttributeRemoved`].
		#[pallet::call_index(14)]
		pub fn remove_attribute(origin: OriginFor<T>, name: AttributeName) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_attribute(who, name)
		}

		/// Vouch for what a provider says of itself. Replaces what the auditor attested before.
		///
		/// - `origin`: signed by an auditor in office that is not `provider`.
		/// - `provider`: a provider that has not retired.
		/// - `name`: the attribute.
		/// - `value`: the value that was examined; must be what the provider says at this moment.
		/// - `lifetime`: for how long, at most `MaxAttestation`.
		///
		/// Emits [`Event::AttributeAttested`].
		#[pallet::call_index(15)]
		pub fn attest_attribute(
			origin: OriginFor<T>,
			provider: T::AccountId,
			name: AttributeName,
			value: AttributeValue,
			lifetime: Seconds,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest_attribute(who, provider, name, value, lifetime)
		}

		/// Vouch for an attribute no more.
		///
		/// - `origin`: signed by whoever attested it, in office or not.
		/// - `provider`: the provider.
		/// - `name`: the attribute.
		///
		/// Emits [`Event::AttestationWithdrawn`].
		#[pallet::call_index(16)]
		pub fn withdraw_attestation(
			origin: OriginFor<T>,
			provider: T::AccountId,
			name: AttributeName,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_attestation(who, provider, name)
		}

		/// Let somebody attest attributes.
		///
		/// - `origin`: `AdminOrigin`.
		/// - `auditor`: who.
		///
		/// Emits [`Event::AuditorAppointed`].
		#[pallet::call_index(17)]
		pub fn appoint_auditor(origin: OriginFor<T>, auditor: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_appoint_auditor(auditor)
		}

		/// Let somebody attest no attributes any more. Nothing it attested counts from now on, not
		/// even after another appointment.
		///
		/// - `origin`: `AdminOrigin`.
		/// - `auditor`: who.
		///
		/// Emits [`Event::AuditorDismissed`].
		#[pallet::call_index(18)]
		pub fn dismiss_auditor(origin: OriginFor<T>, auditor: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_dismiss_auditor(auditor)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How much collateral of a provider could cover new leases in an asset.
		pub fn free_collateral(provider: T::AccountId, asset: AssetId) -> Balance {
			Self::collateral(&provider, &asset).free()
		}

		/// What a provider says of itself, and until when an auditor in office vouches for it.
		pub fn attributes(provider: T::AccountId) -> Vec<Verified> {
			Self::verified(&provider)
		}

		/// How well a provider is known at this moment, in parts per million; `None` when it is
		/// none, or has retired.
		pub fn reputation(provider: T::AccountId) -> Option<u32> {
			let standing = Self::present(&provider).ok()?;
			Some(standing.reputation.score(T::Clock::now()))
		}
	}
}
