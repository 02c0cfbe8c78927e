//! What is stored and what travels in calls and events.

use crate::lifecycle::{self, Phase, Refusal, Step};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::DispatchError;
use tradewind_primitives::{
	AssetId, Balance, ClassId, CloseReason, Filters, LeaseBill, LeaseId, Rate, Resources, Seconds,
	TabId, TaskId, TierId, Timestamp,
};

/// The most providers a payload may be sealed to.
pub const MAX_CANDIDATES: u32 = 16;
/// The most attempts a task may ask for.
pub const MAX_ATTEMPTS: u8 = 8;
/// The longest payload that travels in the block, in bytes.
pub const MAX_INLINE: u32 = 512 * 1024;
/// The longest address of a payload that lies elsewhere, in bytes.
pub const MAX_URI: u32 = 256;
/// The longest a task may wait for a place: a day.
pub const MAX_WAIT: Seconds = 24 * 60 * 60;

/// The providers a payload is sealed to.
pub type Candidates<AccountId> = BoundedVec<AccountId, ConstU32<MAX_CANDIDATES>>;
/// The providers that failed a task; never more than there are attempts.
pub type Excluded<AccountId> = BoundedVec<AccountId, ConstU32<{ MAX_ATTEMPTS as u32 }>>;
/// A payload in the block: an age file.
pub type Sealed = BoundedVec<u8, ConstU32<MAX_INLINE>>;
/// Where a payload lies that is not in the block.
pub type Uri = BoundedVec<u8, ConstU32<MAX_URI>>;

/// What a user asks for.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TaskSpec<AccountId> {
	/// The billing account that pays.
	pub tab: TabId,
	/// The class of hardware.
	pub class: ClassId,
	/// The service level.
	pub tier: TierId,
	/// What the workload needs.
	pub needs: Resources,
	/// The most it may cost per second. `max_rate x max_seconds` is also the most that all
	/// attempts together may cost.
	pub max_rate: Rate,
	/// The longest one attempt may run, in billed seconds.
	pub max_seconds: Seconds,
	/// Whether what an attempt may cost at most is set aside when it is placed, so that it can
	/// never run out of money. Otherwise it is paid as it runs, and pauses when the account is
	/// empty.
	pub prepaid: bool,
	/// The providers the payload is sealed to: the only ones that can run it.
	pub candidates: Candidates<AccountId>,
	/// How many attempts there may be, 1 to [`MAX_ATTEMPTS`].
	pub max_attempts: u8,
	/// How long the task may wait for a place each time it needs one, at most [`MAX_WAIT`];
	/// 0 for now or never.
	pub place_within: Seconds,
	/// The X25519 key that the result has to be sealed to.
	pub result_key: [u8; 32],
	/// Whether it runs on cheaper capacity that may be taken back with short notice; it is then
	/// moved, which uses up an attempt.
	pub spot: bool,
	/// What else is asked of a place.
	pub filters: Filters,
}

/// The sealed workload and its input.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Payload {
	/// BLAKE2-256 of the sealed bytes.
	pub hash: H256,
	/// How many sealed bytes there are.
	pub size: u64,
	/// Where they lie.
	pub source: Source,
}

/// Where a payload lies.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Source {
	/// In the body of the block of its submission; every node serves it by hash.
	Inline,
	/// Elsewhere, at this address.
	Remote(Uri),
}

/// A workload, from submission to the return of its deposit.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Task<AccountId> {
	/// Who submitted it.
	pub owner: AccountId,
	/// What was asked for.
	pub spec: TaskSpec<AccountId>,
	/// What is to be run.
	pub payload: Payload,
	/// How many attempts have begun; also the number of the current one.
	pub attempts: u8,
	/// The providers that failed it.
	pub excluded: Excluded<AccountId>,
	/// What attempts cost after credits that ended without a report; it lessens what further
	/// attempts may cost.
	pub spent: Balance,
	/// What is held for the record.
	pub deposit: Balance,
	/// When it was submitted.
	pub submitted: Timestamp,
	/// Where it stands.
	pub state: State<AccountId>,
}

