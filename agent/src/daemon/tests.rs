//! The daemon over a fake chain: killed, cut off, forked, cheated.

mod leases;

use super::*;
use crate::{
	chain::{
		fake::{FakeChain, FakeTask, Point},
		DeclineReason,
	},
	engine::{capture::Captured, wasm::WasmEngine, Engine, EngineError, Job, Run},
	fetch::Fetcher,
	journal::Journal,
	metrics::Metrics,
	store::Store,
};
use futures::{future::BoxFuture, FutureExt};
use std::{
	io::Read,
	path::Path,
	sync::atomic::{AtomicUsize, Ordering},
};
use tokio::sync::{Notify, Semaphore};
use tradewind_client::{
	bundle::{Bundle, Limits, Outcome, ResultBundle},
	seal::{self, Identity},
};

/// An engine that obeys one-word programs and counts what it ran.
#[derive(Default)]
struct FakeEngine {
	begun: AtomicUsize,
	ended: AtomicUsize,
	at_once: AtomicUsize,
	paused: AtomicUsize,
	peak: AtomicUsize,
	hanging: Notify,
}

impl Engine for Arc<FakeEngine> {
	fn name(&self) -> &'static str {
		"fake"
	}

	fn run(&self, job: Job, control: Control) -> BoxFuture<'_, Result<Run, EngineError>> {
		async move {
			let before = self.begun.fetch_add(1, Ordering::SeqCst);
			let now = self.at_once.fetch_add(1, Ordering::SeqCst) + 1;
			self.peak.fetch_max(now, Ordering::SeqCst);
			if job.program == b"hang" || (job.program == b"once" && before == 0) {
				self.hanging.notify_one();
				control.stopped().await;
			}
			if job.program == b"long" {
				let held = async {
					while !control.is_paused() {
						tokio::time::sleep(Duration::from_millis(5)).await;
					}
					self.paused.fetch_add(1, Ordering::SeqCst);
					control.resumed().await;
				};
				tokio::select! {
					_ = held => {},
					_ = control.stopped() => {},
				}
			}
			tokio::time::sleep(Duration::from_millis(20)).await;
			self.at_once.fetch_sub(1, Ordering::SeqCst);
			if control.is_stopped() {
				return Err(EngineError::Stopped);
			}
			if job.program == b"break" {
				return Err(EngineError::Host(std::io::Error::other("no disk")));
			}
			self.ended.fetch_add(1, Ordering::SeqCst);
			let stdout = Captured { bytes: job.stdin, truncated: false };
			let stderr = Captured::default();
			Ok(Run { outcome: Outcome::Exited(0), detail: None, stdout, stderr })
		}
		.boxed()
	}
}

fn bob() -> Identity {
	seal::dev_identity("bob").unwrap()
}

fn alice() -> Identity {
	seal::dev_identity("alice").unwrap()
}

fn user() -> seal::PublicKey {
	seal::public_key(&alice())
}

/// A workload sealed to Bob.
fn sealed(program: &[u8]) -> Vec<u8> {
	let bundle =
		Bundle { module: program.to_vec(), stdin: b"cargo".to_vec(), ..Default::default() };
	seal::seal(&bundle.pack().unwrap(), &[seal::public_key(&bob())]).unwrap()
}

fn context(
	chain: &Arc<FakeChain>,
	engine: impl Engine,
	base: &Path,
	slots: usize,
) -> Arc<Context<Arc<FakeChain>>> {
	Arc::new(Context {
		chain: chain.clone(),
		engine: Box::new(engine),
		journal: Arc::new(Journal::open(base.join("journal")).unwrap()),
		store: Arc::new(Store::open(base.join("results")).unwrap()),
		fetcher: Fetcher::new(1 << 20, true).unwrap(),
		metrics: Arc::new(Metrics::new().unwrap()),
		identities: vec![seal::generate(), bob()],
		slots: Semaphore::new(slots),
		scratch: base.join("scratch"),
		unpack: Limits::default(),
	})
}

struct Running {
	context: Arc<Context<Arc<FakeChain>>>,
	stop: CancellationToken,
	daemon: JoinHandle<()>,
}

fn start(context: Arc<Context<Arc<FakeChain>>>) -> Running {
	let stop = CancellationToken::new();
	let daemon = Daemon::new(context.clone(), Duration::from_secs(3600));
	let daemon = tokio::spawn(daemon.run(stop.clone(), Duration::from_millis(200)));
	Running { context, stop, daemon }
}

