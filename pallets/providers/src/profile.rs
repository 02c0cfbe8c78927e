//! What a profile and an attribute may say.

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

/// Whether `name` is made of one or more lower-case letters, digits, dots and hyphens.
pub fn is_name(name: &[u8]) -> bool {
	let fits = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
	!name.is_empty() && name.iter().all(fits)
}

/// Whether `value` is one or more visible ASCII characters.
pub fn is_value(value: &[u8]) -> bool {
	is_visible(value)
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

	#[test]
	fn an_attribute_has_a_plain_name_and_a_visible_value() {
		assert!(is_name(b"certificate.iso-27001"));
		for name in [&b""[..], b"Tdx", b"with space", b"under_score", "größe".as_bytes()] {
			assert!(!is_name(name));
		}
		assert!(is_value(b"2026/A+B"));
		assert!(!is_value(b""));
		assert!(!is_value(b"two words"));
	}
}
