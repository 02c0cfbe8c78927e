use super::*;

fn set(who: AccountId, lease: LeaseId, rate: u128) -> DispatchResult {
	Marketplace::set_lease_rate(signed(who), lease, Rate(rate))
}

#[test]
fn set_lease_rate_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		pass(40);
		assert_ok!(set(AGENT, lease, 25));
		let proposal = Proposal { side: Side::Provider, by: AGENT, rate: Rate(25) };
		assert_eq!((view(lease).rate, view(lease).lease.proposal), (Rate(20), Some(proposal)));
		let (by, rate) = (Side::Provider, Rate(25));
		assert_eq!(take_events(), [Event::LeaseRateProposed { lease, by, rate }]);
		let proposed = |who, action, particulars: Vec<u8>| -> Entry {
			(Category::Billing, Some(who), Subject::Lease(lease), action, particulars)
		};
		let action = b"lease.rate_proposed".to_vec();
		let entry = proposed(AGENT, action, (lease, by, rate).encode());
		assert_eq!(take_entries(), [entry]);

		assert_ok!(set(USER, lease, 25));
		let view = view(lease);
		assert_eq!((view.rate, view.left, view.lease.proposal), (Rate(25), 60, None));
		// 40 seconds at 20 and 60 at 25.
		assert_eq!((view.cap, view.lease.cover.locked), (2_300, 2_300));
		let (old, new) = (Rate(20), Rate(25));
		assert_eq!(take_events(), [Event::LeaseRateSet { lease, old, new }]);
		let entry = proposed(USER, b"lease.rate_set".to_vec(), (lease, old, new).encode());
		assert_eq!(take_entries(), [entry]);
		pass_blocks(64);
		assert_eq!((Earned::get(ALICE), available()), (Some(2_300), FUNDS - 2_300));
	});
}

#[test]
fn set_lease_rate_needs_the_same_rate_from_both_sides() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(set(USER, lease, 15));
		assert_ok!(set(DELEGATE, lease, 15));
		assert_eq!(view(lease).rate, Rate(20), "twice the same side is one side");
		assert_ok!(set(ALICE, lease, 16));
		assert_eq!(view(lease).rate, Rate(20));
		assert_ok!(set(USER, lease, 15));
		assert_ok!(set(ALICE, lease, 15));
		assert_eq!(view(lease).rate, Rate(15));
	});
}

#[test]
fn set_lease_rate_commits_whoever_spoke_for_the_owner() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		let agree = |one, other, rate| {
			assert_ok!(set(one, lease, rate));
			assert_ok!(set(other, lease, rate));
			let adjusted = take_trace().into_iter().find_map(|seam| match seam {
				Seam::StreamAdjusted(_, who, ..) => Some(who),
				_ => None,
			});
			adjusted.expect("it was adjusted")
		};
		assert_eq!(agree(DELEGATE, ALICE, 25), Some(DELEGATE));
		assert_eq!(agree(ALICE, USER, 30), Some(USER));
		assert_eq!(agree(USER, AGENT, 35), Some(USER));
		// Who may not any more has proposed nothing.
		assert_ok!(set(DELEGATE, lease, 40));
		Delegates::remove(TAB);
		assert_noop!(set(ALICE, lease, 40), DispatchError::Other("NotOwnerOfTab"));
	});
}

#[test]
fn set_lease_rate_fails_when_a_side_is_short_of_money() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(set(USER, lease, 21));
		FreeCollateral::insert(ALICE, 99);
		assert_noop!(set(ALICE, lease, 21), DispatchError::Other("ShortOfCollateral"));
		FreeCollateral::insert(ALICE, 100);
		change_tab(TAB, |tab| tab.available = 99);
		assert_noop!(set(ALICE, lease, 21), DispatchError::Other("ShortOfFunds"));
		change_tab(TAB, |tab| tab.available = 100);
		assert_ok!(set(ALICE, lease, 21));
	});
}

#[test]
fn set_lease_rate_fails_when_it_is_not_the_callers_to_set() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		for who in [EVE, BOB, OTHER] {
			assert_noop!(set(who, lease, 5), E::NotParty);
		}
		assert_noop!(set(USER, lease, 0), E::NoPrice);
		assert_noop!(set(USER, LeaseId(7), 5), E::UnknownLease);
		let held = LeaseRequest { reference: Some(7), ..request() };
		let held = placed(&held).expect("sound").expect("served").lease;
		assert_noop!(set(ALICE, held, 5), E::Held);
		assert_ok!(set(USER, lease, u128::MAX));
		assert_noop!(set(ALICE, lease, u128::MAX), E::Overpriced);
	});
}
