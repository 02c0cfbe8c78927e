#!/usr/bin/env bash
# Starts a local network of four providers that are the four validators, and runs one job on it.
#
#   scripts/run.sh                                 run the example; then stay up until Ctrl-C
#   scripts/run.sh --once                          run it, stop everything, exit
#   scripts/run.sh --workload F.wasm --input F     run your own WASI module with your own input
#   scripts/run.sh --help                          this text
#
# Sets up what is missing first (scripts/setup.sh says what that is) and builds into the cache folder
# (~/.cache/tradewind/target): the better part of an hour the first time on a small machine. The
# network listens on the loopback interface alone: RPC on ports 9944 to 9947, gateways on 9961 to
# 9964, peers from 30333 and metrics from 9615 on, and others where one of them is taken. Its logs
# stay in the cache folder's `local`.

. "$(dirname "$0")/lib.sh"

readable() { [ -r "$2" ] || die "$1: cannot read \`$2\`"; }

# Checked before the build, which takes long.
args=("$@")
while [ $# -gt 0 ]; do
	case "$1" in
	--once) ;;
	--workload | --input)
		[ $# -gt 1 ] || die "$1 needs a file; see scripts/run.sh --help"
		readable "$1" "$2"
		shift
		;;
	-h | --help)
		usage
		exit 0
		;;
	*) die "unknown option \`$1\`; see scripts/run.sh --help" ;;
	esac
	shift
done

"$ROOT/scripts/setup.sh"
say "building"
"$ROOT/scripts/build.sh"
exec "${CARGO_TARGET_DIR:-$CACHE/target}/release/tradewind-localnet" ${args[@]+"${args[@]}"}
