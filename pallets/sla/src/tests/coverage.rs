use crate::{mock::*, types::DEBT_LIFE, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Perbill};
use tradewind_primitives::{
	traits::{Coverage, Liveness},
	Balance, Category, CloseReason, LeaseId, StreamBill, Subject, TierId,
};

fn close(
	lease: LeaseId,
	seconds: u64,
	downtime: u64,
	amount: Balance,
	reason: CloseReason,
) -> Result<Balance, DispatchError> {
	let bill = StreamBill { seconds, downtime, amount };
	<Sla as Coverage<u64>>::close(lease, &bill, reason)
}

fn silver() -> ExtBuilder {
	ExtBuilder::default().provider(ALICE).tier(STANDARD, tier())
}

#[test]
fn open_locks_what_the_worst_bill_can_cost() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_001));
		assert_eq!(books(ALICE), (COLLATERAL - 501, 501), "rounded up");
		assert_eq!(
			Sla::cover(LEASE),
			Some(Cover {
				provider: ALICE,
				asset: NATIVE,
				tab: TAB,
				locked: 501,
				terms: tier().terms(),
				excused: 0,
			})
		);
		assert!(actions().is_empty(), "the lease is recorded by whoever opens it");
	});
}

#[test]
fn open_locks_nothing_when_the_tier_owes_nothing() {
	let free = Tier {
		credit: Perbill::zero(),
		fault_credit: Perbill::zero(),
		collateral: Perbill::zero(),
		..tier()
	};
	ExtBuilder::default().provider(ALICE).tier(STANDARD, free).build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_eq!(books(ALICE), (COLLATERAL, 0));
		assert_eq!(close(LEASE, 1, 9, 1_000, CloseReason::ProviderDown), Ok(0));
	});
}

#[test]
fn open_fails_when_there_is_no_such_tier() {
	silver().build_and_execute(|| {
		assert_noop!(
			<Sla as Coverage<u64>>::open(LEASE, &ALICE, TierId(9), TAB, &NATIVE, 1),
			Error::<Test>::UnknownTier
		);
	});
}

#[test]
fn open_fails_when_the_provider_is_not_enrolled() {
	silver().build_and_execute(|| {
		assert_noop!(open(LEASE, BOB, 1), Error::<Test>::NotEnrolled);
	});
}

#[test]
fn open_fails_when_the_lease_is_covered() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1));
		assert_noop!(open(LEASE, ALICE, 1), Error::<Test>::AlreadyCovered);
	});
}

#[test]
fn open_fails_when_collateral_is_short() {
	silver().build_and_execute(|| {
		assert_noop!(open(LEASE, ALICE, 2 * COLLATERAL + 1), SHORT);
		assert_ok!(open(LEASE, ALICE, 2 * COLLATERAL));
		assert_eq!(books(ALICE), (0, COLLATERAL));
	});
}

#[test]
fn close_gives_everything_back_when_promises_were_kept() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_eq!(close(LEASE, 99, 1, 1_000, CloseReason::Completed), Ok(0));
		assert_eq!(books(ALICE), (COLLATERAL, 0));
		assert_eq!(Sla::cover(LEASE), None);
		assert!(events().is_empty() && actions().is_empty());
	});
}

#[test]
fn close_credits_missed_availability() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_eq!(close(LEASE, 98, 2, 980, CloseReason::Cancelled), Ok(98));
		assert_eq!(books(ALICE), (COLLATERAL - 98, 0));
		assert_eq!(Booked::get((TAB, NATIVE)), 98);
		let breach = Breach::Availability { up: 98, down: 2 };
		assert_eq!(
			events(),
			[Event::Credited {
				lease: LEASE,
				provider: ALICE,
				tab: TAB,
				asset: NATIVE,
				amount: 98,
				breach
			}]
		);
		let record = RecordTrace::take().pop().expect("a verdict is recorded");
		assert_eq!(record.category, Category::Compliance);
		assert_eq!((record.actor, record.subject), (None, Subject::Lease(LEASE)));
		assert_eq!(record.action, "lease.credited");
		let debt = Debt {
			provider: ALICE,
			asset: NATIVE,
			tab: TAB,
			amount: 98,
			breach,
			until: at(DEBT_LIFE),
		};
		assert_eq!(record.particulars, debt.encode());
	});
}

