#!/usr/bin/env bash
# Builds everything: node, agent, command line, tests, and the example workloads.
#
#   scripts/build.sh            build into the cache folder
#   scripts/build.sh --help     this text
#
# One profile and one set of features for all of it, so that the dependencies compile once.

. "$(dirname "$0")/lib.sh"

case "${1:-}" in
"") ;;
-h | --help)
	usage
	exit 0
	;;
*) die "unknown option \`$1\`; see scripts/build.sh --help" ;;
esac

cargo_env
examples/build.sh
cargo build --locked --release --workspace --all-targets
