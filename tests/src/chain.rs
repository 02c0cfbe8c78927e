//! What tests do to a chain by themselves, past the command line.

use anyhow::Context;
use std::{
	sync::{
		atomic::{AtomicBool, Ordering},
		Arc,
	},
	thread::JoinHandle,
	time::Duration,
};
use tradewind_client::{AccountId, Balance, Client, Signer};

/// Runs `future` to its end on a runtime of its own.
pub fn block_on<T>(
	future: impl std::future::Future<Output = anyhow::Result<T>>,
) -> anyhow::Result<T> {
	tokio::runtime::Runtime::new().context("cannot start a runtime")?.block_on(future)
}

/// The account of one of the well-known people.
pub fn account(name: &str) -> anyhow::Result<AccountId> {
	Ok(Signer::dev(name)?.account())
}

/// What somebody has free, in planck.
pub fn free_balance(url: &str, who: AccountId) -> anyhow::Result<Balance> {
	block_on(async { Ok(Client::connect(url).await?.state().await?.free_balance(who).await?) })
}

/// Beats for a provider and does nothing else. It stops when this is dropped.
pub struct Heart {
	beating: Arc<AtomicBool>,
	thread: Option<JoinHandle<()>>,
}

impl Heart {
	/// Beats for the well-known provider `name` every six seconds.
	pub fn start(url: &str, name: &str) -> anyhow::Result<Self> {
		let provider = account(name)?;
		let agent = Signer::dev(&format!("{name}//agent"))?;
		let beating = Arc::new(AtomicBool::new(true));
		let (url, goes_on) = (url.to_owned(), beating.clone());
		let thread = std::thread::spawn(move || {
			while goes_on.load(Ordering::Relaxed) {
				// A beat that fails is made up for by the next.
				let _ = block_on(async {
					Ok(Client::connect(&url).await?.heartbeat(&agent, provider).await?)
				});
				std::thread::sleep(Duration::from_secs(6));
			}
		});
		Ok(Self { beating, thread: Some(thread) })
	}
}

impl Drop for Heart {
	fn drop(&mut self) {
		self.beating.store(false, Ordering::Relaxed);
		if let Some(thread) = self.thread.take() {
			let _ = thread.join();
		}
	}
}
