//! Life without money, through all pallets: pause, resume, and the end of the grace.

use super::{driver::*, *};
use crate::constants::currency::EXISTENTIAL_DEPOSIT;
use pallet_tradewind_billing::{Policy, PolicyInForce, Status, StreamState};
use tradewind_primitives::{AssetId, Rate, Seconds, StreamId, TabId, TaskId, Timestamp};

const ALICE: usize = 0;
const ALL: [usize; 4] = [0, 1, 2, 3];

/// A task that is paid as it runs, begun by Alice, from an account that covers `seconds` of it.
fn begin(chain: &mut Driver, seconds: Seconds) -> (TabId, TaskId, StreamId, Rate) {
	let rate = rate(ALICE, NEEDS);
	let money = rate.amount(seconds).expect("it is small") + rate.0 / 2;
	let tab = chain.open_account(AssetId::Native, EXISTENTIAL_DEPOSIT + money);
	let id = chain.submit(TaskSpec { prepaid: false, ..spec(tab, &ALL) });
	let (at, placed) = attempt(id);
	assert_eq!((at, placed.rate), (ALICE, rate));
	assert_eq!(reserved(tab), 0);
	chain.start(ALICE, id);
	(tab, id, placed.lease.into(), rate)
}

fn status(tab: TabId) -> Status {
	Billing::account_view(tab).expect("the account is open").status
}

fn state(stream: StreamId) -> Option<StreamState> {
	pallet_tradewind_billing::Streams::<Runtime>::get(stream.tab(), stream)
		.map(|stream| stream.state)
}

fn settled_until(stream: StreamId) -> Timestamp {
	pallet_tradewind_billing::Streams::<Runtime>::get(stream.tab(), stream)
		.expect("the stream is open")
		.settled_until
}

fn billed(stream: StreamId) -> Seconds {
	Billing::bill(stream).expect("the stream is open").seconds
}

#[test]
fn an_empty_account_pauses_the_task_and_a_top_up_lets_it_go_on() {
	Driver::run(|chain| {
		let (tab, id, stream, rate) = begin(chain, 30);
		let (started, paid_in, had) = (chain.now(), funds(tab), money(&provider(ALICE)));
		let end = Timestamp(started + 30);
		assert_eq!(Billing::depletes_at(tab), Some(end));

		chain.wait_until(60, || state(stream) == Some(StreamState::Halted));
		assert_eq!(settled_until(stream), end);
		assert!(matches!(status(tab), Status::Frozen { since, .. } if since == end));
		assert_eq!(money(&provider(ALICE)) - had, rate.0 * 30 - fee(rate.0 * 30));
		// Longer than any deadline of the task: it is paused, not late.
		chain.wait(MAX_SECONDS + 200);
		assert_eq!(billed(stream), 30);
		assert_eq!(task(id).attempts, 1);

		let amount = rate.0 * 100;
		chain.must(&EVE.pair(), pallet_tradewind_billing::Call::top_up { tab, amount });
		assert_eq!(status(tab), Status::Active);
		chain.wait_until(12, || state(stream) == Some(StreamState::Flowing));
		let resumed = chain.now();
		chain.wait(42);
		chain.report(ALICE, id);

		let bill = bill(id);
		assert_eq!(bill.seconds, 30 + (chain.now() - resumed));
		assert_eq!((bill.amount, bill.downtime), (rate.0 * u128::from(bill.seconds), 0));
		assert_eq!(paid_in + amount - funds(tab), bill.amount);
		assert_eq!(money(&provider(ALICE)) - had, bill.amount - fee(bill.amount));
		let view = Billing::account_view(tab).expect("the account is open");
		assert_eq!((view.reserved, view.earmarked, view.streams), (0, 0, 0));
		assert_eq!(collateral(ALICE, AssetId::Native).1, 0);
	});
}

#[test]
fn an_account_that_stays_empty_ends_its_task_with_the_reason_and_leaves_nothing() {
	Driver::run(|chain| {
		let grace = 120;
		PolicyInForce::<Runtime>::mutate(|policy: &mut Policy| policy.grace = grace);
		let before = entries();
		let (tab, id, stream, rate) = begin(chain, 30);
		let (started, paid_in, had) = (chain.now(), funds(tab), money(&provider(ALICE)));

		chain.wait_until(30 + grace + 30, || task(id).state.ended().is_some());
		assert!(chain.now() >= started + 30 + grace);
		let reason = pallet_tradewind_tasks::FailReason::OutOfFunds;
		assert!(matches!(task(id).state, State::Failed { reason: why, .. } if why == reason));
		assert_eq!(state(stream), None);
		assert_eq!(status(tab), Status::Active);
		let due = rate.0 * 30;
		assert_eq!(paid_in - funds(tab), due);
		assert_eq!(money(&provider(ALICE)) - had, due - fee(due));
		assert_eq!(collateral(ALICE, AssetId::Native).1, 0);

		chain.must(&EVE.pair(), pallet_tradewind_tasks::Call::drop_task { task: id });
		chain.must(&EVE.pair(), pallet_tradewind_billing::Call::close_account { tab });
		chain.wait(12);
		assert!(entries().keys().eq(before.keys()));
	});
}
