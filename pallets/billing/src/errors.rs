//! What the pallet refuses, and why.

use frame_support::pallet_macros::pallet_section;

/// The errors, for the pallet to import.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such account.
		UnknownAccount,
		/// There is no such stream.
		UnknownStream,
		/// There is no such asset.
		UnknownAsset,
		/// The account belongs to somebody else, who has not made the caller a delegate.
		NotOwner,
		/// Less is available in the account than is asked for.
		InsufficientFunds,
		/// An account opens with at least the minimum balance of its asset, which is its deposit.
		BelowMinimum,
		/// The amount is zero.
		NothingAsked,
		/// The account still has streams.
		StreamsOpen,
		/// The last account of an asset has to stay while payouts in the asset are owed, because
		/// its deposit keeps the pot that holds them in existence. Claim them first.
		PayoutsOwed,
		/// The shares of the payees do not add up to one, one of them is zero, or the pot itself
		/// is among the payees.
		BadPayees,
		/// The stream flows already.
		AlreadyStarted,
		/// The stream does not flow yet.
		NotStarted,
		/// The account is kept in another asset.
		AssetMismatch,
		/// Nothing is owed to that receiver in that asset.
		NothingOwed,
		/// The account has no money; top it up first.
		AccountFrozen,
		/// The account still has channels.
		ChannelsOpen,
		/// A delegate with that role may not do this.
		NotAllowed,
		/// The delegate would commit more than it may in a day.
		DailyCapReached,
		/// The account has as many delegates as it may have.
		TooManyDelegates,
		/// The account has no such delegate.
		UnknownDelegate,
		/// The policy needs a runway of at least a second.
		NoRunway,
		/// A stream that is not prepaid opens with a cap that covers the least runway, and no cap
		/// is set below what has flowed.
		CapTooSmall,
		/// A stream needs a rate above zero.
		ZeroRate,
		/// A stream cannot end before it begins.
		EndsInThePast,
		/// The stream pays for something, such as a lease, through which alone it is changed.
		Managed,
		/// The stream does not flow.
		NotFlowing,
		/// The stream is not paused.
		NotPaused,
		/// The other side paused the stream.
		PausedByOther,
		/// The caller is no payee of the stream.
		NotPayee,
		/// There is no such channel.
		UnknownChannel,
		/// The channel is being closed already.
		AlreadyClosing,
		/// As much, or more, has been redeemed before.
		NothingToRedeem,
		/// The voucher has expired.
		VoucherExpired,
		/// The voucher is not signed by the key of the channel, or not for this channel.
		BadSignature,
		/// The voucher is about more than the deposit of the channel.
		AboveDeposit,
		/// The account has opened as many streams as it ever may; open another account.
		StreamsUsedUp,
		/// Nobody manages the stream but its two sides.
		NotManaged,
	}
}
