//! Names the record that each diagnostic of a document is about.

use std::cell::OnceCell;

use uuid::Uuid;

use super::adjacency::Link;
use super::ids::Namespaces;
use super::order::in_document_order;
use super::record_list::RecordList;
use super::restricted_words::RestrictedWords;
use super::{Plan, PlanDoc};
use crate::diagnostic::{Diagnostic, Diagnostics, Hidden, Location, RecordName, Step};
use crate::model::{Record, RecordKind};
use crate::text::{is_blank, written};

impl Plan {
    /// Sorts diagnostics of this plan in document order, each with the record it is about.
    pub(crate) fn diagnosed(&self, found: Vec<Diagnostic>) -> Diagnostics {
        diagnosed(self.doc(), &self.index().source_of, found)
    }

    /// Marks diagnostics of another plan that have words of restricted records of this one.
    pub(crate) fn hide_words(&self, found: &mut [Diagnostic]) {
        let doc = self.doc();
        let Some(words) = RestrictedWords::new(doc) else { return };
        let names = RecordNames::new(doc, &self.index().source_of, &[]);
        for diagnostic in found.iter_mut().filter(|one| !one.is_restricted()) {
            if let Some(hidden) = names.quoted_by(diagnostic, &words) {
                diagnostic.hide(hidden);
            }
        }
    }
}

/// Sorts diagnostics of a document in document order, each with the record it is about if its id is
/// known. `source_of` holds the source of each recommendation.
pub(super) fn diagnosed(doc: &PlanDoc, source_of: &Link, found: Vec<Diagnostic>) -> Diagnostics {
    diagnosed_without(doc, source_of, &[], found)
}

/// The same for a document in which the names of the records at some paths are not known.
pub(super) fn diagnosed_without(
    doc: &PlanDoc,
    source_of: &Link,
    unnamed: &[Vec<Step>],
    mut found: Vec<Diagnostic>,
) -> Diagnostics {
    let names = RecordNames::new(doc, source_of, unnamed);
    let words = OnceCell::new();
    for diagnostic in &mut found {
        let path = diagnostic.location().steps();
        let name = names.of(path);
        let hidden = if is_restricted(doc, path) {
            Some(Hidden::Own)
        } else if is_flag(path) {
            None
        } else {
            let words = words.get_or_init(|| RestrictedWords::new(doc)).as_ref();
            words.and_then(|words| names.quoted_by(diagnostic, words))
        };
        diagnostic.set_record(name);
        if let Some(hidden) = hidden {
            diagnostic.hide(hidden);
        }
    }
    in_document_order(doc, found)
}

/// Returns whether a path leads to the flag that restricts a record. The flag is no text of the record, and
/// may be what is wrong.
fn is_flag(path: &[Step]) -> bool {
    path.last() == Some(&Step::Key("restricted"))
}

/// Returns whether a path leads into a restricted record, or into a restricted part of one.
fn is_restricted(doc: &PlanDoc, path: &[Step]) -> bool {
    let [Step::Key(list), Step::Index(at), inside @ ..] = path else { return false };
    if is_flag(path) {
        return false;
    }
    let part = match inside {
        [Step::Key(part), Step::Index(position), ..] => Some((*part, *position)),
        _ => None,
    };
    let kind = RecordKind::LISTED.into_iter().find(|kind| kind.list() == *list);
    let is_whole = kind.and_then(|kind| doc.record(kind, *at)).is_some_and(Record::is_restricted);
    let is_part = || match (kind?, part?) {
        (RecordKind::Recommendation, ("assessments", part)) => {
            Some(doc.recommendations.get(*at)?.assessments.get(part)?.restricted)
        }
        (RecordKind::Action, (key, part)) => {
            let action = doc.actions.get(*at)?;
            Some(match key {
                "milestones" => action.milestones.get(part)?.restricted,
                "evidence" => action.evidence.get(part)?.restricted,
                "updates" => action.updates.get(part)?.restricted,
                "resources" => action.resources.get(part)?.restricted,
                _ => false,
            })
        }
        _ => None,
    };
    is_whole || is_part().unwrap_or_default()
}

