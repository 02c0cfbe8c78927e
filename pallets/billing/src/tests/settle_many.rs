//! `settle_many`: what can be settled is, and the rest disturbs nobody.

use crate::{mock::*, Batch, Event, MAX_BATCH};
use frame_support::{
	assert_ok,
	dispatch::{GetDispatchInfo, PostDispatchInfo},
	weights::RuntimeDbWeight,
};
use tradewind_primitives::{Balance, StreamId, MAX_PAYEES};

fn batch(streams: &[u64]) -> Batch {
	streams.iter().copied().map(StreamId).collect::<Vec<_>>().try_into().unwrap()
}

fn settle_many(streams: &[u64]) -> PostDispatchInfo {
	Billing::settle_many(signed(NOBODY), batch(streams)).unwrap()
}

#[test]
fn settle_many_settles_what_flows_and_skips_the_rest() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, 10_000);
		flow(ALICE, terms(TAB, 7, 1_000));
		assert_ok!(open(ALICE, terms(TAB, 7, 1_000)));
		flow(ALICE, running(TAB, 1));
		advance(60);
		events();
		records();

		settle_many(&[0, 1, 2, 3, 0]);

		let settled = |stream, amount| Event::Settled {
			stream: StreamId(stream),
			tab: TAB,
			seconds: 60,
			downtime: 0,
			amount,
			fee: 0,
		};
		assert_eq!(
			events(),
			[settled(0, 420), settled(2, 60), Event::SettledMany { settled: 3, skipped: 2 }]
		);
		assert_eq!(records(), []);
		assert_eq!(balance(WIND, CLOUD), 480);
	});
}

#[test]
fn settle_many_of_nothing_says_so() {
	ExtBuilder::build_and_execute(|| {
		settle_many(&[]);
		assert_eq!(events(), [Event::SettledMany { settled: 0, skipped: 0 }]);
	});
}

#[test]
fn settle_many_takes_so_many_and_no_more() {
	ExtBuilder::build_and_execute(|| {
		let tab = open_account(ALICE, EURO, 1_000_000);
		let streams: Vec<u64> = (0..u64::from(MAX_BATCH)).collect();
		for stream in &streams {
			assert_eq!(flow(ALICE, terms(tab, 1, 100)), StreamId(*stream));
		}
		advance(50);
		events();
		settle_many(&streams);
		let events = events();
		assert_eq!(events.len(), streams.len() + 1);
		assert_eq!(events.last(), Some(&Event::SettledMany { settled: MAX_BATCH, skipped: 0 }));
		assert_eq!(balance(EURO, CLOUD), 50 * Balance::from(MAX_BATCH));
		assert!(Batch::try_from(vec![StreamId(0); MAX_BATCH as usize + 1]).is_err());
	});
}

#[test]
fn settle_many_is_charged_for_the_worst_and_gives_the_rest_back() {
	ExtBuilder::build_and_execute(|| {
		let tab = open_account(ALICE, WIND, 10_000);
		flow(ALICE, terms(tab, 10, 1_000));
		advance(60);
		let weight = |streams: &[u64]| {
			let streams = batch(streams);
			let call = crate::Call::<Test>::settle_many { streams };
			call.get_dispatch_info().call_weight
		};
		let worst = Billing::settle_weight(MAX_PAYEES);
		let base = <() as crate::WeightInfo>::settle_many(0);
		assert_eq!(weight(&[]), base);
		assert_eq!(weight(&[0, 1, 2]), base + worst * 3);
		let used = settle_many(&[0, 1, 2]).actual_weight.unwrap();
		let one = <() as crate::WeightInfo>::settle(1);
		let db: RuntimeDbWeight = <Test as frame_system::Config>::DbWeight::get();
		assert_eq!(used, base + one + db.reads(2));
		assert!(used.all_lte(base + worst * 3));
	});
}

#[test]
fn settle_many_finds_the_end_of_the_money_too() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_000);
		assert_ok!(Billing::set_alert(signed(ALICE), TAB, None));
		flow(ALICE, running(TAB, 3));
		flow(ALICE, running(TAB, 4));
		advance(200);
		events();
		settle_many(&[0, 1]);
		let frozen = |event: &Event<Test>| matches!(event, Event::Frozen { .. });
		assert_eq!(events().iter().filter(|event| frozen(event)).count(), 1);
		assert_eq!(balance(WIND, CLOUD), 142 * 7);
		run(20);
		assert_eq!(balance(WIND, CLOUD), 142 * 7);
		assert_eq!(Billing::available(TAB), Some(6));
	});
}
