//! What subxt has to know about the chain.

use crate::AccountId;
use subxt::{
	config::{Config, DefaultTransactionExtensions, HashFor, SubstrateConfig},
	utils::MultiAddress,
	ArcMetadata,
};

/// The types of the chain. Extensions that carry no data need no entry here.
#[derive(Clone, Debug, Default)]
pub struct TradewindConfig(SubstrateConfig);

#[cfg(test)]
impl TradewindConfig {
	/// A configuration that knows a chain without asking a node.
	pub(crate) fn known(config: SubstrateConfig) -> Self {
		Self(config)
	}
}

impl Config for TradewindConfig {
	type AccountId = AccountId;
	type Address = MultiAddress<AccountId, ()>;
	type Signature = <SubstrateConfig as Config>::Signature;
	type Hasher = <SubstrateConfig as Config>::Hasher;
	type Header = <SubstrateConfig as Config>::Header;
	type TransactionExtensions = DefaultTransactionExtensions<Self>;
	type AssetId = u32;

	fn genesis_hash(&self) -> Option<HashFor<Self>> {
		self.0.genesis_hash()
	}

	fn spec_and_transaction_version_for_block_number(&self, block: u64) -> Option<(u32, u32)> {
		self.0.spec_and_transaction_version_for_block_number(block)
	}

	fn metadata_for_spec_version(&self, spec_version: u32) -> Option<ArcMetadata> {
		self.0.metadata_for_spec_version(spec_version)
	}

	fn set_metadata_for_spec_version(&self, spec_version: u32, metadata: ArcMetadata) {
		self.0.set_metadata_for_spec_version(spec_version, metadata)
	}
}
