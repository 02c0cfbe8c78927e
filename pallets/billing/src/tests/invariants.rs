//! Random sequences of operations: every invariant holds after every step, and every bill and
//! every payee's income agree with the reference to the unit.

use super::reference::{Reference, Stream};
use crate::{mock::*, Accounts, Owed, Pots, Streams};
use frame_support::assert_ok;
use proptest::prelude::*;
use tradewind_primitives::{
	traits::{Credits, Streams as _},
	AssetId, Balance, Rate, StreamId, StreamTerms, TabId,
};

const OWNERS: [AccountId; 2] = [ALICE, BOB];
const PROVIDERS: [AccountId; 2] = [CLOUD, REFERRER];
const ASSETS: [AssetId; 3] = [WIND, EURO, POINTS];

#[derive(Clone, Debug)]
enum Op {
	OpenAccount { who: usize, asset: usize, amount: Balance },
	TopUp { tab: usize, amount: Balance },
	Withdraw { tab: usize, amount: Balance },
	CloseAccount { tab: usize },
	Credit { tab: usize, amount: Balance },
	Open { tab: usize, rate: Balance, cap: Balance, split: u32, meter: Option<usize> },
	Start { stream: usize },
	Settle { stream: usize },
	Close { stream: usize },
	Claim { who: usize, asset: usize },
	Turn { provider: usize, down: bool },
	Wait { seconds: u64 },
}

fn op() -> impl Strategy<Value = Op> {
	let open = (0..8usize, 0..30u128, 0..2_000u128, 0..=4u32, prop::option::of(0..2usize));
	prop_oneof![
		2 => (0..2usize, 0..3usize, 5..3_000u128)
			.prop_map(|(who, asset, amount)| Op::OpenAccount { who, asset, amount }),
		1 => (0..8usize, 0..500u128).prop_map(|(tab, amount)| Op::TopUp { tab, amount }),
		1 => (0..8usize, 0..500u128).prop_map(|(tab, amount)| Op::Withdraw { tab, amount }),
		1 => (0..8usize).prop_map(|tab| Op::CloseAccount { tab }),
		1 => (0..8usize, 0..50u128).prop_map(|(tab, amount)| Op::Credit { tab, amount }),
		4 => open.prop_map(|(tab, rate, cap, split, meter)| {
			Op::Open { tab, rate, cap, split, meter }
		}),
		3 => (0..8usize).prop_map(|stream| Op::Start { stream }),
		4 => (0..8usize).prop_map(|stream| Op::Settle { stream }),
		1 => (0..8usize).prop_map(|stream| Op::Close { stream }),
		1 => (0..3usize, 0..3usize).prop_map(|(who, asset)| Op::Claim { who, asset }),
		2 => (0..2usize, any::<bool>())
			.prop_map(|(provider, down)| Op::Turn { provider, down }),
		5 => (0..40u64).prop_map(|seconds| Op::Wait { seconds }),
	]
}

/// Picks one of the accounts that exist.
fn tab(index: usize) -> TabId {
	let mut tabs: Vec<TabId> = Accounts::<Test>::iter_keys().collect();
	tabs.sort();
	tabs.get(index % tabs.len().max(1)).copied().unwrap_or(TabId(u64::MAX))
}

/// Picks one of the streams that are open.
fn stream(index: usize) -> StreamId {
	let mut streams: Vec<StreamId> = Streams::<Test>::iter_keys().collect();
	streams.sort();
	streams.get(index % streams.len().max(1)).copied().unwrap_or(StreamId(u64::MAX))
}

/// One, two or three payees with shares that divide badly.
fn shares(split: u32) -> Vec<(AccountId, u32)> {
	match split {
		0 => vec![(CLOUD, 1_000_000_000)],
		1 => vec![(CLOUD, 900_000_001), (REFERRER, 99_999_999)],
		2 => vec![(REFERRER, 1), (CLOUD, 999_999_999)],
		_ => vec![(CLOUD, 333_333_333), (REFERRER, 333_333_333), (NOBODY, 333_333_334)],
	}
}

