//! What to ask about the difference between two plans: dates, recommendations and references that should not change.
//!
//! These codes are a table of their own: they are about two plans, and no selection of rules runs them.

use super::origin::is_own_source;
use crate::analysis::{ItemChange, ItemState, MatchedBy, Progress, RecommendationChange};
use crate::diagnostic::{CodeEntry, Diagnostic, Diagnostics, Location, Severity, code_table};
use crate::due_date::DueDate;
use crate::plan::quoted;
use crate::text::day;

code_table! {
    /// Every code about two plans.
    TABLE;
    BASELINE_ALTERED = "baseline-altered", Error,
        "The original due date differs from that in the earlier plan. An original date never changes, so nobody can see how far the work has slipped.",
        "Restore the original date, and record the new one as a revision with the day it was agreed and a reason.";
    REVISION_ALTERED = "revision-altered", Warning,
        "A move of the due date that had been agreed is not listed any more, or another day is written for it.",
        "Restore the revision. Record a further move as a revision of its own.";
    RECOMMENDATION_REMOVED = "recommendation-removed", Error,
        "A recommendation that the earlier plan counted is not counted any more, so nobody asks whether it is answered. For the council's own priorities this is a warning, not an error.",
        "Put it back. The council may decline advice from peers or councillors, with a reason; the recommendation stays.";
    ITEM_REMOVED = "item-removed", Warning,
        "An action or milestone was open in the earlier plan and is in the plan no longer.",
        "Put it back and withdraw it, with a reason and who approved it.";
    REFERENCE_REUSED = "reference-reused", Warning,
        "The action has a reference that another action had in the earlier plan, so what was said of the one may be read of the other.",
        "Give it a reference that was never used. If it is the same action under another title and number, keep its id.";
    RECOMMENDATION_REWORDED = "recommendation-reworded", Warning,
        "The words of a recommendation differ from those in the earlier plan. They belong to whoever made it.",
        "Restore the words of its source, or check that the earlier ones were a mistake.";
}

/// # Diagnostics
impl Progress<'_> {
    /// Returns what somebody should ask about the difference: original dates and agreed moves that were altered, what
    /// was taken out, references used again, and recommendations in other words.
    ///
    /// Those about the later plan come first, in document order; then those about what is gone, in the order of the
    /// earlier plan. [`Diagnostic::earlier`] gives the place in the earlier plan.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Set up a board")
    /// #         .with_reference("1")
    /// #         .with_enables(["ofsted"])
    /// #         .with_due("2026-10-30")]);
    /// # let october = Plan::build(doc)?;
    /// # let as_of = "2026-11-30".parse()?;
    /// let november = october.edit(|doc| {
    ///     if let Some(action) = doc.action_mut("1") {
    ///         action.due = Some("2027-01-29".into());
    ///     }
    /// })?;
    /// let found = november.progress_since(&october, as_of, as_of).diagnostics();
    /// assert_eq!(
    ///     found.to_string(),
    ///     "error[baseline-altered] actions[0].due: its original due date was 30 October 2026 and is 29 January 2027 \
    ///      (in the earlier plan: actions[0].due)"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn diagnostics(&self) -> Diagnostics {
        let mut found = Found::default();
        self.items().for_each(|one| found.item(one));
        self.recommendations().for_each(|one| found.recommendation(one));
        let mut now: Vec<_> = self.later().diagnosed(found.now).into_iter().collect();
        self.earlier().hide_words(&mut now);
        let mut gone: Vec<_> = self.earlier().diagnosed(found.gone).into_iter().collect();
        self.later().hide_words(&mut gone);
        Diagnostics::new(
            now.into_iter().chain(gone.into_iter().map(Diagnostic::of_earlier)).collect(),
        )
    }

    /// Returns every code that [`diagnostics`](Self::diagnostics) gives, with its explanation.
    #[must_use]
    pub fn codes() -> &'static [CodeEntry] {
        TABLE
    }
}

