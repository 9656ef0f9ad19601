//! The records of one kind as a document lists them: what each is called and where it stands.

use super::PlanDoc;
use super::subject::{milestone_subject, subject_of};
use crate::diagnostic::Location;
use crate::model::{Action, Record, RecordKind};

/// A list of records of one kind.
#[derive(Clone, Copy)]
pub(crate) enum RecordList<'d> {
    /// A list of the document itself.
    Document(&'d PlanDoc, RecordKind),
    /// The milestones of the action at a position.
    Milestones(usize, &'d Action),
}

impl<'d> RecordList<'d> {
    /// The record at a position.
    pub(crate) fn get(self, at: usize) -> Option<&'d dyn Record> {
        match self {
            Self::Document(doc, kind) => doc.record(kind, at),
            Self::Milestones(_, action) => {
                action.milestones.get(at).map(|milestone| milestone as &dyn Record)
            }
        }
    }

    /// Every record, in document order.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'d dyn Record> {
        (0..).map_while(move |at| self.get(at))
    }

    /// Where the record at a position stands.
    pub(crate) fn location(self, at: usize) -> Location {
        match self {
            Self::Document(_, kind) => Location::element(kind.list(), at),
            Self::Milestones(action, _) => {
                let action = Location::element(RecordKind::Action.list(), action);
                action.key(RecordKind::Milestone.list()).index(at)
            }
        }
    }

    /// What a message calls the record at a position.
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

/// A place where a record names others: one of its keys, or one element of that.
#[derive(Clone, Copy)]
pub(crate) struct LinkPlace<'d> {
    pub(crate) list: RecordList<'d>,
    pub(crate) position: usize,
    pub(crate) key: &'static str,
    pub(crate) element: Option<usize>,
}

impl LinkPlace<'_> {
    /// What a message calls the record that links.
    pub(crate) fn subject(self) -> String {
        self.list.subject(self.position)
    }

    /// Where the link stands.
    pub(crate) fn location(self) -> Location {
        let place = self.list.location(self.position).key(self.key);
        match self.element {
            Some(element) => place.index(element),
            None => place,
        }
    }
}
