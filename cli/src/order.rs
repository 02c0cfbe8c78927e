//! What is wanted of the market, on the command line: resources, terms, filters.

use crate::{
	commands::offer::terms::{all_of, parse_runtime, show_runtimes},
	exit::fail,
	quantity::{parse_duration, ResourceArgs},
};
use clap::{Args, ValueEnum};
use tradewind_client::{
	market::{Claim, Filters, LeaseKind, Near, Order, Wanted},
	AccountId, Asset, ClassId, Rate, Resources, Runtimes, Seconds, Share, State, TierId,
};

/// What is asked for when nothing is said.
pub const DEFAULT_NEEDS: Resources =
	Resources { cpu_millis: 1000, memory_mib: 256, disk_mib: 64, gpus: 0, egress_mbps: 0 };

/// What nearness is worth when nothing is said.
const DEFAULT_NEARNESS: Share = Share(100_000_000);

/// What a place has to be besides large, long and cheap enough.
#[derive(Args, Clone, Debug, Default)]
pub struct FilterArgs {
	/// Only in this region; may be given several times
	#[arg(long = "region", value_name = "REGION")]
	pub regions: Vec<String>,
	/// Not in this region; may be given several times
	#[arg(long = "avoid-region", value_name = "REGION")]
	pub avoid: Vec<String>,
	/// Only on this model of graphics processors
	#[arg(long, value_name = "MODEL")]
	pub model: Option<String>,
	/// Only at providers of which an auditor vouches for this; may be given several times
	#[arg(long = "attribute", value_name = "NAME=VALUE", value_parser = parse_claim)]
	pub attributes: Vec<Claim>,
	/// Rather in this region: what is asked elsewhere counts for so much more, 10% when not said
	#[arg(long, value_name = "REGION[:PERCENT]", value_parser = parse_near)]
	pub near: Option<Near>,
}

/// On what terms a lease is taken.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KindArg {
	/// At the full price, for as long as it is wanted
	#[default]
	OnDemand,
	/// Cheaper, for a term that is paid ahead
	Reserved,
	/// Cheaper, until somebody wants the room at the full price
	Spot,
}

/// What is ordered.
#[derive(Args, Clone, Debug)]
pub struct OrderArgs {
	#[command(flatten)]
	pub needs: ResourceArgs,
	/// What kind of hardware
	#[arg(long, default_value = "cpu.general")]
	pub class: String,
	/// With what service level: its name or its number
	#[arg(long, default_value = "standard")]
	pub tier: String,
	/// On what terms
	#[arg(long, value_enum, default_value_t)]
	pub kind: KindArg,
	/// For how long, in billed time
	#[arg(
		long,
		visible_alias = "for",
		default_value = "1h",
		value_name = "TIME",
		value_parser = parse_duration
	)]
	pub seconds: Seconds,
	/// Set aside what all of that costs, as is always done for what is reserved
	#[arg(long)]
	pub prepaid: bool,
	/// Only this provider; may be given several times
	#[arg(long = "provider", value_name = "ADDRESS")]
	pub providers: Vec<AccountId>,
	/// Not this provider; may be given several times
	#[arg(long = "not-provider", value_name = "ADDRESS")]
	pub without: Vec<AccountId>,
	/// What has to run on it; may be given several times
	#[arg(long = "runtime", value_name = "NAME", value_parser = parse_runtime)]
	pub runtimes: Vec<Runtimes>,
	#[command(flatten)]
	pub filters: FilterArgs,
	/// Which prepaid account pays; your first one in the native asset when left out
	#[arg(long, value_name = "ID")]
	pub account: Option<u64>,
}

impl From<KindArg> for LeaseKind {
	fn from(kind: KindArg) -> Self {
		match kind {
			KindArg::OnDemand => Self::OnDemand,
			KindArg::Reserved => Self::Reserved,
			KindArg::Spot => Self::Spot,
		}
	}
}

impl FilterArgs {
	/// What was given, and what has to be run.
	pub fn filters(&self, runtimes: Runtimes) -> Filters {
		Filters {
			regions: self.regions.clone(),
			avoid: self.avoid.clone(),
			runtimes,
			model: self.model.clone().unwrap_or_default(),
			attributes: self.attributes.clone(),
			near: self.near.clone(),
		}
	}
}

impl OrderArgs {
	/// What is wanted, at any price.
	pub async fn wanted(
		&self,
		state: &State,
		owner: AccountId,
		asset: Asset,
	) -> anyhow::Result<Wanted> {
		let needs = self.needs.over(DEFAULT_NEEDS);
		if needs.is_zero() {
			fail!(Usage, "nothing is asked for; see --cpu, --memory, --disk, --gpus");
		}
		if self.seconds == 0 {
			fail!(Usage, "it is for no time at all; see --seconds");
		}
		Ok(Wanted {
			owner: Some(owner),
			class: self.class(state).await?,
			tier: self.tier(state).await?,
			asset,
			needs,
			max_rate: None,
			max_seconds: self.seconds,
			only: self.providers.clone(),
			without: self.without.clone(),
			kind: self.kind.into(),
			filters: self.filters.filters(all_of(&self.runtimes)),
		})
	}

