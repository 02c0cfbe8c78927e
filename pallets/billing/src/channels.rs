//! Channels: micro-payments by voucher, of which the chain sees only the last.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{
	hooks::Agenda,
	pallet::*,
	types::{Channel, Due, Role, Side, VoucherKey, VoucherSignature},
	AccountOf, ChannelOf,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
	traits::{EnsureAddAssign, EnsureSub, EnsureSubAssign, Zero},
	ArithmeticError,
};
use tradewind_primitives::{agenda, Balance, ChannelId, Clock, Subject, TabId, Timestamp};

/// What every voucher begins with, so that no signature made for something else is one.
pub const VOUCHER_CONTEXT: &[u8; 19] = b"tradewind/voucher/1";

impl VoucherKey {
	/// Whether the key made the signature.
	pub fn verifies(&self, message: &[u8], signature: &VoucherSignature) -> bool {
		match (self, signature) {
			(Self::Sr25519(key), VoucherSignature::Sr25519(signature)) => {
				sp_io::crypto::sr25519_verify(&(*signature).into(), message, &(*key).into())
			},
			(Self::Ed25519(key), VoucherSignature::Ed25519(signature)) => {
				sp_io::crypto::ed25519_verify(&(*signature).into(), message, &(*key).into())
			},
			_ => false,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What the key of a channel signs: this chain, this channel, its account and payee, and what
	/// may be redeemed in all until when.
	pub(crate) fn message(
		id: ChannelId,
		channel: &ChannelOf<T>,
		cumulative: Balance,
		expires: Timestamp,
	) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		(VOUCHER_CONTEXT, genesis, id, channel.tab, &channel.payee, cumulative, expires).encode()
	}

	pub(crate) fn do_open_channel(
		who: T::AccountId,
		tab: TabId,
		payee: T::AccountId,
		key: VoucherKey,
		deposit: Balance,
	) -> DispatchResult {
		ensure!(deposit != 0, Error::<T>::NothingAsked);
		ensure!(payee != Self::pot_account(), Error::<T>::BadPayees);
		let now = T::Clock::now();
		let mut account = Self::account(tab, now)?;
		Self::authorize(tab, &account, &who, Role::Spend, deposit, now)?;
		ensure!(deposit <= account.available(), Error::<T>::InsufficientFunds);
		account.reserve(deposit)?;
		account.channels.ensure_add_assign(1)?;
		let id = NextChannelId::<T>::get();
		NextChannelId::<T>::put(id.next().ok_or(ArithmeticError::Overflow)?);
		let fee = Self::policy().fee;
		let channel = Channel {
			tab,
			payee: payee.clone(),
			key,
			deposit,
			redeemed: 0,
			fee,
			closes: None,
			queued: None,
		};
		Channels::<T>::insert(id, channel);

		let particulars = (id, tab, &payee, key, deposit);
		Self::record(Some(&who), Subject::Tab(tab), "channel.opened", &particulars);
		Self::deposit_event(Event::ChannelOpened { channel: id, tab, payee, deposit });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_top_up_channel(
		who: T::AccountId,
		id: ChannelId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount != 0, Error::<T>::NothingAsked);
		let now = T::Clock::now();
		let mut channel = Self::channel(id)?;
		ensure!(channel.closes.is_none(), Error::<T>::AlreadyClosing);
		let tab = channel.tab;
		let mut account = Self::account(tab, now)?;
		Self::authorize(tab, &account, &who, Role::Spend, amount, now)?;
		ensure!(amount <= account.available(), Error::<T>::InsufficientFunds);
		account.reserve(amount)?;
		channel.deposit.ensure_add_assign(amount)?;
		Channels::<T>::insert(id, channel);

		Self::record(Some(&who), Subject::Tab(tab), "channel.topped_up", &(id, amount));
		Self::deposit_event(Event::ChannelToppedUp { channel: id, amount });
		Self::store(tab, account, now);
		Ok(())
	}

	pub(crate) fn do_redeem(
		id: ChannelId,
		cumulative: Balance,
		expires: Timestamp,
		signature: VoucherSignature,
	) -> DispatchResult {
		let now = T::Clock::now();
		let mut channel = Self::channel(id)?;
		ensure!(now <= expires, Error::<T>::VoucherExpired);
		ensure!(cumulative > channel.redeemed, Error::<T>::NothingToRedeem);
		ensure!(cumulative <= channel.deposit, Error::<T>::AboveDeposit);
		let message = Self::message(id, &channel, cumulative, expires);
		ensure!(channel.key.verifies(&message, &signature), Error::<T>::BadSignature);
		let tab = channel.tab;
		let mut account = Self::account(tab, now)?;
		let paid = Self::pay_voucher(
			&mut account,
			&channel.payee,
			channel.fee,
			channel.redeemed,
			cumulative,
		)?;
		channel.redeemed = cumulative;
		let payee = channel.payee.clone();
		Channels::<T>::insert(id, channel);

		let (amount, fee) = (paid.amount, paid.fee);
		let particulars = (id, tab, &payee, cumulative, amount, fee);
		Self::record(Some(&payee), Subject::Tab(tab), "channel.redeemed", &particulars);
		Self::deposit_event(Event::Redeemed { channel: id, tab, payee, amount, fee });
		Self::store(tab, account, now);
		Ok(())
	}

	/// The payee closes at once, the payer after giving the payee time to redeem.
	pub(crate) fn do_close_channel(who: T::AccountId, id: ChannelId) -> DispatchResult {
		let now = T::Clock::now();
		let mut channel = Self::channel(id)?;
		let account = Self::account(channel.tab, now)?;
		let side = Self::side(channel.tab, &account, Some(&channel.payee), &who, now)?;
		if side == Side::Payee {
			return Self::shut(id, channel, account, Some(&who), now);
		}
		ensure!(channel.closes.is_none(), Error::<T>::AlreadyClosing);
		let until = now.plus(Self::policy().challenge);
		channel.closes = Some(until);
		channel.queued = Some(agenda::schedule::<Agenda<T>>(now, until, Due::Channel(id)));
		let tab = channel.tab;
		Channels::<T>::insert(id, channel);

		Self::record(Some(&who), Subject::Tab(tab), "channel.closing", &(id, until));
		Self::deposit_event(Event::ChannelClosing { channel: id, until });
		Self::store(tab, account, now);
		Ok(())
	}

	/// Closes a channel whose challenge period is over.
	pub(crate) fn end_channel(id: ChannelId) -> DispatchResult {
		let now = T::Clock::now();
		match Channels::<T>::get(id) {
			Some(channel) if channel.closes.is_some_and(|closes| closes <= now) => {
				let account = Self::account(channel.tab, now)?;
				Self::shut(id, channel, account, None, now)
			},
			_ => Ok(()),
		}
	}

	/// Gives back what was not redeemed and forgets the channel.
	fn shut(
		id: ChannelId,
		channel: ChannelOf<T>,
		mut account: AccountOf<T>,
		actor: Option<&T::AccountId>,
		now: Timestamp,
	) -> DispatchResult {
		let tab = channel.tab;
		let released = channel.deposit.ensure_sub(channel.redeemed)?;
		account.unreserve(released)?;
		account.channels.ensure_sub_assign(1)?;
		if let Some(slot) = channel.queued {
			agenda::cancel::<Agenda<T>>(slot, &Due::Channel(id));
		}
		Channels::<T>::remove(id);

		Self::record(actor, Subject::Tab(tab), "channel.closed", &(id, released));
		Self::deposit_event(Event::ChannelClosed { channel: id, released });
		Self::pay_fees(tab, &mut account);
		Self::store(tab, account, now);
		Ok(())
	}

	fn channel(id: ChannelId) -> Result<ChannelOf<T>, Error<T>> {
		Channels::<T>::get(id).ok_or(Error::<T>::UnknownChannel)
	}
}
