//! The hidden keys of rows: the id of the record on each, so that a returned workbook refers to the same
//! records even after renaming and sorting.

use std::collections::HashMap;

use uuid::Uuid;

use crate::id::parse_link;
use crate::model::{Recommendation, Record, Source};
use crate::plan::{Namespaces, PlanDoc};
use crate::text::{fold_reference, is_blank, written};

/// Precedes an id that was derived from a reference, not given explicitly.
const MADE: char = '~';

/// Precedes the number of a row that shares its id with an earlier row.
const NUMBERED: char = '#';

/// A key: the id, and whether it was derived from the record's reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) id: Uuid,
    pub(super) is_made: bool,
}

impl Key {
    /// Reads a key, or returns `None` if somebody overwrote it with something else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let whole = text.trim();
        let (is_made, rest) = match whole.strip_prefix(MADE) {
            Some(rest) => (true, rest),
            None => (false, whole),
        };
        let id = rest.split_once(NUMBERED).map_or(rest, |(id, _)| id);
        parse_link(id).map(|id| Self { id, is_made })
    }
}

/// Writes unique keys.
#[derive(Default)]
struct Keys {
    written: HashMap<(bool, Uuid), usize>,
}

impl Keys {
    fn key(&mut self, is_pinned: bool, id: Uuid) -> String {
        let count = self.written.entry((is_pinned, id)).or_default();
        *count += 1;
        let made = if is_pinned { String::new() } else { MADE.to_string() };
        let number = if *count == 1 { String::new() } else { format!("{NUMBERED}{count}") };
        format!("{made}{id}{number}")
    }

    /// Returns the keys of the records of a list.
    fn list<R: Record>(records: &[R], id: impl Fn(&R) -> Uuid) -> Vec<String> {
        let mut keys = Self::default();
        records.iter().map(|one| keys.key(one.explicit_id().is_some(), id(one))).collect()
    }
}

/// The keys of every row of a document.
pub(super) struct RowKeys {
    /// `None` for an empty document.
    pub(super) plan: Option<String>,
    pub(super) sources: Vec<String>,
    pub(super) recommendations: Vec<String>,
    pub(super) workstreams: Vec<String>,
    pub(super) actions: Vec<String>,
    pub(super) milestones: Vec<Vec<String>>,
    pub(super) measures: Vec<String>,
}

impl RowKeys {
    pub(super) fn of(doc: &PlanDoc) -> Self {
        let ids = Namespaces::new(doc);
        let by_link = SourceLinks::new(&doc.sources, &ids);
        let is_new = doc.id.is_none() && is_blank(&doc.reference);
        let plan = Keys::default().key(doc.id.is_some(), *ids.plan().as_uuid());
        let mut steps = Keys::default();
        let milestones = doc.actions.iter().map(|action| {
            let own = action.milestones.iter();
            own.map(|step| steps.key(step.id.is_some(), *ids.milestone(action, step).as_uuid()))
                .collect()
        });
        Self {
            plan: (!is_new).then_some(plan),
            sources: Keys::list(&doc.sources, |one| ids.id(one, None)),
            recommendations: Keys::list(&doc.recommendations, |one| {
                ids.id(one, by_link.source(one, &doc.sources))
            }),
            workstreams: Keys::list(&doc.workstreams, |one| ids.id(one, None)),
            milestones: milestones.collect(),
            actions: Keys::list(&doc.actions, |one| ids.id(one, None)),
            measures: Keys::list(&doc.measures, |one| ids.id(one, None)),
        }
    }
}

/// Finds the source that a recommendation links to.
pub(super) struct SourceLinks {
    by_id: HashMap<Uuid, usize>,
    by_reference: HashMap<String, usize>,
}

impl SourceLinks {
    pub(super) fn new(sources: &[Source], ids: &Namespaces) -> Self {
        let mut links = Self { by_id: HashMap::new(), by_reference: HashMap::new() };
        for (at, source) in sources.iter().enumerate() {
            links.by_id.entry(*ids.source(source).as_uuid()).or_insert(at);
            if let Some(reference) = written(source.reference.as_ref()) {
                let compared = fold_reference(reference).into_owned();
                links.by_reference.entry(compared).or_insert(at);
            }
        }
        links
    }

    /// Returns the source of a recommendation.
    pub(super) fn source<'s>(&self, one: &Recommendation, all: &'s [Source]) -> Option<&'s Source> {
        let link = one.source.as_deref()?;
        let by_id = parse_link(link).and_then(|id| self.by_id.get(&id));
        let by_reference = || self.by_reference.get(fold_reference(link).as_ref());
        all.get(*by_id.or_else(by_reference)?)
    }
}
