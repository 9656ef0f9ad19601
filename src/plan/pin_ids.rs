//! Writes the ids of a document's records into it.

use super::PlanDoc;
use super::build::resolver;
use super::ids::Namespaces;
use crate::id::RecommendationId;
use crate::model::RecordKind;

impl PlanDoc {
    /// Writes into the document every id that it does not give, as [`Plan::build`](crate::Plan::build)
    /// would derive it, so that records keep their identity when a reference, a title or the name of the
    /// authority changes. Call it before the change.
    ///
    /// A recommendation whose source cannot be found stays without an id.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Board").with_reference("1").with_enables(["ofsted"])]);
    /// # let plan = Plan::build(doc)?;
    /// let before = plan.action_by_reference("1").ok_or("no action 1")?.id();
    /// let mut doc = plan.into_doc();
    /// doc.pin_ids();
    /// doc.action_mut("1").ok_or("no action 1")?.reference = Some("A1".to_owned());
    /// let plan = Plan::build(doc)?;
    /// assert_eq!(plan.action_by_reference("A1").ok_or("no action A1")?.id(), before);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pin_ids(&mut self) {
        let names = Namespaces::new(self);
        let recommendations: Vec<_> = {
            let resolver = resolver(self);
            let records = self.recommendations.iter().enumerate();
            let known = records.map(|(at, record)| {
                let id = resolver.id(RecordKind::Recommendation, at);
                id.filter(|_| resolver.has_known_id(record, at))
            });
            known.map(|id| id.map(RecommendationId::from_uuid)).collect()
        };
        self.id = Some(names.plan());
        for source in &mut self.sources {
            source.id = Some(names.source(source));
        }
        for (recommendation, id) in self.recommendations.iter_mut().zip(recommendations) {
            recommendation.id = id;
        }
        for workstream in &mut self.workstreams {
            workstream.id = Some(names.workstream(workstream));
        }
        for action in &mut self.actions {
            action.id = Some(names.action(action));
            let mut milestones = std::mem::take(&mut action.milestones);
            for milestone in &mut milestones {
                milestone.id = Some(names.milestone(action, milestone));
            }
            action.milestones = milestones;
        }
        for measure in &mut self.measures {
            measure.id = Some(names.measure(measure));
        }
    }
}
