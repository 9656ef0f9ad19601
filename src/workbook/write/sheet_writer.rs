//! Writes one sheet of records: headings, rows, drop-downs and hidden keys.

use rust_xlsxwriter::{Color, Format, Worksheet, XlsxError};

use super::document_rows::Row;
use super::formats::{self, Formats};
use crate::cells::SHEET_ROWS;
use crate::cells::xlsx::WorkbookError;
use crate::diagnostic::Location;
use crate::import::ColumnMeaning;
use crate::text::CELL_UNITS;
use crate::workbook::schema::{
    Blank, Column, Kind, Lists, PARENT_KEY, PRESENT, Parent, RAG, ROW_KEY, Sheet, Table, Written,
    YES_OR_NO, cells,
};

/// The number of rows after the last record that have drop-downs.
const ROOM: u32 = 500;

/// The width of a column that names the parent of a row.
const NAME_WIDTH: u16 = 16;

/// Writes sheets of records.
pub(super) struct SheetWriter<'d> {
    pub(super) formats: &'d Formats,
    pub(super) lists: Lists,
}

impl SheetWriter<'_> {
    /// Writes the records of a sheet.
    pub(super) fn sheet<T: Blank>(
        &self,
        table: &Table<T>,
        rows: &[Row<'_, T>],
    ) -> Result<Worksheet, WorkbookError> {
        let name = table.sheet.name();
        let count = rows.len() + 1;
        let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        if count > SHEET_ROWS {
            return Err(WorkbookError::TooManyRows { sheet: name, rows: count });
        }
        let mut sheet = Worksheet::new();
        sheet.set_name(name).map_err(refused)?;
        let first = position(table.parent.headings().len());
        let keys = first + position(table.columns.len());
        let mut is_filled = vec![false; table.columns.len()];
        self.head(&mut sheet, table, last).map_err(refused)?;
        for (number, row) in (1..).zip(rows) {
            for (column, name_of_parent) in (0..).zip(&row.parent_names) {
                let parent = Written::Text(name_of_parent.clone());
                put(&mut sheet, name, (number, column), &parent, &self.formats.identifier)?;
            }
            let mut cells = cells(table.columns.iter(), row.record);
            let is_blank = cells.iter().all(|cell| *cell == Written::Blank)
                && row.parent_names.iter().all(String::is_empty);
            if let (true, Some(cell)) = (is_blank, cells.first_mut()) {
                *cell = Written::Text(PRESENT.to_owned());
            }
            let names = row.parent_names.iter().map(|name| (name.as_str(), NAME_WIDTH));
            let own = cells.iter().zip(table.columns);
            let own = own.map(|(cell, column)| (cell.words(), column.width));
            formats::heighten(&mut sheet, number, names.chain(own)).map_err(refused)?;
            let filled = cells.iter().zip(table.columns).zip(&mut is_filled);
            for (column, ((cell, definition), is_filled)) in (first..).zip(filled) {
                *is_filled |= *cell != Written::Blank;
                let format = self.formats.of(definition.kind(), definition.width);
                put(&mut sheet, name, (number, column), cell, format)?;
            }
            for (column, key) in (keys..).zip([row.key, row.parent_key].into_iter().flatten()) {
                let key = Written::Text(key.to_owned());
                put(&mut sheet, name, (number, column), &key, &self.formats.hint)?;
            }
        }
        fold_away(&mut sheet, table.columns, &is_filled, first).map_err(refused)?;
        let names = table.parent.headings().iter().map(|_| NAME_WIDTH);
        let seen = table.columns.iter().zip(&is_filled);
        let seen = seen.filter(|(column, is_filled)| !column.is_rare || **is_filled);
        let widths = names.chain(seen.map(|(column, _)| column.width));
        formats::print(&mut sheet, widths.map(u32::from).sum()).map_err(refused)?;
        Ok(sheet)
    }

    /// Writes everything but the rows.
    fn head<T: Blank>(
        &self,
        sheet: &mut Worksheet,
        table: &Table<T>,
        last: u32,
    ) -> Result<(), XlsxError> {
        let colour = if table.sheet.is_occasional() { formats::GREY } else { formats::BLUE };
        sheet.set_tab_color(Color::RGB(colour));
        sheet.set_row_height(0, 34)?;
        let room = last.saturating_add(ROOM).min(1_048_575);
        let mut column = 0;
        for heading in table.parent.headings() {
            sheet.set_column_width(column, NAME_WIDTH)?;
            sheet.set_column_format(column, &self.formats.identifier)?;
            sheet.write_string_with_format(0, column, *heading, &self.formats.heading)?;
            sheet.insert_note(0, column, &formats::note(parent_comment(heading, table.parent)))?;
            // References of milestones are unique only inside their action, so no list can offer them.
            if let Some(parent) = table.parent.sheet().filter(|_| column == 0) {
                let choice = formats::choice(&references(parent), false)?;
                sheet.add_data_validation(1, column, room, column, &choice)?;
            }
            column += 1;
        }
        for definition in table.columns {
            let kind = definition.kind();
            sheet.set_column_width(column, definition.width)?;
            sheet.set_column_format(column, self.formats.of(kind, definition.width))?;
            sheet.write_string_with_format(0, column, definition.heading, &self.formats.heading)?;
            sheet.insert_note(0, column, &formats::note(definition.comment))?;
            let is_rag = definition.means == Some(ColumnMeaning::Rag);
            let choose = |name: &str, is_closed| {
                self.lists.range(name).map(|range| formats::choice(&range, is_closed)).transpose()
            };
            let choice = match (definition.offers, kind) {
                (Some(records), _) => Some(formats::choice(&references(records), false)?),
                (None, _) if is_rag => choose(RAG, false)?,
                (None, Kind::Word(words)) => choose(words.name, words.is_closed)?,
                (None, Kind::WordList(words)) => choose(words.name, false)?,
                (None, Kind::Flag) => choose(YES_OR_NO, true)?,
                (None, Kind::Date) => Some(formats::day()?),
                (None, Kind::Number) => Some(formats::number()?),
                (None, Kind::Words | Kind::List) => None,
            };
            if let Some(choice) = choice {
                sheet.add_data_validation(1, column, room, column, &choice)?;
            }
            if is_rag {
                for (word, means) in &self.lists.colours {
                    formats::paint(sheet, column, room, word, *means)?;
                }
            }
            column += 1;
        }
        let own = table.has_ids.then_some(ROW_KEY);
        let parent = (table.parent != Parent::None).then_some(PARENT_KEY);
        for heading in own.into_iter().chain(parent) {
            sheet.write_string_with_format(0, column, heading, &self.formats.heading)?;
            sheet.set_column_width(column, 40)?;
            sheet.set_column_hidden(column)?;
            column += 1;
        }
        sheet.set_freeze_panes(1, 1)?;
        sheet.autofilter(0, 0, last.max(1), column.saturating_sub(1))?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_print_gridlines(true);
        Ok(())
    }
}

