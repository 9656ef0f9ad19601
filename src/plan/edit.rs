//! Changes to a plan: each gives another plan, and leaves the old one as it is.

use super::ids::Place;
use super::{Plan, PlanDoc, RejectedPlan};
use crate::id::ItemId;
use crate::model::Revision;

/// # Editing
impl Plan {
    /// Changes a copy of the document and builds it, within the limits that this plan was built with. This
    /// plan stays as it is, whether or not the change is accepted.
    ///
    /// Find records with [`PlanDoc::action_mut`] and its companions. To change a reference or a title and
    /// keep the record's id, call [`PlanDoc::pin_ids`] first.
    ///
    /// ```
    /// # use improvement_plan::{Action, DeliveryStatus, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Board").with_reference("1").with_enables(["ofsted"])]);
    /// # let plan = Plan::build(doc)?;
    /// let changed = plan.edit(|doc| {
    ///     if let Some(action) = doc.action_mut("1") {
    ///         action.status = DeliveryStatus::InProgress;
    ///     }
    /// })?;
    /// assert_ne!(changed, plan);
    ///
    /// let rejected = plan.edit(|doc| doc.sources.clear()).unwrap_err();
    /// assert_eq!(rejected.diagnostics().len(), 1); // the action enables a source that is gone
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns [`RejectedPlan`] with every structural problem of the changed document, and the document.
    pub fn edit(&self, change: impl FnOnce(&mut PlanDoc)) -> Result<Self, RejectedPlan> {
        let mut doc = self.doc().clone();
        change(&mut doc);
        Self::build_with(doc, self.limits())
    }

    /// Adds a revision to an action or milestone, after those that it has, and changes nothing else: the
    /// original due date stays. This plan stays as it is.
    ///
    /// A revision with a day of agreement moves the due date from that day on; one without is a request. One
    /// whose words cannot be read moves nothing, which the rule `revision-unreadable` reports.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Revision, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Board").with_reference("1").with_enables(["ofsted"])
    /// #         .with_due("2026-10-30")]);
    /// # let plan = Plan::build(doc)?;
    /// let action = plan.action_by_reference("1").ok_or("no action 1")?;
    /// let revision = Revision::new("31 January 2027")
    ///     .with_agreed("2026-10-28")
    ///     .with_reason("Second advert needed")
    ///     .with_approved_by("Improvement Board");
    /// let moved = plan.revise(action, revision)?;
    /// let as_of = "2026-11-02".parse()?;
    /// assert_eq!((plan.overdue(as_of).len(), moved.overdue(as_of).len()), (1, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns [`ReviseError`] if the plan has no item with that id, or if the revision makes the document
    /// invalid: its text is too long, or its date is outside the years allowed.
    pub fn revise(&self, item: impl Into<ItemId>, revision: Revision) -> Result<Self, ReviseError> {
        let id = item.into();
        let unknown = || ReviseError::UnknownItem(id);
        self.item(id).ok_or_else(unknown)?;
        let place = self.place_of(id.as_uuid()).ok_or_else(unknown)?;
        let mut doc = self.doc().clone();
        let (action, milestone) = match place {
            Place::Listed(_, action) => (action, None),
            Place::Milestone(action, milestone) => (action, Some(milestone)),
        };
        let action = doc.actions.get_mut(action as usize).ok_or_else(unknown)?;
        match milestone {
            None => action.revisions.push(revision),
            Some(at) => {
                let milestone = action.milestones.get_mut(at as usize).ok_or_else(unknown)?;
                milestone.revisions.push(revision);
            }
        }
        Ok(Self::build_with(doc, self.limits())?)
    }
}

/// The error for a revision that cannot be added.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReviseError {
    /// The plan has no action or milestone with this id.
    #[error("the plan has no {0}")]
    UnknownItem(ItemId),
    /// The document with the revision is invalid.
    #[error("the plan cannot take the revision")]
    Rejected(#[from] RejectedPlan),
}
