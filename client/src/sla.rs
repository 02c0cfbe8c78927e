//! Service levels: what is promised, how providers do, what is credited.

use crate::{
	chain::{self, runtime_types::pallet_tradewind_sla},
	connection::{Client, State},
	convert::{text, Share},
	error::{Error, Result},
	json,
	tx::Included,
	AccountId, Asset, Balance, LeaseId, Seconds, Signer, TabId, TierId, Timestamp,
};
use serde::Serialize;
use subxt::utils::Static;

/// A service level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tier {
	/// Its number.
	pub id: TierId,
	/// Its name.
	pub name: String,
	/// The promised part of a lease's seconds in which the provider is up.
	pub availability: Share,
	/// How many seconds a provider has from placement to start.
	pub start_within: Seconds,
	/// The part of the bill that is owed when availability was missed.
	pub credit: Share,
	/// The part of the bill that is owed when the lease ended by the provider's fault.
	pub fault_credit: Share,
	/// The part of the largest possible bill that is locked.
	pub collateral: Share,
}

/// The signs of life of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Uptime {
	/// When the count began; 0 when a provider of the genesis has not given a sign of life yet.
	pub enrolled: Timestamp,
	/// The first second at which the last sign of life no longer holds good.
	pub up_until: Timestamp,
	/// Seconds of downtime before `up_until`.
	pub down: Seconds,
	/// Since when it has been down, once that is declared an outage.
	pub outage: Option<Timestamp>,
}

/// What can be said about a provider at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
	/// When the count began.
	pub enrolled: Timestamp,
	/// Whether it is up.
	pub up: bool,
	/// Seconds counted.
	pub counted: Seconds,
	/// How many of them it was down.
	pub downtime: Seconds,
	/// The part of them it was up.
	pub availability: Share,
	/// Since when, if an outage is declared.
	pub outage: Option<Timestamp>,
	/// How many seconds of the downtime lay in maintenance that was announced.
	pub excused: Seconds,
	/// The maintenance that was announced last.
	pub maintenance: Option<Maintenance>,
	/// How many seconds of maintenance it may still announce.
	pub maintenance_left: Seconds,
}

/// A time in which a provider may be down without breaking a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Maintenance {
	/// Its first second.
	pub from: Timestamp,
	/// The first second after it.
	pub until: Timestamp,
}

/// The cover of an open lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cover {
	/// The lease.
	pub lease: LeaseId,
	/// Whose collateral is locked.
	pub provider: AccountId,
	/// In what asset.
	pub asset: Asset,
	/// The account that a credit goes to.
	pub tab: TabId,
	/// How much is locked.
	#[serde(serialize_with = "json::amount")]
	pub locked: Balance,
	/// What was promised: the part of the time in which the provider is up.
	pub availability: Share,
	/// The part of the bill that is owed when that was missed.
	pub credit: Share,
	/// The part of the bill that is owed when the lease ends by the provider's fault.
	pub fault_credit: Share,
}

impl Uptime {
	/// Whether the provider is up in the second that begins at `now`.
	pub fn is_up(&self, now: Timestamp) -> bool {
		now < self.up_until
	}

	/// D(now): seconds the provider has been down since it enrolled.
	pub fn downtime(&self, now: Timestamp) -> Seconds {
		if self.enrolled == Timestamp(0) {
			return 0;
		}
		self.down.saturating_add(now.since(self.up_until))
	}
}

impl State {
	/// All service levels, in the order of their numbers.
	pub async fn tiers(&self) -> Result<Vec<Tier>> {
		let entries = self.entries(chain::storage().sla().tiers(), ()).await?;
		let mut tiers: Vec<_> = entries
			.into_iter()
			.map(|((Static(id),), tier)| Tier {
				id,
				name: text(tier.name),
				availability: tier.availability.into(),
				start_within: tier.start_within,
				credit: tier.credit.into(),
				fault_credit: tier.fault_credit.into(),
				collateral: tier.collateral.into(),
			})
			.collect();
		tiers.sort_by_key(|tier| tier.id);
		Ok(tiers)
	}

	/// A service level by its name or its number.
	pub async fn tier_named(&self, name: &str) -> Result<Tier> {
		let tiers = self.tiers().await?;
		let known = tiers.iter().map(|tier| tier.name.as_str()).collect::<Vec<_>>().join(", ");
		tiers
			.into_iter()
			.find(|tier| tier.name == name || tier.id.0.to_string() == name)
			.ok_or_else(|| Error::NotFound(format!("tier `{name}`; there are: {known}")))
	}

	/// The signs of life of a provider.
	pub async fn uptime(&self, provider: AccountId) -> Result<Option<Uptime>> {
		let entry = self.fetch(chain::storage().sla().uptimes(), (provider,)).await?;
		Ok(entry.map(|uptime: pallet_tradewind_sla::uptime::Uptime| Uptime {
			enrolled: uptime.enrolled.0,
			up_until: uptime.up_until.0,
			down: uptime.down,
			outage: uptime.outage.map(|since| since.0),
		}))
	}

	/// Whether a provider is up at this block.
	pub async fn is_up(&self, provider: AccountId) -> Result<bool> {
		let now = self.now().await?;
		Ok(self.uptime(provider).await?.is_some_and(|uptime| uptime.is_up(now)))
	}

	/// How a provider has been doing up to this block.
	pub async fn statement(&self, provider: AccountId) -> Result<Option<Statement>> {
		let view = chain::view_functions().sla().statement(provider);
		Ok(self.view(view).await?.map(|statement| Statement {
			enrolled: statement.enrolled.0,
			up: statement.up,
			counted: statement.counted,
			downtime: statement.downtime,
			availability: statement.availability.into(),
			outage: statement.outage.map(|since| since.0),
			excused: statement.excused,
			maintenance: statement
				.maintenance
				.map(|window| Maintenance { from: window.from.0, until: window.until.0 }),
			maintenance_left: statement.maintenance_left,
		}))
	}
}

impl Client {
	/// Announces that the signer, a provider, will be down.
	pub async fn announce_maintenance(
		&self,
		signer: &Signer,
		from: Timestamp,
		seconds: Seconds,
	) -> Result<Included> {
		let call = chain::tx().sla().announce_maintenance(Static(from), seconds);
		self.submit(signer, &call).await
	}

	/// Calls that off.
	pub async fn cancel_maintenance(&self, signer: &Signer) -> Result<Included> {
		self.submit(signer, &chain::tx().sla().cancel_maintenance()).await
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const UPTIME: Uptime =
		Uptime { enrolled: Timestamp(1_000), up_until: Timestamp(2_000), down: 100, outage: None };

	#[test]
	fn silence_counts_as_downtime_second_by_second() {
		assert!(UPTIME.is_up(Timestamp(1_999)));
		assert!(!UPTIME.is_up(Timestamp(2_000)));
		assert_eq!(UPTIME.downtime(Timestamp(1_999)), 100);
		assert_eq!(UPTIME.downtime(Timestamp(2_050)), 150);
	}

	#[test]
	fn nothing_is_counted_before_the_first_sign_of_life() {
		let fresh = Uptime { enrolled: Timestamp(0), up_until: Timestamp(0), down: 0, ..UPTIME };
		assert_eq!(fresh.downtime(Timestamp(5_000)), 0);
		assert!(!fresh.is_up(Timestamp(5_000)));
	}
}
