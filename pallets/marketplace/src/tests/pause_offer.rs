use super::*;
use crate::Markets;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tradewind_primitives::CloseReason;

fn pause(who: AccountId, offer: u64) -> DispatchResult {
	Marketplace::pause_offer(RuntimeOrigin::signed(who), id(offer))
}

fn resume(who: AccountId, offer: u64) -> DispatchResult {
	Marketplace::resume_offer(RuntimeOrigin::signed(who), id(offer))
}

fn counted() -> Option<(u64, u64)> {
	let index = Markets::<Test>::get(CPU)?.index;
	Some((index.used.cpu_millis, index.offered.cpu_millis))
}

#[test]
fn pause_offer_works() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		assert_ok!(pause(ALICE, 0));
		assert_eq!(listing(0).map(|listing| listing.paused), Some(true));
		assert_eq!(take_events(), [Event::OfferPaused { offer: id(0) }]);
		let entry = configured(ALICE, Subject::Offer(id(0)), "offer.paused", id(0));
		assert_eq!(take_entries(), [entry]);
		assert_eq!(counted(), Some((0, 8000)));
		assert_eq!(leased().provider, BOB);
	});
}

#[test]
fn resume_offer_works() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		assert_ok!(pause(ALICE, 0));
		take_events();
		take_entries();
		assert_ok!(resume(ALICE, 0));
		assert_eq!(listing(0).map(|listing| listing.paused), Some(false));
		assert_eq!(take_events(), [Event::OfferResumed { offer: id(0) }]);
		let entry = configured(ALICE, Subject::Offer(id(0)), "offer.resumed", id(0));
		assert_eq!(take_entries(), [entry]);
		assert_eq!(counted(), Some((0, 16_000)));
		assert_eq!(leased().provider, ALICE);
	});
}

#[test]
fn pause_offer_leaves_running_leases_alone() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		assert_ok!(pause(ALICE, 0));
		assert_eq!(placed(&request()), Ok(None));
		assert_ok!(Marketplace::start(lease));
		assert_ok!(Marketplace::close(lease, CloseReason::Completed));
		assert_eq!((free(0), counted()), (Some(CAPACITY), Some((0, 0))));
		assert_ok!(resume(ALICE, 0));
		assert_eq!(counted(), Some((0, 8000)));
	});
}

#[test]
fn a_paused_offer_is_no_reason_to_give_up_waiting() {
	ExtBuilder::default()
		.offer(ALICE, 10)
		.offer_with(BOB, CPU, STANDARD, USD, 10)
		.build_and_execute(|| {
			assert_ok!(pause(ALICE, 0));
			assert_eq!(placed(&request()), Ok(None));
		});
}

#[test]
fn pause_and_resume_fail_when_offer_is_not_the_callers_to_change() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(pause(ALICE, 1), E::UnknownOffer);
		assert_noop!(pause(BOB, 0), E::NotOwner);
		assert_noop!(resume(BOB, 0), E::NotOwner);
		assert_noop!(resume(ALICE, 0), E::NotPaused);
		assert_ok!(pause(ALICE, 0));
		assert_noop!(pause(ALICE, 0), E::AlreadyPaused);
		assert_ok!(resume(ALICE, 0));
		leased();
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		assert_noop!(pause(ALICE, 0), E::Withdrawn);
	});
}
