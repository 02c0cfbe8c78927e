//! Random sequences of everything that can be done break no invariant, refuse without a trace, keep
//! every unit of money and of capacity, and leave nothing when all has ended.

use super::*;
use crate::{
	book::Book, AgendaLastPage, AgendaNextBucket, AgendaPages, AllowLists, Auctions, Gauge,
	Markets, Offers, OffersOf, Pages, Policy, SpotLeases,
};
use frame_support::traits::Currency;
use proptest::prelude::*;
use sp_runtime::StateVersion;
use std::collections::BTreeMap;
use tradewind_primitives::{
	agenda::BUCKET,
	traits::{Departure, Ending, Streams},
	AssetId, ClassId, Payees, ProviderStatus, Runtimes,
};

/// What the collateral of ALICE is: not enough for everything.
const SMALL: Balance = 8_000;

/// Who calls about a lease.
#[derive(Clone, Copy, Debug)]
enum By {
	/// Whose account pays.
	Owner,
	/// Who sells.
	Provider,
	/// Somebody, on whatever side that is.
	Somebody(AccountId),
}

/// A step of a random sequence. Numbers that name nothing are part of it: a lease, offer or auction
/// is one of those there are, or now and then none.
#[derive(Clone, Debug)]
enum Step {
	Create { provider: AccountId, class: u16, usd: bool, size: u32, price: u128, terms: Terms },
	Terms { offer: usize, terms: Terms },
	Access { offer: usize, allowed: Option<AccountId> },
	Pause { offer: usize },
	Resume { offer: usize },
	Index { class: u16, policy: Policy },
	Prices { offer: usize, price: u128 },
	Capacity { offer: usize, size: u32 },
	Withdraw { offer: usize },
	Place { who: AccountId, usd: bool, order: Order<AccountId>, held: bool },
	Open { who: AccountId, usd: bool, order: Order<AccountId>, count: u8, spread: Spread },
	Start { lease: usize, by: Option<By> },
	Close { lease: usize, reason: CloseReason },
	End { lease: usize, by: By, reason: CloseReason },
	Resize { lease: usize, by: By, needs: Resources, max_rate: u128 },
	Extend { lease: usize, by: By, seconds: u64, max_rate: u128 },
	Rate { lease: usize, by: By, rate: u128 },
	Agree { lease: usize },
	Give { lease: usize, by: By, to: Option<AccountId> },
	Accept { lease: usize, by: Option<AccountId>, max_cost: u128 },
	OutOfFunds { lease: usize },
	Stall { lease: usize, seconds: u64 },
	Auction { who: AccountId, usd: bool, order: Order<AccountId>, seconds: u64 },
	Bid { who: Option<AccountId>, auction: usize, offer: usize, rate: u128 },
	Cancel { who: AccountId, auction: usize },
	Depart { provider: AccountId },
	Status { provider: AccountId, status: ProviderStatus },
	Power { provider: AccountId, up: bool },
	Vouch { provider: AccountId, vouched: bool },
	Repute { provider: AccountId, reputation: u32 },
	Fail { fails: bool },
	Pass { seconds: u64 },
}

/// Needs of whole cores, for which one pays, and of memory, for which one does not.
fn size(cores: u32, memory: u32) -> Resources {
	Resources { memory_mib: memory * 1024, ..super::cores(cores) }
}

fn needs() -> impl Strategy<Value = Resources> {
	(0u32..5, 0u32..4).prop_map(|(cores, memory)| size(cores, memory))
}

fn terms() -> impl Strategy<Value = Terms> {
	let less = (0u32..=100, 0u64..80, prop::sample::select(vec![0u32, 20, 100]));
	let wild = (0u128..4, 0u128..4, any::<bool>(), 0u64..60, 0u64..300, 0u8..4, less).prop_map(
		|(floor, cap, near, min_seconds, max_seconds, runtimes, (percent, term, notice))| Terms {
			pricing: Pricing::Indexed {
				floor: FixedU128::from_rational(floor, 3),
				cap: FixedU128::from_rational(cap, 2),
			},
			region: region(if near { "eu" } else { "" }),
			min_seconds,
			max_seconds,
			runtimes: Runtimes(runtimes),
			model: model(if near { "h200" } else { "" }),
			reserved: Some(Reservation {
				min_seconds: term,
				discount: Perbill::from_percent(percent),
				forfeit: Perbill::from_percent(100 - percent),
			}),
			spot: Some(Spot { discount: Perbill::from_percent(percent), notice }),
		},
	);
	let cheap = Terms { region: region("eu"), ..for_less() };
	prop_oneof![
		1 => Just(Terms::default()),
		1 => Just(indexed()),
		2 => Just(for_less()),
		2 => Just(cheap),
		2 => wild
	]
}

