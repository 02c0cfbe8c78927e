//! Who could run a workload, what it may cost, and what pays for it.

use super::Opts;
use crate::{
	context::{Context, Keys},
	exit::fail,
	funds::{self, Needed},
	order::DEFAULT_NEEDS,
};
use tradewind_client::{
	market::{Answer, Filters, LeaseKind, Seller, Wanted, WhyNot},
	providers::Provider,
	seal::{self, PublicKey},
	tasks::{MAX_CANDIDATES, MAX_WAIT},
	AccountId, ClassId, ProviderStatus, Rate, Resources, Runtimes, Seconds, State, TabId, TierId,
};

/// What will be asked of the chain.
pub struct Plan {
	/// The account that pays.
	pub tab: TabId,
	/// The class of hardware.
	pub class: ClassId,
	/// The service level.
	pub tier: TierId,
	/// What the workload needs.
	pub needs: Resources,
	/// How long it may run.
	pub max_seconds: Seconds,
	/// Whether what it may cost is set aside.
	pub prepaid: bool,
	/// How many attempts there may be.
	pub max_attempts: u8,
	/// How long it may wait for a place.
	pub place_within: Seconds,
	/// Whether it runs on capacity that may be taken back.
	pub spot: bool,
	/// What else is asked of a place.
	pub filters: Filters,
	/// The candidates of each replica; no provider is in two groups.
	pub groups: Vec<Group>,
}

/// The providers that may run one replica.
pub struct Group {
	candidates: Vec<Candidate>,
	/// The most that may be asked per second.
	pub max_rate: Rate,
}

#[derive(Clone, Copy)]
struct Candidate {
	account: AccountId,
	key: PublicKey,
	rate: Option<Rate>,
}

impl Group {
	/// Their accounts.
	pub fn accounts(&self) -> Vec<AccountId> {
		self.candidates.iter().map(|candidate| candidate.account).collect()
	}

	/// Whom the payload is sealed to: the candidates, and the user.
	pub fn keys(&self, keys: &Keys) -> Vec<PublicKey> {
		let own = seal::public_key(&keys.identity);
		let theirs = self.candidates.iter().map(|candidate| candidate.key);
		theirs.filter(|key| *key != own).chain([own]).collect()
	}
}

impl From<&Seller> for Candidate {
	fn from(seller: &Seller) -> Self {
		Self {
			account: seller.provider.account,
			key: seller.provider.encryption_key,
			rate: Some(seller.rates.limit()),
		}
	}
}

/// Chooses candidates and an account.
pub async fn plan(opts: &Opts, context: &Context) -> anyhow::Result<Plan> {
	if opts.max_seconds == 0 {
		fail!(Usage, "--max-seconds is at least 1");
	}
	if opts.place_within > MAX_WAIT {
		fail!(Usage, "--place-within is at most a day");
	}
	let needs = opts.needs.over(DEFAULT_NEEDS);
	let state = context.state().await?;
	let class = state.class_named(&opts.class).await?.id;
	let tier = state.tier_named(&opts.tier).await?.id;
	let tab = funds::existing(opts.account, context, &state).await?;
	let wanted = Wanted {
		owner: Some(context.account()?),
		class,
		tier,
		asset: funds::asset_of(tab.as_ref()),
		needs,
		max_rate: opts.max_rate.map(Rate),
		max_seconds: opts.max_seconds,
		only: opts.providers.clone(),
		without: Vec::new(),
		kind: if opts.spot { LeaseKind::Spot } else { LeaseKind::OnDemand },
		filters: opts.filters.filters(Runtimes::WASM),
	};
	let candidates = if opts.providers.is_empty() {
		let most = MAX_CANDIDATES.saturating_mul(usize::from(opts.replicas));
		let sellers = context.wait("looking for providers", state.sellers(&wanted, most)).await?;
		sellers.iter().map(Into::into).collect()
	} else {
		pinned(&state, &wanted).await?
	};
	let groups = groups(&candidates, usize::from(opts.replicas), opts.max_rate.map(Rate))?;
	let prepaid = !opts.pay_as_you_go;
	let rate = rate_of(&groups);
	let amount = funds::needed(&state, tab.as_ref(), rate, opts.max_seconds, prepaid).await?;
	let instead = if prepaid {
		"lower --max-rate or --max-seconds, or pay as it runs: --pay-as-you-go"
	} else {
		"lower --max-rate"
	};
	let tab = funds::ensure(tab, Needed { amount, prepaid, instead }, context).await?;
	Ok(Plan {
		tab,
		class,
		tier,
		needs,
		max_seconds: opts.max_seconds,
		prepaid,
		max_attempts: opts.max_attempts,
		place_within: opts.place_within,
		spot: opts.spot,
		filters: wanted.filters,
		groups,
	})
}

/// What all groups cost per second at most.
fn rate_of(groups: &[Group]) -> Rate {
	let rates = groups.iter().map(|group| group.max_rate.0);
	Rate(rates.fold(0, u128::saturating_add))
}