impl Running {
	async fn until(&self, what: impl Fn(&Self) -> bool) {
		let wait = async {
			while !what(self) {
				tokio::time::sleep(Duration::from_millis(5)).await;
			}
		};
		tokio::time::timeout(Duration::from_secs(20), wait).await.expect("it never came to that");
	}

	async fn stop(self) {
		self.stop.cancel();
		self.daemon.await.unwrap();
	}

	fn state(&self, task: u64) -> Option<State> {
		self.context.journal.get(Key { task, attempt: 1 }).map(|entry| entry.state)
	}

	fn is_done(&self, task: u64) -> bool {
		matches!(self.state(task), Some(State::Done(_)))
	}

	fn is_abandoned(&self, task: u64) -> bool {
		matches!(self.state(task), Some(State::Abandoned { .. }))
	}

	/// The result of a task, opened with its owner's identity.
	fn result(&self, task: u64) -> ResultBundle {
		let ran = self.context.chain.task(task).reported.unwrap();
		let (mut file, size) =
			self.context.store.find(task, ran.result).unwrap().expect("the result is there");
		assert_eq!(size, ran.result_size);
		let mut bytes = Vec::new();
		file.read_to_end(&mut bytes).unwrap();
		let plain = seal::open(&bytes, &[alice()]).unwrap();
		assert_eq!(seal::digest(&plain), ran.output.0);
		ResultBundle::unpack(plain.as_slice(), Limits::default()).unwrap()
	}
}

#[tokio::test]
async fn a_task_is_run_reported_and_closed() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	chain.place(7, sealed(b"run"), user());
	let running = start(context(&chain, Arc::new(FakeEngine::default()), base.path(), 2));
	running.until(|running| running.is_done(7)).await;
	let task = chain.task(7);
	assert_eq!((task.starts, task.reports), (1, 1));
	let result = running.result(7);
	assert_eq!(result.stdout, b"cargo");
	assert_eq!(result.summary.outcome, Outcome::Exited(0));
	let left = std::fs::read_dir(base.path().join("scratch")).unwrap().count();
	assert_eq!(left, 0, "the scratch directory is gone");
	running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_module_runs() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let module = wat::parse_str(
		r#"(module
			(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
			(memory (export "memory") 1)
			(func (export "_start") (call $exit (i32.const 42))))"#,
	)
	.unwrap();
	chain.place(1, sealed(&module), user());
	chain.place(2, sealed(b"no module"), user());
	let running = start(context(&chain, WasmEngine::new().unwrap(), base.path(), 2));
	running.until(|running| running.is_done(1) && running.is_done(2)).await;
	assert_eq!(chain.task(1).reported.unwrap().outcome, Outcome::Exited(42));
	assert_eq!(running.result(2).summary.outcome, Outcome::InvalidModule);
	running.stop().await;
}

/// Kills the daemon where it hangs, starts another over the same disk and the same chain, and
/// says how often the workload was begun and ended altogether.
fn kill_at(point: Option<Point>, program: &[u8]) -> (usize, usize, FakeTask) {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(3, sealed(program), user());
	if let Some(point) = point {
		chain.hang_at(point);
	}
	let first = tokio::runtime::Runtime::new().unwrap();
	first.block_on(async {
		let _running = start(context(&chain, engine.clone(), base.path(), 2));
		match point {
			Some(_) => chain.hung().await,
			None => engine.hanging.notified().await,
		}
	});
	// Nothing is told to stop, nothing is waited for.
	first.shutdown_background();
	let second = tokio::runtime::Runtime::new().unwrap();
	second.block_on(async {
		let running = start(context(&chain, engine.clone(), base.path(), 2));
		running.until(|running| running.is_done(3)).await;
		assert_eq!(running.result(3).stdout, b"cargo");
		running.stop().await;
	});
	let counts = (engine.begun.load(Ordering::SeqCst), engine.ended.load(Ordering::SeqCst));
	(counts.0, counts.1, chain.task(3))
}

#[test]
fn a_kill_around_the_start_loses_nothing() {
	for point in [Point::BeforeStart, Point::AfterStart] {
		let (begun, ended, task) = kill_at(Some(point), b"run");
		assert_eq!((begun, ended, task.starts, task.reports), (1, 1, 1, 1), "{point:?}");
	}
}

#[test]
fn a_kill_while_it_runs_runs_it_again() {
	let (begun, ended, task) = kill_at(None, b"once");
	assert_eq!((begun, ended, task.reports), (2, 1, 1));
}

