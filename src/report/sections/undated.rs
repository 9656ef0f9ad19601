//! Lists open items whose due date is missing or gives no day. They are never late.

use crate::analysis::{NoDate, Timeliness};
use crate::due_date::DateReading;
use crate::plan::{Item, ItemKind};
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::{Due, written_day};
use crate::report::document::Document;
use crate::report::grammar::{capital, items, verb};
use crate::report::line::isolated;
use crate::report::names::{action_of, item_name, lead_sentence};
use crate::report::page::{Cell, Column, NONE, NOT_APPLICABLE, Page};

impl CoverageReport<'_> {
    pub(in crate::report) fn add_undated(&self, document: &mut Document) {
        document.anchored_section("no-date", "What has no date");
        let mut groups: Vec<(NoDate, Vec<Item<'_>>)> = Vec::new();
        for item in self.timeliness.items() {
            let Timeliness::NoDate(reason) = item.class() else { continue };
            match groups.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, members)) => members.push(item.item()),
                None => groups.push((reason, vec![item.item()])),
            }
        }
        if groups.is_empty() {
            document.paragraph("None: everything still to be done has a due date.");
            return;
        }
        let all = counted(groups.iter().flat_map(|(_, members)| members));
        let number = groups.iter().map(|(_, members)| members.len()).sum();
        let (have, they_are) = (verb(number, "has", "have"), verb(number, "it is", "they are"));
        document
            .paragraph(&format!("{all} {have} no due date, so {they_are} never counted as late."));
        for (reason, members) in &groups {
            let heading = reason_words(*reason);
            document.part(&format!("{heading}: {}", counted(members.iter())));
            for item in members {
                let lead = lead_sentence(item.lead());
                let words = self.undated_words(*item, *reason).into_iter().chain([lead]);
                let words = words.collect::<Vec<_>>().join(" ");
                document.item(&item_name(*item), [words]);
            }
        }
    }

    /// Returns what the plan gives instead of a due date.
    fn undated_words(&self, item: Item<'_>, reason: NoDate) -> Option<String> {
        if reason == NoDate::Recurring {
            let recurs = item.action().record().recurs.as_ref()?;
            let every = recurs.every.map(|every| match every {
                crate::model::Every::Continuous => "Continuous.".to_owned(),
                every => format!("Every {every}."),
            });
            let review = recurs.next_review.as_ref().map_or_else(
                || "No review date is set.".to_owned(),
                |review| {
                    let words = written_day(self.plan, review);
                    if self.plan.read(review).latest().is_some_and(|last| last < self.as_of) {
                        format!("A review was due by {words}: that date has passed.")
                    } else {
                        format!("Next review: {words}.")
                    }
                },
            );
            return Some(every.map_or_else(|| review.clone(), |every| format!("{every} {review}")));
        }
        let words = Due::current(item, self.as_of).words?;
        let why = match item.current_due(self.as_of) {
            DateReading::Unreadable(why) => format!(": {why}"),
            DateReading::OutOfRange => ": its year cannot be right".to_owned(),
            _ => String::new(),
        };
        Some(format!("Written as \u{201c}{}\u{201d}{why}.", isolated(words)))
    }
}

const COLUMNS: &[Column] = &[
    Column("Kind", 13),
    Column("Reference", 12),
    Column("What will be done", 50),
    Column("Action it belongs to", 20),
    Column("Lead", 28),
    Column("Why it has no due date", 24),
    Column("What the plan says instead", 36),
];

impl CoverageReport<'_> {
    pub(in crate::report) fn undated_page(&self) -> Page {
        let rows = self.timeliness.items().filter_map(|one| {
            let Timeliness::NoDate(reason) = one.class() else { return None };
            let item = one.item();
            Some(vec![
                Cell::text(capital(item.kind().as_str())),
                Cell::text_or(item.reference().as_str(), NONE),
                Cell::text(item.title()),
                Cell::text_or(action_of(item).as_deref(), NOT_APPLICABLE),
                Cell::text(item.lead().to_string()),
                Cell::text(reason_words(reason)),
                Cell::text_or(self.undated_words(item, reason).as_deref(), NONE),
            ])
        });
        Page {
            name: "No date",
            title: "What is still to be done and has no due date".to_owned(),
            lines: vec!["An item without a due date is never counted as late.".to_owned()],
            table: "items_without_due_day",
            columns: COLUMNS,
            rows: rows.collect(),
            none: "Everything still to be done has a due date.".to_owned(),
            bars: Vec::new(),
        }
    }
}

/// Returns why an item has no due date: `No date is given`, `To be confirmed`.
fn reason_words(reason: NoDate) -> String {
    match reason {
        NoDate::Missing => "No date is given".to_owned(),
        other => capital(other.label()),
    }
}

fn counted<'a, 'p: 'a>(all: impl Iterator<Item = &'a Item<'p>>) -> String {
    let (mut actions, mut milestones) = (0, 0);
    for item in all {
        match item.kind() {
            ItemKind::Action => actions += 1,
            ItemKind::Milestone => milestones += 1,
        }
    }
    items(actions, milestones)
}
