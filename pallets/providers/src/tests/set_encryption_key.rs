use super::*;
use crate::{types::MAX_RETIRED_KEYS, RetiredKey};

fn set(number: u8) -> sp_runtime::DispatchResult {
	Providers::set_encryption_key(RuntimeOrigin::signed(ALICE), key(number))
}

#[test]
fn set_encryption_key_works() {
	ExtBuilder::default().alice().build_and_execute(|| {
		pass(5);
		assert_ok!(set(7));
		let provider = crate::Providers::<Test>::get(ALICE).unwrap();
		assert_eq!(provider.encryption_key, key(7));
		assert_eq!(
			provider.retired_keys.to_vec(),
			[RetiredKey { key: key(1), until: Timestamp(START + 5) }]
		);
		assert_eq!(
			events(),
			[Event::EncryptionKeySet { provider: ALICE, old: key(1), new: key(7) }]
		);
		assert_eq!(trace(), [record(Category::Access, ALICE, "provider.key_set")]);
	});
}

#[test]
fn set_encryption_key_forgets_the_oldest_when_the_list_is_full() {
	ExtBuilder::default().alice().build_and_execute(|| {
		for number in 0..MAX_RETIRED_KEYS as u8 {
			assert_ok!(set(20 + number));
		}
		assert_eq!(crate::EncryptionKeys::<Test>::get(key(1)), Some(ALICE));
		assert_ok!(set(40));
		assert_eq!(crate::EncryptionKeys::<Test>::get(key(1)), None);
		assert_eq!(crate::EncryptionKeys::<Test>::get(key(20)), Some(ALICE));
	});
}

#[test]
fn set_encryption_key_fails_when_it_is_remembered_or_zero() {
	ExtBuilder::default().alice().bob().build_and_execute(|| {
		assert_ok!(set(7));
		for number in [1, 2, 7] {
			assert_noop!(set(number), Error::<Test>::KeyInUse);
		}
		assert_noop!(set(0), Error::<Test>::ZeroKey);
	});
}
