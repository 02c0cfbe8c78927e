//! Every call and every part of the hook, each at its worst.
//!
//! What costs most is mostly the second in which the money ends: whoever comes first then declares
//! it, whatever else was asked for. So most benchmarks begin with an account whose budget has just
//! been used up, and whose agenda lies in pages that are full.

use crate::{
	hooks::Agenda,
	pallet::*,
	types::{
		Allowance, Due, Manager, Policy, Role, Side, Status, StreamState, VoucherKey,
		VoucherSignature, MAX_BATCH, MAX_DELEGATES,
	},
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungibles::{Create, Inspect, Mutate},
		EnsureOrigin, Get,
	},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use sp_core::{crypto::KeyTypeId, ed25519};
use sp_runtime::Perbill;
use tradewind_primitives::{
	agenda, traits::Streams as _, AssetId, Balance, ChannelId, Clock, Payee, Payees, Rate, Seconds,
	StreamId, StreamTerms, TabId, Timestamp, MAX_PAYEES,
};

const NATIVE: AssetId = AssetId::Native;
const START: Timestamp = Timestamp(1_800_000_000);
const DAY: Seconds = 24 * 60 * 60;

fn minimum<T: Config>() -> Balance {
	T::Assets::minimum_balance(NATIVE)
}

/// Far more than any benchmark spends.
fn plenty<T: Config>() -> Balance {
	minimum::<T>().saturating_mul(10_000).saturating_add(1_000_000)
}

/// What a stream takes per second: enough for each payee's account to begin with, the fee deducted.
fn rate<T: Config>() -> Balance {
	minimum::<T>().saturating_mul(Balance::from(4 * MAX_PAYEES)).saturating_add(1_000)
}

fn owner<T: Config>() -> T::AccountId {
	account("owner", 0, 0)
}

/// Who asks: a delegate, which is dearer to let in than an owner.
fn delegate<T: Config>() -> T::AccountId {
	whitelisted_caller()
}

/// Makes an asset, which is dearer to move than the native token.
fn make_asset<T: Config>(is_sufficient: bool) -> AssetId
where
	T::Assets: Create<T::AccountId>,
{
	let asset = AssetId::WithId(1_000_000);
	// Native money in the pot, so that it may hold any asset.
	Pallet::<T>::create_account(&account("bystander", 0, 0), plenty::<T>());
	assert_ok!(T::Assets::create(
		asset.clone(),
		account("issuer", 0, 0),
		is_sufficient,
		minimum::<T>()
	));
	asset
}

/// Gives `who` money of both kinds.
fn endow<T: Config>(who: &T::AccountId, asset: &AssetId) {
	for asset in [NATIVE, asset.clone()] {
		assert_ok!(T::Assets::mint_into(asset, who, plenty::<T>().saturating_mul(10)));
	}
}

/// An account of the owner, on which the delegate may draw.
fn make_account<T: Config>(asset: &AssetId) -> TabId {
	T::Clock::set_now(START);
	let fee = Perbill::from_percent(10);
	PolicyInForce::<T>::put(Policy { fee, grace: DAY, challenge: DAY, min_runway: 1 });
	let owner = owner::<T>();
	endow::<T>(&owner, asset);
	let amount = plenty::<T>().saturating_mul(2);
	let tab = Pallet::<T>::do_open_account(owner.clone(), asset.clone(), amount)
		.expect("the owner has the money");
	let allowance = Some(Allowance { role: Role::Manage, per_day: Some(Balance::MAX) });
	assert_ok!(Pallet::<T>::do_set_delegate(owner, tab, delegate::<T>(), allowance));
	tab
}

/// So many payees without accounts, with shares as equal as can be.
fn payees<T: Config>(count: u32) -> Payees<T::AccountId> {
	let one = Perbill::one().deconstruct();
	let share = one / count;
	let first = one - share * (count - 1);
	let payees: Vec<_> = (0..count)
		.map(|index| Payee {
			who: account("payee", index, 0),
			share: Perbill::from_parts(if index == 0 { first } else { share }),
		})
		.collect();
	payees.try_into().expect("as many as are allowed")
}

/// A stream to so many payees that flows.
fn flow<T: Config>(tab: TabId, count: u32, prepaid: bool) -> StreamId {
	let terms = StreamTerms {
		tab,
		rate: Rate(rate::<T>()),
		cap: if prepaid { plenty::<T>() } else { Balance::MAX },
		prepaid,
		payees: payees::<T>(count),
		meter: Some(account("provider", 0, 0)),
	};
	let stream = Pallet::<T>::do_open_stream(&owner::<T>(), terms, Manager::parties(None))
		.expect("the account has the money");
	assert_ok!(Pallet::<T>::start(stream));
	stream
}

