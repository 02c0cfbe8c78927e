//! Streams that pay for nothing but time: `open_stream`, `pause_stream`, `resume_stream`,
//! `close_stream` and `redirect`.

use crate::{
	mock::*, types::Due, AgendaPages, Allowance, Error, Event, Manager, Role, Side, Status, Stream,
	StreamState, Streams,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use tradewind_primitives::{
	agenda::BUCKET, traits::Streams as _, Balance, Rate, StreamId, StreamTerms, Subject, Timestamp,
};

const SECOND: StreamId = StreamId(1);

fn prepay(amount: Balance) {
	open_account(ALICE, WIND, MINIMUM + amount);
	assert_ok!(Billing::set_alert(signed(ALICE), TAB, None));
	events();
	records();
}

/// Opens a stream from Alice to the cloud that is paid as it flows.
fn subscribe(rate: Balance) {
	let rate = Rate(rate);
	assert_ok!(Billing::open_stream(signed(ALICE), TAB, rate, sole(CLOUD), None, false, None));
}

/// An account with money for 1 000 seconds, and a stream of 10 a second.
fn begin() {
	prepay(10_000);
	subscribe(10);
	events();
	records();
}

fn settled(seconds: u64, downtime: u64, amount: Balance) -> Event<Test> {
	Event::Settled { stream: STREAM, tab: TAB, seconds, downtime, amount, fee: 0 }
}

#[test]
fn open_stream_flows_at_once() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);

		subscribe(10);

		let terms = StreamTerms { meter: None, ..running(TAB, 10) };
		let stream = Stream {
			state: StreamState::Flowing,
			started: at(0),
			settled_until: at(0),
			..Stream::new(terms, Perbill::zero(), Manager::parties(None))
		};
		assert_eq!(stream_of(STREAM), stream);
		let account = account_of(TAB);
		assert_eq!((account.rate, account.reserved), (Rate(10), 0));
		assert_eq!((account.streams, account.running, account.next_stream), (1, 1, 1));
		assert_eq!(Billing::depletes_at(TAB), Some(at(1_000)));
		assert_eq!(
			events(),
			[
				Event::StreamOpened {
					stream: STREAM,
					tab: TAB,
					rate: Rate(10),
					cap: Balance::MAX,
					prepaid: false
				},
				Event::StreamStarted { stream: STREAM, tab: TAB },
			]
		);
		let subject = Subject::Stream(STREAM);
		assert_eq!(
			records(),
			[(Some(ALICE), subject.clone(), "stream.opened"), (None, subject, "stream.started")]
		);
		run(60);
		assert_eq!(Billing::bill(STREAM), Some(billed(60, 0, 600)));
	});
}

#[test]
fn open_stream_prepaid_without_a_cap_sets_all_aside() {
	ExtBuilder::build_and_execute(|| {
		prepay(105);
		let open =
			|cap| Billing::open_stream(signed(ALICE), TAB, Rate(10), sole(CLOUD), cap, true, None);
		assert_noop!(open(Some(106)), Error::<Test>::InsufficientFunds);
		assert_ok!(open(Some(5)));
		assert_ok!(open(None));
		assert_eq!((stream_of(STREAM).cap, stream_of(SECOND).cap), (5, 100));
		assert_eq!(Billing::available(TAB), Some(0));
		assert_eq!(account_of(TAB).rate, Rate(0));
		advance(1_000);
		assert_eq!(close(STREAM), Ok(billed(0, 0, 0)));
		assert_eq!(close(SECOND), Ok(billed(10, 0, 100)));
	});
}

