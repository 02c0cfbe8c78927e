//! A runtime with nothing but this pallet, and fakes of its neighbours. The fakes keep their books
//! in storage, so that what is rolled back is rolled back in them too.

use crate::{self as pallet_sla, types::MAX_NAME, *};
use codec::Encode;
use frame_support::{
	derive_impl,
	dispatch::DispatchResult,
	ensure,
	pallet_prelude::{OptionQuery, ValueQuery},
	parameter_types, storage_alias,
	traits::{Hooks, OnPoll},
	weights::{Weight, WeightMeter},
	BoundedVec, Twox64Concat,
};
use frame_system::{mocking::MockBlock, EnsureRoot};
use sp_runtime::{BuildStorage, DispatchError, Perbill, TokenError};
use tradewind_primitives::{
	traits::{AuditLog, Collateral, Coverage, Credits, Liveness, OnOutage},
	AssetId, Balance, Category, Clock, CloseReason, Cover, LeaseId, Seconds, StreamBill, Subject,
	TabId, TierId, Timestamp,
};

pub type AccountId = u64;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const POT: AccountId = 99;
pub const TAB: TabId = TabId(7);
pub const STANDARD: TierId = TierId(0);
pub const LEASE: LeaseId = LeaseId(11);
pub const NATIVE: AssetId = AssetId::Native;
pub const ASSET: AssetId = AssetId::WithId(5);
pub const START: Timestamp = Timestamp(1_000_000);
pub const GRACE: Seconds = 30;
pub const OUTAGE_AFTER: Seconds = 90;
pub const NOTICE: Seconds = 1_000;
pub const ALLOWANCE: Seconds = 600;
pub const PERIOD: Seconds = 6_000;
/// Every way to end.
pub const REASONS: [CloseReason; 13] = [
	CloseReason::Completed,
	CloseReason::Cancelled,
	CloseReason::StartMissed,
	CloseReason::ProviderDown,
	CloseReason::ReportMissed,
	CloseReason::ProviderFailed,
	CloseReason::OutOfFunds,
	CloseReason::Expired,
	CloseReason::Unfit,
	CloseReason::ProviderLeft,
	CloseReason::Misuse,
	CloseReason::Reclaimed,
	CloseReason::Transferred,
];
/// What every provider of the mock has put up, in each asset.
pub const COLLATERAL: Balance = 1_000_000;

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
	#[runtime::pallet_index(54)]
	pub type Sla = pallet_sla;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

parameter_types! {
	pub const Grace: Seconds = GRACE;
	pub const OutageAfter: Seconds = OUTAGE_AFTER;
	pub const Notice: Seconds = NOTICE;
	pub const Allowance: Seconds = ALLOWANCE;
	pub const Period: Seconds = PERIOD;
}

impl Config for Test {
	type Clock = FakeClock;
	type Collateral = FakeCollateral;
	type Credits = FakeCredits;
	type OnOutage = Outages;
	type Audit = Records;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Grace = Grace;
	type OutageAfter = OutageAfter;
	type MaintenanceNotice = Notice;
	type MaintenanceAllowance = Allowance;
	type MaintenancePeriod = Period;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkProviders = FakeCollateral;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkAccounts = FakeCredits;
}

#[storage_alias]
pub type Now = StorageValue<Mock, Timestamp, OptionQuery>;
/// What the marketplace keeps of every open lease: who sells, in what asset, and the cover.
#[storage_alias]
pub type Leases = StorageMap<Mock, Twox64Concat, LeaseId, (AccountId, AssetId, Cover), OptionQuery>;
/// Free and locked collateral.
#[storage_alias]
pub type Books =
	StorageMap<Mock, Twox64Concat, (AccountId, AssetId), (Balance, Balance), ValueQuery>;
