//! What the calls of our pallets weigh and cost.

use super::{driver::*, *};
use crate::{
	configs::{
		fees::{MinimumMultiplier, TargetBlockFullness},
		system::{BlockLength, BlockWeights},
	},
	constants::currency::WIND,
};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::GetCallName,
	BoundedVec,
};
use pallet_tradewind_billing::{Allowance, Role, VoucherKey, VoucherSignature, MAX_BATCH};
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::{ConstU32, One, Zero};
use std::collections::BTreeSet;
use tradewind_primitives::{
	money::MAX_PAYEES, AssetId, AuctionId, ChannelId, ClassId, CloseReason, Filters, LeaseId,
	LeaseKind, OfferId, Payee, Payees, Rate, Resources, Runtimes, StreamId, TabId, TaskId, TierId,
	Timestamp, UnitPrices, MAX_REGIONS, MAX_WANTED_ATTRIBUTES,
};

fn most<const N: u32>() -> BoundedVec<u8, ConstU32<N>> {
	BoundedVec::truncate_from(vec![b'x'; N as usize])
}

/// Every call of ours, with arguments as large as they may be.
fn calls() -> Vec<RuntimeCall> {
	let who = Sr25519Keyring::Alice.to_account_id();
	let asset = AssetId::WithId(u32::MAX);
	let amount = Balance::MAX;
	let task = TaskId(0);
	let offer = OfferId(0);
	let profile = pallet_tradewind_providers::Profile { region: most(), endpoint: most() };
	let payees: Payees<AccountId> = Payees::truncate_from(
		(0..MAX_PAYEES).map(|_| Payee { who: who.clone(), share: Default::default() }).collect(),
	);
	let spec = TaskSpec {
		candidates: BoundedVec::truncate_from(vec![
			who.clone();
			pallet_tradewind_tasks::MAX_CANDIDATES as usize
		]),
		..spec(TabId(0), &[])
	};
	let lease = LeaseId(0);
	let auction = AuctionId(0);
	let terms = pallet_tradewind_marketplace::Terms {
		region: most(),
		model: most(),
		reserved: Some(pallet_tradewind_marketplace::Reservation {
			min_seconds: u64::MAX,
			discount: Default::default(),
			forfeit: Default::default(),
		}),
		spot: Some(pallet_tradewind_marketplace::Spot {
			discount: Default::default(),
			notice: u32::MAX,
		}),
		..Default::default()
	};
	let filters = Filters {
		regions: BoundedVec::truncate_from(vec![most(); MAX_REGIONS as usize]),
		avoid: BoundedVec::truncate_from(vec![most(); MAX_REGIONS as usize]),
		runtimes: Runtimes(u8::MAX),
		model: most(),
		attributes: BoundedVec::truncate_from(vec![
			(most(), most());
			MAX_WANTED_ATTRIBUTES as usize
		]),
		near: Some((most(), Default::default())),
	};
	let spec = TaskSpec { filters: filters.clone(), ..spec };
	let candidates = BoundedVec::truncate_from(vec![who.clone(); 16]);
	let order = pallet_tradewind_marketplace::Order {
		class: ClassId(0),
		tier: TierId(0),
		needs: Resources::default(),
		max_rate: Rate(amount),
		seconds: u64::MAX,
		kind: LeaseKind::Spot,
		prepaid: true,
		candidates: candidates.clone(),
		excluded: candidates,
		filters,
	};
	let access = pallet_tradewind_marketplace::Access::AllowList(BoundedVec::truncate_from(vec![
			who.clone();
			pallet_tradewind_marketplace::MAX_ALLOWED
				as usize
		]));
	let (tab, stream, channel, rate) = (TabId(0), StreamId(0), ChannelId(0), Rate(amount));
	let allowance = Allowance { role: Role::Manage, per_day: Some(amount) };
	let mut tier = pallet_tradewind_sla::Tier::standard();
	tier.name = most();

	use pallet_tradewind_audit::Call as Audit;
	use pallet_tradewind_billing::Call as Billing;
	use pallet_tradewind_marketplace::Call as Marketplace;
	use pallet_tradewind_providers::Call as Providers;
	use pallet_tradewind_sla::Call as Sla;
	use pallet_tradewind_tasks::Call as Tasks;
	vec![
		Providers::register {
			profile: profile.clone(),
			agent: who.clone(),
			encryption_key: [1; 32],
			collateral: amount,
		}
		.into(),
		Providers::update { profile }.into(),
		Providers::set_agent { agent: who.clone() }.into(),
		Providers::set_encryption_key { key: [1; 32] }.into(),
		Providers::lock_collateral { asset: asset.clone(), amount }.into(),
		Providers::unlock_collateral { asset: asset.clone(), amount }.into(),
		Providers::withdraw_unbonded { asset: asset.clone() }.into(),
		Providers::heartbeat { provider: who.clone() }.into(),
		Providers::drain {}.into(),
		Providers::resume {}.into(),
		Providers::retire {}.into(),
		Providers::suspend {
			provider: who.clone(),
			reason: pallet_tradewind_providers::SuspendReason::ServiceLevel,
		}
		.into(),
		Providers::reinstate { provider: who.clone() }.into(),
		Providers::set_attribute { name: most(), value: most() }.into(),
		Providers::remove_attribute { name: most() }.into(),
		Providers::attest_attribute {
			provider: who.clone(),
			name: most(),
			value: most(),
			lifetime: u64::MAX,
		}
		.into(),
		Providers::withdraw_attestation { provider: who.clone(), name: most() }.into(),
		Providers::appoint_auditor { auditor: who.clone() }.into(),
		Providers::dismiss_auditor { auditor: who.clone() }.into(),
		Marketplace::register_class { name: most() }.into(),
		Marketplace::create_offer {
			class: ClassId(0),
			tier: TierId(0),
			asset: asset.clone(),
			capacity: Resources::default(),
			prices: UnitPrices::default(),
			payees: payees.clone(),
			terms: terms.clone(),
			access: access.clone(),
		}
		.into(),
		Marketplace::set_prices { offer, prices: UnitPrices::default() }.into(),
		Marketplace::set_capacity { offer, capacity: Resources::default() }.into(),
		Marketplace::withdraw_offer { offer }.into(),
		Marketplace::set_index { class: ClassId(0), policy: configs::market::DefaultIndex::get() }
			.into(),
		Marketplace::set_terms { offer, terms }.into(),
		Marketplace::set_access { offer, access }.into(),
		Marketplace::pause_offer { offer }.into(),
		Marketplace::resume_offer { offer }.into(),
		Marketplace::open_leases {
			tab,
			order: order.clone(),
			count: pallet_tradewind_marketplace::MAX_COUNT,
			spread: pallet_tradewind_marketplace::Spread::Regions,
		}
		.into(),
		Marketplace::start_lease { lease }.into(),
		Marketplace::close_lease { lease, reason: CloseReason::Misuse }.into(),
		Marketplace::resize_lease { lease, needs: Resources::default(), max_rate: rate }.into(),
		Marketplace::extend_lease { lease, seconds: u64::MAX, max_rate: rate }.into(),
		Marketplace::set_lease_rate { lease, rate }.into(),
		Marketplace::offer_lease { lease, to: Some(who.clone()) }.into(),
		Marketplace::accept_lease { lease, tab, max_cost: amount }.into(),
		Marketplace::open_auction { tab, order, seconds: u64::MAX }.into(),
		Marketplace::bid { auction, offer, rate }.into(),
		Marketplace::cancel_auction { auction }.into(),
		Tasks::submit { spec: spec.clone(), hash: H256::zero(), data: most() }.into(),
		Tasks::submit_remote { spec, hash: H256::zero(), size: u64::MAX, uri: most() }.into(),
		Tasks::start { task }.into(),
		Tasks::report { task, report: success() }.into(),
		Tasks::decline { task, reason: pallet_tradewind_tasks::DeclineReason::Busy }.into(),
		Tasks::cancel { task }.into(),
		Tasks::drop_task { task }.into(),
		Billing::open_account { asset: asset.clone(), amount }.into(),
		Billing::top_up { tab, amount }.into(),
		Billing::withdraw { tab, amount }.into(),
		Billing::close_account { tab }.into(),
		Billing::settle { stream }.into(),
		Billing::claim { payee: who.clone(), asset }.into(),
		Billing::settle_many {
			streams: BoundedVec::truncate_from(vec![stream; MAX_BATCH as usize]),
		}
		.into(),
		Billing::open_stream {
			tab,
			rate,
			payees,
			cap: Some(amount),
			prepaid: true,
			ends: Some(Timestamp(u64::MAX)),
		}
		.into(),
		Billing::pause_stream { stream }.into(),
		Billing::resume_stream { stream }.into(),
		Billing::set_rate { stream, rate }.into(),
		Billing::close_stream { stream }.into(),
		Billing::redirect { stream, to: who.clone() }.into(),
		Billing::reclaim { stream }.into(),
		Billing::set_delegate { tab, who: who.clone(), allowance: Some(allowance) }.into(),
		Billing::set_budget { tab, budget: Some(amount) }.into(),
		Billing::set_alert { tab, alert: Some(u64::MAX) }.into(),
		Billing::open_channel {
			tab,
			payee: who,
			key: VoucherKey::Ed25519([1; 32]),
			deposit: amount,
		}
		.into(),
		Billing::top_up_channel { channel, amount }.into(),
		Billing::redeem {
			channel,
			cumulative: amount,
			expires: Timestamp(u64::MAX),
			signature: VoucherSignature::Ed25519([1; 64]),
		}
		.into(),
		Billing::close_channel { channel }.into(),
		Billing::set_policy { policy: configs::market::DefaultPolicy::get() }.into(),
		Sla::set_tier { id: TierId(0), tier }.into(),
		Sla::remove_tier { id: TierId(0) }.into(),
		Sla::collect { lease }.into(),
		Sla::announce_maintenance { from: Timestamp(u64::MAX), seconds: u64::MAX }.into(),
		Sla::cancel_maintenance {}.into(),
		Audit::attest { digest: H256::zero(), note: most() }.into(),
	]
}

