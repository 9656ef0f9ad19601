//! Follows the links of a document: an id or a reference, and for recommendations also
//! `source/reference`.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::HashMap;

use uuid::Uuid;

use super::PlanDoc;
use super::ids::Namespaces;
use super::index::{Link, position};
use super::names::Names;
use super::structural::{
    AMBIGUOUS_REFERENCE, UNKNOWN_ACTION, UNKNOWN_MEASURE, UNKNOWN_RECOMMENDATION, UNKNOWN_SOURCE,
    UNKNOWN_WORKSTREAM, problem, problem_with_hint,
};
use super::subject::quoted;
use crate::diagnostic::{CodeEntry, Diagnostic, Location};
use crate::id::parse_link;
use crate::text::{fold, fold_reference, nearest, written};

/// The scope of names that belong to the plan as a whole.
pub(crate) const PLAN: u32 = 0;

/// The scope of the recommendations that name no source; those of a source have its position.
pub(crate) const NO_SOURCE: u32 = u32::MAX;

/// The kinds of record that a link may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Source,
    Recommendation,
    Workstream,
    Action,
    Measure,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Recommendation => "recommendation",
            Self::Workstream => "workstream",
            Self::Action => "action",
            Self::Measure => "measure",
        }
    }

    fn unknown(self) -> &'static CodeEntry {
        match self {
            Self::Source => &UNKNOWN_SOURCE,
            Self::Recommendation => &UNKNOWN_RECOMMENDATION,
            Self::Workstream => &UNKNOWN_WORKSTREAM,
            Self::Action => &UNKNOWN_ACTION,
            Self::Measure => &UNKNOWN_MEASURE,
        }
    }
}

/// How many positions of `/` in one link are tried; no reference has as many.
const MOST_SLASHES: usize = 32;

/// How many of the candidates of an ambiguous link are listed.
const LISTED: usize = 5;

/// How much comparing is done, in all, to suggest the nearest references: letters of a link times
/// references; so that a document full of wrong links costs no more than the document is long.
const COMPARISONS: usize = 4_000_000;

/// What every link is followed with.
pub(crate) struct Follow<'d> {
    pub(crate) doc: &'d PlanDoc,
    pub(crate) namespaces: Namespaces,
    pub(crate) sources: Names<'d>,
    pub(crate) recommendations: Names<'d>,
    pub(crate) workstreams: Names<'d>,
    pub(crate) actions: Names<'d>,
    pub(crate) measures: Names<'d>,
    /// The source of each recommendation.
    pub(crate) source_of: Link,
    /// The recommendations of a reference, one for each source.
    pub(crate) recommendations_called: HashMap<Cow<'d, str>, Vec<u32>>,
    by_id: [OnceCell<HashMap<Uuid, u32>>; 5],
    /// The records of each kind by their folded words, made only once a link leads nowhere.
    by_words: [OnceCell<HashMap<Cow<'d, str>, usize>>; 5],
    comparisons: Cell<usize>,
}

/// Where a link leads.
enum Found {
    One(u32),
    Several(Vec<u32>),
    Nothing,
}

impl<'d> Follow<'d> {
    pub(crate) fn new(doc: &'d PlanDoc) -> Self {
        Self {
            doc,
            namespaces: Namespaces::new(doc),
            sources: Names::default(),
            recommendations: Names::default(),
            workstreams: Names::default(),
            actions: Names::default(),
            measures: Names::default(),
            source_of: Link::default(),
            recommendations_called: HashMap::new(),
            by_id: Default::default(),
            by_words: Default::default(),
            comparisons: Cell::new(COMPARISONS),
        }
    }

    /// Follows a link, and says so where it leads nowhere or to several records.
    pub(crate) fn link(
        &self,
        kind: Kind,
        text: &str,
        subject: &dyn Fn() -> String,
        location: &dyn Fn() -> Location,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        let found = self.find(kind, text);
        self.resolve(found, kind, kind.unknown(), text, subject, location, problems)
    }

    /// Follows the `part_of` of a recommendation, which looks in its own source first.
    pub(crate) fn whole(
        &self,
        own_scope: u32,
        text: &str,
        entry: &'static CodeEntry,
        subject: &dyn Fn() -> String,
        location: &dyn Fn() -> Location,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        let kind = Kind::Recommendation;
        let by_id = parse_link(text).and_then(|id| self.by_id(kind, &id));
        let own = || self.recommendations.by_reference(own_scope, &fold_reference(text));
        let found = by_id.or_else(own).map_or_else(|| self.find(kind, text), Found::One);
        self.resolve(found, kind, entry, text, subject, location, problems)
    }