/// Fills the page in which something will be queued for `at`.
fn crowd<T: Config>(at: Timestamp) {
	let now = T::Clock::now();
	let bucket = at.max(now.plus(1)).0.div_ceil(agenda::BUCKET);
	let is_full = || {
		let page = AgendaPages::<T>::get(bucket, AgendaLastPage::<T>::get(bucket));
		page.is_full()
	};
	while !is_full() {
		agenda::schedule::<Agenda<T>>(now, at, Due::End(StreamId(u64::MAX)));
	}
}

/// Lets a stream end soon, although the agenda is to look at it much later only.
fn end_soon<T: Config>(stream: StreamId) {
	let now = T::Clock::now();
	let (soon, late) = (now.plus(100), now.plus(3 * DAY));
	crowd::<T>(soon);
	let slot = agenda::schedule::<Agenda<T>>(now, late, Due::End(stream));
	crowd::<T>(late);
	Streams::<T>::mutate(stream.tab(), stream, |stream| {
		if let Some(stream) = stream {
			stream.manager = Manager::Parties { ends: Some(soon), queued: Some(slot) };
		}
	});
}

/// A second later the budget of the account is used up, but for a little less than its running
/// streams take. Nobody has noticed yet.
fn drain<T: Config>(tab: TabId) {
	let rate = Pallet::<T>::committed_rate(tab).0;
	let left = rate.saturating_mul(2).saturating_sub(1);
	assert_ok!(Pallet::<T>::do_set_budget(owner::<T>(), tab, Some(left)));
	let now = START.plus(1);
	T::Clock::set_now(now);
	for at in [now, now.plus(agenda::BUCKET).plus(1), now.plus(DAY)] {
		crowd::<T>(at);
	}
	assert_eq!(Pallet::<T>::runway(tab), Some(0));
	assert_eq!(Accounts::<T>::get(tab).map(|account| account.status), Some(Status::Active));
}

/// An account whose money has just ended, and its running stream.
fn drained<T: Config>(asset: &AssetId, count: u32) -> (TabId, StreamId) {
	let tab = make_account::<T>(asset);
	let stream = flow::<T>(tab, count, false);
	drain::<T>(tab);
	(tab, stream)
}

fn is_frozen<T: Config>(tab: TabId) -> bool {
	Accounts::<T>::get(tab).is_some_and(|account| matches!(account.status, Status::Frozen { .. }))
}

/// Leaves fees on the account that its fee account has never seen the like of.
fn gather_fees<T: Config>(tab: TabId, asset: &AssetId) {
	let fees = plenty::<T>();
	assert_ok!(T::Assets::mint_into(asset.clone(), &Pallet::<T>::pot_account(), fees));
	Accounts::<T>::mutate(tab, |account| {
		if let Some(account) = account {
			account.fees = fees;
		}
	});
}

fn no_fees<T: Config>(tab: TabId) -> bool {
	Accounts::<T>::get(tab).is_none_or(|account| account.fees == 0)
}

const KEYS: KeyTypeId = KeyTypeId(*b"vchr");

/// A key that the keystore of the benchmark keeps.
fn key() -> VoucherKey {
	VoucherKey::Ed25519(sp_io::crypto::ed25519_generate(KEYS, None).0)
}

/// A signature by the key of a channel.
fn sign<T: Config>(id: ChannelId, message: &[u8]) -> VoucherSignature {
	let key = match Channels::<T>::get(id).map(|channel| channel.key) {
		Some(VoucherKey::Ed25519(key)) => ed25519::Public::from(key),
		_ => panic!("the channel has an Ed25519 key"),
	};
	let signature = sp_io::crypto::ed25519_sign(KEYS, &key, message);
	VoucherSignature::Ed25519(signature.expect("the keystore has the key").0)
}

/// A channel to a payee without an account.
fn channel<T: Config>(tab: TabId) -> (ChannelId, T::AccountId) {
	let (id, payee) = (NextChannelId::<T>::get(), account("payee", 0, 0));
	let deposit = plenty::<T>();
	assert_ok!(Pallet::<T>::do_open_channel(owner::<T>(), tab, payee, key(), deposit));
	(id, account("payee", 0, 0))
}

