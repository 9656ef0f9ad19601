//! No circles between the files of a room.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Module, Source};

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

#[test]
fn no_more_files_of_a_room_lead_to_each_other_than_did() {
    let graph = graph(Source::read());
    let found = circles(&graph);
    let files: usize = found.iter().map(BTreeSet::len).sum();
    assert!(files <= 50, "{files} files are in circles: {found:?}");
}
