use super::*;
use crate::{Books, Leases, Offers};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tradewind_primitives::{LeaseRequest, Rate, Runtimes};

fn set(who: AccountId, offer: u64, terms: Terms) -> DispatchResult {
	Marketplace::set_terms(RuntimeOrigin::signed(who), id(offer), terms)
}

fn place(request: LeaseRequest<'_, AccountId>) -> Option<AccountId> {
	Marketplace::place(&request).expect("the request is sound").map(|placed| placed.provider)
}

#[test]
fn set_terms_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let (old, new) = (Terms::default(), Terms { region: region("eu"), ..indexed() });
		assert_ok!(set(ALICE, 0, new.clone()));
		assert_eq!(Offers::<Test>::get(id(0)).map(|offer| offer.terms), Some(new.clone()));
		let listed = Books::<Test>::get(CPU).first().map(|listing| listing.terms.clone());
		assert_eq!(listed, Some(new.clone()));
		let event = Event::TermsSet { offer: id(0), old: old.clone(), new: new.clone() };
		assert_eq!(take_events(), [event]);
		let subject = Subject::Offer(id(0));
		let entry = configured(ALICE, subject, "offer.terms_set", (id(0), old, new));
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn place_keeps_to_regions_runtimes_and_lengths() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		let terms = Terms {
			region: region("eu"),
			min_seconds: 60,
			max_seconds: 600,
			runtimes: Runtimes::CONTAINER,
			..Default::default()
		};
		assert_ok!(set(ALICE, 0, terms));
		let (eu, us) = ([region("us"), region("eu")], [region("us")]);
		assert_eq!(place(request()), Some(ALICE));
		assert_eq!(place(LeaseRequest { regions: &eu, ..request() }), Some(ALICE));
		assert_eq!(place(LeaseRequest { regions: &us, ..request() }), None);
		assert_eq!(place(LeaseRequest { runtimes: Runtimes::CONTAINER, ..request() }), Some(ALICE));
		assert_eq!(place(LeaseRequest { runtimes: Runtimes::WASM, ..request() }), Some(BOB));
		for (max_seconds, who) in [(59, BOB), (60, ALICE), (600, ALICE), (601, BOB)] {
			assert_eq!(place(LeaseRequest { max_seconds, ..request() }), Some(who));
			Marketplace::close(
				Leases::<Test>::iter_keys().max().expect("one is open"),
				tradewind_primitives::CloseReason::Cancelled,
			)
			.expect("it is open");
		}
	});
}

#[test]
fn set_terms_leaves_running_leases_alone() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = leased().lease;
		let before = Leases::<Test>::get(lease);
		assert_ok!(set(ALICE, 0, Terms { max_seconds: 1, ..indexed() }));
		pass(1_000_000);
		assert_ok!(set(ALICE, 0, indexed()));
		assert_eq!(Leases::<Test>::get(lease), before);
		assert_eq!(before.map(|lease| lease.rate), Some(Rate(20)));
	});
}

#[test]
fn set_terms_fails_when_offer_is_not_the_callers_to_change() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(set(ALICE, 1, indexed()), E::UnknownOffer);
		assert_noop!(set(BOB, 0, indexed()), E::NotOwner);
		assert_noop!(set(ALICE, 0, Terms { max_seconds: 0, ..indexed() }), E::BadTerm);
		leased();
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		assert_noop!(set(ALICE, 0, indexed()), E::Withdrawn);
	});
}
