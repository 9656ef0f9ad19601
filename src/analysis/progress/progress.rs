//! Progress between two plans, or between two days of one.

use chrono::NaiveDate;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::balance::{InPlanBalance, ItemBalance, RungBalance};
use super::item_change::ItemChange;
use super::item_rows::{Flag, ItemRow, item_rows};
use super::link_change::{LinkChange, link_changes};
use super::outcome::{ItemOutcome, ItemState};
use super::pairing::Pairing;
use super::pairs::Pairs;
use super::recommendation_change::{RecommendationChange, RecommendationRow, recommendation_rows};
use super::sides::Sides;
use crate::analysis::ladder::Rung;
use crate::plan::{ItemKind, Plan};

impl Plan {
    /// Returns what has changed since an earlier plan: what was added, done, stopped or is gone, which dates moved and
    /// why, what became late, and which recommendations gained or lost.
    ///
    /// The facts of the earlier plan are those of `earlier_as_of`, those of this plan of `as_of`, each with its own
    /// status date, legend and policy of colours: each side is what its own report said. To compare two days of one
    /// plan, give the plan twice. Any two days are allowed. Two plans of different councils pair little, and
    /// [`Progress::same_plan`] is false.
    ///
    /// Records are paired by id, then by reference, then by their words where one of the two has no reference; see
    /// [`Progress`]. Takes time linear in the size of both plans.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Revision, Source};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    ///     .with_actions([Action::new("Set up a board")
    ///         .with_reference("1")
    ///         .with_enables(["ofsted"])
    ///         .with_due("2026-10-30")]);
    /// let october = Plan::build(doc.clone())?;
    /// let november = october.edit(|doc| {
    ///     if let Some(action) = doc.action_mut("1") {
    ///         let moved = Revision::new("2027-01-29").with_agreed("2026-11-20");
    ///         action.revisions.push(moved.with_reason("No chair yet"));
    ///     }
    /// })?;
    ///
    /// let progress =
    ///     november.progress_since(&october, "2026-10-31".parse()?, "2026-11-30".parse()?);
    /// for item in progress.redated() {
    ///     let moved = item.date_move().ok_or("not moved")?;
    ///     assert_eq!(moved.days(), Some(91));
    ///     assert_eq!(moved.reasons(), [Some("No chair yet")]);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn progress_since<'p>(
        &'p self,
        earlier: &'p Self,
        earlier_as_of: NaiveDate,
        as_of: NaiveDate,
    ) -> Progress<'p> {
        let pairs = Pairs::new(earlier, self);
        Progress::new(Sides { earlier, earlier_as_of, later: self, as_of, pairs })
    }
}

/// What has changed between two plans, each as of a date.
///
/// # Who is whom
///
/// Records are paired in three passes, each over what the passes before left over, and only where each of the two is
/// the only one left over that fits: the same id; the same reference; the same words, where at least one of the two has
/// no reference. Milestones are looked for inside paired actions, recommendations inside paired sources. Nothing else
/// is guessed: a new reference without a written id is another record. [`reworded`](Self::reworded),
/// [`reused_references`](Self::reused_references) and [`matched_by_reference`](Self::matched_by_reference) say how far
/// the pairs can be trusted.
///
/// # Order
///
/// Every list is in the order of the later plan, each action before its milestones; what is gone comes after, in the
/// order of the earlier.
///
/// # As data
///
/// Serialises as `earlier` and `later` (`id`, `reference` and `as_of`), `same_plan`, `rag_policy_changed`,
/// `matched_by_reference`, `recommendations` (`in_plan`, and a [`RungBalance`] for each rung), `actions` and
/// `milestones` (each an [`ItemBalance`]), `items` (each [`ItemChange`] that has changed), `recommendation_changes` and
/// `links` (`added` and `removed`).
#[derive(Debug, Clone)]
pub struct Progress<'p> {
    sides: Sides<'p>,
    items: Vec<ItemRow>,
    recommendations: Vec<RecommendationRow>,
    links_added: Vec<LinkChange<'p>>,
    links_removed: Vec<LinkChange<'p>>,
    actions: ItemBalance,
    milestones: ItemBalance,
    in_plan: InPlanBalance,
    rungs: [RungBalance; 4],
}

