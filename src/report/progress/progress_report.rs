//! The report of what has changed between two plans: a covering note.

use crate::analysis::Progress;
use crate::plan::Withheld;

/// What has changed between two plans, for a board: a covering note as text or Markdown, and JSON for programs.
///
/// The note begins with a paragraph of plain sentences with the figures of the balances. Then follows, each only where
/// there is something: what is late now and was not; what is late no longer, and why; dates that moved, with every reason,
/// those that nobody agreed first; what is done, stopped, added and gone; recommendations, colours, links and leads; and
/// how far the pairs of records can be trusted. Entries are ordered by workstream, never by who is responsible.
///
/// Restricted records *are* included: to publish a note, compare the plans that
/// [`Plan::published_with`](crate::Plan::published_with) returns.
///
/// ```
/// # use improvement_plan::report::ProgressReport;
/// # use improvement_plan::{Action, Plan, PlanDoc, Source};
/// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
/// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
/// #     .with_actions([Action::new("Set up a board")
/// #         .with_reference("1")
/// #         .with_enables(["ofsted"])
/// #         .with_due("2026-11-20")]);
/// # let plan = Plan::build(doc)?;
/// let progress = plan.progress_since(&plan, "2026-10-31".parse()?, "2026-11-30".parse()?);
/// let note = ProgressReport::new(&progress).to_text();
/// assert!(note.contains("Due 20 November 2026, 10 days late. Lead: no owner."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct ProgressReport<'r, 'p> {
    pub(super) progress: &'r Progress<'p>,
    /// What was withheld from the earlier and from the later plan, if known.
    pub(super) withheld: Option<[Withheld; 2]>,
}

impl<'r, 'p> ProgressReport<'r, 'p> {
    /// Creates the report.
    #[must_use]
    pub const fn new(progress: &'r Progress<'p>) -> Self {
        Self { progress, withheld: None }
    }

    /// Sets how much was withheld from the earlier and from the later plan, so that the note says so. Use it with the
    /// plans that [`Plan::published_with`](crate::Plan::published_with) returns.
    #[must_use]
    pub const fn with_withheld(self, earlier: Withheld, later: Withheld) -> Self {
        Self { withheld: Some([earlier, later]), ..self }
    }

    /// Returns what has changed.
    #[must_use]
    pub const fn progress(&self) -> &'r Progress<'p> {
        self.progress
    }
}
