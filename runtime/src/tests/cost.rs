//! What it costs to place: how many keys are read and written, and how little that has to do with
//! how many providers and leases there are.

use super::{
	counting::{Counting, Keys},
	*,
};
use crate::{constants::currency::WIND, genesis::LOCAL};
use frame_support::{
	storage::transactional::TRANSACTION_LEVEL_KEY,
	traits::{OnPoll, WhitelistedStorageKeys},
	weights::WeightMeter,
	BoundedVec,
};
use pallet_tradewind_billing::Call as BillingCall;
use pallet_tradewind_marketplace::{Access, Call, Order, Spread, Terms};
use pallet_tradewind_providers::{Call as ProvidersCall, Profile};
use pallet_tradewind_tasks::Call as TasksCall;
use sp_core::{
	storage::{well_known_keys::EXTRINSIC_INDEX, TrackedStorageKey},
	H256,
};
use sp_externalities::{set_and_run_with_externalities, Externalities};
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::Dispatchable;
use std::time::{Duration, Instant};
use tradewind_primitives::{
	AssetId, ClassId, Filters, LeaseKind, Rate, Resources, TabId, TierId, UnitPrices,
};

/// What a lease needs.
const NEEDS: Resources =
	Resources { cpu_millis: 1_000, memory_mib: 1_024, disk_mib: 0, gpus: 0, egress_mbps: 0 };
/// The class that these tests fill.
const CLASS: ClassId = ClassId(1);
/// As many as are opened at once.
const MANY: u8 = 16;
const OWNER: Sr25519Keyring = Sr25519Keyring::Eve;

/// A chain on which so many providers sell and so many leases run.
struct Market {
	chain: Counting,
	tab: TabId,
}

fn account(kind: u8, index: u32) -> AccountId {
	let mut id = [kind; 32];
	id[..4].copy_from_slice(&index.to_le_bytes());
	AccountId::new(id)
}

fn must(by: &AccountId, call: impl Into<RuntimeCall>) {
	let call = call.into();
	let done = call.clone().dispatch(RuntimeOrigin::signed(by.clone()));
	assert!(done.is_ok(), "{call:?}: {done:?}");
}

/// A provider that beats and sells a hundred cores at about a price of its own.
fn sell(index: u32) {
	let (provider, agent) = (account(1, index), account(2, index));
	for who in [&provider, &agent] {
		Balances::force_set_balance(RuntimeOrigin::root(), who.clone().into(), 10_000_000 * WIND)
			.expect("there is money");
	}
	let mut encryption_key = [3; 32];
	encryption_key[..4].copy_from_slice(&index.to_le_bytes());
	let profile = Profile {
		region: BoundedVec::truncate_from(b"eu-north".to_vec()),
		endpoint: BoundedVec::truncate_from(b"https://example.org".to_vec()),
	};
	let collateral = 1_000_000 * WIND;
	let register =
		ProvidersCall::register { profile, agent: agent.clone(), encryption_key, collateral };
	must(&provider, register);
	must(&agent, ProvidersCall::heartbeat { provider: provider.clone() });
	// Prices lie as close as they would in a market, and in no order.
	let core = 1_000_000 + Balance::from(index.wrapping_mul(2_654_435_761) % 500_000);
	let prices = UnitPrices { cpu: core, memory: core / 10, ..Default::default() };
	let create = Call::create_offer {
		class: CLASS,
		tier: TierId(0),
		asset: AssetId::Native,
		capacity: Resources { cpu_millis: 100_000, memory_mib: 102_400, ..Default::default() },
		prices,
		payees: Default::default(),
		terms: Terms { max_seconds: 3_600, ..Default::default() },
		access: Access::Public,
	};
	must(&provider, create);
}

fn order() -> Order<AccountId> {
	Order {
		class: CLASS,
		tier: TierId(0),
		needs: NEEDS,
		max_rate: Rate(WIND),
		seconds: 600,
		kind: LeaseKind::OnDemand,
		prepaid: false,
		candidates: Default::default(),
		excluded: Default::default(),
		filters: Filters::default(),
	}
}

