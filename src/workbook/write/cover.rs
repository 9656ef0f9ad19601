//! The first sheet: what the workbook is, how to fill it, and what is known of the plan as a whole.

use rust_xlsxwriter::{Color, Worksheet, XlsxError};

use super::column::{Column, Record, Sheet, cells};
use super::exact::{PRESENT, exactly};
use super::lists::LISTS;
use super::looks;
use super::schema::{LEGEND, PLAN, ROLES};
use super::sheet::{Page, put};
use super::value::{Kind, LegendRow, Written};
use super::write::refused;
use crate::cells::xlsx::WorkbookError;
use crate::plan::PlanDoc;
use crate::text::same;

/// The name on its tab.
pub(super) const COVER: &str = "Cover";

pub(super) const TITLE: &str = "Improvement plan: working copy";

/// What an officer has to know.
pub(super) const HOW_TO: &[&str] = &[
    "Fill in the boxes below, then the sheets from left to right. Rows may be added, sorted and filtered; columns may be moved or hidden.",
    "The first sheets are for every month. The grey tabs hold what is seldom needed. Point at a heading to read what belongs under it.",
    "Rows belong together by reference: the sheet Milestones says in its column Action which action a step belongs to.",
    "Dates are days such as 31/03/2027; where there is no day, words such as Ongoing or End March 2027 are kept as you write them.",
    "Hidden columns say which row is which, so that next month's copy is about the same things: please leave them. Words between \u{27e6} and \u{27e7} are kept exactly.",
    "Write posts, not people's names, and no details of any child or family.",
];

pub(super) const ABOUT_THE_PLAN: &str = "About the plan";
pub(super) const THE_SHEETS: &str = "The sheets";
pub(super) const WHO_ANSWERS: &str = "Who answers for the plan";
pub(super) const RAG_WORDS: &str = "What the words of the RAG column mean";
pub(super) const RAG_HINT: &str =
    "Red, Amber and Green need no line here. Any other word your council uses does.";
pub(super) const LISTS_ABOUT: &str = "The words of the drop-down lists.";

/// What stands before the hidden id of the plan.
pub(super) const PLAN_KEY: &str = "Plan key (leave as it is)";

/// The widths of the boxes and of what is said of them.
const BOX: u16 = 60;
const HINTS: u16 = 72;

/// Empty lines at the end of a small table, to be filled.
const SPARE: u32 = 3;

/// The lines of the cover that say something of the plan.
pub(super) fn lines() -> impl Iterator<Item = &'static Column<PlanDoc>> {
    PLAN.iter().copied().flatten()
}

pub(super) fn write(
    doc: &PlanDoc,
    key: Option<&str>,
    page: &Page<'_>,
) -> Result<Worksheet, WorkbookError> {
    let mut sheet = Worksheet::new();
    let mut row = head(&mut sheet, page).map_err(refused)?;
    for (line, cell) in lines().zip(cells(lines(), doc)) {
        let format = page.looks.input(line.kind());
        let prepared = prepare(&mut sheet, page, row, line);
        prepared.map_err(refused)?;
        put(&mut sheet, COVER, (row, 1), &cell, format)?;
        let texts = [(cell.words(), BOX), (line.comment, HINTS)].into_iter();
        looks::heighten(&mut sheet, row, texts).map_err(refused)?;
        row += 1;
    }
    if let Some(key) = key {
        let key = Written::Text(key.to_owned());
        put(&mut sheet, COVER, (row, 1), &key, &page.looks.hint)?;
        let label = Written::Text(PLAN_KEY.to_owned());
        put(&mut sheet, COVER, (row, 0), &label, &page.looks.hint)?;
        sheet.set_row_hidden(row).map_err(refused)?;
        row += 1;
    }
    row = contents(&mut sheet, page, row + 1).map_err(refused)?;
    let looks = page.looks;
    let section = |sheet: &mut Worksheet, row, words: &str| {
        sheet.write_string_with_format(row, 0, words, &looks.section).map(|_| ()).map_err(refused)
    };
    section(&mut sheet, row + 1, WHO_ANSWERS)?;
    row = table(&mut sheet, page, row + 2, ROLES, &doc.roles)?;
    section(&mut sheet, row + 1, RAG_WORDS)?;
    let hint = Written::Text(RAG_HINT.to_owned());
    put(&mut sheet, COVER, (row + 2, 0), &hint, &looks.unwrapped)?;
    let legend: Vec<LegendRow> = doc
        .legend
        .iter()
        .map(|entry| LegendRow { word: entry.word.clone(), means: Some(entry.means) })
        .collect();
    table(&mut sheet, page, row + 3, LEGEND, &legend)?;
    Ok(sheet)
}

