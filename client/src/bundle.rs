//! Bundles: what is sealed and travels.
//!
//! A workload travels as a gzip'd tar archive of `module.wasm`, `stdin`, `manifest.json` and
//! `files/…`; its result comes back as one of `stdout`, `stderr`, `result.json` and `files/…`.
//! Writing is deterministic, the same content gives the same bytes: names in order, no times, no
//! owners. Reading trusts nothing: it is bounded, and an archive that holds links, devices,
//! absolute paths or `..` is refused whole.

use flate2::{read::GzDecoder, write::GzEncoder, Compression, GzBuilder};
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use std::{
	collections::BTreeMap,
	io::{self, Read, Write},
	path::{Component, Path},
};
use tar::{Archive, Builder, EntryType, Header};

/// The version of both formats.
pub const VERSION: u32 = 1;

/// The longest name of an entry, in bytes.
pub const MAX_NAME: usize = 512;

/// How deep the folders of a bundle may lie inside each other.
pub const MAX_DEPTH: usize = 32;

const MODULE: &str = "module.wasm";
const STDIN: &str = "stdin";
const MANIFEST: &str = "manifest.json";
const STDOUT: &str = "stdout";
const STDERR: &str = "stderr";
const RESULT: &str = "result.json";
const FILES: &str = "files/";

/// Why a bundle could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
	/// Not a gzip'd tar archive, or one that is cut off.
	#[error("not an intact bundle: {0}")]
	Damaged(io::Error),
	/// A part without which the bundle means nothing.
	#[error("the bundle has no {0}")]
	Missing(&'static str),
	/// A name that would leave the bundle, or that no file system takes.
	#[error("`{0}` is not an allowed name in a bundle")]
	BadName(String),
	/// Something else than a plain file.
	#[error("`{0}` is not a plain file")]
	NotAFile(String),
	/// A name that is not part of the format.
	#[error("`{0}` is not a part of a bundle")]
	UnknownPart(String),
	/// One name twice, or a file where another name needs a folder.
	#[error("`{0}` stands twice in the bundle")]
	Duplicate(String),
	/// More bytes than the reader is willing to unpack.
	#[error("the bundle unpacks to more than {0} bytes")]
	TooLarge(u64),
	/// More entries than the reader is willing to unpack.
	#[error("the bundle has more than {0} entries")]
	TooManyEntries(usize),
	/// `manifest.json` or `result.json` is not what it should be.
	#[error("{part} is malformed: {why}")]
	Malformed {
		/// Which part.
		part: &'static str,
		/// What is wrong with it.
		why: String,
	},
	/// Written for a version that this reader does not know.
	#[error("the bundle has format version {0}; this program knows version {VERSION}")]
	UnknownVersion(u32),
	/// The stream that is written to failed.
	#[error(transparent)]
	Io(#[from] io::Error),
}

/// How much a reader is willing to unpack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
	/// Bytes of the unpacked archive, headers included.
	pub bytes: u64,
	/// Entries.
	pub entries: usize,
}

impl Default for Limits {
	fn default() -> Self {
		Self { bytes: 512 * 1024 * 1024, entries: 10_000 }
	}
}

/// Files by their path, written with `/` and relative to the scratch directory.
pub type Files = BTreeMap<String, Vec<u8>>;

/// How the module is started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
	/// The version of the format.
	pub version: u32,
	/// The arguments after the program's name.
	#[serde(default)]
	pub args: Vec<String>,
	/// The environment; nothing is inherited.
	#[serde(default)]
	pub env: BTreeMap<String, String>,
}

impl Default for Manifest {
	fn default() -> Self {
		Self { version: VERSION, args: Vec::new(), env: BTreeMap::new() }
	}
}

/// A workload: a WASI command module and what it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
	/// The module, in WebAssembly's binary format.
	pub module: Vec<u8>,
	/// What the module reads from its standard input.
	pub stdin: Vec<u8>,
	/// How it is started.
	pub manifest: Manifest,
	/// What lies in its scratch directory when it starts.
	pub files: Files,
}

