//! What is on sale and what is leased: classes and their price levels, offers, leases, quotes,
//! auctions.

mod auctions;
mod changes;
mod filters;
mod index;
mod leases;
mod offers;
mod orders;
mod quotes;
mod terms;

pub use auctions::{Auction, Bid, Outcome};
pub use changes::Seen;
pub use filters::{Claim, Filters, Near};
pub use index::{Gauge, Index, Policy, Sample};
pub use leases::{
	close_reason, Closed, Lease, LeaseTerms, Opened, Party, Proposal, RateAgreement, Unbegun,
};
pub(crate) use leases::{memo, RawStream};
pub use offers::{free_of, spot_of, Leaving, NewOffer, Offer, Payee};
pub use orders::{LeaseKind, Order, Spread, MAX_COUNT};
pub use quotes::{Answer, Quote, Rates, Seller, Wanted, WhyNot};
pub use terms::{names_of, Access, Pricing, Reservation, Spot, Terms, LONGEST_NOTICE, MAX_ALLOWED};

use crate::{
	chain,
	connection::State,
	convert::text,
	error::{Error, Result},
	ClassId,
};
use serde::Serialize;
use subxt::utils::Static;

/// The longest name of a model of graphics processors, in bytes.
pub const MAX_MODEL: usize = tradewind_primitives::MAX_MODEL as usize;

/// A kind of hardware whose offers can be compared by price alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Class {
	/// Its number.
	pub id: ClassId,
	/// Its name, such as `cpu.general`.
	pub name: String,
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
}
