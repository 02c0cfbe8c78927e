//! Prepaid accounts, and what draws on them: streams and channels.

mod channels;
mod streams;

pub use channels::{Channel, Closing, Redemption};
pub use streams::{
	NewStream, RateChange, SettledMany, Side, Stream, StreamState, StreamTotal, MAX_BATCH,
};

use crate::{
	chain::{self, runtime_types::pallet_tradewind_billing::types},
	connection::{Client, State},
	convert::Share,
	error::{Error, Result},
	json,
	tx::Included,
	AccountId, Asset, Balance, Rate, Seconds, Signer, TabId, Timestamp,
};
use serde::Serialize;
use subxt::utils::Static;

/// The most delegates that an account may have.
pub const MAX_DELEGATES: usize = 16;

/// A prepaid account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tab {
	/// Its number.
	pub id: TabId,
	/// Whose it is.
	pub owner: AccountId,
	/// What it is kept in.
	pub asset: Asset,
	/// Where it stands.
	#[serde(flatten)]
	pub status: TabStatus,
	/// All money in it.
	#[serde(serialize_with = "json::amount")]
	pub funds: Balance,
	/// The part that comes back only when the account is closed.
	#[serde(serialize_with = "json::amount")]
	pub deposit: Balance,
	/// The part that prepaid streams and channels may still pay out.
	#[serde(serialize_with = "json::amount")]
	pub reserved: Balance,
	/// The part that running streams have taken and that was not paid out yet.
	#[serde(serialize_with = "json::amount")]
	pub earmarked: Balance,
	/// What is left, and within the budget.
	#[serde(serialize_with = "json::amount")]
	pub available: Balance,
	/// Fees that were taken off payouts and wait to be delivered; no part of the funds.
	#[serde(serialize_with = "json::amount")]
	pub fees: Balance,
	/// What running streams take per second.
	#[serde(serialize_with = "json::rate")]
	pub committed_rate: Rate,
	/// What halted streams will take per second once they flow again.
	#[serde(serialize_with = "json::rate")]
	pub halted_rate: Rate,
	/// For how many seconds the running streams are covered; `None` when nothing runs.
	pub runway: Option<Seconds>,
	/// The first second that is not covered.
	pub depletes_at: Option<Timestamp>,
	/// How much may still be committed; `None` for as much as there is.
	#[serde(serialize_with = "json::optional_amount")]
	pub budget_left: Option<Balance>,
	/// How long before the money ends the chain says so; `None` for never.
	pub alert: Option<Seconds>,
	/// How many streams draw on it.
	pub streams: u32,
	/// How many channels draw on it.
	pub channels: u32,
	/// How many delegates it has.
	pub delegates: u8,
}

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum TabStatus {
	/// There is money.
	Active,
	/// There is none; its running streams stand still.
	Frozen {
		/// The second in which the money ended.
		since: Timestamp,
		/// When its running streams are closed.
		grace_until: Timestamp,
	},
	/// There was none for too long; its running streams are being closed.
	Closing {
		/// The second in which the money ended.
		since: Timestamp,
	},
}

/// What a delegate may do with an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
	/// Open streams, leases and channels on it.
	Spend,
	/// Also pause and close streams, set budget and alert, and send money back to the owner.
	Manage,
}

/// What an owner allows a delegate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Allowance {
	/// What it may do.
	pub role: Role,
	/// How much it may commit in a day of universal time; `None` for as much as there is.
	#[serde(serialize_with = "json::optional_amount")]
	pub per_day: Option<Balance>,
}

/// Somebody who may act for the owner of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Delegate {
	/// Who.
	pub account: AccountId,
	/// What it may do.
	#[serde(flatten)]
	pub allowance: Allowance,
	/// What it has committed today.
	#[serde(serialize_with = "json::amount")]
	pub committed_today: Balance,
}

/// What governance decides for all accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Policy {
	/// The part of every payout that goes to the fee account; what is open keeps the one it was
	/// opened with.
	pub fee: Share,
	/// How long the streams of an empty account are kept before they are closed.
	pub grace: Seconds,
	/// How long a payee may still redeem once the payer wants to close a channel.
	pub challenge: Seconds,
	/// For how long an account has to cover its running streams when one is opened, when money is
	/// withdrawn and when it resumes.
	pub min_runway: Seconds,
}

impl TabStatus {
	/// One word for it, as in JSON.
	pub fn name(self) -> &'static str {
		match self {
			Self::Active => "active",
			Self::Frozen { .. } => "frozen",
			Self::Closing { .. } => "closing",
		}
	}

	/// Since when there is no money.
	pub fn empty_since(self) -> Option<Timestamp> {
		match self {
			Self::Active => None,
			Self::Frozen { since, .. } | Self::Closing { since } => Some(since),
		}
	}
}

