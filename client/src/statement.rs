//! Statements: what was paid for what, line by line, and whether it adds up.
//!
//! Pure: movements of money in, lines and sums out. [`history`](crate::history) finds the
//! movements.

use crate::{
	convert::Share, json, market::Payee, AccountId, Asset, Balance, ChannelId, LeaseId, Rate,
	Seconds, StreamId, TabId, TaskId, Timestamp,
};
use serde::Serialize;
use sp_core::U256;
use std::collections::BTreeMap;

/// Money that moved into an account or out of it, at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
	/// When.
	pub at: Timestamp,
	/// The account.
	pub tab: TabId,
	/// What the account is kept in.
	pub asset: Asset,
	/// How much and what for.
	pub what: What,
}

/// Why money moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
	/// Somebody paid it in.
	PaidIn(Balance),
	/// It was credited, for a lease where that is known.
	Credited {
		/// How much.
		amount: Balance,
		/// The lease, and whose collateral paid.
		breach: Option<(Source, AccountId)>,
	},
	/// A stream or a channel paid it out.
	Paid(Payment),
	/// The owner got it back.
	TakenOut(Balance),
	/// The owner got it back with fees that could not be delivered: the account was closed.
	Closed(Balance),
	/// Fees that had been taken off payouts were delivered.
	FeesPaid(Balance),
}

/// What was paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Source {
	/// The task.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub task: Option<TaskId>,
	/// The lease.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub lease: Option<LeaseId>,
	/// The stream.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub stream: Option<StreamId>,
	/// The channel.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub channel: Option<ChannelId>,
}

/// What a settlement or a voucher came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
	/// What it paid for.
	pub source: Source,
	/// The price of a second.
	pub rate: Rate,
	/// Seconds billed.
	pub seconds: Seconds,
	/// Seconds deducted.
	pub downtime: Seconds,
	/// What left the account, forfeit and fee included.
	pub amount: Balance,
	/// The part of it that was paid for a term that the payer did not keep.
	pub forfeit: Balance,
	/// The fee.
	pub fee: Balance,
	/// What each payee received or is owed, nobody twice.
	pub parts: Vec<(AccountId, Balance)>,
}

/// What one payee had of one thing at one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
	/// The account that paid.
	pub account: TabId,
	/// What for.
	#[serde(flatten)]
	pub source: Source,
	/// In what asset.
	pub asset: Asset,
	/// Who was paid; for a credit alone, who paid it.
	pub payee: AccountId,
	/// The price of a second, for all payees together.
	#[serde(serialize_with = "json::rate")]
	pub rate: Rate,
	/// Seconds billed.
	pub seconds: Seconds,
	/// Seconds deducted.
	pub downtime: Seconds,
	/// What was credited to the account.
	#[serde(serialize_with = "json::amount")]
	pub credits: Balance,
	/// What left the account. With one payee, and once the stream is closed, that is exactly
	/// `rate x seconds + forfeit`.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
	/// The part of it that was paid for a term that the payer did not keep. Several payees have it
	/// in proportion to what they received; what does not divide is the first one's.
	#[serde(serialize_with = "json::amount")]
	pub forfeit: Balance,
	/// The part of it that is the fee of the chain; the first payee's line bears it.
	#[serde(serialize_with = "json::amount")]
	pub fee: Balance,
	/// When the first of it moved.
	pub first: Timestamp,
	/// When the last of it moved.
	pub last: Timestamp,
}

/// The sums of the lines in one asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
	/// The asset.
	pub asset: Asset,
	/// What was credited.
	#[serde(serialize_with = "json::amount")]
	pub credits: Balance,
	/// What left accounts.
	#[serde(serialize_with = "json::amount")]
	pub amount: Balance,
	/// The part of it that was paid for terms that were not kept.
	#[serde(serialize_with = "json::amount")]
	pub forfeit: Balance,
	/// The part of it that is fees.
	#[serde(serialize_with = "json::amount")]
	pub fee: Balance,
	/// The part of it that payees received or are owed.
	#[serde(serialize_with = "json::amount")]
	pub received: Balance,
}

