//! Who sells: registration, keys, collateral, status, attributes, reputation.

use crate::{
	chain::{
		self,
		runtime_types::{
			bounded_collections::bounded_vec::BoundedVec, pallet_tradewind_providers::types,
		},
	},
	connection::{Client, State},
	convert::{bounded, text},
	error::Result,
	json,
	seal::PublicKey,
	tx::Included,
	AccountId, Asset, Balance, ProviderStatus, Seconds, Share, Signer, Timestamp,
};
use serde::Serialize;
use std::collections::HashMap;
use subxt::utils::Static;

/// The longest region, in bytes.
pub const MAX_REGION: usize = tradewind_primitives::MAX_REGION as usize;
/// The longest endpoint, in bytes.
pub const MAX_ENDPOINT: usize = 128;
/// The longest name of an attribute, in bytes.
pub const MAX_ATTRIBUTE_NAME: usize = tradewind_primitives::MAX_ATTRIBUTE_NAME as usize;
/// The longest value of an attribute, in bytes.
pub const MAX_ATTRIBUTE_VALUE: usize = tradewind_primitives::MAX_ATTRIBUTE_VALUE as usize;

/// What a provider says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
	/// Where its machines stand, such as `eu-west`.
	pub region: String,
	/// The base address of its gateway, such as `https://cloud.example`.
	pub endpoint: String,
}

/// A provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provider {
	/// Its account.
	pub account: AccountId,
	/// What it says of itself.
	#[serde(flatten)]
	pub profile: Profile,
	/// The hot key that may act for it.
	pub agent: AccountId,
	/// The X25519 key to which workloads are sealed.
	#[serde(serialize_with = "json::hex")]
	pub encryption_key: PublicKey,
	/// The keys before, oldest first.
	pub retired_keys: Vec<RetiredKey>,
	/// Where it stands.
	pub status: ProviderStatus,
	/// When it registered.
	pub since: Timestamp,
}

/// An encryption key that was replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RetiredKey {
	/// The key.
	#[serde(serialize_with = "json::hex")]
	pub key: PublicKey,
	/// Until when workloads were sealed to it.
	pub until: Timestamp,
}

/// A provider's collateral in one asset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Collateral {
	/// In what asset.
	pub asset: Asset,
	/// All that is on hold: free, set aside and unbonding.
	#[serde(serialize_with = "json::amount")]
	pub total: Balance,
	/// Set aside for leases.
	#[serde(serialize_with = "json::amount")]
	pub locked: Balance,
	/// On its way back, in the order in which it becomes ready.
	pub unbonding: Vec<Unbonding>,
}

impl Collateral {
	/// What can still cover new leases.
	pub fn free(&self) -> Balance {
		let unbonding = self.unbonding.iter().map(|part| part.amount).sum::<Balance>();
		self.total.saturating_sub(self.locked).saturating_sub(unbonding)
	}
}

/// Something that a provider says of itself, and whether to believe it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attribute {
	/// Of what it speaks.
	pub name: String,
	/// What it says.
	pub value: String,
	/// Until when an auditor in office vouches for it; `None` when nobody does.
	pub verified_until: Option<Timestamp>,
}

/// An amount on its way back to its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unbonding {
	/// How much.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
	/// From when on it may be withdrawn.
	pub ready: Timestamp,
}

impl Provider {
	fn read(
		account: AccountId,
		provider: types::Provider<AccountId>,
		status: ProviderStatus,
	) -> Self {
		Self {
			account,
			profile: Profile { region: text(provider.region), endpoint: text(provider.endpoint) },
			agent: provider.agent,
			encryption_key: provider.encryption_key,
			retired_keys: provider
				.retired_keys
				.0
				.into_iter()
				.map(|retired| RetiredKey { key: retired.key, until: retired.until.0 })
				.collect(),
			status,
			since: provider.since.0,
		}
	}
}

impl Profile {
	fn write(&self) -> Result<types::Profile> {
		Ok(types::Profile {
			region: bounded("a region", self.region.as_bytes(), MAX_REGION)?,
			endpoint: bounded("an endpoint", self.endpoint.as_bytes(), MAX_ENDPOINT)?,
		})
	}
}

