//! Leases until somebody wants the room at the full price.

use super::*;
use crate::{
	spot::victims, Answer, Due, Leaving, SpotLease, SpotLeases, Wanted, WeightInfo, MAX_COUNT,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use tradewind_primitives::{AssetId, UnitPrices};

const SPOT: LeaseKind = LeaseKind::Spot;

fn spot(count: u32) -> Order<AccountId> {
	Order { needs: cores(count), ..order_of(SPOT) }
}

fn on_demand(count: u32) -> Order<AccountId> {
	Order { needs: cores(count), ..order() }
}

/// When a notice ends that is given now: with the bucket of the agenda after 30 seconds.
fn noticed() -> Timestamp {
	Timestamp((Fakes::now().0 + 30).div_ceil(6) * 6)
}

fn close(who: AccountId, lease: LeaseId, reason: CloseReason) -> DispatchResult {
	Marketplace::close_lease(signed(who), lease, reason)
}

fn listed() -> Vec<LeaseId> {
	SpotLeases::<Test>::get(id(0)).into_iter().map(|listed| listed.lease).collect()
}

#[test]
fn a_spot_lease_is_cheaper_and_listed_with_its_offer() {
	run(cheap(), || {
		let lease = open(spot(2));
		assert_eq!((view(lease).rate, view(lease).cap), (Rate(8), 800));
		assert_eq!(view(lease).lease.kind, Kind::Spot { notice: 30 });
		let listing = listing(0).expect("it is listed");
		assert_eq!((listing.spot, listing.spot_leases, listing.leases), (cores(2), 1, 1));
		assert_eq!(listing.free, CAPACITY.checked_sub(&cores(2)).expect("it fits"));
		let known = SpotLeases::<Test>::get(id(0)).into_inner();
		assert_eq!(known, [SpotLease { lease, needs: cores(2) }]);
		assert_ok!(close(USER, lease, CloseReason::Cancelled));
		assert!(!SpotLeases::<Test>::contains_key(id(0)));
	});
}

#[test]
fn an_on_demand_lease_has_the_newest_spot_leases_make_room() {
	run(cheap(), || {
		let [first, second, third] = [2, 2, 2].map(|count| begun(spot(count)));
		let until = noticed();
		// Two cores are free.
		let wanted = open(on_demand(5));
		assert_eq!(listed(), [first]);
		for lease in [second, third] {
			assert_eq!(view(lease).lease.reclaimed, Some(until));
		}
		assert_eq!(view(wanted).lease.usable_from, Some(until));
		let listing = listing(0).expect("it is listed");
		assert_eq!((listing.spot, listing.spot_leases, listing.leases), (cores(2), 1, 4));
		assert_eq!(listing.free.cpu_millis, 1_000);
		assert_eq!(listing.leaving, Some(Leaving { room: cores(4), until }));
		let reclaimed = |lease| Event::LeaseReclaimed { lease, provider: ALICE, until };
		let opened = Event::LeaseOpened {
			lease: wanted,
			owner: USER,
			provider: ALICE,
			offer: id(0),
			rate: Rate(50),
			kind: Kind::OnDemand,
			usable_from: Some(until),
		};
		assert_eq!(take_events(), [reclaimed(third), reclaimed(second), opened]);
		let performance = Category::Performance;
		let entry =
			|lease| lease_record(performance, None, lease, "lease.reclaimed", (lease, until));
		assert_eq!(take_entries()[..2], [entry(third), entry(second)]);
	});
}

#[test]
fn nobody_leaves_before_the_notice_is_over_and_nobody_comes_before_that() {
	run(cheap(), || {
		let leaving = begun(spot(8));
		let until = noticed();
		let coming = open(on_demand(8));
		let starts = || Marketplace::start_lease(signed(ALICE), coming);
		pass_blocks(until.since(START) - 1);
		assert!(Marketplace::lease(leaving).is_some());
		assert_noop!(starts(), E::TooEarly);
		assert_ok!(Marketplace::do_try_state());
		forget();
		pass_blocks(1);
		// With the very second in which the notice ends, and what it has used is paid.
		let seconds = until.since(START);
		let amount = 32 * u128::from(seconds);
		let bill = LeaseBill { seconds, amount, ..Default::default() };
		let (reason, provider) = (CloseReason::Reclaimed, ALICE);
		let closed = Event::LeaseClosed { lease: leaving, provider, reason, bill };
		assert_eq!(take_events(), [closed]);
		let closed = (leaving, ALICE, reason, bill);
		let (performance, action) = (Category::Performance, "lease.closed.reclaimed");
		let entry = lease_record(performance, None, leaving, action, closed);
		assert_eq!(take_entries(), [entry]);
		assert_ok!(starts());
		assert_eq!(free(0).map(|free| free.cpu_millis), Some(0));
		let notice = seconds;
		assert!((30..36).contains(&notice), "the notice is kept, and little more");
	});
}

#[test]
fn the_provider_has_its_time_to_begin_from_when_the_room_is_left() {
	run(cheap(), || {
		begun(spot(8));
		let until = noticed();
		let coming = open(on_demand(8));
		let missed = || close(USER, coming, CloseReason::StartMissed);
		Now::put(until.plus(120));
		assert_noop!(missed(), E::TooEarly);
		pass(1);
		assert_ok!(missed());
	});
}

#[test]
fn nobody_has_to_leave_where_there_is_room_without_that() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 99).build_and_execute(|| {
		set_terms(for_less());
		let cheap = begun(spot(8));
		let wanted = open(on_demand(8));
		assert_eq!(view(wanted).lease.provider, BOB);
		assert_eq!(view(cheap).lease.reclaimed, None);
		let quote = |needs| {
			let wanted = Wanted {
				owner: Some(USER),
				tier: STANDARD,
				asset: AssetId::Native,
				needs,
				max_rate: Rate(u128::MAX),
				max_seconds: 100,
				kind: LeaseKind::OnDemand,
				candidates: vec![],
				excluded: vec![],
				filters: Filters::default(),
			};
			let quote = Marketplace::quote(CPU, wanted).expect("it is registered");
			let why = |answer: &Answer<_>| (answer.provider, answer.why_not);
			quote.answers.iter().map(why).collect::<Vec<_>>()
		};
		// Only those who would have to leave are there now.
		assert_eq!(quote(cores(1)), [(ALICE, None), (BOB, Some(WhyNot::NoRoom))]);
		assert_ok!(close(USER, wanted, CloseReason::Cancelled));
		assert_eq!(quote(cores(1)), [(BOB, None), (ALICE, None)]);
		assert_eq!(open_at(on_demand(9)), None);
	});
}

