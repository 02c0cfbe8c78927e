//! A network of one or four nodes with their agents.

use crate::{block_on, chain, free_ports, wait_for, Process, Tradewind};
use anyhow::Context;
use serde_json::Value;
use std::{
	fs, io,
	path::{Path, PathBuf},
	process::Command,
	time::Duration,
};
use tradewind_client::{Balance, Client, Resources};

/// What `tradewind run` asks for by default.
const DEFAULT_NEEDS: Resources =
	Resources { cpu_millis: 1000, memory_mib: 256, disk_mib: 64, gpus: 0, egress_mbps: 0 };

/// Which network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
	/// One node that validates alone, and Bob selling.
	Development,
	/// Four providers that are the four validators.
	Local,
}

impl Preset {
	/// Who validates, in order.
	pub fn validators(self) -> &'static [&'static str] {
		match self {
			Self::Development => &["alice"],
			Self::Local => &["alice", "bob", "charlie", "dave"],
		}
	}

	/// Who sells, in order; each has an agent at the node of the same index.
	pub fn providers(self) -> &'static [&'static str] {
		match self {
			Self::Development => &["bob"],
			Self::Local => &["alice", "bob", "charlie", "dave"],
		}
	}

	fn chain(self) -> &'static str {
		match self {
			Self::Development => "dev",
			Self::Local => "local",
		}
	}
}

/// Where one node and its agent listen.
#[derive(Clone, Copy, Debug)]
pub struct Ports {
	/// The node's peers.
	pub p2p: u16,
	/// The node's RPC.
	pub rpc: u16,
	/// The node's metrics.
	pub metrics: u16,
	/// The agent's gateway.
	pub gateway: u16,
}

impl Ports {
	/// Ports for `count` nodes that nobody listens on.
	pub fn free(count: usize) -> anyhow::Result<Vec<Self>> {
		let free = free_ports(4 * count)?;
		Ok(free
			.chunks_exact(4)
			.map(|four| Self { p2p: four[0], rpc: four[1], metrics: four[2], gateway: four[3] })
			.collect())
	}
}

/// A running network. All of it is stopped when this is dropped.
pub struct Network {
	preset: Preset,
	folder: PathBuf,
	ports: Vec<Ports>,
	bootnodes: Vec<String>,
	/// The nodes, in the order of [`Preset::validators`].
	pub nodes: Vec<Process>,
	/// The agents, in the order of [`Preset::providers`]; `None` while one is not running.
	pub agents: Vec<Option<Process>>,
}

impl Network {
	/// Starts the nodes of `preset` on free ports, with everything they write in `folder`, and
	/// their agents; returns when blocks are being finalised and all providers are up.
	pub fn start(preset: Preset, folder: &Path) -> anyhow::Result<Self> {
		let ports = Ports::free(preset.validators().len())?;
		let mut network = Self::start_nodes(preset, folder, ports)?;
		network.start_agents()?;
		network.wait_until_ready()?;
		Ok(network)
	}

	/// Starts the nodes alone.
	pub fn start_nodes(preset: Preset, folder: &Path, ports: Vec<Ports>) -> anyhow::Result<Self> {
		fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
		let mut network = Self {
			preset,
			folder: folder.into(),
			ports,
			bootnodes: Vec::new(),
			nodes: Vec::new(),
			agents: preset.providers().iter().map(|_| None).collect(),
		};
		network.write_chain_spec()?;
		for index in 0..network.ports.len() {
			let address = network.make_node_key(index)?;
			network.bootnodes.push(address);
		}
		for index in 0..network.ports.len() {
			let node = network.start_node(index)?;
			network.nodes.push(node);
		}
		Ok(network)
	}

	/// The folder that holds everything.
	pub fn folder(&self) -> &Path {
		&self.folder
	}

	/// Where node `index` and its agent listen.
	pub fn ports(&self, index: usize) -> Ports {
		self.ports[index]
	}

	/// The RPC address of node `index`.
	pub fn url(&self, index: usize) -> String {
		format!("ws://127.0.0.1:{}", self.ports[index].rpc)
	}

	/// The command line of one of the well-known people, at the first node.
	pub fn cli(&self, who: &str) -> Tradewind {
		Tradewind::new(&self.url(0), who)
	}

