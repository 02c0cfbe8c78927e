//! A runtime that has this pallet and none of its neighbours: films that are paid by the second,
//! and an interface that is paid by the call.

// What the macros of FRAME make has no documentation.
#![allow(missing_docs)]

use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{NativeFromLeft, UnionOf},
		AsEnsureOriginWithArg, ConstU128, ConstU64, Hooks,
	},
	weights::WeightMeter,
	PalletId,
};
use frame_system::{mocking::MockBlock, EnsureRoot, EnsureSigned};
use pallet_tradewind_billing::{
	AgendaNextBucket, Allowance, Event, NextChannelId, NextTabId, Policy, Role, Side, VoucherKey,
	VoucherSignature,
};
use sp_core::{sr25519, Pair};
use sp_runtime::{BuildStorage, Perbill};
use tradewind_primitives::{
	AssetId, Balance, ChannelId, Clock, Payee, Payees, Rate, Seconds, StreamBill, StreamId, TabId,
	Timestamp,
};

type AccountId = u64;

const VIEWER: AccountId = 1;
const STUDIO: AccountId = 2;
const COMPOSER: AccountId = 3;
const FEES: AccountId = 4;
const ISSUER: AccountId = 5;

const TOKEN: AssetId = AssetId::Native;
const EURO: AssetId = AssetId::WithId(1);
const MINIMUM: Balance = 10;
const RICH: Balance = 100_000;
const BLOCK_TIME: Seconds = 3;
const START: u64 = 1_800_000_000;
const TAB: TabId = TabId(0);
const STREAM: StreamId = StreamId(0);

#[frame_support::runtime]
mod cinema {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Cinema;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(3)]
	pub type Billing = pallet_tradewind_billing;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Cinema {
	type Block = MockBlock<Cinema>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Cinema {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<MINIMUM>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Cinema {
	type Balance = Balance;
	type AssetId = u32;
	type AssetIdParameter = u32;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
}

/// Time is counted in blocks from the first one.
pub struct BlockClock;
impl Clock for BlockClock {
	fn now() -> Timestamp {
		Timestamp(START + System::block_number().saturating_sub(1) * BLOCK_TIME)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_now(now: Timestamp) {
		System::set_block_number(1 + (now.0 - START) / BLOCK_TIME);
	}
}

parameter_types! {
	pub const BillingPalletId: PalletId = PalletId(*b"film/bil");
	pub DefaultPolicy: Policy = Policy {
		fee: Perbill::from_percent(1),
		grace: 600,
		challenge: 300,
		min_runway: 30,
	};
}

impl pallet_tradewind_billing::Config for Cinema {
	type Assets = UnionOf<Balances, Assets, NativeFromLeft, AssetId, AccountId>;
	type Meter = ();
	type Clock = BlockClock;
	type Audit = ();
	type Memo = ();
	type Openers = ();
	type AdminOrigin = EnsureRoot<AccountId>;
	type DefaultPolicy = DefaultPolicy;
	type FeeAccount = ConstU64<FEES>;
	type PalletId = BillingPalletId;
	type WeightInfo = ();
}

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn at(seconds: Seconds) -> Timestamp {
	Timestamp(START + seconds)
}

fn balance(asset: AssetId, who: AccountId) -> Balance {
	match asset {
		AssetId::Native => Balances::free_balance(who),
		AssetId::WithId(id) => Assets::balance(id, who),
	}
}

/// Blocks go by until so many seconds have passed since the start.
fn until(seconds: Seconds) {
	while BlockClock::now() < at(seconds) {
		System::set_block_number(System::block_number() + 1);
		Billing::on_poll(System::block_number(), &mut WeightMeter::new());
	}
}

fn events() -> Vec<Event<Cinema>> {
	let events = System::read_events_for_pallet::<Event<Cinema>>();
	System::reset_events();
	events
}

/// A film costs 5 a second, of which the composer has three tenths.
fn play() {
	let payee = |who, percent| Payee { who, share: Perbill::from_percent(percent) };
	let payees: Payees<AccountId> =
		vec![payee(STUDIO, 70), payee(COMPOSER, 30)].try_into().unwrap();
	assert_ok!(Billing::open_stream(signed(VIEWER), TAB, Rate(5), payees, None, false, None));
}

/// What the pallet keeps when everything is closed: counters.
fn nothing_is_left() {
	let pot = Billing::pot_account();
	assert_eq!((balance(TOKEN, pot), balance(EURO, pot)), (0, 0));
	let prefix = sp_io::hashing::twox_128(b"Billing").to_vec();
	let counters = [
		NextTabId::<Cinema>::hashed_key().to_vec(),
		NextChannelId::<Cinema>::hashed_key().to_vec(),
		AgendaNextBucket::<Cinema>::hashed_key().to_vec(),
		frame_support::traits::StorageVersion::storage_key::<Billing>().to_vec(),
	];
	let mut key = prefix.clone();
	while let Some(next) = sp_io::storage::next_key(&key).filter(|key| key.starts_with(&prefix)) {
		assert!(counters.contains(&next), "{next:?}");
		key = next;
	}
	let people = [VIEWER, STUDIO, COMPOSER, FEES, ISSUER];
	for asset in [TOKEN, EURO] {
		let sum: Balance = people.iter().map(|who| balance(asset.clone(), *who)).sum();
		assert_eq!(sum, 2 * RICH, "{asset:?}");
	}
}

fn run(test: impl FnOnce()) {
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(VIEWER, RICH), (ISSUER, RICH)],
			..Default::default()
		},
		assets: pallet_assets::GenesisConfig {
			assets: vec![(1, ISSUER, true, MINIMUM)],
			accounts: vec![(1, VIEWER, RICH), (1, ISSUER, RICH)],
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		System::set_block_number(1);
		Billing::on_poll(1, &mut WeightMeter::new());
		test();
		nothing_is_left();
	});
}

