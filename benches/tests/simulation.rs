//! The simulation keeps its books, draws the same from the same seed, and is of this chain.

use frame_support::traits::Get;
use pallet_tradewind_marketplace::{Config, Gauge, Policy, Portion};
use tradewind_benches::{
	attempt::{Attempt, Trick, ATTEMPTS},
	day::{effect, run, ClassDay, Setup},
	policy, BLOCK, FEE, LIMITS, MICROWIND, PAGE_SIZE,
};
use tradewind_primitives::Seconds;
use tradewind_runtime::{configs, constants, Runtime};

const HOUR: Seconds = 3_600;
const SMALL: Setup = Setup { seed: 1, providers: 200, seconds: HOUR };

/// The attempt of this kind, made from the tenth minute of the day to the fortieth.
fn early(trick: Trick) -> Attempt {
	let attempt = ATTEMPTS.into_iter().find(|attempt| attempt.trick == trick).unwrap();
	Attempt { from: 600, until: 2_400, ..attempt }
}

#[test]
fn the_numbers_of_the_chain_are_those_of_the_runtime() {
	assert_eq!(policy(), <Runtime as Config>::DefaultIndex::get());
	let size: u32 = <Runtime as Config>::PageSize::get();
	let limits: (u32, u32, u32) = (
		<Runtime as Config>::EnoughReads::get(),
		<Runtime as Config>::MaxReads::get(),
		<Runtime as Config>::MaxProbes::get(),
	);
	assert_eq!((LIMITS.enough, LIMITS.pages, LIMITS.providers), limits);
	assert_eq!(PAGE_SIZE, size as usize);
	assert_eq!(FEE, configs::market::DefaultPolicy::get().fee);
	assert_eq!(BLOCK * 1_000, constants::time::MILLISECS_PER_BLOCK);
	assert_eq!(MICROWIND, constants::currency::MICROWIND);
}

#[test]
fn an_hour_keeps_its_books() {
	let attempts = [Trick::Pump, Trick::Wash, Trick::Withhold].map(|trick| Some(early(trick)));
	for attempt in [None].into_iter().chain(attempts) {
		for (class, providers) in SMALL.classes().into_iter().enumerate() {
			let mut day = ClassDay::new(SMALL.seed, class as u64, providers, attempt);
			for _ in 0..SMALL.seconds / BLOCK {
				day.step();
				let book = &day.book;
				let Policy { floor, cap, .. } = book.index.policy;
				assert!((floor..=cap).contains(&book.index.level));
				let (offered, leased) = book.capacity();
				assert!(leased <= offered);
				assert_eq!(leased, book.reserved(Gauge::Cpu), "leased is what is not free");
				let sums = book.listings().map(|listing| listing.portion()).fold(
					Portion::default(),
					|sum, portion| Portion {
						used: sum.used.with(&portion.used),
						offered: sum.offered.with(&portion.offered),
					},
				);
				let counted = Portion { used: book.index.used, offered: book.index.offered };
				assert_eq!(counted, sums, "the index counts the book");
			}
			let now = day.now();
			day.book.close_all(now);
			assert!(day.book.billed.honest > 0);
			assert_eq!(day.book.billed, day.book.earned, "rate times seconds is what flowed");
			assert_eq!(day.book.billed.honest, day.book.paid.iter().sum::<u128>());
			assert_eq!(day.book.capacity().1, 0, "all is given back");
		}
	}
}

#[test]
fn opening_and_closing_within_a_block_moves_nothing_and_the_others_do() {
	let quiet = run(&SMALL, None);
	for (trick, moves) in [(Trick::Pump, false), (Trick::Wash, true), (Trick::Withhold, true)] {
		let attempt = early(trick);
		let effect = effect(attempt, &run(&SMALL, Some(attempt)), &quiet);
		assert_eq!(effect.widest_shift != 0.0, moves, "{effect:?}");
		assert_eq!(effect.cost != 0.0, moves, "{effect:?}");
		assert_eq!(effect.leases > 0, trick != Trick::Withhold, "{effect:?}");
	}
}

#[test]
fn the_same_seed_gives_the_same_day() {
	let day = |setup: &Setup| serde_json::to_string(&run(setup, None).samples).unwrap();
	assert_eq!(day(&SMALL), day(&SMALL));
	assert_ne!(day(&SMALL), day(&Setup { seed: 2, ..SMALL }));
}
