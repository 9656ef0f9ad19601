//! From the document to the plan: every name, link and cycle looked at once, and every problem kept.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::cycles::cycles;
use super::dates::{PlanDates, context};
use super::index::{Index, Links, position};
use super::limits::Limits;
use super::links::{Follow, Kind, NO_SOURCE, PLAN};
use super::names::{Named, Names};
use super::order::in_document_order;
use super::structural::{
    ACTION_WITHOUT_RECOMMENDATION, DEPENDENCY_CYCLE, PART_CYCLE, UNKNOWN_PART_PARENT,
    WORKSTREAM_CYCLE, problem,
};
use super::subject::subject;
use super::{Plan, PlanDoc, RejectedPlan, explicit_ids, text_checks};
use crate::diagnostic::{CodeEntry, Diagnostic, Location};
use crate::model::Recommendation;
use crate::text::{fold, fold_reference, written};

/// Makes a plan of a document, or says everything that is wrong with it.
pub(crate) fn build(doc: PlanDoc, limits: &Limits) -> Result<Plan, RejectedPlan> {
    let mut problems = Vec::new();
    let mut index = resolve(&doc, limits, &mut problems);
    if problems.is_empty() {
        index.dates = PlanDates::new(&doc, limits);
        Ok(Plan::new(doc, index))
    } else {
        let diagnostics = in_document_order(&doc, problems);
        Err(RejectedPlan::new(doc, diagnostics))
    }
}

/// Makes a plan of a document that is known to hold together, being a part of one that does. Nothing
/// is refused; a link that led nowhere would be no link.
pub(crate) fn rebuild(doc: PlanDoc) -> Plan {
    // The whole was within its limits, whatever they were, and so is a part of it: a date that is in
    // range for one range of years reads the same for a wider one.
    let years = NaiveDate::MIN.year()..=NaiveDate::MAX.year();
    let limits = Limits { text_units: usize::MAX, records: usize::MAX, years };
    let mut problems = Vec::new();
    let mut index = resolve(&doc, &limits, &mut problems);
    index.dates = PlanDates::new(&doc, &limits);
    debug_assert!(problems.is_empty(), "a part of a plan is a plan: {problems:?}");
    Plan::new(doc, index)
}

/// What the links of a document that holds together are followed with.
pub(crate) fn follow(doc: &PlanDoc) -> Follow<'_> {
    let mut named = Naming::new(doc);
    named.name_everything(&mut Vec::new());
    named.follow
}

fn resolve(doc: &PlanDoc, limits: &Limits, problems: &mut Vec<Diagnostic>) -> Index {
    text_checks::check(doc, limits, context(doc, limits), problems);
    let mut named = Naming::new(doc);
    named.name_everything(problems);
    explicit_ids::check(doc, &named.follow, &named.alike, problems);
    let Naming { follow, scopes, .. } = named;
    let mut index = Index {
        shares_reference: shares_reference(doc, &follow),
        legend: doc
            .legend
            .iter()
            .map(|entry| (fold(&entry.word).into_owned(), entry.means))
            .collect(),
        ..Index::default()
    };
    link_recommendations(&follow, &scopes, &mut index, problems);
    link_workstreams(&follow, &mut index, problems);
    link_actions(&follow, &mut index, problems);
    link_measures(&follow, &mut index, problems);
    index.source_of = follow.source_of;
    reverse(doc, &mut index);
    report_cycles(doc, &index, problems);
    index
}

/// The first part of the work: who is called what.
struct Naming<'d> {
    follow: Follow<'d>,
    /// The scope of each recommendation's reference: its source.
    scopes: Vec<u32>,
    /// The records that are called like an earlier one, which is already said.
    alike: HashMap<(&'static str, u32), u32>,
}

impl<'d> Naming<'d> {
    fn new(doc: &'d PlanDoc) -> Self {
        Self {
            follow: Follow::new(doc),
            scopes: Vec::with_capacity(doc.recommendations.len()),
            alike: HashMap::new(),
        }
    }

