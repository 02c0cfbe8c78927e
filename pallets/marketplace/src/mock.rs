//! A chain with nothing but the marketplace. The neighbours are fakes that keep their state in
//! storage, so that what is rolled back is rolled back for them too.

use crate as pallet_tradewind_marketplace;
use crate::{
	index::{Gauge, Policy},
	terms::Terms,
	types::{Access, ClassName},
};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, ensure, parameter_types, storage_alias,
	traits::{ConstU128, ConstU32},
	weights::Weight,
	Twox64Concat,
};
use frame_system::EnsureRoot;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, FixedU128, Perbill};
use tradewind_primitives::{
	traits::{AuditLog, Coverage, Ending, Leasing, ProviderDirectory, Reputation, Streams},
	AssetId, Balance, Category, ClassId, Clock, CloseReason, LeaseBill, LeaseId, LeaseRequest,
	OfferId, Payees, ProviderStatus, Rate, Resources, Seconds, StreamBill, StreamId, StreamTerms,
	Subject, TabId, TierId, Timestamp, UnitPrices, NEUTRAL_REPUTATION,
};

pub type AccountId = u64;

pub const ALICE: AccountId = 1; // a provider
pub const BOB: AccountId = 2; // a provider
pub const CAROL: AccountId = 3; // a provider
pub const EVE: AccountId = 8; // a stranger
pub const USER: AccountId = 9; // a buyer

pub const CPU: ClassId = ClassId(0);
pub const GPU: ClassId = ClassId(1);
pub const STANDARD: TierId = TierId(0);
pub const GOLD: TierId = TierId(1);
pub const NOBODYS: TierId = TierId(9);

/// The user's account in the native asset.
pub const TAB: TabId = TabId(0);
/// The user's account in asset 7.
pub const TAB_USD: TabId = TabId(1);
pub const USD: AssetId = AssetId::WithId(7);

pub const FUNDS: Balance = 1_000_000_000;
pub const COLLATERAL: Balance = 1_000_000_000;
pub const DEPOSIT: Balance = 100;
/// What is held for an account of an allow-list.
pub const ALLOWED: Balance = 7;
pub const START: Timestamp = Timestamp(1_000_000);

pub const CAPACITY: Resources =
	Resources { cpu_millis: 8000, memory_mib: 8192, disk_mib: 1024, gpus: 1, egress_mbps: 100 };
pub const NEEDS: Resources =
	Resources { cpu_millis: 2000, memory_mib: 1024, disk_mib: 0, gpus: 0, egress_mbps: 0 };

/// Prices at which [`NEEDS`] cost `2 x cpu` per second.
pub fn prices(cpu: Balance) -> UnitPrices {
	UnitPrices { cpu, ..Default::default() }
}

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
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(20)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(51)]
	pub type Marketplace = pallet_tradewind_marketplace;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

/// Half of a class is meant to be in use; full use raises the level from 1 to 2 in two days.
pub const POLICY: Policy = Policy {
	gauge: Gauge::Cpu,
	target: Perbill::from_percent(50),
	slope: FixedU128::from_u32(1),
	floor: FixedU128::from_rational(1, 2),
	cap: FixedU128::from_u32(4),
};

parameter_types! {
	pub storage MaxProbes: u32 = 16;
	pub const DefaultIndex: Policy = POLICY;
}

impl crate::Config for Test {
	type Native = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type AdminOrigin = EnsureRoot<AccountId>;
	type ProviderDirectory = Fakes;
	type Reputation = Fakes;
	type Coverage = Fakes;
	type Streams = Fakes;
	type Holder = Fakes;
	type Audit = Fakes;
	type Clock = Fakes;
	type OfferDeposit = ConstU128<DEPOSIT>;
	type AllowedDeposit = ConstU128<ALLOWED>;
	type DefaultIndex = DefaultIndex;
	type MaxListings = ConstU32<24>;
	type MaxProbes = MaxProbes;
	type WeightInfo = ();
}

/// Every neighbour of the pallet.
pub struct Fakes;

/// A call that the pallet made to a neighbour.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Seam {
	CoverOpened(LeaseId, AccountId, TierId, TabId, AssetId, Balance),
	CoverClosed(LeaseId, StreamBill, CloseReason),
	StreamOpened(StreamId),
	StreamStarted(StreamId),
	StreamClosed(StreamId),
	HolderTold(u64),
	Reputed(AccountId, AccountId, AssetId, CloseReason, LeaseBill),
}

