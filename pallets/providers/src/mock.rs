//! A chain of money, providers and fakes that remember what they were told.

use crate::{
	self as pallet_tradewind_providers, AttributeName, AttributeValue, EncryptionKey, Profile,
};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{NativeFromLeft, UnionOf},
		AsEnsureOriginWithArg, ConstU128, ConstU64,
	},
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};
use tradewind_primitives::{
	traits::{AuditLog, Departure, Liveness},
	AssetId, Balance, Category, Clock, Subject, Timestamp,
};

pub type AccountId = u64;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
/// Auditors.
pub const VERA: AccountId = 30;
pub const WALT: AccountId = 31;
/// Where seized collateral goes.
pub const POT: AccountId = 50;
/// Agent keys.
pub const ALICE_AGENT: AccountId = 11;
pub const BOB_AGENT: AccountId = 12;

pub const FUNDS: Balance = 1_000_000;
pub const MIN_COLLATERAL: Balance = 1_000;
pub const DEPOSIT: Balance = 70;
pub const ATTRIBUTE_DEPOSIT: Balance = 7;
/// Paid for a day of service, it earns all the reputation of a day.
pub const FULL_DAY: Balance = 500;
pub const MAX_ATTESTATION: u64 = 500;
pub const UNBONDING: u64 = 100;
pub const START: u64 = 1_000;
pub const USD: AssetId = AssetId::WithId(1);

#[frame_support::runtime]
mod runtime {
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
	#[runtime::pallet_index(22)]
	pub type AssetsHolder = pallet_assets_holder;
	#[runtime::pallet_index(50)]
	pub type Providers = pallet_tradewind_providers;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
	type RuntimeHoldReason = RuntimeHoldReason;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type Holder = AssetsHolder;
}

impl pallet_assets_holder::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
}

parameter_types! {
	pub static Now: u64 = START;
	/// Everything the fakes were told, in order.
	pub static Trace: Vec<Told> = Vec::new();
	/// The particulars of the last record.
	pub static Particulars: Vec<u8> = Vec::new();
	/// Whether a lease keeps providers from departing.
	pub static LeaseOpen: bool = false;
}

/// What a fake was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
	Enrolled(AccountId),
	Beat(AccountId),
	Forgotten(AccountId),
	Departed(AccountId),
	Recorded(Category, Option<AccountId>, Subject<AccountId>, &'static str),
}

fn told(what: Told) {
	Trace::mutate(|trace| trace.push(what));
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

pub struct FakeLiveness;
impl Liveness<AccountId> for FakeLiveness {
	fn beat(provider: &AccountId) -> DispatchResult {
		told(Told::Beat(*provider));
		Ok(())
	}

	fn enrol(provider: &AccountId) {
		told(Told::Enrolled(*provider));
	}

	fn forget(provider: &AccountId) {
		told(Told::Forgotten(*provider));
	}
}

pub struct FakeDeparture;
impl Departure<AccountId> for FakeDeparture {
	fn depart(provider: &AccountId) -> DispatchResult {
		if LeaseOpen::get() {
			return Err(DispatchError::Other("a lease is open"));
		}
		told(Told::Departed(*provider));
		Ok(())
	}
}

pub struct FakeAudit;
impl AuditLog<AccountId> for FakeAudit {
	fn record(
		category: Category,
		actor: Option<&AccountId>,
		subject: Subject<AccountId>,
		action: &'static str,
		particulars: &impl codec::Encode,
	) {
		Particulars::set(particulars.encode());
		told(Told::Recorded(category, actor.copied(), subject, action));
	}
}

impl crate::Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Native = Balances;
	type Holds = UnionOf<Balances, AssetsHolder, NativeFromLeft, AssetId, AccountId>;
	type Liveness = FakeLiveness;
	type Departure = FakeDeparture;
	type Audit = FakeAudit;
	type Clock = FakeClock;
	type AdminOrigin = EnsureRoot<AccountId>;
	type UnbondingTime = ConstU64<UNBONDING>;
	type MinCollateral = ConstU128<MIN_COLLATERAL>;
	type RegistrationDeposit = ConstU128<DEPOSIT>;
	type AttributeDeposit = ConstU128<ATTRIBUTE_DEPOSIT>;
	type MaxAttestation = ConstU64<MAX_ATTESTATION>;
	type FullDay = ConstU128<FULL_DAY>;
	type WeightInfo = ();
}

