//! A queue of work that falls due at a time, found without looking at what is not due.
//!
//! Items lie in buckets of [`BUCKET`] seconds, each bucket in numbered pages of bounded length.
//! [`schedule`] appends to the last page of a bucket; [`drain`] takes items out, bucket by bucket,
//! for as long as its meter allows, and goes on in the next block where it stopped. An item is
//! never handed out before its time. What is late is late by less than a bucket, plus what the
//! meter makes it wait. Nothing is lost, provided that the clock runs before anything is queued:
//! an item that the genesis queues at time 0 would lie some fifty years before the first block.
//!
//! The module keeps no storage of its own: a pallet that needs an agenda declares the three items
//! of [`Store`]. The cursor is read in every block, so a pallet may mark its `NextBucket` with
//! `#[pallet::whitelist_storage]`.

use crate::{Seconds, Timestamp};
use codec::{Decode, DecodeWithMemTracking, Encode, EncodeLike, FullCodec, MaxEncodedLen};
use frame_support::{
	defensive_assert,
	storage::{StorageDoubleMap, StorageMap, StorageValue, TryAppendDoubleMap},
	traits::Get,
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use scale_info::TypeInfo;

/// The width of a bucket.
pub const BUCKET: Seconds = 6;

/// Where an agenda lies.
pub trait Store {
	/// What falls due.
	type Item: FullCodec + EncodeLike;
	/// How many items a page holds.
	type PageSize: Get<u32>;
	/// The pages, by bucket and page number.
	type Pages: StorageDoubleMap<
			u64,
			u32,
			BoundedVec<Self::Item, Self::PageSize>,
			Query = BoundedVec<Self::Item, Self::PageSize>,
		> + TryAppendDoubleMap<u64, u32, BoundedVec<Self::Item, Self::PageSize>, Self::Item>;
	/// The number of the last page of a bucket.
	type LastPage: StorageMap<u64, u32, Query = u32>;
	/// The first bucket that may still hold items.
	type NextBucket: StorageValue<u64, Query = u64>;
}

/// Where an item lies, for whoever may want to [`cancel`] it.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Slot {
	/// Its bucket.
	#[codec(compact)]
	pub bucket: u64,
	/// Its page of the bucket.
	#[codec(compact)]
	pub page: u32,
}

impl Slot {
	/// Whether the item is handed out by the time something queued for `at` would be.
	pub fn is_by(&self, at: Timestamp) -> bool {
		self.bucket <= bucket_from(at)
	}

	/// Whether the item may have been handed out.
	pub fn is_due(&self, now: Timestamp) -> bool {
		self.bucket.saturating_mul(BUCKET) <= now.0
	}
}

/// The first bucket that is due wholly at or after `at`.
fn bucket_from(at: Timestamp) -> u64 {
	at.0.div_ceil(BUCKET)
}

/// Queues `item` for `at`, or for the next bucket when `at` has passed. Three reads and one write,
/// or four reads and two writes when a page is full, however many items wait.
pub fn schedule<S: Store>(now: Timestamp, at: Timestamp, item: S::Item) -> Slot {
	let soonest = bucket_from(now.plus(1));
	let bucket = bucket_from(at).max(soonest);
	// The first drain begins here and not at its own time, which may come after this item's.
	if S::NextBucket::get() == 0 {
		S::NextBucket::put(soonest);
	}
	let page = S::LastPage::get(bucket);
	if S::Pages::try_append(bucket, page, &item).is_ok() {
		return Slot { bucket, page };
	}
	let page = page.saturating_add(1);
	S::LastPage::insert(bucket, page);
	let appended = S::Pages::try_append(bucket, page, &item);
	defensive_assert!(appended.is_ok(), "the page after the last one is empty");
	Slot { bucket, page }
}

/// Takes back what was queued, so that nothing is left of it. One read and one write, however many
/// items wait. What is being handed out in this block is not found, and handed out all the same.
pub fn cancel<S: Store>(slot: Slot, item: &S::Item)
where
	S::Item: PartialEq,
{
	S::Pages::mutate_exists(slot.bucket, slot.page, |page| {
		let Some(items) = page else { return };
		if let Some(index) = items.iter().position(|other| other == item) {
			items.swap_remove(index);
		}
		if items.is_empty() {
			*page = None;
		}
	});
}

