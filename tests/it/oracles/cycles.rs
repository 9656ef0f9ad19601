//! Cycles, by asking of every record whether it leads to itself.

use std::collections::BTreeSet;

use improvement_plan::diagnostic::Step;
use improvement_plan::{Action, Diagnostic, Plan, PlanDoc, Recommendation, Source, Workstream};
use proptest::prelude::*;

/// For each record, where it leads.
type Graph = Vec<Vec<usize>>;

/// Any graph of up to so many records, with up to so many links from each.
fn graph(records: usize, links: usize) -> impl Strategy<Value = Graph> {
    let links = proptest::collection::vec(any::<prop::sample::Index>(), 0..=links);
    proptest::collection::vec(links, 0..=records).prop_map(|drawn| {
        let count = drawn.len();
        let links =
            |links: Vec<prop::sample::Index>| links.iter().map(|to| to.index(count)).collect();
        drawn.into_iter().map(links).collect()
    })
}

proptest! {
    #![proptest_config(crate::laws::cases::cases())]

    #[test]
    fn every_cycle_of_dependencies_is_found_and_reported_once(graph in graph(12, 2)) {
        let source = Source::new("Inspection").with_reference("ofsted");
        let actions = graph.iter().enumerate().map(|(place, to)| {
            let action = Action::new(format!("Action {place}")).with_reference(place.to_string());
            action.with_enables(["ofsted"]).with_depends_on(to.iter().map(ToString::to_string))
        });
        let doc = empty().with_sources([source]).with_actions(actions);
        compare(&graph, doc, "dependency-cycle")?;
    }

    #[test]
    fn every_cycle_of_parts_is_found_and_reported_once(graph in graph(12, 1)) {
        let recommendations = graph.iter().enumerate().map(|(place, to)| {
            let mut one = Recommendation::new("Say what changes").with_reference(place.to_string());
            one.part_of = to.first().map(ToString::to_string);
            one
        });
        let doc = empty().with_recommendations(recommendations);
        compare(&graph, doc, "part-cycle")?;
    }

    #[test]
    fn every_cycle_of_workstreams_is_found_and_reported_once(graph in graph(12, 1)) {
        let workstreams = graph.iter().enumerate().map(|(place, to)| {
            let mut one = Workstream::new("People").with_reference(place.to_string());
            one.part_of = to.first().map(ToString::to_string);
            one
        });
        let doc = empty().with_workstreams(workstreams);
        compare(&graph, doc, "workstream-cycle")?;
    }
}

fn empty() -> PlanDoc {
    PlanDoc::new("p", "Plan", "Anyshire")
}

fn compare(graph: &Graph, doc: PlanDoc, code: &str) -> Result<(), TestCaseError> {
    let expected = firsts(graph);
    let diagnostics: Vec<Diagnostic> = match Plan::build(doc) {
        Ok(_) => Vec::new(),
        Err(rejected) => rejected.diagnostics().iter().cloned().collect(),
    };
    let found: Vec<usize> = diagnostics.iter().map(place).collect();
    prop_assert_eq!(found, expected);
    for diagnostic in &diagnostics {
        prop_assert_eq!(diagnostic.code(), code);
        let way = way(diagnostic);
        let first = place(diagnostic);
        prop_assert_eq!((way.first(), way.last()), (Some(&first), Some(&first)));
        for step in way.windows(2) {
            let [from, to] = step else { continue };
            prop_assert!(graph.get(*from).unwrap().contains(to), "{:?} is no way", way);
        }
        prop_assert_eq!(way.len(), steps_back(graph, first) + 1, "{:?} is not the shortest", way);
    }
    Ok(())
}

/// The first record of each knot of records that lead to one another.
fn firsts(graph: &Graph) -> Vec<usize> {
    let leads_to: Vec<BTreeSet<usize>> = (0..graph.len()).map(|from| reach(graph, from)).collect();
    let is_one = |one: usize, other: usize| {
        leads_to.get(one).unwrap().contains(&other) && leads_to.get(other).unwrap().contains(&one)
    };
    (0..graph.len())
        .filter(|place| is_one(*place, *place))
        .filter(|place| !(0..*place).any(|before| is_one(before, *place)))
        .collect()
}

/// Everything a record leads to, by one link or more.
fn reach(graph: &Graph, from: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut ahead = graph.get(from).unwrap().clone();
    while let Some(next) = ahead.pop() {
        if found.insert(next) {
            ahead.extend(graph.get(next).unwrap());
        }
    }
    found
}

/// How many links it takes at least to come back.
fn steps_back(graph: &Graph, first: usize) -> usize {
    let mut at = BTreeSet::from([first]);
    let mut steps = 0;
    loop {
        steps += 1;
        at = at.iter().flat_map(|from| graph.get(*from).unwrap()).copied().collect();
        if at.contains(&first) {
            return steps;
        }
    }
}

/// The place of the record a diagnostic speaks of.
fn place(diagnostic: &Diagnostic) -> usize {
    match diagnostic.location().steps() {
        [_, Step::Index(place), ..] => *place,
        _ => usize::MAX,
    }
}

/// The way round that a message spells out.
fn way(diagnostic: &Diagnostic) -> Vec<usize> {
    let (_, way) = diagnostic.message().split_once(": ").unwrap();
    way.split(" → ").map(|place| place.parse().unwrap()).collect()
}
