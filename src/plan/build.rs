//! Builds a plan from a document: resolves names and links, finds cycles, and collects every
//! problem.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, de};

use super::adjacency::{Links, position};
use super::cycles::cycles;
use super::dates::{PlanDates, context};
use super::index::Index;
use super::limits::Limits;
use super::links::{Called, NO_SOURCE, PLAN, Resolver};
use super::names::Names;
use super::record_list::{LinkPlace, RecordList};
use super::record_names::diagnosed;
use super::structural::{
    ACTION_WITHOUT_RECOMMENDATION, DEPENDENCY_CYCLE, PART_CYCLE, TABLE, WORKSTREAM_CYCLE, problem,
};
use super::subject::quoted;
use super::text_checks::Texts;
use super::{Plan, PlanDoc, RejectedPlan, explicit_ids, text_checks};
use crate::diagnostic::{CodeEntry, Diagnostic};
use crate::model::{ByKind, Recommendation, Record, RecordKind};
use crate::text::fold;

/// # Building
impl Plan {
    /// Builds a plan from a document, within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// Returns [`RejectedPlan`] with every structural problem, in document order, and the document
    /// itself so that it can be fixed.
    pub fn build(doc: PlanDoc) -> Result<Self, RejectedPlan> {
        Self::build_with(doc, &Limits::default())
    }

    /// Builds a plan from a document, within the given limits.
    ///
    /// # Errors
    ///
    /// See [`build`](Self::build).
    pub fn build_with(doc: PlanDoc, limits: &Limits) -> Result<Self, RejectedPlan> {
        Self::build_knowing(doc, Texts::Unknown, limits)
    }

    /// Builds a plan from a document of whose texts something may be known.
    pub(crate) fn build_knowing(
        doc: PlanDoc,
        texts: Texts,
        limits: &Limits,
    ) -> Result<Self, RejectedPlan> {
        let mut problems = Vec::new();
        let mut index = resolve(&doc, texts, limits, &mut problems);
        if problems.is_empty() {
            index.dates = PlanDates::new(&doc, limits);
            Ok(Self::new(doc, index, limits.clone()))
        } else {
            let diagnostics = diagnosed(&doc, &index.source_of, problems);
            Err(RejectedPlan::new(doc, diagnostics))
        }
    }

    /// Returns every structural code with its explanation: the reasons for which
    /// [`build`](Self::build) can reject a document.
    #[must_use]
    pub fn structural_codes() -> &'static [CodeEntry] {
        TABLE
    }
}

impl TryFrom<PlanDoc> for Plan {
    type Error = RejectedPlan;

    /// Builds a plan from a document; see [`Plan::build`].
    fn try_from(doc: PlanDoc) -> Result<Self, RejectedPlan> {
        Self::build(doc)
    }
}

impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::build(PlanDoc::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// Builds a plan from a document that is known to be valid because it is part of a valid one.
/// Nothing is rejected; an unresolved link would be ignored.
pub(crate) fn rebuild(doc: PlanDoc, original: &Plan) -> Plan {
    // The whole document was within its limits, so this part is too. Widening the range of years
    // does not change how a date in range is read.
    let years = NaiveDate::MIN.year()..=NaiveDate::MAX.year();
    let limits = Limits { text_units: usize::MAX, records: usize::MAX, years };
    let mut problems = Vec::new();
    let mut index = resolve(&doc, Texts::SurelyRight, &limits, &mut problems);
    index.dates = PlanDates::new(&doc, &limits);
    debug_assert!(problems.is_empty(), "a part of a plan is a plan: {problems:?}");
    Plan::new(doc, index, original.limits().clone())
}

/// Returns the link resolver of a valid document.
pub(crate) fn resolver(doc: &PlanDoc) -> Resolver<'_> {
    Naming::of_everything(doc, &mut Vec::new()).resolver
}