/// The rungs, lowest first.
const RUNGS: [Rung; 4] = [Rung::Addressed, Rung::Planned, Rung::Completed, Rung::Assured];

impl<'p> Progress<'p> {
    fn new(sides: Sides<'p>) -> Self {
        let (items, [mut actions, mut milestones]) = item_rows(&sides);
        for row in items.iter().filter(|row| row.differs()) {
            let balance = if row.is_milestone() { &mut milestones } else { &mut actions };
            count_item(balance, row);
        }
        let before = sides.earlier.coverage(sides.earlier_as_of);
        let now = sides.later.coverage(sides.as_of);
        let recommendations = recommendation_rows(&sides, &before, &now);
        let (opening, closing) = (before.ladder(), now.ladder());
        let mut in_plan = InPlanBalance {
            opening: opening.addressed().whole(),
            closing: closing.addressed().whole(),
            ..InPlanBalance::default()
        };
        let mut rungs = RUNGS.map(|rung| RungBalance {
            opening: opening.at(rung).part(),
            closing: closing.at(rung).part(),
            ..RungBalance::default()
        });
        for row in &recommendations {
            in_plan.added += usize::from(row.before.is_none() && row.now.is_some());
            in_plan.removed += usize::from(row.before.is_some() && row.now.is_none());
            for (rung, balance) in RUNGS.into_iter().zip(&mut rungs) {
                count_rung(balance, rung, row);
            }
        }
        let [links_added, links_removed] = link_changes(&sides);
        Self {
            sides,
            items,
            recommendations,
            links_added,
            links_removed,
            actions,
            milestones,
            in_plan,
            rungs,
        }
    }

    /// Returns the earlier plan.
    #[must_use]
    pub fn earlier(&self) -> &'p Plan {
        self.sides.earlier
    }

    /// Returns the date of the earlier plan's facts.
    #[must_use]
    pub fn earlier_as_of(&self) -> NaiveDate {
        self.sides.earlier_as_of
    }

    /// Returns the later plan.
    #[must_use]
    pub fn later(&self) -> &'p Plan {
        self.sides.later
    }

    /// Returns the date of the later plan's facts.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.sides.as_of
    }

    /// Returns whether the ids of the two plans are equal.
    #[must_use]
    pub fn same_plan(&self) -> bool {
        self.earlier().id() == self.later().id()
    }

    /// Returns whether the two plans derive colours from dates by different policies.
    #[must_use]
    pub fn rag_policy_changed(&self) -> bool {
        self.earlier().rag_policy() != self.later().rag_policy()
    }

    /// Returns how many pairs of recommendations, actions and milestones have different ids, so that only a reference
    /// or the words show that they are the same.
    #[must_use]
    pub fn matched_by_reference(&self) -> usize {
        let pairs = &self.sides.pairs;
        [&pairs.recommendations, &pairs.actions, &pairs.milestones]
            .into_iter()
            .map(Pairing::with_other_ids)
            .sum()
    }

    /// Returns whether nothing has changed: every item and recommendation is in both plans, with the same state, dates,
    /// colours, words and links. A milestone that sits in another action is a change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.iter().all(|row| !row.differs())
            && self.recommendations.iter().all(|row| !row.differs())
            && self.links_added.is_empty()
            && self.links_removed.is_empty()
    }
}

/// # Balances
impl Progress<'_> {
    /// Returns the balances of the actions, or of the milestones.
    #[must_use]
    pub fn balance(&self, kind: ItemKind) -> ItemBalance {
        match kind {
            ItemKind::Action => self.actions,
            ItemKind::Milestone => self.milestones,
        }
    }

    /// Returns the balance of the counted recommendations.
    #[must_use]
    pub fn recommendation_balance(&self) -> InPlanBalance {
        self.in_plan
    }

    /// Returns the balance of the counted recommendations that have reached a rung. A pair that rises two rungs is
    /// gained on both.
    #[must_use]
    pub fn rung_balance(&self, rung: Rung) -> RungBalance {
        let all = RUNGS.into_iter().zip(self.rungs);
        all.filter(|(one, _)| *one == rung).map(|(_, balance)| balance).next().unwrap_or_default()
    }
}