/// Whether the last of so many payees has money, or is owed some.
fn is_paid<T: Config>(asset: AssetId, count: u32) -> bool {
	let last: T::AccountId = account("payee", count - 1, 0);
	T::Assets::total_balance(asset, &last) >= minimum::<T>()
}

/// A block with weight for the visit of one stream of so many payees, and a quarter of its weight
/// for others.
fn one_visit<T: Config>(tab: TabId, count: u32) -> WeightMeter {
	let status = Accounts::<T>::get(tab).map_or(Status::Active, |account| account.status);
	let visit = Pallet::<T>::visit_weight(status, count);
	WeightMeter::with_limit(visit.saturating_mul(5).saturating_div(3))
}

/// How many of the streams are in that state.
fn count_in<T: Config>(is_in: impl Fn(StreamState) -> bool) -> usize {
	Streams::<T>::iter_values().filter(|stream| is_in(stream.state)).count()
}

#[benchmarks(where T::Assets: Create<T::AccountId>)]
mod benches {
	use super::*;

	#[benchmark]
	fn open_account() {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		endow::<T>(&who, &asset);
		let tab = NextTabId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, plenty::<T>());

		assert!(Accounts::<T>::contains_key(tab));
	}

	#[benchmark]
	fn top_up() {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		let (tab, _) = drained::<T>(&asset, 1);
		endow::<T>(&who, &asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), tab, minimum::<T>());

		assert!(is_frozen::<T>(tab));
	}

	#[benchmark]
	fn withdraw() {
		let asset = make_asset::<T>(false);
		let (tab, _) = drained::<T>(&asset, 1);
		let before = T::Assets::total_balance(asset.clone(), &owner::<T>());

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), tab, minimum::<T>());

		assert!(is_frozen::<T>(tab));
		assert_eq!(T::Assets::total_balance(asset, &owner::<T>()), before + minimum::<T>());
	}

	/// The last account of its asset, with as many delegates as there may be, and fees.
	#[benchmark]
	fn close_account() {
		let asset = make_asset::<T>(true);
		let tab = make_account::<T>(&asset);
		gather_fees::<T>(tab, &asset);
		let allowance = Some(Allowance { role: Role::Spend, per_day: None });
		for index in 1..MAX_DELEGATES {
			let who = account("delegate", index, 0);
			assert_ok!(Pallet::<T>::do_set_delegate(owner::<T>(), tab, who, allowance));
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(owner::<T>()), tab);

		assert!(!Accounts::<T>::contains_key(tab));
		assert!(T::Assets::total_balance(asset, &T::FeeAccount::get()) >= plenty::<T>());
	}

	/// The native token, while there is money: every payee receives its first.
	#[benchmark]
	fn settle(p: Linear<1, MAX_PAYEES>) {
		let who: T::AccountId = whitelisted_caller();
		let tab = make_account::<T>(&NATIVE);
		let stream = flow::<T>(tab, p, false);
		T::Clock::set_now(START.plus(1));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), stream);

		assert!(is_paid::<T>(NATIVE, p));
	}

	/// Another asset, while there is money: every payee receives its first.
	#[benchmark]
	fn settle_asset(p: Linear<1, MAX_PAYEES>) {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(true);
		let tab = make_account::<T>(&asset);
		let stream = flow::<T>(tab, p, false);
		T::Clock::set_now(START.plus(1));

		#[extrinsic_call]
		settle(RawOrigin::Signed(who), stream);

		assert!(is_paid::<T>(asset, p));
	}

	/// No payee can be paid, because the asset needs accounts that there are not.
	#[benchmark]
	fn settle_owed(p: Linear<1, MAX_PAYEES>) {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		let tab = make_account::<T>(&asset);
		let stream = flow::<T>(tab, p, false);
		T::Clock::set_now(START.plus(1));

		#[extrinsic_call]
		settle(RawOrigin::Signed(who), stream);

		let last: T::AccountId = account("payee", p - 1, 0);
		assert!(Owed::<T>::contains_key(last, asset));
	}

	/// As many streams as there may be, each of an account of its own.
	#[benchmark]
	fn settle_many(n: Linear<0, MAX_BATCH>) {
		let who: T::AccountId = whitelisted_caller();
		let streams: Vec<_> = (0..n)
			.map(|_| {
				let tab = make_account::<T>(&NATIVE);
				flow::<T>(tab, 1, false)
			})
			.collect();
		T::Clock::set_now(START.plus(1));
		let batch = streams.clone().try_into().expect("as many as are allowed");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), batch);

		assert!(streams.into_iter().all(|stream| {
			Pallet::<T>::stream(stream).is_ok_and(|stream| stream.billed_seconds == 1)
		}));
	}

	#[benchmark]
	fn claim() {
		let who: T::AccountId = whitelisted_caller();
		let payee: T::AccountId = account("payee", 0, 0);
		let asset = make_asset::<T>(true);
		make_account::<T>(&asset);
		let amount = minimum::<T>();
		assert_ok!(T::Assets::mint_into(asset.clone(), &Pallet::<T>::pot_account(), amount));
		Owed::<T>::insert(&payee, &asset, amount);
		Pots::<T>::mutate(&asset, |pot| pot.owed += amount);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), payee.clone(), asset.clone());

		assert_eq!(T::Assets::total_balance(asset, &payee), amount);
	}

	/// A stream that is prepaid and ends: only such a one can be opened where the money has ended.
	#[benchmark]
	fn open_stream() {
		let (tab, _) = drained::<T>(&NATIVE, 1);
		let stream = StreamId::of(tab, 1).expect("the account has numbers left");
		let ends = START.plus(100);
		crowd::<T>(ends);
		let payees = payees::<T>(MAX_PAYEES);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), tab, Rate(1), payees, Some(999), true, Some(ends));

		assert!(is_frozen::<T>(tab));
		assert!(Streams::<T>::contains_key(tab, stream));
	}

	#[benchmark]
	fn pause_stream(p: Linear<1, MAX_PAYEES>) {
		let asset = make_asset::<T>(true);
		let (tab, stream) = drained::<T>(&asset, p);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), stream);

		assert!(is_frozen::<T>(tab) && is_paid::<T>(asset, p));
	}

	/// A stream that is prepaid: only such a one can be resumed where the money has ended.
	#[benchmark]
	fn resume_stream() {
		let tab = make_account::<T>(&NATIVE);
		let stream = flow::<T>(tab, MAX_PAYEES, true);
		assert_ok!(Pallet::<T>::do_pause_stream(owner::<T>(), stream));
		flow::<T>(tab, 1, false);
		drain::<T>(tab);
		end_soon::<T>(stream);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), stream);

		assert!(is_frozen::<T>(tab));
		assert!(
			Pallet::<T>::stream(stream).is_ok_and(|stream| stream.state == StreamState::Flowing)
		);
	}

	/// The payer agrees to what the payee has proposed.
	#[benchmark]
	fn set_rate(p: Linear<1, MAX_PAYEES>) {
		let asset = make_asset::<T>(true);
		let (tab, stream) = drained::<T>(&asset, p);
		Proposals::<T>::insert(stream, (Side::Payee, Rate(1)));
		end_soon::<T>(stream);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), stream, Rate(1));

		assert!(is_frozen::<T>(tab) && is_paid::<T>(asset, p));
		assert!(Pallet::<T>::stream(stream).is_ok_and(|stream| stream.rate == Rate(1)));
	}

	#[benchmark]
	fn close_stream(p: Linear<1, MAX_PAYEES>) {
		let asset = make_asset::<T>(true);
		let (tab, stream) = drained::<T>(&asset, p);
		Proposals::<T>::insert(stream, (Side::Payee, Rate(1)));
		end_soon::<T>(stream);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), stream);

		assert!(is_frozen::<T>(tab) && is_paid::<T>(asset, p) && no_fees::<T>(tab));
		assert!(!Streams::<T>::contains_key(tab, stream));
	}

	#[benchmark]
	fn redirect(p: Linear<1, MAX_PAYEES>) {
		let asset = make_asset::<T>(true);
		let (tab, stream) = drained::<T>(&asset, p);
		let (from, to): (T::AccountId, T::AccountId) =
			(account("payee", p - 1, 0), account("heir", 0, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(from), stream, to.clone());

		assert!(is_frozen::<T>(tab) && is_paid::<T>(asset, p));
		let stream = Streams::<T>::get(tab, stream);
		let last = stream.and_then(|stream| stream.payees.last().cloned());
		assert_eq!(last.map(|payee| payee.who), Some(to));
	}

	#[benchmark]
	fn reclaim(p: Linear<1, MAX_PAYEES>) {
		let asset = make_asset::<T>(true);
		let (tab, stream) = drained::<T>(&asset, p);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), stream);

		assert!(is_frozen::<T>(tab) && is_paid::<T>(asset, p));
	}

	#[benchmark]
	fn set_delegate() {
		let (tab, _) = drained::<T>(&NATIVE, 1);
		let who: T::AccountId = account("delegate", 0, 0);
		let allowance = Allowance { role: Role::Manage, per_day: Some(Balance::MAX) };

		#[extrinsic_call]
		_(RawOrigin::Signed(owner::<T>()), tab, who.clone(), Some(allowance));

		assert!(is_frozen::<T>(tab));
		assert!(Delegates::<T>::contains_key(tab, who));
	}

	#[benchmark]
	fn set_budget() {
		let (tab, _) = drained::<T>(&NATIVE, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), tab, Some(Balance::MAX));

		assert!(is_frozen::<T>(tab));
		assert!(Accounts::<T>::get(tab)
			.and_then(|account| account.budget)
			.is_some_and(|budget| budget.left == Balance::MAX));
	}

	#[benchmark]
	fn set_alert() {
		let (tab, _) = drained::<T>(&NATIVE, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), tab, Some(1));

		assert!(is_frozen::<T>(tab));
		assert!(Accounts::<T>::get(tab).is_some_and(|account| account.alert == Some(1)));
	}

	#[benchmark]
	fn open_channel() {
		let (tab, _) = drained::<T>(&NATIVE, 1);
		let id = NextChannelId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), tab, account("payee", 0, 0), key(), 1);

		assert!(is_frozen::<T>(tab));
		assert!(Channels::<T>::contains_key(id));
	}

	#[benchmark]
	fn top_up_channel() {
		let tab = make_account::<T>(&NATIVE);
		let (id, _) = channel::<T>(tab);
		flow::<T>(tab, 1, false);
		drain::<T>(tab);

		#[extrinsic_call]
		_(RawOrigin::Signed(delegate::<T>()), id, 1);

		assert!(is_frozen::<T>(tab));
		assert!(Channels::<T>::get(id).is_some_and(|channel| channel.deposit == plenty::<T>() + 1));
	}

	#[benchmark]
	fn redeem() {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(true);
		let tab = make_account::<T>(&asset);
		let (id, payee) = channel::<T>(tab);
		flow::<T>(tab, 1, false);
		drain::<T>(tab);
		let (cumulative, expires) = (plenty::<T>(), START.plus(DAY));
		let message = Pallet::<T>::voucher_message(id, cumulative, expires)
			.expect("the channel has just been opened");
		let signature = sign::<T>(id, &message);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, cumulative, expires, signature);

		assert!(is_frozen::<T>(tab));
		assert!(T::Assets::total_balance(asset, &payee) >= minimum::<T>());
	}

	/// At once, by the payee, while the payer waits for the close, with fees to be delivered.
	#[benchmark]
	fn close_channel() {
		let asset = make_asset::<T>(true);
		let tab = make_account::<T>(&asset);
		let (id, payee) = channel::<T>(tab);
		assert_ok!(Pallet::<T>::do_close_channel(owner::<T>(), id));
		flow::<T>(tab, 1, false);
		drain::<T>(tab);
		gather_fees::<T>(tab, &asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(payee), id);

		assert!(is_frozen::<T>(tab) && no_fees::<T>(tab));
		assert!(!Channels::<T>::contains_key(id));
	}

	#[benchmark]
	fn set_policy() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let policy =
			Policy { fee: Perbill::one(), grace: DAY, challenge: DAY, min_runway: Seconds::MAX };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, policy);

		assert_eq!(Pallet::<T>::policy(), policy);
		Ok(())
	}

	/// A bucket with a full page, of which nothing can be handled.
	#[benchmark]
	fn agenda_bucket() {
		T::Clock::set_now(START);
		let due = START.plus(1);
		crowd::<T>(due);
		let bucket = due.0.div_ceil(agenda::BUCKET);
		AgendaNextBucket::<T>::put(bucket);
		let now = Timestamp(bucket * agenda::BUCKET);
		T::Clock::set_now(now);
		let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 0));

		#[block]
		{
			agenda::drain::<Agenda<T>>(
				now,
				&mut meter,
				Weight::from_parts(1, 0),
				Weight::MAX,
				|_, _| None,
			);
		}

		assert!(AgendaPages::<T>::get(bucket, 0).is_full());
	}

	/// A look at an account whose money has ended.
	#[benchmark]
	fn check() {
		let (tab, _) = drained::<T>(&NATIVE, 1);
		let now = START.plus(agenda::BUCKET);
		T::Clock::set_now(now);

		#[block]
		{
			Pallet::<T>::handle(Due::Check(tab), now, &mut WeightMeter::new());
		}

		assert!(is_frozen::<T>(tab));
	}

	#[benchmark]
	fn grace() {
		let (tab, stream) = drained::<T>(&NATIVE, 1);
		assert_ok!(Pallet::<T>::do_settle(stream));
		let round = Accounts::<T>::get(tab).map_or(0, |account| account.round);
		let now = START.plus(1 + DAY);
		T::Clock::set_now(now);
		crowd::<T>(now);

		#[block]
		{
			Pallet::<T>::handle(Due::Grace { tab, round }, now, &mut WeightMeter::new());
		}

		assert!(Accounts::<T>::get(tab)
			.is_some_and(|account| matches!(account.status, Status::Closing { .. })));
	}

	/// One of two streams of a frozen account is paid and halted; for the other there is no weight.
	#[benchmark]
	fn visit_halt(p: Linear<1, MAX_PAYEES>) {
		let asset = make_asset::<T>(true);
		let tab = make_account::<T>(&asset);
		for _ in 0..2 {
			flow::<T>(tab, p, false);
		}
		drain::<T>(tab);
		assert_ok!(Pallet::<T>::do_set_alert(owner::<T>(), tab, None));
		let round = Accounts::<T>::get(tab).map_or(0, |account| account.round);
		let now = T::Clock::now();
		crowd::<T>(now);
		let mut meter = one_visit::<T>(tab, p);

		#[block]
		{
			let sweep = Due::Sweep { tab, round, after: None };
			Pallet::<T>::handle(sweep, now, &mut meter);
		}

		assert!(is_frozen::<T>(tab) && is_paid::<T>(asset, p));
		assert_eq!(count_in::<T>(|state| state == StreamState::Halted), 1);
	}

	/// One of two streams of an account that has money again flows again; for the other there is no
	/// weight.
	#[benchmark]
	fn visit_resume() {
		let tab = make_account::<T>(&NATIVE);
		let streams = [0, 1].map(|_| flow::<T>(tab, MAX_PAYEES, false));
		drain::<T>(tab);
		for stream in streams {
			assert_ok!(Pallet::<T>::do_settle(stream));
		}
		let round = Accounts::<T>::get(tab).map_or(0, |account| account.round);
		let now = T::Clock::now();
		let sweep = Due::Sweep { tab, round, after: None };
		Pallet::<T>::handle(sweep, now, &mut WeightMeter::new());
		// Money for two seconds of one stream: the account is low, and is looked at when they are
		// over.
		let budget = rate::<T>().saturating_mul(2);
		assert_ok!(Pallet::<T>::do_set_budget(owner::<T>(), tab, Some(budget)));
		let round = Accounts::<T>::get(tab).map_or(0, |account| account.round);
		let soon = now.plus(2);
		crowd::<T>(soon);
		let mut meter = one_visit::<T>(tab, MAX_PAYEES);

		#[block]
		{
			let sweep = Due::Sweep { tab, round, after: None };
			Pallet::<T>::handle(sweep, now, &mut meter);
		}

		assert_eq!(count_in::<T>(|state| state == StreamState::Flowing), 1);
		assert!(Accounts::<T>::get(tab).is_some_and(|account| account.low
			&& account.queued.is_some_and(|slot| slot.is_by(soon))
			&& account.rate == account.halted));
	}

	/// The challenge of a channel is over, and there are fees to be delivered.
	#[benchmark]
	fn end_channel() {
		let asset = make_asset::<T>(true);
		let tab = make_account::<T>(&asset);
		let (id, _) = channel::<T>(tab);
		flow::<T>(tab, 1, false);
		drain::<T>(tab);
		gather_fees::<T>(tab, &asset);
		let now = T::Clock::now();
		Channels::<T>::mutate(id, |channel| {
			if let Some(channel) = channel {
				let slot = agenda::schedule::<Agenda<T>>(now, now, Due::Channel(id));
				(channel.closes, channel.queued) = (Some(now), Some(slot));
			}
		});

		#[block]
		{
			Pallet::<T>::handle(Due::Channel(id), now, &mut WeightMeter::new());
		}

		assert!(is_frozen::<T>(tab) && no_fees::<T>(tab));
		assert!(!Channels::<T>::contains_key(id));
	}
}
