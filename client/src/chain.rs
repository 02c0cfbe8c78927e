//! What the metadata of the chain says, as types.
//!
//! Generated from `metadata.scale`, which `scripts/metadata.sh` brings up to date. Whoever reads
//! or writes the chain does so through [`Client`](crate::Client) and [`State`](crate::State);
//! this module is public for what they do not cover.

#![allow(missing_docs, clippy::all, rustdoc::all)]

#[subxt::subxt(
	runtime_metadata_path = "metadata.scale",
	substitute_type(path = "sp_core::crypto::AccountId32", with = "crate::AccountId"),
	substitute_type(
		path = "tradewind_primitives::ids::ClassId",
		with = "::subxt::utils::Static<::tradewind_primitives::ClassId>"
	),
	substitute_type(
		path = "tradewind_primitives::ids::AuctionId",
		with = "::subxt::utils::Static<::tradewind_primitives::AuctionId>"
	),
	substitute_type(
		path = "tradewind_primitives::ids::LeaseId",
		with = "::subxt::utils::Static<::tradewind_primitives::LeaseId>"
	),
	substitute_type(
		path = "tradewind_primitives::ids::TabId",
		with = "::subxt::utils::Static<::tradewind_primitives::TabId>"
	),
	substitute_type(
		path = "tradewind_primitives::ids::StreamId",
		with = "::subxt::utils::Static<::tradewind_primitives::StreamId>"
	),
	substitute_type(
		path = "tradewind_primitives::ids::ChannelId",
		with = "::subxt::utils::Static<::tradewind_primitives::ChannelId>"
	),
	substitute_type(
		path = "tradewind_primitives::ids::TaskId",
		with = "::subxt::utils::Static<::tradewind_primitives::TaskId>"
	),
	substitute_type(
		path = "tradewind_primitives::ids::TierId",
		with = "::subxt::utils::Static<::tradewind_primitives::TierId>"
	),
	substitute_type(
		path = "tradewind_primitives::time::Timestamp",
		with = "::subxt::utils::Static<::tradewind_primitives::Timestamp>"
	),
	substitute_type(
		path = "tradewind_primitives::money::StreamBill",
		with = "::subxt::utils::Static<::tradewind_primitives::StreamBill>"
	),
	substitute_type(
		path = "tradewind_primitives::resources::Resources",
		with = "::subxt::utils::Static<::tradewind_primitives::Resources>"
	),
	substitute_type(
		path = "tradewind_primitives::resources::UnitPrices",
		with = "::subxt::utils::Static<::tradewind_primitives::UnitPrices>"
	),
	substitute_type(
		path = "tradewind_primitives::lease::ProviderStatus",
		with = "::subxt::utils::Static<::tradewind_primitives::ProviderStatus>"
	),
	substitute_type(
		path = "tradewind_primitives::lease::CloseReason",
		with = "::subxt::utils::Static<::tradewind_primitives::CloseReason>"
	),
	substitute_type(
		path = "tradewind_primitives::lease::LeaseBill",
		with = "::subxt::utils::Static<::tradewind_primitives::LeaseBill>"
	),
	substitute_type(
		path = "frame_support::traits::tokens::fungible::union_of::NativeOrWithId",
		with = "::subxt::utils::Static<::tradewind_primitives::AssetId>"
	)
)]
mod generated {}

pub use generated::*;
