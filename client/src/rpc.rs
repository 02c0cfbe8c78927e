//! A connection that is dialled again when it was lost.
//!
//! Nothing is ever sent twice: a request that fails on the way fails, and the next one dials.

use std::{
	sync::{Arc, Mutex, PoisonError},
	time::Duration,
};
use subxt::rpcs::{
	client::{
		jsonrpsee_client, JsonrpseeRpcClient, RawRpcFuture, RawRpcSubscription, RawValue,
		RpcClientT,
	},
	Error,
};

/// How long a node may take to answer. Subscriptions are not bounded.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// JSON-RPC over one WebSocket.
pub(crate) struct Redialling {
	url: String,
	current: Mutex<Arc<JsonrpseeRpcClient>>,
}

impl Redialling {
	/// Dials for the first time.
	pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
		let client = Arc::new(jsonrpsee_client(url).await?);
		Ok(Self { url: url.to_owned(), current: Mutex::new(client) })
	}

	/// The connection, a new one if the last was lost. Who finds it lost at the same time dials too.
	///
	/// The lock is never waited for asynchronously: its turn could come to a request that nobody
	/// polls at the time, and all others would wait for that one.
	async fn live(&self) -> Result<Arc<JsonrpseeRpcClient>, Error> {
		let current = Arc::clone(&self.current.lock().unwrap_or_else(PoisonError::into_inner));
		if current.is_connected() {
			return Ok(current);
		}
		tracing::debug!(target: "client::rpc", url = %self.url, "dialling again");
		let client = Arc::new(jsonrpsee_client(&self.url).await?);
		*self.current.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&client);
		Ok(client)
	}
}

impl RpcClientT for Redialling {
	fn request_raw<'a>(
		&'a self,
		method: &'a str,
		params: Option<Box<RawValue>>,
	) -> RawRpcFuture<'a, Box<RawValue>> {
		Box::pin(async move {
			let client = self.live().await?;
			tokio::time::timeout(ANSWER_WITHIN, client.request_raw(method, params))
				.await
				.unwrap_or_else(|elapsed| Err(Error::Client(Box::new(elapsed))))
		})
	}

	fn subscribe_raw<'a>(
		&'a self,
		sub: &'a str,
		params: Option<Box<RawValue>>,
		unsub: &'a str,
	) -> RawRpcFuture<'a, RawRpcSubscription> {
		Box::pin(async move {
			let client = self.live().await?;
			let mut subscription = client.subscribe_raw(sub, params, unsub).await?;
			// A subscription lives only as long as its connection does.
			subscription.stream = Box::pin(Held { stream: subscription.stream, _client: client });
			Ok(subscription)
		})
	}
}

/// A stream that keeps its connection.
struct Held<S> {
	stream: S,
	_client: Arc<JsonrpseeRpcClient>,
}

impl<S: futures::Stream + Unpin> futures::Stream for Held<S> {
	type Item = S::Item;

	fn poll_next(
		mut self: std::pin::Pin<&mut Self>,
		context: &mut std::task::Context<'_>,
	) -> std::task::Poll<Option<Self::Item>> {
		std::pin::Pin::new(&mut self.stream).poll_next(context)
	}
}