#[test]
fn open_stream_takes_no_more_than_its_cap_though_it_takes_its_rate() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		let open = |cap| {
			let cap = Some(cap);
			Billing::open_stream(signed(ALICE), TAB, Rate(10), sole(CLOUD), cap, false, None)
		};
		assert_noop!(open(599), Error::<Test>::CapTooSmall);
		assert_ok!(open(605));
		advance(100);
		assert_eq!(Billing::bill(STREAM), Some(billed(60, 0, 600)));
		assert_eq!(Billing::available(TAB), Some(9_000), "nobody has noticed");
		assert_ok!(Billing::settle(signed(BOB), STREAM));
		assert_eq!(Billing::available(TAB), Some(9_000), "to settle changes nothing");
		assert_ok!(Billing::reclaim(signed(ALICE), STREAM));
		assert_eq!(stream_of(STREAM).state, StreamState::Spent);
		assert_eq!(Billing::available(TAB), Some(9_400));
		assert_eq!(Billing::committed_rate(TAB), Rate(0));
		let (pause, resume) = (
			Billing::pause_stream(signed(ALICE), STREAM),
			Billing::resume_stream(signed(ALICE), STREAM),
		);
		assert_eq!(pause, Err(Error::<Test>::NotFlowing.into()));
		assert_eq!(resume, Err(Error::<Test>::NotPaused.into()));
		assert_eq!(close(STREAM), Ok(billed(60, 0, 600)));
		assert_eq!(Billing::available(TAB), Some(9_400));
	});
}

#[test]
fn open_stream_is_closed_when_its_cap_is_used_up() {
	for prepaid in [true, false] {
		ExtBuilder::build_and_execute(|| {
			prepay(10_000);
			let cap = Some(605);
			assert_ok!(Billing::open_stream(
				signed(ALICE),
				TAB,
				Rate(10),
				sole(CLOUD),
				cap,
				prepaid,
				None
			));
			run(58);
			events();
			run(2);
			let (bill, amount) = (billed(60, 0, 600), 600);
			assert_eq!(
				events(),
				[Event::StreamClosed { stream: STREAM, tab: TAB, bill, amount, fee: 0 },]
			);
			assert_eq!(Billing::available(TAB), Some(9_400));
			assert_ok!(Billing::close_account(signed(ALICE), TAB));
		});
	}
}

#[test]
fn open_stream_is_not_looked_at_all_the_time_while_it_stands() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		let cap = Some(10);
		assert_ok!(Billing::open_stream(
			signed(ALICE),
			TAB,
			Rate(10),
			sole(CLOUD),
			cap,
			true,
			None
		));
		assert_ok!(Billing::pause_stream(signed(CLOUD), STREAM));
		run(30);
		let looks: Vec<_> = AgendaPages::<Test>::iter().collect();
		let [(bucket, 0, page)] = &looks[..] else { panic!("one look is queued: {looks:?}") };
		assert_eq!(page[..], [Due::End(STREAM)]);
		assert!(bucket * BUCKET >= GENESIS + 24 * 3_600);
		assert_ok!(Billing::resume_stream(signed(CLOUD), STREAM));
		run(10);
		assert_eq!(Billing::bill(STREAM), None, "its end was looked for in time");
		assert_eq!(balance(WIND, CLOUD), 10);
	});
}

#[test]
fn open_stream_ends_by_itself() {
	for prepaid in [true, false] {
		ExtBuilder::build_and_execute(|| {
			prepay(10_000);
			let ends = Some(at(100));
			assert_ok!(Billing::open_stream(
				signed(ALICE),
				TAB,
				Rate(10),
				sole(CLOUD),
				Some(5_000),
				prepaid,
				ends
			));
			advance(99);
			poll();
			events();
			// No second beyond the end is billed, however late the agenda comes.
			advance(40);
			assert_eq!(Billing::bill(STREAM), Some(billed(100, 0, 1_000)));
			assert_ok!(Billing::settle(signed(BOB), STREAM));
			assert_eq!(events(), [settled(100, 0, 1_000)]);
			assert_ok!(Billing::settle(signed(BOB), STREAM));
			advance(1);
			poll();
			let bill = billed(100, 0, 1_000);
			assert_eq!(
				events(),
				[Event::StreamClosed { stream: STREAM, tab: TAB, bill, amount: 0, fee: 0 }]
			);
			assert_eq!(Billing::available(TAB), Some(9_000));
			assert_eq!(account_of(TAB).rate, Rate(0));
		});
	}
}