/// Wraps an error of the library that writes workbooks.
pub(super) fn refused(error: XlsxError) -> WorkbookError {
    WorkbookError::Write(std::io::Error::other(error))
}

/// Writes a value to a cell.
pub(super) fn put(
    sheet: &mut Worksheet,
    name: &str,
    (row, column): (u32, u16),
    value: &Written,
    format: &Format,
) -> Result<(), WorkbookError> {
    match value {
        Written::Blank => Ok(sheet),
        Written::Text(words) if words.is_empty() => Ok(sheet),
        Written::Text(words) => {
            let units = words.encode_utf16().count();
            if units > CELL_UNITS {
                let cell = Location::on_sheet(name.into(), Some(row + 1), Some(column));
                return Err(WorkbookError::CellTooLong { cell, units });
            }
            sheet.write_string_with_format(row, column, words, format)
        }
        Written::Number(number) => sheet.write_number_with_format(row, column, *number, format),
        Written::Day(day) => {
            let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
            let days = i32::try_from((*day - first).num_days()).unwrap_or_default();
            sheet.write_number_with_format(row, column, f64::from(days), format)
        }
    }
    .map(|_| ())
    .map_err(refused)
}

/// Collapses the rarely used columns that are empty in this plan.
fn fold_away<T>(
    sheet: &mut Worksheet,
    columns: &[Column<T>],
    is_filled: &[bool],
    first: u16,
) -> Result<(), XlsxError> {
    sheet.group_symbols_to_left(true);
    let mut run: Option<(u16, u16)> = None;
    for (at, (column, is_filled)) in (first..).zip(columns.iter().zip(is_filled)) {
        if column.is_rare && !is_filled {
            run = Some(run.map_or((at, at), |(from, _)| (from, at)));
        } else if let Some((from, to)) = run.take() {
            sheet.group_columns_collapsed(from, to)?;
        }
    }
    if let Some((from, to)) = run {
        sheet.group_columns_collapsed(from, to)?;
    }
    Ok(())
}

/// Returns a formula for the range of the references on a sheet, down to the last.
fn references(sheet: Sheet) -> String {
    let name = sheet.name();
    format!("=OFFSET({name}!$A$1,1,0,MAX(1,COUNTA({name}!$A:$A)-1),1)")
}

fn parent_comment(heading: &str, parent: Parent) -> &'static str {
    match (heading, parent) {
        ("Milestone", _) => {
            "The milestone whose date was moved, by reference. Blank if it is the date of the action itself."
        }
        ("Recommendation", _) => "The recommendation it is about, by reference.",
        ("Measure", _) => "The measure it belongs to, by reference.",
        _ => "The action it belongs to, by reference.",
    }
}

fn position(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