/// How the funds of an account came from what they were to what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Books {
	/// The funds before the first block of the period.
	#[serde(serialize_with = "json::amount")]
	pub opening: Balance,
	/// What was paid in.
	#[serde(serialize_with = "json::amount")]
	pub paid_in: Balance,
	/// What was credited.
	#[serde(serialize_with = "json::amount")]
	pub credited: Balance,
	/// What was paid out, fees included.
	#[serde(serialize_with = "json::amount")]
	pub spent: Balance,
	/// What the owner got back.
	#[serde(serialize_with = "json::amount")]
	pub taken_out: Balance,
	/// The funds after the last block of the period.
	#[serde(serialize_with = "json::amount")]
	pub closing: Balance,
	/// Whether the one follows from the other to the last unit.
	pub exact: bool,
}

/// What the books of an account say at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funds {
	/// All money in it.
	pub funds: Balance,
	/// Fees that wait to be delivered.
	pub fees: Balance,
}

impl Payment {
	/// Whether what the payees had and the fee are all that left the account.
	pub fn adds_up(&self) -> bool {
		let parts = self.parts.iter().try_fold(self.fee, |sum, (_, part)| sum.checked_add(*part));
		parts == Some(self.amount) && self.forfeit <= self.amount
	}

	/// Which part of the forfeit each payee had, in their order.
	fn forfeits(&self) -> Vec<Balance> {
		let sum = self.parts.iter().fold(0, |sum: Balance, (_, part)| sum.saturating_add(*part));
		let mut forfeits: Vec<Balance> =
			self.parts.iter().map(|(_, part)| proportion(self.forfeit, *part, sum)).collect();
		let others =
			forfeits.iter().skip(1).fold(0, |sum: Balance, part| sum.saturating_add(*part));
		if let Some(first) = forfeits.first_mut() {
			*first = self.forfeit.saturating_sub(others);
		}
		forfeits
	}
}

/// `amount` x `part` / `whole`, rounded down; nothing of nothing.
fn proportion(amount: Balance, part: Balance, whole: Balance) -> Balance {
	let product = U256::from(amount).saturating_mul(U256::from(part));
	let quotient = product.checked_div(U256::from(whole)).unwrap_or_default();
	Balance::try_from(quotient).unwrap_or(Balance::MAX)
}

/// What a stream that came from `settled` to `total` owes its payees, were it settled now: each
/// its share of what is left after the fee, all rounded down. The chain reckons by the same rule.
pub fn due(
	settled: Balance,
	total: Balance,
	fee: Share,
	payees: &[Payee],
) -> (Balance, Vec<(AccountId, Balance)>) {
	let (fee_before, fee_after) = (part(settled, fee), part(total, fee));
	let (before, after) = (settled.saturating_sub(fee_before), total.saturating_sub(fee_after));
	let mut parts: Vec<(AccountId, Balance)> = Vec::new();
	for payee in payees {
		let due = part(after, payee.share).saturating_sub(part(before, payee.share));
		add_part(&mut parts, payee.account, due);
	}
	(fee_after.saturating_sub(fee_before), parts)
}

/// Adds to somebody's part.
pub fn add_part(parts: &mut Vec<(AccountId, Balance)>, who: AccountId, amount: Balance) {
	match parts.iter_mut().find(|(known, _)| *known == who) {
		Some((_, part)) => *part = part.saturating_add(amount),
		None => parts.push((who, amount)),
	}
}

/// A share of an amount, rounded down.
fn part(amount: Balance, share: Share) -> Balance {
	let (one, share) = (Balance::from(Share::ONE.0), Balance::from(share.0));
	// In two steps, so that nothing overflows.
	(amount / one).saturating_mul(share).saturating_add((amount % one).saturating_mul(share) / one)
}

