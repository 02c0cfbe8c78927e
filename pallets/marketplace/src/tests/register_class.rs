use super::*;
use crate::{Class, Classes, Index, Market, Markets, NextClassId};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use tradewind_primitives::ClassId;

#[test]
fn register_class_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Marketplace::register_class(RuntimeOrigin::root(), name("tpu.v9")));
		let class = ClassId(2);
		assert_eq!(Classes::<Test>::get(class), Some(Class { name: name("tpu.v9") }));
		let (index, directory) = (Index::new(POLICY, START), Default::default());
		let market = Market { index, directory, next_page: 0 };
		assert_eq!(Markets::<Test>::get(class), Some(market));
		assert_eq!(take_events(), [Event::ClassRegistered { class, name: name("tpu.v9") }]);
		let entry = (
			Category::Configuration,
			None,
			Subject::Class(class),
			b"class.registered".to_vec(),
			(class, name("tpu.v9")).encode(),
		);
		assert_eq!(take_entries(), [entry]);
	});
}

#[test]
fn register_class_fails_when_origin_is_not_admin() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert_noop!(Marketplace::register_class(origin, name("tpu.v9")), DispatchError::BadOrigin);
	});
}

#[test]
fn register_class_fails_when_name_is_empty() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Marketplace::register_class(RuntimeOrigin::root(), name("")), E::NoName);
	});
}

#[test]
fn register_class_fails_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextClassId::<Test>::put(ClassId(u16::MAX));
		assert_noop!(
			Marketplace::register_class(RuntimeOrigin::root(), name("tpu.v9")),
			E::IdsExhausted
		);
	});
}
