//! What the calls cost at worst, and what is done through the seams.

use crate::{
	index::{Gauge, Policy, Sample, HIGHEST, HOUR},
	pallet::*,
	terms::{Pricing, Terms},
	types::{
		sole_payee, Access, Allowed, ClassName, Listing, Offer, MAX_ALLOWED, MAX_NAME, MAX_OFFERS,
		MAX_SAMPLES,
	},
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	storage::with_storage_layer,
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{traits::One, FixedU128, Perbill};
use tradewind_primitives::{
	money::MAX_PAYEES,
	traits::{Coverage, Departure, Leasing, ProviderDirectory, Streams},
	AssetId, Balance, ClassId, Clock, CloseReason, LeaseId, LeaseRequest, OfferId, Payee, Payees,
	Rate, Region, Resources, Seconds, TabId, TierId, Timestamp, UnitPrices, MAX_REGION,
};

const FUNDS: Balance = 1_000_000_000_000_000_000;
const MAX_SECONDS: Seconds = 3600;
const DAY: Seconds = 86_400;
/// How many providers can sell in [`create_market`].
const SELLERS: u32 = 2;
/// What a core of the providers costs that are asked in vain.
const CHEAP: Balance = 999;
/// What a core of the others costs.
const DEAR: Balance = 1_000;

fn capacity() -> Resources {
	Resources {
		cpu_millis: 1_000_000,
		memory_mib: 1_000_000,
		disk_mib: 1_000_000,
		gpus: 1_000,
		egress_mbps: 1_000_000,
	}
}

fn prices(cpu: Balance) -> UnitPrices {
	UnitPrices { cpu, memory: 100, disk: 10, gpu: 1_000, egress: 10 }
}

/// The longest terms, which let an offer answer at its unit prices while the level is at one.
fn terms() -> Terms {
	Terms {
		pricing: Pricing::Indexed { floor: FixedU128::one(), cap: FixedU128::one() },
		region: Region::truncate_from(alloc::vec![b'r'; MAX_REGION as usize]),
		..Default::default()
	}
}

/// The longest list; of whom nobody is on it.
fn allowed<T: Config>() -> Allowed<T::AccountId> {
	let accounts: Vec<_> = (0..MAX_ALLOWED).map(|index| account("allowed", index, 0)).collect();
	Allowed::truncate_from(accounts)
}

/// Makes the chain old enough for a full history. To be done before providers begin to beat.
fn grow_old<T: Config>() {
	let age = Timestamp(u64::from(MAX_SAMPLES + 1) * HOUR);
	if T::Clock::now() < age {
		T::Clock::set_now(age);
	}
}

/// Fills the history of a class and lets an hour turn, so that the next touch writes a sample.
fn make_sample_due<T: Config>(class: ClassId) {
	let sample = |hour| Sample {
		at: Timestamp(hour * HOUR),
		level: FixedU128::one(),
		usage: Perbill::zero(),
	};
	let samples: Vec<_> = (0..u64::from(MAX_SAMPLES)).map(sample).collect();
	Histories::<T>::insert(class, BoundedVec::truncate_from(samples));
	Indices::<T>::mutate(class, |index| {
		let index = index.as_mut().expect("the class is registered");
		index.at = Timestamp(T::Clock::now().0.saturating_sub(HOUR));
	});
}

fn offer<T: Config>(
	provider: T::AccountId,
	class: ClassId,
	tier: TierId,
	cpu: Balance,
) -> OfferOf<T> {
	Offer {
		payees: sole_payee(provider.clone()),
		provider,
		class,
		tier,
		asset: AssetId::Native,
		capacity: capacity(),
		prices: prices(cpu),
		terms: terms(),
		leases: 0,
		paused: false,
		restricted: false,
		withdrawn: false,
		deposit: 0,
	}
}

/// Keeps and lists an offer, unchecked and without a deposit.
fn put_offer<T: Config>(offer: OfferOf<T>) -> OfferId {
	let id = NextOfferId::<T>::get();
	NextOfferId::<T>::put(OfferId(id.0 + 1));
	let listing = Listing::of(id, &offer);
	Indices::<T>::mutate(offer.class, |index| {
		let index = index.as_mut().expect("the class is registered");
		index.replace(Default::default(), listing.portion(index.policy.gauge));
	});
	Books::<T>::mutate(offer.class, |book| book.try_push(listing).expect("the book has room"));
	if offer.restricted {
		AllowLists::<T>::insert(id, allowed::<T>());
	}
	OffersOf::<T>::mutate(&offer.provider, |offers| offers.try_push(id).expect("there is room"));
	Offers::<T>::insert(id, offer);
	id
}

fn longest_name() -> ClassName {
	BoundedVec::truncate_from(alloc::vec![b'x'; MAX_NAME as usize])
}

fn new_class<T: Config>() -> ClassId {
	Pallet::<T>::add_class(longest_name()).expect("there are ids left")
}

/// Fills the book of a class with dear offers of strangers until `room` places are left.
fn fill_book<T: Config>(class: ClassId, tier: TierId, room: u32) {
	let taken = Books::<T>::decode_len(class).unwrap_or_default() as u32;
	for index in taken..T::MaxListings::get().saturating_sub(room) {
		// Among them cheap ones that are kept for others: as many as a placement looks up.
		let restricted = index < T::MaxProbes::get().saturating_mul(2);
		let cpu = if restricted { 1 } else { 1_000_000 };
		let stranger = account("stranger", index, 0);
		put_offer::<T>(Offer { restricted, ..offer::<T>(stranger, class, tier, cpu) });
	}
}

fn provider<T: Config>(index: u32) -> T::AccountId {
	account("provider", index, 0)
}

fn agent<T: Config>(index: u32) -> T::AccountId {
	account("agent", index, 0)
}

/// Locks a provider's collateral, but for a rest too small for any lease, by covers for bills of
/// falling size. `hint` is what it took for a provider with as much; returns what it took.
fn exhaust<T: Config>(
	provider: &T::AccountId,
	tier: TierId,
	tab: TabId,
	hint: Balance,
	next: &mut u64,
) -> Balance {
	let mut covered = |bill: &Balance| {
		let open =
			|| T::Coverage::open(LeaseId(*next), provider, tier, tab, &AssetId::Native, *bill);
		if with_storage_layer(open).is_err() {
			return false;
		}
		*next -= 1;
		true
	};
	if hint > 0 && covered(&hint) {
		return hint;
	}
	(0..=100u32).rev().map(|power| 1u128 << power).filter(|bill| covered(bill)).sum()
}

/// A market with a full book in which `provider` can be given work. Called again, it adds another
/// seller to the same market; there is room for two.
///
/// Before the sellers come, cheaper, the offers of `account("provider", i, 0)` for `i` from
/// [`SELLERS`] below `MaxProbes`, who are up and active but have no collateral left. So the worst
/// case of a placement is a request that names all these accounts, or nobody.
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
	let class = made.map(|(class, _)| class).unwrap_or_else(|| {
		let class = Pallet::<T>::add_class(name).expect("there are ids left");
		let (mut hint, mut lease) = (0, u64::MAX);
		for index in SELLERS..T::MaxProbes::get() {
			let other = provider::<T>(index);
			T::ProviderDirectory::create(&other, &agent::<T>(index));
			hint = exhaust::<T>(&other, tier, tab, hint, &mut lease);
			put_offer::<T>(offer::<T>(other, class, tier, CHEAP));
		}
		fill_book::<T>(class, tier, SELLERS);
		class
	});
	T::ProviderDirectory::create(seller, agent_of_seller);
	let offer = offer::<T>(seller.clone(), class, tier, DEAR);
	put_offer::<T>(Offer { payees: payees::<T>(), ..offer });
	make_sample_due::<T>(class);
	(class, tier, tab)
}

