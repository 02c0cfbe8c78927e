use super::*;
use tradewind_primitives::AssetId;

fn close(who: AccountId, lease: LeaseId, reason: CloseReason) -> DispatchResult {
	Marketplace::close_lease(signed(who), lease, reason)
}

#[test]
fn close_lease_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		pass(30);
		let reason = CloseReason::Cancelled;
		assert_ok!(close(USER, lease, reason));
		assert_eq!(Marketplace::lease(lease), None);
		let bill = LeaseBill { seconds: 30, amount: 600, ..Default::default() };
		assert_eq!(take_events(), [Event::LeaseClosed { lease, provider: ALICE, reason, bill }]);
		let particulars = (lease, ALICE, reason, bill);
		let (performance, cancelled) = (Category::Performance, "lease.closed.cancelled");
		let entry = lease_record(performance, Some(USER), lease, cancelled, particulars);
		assert_eq!(take_entries(), [entry]);
		assert_eq!((available(), Earned::get(ALICE)), (FUNDS - 600, Some(600)));
		assert_eq!((free(0), FreeCollateral::get(ALICE)), (Some(CAPACITY), Some(COLLATERAL)));
		assert_eq!(queued(), 0, "nothing is left in the agenda");
	});
}

#[test]
fn close_lease_takes_from_each_side_its_own_reasons() {
	let every = [
		CloseReason::Completed,
		CloseReason::Cancelled,
		CloseReason::ProviderDown,
		CloseReason::ReportMissed,
		CloseReason::ProviderFailed,
		CloseReason::OutOfFunds,
		CloseReason::Expired,
		CloseReason::Unfit,
		CloseReason::ProviderLeft,
		CloseReason::Misuse,
		CloseReason::Reclaimed,
		CloseReason::Transferred,
	];
	let owners = [CloseReason::Cancelled, CloseReason::Unfit];
	let providers = [CloseReason::ProviderFailed, CloseReason::ProviderLeft, CloseReason::Misuse];
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		for (callers, reasons) in
			[([USER, DELEGATE], owners.as_slice()), ([ALICE, AGENT], providers.as_slice())]
		{
			for (who, reason) in
				callers.into_iter().flat_map(|who| every.map(|reason| (who, reason)))
			{
				let lease = begun(order());
				if reasons.contains(&reason) {
					assert_ok!(close(who, lease, reason));
				} else {
					assert_noop!(close(who, lease, reason), E::BadReason);
					assert_ok!(close(USER, lease, CloseReason::Cancelled));
				}
			}
		}
	});
}

#[test]
fn close_lease_credits_the_owner_when_the_provider_ends_it() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		for reason in [CloseReason::ProviderFailed, CloseReason::ProviderLeft, CloseReason::Misuse]
		{
			let lease = begun(order());
			pass(10);
			assert_ok!(close(ALICE, lease, reason));
			let bill = LeaseBill { seconds: 10, amount: 200, credited: 200, ..Default::default() };
			let closed = Event::LeaseClosed { lease, provider: ALICE, reason, bill };
			assert_eq!(take_events(), [closed]);
			assert_eq!(available(), FUNDS);
		}
	});
}

#[test]
fn close_lease_lets_an_owner_say_that_the_start_was_missed_once_it_was() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = open(order());
		let missed = || close(USER, lease, CloseReason::StartMissed);
		assert_noop!(missed(), E::TooEarly);
		// Within 120 seconds the provider has to begin.
		pass(120);
		assert_noop!(missed(), E::TooEarly);
		pass(1);
		assert_noop!(close(ALICE, lease, CloseReason::StartMissed), E::BadReason);
		forget();
		assert_ok!(missed());
		let (reason, bill) = (CloseReason::StartMissed, LeaseBill::default());
		assert_eq!(take_events(), [Event::LeaseClosed { lease, provider: ALICE, reason, bill }]);
		assert_eq!(available(), FUNDS);

		let lease = begun(order());
		pass(1_000);
		assert_noop!(close(USER, lease, CloseReason::StartMissed), E::AlreadyStarted);
	});
}

#[test]
fn close_lease_fails_when_the_caller_is_on_neither_side() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		let lease = begun(order());
		for who in [EVE, BOB, OTHER] {
			for reason in [CloseReason::Cancelled, CloseReason::ProviderLeft] {
				assert_noop!(close(who, lease, reason), E::NotParty);
			}
		}
	});
}

#[test]
fn close_lease_fails_when_there_is_no_such_lease_or_it_is_held() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		assert_ok!(close(USER, lease, CloseReason::Cancelled));
		// Twice.
		assert_noop!(close(USER, lease, CloseReason::Cancelled), E::UnknownLease);
		assert_noop!(close(USER, LeaseId(9), CloseReason::Cancelled), E::UnknownLease);
		let held = LeaseRequest { reference: Some(7), ..request() };
		let held = placed(&held).expect("sound").expect("served").lease;
		assert_noop!(close(USER, held, CloseReason::Cancelled), E::Held);
		assert_noop!(close(ALICE, held, CloseReason::ProviderLeft), E::Held);
	});
}

#[test]
fn close_lease_changes_nothing_when_a_neighbour_fails() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let lease = begun(order());
		pass(30);
		CoverFails::set(&true);
		assert_noop!(close(USER, lease, CloseReason::Cancelled), DispatchError::Other("NoCover"));
	});
}

#[test]
fn close_lease_tells_the_reputation_when_a_provider_has_leased_from_itself() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let tab = TabId(7);
		Tabs::insert(tab, Tab { owner: ALICE, asset: AssetId::Native, available: FUNDS });
		assert_ok!(Marketplace::open_leases(signed(ALICE), tab, order(), 1, Spread::Any));
		let lease = LeaseId::from(StreamId::of(tab, 0).expect("there are few"));
		assert_ok!(Marketplace::start_lease(signed(ALICE), lease));
		pass(10);
		take_trace();
		// Who is on both sides speaks as the owner.
		assert_noop!(close(ALICE, lease, CloseReason::ProviderLeft), E::BadReason);
		let reason = CloseReason::Cancelled;
		assert_ok!(close(ALICE, lease, reason));
		let bill = LeaseBill { seconds: 10, amount: 200, ..Default::default() };
		let told = Seam::Reputed(ALICE, ALICE, AssetId::Native, reason, bill);
		assert_eq!(take_trace().last(), Some(&told));
	});
}
