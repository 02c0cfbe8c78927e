//! How the index follows what happens, and prices follow the index.

use super::*;
use crate::{index::HOUR, Histories, Markets, Sample, MAX_SAMPLES};
use frame_support::assert_ok;
use sp_runtime::Perbill;
use tradewind_primitives::{AssetId, ClassId, CloseReason, LeaseRequest, Rate, Resources};

const DAY: u64 = 24 * HOUR;

fn all() -> LeaseRequest<'static, AccountId> {
	LeaseRequest { needs: CAPACITY, ..request() }
}

fn place(request: &LeaseRequest<'_, AccountId>) -> Placement<AccountId> {
	placed(request).expect("sound").expect("served")
}

/// The level now, in whole thousandths.
fn level() -> u128 {
	let index = Marketplace::index_of(CPU).expect("the class has one");
	// Half a thousandth, because a speed is rounded down to whole units per second.
	(index.level.into_inner() + 500_000_000_000_000) / 1_000_000_000_000_000
}

#[test]
fn the_index_follows_use_and_prices_follow_the_index() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 100).build_and_execute(|| {
		assert_ok!(Marketplace::set_terms(RuntimeOrigin::signed(BOB), id(1), indexed()));
		let first = place(&all()).lease;
		let second = place(&all()).lease;
		pass(DAY);
		assert_eq!(level(), 1_500);
		pass(DAY);
		assert_eq!(level(), 2_000);
		assert_ok!(Marketplace::close(second, CloseReason::Cancelled));
		let rate = place(&LeaseRequest { needs: NEEDS, ..request() }).rate;
		assert!(rate > Rate(399) && rate <= Rate(400), "{rate:?}");
		// Both offers together are in use by five parts of eight.
		pass(DAY);
		assert_eq!(level(), 2_125);
		assert_ok!(Marketplace::close(first, CloseReason::Cancelled));
		pass(DAY);
		assert_eq!(level(), 1_750);
	});
}

#[test]
fn the_rate_of_a_running_lease_does_not_follow_the_index() {
	ExtBuilder::default().offer(ALICE, 100).build_and_execute(|| {
		assert_ok!(Marketplace::set_terms(RuntimeOrigin::signed(ALICE), id(0), indexed()));
		let lease = leased().lease;
		pass(3 * DAY);
		assert!(level() < 1_000);
		assert_eq!(Marketplace::lease(lease).map(|lease| lease.rate), Some(Rate(200)));
		assert!(leased().rate < Rate(200));
	});
}

#[test]
fn opening_and_closing_in_one_block_does_not_pump_the_index() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		for _ in 0..50 {
			pass(3);
			let before = Marketplace::index_of(CPU);
			let lease = place(&all()).lease;
			assert_ok!(Marketplace::close(lease, CloseReason::Cancelled));
			assert_eq!(Marketplace::index_of(CPU), before);
		}
		let quiet = level();
		assert!((999..1_000).contains(&quiet));
	});
}

#[test]
fn capacity_that_comes_and_goes_counts_from_then_on() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		place(&all());
		pass(DAY);
		assert_eq!(level(), 1_000);
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(BOB), id(1)));
		pass(DAY);
		assert_eq!(level(), 1_500);
		let twice = Resources { cpu_millis: 16_000, ..CAPACITY };
		assert_ok!(Marketplace::set_capacity(RuntimeOrigin::signed(ALICE), id(0), twice));
		pass(DAY);
		assert_eq!(level(), 1_500);
	});
}

#[test]
fn a_request_that_finds_nothing_touches_nothing() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		pass(DAY);
		let before = Markets::<Test>::get(CPU);
		let huge = Resources { cpu_millis: u32::MAX, ..NEEDS };
		assert_eq!(placed(&LeaseRequest { needs: huge, ..request() }), Ok(None));
		assert_eq!(Markets::<Test>::get(CPU), before);
	});
}

#[test]
fn index_history_has_a_sample_of_every_hour_in_which_something_happened() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = || RuntimeOrigin::signed(ALICE);
		Now::put(tradewind_primitives::Timestamp(1_000 * HOUR));
		create_offer(ALICE, CPU, STANDARD, AssetId::Native, prices(10));
		pass(HOUR - 1);
		let lease = place(&all()).lease;
		pass(1);
		assert_ok!(Marketplace::close(lease, CloseReason::Cancelled));
		pass(5 * HOUR);
		assert_ok!(Marketplace::pause_offer(origin(), id(0)));
		assert_ok!(Marketplace::resume_offer(origin(), id(0)));
		pass(10);
		let history = Marketplace::index_history(CPU);
		let seen: Vec<_> = history.iter().map(|one| (one.at.0 / HOUR, one.usage)).collect();
		let (none, full) = (Perbill::zero(), Perbill::one());
		assert_eq!(seen, [(1_000, none), (1_001, full), (1_006, none), (1_006, none)]);
		let now = Marketplace::index_of(CPU).expect("the class has one").sample();
		assert_eq!(history.last(), Some(&now));
		assert_eq!(Marketplace::index_history(ClassId(9)), Vec::<Sample>::new());
	});
}

#[test]
fn index_history_forgets_what_is_older_than_its_bound() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		for _ in 0..MAX_SAMPLES + 5 {
			pass(HOUR);
			let lease = leased().lease;
			assert_ok!(Marketplace::close(lease, CloseReason::Cancelled));
		}
		let samples = Histories::<Test>::get(CPU);
		assert_eq!(samples.len(), MAX_SAMPLES as usize);
		assert_eq!(samples.first().map(|one| one.at), Some(START.plus(6 * HOUR)));
	});
}