impl Bundle {
	/// The bundle as bytes, ready to be sealed.
	pub fn pack(&self) -> Result<Vec<u8>, BundleError> {
		let mut writer = Writer::new(Vec::new());
		writer.files(&self.files)?;
		writer.json(MANIFEST, &self.manifest)?;
		writer.bytes(MODULE, &self.module)?;
		writer.bytes(STDIN, &self.stdin)?;
		writer.finish()
	}

	/// Reads a bundle. A missing `stdin` or `manifest.json` is an empty one, so that a bundle can
	/// be made by hand with `tar`; a missing module is an error.
	pub fn unpack(packed: impl Read, limits: Limits) -> Result<Self, BundleError> {
		let (mut parts, files) = read(packed, limits, &[MODULE, STDIN, MANIFEST])?;
		let manifest = match parts.remove(MANIFEST) {
			Some(bytes) => parse::<Manifest>(MANIFEST, &bytes)?,
			None => Manifest::default(),
		};
		if manifest.version != VERSION {
			return Err(BundleError::UnknownVersion(manifest.version));
		}
		Ok(Self {
			module: parts.remove(MODULE).ok_or(BundleError::Missing(MODULE))?,
			stdin: parts.remove(STDIN).unwrap_or_default(),
			manifest,
			files,
		})
	}
}

/// How a run ended; the chain knows the same six words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", content = "exit_code", rename_all = "snake_case")]
pub enum Outcome {
	/// It ended by itself, with this exit code.
	Exited(i32),
	/// It did something that WebAssembly or the sandbox does not allow.
	Trapped,
	/// It ran longer than was paid for.
	TimedOut,
	/// It asked for more memory than was paid for.
	OutOfMemory,
	/// It wrote more than was paid for.
	OutOfDisk,
	/// What was sent is not a WASI command module.
	InvalidModule,
}

impl Outcome {
	/// Every outcome's name, as it stands in `result.json` and in metrics.
	pub const NAMES: [&'static str; 6] =
		["exited", "trapped", "timed_out", "out_of_memory", "out_of_disk", "invalid_module"];

	/// The name of this outcome.
	pub fn name(self) -> &'static str {
		match self {
			Self::Exited(_) => "exited",
			Self::Trapped => "trapped",
			Self::TimedOut => "timed_out",
			Self::OutOfMemory => "out_of_memory",
			Self::OutOfDisk => "out_of_disk",
			Self::InvalidModule => "invalid_module",
		}
	}

	/// Whether the workload ended by itself and reported success.
	pub fn is_success(self) -> bool {
		self == Self::Exited(0)
	}
}

/// `result.json`. Holds nothing that differs between two honest runs of the same bundle, such as
/// times, so that the digest of a deterministic workload's result can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
	/// The version of the format.
	pub version: u32,
	/// How the run ended; in the file `outcome` and, where there is one, `exit_code`.
	#[serde(flatten)]
	pub outcome: Outcome,
	/// What went wrong, in words.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub detail: Option<String>,
	/// Whether `stdout` is only the beginning of what was written.
	#[serde(default)]
	pub stdout_truncated: bool,
	/// Whether `stderr` is only the beginning of what was written.
	#[serde(default)]
	pub stderr_truncated: bool,
	/// What was left in the scratch directory but is no plain file with an allowed name.
	#[serde(default, skip_serializing_if = "Vec::is_empty")]
	pub skipped: Vec<String>,
}

impl Summary {
	/// A summary that says nothing but the outcome.
	pub fn new(outcome: Outcome) -> Self {
		Self {
			version: VERSION,
			outcome,
			detail: None,
			stdout_truncated: false,
			stderr_truncated: false,
			skipped: Vec::new(),
		}
	}
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultBundle {
	/// How the run ended.
	pub summary: Summary,
	/// What the workload wrote to its standard output.
	pub stdout: Vec<u8>,
	/// What it wrote to its standard error.
	pub stderr: Vec<u8>,
	/// The files that it wrote or changed in its scratch directory.
	pub files: Files,
}

impl ResultBundle {
	/// The result as bytes, ready to be sealed.
	pub fn pack(&self) -> Result<Vec<u8>, BundleError> {
		let mut writer = Writer::new(Vec::new());
		writer.files(&self.files)?;
		writer.conclude(&self.summary, &self.stdout, &self.stderr)
	}