	/// Starts node `index`; for one that was stopped or killed, with what it had on disk.
	pub fn start_node(&self, index: usize) -> anyhow::Result<Process> {
		let name = self.preset.validators()[index];
		let ports = self.ports[index];
		let mut command = Command::new(crate::binaries().join("tradewind-node"));
		command
			.arg("--chain")
			.arg(self.chain_spec())
			.arg("--base-path")
			.arg(self.home(index).join("node"))
			.arg("--node-key-file")
			.arg(self.node_key(index))
			.args([format!("--{name}"), "--validator".into(), "--no-mdns".into()])
			// Old states stay, so that any record can be looked at.
			.args(["--state-pruning", "archive"])
			.args(["--name", name])
			.args(["--rpc-port".into(), ports.rpc.to_string()])
			.args(["--prometheus-port".into(), ports.metrics.to_string()])
			.args(["--listen-addr".into(), format!("/ip4/127.0.0.1/tcp/{}", ports.p2p)])
			.args(["--no-telemetry", "--no-hardware-benchmarks", "--allow-private-ip"]);
		if self.preset == Preset::Development {
			command.arg("--force-authoring");
		}
		for (other, address) in self.bootnodes.iter().enumerate() {
			if other != index {
				command.args(["--bootnodes", address]);
			}
		}
		Process::start(&format!("node {name}"), &self.log(index, "node"), &mut command)
	}

	/// Starts the agent of provider `index`, at its own node.
	pub fn start_agent(&mut self, index: usize) -> anyhow::Result<()> {
		self.start_agent_with(index, &["--dev", self.preset.providers()[index]])
	}

	/// The same, with other keys than the well-known ones.
	pub fn start_agent_with(&mut self, index: usize, keys: &[&str]) -> anyhow::Result<()> {
		let name = self.preset.providers()[index];
		let mut command = Command::new(crate::binaries().join("tradewind-agent"));
		command
			.args(keys)
			.args(["--url".into(), self.url(index)])
			.args(["--listen".into(), format!("127.0.0.1:{}", self.ports[index].gateway)])
			.arg("--base-path")
			.arg(self.home(index).join("agent"));
		let agent =
			Process::start(&format!("agent {name}"), &self.log(index, "agent"), &mut command)?;
		self.agents[index] = Some(agent);
		Ok(())
	}

	/// Starts all agents, once the nodes answer.
	pub fn start_agents(&mut self) -> anyhow::Result<()> {
		self.wait("the nodes to answer", Duration::from_secs(180), |network| {
			Ok((0..network.ports.len()).all(|i| network.answers(i)).then_some(()))
		})?;
		(0..self.agents.len()).try_for_each(|index| self.start_agent(index))
	}

	/// `kill -9` for the agent of provider `index`.
	pub fn kill_agent(&mut self, index: usize) {
		self.agents[index] = None;
	}

	/// `kill -9` for node `index`.
	pub fn kill_node(&mut self, index: usize) {
		self.nodes[index].kill();
	}

	/// Starts node `index` again after [`Self::kill_node`].
	pub fn restart_node(&mut self, index: usize) -> anyhow::Result<()> {
		self.nodes[index] = self.start_node(index)?;
		Ok(())
	}

	/// Waits until blocks are finalised and all providers are up.
	pub fn wait_until_ready(&mut self) -> anyhow::Result<()> {
		let url = self.url(0);
		self.wait("blocks to be finalised", Duration::from_secs(180), |_| {
			Ok((finalized(&url)? > 0).then_some(()))
		})?;
		let providers = self.preset.providers().len();
		let cli = self.cli("alice");
		self.wait("all providers to be up", Duration::from_secs(180), |_| {
			let list = cli.json(&["provider", "list"])?;
			let up = list
				.as_array()
				.into_iter()
				.flatten()
				.filter(|p| p["uptime"]["up"] == Value::Bool(true));
			Ok((up.count() == providers).then_some(()))
		})
	}

	/// As [`wait_for`], but fails at once when one of the processes ends.
	pub fn wait<T>(
		&mut self,
		what: &str,
		patience: Duration,
		mut question: impl FnMut(&Self) -> anyhow::Result<Option<T>>,
	) -> anyhow::Result<T> {
		wait_for(what, patience, || match self.check() {
			Ok(()) => Ok(question(self)?.map(Ok)),
			Err(ended) => Ok(Some(Err(ended))),
		})?
	}

	/// Fails when one of the processes that should be running is not.
	pub fn check(&mut self) -> anyhow::Result<()> {
		self.nodes.iter_mut().try_for_each(Process::check)?;
		self.agents.iter_mut().flatten().try_for_each(Process::check)
	}

	/// Stops everything in good order, agents first.
	pub fn stop(&mut self) {
		self.agents.iter_mut().flatten().for_each(Process::ask_to_stop);
		self.agents.iter_mut().flatten().for_each(Process::stop);
		self.nodes.iter_mut().for_each(Process::ask_to_stop);
		self.nodes.iter_mut().for_each(Process::stop);
	}

	/// Stops everything and removes what the nodes and agents stored; their logs stay.
	pub fn remove(mut self) -> anyhow::Result<()> {
		self.stop();
		for index in 0..self.ports.len() {
			for data in ["node", "agent"] {
				remove_folder(&self.home(index).join(data))?;
			}
			fs::remove_file(self.node_key(index))?;
		}
		fs::remove_file(self.chain_spec())?;
		Ok(())
	}

