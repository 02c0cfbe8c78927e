//! Which prepaid account pays, and whether there is enough in it.

use crate::{context::Context, exit::fail};
use tradewind_client::{
	asset::WIND, billing::Tab, AccountId, Asset, Balance, Error, Rate, Seconds, State, TabId,
};

/// The most that is paid into the account of a development key without being asked.
const DEV_FUNDS: Balance = 1_000 * WIND;

/// What has to be in an account.
#[derive(Clone, Copy, Debug)]
pub struct Needed {
	/// How much.
	pub amount: Balance,
	/// Whether it is set aside; otherwise it only has to be there to begin with.
	pub prepaid: bool,
	/// What else the user may do than pay in.
	pub instead: &'static str,
}

/// The account that was named, or the user's first one in the native asset; `None` when a
/// development key has none yet.
pub async fn existing(
	named: Option<u64>,
	context: &Context,
	state: &State,
) -> anyhow::Result<Option<Tab>> {
	let account = context.account()?;
	if let Some(id) = named.map(TabId) {
		let tab = state.tab(id).await?;
		let tab = tab.ok_or_else(|| Error::NotFound(format!("account {}", id.0)))?;
		ensure_usable(&tab, account, state).await?;
		return Ok(Some(tab));
	}
	let tabs = state.tabs(Some(account)).await?;
	let tab = tabs.into_iter().find(|tab| tab.asset == Asset::Native);
	if tab.is_none() && !context.is_dev() {
		fail!(
			NotFound,
			"you have no prepaid account; open one with `tradewind account open 10WIND`"
		);
	}
	Ok(tab)
}

async fn ensure_usable(tab: &Tab, account: AccountId, state: &State) -> anyhow::Result<()> {
	if tab.owner == account {
		return Ok(());
	}
	let delegates = state.delegates(tab.id).await?;
	if !delegates.iter().any(|delegate| delegate.account == account) {
		fail!(Usage, "account {} belongs to {}, and you are no delegate", tab.id.0, tab.owner);
	}
	Ok(())
}

/// What an account is kept in that may not be there yet.
pub fn asset_of(tab: Option<&Tab>) -> Asset {
	tab.map_or(Asset::Native, |tab| tab.asset)
}

/// What has to be in an account so that `rate` can flow for `seconds`, where that is set aside, or
/// begin to flow beside what runs on it already.
pub async fn needed(
	state: &State,
	tab: Option<&Tab>,
	rate: Rate,
	seconds: Seconds,
	prepaid: bool,
) -> anyhow::Result<Balance> {
	if prepaid {
		return Ok(rate.amount(seconds).unwrap_or(Balance::MAX));
	}
	let runway = state.policy().await?.min_runway;
	// Whatever runs on the account already needs its runway too.
	let others = tab.map_or(0, |tab| tab.committed_rate.0.saturating_add(tab.halted_rate.0));
	let all = Rate(rate.0.saturating_add(others));
	Ok(all.amount(runway).unwrap_or(Balance::MAX))
}

/// Makes sure that an account holds what is needed at first. Only the accounts of development keys
/// are filled without being asked.
pub async fn ensure(tab: Option<Tab>, needed: Needed, context: &Context) -> anyhow::Result<TabId> {
	let Needed { amount: needed, prepaid, instead } = needed;
	let (available, asset) =
		tab.as_ref().map_or((0, Asset::Native), |tab| (tab.available, tab.asset));
	if let Some(tab) = tab.as_ref().filter(|_| available >= needed) {
		return Ok(tab.id);
	}
	let amount = needed.saturating_mul(2).saturating_add(WIND).saturating_sub(available);
	if !context.is_dev() || asset != Asset::Native || amount > DEV_FUNDS {
		let id = tab.map_or_else(|| "ID".to_owned(), |tab| tab.id.0.to_string());
		let what = if prepaid { "be reserved" } else { "have to be there to begin with" };
		fail!(
			Refused,
			"there are not enough funds: the account has {} available, and up to {} would {what}; \
			 pay in with `tradewind account top-up {id} AMOUNT`, or {instead}",
			asset.show(available),
			asset.show(needed)
		);
	}
	let (client, signer) = (context.client().await?, context.signer()?);
	match tab {
		Some(tab) => {
			context.wait("paying in", client.top_up(signer, tab.id, amount)).await?;
			Ok(tab.id)
		},
		None => {
			let open = client.open_account(signer, Asset::Native, amount);
			Ok(context.wait("opening an account", open).await?)
		},
	}
}