/// An audit record without its time: category, actor, subject, action, particulars.
pub type Entry = (Category, Option<AccountId>, Subject<AccountId>, Vec<u8>, Vec<u8>);

/// A billing account.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Tab {
	pub owner: AccountId,
	pub asset: AssetId,
	pub available: Balance,
}

/// A stream.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Stream {
	pub tab: TabId,
	pub rate: Rate,
	pub cap: Balance,
	pub prepaid: bool,
	pub payees: Payees<AccountId>,
	pub meter: Option<AccountId>,
	pub reference: Option<u64>,
	pub started: Option<Timestamp>,
}

#[storage_alias]
pub type Now = StorageValue<Fakes, Timestamp>;
#[storage_alias]
pub type Trace = StorageValue<Fakes, Vec<Seam>>;
#[storage_alias]
pub type Entries = StorageValue<Fakes, Vec<Entry>>;
#[storage_alias]
pub type Statuses = StorageMap<Fakes, Twox64Concat, AccountId, ProviderStatus>;
#[storage_alias]
pub type Down = StorageMap<Fakes, Twox64Concat, AccountId, ()>;
#[storage_alias]
pub type Reputations = StorageMap<Fakes, Twox64Concat, AccountId, u32>;
#[storage_alias]
pub type FreeCollateral = StorageMap<Fakes, Twox64Concat, AccountId, Balance>;
#[storage_alias]
pub type Covers = StorageMap<Fakes, Twox64Concat, LeaseId, (AccountId, Balance)>;
#[storage_alias]
pub type Tabs = StorageMap<Fakes, Twox64Concat, TabId, Tab>;
#[storage_alias]
pub type OpenStreams = StorageMap<Fakes, Twox64Concat, StreamId, Stream>;
#[storage_alias]
pub type NextStream = StorageValue<Fakes, StreamId>;
/// For how long a stream has stood still for want of money.
#[storage_alias]
pub type Idle = StorageMap<Fakes, Twox64Concat, StreamId, Seconds>;
/// The lease that is held under a reference.
#[storage_alias]
pub type Held = StorageMap<Fakes, Twox64Concat, u64, LeaseId>;

fn traced(seam: Seam) {
	let mut trace = Trace::get().unwrap_or_default();
	trace.push(seam);
	Trace::put(trace);
}

impl Clock for Fakes {
	fn now() -> Timestamp {
		Now::get().unwrap_or(START)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_now(now: Timestamp) {
		Now::put(now);
	}
}

impl AuditLog<AccountId> for Fakes {
	fn record(
		category: Category,
		actor: Option<&AccountId>,
		subject: Subject<AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	) {
		assert!(action.len() <= tradewind_primitives::record::MAX_ACTION as usize);
		let mut entries = Entries::get().unwrap_or_default();
		entries.push((category, actor.copied(), subject, action.into(), particulars.encode()));
		Entries::put(entries);
	}
}

impl ProviderDirectory<AccountId> for Fakes {
	fn status(provider: &AccountId) -> Option<ProviderStatus> {
		Statuses::get(provider)
	}

	fn acting_for(_: &AccountId) -> Option<AccountId> {
		None
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create(provider: &AccountId, _: &AccountId) {
		use frame_support::traits::fungible::Mutate;
		Statuses::insert(provider, ProviderStatus::Active);
		FreeCollateral::insert(provider, Balance::MAX / 2);
		Balances::set_balance(provider, FUNDS);
	}
}

impl Reputation<AccountId> for Fakes {
	fn reputation(provider: &AccountId) -> u32 {
		Reputations::get(provider).unwrap_or(NEUTRAL_REPUTATION)
	}

	fn lease_closed(
		provider: &AccountId,
		owner: &AccountId,
		asset: &AssetId,
		reason: CloseReason,
		bill: &LeaseBill,
	) {
		traced(Seam::Reputed(*provider, *owner, asset.clone(), reason, *bill));
	}
}

impl Coverage<AccountId> for Fakes {
	fn start_within(tier: TierId) -> Option<Seconds> {
		(tier != NOBODYS).then_some(120)
	}

	fn is_up(provider: &AccountId) -> bool {
		!Down::contains_key(provider)
	}

