//! What the calls do, and the seams this pallet serves.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	credit,
	maintenance::{Refusal, Rules, Upkeep},
	types, *,
};
use codec::Encode;
use core::cmp::Ordering;
use frame_support::{dispatch::DispatchResult, ensure, storage::with_storage_layer, traits::Get};
use sp_io::hashing::blake2_256;
use sp_runtime::{DispatchError, Perbill};
use tradewind_primitives::{
	traits::{AuditLog, Collateral, Coverage, Credits, Liveness, Meter},
	AssetId, Balance, Category, Clock, CloseReason, Cover, LeaseId, Seconds, StreamBill, Subject,
	TabId, TierId, Timestamp,
};

impl<T: Config> Pallet<T> {
	/// Whether a tier can be kept by everybody.
	pub(crate) fn ensure_sound(tier: &Tier) -> DispatchResult {
		ensure!(!tier.name.is_empty(), Error::<T>::Unnamed);
		ensure!(tier.start_within > 0, Error::<T>::NoTimeToStart);
		ensure!(tier.is_covered(), Error::<T>::Undercollateralised);
		Ok(())
	}

	pub(crate) fn do_set_tier(id: TierId, tier: Tier) -> DispatchResult {
		Self::ensure_sound(&tier)?;
		Tiers::<T>::insert(id, &tier);
		Self::record_tier("tier.set", id, &tier);
		Self::deposit_event(Event::TierSet { id, tier });
		Ok(())
	}

	pub(crate) fn do_remove_tier(id: TierId) -> DispatchResult {
		let tier = Tiers::<T>::take(id).ok_or(Error::<T>::UnknownTier)?;
		Self::record_tier("tier.removed", id, &tier);
		Self::deposit_event(Event::TierRemoved { id });
		Ok(())
	}

	/// All records about one tier have the same subject: the digest of its name among subjects.
	fn record_tier(action: &'static str, id: TierId, tier: &Tier) {
		let subject = Subject::Outside(("tier", id).using_encoded(blake2_256).into());
		T::Audit::record(Category::Configuration, None, subject, action, &(id, tier));
	}

	pub(crate) fn do_collect(who: &T::AccountId, lease: LeaseId) -> DispatchResult {
		let debt = Debts::<T>::take(lease).ok_or(Error::<T>::NothingOwed)?;
		match Self::pay(&debt) {
			Ok(()) => Self::credited(Some(who), lease, debt),
			Err(error) => {
				ensure!(T::Clock::now() >= debt.until, error);
				T::Collateral::unlock(&debt.provider, &debt.asset, debt.amount)?;
				T::Audit::record(
					Category::Compliance,
					Some(who),
					Subject::Lease(lease),
					"lease.credit_dropped",
					&(&debt, error),
				);
				let Debt { provider, amount, .. } = debt;
				Self::deposit_event(Event::CreditDropped { lease, provider, amount, error });
			},
		}
		Ok(())
	}

	/// Moves the money of a credit: out of the collateral, into the account. The only path by
	/// which it moves. All or nothing.
	fn pay(debt: &Debt<T::AccountId>) -> DispatchResult {
		with_storage_layer(|| {
			let pot = T::Credits::pot();
			T::Collateral::seize(&debt.provider, &debt.asset, debt.amount, &pot)?;
			T::Credits::credit(debt.tab, &debt.asset, debt.amount)
		})
	}

	fn credited(actor: Option<&T::AccountId>, lease: LeaseId, debt: Debt<T::AccountId>) {
		let subject = Subject::Lease(lease);
		T::Audit::record(Category::Compliance, actor, subject, "lease.credited", &debt);
		let Debt { provider, asset, tab, amount, breach, .. } = debt;
		Self::deposit_event(Event::Credited { lease, provider, tab, asset, amount, breach });
	}

	fn deferred(lease: LeaseId, debt: Debt<T::AccountId>, error: DispatchError) {
		let subject = Subject::Lease(lease);
		T::Audit::record(Category::Compliance, None, subject, "lease.credit_deferred", &debt);
		Debts::<T>::insert(lease, &debt);
		let Debt { provider, asset, tab, amount, breach, .. } = debt;
		Self::deposit_event(Event::CreditDeferred {
			lease,
			provider,
			tab,
			asset,
			amount,
			breach,
			error,
		});
	}

