//! Due days that differ between two plans, how they came to differ, and the reasons given.

use chrono::NaiveDate;

use super::differences::declared_word;
use super::revision_match::new_moves;
use super::sides::Sides;
use crate::analysis::answer_object::answer_object;
use crate::analysis::answer_words::answer_words;
use crate::plan::Item;
use crate::text::written;

answer_words! {
    /// How the due day of an item came to be another.
    HowMoved {
        /// By a revision agreed since.
        Agreed = "agreed", "moved by agreement";
        /// It had no due day and no baseline day, and was given its first.
        Set = "set", "given its first date";
        /// In any other way: nobody agreed to it.
        Altered = "altered", "altered without an agreed move";
    }
}

/// The due day of an item that is another than it was.
///
/// Serialises as `from` and `to` (days, or null where there was or is none), `days` (from the one to the other,
/// negative if brought forward, or null), `against_baseline` (the days from the original due day to the present one,
/// or null), `how`, `reasons` (of the moves agreed since, each null if blank) and `declared` (the declared colour now,
/// or null).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMove<'p> {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    baseline: Option<NaiveDate>,
    how: HowMoved,
    reasons: Vec<Option<&'p str>>,
    declared: Option<&'p str>,
}

impl<'p> DateMove<'p> {
    pub(super) fn of(sides: &Sides<'p>, earlier: Item<'p>, later: Item<'p>) -> Option<Self> {
        let (from, to) = due_days(sides, earlier, later);
        if from == to {
            return None;
        }
        let moves = new_moves((earlier, sides.earlier_as_of), (later, sides.as_of));
        let baseline = earlier.baseline_due().due_day();
        let standing = later.current_revision(sides.as_of);
        let how = match standing {
            Some(revision) if moves.contains(&revision) => HowMoved::Agreed,
            None if from.is_none() && baseline.is_none() => HowMoved::Set,
            _ => HowMoved::Altered,
        };
        let revisions = moves.iter().filter_map(|at| later.revisions().get(*at));
        Some(Self {
            from,
            to,
            baseline: baseline.or_else(|| later.baseline_due().due_day()),
            how,
            reasons: revisions.map(|one| written(one.reason.as_ref())).collect(),
            declared: declared_word(later.action()),
        })
    }

    /// Returns the due day in the earlier plan.
    #[must_use]
    pub fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// Returns the due day now.
    #[must_use]
    pub fn to(&self) -> Option<NaiveDate> {
        self.to
    }

    /// Returns the days from the one to the other: above zero it slipped, below it was brought forward. `None` if
    /// either is no day: without [`to`](Self::to) the date was lost, without [`from`](Self::from) it was given.
    #[must_use]
    pub fn days(&self) -> Option<i64> {
        Some((self.to? - self.from?).num_days())
    }

    /// Returns the days from the original due day, of the earlier plan where it has one, to the due day now.
    #[must_use]
    pub fn against_baseline(&self) -> Option<i64> {
        Some((self.to? - self.baseline?).num_days())
    }

    /// Returns how it came about.
    #[must_use]
    pub fn how(&self) -> HowMoved {
        self.how
    }

    /// Returns the reason of each revision agreed since, in their order, `None` for a blank one.
    #[must_use]
    pub fn reasons(&self) -> &[Option<&'p str>] {
        &self.reasons
    }

    /// Returns the colour that its action declares now: the colour, the status that the legend gives, or the word as
    /// written.
    #[must_use]
    pub fn declared(&self) -> Option<&'p str> {
        self.declared
    }
}

answer_object!(
    DateMove<'_>,
    |this| from = this.from,
    to = this.to,
    days = this.days(),
    against_baseline = this.against_baseline(),
    how = this.how,
    reasons = this.reasons,
    declared = this.declared,
);

/// Returns the due days of a pair.
pub(super) fn due_days(
    sides: &Sides<'_>,
    earlier: Item<'_>,
    later: Item<'_>,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    (earlier.current_due(sides.earlier_as_of).due_day(), later.current_due(sides.as_of).due_day())
}
