//! BABE, GRANDPA, sessions, staking, offences, and the MMR that makes records provable.

use crate::{constants::currency::*, constants::time::*, *};
use codec::{Decode, Encode};
use frame_election_provider_support::{
	bounds::{ElectionBounds, ElectionBoundsBuilder},
	onchain, BoundedSupportsOf, ElectionDataProvider, ElectionProvider, InstantElectionProvider,
	PageIndex, SequentialPhragmen,
};
use frame_support::{
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, ConstU64},
	weights::Weight,
};
use frame_system::EnsureRoot;
use sp_core::H256;
use sp_runtime::{curve::PiecewiseLinear, traits::Keccak256, Perbill};
use sp_staking::{EraIndex, SessionIndex};
use tradewind_primitives::{traits::ProviderDirectory, ProviderStatus};

/// How many validators there may be.
pub const MAX_VALIDATORS: u32 = 256;
/// How many validators a nominator may name.
pub const MAX_NOMINATIONS: u32 = 16;

parameter_types! {
	pub const SessionsPerEra: SessionIndex = 6;
	pub const BondingDuration: EraIndex = 7 * 24;
	pub const SlashDeferDuration: EraIndex = 24;
	/// An equivocation can be reported for as long as the stake behind it is bonded.
	pub const ReportLongevity: u64 = BondingDuration::get() as u64
		* SessionsPerEra::get() as u64
		* EPOCH_DURATION_IN_SLOTS as u64;
	pub const MaxSetIdSessionEntries: u64 =
		BondingDuration::get() as u64 * SessionsPerEra::get() as u64;
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = ConstU64<{ EPOCH_DURATION_IN_SLOTS as u64 }>;
	type ExpectedBlockTime = ConstU64<MILLISECS_PER_BLOCK>;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = ();
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
	type MaxNominators = ConstU32<MAX_EXPOSURE_PAGE>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
	type MaxNominators = ConstU32<MAX_EXPOSURE_PAGE>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = Staking;
}

parameter_types! {
	pub const KeyDeposit: Balance = deposit(1, 96);
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = sp_runtime::traits::ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, Staking>;
	type SessionHandler =
		<opaque::SessionKeys as sp_runtime::traits::OpaqueKeys>::KeyTypeIdProviders;
	type Keys = opaque::SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = pallet_staking::UnitIdentificationOf<Self>;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Staking;
}

/// How many nominators of a validator are rewarded at a time.
pub const MAX_EXPOSURE_PAGE: u32 = 64;

pallet_staking_reward_curve::build! {
	const REWARD_CURVE: PiecewiseLinear<'static> = curve!(
		min_inflation: 0_025_000,
		max_inflation: 0_100_000,
		ideal_stake: 0_500_000,
		falloff: 0_050_000,
		max_piece_count: 40,
		test_precision: 0_005_000,
	);
}

parameter_types! {
	pub const RewardCurve: &'static PiecewiseLinear<'static> = &REWARD_CURVE;
	pub ElectionBoundsOnChain: ElectionBounds = ElectionBoundsBuilder::default()
		.voters_count(2_000.into())
		.targets_count(1_000.into())
		.build();
}

/// The election runs on the chain itself, at the end of an era: bounded by
/// [`ElectionBoundsOnChain`], and with nobody to wait for.
pub struct OnChainElection;

impl onchain::Config for OnChainElection {
	type Sort = frame_support::traits::ConstBool<true>;
	type System = Runtime;
	type Solver = SequentialPhragmen<AccountId, Perbill>;
	type MaxBackersPerWinner = ConstU32<2_000>;
	type MaxWinnersPerPage = ConstU32<MAX_VALIDATORS>;
	type DataProvider = Staking;
	type WeightInfo = frame_election_provider_support::weights::SubstrateWeight<Runtime>;
	type Bounds = ElectionBoundsOnChain;
}

/// The same election, among the active providers only. It replaces the whole election and not just
/// its data provider, because staking accepts no data provider but itself.
///
/// The bounds hold: the candidates are filtered after they were listed, which only makes the list
/// shorter. Nobody is cut off by candidates who are left out afterwards, because staking fails
/// rather than list a part, and takes far fewer candidates (`MaxValidatorsCount`) than
/// [`ElectionBoundsOnChain`] allows. Votes for those who are left out count for nobody.
///
/// When fewer candidates are left than staking's `MinimumValidatorCount`, or none, staking takes the
/// election as failed: the validators stay, the era goes on, and the next session tries again.
pub struct ProviderElection;

/// The election among all candidates.
type OpenElection = onchain::OnChainExecution<OnChainElection>;

impl ElectionProvider for ProviderElection {
	type AccountId = AccountId;
	type BlockNumber = BlockNumber;
	type Error = onchain::Error;
	type MaxWinnersPerPage = <OpenElection as ElectionProvider>::MaxWinnersPerPage;
	type MaxBackersPerWinner = <OpenElection as ElectionProvider>::MaxBackersPerWinner;
	type MaxBackersPerWinnerFinal = <OpenElection as ElectionProvider>::MaxBackersPerWinnerFinal;
	type Pages = <OpenElection as ElectionProvider>::Pages;
	type DataProvider = Staking;

