//! On what terms an offer sells besides its unit prices, and who may lease from it.

use super::MAX_MODEL;
use crate::{
	chain::runtime_types::{
		bounded_collections::bounded_vec::BoundedVec,
		pallet_tradewind_marketplace::{terms, types},
		tradewind_primitives::resources::Runtimes as RawRuntimes,
	},
	convert::{bounded, text, Factor, Share},
	error::{Error, Result},
	providers::MAX_REGION,
	AccountId, Runtimes, Seconds,
};
use serde::{Serialize, Serializer};

/// How many accounts an offer may be kept for.
pub const MAX_ALLOWED: usize = 32;

/// The longest notice with which a spot lease is taken back, in seconds.
pub const LONGEST_NOTICE: u32 = 3_600;

/// The terms of an offer besides its prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Terms {
	/// How its prices follow the index of the class.
	pub pricing: Pricing,
	/// Where its machines stand; empty when that is not said.
	pub region: String,
	/// The shortest lease it is for, by the longest time that the lease may run.
	pub min_seconds: Seconds,
	/// The longest lease it is for.
	pub max_seconds: Seconds,
	/// What can be run on it.
	#[serde(serialize_with = "runtime_names")]
	pub runtimes: Runtimes,
	/// The model of its graphics processors; empty when that is not said.
	pub model: String,
	/// On what terms it can be reserved; `None` when it cannot.
	pub reserved: Option<Reservation>,
	/// On what terms it can be leased until the room is wanted; `None` when it cannot.
	pub spot: Option<Spot>,
}

/// On what terms an offer can be reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reservation {
	/// The shortest term.
	pub min_seconds: Seconds,
	/// By how much it is cheaper.
	pub discount: Share,
	/// The part of what is left of the term that an owner pays who ends it early.
	pub forfeit: Share,
}

/// On what terms an offer is leased until somebody wants the room at the full price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
	/// By how much it is cheaper.
	pub discount: Share,
	/// With how many seconds of notice it is taken back, at most [`LONGEST_NOTICE`].
	pub notice: u32,
}

/// How the unit prices of an offer become what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pricing {
	/// It asks its unit prices.
	Fixed,
	/// It asks them times the level of its class, where the level is within these bounds.
	Indexed {
		/// The lowest factor.
		floor: Factor,
		/// The highest factor.
		cap: Factor,
	},
}

/// Who may lease from an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
	/// Everybody.
	Public,
	/// Only these.
	AllowList(Vec<AccountId>),
}

/// The names of what can be run, for people and programs.
pub fn names_of(runtimes: Runtimes) -> Vec<String> {
	let named = [("wasm", Runtimes::WASM), ("container", Runtimes::CONTAINER)];
	let (mut names, mut rest) = (Vec::new(), runtimes.0);
	for (name, runtime) in named {
		if runtimes.include(runtime) {
			names.push(name.to_owned());
			rest &= !runtime.0;
		}
	}
	if rest > 0 {
		names.push(format!("{rest:#04x}"));
	}
	names
}

pub(super) fn runtime_names<S: Serializer>(
	runtimes: &Runtimes,
	serializer: S,
) -> Result<S::Ok, S::Error> {
	serializer.collect_seq(names_of(*runtimes))
}

/// A region for the chain.
pub(super) fn region(name: &str) -> Result<BoundedVec<u8>> {
	bounded("a region", name.as_bytes(), MAX_REGION)
}

/// Runtimes for the chain.
pub(super) fn runtimes(runtimes: Runtimes) -> RawRuntimes {
	RawRuntimes(runtimes.0)
}

/// Fixed prices, nowhere in particular, for any time, on demand, and WebAssembly modules.
impl Default for Terms {
	fn default() -> Self {
		Self {
			pricing: Pricing::Fixed,
			region: String::new(),
			min_seconds: 0,
			max_seconds: Seconds::MAX,
			runtimes: Runtimes::WASM,
			model: String::new(),
			reserved: None,
			spot: None,
		}
	}
}

