//! What the marketplace keeps: classes, offers, listings and leases.

use crate::{
	directory::Summary,
	index::{Index, Portion, Volume},
	matching::WhyNot,
	terms::Terms,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::{ConstU32, Get},
	BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use scale_info::TypeInfo;
use sp_runtime::{FixedU128, Perbill};
use tradewind_primitives::{
	agenda::Slot, AssetId, Balance, ClassId, Cover, Filters, LeaseId, LeaseKind, OfferId, Payee,
	Payees, Rate, Resources, Seconds, TabId, TierId, Timestamp, UnitPrices,
};

/// The longest name of a class, in bytes.
pub const MAX_NAME: u32 = 32;

/// How many offers a provider may have, withdrawn ones with running leases included.
pub const MAX_OFFERS: u32 = 16;

/// How many accounts an offer may be kept for.
pub const MAX_ALLOWED: u32 = 32;

/// How many samples the history of an index has: a week of hours.
pub const MAX_SAMPLES: u32 = 168;

/// How many providers an order may name, and how many it may rule out.
pub const MAX_CANDIDATES: u32 = 16;

/// How many leases one order opens at the most.
pub const MAX_COUNT: u8 = 16;

/// How many spot leases may run on an offer.
pub const MAX_SPOT: u32 = 16;

/// Providers that an order names.
pub type Candidates<AccountId> = BoundedVec<AccountId, ConstU32<MAX_CANDIDATES>>;

/// The spot leases of an offer that can be taken back, oldest first.
pub type SpotList = BoundedVec<SpotLease, ConstU32<MAX_SPOT>>;

/// The name of a class, such as `cpu.general`.
pub type ClassName = BoundedVec<u8, ConstU32<MAX_NAME>>;

/// A kind of hardware whose offers can be compared by price alone.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Class {
	/// What it is called.
	pub name: ClassName,
}

/// The accounts that an offer is kept for.
pub type Allowed<AccountId> = BoundedVec<AccountId, ConstU32<MAX_ALLOWED>>;

/// Who may lease from an offer.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Access<AccountId> {
	/// Everybody.
	Public,
	/// Only these.
	AllowList(Allowed<AccountId>),
}

impl<AccountId> Access<AccountId> {
	/// Whether not everybody may.
	pub fn is_restricted(&self) -> bool {
		matches!(self, Self::AllowList(_))
	}
}

/// A provider's capacity in one class, and what it asks for it, as it lies on a page of the class.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Listing<AccountId> {
	/// The offer.
	#[codec(compact)]
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// How well it was known when the listing last changed, as a lease on it opened or ended: in
	/// parts of [`TOP_REPUTATION`](tradewind_primitives::TOP_REPUTATION).
	pub reputation: u32,
	/// With what service level.
	pub tier: TierId,
	/// In what asset the prices are.
	pub asset: AssetId,
	/// All that is offered, leased or not.
	pub capacity: Resources,
	/// What is not leased.
	pub free: Resources,
	/// What is leased until somebody wants it at the full price.
	pub spot: Resources,
	/// How many leases that are, at most [`MAX_SPOT`].
	pub spot_leases: u8,
	/// What is being taken back of such leases, and is used until then.
	pub leaving: Option<Leaving>,
	/// What a unit costs; new leases only.
	pub prices: UnitPrices,
	/// The other terms; new leases only.
	pub terms: Terms,
	/// Who receives what the leases earn.
	pub payees: Payees<AccountId>,
	/// How many leases run on it.
	#[codec(compact)]
	pub leases: u32,
	/// Whether it takes no new leases for now.
	pub paused: bool,
	/// Whether it is kept for the accounts of a list.
	pub restricted: bool,
}

/// Resources that have been given to others but are not free of their old use yet.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Leaving {
	/// How much.
	pub room: Resources,
	/// Until when at most.
	pub until: Timestamp,
}

impl<AccountId> Listing<AccountId> {
	/// What somebody can have of it, if nobody has to make room or `reclaim` allows that somebody
	/// is made to.
	pub fn room(&self, reclaim: bool) -> Resources {
		// No sum of parts of a capacity is larger than it.
		let with_spot = || self.free.checked_add(&self.spot).unwrap_or(self.free);
		if reclaim {
			with_spot()
		} else {
			self.free
		}
	}

