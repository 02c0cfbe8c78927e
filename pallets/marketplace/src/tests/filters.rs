//! What a lease is asked to be besides being large, long and cheap enough.

use super::*;
use codec::Decode;
use tradewind_primitives::{ProviderStatus, Runtimes};

fn with(filters: Filters) -> Order<AccountId> {
	Order { filters, ..order() }
}

/// Who serves an order.
fn serves(filters: Filters) -> Option<AccountId> {
	let next = NextStream::get(TAB).unwrap_or_default();
	let opened = Marketplace::open_leases(signed(USER), TAB, with(filters), 1, Spread::Any);
	match opened {
		Ok(_) => {
			let lease = LeaseId::from(StreamId::of(TAB, next)?);
			let seller = view(lease).lease.provider;
			assert_ok!(Marketplace::close_lease(signed(USER), lease, CloseReason::Cancelled));
			Some(seller)
		},
		Err(error) => {
			assert_eq!(error.error, E::NoOffer.into());
			None
		},
	}
}

/// ALICE in the north at 10, BOB in the south at 11, CAROL nowhere in particular at 12.
fn three(test: impl FnOnce()) {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).offer(CAROL, 12).build_and_execute(
		|| {
			at(0, ALICE, |terms| terms.region = region("eu-north"));
			at(1, BOB, |terms| terms.region = region("eu-south"));
			test()
		},
	);
}

/// Changes the terms of an offer.
fn at(offer: u64, who: AccountId, change: impl FnOnce(&mut Terms)) {
	let mut terms = listing(offer).expect("it is listed").terms;
	change(&mut terms);
	assert_ok!(Marketplace::set_terms(signed(who), id(offer), terms));
}

fn none() -> Filters {
	Filters::default()
}

#[test]
fn only_the_regions_that_are_named_serve() {
	three(|| {
		assert_eq!(serves(none()), Some(ALICE));
		let only = |names: &[&str]| serves(Filters { regions: regions(names), ..none() });
		assert_eq!(only(&["eu-south"]), Some(BOB));
		assert_eq!(only(&["eu-south", "eu-north"]), Some(ALICE));
		assert_eq!(only(&["us-east"]), None);
		assert_eq!(only(&["eu"]), None, "a region is not a prefix");
	});
}

#[test]
fn regions_that_are_to_be_avoided_do_not_serve() {
	three(|| {
		let avoid = |names: &[&str]| serves(Filters { avoid: regions(names), ..none() });
		assert_eq!(avoid(&["eu-north"]), Some(BOB));
		assert_eq!(avoid(&["eu-north", "eu-south"]), Some(CAROL));
		assert_eq!(avoid(&["eu-north", "eu-south", ""]), None);
		let both =
			Filters { regions: regions(&["eu-north"]), avoid: regions(&["eu-north"]), ..none() };
		assert_eq!(serves(both), None);
	});
}

#[test]
fn every_runtime_that_is_asked_for_is_needed() {
	three(|| {
		let both = Runtimes(Runtimes::WASM.0 | Runtimes::CONTAINER.0);
		at(1, BOB, |terms| terms.runtimes = both);
		at(2, CAROL, |terms| terms.runtimes = Runtimes::CONTAINER);
		let runs = |runtimes| serves(Filters { runtimes, ..none() });
		assert_eq!(runs(Runtimes::WASM), Some(ALICE));
		assert_eq!(runs(Runtimes::CONTAINER), Some(BOB));
		assert_eq!(runs(both), Some(BOB));
		assert_eq!(runs(Runtimes(both.0 | 128)), None);
	});
}

#[test]
fn graphics_processors_are_of_the_model_that_is_asked_for() {
	three(|| {
		at(1, BOB, |terms| terms.model = model("h200"));
		let has = |name| serves(Filters { model: model(name), ..none() });
		assert_eq!(has("h200"), Some(BOB));
		assert_eq!(has("h100"), None);
		assert_eq!(has(""), Some(ALICE));
	});
}

#[test]
fn a_provider_serves_for_which_an_auditor_vouches() {
	three(|| {
		let wants = |name, value| serves(Filters { attributes: attributes(name, value), ..none() });
		assert_eq!(wants("tdx", "1.5"), None);
		Attested::insert(BOB, (b"tdx".to_vec(), b"1.5".to_vec()));
		assert_eq!(wants("tdx", "1.5"), Some(BOB));
		assert_eq!(wants("tdx", "2.0"), None);
		let mut two = attributes("tdx", "1.5").into_inner();
		two.extend(attributes("iso27001", "2026"));
		let attributes = two.try_into().expect("they are few");
		assert_eq!(serves(Filters { attributes, ..none() }), None, "all of them are needed");
	});
}

#[test]
fn what_stands_elsewhere_counts_for_as_much_more_as_nearness_is_worth() {
	three(|| {
		let near = |percent| {
			let near = Some((region("eu-south"), Perbill::from_percent(percent)));
			serves(Filters { near, ..none() })
		};
		// Both are as well known: 20 counts for 25 and 22 for 28. Of equals the cheaper serves.
		assert_eq!(near(0), Some(ALICE));
		assert_eq!(near(12), Some(ALICE));
		assert_eq!(near(13), Some(BOB));
		assert_eq!(near(100), Some(BOB));
		Down::insert(BOB, ());
		assert_eq!(near(100), Some(ALICE), "it is a wish and no condition");
	});
}

#[test]
fn an_auction_keeps_to_what_is_asked_too() {
	three(|| {
		let bid = |filters, who, offer| {
			let auction = crate::NextAuctionId::<Test>::get();
			assert_ok!(Marketplace::open_auction(signed(USER), TAB, with(filters), 60));
			Marketplace::bid(signed(who), auction, id(offer), Rate(5))
		};
		let none = Filters::default;
		let refused = |filters, why| {
			assert_eq!(bid(filters, ALICE, 0), Err(E::Unsuitable(why).into()));
		};
		refused(Filters { regions: regions(&["eu-south"]), ..none() }, WhyNot::OtherRegion);
		refused(Filters { avoid: regions(&["eu-north"]), ..none() }, WhyNot::OtherRegion);
		refused(Filters { runtimes: Runtimes::CONTAINER, ..none() }, WhyNot::CannotRun);
		refused(Filters { model: model("h200"), ..none() }, WhyNot::OtherModel);
		refused(Filters { attributes: attributes("tdx", "1"), ..none() }, WhyNot::NotAttested);
		assert_ok!(bid(Filters { regions: regions(&["eu-north"]), ..none() }, ALICE, 0));
		Statuses::insert(ALICE, ProviderStatus::Draining);
		refused(none(), WhyNot::NotActive);
		Statuses::insert(ALICE, ProviderStatus::Active);
		Down::insert(ALICE, ());
		refused(none(), WhyNot::Down);
	});
}

#[test]
fn names_that_are_too_long_or_too_many_are_no_filters() {
	let sound = Filters { regions: regions(&["eu"; 8]), ..none() }.encode();
	assert!(Filters::decode(&mut &sound[..]).is_ok());
	let nine = (vec![b"eu".to_vec(); 9], ()).encode();
	let rest = &none().encode()[1..];
	assert!(Filters::decode(&mut &[&nine[..], rest].concat()[..]).is_err());
	let long = (vec![vec![b'e'; 33]], ()).encode();
	assert!(Filters::decode(&mut &[&long[..], rest].concat()[..]).is_err());
	let fits = (vec![vec![b'e'; 32]], ()).encode();
	assert!(Filters::decode(&mut &[&fits[..], rest].concat()[..]).is_ok());
}
