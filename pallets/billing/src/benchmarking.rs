//! Every call in its worst case.

use crate::pallet::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::fungibles::{Create, Inspect, Mutate},
};
use frame_system::RawOrigin;
use sp_runtime::Perbill;
use tradewind_primitives::{
	traits::Streams as _, AssetId, Balance, Clock, Payee, Payees, Rate, StreamId, StreamTerms,
	TabId, Timestamp, MAX_PAYEES,
};

const NATIVE: AssetId = AssetId::Native;
const START: Timestamp = Timestamp(1_800_000_000);

fn minimum<T: Config>() -> Balance {
	T::Assets::minimum_balance(NATIVE)
}

/// Far more than any benchmark spends.
fn plenty<T: Config>() -> Balance {
	minimum::<T>().saturating_mul(1_000).saturating_add(1_000_000)
}

/// Makes an asset, which is dearer to move than the native token.
fn make_asset<T: Config>(is_sufficient: bool) -> AssetId
where
	T::Assets: Create<T::AccountId>,
{
	let asset = AssetId::WithId(1_000_000);
	// Native money in the pot, so that it may hold any asset.
	Pallet::<T>::create_account(&account("bystander", 0, 0), plenty::<T>());
	assert_ok!(T::Assets::create(
		asset.clone(),
		account("issuer", 0, 0),
		is_sufficient,
		minimum::<T>()
	));
	asset
}

/// Gives `who` money of both kinds.
fn endow<T: Config>(who: &T::AccountId, asset: &AssetId) {
	for asset in [NATIVE, asset.clone()] {
		assert_ok!(T::Assets::mint_into(asset, who, plenty::<T>().saturating_mul(10)));
	}
}

fn make_account<T: Config>(who: &T::AccountId, asset: &AssetId) -> TabId {
	endow::<T>(who, asset);
	Pallet::<T>::do_open_account(who.clone(), asset.clone(), plenty::<T>().saturating_mul(2))
		.expect("the owner has the money")
}

/// So many payees without accounts, with shares as equal as can be.
fn payees<T: Config>(count: u32) -> Payees<T::AccountId> {
	let one = Perbill::one().deconstruct();
	let share = one / count;
	let first = one - share * (count - 1);
	let payees: Vec<_> = (0..count)
		.map(|index| Payee {
			who: account("payee", index, 0),
			share: Perbill::from_parts(if index == 0 { first } else { share }),
		})
		.collect();
	payees.try_into().expect("as many as are allowed")
}

/// A stream that has flowed for one second and now owes each payee what an account needs.
fn flowing<T: Config>(count: u32, asset: AssetId) -> StreamId {
	T::Clock::set_now(START);
	let owner: T::AccountId = account("owner", 0, 0);
	let tab = make_account::<T>(&owner, &asset);
	let terms = StreamTerms {
		tab,
		rate: Rate(minimum::<T>().saturating_mul(Balance::from(2 * MAX_PAYEES))),
		cap: plenty::<T>(),
		payees: payees::<T>(count),
		meter: Some(account("provider", 0, 0)),
	};
	let stream = Pallet::<T>::open(&owner, terms).expect("the account has the money");
	assert_ok!(Pallet::<T>::start(stream));
	T::Clock::set_now(START.plus(1));
	stream
}

#[benchmarks(where T::Assets: Create<T::AccountId>)]
mod benches {
	use super::*;

	#[benchmark]
	fn open_account() {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		endow::<T>(&who, &asset);
		let tab = NextTabId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, plenty::<T>());

		assert!(Accounts::<T>::contains_key(tab));
	}

	#[benchmark]
	fn top_up() {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		let tab = make_account::<T>(&account("owner", 0, 0), &asset);
		endow::<T>(&who, &asset);
		let before = Pallet::<T>::available(tab);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), tab, minimum::<T>());

		assert_eq!(Pallet::<T>::available(tab), before.map(|sum| sum + minimum::<T>()));
	}

	#[benchmark]
	fn withdraw() {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		let tab = make_account::<T>(&who, &asset);
		let before = Pallet::<T>::available(tab);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), tab, minimum::<T>());

		assert_eq!(Pallet::<T>::available(tab), before.map(|sum| sum - minimum::<T>()));
	}

	/// The last account of its asset.
	#[benchmark]
	fn close_account() {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		let tab = make_account::<T>(&who, &asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), tab);

		assert!(!Accounts::<T>::contains_key(tab));
	}

	/// The native token: every payee receives its first money.
	#[benchmark]
	fn settle(p: Linear<1, MAX_PAYEES>) {
		let who: T::AccountId = whitelisted_caller();
		let stream = flowing::<T>(p, NATIVE);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), stream);

		let last = account("payee", p - 1, 0);
		assert!(T::Assets::total_balance(NATIVE, &last) >= minimum::<T>());
	}

	/// Another asset: every payee receives its first money.
	#[benchmark]
	fn settle_asset(p: Linear<1, MAX_PAYEES>) {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(true);
		let stream = flowing::<T>(p, asset.clone());

		#[extrinsic_call]
		settle(RawOrigin::Signed(who), stream);

		let last = account("payee", p - 1, 0);
		assert!(T::Assets::total_balance(asset, &last) >= minimum::<T>());
	}

	/// No payee can be paid, because the asset needs accounts that there are not.
	#[benchmark]
	fn settle_owed(p: Linear<1, MAX_PAYEES>) {
		let who: T::AccountId = whitelisted_caller();
		let asset = make_asset::<T>(false);
		let stream = flowing::<T>(p, asset.clone());

		#[extrinsic_call]
		settle(RawOrigin::Signed(who), stream);

		let last: T::AccountId = account("payee", p - 1, 0);
		assert!(Owed::<T>::contains_key(last, asset));
	}

	#[benchmark]
	fn claim() {
		let who: T::AccountId = whitelisted_caller();
		let payee: T::AccountId = account("payee", 0, 0);
		let asset = make_asset::<T>(true);
		make_account::<T>(&account("owner", 0, 0), &asset);
		let amount = minimum::<T>();
		assert_ok!(T::Assets::mint_into(asset.clone(), &Pallet::<T>::pot_account(), amount));
		Owed::<T>::insert(&payee, &asset, amount);
		Pots::<T>::mutate(&asset, |pot| pot.owed += amount);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), payee.clone(), asset.clone());

		assert_eq!(T::Assets::total_balance(asset, &payee), amount);
	}
}