#[test]
fn close_credits_every_fault_and_nothing_else() {
	for reason in [
		CloseReason::Completed,
		CloseReason::Cancelled,
		CloseReason::StartMissed,
		CloseReason::ProviderDown,
		CloseReason::ReportMissed,
		CloseReason::ProviderFailed,
	] {
		silver().build_and_execute(|| {
			assert_ok!(open(LEASE, ALICE, 1_000));
			let credited = if reason.is_provider_fault() { 500 } else { 0 };
			assert_eq!(close(LEASE, 100, 0, 1_000, reason), Ok(credited));
			assert_eq!(books(ALICE), (COLLATERAL - credited, 0));
		});
	}
}

#[test]
fn close_credits_the_whole_bill_in_the_standard_tier() {
	ExtBuilder::default().provider(ALICE).build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_eq!(close(LEASE, 7, 0, 777, CloseReason::ReportMissed), Ok(777));
		assert_eq!(books(ALICE), (COLLATERAL - 777, 0));
	});
}

#[test]
fn close_credits_no_more_than_was_locked() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_ok!(open(LeaseId(12), ALICE, 1_000));
		assert_eq!(close(LEASE, 1, 0, 1_000_000, CloseReason::ProviderDown), Ok(500));
		assert_eq!(books(ALICE), (COLLATERAL - 1_000, 500), "the other lease stays covered");
	});
}

#[test]
fn close_works_in_the_asset_of_the_account() {
	silver().build_and_execute(|| {
		assert_ok!(<Sla as Coverage<u64>>::open(LEASE, &ALICE, STANDARD, TAB, &ASSET, 1_000));
		assert_eq!(close(LEASE, 1, 0, 100, CloseReason::ProviderDown), Ok(50));
		assert_eq!(Booked::get((TAB, ASSET)), 50);
		assert_eq!(books(ALICE), (COLLATERAL, 0));
	});
}

#[test]
fn close_defers_the_credit_when_money_cannot_move() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		Frozen::insert(NATIVE, true);
		assert_eq!(close(LEASE, 1, 0, 1_000, CloseReason::ProviderDown), Ok(0));
		assert_eq!(books(ALICE), (COLLATERAL - 500, 500), "what is owed stays locked");
		let breach = Breach::Fault(CloseReason::ProviderDown);
		assert_eq!(
			events(),
			[Event::CreditDeferred {
				lease: LEASE,
				provider: ALICE,
				tab: TAB,
				asset: NATIVE,
				amount: 500,
				breach,
				error: FROZEN
			}]
		);
		assert_eq!(actions(), ["lease.credit_deferred"]);
		assert_eq!(Sla::debt(LEASE).map(|debt| debt.amount), Some(500));
	});
}

#[test]
fn close_moves_no_money_when_the_account_cannot_take_it() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 2_000));
		TabGone::put(true);
		assert_eq!(close(LEASE, 1, 0, 1_000, CloseReason::ProviderDown), Ok(0));
		assert_eq!(Pot::get(NATIVE), 0);
		assert_eq!(books(ALICE), (COLLATERAL - 500, 500));
	});
}

#[test]
fn close_fails_when_the_lease_is_not_covered() {
	silver().build_and_execute(|| {
		assert_noop!(close(LEASE, 1, 0, 1, CloseReason::Completed), Error::<Test>::NotCovered);
		assert_ok!(open(LEASE, ALICE, 1));
		assert_ok!(close(LEASE, 1, 0, 1, CloseReason::Completed));
		assert_noop!(close(LEASE, 1, 0, 1, CloseReason::Completed), Error::<Test>::NotCovered);
	});
}

#[test]
fn is_up_is_false_when_the_provider_is_unknown() {
	silver().build_and_execute(|| {
		assert!(<Sla as Coverage<u64>>::is_up(&ALICE));
		assert!(!<Sla as Coverage<u64>>::is_up(&BOB));
		Sla::enrol(&BOB);
		assert!(!<Sla as Coverage<u64>>::is_up(&BOB));
	});
}
