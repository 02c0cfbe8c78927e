//! Each invariant is broken once and has to be noticed, and random sequences of calls must break
//! none.

use super::*;
use crate::{
	AllowLists, Books, Gauge, Histories, Indices, Leases, NextClassId, NextLeaseId, NextOfferId,
	Offers, OffersOf, Policy,
};
use frame_support::{assert_err, assert_ok, BoundedVec};
use proptest::prelude::*;
use sp_runtime::{traits::Zero, StateVersion};
use tradewind_primitives::{
	traits::{Departure, Ending},
	AssetId, ClassId, CloseReason, LeaseId, LeaseRequest, Payees, ProviderStatus, Rate, Resources,
	Runtimes, Timestamp, UnitPrices,
};

/// Runs `corrupt` on a chain with two offers and a lease on the first, and expects the complaint.
fn caught(complaint: &'static str, corrupt: impl FnOnce()) {
	ExtBuilder::default().offer(ALICE, 10).offer(BOB, 11).build().execute_with(|| {
		leased();
		assert_ok!(Marketplace::do_try_state());
		corrupt();
		let complaint = sp_runtime::TryRuntimeError::Other(complaint);
		assert_err!(Marketplace::do_try_state(), complaint);
	});
}

fn change_offer(offer: u64, change: impl FnOnce(&mut crate::OfferOf<Test>)) {
	Offers::<Test>::mutate(id(offer), |offer| change(offer.as_mut().expect("it was made")));
}

fn change_lease(change: impl FnOnce(&mut crate::LeaseOf<Test>)) {
	Leases::<Test>::mutate(LeaseId(0), |lease| change(lease.as_mut().expect("it was opened")));
}

fn change_listing(change: impl FnOnce(&mut crate::ListingOf<Test>)) {
	Books::<Test>::mutate(CPU, |book| change(book.iter_mut().next().expect("it is listed")));
}

#[test]
fn i1_is_caught() {
	caught("I1: an offer is listed twice", || {
		Books::<Test>::mutate(CPU, |book| {
			let first = book.first().cloned().expect("it is listed");
			assert_ok!(book.try_push(first).map_err(|_| "full"));
		})
	});
	caught("I1: a listing has no offer", || Offers::<Test>::remove(id(1)));
	caught("I1: a withdrawn offer is listed", || change_offer(0, |offer| offer.withdrawn = true));
	caught("I1: an offer is listed in another class", || {
		change_offer(0, |offer| offer.class = GPU)
	});
	caught("I1: a listing differs from its offer", || {
		change_listing(|listing| listing.prices = prices(9))
	});
	caught("I1: an offer on sale is not listed", || {
		Books::<Test>::mutate(CPU, |book| book.retain(|listing| listing.offer != id(1)))
	});
}

#[test]
fn i2_is_caught() {
	caught("I2: free and leased are not the capacity", || {
		change_listing(|listing| listing.free.gpus = 0)
	});
	caught("I2: a listing overflows", || {
		change_listing(|listing| listing.free.cpu_millis = u32::MAX)
	});
	caught("I2: the leases of an offer overflow", || {
		let lease = Leases::<Test>::get(LeaseId(0)).expect("it was opened");
		let needs = Resources { cpu_millis: u32::MAX, ..NEEDS };
		Leases::<Test>::insert(LeaseId(1), crate::Lease { needs, ..lease });
	});
	caught("I2: more is leased than the capacity", || {
		assert_ok!(Marketplace::withdraw_offer(RuntimeOrigin::signed(ALICE), id(0)));
		change_lease(|lease| lease.needs.gpus = 2);
	});
}

#[test]
fn i3_is_caught() {
	caught("I3: a lease is of another provider", || change_lease(|lease| lease.provider = BOB));
	caught("I3: a lease is of another tier", || change_lease(|lease| lease.tier = GOLD));
	caught("I3: a lease is in another asset", || change_lease(|lease| lease.asset = USD));
	caught("I3: a lease is free of charge", || change_lease(|lease| lease.rate = Rate(0)));
	caught("I3: started too early", || {
		pass(1);
		change_lease(|lease| {
			lease.opened = START.plus(1);
			lease.started = Some(START);
		})
	});
	caught("I3: an offer miscounts its leases", || change_offer(0, |offer| offer.leases = 2));
	caught("I3: a lease reserves nothing", || {
		let lease = Leases::<Test>::get(LeaseId(0)).expect("it was opened");
		let needs = Resources::default();
		Leases::<Test>::insert(LeaseId(1), crate::Lease { needs, ..lease });
	});
	caught("I3: a lease has no offer", || {
		let lease = Leases::<Test>::get(LeaseId(0)).expect("it was opened");
		let needs = Resources::default();
		Leases::<Test>::insert(LeaseId(1), crate::Lease { needs, offer: id(7), ..lease });
	});
	caught("I3: two leases share a stream", || {
		let first = leased().lease;
		Leases::<Test>::mutate(first, |lease| {
			lease.as_mut().expect("it was opened").stream = Default::default()
		});
	});
}

