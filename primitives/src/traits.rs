//! The seams between the pallets, each named for what its caller needs.

use crate::{
	AssetId, Balance, Category, CloseReason, Cover, LeaseBill, LeaseId, LeaseRequest,
	ManagedStream, Payees, Placing, ProviderStatus, Rate, Seconds, StreamBill, StreamId,
	StreamTerms, Subject, TabId, TierId, Timestamp,
};
use codec::Encode;
use frame_support::{dispatch::DispatchResult, weights::Weight};
use sp_runtime::{DispatchError, Perbill};

/// Looks providers up. Implemented by `providers`.
pub trait ProviderDirectory<AccountId> {
	/// Where the provider stands; `None` when it never registered.
	fn status(provider: &AccountId) -> Option<ProviderStatus>;

	/// The provider whose agent key `agent` is.
	fn acting_for(agent: &AccountId) -> Option<AccountId>;

	/// Whether the provider says so of itself and an auditor vouches for it at this moment.
	fn attested(_provider: &AccountId, _name: &[u8], _value: &[u8]) -> bool {
		false
	}

	/// The most that [`Self::attested`] may weigh.
	fn attested_weight() -> Weight {
		Weight::zero()
	}

	/// Registers an active provider with ample collateral, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn create(provider: &AccountId, agent: &AccountId);
}

/// The reputation of a provider of which nothing is known, in parts per million.
pub const NEUTRAL_REPUTATION: u32 = 500_000;
/// The best reputation there is, in parts per million.
pub const TOP_REPUTATION: u32 = 1_000_000;

/// Knows how well providers have served. Implemented by `providers`, used by `marketplace`.
pub trait Reputation<AccountId> {
	/// How well the provider is known at this moment: from 0 to [`TOP_REPUTATION`], and
	/// [`NEUTRAL_REPUTATION`] when nothing is known of it.
	fn reputation(provider: &AccountId) -> u32;

	/// A lease of `owner` with the provider ended. One read and at most one write.
	fn lease_closed(
		provider: &AccountId,
		owner: &AccountId,
		asset: &AssetId,
		reason: CloseReason,
		bill: &LeaseBill,
	);
}

impl<AccountId> Reputation<AccountId> for () {
	fn reputation(_: &AccountId) -> u32 {
		NEUTRAL_REPUTATION
	}

	fn lease_closed(_: &AccountId, _: &AccountId, _: &AssetId, _: CloseReason, _: &LeaseBill) {}
}

/// Moves a provider's collateral. Implemented by `providers`, used by `sla`.
pub trait Collateral<AccountId> {
	/// Sets `amount` of the free collateral aside. Fails when there is not enough.
	fn lock(provider: &AccountId, asset: &AssetId, amount: Balance) -> DispatchResult;

	/// Gives `amount` that was set aside back to the free collateral.
	fn unlock(provider: &AccountId, asset: &AssetId, amount: Balance) -> DispatchResult;

	/// Takes `amount` that was set aside away from the provider and transfers it to `to`.
	fn seize(
		provider: &AccountId,
		asset: &AssetId,
		amount: Balance,
		to: &AccountId,
	) -> DispatchResult;
}

/// Told about a provider's comings and goings. Implemented by `sla`, used by `providers`.
pub trait Liveness<AccountId> {
	/// A sign of life.
	fn beat(provider: &AccountId) -> DispatchResult;

	/// The provider registered: its downtime is counted from now on. It is down until it beats.
	fn enrol(provider: &AccountId);

	/// The provider retired: forget it.
	fn forget(provider: &AccountId);
}

/// Told when a provider wants to leave. Implemented by `marketplace`, used by `providers`.
pub trait Departure<AccountId> {
	/// Withdraws every offer of the provider. Fails while a lease of its is open.
	fn depart(provider: &AccountId) -> DispatchResult;

	/// Makes departing as costly as it can be, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill(_provider: &AccountId) {}
}

/// Told when a provider has been down for longer than the chain waits. Implemented by `tasks`,
/// used by `sla`.
pub trait OnOutage<AccountId> {
	/// The outage is declared. Must be cheap: it queues the moving of work, it does not do it.
	fn outage_declared(provider: &AccountId);
}

