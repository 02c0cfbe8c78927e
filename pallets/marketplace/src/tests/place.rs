use super::*;
use crate::{Kind, Lease, LeaseView};
use frame_support::{assert_noop, assert_storage_noop};
use sp_runtime::DispatchError;
use tradewind_primitives::{
	traits::Coverage, AssetId, ClassId, Cover, LeaseId, LeaseRequest, ProviderStatus, Rate,
	Resources, StreamId, TabId,
};

fn place(request: LeaseRequest<'_, AccountId>) -> Result<Option<AccountId>, DispatchError> {
	placed(&request).map(|placed| placed.map(|placed| placed.provider))
}

/// A request that finds nothing must not write anything.
fn finds_nothing(request: LeaseRequest<'_, AccountId>) {
	assert_storage_noop!(assert_eq!(place(request), Ok(None)));
}

#[test]
fn place_works() {
	ExtBuilder::default().offer(ALICE, 11).offer(BOB, 10).build_and_execute(|| {
		let placed = leased();
		let lease = LeaseId(0);
		let due = Placement {
			lease,
			provider: BOB,
			rate: Rate(20),
			asset: AssetId::Native,
			start_within: 120,
			usable_from: None,
			region: Region::new(),
		};
		assert_eq!(placed, due);
		let kept = Lease {
			provider: BOB,
			offer: id(1),
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
		let view = LeaseView {
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
		assert_eq!(Marketplace::lease(lease), Some(view));
		assert_eq!(Marketplace::lease(LeaseId(1)), None);
		assert_eq!(free(1), CAPACITY.checked_sub(&NEEDS));
		assert_eq!(free(0), Some(CAPACITY));
		assert_eq!(listing(1).map(|listing| listing.leases), Some(1));
		let opened = Event::LeaseOpened {
			lease,
			owner: USER,
			provider: BOB,
			offer: id(1),
			rate: Rate(20),
			kind: Kind::OnDemand,
			usable_from: None,
		};
		assert_eq!(take_events(), [opened]);
		let entry = (
			Category::Performance,
			Some(USER),
			Subject::Lease(lease),
			b"lease.opened".to_vec(),
			(lease, USER, BOB, id(1), Rate(20), Kind::OnDemand).encode(),
		);
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn place_opens_a_cover_and_a_stream_for_the_worst_bill() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		leased();
		let cover = Seam::CoverOpened(ALICE, STANDARD, AssetId::Native, 2_000);
		assert_eq!(take_trace(), [cover, Seam::StreamOpened(StreamId(0))]);
		let stream = OpenStreams::get(StreamId(0)).expect("it was opened");
		assert_eq!((stream.rate, stream.cap), (Rate(20), 2_000));
		assert_eq!((stream.meter, stream.started), (Some(ALICE), None));
		assert_eq!(stream.payees, crate::types::sole_payee(ALICE));
	});
}

#[test]
fn place_passes_on_how_the_lease_is_paid_and_what_it_is_for() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let placed = [(true, None), (false, Some(77))].map(|(prepaid, reference)| {
			let request = LeaseRequest { prepaid, reference, ..request() };
			let lease = placed(&request).expect("sound").expect("served").lease;
			let stream = OpenStreams::get(StreamId::from(lease)).expect("it was opened");
			(stream.lease.reference, stream.prepaid)
		});
		assert_eq!(placed, [(None, true), (Some(77), false)]);
		assert_eq!(Tabs::get(TAB).map(|tab| tab.available), Some(FUNDS - 2_000));
	});
}

#[test]
fn place_fills_an_offer_exactly_and_then_takes_the_next() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		let providers: Vec<_> = (0..9).map(|_| place(request()).expect("sound")).collect();
		let due = [Some(ALICE); 4].into_iter().chain([Some(BOB); 4]).chain([None]);
		assert!(providers.into_iter().eq(due));
		assert_eq!(free(0).map(|free| free.cpu_millis), Some(0));
	});
}

