//! What the offers of a class say to somebody's wants.

use super::{Filters, LeaseKind, Reservation, Spot};
use crate::{
	chain::{
		self,
		runtime_types::{
			pallet_tradewind_marketplace::{matching, types},
			tradewind_primitives::money::Rate as RawRate,
		},
	},
	connection::State,
	convert::{Factor, Share},
	error::{Error, Result},
	json,
	providers::Provider,
	AccountId, Asset, ClassId, OfferId, Rate, Resources, Seconds, TierId,
};
use serde::Serialize;
use std::collections::BTreeMap;
use subxt::utils::Static;

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
	/// Who would buy; `None` for anybody, who is on no list.
	pub owner: Option<AccountId>,
	/// The kind of hardware.
	pub class: ClassId,
	/// The service level.
	pub tier: TierId,
	/// The asset of the account that will pay.
	pub asset: Asset,
	/// What is needed.
	pub needs: Resources,
	/// The most that may be asked per second; `None` for any price.
	pub max_rate: Option<Rate>,
	/// For how many seconds at most.
	pub max_seconds: Seconds,
	/// The only providers that will do; empty when any will.
	pub only: Vec<AccountId>,
	/// Providers that will not do.
	pub without: Vec<AccountId>,
	/// On what terms.
	pub kind: LeaseKind,
	/// What else is asked.
	pub filters: Filters,
}

/// What the offers of a class say at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
	/// The level of the class.
	pub level: Factor,
	/// The lowest rate among those who would serve.
	#[serde(serialize_with = "optional_rate")]
	pub lowest: Option<Rate>,
	/// The highest.
	#[serde(serialize_with = "optional_rate")]
	pub highest: Option<Rate>,
	/// What each offer says: first those who would serve, as the chain would take them; then the
	/// others.
	pub answers: Vec<Answer>,
}

/// What one offer says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
	/// The offer.
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// Where the machines stand; empty when that is not said.
	pub region: String,
	/// In what asset the rates are.
	pub asset: Asset,
	/// What is not leased.
	pub free: Resources,
	/// How well the provider is known: nothing is known at a half.
	pub reputation: Share,
	/// What it asks; `None` when it is more than a number can say, or when it is not leased on
	/// these terms.
	pub rates: Option<Rates>,
	/// Why it cannot be had; `None` when it can.
	pub why_not: Option<WhyNot>,
	/// Whether it stands where it is wanted, if it matters where.
	pub near: bool,
	/// On what terms it can be reserved.
	pub reserved: Option<Reservation>,
	/// On what terms it can be leased until the room is wanted.
	pub spot: Option<Spot>,
}

/// What an offer asks per second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rates {
	/// At this moment.
	#[serde(serialize_with = "json::rate")]
	pub now: Rate,
	/// The least that it can come to while the policy of the class and the offer stay as they are.
	#[serde(serialize_with = "json::rate")]
	pub least: Rate,
	/// The most.
	#[serde(serialize_with = "json::rate")]
	pub most: Rate,
}

/// Why an offer cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
	/// It is sold with another service level.
	OtherTier,
	/// The buyer does not deal with this provider.
	NotWanted,
	/// Its machines stand elsewhere.
	OtherRegion,
	/// Its machines cannot run it.
	CannotRun,
	/// It has other graphics processors.
	OtherModel,
	/// It is not leased on these terms.
	OtherKind,
	/// It is for longer leases.
	TooShort,
	/// It is for shorter leases.
	TooLong,
	/// It is sold for another asset.
	OtherAsset,
	/// It is paused.
	Paused,
	/// Too little of it is free.
	NoRoom,
	/// As many leases run on it as may until the room is wanted.
	NoSpotLeft,
	/// It would cost nothing, and what costs nothing is not for sale.
	NoPrice,
	/// It costs more than the buyer would pay.
	TooDear,
	/// It is kept for others.
	NotAllowed,
	/// Its provider takes no work.
	NotActive,
	/// Its provider is down.
	Down,
	/// No auditor in office vouches for what was asked of its provider.
	NotAttested,
}