fn rarely() -> impl Strategy<Value = bool> {
	prop::bool::weighted(0.06)
}

fn filters() -> impl Strategy<Value = Filters> {
	let flags = (rarely(), rarely(), rarely(), rarely(), rarely(), rarely());
	(flags, 0u32..=100).prop_map(|((only, avoid, runs, model, vouched, near), percent)| {
		let eu = |wanted: bool| if wanted { regions(&["eu"]) } else { Default::default() };
		Filters {
			regions: eu(only),
			avoid: eu(avoid),
			runtimes: if runs { Runtimes::CONTAINER } else { Runtimes::default() },
			model: super::model(if model { "h200" } else { "" }),
			attributes: if vouched { attributes("tdx", "1") } else { Default::default() },
			near: near.then(|| (region("eu"), Perbill::from_percent(percent))),
		}
	})
}

fn provider() -> impl Strategy<Value = AccountId> {
	prop::sample::select(vec![ALICE, BOB, CAROL, EVE])
}

fn named() -> impl Strategy<Value = crate::types::Candidates<AccountId>> {
	let one = provider().prop_map(|who| vec![who].try_into().expect("one may be named"));
	prop_oneof![12 => Just(Default::default()), 1 => one]
}

fn order() -> impl Strategy<Value = Order<AccountId>> {
	let kind =
		prop::sample::select(vec![LeaseKind::OnDemand, LeaseKind::Reserved, LeaseKind::Spot]);
	let class = prop_oneof![20 => Just(0u16), 1 => 0u16..3];
	let most = prop_oneof![1 => 0u128..20, 9 => Just(1_000_000)];
	let length = prop_oneof![1 => 0u64..300, 4 => 60u64..200];
	(class, needs(), most, length, kind, prop::bool::weighted(0.7), named(), named(), filters())
		.prop_map(|(class, needs, most, seconds, kind, prepaid, candidates, excluded, filters)| {
			Order {
				class: ClassId(class),
				tier: STANDARD,
				needs,
				max_rate: Rate(most),
				seconds,
				kind,
				prepaid,
				candidates,
				excluded,
				filters,
			}
		})
}

fn policy() -> impl Strategy<Value = Policy> {
	let gauge = prop::sample::select(vec![Gauge::Cpu, Gauge::Memory]);
	(gauge, 0u128..3).prop_map(|(gauge, floor)| Policy {
		gauge,
		floor: FixedU128::from_rational(floor, 2),
		..POLICY
	})
}

fn reason() -> impl Strategy<Value = CloseReason> {
	prop::sample::select(vec![
		CloseReason::Completed,
		CloseReason::Cancelled,
		CloseReason::Unfit,
		CloseReason::StartMissed,
		CloseReason::ProviderDown,
		CloseReason::ProviderFailed,
		CloseReason::ProviderLeft,
		CloseReason::Misuse,
		CloseReason::OutOfFunds,
	])
}

fn by() -> impl Strategy<Value = By> {
	let somebody = prop::sample::select(vec![AGENT, DELEGATE, EVE, OTHER, BOB]);
	prop_oneof![
		6 => Just(By::Owner),
		3 => Just(By::Provider),
		1 => somebody.prop_map(By::Somebody)
	]
}

