use super::*;
use crate::{Answer, Rates, Wanted, WhyNot};
use frame_support::assert_ok;
use tradewind_primitives::{
	AssetId, ClassId, Filters, LeaseKind, ProviderStatus, Rate, Resources, Runtimes,
	NEUTRAL_REPUTATION,
};

fn wanted() -> Wanted<AccountId> {
	Wanted {
		owner: None,
		tier: STANDARD,
		asset: AssetId::Native,
		needs: NEEDS,
		max_rate: Rate(u128::MAX),
		max_seconds: 100,
		candidates: vec![],
		excluded: vec![],
		kind: LeaseKind::OnDemand,
		filters: Filters::default(),
	}
}

fn none() -> Filters {
	Filters::default()
}

fn with(filters: Filters) -> Wanted<AccountId> {
	Wanted { filters, ..wanted() }
}

fn only(names: &[&str]) -> Wanted<AccountId> {
	with(Filters { regions: regions(names), ..none() })
}

/// Offer and rate, or offer and why not.
fn verdicts(wanted: Wanted<AccountId>) -> Vec<(u64, Result<u128, WhyNot>)> {
	let quote = Marketplace::quote(CPU, wanted).expect("the class is registered");
	let short = |answer: Answer<_>| {
		let rate = || answer.rates.expect("it can be had").now.0;
		(answer.offer.0, answer.why_not.map_or_else(|| Ok(rate()), Err))
	};
	quote.answers.into_iter().map(short).collect()
}

#[test]
fn quote_works() {
	ExtBuilder::default().offer(ALICE, 11).offer(BOB, 10).offer(CAROL, 9).build_and_execute(|| {
		assert_ok!(Marketplace::set_terms(RuntimeOrigin::signed(ALICE), id(0), indexed()));
		Down::insert(CAROL, ());
		leased();
		let quote = Marketplace::quote(CPU, wanted()).expect("the class is registered");
		let left = CAPACITY.checked_sub(&NEEDS).expect("the needs fit");
		let (alice, bob) = (Rate(22), Rate(20));
		assert_eq!(quote.level, FixedU128::from_u32(1));
		assert_eq!(quote.range, Some((bob, alice)));
		let fixed = |rate| Some(Rates { now: rate, least: rate, most: rate });
		let moving = Some(Rates { now: alice, least: Rate(11), most: Rate(66) });
		let reputation = NEUTRAL_REPUTATION;
		let answer = |offer, provider, free, rates| Answer {
			offer,
			provider,
			free,
			near: true,
			reputation,
			rates,
			why_not: None,
		};
		let carol = answer(id(2), CAROL, CAPACITY, fixed(Rate(18)));
		let answers = [
			answer(id(1), BOB, left, fixed(bob)),
			answer(id(0), ALICE, CAPACITY, moving),
			Answer { why_not: Some(WhyNot::Down), ..carol },
		];
		assert_eq!(quote.answers, answers);
	});
}

#[test]
fn quote_stands_in_the_order_of_a_placement() {
	ExtBuilder::default().offer(ALICE, 11).offer(BOB, 10).offer(CAROL, 12).build_and_execute(
		|| {
			Reputations::insert(CAROL, 1_000_000);
			// The listing knows nothing of that before it changes.
			assert_eq!(verdicts(wanted()), [(1, Ok(20)), (0, Ok(22)), (2, Ok(24))]);
			assert_ok!(Marketplace::pause_offer(signed(CAROL), id(2)));
			assert_ok!(Marketplace::resume_offer(signed(CAROL), id(2)));
			assert_eq!(verdicts(wanted()), [(2, Ok(24)), (1, Ok(20)), (0, Ok(22))]);
			let quote = Marketplace::quote(CPU, wanted()).expect("the class is registered");
			assert_eq!(quote.range, Some((Rate(20), Rate(24))));
			assert_eq!(leased().provider, CAROL);
		},
	);
}

#[test]
fn quote_tells_what_a_placement_would_take() {
	ExtBuilder::default().offer(ALICE, 11).offer(BOB, 10).build_and_execute(|| {
		Down::insert(BOB, ());
		assert_eq!(verdicts(wanted()), [(0, Ok(22)), (1, Err(WhyNot::Down))]);
		assert_eq!(leased().rate, Rate(22));
		Statuses::insert(ALICE, ProviderStatus::Draining);
		let both = [(0, Err(WhyNot::NotActive)), (1, Err(WhyNot::Down))];
		assert_eq!(verdicts(wanted()), both);
		let quote = Marketplace::quote(CPU, wanted()).expect("the class is registered");
		assert_eq!(quote.range, None);
	});
}

#[test]
fn quote_knows_who_is_on_a_list() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert_ok!(Marketplace::set_access(origin, id(0), allow_list(&[USER])));
		let kept = [(0, Err(WhyNot::NotAllowed))];
		assert_eq!(verdicts(wanted()), kept);
		assert_eq!(verdicts(Wanted { owner: Some(EVE), ..wanted() }), kept);
		assert_eq!(verdicts(Wanted { owner: Some(USER), ..wanted() }), [(0, Ok(20))]);
	});
}

#[test]
fn quote_says_why_an_offer_cannot_be_had() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let huge = Resources { cpu_millis: u32::MAX, ..NEEDS };
		for (wanted, why) in [
			(Wanted { tier: GOLD, ..wanted() }, WhyNot::OtherTier),
			(Wanted { candidates: vec![BOB], ..wanted() }, WhyNot::NotWanted),
			(Wanted { excluded: vec![ALICE], ..wanted() }, WhyNot::NotWanted),
			(only(&["eu"]), WhyNot::OtherRegion),
			(with(Filters { runtimes: Runtimes::CONTAINER, ..none() }), WhyNot::CannotRun),
			(with(Filters { model: model("h200"), ..none() }), WhyNot::OtherModel),
			(with(Filters { attributes: attributes("tdx", "1.5"), ..none() }), WhyNot::NotAttested),
			(Wanted { kind: LeaseKind::Spot, ..wanted() }, WhyNot::OtherKind),
			(Wanted { asset: USD, ..wanted() }, WhyNot::OtherAsset),
			(Wanted { needs: huge, ..wanted() }, WhyNot::NoRoom),
			(Wanted { needs: Resources::default(), ..wanted() }, WhyNot::NoPrice),
			(Wanted { max_rate: Rate(19), ..wanted() }, WhyNot::TooDear),
		] {
			assert_eq!(verdicts(wanted), [(0, Err(why))]);
		}
	});
}

#[test]
fn quote_says_nothing_of_a_price_that_is_no_number() {
	ExtBuilder::default().offer(ALICE, u128::MAX / 8_000).build_and_execute(|| {
		let needs = Resources { cpu_millis: u32::MAX, ..NEEDS };
		let quote = Marketplace::quote(CPU, Wanted { needs, ..wanted() });
		let answer = quote.and_then(|quote| quote.answers.first().cloned()).expect("it is listed");
		assert_eq!((answer.rates, answer.why_not), (None, Some(WhyNot::NoRoom)));
	});
}

#[test]
fn quote_is_none_when_class_is_unknown_and_empty_when_nothing_is_offered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Marketplace::quote(ClassId(7), wanted()), None);
		assert_eq!(verdicts(wanted()), []);
	});
}
