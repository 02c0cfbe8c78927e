//! Tests of the calls and the seams, one file each.

mod close;
mod create_offer;
mod depart;
mod genesis;
mod idle;
mod index;
mod invariants;
mod out_of_funds;
mod pause_offer;
mod place;
mod quote;
mod register_class;
mod set_access;
mod set_capacity;
mod set_index;
mod set_prices;
mod set_terms;
mod start;
mod withdraw_offer;

use crate::{mock::*, Access, Error, Pricing, Terms};
use codec::Encode;
use frame_support::traits::fungible::InspectHold;
use sp_runtime::FixedU128;
use tradewind_primitives::{
	traits::Leasing, Balance, Category, OfferId, Placement, Region, Subject,
};

type E = Error<Test>;
type Event = crate::Event<Test>;

/// The offer of this number.
fn id(offer: u64) -> OfferId {
	OfferId(offer)
}

/// A region.
fn region(name: &str) -> Region {
	name.as_bytes().to_vec().try_into().expect("the name is short")
}

/// Only these accounts.
fn allow_list(accounts: &[AccountId]) -> Access<AccountId> {
	Access::AllowList(accounts.to_vec().try_into().expect("they are few"))
}

/// Prices that follow the index between half and three times the unit prices.
fn indexed() -> Terms {
	let pricing =
		Pricing::Indexed { floor: FixedU128::from_rational(1, 2), cap: FixedU128::from_u32(3) };
	Terms { pricing, ..Default::default() }
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
