//! Flows across pallets, from submission to the return of the deposit.

use super::{driver::*, *};
use crate::constants::currency::{MILLIWIND, WIND};
use frame_support::traits::fungibles;
use pallet_tradewind_billing::Event as BillingEvent;
use pallet_tradewind_marketplace::Event as MarketEvent;
use pallet_tradewind_sla::Event as SlaEvent;
use pallet_tradewind_tasks::{DeclineReason, Due};
use sp_keyring::Sr25519Keyring;
use sp_runtime::Perbill;
use std::collections::BTreeMap;
use tradewind_primitives::{
	AssetId, ClassId, CloseReason, LeaseBill, Payee, Payees, Rate, Resources, Seconds, TaskId,
	TierId, UnitPrices,
};

const ALICE: usize = 0;
const BOB: usize = 1;
const CHARLIE: usize = 2;
const ALL: [usize; 4] = [0, 1, 2, 3];
const NATIVE: AssetId = AssetId::Native;

/// What `index` was last seen doing in the open block.
fn task_events() -> Vec<TaskEvent<Runtime>> {
	System::read_events_no_consensus()
		.filter_map(|record| match record.event {
			RuntimeEvent::Tasks(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// How the attempt ended that the task was moved from in the open block.
fn moved(id: TaskId) -> (AccountId, MoveReason, LeaseBill) {
	task_events()
		.into_iter()
		.find_map(|event| match event {
			TaskEvent::Moved { task, from, reason, bill } if task == id => {
				Some((from, reason, bill))
			},
			_ => None,
		})
		.expect("the task was moved in this block")
}

fn is_at(id: TaskId, index: usize) -> bool {
	task(id).state.attempt().is_some_and(|attempt| attempt.provider == provider(index))
}

#[test]
fn a_task_is_paid_by_the_second_and_leaves_nothing_behind() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let (before, paid_in) = (entries(), funds(tab));
		assert_eq!((paid_in, reserved(tab), deposits()), (100 * WIND, 0, 0));

		// Placed in the call that submits it, with the cheapest provider that is up.
		let id = chain.submit(spec(tab, &ALL));
		let (at, placed) = attempt(id);
		assert_eq!((at, placed.rate), (ALICE, rate(ALICE, NEEDS)));
		let worst = placed.rate.amount(MAX_SECONDS).expect("it is small");
		assert_eq!(reserved(tab), worst);
		assert_eq!(collateral(ALICE, NATIVE).1, worst);
		let deposit = task(id).deposit;
		assert!(deposit > 0);
		assert_eq!(deposits(), deposit);

		chain.wait(9);
		chain.start(ALICE, id);
		let (received, fees_before) = (money(&provider(ALICE)), fees());
		chain.wait(42);
		chain.report(ALICE, id);

		// Charged == rate x seconds == received by payee and fee account == taken from the account.
		let charged = bill(id);
		let due = rate(ALICE, NEEDS).amount(42).expect("it is small");
		assert_eq!(charged, LeaseBill { seconds: 42, amount: due, ..Default::default() });
		assert_eq!(money(&provider(ALICE)) - received, due - fee(due));
		assert_eq!(fees() - fees_before, fee(due));
		assert_eq!(paid_in - funds(tab), due);
		assert_eq!(reserved(tab), 0);
		assert_eq!(collateral(ALICE, NATIVE).1, 0);

		// Nothing but the record of the task is left of the lease, its stream and its cover.
		let after = entries();
		let left: Vec<_> = after.keys().filter(|key| !before.contains_key(*key)).collect();
		assert_eq!(left, [&pallet_tradewind_tasks::Tasks::<Runtime>::hashed_key_for(id)]);
		assert!(before.keys().all(|key| after.contains_key(key)));
		assert_eq!(of(&["Providers"], &after), of(&["Providers"], &before));
		assert!(nothing_is_leased());

		let drop_task = pallet_tradewind_tasks::Call::drop_task { task: id };
		chain.must(&EVE.pair(), drop_task);
		assert_eq!(deposits(), 0);
		assert!(entries().keys().eq(before.keys()));
	});
}

#[test]
fn everything_comes_back_when_the_account_is_closed() {
	Driver::run(|chain| {
		let pristine = entries();
		let tab = chain.open_account(NATIVE, 10 * WIND);
		let id = chain.submit(spec(tab, &ALL));
		chain.start(ALICE, id);
		chain.wait(6);
		chain.report(ALICE, id);
		chain.must(&EVE.pair(), pallet_tradewind_tasks::Call::drop_task { task: id });
		let (left, before) = (funds(tab), money(&EVE.to_account_id()));
		let fee_before = money(&configs::governance::TreasuryAccount::get());
		chain.must(&EVE.pair(), pallet_tradewind_billing::Call::close_account { tab });
		let fee = money(&configs::governance::TreasuryAccount::get()) - fee_before;
		assert!(fee > 0);
		assert_eq!(money(&EVE.to_account_id()), before + left - fee);
		assert!(entries().keys().eq(pristine.keys()));
	});
}

#[test]
fn the_chain_forgets_an_ended_task_by_itself_even_after_a_standstill() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 10 * WIND);
		let before = entries();
		let id = chain.submit(spec(tab, &ALL));
		chain.start(ALICE, id);
		chain.wait(6);
		chain.report(ALICE, id);
		assert!(deposits() > 0);

		// Nobody made a block for a day: the agenda catches up within its share of the blocks.
		chain.jump(25 * 3_600);
		chain.wait_until(600, || !pallet_tradewind_tasks::Tasks::<Runtime>::contains_key(id));
		assert_eq!(deposits(), 0);
		// What the outages of all providers have queued is done too.
		chain.wait(30);
		assert_eq!(pallet_tradewind_tasks::AgendaPages::<Runtime>::iter().count(), 0);
		assert!(entries().keys().eq(before.keys()));
	});
}