	/// From when on `needs` can be used, which fit into what is free: at once, unless that may be
	/// room that others have still to leave.
	pub fn usable_from(&self, needs: &Resources, now: Timestamp) -> Option<Timestamp> {
		let leaving = self.leaving.filter(|leaving| leaving.until > now)?;
		let fits = needs.checked_add(&leaving.room).is_some_and(|both| both.fits(&self.free));
		(!fits).then_some(leaving.until)
	}

	/// Whether all that others have still to leave is free, so that they and whoever has the rest do
	/// not use more than there is.
	pub fn is_left(&self, now: Timestamp) -> bool {
		// Whoever was given room that is being left waits, so that counting what is left as part of
		// what is free errs on the safe side.
		let leaving = self.leaving.filter(|leaving| leaving.until > now);
		leaving.is_none_or(|leaving| leaving.room.fits(&self.free))
	}

	/// What it adds to the index of its class: nothing while not everybody can lease from it.
	pub fn portion(&self) -> Portion {
		if self.paused || self.restricted {
			return Portion::default();
		}
		let offered = Volume::from(&self.capacity);
		Portion { used: offered.without(&Volume::from(&self.free)), offered }
	}
}

/// What is kept of an offer apart from its listing.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Offer<AccountId> {
	/// Who sells.
	pub provider: AccountId,
	/// What kind of hardware.
	pub class: ClassId,
	/// What is held of the provider for keeping the offer and its list of accounts.
	pub deposit: Balance,
	/// Its listing once it is withdrawn and off the pages: it takes no new leases and goes with its
	/// last one.
	pub withdrawn: Option<Listing<AccountId>>,
}

/// Where an offer of a provider is listed.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Place {
	/// The offer.
	pub offer: OfferId,
	/// In which class.
	pub class: ClassId,
	/// On which page; `None` when it is withdrawn.
	pub page: Option<u32>,
}

/// What is read and written of a class with every lease: its index, and the directory of its pages
/// in the order of their prices.
#[derive(
	CloneNoBound, DebugNoBound, PartialEqNoBound, EqNoBound, Encode, Decode, MaxEncodedLen, TypeInfo,
)]
#[scale_info(skip_type_params(MaxPages))]
#[codec(mel_bound())]
pub struct Market<MaxPages: Get<u32>> {
	/// The price level.
	pub index: Index,
	/// What is known of each page.
	pub directory: BoundedVec<Summary, MaxPages>,
	/// The number of the next new page.
	pub next_page: u32,
}

/// What the marketplace keeps with the stream that pays for a lease: resources reserved at one
/// provider. The rate, the account and the times are those of the stream.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lease<AccountId> {
	/// Who sells.
	pub provider: AccountId,
	/// Out of which offer.
	#[codec(compact)]
	pub offer: OfferId,
	/// With what service level.
	pub tier: TierId,
	/// What is reserved.
	pub needs: Resources,
	/// On what terms.
	pub kind: Kind,
	/// What answers for the service level.
	pub cover: Cover,
	/// What it is for, as the buyer calls it; `None` for a lease that its two sides manage.
	pub reference: Option<u64>,
	/// When it was opened.
	pub opened: Timestamp,
	/// From when on it can start, where others have to leave first.
	pub usable_from: Option<Timestamp>,
	/// When a spot lease ends, because the room is wanted.
	pub reclaimed: Option<Timestamp>,
	/// Another rate for what the lease is now, which one side proposes.
	pub proposal: Option<Proposal<AccountId>>,
	/// To whom the owner offers it.
	pub heir: Option<AccountId>,
	/// Where the agenda has its end.
	pub due: Option<Slot>,
}

/// On what terms a lease was taken, whatever the offer says now.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Kind {
	/// At the full price, for as long as it is wanted.
	OnDemand,
	/// For a term that is paid ahead.
	Reserved {
		/// The part of what is left of it that the owner pays who ends it early.
		forfeit: Perbill,
	},
	/// Until the room is wanted.
	Spot {
		/// With how many seconds of notice.
		#[codec(compact)]
		notice: u32,
	},
}

impl Kind {
	/// Without its particulars.
	pub fn plain(&self) -> LeaseKind {
		match self {
			Self::OnDemand => LeaseKind::OnDemand,
			Self::Reserved { .. } => LeaseKind::Reserved,
			Self::Spot { .. } => LeaseKind::Spot,
		}
	}
}

/// The two parties of a lease.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Side {
	/// Whoever may manage the account that pays.
	Owner,
	/// Who sells, or its agent.
	Provider,
}