/// Who serves an order.
fn open_at(order: Order<AccountId>) -> Option<AccountId> {
	let next = NextStream::get(TAB).unwrap_or_default();
	Marketplace::open_leases(signed(USER), TAB, order, 1, Spread::Any).ok()?;
	let lease = LeaseId::from(StreamId::of(TAB, next)?);
	Some(view(lease).lease.provider)
}

#[test]
fn room_is_made_on_the_best_pages_however_many_were_read_in_vain() {
	let builder = (0..4).fold(ExtBuilder::default(), |builder, at| builder.offer(ALICE, 10 + at));
	builder.offer(BOB, 50).offer(CAROL, 60).build_and_execute(|| {
		MaxReads::set(&1);
		for (offer, who) in [(0, ALICE), (1, ALICE), (2, ALICE), (3, ALICE)] {
			assert_ok!(Marketplace::set_terms(signed(who), id(offer), for_less()));
			assert_eq!(open_at(spot(8)), Some(ALICE));
		}
		assert_eq!(open_at(on_demand(8)), Some(ALICE));
		assert_eq!(view(LeaseId(0)).lease.reclaimed, Some(noticed()));
	});
}

#[test]
fn a_spot_order_makes_nobody_leave_and_a_reserved_one_does() {
	run(cheap(), || {
		let lease = begun(spot(8));
		assert_eq!(open_at(spot(1)), None);
		assert_eq!(
			open_at(Order { needs: cores(1), ..order_of(LeaseKind::Reserved) }),
			Some(ALICE)
		);
		assert!(view(lease).lease.reclaimed.is_some());
	});
}