    #[expect(clippy::too_many_arguments, reason = "one private place where a link ends")]
    fn resolve(
        &self,
        found: Found,
        kind: Kind,
        entry: &CodeEntry,
        text: &str,
        subject: &dyn Fn() -> String,
        location: &dyn Fn() -> Location,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        match found {
            Found::One(position) => return Some(position),
            Found::Several(positions) => {
                let candidates = self.candidates(&positions);
                problems.push(problem(
                    &AMBIGUOUS_REFERENCE,
                    location(),
                    subject(),
                    format!("{} could be {candidates}", quoted(text)),
                ));
            }
            Found::Nothing => {
                let message = format!("there is no {} {}", kind.name(), quoted(text));
                let (code, severity) = (entry.code, entry.severity);
                problems.push(if let Some(help) = self.with_words(kind, text) {
                    Diagnostic::new(code, severity, location(), subject(), message, help)
                } else {
                    let near = self.suggestion(kind, text);
                    let hint =
                        near.map(|near| format!("The nearest reference is {}.", quoted(near)));
                    problem_with_hint(entry, location(), subject(), message, hint)
                });
            }
        }
        None
    }

    /// Where a link leads, when it leads to one record.
    pub(crate) fn target(&self, kind: Kind, text: &str) -> Option<u32> {
        match self.find(kind, text) {
            Found::One(position) => Some(position),
            Found::Several(_) | Found::Nothing => None,
        }
    }

    fn find(&self, kind: Kind, text: &str) -> Found {
        if let Some(position) = parse_link(text).and_then(|id| self.by_id(kind, &id)) {
            return Found::One(position);
        }
        let compared = fold_reference(text);
        let one = match kind {
            Kind::Source => self.sources.by_reference(PLAN, &compared),
            Kind::Workstream => self.workstreams.by_reference(PLAN, &compared),
            Kind::Action => self.actions.by_reference(PLAN, &compared),
            Kind::Measure => self.measures.by_reference(PLAN, &compared),
            Kind::Recommendation => {
                return match self.recommendations_called.get(compared.as_ref()).map(Vec::as_slice) {
                    Some([only]) => Found::One(*only),
                    Some(several) => Found::Several(several.to_vec()),
                    None => self.find_qualified(text),
                };
            }
        };
        one.map_or(Found::Nothing, Found::One)
    }