#[test]
fn a_provider_that_never_starts_loses_the_task() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let paid_in = funds(tab);
		let id = chain.submit(spec(tab, &ALL));
		let (_, first) = attempt(id);
		let deadline = first.start_by.0 - chain.now();

		chain.wait(deadline - SLOT);
		assert!(is_at(id, ALICE), "it was taken away before its deadline");
		chain.wait_until(9 + SLOT, || is_at(id, BOB));

		let (from, reason, lost) = moved(id);
		assert_eq!((from, reason), (provider(ALICE), MoveReason::StartMissed));
		assert_eq!(lost, LeaseBill::default());
		let (_, second) = attempt(id);
		assert_ne!(second.lease, first.lease);
		assert_eq!((task(id).attempts, second.rate), (2, rate(BOB, NEEDS)));
		assert_eq!(task(id).excluded.to_vec(), [provider(ALICE)]);
		assert_eq!(collateral(ALICE, NATIVE).1, 0);
		assert_eq!(funds(tab), paid_in);
		let late = pallet_tradewind_tasks::Call::start { task: id };
		let error = pallet_tradewind_tasks::Error::<Runtime>::NotAssigned;
		assert_eq!(chain.sign(&agent(ALICE), late), Err(error.into()));

		chain.start(BOB, id);
		chain.wait(12);
		chain.report(BOB, id);
		assert_eq!(bill(id).amount, rate(BOB, NEEDS).amount(12).expect("it is small"));
		assert_eq!(paid_in - funds(tab), bill(id).amount);
	});
}

#[test]
fn custom_raises_a_reputation_and_a_missed_start_lowers_it() {
	use pallet_tradewind_providers::Fault;
	Driver::run(|chain| {
		let known = |index| Providers::reputation(provider(index)).expect("it is a provider");
		let tab = chain.open_account(NATIVE, 100 * WIND);
		assert_eq!((known(ALICE), known(BOB)), (500_000, 500_000));

		let served = chain.submit(spec(tab, &[ALICE]));
		chain.start(ALICE, served);
		chain.wait(600);
		chain.report(ALICE, served);
		assert!(known(ALICE) > 500_000);

		let missed = chain.submit(spec(tab, &[BOB, CHARLIE]));
		chain.wait_until(120, || is_at(missed, CHARLIE));
		assert_eq!(known(BOB), 500_000 - Fault::StartMissed.cost());
	});
}