/// What was found in the later plan, and of what is gone in the earlier.
#[derive(Default)]
struct Found {
    now: Vec<Diagnostic>,
    gone: Vec<Diagnostic>,
}

impl Found {
    fn item(&mut self, one: ItemChange<'_, '_>) {
        let (Some(earlier), Some(later)) = (one.earlier(), one.later()) else {
            self.reused_reference(one);
            return self.gone_item(one);
        };
        if let Some(change) = one.baseline_altered() {
            let date = |date: Option<_>| date.map_or_else(|| "no day".to_owned(), day);
            let (from, to) = (date(change.from()), date(change.to()));
            let message = format!("its original due date was {from} and is {to}");
            let place = later.location().key("due");
            self.now.push(
                about(&BASELINE_ALTERED, place, later.subject(), message)
                    .with_earlier(earlier.location().key("due")),
            );
        }
        for revision in one.revisions_altered() {
            let due = revision.due().map_or("", DueDate::as_str);
            let agreed = day(revision.agreed());
            let message =
                format!("the move to {} agreed on {agreed} is not listed any more", quoted(due));
            let place = later.location().key("revisions");
            let was = earlier.location().key("revisions").index(revision.position());
            self.now
                .push(about(&REVISION_ALTERED, place, later.subject(), message).with_earlier(was));
        }
        self.reused_reference(one);
    }

    fn gone_item(&mut self, one: ItemChange<'_, '_>) {
        let is_open = one.state_before() == Some(ItemState::Open);
        let Some(earlier) = one.earlier().filter(|_| is_open && one.later().is_none()) else {
            return;
        };
        // One line for an action and its milestones.
        if !one.is_gone_with_action() {
            let message = "it was open, and is not in the later plan";
            self.gone.push(about(&ITEM_REMOVED, earlier.location(), earlier.subject(), message));
        }
    }

    fn reused_reference(&mut self, one: ItemChange<'_, '_>) {
        let (Some(bearer), Some(later)) = (one.reused_reference(), one.later()) else { return };
        let message =
            format!("its reference was that of another action, {}", quoted(bearer.title()));
        let place = later.location().key("reference");
        self.now.push(
            about(&REFERENCE_REUSED, place, later.subject(), message)
                .with_earlier(bearer.location().key("reference")),
        );
    }

    fn recommendation(&mut self, one: RecommendationChange<'_, '_>) {
        let later = one.later();
        if let (true, Some(earlier)) = (one.is_removed(), one.earlier()) {
            let severity =
                if is_own_source(earlier.source()) { Severity::Warning } else { Severity::Error };
            let words = quoted(earlier.text());
            let (place, subject, what) = if let Some(later) = later {
                (later.location(), later.subject(), "was counted, and is a finding or a part now")
            } else {
                (earlier.location(), earlier.subject(), "is not in the later plan")
            };
            let message = format!("it {what}: {words}");
            let mut found = about(&RECOMMENDATION_REMOVED, place, subject, message);
            found.set_severity(severity);
            if later.is_some() {
                self.now.push(found.with_earlier(earlier.location()));
            } else {
                self.gone.push(found);
            }
        }
        if let (Some((from, matched_by)), Some(earlier), Some(later)) =
            (one.reworded(), one.earlier(), later)
        {
            let by = match matched_by {
                MatchedBy::Id => "",
                MatchedBy::Reference => ", or its reference belongs to another now",
            };
            let message = format!("its words were {}{by}", quoted(from));
            let place = later.location().key("text");
            self.now.push(
                about(&RECOMMENDATION_REWORDED, place, later.subject(), message)
                    .with_earlier(earlier.location().key("text")),
            );
        }
    }
}

fn about(
    entry: &CodeEntry,
    place: Location,
    subject: String,
    message: impl Into<String>,
) -> Diagnostic {
    Diagnostic::new(entry.code(), entry.severity(), place, subject, message, entry.help())
}
