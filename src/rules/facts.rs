//! The facts that rules use, each computed once.

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::analysis::{
    Coverage, DateGivenUp, InterimArrangement, MeasureState, NoDate, OverdueItem, RagItem,
    StatutoryTimetable, Timeliness, TimelinessReport, TimelyItem,
};
use crate::model::Action;
use crate::plan::{ActionRef, Item, ItemKind, Plan, RecommendationRef};
use crate::working_days::WorkingDays;

/// The facts of a plan as of a date.
pub(crate) struct Facts<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) as_of: NaiveDate,
    /// Whether missing dates of urgent actions have their own rule, so that other rules omit them.
    pub(crate) says_urgent_undated: bool,
    /// Whether due dates that were given up have their own rule, so that other rules omit them.
    says_given_up: bool,
    /// Whether interim arrangements without an end have their own rule, so that other rules omit them.
    says_endless: bool,
    /// The codes of the rules that are switched off.
    off: Vec<&'static str>,
    pub(crate) coverage: Coverage<'p>,
    timeliness: TimelinessReport<'p>,
    /// The open items without a due day, in document order.
    pub(crate) undated: Vec<TimelyItem<'p>>,
    /// The open actions, in document order.
    open_actions: Vec<ActionRef<'p>>,
    /// The items that have stopped, themselves or with their action, in document order.
    stopped: Vec<Item<'p>>,
    /// The actions and milestones with revisions, agreed or not, in document order.
    pub(crate) moved: Vec<Item<'p>>,
    /// The actions and milestones with a completion day, whatever their status, in document order.
    pub(crate) dated_complete: Vec<Item<'p>>,
    /// The declared and the derived colour of each action, in document order.
    pub(crate) rag: Vec<RagItem<'p>>,
    /// The state of each measure, in document order.
    pub(crate) measures: Vec<MeasureState<'p>>,
    /// The timetable of each source for which the law sets one and a date is given, in document order.
    pub(crate) timetables: Vec<StatutoryTimetable<'p>>,
    /// The interim arrangements that are not stopped, in document order.
    pub(crate) interim: Vec<InterimArrangement<'p>>,
    /// The recommendation that contains each, found when first asked for.
    outermost: OnceLock<Vec<RecommendationRef<'p>>>,
}

impl<'p> Facts<'p> {
    /// Computes the facts for the rules that are not switched off.
    pub(crate) fn new(plan: &'p Plan, as_of: NaiveDate, off: Vec<&'static str>) -> Self {
        let timeliness = plan.timeliness(as_of);
        let (mut moved, mut dated_complete) = (Vec::new(), Vec::new());
        let (mut undated, mut open_actions, mut stopped) = (Vec::new(), Vec::new(), Vec::new());
        // Most rules are about few of the items. Looking through all of them for each rule costs more than the rules.
        for timely in timeliness.items() {
            let (item, class) = (timely.item(), timely.class());
            match class {
                Timeliness::NoDate(_) => undated.push(timely),
                Timeliness::Suspended | Timeliness::Withdrawn => stopped.push(item),
                _ => {}
            }
            if let Item::Action(action) = item
                && class.is_open()
            {
                open_actions.push(action);
            }
            if !item.revisions().is_empty() {
                moved.push(item);
            }
            if item.completed_day().is_some() {
                dated_complete.push(item);
            }
        }
        Self {
            plan,
            as_of,
            says_urgent_undated: !off.contains(&"urgent-recommendation-undated"),
            says_given_up: !off.contains(&"date-given-up"),
            says_endless: !off.contains(&"interim-without-end"),
            off,
            coverage: plan.coverage(as_of),
            undated,
            open_actions,
            stopped,
            moved,
            dated_complete,
            rag: timeliness.rag_items(&plan.rag_policy()),
            timeliness,
            measures: plan.measure_states(as_of).collect(),
            timetables: timetables(plan),
            interim: plan.interim_arrangements(as_of),
            outermost: OnceLock::new(),
        }
    }

