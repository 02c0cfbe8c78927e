//! Money comes back: what it takes to resume, and sweeps that need several blocks.

use crate::{mock::*, Error, Event, Policy, Side, Status, StreamState, WeightInfo};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Get, Hooks},
	weights::WeightMeter,
};
use frame_system::limits::BlockWeights;
use tradewind_primitives::{
	traits::Streams as _, Balance, Payee, Rate, StreamId, StreamTerms, Subject,
};

fn top_up(amount: Balance) {
	assert_ok!(Billing::top_up(signed(BOB), TAB, amount));
}

/// A block with weight for so many visits.
fn poll_for(visits: u64) {
	// A sweep leaves a quarter to others.
	let visit = Billing::visit_weight(account_of(TAB).status, 1);
	let weight = <() as WeightInfo>::agenda_bucket()
		+ Billing::item_weight()
		+ visit * visits * 4 / 3
		+ visit / 3;
	Billing::on_poll(System::block_number(), &mut WeightMeter::with_limit(weight));
}

#[test]
fn a_top_up_resumes_an_account_that_is_swept() {
	ExtBuilder::build_and_execute(|| {
		begin();
		run(120);
		events();
		records();

		top_up(1_000);

		assert_eq!(
			events(),
			[Event::ToppedUp { tab: TAB, who: BOB, amount: 1_000 }, Event::Resumed { tab: TAB }]
		);
		let subject = Subject::Tab(TAB);
		assert_eq!(
			records(),
			[(Some(BOB), subject.clone(), "account.topped_up"), (None, subject, "account.resumed")]
		);
		let account = account_of(TAB);
		assert_eq!((account.status, account.at), (Status::Active, at(120)));
		assert_eq!((account.rate, account.halted), (Rate(0), Rate(10)));

		advance(6);
		poll();
		assert_eq!(events(), [Event::StreamResumed { stream: STREAM, tab: TAB }]);
		assert_eq!(stream_of(STREAM).state, StreamState::Flowing);
		assert_eq!(Billing::idle(STREAM), 26);
		assert_eq!(Billing::depletes_at(TAB), Some(at(226)));
		run(200);
		let bill = billed(200, 0, 2_000);
		assert_eq!(Billing::bill(STREAM), Some(bill));
		assert_eq!(Billing::idle(STREAM), 26 + 100);
	});
}

#[test]
fn it_takes_the_least_runway_of_all_that_is_halted() {
	ExtBuilder::build_and_execute(|| {
		begin();
		run(120);
		top_up(590);
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }), "599 of 600");
		top_up(1);
		assert_eq!(account_of(TAB).status, Status::Active);
	});
}

#[test]
fn a_credit_resumes_as_a_top_up_does() {
	ExtBuilder::build_and_execute(|| {
		begin();
		run(120);
		let pot = Billing::pot_account();
		assert_ok!(Balances::transfer_keep_alive(signed(BOB), pot, 591));
		assert_ok!(Billing::do_credit(TAB, &WIND, 591));
		assert_eq!(account_of(TAB).status, Status::Active);
	});
}

#[test]
fn a_top_up_a_second_before_the_end_keeps_everything_flowing() {
	ExtBuilder::build_and_execute(|| {
		begin();
		advance(99);
		top_up(1);
		assert_eq!(Billing::depletes_at(TAB), Some(at(101)), "19 + 1 are two seconds");
		top_up(1_000);
		events();
		run(100);
		assert_eq!(events(), []);
		assert_eq!(Billing::bill(STREAM).map(|bill| bill.seconds), Some(199));
	});
}

#[test]
fn a_top_up_in_the_second_of_the_end_comes_too_late_for_that_second() {
	ExtBuilder::build_and_execute(|| {
		begin();
		advance(100);
		top_up(5_000);
		assert_eq!(
			events(),
			[
				Event::Frozen { tab: TAB, at: at(100), grace_until: at(1_100) },
				Event::ToppedUp { tab: TAB, who: BOB, amount: 5_000 },
			]
		);
		check();
		advance(8);
		poll();
		assert_eq!(
			events(),
			[
				Event::Settled {
					stream: STREAM,
					tab: TAB,
					seconds: 100,
					downtime: 0,
					amount: 1_000,
					fee: 0
				},
				Event::StreamHalted { stream: STREAM, tab: TAB, at: at(100) },
				Event::Resumed { tab: TAB },
			]
		);
		advance(6);
		poll();
		assert_eq!(events(), [Event::StreamResumed { stream: STREAM, tab: TAB }]);
		advance(12);
		let bill = billed(112, 0, 1_120);
		assert_eq!(Billing::bill(STREAM), Some(bill));
		assert_eq!(Billing::idle(STREAM), 14);
	});
}

