//! Writes the cover: what the workbook is, how to fill it in, and the plan as a whole.

use rust_xlsxwriter::{Color, Worksheet, XlsxError};

use super::formats;
use super::sheet_writer::{SheetWriter, put, refused};
use crate::cells::xlsx::WorkbookError;
use crate::plan::PlanDoc;
use crate::workbook::schema::{
    ABOUT_THE_PLAN, Blank, COVER, Column, HOW_TO, Kind, LEGEND, LISTS, LISTS_ABOUT, LegendRow,
    PLAN_KEY, PLAN_LINES, PRESENT, RAG_HINT, RAG_WORDS, ROLES, Sheet, THE_SHEETS, TITLE,
    WHO_ANSWERS, Written, cells, exactly, is_heading,
};

/// The widths of the boxes and of their hints.
const BOX: u16 = 60;
const HINTS: u16 = 72;

/// Empty lines at the end of a small table, for officers to fill in.
const SPARE: u32 = 3;

pub(super) fn write(
    doc: &PlanDoc,
    key: Option<&str>,
    writer: &SheetWriter<'_>,
) -> Result<Worksheet, WorkbookError> {
    let mut sheet = Worksheet::new();
    let mut row = head(&mut sheet, writer).map_err(refused)?;
    for (line, cell) in PLAN_LINES.iter().zip(cells(PLAN_LINES.iter(), doc)) {
        let format = writer.formats.input(line.kind());
        let prepared = prepare(&mut sheet, writer, row, line);
        prepared.map_err(refused)?;
        put(&mut sheet, COVER, (row, 1), &cell, format)?;
        let texts = [(cell.words(), BOX), (line.comment, HINTS)].into_iter();
        formats::heighten(&mut sheet, row, texts).map_err(refused)?;
        row += 1;
    }
    if let Some(key) = key {
        let key = Written::Text(key.to_owned());
        put(&mut sheet, COVER, (row, 1), &key, &writer.formats.hint)?;
        let label = Written::Text(PLAN_KEY.to_owned());
        put(&mut sheet, COVER, (row, 0), &label, &writer.formats.hint)?;
        sheet.set_row_hidden(row).map_err(refused)?;
        row += 1;
    }
    row = contents(&mut sheet, writer, row + 1).map_err(refused)?;
    let formats = writer.formats;
    let section = |sheet: &mut Worksheet, row, words: &str| {
        sheet.write_string_with_format(row, 0, words, &formats.section).map(|_| ()).map_err(refused)
    };
    section(&mut sheet, row + 1, WHO_ANSWERS)?;
    row = table(&mut sheet, writer, row + 2, ROLES, &doc.roles)?;
    section(&mut sheet, row + 1, RAG_WORDS)?;
    let hint = Written::Text(RAG_HINT.to_owned());
    put(&mut sheet, COVER, (row + 2, 0), &hint, &formats.unwrapped)?;
    let legend: Vec<LegendRow> = doc
        .legend
        .iter()
        .map(|entry| LegendRow { word: entry.word.clone(), means: Some(entry.means) })
        .collect();
    table(&mut sheet, writer, row + 3, LEGEND, &legend)?;
    Ok(sheet)
}

/// Writes the title and the instructions, and returns the row of the first line.
fn head(sheet: &mut Worksheet, writer: &SheetWriter<'_>) -> Result<u32, XlsxError> {
    let formats = writer.formats;
    sheet.set_name(COVER)?.set_tab_color(Color::RGB(0x00_70_3C));
    sheet.set_column_width(0, 32)?.set_column_width(1, BOX)?.set_column_width(2, HINTS)?;
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(0, 0, TITLE, &formats.title)?;
    let mut row = 1;
    for line in HOW_TO {
        sheet.write_string_with_format(row, 0, *line, &formats.unwrapped)?;
        row += 1;
    }
    sheet.write_string_with_format(row + 1, 0, ABOUT_THE_PLAN, &formats.section)?;
    sheet.set_screen_gridlines(false);
    sheet.set_active(true);
    formats::print(sheet, 150)?;
    sheet.set_print_fit_to_pages(1, 1);
    Ok(row + 2)
}

