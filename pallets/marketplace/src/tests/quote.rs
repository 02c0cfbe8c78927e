use super::*;
use crate::Quote;
use tradewind_primitives::{AssetId, ProviderStatus, Rate, Resources};

fn quoted(needs: Resources, asset: AssetId) -> Vec<(AccountId, Rate)> {
	Marketplace::quote(CPU, STANDARD, needs, asset)
		.into_iter()
		.map(|quote| (quote.provider, quote.rate))
		.collect()
}

#[test]
fn quote_works() {
	ExtBuilder::default().offer(ALICE, 11).offer(BOB, 10).build_and_execute(|| {
		leased();
		let left = CAPACITY.checked_sub(&NEEDS).expect("the needs fit");
		let quotes = [
			Quote { offer: id(1), provider: BOB, rate: Rate(20), free: left },
			Quote { offer: id(0), provider: ALICE, rate: Rate(22), free: CAPACITY },
		];
		assert_eq!(Marketplace::quote(CPU, STANDARD, NEEDS, AssetId::Native), quotes);
	});
}

#[test]
fn quote_tells_what_a_placement_would_take() {
	ExtBuilder::default().offer(ALICE, 11).offer(BOB, 10).build_and_execute(|| {
		Down::insert(BOB, ());
		assert_eq!(quoted(NEEDS, AssetId::Native), [(ALICE, Rate(22))]);
		assert_eq!(leased().rate, Rate(22));
		Statuses::insert(ALICE, ProviderStatus::Draining);
		assert_eq!(quoted(NEEDS, AssetId::Native), []);
	});
}

#[test]
fn quote_is_empty_when_nothing_answers() {
	ExtBuilder::default().offer(ALICE, 11).build_and_execute(|| {
		assert_eq!(quoted(NEEDS, USD), []);
		assert_eq!(quoted(Resources::default(), AssetId::Native), []);
		assert_eq!(Marketplace::quote(GPU, STANDARD, NEEDS, AssetId::Native), []);
	});
}