fn step() -> impl Strategy<Value = Step> {
	let buyer = || prop::sample::select(vec![USER, USER, USER, USER, OTHER, OTHER, DELEGATE, EVE]);
	let bidder = || prop::option::weighted(0.2, prop::sample::select(vec![USER, AGENT, EVE]));
	let status = prop::sample::select(vec![
		ProviderStatus::Active,
		ProviderStatus::Active,
		ProviderStatus::Active,
		ProviderStatus::Draining,
		ProviderStatus::Suspended,
	]);
	let at = || 0usize..100;
	let most = || prop_oneof![1 => 0u128..60, 3 => Just(1_000_000)];
	let spread = prop_oneof![
		4 => Just(Spread::Any),
		1 => Just(Spread::Providers),
		1 => Just(Spread::Regions)
	];
	let count = prop_oneof![1 => 0u8..20, 9 => 1u8..4];
	let passing = prop_oneof![14 => 1u64..30, 4 => 30u64..200, 1 => 200u64..8_000];
	let started =
		prop_oneof![1 => Just(None), 4 => Just(Some(By::Provider)), 1 => by().prop_map(Some)];
	// In groups, for there are more kinds than one list takes.
	let offers = prop_oneof![
		4 => (provider(), 0u16..3, rarely(), 1u32..12, 0u128..6, terms()).prop_map(
			|(provider, class, usd, size, price, terms)| {
				Step::Create { provider, class: class.saturating_sub(1), usd, size, price, terms }
			}
		),
		2 => (at(), terms()).prop_map(|(offer, terms)| Step::Terms { offer, terms }),
		1 => (at(), prop::option::of(buyer()))
			.prop_map(|(offer, allowed)| Step::Access { offer, allowed }),
		1 => at().prop_map(|offer| Step::Pause { offer }),
		4 => at().prop_map(|offer| Step::Resume { offer }),
		1 => (0u16..3, policy()).prop_map(|(class, policy)| Step::Index { class, policy }),
		2 => (at(), 0u128..6).prop_map(|(offer, price)| Step::Prices { offer, price }),
		2 => (at(), 0u32..12).prop_map(|(offer, size)| Step::Capacity { offer, size }),
		1 => at().prop_map(|offer| Step::Withdraw { offer }),
	];
	let leases = prop_oneof![
		4 => (buyer(), rarely(), order(), any::<bool>())
			.prop_map(|(who, usd, order, held)| Step::Place { who, usd, order, held }),
		12 => (buyer(), rarely(), order(), count, spread).prop_map(
			|(who, usd, order, count, spread)| Step::Open { who, usd, order, count, spread }
		),
		8 => (at(), started).prop_map(|(lease, by)| Step::Start { lease, by }),
		1 => (at(), reason()).prop_map(|(lease, reason)| Step::Close { lease, reason }),
		2 => (at(), by(), reason()).prop_map(|(lease, by, reason)| Step::End { lease, by, reason }),
		4 => (at(), by(), needs(), most())
			.prop_map(|(lease, by, needs, max_rate)| Step::Resize { lease, by, needs, max_rate }),
		4 => (at(), by(), 0u64..200, most()).prop_map(
			|(lease, by, seconds, max_rate)| Step::Extend { lease, by, seconds, max_rate }
		),
		2 => (at(), by(), 0u128..9).prop_map(|(lease, by, rate)| Step::Rate { lease, by, rate }),
		2 => at().prop_map(|lease| Step::Agree { lease }),
		3 => (at(), by(), prop::option::weighted(0.8, buyer()))
			.prop_map(|(lease, by, to)| Step::Give { lease, by, to }),
		3 => (at(), prop::option::weighted(0.2, buyer()), most())
			.prop_map(|(lease, by, max_cost)| Step::Accept { lease, by, max_cost }),
		1 => at().prop_map(|lease| Step::OutOfFunds { lease }),
		1 => (at(), 0u64..100).prop_map(|(lease, seconds)| Step::Stall { lease, seconds }),
	];
	let auctions = prop_oneof![
		3 => (buyer(), rarely(), order(), 59u64..200)
			.prop_map(|(who, usd, order, seconds)| Step::Auction { who, usd, order, seconds }),
		6 => (bidder(), at(), at(), 0u128..40)
			.prop_map(|(who, auction, offer, rate)| Step::Bid { who, auction, offer, rate }),
		1 => (buyer(), at()).prop_map(|(who, auction)| Step::Cancel { who, auction }),
	];
	let world = prop_oneof![
		1 => (provider(), status)
			.prop_map(|(provider, status)| Step::Status { provider, status }),
		1 => (provider(), prop::bool::weighted(0.8))
			.prop_map(|(provider, up)| Step::Power { provider, up }),
		1 => (provider(), any::<bool>())
			.prop_map(|(provider, vouched)| Step::Vouch { provider, vouched }),
		1 => (provider(), 0u32..=1_000_000)
			.prop_map(|(provider, reputation)| Step::Repute { provider, reputation }),
		1 => rarely().prop_map(|fails| Step::Fail { fails }),
		8 => passing.prop_map(|seconds| Step::Pass { seconds }),
	];
	// Once in a while somebody leaves.
	let leaves = provider().prop_map(|provider| Step::Depart { provider });
	prop_oneof![60 => offers, 200 => leases, 60 => auctions, 80 => world, 1 => leaves]
}

