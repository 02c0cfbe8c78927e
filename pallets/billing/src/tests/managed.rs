//! What the manager of a stream asks and keeps: `managed`, `keep` and `ensure_manager`.

use crate::{mock::*, Allowance, Error, Manager, Role, StreamState};
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use tradewind_primitives::{
	traits::Streams as _, ManagedStream, Rate, Seconds, StreamId, StreamTerms, TabId,
};

/// The first stream as it has to stand.
fn stands(
	terms: StreamTerms<AccountId>,
	started: Option<Seconds>,
	left: Seconds,
) -> Option<ManagedStream<AccountId, Memo>> {
	let whole = terms.cap / terms.rate.0;
	let amount = terms.rate.0 * (whole - u128::from(left));
	Some(ManagedStream { terms, started: started.map(at), amount, left, memo: MEMO })
}

#[test]
fn managed_tells_what_is_left() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		let terms = terms(TAB, 3, 602);
		assert_ok!(Billing::open(&ALICE, terms.clone(), MEMO));
		advance(9);
		assert_eq!(Billing::managed(STREAM), stands(terms.clone(), None, 200));
		assert_ok!(Billing::start(STREAM));
		assert_eq!(Billing::managed(STREAM), stands(terms.clone(), Some(9), 200));

		advance(50);
		assert_eq!(Billing::managed(STREAM), stands(terms.clone(), Some(9), 150));
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		assert_eq!(Billing::managed(STREAM), stands(terms.clone(), Some(9), 150));
		advance(149);
		assert_eq!(Billing::managed(STREAM), stands(terms.clone(), Some(9), 1));
		advance(1_000);
		assert_eq!(Billing::managed(STREAM), stands(terms, Some(9), 0));
	});
}

#[test]
fn managed_counts_no_second_of_downtime() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		manage(ALICE, terms(TAB, 3, 600));
		let left = || Billing::managed(STREAM).map(|stream| stream.left);
		advance(20);
		FakeMeter::set_down(CLOUD, true);
		advance(30);
		assert_eq!(left(), Some(180));
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		advance(10);
		FakeMeter::set_down(CLOUD, false);
		assert_eq!(left(), Some(180));
		// What was found late stands for seconds that are not paid yet.
		advance(10);
		FakeMeter::add(CLOUD, 7);
		assert_eq!(left(), Some(177));
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		FakeMeter::add(CLOUD, 7);
		advance(4);
		assert_eq!(left(), Some(177), "four of the seven");
		advance(4);
		assert_eq!(left(), Some(176));
	});
}

#[test]
fn managed_counts_no_second_without_money() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_009);
		let terms = StreamTerms { cap: 2_000, ..running(TAB, 10) };
		manage(ALICE, terms.clone());
		advance(150);
		// Whether or not anybody has noticed.
		assert_eq!(Billing::managed(STREAM), stands(terms.clone(), Some(0), 100));
		run(20);
		assert_eq!(stream_of(STREAM).state, StreamState::Halted);
		assert_eq!(Billing::managed(STREAM), stands(terms, Some(0), 100));
	});
}

#[test]
fn managed_tells_of_a_stream_without_a_limit_or_a_rate() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		let streams = [running(TAB, 1), terms(TAB, 0, 0)].map(|terms| manage(ALICE, terms));
		for stream in streams {
			assert_eq!(Billing::managed(stream).map(|stream| stream.left), Some(Seconds::MAX));
		}
	});
}

#[test]
fn managed_knows_the_receivers_of_today() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		manage(ALICE, terms(TAB, 3, 600));
		assert_ok!(Billing::redirect(signed(CLOUD), STREAM, NOBODY));
		let terms = StreamTerms { payees: sole(NOBODY), ..terms(TAB, 3, 600) };
		assert_eq!(Billing::managed(STREAM), stands(terms, Some(0), 200));
	});
}

#[test]
fn managed_is_none_when_there_is_no_such_stream_or_nobody_manages_it() {
	ExtBuilder::build_and_execute(|| {
		assert_eq!(Billing::managed(STREAM), None);
		prepay(1_000);
		flow(ALICE, terms(TAB, 3, 600));
		assert_eq!(Billing::managed(STREAM), None);
		assert_eq!(Billing::managed(StreamId(u64::MAX)), None);
	});
}

#[test]
fn keep_replaces_the_memo_and_nothing_else() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		manage(ALICE, terms(TAB, 3, 600));
		advance(100);
		events();
		records();
		let before = (account_of(TAB), stream_of(STREAM));

		assert_ok!(Billing::keep(STREAM, 8));

		let (account, stream) = before;
		assert_eq!(stream_of(STREAM), crate::Stream { manager: Manager::Opener(8), ..stream });
		assert_eq!(account_of(TAB), account);
		assert_eq!((events(), records()), (vec![], vec![]));
		assert_eq!(Billing::managed(STREAM).map(|stream| stream.memo), Some(8));
		let closed = Billing::close(STREAM, Default::default());
		assert_eq!(closed, Ok((billed(100, 0, 300), 8)));
	});
}

#[test]
fn keep_fails_when_there_is_no_such_stream_or_nobody_manages_it() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::keep(STREAM, 8), Error::<Test>::UnknownStream);
		prepay(1_000);
		flow(ALICE, terms(TAB, 3, 600));
		assert_noop!(Billing::keep(STREAM, 8), Error::<Test>::NotManaged);
	});
}

#[test]
fn ensure_manager_lets_owner_and_managers_pass_and_writes_nothing() {
	ExtBuilder::build_and_execute(|| {
		let ensure = |who| Billing::ensure_manager(TAB, &who);
		assert_noop!(ensure(ALICE), Error::<Test>::UnknownAccount);
		// An account whose money has ended, which nobody has noticed.
		begin();
		advance(120);
		assert_storage_noop!(assert_ok!(ensure(ALICE)));
		assert_noop!(ensure(BOB), Error::<Test>::NotOwner);
		assert_noop!(ensure(CLOUD), Error::<Test>::NotOwner);
		let allow = |role| {
			let allowance = Some(Allowance { role, per_day: Some(0) });
			assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, allowance));
		};
		allow(Role::Spend);
		assert_noop!(ensure(BOB), Error::<Test>::NotAllowed);
		allow(Role::Manage);
		assert_storage_noop!(assert_ok!(ensure(BOB)));
		let other = open_account(BOB, WIND, MINIMUM);
		assert_eq!(other, TabId(1));
		assert_noop!(Billing::ensure_manager(other, &ALICE), Error::<Test>::NotOwner);
		assert_eq!(account_of(TAB).rate, Rate(0), "the allowance was set by a call");
	});
}
