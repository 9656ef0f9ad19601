//! The plan: a document that has been checked, with its links and dates resolved.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;

use super::handles::{
    ActionRef, Item, MeasureRef, MilestoneRef, RecommendationRef, Reference, SourceRef,
    WorkstreamRef,
};
use super::ids::Namespaces;
use super::index::{Index, position};
use super::{ActionDates, ItemDates, Limits, PlanDoc, RejectedPlan, build, structural};
use crate::diagnostic::CodeEntry;
use crate::due_date::{DateReading, DueDate};
use crate::id::{
    ActionId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId,
};
use crate::text::fold_reference;

/// An improvement plan that holds together: ids and references are unique, every link leads
/// somewhere, every action answers a recommendation or enables a source, and nothing goes in cycles.
///
/// It cannot be changed. To edit one, take its document with [`into_doc`](Self::into_doc), change
/// that, and build again. Questions about it take the day they are asked for.
#[derive(Debug, Clone)]
pub struct Plan {
    doc: PlanDoc,
    index: Index,
    namespaces: Namespaces,
    by_id: OnceLock<HashMap<Uuid, u32>>,
}

/// # From a document and back
impl Plan {
    /// Makes a plan of a document, within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// [`RejectedPlan`] with every structural problem at once, in document order, and the document
    /// itself to be mended.
    pub fn build(doc: PlanDoc) -> Result<Self, RejectedPlan> {
        Self::build_with(doc, &Limits::default())
    }

    /// Makes a plan of a document, within other limits.
    ///
    /// # Errors
    ///
    /// As [`build`](Self::build).
    pub fn build_with(doc: PlanDoc, limits: &Limits) -> Result<Self, RejectedPlan> {
        build::build(doc, limits)
    }

    pub(crate) fn new(doc: PlanDoc, index: Index) -> Self {
        Self { namespaces: Namespaces::new(&doc), doc, index, by_id: OnceLock::new() }
    }

    /// Every structural code with its explanation: what [`build`](Self::build) may refuse.
    #[must_use]
    pub fn structural_codes() -> &'static [CodeEntry] {
        structural::TABLE
    }

    /// The document the plan was made of.
    #[must_use]
    pub fn doc(&self) -> &PlanDoc {
        &self.doc
    }

    /// Gives the document back, to be edited and built again.
    #[must_use]
    pub fn into_doc(self) -> PlanDoc {
        self.doc
    }

    /// Gives the document back with every id written into it, so that a reference can be renamed
    /// without its record becoming another one.
    #[must_use]
    pub fn into_doc_with_ids(self) -> PlanDoc {
        let recommendations: Vec<_> = self.recommendations().map(RecommendationRef::id).collect();
        let mut doc = self.doc;
        let names = self.namespaces;
        doc.id = Some(names.plan());
        for source in &mut doc.sources {
            source.id = Some(names.source(source));
        }
        for (recommendation, id) in doc.recommendations.iter_mut().zip(recommendations) {
            recommendation.id = Some(id);
        }
        for workstream in &mut doc.workstreams {
            workstream.id = Some(names.workstream(workstream));
        }
        for action in &mut doc.actions {
            let ids: Vec<_> = action
                .milestones
                .iter()
                .map(|milestone| names.milestone(action, milestone))
                .collect();
            for (milestone, id) in action.milestones.iter_mut().zip(ids) {
                milestone.id = Some(id);
            }
            action.id = Some(names.action(action));
        }
        for measure in &mut doc.measures {
            measure.id = Some(names.measure(measure));
        }
        doc
    }
}

/// # What it is
impl Plan {
    /// Its id: the one its document pins, else one made from the authority and its reference.
    #[must_use]
    pub fn id(&self) -> PlanId {
        self.namespaces.plan()
    }

    /// What people quote it by.
    #[must_use]
    pub fn reference(&self) -> Reference<'_> {
        Reference::new(Some(&self.doc.reference))
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.doc.title
    }

    /// The last day its `status_date` allows: when its facts were gathered.
    #[must_use]
    pub fn status_date(&self) -> Option<NaiveDate> {
        self.index.dates.status_date
    }

    /// The first and the last day of its period, where both can be read.
    pub(crate) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.index.dates.context.period()
    }

    /// Reads a date of this plan, in its period and with its quarters.
    #[must_use]
    pub fn read(&self, date: &DueDate) -> DateReading {
        date.read(&self.index.dates.context)
    }
}

