//! What is on sale and what is leased: classes, offers, leases, quotes.

use crate::{
	chain::{
		self,
		runtime_types::{
			bounded_collections::bounded_vec::BoundedVec, pallet_tradewind_marketplace::types,
			tradewind_primitives::money::Payee as RawPayee,
		},
	},
	connection::{Client, State},
	convert::{text, Share},
	error::{Error, Result},
	json,
	providers::Provider,
	tx::Included,
	AccountId, Asset, ClassId, LeaseId, OfferId, Rate, Resources, Signer, StreamId, TabId, TaskId,
	TierId, Timestamp, UnitPrices,
};
use serde::Serialize;
use std::collections::{btree_map::Entry, BTreeMap};
use subxt::utils::Static;

/// A kind of hardware whose offers can be compared by price alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Class {
	/// Its number.
	pub id: ClassId,
	/// Its name, such as `cpu.general`.
	pub name: String,
}

/// A provider's capacity in one class, and what it asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
	/// Its number.
	pub id: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// What kind of hardware.
	pub class: ClassId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the prices are.
	pub asset: Asset,
	/// All that is offered, leased or not.
	pub capacity: Resources,
	/// What a unit costs per second; new leases only.
	#[serde(serialize_with = "json::prices")]
	pub prices: UnitPrices,
	/// Who receives what the leases earn.
	pub payees: Vec<Payee>,
	/// How many leases run on it.
	pub leases: u32,
	/// Whether it takes no new leases.
	pub withdrawn: bool,
}

/// One receiver of what a lease earns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Payee {
	/// Who is paid.
	pub account: AccountId,
	/// Its part.
	pub share: Share,
}

/// The free part of an offer, as the matching sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listing {
	/// The offer.
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the prices are.
	pub asset: Asset,
	/// What is not leased.
	pub free: Resources,
	/// What a unit costs per second.
	#[serde(serialize_with = "json::prices")]
	pub prices: UnitPrices,
}

/// Resources reserved at one provider at a locked rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lease {
	/// Its number.
	pub id: LeaseId,
	/// Who buys.
	pub owner: AccountId,
	/// Who sells.
	pub provider: AccountId,
	/// Out of which offer.
	pub offer: OfferId,
	/// The billing account that pays.
	pub tab: TabId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the rate is.
	pub asset: Asset,
	/// What is reserved.
	pub needs: Resources,
	/// What it costs per second.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// The stream that pays for it.
	pub stream: StreamId,
	/// The task that it is for.
	pub task: Option<TaskId>,
	/// When it was opened.
	pub opened: Timestamp,
	/// When the provider began; nothing is billed before.
	pub started: Option<Timestamp>,
}

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
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
	/// The only providers that will do; empty when any will.
	pub only: Vec<AccountId>,
}

/// A provider that could do it at this moment, and for how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
	/// The offer.
	pub offer: OfferId,
	/// What it costs per second.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// Who sells.
	pub provider: Provider,
}

impl Offer {
	fn read(id: OfferId, offer: types::Offer<AccountId>) -> Self {
		Self {
			id,
			provider: offer.provider,
			class: offer.class.0,
			tier: offer.tier.0,
			asset: offer.asset.0.into(),
			capacity: offer.capacity.0,
			prices: offer.prices.0,
			payees: offer.payees.0.into_iter().map(Into::into).collect(),
			leases: offer.leases,
			withdrawn: offer.withdrawn,
		}
	}
}

impl From<RawPayee<AccountId>> for Payee {
	fn from(payee: RawPayee<AccountId>) -> Self {
		Self { account: payee.who, share: payee.share.into() }
	}
}

impl From<&Payee> for RawPayee<AccountId> {
	fn from(payee: &Payee) -> Self {
		Self { who: payee.account, share: payee.share.into() }
	}
}

impl From<types::Listing<AccountId>> for Listing {
	fn from(listing: types::Listing<AccountId>) -> Self {
		Self {
			offer: listing.offer.0,
			provider: listing.provider,
			tier: listing.tier.0,
			asset: listing.asset.0.into(),
			free: listing.free.0,
			prices: listing.prices.0,
		}
	}
}

