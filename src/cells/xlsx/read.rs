//! Reads the bytes of a workbook into a grid of cells.

use std::io::Read;

use super::WorkbookError;
use super::cell::CellContext;
use super::comments::comments;
use super::error::size;
use super::other_file::must_be_zip;
use super::package::Package;
use super::part::Part;
use super::shared_strings::SharedStrings;
use super::sheet::SheetReader;
use super::styles::Styles;
use super::theme::Theme;
use super::workbook_part::{SheetEntry, SheetPart, WorkbookPart};
use super::xml::Xml;
use crate::cells::{DateSystem, Grid, Sheet, SheetLimits, Totals};
use crate::diagnostic::Location;
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{DATE_SYSTEM, FORMULA_UNWORKED, SHEET_NOT_READ};

/// Reads the cells of a workbook.
pub(crate) fn read(reader: impl Read, limits: &SheetLimits) -> Result<Grid, WorkbookError> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file_bytes {
        return Err(WorkbookError::too_large(
            format!("the file is larger than {}, the most that is read", size(limits.file_bytes)),
            "delete pictures and sheets that are not part of the plan, and save it again",
        ));
    }
    grid(bytes, limits)
}

/// Reads the cells of a workbook in memory.
pub(super) fn grid(bytes: Vec<u8>, limits: &SheetLimits) -> Result<Grid, WorkbookError> {
    must_be_zip(&bytes)?;
    let mut package = Package::open(bytes, limits)?;
    let workbook = WorkbookPart::of(&mut package, limits)?;
    let theme = match part(&mut package, workbook.theme.as_deref(), "the colours of the theme")? {
        Some(part) => Theme::read(Xml::new(&part))?,
        None => Theme::default(),
    };
    let styles = match part(&mut package, workbook.styles.as_deref(), "the list of styles")? {
        Some(part) => Styles::read(Xml::new(&part), &theme)?,
        None => Styles::default(),
    };
    let strings = match part(&mut package, workbook.shared_strings.as_deref(), "the list of texts")?
    {
        Some(part) => SharedStrings::read(Xml::new(&part), limits)?,
        None => SharedStrings::default(),
    };
    let context = CellContext { strings: &strings, styles: &styles, dates: workbook.dates, limits };
    let mut problems = Problems::default();
    let mut totals = Totals::default();
    let mut sheets = Vec::with_capacity(workbook.sheets.len());
    for entry in &workbook.sheets {
        if let Some(mut sheet) = sheet(&mut package, entry, &context, &mut totals, &mut problems)? {
            sheet.is_hidden = entry.is_hidden;
            sheets.push(sheet);
        }
    }
    package.check_rest()?;
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(WorkbookError::Empty);
    }
    if workbook.dates == DateSystem::From1904 {
        problems.report(
            &DATE_SYSTEM,
            Location::default(),
            "the workbook",
            "days are counted from 1 January 1904 here",
        );
    }
    Ok(Grid { sheets, notes: problems.into_vec() })
}

/// Returns an optional part of a workbook.
fn part(
    package: &mut Package,
    name: Option<&str>,
    called: &str,
) -> Result<Option<Part>, WorkbookError> {
    match name {
        Some(name) => package.part(name, called),
        None => Ok(None),
    }
}

fn sheet(
    package: &mut Package,
    entry: &SheetEntry,
    context: &CellContext<'_>,
    totals: &mut Totals,
    problems: &mut Problems,
) -> Result<Option<Sheet>, WorkbookError> {
    let name = entry.name.as_str();
    let called = format!("the sheet “{name}”");
    let why = match &entry.part {
        SheetPart::Cells(path) => {
            let Some(part) = package.part(path, &called)? else {
                return Err(WorkbookError::damaged(format!("{called} is listed but missing")));
            };
            let mut streamed = SheetReader::new(Xml::new(&part), name, context, totals).read()?;
            streamed.sheet.comments = comments(package, (name, path), context.limits, totals)?;
            if let Some((first, how_many)) = streamed.unworked {
                let message = match how_many {
                    1 => "this formula has no worked-out value, so the cell was read as blank"
                        .to_owned(),
                    more => format!(
                        "this is the first of {more} formulas on the sheet that have no worked-out \
                         value, so their cells were read as blank"
                    ),
                };
                problems.report(&FORMULA_UNWORKED, first, called, message);
            }
            return Ok(Some(streamed.sheet));
        }
        SheetPart::None(what) => format!("{called} is {what} and has no cells"),
        SheetPart::Outside => format!("{called} is kept in another file, which is not opened"),
    };
    let place = Location::on_sheet(name.into(), None, None);
    problems.report(&SHEET_NOT_READ, place, called, why);
    Ok(None)
}

