//! The plan: a checked document with its links and dates resolved.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::PlanDoc;
use super::adjacency::position;
use super::dates::{ActionDates, ItemDates};
use super::ids::{KnownIds, Namespaces, Place, all_ids};
use super::index::Index;
use super::labels::Reference;
use super::limits::Limits;
use crate::due_date::{DateReading, DueDate};
use crate::id::{MilestoneId, PlanId};
use crate::model::{ByKind, Record, RecordKind, Source};
use crate::text::{fold_reference, written};

/// An improvement plan that has been checked: ids and references are unique, every link can be
/// resolved, every action answers a recommendation or enables a source, and there are no cycles.
///
/// A plan is immutable. [`edit`](Self::edit) gives a changed plan and leaves the old one as it is; or take
/// the document with [`into_doc`](Self::into_doc), change it and build again. Methods that depend on the date take it as a parameter.
#[derive(Clone)]
pub struct Plan {
    // Before the document, so that it is dropped first: to give back a large array, an allocator first sorts every
    // small text that was given back before it.
    index: Index,
    doc: PlanDoc,
    namespaces: Namespaces,
    limits: Limits,
    known_ids: OnceLock<KnownIds>,
}

/// Shows how many records it has, and no text: a plan ends up in logs.
impl std::fmt::Debug for Plan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Plan")
            .field("sources", &self.doc.sources.len())
            .field("recommendations", &self.doc.recommendations.len())
            .field("workstreams", &self.doc.workstreams.len())
            .field("actions", &self.doc.actions.len())
            .field("measures", &self.doc.measures.len())
            .finish_non_exhaustive()
    }
}

/// # Document
impl Plan {
    pub(crate) fn new(doc: PlanDoc, index: Index, limits: Limits) -> Self {
        let namespaces = Namespaces::new(&doc);
        Self { doc, index, namespaces, limits, known_ids: OnceLock::new() }
    }

    /// Returns the document the plan was built from.
    #[must_use]
    pub fn doc(&self) -> &PlanDoc {
        &self.doc
    }

    /// Converts into the document, to edit it and build it again.
    #[must_use]
    pub fn into_doc(self) -> PlanDoc {
        self.doc
    }

    /// Converts into the document with every id filled in, so that records keep their identity when
    /// references change: see [`PlanDoc::pin_ids`].
    #[must_use]
    pub fn into_doc_with_ids(self) -> PlanDoc {
        let mut doc = self.doc;
        doc.pin_ids();
        doc
    }
}

/// # Properties
impl Plan {
    /// Returns its id: the one in the document or, without one, the id derived from the authority (its
    /// code or, without one, its name) and the plan's reference. A derived id changes when one of these
    /// does, and [`PlanDoc::pin_ids`] keeps it.
    #[must_use]
    pub fn id(&self) -> PlanId {
        self.namespaces.plan()
    }

    /// Returns its reference.
    #[must_use]
    pub fn reference(&self) -> Reference<'_> {
        Reference::new(written(Some(&self.doc.reference)))
    }

    /// Returns its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.doc.title
    }

    /// Returns the date on which its facts were gathered: the latest day that `status_date` can
    /// mean.
    #[must_use]
    pub fn status_date(&self) -> Option<NaiveDate> {
        self.index.dates.status_date
    }

    /// Returns the first and last day of its period, if both can be read.
    pub(crate) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.index.dates.context.period()
    }

    /// Reads a date with the period and quarters of this plan.
    #[must_use]
    pub fn read(&self, date: &DueDate) -> DateReading {
        date.read(&self.index.dates.context)
    }
}

impl Plan {
    /// Returns the limits that it was built with.
    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn dates_of_action(&self, action: usize) -> &ActionDates {
        let dates = self.index.dates.action(action);
        dates.unwrap_or_else(|| unreachable!("the dates of every action are read"))
    }

    pub(crate) fn dates_of_milestone(&self, action: usize, milestone: usize) -> &ItemDates {
        let dates = self.index.dates.milestone(action, milestone);
        dates.unwrap_or_else(|| unreachable!("the dates of every milestone are read"))
    }

    /// Returns the source of a recommendation.
    pub(crate) fn source_of(&self, recommendation: usize) -> Option<&Source> {
        let source = self.index.source_of.of(recommendation)?;
        self.doc.sources.get(source as usize)
    }

    /// Returns the id of the record of a kind at a position in its list, or nil if there is no such
    /// record. It is derived unless [`place_of`](Self::place_of) has derived all of them.
    pub(crate) fn id_of(&self, kind: RecordKind, at: usize) -> Uuid {
        let known = self.known_ids.get().and_then(|ids| ids.id(kind, at));
        known.unwrap_or_else(|| {
            let source = || self.source_of(at).filter(|_| kind == RecordKind::Recommendation);
            let record = self.doc.record(kind, at);
            record.map_or(Uuid::nil(), |record| self.namespaces.id(record, source()))
        })
    }

    /// Returns the id of a milestone of the action at a position, if the ids of all records have been derived.
    pub(crate) fn known_id_of_milestone(
        &self,
        action: usize,
        milestone: usize,
    ) -> Option<MilestoneId> {
        let ids = self.known_ids.get()?;
        let at = self.index.dates.milestone_position(action, milestone)?;
        ids.id(RecordKind::Milestone, at).map(MilestoneId::from_uuid)
    }

    /// Returns the ids of all records, each kind in document order.
    pub(crate) fn ids(&self) -> ByKind<Vec<Uuid>> {
        all_ids(&self.doc, &self.namespaces, |at| self.index.source_of.of(at))
    }

    /// Returns the id of the authority.
    pub(crate) fn authority_id(&self) -> Uuid {
        self.namespaces.authority()
    }

    /// Finds the record with an id. The ids of all records are derived on first use.
    pub(crate) fn place_of(&self, id: &Uuid) -> Option<Place> {
        let source_of = |at| self.index.source_of.of(at);
        let known =
            self.known_ids.get_or_init(|| KnownIds::new(&self.doc, &self.namespaces, source_of));
        known.place(id)
    }

    /// Finds the position of the record of a kind with an id, other than a milestone.
    pub(crate) fn with_id(&self, wanted: RecordKind, id: &Uuid) -> Option<u32> {
        match self.place_of(id)? {
            Place::Listed(kind, at) if kind == wanted => Some(at),
            _ => None,
        }
    }

    /// Finds the position of the first record of a kind with a reference, once folded.
    pub(crate) fn with_reference(&self, kind: RecordKind, reference: &str) -> Option<u32> {
        let wanted = fold_reference(reference);
        let is_called = |record: &dyn Record| {
            record.reference().is_some_and(|own| fold_reference(own) == wanted)
        };
        self.doc.records(kind).position(is_called).map(position)
    }
}

/// Two plans are equal when their documents are.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.doc == other.doc
    }
}

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.doc.serialize(serializer)
    }
}
