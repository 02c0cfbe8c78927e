//! Workloads: submission, life, payloads.

use crate::{
	bundle::Outcome,
	chain::{
		self,
		runtime_types::{
			bounded_collections::bounded_vec::BoundedVec, pallet_tradewind_tasks::types,
		},
	},
	connection::{Client, State},
	convert::{bounded, text},
	error::{Error, Refusal, Result},
	json,
	market::Filters,
	seal::{payload_hash, PublicKey},
	tx::Included,
	AccountId, Asset, Balance, ClassId, LeaseBill, LeaseId, Rate, Resources, Seconds, Signer,
	TabId, TaskId, TierId, Timestamp,
};
use futures::StreamExt;
use serde::Serialize;
use std::time::Duration;
use subxt::{
	rpcs::rpc_params,
	utils::{Static, H256},
};

/// The most providers a payload may be sealed to.
pub const MAX_CANDIDATES: usize = 16;
/// The most attempts a task may ask for.
pub const MAX_ATTEMPTS: u8 = 8;
/// The longest sealed payload that travels in the block, in bytes.
pub const MAX_INLINE: usize = 512 * 1024;
/// The longest address of a payload that lies elsewhere, in bytes.
pub const MAX_URI: usize = 256;
/// The longest a task may wait for a place.
pub const MAX_WAIT: Seconds = 24 * 60 * 60;

/// How many blocks a task may be missing, and how many seconds the node, before a watcher gives up.
const PATIENCE: u32 = 120;

/// What a user asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskSpec {
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
	#[serde(serialize_with = "json::rate")]
	pub max_rate: Rate,
	/// The longest one attempt may run, in billed seconds.
	pub max_seconds: Seconds,
	/// Whether what an attempt may cost at most is set aside when it is placed. Otherwise it is
	/// paid as it runs, and pauses when the account is empty.
	pub prepaid: bool,
	/// The providers the payload is sealed to: the only ones that can run it.
	pub candidates: Vec<AccountId>,
	/// How many attempts there may be.
	pub max_attempts: u8,
	/// How long the task may wait for a place; 0 for now or never.
	pub place_within: Seconds,
	/// The X25519 key that the result has to be sealed to.
	#[serde(serialize_with = "json::hex")]
	pub result_key: PublicKey,
	/// Whether it runs on cheaper capacity that may be taken back with short notice; it is then
	/// moved, which uses up an attempt.
	pub spot: bool,
	/// What else is asked of a place.
	pub filters: Filters,
}

/// A sealed payload and how it reaches the providers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewPayload {
	/// In the block; every node serves it by its hash. At most [`MAX_INLINE`] bytes.
	Inline(Vec<u8>),
	/// Elsewhere.
	Remote {
		/// BLAKE2-256 of the sealed bytes.
		hash: H256,
		/// How many there are.
		size: u64,
		/// Where they lie.
		uri: String,
	},
}

/// The sealed workload of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Payload {
	/// BLAKE2-256 of the sealed bytes.
	pub hash: H256,
	/// How many sealed bytes there are.
	pub size: u64,
	/// Where they lie; `None` when they are in the block, and the node serves them by their hash.
	pub uri: Option<String>,
}

/// A workload, from submission to the return of its deposit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
	/// Its number.
	pub id: TaskId,
	/// Who submitted it.
	pub owner: AccountId,
	/// What was asked for.
	pub spec: TaskSpec,
	/// What is to be run.
	pub payload: Payload,
	/// How many attempts have begun; also the number of the current one.
	pub attempts: u8,
	/// The providers that failed it.
	pub excluded: Vec<AccountId>,
	/// What failed attempts cost after credits.
	#[serde(serialize_with = "json::amount")]
	pub spent: Balance,
	/// What is held for the record.
	#[serde(serialize_with = "json::amount")]
	pub deposit: Balance,
	/// When it was submitted.
	pub submitted: Timestamp,
	/// Where it stands.
	#[serde(flatten)]
	pub state: TaskState,
}

/// Where a task stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum TaskState {
	/// Waits for a place.
	Queued {
		/// When it stops waiting.
		until: Timestamp,
	},
	/// A provider has it and has not begun.
	Placed {
		/// The attempt.
		attempt: Attempt,
	},
	/// A provider runs it.
	Running {
		/// The attempt.
		attempt: Attempt,
		/// When it began.
		started: Timestamp,
		/// When it is taken away if nothing was reported.
		report_by: Timestamp,
	},
	/// A provider reported how it ended.
	Finished {
		/// How, and what it cost.
		receipt: Receipt,
	},
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
		bill: Option<Bill>,
		/// When.
		ended: Timestamp,
	},
}

