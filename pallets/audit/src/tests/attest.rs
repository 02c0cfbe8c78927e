use super::*;

#[test]
fn attest_works() {
	ExtBuilder.build_and_execute(|| {
		let digest = H256::repeat_byte(7);
		assert_ok!(Audit::attest(RuntimeOrigin::signed(ALICE), digest, note("audited")));
		let leaf = crate::leaf_of(&Record {
			at: Timestamp(START),
			category: Category::Compliance,
			actor: Some(ALICE),
			subject: Subject::Outside(digest),
			action: b"audit.attested".to_vec().try_into().unwrap(),
			digest: H256((ALICE, digest, note("audited")).using_encoded(blake2_256)),
		});
		assert_eq!(Leaves::<Test>::get().to_vec(), [leaf]);
		assert_eq!(
			events(),
			[
				Event::Recorded { index: 0, leaf },
				Event::Attested { who: ALICE, digest, note: note("audited") }
			]
		);
	});
}

#[test]
fn attest_fails_when_nobody_signs() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			Audit::attest(RuntimeOrigin::root(), H256::zero(), note("")),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn attest_takes_the_last_place_and_fails_when_the_block_is_full() {
	ExtBuilder.build_and_execute(|| {
		for task in 1..u64::from(MAX_RECORDS) {
			place(task);
		}
		let attest = || Audit::attest(RuntimeOrigin::signed(BOB), H256::zero(), note("late"));
		assert_ok!(attest());
		assert_noop!(attest(), Error::<Test>::TooManyRecords);
		next_block();
		assert_ok!(attest());
	});
}
