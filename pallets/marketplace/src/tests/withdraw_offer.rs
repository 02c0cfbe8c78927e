use super::*;
use crate::{Offers, OffersOf, Pages, Place};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{CloseReason, Rate};

fn withdraw(who: AccountId, offer: u64) -> frame_support::dispatch::DispatchResult {
	Marketplace::withdraw_offer(RuntimeOrigin::signed(who), id(offer))
}

#[test]
fn withdraw_offer_removes_it_when_nothing_runs_on_it() {
	ExtBuilder::default().offer(ALICE, 10).offer(ALICE, 11).build_and_execute(|| {
		assert_ok!(withdraw(ALICE, 0));
		assert_eq!(Offers::<Test>::get(id(0)), None);
		let place = Place { offer: id(1), class: CPU, page: Some(0) };
		assert_eq!(OffersOf::<Test>::get(ALICE).to_vec(), [place]);
		assert_eq!(Pages::<Test>::get(CPU, 0).len(), 1);
		assert_eq!(held(ALICE), DEPOSIT);
		let removed = Event::OfferRemoved { offer: id(0), provider: ALICE, deposit: DEPOSIT };
		assert_eq!(take_events(), [Event::OfferWithdrawn { offer: id(0), leases: 0 }, removed]);
		let subject = Subject::Offer(id(0));
		let entry = configured(ALICE, subject, "offer.withdrawn", (id(0), 0u32));
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn withdraw_offer_leaves_nothing_behind() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_ok!(withdraw(ALICE, 0));
		assert_eq!((Offers::<Test>::iter().count(), Pages::<Test>::iter().count()), (0, 0));
		assert!(!OffersOf::<Test>::contains_key(ALICE));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 10_000));
	});
}

#[test]
fn withdraw_offer_keeps_it_until_its_last_lease_is_closed() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let (first, second) = (leased().lease, leased().lease);
		take_events();
		assert_ok!(withdraw(ALICE, 0));
		assert_eq!(take_events(), [Event::OfferWithdrawn { offer: id(0), leases: 2 }]);
		assert_eq!(free(0), None);
		assert_eq!(Marketplace::lease(first).map(|lease| lease.rate), Some(Rate(20)));
		assert_eq!(placed(&request()), Ok(None));

		assert_ok!(Marketplace::close(first, CloseReason::Completed));
		let left = Offers::<Test>::get(id(0)).and_then(|offer| offer.withdrawn);
		assert_eq!(left.map(|listing| listing.leases), Some(1));
		assert_eq!(held(ALICE), DEPOSIT);

		take_events();
		assert_ok!(Marketplace::start(second));
		assert_ok!(Marketplace::close(second, CloseReason::Completed));
		let removed = Event::OfferRemoved { offer: id(0), provider: ALICE, deposit: DEPOSIT };
		assert_eq!(take_events().last(), Some(&removed));
		assert_eq!(Offers::<Test>::get(id(0)), None);
		assert_eq!(held(ALICE), 0);
	});
}

#[test]
fn withdraw_offer_fails_when_offer_is_not_the_callers_to_withdraw() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(withdraw(ALICE, 1), E::UnknownOffer);
		assert_noop!(withdraw(BOB, 0), E::NotOwner);
		leased();
		assert_ok!(withdraw(ALICE, 0));
		assert_noop!(withdraw(ALICE, 0), E::Withdrawn);
	});
}
