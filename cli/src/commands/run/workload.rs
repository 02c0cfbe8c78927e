//! The workload: files on this machine, made one bundle.

use super::Opts;
use crate::exit::{fail, Exit, OrExit};
use std::{
	collections::BTreeMap,
	io::Read,
	path::{Path, PathBuf},
};
use tradewind_client::bundle::{self, Bundle, Files, Manifest};

/// The most that is read from standard input.
const MAX_STDIN: u64 = 256 * 1024 * 1024;

/// A file that goes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
	/// Where it lies on this machine.
	path: PathBuf,
	/// What it is called in the workload's folder.
	name: String,
}

/// Reads `FILE` or `FILE=NAME`.
pub fn parse_file(text: &str) -> Result<File, String> {
	let (path, name) = match text.split_once('=') {
		Some((path, name)) => (PathBuf::from(path), name.to_owned()),
		None => {
			let path = PathBuf::from(text);
			let name = path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
			let name = name.ok_or_else(|| format!("`{text}` names no file"))?;
			(path, name)
		},
	};
	bundle::check_name(&name).map_err(|error| error.to_string())?;
	Ok(File { path, name })
}

/// Reads `NAME=VALUE`.
pub fn parse_variable(text: &str) -> Result<(String, String), String> {
	match text.split_once('=') {
		Some((name, value)) if !name.is_empty() && !text.contains('\0') => {
			Ok((name.to_owned(), value.to_owned()))
		},
		_ => Err(format!("`{text}` is not NAME=VALUE")),
	}
}

/// The bundle, ready to be sealed.
pub fn pack(opts: &Opts) -> anyhow::Result<Vec<u8>> {
	let module = read(&opts.module)?;
	if !module.starts_with(b"\0asm") {
		eprintln!("note: {} is no WebAssembly module", opts.module.display());
	}
	let stdin = match &opts.input {
		None => Vec::new(),
		Some(path) if path.as_os_str() == "-" => {
			let mut input = Vec::new();
			std::io::stdin()
				.take(MAX_STDIN)
				.read_to_end(&mut input)
				.or_exit(Exit::Input, "standard input")?;
			input
		},
		Some(path) => read(path)?,
	};
	let mut files = Files::new();
	for file in &opts.files {
		if files.insert(file.name.clone(), read(&file.path)?).is_some() {
			fail!(Usage, "two files are called `{}`", file.name);
		}
	}
	let mut env = BTreeMap::new();
	for (name, value) in &opts.env {
		if env.insert(name.clone(), value.clone()).is_some() {
			fail!(Usage, "`{name}` is given twice");
		}
	}
	let manifest = Manifest { args: opts.args.clone(), env, ..Manifest::default() };
	Bundle { module, stdin, manifest, files }
		.pack()
		.or_exit(Exit::Data, "the workload cannot be packed")
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
	std::fs::read(path).or_exit(Exit::Input, path.display())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_file_keeps_its_name_or_gets_another() {
		let file = parse_file("a/b.txt").unwrap();
		assert_eq!((file.path, file.name.as_str()), (PathBuf::from("a/b.txt"), "b.txt"));
		let file = parse_file("a/b.txt=data/c.txt").unwrap();
		assert_eq!(file.name, "data/c.txt");
		for text in ["..", "a/b.txt=", "a=../b", "a=/etc/passwd", "a=b/../c"] {
			assert!(parse_file(text).is_err(), "{text}");
		}
	}

	#[test]
	fn a_variable_has_a_name() {
		assert_eq!(parse_variable("A=b=c"), Ok(("A".into(), "b=c".into())));
		assert_eq!(parse_variable("A="), Ok(("A".into(), String::new())));
		for text in ["", "A", "=b"] {
			assert!(parse_variable(text).is_err(), "{text}");
		}
	}
}
