//! What differs of each action and milestone of two plans, kept as positions and flags.

use chrono::NaiveDate;

use super::balance::ItemBalance;
use super::date_move::due_days;
use super::differences::{baselines, declared, leads, record, references, reworded};
use super::outcome::ItemState;
use super::pairs::Pairs;
use super::revision_match::altered;
use super::sides::{Place, Sides, item_number, milestones_before};
use crate::analysis::rag::derived_colours;
use crate::analysis::timeliness::Timeliness;
use crate::model::RagStatus;
use crate::plan::{ActionRef, Item, MilestoneRef, Plan};

/// One item: a pair, or a record of one plan only.
#[derive(Debug, Clone, Copy)]
pub(super) struct ItemRow {
    pub(super) earlier: Place,
    pub(super) later: Place,
    pub(super) before: Option<ItemState>,
    pub(super) now: Option<ItemState>,
    pub(super) has_same_id: bool,
    flags: u16,
}

/// Something that differs.
#[derive(Debug, Clone, Copy)]
pub(super) enum Flag {
    NewlyOverdue,
    NoLongerOverdue,
    Redated,
    BaselineAltered,
    RevisionsAltered,
    Declared,
    Derived,
    Lead,
    Moved,
    Renumbered,
    Reworded,
    ReusedReference,
}

impl ItemRow {
    fn new(earlier: Option<Item<'_>>, later: Option<Item<'_>>) -> Self {
        let place = |item: Option<Item<'_>>| item.map_or(Place::NOWHERE, Place::of);
        Self {
            earlier: place(earlier),
            later: place(later),
            before: None,
            now: None,
            has_same_id: false,
            flags: 0,
        }
    }

    /// Notes the class in each plan.
    fn judge(&mut self, before: Option<Timeliness>, now: Option<Timeliness>) {
        (self.before, self.now) = (before.map(ItemState::from), now.map(ItemState::from));
        let was_overdue = before.is_some_and(Timeliness::is_overdue);
        let is_overdue = now.is_some_and(Timeliness::is_overdue);
        self.set(Flag::NewlyOverdue, is_overdue && !was_overdue);
        self.set(Flag::NoLongerOverdue, was_overdue && !is_overdue);
    }

    pub(super) fn has(&self, flag: Flag) -> bool {
        self.flags & (1 << flag as u16) != 0
    }

    pub(super) fn is_milestone(&self) -> bool {
        self.later.is_milestone() || self.earlier.is_milestone()
    }

    fn set(&mut self, flag: Flag, is_set: bool) {
        self.flags |= u16::from(is_set) << flag as u16;
    }

    /// Returns whether anything differs.
    pub(super) fn differs(&self) -> bool {
        self.flags != 0 || self.before != self.now
    }
}

/// The timeliness class of every item of a plan, the derived colour of every action, and how many actions and
/// milestones there are.
struct Judged {
    classes: Vec<Timeliness>,
    colours: Vec<Option<RagStatus>>,
    actions: Counts,
    milestones: Counts,
}

/// How many items there are, are open and are late.
#[derive(Default)]
struct Counts {
    all: usize,
    open: usize,
    overdue: usize,
}

impl Judged {
    fn new(plan: &Plan, as_of: NaiveDate) -> Self {
        let mut classes = Vec::with_capacity(plan.action_count() + plan.milestone_count());
        let (mut actions, mut milestones) = (Counts::default(), Counts::default());
        Timeliness::each(plan, as_of, |item, class| {
            let counts = match item {
                Item::Action(_) => &mut actions,
                Item::Milestone(_) => &mut milestones,
            };
            counts.all += 1;
            counts.open += usize::from(class.is_open());
            counts.overdue += usize::from(class.is_overdue());
            classes.push(class);
        });
        let colours = derived_colours(plan, as_of, &plan.rag_policy(), &classes);
        Self { classes, colours, actions, milestones }
    }

    fn class(&self, item: Item<'_>) -> Option<Timeliness> {
        self.classes.get(item_number(item)).copied()
    }

    fn colour(&self, action: ActionRef<'_>) -> Option<RagStatus> {
        self.colours.get(action.position()).copied().flatten()
    }
}

/// Returns a balance of which only the opening and the closing are known.
fn balance(opening: &Counts, closing: &Counts) -> ItemBalance {
    let mut balance = ItemBalance::default();
    (balance.in_plan.opening, balance.in_plan.closing) = (opening.all, closing.all);
    (balance.open.opening, balance.open.closing) = (opening.open, closing.open);
    (balance.overdue.opening, balance.overdue.closing) = (opening.overdue, closing.overdue);
    balance
}