/// One of these, or now and then none.
fn pick<Id: Ord>(ids: impl Iterator<Item = Id>, at: usize) -> Option<Id> {
	let mut ids: Vec<_> = ids.collect();
	ids.sort_unstable();
	let place = at.checked_rem(ids.len()).filter(|_| at < 90)?;
	ids.into_iter().nth(place)
}

fn lease_at(at: usize) -> LeaseId {
	pick(OpenStreams::iter_keys(), at).map_or(LeaseId(u64::MAX), LeaseId::from)
}

/// An offer, and who may change it.
fn offer_at(at: usize) -> (AccountId, OfferId) {
	let offer = pick(Offers::<Test>::iter_keys(), at).unwrap_or(OfferId(u64::MAX));
	(Offers::<Test>::get(offer).map_or(EVE, |offer| offer.provider), offer)
}

fn auction_at(at: usize) -> AuctionId {
	pick(Auctions::<Test>::iter_keys(), at).unwrap_or(AuctionId(u64::MAX))
}

/// Who that is.
fn caller(lease: LeaseId, by: By) -> RuntimeOrigin {
	let view = Marketplace::lease(lease);
	signed(match by {
		By::Owner => view.map_or(USER, |view| view.owner),
		By::Provider => view.map_or(ALICE, |view| view.lease.provider),
		By::Somebody(who) => who,
	})
}

/// From which account somebody pays.
fn tab_of(who: AccountId, usd: bool) -> TabId {
	match (who, usd) {
		(OTHER, _) => TAB_OTHER,
		(_, true) => TAB_USD,
		_ => TAB,
	}
}

/// Opens a lease for a request, and checks that it is the best that there could be.
fn place(who: &AccountId, tab: TabId, order: &Order<AccountId>, held: Option<u64>) -> bool {
	let request = LeaseRequest {
		owner: who,
		tab,
		class: order.class,
		tier: order.tier,
		needs: order.needs,
		max_rate: order.max_rate,
		max_seconds: order.seconds,
		prepaid: order.prepaid,
		reference: held,
		kind: order.kind,
		candidates: &order.candidates,
		excluded: &order.excluded,
		filters: &order.filters,
	};
	let best = best_feasible(&request);
	let placed = placed(&request);
	if let Ok(placed) = &placed {
		let placed = placed.as_ref().map(|placed| {
			let lease = crate::mock::lease(placed.lease).expect("it is open");
			(placed.rate, lease.offer)
		});
		assert_eq!(placed, best, "the best feasible offer is chosen");
	}
	if let (Some(reference), Ok(Some(placed))) = (held, &placed) {
		Held::insert(reference, placed.lease);
	}
	placed.is_err()
}

