//! Changes to a document that the laws speak of.

use improvement_plan::{Plan, PlanDoc};

/// The document of a plan with every list in another order, save those whose order means something:
/// owners, revisions, readings, targets, assessments, the legend.
pub(crate) fn shuffled(plan: &Plan, seed: u64) -> PlanDoc {
    let mut order = Order(seed);
    let mut doc = plan.doc().clone();
    order.shuffle(&mut doc.sources);
    order.shuffle(&mut doc.recommendations);
    order.shuffle(&mut doc.workstreams);
    order.shuffle(&mut doc.actions);
    order.shuffle(&mut doc.measures);
    for action in &mut doc.actions {
        order.shuffle(&mut action.answers);
        order.shuffle(&mut action.enables);
        order.shuffle(&mut action.depends_on);
        order.shuffle(&mut action.measures);
        order.shuffle(&mut action.milestones);
        order.shuffle(&mut action.evidence);
    }
    for measure in &mut doc.measures {
        order.shuffle(&mut measure.answers);
        order.shuffle(&mut measure.workstreams);
    }
    doc
}

struct Order(u64);

impl Order {
    fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let place = usize::try_from(self.0 >> 33).unwrap() % (end + 1);
            list.swap(end, place);
        }
    }
}

/// The document of a plan with its ids pinned and every link written as an id.
pub(crate) fn linked_by_id(plan: &Plan) -> PlanDoc {
    fn texts<T: std::fmt::Display>(ids: impl Iterator<Item = T>) -> Vec<String> {
        ids.map(|id| id.to_string()).collect()
    }
    let mut doc = plan.clone().into_doc_with_ids();
    for (record, one) in doc.recommendations.iter_mut().zip(plan.recommendations()) {
        record.source = one.source().map(|source| source.id().to_string());
        record.part_of = one.whole().map(|whole| whole.id().to_string());
    }
    for (record, one) in doc.workstreams.iter_mut().zip(plan.workstreams()) {
        record.part_of = one.whole().map(|whole| whole.id().to_string());
    }
    for (record, one) in doc.actions.iter_mut().zip(plan.actions()) {
        record.answers = texts(one.answers().map(improvement_plan::plan::RecommendationRef::id));
        record.enables = texts(one.enables().map(improvement_plan::plan::SourceRef::id));
        record.depends_on = texts(one.depends_on().map(improvement_plan::plan::ActionRef::id));
        record.measures = texts(one.measures().map(improvement_plan::plan::MeasureRef::id));
        record.workstream = one.workstream().map(|target| target.id().to_string());
        record.succeeded_by = one.succeeded_by().map(|target| target.id().to_string());
    }
    for (record, one) in doc.measures.iter_mut().zip(plan.measures()) {
        record.answers = texts(one.answers().map(improvement_plan::plan::RecommendationRef::id));
        record.workstreams =
            texts(one.workstreams().map(improvement_plan::plan::WorkstreamRef::id));
    }
    doc
}

/// Gives every record another reference, and the plan as well.
pub(crate) fn rename_everything(doc: &mut PlanDoc) {
    fn rename<'d>(references: impl Iterator<Item = &'d mut Option<String>>) {
        for (place, reference) in references.enumerate() {
            *reference = Some(format!("renamed {place}"));
        }
    }
    doc.reference.push_str(" renamed");
    rename(doc.sources.iter_mut().map(|record| &mut record.reference));
    rename(doc.recommendations.iter_mut().map(|record| &mut record.reference));
    rename(doc.workstreams.iter_mut().map(|record| &mut record.reference));
    rename(doc.actions.iter_mut().map(|record| &mut record.reference));
    rename(doc.measures.iter_mut().map(|record| &mut record.reference));
    for action in &mut doc.actions {
        rename(action.milestones.iter_mut().map(|record| &mut record.reference));
    }
}

/// Every id of a plan, in the order of the document.
pub(crate) fn ids(plan: &Plan) -> Vec<String> {
    std::iter::once(plan.id().to_string())
        .chain(plan.sources().map(|one| one.id().to_string()))
        .chain(plan.recommendations().map(|one| one.id().to_string()))
        .chain(plan.workstreams().map(|one| one.id().to_string()))
        .chain(plan.actions().map(|one| one.id().to_string()))
        .chain(plan.milestones().map(|one| one.id().to_string()))
        .chain(plan.measures().map(|one| one.id().to_string()))
        .collect()
}
