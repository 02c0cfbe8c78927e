//! Leases that their two sides manage, and auctions, on the true wiring.

use super::{driver::*, *};
use crate::constants::currency::WIND;
use codec::Encode;
use frame_support::traits::fungible::InspectHold;
use pallet_tradewind_marketplace::{
	Call, Error, Event, HoldReason, Order, Outcome as AuctionOutcome, Reservation, Spot, Spread,
	Terms,
};
use sp_keyring::Sr25519Keyring;
use sp_runtime::Perbill;
use std::collections::BTreeMap;
use tradewind_primitives::{
	traits::Streams as _, AssetId, AuctionId, ClassId, CloseReason, Filters, LeaseBill, LeaseId,
	LeaseKind, OfferId, Rate, Resources, Seconds, StreamId, TabId, TierId,
};

const ALICE: usize = 0;
const BOB: usize = 1;
const ALL: [usize; 4] = [0, 1, 2, 3];
const NATIVE: AssetId = AssetId::Native;
/// For how long the leases are.
const TERM: Seconds = 600;

fn order(kind: LeaseKind, providers: &[usize]) -> Order<AccountId> {
	let candidates: Vec<_> = providers.iter().map(|index| provider(*index)).collect();
	Order {
		class: ClassId(0),
		tier: TierId(0),
		needs: NEEDS,
		max_rate: Rate(WIND),
		seconds: TERM,
		kind,
		prepaid: false,
		candidates: candidates.try_into().expect("there are few providers"),
		excluded: Default::default(),
		filters: Filters::default(),
	}
}

/// The offer of a well-known provider, and its terms.
fn offer(index: usize) -> (OfferId, Terms) {
	let offers = pallet_tradewind_marketplace::Pages::<Runtime>::iter_values().flatten();
	let mut own = offers.filter(|offer| offer.provider == provider(index));
	own.next().map(|offer| (offer.offer, offer.terms)).expect("it offers something")
}

fn free(index: usize) -> Resources {
	let offers = pallet_tradewind_marketplace::Pages::<Runtime>::iter_values().flatten();
	let mut own = offers.filter(|offer| offer.provider == provider(index));
	own.next().expect("it offers something").free
}

fn seller(index: usize) -> sp_core::sr25519::Pair {
	genesis::WELL_KNOWN[index].account.pair()
}

/// The provider sells with other terms from now on.
fn sell(chain: &mut Driver, index: usize, change: impl FnOnce(&mut Terms)) {
	let (offer, mut terms) = offer(index);
	change(&mut terms);
	chain.must(&seller(index), Call::set_terms { offer, terms });
}

/// The buyer opens a lease.
fn open(chain: &mut Driver, tab: TabId, order: Order<AccountId>) -> LeaseId {
	let account = pallet_tradewind_billing::Accounts::<Runtime>::get(tab).expect("it is open");
	let call = Call::open_leases { tab, order, count: 1, spread: Spread::Any };
	chain.must(&EVE.pair(), call);
	StreamId::of(tab, account.next_stream).expect("there are numbers left").into()
}

fn start(chain: &mut Driver, index: usize, lease: LeaseId) {
	chain.must(&agent(index), Call::start_lease { lease });
}

fn close(chain: &mut Driver, lease: LeaseId, reason: CloseReason) -> LeaseBill {
	chain.must(&EVE.pair(), Call::close_lease { lease, reason });
	closed(lease).expect("it was closed in this block").1
}

/// How a lease was closed in the open block.
fn closed(id: LeaseId) -> Option<(CloseReason, LeaseBill)> {
	events().into_iter().find_map(|event| match event {
		Event::LeaseClosed { lease, reason, bill, .. } if lease == id => Some((reason, bill)),
		_ => None,
	})
}

fn events() -> Vec<Event<Runtime>> {
	System::read_events_no_consensus()
		.filter_map(|record| match record.event {
			RuntimeEvent::Marketplace(event) => Some(event),
			_ => None,
		})
		.collect()
}

fn is_open(lease: LeaseId) -> bool {
	Billing::managed(lease.into()).is_some()
}

fn cost(rate: Rate, seconds: Seconds) -> Balance {
	rate.amount(seconds).expect("it is small")
}