fn open(tab: TabId, count: u8) -> RuntimeCall {
	Call::open_leases { tab, order: order(), count, spread: Spread::Any }.into()
}

fn submit(tab: TabId) -> RuntimeCall {
	let candidates = (0..4).map(|index| account(1, index)).collect::<Vec<_>>();
	let candidates = candidates.try_into().expect("they are few");
	let spec = driver::spec(tab, &[]);
	let data = driver::sealed(1);
	let hash = H256(sp_io::hashing::blake2_256(&data));
	let spec = pallet_tradewind_tasks::TaskSpec { class: CLASS, needs: NEEDS, candidates, ..spec };
	let data = data.try_into().expect("the payload is small");
	TasksCall::submit { spec, hash, data }.into()
}

impl Market {
	fn new(providers: u32, leases: u32) -> Self {
		let mut chain = Counting::new(genesis_of(LOCAL));
		let tab = set_and_run_with_externalities(&mut chain, || {
			System::set_block_number(1);
			pallet_timestamp::Now::<Runtime>::put(1_800_000_000_000);
			let name = BoundedVec::truncate_from(b"cpu.many".to_vec());
			Marketplace::register_class(RuntimeOrigin::root(), name).expect("root may");
			(0..providers).for_each(sell);
			System::reset_events();
			let owner = OWNER.to_account_id();
			let open_account = || {
				let tab = pallet_tradewind_billing::NextTabId::<Runtime>::get();
				let amount = 1_000_000 * WIND;
				must(&owner, BillingCall::open_account { asset: AssetId::Native, amount });
				tab
			};
			let others = open_account();
			for done in (0..leases).step_by(16) {
				must(&owner, open(others, (leases - done).min(16) as u8));
				// A block has no room for so many.
				System::reset_events();
				pallet_tradewind_audit::Leaves::<Runtime>::kill();
			}
			// What is submitted ends the extrinsic that it comes with.
			for index in 0..MANY.into() {
				System::set_extrinsic_index(index);
				System::note_extrinsic(driver::sealed(1));
			}
			open_account()
		});
		chain.commit();
		Self { chain, tab }
	}

	/// How long it takes, without counting, and in a chain whose state is at hand.
	fn time(&mut self, calls: &[RuntimeCall]) -> Duration {
		self.chain.stop_counting();
		self.in_a_block(|| {
			let began = Instant::now();
			execute(calls);
			began.elapsed()
		})
		.1
	}

	/// What is read and written for these calls in a new block, besides what every block touches.
	fn measure(&mut self, calls: &[RuntimeCall]) -> Keys {
		let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
		let owner = OWNER.to_account_id();
		// Whoever signs has been read before for the fee.
		whitelist.push(frame_system::Account::<Runtime>::hashed_key_for(&owner).into());
		// As the benchmarks have it.
		whitelist.push(TRANSACTION_LEVEL_KEY.to_vec().into());
		whitelist.push(EXTRINSIC_INDEX.to_vec().into());
		self.count(whitelist, || execute(calls))
	}

	/// What is read and written of all but these keys.
	fn count(&mut self, known: Vec<TrackedStorageKey>, act: impl FnOnce()) -> Keys {
		self.chain.set_whitelist(known);
		self.chain.reset_read_write_count();
		self.in_a_block(act).0
	}

	/// Does something in a new block, and forgets it again.
	fn in_a_block<R>(&mut self, act: impl FnOnce() -> R) -> (Keys, R) {
		self.chain.storage_start_transaction();
		let done = set_and_run_with_externalities(&mut self.chain, act);
		let keys = self.chain.keys();
		self.chain.storage_rollback_transaction().expect("it was begun");
		(keys, done)
	}
}

fn execute(calls: &[RuntimeCall]) {
	let owner = OWNER.to_account_id();
	for (index, call) in (0..).zip(calls) {
		System::set_extrinsic_index(index);
		must(&owner, call.clone());
	}
}