#[test]
fn an_account_resumes_by_what_downtime_gives_back() {
	ExtBuilder::build_and_execute(|| {
		begin();
		run(20);
		FakeMeter::set_down(CLOUD, true);
		run(70);
		FakeMeter::set_down(CLOUD, false);
		advance(12);
		poll();
		events();
		advance(6);
		poll();
		assert_eq!(
			events(),
			[
				Event::Settled {
					stream: STREAM,
					tab: TAB,
					seconds: 30,
					downtime: 70,
					amount: 300,
					fee: 0
				},
				Event::StreamHalted { stream: STREAM, tab: TAB, at: at(100) },
				Event::Resumed { tab: TAB },
			]
		);
		run(100);
		// All that was prepaid has flown, but for the planck that are no second.
		let bill = billed(100, 70, 1_000);
		assert_eq!(Billing::bill(STREAM), Some(bill));
	});
}

#[test]
fn an_account_resumes_when_its_parties_halt_for_good() {
	ExtBuilder::build_and_execute(|| {
		prepay(1_009);
		flow(ALICE, running(TAB, 9));
		flow(ALICE, running(TAB, 1));
		run(120);
		events();
		assert_ok!(Billing::pause_stream(signed(ALICE), STREAM));
		// 9 planck are not 60 seconds of the other one.
		assert!(matches!(account_of(TAB).status, Status::Frozen { .. }));
		assert_ok!(Billing::pause_stream(signed(CLOUD), StreamId(1)));
		assert_eq!(
			events(),
			[
				Event::StreamPaused { stream: STREAM, tab: TAB, by: Side::Payer },
				Event::StreamPaused { stream: StreamId(1), tab: TAB, by: Side::Payee },
				Event::Resumed { tab: TAB },
			]
		);
		run(2_000);
		assert_eq!(events(), []);
	});
}

/// Five streams with rates of 1 to 5 whose money ends after 100 seconds.
fn five() {
	prepay(1_500);
	for rate in 1..=5 {
		flow(ALICE, running(TAB, rate));
	}
	run(102);
	assert_eq!(account_of(TAB).halted, Rate(15));
	events();
}

/// The streams of which an event says that they were halted, or resumed.
fn marked() -> (Vec<StreamId>, Vec<StreamId>) {
	let (mut halted, mut resumed) = (Vec::new(), Vec::new());
	for event in events() {
		match event {
			Event::StreamHalted { stream, tab: TAB, at: since } => {
				assert_eq!(since, at(100));
				halted.push(stream);
			},
			Event::StreamResumed { stream, tab: TAB } => resumed.push(stream),
			_ => {},
		}
	}
	(halted, resumed)
}

#[test]
fn a_sweep_that_is_cut_off_goes_on_where_it_stopped() {
	ExtBuilder::build_and_execute(|| {
		five();
		advance(6);
		poll_for(2);
		let (mut halted, _) = marked();
		assert_eq!(halted.len(), 2);
		check();

		// Money in the middle of a sweep waits for its end.
		top_up(10_000);
		assert!(matches!(account_of(TAB).status, Status::Frozen { swept: false, .. }));
		check();
		advance(6);
		poll_for(0);
		assert_eq!(marked(), (vec![], vec![]));
		advance(6);
		poll_for(2);
		halted.extend(marked().0);
		assert_eq!(halted.len(), 4);
		advance(6);
		poll_for(2);
		halted.extend(marked().0);
		assert_eq!(account_of(TAB).status, Status::Active);

		// The resumption is cut off too. Each stream flows from the second it is resumed.
		advance(6);
		poll_for(3);
		let first = marked().1;
		assert_eq!(first.len(), 3);
		check();
		advance(6);
		poll_for(3);
		let then = marked().1;
		assert_eq!(then.len(), 2);
		advance(10);
		for (streams, flows_since) in [(&first, 132), (&then, 138)] {
			for stream in streams {
				let seconds = 100 + 148 - flows_since;
				let amount = stream_of(*stream).rate.amount(seconds).unwrap();
				let bill = billed(seconds, 0, amount);
				assert_eq!(Billing::bill(*stream), Some(bill));
				assert_eq!(Billing::idle(*stream), flows_since - 100);
			}
		}
		let mut resumed = [first, then].concat();
		for streams in [&mut halted, &mut resumed] {
			streams.sort();
			assert_eq!(*streams, [0, 1, 2, 3, 4].map(StreamId));
		}
	});
}