fn close(reference: &mut Reference, id: StreamId) {
	let before = Billing::bill(id);
	let Ok(bill) = Billing::close(id) else { return };
	let expected = reference.close(id.0);
	assert_eq!(before, Some(bill));
	assert_eq!(bill.seconds, expected.seconds);
	assert_eq!(bill.downtime, expected.downtime);
	assert_eq!(bill.amount, expected.cost());
	assert_eq!(Some(bill.amount), Rate(expected.rate).amount(bill.seconds));
}

fn apply(op: Op, reference: &mut Reference) {
	let signed = RuntimeOrigin::signed;
	match op {
		Op::OpenAccount { who, asset, amount } => {
			let _ = Billing::open_account(signed(OWNERS[who]), ASSETS[asset].clone(), amount);
		},
		Op::TopUp { tab: index, amount } => {
			let _ = Billing::top_up(signed(BOB), tab(index), amount);
		},
		Op::Withdraw { tab: index, amount } => {
			let id = tab(index);
			let owner = Accounts::<Test>::get(id).map_or(ALICE, |account| account.owner);
			let available = Billing::available(id);
			let result = Billing::withdraw(signed(owner), id, amount);
			assert_eq!(result.is_ok(), amount > 0 && available.is_some_and(|sum| amount <= sum));
		},
		Op::CloseAccount { tab: index } => {
			let id = tab(index);
			let Some(account) = Accounts::<Test>::get(id) else { return };
			let pot = Pots::<Test>::get(&account.asset);
			let result = Billing::close_account(signed(account.owner), id);
			let may_close = account.streams == 0 && (pot.accounts > 1 || pot.owed == 0);
			assert_eq!(result.is_ok(), may_close);
		},
		Op::Credit { tab: index, amount } => {
			let id = tab(index);
			let Some(account) = Accounts::<Test>::get(id) else { return };
			let pot = <Billing as Credits<_>>::pot();
			match account.asset {
				AssetId::Native => {
					assert_ok!(Balances::transfer_keep_alive(signed(ISSUER), pot, amount));
				},
				AssetId::WithId(asset) => {
					assert_ok!(Assets::transfer(signed(ISSUER), asset, pot, amount));
				},
			}
			assert_ok!(Billing::credit(id, &account.asset, amount));
		},
		Op::Open { tab: index, rate, cap, split, meter } => {
			let id = tab(index);
			let owner = Accounts::<Test>::get(id).map_or(ALICE, |account| account.owner);
			let shares = shares(split);
			let provider = meter.map(|meter| PROVIDERS[meter]);
			let payees: Vec<_> = shares.iter().map(|(who, parts)| payee(*who, *parts)).collect();
			let payees = payees.try_into().unwrap();
			let terms = StreamTerms { tab: id, rate: Rate(rate), cap, payees, meter: provider };
			let available = Billing::available(id);
			let result = Billing::open(&owner, terms);
			assert_eq!(result.is_ok(), available.is_some_and(|sum| cap <= sum));
			if let Ok(StreamId(opened)) = result {
				let payees =
					shares.into_iter().map(|(who, parts)| (who, Balance::from(parts))).collect();
				let flows = false;
				let (seconds, downtime) = (0, 0);
				let stream = Stream { rate, cap, payees, provider, flows, seconds, downtime };
				reference.streams.insert(opened, stream);
			}
		},
		Op::Start { stream: index } => {
			let id = stream(index);
			if Billing::start(id).is_ok() {
				reference.streams.get_mut(&id.0).unwrap().flows = true;
			}
		},
		Op::Settle { stream: index } => {
			let id = stream(index);
			let flows = reference.streams.get(&id.0).is_some_and(|stream| stream.flows);
			assert_eq!(Billing::settle(signed(NOBODY), id).is_ok(), flows);
			if let Some(expected) = reference.streams.get(&id.0).filter(|_| flows) {
				let settled = Streams::<Test>::get(id).unwrap();
				assert_eq!(settled.billed_seconds, expected.seconds);
				let earned: Balance = expected.earned().iter().map(|(_, amount)| amount).sum();
				assert_eq!(settled.paid, earned);
			}
		},
		Op::Close { stream: index } => close(reference, stream(index)),
		Op::Claim { who, asset } => {
			let payee = [CLOUD, REFERRER, NOBODY][who];
			let _ = Billing::claim(signed(BOB), payee, ASSETS[asset].clone());
		},
		Op::Turn { provider, down } => {
			FakeMeter::set_down(PROVIDERS[provider], down);
			reference.down.insert(PROVIDERS[provider], down);
		},
		Op::Wait { seconds } => {
			advance(seconds);
			(0..seconds).for_each(|_| reference.tick());
		},
	}
}

