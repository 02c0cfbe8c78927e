#!/usr/bin/env bash
# Runs every test there is, and the checks a change has to pass.
#
#   scripts/test.sh             all of it
#   scripts/test.sh --quick     only the tests of the crates: no lints, docs or network of processes
#   scripts/test.sh --help      this text
#
# Sets up what is missing first (scripts/setup.sh says what that is). Builds into the cache folder
# (~/.cache/tradewind/target), so that a second run is a matter of minutes. The end-to-end tests
# start nodes and agents on free ports of the loopback interface and stop them again.

. "$(dirname "$0")/lib.sh"

QUICK=
case "${1:-}" in
"") ;;
--quick) QUICK=1 ;;
-h | --help)
	usage
	exit 0
	;;
*) die "unknown option \`$1\`; see scripts/test.sh --help" ;;
esac

scripts=$ROOT/scripts
"$scripts/setup.sh"
cargo_env
"$scripts/build.sh"

if [ -z "$QUICK" ]; then
	say "formatting"
	cargo fmt --all --check
	say "lints"
	cargo clippy --locked --release --workspace --all-targets -- -D warnings
	say "documentation"
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --release --workspace --no-deps
	say "the JavaScript client"
	npm ci --prefix tests/clients --no-audit --no-fund
fi

say "tests"
if [ -n "$QUICK" ]; then
	cargo test --locked --release --workspace --exclude tradewind-tests
else
	cargo test --locked --release --workspace
fi