/// A provider that could do it at this moment, and for how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seller {
	/// The offer.
	pub offer: OfferId,
	/// What it costs per second.
	pub rates: Rates,
	/// Who sells.
	pub provider: Provider,
}

impl WhyNot {
	/// Why not, in a few words.
	pub fn words(self) -> &'static str {
		match self {
			Self::OtherTier => "another service level",
			Self::NotWanted => "not wanted",
			Self::OtherRegion => "another region",
			Self::CannotRun => "cannot run it",
			Self::OtherModel => "another model",
			Self::OtherKind => "not on these terms",
			Self::TooShort => "for longer leases",
			Self::TooLong => "for shorter leases",
			Self::OtherAsset => "another asset",
			Self::Paused => "paused",
			Self::NoRoom => "no room",
			Self::NoSpotLeft => "no spot lease left",
			Self::NoPrice => "would cost nothing",
			Self::TooDear => "too dear",
			Self::NotAllowed => "kept for others",
			Self::NotActive => "takes no work",
			Self::Down => "down",
			Self::NotAttested => "not vouched for",
		}
	}

	/// Whether only the moment is wrong: it may be had later on the same terms.
	pub fn passes(self) -> bool {
		use WhyNot::*;
		matches!(self, Paused | NoRoom | NoSpotLeft | NotActive | Down)
	}
}

impl From<matching::WhyNot> for WhyNot {
	fn from(why: matching::WhyNot) -> Self {
		use matching::WhyNot as Raw;
		match why {
			Raw::OtherTier => Self::OtherTier,
			Raw::NotWanted => Self::NotWanted,
			Raw::OtherRegion => Self::OtherRegion,
			Raw::CannotRun => Self::CannotRun,
			Raw::OtherModel => Self::OtherModel,
			Raw::OtherKind => Self::OtherKind,
			Raw::TooShort => Self::TooShort,
			Raw::TooLong => Self::TooLong,
			Raw::OtherAsset => Self::OtherAsset,
			Raw::Paused => Self::Paused,
			Raw::NoRoom => Self::NoRoom,
			Raw::NoSpotLeft => Self::NoSpotLeft,
			Raw::NoPrice => Self::NoPrice,
			Raw::TooDear => Self::TooDear,
			Raw::NotAllowed => Self::NotAllowed,
			Raw::NotActive => Self::NotActive,
			Raw::Down => Self::Down,
			Raw::NotAttested => Self::NotAttested,
		}
	}
}

impl From<types::Rates> for Rates {
	fn from(rates: types::Rates) -> Self {
		Self { now: rates.now.into(), least: rates.least.into(), most: rates.most.into() }
	}
}

impl Answer {
	/// What it asks, if it can be had.
	pub fn serves(&self) -> Option<Rates> {
		self.rates.filter(|_| self.why_not.is_none())
	}
}

impl Rates {
	/// What to allow for, so that an order still fits when the level of the class has moved a
	/// little while it was under way: a hundredth more, but never more than the offer can ask.
	pub fn limit(&self) -> Rate {
		let room = self.now.0 / 100;
		Rate(self.now.0.saturating_add(room).saturating_add(1).min(self.most.0.max(self.now.0)))
	}
}

impl Wanted {
	fn write(&self) -> Result<types::Wanted<AccountId>> {
		Ok(types::Wanted {
			owner: self.owner,
			tier: Static(self.tier),
			asset: Static(self.asset.into()),
			needs: Static(self.needs),
			max_rate: RawRate(self.max_rate.map_or(u128::MAX, |rate| rate.0)),
			max_seconds: self.max_seconds,
			candidates: self.only.clone(),
			excluded: self.without.clone(),
			kind: self.kind.into(),
			filters: self.filters.write()?,
		})
	}
}

fn optional_rate<S: serde::Serializer>(
	rate: &Option<Rate>,
	serializer: S,
) -> Result<S::Ok, S::Error> {
	json::optional_amount(&rate.map(|rate| rate.0), serializer)
}