impl<AccountId> OnOutage<AccountId> for () {
	fn outage_declared(_: &AccountId) {}
}

/// Tells how long a provider has been down. Implemented by `sla`, used by `billing`.
pub trait Meter<AccountId> {
	/// D(at): seconds the provider had been down by `at` since it enrolled. Monotonic; the downtime
	/// of an interval is the difference of two readings. `at` is now or a moment shortly before;
	/// where the memory of the meter does not reach so far back, the oldest reading it knows.
	/// `None` when the provider is unknown, which counts as a meter that stands at 0 for ever.
	fn downtime(provider: &AccountId, at: Timestamp) -> Option<Seconds>;
}

impl<AccountId> Meter<AccountId> for () {
	fn downtime(_: &AccountId, _: Timestamp) -> Option<Seconds> {
		None
	}
}

/// The service level a lease is sold with. Implemented by `sla`, used by `marketplace`.
pub trait Coverage<AccountId> {
	/// How many seconds a provider has from placement to start in this tier; `None` when there is
	/// no such tier.
	fn start_within(tier: TierId) -> Option<Seconds>;

	/// Whether the provider is up at this moment.
	fn is_up(provider: &AccountId) -> bool;

	/// Covers a lease: locks as much of the provider's collateral as the largest credit that the
	/// tier can make it owe for a bill of `worst_bill`. The caller keeps the cover.
	fn open(
		provider: &AccountId,
		tier: TierId,
		asset: &AssetId,
		worst_bill: Balance,
	) -> Result<Cover, DispatchError>;

	/// Locks or frees what another largest bill of the lease makes of its cover. What was promised
	/// stays.
	fn adjust(
		provider: &AccountId,
		asset: &AssetId,
		cover: &mut Cover,
		worst_bill: Balance,
	) -> DispatchResult;

	/// Ends the cover: judges the bill against what was promised, credits the account out of the
	/// collateral that was locked, unlocks the rest. Returns what was credited. `unserved` is what
	/// the provider had promised to serve besides: it counts as billed if the lease ended by the
	/// provider's fault, and not at all otherwise.
	fn close(
		lease: LeaseId,
		provider: &AccountId,
		tab: TabId,
		asset: &AssetId,
		cover: Cover,
		bill: &StreamBill,
		unserved: Balance,
		reason: CloseReason,
	) -> Result<Balance, DispatchError>;

	/// Makes a tier that always exists, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn create_tier() -> TierId;
}

/// Money that flows. Implemented by `billing`, used by `marketplace`.
pub trait Streams<AccountId> {
	/// What whoever opens a stream keeps with it, in the same record.
	type Memo;

	/// The asset of an account; `None` when there is no such account.
	fn asset(tab: TabId) -> Option<AssetId>;

	/// The owner of an account; `None` when there is no such account.
	fn owner(tab: TabId) -> Option<AccountId>;

	/// Fails unless a stream may pay these.
	fn ensure_payees(payees: &Payees<AccountId>) -> DispatchResult;

	/// Fails unless `who` may close what the account pays for.
	fn ensure_manager(tab: TabId, who: &AccountId) -> DispatchResult;

	/// Opens a stream that does not flow yet. Fails unless `who` may draw on the account and the
	/// account covers the cap, or, where the cap is not prepaid, the first while.
	///
	/// A stream that is not prepaid takes its rate from the account until it is closed; whoever
	/// opens it closes it by the time its cap is used up.
	fn open(
		who: &AccountId,
		terms: StreamTerms<AccountId>,
		memo: Self::Memo,
	) -> Result<StreamId, DispatchError>;

	/// A stream that is managed, as it stands; `None` when there is none.
	fn managed(stream: StreamId) -> Option<ManagedStream<AccountId, Self::Memo>>;

	/// Keeps another memo with a stream that is managed. One read and one write.
	fn keep(stream: StreamId, memo: Self::Memo) -> DispatchResult;

	/// Lets it flow from now on.
	fn start(stream: StreamId) -> DispatchResult;

	/// Lets it flow at another rate from now on, up to another cap, which counts what has flowed.
	/// Fails unless the account covers it and, where `who` is given, `who` may commit so much more.
	fn adjust(
		who: Option<&AccountId>,
		stream: StreamId,
		rate: Rate,
		cap: Balance,
	) -> DispatchResult;

