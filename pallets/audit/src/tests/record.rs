use super::*;

#[test]
fn record_keeps_the_leaf_in_the_state_and_the_body_off_chain() {
	let mut ext = ExtBuilder.build();
	let (first, second) = ext.execute_with(|| {
		let records = (place(1), place(2));
		let leaves = [crate::leaf_of(&records.0), crate::leaf_of(&records.1)];
		assert_eq!(leaves[0], H256(keccak_256(&records.0.encode())));
		assert_eq!(Leaves::<Test>::get().to_vec(), leaves);
		assert_eq!(
			events(),
			[
				Event::Recorded { index: 0, leaf: leaves[0] },
				Event::Recorded { index: 1, leaf: leaves[1] }
			]
		);
		records
	});
	for record in [first, second] {
		let body = offchain(&mut ext, &crate::body_key(&crate::leaf_of(&record))).unwrap();
		assert_eq!(Record::<AccountId>::decode(&mut &body[..]), Ok(record));
	}
}

#[test]
fn record_is_provable_in_its_block() {
	ExtBuilder.build_and_execute(|| {
		let records: Vec<_> = (1..=5).map(place).collect();
		let root = Audit::root_of_block();
		for (index, record) in records.iter().enumerate() {
			let proof = Audit::proof_in_block(index as u32).unwrap();
			assert!(crate::verify(&root, &record.encode(), &proof));
		}
		assert_eq!(Audit::proof_in_block(5), None);
	});
}

#[test]
fn record_says_so_when_the_block_is_full() {
	let mut ext = ExtBuilder.build();
	let lost = ext.execute_with(|| {
		for task in 0..u64::from(MAX_RECORDS) {
			place(task);
		}
		events();
		let root = Audit::block_root();
		let lost = place(99);
		assert_eq!(events(), [Event::Full { leaf: crate::leaf_of(&lost) }]);
		assert_eq!(Audit::block_root(), root);
		assert_ok!(Audit::do_try_state());
		lost
	});
	let body = offchain(&mut ext, &crate::body_key(&crate::leaf_of(&lost)));
	assert_eq!(body, Some(lost.encode()));
}

#[test]
fn record_of_a_call_that_fails_leaves_nothing() {
	let mut ext = ExtBuilder.build();
	let record = ext.execute_with(|| {
		let mut record = None;
		let outcome: Result<(), sp_runtime::DispatchError> =
			frame_support::storage::with_storage_layer(|| {
				record = Some(place(1));
				Err("the call failed".into())
			});
		assert!(outcome.is_err());
		assert!(Leaves::<Test>::get().is_empty());
		assert_eq!(events(), []);
		record.unwrap()
	});
	assert_eq!(offchain(&mut ext, &crate::body_key(&crate::leaf_of(&record))), None);
}

#[test]
fn equal_records_are_two_entries() {
	ExtBuilder.build_and_execute(|| {
		place(1);
		place(1);
		assert_eq!(Leaves::<Test>::get().len(), 2);
	});
}