/// The lines of what moved, in the order of accounts and sources; those of one payee if wanted.
pub fn lines(movements: &[Movement], payee: Option<AccountId>) -> Vec<Line> {
	let mut lines: BTreeMap<_, Line> = BTreeMap::new();
	// At what rate a source ran to the last: its credits go with that.
	let mut rates = BTreeMap::new();
	for Movement { at, tab, asset, what } in movements {
		let empty = |source: Source, rate, payee| Line {
			account: *tab,
			source,
			asset: *asset,
			payee,
			rate,
			seconds: 0,
			downtime: 0,
			credits: 0,
			amount: 0,
			forfeit: 0,
			fee: 0,
			first: *at,
			last: *at,
		};
		match what {
			What::Paid(payment) => {
				let Payment { source, rate, seconds, downtime, .. } = *payment;
				rates.insert(source, rate);
				let forfeits = payment.forfeits();
				for (index, (who, amount)) in payment.parts.iter().enumerate() {
					let fee = if index == 0 { payment.fee } else { 0 };
					let line = lines
						.entry((*tab, source, rate, index, *who))
						.or_insert_with(|| empty(source, rate, *who));
					line.seconds = line.seconds.saturating_add(seconds);
					line.downtime = line.downtime.saturating_add(downtime);
					line.amount = line.amount.saturating_add(*amount).saturating_add(fee);
					line.fee = line.fee.saturating_add(fee);
					let forfeit = forfeits.get(index).copied().unwrap_or_default();
					line.forfeit = line.forfeit.saturating_add(forfeit);
					line.last = *at;
				}
			},
			What::Credited { amount, breach: Some((source, provider)) } => {
				let rate = rates.get(source).copied().unwrap_or_default();
				let key = lines
					.keys()
					.find(|(of, from, at, _, who)| {
						(of, from, at, who) == (tab, source, &rate, provider)
					})
					.copied()
					.unwrap_or((*tab, *source, rate, usize::MAX, *provider));
				let line = lines.entry(key).or_insert_with(|| empty(*source, rate, *provider));
				line.credits = line.credits.saturating_add(*amount);
				line.last = *at;
			},
			_ => {},
		}
	}
	lines.into_values().filter(|line| payee.is_none_or(|payee| line.payee == payee)).collect()
}

/// The sums of lines, one for each asset.
pub fn totals(lines: &[Line]) -> Vec<Total> {
	let mut totals: BTreeMap<Asset, Total> = BTreeMap::new();
	for line in lines {
		let total = totals.entry(line.asset).or_insert(Total {
			asset: line.asset,
			credits: 0,
			amount: 0,
			forfeit: 0,
			fee: 0,
			received: 0,
		});
		total.credits = total.credits.saturating_add(line.credits);
		total.amount = total.amount.saturating_add(line.amount);
		total.forfeit = total.forfeit.saturating_add(line.forfeit);
		total.fee = total.fee.saturating_add(line.fee);
		total.received = total.amount.saturating_sub(total.fee);
	}
	totals.into_values().collect()
}

