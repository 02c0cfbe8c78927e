#![doc = include_str!("../README.md")]

pub mod account;
pub mod asset;
pub mod audit;
pub mod billing;
pub mod bundle;
pub mod chain;
mod config;
mod connection;
mod convert;
pub mod error;
pub mod gateway;
mod hints;
pub mod history;
pub mod json;
pub mod market;
pub mod providers;
mod rpc;
pub mod seal;
pub mod signer;
pub mod sla;
pub mod statement;
pub mod tasks;
pub mod tls;
mod tx;
pub mod voucher;

pub use account::AccountId;
pub use asset::Asset;
pub use config::TradewindConfig;
pub use connection::{BlockRef, Client, State, DEFAULT_URL};
pub use convert::{Factor, Share};
pub use error::{Error, Refusal, Result};
pub use signer::Signer;
pub use subxt::utils::H256;
pub use tradewind_primitives::{
	AssetId, AuctionId, Balance, Category, ChannelId, ClassId, CloseReason, LeaseBill, LeaseId,
	OfferId, ProviderStatus, Rate, Record, Resources, Runtimes, Seconds, StreamId, Subject, TabId,
	TaskId, TierId, Timestamp, UnitPrices,
};
pub use tx::{Included, Until};
