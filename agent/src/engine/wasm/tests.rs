//! Modules that behave, and modules that do not.

use super::*;
use crate::engine::{scratch::Scratch, Limits};
use std::{collections::BTreeMap, sync::Arc, time::Instant};
use tradewind_client::bundle::{Files, Limits as Unpack, ResultBundle, Summary, Writer};

/// What most modules import, and one page of memory.
const PRELUDE: &str = r#"
	(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
	(import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
	(import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
	(import "wasi_snapshot_preview1" "path_open" (func $open
		(param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
	(memory (export "memory") 1)
"#;

/// The rights to read and to write a file.
const READ_WRITE: &str = "(i64.const 66) (i64.const 0)";

struct Case {
	program: Vec<u8>,
	stdin: Vec<u8>,
	args: Vec<String>,
	env: BTreeMap<String, String>,
	files: Files,
	memory: u64,
	disk: u64,
	time: Duration,
	output: usize,
}

struct Seen {
	run: Run,
	files: Files,
}

impl Case {
	/// A module with the prelude.
	fn wat(body: &str) -> Self {
		Self::raw(wat::parse_str(format!("(module {PRELUDE} {body})")).unwrap())
	}

	fn raw(program: impl Into<Vec<u8>>) -> Self {
		Self {
			program: program.into(),
			stdin: Vec::new(),
			args: Vec::new(),
			env: BTreeMap::new(),
			files: Files::new(),
			memory: 64 << 20,
			disk: 1 << 20,
			time: Duration::from_secs(30),
			output: 1 << 20,
		}
	}

	async fn try_run(self, control: Control) -> Result<Seen, EngineError> {
		let parent = tempfile::tempdir().unwrap();
		let scratch = Scratch::create(parent.path(), self.disk, &self.files).unwrap();
		self.run_in(Arc::new(scratch), control).await
	}

	async fn run_in(self, scratch: Arc<Scratch>, control: Control) -> Result<Seen, EngineError> {
		let job = Job {
			program: self.program,
			stdin: self.stdin,
			args: self.args,
			env: self.env,
			limits: Limits { memory: self.memory, time: self.time, output: self.output },
			scratch: scratch.clone(),
		};
		let run = WasmEngine::new().unwrap().run(job, control).await?;
		let mut archive = Writer::new(Vec::new());
		scratch.collect(&mut archive).unwrap();
		let packed = archive.conclude(&Summary::new(run.outcome), b"", b"").unwrap();
		let files = ResultBundle::unpack(packed.as_slice(), Unpack::default()).unwrap().files;
		Ok(Seen { run, files })
	}

	async fn run(self) -> Seen {
		self.try_run(Control::default()).await.unwrap()
	}

	async fn outcome(self) -> Outcome {
		self.run().await.run.outcome
	}
}

fn start(body: &str) -> String {
	format!(r#"(func (export "_start") {body})"#)
}

/// Opens the path at 100 beneath the root and leaves the descriptor at 40.
fn open(length: usize, create: bool) -> String {
	let flags = i32::from(create);
	format!(
		"(call $open (i32.const 3) (i32.const 0) (i32.const 100) (i32.const {length}) \
		 (i32.const {flags}) {READ_WRITE} (i32.const 0) (i32.const 40))"
	)
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_codes_arrive() {
	assert_eq!(Case::wat(&start("")).outcome().await, Outcome::Exited(0));
	for code in [0, 1, 7, 125, 126, 255, -1] {
		let case = Case::wat(&start(&format!("(call $exit (i32.const {code}))")));
		assert_eq!(case.outcome().await, Outcome::Exited(code));
	}
}

/// Copies its input to its output, 1 KiB at a time.
const ECHO: &str = r#"(func (export "_start")
	(i32.store (i32.const 0) (i32.const 1024)) (i32.store (i32.const 4) (i32.const 1024))
	(loop $more
		(i32.store (i32.const 4) (i32.const 1024))
		(drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
		(if (i32.load (i32.const 8)) (then
			(i32.store (i32.const 4) (i32.load (i32.const 8)))
			(drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 12)))
			(br $more)))))"#;

#[tokio::test(flavor = "multi_thread")]
async fn input_and_output_pass_through() {
	let stdin: Vec<u8> = (0..100_000u32).map(|number| number as u8).collect();
	let seen = Case { stdin: stdin.clone(), ..Case::wat(ECHO) }.run().await;
	assert_eq!(seen.run.outcome, Outcome::Exited(0));
	assert_eq!(seen.run.stdout.bytes, stdin);
	assert!(seen.run.stderr.bytes.is_empty());
	assert!(!seen.run.stdout.truncated);
}

#[tokio::test(flavor = "multi_thread")]
async fn output_is_kept_up_to_the_limit() {
	let case = Case { stdin: vec![b'x'; 10_000], output: 4_000, ..Case::wat(ECHO) };
	let seen = case.run().await;
	assert_eq!(seen.run.outcome, Outcome::Exited(0), "a chatty workload is not a broken one");
	assert_eq!(seen.run.stdout.bytes.len(), 4_000);
	assert!(seen.run.stdout.truncated);
}

/// Writes all of its arguments, or all of its environment, to its output.
fn shows(what: &str) -> Case {
	Case::raw(
		wat::parse_str(format!(
			r#"(module
			(import "wasi_snapshot_preview1" "{what}_sizes_get"
				(func $sizes (param i32 i32) (result i32)))
			(import "wasi_snapshot_preview1" "{what}_get" (func $get (param i32 i32) (result i32)))
			(import "wasi_snapshot_preview1" "fd_write"
				(func $write (param i32 i32 i32 i32) (result i32)))
			(memory (export "memory") 1)
			(func (export "_start")
				(drop (call $sizes (i32.const 0) (i32.const 4)))
				(drop (call $get (i32.const 16) (i32.const 1024)))
				(i32.store (i32.const 0) (i32.const 1024))
				(drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))"#
		))
		.unwrap(),
	)
}

#[tokio::test(flavor = "multi_thread")]
async fn arguments_and_environment_are_the_given_ones() {
	let args = vec!["--level".to_string(), "ü 9".into()];
	let seen = Case { args, ..shows("args") }.run().await;
	assert_eq!(seen.run.stdout.bytes, "module.wasm\0--level\0ü 9\0".as_bytes());
	let env = [("A".to_string(), "1".to_string()), ("B".into(), "two".into())].into();
	let seen = Case { env, ..shows("environ") }.run().await;
	assert_eq!(seen.run.stdout.bytes, b"A=1\0B=two\0", "nothing is inherited");
}

#[tokio::test(flavor = "multi_thread")]
async fn traps_are_told_from_failures() {
	for (body, words) in [
		("unreachable", "unreachable"),
		("(drop (i32.div_u (i32.const 1) (i32.const 0)))", "divide by zero"),
		("(drop (i32.load (i32.const 100000)))", "out of bounds"),
	] {
		let seen = Case::wat(&start(body)).run().await;
		assert_eq!(seen.run.outcome, Outcome::Trapped, "{body}");
		assert!(seen.run.detail.unwrap_or_default().contains(words), "{body}");
	}
	let endless = "(func $deeper (call $deeper)) (func (export \"_start\") (call $deeper))";
	assert_eq!(Case::wat(endless).outcome().await, Outcome::Trapped);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_end_is_ended() {
	let begun = Instant::now();
	for body in [
		start("(loop $again (br $again))"),
		"(func $s (loop $again (br $again))) (start $s)".into(),
	] {
		let case = Case { time: Duration::from_millis(300), ..Case::wat(&body) };
		assert_eq!(case.outcome().await, Outcome::TimedOut);
	}
	assert!(begun.elapsed() < Duration::from_secs(20));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_sleeps_is_ended_too() {
	// Waits on the monotonic clock for an hour.
	let body = r#"(module
		(import "wasi_snapshot_preview1" "poll_oneoff"
			(func $poll (param i32 i32 i32 i32) (result i32)))
		(memory (export "memory") 1)
		(func (export "_start")
			(i32.store (i32.const 16) (i32.const 1))
			(i64.store (i32.const 24) (i64.const 3600000000000))
			(drop (call $poll (i32.const 0) (i32.const 100) (i32.const 1) (i32.const 200)))))"#;
	let case =
		Case { time: Duration::from_millis(300), ..Case::raw(wat::parse_str(body).unwrap()) };
	assert_eq!(case.outcome().await, Outcome::TimedOut);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_can_be_stopped() {
	let control = Control::default();
	let case = Case::wat(&start("(loop $again (br $again))"));
	let run = tokio::spawn(case.try_run(control.clone()));
	tokio::time::sleep(Duration::from_millis(200)).await;
	control.stop();
	assert!(matches!(run.await.unwrap(), Err(EngineError::Stopped)));
}

/// A run that counts: it adds a byte to `n` again and again until it finds a file called `end`.
struct Counting {
	control: Control,
	scratch: Arc<Scratch>,
	run: tokio::task::JoinHandle<Result<Seen, EngineError>>,
	_parent: tempfile::TempDir,
}

impl Counting {
	/// Begins, and waits until it counts.
	async fn begin() -> Self {
		let body = format!(
			r#"(data (i32.const 100) "n") (func (export "_start")
				(if {} (then (call $exit (i32.const 1))))
				(i32.store (i32.const 20) (i32.load (i32.const 40)))
				(i32.store (i32.const 100) (i32.const 0x00646e65))
				(i32.store (i32.const 0) (i32.const 1024)) (i32.store (i32.const 4) (i32.const 1))
				(loop $more
					(drop (call $write
						(i32.load (i32.const 20)) (i32.const 0) (i32.const 1) (i32.const 8)))
					(br_if $more {}))
				(call $exit (i32.const 7)))"#,
			open(1, true),
			open(3, false),
		);
		let parent = tempfile::tempdir().unwrap();
		let disk = 1 << 30;
		let scratch = Arc::new(Scratch::create(parent.path(), disk, &Files::new()).unwrap());
		let control = Control::default();
		let run = Case::wat(&body).run_in(scratch.clone(), control.clone());
		let counting = Self { control, scratch, run: tokio::spawn(run), _parent: parent };
		counting.until(|count, _| count > 0).await;
		counting
	}

	fn count(&self) -> u64 {
		std::fs::metadata(self.scratch.path().join("n")).map_or(0, |file| file.len())
	}

	/// Waits until two looks at the count, one after the other, are as wanted.
	async fn until(&self, wanted: impl Fn(u64, u64) -> bool) -> u64 {
		let wait = async {
			let mut last = self.count();
			loop {
				tokio::time::sleep(Duration::from_millis(300)).await;
				let count = self.count();
				if wanted(count, last) {
					return count;
				}
				last = count;
			}
		};
		tokio::time::timeout(Duration::from_secs(20), wait).await.expect("it never came to that")
	}
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_paused_stands_still_and_goes_on_where_it_stopped() {
	let counting = Counting::begin().await;
	counting.control.pause(true);
	let count = counting.until(|count, last| count == last).await;
	// If it computed at all, it would find this.
	std::fs::write(counting.scratch.path().join("end"), "").unwrap();
	tokio::time::sleep(Duration::from_millis(500)).await;
	assert!(!counting.run.is_finished());
	assert_eq!(counting.count(), count);
	std::fs::remove_file(counting.scratch.path().join("end")).unwrap();
	counting.control.pause(false);
	counting.until(|now, _| now > count).await;
	std::fs::write(counting.scratch.path().join("end"), "").unwrap();
	let seen = counting.run.await.unwrap().unwrap();
	assert_eq!(seen.run.outcome, Outcome::Exited(7));
	assert!(seen.files["n"].len() as u64 > count);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_paused_can_be_stopped_at_once() {
	let counting = Counting::begin().await;
	counting.control.pause(true);
	counting.until(|count, last| count == last).await;
	counting.control.stop();
	let ended = tokio::time::timeout(Duration::from_secs(20), counting.run).await;
	assert!(matches!(ended.unwrap().unwrap(), Err(EngineError::Stopped)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_limit_does_not_count_a_pause() {
	let limit = Duration::from_millis(300);
	let control = Control::default();
	control.pause(true);
	let case = Case { time: limit, ..Case::wat(&start("(loop $again (br $again))")) };
	let begun = Instant::now();
	let run = tokio::spawn(case.try_run(control.clone()));
	tokio::time::sleep(2 * limit).await;
	assert!(!run.is_finished());
	control.pause(false);
	assert_eq!(run.await.unwrap().unwrap().run.outcome, Outcome::TimedOut);
	assert!(begun.elapsed() >= 3 * limit, "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn memory_hogs_are_ended() {
	for hog in [
		// 8 GiB at once.
		start("(drop (memory.grow (i32.const 131072)))"),
		// Page by page without end.
		start("(loop $more (drop (memory.grow (i32.const 1))) (br $more))"),
		// In a second memory.
		format!("(memory $two 1) {}", start("(drop (memory.grow $two (i32.const 1024)))")),
	] {
		assert_eq!(Case::wat(&hog).outcome().await, Outcome::OutOfMemory, "{hog}");
	}
	let large = "(module (memory (export \"memory\") 2000) (func (export \"_start\")))";
	let case = Case::raw(wat::parse_str(large).unwrap());
	assert_eq!(case.outcome().await, Outcome::OutOfMemory);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_for_can_be_used() {
	// 63 MiB of the 64, touched at the end.
	let body = start(
		"(drop (memory.grow (i32.const 1007))) (i32.store (i32.const 66000000) (i32.const 1))",
	);
	assert_eq!(Case::wat(&body).outcome().await, Outcome::Exited(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn disk_hogs_are_ended() {
	let writes = format!(
		r#"(data (i32.const 100) "hog") (func (export "_start")
			(drop {})
			(i32.store (i32.const 0) (i32.const 1024)) (i32.store (i32.const 4) (i32.const 60000))
			(loop $more
				(drop (call $write
					(i32.load (i32.const 40)) (i32.const 0) (i32.const 1) (i32.const 8)))
				(br $more)))"#,
		open(3, true)
	);
	let seen = Case { disk: 8 << 20, ..Case::wat(&writes) }.run().await;
	assert_eq!(seen.run.outcome, Outcome::OutOfDisk);
	// Just over the quota and then the end: nobody looked while it ran.
	let quick = format!(
		r#"(data (i32.const 100) "hog") (func (export "_start")
			(drop {})
			(i32.store (i32.const 0) (i32.const 1024)) (i32.store (i32.const 4) (i32.const 9000))
			(drop (call $write
				(i32.load (i32.const 40)) (i32.const 0) (i32.const 1) (i32.const 8))))"#,
		open(3, true)
	);
	let case = Case { disk: 8192, ..Case::wat(&quick) };
	assert_eq!(case.outcome().await, Outcome::OutOfDisk);
}

#[tokio::test(flavor = "multi_thread")]
async fn descriptor_hogs_are_ended() {
	let body = format!(
		r#"(data (i32.const 100) "hog") (func (export "_start")
			(loop $more (drop {}) (br $more)))"#,
		open(3, true)
	);
	assert_eq!(Case::wat(&body).outcome().await, Outcome::Trapped);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_host_is_out_of_reach() {
	for path in ["/etc/passwd", "../etc/passwd", "../../../../../../etc/passwd", "etc/passwd"] {
		let body = format!(
			r#"(data (i32.const 100) "{path}") {}"#,
			start(&format!("(call $exit {})", open(path.len(), false)))
		);
		let outcome = Case::wat(&body).outcome().await;
		assert!(matches!(outcome, Outcome::Exited(1..)), "{path}: {outcome:?}");
	}
	// There is one directory and no other descriptor.
	let body = start(
		"(call $exit (call $open (i32.const 4) (i32.const 0) (i32.const 100) (i32.const 0) \
		 (i32.const 0) (i64.const 0) (i64.const 0) (i32.const 0) (i32.const 40)))",
	);
	assert_eq!(Case::wat(&body).outcome().await, Outcome::Exited(8), "EBADF");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_command_module_is_invalid() {
	let unknown = r#"(module (import "env" "host" (func)) (func (export "_start")))"#;
	let threads = r#"(module (memory (export "memory") 1 2 shared) (func (export "_start")))"#;
	for program in [
		b"hello".to_vec(),
		b"\0asm".to_vec(),
		b"(module (func (export \"_start\")))".to_vec(),
		b"\x7fELF".to_vec(),
		Vec::new(),
		wat::parse_str("(module)").unwrap(),
		wat::parse_str("(module (func (export \"_start\") (param i32)))").unwrap(),
		wat::parse_str("(component)").unwrap(),
		wat::parse_str(unknown).unwrap(),
		wat::parse_str(threads).unwrap(),
		vec![0; MAX_MODULE + 1],
	] {
		let head = program[..program.len().min(40)].to_vec();
		let seen = Case::raw(program).run().await;
		assert_eq!(seen.run.outcome, Outcome::InvalidModule, "{head:?}");
		assert!(seen.run.detail.is_some());
	}
}

#[tokio::test(flavor = "multi_thread")]
async fn files_come_in_and_go_out() {
	// Copies `in` to `out`, up to 1 KiB.
	let body = format!(
		r#"(data (i32.const 100) "in") (func (export "_start")
			(if {} (then (call $exit (i32.const 1))))
			(i32.store (i32.const 0) (i32.const 1024)) (i32.store (i32.const 4) (i32.const 1024))
			(drop (call $read (i32.load (i32.const 40)) (i32.const 0) (i32.const 1) (i32.const 4)))
			(i32.store (i32.const 100) (i32.const 0x0074756f))
			(if {} (then (call $exit (i32.const 2))))
			(drop (call $write
				(i32.load (i32.const 40)) (i32.const 0) (i32.const 1) (i32.const 8))))"#,
		open(2, false),
		open(3, true),
	);
	let files: Files = [("in".to_string(), b"cargo".to_vec())].into();
	let seen = Case { files, ..Case::wat(&body) }.run().await;
	assert_eq!(seen.run.outcome, Outcome::Exited(0));
	let out: Files = [("out".to_string(), b"cargo".to_vec())].into();
	assert_eq!(seen.files, out);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_engine_runs_many_at_once() {
	let engine = Arc::new(WasmEngine::new().unwrap());
	let parent = tempfile::tempdir().unwrap();
	let spin = Case::wat(&start("(loop $again (br $again))"));
	let runs: Vec<_> = (0..4)
		.map(|_| {
			let scratch = Scratch::create(parent.path(), 1 << 20, &Files::new()).unwrap();
			let job = Job {
				program: spin.program.clone(),
				stdin: Vec::new(),
				args: Vec::new(),
				env: BTreeMap::new(),
				limits: Limits { memory: 1 << 20, time: Duration::from_millis(500), output: 0 },
				scratch: Arc::new(scratch),
			};
			let engine = engine.clone();
			tokio::spawn(async move { engine.run(job, Control::default()).await })
		})
		.collect();
	for run in runs {
		assert_eq!(run.await.unwrap().unwrap().outcome, Outcome::TimedOut);
	}
}