pub(super) fn resolve(
    doc: &PlanDoc,
    texts: Texts,
    limits: &Limits,
    problems: &mut Vec<Diagnostic>,
) -> Index {
    text_checks::check(doc, texts, limits, context(doc, limits), problems);
    let Naming { resolver, scopes, alike } = Naming::of_everything(doc, problems);
    explicit_ids::check(doc, &resolver, &alike, problems);
    let legend = doc.legend.iter().map(|entry| (fold(&entry.word).into_owned(), entry.means));
    let mut index = Index {
        shares_reference: shares_reference(&resolver),
        legend: legend.collect(),
        ..Index::default()
    };
    let mut linking = Linking::new(&resolver, problems);
    linking.recommendations(&scopes, &mut index);
    linking.workstreams(&mut index);
    linking.actions(&mut index);
    linking.measures(&mut index);
    index.source_of = resolver.source_of;
    reverse(doc, &mut index);
    report_cycles(doc, &index, problems);
    index
}

/// The first pass: the names of all records.
struct Naming<'d> {
    resolver: Resolver<'d>,
    /// The scope of each recommendation's reference: its source.
    scopes: Vec<u32>,
    /// The records with the same name as an earlier record, already reported.
    alike: HashMap<(RecordKind, u32), u32>,
}

impl<'d> Naming<'d> {
    fn of_everything(doc: &'d PlanDoc, problems: &mut Vec<Diagnostic>) -> Self {
        let mut naming = Self {
            resolver: Resolver::new(doc),
            scopes: Vec::with_capacity(doc.recommendations.len()),
            alike: HashMap::new(),
        };
        for kind in RecordKind::LISTED {
            match kind {
                RecordKind::Recommendation => naming.recommendations(problems),
                RecordKind::Action => naming.actions(problems),
                _ => {
                    for at in 0..position(doc.count(kind)) {
                        naming.add(kind, PLAN, at, problems);
                    }
                }
            }
        }
        naming
    }

    /// Adds the record of a kind at a position.
    fn add(&mut self, kind: RecordKind, scope: u32, at: u32, problems: &mut Vec<Diagnostic>) {
        let list = RecordList::Document(self.resolver.doc, kind);
        let first = self.resolver.names.of_mut(kind).add(scope, list, at, problems);
        self.note(kind, at, first);
    }

    fn note(&mut self, kind: RecordKind, at: u32, first: Option<u32>) {
        if let Some(first) = first {
            self.alike.insert((kind, at), first);
        }
    }

    fn recommendations(&mut self, problems: &mut Vec<Diagnostic>) {
        let doc = self.resolver.doc;
        let kind = RecordKind::Recommendation;
        let list = RecordList::Document(doc, kind);
        // Recommendations that name the same unknown source share a scope.
        let mut unknown_sources: HashMap<String, u32> = HashMap::new();
        let sources = position(doc.sources.len());
        for (i, record) in doc.recommendations.iter().enumerate() {
            let mut source = None;
            let mut scope = NO_SOURCE;
            if let Some(link) = &record.source {
                let place = LinkPlace { list, position: i, key: "source", element: None };
                source = self.resolver.link(RecordKind::Source, link, place, problems);
                scope = source.unwrap_or_else(|| {
                    let next = sources + position(unknown_sources.len());
                    *unknown_sources.entry(fold(link).into_owned()).or_insert(next)
                });
            }
            self.resolver.source_of.push(source);
            self.scopes.push(scope);
            let here = position(i);
            self.add(kind, scope, here, problems);
            if let Some(reference) = record.reference()
                && self.resolver.names.recommendations.by_reference(scope, reference) == Some(here)
            {
                self.resolver.call(reference, here);
            }
        }
    }

    fn actions(&mut self, problems: &mut Vec<Diagnostic>) {
        let mut names = Names::default();
        let mut milestones_before = 0;
        for (i, action) in self.resolver.doc.actions.iter().enumerate() {
            self.add(RecordKind::Action, PLAN, position(i), problems);
            let count = position(action.milestones.len());
            if count > 0 {
                names.clear();
            }
            for at in 0..count {
                let first = names.add(PLAN, RecordList::Milestones(i, action), at, problems);
                let first = first.map(|first| milestones_before + first);
                self.note(RecordKind::Milestone, milestones_before + at, first);
            }
            milestones_before += count;
        }
    }
}

/// Returns which recommendations have a reference that one of another source has too.
fn shares_reference(resolver: &Resolver<'_>) -> Vec<bool> {
    let mut shares = vec![false; resolver.doc.recommendations.len()];
    for called in resolver.recommendations_called.values() {
        let Called::Several(several) = called else { continue };
        for at in several {
            if let Some(shares) = shares.get_mut(*at as usize) {
                *shares = true;
            }
        }
    }
    shares
}

