//! The published plan and the counts of what was withheld.

use super::hidden::Hidden;
use super::strip::strip;
use super::withheld::Withheld;
use crate::plan::Plan;
use crate::plan::build::rebuild;

/// A plan for publication, and the counts of what was withheld.
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
    /// Returns the plan for publication. Its records have the same ids as in the full plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Converts into the plan for publication.
    #[must_use]
    pub fn into_plan(self) -> Plan {
        self.plan
    }

    /// Returns the counts of what was withheld.
    #[must_use]
    pub fn withheld(&self) -> &Withheld {
        &self.withheld
    }
}

/// # Publishing
impl Plan {
    /// Returns the plan for publication, without restricted records and without the free text of
    /// updates.
    ///
    /// A record is withheld with everything that belongs to it: a source with its recommendations,
    /// a recommendation with its parts and assessments, an action with its milestones, evidence,
    /// resources and updates. Also withheld are actions that answer and enable only withheld
    /// records, because they would reveal what they answered, and waivers that name a withheld
    /// record. Links to withheld records are removed; other links stay as written. Every withheld
    /// record is counted.
    ///
    /// Only marked records are recognised: if the title of another record mentions a restricted
    /// one, mark that record too. Numbers computed from the published plan cover only what is
    /// published.
    ///
    /// Runs in linear time.
    #[must_use]
    pub fn published(&self) -> Published {
        let hidden = Hidden::new(self);
        let mut withheld = Withheld::default();
        let doc = strip(self, &hidden, &mut withheld);
        // No id changes: an id is derived from the record, the plan, and the source or action it
        // belongs to, which is published if the record is. No link changes its meaning either: it
        // had one match among all records and has the same match among fewer.
        Published { plan: rebuild(doc, self), withheld }
    }
}
