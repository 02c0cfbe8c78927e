//! Each invariant is broken once and must be caught; random blocks must break none.

use super::*;
use frame_support::storage::unhashed;
use proptest::prelude::*;
use sp_runtime::TryRuntimeError;

fn caught(expected: &'static str) {
	assert_eq!(Audit::do_try_state(), Err(TryRuntimeError::Other(expected)));
}

#[test]
fn i1_catches_a_list_that_is_too_long_or_unreadable() {
	ExtBuilder.build().execute_with(|| {
		let list = vec![H256::repeat_byte(1); MAX_RECORDS as usize + 1];
		unhashed::put(&Leaves::<Test>::hashed_key(), &list);
		caught("I1: there are too many leaves");
		// Three leaves are announced and none is there.
		unhashed::put_raw(&Leaves::<Test>::hashed_key(), &[3 << 2]);
		caught("I1: the leaves cannot be read");
	});
}

#[test]
fn i2_catches_a_leaf_that_is_no_digest() {
	ExtBuilder.build().execute_with(|| {
		assert_ok!(Leaves::<Test>::try_mutate(|leaves| leaves.try_push(H256::zero())));
		caught("I2: a leaf is no digest");
	});
}

#[test]
fn i3_tells_an_empty_block_from_another() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Audit::block_root(), H256::zero());
		place(1);
		assert_ne!(Audit::block_root(), H256::zero());
	});
}

#[derive(Clone, Debug)]
enum Op {
	Record(u64),
	Attest(AccountId, u8),
	NextBlock,
}

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		6 => (0u64..5).prop_map(Op::Record),
		4 => (1u64..4, any::<u8>()).prop_map(|(who, byte)| Op::Attest(who, byte)),
		1 => Just(Op::NextBlock),
	]
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

	/// Whatever was written, every record of every block is proved against the root that MMR saw.
	#[test]
	fn random_blocks_keep_every_invariant(ops in prop::collection::vec(op(), 1..60)) {
		let mut ext = ExtBuilder.build();
		let mut roots = Vec::new();
		ext.execute_with(|| {
			next_block();
			for op in ops.into_iter().chain([Op::NextBlock]) {
				match op {
					Op::Record(task) => {
						place(task);
					},
					Op::Attest(who, byte) => {
						let full = Leaves::<Test>::get().is_full();
						let digest = H256::repeat_byte(byte);
						let outcome =
							Audit::attest(RuntimeOrigin::signed(who), digest, note("random"));
						assert_eq!(outcome.is_err(), full);
					},
					Op::NextBlock => {
						let block = System::block_number();
						let count = Leaves::<Test>::get().len();
						let root = next_block();
						roots.push((block, count, root));
					},
				}
				assert_ok!(Audit::do_try_state());
			}
		});
		for (block, count, root) in roots {
			let list = offchain(&mut ext, &crate::leaves_key(hash_of(block)));
			let leaves: Vec<H256> =
				list.map_or(Vec::new(), |list| Decode::decode(&mut &list[..]).unwrap());
			assert_eq!(leaves.len(), count);
			assert_eq!(crate::root(&leaves), root);
			for index in 0..count as u32 {
				let proof = crate::prove(&leaves, index).unwrap();
				let body = offchain(&mut ext, &crate::body_key(&proof.leaf)).unwrap();
				assert!(crate::verify(&root, &body, &proof));
			}
		}
	}
}
