//! One node and Bob selling: leases that somebody uses by themselves, from the order to the end.
//! On demand, reserved, spot, by auction; and whether all of it adds up.

use anyhow::Context;
use serde_json::Value;
use std::time::Duration;
use tradewind_client::{Balance, Client};
use tradewind_tests::{block_on, chain, tradewind::last_json_line, Network, Preset, Tradewind};

const PATIENCE: Duration = Duration::from_secs(120);

/// What is leased when nothing else is said.
const SMALL: [&str; 6] = ["--cpu", "1", "--memory", "256MiB", "--disk", "64MiB"];

/// With how many seconds of notice Bob takes spot leases back.
const NOTICE: u64 = 15;

#[test]
fn a_market_of_leases() -> anyhow::Result<()> {
	let folder = tempfile::tempdir()?;
	let mut network = Network::start(Preset::Development, folder.path())?;
	let outcome = (|| {
		let mut market = Market::open(&mut network)?;
		market.what_is_cheaper_is_quoted().context("what is cheaper is quoted")?;
		market.a_price_beyond_the_limit_is_not_paid().context("a price beyond the limit")?;
		// Runs while the others do, and may end before or after them.
		let auction = market.an_auction_takes_bids().context("an auction takes bids")?;
		market.a_lease_on_demand_lives().context("a lease on demand lives")?;
		market.a_reserved_lease_that_ends_early_costs_the_forfeit().context("a reserved lease")?;
		market.the_only_bidder_wins_by_itself(&auction).context("the only bidder wins")?;
		market.a_spot_lease_makes_room().context("a spot lease makes room")?;
		market.all_of_it_adds_up().context("all of it adds up")
	})();
	if outcome.is_err() {
		network.print_logs(60);
	}
	network.stop();
	outcome
}

/// Bob's offer, two who buy, and what everybody had before.
struct Market<'a> {
	network: &'a mut Network,
	eve: Buyer,
	dave: Buyer,
	/// Bob's agent, which acts for him and pays its own fees.
	agent: Tradewind,
	offer: String,
	/// What Bob had and what the fee account had.
	before: [Balance; 2],
	/// What was forfeited.
	forfeit: Balance,
	/// How many leases the agent has to have begun.
	begun: u64,
}

/// Somebody with an account.
struct Buyer {
	cli: Tradewind,
	tab: String,
	paid_in: Balance,
}

impl Buyer {
	fn new(cli: Tradewind) -> anyhow::Result<Self> {
		let tab = cli.json(&["account", "open", "5WIND"])?["account"].to_string();
		let paid_in = number(&cli.json(&["account", "show", &tab])?["funds"])?;
		Ok(Self { cli, tab, paid_in })
	}

	fn account(&self) -> anyhow::Result<Value> {
		self.cli.json(&["account", "show", &self.tab])
	}

	/// Opens one lease with these options; what was opened.
	fn lease(&self, options: &[&str]) -> anyhow::Result<Value> {
		let args = [&["lease", "open", "--account", &self.tab], options].concat();
		let opened = self.cli.json(&args)?;
		let [lease] = opened["leases"].as_array().context("no leases")?.as_slice() else {
			anyhow::bail!("not one lease: {opened}")
		};
		Ok(lease.clone())
	}

	fn show(&self, lease: &str) -> anyhow::Result<Value> {
		self.cli.json(&["lease", "show", lease])
	}

	/// Ends a lease; what it came to.
	fn close(&self, lease: &str, reason: &str) -> anyhow::Result<Value> {
		let closed = self.cli.json(&["lease", "close", lease, "--reason", reason])?;
		anyhow::ensure!(closed["reason"] == reason.replace('-', "_"), "{closed}");
		Ok(closed)
	}
}

impl<'a> Market<'a> {
	/// Bob sells for less too, Eve and Dave have accounts.
	fn open(network: &'a mut Network) -> anyhow::Result<Self> {
		let bob = network.cli("bob");
		let offer = bob.json(&["offer", "list"])?[0]["id"].to_string();
		let spot = format!("60%:{NOTICE}s");
		bob.json(&["offer", "terms", &offer, "--reserved", "1m:20%:50%", "--spot", &spot])?;
		let terms = bob.json(&["offer", "show", &offer])?["terms"].clone();
		let as_said = terms["reserved"]["min_seconds"] == 60
			&& terms["reserved"]["forfeit"] == 0.5
			&& terms["spot"]["notice"] == NOTICE;
		anyhow::ensure!(as_said, "{terms}");
		let (eve, dave) = (Buyer::new(network.cli("eve"))?, Buyer::new(network.cli("dave"))?);
		let agent = network.cli("bob//agent");
		let (before, forfeit, begun) = ([0, 0], 0, 0);
		Ok(Self { network, eve, dave, agent, offer, before, forfeit, begun })
	}

