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
	weights::{Weight, WeightMeter},
	Twox64Concat,
};
use frame_system::EnsureRoot;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, FixedU128, Perbill};
use tradewind_primitives::{
	money::split,
	traits::{AuditLog, Coverage, Ending, Leasing, ProviderDirectory, Reputation, Streams},
	AssetId, Balance, Category, ClassId, Clock, CloseReason, Cover, Filters, LeaseBill, LeaseId,
	LeaseKind, LeaseRequest, ManagedStream, OfferId, Payees, Promise, ProviderStatus, Rate,
	Resources, Seconds, StreamBill, StreamId, StreamTerms, Subject, TabId, TierId, Timestamp,
	UnitPrices, NEUTRAL_REPUTATION,
};

pub type AccountId = u64;

pub const ALICE: AccountId = 1; // a provider
pub const BOB: AccountId = 2; // a provider
pub const CAROL: AccountId = 3; // a provider
pub const EVE: AccountId = 8; // a stranger
pub const USER: AccountId = 9; // a buyer
pub const OTHER: AccountId = 10; // another buyer
pub const AGENT: AccountId = 11; // acts for ALICE
pub const DELEGATE: AccountId = 12; // may manage TAB
pub const POT: AccountId = 13; // no stream may pay it

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
/// The account of the other user in the native asset.
pub const TAB_OTHER: TabId = TabId(2);

pub const FUNDS: Balance = 1_000_000_000;
pub const COLLATERAL: Balance = 1_000_000_000;
pub const DEPOSIT: Balance = 100;
/// What is held for an allow-list without accounts, and for each account on it.
pub const LIST: Balance = 1;
pub const ALLOWED: Balance = 8;
/// What is held for an auction, besides a planck for each byte of its order.
pub const AUCTION: Balance = 50;
/// What is held for a bid.
pub const BID: Balance = 20;
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
	pub storage EnoughReads: u32 = 16;
	pub storage MaxReads: u32 = 16;
	/// Whether no cover can be closed.
	pub storage CoverFails: bool = false;
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
	type AuctionDeposit = ConstU128<AUCTION>;
	type ByteDeposit = ConstU128<1>;
	type BidDeposit = ConstU128<BID>;
	type DefaultIndex = DefaultIndex;
	type PageSize = ConstU32<4>;
	type MaxPages = ConstU32<12>;
	type EnoughReads = EnoughReads;
	type MaxReads = MaxReads;
	type MaxProbes = MaxProbes;
	type WeightInfo = ();
}

/// Every neighbour of the pallet.
pub struct Fakes;

/// A call that the pallet made to a neighbour.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Seam {
	CoverOpened(AccountId, TierId, AssetId, Balance),
	CoverClosed(LeaseId, AccountId, TabId, Balance, StreamBill, CloseReason),
	StreamOpened(StreamId),
	StreamStarted(StreamId),
	StreamAdjusted(StreamId, Option<AccountId>, Rate, Balance),
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

