//! Money in and out of the pot.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

use crate::{pallet::*, settlement, types::Account, AccountOf, StreamOf};
use frame_support::{
	pallet_prelude::*,
	storage::with_storage_layer,
	traits::{fungibles::Mutate, tokens::Preservation},
};
use sp_runtime::{
	traits::{AccountIdConversion, EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign},
	Perbill,
};
use tradewind_primitives::{AssetId, Balance, TabId};

/// What a settlement moved.
pub(crate) struct Payment {
	/// The sum, the fee included.
	pub amount: Balance,
	/// The fee.
	pub fee: Balance,
	/// Whether every payee received its part, so that nothing is owed for it.
	pub delivered: bool,
}

impl<AccountId> Account<AccountId> {
	/// Takes out of the books what is paid for a prepaid stream or a channel, or for a running
	/// stream.
	fn pay_out(&mut self, prepaid: bool, amount: Balance, fee: Balance) -> DispatchResult {
		let share = if prepaid { &mut self.reserved } else { &mut self.earmarked };
		share.ensure_sub_assign(amount)?;
		self.funds.ensure_sub_assign(amount)?;
		self.fees.ensure_add_assign(fee)?;
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// The account in which all prepaid money lies.
	pub fn pot_account() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Pays the payees of `stream` what has become due since `before` was billed, and `forfeit`
	/// besides, as if it had been billed too.
	pub(crate) fn pay(
		stream: &StreamOf<T>,
		account: &mut AccountOf<T>,
		before: Balance,
		forfeit: Balance,
		last: bool,
	) -> Result<Payment, DispatchError> {
		let after = stream.amount.ensure_add(forfeit)?;
		let (fee_before, fee_after) =
			(settlement::fee(before, stream.fee), settlement::fee(after, stream.fee));
		let net_before = before.ensure_sub(fee_before)?;
		let net_after = after.ensure_sub(fee_after)?;
		let parts = settlement::parts(net_before, net_after, &stream.payees, last);
		let fee = fee_after.ensure_sub(fee_before)?;
		let amount = parts.iter().try_fold(fee, |sum: Balance, part| sum.ensure_add(*part))?;
		account.pay_out(stream.prepaid, amount, fee)?;
		let mut delivered = true;
		for (payee, part) in stream.payees.iter().zip(parts) {
			delivered &= Self::deliver_or_owe(&account.asset, &payee.who, part);
		}
		Ok(Payment { amount, fee, delivered })
	}

	/// Pays the payee of a channel what has become due since `before` was redeemed.
	pub(crate) fn pay_voucher(
		account: &mut AccountOf<T>,
		payee: &T::AccountId,
		fee_share: Perbill,
		before: Balance,
		after: Balance,
	) -> Result<Payment, DispatchError> {
		let fee =
			settlement::fee(after, fee_share).ensure_sub(settlement::fee(before, fee_share))?;
		let amount = after.ensure_sub(before)?;
		account.pay_out(true, amount, fee)?;
		let delivered = Self::deliver_or_owe(&account.asset, payee, amount.ensure_sub(fee)?);
		Ok(Payment { amount, fee, delivered })
	}

	/// Delivers the fees that an account has gathered, if they can be delivered.
	pub(crate) fn pay_fees(tab: TabId, account: &mut AccountOf<T>) {
		let (asset, amount) = (account.asset.clone(), account.fees);
		if amount != 0 && Self::deliver(&asset, &T::FeeAccount::get(), amount).is_ok() {
			account.fees = 0;
			Self::deposit_event(Event::FeesPaid { tab, asset, amount });
		}
	}

	pub(crate) fn take_in(asset: &AssetId, from: &T::AccountId, amount: Balance) -> DispatchResult {
		let pot = Self::pot_account();
		T::Assets::transfer(asset.clone(), from, &pot, amount, Preservation::Preserve)?;
		Ok(())
	}

	/// Transfers out of the pot, which the deposit of an account keeps alive. All or nothing: the
	/// caller may go on after a failure.
	pub(crate) fn deliver(asset: &AssetId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		let pot = Self::pot_account();
		with_storage_layer(|| {
			T::Assets::transfer(asset.clone(), &pot, to, amount, Preservation::Preserve)?;
			Ok(())
		})
	}

	/// Whether `to` has the money now; otherwise it is owed.
	fn deliver_or_owe(asset: &AssetId, to: &T::AccountId, amount: Balance) -> bool {
		let delivered = amount == 0 || Self::deliver(asset, to, amount).is_ok();
		if !delivered {
			Self::owe(to.clone(), asset.clone(), amount);
		}
		delivered
	}

	/// Books a payout that could not be delivered. It must not hold up the others, so the sums
	/// saturate; no asset has so much of it.
	fn owe(who: T::AccountId, asset: AssetId, amount: Balance) {
		Owed::<T>::mutate(&who, &asset, |owed| *owed = owed.saturating_add(amount));
		Pots::<T>::mutate(&asset, |pot| pot.owed = pot.owed.saturating_add(amount));
		Self::deposit_event(Event::PayoutOwed { who, asset, amount });
	}

	pub(crate) fn do_claim(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let amount = Owed::<T>::take(&who, &asset);
		ensure!(amount != 0, Error::<T>::NothingOwed);
		Self::deliver(&asset, &who, amount)?;
		// An account in the asset exists as long as anything is owed, so the entry stays.
		Pots::<T>::try_mutate(&asset, |pot| pot.owed.ensure_sub_assign(amount))?;

		let particulars = (&who, &asset, amount);
		let subject = tradewind_primitives::Subject::Account(who.clone());
		Self::record(None, subject, "payout.claimed", &particulars);
		Self::deposit_event(Event::Claimed { who, asset, amount });
		Ok(())
	}

	/// Empties an account into its owner's hands and strikes it off the books. With the last
	/// account of an asset the pot's own account in the asset goes too.
	pub(crate) fn pay_back(account: &AccountOf<T>) -> Result<Balance, DispatchError> {
		let mut pot = Pots::<T>::get(&account.asset);
		pot.accounts.ensure_sub_assign(1)?;
		ensure!(pot.accounts != 0 || pot.owed == 0, Error::<T>::PayoutsOwed);
		// Fees that are still here are too small for the fee account to begin with.
		let amount = account.funds.ensure_add(account.fees)?;
		let preservation =
			if pot.is_idle() { Preservation::Expendable } else { Preservation::Preserve };
		let asset = account.asset.clone();
		T::Assets::transfer(asset, &Self::pot_account(), &account.owner, amount, preservation)?;
		if pot.is_idle() {
			Pots::<T>::remove(&account.asset);
		} else {
			Pots::<T>::insert(&account.asset, pot);
		}
		Ok(amount)
	}
}
