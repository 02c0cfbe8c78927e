//! The genesis presets.

use super::*;
use crate::genesis::{LOCAL, PRODUCTION, WELL_KNOWN};
use sp_core::{sr25519, Pair};
use tradewind_primitives::ProviderStatus;

#[test]
fn every_preset_is_named_and_no_other() {
	for name in genesis::preset_names() {
		assert!(genesis::preset(&name).is_some());
	}
	assert!(genesis::preset(&"unheard of".into()).is_none());
}

#[test]
fn development_has_one_validator_that_is_its_provider_and_sudo() {
	chain("development").execute_with(|| {
		assert_eq!(Session::validators(), [WELL_KNOWN[1].account.to_account_id()]);
		let providers: Vec<_> =
			pallet_tradewind_providers::Providers::<Runtime>::iter_keys().collect();
		assert_eq!(providers, [WELL_KNOWN[1].account.to_account_id()]);
		assert!(pallet_sudo::Key::<Runtime>::get().is_some());
	});
}

#[test]
fn local_has_four_providers_that_are_the_four_validators() {
	chain(LOCAL).execute_with(|| {
		let mut validators = Session::validators();
		validators.sort();
		let mut providers: Vec<_> = WELL_KNOWN.iter().map(|p| p.account.to_account_id()).collect();
		providers.sort();
		assert_eq!(validators, providers);
		for provider in providers {
			let standing = pallet_tradewind_providers::Standings::<Runtime>::get(provider);
			assert_eq!(standing.map(|it| it.status), Some(ProviderStatus::Active));
		}
		assert_eq!(pallet_tradewind_marketplace::Offers::<Runtime>::iter().count(), 4);
		assert_eq!(pallet_sudo::Key::<Runtime>::get(), None);
	});
}

#[test]
fn production_refuses_to_build_without_keys() {
	let patch = genesis::preset(&PRODUCTION.into()).expect("the preset exists");
	let error = genesis::check(&patch).expect_err("it names nobody");
	assert!(error.contains("session keys"), "{error}");
	let text = String::from_utf8(patch).expect("JSON is text");
	let config: serde_json::Value = serde_json::from_str(&text).expect("a preset is JSON");
	assert_eq!(config.pointer("/sudo/key"), None);
	for provider in WELL_KNOWN {
		use sp_core::crypto::Ss58Codec;
		assert!(!text.contains(&provider.account.to_account_id().to_ss58check()));
	}
	for name in [genesis::LOCAL, "development"] {
		let patch = genesis::preset(&name.into()).expect("the preset exists");
		assert_eq!(genesis::check(&patch), Ok(()));
	}
}

#[test]
fn the_well_known_agents_are_derived_from_their_providers() {
	for provider in WELL_KNOWN {
		let uri = format!("//{}//agent", <&str>::from(provider.account));
		let pair = sr25519::Pair::from_string(&uri, None).expect("a development uri is valid");
		assert_eq!(pair.public().0, provider.agent, "{uri}");
	}
}
