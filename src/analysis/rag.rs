//! Declared colours, colours derived from the dates, and how the two differ.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::answer_object::answer_object;
use super::answer_words::answer_words;
use super::slippage::Slippage;
use super::timeliness::{Timeliness, days_from};
use super::timeliness_report::TimelinessReport;
use crate::model::{DeliveryStatus, LegendMeaning, RagPolicy, RagStatus};
use crate::plan::{ActionRef, Item, Plan};
use crate::text::{counted, days as in_days, fold, same, written};

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
    /// Returns the declared RAG, read using the plan's legend.
    #[must_use]
    pub fn declared_rag(self) -> Declared<'p> {
        let Some(word) = written(self.record().rag.as_ref()) else { return Declared::Missing };
        let legend = &self.plan().index().legend;
        // Most plans have no legend.
        let meaning = if legend.is_empty() { None } else { legend.get(fold(word).as_ref()) };
        let meaning = meaning.copied();
        let colour = RagStatus::ALL.iter().find(|colour| same(colour.as_str(), word));
        match meaning.or_else(|| colour.map(|colour| LegendMeaning::Colour(*colour))) {
            Some(LegendMeaning::Colour(colour)) => Declared::Colour(colour),
            Some(LegendMeaning::Status(status)) => Declared::Status(status),
            None => Declared::Unknown(word),
        }
    }

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
    /// Returns the declared and the derived colour of each action, in document order, from the classes
    /// that are known already.
    pub(crate) fn rag(&self, policy: &RagPolicy) -> Vec<RagItem<'p>> {
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

/// Returns the derived colour of every action, given the classes of all actions and milestones in document order.
pub(super) fn derived_colours(
    plan: &Plan,
    as_of: NaiveDate,
    policy: &RagPolicy,
    classes: &[Timeliness],
) -> Vec<Option<RagStatus>> {
    let mut rest = classes;
    let mut colours = Vec::with_capacity(plan.action_count());
    for action in plan.actions() {
        let Some((class, more)) = rest.split_first() else { break };
        let (own, more) = more.split_at_checked(action.milestones().len()).unwrap_or((more, &[]));
        rest = more;
        let is_milestone_late = || own.iter().any(|class| class.is_overdue());
        colours.push(derive(action, *class, is_milestone_late, as_of, policy).colour);
    }
    colours
}

/// The declared RAG of an action.
///
/// Serialises as `colour`, `status` and `unknown`: the word of the variant under its key, and null under
/// the others. If all are null, none is declared.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Declared<'p> {
    /// No RAG is declared.
    Missing,
    /// A colour.
    Colour(RagStatus),
    /// A word that the plan's legend defines as a delivery status.
    Status(DeliveryStatus),
    /// A word that is neither a colour nor in the legend.
    Unknown(&'p str),
}

/// Shows no text of the plan.
impl fmt::Debug for Declared<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("Missing"),
            Self::Colour(colour) => write!(f, "Colour({colour})"),
            Self::Status(status) => write!(f, "Status({status})"),
            Self::Unknown(_) => f.write_str("Unknown"),
        }
    }
}

impl Declared<'_> {
    /// Returns the colour, if it is one.
    #[must_use]
    pub fn colour(self) -> Option<RagStatus> {
        match self {
            Self::Colour(colour) => Some(colour),
            _ => None,
        }
    }

    /// Returns the delivery status, if it is one.
    const fn status(self) -> Option<DeliveryStatus> {
        match self {
            Self::Status(status) => Some(status),
            _ => None,
        }
    }
}

impl<'p> Declared<'p> {
    /// Returns the word, if it is not known.
    const fn unknown(self) -> Option<&'p str> {
        match self {
            Self::Unknown(word) => Some(word),
            _ => None,
        }
    }
}

answer_object!(
    Declared<'_>,
    |this| colour = this.colour(),
    status = this.status(),
    unknown = this.unknown(),
);