#[test]
fn what_is_being_left_is_given_to_nobody_before_it_is_left() {
	run(cheap(), || {
		begun(spot(6));
		let until = noticed();
		// Two cores were free. One of them is not needed, but it may be that it is.
		let first = open(on_demand(7));
		assert_eq!(view(first).lease.usable_from, Some(until));
		let second = open(on_demand(1));
		assert_eq!(view(second).lease.usable_from, Some(until));
		let also = UnitPrices { gpu: 7, memory: 7, ..prices(10) };
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), also));
		// Of these nobody leaves any. It errs on the safe side.
		let [gpu, memory] = [some(0, 0, 1), some(0, 1, 0)];
		let third = open(Order { needs: gpu, ..order() });
		assert_eq!(view(third).lease.usable_from, Some(until));
		assert_ok!(Marketplace::do_try_state());
		Now::put(until);
		let fourth = open(Order { needs: memory, ..order() });
		assert_eq!(view(fourth).lease.usable_from, None);
	});
}

#[test]
fn a_waiting_lease_that_is_closed_lets_nobody_in_before_the_others_have_left() {
	run(cheap(), || {
		let leaving = begun(spot(6));
		let until = noticed();
		let waiting = open(on_demand(8));
		assert_ok!(close(USER, waiting, CloseReason::Cancelled));
		// Two of the eight cores are not being left.
		assert_eq!(free(0).map(|free| free.cpu_millis), Some(8_000));
		assert_eq!(view(open(on_demand(2))).lease.usable_from, None);
		assert_eq!(view(open(on_demand(1))).lease.usable_from, Some(until));
		assert_ok!(Marketplace::do_try_state());
		// Who leaves early is not known to the others, who wait all the same.
		assert_ok!(close(USER, leaving, CloseReason::Cancelled));
		assert_eq!(view(open(on_demand(1))).lease.usable_from, Some(until));
	});
}

#[test]
fn those_who_wait_may_have_to_make_room_too() {
	run(cheap(), || {
		begun(spot(6));
		let until = noticed();
		open(on_demand(3));
		// It waits for room that is being left, and is spot itself.
		let waiting = open(spot(5));
		assert_eq!(view(waiting).lease.usable_from, Some(until));
		pass(10);
		let later = noticed();
		let coming = open(on_demand(4));
		assert_eq!(view(coming).lease.usable_from, Some(later));
		let leaving = Leaving { room: cores(11), until: later };
		assert_eq!(listing(0).and_then(|listing| listing.leaving), Some(leaving));
		assert_ok!(Marketplace::do_try_state());
		pass_blocks(later.since(Fakes::now()));
		assert_eq!((queued(), listed()), (0, vec![]));
	});
}

#[test]
fn a_lease_that_is_being_taken_back_can_start_and_ends_all_the_same() {
	run(cheap(), || {
		let leaving = open(spot(8));
		let until = noticed();
		open(on_demand(8));
		pass(10);
		assert_ok!(Marketplace::start_lease(signed(ALICE), leaving));
		assert_ok!(Marketplace::do_try_state());
		pass_blocks(until.since(Fakes::now()));
		assert_eq!(Marketplace::lease(leaving), None);
		assert_eq!(queued(), 0);
	});
}