/// # Actions and milestones
impl<'p> Progress<'p> {
    /// Iterates over every action and milestone of the two plans, changed or not.
    pub fn items(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.items.iter().map(|row| ItemChange::new(&self.sides, *row))
    }

    /// Iterates over the items that a flag or a state concerns.
    fn rows(&self, is_one: impl Fn(&ItemRow) -> bool) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        let rows = self.items.iter().filter(move |row| is_one(row));
        rows.map(|row| ItemChange::new(&self.sides, *row))
    }

    /// Iterates over the items with an outcome.
    pub fn with_outcome(&self, outcome: ItemOutcome) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.items().filter(move |item| item.outcome() == Some(outcome))
    }

    /// Iterates over the items that are in the later plan only.
    pub fn added(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.with_outcome(ItemOutcome::Added)
    }

    /// Iterates over the items that are in the earlier plan only.
    pub fn removed(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.with_outcome(ItemOutcome::Removed)
    }

    /// Iterates over the items that were not completed and are.
    pub fn completed(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.with_outcome(ItemOutcome::Completed)
    }

    /// Iterates over the items that were not suspended and are.
    pub fn suspended(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.with_outcome(ItemOutcome::Suspended)
    }

    /// Iterates over the items that were not withdrawn and are.
    pub fn withdrawn(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.with_outcome(ItemOutcome::Withdrawn)
    }

    /// Iterates over the items that were not open and are.
    pub fn reopened(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.with_outcome(ItemOutcome::Reopened)
    }

    /// Iterates over the items that are late and were not, or were not there.
    pub fn newly_overdue(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::NewlyOverdue))
    }

    /// Iterates over the items that were late and are not, or are gone.
    pub fn no_longer_overdue(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::NoLongerOverdue))
    }

    /// Iterates over the items in both plans whose due days differ.
    pub fn redated(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::Redated))
    }

    /// Iterates over the items whose original due day was altered.
    pub fn baseline_altered(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::BaselineAltered))
    }

    /// Iterates over the items of which an agreed revision is not listed any more.
    pub fn revisions_altered(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::RevisionsAltered))
    }

    /// Iterates over the actions whose declared colours differ.
    pub fn redeclared(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::Declared))
    }

    /// Iterates over the actions whose derived colours differ.
    pub fn rederived(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::Derived))
    }

    /// Iterates over the items whose leads differ.
    pub fn with_other_lead(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::Lead))
    }

    /// Iterates over the milestones that were moved to another action.
    pub fn moved(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::Moved))
    }

    /// Iterates over the items whose references differ.
    pub fn renumbered(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::Renumbered))
    }

    /// Iterates over the items whose titles differ.
    pub fn reworded(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::Reworded))
    }

    /// Iterates over the actions with a reference that another action had.
    pub fn reused_references(&self) -> impl Iterator<Item = ItemChange<'_, 'p>> {
        self.rows(|row| row.has(Flag::ReusedReference))
    }

    /// Iterates over the links of actions in both plans that are new, by action and then by recommendation.
    #[must_use]
    pub fn links_added(&self) -> impl ExactSizeIterator<Item = LinkChange<'p>> {
        self.links_added.iter().copied()
    }

    /// Iterates over the links of actions in both plans that are gone, by action and then by recommendation.
    #[must_use]
    pub fn links_removed(&self) -> impl ExactSizeIterator<Item = LinkChange<'p>> {
        self.links_removed.iter().copied()
    }
}