	fn what_is_cheaper_is_quoted(&self) -> anyhow::Result<()> {
		let price = |kind: &str| {
			let options = [&["quote", "--kind", kind, "--seconds", "10m"], &SMALL[..]].concat();
			let quote = self.eve.cli.json(&options)?;
			number(&quote["lowest"]).with_context(|| quote.to_string())
		};
		let full = price("on-demand")?;
		let (reserved, spot) = (price("reserved")?, price("spot")?);
		anyhow::ensure!(reserved == full - full / 5, "{reserved} of {full}");
		anyhow::ensure!(spot == full - full * 3 / 5, "{spot} of {full}");
		let short = self.eve.cli.json(&["quote", "--kind", "reserved", "--seconds", "59"])?;
		anyhow::ensure!(short["answers"][0]["why_not"] == "too_short", "{short}");
		let market = self.eve.cli.json(&["market"])?;
		let class = &market["classes"][0];
		anyhow::ensure!(class["spot"] == class["free"] && class["auctions"] == 0, "{class}");
		Ok(())
	}

	fn a_price_beyond_the_limit_is_not_paid(&self) -> anyhow::Result<()> {
		let output = self.eve.cli.output(&["lease", "open", "--max-rate", "7"])?;
		let said = String::from_utf8_lossy(&output.stderr);
		let both = said.contains("7 planck") && said.contains("mWIND per second is asked");
		anyhow::ensure!(output.status.code() == Some(75) && both, "{} {said}", output.status);
		Ok(())
	}

	/// Waits until the agent has begun a lease, as it does by itself.
	fn until_begun(&mut self, lease: &str) -> anyhow::Result<Value> {
		let eve = self.eve.cli.clone();
		let shown = self.network.wait("the agent to begin", PATIENCE, |_| {
			let shown = eve.json(&["lease", "show", lease])?;
			Ok((!shown["started"].is_null()).then_some(shown))
		})?;
		anyhow::ensure!(shown["state"] == "flowing", "{shown}");
		self.begun += 1;
		let begun = self.begun;
		self.network.wait("the agent to count it", PATIENCE, |network| {
			Ok((metric(network, "leases_started_total")? >= begun).then_some(()))
		})?;
		Ok(shown)
	}

