#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]

extern crate alloc;

pub use pallet::*;
pub use types::{Account, Pot, Stream};
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(any(test, feature = "try-runtime"))]
mod invariants;
#[cfg(test)]
mod mock;
mod seams;
pub mod settlement;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

#[frame_support::pallet]
pub mod pallet {
	use super::{Account, Pot, Stream, WeightInfo};
	use frame_support::{pallet_prelude::*, traits::fungibles, PalletId};
	use frame_system::pallet_prelude::*;
	use tradewind_primitives::{
		traits, AssetId, Balance, Clock, Rate, Seconds, StreamBill, StreamId, TabId, MAX_PAYEES,
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

	/// The streams that are open.
	#[pallet::storage]
	pub type Streams<T: Config> =
		StorageMap<_, Twox64Concat, StreamId, Stream<T::AccountId>, OptionQuery>;

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

	/// The id of the next account.
	#[pallet::storage]
	pub type NextTabId<T: Config> = StorageValue<_, TabId, ValueQuery>;

	/// The id of the next stream.
	#[pallet::storage]
	pub type NextStreamId<T: Config> = StorageValue<_, StreamId, ValueQuery>;

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
		/// The owner took money out of an account.
		Withdrawn {
			/// The account.
			tab: TabId,
			/// Its owner.
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
		/// A stream was opened and its cap reserved. It does not flow yet.
		StreamOpened {
			/// The stream.
			stream: StreamId,
			/// The account that pays.
			tab: TabId,
			/// What will flow per second.
			rate: Rate,
			/// The most that may ever flow.
			cap: Balance,
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
			/// What the payees were paid now.
			amount: Balance,
		},
		/// A stream was settled for the last time and closed.
		StreamClosed {
			/// The stream.
			stream: StreamId,
			/// The account that paid.
			tab: TabId,
			/// What the stream came to.
			bill: StreamBill,
			/// What was left of its cap and is available again.
			released: Balance,
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
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such account.
		UnknownAccount,
		/// There is no such stream.
		UnknownStream,
		/// There is no such asset.
		UnknownAsset,
		/// The account belongs to somebody else.
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
	}

	/// Brings the pot into existence for good, so that it can hold any asset from the first
	/// account on.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// There is nothing to configure.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			frame_system::Pallet::<T>::inc_providers(&Pallet::<T>::pot_account());
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
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

		/// Takes out of an account what is neither reserved nor its deposit.
		///
		/// - `origin`: Signed by the owner.
		/// - `tab`: The account.
		/// - `amount`: How much.
		///
		/// Emits [`Event::Withdrawn`].
		#[pallet::call_index(2)]
		pub fn withdraw(origin: OriginFor<T>, tab: TabId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, tab, amount)
		}

		/// Closes an account without streams and pays everything in it back, the deposit included.
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
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What may be withdrawn from an account or reserved by a new stream.
		pub fn available(tab: TabId) -> Option<Balance> {
			Accounts::<T>::get(tab).map(|account| account.available())
		}

		/// What a stream would come to if it closed at this moment.
		pub fn bill(stream: StreamId) -> Option<StreamBill> {
			Self::bill_now(stream)
		}

		/// What waits for `payee` to be claimed.
		pub fn owed(payee: T::AccountId, asset: AssetId) -> Balance {
			Owed::<T>::get(payee, asset)
		}
	}
}