/// Takes a step, and tells whether it was refused.
fn take(step: Step) -> bool {
	match step {
		Step::Create { provider, class, usd, size, price, terms } => {
			let asset = if usd { USD } else { AssetId::Native };
			let (class, who) = (ClassId(class), signed(provider));
			let (capacity, prices) = (self::size(size, size), prices(price));
			let (payees, access) = (Payees::new(), Access::Public);
			Marketplace::create_offer(
				who, class, STANDARD, asset, capacity, prices, payees, terms, access,
			)
			.is_err()
		},
		Step::Terms { offer, terms } => {
			let (who, id) = offer_at(offer);
			Marketplace::set_terms(signed(who), id, terms).is_err()
		},
		Step::Access { offer, allowed } => {
			let (who, id) = offer_at(offer);
			let access = allowed.map_or(Access::Public, |who| allow_list(&[who, BOB]));
			Marketplace::set_access(signed(who), id, access).is_err()
		},
		Step::Pause { offer } => {
			let (who, id) = offer_at(offer);
			Marketplace::pause_offer(signed(who), id).is_err()
		},
		Step::Resume { offer } => {
			let (who, id) = offer_at(offer);
			Marketplace::resume_offer(signed(who), id).is_err()
		},
		Step::Index { class, policy } => {
			Marketplace::set_index(RuntimeOrigin::root(), ClassId(class), policy).is_err()
		},
		Step::Prices { offer, price } => {
			let (who, id) = offer_at(offer);
			Marketplace::set_prices(signed(who), id, prices(price)).is_err()
		},
		Step::Capacity { offer, size } => {
			let (who, id) = offer_at(offer);
			Marketplace::set_capacity(signed(who), id, self::size(size, size)).is_err()
		},
		Step::Withdraw { offer } => {
			let (who, id) = offer_at(offer);
			Marketplace::withdraw_offer(signed(who), id).is_err()
		},
		Step::Place { who, usd, order, held } => {
			let tab = tab_of(who, usd);
			let next = NextStream::get(tab).unwrap_or_default();
			let held = held.then_some(tab.0 * 1_000 + u64::from(next));
			place(&who, tab, &order, held)
		},
		Step::Open { who, usd, order, count, spread } => {
			Marketplace::open_leases(signed(who), tab_of(who, usd), order, count, spread).is_err()
		},
		Step::Start { lease, by: None } => Marketplace::start(lease_at(lease)).is_err(),
		Step::Start { lease, by: Some(by) } => {
			let lease = lease_at(lease);
			Marketplace::start_lease(caller(lease, by), lease).is_err()
		},
		Step::Close { lease, reason } => Marketplace::close(lease_at(lease), reason).is_err(),
		Step::End { lease, by, reason } => {
			let lease = lease_at(lease);
			Marketplace::close_lease(caller(lease, by), lease, reason).is_err()
		},
		Step::Resize { lease, by, needs, max_rate } => {
			let (lease, max_rate) = (lease_at(lease), Rate(max_rate));
			Marketplace::resize_lease(caller(lease, by), lease, needs, max_rate).is_err()
		},
		Step::Extend { lease, by, seconds, max_rate } => {
			let (lease, max_rate) = (lease_at(lease), Rate(max_rate));
			Marketplace::extend_lease(caller(lease, by), lease, seconds, max_rate).is_err()
		},
		Step::Rate { lease, by, rate } => {
			let lease = lease_at(lease);
			Marketplace::set_lease_rate(caller(lease, by), lease, Rate(rate)).is_err()
		},
		Step::Agree { lease } => {
			let proposed = OpenStreams::iter().filter_map(|(id, stream)| {
				stream.lease.proposal.map(|proposal| (id, proposal.rate, proposal.side as u8))
			});
			let Some((id, rate, side)) = pick(proposed, lease) else { return false };
			let by = if side == Side::Owner as u8 { By::Provider } else { By::Owner };
			Marketplace::set_lease_rate(caller(id.into(), by), id.into(), rate).is_err()
		},
		Step::Give { lease, by, to } => {
			let lease = lease_at(lease);
			Marketplace::offer_lease(caller(lease, by), lease, to).is_err()
		},
		Step::Accept { lease, by, max_cost } => {
			let given = OpenStreams::iter()
				.filter_map(|(id, stream)| stream.lease.heir.map(|heir| (id, heir)));
			let Some((id, heir)) = pick(given, lease) else { return false };
			let (who, asset) = (by.unwrap_or(heir), Fakes::asset(id.tab()));
			let tab = tab_of(who, asset == Some(USD));
			Marketplace::accept_lease(signed(who), id.into(), tab, max_cost).is_err()
		},
		Step::OutOfFunds { lease } => {
			let lease = lease_at(lease);
			let told = <Marketplace as Ending>::end(lease.0, CloseReason::OutOfFunds);
			assert_eq!(told.is_ok(), Marketplace::lease(lease).is_none(), "it is gone");
			told.is_err()
		},
		Step::Stall { lease, seconds } => {
			let id = StreamId::from(lease_at(lease));
			if OpenStreams::contains_key(id) {
				Idle::insert(id, Idle::get(id).unwrap_or_default() + seconds);
			}
			false
		},
		Step::Auction { who, usd, order, seconds } => {
			Marketplace::open_auction(signed(who), tab_of(who, usd), order, seconds).is_err()
		},
		Step::Bid { who, auction, offer, rate } => {
			let (seller, offer) = offer_at(offer);
			let who = signed(who.unwrap_or(seller));
			Marketplace::bid(who, auction_at(auction), offer, Rate(rate)).is_err()
		},
		Step::Cancel { who, auction } => {
			Marketplace::cancel_auction(signed(who), auction_at(auction)).is_err()
		},
		Step::Depart { provider } => <Marketplace as Departure<_>>::depart(&provider).is_err(),
		Step::Status { provider, status } => {
			Statuses::insert(provider, status);
			false
		},
		Step::Power { provider, up: true } => {
			Down::remove(provider);
			false
		},
		Step::Power { provider, up: false } => {
			Down::insert(provider, ());
			false
		},
		Step::Vouch { provider, vouched } => {
			let value = if vouched { b"1" } else { b"2" };
			Attested::insert(provider, (b"tdx".to_vec(), value.to_vec()));
			false
		},
		Step::Repute { provider, reputation } => {
			Reputations::insert(provider, reputation);
			// Its listings change before the next search; what old notes do is tested in `search`.
			let theirs = OffersOf::<Test>::get(provider);
			for place in theirs {
				let mut book = Book::<Test>::open(place.class).expect("it has offers");
				if let Some(page) = place.page {
					book.change(page, place.offer, |_| Ok(())).expect("it is listed");
				}
				book.close();
			}
			false
		},
		Step::Fail { fails } => {
			CoverFails::set(&fails);
			false
		},
		Step::Pass { seconds } => {
			pass_blocks(seconds);
			false
		},
	}
}

