//! Leases that customers use by themselves, and tasks that others have to make room for.

use super::*;
use crate::chain::fake::FakeLease;

/// A daemon over a chain where the lease 12 was opened with us.
fn leased(usable_from: Option<u64>, base: &Path) -> (Arc<FakeChain>, Arc<Context<Arc<FakeChain>>>) {
	let chain = Arc::new(FakeChain::default());
	chain.lease(12, usable_from);
	let context = context(&chain, Arc::new(FakeEngine::default()), base, 2);
	(chain, context)
}

fn started(running: &Running) -> u64 {
	running.context.metrics.leases_started.get()
}

fn waiting(running: &Running) -> i64 {
	running.context.metrics.leases_waiting.get()
}

/// Lets the daemon look so many times more.
async fn looks(running: &Running, count: u32) {
	// Heights and forks apart, every look comes after a block, and the fake has fifty a second.
	tokio::time::sleep(count * Duration::from_millis(25)).await;
	assert!(!running.daemon.is_finished());
}

#[tokio::test]
async fn a_lease_is_begun_once() {
	let base = tempfile::tempdir().unwrap();
	let (chain, context) = leased(None, base.path());
	let running = start(context);
	running.until(|running| started(running) == 1).await;
	looks(&running, 4).await;
	assert_eq!(chain.leased(12).starts, 1);
	assert_eq!(waiting(&running), 0);
	assert_eq!(chain.scans(), 1, "later ones are told by the blocks");
	chain.lease(13, None);
	chain.lease(14, None);
	running.until(|running| started(running) == 3).await;
	assert_eq!((chain.leased(13).starts, chain.leased(14).starts), (1, 1));
	assert_eq!(chain.scans(), 1);
	running.stop().await;
}

#[tokio::test]
async fn a_lease_that_others_have_to_leave_is_waited_for() {
	let base = tempfile::tempdir().unwrap();
	let (chain, context) = leased(Some(1_000), base.path());
	chain.set_clock(999);
	let running = start(context);
	running.until(|running| waiting(running) == 1).await;
	looks(&running, 4).await;
	assert_eq!((chain.leased(12).starts, chain.leased(12).early), (0, 0), "nothing is tried");
	chain.set_clock(1_000);
	running.until(|running| started(running) == 1).await;
	let FakeLease { starts, early, .. } = chain.leased(12);
	assert_eq!((starts, early), (1, 0));
	running.stop().await;
}

#[tokio::test]
async fn blocks_that_were_missed_are_made_up_for() {
	let base = tempfile::tempdir().unwrap();
	let (chain, context) = leased(None, base.path());
	let running = start(context);
	running.until(|running| started(running) == 1).await;
	chain.cut_off(true);
	running.until(|running| running.context.metrics.node_up.get() == 0).await;
	chain.lease(13, None);
	chain.miss_blocks();
	chain.cut_off(false);
	running.until(|running| started(running) == 2).await;
	assert_eq!(chain.scans(), 2);
	assert_eq!((chain.leased(12).starts, chain.leased(13).starts), (1, 1));
	running.stop().await;
}

#[tokio::test]
async fn a_lease_that_ends_before_it_can_be_begun_is_forgotten() {
	let base = tempfile::tempdir().unwrap();
	let (chain, context) = leased(Some(1_000), base.path());
	chain.set_clock(999);
	let running = start(context);
	running.until(|running| waiting(running) == 1).await;
	chain.end_lease(12);
	chain.set_clock(1_000);
	running.until(|running| waiting(running) == 0).await;
	assert_eq!(started(&running), 0);
	running.stop().await;
}

#[tokio::test]
async fn a_lease_that_the_chain_refuses_to_begin_is_tried_again_later() {
	let base = tempfile::tempdir().unwrap();
	let (chain, context) = leased(None, base.path());
	chain.change_lease(12, |lease| lease.refuses = true);
	let running = start(context);
	let errors =
		|running: &Running| running.context.metrics.errors.with_label_values(&["lease"]).get();
	running.until(|running| errors(running) == 1).await;
	looks(&running, 4).await;
	assert_eq!(errors(&running), 1, "it is left alone for a while");
	chain.change_lease(12, |lease| lease.refuses = false);
	running.until(|running| started(running) == 1).await;
	running.stop().await;
}

