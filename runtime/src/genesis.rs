//! The genesis presets: `development`, `local`, `production`.
//!
//! The first two are made of well-known keys, so that a network can be started and thrown away.
//! The third names nobody: it is a frame into which the keys of real people are filled, and
//! [`check`] refuses to build a chain from it while that has not been done.

use crate::{configs::consensus::MAX_VALIDATORS, constants::currency::*, *};
use alloc::{
	format,
	string::{String, ToString},
	vec,
	vec::Vec,
};
use frame_support::build_struct_json_patch;
use hex_literal::hex;
use pallet_staking::StakerStatus;
use pallet_tradewind_billing::Policy;
use pallet_tradewind_sla::Tier;
use serde_json::Value;
use sp_core::{ed25519, sr25519};
use sp_genesis_builder::PresetId;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::Perbill;
use tradewind_primitives::{ClassId, Resources, TierId, UnitPrices};

/// Four providers that are the four validators, on one machine.
pub const LOCAL: &str = "local";
/// No sudo key, no known key: to be filled in.
pub const PRODUCTION: &str = "production";

/// How BABE starts: a primary author by lot in one slot of four, a secondary one in the others.
pub const BABE_EPOCH: sp_consensus_babe::BabeEpochConfiguration =
	sp_consensus_babe::BabeEpochConfiguration {
		c: constants::time::PRIMARY_PROBABILITY,
		allowed_slots: sp_consensus_babe::AllowedSlots::PrimaryAndSecondaryVRFSlots,
	};

/// What every well-known account is given.
const ENDOWMENT: Balance = 10_000_000 * WIND;
/// What a well-known validator bonds.
const STAKE: Balance = 100_000 * WIND;
/// What a well-known provider locks.
const COLLATERAL: Balance = 10_000 * WIND;
/// What a well-known agent has for the fees of its calls.
const AGENT_FUNDS: Balance = 100 * WIND;

/// A provider that everybody can play.
pub struct WellKnownProvider {
	/// Its account, and where it validates its stash.
	pub account: Sr25519Keyring,
	/// Its validator keys.
	pub grandpa: Ed25519Keyring,
	/// The account of its agent: `//Name//agent`.
	pub agent: [u8; 32],
	/// The X25519 key that users seal to.
	pub encryption_key: [u8; 32],
	/// Where its agent serves results.
	pub endpoint: &'static str,
	/// Where it says it is.
	pub region: &'static str,
	/// Its price of a core for a second; the other prices follow from it.
	pub core_price: Balance,
}

/// The well-known providers, cheapest first.
pub const WELL_KNOWN: [WellKnownProvider; 4] = [
	WellKnownProvider {
		account: Sr25519Keyring::Alice,
		grandpa: Ed25519Keyring::Alice,
		agent: hex!("388b6320681021e77d7457d49e37a7b773b0717589da583e75d196d62d32fb75"),
		encryption_key: hex!("6ce97059ad32071afa01a6500b5a647cfca74f9cc4c7c40003f270f03f8cbd03"),
		endpoint: "http://127.0.0.1:9961",
		region: "eu-north",
		core_price: 1_000 * MICROWIND,
	},
	WellKnownProvider {
		account: Sr25519Keyring::Bob,
		grandpa: Ed25519Keyring::Bob,
		agent: hex!("802ff7d379016544966b9145680c0a1129e0d3c9b559e49f2cda783e7f28e72d"),
		encryption_key: hex!("8ba51a49d49d5ec72fd6ecb7b49b7ae7e0cb4c1c4548ceab5bfc0fc646191b64"),
		endpoint: "http://127.0.0.1:9962",
		region: "eu-west",
		core_price: 1_100 * MICROWIND,
	},
	WellKnownProvider {
		account: Sr25519Keyring::Charlie,
		grandpa: Ed25519Keyring::Charlie,
		agent: hex!("3856478d7eb67cbf306a13373e1d80a4f87177fc625689bb15805e2f392eb427"),
		encryption_key: hex!("1f2db6c6d30a2f7cef16d274e473b66442201ed20c740312bde4ebb39ae8cb3e"),
		endpoint: "http://127.0.0.1:9963",
		region: "us-east",
		core_price: 1_200 * MICROWIND,
	},
	WellKnownProvider {
		account: Sr25519Keyring::Dave,
		grandpa: Ed25519Keyring::Dave,
		agent: hex!("3aed34b99db86e2b1e5850ccbe2bb8e13cbd50b329b1dfcdb70b7f5a389bad45"),
		encryption_key: hex!("0b3c1b10f866c3b264e018d8f717cf57836557c92f39785a56af9aa728158e19"),
		endpoint: "http://127.0.0.1:9964",
		region: "ap-south",
		core_price: 1_300 * MICROWIND,
	},
];

/// What a well-known provider offers: 4 cores, 4 GiB of memory, 16 GiB of disk.
const CAPACITY: Resources = Resources {
	cpu_millis: 4_000,
	memory_mib: 4_096,
	disk_mib: 16_384,
	gpus: 0,
	egress_mbps: 1_000,
};

fn prices(core: Balance) -> UnitPrices {
	UnitPrices { cpu: core, memory: core / 10, disk: core / 100, gpu: core * 100, egress: 0 }
}

fn session_keys(provider: &WellKnownProvider) -> opaque::SessionKeys {
	let sr25519: sr25519::Public = provider.account.public();
	let ed25519: ed25519::Public = provider.grandpa.public();
	opaque::SessionKeys {
		babe: sr25519.into(),
		grandpa: ed25519.into(),
		authority_discovery: sr25519.into(),
	}
}

