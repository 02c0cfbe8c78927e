//! Fetching payloads.
//!
//! What lies in a block is asked of the node; the rest is fetched from wherever its owner put it.
//! An owner may write any address, so addresses inside our own network are refused, also when a
//! public name or a redirect leads to them.

use crate::chain::{Chain, ChainError, Payload, Source};
use futures::StreamExt;
use reqwest::{
	dns::{Addrs, Name, Resolve, Resolving},
	redirect::Policy,
	Url,
};
use std::{
	net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
	sync::Arc,
	time::Duration,
};
use tracing::debug;
use tradewind_client::seal;

const TARGET: &str = "agent::fetch";

/// How often a payload is asked for before it counts as unreadable.
const TRIES: u32 = 4;

/// The pause after the first try; it doubles up to the longest.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// How many redirects are followed.
const REDIRECTS: usize = 5;

/// Why a payload could not be had.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
	/// Larger than this provider takes.
	#[error("the payload of {size} bytes is larger than the {limit} that are taken here")]
	TooLarge {
		/// How large it is.
		size: u64,
		/// How large it may be.
		limit: u64,
	},
	/// It is not what the chain says it is.
	#[error("the payload does not match its hash")]
	Mismatch,
	/// The node does not have it.
	#[error("the node does not have the payload")]
	Missing,
	/// The address is not one that is fetched from.
	#[error("payloads are not fetched from {0}")]
	Forbidden(String),
	/// The server did not deliver.
	#[error("{0}")]
	Http(String),
	/// The node delivers something else.
	#[error(transparent)]
	Chain(#[from] ChainError),
}

/// Fetches payloads.
pub struct Fetcher {
	http: reqwest::Client,
	limit: u64,
	private: bool,
}

impl Fetcher {
	/// Fetches payloads of up to `limit` bytes, and from addresses inside our own network only if
	/// `private` is set.
	pub fn new(limit: u64, private: bool) -> Result<Self, reqwest::Error> {
		tradewind_client::tls::ready();
		let policy = Policy::custom(move |attempt| {
			if attempt.previous().len() > REDIRECTS {
				return attempt.error("too many redirects");
			}
			match check(attempt.url(), private) {
				Ok(()) => attempt.follow(),
				Err(error) => attempt.error(error),
			}
		});
		let mut builder = reqwest::Client::builder()
			.connect_timeout(Duration::from_secs(10))
			.read_timeout(Duration::from_secs(30))
			.redirect(policy)
			.user_agent(concat!("tradewind-agent/", env!("CARGO_PKG_VERSION")));
		if !private {
			builder = builder.dns_resolver(Arc::new(PublicOnly));
		}
		Ok(Self { http: builder.build()?, limit, private })
	}

	/// The sealed bytes of a payload, checked against its hash. Asks several times, for what is
	/// not there yet may be there in a second; and for as long as the node is away.
	pub async fn fetch(
		&self,
		chain: &impl Chain,
		payload: &Payload,
	) -> Result<Vec<u8>, FetchError> {
		if payload.size > self.limit {
			return Err(FetchError::TooLarge { size: payload.size, limit: self.limit });
		}
		let mut pause = PAUSE;
		let mut tries = 1;
		loop {
			let error = match self.fetch_once(chain, payload).await {
				Ok(sealed) => return Ok(sealed),
				Err(error) => error,
			};
			match error {
				FetchError::Forbidden(_) => return Err(error),
				// Whether the payload can be had is not known before the node is back.
				FetchError::Chain(ChainError::Unavailable(_)) => {},
				_ if tries == TRIES => return Err(error),
				_ => tries += 1,
			}
			debug!(target: TARGET, "asking again in {pause:?}: {error}");
			tokio::time::sleep(pause).await;
			pause = LONGEST_PAUSE.min(pause * 2);
		}
	}