	/// Locks all of the worst bill.
	fn open(
		lease: LeaseId,
		provider: &AccountId,
		tier: TierId,
		tab: TabId,
		asset: &AssetId,
		worst_bill: Balance,
	) -> DispatchResult {
		// Written before the check, so that a test sees whether a failure is rolled back.
		Covers::insert(lease, (*provider, worst_bill));
		let free = FreeCollateral::get(provider).unwrap_or_default();
		let left = free.checked_sub(worst_bill).ok_or(DispatchError::Other("ShortOfCollateral"))?;
		FreeCollateral::insert(provider, left);
		traced(Seam::CoverOpened(lease, *provider, tier, tab, asset.clone(), worst_bill));
		Ok(())
	}

	/// Credits the whole bill when the provider is to blame.
	fn close(
		lease: LeaseId,
		bill: &StreamBill,
		reason: CloseReason,
	) -> Result<Balance, DispatchError> {
		let (provider, locked) = Covers::take(lease).ok_or(DispatchError::Other("NoCover"))?;
		let credit = if reason.is_provider_fault() { bill.amount } else { 0 };
		let free = FreeCollateral::get(provider).unwrap_or_default();
		FreeCollateral::insert(provider, free + locked - credit);
		traced(Seam::CoverClosed(lease, *bill, reason));
		Ok(credit)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_tier() -> TierId {
		STANDARD
	}
}

impl Streams<AccountId> for Fakes {
	fn asset(tab: TabId) -> Option<AssetId> {
		Tabs::get(tab).map(|tab| tab.asset)
	}

	fn open(who: &AccountId, terms: StreamTerms<AccountId>) -> Result<StreamId, DispatchError> {
		let mut tab = Tabs::get(terms.tab).ok_or(DispatchError::Other("NoTab"))?;
		ensure!(tab.owner == *who, DispatchError::Other("NotOwnerOfTab"));
		if terms.prepaid {
			tab.available =
				tab.available.checked_sub(terms.cap).ok_or(DispatchError::Other("ShortOfFunds"))?;
		} else {
			ensure!(tab.available >= terms.rate.0, DispatchError::Other("ShortOfFunds"));
		}
		Tabs::insert(terms.tab, tab);
		let id = NextStream::get().unwrap_or_default();
		NextStream::put(StreamId(id.0 + 1));
		let StreamTerms { tab, rate, cap, prepaid, payees, meter, reference } = terms;
		let stream = Stream { tab, rate, cap, prepaid, payees, meter, reference, started: None };
		OpenStreams::insert(id, stream);
		traced(Seam::StreamOpened(id));
		Ok(id)
	}

	fn start(id: StreamId) -> DispatchResult {
		let mut stream = OpenStreams::get(id).ok_or(DispatchError::Other("NoStream"))?;
		stream.started = Some(Self::now());
		OpenStreams::insert(id, stream);
		traced(Seam::StreamStarted(id));
		Ok(())
	}

	fn close(id: StreamId) -> Result<StreamBill, DispatchError> {
		let stream = OpenStreams::take(id).ok_or(DispatchError::Other("NoStream"))?;
		let mut tab = Tabs::get(stream.tab).ok_or(DispatchError::Other("NoTab"))?;
		// What a stream reserved is there for it again; one that is not prepaid stops with the
		// account.
		let funds = tab.available + if stream.prepaid { stream.cap } else { 0 };
		let ran = stream.started.map_or(0, |at| Self::now().since(at));
		let flowed = ran.saturating_sub(Idle::take(id).unwrap_or_default());
		let seconds = flowed.min((stream.cap.min(funds) / stream.rate.0) as Seconds);
		let amount = stream.rate.amount(seconds).ok_or(DispatchError::Other("Overflow"))?;
		tab.available = funds - amount;
		Tabs::insert(stream.tab, tab);
		traced(Seam::StreamClosed(id));
		Ok(StreamBill { seconds, downtime: 0, amount })
	}

	fn idle(id: StreamId) -> Seconds {
		Idle::get(id).unwrap_or_default()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_account(who: &AccountId, funds: Balance) -> TabId {
		Tabs::insert(TAB, Tab { owner: *who, asset: AssetId::Native, available: funds });
		TAB
	}
}

impl Ending for Fakes {
	/// Closes what is held under this reference.
	fn end(reference: u64, reason: CloseReason) -> DispatchResult {
		traced(Seam::HolderTold(reference));
		match Held::take(reference) {
			Some(lease) => Marketplace::close(lease, reason).map(|_| ()),
			None => Ok(()),
		}
	}

