//! A runtime with this pallet, a market that can be told what to do, and a fixed clock.

use crate::{self as pallet_tradewind_tasks, *};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU128, ConstU64, Get, Hooks},
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use frame_system::mocking::MockBlock;
use sp_core::H256;
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, DispatchError, Perbill, TokenError};
use tradewind_primitives::{
	traits::{AuditLog, Leasing, ProviderDirectory},
	AssetId, Balance, Category, ClassId, Clock, CloseReason, Filters, LeaseBill, LeaseId,
	LeaseKind, LeaseRequest, Placement, Placing, ProviderStatus, Rate, Region, Resources, Runtimes,
	Seconds, Subject, TabId, TaskId, TierId, Timestamp,
};

pub const ALICE: u64 = 1;
pub const BOB: u64 = 2;
/// Providers; the agent of a provider is its account plus [`AGENT`].
pub const P1: u64 = 11;
pub const P2: u64 = 12;
pub const P3: u64 = 13;
pub const AGENT: u64 = 100;

pub const START: u64 = 1_000_000;
pub const START_WITHIN: Seconds = 60;
pub const RETENTION: Seconds = 1_000;
pub const MARGIN: Seconds = 60;
pub const ENDOWMENT: Balance = 1_000_000;

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
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(52)]
	pub type Workloads = pallet_tradewind_tasks;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

impl Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = ();
	type Native = Balances;
	type Leasing = Market;
	type ProviderDirectory = Directory;
	type Audit = Log;
	type Clock = Watch;
	type TaskDeposit = ConstU128<1_000>;
	type ByteDeposit = ConstU128<10>;
	type Retention = ConstU64<RETENTION>;
	type ReportMargin = ConstU64<MARGIN>;
}

parameter_types! {
	pub storage Now: u64 = START;
	pub storage Books: MarketState = MarketState::default();
	pub storage Written: Vec<(Category, Option<u64>, TaskId, Vec<u8>)> = Vec::new();
}

/// The time, which stands still until told.
pub struct Watch;

impl Clock for Watch {
	fn now() -> Timestamp {
		Timestamp(Now::get())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_now(now: Timestamp) {
		Now::set(&now.0);
	}
}

/// What the market has and was asked for. It lies in storage, so that what fails is undone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct MarketState {
	/// Provider, price per second, room for so many leases.
	pub offers: Vec<(u64, Balance, u32)>,
	pub leases: Vec<OpenLease>,
	pub next: u64,
	/// No money: placing is refused.
	pub broke: bool,
	/// Closing is refused.
	pub jammed: bool,
	/// The account is empty: what is not prepaid stands still.
	pub empty: bool,
	/// Until then others use the room that is given away.
	pub leaving_until: u64,
	/// Which percentage of a bill is credited when the provider was at fault.
	pub credit: u8,
	pub trace: Vec<MarketCall>,
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct OpenLease {
	pub lease: LeaseId,
	pub provider: u64,
	pub rate: Balance,
	pub max_seconds: Seconds,
	pub prepaid: bool,
	pub reference: Option<u64>,
	pub kind: LeaseKind,
	pub filters: Filters,
	pub usable_from: Option<Timestamp>,
	pub started: Option<u64>,
	/// Since when it has stood still.
	pub paused: Option<u64>,
	/// For how long it stood still before.
	pub idle: Seconds,
}

impl OpenLease {
	fn idle(&self) -> Seconds {
		self.idle + self.paused.map_or(0, |since| Now::get() - since)
	}

	/// Stands still or flows on, as the account has it.
	fn follow(&mut self, empty: bool) {
		let halts = empty && !self.prepaid && self.started.is_some();
		match self.paused {
			None if halts => self.paused = Some(Now::get()),
			Some(_) if !halts => {
				self.idle = self.idle();
				self.paused = None;
			},
			_ => {},
		}
	}
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum MarketCall {
	Placed { lease: LeaseId, provider: u64, max_rate: Rate },
	Started(LeaseId),
	Closed(LeaseId, CloseReason),
}

/// A market of one class, whose bills are exact.
pub struct Market;

impl Market {
	pub fn change<R>(f: impl FnOnce(&mut MarketState) -> R) -> R {
		let mut books = Books::get();
		let result = f(&mut books);
		Books::set(&books);
		result
	}