#[test]
fn i4_is_caught() {
	caught("I4: an offer has no class", || crate::Classes::<Test>::remove(CPU));
	caught("I4: an offer is not sellable", || {
		change_offer(0, |offer| offer.prices = UnitPrices::default());
		change_listing(|listing| listing.prices = UnitPrices::default());
	});
	caught("I4: the shares of an offer do not add up", || {
		change_offer(0, |offer| offer.payees = Payees::new())
	});
	caught("I4: an offer outlived its last lease", || {
		change_offer(1, |offer| offer.withdrawn = true);
		Books::<Test>::mutate(CPU, |book| book.retain(|listing| listing.offer != id(1)));
	});
}

#[test]
fn i5_is_caught() {
	caught("I5: a list of offers is empty", || {
		OffersOf::<Test>::mutate(ALICE, |offers| offers.clear())
	});
	caught("I5: an offer is owned twice", || {
		OffersOf::<Test>::mutate(ALICE, |offers| {
			assert_ok!(offers.try_push(id(0)));
		});
	});
	caught("I5: an offer is of another provider", || {
		let offers = OffersOf::<Test>::take(BOB);
		OffersOf::<Test>::insert(CAROL, offers);
	});
	caught("I5: an offer has no owner", || OffersOf::<Test>::remove(BOB));
}

#[test]
fn i6_is_caught() {
	caught("I6: a class is ahead", || NextClassId::<Test>::put(ClassId(1)));
	caught("I6: an offer is ahead", || NextOfferId::<Test>::put(id(1)));
	caught("I6: a lease is ahead", || NextLeaseId::<Test>::put(LeaseId(0)));
}

#[test]
fn i7_is_caught() {
	let complaint = "I7: the deposits of a provider are not what is held";
	caught(complaint, || change_offer(0, |offer| offer.deposit += 1));
}

fn change_index(change: impl FnOnce(&mut crate::Index)) {
	Indices::<Test>::mutate(CPU, |index| change(index.as_mut().expect("the class has one")));
}

#[test]
fn i8_is_caught() {
	caught("I8: an index has no class", || {
		let index = Indices::<Test>::get(CPU).expect("the class has one");
		Indices::<Test>::insert(ClassId(7), index);
	});
	caught("I8: a policy is not sound", || {
		change_index(|index| index.policy.target = Zero::zero())
	});
	caught("I8: a level is out of bounds", || change_index(|index| index.level = Zero::zero()));
	caught("I8: an index is ahead of time", || change_index(|index| index.at = START.plus(1)));
	caught("I8: an index miscounts its book", || change_index(|index| index.used += 1));
	caught("I8: a class has no index", || Indices::<Test>::remove(GPU));
}

#[test]
fn i9_is_caught() {
	let sample = |at| crate::Sample { at, level: Zero::zero(), usage: Zero::zero() };
	let history = |class, samples: Vec<_>| {
		let samples = BoundedVec::truncate_from(samples.into_iter().map(sample).collect());
		Histories::<Test>::insert(class, samples);
	};
	caught("I9: a history has no index", || history(ClassId(7), vec![START]));
	let same_hour = vec![Timestamp(7_200), Timestamp(7_201)];
	caught("I9: a history is out of order", || history(CPU, same_hour));
	caught("I9: a history is ahead of its index", || history(CPU, vec![START.plus(1)]));
}

#[test]
fn i10_is_caught() {
	caught("I10: a list and its offer disagree", || {
		AllowLists::<Test>::insert(id(1), crate::Allowed::new())
	});
	caught("I10: a list has no offer", || AllowLists::<Test>::insert(id(7), crate::Allowed::new()));
}

