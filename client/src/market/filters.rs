//! What a place is asked to be besides large, long and cheap enough.

use super::{
	terms::{self, runtime_names},
	MAX_MODEL,
};
use crate::{
	chain::runtime_types::{
		bounded_collections::bounded_vec::BoundedVec,
		tradewind_primitives::lease::Filters as RawFilters,
	},
	convert::{bounded, few, text, Share},
	error::Result,
	providers::{MAX_ATTRIBUTE_NAME, MAX_ATTRIBUTE_VALUE},
	Runtimes,
};
use serde::Serialize;
use tradewind_primitives::{MAX_REGIONS, MAX_WANTED_ATTRIBUTES};

/// What a place is asked to be. Empty asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Filters {
	/// The only regions that will do; empty when any will.
	pub regions: Vec<String>,
	/// Regions that will not do.
	pub avoid: Vec<String>,
	/// What the machines have to be able to run.
	#[serde(serialize_with = "runtime_names")]
	pub runtimes: Runtimes,
	/// The model that its graphics processors have to be; empty when any will do.
	pub model: String,
	/// What an auditor has to vouch for of the provider.
	pub attributes: Vec<Claim>,
	/// Where the data lies, if it lies anywhere.
	pub near: Option<Near>,
}

/// Something that a provider says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
	/// Of what it speaks.
	pub name: String,
	/// What it says.
	pub value: String,
}

/// Where it is best to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Near {
	/// The region.
	pub region: String,
	/// What it is worth to be there: rates from elsewhere count for so much more.
	pub more: Share,
}

impl From<RawFilters> for Filters {
	fn from(filters: RawFilters) -> Self {
		let names = |list: BoundedVec<BoundedVec<u8>>| list.0.into_iter().map(text).collect();
		Self {
			regions: names(filters.regions),
			avoid: names(filters.avoid),
			runtimes: Runtimes(filters.runtimes.0),
			model: text(filters.model),
			attributes: filters
				.attributes
				.0
				.into_iter()
				.map(|(name, value)| Claim { name: text(name), value: text(value) })
				.collect(),
			near: filters
				.near
				.map(|(region, more)| Near { region: text(region), more: more.into() }),
		}
	}
}

impl Filters {
	pub(crate) fn write(&self) -> Result<RawFilters> {
		let regions = |what: &str, names: &[String]| {
			let names = names.iter().map(|name| terms::region(name)).collect::<Result<_>>()?;
			few(what, names, MAX_REGIONS as usize)
		};
		let claim = |Claim { name, value }: &Claim| {
			let name = bounded("the name of an attribute", name.as_bytes(), MAX_ATTRIBUTE_NAME)?;
			let value =
				bounded("the value of an attribute", value.as_bytes(), MAX_ATTRIBUTE_VALUE)?;
			Ok((name, value))
		};
		let attributes = self.attributes.iter().map(claim).collect::<Result<_>>()?;
		let near = match &self.near {
			Some(Near { region, more }) => Some((terms::region(region)?, (*more).into())),
			None => None,
		};
		Ok(RawFilters {
			regions: regions("regions to be asked for", &self.regions)?,
			avoid: regions("regions to be avoided", &self.avoid)?,
			runtimes: terms::runtimes(self.runtimes),
			model: bounded("a model", self.model.as_bytes(), MAX_MODEL)?,
			attributes: few(
				"attributes to be asked for",
				attributes,
				MAX_WANTED_ATTRIBUTES as usize,
			)?,
			near,
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn filters_are_read_as_they_are_written() {
		let all = Filters {
			regions: vec!["eu-north".to_owned(), "eu-west".to_owned()],
			avoid: vec!["eu-south".to_owned()],
			runtimes: Runtimes::WASM,
			model: "h200".to_owned(),
			attributes: vec![Claim { name: "iso-27001".to_owned(), value: "yes".to_owned() }],
			near: Some(Near { region: "eu-north".to_owned(), more: Share(50_000_000) }),
		};
		for filters in [all, Filters::default()] {
			assert_eq!(Filters::from(filters.write().unwrap()), filters);
		}
	}

	#[test]
	fn more_than_the_chain_takes_is_not_sent() {
		let regions = |count: usize| vec!["eu".to_owned(); count];
		let claim = || Claim { name: "a".to_owned(), value: "b".to_owned() };
		for (filters, fits) in [
			(Filters { regions: regions(8), ..Default::default() }, true),
			(Filters { regions: regions(9), ..Default::default() }, false),
			(Filters { avoid: regions(9), ..Default::default() }, false),
			(Filters { avoid: vec!["x".repeat(33)], ..Default::default() }, false),
			(Filters { model: "x".repeat(24), ..Default::default() }, true),
			(Filters { model: "x".repeat(25), ..Default::default() }, false),
			(Filters { attributes: vec![claim(); 4], ..Default::default() }, true),
			(Filters { attributes: vec![claim(); 5], ..Default::default() }, false),
		] {
			assert_eq!(filters.write().is_ok(), fits, "{filters:?}");
		}
	}
}