	/// The account runs out of money, or has some again.
	pub fn set_empty(empty: bool) {
		Self::change(|books| {
			books.empty = empty;
			books.leases.iter_mut().for_each(|open| open.follow(empty));
		});
	}
}

pub const BROKE: DispatchError = DispatchError::Token(TokenError::FundsUnavailable);
pub const JAMMED: DispatchError = DispatchError::Unavailable;
pub const NOT_USABLE_YET: DispatchError = DispatchError::Other("others have to leave first");

/// What a search weighs at most besides a plain one, what one weighed, and what one in vain did.
pub const SEARCH_WEIGHT: Weight = Weight::from_parts(400_000_000, 40_000);
pub const FOUND_WEIGHT: Weight = Weight::from_parts(20_000_000, 2_000);
pub const IN_VAIN_WEIGHT: Weight = Weight::from_parts(90_000_000, 9_000);

impl Leasing<u64> for Market {
	fn place(request: &LeaseRequest<'_, u64>) -> Result<Placing<u64>, DispatchError> {
		Self::change(|books| {
			let mut feasible: Vec<_> = books
				.offers
				.iter_mut()
				.filter(|(provider, rate, room)| {
					*room > 0
						&& Rate(*rate) <= request.max_rate
						&& request.candidates.contains(provider)
						&& !request.excluded.contains(provider)
				})
				.collect();
			feasible.sort_by_key(|(_, rate, _)| *rate);
			let Some((provider, rate, room)) = feasible.into_iter().next() else {
				return Ok(Placing { placement: None, search: IN_VAIN_WEIGHT });
			};
			*room -= 1;
			// Refused late, so that what was done has to be undone.
			if books.broke {
				return Err(BROKE);
			}
			let (provider, rate, lease) = (*provider, *rate, LeaseId(books.next));
			let max_seconds = request.max_seconds;
			books.next += 1;
			let usable_from = Timestamp(books.leaving_until);
			let usable_from = (usable_from > Watch::now()).then_some(usable_from);
			books.leases.push(OpenLease {
				lease,
				provider,
				rate,
				max_seconds,
				prepaid: request.prepaid,
				reference: request.reference,
				kind: request.kind,
				filters: request.filters.clone(),
				usable_from,
				started: None,
				paused: None,
				idle: 0,
			});
			books.trace.push(MarketCall::Placed { lease, provider, max_rate: request.max_rate });
			let placement = Placement {
				lease,
				provider,
				rate: Rate(rate),
				asset: AssetId::Native,
				start_within: START_WITHIN,
				usable_from,
				region: Region::default(),
			};
			Ok(Placing { placement: Some(placement), search: FOUND_WEIGHT })
		})
	}

	fn search_weight() -> Weight {
		SEARCH_WEIGHT
	}

	fn start(lease: LeaseId) -> Result<(), DispatchError> {
		Self::change(|books| {
			let open = books.leases.iter_mut().find(|open| open.lease == lease);
			let open = open.expect("the lease is open");
			if open.usable_from.is_some_and(|from| Watch::now() < from) {
				return Err(NOT_USABLE_YET);
			}
			open.started = Some(Now::get());
			open.follow(books.empty);
			books.trace.push(MarketCall::Started(lease));
			Ok(())
		})
	}

