//! Channels and vouchers.

use crate::{
	mock::*, Account, Channel, Channels, Error, Event, NextChannelId, Owed, Policy, Status,
	VoucherKey, VoucherSignature, VOUCHER_CONTEXT,
};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_core::{ed25519, sr25519, Pair, H256};
use sp_runtime::{DispatchResult, Perbill};
use tradewind_primitives::{Balance, ChannelId, StreamId, Subject, TabId, Timestamp};

const CHANNEL: ChannelId = ChannelId(0);

fn pair() -> sr25519::Pair {
	sr25519::Pair::from_seed(&[1; 32])
}

fn key() -> VoucherKey {
	VoucherKey::Sr25519(pair().public().0)
}

/// A voucher for the channel, signed as it should be.
fn voucher(cumulative: Balance, expires: Timestamp) -> VoucherSignature {
	let message = Billing::voucher_message(CHANNEL, cumulative, expires).unwrap();
	VoucherSignature::Sr25519(pair().sign(&message).0)
}

/// Redeems a voucher that does not expire within the test.
fn redeem(cumulative: Balance) -> DispatchResult {
	let expires = at(1_000_000);
	Billing::redeem(signed(BOB), CHANNEL, cumulative, expires, voucher(cumulative, expires))
}

/// An account of 10 000 and a channel of 1 000.
fn begin() {
	open_account(ALICE, WIND, MINIMUM + 10_000);
	assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key(), 1_000));
	events();
	records();
}

#[test]
fn open_channel_sets_the_deposit_aside() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 10_000);
		events();
		records();

		assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key(), 1_000));

		let channel = Channel {
			tab: TAB,
			payee: CLOUD,
			key: key(),
			deposit: 1_000,
			redeemed: 0,
			fee: Perbill::zero(),
			closes: None,
			queued: None,
		};
		assert_eq!(Channels::<Test>::get(CHANNEL), Some(channel));
		let Account { reserved, channels, .. } = account_of(TAB);
		assert_eq!((reserved, channels), (1_000, 1));
		assert_eq!(Billing::available(TAB), Some(9_000));
		assert_eq!(NextChannelId::<Test>::get(), ChannelId(1));
		assert_eq!(
			events(),
			[Event::ChannelOpened { channel: CHANNEL, tab: TAB, payee: CLOUD, deposit: 1_000 }]
		);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "channel.opened")]);
	});
}

#[test]
fn open_channel_fails_when_the_money_or_the_right_is_missing() {
	ExtBuilder::build_and_execute(|| {
		let open =
			|who, payee, deposit| Billing::open_channel(signed(who), TAB, payee, key(), deposit);
		assert_noop!(open(ALICE, CLOUD, 1), Error::<Test>::UnknownAccount);
		open_account(ALICE, WIND, MINIMUM + 100);
		assert_noop!(open(ALICE, CLOUD, 0), Error::<Test>::NothingAsked);
		assert_noop!(open(BOB, CLOUD, 1), Error::<Test>::NotOwner);
		assert_noop!(open(ALICE, CLOUD, 101), Error::<Test>::InsufficientFunds);
		assert_noop!(open(ALICE, CLOUD, Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_noop!(open(ALICE, Billing::pot_account(), 1), Error::<Test>::BadPayees);
		assert_ok!(open(ALICE, CLOUD, 100));
		assert_noop!(Billing::close_account(signed(ALICE), TAB), Error::<Test>::ChannelsOpen);
	});
}

#[test]
fn top_up_channel_sets_more_aside() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(Billing::top_up_channel(signed(ALICE), CHANNEL, 500));
		assert_eq!(Channels::<Test>::get(CHANNEL).unwrap().deposit, 1_500);
		assert_eq!(account_of(TAB).reserved, 1_500);
		assert_eq!(events(), [Event::ChannelToppedUp { channel: CHANNEL, amount: 500 }]);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "channel.topped_up")]);
		assert_ok!(redeem(1_500));
	});
}