/// Compares every item: those of the later plan in its order, then what is gone in the order of the earlier. Also
/// returns the opening and closing of the balances of actions and milestones, counted from each plan alone.
pub(super) fn item_rows(sides: &Sides<'_>) -> (Vec<ItemRow>, [ItemBalance; 2]) {
    let before = Judged::new(sides.earlier, sides.earlier_as_of);
    let now = Judged::new(sides.later, sides.as_of);
    let mut rows = Vec::with_capacity(now.classes.len());
    let mut reused = sides.pairs.reused.iter().map(|(later, _)| *later).peekable();
    let mut classes = now.classes.iter().copied();
    let Pairs { actions, milestones, .. } = &sides.pairs;
    for later in sides.later.actions() {
        let at = later.position();
        let earlier = actions.earlier(at).and_then(|at| action_at(sides.earlier, at));
        let mut row = ItemRow::new(earlier.map(Item::Action), Some(Item::Action(later)));
        row.has_same_id = actions.has_same_id(at);
        row.judge(earlier.and_then(|one| before.class(Item::Action(one))), classes.next());
        if let Some(earlier) = earlier {
            compare(sides, Item::Action(earlier), Item::Action(later), &mut row);
            row.set(Flag::Derived, before.colour(earlier) != now.colour(later));
        }
        row.set(Flag::ReusedReference, reused.next_if_eq(&at).is_some());
        rows.push(row);
        let first = milestones_before(later);
        for later in later.milestones() {
            let at = first + later.position();
            let own = earlier;
            let earlier = milestones.earlier(at).and_then(|at| milestone_at(sides, own, at));
            let mut row = ItemRow::new(earlier.map(Item::Milestone), Some(Item::Milestone(later)));
            row.has_same_id = milestones.has_same_id(at);
            row.judge(earlier.and_then(|one| before.class(Item::Milestone(one))), classes.next());
            if let Some(earlier) = earlier {
                row.set(Flag::Moved, own != Some(earlier.action()));
                if !are_alike(earlier, later) {
                    compare(sides, Item::Milestone(earlier), Item::Milestone(later), &mut row);
                }
            }
            rows.push(row);
        }
    }
    for earlier in gone(sides) {
        let mut row = ItemRow::new(Some(earlier), None);
        row.judge(before.class(earlier), None);
        rows.push(row);
    }
    let balances =
        [balance(&before.actions, &now.actions), balance(&before.milestones, &now.milestones)];
    (rows, balances)
}

/// Returns whether two milestones plainly agree in all that is compared of them. Most do, and need no closer look.
fn are_alike(earlier: MilestoneRef<'_>, later: MilestoneRef<'_>) -> bool {
    let (before, now) = (earlier.record(), later.record());
    before.reference == now.reference
        && before.title == now.title
        && [before, now].iter().all(|one| one.owners.is_empty() && one.revisions.is_empty())
        && earlier.dates().due.due_day() == later.dates().due.due_day()
}

/// Notes what differs of a pair.
fn compare(sides: &Sides<'_>, earlier: Item<'_>, later: Item<'_>, row: &mut ItemRow) {
    row.set(Flag::BaselineAltered, baselines(earlier, later).is_some());
    let is_redated = if earlier.revision_dates().is_empty() && later.revision_dates().is_empty() {
        earlier.baseline_due().due_day() != later.baseline_due().due_day()
    } else {
        row.set(Flag::RevisionsAltered, !altered((earlier, sides.earlier_as_of), later).is_empty());
        let (from, to) = due_days(sides, earlier, later);
        from != to
    };
    row.set(Flag::Redated, is_redated);
    row.set(Flag::Declared, declared(earlier, later).is_some());
    row.set(Flag::Lead, leads(earlier, later).is_some());
    let renumbered = references(earlier.reference().as_str(), later.reference().as_str());
    row.set(Flag::Renumbered, renumbered.is_some());
    let reworded = reworded(record(earlier), record(later), row.has_same_id);
    row.set(Flag::Reworded, reworded.is_some());
}

/// Returns the earlier items that are in no pair, each action before its milestones.
fn gone<'p>(sides: &Sides<'p>) -> impl Iterator<Item = Item<'p>> {
    let plan = sides.earlier;
    let milestones = sides.pairs.milestones.gone();
    let mut milestones = milestones.filter_map(|at| milestone_at(sides, None, at)).peekable();
    let mut actions = sides.pairs.actions.gone().filter_map(|at| action_at(plan, at)).peekable();
    std::iter::from_fn(move || {
        let is_before = |action: &ActionRef<'_>| {
            milestones.peek().is_none_or(|one| action.position() <= one.action().position())
        };
        match actions.next_if(is_before) {
            Some(action) => Some(Item::Action(action)),
            None => milestones.next().map(Item::Milestone),
        }
    })
}

fn action_at(plan: &Plan, at: usize) -> Option<ActionRef<'_>> {
    ActionRef::new(plan, u32::try_from(at).ok()?)
}

/// Returns the earlier milestone at a position among all, which is mostly one of a given action.
fn milestone_at<'p>(
    sides: &Sides<'p>,
    action: Option<ActionRef<'p>>,
    at: usize,
) -> Option<MilestoneRef<'p>> {
    let of = |action, within| MilestoneRef::new(action, u32::try_from(within).ok()?);
    let own = action.and_then(|action| of(action, at.checked_sub(milestones_before(action))?));
    own.or_else(|| {
        let (action, within) = sides.earlier.index().dates.milestone_place(at)?;
        of(action_at(sides.earlier, action)?, within)
    })
}