#[test]
fn a_kill_around_the_report_never_runs_it_again() {
	for point in [Point::BeforeReport, Point::AfterReport] {
		let (begun, ended, task) = kill_at(Some(point), b"run");
		assert_eq!((begun, ended, task.starts, task.reports), (1, 1, 1, 1), "{point:?}");
	}
}

#[test]
fn a_kill_after_declining_declines_once() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(3, seal::seal(b"x", &[user()]).unwrap(), user());
	chain.hang_at(Point::AfterDecline);
	let first = tokio::runtime::Runtime::new().unwrap();
	first.block_on(async {
		let _running = start(context(&chain, engine.clone(), base.path(), 2));
		chain.hung().await;
	});
	first.shutdown_background();
	tokio::runtime::Runtime::new().unwrap().block_on(async {
		let running = start(context(&chain, engine, base.path(), 2));
		running.until(|running| running.is_abandoned(3)).await;
		running.stop().await;
	});
	assert_eq!(chain.task(3).declined, Some(DeclineReason::Unreadable));
}

#[tokio::test]
async fn what_runs_goes_on_while_the_node_is_away() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(7, sealed(b"run"), user());
	chain.hang_at(Point::AfterStart);
	let running = start(context(&chain, engine.clone(), base.path(), 2));
	chain.hung().await;
	chain.cut_off(true);
	running.until(|running| running.context.metrics.node_up.get() == 0).await;
	assert!(!running.daemon.is_finished());
	chain.cut_off(false);
	running.until(|running| running.context.metrics.node_up.get() == 1).await;
	running.stop().await;
	// The call that hung is lost with its process; the next one carries on.
	let running = start(context(&chain, engine.clone(), base.path(), 2));
	running.until(|_| engine.ended.load(Ordering::SeqCst) == 1).await;
	running.until(|running| running.is_done(7)).await;
	assert_eq!(chain.task(7).starts, 1);
	running.stop().await;
}

#[tokio::test]
async fn a_payload_is_waited_for_while_the_node_is_away() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	chain.place(7, sealed(b"run"), user());
	let context = context(&chain, Arc::new(FakeEngine::default()), base.path(), 2);
	let mine = chain.task(7).mine.unwrap();
	chain.cut_off(true);
	let work = tokio::spawn(carry_out(context, mine, Control::default()));
	tokio::time::sleep(Duration::from_millis(100)).await;
	chain.cut_off(false);
	work.await.unwrap().unwrap();
	assert!(chain.task(7).reported.is_some());
}

#[tokio::test]
async fn a_report_that_finds_no_node_is_given_when_it_is_back() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(7, sealed(b"run"), user());
	let running = start(context(&chain, engine.clone(), base.path(), 2));
	running.until(|_| engine.begun.load(Ordering::SeqCst) == 1).await;
	chain.cut_off(true);
	running.until(|running| matches!(running.state(7), Some(State::Ran(_)))).await;
	running.until(|running| running.context.metrics.node_up.get() == 0).await;
	chain.cut_off(false);
	running.until(|running| running.is_done(7)).await;
	assert_eq!(engine.begun.load(Ordering::SeqCst), 1);
	running.stop().await;
}

#[tokio::test]
async fn what_is_not_ours_any_more_is_stopped() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(7, sealed(b"hang"), user());
	let running = start(context(&chain, engine.clone(), base.path(), 2));
	engine.hanging.notified().await;
	chain.change(7, |task| task.mine = None);
	running.until(|running| running.is_abandoned(7)).await;
	assert_eq!(engine.at_once.load(Ordering::SeqCst), 0);
	running.stop().await;
}

/// A daemon with task 7 in hand, which began and is paused.
async fn paused(chain: &Arc<FakeChain>, engine: &Arc<FakeEngine>, base: &Path) -> Running {
	chain.place(7, sealed(b"long"), user());
	let running = start(context(chain, engine.clone(), base, 2));
	running.until(|_| engine.begun.load(Ordering::SeqCst) == 1).await;
	chain.pause(7, true);
	running.until(|_| engine.paused.load(Ordering::SeqCst) == 1).await;
	running.until(|running| running.context.metrics.paused.get() == 1).await;
	running
}