/// What arrived in the pot.
#[storage_alias]
pub type Pot = StorageMap<Mock, Twox64Concat, AssetId, Balance, ValueQuery>;
/// What was booked to an account.
#[storage_alias]
pub type Booked = StorageMap<Mock, Twox64Concat, (TabId, AssetId), Balance, ValueQuery>;
/// Whether money of an asset cannot move.
#[storage_alias]
pub type Frozen = StorageMap<Mock, Twox64Concat, AssetId, bool, ValueQuery>;
/// Whether the account that credits go to is gone.
#[storage_alias]
pub type TabGone = StorageValue<Mock, bool, ValueQuery>;
#[storage_alias]
pub type OutageTrace = StorageValue<Mock, Vec<AccountId>, ValueQuery>;
#[storage_alias]
pub type RecordTrace = StorageValue<Mock, Vec<Written>, ValueQuery>;

pub struct FakeClock;
impl Clock for FakeClock {
	fn now() -> Timestamp {
		Now::get().unwrap_or_default()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_now(now: Timestamp) {
		Now::put(now);
	}
}

pub const SHORT: DispatchError = DispatchError::Token(TokenError::FundsUnavailable);
pub const FROZEN: DispatchError = DispatchError::Token(TokenError::Frozen);
pub const GONE: DispatchError = DispatchError::Token(TokenError::UnknownAsset);

pub struct FakeCollateral;
impl Collateral<AccountId> for FakeCollateral {
	fn lock(provider: &AccountId, asset: &AssetId, amount: Balance) -> DispatchResult {
		assert!(amount > 0, "nothing is locked for nothing");
		Books::try_mutate((*provider, asset.clone()), |(free, locked)| {
			*free = free.checked_sub(amount).ok_or(SHORT)?;
			*locked += amount;
			Ok(())
		})
	}

	fn unlock(provider: &AccountId, asset: &AssetId, amount: Balance) -> DispatchResult {
		assert!(amount > 0, "nothing is unlocked for nothing");
		Books::try_mutate((*provider, asset.clone()), |(free, locked)| {
			*locked = locked.checked_sub(amount).ok_or(SHORT)?;
			*free += amount;
			Ok(())
		})
	}

	fn seize(
		provider: &AccountId,
		asset: &AssetId,
		amount: Balance,
		to: &AccountId,
	) -> DispatchResult {
		assert_eq!(*to, POT);
		ensure!(!Frozen::get(asset), FROZEN);
		Books::try_mutate((*provider, asset.clone()), |(_, locked)| {
			*locked = locked.checked_sub(amount).ok_or(SHORT)?;
			Pot::mutate(asset, |pot| *pot += amount);
			Ok(())
		})
	}
}

pub struct FakeCredits;
impl Credits<AccountId> for FakeCredits {
	fn pot() -> AccountId {
		POT
	}

	fn credit(tab: TabId, asset: &AssetId, amount: Balance) -> DispatchResult {
		ensure!(!TabGone::get(), GONE);
		Booked::mutate((tab, asset.clone()), |booked| *booked += amount);
		Ok(())
	}
}

pub struct Outages;
impl OnOutage<AccountId> for Outages {
	fn outage_declared(provider: &AccountId) {
		OutageTrace::append(provider);
	}
}

/// A record as this pallet hands it in, with its particulars in full.
#[derive(Clone, Debug, PartialEq, Eq, codec::Encode, codec::Decode)]
pub struct Written {
	pub category: Category,
	pub actor: Option<AccountId>,
	pub subject: Subject<AccountId>,
	pub action: String,
	pub particulars: Vec<u8>,
}

pub struct Records;
impl AuditLog<AccountId> for Records {
	fn record(
		category: Category,
		actor: Option<&AccountId>,
		subject: Subject<AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	) {
		assert!(action.len() <= tradewind_primitives::record::MAX_ACTION as usize);
		assert!(action.bytes().all(|b| b.is_ascii_lowercase() || b == b'.' || b == b'_'));
		RecordTrace::append(Written {
			category,
			actor: actor.copied(),
			subject,
			action: action.into(),
			particulars: particulars.encode(),
		});
	}
}

#[cfg(feature = "runtime-benchmarks")]
mod benchmark_fakes {
	use super::*;
	use tradewind_primitives::{
		traits::{ProviderDirectory, Streams},
		ManagedStream, Payees, ProviderStatus, Rate, StreamId, StreamTerms,
	};

