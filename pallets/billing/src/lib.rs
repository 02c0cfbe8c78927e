#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]

extern crate alloc;

pub use channels::VOUCHER_CONTEXT;
pub use pallet::*;
pub use types::{
	Account, AccountView, Allowance, Batch, Budget, Channel, Delegate, Due, Manager, PageSize,
	Policy, Pot, Role, Side, Status, Stream, StreamState, VoucherKey, VoucherSignature,
	DEFAULT_ALERT, MAX_BATCH, MAX_DELEGATES,
};
pub use weights::WeightInfo;

mod accounts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod channels;
mod errors;
mod events;
mod hooks;
#[cfg(any(test, feature = "try-runtime"))]
mod invariants;
mod line;
mod managed;
#[cfg(test)]
mod mock;
mod parties;
mod payout;
mod seams;
pub mod settlement;
mod streams;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

use frame_support::pallet_macros::import_section;

pub(crate) type AccountOf<T> = Account<<T as frame_system::Config>::AccountId>;
pub(crate) type StreamOf<T> =
	Stream<<T as frame_system::Config>::AccountId, <T as pallet::Config>::Memo>;
pub(crate) type ChannelOf<T> = Channel<<T as frame_system::Config>::AccountId>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::fungibles, weights::WeightMeter, PalletId};
	use frame_system::pallet_prelude::*;
	use tradewind_primitives::{
		traits, AssetId, Balance, ChannelId, Clock, Payees, Rate, Seconds, StreamBill, StreamId,
		StreamTerms, TabId, Timestamp, MAX_PAYEES,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money: the native token and every asset that may be prepaid.
		type Assets: fungibles::Mutate<Self::AccountId, AssetId = AssetId, Balance = Balance>;

		/// Tells for how long whoever a stream depends on has been down.
		type Meter: traits::Meter<Self::AccountId>;

		/// The time.
		type Clock: Clock;

		/// Takes a record of everything but settlements, which are too frequent.
		type Audit: traits::AuditLog<Self::AccountId>;

		/// What a pallet that opens streams keeps with each of them, in the same record.
		type Memo: Parameter + MaxEncodedLen;

		/// Ends what managed streams pay for, by the number of the stream.
		type Openers: traits::Ending;

		/// May set the policy.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The policy until another one is set.
		type DefaultPolicy: Get<Policy>;

		/// Who receives the fees.
		#[pallet::constant]
		type FeeAccount: Get<Self::AccountId>;

		/// Where the account of the pot is derived from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// The prepaid accounts.
	#[pallet::storage]
	pub type Accounts<T: Config> =
		StorageMap<_, Twox64Concat, TabId, Account<T::AccountId>, OptionQuery>;

	/// The streams that are open, by account. A stream's id says which account that is.
	// Ids are given out one after the other, so nobody chooses where in the tree of the state an
	// entry comes to lie, and hashing them would only make its key longer.
	#[pallet::storage]
	pub type Streams<T: Config> = StorageDoubleMap<
		_,
		Identity,
		TabId,
		Identity,
		StreamId,
		Stream<T::AccountId, T::Memo>,
		OptionQuery,
	>;

	/// Payouts that could not be delivered and wait to be claimed.
	#[pallet::storage]
	pub type Owed<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		AssetId,
		Balance,
		ValueQuery,
	>;

	/// What the pot must not give up, by asset. Touched when accounts open and close and when a
	/// payout goes wrong, never by a settlement that goes well.
	#[pallet::storage]
	pub type Pots<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, Pot, ValueQuery>;

	/// Rates that one side of a stream proposes.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageMap<_, Twox64Concat, StreamId, (Side, Rate), OptionQuery>;

	/// Who else may draw on an account.
	#[pallet::storage]
	pub type Delegates<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		TabId,
		Blake2_128Concat,
		T::AccountId,
		Delegate,
		OptionQuery,
	>;

	/// The channels that are open.
	#[pallet::storage]
	pub type Channels<T: Config> =
		StorageMap<_, Twox64Concat, ChannelId, Channel<T::AccountId>, OptionQuery>;

	/// What governance has decided.
	#[pallet::storage]
	pub type PolicyInForce<T: Config> = StorageValue<_, Policy, ValueQuery, T::DefaultPolicy>;

	/// The id of the next account.
	#[pallet::storage]
	pub type NextTabId<T: Config> = StorageValue<_, TabId, ValueQuery>;

	/// The id of the next channel.
	#[pallet::storage]
	pub type NextChannelId<T: Config> = StorageValue<_, ChannelId, ValueQuery>;

	/// The agenda, by bucket and page.
	#[pallet::storage]
	pub type AgendaPages<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		u64,
		Twox64Concat,
		u32,
		BoundedVec<Due, PageSize>,
		ValueQuery,
	>;

	/// The last page of each bucket of the agenda that has more than one.
	#[pallet::storage]
	pub type AgendaLastPage<T: Config> = StorageMap<_, Twox64Concat, u64, u32, ValueQuery>;

	/// The bucket at which the agenda goes on.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type AgendaNextBucket<T: Config> = StorageValue<_, u64, ValueQuery>;

	/// Brings the pot into existence for good, so that it can hold any asset from the first
	/// account on, and sets the policy.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The policy; the runtime's default when there is none.
		pub policy: Option<Policy>,
		/// Nothing.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			frame_system::Pallet::<T>::inc_providers(&Pallet::<T>::pot_account());
			if let Some(policy) = self.policy {
				PolicyInForce::<T>::put(policy);
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Looks at accounts that may be low or empty and goes on with sweeps. Takes at most a
		/// tenth of the block.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::drain_agenda(meter);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Opens an account and pays into it.
		///
		/// - `origin`: Signed; becomes the owner.
		/// - `asset`: What the account is kept in.
		/// - `amount`: What is paid in. One minimum balance of `asset` of it is the deposit, which
		///   comes back when the account closes.
		///
		/// Emits [`Event::AccountOpened`].
		#[pallet::call_index(0)]
		pub fn open_account(
			origin: OriginFor<T>,
			asset: AssetId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_account(who, asset, amount)?;
			Ok(())
		}

		/// Adds money to an account.
		///
		/// - `origin`: Signed; pays. Need not be the owner.
		/// - `tab`: The account.
		/// - `amount`: How much.
		///
		/// Emits [`Event::ToppedUp`].
		#[pallet::call_index(1)]
		pub fn top_up(origin: OriginFor<T>, tab: TabId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_top_up(who, tab, amount)
		}

		/// Takes out of an account what is neither reserved nor its deposit, and not needed for
		/// the least runway of its running streams. The owner receives it.
		///
		/// - `origin`: Signed by the owner, or a delegate that may manage.
		/// - `tab`: The account.
		/// - `amount`: How much.
		///
		/// Emits [`Event::Withdrawn`].
		#[pallet::call_index(2)]
		pub fn withdraw(origin: OriginFor<T>, tab: TabId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, tab, amount)
		}

		/// Closes an account without streams and channels and pays everything in it back, the
		/// deposit included.
		///
		/// - `origin`: Signed by the owner.
		/// - `tab`: The account.
		///
		/// Fails with [`Error::PayoutsOwed`] for the last account of an asset while payouts in the
		/// asset wait for their claim.
		///
		/// Emits [`Event::AccountClosed`].
		#[pallet::call_index(3)]
		pub fn close_account(origin: OriginFor<T>, tab: TabId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_account(who, tab)
		}

		/// Brings a stream up to date: pays its payees for every second that has passed and was
		/// not downtime. The sum is the same however often this is called.
		///
		/// - `origin`: Signed by anyone.
		/// - `stream`: The stream.
		///
		/// Emits [`Event::Settled`], unless no time has passed.
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::settle_weight(MAX_PAYEES))]
		pub fn settle(origin: OriginFor<T>, stream: StreamId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let weight = Self::do_settle(stream)?;
			Ok(Some(weight).into())
		}

		/// Delivers the payouts that could not be delivered when they were due.
		///
		/// - `origin`: Signed by anyone; the money goes to `payee` whoever asks.
		/// - `payee`: Who is owed.
		/// - `asset`: In what asset.
		///
		/// Emits [`Event::Claimed`].
		#[pallet::call_index(5)]
		pub fn claim(origin: OriginFor<T>, payee: T::AccountId, asset: AssetId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim(payee, asset)
		}

		/// Brings many streams up to date. Those that are unknown or do not flow are skipped.
		///
		/// - `origin`: Signed by anyone.
		/// - `streams`: At most [`MAX_BATCH`]; each is charged like a [`Self::settle`] of the
		///   largest, and what was not needed is given back.
		///
		/// Emits [`Event::SettledMany`] after an [`Event::Settled`] for each.
		#[pallet::call_index(6)]
		#[pallet::weight(Pallet::<T>::settle_many_weight(streams.len() as u32))]
		pub fn settle_many(origin: OriginFor<T>, streams: Batch) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let weight = Self::do_settle_many(streams);
			Ok(Some(weight).into())
		}

		/// Opens a stream that nothing but money stops, and lets it flow.
		///
		/// - `origin`: Signed by the owner of the account, or a delegate.
		/// - `tab`: The account that pays.
		/// - `rate`: Planck per second, above 0.
		/// - `payees`: 1 to 8 receivers whose shares add up to exactly one.
		/// - `cap`: The most that may ever flow; `None` for no limit, or for all that is available
		///   when it is prepaid.
		/// - `prepaid`: Whether the cap is set aside. Otherwise the stream stands still while the
		///   account is empty.
		/// - `ends`: When it closes by itself.
		///
		/// Emits [`Event::StreamOpened`] and [`Event::StreamStarted`].
		#[pallet::call_index(7)]
		pub fn open_stream(
			origin: OriginFor<T>,
			tab: TabId,
			rate: Rate,
			payees: Payees<T::AccountId>,
			cap: Option<Balance>,
			prepaid: bool,
			ends: Option<Timestamp>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let cap = match cap {
				Some(cap) => cap,
				None if prepaid => Self::available(tab).ok_or(Error::<T>::UnknownAccount)?,
				None => Balance::MAX,
			};
			let terms = StreamTerms { tab, rate, cap, prepaid, payees, meter: None };
			Self::do_open_public(who, terms, ends)
		}

		/// Stops a stream until the same side resumes it. What it came to so far is paid.
		///
		/// - `origin`: Signed by either side: the first payee, the owner of the account, or a
		///   delegate that may manage.
		/// - `stream`: The stream; not one that pays for a lease.
		///
		/// Emits [`Event::StreamPaused`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::pause_stream(MAX_PAYEES))]
		pub fn pause_stream(origin: OriginFor<T>, stream: StreamId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_pause_stream(who, stream)
		}

		/// Lets a stream flow again.
		///
		/// - `origin`: Signed by the side that paused it.
		/// - `stream`: The stream.
		///
		/// Emits [`Event::StreamResumed`].
		#[pallet::call_index(9)]
		pub fn resume_stream(origin: OriginFor<T>, stream: StreamId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume_stream(who, stream)
		}

		/// Proposes another rate, or agrees to the one that the other side has proposed, from when
		/// on it flows. What flowed before is billed at the old rate.
		///
		/// - `origin`: Signed by either side, as for [`Self::pause_stream`].
		/// - `stream`: The stream.
		/// - `rate`: Planck per second, above 0.
		///
		/// Emits [`Event::RateProposed`] or [`Event::RateChanged`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_rate(MAX_PAYEES))]
		pub fn set_rate(origin: OriginFor<T>, stream: StreamId, rate: Rate) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_rate(who, stream, rate)
		}

		/// Settles a stream for the last time and closes it.
		///
		/// - `origin`: Signed by either side, as for [`Self::pause_stream`].
		/// - `stream`: The stream; not one that pays for a lease.
		///
		/// Emits [`Event::StreamClosed`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::close_stream(MAX_PAYEES))]
		pub fn close_stream(origin: OriginFor<T>, stream: StreamId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_public(who, stream)
		}

		/// Hands the caller's place among the payees of a stream to another account. What was due
		/// before is paid first.
		///
		/// - `origin`: Signed by a payee.
		/// - `stream`: The stream.
		/// - `to`: Who is paid from now on.
		///
		/// Emits [`Event::Redirected`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::redirect(MAX_PAYEES))]
		pub fn redirect(
			origin: OriginFor<T>,
			stream: StreamId,
			to: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_redirect(who, stream, to)
		}

		/// Settles a stream and gives the account back what the stream has taken for seconds that
		/// were not billed. Settling alone does not, so that it never moves the end of the money.
		///
		/// - `origin`: Signed by the owner of the account, or a delegate.
		/// - `stream`: The stream.
		///
		/// Emits [`Event::Reclaimed`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::reclaim(MAX_PAYEES))]
		pub fn reclaim(origin: OriginFor<T>, stream: StreamId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reclaim(who, stream)
		}

		/// Lets somebody else draw on an account, or no longer.
		///
		/// - `origin`: Signed by the owner.
		/// - `tab`: The account.
		/// - `who`: The delegate; at most [`MAX_DELEGATES`] of an account.
		/// - `allowance`: What it may do; `None` for nothing any more.
		///
		/// Emits [`Event::DelegateSet`].
		#[pallet::call_index(14)]
		pub fn set_delegate(
			origin: OriginFor<T>,
			tab: TabId,
			who: T::AccountId,
			allowance: Option<Allowance>,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_set_delegate(owner, tab, who, allowance)
		}

		/// Bounds what may be committed from now on. Once it is used up the account counts as
		/// empty.
		///
		/// - `origin`: Signed by the owner, or a delegate that may manage.
		/// - `tab`: The account.
		/// - `budget`: Planck; `None` for as much as there is.
		///
		/// Emits [`Event::BudgetSet`].
		#[pallet::call_index(15)]
		pub fn set_budget(
			origin: OriginFor<T>,
			tab: TabId,
			budget: Option<Balance>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_budget(who, tab, budget)
		}

		/// Sets how long before its money ends an account is said to be low.
		///
		/// - `origin`: Signed by the owner, or a delegate that may manage.
		/// - `tab`: The account.
		/// - `alert`: Seconds; `None` for never.
		///
		/// Emits [`Event::AlertSet`].
		#[pallet::call_index(16)]
		pub fn set_alert(
			origin: OriginFor<T>,
			tab: TabId,
			alert: Option<Seconds>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_alert(who, tab, alert)
		}

		/// Opens a channel, over which `payee` is paid by vouchers.
		///
		/// - `origin`: Signed by the owner of the account, or a delegate.
		/// - `tab`: The account that pays.
		/// - `payee`: Who is paid.
		/// - `key`: Signs the vouchers.
		/// - `deposit`: The most that may be redeemed; set aside until the channel closes.
		///
		/// Emits [`Event::ChannelOpened`].
		#[pallet::call_index(17)]
		pub fn open_channel(
			origin: OriginFor<T>,
			tab: TabId,
			payee: T::AccountId,
			key: VoucherKey,
			deposit: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_channel(who, tab, payee, key, deposit)
		}

		/// Sets more aside for a channel that is not being closed.
		///
		/// - `origin`: Signed by the owner of the account, or a delegate.
		/// - `channel`: The channel.
		/// - `amount`: How much more.
		///
		/// Emits [`Event::ChannelToppedUp`].
		#[pallet::call_index(18)]
		pub fn top_up_channel(
			origin: OriginFor<T>,
			channel: ChannelId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_top_up_channel(who, channel, amount)
		}

		/// Redeems a voucher: pays the payee the difference to what was redeemed before.
		///
		/// - `origin`: Signed by anyone; the money goes to the payee.
		/// - `channel`: The channel.
		/// - `cumulative`: What the voucher says may be redeemed in all.
		/// - `expires`: The last second in which it may be redeemed.
		/// - `signature`: By the key of the channel, over `Pallet::voucher_message`.
		///
		/// Emits [`Event::Redeemed`].
		#[pallet::call_index(19)]
		pub fn redeem(
			origin: OriginFor<T>,
			channel: ChannelId,
			cumulative: Balance,
			expires: Timestamp,
			signature: VoucherSignature,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_redeem(channel, cumulative, expires, signature)
		}

		/// Closes a channel: at once for its payee; for the payer's side after the challenge
		/// period, in which the payee may still redeem.
		///
		/// - `origin`: Signed by the payee, the owner of the account, or a delegate that may
		///   manage.
		/// - `channel`: The channel.
		///
		/// Emits [`Event::ChannelClosed`] or [`Event::ChannelClosing`].
		#[pallet::call_index(20)]
		pub fn close_channel(origin: OriginFor<T>, channel: ChannelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_channel(who, channel)
		}

		/// Sets the policy. What is open keeps the fee it was opened with.
		///
		/// - `origin`: `AdminOrigin`.
		/// - `policy`: The policy; its runway is at least a second.
		///
		/// Emits [`Event::PolicySet`].
		#[pallet::call_index(21)]
		pub fn set_policy(origin: OriginFor<T>, policy: Policy) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_policy(policy)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What may be withdrawn from an account or committed, the least runway of its running
		/// streams not deducted.
		pub fn available(tab: TabId) -> Option<Balance> {
			Self::account_view(tab).map(|account| account.available)
		}

		/// How an account stands at this moment.
		pub fn account_view(tab: TabId) -> Option<AccountView<T::AccountId>> {
			let grace = Self::policy().grace;
			Accounts::<T>::get(tab)?.view(T::Clock::now(), grace).ok()
		}

		/// For how many seconds the money of an account lasts: all seconds there are while nothing
		/// flows, none when it has ended.
		pub fn runway(tab: TabId) -> Option<Seconds> {
			let mut account = Accounts::<T>::get(tab)?;
			let now = T::Clock::now();
			let ended = account.roll(now).ok()?;
			Some(match account.depletes_at() {
				Some(end) if ended.is_none() => end.since(now),
				None if account.status == Status::Active => Seconds::MAX,
				_ => 0,
			})
		}

		/// When the money of an account ends; `None` when there is no such account, nothing flows
		/// out of it, or the money has ended.
		pub fn depletes_at(tab: TabId) -> Option<Timestamp> {
			Self::account_view(tab)?.depletes_at
		}

		/// What the running streams of an account take per second.
		pub fn committed_rate(tab: TabId) -> Rate {
			Self::account_view(tab).map_or(Rate(0), |account| account.committed_rate)
		}

		/// What a stream would come to if it closed at this moment.
		pub fn bill(stream: StreamId) -> Option<StreamBill> {
			Self::counted(stream).map(|stream| stream.bill())
		}

		/// What waits for `payee` to be claimed.
		pub fn owed(payee: T::AccountId, asset: AssetId) -> Balance {
			Owed::<T>::get(payee, asset)
		}

		/// What the key of a channel has to sign for a voucher.
		pub fn voucher_message(
			channel: ChannelId,
			cumulative: Balance,
			expires: Timestamp,
		) -> Option<Vec<u8>> {
			let terms = Channels::<T>::get(channel)?;
			Some(Self::message(channel, &terms, cumulative, expires))
		}
	}
}