impl Role {
	/// One word for it, as in JSON.
	pub fn name(self) -> &'static str {
		match self {
			Self::Spend => "spend",
			Self::Manage => "manage",
		}
	}
}

impl From<types::Status> for TabStatus {
	fn from(status: types::Status) -> Self {
		match status {
			types::Status::Active => Self::Active,
			types::Status::Frozen { since, grace_until, .. } => {
				Self::Frozen { since: since.0, grace_until: grace_until.0 }
			},
			types::Status::Closing { since } => Self::Closing { since: since.0 },
		}
	}
}

impl From<types::Allowance> for Allowance {
	fn from(allowance: types::Allowance) -> Self {
		let role = match allowance.role {
			types::Role::Spend => Role::Spend,
			types::Role::Manage => Role::Manage,
		};
		Self { role, per_day: allowance.per_day }
	}
}

impl From<Allowance> for types::Allowance {
	fn from(allowance: Allowance) -> Self {
		let role = match allowance.role {
			Role::Spend => types::Role::Spend,
			Role::Manage => types::Role::Manage,
		};
		Self { role, per_day: allowance.per_day }
	}
}

impl State {
	/// A prepaid account.
	pub async fn tab(&self, id: TabId) -> Result<Option<Tab>> {
		let entry = self.fetch(chain::storage().billing().accounts(), (Static(id),)).await?;
		match entry {
			Some(account) => self.read_tab(id, account).await.map(Some),
			None => Ok(None),
		}
	}

	/// All prepaid accounts, in the order of their numbers; of one owner if wanted.
	pub async fn tabs(&self, owner: Option<AccountId>) -> Result<Vec<Tab>> {
		let mut entries = self.entries(chain::storage().billing().accounts(), ()).await?;
		entries.retain(|(_, account)| owner.is_none_or(|owner| account.owner == owner));
		entries.sort_by_key(|((Static(id),), _)| *id);
		let mut tabs = Vec::new();
		for ((Static(id),), account) in entries {
			tabs.push(self.read_tab(id, account).await?);
		}
		Ok(tabs)
	}

	/// The numbers of the accounts on which somebody may draw as a delegate, in order.
	pub async fn delegated_tabs(&self, delegate: AccountId) -> Result<Vec<TabId>> {
		let entries = self.entries(chain::storage().billing().delegates(), ()).await?;
		let mut tabs: Vec<_> = entries
			.into_iter()
			.filter(|((_, account), _)| *account == delegate)
			.map(|((Static(tab), _), _)| tab)
			.collect();
		tabs.sort();
		Ok(tabs)
	}

	/// What money there is, as the chain reckons it at this block.
	async fn read_tab(&self, id: TabId, account: types::Account<AccountId>) -> Result<Tab> {
		let views = chain::view_functions().billing();
		let missing = || Error::Incompatible(format!("the chain does not show account {}", id.0));
		let view = self.view(views.account_view(Static(id))).await?.ok_or_else(missing)?;
		let runway = self.view(views.runway(Static(id))).await?;
		Ok(Tab {
			id,
			owner: account.owner,
			asset: account.asset.0.into(),
			status: view.status.into(),
			funds: view.funds,
			deposit: account.deposit,
			reserved: view.reserved,
			earmarked: view.earmarked,
			available: view.available,
			fees: account.fees,
			committed_rate: view.committed_rate.into(),
			halted_rate: view.halted_rate.into(),
			// The chain says "for ever" with the largest number.
			runway: runway.filter(|seconds| *seconds != Seconds::MAX),
			depletes_at: view.depletes_at.map(|at| at.0),
			budget_left: view.budget_left,
			alert: view.alert,
			streams: view.streams,
			channels: view.channels,
			delegates: account.delegates,
		})
	}

	/// What may be withdrawn from an account or committed.
	pub async fn available(&self, tab: TabId) -> Result<Option<Balance>> {
		self.view(chain::view_functions().billing().available(Static(tab))).await
	}

	/// For how many seconds an account covers its running streams; [`Seconds::MAX`] when nothing
	/// runs.
	pub async fn runway(&self, tab: TabId) -> Result<Option<Seconds>> {
		self.view(chain::view_functions().billing().runway(Static(tab))).await
	}

	/// The first second that an account does not cover; `None` when nothing runs.
	pub async fn depletes_at(&self, tab: TabId) -> Result<Option<Timestamp>> {
		let at = self.view(chain::view_functions().billing().depletes_at(Static(tab))).await?;
		Ok(at.map(|at| at.0))
	}