	/// Which of the providers has this address.
	pub fn index_of(&self, address: &str) -> anyhow::Result<usize> {
		let names = self.preset.providers();
		let accounts =
			names.iter().map(|name| chain::account(name)).collect::<Result<Vec<_>, _>>()?;
		accounts
			.iter()
			.position(|account| account.to_string() == address)
			.with_context(|| format!("{address} is none of the providers"))
	}

	/// What each provider has free, in planck.
	pub fn free_balances(&self) -> anyhow::Result<Vec<Balance>> {
		let balance = |name: &&str| chain::free_balance(&self.url(0), chain::account(name)?);
		self.preset.providers().iter().map(balance).collect()
	}

	/// What the cheapest offer asks per second for work that asks for no more than the defaults.
	pub fn least_rate(&self) -> anyhow::Result<Balance> {
		let offers = block_on(async {
			Ok(Client::connect(&self.url(0)).await?.state().await?.offers().await?)
		})?;
		let rates = offers.iter().filter_map(|offer| offer.prices.rate(&DEFAULT_NEEDS));
		Ok(rates.min_by_key(|rate| rate.0).context("there is no offer")?.0)
	}

	/// Prints the last lines of every log, for a test that failed.
	pub fn print_logs(&self, lines: usize) {
		for process in self.nodes.iter().chain(self.agents.iter().flatten()) {
			let log = fs::read_to_string(process.log()).unwrap_or_default();
			let all: Vec<_> = log.lines().collect();
			eprintln!("--- {} ({})", process.name(), process.log().display());
			for line in all.iter().skip(all.len().saturating_sub(lines)) {
				eprintln!("{line}");
			}
		}
	}

	fn answers(&self, index: usize) -> bool {
		std::net::TcpStream::connect(("127.0.0.1", self.ports[index].rpc)).is_ok()
	}

	fn home(&self, index: usize) -> PathBuf {
		self.folder.join(self.preset.validators()[index])
	}

	fn log(&self, index: usize, what: &str) -> PathBuf {
		self.home(index).join(format!("{what}.log"))
	}

	fn chain_spec(&self) -> PathBuf {
		self.folder.join("chain.json")
	}

	fn node_key(&self, index: usize) -> PathBuf {
		self.home(index).join("node-key")
	}

	/// Writes the chain specification: the preset's, with the gateways where they are here.
	fn write_chain_spec(&self) -> anyhow::Result<()> {
		let spec =
			node(&["build-spec", "--chain", self.preset.chain(), "--disable-default-bootnode"])?;
		let mut spec: Value =
			serde_json::from_slice(&spec).context("`build-spec` printed no JSON")?;
		let providers = spec
			.pointer_mut("/genesis/runtimeGenesis/patch/providers/providers")
			.and_then(Value::as_array_mut)
			.context("the chain specification has no providers")?;
		for (provider, ports) in providers.iter_mut().zip(&self.ports) {
			provider[2] = format!("http://127.0.0.1:{}", ports.gateway).into_bytes().into();
		}
		fs::write(self.chain_spec(), serde_json::to_vec_pretty(&spec)?)?;
		Ok(())
	}

	/// Makes the key by which the peers know node `index`; the address they find it at.
	fn make_node_key(&self, index: usize) -> anyhow::Result<String> {
		let file = self.node_key(index);
		fs::create_dir_all(self.home(index))?;
		let path = file.to_str().context("the folder's name is not UTF-8")?;
		if !file.exists() {
			node(&["key", "generate-node-key", "--file", path])?;
		}
		let peer = node(&["key", "inspect-node-key", "--file", path])?;
		let peer = String::from_utf8(peer)?;
		Ok(format!("/ip4/127.0.0.1/tcp/{}/p2p/{}", self.ports[index].p2p, peer.trim()))
	}
}

/// The height of the last block that the node at `url` knows to be final.
fn finalized(url: &str) -> anyhow::Result<u64> {
	chain::block_on(async {
		Ok(Client::connect(url).await?.finalized_state().await?.block().number)
	})
}

fn remove_folder(folder: &Path) -> anyhow::Result<()> {
	match fs::remove_dir_all(folder) {
		Err(error) if error.kind() != io::ErrorKind::NotFound => {
			Err(error).with_context(|| format!("cannot remove {}", folder.display()))
		},
		_ => Ok(()),
	}
}

/// Runs `tradewind-node` to its end; what it printed.
fn node(args: &[&str]) -> anyhow::Result<Vec<u8>> {
	let program = crate::binaries().join("tradewind-node");
	let output = Command::new(&program)
		.args(args)
		.output()
		.with_context(|| format!("cannot start {}", program.display()))?;
	anyhow::ensure!(
		output.status.success(),
		"`tradewind-node {}` failed: {}",
		args.join(" "),
		String::from_utf8_lossy(&output.stderr)
	);
	Ok(output.stdout)
}
