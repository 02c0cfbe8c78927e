//! Bounded capture of what a workload writes to its standard streams.

use bytes::Bytes;
use std::{
	io,
	pin::Pin,
	sync::{Arc, Mutex, PoisonError},
	task::{Context, Poll},
};
use tokio::io::AsyncWrite;
use wasmtime_wasi::{
	async_trait,
	cli::{IsTerminal, StdoutStream},
	p2::{OutputStream, Pollable, StreamResult},
};

/// How much is taken in one write.
const PIECE: usize = 64 * 1024;

/// What was written, up to the limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
	/// The beginning of what was written, or all of it.
	pub bytes: Vec<u8>,
	/// Whether more was written than was kept.
	pub truncated: bool,
}

/// A standard stream. What exceeds the limit is swallowed: a chatty workload is not a broken one.
#[derive(Clone)]
pub struct Capture {
	captured: Arc<Mutex<Captured>>,
	limit: usize,
}

impl Capture {
	/// A stream that keeps `limit` bytes.
	pub fn new(limit: usize) -> Self {
		Self { captured: Arc::default(), limit }
	}

	/// Takes out what was written so far.
	pub fn take(&self) -> Captured {
		std::mem::take(&mut self.captured.lock().unwrap_or_else(PoisonError::into_inner))
	}

	fn append(&self, bytes: &[u8]) {
		let mut captured = self.captured.lock().unwrap_or_else(PoisonError::into_inner);
		let room = self.limit.saturating_sub(captured.bytes.len()).min(bytes.len());
		captured.bytes.extend_from_slice(&bytes[..room]);
		captured.truncated |= room < bytes.len();
	}
}

impl IsTerminal for Capture {
	fn is_terminal(&self) -> bool {
		false
	}
}

impl StdoutStream for Capture {
	fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
		Box::new(self.clone())
	}

	fn p2_stream(&self) -> Box<dyn OutputStream> {
		Box::new(self.clone())
	}
}

#[async_trait]
impl Pollable for Capture {
	async fn ready(&mut self) {}
}

impl OutputStream for Capture {
	fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
		self.append(&bytes);
		Ok(())
	}

	fn flush(&mut self) -> StreamResult<()> {
		Ok(())
	}

	fn check_write(&mut self) -> StreamResult<usize> {
		Ok(PIECE)
	}
}

impl AsyncWrite for Capture {
	fn poll_write(
		self: Pin<&mut Self>,
		_: &mut Context<'_>,
		bytes: &[u8],
	) -> Poll<io::Result<usize>> {
		self.append(bytes);
		Poll::Ready(Ok(bytes.len()))
	}

	fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
		Poll::Ready(Ok(()))
	}

	fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
		Poll::Ready(Ok(()))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_exceeds_the_limit_is_swallowed_and_noted() {
		let capture = Capture::new(5);
		capture.append(b"abc");
		capture.append(b"de");
		let copy = capture.clone();
		assert!(!copy.captured.lock().unwrap().truncated);
		capture.append(b"f");
		assert_eq!(copy.take(), Captured { bytes: b"abcde".to_vec(), truncated: true });
	}
}
