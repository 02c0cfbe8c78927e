//! Chain specifications. A specification here is a name, an id and the name of a genesis preset;
//! what the preset says is the runtime's business.

use sc_chain_spec::{ChainSpecExtension, ChainType, Properties};
use serde::{Deserialize, Serialize};
use tradewind_runtime::{configs::system::SS58Prefix, opaque::Block, WASM_BINARY};

/// The specification of a Tradewind chain.
pub type ChainSpec = sc_chain_spec::GenericChainSpec<Extensions>;

/// What a specification may add to the genesis.
#[derive(Clone, Default, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase", default)]
pub struct Extensions {
	/// Blocks that must have a certain hash.
	pub fork_blocks: sc_client_api::ForkBlocks<Block>,
	/// Blocks that must not be imported.
	pub bad_blocks: sc_client_api::BadBlocks<Block>,
	/// Where a light client may start; the `sync_state_genSyncSpec` RPC fills it in.
	pub light_sync_state: sc_sync_state_rpc::LightSyncStateExtension,
}

/// The specification called `id`: a preset of the runtime, or the path of a JSON file.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"dev" => preset("Tradewind Development", "dev", ChainType::Development, "development"),
		"" | "local" => preset("Tradewind Local Testnet", "local", ChainType::Local, "local"),
		"production" => preset("Tradewind", "", ChainType::Live, "production"),
		path => ChainSpec::from_json_file(path.into()),
	}
}

fn preset(
	name: &str,
	suffix: &str,
	chain_type: ChainType,
	preset: &str,
) -> Result<ChainSpec, String> {
	let code = WASM_BINARY.ok_or("This binary was built without the runtime's WebAssembly.")?;
	let id = if suffix.is_empty() { "tradewind".into() } else { format!("tradewind_{suffix}") };
	Ok(ChainSpec::builder(code, Extensions::default())
		.with_name(name)
		.with_id(&id)
		.with_chain_type(chain_type)
		.with_protocol_id(&id)
		.with_properties(properties())
		.with_genesis_config_preset_name(preset)
		.build())
}

/// What wallets and explorers show beside a number.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), "WIND".into());
	properties.insert("tokenDecimals".into(), 12.into());
	properties.insert("ss58Format".into(), SS58Prefix::get().into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_runtime::BuildStorage;

	#[test]
	fn presets_that_need_no_keys_build() {
		for id in ["dev", "local"] {
			let spec = load(id).unwrap();
			assert!(!spec.build_storage().unwrap().top.is_empty(), "{id}");
		}
	}

	#[test]
	fn no_name_means_the_local_testnet() {
		let id = |name| sc_chain_spec::ChainSpec::id(&load(name).unwrap()).to_owned();
		assert_eq!(id(""), id("local"));
	}

	#[test]
	fn production_refuses_to_start_without_keys() {
		assert!(load("production").and_then(|spec| spec.build_storage()).is_err());
	}

	#[test]
	fn an_unknown_name_is_taken_for_a_missing_file() {
		let error = load("no-such-chain").err().unwrap();
		assert!(error.contains("no-such-chain"), "{error}");
	}
}