	/// Reads a result.
	pub fn unpack(packed: impl Read, limits: Limits) -> Result<Self, BundleError> {
		let (mut parts, files) = read(packed, limits, &[STDOUT, STDERR, RESULT])?;
		let summary = parts.remove(RESULT).ok_or(BundleError::Missing(RESULT))?;
		let summary = parse::<Summary>(RESULT, &summary)?;
		if summary.version != VERSION {
			return Err(BundleError::UnknownVersion(summary.version));
		}
		Ok(Self {
			summary,
			stdout: parts.remove(STDOUT).unwrap_or_default(),
			stderr: parts.remove(STDERR).unwrap_or_default(),
			files,
		})
	}
}

/// Writes a bundle piece by piece, for results that are too large to be held in memory. Entries
/// come in ascending order of their names, or [`BundleError::Duplicate`] is returned.
pub struct Writer<W: Write> {
	tar: Builder<GzEncoder<W>>,
	last: String,
}

impl<W: Write> Writer<W> {
	/// Begins an archive.
	pub fn new(output: W) -> Self {
		// No file name and no time in the header, and no word on the operating system.
		let gzip = GzBuilder::new().operating_system(255).write(output, Compression::default());
		Self { tar: Builder::new(gzip), last: String::new() }
	}

	/// Adds a file of the scratch directory. Exactly `length` bytes are taken from `content`; if
	/// there are fewer, that is an error and the archive is lost.
	pub fn file(&mut self, path: &str, length: u64, content: impl Read) -> Result<(), BundleError> {
		check_name(path)?;
		self.entry(format!("{FILES}{path}"), length, content)
	}

	/// Ends the archive of a result and returns what it was written to.
	pub fn conclude(
		mut self,
		summary: &Summary,
		stdout: &[u8],
		stderr: &[u8],
	) -> Result<W, BundleError> {
		self.json(RESULT, summary)?;
		self.bytes(STDERR, stderr)?;
		self.bytes(STDOUT, stdout)?;
		self.finish()
	}

	fn files(&mut self, files: &Files) -> Result<(), BundleError> {
		files
			.iter()
			.try_for_each(|(path, bytes)| self.file(path, bytes.len() as u64, bytes.as_slice()))
	}

	fn json(&mut self, name: &'static str, value: &impl Serialize) -> Result<(), BundleError> {
		let mut bytes = serde_json::to_vec_pretty(value)
			.map_err(|error| BundleError::Malformed { part: name, why: error.to_string() })?;
		bytes.push(b'\n');
		self.bytes(name, &bytes)
	}

	fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), BundleError> {
		self.entry(name.into(), bytes.len() as u64, bytes)
	}

	fn entry(&mut self, name: String, length: u64, content: impl Read) -> Result<(), BundleError> {
		if name <= self.last {
			return Err(BundleError::Duplicate(name));
		}
		let mut header = Header::new_gnu();
		header.set_entry_type(EntryType::Regular);
		header.set_mode(0o644);
		header.set_uid(0);
		header.set_gid(0);
		header.set_mtime(0);
		header.set_size(length);
		let mut content = Counted { inner: content.take(length), count: 0 };
		self.tar.append_data(&mut header, &name, &mut content)?;
		if content.count != length {
			let error = io::Error::new(io::ErrorKind::UnexpectedEof, format!("{name} shrank"));
			return Err(error.into());
		}
		self.last = name;
		Ok(())
	}

	fn finish(self) -> Result<W, BundleError> {
		Ok(self.tar.into_inner()?.finish()?)
	}
}

/// Whether `path` may name a file of a scratch directory on any machine: relative, `/` between
/// its parts, no `.` or `..` among them.
pub fn check_name(path: &str) -> Result<(), BundleError> {
	let bad = path.is_empty()
		|| path.len() > MAX_NAME
		|| path.ends_with('/')
		|| path.contains("//")
		|| path.contains(['\\', '\0'])
		|| path.split('/').any(|part| part == "." || part.len() > 255)
		|| path.split('/').count() > MAX_DEPTH
		|| Path::new(path).components().any(|part| !matches!(part, Component::Normal(_)));
	if bad {
		return Err(BundleError::BadName(path.into()));
	}
	Ok(())
}

type Parts = BTreeMap<&'static str, Vec<u8>>;