#[test]
fn settlements_and_closes_between_two_blocks_do_not_disturb_a_sweep() {
	ExtBuilder::build_and_execute(|| {
		five();
		advance(6);
		poll_for(2);
		let (halted, _) = marked();
		let (done, waits): (Vec<_>, Vec<_>) =
			(0..5).map(StreamId).partition(|stream| halted.contains(stream));
		assert_ok!(Billing::settle(signed(BOB), done[0]));
		assert_ok!(Billing::settle(signed(BOB), waits[0]));
		let bill = |stream| Billing::bill(stream).map(|bill| bill.seconds);
		assert_eq!(close(done[1]).map(|bill| bill.seconds), Ok(100));
		assert_eq!(close(waits[1]).map(|bill| bill.seconds), Ok(100));
		check();
		run(20);
		assert!(matches!(account_of(TAB).status, Status::Frozen { swept: true, .. }));
		for stream in [done[0], waits[0], waits[2]] {
			assert_eq!(bill(stream), Some(100));
			assert_eq!(halted_since(stream), Some(at(100)));
		}
	});
}

#[test]
fn money_that_ends_while_streams_are_resumed_halts_those_that_flow() {
	ExtBuilder::build_and_execute(|| {
		five();
		run(18);
		events();
		// Sixty seconds of all of them.
		top_up(900);
		advance(6);
		poll_for(2);
		let resumed = marked().1;
		let rate: Balance = resumed.iter().map(|stream| stream_of(*stream).rate.0).sum();
		assert_eq!(account_of(TAB).rate, Rate(rate));
		let end = Billing::depletes_at(TAB).unwrap();
		assert_eq!(end, at(126 + 900 / rate as u64));

		// The blocks stand still meanwhile. The sweep of the resumption finds the money gone.
		Now::set(end.0 + 5);
		poll();
		let frozen = Event::Frozen { tab: TAB, at: end, grace_until: end.plus(1_000) };
		assert_eq!(events(), [frozen]);
		check();
		run(30);
		for stream in (0..5).map(StreamId) {
			let since = if resumed.contains(&stream) { end } else { at(100) };
			assert_eq!(halted_since(stream), Some(since));
		}
		assert_eq!(account_of(TAB).halted, Rate(15));
		assert_eq!(Billing::available(TAB), Some(900 % rate));
	});
}

#[test]
fn money_that_ends_with_the_last_stream_that_is_resumed_halts_them_all() {
	ExtBuilder::build_and_execute(|| {
		prepay(2_000);
		for _ in 0..2 {
			flow(ALICE, running(TAB, 10));
		}
		run(120);
		top_up(1_200);
		advance(6);
		poll_for(1);
		// What is left is a second of one, but not of both.
		advance(119);
		assert_eq!(Billing::available(TAB), Some(10));
		events();
		poll();
		let (since, grace_until) = (at(245), at(1_245));
		let resumed = events();
		assert!(matches!(resumed[..], [Event::StreamResumed { .. }, Event::Frozen { .. }]));
		assert_eq!(account_of(TAB).status, Status::Frozen { since, grace_until, swept: false });
		run(12);
		assert_eq!(account_of(TAB).status, Status::Frozen { since, grace_until, swept: true });
		for stream in [0, 1].map(StreamId) {
			assert_eq!(halted_since(stream), Some(since));
		}
	});
}

/// Streams of one account, each to a payee of its own, so that every unit can be followed.
fn crowd(streams: u64, least: u64) -> Balance {
	let rate = |index: u64| Balance::from(least + index * 7 % 13);
	let total: Balance = (0..streams).map(rate).sum();
	prepay(total * 100 + total - 1);
	for index in 0..streams {
		let payees = vec![Payee { who: 1_000 + index, share: sp_runtime::Perbill::one() }];
		let terms = StreamTerms { payees: payees.try_into().unwrap(), ..running(TAB, rate(index)) };
		assert_eq!(flow(ALICE, terms), StreamId(index));
	}
	assert_eq!(Billing::depletes_at(TAB), Some(at(100)));
	total
}

