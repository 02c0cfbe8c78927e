//! The parts of a node and how they are put together.

use crate::rpc;
use futures::{FutureExt, StreamExt};
use sc_client_api::{Backend, BlockBackend};
use sc_consensus_babe::{BabeLink, BabeWorkerHandle, SlotProportion};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaPruningFilter, LinkHalf, SharedVoterState, VotingRulesBuilder,
};
use sc_network::{
	config::{FullNetworkConfiguration, NetworkBackendType},
	service::traits::NetworkService,
	Event, NetworkBackend, NetworkEventStream,
};
use sc_service::{
	config::KeystoreConfig, BuildNetworkParams, ChainType, Configuration, Error, KeystoreContainer,
	SpawnTasksParams, TaskManager, WarpSyncConfig,
};
use sc_sysinfo::{HwBench, Metric, Requirement, Requirements, Throughput};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_babe::inherents::BabeCreateInherentDataProviders;
use std::{sync::Arc, time::Duration};
use tradewind_runtime::{apis::RuntimeApi, opaque::Block, BlockNumber, Hash};

/// What the runtime may call in the node.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type HostFunctions = sp_io::SubstrateHostFunctions;
/// What the runtime may call in the node.
#[cfg(feature = "runtime-benchmarks")]
pub type HostFunctions =
	(sp_io::SubstrateHostFunctions, frame_benchmarking::benchmarking::HostFunctions);

/// The client of a full node.
pub type FullClient =
	sc_service::TFullClient<Block, RuntimeApi, sc_executor::WasmExecutor<HostFunctions>>;
/// The database of a full node.
pub type FullBackend = sc_service::TFullBackend<Block>;
/// The transaction pool of a full node.
pub type FullPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;
/// How the best chain is chosen: it is the longest that contains the finalized block.
pub type FullSelectChain = sc_consensus::LongestChain<FullBackend, Block>;

type ImportQueue = sc_consensus::DefaultImportQueue<Block>;
type GrandpaBlockImport =
	sc_consensus_grandpa::GrandpaBlockImport<FullBackend, Block, FullClient, FullSelectChain>;
type BabeBlockImport = sc_consensus_babe::BabeBlockImport<
	Block,
	FullClient,
	GrandpaBlockImport,
	BabeCreateInherentDataProviders<Block>,
	FullSelectChain,
>;

/// Every how many blocks a finality justification is stored. An audit record can be proved final
/// from the first stored justification after it, so this is how long a proof may have to wait.
const JUSTIFICATION_PERIOD: u32 = 64;

/// How long a finality vote may take through the network; a few of these fit in a slot of 3 s.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The largest block body the author tries for. The runtime's own limit is below and binds.
const MAX_BODY: usize = 15 * 1024 * 1024;

/// What running a node and working on its database have in common.
struct Parts {
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	task_manager: TaskManager,
	keystore: KeystoreContainer,
	select_chain: FullSelectChain,
	pool: Arc<FullPool>,
	block_import: BabeBlockImport,
	import_queue: ImportQueue,
	babe_link: BabeLink<Block>,
	babe_worker: BabeWorkerHandle<Block>,
	grandpa_link: LinkHalf<Block, FullClient, FullSelectChain>,
	telemetry: Option<Telemetry>,
}

impl Parts {
	fn new(config: &Configuration) -> Result<Self, Error> {
		let telemetry = config
			.telemetry_endpoints
			.clone()
			.filter(|endpoints| !endpoints.is_empty())
			.map(|endpoints| -> Result<_, sc_telemetry::Error> {
				let worker = TelemetryWorker::new(16)?;
				let telemetry = worker.handle().new_telemetry(endpoints);
				Ok((worker, telemetry))
			})
			.transpose()?;

		let executor = sc_service::new_wasm_executor::<HostFunctions>(&config.executor);
		// Blocks with a GRANDPA justification stay even when blocks are pruned: other nodes need
		// them for warp sync.
		let (client, backend, keystore, task_manager) =
			sc_service::new_full_parts::<Block, RuntimeApi, _>(
				config,
				telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
				executor,
				vec![Arc::new(GrandpaPruningFilter)],
			)?;
		let client = Arc::new(client);

		let telemetry = telemetry.map(|(worker, telemetry)| {
			task_manager.spawn_handle().spawn("telemetry", None, worker.run());
			telemetry
		});
		let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);