/// A step of a random sequence. Numbers that name nothing are part of it.
#[derive(Clone, Debug)]
enum Step {
	Create {
		provider: AccountId,
		class: u16,
		usd: bool,
		cpu: u32,
		price: u128,
		terms: Terms,
	},
	Terms {
		provider: AccountId,
		offer: u64,
		terms: Terms,
	},
	Access {
		provider: AccountId,
		offer: u64,
		allowed: Option<AccountId>,
	},
	Pause {
		provider: AccountId,
		offer: u64,
	},
	Resume {
		provider: AccountId,
		offer: u64,
	},
	Index {
		class: u16,
		policy: Policy,
	},
	Prices {
		provider: AccountId,
		offer: u64,
		price: u128,
	},
	Capacity {
		provider: AccountId,
		offer: u64,
		cpu: u32,
	},
	Withdraw {
		provider: AccountId,
		offer: u64,
	},
	Place {
		class: u16,
		usd: bool,
		cpu: u32,
		seconds: u64,
		candidate: Option<AccountId>,
		held: bool,
		near: bool,
	},
	Start {
		lease: u64,
	},
	Close {
		lease: u64,
		reason: CloseReason,
	},
	OutOfFunds {
		lease: u64,
	},
	Depart {
		provider: AccountId,
	},
	Status {
		provider: AccountId,
		status: ProviderStatus,
	},
	Power {
		provider: AccountId,
		up: bool,
	},
	Repute {
		provider: AccountId,
		reputation: u32,
	},
	Pass {
		seconds: u64,
	},
}

fn terms() -> impl Strategy<Value = Terms> {
	let terms = (0u128..4, 0u128..4, any::<bool>(), 0u64..100, 0u64..300, 0u8..3).prop_map(
		|(floor, cap, near, min_seconds, max_seconds, runtimes)| Terms {
			pricing: Pricing::Indexed {
				floor: FixedU128::from_rational(floor, 3),
				cap: FixedU128::from_rational(cap, 2),
			},
			region: region(if near { "eu" } else { "" }),
			min_seconds,
			max_seconds,
			runtimes: Runtimes(runtimes),
		},
	);
	prop_oneof![Just(Terms::default()), Just(indexed()), terms]
}

fn policy() -> impl Strategy<Value = Policy> {
	let gauge = prop::sample::select(vec![Gauge::Cpu, Gauge::Memory]);
	(gauge, 0u128..3).prop_map(|(gauge, floor)| Policy {
		gauge,
		floor: FixedU128::from_rational(floor, 2),
		..POLICY
	})
}

fn step() -> impl Strategy<Value = Step> {
	let provider = || prop::sample::select(vec![ALICE, BOB, CAROL, EVE]);
	let status = prop::sample::select(vec![
		ProviderStatus::Active,
		ProviderStatus::Active,
		ProviderStatus::Draining,
		ProviderStatus::Suspended,
	]);
	let reason = prop::sample::select(vec![
		CloseReason::Completed,
		CloseReason::Cancelled,
		CloseReason::StartMissed,
		CloseReason::ProviderDown,
		CloseReason::ReportMissed,
		CloseReason::ProviderFailed,
		CloseReason::OutOfFunds,
	]);
	let (offer, lease, cpu) = (|| 0u64..12, || 0u64..20, || 0u32..5);
	prop_oneof![
		3 => (provider(), 0u16..3, any::<bool>(), cpu(), 0u128..6, terms()).prop_map(
			|(provider, class, usd, cpu, price, terms)| {
				Step::Create { provider, class, usd, cpu, price, terms }
			}
		),
		1 => (provider(), offer(), terms())
			.prop_map(|(provider, offer, terms)| Step::Terms { provider, offer, terms }),
		1 => (provider(), offer(), prop::option::of(prop::sample::select(vec![USER, EVE])))
			.prop_map(|(provider, offer, allowed)| Step::Access { provider, offer, allowed }),
		1 => (provider(), offer()).prop_map(|(provider, offer)| Step::Pause { provider, offer }),
		2 => (provider(), offer()).prop_map(|(provider, offer)| Step::Resume { provider, offer }),
		1 => (0u16..3, policy()).prop_map(|(class, policy)| Step::Index { class, policy }),
		1 => (provider(), offer(), 0u128..6)
			.prop_map(|(provider, offer, price)| Step::Prices { provider, offer, price }),
		1 => (provider(), offer(), cpu())
			.prop_map(|(provider, offer, cpu)| Step::Capacity { provider, offer, cpu }),
		1 => (provider(), offer()).prop_map(|(provider, offer)| Step::Withdraw { provider, offer }),
		6 => (
			0u16..3,
			any::<bool>(),
			cpu(),
			0u64..200,
			prop::option::of(provider()),
			any::<bool>(),
			prop::bool::weighted(0.2),
		)
			.prop_map(|(class, usd, cpu, seconds, candidate, held, near)| Step::Place {
				class,
				usd,
				cpu,
				seconds,
				candidate,
				held,
				near,
			}),
		3 => lease().prop_map(|lease| Step::Start { lease }),
		3 => (lease(), reason).prop_map(|(lease, reason)| Step::Close { lease, reason }),
		2 => lease().prop_map(|lease| Step::OutOfFunds { lease }),
		1 => provider().prop_map(|provider| Step::Depart { provider }),
		1 => (provider(), status)
			.prop_map(|(provider, status)| Step::Status { provider, status }),
		1 => (provider(), any::<bool>()).prop_map(|(provider, up)| Step::Power { provider, up }),
		1 => (provider(), 0u32..=1_000_000)
			.prop_map(|(provider, reputation)| Step::Repute { provider, reputation }),
		1 => (1u64..100).prop_map(|seconds| Step::Pass { seconds }),
		1 => (1u64..100_000).prop_map(|seconds| Step::Pass { seconds }),
	]
}

