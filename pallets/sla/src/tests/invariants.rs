use crate::{mock::*, *};
use frame_support::{assert_ok, weights::Weight, BoundedVec};
use proptest::prelude::*;
use sp_runtime::Perbill;
use std::collections::BTreeMap;
use tradewind_primitives::{
	agenda::BUCKET,
	traits::{Liveness, Meter},
	CloseReason, LeaseId, TierId,
};

/// Does `corrupt`, and expects that the invariant with this label notices.
fn caught(label: &str, corrupt: impl FnOnce()) {
	ExtBuilder::default().provider(ALICE).provider(BOB).build().execute_with(|| {
		assert_ok!(open(LEASE, ALICE, 1_000));
		block_at(0);
		check();
		corrupt();
		let error = Sla::do_try_state().expect_err("it is caught");
		let sentence: &'static str = error.into();
		assert!(sentence.starts_with(label), "{label} expected, but: {sentence}");
	});
}

fn mutate(provider: u64, change: impl FnOnce(&mut Uptime)) {
	Uptimes::<Test>::mutate(provider, |uptime| change(uptime.as_mut().expect("enrolled")));
}

#[test]
fn a_tier_that_cannot_be_kept_is_caught() {
	caught("I1", || {
		Tiers::<Test>::insert(TierId(1), Tier { collateral: Perbill::zero(), ..tier() })
	});
	caught("I1", || Tiers::<Test>::insert(TierId(1), Tier { name: name(""), ..tier() }));
}

#[test]
fn more_downtime_than_time_is_caught() {
	caught("I2", || mutate(ALICE, |uptime| uptime.down = GRACE + 1));
	caught("I2", || mutate(ALICE, |uptime| uptime.enrolled = uptime.up_until.plus(1)));
}

#[test]
fn a_memory_of_what_never_was_is_caught() {
	let remember = |downtimes: &[(u64, u64)], down| {
		let ended: Vec<_> = downtimes.iter().map(|(from, until)| (at(*from), at(*until))).collect();
		mutate(ALICE, |uptime| {
			uptime.ended = BoundedVec::truncate_from(ended);
			uptime.down = down;
		});
	};
	caught("I2", || remember(&[(1, 2)], 0));
	caught("I2", || remember(&[(2, 2)], 5));
	caught("I2", || remember(&[(3, 4), (1, 2)], 5));
	caught("I2", || remember(&[(GRACE, GRACE + 1)], 5));
}

#[test]
fn an_inexact_outage_is_caught() {
	caught("I3", || mutate(ALICE, |uptime| uptime.outage = Some(at(1))));
	caught("I3", || mutate(ALICE, |uptime| uptime.outage = Some(uptime.up_until)));
}

#[test]
fn a_watched_provider_without_an_entry_is_caught() {
	caught("I4", || mutate(ALICE, |uptime| uptime.watch = Some(at(3))));
	caught("I4", || {
		let (bucket, page, checks) = AgendaPages::<Test>::iter().next().expect("watched");
		AgendaPages::<Test>::insert(bucket - 1, page, checks);
	});
}

#[test]
fn a_hole_in_the_agenda_is_caught() {
	let bucket = at(0).0 / BUCKET + 2;
	caught("I5", || AgendaPages::<Test>::insert(bucket, 0, BoundedVec::default()));
	let entry = || BoundedVec::truncate_from(vec![Check { provider: 8, due: at(0) }]);
	caught("I5", || AgendaPages::<Test>::insert(bucket, 1, entry()));
	caught("I5", || AgendaNextBucket::<Test>::put(u64::MAX));
}

fn owe(provider: u64, amount: u128) {
	let debt = Debt {
		provider,
		asset: NATIVE,
		tab: TAB,
		amount,
		breach: Breach::Fault(CloseReason::ProviderDown),
		until: at(0),
	};
	Debts::<Test>::insert(LeaseId(5), debt);
}

#[test]
fn a_debt_of_somebody_who_is_gone_is_caught() {
	caught("I6", || owe(CHARLIE, 1));
	caught("I6", || {
		owe(ALICE, 1);
		Sla::forget(&ALICE);
	});
}

#[test]
fn a_debt_of_nothing_is_caught() {
	caught("I7", || owe(ALICE, 0));
}