impl<AccountId> Task<AccountId> {
	/// Goes to the state `to` by `step`, if the life cycle has such a step from here.
	pub fn advance(&mut self, step: Step, to: State<AccountId>) -> Result<(), Refusal> {
		let phase = lifecycle::next(self.state.phase(), step)?;
		debug_assert_eq!(phase, to.phase());
		self.state = to;
		Ok(())
	}
}

impl<AccountId: PartialEq> Task<AccountId> {
	/// Whether a provider is left that can open the payload and has not failed.
	pub fn has_candidate(&self) -> bool {
		self.spec.candidates.iter().any(|candidate| !self.excluded.contains(candidate))
	}
}

/// Where a task stands.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum State<AccountId> {
	/// Waits for a place.
	Queued {
		/// When it stops waiting.
		until: Timestamp,
	},
	/// A provider has it and has not begun.
	Placed(Attempt<AccountId>),
	/// A provider runs it.
	Running {
		/// The attempt.
		attempt: Attempt<AccountId>,
		/// When it began.
		started: Timestamp,
		/// When it is taken away if nothing was reported.
		report_by: Timestamp,
	},
	/// A provider reported how it ended.
	Finished(Receipt<AccountId>),
	/// The chain gave it up.
	Failed {
		/// Why.
		reason: FailReason,
		/// When.
		ended: Timestamp,
	},
	/// The owner ended it.
	Cancelled {
		/// What the attempt came to that was under way, if one was.
		bill: Option<LeaseBill>,
		/// When.
		ended: Timestamp,
	},
}

impl<AccountId> State<AccountId> {
	/// The phase of the life cycle.
	pub fn phase(&self) -> Phase {
		match self {
			Self::Queued { .. } => Phase::Queued,
			Self::Placed(_) => Phase::Placed,
			Self::Running { .. } => Phase::Running,
			Self::Finished(_) => Phase::Finished,
			Self::Failed { .. } => Phase::Failed,
			Self::Cancelled { .. } => Phase::Cancelled,
		}
	}

	/// The attempt that is under way.
	pub fn attempt(&self) -> Option<&Attempt<AccountId>> {
		match self {
			Self::Placed(attempt) | Self::Running { attempt, .. } => Some(attempt),
			_ => None,
		}
	}

	/// When the attempt that is under way began to run.
	pub fn started(&self) -> Option<Timestamp> {
		match self {
			Self::Running { started, .. } => Some(*started),
			_ => None,
		}
	}

	/// When the task ended.
	pub fn ended(&self) -> Option<Timestamp> {
		match self {
			Self::Finished(receipt) => Some(receipt.ended),
			Self::Failed { ended, .. } | Self::Cancelled { ended, .. } => Some(*ended),
			_ => None,
		}
	}
}

/// One placement of a task.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Attempt<AccountId> {
	/// The lease it runs on.
	pub lease: LeaseId,
	/// Who has it.
	pub provider: AccountId,
	/// The locked price.
	pub rate: Rate,
	/// In what asset the price is.
	pub asset: AssetId,
	/// When it was placed.
	pub placed: Timestamp,
	/// From when on it can begin, where others have to make room first; `None` for at once.
	pub usable_from: Option<Timestamp>,
	/// When it is taken away if it has not begun.
	pub start_by: Timestamp,
	/// The page of its provider's attempts that lists it.
	#[codec(compact)]
	pub page: u32,
}

/// An attempt as it is listed under its provider.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Slot {
	/// The task.
	pub task: TaskId,
	/// The number of the attempt.
	pub attempt: u8,
	/// When it was placed.
	pub placed: Timestamp,
}

