#!/usr/bin/env bash
# Measures what our calls and hooks cost and writes pallets/*/src/weights.rs anew. Safe to run twice.
#
#   scripts/weights.sh                        all six pallets
#   scripts/weights.sh billing tasks          only these
#   scripts/weights.sh --steps 50 --repeat 20 more points per component (20), more runs each (10)
#   scripts/weights.sh --help                 this text
#
# Run it on a quiet machine like those that validate. It builds a node that can measure itself, with
# the feature `runtime-benchmarks`, into a folder of its own (~/.cache/tradewind/target-benchmarks),
# so that the ordinary build stays as it is: the better part of an hour the first time. The files are
# replaced only once everything has been measured. scripts/weights.hbs is their template.

. "$(dirname "$0")/lib.sh"

STEPS=20
REPEAT=10
ALL=(providers marketplace tasks billing sla audit)
PALLETS=()

number() {
	case "${2:-}" in
	"" | *[!0-9]*) die "$1 needs a number; see scripts/weights.sh --help" ;;
	esac
}

while [ $# -gt 0 ]; do
	case "$1" in
	--steps)
		number "$@"
		STEPS=$2
		shift
		;;
	--repeat)
		number "$@"
		REPEAT=$2
		shift
		;;
	-h | --help)
		usage
		exit 0
		;;
	-*) die "unknown option \`$1\`; see scripts/weights.sh --help" ;;
	*)
		[ -f "$ROOT/pallets/$1/src/weights.rs" ] || die "there is no pallet \`$1\`"
		PALLETS+=("$1")
		;;
	esac
	shift
done
[ ${#PALLETS[@]} = 0 ] && PALLETS=("${ALL[@]}")
[ "$STEPS" -ge 2 ] || die "--steps must be at least 2: both ends of a range have to be measured"
[ "$REPEAT" -ge 1 ] || die "--repeat must be at least 1"

CARGO_TARGET_DIR=$CACHE/target-benchmarks
cargo_env
say "building the node that measures itself"
# A runtime of the SDK's own that only `benchmark storage` needs. It cannot be built from a
# registry's copy, which lies in no workspace.
export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1
cargo build --locked --release -p tradewind-node --features runtime-benchmarks

new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
for pallet in "${PALLETS[@]}"; do
	say "measuring $pallet"
	"$CARGO_TARGET_DIR/release/tradewind-node" benchmark pallet --chain dev --genesis-builder spec-runtime \
		--pallet "pallet_tradewind_$pallet" --extrinsic '*' --steps "$STEPS" --repeat "$REPEAT" \
		--wasm-execution compiled --heap-pages 4096 --base-path "$new/data" \
		--template scripts/weights.hbs --output "$new/$pallet.rs" >"$new/log" 2>&1 ||
		{
			cat "$new/log" >&2
			die "$pallet could not be measured; nothing was changed"
		}
done
for pallet in "${PALLETS[@]}"; do
	cp "$new/$pallet.rs" "pallets/$pallet/src/weights.rs"
	say "pallets/$pallet/src/weights.rs: $(grep -c '^	/// The weight of' "$new/$pallet.rs") weights"
done
