//! Each invariant is broken once and has to be noticed, and random sequences of calls must break
//! none.

use super::*;
use crate::{Books, Leases, NextClassId, NextLeaseId, NextOfferId, Offers, OffersOf};
use frame_support::{assert_err, assert_ok};
use proptest::prelude::*;
use sp_runtime::StateVersion;
use tradewind_primitives::{
	traits::{Departure, Ending},
	AssetId, ClassId, CloseReason, LeaseId, LeaseRequest, Payees, ProviderStatus, Rate, Resources,
	UnitPrices,
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
	caught("I4: an offer holds nothing", || {
		change_offer(1, |offer| offer.capacity = Resources::default());
		Books::<Test>::mutate(CPU, |book| {
			book.iter_mut().last().expect("it is listed").free = Resources::default()
		});
	});
	caught("I4: an offer has no price", || {
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

/// A step of a random sequence. Numbers that name nothing are part of it.
#[derive(Clone, Debug)]
enum Step {
	Create {
		provider: AccountId,
		class: u16,
		usd: bool,
		cpu: u32,
		price: u128,
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
	Pass {
		seconds: u64,
	},
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
		3 => (provider(), 0u16..3, any::<bool>(), cpu(), 0u128..6).prop_map(
			|(provider, class, usd, cpu, price)| Step::Create { provider, class, usd, cpu, price }
		),
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
		)
			.prop_map(|(class, usd, cpu, seconds, candidate, held)| Step::Place {
				class,
				usd,
				cpu,
				seconds,
				candidate,
				held
			}),
		3 => lease().prop_map(|lease| Step::Start { lease }),
		3 => (lease(), reason).prop_map(|(lease, reason)| Step::Close { lease, reason }),
		2 => lease().prop_map(|lease| Step::OutOfFunds { lease }),
		1 => provider().prop_map(|provider| Step::Depart { provider }),
		1 => (provider(), status)
			.prop_map(|(provider, status)| Step::Status { provider, status }),
		1 => (provider(), any::<bool>()).prop_map(|(provider, up)| Step::Power { provider, up }),
		1 => (1u64..100).prop_map(|seconds| Step::Pass { seconds }),
	]
}

fn cores(count: u32) -> Resources {
	Resources { cpu_millis: count * 1000, ..Default::default() }
}

/// Takes a step, and tells whether it was refused.
fn take(step: Step) -> bool {
	let signed = RuntimeOrigin::signed;
	match step {
		Step::Create { provider, class, usd, cpu, price } => {
			let asset = if usd { USD } else { AssetId::Native };
			let (class, who) = (ClassId(class), signed(provider));
			let (capacity, prices) = (cores(cpu), prices(price));
			let payees = Payees::new();
			Marketplace::create_offer(who, class, STANDARD, asset, capacity, prices, payees)
				.is_err()
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
		Step::Place { class, usd, cpu, seconds, candidate, held } => {
			let next = NextLeaseId::<Test>::get();
			let placed = Marketplace::place(&LeaseRequest {
				tab: if usd { TAB_USD } else { TAB },
				class: ClassId(class),
				needs: cores(cpu),
				max_seconds: seconds,
				prepaid: !held,
				reference: held.then_some(next.0 + 100),
				candidates: candidate.as_slice(),
				..request()
			});
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
		Step::Pass { seconds } => {
			pass(seconds);
			false
		},
	}
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