impl Lease {
	fn read(id: LeaseId, lease: types::Lease<AccountId>) -> Self {
		Self {
			id,
			owner: lease.owner,
			provider: lease.provider,
			offer: lease.offer.0,
			tab: lease.tab.0,
			tier: lease.tier.0,
			asset: lease.asset.0.into(),
			needs: lease.needs.0,
			rate: lease.rate.into(),
			stream: lease.stream.0,
			task: lease.reference.map(TaskId),
			opened: lease.opened.0,
			started: lease.started.map(|at| at.0),
		}
	}
}

/// What fits of a book, the cheapest offer of every provider, cheapest first; offers at the same
/// price by their number. The chain chooses by the same rule.
pub fn rank(book: &[Listing], wanted: &Wanted) -> Vec<(Rate, OfferId, AccountId)> {
	let fitting = book.iter().filter_map(|listing| {
		let fits = listing.tier == wanted.tier
			&& listing.asset == wanted.asset
			&& wanted.needs.fits(&listing.free)
			&& (wanted.only.is_empty() || wanted.only.contains(&listing.provider));
		let rate = fits.then(|| listing.prices.rate(&wanted.needs)).flatten()?;
		let affordable = wanted.max_rate.is_none_or(|most| rate <= most);
		affordable.then_some((rate, listing.offer, listing.provider))
	});
	let mut best = BTreeMap::new();
	for (rate, offer, provider) in fitting {
		match best.entry(provider) {
			Entry::Vacant(vacant) => {
				vacant.insert((rate, offer));
			},
			Entry::Occupied(mut held) => {
				if (rate, offer) < *held.get() {
					held.insert((rate, offer));
				}
			},
		}
	}
	let mut ranked: Vec<_> =
		best.into_iter().map(|(provider, (rate, offer))| (rate, offer, provider)).collect();
	ranked.sort();
	ranked
}

impl State {
	/// All classes, in the order of their numbers.
	pub async fn classes(&self) -> Result<Vec<Class>> {
		let entries = self.entries(chain::storage().marketplace().classes(), ()).await?;
		let mut classes: Vec<_> = entries
			.into_iter()
			.map(|((Static(id),), class)| Class { id, name: text(class.name) })
			.collect();
		classes.sort_by_key(|class| class.id);
		Ok(classes)
	}

	/// A class by its name.
	pub async fn class_named(&self, name: &str) -> Result<Class> {
		let classes = self.classes().await?;
		let known = classes.iter().map(|class| class.name.as_str()).collect::<Vec<_>>().join(", ");
		classes
			.into_iter()
			.find(|class| class.name == name)
			.ok_or_else(|| Error::NotFound(format!("class `{name}`; there are: {known}")))
	}

	/// An offer.
	pub async fn offer(&self, id: OfferId) -> Result<Option<Offer>> {
		let entry = self.fetch(chain::storage().marketplace().offers(), (Static(id),)).await?;
		Ok(entry.map(|offer| Offer::read(id, offer)))
	}

	/// All offers, in the order of their numbers.
	pub async fn offers(&self) -> Result<Vec<Offer>> {
		let entries = self.entries(chain::storage().marketplace().offers(), ()).await?;
		let mut offers: Vec<_> =
			entries.into_iter().map(|((Static(id),), offer)| Offer::read(id, offer)).collect();
		offers.sort_by_key(|offer| offer.id);
		Ok(offers)
	}

	/// What is on offer in a class.
	pub async fn book(&self, class: ClassId) -> Result<Vec<Listing>> {
		let book = self.fetch(chain::storage().marketplace().books(), (Static(class),)).await?;
		Ok(book.map_or_else(Vec::new, |book| book.0.into_iter().map(Into::into).collect()))
	}

	/// The providers that could do it at this moment, cheapest first, at most `most` of them: they
	/// take work and are up. Whether the collateral of one covers a lease shows when it is opened.
	pub async fn quotes(&self, wanted: &Wanted, most: usize) -> Result<Vec<Quote>> {
		let mut quotes = Vec::new();
		for (rate, offer, account) in rank(&self.book(wanted.class).await?, wanted) {
			if quotes.len() == most {
				break;
			}
			let Some(provider) = self.provider(account).await? else { continue };
			if provider.status.accepts_work() && self.is_up(account).await? {
				quotes.push(Quote { offer, rate, provider });
			}
		}
		Ok(quotes)
	}

	/// An open lease.
	pub async fn lease(&self, id: LeaseId) -> Result<Option<Lease>> {
		let entry = self.fetch(chain::storage().marketplace().leases(), (Static(id),)).await?;
		Ok(entry.map(|lease| Lease::read(id, lease)))
	}

