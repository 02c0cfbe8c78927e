//! A lease is offered to somebody, who accepts it.

use super::*;
use crate::{Lease, LeaseView};
use tradewind_primitives::{AssetId, Cover, StreamBill};

fn offer(lease: LeaseId, to: Option<AccountId>) -> DispatchResult {
	Marketplace::offer_lease(signed(USER), lease, to)
}

fn accept(who: AccountId, lease: LeaseId, max_cost: Balance) -> DispatchResult {
	Marketplace::accept_lease(signed(who), lease, TAB_OTHER, max_cost)
}

/// The first lease of the other user.
fn accepted() -> LeaseId {
	LeaseId::from(StreamId::of(TAB_OTHER, 0).expect("there are few"))
}

#[test]
fn offer_lease_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		for to in [Some(OTHER), None, Some(EVE)] {
			assert_ok!(offer(lease, to));
			assert_eq!(view(lease).lease.heir, to);
			assert_eq!(take_events(), [Event::LeaseOffered { lease, to }]);
			let (billing, offered) = (Category::Billing, "lease.offered");
			let entry = lease_record(billing, Some(USER), lease, offered, (lease, to));
			assert_eq!(take_entries(), [entry]);
		}
	});
}

#[test]
fn offer_lease_fails_when_it_is_not_the_callers_to_offer() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		let offer = |who, lease| Marketplace::offer_lease(signed(who), lease, Some(OTHER));
		for who in [ALICE, EVE, OTHER] {
			assert_noop!(offer(who, lease), E::NotOwner);
		}
		assert_noop!(offer(USER, LeaseId(7)), E::UnknownLease);
		let held = LeaseRequest { reference: Some(7), ..request() };
		let held = placed(&held).expect("sound").expect("served").lease;
		assert_noop!(offer(USER, held), E::Held);
		assert_ok!(offer(DELEGATE, lease));
	});
}

#[test]
fn accept_lease_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let old = begun(order());
		assert_ok!(Marketplace::set_lease_rate(signed(ALICE), old, Rate(9)));
		assert_ok!(offer(old, Some(OTHER)));
		pass(40);
		forget();
		assert_ok!(accept(OTHER, old, 1_200));
		let new = accepted();
		assert_eq!(Marketplace::lease(old), None);
		let cover = Cover { locked: 1_200, ..Default::default() };
		let lease = Lease {
			provider: ALICE,
			offer: id(0),
			tier: STANDARD,
			needs: NEEDS,
			kind: Kind::OnDemand,
			cover,
			reference: None,
			opened: START.plus(40),
			usable_from: None,
			reclaimed: None,
			proposal: None,
			heir: None,
			due: view(new).lease.due,
		};
		let due = LeaseView {
			owner: OTHER,
			tab: TAB_OTHER,
			asset: AssetId::Native,
			rate: Rate(20),
			cap: 1_200,
			prepaid: true,
			started: Some(START.plus(40)),
			left: 60,
			lease,
		};
		assert_eq!(view(new), due);
		let theirs = Tabs::get(TAB_OTHER).map(|tab| tab.available);
		assert_eq!((available(), theirs), (FUNDS - 800, Some(FUNDS - 1_200)));
		assert_eq!(free(0), CAPACITY.checked_sub(&NEEDS));
		assert_eq!(FreeCollateral::get(ALICE), Some(COLLATERAL - 1_200));

		let (provider, reason) = (ALICE, CloseReason::Transferred);
		let bill = LeaseBill { seconds: 40, amount: 800, ..Default::default() };
		let events = [
			Event::LeaseClosed { lease: old, provider, reason, bill },
			Event::LeaseTransferred { old, new, owner: OTHER },
			Event::LeaseStarted { lease: new },
		];
		assert_eq!(take_events(), events);
		let performance = Category::Performance;
		let closed = (old, ALICE, reason, bill);
		let passed = (old, new, OTHER, ALICE, id(0), NEEDS, Rate(20));
		let entries = [
			lease_record(performance, Some(USER), old, "lease.closed.transferred", closed),
			lease_record(Category::Billing, Some(OTHER), new, "lease.accepted", passed),
			lease_record(performance, Some(ALICE), new, "lease.started", new),
		];
		assert_eq!(take_entries(), entries);
		let judged = StreamBill { seconds: 40, amount: 800, ..Default::default() };
		let (native, number) = (AssetId::Native, StreamId::from(new));
		let trace = [
			Seam::StreamClosed(StreamId::from(old)),
			Seam::CoverClosed(old, ALICE, TAB, 2_000, judged, reason),
			Seam::Reputed(ALICE, USER, native.clone(), reason, bill),
			Seam::CoverOpened(ALICE, STANDARD, native, 1_200),
			Seam::StreamOpened(number),
			Seam::StreamStarted(number),
		];
		assert_eq!(take_trace(), trace);
		pass_blocks(64);
		assert_eq!((Marketplace::lease(new), queued()), (None, 0));
		assert_eq!(Earned::get(ALICE), Some(2_000));
	});
}

