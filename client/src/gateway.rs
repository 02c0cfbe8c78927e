//! Results, as providers' gateways deliver them.

use crate::{
	error::{Error, Result},
	seal,
	tasks::Report,
	TaskId,
};
use std::time::Duration;

/// How long a gateway may take to begin to answer, and then between two pieces.
const PATIENCE: Duration = Duration::from_secs(30);

/// Fetches sealed results. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Gateway {
	http: reqwest::Client,
}

impl Gateway {
	/// A new one, with connections of its own.
	pub fn new() -> Result<Self> {
		crate::tls::ready();
		let http = reqwest::Client::builder()
			.connect_timeout(PATIENCE)
			.read_timeout(PATIENCE)
			.redirect(reqwest::redirect::Policy::limited(3))
			.user_agent(concat!("tradewind/", env!("CARGO_PKG_VERSION")))
			.build()
			.map_err(|error| Error::Gateway { url: String::new(), reason: cause(&error) })?;
		Ok(Self { http })
	}

	/// Where the result of a task lies, given the endpoint of the provider that ran it.
	pub fn result_url(endpoint: &str, task: TaskId) -> String {
		format!("{}/results/{}", endpoint.trim_end_matches('/'), task.0)
	}

	/// The sealed result of a task, checked against what the chain knows of it. Never more than
	/// that many bytes are read.
	pub async fn sealed_result(
		&self,
		endpoint: &str,
		task: TaskId,
		report: &Report,
	) -> Result<Vec<u8>> {
		let url = Self::result_url(endpoint, task);
		let failed = |reason: String| Error::Gateway { url: url.clone(), reason };
		let mut response =
			self.http.get(&url).send().await.map_err(|error| failed(cause(&error)))?;
		if !response.status().is_success() {
			return Err(failed(format!("it answered {}", response.status())));
		}
		let mut sealed = Vec::new();
		while let Some(piece) = response.chunk().await.map_err(|error| failed(cause(&error)))? {
			sealed.extend_from_slice(&piece);
			if sealed.len() as u64 > report.result_size {
				return Err(forged(task, "is longer"));
			}
		}
		check_sealed(task, &sealed, report)?;
		Ok(sealed)
	}
}

/// Whether `sealed` is the result that was reported.
pub fn check_sealed(task: TaskId, sealed: &[u8], report: &Report) -> Result<()> {
	if sealed.len() as u64 != report.result_size {
		return Err(forged(task, "is of another length"));
	}
	if seal::digest(sealed) != report.result.0 {
		return Err(forged(task, "has another digest"));
	}
	Ok(())
}

/// Whether `plain` is the archive whose digest was reported.
pub fn check_plain(task: TaskId, plain: &[u8], report: &Report) -> Result<()> {
	if seal::digest(plain) != report.output.0 {
		return Err(forged(task, "holds another archive"));
	}
	Ok(())
}

fn forged(task: TaskId, how: &str) -> Error {
	Error::Forged(format!("the result of task {} {how} than was reported on chain", task.0))
}

/// The innermost cause of a failure, without the address, which is said elsewhere.
fn cause(error: &reqwest::Error) -> String {
	let mut current: &dyn std::error::Error = error;
	while let Some(deeper) = current.source() {
		current = deeper;
	}
	current.to_string()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::bundle::Outcome;
	use subxt::utils::H256;
	use tokio::{
		io::{AsyncReadExt, AsyncWriteExt},
		net::TcpListener,
	};

	fn report(sealed: &[u8]) -> Report {
		Report {
			outcome: Outcome::Exited(0),
			result: H256(seal::digest(sealed)),
			result_size: sealed.len() as u64,
			output: H256(seal::digest(b"plain")),
		}
	}

	/// A gateway that answers one request with `body`.
	async fn serve(status: &'static str, body: &'static [u8]) -> String {
		let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
		let address = listener.local_addr().unwrap();
		tokio::spawn(async move {
			let (mut stream, _) = listener.accept().await.unwrap();
			let _ = stream.read(&mut [0; 1024]).await.unwrap();
			let head = format!("HTTP/1.1 {status}\r\nconnection: close\r\n\r\n");
			stream.write_all(head.as_bytes()).await.unwrap();
			let _ = stream.write_all(body).await;
		});
		format!("http://{address}/")
	}

	#[tokio::test]
	async fn a_result_is_delivered_and_checked() {
		let gateway = Gateway::new().unwrap();
		let endpoint = serve("200 OK", b"sealed").await;
		let sealed = gateway.sealed_result(&endpoint, TaskId(7), &report(b"sealed")).await.unwrap();
		assert_eq!(sealed, b"sealed");
	}

	#[tokio::test]
	async fn what_was_not_reported_is_refused() {
		let gateway = Gateway::new().unwrap();
		for body in [b"SEALED".as_slice(), b"seal", b"sealed and much more"] {
			let endpoint = serve("200 OK", body).await;
			let error =
				gateway.sealed_result(&endpoint, TaskId(7), &report(b"sealed")).await.unwrap_err();
			assert!(matches!(error, Error::Forged(_)), "{error}");
		}
	}

	#[tokio::test]
	async fn a_gateway_that_has_nothing_is_named() {
		let endpoint = serve("404 Not Found", b"").await;
		let error = Gateway::new()
			.unwrap()
			.sealed_result(&endpoint, TaskId(7), &report(b"sealed"))
			.await
			.unwrap_err();
		let text = error.to_string();
		assert!(text.contains("/results/7") && text.contains("404"), "{text}");
		assert!(error.is_transient());
	}

	#[test]
	fn a_plain_archive_is_checked_too() {
		let report = report(b"sealed");
		assert!(check_plain(TaskId(1), b"plain", &report).is_ok());
		assert!(check_plain(TaskId(1), b"other", &report).is_err());
	}
}