/// The second pass: the targets of all links.
struct Linking<'r, 'd> {
    resolver: &'r Resolver<'d>,
    problems: &'r mut Vec<Diagnostic>,
    /// For each record, the number of the last list of links that named it, so that a repeated link
    /// counts once.
    named_in: ByKind<Vec<u32>>,
    lists: u32,
}

impl<'r, 'd> Linking<'r, 'd> {
    fn new(resolver: &'r Resolver<'d>, problems: &'r mut Vec<Diagnostic>) -> Self {
        let mut named_in = ByKind::default();
        for kind in RecordKind::LISTED {
            *named_in.of_mut(kind) = vec![0; resolver.doc.count(kind)];
        }
        Self { resolver, problems, named_in, lists: 0 }
    }

    /// Returns the place of a key in a record.
    fn place(&self, (kind, position): (RecordKind, usize), key: &'static str) -> LinkPlace<'d> {
        let list = RecordList::Document(self.resolver.doc, kind);
        LinkPlace { list, position, key, element: None }
    }

    fn one(
        &mut self,
        from: (RecordKind, usize),
        key: &'static str,
        to: RecordKind,
        link: Option<&String>,
    ) -> Option<u32> {
        let place = self.place(from, key);
        self.resolver.link(to, link?, place, self.problems)
    }

    /// Resolves a list of links and adds each target once.
    fn many(
        &mut self,
        from: (RecordKind, usize),
        key: &'static str,
        to: RecordKind,
        links: &[String],
        targets: &mut Links,
    ) {
        self.lists += 1;
        for (element, link) in links.iter().enumerate() {
            let place = LinkPlace { element: Some(element), ..self.place(from, key) };
            let Some(target) = self.resolver.link(to, link, place, self.problems) else {
                continue;
            };
            if let Some(named_in) = self.named_in.of_mut(to).get_mut(target as usize)
                && *named_in != self.lists
            {
                *named_in = self.lists;
                targets.add(target);
            }
        }
        targets.close();
    }

    fn recommendations(&mut self, scopes: &[u32], index: &mut Index) {
        for (i, record) in self.resolver.doc.recommendations.iter().enumerate() {
            let place = self.place((RecordKind::Recommendation, i), "part_of");
            let scope = scopes.get(i).copied().unwrap_or(NO_SOURCE);
            let link = record.part_of.as_ref();
            let whole = link.and_then(|it| self.resolver.whole(scope, it, place, self.problems));
            index.whole_of.push(whole);
        }
    }

    fn workstreams(&mut self, index: &mut Index) {
        use RecordKind::Workstream;
        for (i, record) in self.resolver.doc.workstreams.iter().enumerate() {
            let link = record.part_of.as_ref();
            index.workstream_whole.push(self.one((Workstream, i), "part_of", Workstream, link));
        }
    }

    fn actions(&mut self, index: &mut Index) {
        use RecordKind::{Action, Measure, Recommendation, Source, Workstream};
        let count = self.resolver.doc.actions.len();
        for links in [
            &mut index.answers,
            &mut index.enables,
            &mut index.depends_on,
            &mut index.action_measures,
        ] {
            *links = Links::with_capacity(count);
        }
        for (i, record) in self.resolver.doc.actions.iter().enumerate() {
            let from = (Action, i);
            self.many(from, "answers", Recommendation, &record.answers, &mut index.answers);
            self.many(from, "enables", Source, &record.enables, &mut index.enables);
            self.many(from, "depends_on", Action, &record.depends_on, &mut index.depends_on);
            self.many(from, "measures", Measure, &record.measures, &mut index.action_measures);
            let workstream = record.workstream.as_ref();
            index.workstream_of.push(self.one(from, "workstream", Workstream, workstream));
            let next = record.succeeded_by.as_ref();
            index.succeeded_by.push(self.one(from, "succeeded_by", Action, next));
            if record.answers.is_empty() && record.enables.is_empty() {
                let list = RecordList::Document(self.resolver.doc, Action);
                self.problems.push(problem(
                    &ACTION_WITHOUT_RECOMMENDATION,
                    list.location(i),
                    list.subject(i),
                    "it answers no recommendation and enables no source",
                ));
            }
        }
    }

    fn measures(&mut self, index: &mut Index) {
        use RecordKind::{Measure, Recommendation, Workstream};
        for (i, record) in self.resolver.doc.measures.iter().enumerate() {
            let from = (Measure, i);
            let (answers, workstreams) = (&record.answers, &record.workstreams);
            self.many(from, "answers", Recommendation, answers, &mut index.measure_answers);
            let targets = &mut index.measure_workstreams;
            self.many(from, "workstreams", Workstream, workstreams, targets);
        }
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
    index.urgent_part = urgent_parts(doc, index);
    index.answered_by = index.answers.reversed(recommendations);
    index.enabled_by = index.enables.reversed(sources);
    index.workstream_parts = index.workstream_whole.to_links().reversed(workstreams);
    index.workstream_actions = index.workstream_of.to_links().reversed(workstreams);
    index.needed_by = index.depends_on.reversed(doc.actions.len());
    index.measure_actions = index.action_measures.reversed(measures);
    index.answered_measures = index.measure_answers.reversed(recommendations);
}

/// Returns which recommendations are urgent. A part without an urgency has that of its whole.
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

/// Returns an urgent part somewhere below each recommendation, which is answered with it: the first in document
/// order, but one that is more than a finding if there is any. Empty if nothing is urgent.
fn urgent_parts(doc: &PlanDoc, index: &Index) -> Vec<Option<u32>> {
    if !index.is_urgent.contains(&true) {
        return Vec::new();
    }
    let mut wholes_first: Vec<usize> = Vec::with_capacity(doc.recommendations.len());
    wholes_first
        .extend((0..doc.recommendations.len()).filter(|at| index.whole_of.of(*at).is_none()));
    let mut next = 0;
    while let Some(whole) = wholes_first.get(next).copied() {
        wholes_first.extend(index.parts.of(whole).iter().map(|part| *part as usize));
        next += 1;
    }
    let rank = |at: u32| {
        let record = doc.recommendations.get(at as usize);
        (record.is_some_and(Recommendation::is_finding), at)
    };
    let mut parts: Vec<Option<u32>> = vec![None; doc.recommendations.len()];
    for part in wholes_first.into_iter().rev() {
        let is_urgent = index.is_urgent.get(part).copied().unwrap_or_default();
        let own = is_urgent.then(|| position(part));
        let below = parts.get(part).copied().flatten();
        let Some(found) = own.into_iter().chain(below).min_by_key(|at| rank(*at)) else { continue };
        let whole = index.whole_of.of(part).and_then(|whole| parts.get_mut(whole as usize));
        if let Some(of_whole) = whole
            && of_whole.is_none_or(|known| rank(found) < rank(known))
        {
            *of_whole = Some(found);
        }
    }
    parts
}

fn report_cycles(doc: &PlanDoc, index: &Index, problems: &mut Vec<Diagnostic>) {
    use RecordKind::{Action, Recommendation, Workstream};
    let part = "it is a part of itself";
    let wait = "it depends on itself";
    for (links, kind, key, entry, message) in [
        (&index.whole_of.to_links(), Recommendation, "part_of", &PART_CYCLE, part),
        (&index.workstream_whole.to_links(), Workstream, "part_of", &WORKSTREAM_CYCLE, part),
        (&index.depends_on, Action, "depends_on", &DEPENDENCY_CYCLE, wait),
    ] {
        let list = RecordList::Document(doc, kind);
        let name = |at: &u32| match list.get(*at as usize) {
            Some(record) if record.is_restricted() => list.location(*at as usize).to_string(),
            Some(record) => {
                record.reference().map_or_else(|| quoted(record.words()), |it| it.trim().to_owned())
            }
            None => String::new(),
        };
        for cycle in cycles(links) {
            let Some(first) = cycle.first() else { continue };
            let way: Vec<String> = cycle.iter().chain([first]).map(name).collect();
            let first = *first as usize;
            problems.push(problem(
                entry,
                list.location(first).key(key),
                list.subject(first),
                format!("{message}: {}", way.join(" → ")),
            ));
        }
    }
}