/// Hands every item that is due to `handle` until `meter` is spent. `per_bucket` is the weight of
/// looking into a bucket, `per_item` that of handing out and handling one item at most.
///
/// An item whose handling takes longer consumes the rest from the meter itself, for as long as the
/// meter allows. When it does not, `handle` returns what is left to do; the drain stops and hands
/// that out first the next time.
///
/// With nothing due it costs one read; the bucket that has just become due and is empty costs two
/// reads and one write.
pub fn drain<S: Store>(
	now: Timestamp,
	meter: &mut WeightMeter,
	per_bucket: Weight,
	per_item: Weight,
	mut handle: impl FnMut(S::Item, &mut WeightMeter) -> Option<S::Item>,
) {
	let due = now.0 / BUCKET;
	let first = S::NextBucket::get();
	// A chain that has just begun has no past to catch up with.
	let mut bucket = if first == 0 { due } else { first };
	while bucket <= due && meter.try_consume(per_bucket).is_ok() {
		let page = S::LastPage::get(bucket);
		let mut items = S::Pages::take(bucket, page);
		while !items.is_empty() {
			if meter.try_consume(per_item).is_err() {
				S::Pages::insert(bucket, page, items);
				put_next::<S>(first, bucket);
				return;
			}
			let Some(left) = items.pop().and_then(|item| handle(item, meter)) else { continue };
			// There is room where the item itself has just been.
			let _ = items.try_push(left);
			S::Pages::insert(bucket, page, items);
			put_next::<S>(first, bucket);
			return;
		}
		if page == 0 {
			bucket = bucket.saturating_add(1);
		} else if page == 1 {
			S::LastPage::remove(bucket);
		} else {
			S::LastPage::insert(bucket, page.saturating_sub(1));
		}
	}
	put_next::<S>(first, bucket);
}

