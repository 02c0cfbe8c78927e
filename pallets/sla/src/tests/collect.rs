use crate::{mock::*, types::DEBT_LIFE, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;
use tradewind_primitives::CloseReason;

const BREACH: Breach = Breach::Fault(CloseReason::ProviderDown);

/// Alice owes 500 for a lease that closed while money could not move.
fn deferred(test: impl FnOnce()) {
	ExtBuilder::default().provider(ALICE).tier(STANDARD, tier()).build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		Frozen::insert(NATIVE, true);
		assert_ok!(close(LEASE, 1, 0, 1_000, CloseReason::ProviderDown));
		check();
		events();
		actions();
		test();
	});
}

fn collect() -> frame_support::dispatch::DispatchResult {
	Sla::collect(RuntimeOrigin::signed(CHARLIE), LEASE)
}

#[test]
fn collect_works() {
	deferred(|| {
		Frozen::insert(NATIVE, false);
		assert_ok!(collect());
		assert_eq!(books(ALICE), (COLLATERAL - 500, 0));
		assert_eq!(Booked::get((TAB, NATIVE)), 500);
		assert_eq!(Sla::debt(LEASE), None);
		assert_eq!(
			events(),
			[Event::Credited {
				lease: LEASE,
				provider: ALICE,
				tab: TAB,
				asset: NATIVE,
				amount: 500,
				breach: BREACH
			}]
		);
		assert_eq!(RecordTrace::get()[0].actor, Some(CHARLIE));
		assert_eq!(actions(), ["lease.credited"]);
	});
}

#[test]
fn collect_fails_when_money_still_cannot_move() {
	deferred(|| {
		Now::put(at(DEBT_LIFE - 1));
		assert_noop!(collect(), FROZEN);
	});
}

#[test]
fn collect_drops_the_debt_at_the_exact_end_of_its_life() {
	deferred(|| {
		Now::put(at(DEBT_LIFE));
		assert_ok!(collect());
		assert_eq!(books(ALICE), (COLLATERAL, 0));
		assert_eq!(
			events(),
			[Event::CreditDropped { lease: LEASE, provider: ALICE, amount: 500, error: FROZEN }]
		);
		assert_eq!(actions(), ["lease.credit_dropped"]);
	});
}

#[test]
fn collect_pays_rather_than_drops_when_it_can() {
	deferred(|| {
		Now::put(at(2 * DEBT_LIFE));
		Frozen::insert(NATIVE, false);
		assert_ok!(collect());
		assert_eq!(Booked::get((TAB, NATIVE)), 500);
	});
}

#[test]
fn collect_fails_when_nothing_is_owed() {
	deferred(|| {
		Frozen::insert(NATIVE, false);
		assert_ok!(collect());
		assert_noop!(collect(), Error::<Test>::NothingOwed);
	});
}

#[test]
fn collect_fails_when_the_origin_is_not_signed() {
	deferred(|| {
		assert_noop!(Sla::collect(RuntimeOrigin::root(), LEASE), BadOrigin);
	});
}
