use super::*;
use crate::{Gauge, Index, Markets, Policy};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::{DispatchError, Perbill};
use tradewind_primitives::ClassId;

fn set(class: ClassId, policy: Policy) -> DispatchResult {
	Marketplace::set_index(RuntimeOrigin::root(), class, policy)
}

fn index() -> Index {
	Markets::<Test>::get(CPU).expect("the class has one").index
}

#[test]
fn set_index_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let new = Policy { floor: FixedU128::from_u32(2), ..POLICY };
		assert_ok!(set(CPU, new));
		let index = index();
		assert_eq!((index.policy, index.level), (new, FixedU128::from_u32(2)));
		assert_eq!(take_events(), [Event::IndexSet { class: CPU, old: POLICY, new }]);
		let entry = (
			Category::Configuration,
			None,
			Subject::Class(CPU),
			b"class.index_set".to_vec(),
			(CPU, POLICY, new).encode(),
		);
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn set_index_measures_by_its_own_gauge() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		leased();
		assert_ok!(set(CPU, Policy { gauge: Gauge::Memory, ..POLICY }));
		assert_eq!(index().usage(), Some(Perbill::from_rational(1_024u32, 16_384)));
	});
}

#[test]
fn set_index_accrues_what_the_old_policy_made_of_the_time_before() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		pass(43_200);
		assert_ok!(set(CPU, Policy { target: Perbill::from_percent(1), ..POLICY }));
		let level = index().level;
		assert!(level < FixedU128::from_rational(76, 100));
		assert!(level > FixedU128::from_rational(74, 100));
	});
}

#[test]
fn set_index_fails_when_it_is_wrong() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Marketplace::set_index(RuntimeOrigin::signed(ALICE), CPU, POLICY),
			DispatchError::BadOrigin
		);
		assert_noop!(set(ClassId(2), POLICY), E::UnknownClass);
		assert_noop!(set(CPU, Policy { target: Perbill::zero(), ..POLICY }), E::BadPolicy);
	});
}
