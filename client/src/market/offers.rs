//! Offers: capacity, prices and terms, on the pages of their class.

use super::{Access, Terms};
use crate::{
	chain::{
		self,
		runtime_types::{
			bounded_collections::bounded_vec::BoundedVec, pallet_tradewind_marketplace::types,
			tradewind_primitives::money::Payee as RawPayee,
		},
	},
	connection::{Client, State},
	convert::Share,
	error::{Error, Result},
	json,
	tx::Included,
	AccountId, Asset, Balance, ClassId, OfferId, Resources, Signer, TierId, Timestamp, UnitPrices,
};
use serde::Serialize;
use subxt::utils::Static;

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
	/// What is not leased; `None` once the offer is withdrawn.
	pub free: Option<Resources>,
	/// What is leased until somebody wants it at the full price.
	pub spot_leased: Resources,
	/// What is being taken back of such leases, and is used until then.
	pub leaving: Option<Leaving>,
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
	/// What is held of the provider for keeping it; `None` when it was read with its class.
	#[serde(serialize_with = "json::optional_amount", skip_serializing_if = "Option::is_none")]
	pub deposit: Option<Balance>,
}

/// One receiver of what a lease earns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Payee {
	/// Who is paid.
	pub account: AccountId,
	/// Its part.
	pub share: Share,
}

/// Resources that have been given to others but are not free of their old use yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Leaving {
	/// How much.
	pub room: Resources,
	/// Until when at most.
	pub until: Timestamp,
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

impl Offer {
	fn read(class: ClassId, listing: types::Listing<AccountId>) -> Self {
		Self {
			id: listing.offer.into(),
			provider: listing.provider,
			class,
			tier: listing.tier.0,
			asset: listing.asset.0.into(),
			capacity: listing.capacity.0,
			free: Some(listing.free.0),
			spot_leased: listing.spot.0,
			leaving: listing
				.leaving
				.map(|leaving| Leaving { room: leaving.room.0, until: leaving.until.0 }),
			prices: listing.prices.0,
			terms: listing.terms.into(),
			payees: listing.payees.0.into_iter().map(Into::into).collect(),
			paused: listing.paused,
			restricted: listing.restricted,
			leases: listing.leases,
			withdrawn: false,
			deposit: None,
		}
	}

	/// An offer that is off the pages.
	fn read_withdrawn(class: ClassId, listing: types::Listing<AccountId>) -> Self {
		Self { free: None, withdrawn: true, ..Self::read(class, listing) }
	}

