use super::*;
use crate::{
	types::sole_payee, Access, AllowLists, Books, Indices, Listing, NextOfferId, Offer, Offers,
	OffersOf, Pricing, Terms, MAX_OFFERS,
};
use codec::Decode;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::{FixedU128, Perbill};
use tradewind_primitives::{
	ClassId, Payee, Payees, ProviderStatus, Resources, Runtimes, TierId, UnitPrices,
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
		let offer = Offer {
			provider: ALICE,
			class: CPU,
			tier: STANDARD,
			asset: USD,
			capacity: CAPACITY,
			prices: prices(10),
			terms: Terms::default(),
			payees: sole_payee(ALICE),
			leases: 0,
			paused: false,
			restricted: false,
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

#[test]
fn create_offer_may_be_kept_for_a_list_from_the_first_moment() {
	ExtBuilder::default().build_and_execute(|| {
		let access = allow_list(&[USER, EVE]);
		assert_ok!(create(Args { access, ..Default::default() }));
		assert_eq!(AllowLists::<Test>::get(id(0)).to_vec(), [USER, EVE]);
		assert_eq!(held(ALICE), DEPOSIT + 2 * ALLOWED);
		assert_eq!(Indices::<Test>::get(CPU).map(|index| index.offered), Some(0));
	});
}

#[test]
fn create_offer_counts_for_the_index_of_its_class() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(create(Args::default()));
		let counted = Indices::<Test>::get(CPU).map(|index| (index.used, index.offered));
		assert_eq!(counted, Some((0, 8000)));
	});
}

#[test]
fn create_offer_fails_when_terms_make_no_sense() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |terms| create(Args { terms, ..Default::default() });
		let sound = Terms::default;
		let region = b"eu north".to_vec().try_into().expect("it is short");
		assert_noop!(with(Terms { region, ..sound() }), E::BadRegion);
		assert_noop!(with(Terms { max_seconds: 0, ..sound() }), E::BadTerm);
		assert_noop!(with(Terms { min_seconds: 9, max_seconds: 8, ..sound() }), E::BadTerm);
		assert_noop!(with(Terms { runtimes: Runtimes::default(), ..sound() }), E::NoRuntime);
		let (floor, cap) = (FixedU128::from_u32(2), FixedU128::from_u32(1));
		let pricing = Pricing::Indexed { floor, cap };
		assert_noop!(with(Terms { pricing, ..sound() }), E::BadPricing);
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
	let sound = (Pricing::Fixed, vec![b'x'; 32], 0u64, 1u64, Runtimes::WASM).encode();
	assert!(Terms::decode(&mut &sound[..]).is_ok());
	let long = (Pricing::Fixed, vec![b'x'; 1_000], 0u64, 1u64, Runtimes::WASM).encode();
	assert!(Terms::decode(&mut &long[..]).is_err());
}
