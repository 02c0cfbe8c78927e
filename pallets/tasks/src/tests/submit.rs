use crate::{lifecycle::Step, mock::*, *};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, traits::fungible::InspectHold,
	StorageHasher,
};
use sp_core::H256;
use sp_runtime::ArithmeticError;
use tradewind_primitives::{Category, Clock, Filters, LeaseId, LeaseKind, Rate, Runtimes, TaskId};

fn alice() -> RuntimeOrigin {
	RuntimeOrigin::signed(ALICE)
}

fn held() -> u128 {
	Balances::balance_on_hold(&HoldReason::Task.into(), &ALICE)
}

/// Submits `spec` inline and says what came of it.
fn try_submit(spec: TaskSpecOf<Test>) -> DispatchResultWithPostInfo {
	let data = sealed();
	in_extrinsic(&data);
	Workloads::submit(alice(), spec, hash_of(&data), data)
}

#[test]
fn submit_works() {
	ExtBuilder::default().offer(P1, 5, 1).offer(P2, 4, 1).build_and_execute(|| {
		let id = submit(spec());
		assert_eq!(id, TaskId(0));
		let now = Watch::now();
		let (hash, size) = (hash_of(&sealed()), sealed().len() as u64);
		assert_eq!(
			task(id),
			Task {
				owner: ALICE,
				spec: spec(),
				payload: Payload { hash, size, source: Source::Inline },
				attempts: 1,
				excluded: Default::default(),
				spent: 0,
				deposit: DEPOSIT,
				submitted: now,
				state: State::Placed(attempt(0, P2, 4)),
			}
		);
		assert_eq!(listed(P2), [Slot { task: id, attempt: 1, placed: now }]);
		assert_eq!(held(), DEPOSIT);
		assert_eq!(
			events(),
			[
				Event::Submitted { task: id, who: ALICE, hash, size },
				Event::Placed {
					task: id,
					attempt: 1,
					provider: P2,
					lease: LeaseId(0),
					rate: Rate(4),
					usable_from: None,
					start_by: now.plus(START_WITHIN),
				},
			]
		);
		assert_eq!(
			Written::get(),
			[
				(Category::Performance, Some(ALICE), id, b"task.submitted".to_vec()),
				(Category::Performance, None, id, b"task.placed".to_vec()),
			]
		);
	});
}

#[test]
fn a_task_of_a_batch_writes_one_key_of_its_own() {
	/// The keys of this pallet that so many submissions in one block write.
	fn written(tasks: u32) -> usize {
		let mut ext = ExtBuilder::default().offer(P1, 5, tasks).build();
		ext.commit_all().expect("the genesis can be committed");
		ext.execute_with(|| submit_many(tasks));
		let prefix = frame_support::Twox128::hash(b"Workloads");
		let changes = ext.overlayed_changes().changes();
		changes.filter(|(key, _)| key.starts_with(&prefix)).count()
	}
	// Besides: the next id, the page of the agenda and the page of attempts.
	assert_eq!(written(1), 1 + 3);
	assert_eq!(written(64), 64 + 3);
	// A second page of the agenda and a second page of attempts, and the numbers of both.
	assert_eq!(written(65), 65 + 3 + 4);
}

#[test]
fn submit_is_refused_when_the_pages_of_attempts_are_used_up() {
	ExtBuilder::default().offer(P1, 5, 99).build().execute_with(|| {
		AttemptPages::<Test>::insert(P1, u32::MAX);
		submit_many(EVACUATE_BATCH);
		in_extrinsic(&sealed());
		assert_noop!(
			Workloads::submit(alice(), spec(), hash_of(&sealed()), sealed()),
			ArithmeticError::Overflow
		);
		// What waits goes on waiting, and the market's part is undone.
		Market::change(|books| books.offers.clear());
		let id = submit(spec());
		Market::change(|books| books.offers.push((P1, 5, 9)));
		pass(18);
		assert!(matches!(state(id), State::Queued { .. }));
		assert_eq!(Books::get().offers, [(P1, 5, 9)]);
		Workloads::do_try_state().expect("nothing was done by halves");
	});
}

#[test]
fn submit_indexes_the_payload() {
	let mut ext = ExtBuilder::default().offer(P1, 5, 1).build();
	ext.execute_with(|| {
		submit(spec());
	});
	let data = sealed();
	assert_eq!(
		format!("{:?}", ext.overlayed_changes().transaction_index_ops()),
		format!(
			"[Insert {{ extrinsic: 1, hash: {:?}, size: {} }}]",
			hash_of(&data).as_bytes(),
			data.len()
		)
	);
}

