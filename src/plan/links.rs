//! Resolves the links of a document. A link is an id, a reference or, for recommendations, also
//! `source/reference`.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::HashMap;

use uuid::Uuid;

use super::PlanDoc;
use super::adjacency::{Link, position};
use super::ids::Namespaces;
use super::name_table::NameTable;
use super::names::Names;
use super::record_list::{LinkPlace, RecordList};
use super::structural::{
    AMBIGUOUS_REFERENCE, UNKNOWN_PART_PARENT, problem, problem_with_hint, unknown,
};
use super::subject::quoted;
use crate::diagnostic::{CodeEntry, Diagnostic};
use crate::id::parse_link;
use crate::model::{ByKind, Record, RecordKind, Source};
use crate::text::{fold, fold_reference, nearest, or_list};

/// The scope of names that are unique in the plan.
pub(crate) const PLAN: u32 = 0;

/// The scope of recommendations without a source. Otherwise the scope is the source's position.
pub(crate) const NO_SOURCE: u32 = u32::MAX;

/// How many `/` in a link are tried as the separator. No real reference has as many.
const MOST_SLASHES: usize = 32;

/// How many of the candidates of an ambiguous link are listed.
const LISTED: usize = 5;

/// The budget for suggesting near references, in characters of a link times references. It bounds
/// the time spent on a document full of wrong links.
const COMPARISONS: usize = 4_000_000;

/// The state for resolving the links of a document.
pub(crate) struct Resolver<'d> {
    pub(crate) doc: &'d PlanDoc,
    pub(crate) namespaces: Namespaces,
    pub(crate) names: ByKind<Names<'d>>,
    /// The source of each recommendation.
    pub(crate) source_of: Link,
    /// The recommendations with a reference, one for each source.
    pub(crate) recommendations_called: NameTable<'d, Called>,
    by_id: ByKind<OnceCell<HashMap<Uuid, u32>>>,
    /// The records of each kind by folded text, filled when the first link cannot be resolved.
    by_words: ByKind<OnceCell<HashMap<Cow<'d, str>, usize>>>,
    comparisons: Cell<usize>,
}

/// The recommendations that have a reference in common.
pub(crate) enum Called {
    One(u32),
    Several(Vec<u32>),
}

/// What a link resolves to.
enum Found {
    One(u32),
    Several(Vec<u32>),
    Nothing,
}

impl<'d> Resolver<'d> {
    pub(crate) fn new(doc: &'d PlanDoc) -> Self {
        Self {
            doc,
            namespaces: Namespaces::new(doc),
            names: ByKind::default(),
            source_of: Link::default(),
            recommendations_called: NameTable::default(),
            by_id: ByKind::default(),
            by_words: ByKind::default(),
            comparisons: Cell::new(COMPARISONS),
        }
    }

    /// Adds a recommendation to those with a reference.
    pub(crate) fn call(&mut self, reference: &'d str, at: u32) {
        match self.recommendations_called.get_or_insert(PLAN, reference, Called::One(at)) {
            Some(Called::Several(several)) => several.push(at),
            Some(called @ Called::One(_)) => {
                if let Called::One(first) = *called {
                    *called = Called::Several(vec![first, at]);
                }
            }
            None => {}
        }
    }

    /// Resolves a link, and reports it if it matches no record or several.
    pub(crate) fn link(
        &self,
        kind: RecordKind,
        text: &str,
        place: LinkPlace<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        match self.find(kind, text) {
            Found::One(position) => Some(position),
            missed => {
                problems.push(self.missed(&missed, kind, unknown(kind), text, place));
                None
            }
        }
    }

    /// Resolves the `part_of` of a recommendation, searching its own source first.
    pub(crate) fn whole(
        &self,
        own_scope: u32,
        text: &str,
        place: LinkPlace<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        let kind = RecordKind::Recommendation;
        let by_id = parse_link(text).and_then(|id| self.by_id(kind, &id));
        let own = || self.names.recommendations.by_reference(own_scope, text);
        match by_id.or_else(own).map_or_else(|| self.find(kind, text), Found::One) {
            Found::One(position) => Some(position),
            missed => {
                problems.push(self.missed(&missed, kind, &UNKNOWN_PART_PARENT, text, place));
                None
            }
        }
    }

    /// Returns the problem for a link that matches no record or several.
    fn missed(
        &self,
        found: &Found,
        kind: RecordKind,
        entry: &CodeEntry,
        text: &str,
        place: LinkPlace<'_>,
    ) -> Diagnostic {
        let (location, subject) = (place.location(), place.subject());
        if let Found::Several(positions) = found {
            let message = format!("{} could be {}", quoted(text), self.candidates(positions));
            return problem(&AMBIGUOUS_REFERENCE, location, subject, message);
        }
        let message = format!("there is no {} {}", kind.name(), quoted(text));
        if let Some(help) = self.with_words(kind, text) {
            return Diagnostic::new(
                entry.code(),
                entry.severity(),
                location,
                subject,
                message,
                help,
            );
        }
        let near = self.nearest(kind, text);
        let hint = near.map(|near| format!("The nearest reference is {}.", quoted(near)));
        problem_with_hint(entry, location, subject, message, hint)
    }

    /// Resolves a link, if it matches exactly one record.
    pub(crate) fn target(&self, kind: RecordKind, text: &str) -> Option<u32> {
        match self.find(kind, text) {
            Found::One(position) => Some(position),
            Found::Several(_) | Found::Nothing => None,
        }
    }

