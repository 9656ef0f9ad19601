//! No circles between the files of a room.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::source::{Module, Source};

/// Circles that may stand, each with the reason why. `ARCHITECTURE.md` names them.
const PERMITTED: &[(&[&str], &str)] = &[(
    &[
        "plan/handles/action",
        "plan/handles/measure",
        "plan/handles/milestone",
        "plan/handles/recommendation",
        "plan/handles/source",
        "plan/handles/workstream",
    ],
    "the handles of a plan lead to each other, as its records do",
)];

/// Circles that are still to be broken. None is added.
const TO_BREAK: &[&[&str]] = &[];

type Graph = BTreeMap<Module, BTreeSet<Module>>;

/// Which file of a room uses names of which other.
fn graph(source: &Source) -> Graph {
    let within = |file: &super::source::File| {
        let used = source.used_by(file);
        used.into_iter().filter(|module| module.first() == file.module.first()).collect()
    };
    source.files.iter().map(|(module, file)| (module.clone(), within(file))).collect()
}

fn reached(graph: &Graph, from: &Module) -> BTreeSet<Module> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&Module> = graph[from].iter().collect();
    while let Some(module) = next.pop() {
        if seen.insert(module.clone()) {
            next.extend(&graph[module]);
        }
    }
    seen
}

/// The files that lead to each other, each set once.
fn circles(graph: &Graph) -> Vec<BTreeSet<Module>> {
    let reached: BTreeMap<&Module, _> =
        graph.keys().map(|module| (module, reached(graph, module))).collect();
    let mut found: Vec<BTreeSet<Module>> = Vec::new();
    for (module, beyond) in &reached {
        if beyond.contains(*module) && !found.iter().any(|circle| circle.contains(*module)) {
            let circle = beyond.iter().filter(|other| reached[other].contains(*module));
            found.push(circle.cloned().collect());
        }
    }
    found
}

fn named(circle: &BTreeSet<Module>) -> Vec<String> {
    circle.iter().map(|module| module.join("/")).collect()
}

#[test]
fn no_files_of_a_room_lead_to_each_other() {
    let graph = graph(Source::read());
    let known = || PERMITTED.iter().map(|(files, _)| files).chain(TO_BREAK);
    let mut unknown = String::new();
    for circle in circles(&graph) {
        let names = named(&circle);
        if known().any(|files| names.iter().all(|name| files.contains(&name.as_str()))) {
            continue;
        }
        write!(unknown, "\n{}:", names.join(", ")).unwrap();
        for from in &circle {
            for to in graph[from].intersection(&circle) {
                write!(unknown, "\n    {} uses {}", from.join("/"), to.join("/")).unwrap();
            }
        }
    }
    assert!(unknown.is_empty(), "circles of files:{unknown}");
}

#[test]
fn the_circles_that_may_stand_are_at_most_three_and_are_explained() {
    let page = include_str!("../../../ARCHITECTURE.md");
    assert!(PERMITTED.len() <= 3);
    for (files, reason) in PERMITTED {
        assert!(page.contains(reason), "ARCHITECTURE.md does not say: {reason}");
        for file in *files {
            let (room, _) = file.rsplit_once('/').unwrap();
            assert!(page.contains(room), "ARCHITECTURE.md does not name {file}");
        }
    }
}
