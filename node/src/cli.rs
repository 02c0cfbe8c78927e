//! The command line.

use sc_network::{
	config::{NetworkConfiguration, TransportConfig},
	multiaddr::Protocol,
	Multiaddr,
};
use std::net::{Ipv4Addr, Ipv6Addr};

/// The arguments of the node.
#[derive(Debug, clap::Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run a node.
	#[command(flatten)]
	pub run: RunCmd,
}

/// How to run a node.
#[derive(Debug, Clone, clap::Parser)]
#[group(skip)]
// The MMR's nodes and the bodies of audit records reach the disk through the indexing API alone. A
// node without it cannot prove a record, so here it is on unless the operator turns it off.
#[command(mut_arg("indexing_enabled", |arg| arg.default_value("true")))]
pub struct RunCmd {
	/// What every Substrate node understands.
	#[command(flatten)]
	pub base: sc_cli::RunCmd,

	/// Accept p2p connections on all interfaces.
	///
	/// By default the node listens on loopback only and keeps mDNS off. `--listen-addr` opens
	/// exactly the addresses it names.
	#[arg(long, conflicts_with = "listen_addr")]
	pub p2p_external: bool,

	/// Do not measure the machine at start.
	///
	/// A validator of a live chain measures processor, memory and disk for a few seconds and warns
	/// when they are slower than what blocks are weighed for. On other chains nothing is measured.
	#[arg(long)]
	pub no_hardware_benchmarks: bool,
}

impl RunCmd {
	/// Keeps the p2p network on this machine unless the operator opened it. Returns whether it did.
	pub fn confine(&self, network: &mut NetworkConfiguration) -> bool {
		if self.p2p_external || !self.base.network_params.listen_addr.is_empty() {
			return false;
		}
		for address in network.listen_addresses.iter_mut() {
			*address = on_loopback(address);
		}
		if let TransportConfig::Normal { enable_mdns, .. } = &mut network.transport {
			*enable_mdns = false;
		}
		true
	}
}

/// The same address, on loopback if it was on all interfaces.
fn on_loopback(address: &Multiaddr) -> Multiaddr {
	address
		.iter()
		.map(|part| match part {
			Protocol::Ip4(ip) if ip.is_unspecified() => Protocol::Ip4(Ipv4Addr::LOCALHOST),
			Protocol::Ip6(ip) if ip.is_unspecified() => Protocol::Ip6(Ipv6Addr::LOCALHOST),
			other => other,
		})
		.collect()
}

/// What to do instead of running a node.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Manage keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Write a chain specification.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Write a chain specification with this node as bootnode; `export-chain-spec` is preferred.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Validate blocks.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Export blocks.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Export the state of a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Import blocks.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Remove the chain's database.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Revert the chain to an earlier block that is not yet final.
	Revert(sc_cli::RevertCmd),

	/// Show the best and the finalized block of the database.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Measure the runtime, the storage or the machine.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::{CommandFactory, Parser};
	use sc_cli::CliConfiguration;
	use sc_service::{config::PrometheusConfig, BlocksPruning, Role};

	fn run(args: &[&str]) -> RunCmd {
		let args = std::iter::once("tradewind-node").chain(args.iter().copied());
		Cli::try_parse_from(args).unwrap().run
	}

	fn network(listen: &[&str]) -> NetworkConfiguration {
		let mut network = NetworkConfiguration::new_local();
		network.listen_addresses = listen.iter().map(|address| address.parse().unwrap()).collect();
		network.transport = TransportConfig::Normal { enable_mdns: true, allow_private_ip: true };
		network
	}

	fn mdns(network: &NetworkConfiguration) -> bool {
		matches!(network.transport, TransportConfig::Normal { enable_mdns: true, .. })
	}

	#[test]
	fn arguments_are_consistent() {
		Cli::command().debug_assert();
	}

	#[test]
	fn offchain_indexing_is_on_unless_turned_off() {
		let indexing = |args: &[&str]| {
			run(args).base.offchain_worker(&Role::Authority).unwrap().indexing_enabled
		};
		assert!(indexing(&[]));
		assert!(indexing(&["--dev"]));
		assert!(!indexing(&["--enable-offchain-indexing", "false"]));
	}

	#[test]
	fn finalized_bodies_are_kept() {
		assert!(matches!(run(&[]).base.blocks_pruning(), Ok(BlocksPruning::KeepFinalized)));
	}

	#[test]
	fn nothing_leaves_the_machine_by_default() {
		let run = run(&["--validator"]);
		let rpc = run.base.rpc_addr(9944).unwrap().unwrap_or_default();
		assert!(rpc.iter().all(|endpoint| endpoint.listen_addr.ip().is_loopback()));
		let spec: Box<dyn sc_service::ChainSpec> =
			Box::new(crate::chain_spec::load("local").unwrap());
		let prometheus = run.base.prometheus_config(9615, &spec).unwrap();
		assert!(prometheus.is_some_and(|PrometheusConfig { port, .. }| port.ip().is_loopback()));

		let mut network = network(&["/ip4/0.0.0.0/tcp/30333", "/ip6/::/tcp/30333/ws"]);
		assert!(run.confine(&mut network));
		let listen: Vec<_> = network.listen_addresses.iter().map(ToString::to_string).collect();
		assert_eq!(listen, ["/ip4/127.0.0.1/tcp/30333", "/ip6/::1/tcp/30333/ws"]);
		assert!(!mdns(&network));
	}

	#[test]
	fn p2p_external_opens_all_interfaces() {
		let mut network = network(&["/ip4/0.0.0.0/tcp/30333"]);
		assert!(!run(&["--p2p-external"]).confine(&mut network));
		assert_eq!(network.listen_addresses[0].to_string(), "/ip4/0.0.0.0/tcp/30333");
		assert!(mdns(&network));
	}

	#[test]
	fn a_listen_address_is_taken_as_given() {
		let mut network = network(&["/ip4/0.0.0.0/tcp/1"]);
		assert!(!run(&["--listen-addr", "/ip4/0.0.0.0/tcp/1"]).confine(&mut network));
		assert_eq!(network.listen_addresses[0].to_string(), "/ip4/0.0.0.0/tcp/1");
	}
}
