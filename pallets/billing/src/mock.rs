//! A runtime with real money, and with a clock, a meter and an audit log that tests can set and
//! read.

use crate::{self as pallet_billing, Manager, Policy, StreamState};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{NativeFromLeft, UnionOf},
		AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, Hooks,
	},
	weights::{constants::RocksDbWeight, Weight, WeightMeter},
	PalletId,
};
use frame_system::{mocking::MockBlock, EnsureRoot, EnsureSigned};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, Perbill};
use std::collections::BTreeMap;
use tradewind_primitives::{
	traits::{AuditLog, Ending, Meter, Streams as _},
	AssetId, Balance, Category, Clock, CloseReason, Payee, Payees, Rate, Seconds, StreamBill,
	StreamId, StreamTerms, Subject, TabId, Timestamp,
};

pub type AccountId = u64;
pub type Memo = u64;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CLOUD: AccountId = 11;
pub const REFERRER: AccountId = 12;
pub const NOBODY: AccountId = 13;
pub const FEES: AccountId = 77;
pub const ISSUER: AccountId = 99;

pub const WIND: AssetId = AssetId::Native;
/// An asset that keeps an account in existence by itself.
pub const EURO: AssetId = AssetId::WithId(1);
/// An asset that does not.
pub const POINTS: AssetId = AssetId::WithId(2);

/// The minimum balance of every asset.
pub const MINIMUM: Balance = 10;
pub const RICH: Balance = 1_000_000_000;
pub const GENESIS: u64 = 1_800_000_000;

#[frame_support::runtime]
mod test_runtime {
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
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(20)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(21)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(53)]
	pub type Billing = pallet_billing;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
	type DbWeight = RocksDbWeight;
	type MaxConsumers = ConstU32<16>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<MINIMUM>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type AssetId = u32;
	type AssetIdParameter = u32;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
}

