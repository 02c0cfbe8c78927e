//! Tests of the calls and the seams, one file each.

mod close;
mod create_offer;
mod depart;
mod genesis;
mod idle;
mod invariants;
mod out_of_funds;
mod place;
mod quote;
mod register_class;
mod set_capacity;
mod set_prices;
mod start;
mod withdraw_offer;

use crate::{mock::*, Error};
use codec::Encode;
use frame_support::traits::fungible::InspectHold;
use tradewind_primitives::{traits::Leasing, Balance, Category, OfferId, Placement, Subject};

type E = Error<Test>;
type Event = crate::Event<Test>;

/// The offer of this number.
fn id(offer: u64) -> OfferId {
	OfferId(offer)
}

/// What is held of an account for its offers.
fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::Offer.into(), &who)
}

/// Opens a lease for the request of [`request`].
fn leased() -> Placement<AccountId> {
	Marketplace::place(&request()).expect("the request is sound").expect("the market serves it")
}

/// A record about the configuration.
fn configured(
	actor: AccountId,
	subject: Subject<AccountId>,
	action: &str,
	particulars: impl Encode,
) -> Entry {
	(Category::Configuration, Some(actor), subject, action.into(), particulars.encode())
}