#[test]
fn a_lease_that_is_being_taken_back_is_neither_changed_nor_passed_on() {
	run(cheap(), || {
		let leaving = begun(spot(4));
		assert_ok!(Marketplace::offer_lease(signed(USER), leaving, Some(OTHER)));
		open(on_demand(6));
		assert_noop!(
			Marketplace::resize_lease(signed(USER), leaving, cores(1), Rate(100)),
			E::BeingReclaimed
		);
		assert_noop!(
			Marketplace::extend_lease(signed(USER), leaving, 1, Rate(100)),
			E::BeingReclaimed
		);
		assert_noop!(Marketplace::offer_lease(signed(USER), leaving, None), E::BeingReclaimed);
		assert_noop!(
			Marketplace::accept_lease(signed(OTHER), leaving, TAB_OTHER, 9_999),
			E::BeingReclaimed
		);
	});
}

#[test]
fn a_spot_lease_can_be_resized_and_passed_on_before_that() {
	run(cheap(), || {
		let [first, second] = [2, 2].map(|count| begun(spot(count)));
		let resize =
			|count, rate| Marketplace::resize_lease(signed(USER), first, cores(count), Rate(rate));
		assert_ok!(resize(4, 16));
		assert_eq!(listing(0).map(|listing| listing.spot), Some(cores(6)));
		assert_ok!(resize(1, 4));
		assert_ok!(Marketplace::offer_lease(signed(USER), first, Some(OTHER)));
		assert_ok!(Marketplace::accept_lease(signed(OTHER), first, TAB_OTHER, 9_999));
		let new = LeaseId::from(StreamId::of(TAB_OTHER, 0).expect("there are few"));
		// It keeps its place among those who may have to leave.
		assert_eq!(listed(), [new, second]);
		assert_eq!(view(new).lease.kind, Kind::Spot { notice: 30 });
		open(on_demand(6));
		assert_eq!(listed(), [new]);
	});
}

#[test]
fn a_spot_lease_keeps_its_notice_and_gets_no_more_with_a_shorter_one() {
	run(cheap(), || {
		let lease = begun(spot(2));
		let with = |notice| {
			let spot = Some(Spot { discount: Perbill::from_percent(80), notice });
			set_terms(Terms { spot, ..for_less() });
		};
		let grow = || Marketplace::resize_lease(signed(USER), lease, cores(3), Rate(10));
		let extend = || Marketplace::extend_lease(signed(USER), lease, 100, Rate(10));
		with(29);
		assert_noop!(grow(), E::OtherKind);
		assert_noop!(extend(), E::OtherKind);
		with(31);
		assert_ok!(grow());
		assert_ok!(extend());
		assert_eq!(view(lease).lease.kind, Kind::Spot { notice: 30 });
	});
}

#[test]
fn what_is_being_left_is_no_room_to_grow_or_to_shrink_an_offer() {
	run(cheap(), || {
		let grown = begun(on_demand(1));
		begun(spot(6));
		let until = noticed();
		let waiting = open(on_demand(4));
		// Three of the six cores that are being left are free.
		let grow =
			|lease, count| Marketplace::resize_lease(signed(USER), lease, cores(count), Rate(100));
		assert_noop!(grow(grown, 2), E::NoRoom);
		assert_noop!(grow(waiting, 5), E::NoRoom);
		let shrink = |capacity| Marketplace::set_capacity(signed(ALICE), id(0), capacity);
		let less = Resources { cpu_millis: 7_000, ..CAPACITY };
		assert_noop!(shrink(less), E::BelowLeased);
		let more = Resources { cpu_millis: 9_000, ..CAPACITY };
		assert_ok!(shrink(more));
		assert_ok!(grow(waiting, 3));
		Now::put(until);
		Marketplace::drain_agenda(&mut frame_support::weights::WeightMeter::new());
		assert_ok!(grow(grown, 6));
		assert_eq!(free(0).map(|free| free.cpu_millis), Some(0));
		assert_ok!(grow(grown, 5));
		assert_ok!(shrink(Resources { cpu_millis: 8_000, ..CAPACITY }));
	});
}

