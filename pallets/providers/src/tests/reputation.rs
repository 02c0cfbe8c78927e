//! What neighbours see of the reputation, and what they do to it.

use super::*;
use crate::reputation::{
	DECLINES_PER_DAY, GAIN_PER_DAY, HALF_LIFE, LOSS_PER_DAY, MAX_UNEARNED, NEWCOMER,
};
use tradewind_primitives::{
	traits::Reputation, CloseReason, LeaseBill, NEUTRAL_REPUTATION, TOP_REPUTATION,
};

const DAY: u64 = 24 * 60 * 60;
/// Long enough for every newcomer to be neutral.
const AGES: u64 = 100 * HALF_LIFE;

fn bill(seconds: u64, amount: Balance) -> LeaseBill {
	LeaseBill { seconds, amount, ..Default::default() }
}

/// A lease that Alice sold ends.
fn ended(owner: AccountId, asset: AssetId, reason: CloseReason, bill: LeaseBill) {
	Providers::lease_closed(&ALICE, &owner, &asset, reason, &bill);
}

/// A day of Bob's ends well, fully paid.
fn served_a_day() {
	ended(BOB, AssetId::Native, CloseReason::Completed, bill(DAY, FULL_DAY));
}

/// Alice's.
fn score() -> u32 {
	Providers::reputation(ALICE).unwrap()
}

#[test]
fn a_newcomer_is_halfway_to_neutral_and_a_stranger_is_neutral() {
	ExtBuilder::default().alice().build_and_execute(|| {
		assert_eq!(score(), NEWCOMER);
		assert_eq!(<Providers as Reputation<_>>::reputation(&ALICE), NEWCOMER);
		assert_eq!(Providers::reputation(BOB), None);
		assert_eq!(<Providers as Reputation<_>>::reputation(&BOB), NEUTRAL_REPUTATION);
		pass(AGES);
		assert_eq!(score(), NEUTRAL_REPUTATION);
	});
}

#[test]
fn service_raises_it_by_what_was_paid() {
	ExtBuilder::default().alice().build_and_execute(|| {
		pass(AGES);
		served_a_day();
		assert_eq!(score(), NEUTRAL_REPUTATION + GAIN_PER_DAY);
		ended(BOB, AssetId::Native, CloseReason::OutOfFunds, bill(DAY, FULL_DAY / 2));
		assert_eq!(score(), NEUTRAL_REPUTATION + GAIN_PER_DAY + GAIN_PER_DAY / 2);
		assert_eq!((events(), trace()), (vec![], vec![]));
	});
}

#[test]
fn service_raises_it_no_faster_than_days_pass() {
	ExtBuilder::default().alice().build_and_execute(|| {
		// Nothing can be earned before the first day has passed.
		for _ in 0..100 {
			served_a_day();
		}
		assert_eq!(score(), NEWCOMER);
		pass(DAY);
		let before = score();
		for _ in 0..100 {
			served_a_day();
		}
		assert_eq!(score(), before + GAIN_PER_DAY);
		pass(AGES);
		for _ in 0..100 {
			served_a_day();
		}
		assert_eq!(score(), NEUTRAL_REPUTATION + MAX_UNEARNED);
	});
}

#[test]
fn service_for_oneself_and_for_other_assets_raises_nothing() {
	ExtBuilder::default().alice().build_and_execute(|| {
		pass(AGES);
		let before = crate::Standings::<Test>::get(ALICE);
		ended(ALICE, AssetId::Native, CloseReason::Completed, bill(DAY, FULL_DAY));
		ended(BOB, USD, CloseReason::Completed, bill(DAY, FULL_DAY));
		assert_eq!(crate::Standings::<Test>::get(ALICE), before);
	});
}

#[test]
fn what_an_owner_forfeits_raises_nothing() {
	ExtBuilder::default().alice().build_and_execute(|| {
		pass(AGES);
		let forfeited = LeaseBill { forfeit: FULL_DAY, ..bill(DAY, 0) };
		ended(BOB, AssetId::Native, CloseReason::Cancelled, forfeited);
		assert_eq!(score(), NEUTRAL_REPUTATION);
	});
}

