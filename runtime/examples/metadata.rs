//! Writes the runtime's metadata, as the client is generated from it, to standard output.

use std::io::Write;

fn main() -> std::io::Result<()> {
	std::io::stdout().write_all(&tradewind_runtime::metadata_for_clients())
}