/// `validators` are those who validate, each with those whose session keys it uses.
fn well_known(
	validators: &[(&WellKnownProvider, &WellKnownProvider)],
	providers: &[&WellKnownProvider],
	sudo: Option<AccountId>,
) -> Value {
	let account = |provider: &WellKnownProvider| provider.account.to_account_id();
	let agent = |provider: &WellKnownProvider| AccountId::from(provider.agent);
	let people = Sr25519Keyring::iter()
		.filter(|key| !matches!(key, Sr25519Keyring::One | Sr25519Keyring::Two))
		.map(|key| (key.to_account_id(), ENDOWMENT));
	let agents = WELL_KNOWN.iter().map(|provider| (agent(provider), AGENT_FUNDS));
	// So that it can receive the smallest fee.
	let fees = [(configs::market::FeeAccount::get(), EXISTENTIAL_DEPOSIT)];
	let balances = people.chain(agents).chain(fees).collect::<Vec<_>>();
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig { balances },
		babe: BabeConfig { epoch_config: BABE_EPOCH },
		session: SessionConfig {
			keys: validators
				.iter()
				.map(|(who, keys)| (account(who), account(who), session_keys(keys)))
				.collect::<Vec<_>>(),
		},
		staking: StakingConfig {
			validator_count: validators.len() as u32,
			minimum_validator_count: 1u32,
			max_validator_count: Some(MAX_VALIDATORS),
			slash_reward_fraction: Perbill::from_percent(10),
			min_validator_bond: 1_000 * WIND,
			min_nominator_bond: 10 * WIND,
			stakers: validators
				.iter()
				.map(|(who, _)| {
					(account(who), account(who), STAKE, StakerStatus::<AccountId>::Validator)
				})
				.collect::<Vec<_>>(),
		},
		sudo: SudoConfig { key: sudo },
		sla: SlaConfig { tiers: tiers() },
		// Small accounts are handy where money is play money.
		billing: BillingConfig {
			policy: Some(Policy { min_runway: 10, ..configs::market::DefaultPolicy::get() }),
		},
		providers: ProvidersConfig {
			providers: providers
				.iter()
				.map(|provider| {
					(
						account(provider),
						provider.region.as_bytes().to_vec(),
						provider.endpoint.as_bytes().to_vec(),
						agent(provider),
						provider.encryption_key,
						COLLATERAL,
					)
				})
				.collect::<Vec<_>>(),
		},
		marketplace: MarketplaceConfig {
			classes: vec![b"cpu.general".to_vec()],
			offers: providers
				.iter()
				.map(|provider| {
					(
						account(provider),
						ClassId(0),
						TierId(0),
						CAPACITY,
						prices(provider.core_price),
						provider.region.as_bytes().to_vec(),
					)
				})
				.collect::<Vec<_>>(),
		},
	})
}

/// The service levels a chain starts with.
fn tiers() -> Vec<(TierId, Tier)> {
	let tier = |name: &[u8], availability, start_within, credit| Tier {
		name: name.to_vec().try_into().unwrap_or_default(),
		availability,
		start_within,
		credit: Perbill::from_percent(credit),
		fault_credit: Perbill::one(),
		collateral: Perbill::one(),
	};
	vec![
		(TierId(0), tier(b"standard", Perbill::from_percent(99), 30, 10)),
		(TierId(1), tier(b"premium", Perbill::from_parts(999_000_000), 15, 30)),
	]
}

/// One node with Alice's keys, with which Bob validates, who sells: only providers are elected.
fn development() -> Value {
	let [alice, bob, ..] = &WELL_KNOWN;
	well_known(&[(bob, alice)], &[bob], Some(Sr25519Keyring::Alice.to_account_id()))
}

/// Four providers that are the four validators.
fn local() -> Value {
	let [alice, bob, charlie, dave] = &WELL_KNOWN;
	let all = [alice, bob, charlie, dave];
	well_known(&all.map(|provider| (provider, provider)), &all, None)
}

/// Nobody: balances, session keys and stakers are for the founders to fill in.
fn production() -> Value {
	build_struct_json_patch!(RuntimeGenesisConfig {
		babe: BabeConfig { epoch_config: BABE_EPOCH },
		staking: StakingConfig {
			validator_count: 4u32,
			minimum_validator_count: 4u32,
			max_validator_count: Some(MAX_VALIDATORS),
			slash_reward_fraction: Perbill::from_percent(10),
			min_validator_bond: 10_000 * WIND,
			min_nominator_bond: 100 * WIND,
		},
		sla: SlaConfig { tiers: tiers() },
		marketplace: MarketplaceConfig { classes: vec![b"cpu.general".to_vec()] },
	})
}

/// Refuses a genesis that could never make a block.
pub fn check(config: &[u8]) -> Result<(), String> {
	let config: Value = serde_json::from_slice(config)
		.map_err(|error| format!("the genesis is not JSON: {error}"))?;
	let filled = |pointer: &str| {
		config.pointer(pointer).and_then(Value::as_array).is_some_and(|list| !list.is_empty())
	};
	for (pointer, what) in [
		("/session/keys", "the validators' session keys"),
		("/staking/stakers", "the validators' stakes"),
		("/balances/balances", "the first balances"),
	] {
		if !filled(pointer) {
			return Err(format!(
				"the genesis names no keys: fill in {what} at `{pointer}` of the chain \
				 specification's `genesis.runtimeGenesis.patch`"
			));
		}
	}
	Ok(())
}

/// The preset of that name, as JSON.
pub fn preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		sp_genesis_builder::DEV_RUNTIME_PRESET => development(),
		LOCAL => local(),
		PRODUCTION => production(),
		_ => return None,
	};
	Some(patch.to_string().into_bytes())
}

/// The presets there are.
pub fn preset_names() -> Vec<PresetId> {
	[sp_genesis_builder::DEV_RUNTIME_PRESET, LOCAL, PRODUCTION].map(PresetId::from).to_vec()
}