/// # Its records
impl Plan {
    /// The sources, in document order.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = SourceRef<'_>> {
        SourceRef::all(self)
    }

    /// The recommendations and their parts, in document order.
    pub fn recommendations(&self) -> impl ExactSizeIterator<Item = RecommendationRef<'_>> {
        RecommendationRef::all(self)
    }

    /// The workstreams, in document order.
    pub fn workstreams(&self) -> impl ExactSizeIterator<Item = WorkstreamRef<'_>> {
        WorkstreamRef::all(self)
    }

    /// The actions, in document order.
    pub fn actions(&self) -> impl ExactSizeIterator<Item = ActionRef<'_>> {
        ActionRef::all(self)
    }

    /// The milestones of all actions, in document order.
    pub fn milestones(&self) -> impl Iterator<Item = MilestoneRef<'_>> {
        self.actions().flat_map(ActionRef::milestones)
    }

    /// The measures, in document order.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = MeasureRef<'_>> {
        MeasureRef::all(self)
    }

    /// Every action, each followed by its milestones: whatever can be late, in document order.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        Item::all(self)
    }

    /// How many recommendations there are, parts and findings included.
    #[must_use]
    pub fn recommendation_count(&self) -> usize {
        self.doc.recommendations.len()
    }

    /// How many actions there are.
    #[must_use]
    pub fn action_count(&self) -> usize {
        self.doc.actions.len()
    }

    /// How many milestones there are.
    #[must_use]
    pub fn milestone_count(&self) -> usize {
        self.doc.actions.iter().map(|action| action.milestones.len()).sum()
    }

    /// The source with an id.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<SourceRef<'_>> {
        let found = SourceRef::new(self, self.with_id(id.as_uuid())?)?;
        (found.id() == id).then_some(found)
    }

    /// The recommendation with an id.
    #[must_use]
    pub fn recommendation(&self, id: RecommendationId) -> Option<RecommendationRef<'_>> {
        let found = RecommendationRef::new(self, self.with_id(id.as_uuid())?)?;
        (found.id() == id).then_some(found)
    }

    /// The workstream with an id.
    #[must_use]
    pub fn workstream(&self, id: WorkstreamId) -> Option<WorkstreamRef<'_>> {
        let found = WorkstreamRef::new(self, self.with_id(id.as_uuid())?)?;
        (found.id() == id).then_some(found)
    }

    /// The action with an id.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<ActionRef<'_>> {
        let found = ActionRef::new(self, self.with_id(id.as_uuid())?)?;
        (found.id() == id).then_some(found)
    }

    /// The milestone with an id. Looks through all of them.
    #[must_use]
    pub fn milestone(&self, id: MilestoneId) -> Option<MilestoneRef<'_>> {
        self.milestones().find(|one| one.id() == id)
    }

    /// The measure with an id.
    #[must_use]
    pub fn measure(&self, id: MeasureId) -> Option<MeasureRef<'_>> {
        let found = MeasureRef::new(self, self.with_id(id.as_uuid())?)?;
        (found.id() == id).then_some(found)
    }

    /// The source with a reference, compared as people compare them (`R02` is `r2`).
    #[must_use]
    pub fn source_by_reference(&self, reference: &str) -> Option<SourceRef<'_>> {
        let wanted = fold_reference(reference);
        self.sources().find(|one| is_called(one.reference(), &wanted))
    }

    /// The recommendations with a reference: one for each source that has it, or one alone where it
    /// is written `source/reference`.
    pub fn recommendations_by_reference<'p>(
        &'p self,
        reference: &str,
    ) -> impl Iterator<Item = RecommendationRef<'p>> {
        let wanted = fold_reference(reference).into_owned();
        self.recommendations().filter(move |one| {
            let own = one.reference();
            let qualified = || {
                let source = one.source().and_then(|source| source.reference().as_str());
                source.zip(own.as_str()).is_some_and(|(source, own)| {
                    fold_reference(&format!("{source}/{own}")) == wanted
                })
            };
            is_called(own, &wanted) || qualified()
        })
    }

    /// The workstream with a reference.
    #[must_use]
    pub fn workstream_by_reference(&self, reference: &str) -> Option<WorkstreamRef<'_>> {
        let wanted = fold_reference(reference);
        self.workstreams().find(|one| is_called(one.reference(), &wanted))
    }

    /// The action with a reference, compared as people compare them (`2.05.1` is `2.5.1`).
    #[must_use]
    pub fn action_by_reference(&self, reference: &str) -> Option<ActionRef<'_>> {
        let wanted = fold_reference(reference);
        self.actions().find(|one| is_called(one.reference(), &wanted))
    }

    /// The measure with a reference.
    #[must_use]
    pub fn measure_by_reference(&self, reference: &str) -> Option<MeasureRef<'_>> {
        let wanted = fold_reference(reference);
        self.measures().find(|one| is_called(one.reference(), &wanted))
    }

    /// The place of the record with an id in its list. Made once, when first asked for: a plan whose
    /// ids nobody asks for never makes them.
    fn with_id(&self, id: &Uuid) -> Option<u32> {
        let by_id = self.by_id.get_or_init(|| {
            let sources = self.sources().map(|one| (*one.id().as_uuid(), one.position()));
            let recommendations =
                self.recommendations().map(|one| (*one.id().as_uuid(), one.position()));
            let workstreams = self.workstreams().map(|one| (*one.id().as_uuid(), one.position()));
            let actions = self.actions().map(|one| (*one.id().as_uuid(), one.position()));
            let measures = self.measures().map(|one| (*one.id().as_uuid(), one.position()));
            sources
                .chain(recommendations)
                .chain(workstreams)
                .chain(actions)
                .chain(measures)
                .map(|(id, at)| (id, position(at)))
                .collect()
        });
        by_id.get(id).copied()
    }
}

impl Plan {
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn namespaces(&self) -> &Namespaces {
        &self.namespaces
    }

    pub(crate) fn dates_of_action(&self, action: usize) -> &ActionDates {
        let dates = self.index.dates.action(action);
        dates.unwrap_or_else(|| unreachable!("the dates of every action are read"))
    }

    pub(crate) fn dates_of_milestone(&self, action: usize, milestone: usize) -> &ItemDates {
        let dates = self.index.dates.milestone(action, milestone);
        dates.unwrap_or_else(|| unreachable!("the dates of every milestone are read"))
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

impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::build(PlanDoc::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

fn is_called(reference: Reference<'_>, compared: &str) -> bool {
    reference.as_str().is_some_and(|own| fold_reference(own) == compared)
}
