//! Counts what falls due in each month.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::analysis::Timeliness;
use crate::plan::ItemKind;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Block, Document, Figure, Table};
use crate::report::grammar::{day, items, verb};
use crate::report::picture::{Month, Picture, Timeline};

/// The most months that have a row of their own.
const MONTHS: usize = 24;

impl CoverageReport<'_> {
    /// Adds what falls due in each month, if anything has a due day.
    pub(in crate::report) fn add_timeline(&self, document: &mut Document) {
        let mut months: BTreeMap<(i32, u32), Month> = BTreeMap::new();
        let (mut undated, mut stopped) = ([0, 0], [0, 0]);
        for one in self.timeliness.items() {
            let place = usize::from(one.item().kind() == ItemKind::Milestone);
            let add = |counts: &mut [usize; 2]| {
                if let Some(count) = counts.get_mut(place) {
                    *count += 1;
                }
            };
            if matches!(one.class(), Timeliness::Suspended | Timeliness::Withdrawn) {
                add(&mut stopped);
                continue;
            }
            let Some(due) = one.due() else {
                add(&mut undated);
                continue;
            };
            let month = months
                .entry((due.year(), due.month()))
                .or_insert_with(|| Month { label: month_label(due), ..Month::default() });
            match one.class() {
                Timeliness::Overdue { .. } if one.fell_due_since_report() => month.asked += 1,
                Timeliness::Overdue { .. } => month.late += 1,
                Timeliness::CompletedOnTime { .. }
                | Timeliness::CompletedLate { .. }
                | Timeliness::CompletedLatenessUnknown => month.done += 1,
                _ => month.coming += 1,
            }
        }
        if months.is_empty() {
            return;
        }
        document.part("Month by month");
        let today = (self.as_of.year(), self.as_of.month());
        let sum = |of: fn(&Month) -> usize| months.values().map(of).sum::<usize>();
        let (done, late, asked, coming) =
            (sum(|one| one.done), sum(|one| one.late), sum(|one| one.asked), sum(|one| one.coming));
        let (rows, before) = gathered(months, today);
        let table = Table::new(
            "Actions and milestones by the month in which they are due",
            ["Month", "Done", "Late", "Fell due since: ask", "Coming"],
            rows.iter().map(|one| {
                let [done, late, asked, coming] =
                    [one.done, one.late, one.asked, one.coming].map(|number| number.to_string());
                [one.label.clone(), done, late, asked, coming]
            }),
        );
        document.figure(Figure {
            subtitle: format!("Actions and milestones by current due month, {}", day(self.as_of)),
            finding: format!(
                "Of what has a due date, {done} {} done, {late} {} late, {asked} fell due since the \
                 facts were gathered, and {coming} {} still to come.",
                verb(done, "is", "are"),
                verb(late, "is", "are"),
                verb(coming, "is", "are")
            ),
            reading: "One row for each month, earliest first. Bars start at 0 and carry their number. \
                      The line across marks the date of this report.",
            picture: Picture::Timeline(Timeline {
                months: rows,
                before,
                today: day(self.as_of),
            }),
            table: Box::new(Block::Table(table)),
        });
        let [actions, milestones] = undated;
        if actions + milestones > 0 {
            document.paragraph(&format!(
                "{} {} no date and {} not counted here.",
                items(actions, milestones),
                verb(actions + milestones, "has", "have"),
                verb(actions + milestones, "is", "are")
            ));
        }
        let [actions, milestones] = stopped;
        if actions + milestones > 0 {
            document.paragraph(&format!(
                "{} {} suspended or withdrawn and not counted here.",
                items(actions, milestones),
                verb(actions + milestones, "is", "are")
            ));
        }
    }
}

/// Returns the rows, earliest first, and how many of them are of months before the given one. Where
/// there would be too many, the earliest and the latest months share a row.
fn gathered(months: BTreeMap<(i32, u32), Month>, today: (i32, u32)) -> (Vec<Month>, usize) {
    let past = months.keys().filter(|month| **month < today).count();
    let rows: Vec<Month> = months.into_values().collect();
    if rows.len() <= MONTHS {
        return (rows, past);
    }
    let first = past.saturating_sub(MONTHS / 2);
    let last = (first + MONTHS).min(rows.len());
    let mut kept: Vec<Month> = Vec::new();
    let mut earlier = Month { label: "Earlier".to_owned(), ..Month::default() };
    let mut later = Month { label: "Later".to_owned(), ..Month::default() };
    for (at, row) in rows.into_iter().enumerate() {
        if at < first {
            earlier.add(&row);
        } else if at < last {
            kept.push(row);
        } else {
            later.add(&row);
        }
    }
    let has_earlier = earlier.total() > 0;
    let head = has_earlier.then_some(earlier);
    let tail = (later.total() > 0).then_some(later);
    let all: Vec<_> = head.into_iter().chain(kept).chain(tail).collect();
    (all, past - first + usize::from(has_earlier))
}

fn month_label(day: NaiveDate) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(day.month0()).ok().and_then(|month| MONTHS.get(month));
    format!("{} {}", month.unwrap_or(&""), day.year())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{MONTHS, Month, gathered};

    #[test]
    fn no_month_is_lost_where_there_are_many() {
        let months = |number: i32| -> BTreeMap<(i32, u32), Month> {
            let month = |at: i32| Month { label: at.to_string(), done: 1, ..Month::default() };
            (0..number).map(|at| ((2000 + at, 1), month(at))).collect()
        };
        for (number, today) in
            [(3, 2001), (24, 2010), (25, 2000), (60, 2030), (60, 2090), (60, 1990)]
        {
            let (rows, before) = gathered(months(number), (today, 1));
            let total: usize = rows.iter().map(Month::total).sum();
            assert_eq!(i32::try_from(total), Ok(number), "{number} {today}");
            assert!(rows.len() <= MONTHS + 2 && before <= rows.len(), "{number} {today}");
            let past: usize = rows.iter().take(before).map(Month::total).sum();
            assert_eq!(
                i32::try_from(past),
                Ok((today - 2000).clamp(0, number)),
                "{number} {today}"
            );
        }
    }
}
