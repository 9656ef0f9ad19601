//! The one table of sheets and columns that the workbook is written by and read by.

mod actions;
mod cover;
mod evidence;
mod measures;
mod milestones;
mod others;
mod recommendations;
mod records;
mod sources;

use super::column::{Sheet, Table};

pub(super) use actions::ACTIONS;
pub(super) use cover::{LEGEND, PLAN, ROLES};
pub(super) use evidence::EVIDENCE;
pub(super) use measures::{COMPARATORS, MEASURES, READINGS, TARGETS};
pub(super) use milestones::{DATE_CHANGES, MILESTONES};
pub(super) use others::{RESOURCES, UPDATES, WAIVERS, WORKSTREAMS};
pub(super) use recommendations::{ASSESSMENTS, RECOMMENDATIONS};
pub(super) use sources::SOURCES;

/// What stands above the columns of each sheet of records.
pub(super) fn headings() -> impl Iterator<Item = (Sheet, Vec<&'static str>)> {
    fn of<T>(table: &Table<T>) -> (Sheet, Vec<&'static str>) {
        let own = table.columns.iter().map(|column| column.heading);
        (table.sheet, table.parent.headings().iter().copied().chain(own).collect())
    }
    [
        of(&RECOMMENDATIONS),
        of(&WORKSTREAMS),
        of(&ACTIONS),
        of(&MILESTONES),
        of(&EVIDENCE),
        of(&MEASURES),
        of(&READINGS),
        of(&SOURCES),
        of(&ASSESSMENTS),
        of(&DATE_CHANGES),
        of(&UPDATES),
        of(&RESOURCES),
        of(&TARGETS),
        of(&COMPARATORS),
        of(&WAIVERS),
    ]
    .into_iter()
}
