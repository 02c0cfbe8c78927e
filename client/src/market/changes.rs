//! What a change of a lease would make it cost, before it is asked for.
//!
//! What the offer asks comes from the chain's own quotes; what is agreed already is weighed against
//! it by the same rules as on chain.

use super::{Filters, Lease, LeaseKind, Rates, Wanted};
use crate::{
	connection::State, error::Result, Balance, ClassId, OfferId, Rate, Resources, Seconds,
};
use sp_core::U256;

/// For how many seconds an order may be under way.
const UNDER_WAY: Seconds = 120;

/// What something would cost per second at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
	/// The rate.
	pub rate: Rate,
	/// What it comes to while the order is under way and the lease runs on, if that is more.
	pub soon: Rate,
	/// Whether it moves with the level of the class.
	pub moves: bool,
}

impl Seen {
	/// What to allow for, so that an order still fits when the level of the class has moved a
	/// little while it was under way: a hundredth more, where prices move at all.
	pub fn limit(&self) -> Rate {
		let rate = self.rate.max(self.soon);
		if !self.moves {
			return rate;
		}
		Rate(rate.0.saturating_add(rate.0 / 100).saturating_add(1))
	}
}

/// `rate` x `part` / `whole`, rounded up.
fn proportion(rate: Rate, part: Rate, whole: Rate) -> Option<Rate> {
	let product = U256::from(rate.0).checked_mul(U256::from(part.0))?;
	let (mut quotient, rest) = product.div_mod(U256::from(whole.0.max(1)));
	if !rest.is_zero() {
		quotient = quotient.checked_add(U256::one())?;
	}
	Balance::try_from(quotient).ok().map(Rate)
}

/// What it keeps of what it had stays as it was agreed, in proportion; what it gets besides costs
/// what is asked.
fn resized(rate: Rate, had: Rate, keeps: Rate, more: Rate) -> Option<Rate> {
	let kept = if had == keeps { rate } else { proportion(rate, keeps, had)? };
	kept.0.checked_add(more.0).map(Rate)
}

/// One rate for two stretches of time, rounded up.
fn blended(one: (Rate, Seconds), other: (Rate, Seconds)) -> Option<Rate> {
	let sum = one.0.amount(one.1)?.checked_add(other.0.amount(other.1)?)?;
	let seconds = Balance::from(one.1).checked_add(other.1.into())?;
	(seconds > 0).then(|| Rate(sum.div_ceil(seconds)))
}

impl State {
	/// What a lease would cost if it reserved `needs`. `None` when its offer does not say.
	pub async fn rate_resized(&self, lease: &Lease, needs: Resources) -> Result<Option<Seen>> {
		let Some(class) = self.class_on_sale(lease.offer).await? else { return Ok(None) };
		let stays = lease.needs.least(&needs);
		let asked = |needs, kind| self.asked(lease, class, needs, kind);
		let Some(had) = asked(lease.needs, LeaseKind::OnDemand).await? else { return Ok(None) };
		let Some(keeps) = asked(stays, LeaseKind::OnDemand).await? else { return Ok(None) };
		let mut more = Rate(0);
		if stays != needs {
			let kind = lease.terms.kind();
			let all = asked(needs, kind).await?;
			let Some((all, part)) = all.zip(asked(stays, kind).await?) else { return Ok(None) };
			more = Rate(all.now.0.saturating_sub(part.now.0));
		}
		let rate = resized(lease.rate, had.now, keeps.now, more);
		Ok(rate.map(|rate| Seen { rate, soon: rate, moves: had.least != had.most }))
	}

	/// What a lease would cost if it lasted so many seconds longer. `None` when its offer does not
	/// say.
	pub async fn rate_extended(&self, lease: &Lease, seconds: Seconds) -> Result<Option<Seen>> {
		let Some(class) = self.class_on_sale(lease.offer).await? else { return Ok(None) };
		let asked = self.asked(lease, class, lease.needs, lease.terms.kind()).await?;
		let Some(asked) = asked else { return Ok(None) };
		let blended = |left| blended((lease.rate, left), (asked.now, seconds));
		// What is left of it becomes less, so that a dearer rest counts for more.
		let later = lease.started.map_or(lease.left, |_| lease.left.saturating_sub(UNDER_WAY));
		let both = blended(lease.left).zip(blended(later));
		Ok(both.map(|(rate, soon)| Seen { rate, soon, moves: asked.least != asked.most }))
	}

	/// The class of an offer that is on sale.
	async fn class_on_sale(&self, offer: OfferId) -> Result<Option<ClassId>> {
		let offer = self.offer(offer).await?.filter(|offer| !offer.withdrawn);
		Ok(offer.map(|offer| offer.class))
	}

	/// What the offer of a lease asks for `needs` of a kind.
	async fn asked(
		&self,
		lease: &Lease,
		class: ClassId,
		needs: Resources,
		kind: LeaseKind,
	) -> Result<Option<Rates>> {
		let wanted = Wanted {
			owner: Some(lease.owner),
			class,
			tier: lease.tier,
			asset: lease.asset,
			needs,
			max_rate: None,
			max_seconds: lease.left,
			only: vec![lease.provider],
			without: Vec::new(),
			kind,
			filters: Filters::default(),
		};
		let quote = self.quote(&wanted).await?;
		let answer = quote.answers.into_iter().find(|answer| answer.offer == lease.offer);
		Ok(answer.and_then(|answer| answer.rates))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_agreed_is_kept_and_what_is_new_costs_what_is_asked() {
		let rate = |rate, had, keeps, more| {
			resized(Rate(rate), Rate(had), Rate(keeps), Rate(more)).map(|rate| rate.0)
		};
		assert_eq!(rate(50, 100, 100, 100), Some(150));
		assert_eq!(rate(50, 100, 50, 30), Some(55));
		assert_eq!(rate(50, 100, 33, 0), Some(17));
		assert_eq!(rate(50, 0, 0, 10), Some(60));
		assert_eq!(rate(u128::MAX, 1, 2, 0), None);
		assert_eq!(rate(u128::MAX, 3, 2, 0), Some(u128::MAX / 3 * 2));
	}

	#[test]
	fn two_stretches_cost_together_what_they_cost_apart() {
		assert_eq!(blended((Rate(10), 300), (Rate(20), 100)), Some(Rate(13)));
		assert_eq!(blended((Rate(10), 0), (Rate(20), 100)), Some(Rate(20)));
		assert_eq!(blended((Rate(10), 0), (Rate(20), 0)), None);
		assert_eq!(blended((Rate(u128::MAX), 2), (Rate(1), 1)), None);
	}

	#[test]
	fn a_little_more_is_allowed_for_where_prices_move() {
		let limit = |soon, moves| Seen { rate: Rate(1_000), soon: Rate(soon), moves }.limit().0;
		assert_eq!((limit(1_000, false), limit(1_000, true)), (1_000, 1_011));
		assert_eq!((limit(900, false), limit(1_100, false)), (1_000, 1_100));
	}
}