/// One placement of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attempt {
	/// The lease it runs on.
	pub lease: LeaseId,
	/// Who has it.
	pub provider: AccountId,
	/// The locked price.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// In what asset the price is.
	pub asset: Asset,
	/// When it was placed.
	pub placed: Timestamp,
	/// From when on it can begin, where others have to make room first; `None` for at once.
	pub usable_from: Option<Timestamp>,
	/// When it is taken away if it has not begun.
	pub start_by: Timestamp,
}

/// What is kept of a task that finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
	/// Who ran it.
	pub provider: AccountId,
	/// How it ended and where the result is found.
	pub report: Report,
	/// The price.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// In what asset the price and the bill are.
	pub asset: Asset,
	/// What it came to.
	pub bill: Bill,
	/// When it began.
	pub started: Timestamp,
	/// When it was reported.
	pub ended: Timestamp,
}

/// What a provider reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
	/// How the workload ended.
	#[serde(flatten)]
	pub outcome: Outcome,
	/// SHA-256 of the sealed result.
	pub result: H256,
	/// How many bytes the sealed result has.
	pub result_size: u64,
	/// SHA-256 of the plain result archive, by which attempts can be compared.
	pub output: H256,
}

/// What a lease came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bill {
	/// Seconds billed: `amount` is exactly `rate x seconds`.
	pub seconds: Seconds,
	/// Seconds deducted because the provider was down.
	pub downtime: Seconds,
	/// What the payees received for them.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
	/// What the payees received besides, for a term that the owner did not keep.
	#[serde(serialize_with = "json::amount")]
	pub forfeit: Balance,
	/// What the account got back from the provider's collateral.
	#[serde(serialize_with = "json::amount")]
	pub credited: Balance,
}

/// Why a provider gives a task back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
	/// The payload could not be fetched, does not match its hash or does not open.
	Unreadable,
	/// The machines are taken.
	Busy,
	/// Something broke at the provider.
	Internal,
}

/// Why the chain gave a task up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FailReason {
	/// Nothing feasible came up while it could wait.
	NoPlace,
	/// Every provider that could open the payload has failed.
	NoCandidateLeft,
	/// It has had as many attempts as the owner allowed.
	AttemptsExhausted,
	/// The market refused it, for instance because the money had been withdrawn.
	Refused(String),
	/// The account that paid for it stayed empty for too long.
	OutOfFunds,
}

/// An attempt as it is listed under its provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Slot {
	/// The task.
	pub task: TaskId,
	/// The number of the attempt, from 1.
	pub attempt: u8,
	/// When it was placed.
	pub placed: Timestamp,
}

/// A task that was submitted.
#[derive(Debug)]
pub struct Submitted {
	/// Its number, unless the block is undone.
	pub task: TaskId,
	/// The hash of its payload.
	pub hash: H256,
	/// The block and its events.
	pub included: Included,
}

impl TaskState {
	/// One word for it, as in JSON.
	pub fn name(&self) -> &'static str {
		match self {
			Self::Queued { .. } => "queued",
			Self::Placed { .. } => "placed",
			Self::Running { .. } => "running",
			Self::Finished { .. } => "finished",
			Self::Failed { .. } => "failed",
			Self::Cancelled { .. } => "cancelled",
		}
	}

	/// The attempt that is under way.
	pub fn attempt(&self) -> Option<&Attempt> {
		match self {
			Self::Placed { attempt } | Self::Running { attempt, .. } => Some(attempt),
			_ => None,
		}
	}

	/// The receipt, once it finished.
	pub fn receipt(&self) -> Option<&Receipt> {
		match self {
			Self::Finished { receipt } => Some(receipt),
			_ => None,
		}
	}

	/// When the task ended.
	pub fn ended(&self) -> Option<Timestamp> {
		match self {
			Self::Finished { receipt } => Some(receipt.ended),
			Self::Failed { ended, .. } | Self::Cancelled { ended, .. } => Some(*ended),
			_ => None,
		}
	}

	/// Whether nothing more will happen to it.
	pub fn is_over(&self) -> bool {
		self.ended().is_some()
	}
}

impl std::fmt::Display for FailReason {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		match self {
			Self::NoPlace => f.write_str("no provider had room while it could wait"),
			Self::NoCandidateLeft => f.write_str("every provider it was sealed to has failed"),
			Self::AttemptsExhausted => f.write_str("it has had as many attempts as were allowed"),
			Self::Refused(why) => write!(f, "the market refused it: {why}"),
			Self::OutOfFunds => f.write_str("the account that paid for it stayed empty"),
		}
	}
}

