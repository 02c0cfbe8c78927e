//! A chain for tests: one provider's view, without blocks, that can be cut off, forked, and made
//! to hang where a kill would hurt.

use super::{Assignment, Chain, ChainError, DeclineReason, Fate, Payload, Source};
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

#[derive(Default)]
struct Inner {
	tasks: BTreeMap<u64, FakeTask>,
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
}
