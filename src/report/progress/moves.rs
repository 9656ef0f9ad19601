//! Dates that moved, with every reason, and dates that never should.

use super::item_topics::entry;
use super::progress_report::ProgressReport;
use super::topics::Topics;
use crate::analysis::{DateMove, HowMoved};
use crate::report::grammar::{capital, day, days};
use crate::report::line::isolated;

impl ProgressReport<'_, '_> {
    pub(super) fn add_moves(&self, topics: &mut Topics<'_>) {
        let mut is_first = true;
        for how in [HowMoved::Altered, HowMoved::Agreed, HowMoved::Set] {
            let entries: Vec<_> = self
                .progress
                .redated()
                .filter_map(|one| Some((one, one.date_move().filter(|moved| moved.how() == how)?)))
                .map(|(one, moved)| entry(one, vec![moved_line(&moved)]))
                .collect();
            if entries.is_empty() {
                continue;
            }
            if std::mem::take(&mut is_first) {
                topics.heading("Dates moved");
            }
            topics.paragraph(&format!("{}:", capital(how.label())));
            topics.entries(entries);
        }
        self.add_altered_records(topics);
    }

    /// Adds original dates and agreed moves that are not what they were.
    fn add_altered_records(&self, topics: &mut Topics<'_>) {
        let baselines = self.progress.baseline_altered().filter_map(|one| {
            let change = one.baseline_altered()?;
            let from = change.from().map_or_else(String::new, day);
            let to = change.to().map_or_else(|| "no day".to_owned(), day);
            Some(entry(one, vec![format!("Its original date was {from} and is now {to}.")]))
        });
        topics.add("Original dates altered: a move is a revision", baselines.collect());
        let revisions = self.progress.revisions_altered().map(|one| {
            let gone = one.revisions_altered();
            let lines = gone.iter().map(|revision| {
                let due = revision
                    .due()
                    .map_or_else(|| "nothing".to_owned(), |due| isolated(due.as_str()));
                let agreed = day(revision.agreed());
                format!(
                    "The move to \u{201c}{due}\u{201d} agreed on {agreed} is not listed any more."
                )
            });
            entry(one, lines.collect())
        });
        topics.add("Agreed moves altered or taken out", revisions.collect());
    }
}

/// Says from when to when a date moved, by how much, why, and what its action is reported as.
fn moved_line(moved: &DateMove<'_>) -> String {
    let ends = match (moved.from(), moved.to()) {
        (Some(from), Some(to)) => format!("From {} to {}", day(from), day(to)),
        (Some(from), None) => format!("Was due {}, and has no due day now", day(from)),
        (None, Some(to)) => format!("Had no due day, and is due {}", day(to)),
        (None, None) => String::new(),
    };
    let by = moved.days().map_or_else(String::new, |by| match by {
        0.. => format!(", {} later", number(by)),
        _ => format!(", {} earlier", number(by)),
    });
    let against = moved.against_baseline().map_or_else(String::new, |by| match by {
        0 => " It is the original date.".to_owned(),
        1.. => format!(" That is {} after the original date.", number(by)),
        _ => format!(" That is {} before the original date.", number(by)),
    });
    let stated = |reason: Option<&str>| reason.map_or("not stated".to_owned(), shown);
    let reasons: Vec<String> = moved.reasons().iter().copied().map(stated).collect();
    let reasons = match reasons.len() {
        0 => String::new(),
        1 => format!(" Reason: {}.", reasons.concat()),
        _ => format!(" Reasons: {}.", reasons.join("; ")),
    };
    let declared = moved
        .declared()
        .map_or_else(String::new, |word| format!(" The action is reported {}.", word.trim()));
    format!("{ends}{by}.{against}{reasons}{declared}")
}

/// Returns a reason without the full stop that the sentence brings.
fn shown(reason: &str) -> String {
    reason.trim().trim_end_matches('.').to_owned()
}

fn number(by: i64) -> String {
    days(u32::try_from(by.unsigned_abs()).unwrap_or(u32::MAX))
}