#[test]
fn open_stream_may_be_closed_before_its_end() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		let ends = Some(at(100));
		assert_ok!(Billing::open_stream(
			signed(ALICE),
			TAB,
			Rate(10),
			sole(CLOUD),
			None,
			true,
			ends
		));
		run(50);
		assert_ok!(Billing::close_stream(signed(ALICE), STREAM));
		events();
		run(100);
		assert_eq!(events(), []);
	});
}

#[test]
fn open_stream_needs_the_least_runway_exactly() {
	ExtBuilder::build_and_execute(|| {
		prepay(900);
		let open = |rate| {
			Billing::open_stream(signed(ALICE), TAB, Rate(rate), sole(CLOUD), None, false, None)
		};
		assert_noop!(open(16), Error::<Test>::InsufficientFunds);
		assert_noop!(open(Balance::MAX), Error::<Test>::InsufficientFunds);
		assert_ok!(open(10));
		assert_noop!(open(6), Error::<Test>::InsufficientFunds);
		assert_ok!(open(5));
	});
}

#[test]
fn open_stream_fails_when_the_terms_are_wrong() {
	ExtBuilder::build_and_execute(|| {
		let open = |who, rate, payees: Vec<_>, prepaid, ends| {
			let payees = payees.try_into().unwrap();
			Billing::open_stream(signed(who), TAB, Rate(rate), payees, None, prepaid, ends)
		};
		let all = || vec![payee(CLOUD, 1_000_000_000)];
		for prepaid in [true, false] {
			assert_noop!(open(ALICE, 1, all(), prepaid, None), Error::<Test>::UnknownAccount);
		}
		prepay(10_000);
		assert_noop!(open(BOB, 1, all(), false, None), Error::<Test>::NotOwner);
		assert_noop!(open(ALICE, 0, all(), false, None), Error::<Test>::ZeroRate);
		for ends in [at(0), Timestamp(0)] {
			assert_noop!(open(ALICE, 1, all(), false, Some(ends)), Error::<Test>::EndsInThePast);
		}
		let pot = Billing::pot_account();
		for payees in [
			vec![],
			// 99.9999 %.
			vec![payee(CLOUD, 999_999_000)],
			// 100.0001 %.
			vec![payee(CLOUD, 500_000_000), payee(BOB, 500_001_000)],
			vec![payee(CLOUD, 1_000_000_000), payee(BOB, 0)],
			vec![payee(pot, 1_000_000_000)],
		] {
			assert_noop!(open(ALICE, 1, payees, false, None), Error::<Test>::BadPayees);
		}
		assert_ok!(open(ALICE, 1, all(), false, Some(at(1))));
	});
}

#[test]
fn pause_stream_stops_it_for_either_side() {
	for (who, by) in [(ALICE, Side::Payer), (CLOUD, Side::Payee)] {
		ExtBuilder::build_and_execute(|| {
			begin();
			advance(60);

			assert_ok!(Billing::pause_stream(signed(who), STREAM));

			assert_eq!(
				events(),
				[settled(60, 0, 600), Event::StreamPaused { stream: STREAM, tab: TAB, by }]
			);
			assert_eq!(records(), [(Some(who), Subject::Stream(STREAM), "stream.paused")]);
			assert_eq!(stream_of(STREAM).state, StreamState::Paused { by, since: at(60) });
			assert_eq!(account_of(TAB).rate, Rate(0));
			assert_eq!(Billing::runway(TAB), Some(u64::MAX));

			run(500);
			assert_ok!(Billing::settle(signed(BOB), STREAM));
			assert_eq!(events(), []);
			assert_ok!(Billing::resume_stream(signed(who), STREAM));
			assert_eq!(events(), [Event::StreamResumed { stream: STREAM, tab: TAB }]);
			assert_eq!(records(), [(Some(who), Subject::Stream(STREAM), "stream.resumed")]);
			advance(40);
			assert_eq!(Billing::idle(STREAM), 0, "that was nobody's want");
			assert_eq!(close(STREAM), Ok(billed(100, 0, 1_000)));
		});
	}
}

