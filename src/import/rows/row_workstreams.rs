//! Works out which workstream a row belongs to.

use super::heading_rows::workstream;
use super::outcome::Outcome;
use crate::import::ColumnMeaning as M;
use crate::import::table_reader::TableReader;
use crate::import::values::{is_nothing, numbered};
use crate::import::view::TableRow;

/// The workstreams that apply to the rows below until another is named.
#[derive(Default)]
pub(super) struct RowWorkstreams {
    /// The workstream of the heading above the rows.
    pub(super) section: Option<String>,
    /// The workstream of the whole sheet.
    theme: Option<String>,
    /// The workstream in the workstream column, carried down.
    carried: Option<String>,
}

impl RowWorkstreams {
    /// Returns the workstream of a row: from its own column, carried down, else from its section.
    pub(super) fn of_row(
        &mut self,
        table: &mut TableReader<'_, '_>,
        row: TableRow<'_>,
        outcome: &mut Outcome,
    ) -> Option<String> {
        if let Some(found) = row.first(M::Workstream) {
            let Some(text) = table.text(&found).filter(|text| !is_nothing(text)) else {
                self.carried = None;
                return None;
            };
            let (reference, name) = apart(&text);
            self.carried = workstream(table, row.number, reference, name);
            return self.carried.clone();
        }
        let is_carried = !table.view.layout.rules.not_carried.contains(&M::Workstream);
        if is_carried && self.carried.is_some() && table.view.has(M::Workstream) {
            outcome.count_carried(row, &[M::Workstream]);
            return self.carried.clone();
        }
        if self.section.is_some() { self.section.clone() } else { self.of_sheet(table) }
    }

    /// Returns the workstream of the whole sheet.
    pub(super) fn of_sheet(&mut self, table: &mut TableReader<'_, '_>) -> Option<String> {
        let theme = table.view.layout.theme.as_ref().filter(|_| self.theme.is_none());
        if let Some(theme) = theme {
            let at = theme.row.unwrap_or(table.view.layout.header.start);
            let row = table.view.sheet.rows.get(at).map_or(1, |row| row.number);
            let (reference, name) = apart(&theme.name);
            self.theme = workstream(table, row, reference, name);
        }
        self.theme.clone()
    }
}

/// Splits the name of a workstream from the number before it.
fn apart(text: &str) -> (Option<&str>, &str) {
    match numbered(text) {
        (Some(reference), rest) if !rest.trim().is_empty() => (Some(reference), rest.trim()),
        _ => (None, text),
    }
}
