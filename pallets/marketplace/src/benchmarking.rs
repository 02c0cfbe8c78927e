//! What the calls cost at worst, what is done through the seams, and what the agenda does.

mod market;

pub(crate) use market::create_market;

use crate::{
	bids::{Bid, MAX_BIDS},
	book::Book,
	hooks::Due,
	index::{Gauge, Policy, HIGHEST},
	leases::Request,
	pallet::*,
	terms::Terms,
	types::{Access, Listing, Spread, MAX_COUNT, MAX_OFFERS, MAX_SPOT},
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		EnsureOrigin, Get,
	},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use market::*;
use tradewind_primitives::{
	agenda::BUCKET,
	traits::{Coverage, Departure, Leasing, ProviderDirectory, Streams},
	AssetId, AuctionId, Balance, Clock, CloseReason, LeaseId, LeaseKind, LeaseRequest, OfferId,
	Rate, Resources, Seconds, StreamId, TabId, Timestamp,
};

const DAY: Seconds = 86_400;
/// How long an auction takes bids here.
const BIDDING: Seconds = 3_600;

/// The last offer of [`seller`], on a page that is half full.
fn sold<T: Config>() -> (T::AccountId, OfferId) {
	let (provider, class, tier) = seller::<T>();
	let id = NextOfferId::<T>::get();
	Pallet::<T>::create_offer(
		RawOrigin::Signed(provider.clone()).into(),
		class,
		tier,
		AssetId::Native,
		capacity(),
		prices(DEAR),
		payees::<T>(),
		terms(),
		Access::AllowList(allowed::<T>()),
	)
	.expect("an active provider may offer");
	make_sample_due::<T>(class);
	(provider, id)
}

/// A lease of this kind in [`create_market`], which its two sides manage. An hour turns after it
/// was opened.
fn leased<T: Config>(kind: LeaseKind) -> LeaseId {
	let owner = owner::<T>();
	let (class, tier, tab) = create_market::<T>(&owner, &provider::<T>(0), &agent::<T>(0));
	let order = order::<T>(class, tier, kind);
	Pallet::<T>::do_open_leases(&owner, tab, order, 1, Spread::Any).expect("the market serves it");
	make_sample_due::<T>(class);
	number::<T>(tab, 0)
}

/// The lease that an account pays for as its so many-th, from 0 on.
fn number<T: Config>(tab: TabId, index: u32) -> LeaseId {
	StreamId::of(tab, index).expect("there are numbers left").into()
}

/// One that has run for some seconds.
fn running<T: Config>(kind: LeaseKind) -> LeaseId {
	let lease = leased::<T>(kind);
	Pallet::<T>::do_start(lease).expect("the lease is fresh");
	T::Clock::set_now(T::Clock::now().plus(10));
	lease
}

fn is_open<T: Config>(lease: LeaseId) -> bool {
	Pallet::<T>::kept(lease).is_ok()
}

fn rate_of<T: Config>(lease: LeaseId) -> Option<Rate> {
	Pallet::<T>::kept(lease).ok().map(|kept| kept.terms.rate)
}

fn request<'a, T: Config>(
	owner: &'a T::AccountId,
	tab: TabId,
	order: &'a OrderOf<T>,
) -> Request<'a, T> {
	LeaseRequest {
		owner,
		tab,
		class: order.class,
		tier: order.tier,
		needs: order.needs,
		max_rate: order.max_rate,
		max_seconds: order.seconds,
		prepaid: false,
		reference: None,
		kind: order.kind,
		candidates: &[],
		excluded: &order.excluded,
		filters: &order.filters,
	}
}

/// Gives somebody native money for deposits.
fn endow<T: Config>(who: &T::AccountId)
where
	T::Native: Mutate<T::AccountId, Balance = Balance>,
{
	let amount = T::Native::minimum_balance().saturating_mul(1_000_000);
	T::Native::mint_into(who, amount).expect("a benchmark mints less than there can be");
}

