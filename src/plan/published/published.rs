//! The plan as it may be published, and how much was kept out of it.

use super::hidden::Hidden;
use super::strip::strip;
use super::withheld::Withheld;
use crate::plan::Plan;
use crate::plan::build::rebuild;

/// A plan for publication, and how much was kept out of it.
///
/// ```
/// use improvement_plan::model::UpdateKind;
/// use improvement_plan::{Action, Plan, PlanDoc, Recommendation, Update};
///
/// let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire")
///     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("2")])
///     .with_actions([
///         Action::new("Cap caseloads at 16")
///             .with_answers(["2"])
///             .with_updates([Update::new(UpdateKind::Progress, "Now at 17.")]),
///         Action::new("Settle a grievance").with_answers(["2"]).with_restricted(),
///     ]);
/// let published = Plan::build(doc)?.published();
/// assert_eq!(published.plan().action_count(), 1);
/// assert_eq!(published.withheld().to_string(), "withheld: 1 action and 1 update");
/// # Ok::<(), improvement_plan::RejectedPlan>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    plan: Plan,
    withheld: Withheld,
}

impl Published {
    /// The plan as it may be published. Its records have the ids they have in the full plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Gives the plan as it may be published.
    #[must_use]
    pub fn into_plan(self) -> Plan {
        self.plan
    }

    /// How much was kept out.
    #[must_use]
    pub fn withheld(&self) -> &Withheld {
        &self.withheld
    }
}

/// # What may be published
impl Plan {
    /// The plan without what is restricted and without the free text of updates.
    ///
    /// With a record goes what belongs to it: the recommendations of a source, the parts and
    /// assessments of a recommendation, the milestones, evidence, resources and updates of an action.
    /// An action that answers and enables nothing that is left goes as well, since it would say what
    /// it answered. Links to what is withheld are taken away; a link that stays is left as written. A
    /// waiver that names a withheld record goes too. Everything is counted.
    ///
    /// Only what is marked is known: a title that speaks of a restricted record has to be marked
    /// itself. And figures of the published plan are figures of what is published.
    ///
    /// Takes time in proportion to the plan.
    #[must_use]
    pub fn published(&self) -> Published {
        let hidden = Hidden::new(self);
        let mut withheld = Withheld::default();
        let doc = strip(self, &hidden, &mut withheld);
        // No id changes: an id is made from the record, the plan, and the source or action it belongs
        // to, which is published when the record is. No link changes its meaning either: it led to one
        // record among all, and leads to it among fewer.
        Published { plan: rebuild(doc), withheld }
    }
}
