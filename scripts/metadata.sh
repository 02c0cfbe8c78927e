#!/usr/bin/env bash
# Writes client/metadata.scale anew: the chain's metadata, from which the client is generated.
#
#   scripts/metadata.sh            after every change of a call, an event, an error or storage
#   scripts/metadata.sh --help     this text
#
# A test of the runtime fails while the file does not fit the runtime.

. "$(dirname "$0")/lib.sh"

case "${1:-}" in
"") ;;
-h | --help)
	usage
	exit 0
	;;
*) die "unknown option \`$1\`; see scripts/metadata.sh --help" ;;
esac

cargo_env
# With the features of the whole workspace, so that nothing is compiled for this alone. The client
# and what is made of it may not compile before the file is written.
cargo build --release --workspace --exclude tradewind-client --exclude tradewind-agent \
	--exclude tradewind-cli --exclude tradewind-tests --examples
"$CARGO_TARGET_DIR/release/examples/metadata" >"$CACHE/metadata.scale"
mv "$CACHE/metadata.scale" client/metadata.scale
say "client/metadata.scale: $(wc -c <client/metadata.scale) bytes"
