//! What somebody orders of the market.

use super::Filters;
use crate::{
	chain::runtime_types::{
		pallet_tradewind_marketplace::types, tradewind_primitives::lease::LeaseKind as RawKind,
	},
	convert::few,
	error::Result,
	json, AccountId, ClassId, Rate, Resources, Seconds, TierId,
};
use serde::Serialize;
use subxt::utils::Static;

/// How many leases one order opens at the most.
pub const MAX_COUNT: u8 = 16;

/// How many providers an order may name, and how many it may rule out.
const MAX_NAMED: usize = 16;

/// On what terms a lease is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaseKind {
	/// At the full price, for as long as it is wanted.
	#[default]
	OnDemand,
	/// Cheaper, for a term that is paid ahead.
	Reserved,
	/// Cheaper, and taken back with short notice when somebody wants the room at the full price.
	Spot,
}

/// How the leases of one order are to lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
	/// Wherever it is cheapest.
	#[default]
	Any,
	/// Each with another provider.
	Providers,
	/// Each in another region.
	Regions,
}

/// What somebody orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Order {
	/// The class of hardware.
	pub class: ClassId,
	/// The service level.
	pub tier: TierId,
	/// What is needed.
	pub needs: Resources,
	/// The most that may be asked per second for each lease.
	#[serde(serialize_with = "json::rate")]
	pub max_rate: Rate,
	/// For how many seconds each lease is, billed ones.
	pub seconds: Seconds,
	/// On what terms.
	pub kind: LeaseKind,
	/// Whether the price of all of that is set aside, as it always is for a reserved lease.
	pub prepaid: bool,
	/// The only providers that will do; empty when any will.
	pub only: Vec<AccountId>,
	/// Providers that will not do.
	pub without: Vec<AccountId>,
	/// What else is asked.
	pub filters: Filters,
}

impl LeaseKind {
	/// One word for it, as in JSON.
	pub fn name(self) -> &'static str {
		match self {
			Self::OnDemand => "on_demand",
			Self::Reserved => "reserved",
			Self::Spot => "spot",
		}
	}
}

impl From<RawKind> for LeaseKind {
	fn from(kind: RawKind) -> Self {
		match kind {
			RawKind::OnDemand => Self::OnDemand,
			RawKind::Reserved => Self::Reserved,
			RawKind::Spot => Self::Spot,
		}
	}
}

impl From<LeaseKind> for RawKind {
	fn from(kind: LeaseKind) -> Self {
		match kind {
			LeaseKind::OnDemand => Self::OnDemand,
			LeaseKind::Reserved => Self::Reserved,
			LeaseKind::Spot => Self::Spot,
		}
	}
}

impl From<Spread> for types::Spread {
	fn from(spread: Spread) -> Self {
		match spread {
			Spread::Any => Self::Any,
			Spread::Providers => Self::Providers,
			Spread::Regions => Self::Regions,
		}
	}
}

impl From<types::Order<AccountId>> for Order {
	fn from(order: types::Order<AccountId>) -> Self {
		Self {
			class: order.class.0,
			tier: order.tier.0,
			needs: order.needs.0,
			max_rate: order.max_rate.into(),
			seconds: order.seconds,
			kind: order.kind.into(),
			prepaid: order.prepaid,
			only: order.candidates.0,
			without: order.excluded.0,
			filters: order.filters.into(),
		}
	}
}

impl Order {
	/// Fails when it has more of something than the chain takes.
	pub fn check(&self) -> Result<()> {
		self.write().map(|_| ())
	}

	pub(super) fn write(&self) -> Result<types::Order<AccountId>> {
		Ok(types::Order {
			class: Static(self.class),
			tier: Static(self.tier),
			needs: Static(self.needs),
			max_rate: self.max_rate.into(),
			seconds: self.seconds,
			kind: self.kind.into(),
			prepaid: self.prepaid,
			candidates: few("providers to be named", self.only.clone(), MAX_NAMED)?,
			excluded: few("providers to be ruled out", self.without.clone(), MAX_NAMED)?,
			filters: self.filters.write()?,
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Runtimes;

	fn order(kind: LeaseKind, named: usize) -> Order {
		Order {
			class: ClassId(2),
			tier: TierId(1),
			needs: Resources { cpu_millis: 1_500, ..Default::default() },
			max_rate: Rate(7),
			seconds: 60,
			kind,
			prepaid: true,
			only: vec![AccountId([1; 32]); named],
			without: vec![AccountId([2; 32])],
			filters: Filters { runtimes: Runtimes::WASM, ..Default::default() },
		}
	}

	#[test]
	fn an_order_is_read_as_it_is_written() {
		for kind in [LeaseKind::OnDemand, LeaseKind::Reserved, LeaseKind::Spot] {
			let order = order(kind, MAX_NAMED);
			assert_eq!(Order::from(order.write().unwrap()), order);
			assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
		}
	}

	#[test]
	fn an_order_that_names_too_many_is_not_sent() {
		assert!(order(LeaseKind::Spot, MAX_NAMED + 1).write().is_err());
	}
}