    fn name_everything(&mut self, problems: &mut Vec<Diagnostic>) {
        let doc = self.follow.doc;
        for (i, record) in doc.sources.iter().enumerate() {
            let named = Named {
                kind: "source",
                reference: record.reference.as_ref(),
                within: None,
                words: &record.title,
                is_pinned: record.id.is_some(),
            };
            let at = |at: u32| Location::element("sources", at as usize);
            let holder = |at: u32| {
                let one = doc.sources.get(at as usize);
                one.map(|one| (&one.reference, &one.title))
            };
            let first = self.follow.sources.add(PLAN, position(i), &named, &at, &holder, problems);
            self.note("source", i, first);
        }
        self.name_recommendations(problems);
        for (i, record) in doc.workstreams.iter().enumerate() {
            let named = Named {
                kind: "workstream",
                reference: record.reference.as_ref(),
                within: None,
                words: &record.name,
                is_pinned: record.id.is_some(),
            };
            let at = |at: u32| Location::element("workstreams", at as usize);
            let holder = |at: u32| {
                let one = doc.workstreams.get(at as usize);
                one.map(|one| (&one.reference, &one.name))
            };
            let first =
                self.follow.workstreams.add(PLAN, position(i), &named, &at, &holder, problems);
            self.note("workstream", i, first);
        }
        self.name_actions(problems);
        for (i, record) in doc.measures.iter().enumerate() {
            let named = Named {
                kind: "measure",
                reference: record.reference.as_ref(),
                within: None,
                words: &record.name,
                is_pinned: record.id.is_some(),
            };
            let at = |at: u32| Location::element("measures", at as usize);
            let holder = |at: u32| {
                let one = doc.measures.get(at as usize);
                one.map(|one| (&one.reference, &one.name))
            };
            let first = self.follow.measures.add(PLAN, position(i), &named, &at, &holder, problems);
            self.note("measure", i, first);
        }
    }

    fn name_recommendations(&mut self, problems: &mut Vec<Diagnostic>) {
        let doc = self.follow.doc;
        // Recommendations that name an unknown source stand together under that name.
        let mut strangers: HashMap<String, u32> = HashMap::new();
        let sources = position(doc.sources.len());
        for (i, record) in doc.recommendations.iter().enumerate() {
            let reference = written(record.reference.as_ref());
            let mut source = None;
            let mut scope = NO_SOURCE;
            if let Some(link) = &record.source {
                let named = || subject("recommendation", reference, &record.text);
                let at = || Location::element("recommendations", i).key("source");
                source = self.follow.link(Kind::Source, link, &named, &at, problems);
                scope = source.unwrap_or_else(|| {
                    let next = sources + position(strangers.len());
                    *strangers.entry(fold(link).into_owned()).or_insert(next)
                });
            }
            self.follow.source_of.push(source);
            self.scopes.push(scope);
            let named = Named {
                kind: "recommendation",
                reference: record.reference.as_ref(),
                within: None,
                words: &record.text,
                is_pinned: record.id.is_some(),
            };
            let at = |at: u32| Location::element("recommendations", at as usize);
            let holder = |at: u32| {
                let one = doc.recommendations.get(at as usize);
                one.map(|one| (&one.reference, &one.text))
            };
            let here = position(i);
            let first =
                self.follow.recommendations.add(scope, here, &named, &at, &holder, problems);
            self.note("recommendation", i, first);
            if let Some(reference) = reference {
                let compared = fold_reference(reference);
                if self.follow.recommendations.by_reference(scope, &compared) == Some(here) {
                    let called = self.follow.recommendations_called.entry(compared);
                    called.or_default().push(here);
                }
            }
        }
    }

    fn name_actions(&mut self, problems: &mut Vec<Diagnostic>) {
        let doc = self.follow.doc;
        let mut steps = Names::default();
        let mut flat = 0;
        for (i, record) in doc.actions.iter().enumerate() {
            let named = Named {
                kind: "action",
                reference: record.reference.as_ref(),
                within: None,
                words: &record.title,
                is_pinned: record.id.is_some(),
            };
            let at = |at: u32| Location::element("actions", at as usize);
            let holder = |at: u32| {
                let one = doc.actions.get(at as usize);
                one.map(|one| (&one.reference, &one.title))
            };
            let first = self.follow.actions.add(PLAN, position(i), &named, &at, &holder, problems);
            self.note("action", i, first);
            if !record.milestones.is_empty() {
                steps.clear();
            }
            for (j, milestone) in record.milestones.iter().enumerate() {
                let named = Named {
                    kind: "milestone",
                    reference: milestone.reference.as_ref(),
                    within: record.reference.as_ref(),
                    words: &milestone.title,
                    is_pinned: milestone.id.is_some(),
                };
                let at =
                    |at: u32| Location::element("actions", i).key("milestones").index(at as usize);
                let holder = |at: u32| {
                    let one = record.milestones.get(at as usize);
                    one.map(|one| (&one.reference, &one.title))
                };
                let first = steps.add(PLAN, position(j), &named, &at, &holder, problems);
                let first = first.map(|first| flat + first);
                self.note("milestone", (flat + position(j)) as usize, first);
            }
            flat += position(record.milestones.len());
        }
    }

    fn note(&mut self, kind: &'static str, at: usize, first: Option<u32>) {
        if let Some(first) = first {
            self.alike.insert((kind, position(at)), first);
        }
    }
}