    /// A recommendation written as `source/reference`; either may itself hold a `/`.
    fn find_qualified(&self, text: &str) -> Found {
        let mut found: Vec<u32> = Vec::new();
        for (slash, _) in text.match_indices('/').take(MOST_SLASHES) {
            let Some((source, rest)) = text.split_at_checked(slash) else {
                continue;
            };
            let reference = rest.strip_prefix('/').unwrap_or(rest);
            let Found::One(source) = self.find(Kind::Source, source) else {
                continue;
            };
            let compared = fold_reference(reference);
            if let Some(position) = self.recommendations.by_reference(source, &compared) {
                found.push(position);
            }
        }
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [] => Found::Nothing,
            [only] => Found::One(*only),
            _ => Found::Several(found),
        }
    }

    fn by_id(&self, kind: Kind, id: &Uuid) -> Option<u32> {
        let known = self.by_id.get(kind as usize)?;
        known.get_or_init(|| self.ids(kind)).get(id).copied()
    }

    fn ids(&self, kind: Kind) -> HashMap<Uuid, u32> {
        let doc = self.doc;
        let names = &self.namespaces;
        let mut ids: HashMap<Uuid, u32> = HashMap::new();
        let mut add = |id: &Uuid, at: usize| {
            ids.entry(*id).or_insert(position(at));
        };
        match kind {
            Kind::Source => {
                for (i, record) in doc.sources.iter().enumerate() {
                    add(names.source(record).as_uuid(), i);
                }
            }
            Kind::Recommendation => {
                for (i, record) in doc.recommendations.iter().enumerate() {
                    let source = self.source_of.of(i);
                    let source = source.and_then(|source| doc.sources.get(source as usize));
                    add(names.recommendation(source, record).as_uuid(), i);
                }
            }
            Kind::Workstream => {
                for (i, record) in doc.workstreams.iter().enumerate() {
                    add(names.workstream(record).as_uuid(), i);
                }
            }
            Kind::Action => {
                for (i, record) in doc.actions.iter().enumerate() {
                    add(names.action(record).as_uuid(), i);
                }
            }
            Kind::Measure => {
                for (i, record) in doc.measures.iter().enumerate() {
                    add(names.measure(record).as_uuid(), i);
                }
            }
        }
        ids
    }

    /// The first few candidates with their sources, and how many more there are.
    fn candidates(&self, positions: &[u32]) -> String {
        let mut listed: Vec<String> = positions
            .iter()
            .take(LISTED)
            .map(|position| self.qualified(*position as usize))
            .collect();
        if let Some(more @ 1..) = positions.len().checked_sub(LISTED) {
            listed.push(format!("{more} more"));
        }
        let last = listed.pop().unwrap_or_default();
        if listed.is_empty() {
            return last;
        }
        format!("{} or {last}", listed.join(", "))
    }

    fn qualified(&self, recommendation: usize) -> String {
        let source = self.source_of.of(recommendation);
        let source = source.and_then(|source| self.doc.sources.get(source as usize));
        let name = source.map(|source| written(source.reference.as_ref()).unwrap_or(&source.title));
        let record = self.doc.recommendations.get(recommendation);
        let reference = record.and_then(|record| written(record.reference.as_ref()));
        match (name, reference.unwrap_or_default()) {
            (Some(name), reference) => quoted(&format!("{}/{}", name.trim(), reference.trim())),
            (None, reference) => format!("{} without a source", quoted(reference)),
        }
    }

    /// What to do about a link that holds the words of a record instead of its reference.
    fn with_words(&self, kind: Kind, text: &str) -> Option<String> {
        let known = self.by_words.get(kind as usize)?.get_or_init(|| self.words(kind));
        let folded = fold(text);
        let position = *known.get(&folded).filter(|_| !folded.is_empty())?;
        let (list, what) = match kind {
            Kind::Source => ("sources", "title"),
            Kind::Recommendation => ("recommendations", "text"),
            Kind::Workstream => ("workstreams", "name"),
            Kind::Action => ("actions", "title"),
            Kind::Measure => ("measures", "name"),
        };
        Some(match self.called(kind, position).0 {
            Some(reference) => {
                let is_one = matches!(self.find(kind, reference), Found::One(_));
                let link = if is_one { quoted(reference) } else { self.qualified(position) };
                format!("Did you mean {link}, which has this {what}?")
            }
            None => format!(
                "There is one with these words ({}), but it has no reference: give it one and link to that.",
                Location::element(list, position)
            ),
        })
    }

    /// The first record of a kind with each words, one with a reference before one without.
    fn words(&self, kind: Kind) -> HashMap<Cow<'d, str>, usize> {
        let mut known = HashMap::new();
        for is_referenced in [true, false] {
            for position in 0..self.count(kind) {
                let (reference, words) = self.called(kind, position);
                if reference.is_some() == is_referenced {
                    known.entry(fold(words)).or_insert(position);
                }
            }
        }
        known
    }

    fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Source => self.doc.sources.len(),
            Kind::Recommendation => self.doc.recommendations.len(),
            Kind::Workstream => self.doc.workstreams.len(),
            Kind::Action => self.doc.actions.len(),
            Kind::Measure => self.doc.measures.len(),
        }
    }

    /// The reference and the words of a record.
    fn called(&self, kind: Kind, position: usize) -> (Option<&'d str>, &'d str) {
        let doc = self.doc;
        let called = match kind {
            Kind::Source => doc.sources.get(position).map(|one| (&one.reference, &one.title)),
            Kind::Recommendation => {
                doc.recommendations.get(position).map(|one| (&one.reference, &one.text))
            }
            Kind::Workstream => {
                doc.workstreams.get(position).map(|one| (&one.reference, &one.name))
            }
            Kind::Action => doc.actions.get(position).map(|one| (&one.reference, &one.title)),
            Kind::Measure => doc.measures.get(position).map(|one| (&one.reference, &one.name)),
        };
        called
            .map_or((None, ""), |(reference, words)| (written(reference.as_ref()), words.as_str()))
    }

    /// The reference of this kind that is most like a link.
    fn suggestion(&self, kind: Kind, text: &str) -> Option<&'d str> {
        let doc = self.doc;
        match kind {
            Kind::Source => self.nearest(text, doc.sources.iter().map(|one| &one.reference)),
            Kind::Recommendation => {
                self.nearest(text, doc.recommendations.iter().map(|one| &one.reference))
            }
            Kind::Workstream => {
                self.nearest(text, doc.workstreams.iter().map(|one| &one.reference))
            }
            Kind::Action => self.nearest(text, doc.actions.iter().map(|one| &one.reference)),
            Kind::Measure => self.nearest(text, doc.measures.iter().map(|one| &one.reference)),
        }
    }

    fn nearest(
        &self,
        text: &str,
        references: impl ExactSizeIterator<Item = &'d Option<String>>,
    ) -> Option<&'d str> {
        let cost = references.len().saturating_mul(text.len().clamp(1, 64));
        let left = self.comparisons.get().checked_sub(cost)?;
        self.comparisons.set(left);
        let references: Vec<(Cow<'d, str>, &'d str)> = references
            .filter_map(|reference| written(reference.as_ref()))
            .map(|reference| (fold_reference(reference), reference))
            .collect();
        nearest(
            &fold_reference(text),
            references.iter().map(|(compared, written)| (compared.as_ref(), *written)),
        )
    }
}
