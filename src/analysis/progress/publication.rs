//! Two plans for publication that can be compared: what either restricts is withheld from both.

use chrono::NaiveDate;

use super::pairing::Pairing;
use super::pairs::Pairs;
use super::progress::Progress;
use super::sides::milestones_before;
use crate::model::Record;
use crate::plan::{
    ActionRef, MilestoneRef, Plan, Published, RecommendationRef, SourceRef, rebuild,
};

impl Plan {
    /// Returns this plan and an earlier one for publication, so that they can be compared: what either restricts is
    /// withheld from both, and counted. Otherwise a record that was restricted since would read as removed.
    ///
    /// Each is what [`published`](Self::published) returns of a plan in which also the counterparts of what the other
    /// restricts are restricted. Takes time linear in the size of both plans.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Board").with_reference("1").with_enables(["ofsted"]),
    /// #         Action::new("Grievance").with_reference("2").with_enables(["ofsted"])]);
    /// # let as_of = "2026-11-30".parse()?;
    /// let october = Plan::build(doc)?;
    /// let november = october.edit(|doc| {
    ///     if let Some(action) = doc.action_mut("2") {
    ///         action.restricted = true;
    ///     }
    /// })?;
    /// let published = november.published_with(&october);
    /// let progress = published.progress(as_of, as_of);
    /// assert_eq!(progress.removed().count(), 0);
    /// assert_eq!(published.earlier().withheld().to_string(), "withheld: 1 action");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn published_with(&self, earlier: &Self) -> PublishedPair {
        let pairs = Pairs::new(earlier, self);
        let (mut before, mut now) = (Hidden::new(earlier), Hidden::new(self));
        join(&mut before.sources, &mut now.sources, &pairs.sources);
        hide_recommendations((earlier, &mut before), (self, &mut now), &pairs.recommendations);
        for (plan, hidden) in [(earlier, &mut before), (self, &mut now)] {
            hidden.hide_actions(plan);
        }
        join(&mut before.actions, &mut now.actions, &pairs.actions);
        for (plan, hidden) in [(earlier, &mut before), (self, &mut now)] {
            hidden.hide_milestones(plan);
        }
        join(&mut before.milestones, &mut now.milestones, &pairs.milestones);
        PublishedPair { earlier: before.publish(earlier), later: now.publish(self) }
    }
}

/// Two plans for publication, as [`Plan::published_with`] returns.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedPair {
    earlier: Published,
    later: Published,
}

impl PublishedPair {
    /// Returns the earlier plan.
    #[must_use]
    pub fn earlier(&self) -> &Published {
        &self.earlier
    }

    /// Returns the later plan.
    #[must_use]
    pub fn later(&self) -> &Published {
        &self.later
    }

    /// Returns what has changed between the two, as [`Plan::progress_since`] does.
    #[must_use]
    pub fn progress(&self, earlier_as_of: NaiveDate, as_of: NaiveDate) -> Progress<'_> {
        self.later.plan().progress_since(self.earlier.plan(), earlier_as_of, as_of)
    }
}

/// For each record of a plan, whether it is withheld.
struct Hidden {
    sources: Vec<bool>,
    recommendations: Vec<bool>,
    actions: Vec<bool>,
    milestones: Vec<bool>,
}

impl Hidden {
    /// Notes what is marked.
    fn new(plan: &Plan) -> Self {
        Self {
            sources: plan.sources().map(|one| one.record().is_restricted()).collect(),
            recommendations: plan.recommendations().map(|one| one.record().restricted).collect(),
            actions: plan.actions().map(|one| one.record().restricted).collect(),
            milestones: plan.milestones().map(|one| one.record().restricted).collect(),
        }
    }

    /// Adds the actions that answer and enable only what is withheld.
    fn hide_actions(&mut self, plan: &Plan) {
        for (action, hidden) in plan.actions().zip(&mut self.actions) {
            let mut answers = action.answers().map(RecommendationRef::position);
            let mut enables = action.enables().map(SourceRef::position);
            *hidden |= answers.all(|at| is_set(&self.recommendations, at))
                && enables.all(|at| is_set(&self.sources, at));
        }
    }

    /// Adds the milestones of withheld actions.
    fn hide_milestones(&mut self, plan: &Plan) {
        let actions = plan.milestones().map(MilestoneRef::action).map(ActionRef::position);
        for (action, hidden) in actions.zip(&mut self.milestones) {
            *hidden |= is_set(&self.actions, action);
        }
    }

    /// Returns the plan for publication in which all of these are marked.
    fn publish(&self, plan: &Plan) -> Published {
        let mut doc = plan.doc().clone();
        for (record, hidden) in doc.sources.iter_mut().zip(&self.sources) {
            record.restricted |= *hidden;
        }
        for (record, hidden) in doc.recommendations.iter_mut().zip(&self.recommendations) {
            record.restricted |= *hidden;
        }
        let actions = plan.actions().zip(&mut doc.actions).zip(&self.actions);
        for ((handle, record), hidden) in actions {
            record.restricted |= *hidden;
            let own = self.milestones.get(milestones_before(handle)..).unwrap_or_default();
            for (milestone, hidden) in record.milestones.iter_mut().zip(own) {
                milestone.restricted |= *hidden;
            }
        }
        rebuild(doc, plan).published()
    }
}

fn is_set(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or_default()
}

/// Withholds each record of a pair of which one is withheld.
fn join(before: &mut [bool], now: &mut [bool], pairs: &Pairing) {
    for (later, hidden) in now.iter_mut().enumerate() {
        let Some(earlier) = pairs.earlier(later).and_then(|at| before.get_mut(at)) else {
            continue;
        };
        *earlier |= *hidden;
        *hidden = *earlier;
    }
}

/// Withholds the recommendations of withheld sources, the parts of withheld recommendations, and the counterparts of
/// both, each record once.
fn hide_recommendations(
    (earlier, before): (&Plan, &mut Hidden),
    (later, now): (&Plan, &mut Hidden),
    pairs: &Pairing,
) {
    let mut next: Vec<(bool, usize)> = Vec::new();
    for (plan, hidden, is_later) in [(earlier, &*before, false), (later, &*now, true)] {
        let is_hidden = |one: &RecommendationRef<'_>| {
            let source = one.source().map(SourceRef::position);
            is_set(&hidden.recommendations, one.position())
                || source.is_some_and(|source| is_set(&hidden.sources, source))
        };
        let found = plan.recommendations().filter(is_hidden);
        next.extend(found.map(|one| (is_later, one.position())));
    }
    for hidden in [&mut *before, &mut *now] {
        hidden.recommendations.fill(false);
    }
    while let Some((is_later, at)) = next.pop() {
        let (plan, hidden) = if is_later { (later, &mut *now) } else { (earlier, &mut *before) };
        let Some(flag @ false) = hidden.recommendations.get_mut(at) else { continue };
        *flag = true;
        next.extend(plan.index().parts.of(at).iter().map(|part| (is_later, *part as usize)));
        let other = if is_later { pairs.earlier(at) } else { pairs.later(at) };
        next.extend(other.map(|other| (!is_later, other)));
    }
}
