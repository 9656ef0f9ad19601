//! The facts that rules look at, each worked out once.

use chrono::NaiveDate;

use crate::analysis::{
    Coverage, MeasureState, OverdueItem, RagItem, Timeliness, TimelinessReport, TimelyItem,
};
use crate::plan::{ActionRef, Item, ItemKind, Plan};

/// The facts of one plan as of one day.
pub(crate) struct Facts<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) as_of: NaiveDate,
    /// Whether the missing date of an urgent action is said as such, so that it need not be said twice.
    pub(crate) says_urgent_undated: bool,
    pub(crate) coverage: Coverage<'p>,
    timeliness: TimelinessReport<'p>,
    /// The declared and derived colour of each action, in document order.
    pub(crate) rag: Vec<RagItem<'p>>,
    /// Where each measure stands, in document order.
    pub(crate) measures: Vec<MeasureState<'p>>,
}

impl<'p> Facts<'p> {
    pub(crate) fn new(plan: &'p Plan, as_of: NaiveDate, says_urgent_undated: bool) -> Self {
        let policy = plan.rag_policy();
        Self {
            plan,
            as_of,
            says_urgent_undated,
            coverage: plan.coverage(as_of),
            timeliness: plan.timeliness(as_of),
            rag: plan.actions().map(|action| action.rag(as_of, &policy)).collect(),
            measures: plan.measure_states(as_of).collect(),
        }
    }

    /// Every action and milestone with its class, in document order.
    pub(crate) fn items(&self) -> impl Iterator<Item = TimelyItem<'p>> {
        self.timeliness.items()
    }
    /// The items of one kind that are open and that their leads have not done yet, each with its
    /// class.
    pub(crate) fn outstanding(
        &self,
        kind: ItemKind,
    ) -> impl Iterator<Item = (Item<'p>, Timeliness)> {
        let items = self.items().map(|timely| (timely.item(), timely.class()));
        items.filter(move |(item, class)| item.kind() == kind && class.is_outstanding())
    }

    /// The actions that are open.
    pub(crate) fn open_actions(&self) -> impl Iterator<Item = ActionRef<'p>> {
        self.items().filter_map(|timely| match timely.item() {
            Item::Action(action) if timely.class().is_open() => Some(action),
            _ => None,
        })
    }

    /// What is late.
    pub(crate) fn late(&self) -> impl Iterator<Item = OverdueItem<'p>> {
        self.items().filter_map(|timely| timely.overdue(self.as_of))
    }
}

/// Both kinds, in the order in which they are looked at.
pub(crate) const KINDS: [ItemKind; 2] = [ItemKind::Action, ItemKind::Milestone];