	/// Settles it, pays the part `forfeit` of what is left of its cap to the payees, gives the rest
	/// back to the account, and forgets it. Only what is prepaid can be forfeited.
	fn close(stream: StreamId, forfeit: Perbill)
		-> Result<(StreamBill, Self::Memo), DispatchError>;

	/// For how many seconds since its start it has stood still for want of money; it grows while
	/// it does.
	fn idle(stream: StreamId) -> Seconds;

	/// Every stream that is managed, for checks of the state.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	fn all_managed() -> alloc::vec::Vec<(StreamId, ManagedStream<AccountId, Self::Memo>)>;

	/// Opens an account of `who` in the native asset with `funds`, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn create_account(who: &AccountId, funds: Balance) -> TabId;
}

/// Ends what is paid for, when whoever pays has no money or wants no more of it. Implemented by
/// `marketplace`, used by `billing`; implemented by `tasks`, used by `marketplace`.
pub trait Ending {
	/// Ends what is called `reference`, and with it the stream or lease that pays for it. What has
	/// ended already needs no ending.
	fn end(reference: u64, reason: CloseReason) -> DispatchResult;

	/// What that may weigh.
	fn end_weight() -> Weight;
}

impl Ending for () {
	fn end(_: u64, _: CloseReason) -> DispatchResult {
		Ok(())
	}

	fn end_weight() -> Weight {
		Weight::zero()
	}
}

/// Takes credits in. Implemented by `billing`, used by `sla`.
pub trait Credits<AccountId> {
	/// The account into which the money of a credit has to be transferred first.
	fn pot() -> AccountId;

	/// Books `amount` of `asset`, which has arrived in the pot, to an account.
	fn credit(tab: TabId, asset: &AssetId, amount: Balance) -> DispatchResult;
}

/// Finds, reserves and gives back. Implemented by `marketplace`, used by `tasks`.
pub trait Leasing<AccountId> {
	/// Reserves the best feasible offer and opens a lease on it. No placement when nothing feasible
	/// is on offer at the moment; an error when the request itself is wrong or there is no money
	/// for it.
	fn place(request: &LeaseRequest<'_, AccountId>) -> Result<Placing<AccountId>, DispatchError>;

	/// The most that the search of [`Self::place`] may weigh besides a plain one, which reads one page
	/// and looks at one provider. Benchmarks of what places measure with a plain search.
	fn search_weight() -> Weight;

	/// The provider began: from now on the lease is billed. Fails before it can be used.
	fn start(lease: LeaseId) -> DispatchResult;

	/// Ends the lease, settles it, gives the capacity back.
	fn close(lease: LeaseId, reason: CloseReason) -> Result<LeaseBill, DispatchError>;

	/// For how many seconds since its start it has been paused for want of money.
	fn idle(lease: LeaseId) -> Seconds;

	/// Makes a market in which a request of `owner` for [`Self::benchmark_needs`] can be placed
	/// with `provider`, and returns the class, tier and account to ask with.
	#[cfg(feature = "runtime-benchmarks")]
	fn create_market(
		owner: &AccountId,
		provider: &AccountId,
		agent: &AccountId,
	) -> (crate::ClassId, TierId, TabId);

	/// What fits into the offer of [`Self::create_market`].
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_needs() -> crate::Resources {
		crate::Resources { cpu_millis: 1000, memory_mib: 256, ..Default::default() }
	}
}

/// Takes records. Implemented by `audit`, used by every other pallet.
pub trait AuditLog<AccountId> {
	/// Writes one record. `action` is dotted lower-case ASCII of at most
	/// [`crate::record::MAX_ACTION`] bytes; `particulars` is hashed into the record.
	fn record(
		category: Category,
		actor: Option<&AccountId>,
		subject: Subject<AccountId>,
		action: &'static str,
		particulars: &impl Encode,
	);
}

impl<AccountId> AuditLog<AccountId> for () {
	fn record(
		_: Category,
		_: Option<&AccountId>,
		_: Subject<AccountId>,
		_: &'static str,
		_: &impl Encode,
	) {
	}
}
