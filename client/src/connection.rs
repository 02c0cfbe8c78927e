//! The connection to a node, and the state of the chain at one block.

use crate::{
	config::TradewindConfig,
	error::{Error, Result},
	rpc::Redialling,
	Timestamp,
};
use codec::{Decode, Encode};
use futures::{Stream, StreamExt};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use subxt::{
	backend::LegacyBackend,
	client::OnlineClientAtBlock,
	config::{Header as _, RpcConfigFor},
	ext::scale_decode::DecodeAsType,
	rpcs::{
		client::{RpcClient, RpcParams},
		methods::legacy::LegacyRpcMethods,
	},
	storage::{Address, PrefixOf},
	utils::H256,
	view_functions::Payload,
	OnlineClient,
};

/// How many bytes name a view function.
const VIEW_ID: usize = 32;

/// The node that is asked when nothing else is said.
pub const DEFAULT_URL: &str = "ws://127.0.0.1:9944";

/// A connection to a node. Cheap to clone; lost connections are dialled again.
#[derive(Clone)]
pub struct Client {
	pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
	pub(crate) url: String,
	pub(crate) rpc: RpcClient,
	pub(crate) methods: LegacyRpcMethods<RpcConfigFor<TradewindConfig>>,
	pub(crate) online: OnlineClient<TradewindConfig>,
	/// Held from reading a nonce until the pool knows the transaction.
	pub(crate) submitting: tokio::sync::Mutex<()>,
}

/// A block, as it is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct BlockRef {
	/// Its height.
	pub number: u64,
	/// Its hash.
	pub hash: H256,
}

impl Client {
	/// Connects to the node at `url` (`ws://` or `wss://`).
	pub async fn connect(url: &str) -> Result<Self> {
		let dialled = Redialling::connect(url).await.map_err(|error| Error::rpc(url, &error))?;
		let rpc = RpcClient::new(dialled);
		let backend = LegacyBackend::builder().storage_page_size(256).build(rpc.clone());
		let online = OnlineClient::from_backend(Arc::new(backend))
			.await
			.map_err(|error| Error::read(url, error))?;
		let methods = LegacyRpcMethods::new(rpc.clone());
		let submitting = tokio::sync::Mutex::new(());
		let url = url.to_owned();
		Ok(Self { shared: Arc::new(Shared { url, rpc, methods, online, submitting }) })
	}

	/// Where the node is.
	pub fn url(&self) -> &str {
		&self.shared.url
	}

	/// The hash of the chain's first block, by which the chain is known.
	pub fn genesis(&self) -> H256 {
		self.shared.online.genesis_hash()
	}

	/// Calls a method of the node that has no typed function here.
	pub async fn rpc<R: DeserializeOwned>(&self, method: &str, params: RpcParams) -> Result<R> {
		self.shared
			.rpc
			.request(method, params)
			.await
			.map_err(|error| Error::rpc(self.url(), &error))
	}

	/// The state at the best block.
	pub async fn state(&self) -> Result<State> {
		let hash = self.block_hash(None).await?;
		self.state_at(hash.ok_or_else(|| Error::Node("it knows no best block".into()))?).await
	}

	/// The state at the last block that can never be undone.
	pub async fn finalized_state(&self) -> Result<State> {
		self.state_at(self.finalized_hash().await?).await
	}

	/// The state at a block.
	pub async fn state_at(&self, block: H256) -> Result<State> {
		let at = self
			.shared
			.online
			.at_block(block)
			.await
			.map_err(|error| Error::read(self.url(), error))?;
		Ok(State { client: self.clone(), at })
	}

	/// The state at the block of height `number` on the best chain.
	pub async fn state_at_number(&self, number: u64) -> Result<State> {
		let hash = self.block_hash(Some(number)).await?;
		self.state_at(hash.ok_or_else(|| Error::NotFound(format!("block {number} yet")))?).await
	}

	/// The best blocks from now on. The stream ends, after an error or without one, when the
	/// connection is lost; subscribing again dials again.
	pub async fn best_blocks(
		&self,
	) -> Result<impl Stream<Item = Result<BlockRef>> + Send + Unpin + 'static> {
		let url = self.shared.url.clone();
		let blocks = self
			.shared
			.online
			.stream_best_blocks()
			.await
			.map_err(|error| Error::read(&url, error))?;
		Ok(blocks.map(move |block| match block {
			Ok(block) => Ok(BlockRef { number: block.number(), hash: block.hash() }),
			Err(error) => Err(Error::read(&url, error)),
		}))
	}

	/// The hash of the block of height `number`, or of the best block.
	/// The hash of the block at this height as the node sees the chain now, or of its best block. Needs
	/// no state, so it is known of the oldest blocks too.
	pub async fn block_hash(&self, number: Option<u64>) -> Result<Option<H256>> {
		self.shared
			.methods
			.chain_get_block_hash(number.map(Into::into))
			.await
			.map_err(|error| Error::rpc(self.url(), &error))
	}

	pub(crate) async fn finalized_hash(&self) -> Result<H256> {
		self.shared
			.methods
			.chain_get_finalized_head()
			.await
			.map_err(|error| Error::rpc(self.url(), &error))
	}

	/// The height of a block, or of the best one.
	pub(crate) async fn block_number(&self, hash: Option<H256>) -> Result<u64> {
		let header = self
			.shared
			.methods
			.chain_get_header(hash)
			.await
			.map_err(|error| Error::rpc(self.url(), &error))?;
		let header = header.ok_or_else(|| Error::Node("it does not know the block".into()))?;
		Ok(header.number())
	}
}

