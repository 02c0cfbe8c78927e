//! Turns the command line into a running node or a one-off command.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	service,
};
use sc_cli::{Result, SubstrateCli};
use sc_service::ChainSpec;
use sp_core::crypto::set_default_ss58_version;
use tradewind_runtime::{configs::system::SS58Prefix, opaque::Block};

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Tradewind Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	// Fixed, since the data folder is named after it: renaming the file must not lose the chain.
	fn executable_name() -> String {
		env!("CARGO_PKG_NAME").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the issue tracker of the Tradewind repository".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

/// Does what the command line asks for.
pub fn run() -> Result<()> {
	let cli = Cli::from_args();
	set_default_ss58_version(SS58Prefix::get().into());

	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::BuildSpec(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.chain_spec, config.network))
		},
		Some(Subcommand::CheckBlock(cmd)) => cli.create_runner(cmd)?.async_run(|mut config| {
			let ops = service::new_chain_ops(&mut config)?;
			Ok((cmd.run(ops.client, ops.import_queue), ops.task_manager))
		}),
		Some(Subcommand::ExportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|mut config| {
			let (client, _, task_manager) = service::open_chain(&mut config)?;
			Ok((cmd.run(client, config.database), task_manager))
		}),
		Some(Subcommand::ExportState(cmd)) => cli.create_runner(cmd)?.async_run(|mut config| {
			let (client, _, task_manager) = service::open_chain(&mut config)?;
			Ok((cmd.run(client, config.chain_spec), task_manager))
		}),
		Some(Subcommand::ImportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|mut config| {
			let ops = service::new_chain_ops(&mut config)?;
			Ok((cmd.run(ops.client, ops.import_queue), ops.task_manager))
		}),
		Some(Subcommand::PurgeChain(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database))
		},
		Some(Subcommand::Revert(cmd)) => cli.create_runner(cmd)?.async_run(|mut config| {
			let (client, backend, task_manager) = service::open_chain(&mut config)?;
			let revert = cmd.run(client, backend, Some(Box::new(service::revert)));
			Ok((revert, task_manager))
		}),
		Some(Subcommand::ChainInfo(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		},
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(cmd)) => benchmark(&cli, cmd),
	}
}

fn run_node(cli: &Cli) -> Result<()> {
	cli.create_runner(&cli.run.base)?.run_node_until_exit(|mut config| async move {
		if cli.run.confine(&mut config.network) {
			log::info!("🔒 P2P listens on loopback only: --p2p-external or --listen-addr opens it");
		}
		Ok(service::start(config, !cli.run.no_hardware_benchmarks)?)
	})
}

#[cfg(feature = "runtime-benchmarks")]
fn benchmark(cli: &Cli, cmd: &frame_benchmarking_cli::BenchmarkCmd) -> Result<()> {
	use frame_benchmarking_cli::{
		BenchmarkCmd, ExtrinsicFactory, SubstrateRemarkBuilder, SUBSTRATE_REFERENCE_HARDWARE,
	};
	use sp_runtime::traits::HashingFor;

	cli.create_runner(cmd)?.sync_run(|mut config| match cmd {
		BenchmarkCmd::Pallet(cmd) => {
			cmd.run_with_spec::<HashingFor<Block>, ()>(Some(config.chain_spec))
		},
		BenchmarkCmd::Overhead(cmd) => {
			cmd.run_with_default_builder_and_spec::<Block, ()>(Some(config.chain_spec))
		},
		BenchmarkCmd::Block(cmd) => {
			let (client, _, _task_manager) = service::open_chain(&mut config)?;
			cmd.run(client)
		},
		BenchmarkCmd::Storage(cmd) => {
			let (client, backend, _task_manager) = service::open_chain(&mut config)?;
			let (db, storage) = (backend.expose_db(), backend.expose_storage());
			let trie_cache = backend.expose_shared_trie_cache();
			cmd.run(config, client, db, storage, trie_cache)
		},
		BenchmarkCmd::Extrinsic(cmd) => {
			let (client, _, _task_manager) = service::open_chain(&mut config)?;
			let remark = SubstrateRemarkBuilder::new_from_client(client.clone())?;
			let factory = ExtrinsicFactory(vec![Box::new(remark)]);
			cmd.run(client, inherents_of_slot_zero()?, Vec::new(), &factory)
		},
		BenchmarkCmd::Machine(cmd) => cmd.run(&config, SUBSTRATE_REFERENCE_HARDWARE.clone()),
	})
}

/// The inherents of a block without a BABE digest: such a block counts as being in slot 0, so the
/// time must be in slot 0 too.
#[cfg(feature = "runtime-benchmarks")]
fn inherents_of_slot_zero() -> Result<sp_inherents::InherentData> {
	use sp_inherents::InherentDataProvider;

	let mut data = sp_inherents::InherentData::new();
	let timestamp = sp_timestamp::InherentDataProvider::new(0.into());
	futures::executor::block_on(timestamp.provide_inherent_data(&mut data))
		.map_err(|error| format!("The benchmark's inherents cannot be made: {error:?}"))?;
	Ok(data)
}