	impl ProviderDirectory<AccountId> for FakeCollateral {
		fn status(_: &AccountId) -> Option<ProviderStatus> {
			Some(ProviderStatus::Active)
		}

		fn acting_for(_: &AccountId) -> Option<AccountId> {
			None
		}

		fn create(provider: &AccountId, _: &AccountId) {
			Books::insert((*provider, NATIVE), (COLLATERAL, 0));
			Sla::enrol(provider);
		}
	}

	impl Streams<AccountId> for FakeCredits {
		type Memo = ();

		fn asset(_: TabId) -> Option<AssetId> {
			Some(NATIVE)
		}

		fn ensure_payees(_: &Payees<AccountId>) -> DispatchResult {
			Ok(())
		}

		fn ensure_manager(_: TabId, _: &AccountId) -> DispatchResult {
			Ok(())
		}

		fn open(
			_: &AccountId,
			_: StreamTerms<AccountId>,
			_: (),
		) -> Result<StreamId, DispatchError> {
			Ok(StreamId(0))
		}

		fn managed(_: StreamId) -> Option<ManagedStream<AccountId, ()>> {
			None
		}

		fn keep(_: StreamId, _: ()) -> DispatchResult {
			Ok(())
		}

		fn start(_: StreamId) -> DispatchResult {
			Ok(())
		}

		fn adjust(_: Option<&AccountId>, _: StreamId, _: Rate, _: Balance) -> DispatchResult {
			Ok(())
		}

		fn close(_: StreamId, _: Perbill) -> Result<(StreamBill, ()), DispatchError> {
			Ok(Default::default())
		}

		fn idle(_: StreamId) -> Seconds {
			0
		}

		fn create_account(_: &AccountId, _: Balance) -> TabId {
			TAB
		}
	}
}

/// A tier that promises 99 % and pays 10 % or 50 %.
pub fn tier() -> Tier {
	Tier {
		name: name("silver"),
		availability: Perbill::from_percent(99),
		start_within: 60,
		credit: Perbill::from_percent(10),
		fault_credit: Perbill::from_percent(50),
		collateral: Perbill::from_percent(50),
	}
}

pub fn name(name: &str) -> BoundedVec<u8, frame_support::traits::ConstU32<MAX_NAME>> {
	BoundedVec::truncate_from(name.as_bytes().to_vec())
}

#[derive(Default)]
pub struct ExtBuilder {
	providers: Vec<AccountId>,
	tiers: Option<Vec<(TierId, Tier)>>,
}

impl ExtBuilder {
	/// A provider that is enrolled, has collateral and has just beaten.
	pub fn provider(mut self, who: AccountId) -> Self {
		self.providers.push(who);
		self
	}

	/// A tier of the genesis, instead of the default one.
	pub fn tier(mut self, id: TierId, tier: Tier) -> Self {
		self.tiers.get_or_insert_with(Vec::new).push((id, tier));
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let mut sla = pallet_sla::GenesisConfig::<Test>::default();
		if let Some(tiers) = self.tiers {
			sla.tiers = tiers;
		}
		let genesis = RuntimeGenesisConfig { system: Default::default(), sla };
		let storage = genesis.build_storage().expect("the genesis is valid");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::put(START);
			for who in self.providers {
				endow(who);
				Sla::enrol(&who);
				Sla::beat(&who).expect("it is enrolled");
			}
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check();
		})
	}
}

pub fn endow(who: AccountId) {
	Books::insert((who, NATIVE), (COLLATERAL, 0));
	Books::insert((who, ASSET), (COLLATERAL, 0));
}

