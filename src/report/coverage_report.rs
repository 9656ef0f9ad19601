//! The report for a board.

use chrono::NaiveDate;

use crate::analysis::{
    Coverage, DUE_SOON_DAYS, DueItem, InterimArrangement, MeasureState, OverdueItem, RagReport,
    TimelinessReport,
};
use crate::plan::{Plan, Withheld};
use crate::rules::{Checked, Rules};

/// What a board is given of a plan on a day: which recommendations have no action, what is late and
/// what to ask, what comes next, what lapses, how the figures move, what the plan cannot show yet,
/// and what the rules say.
///
/// The facts are worked out once, when it is made; each layout then says the same. The same plan on
/// the same day gives the same bytes. Updates and the words of assessments are never printed, because
/// people may be named in them. Records marked restricted *are* in it, and it says how many: for
/// what is published, make it of the plan that [`Plan::published`] gives.
///
/// ```
/// # use improvement_plan::{Action, CoverageReport, Plan, PlanDoc, Recommendation, Rules, Source};
/// let doc = PlanDoc::new("p", "Improvement plan", "Anyshire")
///     .with_sources([Source::new("Inspection").with_reference("o").with_body("Ofsted")])
///     .with_recommendations([
///         Recommendation::new("Reduce caseloads.").with_reference("1").with_source("o"),
///         Recommendation::new("See children alone.").with_reference("2").with_source("o"),
///     ])
///     .with_actions([Action::new("Cap caseloads").with_answers(["1"]).with_due("2026-10-30")]);
/// let plan = Plan::build(doc)?;
/// let report = CoverageReport::new(&plan, "2026-11-02".parse()?, &Rules::standard());
/// assert_eq!(
///     report.headline(),
///     [
///         "Of Ofsted's 2 recommendations, 1 (50%) has an action and 1 has none.",
///         "1 action is late, and no day is known on which its facts were gathered.",
///     ]
/// );
/// assert!(report.to_text().contains("\n- 2: See children alone.\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct CoverageReport<'p> {
    pub(super) plan: &'p Plan,
    pub(super) as_of: NaiveDate,
    pub(super) coverage: Coverage<'p>,
    pub(super) timeliness: TimelinessReport<'p>,
    pub(super) overdue: Vec<OverdueItem<'p>>,
    /// What is due on the day or in the days after it, the soonest first.
    pub(super) due_soon: Vec<DueItem<'p>>,
    pub(super) interim: Vec<InterimArrangement<'p>>,
    pub(super) rag: RagReport<'p>,
    pub(super) measures: Vec<MeasureState<'p>>,
    pub(super) checked: Checked,
    /// What was kept out of the plan before, where that was said.
    pub(super) withheld: Option<Withheld>,
}

impl<'p> CoverageReport<'p> {
    /// The report of a plan as of a day, with what these rules say.
    #[must_use]
    pub fn new(plan: &'p Plan, as_of: NaiveDate, rules: &Rules) -> Self {
        let mut due_soon: Vec<_> = plan.due_within(as_of, DUE_SOON_DAYS).collect();
        due_soon.sort_by_key(DueItem::days_left);
        Self {
            plan,
            as_of,
            coverage: plan.coverage(as_of),
            timeliness: plan.timeliness(as_of),
            overdue: plan.overdue(as_of).collect(),
            due_soon,
            interim: plan.interim(as_of).collect(),
            rag: plan.rag(as_of, &plan.rag_policy()),
            measures: plan.measure_states(as_of).collect(),
            checked: plan.check_in_full(rules, as_of),
            withheld: None,
        }
    }

    /// Says how much was kept out of the plan it is of, so that the report tells its readers: for a
    /// report of a plan that [`Plan::published`] gave.
    #[must_use]
    pub fn with_withheld(mut self, withheld: Withheld) -> Self {
        self.withheld = Some(withheld);
        self
    }

    /// The plan it is of.
    #[must_use]
    pub fn plan(&self) -> &'p Plan {
        self.plan
    }

    /// The day it is of.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Where the recommendations stand.
    #[must_use]
    pub fn coverage(&self) -> &Coverage<'p> {
        &self.coverage
    }

    /// What is late, in document order.
    #[must_use]
    pub fn overdue(&self) -> &[OverdueItem<'p>] {
        &self.overdue
    }

    /// What the rules say, and what was waived.
    #[must_use]
    pub fn checked(&self) -> &Checked {
        &self.checked
    }
}