fn cores(count: u32) -> Resources {
	Resources { cpu_millis: count * 1000, ..Default::default() }
}

/// Takes a step, and tells whether it was refused.
fn take(step: Step) -> bool {
	let signed = RuntimeOrigin::signed;
	match step {
		Step::Create { provider, class, usd, cpu, price, terms } => {
			let asset = if usd { USD } else { AssetId::Native };
			let (class, who) = (ClassId(class), signed(provider));
			let (capacity, prices) = (cores(cpu), prices(price));
			let (payees, access) = (Payees::new(), Access::Public);
			Marketplace::create_offer(
				who, class, STANDARD, asset, capacity, prices, payees, terms, access,
			)
			.is_err()
		},
		Step::Terms { provider, offer, terms } => {
			Marketplace::set_terms(signed(provider), id(offer), terms).is_err()
		},
		Step::Access { provider, offer, allowed } => {
			let access = allowed.map_or(Access::Public, |who| allow_list(&[who, BOB]));
			Marketplace::set_access(signed(provider), id(offer), access).is_err()
		},
		Step::Pause { provider, offer } => {
			Marketplace::pause_offer(signed(provider), id(offer)).is_err()
		},
		Step::Resume { provider, offer } => {
			Marketplace::resume_offer(signed(provider), id(offer)).is_err()
		},
		Step::Index { class, policy } => {
			Marketplace::set_index(RuntimeOrigin::root(), ClassId(class), policy).is_err()
		},
		Step::Prices { provider, offer, price } => {
			Marketplace::set_prices(signed(provider), id(offer), prices(price)).is_err()
		},
		Step::Capacity { provider, offer, cpu } => {
			Marketplace::set_capacity(signed(provider), id(offer), cores(cpu)).is_err()
		},
		Step::Withdraw { provider, offer } => {
			Marketplace::withdraw_offer(signed(provider), id(offer)).is_err()
		},
		Step::Place { class, usd, cpu, seconds, candidate, held, near } => {
			let next = NextLeaseId::<Test>::get();
			let eu = [region("eu")];
			let request = LeaseRequest {
				tab: if usd { TAB_USD } else { TAB },
				class: ClassId(class),
				needs: cores(cpu),
				max_seconds: seconds,
				prepaid: !held,
				reference: held.then_some(next.0 + 100),
				candidates: candidate.as_slice(),
				regions: if near { &eu } else { &[] },
				..request()
			};
			let best = best_feasible(&request);
			let placed = Marketplace::place(&request);
			if let Ok(placed) = &placed {
				let placed = placed.as_ref().map(|placed| {
					let offer = Leases::<Test>::get(placed.lease).map(|lease| lease.offer);
					(placed.rate, offer.expect("it is open"))
				});
				assert_eq!(placed, best, "the best feasible offer is chosen");
			}
			if held && matches!(placed, Ok(Some(_))) {
				Held::insert(next.0 + 100, next);
			}
			placed.is_err()
		},
		Step::Start { lease } => Marketplace::start(LeaseId(lease)).is_err(),
		Step::Close { lease, reason } => Marketplace::close(LeaseId(lease), reason).is_err(),
		Step::OutOfFunds { lease } => {
			let told = <Marketplace as Ending>::end(lease, CloseReason::OutOfFunds);
			assert!(!Leases::<Test>::contains_key(LeaseId(lease)), "it is gone");
			told.is_err()
		},
		Step::Depart { provider } => <Marketplace as Departure<_>>::depart(&provider).is_err(),
		Step::Status { provider, status } => {
			Statuses::insert(provider, status);
			false
		},
		Step::Power { provider, up: true } => {
			Down::remove(provider);
			false
		},
		Step::Power { provider, up: false } => {
			Down::insert(provider, ());
			false
		},
		Step::Repute { provider, reputation } => {
			Reputations::insert(provider, reputation);
			false
		},
		Step::Pass { seconds } => {
			pass(seconds);
			false
		},
	}
}