/// What is kept of a task that finished.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Receipt<AccountId> {
	/// Who ran it.
	pub provider: AccountId,
	/// How it ended and where the result is found.
	pub report: Report,
	/// The price.
	pub rate: Rate,
	/// In what asset the price and the bill are.
	pub asset: AssetId,
	/// What it came to.
	pub bill: LeaseBill,
	/// When it began.
	pub started: Timestamp,
	/// When it was reported.
	pub ended: Timestamp,
}

/// What a provider reports.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Report {
	/// How the workload ended.
	pub outcome: Outcome,
	/// SHA-256 of the sealed result.
	pub result: H256,
	/// How many bytes the sealed result has.
	pub result_size: u64,
	/// SHA-256 of the plain result archive, by which attempts can be compared.
	pub output: H256,
}

/// How a workload ended. All but [`Outcome::Exited`] with 0 are the workload's own fault; what is
/// the provider's fault is never reported but declined.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Outcome {
	/// It exited by itself with this code.
	Exited(i32),
	/// It trapped.
	Trapped,
	/// It used up its seconds.
	TimedOut,
	/// It used up its memory.
	OutOfMemory,
	/// It used up its disk.
	OutOfDisk,
	/// It is nothing that can be run.
	InvalidModule,
}

/// Why a provider gives a task back.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DeclineReason {
	/// The payload could not be fetched, does not match its hash or does not open.
	Unreadable,
	/// The machines are taken.
	Busy,
	/// Something broke at the provider.
	Internal,
}

/// Why a task was taken from a provider.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum MoveReason {
	/// It had not begun in time.
	StartMissed,
	/// It had not reported in time.
	ReportMissed,
	/// It was down for longer than the chain waits.
	ProviderDown,
	/// It gave the task back.
	Declined(DeclineReason),
	/// It took a spot lease back, with the notice that was agreed.
	Reclaimed,
	/// It ended the lease, whatever it said of the owner.
	ProviderLeft,
}

impl MoveReason {
	/// The reason for which the lease is closed.
	pub fn close_reason(self) -> CloseReason {
		match self {
			Self::StartMissed => CloseReason::StartMissed,
			Self::ReportMissed => CloseReason::ReportMissed,
			Self::ProviderDown => CloseReason::ProviderDown,
			Self::Declined(_) => CloseReason::ProviderFailed,
			Self::Reclaimed => CloseReason::Reclaimed,
			Self::ProviderLeft => CloseReason::ProviderLeft,
		}
	}
}

/// Why the chain gave a task up.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum FailReason {
	/// Nothing feasible came up while it could wait.
	NoPlace,
	/// Every provider that could open the payload has failed.
	NoCandidateLeft,
	/// It has had as many attempts as the owner allowed.
	AttemptsExhausted,
	/// The market refused it, for instance because the money had been withdrawn.
	Refused(DispatchError),
	/// The account that paid for it stayed empty for longer than the grace period.
	OutOfFunds,
}

/// What falls due.
#[derive(
	Clone,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Due<AccountId> {
	/// Try to place a task that waits.
	Place(TaskId),
	/// An attempt should have begun.
	StartBy(TaskId, u8),
	/// An attempt should have reported.
	ReportBy(TaskId, u8),
	/// An attempt's provider is down.
	Abandon(TaskId, u8),
	/// A provider is down: list what it has to abandon, page by page.
	Evacuate {
		/// The provider.
		provider: AccountId,
		/// When the outage was declared; what was placed later is left alone.
		declared: Timestamp,
		/// The page that was listed last.
		after: Option<u32>,
	},
	/// Forget a task that ended, and give its deposit back.
	Drop(TaskId),
}

/// How many attempts a page lists, and so one step of an evacuation.
pub const EVACUATE_BATCH: u32 = 64;

/// A page of a provider's attempts.
pub type Slots = BoundedVec<Slot, ConstU32<EVACUATE_BATCH>>;

/// How many items a page of the agenda holds.
pub type PageSize = ConstU32<64>;