/// What can be had of an offer, by the leases that are on it: what nobody has, or that and what
/// spot leases have that can be taken back.
fn room(offer: OfferId, capacity: Resources, reclaim: bool) -> Resources {
	OpenStreams::iter_values()
		.map(|stream| stream.lease)
		.filter(|lease| lease.offer == offer && lease.reclaimed.is_none())
		.filter(|lease| !reclaim || !matches!(lease.kind, Kind::Spot { .. }))
		.fold(capacity, |left, lease| {
			left.checked_sub(&lease.needs).expect("no more is leased than there is")
		})
}

/// By how much a lease of a kind is cheaper, and how short it may be; nothing where there are none.
fn less(terms: &Terms, kind: LeaseKind) -> Option<(Perbill, Seconds)> {
	match kind {
		LeaseKind::OnDemand => Some((Perbill::zero(), 0)),
		LeaseKind::Reserved => terms.reserved.map(|it| (it.discount, it.min_seconds)),
		LeaseKind::Spot => terms.spot.map(|it| (it.discount, 0)),
	}
}

/// What answers a request, whatever room there is: the offer, its capacity, its rate and what that
/// counts for. Looks at every offer there is and at nothing that the matching reads but the level.
fn answers(request: &LeaseRequest<'_, AccountId>) -> Vec<(OfferId, Resources, Rate, u128)> {
	let Some(index) = Marketplace::index_of(request.class) else { return vec![] };
	let Some(tab) = Tabs::get(request.tab) else { return vec![] };
	let (level, filters) = (index.level, request.filters);
	let answer = |offer: crate::ListingOf<Test>| {
		let (id, who, terms) = (offer.offer, offer.provider, offer.terms);
		let on_list = || AllowLists::<Test>::get(id).iter().any(|who| who == request.owner);
		let (discount, shortest) = less(&terms, request.kind)?;
		let spot_on_it = OpenStreams::iter_values().filter(|stream| {
			let Some(lease) = Some(&stream.lease).filter(|lease| lease.offer == id) else {
				return false;
			};
			matches!(lease.kind, Kind::Spot { .. }) && lease.reclaimed.is_none()
		});
		let vouched = || Attested::get(who) == Some((b"tdx".to_vec(), b"1".to_vec()));
		let runtimes = filters.runtimes.0;
		let fits = [
			offer.tier == request.tier && offer.asset == tab.asset,
			!offer.paused && (!offer.restricted || on_list()),
			request.kind != LeaseKind::Spot || spot_on_it.count() < 16,
			terms.min_seconds.max(shortest) <= request.max_seconds,
			request.max_seconds <= terms.max_seconds,
			filters.regions.is_empty() || filters.regions.contains(&terms.region),
			!filters.avoid.contains(&terms.region),
			terms.runtimes.0 & runtimes == runtimes,
			filters.model.is_empty() || filters.model == terms.model,
			filters.attributes.is_empty() || vouched(),
			request.candidates.is_empty() || request.candidates.contains(&who),
			!request.excluded.contains(&who),
			Statuses::get(who) == Some(ProviderStatus::Active) && !Down::contains_key(who),
		];
		if fits.contains(&false) {
			return None;
		}
		let units = offer.prices.cpu * u128::from(request.needs.cpu_millis / 1000);
		let full = match terms.pricing {
			Pricing::Fixed => units,
			Pricing::Indexed { floor, cap } => {
				let scaled = units * level.clamp(floor, cap).into_inner();
				scaled.div_ceil(1_000_000_000_000_000_000)
			},
		};
		let billionths = u128::from(discount.deconstruct());
		let rate = full - full * billionths / 1_000_000_000;
		let bill = rate * u128::from(request.max_seconds);
		let covered = FreeCollateral::get(who).unwrap_or_default() >= bill;
		if rate == 0 || rate > request.max_rate.0 || !covered {
			return None;
		}
		let lacking = 3_000_000 - u128::from(Reputations::get(who).unwrap_or(500_000));
		let worth = (rate * lacking).div_ceil(2_000_000);
		let far = filters.near.as_ref().filter(|(region, _)| *region != terms.region);
		let percent = far.map_or(0, |(_, more)| u128::from(more.deconstruct()) / 10_000_000);
		Some((id, offer.capacity, Rate(rate), worth + (worth * percent).div_ceil(100)))
	};
	Pages::<Test>::iter_prefix_values(request.class).flatten().filter_map(answer).collect()
}

