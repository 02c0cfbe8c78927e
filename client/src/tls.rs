//! TLS for `https://` addresses.

/// Chooses the implementation of TLS for this process. To be called before an HTTP client is
/// built; calling it again does nothing.
pub fn ready() {
	// It fails only when an implementation is chosen already, and then there is one.
	let _ = rustls::crypto::ring::default_provider().install_default();
}