/// The books of one account, out of all that moved and of what the chain says before and after.
pub fn books(before: Funds, movements: &[Movement], after: Funds) -> Books {
	let mut books = Books { opening: before.funds, closing: after.funds, ..Books::default() };
	let mut fees = before.fees;
	for movement in movements {
		match &movement.what {
			What::PaidIn(amount) => books.paid_in = books.paid_in.saturating_add(*amount),
			What::Credited { amount, .. } => {
				books.credited = books.credited.saturating_add(*amount);
			},
			What::Paid(payment) => {
				books.spent = books.spent.saturating_add(payment.amount);
				fees = fees.saturating_add(payment.fee);
			},
			What::TakenOut(amount) => books.taken_out = books.taken_out.saturating_add(*amount),
			What::Closed(amount) => {
				// The fees had been spent before they were given back.
				books.taken_out = books.taken_out.saturating_add(*amount);
				books.spent = books.spent.saturating_sub(fees);
				fees = 0;
			},
			What::FeesPaid(amount) => fees = fees.saturating_sub(*amount),
		}
	}
	let came = [books.opening, books.paid_in, books.credited];
	let went = [books.spent, books.taken_out, books.closing];
	let sum = |parts: [Balance; 3]| parts.into_iter().try_fold(0, Balance::checked_add);
	books.exact = sum(came).is_some() && sum(came) == sum(went) && fees == after.fees;
	books
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: AccountId = AccountId([1; 32]);
	const BOB: AccountId = AccountId([2; 32]);

	fn source(stream: u64) -> Source {
		Source {
			task: Some(TaskId(70 + stream)),
			lease: Some(LeaseId(40 + stream)),
			stream: Some(StreamId(stream)),
			channel: None,
		}
	}

	fn moved(at: u64, what: What) -> Movement {
		Movement { at: Timestamp(at), tab: TabId(0), asset: Asset::Native, what }
	}

	/// So many seconds of a stream at 100 a second, with a fee of a hundredth.
	fn settled(at: u64, stream: u64, seconds: Seconds) -> Movement {
		let amount = u128::from(seconds) * 100;
		let fee = amount / 100;
		moved(
			at,
			What::Paid(Payment {
				source: source(stream),
				rate: Rate(100),
				seconds,
				downtime: 2,
				amount,
				forfeit: 0,
				fee,
				parts: vec![(ALICE, amount - fee)],
			}),
		)
	}

	#[test]
	fn settlements_of_a_stream_are_one_line_and_come_to_rate_times_seconds() {
		let movements = [settled(10, 0, 5), settled(20, 1, 7), settled(30, 0, 6)];
		let lines = lines(&movements, None);
		assert_eq!(lines.len(), 2);
		let first = &lines[0];
		assert_eq!((first.source, first.payee, first.rate), (source(0), ALICE, Rate(100)));
		assert_eq!((first.seconds, first.downtime), (11, 4));
		assert_eq!((first.amount, first.fee, first.credits), (1_100, 11, 0));
		assert_eq!((first.first, first.last), (Timestamp(10), Timestamp(30)));
		assert_eq!(first.rate.amount(first.seconds), Some(first.amount));
		let totals = totals(&lines);
		let total = Total {
			asset: Asset::Native,
			credits: 0,
			amount: 1_800,
			forfeit: 0,
			fee: 18,
			received: 1_782,
		};
		assert_eq!(totals, [total]);
	}

	#[test]
	fn another_rate_begins_another_line() {
		let mut faster = settled(20, 0, 5);
		let What::Paid(payment) = &mut faster.what else { unreachable!() };
		payment.rate = Rate(200);
		let lines = lines(&[settled(10, 0, 5), faster], None);
		let rates: Vec<_> = lines.iter().map(|line| line.rate).collect();
		assert_eq!(rates, [Rate(100), Rate(200)]);
	}

	#[test]
	fn every_payee_has_its_line_and_the_first_bears_the_fee() {
		let payment = Payment {
			source: source(0),
			rate: Rate(100),
			seconds: 10,
			downtime: 0,
			amount: 1_000,
			forfeit: 0,
			fee: 10,
			parts: vec![(BOB, 891), (ALICE, 99)],
		};
		assert!(payment.adds_up());
		assert!(!Payment { fee: 11, ..payment.clone() }.adds_up());
		let movements = [moved(5, What::Paid(payment))];
		let all = lines(&movements, None);
		let shown: Vec<_> = all.iter().map(|line| (line.payee, line.amount, line.fee)).collect();
		assert_eq!(shown, [(BOB, 901, 10), (ALICE, 99, 0)]);
		assert_eq!(totals(&all)[0].amount, 1_000);
		let own = lines(&movements, Some(ALICE));
		assert_eq!(totals(&own)[0].received, 99);
	}

	/// A second settlement and a close with a forfeit, of a stream with these parts.
	fn forfeited(parts: Vec<(AccountId, Balance)>, amount: Balance, forfeit: Balance) -> Payment {
		let paid = parts.iter().map(|(_, part)| part).sum::<Balance>();
		Payment {
			source: source(0),
			rate: Rate(100),
			seconds: 2,
			downtime: 0,
			amount,
			forfeit,
			fee: amount - paid,
			parts,
		}
	}

	#[test]
	fn a_forfeit_is_a_part_of_the_amount_and_told_apart() {
		let closed = forfeited(vec![(ALICE, 693)], 700, 500);
		assert!(closed.adds_up());
		let lines = lines(&[settled(10, 0, 5), moved(20, What::Paid(closed))], None);
		let [line] = &lines[..] else { panic!("one line, not {lines:?}") };
		assert_eq!((line.amount, line.forfeit, line.fee), (1_200, 500, 12));
		assert_eq!(line.rate.amount(line.seconds), Some(line.amount - line.forfeit));
		let total = totals(&lines)[0];
		assert_eq!((total.amount, total.forfeit, total.received), (1_200, 500, 1_188));
	}

	#[test]
	fn several_payees_share_a_forfeit_to_the_last_unit() {
		let closed = forfeited(vec![(BOB, 462), (ALICE, 231)], 700, 500);
		let lines = lines(&[moved(20, What::Paid(closed))], None);
		let shown: Vec<_> = lines.iter().map(|line| (line.payee, line.forfeit)).collect();
		assert_eq!(shown, [(BOB, 334), (ALICE, 166)]);
		assert_eq!(totals(&lines)[0].forfeit, 500);
		assert!(!forfeited(vec![(BOB, 693)], 700, 701).adds_up());
		assert_eq!(proportion(Balance::MAX, Balance::MAX, Balance::MAX), Balance::MAX);
		assert_eq!(proportion(5, 0, 0), 0);
	}

	#[test]
	fn a_credit_stands_on_the_line_of_its_lease() {
		let credit =
			|at, who| moved(at, What::Credited { amount: 50, breach: Some((source(0), who)) });
		let joined = lines(&[settled(10, 0, 5), credit(20, ALICE)], None);
		assert_eq!((joined.len(), joined[0].credits, joined[0].amount), (1, 50, 500));
		let apart = lines(&[settled(10, 0, 5), credit(20, BOB)], None);
		let shown: Vec<_> = apart.iter().map(|line| (line.payee, line.credits)).collect();
		assert_eq!(shown, [(ALICE, 0), (BOB, 50)]);
		let late = lines(&[credit(20, ALICE)], None);
		assert_eq!((late.len(), late[0].rate, late[0].credits), (1, Rate(0), 50));
		let unknown = [moved(1, What::Credited { amount: 9, breach: None })];
		assert_eq!(lines(&unknown, None), []);
	}

	#[test]
	fn assets_are_summed_apart() {
		let other = Movement { asset: Asset::Id(7), tab: TabId(1), ..settled(10, 1, 1) };
		let sums = totals(&lines(&[settled(10, 0, 5), other], None));
		let shown: Vec<_> = sums.iter().map(|total| (total.asset, total.amount)).collect();
		assert_eq!(shown, [(Asset::Native, 500), (Asset::Id(7), 100)]);
		assert_eq!(totals(&[]), []);
	}

	#[test]
	fn books_close_to_the_last_unit_or_say_that_they_do_not() {
		let movements = [
			moved(1, What::PaidIn(1_000)),
			settled(2, 0, 5),
			moved(3, What::Credited { amount: 40, breach: None }),
			moved(4, What::TakenOut(100)),
			moved(5, What::FeesPaid(3)),
		];
		let before = Funds { funds: 77, fees: 1 };
		let after = Funds { funds: 517, fees: 3 };
		let found = books(before, &movements, after);
		let expected = Books {
			opening: 77,
			paid_in: 1_000,
			credited: 40,
			spent: 500,
			taken_out: 100,
			closing: 517,
			exact: true,
		};
		assert_eq!(found, expected);
		assert!(!books(before, &movements, Funds { funds: 518, ..after }).exact);
		assert!(!books(before, &movements, Funds { fees: 4, ..after }).exact);
		assert!(!books(before, &movements[1..], after).exact);
	}

	#[test]
	fn a_closed_account_gives_back_undelivered_fees_too() {
		let movements =
			[moved(1, What::PaidIn(1_000)), settled(2, 0, 5), moved(3, What::Closed(505))];
		let found = books(Funds::default(), &movements, Funds::default());
		assert!(found.exact, "{found:?}");
		assert_eq!((found.spent, found.taken_out), (495, 505));
	}

	#[test]
	fn what_is_due_is_the_difference_of_two_sums_rounded_down() {
		let payees = [
			Payee { account: ALICE, share: Share(666_666_667) },
			Payee { account: BOB, share: Share(333_333_333) },
		];
		let fee = Share(10_000_000);
		let (taken, parts) = due(0, 1_000, fee, &payees);
		assert_eq!((taken, parts), (10, vec![(ALICE, 660), (BOB, 329)]));
		let mut sums = [0, 0];
		for second in 0..1_000 {
			let (_, parts) = due(second, second + 1, fee, &payees);
			sums = [sums[0] + parts[0].1, sums[1] + parts[1].1];
		}
		assert_eq!(sums, [660, 329]);
		let same = [payees[0].clone(), Payee { account: ALICE, ..payees[1].clone() }];
		assert_eq!(due(0, 1_000, fee, &same).1, [(ALICE, 989)]);
		assert_eq!(part(Balance::MAX, Share::ONE), Balance::MAX);
		assert_eq!(part(999_999_999, Share(999_999_999)), 999_999_998);
	}
}