	fn maintenance_rules() -> Rules {
		Rules {
			notice: T::MaintenanceNotice::get(),
			allowance: T::MaintenanceAllowance::get(),
			period: T::MaintenancePeriod::get(),
		}
	}

	pub(crate) fn do_announce_maintenance(
		who: T::AccountId,
		from: Timestamp,
		seconds: Seconds,
	) -> DispatchResult {
		let mut uptime = Uptimes::<T>::get(&who).ok_or(Error::<T>::NotEnrolled)?;
		let (rules, now) = (Self::maintenance_rules(), T::Clock::now());
		let mut upkeep = uptime.upkeep.unwrap_or_else(|| Upkeep::new(&rules, now));
		let window = upkeep
			.announce(&rules, now, uptime.up_until, from, seconds)
			.map_err(Error::<T>::from)?;
		uptime.upkeep = Some(upkeep);
		Uptimes::<T>::insert(&who, uptime);
		Self::record_maintenance("provider.maintenance_announced", &who, window);
		let (left, until) = (upkeep.left, window.until);
		Self::deposit_event(Event::MaintenanceAnnounced { provider: who, from, until, left });
		Ok(())
	}

	pub(crate) fn do_cancel_maintenance(who: T::AccountId) -> DispatchResult {
		let mut uptime = Uptimes::<T>::get(&who).ok_or(Error::<T>::NotEnrolled)?;
		let upkeep = uptime.upkeep.as_mut().ok_or(Error::<T>::NotAnnounced)?;
		let (rules, now) = (Self::maintenance_rules(), T::Clock::now());
		let window = upkeep.cancel(&rules, now, T::OutageAfter::get()).map_err(Error::<T>::from)?;
		Uptimes::<T>::insert(&who, uptime);
		Self::record_maintenance("provider.maintenance_cancelled", &who, window);
		let Window { from, until } = window;
		Self::deposit_event(Event::MaintenanceCancelled { provider: who, from, until });
		Ok(())
	}

	fn record_maintenance(action: &'static str, who: &T::AccountId, window: Window) {
		let subject = Subject::Account(who.clone());
		T::Audit::record(Category::Performance, Some(who), subject, action, &window);
	}

	/// How a provider has been doing up to now.
	pub(crate) fn state(provider: &T::AccountId) -> Option<Statement> {
		let uptime = Uptimes::<T>::get(provider)?;
		let now = T::Clock::now();
		let rules = Self::maintenance_rules();
		let (counted, downtime) = (uptime.counted(now), uptime.downtime(now));
		Some(Statement {
			enrolled: uptime.enrolled,
			up: uptime.is_up(now),
			counted,
			downtime,
			availability: if counted == 0 {
				Perbill::one()
			} else {
				Perbill::from_rational(counted.saturating_sub(downtime), counted)
			},
			outage: uptime.outage,
			excused: uptime.excused(now),
			maintenance: uptime.upkeep.and_then(|upkeep| upkeep.window),
			maintenance_left: uptime
				.upkeep
				.map_or(rules.allowance, |upkeep| upkeep.left(&rules, now)),
		})
	}
}

impl<T: Config> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::ShortNotice => Self::ShortNotice,
			Refusal::NoTime => Self::NoTimeAnnounced,
			Refusal::AllowanceUsed => Self::AllowanceUsed,
			Refusal::AlreadyAnnounced => Self::AlreadyAnnounced,
			Refusal::NotAnnounced => Self::NotAnnounced,
			Refusal::TooLate => Self::TooLate,
		}
	}
}

impl<T: Config> Liveness<T::AccountId> for Pallet<T> {
	/// One read and one write while the provider keeps beating.
	fn beat(provider: &T::AccountId) -> DispatchResult {
		let mut uptime = Uptimes::<T>::get(provider).ok_or(Error::<T>::NotEnrolled)?;
		let (now, grace) = (T::Clock::now(), T::Grace::get());
		ensure!(uptime.up_until != now.plus(grace), Error::<T>::AlreadyBeat);
		let ended = uptime.beat(now, grace);
		if uptime.watch.is_none() {
			Self::watch(provider, &mut uptime, now);
		}
		Uptimes::<T>::insert(provider, uptime);
		if let Some(seconds) = ended {
			T::Audit::record(
				Category::Performance,
				Some(provider),
				Subject::Account(provider.clone()),
				"provider.outage_ended",
				&seconds,
			);
			Self::deposit_event(Event::OutageEnded { provider: provider.clone(), seconds });
		}
		Ok(())
	}