	fn end_weight() -> Weight {
		Weight::from_parts(1, 1)
	}
}

/// Lets time pass.
pub fn pass(seconds: Seconds) {
	Now::put(Fakes::now().plus(seconds));
}

/// A prepaid request of the user for [`NEEDS`] over 100 seconds that anyone may answer.
pub fn request<'a>() -> LeaseRequest<'a, AccountId> {
	LeaseRequest {
		owner: &USER,
		tab: TAB,
		class: CPU,
		tier: STANDARD,
		needs: NEEDS,
		max_rate: Rate(1_000_000),
		max_seconds: 100,
		prepaid: true,
		reference: None,
		candidates: &[],
		excluded: &[],
		regions: &[],
		runtimes: Default::default(),
	}
}

/// The audit records since the last look.
pub fn take_entries() -> Vec<Entry> {
	Entries::take().unwrap_or_default()
}

/// The calls to streams and covers since the last look.
pub fn take_trace() -> Vec<Seam> {
	Trace::take().unwrap_or_default()
}

/// The events of the pallet since the last look.
pub fn take_events() -> Vec<crate::Event<Test>> {
	let events = System::read_events_for_pallet::<crate::Event<Test>>();
	System::reset_events();
	events
}

/// Offers [`CAPACITY`] to everybody.
pub fn create_offer(
	provider: AccountId,
	class: ClassId,
	tier: TierId,
	asset: AssetId,
	prices: UnitPrices,
) {
	let (origin, terms) = (RuntimeOrigin::signed(provider), Terms::default());
	let (payees, access) = (Payees::new(), Access::Public);
	Marketplace::create_offer(origin, class, tier, asset, CAPACITY, prices, payees, terms, access)
		.expect("the offer is sound");
}

/// Builds a chain with two classes, three providers and a buyer with two accounts.
#[derive(Default)]
pub struct ExtBuilder {
	offers: Vec<(AccountId, ClassId, TierId, AssetId, UnitPrices)>,
}

impl ExtBuilder {
	/// Offers [`CAPACITY`] in the native asset at the standard tier for `cpu` a core.
	pub fn offer(self, provider: AccountId, cpu: Balance) -> Self {
		self.offer_with(provider, CPU, STANDARD, AssetId::Native, cpu)
	}

	/// Offers [`CAPACITY`] for `cpu` a core.
	pub fn offer_with(
		mut self,
		provider: AccountId,
		class: ClassId,
		tier: TierId,
		asset: AssetId,
		cpu: Balance,
	) -> Self {
		self.offers.push((provider, class, tier, asset, prices(cpu)));
		self
	}

	/// The chain as it stands.
	pub fn build(self) -> sp_io::TestExternalities {
		let accounts = [ALICE, BOB, CAROL, EVE, USER];
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: accounts.map(|who| (who, 10_000)).to_vec(),
				..Default::default()
			},
			marketplace: crate::GenesisConfig {
				classes: vec![b"cpu.general".to_vec(), b"gpu.h200".to_vec()],
				offers: vec![],
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis is sound");
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			for provider in [ALICE, BOB, CAROL] {
				Statuses::insert(provider, ProviderStatus::Active);
				FreeCollateral::insert(provider, COLLATERAL);
			}
			for (id, asset) in [(TAB, AssetId::Native), (TAB_USD, USD)] {
				Tabs::insert(id, Tab { owner: USER, asset, available: FUNDS });
			}
			for (provider, class, tier, asset, prices) in self.offers {
				create_offer(provider, class, tier, asset, prices);
			}
			take_events();
			take_entries();
		});
		ext
	}

	/// Runs a test and proves that the state is sound afterwards.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Marketplace::do_try_state().expect("the invariants hold");
		});
	}
}

/// What is free of an offer.
pub fn free(offer: u64) -> Option<Resources> {
	crate::Books::<Test>::iter_values()
		.flatten()
		.find(|listing| listing.offer == OfferId(offer))
		.map(|listing| listing.free)
}

/// A class name.
pub fn name(text: &str) -> ClassName {
	text.as_bytes().to_vec().try_into().expect("the name is short")
}
