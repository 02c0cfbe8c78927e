//! Tests of the calls and the seams, one file each.

mod accept_lease;
mod auctions;
mod bid;
mod cancel_auction;
mod close;
mod close_lease;
mod create_offer;
mod depart;
mod ends;
mod extend_lease;
mod filters;
mod genesis;
mod idle;
mod index;
mod invariants;
mod open_leases;
mod out_of_funds;
mod pause_offer;
mod place;
mod quote;
mod random;
mod register_class;
mod reserved;
mod resize_lease;
mod search;
mod set_access;
mod set_capacity;
mod set_index;
mod set_lease_rate;
mod set_prices;
mod set_terms;
mod spot;
mod start;
mod start_lease;
mod withdraw_offer;

use crate::{
	mock::*, Access, Error, Kind, Order, Pricing, Proposal, Reservation, Side, Spot, Spread, Terms,
	WhyNot,
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	dispatch::DispatchResult,
	traits::{fungible::InspectHold, ConstU32},
	BoundedVec,
};
use sp_runtime::{DispatchError, FixedU128, Perbill};
use tradewind_primitives::{
	traits::Leasing, AttributeName, AttributeValue, AuctionId, Balance, Category, Clock,
	CloseReason, Filters, LeaseBill, LeaseId, LeaseKind, LeaseRequest, Model, OfferId, Placement,
	Rate, Region, Resources, Seconds, StreamId, Subject, TabId, Timestamp, MAX_REGIONS,
	MAX_WANTED_ATTRIBUTES,
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

/// Some regions.
fn regions(names: &[&str]) -> BoundedVec<Region, ConstU32<MAX_REGIONS>> {
	names.iter().map(|name| region(name)).collect::<Vec<_>>().try_into().expect("they are few")
}

/// A model of graphics processors.
fn model(name: &str) -> Model {
	name.as_bytes().to_vec().try_into().expect("the name is short")
}

/// One attribute that somebody asks for.
fn attributes(
	name: &str,
	value: &str,
) -> BoundedVec<(AttributeName, AttributeValue), ConstU32<MAX_WANTED_ATTRIBUTES>> {
	let name = name.as_bytes().to_vec().try_into().expect("the name is short");
	let value = value.as_bytes().to_vec().try_into().expect("the value is short");
	vec![(name, value)].try_into().expect("one may be asked for")
}

/// Places a request.
fn placed(
	request: &LeaseRequest<'_, AccountId>,
) -> Result<Option<Placement<AccountId>>, DispatchError> {
	Marketplace::place(request).map(|placing| placing.placement)
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
	placed(&request()).expect("the request is sound").expect("the market serves it")
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

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// An order for [`NEEDS`] over 100 seconds, prepaid, that anyone may serve.
fn order() -> Order<AccountId> {
	Order {
		class: CPU,
		tier: STANDARD,
		needs: NEEDS,
		max_rate: Rate(1_000_000),
		seconds: 100,
		kind: LeaseKind::OnDemand,
		prepaid: true,
		candidates: Default::default(),
		excluded: Default::default(),
		filters: Filters::default(),
	}
}

fn order_of(kind: LeaseKind) -> Order<AccountId> {
	Order { kind, ..order() }
}

/// Opens a lease for the user, who manages it, and returns its number.
fn open(order: Order<AccountId>) -> LeaseId {
	let next = NextStream::get(TAB).unwrap_or_default();
	assert_ok!(Marketplace::open_leases(signed(USER), TAB, order, 1, Spread::Any));
	LeaseId::from(StreamId::of(TAB, next).expect("there are few"))
}

/// Opens a lease for the user and has its provider begin.
fn begun(order: Order<AccountId>) -> LeaseId {
	let lease = open(order);
	let provider = crate::mock::lease(lease).expect("it is open").provider;
	assert_ok!(Marketplace::start_lease(signed(provider), lease));
	forget();
	lease
}

/// Forgets what was told until now.
fn forget() {
	take_events();
	take_entries();
	take_trace();
}

fn cores(count: u32) -> Resources {
	Resources { cpu_millis: count * 1000, ..Default::default() }
}

/// 30 % less for a term of at least 50 seconds, of which half is forfeited; 60 % less for what is
/// taken back with a notice of 30 seconds.
fn for_less() -> Terms {
	let (discount, forfeit) = (Perbill::from_percent(30), Perbill::from_percent(50));
	let reserved = Some(Reservation { min_seconds: 50, discount, forfeit });
	let spot = Some(Spot { discount: Perbill::from_percent(60), notice: 30 });
	Terms { reserved, spot, ..Default::default() }
}

/// Lets the first offer be leased on these terms.
fn set_terms(terms: Terms) {
	let provider = listing(0).expect("it is listed").provider;
	assert_ok!(Marketplace::set_terms(signed(provider), id(0), terms));
	forget();
}

/// A chain with an offer of ALICE that can be had for less, at 10 a core.
fn cheap() -> sp_io::TestExternalities {
	let mut ext = ExtBuilder::default().offer(ALICE, 10).build();
	ext.execute_with(|| set_terms(for_less()));
	ext
}

/// Runs a test and proves that the state is sound afterwards.
fn run(mut ext: sp_io::TestExternalities, test: impl FnOnce()) {
	ext.execute_with(|| {
		test();
		assert_ok!(Marketplace::do_try_state());
	});
}

/// What there is to a lease.
fn view(lease: LeaseId) -> crate::LeaseView<AccountId> {
	Marketplace::lease(lease).expect("it is open")
}

/// A record of what became of a lease.
fn lease_record(
	category: Category,
	actor: Option<AccountId>,
	lease: LeaseId,
	action: &str,
	particulars: impl Encode,
) -> Entry {
	(category, actor, Subject::Lease(lease), action.into(), particulars.encode())
}

/// What is available on the account of the user.
fn available() -> Balance {
	Tabs::get(TAB).expect("it is open").available
}

/// How many items wait in the agenda.
fn queued() -> usize {
	crate::AgendaPages::<Test>::iter_values().map(|page| page.len()).sum()
}

/// Opens an auction of the user for 120 seconds, and returns its number.
fn auctioned(order: Order<AccountId>) -> AuctionId {
	let auction = crate::NextAuctionId::<Test>::get();
	assert_ok!(Marketplace::open_auction(signed(USER), TAB, order, 120));
	auction
}

fn auction(id: AuctionId) -> crate::Auction<AccountId> {
	crate::Auctions::<Test>::get(id).expect("it has not ended")
}

fn bid(who: AccountId, auction: AuctionId, offer: u64, rate: u128) -> DispatchResult {
	Marketplace::bid(signed(who), auction, id(offer), Rate(rate))
}

/// Who has bid what, best first, as a view tells it.
fn ranked(auction: AuctionId) -> Vec<(AccountId, u128)> {
	let view = Marketplace::auction(auction).expect("it has not ended");
	view.ranked.into_iter().map(|(bid, _)| (bid.provider, bid.rate.0)).collect()
}

/// What is held of an account for auctions and for bids.
fn deposits(who: AccountId) -> (Balance, Balance) {
	let held = |reason: crate::HoldReason| Balances::balance_on_hold(&reason.into(), &who);
	(held(crate::HoldReason::Auction), held(crate::HoldReason::Bid))
}

/// Another provider, with an offer at 10 a core, and the number of that.
fn newcomer(number: u64) -> (AccountId, u64) {
	use frame_support::traits::fungible::Mutate;
	let (who, offer) = (100 + number, crate::NextOfferId::<Test>::get().0);
	Statuses::insert(who, tradewind_primitives::ProviderStatus::Active);
	FreeCollateral::insert(who, COLLATERAL);
	Balances::set_balance(&who, 10_000);
	create_offer(who, CPU, STANDARD, tradewind_primitives::AssetId::Native, prices(10));
	(who, offer)
}

/// How an auction ended, of which nothing must be left.
fn outcome(auction: AuctionId) -> crate::Outcome<AccountId> {
	assert_eq!(Marketplace::auction(auction), None);
	let events = take_events().into_iter();
	let mut outcomes = events.filter_map(|event| match event {
		Event::AuctionClosed { auction: id, outcome } if id == auction => Some(outcome),
		_ => None,
	});
	outcomes.next_back().expect("it has ended")
}