	fn enrol(provider: &T::AccountId) {
		// A second enrolment must not take downtime back that a bill may have been read from.
		if !Uptimes::<T>::contains_key(provider) {
			Uptimes::<T>::insert(provider, Uptime::new(T::Clock::now()));
		}
	}

	/// What the agenda still holds of it is stale and falls out when it is due.
	fn forget(provider: &T::AccountId) {
		Uptimes::<T>::remove(provider);
	}
}

impl<T: Config> Meter<T::AccountId> for Pallet<T> {
	fn downtime(provider: &T::AccountId, at: Timestamp) -> Option<Seconds> {
		Uptimes::<T>::get(provider).map(|uptime| uptime.downtime(at))
	}
}

impl<T: Config> Coverage<T::AccountId> for Pallet<T> {
	fn start_within(tier: TierId) -> Option<Seconds> {
		Tiers::<T>::get(tier).map(|tier| tier.start_within)
	}

	fn is_up(provider: &T::AccountId) -> bool {
		Uptimes::<T>::get(provider).is_some_and(|uptime| uptime.is_up(T::Clock::now()))
	}

	fn open(
		provider: &T::AccountId,
		tier: TierId,
		asset: &AssetId,
		worst_bill: Balance,
	) -> Result<Cover, DispatchError> {
		let tier = Tiers::<T>::get(tier).ok_or(Error::<T>::UnknownTier)?;
		let uptime = Uptimes::<T>::get(provider).ok_or(Error::<T>::NotEnrolled)?;
		let excused = uptime.excused(T::Clock::now());
		let mut cover = Cover { locked: 0, promise: tier.promise(), excused };
		Self::adjust(provider, asset, &mut cover, worst_bill)?;
		Ok(cover)
	}

	fn adjust(
		provider: &T::AccountId,
		asset: &AssetId,
		cover: &mut Cover,
		worst_bill: Balance,
	) -> DispatchResult {
		let locked = cover.promise.collateral.mul_ceil(worst_bill);
		match locked.cmp(&cover.locked) {
			Ordering::Greater => {
				T::Collateral::lock(provider, asset, locked.saturating_sub(cover.locked))?
			},
			Ordering::Less => {
				T::Collateral::unlock(provider, asset, cover.locked.saturating_sub(locked))?
			},
			Ordering::Equal => {},
		}
		cover.locked = locked;
		Ok(())
	}

	fn close(
		lease: LeaseId,
		provider: &T::AccountId,
		tab: TabId,
		asset: &AssetId,
		cover: Cover,
		bill: &StreamBill,
		unserved: Balance,
		reason: CloseReason,
	) -> Result<Balance, DispatchError> {
		let Cover { locked, promise, excused } = cover;
		let now = T::Clock::now();
		// Downtime in maintenance is not billed, and that is all.
		let excused_now = Uptimes::<T>::get(provider).map_or(excused, |uptime| uptime.excused(now));
		let downtime = bill.downtime.saturating_sub(excused_now.saturating_sub(excused));
		let bill = StreamBill { downtime, ..*bill };
		let mut free = locked;
		let mut paid = 0;
		if let Some((breach, owed)) = credit::owed(&promise, &bill, unserved, reason) {
			// A bill above the worst case would be another pallet's mistake; nobody else's
			// collateral pays for it.
			let amount = owed.min(locked);
			free = locked.saturating_sub(amount);
			let until = now.plus(types::DEBT_LIFE);
			let debt = Debt {
				provider: provider.clone(),
				asset: asset.clone(),
				tab,
				amount,
				breach,
				until,
			};
			if amount > 0 {
				match Self::pay(&debt) {
					Ok(()) => {
						paid = amount;
						Self::credited(None, lease, debt);
					},
					// A lease must be able to close, even where an asset is frozen.
					Err(error) => Self::deferred(lease, debt, error),
				}
			}
		}
		if free > 0 {
			T::Collateral::unlock(provider, asset, free)?;
		}
		Ok(paid)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn create_tier() -> TierId {
		Tiers::<T>::insert(TierId(0), Tier::standard());
		TierId(0)
	}
}