impl State {
	/// A provider, if the account is one.
	pub async fn provider(&self, account: AccountId) -> Result<Option<Provider>> {
		let entry = self.fetch(chain::storage().providers().providers(), (account,)).await?;
		let standing = self.fetch(chain::storage().providers().standings(), (account,)).await?;
		let both = entry.zip(standing);
		Ok(both.map(|(provider, standing)| Provider::read(account, provider, standing.status.0)))
	}

	/// All providers, ordered by account.
	pub async fn providers(&self) -> Result<Vec<Provider>> {
		let entries = self.entries(chain::storage().providers().providers(), ()).await?;
		let standings = self.entries(chain::storage().providers().standings(), ()).await?;
		let standings: HashMap<AccountId, ProviderStatus> = standings
			.into_iter()
			.map(|((account,), standing)| (account, standing.status.0))
			.collect();
		let mut providers: Vec<_> = entries
			.into_iter()
			.filter_map(|((account,), entry)| {
				let status = standings.get(&account)?;
				Some(Provider::read(account, entry, *status))
			})
			.collect();
		providers.sort_by_key(|provider| provider.account);
		Ok(providers)
	}

	/// The provider that an agent key acts for.
	pub async fn provider_of_agent(&self, agent: AccountId) -> Result<Option<AccountId>> {
		self.fetch(chain::storage().providers().agents(), (agent,)).await
	}

	/// The collateral of a provider, one entry for each asset.
	pub async fn collaterals(&self, provider: AccountId) -> Result<Vec<Collateral>> {
		let entries = self.entries(chain::storage().providers().collaterals(), (provider,)).await?;
		let standing = self.fetch(chain::storage().providers().standings(), (provider,)).await?;
		let native = standing.map(|standing| (Asset::Native, standing.collateral));
		let others = entries.into_iter().map(|((_, Static(asset)), entry)| (asset.into(), entry));
		let mut collaterals: Vec<_> = native
			.into_iter()
			.chain(others)
			.map(|(asset, entry)| Collateral {
				asset,
				total: entry.total,
				locked: entry.locked,
				unbonding: entry
					.unbonding
					.0
					.into_iter()
					.map(|part| Unbonding { amount: part.amount, ready: part.ready.0 })
					.collect(),
			})
			.collect();
		collaterals.sort_by_key(|collateral| collateral.asset);
		Ok(collaterals)
	}

	/// What a provider says of itself, and whether to believe it.
	pub async fn attributes(&self, provider: AccountId) -> Result<Vec<Attribute>> {
		let views = chain::view_functions().providers();
		let attributes = self.view(views.attributes(provider)).await?;
		let attributes = attributes.into_iter().map(|attribute| Attribute {
			name: text(attribute.name),
			value: text(attribute.value),
			verified_until: attribute.until.map(|until| until.0),
		});
		Ok(attributes.collect())
	}

	/// How well a provider is known at this block: nothing is known at a half. `None` when it is
	/// none, or has retired.
	pub async fn reputation(&self, provider: AccountId) -> Result<Option<Share>> {
		let views = chain::view_functions().providers();
		let parts = self.view(views.reputation(provider)).await?;
		let whole = u64::from(tradewind_primitives::TOP_REPUTATION);
		Ok(parts.map(|parts| Share::of(parts.into(), whole)))
	}

	/// Who may vouch for attributes, ordered by account.
	pub async fn auditors(&self) -> Result<Vec<AccountId>> {
		let entries = self.entries(chain::storage().providers().auditors(), ()).await?;
		let mut auditors: Vec<_> = entries.into_iter().map(|((account,), _)| account).collect();
		auditors.sort();
		Ok(auditors)
	}
}

fn attribute_name(name: &str) -> Result<BoundedVec<u8>> {
	bounded("the name of an attribute", name.as_bytes(), MAX_ATTRIBUTE_NAME)
}

fn attribute_value(value: &str) -> Result<BoundedVec<u8>> {
	bounded("the value of an attribute", value.as_bytes(), MAX_ATTRIBUTE_VALUE)
}

impl Client {
	/// Registers the signer as a provider, with the native collateral to begin with.
	pub async fn register_provider(
		&self,
		signer: &Signer,
		profile: &Profile,
		agent: AccountId,
		encryption_key: PublicKey,
		collateral: Balance,
	) -> Result<Included> {
		let call =
			chain::tx().providers().register(profile.write()?, agent, encryption_key, collateral);
		self.submit(signer, &call).await
	}

