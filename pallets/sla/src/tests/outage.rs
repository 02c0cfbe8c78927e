use crate::{mock::*, *};
use frame_support::{assert_ok, weights::Weight};
use tradewind_primitives::{agenda::BUCKET, traits::Liveness, Category, Subject};

/// The first block whose agenda can hold the check of a provider that beat at the start.
const DECLARED_BY: u64 = OUTAGE_AFTER + 1 + BUCKET;

#[test]
fn an_outage_is_declared_after_the_chain_has_waited() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		block_at(OUTAGE_AFTER);
		assert!(events().is_empty(), "the last second of patience");
		block_at(DECLARED_BY);
		assert_eq!(events(), [Event::OutageDeclared { provider: ALICE, since: at(GRACE) }]);
		assert_eq!(OutageTrace::get(), [ALICE]);
		let records = RecordTrace::take();
		assert_eq!(records.len(), 1);
		assert_eq!(records[0].action, "provider.outage_declared");
		assert_eq!(records[0].category, Category::Performance);
		assert_eq!(records[0].actor, None);
		assert_eq!(records[0].subject, Subject::Account(ALICE));
		assert_eq!(Sla::statement(ALICE).and_then(|s| s.outage), Some(at(GRACE)));
	});
}

#[test]
fn an_outage_is_declared_once() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		for block in 1..100 {
			block_at(block * BUCKET);
		}
		assert_eq!(OutageTrace::get(), [ALICE]);
		assert_eq!(AgendaPages::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_beat_ends_an_outage_and_the_provider_is_watched_again() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		block_at(200);
		events();
		actions();
		assert_ok!(Sla::beat(&ALICE));
		assert_eq!(events(), [Event::OutageEnded { provider: ALICE, seconds: 200 - GRACE }]);
		assert_eq!(actions(), ["provider.outage_ended"]);
		assert_eq!(Sla::statement(ALICE).and_then(|s| s.outage), None);
		check();
		block_at(200 + DECLARED_BY);
		assert_eq!(OutageTrace::get(), [ALICE, ALICE]);
	});
}

#[test]
fn a_provider_that_beats_is_never_declared_out() {
	ExtBuilder::default().provider(ALICE).provider(BOB).build_and_execute(|| {
		for block in 1..200 {
			block_at(block * 3);
			if block % 20 == 0 {
				// Down for 30 s out of 60, but back before the chain stops waiting.
				assert_ok!(Sla::beat(&ALICE));
			}
		}
		assert_eq!(OutageTrace::get(), [BOB]);
		assert_eq!(Sla::statement(ALICE).map(|s| s.downtime), Some(9 * 30 + 27));
	});
}

#[test]
fn a_provider_that_never_beat_is_not_watched() {
	ExtBuilder::default().build_and_execute(|| {
		Sla::enrol(&ALICE);
		block_at(10_000);
		assert!(OutageTrace::get().is_empty());
	});
}

#[test]
fn a_spent_meter_delays_a_declaration_but_not_the_downtime() {
	ExtBuilder::default().provider(ALICE).provider(BOB).build_and_execute(|| {
		assert_eq!(block_with(200, Weight::zero()), Weight::zero());
		assert!(OutageTrace::get().is_empty());
		// Just enough to get to the bucket that holds both, and to check one of them.
		let buckets = (at(OUTAGE_AFTER + 1).0.div_ceil(BUCKET)) - at(0).0 / BUCKET;
		let limit = <() as WeightInfo>::agenda_base()
			+ <() as WeightInfo>::agenda_bucket() * buckets
			+ Sla::check_weight();
		let taken = block_with(201, limit);
		assert!(taken.all_lte(limit));
		assert_eq!(OutageTrace::get().len(), 1);
		block_at(202);
		assert_eq!(OutageTrace::get().len(), 2);
		assert_eq!(
			events(),
			[
				Event::OutageDeclared { provider: BOB, since: at(GRACE) },
				Event::OutageDeclared { provider: ALICE, since: at(GRACE) },
			]
		);
	});
}

#[test]
fn the_hook_takes_no_more_than_its_budget() {
	let mut builder = ExtBuilder::default();
	for who in 1..3_000 {
		builder = builder.provider(who);
	}
	builder.build_and_execute(|| {
		let mut blocks = 0;
		while OutageTrace::decode_len().unwrap_or(0) < 2_999 {
			let taken = block_with(200 + blocks, Weight::MAX);
			assert!(taken.all_lte(Sla::agenda_budget()));
			blocks += 1;
			assert!(blocks < 1_000, "every block makes progress");
		}
		assert!(blocks > 1, "more than one block can do");
	});
}

#[test]
fn an_idle_block_costs_no_more_than_the_look() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		block_at(0);
		assert_eq!(block_at_cost(1), <() as WeightInfo>::agenda_base());
		let next = <() as WeightInfo>::agenda_base() + <() as WeightInfo>::agenda_bucket();
		assert_eq!(block_at_cost(BUCKET), next);
	});
}

fn block_at_cost(offset: u64) -> Weight {
	block_with(offset, Weight::MAX)
}

/// The story that the README tells.
#[test]
fn the_life_cycle_of_the_readme() {
	use tradewind_primitives::CloseReason;
	ExtBuilder::default().tier(STANDARD, tier()).build_and_execute(|| {
		endow(ALICE);
		block_at(0);
		Sla::enrol(&ALICE);
		for beat in 0..10 {
			block_at(10 + beat * 20);
			assert_ok!(Sla::beat(&ALICE));
		}
		block_at(200);
		assert_ok!(Sla::beat(&ALICE));
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_eq!(books(ALICE), (COLLATERAL - 500, 500));
		block_at(290);
		assert!(events().is_empty());
		block_at(291 + BUCKET);
		assert_eq!(events(), [Event::OutageDeclared { provider: ALICE, since: at(230) }]);
		assert_eq!(close(LEASE, 19, 67, 190, CloseReason::ProviderDown), Ok(95));
		assert_eq!(books(ALICE), (COLLATERAL - 95, 0));
		events();
		block_at(400);
		assert_ok!(Sla::beat(&ALICE));
		assert_eq!(events(), [Event::OutageEnded { provider: ALICE, seconds: 170 }]);
	});
}