/// Reads an archive of the named parts and of files.
fn read(
	packed: impl Read,
	limits: Limits,
	names: &[&'static str],
) -> Result<(Parts, Files), BundleError> {
	let mut exhausted = false;
	let limited =
		Limited { inner: GzDecoder::new(packed), left: limits.bytes, exhausted: &mut exhausted };
	let outcome = read_entries(limited, limits, names);
	// The archive reader reports a stream that stops as damage; the true cause is known here.
	if exhausted {
		return Err(BundleError::TooLarge(limits.bytes));
	}
	outcome
}

fn read_entries(
	stream: impl Read,
	limits: Limits,
	names: &[&'static str],
) -> Result<(Parts, Files), BundleError> {
	let mut parts = Parts::new();
	let mut files = Files::new();
	let mut archive = Archive::new(stream);
	let entries = archive.entries().map_err(BundleError::Damaged)?;
	for (count, entry) in entries.enumerate() {
		if count >= limits.entries {
			return Err(BundleError::TooManyEntries(limits.entries));
		}
		let mut entry = entry.map_err(BundleError::Damaged)?;
		let name = String::from_utf8(entry.path_bytes().into_owned()).map_err(|error| {
			BundleError::BadName(String::from_utf8_lossy(error.as_bytes()).into())
		})?;
		// What `tar -C folder .` writes before each name.
		let name = name.strip_prefix("./").unwrap_or(&name).to_owned();
		if entry.header().entry_type() == EntryType::Directory {
			let folder = name.trim_end_matches('/');
			if !folder.is_empty() {
				check_name(folder)?;
			}
			continue;
		}
		check_name(&name)?;
		if entry.header().entry_type() != EntryType::Regular {
			return Err(BundleError::NotAFile(name));
		}
		let mut content = Vec::new();
		entry.read_to_end(&mut content).map_err(BundleError::Damaged)?;
		if content.len() as u64 != entry.size() {
			return Err(BundleError::Damaged(io::ErrorKind::UnexpectedEof.into()));
		}
		let earlier = if let Some(path) = name.strip_prefix(FILES) {
			files.insert(path.to_owned(), content)
		} else if let Some(part) = names.iter().find(|part| **part == name) {
			parts.insert(part, content)
		} else {
			return Err(BundleError::UnknownPart(name));
		};
		if earlier.is_some() {
			return Err(BundleError::Duplicate(name));
		}
	}
	check_folders(&files)?;
	Ok((parts, files))
}

/// No file may stand where another file needs a folder.
fn check_folders(files: &Files) -> Result<(), BundleError> {
	for path in files.keys() {
		for (index, _) in path.match_indices('/') {
			if files.contains_key(&path[..index]) {
				return Err(BundleError::Duplicate(path[..index].into()));
			}
		}
	}
	Ok(())
}

fn parse<T: DeserializeOwned>(part: &'static str, bytes: &[u8]) -> Result<T, BundleError> {
	serde_json::from_slice(bytes)
		.map_err(|error| BundleError::Malformed { part, why: error.to_string() })
}

/// Stops a stream that grows beyond what was allowed.
struct Limited<'a, R> {
	inner: R,
	left: u64,
	exhausted: &'a mut bool,
}

impl<R: Read> Read for Limited<'_, R> {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		let count = self.inner.read(buffer)?;
		match self.left.checked_sub(count as u64) {
			Some(left) => self.left = left,
			None => {
				*self.exhausted = true;
				return Err(io::ErrorKind::FileTooLarge.into());
			},
		}
		Ok(count)
	}
}

struct Counted<R> {
	inner: R,
	count: u64,
}

impl<R: Read> Read for Counted<R> {
	fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
		let count = self.inner.read(buffer)?;
		self.count += count as u64;
		Ok(count)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn sample() -> Bundle {
		Bundle {
			module: b"\0asm".to_vec(),
			stdin: b"in".to_vec(),
			manifest: Manifest {
				args: vec!["--fast".into(), "ü".into()],
				env: [("LANG".into(), "C".into())].into(),
				..Default::default()
			},
			files: [
				("a.txt".into(), b"a".to_vec()),
				("deep/er/b.bin".into(), vec![0; 5000]),
				(format!("{}/c", "n".repeat(200)), Vec::new()),
			]
			.into(),
		}
	}

