//! What has changed of one action or milestone.

use chrono::NaiveDate;

use super::change::Change;
use super::date_move::{DateMove, HowMoved};
use super::differences::{baselines, declared, leads, record, references, reworded};
use super::item_rows::{Flag, ItemRow};
use super::outcome::{ItemOutcome, ItemState, LatenessEnd, MatchedBy};
use super::revision_match::altered;
use super::sides::Sides;
use crate::analysis::answer_object::answer_object;
use crate::analysis::overdue::OverdueItem;
use crate::due_date::DueDate;
use crate::model::{DeliveryStatus, RagStatus, Stopped};
use crate::plan::{ActionRef, Item, ItemKind};
use crate::text::{named, reason};

/// An action or milestone of two plans, and what has changed of it. It is a pair, or in one plan only.
///
/// Serialises as `kind`, `id`, `reference`, `action` and `title` of the [`item`](Self::item); `state_before` and
/// `state`; `outcome`; `days_late` of a completion and `stop_is_agreed` of a stop; `newly_overdue`, an
/// [`OverdueItem`] or null; `no_longer_overdue`; `date_move`; `baseline`, `declared`, `derived`, `lead`, `action_moved`
/// (references) and `renumbered`, each `from` and `to` or null; `revisions_altered`; `reworded` (the earlier words) and
/// `matched_by`; and `reused_reference`, the words of the earlier bearer of its reference.
#[derive(Debug, Clone, Copy)]
pub struct ItemChange<'s, 'p> {
    sides: &'s Sides<'p>,
    row: ItemRow,
}

impl<'s, 'p> ItemChange<'s, 'p> {
    pub(super) const fn new(sides: &'s Sides<'p>, row: ItemRow) -> Self {
        Self { sides, row }
    }

    /// Returns it in the earlier plan.
    #[must_use]
    pub fn earlier(&self) -> Option<Item<'p>> {
        self.row.earlier.item(self.sides.earlier)
    }

    /// Returns it in the later plan.
    #[must_use]
    pub fn later(&self) -> Option<Item<'p>> {
        self.row.later.item(self.sides.later)
    }

    /// Returns it in the later plan or, if it is gone, in the earlier.
    #[must_use]
    pub fn item(&self) -> Item<'p> {
        let item = self.later().or_else(|| self.earlier());
        item.unwrap_or_else(|| unreachable!("an item is in one of the two plans"))
    }

    /// Returns whether it is an action or a milestone.
    #[must_use]
    pub fn kind(&self) -> ItemKind {
        self.item().kind()
    }

    /// Returns both, of a pair for which something differs.
    fn pair_with(&self, flag: Flag) -> Option<(Item<'p>, Item<'p>)> {
        if self.row.has(flag) { self.earlier().zip(self.later()) } else { None }
    }

    /// Returns whether anything has changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.row.differs()
    }
}

/// # State
impl<'p> ItemChange<'_, 'p> {
    /// Returns its state in the earlier plan, or `None` if it was not there.
    #[must_use]
    pub fn state_before(&self) -> Option<ItemState> {
        self.row.before
    }

    /// Returns its state in the later plan, or `None` if it is gone.
    #[must_use]
    pub fn state(&self) -> Option<ItemState> {
        self.row.now
    }

    /// Returns what became of it, or `None` if it is in both plans in the same state.
    #[must_use]
    pub fn outcome(&self) -> Option<ItemOutcome> {
        Some(match (self.row.before, self.row.now) {
            (before, now) if before == now => return None,
            (None, _) => ItemOutcome::Added,
            (_, None) => ItemOutcome::Removed,
            (_, Some(ItemState::Open)) => ItemOutcome::Reopened,
            (_, Some(ItemState::Completed)) => ItemOutcome::Completed,
            (_, Some(ItemState::Suspended)) => ItemOutcome::Suspended,
            (_, Some(ItemState::Withdrawn)) => ItemOutcome::Withdrawn,
        })
    }

    /// Returns whether it is a milestone that is gone with its action.
    pub(crate) fn is_gone_with_action(&self) -> bool {
        let (Some(Item::Milestone(milestone)), None) = (self.earlier(), self.later()) else {
            return false;
        };
        self.sides.pairs.actions.later(milestone.action().position()).is_none()
    }

    /// Returns the days from the due day to the completion of an item that was completed: negative if early, `None` if
    /// either is no day.
    #[must_use]
    pub fn days_late(&self) -> Option<i64> {
        let item = self.later().filter(|_| self.outcome() == Some(ItemOutcome::Completed))?;
        let due = item.current_due(self.sides.as_of).due_day()?;
        Some((item.completed_day()? - due).num_days())
    }

    /// Returns whether the stop of an item that was suspended or withdrawn has a reason and an approver who is named.
    /// It is the stop of the action if a milestone stopped with it. `None` for any other item.
    #[must_use]
    pub fn stop_is_agreed(&self) -> Option<bool> {
        self.is_stop().then(|| self.stop().is_some_and(is_agreed))
    }

    /// Returns the reason of that stop, unless none is stated.
    pub(crate) fn stop_reason(&self) -> Option<&'p str> {
        self.stop().and_then(|stopped| reason(stopped.reason.as_ref()))
    }

    fn is_stop(&self) -> bool {
        matches!(self.outcome(), Some(ItemOutcome::Suspended | ItemOutcome::Withdrawn))
    }

    /// Returns the record of the stop that holds of an item that was suspended or withdrawn.
    fn stop(&self) -> Option<&'p Stopped> {
        let item = self.later().filter(|_| self.is_stop())?;
        let action = Item::Action(item.action());
        let of_action = action.stop(self.sides.as_of).is_some();
        if of_action { action.stopped() } else { item.stopped() }
    }
}

