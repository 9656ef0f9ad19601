//! Open actions and milestones that had a due day until an agreed revision took it away.

use std::fmt;

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::answers::Answers;
use super::item_answer::{item_answer, lead_words};
use super::timeliness::Timeliness;
use super::timeliness_report::{TimelinessReport, TimelyItem};
use crate::due_date::DueDate;
use crate::plan::{Item, Plan};
use crate::text::day;

impl Plan {
    /// Returns the actions and milestones whose due day has been given up as of a date, in document
    /// order: open, not awaiting sign-off, and without a due day because a revision that gives none
    /// (*to be confirmed*, *ongoing*, `From …`, `w/c …`, ASAP) was agreed.
    ///
    /// None of them is in [`overdue`](Self::overdue), because none has a day to be late against. Whoever
    /// lists what is late should list them beside it.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Revision, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Set up a board")
    /// #         .with_reference("1")
    /// #         .with_enables(["ofsted"])
    /// #         .with_owners(["Director"])
    /// #         .with_due("2026-10-30")
    /// #         .with_revisions([Revision::new("to be confirmed").with_agreed("2026-10-28")])]);
    /// # let plan = Plan::build(doc)?;
    /// let item = plan.dates_given_up("2026-11-02".parse()?).next().ok_or("none")?;
    /// assert_eq!(
    ///     item.to_string(),
    ///     "action 1 was due on 30 October 2026, and has had no due day since 28 October 2026 \
    ///      (lead: Director)"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn dates_given_up(&self, as_of: NaiveDate) -> Answers<DateGivenUp<'_>> {
        self.items()
            .filter_map(|item| DateGivenUp::of(item, Timeliness::of(item, as_of), as_of))
            .collect()
    }
}

impl<'p> TimelinessReport<'p> {
    /// Returns the items whose due day was given up, in document order, from the classes that are known already.
    pub(crate) fn dates_given_up(&self) -> impl Iterator<Item = DateGivenUp<'p>> {
        let given_up = |one: TimelyItem<'p>| DateGivenUp::of(one.item(), one.class(), self.as_of());
        self.items().filter_map(given_up)
    }
}

/// An action or milestone whose due day was given up: it had one, and the revisions agreed since give none.
///
/// Displays as a sentence without a full stop, as in [`Plan::dates_given_up`]. A restricted item displays
/// as its kind and id alone.
///
/// Serialises as `kind`, `id`, `reference`, `action` and `title`, as
/// [`OverdueItem`](crate::facts::OverdueItem) does; `was_due`, the day given up; `since`, the day on which
/// that was agreed; `due_words`, what stands instead, as written; `baseline_due`, the day it was due before
/// any revision, or null; and `lead`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateGivenUp<'p> {
    item: Item<'p>,
    was_due: NaiveDate,
    since: NaiveDate,
    /// The index of the revision that gave it up.
    revision: usize,
    as_of: NaiveDate,
}

item_answer!(DateGivenUp);

impl<'p> DateGivenUp<'p> {
    pub(crate) fn of(item: Item<'p>, class: Timeliness, as_of: NaiveDate) -> Option<Self> {
        let Timeliness::NoDate(_) = class else { return None };
        // The first of the revisions without a day that follow the last day: later ones took nothing away.
        let taken = item.moves(as_of).filter(|one| one.from.due_day().is_some()).last()?;
        let (since, revision) = (taken.agreed, taken.position);
        Some(Self { item, was_due: taken.from.due_day()?, since, revision, as_of })
    }

    /// Returns the day it was due until that was given up.
    #[must_use]
    pub fn was_due(&self) -> NaiveDate {
        self.was_due
    }

    /// Returns the day on which the revision that gave it up was agreed: of a month, its last.
    #[must_use]
    pub fn since(&self) -> NaiveDate {
        self.since
    }

    /// Returns the index of the revision that gave it up.
    pub(crate) const fn revision(&self) -> usize {
        self.revision
    }

    /// Returns what stands in place of a due day, as written: `to be confirmed`.
    #[must_use]
    pub fn due_words(&self) -> Option<&'p DueDate> {
        self.item.current_due_words(self.as_of)
    }
}

answer_object!(DateGivenUp<'_>, |this|
    [this.item]
    was_due = this.was_due,
    since = this.since,
    due_words = this.due_words(),
    baseline_due = this.baseline_due(),
    lead = this.lead(),
);

impl fmt::Display for DateGivenUp<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.item.fmt(f)?;
        if self.item.is_restricted() {
            return Ok(());
        }
        let (was_due, since, lead) = (day(self.was_due), day(self.since), lead_words(self.item));
        write!(f, " was due on {was_due}, and has had no due day since {since} ({lead})")
    }
}
