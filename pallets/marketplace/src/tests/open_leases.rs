use super::*;
use crate::{Lease, LeaseView, WeightInfo};
use codec::Decode;
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use tradewind_primitives::{AssetId, ClassId, Cover, ProviderStatus};

fn open_many(order: Order<AccountId>, count: u8, spread: Spread) -> DispatchResult {
	let opened = Marketplace::open_leases(signed(USER), TAB, order, count, spread);
	opened.map(|_| ()).map_err(|error| error.error)
}

/// Who sells the leases that are open, in the order of their numbers.
fn sellers() -> Vec<AccountId> {
	let mut leases: Vec<_> = OpenStreams::iter().collect();
	leases.sort_by_key(|(id, _)| *id);
	leases.into_iter().map(|(_, stream)| stream.lease.provider).collect()
}

fn names(accounts: &[AccountId]) -> crate::types::Candidates<AccountId> {
	accounts.to_vec().try_into().expect("they are few")
}

#[test]
fn open_leases_works() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		assert_ok!(Marketplace::open_leases(signed(USER), TAB, order(), 1, Spread::Any));
		let lease = LeaseId(0);
		let kept = Lease {
			provider: ALICE,
			offer: id(0),
			tier: STANDARD,
			needs: NEEDS,
			kind: Kind::OnDemand,
			cover: Cover { locked: 2_000, ..Default::default() },
			reference: None,
			opened: START,
			usable_from: None,
			reclaimed: None,
			proposal: None,
			heir: None,
			due: None,
		};
		let due = LeaseView {
			owner: USER,
			tab: TAB,
			asset: AssetId::Native,
			rate: Rate(20),
			cap: 2_000,
			prepaid: true,
			started: None,
			left: 100,
			lease: kept,
		};
		assert_eq!(view(lease), due);
		assert_eq!((free(0), available()), (CAPACITY.checked_sub(&NEEDS), FUNDS - 2_000));
		let opened = Event::LeaseOpened {
			lease,
			owner: USER,
			provider: ALICE,
			offer: id(0),
			rate: Rate(20),
			kind: Kind::OnDemand,
			usable_from: None,
		};
		assert_eq!(take_events(), [opened]);
		let particulars = (lease, USER, ALICE, id(0), Rate(20), Kind::OnDemand);
		let (performance, opened) = (Category::Performance, "lease.opened");
		let entry = lease_record(performance, Some(USER), lease, opened, particulars);
		assert_eq!(take_entries(), [entry]);
		assert_eq!(queued(), 0, "nothing ends before it has begun");
	});
}

#[test]
fn open_leases_opens_one_to_sixteen() {
	let builder = ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).offer(CAROL, 12);
	builder.offer(ALICE, 13).offer(BOB, 14).build_and_execute(|| {
		for count in [0, 17, u8::MAX] {
			assert_noop!(open_many(order(), count, Spread::Any), E::BadCount);
		}
		assert_ok!(open_many(order(), 1, Spread::Any));
		assert_ok!(open_many(order(), 16, Spread::Any));
		let due = [[ALICE; 4], [BOB; 4], [CAROL; 4], [ALICE; 4]].concat();
		assert_eq!(sellers(), [due, vec![BOB]].concat());
		assert_eq!(take_events().len(), 17);
	});
}

#[test]
fn open_leases_opens_all_or_none() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(open_many(order(), 5, Spread::Any), E::NoOffer);
		Tabs::mutate(TAB, |tab| tab.as_mut().expect("it is open").available = 7_999);
		let short = DispatchError::Other("ShortOfFunds");
		assert_noop!(open_many(order(), 4, Spread::Any), short);
		Tabs::mutate(TAB, |tab| tab.as_mut().expect("it is open").available = 8_000);
		assert_ok!(open_many(order(), 4, Spread::Any));
		assert_eq!((free(0).map(|free| free.cpu_millis), available()), (Some(0), 0));
	});
}

