//! Workloads for tests, small enough to read.

use std::path::{Path, PathBuf};

/// Sleeps for `seconds`, then prints `done` and exits with 7.
pub fn sleeper(folder: &Path, seconds: u64) -> PathBuf {
	let wat = format!(
		r#"(module
			(import "wasi_snapshot_preview1" "poll_oneoff"
				(func $poll (param i32 i32 i32 i32) (result i32)))
			(import "wasi_snapshot_preview1" "fd_write"
				(func $write (param i32 i32 i32 i32) (result i32)))
			(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
			(memory (export "memory") 1)
			(data (i32.const 512) "done\n")
			(func (export "_start")
				;; One subscription at 0: the monotonic clock, relative, in nanoseconds.
				(i32.store (i32.const 16) (i32.const 1))
				(i64.store (i32.const 24) (i64.const {}))
				(drop (call $poll (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128)))
				(i32.store (i32.const 256) (i32.const 512))
				(i32.store (i32.const 260) (i32.const 5))
				(drop (call $write (i32.const 1) (i32.const 256) (i32.const 1) (i32.const 264)))
				(call $exit (i32.const 7))))"#,
		seconds * 1_000_000_000
	);
	write(folder, &format!("sleep-{seconds}.wasm"), &wat)
}

/// Prints a dot ten times a second for so many seconds, then exits with 7.
pub fn ticker(folder: &Path, seconds: u64) -> PathBuf {
	let wat = format!(
		r#"(module
			(import "wasi_snapshot_preview1" "poll_oneoff"
				(func $poll (param i32 i32 i32 i32) (result i32)))
			(import "wasi_snapshot_preview1" "fd_write"
				(func $write (param i32 i32 i32 i32) (result i32)))
			(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
			(memory (export "memory") 1)
			(data (i32.const 512) ".")
			(func (export "_start") (local $left i32)
				(local.set $left (i32.const {}))
				;; One subscription at 0: the monotonic clock, relative, in nanoseconds.
				(i32.store (i32.const 16) (i32.const 1))
				(i64.store (i32.const 24) (i64.const 100000000))
				(i32.store (i32.const 256) (i32.const 512))
				(i32.store (i32.const 260) (i32.const 1))
				(loop $more
					(drop (call $poll (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128)))
					(drop (call $write (i32.const 1) (i32.const 256) (i32.const 1) (i32.const 264)))
					(local.set $left (i32.sub (local.get $left) (i32.const 1)))
					(br_if $more (local.get $left)))
				(call $exit (i32.const 7))))"#,
		10 * seconds
	);
	write(folder, &format!("tick-{seconds}.wasm"), &wat)
}

/// Never ends.
pub fn spinner(folder: &Path) -> PathBuf {
	write(
		folder,
		"spin.wasm",
		r#"(module (memory (export "memory") 1) (func (export "_start") (loop $on (br $on))))"#,
	)
}

fn write(folder: &Path, name: &str, wat: &str) -> PathBuf {
	let path = folder.join(name);
	let module = wat::parse_str(wat).expect("the text is a module");
	std::fs::write(&path, module).expect("the folder can be written to");
	path
}
