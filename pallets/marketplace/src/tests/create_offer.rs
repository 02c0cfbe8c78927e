use super::*;
use crate::{types::sole_payee, Books, Listing, NextOfferId, Offer, Offers, OffersOf, MAX_OFFERS};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::Perbill;
use tradewind_primitives::{ClassId, Payee, Payees, ProviderStatus, Resources, TierId, UnitPrices};

/// The arguments of the call, so that a test says only what it changes.
struct Args {
	provider: AccountId,
	class: ClassId,
	tier: TierId,
	capacity: Resources,
	prices: UnitPrices,
	payees: Payees<AccountId>,
}

impl Default for Args {
	fn default() -> Self {
		Self {
			provider: ALICE,
			class: CPU,
			tier: STANDARD,
			capacity: CAPACITY,
			prices: prices(10),
			payees: Payees::new(),
		}
	}
}

fn create(args: Args) -> DispatchResult {
	let Args { provider, class, tier, capacity, prices, payees } = args;
	let origin = RuntimeOrigin::signed(provider);
	Marketplace::create_offer(origin, class, tier, USD, capacity, prices, payees)
}

fn shares(parts: &[(AccountId, u32)]) -> Payees<AccountId> {
	let payees: Vec<_> = parts
		.iter()
		.map(|(who, percent)| Payee { who: *who, share: Perbill::from_percent(*percent) })
		.collect();
	payees.try_into().expect("few payees")
}

#[test]
fn create_offer_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(create(Args::default()));
		let offer = Offer {
			provider: ALICE,
			class: CPU,
			tier: STANDARD,
			asset: USD,
			capacity: CAPACITY,
			prices: prices(10),
			payees: sole_payee(ALICE),
			leases: 0,
			withdrawn: false,
			deposit: DEPOSIT,
		};
		assert_eq!(Books::<Test>::get(CPU).to_vec(), [Listing::of(id(0), &offer)]);
		assert_eq!(Offers::<Test>::get(id(0)), Some(offer));
		assert_eq!(OffersOf::<Test>::get(ALICE).to_vec(), [id(0)]);
		assert_eq!(held(ALICE), DEPOSIT);
		let event = Event::OfferCreated {
			offer: id(0),
			provider: ALICE,
			class: CPU,
			tier: STANDARD,
			asset: USD,
			capacity: CAPACITY,
			prices: prices(10),
		};
		assert_eq!(take_events(), [event]);
		let particulars = (id(0), ALICE, CPU, STANDARD, USD, CAPACITY, prices(10));
		let subject = Subject::Offer(id(0));
		assert_eq!(take_entries(), [configured(ALICE, subject, "offer.created", particulars)]);
	});
}

#[test]
fn create_offer_keeps_the_payees_when_there_are_any() {
	ExtBuilder::default().build_and_execute(|| {
		let payees = shares(&[(EVE, 30), (ALICE, 70)]);
		assert_ok!(create(Args { payees: payees.clone(), ..Default::default() }));
		assert_eq!(Offers::<Test>::get(id(0)).map(|offer| offer.payees), Some(payees));
	});
}

#[test]
fn create_offer_fails_when_provider_takes_no_work() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(create(Args { provider: EVE, ..Default::default() }), E::UnknownProvider);
		for (status, error) in [
			(ProviderStatus::Draining, E::NotActive),
			(ProviderStatus::Suspended, E::NotActive),
			(ProviderStatus::Retired, E::ProviderGone),
		] {
			Statuses::insert(ALICE, status);
			assert_noop!(create(Args::default()), error);
		}
	});
}

#[test]
fn create_offer_fails_when_class_or_tier_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(create(Args { class: ClassId(2), ..Default::default() }), E::UnknownClass);
		assert_noop!(create(Args { tier: NOBODYS, ..Default::default() }), E::UnknownTier);
	});
}

#[test]
fn create_offer_fails_when_it_sells_or_asks_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let capacity = Resources::default();
		assert_noop!(create(Args { capacity, ..Default::default() }), E::NoCapacity);
		let prices = UnitPrices::default();
		assert_noop!(create(Args { prices, ..Default::default() }), E::NoPrice);
	});
}

#[test]
fn create_offer_fails_when_shares_do_not_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		for parts in [&[(ALICE, 99)][..], &[(ALICE, 100), (BOB, 0)], &[(ALICE, 60), (BOB, 60)]] {
			let call = create(Args { payees: shares(parts), ..Default::default() });
			assert_noop!(call, E::SharesDoNotAddUp);
		}
	});
}

#[test]
fn create_offer_fails_when_provider_has_too_many() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..MAX_OFFERS {
			assert_ok!(create(Args::default()));
		}
		assert_noop!(create(Args::default()), E::TooManyOffers);
		assert_eq!(held(ALICE), DEPOSIT * Balance::from(MAX_OFFERS));
	});
}

#[test]
fn create_offer_fails_when_book_is_full() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..12 {
			assert_ok!(create(Args::default()));
			assert_ok!(create(Args { provider: BOB, ..Default::default() }));
		}
		assert_noop!(create(Args { provider: CAROL, ..Default::default() }), E::BookFull);
		assert_ok!(create(Args { provider: CAROL, class: GPU, ..Default::default() }));
	});
}

#[test]
fn create_offer_fails_when_deposit_is_not_affordable() {
	ExtBuilder::default().build_and_execute(|| {
		Statuses::insert(77, ProviderStatus::Active);
		let call = create(Args { provider: 77, ..Default::default() });
		assert_noop!(call, sp_runtime::TokenError::FundsUnavailable);
	});
}

#[test]
fn create_offer_fails_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextOfferId::<Test>::put(id(u64::MAX));
		assert_noop!(create(Args::default()), E::IdsExhausted);
	});
}
