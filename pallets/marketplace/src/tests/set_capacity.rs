use super::*;
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::Resources;

#[test]
fn set_capacity_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		leased();
		take_events();
		take_entries();
		let (old, new) = (CAPACITY, Resources { cpu_millis: 9000, gpus: 0, ..CAPACITY });
		assert_ok!(Marketplace::set_capacity(RuntimeOrigin::signed(ALICE), id(0), new));
		assert_eq!(listing(0).map(|listing| listing.capacity), Some(new));
		assert_eq!(free(0), new.checked_sub(&NEEDS));
		assert_eq!(take_events(), [Event::CapacitySet { offer: id(0), old, new }]);
		let subject = Subject::Offer(id(0));
		let entry = configured(ALICE, subject, "offer.capacity_set", (id(0), old, new));
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn set_capacity_works_down_to_exactly_what_is_leased() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		leased();
		let set = |new| Marketplace::set_capacity(RuntimeOrigin::signed(ALICE), id(0), new);
		let below = Resources { cpu_millis: NEEDS.cpu_millis - 1, ..NEEDS };
		assert_noop!(set(below), E::BelowLeased);
		assert_ok!(set(NEEDS));
		assert_eq!(free(0), Some(Resources::default()));
	});
}

#[test]
fn set_capacity_fails_when_offer_is_not_the_callers_to_change() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let set = |who, offer, capacity| {
			Marketplace::set_capacity(RuntimeOrigin::signed(who), id(offer), capacity)
		};
		assert_noop!(set(ALICE, 1, CAPACITY), E::UnknownOffer);
		assert_noop!(set(BOB, 0, CAPACITY), E::NotOwner);
		assert_noop!(set(ALICE, 0, Resources::default()), E::NoCapacity);
		leased();
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		assert_noop!(set(ALICE, 0, CAPACITY), E::Withdrawn);
	});
}