/// A reason why the derived colour is not green.
///
/// Serialises as `reason`, its stable word; `days`, its days late, left or moved, or null; and `times`,
/// its number of moves, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RagReason {
    /// It is late.
    Late {
        /// Days past the due day.
        days: u32,
    },
    /// It is late and answers an urgent recommendation.
    UrgentLate {
        /// Days past the due day.
        days: u32,
    },
    /// One of its milestones is late.
    MilestoneLate,
    /// An item it depends on is late.
    DependencyLate,
    /// It is not started and is due soon.
    NotStartedNearDue {
        /// Days left.
        days: u32,
    },
    /// It is not started, and its start date has passed.
    StartMissed,
    /// A move of its date was requested and not agreed.
    MoveNotAgreed,
    /// Its due date has moved far.
    MovedFar {
        /// Days from the original due day.
        days: u32,
    },
    /// Its due date has moved often.
    MovedOften {
        /// The number of moves.
        times: usize,
    },
}

impl RagReason {
    /// Returns the stable word for programs, without the numbers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Late { .. } => "late",
            Self::UrgentLate { .. } => "urgent-late",
            Self::MilestoneLate => "milestone-late",
            Self::DependencyLate => "dependency-late",
            Self::NotStartedNearDue { .. } => "not-started-near-due",
            Self::StartMissed => "start-missed",
            Self::MoveNotAgreed => "move-not-agreed",
            Self::MovedFar { .. } => "moved-far",
            Self::MovedOften { .. } => "moved-often",
        }
    }

    /// Returns its days: late, left or moved.
    const fn days(self) -> Option<u32> {
        match self {
            Self::Late { days }
            | Self::UrgentLate { days }
            | Self::NotStartedNearDue { days }
            | Self::MovedFar { days } => Some(days),
            _ => None,
        }
    }

    /// Returns its number of moves.
    const fn times(self) -> Option<usize> {
        match self {
            Self::MovedOften { times } => Some(times),
            _ => None,
        }
    }
}

answer_object!(RagReason, |this| reason = this.as_str(), days = this.days(), times = this.times(),);

/// Writes the reason with its numbers: `13 days late`.
impl fmt::Display for RagReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late { days } => write!(f, "{} late", in_days(*days)),
            Self::UrgentLate { days } => {
                write!(f, "{} late on an urgent recommendation", in_days(*days))
            }
            Self::MilestoneLate => f.write_str("a milestone is late"),
            Self::DependencyLate => f.write_str("something it waits for is late"),
            Self::NotStartedNearDue { days: 0 } => f.write_str("not started, due today"),
            Self::NotStartedNearDue { days } => {
                write!(f, "not started, due in {}", in_days(*days))
            }
            Self::StartMissed => f.write_str("not started, and its start day is past"),
            Self::MoveNotAgreed => f.write_str("a new date is asked for and not agreed"),
            Self::MovedFar { days } => write!(f, "its date was moved by {}", in_days(*days)),
            Self::MovedOften { times } => {
                write!(f, "its date was moved {}", counted(*times, "time"))
            }
        }
    }
}

/// The colour derived from the dates, with the reasons.
///
/// Serialises as `colour`, or null, and `reasons`, a list of [`RagReason`]s.
#[derive(Serialize, Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    colour: Option<RagStatus>,
    reasons: Vec<RagReason>,
}

impl Derived {
    /// Returns the colour, or `None` if there is no date or the work has stopped.
    #[must_use]
    pub const fn colour(&self) -> Option<RagStatus> {
        self.colour
    }

