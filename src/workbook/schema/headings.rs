//! The headings of every sheet of records, which identify the sheet.

use super::actions::{ACTIONS, DATE_CHANGES, EVIDENCE, MILESTONES, RESOURCES, UPDATES};
use super::column::Table;
use super::measures::{COMPARATORS, MEASURES, READINGS, TARGETS};
use super::recommendations::{ASSESSMENTS, RECOMMENDATIONS, SOURCES};
use super::sheet::Sheet;
use super::waivers::WAIVERS;
use super::workstreams::WORKSTREAMS;

/// Returns the column headings of each sheet of records.
pub(in crate::workbook) fn headings() -> impl Iterator<Item = (Sheet, Vec<&'static str>)> {
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
