//! What only the true wiring can show: presets, metadata, and flows across pallets.

#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod consensus;
mod cost;
mod counting;
mod driver;
mod flow;
mod leases;
mod out_of_funds;
mod presets;
mod weight;

use crate::*;
use sp_runtime::BuildStorage;

/// The genesis of a preset.
fn genesis_of(preset: &str) -> sp_core::storage::Storage {
	let patch = genesis::preset(&preset.into()).expect("the preset exists");
	let patch: serde_json::Value = serde_json::from_slice(&patch).expect("a preset is JSON");
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("it serialises");
	merge(&mut config, patch);
	let config: RuntimeGenesisConfig = serde_json::from_value(config).expect("the patch fits");
	config.build_storage().expect("the genesis can be built")
}

/// A chain started from a preset, at its first block.
fn chain(preset: &str) -> sp_io::TestExternalities {
	let mut ext: sp_io::TestExternalities = genesis_of(preset).into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

fn merge(into: &mut serde_json::Value, patch: serde_json::Value) {
	match (into, patch) {
		(serde_json::Value::Object(into), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(into.entry(key).or_insert(serde_json::Value::Null), value);
			}
		},
		(into, patch) => *into = patch,
	}
}

#[test]
fn the_checked_in_metadata_is_the_runtimes() {
	let checked_in = include_bytes!("../../client/metadata.scale");
	assert!(
		checked_in[..] == metadata_for_clients()[..],
		"client/metadata.scale is not this runtime's: run scripts/metadata.sh"
	);
}
