//! `tradewind offer`: capacity, prices, terms.

pub mod terms;

use super::{parse_payee, short, Done};
use crate::{
	context::Context,
	exit::fail,
	output::{Fields, Output},
	quantity::{self, PriceArgs, ResourceArgs},
	time,
};
use clap::{Args, Subcommand};
use serde::Serialize;
use terms::{AccessArgs, TermArgs};
use tradewind_client::{
	market::{Access, NewOffer, Offer, Payee, Pricing, Terms},
	AccountId, Asset, Error, OfferId, Resources, State, UnitPrices,
};

/// The options.
#[derive(Args, Debug)]
pub struct Opts {
	#[command(subcommand)]
	verb: Verb,
}

#[derive(Subcommand, Debug)]
enum Verb {
	/// Offer capacity
	Create(Box<CreateArgs>),
	/// Ask other prices of new leases; what is not given stays
	#[command(after_help = "Example:
  tradewind offer prices 4 --price-cpu 12uWIND")]
	Prices {
		/// Which offer
		id: u64,
		#[command(flatten)]
		prices: PriceArgs,
	},
	/// Change what an offer holds in all; what is not given stays
	#[command(after_help = "Example:
  tradewind offer capacity 4 --cpu 16 --memory 64GiB")]
	Capacity {
		/// Which offer
		id: u64,
		#[command(flatten)]
		capacity: ResourceArgs,
	},
	/// Change the other terms of new leases; what is not given stays
	#[command(after_help = "Examples:
  tradewind offer terms 4 --region eu-north --max-term 7d
  tradewind offer terms 4 --floor 0.8 --cap 2
  tradewind offer terms 4 --fixed
  tradewind offer terms 4 --reserved 30d:20%:50% --spot 60%:30s
  tradewind offer terms 4 --no-reserved --no-spot")]
	Terms {
		/// Which offer
		id: u64,
		#[command(flatten)]
		terms: TermArgs,
		/// Let the prices follow nothing any more
		#[arg(long, conflicts_with = "floor")]
		fixed: bool,
		/// Sell no more terms that are paid ahead
		#[arg(long, conflicts_with = "reserved")]
		no_reserved: bool,
		/// Lease nothing more until the room is wanted
		#[arg(long, conflicts_with = "spot")]
		no_spot: bool,
	},
	/// Keep an offer for some, or open it to everybody; running leases go on
	#[command(after_help = "Examples:
  tradewind offer access 4 --allow 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty
  tradewind offer access 4 --public")]
	Access {
		/// Which offer
		id: u64,
		#[command(flatten)]
		access: AccessArgs,
		/// For everybody
		#[arg(long, conflicts_with = "allowed", required_unless_present = "allowed")]
		public: bool,
	},
	/// Take no new leases for now
	#[command(after_help = "Example:
  tradewind offer pause 4")]
	Pause {
		/// Which offer
		id: u64,
	},
	/// Take new leases again
	#[command(after_help = "Example:
  tradewind offer resume 4")]
	Resume {
		/// Which offer
		id: u64,
	},
	/// Take an offer off the market; running leases keep their terms
	#[command(after_help = "Example:
  tradewind offer withdraw 4")]
	Withdraw {
		/// Which offer
		id: u64,
	},
	/// All offers
	#[command(after_help = "Examples:
  tradewind offer list --class cpu.general
  tradewind offer list --provider 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty")]
	List {
		/// Only those of a class
		#[arg(long)]
		class: Option<String>,
		/// Only those of a provider
		#[arg(long, value_name = "ADDRESS")]
		provider: Option<AccountId>,
	},
	/// One offer
	#[command(after_help = "Example:
  tradewind offer show 4")]
	Show {
		/// Which offer
		id: u64,
	},
	/// The classes of hardware
	#[command(after_help = "Example:
  tradewind offer classes")]
	Classes,
}

/// What is offered.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  tradewind offer create --cpu 8 --memory 32GiB --price-cpu 10uWIND --price-memory 1uWIND
  tradewind offer create --cpu 8 --price-cpu 10uWIND --floor 0.5 --cap 3 --region eu-north \
--max-term 30d --runtime wasm --runtime container
  tradewind offer create --cpu 32 --price-cpu 10uWIND --reserved 30d:20%:50% --spot 60%:30s
  tradewind offer create --class gpu.h200 --model h200 --gpus 2 --price-gpu 1mWIND \
--payee 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty=90% \
--payee 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY=10%")]
struct CreateArgs {
	/// What kind of hardware
	#[arg(long, default_value = "cpu.general")]
	class: String,
	/// With what service level: its name or its number
	#[arg(long, default_value = "standard")]
	tier: String,
	/// In what asset the prices are
	#[arg(long, default_value = "native")]
	asset: Asset,
	#[command(flatten)]
	capacity: ResourceArgs,
	#[command(flatten)]
	prices: PriceArgs,
	/// Who receives what is earned, and which part; you, all of it, when left out
	#[arg(long = "payee", value_name = "ADDRESS[=PERCENT]", value_parser = parse_payee)]
	payees: Vec<Payee>,
	#[command(flatten)]
	terms: TermArgs,
	#[command(flatten)]
	access: AccessArgs,
}

