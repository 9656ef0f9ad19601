//! Writes the sheets of the published workbook.

use std::io;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisTickType, ChartFont, ChartFormat, ChartSolidFill, ChartType,
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Table,
    TableColumn, TableStyle, Url, Workbook, Worksheet, XlsxError,
};

use super::cover::Cover;
use super::error::PublishError;
use super::height::{HIGHEST, height};
use crate::cells::SHEET_ROWS;
use crate::diagnostic::Location;
use crate::report::page::{Bars, Cell, Column, Page};
use crate::text::CELL_UNITS;

/// The maximum length of a document's title, in UTF-16 units.
const LONGEST_TITLE: usize = 255;

/// The paper size A4, as spreadsheets number it.
const A4: u8 = 9;

/// The paper size A3, for a table that would be too small to read on A4.
const A3: u8 = 8;

/// The maximum width of a table that is printed on A4, in characters.
const WIDE: u16 = 180;

/// The width of the only column of the cover, in characters.
const COVER_WIDTH: u16 = 80;

/// The default height of a row and width of a column in Arial 12, in pixels.
const ROW_PIXELS: u32 = 20;
const COLUMN_PIXELS: u32 = 80;

/// The height of a chart in pixels, and the rows of the default height from one chart to the next.
const CHART_PIXELS: u32 = 260;
const CHART_ROWS: u32 = 14;

/// The heights of the rows above a table, in points. Their lines are not wrapped.
const TITLE_HEIGHT: f64 = 26.0;
const LINE_HEIGHT: f64 = 20.0;

/// Returns the bytes of a workbook with these sheets.
pub(super) fn workbook(
    cover: &Cover,
    pages: &[Page],
    created: NaiveDate,
) -> Result<Vec<u8>, PublishError> {
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(cover, created).map_err(unexpected)?);
    workbook.set_default_format(&formats.plain, ROW_PIXELS, COLUMN_PIXELS).map_err(unexpected)?;
    write_cover(workbook.add_worksheet(), cover, &formats)?;
    for page in pages {
        write_page(workbook.add_worksheet(), page, &formats)?;
    }
    workbook.save_to_buffer().map_err(unexpected)
}

/// The formats of cells: one plain typeface, with weight and size for titles and headings.
struct Formats {
    plain: Format,
    title: Format,
    line: Format,
    heading: Format,
    /// Like a line, but wrapped to the width of the column.
    wrapped: Format,
    cell: Format,
    number: Format,
    number_heading: Format,
    link: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_font_name("Arial").set_font_size(12);
        let line = plain.clone().set_align(FormatAlign::Top);
        let wrapped = line.clone().set_text_wrap();
        // A hairline under each row leads the eye across a wide table.
        let cell = wrapped.clone().set_border_bottom(FormatBorder::Hair);
        let number = line.clone().set_border_bottom(FormatBorder::Hair);
        Self {
            title: line.clone().set_font_size(16).set_bold(),
            heading: cell.clone().set_bold(),
            number: number.set_align(FormatAlign::Right).set_indent(1),
            number_heading: cell.clone().set_align(FormatAlign::Right).set_indent(1).set_bold(),
            link: wrapped.clone().set_underline(FormatUnderline::Single),
            line,
            wrapped,
            cell,
            plain,
        }
    }
}

fn properties(cover: &Cover, created: NaiveDate) -> Result<DocProperties, XlsxError> {
    let title = if units(&cover.title) > LONGEST_TITLE { cover.subject } else { &cover.title };
    let (year, month, day) = (created.year(), created.month(), created.day());
    // Spreadsheets support years from 1900. A fixed date keeps the bytes the same.
    let year = u16::try_from(year.clamp(1900, 9999)).unwrap_or(1900);
    let (month, day) = (u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1));
    let created = ExcelDateTime::from_ymd(year, month, day)
        .or_else(|_| ExcelDateTime::from_ymd(year, month, 1))?;
    Ok(DocProperties::new()
        .set_title(title)
        .set_subject(cover.subject)
        .set_creation_datetime(&created))
}

fn write_cover(
    sheet: &mut Worksheet,
    cover: &Cover,
    formats: &Formats,
) -> Result<(), PublishError> {
    const NAME: &str = "Cover";
    set_up(sheet, NAME).map_err(unexpected)?;
    sheet.set_column_width(0, COVER_WIDTH).map_err(unexpected)?;
    let mut row = 0;
    let title = formats.title.clone().set_text_wrap();
    write_text(sheet, (NAME, row, 0), &cover.title, &title)?;
    // The title's font is a third larger.
    let high = height([(cover.title.as_str(), COVER_WIDTH * 3 / 4)].into_iter()) * 4.0 / 3.0;
    sheet.set_row_height(row, high.min(HIGHEST)).map_err(unexpected)?;
    for line in &cover.lines {
        row += 1;
        write_text(sheet, (NAME, row, 0), line, &formats.wrapped)?;
        let high = height([(line.as_str(), COVER_WIDTH)].into_iter());
        sheet.set_row_height(row, high).map_err(unexpected)?;
    }
    row += 1;
    write_text(sheet, (NAME, row, 0), "Contents", &formats.heading)?;
    sheet.set_row_height(row, TITLE_HEIGHT).map_err(unexpected)?;
    for (name, words) in &cover.contents {
        row += 1;
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(words);
        sheet.write_url_with_format(row, 0, link, &formats.link).map_err(unexpected)?;
        sheet.set_row_height(row, LINE_HEIGHT).map_err(unexpected)?;
    }
    Ok(())
}