#[test]
fn the_price_level_follows_the_use_of_the_class() {
	Driver::run(|chain| {
		let index = || Marketplace::index_of(ClassId(0)).expect("the class has one");
		let tab = chain.open_account(NATIVE, 10_000 * WIND);
		let all = Resources { cpu_millis: 4_000, ..NEEDS };
		let begun = index();
		assert_eq!((begun.used.cpu_millis, begun.offered.cpu_millis), (0, 16_000));
		for _ in ALL {
			chain.submit(TaskSpec { needs: all, place_within: 0, ..spec(tab, &ALL) });
		}
		assert_eq!(index().used.cpu_millis, 16_000);
		let full = index().level;
		chain.wait(12);
		assert!(index().level > full);
	});
}

#[test]
fn an_outage_moves_the_task_and_the_first_attempt_costs_nothing() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let paid_in = funds(tab);
		let (alice, pledged) = (money(&provider(ALICE)), collateral(ALICE, NATIVE).0);
		let id = chain.submit(spec(tab, &ALL));
		chain.start(ALICE, id);
		let started = chain.now();
		chain.wait(24);

		// Alice's agent dies. Its last beat holds good for the grace; then come 15 s more, and
		// up to a bucket for each of: the check, the list of what to move, the move.
		chain.beating.retain(|index| *index != ALICE);
		chain.wait_until(45 + 4 * 6, || is_at(id, BOB));

		let (from, reason, lost) = moved(id);
		assert_eq!((from, reason), (provider(ALICE), MoveReason::ProviderDown));
		// Billed while it was up or within the grace, deducted after: every second is one of both.
		assert_eq!(lost.seconds + lost.downtime, chain.now() - started);
		assert_eq!(lost.seconds, 24 + 30);
		assert_eq!(lost.amount, rate(ALICE, NEEDS).amount(lost.seconds).expect("it is small"));
		// What it came to is credited in full, out of the collateral.
		assert_eq!(lost.credited, lost.amount);
		assert_eq!(funds(tab), paid_in);
		assert_eq!(money(&provider(ALICE)), alice - fee(lost.amount));
		assert_eq!(collateral(ALICE, NATIVE), (pledged - lost.credited, 0));
		assert_eq!(task(id).spent, 0);

		chain.start(BOB, id);
		let bob = money(&provider(BOB));
		chain.wait(30);
		chain.report(BOB, id);
		let due = rate(BOB, NEEDS).amount(30).expect("it is small");
		assert_eq!(bill(id), LeaseBill { seconds: 30, amount: due, ..Default::default() });
		assert_eq!(money(&provider(BOB)) - bob, due - fee(due));
		assert_eq!(paid_in - funds(tab), due);

		// Alice comes back, and is given work again.
		chain.beating.push(ALICE);
		chain.wait(6);
		let next = chain.submit(spec(tab, &ALL));
		assert!(is_at(next, ALICE));
	});
}