fn put_next<S: Store>(before: u64, now: u64) {
	if before != now {
		S::NextBucket::put(now);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_support::{
		pallet_prelude::ValueQuery, storage_alias, traits::ConstU32, Twox64Concat,
	};

	#[storage_alias]
	type Pages = StorageDoubleMap<
		Agenda,
		Twox64Concat,
		u64,
		Twox64Concat,
		u32,
		BoundedVec<u32, ConstU32<4>>,
		ValueQuery,
	>;
	#[storage_alias]
	type LastPage = StorageMap<Agenda, Twox64Concat, u64, u32, ValueQuery>;
	#[storage_alias]
	type NextBucket = StorageValue<Agenda, u64, ValueQuery>;

	struct Queue;
	impl Store for Queue {
		type Item = u32;
		type PageSize = ConstU32<4>;
		type Pages = Pages;
		type LastPage = LastPage;
		type NextBucket = NextBucket;
	}

	const LOOK: Weight = Weight::from_parts(10, 0);
	const HANDLE: Weight = Weight::from_parts(100, 0);
	const START: u64 = 1_000_000;

	fn at(offset: u64) -> Timestamp {
		Timestamp(START + offset)
	}

	fn queue(now: Timestamp, at: Timestamp, item: u32) {
		schedule::<Queue>(now, at, item);
	}

	/// Drains with `limit` and returns what was handed out, in order.
	fn drained(now: Timestamp, limit: Weight) -> Vec<u32> {
		let mut meter = WeightMeter::with_limit(limit);
		let mut out = Vec::new();
		drain::<Queue>(now, &mut meter, LOOK, HANDLE, |item, _| {
			out.push(item);
			None
		});
		out
	}

	fn all(now: Timestamp) -> Vec<u32> {
		drained(now, Weight::MAX)
	}

	fn run(test: impl FnOnce()) {
		sp_io::TestExternalities::default().execute_with(test);
	}

	fn sorted(mut items: Vec<u32>) -> Vec<u32> {
		items.sort_unstable();
		items
	}

	#[test]
	fn an_item_is_never_early_and_less_than_a_bucket_late() {
		for due in 1..=3 * BUCKET {
			run(|| {
				all(at(0));
				schedule::<Queue>(at(0), at(due), 7);
				let handed = (0..).find(|t| all(at(*t)) == [7]).expect("it falls due");
				assert!(handed >= due && handed < due + BUCKET, "due {due}, handed at {handed}");
				assert!(all(at(10 * BUCKET)).is_empty(), "handed out once");
			});
		}
	}

	#[test]
	fn what_is_overdue_when_it_is_queued_waits_for_the_next_bucket() {
		run(|| {
			all(at(0));
			schedule::<Queue>(at(0), at(0), 1);
			schedule::<Queue>(at(0), Timestamp(5), 2);
			assert!(all(at(0)).is_empty());
			assert_eq!(sorted(all(at(BUCKET))), [1, 2]);
		});
	}

	#[test]
	fn nothing_queued_before_the_first_drain_is_lost() {
		run(|| {
			schedule::<Queue>(at(0), at(60), 1);
			schedule::<Queue>(at(30), at(31), 2);
			assert_eq!(sorted(all(at(10_000))), [1, 2]);
		});
	}

	#[test]
	fn pages_are_bounded_and_leave_nothing_behind() {
		run(|| {
			all(at(0));
			(0..11).for_each(|item| queue(at(0), at(1), item));
			let bucket = bucket_from(at(1));
			assert_eq!(LastPage::get(bucket), 2);
			let lengths: Vec<usize> = (0..4).map(|page| Pages::get(bucket, page).len()).collect();
			assert_eq!(lengths, [4, 4, 3, 0]);
			assert_eq!(sorted(all(at(BUCKET))), (0..11).collect::<Vec<_>>());
			assert_eq!((Pages::iter().count(), LastPage::iter().count()), (0, 0));
			assert_eq!(NextBucket::get(), bucket + 1);
		});
	}

	#[test]
	fn a_spent_meter_is_resumed_where_it_stopped() {
		run(|| {
			all(at(0));
			(0..11).for_each(|item| queue(at(0), at(1), item));
			schedule::<Queue>(at(0), at(1 + BUCKET), 11);
			let now = at(5 * BUCKET);
			assert!(drained(now, Weight::zero()).is_empty());
			assert!(drained(now, LOOK).is_empty(), "looked, but could not handle");
			let mut out = Vec::new();
			let mut rounds = 0;
			while out.len() < 12 {
				let some = drained(now, LOOK + HANDLE + HANDLE);
				assert!(some.len() <= 2, "no more than the meter allows");
				// What is queued meanwhile lands ahead of the cursor, never behind it.
				schedule::<Queue>(now, at(0), 100 + rounds);
				out.extend(some);
				rounds += 1;
				assert!(rounds < 20, "each round makes progress");
			}
			assert_eq!(out.last(), Some(&11), "an earlier bucket goes first");
			assert_eq!(sorted(out), (0..12).collect::<Vec<_>>());
			assert_eq!(sorted(all(at(6 * BUCKET))), (100..100 + rounds).collect::<Vec<_>>());
		});
	}

	#[test]
	fn a_meter_that_runs_out_between_two_pages_loses_neither() {
		run(|| {
			all(at(0));
			(0..8).for_each(|item| queue(at(0), at(1), item));
			let first = drained(at(BUCKET), LOOK + HANDLE * 4);
			assert_eq!(first.len(), 4);
			assert_eq!(LastPage::iter().count(), 0);
			let rest = all(at(BUCKET));
			assert_eq!(sorted([first, rest].concat()), (0..8).collect::<Vec<_>>());
		});
	}

	#[test]
	fn a_backlog_over_many_buckets_is_worked_off_in_order() {
		run(|| {
			all(at(0));
			(0..1_000u32).for_each(|i| queue(at(0), at(u64::from(i) * BUCKET), i));
			let now = at(2_000 * BUCKET);
			let mut out = Vec::new();
			let mut blocks = 0;
			while NextBucket::get() <= now.0 / BUCKET {
				out.extend(drained(now, LOOK * 100 + HANDLE * 50));
				blocks += 1;
			}
			assert_eq!(out.len(), 1_000);
			// The overdue first item shares the bucket of the second.
			assert_eq!(sorted(out[..2].to_vec()), [0, 1]);
			assert!(out[2..].windows(2).all(|pair| pair[0] < pair[1]));
			assert!((20..=25).contains(&blocks), "{blocks} blocks");
			assert_eq!(Pages::iter().count(), 0);
		});
	}

	#[test]
	fn handling_may_queue_again() {
		run(|| {
			all(at(0));
			schedule::<Queue>(at(0), at(1), 1);
			let mut seen = 0;
			let mut meter = WeightMeter::new();
			drain::<Queue>(at(BUCKET), &mut meter, LOOK, HANDLE, |item, _| {
				seen += 1;
				schedule::<Queue>(at(BUCKET), at(0), item);
				None
			});
			assert_eq!(seen, 1, "what is queued again is not handed out in the same round");
			assert_eq!(all(at(2 * BUCKET)), [1]);
		});
	}

	#[test]
	fn what_an_item_leaves_undone_comes_first_the_next_time() {
		run(|| {
			all(at(0));
			schedule::<Queue>(at(0), at(1), 7);
			schedule::<Queue>(at(0), at(1), 1_000);
			let mut steps = Vec::new();
			for _ in 0..4 {
				let mut meter = WeightMeter::with_limit(LOOK + HANDLE * 2);
				drain::<Queue>(at(BUCKET), &mut meter, LOOK, HANDLE, |item, meter| {
					let left = if item < 1_000 { 0 } else { 1_002 - item };
					let done = (0..left).take_while(|_| meter.try_consume(HANDLE).is_ok()).count();
					steps.push((item, done));
					(done < left as usize).then_some(item + done as u32)
				});
			}
			assert_eq!(steps, [(1_000, 1), (1_001, 1), (7, 0)]);
			assert_eq!(Pages::iter().count(), 0);
		});
	}

	#[test]
	fn an_idle_drain_writes_nothing() {
		run(|| {
			all(at(0));
			let before = sp_io::storage::root(Default::default());
			let mut meter = WeightMeter::new();
			drain::<Queue>(at(1), &mut meter, LOOK, HANDLE, |_, _| None);
			assert_eq!(meter.consumed(), Weight::zero());
			assert_eq!(before, sp_io::storage::root(Default::default()));
		});
	}

	#[test]
	fn what_is_cancelled_is_not_handed_out_and_leaves_nothing() {
		run(|| {
			all(at(0));
			let slots: Vec<Slot> = (0..11).map(|i| schedule::<Queue>(at(0), at(1), i)).collect();
			assert_eq!(slots[0], Slot { bucket: bucket_from(at(1)), page: 0 });
			assert_eq!(slots[10].page, 2);
			for item in [4, 5, 6, 7, 2] {
				cancel::<Queue>(slots[item as usize], &item);
			}
			assert_eq!(Pages::iter().count(), 2, "a page without items is gone");
			// Twice, and where it is not.
			cancel::<Queue>(slots[4], &4);
			cancel::<Queue>(slots[0], &10);
			assert_eq!(sorted(all(at(BUCKET))), [0, 1, 3, 8, 9, 10]);
			assert_eq!((Pages::iter().count(), LastPage::iter().count()), (0, 0));
			cancel::<Queue>(slots[0], &0);
			assert_eq!(Pages::iter().count(), 0);
		});
	}

	#[test]
	fn a_slot_knows_when_it_is_due() {
		let slot = Slot { bucket: bucket_from(at(1)), page: 0 };
		let due = Timestamp(slot.bucket * BUCKET);
		assert!(slot.is_due(due) && !slot.is_due(Timestamp(due.0 - 1)));
		assert!(slot.is_by(due) && slot.is_by(at(1)) && slot.is_by(due.plus(1)));
		assert!(!slot.is_by(Timestamp(due.0 - BUCKET)));
	}
}