#[test]
fn submit_queues_when_nothing_is_feasible() {
	ExtBuilder::default().offer(P1, 11, 1).build_and_execute(|| {
		let id = submit(spec());
		let until = Watch::now().plus(120);
		assert_eq!(state(id), State::Queued { until });
		assert_eq!(task(id).attempts, 0);
		assert_eq!(events()[1..], [Event::Queued { task: id, until }]);
		assert_eq!(actions(), ["task.submitted", "task.queued"]);
	});
}

#[test]
fn submit_fails_when_now_or_never_is_never() {
	ExtBuilder::default().build_and_execute(|| {
		in_extrinsic(&sealed());
		let hurried = TaskSpec { place_within: 0, ..spec() };
		assert_noop!(
			Workloads::submit(alice(), hurried, hash_of(&sealed()), sealed()),
			Error::<Test>::NoPlace
		);
	});
}

#[test]
fn submit_works_when_now_or_never_is_now() {
	ExtBuilder::default().offer(P1, 10, 1).build_and_execute(|| {
		assert_ok!(try_submit(TaskSpec { place_within: 0, ..spec() }));
	});
}

#[test]
fn submit_passes_the_markets_refusal_on() {
	ExtBuilder::default().offer(P1, 1, 1).build_and_execute(|| {
		Market::change(|books| books.broke = true);
		in_extrinsic(&sealed());
		assert_noop!(Workloads::submit(alice(), spec(), hash_of(&sealed()), sealed()), BROKE);
	});
}

#[test]
fn submit_asks_the_market_for_the_kind_and_the_filters() {
	ExtBuilder::default().offer(P1, 5, 2).build_and_execute(|| {
		submit(spec());
		submit(TaskSpec { spot: true, filters: largest_filters(), ..spec() });
		let asked = Books::get().leases.into_iter().map(|open| (open.kind, open.filters));
		let expected =
			[(LeaseKind::OnDemand, Filters::default()), (LeaseKind::Spot, largest_filters())];
		assert!(asked.eq(expected));
	});
}

#[test]
fn submit_says_from_when_on_the_place_can_be_used() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		Market::change(|books| books.leaving_until = START + 30);
		let id = submit(spec());
		let usable_from = Watch::now().plus(30);
		let start_by = usable_from.plus(START_WITHIN);
		let usable_from = Some(usable_from);
		assert_eq!(
			state(id),
			State::Placed(Attempt { usable_from, start_by, ..attempt(0, P1, 5) })
		);
		assert_eq!(
			events()[1],
			Event::Placed {
				task: id,
				attempt: 1,
				provider: P1,
				lease: LeaseId(0),
				rate: Rate(5),
				usable_from,
				start_by,
			}
		);
	});
}

#[test]
fn submit_fails_when_the_hash_differs() {
	ExtBuilder::default().build_and_execute(|| {
		in_extrinsic(&sealed());
		assert_noop!(
			Workloads::submit(alice(), spec(), H256::zero(), sealed()),
			Error::<Test>::HashMismatch
		);
	});
}

#[test]
fn submit_fails_when_the_payload_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		let open: Sealed = b"\0asm".to_vec().try_into().unwrap();
		in_extrinsic(&open);
		assert_noop!(
			Workloads::submit(alice(), spec(), hash_of(&open), open),
			Error::<Test>::NotSealed
		);
	});
}

#[test]
fn submit_fails_when_the_payload_is_not_last() {
	ExtBuilder::default().offer(P1, 1, 1).build_and_execute(|| {
		let data = sealed();
		// Not in an extrinsic at all.
		assert_noop!(
			Workloads::submit(alice(), spec(), hash_of(&data), data.clone()),
			Error::<Test>::NotLast
		);
		// In a batch before another call.
		let mut longer = data.to_vec();
		longer.push(0);
		in_extrinsic(&longer);
		assert_noop!(
			Workloads::submit(alice(), spec(), hash_of(&data), data),
			Error::<Test>::NotLast
		);
	});
}