#[test]
fn pause_stream_forgets_no_downtime_and_adds_none() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		flow(ALICE, running(TAB, 10));
		FakeMeter::set_down(CLOUD, true);
		advance(30);
		FakeMeter::set_down(CLOUD, false);
		// A verdict finds more than has passed; what is too much is deducted later.
		FakeMeter::add(CLOUD, 80);
		advance(70);
		assert_ok!(Billing::pause_stream(signed(ALICE), STREAM));
		assert_eq!(Billing::bill(STREAM), Some(billed(0, 100, 0)));
		assert_eq!(Billing::available(TAB), Some(10_000), "no second was billed");
		FakeMeter::set_down(CLOUD, true);
		advance(500);
		FakeMeter::set_down(CLOUD, false);
		assert_ok!(Billing::resume_stream(signed(ALICE), STREAM));
		advance(50);
		assert_eq!(close(STREAM), Ok(billed(40, 110, 400)));
	});
}

#[test]
fn pause_stream_works_on_one_that_is_prepaid() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_000);
		let cap = Some(1_000);
		assert_ok!(Billing::open_stream(
			signed(ALICE),
			TAB,
			Rate(10),
			sole(CLOUD),
			cap,
			true,
			None
		));
		run(20);
		assert_ok!(Billing::pause_stream(signed(CLOUD), STREAM));
		run(100);
		assert_eq!(account_of(TAB).reserved, 800, "it stays set aside");
		assert_ok!(Billing::resume_stream(signed(CLOUD), STREAM));
		run(20);
		assert_eq!(close(STREAM), Ok(billed(40, 0, 400)));
	});
}

#[test]
fn pause_stream_fails_when_it_stands_or_is_not_the_callers() {
	ExtBuilder::build_and_execute(|| {
		let pause = |who| Billing::pause_stream(signed(who), STREAM);
		assert_noop!(pause(ALICE), Error::<Test>::UnknownStream);
		begin();
		assert_noop!(pause(BOB), Error::<Test>::NotOwner);
		assert_ok!(pause(ALICE));
		assert_noop!(pause(ALICE), Error::<Test>::NotFlowing);
		assert_noop!(pause(CLOUD), Error::<Test>::NotFlowing);
		let waits = open(ALICE, running(TAB, 1)).unwrap();
		assert_noop!(Billing::pause_stream(signed(ALICE), waits), Error::<Test>::NotFlowing);
	});
}

#[test]
fn pause_stream_is_for_the_first_payee_only() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		let payees = vec![payee(CLOUD, 1), payee(REFERRER, 999_999_999)];
		let payees = payees.try_into().unwrap();
		assert_ok!(Billing::open_stream(signed(ALICE), TAB, Rate(10), payees, None, false, None));
		assert_noop!(Billing::pause_stream(signed(REFERRER), STREAM), Error::<Test>::NotOwner);
		assert_ok!(Billing::pause_stream(signed(CLOUD), STREAM));
	});
}

#[test]
fn resume_stream_is_for_the_side_that_paused() {
	ExtBuilder::build_and_execute(|| {
		let resume = |who| Billing::resume_stream(signed(who), STREAM);
		assert_noop!(resume(ALICE), Error::<Test>::UnknownStream);
		begin();
		assert_noop!(resume(ALICE), Error::<Test>::NotPaused);
		assert_ok!(Billing::pause_stream(signed(CLOUD), STREAM));
		assert_noop!(resume(ALICE), Error::<Test>::PausedByOther);
		assert_noop!(resume(BOB), Error::<Test>::NotOwner);
		assert_ok!(resume(CLOUD));

		// The payer's side is whoever manages the account.
		let allowance = Some(Allowance { role: Role::Manage, per_day: None });
		assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, allowance));
		assert_ok!(Billing::pause_stream(signed(BOB), STREAM));
		assert_noop!(resume(CLOUD), Error::<Test>::PausedByOther);
		assert_ok!(resume(ALICE));
	});
}

