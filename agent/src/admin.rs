//! The gateway: health, metrics and results over HTTP.
//!
//! It serves nothing secret, results are sealed to their owners, and it changes nothing; so it
//! knows no users. TLS is for the reverse proxy before it.

use crate::{
	journal::Journal,
	metrics::Metrics,
	store::{Store, StoreError},
	task::Digest,
};
use axum::{
	body::Body,
	extract::{Path, State},
	http::{header, HeaderValue, StatusCode},
	response::{IntoResponse, Response},
	routing::get,
	Json, Router,
};
use serde::Serialize;
use serde_json::json;
use std::{
	sync::Arc,
	time::{Duration, Instant},
};
use tokio_util::io::ReaderStream;
use tracing::warn;

const TARGET: &str = "agent::admin";

/// How many heartbeats in a row may fail to arrive before we call ourselves unwell.
const MISSED: u32 = 3;

/// What the gateway looks at.
pub struct Admin {
	/// What was done so far.
	pub journal: Arc<Journal>,
	/// The sealed results.
	pub store: Arc<Store>,
	/// What is counted.
	pub metrics: Arc<Metrics>,
	/// The provider's address.
	pub provider: String,
	/// How often a heartbeat is due.
	pub heartbeat: Duration,
	/// When the agent started.
	pub started: Instant,
}

/// What `/health` says.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Health {
	status: &'static str,
	version: &'static str,
	provider: String,
	uptime_seconds: u64,
	node_up: bool,
	best_block: i64,
	seconds_since_heartbeat: Option<u64>,
	tasks_in_hand: i64,
	tasks_running: i64,
}

/// The routes.
pub fn router(admin: Admin) -> Router {
	Router::new()
		.route("/health", get(health))
		.route("/metrics", get(metrics))
		.route("/results/{task}", get(latest))
		.route("/results/{task}/{digest}", get(one))
		.with_state(Arc::new(admin))
}