/// Another rate for a lease.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Proposal<AccountId> {
	/// Which side proposes it.
	pub side: Side,
	/// Who of that side.
	pub by: AccountId,
	/// Planck per second.
	pub rate: Rate,
}

/// A spot lease, as it is listed with its offer.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct SpotLease {
	/// The lease.
	pub lease: LeaseId,
	/// What it reserves.
	pub needs: Resources,
}

/// What somebody orders of the market.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Order<AccountId> {
	/// The class of hardware.
	pub class: ClassId,
	/// The service level.
	pub tier: TierId,
	/// What is needed.
	pub needs: Resources,
	/// The most that may be asked per second for each lease.
	pub max_rate: Rate,
	/// For how many seconds each lease is, billed ones.
	pub seconds: Seconds,
	/// On what terms.
	pub kind: LeaseKind,
	/// Whether the price of all of that is set aside, as it always is for a reserved lease.
	pub prepaid: bool,
	/// The only providers that will do; empty when any will.
	pub candidates: Candidates<AccountId>,
	/// Providers that will not do.
	pub excluded: Candidates<AccountId>,
	/// What else is asked.
	pub filters: Filters,
}

/// How the leases of one order are to lie.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Spread {
	/// Wherever it is cheapest.
	#[default]
	Any,
	/// Each with another provider.
	Providers,
	/// Each in another region.
	Regions,
}

/// A lease as a whole, for people and programs to look at.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct LeaseView<AccountId> {
	/// Who buys: the owner of the account.
	pub owner: AccountId,
	/// The billing account that pays.
	pub tab: TabId,
	/// In what asset.
	pub asset: AssetId,
	/// What it costs per second.
	pub rate: Rate,
	/// The most that it may ever cost.
	pub cap: Balance,
	/// Whether that is set aside.
	pub prepaid: bool,
	/// When the provider began; nothing is billed before.
	pub started: Option<Timestamp>,
	/// How many more seconds can be billed.
	pub left: Seconds,
	/// What the marketplace keeps of it.
	pub lease: Lease<AccountId>,
}

/// What somebody would like to lease, for a quote.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Wanted<AccountId> {
	/// Who would buy; `None` for anybody, who is on no list.
	pub owner: Option<AccountId>,
	/// The service level.
	pub tier: TierId,
	/// The asset to pay in.
	pub asset: AssetId,
	/// What is needed.
	pub needs: Resources,
	/// The most that may be asked per second.
	pub max_rate: Rate,
	/// For how many seconds at most.
	pub max_seconds: Seconds,
	/// On what terms.
	pub kind: LeaseKind,
	/// The only providers that will do; empty when any will.
	pub candidates: Vec<AccountId>,
	/// Providers that will not do.
	pub excluded: Vec<AccountId>,
	/// What else is asked.
	pub filters: Filters,
}

/// What the offers of a class say to somebody's wants at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote<AccountId> {
	/// The level of the class.
	pub level: FixedU128,
	/// The lowest rate and the highest among those who would serve.
	pub range: Option<(Rate, Rate)>,
	/// What each offer says, first those who would serve, in the order in which a placement
	/// would take them: those who have the room before those who have to make it; then the others
	/// in the order of their numbers.
	pub answers: Vec<Answer<AccountId>>,
}

/// What one offer says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Answer<AccountId> {
	/// The offer.
	pub offer: OfferId,
	/// Who sells.
	pub provider: AccountId,
	/// What is not leased.
	pub free: Resources,
	/// Whether it stands where it is wanted, if it matters where.
	pub near: bool,
	/// How well its provider is known, in parts per million.
	pub reputation: u32,
	/// What it asks; `None` when that is more than a number can say, or when it is not leased on
	/// these terms.
	pub rates: Option<Rates>,
	/// Why it cannot be had; `None` when it can.
	pub why_not: Option<WhyNot>,
}

/// What an offer asks per second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Rates {
	/// At this moment.
	pub now: Rate,
	/// The least that it can come to while the policy of the class and the offer stay as they are.
	pub least: Rate,
	/// The most.
	pub most: Rate,
}

/// One payee that receives everything.
pub fn sole_payee<AccountId>(who: AccountId) -> Payees<AccountId> {
	let mut payees = Payees::new();
	// There is room: a list of payees holds at least one.
	let _ = payees.try_push(Payee { who, share: Perbill::one() });
	payees
}