		let select_chain = FullSelectChain::new(backend.clone());
		let pool = Arc::new(
			sc_transaction_pool::Builder::new(
				task_manager.spawn_essential_handle(),
				client.clone(),
				config.role.is_authority().into(),
			)
			.with_options(config.transaction_pool.clone())
			.with_prometheus(config.prometheus_registry())
			.build(),
		);

		let (grandpa_block_import, grandpa_link) = sc_consensus_grandpa::block_import(
			client.clone(),
			JUSTIFICATION_PERIOD,
			&client,
			select_chain.clone(),
			telemetry_handle.clone(),
		)?;

		let babe_config = sc_consensus_babe::configuration(&*client)?;
		let slot_duration = babe_config.slot_duration();
		let inherents: BabeCreateInherentDataProviders<Block> =
			Arc::new(move |_, _| async move { Ok(inherents(slot_duration)) });
		let (block_import, babe_link) = sc_consensus_babe::block_import(
			babe_config,
			grandpa_block_import.clone(),
			client.clone(),
			inherents,
			select_chain.clone(),
			OffchainTransactionPoolFactory::new(pool.clone()),
		)?;

		let (import_queue, babe_worker) =
			sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
				link: babe_link.clone(),
				block_import: block_import.clone(),
				justification_import: Some(Box::new(grandpa_block_import)),
				client: client.clone(),
				slot_duration,
				spawner: &task_manager.spawn_essential_handle(),
				registry: config.prometheus_registry(),
				telemetry: telemetry_handle,
			})?;

		Ok(Self {
			client,
			backend,
			task_manager,
			keystore,
			select_chain,
			pool,
			block_import,
			import_queue,
			babe_link,
			babe_worker,
			grandpa_link,
			telemetry,
		})
	}
}

/// What an author adds to every block: the slot and the time.
fn inherents(
	slot_duration: sp_consensus_babe::SlotDuration,
) -> (sp_consensus_babe::inherents::InherentDataProvider, sp_timestamp::InherentDataProvider) {
	use sp_consensus_babe::inherents::InherentDataProvider;

	let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
	let slot = InherentDataProvider::from_timestamp_and_slot_duration(*timestamp, slot_duration);
	(slot, timestamp)
}

/// What a command needs that works on the database without running a node.
pub struct ChainOps {
	/// The client.
	pub client: Arc<FullClient>,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// Imports blocks.
	pub import_queue: ImportQueue,
	/// Keeps the above alive.
	pub task_manager: TaskManager,
}

/// Opens the database for a command.
pub fn new_chain_ops(config: &mut Configuration) -> Result<ChainOps, Error> {
	config.keystore = KeystoreConfig::InMemory;
	// Or imported blocks would leave neither MMR nodes nor audit records behind.
	config.offchain_worker.indexing_enabled = true;
	let Parts { client, backend, import_queue, mut task_manager, pool, babe_worker, .. } =
		Parts::new(config)?;
	// Essential tasks listen to these and count as failed once they are gone.
	task_manager.keep_alive((pool, babe_worker));
	Ok(ChainOps { client, backend, import_queue, task_manager })
}

/// Opens the database for a command that imports nothing.
pub fn open_chain(
	config: &mut Configuration,
) -> Result<(Arc<FullClient>, Arc<FullBackend>, TaskManager), Error> {
	let ChainOps { client, backend, import_queue, mut task_manager } = new_chain_ops(config)?;
	// As above.
	task_manager.keep_alive(import_queue);
	Ok((client, backend, task_manager))
}

/// Takes `blocks` blocks back from what BABE and GRANDPA remember.
pub fn revert(
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	blocks: BlockNumber,
) -> sc_cli::Result<()> {
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	sc_consensus_grandpa::revert(client, blocks)?;
	Ok(())
}

/// Starts a node on the network backend that the operator chose. A validator of a live chain may
/// be asked to `measure` its machine first.
pub fn start(config: Configuration, measure: bool) -> Result<TaskManager, Error> {
	let live = config.chain_spec.chain_type() == ChainType::Live;
	let machine = if measure && live && config.role.is_authority() {
		measure_machine(&config)?
	} else {
		None
	};
	match config.network.network_backend {
		NetworkBackendType::Litep2p => {
			new_full::<sc_network::Litep2pNetworkBackend>(config, machine)
		},
		NetworkBackendType::Libp2p => {
			new_full::<sc_network::NetworkWorker<Block, Hash>>(config, machine)
		},
	}
}