#[test]
fn top_up_channel_fails_when_the_money_the_right_or_the_channel_is_missing() {
	ExtBuilder::build_and_execute(|| {
		let top_up = |who, amount| Billing::top_up_channel(signed(who), CHANNEL, amount);
		assert_noop!(top_up(ALICE, 1), Error::<Test>::UnknownChannel);
		begin();
		assert_noop!(top_up(ALICE, 0), Error::<Test>::NothingAsked);
		assert_noop!(top_up(BOB, 1), Error::<Test>::NotOwner);
		assert_noop!(top_up(CLOUD, 1), Error::<Test>::NotOwner);
		assert_noop!(top_up(ALICE, 9_001), Error::<Test>::InsufficientFunds);
		assert_ok!(Billing::close_channel(signed(ALICE), CHANNEL));
		assert_noop!(top_up(ALICE, 1), Error::<Test>::AlreadyClosing);
	});
}

#[test]
fn redeem_pays_the_difference_whoever_asks() {
	ExtBuilder::build_and_execute(|| {
		begin();

		assert_ok!(redeem(300));

		let redeemed =
			|amount| Event::Redeemed { channel: CHANNEL, tab: TAB, payee: CLOUD, amount, fee: 0 };
		assert_eq!(balance(WIND, CLOUD), 300);
		assert_eq!(events(), [redeemed(300)]);
		assert_eq!(records(), [(Some(CLOUD), Subject::Tab(TAB), "channel.redeemed")]);
		let Account { funds, reserved, .. } = account_of(TAB);
		assert_eq!((funds, reserved), (MINIMUM + 9_700, 700));

		// A voucher that nobody redeemed is contained in the next.
		assert_ok!(redeem(1_000));
		assert_eq!(balance(WIND, CLOUD), 1_000);
		assert_eq!(events(), [redeemed(700)]);
		assert_eq!(account_of(TAB).reserved, 0);
	});
}

#[test]
fn redeem_fails_when_the_voucher_is_replayed_or_stale() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Billing::redeem(signed(BOB), CHANNEL, 1, at(1), VoucherSignature::Ed25519([0; 64])),
			Error::<Test>::UnknownChannel
		);
		begin();
		assert_noop!(redeem(0), Error::<Test>::NothingToRedeem);
		assert_ok!(redeem(300));
		assert_noop!(redeem(300), Error::<Test>::NothingToRedeem);
		assert_noop!(redeem(299), Error::<Test>::NothingToRedeem);
		assert_ok!(redeem(301));
	});
}

#[test]
fn redeem_fails_when_the_voucher_is_above_the_deposit() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_noop!(redeem(1_001), Error::<Test>::AboveDeposit);
		assert_noop!(redeem(Balance::MAX), Error::<Test>::AboveDeposit);
		assert_ok!(Billing::top_up_channel(signed(ALICE), CHANNEL, 1));
		assert_ok!(redeem(1_001));
	});
}

#[test]
fn redeem_works_up_to_the_last_second_of_a_voucher() {
	ExtBuilder::build_and_execute(|| {
		begin();
		let redeem = |cumulative| {
			let expires = at(100);
			let signature = voucher(cumulative, expires);
			Billing::redeem(signed(BOB), CHANNEL, cumulative, expires, signature)
		};
		advance(100);
		assert_ok!(redeem(100));
		advance(1);
		assert_noop!(redeem(200), Error::<Test>::VoucherExpired);
		// The expiry is part of what is signed.
		let stretched = Billing::redeem(signed(BOB), CHANNEL, 200, at(200), voucher(200, at(100)));
		assert_eq!(stretched, Err(Error::<Test>::BadSignature.into()));
	});
}