#[tokio::test]
async fn what_is_not_paid_for_pauses_and_goes_on_once_it_is() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	let running = paused(&chain, &engine, base.path()).await;
	assert_eq!(running.state(7), Some(State::Started));
	let kept = std::fs::read_dir(base.path().join("scratch")).unwrap().count();
	assert_eq!(kept, 1, "its data is kept");
	// A node that is away is no reason to go on.
	chain.cut_off(true);
	running.until(|running| running.context.metrics.node_up.get() == 0).await;
	chain.cut_off(false);
	running.until(|running| running.context.metrics.node_up.get() == 1).await;
	assert_eq!(engine.ended.load(Ordering::SeqCst), 0);
	chain.pause(7, false);
	running.until(|running| running.is_done(7)).await;
	assert_eq!(running.context.metrics.paused.get(), 0);
	assert_eq!(engine.begun.load(Ordering::SeqCst), 1);
	running.stop().await;
}

#[tokio::test]
async fn what_stays_unpaid_is_stopped_and_cleared_away() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	let running = paused(&chain, &engine, base.path()).await;
	chain.change(7, |task| task.mine = None);
	running.until(|running| running.is_abandoned(7)).await;
	assert_eq!(engine.at_once.load(Ordering::SeqCst), 0);
	let left = std::fs::read_dir(base.path().join("scratch")).unwrap().count();
	assert_eq!(left, 0, "the scratch directory is gone");
	running.until(|running| running.context.metrics.paused.get() == 0).await;
	running.stop().await;
}

#[test]
fn a_kill_during_a_pause_begins_again_when_it_is_paid_for() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	let first = tokio::runtime::Runtime::new().unwrap();
	first.block_on(async {
		let _running = paused(&chain, &engine, base.path()).await;
	});
	first.shutdown_background();
	tokio::runtime::Runtime::new().unwrap().block_on(async {
		let running = start(context(&chain, engine.clone(), base.path(), 2));
		running.until(|running| running.context.metrics.paused.get() == 1).await;
		chain.place(8, sealed(b"run"), user());
		running.until(|running| running.is_done(8)).await;
		assert_eq!(engine.begun.load(Ordering::SeqCst), 2, "task 8 alone");
		chain.pause(7, false);
		running.until(|_| engine.begun.load(Ordering::SeqCst) == 3).await;
		chain.pause(7, true);
		running.until(|_| engine.paused.load(Ordering::SeqCst) == 2).await;
		chain.pause(7, false);
		running.until(|running| running.is_done(7)).await;
		running.stop().await;
	});
	let task = chain.task(7);
	assert_eq!((task.starts, task.reports), (1, 1));
	assert_eq!(engine.ended.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_stop_does_not_wait_for_what_is_paused() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(7, sealed(b"long"), user());
	chain.pause(7, true);
	let context = context(&chain, engine.clone(), base.path(), 2);
	let mut daemon = Daemon::new(context, Duration::from_secs(3600));
	daemon.look().await;
	let drained = daemon.drain(Duration::from_secs(3600));
	tokio::time::timeout(Duration::from_secs(20), drained).await.expect("it does not wait");
	assert_eq!(engine.begun.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn what_cannot_be_read_is_given_back() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	// Sealed to somebody else; no age file; a result key that is none.
	chain.place(1, seal::seal(b"x", &[user()]).unwrap(), user());
	chain.place(2, b"garbage".to_vec(), user());
	chain.place(3, sealed(b"run"), [0; 32]);
	let running = start(context(&chain, Arc::new(FakeEngine::default()), base.path(), 2));
	for task in 1..=3 {
		running.until(|running| running.is_abandoned(task)).await;
		assert_eq!(chain.task(task).declined, Some(DeclineReason::Unreadable), "{task}");
		assert_eq!(chain.task(task).starts, 0, "nothing is billed");
	}
	running.stop().await;
}

#[tokio::test]
async fn what_is_sealed_to_us_but_no_workload_is_reported_as_such() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let garbage = seal::seal(b"no archive", &[seal::public_key(&bob())]).unwrap();
	chain.place(1, garbage, user());
	let mut large = Bundle { module: b"run".to_vec(), ..Default::default() };
	large.files.insert("large".into(), vec![0; 2 << 20]);
	let large = seal::seal(&large.pack().unwrap(), &[seal::public_key(&bob())]).unwrap();
	chain.place(2, large, user());
	let running = start(context(&chain, Arc::new(FakeEngine::default()), base.path(), 2));
	running.until(|running| running.is_done(1) && running.is_done(2)).await;
	let result = running.result(1);
	assert_eq!(result.summary.outcome, Outcome::InvalidModule);
	assert!(result.summary.detail.is_some());
	assert_eq!(running.result(2).summary.outcome, Outcome::OutOfDisk);
	running.stop().await;
}

