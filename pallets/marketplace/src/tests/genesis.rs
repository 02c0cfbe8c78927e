use super::*;
use crate::{Classes, GenesisConfig, Offers};
use sp_runtime::BuildStorage;

/// A chain with the offers of ALICE, who has money, and BOB, who has none.
fn chain(classes: &[&str], offers: &[(AccountId, u128)]) -> sp_io::TestExternalities {
	chain_in("eu", classes, offers)
}

/// The same, with the offers in a region.
fn chain_in(
	region: &str,
	classes: &[&str],
	offers: &[(AccountId, u128)],
) -> sp_io::TestExternalities {
	let region = region.as_bytes();
	RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(ALICE, 10_000)],
			..Default::default()
		},
		marketplace: GenesisConfig {
			classes: classes.iter().map(|name| name.as_bytes().to_vec()).collect(),
			offers: offers
				.iter()
				.map(|(who, cpu)| (*who, CPU, STANDARD, CAPACITY, prices(*cpu), region.to_vec()))
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
		let terms = Terms { region: region("eu"), ..Default::default() };
		assert_eq!(listing(0).map(|listing| listing.terms), Some(terms));
		let index = Marketplace::index_of(CPU).expect("the class has one");
		assert_eq!((index.policy, index.offered.cpu_millis), (POLICY, 16_000));
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

#[test]
#[should_panic(expected = "the region of an offer in the genesis is too long")]
fn genesis_refuses_a_long_region() {
	chain_in(&"x".repeat(33), &["cpu.general"], &[(ALICE, 10)]);
}
