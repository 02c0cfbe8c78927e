use super::*;
use crate::{
	types::sole_payee, Access, AllowLists, Listing, Markets, NextOfferId, Offer, Offers, OffersOf,
	Pages, Place, Pricing, Reservation, Spot, Terms, MAX_OFFERS,
};
use codec::Decode;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::{FixedU128, Perbill};
use tradewind_primitives::{
	ClassId, Payee, Payees, ProviderStatus, Resources, Runtimes, TierId, UnitPrices,
	NEUTRAL_REPUTATION,
};

/// The arguments of the call, so that a test says only what it changes.
struct Args {
	provider: AccountId,
	class: ClassId,
	tier: TierId,
	capacity: Resources,
	prices: UnitPrices,
	payees: Payees<AccountId>,
	terms: Terms,
	access: Access<AccountId>,
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
			terms: Terms::default(),
			access: Access::Public,
		}
	}
}

fn create(args: Args) -> DispatchResult {
	let Args { provider, class, tier, capacity, prices, payees, terms, access } = args;
	let origin = RuntimeOrigin::signed(provider);
	Marketplace::create_offer(origin, class, tier, USD, capacity, prices, payees, terms, access)
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
		let listed = Listing {
			offer: id(0),
			provider: ALICE,
			reputation: NEUTRAL_REPUTATION,
			tier: STANDARD,
			asset: USD,
			capacity: CAPACITY,
			free: CAPACITY,
			spot: Resources::default(),
			spot_leases: 0,
			leaving: None,
			prices: prices(10),
			terms: Terms::default(),
			payees: sole_payee(ALICE),
			leases: 0,
			paused: false,
			restricted: false,
		};
		assert_eq!(Pages::<Test>::get(CPU, 0).to_vec(), [listed]);
		let kept = Offer { provider: ALICE, class: CPU, deposit: DEPOSIT, withdrawn: None };
		assert_eq!(Offers::<Test>::get(id(0)), Some(kept));
		let place = Place { offer: id(0), class: CPU, page: Some(0) };
		assert_eq!(OffersOf::<Test>::get(ALICE).to_vec(), [place]);
		assert_eq!(held(ALICE), DEPOSIT);
		let event = Event::OfferCreated {
			offer: id(0),
			provider: ALICE,
			class: CPU,
			tier: STANDARD,
			asset: USD,
			capacity: CAPACITY,
			prices: prices(10),
			terms: Terms::default(),
		};
		assert_eq!(take_events(), [event]);
		let (terms, access) = (Terms::default(), Access::<AccountId>::Public);
		let particulars = (id(0), ALICE, CPU, STANDARD, USD, CAPACITY, prices(10), terms, access);
		let subject = Subject::Offer(id(0));
		assert_eq!(take_entries(), [configured(ALICE, subject, "offer.created", particulars)]);
	});
}

#[test]
fn create_offer_keeps_the_payees_when_there_are_any() {
	ExtBuilder::default().build_and_execute(|| {
		let payees = shares(&[(EVE, 30), (ALICE, 70)]);
		assert_ok!(create(Args { payees: payees.clone(), ..Default::default() }));
		assert_eq!(listing(0).map(|listing| listing.payees), Some(payees));
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
fn create_offer_fails_when_no_stream_may_pay_a_payee() {
	ExtBuilder::default().build_and_execute(|| {
		let payees = shares(&[(ALICE, 60), (POT, 40)]);
		let error = DispatchError::Other("BadPayees");
		assert_noop!(create(Args { payees, ..Default::default() }), error);
	});
}

#[test]
fn create_offer_fails_when_shares_do_not_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		for parts in [&[(ALICE, 99)][..], &[(ALICE, 100), (BOB, 0)], &[(ALICE, 60), (BOB, 60)]] {
			assert_noop!(
				create(Args { payees: shares(parts), ..Default::default() }),
				E::SharesDoNotAddUp
			);
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
		// Twelve pages of four, of which those at one price are filled to the last place.
		for provider in [ALICE, BOB, CAROL] {
			for _ in 0..16 {
				assert_ok!(create(Args { provider, ..Default::default() }));
			}
		}
		assert_eq!(Pages::<Test>::iter_prefix(CPU).count(), 12);
		Statuses::insert(EVE, ProviderStatus::Active);
		assert_noop!(create(Args { provider: EVE, ..Default::default() }), E::BookFull);
		// A place that becomes free is used again by who asks the same.
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(CAROL), id(47)));
		assert_ok!(create(Args { provider: EVE, ..Default::default() }));
		assert_ok!(create(Args { provider: CAROL, class: GPU, ..Default::default() }));
	});
}

#[test]
fn create_offer_fails_when_deposit_is_not_affordable() {
	ExtBuilder::default().build_and_execute(|| {
		Statuses::insert(77, ProviderStatus::Active);
		assert_noop!(
			create(Args { provider: 77, ..Default::default() }),
			sp_runtime::TokenError::FundsUnavailable
		);
	});
}