	async fn fetch_once(
		&self,
		chain: &impl Chain,
		payload: &Payload,
	) -> Result<Vec<u8>, FetchError> {
		let sealed = match &payload.source {
			Source::Inline => chain.payload(payload.hash).await?.ok_or(FetchError::Missing)?,
			Source::Remote(uri) => self.download(uri, payload.size).await?,
		};
		if seal::payload_hash(&sealed) != payload.hash.0 {
			return Err(FetchError::Mismatch);
		}
		Ok(sealed)
	}

	async fn download(&self, uri: &str, size: u64) -> Result<Vec<u8>, FetchError> {
		let url = Url::parse(uri).map_err(|_| FetchError::Forbidden(uri.into()))?;
		check(&url, self.private)?;
		let response = self.http.get(url).send().await.map_err(http)?;
		if !response.status().is_success() {
			return Err(FetchError::Http(format!("{uri} answers {}", response.status())));
		}
		let mut sealed = Vec::new();
		let mut pieces = response.bytes_stream();
		while let Some(piece) = pieces.next().await {
			let piece = piece.map_err(http)?;
			// One byte more than announced, and it is not the payload.
			if (sealed.len() + piece.len()) as u64 > size {
				return Err(FetchError::Mismatch);
			}
			sealed.extend_from_slice(&piece);
		}
		Ok(sealed)
	}
}

fn http(error: reqwest::Error) -> FetchError {
	// The innermost cause says what happened; the layers above only say that something did.
	let mut cause: &dyn std::error::Error = &error;
	while let Some(source) = cause.source() {
		cause = source;
	}
	FetchError::Http(format!("{}: {cause}", error.url().map_or("download", Url::as_str)))
}

/// Whether a payload may be fetched from an address, as far as the address alone tells.
fn check(url: &Url, private: bool) -> Result<(), FetchError> {
	let literal = match url.host_str() {
		Some(host) => host.trim_matches(['[', ']']).parse::<IpAddr>().ok(),
		None => return Err(FetchError::Forbidden(url.to_string())),
	};
	let known = matches!(url.scheme(), "http" | "https");
	if !known || (!private && literal.is_some_and(|address| !is_public(address))) {
		return Err(FetchError::Forbidden(url.to_string()));
	}
	Ok(())
}

/// Resolves names, and drops the addresses that are not public.
struct PublicOnly;

impl Resolve for PublicOnly {
	fn resolve(&self, name: Name) -> Resolving {
		Box::pin(async move {
			let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
			let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
			if public.is_empty() {
				return Err(FetchError::Forbidden(name.as_str().into()).into());
			}
			Ok(Box::new(public.into_iter()) as Addrs)
		})
	}
}

/// Whether an address belongs to the open internet.
fn is_public(address: IpAddr) -> bool {
	match address {
		IpAddr::V4(address) => is_public_v4(address),
		IpAddr::V6(address) => is_public_v6(address),
	}
}

