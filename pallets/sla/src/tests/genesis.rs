use crate::{mock::*, *};
use tradewind_primitives::{traits::Coverage, Timestamp};

#[test]
fn genesis_names_a_standard_tier_by_default() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Tiers::<Test>::get(STANDARD), Some(Tier::standard()));
		assert_eq!(Sla::tier(STANDARD), Some(Tier::standard()));
		assert_eq!(<Sla as Coverage<u64>>::start_within(STANDARD), Some(60));
	});
}

#[test]
fn genesis_takes_other_tiers() {
	let id = tradewind_primitives::TierId(3);
	ExtBuilder::default().tier(id, tier()).build_and_execute(|| {
		assert_eq!(Tiers::<Test>::iter().collect::<Vec<_>>(), [(id, tier())]);
	});
}

#[test]
#[should_panic(expected = "a tier of the genesis")]
fn genesis_refuses_a_tier_that_cannot_be_kept() {
	let id = tradewind_primitives::TierId(3);
	ExtBuilder::default().tier(id, Tier { start_within: 0, ..tier() }).build();
}

#[test]
fn a_provider_of_the_genesis_is_counted_from_its_first_beat() {
	ExtBuilder::default().build_and_execute(|| {
		use tradewind_primitives::traits::Liveness;
		Now::kill();
		endow(ALICE);
		Sla::enrol(&ALICE);
		assert_eq!(Uptimes::<Test>::get(ALICE).map(|u| u.enrolled), Some(Timestamp(0)));
		block_at(0);
		let before = Sla::statement(ALICE).expect("enrolled");
		assert!(!before.up);
		assert_eq!((before.counted, before.downtime), (0, 0));
		Sla::beat(&ALICE).expect("enrolled");
		Now::put(at(GRACE + 5));
		let after = Sla::statement(ALICE).expect("enrolled");
		assert_eq!((after.enrolled, after.counted, after.downtime), (at(0), GRACE + 5, 5));
	});
}

#[test]
fn the_wiring_of_the_mock_passes() {
	ExtBuilder::default().build_and_execute(integrity_test);
}