    fn find(&self, kind: RecordKind, text: &str) -> Found {
        if let Some(position) = parse_link(text).and_then(|id| self.by_id(kind, &id)) {
            return Found::One(position);
        }
        if kind != RecordKind::Recommendation {
            let one = self.names.of(kind).by_reference(PLAN, text);
            return one.map_or(Found::Nothing, Found::One);
        }
        match self.recommendations_called.get(PLAN, text) {
            Some(Called::One(only)) => Found::One(*only),
            Some(Called::Several(several)) => Found::Several(several.clone()),
            None => self.find_qualified(text),
        }
    }

    /// Finds a recommendation by `source/reference`. Both may contain a `/` themselves.
    fn find_qualified(&self, text: &str) -> Found {
        let mut found: Vec<u32> = Vec::new();
        for (slash, _) in text.match_indices('/').take(MOST_SLASHES) {
            let Some((source, rest)) = text.split_at_checked(slash) else {
                continue;
            };
            let reference = rest.strip_prefix('/').unwrap_or(rest);
            let Found::One(source) = self.find(RecordKind::Source, source) else {
                continue;
            };
            if let Some(position) = self.names.recommendations.by_reference(source, reference) {
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

    /// Returns the source of a recommendation, if it has one.
    fn source(&self, recommendation: usize) -> Option<&'d Source> {
        let source = self.source_of.of(recommendation)?;
        self.doc.sources.get(source as usize)
    }

    /// Returns the id of the record of a kind at a position.
    pub(crate) fn id(&self, kind: RecordKind, at: usize) -> Option<Uuid> {
        let source = || self.source(at).filter(|_| kind == RecordKind::Recommendation);
        self.doc.record(kind, at).map(|record| self.namespaces.id(record, source()))
    }

    /// Returns whether the id of a record is known. That of a recommendation with an unknown source
    /// is not.
    pub(crate) fn has_known_id(&self, record: &dyn Record, at: usize) -> bool {
        record.explicit_id().is_some()
            || record.kind() != RecordKind::Recommendation
            || self.source_of.of(at).is_some()
            || self.doc.recommendations.get(at).is_some_and(|one| one.source.is_none())
    }

    fn by_id(&self, kind: RecordKind, id: &Uuid) -> Option<u32> {
        let known = self.by_id.of(kind).get_or_init(|| {
            let mut ids = HashMap::new();
            for (at, id) in (0..).map_while(|at| self.id(kind, at)).enumerate() {
                ids.entry(id).or_insert(position(at));
            }
            ids
        });
        known.get(id).copied()
    }

    /// Lists the first few candidates with their sources, and how many more there are.
    fn candidates(&self, positions: &[u32]) -> String {
        let mut listed: Vec<String> = positions
            .iter()
            .take(LISTED)
            .map(|position| self.qualified(*position as usize))
            .collect();
        if let Some(more @ 1..) = positions.len().checked_sub(LISTED) {
            listed.push(format!("{more} more"));
        }
        or_list(&listed)
    }

    fn qualified(&self, recommendation: usize) -> String {
        let name = self.source(recommendation).map(|one| one.reference().unwrap_or(&one.title));
        let record = self.doc.recommendations.get(recommendation);
        let reference = record.and_then(Record::reference).unwrap_or_default();
        match name {
            Some(name) => quoted(&format!("{}/{}", name.trim(), reference.trim())),
            None => format!("{} without a source", quoted(reference)),
        }
    }

    /// Returns the help for a link that is the text of a record instead of its reference.
    fn with_words(&self, kind: RecordKind, text: &str) -> Option<String> {
        let known = self.by_words.of(kind).get_or_init(|| self.words(kind));
        let folded = fold(text);
        let position = *known.get(&folded).filter(|_| !folded.is_empty())?;
        Some(match self.doc.record(kind, position).and_then(Record::reference) {
            Some(reference) => {
                let is_one = matches!(self.find(kind, reference), Found::One(_));
                let link = if is_one { quoted(reference) } else { self.qualified(position) };
                format!("Did you mean {link}, which has this {}?", kind.words_key())
            }
            None => format!(
                "The {} with this {} ({}) has no reference: give it one and link to that.",
                kind.name(),
                kind.words_key(),
                RecordList::Document(self.doc, kind).location(position)
            ),
        })
    }

    /// Maps each folded text to the first record of a kind that has it, preferring records with a
    /// reference.
    fn words(&self, kind: RecordKind) -> HashMap<Cow<'d, str>, usize> {
        let mut known = HashMap::new();
        for is_referenced in [true, false] {
            for (position, record) in self.doc.records(kind).enumerate() {
                let is_named = record.reference().is_some() == is_referenced;
                if is_named && !record.is_restricted() {
                    known.entry(fold(record.words())).or_insert(position);
                }
            }
        }
        known
    }

    /// Returns the reference of a kind that is most like a link.
    fn nearest(&self, kind: RecordKind, text: &str) -> Option<&'d str> {
        let cost = self.doc.count(kind).saturating_mul(text.len().clamp(1, 64));
        let left = self.comparisons.get().checked_sub(cost)?;
        self.comparisons.set(left);
        let references: Vec<(Cow<'d, str>, &'d str)> = self
            .doc
            .records(kind)
            // A suggestion is shown where the text of a restricted record is not.
            .filter(|record| !record.is_restricted())
            .filter_map(Record::reference)
            .map(|reference| (fold_reference(reference), reference))
            .collect();
        nearest(
            &fold_reference(text),
            references.iter().map(|(compared, written)| (compared.as_ref(), *written)),
        )
    }
}