#[test]
fn a_short_silence_is_deducted_and_credited_but_moves_nothing() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let paid_in = funds(tab);
		let id = chain.submit(spec(tab, &ALL));
		chain.start(ALICE, id);
		chain.wait(12);
		chain.beating.retain(|index| *index != ALICE);
		chain.wait(36);
		chain.beating.push(ALICE);
		chain.wait(12);
		chain.report(ALICE, id);

		// The last beat of the first 12 s held good until second 42; the next came at second 48
		// or 54, with the next multiple of the agent's interval.
		let charged = bill(id);
		assert_eq!(task(id).attempts, 1);
		assert!(charged.downtime > 0);
		assert_eq!(charged.seconds + charged.downtime, 60);
		assert_eq!(charged.amount, rate(ALICE, NEEDS).amount(charged.seconds).expect("small"));
		// Below 99 %, the standard tier credits a tenth of the bill.
		assert_eq!(charged.credited, Perbill::from_percent(10).mul_floor(charged.amount));
		assert_eq!(paid_in - funds(tab), charged.amount - charged.credited);
		assert!(System::read_events_no_consensus().any(|record| matches!(
			record.event,
			RuntimeEvent::Sla(SlaEvent::Credited { amount, .. }) if amount == charged.credited
		)));
	});
}

#[test]
fn cancelling_pays_for_the_seconds_that_ran() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let paid_in = funds(tab);
		let id = chain.submit(spec(tab, &ALL));
		chain.start(ALICE, id);
		let alice = money(&provider(ALICE));
		chain.wait(15);
		chain.must(&EVE.pair(), pallet_tradewind_tasks::Call::cancel { task: id });

		let due = rate(ALICE, NEEDS).amount(15).expect("it is small");
		let charged = LeaseBill { seconds: 15, amount: due, ..Default::default() };
		assert!(
			matches!(task(id).state, State::Cancelled { bill: Some(bill), .. } if bill == charged)
		);
		assert_eq!(money(&provider(ALICE)) - alice, due - fee(due));
		assert_eq!(paid_in - funds(tab), due);
		assert_eq!((reserved(tab), collateral(ALICE, NATIVE).1), (0, 0));
		assert!(System::read_events_no_consensus().any(|record| matches!(
			record.event,
			RuntimeEvent::Marketplace(MarketEvent::LeaseClosed {
				reason: CloseReason::Cancelled,
				..
			})
		)));

		// Before its start a task costs nothing.
		let id = chain.submit(spec(tab, &ALL));
		let left = funds(tab);
		chain.must(&EVE.pair(), pallet_tradewind_tasks::Call::cancel { task: id });
		assert_eq!(funds(tab), left);
	});
}

#[test]
fn a_task_waits_for_a_provider_that_is_up() {
	Driver::run(|chain| {
		chain.beating.clear();
		chain.wait(60);
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let id = chain.submit(spec(tab, &[CHARLIE]));
		assert!(matches!(task(id).state, State::Queued { .. }));
		assert_eq!(reserved(tab), 0);
		chain.wait(30);
		chain.beating.push(CHARLIE);
		chain.wait_until(30, || is_at(id, CHARLIE));
		assert_eq!(task(id).attempts, 1);

		// One for which nobody comes is given up, and its deposit returned a day later.
		chain.beating.clear();
		chain.wait(60);
		let hopeless = chain.submit(spec(tab, &[BOB]));
		chain.wait_until(120 + 12, || matches!(task(hopeless).state, State::Failed { .. }));
	});
}