	/// All open leases, in the order of their numbers.
	pub async fn leases(&self) -> Result<Vec<Lease>> {
		let entries = self.entries(chain::storage().marketplace().leases(), ()).await?;
		let mut leases: Vec<_> =
			entries.into_iter().map(|((Static(id),), lease)| Lease::read(id, lease)).collect();
		leases.sort_by_key(|lease| lease.id);
		Ok(leases)
	}
}

impl Client {
	/// Offers capacity. An empty list of payees pays the signer alone.
	pub async fn create_offer(
		&self,
		signer: &Signer,
		class: ClassId,
		tier: TierId,
		asset: Asset,
		capacity: Resources,
		prices: UnitPrices,
		payees: &[Payee],
	) -> Result<OfferId> {
		let most = tradewind_primitives::MAX_PAYEES as usize;
		if payees.len() > most {
			return Err(Error::Unfit(format!("an offer has at most {most} payees")));
		}
		let call = chain::tx().marketplace().create_offer(
			Static(class),
			Static(tier),
			Static(asset.into()),
			Static(capacity),
			Static(prices),
			BoundedVec(payees.iter().map(Into::into).collect()),
		);
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::marketplace::events::OfferCreated>()?.offer.0)
	}

	/// Asks other prices of new leases.
	pub async fn set_prices(
		&self,
		signer: &Signer,
		offer: OfferId,
		prices: UnitPrices,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_prices(Static(offer), Static(prices));
		self.submit(signer, &call).await
	}

	/// Changes what an offer holds in all.
	pub async fn set_capacity(
		&self,
		signer: &Signer,
		offer: OfferId,
		capacity: Resources,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_capacity(Static(offer), Static(capacity));
		self.submit(signer, &call).await
	}

	/// Takes an offer off the market. Returns how many leases still run on it.
	pub async fn withdraw_offer(&self, signer: &Signer, offer: OfferId) -> Result<u32> {
		let call = chain::tx().marketplace().withdraw_offer(Static(offer));
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::marketplace::events::OfferWithdrawn>()?.leases)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const NEEDS: Resources =
		Resources { cpu_millis: 1000, memory_mib: 1024, disk_mib: 0, gpus: 0, egress_mbps: 0 };

	fn listing(offer: u64, provider: u8, cpu: u128) -> Listing {
		Listing {
			offer: OfferId(offer),
			provider: AccountId([provider; 32]),
			tier: TierId(0),
			asset: Asset::Native,
			free: NEEDS,
			prices: UnitPrices { cpu, ..Default::default() },
		}
	}

	fn wanted() -> Wanted {
		Wanted {
			class: ClassId(0),
			tier: TierId(0),
			asset: Asset::Native,
			needs: NEEDS,
			max_rate: None,
			only: Vec::new(),
		}
	}

	fn offers(book: &[Listing], wanted: &Wanted) -> Vec<u64> {
		rank(book, wanted).into_iter().map(|(_, offer, _)| offer.0).collect()
	}

	#[test]
	fn the_cheapest_offer_of_every_provider_comes_first() {
		let book = [listing(1, 1, 30), listing(2, 2, 10), listing(3, 1, 20), listing(4, 3, 10)];
		assert_eq!(offers(&book, &wanted()), [2, 4, 3]);
	}

	#[test]
	fn what_does_not_fit_is_left_out() {
		let mut tight = listing(1, 1, 1);
		tight.free.memory_mib -= 1;
		let mut other_tier = listing(2, 2, 1);
		other_tier.tier = TierId(1);
		let mut other_asset = listing(3, 3, 1);
		other_asset.asset = Asset::Id(1);
		let dear = listing(4, 4, 100);
		let fits = listing(5, 5, 99);
		let book = [tight, other_tier, other_asset, dear, fits];
		let wanted = Wanted { max_rate: Some(Rate(99)), ..wanted() };
		assert_eq!(offers(&book, &wanted), [5]);
	}

	#[test]
	fn a_pinned_provider_is_the_only_one() {
		let book = [listing(1, 1, 1), listing(2, 2, 2)];
		let wanted = Wanted { only: vec![AccountId([2; 32])], ..wanted() };
		assert_eq!(offers(&book, &wanted), [2]);
	}
}