	fn a_lease_on_demand_lives(&mut self) -> anyhow::Result<()> {
		let opened = self.eve.lease(&[&SMALL[..], &["--for", "1h"]].concat())?;
		anyhow::ensure!(opened["kind"] == "on_demand" && opened["usable_from"].is_null());
		let lease = opened["lease"].to_string();
		let (begun, eve) = (self.until_begun(&lease)?, self.eve.cli.clone());
		anyhow::ensure!(begun["rate"] == opened["rate"] && begun["task"].is_null(), "{begun}");
		anyhow::ensure!(is(&begun["tab"], &self.eve.tab), "{begun}");

		let resized = eve.json(&["lease", "resize", &lease, "--cpu", "2"])?;
		let (old, rate) = (number(&opened["rate"])?, number(&resized["rate"])?);
		anyhow::ensure!(rate > old && rate < 2 * old, "{old} {resized}");
		anyhow::ensure!(resized["seen"] == resized["rate"], "another price was told: {resized}");
		let extended = eve.json(&["lease", "extend", &lease, "--for", "1h"])?;
		anyhow::ensure!(extended["left"].as_u64() > Some(3_600), "{extended}");
		anyhow::ensure!(number(&extended["rate"])? == rate, "{extended}");
		let bill = eve.json(&["bill", "lease", &lease])?;
		anyhow::ensure!(bill["exact"] == true || bill["rate_changed"] == true, "{bill}");

		let wish = (rate - rate / 10).to_string();
		let proposed = eve.json(&["lease", "rate", &lease, &wish])?;
		anyhow::ensure!(proposed["changed"] == false, "{proposed}");
		let seen = self.agent.json(&["lease", "rate", &lease])?;
		let as_said = seen["proposal"]["by"] == "owner" && seen["proposal"]["rate"] == wish;
		anyhow::ensure!(as_said, "{seen}");
		let agreed = self.agent.json(&["lease", "rate", &lease, &wish])?;
		anyhow::ensure!(agreed["changed"] == true && agreed["proposal"].is_null(), "{agreed}");

		let dave = chain::account("dave")?.to_string();
		eve.json(&["lease", "offer", &lease, "--to", &dave])?;
		let tab = self.dave.tab.clone();
		let accepted = self.dave.cli.json(&["lease", "accept", &lease, "--account", &tab])?;
		let new = accepted["lease"].to_string();
		let shown = self.dave.show(&new)?;
		anyhow::ensure!(shown["owner"] == dave && shown["rate"] == wish, "{shown}");
		anyhow::ensure!(!shown["started"].is_null() && shown["heir"].is_null(), "{shown}");
		let gone = eve.output(&["lease", "show", &lease])?;
		anyhow::ensure!(gone.status.code() == Some(67), "{}", gone.status);
		let own = self.dave.cli.json(&["lease", "list"])?;
		anyhow::ensure!(own.as_array().map(Vec::len) == Some(1), "{own}");
		anyhow::ensure!(is(&own[0]["id"], &new), "{own}");
		self.dave.close(&new, "unfit")?;
		Ok(())
	}

	fn a_reserved_lease_that_ends_early_costs_the_forfeit(&mut self) -> anyhow::Result<()> {
		let options = [&SMALL[..], &["--kind", "reserved", "--for", "10m"]].concat();
		let lease = self.eve.lease(&options)?["lease"].to_string();
		let shown = self.until_begun(&lease)?;
		let (cap, rate) = (number(&shown["cap"])?, number(&shown["rate"])?);
		anyhow::ensure!(shown["prepaid"] == true && cap == 600 * rate, "{shown}");
		let closed = self.eve.close(&lease, "cancelled")?;
		let amount = number(&closed["amount"])?;
		anyhow::ensure!(amount == rate * number(&closed["seconds"])?, "{closed}");
		let forfeit = number(&closed["forfeit"])?;
		anyhow::ensure!(forfeit == (cap - amount) / 2 && forfeit > 0, "{cap} {closed}");
		self.forfeit = forfeit;
		Ok(())
	}

	fn an_auction_takes_bids(&mut self) -> anyhow::Result<Auction> {
		let held = [self.held("eve")?, self.held("bob")?];
		let least = self.network.least_rate()?;
		let (most, bid) = ((2 * least).to_string(), least.to_string());
		let options = ["--max-rate", &most, "--within", "1m", "--for", "10m"];
		let account = ["--account", &self.eve.tab];
		let args = [&["auction", "open"], &SMALL[..], &options[..], &account[..]].concat();
		let id = self.eve.cli.json(&args)?["auction"].to_string();
		let bob = self.network.cli("bob");
		bob.json(&["auction", "bid", &id, &bid, "--offer", &self.offer])?;
		let auction = self.eve.cli.json(&["auction", "show", &id])?;
		let [best] = auction["bids"].as_array().context("no bids")?.as_slice() else {
			anyhow::bail!("not one bid: {auction}")
		};
		anyhow::ensure!(best["rate"] == bid, "{auction}");
		// Nothing much is known of Bob.
		anyhow::ensure!(number(&best["counts_for"])? > number(&best["rate"])?, "{auction}");
		let deposits = [number(&auction["deposit"])?, number(&best["deposit"])?];
		for (index, who) in ["eve", "bob"].into_iter().enumerate() {
			let more = self.held(who)? - held[index];
			anyhow::ensure!(more == deposits[index] && more > 0, "{who}: {more} {auction}");
		}
		let market = self.eve.cli.json(&["market"])?;
		anyhow::ensure!(market["classes"][0]["auctions"] == 1, "{market}");
		// From here on Bob himself signs nothing.
		self.before = self.received()?;
		Ok(Auction { id, bid, held })
	}

