//! What is given back of the weight of a call that looked for a place.

use crate::{mock::*, *};
use frame_support::{
	assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
	traits::UnfilteredDispatchable,
	weights::Weight,
};
use sp_core::H256;
use tradewind_primitives::TaskId;

type Weights = <Test as Config>::WeightInfo;

/// What `who` was charged for the call, and what came of it.
fn run(who: u64, call: Call<Test>) -> (Weight, DispatchResultWithPostInfo) {
	let charged = call.get_dispatch_info().call_weight;
	(charged, call.dispatch_bypass_filter(RuntimeOrigin::signed(who)))
}

/// What was given back.
fn given_back((charged, result): (Weight, DispatchResultWithPostInfo)) -> Weight {
	let actual = result.expect("the call works").actual_weight;
	charged - actual.expect("something was weighed")
}

fn submission(spec: TaskSpecOf<Test>) -> Call<Test> {
	let data = sealed();
	in_extrinsic(&data);
	Call::submit { spec, hash: hash_of(&data), data }
}

fn remote(spec: TaskSpecOf<Test>) -> Call<Test> {
	let uri = b"https://example.org/1".to_vec().try_into().expect("it is short");
	Call::submit_remote { spec, hash: H256::zero(), size: 1, uri }
}

fn declining(task: TaskId) -> Call<Test> {
	Call::decline { task, reason: DeclineReason::Busy }
}

#[test]
fn submit_gives_back_what_the_search_weighed_less() {
	ExtBuilder::default().offer(P1, 5, 2).build_and_execute(|| {
		let less = SEARCH_WEIGHT - FOUND_WEIGHT;
		let (charged, result) = run(ALICE, submission(spec()));
		let plain = Weights::submit(sealed().len() as u32);
		assert_eq!(charged, plain + SEARCH_WEIGHT, "by its length");
		assert_eq!(given_back((charged, result)), less);
		let (charged, result) = run(ALICE, remote(spec()));
		assert_eq!(charged, Weights::submit_remote() + SEARCH_WEIGHT);
		assert_eq!(given_back((charged, result)), less);
	});
}

#[test]
fn submit_gives_back_what_looking_in_vain_weighed_less() {
	ExtBuilder::default().build_and_execute(|| {
		let less = SEARCH_WEIGHT - IN_VAIN_WEIGHT;
		assert_eq!(given_back(run(ALICE, submission(spec()))), less);
		assert_eq!(given_back(run(ALICE, remote(spec()))), less);
	});
}

#[test]
fn submit_gives_nothing_back_when_it_fails() {
	ExtBuilder::default().offer(P1, 5, 1).build().execute_with(|| {
		let fails = |call: Call<Test>| {
			let failure = run(ALICE, call).1.expect_err("it is refused");
			assert_eq!(failure.post_info.actual_weight, None);
			failure.error
		};
		let hurried = TaskSpec { max_rate: Default::default(), place_within: 0, ..spec() };
		assert_eq!(fails(submission(hurried.clone())), Error::<Test>::NoPlace.into());
		assert_eq!(fails(remote(hurried)), Error::<Test>::NoPlace.into());
		Market::change(|books| books.broke = true);
		assert_eq!(fails(submission(spec())), BROKE);
		assert_eq!(fails(remote(spec())), BROKE);
	});
}

#[test]
fn decline_gives_back_what_the_search_weighed_less() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build_and_execute(|| {
		let id = submit(spec());
		let (charged, result) = run(P1 + AGENT, declining(id));
		assert_eq!(charged, Weights::decline() + SEARCH_WEIGHT);
		assert_eq!(given_back((charged, result)), SEARCH_WEIGHT - FOUND_WEIGHT);
		// The next one finds nothing, and waits.
		assert_eq!(given_back(run(P2 + AGENT, declining(id))), SEARCH_WEIGHT - IN_VAIN_WEIGHT);
	});
}

#[test]
fn decline_gives_a_search_back_that_was_not_made() {
	ExtBuilder::default().offer(P1, 4, 9).build_and_execute(|| {
		let last = submit(TaskSpec { max_attempts: 1, ..spec() });
		assert_eq!(given_back(run(P1 + AGENT, declining(last))), SEARCH_WEIGHT);
		let candidates = vec![P1].try_into().expect("one is few enough");
		let sole = submit(TaskSpec { candidates, ..spec() });
		assert_eq!(given_back(run(P1 + AGENT, declining(sole))), SEARCH_WEIGHT);
	});
}

#[test]
fn decline_gives_nothing_back_when_the_market_refuses_or_it_fails() {
	ExtBuilder::default().offer(P1, 4, 1).offer(P2, 5, 1).build().execute_with(|| {
		let id = submit(spec());
		let failure = run(P2 + AGENT, declining(id)).1.expect_err("another has it");
		assert_eq!(failure.post_info.actual_weight, None);
		Market::change(|books| books.broke = true);
		let (charged, result) = run(P1 + AGENT, declining(id));
		assert_eq!(given_back((charged, result)), Weight::zero());
		assert_ok!(Workloads::do_try_state());
	});
}

#[test]
fn no_more_is_weighed_than_was_charged_and_no_less_than_a_plain_search() {
	let weighed = |plain, search| {
		let info = Workloads::weighed(plain, search);
		info.actual_weight.expect("something was weighed")
	};
	let (unit, plain) = (Weight::from_parts(1, 1), Weight::from_parts(7, 7));
	assert_eq!(Workloads::most(plain), plain + SEARCH_WEIGHT);
	assert_eq!(weighed(plain, Weight::zero()), plain);
	assert_eq!(weighed(plain, SEARCH_WEIGHT - unit), plain + SEARCH_WEIGHT - unit);
	for more in [SEARCH_WEIGHT, SEARCH_WEIGHT + unit, Weight::MAX] {
		assert_eq!(weighed(plain, more), plain + SEARCH_WEIGHT);
	}
}
