//! What may be wrong.

use frame_support::pallet_macros::pallet_section;

/// The errors, for the pallet to import.
#[pallet_section]
mod errors {
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
		/// The name of an attribute is made of lower-case letters, digits, dots and hyphens.
		BadName,
		/// The value of an attribute is one or more visible ASCII characters.
		BadValue,
		/// The attribute has this value already.
		Unchanged,
		/// A provider has no room for another attribute.
		TooManyAttributes,
		/// The provider has no such attribute.
		UnknownAttribute,
		/// The attribute has another value.
		OtherValue,
		/// The account is an auditor already.
		AlreadyAuditor,
		/// The account is no auditor.
		NotAuditor,
		/// Nobody attests what it says of itself.
		OwnAttribute,
		/// An attestation lasts for at least a second and at most `MaxAttestation`.
		BadLifetime,
		/// As many auditors as may vouch for an attribute do.
		TooManyAttestations,
		/// The signer does not vouch for the attribute.
		NotAttested,
	}
}