#[test]
fn create_offer_fails_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextOfferId::<Test>::put(id(u64::MAX));
		assert_noop!(create(Args::default()), E::IdsExhausted);
	});
}

#[test]
fn create_offer_may_be_kept_for_a_list_from_the_first_moment() {
	ExtBuilder::default().build_and_execute(|| {
		let access = allow_list(&[USER, EVE]);
		assert_ok!(create(Args { access, ..Default::default() }));
		assert_eq!(AllowLists::<Test>::get(id(0)).to_vec(), [USER, EVE]);
		assert_eq!(held(ALICE), DEPOSIT + LIST + 2 * ALLOWED);
		let offered = Markets::<Test>::get(CPU).map(|market| market.index.offered);
		assert_eq!(offered, Some(Default::default()));
	});
}

#[test]
fn create_offer_counts_for_the_index_of_its_class() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(create(Args::default()));
		let index = Markets::<Test>::get(CPU).expect("the class has one").index;
		assert_eq!((index.used.cpu_millis, index.offered.cpu_millis), (0, 8000));
	});
}

#[test]
fn create_offer_fails_when_terms_make_no_sense() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |terms| create(Args { terms, ..Default::default() });
		let sound = Terms::default;
		let region = b"eu north".to_vec().try_into().expect("it is short");
		assert_noop!(with(Terms { region, ..sound() }), E::BadName);
		assert_noop!(with(Terms { max_seconds: 0, ..sound() }), E::BadTerm);
		assert_noop!(with(Terms { min_seconds: 9, max_seconds: 8, ..sound() }), E::BadTerm);
		assert_noop!(with(Terms { runtimes: Runtimes::default(), ..sound() }), E::NoRuntime);
		let (floor, cap) = (FixedU128::from_u32(2), FixedU128::from_u32(1));
		let pricing = Pricing::Indexed { floor, cap };
		assert_noop!(with(Terms { pricing, ..sound() }), E::BadPricing);
		let model = b"h 200".to_vec().try_into().expect("it is short");
		assert_noop!(with(Terms { model, ..sound() }), E::BadName);
		let spot = Some(Spot { discount: Perbill::one(), notice: 1 });
		assert_noop!(with(Terms { spot, ..sound() }), E::BadDiscount);
		let (discount, forfeit) = (Perbill::zero(), Perbill::one());
		let reserved = Some(Reservation { min_seconds: 9, discount, forfeit });
		assert_noop!(with(Terms { reserved, max_seconds: 8, ..sound() }), E::BadTerm);
	});
}

#[test]
fn create_offer_fails_when_its_rate_could_overflow() {
	ExtBuilder::default().build_and_execute(|| {
		let everything = Resources {
			cpu_millis: u32::MAX,
			memory_mib: u32::MAX,
			disk_mib: u32::MAX,
			gpus: u32::MAX,
			egress_mbps: u32::MAX,
		};
		let gpu = |gpu| UnitPrices { gpu, ..Default::default() };
		let most = u128::MAX / u128::from(u32::MAX);
		let with = |prices, terms| {
			create(Args { capacity: everything, prices, terms, ..Default::default() })
		};
		assert_noop!(with(gpu(most + 1), Terms::default()), E::Overpriced);
		assert_noop!(with(prices(u128::MAX), Terms::default()), E::Overpriced);
		let one = FixedU128::from_u32(1);
		let pricing = Pricing::Indexed { floor: one, cap: FixedU128::from_u32(2) };
		assert_noop!(with(gpu(most), Terms { pricing, ..Default::default() }), E::Overpriced);
		assert_ok!(with(gpu(most), Terms::default()));
	});
}

#[test]
fn a_region_of_a_thousand_bytes_is_no_call_at_all() {
	let terms = |length| {
		let region = vec![b'x'; length];
		(Pricing::Fixed, region, 0u64, 1u64, Runtimes::WASM, (0u8, 0u8, 0u8)).encode()
	};
	assert!(Terms::decode(&mut &terms(32)[..]).is_ok());
	assert!(Terms::decode(&mut &terms(1_000)[..]).is_err());
}

#[test]
fn create_offer_finds_its_page_however_cheap_or_dear_it_is() {
	let in_order: Vec<u128> = (1..=16).collect();
	let backwards: Vec<u128> = in_order.iter().rev().copied().collect();
	let inwards: Vec<u128> = (1..=8).flat_map(|price| [price, 17 - price]).collect();
	for asked in [in_order, backwards, inwards, vec![5; 16], [[2; 4], [1; 4]].concat()] {
		ExtBuilder::default().build_and_execute(|| {
			for price in asked {
				create_offer(ALICE, CPU, STANDARD, USD, prices(price));
				assert_ok!(Marketplace::do_try_state());
			}
		});
	}
}