#[test]
fn a_lease_costs_few_keys_and_another_one_hardly_any() {
	let mut market = Market::new(50, 100);
	let tab = market.tab;
	let one = market.measure(&[open(tab, 1)]);
	let (reads, writes) = one.counts();
	println!("a lease: {reads} keys read, {writes} written: {}", one.by_storage());
	assert!(reads + writes <= 16);
	let many = market.measure(&[open(tab, MANY)]);
	let more = usize::from(MANY - 1);
	assert_eq!(many.counts(), (reads, writes + more), "{}", many.by_storage());
	// The calls of a block share what they touch as the leases of a call do.
	let apart = market.measure(&vec![open(tab, 1); MANY.into()]);
	assert_eq!(apart.counts(), (reads, writes + more), "{}", apart.by_storage());
}

#[test]
fn another_task_in_a_block_costs_hardly_any_keys() {
	let mut market = Market::new(50, 100);
	let tab = market.tab;
	let one = market.measure(&[submit(tab)]);
	let (reads, writes) = one.counts();
	println!("a task: {reads} keys read, {writes} written: {}", one.by_storage());
	let many = market.measure(&vec![submit(tab); MANY.into()]);
	let more = usize::from(MANY - 1);
	// The extrinsic of each, which is at hand; the task itself, and its lease.
	assert_eq!(many.counts(), (reads + more, writes + 2 * more), "{}", many.by_storage());
}

#[test]
fn a_placement_costs_the_same_among_many_providers_and_leases() {
	let (mut few, mut many) = (Market::new(50, 100), Market::new(5_000, 100_000));
	for count in [1, MANY] {
		let [before, after] = [&mut few, &mut many].map(|market| {
			let calls = [open(market.tab, count)];
			market.measure(&calls)
		});
		let (reads, writes) = before.counts();
		// A second page may be worth a look.
		let most = [(reads, writes), (reads + 1, writes)];
		assert!(most.contains(&after.counts()), "{}", after.by_storage());

		let mut took: [Vec<Duration>; 2] = Default::default();
		for _ in 0..101 {
			for (market, took) in [&mut few, &mut many].into_iter().zip(&mut took) {
				let calls = [open(market.tab, count)];
				took.push(market.time(&calls));
			}
		}
		let [short, long] = took.map(|mut took| {
			took.sort();
			took[took.len() / 2]
		});
		let keys = |cost: Keys| {
			let (reads, writes) = cost.counts();
			type DbWeight = <Runtime as frame_system::Config>::DbWeight;
			let weight = DbWeight::get().reads_writes(reads as u64, writes as u64);
			Duration::from_nanos(weight.ref_time() / 1_000)
		};
		let (short, long) = (short + keys(before), long + keys(after));
		let factor = long.as_secs_f64() / short.as_secs_f64();
		println!(
			"{count} leases: {short:?} among few, {long:?} among many, {factor:.3} times that"
		);
	}
}

#[test]
fn an_agenda_of_which_nothing_is_due_reads_one_key() {
	let mut market = Market::new(50, 100);
	// What came before has been done, and the time of the block is known.
	let time =
		|seconds: u64| pallet_timestamp::Now::<Runtime>::put(1_800_000_000_000 + seconds * 1_000);
	set_and_run_with_externalities(&mut market.chain, || {
		time(0);
		AllPalletsWithSystem::on_poll(1, &mut WeightMeter::new());
	});
	market.chain.commit();
	let mut idle = |name: &str, poll: fn(BlockNumber, &mut WeightMeter)| {
		let known = vec![pallet_timestamp::Now::<Runtime>::hashed_key().to_vec().into()];
		let keys = market.count(known, || {
			time(1);
			poll(2, &mut WeightMeter::new());
		});
		println!("{name}: {:?} {}", keys.counts(), keys.by_storage());
		assert!(keys.read.len() <= 1 && keys.written.is_empty(), "{name}: {}", keys.by_storage());
	};
	idle("providers", Providers::on_poll);
	idle("marketplace", Marketplace::on_poll);
	idle("tasks", Tasks::on_poll);
	idle("billing", Billing::on_poll);
	idle("sla", Sla::on_poll);
	idle("audit", Audit::on_poll);
}
