use super::*;
use tradewind_primitives::ProviderStatus;

fn extend(lease: LeaseId, seconds: Seconds, max_rate: u128) -> DispatchResult {
	Marketplace::extend_lease(signed(USER), lease, seconds, Rate(max_rate))
}

#[test]
fn extend_lease_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		pass(40);
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), prices(30)));
		forget();
		// 60 seconds at 20 and 20 seconds at 60 are 80 seconds at 30.
		assert_ok!(extend(lease, 20, 30));
		let view = view(lease);
		assert_eq!((view.rate, view.left, view.cap), (Rate(30), 80, 3_200));
		assert_eq!((view.lease.cover.locked, available()), (3_200, FUNDS - 3_200));
		let (seconds, left, rate) = (20, 80, Rate(30));
		assert_eq!(take_events(), [Event::LeaseExtended { lease, seconds, left, rate }]);
		let particulars = (lease, seconds, rate);
		let (billing, extended) = (Category::Billing, "lease.extended");
		let entry = lease_record(billing, Some(USER), lease, extended, particulars);
		assert_eq!(take_entries(), [entry]);
		// The old end passes, the new one does not.
		pass_blocks(74);
		assert_eq!(self::view(lease).left, 6);
		pass_blocks(12);
		assert_eq!(Marketplace::lease(lease), None);
		assert_eq!((Earned::get(ALICE), queued()), (Some(3_200), 0));
	});
}

#[test]
fn extend_lease_works_before_it_has_begun() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = open(order());
		assert_ok!(extend(lease, 100, 20));
		assert_eq!((view(lease).left, view(lease).cap, queued()), (200, 4_000, 0));
	});
}

#[test]
fn extend_lease_never_costs_less_than_its_parts() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), prices(4)));
		// 2,000 and 16 are 2,016, in 102 seconds.
		assert_ok!(extend(lease, 2, 20));
		assert_eq!((view(lease).rate, view(lease).cap), (Rate(20), 2_040));
	});
}

#[test]
fn extend_lease_goes_as_far_as_the_offer_and_the_owner_say() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		set_terms(Terms { max_seconds: 120, ..Default::default() });
		pass(30);
		assert_noop!(extend(lease, 51, 20), E::BadTerm);
		assert_noop!(extend(lease, u64::MAX, 20), E::BadTerm);
		assert_noop!(extend(lease, 0, 20), E::NoTimeAsked);
		assert_noop!(extend(lease, 50, 19), E::TooDear);
		assert_ok!(extend(lease, 50, 20));
		assert_eq!(view(lease).left, 120);
	});
}

#[test]
fn extend_lease_voids_what_was_proposed() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(Marketplace::set_lease_rate(signed(ALICE), lease, Rate(1)));
		assert_ok!(extend(lease, 100_000, 20));
		assert_ok!(Marketplace::set_lease_rate(signed(USER), lease, Rate(1)));
		assert_eq!(view(lease).rate, Rate(20));
	});
}

#[test]
fn extend_lease_is_for_who_may_manage_the_account() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let extend = |who, lease| Marketplace::extend_lease(signed(who), lease, 1, Rate(u128::MAX));
		let lease = begun(order());
		for who in [ALICE, AGENT, EVE, OTHER] {
			assert_noop!(extend(who, lease), E::NotOwner);
		}
		assert_ok!(extend(DELEGATE, lease));
		assert_noop!(extend(USER, LeaseId(7)), E::UnknownLease);
		let held = LeaseRequest { reference: Some(7), ..request() };
		let held = placed(&held).expect("sound").expect("served").lease;
		assert_noop!(extend(USER, held), E::Held);
	});
}

#[test]
fn extend_lease_works_only_while_as_much_is_on_offer() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		Statuses::insert(ALICE, ProviderStatus::Draining);
		assert_noop!(extend(lease, 1, 20), E::NotActive);
		Statuses::insert(ALICE, ProviderStatus::Active);
		assert_ok!(Marketplace::pause_offer(signed(ALICE), id(0)));
		assert_noop!(extend(lease, 1, 20), E::Paused);
		assert_ok!(Marketplace::resume_offer(signed(ALICE), id(0)));
		assert_ok!(Marketplace::set_access(signed(ALICE), id(0), allow_list(&[OTHER])));
		assert_noop!(extend(lease, 1, 20), E::NotAllowed);
		assert_ok!(Marketplace::set_access(signed(ALICE), id(0), Access::Public));
		let free = tradewind_primitives::UnitPrices { gpu: 1, ..Default::default() };
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), free));
		assert_noop!(extend(lease, 1, 20), E::NoPrice);
		assert_ok!(Marketplace::withdraw_offer(signed(ALICE), id(0)));
		assert_noop!(extend(lease, 1, 20), E::Withdrawn);
	});
}

#[test]
fn extend_lease_fails_when_it_would_cost_more_than_a_number_can_say() {
	let dear = 20_000_000_000_000_000_000;
	ExtBuilder::default().offer(ALICE, dear).build_and_execute(|| {
		FreeCollateral::insert(ALICE, Balance::MAX / 2 + Balance::MAX / 4);
		change_tab(TAB, |tab| tab.available = Balance::MAX / 2);
		let (max_rate, seconds, prepaid) = (Rate(u128::MAX), u64::MAX / 2, false);
		let needs = cores(1);
		let lease = begun(Order { needs, max_rate, seconds, prepaid, ..order() });
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), prices(2 * dear)));
		assert_noop!(extend(lease, seconds, u128::MAX), E::Overpriced);
	});
}

#[test]
fn extend_lease_fails_when_a_side_is_short_of_money() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		FreeCollateral::insert(ALICE, 199);
		assert_noop!(extend(lease, 10, 20), DispatchError::Other("ShortOfCollateral"));
		FreeCollateral::insert(ALICE, 200);
		change_tab(TAB, |tab| tab.available = 199);
		assert_noop!(extend(lease, 10, 20), DispatchError::Other("ShortOfFunds"));
		change_tab(TAB, |tab| tab.available = 200);
		assert_ok!(extend(lease, 10, 20));
	});
}