/// An auction with so many bids, the best first, each out of an offer on a page of its own. All
/// but the last are by providers that give no cover.
fn auctioned<T: Config>(bids: u32) -> AuctionId
where
	T::Native: Mutate<T::AccountId, Balance = Balance>,
{
	grow_old::<T>();
	let (owner, tier) = (owner::<T>(), T::Coverage::create_tier());
	let tab = T::Streams::create_account(&owner, FUNDS);
	let mut offers = in_vain::<T>(tier, 1..bids);
	offers.push(sound::<T>(0, tier));
	let pages = offers.iter().map(|offer| vec![offer.clone()]).collect();
	let class = class_of::<T>(longest_name(), tier, pages);
	let order =
		OrderOf::<T> { max_rate: Rate(DEAR), ..order::<T>(class, tier, LeaseKind::OnDemand) };
	endow::<T>(&owner);
	let id = NextAuctionId::<T>::get();
	Pallet::<T>::do_open_auction(owner, tab, order, BIDDING).expect("nothing is wrong with it");
	for (index, offer) in offers.iter().enumerate() {
		let rate = Rate(DEAR / 2 + index as Balance);
		bid_for::<T>(id, &offer.provider, offer.offer, rate);
	}
	make_sample_due::<T>(class);
	id
}

fn bid_for<T: Config>(id: AuctionId, provider: &T::AccountId, offer: OfferId, rate: Rate)
where
	T::Native: Mutate<T::AccountId, Balance = Balance>,
{
	endow::<T>(provider);
	Pallet::<T>::do_bid(provider.clone(), id, offer, rate).expect("the offer suits");
}

fn bids_of<T: Config>(id: AuctionId) -> Vec<Bid<T::AccountId>> {
	Auctions::<T>::get(id).map(|auction| auction.bids.into_inner()).unwrap_or_default()
}

fn listed<T: Config>(id: OfferId) -> Option<ListingOf<T>> {
	Pages::<T>::iter_values().flatten().find(|listing| listing.offer == id)
}

#[benchmarks(where T::Native: Mutate<T::AccountId, Balance = Balance>)]
mod benches {
	use super::*;

