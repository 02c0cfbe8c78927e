use super::*;
use crate::Outcome;

fn cancel(who: AccountId, auction: AuctionId) -> DispatchResult {
	Marketplace::cancel_auction(signed(who), auction)
}

#[test]
fn cancel_auction_works() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		let id = auctioned(order());
		forget();
		assert_ok!(cancel(USER, id));
		let outcome = Outcome::Cancelled;
		let closed = Event::AuctionClosed { auction: id, outcome: outcome.clone() };
		assert_eq!(take_events(), [closed]);
		let entry = (
			Category::Performance,
			Some(USER),
			Subject::Auction(id),
			b"auction.cancelled".to_vec(),
			(id, outcome).encode(),
		);
		assert_eq!(take_entries(), [entry]);
		assert_eq!((deposits(USER), queued()), ((0, 0), 0));
		assert_eq!(crate::Auctions::<Test>::iter().count(), 0);
	});
}

#[test]
fn cancel_auction_fails_when_it_is_not_the_callers_or_somebody_has_bid() {
	ExtBuilder::default().offer(ALICE, 10).build_and_execute(|| {
		assert_noop!(cancel(USER, AuctionId(0)), E::UnknownAuction);
		let id = auctioned(order());
		for who in [ALICE, EVE, DELEGATE] {
			assert_noop!(cancel(who, id), E::NotOwner);
		}
		assert_ok!(bid(ALICE, id, 0, 9));
		assert_noop!(cancel(USER, id), E::BidsStand);
	});
}
