//! The chain's own business: how our six pallets are wired to each other.

use crate::{
	configs::fees::{NativeAndAssetHolds, NativeAndAssets},
	constants::currency::*,
	*,
};
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use frame_system::EnsureRoot;
use sp_runtime::{traits::AccountIdConversion, FixedU128, Perbill};
use tradewind_primitives::{Clock, Seconds, Timestamp as Moment};

/// The chain's clock, in seconds.
pub struct BlockClock;

impl Clock for BlockClock {
	fn now() -> Moment {
		Moment(pallet_timestamp::Now::<Runtime>::get() / 1_000)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_now(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now.0 * 1_000);
	}
}

parameter_types! {
	/// How long collateral stays bound after it was unlocked: longer than any credit takes.
	pub const UnbondingTime: Seconds = 7 * 24 * 3_600;
	/// What a provider has to lock to sell at all.
	pub const MinCollateral: Balance = 100 * WIND;
	pub const RegistrationDeposit: Balance = deposit(4, 560);
	pub const AttributeDeposit: Balance = deposit(1, 320);
	/// What auditors vouch for has to be looked at again within a year.
	pub const MaxAttestation: Seconds = 366 * 24 * 3_600;
	/// As much in a day as a provider has to lock to sell at all: to feign custom costs the fee of
	/// that, day after day.
	pub const FullDay: Balance = MinCollateral::get();
}

impl pallet_tradewind_providers::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Native = Balances;
	type Holds = NativeAndAssetHolds;
	type Liveness = Sla;
	type Departure = Marketplace;
	type Audit = Audit;
	type Clock = BlockClock;
	type AdminOrigin = EnsureRoot<AccountId>;
	type UnbondingTime = UnbondingTime;
	type MinCollateral = MinCollateral;
	type RegistrationDeposit = RegistrationDeposit;
	type AttributeDeposit = AttributeDeposit;
	type MaxAttestation = MaxAttestation;
	type FullDay = FullDay;
	type WeightInfo = pallet_tradewind_providers::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const OfferDeposit: Balance = deposit(2, 512);
	pub const AuctionDeposit: Balance = deposit(1, 1_024);
	/// A byte of what is as long as its owner makes it.
	pub const ByteOfRecord: Balance = deposit(0, 1);
	/// A bid is kept with its auction. What it costs to have many is the deposit of each.
	pub const BidDeposit: Balance = deposit(1, 128);
	/// What holds of every class until governance decides otherwise: the level stands still while
	/// seven parts of ten are in use, and full use lifts it by 0.15 a day.
	pub DefaultIndex: pallet_tradewind_marketplace::Policy = pallet_tradewind_marketplace::Policy {
		gauge: pallet_tradewind_marketplace::Gauge::Cpu,
		target: Perbill::from_percent(70),
		slope: FixedU128::from_rational(1, 2),
		floor: FixedU128::from_rational(1, 4),
		cap: FixedU128::from_u32(4),
	};
}

impl pallet_tradewind_marketplace::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Native = Balances;
	type AdminOrigin = EnsureRoot<AccountId>;
	type ProviderDirectory = Providers;
	type Reputation = Providers;
	type Coverage = Sla;
	type Streams = Billing;
	type Holder = Tasks;
	type Audit = Audit;
	type Clock = BlockClock;
	type OfferDeposit = OfferDeposit;
	type AuctionDeposit = AuctionDeposit;
	type ByteDeposit = ByteOfRecord;
	type BidDeposit = BidDeposit;
	type DefaultIndex = DefaultIndex;
	type PageSize = ConstU32<64>;
	type MaxPages = ConstU32<256>;
	type EnoughReads = ConstU32<2>;
	type MaxReads = ConstU32<16>;
	type MaxProbes = ConstU32<16>;
	type WeightInfo = pallet_tradewind_marketplace::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const TaskDeposit: Balance = deposit(2, 512);
	/// How long an ended task can be read before the chain forgets it and returns its deposit.
	pub const Retention: Seconds = 24 * 3_600;
	/// How long after the longest run the report of it may come.
	pub const ReportMargin: Seconds = 60;
}

impl pallet_tradewind_tasks::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = pallet_tradewind_tasks::weights::SubstrateWeight<Runtime>;
	type Native = Balances;
	type Leasing = Marketplace;
	type ProviderDirectory = Providers;
	type Audit = Audit;
	type Clock = BlockClock;
	type TaskDeposit = TaskDeposit;
	type ByteDeposit = ByteOfRecord;
	type Retention = Retention;
	type ReportMargin = ReportMargin;
}

parameter_types! {
	pub const BillingPalletId: PalletId = PalletId(*b"wi/billg");
	pub const FeePalletId: PalletId = PalletId(*b"wi/fees ");
	/// Gathers the fees, out of which witnesses are paid.
	pub FeeAccount: AccountId = FeePalletId::get().into_account_truncating();
	/// What holds until governance decides otherwise.
	pub DefaultPolicy: pallet_tradewind_billing::Policy = pallet_tradewind_billing::Policy {
		fee: Perbill::from_percent(1),
		grace: 72 * 3_600,
		challenge: 24 * 3_600,
		min_runway: 3_600,
	};
}

impl pallet_tradewind_billing::Config for Runtime {
	type Assets = NativeAndAssets;
	type Meter = Sla;
	type Clock = BlockClock;
	type Audit = Audit;
	type Memo = pallet_tradewind_marketplace::Lease<AccountId>;
	type Openers = Marketplace;
	type AdminOrigin = EnsureRoot<AccountId>;
	type DefaultPolicy = DefaultPolicy;
	type FeeAccount = FeeAccount;
	type PalletId = BillingPalletId;
	type WeightInfo = pallet_tradewind_billing::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// Silence that is not yet downtime: five heartbeats of the agent's default of six seconds.
	pub const Grace: Seconds = 30;
	/// Silence after which the work moves.
	pub const OutageAfter: Seconds = 45;
	/// Maintenance is announced a day ahead.
	pub const MaintenanceNotice: Seconds = 24 * 60 * 60;
	/// Four hours of it in thirty days.
	pub const MaintenanceAllowance: Seconds = 4 * 60 * 60;
	pub const MaintenancePeriod: Seconds = 30 * 24 * 60 * 60;
}

impl pallet_tradewind_sla::Config for Runtime {
	type Clock = BlockClock;
	type Collateral = Providers;
	type Credits = Billing;
	type OnOutage = Tasks;
	type Audit = Audit;
	type AdminOrigin = EnsureRoot<AccountId>;
	type Grace = Grace;
	type OutageAfter = OutageAfter;
	type MaintenanceNotice = MaintenanceNotice;
	type MaintenanceAllowance = MaintenanceAllowance;
	type MaintenancePeriod = MaintenancePeriod;
	type WeightInfo = pallet_tradewind_sla::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkProviders = Providers;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkAccounts = Billing;
}

impl pallet_tradewind_audit::Config for Runtime {
	type Clock = BlockClock;
	type MaxRecords = ConstU32<16_384>;
	type WeightInfo = pallet_tradewind_audit::weights::SubstrateWeight<Runtime>;
}