	#[benchmark]
	fn register_class() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let class = NextClassId::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, longest_name());

		assert!(Classes::<T>::contains_key(class));
		Ok(())
	}

	#[benchmark]
	fn create_offer() {
		let (provider, class, tier) = seller::<T>();
		let id = NextOfferId::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(provider),
			class,
			tier,
			AssetId::Native,
			capacity(),
			prices(DEAR),
			payees::<T>(),
			terms(),
			Access::AllowList(allowed::<T>()),
		);

		assert!(Offers::<T>::contains_key(id));
	}

	#[benchmark]
	fn set_prices() {
		let (provider, id) = sold::<T>();
		// Another page, which is full too.
		let new = prices(3 * DEAR);

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, new);

		assert_eq!(listed::<T>(id).map(|listing| listing.prices), Some(new));
	}

	#[benchmark]
	fn set_capacity() {
		let (provider, id) = sold::<T>();
		let new = Resources { gpus: 1, ..capacity() };

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, new);

		assert_eq!(listed::<T>(id).map(|listing| listing.capacity), Some(new));
	}

	#[benchmark]
	fn withdraw_offer() {
		let (provider, id) = sold::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id);

		assert!(!Offers::<T>::contains_key(id));
	}

	#[benchmark]
	fn set_index() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		grow_old::<T>();
		let class = new_class::<T>();
		put_pages::<T>(class, Vec::new());
		make_sample_due::<T>(class);
		let policy = Policy { gauge: Gauge::Egress, cap: HIGHEST, ..T::DefaultIndex::get() };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, class, policy);

		assert_eq!(Markets::<T>::get(class).map(|market| market.index.policy), Some(policy));
		Ok(())
	}

	#[benchmark]
	fn set_terms() {
		let (provider, id) = sold::<T>();
		let new = Terms { min_seconds: 1, ..terms() };

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, new.clone());

		assert_eq!(listed::<T>(id).map(|listing| listing.terms), Some(new));
	}

	#[benchmark]
	fn set_access() {
		let (provider, id) = sold::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, Access::Public);

		assert_eq!(listed::<T>(id).map(|listing| listing.restricted), Some(false));
	}

	#[benchmark]
	fn pause_offer() {
		let (provider, id) = sold::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id);

		assert_eq!(listed::<T>(id).map(|listing| listing.paused), Some(true));
	}

	#[benchmark]
	fn resume_offer() {
		let (provider, id) = sold::<T>();
		let origin = RawOrigin::Signed(provider.clone()).into();
		Pallet::<T>::pause_offer(origin, id).expect("it is on sale");

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id);

		assert_eq!(listed::<T>(id).map(|listing| listing.paused), Some(false));
	}

	/// A placement that reads `r` pages and asks `a` providers, of whom the last one is the first
	/// that can give cover; `h` samples of the index are due. Nobody has to make room, no list is read,
	/// and no attribute looked for.
	#[benchmark]
	fn place(
		r: Linear<1, { T::MaxReads::get() }>,
		a: Linear<1, { T::MaxProbes::get() }>,
		h: Linear<0, 1>,
	) {
		grow_old::<T>();
		let (owner, tier) = (owner::<T>(), T::Coverage::create_tier());
		let tab = T::Streams::create_account(&owner, FUNDS);
		let mut pages: Vec<Vec<_>> = (0..r).map(|_| Vec::new()).collect();
		for (index, offer) in in_vain::<T>(tier, 1..a).into_iter().enumerate() {
			pages[index % r as usize].push(offer);
		}
		let offer = sound::<T>(0, tier);
		pages[r as usize - 1].push(offer.clone());
		let class = class_of::<T>(longest_name(), tier, pages);
		if h > 0 {
			make_sample_due::<T>(class);
		}
		let order = OrderOf::<T> {
			max_rate: Rate(STRANGE),
			..order::<T>(class, tier, LeaseKind::OnDemand)
		};
		let request = request::<T>(&owner, tab, &order);
		let placing;

		#[block]
		{
			placing = Pallet::<T>::place(&request);
		}

		let placing = placing.expect("the request is sound");
		let placement = placing.placement.expect("the market serves it");
		assert!(placement.provider == offer.provider);
	}

	/// So many spot leases make room for another.
	#[benchmark]
	fn reclaim(v: Linear<1, MAX_SPOT>) {
		grow_old::<T>();
		let (owner, tier) = (owner::<T>(), T::Coverage::create_tier());
		let tab = T::Streams::create_account(&owner, FUNDS);
		let offer = sound::<T>(0, tier);
		let id = offer.offer;
		let class = class_of::<T>(longest_name(), tier, vec![vec![offer]]);
		let needs = Resources { cpu_millis: capacity().cpu_millis / v, ..Default::default() };
		let order = OrderOf::<T> { needs, ..order::<T>(class, tier, LeaseKind::Spot) };
		for index in 0..v {
			let lease = number::<T>(tab, index);
			// So that each end lies on a page of its own.
			let seconds = MAX_SECONDS + Seconds::from(index) * BUCKET;
			let order = OrderOf::<T> { seconds, ..order.clone() };
			Pallet::<T>::do_open_leases(&owner, tab, order, 1, Spread::Any)
				.expect("the market serves it");
			Pallet::<T>::do_start(lease).expect("the lease is fresh");
		}
		let mut book = Book::<T>::open(class).expect("it was registered");
		let whole = Resources { cpu_millis: capacity().cpu_millis, ..Default::default() };
		let listing = book.listing(0, id).expect("it lies there");
		assert_eq!(u32::from(listing.spot_leases), v);
		let now = T::Clock::now();
		let left;

		#[block]
		{
			left = Pallet::<T>::make_room(&mut book, 0, id, &whole, LeaseKind::OnDemand, now);
		}

		assert_eq!(left, Ok(v));
	}

	/// So many leases of one provider, as whoever needs many opens them.
	#[benchmark]
	fn open_leases(n: Linear<1, { MAX_COUNT as u32 }>) {
		let owner = owner::<T>();
		let (class, tier, tab) = create_market::<T>(&owner, &provider::<T>(0), &agent::<T>(0));
		let order = order::<T>(class, tier, LeaseKind::OnDemand);
		let last = number::<T>(tab, n - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), tab, order, n as u8, Spread::Any);

		assert!(is_open::<T>(last));
	}

	#[benchmark]
	fn start_lease() {
		let lease = leased::<T>(LeaseKind::Spot);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent::<T>(0)), lease);

		assert!(Pallet::<T>::kept(lease).is_ok_and(|kept| kept.started.is_some()));
	}

	/// A spot lease, whose end the agenda has, by a provider who owes for it.
	#[benchmark]
	fn close_lease() {
		let lease = running::<T>(LeaseKind::Spot);

		#[extrinsic_call]
		_(RawOrigin::Signed(agent::<T>(0)), lease, CloseReason::ProviderFailed);

		assert!(!is_open::<T>(lease));
	}

	#[benchmark]
	fn resize_lease() {
		let lease = running::<T>(LeaseKind::Spot);
		let half = Pallet::<T>::benchmark_needs();
		let whole = half.checked_add(&half).expect("it is small");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner::<T>()), lease, whole, Rate(FUNDS));

		assert!(Pallet::<T>::kept(lease).is_ok_and(|kept| kept.memo.needs == whole));
	}

	#[benchmark]
	fn extend_lease() {
		let lease = running::<T>(LeaseKind::Spot);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner::<T>()), lease, DAY, Rate(FUNDS));

		assert!(Pallet::<T>::kept(lease).is_ok_and(|kept| kept.left > DAY));
	}

	/// The owner agrees to what the provider has proposed.
	#[benchmark]
	fn set_lease_rate() {
		let lease = running::<T>(LeaseKind::OnDemand);
		let rate = Rate(DEAR);
		Pallet::<T>::do_set_lease_rate(&agent::<T>(0), lease, rate).expect("it may propose");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner::<T>()), lease, rate);

		assert_eq!(rate_of::<T>(lease), Some(rate));
	}

	#[benchmark]
	fn offer_lease() {
		let lease = running::<T>(LeaseKind::OnDemand);
		let heir: T::AccountId = account("heir", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner::<T>()), lease, Some(heir.clone()));

		assert!(Pallet::<T>::kept(lease).is_ok_and(|kept| kept.memo.heir == Some(heir)));
	}

	#[benchmark]
	fn accept_lease() {
		let lease = running::<T>(LeaseKind::Spot);
		let heir: T::AccountId = account("heir", 0, 0);
		let tab = T::Streams::create_account(&heir, FUNDS);
		let new = number::<T>(tab, 0);
		Pallet::<T>::do_offer_lease(&owner::<T>(), lease, Some(heir.clone()))
			.expect("it is the owner's");

		#[extrinsic_call]
		_(RawOrigin::Signed(heir), lease, tab, FUNDS);

		assert!(is_open::<T>(new) && !is_open::<T>(lease));
	}

	#[benchmark]
	fn open_auction() {
		let owner = owner::<T>();
		let (class, tier, tab) = create_market::<T>(&owner, &provider::<T>(0), &agent::<T>(0));
		let order = order::<T>(class, tier, LeaseKind::OnDemand);
		let id = NextAuctionId::<T>::get();
		endow::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), tab, order, BIDDING);

		assert!(Auctions::<T>::contains_key(id));
	}

	/// A bid by an agent that takes the lead in the last second, among as many as are kept, of
	/// which the worst has to go.
	#[benchmark]
	fn bid() {
		let id = auctioned::<T>(MAX_BIDS);
		let auction = Auctions::<T>::get(id).expect("it was opened");
		let (class, tier) = (auction.order.class, auction.order.tier);
		T::Clock::set_now(Timestamp(auction.ends.0 - 1));
		T::ProviderDirectory::create(&provider::<T>(MAX_BIDS), &agent::<T>(MAX_BIDS));
		let offer = listing::<T>(provider::<T>(MAX_BIDS), tier, DEAR);
		keep::<T>(class, 0, &offer);
		Pages::<T>::mutate(class, 0, |page| {
			page.pop();
			page.try_push(offer.clone()).expect("there is room");
		});
		endow::<T>(&agent::<T>(MAX_BIDS));

		#[extrinsic_call]
		_(RawOrigin::Signed(agent::<T>(MAX_BIDS)), id, offer.offer, Rate(1));

		assert!(bids_of::<T>(id).iter().any(|made| made.rate == Rate(1)));
		assert!(Auctions::<T>::get(id).is_some_and(|now| now.ends > auction.ends));
	}

	#[benchmark]
	fn cancel_auction() {
		let owner = owner::<T>();
		let (class, tier, tab) = create_market::<T>(&owner, &provider::<T>(0), &agent::<T>(0));
		let order = order::<T>(class, tier, LeaseKind::OnDemand);
		let id = NextAuctionId::<T>::get();
		endow::<T>(&owner);
		Pallet::<T>::do_open_auction(owner.clone(), tab, order, BIDDING)
			.expect("nothing is wrong with it");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), id);

		assert!(!Auctions::<T>::contains_key(id));
	}

	/// A bucket in which nothing is, by which the agenda goes on.
	#[benchmark]
	fn agenda_bucket() {
		grow_old::<T>();
		let next = T::Clock::now().0 / BUCKET;
		AgendaNextBucket::<T>::put(next);
		let mut meter = WeightMeter::with_limit(Weight::MAX);

		#[block]
		{
			Pallet::<T>::drain_agenda(&mut meter);
		}

		assert_eq!(AgendaNextBucket::<T>::get(), next + 1);
	}

	/// A lease whose time is over by the calendar but not by its bill, because it stood still.
	#[benchmark]
	fn due_look() {
		let lease = running::<T>(LeaseKind::OnDemand);
		let kept = Pallet::<T>::kept(lease).expect("it runs");
		let now = T::Clock::now();
		Pallet::<T>::watch_end(lease, kept.memo, now).expect("it is open");
		let now = now.plus(2 * BUCKET);

		#[block]
		{
			Pallet::<T>::handle(Due::End(lease), now);
		}

		let due = Pallet::<T>::kept(lease).ok().and_then(|kept| kept.memo.due);
		assert!(due.is_some_and(|slot| !slot.is_due(now)));
	}

	/// An auction with so many bids, which the last of them wins.
	#[benchmark]
	fn due_auction(b: Linear<1, MAX_BIDS>) {
		let id = auctioned::<T>(b);
		let now = T::Clock::now();

		#[block]
		{
			Pallet::<T>::handle(Due::Auction(id), now);
		}

		assert!(!Auctions::<T>::contains_key(id));
		assert!(Pages::<T>::iter_values().flatten().any(|listing| listing.leases == 1));
	}

	#[benchmark]
	fn depart(o: Linear<1, MAX_OFFERS>) {
		grow_old::<T>();
		let provider = provider::<T>(0);
		T::ProviderDirectory::create(&provider, &agent::<T>(0));
		let tier = T::Coverage::create_tier();
		// Each offer on a full page of its own.
		for _ in 0..o {
			let class = new_class::<T>();
			let listing = listing::<T>(provider.clone(), tier, DEAR);
			let listing = Listing { restricted: true, ..listing };
			AllowLists::<T>::insert(listing.offer, allowed::<T>());
			keep::<T>(class, 0, &listing);
			let mut page = full_page::<T>(class, tier);
			page.pop();
			page.push(listing);
			put_pages::<T>(class, vec![page]);
			make_sample_due::<T>(class);
		}

		#[block]
		{
			Pallet::<T>::depart(&provider).expect("nothing is leased");
		}

		assert!(!OffersOf::<T>::contains_key(&provider));
	}
}