#[test]
fn redeem_fails_when_the_signature_is_not_of_the_key_for_this_voucher() {
	ExtBuilder::build_and_execute(|| {
		begin();
		let expires = at(1_000);
		let refused = |signature| {
			assert_noop!(
				Billing::redeem(signed(CLOUD), CHANNEL, 300, expires, signature),
				Error::<Test>::BadSignature
			);
		};
		let message = Billing::voucher_message(CHANNEL, 300, expires).unwrap();
		let stranger = sr25519::Pair::from_seed(&[2; 32]);
		refused(VoucherSignature::Sr25519(stranger.sign(&message).0));
		// The same secret in the other scheme is another key.
		let other = ed25519::Pair::from_seed(&[1; 32]);
		refused(VoucherSignature::Ed25519(other.sign(&message).0));
		refused(VoucherSignature::Sr25519([0; 64]));
		refused(VoucherSignature::Sr25519([255; 64]));
		refused(voucher(299, expires));

		// For another channel, payee, account or chain.
		assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key(), 1_000));
		let message = Billing::voucher_message(ChannelId(1), 300, expires).unwrap();
		refused(VoucherSignature::Sr25519(pair().sign(&message).0));
		let genesis = System::block_hash(0);
		let sign = |genesis: H256, tab: TabId, payee: AccountId| {
			let message =
				(VOUCHER_CONTEXT, genesis, CHANNEL, tab, payee, 300u128, expires).encode();
			VoucherSignature::Sr25519(pair().sign(&message).0)
		};
		refused(sign(genesis, TAB, BOB));
		refused(sign(genesis, TabId(1), CLOUD));
		refused(sign(H256::repeat_byte(1), TAB, CLOUD));
		let right = sign(genesis, TAB, CLOUD);
		assert_ok!(Billing::redeem(signed(CLOUD), CHANNEL, 300, expires, right));
	});
}

#[test]
fn redeem_knows_both_schemes() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 10_000);
		let pair = ed25519::Pair::from_seed(&[1; 32]);
		let key = VoucherKey::Ed25519(pair.public().0);
		assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key, 1_000));
		let message = Billing::voucher_message(CHANNEL, 300, at(10)).unwrap();
		let signature = VoucherSignature::Ed25519(pair.sign(&message).0);
		assert_ok!(Billing::redeem(signed(BOB), CHANNEL, 300, at(10), signature));
		assert_eq!(balance(WIND, CLOUD), 300);
	});
}

#[test]
fn voucher_message_is_what_the_documents_say() {
	ExtBuilder::build_and_execute(|| {
		assert_eq!(Billing::voucher_message(CHANNEL, 1, at(1)), None);
		begin();
		let mut message = b"tradewind/voucher/1".to_vec();
		message.extend(System::block_hash(0).as_bytes());
		message.extend(0u64.to_le_bytes());
		message.extend(0u64.to_le_bytes());
		message.extend(CLOUD.to_le_bytes());
		message.extend(300u128.to_le_bytes());
		message.extend((GENESIS + 9).to_le_bytes());
		assert_eq!(Billing::voucher_message(CHANNEL, 300, at(9)), Some(message));
	});
}

#[test]
fn redeem_does_not_need_an_account_that_flows() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_600);
		assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key(), 1_000));
		flow(ALICE, running(TAB, 10));
		run(80);
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		assert_ok!(redeem(1_000));
		assert_eq!(balance(WIND, CLOUD), 1_600);
	});
}

#[test]
fn redeem_owes_what_cannot_be_delivered() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(redeem(MINIMUM - 1));
		assert_eq!(Owed::<Test>::get(CLOUD, WIND), MINIMUM - 1);
		assert_eq!(events()[0], Event::PayoutOwed { who: CLOUD, asset: WIND, amount: MINIMUM - 1 });
		assert_ok!(redeem(MINIMUM + MINIMUM));
		assert_eq!(balance(WIND, CLOUD), MINIMUM + 1);
		assert_ok!(Billing::claim(signed(BOB), CLOUD, WIND));
	});
}

#[test]
fn close_channel_works_at_once_for_the_payee() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(redeem(300));
		events();
		records();

		assert_ok!(Billing::close_channel(signed(CLOUD), CHANNEL));

		assert_eq!(Channels::<Test>::get(CHANNEL), None);
		let Account { reserved, channels, .. } = account_of(TAB);
		assert_eq!((reserved, channels), (0, 0));
		assert_eq!(Billing::available(TAB), Some(9_700));
		assert_eq!(events(), [Event::ChannelClosed { channel: CHANNEL, released: 700 }]);
		assert_eq!(records(), [(Some(CLOUD), Subject::Tab(TAB), "channel.closed")]);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
	});
}

