//! A chain for tests: one provider's view, without blocks, that can be cut off, forked, and made
//! to hang where a kill would hurt.

use super::{
	Assignment, Begun, Chain, ChainError, DeclineReason, Fate, Lease, Leases, Mark, Payload, Source,
};
use crate::{
	journal::now,
	task::{Digest, Key, Ran},
};
use std::{
	collections::{BTreeMap, HashMap},
	sync::Mutex,
	time::Duration,
};
use tokio::sync::Notify;
use tradewind_client::{seal, Resources};

/// Where the chain can be made to hang for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
	/// The start has not arrived yet.
	BeforeStart,
	/// The start has arrived, and the answer is lost.
	AfterStart,
	/// The report has not arrived yet.
	BeforeReport,
	/// The report has arrived, and the answer is lost.
	AfterReport,
	/// The refusal of a task has arrived, and the answer is lost.
	AfterDecline,
	/// The start of a lease has not arrived yet.
	BeforeLease,
	/// The start of a lease has arrived, and the answer is lost.
	AfterLease,
}

/// A task on the fake chain.
#[derive(Clone, Debug)]
pub struct FakeTask {
	/// The attempt as long as it is ours.
	pub mine: Option<Assignment>,
	/// What was reported.
	pub reported: Option<Ran>,
	/// Why it was declined.
	pub declined: Option<DeclineReason>,
	/// How often a start arrived.
	pub starts: u32,
	/// How often a report arrived.
	pub reports: u32,
}

/// A lease on the fake chain that no task holds.
#[derive(Clone, Debug)]
pub struct FakeLease {
	/// From when on it can be begun.
	pub usable_from: Option<u64>,
	/// The block in which it was opened.
	pub opened: u64,
	/// How often a start arrived while it was open.
	pub starts: u32,
	/// How often a start arrived before it could be begun.
	pub early: u32,
	/// Whether the chain says no for a reason of its own.
	pub refuses: bool,
}

#[derive(Default)]
struct Inner {
	tasks: BTreeMap<u64, FakeTask>,
	leases: BTreeMap<u64, FakeLease>,
	/// The height of the best block.
	height: u64,
	/// How many blocks nobody has been shown.
	missed: bool,
	/// How often all leases were read.
	scans: u32,
	/// The time of the best block, if it is not that of the machine.
	clock: Option<u64>,
	payloads: HashMap<Digest, Vec<u8>>,
	hang_at: Option<Point>,
	cut_off: bool,
	beats: u32,
}

/// A chain for tests.
#[derive(Default)]
pub struct FakeChain {
	inner: Mutex<Inner>,
	hung: Notify,
}

impl FakeChain {
	/// Places a task with us, sealed as given, and wanting its result sealed to `user`.
	pub fn place(&self, task: u64, sealed: Vec<u8>, user: seal::PublicKey) {
		let hash = Digest(seal::payload_hash(&sealed));
		let mine = Assignment {
			key: Key { task, attempt: 1 },
			running: false,
			paused: false,
			usable_from: None,
			start_by: now() + 60,
			needs: Resources { memory_mib: 64, disk_mib: 1, ..Default::default() },
			max_seconds: 30,
			result_key: Digest(user),
			payload: Payload { hash, size: sealed.len() as u64, source: Source::Inline },
		};
		let mut inner = self.inner.lock().unwrap();
		inner.payloads.insert(hash, sealed);
		inner.tasks.insert(
			task,
			FakeTask { mine: Some(mine), reported: None, declined: None, starts: 0, reports: 0 },
		);
	}

	/// Stops the money that flows for a task, or lets it flow again.
	pub fn pause(&self, task: u64, paused: bool) {
		self.change(task, |task| task.mine.as_mut().unwrap().paused = paused);
	}

	/// Changes a task as no call would.
	pub fn change(&self, task: u64, change: impl FnOnce(&mut FakeTask)) {
		change(self.inner.lock().unwrap().tasks.get_mut(&task).unwrap());
	}

	/// A task.
	pub fn task(&self, task: u64) -> FakeTask {
		self.inner.lock().unwrap().tasks[&task].clone()
	}

	/// Opens a lease with us in the next block.
	pub fn lease(&self, id: u64, usable_from: Option<u64>) {
		let mut inner = self.inner.lock().unwrap();
		inner.height += 1;
		let opened = inner.height;
		let lease = FakeLease { usable_from, opened, starts: 0, early: 0, refuses: false };
		inner.leases.insert(id, lease);
	}

	/// Changes a lease as no call would.
	pub fn change_lease(&self, id: u64, change: impl FnOnce(&mut FakeLease)) {
		change(self.inner.lock().unwrap().leases.get_mut(&id).unwrap());
	}

	/// A lease that is open.
	pub fn leased(&self, id: u64) -> FakeLease {
		self.inner.lock().unwrap().leases[&id].clone()
	}

	/// Ends a lease.
	pub fn end_lease(&self, id: u64) {
		self.inner.lock().unwrap().leases.remove(&id);
	}

	/// Makes it impossible to tell what the last blocks have opened.
	pub fn miss_blocks(&self) {
		self.inner.lock().unwrap().missed = true;
	}

	/// How often all leases were read.
	pub fn scans(&self) -> u32 {
		self.inner.lock().unwrap().scans
	}

	/// Sets the time of the best block.
	pub fn set_clock(&self, at: u64) {
		self.inner.lock().unwrap().clock = Some(at);
	}

	/// How many heartbeats arrived.
	pub fn beats(&self) -> u32 {
		self.inner.lock().unwrap().beats
	}