#[tokio::test]
async fn what_breaks_here_is_given_back() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	chain.place(1, sealed(b"break"), user());
	let running = start(context(&chain, Arc::new(FakeEngine::default()), base.path(), 2));
	running.until(|running| running.is_abandoned(1)).await;
	assert_eq!(chain.task(1).declined, Some(DeclineReason::Internal));
	running.stop().await;
}

#[tokio::test]
async fn no_more_run_at_once_than_there_are_slots() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	for task in 0..12 {
		chain.place(task, sealed(b"run"), user());
	}
	let running = start(context(&chain, engine.clone(), base.path(), 3));
	running.until(|running| (0..12).all(|task| running.is_done(task))).await;
	assert_eq!(engine.peak.load(Ordering::SeqCst), 3);
	assert_eq!(engine.ended.load(Ordering::SeqCst), 12);
	running.stop().await;
}

#[tokio::test]
async fn who_waits_too_long_for_a_slot_is_sent_on() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(1, sealed(b"hang"), user());
	let running = start(context(&chain, engine.clone(), base.path(), 1));
	engine.hanging.notified().await;
	chain.place(2, sealed(b"run"), user());
	chain.change(2, |task| task.mine.as_mut().unwrap().start_by = now() + 7);
	running.until(|running| running.is_abandoned(2)).await;
	assert_eq!(chain.task(2).declined, Some(DeclineReason::Busy));
	running.stop().await;
}

#[tokio::test]
async fn a_fork_that_takes_the_report_back_gets_it_again() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(7, sealed(b"run"), user());
	let mine = chain.task(7).mine;
	let running = start(context(&chain, engine.clone(), base.path(), 2));
	running.until(|running| running.is_done(7)).await;
	// Back to where nothing had begun.
	chain.change(7, |task| {
		task.mine = mine;
		task.reported = None;
	});
	running.until(|_| chain.task(7).reports == 2).await;
	running.until(|running| running.is_done(7)).await;
	assert_eq!(engine.begun.load(Ordering::SeqCst), 1, "what ran is never run again");
	running.stop().await;
}

#[tokio::test]
async fn a_fork_that_lacks_a_task_for_a_moment_stops_nothing() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(7, sealed(b"hang"), user());
	let context = context(&chain, engine.clone(), base.path(), 2);
	let mut daemon = Daemon::new(context, Duration::from_secs(3600));
	daemon.look().await;
	engine.hanging.notified().await;
	let mine = chain.task(7).mine;
	for _ in 0..3 {
		chain.change(7, |task| task.mine = None);
		daemon.look().await;
		chain.change(7, |task| task.mine = mine.clone());
		daemon.look().await;
	}
	assert!(!daemon.in_hand[&Key { task: 7, attempt: 1 }].control.is_stopped());
	daemon.drain(Duration::ZERO).await;
}

#[tokio::test]
async fn a_stop_waits_only_so_long_and_the_rest_is_taken_up_again() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let engine = Arc::new(FakeEngine::default());
	chain.place(7, sealed(b"hang"), user());
	let running = start(context(&chain, engine.clone(), base.path(), 2));
	engine.hanging.notified().await;
	let begun = Instant::now();
	running.stop().await;
	assert!(begun.elapsed() < Duration::from_secs(5));
	let running = start(context(&chain, engine.clone(), base.path(), 2));
	engine.hanging.notified().await;
	assert_eq!(engine.begun.load(Ordering::SeqCst), 2);
	assert_eq!(chain.task(7).starts, 1);
	running.stop().await;
}

#[tokio::test]
async fn heartbeats_arrive_until_stopped_and_again_after_an_absence() {
	let base = tempfile::tempdir().unwrap();
	let chain = Arc::new(FakeChain::default());
	let context = context(&chain, Arc::new(FakeEngine::default()), base.path(), 1);
	let stop = CancellationToken::new();
	let every = Duration::from_millis(10);
	let beats = tokio::spawn(crate::report::beat(context.clone(), every, stop.clone()));
	let arrive = |count| {
		let chain = chain.clone();
		async move {
			while chain.beats() < count {
				tokio::time::sleep(Duration::from_millis(5)).await;
			}
		}
	};
	arrive(3).await;
	chain.cut_off(true);
	tokio::time::sleep(Duration::from_millis(50)).await;
	let before = chain.beats();
	chain.cut_off(false);
	arrive(before + 3).await;
	stop.cancel();
	beats.await.unwrap();
	assert!(context.metrics.since_heartbeat().is_some());
}