/// As many payees as there may be.
fn payees<T: Config>() -> Payees<T::AccountId> {
	let share = Perbill::from_rational(1, MAX_PAYEES);
	let payees: Vec<_> =
		(0..MAX_PAYEES).map(|index| Payee { who: account("payee", index, 0), share }).collect();
	Payees::truncate_from(payees)
}

/// An active provider with one place left for an offer, in a book with one place left.
fn seller<T: Config>() -> (T::AccountId, ClassId, TierId) {
	grow_old::<T>();
	let provider = provider::<T>(0);
	T::ProviderDirectory::create(&provider, &agent::<T>(0));
	let tier = T::Coverage::create_tier();
	let elsewhere = new_class::<T>();
	for _ in 1..MAX_OFFERS.min(T::MaxListings::get()) {
		put_offer::<T>(offer::<T>(provider.clone(), elsewhere, tier, DEAR));
	}
	let class = new_class::<T>();
	fill_book::<T>(class, tier, 1);
	make_sample_due::<T>(class);
	(provider, class, tier)
}

/// The last offer of [`seller`].
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

/// A lease in [`create_market`].
fn leased<T: Config>() -> LeaseId {
	let owner: T::AccountId = account("owner", 0, 0);
	let (class, tier, tab) = create_market::<T>(&owner, &provider::<T>(0), &agent::<T>(0));
	let request = request::<T>(&owner, class, tier, tab);
	let placed = Pallet::<T>::place(&request).expect("the request is sound");
	placed.expect("the market serves it").lease
}

