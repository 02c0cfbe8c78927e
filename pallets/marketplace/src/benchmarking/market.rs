//! Markets in which something costs as much as it can.

use crate::{
	directory::{Key, Summary},
	index::{Sample, HOUR},
	pallet::*,
	terms::{Pricing, Reservation, Spot, Terms},
	types::{
		sole_payee, Allowed, ClassName, Listing, Offer, Order, Place, MAX_ALLOWED, MAX_CANDIDATES,
		MAX_NAME, MAX_OFFERS, MAX_SAMPLES,
	},
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{storage::with_storage_layer, traits::Get, BoundedVec};
use sp_runtime::{traits::One, FixedU128, Perbill};
use tradewind_primitives::{
	money::MAX_PAYEES,
	traits::{Coverage, Leasing, ProviderDirectory, Streams},
	AssetId, Balance, ClassId, Clock, Filters, LeaseKind, Model, OfferId, Payee, Payees, Rate,
	Region, Resources, Runtimes, Seconds, TabId, TierId, Timestamp, UnitPrices, MAX_MODEL,
	MAX_REGION, MAX_REGIONS, NEUTRAL_REPUTATION,
};

pub(super) const FUNDS: Balance = 1_000_000_000_000_000_000;
pub(super) const MAX_SECONDS: Seconds = 3_600;
/// What a core of the providers costs that are asked in vain.
pub(super) const CHEAP: Balance = 999;
/// What a core of the others costs.
pub(super) const DEAR: Balance = 1_000;
/// What a core of strangers costs at least.
pub(super) const STRANGE: Balance = 1_000_000;

pub(super) fn provider<T: Config>(index: u32) -> T::AccountId {
	account("provider", index, 0)
}

pub(super) fn agent<T: Config>(index: u32) -> T::AccountId {
	account("agent", index, 0)
}

pub(super) fn owner<T: Config>() -> T::AccountId {
	account("owner", 0, 0)
}

pub(super) fn capacity() -> Resources {
	Resources {
		cpu_millis: 1_000_000,
		memory_mib: 1_000_000,
		disk_mib: 1_000_000,
		gpus: 1_000,
		egress_mbps: 1_000_000,
	}
}

pub(super) fn prices(cpu: Balance) -> UnitPrices {
	UnitPrices { cpu, memory: 100, disk: 10, gpu: 1_000, egress: 10 }
}

/// The longest name of a region, another for each number.
fn region(number: u32) -> Region {
	let mut name = vec![b'r'; MAX_REGION as usize];
	name[0] = b'a'.saturating_add(number as u8);
	Region::truncate_from(name)
}

fn model() -> Model {
	Model::truncate_from(vec![b'm'; MAX_MODEL as usize])
}

/// The longest terms, which let an offer answer at its unit prices while the level is at one.
pub(super) fn terms() -> Terms {
	let half = Perbill::from_percent(50);
	Terms {
		pricing: Pricing::Indexed { floor: FixedU128::one(), cap: FixedU128::one() },
		region: region(0),
		runtimes: Runtimes(u8::MAX),
		model: model(),
		reserved: Some(Reservation { min_seconds: 1, discount: half, forfeit: half }),
		spot: Some(Spot { discount: half, notice: 60 }),
		..Default::default()
	}
}

/// The largest filters that such terms pass, but for attributes, which have a weight of their own.
fn filters() -> Filters {
	let others = (1..MAX_REGIONS).map(region);
	Filters {
		regions: BoundedVec::truncate_from(others.chain([region(0)]).collect()),
		avoid: BoundedVec::truncate_from((10..10 + MAX_REGIONS).map(region).collect()),
		runtimes: Runtimes(u8::MAX),
		model: model(),
		attributes: Default::default(),
		near: Some((region(20), Perbill::one())),
	}
}

/// An order that any listing here can serve; it rules out as many providers as it may.
pub(super) fn order<T: Config>(class: ClassId, tier: TierId, kind: LeaseKind) -> OrderOf<T> {
	let excluded = (0..MAX_CANDIDATES).map(|index| account("excluded", index, 0)).collect();
	Order {
		class,
		tier,
		needs: Pallet::<T>::benchmark_needs(),
		max_rate: Rate(FUNDS),
		seconds: MAX_SECONDS,
		kind,
		prepaid: false,
		candidates: Default::default(),
		excluded: BoundedVec::truncate_from(excluded),
		filters: filters(),
	}
}

/// The longest list; of whom nobody is on it.
pub(super) fn allowed<T: Config>() -> Allowed<T::AccountId> {
	let accounts: Vec<_> = (0..MAX_ALLOWED).map(|index| account("allowed", index, 0)).collect();
	Allowed::truncate_from(accounts)
}

/// As many payees as there may be.
pub(super) fn payees<T: Config>() -> Payees<T::AccountId> {
	let share = Perbill::from_rational(1, MAX_PAYEES);
	let payees: Vec<_> =
		(0..MAX_PAYEES).map(|index| Payee { who: account("payee", index, 0), share }).collect();
	Payees::truncate_from(payees)
}

/// Makes the chain old enough for a full history. To be done before providers begin to beat.
pub(super) fn grow_old<T: Config>() {
	let age = Timestamp(u64::from(MAX_SAMPLES + 1) * HOUR);
	if T::Clock::now() < age {
		T::Clock::set_now(age);
	}
}

/// Fills the history of a class and lets an hour turn, so that the next touch writes a sample.
pub(super) fn make_sample_due<T: Config>(class: ClassId) {
	let sample = |hour| Sample {
		at: Timestamp(hour * HOUR),
		level: FixedU128::one(),
		usage: Perbill::zero(),
	};
	let samples: Vec<_> = (0..u64::from(MAX_SAMPLES)).map(sample).collect();
	Histories::<T>::insert(class, BoundedVec::truncate_from(samples));
	change_market::<T>(class, |market| {
		market.index.at = Timestamp(T::Clock::now().0.saturating_sub(HOUR));
	});
}

fn change_market<T: Config>(class: ClassId, change: impl FnOnce(&mut MarketOf<T>)) {
	Markets::<T>::mutate(class, |market| change(market.as_mut().expect("it is registered")));
}

pub(super) fn listing<T: Config>(
	provider: T::AccountId,
	tier: TierId,
	cpu: Balance,
) -> ListingOf<T> {
	let offer = NextOfferId::<T>::get();
	NextOfferId::<T>::put(OfferId(offer.0 + 1));
	Listing {
		offer,
		payees: sole_payee(provider.clone()),
		provider,
		reputation: NEUTRAL_REPUTATION,
		tier,
		asset: AssetId::Native,
		capacity: capacity(),
		free: capacity(),
		spot: Resources::default(),
		spot_leases: 0,
		leaving: None,
		prices: prices(cpu),
		terms: terms(),
		leases: 0,
		paused: false,
		restricted: false,
	}
}

/// An offer of a stranger, of which nothing is kept but its listing.
fn filler<T: Config>(tier: TierId, index: u32, cpu: Balance) -> ListingOf<T> {
	listing::<T>(account("stranger", index, 0), tier, cpu)
}

/// Keeps an offer that is listed on a page, unchecked and without a deposit.
pub(super) fn keep<T: Config>(class: ClassId, page: u32, listing: &ListingOf<T>) {
	let Listing { offer, provider, .. } = listing.clone();
	let place = Place { offer, class, page: Some(page) };
	OffersOf::<T>::mutate(&provider, |places| places.try_push(place).expect("there is room"));
	Offers::<T>::insert(offer, Offer { provider, class, deposit: 0, withdrawn: None });
}

/// Puts pages into a new class, and fills its directory with as many as there may be besides, which
/// all come after them.
pub(super) fn put_pages<T: Config>(class: ClassId, pages: Vec<Vec<ListingOf<T>>>) {
	let mut directory = Vec::new();
	let mut numbers = 0..T::MaxPages::get();
	for (number, listings) in numbers.by_ref().zip(pages) {
		let from = listings.iter().map(Key::of).min().expect("no page is empty");
		directory.push(Summary::of(number, from, &listings));
		change_market::<T>(class, |market| {
			for listing in &listings {
				market.index.replace(Default::default(), listing.portion());
			}
		});
		Pages::<T>::insert(class, number, PageOf::<T>::truncate_from(listings));
	}
	let dear = filler::<T>(TierId(u8::MAX), 0, Balance::MAX / (1 << 64));
	for number in numbers {
		let mut from = Key::of(&dear);
		from.offer = OfferId(number.into());
		directory.push(Summary::of(number, from, core::slice::from_ref(&dear)));
	}
	change_market::<T>(class, |market| {
		market.directory = BoundedVec::truncate_from(directory);
		market.next_page = T::MaxPages::get();
	});
}

/// Takes a page out of a full directory, so that there is room for one that comes of a split.
pub(super) fn leave_room<T: Config>(class: ClassId) {
	change_market::<T>(class, |market| {
		market.directory.pop();
	});
}

pub(super) fn longest_name() -> ClassName {
	BoundedVec::truncate_from(vec![b'x'; MAX_NAME as usize])
}

pub(super) fn new_class<T: Config>() -> ClassId {
	Pallet::<T>::add_class(longest_name()).expect("there are ids left")
}

/// A class with these listings, on so many pages that are filled up with dear ones of strangers.
pub(super) fn class_of<T: Config>(
	name: ClassName,
	tier: TierId,
	pages: Vec<Vec<ListingOf<T>>>,
) -> ClassId {
	let class = Pallet::<T>::add_class(name).expect("there are ids left");
	let fill = |(number, listings): (usize, Vec<ListingOf<T>>)| {
		let mut page = listings;
		for listing in &page {
			keep::<T>(class, number as u32, listing);
		}
		while page.len() < T::PageSize::get() as usize {
			page.push(filler::<T>(tier, page.len() as u32, STRANGE + number as Balance));
		}
		page
	};
	put_pages::<T>(class, pages.into_iter().enumerate().map(fill).collect());
	class
}

/// As many offers of as many providers as a page holds, half of them cheaper than [`DEAR`].
pub(super) fn full_page<T: Config>(class: ClassId, tier: TierId) -> Vec<ListingOf<T>> {
	let size = T::PageSize::get();
	let page = (0..size).map(|index| {
		let cpu = if index < size / 2 { CHEAP } else { 2 * DEAR };
		let listing = filler::<T>(tier, index, cpu);
		keep::<T>(class, 0, &listing);
		listing
	});
	page.collect()
}

/// Providers that are up and active but have no collateral left, each with an offer.
pub(super) fn in_vain<T: Config>(
	tier: TierId,
	indices: impl Iterator<Item = u32>,
) -> Vec<ListingOf<T>> {
	let mut hint = 0;
	let one = |index| {
		let other = provider::<T>(index);
		T::ProviderDirectory::create(&other, &agent::<T>(index));
		hint = exhaust::<T>(&other, tier, hint);
		listing::<T>(other, tier, CHEAP)
	};
	indices.map(one).collect()
}

/// Locks a provider's collateral, but for a rest too small for any lease, by covers for bills of
/// falling size. `hint` is what it took for a provider with as much; returns what it took.
fn exhaust<T: Config>(provider: &T::AccountId, tier: TierId, hint: Balance) -> Balance {
	let covered = |bill: &Balance| {
		let open = || T::Coverage::open(provider, tier, &AssetId::Native, *bill);
		with_storage_layer(open).is_ok()
	};
	if hint > 0 && covered(&hint) {
		return hint;
	}
	(0..=100u32).rev().map(|power| 1u128 << power).filter(|bill| covered(bill)).sum()
}

/// An offer of an active provider with collateral, that shares what it earns as far as it may.
pub(super) fn sound<T: Config>(index: u32, tier: TierId) -> ListingOf<T> {
	let seller = provider::<T>(index);
	T::ProviderDirectory::create(&seller, &agent::<T>(index));
	Listing { payees: payees::<T>(), ..listing::<T>(seller, tier, DEAR) }
}

/// A market in which a placement finds `seller` on the first page that it reads, as the first that
/// it asks, and no sample of the index is due. Called again, it adds another seller to the same market.
pub fn create_market<T: Config>(
	owner: &T::AccountId,
	seller: &T::AccountId,
	agent_of_seller: &T::AccountId,
) -> (ClassId, TierId, TabId) {
	grow_old::<T>();
	let tier = T::Coverage::create_tier();
	let tab = T::Streams::create_account(owner, FUNDS);
	let name = ClassName::truncate_from(b"benchmark market".to_vec());
	let made = Classes::<T>::iter().find(|(_, class)| class.name == name);
	let class = match made {
		Some((class, _)) => class,
		None => class_of::<T>(name, tier, vec![Vec::new()]),
	};
	T::ProviderDirectory::create(seller, agent_of_seller);
	let offer = Listing { payees: payees::<T>(), ..listing::<T>(seller.clone(), tier, DEAR) };
	keep::<T>(class, 0, &offer);
	let page = Pages::<T>::mutate(class, 0, |page| {
		// One that nobody would take goes for it.
		page.pop();
		page.try_insert(0, offer).expect("there is room");
		page.clone()
	});
	change_market::<T>(class, |market| {
		let from = page.iter().map(Key::of).min().expect("the page is full");
		market.directory[0] = Summary::of(0, from, &page);
	});
	(class, tier, tab)
}

/// An active provider with one place left for an offer. The page of the class to which its price
/// belongs is full of offers of as many others, and half of them ask more.
pub(super) fn seller<T: Config>() -> (T::AccountId, ClassId, TierId) {
	grow_old::<T>();
	let provider = provider::<T>(0);
	T::ProviderDirectory::create(&provider, &agent::<T>(0));
	let tier = T::Coverage::create_tier();
	let elsewhere = new_class::<T>();
	for _ in 1..MAX_OFFERS {
		let listing = listing::<T>(provider.clone(), tier, DEAR);
		keep::<T>(elsewhere, 0, &listing);
	}
	let class = new_class::<T>();
	put_pages::<T>(class, vec![full_page::<T>(class, tier)]);
	leave_room::<T>(class);
	make_sample_due::<T>(class);
	(provider, class, tier)
}
