#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]

extern crate alloc;

pub mod budget;
pub mod lifecycle;
pub mod seal;
pub mod types;
pub mod weights;

mod hooks;
mod impls;
mod invariants;
mod slots;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// The log target of this pallet.
pub(crate) const LOG_TARGET: &str = "runtime::tasks";

/// A task of this runtime.
pub type TaskOf<T> = Task<<T as frame_system::Config>::AccountId>;
/// A specification of this runtime.
pub type TaskSpecOf<T> = TaskSpec<<T as frame_system::Config>::AccountId>;
/// What falls due in this runtime.
pub type DueOf<T> = Due<<T as frame_system::Config>::AccountId>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::lifecycle::Refusal;
	use frame_support::{pallet_prelude::*, traits::fungible, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use tradewind_primitives::{
		traits::{AuditLog, Leasing, ProviderDirectory},
		Balance, Clock, LeaseBill, LeaseId, Rate, Seconds, TaskId, Timestamp,
	};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The runtime's reasons for holding money.
		type RuntimeHoldReason: From<HoldReason>;

		/// What the calls and the hook cost.
		type WeightInfo: WeightInfo;

		/// The native token, in which deposits are held.
		type Native: fungible::MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The market that finds places.
		type Leasing: Leasing<Self::AccountId>;

		/// Tells for which provider an agent key acts.
		type ProviderDirectory: ProviderDirectory<Self::AccountId>;

		/// Where every step is written down.
		type Audit: AuditLog<Self::AccountId>;

		/// The time.
		type Clock: Clock;

		/// The fixed part of the deposit for a task's record.
		#[pallet::constant]
		type TaskDeposit: Get<Balance>;

		/// What each byte of the candidates, of the address and of the filters beyond empty ones
		/// adds to the deposit.
		#[pallet::constant]
		type ByteDeposit: Get<Balance>;

		/// How long the record of a task that ended is kept unless its owner drops it.
		#[pallet::constant]
		type Retention: Get<Seconds>;

		/// How long after the last second it may run a task is taken from a provider that has
		/// not reported. It makes up for what the provider was down, which is not billed.
		#[pallet::constant]
		type ReportMargin: Get<Seconds>;
	}

	/// The id of the next task.
	#[pallet::storage]
	pub type NextTaskId<T> = StorageValue<_, TaskId, ValueQuery>;

	/// The tasks.
	#[pallet::storage]
	pub type Tasks<T: Config> = StorageMap<_, Twox64Concat, TaskId, TaskOf<T>>;

	/// The attempts that are under way, by provider and page.
	#[pallet::storage]
	pub type Attempts<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u32, Slots, ValueQuery>;

	/// The last page of a provider's attempts, to which the next one is added; 0 when absent.
	#[pallet::storage]
	pub type AttemptPages<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The agenda: what falls due, by bucket and page.
	#[pallet::storage]
	pub type AgendaPages<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		u64,
		Twox64Concat,
		u32,
		BoundedVec<DueOf<T>, PageSize>,
		ValueQuery,
	>;

	/// The agenda: the last page of a bucket that has more than one.
	#[pallet::storage]
	pub type AgendaLastPage<T> = StorageMap<_, Twox64Concat, u64, u32, ValueQuery>;

	/// The agenda: the first bucket that may still hold items.
	#[pallet::storage]
	pub type AgendaNextBucket<T> = StorageValue<_, u64, ValueQuery>;

	/// Why this pallet holds money.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For the record of a task.
		#[codec(index = 0)]
		Task,
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A task was submitted.
		Submitted {
			/// The task.
			task: TaskId,
			/// Its owner.
			who: T::AccountId,
			/// BLAKE2-256 of the sealed payload.
			hash: H256,
			/// How many bytes the sealed payload has.
			size: u64,
		},
		/// Nothing feasible is on offer: a task waits for a place.
		Queued {
			/// The task.
			task: TaskId,
			/// When it stops waiting.
			until: Timestamp,
		},
		/// A task was placed.
		Placed {
			/// The task.
			task: TaskId,
			/// The number of the attempt, from 1.
			attempt: u8,
			/// Who has it.
			provider: T::AccountId,
			/// The lease it runs on.
			lease: LeaseId,
			/// The locked price.
			rate: Rate,
			/// From when on it can begin, where others have to make room first; `None` for at
			/// once.
			usable_from: Option<Timestamp>,
			/// When it is taken away if it has not begun.
			start_by: Timestamp,
		},
		/// A provider began to run a task.
		Started {
			/// The task.
			task: TaskId,
			/// Who runs it.
			provider: T::AccountId,
			/// When it is taken away if nothing was reported.
			report_by: Timestamp,
		},
		/// A task was taken from a provider. It is placed anew, queued or failed in the same
		/// block.
		Moved {
			/// The task.
			task: TaskId,
			/// From whom.
			from: T::AccountId,
			/// Why.
			reason: MoveReason,
			/// What the attempt came to.
			bill: LeaseBill,
		},
		/// A provider reported how a task ended.
		Finished {
			/// The task.
			task: TaskId,
			/// Who ran it.
			provider: T::AccountId,
			/// What was reported.
			report: Report,
			/// What it came to.
			bill: LeaseBill,
		},
		/// The chain gave a task up.
		Failed {
			/// The task.
			task: TaskId,
			/// Why.
			reason: FailReason,
		},
		/// The owner ended a task.
		Cancelled {
			/// The task.
			task: TaskId,
			/// What the attempt came to that was under way, if one was.
			bill: Option<LeaseBill>,
		},
		/// The record of a task was removed.
		Dropped {
			/// The task.
			task: TaskId,
			/// Its owner.
			owner: T::AccountId,
			/// What the owner got back.
			deposit: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such task.
		NotFound,
		/// Only the owner may do this.
		NotOwner,
		/// The signer is not the agent of the provider that has the task.
		NotAssigned,
		/// A provider has the task already.
		AlreadyAssigned,
		/// The task runs already.
		AlreadyStarted,
		/// The task does not run yet.
		NotStarted,
		/// The task has ended.
		AlreadyEnded,
		/// The task has not ended.
		NotEnded,
		/// Until the retention is over, only the owner may drop the task.
		NotYetDue,
		/// The candidates are empty: a payload that is sealed to nobody can be run by nobody.
		SealedToNobody,
		/// The payload is not an age file with an X25519 recipient.
		NotSealed,
		/// The payload does not match its hash.
		HashMismatch,
		/// The payload does not end the extrinsic that is being executed, so that nodes could
		/// not serve it by its hash. Submit it as the last call of a batch, or by itself.
		NotLast,
		/// The payload has no bytes, or no address.
		NoPayload,
		/// The result key is zero: nobody could read the result.
		ZeroKey,
		/// The number of attempts is not between 1 and 8.
		AttemptsOutOfRange,
		/// The task would wait for a place for longer than a day.
		WaitTooLong,
		/// Nothing feasible is on offer, and the task was not to wait.
		NoPlace,
		/// The deposit is too large to be counted.
		DepositOverflow,
		/// The numbers for tasks are used up.
		NoMoreIds,
	}

	impl<T> From<Refusal> for Error<T> {
		fn from(refusal: Refusal) -> Self {
			match refusal {
				Refusal::AlreadyEnded => Self::AlreadyEnded,
				Refusal::AlreadyAssigned => Self::AlreadyAssigned,
				Refusal::AlreadyStarted => Self::AlreadyStarted,
				Refusal::NotStarted => Self::NotStarted,
				Refusal::NotAssigned => Self::NotAssigned,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::drain_agenda(meter);
		}

		#[cfg(feature = "std")]
		fn integrity_test() {
			assert!(
				Self::per_bucket().saturating_add(Self::per_item()).all_lte(Self::share()),
				"a block's share of the agenda must hold at least one item"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Submits a task whose payload travels in this extrinsic, and places it at once if
		/// something feasible is on offer.
		///
		/// - `origin`: signed; must be allowed to draw on the billing account.
		/// - `spec`: what is asked for.
		/// - `hash`: BLAKE2-256 of `data`.
		/// - `data`: the workload and its input, sealed as an age file. It must be the end of
		///   the extrinsic, or nodes could not serve it by its hash.
		///
		/// Gives back what the search for a place weighed less than it may. Emits
		/// [`Event::Submitted`], then [`Event::Placed`] or [`Event::Queued`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::most(<T as Config>::WeightInfo::submit(data.len() as u32)))]
		pub fn submit(
			origin: OriginFor<T>,
			spec: TaskSpecOf<T>,
			hash: H256,
			data: Sealed,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let search = Self::do_submit_inline(who, spec, hash, &data)?;
			let plain = <T as Config>::WeightInfo::submit(data.len() as u32);
			Ok(Self::weighed(plain, search))
		}

		/// Submits a task whose payload lies elsewhere.
		///
		/// - `origin`: signed; must be allowed to draw on the billing account.
		/// - `spec`: what is asked for.
		/// - `hash`: BLAKE2-256 of the sealed payload.
		/// - `size`: how many bytes the sealed payload has.
		/// - `uri`: where it lies.
		///
		/// Gives back what the search for a place weighed less than it may. Emits
		/// [`Event::Submitted`], then [`Event::Placed`] or [`Event::Queued`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::most(<T as Config>::WeightInfo::submit_remote()))]
		pub fn submit_remote(
			origin: OriginFor<T>,
			spec: TaskSpecOf<T>,
			hash: H256,
			size: u64,
			uri: Uri,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			ensure!(size > 0 && !uri.is_empty(), Error::<T>::NoPayload);
			let payload = Payload { hash, size, source: Source::Remote(uri) };
			let search = Self::do_submit(who, spec, payload)?;
			Ok(Self::weighed(<T as Config>::WeightInfo::submit_remote(), search))
		}

		/// Says that the workload runs: from now on it is billed. Possible after the deadline
		/// too, as long as the task has not been taken away; not before its place can be used,
		/// which the market refuses.
		///
		/// - `origin`: signed by the agent of the provider that has the task.
		/// - `task`: the task.
		///
		/// Emits [`Event::Started`].
		#[pallet::call_index(2)]
		pub fn start(origin: OriginFor<T>, task: TaskId) -> DispatchResult {
			let agent = ensure_signed(origin)?;
			Self::do_start(agent, task)
		}

		/// Says how the workload ended, and settles. Possible after the deadline too, as long as
		/// the task has not been taken away.
		///
		/// - `origin`: signed by the agent of the provider that runs the task.
		/// - `task`: the task.
		/// - `report`: how it ended and where the result is found.
		///
		/// Emits [`Event::Finished`].
		#[pallet::call_index(3)]
		pub fn report(origin: OriginFor<T>, task: TaskId, report: Report) -> DispatchResult {
			let agent = ensure_signed(origin)?;
			Self::do_report(agent, task, report)
		}

		/// Gives the task back, before or after its start. It counts as a failed attempt.
		///
		/// - `origin`: signed by the agent of the provider that has the task.
		/// - `task`: the task.
		/// - `reason`: why.
		///
		/// Gives back what the search for another place weighed less than it may. Emits
		/// [`Event::Moved`], then [`Event::Placed`], [`Event::Queued`] or [`Event::Failed`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::most(<T as Config>::WeightInfo::decline()))]
		pub fn decline(
			origin: OriginFor<T>,
			task: TaskId,
			reason: DeclineReason,
		) -> DispatchResultWithPostInfo {
			let agent = ensure_signed(origin)?;
			let search = Self::do_decline(agent, task, reason)?;
			Ok(Self::weighed(<T as Config>::WeightInfo::decline(), search))
		}

		/// Ends a task. What ran so far is paid for.
		///
		/// - `origin`: signed by the owner.
		/// - `task`: the task.
		///
		/// Emits [`Event::Cancelled`].
		#[pallet::call_index(5)]
		pub fn cancel(origin: OriginFor<T>, task: TaskId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel(who, task)
		}

		/// Removes the record of a task that ended, and gives its deposit back. The chain does
		/// the same by itself once the retention is over.
		///
		/// - `origin`: signed; the owner at any time, anybody once the retention is over.
		/// - `task`: the task.
		///
		/// Emits [`Event::Dropped`].
		#[pallet::call_index(6)]
		pub fn drop_task(origin: OriginFor<T>, task: TaskId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_drop_task(who, task)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The deposit for a task with this many candidates and this many bytes besides: those of
		/// the address, which is empty when the payload is inline, and those by which the encoded
		/// filters are longer than empty ones. `None` when it cannot be counted.
		pub fn deposit_for(candidates: u32, bytes: u32) -> Option<Balance> {
			Self::deposit_of(candidates, bytes)
		}
	}
}
