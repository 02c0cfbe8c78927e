use super::*;
use tradewind_primitives::ProviderStatus;

fn resize(lease: LeaseId, needs: Resources, max_rate: u128) -> DispatchResult {
	Marketplace::resize_lease(signed(USER), lease, needs, Rate(max_rate))
}

fn set_prices(cpu: Balance) {
	assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), prices(cpu)));
}

/// A lease of two cores for 20 a second on an offer of eight, which asks 30 a core since.
fn bargain() -> LeaseId {
	let lease = begun(Order { needs: cores(2), ..order() });
	set_prices(30);
	forget();
	lease
}

#[test]
fn resize_lease_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = bargain();
		pass(40);
		// Two cores stay at 20, the third costs 30.
		assert_ok!(resize(lease, cores(3), 50));
		let view = view(lease);
		assert_eq!((view.rate, view.left, view.lease.needs), (Rate(50), 60, cores(3)));
		// 40 seconds at 20 and 60 at 50.
		assert_eq!((view.cap, view.lease.cover.locked), (3_800, 3_800));
		assert_eq!((available(), Earned::get(ALICE)), (FUNDS - 3_800, Some(800)));
		assert_eq!(free(0), CAPACITY.checked_sub(&cores(3)));
		let (old, new, rate) = (cores(2), cores(3), Rate(50));
		assert_eq!(take_events(), [Event::LeaseResized { lease, old, new, rate }]);
		let particulars = (lease, old, new, rate);
		let (billing, resized) = (Category::Billing, "lease.resized");
		assert_eq!(
			take_entries(),
			[lease_record(billing, Some(USER), lease, resized, particulars)]
		);
		pass_blocks(64);
		let bill = LeaseBill { seconds: 100, amount: 3_800, ..Default::default() };
		let reason = CloseReason::Expired;
		assert_eq!(take_events(), [Event::LeaseClosed { lease, provider: ALICE, reason, bill }]);
	});
}

#[test]
fn resize_lease_shrinks_in_proportion_and_grows_back_at_what_is_asked() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = bargain();
		assert_ok!(resize(lease, cores(1), 10));
		assert_eq!((view(lease).rate, view(lease).cap), (Rate(10), 1_000));
		assert_ok!(resize(lease, cores(2), 40));
		assert_eq!((view(lease).rate, view(lease).cap), (Rate(40), 4_000));
		// What is kept is not asked for again.
		assert_ok!(resize(lease, cores(2), 40));
		assert_eq!(view(lease).rate, Rate(40));
	});
}

#[test]
fn resize_lease_may_give_up_one_thing_for_another() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(Order { needs: NEEDS, ..order() });
		let other = Resources { cpu_millis: 1_000, memory_mib: 2_048, ..NEEDS };
		assert_ok!(resize(lease, other, 10));
		assert_eq!(view(lease).rate, Rate(10));
		assert_eq!(free(0), CAPACITY.checked_sub(&other));
	});
}

#[test]
fn resize_lease_costs_what_is_asked_at_the_level_of_this_moment() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		set_terms(indexed());
		let needs = Resources { cpu_millis: 8_000, ..NEEDS };
		let all = open(Order { needs, seconds: 1_000_000, ..order() });
		let lease = all;
		assert_ok!(resize(lease, cores(1), 10));
		// One core of eight is in use, and half of them are the target: the level sinks.
		pass(86_400);
		let level = Marketplace::index_of(CPU).expect("it is registered").level;
		assert!(level < FixedU128::from_rational(7, 10), "{level:?}");
		assert_ok!(resize(lease, cores(2), 17));
		assert!(view(lease).rate < Rate(18));
	});
}

#[test]
fn resize_lease_takes_all_the_room_there_is_and_no_more() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = bargain();
		let more = Resources { cpu_millis: CAPACITY.cpu_millis + 1, ..CAPACITY };
		assert_noop!(resize(lease, more, u128::MAX), E::NoRoom);
		assert_noop!(resize(lease, Resources { gpus: 2, ..cores(1) }, u128::MAX), E::NoRoom);
		assert_ok!(resize(lease, CAPACITY, u128::MAX));
		assert_eq!(free(0), Some(Resources::default()));
		assert_ok!(resize(lease, cores(1), u128::MAX));
		assert_eq!(free(0), CAPACITY.checked_sub(&cores(1)));
	});
}

#[test]
fn resize_lease_costs_no_more_than_the_owner_would_pay() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = bargain();
		assert_noop!(resize(lease, cores(3), 49), E::TooDear);
		assert_noop!(resize(lease, cores(1), 9), E::TooDear);
		assert_ok!(resize(lease, cores(3), 50));
	});
}