fn name(call: &RuntimeCall) -> String {
	use frame_support::traits::GetCallMetadata;
	let of = call.get_call_metadata();
	format!("{}.{}", of.pallet_name, of.function_name)
}

#[test]
fn every_call_is_looked_at() {
	fn names<C: GetCallName>(pallet: &str) -> Vec<String> {
		C::get_call_names().iter().map(|call| format!("{pallet}.{call}")).collect()
	}
	let there_are: BTreeSet<String> = [
		names::<pallet_tradewind_providers::Call<Runtime>>("Providers"),
		names::<pallet_tradewind_marketplace::Call<Runtime>>("Marketplace"),
		names::<pallet_tradewind_tasks::Call<Runtime>>("Tasks"),
		names::<pallet_tradewind_billing::Call<Runtime>>("Billing"),
		names::<pallet_tradewind_sla::Call<Runtime>>("Sla"),
		names::<pallet_tradewind_audit::Call<Runtime>>("Audit"),
	]
	.concat()
	.into_iter()
	.collect();
	assert_eq!(calls().iter().map(name).collect::<BTreeSet<_>>(), there_are);
}

#[test]
fn every_call_fits_into_a_block_at_its_worst() {
	Driver::run(|_| {
		let weights: frame_system::limits::BlockWeights = BlockWeights::get();
		let normal = weights.get(DispatchClass::Normal);
		let limit = normal.max_extrinsic.expect("normal calls are limited");
		let length: frame_system::limits::BlockLength = BlockLength::get();
		let longest = *length.max.get(DispatchClass::Normal);
		for call in calls() {
			let name = name(&call);
			let extrinsic = signed(&EVE.pair(), call);
			let info = extrinsic.get_dispatch_info();
			assert_eq!(info.class, DispatchClass::Normal, "{name}");
			let weight = info.total_weight().saturating_add(normal.base_extrinsic);
			assert!(weight.all_lte(limit), "{name} weighs {weight:?} of {limit:?}");
			assert!(!info.call_weight.is_zero(), "{name} weighs nothing");
			assert!(extrinsic.encoded_size() <= longest as usize, "{name} is too long");
		}
	});
}