#[test]
fn a_stream_in_another_asset_pays_several_payees_and_is_covered_in_that_asset() {
	const COIN: u32 = 7;
	let coin = AssetId::WithId(COIN);
	Driver::run(|chain| {
		let balance = |who: &AccountId| {
			<configs::fees::NativeAndAssets as fungibles::Inspect<_>>::total_balance(
				coin.clone(),
				who,
			)
		};
		let (alice, bob) = (WELL_KNOWN_PAIRS[ALICE].pair(), WELL_KNOWN_PAIRS[BOB].pair());
		let partner = Sr25519Keyring::Ferdie.to_account_id();
		let create = pallet_assets::Call::create {
			id: COIN.into(),
			admin: EVE.to_account_id().into(),
			min_balance: 10,
		};
		chain.must(&EVE.pair(), create);
		for who in [EVE.to_account_id(), provider(ALICE), provider(BOB)] {
			let mint = pallet_assets::Call::mint {
				id: COIN.into(),
				beneficiary: who.into(),
				amount: 10_000_000,
			};
			chain.must(&EVE.pair(), mint);
		}
		let part = |who: &AccountId, percent| Payee {
			who: who.clone(),
			share: Perbill::from_percent(percent),
		};
		for (index, pair, price) in [(ALICE, &alice, 700), (BOB, &bob, 800)] {
			let payees: Payees<_> = vec![part(&provider(index), 70), part(&partner, 30)]
				.try_into()
				.expect("two are few");
			let offer = pallet_tradewind_marketplace::Call::create_offer {
				class: ClassId(0),
				tier: TierId(0),
				asset: coin.clone(),
				capacity: NEEDS,
				prices: UnitPrices { cpu: price, ..Default::default() },
				payees,
				terms: Default::default(),
				access: pallet_tradewind_marketplace::Access::Public,
			};
			chain.must(pair, offer);
			let lock = pallet_tradewind_providers::Call::lock_collateral {
				asset: coin.clone(),
				amount: 1_000_000,
			};
			chain.must(pair, lock);
		}

		let tab = chain.open_account(coin.clone(), 2_000_000);
		let id = chain.submit(spec(tab, &ALL));
		let (at, placed) = attempt(id);
		assert_eq!((at, placed.asset, placed.rate), (ALICE, coin.clone(), Rate(700)));
		chain.start(ALICE, id);
		let (first, other) = (balance(&provider(ALICE)), balance(&partner));
		chain.wait(9);

		// Alice gives up: what ran is paid to her payees, and taken back from her collateral.
		let decline =
			pallet_tradewind_tasks::Call::decline { task: id, reason: DeclineReason::Internal };
		chain.must(&agent(ALICE), decline);
		let (_, reason, lost) = moved(id);
		assert_eq!(reason, MoveReason::Declined(DeclineReason::Internal));
		assert_eq!((lost.seconds, lost.amount, lost.credited), (9, 6_300, 6_300));
		// 63 are the fee, and 6 237 are cut.
		assert_eq!(balance(&provider(ALICE)), first + 4_366 - 6_300);
		assert_eq!(balance(&partner), other + 1_871);
		assert_eq!(funds(tab), 2_000_000);
		assert_eq!(collateral(ALICE, coin.clone()), (1_000_000 - 6_300, 0));

		assert!(is_at(id, BOB));
		chain.start(BOB, id);
		chain.wait(3);
		chain.report(BOB, id);
		assert_eq!(bill(id).amount, 2_400);
		assert_eq!(funds(tab), 2_000_000 - 2_400);
		assert_eq!(balance(&partner), other + 1_871 + 712);
		assert!(!System::read_events_no_consensus().any(|record| matches!(
			record.event,
			RuntimeEvent::Billing(BillingEvent::PayoutOwed { .. })
		)));
	});
}

/// The accounts of the providers.
const WELL_KNOWN_PAIRS: [Sr25519Keyring; 2] = [Sr25519Keyring::Alice, Sr25519Keyring::Bob];

#[test]
fn anybody_may_settle_a_stream_and_it_changes_nothing_in_the_end() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let paid_in = funds(tab);
		let id = chain.submit(spec(tab, &ALL));
		chain.start(ALICE, id);
		let stream = attempt(id).1.lease.into();
		for _ in 0..5 {
			chain.wait(3);
			let settle = pallet_tradewind_billing::Call::settle { stream };
			chain.must(&Sr25519Keyring::Ferdie.pair(), settle);
			let passed = chain.now() - attempt_started(id);
			assert_eq!(
				Some(paid_in - funds(tab)),
				rate(ALICE, NEEDS).amount(passed),
				"after {passed} s"
			);
		}
		chain.wait(6);
		chain.report(ALICE, id);
		assert_eq!(bill(id).seconds, 21);
		assert_eq!(Some(paid_in - funds(tab)), rate(ALICE, NEEDS).amount(21));
	});
}

fn attempt_started(id: TaskId) -> Seconds {
	task(id).state.started().expect("the task runs").0
}