    /// Returns the reasons why it is not green, the most important first.
    #[must_use]
    pub fn reasons(&self) -> &[RagReason] {
        &self.reasons
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
        match (self.declared.colour(), self.derived.colour) {
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

/// The number of actions with each colour.
///
/// Serialises as `green`, `amber`, `red` and `none`.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RagCounts {
    green: usize,
    amber: usize,
    red: usize,
    none: usize,
}

impl RagCounts {
    /// Returns how many are green.
    #[must_use]
    pub const fn green(&self) -> usize {
        self.green
    }

    /// Returns how many are amber.
    #[must_use]
    pub const fn amber(&self) -> usize {
        self.amber
    }

    /// Returns how many are red.
    #[must_use]
    pub const fn red(&self) -> usize {
        self.red
    }

    /// Returns how many have no colour.
    #[must_use]
    pub const fn none(&self) -> usize {
        self.none
    }

    /// Counts colours.
    #[must_use]
    pub fn of(colours: impl Iterator<Item = Option<RagStatus>>) -> Self {
        let mut counts = Self::default();
        for colour in colours {
            *match colour {
                Some(RagStatus::Green) => &mut counts.green,
                Some(RagStatus::Amber) => &mut counts.amber,
                Some(RagStatus::Red) => &mut counts.red,
                None => &mut counts.none,
            } += 1;
        }
        counts
    }

    /// Returns the worst colour present, if any.
    #[must_use]
    pub fn worst(&self) -> Option<RagStatus> {
        [(self.red, RagStatus::Red), (self.amber, RagStatus::Amber), (self.green, RagStatus::Green)]
            .into_iter()
            .find(|(count, _)| *count > 0)
            .map(|(_, colour)| colour)
    }

    /// Returns how many have a colour.
    #[must_use]
    pub fn coloured(&self) -> usize {
        self.green + self.amber + self.red
    }
}

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
        RagCounts::of(self.items.iter().map(|item| item.derived.colour))
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

fn derive(
    action: ActionRef<'_>,
    class: Timeliness,
    is_milestone_late: impl FnOnce() -> bool,
    as_of: NaiveDate,
    policy: &RagPolicy,
) -> Derived {
    let item = Item::Action(action);
    let undecided = Derived { colour: None, reasons: Vec::new() };
    match class {
        Timeliness::Suspended | Timeliness::Withdrawn | Timeliness::NoDate(_) => return undecided,
        Timeliness::AwaitingSignOff if item.current_due(as_of).due_day().is_none() => {
            return undecided;
        }
        _ if item.is_completed(as_of) => {
            return Derived { colour: Some(RagStatus::Green), reasons: Vec::new() };
        }
        _ => {}
    }
    let mut colour = RagStatus::Green;
    let mut reasons = Vec::new();
    let mut add = |worse: RagStatus, reason: RagReason| {
        colour = colour.max(worse);
        reasons.push(reason);
    };
    if let Timeliness::Overdue { days } = class {
        if action.urgent_answers().next().is_some() {
            add(RagStatus::Red, RagReason::UrgentLate { days });
        } else if days > policy.red_after_days {
            add(RagStatus::Red, RagReason::Late { days });
        } else {
            add(RagStatus::Amber, RagReason::Late { days });
        }
    }
    if is_milestone_late() {
        add(RagStatus::Amber, RagReason::MilestoneLate);
    }
    if action.depends_on().any(|other| Timeliness::of(Item::Action(other), as_of).is_overdue()) {
        add(RagStatus::Amber, RagReason::DependencyLate);
    }
    if action.status() == DeliveryStatus::NotStarted {
        let due = item.current_due(as_of).due_day();
        let left = due.filter(|due| as_of <= *due).map(|due| days_from(as_of, due));
        if let Some(days) = left.filter(|days| *days <= policy.not_started_within_days) {
            add(RagStatus::Amber, RagReason::NotStartedNearDue { days });
        }
    }
    if action.missed_start(as_of).is_some() {
        add(RagStatus::Amber, RagReason::StartMissed);
    }
    let slippage = Slippage::of(item, as_of);
    if slippage.requests() > 0 {
        add(RagStatus::Amber, RagReason::MoveNotAgreed);
    }
    let moved = slippage.days().and_then(|days| u32::try_from(days).ok());
    if let Some(days) = moved.filter(|days| *days > policy.moved_by_more_than_days) {
        add(RagStatus::Amber, RagReason::MovedFar { days });
    }
    if slippage.moves() > 0 && slippage.moves() >= policy.moved_times as usize {
        add(RagStatus::Amber, RagReason::MovedOften { times: slippage.moves() });
    }
    Derived { colour: Some(colour), reasons }
}