	/// Lets the node disappear, or come back.
	pub fn cut_off(&self, cut_off: bool) {
		self.inner.lock().unwrap().cut_off = cut_off;
	}

	/// Makes the next call that comes to `point` hang for ever.
	pub fn hang_at(&self, point: Point) {
		self.inner.lock().unwrap().hang_at = Some(point);
	}

	/// Waits until a call hangs.
	pub async fn hung(&self) {
		self.hung.notified().await;
	}

	async fn pass(&self, point: Point) {
		let hangs = {
			let mut inner = self.inner.lock().unwrap();
			let hangs = inner.hang_at == Some(point);
			if hangs {
				inner.hang_at = None;
			}
			hangs
		};
		if hangs {
			self.hung.notify_one();
			std::future::pending::<()>().await;
		}
	}

	fn call<T>(
		&self,
		act: impl FnOnce(&mut Inner) -> Result<T, ChainError>,
	) -> Result<T, ChainError> {
		let mut inner = self.inner.lock().unwrap();
		if inner.cut_off {
			return Err(ChainError::Unavailable("cut off".into()));
		}
		act(&mut inner)
	}
}

impl Inner {
	fn time(&self) -> u64 {
		self.clock.unwrap_or_else(now)
	}

	fn is_early(&self, usable_from: Option<u64>) -> bool {
		usable_from.is_some_and(|from| from > self.time())
	}
}

fn ours(inner: &mut Inner, task: u64) -> Result<&mut FakeTask, ChainError> {
	inner
		.tasks
		.get_mut(&task)
		.filter(|task| task.mine.is_some())
		.ok_or_else(|| ChainError::Refused("NotAssigned".into()))
}

impl Chain for FakeChain {
	async fn next_block(&self) -> Result<u64, ChainError> {
		tokio::time::sleep(Duration::from_millis(20)).await;
		Ok(1)
	}

	async fn assigned(&self) -> Result<Vec<Assignment>, ChainError> {
		self.call(|inner| Ok(inner.tasks.values().filter_map(|task| task.mine.clone()).collect()))
	}

	async fn fate(&self, task: u64) -> Result<Fate, ChainError> {
		self.call(|inner| {
			let reported = inner.tasks.get(&task).and_then(|task| task.reported.as_ref());
			Ok(reported.map_or(Fate::Gone, |ran| Fate::Finished { result: ran.result }))
		})
	}

	async fn payload(&self, hash: Digest) -> Result<Option<Vec<u8>>, ChainError> {
		self.call(|inner| Ok(inner.payloads.get(&hash).cloned()))
	}

	async fn start(&self, task: u64) -> Result<(), ChainError> {
		self.pass(Point::BeforeStart).await;
		self.call(|inner| {
			let usable_from = ours(inner, task)?.mine.as_ref().and_then(|mine| mine.usable_from);
			if inner.is_early(usable_from) {
				return Err(ChainError::Refused("TooEarly".into()));
			}
			let task = ours(inner, task)?;
			task.starts += 1;
			if let Some(mine) = &mut task.mine {
				mine.running = true;
			}
			Ok(())
		})?;
		self.pass(Point::AfterStart).await;
		Ok(())
	}

	async fn report(&self, task: u64, ran: Ran) -> Result<(), ChainError> {
		self.pass(Point::BeforeReport).await;
		self.call(|inner| {
			let task = ours(inner, task)?;
			if task.mine.take_if(|mine| mine.running).is_none() {
				return Err(ChainError::Refused("NotStarted".into()));
			}
			task.reports += 1;
			task.reported = Some(ran);
			Ok(())
		})?;
		self.pass(Point::AfterReport).await;
		Ok(())
	}

	async fn decline(&self, task: u64, reason: DeclineReason) -> Result<(), ChainError> {
		self.call(|inner| {
			let task = ours(inner, task)?;
			task.mine = None;
			task.declined = Some(reason);
			Ok(())
		})?;
		self.pass(Point::AfterDecline).await;
		Ok(())
	}

	async fn heartbeat(&self) -> Result<(), ChainError> {
		self.call(|inner| {
			inner.beats += 1;
			Ok(())
		})
	}

	async fn now(&self) -> Result<u64, ChainError> {
		self.call(|inner| Ok(inner.time()))
	}

	async fn leases(&self, since: Option<Mark>) -> Result<Leases, ChainError> {
		self.call(|inner| {
			let since = since.filter(|_| !std::mem::take(&mut inner.missed));
			inner.scans += u32::from(since.is_none());
			let seen = since.map_or(0, |since| since.height);
			let leases = inner
				.leases
				.iter()
				.filter(|(_, lease)| lease.starts == 0 && lease.opened > seen)
				.map(|(id, lease)| Lease { id: *id, usable_from: lease.usable_from })
				.collect();
			let mark = Mark { height: inner.height, hash: Digest([7; 32]) };
			Ok(Leases { leases, all: since.is_none(), mark })
		})
	}

	async fn start_lease(&self, lease: u64) -> Result<Begun, ChainError> {
		self.pass(Point::BeforeLease).await;
		let begun = self.call(|inner| {
			let early = inner.is_early(inner.leases.get(&lease).and_then(|it| it.usable_from));
			let Some(lease) = inner.leases.get_mut(&lease) else { return Ok(Begun::Gone) };
			if lease.refuses {
				return Err(ChainError::Refused("NotProvider".into()));
			}
			if early {
				lease.early += 1;
				return Err(ChainError::Unavailable("TooEarly".into()));
			}
			lease.starts += 1;
			Ok(if lease.starts > 1 { Begun::Before } else { Begun::Now })
		})?;
		self.pass(Point::AfterLease).await;
		Ok(begun)
	}
}