/// An offer and whom it is for.
#[derive(Serialize)]
struct Shown {
	#[serde(flatten)]
	offer: Offer,
	/// For whom it is kept, if not for everybody.
	#[serde(skip_serializing_if = "Option::is_none")]
	allowed: Option<Vec<AccountId>>,
}

/// Does it.
pub async fn run(opts: Opts, context: &Context, out: &mut Output<'_>) -> anyhow::Result<()> {
	match opts.verb {
		Verb::Create(args) => {
			let CreateArgs { class, tier, asset, capacity, prices, payees, terms, access } = *args;
			let capacity = capacity.over(Resources::default());
			let prices = prices.over(UnitPrices::default());
			if capacity.is_zero() {
				fail!(Usage, "an offer holds something; see --cpu, --memory, --disk, --gpus");
			}
			if prices == UnitPrices::default() {
				fail!(Usage, "an offer has a price; see --price-cpu and the others");
			}
			let terms = terms.over(Terms::default());
			terms::check(&terms)?;
			let (client, signer) = (context.client().await?, context.signer()?);
			let state = context.state().await?;
			let class = state.class_named(&class).await?.id;
			let tier = state.tier_named(&tier).await?.id;
			let access = access.access();
			let new = NewOffer { class, tier, asset, capacity, prices, payees, terms, access };
			let offer = context.wait("offering", client.create_offer(signer, &new)).await?;
			#[derive(Serialize)]
			struct Created {
				offer: OfferId,
			}
			let what = quantity::show_resources(&capacity);
			out.done(&Created { offer }, format!("offer {}: {what}", offer.0))
		},
		Verb::Prices { id, prices } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let offer = find(&context.state().await?, id).await?;
			let prices = prices.over(offer.prices);
			let call = client.set_prices(signer, OfferId(id), prices);
			let included = context.wait("setting prices", call).await?;
			let sentence = format!("offer {id}: {}", show_prices(offer.asset, &prices));
			out.done(&Done::new("prices_set", &included), sentence)
		},
		Verb::Capacity { id, capacity } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let capacity = capacity.over(find(&context.state().await?, id).await?.capacity);
			let call = client.set_capacity(signer, OfferId(id), capacity);
			let included = context.wait("setting capacity", call).await?;
			let sentence = format!("offer {id}: {}", quantity::show_resources(&capacity));
			out.done(&Done::new("capacity_set", &included), sentence)
		},
		Verb::Terms { id, terms, fixed, no_reserved, no_spot } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let mut terms = terms.over(find(&context.state().await?, id).await?.terms);
			if fixed {
				terms.pricing = Pricing::Fixed;
			}
			terms.reserved = terms.reserved.filter(|_| !no_reserved);
			terms.spot = terms.spot.filter(|_| !no_spot);
			terms::check(&terms)?;
			let call = client.set_terms(signer, OfferId(id), &terms);
			let included = context.wait("setting terms", call).await?;
			let (term, pricing) = (terms::show_term(&terms), terms::show_pricing(terms.pricing));
			let sentence = format!("offer {id}: leases {term}, prices {pricing}");
			out.done(&Done::new("terms_set", &included), sentence)
		},
		Verb::Access { id, access, public } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let access = if public { Access::Public } else { access.access() };
			let call = client.set_access(signer, OfferId(id), &access);
			let included = context.wait("setting access", call).await?;
			let sentence = match access {
				Access::Public => format!("offer {id} is for everybody"),
				Access::AllowList(list) => format!("offer {id} is kept for {}", list.len()),
			};
			out.done(&Done::new("access_set", &included), sentence)
		},
		Verb::Pause { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let included = context.wait("pausing", client.pause_offer(signer, OfferId(id))).await?;
			out.done(&Done::new("paused", &included), format!("offer {id} takes no new leases"))
		},
		Verb::Resume { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.resume_offer(signer, OfferId(id));
			let included = context.wait("resuming", call).await?;
			out.done(&Done::new("resumed", &included), format!("offer {id} takes new leases"))
		},
		Verb::Withdraw { id } => {
			let (client, signer) = (context.client().await?, context.signer()?);
			let call = client.withdraw_offer(signer, OfferId(id));
			let leases = context.wait("withdrawing", call).await?;
			#[derive(Serialize)]
			struct Withdrawn {
				offer: OfferId,
				leases: u32,
			}
			let sentence = match leases {
				0 => format!("offer {id} is removed"),
				leases => format!("offer {id} goes with the last of its {leases} leases"),
			};
			out.done(&Withdrawn { offer: OfferId(id), leases }, sentence)
		},
		Verb::List { class, provider } => {
			let state = context.state().await?;
			let classes = state.classes().await?;
			let only = match class {
				Some(name) => Some(state.class_named(&name).await?.id),
				None => None,
			};
			let mut offers = context.wait("reading", state.offers()).await?;
			offers.retain(|offer| {
				only.is_none_or(|only| offer.class == only)
					&& provider.is_none_or(|provider| offer.provider == provider)
			});
			offers.sort_by_key(|offer| (offer.class, offer.id));
			let shown: Vec<_> =
				offers.into_iter().map(|offer| Shown { offer, allowed: None }).collect();
			let name = |offer: &Offer| {
				let class = classes.iter().find(|class| class.id == offer.class);
				class.map_or_else(|| offer.class.0.to_string(), |class| class.name.clone())
			};
			let heads = [
				"id",
				"class",
				"provider",
				"region",
				"free",
				"prices per second",
				"less",
				"leases",
			];
			out.list(&shown, &heads, |shown| {
				vec![
					shown.offer.id.0.to_string(),
					name(&shown.offer),
					short(&shown.offer.provider),
					show_region(&shown.offer.terms),
					show_free(&shown.offer),
					show_prices(shown.offer.asset, &shown.offer.prices),
					terms::show_discounts(&shown.offer.terms),
					shown.offer.leases.to_string(),
				]
			})
		},
		Verb::Show { id } => {
			let state = context.state().await?;
			let offer = find(&state, id).await?;
			let allowed =
				if offer.restricted { Some(state.allowed(offer.id).await?) } else { None };
			let shown = Shown { offer, allowed };
			out.record(&shown, || fields(&shown))
		},
		Verb::Classes => {
			let classes = context.wait("reading", context.state().await?.classes()).await?;
			out.list(&classes, &["id", "name"], |class| {
				vec![class.id.0.to_string(), class.name.clone()]
			})
		},
	}
}