fn is_agreed(stopped: &Stopped) -> bool {
    reason(stopped.reason.as_ref()).is_some() && named(stopped.approved_by.as_ref()).is_some()
}

/// # Dates
impl<'p> ItemChange<'_, 'p> {
    /// Returns whether it is late and was not, or was not there.
    #[must_use]
    pub fn is_newly_overdue(&self) -> bool {
        self.row.has(Flag::NewlyOverdue)
    }

    /// Returns by how much it is late, if it was not late before.
    #[must_use]
    pub fn newly_overdue(&self) -> Option<OverdueItem<'p>> {
        let item = self.later().filter(|_| self.is_newly_overdue())?;
        OverdueItem::of(item, item.timeliness(self.sides.as_of), self.sides.as_of)
    }

    /// Returns why it is not late any more, if it was.
    #[must_use]
    pub fn no_longer_overdue(&self) -> Option<NoLongerOverdue> {
        let earlier = self.earlier().filter(|_| self.row.has(Flag::NoLongerOverdue))?;
        let was_due = earlier.current_due(self.sides.earlier_as_of).due_day()?;
        let how = match (self.row.now, self.later()) {
            (None, _) | (_, None) => LatenessEnd::Removed,
            (Some(ItemState::Completed), _) => LatenessEnd::Completed,
            (Some(ItemState::Suspended), _) => LatenessEnd::Suspended,
            (Some(ItemState::Withdrawn), _) => LatenessEnd::Withdrawn,
            (_, Some(later)) if later.status() == DeliveryStatus::AwaitingSignOff => {
                LatenessEnd::AwaitingSignOff
            }
            _ => match self.date_move().map(|moved| moved.how()) {
                Some(HowMoved::Agreed) => LatenessEnd::Agreed,
                Some(_) => LatenessEnd::Altered,
                None => LatenessEnd::NotYet,
            },
        };
        Some(NoLongerOverdue { was_due, how })
    }

    /// Returns how its due day moved, if it is in both plans and the two days differ.
    #[must_use]
    pub fn date_move(&self) -> Option<DateMove<'p>> {
        let (earlier, later) = self.pair_with(Flag::Redated)?;
        DateMove::of(self.sides, earlier, later)
    }

    /// Returns the original due days, if the earlier plan states a day and the later another or none. An original due
    /// day never changes: a move is a revision.
    #[must_use]
    pub fn baseline_altered(&self) -> Option<Change<NaiveDate>> {
        let (earlier, later) = self.pair_with(Flag::BaselineAltered)?;
        baselines(earlier, later).map(|(from, to)| Change::new(Some(from), to))
    }

    /// Returns the revisions agreed as of the earlier date that the later plan does not list any more.
    #[must_use]
    pub fn revisions_altered(&self) -> Vec<AlteredRevision<'p>> {
        let Some((earlier, later)) = self.pair_with(Flag::RevisionsAltered) else {
            return Vec::new();
        };
        let gone = altered((earlier, self.sides.earlier_as_of), later);
        let revision = |position: usize| {
            let agreed = earlier.revision_dates().get(position)?.agreed.latest()?;
            let due = earlier.revisions().get(position)?.due.as_ref();
            Some(AlteredRevision { position, due, agreed })
        };
        gone.into_iter().filter_map(revision).collect()
    }
}

