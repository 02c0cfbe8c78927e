//! The house rules that a machine can check.

use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	path::{Path, PathBuf},
	process::Command,
};
use tradewind_tests::sources;

/// The most lines of a file that a hand writes.
const MAX_LINES: usize = 800;

/// What tools put into a clone; never part of the sources.
const FOREIGN: [&str; 4] = ["target", "node_modules", "__pycache__", ".git"];

/// All files beneath `folder`, relative to the sources.
fn files(folder: &Path) -> Vec<PathBuf> {
	let mut found = Vec::new();
	for entry in fs::read_dir(sources().join(folder)).unwrap() {
		let entry = entry.unwrap();
		let name = entry.file_name();
		let path = folder.join(&name);
		if FOREIGN.iter().any(|foreign| name == *foreign) {
			continue;
		}
		if entry.file_type().unwrap().is_dir() {
			found.extend(files(&path));
		} else if path.extension().is_none_or(|extension| extension != "log") {
			found.push(path);
		}
	}
	found.sort();
	found
}

fn all_files() -> Vec<PathBuf> {
	files(Path::new(""))
}

/// A file's text; `None` for what is no text.
fn text(path: &Path) -> Option<String> {
	String::from_utf8(fs::read(sources().join(path)).unwrap()).ok()
}

/// The folders in `folder` that hold files, which are those that a clone has.
fn rooms(folder: &Path, files: &[PathBuf]) -> BTreeSet<String> {
	files
		.iter()
		.filter_map(|file| file.strip_prefix(folder).ok())
		.filter(|rest| rest.components().count() > 1)
		.filter_map(|rest| rest.components().next()?.as_os_str().to_str().map(String::from))
		.filter(|name| !name.starts_with('.'))
		.collect()
}

/// The tree of the README: each folder that is named, with the folders named below it.
fn tree() -> BTreeMap<String, BTreeSet<String>> {
	let readme = text(Path::new("README.md")).unwrap();
	let block = readme.split("## Rooms").nth(1).and_then(|rest| rest.split("```").nth(1));
	let mut tree: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
	let mut parent = String::new();
	for line in block.expect("the README has a tree under `## Rooms`").lines() {
		let Some((name, what)) = line.trim_start().split_once("/ ") else { continue };
		assert!(!what.trim().is_empty(), "{name} has no line in the README");
		if line.starts_with(' ') {
			tree.get_mut(&parent).expect("a room before its sub-rooms").insert(name.into());
		} else {
			parent = name.into();
			tree.insert(parent.clone(), BTreeSet::new());
		}
	}
	tree
}

#[test]
fn the_tree_of_the_readme_is_the_tree_of_the_folders() {
	let (files, tree) = (all_files(), tree());
	let named: BTreeSet<_> = tree.keys().cloned().collect();
	assert_eq!(named, rooms(Path::new(""), &files));
	for (room, named) in tree.iter().filter(|(_, named)| !named.is_empty()) {
		assert_eq!(*named, rooms(Path::new(room), &files), "in {room}");
	}
}

#[test]
fn every_room_says_what_lives_there() {
	for (room, subs) in tree() {
		let paths = subs.iter().map(|sub| format!("{room}/{sub}"));
		let paths = if room == "pallets" { paths.collect() } else { vec![room] };
		for path in paths {
			let readme = sources().join(&path).join("README.md");
			assert!(readme.exists(), "{path} has no README.md");
		}
	}
}

#[test]
fn no_file_is_too_long_to_be_read() {
	let long: Vec<_> = all_files()
		.into_iter()
		.filter(|path| {
			let written = ["rs", "sh", "mjs", "c"].map(|name| Some(name.as_ref()));
			written.contains(&path.extension()) && path.file_name() != Some("weights.rs".as_ref())
		})
		.filter_map(|path| Some((text(&path)?.lines().count(), path)))
		.filter(|(lines, _)| *lines > MAX_LINES)
		.collect();
	assert!(long.is_empty(), "more than {MAX_LINES} lines: {long:?}");
}

#[test]
fn nothing_is_left_for_later() {
	// Put together here, so that this file does not find itself.
	let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
	let words = |line: &str| -> Vec<String> {
		line.split(|c: char| !c.is_alphanumeric()).map(String::from).collect()
	};
	for path in all_files() {
		for (number, line) in text(&path).unwrap_or_default().lines().enumerate() {
			let found = words(line).iter().any(|word| marks.contains(word));
			assert!(!found, "{}:{}: {line}", path.display(), number + 1);
		}
	}
}

#[test]
fn every_script_answers_help() {
	let mut scripts: Vec<_> = all_files()
		.into_iter()
		.filter(|path| path.extension().is_some_and(|extension| extension == "sh"))
		.filter(|path| !path.ends_with("scripts/lib.sh"))
		.collect();
	assert!(scripts.len() >= 6, "{scripts:?}");
	for script in scripts.drain(..) {
		let output = Command::new(sources().join(&script)).arg("--help").output().unwrap();
		let help = String::from_utf8_lossy(&output.stdout);
		let name = script.display().to_string();
		assert!(output.status.success(), "{name} --help: {}", output.status);
		assert!(help.contains(&format!("{name} --help")), "{name} --help says: {help}");
	}
}

#[test]
fn decisions_are_numbered_without_gaps() {
	let mut numbers = Vec::new();
	for path in files(Path::new("docs/decisions")) {
		let name = path.file_name().unwrap().to_string_lossy().into_owned();
		if name == "README.md" {
			continue;
		}
		let (number, _) = name.split_once('-').unwrap_or_else(|| panic!("{name} has no number"));
		let text = text(&path).unwrap();
		assert!(text.starts_with(&format!("# {number}: ")), "{name} has another title");
		assert!(text.contains("\nDate: "), "{name} has no date");
		numbers.push(number.parse::<usize>().unwrap());
	}
	assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
}

#[test]
fn links_between_documents_lead_somewhere() {
	for path in all_files() {
		if path.extension().is_none_or(|extension| extension != "md") {
			continue;
		}
		let folder = sources().join(path.parent().unwrap());
		let text = text(&path).unwrap();
		// Every second piece is code, in which brackets mean something else.
		let prose: String = text.split('`').step_by(2).collect();
		for piece in prose.split("](").skip(1) {
			let target = piece.split([')', '#']).next().unwrap_or_default();
			// Links of rustdoc name items, not files.
			if target.contains(':') || !target.contains(['/', '.']) {
				continue;
			}
			assert!(folder.join(target).exists(), "{}: {target}", path.display());
		}
	}
}