#[test]
fn submit_fails_when_the_specification_is_unsound() {
	ExtBuilder::default().offer(P1, 1, 9).build_and_execute(|| {
		let cases = [
			(TaskSpec { candidates: Default::default(), ..spec() }, Error::SealedToNobody),
			(TaskSpec { max_attempts: 0, ..spec() }, Error::AttemptsOutOfRange),
			(TaskSpec { max_attempts: MAX_ATTEMPTS + 1, ..spec() }, Error::AttemptsOutOfRange),
			(TaskSpec { place_within: MAX_WAIT + 1, ..spec() }, Error::WaitTooLong),
			(TaskSpec { result_key: [0; 32], ..spec() }, Error::ZeroKey),
		];
		in_extrinsic(&sealed());
		for (unsound, error) in cases {
			assert_noop!(
				Workloads::submit(alice(), unsound, hash_of(&sealed()), sealed()),
				Into::<Error::<Test>>::into(error)
			);
		}
		assert_ok!(try_submit(TaskSpec {
			max_attempts: MAX_ATTEMPTS,
			place_within: MAX_WAIT,
			..spec()
		}));
	});
}

#[test]
fn submit_fails_when_the_deposit_is_not_there() {
	ExtBuilder::default().offer(P1, 1, 1).build_and_execute(|| {
		in_extrinsic(&sealed());
		assert!(Workloads::submit(RuntimeOrigin::signed(99), spec(), hash_of(&sealed()), sealed())
			.is_err());
	});
}

#[test]
fn submit_fails_when_the_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextTaskId::<Test>::put(TaskId(u64::MAX));
		in_extrinsic(&sealed());
		assert_noop!(
			Workloads::submit(alice(), spec(), hash_of(&sealed()), sealed()),
			Error::<Test>::NoMoreIds
		);
	});
}

#[test]
fn submit_remote_works() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let uri: Uri = b"https://example.org/1".to_vec().try_into().unwrap();
		let bytes = uri.len() as u128;
		let hash = H256([3; 32]);
		assert_ok!(Workloads::submit_remote(alice(), spec(), hash, 1 << 40, uri.clone()));
		let payload = Payload { hash, size: 1 << 40, source: Source::Remote(uri) };
		assert_eq!(task(TaskId(0)).payload, payload);
		assert_eq!(held(), DEPOSIT + 10 * bytes);
		assert_eq!(Workloads::deposit_for(3, bytes as u32), Some(DEPOSIT + 10 * bytes));
		assert_eq!(
			events()[0],
			Event::Submitted { task: TaskId(0), who: ALICE, hash, size: 1 << 40 }
		);
	});
}

#[test]
fn filters_are_deposited_for_by_the_byte_beyond_empty_ones() {
	let cases = [
		(Filters::default(), 0),
		(Filters { runtimes: Runtimes::WASM, ..Default::default() }, 0),
		(Filters { model: b"h".to_vec().try_into().unwrap(), ..Default::default() }, 1),
		(largest_filters(), Filters::max_encoded_len() - Filters::default().encoded_size()),
	];
	for (filters, bytes) in cases {
		ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
			let uri: Uri = vec![b'x'; MAX_URI as usize].try_into().unwrap();
			let bytes = uri.len() as u32 + bytes as u32;
			let wanted = TaskSpec { filters, ..spec() };
			assert_ok!(Workloads::submit_remote(alice(), wanted, H256::zero(), 1, uri));
			assert_eq!(held(), DEPOSIT + 10 * u128::from(bytes));
			assert_eq!(Workloads::deposit_for(3, bytes), Some(held()));
			assert_ok!(Workloads::cancel(alice(), TaskId(0)));
			assert_ok!(Workloads::drop_task(alice(), TaskId(0)));
			assert_eq!(held(), 0);
		});
	}
}

#[test]
fn submit_remote_fails_when_there_is_nothing() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let uri: Uri = b"x".to_vec().try_into().unwrap();
		assert_noop!(
			Workloads::submit_remote(alice(), spec(), H256::zero(), 0, uri),
			Error::<Test>::NoPayload
		);
		assert_noop!(
			Workloads::submit_remote(alice(), spec(), H256::zero(), 1, Default::default()),
			Error::<Test>::NoPayload
		);
	});
}

#[test]
fn a_deposit_that_cannot_be_counted_is_none() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Workloads::deposit_for(u32::MAX, 0), None);
		assert_eq!(Workloads::deposit_for(1, u32::MAX), None);
	});
}

#[test]
fn a_task_that_a_provider_has_is_not_given_up() {
	ExtBuilder::default().offer(P1, 5, 1).build_and_execute(|| {
		let mut task = task(submit(spec()));
		let now = Watch::now();
		assert_noop!(
			Workloads::give_up(TaskId(0), &mut task, FailReason::NoPlace, now),
			Error::<Test>::AlreadyAssigned
		);
		assert!(task.advance(Step::Place, task.state.clone()).is_err());
	});
}