/// A stream, and the lease that is kept with it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Stream {
	pub rate: Rate,
	pub cap: Balance,
	pub prepaid: bool,
	pub payees: Payees<AccountId>,
	pub meter: Option<AccountId>,
	pub started: Option<Timestamp>,
	/// Until when it was paid for, and how long it had stood still by then.
	pub settled: Option<Timestamp>,
	pub idle: Seconds,
	/// What was paid for, and how much.
	pub seconds: Seconds,
	pub amount: Balance,
	pub lease: crate::LeaseOf<Test>,
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
/// What an auditor vouches for of a provider.
#[storage_alias]
pub type Attested = StorageMap<Fakes, Twox64Concat, AccountId, (Vec<u8>, Vec<u8>)>;
#[storage_alias]
pub type Reputations = StorageMap<Fakes, Twox64Concat, AccountId, u32>;
#[storage_alias]
pub type FreeCollateral = StorageMap<Fakes, Twox64Concat, AccountId, Balance>;
/// What was taken of a provider's collateral.
#[storage_alias]
pub type Seized = StorageMap<Fakes, Twox64Concat, AccountId, Balance>;
#[storage_alias]
pub type Tabs = StorageMap<Fakes, Twox64Concat, TabId, Tab>;
#[storage_alias]
pub type OpenStreams = StorageMap<Fakes, Twox64Concat, StreamId, Stream>;
/// Who may do with an account what its owner may.
#[storage_alias]
pub type Delegates = StorageMap<Fakes, Twox64Concat, TabId, AccountId>;
/// What payees have received.
#[storage_alias]
pub type Earned = StorageMap<Fakes, Twox64Concat, AccountId, Balance>;
/// The number of the next stream of an account.
#[storage_alias]
pub type NextStream = StorageMap<Fakes, Twox64Concat, TabId, u32>;
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

	fn acting_for(agent: &AccountId) -> Option<AccountId> {
		(*agent == AGENT).then_some(ALICE)
	}

	fn attested(provider: &AccountId, name: &[u8], value: &[u8]) -> bool {
		Attested::get(provider).is_some_and(|it| it == (name.to_vec(), value.to_vec()))
	}

	fn attested_weight() -> Weight {
		Weight::from_parts(1, 1)
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
		provider: &AccountId,
		tier: TierId,
		asset: &AssetId,
		worst_bill: Balance,
	) -> Result<Cover, DispatchError> {
		traced(Seam::CoverOpened(*provider, tier, asset.clone(), worst_bill));
		// Written before the check, so that a test sees whether a failure is rolled back.
		let free = FreeCollateral::get(provider).unwrap_or_default();
		FreeCollateral::insert(provider, free.saturating_sub(worst_bill));
		ensure!(free >= worst_bill, DispatchError::Other("ShortOfCollateral"));
		Ok(Cover { locked: worst_bill, promise: Promise::default(), excused: 0 })
	}

	fn adjust(
		provider: &AccountId,
		_: &AssetId,
		cover: &mut Cover,
		worst_bill: Balance,
	) -> DispatchResult {
		let free = FreeCollateral::get(provider).unwrap_or_default() + cover.locked;
		let left = free.checked_sub(worst_bill).ok_or(DispatchError::Other("ShortOfCollateral"))?;
		FreeCollateral::insert(provider, left);
		cover.locked = worst_bill;
		Ok(())
	}

	/// Credits the whole bill and what is unserved when the provider is to blame.
	fn close(
		lease: LeaseId,
		provider: &AccountId,
		tab: TabId,
		_: &AssetId,
		cover: Cover,
		bill: &StreamBill,
		unserved: Balance,
		reason: CloseReason,
	) -> Result<Balance, DispatchError> {
		ensure!(!CoverFails::get(), DispatchError::Other("NoCover"));
		let credit = if reason.is_provider_fault() { bill.amount + unserved } else { 0 };
		let free = FreeCollateral::get(provider).unwrap_or_default();
		FreeCollateral::insert(provider, free + cover.locked - credit);
		Seized::insert(provider, Seized::get(provider).unwrap_or_default() + credit);
		change_tab(tab, |tab| tab.available += credit);
		traced(Seam::CoverClosed(lease, *provider, tab, cover.locked, *bill, reason));
		Ok(credit)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_tier() -> TierId {
		STANDARD
	}
}

impl Stream {
	/// With every second counted up to now.
	fn counted(mut self, id: StreamId) -> Self {
		let Some(settled) = self.settled else { return self };
		let tab = Tabs::get(id.tab()).expect("a stream has an account");
		let idle = Idle::get(id).unwrap_or_default();
		let ran = Fakes::now().since(settled).saturating_sub(idle - self.idle);
		// What a stream reserved is there for it; one that is not prepaid stops with the account.
		let left = self.cap - self.amount;
		let left = if self.prepaid { left } else { left.min(tab.available) };
		let seconds = ran.min(Seconds::try_from(left / self.rate.0).unwrap_or(Seconds::MAX));
		self.settled = Some(Fakes::now());
		self.idle = idle;
		self.seconds += seconds;
		self.amount += self.rate.0 * Balance::from(seconds);
		self
	}