fn request<T: Config>(
	owner: &T::AccountId,
	class: ClassId,
	tier: TierId,
	tab: TabId,
) -> LeaseRequest<'_, T::AccountId> {
	LeaseRequest {
		owner,
		tab,
		class,
		tier,
		needs: Pallet::<T>::benchmark_needs(),
		max_rate: Rate(FUNDS),
		max_seconds: MAX_SECONDS,
		prepaid: false,
		reference: None,
		candidates: &[],
		excluded: &[],
		regions: &[],
		runtimes: Default::default(),
	}
}

#[benchmarks]
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

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, prices(2_000));

		assert_eq!(Offers::<T>::get(id).map(|offer| offer.prices), Some(prices(2_000)));
	}

	#[benchmark]
	fn set_capacity() {
		let (provider, id) = sold::<T>();
		let new = Resources { gpus: 1, ..capacity() };

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, new);

		assert_eq!(Offers::<T>::get(id).map(|offer| offer.capacity), Some(new));
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
		fill_book::<T>(class, T::Coverage::create_tier(), 0);
		make_sample_due::<T>(class);
		let policy = Policy { gauge: Gauge::Egress, cap: HIGHEST, ..T::DefaultIndex::get() };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, class, policy);

		assert_eq!(Indices::<T>::get(class).map(|index| index.policy), Some(policy));
		Ok(())
	}

	#[benchmark]
	fn set_terms() {
		let (provider, id) = sold::<T>();
		let new = Terms { min_seconds: 1, ..terms() };

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, new.clone());

		assert_eq!(Offers::<T>::get(id).map(|offer| offer.terms), Some(new));
	}

	#[benchmark]
	fn set_access() {
		let (provider, id) = sold::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id, Access::Public);

		assert_eq!(Offers::<T>::get(id).map(|offer| offer.restricted), Some(false));
	}

	#[benchmark]
	fn pause_offer() {
		let (provider, id) = sold::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id);

		assert_eq!(Offers::<T>::get(id).map(|offer| offer.paused), Some(true));
	}

	#[benchmark]
	fn resume_offer() {
		let (provider, id) = sold::<T>();
		let origin = RawOrigin::Signed(provider.clone()).into();
		Pallet::<T>::pause_offer(origin, id).expect("it is on sale");

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), id);

		assert_eq!(Offers::<T>::get(id).map(|offer| offer.paused), Some(false));
	}

	#[benchmark]
	fn place() {
		let owner: T::AccountId = account("owner", 0, 0);
		// The older seller gives no cover either, so as many are asked as may be.
		let (_, tier, tab) = create_market::<T>(&owner, &provider::<T>(1), &agent::<T>(1));
		exhaust::<T>(&provider::<T>(1), tier, tab, 0, &mut (u64::MAX / 2));
		let (class, ..) = create_market::<T>(&owner, &provider::<T>(0), &agent::<T>(0));
		let request = request::<T>(&owner, class, tier, tab);
		let placed;

		#[block]
		{
			placed = Pallet::<T>::place(&request);
		}

		let placed = placed.expect("the request is sound").expect("the market serves it");
		assert!(placed.provider == provider::<T>(0));
	}

	#[benchmark]
	fn start_lease() {
		let lease = leased::<T>();

		#[block]
		{
			Pallet::<T>::start(lease).expect("the lease is fresh");
		}

		assert!(Leases::<T>::get(lease).is_some_and(|lease| lease.started.is_some()));
	}

	#[benchmark]
	fn close_lease() {
		let lease = leased::<T>();
		Pallet::<T>::start(lease).expect("the lease is fresh");
		T::Clock::set_now(T::Clock::now().plus(DAY));

		#[block]
		{
			Pallet::<T>::close(lease, CloseReason::ReportMissed).expect("the lease is open");
		}

		assert!(!Leases::<T>::contains_key(lease));
	}

	#[benchmark]
	fn depart(o: Linear<1, MAX_OFFERS>) {
		grow_old::<T>();
		let provider = provider::<T>(0);
		T::ProviderDirectory::create(&provider, &agent::<T>(0));
		let tier = T::Coverage::create_tier();
		// Each offer in a full book of its own.
		for _ in 0..o {
			let class = new_class::<T>();
			fill_book::<T>(class, tier, 1);
			let restricted =
				Offer { restricted: true, ..offer::<T>(provider.clone(), class, tier, DEAR) };
			put_offer::<T>(restricted);
			make_sample_due::<T>(class);
		}

		#[block]
		{
			Pallet::<T>::depart(&provider).expect("nothing is leased");
		}

		assert!(!OffersOf::<T>::contains_key(&provider));
	}
}