	fn result() -> ResultBundle {
		ResultBundle {
			summary: Summary {
				detail: Some("it ended".into()),
				stderr_truncated: true,
				skipped: vec!["link".into()],
				..Summary::new(Outcome::Exited(-3))
			},
			stdout: b"out".to_vec(),
			stderr: b"err".to_vec(),
			files: [("out/x".into(), b"x".to_vec())].into(),
		}
	}

	/// An archive with one entry of any kind and name, as a hostile user would make it.
	fn hostile(kind: EntryType, name: &[u8], content: &[u8]) -> Vec<u8> {
		let mut header = Header::new_gnu();
		header.as_old_mut().name[..name.len()].copy_from_slice(name);
		header.set_entry_type(kind);
		header.set_size(content.len() as u64);
		header.set_mode(0o644);
		if kind.is_symlink() || kind.is_hard_link() {
			header.set_link_name("/etc/passwd").unwrap();
		}
		header.set_cksum();
		let mut tar = Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
		tar.append(&header, content).unwrap();
		tar.into_inner().unwrap().finish().unwrap()
	}

	fn unpack(packed: &[u8]) -> Result<Bundle, BundleError> {
		Bundle::unpack(packed, Limits::default())
	}

	#[test]
	fn a_bundle_comes_back_as_it_was() {
		let packed = sample().pack().unwrap();
		assert_eq!(unpack(&packed).unwrap(), sample());
		let packed = result().pack().unwrap();
		assert_eq!(ResultBundle::unpack(packed.as_slice(), Limits::default()).unwrap(), result());
	}

	#[test]
	fn the_same_content_gives_the_same_bytes() {
		let packed = sample().pack().unwrap();
		assert_eq!(packed, sample().pack().unwrap());
		assert_eq!(packed[..2], [0x1f, 0x8b], "gzip");
		assert_eq!(packed[4..8], [0; 4], "no time");
		let mut archive = Archive::new(GzDecoder::new(packed.as_slice()));
		let mut names = Vec::new();
		for entry in archive.entries().unwrap() {
			let entry = entry.unwrap();
			assert_eq!(entry.header().mtime().unwrap(), 0);
			assert_eq!(entry.header().uid().unwrap(), 0);
			names.push(String::from_utf8(entry.path_bytes().into_owned()).unwrap());
		}
		assert!(names.is_sorted(), "{names:?}");
		assert_eq!(names.last().unwrap(), "stdin");
	}

	#[test]
	fn only_the_module_is_required() {
		let packed = hostile(EntryType::Regular, b"./module.wasm", b"m");
		let bundle = unpack(&packed).unwrap();
		assert_eq!(bundle, Bundle { module: b"m".to_vec(), ..Default::default() });
		let packed = hostile(EntryType::Regular, b"stdin", b"m");
		assert!(matches!(unpack(&packed), Err(BundleError::Missing(MODULE))));
		let packed = hostile(EntryType::Regular, b"stdout", b"m");
		let error = ResultBundle::unpack(packed.as_slice(), Limits::default());
		assert!(matches!(error, Err(BundleError::Missing(RESULT))));
	}

	#[test]
	fn names_that_leave_the_bundle_are_refused() {
		let names: [&[u8]; 9] = [
			b"/etc/passwd",
			b"../evil",
			b"files/../../evil",
			b"files/a/../b",
			b"files//a",
			b"files/./a",
			b"files/a\\b",
			b"files/",
			b"files/\xff",
		];
		for name in names {
			let packed = hostile(EntryType::Regular, name, b"x");
			let outcome = unpack(&packed);
			let text = String::from_utf8_lossy(name);
			// An old-style name that ends with a slash is read as a folder.
			assert!(
				matches!(outcome, Err(BundleError::BadName(_) | BundleError::Missing(MODULE))),
				"{text}: {outcome:?}"
			);
		}
		assert!(check_name(&"d/".repeat(MAX_DEPTH)).is_err());
		assert!(check_name(&"n".repeat(256)).is_err());
		assert!(check_name("a\0b").is_err());
		let evil = Bundle { files: [("../x".into(), vec![])].into(), ..sample() };
		assert!(matches!(evil.pack(), Err(BundleError::BadName(_))));
	}