fn shares_reference(doc: &PlanDoc, follow: &Follow<'_>) -> Vec<bool> {
    doc.recommendations
        .iter()
        .map(|record| {
            written(record.reference.as_ref()).is_some_and(|reference| {
                let called = follow.recommendations_called.get(fold_reference(reference).as_ref());
                called.is_some_and(|called| called.len() > 1)
            })
        })
        .collect()
}

fn link_recommendations(
    follow: &Follow<'_>,
    scopes: &[u32],
    index: &mut Index,
    problems: &mut Vec<Diagnostic>,
) {
    for (i, record) in follow.doc.recommendations.iter().enumerate() {
        let whole = record.part_of.as_ref().and_then(|link| {
            let named =
                || subject("recommendation", written(record.reference.as_ref()), &record.text);
            let at = || Location::element("recommendations", i).key("part_of");
            let scope = scopes.get(i).copied().unwrap_or(NO_SOURCE);
            follow.whole(scope, link, &UNKNOWN_PART_PARENT, &named, &at, problems)
        });
        index.whole_of.push(whole);
    }
}

fn link_workstreams(follow: &Follow<'_>, index: &mut Index, problems: &mut Vec<Diagnostic>) {
    for (i, record) in follow.doc.workstreams.iter().enumerate() {
        let whole = record.part_of.as_ref().and_then(|link| {
            let named = || subject("workstream", written(record.reference.as_ref()), &record.name);
            let at = || Location::element("workstreams", i).key("part_of");
            follow.link(Kind::Workstream, link, &named, &at, problems)
        });
        index.workstream_whole.push(whole);
    }
}

/// Follows lists of links, each target once.
struct Once {
    /// For each target, the last list that named it.
    named_in: Vec<u32>,
    list: u32,
}

impl Once {
    fn new(targets: usize) -> Self {
        Self { named_in: vec![0; targets], list: 0 }
    }

    fn targets(&mut self, found: impl Iterator<Item = Option<u32>>) -> Vec<u32> {
        self.list += 1;
        let list = self.list;
        found
            .flatten()
            .filter(|target| match self.named_in.get_mut(*target as usize) {
                Some(previous) if *previous != list => {
                    *previous = list;
                    true
                }
                _ => false,
            })
            .collect()
    }
}

fn link_actions(follow: &Follow<'_>, index: &mut Index, problems: &mut Vec<Diagnostic>) {
    let doc = follow.doc;
    let mut recommendations = Once::new(doc.recommendations.len());
    let mut sources = Once::new(doc.sources.len());
    let mut actions = Once::new(doc.actions.len());
    let mut measures = Once::new(doc.measures.len());
    for (i, record) in doc.actions.iter().enumerate() {
        let named = || subject("action", written(record.reference.as_ref()), &record.title);
        let at = |key| Location::element("actions", i).key(key);
        let mut many =
            |kind: Kind, key: &'static str, links: &[String], once: &mut Once| {
                once.targets(links.iter().enumerate().map(|(j, link)| {
                    follow.link(kind, link, &named, &|| at(key).index(j), problems)
                }))
            };
        let answers = many(Kind::Recommendation, "answers", &record.answers, &mut recommendations);
        index.answers.push(answers);
        let enables = many(Kind::Source, "enables", &record.enables, &mut sources);
        index.enables.push(enables);
        let depends_on = many(Kind::Action, "depends_on", &record.depends_on, &mut actions);
        index.depends_on.push(depends_on);
        let shown_by = many(Kind::Measure, "measures", &record.measures, &mut measures);
        index.action_measures.push(shown_by);
        let mut one = |kind: Kind, key: &'static str, link: Option<&String>| {
            link.and_then(|link| follow.link(kind, link, &named, &|| at(key), problems))
        };
        let workstream = one(Kind::Workstream, "workstream", record.workstream.as_ref());
        index.workstream_of.push(workstream);
        let succeeded_by = one(Kind::Action, "succeeded_by", record.succeeded_by.as_ref());
        index.succeeded_by.push(succeeded_by);
        if record.answers.is_empty() && record.enables.is_empty() {
            problems.push(problem(
                &ACTION_WITHOUT_RECOMMENDATION,
                Location::element("actions", i),
                named(),
                "it answers no recommendation and enables no source",
            ));
        }
    }
}

fn link_measures(follow: &Follow<'_>, index: &mut Index, problems: &mut Vec<Diagnostic>) {
    let doc = follow.doc;
    let mut recommendations = Once::new(doc.recommendations.len());
    let mut workstreams = Once::new(doc.workstreams.len());
    for (i, record) in doc.measures.iter().enumerate() {
        let named = || subject("measure", written(record.reference.as_ref()), &record.name);
        let at = |key| Location::element("measures", i).key(key);
        let mut many =
            |kind: Kind, key: &'static str, links: &[String], once: &mut Once| {
                once.targets(links.iter().enumerate().map(|(j, link)| {
                    follow.link(kind, link, &named, &|| at(key).index(j), problems)
                }))
            };
        let answers = many(Kind::Recommendation, "answers", &record.answers, &mut recommendations);
        index.measure_answers.push(answers);
        let parts = many(Kind::Workstream, "workstreams", &record.workstreams, &mut workstreams);
        index.measure_workstreams.push(parts);
    }
}