/// # Recommendations
impl<'p> Progress<'p> {
    /// Iterates over every recommendation, part and finding of the two plans, changed or not. Those that are in the
    /// earlier plan only, or counted only there, come at their place in the one that they are in.
    pub fn recommendations(&self) -> impl Iterator<Item = RecommendationChange<'_, 'p>> {
        self.recommendations.iter().map(|row| RecommendationChange::new(&self.sides, *row))
    }
}

/// Adds what became of an item to a balance.
fn count_item(balance: &mut ItemBalance, row: &ItemRow) {
    let one = |is_counted: bool| usize::from(is_counted);
    balance.in_plan.added += one(row.before.is_none());
    balance.in_plan.removed += one(row.now.is_none());
    balance.overdue.newly += one(row.has(Flag::NewlyOverdue));
    balance.overdue.no_longer += one(row.has(Flag::NoLongerOverdue));
    let (was_open, is_open) =
        (row.before == Some(ItemState::Open), row.now == Some(ItemState::Open));
    match (row.before, row.now) {
        _ if was_open == is_open => {}
        (None, _) => balance.open.added += 1,
        (_, None) => balance.open.removed += 1,
        (_, Some(ItemState::Open)) => balance.open.reopened += 1,
        (_, Some(ItemState::Completed)) => balance.open.completed += 1,
        (_, Some(ItemState::Suspended)) => balance.open.suspended += 1,
        (_, Some(ItemState::Withdrawn)) => balance.open.withdrawn += 1,
    }
}

/// Adds what became of a recommendation to the balance of a rung.
fn count_rung(balance: &mut RungBalance, rung: Rung, row: &RecommendationRow) {
    let has = |reached: Option<Rung>| reached >= Some(rung);
    match (row.before, row.now) {
        (Some(before), Some(now)) => {
            balance.gained += usize::from(!has(before) && has(now));
            balance.lost += usize::from(has(before) && !has(now));
        }
        (None, Some(now)) => balance.added += usize::from(has(now)),
        (Some(before), None) => balance.removed += usize::from(has(before)),
        (None, None) => {}
    }
}

/// The plan of one side, as data.
struct SideName<'p>(&'p Plan, NaiveDate);

impl Serialize for SideName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("SideName", 3)?;
        object.serialize_field("id", &self.0.id())?;
        object.serialize_field("reference", &self.0.reference())?;
        object.serialize_field("as_of", &self.1)?;
        object.end()
    }
}

/// The recommendations, as data.
#[derive(Serialize)]
struct RecommendationBalances {
    in_plan: InPlanBalance,
    addressed: RungBalance,
    planned: RungBalance,
    completed: RungBalance,
    assured: RungBalance,
}

/// The links, as data.
#[derive(Serialize)]
struct Links<'a, 'p> {
    added: &'a [LinkChange<'p>],
    removed: &'a [LinkChange<'p>],
}

impl Serialize for Progress<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [addressed, planned, completed, assured] = self.rungs;
        let in_plan = self.in_plan;
        let items: Vec<_> = self.items().filter(ItemChange::is_changed).collect();
        let changed: Vec<_> =
            self.recommendations().filter(RecommendationChange::is_changed).collect();
        let mut object = serializer.serialize_struct("Progress", 11)?;
        object.serialize_field("earlier", &SideName(self.earlier(), self.earlier_as_of()))?;
        object.serialize_field("later", &SideName(self.later(), self.as_of()))?;
        object.serialize_field("same_plan", &self.same_plan())?;
        object.serialize_field("rag_policy_changed", &self.rag_policy_changed())?;
        object.serialize_field("matched_by_reference", &self.matched_by_reference())?;
        let balances = RecommendationBalances { in_plan, addressed, planned, completed, assured };
        object.serialize_field("recommendations", &balances)?;
        object.serialize_field("actions", &self.actions)?;
        object.serialize_field("milestones", &self.milestones)?;
        object.serialize_field("items", &items)?;
        object.serialize_field("recommendation_changes", &changed)?;
        let links = Links { added: &self.links_added, removed: &self.links_removed };
        object.serialize_field("links", &links)?;
        object.end()
    }
}