/// What all payees have received in any asset, or may claim.
fn income(who: AccountId) -> Balance {
	let received: Balance = ASSETS.into_iter().map(|asset| balance(asset, who)).sum();
	let owed: Balance = Owed::<Test>::iter_prefix_values(who).sum();
	received + owed
}

fn config(cases: u32) -> ProptestConfig {
	ProptestConfig { cases, failure_persistence: None, ..Default::default() }
}

proptest! {
	#![proptest_config(config(400))]

	#[test]
	fn random_operations_keep_every_invariant_and_every_bill(
		ops in prop::collection::vec(op(), 1..60)
	) {
		ExtBuilder::build_and_execute(|| {
			let mut reference = Reference::default();
			for op in ops {
				apply(op, &mut reference);
				check();
			}
			for id in Streams::<Test>::iter_keys().collect::<Vec<_>>() {
				close(&mut reference, id);
			}
			assert!(reference.streams.is_empty());
			for who in [CLOUD, REFERRER, NOBODY] {
				let earned = reference.earned.get(&who).copied().unwrap_or_default();
				assert_eq!(income(who), earned);
			}

			// Everybody can leave: after the payees have made room for what they are owed, every
			// account closes and the pot is empty.
			for who in [CLOUD, REFERRER, NOBODY] {
				assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(ISSUER), who, MINIMUM));
				for asset in ASSETS {
					if let AssetId::WithId(id) = asset {
						assert_ok!(Assets::transfer(RuntimeOrigin::signed(ISSUER), id, who, MINIMUM));
					}
					if Billing::owed(who, asset.clone()) != 0 {
						assert_ok!(Billing::claim(RuntimeOrigin::signed(BOB), who, asset));
					}
				}
			}
			for (tab, account) in Accounts::<Test>::iter().collect::<Vec<_>>() {
				assert_ok!(Billing::close_account(RuntimeOrigin::signed(account.owner), tab));
			}
			for asset in ASSETS {
				assert_eq!(balance(asset, Billing::pot_account()), 0);
			}
			assert_eq!(Pots::<Test>::iter().count(), 0);
		});
	}

	#[test]
	fn a_bill_does_not_depend_on_its_settlements(
		rate in 0..1_000_000u128,
		cap in 0..100_000_000u128,
		split in 0..4u32,
		steps in prop::collection::vec((0..50u64, any::<bool>(), any::<bool>()), 1..40),
	) {
		let run = |settling: bool| {
			let mut result = None;
			ExtBuilder::build_and_execute(|| {
				let tab = open_account(ALICE, WIND, cap + MINIMUM);
				let payees: Vec<_> =
					shares(split).into_iter().map(|(who, parts)| payee(who, parts)).collect();
				let payees = payees.try_into().unwrap();
				let stream = flow(ALICE, StreamTerms { payees, ..terms(tab, rate, cap) });
				for (seconds, down, settle) in &steps {
					advance(*seconds);
					FakeMeter::set_down(CLOUD, *down);
					if settling && *settle {
						assert_ok!(Billing::settle(RuntimeOrigin::signed(BOB), stream));
					}
				}
				let bill = Billing::close(stream).unwrap();
				assert_eq!(Rate(rate).amount(bill.seconds), Some(bill.amount));
				assert!(bill.amount <= cap);
				result = Some((bill, [CLOUD, REFERRER, NOBODY].map(income)));
			});
			result
		};
		prop_assert_eq!(run(true), run(false));
	}
}