#[derive(Clone, Debug)]
enum Op {
	Wait(u64),
	Block {
		checks: u64,
	},
	Beat(u64),
	Leave(u64),
	Join(u64),
	Open {
		lease: u64,
		provider: u64,
		worst_bill: u128,
	},
	Adjust {
		lease: u64,
		worst_bill: u128,
	},
	Close {
		lease: u64,
		up: u64,
		down: u64,
		part: u32,
		reason: CloseReason,
	},
	Freeze(bool),
	Collect(u64),
	/// Lets every debt reach the end of its life, which would take a month of blocks.
	Age,
}

const PROVIDERS: u64 = 3;
const LEASES: u64 = 6;

fn op() -> impl Strategy<Value = Op> {
	let provider = || 1..=PROVIDERS;
	let lease = || 0..LEASES;
	prop_oneof![
		4 => (1u64..70).prop_map(Op::Wait),
		1 => (500u64..2_000).prop_map(Op::Wait),
		1 => Just(Op::Age),
		4 => (0u64..4).prop_map(|checks| Op::Block { checks }),
		6 => provider().prop_map(Op::Beat),
		1 => provider().prop_map(Op::Leave),
		2 => provider().prop_map(Op::Join),
		4 => (lease(), provider(), 0u128..400_000).prop_map(|(lease, provider, worst_bill)| {
			Op::Open { lease, provider, worst_bill }
		}),
		3 => (lease(), 0u128..400_000)
			.prop_map(|(lease, worst_bill)| Op::Adjust { lease, worst_bill }),
		4 => (lease(), 0u64..200, 0u64..5, 0u32..=100, prop::sample::select(&REASONS[..]))
			.prop_map(
				|(lease, up, down, part, reason)| Op::Close { lease, up, down, part, reason }
			),
		1 => any::<bool>().prop_map(Op::Freeze),
		2 => lease().prop_map(Op::Collect),
	]
}

/// What is remembered apart from the pallet, and far more clumsily: every beat there ever was.
#[derive(Default)]
struct Model {
	now: u64,
	providers: BTreeMap<u64, Seen>,
	worst_bills: BTreeMap<u64, u128>,
}

#[derive(Default)]
struct Seen {
	enrolled: u64,
	beats: Vec<u64>,
	/// The meter as it was read last, and what was counted up to then.
	read: (u64, u64),
}

impl Seen {
	/// Counts the seconds from the last reading on one by one.
	fn downtime(&mut self, now: u64) -> u64 {
		let (from, mut down) = self.read;
		for second in from..now {
			let good = self.beats.iter().any(|b| *b <= second && second < b + GRACE);
			down += u64::from(!good);
		}
		self.read = (now, down);
		down
	}

	/// Whether the last sign of life lies further back than the chain waits.
	fn is_overdue(&self, now: u64) -> bool {
		self.beats.last().is_some_and(|beat| now > beat + OUTAGE_AFTER)
	}
}