/// The rate and number of the best offer, by trying every one. Nobody is made to leave where there
/// is room without that.
fn best_feasible(request: &LeaseRequest<'_, AccountId>) -> Option<(Rate, OfferId)> {
	let answers = answers(request);
	let best = |reclaim: bool| {
		let fits = answers
			.iter()
			.filter(|(id, capacity, ..)| request.needs.fits(&room(*id, *capacity, reclaim)));
		fits.map(|(id, _, rate, worth)| (*worth, *rate, *id)).min()
	};
	let found = best(false).or_else(|| best(request.kind != LeaseKind::Spot));
	found.map(|(_, rate, id)| (rate, id))
}

/// What is locked of a provider's collateral has to be what its leases say, and no money may come
/// or go.
fn neighbours_agree() {
	let mut locked = BTreeMap::<_, Balance>::new();
	for stream in OpenStreams::iter_values() {
		assert_eq!(stream.lease.cover.locked, stream.cap);
		*locked.entry(stream.lease.provider).or_default() += stream.lease.cover.locked;
	}
	for (provider, seized) in Seized::iter() {
		*locked.entry(provider).or_default() += seized;
	}
	for (provider, locked) in locked {
		let all = if provider == ALICE { SMALL } else { COLLATERAL };
		assert_eq!(FreeCollateral::get(provider), Some(all - locked));
	}
	let reserved: Balance = OpenStreams::iter_values().map(|stream| stream.reserved()).sum();
	let available: Balance = Tabs::iter_values().map(|tab| tab.available).sum();
	let earned: Balance = Earned::iter_values().sum();
	let seized: Balance = Seized::iter_values().sum();
	assert_eq!(available + reserved + earned - seized, 3 * FUNDS);
}

