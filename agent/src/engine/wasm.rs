//! WebAssembly: WASI preview 1 command modules in a sandbox.
//!
//! A module gets its arguments, its environment, its standard streams, a clock, random numbers
//! and one directory, `/`. It gets no network and nothing of the host. It is interrupted through
//! the engine's epoch, which also makes it yield, so that its limits are looked at and it can be
//! paused while it computes. Its clocks go on during a pause, as those of a machine do that was put
//! to sleep.

use super::{
	capture::Capture,
	scratch::{Excess, MAX_OPEN},
	Engine, EngineError, Job, Run,
};
use crate::control::Control;
use futures::{future::BoxFuture, FutureExt};
use std::{io, thread, time::Duration};
use tradewind_client::bundle::Outcome;
use wasmtime::{Config, EngineWeak, Linker, Module, ResourceLimiter, Store, Trap, UpdateDeadline};
use wasmtime_wasi::{
	p2::pipe::MemoryInputPipe,
	preview1::{self, WasiP1Ctx},
	DirPerms, FilePerms, I32Exit, WasiCtxBuilder,
};

/// How often a running module yields.
const TICK: Duration = Duration::from_millis(10);

/// The largest module that is compiled: compiling takes time and memory in proportion.
pub const MAX_MODULE: usize = 64 << 20;

/// How many entries the tables of a module may have together, at a pointer each.
const MAX_TABLE: usize = 1 << 20;

/// The program's name, which is its first argument.
const PROGRAM: &str = "module.wasm";

const WASI: &str = "wasi_snapshot_preview1";

/// Runs WASI modules inside this process.
pub struct WasmEngine {
	engine: wasmtime::Engine,
}

impl WasmEngine {
	/// An engine, and the thread that turns its epochs; the thread ends with the engine.
	pub fn new() -> io::Result<Self> {
		let mut config = Config::new();
		config
			.async_support(true)
			.epoch_interruption(true)
			// The same input gives the same bits on every provider.
			.cranelift_nan_canonicalization(true)
			.relaxed_simd_deterministic(true)
			// Shared memories escape the memory limit, and preview 1 has no use for threads.
			.wasm_threads(false)
			.wasm_memory64(false);
		let engine = wasmtime::Engine::new(&config).map_err(io::Error::other)?;
		let weak = engine.weak();
		thread::Builder::new().name("epochs".into()).spawn(move || tick(weak))?;
		Ok(Self { engine })
	}
}

impl Engine for WasmEngine {
	fn name(&self) -> &'static str {
		"wasm"
	}

	fn run(&self, job: Job, control: Control) -> BoxFuture<'_, Result<Run, EngineError>> {
		let engine = self.engine.clone();
		let runtime = tokio::runtime::Handle::current();
		// A module computes on a thread of its own, so that it cannot starve the daemon.
		tokio::task::spawn_blocking(move || runtime.block_on(execute(engine, job, control)))
			.map(|joined| joined.map_err(|error| EngineError::Host(io::Error::other(error)))?)
			.boxed()
	}
}

/// What a module ended with, before its output is added.
type Ending = (Outcome, Option<String>);

async fn execute(engine: wasmtime::Engine, job: Job, control: Control) -> Result<Run, EngineError> {
	let stdout = Capture::new(job.limits.output);
	let stderr = Capture::new(job.limits.output);
	let time = job.limits.time;
	let scratch = job.scratch.clone();
	let (out, err, disk) = (stdout.clone(), stderr.clone(), scratch.clone());
	let work = async {
		tokio::select! {
			biased;
			ending = compile_and_run(engine, job, out, err) => ending,
			excess = disk.overflow() => Ok(ending_of(excess)),
		}
	};
	let ending = tokio::select! {
		biased;
		ended = control.within(time, work) => match ended {
			Some(ending) => ending?,
			None => {
				let seconds = time.as_secs();
				(Outcome::TimedOut, Some(format!("it ran longer than {seconds} seconds")))
			},
		},
		_ = control.stopped() => return Err(EngineError::Stopped),
	};
	// What was written since the last look counts as well.
	let last = tokio::task::spawn_blocking(move || scratch.excess()).await;
	let (outcome, detail) = match last {
		Ok(Some(Excess::Disk)) => ending_of(Excess::Disk),
		Ok(_) => ending,
		Err(error) => return Err(EngineError::Host(io::Error::other(error))),
	};
	Ok(Run { outcome, detail, stdout: stdout.take(), stderr: stderr.take() })
}