/// What is left of an offer, by the leases that are on it.
fn left(offer: OfferId, capacity: Resources) -> Resources {
	Leases::<Test>::iter_values()
		.filter(|lease| lease.offer == offer)
		.fold(capacity, |left, lease| {
			left.checked_sub(&lease.needs).expect("no more is leased than there is")
		})
}

/// The rate and number of the best offer, by looking at every offer there is and at nothing that
/// the matching reads but the level.
fn best_feasible(request: &LeaseRequest<'_, AccountId>) -> Option<(Rate, OfferId)> {
	let level = Marketplace::index_of(request.class)?.level;
	let asset = Tabs::get(request.tab)?.asset;
	let mut best: Option<(u128, Rate, OfferId)> = None;
	for (id, offer) in Offers::<Test>::iter() {
		let (who, terms) = (offer.provider, offer.terms);
		let on_list = || AllowLists::<Test>::get(id).iter().any(|who| who == request.owner);
		let right_kind = offer.class == request.class
			&& offer.tier == request.tier
			&& offer.asset == asset
			&& !offer.paused
			&& !offer.withdrawn
			&& (!offer.restricted || on_list());
		let right_terms = terms.min_seconds <= request.max_seconds
			&& request.max_seconds <= terms.max_seconds
			&& (request.regions.is_empty() || request.regions.contains(&terms.region))
			&& (request.candidates.is_empty() || request.candidates.contains(&who));
		let fit = Statuses::get(who) == Some(ProviderStatus::Active) && !Down::contains_key(who);
		if !right_kind || !right_terms || !fit || !request.needs.fits(&left(id, offer.capacity)) {
			continue;
		}
		let units = offer.prices.cpu * u128::from(request.needs.cpu_millis / 1000);
		let rate = match terms.pricing {
			Pricing::Fixed => units,
			Pricing::Indexed { floor, cap } => {
				let scaled = units * level.clamp(floor, cap).into_inner();
				scaled.div_ceil(1_000_000_000_000_000_000)
			},
		};
		let bill = rate * u128::from(request.max_seconds);
		let covered = FreeCollateral::get(who).unwrap_or_default() >= bill;
		let lacking = 3_000_000 - u128::from(Reputations::get(who).unwrap_or(500_000));
		let found = ((rate * lacking).div_ceil(2_000_000), Rate(rate), id);
		if rate > 0 && covered && best.is_none_or(|best| found < best) {
			best = Some(found);
		}
	}
	best.map(|(_, rate, offer)| (rate, offer))
}

/// The neighbours have to agree with the marketplace: a stream and a cover for each lease, and
/// neither without one.
fn neighbours_agree() {
	let leases: Vec<_> = Leases::<Test>::iter().collect();
	assert_eq!(OpenStreams::iter_keys().count(), leases.len());
	assert_eq!(Covers::iter_keys().count(), leases.len());
	for (id, lease) in leases {
		let stream = OpenStreams::get(lease.stream).expect("a lease has a stream");
		assert_eq!((stream.tab, stream.rate), (lease.tab, lease.rate));
		assert_eq!(stream.reference, Some(id.0));
		assert_eq!(stream.started, lease.started);
		assert_eq!(Covers::get(id), Some((lease.provider, stream.cap)));
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn random_steps_break_no_invariant(steps in prop::collection::vec(step(), 1..60)) {
		ExtBuilder::default().offer(ALICE, 2).offer(BOB, 3).build().execute_with(|| {
			// Not enough for everything, and as many probes as there can be offers.
			FreeCollateral::insert(ALICE, 2_000);
			MaxProbes::set(&24);
			for step in steps {
				let before = sp_io::storage::root(StateVersion::V1);
				let text = format!("{step:?}");
				if take(step) {
					let after = sp_io::storage::root(StateVersion::V1);
					assert_eq!(before, after, "a refusal left something behind: {text}");
				}
				assert_eq!(Marketplace::do_try_state(), Ok(()), "after {}", text);
				neighbours_agree();
			}
		});
	}
}