#[test]
fn close_channel_gives_the_payee_time_when_the_payer_asks() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(Billing::close_channel(signed(ALICE), CHANNEL));
		assert_eq!(events(), [Event::ChannelClosing { channel: CHANNEL, until: at(500) }]);
		assert_eq!(records(), [(Some(ALICE), Subject::Tab(TAB), "channel.closing")]);
		assert_noop!(Billing::close_channel(signed(ALICE), CHANNEL), Error::<Test>::AlreadyClosing);
		assert_noop!(Billing::close_account(signed(ALICE), TAB), Error::<Test>::ChannelsOpen);

		run(499);
		assert_ok!(redeem(1_000));
		assert_eq!(balance(WIND, CLOUD), 1_000);
		events();
		records();
		run(5);
		assert_eq!(events(), [Event::ChannelClosed { channel: CHANNEL, released: 0 }]);
		assert_eq!(records(), [(None, Subject::Tab(TAB), "channel.closed")]);
		assert_eq!(redeem_gone(), Err(Error::<Test>::UnknownChannel.into()));
	});
}

fn redeem_gone() -> DispatchResult {
	let signature = VoucherSignature::Sr25519([0; 64]);
	Billing::redeem(signed(BOB), CHANNEL, 1, at(1_000_000), signature)
}

#[test]
fn close_channel_by_the_payee_ends_the_challenge() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(Billing::close_channel(signed(ALICE), CHANNEL));
		run(10);
		assert_ok!(Billing::close_channel(signed(CLOUD), CHANNEL));
		events();
		run(600);
		assert_eq!(events(), []);
	});
}

#[test]
fn close_channel_fails_when_it_is_unknown_or_not_the_callers() {
	ExtBuilder::build_and_execute(|| {
		let close = |who| Billing::close_channel(signed(who), CHANNEL);
		assert_noop!(close(ALICE), Error::<Test>::UnknownChannel);
		begin();
		assert_noop!(close(BOB), Error::<Test>::NotOwner);
	});
}

#[test]
fn close_channel_declares_the_end_of_the_money_once() {
	ExtBuilder::build_and_execute(|| {
		open_account(ALICE, WIND, MINIMUM + 1_609);
		assert_ok!(Billing::open_channel(signed(ALICE), TAB, CLOUD, key(), 1_000));
		flow(ALICE, running(TAB, 10));
		advance(60);
		events();
		assert_ok!(Billing::close_channel(signed(CLOUD), CHANNEL));
		assert_eq!(
			events(),
			[
				Event::Frozen { tab: TAB, at: at(60), grace_until: at(1_060) },
				Event::ChannelClosed { channel: CHANNEL, released: 1_000 },
			]
		);
		// What the channel gives back is enough to go on.
		run(20);
		assert_eq!(account_of(TAB).status, Status::Active);
		assert_eq!(Billing::bill(StreamId(0)).map(|bill| bill.seconds), Some(60 + 2));
	});
}

#[test]
fn a_channel_keeps_the_fee_and_gains_by_no_splitting() {
	let fee = Perbill::from_percent(3);
	let run = |steps: &[Balance]| {
		let mut got = None;
		ExtBuilder::build_and_execute(|| {
			let policy = Policy { fee, ..Billing::policy() };
			assert_ok!(Billing::set_policy(RuntimeOrigin::root(), policy));
			assert_ok!(Balances::transfer_keep_alive(signed(BOB), CLOUD, MINIMUM));
			begin();
			let policy = Policy { fee: Perbill::one(), ..policy };
			assert_ok!(Billing::set_policy(RuntimeOrigin::root(), policy));
			for cumulative in steps {
				assert_ok!(redeem(*cumulative));
			}
			assert_eq!(account_of(TAB).fees, 29);
			assert_ok!(Billing::close_channel(signed(CLOUD), CHANNEL));
			got = Some((balance(WIND, CLOUD), balance(WIND, FEES)));
		});
		got
	};
	let all: Vec<Balance> = (1..=999).collect();
	for steps in [&[999][..], &[1, 33, 34, 67, 500, 999], &all] {
		assert_eq!(run(steps), Some((MINIMUM + 999 - 29, 29)));
	}
}