#[test]
fn resume_stream_needs_the_least_runway_and_an_account_that_flows() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_200);
		subscribe(10);
		assert_ok!(Billing::pause_stream(signed(ALICE), STREAM));
		subscribe(10);
		advance(1);
		let resume = || Billing::resume_stream(signed(ALICE), STREAM);
		assert_noop!(resume(), Error::<Test>::InsufficientFunds);
		advance(119);
		assert_noop!(resume(), Error::<Test>::AccountFrozen);
		run(20);
		assert_noop!(resume(), Error::<Test>::AccountFrozen);
	});
}

#[test]
fn resume_stream_of_a_prepaid_one_does_not_mind_a_frozen_account() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_600);
		let cap = Some(1_000);
		assert_ok!(Billing::open_stream(
			signed(ALICE),
			TAB,
			Rate(10),
			sole(CLOUD),
			cap,
			true,
			None
		));
		assert_ok!(Billing::pause_stream(signed(ALICE), STREAM));
		subscribe(10);
		run(80);
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		assert_ok!(Billing::resume_stream(signed(ALICE), STREAM));
		run(20);
		assert_eq!(Billing::bill(STREAM), Some(billed(20, 0, 200)));
	});
}

#[test]
fn close_stream_pays_for_either_side() {
	for who in [ALICE, CLOUD] {
		ExtBuilder::build_and_execute(|| {
			begin();
			advance(60);

			assert_ok!(Billing::close_stream(signed(who), STREAM));

			let bill = billed(60, 0, 600);
			let (amount, fee) = (600, 0);
			let closed = Event::StreamClosed { stream: STREAM, tab: TAB, bill, amount, fee };
			assert_eq!(events(), [closed]);
			assert_eq!(records(), [(None, Subject::Stream(STREAM), "stream.closed")]);
			assert_eq!(Streams::<Test>::get(TAB, STREAM), None);
			assert_eq!((account_of(TAB).streams, account_of(TAB).running), (0, 0));
			assert_eq!(balance(WIND, CLOUD), 600);
			assert_eq!(Billing::available(TAB), Some(9_400));
		});
	}
}

#[test]
fn close_stream_fails_when_it_is_unknown_or_not_the_callers() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(Billing::close_stream(signed(ALICE), STREAM), Error::<Test>::UnknownStream);
		begin();
		assert_noop!(Billing::close_stream(signed(BOB), STREAM), Error::<Test>::NotOwner);
		assert_ok!(Billing::pause_stream(signed(CLOUD), STREAM));
		assert_ok!(Billing::close_stream(signed(ALICE), STREAM));
	});
}

#[test]
fn a_managed_stream_is_changed_by_its_manager_alone() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		manage(ALICE, running(TAB, 10));
		for who in [ALICE, CLOUD] {
			assert_noop!(Billing::pause_stream(signed(who), STREAM), Error::<Test>::Managed);
			assert_noop!(Billing::resume_stream(signed(who), STREAM), Error::<Test>::Managed);
			assert_noop!(Billing::set_rate(signed(who), STREAM, Rate(1)), Error::<Test>::Managed);
		}
		// What concerns only one of the parties is not the manager's business.
		assert_ok!(Billing::redirect(signed(CLOUD), STREAM, NOBODY));
		assert_ok!(Billing::reclaim(signed(ALICE), STREAM));
	});
}