#[test]
fn a_lease_is_paid_by_the_second_and_leaves_nothing_behind() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let before = entries();
		let lease = open(chain, tab, order(LeaseKind::OnDemand, &ALL));
		let price = rate(ALICE, NEEDS);
		assert_eq!(collateral(ALICE, NATIVE).1, cost(price, TERM));

		chain.wait(9);
		start(chain, ALICE, lease);
		let (received, fees_before) = (money(&provider(ALICE)), fees());
		chain.wait(42);
		let bill = close(chain, lease, CloseReason::Cancelled);

		let due = cost(price, 42);
		assert_eq!(bill, LeaseBill { seconds: 42, amount: due, ..Default::default() });
		assert_eq!(money(&provider(ALICE)) - received, due - fee(due));
		assert_eq!(fees() - fees_before, fee(due));
		assert_eq!(funds(tab), 100 * WIND - due);
		assert_eq!(collateral(ALICE, NATIVE).1, 0);
		assert!(nothing_is_leased());
		assert!(entries().keys().eq(before.keys()));
	});
}

#[test]
fn a_lease_takes_one_entry_of_few_bytes() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let opened = |lease| {
			let key = pallet_tradewind_billing::Streams::<Runtime>::hashed_key_for(tab, lease);
			(key.clone(), sp_io::storage::get(&key).expect("it is open").len())
		};
		let before = entries();
		// The first lease of a provider changes numbers in its listing and in its standing, too.
		let lease = open(chain, tab, order(LeaseKind::OnDemand, &ALL));
		start(chain, ALICE, lease);
		let (key, value) = opened(StreamId::from(lease));
		let after = entries();
		let new: Vec<_> = after.keys().filter(|key| !before.contains_key(*key)).collect();
		assert_eq!(new, [&key]);
		let size = |entries: &BTreeMap<Vec<u8>, Vec<u8>>| -> usize {
			entries.iter().map(|(key, value)| key.len() + value.len()).sum()
		};
		let end = pallet_tradewind_marketplace::Due::End(lease);
		let agenda = end.encoded_size();
		let grown = size(&after) - size(&before) + agenda;
		println!("a lease: {} bytes of key, {value} of value; {grown} in all", key.len());
		assert!(grown <= 320, "{grown} bytes");
	});
}

#[test]
fn a_lease_ends_by_itself_when_its_time_is_over() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let lease = open(chain, tab, order(LeaseKind::OnDemand, &ALL));
		start(chain, ALICE, lease);
		let price = rate(ALICE, NEEDS);
		chain.wait(TERM - SLOT);
		assert!(is_open(lease));
		chain.wait_until(12, || !is_open(lease));
		let (reason, bill) = closed(lease).expect("it ended in this block");
		assert_eq!(reason, CloseReason::Expired);
		assert_eq!((bill.seconds, bill.amount), (TERM, cost(price, TERM)));
	});
}

#[test]
fn an_owner_who_ends_a_reserved_lease_early_pays_what_was_agreed() {
	Driver::run(|chain| {
		sell(chain, ALICE, |terms| {
			let discount = Perbill::from_percent(20);
			let forfeit = Perbill::from_percent(50);
			terms.reserved = Some(Reservation { min_seconds: 60, discount, forfeit });
		});
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let lease = open(chain, tab, order(LeaseKind::Reserved, &ALL));
		let full = rate(ALICE, NEEDS);
		let price = Rate(full.0 - full.0 / 5);
		assert_eq!(reserved(tab), cost(price, TERM));
		start(chain, ALICE, lease);
		let received = money(&provider(ALICE));
		chain.wait(99);
		let bill = close(chain, lease, CloseReason::Cancelled);

		assert_eq!((bill.seconds, bill.amount), (99, cost(price, 99)));
		assert_eq!(bill.forfeit, cost(price, TERM - 99) / 2);
		let paid = bill.amount + bill.forfeit;
		assert_eq!(funds(tab), 100 * WIND - paid);
		assert_eq!(money(&provider(ALICE)) - received, paid - fee(paid));
	});
}

#[test]
fn a_provider_who_leaves_a_reserved_lease_owes_for_the_rest_of_its_term() {
	Driver::run(|chain| {
		sell(chain, ALICE, |terms| {
			let (discount, forfeit) = (Perbill::zero(), Perbill::from_percent(50));
			terms.reserved = Some(Reservation { min_seconds: 60, discount, forfeit });
		});
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let lease = open(chain, tab, order(LeaseKind::Reserved, &ALL));
		start(chain, ALICE, lease);
		chain.wait(60);
		let before = collateral(ALICE, NATIVE).0;
		let reason = CloseReason::ProviderLeft;
		chain.must(&seller(ALICE), Call::close_lease { lease, reason });
		let (_, bill) = closed(lease).expect("it was closed in this block");

		let price = rate(ALICE, NEEDS);
		assert_eq!((bill.amount, bill.forfeit), (cost(price, 60), 0));
		// The tier gives a bill back whole.
		assert_eq!(bill.credited, cost(price, 60) + cost(price, TERM - 60) / 2);
		assert_eq!(before - collateral(ALICE, NATIVE).0, bill.credited);
		assert_eq!(funds(tab), 100 * WIND - bill.amount + bill.credited);
	});
}