/// The names of a document's records.
struct RecordNames<'d> {
    doc: &'d PlanDoc,
    source_of: &'d Link,
    unnamed: &'d [Vec<Step>],
    /// The namespaces of the authority and of the plan; `None` if what they are made of is blank.
    authority: Option<Uuid>,
    plan: Option<Uuid>,
}

impl<'d> RecordNames<'d> {
    fn new(doc: &'d PlanDoc, source_of: &'d Link, unnamed: &'d [Vec<Step>]) -> Self {
        let names = Namespaces::new(doc);
        let is_named =
            !is_blank(&doc.authority.name) || written(doc.authority.code.as_ref()).is_some();
        let is_known = doc.id.is_some() || (is_named && !is_blank(&doc.reference));
        let plan = Some(*names.plan().as_uuid()).filter(|id| is_known && !id.is_nil());
        Self { doc, source_of, unnamed, authority: is_named.then(|| names.authority()), plan }
    }

    /// Returns the restricted record whose words a diagnostic about another has.
    fn quoted_by(&self, diagnostic: &Diagnostic, words: &RestrictedWords) -> Option<Hidden> {
        let texts = [diagnostic.message(), diagnostic.subject(), diagnostic.help()];
        let path = texts.into_iter().find_map(|text| words.found_in(text))?;
        Some(match self.of(path) {
            Some(name) => Hidden::Quoted(Box::new(name)),
            None => Hidden::QuotedAt(Box::new(Location::new(path.clone()))),
        })
    }

    /// Returns the name of the record that a path leads into, if its id can be computed.
    fn of(&self, path: &[Step]) -> Option<RecordName> {
        if self.unnamed.iter().any(|unnamed| path.starts_with(unnamed)) {
            return None;
        }
        let (list, at) = RecordList::holding(self.doc, path)?;
        let record = list.get(at)?;
        let kind = record.kind();
        if let Some(id) = record.explicit_id() {
            return Some(id).filter(|id| !id.is_nil()).map(|id| RecordName::given(kind, id));
        }
        let name = name(record)?;
        match (kind, list) {
            (RecordKind::Source, _) => Self::within(kind, self.authority, None, name),
            (RecordKind::Recommendation, _) => {
                let source = match self.source_of.of(at) {
                    Some(source) => Some(self.source(source as usize)?),
                    // Its source is unknown, and so is its id.
                    None if self.doc.recommendations.get(at)?.source.is_some() => return None,
                    None => None,
                };
                Self::within(kind, self.authority, source, name)
            }
            (_, RecordList::Milestones(_, action)) => {
                Self::within(kind, self.plan, Some(action), name)
            }
            _ => Self::within(kind, self.plan, None, name),
        }
    }

    /// Returns the source at a position, if its name is known.
    fn source(&self, at: usize) -> Option<&'d dyn Record> {
        let path = [Step::Key(RecordKind::Source.list()), Step::Index(at)];
        let is_known = self.unnamed.iter().all(|unnamed| *unnamed != path);
        self.doc.record(RecordKind::Source, at).filter(|_| is_known)
    }

    /// Returns the name of a record of a parent, or of the namespace itself.
    fn within(
        kind: RecordKind,
        namespace: Option<Uuid>,
        parent: Option<&dyn Record>,
        of: &str,
    ) -> Option<RecordName> {
        let Some(parent) = parent else {
            return Some(RecordName::derived(kind, namespace?, None, of));
        };
        match parent.explicit_id() {
            Some(id) if id.is_nil() => None,
            Some(id) => Some(RecordName::derived(kind, id, None, of)),
            None => {
                let parent = (parent.kind(), name(parent)?);
                Some(RecordName::derived(kind, namespace?, Some(parent), of))
            }
        }
    }
}

/// Returns what the id of a record without one is derived from, unless it is blank.
fn name(record: &dyn Record) -> Option<&str> {
    record.reference().or_else(|| Some(record.words()).filter(|words| !is_blank(words)))
}
