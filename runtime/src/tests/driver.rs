//! Drives a chain of the preset `local` as a node would: real blocks with a slot, a time, the hooks
//! and signed transactions that pay fees.

use super::*;
use crate::{
	configs::{market::BillingPalletId, system::BlockWeights},
	constants::time::SLOT_DURATION,
	genesis::{LOCAL, WELL_KNOWN},
};
use codec::Encode;
use frame_support::{
	dispatch::DispatchClass,
	traits::{
		fungible::{Inspect, InspectHold},
		Get,
	},
	weights::Weight,
};
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{sr25519, Pair, H256};
use sp_io::hashing::twox_128;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::Era,
	traits::{AccountIdConversion, Header as _},
	transaction_validity::InvalidTransaction,
	Digest, DigestItem, DispatchResult,
};
use std::collections::BTreeMap;
use tradewind_primitives::{
	traits::Streams as _, AssetId, ClassId, Filters, LeaseBill, Rate, Resources, Seconds, TabId,
	TaskId, TierId,
};

pub use pallet_tradewind_tasks::{
	Attempt, Event as TaskEvent, MoveReason, Outcome, Report, State, Task, TaskSpec,
};

/// When the first block is made; the first second of a slot.
const START: Seconds = 1_800_000_000;
/// The length of a slot.
pub const SLOT: Seconds = SLOT_DURATION / 1_000;
/// How often an agent beats.
const BEAT_EVERY: Seconds = 6;

/// The pallets whose state these tests watch, by the names of their storage.
const OURS: [&str; 5] = ["Providers", "Marketplace", "Tasks", "Billing", "Sla"];
/// What moves with the time, and what is kept of each class and provider however much it worked.
const MOVING: [&str; 5] = ["AgendaPages", "AgendaLastPage", "Markets", "Histories", "Standings"];

/// What a task needs: at most a quarter of a well-known provider.
pub const NEEDS: Resources =
	Resources { cpu_millis: 1_000, memory_mib: 1_024, disk_mib: 1_024, gpus: 0, egress_mbps: 0 };
/// The longest run the tests ask for.
pub const MAX_SECONDS: Seconds = 600;

/// Who buys.
pub const EVE: Sr25519Keyring = Sr25519Keyring::Eve;

/// Who sells, by its place among the well-known providers: the cheapest first.
pub fn provider(index: usize) -> AccountId {
	WELL_KNOWN[index].account.to_account_id()
}

/// The key of a provider's agent.
pub fn agent(index: usize) -> sr25519::Pair {
	let uri = format!("//{}//agent", <&str>::from(WELL_KNOWN[index].account));
	sr25519::Pair::from_string(&uri, None).expect("a development uri is valid")
}

/// What a provider asks per second for these needs.
pub fn rate(index: usize, needs: Resources) -> Rate {
	let offers = pallet_tradewind_marketplace::Pages::<Runtime>::iter_values().flatten();
	let mut own = offers.filter(|offer| offer.provider == provider(index));
	let offer = own.next().expect("every well-known provider offers something");
	offer.prices.rate(&needs).expect("the price does not overflow")
}

/// Bytes that look like an age file with one X25519 recipient.
pub fn sealed(secret: u8) -> Vec<u8> {
	let mut file = b"age-encryption.org/v1\n-> X25519 c2hhcmU\nYm9keQ\n--- bWFj\n".to_vec();
	file.extend([secret; 64]);
	file
}

/// A task that may be run by these providers.
pub fn spec(tab: TabId, providers: &[usize]) -> TaskSpec<AccountId> {
	TaskSpec {
		tab,
		class: ClassId(0),
		tier: TierId(0),
		needs: NEEDS,
		max_rate: Rate(constants::currency::WIND),
		max_seconds: MAX_SECONDS,
		prepaid: true,
		candidates: providers
			.iter()
			.map(|index| provider(*index))
			.collect::<Vec<_>>()
			.try_into()
			.expect("there are few providers"),
		max_attempts: 4,
		place_within: 120,
		result_key: [1; 32],
		spot: false,
		filters: Filters::default(),
	}
}

/// A report that all went well.
pub fn success() -> Report {
	Report {
		outcome: Outcome::Exited(0),
		result: H256::repeat_byte(1),
		result_size: 1_000,
		output: H256::repeat_byte(2),
	}
}