#[test]
fn an_ordinary_transfer_costs_a_fee_that_goes_to_the_treasury() {
	Driver::run(|chain| {
		let (to, value) = (Sr25519Keyring::Ferdie.to_account_id(), WIND);
		let treasury = configs::governance::TreasuryAccount::get();
		let before = (money(&EVE.to_account_id()), money(&to), money(&treasury));
		let call = pallet_balances::Call::transfer_keep_alive { dest: to.clone().into(), value };
		chain.must(&EVE.pair(), call);
		let fee = money(&treasury) - before.2;
		assert!(fee > 0);
		assert!(fee < WIND / 100, "a transfer costs {fee} planck");
		assert_eq!(money(&to), before.1 + value);
		assert_eq!(money(&EVE.to_account_id()), before.0 - value - fee);
	});
}

#[test]
fn a_heartbeat_is_free_and_a_false_one_is_not() {
	Driver::run(|chain| {
		let paid = |pair: &sp_core::sr25519::Pair| {
			use sp_core::Pair;
			money(&pair.public().into())
		};
		let heartbeat = pallet_tradewind_providers::Call::heartbeat { provider: provider(0) };
		chain.beating.clear();
		chain.wait(6);
		let before = paid(&agent(0));
		chain.must(&agent(0), heartbeat.clone());
		assert_eq!(paid(&agent(0)), before);
		let before = paid(&agent(1));
		let error = pallet_tradewind_providers::Error::<Runtime>::NotAgent;
		assert_eq!(chain.sign(&agent(1), heartbeat), Err(error.into()));
		assert!(paid(&agent(1)) < before);
	});
}

