use super::*;
use crate::{AllowLists, Markets};
use codec::Decode;
use frame_support::{
	assert_noop, assert_ok,
	dispatch::DispatchResult,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Preservation},
	},
};
use tradewind_primitives::{CloseReason, LeaseRequest};

fn set(who: AccountId, offer: u64, access: Access<AccountId>) -> DispatchResult {
	Marketplace::set_access(RuntimeOrigin::signed(who), id(offer), access)
}

fn offered() -> Option<u64> {
	Markets::<Test>::get(CPU).map(|market| market.index.offered.cpu_millis)
}

#[test]
fn set_access_works() {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build_and_execute(|| {
		let access = allow_list(&[EVE, CAROL, BOB]);
		assert_ok!(set(ALICE, 0, access.clone()));
		assert_eq!(take_events(), [Event::AccessSet { offer: id(0), allowed: Some(3) }]);
		let entry = configured(ALICE, Subject::Offer(id(0)), "offer.access_set", (id(0), access));
		assert_eq!(take_entries(), [entry]);
		assert_eq!((held(ALICE), offered()), (DEPOSIT + LIST + 3 * ALLOWED, Some(8000)));
		assert_eq!(leased().provider, BOB);

		assert_ok!(set(ALICE, 0, allow_list(&[USER])));
		assert_eq!(held(ALICE), DEPOSIT + LIST + ALLOWED);
		assert_eq!(leased().provider, ALICE);

		take_events();
		assert_ok!(set(ALICE, 0, Access::Public));
		assert_eq!(take_events(), [Event::AccessSet { offer: id(0), allowed: None }]);
		assert_eq!((held(ALICE), offered()), (DEPOSIT, Some(16_000)));
		assert!(!AllowLists::<Test>::contains_key(id(0)));
	});
}

#[test]
fn set_access_to_nobody_lets_nobody_in() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_ok!(set(ALICE, 0, allow_list(&[])));
		assert_eq!(placed(&request()), Ok(None));
	});
}

#[test]
fn a_list_goes_with_its_offer() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_ok!(set(ALICE, 0, allow_list(&[USER])));
		let lease = leased().lease;
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		assert!(AllowLists::<Test>::contains_key(id(0)));
		assert_ok!(Marketplace::close(lease, CloseReason::Cancelled));
		assert_eq!((AllowLists::<Test>::iter().count(), held(ALICE)), (0, 0));
	});
}

#[test]
fn offers_of_a_list_hinder_nobody_else() {
	let builder = (0..5).fold(ExtBuilder::default(), |builder, _| builder.offer(ALICE, 1));
	builder.offer(ALICE, 9).offer(BOB, 10).offer(CAROL, 2).build_and_execute(|| {
		for offer in 0..5 {
			assert_ok!(set(ALICE, offer, allow_list(&[EVE])));
		}
		MaxProbes::set(&2);
		Down::insert(CAROL, ());
		// Two lists are read, CAROL is asked in vain and ALICE serves from what is public.
		assert_eq!((leased().provider, leased().provider), (ALICE, ALICE));
		// One that is kept for the user, but behind others, is found by naming its provider.
		assert_ok!(set(CAROL, 7, allow_list(&[USER])));
		Down::remove(CAROL);
		assert_eq!(leased().provider, ALICE);
		let named = LeaseRequest { candidates: &[CAROL], ..request() };
		let placed = placed(&named).expect("sound").expect("served");
		assert_eq!(placed.provider, CAROL);
	});
}

#[test]
fn set_access_fails_when_offer_is_not_the_callers_to_change() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(set(ALICE, 1, Access::Public), E::UnknownOffer);
		assert_noop!(set(BOB, 0, Access::Public), E::NotOwner);
		leased();
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		assert_noop!(set(ALICE, 0, Access::Public), E::Withdrawn);
	});
}

#[test]
fn set_access_fails_when_deposit_is_not_affordable() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let all = Balances::reducible_balance(&ALICE, Preservation::Preserve, Fortitude::Polite);
		assert_ok!(<Balances as Mutate<_>>::transfer(&ALICE, &BOB, all, Preservation::Preserve));
		assert_noop!(set(ALICE, 0, allow_list(&[USER])), sp_runtime::TokenError::FundsUnavailable);
	});
}

#[test]
fn a_list_that_is_too_long_is_no_call_at_all() {
	let list = |count: u64| (1u8, (0..count).collect::<Vec<_>>()).encode();
	assert!(Access::<AccountId>::decode(&mut &list(32)[..]).is_ok());
	assert!(Access::<AccountId>::decode(&mut &list(33)[..]).is_err());
}