	async fn class(&self, state: &State) -> anyhow::Result<ClassId> {
		Ok(state.class_named(&self.class).await?.id)
	}

	async fn tier(&self, state: &State) -> anyhow::Result<TierId> {
		Ok(state.tier_named(&self.tier).await?.id)
	}

	/// Whether all that it may cost is set aside.
	pub fn is_prepaid(&self) -> bool {
		self.prepaid || self.kind == KindArg::Reserved
	}

	/// What is wanted, as an order that costs no more than `max_rate` per second.
	pub fn order(&self, wanted: &Wanted, max_rate: Rate) -> Order {
		Order {
			class: wanted.class,
			tier: wanted.tier,
			needs: wanted.needs,
			max_rate,
			seconds: wanted.max_seconds,
			kind: wanted.kind,
			prepaid: self.is_prepaid(),
			only: wanted.only.clone(),
			without: wanted.without.clone(),
			filters: wanted.filters.clone(),
		}
	}
}

/// Reads what a provider has to say of itself: a name, `=`, a value.
pub fn parse_claim(text: &str) -> Result<Claim, String> {
	match text.split_once('=') {
		Some((name, value)) if !name.is_empty() && !value.is_empty() => {
			Ok(Claim { name: name.to_owned(), value: value.to_owned() })
		},
		_ => Err(format!("`{text}` is not NAME=VALUE, such as iso-27001=yes")),
	}
}

/// Reads where it is best to be: a region, and after a colon what that is worth.
pub fn parse_near(text: &str) -> Result<Near, String> {
	let (region, more) = match text.split_once(':') {
		Some((region, percent)) => (region, percent.parse()?),
		None => (text, DEFAULT_NEARNESS),
	};
	if region.is_empty() {
		return Err(format!("`{text}` names no region; write eu-north or eu-north:25%"));
	}
	Ok(Near { region: region.to_owned(), more })
}

/// What is asked of a place, for people; nothing when nothing is.
pub fn show_filters(filters: &Filters) -> Option<String> {
	let mut parts = Vec::new();
	let mut named = |what: &str, names: &[String]| {
		if !names.is_empty() {
			parts.push(format!("{what} {}", names.join(" or ")));
		}
	};
	named("in", &filters.regions);
	named("not in", &filters.avoid);
	if !filters.model.is_empty() {
		parts.push(format!("on {}", filters.model));
	}
	if filters.runtimes != Runtimes::default() {
		parts.push(format!("runs {}", show_runtimes(filters.runtimes)));
	}
	for Claim { name, value } in &filters.attributes {
		parts.push(format!("{name} is {value}"));
	}
	if let Some(Near { region, more }) = &filters.near {
		parts.push(format!("rather in {region}, which is worth {more}"));
	}
	(!parts.is_empty()).then(|| parts.join("; "))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn claims_are_a_name_and_a_value() {
		let claim = parse_claim("iso-27001=yes=no").unwrap();
		assert_eq!((claim.name.as_str(), claim.value.as_str()), ("iso-27001", "yes=no"));
		for text in ["", "iso", "=yes", "iso="] {
			assert!(parse_claim(text).is_err(), "{text}");
		}
	}

	#[test]
	fn nearness_is_a_region_and_what_it_is_worth() {
		let near = |text: &str| parse_near(text).map(|near| (near.region, near.more.0));
		assert_eq!(near("eu-north"), Ok(("eu-north".to_owned(), 100_000_000)));
		assert_eq!(near("eu-north:25%"), Ok(("eu-north".to_owned(), 250_000_000)));
		for text in ["", ":5%", "eu:5", "eu:", "eu:101%"] {
			assert!(near(text).is_err(), "{text}");
		}
	}

	#[test]
	fn filters_are_shown_in_words_or_not_at_all() {
		assert_eq!(show_filters(&Filters::default()), None);
		let args = FilterArgs {
			regions: vec!["eu-north".to_owned(), "eu-west".to_owned()],
			avoid: vec!["us-east".to_owned()],
			model: Some("h200".to_owned()),
			attributes: vec![parse_claim("iso-27001=yes").unwrap()],
			near: Some(parse_near("eu-west:5%").unwrap()),
		};
		let filters = args.filters(Runtimes::WASM);
		assert_eq!(filters.runtimes, Runtimes::WASM);
		let shown = show_filters(&filters).unwrap();
		assert_eq!(
			shown,
			"in eu-north or eu-west; not in us-east; on h200; runs wasm; iso-27001 is yes; rather in eu-west, \
			 which is worth 5 %"
		);
	}
}