#[test]
fn a_thousand_streams_freeze_and_resume_in_bounded_blocks_and_nobody_loses_a_unit() {
	const STREAMS: u64 = 1_000;
	ExtBuilder::build_and_execute(|| {
		let total = crowd(STREAMS, 1_000);
		let limit = Billing::agenda_budget();
		let block: BlockWeights = <Test as frame_system::Config>::BlockWeights::get();
		assert_eq!(limit, block.max_block / 10);
		// Blocks of three seconds until `done`; how many of them did something.
		let blocks = |done: &dyn Fn() -> bool| {
			let mut busy = 0;
			while !done() {
				advance(3);
				let mut meter = WeightMeter::new();
				Billing::on_poll(System::block_number(), &mut meter);
				assert!(meter.consumed().all_lte(limit), "more than a tenth of the block");
				busy += u32::from(meter.consumed().all_gt(Billing::item_weight()));
				assert!(Now::get() < GENESIS + 1_100, "the sweep is through within the grace");
			}
			busy
		};

		let swept = || matches!(account_of(TAB).status, Status::Frozen { swept: true, .. });
		assert!(blocks(&swept) > 10, "one block would not have done");
		check();
		for stream in (0..STREAMS).map(StreamId) {
			let rate = stream_of(stream).rate;
			let bill = billed(100, 0, rate.0 * 100);
			assert_eq!(Billing::bill(stream), Some(bill));
			assert_eq!(balance(WIND, 1_000 + stream.0), bill.amount);
		}
		assert_eq!(Billing::available(TAB), Some(total - 1));

		top_up(total * 400);
		assert!(blocks(&|| account_of(TAB).halted == Rate(0)) > 10);
		check();
		let end = Now::get() + 50;
		Now::set(end);
		let mut taken = 0;
		for stream in (0..STREAMS).map(StreamId) {
			let seconds = 100 + end - GENESIS - 100 - Billing::idle(stream);
			let amount = stream_of(stream).rate.amount(seconds).unwrap();
			assert_eq!(close(stream), Ok(billed(seconds, 0, amount)));
			assert_eq!(balance(WIND, 1_000 + stream.0), amount);
			taken += amount;
		}
		assert_eq!(account_of(TAB).funds, MINIMUM + total * 501 - 1 - taken);
		assert_eq!(account_of(TAB).earmarked, 0);
		assert_ok!(Billing::close_account(signed(ALICE), TAB));
	});
}

#[test]
#[ignore = "the same with a hundred times as many streams takes some minutes"]
fn a_hundred_thousand_streams_freeze_in_bounded_blocks_and_nobody_loses_a_unit() {
	const STREAMS: u64 = 100_000;
	ExtBuilder::build_and_execute(|| {
		let patient = Policy { grace: 1_000_000, ..Billing::policy() };
		assert_ok!(Billing::set_policy(RuntimeOrigin::root(), patient));
		let total = crowd(STREAMS, 1);
		let limit = Billing::agenda_budget();
		while !matches!(account_of(TAB).status, Status::Frozen { swept: true, .. }) {
			advance(3);
			System::reset_events();
			let mut meter = WeightMeter::new();
			Billing::on_poll(System::block_number(), &mut meter);
			assert!(meter.consumed().all_lte(limit), "more than a tenth of the block");
		}
		for stream in (0..STREAMS).map(StreamId) {
			let due = stream_of(stream).rate.0 * 100;
			assert_eq!(Billing::bill(stream).map(|bill| bill.amount), Some(due));
			assert_eq!(balance(WIND, 1_000 + stream.0), due);
		}
		assert_eq!(Billing::available(TAB), Some(total - 1));
	});
}

#[test]
fn resume_stream_does_not_stand_in_for_money() {
	ExtBuilder::build_and_execute(|| {
		begin();
		run(120);
		assert_noop!(Billing::resume_stream(signed(ALICE), STREAM), Error::<Test>::NotPaused);
		assert_ok!(Billing::pause_stream(signed(ALICE), STREAM));
		assert_noop!(
			Billing::resume_stream(signed(ALICE), STREAM),
			Error::<Test>::InsufficientFunds
		);
	});
}

#[test]
fn settling_in_the_second_of_the_end_moves_nothing() {
	let after = |ends: u64, settles: bool| {
		ExtBuilder::build().execute_with(|| {
			prepay(100_000);
			flow(ALICE, running(TAB, 10));
			advance(ends);
			// The money ends in this very second, and only the agenda will look.
			Billing::set_budget(signed(ALICE), TAB, Some(9)).unwrap();
			if settles {
				Billing::settle(signed(BOB), STREAM).unwrap();
			}
			poll();
			run(10);
			Billing::set_budget(signed(ALICE), TAB, None).unwrap();
			run(100);
			Billing::bill(STREAM)
		})
	};
	for ends in 60..66 {
		assert_eq!(after(ends, true), after(ends, false), "after {ends} seconds");
	}
}
