//! What is on sale and what is leased: classes and their price levels, offers, leases, quotes.

mod index;
mod quotes;
mod terms;

pub use index::{Gauge, Index, Policy, Sample};
pub use quotes::{Answer, Quote, Rates, Seller, Wanted, WhyNot};
pub use terms::{names_of, Access, Pricing, Terms, MAX_ALLOWED};

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
	tx::Included,
	AccountId, Asset, ClassId, LeaseId, OfferId, Rate, Resources, Signer, StreamId, TabId, TaskId,
	TierId, Timestamp, UnitPrices,
};
use serde::Serialize;
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
	/// The other terms; new leases only.
	pub terms: Terms,
	/// Who receives what the leases earn.
	pub payees: Vec<Payee>,
	/// Whether it takes no new leases for now.
	pub paused: bool,
	/// Whether it is kept for the accounts of a list.
	pub restricted: bool,
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
	/// All that is offered, leased or not.
	pub capacity: Resources,
	/// What is not leased.
	pub free: Resources,
	/// What a unit costs per second.
	#[serde(serialize_with = "json::prices")]
	pub prices: UnitPrices,
	/// The other terms.
	pub terms: Terms,
	/// Whether it takes no new leases for now.
	pub paused: bool,
	/// Whether it is kept for the accounts of a list.
	pub restricted: bool,
}

/// What is offered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOffer {
	/// What kind of hardware.
	pub class: ClassId,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the prices are.
	pub asset: Asset,
	/// How much.
	pub capacity: Resources,
	/// What a unit costs per second.
	pub prices: UnitPrices,
	/// Who receives what the leases earn; the signer alone when empty.
	pub payees: Vec<Payee>,
	/// The other terms.
	pub terms: Terms,
	/// Who may lease from it.
	pub access: Access,
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
			terms: offer.terms.into(),
			payees: offer.payees.0.into_iter().map(Into::into).collect(),
			paused: offer.paused,
			restricted: offer.restricted,
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
			capacity: listing.capacity.0,
			free: listing.free.0,
			prices: listing.prices.0,
			terms: listing.terms.into(),
			paused: listing.paused,
			restricted: listing.restricted,
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

/// What everybody may lease of a book at this moment.
pub fn free_of(book: &[Listing]) -> Resources {
	let open = book.iter().filter(|listing| !listing.paused && !listing.restricted);
	open.fold(Resources::default(), |sum, Listing { free, .. }| Resources {
		cpu_millis: sum.cpu_millis.saturating_add(free.cpu_millis),
		memory_mib: sum.memory_mib.saturating_add(free.memory_mib),
		disk_mib: sum.disk_mib.saturating_add(free.disk_mib),
		gpus: sum.gpus.saturating_add(free.gpus),
		egress_mbps: sum.egress_mbps.saturating_add(free.egress_mbps),
	})
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

	/// For whom an offer is kept; empty when it is for everybody.
	pub async fn allowed(&self, offer: OfferId) -> Result<Vec<AccountId>> {
		let list = self.fetch(chain::storage().marketplace().allow_lists(), (Static(offer),));
		Ok(list.await?.map_or_else(Vec::new, |list| list.0))
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
	/// Offers capacity.
	pub async fn create_offer(&self, signer: &Signer, offer: &NewOffer) -> Result<OfferId> {
		let most = tradewind_primitives::MAX_PAYEES as usize;
		if offer.payees.len() > most {
			return Err(Error::Unfit(format!("an offer has at most {most} payees")));
		}
		let call = chain::tx().marketplace().create_offer(
			Static(offer.class),
			Static(offer.tier),
			Static(offer.asset.into()),
			Static(offer.capacity),
			Static(offer.prices),
			BoundedVec(offer.payees.iter().map(Into::into).collect()),
			offer.terms.write()?,
			offer.access.write()?,
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

	/// Sets the terms of new leases besides the prices.
	pub async fn set_terms(
		&self,
		signer: &Signer,
		offer: OfferId,
		terms: &Terms,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_terms(Static(offer), terms.write()?);
		self.submit(signer, &call).await
	}

	/// Sets who may open new leases.
	pub async fn set_access(
		&self,
		signer: &Signer,
		offer: OfferId,
		access: &Access,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_access(Static(offer), access.write()?);
		self.submit(signer, &call).await
	}

	/// Takes no new leases on an offer until it is resumed.
	pub async fn pause_offer(&self, signer: &Signer, offer: OfferId) -> Result<Included> {
		self.submit(signer, &chain::tx().marketplace().pause_offer(Static(offer))).await
	}

	/// Takes new leases on a paused offer again.
	pub async fn resume_offer(&self, signer: &Signer, offer: OfferId) -> Result<Included> {
		self.submit(signer, &chain::tx().marketplace().resume_offer(Static(offer))).await
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

	#[test]
	fn what_is_paused_or_kept_for_others_is_not_free_for_everybody() {
		let free = Resources { cpu_millis: u32::MAX, gpus: 1, ..Default::default() };
		let open = Listing {
			offer: OfferId(0),
			provider: AccountId([1; 32]),
			tier: TierId(0),
			asset: Asset::Native,
			capacity: free,
			free,
			prices: UnitPrices::default(),
			terms: Terms::default(),
			paused: false,
			restricted: false,
		};
		let paused = Listing { paused: true, ..open.clone() };
		let kept = Listing { restricted: true, ..open.clone() };
		let due = Resources { cpu_millis: u32::MAX, gpus: 2, ..Default::default() };
		assert_eq!(free_of(&[open.clone(), paused, open, kept]), due);
	}
}
