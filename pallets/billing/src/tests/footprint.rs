//! How much state things take, and that nothing of them remains.

use crate::{
	mock::*, Account, AgendaLastPage, AgendaNextBucket, AgendaPages, Allowance, Budget, Manager,
	NextChannelId, NextTabId, Role, Side, Status, Stream, StreamState, VoucherKey,
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
	agenda::{Slot, BUCKET},
	AssetId, Balance, ChannelId, Payee, Rate, StreamId, StreamTerms, TabId, Timestamp,
	STREAMS_OF_TAB,
};

const YEARS: u64 = 30 * 365 * 24 * 3_600;
/// A million million tokens.
const MUCH: Balance = 1_000_000_000_000_000_000_000_000;

fn who(byte: u8) -> AccountId32 {
	AccountId32::new([byte; 32])
}

/// A stream that has flowed for 30 years and paid for all of them.
fn old_stream(meter: Option<AccountId32>, manager: Manager<Memo>) -> Stream<AccountId32, Memo> {
	let terms = StreamTerms {
		tab: TabId(u64::MAX),
		rate: Rate(MUCH / Balance::from(YEARS)),
		cap: MUCH,
		prepaid: false,
		payees: vec![Payee { who: who(1), share: Perbill::one() }].try_into().unwrap(),
		meter,
	};
	Stream {
		state: StreamState::Flowing,
		started: Timestamp(GENESIS),
		settled_until: Timestamp(GENESIS + YEARS),
		meter_at: YEARS / 100,
		billed_seconds: YEARS,
		downtime: YEARS / 100,
		slack: 24 * 3_600,
		idle: YEARS / 1_000,
		amount: MUCH,
		..Stream::new(terms, Perbill::from_percent(1), manager)
	}
}

#[test]
fn a_stream_of_one_payee_takes_little_state() {
	let late = Timestamp(GENESIS + YEARS);
	let queued = Some(Slot { bucket: late.0 / BUCKET, page: u32::MAX });
	let mut managed = old_stream(Some(who(2)), Manager::Opener(Memo::MAX));
	let mut public = old_stream(None, Manager::Parties { ends: Some(late), queued });
	let states = [
		StreamState::Pending,
		StreamState::Flowing,
		StreamState::Halted,
		StreamState::Spent,
		StreamState::Paused { by: Side::Payee, since: late },
	];
	for state in states {
		public.state = state;
		assert!(public.encoded_size() <= 160, "{state:?}: {} bytes", public.encoded_size());
		// Nobody but its manager stops a stream that is managed.
		if !matches!(state, StreamState::Paused { .. }) {
			managed.state = state;
			assert!(managed.encoded_size() <= 160, "{state:?}: {} bytes", managed.encoded_size());
		}
	}
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
		rate: Rate(MUCH / Balance::from(YEARS)),
		halted: Rate(MUCH / Balance::from(YEARS)),
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
		queued: Some(Slot { bucket: (GENESIS + YEARS) / BUCKET, page: u32::MAX }),
		round: u32::MAX,
		streams: u32::MAX,
		running: STREAMS_OF_TAB as u32,
		next_stream: STREAMS_OF_TAB as u32,
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
			let [running_out, prepaid, closed] =
				[0, 1, 2].map(|number| StreamId::of(tab, number).unwrap());
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
		let counters = [
			NextTabId::<Test>::hashed_key().to_vec(),
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

#[test]
fn what_is_closed_early_leaves_nothing_for_the_agenda() {
	ExtBuilder::build_and_execute(|| {
		let tab = open_account(ALICE, WIND, 1_000_000);
		run(12);
		let before = keys();
		for _ in 0..100 {
			flow(ALICE, terms(tab, 1, 2_000));
			flow(ALICE, running(tab, 1));
		}
		let channels = NextChannelId::<Test>::get().0;
		for id in channels..channels + 100 {
			let key = VoucherKey::Sr25519([1; 32]);
			assert_ok!(Billing::open_channel(signed(ALICE), tab, CLOUD, key, 100));
			assert_ok!(Billing::close_channel(signed(ALICE), ChannelId(id)));
			assert_ok!(Billing::close_channel(signed(CLOUD), ChannelId(id)));
		}
		for id in 0..200 {
			assert_ok!(Billing::close_stream(signed(CLOUD), StreamId(id)));
		}
		assert_ok!(Billing::close_account(signed(ALICE), tab));
		let counters = [
			NextChannelId::<Test>::hashed_key().to_vec(),
			AgendaNextBucket::<Test>::hashed_key().to_vec(),
		];
		let left: BTreeSet<_> = keys().difference(&before).cloned().collect();
		let pages = AgendaLastPage::<Test>::iter().count();
		assert!(AgendaPages::<Test>::iter().next().is_none());
		assert_eq!(left.difference(&counters.into()).count(), pages);
	});
}
