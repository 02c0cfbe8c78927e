//! Random steps: after every one of them every invariant holds, and everything the pallet says
//! about accounts, streams and channels, and all that everybody has, agrees with the reference to
//! the unit.

mod steps;
mod world;

use crate::{mock::*, *};
use proptest::{
	collection::vec,
	prelude::*,
	strategy::Union,
	test_runner::{RngSeed, TestRunner},
};
use sp_runtime::Perbill;
use std::cell::Cell;
use tradewind_primitives::{AssetId, Balance};
use world::World;

/// How many steps are taken unless `TRADEWIND_PROPERTY_STEPS` says otherwise.
const STEPS: usize = 100_000;
/// The longest sequence of steps.
const LONGEST: usize = 800;
const CAROL: AccountId = 3;
const OWNERS: [AccountId; 2] = [ALICE, BOB];
const PROVIDERS: [AccountId; 2] = [CLOUD, REFERRER];
const PEOPLE: [AccountId; 6] = [ALICE, BOB, CAROL, CLOUD, REFERRER, NOBODY];
const ASSETS: [AssetId; 3] = [WIND, EURO, POINTS];

/// What may happen: time, the hook, the meters, the seams, and every call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
	Wait,
	Poll,
	Turn,
	Verdict,
	Obey,
	Credit,
	Open,
	Start,
	Keep,
	Adjust,
	Close,
	OpenAccount,
	TopUp,
	Withdraw,
	CloseAccount,
	Settle,
	Claim,
	SettleMany,
	OpenStream,
	Pause,
	Resume,
	SetRate,
	CloseStream,
	Redirect,
	Reclaim,
	SetDelegate,
	SetBudget,
	SetAlert,
	OpenChannel,
	TopUpChannel,
	Redeem,
	CloseChannel,
	SetPolicy,
}

/// How often.
const MIX: [(u32, What); 33] = [
	(24, What::Wait),
	(16, What::Poll),
	(5, What::Turn),
	(2, What::Verdict),
	(1, What::Obey),
	(2, What::Credit),
	(5, What::Open),
	(6, What::Start),
	(1, What::Keep),
	(6, What::Adjust),
	(2, What::Close),
	(5, What::OpenAccount),
	(8, What::TopUp),
	(3, What::Withdraw),
	(1, What::CloseAccount),
	(5, What::Settle),
	(2, What::Claim),
	(2, What::SettleMany),
	(8, What::OpenStream),
	(3, What::Pause),
	(4, What::Resume),
	(5, What::SetRate),
	(1, What::CloseStream),
	(2, What::Redirect),
	(3, What::Reclaim),
	(3, What::SetDelegate),
	(2, What::SetBudget),
	(1, What::SetAlert),
	(2, What::OpenChannel),
	(1, What::TopUpChannel),
	(3, What::Redeem),
	(1, What::CloseChannel),
	(1, What::SetPolicy),
];

/// A step: what happens, and the dice that decide the particulars.
#[derive(Clone, Copy, Debug)]
struct Step {
	what: What,
	who: usize,
	tab: usize,
	item: usize,
	amount: Balance,
	rate: Balance,
	seconds: u64,
	coin: bool,
}

impl Step {
	/// Most often who may.
	fn signer(&self, right: AccountId) -> AccountId {
		PEOPLE.get(self.who).copied().unwrap_or(right)
	}
}

fn step() -> impl Strategy<Value = Step> {
	let what = Union::new_weighted(MIX.map(|(weight, what)| (weight, Just(what))).to_vec());
	let amount = prop_oneof![3 => 0..60u128, 6 => 0..3_000u128, 2 => 0..100_000u128];
	let rate = prop_oneof![30 => 0..25u128, 1 => Just(1u128 << 100)];
	let seconds = prop_oneof![
		20 => Just(0u64),
		40 => 1..8u64,
		40 => 8..200u64,
		8 => 200..3_000u64,
		1 => 3_600..20_000u64,
	];
	let dice = (what, 0..32usize, 0..16usize, 0..48usize, amount, rate, seconds, any::<bool>());
	dice.prop_map(|(what, who, tab, item, amount, rate, seconds, coin)| Step {
		what,
		who,
		tab,
		item,
		amount,
		rate,
		seconds,
		coin,
	})
}

/// The policy in the beginning: the fee is nothing or a hundredth.
fn policy(fee: bool) -> Policy {
	let fee = if fee { Perbill::one() / 100 } else { Perbill::zero() };
	Policy { fee, grace: 200, challenge: 100, min_runway: 10 }
}

/// Runs `test` with random sequences of steps, the same ones every time unless
/// `PROPTEST_RNG_SEED` asks for others. Sequences are half as long as `longest` on average.
fn for_random_steps(steps: usize, longest: usize, test: impl Fn(bool, &[Step])) {
	let taken = Cell::new(0);
	let mut config = ProptestConfig { failure_persistence: None, ..Default::default() };
	config.max_shrink_iters = 2_000;
	let cases = steps * 2 / longest;
	config.cases = (cases + 2 * cases.isqrt() + 4) as u32;
	if config.rng_seed == RngSeed::Random {
		config.rng_seed = RngSeed::Fixed(1);
	}
	let result =
		TestRunner::new(config).run(&(any::<bool>(), vec(step(), 1..=longest)), |(fee, steps)| {
			taken.set(taken.get() + steps.len());
			test(fee, &steps);
			Ok(())
		});
	result.unwrap_or_else(|error| panic!("{error}"));
	assert!(taken.get() >= steps, "{} of {steps} steps", taken.get());
}

fn steps() -> usize {
	let steps = std::env::var("TRADEWIND_PROPERTY_STEPS");
	steps.map_or(STEPS, |steps| steps.parse().expect("a number of steps"))
}

#[test]
fn random_steps_keep_every_invariant_and_agree_with_the_reference() {
	for_random_steps(steps(), LONGEST, |fee, steps| {
		ExtBuilder::build_and_execute(|| {
			let mut world = World::new(policy(fee), false, false);
			for step in steps {
				world.take(*step);
				world.agree();
			}
			world.wind_up();
		});
	});
}

/// Verdicts aside, which find downtime when the seconds may be paid already, and a policy that
/// changes, which an account heeds when it is touched next.
#[test]
fn totals_do_not_depend_on_settlements() {
	let run = |fee: bool, steps: &[Step], settling: bool| {
		let mut totals = None;
		ExtBuilder::build_and_execute(|| {
			let mut world = World::new(policy(fee), true, settling);
			world.endow(PEOPLE.into_iter().chain([FEES]));
			let mut results = Vec::new();
			for step in steps {
				match step.what {
					What::Verdict | What::SetPolicy | What::Settle | What::SettleMany => {},
					_ => results.push(world.take(*step)),
				}
				world.settle_all();
			}
			world.agree();
			world.wind_up();
			totals = Some((results, world.bills, world.reference.gains));
		});
		totals.unwrap()
	};
	for_random_steps(steps() / 10, 200, |fee, steps| {
		assert_eq!(run(fee, steps, true), run(fee, steps, false));
	});
}
