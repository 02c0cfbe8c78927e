//! A chain with nothing but a log.

use crate as pallet_tradewind_audit;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{ConstU32, Hooks},
};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, BuildStorage};
use tradewind_primitives::{Clock, Timestamp};

pub type AccountId = u64;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const START: u64 = 1_000;
pub const MAX_RECORDS: u32 = 12;

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
	#[runtime::pallet_index(55)]
	pub type Audit = pallet_tradewind_audit;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
}

parameter_types! {
	pub static Now: u64 = START;
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

impl crate::Config for Test {
	type Clock = FakeClock;
	type MaxRecords = ConstU32<MAX_RECORDS>;
	type WeightInfo = ();
}

/// The hash of the block with this number.
pub fn hash_of(block: u64) -> H256 {
	H256::from_low_u64_be(block)
}

/// Begins the next block. Returns the root that MMR would read at its beginning.
pub fn next_block() -> H256 {
	let parent = System::block_number();
	Now::mutate(|now| *now += 3);
	System::reset_events();
	System::initialize(&(parent + 1), &hash_of(parent), &Default::default());
	let root = Audit::block_root();
	Audit::on_initialize(parent + 1);
	root
}

/// The events of this pallet since the last look.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::read_events_for_pallet();
	System::reset_events();
	events
}

/// Builds the world a test begins with.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
	/// The world without a check at the end, for tests that break it on purpose.
	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(START);
		let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Runs a test and checks the invariants after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Audit::do_try_state());
		});
	}
}

/// What the off-chain database holds under a key, once the block has been imported.
pub fn offchain(ext: &mut sp_io::TestExternalities, key: &[u8]) -> Option<Vec<u8>> {
	ext.persist_offchain_overlay();
	ext.offchain_db().get(key)
}