	/// What is set aside for it.
	pub fn reserved(&self) -> Balance {
		if self.prepaid {
			self.cap - self.amount
		} else {
			0
		}
	}
}

/// Takes a stream, after paying for every second up to now.
fn settled(id: StreamId) -> Result<Stream, DispatchError> {
	let before = OpenStreams::get(id).ok_or(DispatchError::Other("NoStream"))?;
	let stream = before.clone().counted(id);
	let amount = stream.amount - before.amount;
	if !stream.prepaid {
		change_tab(id.tab(), |tab| tab.available -= amount);
	}
	pay(&stream.payees, amount);
	Ok(stream)
}

fn pay(payees: &Payees<AccountId>, amount: Balance) {
	for (payee, part) in payees.iter().zip(split(amount, payees)) {
		Earned::insert(payee.who, Earned::get(payee.who).unwrap_or_default() + part);
	}
}

/// Changes a billing account.
pub fn change_tab(id: TabId, change: impl FnOnce(&mut Tab)) {
	Tabs::mutate(id, |tab| change(tab.as_mut().expect("the builder made it")));
}

impl Streams<AccountId> for Fakes {
	type Memo = crate::LeaseOf<Test>;

	fn asset(tab: TabId) -> Option<AssetId> {
		Tabs::get(tab).map(|tab| tab.asset)
	}

	fn ensure_payees(payees: &Payees<AccountId>) -> DispatchResult {
		let is_sound = payees.iter().all(|payee| payee.who != POT);
		ensure!(is_sound, DispatchError::Other("BadPayees"));
		Ok(())
	}

	fn owner(tab: TabId) -> Option<AccountId> {
		Tabs::get(tab).map(|tab| tab.owner)
	}

	fn ensure_manager(tab: TabId, who: &AccountId) -> DispatchResult {
		let is_manager = Self::owner(tab) == Some(*who) || Delegates::get(tab) == Some(*who);
		ensure!(is_manager, DispatchError::Other("NotOwnerOfTab"));
		Ok(())
	}

	fn open(
		who: &AccountId,
		terms: StreamTerms<AccountId>,
		lease: Self::Memo,
	) -> Result<StreamId, DispatchError> {
		let StreamTerms { tab: id, rate, cap, prepaid, payees, meter } = terms;
		let mut tab = Tabs::get(id).ok_or(DispatchError::Other("NoTab"))?;
		Self::ensure_manager(id, who)?;
		if prepaid {
			tab.available =
				tab.available.checked_sub(cap).ok_or(DispatchError::Other("ShortOfFunds"))?;
		} else {
			ensure!(tab.available >= rate.0, DispatchError::Other("ShortOfFunds"));
		}
		Tabs::insert(id, tab);
		let number = NextStream::get(id).unwrap_or_default();
		NextStream::insert(id, number + 1);
		let id = StreamId::of(id, number).expect("there are few");
		let stream = Stream {
			rate,
			cap,
			prepaid,
			payees,
			meter,
			started: None,
			settled: None,
			idle: 0,
			seconds: 0,
			amount: 0,
			lease,
		};
		OpenStreams::insert(id, stream);
		traced(Seam::StreamOpened(id));
		Ok(id)
	}

	fn managed(id: StreamId) -> Option<ManagedStream<AccountId, Self::Memo>> {
		let Stream { rate, cap, prepaid, payees, meter, started, amount, lease, .. } =
			OpenStreams::get(id)?.counted(id);
		let left = cap.saturating_sub(amount).checked_div(rate.0).unwrap_or_default();
		let left = Seconds::try_from(left).unwrap_or(Seconds::MAX);
		let terms = StreamTerms { tab: id.tab(), rate, cap, prepaid, payees, meter };
		Some(ManagedStream { terms, started, amount, left, memo: lease })
	}

