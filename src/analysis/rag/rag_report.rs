//! Declared colours beside those derived from the dates, and how the two differ.

use chrono::NaiveDate;

use super::counts::RagCounts;
use super::declared::Declared;
use super::derived::{Derived, derive};
use crate::analysis::answer_object::answer_object;
use crate::analysis::answer_words::answer_words;
use crate::analysis::timeliness::Timeliness;
use crate::analysis::timeliness_report::TimelinessReport;
use crate::model::RagPolicy;
use crate::plan::{ActionRef, Item, Plan};

impl Plan {
    /// Returns the declared and the derived colour of every action as of a date.
    ///
    /// For the policy that the plan itself sets, use [`rag_policy`](Self::rag_policy).
    ///
    /// ```
    /// # use improvement_plan::facts::RagDifference;
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    ///     .with_actions([Action::new("Set up a board")
    ///         .with_enables(["ofsted"])
    ///         .with_due("2026-10-30")
    ///         .with_rag("green")]);
    /// let plan = Plan::build(doc)?;
    /// let report = plan.rag("2026-11-02".parse()?, &plan.rag_policy());
    /// let differences: Vec<_> = report.items().map(|item| item.difference()).collect();
    /// assert_eq!(differences, [RagDifference::Optimistic]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn rag(&self, as_of: NaiveDate, policy: &RagPolicy) -> RagReport<'_> {
        let items = self.actions().map(|action| action.rag(as_of, policy)).collect();
        RagReport { as_of, items }
    }

    /// Returns the policy for deriving colours from dates: the plan's own, or else the default.
    #[must_use]
    pub fn rag_policy(&self) -> RagPolicy {
        self.doc().rag_policy.unwrap_or_default()
    }
}

impl<'p> ActionRef<'p> {
    /// Returns the declared and the derived colour as of a date.
    #[must_use]
    pub fn rag(self, as_of: NaiveDate, policy: &RagPolicy) -> RagItem<'p> {
        let class = Timeliness::of(Item::Action(self), as_of);
        let mut milestones = self.milestones().map(Item::Milestone);
        let is_milestone_late = || milestones.any(|one| Timeliness::of(one, as_of).is_overdue());
        let derived = derive(self, class, is_milestone_late, as_of, policy);
        RagItem { action: self, declared: self.declared_rag(), derived }
    }
}

impl<'p> TimelinessReport<'p> {
    /// Returns the declared and the derived colour of each action, from the classes that are known already.
    pub(crate) fn rag(&self, policy: &RagPolicy) -> RagReport<'p> {
        RagReport { as_of: self.as_of(), items: self.rag_items(policy) }
    }

    /// Returns the same as a list in document order.
    pub(crate) fn rag_items(&self, policy: &RagPolicy) -> Vec<RagItem<'p>> {
        let mut colours = Vec::with_capacity(self.actions().total());
        let mut rest = self.as_slice();
        while let Some((first, more)) = rest.split_first() {
            rest = more;
            let Item::Action(action) = first.item() else { continue };
            let own = more.iter().take_while(|one| matches!(one.item(), Item::Milestone(_)));
            let is_milestone_late = || own.into_iter().any(|one| one.class().is_overdue());
            let derived = derive(action, first.class(), is_milestone_late, self.as_of(), policy);
            colours.push(RagItem { action, declared: action.declared_rag(), derived });
        }
        colours
    }
}

answer_words! {
    /// How the declared colour differs from the derived colour.
    #[non_exhaustive]
    RagDifference {
        /// The two agree.
        Agree = "agree", "agree";
        /// The declared colour is better than the derived colour.
        Optimistic = "optimistic", "optimistic";
        /// The declared colour is worse than the derived colour: people may know more than the dates show.
        Cautious = "cautious", "cautious";
        /// At least one of the two is not a colour.
        NotComparable = "not-comparable", "not comparable";
    }
}

/// The declared and the derived colour of an action.
///
/// Serialises as `id`, `reference` (as written, or null), `title`, `lead` (as written, or null),
/// `declared` (a [`Declared`]), `derived` (a [`Derived`]) and `difference`, the word of a
/// [`RagDifference`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RagItem<'p> {
    action: ActionRef<'p>,
    declared: Declared<'p>,
    derived: Derived,
}

impl<'p> RagItem<'p> {
    /// Returns the action.
    #[must_use]
    pub const fn action(&self) -> ActionRef<'p> {
        self.action
    }

    /// Returns the declared RAG.
    #[must_use]
    pub const fn declared(&self) -> Declared<'p> {
        self.declared
    }

    /// Returns the derived colour.
    #[must_use]
    pub const fn derived(&self) -> &Derived {
        &self.derived
    }
}

impl RagItem<'_> {
    /// Returns how the two differ.
    #[must_use]
    pub fn difference(&self) -> RagDifference {
        match (self.declared.colour(), self.derived.colour()) {
            (Some(declared), Some(derived)) if declared < derived => RagDifference::Optimistic,
            (Some(declared), Some(derived)) if declared > derived => RagDifference::Cautious,
            (Some(_), Some(_)) => RagDifference::Agree,
            _ => RagDifference::NotComparable,
        }
    }
}

answer_object!(RagItem<'_>, |this|
    [this.action]
    lead = this.action.lead(),
    declared = this.declared,
    derived = this.derived,
    difference = this.difference(),
);

/// The declared and the derived colours of all actions.
///
/// Serialises as `as_of`, `declared` and `derived` (each a [`RagCounts`]), and `items`, a list of
/// [`RagItem`]s.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RagReport<'p> {
    as_of: NaiveDate,
    items: Vec<RagItem<'p>>,
}

impl<'p> RagReport<'p> {
    /// Returns the date.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns each action, in document order.
    #[must_use]
    pub fn items(&self) -> impl ExactSizeIterator<Item = &RagItem<'p>> {
        self.items.iter()
    }

    /// Returns the counts of the declared colours.
    #[must_use]
    pub fn declared(&self) -> RagCounts {
        RagCounts::of(self.items.iter().map(|item| item.declared.colour()))
    }

    /// Returns the counts of the derived colours.
    #[must_use]
    pub fn derived(&self) -> RagCounts {
        RagCounts::of(self.items.iter().map(|item| item.derived.colour()))
    }

    /// Returns the actions whose colours differ in the given way.
    pub fn differing(&self, difference: RagDifference) -> impl Iterator<Item = &RagItem<'p>> {
        self.items.iter().filter(move |item| item.difference() == difference)
    }
}

answer_object!(
    RagReport<'_>,
    |this| as_of = this.as_of,
    declared = this.declared(),
    derived = this.derived(),
    items = this.items,
);