	/// Whether everybody may lease from it at this moment.
	fn is_open(&self) -> bool {
		!self.withdrawn && !self.paused && !self.restricted
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

/// What everybody may lease of a book at this moment.
pub fn free_of(book: &[Offer]) -> Resources {
	let open = book.iter().filter(|offer| offer.is_open());
	sum(open.filter_map(|offer| offer.free))
}

/// What everybody may lease of a book as long as nobody wants it at the full price.
pub fn spot_of(book: &[Offer]) -> Resources {
	let open = book.iter().filter(|offer| offer.is_open() && offer.terms.spot.is_some());
	sum(open.filter_map(|offer| offer.free))
}

fn sum(parts: impl Iterator<Item = Resources>) -> Resources {
	parts.fold(Resources::default(), |sum, part| Resources {
		cpu_millis: sum.cpu_millis.saturating_add(part.cpu_millis),
		memory_mib: sum.memory_mib.saturating_add(part.memory_mib),
		disk_mib: sum.disk_mib.saturating_add(part.disk_mib),
		gpus: sum.gpus.saturating_add(part.gpus),
		egress_mbps: sum.egress_mbps.saturating_add(part.egress_mbps),
	})
}

impl State {
	/// An offer.
	pub async fn offer(&self, id: OfferId) -> Result<Option<Offer>> {
		let offers = chain::storage().marketplace().offers();
		let Some(kept) = self.fetch(offers, (id.into(),)).await? else { return Ok(None) };
		let (Static(class), deposit) = (kept.class, Some(kept.deposit));
		if let Some(listing) = kept.withdrawn {
			return Ok(Some(Offer { deposit, ..Offer::read_withdrawn(class, listing) }));
		}
		let places = chain::storage().marketplace().offers_of();
		let places = self.fetch(places, (kept.provider,)).await?;
		let place = places.and_then(|places| places.0.into_iter().find(|it| it.offer.0 == id.0));
		let lost = || Error::Incompatible(format!("offer {} is on no page", id.0));
		let page = place.and_then(|place| place.page).ok_or_else(lost)?;
		let pages = chain::storage().marketplace().pages();
		let listings = self.fetch(pages, (Static(class), page)).await?;
		let listing =
			listings.and_then(|listings| listings.0.into_iter().find(|it| it.offer.0 == id.0));
		let offer = Offer::read(class, listing.ok_or_else(lost)?);
		Ok(Some(Offer { deposit, ..offer }))
	}

	/// All offers, in the order of their numbers.
	pub async fn offers(&self) -> Result<Vec<Offer>> {
		let mut listed = std::collections::HashMap::new();
		let pages = self.entries(chain::storage().marketplace().pages(), ()).await?;
		for ((Static(class), _), listings) in pages {
			for listing in listings.0 {
				let offer = Offer::read(class, listing);
				listed.insert(offer.id, offer);
			}
		}
		let kept = self.entries(chain::storage().marketplace().offers(), ()).await?;
		let mut offers = Vec::new();
		for ((id,), kept) in kept {
			let offer = match kept.withdrawn {
				Some(listing) => Some(Offer::read_withdrawn(kept.class.0, listing)),
				None => listed.remove(&id.into()),
			};
			let deposit = Some(kept.deposit);
			offers.extend(offer.map(|offer| Offer { deposit, ..offer }));
		}
		offers.sort_by_key(|offer| offer.id);
		Ok(offers)
	}

	/// What is on offer in a class, in the order of the numbers.
	pub async fn book(&self, class: ClassId) -> Result<Vec<Offer>> {
		let pages = chain::storage().marketplace().pages();
		let pages = self.entries(pages, (Static(class),)).await?;
		let listings = pages.into_iter().flat_map(|(_, listings)| listings.0);
		let mut book: Vec<_> = listings.map(|listing| Offer::read(class, listing)).collect();
		book.sort_by_key(|offer| offer.id);
		Ok(book)
	}

	/// For whom an offer is kept; empty when it is for everybody.
	pub async fn allowed(&self, offer: OfferId) -> Result<Vec<AccountId>> {
		let list = self.fetch(chain::storage().marketplace().allow_lists(), (offer.into(),));
		Ok(list.await?.map_or_else(Vec::new, |list| list.0))
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
		Ok(included.event::<chain::marketplace::events::OfferCreated>()?.offer.into())
	}

	/// Asks other prices of new leases.
	pub async fn set_prices(
		&self,
		signer: &Signer,
		offer: OfferId,
		prices: UnitPrices,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_prices(offer.into(), Static(prices));
		self.submit(signer, &call).await
	}

	/// Changes what an offer holds in all.
	pub async fn set_capacity(
		&self,
		signer: &Signer,
		offer: OfferId,
		capacity: Resources,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_capacity(offer.into(), Static(capacity));
		self.submit(signer, &call).await
	}

	/// Sets the terms of new leases besides the prices.
	pub async fn set_terms(
		&self,
		signer: &Signer,
		offer: OfferId,
		terms: &Terms,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_terms(offer.into(), terms.write()?);
		self.submit(signer, &call).await
	}

	/// Sets who may open new leases.
	pub async fn set_access(
		&self,
		signer: &Signer,
		offer: OfferId,
		access: &Access,
	) -> Result<Included> {
		let call = chain::tx().marketplace().set_access(offer.into(), access.write()?);
		self.submit(signer, &call).await
	}

	/// Takes no new leases on an offer until it is resumed.
	pub async fn pause_offer(&self, signer: &Signer, offer: OfferId) -> Result<Included> {
		self.submit(signer, &chain::tx().marketplace().pause_offer(offer.into())).await
	}

	/// Takes new leases on a paused offer again.
	pub async fn resume_offer(&self, signer: &Signer, offer: OfferId) -> Result<Included> {
		self.submit(signer, &chain::tx().marketplace().resume_offer(offer.into())).await
	}

	/// Takes an offer off the market. Returns how many leases still run on it.
	pub async fn withdraw_offer(&self, signer: &Signer, offer: OfferId) -> Result<u32> {
		let call = chain::tx().marketplace().withdraw_offer(offer.into());
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::marketplace::events::OfferWithdrawn>()?.leases)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::market::Spot;

	fn open(free: Resources) -> Offer {
		Offer {
			id: OfferId(0),
			provider: AccountId([1; 32]),
			class: ClassId(0),
			tier: TierId(0),
			asset: Asset::Native,
			capacity: free,
			free: Some(free),
			spot_leased: Resources::default(),
			leaving: None,
			prices: UnitPrices::default(),
			terms: Terms::default(),
			payees: Vec::new(),
			paused: false,
			restricted: false,
			leases: 0,
			withdrawn: false,
			deposit: None,
		}
	}

	#[test]
	fn what_is_paused_or_kept_for_others_is_not_free_for_everybody() {
		let open = open(Resources { cpu_millis: u32::MAX, gpus: 1, ..Default::default() });
		let paused = Offer { paused: true, ..open.clone() };
		let kept = Offer { restricted: true, ..open.clone() };
		let due = Resources { cpu_millis: u32::MAX, gpus: 2, ..Default::default() };
		assert_eq!(free_of(&[open.clone(), paused, open, kept]), due);
	}

	#[test]
	fn only_offers_with_terms_for_it_can_be_had_until_the_room_is_wanted() {
		let plain = open(Resources { gpus: 1, ..Default::default() });
		let spot = Some(Spot { discount: Share(500_000_000), notice: 30 });
		let cheaper = Offer { terms: Terms { spot, ..Default::default() }, ..plain.clone() };
		let paused = Offer { paused: true, ..cheaper.clone() };
		assert_eq!(spot_of(&[plain, cheaper, paused]).gpus, 1);
	}

	#[test]
	fn an_offer_keeps_the_names_by_which_programs_read_it() {
		let json = serde_json::to_value(open(Resources::default())).unwrap();
		for name in [
			"id",
			"provider",
			"class",
			"tier",
			"asset",
			"capacity",
			"free",
			"prices",
			"terms",
			"payees",
			"paused",
			"restricted",
			"leases",
			"withdrawn",
		] {
			assert!(!json[name].is_null(), "{name} is missing: {json}");
		}
	}
}