/// The title and what an officer has to know; gives the row of the first line.
fn head(sheet: &mut Worksheet, page: &Page<'_>) -> Result<u32, XlsxError> {
    let looks = page.looks;
    sheet.set_name(COVER)?.set_tab_color(Color::RGB(0x00_70_3C));
    sheet.set_column_width(0, 32)?.set_column_width(1, BOX)?.set_column_width(2, HINTS)?;
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(0, 0, TITLE, &looks.title)?;
    let mut row = 1;
    for line in HOW_TO {
        sheet.write_string_with_format(row, 0, *line, &looks.unwrapped)?;
        row += 1;
    }
    sheet.write_string_with_format(row + 1, 0, ABOUT_THE_PLAN, &looks.section)?;
    sheet.set_screen_gridlines(false);
    sheet.set_active(true);
    looks::print(sheet, 150)?;
    sheet.set_print_fit_to_pages(1, 1);
    Ok(row + 2)
}

/// The label, the box and the hint of a line.
fn prepare(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    row: u32,
    line: &Column<PlanDoc>,
) -> Result<(), XlsxError> {
    let kind = line.kind();
    sheet.write_string_with_format(row, 0, line.heading, &page.looks.label)?;
    sheet.write_blank(row, 1, page.looks.input(kind))?;
    sheet.write_string_with_format(row, 2, line.comment, &page.looks.hint)?;
    validate(sheet, page, kind, (row, row), 1)
}

fn validate(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    kind: Kind,
    (first, last): (u32, u32),
    column: u16,
) -> Result<(), XlsxError> {
    let choice = match kind {
        Kind::Date => Some(looks::day()?),
        Kind::Number => Some(looks::number()?),
        Kind::Word(words) => {
            let range = page.lists.range(words.name);
            range.map(|range| looks::choice(&range, words.is_closed)).transpose()?
        }
        _ => None,
    };
    if let Some(choice) = choice {
        sheet.add_data_validation(first, column, last, column, &choice)?;
    }
    Ok(())
}

/// The names of the sheets and what each is for; gives the row after them.
fn contents(sheet: &mut Worksheet, page: &Page<'_>, row: u32) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, 0, THE_SHEETS, &page.looks.section)?;
    let all = Sheet::ALL.iter().map(|sheet| (sheet.name(), sheet.about()));
    let mut row = row + 1;
    for (name, about) in all.chain([(LISTS, LISTS_ABOUT)]) {
        let link = format!("internal:'{name}'!A1");
        sheet.write_url_with_options(row, 0, link.as_str(), name, "", Some(&page.looks.link))?;
        sheet.write_string_with_format(row, 1, about, &page.looks.unwrapped)?;
        row += 1;
    }
    Ok(row)
}

/// A small table; gives the row after it.
fn table<T: Record>(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    row: u32,
    columns: &'static [Column<T>],
    records: &[T],
) -> Result<u32, WorkbookError> {
    let end = row + u32::try_from(records.len()).unwrap_or(u32::MAX / 2) + SPARE;
    for (column, definition) in (0..).zip(columns) {
        let heading = Written::Text(definition.heading.to_owned());
        put(sheet, COVER, (row, column), &heading, &page.looks.heading)?;
        let note = looks::note(definition.comment);
        sheet.insert_note(row, column, &note).map_err(refused)?;
        validate(sheet, page, definition.kind(), (row + 1, end), column).map_err(refused)?;
        for row in row + 1..=end {
            sheet.write_blank(row, column, &page.looks.input).map_err(refused)?;
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
        looks::heighten(sheet, row, texts).map_err(refused)?;
        for (column, cell) in (0..).zip(cells) {
            put(sheet, COVER, (row, column), &not_a_heading(cell), &page.looks.input)?;
        }
    }
    Ok(end + 1)
}

/// Words that would read as the heading of a table are written exactly.
fn not_a_heading(cell: Written) -> Written {
    match cell {
        Written::Text(words) if is_heading(&words) => Written::Text(exactly(&words)),
        other => other,
    }
}

/// Whether a text is the heading of a part of the cover.
pub(super) fn is_heading(text: &str) -> bool {
    let roles = ROLES.iter().map(|column| column.heading);
    let legend = LEGEND.iter().map(|column| column.heading);
    let sections = [ABOUT_THE_PLAN, THE_SHEETS, WHO_ANSWERS, RAG_WORDS, RAG_HINT, PLAN_KEY];
    roles.chain(legend).chain(sections).any(|heading| same(heading, text))
}