impl From<LeaseBill> for Bill {
	fn from(bill: LeaseBill) -> Self {
		let LeaseBill { seconds, downtime, amount, forfeit, credited } = bill;
		Self { seconds, downtime, amount, forfeit, credited }
	}
}

impl From<types::Outcome> for Outcome {
	fn from(outcome: types::Outcome) -> Self {
		match outcome {
			types::Outcome::Exited(code) => Self::Exited(code),
			types::Outcome::Trapped => Self::Trapped,
			types::Outcome::TimedOut => Self::TimedOut,
			types::Outcome::OutOfMemory => Self::OutOfMemory,
			types::Outcome::OutOfDisk => Self::OutOfDisk,
			types::Outcome::InvalidModule => Self::InvalidModule,
		}
	}
}

impl From<Outcome> for types::Outcome {
	fn from(outcome: Outcome) -> Self {
		match outcome {
			Outcome::Exited(code) => Self::Exited(code),
			Outcome::Trapped => Self::Trapped,
			Outcome::TimedOut => Self::TimedOut,
			Outcome::OutOfMemory => Self::OutOfMemory,
			Outcome::OutOfDisk => Self::OutOfDisk,
			Outcome::InvalidModule => Self::InvalidModule,
		}
	}
}

impl From<types::Report> for Report {
	fn from(report: types::Report) -> Self {
		Self {
			outcome: report.outcome.into(),
			result: report.result,
			result_size: report.result_size,
			output: report.output,
		}
	}
}

impl From<Report> for types::Report {
	fn from(report: Report) -> Self {
		Self {
			outcome: report.outcome.into(),
			result: report.result,
			result_size: report.result_size,
			output: report.output,
		}
	}
}

impl From<types::Attempt<AccountId>> for Attempt {
	fn from(attempt: types::Attempt<AccountId>) -> Self {
		Self {
			lease: attempt.lease.0,
			provider: attempt.provider,
			rate: attempt.rate.into(),
			asset: attempt.asset.0.into(),
			placed: attempt.placed.0,
			usable_from: attempt.usable_from.map(|at| at.0),
			start_by: attempt.start_by.0,
		}
	}
}

impl From<types::Receipt<AccountId>> for Receipt {
	fn from(receipt: types::Receipt<AccountId>) -> Self {
		Self {
			provider: receipt.provider,
			report: receipt.report.into(),
			rate: receipt.rate.into(),
			asset: receipt.asset.0.into(),
			bill: receipt.bill.0.into(),
			started: receipt.started.0,
			ended: receipt.ended.0,
		}
	}
}

impl From<DeclineReason> for types::DeclineReason {
	fn from(reason: DeclineReason) -> Self {
		match reason {
			DeclineReason::Unreadable => Self::Unreadable,
			DeclineReason::Busy => Self::Busy,
			DeclineReason::Internal => Self::Internal,
		}
	}
}

impl TaskSpec {
	fn read(spec: types::TaskSpec<AccountId>) -> Self {
		Self {
			tab: spec.tab.0,
			class: spec.class.0,
			tier: spec.tier.0,
			needs: spec.needs.0,
			max_rate: spec.max_rate.into(),
			max_seconds: spec.max_seconds,
			prepaid: spec.prepaid,
			candidates: spec.candidates.0,
			max_attempts: spec.max_attempts,
			place_within: spec.place_within,
			result_key: spec.result_key,
			spot: spec.spot,
			filters: spec.filters.into(),
		}
	}

	pub(crate) fn write(&self) -> Result<types::TaskSpec<AccountId>> {
		if self.candidates.len() > MAX_CANDIDATES {
			return Err(Error::Unfit(format!("a task has at most {MAX_CANDIDATES} candidates")));
		}
		Ok(types::TaskSpec {
			tab: Static(self.tab),
			class: Static(self.class),
			tier: Static(self.tier),
			needs: Static(self.needs),
			max_rate: self.max_rate.into(),
			max_seconds: self.max_seconds,
			prepaid: self.prepaid,
			candidates: BoundedVec(self.candidates.clone()),
			max_attempts: self.max_attempts,
			place_within: self.place_within,
			result_key: self.result_key,
			spot: self.spot,
			filters: self.filters.write()?,
		})
	}
}