fn reverse(doc: &PlanDoc, index: &mut Index) {
    let recommendations = doc.recommendations.len();
    let sources = doc.sources.len();
    let workstreams = doc.workstreams.len();
    let measures = doc.measures.len();
    index.source_recommendations = index.source_of.to_links().reversed(sources);
    index.parts = index.whole_of.to_links().reversed(recommendations);
    index.is_urgent = urgent(doc, index);
    index.answered_by = index.answers.reversed(recommendations);
    index.enabled_by = index.enables.reversed(sources);
    index.workstream_parts = index.workstream_whole.to_links().reversed(workstreams);
    index.workstream_actions = index.workstream_of.to_links().reversed(workstreams);
    index.needed_by = index.depends_on.reversed(doc.actions.len());
    index.measure_actions = index.action_measures.reversed(measures);
    index.answered_measures = index.measure_answers.reversed(recommendations);
}

/// Which recommendations are urgent: a part of which nothing is said is as urgent as its whole.
fn urgent(doc: &PlanDoc, index: &Index) -> Vec<bool> {
    let mut urgent: Vec<bool> = doc.recommendations.iter().map(Recommendation::is_urgent).collect();
    let tops = (0..doc.recommendations.len()).filter(|at| index.whole_of.of(*at).is_none());
    let mut below: Vec<usize> = tops.collect();
    while let Some(whole) = below.pop() {
        let is_whole_urgent = urgent.get(whole).copied().unwrap_or_default();
        for part in index.parts.of(whole) {
            let part = *part as usize;
            let is_silent = doc.recommendations.get(part).is_some_and(|one| one.urgency.is_none());
            if let (true, Some(slot)) = (is_silent, urgent.get_mut(part)) {
                *slot = is_whole_urgent;
            }
            below.push(part);
        }
    }
    urgent
}

fn report_cycles(doc: &PlanDoc, index: &Index, problems: &mut Vec<Diagnostic>) {
    let recommendation = |at: usize| {
        doc.recommendations.get(at).map(|one| (written(one.reference.as_ref()), one.text.as_str()))
    };
    let workstream = |at: usize| {
        doc.workstreams.get(at).map(|one| (written(one.reference.as_ref()), one.name.as_str()))
    };
    let action = |at: usize| {
        doc.actions.get(at).map(|one| (written(one.reference.as_ref()), one.title.as_str()))
    };
    CyclesOf {
        entry: &PART_CYCLE,
        list: "recommendations",
        key: "part_of",
        kind: "recommendation",
        says: "it is a part of itself",
        called: &recommendation,
    }
    .report(&index.whole_of.to_links(), problems);
    CyclesOf {
        entry: &WORKSTREAM_CYCLE,
        list: "workstreams",
        key: "part_of",
        kind: "workstream",
        says: "it is a part of itself",
        called: &workstream,
    }
    .report(&index.workstream_whole.to_links(), problems);
    CyclesOf {
        entry: &DEPENDENCY_CYCLE,
        list: "actions",
        key: "depends_on",
        kind: "action",
        says: "it waits for itself",
        called: &action,
    }
    .report(&index.depends_on, problems);
}

/// How the cycles of one kind of link are reported.
struct CyclesOf<'a> {
    entry: &'static CodeEntry,
    list: &'static str,
    key: &'static str,
    kind: &'static str,
    says: &'static str,
    called: &'a dyn Fn(usize) -> Option<(Option<&'a str>, &'a str)>,
}

impl CyclesOf<'_> {
    fn report(&self, links: &Links, problems: &mut Vec<Diagnostic>) {
        for cycle in cycles(links) {
            let Some(first) = cycle.first() else { continue };
            let way: Vec<String> = cycle.iter().chain([first]).map(|at| self.name(*at)).collect();
            let (reference, words) = (self.called)(*first as usize).unwrap_or_default();
            problems.push(problem(
                self.entry,
                Location::element(self.list, *first as usize).key(self.key),
                subject(self.kind, reference, words),
                format!("{}: {}", self.says, way.join(" → ")),
            ));
        }
    }

    fn name(&self, at: u32) -> String {
        let (reference, words) = (self.called)(at as usize).unwrap_or_default();
        match reference {
            Some(reference) => reference.trim().to_owned(),
            None => super::subject::quoted(words),
        }
    }
}