#[test]
fn accept_lease_works_before_it_has_begun() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = open(order());
		assert_ok!(offer(lease, Some(OTHER)));
		pass(100);
		assert_ok!(accept(OTHER, lease, 2_000));
		let new = accepted();
		assert_eq!((view(new).started, view(new).left), (None, 100));
		// The provider has its time to begin anew.
		pass(100);
		let missed = || Marketplace::close_lease(signed(OTHER), new, CloseReason::StartMissed);
		assert_noop!(missed(), E::TooEarly);
		assert_ok!(Marketplace::start_lease(signed(ALICE), new));
	});
}

#[test]
fn accept_lease_passes_on_all_that_is_left_of_a_reserved_lease() {
	run(cheap(), || {
		let lease = begun(order_of(LeaseKind::Reserved));
		assert_ok!(offer(lease, Some(OTHER)));
		pass(40);
		forget();
		assert_ok!(accept(OTHER, lease, 840));
		// The old owner forfeits nothing, the new one would.
		assert_eq!((available(), Earned::get(ALICE)), (FUNDS - 560, Some(560)));
		assert_ok!(Marketplace::close_lease(signed(OTHER), accepted(), CloseReason::Cancelled));
		assert_eq!(Earned::get(ALICE), Some(560 + 420));
	});
}

#[test]
fn accept_lease_costs_no_more_than_the_heir_would_pay() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(offer(lease, Some(OTHER)));
		assert_noop!(accept(OTHER, lease, 1_999), E::TooDear);
		// Whatever the two sides make of it meanwhile.
		assert_ok!(Marketplace::set_lease_rate(signed(ALICE), lease, Rate(21)));
		assert_ok!(Marketplace::set_lease_rate(signed(USER), lease, Rate(21)));
		assert_noop!(accept(OTHER, lease, 2_000), E::TooDear);
		assert_ok!(accept(OTHER, lease, 2_100));
	});
}

#[test]
fn accept_lease_is_for_whom_it_was_offered_to_alone() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_noop!(accept(OTHER, lease, 9_999), E::NotOffered);
		assert_ok!(offer(lease, Some(OTHER)));
		for who in [EVE, USER, ALICE] {
			assert_noop!(accept(who, lease, 9_999), E::NotOffered);
		}
		assert_ok!(offer(lease, None));
		assert_noop!(accept(OTHER, lease, 9_999), E::NotOffered);
		assert_noop!(accept(OTHER, LeaseId(7), 9_999), E::UnknownLease);
		assert_ok!(offer(lease, Some(OTHER)));
		assert_ok!(accept(OTHER, lease, 9_999));
		assert_noop!(accept(OTHER, lease, 9_999), E::UnknownLease);
	});
}

#[test]
fn accept_lease_fails_when_the_offer_is_kept_for_others() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_ok!(Marketplace::set_access(signed(ALICE), id(0), allow_list(&[USER])));
		let lease = begun(order());
		assert_ok!(offer(lease, Some(OTHER)));
		assert_noop!(accept(OTHER, lease, 9_999), E::NotAllowed);
		assert_ok!(Marketplace::set_access(signed(ALICE), id(0), allow_list(&[USER, OTHER])));
		assert_ok!(accept(OTHER, lease, 9_999));
	});
}

#[test]
fn accept_lease_fails_when_it_is_over_or_the_account_will_not_do() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(offer(lease, Some(USER)));
		let accept = |tab| Marketplace::accept_lease(signed(USER), lease, tab, 9_999);
		assert_noop!(accept(TabId(9)), E::UnknownTab);
		assert_noop!(accept(TAB_USD), E::AssetMismatch);
		assert_noop!(accept(TAB_OTHER), DispatchError::Other("NotOwnerOfTab"));
		assert_ok!(offer(lease, Some(OTHER)));
		change_tab(TAB_OTHER, |tab| tab.available = 1_999);
		assert_noop!(self::accept(OTHER, lease, 9_999), DispatchError::Other("ShortOfFunds"));
		pass(99);
		change_tab(TAB_OTHER, |tab| tab.available = 20);
		pass(1);
		assert_noop!(self::accept(OTHER, lease, 9_999), E::TooLate);
	});
}

#[test]
fn accept_lease_may_move_it_to_another_account_of_the_same_owner() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(offer(lease, Some(USER)));
		assert_ok!(Marketplace::accept_lease(signed(USER), lease, TAB, 2_000));
		assert_eq!(view(LeaseId(1)).owner, USER);
	});
}