impl State {
	/// A task, until its record is dropped.
	pub async fn task(&self, id: TaskId) -> Result<Option<Task>> {
		let entry = self.fetch(chain::storage().tasks().tasks(), (Static(id),)).await?;
		Ok(entry.map(|task| self.read_task(id, task)))
	}

	/// All tasks, in the order of their numbers; of one owner if wanted.
	pub async fn tasks(&self, owner: Option<AccountId>) -> Result<Vec<Task>> {
		let entries = self.entries(chain::storage().tasks().tasks(), ()).await?;
		let mut tasks: Vec<_> = entries
			.into_iter()
			.filter(|(_, task)| owner.is_none_or(|owner| task.owner == owner))
			.map(|((Static(id),), task)| self.read_task(id, task))
			.collect();
		tasks.sort_by_key(|task| task.id);
		Ok(tasks)
	}

	/// What a provider has placed or running, in the order of the task numbers.
	pub async fn assigned(&self, provider: AccountId) -> Result<Vec<Slot>> {
		let entries = self.entries(chain::storage().tasks().attempts(), (provider,)).await?;
		let mut slots: Vec<_> = entries
			.into_iter()
			.flat_map(|(_, page)| page.0)
			.map(|slot| Slot { task: slot.task.0, attempt: slot.attempt, placed: slot.placed.0 })
			.collect();
		slots.sort_by_key(|slot| slot.task);
		Ok(slots)
	}

	/// The tasks that a provider has placed or running.
	pub async fn assigned_tasks(&self, provider: AccountId) -> Result<Vec<Task>> {
		let mut tasks = Vec::new();
		for slot in self.assigned(provider).await? {
			tasks.extend(self.task(slot.task).await?);
		}
		Ok(tasks)
	}

	fn read_task(&self, id: TaskId, task: types::Task<AccountId>) -> Task {
		Task {
			id,
			owner: task.owner,
			spec: TaskSpec::read(task.spec),
			payload: Payload {
				hash: task.payload.hash,
				size: task.payload.size,
				uri: match task.payload.source {
					types::Source::Inline => None,
					types::Source::Remote(uri) => Some(text(uri)),
				},
			},
			attempts: task.attempts,
			excluded: task.excluded.0,
			spent: task.spent,
			deposit: task.deposit,
			submitted: task.submitted.0,
			state: self.read_task_state(task.state),
		}
	}

	fn read_task_state(&self, state: types::State<AccountId>) -> TaskState {
		match state {
			types::State::Queued { until } => TaskState::Queued { until: until.0 },
			types::State::Placed(attempt) => TaskState::Placed { attempt: attempt.into() },
			types::State::Running { attempt, started, report_by } => TaskState::Running {
				attempt: attempt.into(),
				started: started.0,
				report_by: report_by.0,
			},
			types::State::Finished(receipt) => TaskState::Finished { receipt: receipt.into() },
			types::State::Failed { reason, ended } => {
				TaskState::Failed { reason: self.read_fail_reason(reason), ended: ended.0 }
			},
			types::State::Cancelled { bill, ended } => {
				TaskState::Cancelled { bill: bill.map(|bill| bill.0.into()), ended: ended.0 }
			},
		}
	}

	fn read_fail_reason(&self, reason: types::FailReason) -> FailReason {
		match reason {
			types::FailReason::NoPlace => FailReason::NoPlace,
			types::FailReason::NoCandidateLeft => FailReason::NoCandidateLeft,
			types::FailReason::AttemptsExhausted => FailReason::AttemptsExhausted,
			types::FailReason::Refused(error) => {
				FailReason::Refused(Refusal::stored(&self.at.metadata(), &error).to_string())
			},
			types::FailReason::OutOfFunds => FailReason::OutOfFunds,
		}
	}
}

impl Client {
	/// Submits a task. The chain places it in the same block if it can.
	pub async fn submit_task(
		&self,
		signer: &Signer,
		spec: &TaskSpec,
		payload: NewPayload,
	) -> Result<Submitted> {
		let spec = spec.write()?;
		let (hash, included) = match payload {
			NewPayload::Inline(data) => {
				let hash = H256(payload_hash(&data));
				let data = bounded("a payload inside a block", &data, MAX_INLINE)?;
				(hash, self.submit(signer, &chain::tx().tasks().submit(spec, hash, data)).await?)
			},
			NewPayload::Remote { hash, size, uri } => {
				let uri = bounded("the address of a payload", uri.as_bytes(), MAX_URI)?;
				let call = chain::tx().tasks().submit_remote(spec, hash, size, uri);
				(hash, self.submit(signer, &call).await?)
			},
		};
		let task = included.event::<chain::tasks::events::Submitted>()?.task.0;
		Ok(Submitted { task, hash, included })
	}