/// The part of a bill that goes to the fee account.
pub fn fee(bill: Balance) -> Balance {
	bill / 100
}

/// What the fee account has.
pub fn fees() -> Balance {
	money(&configs::market::FeeAccount::get())
}

/// What an account has, on hold or not.
pub fn money(who: &AccountId) -> Balance {
	Balances::total_balance(who)
}

/// What all accounts have together.
fn all_money() -> Balance {
	frame_system::Account::<Runtime>::iter_values().map(|a| a.data.free + a.data.reserved).sum()
}

/// What lies in a billing account, reserved or not.
pub fn funds(tab: TabId) -> Balance {
	pallet_tradewind_billing::Accounts::<Runtime>::get(tab).map_or(0, |account| account.funds)
}

/// What streams may still take out of a billing account.
pub fn reserved(tab: TabId) -> Balance {
	pallet_tradewind_billing::Accounts::<Runtime>::get(tab).map_or(0, |account| account.reserved)
}

/// Of a provider's collateral, what there is and what covers leases.
pub fn collateral(index: usize, asset: AssetId) -> (Balance, Balance) {
	let collateral = Providers::collateral(&provider(index), &asset);
	(collateral.total, collateral.locked)
}

/// What is held of the buyer for the records of its tasks.
pub fn deposits() -> Balance {
	let reason = RuntimeHoldReason::Tasks(pallet_tradewind_tasks::HoldReason::Task);
	Balances::balance_on_hold(&reason, &EVE.to_account_id())
}

/// A task that has not been dropped.
pub fn task(id: TaskId) -> Task<AccountId> {
	pallet_tradewind_tasks::Tasks::<Runtime>::get(id).expect("the task is known")
}

/// The attempt that a task is in, and with which provider.
pub fn attempt(id: TaskId) -> (usize, Attempt<AccountId>) {
	let attempt = task(id).state.attempt().cloned().expect("the task is with a provider");
	let index = (0..WELL_KNOWN.len()).find(|index| provider(*index) == attempt.provider);
	(index.expect("only well-known providers sell"), attempt)
}

/// The bill of a task that finished.
pub fn bill(id: TaskId) -> LeaseBill {
	match task(id).state {
		State::Finished(receipt) => receipt.bill,
		state => panic!("the task has not finished: {state:?}"),
	}
}

/// What our pallets keep in maps, but for what moves: all that could be left behind.
pub fn entries() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let mut entries = BTreeMap::new();
	for pallet in OURS {
		let pallet = twox_128(pallet.as_bytes());
		let moving = MOVING.map(|item| [pallet, twox_128(item.as_bytes())].concat());
		let mut key = pallet.to_vec();
		while let Some(next) = sp_io::storage::next_key(&key) {
			if !next.starts_with(&pallet) {
				break;
			}
			// A plain value has a key of just the two hashes.
			let is_map = next.len() > 32;
			if is_map && !moving.iter().any(|prefix| next.starts_with(prefix)) {
				let value = sp_io::storage::get(&next).map(|value| value.to_vec());
				entries.insert(next.clone(), value.unwrap_or_default());
			}
			key = next;
		}
	}
	entries
}

/// The entries of `entries()` that belong to these pallets.
pub fn of(pallets: &[&str], entries: &BTreeMap<Vec<u8>, Vec<u8>>) -> BTreeMap<Vec<u8>, Vec<u8>> {
	let prefixes: Vec<_> = pallets.iter().map(|pallet| twox_128(pallet.as_bytes())).collect();
	let belongs = |key: &[u8]| prefixes.iter().any(|prefix| key.starts_with(prefix));
	entries
		.iter()
		.filter(|(key, _)| belongs(key))
		.map(|(key, value)| (key.clone(), value.clone()))
		.collect()
}

/// Whether all that is on sale is free.
pub fn nothing_is_leased() -> bool {
	let mut listings = pallet_tradewind_marketplace::Pages::<Runtime>::iter_values().flatten();
	listings.all(|listing| listing.leases == 0 && listing.free == listing.capacity)
}

/// The normal and the mandatory part of what a block has used.
fn used(class: DispatchClass) -> Weight {
	*frame_system::Pallet::<Runtime>::block_weight().get(class)
}

