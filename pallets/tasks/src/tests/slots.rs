//! How attempts are listed on pages.

use crate::{
	mock::*,
	slots::{add, next_page, remove},
	*,
};
use proptest::prelude::*;
use sp_runtime::{ArithmeticError, DispatchError};
use std::collections::BTreeMap;
use tradewind_primitives::{TaskId, Timestamp};

/// What is listed naively: the page and the particulars of every attempt of [`P1`].
type Naive = Vec<(u32, Slot)>;

fn slot(task: u64) -> Slot {
	Slot { task: TaskId(task), attempt: 1, placed: Timestamp(task) }
}

fn added(task: u64) -> u32 {
	add::<Test>(&P1, slot(task)).expect("there is a page left")
}

fn pages() -> BTreeMap<u32, Slots> {
	Attempts::<Test>::iter_prefix(P1).collect()
}

fn run(test: impl FnOnce()) {
	sp_io::TestExternalities::default().execute_with(test);
}

#[test]
fn a_full_page_makes_the_number_step_forward() {
	run(|| {
		for task in 0..64 {
			assert_eq!(added(task), 0);
		}
		assert!(!AttemptPages::<Test>::contains_key(P1));
		assert_eq!(added(64), 1);
		assert_eq!(AttemptPages::<Test>::get(P1), 1);
		assert_eq!(pages().values().map(|page| page.len()).collect::<Vec<_>>(), [64, 1]);
	});
}

#[test]
fn a_page_has_room_again_for_what_was_taken_off_it() {
	run(|| {
		(0..64).for_each(|task| assert_eq!(added(task), 0));
		remove::<Test>(&P1, 0, TaskId(7));
		assert_eq!((added(64), added(65)), (0, 1));
	});
}

#[test]
fn an_empty_page_is_gone_and_makes_the_number_step_back() {
	run(|| {
		(0..129).for_each(|task| assert_eq!(added(task), task as u32 / 64));
		remove::<Test>(&P1, 2, TaskId(128));
		assert_eq!(AttemptPages::<Test>::get(P1), 1);
		assert!(pages().into_keys().eq([0, 1]));
		// The page before is full, so that the next attempt steps forward again.
		assert_eq!(added(128), 2);
		// A page before the last one leaves the number alone.
		(0..64).for_each(|task| remove::<Test>(&P1, 0, TaskId(task)));
		assert_eq!(AttemptPages::<Test>::get(P1), 2);
		(64..128).for_each(|task| remove::<Test>(&P1, 1, TaskId(task)));
		remove::<Test>(&P1, 2, TaskId(128));
		assert_eq!(AttemptPages::<Test>::get(P1), 1);
		assert!(pages().is_empty());
		assert_eq!(added(0), 1);
		remove::<Test>(&P1, 1, TaskId(0));
		assert!(!AttemptPages::<Test>::contains_key(P1));
	});
}

#[test]
fn what_is_not_listed_is_not_taken_off() {
	run(|| {
		(0..65).for_each(|task| assert_eq!(added(task), task as u32 / 64));
		let before = sp_io::storage::root(Default::default());
		remove::<Test>(&P1, 0, TaskId(64));
		remove::<Test>(&P1, 9, TaskId(0));
		remove::<Test>(&P2, 0, TaskId(0));
		assert_eq!(before, sp_io::storage::root(Default::default()));
	});
}

#[test]
fn the_pages_can_be_used_up() {
	run(|| {
		AttemptPages::<Test>::insert(P1, u32::MAX);
		(0..64).for_each(|task| assert_eq!(added(task), u32::MAX));
		let before = sp_io::storage::root(Default::default());
		let overflow = DispatchError::Arithmetic(ArithmeticError::Overflow);
		assert_eq!(add::<Test>(&P1, slot(64)), Err(overflow));
		assert_eq!(before, sp_io::storage::root(Default::default()));
	});
}

#[derive(Clone, Debug)]
enum Op {
	/// Add so many.
	Add(u64),
	/// Take so many off, from this one on and wrapping around at the end.
	Remove(prop::sample::Index, usize),
	/// Look at the next page of a walk.
	Walk,
}

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		3 => (1..100u64).prop_map(Op::Add),
		3 => (any::<prop::sample::Index>(), 1..120usize).prop_map(|(at, n)| Op::Remove(at, n)),
		2 => Just(Op::Walk),
	]
}

fn check(naive: &Naive, elsewhere: &BTreeMap<u32, Slots>) {
	let mut listed: Naive = Vec::new();
	for (page, slots) in pages() {
		assert!(!slots.is_empty() && slots.len() <= EVACUATE_BATCH as usize);
		assert!(page <= AttemptPages::<Test>::get(P1), "page {page} is out of reach");
		listed.extend(slots.into_iter().map(|slot| (page, slot)));
	}
	let mut expected = naive.clone();
	listed.sort_unstable_by_key(|(_, slot)| slot.task);
	expected.sort_unstable_by_key(|(_, slot)| slot.task);
	assert_eq!(listed, expected);
	assert!(AttemptPages::<Test>::iter_values().all(|page| page > 0));
	assert_eq!(&Attempts::<Test>::iter_prefix(P2).collect::<BTreeMap<_, _>>(), elsewhere);
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: 300,
		failure_persistence: None,
		..Default::default()
	})]

	/// Whatever is added and removed in whatever order, the pages list what a naive list does;
	/// a removal touches one page; a walk meanwhile finds once what is there all the while.
	#[test]
	fn pages_list_what_a_naive_list_does(ops in prop::collection::vec(op(), 1..60)) {
		run(|| {
			for task in 0..65 {
				add::<Test>(&P2, slot(task)).expect("there is a page left");
			}
			let elsewhere = Attempts::<Test>::iter_prefix(P2).collect();
			let (mut naive, mut next) = (Naive::new(), 0u64);
			// A walk: where it stands, what it has to find still, and what it has found.
			let (mut after, mut wanted, mut found) = (None, Naive::new(), Naive::new());
			for op in ops {
				match op {
					Op::Add(n) => (0..n).for_each(|_| {
						naive.push((added(next), slot(next)));
						next += 1;
					}),
					Op::Remove(at, n) => (0..n).for_each(|_| {
						if naive.is_empty() {
							return;
						}
						let (page, slot) = naive.remove(at.index(naive.len()));
						let before = pages();
						remove::<Test>(&P1, page, slot.task);
						let after = pages();
						let touched = before.iter().filter(|(n, slots)| after.get(n) != Some(slots));
						assert!(touched.map(|(n, _)| *n).eq([page]));
						wanted.retain(|(_, other)| other.task != slot.task);
					}),
					Op::Walk => match next_page::<Test>(&P1, after) {
						Some((page, slots)) => {
							after = Some(page);
							found.extend(slots.into_iter().map(|slot| (page, slot)));
						},
						None => {
							assert!(wanted.iter().all(|slot| found.contains(slot)));
							found.sort_unstable_by_key(|(_, slot)| slot.task);
							assert!(found.windows(2).all(|two| two[0].1.task != two[1].1.task));
							(after, wanted, found) = (None, naive.clone(), Naive::new());
						},
					},
				}
				check(&naive, &elsewhere);
			}
			for (page, slot) in naive {
				remove::<Test>(&P1, page, slot.task);
			}
			check(&Naive::new(), &elsewhere);
		});
	}
}