#[test]
fn the_fee_multiplier_follows_the_fullness_of_blocks() {
	use pallet_transaction_payment::{Multiplier, NextFeeMultiplier};
	let multiplier = NextFeeMultiplier::<Runtime>::get;
	Driver::run(|chain| {
		let first = multiplier();
		assert_eq!(first, Multiplier::one());
		chain.wait(SLOT);
		let (after_empty, empty) = (multiplier(), transfer_fee());
		assert!(after_empty < first);

		let weights: frame_system::limits::BlockWeights = BlockWeights::get();
		let normal = weights.get(DispatchClass::Normal).max_total.expect("it is limited");
		for _ in 0..10 {
			System::register_extra_weight_unchecked(normal, DispatchClass::Normal);
			chain.wait(SLOT);
		}
		assert!(multiplier() > first);
		assert!(transfer_fee() > empty);

		// An idle chain becomes cheaper, but never free.
		NextFeeMultiplier::<Runtime>::put(MinimumMultiplier::get());
		chain.wait(10 * SLOT);
		assert_eq!(multiplier(), MinimumMultiplier::get());
		assert!(transfer_fee() > 0);
		assert!(!TargetBlockFullness::get().is_zero());
	});
}

/// The fee of a transfer at this moment.
fn transfer_fee() -> Balance {
	let call = pallet_balances::Call::transfer_keep_alive {
		dest: Sr25519Keyring::Ferdie.to_account_id().into(),
		value: WIND,
	};
	let extrinsic = signed(&EVE.pair(), call.into());
	let length = extrinsic.encoded_size() as u32;
	TransactionPayment::query_info(extrinsic, length).partial_fee
}
