//! Channels: deposits that vouchers draw on.

use crate::{
	chain::{self, runtime_types::pallet_tradewind_billing::types},
	connection::{Client, State},
	convert::Share,
	error::Result,
	json,
	tx::Included,
	voucher::{Voucher, VoucherKey, VoucherSignature},
	AccountId, Balance, ChannelId, Signer, TabId, Timestamp,
};
use serde::Serialize;
use subxt::utils::Static;

/// A deposit out of which vouchers are redeemed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Channel {
	/// Its number.
	pub id: ChannelId,
	/// The account that pays.
	pub tab: TabId,
	/// Who is paid.
	pub payee: AccountId,
	/// Who signs the vouchers.
	pub key: VoucherKey,
	/// The most that may be redeemed in all.
	#[serde(serialize_with = "json::amount")]
	pub deposit: Balance,
	/// What has been redeemed.
	#[serde(serialize_with = "json::amount")]
	pub redeemed: Balance,
	/// The part of what is redeemed that is the fee of the chain.
	pub fee: Share,
	/// When it closes, once the payer wants that.
	pub closes: Option<Timestamp>,
}

/// What a voucher brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Redemption {
	/// What left the channel.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
	/// The part of it that is the fee of the chain.
	#[serde(serialize_with = "json::amount")]
	pub fee: Balance,
}

/// How a channel closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
	/// It is closed.
	Closed {
		/// What is the account's again.
		released: Balance,
	},
	/// The payee may redeem until then.
	Until(Timestamp),
}

impl Channel {
	fn read(id: ChannelId, channel: types::Channel<AccountId>) -> Self {
		Self {
			id,
			tab: channel.tab.0,
			payee: channel.payee,
			key: channel.key.into(),
			deposit: channel.deposit,
			redeemed: channel.redeemed,
			fee: channel.fee.into(),
			closes: channel.closes.map(|at| at.0),
		}
	}
}

impl From<types::VoucherKey> for VoucherKey {
	fn from(key: types::VoucherKey) -> Self {
		match key {
			types::VoucherKey::Sr25519(key) => Self::Sr25519(key),
			types::VoucherKey::Ed25519(key) => Self::Ed25519(key),
		}
	}
}

impl From<VoucherKey> for types::VoucherKey {
	fn from(key: VoucherKey) -> Self {
		match key {
			VoucherKey::Sr25519(key) => Self::Sr25519(key),
			VoucherKey::Ed25519(key) => Self::Ed25519(key),
		}
	}
}

impl From<VoucherSignature> for types::VoucherSignature {
	fn from(signature: VoucherSignature) -> Self {
		match signature {
			VoucherSignature::Sr25519(bytes) => Self::Sr25519(bytes),
			VoucherSignature::Ed25519(bytes) => Self::Ed25519(bytes),
		}
	}
}

impl State {
	/// An open channel.
	pub async fn channel(&self, id: ChannelId) -> Result<Option<Channel>> {
		let entry = self.fetch(chain::storage().billing().channels(), (Static(id),)).await?;
		Ok(entry.map(|channel| Channel::read(id, channel)))
	}

	/// All open channels, in the order of their numbers.
	pub async fn channels(&self) -> Result<Vec<Channel>> {
		let entries = self.entries(chain::storage().billing().channels(), ()).await?;
		let mut channels: Vec<_> = entries
			.into_iter()
			.map(|((Static(id),), channel)| Channel::read(id, channel))
			.collect();
		channels.sort_by_key(|channel| channel.id);
		Ok(channels)
	}

	/// What is signed for a voucher, as the chain puts it together; `None` when there is no such
	/// channel.
	pub async fn voucher_message(
		&self,
		channel: ChannelId,
		cumulative: Balance,
		expires: Timestamp,
	) -> Result<Option<Vec<u8>>> {
		let views = chain::view_functions().billing();
		self.view(views.voucher_message(Static(channel), cumulative, Static(expires))).await
	}
}

impl Client {
	/// Opens a channel: sets `deposit` aside for the vouchers that `key` signs for `payee`. Returns
	/// its number.
	pub async fn open_channel(
		&self,
		signer: &Signer,
		tab: TabId,
		payee: AccountId,
		key: VoucherKey,
		deposit: Balance,
	) -> Result<ChannelId> {
		let call = chain::tx().billing().open_channel(Static(tab), payee, key.into(), deposit);
		let included = self.submit(signer, &call).await?;
		Ok(included.event::<chain::billing::events::ChannelOpened>()?.channel.0)
	}

	/// Sets more aside for a channel.
	pub async fn top_up_channel(
		&self,
		signer: &Signer,
		channel: ChannelId,
		amount: Balance,
	) -> Result<Included> {
		self.submit(signer, &chain::tx().billing().top_up_channel(Static(channel), amount)).await
	}

	/// Has the payee of a voucher paid what it adds; anybody may.
	pub async fn redeem(&self, signer: &Signer, voucher: &Voucher) -> Result<Redemption> {
		let call = chain::tx().billing().redeem(
			Static(voucher.channel),
			voucher.cumulative,
			Static(voucher.expires),
			voucher.signature.into(),
		);
		let included = self.submit(signer, &call).await?;
		let event = included.event::<chain::billing::events::Redeemed>()?;
		Ok(Redemption { amount: event.amount, fee: event.fee })
	}

	/// Closes a channel: at once for its payee, after the challenge period for the payer.
	pub async fn close_channel(&self, signer: &Signer, channel: ChannelId) -> Result<Closing> {
		use chain::billing::events::{ChannelClosed, ChannelClosing};
		let included =
			self.submit(signer, &chain::tx().billing().close_channel(Static(channel))).await?;
		Ok(match included.find::<ChannelClosing>()? {
			Some(event) => Closing::Until(event.until.0),
			None => Closing::Closed { released: included.event::<ChannelClosed>()?.released },
		})
	}
}