#[test]
fn a_film_stops_with_the_money_and_goes_on_with_it() {
	run(|| {
		assert_ok!(Billing::open_account(signed(VIEWER), TOKEN, MINIMUM + 1_000));
		play();
		assert_eq!(Billing::depletes_at(TAB), Some(at(200)));

		until(120);
		assert_ok!(Billing::settle(signed(STUDIO), STREAM));
		// 600 less the fee of 6, cut by the shares.
		assert_eq!((balance(TOKEN, STUDIO), balance(TOKEN, COMPOSER)), (415, 178));

		events();
		until(216);
		let (tab, stream) = (TAB, STREAM);
		assert_eq!(
			events(),
			[
				Event::Frozen { tab, at: at(200), grace_until: at(800) },
				// 80 times 5, and the unit that the roundings had left at the settlement before.
				Event::Settled { stream, tab, seconds: 80, downtime: 0, amount: 401, fee: 4 },
				Event::StreamHalted { stream, tab, at: at(200) },
			]
		);
		assert_eq!(Billing::bill(STREAM).map(|bill| bill.amount), Some(1_000));

		assert_ok!(Billing::top_up(signed(VIEWER), TAB, 500));
		until(222);
		let resumed = Event::StreamResumed { stream, tab };
		let low = Event::Low { tab, depletes_at: at(322) };
		assert_eq!(
			events(),
			[
				Event::ToppedUp { tab, who: VIEWER, amount: 500 },
				Event::Resumed { tab },
				resumed.clone(),
				low,
			]
		);

		// The viewer goes for tea.
		until(240);
		assert_ok!(Billing::pause_stream(signed(VIEWER), STREAM));
		until(300);
		assert_ok!(Billing::resume_stream(signed(VIEWER), STREAM));
		assert!(events().contains(&Event::StreamPaused { stream, tab, by: Side::Payer }));
		until(312);
		assert_ok!(Billing::close_stream(signed(VIEWER), STREAM));
		let bill = StreamBill { seconds: 230, amount: 1_150, ..Default::default() };
		assert!(events().iter().any(|event| matches!(
			event,
			Event::StreamClosed { bill: of, .. } if *of == bill
		)));
		assert_ok!(Billing::close_account(signed(VIEWER), TAB));
		until(1_000);

		assert_eq!(balance(TOKEN, VIEWER), RICH - 1_150);
		assert_eq!(balance(TOKEN, FEES), 11);
		assert_eq!((balance(TOKEN, STUDIO), balance(TOKEN, COMPOSER)), (798, 341));
	});
}

#[test]
fn a_film_that_nobody_pays_for_any_more_is_closed() {
	run(|| {
		assert_ok!(Billing::open_account(signed(VIEWER), TOKEN, MINIMUM + 1_000));
		play();
		until(799);
		assert!(Billing::bill(STREAM).is_some());
		until(820);
		assert_eq!(Billing::bill(STREAM), None);
		assert_ok!(Billing::close_account(signed(VIEWER), TAB));
		assert_eq!(balance(TOKEN, VIEWER), RICH - 1_000);
	});
}

#[test]
fn an_interface_is_paid_by_the_call() {
	run(|| {
		assert_ok!(Billing::open_account(signed(VIEWER), EURO, MINIMUM + 1_000));
		// A program of the viewer's may spend up to 400 a day.
		let program = ISSUER;
		let allowance = Some(Allowance { role: Role::Spend, per_day: Some(400) });
		assert_ok!(Billing::set_delegate(signed(VIEWER), TAB, program, allowance));
		let pair = sr25519::Pair::from_seed(&[9; 32]);
		let key = VoucherKey::Sr25519(pair.public().0);
		assert_ok!(Billing::open_channel(signed(program), TAB, STUDIO, key, 400));
		let channel = ChannelId(0);

		// A voucher with every call, none of which reaches the chain but two.
		let vouchers: Vec<_> = (1..=100)
			.map(|call| {
				let (cumulative, expires) = (call * 3, at(500));
				let message =
					Billing::voucher_message(channel, cumulative, expires).expect("it is open");
				(cumulative, expires, VoucherSignature::Sr25519(pair.sign(&message).0))
			})
			.collect();
		for latest in [&vouchers[49], &vouchers[99]] {
			let (cumulative, expires, signature) = *latest;
			assert_ok!(Billing::redeem(signed(STUDIO), channel, cumulative, expires, signature));
			assert_eq!(balance(EURO, STUDIO), cumulative - cumulative / 100);
		}

		// The viewer wants to leave; the studio has time to redeem, and has already.
		assert_ok!(Billing::close_channel(signed(VIEWER), channel));
		until(300);
		assert!(events().contains(&Event::ChannelClosed { channel, released: 100 }));
		assert_ok!(Billing::close_account(signed(VIEWER), TAB));
		assert_eq!(balance(EURO, VIEWER), RICH - 300 + 3, "a fee of 3 cannot be delivered");
		assert_eq!(balance(EURO, STUDIO), 297);
	});
}
