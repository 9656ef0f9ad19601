//! The coverage report.

use chrono::NaiveDate;

use crate::analysis::{
    Coverage, DUE_SOON_DAYS, DateGivenUp, DueItem, InterimArrangement, MeasureState, OverdueItem,
    Progress, RagReport, Snapshot, TimelinessReport,
};
#[cfg(any(feature = "csv", feature = "workbook"))]
use crate::import::Import;
use crate::plan::{Plan, Withheld};
use crate::rules::{Checked, Rules};

/// The report of a plan as of a date for a board: which recommendations have no action, what is
/// late and what to ask, what falls due next, which temporary arrangements end, how the measures
/// move, what the plan cannot show yet, and what the rules find.
///
/// The facts are computed once, by [`new`](Self::new), so every layout agrees. The same plan as of
/// the same date gives the same bytes. Updates and the text of assessments are never printed,
/// because they may name people. Restricted records *are* included, and the report says how many:
/// to publish a report, create it from the plan that [`Plan::published`] returns.
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
///         "1 action is late. The plan does not say when its facts were gathered.",
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
    pub(super) given_up: Vec<DateGivenUp<'p>>,
    /// What is due on the date or in the days after it, soonest first.
    pub(super) due_soon: Vec<DueItem<'p>>,
    pub(super) interim: Vec<InterimArrangement<'p>>,
    pub(super) rag: RagReport<'p>,
    pub(super) measures: Vec<MeasureState<'p>>,
    pub(super) checked: Checked,
    /// What was withheld from the plan, if known.
    pub(super) withheld: Option<Withheld>,
    /// What has changed since an earlier plan, if it is compared with one.
    pub(super) progress: Option<Progress<'p>>,
    /// The counts of earlier days, earliest first.
    pub(super) snapshots: Vec<Snapshot>,
    /// How many rows of the table that the plan came from were not read.
    pub(super) unread_rows: usize,
}

impl<'p> CoverageReport<'p> {
    /// Creates the report of a plan as of a date, checked by the given rules.
    #[must_use]
    pub fn new(plan: &'p Plan, as_of: NaiveDate, rules: &Rules) -> Self {
        let timeliness = plan.timeliness(as_of);
        let mut due_soon: Vec<_> = timeliness.due_within(DUE_SOON_DAYS).collect();
        due_soon.sort_by_key(DueItem::days_left);
        Self {
            plan,
            as_of,
            coverage: plan.coverage(as_of),
            overdue: timeliness.late().collect(),
            given_up: timeliness.dates_given_up().collect(),
            due_soon,
            interim: plan.interim(as_of).collect(),
            rag: timeliness.rag(&plan.rag_policy()),
            timeliness,
            measures: plan.measure_states(as_of).collect(),
            checked: plan.check_in_full(rules, as_of),
            withheld: None,
            progress: None,
            snapshots: Vec::new(),
            unread_rows: 0,
        }
    }

    /// Counts the rows of the table that no record was made of, so that the headline says so. Use it with
    /// a plan that was built from this import.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    #[must_use]
    pub fn with_import(mut self, import: &Import) -> Self {
        let unread = ["row-without-action", "row-without-words"];
        let places = unread.iter().flat_map(|code| import.diagnostics().of_code(code));
        let rows: std::collections::BTreeSet<_> = places
            .map(|one| (one.location().sheet().map(str::to_owned), one.location().row()))
            .collect();
        self.unread_rows = rows.len();
        self
    }

    /// Sets how much was withheld from the plan, so that the report says so. Use it with a plan
    /// that [`Plan::published`] returns.
    #[must_use]
    pub fn with_withheld(mut self, withheld: Withheld) -> Self {
        self.withheld = Some(withheld);
        self
    }

    /// Sets what has changed since an earlier plan, so that the report says so after its first sentences: what
    /// [`Plan::progress_since`] of this plan and this date returns.
    ///
    /// ```
    /// # use improvement_plan::{CoverageReport, Plan, PlanDoc, Recommendation, Rules};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("1")]);
    /// # let (october, november) = (Plan::build(doc.clone())?, Plan::build(doc)?);
    /// let (earlier, as_of) = ("2026-10-31".parse()?, "2026-11-30".parse()?);
    /// let progress = november.progress_since(&october, earlier, as_of);
    /// let report = CoverageReport::new(&november, as_of, &Rules::standard()).with_progress(progress);
    /// assert!(report.to_text().contains("What changed since 31 October 2026"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_progress(mut self, progress: Progress<'p>) -> Self {
        self.progress = Some(progress);
        self
    }

    /// Sets the counts of other days, each taken of the document of its own day with
    /// [`Plan::snapshot`]. From three on, the report shows how far the work has come over time.
    #[must_use]
    pub fn with_snapshots(mut self, snapshots: impl IntoIterator<Item = Snapshot>) -> Self {
        self.snapshots = snapshots.into_iter().collect();
        self.snapshots.sort_by_key(Snapshot::as_of);
        self
    }

    /// Returns the plan.
    #[must_use]
    pub fn plan(&self) -> &'p Plan {
        self.plan
    }

    /// Returns the date of the report.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns the coverage of the recommendations.
    #[must_use]
    pub fn coverage(&self) -> &Coverage<'p> {
        &self.coverage
    }

    /// Returns the overdue actions and milestones in document order.
    #[must_use]
    pub fn overdue(&self) -> &[OverdueItem<'p>] {
        &self.overdue
    }

    /// Returns the actions and milestones whose due day was given up, in document order. They are not
    /// overdue, and every layout lists them beside those that are.
    #[must_use]
    pub fn dates_given_up(&self) -> &[DateGivenUp<'p>] {
        &self.given_up
    }

    /// Returns the timeliness of the actions and milestones.
    #[must_use]
    pub fn timeliness(&self) -> &TimelinessReport<'p> {
        &self.timeliness
    }

    /// Returns what is due on the date or in the days after it, soonest first.
    #[must_use]
    pub fn due_soon(&self) -> &[DueItem<'p>] {
        &self.due_soon
    }

    /// Returns the temporary arrangements in document order.
    #[must_use]
    pub fn interim(&self) -> &[InterimArrangement<'p>] {
        &self.interim
    }

    /// Returns the declared colours beside those derived from the dates.
    #[must_use]
    pub fn rag(&self) -> &RagReport<'p> {
        &self.rag
    }

    /// Returns the state of each measure in document order.
    #[must_use]
    pub fn measures(&self) -> &[MeasureState<'p>] {
        &self.measures
    }

    /// Returns how much was withheld from the plan, if that was [set](Self::with_withheld).
    #[must_use]
    pub fn withheld(&self) -> Option<&Withheld> {
        self.withheld.as_ref()
    }

    /// Returns what has changed since an earlier plan, if that was [set](Self::with_progress).
    #[must_use]
    pub fn progress(&self) -> Option<&Progress<'p>> {
        self.progress.as_ref()
    }

    /// Returns the diagnostics of the rules, and what was waived.
    #[must_use]
    pub fn checked(&self) -> &Checked {
        &self.checked
    }
}
