//! Whether bytes look sealed: the head of an [age](https://age-encryption.org/v1) file with at
//! least one X25519 recipient. The chain cannot tell what is inside, but it can refuse what was
//! plainly left open.

#![deny(
	clippy::arithmetic_side_effects,
	clippy::indexing_slicing,
	clippy::unwrap_used,
	clippy::expect_used
)]

const VERSION: &[u8] = b"age-encryption.org/v1";
const RECIPIENT: &[u8] = b"-> X25519 ";
const END: &[u8] = b"---";

/// Whether `data` has the head of an age file that an X25519 key opens.
pub fn is_sealed(data: &[u8]) -> bool {
	let mut lines = data.split(|byte| *byte == b'\n');
	if lines.next() != Some(VERSION) {
		return false;
	}
	let mut recipients = false;
	for line in lines {
		if line.starts_with(END) {
			return recipients;
		}
		// The head is text; the first other byte ends it without its end mark.
		if !line.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ') {
			return false;
		}
		recipients |= line.starts_with(RECIPIENT);
	}
	false
}

#[cfg(test)]
mod tests {
	use super::*;

	const HEAD: &str = "age-encryption.org/v1\n-> X25519 c2hhcmU\nYm9keQ\n--- bWFj\n";

	#[test]
	fn an_age_file_is_sealed() {
		assert!(is_sealed(HEAD.as_bytes()));
		let mut file = HEAD.as_bytes().to_vec();
		file.extend([0, 255, 10, 13, 7]);
		assert!(is_sealed(&file));
		assert!(is_sealed(HEAD.replace("-> X", "-> grease x\nZ3I\n-> X").as_bytes()));
	}

	#[test]
	fn anything_else_is_not() {
		assert!(!is_sealed(b""));
		assert!(!is_sealed(b"\0asm\x01\0\0\0"));
		assert!(!is_sealed(HEAD.replace("v1", "v2").as_bytes()));
		assert!(!is_sealed(HEAD.replace("X25519", "scrypt").as_bytes()));
		assert!(!is_sealed(HEAD.replace("--- bWFj\n", "").as_bytes()));
		assert!(!is_sealed(b"age-encryption.org/v1\n--- bWFj\n-> X25519 c2hhcmU\n"));
		assert!(!is_sealed(b"age-encryption.org/v1\n-> X25519 c2hhcmU\n\x00\n--- bWFj\n"));
	}
}