	/// What the running streams of an account take per second.
	pub async fn committed_rate(&self, tab: TabId) -> Result<Rate> {
		Ok(self.view(chain::view_functions().billing().committed_rate(Static(tab))).await?.into())
	}

	/// Who may act for the owner of an account, in the order of their accounts.
	pub async fn delegates(&self, tab: TabId) -> Result<Vec<Delegate>> {
		let entries = self.entries(chain::storage().billing().delegates(), (Static(tab),)).await?;
		let today = self.now().await?.0 / (24 * 60 * 60);
		let mut delegates: Vec<_> = entries
			.into_iter()
			.map(|((_, account), delegate)| Delegate {
				account,
				allowance: delegate.allowance.into(),
				committed_today: if u64::from(delegate.day) == today {
					delegate.committed
				} else {
					0
				},
			})
			.collect();
		delegates.sort_by_key(|delegate| delegate.account);
		Ok(delegates)
	}

	/// What governance has decided for all accounts.
	pub async fn policy(&self) -> Result<Policy> {
		let policy = self.fetch(chain::storage().billing().policy_in_force(), ()).await?;
		let missing = || Error::Incompatible("the chain has no billing policy".into());
		let policy = policy.ok_or_else(missing)?;
		Ok(Policy {
			fee: policy.fee.into(),
			grace: policy.grace,
			challenge: policy.challenge,
			min_runway: policy.min_runway,
		})
	}

	/// What waits for `payee` to be claimed, by asset.
	pub async fn owed(&self, payee: AccountId) -> Result<Vec<(Asset, Balance)>> {
		let entries = self.entries(chain::storage().billing().owed(), (payee,)).await?;
		Ok(entries.into_iter().map(|((_, Static(asset)), amount)| (asset.into(), amount)).collect())
	}

	/// The native balance of an account that is free to be spent.
	pub async fn free_balance(&self, account: AccountId) -> Result<Balance> {
		let entry = self.fetch(chain::storage().system().account(), (account,)).await?;
		Ok(entry.map_or(0, |info| info.data.free.saturating_sub(info.data.frozen)))
	}

	/// What is held of an account's native balance: deposits, collateral, stakes.
	pub async fn held_balance(&self, account: AccountId) -> Result<Balance> {
		let entry = self.fetch(chain::storage().system().account(), (account,)).await?;
		Ok(entry.map_or(0, |info| info.data.reserved))
	}
}

impl Client {
	/// Opens a prepaid account of the signer. Returns its number.
	pub async fn open_account(
		&self,
		signer: &Signer,
		asset: Asset,
		amount: Balance,
	) -> Result<TabId> {
		let call = chain::tx().billing().open_account(Static(asset.into()), amount);
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::billing::events::AccountOpened>()?.tab.0)
	}

	/// Adds money to an account; anybody may.
	pub async fn top_up(&self, signer: &Signer, tab: TabId, amount: Balance) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().top_up(Static(tab), amount)).await
	}

	/// Takes money out of an account. It goes to the owner, whoever manages the account.
	pub async fn withdraw(&self, signer: &Signer, tab: TabId, amount: Balance) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().withdraw(Static(tab), amount)).await
	}

	/// Closes an account of the signer. Returns what came back.
	pub async fn close_account(&self, signer: &Signer, tab: TabId) -> Result<Balance> {
		let included =
			self.submit(signer, &chain::tx().billing().close_account(Static(tab))).await?;
		Ok(included.event::<chain::billing::events::AccountClosed>()?.amount)
	}

	/// Lets somebody act for the owner of an account, or no longer. For the owner.
	pub async fn set_delegate(
		&self,
		signer: &Signer,
		tab: TabId,
		who: AccountId,
		allowance: Option<Allowance>,
	) -> Result<Included> {
		let call = chain::tx().billing().set_delegate(Static(tab), who, allowance.map(Into::into));
		self.submit(signer, &call).await
	}

	/// Limits what may be committed on an account from now on, or no longer.
	pub async fn set_budget(
		&self,
		signer: &Signer,
		tab: TabId,
		budget: Option<Balance>,
	) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().set_budget(Static(tab), budget)).await
	}

	/// Says how long before the money of an account ends the chain is to say so, if at all.
	pub async fn set_alert(
		&self,
		signer: &Signer,
		tab: TabId,
		alert: Option<Seconds>,
	) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().set_alert(Static(tab), alert)).await
	}

	/// Delivers what is owed to `payee`; anybody may. Returns how much it was.
	pub async fn claim(&self, signer: &Signer, payee: AccountId, asset: Asset) -> Result<Balance> {
		let call = chain::tx().billing().claim(payee, Static(asset.into()));
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::billing::events::Claimed>()?.amount)
	}
}