impl From<terms::Terms> for Terms {
	fn from(terms: terms::Terms) -> Self {
		Self {
			pricing: match terms.pricing {
				terms::Pricing::Fixed => Pricing::Fixed,
				terms::Pricing::Indexed { floor, cap } => {
					Pricing::Indexed { floor: floor.into(), cap: cap.into() }
				},
			},
			region: text(terms.region),
			min_seconds: terms.min_seconds,
			max_seconds: terms.max_seconds,
			runtimes: Runtimes(terms.runtimes.0),
			model: text(terms.model),
			reserved: terms.reserved.map(Into::into),
			spot: terms.spot.map(Into::into),
		}
	}
}

impl From<terms::Reservation> for Reservation {
	fn from(reserved: terms::Reservation) -> Self {
		Self {
			min_seconds: reserved.min_seconds,
			discount: reserved.discount.into(),
			forfeit: reserved.forfeit.into(),
		}
	}
}

impl From<terms::Spot> for Spot {
	fn from(spot: terms::Spot) -> Self {
		Self { discount: spot.discount.into(), notice: spot.notice }
	}
}

impl Terms {
	pub(super) fn write(&self) -> Result<terms::Terms> {
		Ok(terms::Terms {
			pricing: match self.pricing {
				Pricing::Fixed => terms::Pricing::Fixed,
				Pricing::Indexed { floor, cap } => {
					terms::Pricing::Indexed { floor: floor.into(), cap: cap.into() }
				},
			},
			region: region(&self.region)?,
			min_seconds: self.min_seconds,
			max_seconds: self.max_seconds,
			runtimes: runtimes(self.runtimes),
			model: bounded("a model", self.model.as_bytes(), MAX_MODEL)?,
			reserved: self.reserved.map(|reserved| terms::Reservation {
				min_seconds: reserved.min_seconds,
				discount: reserved.discount.into(),
				forfeit: reserved.forfeit.into(),
			}),
			spot: self
				.spot
				.map(|spot| terms::Spot { discount: spot.discount.into(), notice: spot.notice }),
		})
	}
}

impl Access {
	pub(super) fn write(&self) -> Result<types::Access<AccountId>> {
		Ok(match self {
			Self::Public => types::Access::Public,
			Self::AllowList(accounts) if accounts.len() > MAX_ALLOWED => {
				return Err(Error::Unfit(format!(
					"an offer is kept for at most {MAX_ALLOWED} accounts, not {}",
					accounts.len()
				)))
			},
			Self::AllowList(accounts) => types::Access::AllowList(BoundedVec(accounts.clone())),
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn terms_are_read_as_they_are_written() {
		let pricing = Pricing::Indexed { floor: Factor::ONE, cap: Factor(Factor::ONE.0 * 3) };
		let terms = Terms {
			pricing,
			region: "eu-west".to_owned(),
			model: "h200".to_owned(),
			reserved: Some(Reservation {
				min_seconds: 60,
				discount: Share(300_000_000),
				forfeit: Share::ONE,
			}),
			spot: Some(Spot { discount: Share(600_000_000), notice: 30 }),
			..Default::default()
		};
		for terms in [terms, Terms::default()] {
			assert_eq!(Terms::from(terms.write().unwrap()), terms);
		}
		let region = "x".repeat(33);
		assert!(Terms { region, ..Default::default() }.write().is_err());
		let model = "x".repeat(25);
		assert!(Terms { model, ..Default::default() }.write().is_err());
	}

	#[test]
	fn a_list_that_is_too_long_is_not_sent() {
		let list = |count: usize| Access::AllowList(vec![AccountId([1; 32]); count]);
		assert!(list(MAX_ALLOWED).write().is_ok());
		assert!(list(MAX_ALLOWED + 1).write().is_err());
	}

	#[test]
	fn runtimes_without_a_name_are_told_by_their_bits() {
		assert_eq!(names_of(Runtimes(3)), ["wasm", "container"]);
		assert_eq!(names_of(Runtimes(0x42)), ["container", "0x40"]);
		assert!(names_of(Runtimes(0)).is_empty());
	}
}