#[test]
fn place_passes_over_who_cannot_be_given_work() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		Down::insert(ALICE, ());
		assert_eq!(place(request()), Ok(Some(BOB)));
		Down::remove(ALICE);
		assert_eq!(place(request()), Ok(Some(ALICE)));
		for status in [ProviderStatus::Draining, ProviderStatus::Suspended] {
			Statuses::insert(ALICE, status);
			assert_eq!(place(request()), Ok(Some(BOB)));
		}
		Statuses::insert(BOB, ProviderStatus::Draining);
		finds_nothing(request());
	});
}

#[test]
fn place_passes_over_who_is_short_of_collateral_and_leaves_nothing_behind() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		FreeCollateral::insert(ALICE, 1_999);
		assert_eq!(place(request()), Ok(Some(BOB)));
		assert_eq!(FreeCollateral::get(BOB), Some(COLLATERAL - 2_200));
		assert_eq!(FreeCollateral::get(ALICE), Some(1_999));
		FreeCollateral::insert(ALICE, 2_000);
		assert_eq!(place(request()), Ok(Some(ALICE)));
		FreeCollateral::insert(BOB, 0);
		finds_nothing(request());
	});
}

#[test]
fn place_weighs_rates_by_reputation() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		assert_eq!(place(request()), Ok(Some(ALICE)));
		Reputations::insert(ALICE, 100_000);
		assert_eq!(place(request()), Ok(Some(BOB)));
		Down::insert(BOB, ());
		assert_eq!(place(request()), Ok(Some(ALICE)));
	});
}

#[test]
fn place_asks_as_many_providers_as_allowed_and_no_more() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).offer(CAROL, 12).build_and_execute(
		|| {
			Down::insert(ALICE, ());
			Down::insert(BOB, ());
			MaxProbes::set(&2);
			finds_nothing(request());
			MaxProbes::set(&3);
			assert_eq!(place(request()), Ok(Some(CAROL)));
		},
	);
}

#[test]
fn place_asks_a_provider_once_however_much_it_lists() {
	let builder = (0..16).fold(ExtBuilder::default(), |builder, _| builder.offer(ALICE, 10));
	builder.offer(BOB, 11).build_and_execute(|| {
		Down::insert(ALICE, ());
		MaxProbes::set(&2);
		assert_eq!(place(request()), Ok(Some(BOB)));
	});
}

#[test]
fn place_keeps_to_candidates_and_exclusions() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).offer(CAROL, 12).build_and_execute(
		|| {
			let among = LeaseRequest { candidates: &[CAROL, BOB], ..request() };
			assert_eq!(place(among.clone()), Ok(Some(BOB)));
			assert_eq!(place(LeaseRequest { excluded: &[BOB], ..among }), Ok(Some(CAROL)));
			assert_eq!(place(LeaseRequest { excluded: &[ALICE], ..request() }), Ok(Some(BOB)));
		},
	);
}

#[test]
fn place_pays_in_the_asset_of_the_account() {
	ExtBuilder::default()
		.offer(ALICE, 1)
		.offer_with(BOB, CPU, STANDARD, USD, 10)
		.build_and_execute(|| {
			let placed = placed(&LeaseRequest { tab: TAB_USD, ..request() });
			let placed = placed.expect("sound").expect("served");
			assert_eq!((placed.provider, placed.asset), (BOB, USD));
		});
}

#[test]
fn place_finds_nothing_when_only_the_moment_is_wrong() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		finds_nothing(LeaseRequest { class: GPU, ..request() });
		finds_nothing(LeaseRequest { tier: GOLD, ..request() });
		finds_nothing(LeaseRequest { max_rate: Rate(19), ..request() });
		finds_nothing(LeaseRequest { needs: Resources { gpus: 2, ..NEEDS }, ..request() });
		finds_nothing(LeaseRequest { candidates: &[BOB, EVE], ..request() });
		finds_nothing(LeaseRequest { excluded: &[ALICE], ..request() });
	});
}

