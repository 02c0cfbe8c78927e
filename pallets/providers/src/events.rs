//! What the pallet tells of.

use frame_support::pallet_macros::pallet_section;

/// The events, for the pallet to import.
#[pallet_section]
mod events {
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
		/// A provider says something of itself that it had not said, or had said otherwise.
		AttributeSet {
			/// The provider.
			provider: T::AccountId,
			/// Of what it speaks.
			name: AttributeName,
			/// What it said before; `None` when it said nothing.
			old: Option<AttributeValue>,
			/// What it says now.
			new: AttributeValue,
			/// How many attestations of the old value are void.
			voided: u32,
		},
		/// A provider does not say something of itself any more.
		AttributeRemoved {
			/// The provider.
			provider: T::AccountId,
			/// Of what it spoke.
			name: AttributeName,
			/// The deposit that is back.
			deposit: Balance,
		},
		/// An auditor vouches for what a provider says of itself.
		AttributeAttested {
			/// The provider.
			provider: T::AccountId,
			/// Of what it speaks.
			name: AttributeName,
			/// What it says.
			value: AttributeValue,
			/// Who vouches for it.
			auditor: T::AccountId,
			/// Until when.
			until: Timestamp,
		},
		/// An auditor does not vouch for it any more.
		AttestationWithdrawn {
			/// The provider.
			provider: T::AccountId,
			/// Of what it speaks.
			name: AttributeName,
			/// Who vouched for it.
			auditor: T::AccountId,
		},
		/// Somebody may attest attributes.
		AuditorAppointed {
			/// Who.
			auditor: T::AccountId,
		},
		/// Somebody may attest no attributes any more, and what it attested counts no longer.
		AuditorDismissed {
			/// Who.
			auditor: T::AccountId,
		},
		/// A provider did something wrong and is known for it.
		ReputationLowered {
			/// The provider.
			provider: T::AccountId,
			/// What it did wrong.
			fault: Fault,
			/// Its reputation before, in parts per million.
			old: u32,
			/// Its reputation now; the same when the faults of a day took all that they may.
			new: u32,
		},
	}
}
