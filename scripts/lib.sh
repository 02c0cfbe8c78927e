# Shared by the scripts of this folder. Sourced, never run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${TRADEWIND_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tradewind}

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
die() {
	printf 'error: %s\n' "$*" >&2
	exit 1
}

# Prints the comment at the head of the calling script, which is its help.
usage() { sed -n '2,/^$/{s/^# \{0,1\}//;p}' "$0"; }

# What every call of cargo here needs: which compiler, and where to build.
cargo_env() {
	export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$CACHE/target}
	# shellcheck disable=SC1091
	[ -f "$CACHE/env" ] && . "$CACHE/env"
	cd "$ROOT"
}