	fn close(lease: LeaseId, reason: CloseReason) -> Result<LeaseBill, DispatchError> {
		Self::change(|books| {
			if books.jammed {
				return Err(JAMMED);
			}
			let at = books.leases.iter().position(|open| open.lease == lease);
			let open = books.leases.remove(at.expect("the lease is open"));
			let offer = books.offers.iter_mut().find(|offer| offer.0 == open.provider);
			if let Some(offer) = offer {
				offer.2 += 1;
			}
			books.trace.push(MarketCall::Closed(lease, reason));
			let flowed = open.started.map_or(0, |at| Now::get() - at - open.idle());
			let seconds = flowed.min(open.max_seconds);
			let amount = open.rate * Balance::from(seconds);
			let part = if reason.is_provider_fault() { books.credit } else { 0 };
			let credited = amount * Balance::from(part) / 100;
			Ok(LeaseBill { seconds, amount, credited, ..Default::default() })
		})
	}

	fn idle(lease: LeaseId) -> Seconds {
		let books = Books::get();
		books.leases.iter().find(|open| open.lease == lease).map_or(0, OpenLease::idle)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_market(_: &u64, provider: &u64, _: &u64) -> (ClassId, TierId, TabId) {
		Self::change(|books| books.offers.push((*provider, 1, 1_000)));
		(ClassId(0), TierId(0), TabId(0))
	}
}

/// Every account from [`AGENT`] on is an agent.
pub struct Directory;

impl ProviderDirectory<u64> for Directory {
	fn status(provider: &u64) -> Option<ProviderStatus> {
		Books::get()
			.offers
			.iter()
			.any(|offer| offer.0 == *provider)
			.then_some(ProviderStatus::Active)
	}

	fn acting_for(agent: &u64) -> Option<u64> {
		agent.checked_sub(AGENT)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create(_: &u64, _: &u64) {}
}

/// Keeps what is written down.
pub struct Log;

impl AuditLog<u64> for Log {
	fn record(
		category: Category,
		actor: Option<&u64>,
		subject: Subject<u64>,
		action: &'static str,
		_: &impl Encode,
	) {
		let Subject::Task(task) = subject else { panic!("only tasks are written about") };
		let mut written = Written::get();
		written.push((category, actor.copied(), task, action.as_bytes().to_vec()));
		Written::set(&written);
	}
}

/// The actions written down so far, oldest first.
pub fn actions() -> Vec<String> {
	Written::get()
		.into_iter()
		.map(|(.., action)| String::from_utf8(action).expect("actions are ASCII"))
		.collect()
}

/// A runtime with a market of the given offers.
pub struct ExtBuilder {
	books: MarketState,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { books: MarketState { credit: 100, ..Default::default() } }
	}
}

impl ExtBuilder {
	/// An offer at `rate` with room for `room` leases.
	pub fn offer(mut self, provider: u64, rate: Balance, room: u32) -> Self {
		self.books.offers.push((provider, rate, room));
		self
	}

	/// Credits only a part of what a failed attempt cost.
	pub fn credit(mut self, percent: u8) -> Self {
		self.books.credit = percent;
		self
	}

	pub fn build(self) -> TestExternalities {
		let mut storage = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the genesis of the system builds");
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(ALICE, ENDOWMENT), (BOB, ENDOWMENT)],
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.expect("the genesis of the balances builds");
		let mut ext = TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Books::set(&self.books);
			// As on a real chain, the agenda is drained before anything can be queued.
			poll();
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Workloads::do_try_state().expect("every invariant holds");
		});
	}
}

/// Runs the hook as a block with nothing else in it would. Returns what it took.
pub fn poll() -> Weight {
	poll_with(Weight::MAX)
}

