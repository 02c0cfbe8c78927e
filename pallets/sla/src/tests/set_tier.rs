use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError::BadOrigin, Perbill};
use tradewind_primitives::{CloseReason, TierId};

const ID: TierId = TierId(1);

#[test]
fn set_tier_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Sla::set_tier(RuntimeOrigin::root(), ID, tier()));
		assert_eq!(Tiers::<Test>::get(ID), Some(tier()));
		assert_eq!(events(), [Event::TierSet { id: ID, tier: tier() }]);
		assert_eq!(actions(), ["tier.set"]);
	});
}

#[test]
fn set_tier_leaves_open_leases_what_they_were_promised() {
	ExtBuilder::default().provider(ALICE).tier(STANDARD, tier()).build_and_execute(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		let better = Tier { availability: Perbill::one(), ..tier() };
		assert_ok!(Sla::set_tier(RuntimeOrigin::root(), STANDARD, better));
		assert_eq!(close(LEASE, 99, 1, 1_000, CloseReason::Completed), Ok(0));
	});
}

#[test]
fn set_tier_works_when_collateral_just_covers() {
	ExtBuilder::default().build_and_execute(|| {
		let exact = Tier { collateral: tier().fault_credit, ..tier() };
		assert_ok!(Sla::set_tier(RuntimeOrigin::root(), ID, exact));
	});
}

#[test]
fn set_tier_fails_when_collateral_falls_short() {
	ExtBuilder::default().build_and_execute(|| {
		let short = Perbill::from_parts(tier().fault_credit.deconstruct() - 1);
		assert_noop!(
			Sla::set_tier(RuntimeOrigin::root(), ID, Tier { collateral: short, ..tier() }),
			Error::<Test>::Undercollateralised
		);
		let credit = Perbill::from_percent(51);
		assert_noop!(
			Sla::set_tier(RuntimeOrigin::root(), ID, Tier { credit, ..tier() }),
			Error::<Test>::Undercollateralised
		);
	});
}

#[test]
fn set_tier_fails_when_there_is_no_name() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Sla::set_tier(RuntimeOrigin::root(), ID, Tier { name: name(""), ..tier() }),
			Error::<Test>::Unnamed
		);
	});
}

#[test]
fn set_tier_fails_when_there_is_no_time_to_start() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Sla::set_tier(RuntimeOrigin::root(), ID, Tier { start_within: 0, ..tier() }),
			Error::<Test>::NoTimeToStart
		);
	});
}

#[test]
fn set_tier_fails_when_the_origin_is_not_the_admin() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Sla::set_tier(RuntimeOrigin::signed(ALICE), ID, tier()), BadOrigin);
	});
}