async fn health(State(admin): State<Arc<Admin>>) -> Response {
	let health = admin.health();
	let status =
		if health.status == "ok" { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
	(status, Json(health)).into_response()
}

async fn metrics(State(admin): State<Arc<Admin>>) -> Response {
	match admin.metrics.text() {
		Ok(text) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response(),
		Err(error) => refuse(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
	}
}

async fn latest(State(admin): State<Arc<Admin>>, Path(task): Path<u64>) -> Response {
	let entry = admin.journal.latest_result(task);
	match entry.as_ref().and_then(|entry| entry.state.ran()) {
		Some(ran) => admin.result(task, ran.result).await,
		None => refuse(StatusCode::NOT_FOUND, "there is no result of this task here"),
	}
}

async fn one(
	State(admin): State<Arc<Admin>>,
	Path((task, digest)): Path<(u64, String)>,
) -> Response {
	match digest.parse() {
		Ok(digest) => admin.result(task, digest).await,
		Err(_) => refuse(StatusCode::BAD_REQUEST, "a digest is 64 hexadecimal digits"),
	}
}

impl Admin {
	fn health(&self) -> Health {
		let metrics = &self.metrics;
		let since = metrics.since_heartbeat();
		let patience = (self.heartbeat * MISSED).as_secs();
		let beats = since.is_some_and(|since| since <= patience);
		let node_up = metrics.node_up.get() == 1;
		Health {
			status: if beats && node_up { "ok" } else { "unwell" },
			version: env!("CARGO_PKG_VERSION"),
			provider: self.provider.clone(),
			uptime_seconds: self.started.elapsed().as_secs(),
			node_up,
			best_block: metrics.best_block.get(),
			seconds_since_heartbeat: since,
			tasks_in_hand: metrics.in_hand.get(),
			tasks_running: metrics.running.get(),
		}
	}

	async fn result(self: Arc<Self>, task: u64, digest: Digest) -> Response {
		let store = self.store.clone();
		let found = tokio::task::spawn_blocking(move || store.find(task, digest)).await;
		match found {
			Ok(Ok(Some((file, length)))) => {
				let body = Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(file)));
				let mut response = Response::new(body);
				let headers = response.headers_mut();
				let kind = HeaderValue::from_static("application/octet-stream");
				headers.insert(header::CONTENT_TYPE, kind);
				headers.insert(header::CONTENT_LENGTH, length.into());
				if let Ok(tag) = HeaderValue::from_str(&format!("\"{digest}\"")) {
					headers.insert(header::ETAG, tag);
				}
				response
			},
			Ok(Ok(None)) => refuse(StatusCode::NOT_FOUND, "there is no such result here"),
			Ok(Err(error @ StoreError::Damaged)) => {
				warn!(target: TARGET, "task {task} {digest}: {error}");
				refuse(StatusCode::GONE, &error.to_string())
			},
			Ok(Err(error)) => refuse(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
			Err(error) => refuse(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
		}
	}
}

fn refuse(status: StatusCode, why: &str) -> Response {
	(status, Json(json!({ "error": why }))).into_response()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::task::{Key, Ran, State as TaskState};
	use std::io::Write;
	use tradewind_client::bundle::Outcome;

	struct Served {
		base: String,
		metrics: Arc<Metrics>,
		digest: Digest,
		folder: tempfile::TempDir,
	}

	/// A gateway with one result, of task 4.
	async fn serve() -> Served {
		let folder = tempfile::tempdir().unwrap();
		let journal = Arc::new(Journal::open(folder.path().join("journal")).unwrap());
		let store = Arc::new(Store::open(folder.path().join("results")).unwrap());
		let metrics = Arc::new(Metrics::new().unwrap());
		let mut result = store.begin().unwrap();
		result.write_all(b"sealed").unwrap();
		let (digest, result_size) = store.keep(4, result).unwrap();
		let ran = Ran { outcome: Outcome::Exited(0), result: digest, result_size, output: digest };
		let key = Key { task: 4, attempt: 1 };
		journal.assign(key, digest, digest).unwrap();
		journal.advance(key, TaskState::Started).unwrap();
		journal.advance(key, TaskState::Ran(ran)).unwrap();
		let admin = Admin {
			journal,
			store,
			metrics: metrics.clone(),
			provider: "5Bob".into(),
			heartbeat: Duration::from_secs(6),
			started: Instant::now(),
		};
		let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
		let base = format!("http://{}", listener.local_addr().unwrap());
		tokio::spawn(async move { axum::serve(listener, router(admin)).await });
		Served { base, metrics, digest, folder }
	}

	async fn get(url: String) -> reqwest::Response {
		tradewind_client::tls::ready();
		reqwest::get(url).await.unwrap()
	}

	#[tokio::test]
	async fn results_are_served_by_task_and_by_digest() {
		let served = serve().await;
		let Served { base, digest, .. } = &served;
		for path in ["results/4".to_string(), format!("results/4/{digest}")] {
			let response = get(format!("{base}/{path}")).await;
			assert_eq!(response.status(), 200);
			assert_eq!(response.headers()["content-length"], "6");
			assert_eq!(response.headers()["etag"], format!("\"{digest}\""));
			assert_eq!(response.bytes().await.unwrap().as_ref(), b"sealed");
		}
		for (path, status) in [
			("results/5".to_string(), 404),
			(format!("results/5/{digest}"), 404),
			("results/4/zz".to_string(), 400),
			("results/..%2f4".to_string(), 400),
			("elsewhere".to_string(), 404),
		] {
			assert_eq!(get(format!("{base}/{path}")).await.status(), status, "{path}");
		}
	}

	#[tokio::test]
	async fn damaged_results_are_not_served() {
		let served = serve().await;
		let Served { base, digest, folder, .. } = &served;
		let file = folder.path().join("results").join(format!("4-{digest}.age"));
		std::fs::write(file, b"forged").unwrap();
		assert_eq!(get(format!("{base}/results/4")).await.status(), 410);
	}

	#[tokio::test]
	async fn health_tells_whether_heartbeats_arrive() {
		let served = serve().await;
		let Served { base, metrics, .. } = &served;
		let response = get(format!("{base}/health")).await;
		assert_eq!(response.status(), 503);
		metrics.beat();
		metrics.node_up.set(1);
		let response = get(format!("{base}/health")).await;
		assert_eq!(response.status(), 200);
		let health: serde_json::Value = response.json().await.unwrap();
		assert_eq!(health["status"], "ok");
		assert_eq!(health["provider"], "5Bob");
		let text = get(format!("{base}/metrics")).await.text().await.unwrap();
		assert!(text.contains("tradewind_agent_heartbeats_total 1"), "{text}");
	}
}
