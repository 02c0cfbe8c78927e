//! Runs every benchmark of our pallets on this runtime, natively, at the ends of its components'
//! ranges: whether it passes, and what it reads and writes. `cargo test -p tradewind-runtime
//! --features runtime-benchmarks --lib benchmarks -- --nocapture` prints the counts.

use super::{
	counting::{Counting, Keys},
	*,
};
use crate::genesis::LOCAL;
use frame_benchmarking::{BenchmarkConfig, BenchmarkMetadata, BenchmarkParameter, BenchmarkResult};
use sp_externalities::set_and_run_with_externalities;
use std::panic::{catch_unwind, AssertUnwindSafe};

/// How many keys of each kind of storage were read and written.
fn by_storage(result: &BenchmarkResult) -> String {
	let of = |counted: fn(&(u32, u32)) -> bool| {
		let keys = result.keys.iter();
		let keys = keys.filter(|(_, reads, writes, _)| counted(&(*reads, *writes)));
		keys.map(|(key, ..)| key.clone()).collect()
	};
	Keys { read: of(|(reads, _)| *reads > 0), written: of(|(_, writes)| *writes > 0) }.by_storage()
}

/// The lowest and the highest value of every component of a benchmark.
fn ends(of: &BenchmarkMetadata) -> Vec<Vec<(BenchmarkParameter, u32)>> {
	let low = of.components.iter().map(|(name, low, _)| (*name, *low)).collect();
	let high = of.components.iter().map(|(name, _, high)| (*name, *high)).collect();
	if of.components.is_empty() {
		vec![low]
	} else {
		vec![low, high]
	}
}

/// Runs every benchmark of a pallet on both throwaway networks; says all that fail.
fn run(pallet: &str) {
	for preset in [LOCAL, sp_genesis_builder::DEV_RUNTIME_PRESET] {
		run_on(preset, pallet);
	}
}

fn run_on(preset: &str, pallet: &str) {
	let genesis = genesis_of(preset);
	let (lists, _) = crate::benchmarks::metadata(true);
	let list = lists
		.into_iter()
		.find(|list| list.pallet == pallet.as_bytes())
		.expect("the pallet is among those that can be benchmarked");
	let mut failed = Vec::new();
	for of in &list.benchmarks {
		for selected_components in ends(of) {
			let name = String::from_utf8_lossy(&of.name).into_owned();
			let what = format!("{preset}: {pallet}::{name} {selected_components:?}");
			let config = BenchmarkConfig {
				pallet: list.pallet.clone(),
				instance: list.instance.clone(),
				benchmark: of.name.clone(),
				selected_components,
				verify: true,
				internal_repeats: 1,
			};
			let mut externalities = Counting::new(genesis.clone());
			let dispatch = || crate::benchmarks::dispatch(config);
			let run = || set_and_run_with_externalities(&mut externalities, dispatch);
			let outcome = catch_unwind(AssertUnwindSafe(run));
			let result = match &outcome {
				Ok(Ok(batches)) => batches.first().and_then(|batch| batch.results.first()),
				_ => None,
			};
			match result {
				Some(result) => println!(
					"{what}: {} reads, {} writes, {} us: {}",
					result.reads,
					result.writes,
					result.extrinsic_time / 1_000,
					by_storage(result),
				),
				None => failed.push(format!("{what}: {outcome:?}")),
			}
		}
	}
	assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn providers() {
	run("pallet_tradewind_providers");
}

#[test]
fn marketplace() {
	run("pallet_tradewind_marketplace");
}

#[test]
fn tasks() {
	run("pallet_tradewind_tasks");
}

#[test]
fn billing() {
	run("pallet_tradewind_billing");
}

#[test]
fn sla() {
	run("pallet_tradewind_sla");
}

#[test]
fn audit() {
	run("pallet_tradewind_audit");
}