#[test]
fn a_provider_who_ends_a_lease_early_owes_what_its_tier_says() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let lease = open(chain, tab, order(LeaseKind::OnDemand, &ALL));
		start(chain, ALICE, lease);
		chain.wait(60);
		let (before, known) = (collateral(ALICE, NATIVE).0, Providers::reputation(provider(ALICE)));
		let reason = CloseReason::ProviderLeft;
		chain.must(&seller(ALICE), Call::close_lease { lease, reason });
		let (_, bill) = closed(lease).expect("it was closed in this block");

		assert_eq!(bill.seconds, 60);
		assert!(bill.credited > 0);
		assert_eq!(before - collateral(ALICE, NATIVE).0, bill.credited);
		assert_eq!(funds(tab), 100 * WIND - bill.amount + bill.credited);
		assert!(Providers::reputation(provider(ALICE)) < known);
	});
}

#[test]
fn a_spot_lease_makes_room_for_a_task_with_its_notice() {
	const NOTICE: u32 = 30;
	Driver::run(|chain| {
		sell(chain, ALICE, |terms| {
			terms.spot = Some(Spot { discount: Perbill::from_percent(60), notice: NOTICE });
		});
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let spot = Order { needs: free(ALICE), ..order(LeaseKind::Spot, &[ALICE]) };
		let lease = open(chain, tab, spot);
		start(chain, ALICE, lease);
		chain.wait(30);
		assert_eq!(free(ALICE).cpu_millis, 0);

		// Nobody leaves while there is room elsewhere.
		let elsewhere = chain.submit(spec(tab, &[ALICE, BOB]));
		assert_eq!(attempt(elsewhere).0, BOB);
		let id = chain.submit(spec(tab, &[ALICE]));
		let placed = attempt(id).1;
		let from = placed.usable_from.expect("somebody has to leave first").0;
		assert!((chain.now() + u64::from(NOTICE)..chain.now() + 36).contains(&from));
		let early = pallet_tradewind_tasks::Call::start { task: id };
		let error = Error::<Runtime>::TooEarly;
		assert_eq!(chain.sign(&agent(ALICE), early), Err(error.into()));

		chain.wait_until(36, || !is_open(lease));
		assert_eq!(chain.now(), from);
		let (reason, bill) = closed(lease).expect("it ended in this block");
		assert_eq!(reason, CloseReason::Reclaimed);
		assert_eq!((bill.seconds, bill.credited), (30 + (from - placed.placed.0), 0));
		chain.start(ALICE, id);
		chain.wait(12);
		chain.report(ALICE, id);
		assert_eq!(bill_of(id), cost(rate(ALICE, NEEDS), 12));
	});
}

fn bill_of(task: tradewind_primitives::TaskId) -> Balance {
	bill(task).amount
}

/// What is held of an account for auctions and bids.
fn held(who: &AccountId) -> Balance {
	let held = |reason| Balances::balance_on_hold(&RuntimeHoldReason::Marketplace(reason), who);
	held(HoldReason::Auction) + held(HoldReason::Bid)
}

fn auction(chain: &mut Driver, tab: TabId) -> AuctionId {
	let id = pallet_tradewind_marketplace::NextAuctionId::<Runtime>::get();
	let order = order(LeaseKind::OnDemand, &ALL);
	chain.must(&EVE.pair(), Call::open_auction { tab, order, seconds: 60 });
	id
}

fn outcome(id: AuctionId) -> Option<AuctionOutcome<AccountId>> {
	events().into_iter().find_map(|event| match event {
		Event::AuctionClosed { auction, outcome } if auction == id => Some(outcome),
		_ => None,
	})
}