#[test]
fn place_works_at_exactly_the_limit_of_the_rate() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_eq!(place(LeaseRequest { max_rate: Rate(20), ..request() }), Ok(Some(ALICE)));
	});
}

#[test]
fn place_fails_when_the_request_is_wrong() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let needs = Resources::default();
		assert_noop!(place(LeaseRequest { needs, ..request() }), E::NothingAsked);
		assert_noop!(place(LeaseRequest { max_seconds: 0, ..request() }), E::NoTimeAsked);
		assert_noop!(place(LeaseRequest { class: ClassId(2), ..request() }), E::UnknownClass);
		assert_noop!(place(LeaseRequest { tier: NOBODYS, ..request() }), E::UnknownTier);
		assert_noop!(place(LeaseRequest { tab: TabId(9), ..request() }), E::UnknownTab);
		assert_noop!(place(LeaseRequest { tab: TAB_USD, ..request() }), E::AssetMismatch);
	});
}

#[test]
fn place_fails_when_no_candidate_will_ever_do() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(place(LeaseRequest { candidates: &[EVE], ..request() }), E::UnknownProvider);
		Statuses::insert(BOB, ProviderStatus::Retired);
		assert_noop!(place(LeaseRequest { candidates: &[BOB], ..request() }), E::ProviderGone);
		let both = LeaseRequest { candidates: &[EVE, BOB], ..request() };
		assert_noop!(place(both), E::ProviderGone);
		let excluded = LeaseRequest { candidates: &[ALICE], excluded: &[ALICE], ..request() };
		assert_noop!(place(excluded), E::NoCandidateLeft);
		let mixed = LeaseRequest { candidates: &[ALICE, EVE], excluded: &[ALICE], ..request() };
		assert_noop!(place(mixed), E::UnknownProvider);
	});
}

#[test]
fn place_fails_when_the_buyer_may_not_or_cannot_pay() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		let other = LeaseRequest { owner: &EVE, ..request() };
		assert_noop!(place(other), DispatchError::Other("NotOwnerOfTab"));
		Tabs::mutate(TAB, |tab| tab.as_mut().expect("the builder made it").available = 1_999);
		assert_noop!(place(request()), DispatchError::Other("ShortOfFunds"));
		let shorter = LeaseRequest { max_seconds: 99, ..request() };
		assert_eq!(place(shorter), Ok(Some(ALICE)));
	});
}

#[test]
fn place_finds_what_lies_on_the_last_of_many_pages() {
	let builder =
		(0..14).fold(ExtBuilder::default(), |builder, cpu| builder.offer(ALICE, 50 + cpu));
	builder.offer(BOB, 10).offer(CAROL, 99).build_and_execute(|| {
		assert!(crate::Pages::<Test>::iter_prefix(CPU).count() > 2);
		assert_eq!(place(request()), Ok(Some(BOB)));
		Down::insert(BOB, ());
		assert_eq!(place(request()), Ok(Some(ALICE)));
		let only = |who: &'static [AccountId]| LeaseRequest { candidates: who, ..request() };
		// A candidate is found wherever it lists, with no more than its pages read.
		MaxReads::set(&1);
		assert_eq!(place(only(&[CAROL])), Ok(Some(CAROL)));
		Down::insert(ALICE, ());
		assert_eq!(place(request()), Ok(None), "the page of CAROL is not the most promising");
		MaxReads::set(&9);
		assert_eq!(place(request()), Ok(Some(CAROL)));
	});
}

#[test]
fn the_fake_cover_writes_before_it_fails() {
	ExtBuilder::default().build_and_execute(|| {
		let opened =
			<Fakes as Coverage<_>>::open(&ALICE, STANDARD, &AssetId::Native, COLLATERAL + 1);
		assert!(opened.is_err());
		assert_eq!(FreeCollateral::get(ALICE), Some(0));
	});
}