async fn compile_and_run(
	engine: wasmtime::Engine,
	job: Job,
	stdout: Capture,
	stderr: Capture,
) -> Result<Ending, EngineError> {
	let invalid = |why: String| Ok((Outcome::InvalidModule, Some(why)));
	let Job { program, stdin, args, env, limits, scratch } = job;
	if program.len() > MAX_MODULE {
		return invalid(format!("the module is larger than {MAX_MODULE} bytes"));
	}
	let compiler = engine.clone();
	let compiled =
		tokio::task::spawn_blocking(move || Module::from_binary(&compiler, &program)).await;
	let module = match compiled {
		Ok(Ok(module)) => module,
		Ok(Err(error)) => return invalid(format!("{error:#}")),
		Err(_) => return invalid("the compiler failed".into()),
	};

	let mut linker: Linker<State> = Linker::new(&engine);
	link(&mut linker).map_err(io::Error::other)?;
	let ready = match linker.instantiate_pre(&module) {
		Ok(ready) => ready,
		Err(error) => return invalid(format!("{error:#}")),
	};

	let wasi = WasiCtxBuilder::new()
		.stdin(MemoryInputPipe::new(stdin))
		.stdout(stdout)
		.stderr(stderr)
		.arg(PROGRAM)
		.args(&args)
		.envs(&env.into_iter().collect::<Vec<_>>())
		.preopened_dir(scratch.path(), "/", DirPerms::all(), FilePerms::all())
		.map_err(io::Error::other)?
		.build_p1();
	let memory = MemoryLimit { allowed: limits.memory, used: 0, table: 0, exceeded: false };
	let mut store = Store::new(&engine, State { wasi, memory });
	store.limiter(|state| &mut state.memory);
	store.set_epoch_deadline(1);
	store.epoch_deadline_callback(|_| Ok(UpdateDeadline::Yield(1)));

	let ended = async {
		let instance = ready.instantiate_async(&mut store).await?;
		let Ok(start) = instance.get_typed_func::<(), ()>(&mut store, "_start") else {
			return Err(NotACommand.into());
		};
		start.call_async(&mut store, ()).await
	}
	.await;
	Ok(judge(ended, store.data()))
}

fn link(linker: &mut Linker<State>) -> wasmtime::Result<()> {
	preview1::add_to_linker_async(linker, |state| &mut state.wasi)?;
	// The library's own refuses codes above 125; the chain takes any.
	linker.allow_shadowing(true);
	linker.func_wrap(WASI, "proc_exit", |code: i32| -> wasmtime::Result<()> {
		Err(I32Exit(code).into())
	})?;
	Ok(())
}

/// Says what a module's end means.
fn judge(ended: wasmtime::Result<()>, state: &State) -> Ending {
	let Err(error) = ended else { return (Outcome::Exited(0), None) };
	if state.memory.exceeded {
		let allowed = state.memory.allowed >> 20;
		return (Outcome::OutOfMemory, Some(format!("it asked for more than {allowed} MiB")));
	}
	if let Some(I32Exit(code)) = error.downcast_ref() {
		return (Outcome::Exited(*code), None);
	}
	if error.is::<NotACommand>() {
		return (Outcome::InvalidModule, Some(NotACommand.to_string()));
	}
	match error.downcast_ref::<Trap>() {
		Some(trap) => (Outcome::Trapped, Some(trap.to_string())),
		// The sandbox itself refused something, such as a pointer outside of the memory.
		None => (Outcome::Trapped, Some(error.root_cause().to_string())),
	}
}

fn ending_of(excess: Excess) -> Ending {
	match excess {
		Excess::Disk => {
			(Outcome::OutOfDisk, Some("it wrote more than its scratch directory holds".into()))
		},
		Excess::Open => {
			(Outcome::Trapped, Some(format!("it held more than {MAX_OPEN} files open")))
		},
	}
}

/// What belongs to one run.
struct State {
	wasi: WasiP1Ctx,
	memory: MemoryLimit,
}

/// A module without an entry point.
#[derive(Debug, thiserror::Error)]
#[error("the module exports no function `_start`: it is a library, not a WASI command")]
struct NotACommand;

/// Counts what all memories of a run have together.
struct MemoryLimit {
	allowed: u64,
	used: u64,
	table: usize,
	exceeded: bool,
}

impl ResourceLimiter for MemoryLimit {
	fn memory_growing(
		&mut self,
		current: usize,
		desired: usize,
		maximum: Option<usize>,
	) -> wasmtime::Result<bool> {
		let used = self.used.saturating_add(desired.saturating_sub(current) as u64);
		if used > self.allowed {
			self.exceeded = true;
			anyhow::bail!("out of memory");
		}
		// Beyond the module's own maximum it is the module that is refused, not the buyer.
		if maximum.is_none_or(|maximum| desired <= maximum) {
			self.used = used;
		}
		Ok(true)
	}

	fn table_growing(
		&mut self,
		current: usize,
		desired: usize,
		_: Option<usize>,
	) -> wasmtime::Result<bool> {
		let table = self.table.saturating_add(desired.saturating_sub(current));
		if table > MAX_TABLE {
			return Ok(false);
		}
		self.table = table;
		Ok(true)
	}

	fn instances(&self) -> usize {
		1
	}

	fn memories(&self) -> usize {
		16
	}

	fn tables(&self) -> usize {
		64
	}
}

fn tick(engine: EngineWeak) {
	while let Some(engine) = engine.upgrade() {
		engine.increment_epoch();
		drop(engine);
		thread::sleep(TICK);
	}
}

#[cfg(test)]
mod tests;
