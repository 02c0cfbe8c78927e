//! What falls due.

use super::*;
use crate::{hooks::RETRY_EVERY, Due, WeightInfo};
use frame_support::{
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use tradewind_primitives::traits::Ending;

/// An empty account stands still for so long.
fn stand_still(lease: LeaseId, seconds: Seconds) {
	let id = StreamId::from(lease);
	Idle::insert(id, Idle::get(id).unwrap_or_default() + seconds);
}

#[test]
fn a_lease_ends_when_its_time_is_over() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		pass_blocks(99);
		assert_eq!(view(lease).left, 1);
		// Within the bucket of the agenda in which it is over.
		pass_blocks(5);
		let reason = CloseReason::Expired;
		let bill = LeaseBill { seconds: 100, amount: 2_000, ..Default::default() };
		assert_eq!(take_events(), [Event::LeaseClosed { lease, provider: ALICE, reason, bill }]);
		let particulars = (lease, ALICE, reason, bill);
		let (performance, expired) = (Category::Performance, "lease.closed.expired");
		let entry = lease_record(performance, None, lease, expired, particulars);
		assert_eq!(take_entries(), [entry]);
		assert_eq!((free(0), queued()), (Some(CAPACITY), 0));
	});
}

#[test]
fn a_lease_that_stood_still_has_its_whole_time() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		pass_blocks(50);
		stand_still(lease, 30);
		pass_blocks(54);
		assert_eq!(view(lease).left, 26);
		assert_ok!(Marketplace::do_try_state());
		// It is looked at again not before a minute has passed.
		pass_blocks(59);
		assert!(Marketplace::lease(lease).is_some());
		pass_blocks(7);
		assert_eq!(Marketplace::lease(lease), None);
		assert_eq!((Earned::get(ALICE), queued()), (Some(2_000), 0));
	});
}

#[test]
fn a_lease_without_money_is_looked_at_again_until_there_is_some() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(Order { prepaid: false, ..order() });
		change_tab(TAB, |tab| tab.available = 1_000);
		pass_blocks(104);
		assert_eq!(view(lease).left, 50);
		pass_blocks(66);
		assert_eq!(view(lease).left, 50);
		assert_ok!(Marketplace::do_try_state());
		change_tab(TAB, |tab| tab.available = 0);
		assert_ok!(<Marketplace as Ending>::end(lease.0, CloseReason::OutOfFunds));
		assert_eq!(queued(), 0);
	});
}

#[test]
fn a_lease_that_is_held_is_ended_by_its_holder() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let request = LeaseRequest { reference: Some(7), ..request() };
		let lease = placed(&request).expect("sound").expect("served").lease;
		assert_ok!(Marketplace::start(lease));
		assert_eq!(queued(), 0);
		pass_blocks(200);
		assert!(Marketplace::lease(lease).is_some());
	});
}

#[test]
fn a_lease_whose_end_fails_is_tried_again_and_nothing_is_left() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let [one, other] = [(); 2].map(|()| begun(order()));
		CoverFails::set(&true);
		pass_blocks(104);
		for lease in [one, other] {
			assert!(Marketplace::lease(lease).is_some());
		}
		assert_ok!(Marketplace::do_try_state());
		pass_blocks(RETRY_EVERY - 1);
		CoverFails::set(&false);
		// One is closed by its owner meanwhile.
		assert_ok!(Marketplace::close_lease(signed(USER), one, CloseReason::Cancelled));
		assert_eq!(queued(), 1);
		pass_blocks(7);
		assert_eq!((Marketplace::lease(other), queued()), (None, 0));
	});
}

#[test]
fn a_page_of_the_agenda_may_change_while_it_is_worked_off() {
	run(cheap(), || {
		// A spot lease whose time is over in the bucket in which an auction takes its room.
		let id = auctioned(Order { needs: cores(8), ..order() });
		let spot = begun(Order { needs: cores(8), seconds: 121, ..order_of(LeaseKind::Spot) });
		assert_ok!(bid(ALICE, id, 0, 9));
		let pages: Vec<_> = crate::AgendaPages::<Test>::iter_values().collect();
		assert_eq!(pages.len(), 1, "they fall due together");
		// The auction first, which comes last.
		crate::AgendaPages::<Test>::translate_values(|page: Vec<Due>| {
			let mut page = page;
			page.reverse();
			Some(page.try_into().expect("it fits"))
		});
		pass_blocks(122);
		assert!(view(spot).lease.reclaimed.is_some());
		assert_ok!(Marketplace::do_try_state());
		pass_blocks(36);
		assert_eq!(Marketplace::lease(spot), None);
		assert_eq!(queued(), 0);
	});
}

#[test]
fn what_does_not_fit_into_a_block_waits_for_the_next() {
	ExtBuilder::default().offer(ALICE, 1).offer(BOB, 1).build_and_execute(|| {
		let needs = Resources { cpu_millis: 100, ..Default::default() };
		let many = Order { needs, ..order() };
		for lease in 0..70 {
			assert_eq!(begun(many.clone()), LeaseId(lease));
		}
		pass(104);
		let each = Marketplace::item_weight();
		let bucket = <() as WeightInfo>::agenda_bucket();
		let mut blocks = 0;
		while OpenStreams::iter().next().is_some() {
			let limit = bucket.saturating_mul(3).saturating_add(each.saturating_mul(10));
			let mut meter = WeightMeter::with_limit(limit);
			Marketplace::on_poll(1, &mut meter);
			assert!(meter.consumed().all_lte(limit));
			assert_ok!(Marketplace::do_try_state());
			blocks += 1;
		}
		assert!((7..=25).contains(&blocks), "{blocks}");
		assert_eq!((queued(), crate::AgendaLastPage::<Test>::iter().count()), (0, 0));
		let mut meter = WeightMeter::with_limit(Weight::zero());
		Marketplace::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), Weight::zero());
	});
}

#[test]
fn an_idle_block_writes_nothing() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		begun(order());
		pass_blocks(1);
		frame_support::assert_storage_noop!(Marketplace::on_poll(1, &mut WeightMeter::new()));
	});
}

#[test]
fn the_dearest_item_is_as_dear_as_any() {
	let item = Marketplace::item_weight();
	for weight in [
		<() as WeightInfo>::due_look(),
		<() as WeightInfo>::close_lease(),
		<() as WeightInfo>::due_auction(8).saturating_add(<() as WeightInfo>::reclaim(16)),
	] {
		assert!(weight.all_lte(item));
	}
	ExtBuilder::default().build_and_execute(<Marketplace as Hooks<u64>>::integrity_test);
}
