//! Lists of records in a document, with the names and locations of their records.

use super::PlanDoc;
use super::subject::{milestone_subject, subject_of};
use crate::diagnostic::{Location, Step};
use crate::model::{Action, Record, RecordKind};

/// A list of records of one kind.
#[derive(Clone, Copy)]
pub(crate) enum RecordList<'d> {
    /// A top-level list of the document.
    Document(&'d PlanDoc, RecordKind),
    /// The milestones of the action at a position.
    Milestones(usize, &'d Action),
}

impl<'d> RecordList<'d> {
    /// Returns the list with the record that a path leads into, and the position of the record.
    pub(crate) fn holding(doc: &'d PlanDoc, path: &[Step]) -> Option<(Self, usize)> {
        let [Step::Key(key), Step::Index(at), inside @ ..] = path else { return None };
        let kind = RecordKind::LISTED.into_iter().find(|kind| kind.list() == *key)?;
        match (kind, inside) {
            (RecordKind::Action, [Step::Key(inner), Step::Index(step), ..])
                if *inner == RecordKind::Milestone.list() =>
            {
                doc.actions.get(*at).map(|action| (Self::Milestones(*at, action), *step))
            }
            _ => Some((Self::Document(doc, kind), *at)),
        }
    }

    /// Returns the record at a position.
    pub(crate) fn get(self, at: usize) -> Option<&'d dyn Record> {
        match self {
            Self::Document(doc, kind) => doc.record(kind, at),
            Self::Milestones(_, action) => {
                action.milestones.get(at).map(|milestone| milestone as &dyn Record)
            }
        }
    }

    /// Iterates over the records in document order.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'d dyn Record> {
        (0..).map_while(move |at| self.get(at))
    }

    /// Returns the location of the record at a position.
    pub(crate) fn location(self, at: usize) -> Location {
        match self {
            Self::Document(_, kind) => Location::element(kind.list(), at),
            Self::Milestones(action, _) => {
                let action = Location::element(RecordKind::Action.list(), action);
                action.key(RecordKind::Milestone.list()).index(at)
            }
        }
    }

    /// Returns the name in messages of the record at a position.
    pub(crate) fn subject(self, at: usize) -> String {
        let record = self.get(at);
        match self {
            Self::Document(..) => record.map(subject_of),
            Self::Milestones(_, action) => record
                .map(|one| milestone_subject(action.reference(), one.reference(), one.words())),
        }
        .unwrap_or_default()
    }
}

/// The place of a link: a key of a record, or an element of the list at that key.
#[derive(Clone, Copy)]
pub(crate) struct LinkPlace<'d> {
    pub(crate) list: RecordList<'d>,
    pub(crate) position: usize,
    pub(crate) key: &'static str,
    pub(crate) element: Option<usize>,
}

impl LinkPlace<'_> {
    /// Returns the name in messages of the record with the link.
    pub(crate) fn subject(self) -> String {
        self.list.subject(self.position)
    }

    /// Returns the location of the link.
    pub(crate) fn location(self) -> Location {
        let place = self.list.location(self.position).key(self.key);
        match self.element {
            Some(element) => place.index(element),
            None => place,
        }
    }
}
