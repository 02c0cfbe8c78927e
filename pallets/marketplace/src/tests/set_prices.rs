use super::*;
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{Rate, UnitPrices};

#[test]
fn set_prices_works() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert_ok!(Marketplace::set_prices(origin, id(0), prices(12)));
		let asked = |offer| listing(offer).map(|listing| listing.prices);
		assert_eq!((asked(0), asked(1)), (Some(prices(12)), Some(prices(11))));
		let (old, new) = (prices(10), prices(12));
		assert_eq!(take_events(), [Event::PricesSet { offer: id(0), old, new }]);
		let subject = Subject::Offer(id(0));
		let entry = configured(ALICE, subject, "offer.prices_set", (id(0), old, new));
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn set_prices_leaves_running_leases_at_their_rate() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		let origin = RuntimeOrigin::signed(ALICE);
		assert_ok!(Marketplace::set_prices(origin, id(0), prices(50)));
		assert_eq!(Marketplace::lease(lease).map(|lease| lease.rate), Some(Rate(20)));
		assert_eq!(leased().rate, Rate(100));
	});
}

#[test]
fn set_prices_fails_when_offer_is_not_the_callers_to_price() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let set = |who, offer, prices| {
			Marketplace::set_prices(RuntimeOrigin::signed(who), id(offer), prices)
		};
		assert_noop!(set(ALICE, 1, prices(1)), E::UnknownOffer);
		assert_noop!(set(BOB, 0, prices(1)), E::NotOwner);
		assert_noop!(set(ALICE, 0, UnitPrices::default()), E::NoPrice);
		assert_noop!(set(ALICE, 0, prices(u128::MAX)), E::Overpriced);
		leased();
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		assert_noop!(set(ALICE, 0, prices(1)), E::Withdrawn);
	});
}
