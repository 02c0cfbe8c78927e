//! Leases for a term that is paid ahead.

use super::*;

const RESERVED: LeaseKind = LeaseKind::Reserved;

fn close(who: AccountId, lease: LeaseId, reason: CloseReason) -> LeaseBill {
	forget();
	assert_ok!(Marketplace::close_lease(signed(who), lease, reason));
	match take_events().pop() {
		Some(Event::LeaseClosed { bill, .. }) => bill,
		other => panic!("it was closed, not {other:?}"),
	}
}

#[test]
fn a_reserved_lease_is_cheaper_and_always_paid_ahead() {
	run(cheap(), || {
		let lease = open(Order { prepaid: false, ..order_of(RESERVED) });
		let view = view(lease);
		assert_eq!((view.rate, view.cap, view.prepaid), (Rate(14), 1_400, true));
		let kind = Kind::Reserved { forfeit: Perbill::from_percent(50) };
		assert_eq!((view.lease.kind, available()), (kind, FUNDS - 1_400));
	});
}

#[test]
fn a_term_may_be_exactly_as_short_as_the_offer_says() {
	run(cheap(), || {
		let open = |seconds| {
			let order = Order { seconds, ..order_of(RESERVED) };
			let opened = Marketplace::open_leases(signed(USER), TAB, order, 1, Spread::Any);
			opened.map(|_| ()).map_err(|error| error.error)
		};
		assert_noop!(open(49), E::NoOffer);
		assert_ok!(open(50));
	});
}

#[test]
fn a_lease_keeps_the_terms_on_which_it_was_reserved() {
	run(cheap(), || {
		let lease = begun(order_of(RESERVED));
		set_terms(Terms::default());
		assert_ok!(Marketplace::set_prices(signed(ALICE), id(0), prices(99)));
		pass(40);
		let bill = close(USER, lease, CloseReason::Cancelled);
		let due = LeaseBill { seconds: 40, amount: 560, forfeit: 420, ..Default::default() };
		assert_eq!(bill, due);
	});
}

#[test]
fn an_owner_who_leaves_early_pays_what_was_agreed_of_the_rest() {
	run(cheap(), || {
		for reason in [CloseReason::Cancelled, CloseReason::Unfit] {
			let before = (available(), Earned::get(ALICE).unwrap_or_default());
			let lease = begun(order_of(RESERVED));
			pass(40);
			let bill = close(USER, lease, reason);
			let due = LeaseBill { seconds: 40, amount: 560, forfeit: 420, ..Default::default() };
			assert_eq!(bill, due);
			assert_eq!((before.0 - available(), Earned::get(ALICE)), (980, Some(before.1 + 980)));
		}
		// Before it has begun it is no less a promise.
		let lease = open(order_of(RESERVED));
		let bill = close(USER, lease, CloseReason::Cancelled);
		assert_eq!(bill, LeaseBill { forfeit: 700, ..Default::default() });
	});
}

#[test]
fn an_owner_forfeits_nothing_when_the_provider_does_not_keep_the_lease() {
	run(cheap(), || {
		let forfeit = |bill: LeaseBill| bill.forfeit;
		let lease = begun(order_of(RESERVED));
		pass(40);
		let bill = close(ALICE, lease, CloseReason::ProviderLeft);
		// The provider owes for the rest of the term as much as the owner would have.
		let due = LeaseBill { seconds: 40, amount: 560, credited: 560 + 420, ..Default::default() };
		assert_eq!(bill, due);
		let lease = open(order_of(RESERVED));
		pass(121);
		assert_eq!(forfeit(close(USER, lease, CloseReason::StartMissed)), 0);
		// Who is down cannot hold anybody to a term.
		let lease = begun(order_of(RESERVED));
		Down::insert(ALICE, ());
		assert_eq!(forfeit(close(USER, lease, CloseReason::Cancelled)), 0);
		Down::remove(ALICE);
		let lease = begun(order_of(RESERVED));
		pass_blocks(106);
		assert_eq!(Marketplace::lease(lease), None, "its term is over");
	});
}

#[test]
fn a_reserved_lease_can_only_grow() {
	run(cheap(), || {
		let lease = begun(order_of(RESERVED));
		let resize = |needs| Marketplace::resize_lease(signed(USER), lease, needs, Rate(21));
		for needs in [cores(1), Resources { gpus: 1, ..cores(2) }] {
			assert_noop!(resize(needs), E::TermIsPromised);
		}
		let more = Resources { cpu_millis: 3_000, ..NEEDS };
		pass(51);
		// What is left is no term that could be reserved.
		assert_noop!(resize(more), E::BadTerm);
		Now::put(START.plus(50));
		assert_ok!(resize(more));
		assert_eq!(view(lease).rate, Rate(21));
		set_terms(Terms::default());
		let most = Resources { cpu_millis: 4_000, ..NEEDS };
		assert_noop!(resize(most), E::OtherKind);
	});
}

#[test]
fn a_reserved_lease_is_extended_by_what_makes_a_term_again() {
	run(cheap(), || {
		let lease = begun(order_of(RESERVED));
		let extend = |seconds| Marketplace::extend_lease(signed(USER), lease, seconds, Rate(14));
		pass(90);
		assert_noop!(extend(39), E::BadTerm);
		assert_ok!(extend(40));
		let view = view(lease);
		assert_eq!((view.left, view.cap, view.rate), (50, 1_960, Rate(14)));
		set_terms(Terms::default());
		assert_noop!(extend(100), E::OtherKind);
	});
}

#[test]
fn nothing_is_added_to_a_lease_that_costs_less_because_it_binds_more() {
	run(cheap(), || {
		let lease = begun(order_of(RESERVED));
		let extend = || Marketplace::extend_lease(signed(USER), lease, 100, Rate(14));
		let half = for_less().reserved.expect("it can be reserved");
		let with = |percent| {
			let forfeit = Perbill::from_percent(percent);
			set_terms(Terms { reserved: Some(Reservation { forfeit, ..half }), ..for_less() });
		};
		with(51);
		assert_noop!(extend(), E::OtherKind);
		let grown = Resources { cpu_millis: 3_000, ..NEEDS };
		let grow = || Marketplace::resize_lease(signed(USER), lease, grown, Rate(21));
		assert_noop!(grow(), E::OtherKind);
		with(49);
		assert_ok!(extend());
		assert_ok!(grow());
		let kind = Kind::Reserved { forfeit: Perbill::from_percent(50) };
		assert_eq!(view(lease).lease.kind, kind, "what was agreed stays");
	});
}

#[test]
fn a_term_that_no_lease_can_have_is_refused() {
	run(cheap(), || {
		let set = |terms| Marketplace::set_terms(signed(ALICE), id(0), terms);
		let reserved = for_less().reserved.expect("it can be reserved");
		let all = Reservation { discount: Perbill::one(), ..reserved };
		assert_noop!(set(Terms { reserved: Some(all), ..for_less() }), E::BadDiscount);
		assert_noop!(set(Terms { max_seconds: 49, ..for_less() }), E::BadTerm);
	});
}
