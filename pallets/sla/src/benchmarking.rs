//! Every call and every part of the hook, each at its worst.

use crate::{types, *};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{ConstU32, EnsureOrigin, Get},
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use frame_system::RawOrigin;
use tradewind_primitives::{
	agenda,
	traits::{Collateral, Liveness, ProviderDirectory, Streams},
	AssetId, Clock, CloseReason, LeaseId, TierId, Timestamp,
};

/// Later than anything that the genesis may have queued.
const NOW: Timestamp = Timestamp(2_000_000_000);
const AMOUNT: u128 = 1_000;

fn provider<T: Config>() -> T::AccountId {
	let provider: T::AccountId = account("provider", 0, 0);
	let agent: T::AccountId = account("agent", 0, 0);
	T::BenchmarkProviders::create(&provider, &agent);
	Pallet::<T>::enrol(&provider);
	provider
}

/// A provider that is watched, and the check that is due for it.
fn watched<T: Config>() -> (T::AccountId, Check<T::AccountId>) {
	T::Clock::set_now(NOW);
	let provider = provider::<T>();
	let watch = || Uptimes::<T>::get(&provider).and_then(|uptime| uptime.watch);
	// A provider that is created up has beaten already, and may not beat twice in a second.
	assert!(watch().is_some() || Pallet::<T>::beat(&provider).is_ok());
	let due = watch();
	let check = Check { provider: provider.clone(), due: due.unwrap_or_default() };
	(provider, check)
}

fn fill_bucket<T: Config>(bucket: u64, entries: u32) {
	let page: BoundedVec<_, ConstU32<{ types::PAGE_SIZE }>> = (0..entries)
		.map(|seed| Check { provider: account("stranger", seed, 0), due: Timestamp(0) })
		.collect::<alloc::vec::Vec<_>>()
		.try_into()
		.unwrap_or_default();
	AgendaPages::<T>::insert(bucket, 0, page);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_tier() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let id = TierId(200);
		let mut tier = Tier::standard();
		tier.name = BoundedVec::truncate_from(alloc::vec![b'x'; types::MAX_NAME as usize]);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, tier.clone());

		assert_eq!(Tiers::<T>::get(id), Some(tier));
		Ok(())
	}

	#[benchmark]
	fn remove_tier() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let id = TierId(200);
		Tiers::<T>::insert(id, Tier::standard());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert_eq!(Tiers::<T>::get(id), None);
		Ok(())
	}

	#[benchmark]
	fn collect() -> Result<(), BenchmarkError> {
		T::Clock::set_now(NOW);
		let provider = provider::<T>();
		let caller: T::AccountId = whitelisted_caller();
		let tab = T::BenchmarkAccounts::create_account(&caller, AMOUNT);
		T::Collateral::lock(&provider, &AssetId::Native, AMOUNT)?;
		let lease = LeaseId(1);
		Debts::<T>::insert(
			lease,
			Debt {
				provider,
				asset: AssetId::Native,
				tab,
				amount: AMOUNT,
				breach: Breach::Fault(CloseReason::ProviderDown),
				until: NOW,
			},
		);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), lease);

		assert_eq!(Debts::<T>::get(lease), None);
		Ok(())
	}

	/// The one before is over, and has excused a part of a silence that goes on.
	#[benchmark]
	fn announce_maintenance() {
		let (provider, check) = watched::<T>();
		let from = NOW.plus(T::MaintenanceNotice::get());
		let seconds = T::MaintenanceAllowance::get() / 2;
		assert!(Pallet::<T>::do_announce_maintenance(provider.clone(), from, seconds).is_ok());
		let now = from.plus(T::MaintenanceAllowance::get());
		assert!(check.due < now);
		T::Clock::set_now(now);
		let from = now.plus(T::MaintenanceNotice::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), from, seconds);

		let upkeep = Uptimes::<T>::get(&provider).and_then(|uptime| uptime.upkeep);
		assert!(upkeep.is_some_and(|upkeep| upkeep.excused == seconds));
	}

	#[benchmark]
	fn cancel_maintenance() {
		let (provider, _) = watched::<T>();
		let from = NOW.plus(T::MaintenanceNotice::get());
		let seconds = T::MaintenanceAllowance::get();
		assert!(Pallet::<T>::do_announce_maintenance(provider.clone(), from, seconds).is_ok());

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()));

		let upkeep = Uptimes::<T>::get(&provider).and_then(|uptime| uptime.upkeep);
		assert!(upkeep.is_some_and(|upkeep| upkeep.window.is_none()));
	}

	/// A block in which nothing falls due.
	#[benchmark]
	fn agenda_base() {
		T::Clock::set_now(NOW);
		AgendaNextBucket::<T>::put(u64::MAX);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::drain_agenda(&mut meter);
		}
	}

	/// A bucket with a full page, of which nothing can be handled.
	#[benchmark]
	fn agenda_bucket() {
		T::Clock::set_now(NOW);
		let bucket = NOW.0 / agenda::BUCKET;
		AgendaNextBucket::<T>::put(bucket);
		fill_bucket::<T>(bucket, types::PAGE_SIZE);
		let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 0));

		#[block]
		{
			agenda::drain::<hooks::Agenda<T>>(
				NOW,
				&mut meter,
				Weight::from_parts(1, 0),
				Weight::MAX,
				|_, _| None,
			);
		}

		assert_eq!(AgendaPages::<T>::get(bucket, 0).len(), types::PAGE_SIZE as usize);
	}

	/// A check that finds its provider alive.
	#[benchmark]
	fn check_rearms() {
		let (provider, check) = watched::<T>();
		let later = check.due;
		T::Clock::set_now(later);
		assert!(Pallet::<T>::beat(&provider).is_ok());
		let next = Uptimes::<T>::get(&provider)
			.map(|uptime| uptime.deadline(T::OutageAfter::get().saturating_sub(T::Grace::get())))
			.unwrap_or_default();
		fill_bucket::<T>(next.0.div_ceil(agenda::BUCKET), types::PAGE_SIZE);

		#[block]
		{
			Pallet::<T>::check(check, later);
		}

		assert_eq!(Uptimes::<T>::get(&provider).and_then(|uptime| uptime.watch), Some(next));
	}

	/// A check that finds its provider gone.
	#[benchmark]
	fn check_declares() {
		let (provider, check) = watched::<T>();
		let later = check.due;
		T::Clock::set_now(later);

		#[block]
		{
			Pallet::<T>::check(check, later);
		}

		assert!(Uptimes::<T>::get(&provider).is_some_and(|uptime| uptime.outage.is_some()));
	}
}