/// Measures the machine and warns when it is slower than what blocks are weighed for.
fn measure_machine(config: &Configuration) -> Result<Option<HwBench>, Error> {
	let Some(folder) = config.database.path() else { return Ok(None) };
	std::fs::create_dir_all(folder)?;
	let requirement = |metric, minimum| Requirement { metric, minimum, validator_only: false };
	// What the SDK's own reference machine does.
	let reference = Requirements(vec![
		requirement(Metric::Blake2256, Throughput::from_mibs(1000.0)),
		requirement(Metric::MemCopy, Throughput::from_gibs(11.49)),
		requirement(Metric::DiskSeqWrite, Throughput::from_mibs(950.0)),
		requirement(Metric::DiskRndWrite, Throughput::from_mibs(420.0)),
	]);
	let machine = sc_sysinfo::gather_hwbench(Some(folder), &reference);
	sc_sysinfo::print_hwbench(&machine);
	if let Err(failures) = reference.check_hardware(&machine, true) {
		log::warn!("⚠️  This machine may be too slow for a validator: {failures}");
	}
	Ok(Some(machine))
}

fn new_full<Network>(config: Configuration, machine: Option<HwBench>) -> Result<TaskManager, Error>
where
	Network: NetworkBackend<Block, Hash>,
{
	let Parts {
		client,
		backend,
		mut task_manager,
		keystore,
		select_chain,
		pool,
		block_import,
		import_queue,
		babe_link,
		babe_worker,
		grandpa_link,
		mut telemetry,
	} = Parts::new(&config)?;

	let role = config.role;
	let force_authoring = config.force_authoring;
	let disable_grandpa = config.disable_grandpa;
	let indexing = config.offchain_worker.indexing_enabled;
	let name = config.network.node_name.clone();
	let registry = config.prometheus_registry().cloned();
	let discovery_config = sc_authority_discovery::WorkerConfig {
		publish_non_global_ips: config.network.allow_non_globals_in_dht,
		public_addresses: config.network.public_addresses.clone(),
		// A record must be signed by the peer it points to, or anyone could redirect a validator.
		strict_record_validation: true,
		persisted_cache_directory: config.network.net_config_path.clone(),
		..Default::default()
	};

	let mut net_config =
		FullNetworkConfiguration::<Block, Hash, Network>::new(&config.network, registry.clone());
	let metrics = Network::register_notification_metrics(registry.as_ref());
	let genesis_hash = client
		.block_hash(0)?
		.ok_or_else(|| Error::Other("The database has no genesis block.".into()))?;
	let grandpa_protocol =
		sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let (grandpa_set, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, Network>(
			grandpa_protocol.clone(),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(grandpa_set);

	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	));

	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	if config.offchain_worker.enabled {
		let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
			runtime_api_provider: client.clone(),
			keystore: Some(keystore.keystore()),
			offchain_db: backend.offchain_storage(),
			transaction_pool: Some(OffchainTransactionPoolFactory::new(pool.clone())),
			network_provider: Arc::new(network.clone()),
			is_validator: role.is_authority(),
			enable_http_requests: false,
			custom_extensions: |_| Vec::new(),
		})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers-runner",
			"offchain-worker",
			workers.run(client.clone(), task_manager.spawn_handle()).boxed(),
		);
	}

	let shared_voter_state = SharedVoterState::empty();
	let rpc_builder = {
		let client = client.clone();
		let backend = backend.clone();
		let pool = pool.clone();
		let select_chain = select_chain.clone();
		let keystore = keystore.keystore();
		let chain_spec = config.chain_spec.cloned_box();
		let shared_voter_state = shared_voter_state.clone();
		let shared_authority_set = grandpa_link.shared_authority_set().clone();
		let justification_stream = grandpa_link.justification_stream();
		let finality_provider = FinalityProofProvider::new_for_service(
			backend.clone(),
			Some(shared_authority_set.clone()),
		);
		move |executor| {
			rpc::create(rpc::Deps {
				client: client.clone(),
				backend: backend.clone(),
				pool: pool.clone(),
				select_chain: select_chain.clone(),
				keystore: keystore.clone(),
				chain_spec: chain_spec.cloned_box(),
				babe_worker: babe_worker.clone(),
				grandpa: rpc::GrandpaDeps {
					shared_voter_state: shared_voter_state.clone(),
					shared_authority_set: shared_authority_set.clone(),
					justification_stream: justification_stream.clone(),
					finality_provider: finality_provider.clone(),
					executor,
				},
			})
			.map_err(Error::Application)
		}
	};

	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: client.clone(),
		backend: backend.clone(),
		task_manager: &mut task_manager,
		keystore: keystore.keystore(),
		transaction_pool: pool.clone(),
		rpc_builder: Box::new(rpc_builder),
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;
	let telemetry = telemetry.as_ref().map(Telemetry::handle);
	if let (Some(telemetry), Some(machine)) = (telemetry.clone(), machine) {
		task_manager.spawn_handle().spawn(
			"telemetry-hwbench",
			None,
			sc_sysinfo::initialize_hwbench_telemetry(telemetry, machine),
		);
	}

	if role.is_authority() {
		let mut proposer = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			pool.clone(),
			registry.as_ref(),
			telemetry.clone(),
		);
		proposer.set_default_block_size_limit(MAX_BODY);

		let slot_duration = babe_link.config().slot_duration();
		let babe = sc_consensus_babe::start_babe(sc_consensus_babe::BabeParams {
			keystore: keystore.keystore(),
			client: client.clone(),
			select_chain,
			env: proposer,
			block_import,
			sync_oracle: sync_service.clone(),
			justification_sync_link: sync_service.clone(),
			create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
			force_authoring,
			// Blocks go on while finality lags: heartbeats and deadlines are measured in time, and
			// slowing down would bill providers for a fault that is not theirs.
			backoff_authoring_blocks: None::<()>,
			babe_link,
			block_proposal_slot_portion: SlotProportion::new(2f32 / 3f32),
			max_block_proposal_slot_portion: None,
			telemetry: telemetry.clone(),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking(
			"babe-proposer",
			Some("block-authoring"),
			babe,
		);
		spawn_authority_discovery(
			&task_manager,
			discovery_config,
			client.clone(),
			network.clone(),
			&keystore,
			registry.clone(),
		);
	}

	if indexing {
		task_manager.spawn_essential_handle().spawn_blocking(
			"mmr-gadget",
			None,
			mmr_gadget::MmrGadget::start(
				client.clone(),
				backend,
				sp_mmr_primitives::INDEXING_PREFIX.to_vec(),
			),
		);
	} else {
		log::warn!("Offchain indexing is off: this node can prove neither blocks nor records.");
	}

	if !disable_grandpa {
		let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
			config: sc_consensus_grandpa::Config {
				gossip_duration: GOSSIP_DURATION,
				justification_generation_period: JUSTIFICATION_PERIOD,
				name: Some(name),
				observer_enabled: false,
				keystore: role.is_authority().then(|| keystore.keystore()),
				local_role: role,
				telemetry: telemetry.clone(),
				protocol_name: grandpa_protocol,
			},
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			voting_rule: VotingRulesBuilder::default().build(),
			prometheus_registry: registry,
			shared_voter_state,
			telemetry,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}

	Ok(task_manager)
}

/// Publishes where this validator can be reached and finds the others.
fn spawn_authority_discovery(
	task_manager: &TaskManager,
	config: sc_authority_discovery::WorkerConfig,
	client: Arc<FullClient>,
	network: Arc<dyn NetworkService>,
	keystore: &KeystoreContainer,
	registry: Option<substrate_prometheus_endpoint::Registry>,
) {
	let dht_events = network.event_stream("authority-discovery").filter_map(|event| async move {
		match event {
			Event::Dht(event) => Some(event),
			_ => None,
		}
	});
	let (worker, _service) = sc_authority_discovery::new_worker_and_service_with_config(
		config,
		client,
		Arc::new(network),
		Box::pin(dht_events),
		sc_authority_discovery::Role::PublishAndDiscover(keystore.keystore()),
		registry,
		task_manager.spawn_handle(),
	);
	task_manager.spawn_handle().spawn(
		"authority-discovery-worker",
		Some("networking"),
		worker.run(),
	);
}