#[test]
fn faults_lower_it_whoever_the_customer_is_and_whatever_was_paid() {
	ExtBuilder::default().alice().build_and_execute(|| {
		pass(AGES);
		let mut old = score();
		for (owner, asset, reason, fault) in [
			(BOB, USD, CloseReason::StartMissed, Fault::StartMissed),
			(BOB, AssetId::Native, CloseReason::ReportMissed, Fault::ReportMissed),
			(ALICE, USD, CloseReason::ProviderDown, Fault::ProviderDown),
			(ALICE, AssetId::Native, CloseReason::ProviderFailed, Fault::Declined),
			(BOB, AssetId::Native, CloseReason::ProviderLeft, Fault::ClosedEarly),
			(BOB, USD, CloseReason::Misuse, Fault::ClosedEarly),
		] {
			ended(owner, asset, reason, bill(DAY, 0));
			let new = old - fault.cost();
			assert_eq!(score(), new);
			assert_eq!(events(), [Event::ReputationLowered { provider: ALICE, fault, old, new }]);
			old = new;
		}
	});
}

#[test]
fn a_credit_lowers_it_even_when_the_lease_ended_well() {
	ExtBuilder::default().alice().build_and_execute(|| {
		pass(AGES);
		let old = score();
		let bill = LeaseBill { credited: 1, ..bill(DAY, FULL_DAY) };
		ended(BOB, AssetId::Native, CloseReason::Completed, bill);
		let fault = Fault::ServiceLevel;
		let new = old - fault.cost();
		assert_eq!(events(), [Event::ReputationLowered { provider: ALICE, fault, old, new }]);
	});
}

#[test]
fn one_outage_costs_no_more_than_a_day_of_faults() {
	ExtBuilder::default().alice().build_and_execute(|| {
		pass(AGES);
		let old = score();
		for _ in 0..50 {
			ended(BOB, USD, CloseReason::ProviderDown, bill(0, 0));
		}
		let new = old - LOSS_PER_DAY;
		assert_eq!(score(), new);
		// The fault is told of even where it takes nothing any more.
		assert_eq!(
			events().pop(),
			Some(Event::ReputationLowered {
				provider: ALICE,
				fault: Fault::ProviderDown,
				old: new,
				new
			})
		);
	});
}

#[test]
fn customers_who_send_rubbish_cannot_ruin_a_provider_that_serves() {
	ExtBuilder::default().alice().build_and_execute(|| {
		for _ in 0..365 {
			pass(DAY);
			served_a_day();
			let before = score();
			for _ in 0..100 {
				ended(CHARLIE, USD, CloseReason::ProviderFailed, bill(0, 0));
			}
			assert!(before - score() <= DECLINES_PER_DAY);
		}
		assert!(score() > NEUTRAL_REPUTATION + 200_000);
		assert!(score() < TOP_REPUTATION);
	});
}

#[test]
fn leaving_forgets_it_and_coming_back_begins_anew() {
	ExtBuilder::default().bob().alice().build_and_execute(|| {
		pass(AGES);
		served_a_day();
		assert_ok!(Providers::retire(RuntimeOrigin::signed(ALICE)));
		assert_eq!(Providers::reputation(ALICE), None);
		assert_eq!(<Providers as Reputation<_>>::reputation(&ALICE), NEUTRAL_REPUTATION);
		// What a lease came to after all has nobody to be told of.
		let before = crate::Standings::<Test>::get(ALICE);
		served_a_day();
		ended(BOB, USD, CloseReason::ProviderDown, bill(0, 0));
		assert_eq!(crate::Standings::<Test>::get(ALICE), before);
		pass(UNBONDING);
		assert_ok!(Providers::withdraw_unbonded(RuntimeOrigin::signed(ALICE), AssetId::Native));
		assert_ok!(Providers::register(
			RuntimeOrigin::signed(ALICE),
			profile("eu"),
			ALICE_AGENT,
			key(1),
			MIN_COLLATERAL
		));
		assert_eq!(score(), NEWCOMER);
	});
}
