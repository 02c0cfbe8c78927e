//! Every call and every kind of due item in its worst case but for the search for a place, which is
//! a plain one: how far a search goes weighs apart.

use super::*;
use crate::hooks::Agenda;
use alloc::{vec, vec::Vec};
use codec::MaxEncodedLen;
use frame_benchmarking::v2::*;
use frame_support::{
	storage::{with_transaction, TransactionOutcome},
	traits::{
		fungible::{Inspect, Mutate},
		Get,
	},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::Perbill;
use tradewind_primitives::{
	agenda::{self, BUCKET},
	traits::{Ending, Leasing},
	Balance, Clock, CloseReason, Filters, LeaseKind, LeaseRequest, Rate, Region, Seconds, TaskId,
	Timestamp, MAX_REGIONS,
};

const SEAL: &[u8] = b"age-encryption.org/v1\n-> X25519 c2hhcmU\nYm9keQ\n--- bWFj\n";
const MAX_SECONDS: Seconds = 60;

fn provider<T: Config>(index: u32) -> T::AccountId {
	account("provider", index, 0)
}

fn agent<T: Config>(index: u32) -> T::AccountId {
	account("agent", index, 0)
}

/// An owner with money for deposits.
fn owner<T: Config>() -> T::AccountId
where
	T::Native: Mutate<T::AccountId, Balance = Balance>,
{
	let who: T::AccountId = account("owner", 0, 0);
	let bytes = Filters::max_encoded_len() as u32 + MAX_URI;
	let deposit = Pallet::<T>::deposit_of(MAX_CANDIDATES, bytes).expect("deposits are small");
	let funds = deposit.saturating_mul(100).saturating_add(T::Native::minimum_balance());
	T::Native::mint_into(&who, funds).expect("the owner can be endowed");
	who
}

/// Lists so many attempts on the first page of `provider`. When it is full, the next attempt comes
/// to a page of its own, which goes with it.
fn list<T: Config>(provider: &T::AccountId, attempts: u32) {
	let placed = T::Clock::now();
	let slots = (0..attempts).map(|task| Slot { task: TaskId(task.into()), attempt: 0, placed });
	Attempts::<T>::insert(provider, 0, Slots::truncate_from(slots.collect()));
}

/// The longest name there is, another for each number.
fn longest<S: Get<u32>>(number: u32) -> BoundedVec<u8, S> {
	let mut name = vec![b'n'; S::get() as usize];
	name[0] = b'a'.saturating_add(number as u8);
	BoundedVec::truncate_from(name)
}

/// The region in which the market finds a place for a task of `who`. Leaves no trace.
fn region<T: Config>(who: &T::AccountId, spec: &TaskSpecOf<T>) -> Region {
	let request = LeaseRequest {
		owner: who,
		tab: spec.tab,
		class: spec.class,
		tier: spec.tier,
		needs: spec.needs,
		max_rate: spec.max_rate,
		max_seconds: spec.max_seconds,
		prepaid: spec.prepaid,
		reference: Some(0),
		kind: LeaseKind::OnDemand,
		candidates: &spec.candidates,
		excluded: &[],
		filters: &spec.filters,
	};
	let placing = with_transaction(|| TransactionOutcome::Rollback(T::Leasing::place(&request)))
		.expect("nothing is wrong with the request");
	placing.placement.expect("the market was made for it").region
}

/// The largest filters that a place in `region` passes: it is the last of those that will do, and
/// the data lies elsewhere. Attributes, like candidates, are for the market to weigh; and no model
/// is asked for, as the machines may have none.
fn filters<T: Config>(region: Region) -> Filters {
	let others = (1..MAX_REGIONS).map(longest);
	let regions: Vec<Region> = others.chain([region]).collect();
	let avoid: Vec<Region> = (MAX_REGIONS..2 * MAX_REGIONS).map(longest).collect();
	Filters {
		regions: BoundedVec::truncate_from(regions),
		avoid: BoundedVec::truncate_from(avoid),
		near: Some((longest(2 * MAX_REGIONS), Perbill::one())),
		..Default::default()
	}
}

/// The specification of a task of `who` that the first `sellers` providers can have, and no others:
/// to look for the offers of more candidates weighs apart.
fn spec<T: Config>(who: &T::AccountId, sellers: u32) -> TaskSpecOf<T> {
	let mut market = None;
	let sellers: Vec<_> = (0..sellers.max(1)).map(provider::<T>).collect();
	for (index, seller) in (0..).zip(&sellers) {
		let made = T::Leasing::create_market(who, seller, &agent::<T>(index));
		market.get_or_insert(made);
		list::<T>(seller, EVACUATE_BATCH);
	}
	let (class, tier, tab) = market.expect("at least one market was made");
	let mut spec = TaskSpec {
		tab,
		class,
		tier,
		needs: T::Leasing::benchmark_needs(),
		max_rate: Rate(Balance::MAX / 1_000_000),
		max_seconds: MAX_SECONDS,
		prepaid: false,
		candidates: BoundedVec::truncate_from(sellers),
		max_attempts: MAX_ATTEMPTS,
		place_within: MAX_WAIT,
		result_key: [1; 32],
		spot: false,
		filters: Filters::default(),
	};
	spec.filters = filters::<T>(region::<T>(who, &spec));
	spec
}

fn uri() -> Uri {
	vec![b'x'; MAX_URI as usize].try_into().expect("as long as it may be")
}

fn success() -> Report {
	Report {
		outcome: Outcome::Exited(0),
		result: H256([1; 32]),
		result_size: u64::MAX,
		output: H256([2; 32]),
	}
}

fn submitted<T: Config>(who: &T::AccountId, spec: TaskSpecOf<T>) -> TaskId {
	let id = NextTaskId::<T>::get();
	let payload = Payload { hash: H256([7; 32]), size: 1, source: Source::Remote(uri()) };
	Pallet::<T>::do_submit(who.clone(), spec, payload).expect("the market was made for it");
	id
}

/// A task at one of `sellers` providers, and that provider's agent.
fn placed<T: Config>(who: &T::AccountId, sellers: u32) -> (TaskId, T::AccountId) {
	let id = submitted::<T>(who, spec::<T>(who, sellers));
	let task = Tasks::<T>::get(id).expect("it was submitted");
	let attempt = task.state.attempt().expect("the market has room");
	// Others may have to leave first.
	if let Some(from) = attempt.usable_from {
		T::Clock::set_now(from);
	}
	let index = (0..sellers).find(|index| provider::<T>(*index) == attempt.provider);
	(id, agent::<T>(index.expect("only these sell")))
}

/// A task that has run for some seconds, so that there is something to settle.
fn running<T: Config>(who: &T::AccountId, sellers: u32) -> (TaskId, T::AccountId) {
	let (id, agent) = placed::<T>(who, sellers);
	Pallet::<T>::do_start(agent.clone(), id).expect("it was placed");
	T::Clock::set_now(T::Clock::now().plus(10));
	(id, agent)
}

/// A task that has ended.
fn cancelled<T: Config>(who: &T::AccountId) -> TaskId {
	let (id, _) = placed::<T>(who, 1);
	Pallet::<T>::do_cancel(who.clone(), id).expect("it is under way");
	id
}

/// Whether a provider has a task, so that the dearest placement was measured with it.
fn has_place<T: Config>(id: TaskId) -> bool {
	Tasks::<T>::get(id).is_some_and(|task| task.state.attempt().is_some())
}

/// A moment from which on there is time to go back to.
fn set_clock<T: Config>() {
	T::Clock::set_now(T::Clock::now().max(Timestamp(1_000_000_000)));
}

#[benchmarks(where T::Native: Mutate<T::AccountId, Balance = Balance>)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn submit(b: Linear<0, MAX_INLINE>) {
		set_clock::<T>();
		let who = owner::<T>();
		let spec = spec::<T>(&who, 1);
		let mut data = SEAL.to_vec();
		data.resize(data.len().max(b as usize), 0xff);
		let hash = H256(sp_io::hashing::blake2_256(&data));
		frame_system::Pallet::<T>::set_extrinsic_index(0);
		frame_system::Pallet::<T>::note_extrinsic(data.clone());
		let data: Sealed = data.try_into().expect("as long as it may be");

		#[extrinsic_call]
		_(RawOrigin::Signed(who), spec, hash, data);

		assert!(has_place::<T>(TaskId(0)));
	}

	#[benchmark]
	fn submit_remote() {
		set_clock::<T>();
		let who = owner::<T>();
		let spec = spec::<T>(&who, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), spec, H256([7; 32]), 1, uri());

		assert!(has_place::<T>(TaskId(0)));
	}

	#[benchmark]
	fn start() {
		set_clock::<T>();
		let who = owner::<T>();
		let (id, agent) = placed::<T>(&who, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), id);

		assert!(Tasks::<T>::get(id).is_some_and(|task| task.state.started().is_some()));
	}

	#[benchmark]
	fn report() {
		set_clock::<T>();
		let who = owner::<T>();
		let (id, agent) = running::<T>(&who, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), id, success());

		assert!(Tasks::<T>::get(id).is_some_and(|task| task.state.ended().is_some()));
	}

	#[benchmark]
	fn decline() {
		set_clock::<T>();
		let who = owner::<T>();
		let (id, agent) = running::<T>(&who, 2);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent), id, DeclineReason::Busy);

		assert!(has_place::<T>(id));
		assert!(Tasks::<T>::get(id).is_some_and(|task| task.excluded.len() == 1));
	}

	#[benchmark]
	fn cancel() {
		set_clock::<T>();
		let who = owner::<T>();
		let (id, _) = running::<T>(&who, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(Tasks::<T>::get(id).is_some_and(|task| task.state.ended().is_some()));
	}

	/// The account that pays for a task stayed empty.
	#[benchmark]
	fn out_of_funds() {
		set_clock::<T>();
		let who = owner::<T>();
		let (id, _) = running::<T>(&who, 1);

		#[block]
		{
			Pallet::<T>::end(id.0, CloseReason::OutOfFunds)
				.expect("nothing keeps the lease from closing");
		}

		assert!(Tasks::<T>::get(id).is_some_and(|task| task.state.ended().is_some()));
	}

	#[benchmark]
	fn drop_task() {
		set_clock::<T>();
		let who = owner::<T>();
		let id = cancelled::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(!Tasks::<T>::contains_key(id));
	}

	/// A bucket that has come up and is empty.
	#[benchmark]
	fn look() {
		set_clock::<T>();
		let now = T::Clock::now();
		AgendaNextBucket::<T>::put(now.0 / BUCKET);

		#[block]
		{
			agenda::drain::<Agenda<T>>(
				T::Clock::now(),
				&mut WeightMeter::new(),
				Default::default(),
				Default::default(),
				|_, _| None,
			);
		}

		assert_eq!(AgendaNextBucket::<T>::get(), now.0 / BUCKET + 1);
	}

	/// A task that waits is placed.
	#[benchmark]
	fn due_place() {
		set_clock::<T>();
		let who = owner::<T>();
		let spec = spec::<T>(&who, 1);
		let free_of_charge = TaskSpec { max_rate: Rate(0), ..spec.clone() };
		let id = submitted::<T>(&who, free_of_charge);
		Tasks::<T>::mutate(id, |task| {
			if let Some(task) = task {
				task.spec = spec;
			}
		});
		let now = T::Clock::now();

		#[block]
		{
			Pallet::<T>::handle(Due::Place(id), now, &mut WeightMeter::new());
		}

		assert!(has_place::<T>(id));
	}

	/// A task that ran is taken from its provider and placed with another.
	#[benchmark]
	fn due_deadline() {
		set_clock::<T>();
		let who = owner::<T>();
		let (id, _) = running::<T>(&who, 2);
		let now = T::Clock::now();
		// Not the clock is moved on but the deadline back, lest the providers fall silent.
		Tasks::<T>::mutate(id, |task| {
			if let Some(State::Running { report_by, .. }) =
				task.as_mut().map(|task| &mut task.state)
			{
				*report_by = now;
			}
		});

		#[block]
		{
			Pallet::<T>::handle(Due::ReportBy(id, 1), now, &mut WeightMeter::new());
		}

		assert!(has_place::<T>(id));
		assert!(Tasks::<T>::get(id).is_some_and(|task| task.excluded.len() == 1));
	}

	/// A page of `n` attempts is listed, in a bucket whose page was nearly full.
	#[benchmark]
	fn due_evacuate(n: Linear<1, EVACUATE_BATCH>) {
		set_clock::<T>();
		let now = T::Clock::now();
		list::<T>(&provider::<T>(0), n);
		for id in 0..60 {
			agenda::schedule::<Agenda<T>>(now, now, Due::Drop(TaskId(id)));
		}
		let item = Due::Evacuate { provider: provider::<T>(0), declared: now, after: None };
		// No weight is left for a second page.
		let mut meter = WeightMeter::with_limit(Default::default());

		#[block]
		{
			Pallet::<T>::handle(item, now, &mut meter);
		}

		assert!(AgendaPages::<T>::iter_values().flatten().count() as u32 >= 60 + n);
	}

	/// A task whose retention is over.
	#[benchmark]
	fn due_drop() {
		set_clock::<T>();
		let who = owner::<T>();
		let id = cancelled::<T>(&who);
		let now = T::Clock::now();

		#[block]
		{
			Pallet::<T>::handle(Due::Drop(id), now, &mut WeightMeter::new());
		}

		assert!(!Tasks::<T>::contains_key(id));
	}
}