fn write_page(sheet: &mut Worksheet, page: &Page, formats: &Formats) -> Result<(), PublishError> {
    set_up(sheet, page.name).map_err(unexpected)?;
    sheet.set_landscape();
    if page.columns.iter().map(|Column(_, width)| *width).sum::<u16>() > WIDE {
        sheet.set_paper_size(A3);
    }
    for (at, Column(_, width)) in (0..).zip(page.columns) {
        sheet.set_column_width(at, *width).map_err(unexpected)?;
    }
    let above = page.above();
    let rows = above.len() + 1 + page.rows.len();
    if rows > SHEET_ROWS {
        return Err(PublishError::TooManyRows { sheet: page.name, rows, limit: SHEET_ROWS });
    }
    let mut row = 0;
    for (at, line) in above.iter().enumerate() {
        let (format, high) =
            if at == 0 { (&formats.title, TITLE_HEIGHT) } else { (&formats.line, LINE_HEIGHT) };
        write_text(sheet, (page.name, row, 0), line, format)?;
        sheet.set_row_height(row, high).map_err(unexpected)?;
        row += 1;
    }
    if page.rows.is_empty() {
        return Ok(());
    }
    let header = row;
    sheet.set_repeat_rows(header, header).map_err(unexpected)?;
    let headings = page.columns.iter().map(|Column(name, width)| (*name, *width));
    sheet.set_row_height(header, height(headings)).map_err(unexpected)?;
    for cells in &page.rows {
        row += 1;
        let texts =
            cells.iter().zip(page.columns).filter_map(|(cell, Column(_, width))| match cell {
                Cell::Text(text) => Some((text.as_str(), *width)),
                Cell::Number(_) => None,
            });
        sheet.set_row_height(row, height(texts)).map_err(unexpected)?;
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    write_text(sheet, (page.name, row, column), text, &formats.cell)?;
                }
                Cell::Number(number) => {
                    let written =
                        sheet.write_number_with_format(row, column, *number, &formats.number);
                    written.map_err(unexpected)?;
                }
            }
        }
    }
    let last = (0..).zip(page.columns).map(|(at, _)| at).last().unwrap_or(0);
    sheet.add_table(header, 0, row, last, &table(page, formats)).map_err(unexpected)?;
    for (position, bars) in (0..).zip(&page.bars) {
        let top = row + 2 + position * CHART_ROWS;
        sheet.insert_chart(top, 0, &chart(page, bars, header)).map_err(unexpected)?;
    }
    Ok(())
}

/// Returns numbers of one row as a chart that reads them from their cells.
fn chart(page: &Page, bars: &Bars, header: u32) -> Chart {
    let (first, last) = bars.columns;
    let row = header + 1 + u32::try_from(bars.row).unwrap_or(u32::MAX - header - 1);
    let font = || ChartFont::new().set_name("Arial").set_size(12).clone();
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_categories((page.name, header, first, header, last))
        .set_values((page.name, row, first, row, last))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color("#12436D")))
        .set_gap(60);
    chart.title().set_name(&bars.title).set_font(font().set_bold());
    chart.legend().set_hidden();
    // Of bars, the axis of the steps is the upright one. The first step stands at the top, which moves the axis
    // of numbers there unless it crosses at the last. Bars have no labels of their own: LibreOffice adds the names
    // of row and step to each, and the table above has the numbers.
    chart.y_axis().set_reverse().set_font(&font()).set_crossing(ChartAxisCrossing::Max);
    let most = f64::from(u32::try_from(bars.most).unwrap_or(u32::MAX));
    chart.x_axis().set_min(0).set_max(most).set_font(&font()).set_major_gridlines(false);
    chart.x_axis().set_minor_tick_type(ChartAxisTickType::None);
    chart.y_axis().set_minor_tick_type(ChartAxisTickType::None);
    if most <= 12.0 {
        chart.x_axis().set_major_unit(1);
    }
    chart.set_width(760).set_height(CHART_PIXELS).set_alt_text(&bars.finding);
    chart
}

/// Returns a marked-up table without style, bands or filter.
fn table(page: &Page, formats: &Formats) -> Table {
    let columns: Vec<_> = page
        .columns
        .iter()
        .zip(page.rows.first().into_iter().flatten())
        .map(|(Column(name, _), cell)| {
            let format = match cell {
                Cell::Text(_) => &formats.heading,
                Cell::Number(_) => &formats.number_heading,
            };
            TableColumn::new().set_header(*name).set_header_format(format)
        })
        .collect();
    Table::new()
        .set_name(page.table)
        .set_columns(&columns)
        .set_style(TableStyle::None)
        .set_banded_rows(false)
        .set_autofilter(false)
        .set_alt_text_title(&page.title)
}

/// Sets the name and the print settings, which all sheets have.
fn set_up(sheet: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_paper_size(A4);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&L&A&RPage &P of &N");
    Ok(())
}

fn write_text(
    sheet: &mut Worksheet,
    (name, row, column): (&str, u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), PublishError> {
    let units = units(text);
    if units > CELL_UNITS {
        let place = Location::on_sheet(name.into(), Some(row + 1), Some(column));
        return Err(PublishError::TooLong { place, units, limit: CELL_UNITS });
    }
    // Written as a string, so that no text of a plan is interpreted as a formula.
    sheet.write_string_with_format(row, column, text, format).map_err(unexpected)?;
    Ok(())
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Converts an error that the plan cannot cause, since its limits have been checked before.
fn unexpected(error: XlsxError) -> PublishError {
    match error {
        XlsxError::IoError(error) => PublishError::Io(error),
        other => PublishError::Io(io::Error::other(other)),
    }
}