impl std::fmt::Debug for Client {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "Client({})", self.url())
	}
}

/// The state of the chain at one block: everything that is read through it belongs together.
#[derive(Clone)]
pub struct State {
	pub(crate) client: Client,
	pub(crate) at: OnlineClientAtBlock<TradewindConfig>,
}

impl State {
	/// The block.
	pub fn block(&self) -> BlockRef {
		BlockRef { number: self.at.block_number(), hash: self.at.block_hash() }
	}

	/// The time of the block.
	pub async fn now(&self) -> Result<Timestamp> {
		let millis = self.fetch(crate::chain::storage().timestamp().now(), ()).await?;
		Ok(Timestamp(millis.unwrap_or_default() / 1000))
	}

	/// One storage entry, or its default where it has one.
	pub(crate) async fn fetch<A: Address>(
		&self,
		address: A,
		key: A::KeyParts,
	) -> Result<Option<A::Value>> {
		let url = self.client.url();
		let value = self
			.at
			.storage()
			.try_fetch(address, key)
			.await
			.map_err(|error| Error::read(url, error))?;
		value.map(|value| value.decode()).transpose().map_err(|error| Error::read(url, error))
	}

	/// The events of the block.
	pub(crate) async fn events(&self) -> Result<subxt::events::Events<TradewindConfig>> {
		let events = self.at.events().fetch().await;
		events.map_err(|error| Error::read(self.client.url(), error))
	}

	/// The account in which all prepaid money lies.
	pub(crate) fn pot(&self) -> Result<crate::AccountId> {
		let id = self.at.constants().entry(crate::chain::constants().billing().pallet_id());
		let id = id.map_err(|error| Error::read(self.client.url(), error))?;
		// As the runtime derives the accounts of its pallets.
		let mut pot = [0; 32];
		pot[..4].copy_from_slice(b"modl");
		pot[4..12].copy_from_slice(&id.0);
		Ok(crate::AccountId(pot))
	}

	/// The account that receives the fees of settlements.
	pub fn fee_account(&self) -> Result<crate::AccountId> {
		let account = self.at.constants().entry(crate::chain::constants().billing().fee_account());
		let account = account.map_err(|error| Error::read(self.client.url(), error))?;
		Ok(crate::AccountId(account.0))
	}

	/// What a view function of the runtime answers at this block.
	///
	/// The library puts the call together without the frame around arguments and answer that the
	/// runtime has: both are bytes of their own, and the answer may be an error.
	pub(crate) async fn view<P: Payload>(&self, payload: P) -> Result<P::ReturnType> {
		let url = self.client.url();
		let name = format!("{}::{}", payload.pallet_name(), payload.function_name());
		let unfit = |what: &str| Error::Incompatible(format!("the view {name} {what}"));
		let views = self.at.view_functions();
		let call = views
			.validate(&payload)
			.and_then(|()| views.encode_args(&payload))
			.map_err(|error| Error::read(url, error))?;
		let (id, arguments) =
			call.split_at_checked(VIEW_ID).ok_or_else(|| unfit("has no number"))?;
		let call = [id, &arguments.encode()].concat();
		let answer = views.call_raw(Some(&call)).await.map_err(|error| Error::read(url, error))?;
		let Some((0, mut answer)) = answer.split_first().map(|(ok, rest)| (*ok, rest)) else {
			return Err(unfit("is not in the runtime"));
		};
		let answer = Vec::<u8>::decode(&mut answer).map_err(|_| unfit("answers nothing"))?;
		let metadata = self.at.metadata_ref();
		let output = metadata
			.pallet_by_name(payload.pallet_name())
			.and_then(|pallet| pallet.view_function_by_name(payload.function_name()))
			.map(|view| view.output_ty())
			.ok_or_else(|| unfit("is not in the metadata"))?;
		P::ReturnType::decode_as_type(&mut answer.as_slice(), output, metadata.types())
			.map_err(|error| unfit(&format!("does not read: {error}")))
	}

	/// All storage entries under a prefix of the key.
	pub(crate) async fn entries<A, P>(
		&self,
		address: A,
		prefix: P,
	) -> Result<Vec<(A::KeyParts, A::Value)>>
	where
		A: Address,
		P: PrefixOf<A::KeyParts>,
	{
		let url = self.client.url();
		let read = |error: subxt::Error| Error::read(url, error);
		let mut found = Vec::new();
		let mut entries =
			self.at.storage().iter(address, prefix).await.map_err(|error| read(error.into()))?;
		while let Some(entry) = entries.next().await {
			let entry = entry.map_err(|error| read(error.into()))?;
			let key =
				entry.key().and_then(|key| key.decode()).map_err(|error| read(error.into()))?;
			let value = entry.value().decode().map_err(|error| read(error.into()))?;
			found.push((key, value));
		}
		Ok(found)
	}
}

impl std::fmt::Debug for State {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "State({:?})", self.block())
	}
}