/// # What is written
impl<'p> ItemChange<'_, 'p> {
    /// Returns the declared colours of an action if they differ: each a colour, the status that the legend gives, or
    /// the word as written.
    #[must_use]
    pub fn declared(&self) -> Option<Change<&'p str>> {
        let (earlier, later) = self.pair_with(Flag::Declared)?;
        declared(earlier, later)
    }

    /// Returns the derived colours of an action if they differ, each by the policy of its plan.
    #[must_use]
    pub fn derived(&self) -> Option<Change<RagStatus>> {
        let (earlier, later) = self.pair_with(Flag::Derived)?;
        let colour = |action: ActionRef<'p>, as_of| {
            action.rag(as_of, &action.plan().rag_policy()).derived().colour()
        };
        let before = colour(earlier.action(), self.sides.earlier_as_of);
        Some(Change::new(before, colour(later.action(), self.sides.as_of)))
    }

    /// Returns the leads if they differ. A milestone that has no owners of its own in either plan has none.
    #[must_use]
    pub fn lead(&self) -> Option<Change<&'p str>> {
        let (earlier, later) = self.pair_with(Flag::Lead)?;
        leads(earlier, later)
    }

    /// Returns the actions of a milestone that was moved from one action to another.
    #[must_use]
    pub fn moved(&self) -> Option<(ActionRef<'p>, ActionRef<'p>)> {
        let (earlier, later) = self.pair_with(Flag::Moved)?;
        Some((earlier.action(), later.action()))
    }

    /// Returns the references if they differ or one is missing.
    #[must_use]
    pub fn renumbered(&self) -> Option<Change<&'p str>> {
        let (earlier, later) = self.pair_with(Flag::Renumbered)?;
        references(earlier.reference().as_str(), later.reference().as_str())
    }

    /// Returns the earlier title and what shows that the two are the same, if the titles differ.
    #[must_use]
    pub fn reworded(&self) -> Option<(&'p str, MatchedBy)> {
        let (earlier, later) = self.pair_with(Flag::Reworded)?;
        let matched_by = reworded(record(earlier), record(later), self.row.has_same_id)?;
        Some((earlier.title(), matched_by))
    }

    /// Returns the earlier action that had the reference of this action, if the two are no pair.
    #[must_use]
    pub fn reused_reference(&self) -> Option<ActionRef<'p>> {
        let later = self.later().filter(|_| self.row.has(Flag::ReusedReference))?;
        let reused = &self.sides.pairs.reused;
        let at = later.action().position();
        let found = reused.binary_search_by_key(&at, |(later, _)| *later).ok()?;
        let (_, bearer) = reused.get(found)?;
        ActionRef::new(self.sides.earlier, u32::try_from(*bearer).ok()?)
    }
}

answer_object!(ItemChange<'_, '_>, |this|
    [this.item()]
    state_before = this.state_before(),
    state = this.state(),
    outcome = this.outcome(),
    days_late = this.days_late(),
    stop_is_agreed = this.stop_is_agreed(),
    newly_overdue = this.newly_overdue(),
    no_longer_overdue = this.no_longer_overdue(),
    date_move = this.date_move(),
    baseline = this.baseline_altered(),
    revisions_altered = this.revisions_altered(),
    declared = this.declared(),
    derived = this.derived(),
    lead = this.lead(),
    action_moved = this.moved().map(|(from, to)| Change::new(Some(from), Some(to))),
    renumbered = this.renumbered(),
    reworded = this.reworded().map(|(from, _)| from),
    matched_by = this.reworded().map(|(_, matched_by)| matched_by),
    reused_reference = this.reused_reference().map(ActionRef::title),
);

/// An item that was late and is not any more.
///
/// Serialises as `was_due` and `how`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoLongerOverdue {
    was_due: NaiveDate,
    how: LatenessEnd,
}

impl NoLongerOverdue {
    /// Returns the day it was due in the earlier plan.
    #[must_use]
    pub fn was_due(&self) -> NaiveDate {
        self.was_due
    }

    /// Returns how it came about.
    #[must_use]
    pub fn how(&self) -> LatenessEnd {
        self.how
    }
}

answer_object!(NoLongerOverdue, |this| was_due = this.was_due, how = this.how,);

/// An agreed revision that the later plan does not list any more.
///
/// Serialises as `due`, its words as written, or null, and `agreed`, the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlteredRevision<'p> {
    position: usize,
    due: Option<&'p DueDate>,
    agreed: NaiveDate,
}

impl<'p> AlteredRevision<'p> {
    /// Returns its position among the revisions of the item in the earlier plan, counted from 0.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }

    /// Returns its due date as written.
    #[must_use]
    pub fn due(&self) -> Option<&'p DueDate> {
        self.due
    }

    /// Returns the day it was agreed.
    #[must_use]
    pub fn agreed(&self) -> NaiveDate {
        self.agreed
    }
}

answer_object!(AlteredRevision<'_>, |this| due = this.due, agreed = this.agreed,);