#[test]
fn an_offer_has_sixteen_spot_leases_and_then_the_next_one_serves() {
	ExtBuilder::default().offer(ALICE, 1).offer(BOB, 2).build_and_execute(|| {
		set_terms(for_less());
		assert_ok!(Marketplace::set_terms(signed(BOB), id(1), for_less()));
		let tiny =
			Order { needs: Resources { cpu_millis: 100, ..Default::default() }, ..order_of(SPOT) };
		let many = Marketplace::open_leases(signed(USER), TAB, tiny.clone(), 16, Spread::Any);
		assert_ok!(many);
		assert_eq!(listed().len(), 16);
		assert_eq!(open_at(tiny.clone()), Some(BOB));
		// They are listed in the order in which they leave, the last first.
		assert_eq!(open_at(Order { max_rate: Rate(8), ..on_demand(8) }), Some(ALICE));
		assert_eq!(listed().len(), 0);
		assert_eq!(u32::from(MAX_COUNT), crate::types::MAX_SPOT);
	});
}

#[test]
fn making_room_is_weighed() {
	run(cheap(), || {
		for _ in 0..4 {
			open(spot(2));
		}
		let request = LeaseRequest { needs: cores(3), ..request() };
		let placed = Marketplace::place(&request).expect("the request is sound");
		type Weights = <Test as crate::Config>::WeightInfo;
		let due = Weights::reclaim(2);
		assert_eq!(placed.search, due);
		assert!(due.all_lte(<Marketplace as Leasing<_>>::search_weight()));
	});
}

#[test]
fn a_spot_lease_of_a_task_has_its_holder_end_it() {
	run(cheap(), || {
		let held = LeaseRequest { reference: Some(77), kind: SPOT, needs: cores(8), ..request() };
		let lease = placed(&held).expect("sound").expect("served").lease;
		Held::insert(77, lease);
		assert_ok!(Marketplace::start(lease));
		let until = noticed();
		open(on_demand(8));
		forget();
		pass_blocks(until.since(START));
		assert_eq!(take_trace()[0], Seam::HolderTold(77));
		assert_eq!(Marketplace::lease(lease), None);
		assert_eq!(queued(), 0);
	});
}

#[test]
fn a_lease_that_cannot_be_taken_back_is_tried_again() {
	run(cheap(), || {
		let lease = begun(spot(8));
		let until = noticed();
		open(on_demand(8));
		CoverFails::set(&true);
		pass_blocks(until.since(START));
		assert!(Marketplace::lease(lease).is_some());
		assert_ok!(Marketplace::do_try_state());
		pass_blocks(66);
		assert!(Marketplace::lease(lease).is_some());
		CoverFails::set(&false);
		pass_blocks(66);
		assert_eq!((Marketplace::lease(lease), queued()), (None, 0));
	});
}