	fn the_only_bidder_wins_by_itself(&mut self, auction: &Auction) -> anyhow::Result<()> {
		let output =
			self.eve.cli.output(&["auction", "wait", &auction.id, "--timeout", "3m", "--json"])?;
		let ended = last_json_line(&output)
			.with_context(|| String::from_utf8_lossy(&output.stderr).into_owned())?;
		let won = output.status.success() && ended["outcome"] == "won";
		anyhow::ensure!(won && ended["rate"] == auction.bid, "{} {ended}", output.status);
		let held = [self.held("eve")?, self.held("bob")?];
		anyhow::ensure!(held == auction.held, "{held:?} {:?}", auction.held);
		let again = self.eve.cli.json(&["auction", "wait", &auction.id, "--timeout", "3m"])?;
		anyhow::ensure!(again == ended, "{again} {ended}");
		let lease = ended["lease"].to_string();
		let shown = self.until_begun(&lease)?;
		anyhow::ensure!(shown["rate"] == auction.bid, "{shown}");
		self.eve.close(&lease, "cancelled")?;
		Ok(())
	}

	/// Three of Bob's four cores are leased until somebody wants them, and then somebody does. The
	/// agent dies meanwhile, which changes nothing.
	fn a_spot_lease_makes_room(&mut self) -> anyhow::Result<()> {
		let room = ["--memory", "256MiB", "--disk", "64MiB", "--for", "1h"];
		let spot = self.eve.lease(&[&["--cpu", "3", "--kind", "spot"], &room[..]].concat())?;
		anyhow::ensure!(spot["notice"] == NOTICE, "{spot}");
		let spot = spot["lease"].to_string();
		self.until_begun(&spot)?;
		let wanted = self.dave.lease(&[&["--cpu", "2"], &room[..]].concat())?;
		let usable_from = wanted["usable_from"].as_u64().context("it has to wait")?;
		let wanted = wanted["lease"].to_string();
		let leaving = self.eve.show(&spot)?;
		let reclaimed = leaving["reclaimed"].as_u64().context("it has notice")?;
		anyhow::ensure!(reclaimed <= usable_from, "{leaving}");
		self.network.kill_agent(0);
		self.network.start_agent(0)?;

		let all = self.eve.cli.clone();
		let (spot_id, wanted_id) = (spot.clone(), wanted.clone());
		let begun = self.network.wait("the room to change hands", PATIENCE, |_| {
			// All leases at one block.
			let leases = all.json(&["lease", "list", "--all"])?;
			let leases: Vec<_> = leases.as_array().into_iter().flatten().collect();
			let runs = |id: &str| {
				let lease = leases.iter().find(|lease| is(&lease["id"], id));
				lease.filter(|lease| !lease["started"].is_null())
			};
			let used: u64 = leases
				.iter()
				.filter(|lease| !lease["started"].is_null())
				.filter_map(|lease| lease["needs"]["cpu_millis"].as_u64())
				.sum();
			let twice = used > 4_000 || (runs(&spot_id).is_some() && runs(&wanted_id).is_some());
			let broken = twice.then(|| anyhow::anyhow!("room is used twice: {leases:?}"));
			let begun = runs(&wanted_id).map(|lease| (*lease).clone());
			Ok(broken.map(Err).or(begun.map(Ok)))
		})??;
		let started = begun["started"].as_u64().context("it has begun")?;
		anyhow::ensure!(started >= usable_from, "{begun}");
		let ended = self.ended(&spot)?;
		anyhow::ensure!((reclaimed..=started).contains(&ended), "{reclaimed} {ended} {started}");
		self.dave.close(&wanted, "cancelled")?;
		Ok(())
	}

	/// When a lease of Eve's ended, as its statement has it.
	fn ended(&mut self, lease: &str) -> anyhow::Result<u64> {
		let eve = self.eve.cli.clone();
		let from = (now(self.network)? - 600).to_string();
		self.network.wait("the end of the lease to be final", PATIENCE, |_| {
			let statement = eve.json(&["bill", "--lease", lease, "--from", &from])?;
			let is_open = statement["unsettled"].as_array().is_some_and(|it| !it.is_empty());
			Ok(statement["lines"][0]["last"].as_u64().filter(|_| !is_open))
		})
	}