/// An encryption key that is recognised by its number.
pub fn key(number: u8) -> EncryptionKey {
	[number; 32]
}

/// A profile that is recognised by its region.
pub fn profile(region: &str) -> Profile {
	Profile {
		region: region.as_bytes().to_vec().try_into().unwrap(),
		endpoint: b"https://gateway.example".to_vec().try_into().unwrap(),
	}
}

/// The name of an attribute.
pub fn name(name: &str) -> AttributeName {
	name.as_bytes().to_vec().try_into().unwrap()
}

/// The value of an attribute.
pub fn value(value: &str) -> AttributeValue {
	value.as_bytes().to_vec().try_into().unwrap()
}

/// Lets time pass.
pub fn pass(seconds: u64) {
	Now::mutate(|now| *now += seconds);
}

/// What the fakes were told since the last look.
pub fn trace() -> Vec<Told> {
	Trace::take()
}

/// The record of something `who` did to itself.
pub fn record(category: Category, who: AccountId, action: &'static str) -> Told {
	Told::Recorded(category, Some(who), Subject::Account(who), action)
}

/// The events of this pallet since the last look.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::read_events_for_pallet();
	System::reset_events();
	events
}

/// Builds the world a test begins with.
#[derive(Default)]
pub struct ExtBuilder {
	providers: Vec<(AccountId, AccountId, EncryptionKey, Balance)>,
	auditors: Vec<AccountId>,
	genesis: Vec<(AccountId, Vec<u8>, Vec<u8>, AccountId, EncryptionKey, Balance)>,
}

impl ExtBuilder {
	/// Registers Alice, with key 1 and ten times the minimum.
	pub fn alice(mut self) -> Self {
		self.providers.push((ALICE, ALICE_AGENT, key(1), 10 * MIN_COLLATERAL));
		self
	}

	/// Registers Bob, with key 2 and the minimum.
	pub fn bob(mut self) -> Self {
		self.providers.push((BOB, BOB_AGENT, key(2), MIN_COLLATERAL));
		self
	}

	/// Appoints Vera and Walt.
	pub fn auditors(mut self) -> Self {
		self.auditors = vec![VERA, WALT];
		self
	}

	/// Puts a provider into the genesis.
	pub fn genesis(mut self, who: AccountId, agent: AccountId, number: u8) -> Self {
		self.genesis.push((
			who,
			b"eu".to_vec(),
			b"http://genesis".to_vec(),
			agent,
			key(number),
			MIN_COLLATERAL,
		));
		self
	}

	/// The world without a check at the end, for tests that break it on purpose.
	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(START);
		LeaseOpen::set(false);
		let people = [ALICE, BOB, CHARLIE];
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: people.into_iter().chain([POT]).map(|who| (who, FUNDS)).collect(),
				..Default::default()
			},
			assets: pallet_assets::GenesisConfig {
				assets: (1..=9).map(|asset| (asset, CHARLIE, true, 1)).collect(),
				accounts: (1..=9)
					.flat_map(|asset| people.into_iter().map(move |who| (asset, who, FUNDS)))
					.collect(),
				..Default::default()
			},
			providers: crate::GenesisConfig { providers: self.genesis },
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			for (who, agent, key, collateral) in self.providers {
				assert_ok!(Providers::register(
					RuntimeOrigin::signed(who),
					profile("eu"),
					agent,
					key,
					collateral
				));
			}
			for auditor in self.auditors {
				assert_ok!(Providers::appoint_auditor(RuntimeOrigin::root(), auditor));
			}
			System::reset_events();
			Trace::take();
		});
		ext
	}

	/// Runs a test and checks the invariants after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Providers::do_try_state());
		});
	}
}