async fn find(state: &State, id: u64) -> anyhow::Result<Offer> {
	let offer = state.offer(OfferId(id)).await?;
	Ok(offer.ok_or_else(|| Error::NotFound(format!("offer {id}")))?)
}

/// What is free, and whether it can be had.
fn show_free(offer: &Offer) -> String {
	let Some(free) = &offer.free else { return "withdrawn".to_owned() };
	let free = quantity::show_resources(free);
	match (offer.paused, offer.restricted) {
		(true, _) => format!("{free} (paused)"),
		(false, true) => format!("{free} (kept for some)"),
		(false, false) => free,
	}
}

fn show_region(terms: &Terms) -> String {
	if terms.region.is_empty() {
		"-".to_owned()
	} else {
		terms.region.clone()
	}
}

fn show_prices(asset: Asset, prices: &UnitPrices) -> String {
	let parts = [
		("core", prices.cpu),
		("GiB memory", prices.memory),
		("GiB disk", prices.disk),
		("gpu", prices.gpu),
		("Mbit/s", prices.egress),
	];
	let priced = parts.into_iter().filter(|(_, price)| *price > 0);
	priced
		.map(|(unit, price)| format!("{} a {unit}", asset.show(price)))
		.collect::<Vec<_>>()
		.join(", ")
}

fn fields(shown: &Shown) -> Fields {
	let Shown { offer, allowed } = shown;
	let mut fields = vec![
		("offer", offer.id.0.to_string()),
		("provider", offer.provider.to_string()),
		("class", offer.class.0.to_string()),
		("tier", offer.tier.0.to_string()),
		("capacity", quantity::show_resources(&offer.capacity)),
		("free", show_free(offer)),
		("per second", show_prices(offer.asset, &offer.prices)),
		("prices move", terms::show_pricing(offer.terms.pricing)),
		("region", show_region(&offer.terms)),
		("lease lengths", terms::show_term(&offer.terms)),
		("runs", terms::show_runtimes(offer.terms.runtimes)),
		("reserved", terms::show_reservation(offer.terms.reserved)),
		("spot", terms::show_spot(offer.terms.spot)),
		("leases", offer.leases.to_string()),
	];
	if !offer.terms.model.is_empty() {
		fields.push(("model", offer.terms.model.clone()));
	}
	if !offer.spot_leased.is_zero() {
		fields.push(("leased as spot", quantity::show_resources(&offer.spot_leased)));
	}
	if let Some(leaving) = offer.leaving {
		let (room, until) = (quantity::show_resources(&leaving.room), time::show(leaving.until));
		fields.push(("being left", format!("{room}, until {until} at most")));
	}
	if let Some(deposit) = offer.deposit {
		fields.push(("deposit", Asset::Native.show(deposit)));
	}
	for account in allowed.iter().flatten() {
		fields.push(("kept for", account.to_string()));
	}
	for payee in &offer.payees {
		fields.push(("payee", format!("{} gets {}", payee.account, payee.share)));
	}
	fields
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn prices_that_are_zero_are_not_shown() {
		let prices = UnitPrices { cpu: 1_000_000, gpu: 2_000_000_000, ..Default::default() };
		assert_eq!(show_prices(Asset::Native, &prices), "1 uWIND a core, 2 mWIND a gpu");
	}
}