impl Model {
	fn apply(&mut self, op: Op) {
		match op {
			Op::Wait(seconds) => {
				self.now += seconds;
				Now::put(at(self.now));
			},
			Op::Block { checks } => {
				let room = <() as WeightInfo>::agenda_base()
					+ <() as WeightInfo>::agenda_bucket() * 50
					+ Sla::check_weight() * checks;
				let room = if checks == 3 { Weight::MAX } else { room };
				block_with(self.now, room);
			},
			Op::Beat(who) => {
				let beaten = Sla::beat(&who);
				let seen = self.providers.get_mut(&who);
				let free = seen.as_ref().is_some_and(|seen| seen.beats.last() != Some(&self.now));
				assert_eq!(beaten.is_ok(), free);
				if let Some(seen) = seen.filter(|_| free) {
					seen.beats.push(self.now);
				}
			},
			Op::Join(who) => {
				Sla::enrol(&who);
				self.providers.entry(who).or_insert_with(|| Seen {
					enrolled: self.now,
					read: (self.now, 0),
					..Default::default()
				});
			},
			Op::Leave(who) => {
				// Nobody leaves with locked collateral or an open lease.
				if books(who).1 == 0 && !Leases::iter_values().any(|(of, ..)| of == who) {
					Sla::forget(&who);
					self.providers.remove(&who);
				}
			},
			Op::Open { lease, provider, worst_bill } => {
				// A lease id is used once.
				if Debts::<Test>::contains_key(LeaseId(lease))
					|| self.worst_bills.contains_key(&lease)
				{
					return;
				}
				let before = books(provider);
				let opened = frame_support::storage::with_storage_layer(|| {
					open(LeaseId(lease), provider, worst_bill)
				});
				let locked = tier().collateral.mul_ceil(worst_bill);
				let possible = self.providers.contains_key(&provider) && before.0 >= locked;
				assert_eq!(opened.is_ok(), possible);
				if possible {
					assert_eq!(books(provider), (before.0 - locked, before.1 + locked));
					self.worst_bills.insert(lease, worst_bill);
				}
			},
			Op::Adjust { lease, worst_bill } => {
				let Some(bill) = self.worst_bills.get_mut(&lease) else { return };
				let provider = Leases::get(LeaseId(lease)).expect("it is open").0;
				let (free, before) = books(provider);
				let (old, new) = (bill.div_ceil(2), worst_bill.div_ceil(2));
				let possible = free + old >= new;
				assert_eq!(adjust(LeaseId(lease), worst_bill).is_ok(), possible);
				if possible {
					assert_eq!(books(provider), (free + old - new, before + new - old));
					*bill = worst_bill;
				}
			},
			Op::Close { lease, up, down, part, reason } => {
				self.close(lease, up, down, part, reason);
			},
			Op::Age => Debts::<Test>::translate_values(|mut debt: Debt<AccountId>| {
				debt.until = at(self.now);
				Some(debt)
			}),
			Op::Freeze(frozen) => Frozen::insert(NATIVE, frozen),
			Op::Collect(lease) => {
				let debt = Debts::<Test>::get(LeaseId(lease));
				let collected = frame_support::storage::with_storage_layer(|| {
					Sla::collect(RuntimeOrigin::signed(CHARLIE), LeaseId(lease))
				});
				let possible =
					debt.is_some_and(|d| !Frozen::get(NATIVE) || at(self.now) >= d.until);
				assert_eq!(collected.is_ok(), possible);
			},
		}
	}

	fn close(&mut self, lease: u64, up: u64, down: u64, part: u32, reason: CloseReason) {
		let Some(worst_bill) = self.worst_bills.remove(&lease) else { return };
		let amount = Perbill::from_percent(part).mul_floor(worst_bill);
		let credited = close(LeaseId(lease), up, down, amount, reason).expect("every lease closes");
		let missed = up * 100 < 99 * (up + down);
		let owed = if reason.is_provider_fault() {
			amount / 2
		} else if missed {
			amount / 10
		} else {
			0
		};
		assert_eq!(credited, if Frozen::get(NATIVE) { 0 } else { owed });
		let debt = Sla::debt(LeaseId(lease)).map_or(0, |debt| debt.amount);
		assert_eq!(credited + debt, owed, "what is owed is paid or stays owed");
	}

	fn compare(&mut self) {
		check();
		for who in 1..=PROVIDERS {
			let read = <Sla as Meter<u64>>::downtime(&who, at(self.now));
			let seen = self.providers.get_mut(&who);
			assert_eq!(read, seen.map(|seen| seen.downtime(self.now)));
		}
		for (who, seen) in &self.providers {
			let statement = Sla::statement(*who).expect("enrolled");
			assert_eq!(statement.counted, self.now - seen.enrolled);
			assert!(statement.outage.is_none() || seen.is_overdue(self.now));
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: 400,
		failure_persistence: None,
		..Default::default()
	})]

	/// Random operations keep every invariant after every step, the meter agrees with a count of
	/// seconds, every credit is paid or stays owed, and what is overdue is declared in the end.
	#[test]
	fn random_operations_keep_every_invariant(ops in prop::collection::vec(op(), 1..60)) {
		ExtBuilder::default().tier(STANDARD, tier()).build().execute_with(|| {
			(1..=PROVIDERS).for_each(endow);
			block_at(0);
			let mut model = Model::default();
			for op in ops {
				model.apply(op);
				model.compare();
			}
			// With time and room, everyone who is silent is declared out and nothing waits.
			model.apply(Op::Wait(OUTAGE_AFTER + 2 * BUCKET));
			while AgendaNextBucket::<Test>::get() <= at(model.now).0 / BUCKET {
				model.apply(Op::Block { checks: 3 });
				model.compare();
			}
			for (who, seen) in &model.providers {
				let outage = Sla::statement(*who).and_then(|statement| statement.outage);
				assert_eq!(outage.is_some(), seen.is_overdue(model.now));
			}
			assert_eq!(AgendaPages::<Test>::iter().count(), 0);
		});
	}
}