	fn keep(id: StreamId, lease: Self::Memo) -> DispatchResult {
		let stream = OpenStreams::get(id).ok_or(DispatchError::Other("NoStream"))?;
		OpenStreams::insert(id, Stream { lease, ..stream });
		Ok(())
	}

	fn start(id: StreamId) -> DispatchResult {
		let mut stream = OpenStreams::get(id).ok_or(DispatchError::Other("NoStream"))?;
		(stream.started, stream.settled) = (Some(Self::now()), Some(Self::now()));
		OpenStreams::insert(id, stream);
		traced(Seam::StreamStarted(id));
		Ok(())
	}

	fn adjust(who: Option<&AccountId>, id: StreamId, rate: Rate, cap: Balance) -> DispatchResult {
		if let Some(who) = who {
			Self::ensure_manager(id.tab(), who)?;
		}
		ensure!(rate.0 > 0, DispatchError::Other("ZeroRate"));
		let stream = settled(id)?;
		ensure!(cap >= stream.amount, DispatchError::Other("CapTooSmall"));
		if stream.prepaid {
			let mut tab = Tabs::get(id.tab()).ok_or(DispatchError::Other("NoTab"))?;
			tab.available = (tab.available + stream.cap)
				.checked_sub(cap)
				.ok_or(DispatchError::Other("ShortOfFunds"))?;
			Tabs::insert(id.tab(), tab);
		}
		OpenStreams::insert(id, Stream { rate, cap, ..stream });
		traced(Seam::StreamAdjusted(id, who.copied(), rate, cap));
		Ok(())
	}

	fn close(id: StreamId, forfeit: Perbill) -> Result<(StreamBill, Self::Memo), DispatchError> {
		let stream = settled(id)?;
		let Stream { seconds, amount, .. } = stream;
		OpenStreams::remove(id);
		Idle::remove(id);
		let left = stream.reserved();
		let forfeit = forfeit.mul_floor(left);
		pay(&stream.payees, forfeit);
		change_tab(id.tab(), |tab| tab.available += left - forfeit);
		traced(Seam::StreamClosed(id));
		Ok((StreamBill { seconds, downtime: 0, amount, forfeit }, stream.lease))
	}

	fn all_managed() -> Vec<(StreamId, ManagedStream<AccountId, Self::Memo>)> {
		OpenStreams::iter_keys().filter_map(|id| Some((id, Self::managed(id)?))).collect()
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

/// Lets time pass, without a block.
pub fn pass(seconds: Seconds) {
	Now::put(Fakes::now().plus(seconds));
}

/// Lets time pass, and then does what is due.
pub fn pass_blocks(seconds: Seconds) {
	pass(seconds);
	Marketplace::drain_agenda(&mut WeightMeter::new());
}

/// Asks for nothing in particular.
pub static ANYTHING: std::sync::LazyLock<Filters> = std::sync::LazyLock::new(Filters::default);

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
		kind: LeaseKind::OnDemand,
		candidates: &[],
		excluded: &[],
		filters: &ANYTHING,
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
		let accounts = [ALICE, BOB, CAROL, EVE, USER, OTHER, AGENT, DELEGATE];
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
			for (id, owner, asset) in [
				(TAB, USER, AssetId::Native),
				(TAB_USD, USER, USD),
				(TAB_OTHER, OTHER, AssetId::Native),
			] {
				Tabs::insert(id, Tab { owner, asset, available: FUNDS });
			}
			Delegates::insert(TAB, DELEGATE);
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
	listing(offer).map(|listing| listing.free)
}

/// The listing of an offer that is on sale.
pub fn listing(offer: u64) -> Option<crate::ListingOf<Test>> {
	crate::Pages::<Test>::iter_values().flatten().find(|listing| listing.offer == OfferId(offer))
}

/// What is kept of a lease.
pub fn lease(lease: LeaseId) -> Option<crate::LeaseOf<Test>> {
	OpenStreams::get(StreamId::from(lease)).map(|stream| stream.lease)
}

/// A class name.
pub fn name(text: &str) -> ClassName {
	text.as_bytes().to_vec().try_into().expect("the name is short")
}