parameter_types! {
	pub const BillingPalletId: PalletId = PalletId(*b"tw/billg");
	/// The time.
	pub static Now: u64 = GENESIS;
	/// By provider: its intervals of downtime, the last of which may still be open.
	pub static Outages: BTreeMap<AccountId, Vec<(u64, Option<u64>)>> = BTreeMap::new();
	/// By provider: downtime that verdicts found, and when they did.
	pub static Verdicts: Vec<(AccountId, u64, Seconds)> = Vec::new();
	/// The numbers of the streams that their opener was told to end.
	pub static Ended: Vec<u64> = Vec::new();
	/// Whether the opener does as it is told.
	pub static Obedient: bool = true;
	pub DefaultPolicy: Policy =
		Policy { fee: Perbill::zero(), grace: 1_000, challenge: 500, min_runway: 60 };
	/// The records written, as subject and action.
	pub static Records: Vec<(Option<AccountId>, Subject<AccountId>, &'static str)> = Vec::new();
}

pub struct FakeClock;
impl Clock for FakeClock {
	fn now() -> Timestamp {
		Timestamp(Now::get())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_now(now: Timestamp) {
		Now::set(now.0);
	}
}

pub struct FakeMeter;
impl FakeMeter {
	/// The provider goes down, or comes up again, at this moment.
	pub fn set_down(provider: AccountId, down: bool) {
		let now = Now::get();
		Outages::mutate(|outages| {
			let outages = outages.entry(provider).or_default();
			if let Some((_, until @ None)) = outages.last_mut() {
				*until = Some(now);
			}
			if down {
				outages.push((now, None));
			}
		});
	}

	/// A verdict adds downtime that lies in the past.
	pub fn add(provider: AccountId, seconds: Seconds) {
		Verdicts::mutate(|verdicts| verdicts.push((provider, Now::get(), seconds)));
	}
}
impl Meter<AccountId> for FakeMeter {
	fn downtime(provider: &AccountId, at: Timestamp) -> Option<Seconds> {
		let outages = Outages::get().remove(provider).unwrap_or_default();
		let down = outages
			.iter()
			.map(|(from, until)| until.unwrap_or(u64::MAX).min(at.0).saturating_sub(*from));
		let found = Verdicts::get();
		let found = found.iter().filter(|(who, when, _)| who == provider && *when <= at.0);
		Some(down.sum::<u64>() + found.map(|(_, _, seconds)| seconds).sum::<u64>())
	}
}

/// Closes the stream with that number.
pub struct FakeOpener;
impl Ending for FakeOpener {
	fn end(stream: u64, _: CloseReason) -> DispatchResult {
		Ended::mutate(|ended| ended.push(stream));
		frame_support::ensure!(Obedient::get(), DispatchError::Other("no"));
		Billing::close(StreamId(stream), Perbill::zero()).map(|_| ())
	}

	fn end_weight() -> Weight {
		Weight::from_parts(1_000_000, 0)
	}
}

pub struct FakeAudit;
impl AuditLog<AccountId> for FakeAudit {
	fn record(
		category: Category,
		actor: Option<&AccountId>,
		subject: Subject<AccountId>,
		action: &'static str,
		_: &impl codec::Encode,
	) {
		assert_eq!(category, Category::Billing);
		Records::mutate(|records| records.push((actor.copied(), subject, action)));
	}
}

impl pallet_billing::Config for Test {
	type Assets = UnionOf<Balances, Assets, NativeFromLeft, AssetId, AccountId>;
	type Meter = FakeMeter;
	type Clock = FakeClock;
	type Audit = FakeAudit;
	type Memo = Memo;
	type Openers = FakeOpener;
	type AdminOrigin = EnsureRoot<AccountId>;
	type DefaultPolicy = DefaultPolicy;
	type FeeAccount = ConstU64<FEES>;
	type PalletId = BillingPalletId;
	type WeightInfo = ();
}

/// Signed by `who`.
pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A payee with so many billionths.
pub fn payee(who: AccountId, parts: u32) -> Payee<AccountId> {
	Payee { who, share: Perbill::from_parts(parts) }
}

/// The only payee.
pub fn sole(who: AccountId) -> Payees<AccountId> {
	vec![payee(who, 1_000_000_000)].try_into().unwrap()
}

/// Terms with one payee whose downtime stops the stream, prepaid.
pub fn terms(tab: TabId, rate: Balance, cap: Balance) -> StreamTerms<AccountId> {
	let (rate, payees, meter) = (Rate(rate), sole(CLOUD), Some(CLOUD));
	StreamTerms { tab, rate, cap, prepaid: true, payees, meter }
}

/// The same, paid as it flows.
pub fn running(tab: TabId, rate: Balance) -> StreamTerms<AccountId> {
	StreamTerms { prepaid: false, ..terms(tab, rate, Balance::MAX) }
}

/// Does what is due at this moment, with as much weight as there is.
pub fn poll() {
	Billing::on_poll(System::block_number(), &mut WeightMeter::new());
}

/// Lets time pass with a block every two seconds, so that what falls due is done.
pub fn run(seconds: Seconds) {
	let end = Now::get() + seconds;
	while Now::get() < end {
		advance((end - Now::get()).min(2));
		poll();
	}
}

/// An account as it lies in storage.
pub fn account_of(tab: TabId) -> crate::Account<AccountId> {
	crate::Accounts::<Test>::get(tab).unwrap()
}

/// A stream as it lies in storage.
pub fn stream_of(stream: StreamId) -> crate::Stream<AccountId, Memo> {
	Billing::stream(stream).unwrap()
}

/// Since when a stream stands still for want of money.
pub fn halted_since(stream: StreamId) -> Option<Timestamp> {
	let stream = stream_of(stream);
	(stream.state == StreamState::Halted).then_some(stream.settled_until)
}

/// The first account.
pub const TAB: TabId = TabId(0);

/// The first stream.
pub const STREAM: StreamId = StreamId(0);

/// What is kept with a stream that is managed.
pub const MEMO: Memo = 7;

/// So many seconds after the chain began.
pub fn at(seconds: Seconds) -> Timestamp {
	Timestamp(GENESIS + seconds)
}

/// Opens the first account, of Alice, which is never low.
pub fn prepay(amount: Balance) {
	open_account(ALICE, WIND, MINIMUM + amount);
	Billing::do_set_alert(ALICE, TAB, None).unwrap();
}

/// The first account, whose money lasts the first stream, of 10 a second, for 100 seconds; 9 planck
/// are left over.
pub fn begin() {
	prepay(1_009);
	flow(ALICE, running(TAB, 10));
	events();
	records();
}

/// Opens an account of `who`.
pub fn open_account(who: AccountId, asset: AssetId, amount: Balance) -> TabId {
	Billing::do_open_account(who, asset, amount).unwrap()
}

/// Opens a stream that nobody manages.
pub fn open(who: AccountId, terms: StreamTerms<AccountId>) -> Result<StreamId, DispatchError> {
	Billing::do_open_stream(&who, terms, Manager::parties(None))
}

/// Opens a stream that nobody manages and starts it.
pub fn flow(who: AccountId, terms: StreamTerms<AccountId>) -> StreamId {
	let stream = open(who, terms).unwrap();
	Billing::start(stream).unwrap();
	stream
}

/// Opens a stream that is managed and starts it.
pub fn manage(who: AccountId, terms: StreamTerms<AccountId>) -> StreamId {
	let stream = Billing::open(&who, terms, MEMO).unwrap();
	Billing::start(stream).unwrap();
	stream
}

/// Closes a stream, whoever manages it, and forfeits nothing.
pub fn close(stream: StreamId) -> Result<StreamBill, DispatchError> {
	let now = FakeClock::now();
	let terms = Billing::stream(stream)?;
	let account = Billing::account(stream.tab(), now)?;
	Billing::finish(stream, terms, account, Perbill::zero(), now)
}

/// A bill of which nothing was forfeited.
pub const fn billed(seconds: Seconds, downtime: Seconds, amount: Balance) -> StreamBill {
	StreamBill { seconds, downtime, amount, forfeit: 0 }
}

/// Lets time pass.
pub fn advance(seconds: Seconds) {
	Now::mutate(|now| *now += seconds);
}

/// What `who` has of `asset` outside the pot.
pub fn balance(asset: AssetId, who: AccountId) -> Balance {
	match asset {
		AssetId::Native => Balances::free_balance(who),
		AssetId::WithId(id) => Assets::balance(id, who),
	}
}

/// The events of this pallet since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::read_events_for_pallet::<crate::Event<Test>>();
	System::reset_events();
	events
}

/// The records written since the last call.
pub fn records() -> Vec<(Option<AccountId>, Subject<AccountId>, &'static str)> {
	Records::take()
}

/// The invariants, and the pot to the unit, since no test sends it money from outside unless it
/// says so.
pub fn check() {
	Billing::do_try_state().unwrap();
	let pot = Billing::pot_account();
	let books = Billing::books().unwrap();
	for asset in [WIND, EURO, POINTS] {
		let booked = books.get(&asset).copied().unwrap_or_default();
		assert_eq!(balance(asset.clone(), pot), booked, "the pot of {asset:?}");
	}
}

/// Builds the state in which a test begins.
pub struct ExtBuilder;

impl ExtBuilder {
	/// A chain that has just begun.
	pub fn build() -> sp_io::TestExternalities {
		let rich = [ALICE, BOB, ISSUER];
		let balances = rich.into_iter().map(|who| (who, RICH)).collect();
		let assets = pallet_assets::GenesisConfig {
			assets: vec![(1, ISSUER, true, MINIMUM), (2, ISSUER, false, MINIMUM)],
			accounts: rich.into_iter().flat_map(|who| [(1, who, RICH), (2, who, RICH)]).collect(),
			..Default::default()
		};
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			assets,
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut chain = sp_io::TestExternalities::new(storage);
		chain.execute_with(|| {
			System::set_block_number(1);
			Now::set(GENESIS);
			Outages::take();
			Verdicts::take();
			Ended::take();
			Obedient::set(true);
			poll();
			Records::set(Vec::new());
		});
		chain
	}

	/// Runs a test without a look at the invariants afterwards.
	pub fn build_and_break(test: impl FnOnce()) {
		Self::build().execute_with(test);
	}

	/// Runs a test and checks the invariants afterwards.
	pub fn build_and_execute(test: impl FnOnce()) {
		Self::build_and_break(|| {
			test();
			check();
		});
	}
}
