//! What a profile may say.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

/// Whether `region` is one or more visible ASCII characters.
pub fn is_region(region: &[u8]) -> bool {
	is_visible(region)
}

/// Whether `endpoint` is an `http://` or `https://` address of visible ASCII characters.
pub fn is_endpoint(endpoint: &[u8]) -> bool {
	let rest = endpoint.strip_prefix(b"https://").or_else(|| endpoint.strip_prefix(b"http://"));
	rest.is_some_and(is_visible)
}

fn is_visible(text: &[u8]) -> bool {
	!text.is_empty() && text.iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_region_is_visible_text() {
		assert!(is_region(b"eu-north"));
		assert!(!is_region(b""));
		assert!(!is_region(b"eu north"));
		assert!(!is_region("zürich".as_bytes()));
	}

	#[test]
	fn an_endpoint_is_a_web_address() {
		assert!(is_endpoint(b"https://a.example"));
		assert!(is_endpoint(b"http://127.0.0.1:8080/base"));
		assert!(!is_endpoint(b"https://"));
		assert!(!is_endpoint(b"ftp://a.example"));
		assert!(!is_endpoint(b"https://a.example/\n"));
	}
}