/// Runs the hook in a block that has `limit` left. Returns what it took.
pub fn poll_with(limit: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(limit);
	Workloads::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Lets `seconds` pass in blocks of three seconds.
pub fn pass(seconds: Seconds) {
	let end = Now::get() + seconds;
	while Now::get() < end {
		Now::set(&(Now::get() + 3).min(end));
		poll();
	}
}

/// A sealed payload.
pub fn sealed() -> Sealed {
	b"age-encryption.org/v1\n-> X25519 c2hhcmU\nYm9keQ\n--- bWFj\n\x00\x01\xff"
		.to_vec()
		.try_into()
		.expect("it is short")
}

pub fn hash_of(data: &[u8]) -> H256 {
	sp_io::hashing::blake2_256(data).into()
}

/// A prepaid task of 100 seconds at 10 at most, sealed to the three providers, with three attempts
/// and a wait of two minutes.
pub fn spec() -> TaskSpecOf<Test> {
	TaskSpec {
		tab: TabId(7),
		class: ClassId(1),
		tier: TierId(0),
		needs: Resources { cpu_millis: 1_000, ..Default::default() },
		max_rate: Rate(10),
		max_seconds: 100,
		prepaid: true,
		candidates: vec![P1, P2, P3].try_into().expect("three are few enough"),
		max_attempts: 3,
		place_within: 120,
		result_key: [9; 32],
		spot: false,
		filters: Filters::default(),
	}
}

/// The largest filters there may be.
pub fn largest_filters() -> Filters {
	fn longest<S: Get<u32>>() -> BoundedVec<u8, S> {
		BoundedVec::truncate_from(vec![b'x'; S::get() as usize])
	}
	fn most<U: Clone, S: Get<u32>>(item: U) -> BoundedVec<U, S> {
		BoundedVec::truncate_from(vec![item; S::get() as usize])
	}
	Filters {
		regions: most(longest()),
		avoid: most(longest()),
		runtimes: Runtimes(u8::MAX),
		model: longest(),
		attributes: most((longest(), longest())),
		near: Some((longest(), Perbill::one())),
	}
}

/// What is held for a task of three candidates that is inline.
pub const DEPOSIT: Balance = 1_000 + 3 * 8 * 10;

/// Has `data` be the end of the extrinsic that is executed.
pub fn in_extrinsic(data: &[u8]) {
	System::set_extrinsic_index(1);
	let mut extrinsic = b"head".to_vec();
	extrinsic.extend_from_slice(data);
	System::note_extrinsic(extrinsic);
}

/// Submits `spec` for Alice with an inline payload.
pub fn submit(spec: TaskSpecOf<Test>) -> TaskId {
	let id = NextTaskId::<Test>::get();
	let data = sealed();
	in_extrinsic(&data);
	Workloads::submit(RuntimeOrigin::signed(ALICE), spec, hash_of(&data), data)
		.expect("the specification is sound");
	id
}

/// Submits so many of them.
pub fn submit_many(tasks: u32) -> Vec<TaskId> {
	(0..tasks).map(|_| submit(spec())).collect()
}

/// Has the agent of `provider` start `task`.
pub fn start(provider: u64, task: TaskId) {
	Workloads::start(RuntimeOrigin::signed(provider + AGENT), task).expect("the provider has it");
}

pub fn report() -> Report {
	Report {
		outcome: Outcome::Exited(0),
		result: H256([1; 32]),
		result_size: 99,
		output: H256([2; 32]),
	}
}

pub fn task(id: TaskId) -> TaskOf<Test> {
	Tasks::<Test>::get(id).expect("the task is there")
}

pub fn state(id: TaskId) -> State<u64> {
	task(id).state
}

/// An attempt that was placed now at `provider`.
pub fn attempt(lease: u64, provider: u64, rate: Balance) -> Attempt<u64> {
	Attempt {
		lease: LeaseId(lease),
		provider,
		rate: Rate(rate),
		asset: AssetId::Native,
		placed: Watch::now(),
		usable_from: None,
		start_by: Watch::now().plus(START_WITHIN),
		page: 0,
	}
}

/// The attempts that are listed under `provider`.
pub fn listed(provider: u64) -> Vec<Slot> {
	Attempts::<Test>::iter_prefix_values(provider).flatten().collect()
}

/// The leases that were closed, oldest first.
pub fn closed() -> Vec<(LeaseId, CloseReason)> {
	let trace = Books::get().trace.into_iter();
	trace
		.filter_map(|call| match call {
			MarketCall::Closed(lease, reason) => Some((lease, reason)),
			_ => None,
		})
		.collect()
}

/// The events of this pallet since the last call, and forgets them.
pub fn events() -> Vec<Event<Test>> {
	let found = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	found
}
