//! The house has floors, and an import may only point down; no files of a room lead to each other; the
//! front door is small; names say what a file holds.

mod architecture;
mod circles;
mod front_door;
mod names;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

/// The floor of each room of `src`, from the ground.
const FLOORS: &[(&str, u8)] = &[
    ("text", 0),
    ("vocabulary", 0),
    ("id", 1),
    ("due_date", 1),
    ("working_days", 1),
    ("model", 2),
    ("diagnostic", 3),
    ("cells", 4),
    ("plan", 4),
    ("analysis", 5),
    ("rules", 6),
    ("import", 6),
    ("json", 7),
    ("export", 7),
    ("workbook", 7),
    ("report", 7),
    ("schema", 8),
    ("strategy", 8),
    // Doors: public modules whose contents stand in several rooms. No room goes through them.
    ("cookbook", 9),
    ("csv", 9),
    ("facts", 9),
    ("ids", 9),
];

fn floor_of(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with the room it is in.
fn files() -> Vec<(String, PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&folder, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter(|path| !path.ends_with("lib.rs"))
        .map(|path| {
            let inside = path.strip_prefix(&folder).unwrap();
            let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
            let room = first.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (room, path, text)
        })
        .collect()
}

/// The rooms a file imports from, in code (not in its documentation).
fn imports(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
        .collect()
}

#[test]
fn an_import_points_down_or_stays_in_its_room() {
    let mut wrong = Vec::new();
    for (room, path, text) in files() {
        let floor = floor_of(&room).unwrap_or_else(|| panic!("{room} has no floor"));
        for other in imports(&text) {
            match floor_of(other) {
                Some(below) if below < floor || other == room => {}
                Some(_) => wrong.push(format!("{}: {room} imports {other}", path.display())),
                // What the crate re-exports at its root is for users, not for its own rooms.
                None if floor < 7 => {
                    wrong.push(format!("{}: {other} is no room", path.display()));
                }
                None => {}
            }
        }
    }
    assert!(wrong.is_empty(), "imports that point up:\n{}", wrong.join("\n"));
}

#[test]
fn nothing_below_the_file_formats_and_report_reads_a_clock_or_does_input_and_output() {
    const FORBIDDEN: &[&str] =
        &["std::io", "std::fs", "std::env", "std::net", "SystemTime", "Instant", "println!"];
    let mut wrong = Vec::new();
    for (room, path, text) in files() {
        if room != "cells" && floor_of(&room).is_some_and(|floor| floor < 7) {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for word in FORBIDDEN.iter().filter(|word| line.contains(**word)) {
                    wrong.push(format!("{}: {word}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_on_the_wire_is_untagged_or_flattened() {
    let mut wrong = Vec::new();
    for (_, path, text) in files() {
        for word in ["untagged", "flatten)", "flatten,", "serde(tag"] {
            let attributes = text.lines().filter(|line| line.trim_start().starts_with("#[serde"));
            if attributes.into_iter().any(|line| line.contains(word)) {
                wrong.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
