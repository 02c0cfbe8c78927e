use crate::{mock::*, types::DEBT_LIFE, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use tradewind_primitives::{
	traits::{Coverage, Liveness},
	Category, CloseReason, Cover, LeaseId, StreamBill, Subject, TierId,
};

fn silver() -> ExtBuilder {
	ExtBuilder::default().provider(ALICE).tier(STANDARD, tier())
}

#[test]
fn open_locks_what_the_worst_bill_can_cost() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_001));
		assert_eq!(books(ALICE), (COLLATERAL - 501, 501), "rounded up");
		assert_eq!(cover(LEASE), Cover { locked: 501, promise: tier().promise(), excused: 0 });
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
			<Sla as Coverage<u64>>::open(&ALICE, TierId(9), &NATIVE, 1),
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
fn open_fails_when_collateral_is_short() {
	silver().build_and_execute(|| {
		assert_noop!(open(LEASE, ALICE, 2 * COLLATERAL + 1), SHORT);
		assert_ok!(open(LEASE, ALICE, 2 * COLLATERAL));
		assert_eq!(books(ALICE), (0, COLLATERAL));
	});
}

#[test]
fn adjust_locks_what_is_lacking_and_frees_what_is_too_much() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		for (worst_bill, locked) in [(1_001, 501), (4_000, 2_000), (4_000, 2_000), (2, 1), (0, 0)] {
			assert_ok!(adjust(LEASE, worst_bill));
			assert_eq!(books(ALICE), (COLLATERAL - locked, locked));
			assert_eq!(cover(LEASE), Cover { locked, promise: tier().promise(), excused: 0 });
		}
		assert_ok!(adjust(LEASE, 10));
		assert_eq!(close(LEASE, 1, 0, 10, CloseReason::ProviderDown), Ok(5));
		assert_eq!(books(ALICE), (COLLATERAL - 5, 0));
	});
}

#[test]
fn adjust_works_in_the_asset_of_the_account() {
	silver().build_and_execute(|| {
		assert_ok!(open_in(ASSET, LEASE, ALICE, 1_000));
		assert_ok!(adjust(LEASE, 2_000));
		assert_eq!(Books::get((ALICE, ASSET)), (COLLATERAL - 1_000, 1_000));
		assert_eq!(books(ALICE), (COLLATERAL, 0));
	});
}

#[test]
fn adjust_fails_when_collateral_is_short() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		let before = cover(LEASE);
		let mut cover = before;
		let too_much = 2 * COLLATERAL + 1;
		assert_noop!(<Sla as Coverage<u64>>::adjust(&ALICE, &NATIVE, &mut cover, too_much), SHORT);
		assert_eq!(cover, before);
		assert_ok!(adjust(LEASE, too_much - 1));
		assert_eq!(books(ALICE), (0, COLLATERAL));
	});
}

#[test]
fn what_was_promised_stays_when_the_tier_changes() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		let generous = Tier {
			availability: Perbill::one(),
			credit: Perbill::one(),
			fault_credit: Perbill::one(),
			collateral: Perbill::one(),
			..tier()
		};
		assert_ok!(Sla::set_tier(RuntimeOrigin::root(), STANDARD, generous));
		assert_ok!(open(LeaseId(12), ALICE, 1_000));
		assert_ok!(adjust(LEASE, 2_000));
		assert_eq!(books(ALICE).1, 1_000 + 1_000);
		assert_ok!(Sla::remove_tier(RuntimeOrigin::root(), STANDARD));
		assert_ok!(adjust(LEASE, 3_000));
		assert_eq!(close(LEASE, 99, 1, 3_000, CloseReason::ProviderDown), Ok(1_500));
		assert_eq!(close(LeaseId(12), 99, 1, 1_000, CloseReason::Completed), Ok(1_000));
		assert_eq!(books(ALICE), (COLLATERAL - 2_500, 0));
	});
}

#[test]
fn close_gives_everything_back_when_promises_were_kept() {
	silver().build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		assert_eq!(close(LEASE, 99, 1, 1_000, CloseReason::Completed), Ok(0));
		assert_eq!(books(ALICE), (COLLATERAL, 0));
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
	for reason in REASONS {
		silver().build_and_execute(|| {
			assert_ok!(open(LEASE, ALICE, 1_000));
			let credited = if reason.is_provider_fault() { 500 } else { 0 };
			assert_eq!(close(LEASE, 100, 0, 1_000, reason), Ok(credited));
			assert_eq!(books(ALICE), (COLLATERAL - credited, 0));
		});
	}
}

#[test]
fn close_credits_no_part_of_a_forfeit() {
	silver().build_and_execute(|| {
		let cover = <Sla as Coverage<u64>>::open(&ALICE, STANDARD, &NATIVE, 1_000).unwrap();
		let bill = StreamBill { seconds: 90, downtime: 10, amount: 100, forfeit: 900 };
		let reason = CloseReason::Cancelled;
		let credited =
			<Sla as Coverage<u64>>::close(LEASE, &ALICE, TAB, &NATIVE, cover, &bill, 0, reason);
		assert_eq!(credited, Ok(10));
	});
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
		assert_ok!(open_in(ASSET, LEASE, ALICE, 1_000));
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
fn is_up_is_false_when_the_provider_is_unknown() {
	silver().build_and_execute(|| {
		assert!(<Sla as Coverage<u64>>::is_up(&ALICE));
		assert!(!<Sla as Coverage<u64>>::is_up(&BOB));
		Sla::enrol(&BOB);
		assert!(!<Sla as Coverage<u64>>::is_up(&BOB));
	});
}

#[test]
fn what_was_promised_besides_is_owed_for_after_a_fault() {
	silver().build_and_execute(|| {
		for (reason, owed) in [(CloseReason::ProviderLeft, 500), (CloseReason::Cancelled, 0)] {
			let before = books(ALICE);
			assert_ok!(open(LEASE, ALICE, 1_000));
			assert_eq!(close_unserved(LEASE, (10, 0), 100, 900, reason), Ok(owed));
			assert_eq!(books(ALICE), (before.0 - owed, 0));
		}
	});
}