	/// Changes what the signer says of itself.
	pub async fn update_provider(&self, signer: &Signer, profile: &Profile) -> Result<Included> {
		self.submit(signer, &chain::tx().providers().update(profile.write()?)).await
	}

	/// Lets another key act for the signer.
	pub async fn set_agent(&self, signer: &Signer, agent: AccountId) -> Result<Included> {
		self.submit(signer, &chain::tx().providers().set_agent(agent)).await
	}

	/// Has workloads for the signer sealed to another key.
	pub async fn set_encryption_key(&self, signer: &Signer, key: PublicKey) -> Result<Included> {
		self.submit(signer, &chain::tx().providers().set_encryption_key(key)).await
	}

	/// Says something of the signer. What auditors said of another value is void.
	pub async fn set_attribute(
		&self,
		signer: &Signer,
		name: &str,
		value: &str,
	) -> Result<Included> {
		let (name, value) = (attribute_name(name)?, attribute_value(value)?);
		self.submit(signer, &chain::tx().providers().set_attribute(name, value)).await
	}

	/// Says it no more.
	pub async fn remove_attribute(&self, signer: &Signer, name: &str) -> Result<Included> {
		let call = chain::tx().providers().remove_attribute(attribute_name(name)?);
		self.submit(signer, &call).await
	}

	/// Vouches, as an auditor, for exactly that value. Returns until when.
	pub async fn attest_attribute(
		&self,
		auditor: &Signer,
		provider: AccountId,
		name: &str,
		value: &str,
		lifetime: Seconds,
	) -> Result<Timestamp> {
		let (name, value) = (attribute_name(name)?, attribute_value(value)?);
		let call = chain::tx().providers().attest_attribute(provider, name, value, lifetime);
		let included = self.submit(auditor, &call).await?;
		Ok(included.event::<chain::providers::events::AttributeAttested>()?.until.0)
	}

	/// Vouches for an attribute no more.
	pub async fn withdraw_attestation(
		&self,
		auditor: &Signer,
		provider: AccountId,
		name: &str,
	) -> Result<Included> {
		let name = attribute_name(name)?;
		let call = chain::tx().providers().withdraw_attestation(provider, name);
		self.submit(auditor, &call).await
	}

	/// Adds collateral.
	pub async fn lock_collateral(
		&self,
		signer: &Signer,
		asset: Asset,
		amount: Balance,
	) -> Result<Included> {
		let call = chain::tx().providers().lock_collateral(Static(asset.into()), amount);
		self.submit(signer, &call).await
	}

	/// Lets free collateral begin to unbond.
	pub async fn unlock_collateral(
		&self,
		signer: &Signer,
		asset: Asset,
		amount: Balance,
	) -> Result<Included> {
		let call = chain::tx().providers().unlock_collateral(Static(asset.into()), amount);
		self.submit(signer, &call).await
	}

	/// Takes back the collateral that has unbonded. Returns how much it was.
	pub async fn withdraw_unbonded(&self, signer: &Signer, asset: Asset) -> Result<Balance> {
		let call = chain::tx().providers().withdraw_unbonded(Static(asset.into()));
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::providers::events::CollateralWithdrawn>()?.amount)
	}

	/// Gives a sign of life for `provider`; `agent` is its agent key. Costs nothing.
	pub async fn heartbeat(&self, agent: &Signer, provider: AccountId) -> Result<Included> {
		self.submit(agent, &chain::tx().providers().heartbeat(provider)).await
	}

	/// Finishes what the signer has and takes nothing new.
	pub async fn drain(&self, signer: &Signer) -> Result<Included> {
		self.submit(signer, &chain::tx().providers().drain()).await
	}

	/// Takes new work again.
	pub async fn resume(&self, signer: &Signer) -> Result<Included> {
		self.submit(signer, &chain::tx().providers().resume()).await
	}

	/// Leaves. Returns when the last of the collateral may be withdrawn.
	pub async fn retire(&self, signer: &Signer) -> Result<Timestamp> {
		let included = self.submit(signer, &chain::tx().providers().retire()).await?;
		Ok(included.event::<chain::providers::events::Retired>()?.ready.0)
	}
}