#[test]
fn close_stream_of_a_managed_one_is_for_the_payer_and_its_manager() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		manage(ALICE, running(TAB, 10));
		let close = |who| Billing::close_stream(signed(who), STREAM);
		assert_noop!(close(CLOUD), Error::<Test>::NotOwner);
		let allow = |role| {
			let allowance = Some(Allowance { role, per_day: None });
			assert_ok!(Billing::set_delegate(signed(ALICE), TAB, BOB, allowance));
		};
		allow(Role::Spend);
		assert_noop!(close(BOB), Error::<Test>::NotAllowed);
		allow(Role::Manage);
		Obedient::set(false);
		assert_noop!(close(BOB), sp_runtime::DispatchError::Other("no"));
		Obedient::set(true);
		Ended::take();
		advance(60);
		assert_ok!(close(BOB));
		assert_eq!(Ended::take(), [STREAM.0]);
		assert_eq!(Billing::bill(STREAM), None);
		assert_eq!(balance(WIND, CLOUD), 600);
	});
}

#[test]
fn redirect_hands_a_place_over() {
	ExtBuilder::build_and_execute(|| {
		prepay(10_000);
		let payees = vec![payee(CLOUD, 750_000_000), payee(REFERRER, 250_000_000)];
		let payees = payees.try_into().unwrap();
		assert_ok!(Billing::open_stream(signed(ALICE), TAB, Rate(20), payees, None, false, None));
		advance(10);
		events();
		records();

		assert_ok!(Billing::redirect(signed(REFERRER), STREAM, NOBODY));

		assert_eq!((balance(WIND, CLOUD), balance(WIND, REFERRER)), (150, 50));
		assert_eq!(
			events(),
			[settled(10, 0, 200), Event::Redirected { stream: STREAM, from: REFERRER, to: NOBODY },]
		);
		assert_eq!(records(), [(Some(REFERRER), Subject::Stream(STREAM), "stream.redirected")]);
		advance(10);
		assert_noop!(Billing::redirect(signed(REFERRER), STREAM, BOB), Error::<Test>::NotPayee);
		assert_ok!(close(STREAM));
		assert_eq!((balance(WIND, CLOUD), balance(WIND, NOBODY)), (300, 50));
		assert_eq!(balance(WIND, REFERRER), 50);
	});
}

#[test]
fn redirect_of_the_first_place_hands_over_the_side_too() {
	ExtBuilder::build_and_execute(|| {
		begin();
		assert_ok!(Billing::redirect(signed(CLOUD), STREAM, NOBODY));
		assert_noop!(Billing::pause_stream(signed(CLOUD), STREAM), Error::<Test>::NotOwner);
		assert_ok!(Billing::pause_stream(signed(NOBODY), STREAM));
	});
}

#[test]
fn redirect_gains_nobody_a_fraction() {
	let got = |redirect: bool| {
		let mut got = None;
		ExtBuilder::build_and_execute(|| {
			prepay(10_000);
			let payees = vec![payee(CLOUD, 333_333_333), payee(BOB, 666_666_667)];
			let payees = payees.try_into().unwrap();
			assert_ok!(Billing::open_stream(
				signed(ALICE),
				TAB,
				Rate(50),
				payees,
				None,
				false,
				None
			));
			advance(1);
			if redirect {
				assert_ok!(Billing::redirect(signed(CLOUD), STREAM, REFERRER));
			}
			advance(1);
			assert_eq!(close(STREAM), Ok(billed(2, 0, 100)));
			got = Some((balance(WIND, CLOUD) + balance(WIND, REFERRER), balance(WIND, BOB) - RICH));
		});
		got
	};
	assert_eq!(got(false), Some((34, 66)));
	assert_eq!(got(true), got(false));
}

#[test]
fn redirect_fails_when_not_a_payee_asks_or_the_pot_would_be_paid() {
	ExtBuilder::build_and_execute(|| {
		let redirect = |who, to| Billing::redirect(signed(who), STREAM, to);
		assert_noop!(redirect(CLOUD, NOBODY), Error::<Test>::UnknownStream);
		begin();
		assert_noop!(redirect(ALICE, NOBODY), Error::<Test>::NotPayee);
		assert_noop!(redirect(CLOUD, Billing::pot_account()), Error::<Test>::BadPayees);
	});
}