/// Good workbooks read cell by cell as calamine, another reader, plainly reads them.
#[cfg(test)]
#[cfg(feature = "against-calamine")]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatPattern, Workbook};

    use super::grid;
    use crate::cells::{Content, Grid, SheetLimits, Shown};

    /// The content of each cell, by sheet, row from 1 and column from 0.
    type Cells = BTreeMap<(String, u32, u16), String>;

    fn ours(grid: &Grid) -> Cells {
        let mut cells = Cells::new();
        for sheet in &grid.sheets {
            for row in &sheet.rows {
                for cell in &row.cells {
                    let text = match &cell.content {
                        Content::Blank => continue,
                        Content::Text(text) => format!("text {text:?}"),
                        Content::Number(number)
                            if matches!(cell.shown, Shown::Date | Shown::Time) =>
                        {
                            format!("day {number}")
                        }
                        Content::Number(number) => format!("figure {number}"),
                        Content::Truth(truth) => format!("truth {truth}"),
                        Content::Failed(failed) => format!("failed {failed}"),
                    };
                    let name = sheet.name.as_deref().unwrap().to_owned();
                    assert_eq!(cells.insert((name, row.number, cell.column), text), None);
                }
            }
        }
        cells
    }

    fn theirs(bytes: &[u8]) -> Cells {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let mut cells = Cells::new();
        for name in book.sheet_names() {
            let range = book.worksheet_range(&name).unwrap();
            let Some((top, left)) = range.start() else { continue };
            for (row, column, value) in range.used_cells() {
                let text = match value {
                    Data::Empty => continue,
                    Data::String(text) if text.is_empty() => continue,
                    Data::String(text) => format!("text {text:?}"),
                    Data::Float(number) => format!("figure {number}"),
                    Data::DateTime(day) => format!("day {}", day.as_f64()),
                    Data::Bool(truth) => format!("truth {truth}"),
                    Data::Error(error) => format!("failed {error}"),
                    other => format!("{other:?}"),
                };
                let row = u32::try_from(row).unwrap() + top + 1;
                let column = u16::try_from(column).unwrap() + u16::try_from(left).unwrap();
                cells.insert((name.clone(), row, column), text);
            }
        }
        cells
    }

    fn compare(bytes: Vec<u8>) -> Grid {
        let expected = theirs(&bytes);
        let grid = grid(bytes, &SheetLimits::default()).unwrap();
        assert_eq!(ours(&grid), expected);
        grid
    }

    /// A workbook with every sort of cell.
    fn every_sort() -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Action plan").unwrap();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let texts = [
            "plain",
            " space around ",
            "line\nbreak",
            "tab\there",
            "<&>\"'",
            "_x000D_",
            "é £ \u{1F600}",
            "=cmd",
            "\u{a0}",
            "trailing\n",
            "a\r\nb",
        ];
        for (row, text) in (0..).zip(texts) {
            sheet.write_string(row, 0, text).unwrap();
        }
        for (row, number) in (0..).zip([0.0_f64, -1.5, 1e300, 0.1, 43_190.0, 123_456_789.123]) {
            sheet.write_number(row, 1, number).unwrap();
            sheet.write_number_with_format(row, 2, number.clamp(0.0, 60_000.0), &day).unwrap();
        }
        sheet.write_boolean(0, 3, true).unwrap();
        sheet.write_boolean(1, 3, false).unwrap();
        sheet.write_formula(2, 3, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
        sheet
            .write_formula(3, 3, rust_xlsxwriter::Formula::new("=A1").set_result("plain"))
            .unwrap();
        sheet
            .write_formula(4, 3, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A"))
            .unwrap();
        let bold = Format::new().set_bold();
        sheet.write_rich_string(5, 3, &[(&bold, "bold "), (&day, "and not")]).unwrap();
        sheet.merge_range(12, 0, 14, 1, "over two columns", &bold).unwrap();
        sheet.write_string(14, 2, "beside its last row").unwrap();
        let hidden = book.add_worksheet().set_name("Old").unwrap().set_hidden(true);
        hidden.write_string(49, 25, "far away").unwrap();
        book.add_worksheet().set_name("Nothing").unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn every_sort_of_cell_is_read_as_calamine_reads_it() {
        let grid = compare(every_sort());
        let names: Vec<_> =
            grid.sheets.iter().map(|sheet| sheet.name.as_deref().unwrap()).collect();
        assert_eq!(names, ["Action plan", "Old", "Nothing"]);
        let hidden: Vec<_> = grid.sheets.iter().map(|sheet| sheet.is_hidden).collect();
        assert_eq!(hidden, [false, true, false]);
        let merge = grid.sheets[0].merges[0];
        assert_eq!((merge.rows, merge.columns), ((13, 15), (0, 1)));
        assert_eq!(grid.notes, []);
    }

    #[test]
    fn hidden_rows_and_fills_are_kept() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let fill = |colour| Format::new().set_background_color(colour);
        sheet.write_string(0, 0, "RAG").unwrap();
        sheet.write_blank(1, 0, &fill(Color::RGB(0xFF_C000))).unwrap();
        sheet.write_string_with_format(2, 0, "Green", &fill(Color::Theme(6, 2))).unwrap();
        sheet.write_string_with_format(3, 0, "White", &fill(Color::White)).unwrap();
        let pattern = Format::new().set_pattern(FormatPattern::Gray125);
        sheet.write_string_with_format(4, 0, "Grey", &pattern).unwrap();
        sheet.write_blank(5, 0, &fill(Color::Red)).unwrap();
        sheet.write_blank(0, 1, &fill(Color::Red)).unwrap();
        sheet.set_row_hidden(2).unwrap();
        let grid = compare(book.save_to_buffer().unwrap());
        let seen: Vec<_> = grid.sheets[0]
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(move |cell| (row, cell)))
            .map(|(row, cell)| (row.number, row.is_hidden, cell.fill))
            .collect();
        assert_eq!(
            seen,
            [
                (1, false, None),
                (2, false, Some([255, 192, 0])),
                (3, true, seen[2].2),
                (4, false, None),
                (5, false, None),
            ]
        );
        assert!(seen[2].2.is_some());
    }

    #[test]
    fn fills_are_the_colours_that_calamine_finds() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let mut colours = vec![Color::Red, Color::Lime, Color::Yellow, Color::RGB(0x12_3456)];
        for theme in 0..=9 {
            colours.extend((0..=5).map(|shade| Color::Theme(theme, shade)));
        }
        for (row, colour) in (0..).zip(colours) {
            let fill = Format::new().set_background_color(colour);
            sheet.write_string_with_format(row, 0, "x", &fill).unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        let mut theirs = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let styles = theirs.worksheet_style("Sheet1").unwrap();
        let grid = grid(bytes.clone(), &SheetLimits::default()).unwrap();
        for row in &grid.sheets[0].rows {
            let style = styles.get((row.number - 1, 0)).unwrap();
            let colour = style.fill.as_ref().and_then(calamine::Fill::get_color);
            let theirs = colour.map(|colour| [colour.red, colour.green, colour.blue]);
            let theirs = theirs.filter(|colour| *colour != [255; 3]);
            match (row.cells[0].fill, theirs) {
                (Some(ours), Some(theirs)) => {
                    let is_near = ours.iter().zip(theirs).all(|(a, b)| a.abs_diff(b) <= 1);
                    assert!(is_near, "row {}: {ours:?} {theirs:?}", row.number);
                }
                (ours, theirs) => assert_eq!(ours, theirs, "row {}", row.number),
            }
        }
    }

    #[test]
    fn both_date_systems_and_hidden_states_are_read() {
        let mut book = Workbook::new();
        let format = Format::new().set_num_format("d mmm yyyy");
        let day = ExcelDateTime::from_ymd(2026, 10, 30).unwrap();
        let sheet = book.add_worksheet();
        sheet.write_datetime_with_format(0, 0, &day, &format).unwrap();
        sheet.write_string(1, 0, "visible").unwrap();
        let last = book.add_worksheet();
        last.set_very_hidden(true).write_string(0, 0, "very hidden").unwrap();
        let grid = compare(book.save_to_buffer().unwrap());
        let cell = &grid.sheets[0].rows[0].cells[0];
        assert_eq!((&cell.content, cell.shown), (&Content::Number(46_325.0), Shown::Date));
        assert!(grid.sheets[1].is_hidden);
    }
}
