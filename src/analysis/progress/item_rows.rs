//! What differs of each action and milestone of two plans, kept as positions and flags.

use chrono::NaiveDate;

use super::balance::ItemBalance;
use super::date_move::due_days;
use super::differences::{baselines, declared, leads, record, references, reworded};
use super::outcome::ItemState;
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
    // The actions of the earlier milestones, which only those that moved need.
    let actions = Actions::new(sides.earlier);
    for (later, class) in sides.later.items().zip(&now.classes) {
        let earlier = earlier_of(sides, &actions, later);
        let mut row = ItemRow {
            earlier: earlier.map_or(Place::NOWHERE, Place::of),
            later: Place::of(later),
            before: None,
            now: Some((*class).into()),
            has_same_id: has_same_id(sides, later),
            flags: 0,
        };
        let was = earlier.and_then(|earlier| before.class(earlier));
        row.before = was.map(ItemState::from);
        let was_overdue = was.is_some_and(Timeliness::is_overdue);
        row.set(Flag::NewlyOverdue, class.is_overdue() && !was_overdue);
        row.set(Flag::NoLongerOverdue, was_overdue && !class.is_overdue());
        if let Some(earlier) = earlier {
            compare(sides, earlier, later, &mut row);
            if let (Item::Action(earlier), Item::Action(later)) = (earlier, later) {
                row.set(Flag::Derived, before.colour(earlier) != now.colour(later));
            }
        }
        if let Item::Action(action) = later {
            let is_reused = reused.next_if_eq(&action.position()).is_some();
            row.set(Flag::ReusedReference, is_reused);
        }
        rows.push(row);
    }
    for (earlier, class) in sides.earlier.items().zip(&before.classes) {
        if is_gone(sides, earlier) {
            let mut row = ItemRow {
                earlier: Place::of(earlier),
                later: Place::NOWHERE,
                before: Some((*class).into()),
                now: None,
                has_same_id: false,
                flags: 0,
            };
            row.set(Flag::NoLongerOverdue, class.is_overdue());
            rows.push(row);
        }
    }
    let balances =
        [balance(&before.actions, &now.actions), balance(&before.milestones, &now.milestones)];
    (rows, balances)
}

fn compare(sides: &Sides<'_>, earlier: Item<'_>, later: Item<'_>, row: &mut ItemRow) {
    let (from, to) = due_days(sides, earlier, later);
    row.set(Flag::Redated, from != to);
    row.set(Flag::BaselineAltered, baselines(earlier, later).is_some());
    row.set(Flag::RevisionsAltered, !altered((earlier, sides.earlier_as_of), later).is_empty());
    row.set(Flag::Declared, declared(earlier, later).is_some());
    row.set(Flag::Lead, leads(earlier, later).is_some());
    let own = sides.pairs.actions.earlier(later.action().position());
    row.set(Flag::Moved, own != Some(earlier.action().position()));
    let renumbered = references(earlier.reference().as_str(), later.reference().as_str());
    row.set(Flag::Renumbered, renumbered.is_some());
    let reworded = reworded(record(earlier), record(later), row.has_same_id);
    row.set(Flag::Reworded, reworded.is_some());
}

/// Returns the earlier item of a later one.
fn earlier_of<'p>(sides: &Sides<'p>, actions: &Actions, later: Item<'p>) -> Option<Item<'p>> {
    match later {
        Item::Action(action) => {
            let earlier = sides.pairs.actions.earlier(action.position())?;
            action_at(sides.earlier, earlier).map(Item::Action)
        }
        Item::Milestone(milestone) => {
            let at = milestones_before(milestone.action()) + milestone.position();
            let earlier = sides.pairs.milestones.earlier(at)?;
            let action = action_at(sides.earlier, actions.of(earlier)?)?;
            let within = u32::try_from(earlier - milestones_before(action)).ok()?;
            MilestoneRef::new(action, within).map(Item::Milestone)
        }
    }
}

fn has_same_id(sides: &Sides<'_>, later: Item<'_>) -> bool {
    match later {
        Item::Action(action) => sides.pairs.actions.has_same_id(action.position()),
        Item::Milestone(milestone) => {
            let at = milestones_before(milestone.action()) + milestone.position();
            sides.pairs.milestones.has_same_id(at)
        }
    }
}

fn is_gone(sides: &Sides<'_>, earlier: Item<'_>) -> bool {
    match earlier {
        Item::Action(action) => sides.pairs.actions.later(action.position()).is_none(),
        Item::Milestone(milestone) => {
            let at = milestones_before(milestone.action()) + milestone.position();
            sides.pairs.milestones.later(at).is_none()
        }
    }
}

fn action_at(plan: &Plan, at: usize) -> Option<ActionRef<'_>> {
    ActionRef::new(plan, u32::try_from(at).ok()?)
}

/// The action of each milestone of a plan.
struct Actions(Vec<u32>);

impl Actions {
    fn new(plan: &Plan) -> Self {
        let actions = plan.doc().actions.iter().zip(0..);
        Self(actions.flat_map(|(action, at)| action.milestones.iter().map(move |_| at)).collect())
    }

    fn of(&self, milestone: usize) -> Option<usize> {
        self.0.get(milestone).map(|action| *action as usize)
    }
}
