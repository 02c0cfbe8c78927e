//! `set_policy`.

use crate::{mock::*, Error, Event, Policy, Status, VoucherKey};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Perbill};
use tradewind_primitives::{ChannelId, StreamId, Subject, Timestamp};

const POLICY: Policy =
	Policy { fee: Perbill::from_percent(2), grace: 50, challenge: 7, min_runway: 10 };

#[test]
fn set_policy_works() {
	ExtBuilder::build_and_execute(|| {
		assert_eq!(Billing::policy(), DefaultPolicy::get());

		assert_ok!(Billing::set_policy(RuntimeOrigin::root(), POLICY));

		assert_eq!(Billing::policy(), POLICY);
		assert_eq!(events(), [Event::PolicySet { policy: POLICY }]);
		let pot = Billing::pot_account();
		assert_eq!(records(), [(None, Subject::Account(pot), "billing.policy_set")]);
	});
}

#[test]
fn set_policy_fails_when_not_the_admin_asks_or_there_is_no_runway() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::set_policy(signed(ALICE), POLICY), DispatchError::BadOrigin);
		assert_noop!(
			Billing::set_policy(RuntimeOrigin::root(), Policy { min_runway: 0, ..POLICY }),
			Error::<Test>::NoRunway
		);
	});
}

#[test]
fn set_policy_rules_what_happens_from_then_on() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 100);
		assert_noop!(open(ALICE, running(TAB, 10)), Error::<Test>::InsufficientFunds);
		assert_ok!(Billing::set_policy(RuntimeOrigin::root(), POLICY));
		flow(ALICE, running(TAB, 10));
		run(12);
		let since = Timestamp(GENESIS + 10);
		let grace_until = since.plus(50);
		assert_eq!(account_of(TAB).status, Status::Frozen { since, grace_until, swept: false });
		// A grace that has begun is not cut short, nor does it become longer.
		assert_ok!(Billing::set_policy(RuntimeOrigin::root(), Policy { grace: 1, ..POLICY }));
		run(46);
		assert!(Billing::bill(StreamId(0)).is_some());
		run(10);
		assert!(Billing::bill(StreamId(0)).is_none());
	});
}

#[test]
fn a_policy_without_grace_or_challenge_closes_with_the_next_bucket() {
	ExtBuilder::build_and_execute(|| {
		let policy = Policy { grace: 0, challenge: 0, ..POLICY };
		assert_ok!(Billing::set_policy(RuntimeOrigin::root(), policy));
		open_account(ALICE, EURO, MINIMUM + 200);
		let key = VoucherKey::Sr25519([1; 32]);
		assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key, 100));
		flow(ALICE, running(TAB, 10));
		assert_ok!(Billing::close_channel(signed(ALICE), ChannelId(0)));
		run(40);
		assert_eq!((account_of(TAB).streams, account_of(TAB).channels), (0, 0));
		assert_eq!(account_of(TAB).status, Status::Active);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
		assert_eq!(balance(EURO, CLOUD) + balance(EURO, FEES) + balance(EURO, ALICE), RICH);
	});
}