fn is_public_v4(address: Ipv4Addr) -> bool {
	let [a, b, c, _] = address.octets();
	!(a == 0
		|| a >= 240
		|| address.is_loopback()
		|| address.is_private()
		|| address.is_link_local()
		|| address.is_multicast()
		|| address.is_documentation()
		// Shared by carriers, assigned for protocols, and for benchmarks.
		|| (a == 100 && (64..128).contains(&b))
		|| (a == 192 && b == 0 && c == 0)
		|| (a == 198 && (18..20).contains(&b)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
	let head = address.segments();
	if let Some(inner) = address.to_ipv4_mapped() {
		return is_public_v4(inner);
	}
	// Translated addresses: what counts is where they lead.
	if head[..6] == [0x64, 0xff9b, 0, 0, 0, 0] || head[0] == 0x2002 {
		let (high, low) = if head[0] == 0x2002 { (head[1], head[2]) } else { (head[6], head[7]) };
		let [a, b] = high.to_be_bytes();
		let [c, d] = low.to_be_bytes();
		return is_public_v4(Ipv4Addr::new(a, b, c, d));
	}
	// All that is handed out for the open internet lies here; the rest is ours or nobody's.
	head[0] & 0xe000 == 0x2000 && head[..2] != [0x2001, 0xdb8]
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{chain::fake::FakeChain, task::Digest};
	use axum::{routing::get, Router};

	fn payload(bytes: &[u8], source: Source) -> Payload {
		let hash = Digest(seal::payload_hash(bytes));
		Payload { hash, size: bytes.len() as u64, source }
	}

	async fn serve() -> String {
		let router = Router::new()
			.route("/good", get(|| async { "sealed" }))
			.route("/other", get(|| async { "forged" }))
			.route("/long", get(|| async { "sealed and more" }))
			.route("/away", get(|| async { axum::response::Redirect::temporary("/good") }))
			.route("/loop", get(|| async { axum::response::Redirect::temporary("/loop") }))
			.route("/file", get(|| async { axum::response::Redirect::temporary("file:///etc") }));
		let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
		let address = listener.local_addr().unwrap();
		tokio::spawn(async move { axum::serve(listener, router).await });
		format!("http://{address}")
	}

	#[tokio::test]
	async fn remote_payloads_are_fetched_and_checked() {
		let base = serve().await;
		let fetcher = Fetcher::new(1000, true).unwrap();
		let chain = FakeChain::default();
		for path in ["good", "away"] {
			let payload = payload(b"sealed", Source::Remote(format!("{base}/{path}")));
			assert_eq!(fetcher.fetch(&chain, &payload).await.unwrap(), b"sealed");
		}
		for path in ["other", "long", "missing", "loop", "file"] {
			let payload = payload(b"sealed", Source::Remote(format!("{base}/{path}")));
			assert!(fetcher.fetch_once(&chain, &payload).await.is_err(), "{path}");
		}
	}

	#[tokio::test]
	async fn addresses_of_our_own_network_are_refused() {
		let base = serve().await;
		let fetcher = Fetcher::new(1000, false).unwrap();
		let port = base.rsplit(':').next().unwrap();
		let hosts = ["127.0.0.1", "[::1]", "localhost", "0x7f.1", "[::ffff:127.0.0.1]"];
		for host in hosts {
			let payload = payload(b"sealed", Source::Remote(format!("http://{host}:{port}/good")));
			assert!(fetcher.fetch_once(&FakeChain::default(), &payload).await.is_err(), "{host}");
		}
		for uri in ["file:///etc/passwd", "ftp://example.com/x", "data:,x", "no address"] {
			let payload = payload(b"sealed", Source::Remote(uri.into()));
			let error = fetcher.fetch(&FakeChain::default(), &payload).await.unwrap_err();
			assert!(matches!(error, FetchError::Forbidden(_)), "{uri}: {error}");
		}
	}

	#[tokio::test]
	async fn too_large_is_refused_unasked() {
		let fetcher = Fetcher::new(5, true).unwrap();
		let payload = payload(b"sealed", Source::Inline);
		let error = fetcher.fetch(&FakeChain::default(), &payload).await.unwrap_err();
		assert!(matches!(error, FetchError::TooLarge { size: 6, limit: 5 }));
	}

	#[test]
	fn public_addresses_are_told_from_others() {
		for address in ["8.8.8.8", "2a00:1450::1", "100.128.0.1", "64:ff9b::808:808"] {
			assert!(is_public(address.parse().unwrap()), "{address}");
		}
		for address in [
			"0.0.0.0",
			"10.1.2.3",
			"127.0.0.1",
			"169.254.169.254",
			"172.16.0.1",
			"192.168.1.1",
			"100.64.0.1",
			"192.0.0.1",
			"198.18.0.1",
			"224.0.0.1",
			"255.255.255.255",
			"::",
			"::1",
			"fe80::1",
			"fd00::1",
			"ff02::1",
			"2001:db8::1",
			"::ffff:10.0.0.1",
			"64:ff9b::a00:1",
			"2002:a00:1::",
		] {
			assert!(!is_public(address.parse().unwrap()), "{address}");
		}
	}
}