	#[test]
	fn links_and_devices_are_refused() {
		for kind in [
			EntryType::Symlink,
			EntryType::Link,
			EntryType::Char,
			EntryType::Block,
			EntryType::Fifo,
			EntryType::GNUSparse,
		] {
			let packed = hostile(kind, b"files/evil", b"");
			assert!(unpack(&packed).is_err(), "{kind:?}");
		}
	}

	#[test]
	fn unknown_and_repeated_parts_are_refused() {
		let packed = hostile(EntryType::Regular, b"evil.sh", b"x");
		assert!(
			matches!(unpack(&packed), Err(BundleError::UnknownPart(name)) if name == "evil.sh")
		);
		let mut twice = Writer::new(Vec::new());
		twice.bytes(MODULE, b"1").unwrap();
		assert!(matches!(twice.bytes(MODULE, b"2"), Err(BundleError::Duplicate(_))));
		assert!(matches!(twice.bytes(MANIFEST, b"2"), Err(BundleError::Duplicate(_))));
		let clash =
			Bundle { files: [("a".into(), vec![]), ("a/b".into(), vec![])].into(), ..sample() };
		let packed = clash.pack().unwrap();
		assert!(matches!(unpack(&packed), Err(BundleError::Duplicate(name)) if name == "a"));
	}

	#[test]
	fn a_bomb_is_not_unpacked() {
		let bomb = Bundle { stdin: vec![0; 20_000_000], ..sample() };
		let packed = bomb.pack().unwrap();
		assert!(packed.len() < 100_000);
		let limits = Limits { bytes: 1_000_000, entries: 100 };
		let outcome = Bundle::unpack(packed.as_slice(), limits);
		assert!(matches!(outcome, Err(BundleError::TooLarge(1_000_000))), "{outcome:?}");
		let limits = Limits { bytes: 100_000_000, entries: 5 };
		let outcome = Bundle::unpack(packed.as_slice(), limits);
		assert!(matches!(outcome, Err(BundleError::TooManyEntries(5))), "{outcome:?}");
	}

	#[test]
	fn an_entry_that_claims_more_than_it_has_is_damage() {
		let mut header = Header::new_gnu();
		header.set_path(MODULE).unwrap();
		header.set_entry_type(EntryType::Regular);
		header.set_size(1 << 40);
		header.set_cksum();
		let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
		gzip.write_all(header.as_bytes()).unwrap();
		gzip.write_all(b"short").unwrap();
		assert!(matches!(unpack(&gzip.finish().unwrap()), Err(BundleError::Damaged(_))));
	}

	#[test]
	fn damage_is_refused_wherever_the_archive_is_cut() {
		let packed = sample().pack().unwrap();
		for length in 0..packed.len() - 8 {
			let _ = unpack(&packed[..length]);
		}
		assert!(unpack(&packed[..packed.len() / 2]).is_err());
		assert!(unpack(b"").is_err());
		assert!(unpack(b"not an archive").is_err());
	}

	#[test]
	fn manifests_of_other_versions_are_refused() {
		let mut later = sample();
		later.manifest.version = 2;
		let packed = later.pack().unwrap();
		assert!(matches!(unpack(&packed), Err(BundleError::UnknownVersion(2))));
		let packed = hostile(EntryType::Regular, b"manifest.json", b"{\"version\":\"x\"}");
		assert!(matches!(unpack(&packed), Err(BundleError::Malformed { part: MANIFEST, .. })));
	}

	#[test]
	fn the_summary_reads_as_documented() {
		let text = serde_json::to_value(result().summary).unwrap();
		assert_eq!(text["outcome"], "exited");
		assert_eq!(text["exit_code"], -3);
		let text = serde_json::to_value(Summary::new(Outcome::OutOfDisk)).unwrap();
		assert_eq!(text["outcome"], "out_of_disk");
		assert!(text.get("exit_code").is_none());
		for name in Outcome::NAMES {
			let text = format!("{{\"outcome\":\"{name}\",\"exit_code\":0}}");
			let parsed = serde_json::from_str::<Outcome>(&text).or_else(|_| {
				serde_json::from_str::<Outcome>(&format!("{{\"outcome\":\"{name}\"}}"))
			});
			assert_eq!(parsed.unwrap().name(), name);
		}
	}
}