#[test]
fn resize_lease_voids_what_was_proposed() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = bargain();
		assert_ok!(Marketplace::set_lease_rate(signed(ALICE), lease, Rate(15)));
		assert_ok!(resize(lease, cores(8), 1_000));
		// For eight cores ALICE has not offered that.
		assert_ok!(Marketplace::set_lease_rate(signed(USER), lease, Rate(15)));
		assert_eq!(view(lease).rate, Rate(200));
	});
}

#[test]
fn resize_lease_is_for_who_may_manage_the_account() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let resize = |who, lease, needs| {
			Marketplace::resize_lease(signed(who), lease, needs, Rate(u128::MAX))
		};
		let lease = bargain();
		for who in [ALICE, AGENT, EVE, OTHER] {
			assert_noop!(resize(who, lease, cores(1)), E::NotOwner);
		}
		assert_ok!(resize(DELEGATE, lease, cores(1)));
		assert_noop!(resize(USER, LeaseId(7), cores(1)), E::UnknownLease);
		assert_noop!(resize(USER, lease, Resources::default()), E::NothingAsked);
		let held = LeaseRequest { reference: Some(7), ..request() };
		let held = placed(&held).expect("sound").expect("served").lease;
		assert_noop!(resize(USER, held, cores(1)), E::Held);
	});
}

#[test]
fn resize_lease_grows_only_where_as_much_is_on_offer() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(Order { needs: cores(2), ..order() });
		pass(40);
		let check = |error: E| {
			assert_noop!(resize(lease, cores(3), u128::MAX), error);
			// To shrink is allowed all the same.
			assert_ok!(resize(
				lease,
				Resources { memory_mib: 0, ..view(lease).lease.needs },
				u128::MAX
			));
		};
		Statuses::insert(ALICE, ProviderStatus::Suspended);
		check(E::NotActive);
		Statuses::insert(ALICE, ProviderStatus::Active);
		assert_ok!(Marketplace::pause_offer(signed(ALICE), id(0)));
		check(E::Paused);
		assert_ok!(Marketplace::resume_offer(signed(ALICE), id(0)));
		assert_ok!(Marketplace::set_access(signed(ALICE), id(0), allow_list(&[OTHER])));
		check(E::NotAllowed);
		assert_ok!(Marketplace::set_access(signed(ALICE), id(0), allow_list(&[USER])));
		let length = |min_seconds, max_seconds| {
			let terms = Terms { min_seconds, max_seconds, ..Default::default() };
			assert_ok!(Marketplace::set_terms(signed(ALICE), id(0), terms));
		};
		// 60 seconds are left.
		length(61, 100);
		check(E::BadTerm);
		length(0, 59);
		check(E::BadTerm);
		length(60, 60);
		assert_ok!(resize(lease, cores(3), u128::MAX));
	});
}

#[test]
fn resize_lease_of_a_withdrawn_offer_only_shrinks() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = bargain();
		assert_ok!(Marketplace::withdraw_offer(signed(ALICE), id(0)));
		assert_noop!(resize(lease, cores(3), u128::MAX), E::Withdrawn);
		assert_ok!(resize(lease, cores(1), 10));
		assert_eq!(view(lease).rate, Rate(10));
		assert_ok!(Marketplace::close_lease(signed(USER), lease, CloseReason::Cancelled));
	});
}

#[test]
fn resize_lease_fails_when_nothing_would_be_paid_or_more_than_a_number_can_say() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		// Of what the lease has, only processors have a price.
		let memory = Resources { cpu_millis: 0, ..NEEDS };
		assert_noop!(resize(lease, memory, u128::MAX), E::NoPrice);

		set_prices(10_000_000_000_000_000_000);
		FreeCollateral::insert(ALICE, Balance::MAX / 2 + Balance::MAX / 4);
		change_tab(TAB, |tab| tab.available = Balance::MAX / 2);
		let (max_rate, needs) = (Rate(u128::MAX), cores(1));
		let lease = begun(Order { needs, max_rate, seconds: u64::MAX, prepaid: false, ..order() });
		assert_noop!(resize(lease, cores(2), u128::MAX), E::Overpriced);
	});
}

#[test]
fn resize_lease_fails_when_a_side_is_short_of_money() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = bargain();
		FreeCollateral::insert(ALICE, 2_999);
		let short = DispatchError::Other("ShortOfCollateral");
		assert_noop!(resize(lease, cores(3), 50), short);
		FreeCollateral::insert(ALICE, 3_000);
		change_tab(TAB, |tab| tab.available = 2_999);
		assert_noop!(resize(lease, cores(3), 50), DispatchError::Other("ShortOfFunds"));
		change_tab(TAB, |tab| tab.available = 3_000);
		assert_ok!(resize(lease, cores(3), 50));
		assert_eq!((available(), FreeCollateral::get(ALICE)), (0, Some(0)));
	});
}