/// The providers that were named. They need not have room now; the task may wait for them.
async fn pinned(state: &State, wanted: &Wanted) -> anyhow::Result<Vec<Candidate>> {
	let quote = state.quote(wanted).await?;
	let mut candidates: Vec<Candidate> = Vec::new();
	for account in &wanted.only {
		if candidates.iter().any(|candidate| candidate.account == *account) {
			continue;
		}
		let Some(provider) = state.provider(*account).await? else {
			fail!(NotFound, "there is no provider {account}; see `tradewind provider list`");
		};
		accepts_work(&provider)?;
		let answers = quote.answers.iter().filter(|answer| answer.provider == *account);
		let cheapest = answers.filter(may_serve).filter_map(|answer| answer.rates);
		let Some(rates) = cheapest.min_by_key(|rates| rates.now) else {
			fail!(NotFound, "provider {account} offers nothing like that; see `tradewind quote`");
		};
		if wanted.max_rate.is_some_and(|most| rates.now > most) {
			let asked = wanted.asset.show(rates.now.0);
			fail!(NotDone, "provider {account} asks {asked} per second, more than --max-rate");
		}
		candidates.push(Candidate {
			account: *account,
			key: provider.encryption_key,
			rate: Some(rates.limit()),
		});
	}
	candidates.sort_by_key(|candidate| candidate.rate);
	Ok(candidates)
}

/// Whether an offer is of the right kind, whatever it costs and holds at this moment.
fn may_serve(answer: &&Answer) -> bool {
	answer.why_not.is_none_or(|why| why.passes() || why == WhyNot::TooDear)
}

fn accepts_work(provider: &Provider) -> anyhow::Result<()> {
	if provider.status != ProviderStatus::Active {
		let status = format!("{:?}", provider.status).to_lowercase();
		fail!(NotDone, "provider {} is {status} and takes no new work", provider.account);
	}
	Ok(())
}

/// Deals the candidates out, cheapest first, so that no provider runs two replicas.
fn groups(
	candidates: &[Candidate],
	replicas: usize,
	max_rate: Option<Rate>,
) -> anyhow::Result<Vec<Group>> {
	if candidates.is_empty() {
		fail!(
			NotDone,
			"no provider that is up has room for that at that price; `tradewind quote` says of each \
			 offer why not"
		);
	}
	if candidates.len() < replicas {
		fail!(
			NotDone,
			"{replicas} replicas need {replicas} providers, and only {} could run it now",
			candidates.len()
		);
	}
	let groups = (0..replicas).map(|first| {
		let candidates: Vec<_> = candidates
			.iter()
			.skip(first)
			.step_by(replicas.max(1))
			.take(MAX_CANDIDATES)
			.copied()
			.collect();
		let dearest = candidates.iter().filter_map(|candidate| candidate.rate).max();
		let max_rate = max_rate.or(dearest).unwrap_or_default();
		Group { candidates, max_rate }
	});
	Ok(groups.collect())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::exit::{self, Exit};

	fn candidates(count: u8) -> Vec<Candidate> {
		let candidate = |n| Candidate {
			account: AccountId([n; 32]),
			key: [n; 32],
			rate: Some(Rate(u128::from(n))),
		};
		(1..=count).map(candidate).collect()
	}

	fn numbers(group: &Group) -> Vec<u8> {
		group.accounts().into_iter().map(|account| account.0[0]).collect()
	}

	#[test]
	fn replicas_never_share_a_provider() {
		let groups = groups(&candidates(5), 2, None).unwrap();
		let dealt: Vec<_> = groups.iter().map(numbers).collect();
		assert_eq!(dealt, [vec![1, 3, 5], vec![2, 4]]);
		let rates: Vec<_> = groups.iter().map(|group| group.max_rate.0).collect();
		assert_eq!(rates, [5, 4]);
	}

	#[test]
	fn a_price_limit_that_was_given_holds_for_all() {
		let groups = groups(&candidates(3), 1, Some(Rate(99))).unwrap();
		assert_eq!(groups[0].max_rate, Rate(99));
	}

	#[test]
	fn a_group_has_no_more_candidates_than_a_task_may_have() {
		let groups = groups(&candidates(40), 2, None).unwrap();
		assert!(groups.iter().all(|group| group.candidates.len() == MAX_CANDIDATES));
	}

	#[test]
	fn what_is_needed_is_the_dearest_rate_of_every_replica() {
		let groups = groups(&candidates(5), 2, None).unwrap();
		assert_eq!(rate_of(&groups), Rate(5 + 4));
		assert_eq!(rate_of(&[]), Rate(0));
	}

	#[test]
	fn too_few_providers_are_a_failure() {
		for (count, replicas) in [(0, 1), (2, 3)] {
			let error = groups(&candidates(count), replicas, None).err().unwrap();
			assert_eq!(exit::code(&error), Exit::NotDone);
		}
	}

	#[test]
	fn a_payload_is_sealed_to_the_user_too_and_to_nobody_twice() {
		let name = "alice";
		let keys = Keys {
			signer: tradewind_client::Signer::dev(name).unwrap(),
			identity: seal::dev_identity(name).unwrap(),
		};
		let own = seal::public_key(&keys.identity);
		let mut dealt = groups(&candidates(2), 1, None).unwrap();
		assert_eq!(dealt[0].keys(&keys), [[1; 32], [2; 32], own]);
		dealt[0].candidates[0].key = own;
		assert_eq!(dealt[0].keys(&keys), [[2; 32], own]);
	}
}