/// A chain with a block open.
pub struct Driver {
	parent: Hash,
	number: BlockNumber,
	now: Seconds,
	/// The providers whose agents beat.
	pub beating: Vec<usize>,
	/// What the agendas took of the open block.
	pub polled: Weight,
}

impl Driver {
	/// Runs a test on a new chain whose providers all beat, then checks what no flow may change:
	/// the sum of all money, and that the prepaid money is where the books say.
	pub fn run(test: impl FnOnce(&mut Driver)) {
		chain(LOCAL).execute_with(|| {
			let before = all_money();
			assert_eq!(Balances::total_issuance(), before);
			Self::on_new_chain((0..WELL_KNOWN.len()).collect(), test);
			assert_eq!(Balances::total_issuance(), before, "money was made or lost");
			assert_eq!(all_money(), before, "the accounts do not add up to the issuance");
			check_books();
		});
	}

	/// Runs a test on a new chain whose providers are silent, and which may go through eras: at the
	/// end of an era staking makes money.
	pub fn run_through_eras(test: impl FnOnce(&mut Driver)) {
		chain(LOCAL).execute_with(|| Self::on_new_chain(Vec::new(), test));
	}

	fn on_new_chain(beating: Vec<usize>, test: impl FnOnce(&mut Driver)) {
		System::set_block_number(0);
		let mut driver =
			Driver { parent: Hash::default(), number: 0, now: 0, beating, polled: Weight::zero() };
		driver.open(START);
		test(&mut driver);
		driver.close();
	}

	/// The time of the open block.
	pub fn now(&self) -> Seconds {
		self.now
	}

	fn open(&mut self, at: Seconds) {
		self.number += 1;
		self.now = at;
		let slot = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
			authority_index: 0,
			slot: (at / SLOT).into(),
		});
		let digest = Digest { logs: vec![DigestItem::babe_pre_digest(slot)] };
		let header =
			Header::new(self.number, Default::default(), Default::default(), self.parent, digest);
		Executive::initialize_block(&header);
		let time = pallet_timestamp::Call::set { now: at * 1_000 };
		let inherent = UncheckedExtrinsic::new_bare(time.into());
		assert_eq!(Executive::apply_extrinsic(inherent), Ok(Ok(())));

		let before = used(DispatchClass::Mandatory);
		Executive::inherents_applied();
		self.polled = used(DispatchClass::Mandatory).saturating_sub(before);
		// A tenth each for the checks of outages, for the tasks, for the accounts and for the leases.
		let block = <BlockWeights as Get<frame_system::limits::BlockWeights>>::get().max_block;
		let most = block / 10 * 4;
		assert!(self.polled.all_lte(most), "the agendas took {:?} of {most:?}", self.polled);

		if at.is_multiple_of(BEAT_EVERY) {
			for index in self.beating.clone() {
				self.beat(index);
			}
		}
	}

	fn close(&mut self) {
		self.parent = Executive::finalize_block().hash();
	}

	/// Makes the next block, `seconds` after the open one.
	pub fn jump(&mut self, seconds: Seconds) {
		self.close();
		self.open(self.now + seconds);
	}

	/// Makes a block in every slot for so many seconds.
	pub fn wait(&mut self, seconds: Seconds) {
		for _ in 0..seconds / SLOT {
			self.jump(SLOT);
		}
	}

	/// Makes blocks until something is so, for at most so many seconds.
	pub fn wait_until(&mut self, at_most: Seconds, condition: impl Fn() -> bool) {
		let end = self.now + at_most;
		while !condition() {
			assert!(self.now < end, "it has not come about in {at_most} s");
			self.jump(SLOT);
		}
	}

	/// Applies a signed transaction, in the next block when this one is full, as the block is in
	/// which a session begins.
	pub fn sign(&mut self, by: &sr25519::Pair, call: impl Into<RuntimeCall>) -> DispatchResult {
		let call = call.into();
		let mut result = Executive::apply_extrinsic(signed(by, call.clone()));
		if result == Err(InvalidTransaction::ExhaustsResources.into()) {
			self.jump(SLOT);
			result = Executive::apply_extrinsic(signed(by, call));
		}
		result.expect("the transaction is valid")
	}

	/// Applies a signed transaction that has to succeed.
	pub fn must(&mut self, by: &sr25519::Pair, call: impl Into<RuntimeCall>) {
		assert_eq!(self.sign(by, call), Ok(()));
	}

	fn beat(&mut self, index: usize) {
		let call = pallet_tradewind_providers::Call::heartbeat { provider: provider(index) };
		self.must(&agent(index), call);
	}

	/// The buyer opens an account.
	pub fn open_account(&mut self, asset: AssetId, amount: Balance) -> TabId {
		let tab = pallet_tradewind_billing::NextTabId::<Runtime>::get();
		self.must(&EVE.pair(), pallet_tradewind_billing::Call::open_account { asset, amount });
		tab
	}

	/// The buyer submits a sealed payload.
	pub fn submit(&mut self, spec: TaskSpec<AccountId>) -> TaskId {
		let id = pallet_tradewind_tasks::NextTaskId::<Runtime>::get();
		let data = sealed(id.0 as u8);
		let hash = H256(sp_io::hashing::blake2_256(&data));
		let data = data.try_into().expect("the payload is small");
		self.must(&EVE.pair(), pallet_tradewind_tasks::Call::submit { spec, hash, data });
		id
	}

	/// The provider's agent begins to run a task.
	pub fn start(&mut self, index: usize, task: TaskId) {
		self.must(&agent(index), pallet_tradewind_tasks::Call::start { task });
	}

	/// The provider's agent reports that all went well.
	pub fn report(&mut self, index: usize, task: TaskId) {
		let report = success();
		self.must(&agent(index), pallet_tradewind_tasks::Call::report { task, report });
	}
}

