//! What became of actions and milestones: late, late no longer, done, stopped, open again, added, gone.

use super::progress_report::ProgressReport;
use super::topics::{Entry, Topics};
use crate::analysis::{ItemChange, ItemState, LatenessEnd};
use crate::plan::Item;
use crate::report::grammar::{capital, day, days, sentence};
use crate::report::line::isolated;
use crate::report::names::{item_name, lead_name};

impl<'p> ProgressReport<'_, 'p> {
    pub(super) fn add_newly_late(&self, topics: &mut Topics<'_>) {
        let entries = self.progress.newly_overdue().filter_map(|one| {
            let late = one.newly_overdue()?;
            let due = day(late.due());
            let line = if late.fell_due_since_report() {
                format!(
                    "Fell due on {due}, {} ago, since the facts were gathered: ask how it went.",
                    days(late.days_late())
                )
            } else {
                format!("Due {due}, {} late.", days(late.days_late()))
            };
            Some(entry(one, vec![format!("{line} Lead: {}.", lead_name(late.lead()))]))
        });
        topics.add("Late now and not before", entries.collect());
    }

    pub(super) fn add_late_no_longer(&self, topics: &mut Topics<'_>) {
        let entries = self.progress.no_longer_overdue().filter_map(|one| {
            let ended = one.no_longer_overdue()?;
            let how = match ended.how() {
                how @ (LatenessEnd::Agreed | LatenessEnd::Altered) => {
                    let to = one.date_move().and_then(|moved| moved.to());
                    let to = to.map_or_else(|| "no day".to_owned(), day);
                    format!("{}: now due {to}", how.label())
                }
                how if how.is_recovery() => format!("recovered: {}", how.label()),
                how => how.label().to_owned(),
            };
            let line = format!("Was due {}. {}", day(ended.was_due()), capital(&how));
            Some(entry(one, vec![sentence(&line)]))
        });
        topics.add("Late no longer", entries.collect());
    }

    pub(super) fn add_done(&self, topics: &mut Topics<'_>) {
        let entries = self.progress.completed().map(|one| {
            let completed = one.later().and_then(Item::completed_day);
            let on = completed.map_or_else(
                || "Done; no day of completion is given".to_owned(),
                |completed| format!("Done on {}", day(completed)),
            );
            let late = one.days_late().map_or_else(String::new, |late| {
                let number = days(u32::try_from(late.unsigned_abs()).unwrap_or(u32::MAX));
                match late {
                    0 => ", on its due day".to_owned(),
                    1.. => format!(", {number} late"),
                    _ => format!(", {number} early"),
                }
            });
            entry(one, vec![format!("{on}{late}.{}", came_from(one))])
        });
        topics.add("Done", entries.collect());
    }

    pub(super) fn add_stopped(&self, topics: &mut Topics<'_>) {
        let stopped = |one: ItemChange<'_, 'p>| {
            let state = one.state().map_or("stopped", ItemState::label);
            let agreed = match (one.stop_is_agreed(), one.stop_reason()) {
                (Some(true), _) => "by agreement",
                (_, Some(_)) => "without agreement: nobody is named who approved it",
                (_, None) => "without agreement: no reason is stated",
            };
            let because = one.stop_reason().map(|reason| format!("Reason: {}", isolated(reason)));
            let because =
                because.map_or_else(String::new, |words| format!(" {}", sentence(&words)));
            entry(one, vec![format!("{} {agreed}.{because}{}", capital(state), came_from(one))])
        };
        let all = self.progress.suspended().chain(self.progress.withdrawn());
        topics.add("Stopped", all.map(stopped).collect());
    }

    pub(super) fn add_reopened(&self, topics: &mut Topics<'_>) {
        let entries = self.progress.reopened().map(|one| {
            let was = one.state_before().map_or("not open", ItemState::label);
            entry(one, vec![format!("Open again; it was {was}.")])
        });
        topics.add("Open again", entries.collect());
    }

    pub(super) fn add_added(&self, topics: &mut Topics<'_>) {
        let entries = self.progress.added().map(|one| {
            let state = one.state().map_or("", ItemState::label);
            let due =
                one.later().and_then(|item| item.current_due(self.progress.as_of()).due_day());
            let due =
                due.map_or_else(|| "no due day".to_owned(), |due| format!("due {}", day(due)));
            let lead = lead_name(one.item().lead());
            entry(one, vec![format!("{}, {due}. Lead: {lead}.", capital(state))])
        });
        topics.add("Added", entries.collect());
    }

    pub(super) fn add_gone(&self, topics: &mut Topics<'_>) {
        let gone = || self.progress.removed();
        if gone().next().is_none() {
            return;
        }
        topics.heading("In the plan no longer");
        if gone().any(|one| one.state_before() == Some(ItemState::Open)) {
            topics.paragraph(
                "Open work that is given up should stay in the plan as withdrawn, with a reason and who \
                 approved it.",
            );
        }
        let entries = gone().map(|one| {
            let was = one.state_before().map(|state| format!("It was {}.", state.label()));
            entry(one, was.into_iter().collect())
        });
        topics.entries(entries.collect());
    }
}

/// Returns the entry of an item, named in the plan that it is in.
pub(super) fn entry<'p>(one: ItemChange<'_, 'p>, lines: Vec<String>) -> Entry<'p> {
    Entry { about: one.item(), text: item_name(one.item()), lines }
}

/// Returns a sentence about the state before if that was not open.
fn came_from(one: ItemChange<'_, '_>) -> String {
    match one.state_before() {
        Some(ItemState::Open) | None => String::new(),
        Some(state) => format!(" It was {} before.", state.label()),
    }
}
