#!/usr/bin/env bash
# Builds the example workloads to WASI modules with Debian's clang and wasi-libc.
#
#   examples/build.sh           build into the cache folder's `examples`
#   examples/build.sh --help    this text
#
# scripts/setup.sh installs what it needs.

. "$(dirname "$0")/../scripts/lib.sh"

case "${1:-}" in
"") ;;
-h | --help)
	usage
	exit 0
	;;
*) die "unknown option \`$1\`; see examples/build.sh --help" ;;
esac

OUT=$CACHE/examples
mkdir -p "$OUT"
for name in csv-stats thumbnail; do
	source=$ROOT/examples/$name/$name.c
	module=$OUT/$name.wasm
	[ "$module" -nt "$source" ] && continue
	say "building $name.wasm"
	# The host's include folder comes last: it is there for the stb headers alone.
	clang --target=wasm32-wasi --sysroot=/usr -idirafter /usr/include -O2 -s "$source" \
		-o "$module.new"
	mv "$module.new" "$module"
done