#[test]
fn open_leases_spreads_over_providers() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).offer(ALICE, 12).build_and_execute(
		|| {
			assert_noop!(open_many(order(), 3, Spread::Providers), E::NoOffer);
			assert_ok!(open_many(order(), 2, Spread::Providers));
			assert_eq!(sellers(), [ALICE, BOB]);
			let excluded = Order { excluded: names(&[BOB]), ..order() };
			assert_noop!(open_many(excluded, 2, Spread::Providers), E::NoOffer);
			let named = Order { candidates: names(&[BOB, ALICE]), ..order() };
			assert_noop!(open_many(named, 3, Spread::Providers), E::NoCandidateLeft);
		},
	);
}

#[test]
fn open_leases_spreads_over_regions() {
	let builder = ExtBuilder::default().offer(ALICE, 10).offer(ALICE, 11).offer(BOB, 12);
	builder.offer(CAROL, 13).build_and_execute(|| {
		let at = |offer, who, name| {
			let terms = Terms { region: region(name), ..Default::default() };
			assert_ok!(Marketplace::set_terms(signed(who), id(offer), terms));
		};
		at(0, ALICE, "eu");
		at(1, ALICE, "us");
		at(2, BOB, "us");
		// CAROL does not say where she stands, which is one region more.
		assert_noop!(open_many(order(), 4, Spread::Regions), E::NoOffer);
		assert_ok!(open_many(order(), 3, Spread::Regions));
		assert_eq!(sellers(), [ALICE, ALICE, CAROL]);
	});
}

#[test]
fn open_leases_avoids_no_more_than_eight_regions() {
	let builder = (0..10).fold(ExtBuilder::default(), |builder, _| builder.offer(ALICE, 10));
	builder.build_and_execute(|| {
		for offer in 0..10 {
			let terms = Terms { region: region(&format!("r{offer}")), ..Default::default() };
			assert_ok!(Marketplace::set_terms(signed(ALICE), id(offer), terms));
		}
		assert_noop!(open_many(order(), 10, Spread::Regions), E::TooManyRegions);
		assert_ok!(open_many(order(), 9, Spread::Regions));
		assert_eq!(sellers().len(), 9);
	});
}

#[test]
fn open_leases_is_for_who_may_draw_on_the_account() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let open = |who, tab| {
			let opened = Marketplace::open_leases(signed(who), tab, order(), 1, Spread::Any);
			opened.map(|_| ()).map_err(|error| error.error)
		};
		assert_noop!(open(EVE, TAB), DispatchError::Other("NotOwnerOfTab"));
		assert_noop!(open(OTHER, TAB), DispatchError::Other("NotOwnerOfTab"));
		assert_noop!(open(USER, TabId(9)), E::UnknownTab);
		assert_ok!(open(DELEGATE, TAB));
		assert_eq!(view(LeaseId(0)).owner, USER);
		assert!(
			Marketplace::open_leases(RuntimeOrigin::root(), TAB, order(), 1, Spread::Any).is_err()
		);
	});
}

#[test]
fn open_leases_takes_all_the_room_there_is_and_no_more() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let most = Resources { gpus: 2, ..CAPACITY };
		assert_noop!(open_many(Order { needs: most, ..order() }, 1, Spread::Any), E::NoOffer);
		open(Order { needs: CAPACITY, ..order() });
		assert_eq!(free(0), Some(Resources::default()));
		let least = Resources { cpu_millis: 1, ..Default::default() };
		assert_noop!(open_many(Order { needs: least, ..order() }, 1, Spread::Any), E::NoOffer);
	});
}

#[test]
fn open_leases_takes_no_dearer_offer_than_was_quoted() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let wanted = crate::Wanted {
			owner: Some(USER),
			tier: STANDARD,
			asset: AssetId::Native,
			needs: NEEDS,
			max_rate: Rate(u128::MAX),
			max_seconds: 100,
			kind: LeaseKind::OnDemand,
			candidates: vec![],
			excluded: vec![],
			filters: Filters::default(),
		};
		let quoted = Marketplace::quote(CPU, wanted).and_then(|quote| quote.range);
		let (max_rate, _) = quoted.expect("it is on offer");
		let order = Order { max_rate, ..order() };
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), prices(11)));
		assert_noop!(open_many(order.clone(), 1, Spread::Any), E::NoOffer);
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), prices(10)));
		assert_ok!(open_many(order, 1, Spread::Any));
	});
}