/// Writes the label, the box and the hint of a line.
fn prepare(
    sheet: &mut Worksheet,
    writer: &SheetWriter<'_>,
    row: u32,
    line: &Column<PlanDoc>,
) -> Result<(), XlsxError> {
    let kind = line.kind();
    sheet.write_string_with_format(row, 0, line.heading, &writer.formats.label)?;
    sheet.write_blank(row, 1, writer.formats.input(kind))?;
    sheet.write_string_with_format(row, 2, line.comment, &writer.formats.hint)?;
    validate(sheet, writer, kind, (row, row), 1)
}

fn validate(
    sheet: &mut Worksheet,
    writer: &SheetWriter<'_>,
    kind: Kind,
    (first, last): (u32, u32),
    column: u16,
) -> Result<(), XlsxError> {
    let choice = match kind {
        Kind::Date => Some(formats::day()?),
        Kind::Number => Some(formats::number()?),
        Kind::Word(words) => {
            let range = writer.lists.range(words.name);
            range.map(|range| formats::choice(&range, words.is_closed)).transpose()?
        }
        _ => None,
    };
    if let Some(choice) = choice {
        sheet.add_data_validation(first, column, last, column, &choice)?;
    }
    Ok(())
}

/// Writes the name and purpose of each sheet, and returns the row after them.
fn contents(sheet: &mut Worksheet, writer: &SheetWriter<'_>, row: u32) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, 0, THE_SHEETS, &writer.formats.section)?;
    let all = Sheet::ALL.iter().map(|sheet| (sheet.name(), sheet.about()));
    let mut row = row + 1;
    for (name, about) in all.chain([(LISTS, LISTS_ABOUT)]) {
        let link = format!("internal:'{name}'!A1");
        sheet.write_url_with_options(
            row,
            0,
            link.as_str(),
            name,
            "",
            Some(&writer.formats.link),
        )?;
        sheet.write_string_with_format(row, 1, about, &writer.formats.unwrapped)?;
        row += 1;
    }
    Ok(row)
}

/// Writes a small table, and returns the row after it.
fn table<T: Blank>(
    sheet: &mut Worksheet,
    writer: &SheetWriter<'_>,
    row: u32,
    columns: &'static [Column<T>],
    records: &[T],
) -> Result<u32, WorkbookError> {
    let end = row + u32::try_from(records.len()).unwrap_or(u32::MAX / 2) + SPARE;
    for (column, definition) in (0..).zip(columns) {
        let heading = Written::Text(definition.heading.to_owned());
        put(sheet, COVER, (row, column), &heading, &writer.formats.heading)?;
        let note = formats::note(definition.comment);
        sheet.insert_note(row, column, &note).map_err(refused)?;
        validate(sheet, writer, definition.kind(), (row + 1, end), column).map_err(refused)?;
        for row in row + 1..=end {
            sheet.write_blank(row, column, &writer.formats.input).map_err(refused)?;
        }
    }
    for (row, record) in (row + 1..).zip(records) {
        let mut cells = cells(columns.iter(), record);
        if let (true, Some(cell)) =
            (cells.iter().all(|cell| *cell == Written::Blank), cells.first_mut())
        {
            *cell = Written::Text(PRESENT.to_owned());
        }
        let widths = [32, BOX, HINTS];
        let texts = cells.iter().map(Written::words).zip(widths);
        formats::heighten(sheet, row, texts).map_err(refused)?;
        for (column, cell) in (0..).zip(cells) {
            put(sheet, COVER, (row, column), &not_a_heading(cell), &writer.formats.input)?;
        }
    }
    Ok(end + 1)
}

/// Escapes text that would read as the heading of a table.
fn not_a_heading(cell: Written) -> Written {
    match cell {
        Written::Text(words) if is_heading(&words) => Written::Text(exactly(&words)),
        other => other,
    }
}