    /// Returns the outermost recommendation that contains one: itself, if it is not a part.
    pub(crate) fn outermost(&self, recommendation: RecommendationRef<'p>) -> RecommendationRef<'p> {
        if recommendation.whole().is_none() {
            return recommendation;
        }
        let all = self.outermost.get_or_init(|| self.coverage.outermost_wholes());
        all.get(recommendation.position()).copied().unwrap_or(recommendation)
    }

    /// Returns the interim arrangement that an action is, if it is one and not stopped.
    pub(crate) fn arrangement(&self, action: ActionRef<'p>) -> Option<&InterimArrangement<'p>> {
        let place = |one: &InterimArrangement<'_>| one.action().position();
        let at = self.interim.binary_search_by_key(&action.position(), place).ok()?;
        self.interim.get(at)
    }

    /// Returns whether an action is an interim arrangement with neither an end nor a due day, and is reported
    /// as such.
    pub(crate) fn is_said_as_endless(&self, item: Item<'p>) -> bool {
        let Item::Action(action) = item else { return false };
        self.says_endless && !self.interim.is_empty() && action.is_endless(self.as_of)
    }

    /// Returns every action and milestone with its class, in document order.
    pub(crate) fn items(&self) -> impl Iterator<Item = TimelyItem<'p>> {
        self.timeliness.items()
    }

    /// Returns the open items of one kind without a due day, in document order, each with the reason.
    pub(crate) fn undated_of(&self, kind: ItemKind) -> impl Iterator<Item = (Item<'p>, NoDate)> {
        self.undated.iter().filter_map(move |timely| match timely.class() {
            Timeliness::NoDate(why) if timely.item().kind() == kind => Some((timely.item(), why)),
            _ => None,
        })
    }

    /// Returns how many open items of one kind have a due day and are not yet done by their leads.
    pub(crate) fn dated_count(&self, kind: ItemKind) -> usize {
        let counts = match kind {
            ItemKind::Action => self.timeliness.actions(),
            ItemKind::Milestone => self.timeliness.milestones(),
        };
        counts.overdue() + counts.due_today() + counts.due_soon() + counts.on_time()
    }

    /// Returns the items that have stopped, themselves or with their action.
    pub(crate) fn stopped(&self) -> impl Iterator<Item = Item<'p>> {
        self.stopped.iter().copied()
    }

    /// Returns every action with its record, in document order.
    pub(crate) fn records(&self) -> impl Iterator<Item = (ActionRef<'p>, &'p Action)> {
        self.plan.actions().zip(&self.plan.doc().actions)
    }

    /// Returns the day of the facts: the plan's status date, or the day asked about if it has none.
    pub(crate) fn gathered(&self) -> NaiveDate {
        self.plan.status_date().unwrap_or(self.as_of)
    }

    /// Returns whether a rule is asked, so that another may leave to it what both would say.
    pub(crate) fn is_asked(&self, code: &str) -> bool {
        !self.off.contains(&code)
    }

    /// Returns the open actions.
    pub(crate) fn open_actions(&self) -> impl Iterator<Item = ActionRef<'p>> {
        self.open_actions.iter().copied()
    }

    /// Returns the actions and milestones whose due day was given up.
    pub(crate) fn dates_given_up(&self) -> impl Iterator<Item = DateGivenUp<'p>> {
        let given_up = |one: TimelyItem<'p>| DateGivenUp::of(one.item(), one.class(), self.as_of);
        self.undated.iter().copied().filter_map(given_up)
    }

    /// Returns whether the missing day of an item is reported as one given up.
    pub(crate) fn is_said_as_given_up(&self, item: Item<'p>, class: Timeliness) -> bool {
        self.says_given_up && DateGivenUp::of(item, class, self.as_of).is_some()
    }

    /// Returns the late actions and milestones.
    pub(crate) fn late(&self) -> impl Iterator<Item = OverdueItem<'p>> {
        self.timeliness.late()
    }
}

fn timetables(plan: &Plan) -> Vec<StatutoryTimetable<'_>> {
    let days = WorkingDays::england_and_wales();
    plan.sources().filter_map(|source| source.dated_timetable(&days)).collect()
}

/// Both kinds, in the order in which rules check them.
pub(crate) const KINDS: [ItemKind; 2] = [ItemKind::Action, ItemKind::Milestone];
