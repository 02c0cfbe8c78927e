use super::*;
use crate::{Offers, OffersOf};
use frame_support::{assert_noop, assert_ok};
use tradewind_primitives::{traits::Departure, AssetId, CloseReason};

fn depart(provider: AccountId) -> frame_support::dispatch::DispatchResult {
	<Marketplace as Departure<AccountId>>::depart(&provider)
}

#[test]
fn depart_works() {
	ExtBuilder::default()
		.offer(ALICE, 10)
		.offer(BOB, 10)
		.offer_with(ALICE, GPU, GOLD, AssetId::Native, 10)
		.build_and_execute(|| {
			assert_ok!(depart(ALICE));
			assert_eq!(Offers::<Test>::iter_keys().collect::<Vec<_>>(), [id(1)]);
			assert!(!OffersOf::<Test>::contains_key(ALICE));
			assert_eq!((held(ALICE), held(BOB)), (0, DEPOSIT));
			let gone = |offer| {
				[
					Event::OfferWithdrawn { offer, leases: 0 },
					Event::OfferRemoved { offer, provider: ALICE, deposit: DEPOSIT },
				]
			};
			assert_eq!(take_events(), [gone(id(0)), gone(id(2))].concat());
			assert_eq!(take_entries().len(), 2);
		});
}

#[test]
fn depart_works_when_nothing_was_offered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(depart(EVE));
	});
}

#[test]
fn depart_fails_while_a_lease_is_open() {
	ExtBuilder::default().offer(ALICE, 10).offer(ALICE, 11).build_and_execute(|| {
		let lease = leased().lease;
		assert_noop!(depart(ALICE), E::LeasesRunning);
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		assert_noop!(depart(ALICE), E::LeasesRunning);
		assert_ok!(Marketplace::close(lease, CloseReason::Cancelled));
		assert_ok!(depart(ALICE));
	});
}
