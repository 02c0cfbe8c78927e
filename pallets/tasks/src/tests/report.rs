use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{AssetId, Clock, CloseReason, LeaseBill, LeaseId, Rate};

fn agent(provider: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(provider + AGENT)
}

#[test]
fn report_works() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		pass(9);
		start(P1, id);
		let started = Watch::now();
		pass(60);
		events();
		assert_ok!(Workloads::report(agent(P1), id, report()));
		let bill = LeaseBill { seconds: 60, amount: 300, ..Default::default() };
		assert_eq!(
			state(id),
			State::Finished(Receipt {
				provider: P1,
				report: report(),
				rate: Rate(5),
				asset: AssetId::Native,
				bill,
				started,
				ended: Watch::now(),
			})
		);
		assert_eq!(events(), [Event::Finished { task: id, provider: P1, report: report(), bill }]);
		assert_eq!(
			Books::get().trace.last(),
			Some(&MarketCall::Closed(LeaseId(0), CloseReason::Completed))
		);
		assert_eq!(listed(P1), []);
		assert_eq!(actions().last().map(String::as_str), Some("task.finished"));
	});
}

#[test]
fn report_pays_when_the_workload_failed() {
	for outcome in [
		Outcome::Exited(1),
		Outcome::Trapped,
		Outcome::TimedOut,
		Outcome::OutOfMemory,
		Outcome::OutOfDisk,
		Outcome::InvalidModule,
	] {
		ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
			let id = submit(spec());
			start(P1, id);
			pass(10);
			assert_ok!(Workloads::report(agent(P1), id, Report { outcome, ..report() }));
			let State::Finished(receipt) = state(id) else { panic!("it is finished") };
			assert_eq!(receipt.bill, LeaseBill { seconds: 10, amount: 50, ..Default::default() });
		});
	}
}

#[test]
fn report_works_after_the_deadline_while_the_task_was_not_moved() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		Now::set(&(START + 100 + MARGIN + 1));
		assert_ok!(Workloads::report(agent(P1), id, report()));
		pass(12);
		assert!(matches!(state(id), State::Finished(_)));
	});
}

#[test]
fn report_fails_when_it_was_not_started() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_noop!(Workloads::report(agent(P1), id, report()), Error::<Test>::NotStarted);
	});
}

#[test]
fn report_fails_when_another_has_the_task() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		assert_noop!(Workloads::report(agent(P2), id, report()), Error::<Test>::NotAssigned);
	});
}

#[test]
fn report_fails_when_it_was_reported() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		assert_ok!(Workloads::report(agent(P1), id, report()));
		assert_noop!(Workloads::report(agent(P1), id, report()), Error::<Test>::AlreadyEnded);
	});
}

#[test]
fn report_changes_nothing_when_the_market_refuses() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		start(P1, id);
		Market::change(|books| books.jammed = true);
		assert_noop!(Workloads::report(agent(P1), id, report()), JAMMED);
	});
}
