use super::*;
use crate::{Classes, GenesisConfig, Offers};
use sp_runtime::BuildStorage;
use tradewind_primitives::{AssetId, ProviderStatus};

/// A chain with the offers of ALICE, who has money, and BOB, who has none.
fn chain(classes: &[&str], offers: &[(AccountId, u128)]) -> sp_io::TestExternalities {
	RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(ALICE, 10_000)],
			..Default::default()
		},
		marketplace: GenesisConfig {
			classes: classes.iter().map(|name| name.as_bytes().to_vec()).collect(),
			offers: offers
				.iter()
				.map(|(who, cpu)| (*who, CPU, STANDARD, CAPACITY, prices(*cpu)))
				.collect(),
		},
		..Default::default()
	}
	.build_storage()
	.expect("the genesis is sound")
	.into()
}

#[test]
fn genesis_registers_classes_and_lists_offers() {
	chain(&["cpu.general", "gpu.h200"], &[(ALICE, 10), (BOB, 11)]).execute_with(|| {
		assert_eq!(Classes::<Test>::get(GPU).map(|class| class.name), Some(name("gpu.h200")));
		let deposit = |offer| Offers::<Test>::get(id(offer)).map(|offer| offer.deposit);
		assert_eq!((deposit(0), deposit(1)), (Some(DEPOSIT), Some(0)));
		assert_eq!((held(ALICE), held(BOB)), (DEPOSIT, 0));
		Statuses::insert(ALICE, ProviderStatus::Active);
		assert_eq!(Marketplace::quote(CPU, STANDARD, NEEDS, AssetId::Native).len(), 1);
		Marketplace::do_try_state().expect("the invariants hold");
	});
}

#[test]
#[should_panic(expected = "the name of a class in the genesis is too long")]
fn genesis_refuses_a_long_name() {
	chain(&["a.class.of.hardware.whose.name.never.ends"], &[]);
}

#[test]
#[should_panic(expected = "an offer of the genesis is refused")]
fn genesis_refuses_an_offer_without_a_class() {
	chain(&[], &[(ALICE, 10)]);
}