/// The deposits of auctions and bids are what the books say, and of nobody else.
fn deposits_agree() {
	let mut due = BTreeMap::<_, (Balance, Balance)>::new();
	for auction in Auctions::<Test>::iter_values() {
		due.entry(auction.owner).or_default().0 += auction.deposit;
		for bid in auction.bids {
			due.entry(bid.bidder).or_default().1 += bid.deposit;
		}
	}
	let accounts = [ALICE, BOB, CAROL, EVE, USER, OTHER, AGENT, DELEGATE];
	for who in accounts {
		assert_eq!(deposits(who), due.remove(&who).unwrap_or_default());
		assert_eq!(Balances::total_balance(&who), 10_000, "nothing is lost");
	}
	assert!(due.is_empty());
}

/// Lets time pass until the agenda has come to this moment, however far it was behind.
fn catch_up(seconds: Seconds) {
	pass_blocks(seconds);
	while (1..=Fakes::now().0 / BUCKET).contains(&AgendaNextBucket::<Test>::get()) {
		pass_blocks(0);
	}
}

/// Lets everything end, after which nothing may be left of it.
fn everything_ends() {
	CoverFails::set(&false);
	// Every auction ends by itself.
	catch_up(600);
	assert_eq!(Auctions::<Test>::iter().count(), 0);
	let open: Vec<_> = OpenStreams::iter_keys().collect();
	for lease in open {
		assert_ok!(<Marketplace as Ending>::end(lease.0, CloseReason::Cancelled));
	}
	assert_eq!(AgendaPages::<Test>::iter().count(), 0);
	// The number of pages of a bucket stays until the agenda comes by.
	catch_up(3_600);
	assert_eq!(AgendaLastPage::<Test>::iter().count(), 0);
	assert_eq!(OpenStreams::iter().count(), 0);
	assert_eq!(SpotLeases::<Test>::iter().count(), 0);
	for listing in Pages::<Test>::iter_values().flatten() {
		assert_eq!((listing.free, listing.leases), (listing.capacity, 0));
		assert_eq!((listing.spot, listing.spot_leases), (Resources::default(), 0));
	}
	assert!(Offers::<Test>::iter_values().all(|offer| offer.withdrawn.is_none()));
	let accounts = [ALICE, BOB, CAROL, EVE, USER, OTHER, AGENT, DELEGATE];
	assert!(accounts.iter().all(|who| deposits(*who) == (0, 0)));
}

/// The index of a class stays within what its policy says.
fn levels_are_bounded() {
	for market in Markets::<Test>::iter_values() {
		let crate::Index { level, policy, .. } = market.index;
		assert!(policy.floor <= level && level <= policy.cap);
	}
}

/// How many sequences are tried; `TRADEWIND_PROPERTY_CASES` asks for more or fewer.
fn cases() -> ProptestConfig {
	let wanted = std::env::var("TRADEWIND_PROPERTY_CASES").ok();
	let cases = wanted.map_or(256, |cases| cases.parse().expect("it is a number"));
	ProptestConfig::with_cases(cases)
}

proptest! {
	#![proptest_config(cases())]

	#[test]
	fn random_steps_break_no_invariant(steps in prop::collection::vec(step(), 20..120)) {
		let builder = ExtBuilder::default().offer(ALICE, 2).offer(BOB, 3).offer(ALICE, 4);
		builder.build().execute_with(|| {
			FreeCollateral::insert(ALICE, SMALL);
			MaxProbes::set(&64);
			change_tab(TAB, |tab| tab.available = 9_000);
			change_tab(TAB_OTHER, |tab| tab.available += FUNDS - 9_000);
			for (offer, who) in [(0, ALICE), (1, BOB)] {
				assert_ok!(Marketplace::set_terms(signed(who), id(offer), for_less()));
			}
			for step in steps {
				let before = sp_io::storage::root(StateVersion::V1);
				let text = format!("{step:?}");
				if take(step) {
					let after = sp_io::storage::root(StateVersion::V1);
					assert_eq!(before, after, "a refusal left something behind: {text}");
				}
				assert_eq!(Marketplace::do_try_state(), Ok(()), "after {}", text);
				neighbours_agree();
				deposits_agree();
				levels_are_bounded();
			}
			everything_ends();
			assert_eq!(Marketplace::do_try_state(), Ok(()), "after the end");
			neighbours_agree();
			deposits_agree();
		});
	}
}
