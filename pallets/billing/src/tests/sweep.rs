//! What a sweep does about the streams that need none.

use crate::{mock::*, Due, Status, StreamState, Streams, WeightInfo};
use frame_support::{
	assert_ok,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use tradewind_primitives::{StreamId, TabId};

/// An account whose money ends after 100 seconds, with so many prepaid streams and then one that
/// runs, whose id is returned.
fn among(prepaid: u64) -> StreamId {
	let aside = u128::from(prepaid) * 100;
	prepay(1_009 + aside);
	for number in 0..prepaid {
		assert_eq!(manage(ALICE, terms(TAB, 1, 100)), StreamId(number));
	}
	flow(ALICE, running(TAB, 10))
}

fn reads(count: u64) -> Weight {
	<Test as frame_system::Config>::DbWeight::get().reads(count)
}

/// Lets the blocks run up to the second before the sweep, and returns what the block with the
/// sweep takes.
fn weight_of_sweep() -> Weight {
	run(102);
	assert!(matches!(account_of(TAB).status, Status::Frozen { swept: false, .. }));
	advance(6);
	let mut meter = WeightMeter::new();
	Billing::on_poll(1, &mut meter);
	assert!(matches!(account_of(TAB).status, Status::Frozen { swept: true, .. }));
	meter.consumed()
}

#[test]
fn a_sweep_passes_over_a_prepaid_stream_for_the_price_of_a_read() {
	let weight = |prepaid| {
		let mut weight = Weight::zero();
		ExtBuilder::build_and_execute(|| {
			let runs = among(prepaid);
			weight = weight_of_sweep();
			assert_eq!(halted_since(runs), Some(at(100)));
			for (_, id, stream) in Streams::<Test>::iter().filter(|(_, id, _)| *id != runs) {
				assert_eq!((id.tab(), stream.state), (TAB, StreamState::Flowing));
			}
		});
		weight
	};
	let alone = weight(0);
	for prepaid in [1, 10, 50] {
		assert_eq!(weight(prepaid), alone + reads(prepaid), "among {prepaid}");
	}
}

#[test]
fn a_sweep_of_prepaid_streams_is_cut_off_and_goes_on_where_it_stopped() {
	ExtBuilder::build_and_execute(|| {
		let runs = among(90);
		run(102);
		let round = account_of(TAB).round;
		// A block in which a sweep can pass over thirty streams and leaves a quarter to others.
		let weight = <() as WeightInfo>::agenda_bucket() + Billing::item_weight();
		let limit = weight + reads(40);
		let mut blocks = 0;
		while stream_of(runs).state == StreamState::Flowing {
			advance(6);
			let mut meter = WeightMeter::with_limit(if blocks < 3 { limit } else { Weight::MAX });
			Billing::on_poll(1, &mut meter);
			check();
			if blocks < 3 {
				let passed = Some(StreamId(30 * (blocks + 1) - 1));
				assert_eq!(meter.consumed(), weight + reads(30));
				let sweep = Due::Sweep { tab: TAB, round, after: passed };
				let queued = crate::AgendaPages::<Test>::iter_values().flatten();
				assert_eq!(queued.filter(|item| *item == sweep).count(), 1);
			}
			blocks += 1;
		}
		assert_eq!(blocks, 4);
		assert_eq!(halted_since(runs), Some(at(100)));
	});
}

#[test]
fn a_sweep_of_an_account_without_running_streams_is_over_at_once() {
	let weight = |prepaid| {
		let mut weight = Weight::zero();
		ExtBuilder::build_and_execute(|| {
			let runs = among(prepaid);
			run(102);
			assert_ok!(close(runs));
			assert_eq!(account_of(TAB).running, 0);
			advance(6);
			let mut meter = WeightMeter::new();
			Billing::on_poll(1, &mut meter);
			weight = meter.consumed();
			// Nothing wants money, so there is enough of it.
			assert_eq!(account_of(TAB).status, Status::Active);
		});
		weight
	};
	assert_eq!(weight(50), weight(0));
}

#[test]
fn a_sweep_that_another_one_has_overtaken_visits_nobody() {
	ExtBuilder::build_and_execute(|| {
		let runs = among(50);
		run(102);
		let round = account_of(TAB).round - 1;
		let mut meter = WeightMeter::new();
		let now = at(102);
		for tab in [TAB, TabId(9)] {
			Billing::handle(Due::Sweep { tab, round, after: None }, now, &mut meter);
		}
		assert_eq!(meter.consumed(), Weight::zero());
		assert_eq!(stream_of(runs).state, StreamState::Flowing);
	});
}

#[test]
fn a_sweep_closes_every_running_stream_among_prepaid_ones() {
	ExtBuilder::build_and_execute(|| {
		prepay(2_000);
		for number in 0..20 {
			match number % 3 {
				0 => open(ALICE, terms(TAB, 1, 10)).unwrap(),
				1 => manage(ALICE, running(TAB, 1)),
				_ => flow(ALICE, running(TAB, 1)),
			};
		}
		assert_eq!((account_of(TAB).streams, account_of(TAB).running), (20, 13));
		run(1_500);
		assert_eq!(account_of(TAB).status, Status::Active);
		assert_eq!((account_of(TAB).streams, account_of(TAB).running), (7, 0));
		assert!(Streams::<Test>::iter_values().all(|stream| stream.prepaid));
	});
}