/// A transaction as a wallet would make it.
pub fn signed(by: &sr25519::Pair, call: RuntimeCall) -> UncheckedExtrinsic {
	let who = AccountId::from(by.public());
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(System::account_nonce(&who)),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let payload = generic::SignedPayload::new(call, extension).expect("the extensions agree");
	let signature = payload.using_encoded(|bytes| by.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.into(), signature.into(), extension)
}

/// What no pallet can check by itself: that its books agree with its neighbours'. The pot holds what
/// the accounts say, each lease that is for a task has an attempt, and the collateral that is locked
/// is on hold and covers a lease.
fn check_books() {
	let pot: AccountId = BillingPalletId::get().into_account_truncating();
	let booked: Balance = pallet_tradewind_billing::Accounts::<Runtime>::iter_values()
		.filter(|account| account.asset == AssetId::Native)
		.map(|account| account.funds)
		.sum();
	let owed: Balance = pallet_tradewind_billing::Owed::<Runtime>::iter()
		.filter(|(_, asset, _)| *asset == AssetId::Native)
		.map(|(_, _, amount)| amount)
		.sum();
	assert_eq!(money(&pot), booked + owed, "the pot does not hold what the books say");

	let leases: Vec<_> = Billing::all_managed();
	let attempts: usize =
		pallet_tradewind_tasks::Attempts::<Runtime>::iter_values().map(|page| page.len()).sum();
	let held = leases.iter().filter(|(_, stream)| stream.memo.reference.is_some()).count();
	assert_eq!(attempts, held, "an attempt has no lease, or a lease has no attempt");
	let native = pallet_tradewind_providers::Standings::<Runtime>::iter()
		.map(|(who, standing)| (who, AssetId::Native, standing.collateral));
	let kept = pallet_tradewind_providers::Collaterals::<Runtime>::iter().chain(native);
	for (who, asset, kept) in kept {
		let locked: Balance = leases
			.iter()
			.filter(|(id, stream)| {
				stream.memo.provider == who && Billing::asset(id.tab()).as_ref() == Some(&asset)
			})
			.map(|(_, stream)| stream.memo.cover.locked)
			.sum();
		assert_eq!(kept.locked, locked, "locked collateral covers no lease");
		if asset == AssetId::Native {
			let reason = pallet_tradewind_providers::HoldReason::Collateral;
			let held = Balances::balance_on_hold(&RuntimeHoldReason::Providers(reason), &who);
			assert_eq!(held, kept.total, "the collateral on the books is not on hold");
		}
	}
}