/// The invariants, and what only the mock can see: that what is locked next door is what the covers
/// and debts say, and that no money was made or lost.
pub fn check() {
	Sla::do_try_state().expect("the invariants hold");
	for ((provider, asset), (_, locked)) in Books::iter() {
		let covered: Balance = Leases::iter_values()
			.filter(|(who, of, _)| *who == provider && *of == asset)
			.map(|(_, _, cover)| cover.locked)
			.sum();
		let owed: Balance = Debts::<Test>::iter_values()
			.filter(|debt| debt.provider == provider && debt.asset == asset)
			.map(|debt| debt.amount)
			.sum();
		assert_eq!(locked, covered + owed, "what is locked is what the books say");
	}
	for asset in [NATIVE, ASSET] {
		let put_up: Balance = Books::iter()
			.filter(|((_, of), _)| *of == asset)
			.map(|(_, (free, locked))| free + locked)
			.sum();
		let providers = Books::iter_keys().filter(|(_, of)| *of == asset).count();
		let pot = Pot::get(&asset);
		assert_eq!(put_up + pot, COLLATERAL * providers as Balance, "money is conserved");
		let booked: Balance =
			Booked::iter().filter(|((_, of), _)| *of == asset).map(|(_, amount)| amount).sum();
		assert_eq!(booked, pot, "what is in the pot is booked to an account");
	}
}

/// Seconds since the start.
pub fn at(offset: Seconds) -> Timestamp {
	START.plus(offset)
}

/// A new block at `offset` seconds since the start, with room for everything.
pub fn block_at(offset: Seconds) {
	block_with(offset, Weight::MAX);
}

/// A new block with room for `limit`. Returns what the hook took.
pub fn block_with(offset: Seconds, limit: Weight) -> Weight {
	Now::put(at(offset));
	System::set_block_number(System::block_number() + 1);
	let mut meter = WeightMeter::with_limit(limit);
	<Sla as OnPoll<_>>::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Whether the wiring of the mock passes.
pub fn integrity_test() {
	<Sla as Hooks<u64>>::integrity_test();
}

/// Opens a lease in the standard tier that is paid in native money.
pub fn open(lease: LeaseId, provider: AccountId, worst_bill: Balance) -> DispatchResult {
	open_in(NATIVE, lease, provider, worst_bill)
}

/// Opens a lease that is paid in another asset.
pub fn open_in(
	asset: AssetId,
	lease: LeaseId,
	provider: AccountId,
	worst_bill: Balance,
) -> DispatchResult {
	let cover = <Sla as Coverage<AccountId>>::open(&provider, STANDARD, &asset, worst_bill)?;
	Leases::insert(lease, (provider, asset, cover));
	Ok(())
}

/// Changes the largest bill of an open lease.
pub fn adjust(lease: LeaseId, worst_bill: Balance) -> DispatchResult {
	let (provider, asset, mut cover) = Leases::get(lease).expect("the lease is open");
	let adjusted = <Sla as Coverage<AccountId>>::adjust(&provider, &asset, &mut cover, worst_bill);
	// What an adjustment that failed did to the cover would show.
	Leases::insert(lease, (provider, asset, cover));
	adjusted
}

/// Closes a lease that was up and down for so many seconds, and cost so much.
pub fn close(
	lease: LeaseId,
	seconds: Seconds,
	downtime: Seconds,
	amount: Balance,
	reason: CloseReason,
) -> Result<Balance, DispatchError> {
	close_unserved(lease, (seconds, downtime), amount, 0, reason)
}

/// The same of one of which so much was promised besides.
pub fn close_unserved(
	lease: LeaseId,
	(seconds, downtime): (Seconds, Seconds),
	amount: Balance,
	unserved: Balance,
	reason: CloseReason,
) -> Result<Balance, DispatchError> {
	let (provider, asset, cover) = Leases::take(lease).expect("the lease is open");
	let bill = StreamBill { seconds, downtime, amount, forfeit: 0 };
	<Sla as Coverage<AccountId>>::close(
		lease, &provider, TAB, &asset, cover, &bill, unserved, reason,
	)
}

/// What covers an open lease.
pub fn cover(lease: LeaseId) -> Cover {
	Leases::get(lease).expect("the lease is open").2
}

/// Free and locked native collateral.
pub fn books(provider: AccountId) -> (Balance, Balance) {
	Books::get((provider, NATIVE))
}

/// The pallet's events since the last call of this function.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// The actions recorded since the last call of this function.
pub fn actions() -> Vec<String> {
	RecordTrace::take().into_iter().map(|written| written.action).collect()
}
