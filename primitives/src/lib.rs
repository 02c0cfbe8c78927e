//! Vocabulary of the Tradewind pallets: ids, money, time, resources and the seam traits.
//!
//! Pallets never name each other. A pallet that needs something from a neighbour asks for a trait
//! of [`traits`], the runtime wires the neighbour in, and a mock stands in for it in unit tests.
//! The one piece of machinery here is [`agenda`], the time-bucketed queue that lets due work be
//! found without looping over a population.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod agenda;
pub mod ids;
pub mod lease;
pub mod money;
pub mod record;
pub mod resources;
pub mod time;
pub mod traits;

pub use ids::{
	AuctionId, ChannelId, ClassId, LeaseId, OfferId, StreamId, TabId, TaskId, TierId,
	STREAMS_OF_TAB,
};
pub use lease::{
	AttributeName, AttributeValue, CloseReason, Cover, Filters, LeaseBill, LeaseKind, LeaseRequest,
	Model, Placement, Placing, Promise, ProviderStatus, Region, MAX_ATTRIBUTE_NAME,
	MAX_ATTRIBUTE_VALUE, MAX_MODEL, MAX_REGION, MAX_REGIONS, MAX_WANTED_ATTRIBUTES,
};
pub use money::{
	AssetId, Balance, ManagedStream, Payee, Payees, Rate, StreamBill, StreamTerms, MAX_PAYEES,
};
pub use record::{Category, Record, Subject};
pub use resources::{Resources, Runtimes, UnitPrices};
pub use time::{Clock, Seconds, Timestamp};
pub use traits::{NEUTRAL_REPUTATION, TOP_REPUTATION};