#[test]
fn a_withdrawn_offer_takes_nothing_back() {
	run(cheap(), || {
		let lease = begun(spot(8));
		assert_ok!(Marketplace::withdraw_offer(signed(ALICE), id(0)));
		assert_eq!(open_at(on_demand(1)), None);
		pass_blocks(104);
		assert_eq!(Marketplace::lease(lease), None);
		assert!(!crate::Offers::<Test>::contains_key(id(0)));
		assert_eq!(SpotLeases::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_notice_is_at_most_an_hour_and_may_be_none() {
	run(cheap(), || {
		let with = |notice| {
			let spot = Spot { discount: Perbill::from_percent(60), notice };
			Marketplace::set_terms(signed(ALICE), id(0), Terms { spot: Some(spot), ..for_less() })
		};
		assert_noop!(with(3_601), E::BadDiscount);
		assert_ok!(with(3_600));
		assert_ok!(with(0));
		let lease = open(spot(8));
		let coming = open(on_demand(8));
		let until = view(lease).lease.reclaimed.expect("it has notice");
		assert!(until > START && until.since(START) <= 6);
		assert_eq!(view(coming).lease.usable_from, Some(until));
		let agenda: Vec<_> = crate::AgendaPages::<Test>::iter_values().flatten().collect();
		assert_eq!(agenda, [Due::Reclaim(lease)]);
	});
}

fn some(cpu: u32, memory: u32, gpus: u32) -> Resources {
	Resources { cpu_millis: cpu, memory_mib: memory, gpus, ..Default::default() }
}

fn spot_list(needs: &[Resources]) -> Vec<SpotLease> {
	let lease =
		|(number, needs): (u64, &Resources)| SpotLease { lease: LeaseId(number), needs: *needs };
	(0..).zip(needs).map(lease).collect()
}

fn asked(spot: &[SpotLease], free: Resources, needs: Resources) -> Option<Vec<u64>> {
	let leaving = victims(spot, &free, &needs)?;
	Some(leaving.into_iter().map(|lease| lease.lease.0).collect())
}

#[test]
fn the_newest_leave_first_and_none_that_need_not() {
	let three = spot_list(&[some(2, 0, 0), some(2, 0, 0), some(2, 0, 0)]);
	assert_eq!(asked(&three, some(1, 0, 0), some(1, 0, 0)), Some(vec![]));
	assert_eq!(asked(&three, some(1, 0, 0), some(2, 0, 0)), Some(vec![2]));
	assert_eq!(asked(&three, some(1, 0, 0), some(4, 0, 0)), Some(vec![2, 1]));
	assert_eq!(asked(&three, some(1, 0, 0), some(7, 0, 0)), Some(vec![2, 1, 0]));
	assert_eq!(asked(&three, some(1, 0, 0), some(8, 0, 0)), None);
	// The newest brings nothing that is wanted, and the next one all of it.
	let mixed = spot_list(&[some(4, 0, 0), some(0, 0, 1), some(0, 8, 0)]);
	assert_eq!(asked(&mixed, some(0, 0, 0), some(3, 0, 0)), Some(vec![0]));
	assert_eq!(asked(&mixed, some(0, 0, 0), some(3, 0, 1)), Some(vec![1, 0]));
	assert_eq!(asked(&[], some(1, 0, 0), some(1, 0, 0)), Some(vec![]));
	assert_eq!(asked(&[], some(1, 0, 0), some(2, 0, 0)), None);
}

fn resources() -> impl Strategy<Value = Resources> {
	(0u32..4, 0u32..4, 0u32..3).prop_map(|(cpu, memory, gpus)| some(cpu, memory, gpus))
}

/// What is free once those of a set have left.
fn after(spot: &[SpotLease], free: Resources, left: impl Fn(usize) -> bool) -> Resources {
	let leaving = spot.iter().enumerate().filter(|(index, _)| left(*index));
	leaving.fold(free, |sum, (_, lease)| sum.checked_add(&lease.needs).expect("it is small"))
}

proptest! {
	#[test]
	fn who_leaves_agrees_with_trying_every_set(
		needs in resources(),
		free in resources(),
		held in prop::collection::vec(resources(), 0..9),
	) {
		let spot = spot_list(&held);
		let sets = 0u32..1 << spot.len();
		let suffices = |set: u32| needs.fits(&after(&spot, free, |index| set >> index & 1 == 1));
		let leaving = asked(&spot, free, needs);
		prop_assert_eq!(leaving.is_some(), sets.clone().any(suffices));
		prop_assert_eq!(leaving.is_some(), suffices((1 << spot.len()) - 1));
		let Some(leaving) = leaving else { return Ok(()) };
		let set = leaving.iter().fold(0u32, |set, lease| set | 1 << lease);
		prop_assert_eq!(leaving.iter().collect::<BTreeSet<_>>().len(), leaving.len());
		prop_assert!(suffices(set));
		// No part of them would have done.
		for part in sets.filter(|part| part & set == *part && *part != set) {
			prop_assert!(!suffices(part), "{part:b} of {set:b}");
		}
	}
}
