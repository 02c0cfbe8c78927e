#!/usr/bin/env bash
# Installs what a build of Tradewind needs and this machine lacks. Safe to run twice.
#
#   scripts/setup.sh            install what is missing
#   scripts/setup.sh --check    say what is missing, install nothing; exit 1 if something is
#   scripts/setup.sh --help     this text
#
# It needs rustup and, to install Debian packages, root or sudo. It touches:
#   - Debian packages: a C compiler, clang and libclang, the protobuf compiler, and for the example
#     workloads wasi-libc with lld-14 and its runtime, and the stb headers; Node.js and npm where
#     they are missing, for the test of Polkadot.js;
#   - the wasm target of Rust: by `rustup target add` where rustup can download it. Where it cannot,
#     by Debian's own compiler (packages rustc-web, cargo-web, rust-web-src, rust-web-llvm,
#     rust-web-clippy, rustfmt-web, lld-22), for which it builds the target's standard library and
#     puts it into /usr/lib/rustlib/wasm32v1-none;
#   - the cache folder ($TRADEWIND_CACHE, or ~/.cache/tradewind), where it notes which compiler to
#     use and where everything is built.

. "$(dirname "$0")/lib.sh"

CHECK=
case "${1:-}" in
"") ;;
--check) CHECK=1 ;;
-h | --help)
	usage
	exit 0
	;;
*) die "unknown option \`$1\`; see scripts/setup.sh --help" ;;
esac

PACKAGES=(build-essential pkg-config ca-certificates clang libclang-dev protobuf-compiler wasi-libc
	libclang-rt-14-dev-wasm32 lld-14 libstb-dev)
DEBIAN_RUST=(rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web lld-22)
TARGET=wasm32v1-none

installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
	local missing=() package
	for package in "$@"; do installed "$package" || missing+=("$package"); done
	[ ${#missing[@]} = 0 ] && return
	[ -n "$CHECK" ] && die "missing packages: ${missing[*]}; run scripts/setup.sh"
	command -v apt-get >/dev/null || die "install these by hand, there is no apt-get here: ${missing[*]}"
	say "installing ${missing[*]}"
	as_root apt-get update -q >&2
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
		"${missing[@]}" >&2
}

has_target() { [ -d "$(rustc --print sysroot 2>/dev/null)/lib/rustlib/$TARGET/lib" ]; }

# Builds core, alloc and compiler_builtins for wasm from Debian's sources of the standard library.
# With bitcode embedded, because the runtime is optimised across crates when it is linked.
build_wasm_std() {
	local scratch lib
	scratch=$(mktemp -d "$CACHE/wasm-std.XXXXXX")
	mkdir "$scratch/src"
	echo '#![no_std]' >"$scratch/src/lib.rs"
	printf '[package]\nname = "wasm-std"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' \
		>"$scratch/Cargo.toml"
	(
		cd "$scratch"
		RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes" CARGO_TARGET_DIR=target cargo build -q \
			--release -Zbuild-std=core,alloc,compiler_builtins \
			-Zbuild-std-features=compiler-builtins-mem --target $TARGET
	)
	lib=/usr/lib/rustlib/$TARGET/lib
	as_root mkdir -p "$lib"
	as_root cp "$scratch/target/$TARGET/release/deps/"lib{core,alloc,compiler_builtins}-*.rlib "$lib/"
	rm -rf "$scratch"
	# What was built against another standard library would not link.
	rm -rf "$CACHE"/target/*/wbuild
}

mkdir -p "$CACHE"
install_packages "${PACKAGES[@]}"
command -v node >/dev/null && command -v npm >/dev/null || install_packages nodejs npm
command -v rustup >/dev/null || die "rustup is missing: install it as https://rustup.rs says"

# shellcheck disable=SC1091
[ -f "$CACHE/env" ] && . "$CACHE/env"
cd "$ROOT"
if ! has_target; then
	[ -n "$CHECK" ] && die "the Rust target $TARGET is missing; run scripts/setup.sh"
	say "adding the Rust target $TARGET"
	if rustup target add $TARGET >&2 && rustup component add rust-src rustfmt clippy >&2; then
		rm -f "$CACHE/env"
	else
		say "rustup cannot download it; taking Debian's compiler and building the target"
		install_packages "${DEBIAN_RUST[@]}"
		# A path is as good as a name to rustup, and leaves its settings alone.
		echo 'export RUSTUP_TOOLCHAIN=/usr' >"$CACHE/env"
		. "$CACHE/env"
		has_target || build_wasm_std
	fi
fi
say "ready: $(rustc --version), target $TARGET"