	fn elect(page: PageIndex) -> Result<BoundedSupportsOf<Self>, Self::Error> {
		let bounds = ElectionBoundsOnChain::get();
		let voters =
			Staking::electing_voters(bounds.voters, page).map_err(onchain::Error::DataProvider)?;
		let mut targets = Staking::electable_targets(bounds.targets, page)
			.map_err(onchain::Error::DataProvider)?;
		let looked_up = targets.len() as u64;
		targets.retain(|who| Providers::status(who) == Some(ProviderStatus::Active));
		System::register_extra_weight_unchecked(
			<Runtime as frame_system::Config>::DbWeight::get().reads(looked_up),
			DispatchClass::Mandatory,
		);
		let wanted = Staking::desired_targets().map_err(onchain::Error::DataProvider)?;
		OpenElection::instant_elect(voters, targets, wanted)
	}

	fn start() -> Result<(), Self::Error> {
		OpenElection::start()
	}

	fn duration() -> Self::BlockNumber {
		OpenElection::duration()
	}

	fn status() -> Result<Option<Weight>, ()> {
		OpenElection::status()
	}
}

/// What the staking benchmarks size themselves by.
pub struct StakingBenchmarks;

impl pallet_staking::BenchmarkingConfig for StakingBenchmarks {
	type MaxValidators = ConstU32<100>;
	type MaxNominators = ConstU32<100>;
}

impl pallet_staking::Config for Runtime {
	type OldCurrency = Balances;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type CurrencyBalance = Balance;
	type UnixTime = Timestamp;
	type CurrencyToVote = sp_staking::currency_to_vote::U128CurrencyToVote;
	type ElectionProvider = ProviderElection;
	// When the genesis of staking is built, there are no providers yet.
	type GenesisElectionProvider = OpenElection;
	type NominationsQuota = pallet_staking::FixedNominationsQuota<MAX_NOMINATIONS>;
	type HistoryDepth = ConstU32<{ 14 * 24 }>;
	type RewardRemainder = frame_support::traits::tokens::imbalance::ResolveTo<
		configs::governance::TreasuryAccount,
		Balances,
	>;
	type RuntimeEvent = RuntimeEvent;
	type Slash = frame_support::traits::tokens::imbalance::ResolveTo<
		configs::governance::TreasuryAccount,
		Balances,
	>;
	type Reward = ();
	type SessionsPerEra = SessionsPerEra;
	type BondingDuration = BondingDuration;
	type SlashDeferDuration = SlashDeferDuration;
	type AdminOrigin = EnsureRoot<AccountId>;
	type SessionInterface = Self;
	type EraPayout = pallet_staking::ConvertCurve<RewardCurve>;
	type NextNewSession = Session;
	type MaxExposurePageSize = ConstU32<MAX_EXPOSURE_PAGE>;
	type MaxValidatorSet = ConstU32<MAX_VALIDATORS>;
	type VoterList = VoterList;
	type TargetList = pallet_staking::UseValidatorsMap<Self>;
	type MaxUnlockingChunks = ConstU32<32>;
	type MaxControllersInDeprecationBatch = ConstU32<100>;
	type EventListeners = ();
	type Filter = frame_support::traits::Nothing;
	type BenchmarkingConfig = StakingBenchmarks;
	type WeightInfo = pallet_staking::weights::SubstrateWeight<Runtime>;
}

/// Bags of nominators by stake, each holding up to twice what the one below holds.
const BAG_THRESHOLDS: [u64; 64] = {
	let mut thresholds = [u64::MAX; 64];
	let mut i = 0;
	while i < 63 {
		thresholds[i] = 1 << (i + 1);
		i += 1;
	}
	thresholds
};

parameter_types! {
	pub const BagThresholds: &'static [u64] = &BAG_THRESHOLDS;
}

impl pallet_bags_list::Config<pallet_bags_list::Instance1> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_bags_list::weights::SubstrateWeight<Runtime>;
	type ScoreProvider = Staking;
	type BagThresholds = BagThresholds;
	type MaxAutoRebagPerBlock = ConstU32<0>;
	type Score = frame_election_provider_support::VoteWeight;
}

/// The leaf that every block adds to the MMR.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Leaf {
	/// The parent block's number.
	pub parent_number: BlockNumber,
	/// The parent block's hash.
	pub parent_hash: Hash,
	/// The Merkle root of the audit records of the parent block; zero when it had none.
	pub audit_root: H256,
}

/// Fills the leaf in.
pub struct AuditLeaf;

impl pallet_mmr::primitives::LeafDataProvider for AuditLeaf {
	type LeafData = Leaf;

	fn leaf_data() -> Leaf {
		Leaf {
			parent_number: System::block_number().saturating_sub(1),
			parent_hash: System::parent_hash(),
			audit_root: Audit::block_root(),
		}
	}
}

impl pallet_mmr::Config for Runtime {
	const INDEXING_PREFIX: &'static [u8] = sp_mmr_primitives::INDEXING_PREFIX;
	type Hashing = Keccak256;
	type LeafData = AuditLeaf;
	type OnNewRoot = ();
	type BlockHashProvider = pallet_mmr::DefaultBlockHashProvider<Runtime>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}