/// Kills the daemon where it hangs, starts another over the same chain; the lease, and how many the
/// second one began.
fn kill_at(point: Point) -> (FakeLease, u64) {
	let base = tempfile::tempdir().unwrap();
	let (chain, first) = leased(None, base.path());
	chain.hang_at(point);
	let runtime = tokio::runtime::Runtime::new().unwrap();
	runtime.block_on(async {
		let _running = start(first);
		chain.hung().await;
	});
	// Nothing is told to stop, nothing is waited for.
	runtime.shutdown_background();
	let second = context(&chain, Arc::new(FakeEngine::default()), base.path(), 2);
	tokio::runtime::Runtime::new().unwrap().block_on(async {
		let running = start(second);
		running.until(|_| chain.scans() == 2 && chain.leased(12).starts == 1).await;
		looks(&running, 4).await;
		let begun = started(&running);
		running.stop().await;
		(chain.leased(12), begun)
	})
}

#[test]
fn a_kill_around_the_beginning_of_a_lease_begins_it_once() {
	for (point, begun) in [(Point::BeforeLease, 1), (Point::AfterLease, 0)] {
		let (lease, by_second) = kill_at(point);
		assert_eq!((lease.starts, by_second), (1, begun), "{point:?}");
	}
}

#[test]
fn a_kill_while_others_make_room_begins_when_they_have() {
	let base = tempfile::tempdir().unwrap();
	let (chain, first) = leased(Some(1_000), base.path());
	chain.set_clock(999);
	let runtime = tokio::runtime::Runtime::new().unwrap();
	runtime.block_on(async {
		let running = start(first);
		running.until(|running| waiting(running) == 1).await;
	});
	runtime.shutdown_background();
	let second = context(&chain, Arc::new(FakeEngine::default()), base.path(), 2);
	tokio::runtime::Runtime::new().unwrap().block_on(async {
		let running = start(second);
		running.until(|running| waiting(running) == 1).await;
		assert_eq!(chain.leased(12).starts, 0);
		chain.set_clock(1_000);
		running.until(|running| started(running) == 1).await;
		running.stop().await;
	});
	assert_eq!((chain.leased(12).starts, chain.leased(12).early), (1, 0));
}

/// A chain with the task 7, which can begin at 1,000; it is 999.
fn awaited() -> Arc<FakeChain> {
	let chain = Arc::new(FakeChain::default());
	chain.set_clock(999);
	chain.place(7, sealed(b"run"), user());
	chain.change(7, |task| task.mine.as_mut().unwrap().usable_from = Some(1_000));
	chain
}

#[tokio::test]
async fn a_task_that_others_have_to_make_room_for_waits_with_its_slot() {
	let base = tempfile::tempdir().unwrap();
	let (chain, engine) = (awaited(), Arc::new(FakeEngine::default()));
	let running = start(context(&chain, engine.clone(), base.path(), 1));
	running.until(|running| running.context.slots.available_permits() == 0).await;
	looks(&running, 4).await;
	assert_eq!((chain.task(7).starts, engine.begun.load(Ordering::SeqCst)), (0, 0));
	assert_eq!(running.state(7), Some(State::Assigned));
	chain.set_clock(1_000);
	running.until(|running| running.is_done(7)).await;
	assert_eq!((chain.task(7).starts, chain.task(7).declined), (1, None));
	running.stop().await;
}

#[tokio::test]
async fn a_task_that_waits_for_room_stops_when_it_is_not_ours_any_more() {
	let base = tempfile::tempdir().unwrap();
	let (chain, engine) = (awaited(), Arc::new(FakeEngine::default()));
	let running = start(context(&chain, engine.clone(), base.path(), 1));
	running.until(|running| running.context.slots.available_permits() == 0).await;
	chain.change(7, |task| task.mine = None);
	running.until(|running| running.is_abandoned(7)).await;
	running.until(|running| running.context.slots.available_permits() == 1).await;
	assert_eq!(engine.begun.load(Ordering::SeqCst), 0);
	running.stop().await;
}

#[test]
fn a_kill_while_a_task_waits_for_room_starts_it_when_there_is() {
	let base = tempfile::tempdir().unwrap();
	let (chain, engine) = (awaited(), Arc::new(FakeEngine::default()));
	let runtime = tokio::runtime::Runtime::new().unwrap();
	runtime.block_on(async {
		let running = start(context(&chain, engine.clone(), base.path(), 1));
		running.until(|running| running.context.slots.available_permits() == 0).await;
	});
	runtime.shutdown_background();
	tokio::runtime::Runtime::new().unwrap().block_on(async {
		let running = start(context(&chain, engine.clone(), base.path(), 1));
		running.until(|running| running.context.slots.available_permits() == 0).await;
		assert_eq!(chain.task(7).starts, 0);
		chain.set_clock(1_000);
		running.until(|running| running.is_done(7)).await;
		running.stop().await;
	});
	assert_eq!((chain.task(7).starts, engine.begun.load(Ordering::SeqCst)), (1, 1));
}
