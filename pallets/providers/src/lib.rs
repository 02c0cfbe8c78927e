#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod collateral;
pub mod profile;
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
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{
	Collateral, EncryptionKey, Profile, Provider, RetiredKey, SuspendReason, Unbonding,
};
pub use weights::WeightInfo;

/// The most assets in which a provider may keep collateral. Retiring walks through all of them.
pub const MAX_ASSETS: u32 = 8;

// Macro output around the calls cannot be documented or shortened by hand.
#[allow(missing_docs)]
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

		/// Who may suspend and reinstate.
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

		/// What the calls weigh.
		type WeightInfo: WeightInfo;
	}

	/// Who sells. A retired provider stays until its last collateral is withdrawn.
	#[pallet::storage]
	pub type Providers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Provider<T::AccountId>>;

	/// The provider that an agent key acts for.
	#[pallet::storage]
	pub type Agents<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, T::AccountId>;

	/// The provider that an encryption key belongs to: its current one or one it remembers.
	#[pallet::storage]
	pub type EncryptionKeys<T: Config> =
		StorageMap<_, Blake2_128Concat, EncryptionKey, T::AccountId>;

	/// The collateral of a provider, by asset.
	#[pallet::storage]
	pub type Collaterals<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Blake2_128Concat, AssetId, Collateral>;

	/// What money on hold stands for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for the storage of a registration.
		#[codec(index = 0)]
		Registration,
		/// Collateral: free, set aside for leases, or unbonding.
		#[codec(index = 1)]
		Collateral,
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A provider registered and is active.
		Registered {
			/// The provider.
			provider: T::AccountId,
			/// Its agent key.
			agent: T::AccountId,
			/// Its encryption key.
			encryption_key: EncryptionKey,
			/// The native collateral it locked.
			collateral: Balance,
		},
		/// A provider changed its profile.
		ProfileUpdated {
			/// The provider.
			provider: T::AccountId,
			/// What it says of itself now.
			profile: Profile,
		},
		/// Another key acts for a provider.
		AgentSet {
			/// The provider.
			provider: T::AccountId,
			/// The key that acted before.
			old: T::AccountId,
			/// The key that acts now.
			new: T::AccountId,
		},
		/// Workloads for a provider are to be sealed to another key.
		EncryptionKeySet {
			/// The provider.
			provider: T::AccountId,
			/// The key before.
			old: EncryptionKey,
			/// The key now.
			new: EncryptionKey,
		},
		/// A provider added collateral.
		CollateralLocked {
			/// The provider.
			provider: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// How much was added.
			amount: Balance,
		},
		/// Collateral began to unbond.
		CollateralUnlocked {
			/// The provider.
			provider: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// How much began to unbond.
			amount: Balance,
			/// When it may be withdrawn.
			ready: Timestamp,
		},
		/// Collateral went back to its owner.
		CollateralWithdrawn {
			/// The provider.
			provider: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// How much went back.
			amount: Balance,
		},
		/// Collateral was taken from a provider.
		CollateralSeized {
			/// The provider.
			provider: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// How much was taken.
			amount: Balance,
			/// Who received it.
			to: T::AccountId,
		},
		/// A provider is active or draining now.
		StatusChanged {
			/// The provider.
			provider: T::AccountId,
			/// The status before.
			old: ProviderStatus,
			/// The status now.
			new: ProviderStatus,
		},
		/// A provider is barred from new work.
		Suspended {
			/// The provider.
			provider: T::AccountId,
			/// The status before.
			old: ProviderStatus,
			/// Why.
			reason: SuspendReason,
		},
		/// A provider retired; its deposit is back and its collateral unbonds.
		Retired {
			/// The provider.
			provider: T::AccountId,
			/// When the last of its collateral may be withdrawn.
			ready: Timestamp,
		},
		/// Nothing is left of a retired provider.
		Removed {
			/// The provider.
			provider: T::AccountId,
		},
	}

	/// What may be wrong.
	#[pallet::error]
	pub enum Error<T> {
		/// The account is a provider already, or a retired one with collateral to withdraw.
		AlreadyRegistered,
		/// The account is no provider.
		NotFound,
		/// The status of the provider does not allow it.
		WrongStatus,
		/// The key belongs to a provider already.
		KeyInUse,
		/// An encryption key of zeroes seals nothing.
		ZeroKey,
		/// A region is one or more visible ASCII characters.
		BadRegion,
		/// An endpoint is an `http://` or `https://` address of visible ASCII characters.
		BadEndpoint,
		/// An active provider needs more bonded native collateral.
		BelowMinimum,
		/// Nothing was asked for.
		ZeroAmount,
		/// There is not that much free collateral.
		InsufficientCollateral,
		/// There is not that much collateral set aside.
		MoreThanLocked,
		/// Too many amounts are unbonding; withdraw those that are ready first.
		TooManyUnbondings,
		/// Collateral lies in too many assets already.
		TooManyAssets,
		/// Nothing in this asset is ready to be withdrawn.
		NothingReady,
		/// The signer is not the agent of this provider.
		NotAgent,
		/// Collateral is set aside for leases.
		StillLocked,
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
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How much collateral of a provider could cover new leases in an asset.
		pub fn free_collateral(provider: T::AccountId, asset: AssetId) -> Balance {
			Collaterals::<T>::get(provider, asset).map_or(0, |collateral| collateral.free())
		}
	}
}