	/// What the owners were charged is what Bob and the fee account received, and what the
	/// statements say.
	fn all_of_it_adds_up(&mut self) -> anyhow::Result<()> {
		let leases = self.eve.cli.json(&["lease", "list", "--all"])?;
		anyhow::ensure!(leases == Value::Array(Vec::new()), "{leases}");
		let after = self.received()?;
		let [received, fees] = [after[0] - self.before[0], after[1] - self.before[1]];
		let mut sums = [0; 4];
		for buyer in [&self.eve, &self.dave] {
			let account = buyer.account()?;
			let charged = buyer.paid_in - number(&account["funds"])?;
			for left in ["reserved", "earmarked", "committed_rate", "halted_rate", "streams"] {
				anyhow::ensure!(number(&account[left])? == 0, "{left}: {account}");
			}
			let statement = statement(self.network, buyer, &account)?;
			anyhow::ensure!(statement["books"]["exact"] == true, "{statement}");
			anyhow::ensure!(number(&statement["books"]["spent"])? == charged, "{statement}");
			let totals = statement["totals"].as_array().context("there are no totals")?;
			let [total] = &totals[..] else { anyhow::bail!("one asset: {statement}") };
			anyhow::ensure!(number(&total["amount"])? == charged, "{statement}");
			let parts = [
				charged,
				number(&total["received"])?,
				number(&total["fee"])? - number(&account["fees"])?,
				number(&total["forfeit"])?,
			];
			for (sum, part) in sums.iter_mut().zip(parts) {
				*sum += part;
			}
		}
		let [charged, said, delivered, forfeit] = sums;
		anyhow::ensure!(received == said, "Bob received {received}, and {said} is said");
		anyhow::ensure!(fees == delivered, "{fees} in fees, and {delivered} is said");
		anyhow::ensure!(charged >= received + fees && charged > 0, "{charged}");
		anyhow::ensure!(forfeit == self.forfeit, "{forfeit} {}", self.forfeit);
		Ok(())
	}

	fn held(&self, who: &str) -> anyhow::Result<Balance> {
		let who = chain::account(who)?;
		block_on(async {
			Ok(Client::connect(&self.network.url(0))
				.await?
				.state()
				.await?
				.held_balance(who)
				.await?)
		})
	}

	/// What Bob has, deposits included, and what the fee account has.
	fn received(&self) -> anyhow::Result<[Balance; 2]> {
		let bob = chain::account("bob")?;
		block_on(async {
			let state = Client::connect(&self.network.url(0)).await?.state().await?;
			let bobs = state.free_balance(bob).await? + state.held_balance(bob).await?;
			Ok([bobs, state.free_balance(state.fee_account()?).await?])
		})
	}
}

/// An auction that runs.
struct Auction {
	id: String,
	bid: String,
	/// What was held of Eve and of Bob before.
	held: [Balance; 2],
}

/// The statement of an account, once the last payment is final.
fn statement(network: &mut Network, buyer: &Buyer, account: &Value) -> anyhow::Result<Value> {
	network.wait("the last payment to be final", PATIENCE, |_| {
		let statement = buyer.cli.json(&["bill", "--account", &buyer.tab])?;
		Ok((statement["books"]["closing"] == account["funds"]).then_some(statement))
	})
}

/// The time of the best block.
fn now(network: &Network) -> anyhow::Result<u64> {
	block_on(async { Ok(Client::connect(&network.url(0)).await?.state().await?.now().await?.0) })
}

/// What the agent counts under this name.
fn metric(network: &Network, name: &str) -> anyhow::Result<u64> {
	let url = format!("http://127.0.0.1:{}/metrics", network.ports(0).gateway);
	let text = block_on(async {
		tradewind_client::tls::ready();
		Ok(reqwest::get(url).await?.text().await?)
	})?;
	let head = format!("tradewind_agent_{name} ");
	let value = text.lines().find_map(|line| line.strip_prefix(&head));
	Ok(value.with_context(|| format!("`{name}` is not in {text}"))?.parse()?)
}

/// Whether a number is the one that was written so.
fn is(value: &Value, id: &str) -> bool {
	value.as_u64().is_some_and(|value| id.parse() == Ok(value))
}

fn number(value: &Value) -> anyhow::Result<u128> {
	match value {
		Value::String(text) => Ok(text.parse()?),
		other => Ok(u128::from(other.as_u64().with_context(|| format!("not a number: {other}"))?)),
	}
}
