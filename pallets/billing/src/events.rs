//! What the pallet tells of.

use frame_support::pallet_macros::pallet_section;

/// The events, for the pallet to import.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account was opened.
		AccountOpened {
			/// The account.
			tab: TabId,
			/// Its owner.
			who: T::AccountId,
			/// What it is kept in.
			asset: AssetId,
			/// What was paid in, the deposit included.
			amount: Balance,
		},
		/// Money was added to an account.
		ToppedUp {
			/// The account.
			tab: TabId,
			/// Who paid.
			who: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// Money was taken out of an account.
		Withdrawn {
			/// The account.
			tab: TabId,
			/// Its owner, who received it.
			who: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// An account was closed.
		AccountClosed {
			/// The account.
			tab: TabId,
			/// Its owner.
			who: T::AccountId,
			/// What the owner got back, the deposit included.
			amount: Balance,
		},
		/// An account was credited with money that had been transferred to the pot.
		Credited {
			/// The account.
			tab: TabId,
			/// In what asset.
			asset: AssetId,
			/// How much.
			amount: Balance,
		},
		/// A stream was opened. It does not flow yet.
		StreamOpened {
			/// The stream.
			stream: StreamId,
			/// The account that pays.
			tab: TabId,
			/// What will flow per second.
			rate: Rate,
			/// The most that may ever flow.
			cap: Balance,
			/// Whether the cap was set aside.
			prepaid: bool,
		},
		/// A stream began to flow.
		StreamStarted {
			/// The stream.
			stream: StreamId,
			/// The account that pays.
			tab: TabId,
		},
		/// A stream was brought up to date.
		Settled {
			/// The stream.
			stream: StreamId,
			/// The account that paid.
			tab: TabId,
			/// Seconds billed since the last settlement.
			seconds: Seconds,
			/// Seconds deducted since the last settlement.
			downtime: Seconds,
			/// What left the account now.
			amount: Balance,
			/// The part of it that did not go to the payees.
			fee: Balance,
		},
		/// A stream was settled for the last time and closed.
		StreamClosed {
			/// The stream.
			stream: StreamId,
			/// The account that paid.
			tab: TabId,
			/// What the stream came to in all.
			bill: StreamBill,
			/// What left the account now, `bill.forfeit` included.
			amount: Balance,
			/// The part of it that did not go to the payees.
			fee: Balance,
		},
		/// A payout could not be delivered; its receiver may claim it.
		PayoutOwed {
			/// Who was to receive it.
			who: T::AccountId,
			/// In what asset.
			asset: AssetId,
			/// How much.
			amount: Balance,
		},
		/// Owed payouts were delivered.
		Claimed {
			/// Who received them.
			who: T::AccountId,
			/// In what asset.
			asset: AssetId,
			/// How much.
			amount: Balance,
		},
		/// The money of an account will end sooner than its alert says.
		Low {
			/// The account.
			tab: TabId,
			/// When it will end.
			depletes_at: Timestamp,
		},
		/// The money of an account has ended; nothing flows from that second on.
		Frozen {
			/// The account.
			tab: TabId,
			/// The second in which it ended.
			at: Timestamp,
			/// When the running streams are closed if there is no money until then.
			grace_until: Timestamp,
		},
		/// A frozen account has money again; its running streams begin to flow, one by one.
		Resumed {
			/// The account.
			tab: TabId,
		},
		/// The grace of a frozen account is over; its running streams are closed.
		OutOfFunds {
			/// The account.
			tab: TabId,
		},
		/// A stream stands still because its account is frozen.
		StreamHalted {
			/// The stream.
			stream: StreamId,
			/// The account.
			tab: TabId,
			/// Since when.
			at: Timestamp,
		},
		/// A stream flows again.
		StreamResumed {
			/// The stream.
			stream: StreamId,
			/// The account.
			tab: TabId,
		},
		/// A party paused a stream.
		StreamPaused {
			/// The stream.
			stream: StreamId,
			/// The account.
			tab: TabId,
			/// Which party.
			by: Side,
		},
		/// A party proposed another rate.
		RateProposed {
			/// The stream.
			stream: StreamId,
			/// Which party.
			by: Side,
			/// The rate.
			rate: Rate,
		},
		/// Both parties agreed on another rate.
		RateChanged {
			/// The stream.
			stream: StreamId,
			/// The rate until now.
			old: Rate,
			/// The rate from now on.
			new: Rate,
		},
		/// Whoever manages a stream changed its rate and its cap.
		Adjusted {
			/// The stream.
			stream: StreamId,
			/// The rate until now.
			old_rate: Rate,
			/// The rate from now on.
			rate: Rate,
			/// The most that could ever have flowed until now.
			old_cap: Balance,
			/// The most that may ever flow, with what has flowed.
			cap: Balance,
		},
		/// A payee handed its place in a stream to another account.
		Redirected {
			/// The stream.
			stream: StreamId,
			/// The payee until now.
			from: T::AccountId,
			/// The payee from now on.
			to: T::AccountId,
		},
		/// What a stream had taken for seconds of downtime was given back.
		Reclaimed {
			/// The stream.
			stream: StreamId,
			/// The account.
			tab: TabId,
			/// How much.
			amount: Balance,
		},
		/// What a delegate may do was set.
		DelegateSet {
			/// The account.
			tab: TabId,
			/// The delegate.
			who: T::AccountId,
			/// What it may do; `None` for nothing any more.
			allowance: Option<Allowance>,
		},
		/// How much of an account may still be committed was set.
		BudgetSet {
			/// The account.
			tab: TabId,
			/// How much; `None` for as much as there is.
			budget: Option<Balance>,
		},
		/// How long before its end the owner is told was set.
		AlertSet {
			/// The account.
			tab: TabId,
			/// How long; `None` for never.
			alert: Option<Seconds>,
		},
		/// A channel was opened and its deposit set aside.
		ChannelOpened {
			/// The channel.
			channel: ChannelId,
			/// The account that pays.
			tab: TabId,
			/// Who is paid.
			payee: T::AccountId,
			/// The most that may be redeemed.
			deposit: Balance,
		},
		/// More was set aside for a channel.
		ChannelToppedUp {
			/// The channel.
			channel: ChannelId,
			/// How much.
			amount: Balance,
		},
		/// A voucher was redeemed.
		Redeemed {
			/// The channel.
			channel: ChannelId,
			/// The account that paid.
			tab: TabId,
			/// Who was paid.
			payee: T::AccountId,
			/// What left the account now.
			amount: Balance,
			/// The part of it that did not go to the payee.
			fee: Balance,
		},
		/// The payer wants to close a channel; vouchers can be redeemed until then.
		ChannelClosing {
			/// The channel.
			channel: ChannelId,
			/// When it closes.
			until: Timestamp,
		},
		/// A channel was closed.
		ChannelClosed {
			/// The channel.
			channel: ChannelId,
			/// What was not redeemed and is available again.
			released: Balance,
		},
		/// The fees that an account had gathered were delivered.
		FeesPaid {
			/// The account.
			tab: TabId,
			/// In what asset.
			asset: AssetId,
			/// How much.
			amount: Balance,
		},
		/// The policy was set.
		PolicySet {
			/// The policy.
			policy: Policy,
		},
		/// A batch of streams was settled.
		SettledMany {
			/// How many were up to date or brought up to date.
			settled: u32,
			/// How many could not be.
			skipped: u32,
		},
	}
}
