//! How much state things take, and that nothing of them remains.

use crate::{
	mock::*, Account, AgendaNextBucket, Allowance, Budget, NextChannelId, NextStreamId, NextTabId,
	Role, Status, Stream, StreamState, VoucherKey,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{GetStorageVersion, StorageVersion},
};
use sp_core::crypto::AccountId32;
use sp_io::hashing::twox_128;
use sp_runtime::Perbill;
use std::collections::BTreeSet;
use tradewind_primitives::{
	AssetId, Balance, ChannelId, Payee, Rate, StreamId, StreamTerms, TabId, Timestamp,
};

const YEARS: u64 = 30 * 365 * 24 * 3_600;
/// A million million tokens.
const MUCH: Balance = 1_000_000_000_000_000_000_000_000;

fn who(byte: u8) -> AccountId32 {
	AccountId32::new([byte; 32])
}

/// A stream that has flowed for 30 years and paid for all of them.
fn old_stream(meter: Option<AccountId32>, reference: Option<u64>) -> Stream<AccountId32> {
	let terms = StreamTerms {
		tab: TabId(u64::MAX),
		rate: Rate(MUCH / Balance::from(YEARS)),
		cap: MUCH,
		prepaid: false,
		payees: vec![Payee { who: who(1), share: Perbill::one() }].try_into().unwrap(),
		meter,
		reference,
	};
	Stream {
		state: StreamState::Flowing,
		started: Some(Timestamp(GENESIS)),
		settled_until: Timestamp(GENESIS + YEARS),
		meter_at: YEARS / 100,
		billed_seconds: YEARS,
		downtime: YEARS / 100,
		slack: 3_600,
		idle: YEARS / 1_000,
		amount: MUCH,
		..Stream::new(terms, Perbill::from_percent(1), None)
	}
}

#[test]
fn a_stream_of_one_payee_takes_little_state() {
	let managed = old_stream(Some(who(2)), Some(u64::MAX));
	assert!(managed.encoded_size() <= 160, "{} bytes", managed.encoded_size());
	let mut public = old_stream(None, None);
	public.ends = Some(Timestamp(GENESIS + YEARS));
	public.state = StreamState::Halted { since: Timestamp(GENESIS + YEARS) };
	assert!(public.encoded_size() <= 160, "{} bytes", public.encoded_size());
}

#[test]
fn an_account_takes_little_state() {
	let account = Account {
		owner: who(1),
		asset: AssetId::WithId(u32::MAX),
		funds: MUCH,
		deposit: 1_000_000_000,
		reserved: MUCH,
		earmarked: MUCH,
		at: Timestamp(GENESIS + YEARS),
		rate: Rate(MUCH),
		halted: Rate(MUCH),
		fees: MUCH,
		budget: Some(Budget { limit: MUCH, left: MUCH }),
		grace_from: Timestamp(GENESIS),
		alert: Some(YEARS),
		low: true,
		status: Status::Frozen {
			since: Timestamp(GENESIS + YEARS),
			grace_until: Timestamp(GENESIS + YEARS),
			swept: true,
		},
		check: Some(Timestamp(GENESIS + YEARS)),
		round: u32::MAX,
		streams: u32::MAX,
		channels: u32::MAX,
		delegates: 16,
	};
	assert!(account.encoded_size() <= 200, "{} bytes", account.encoded_size());
}

/// The keys of everything that the pallet keeps.
fn keys() -> BTreeSet<Vec<u8>> {
	let prefix = twox_128(b"Billing").to_vec();
	std::iter::successors(Some(prefix.clone()), |key| sp_io::storage::next_key(key))
		.skip(1)
		.take_while(|key| key.starts_with(&prefix))
		.collect()
}

#[test]
fn nothing_remains_of_what_was_closed() {
	ExtBuilder::build_and_execute(|| {
		let before = keys();
		for asset in [WIND, EURO] {
			let tab = open_account(ALICE, asset, MINIMUM + 10_000);
			let allowance = Some(Allowance { role: Role::Spend, per_day: Some(10_000) });
			assert_ok!(Billing::set_delegate(signed(ALICE), tab, BOB, allowance));
			let first = StreamId(NextStreamId::<Test>::get().0);
			let [running_out, prepaid, closed] = [0, 1, 2].map(|index| StreamId(first.0 + index));
			assert_eq!(flow(ALICE, running(tab, 80)), running_out);
			assert_eq!(flow(BOB, terms(tab, 1, 2_000)), prepaid);
			let ends = Some(Timestamp(Now::get() + 50));
			assert_ok!(Billing::open_stream(
				signed(ALICE),
				tab,
				Rate(1),
				sole(CLOUD),
				None,
				false,
				ends
			));
			assert_ok!(Billing::set_rate(signed(ALICE), closed, Rate(2)));
			assert_ok!(Billing::set_rate(signed(ALICE), running_out, Rate(2)));
			let key = VoucherKey::Sr25519([1; 32]);
			let channel = NextChannelId::<Test>::get();
			for _ in 0..2 {
				assert_ok!(Billing::open_channel(signed(ALICE), tab, CLOUD, key, 100));
			}
			assert_ok!(Billing::close_channel(signed(ALICE), channel));
			run(1_200);
			assert_eq!(Billing::bill(running_out), None);
			assert_eq!(Billing::bill(closed), None);
			assert_ok!(Billing::close_stream(signed(CLOUD), prepaid));
			assert_ok!(Billing::close_channel(signed(CLOUD), ChannelId(channel.0 + 1)));
			assert_ok!(Billing::close_account(signed(ALICE), tab));
		}
		// What the agenda would have looked at is looked for, and gone.
		run(2_500);
		let counters = [
			NextTabId::<Test>::hashed_key().to_vec(),
			NextStreamId::<Test>::hashed_key().to_vec(),
			NextChannelId::<Test>::hashed_key().to_vec(),
			AgendaNextBucket::<Test>::hashed_key().to_vec(),
			StorageVersion::storage_key::<Billing>().to_vec(),
		];
		let left: BTreeSet<_> = keys().difference(&before).cloned().collect();
		assert!(left.is_subset(&counters.clone().into()), "{left:?}");
		assert!(before.is_subset(&counters.into()), "{before:?}");
		assert_eq!(Billing::on_chain_storage_version(), 1);
	});
}
