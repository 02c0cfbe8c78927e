use super::*;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use tradewind_primitives::{Filters, LeaseRequest, Rate, Runtimes};

fn set(who: AccountId, offer: u64, terms: Terms) -> DispatchResult {
	Marketplace::set_terms(RuntimeOrigin::signed(who), id(offer), terms)
}

fn place(request: LeaseRequest<'_, AccountId>) -> Option<AccountId> {
	placed(&request).expect("the request is sound").map(|placed| placed.provider)
}

#[test]
fn set_terms_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let (old, new) = (Terms::default(), Terms { region: region("eu"), ..indexed() });
		assert_ok!(set(ALICE, 0, new.clone()));
		assert_eq!(listing(0).map(|listing| listing.terms), Some(new.clone()));
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
		let only = |names: &[&str]| Filters { regions: regions(names), ..Default::default() };
		let (eu, us) = (only(&["us", "eu"]), only(&["us"]));
		let runs = |runtimes| Filters { runtimes, ..Default::default() };
		let (container, wasm) = (runs(Runtimes::CONTAINER), runs(Runtimes::WASM));
		assert_eq!(place(request()), Some(ALICE));
		assert_eq!(place(LeaseRequest { filters: &eu, ..request() }), Some(ALICE));
		assert_eq!(place(LeaseRequest { filters: &us, ..request() }), None);
		assert_eq!(place(LeaseRequest { filters: &container, ..request() }), Some(ALICE));
		assert_eq!(place(LeaseRequest { filters: &wasm, ..request() }), Some(BOB));
		for (max_seconds, who) in [(59, BOB), (60, ALICE), (600, ALICE), (601, BOB)] {
			assert_eq!(place(LeaseRequest { max_seconds, ..request() }), Some(who));
			Marketplace::close(
				OpenStreams::iter_keys().max().expect("one is open").into(),
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
		let before = Marketplace::lease(lease);
		assert_ok!(set(ALICE, 0, Terms { max_seconds: 1, ..indexed() }));
		pass(1_000_000);
		assert_ok!(set(ALICE, 0, indexed()));
		assert_eq!(Marketplace::lease(lease), before);
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
