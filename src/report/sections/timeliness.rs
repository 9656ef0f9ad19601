//! Counts actions and milestones by timeliness.

use crate::analysis::{DUE_SOON_DAYS, Timeliness, TimelinessCounts};
use crate::plan::ItemKind;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Document, Table};
use crate::report::grammar::{capital, days};
use crate::report::sections::overdue::{FELL_DUE, LATE_WHEN_GATHERED};
use crate::report::tag::Tag;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_timeliness(&self, document: &mut Document) {
        document.part("Actions and milestones, each counted once");
        let (actions, milestones) = (self.timeliness.actions(), self.timeliness.milestones());
        let soon = format!("Due in the next {DUE_SOON_DAYS} days");
        let since = |kind: ItemKind| {
            let since = self.overdue.iter().filter(|item| item.fell_due_since_report());
            since.filter(|item| item.kind() == kind).count()
        };
        let (since_actions, since_milestones) =
            (since(ItemKind::Action), since(ItemKind::Milestone));
        let late = |words: &str| {
            [
                words.to_owned(),
                actions.overdue().saturating_sub(since_actions).to_string(),
                milestones.overdue().saturating_sub(since_milestones).to_string(),
            ]
        };
        let label = |class: Timeliness| capital(class.label());
        // Without a status date, nothing is counted as fallen due since then.
        let late = if self.plan.status_date().is_some() {
            let words = FELL_DUE.to_owned();
            let since = [words, since_actions.to_string(), since_milestones.to_string()];
            vec![late(LATE_WHEN_GATHERED), since]
        } else {
            vec![late(&label(Timeliness::Overdue { days: 1 }))]
        };
        let row = |words: &str, of: fn(&TimelinessCounts) -> usize| {
            [words.to_owned(), of(&actions).to_string(), of(&milestones).to_string()]
        };
        document.table(Table::new(
            "Actions and milestones by timeliness",
            ["Timeliness", "Actions", "Milestones"],
            late.into_iter().chain([
                row(&label(Timeliness::DueToday), TimelinessCounts::due_today),
                row(&soon, TimelinessCounts::due_soon),
                row(
                    &label(Timeliness::OnTime { days: DUE_SOON_DAYS + 1 }),
                    TimelinessCounts::on_time,
                ),
                row("Open without a due date", TimelinessCounts::no_date),
                row(&label(Timeliness::AwaitingSignOff), TimelinessCounts::awaiting_sign_off),
                row("Completed", TimelinessCounts::completed),
                row(&label(Timeliness::Suspended), TimelinessCounts::suspended),
                row(&label(Timeliness::Withdrawn), TimelinessCounts::withdrawn),
                row("All", TimelinessCounts::total),
            ]),
        ));
        self.add_completed_late(document);
    }

    fn add_completed_late(&self, document: &mut Document) {
        let (actions, milestones) = (self.timeliness.actions(), self.timeliness.milestones());
        let (late, unknown) = (
            actions.completed_late() + milestones.completed_late(),
            actions.completed_lateness_unknown() + milestones.completed_lateness_unknown(),
        );
        let completed = actions.completed() + milestones.completed();
        let why = "a due date or a completion date is missing";
        let late = match (completed, late, unknown) {
            (0, ..) => return,
            (1, _, 1) => format!("Whether the 1 completed item was late is not known: {why}."),
            (1, 1, _) => "The 1 completed item was late.".to_owned(),
            (1, ..) => "The 1 completed item was not late.".to_owned(),
            (_, _, unknown) if unknown == completed => {
                format!(
                    "Whether any of the {completed} completed items was late is not known: {why}."
                )
            }
            (_, 0, 0) => format!("None of the {completed} completed items was late."),
            (_, 0, _) => {
                format!("None of the {completed} completed items is known to have been late.")
            }
            (_, 1, _) => format!("Of the {completed} completed items, 1 was late."),
            _ => format!("Of the {completed} completed items, {late} were late."),
        };
        let rest = if unknown > 0 && unknown < completed {
            format!(" For {unknown} of them this is not known: {why}.")
        } else {
            String::new()
        };
        document.paragraph(&format!("{late}{rest}"));
    }
}

/// Returns the timeliness of an item. One that fell due since the status date is not called late,
/// because the plan could not yet report on it.
pub(in crate::report) fn timeliness_words(class: Timeliness, fell_due_since: bool) -> String {
    match class {
        Timeliness::Overdue { days: late } if fell_due_since => {
            format!("Fell due {} ago: ask", days(late))
        }
        class => capital(&class.label_with_days()),
    }
}

/// Returns the mark for an item in a list, if its state has one.
pub(in crate::report) fn timeliness_tag(class: Timeliness, fell_due_since: bool) -> Option<Tag> {
    match class {
        Timeliness::Overdue { .. } if fell_due_since => Some(Tag::Ask),
        Timeliness::Overdue { .. } => Some(Tag::Late),
        Timeliness::DueToday => Some(Tag::DueToday),
        Timeliness::DueSoon { .. } => Some(Tag::DueSoon),
        Timeliness::NoDate(_) => Some(Tag::NoDate),
        Timeliness::AwaitingSignOff => Some(Tag::AwaitingSignOff),
        Timeliness::Suspended => Some(Tag::Suspended),
        Timeliness::Withdrawn => Some(Tag::Withdrawn),
        Timeliness::CompletedOnTime { .. }
        | Timeliness::CompletedLate { .. }
        | Timeliness::CompletedLatenessUnknown => Some(Tag::Done),
        Timeliness::OnTime { .. } => None,
    }
}