#[test]
fn open_leases_fails_when_the_order_is_wrong() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let fails = |order, error: E| {
			assert_noop!(open_many(order, 1, Spread::Any), error);
		};
		fails(Order { needs: Resources::default(), ..order() }, E::NothingAsked);
		fails(Order { seconds: 0, ..order() }, E::NoTimeAsked);
		fails(Order { class: ClassId(7), ..order() }, E::UnknownClass);
		fails(Order { tier: NOBODYS, ..order() }, E::UnknownTier);
		fails(Order { max_rate: Rate(0), ..order() }, E::NoOffer);
		fails(Order { max_rate: Rate(19), ..order() }, E::NoOffer);
		let most = u32::MAX;
		let needs = Resources {
			cpu_millis: most,
			memory_mib: most,
			disk_mib: most,
			gpus: most,
			egress_mbps: most,
		};
		fails(Order { needs, ..order() }, E::NoOffer);
		let most = Order { max_rate: Rate(u128::MAX), seconds: u64::MAX, ..order() };
		fails(Order { needs, ..most.clone() }, E::NoOffer);
		fails(most, E::NoOffer);
		fails(Order { candidates: names(&[EVE]), ..order() }, E::UnknownProvider);
		Statuses::insert(BOB, ProviderStatus::Retired);
		fails(Order { candidates: names(&[BOB]), ..order() }, E::ProviderGone);
		let both = Order { candidates: names(&[ALICE]), excluded: names(&[ALICE]), ..order() };
		fails(both, E::NoCandidateLeft);
		let usd = Marketplace::open_leases(signed(USER), TAB_USD, order(), 1, Spread::Any);
		assert_eq!(usd.map_err(|error| error.error), Err(E::AssetMismatch.into()));
	});
}

#[test]
fn an_order_for_a_region_of_a_thousand_bytes_is_no_order() {
	let filters = Filters { regions: regions(&["eu"]), ..Default::default() };
	let sound = Order { filters, ..order() }.encode();
	assert!(Order::<AccountId>::decode(&mut &sound[..]).is_ok());
	let (short, long) = (b"eu".to_vec().encode(), vec![b'e'; 1_000].encode());
	let at = sound.windows(short.len()).position(|part| part == short).expect("it is there");
	let wrong = [&sound[..at], &long[..], &sound[at + short.len()..]].concat();
	assert!(Order::<AccountId>::decode(&mut &wrong[..]).is_err());
}

#[test]
fn open_leases_gives_back_what_looking_did_not_weigh() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		let call = crate::Call::<Test>::open_leases {
			tab: TAB,
			order: order(),
			count: 3,
			spread: Spread::Providers,
		};
		let charged = call.get_dispatch_info().call_weight;
		Reputations::insert(ALICE, 100_000);
		let opened = Marketplace::open_leases(signed(USER), TAB, order(), 2, Spread::Any);
		let weighed = opened.expect("there is room").actual_weight.expect("it is told");
		type Weights = <Test as crate::Config>::WeightInfo;
		// One page was read for each, and ALICE was known less well than her listing said.
		let beyond = |search: Weight| search.saturating_sub(Weights::place(1, 1, 0));
		let each = beyond(Weights::place(1, 2, 0));
		assert_eq!(weighed, Weights::open_leases(2).saturating_add(each.saturating_mul(2)));
		let most = beyond(Weights::place(16, 16, 1))
			.saturating_add(Weight::from_parts(1, 1).saturating_mul(16 * 4))
			.saturating_add(Weights::reclaim(16));
		let due = Weights::open_leases(3).saturating_add(most.saturating_mul(3));
		assert_eq!(charged, due);
	});
}
