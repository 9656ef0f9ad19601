//! Dates that moved, with every reason, and dates that never should.

use super::item_topics::entry;
use super::progress_report::ProgressReport;
use super::topics::Topics;
use crate::analysis::{AlteredRevision, DateMove, HowMoved, ItemChange};
use crate::plan::ItemKind;
use crate::report::grammar::{capital, day, days, sentence};
use crate::report::line::isolated;

impl ProgressReport<'_, '_> {
    pub(super) fn add_moves(&self, topics: &mut Topics<'_>) {
        let mut is_first = true;
        for how in [HowMoved::Altered, HowMoved::Agreed, HowMoved::Set] {
            let entries: Vec<_> = self
                .progress
                .redated()
                .filter_map(|one| Some((one, one.date_move().filter(|moved| moved.how() == how)?)))
                .map(|(one, moved)| entry(one, vec![moved_line(one.kind(), &moved)]))
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
        let baselines: Vec<_> = baselines.collect();
        if !baselines.is_empty() {
            topics.heading("Original dates altered");
            topics.paragraph(
                "An original date should stay as it was. A new date is recorded beside it, with the day \
                 on which it was agreed and the reason.",
            );
            topics.entries(baselines);
        }
        let revisions = self.progress.revisions_altered().map(|one| {
            let gone = one.revisions_altered().into_iter();
            let lines = gone.map(|revision| {
                let to = revision_due(one, revision);
                let agreed = day(revision.agreed());
                format!("The move to {to} that was agreed on {agreed} is not listed any more.")
            });
            entry(one, lines.collect())
        });
        topics.add("Agreed moves altered or taken out", revisions.collect());
    }
}

/// Names the due date of a revision that is gone: the day or, without one, the words as written.
fn revision_due(one: ItemChange<'_, '_>, revision: AlteredRevision<'_>) -> String {
    let dates = one.earlier().and_then(|item| item.revision_dates().get(revision.position()));
    match dates.and_then(|dates| dates.due.single_day()) {
        Some(due) => day(due),
        None => revision.due().map_or_else(
            || "no date".to_owned(),
            |due| format!("\u{201c}{}\u{201d}", isolated(due.as_str())),
        ),
    }
}

/// Says from when to when a date moved, by how much, why, and what its action is reported as.
fn moved_line(kind: ItemKind, moved: &DateMove<'_>) -> String {
    let is_from_original = moved.days() == moved.against_baseline();
    let ends = match (moved.from(), moved.to()) {
        (Some(from), Some(to)) => {
            let original = if is_from_original { ", the original date," } else { "" };
            format!("From {}{original} to {}", day(from), day(to))
        }
        (Some(from), None) => format!("Was due {}, and has no due day now", day(from)),
        (None, Some(to)) => format!("Had no due day, and is due {} now", day(to)),
        (None, None) => String::new(),
    };
    let by = moved.days().map_or_else(String::new, |by| match by {
        0.. => format!(", {} later", number(by)),
        _ => format!(", {} earlier", number(by)),
    });
    let is_told = is_from_original || moved.how() == HowMoved::Set;
    let against = moved.against_baseline().filter(|_| !is_told);
    let against = against.map_or_else(String::new, |by| match by {
        0 => " That is the original date.".to_owned(),
        1.. => format!(" That is {} after the original date.", number(by)),
        _ => format!(" That is {} before the original date.", number(by)),
    });
    let stated = |reason: Option<&str>| reason.map_or("not stated".to_owned(), shown);
    let reasons: Vec<String> = moved.reasons().iter().copied().map(stated).collect();
    let reasons = match reasons.len() {
        0 => String::new(),
        1 => sentence(&format!(" Reason: {}", reasons.concat())),
        _ => sentence(&format!(" Reasons: {}", reasons.join("; "))),
    };
    let declared = moved.declared().map_or_else(String::new, |word| {
        let whose = match kind {
            ItemKind::Action => "It",
            ItemKind::Milestone => "Its action",
        };
        format!(" {whose} is reported {}.", isolated(word))
    });
    format!("{ends}{by}.{against}{reasons}{declared}")
}

/// Returns a reason without the full stop that the sentence brings.
fn shown(reason: &str) -> String {
    isolated(reason.trim().trim_end_matches('.'))
}

fn number(by: i64) -> String {
    days(u32::try_from(by.unsigned_abs()).unwrap_or(u32::MAX))
}
