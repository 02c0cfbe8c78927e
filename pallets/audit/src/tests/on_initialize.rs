use super::*;

#[test]
fn on_initialize_turns_the_page_after_the_root_was_read() {
	let mut ext = ExtBuilder.build();
	let leaves = ext.execute_with(|| {
		next_block();
		let leaves = [crate::leaf_of(&place(1)), crate::leaf_of(&place(2))];
		let root = Audit::block_root();
		// What MMR reads at the beginning of block 3 is the root of block 2.
		assert_eq!(next_block(), root);
		assert_eq!(Audit::block_root(), H256::zero());
		assert!(!Leaves::<Test>::exists());
		leaves
	});
	let list = offchain(&mut ext, &crate::leaves_key(hash_of(2))).unwrap();
	assert_eq!(Vec::<H256>::decode(&mut &list[..]), Ok(leaves.to_vec()));
}

#[test]
fn on_initialize_files_nothing_when_nothing_was_recorded() {
	let mut ext = ExtBuilder.build();
	ext.execute_with(|| {
		next_block();
		assert_eq!(next_block(), H256::zero());
	});
	assert_eq!(offchain(&mut ext, &crate::leaves_key(hash_of(2))), None);
}

#[test]
fn blocks_that_compete_do_not_overwrite_each_other() {
	let mut ext = ExtBuilder.build();
	// Two blocks 2 on the same parent: the second is imported after the first.
	let records: Vec<_> = [1, 2]
		.into_iter()
		.map(|task| {
			ext.execute_with(|| {
				Leaves::<Test>::kill();
				System::set_block_number(1);
				next_block();
				place(task)
			})
		})
		.collect();
	for record in records {
		assert!(offchain(&mut ext, &crate::body_key(&crate::leaf_of(&record))).is_some());
	}
}

#[test]
fn an_old_record_is_proved_from_the_offchain_database_alone() {
	let mut ext = ExtBuilder.build();
	let root = ext.execute_with(|| {
		next_block();
		(1..=9).for_each(|task| {
			place(task);
		});
		next_block()
	});
	let list = offchain(&mut ext, &crate::leaves_key(hash_of(2))).unwrap();
	let leaves = Vec::<H256>::decode(&mut &list[..]).unwrap();
	for index in 0..9 {
		let proof = crate::prove(&leaves, index).unwrap();
		let body = offchain(&mut ext, &crate::body_key(&proof.leaf)).unwrap();
		assert!(crate::verify(&root, &body, &proof));
	}
}