#[test]
fn the_best_bid_wins_by_itself_and_every_deposit_comes_back() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let before = entries();
		let id = auction(chain, tab);
		let eve = EVE.to_account_id();
		assert!(held(&eve) > 0);
		for (index, rate) in [(ALICE, 900), (BOB, 700)] {
			let (offer, rate) = (offer(index).0, Rate(rate));
			chain.must(&seller(index), Call::bid { auction: id, offer, rate });
			assert!(held(&provider(index)) > 0);
		}
		chain.wait_until(66, || outcome(id).is_some());
		let Some(AuctionOutcome::Won { provider: winner, lease, rate, .. }) = outcome(id) else {
			panic!("nobody has won: {:?}", outcome(id));
		};
		assert_eq!((winner, rate), (provider(BOB), Rate(700)));
		for who in [&eve, &provider(ALICE), &provider(BOB)] {
			assert_eq!(held(who), 0);
		}
		start(chain, BOB, lease);
		chain.wait(30);
		let bill = close(chain, lease, CloseReason::Cancelled);
		assert_eq!(bill.amount, cost(Rate(700), 30));
		chain.wait(600);
		assert!(entries().keys().eq(before.keys()));
	});
}

#[test]
fn an_auction_whose_owner_has_no_money_left_gives_every_deposit_back() {
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let id = auction(chain, tab);
		let (offer, rate) = (offer(ALICE).0, Rate(900));
		chain.must(&seller(ALICE), Call::bid { auction: id, offer, rate });
		chain.must(&EVE.pair(), pallet_tradewind_billing::Call::close_account { tab });
		chain.wait_until(66, || outcome(id).is_some());
		assert!(matches!(outcome(id), Some(AuctionOutcome::Refused(_))), "{:?}", outcome(id));
		assert_eq!((held(&EVE.to_account_id()), held(&provider(ALICE))), (0, 0));
		assert_eq!(collateral(ALICE, NATIVE).1, 0);
	});
}

#[test]
fn a_lease_that_changes_hands_is_paid_by_both_owners_in_turn() {
	const FERDIE: Sr25519Keyring = Sr25519Keyring::Ferdie;
	Driver::run(|chain| {
		let tab = chain.open_account(NATIVE, 100 * WIND);
		let lease = open(chain, tab, order(LeaseKind::OnDemand, &ALL));
		start(chain, ALICE, lease);
		let price = rate(ALICE, NEEDS);
		chain.wait(30);
		let heirs = pallet_tradewind_billing::NextTabId::<Runtime>::get();
		let amount = 50 * WIND;
		let call = pallet_tradewind_billing::Call::open_account { asset: NATIVE, amount };
		chain.must(&FERDIE.pair(), call);
		let to = Some(FERDIE.to_account_id());
		chain.must(&EVE.pair(), Call::offer_lease { lease, to });
		let max_cost = cost(price, TERM);
		chain.must(&FERDIE.pair(), Call::accept_lease { lease, tab: heirs, max_cost });
		let new = LeaseId::from(StreamId::of(heirs, 0).expect("it is the first"));
		assert!(!is_open(lease) && is_open(new));
		assert_eq!(funds(tab), 100 * WIND - cost(price, 30));

		chain.wait(60);
		let reason = CloseReason::Cancelled;
		let error = Error::<Runtime>::NotParty;
		assert_eq!(
			chain.sign(&EVE.pair(), Call::close_lease { lease: new, reason }),
			Err(error.into())
		);
		chain.must(&FERDIE.pair(), Call::close_lease { lease: new, reason });
		assert_eq!(funds(heirs), 50 * WIND - cost(price, 60));
		assert_eq!(collateral(ALICE, NATIVE).1, 0);
	});
}

#[test]
fn dealing_with_oneself_earns_no_reputation() {
	Driver::run(|chain| {
		let known = || Providers::reputation(provider(ALICE)).expect("it is a provider");
		let before = known();
		let tab = pallet_tradewind_billing::NextTabId::<Runtime>::get();
		let amount = 100 * WIND;
		let call = pallet_tradewind_billing::Call::open_account { asset: NATIVE, amount };
		chain.must(&seller(ALICE), call);
		let order = order(LeaseKind::OnDemand, &[ALICE]);
		let call = Call::open_leases { tab, order, count: 1, spread: Spread::Any };
		chain.must(&seller(ALICE), call);
		let lease = LeaseId::from(StreamId::of(tab, 0).expect("it is the first"));
		start(chain, ALICE, lease);
		chain.wait_until(TERM + 12, || !is_open(lease));
		assert_eq!(closed(lease).map(|(reason, _)| reason), Some(CloseReason::Expired));
		assert_eq!(known(), before);
	});
}
