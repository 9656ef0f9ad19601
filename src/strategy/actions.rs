//! Generates actions with their links and contents.

use super::choices::Choices;
use super::targets::{Name, Target};
use crate::id::ActionId;
use crate::model::{Action, DeliveryStatus};

/// How many numbers an action uses. A test checks it.
pub(super) const ACTION: usize = 216;

/// The records an action can link to.
pub(super) struct Reach<'t> {
    pub(super) sources: &'t [Target],
    pub(super) recommendations: &'t [Target],
    pub(super) workstreams: &'t [Target],
    pub(super) measures: &'t [Target],
    /// The actions before it.
    pub(super) before: &'t [Target],
}

impl Choices<'_> {
    /// Generates an action without milestones. If it would answer and enable nothing, it answers
    /// the first recommendation or, without any, enables the first source.
    pub(super) fn action(&mut self, place: usize, reach: &Reach<'_>) -> (Action, Name) {
        let name = self.name(4, place + 1, place);
        let mut action = Action::new(name.title.clone());
        action.reference.clone_from(&name.reference);
        action.id = name.explicit_id.map(ActionId::from_uuid);
        self.link_action(&mut action, reach);
        self.date_action(&mut action);
        action.owners = self.list(2, Self::owner);
        action.success = self.maybe(Self::text);
        action.tags = self.list(1, Self::text);
        action.resources = self.list(2, Self::resource);
        action.evidence = self.list(2, Self::evidence);
        action.updates = self.list(1, Self::update);
        action.restricted = self.once_in(10);
        (action, name)
    }

    fn link_action(&mut self, action: &mut Action, reach: &Reach<'_>) {
        action.answers = self.links(2, reach.recommendations);
        action.enables =
            self.rarely(3, |choices| choices.links(2, reach.sources)).unwrap_or_default();
        action.workstream = self.maybe(|choices| choices.link_to_one(reach.workstreams)).flatten();
        action.succeeded_by = self.rarely(4, |choices| choices.link_to_one(reach.before)).flatten();
        action.measures = self.links(2, reach.measures);
        action.depends_on = self.links(2, reach.before);
        let answered = reach.recommendations.first().map(|target| self.link(target));
        let enabled = reach.sources.first().map(|target| self.link(target));
        if action.answers.is_empty() && action.enables.is_empty() {
            match answered {
                Some(link) => action.answers.push(link),
                None => action.enables.extend(enabled),
            }
        }
    }

    fn date_action(&mut self, action: &mut Action) {
        action.status = self.status();
        action.start = self.maybe(Self::early_date);
        let due = self.date();
        action.due = if self.once_in(4) { None } else { Some(due) };
        action.recurs = self.rarely(4, Self::recurrence);
        action.in_force = self.rarely(4, Self::in_force);
        let completed = self.early_date();
        let is_completed = action.status == DeliveryStatus::Completed;
        action.completed = match self.below(6) {
            1..5 if is_completed => Some(completed),
            5 => Some(completed),
            _ => None,
        };
        action.signed_off = self.rarely(4, Self::sign_off);
        let stopped = self.stopped();
        action.stopped = match self.below(6) {
            1..5 if action.status.is_stop() => Some(stopped),
            5 => Some(stopped),
            _ => None,
        };
        let colours = ["amber", "red", "Blue", "grey", "purple", " "];
        action.rag = self.maybe(|choices| choices.pick("green", &colours).to_owned());
        action.revisions = self.list(2, Self::revision);
    }
}