/// The first answer of every provider that would serve, which is its cheapest.
fn one_each(answers: &[Answer]) -> impl Iterator<Item = (&Answer, Rates)> {
	let mut seen = Vec::new();
	answers.iter().filter_map(move |answer| {
		let rates = answer.serves()?;
		let first = !seen.contains(&answer.provider);
		seen.push(answer.provider);
		first.then_some((answer, rates))
	})
}

impl State {
	/// What each offer of a class would cost, and why it cannot be had. Whether the collateral of
	/// a provider covers a lease shows when one is opened.
	pub async fn quote(&self, wanted: &Wanted) -> Result<Quote> {
		let missing = || Error::NotFound(format!("class {}", wanted.class.0));
		let views = chain::view_functions().marketplace();
		let quote = self.view(views.quote(Static(wanted.class), wanted.write()?)).await?;
		let quote = quote.ok_or_else(missing)?;
		let book = self.book(wanted.class).await?.into_iter();
		let mut book: BTreeMap<_, _> = book.map(|offer| (offer.id, offer)).collect();
		let range = quote.range.map(|(low, high)| (Rate::from(low), Rate::from(high)));
		let answers = quote.answers.into_iter().filter_map(|answer| {
			// Both are of one block, so what answers is listed.
			let offer = book.remove(&answer.offer.into())?;
			Some(Answer {
				offer: offer.id,
				provider: answer.provider,
				region: offer.terms.region,
				asset: offer.asset,
				free: answer.free.0,
				reputation: Share::of(
					answer.reputation.into(),
					tradewind_primitives::TOP_REPUTATION.into(),
				),
				rates: answer.rates.map(Into::into),
				why_not: answer.why_not.map(Into::into),
				near: answer.near,
				reserved: offer.terms.reserved,
				spot: offer.terms.spot,
			})
		});
		Ok(Quote {
			level: quote.level.into(),
			lowest: range.map(|(low, _)| low),
			highest: range.map(|(_, high)| high),
			answers: answers.collect(),
		})
	}

	/// The providers that could do it at this moment, as the chain would take them, at most `most`
	/// of them.
	pub async fn sellers(&self, wanted: &Wanted, most: usize) -> Result<Vec<Seller>> {
		let quote = self.quote(wanted).await?;
		let mut sellers = Vec::new();
		for (answer, rates) in one_each(&quote.answers).take(most) {
			let provider = self.provider(answer.provider).await?;
			let missing = || Error::NotFound(format!("provider {}", answer.provider));
			let provider = provider.ok_or_else(missing)?;
			sellers.push(Seller { offer: answer.offer, rates, provider });
		}
		Ok(sellers)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn answer(offer: u64, provider: u8, rate: u128, why_not: Option<WhyNot>) -> Answer {
		let rate = Rate(rate);
		Answer {
			offer: OfferId(offer),
			provider: AccountId([provider; 32]),
			region: String::new(),
			asset: Asset::Native,
			free: Resources::default(),
			reputation: Share(500_000_000),
			rates: Some(Rates { now: rate, least: rate, most: rate }),
			why_not,
			near: true,
			reserved: None,
			spot: None,
		}
	}

	#[test]
	fn a_provider_sells_from_its_cheapest_offer_that_serves() {
		let answers = [
			answer(2, 2, 10, None),
			answer(3, 1, 20, None),
			answer(1, 1, 30, None),
			answer(4, 3, 1, Some(WhyNot::Down)),
		];
		let found: Vec<_> =
			one_each(&answers).map(|(answer, rates)| (answer.offer.0, rates.now.0)).collect();
		assert_eq!(found, [(2, 10), (3, 20)]);
	}

	#[test]
	fn a_little_more_is_allowed_for_where_prices_move() {
		let limit =
			|now, most| Rates { now: Rate(now), least: Rate(1), most: Rate(most) }.limit().0;
		assert_eq!(limit(1_000, 4_000), 1_011);
		assert_eq!(limit(1_000, 1_005), 1_005);
		assert_eq!(limit(1_000, 1_000), 1_000);
		assert_eq!(limit(u128::MAX, u128::MAX), u128::MAX);
	}
}