#[test]
fn the_work_of_a_failing_provider_moves_over_several_blocks() {
	const TASKS: u64 = 200;
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 10_000 * WIND);
		let paid_in = funds(tab);
		let needs =
			Resources { cpu_millis: 10, memory_mib: 16, disk_mib: 16, ..Default::default() };
		let mut under_way = Vec::new();
		for _ in 0..TASKS {
			let id = chain.submit(TaskSpec { needs, ..spec(tab, &[ALICE, BOB]) });
			assert!(is_at(id, ALICE));
			chain.start(ALICE, id);
			under_way.push(id);
		}
		assert_eq!(running(ALICE), TASKS);

		chain.beating.retain(|index| *index != ALICE);
		let (mut per_block, mut seconds) = (Vec::new(), 0);
		while running(ALICE) > 0 {
			chain.jump(SLOT);
			seconds += SLOT;
			let mut moves = 0u64;
			for event in task_events() {
				match event {
					TaskEvent::Moved { reason, bill, .. } => {
						assert_eq!(reason, MoveReason::ProviderDown);
						assert_eq!(bill.credited, bill.amount);
						moves += 1;
					},
					TaskEvent::Placed { task, provider: to, .. } => {
						assert_eq!(to, provider(BOB));
						chain.start(BOB, task);
					},
					_ => {},
				}
			}
			if moves > 0 {
				per_block.push(moves);
			}
			assert!(seconds < 600, "{} of {TASKS} are left", running(ALICE));
		}

		assert_eq!(per_block.iter().sum::<u64>(), TASKS, "a task moved twice or not at all");
		assert!(per_block.len() > 1, "all moved at once: {per_block:?}");
		println!("{TASKS} tasks moved in {seconds} s, so many a block: {per_block:?}");
		assert_eq!(running(BOB), TASKS);
		assert!(under_way.iter().all(|id| is_at(*id, BOB) && task(*id).attempts == 2));
		assert_eq!(collateral(ALICE, NATIVE).1, 0);
		assert_eq!(funds(tab), paid_in, "the attempts that failed were credited");

		for id in under_way {
			chain.report(BOB, id);
		}
		assert_eq!((running(BOB), reserved(tab)), (0, 0));
	});
}

fn running(index: usize) -> u64 {
	let pages = pallet_tradewind_tasks::Attempts::<Runtime>::iter_prefix_values(provider(index));
	pages.map(|page| page.len() as u64).sum()
}

#[test]
fn what_is_queued_in_vain_is_tried_within_the_agendas_share() {
	const TASKS: u64 = 200;
	Driver::run(|chain| {
		chain.beating.clear();
		chain.wait(60);
		let tab = chain.open_account(NATIVE, 10_000 * WIND);
		let needs =
			Resources { cpu_millis: 10, memory_mib: 16, disk_mib: 16, ..Default::default() };
		let tasks: Vec<_> = (0..TASKS)
			.map(|_| chain.submit(TaskSpec { needs, place_within: 3_600, ..spec(tab, &[CHARLIE]) }))
			.collect();
		let waiting = pallet_tradewind_tasks::AgendaPages::<Runtime>::iter_values()
			.flatten()
			.filter(|due| matches!(due, Due::Place(_)))
			.count();
		assert_eq!(waiting as u64, TASKS);
		chain.beating.push(CHARLIE);
		chain.wait(6);
		let begun = chain.now();
		let mut started = BTreeMap::new();
		while (started.len() as u64) < TASKS {
			chain.jump(SLOT);
			for event in task_events() {
				if let TaskEvent::Placed { task, .. } = event {
					chain.start(CHARLIE, task);
					started.insert(task, chain.now());
				}
			}
			assert!(chain.now() < begun + 600, "{} of {TASKS} are placed", started.len());
		}
		assert!(tasks.iter().all(|id| is_at(*id, CHARLIE)));
		assert!(deposits() > TASKS as Balance * MILLIWIND);
	});
}