	/// Says that a task runs: from now on it is billed. For the agent of the provider that has it.
	pub async fn start_task(&self, agent: &Signer, task: TaskId) -> Result<Included> {
		self.submit(agent, &chain::tx().tasks().start(Static(task))).await
	}

	/// Says how a task ended, and settles. For the agent of the provider that runs it.
	pub async fn report_task(
		&self,
		agent: &Signer,
		task: TaskId,
		report: Report,
	) -> Result<Included> {
		self.submit(agent, &chain::tx().tasks().report(Static(task), report.into())).await
	}

	/// Gives a task back. For the agent of the provider that has it.
	pub async fn decline_task(
		&self,
		agent: &Signer,
		task: TaskId,
		reason: DeclineReason,
	) -> Result<Included> {
		self.submit(agent, &chain::tx().tasks().decline(Static(task), reason.into())).await
	}

	/// Ends a task of the signer. What ran so far is paid for.
	pub async fn cancel_task(&self, signer: &Signer, task: TaskId) -> Result<Included> {
		self.submit(signer, &chain::tx().tasks().cancel(Static(task))).await
	}

	/// Removes the record of a task that ended. Returns the deposit that came back.
	pub async fn drop_task(&self, signer: &Signer, task: TaskId) -> Result<Balance> {
		let included = self.submit(signer, &chain::tx().tasks().drop_task(Static(task))).await?;
		Ok(included.event::<chain::tasks::events::Dropped>()?.deposit)
	}

	/// Waits until nothing more will happen to a task, and passes every state on that is new.
	///
	/// `hash` is that of its payload: when a fork undoes the block of the submission, the number may
	/// come to mean another task, and the task is looked for under a new one.
	pub async fn watch_task(
		&self,
		task: TaskId,
		hash: H256,
		mut seen: impl FnMut(&Task),
	) -> Result<Task> {
		let (mut id, mut last, mut missing, mut lost) = (task, None, 0, 0);
		loop {
			match self.follow_task(&mut id, hash, &mut last, &mut missing, &mut seen).await {
				Err(error) if error.is_transient() && lost < PATIENCE => {
					tracing::debug!(target: "client::tasks", %error, "waiting for the node");
					lost += 1;
					tokio::time::sleep(Duration::from_secs(1)).await;
				},
				Ok(None) => lost = 0,
				Ok(Some(task)) => return Ok(task),
				Err(error) => return Err(error),
			}
		}
	}

	/// Follows a task until it is over or the connection is lost.
	async fn follow_task(
		&self,
		id: &mut TaskId,
		hash: H256,
		last: &mut Option<TaskState>,
		missing: &mut u32,
		seen: &mut impl FnMut(&Task),
	) -> Result<Option<Task>> {
		let mut blocks = self.best_blocks().await?;
		let mut state = self.state().await?;
		loop {
			match state.task(*id).await?.filter(|task| task.payload.hash == hash) {
				Some(task) => {
					*missing = 0;
					if last.as_ref() != Some(&task.state) {
						seen(&task);
						*last = Some(task.state.clone());
					}
					if task.state.is_over() {
						return Ok(Some(task));
					}
				},
				None => {
					*missing += 1;
					if *missing > PATIENCE {
						return Err(Error::NotFound(format!("task {} any more", id.0)));
					}
					let all = state.tasks(None).await?;
					if let Some(task) = all.into_iter().find(|task| task.payload.hash == hash) {
						*id = task.id;
						continue;
					}
				},
			}
			match blocks.next().await {
				Some(block) => state = self.state_at(block?.hash).await?,
				None => return Ok(None),
			}
		}
	}

	/// The sealed payload of that hash, from the block it came in; `None` when the node does not
	/// keep it. What the node delivers is checked against the hash.
	pub async fn payload(&self, hash: H256) -> Result<Option<Vec<u8>>> {
		let text: Option<String> = self.rpc("tradewind_payload", rpc_params![hash]).await?;
		let Some(text) = text else { return Ok(None) };
		let digits = text.strip_prefix("0x").unwrap_or(&text);
		let payload = hex::decode(digits)
			.map_err(|error| Error::Node(format!("a payload that is no hexadecimal: {error}")))?;
		if payload_hash(&payload) != hash.0 {
			return Err(Error::Forged(format!("the node delivered something else than {hash:?}")));
		}
		Ok(Some(payload))
	}
}
