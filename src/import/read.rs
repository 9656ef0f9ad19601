//! Reads a grid: finds its tables and makes a document from them.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::file_order::in_file_order;
use super::interpretation::{ColumnInterpretation, RowInterpretation, SheetInterpretation};
use super::join_rows::join_rows;
use super::layout::{Column, Layout, check_options, find, headings};
use super::legend_key::take_keys;
use super::metadata::{Metadata, find_themes, read_metadata};
use super::options_check::check;
use super::reader::Reader;
use super::rows::{Outcome, read_actions, read_measures, read_recommendations};
use super::split_columns::{split_by_content, split_columns};
use super::table_reader::TableReader;
use super::unused_cells::{unkept_comments, unused_cells};
use super::values::{StatusWords, text_of};
use super::view::{View, is_filled};
use super::{ColumnMeaning, Import, ReadOptions, SheetKind, SourceMap};
use crate::cells::{At, Cell, Content, Grid, Ledger, Sheet};
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{
    COLUMN_SPLIT, COMMENTS_KEPT, HIDDEN_READ, NO_ACTION_COLUMN, NO_ACTION_READ, OPTIONS_CONTRADICT,
    SHEETS_ALIKE, TABLE_NOT_FOUND,
};
use crate::diagnostic::{Location, column_letters};
use crate::model::Source;
use crate::plan::quoted;
use crate::text::{and_list, counted, fold, fold_reference, runs_in_words, same};

/// Reads every table in a grid. Never fails: what cannot be read is reported.
pub(crate) fn read(mut grid: Grid, options: &ReadOptions) -> Import {
    let mut problems = Problems::default();
    problems.add(std::mem::take(&mut grid.notes));
    join_rows(&mut grid, options);
    let split = split_columns(&mut grid, options);
    let given_options = options;
    let options = split.as_ref().unwrap_or(options);
    for message in check(given_options) {
        problems.report(&OPTIONS_CONTRADICT, Location::default(), "the options", message);
    }
    check_options(&grid, options, &mut problems);
    for sheet in &mut grid.sheets {
        sheet.rows.retain(|row| !row.cells.is_empty());
    }
    let learnt = take_keys(&mut grid, options, &mut problems);
    let options = learnt.as_ref().unwrap_or(options);
    let words = StatusWords::new(options);
    for note in words.notes() {
        problems.report(note.entry, Location::default(), "the options", note.message.clone());
    }
    let mut said = Problems::default();
    let mut layouts = find(&grid, options, &words, &mut said);
    let divided = split_by_content(&mut grid, &layouts, options);
    if !divided.is_empty() {
        said = Problems::default();
        layouts = find(&grid, options, &words, &mut said);
    }
    problems.add(said.into_vec());
    say_no(&mut grid, &layouts);
    find_themes(&grid, &mut layouts);
    for layout in layouts.iter().filter(|layout| !layout.columns.is_empty()) {
        if let Some(sheet) = grid.sheets.get_mut(layout.sheet).filter(|one| one.headings.is_empty())
        {
            sheet.headings = headings(&layout.columns);
        }
    }
    for one in divided {
        let Some(sheet) = grid.sheets.get(one.sheet) else { continue };
        let place = sheet.place(one.row, one.column);
        problems.report(&COLUMN_SPLIT, place, "the table", one.message);
    }
    let mut ledger = Ledger::new(&grid);
    let mut source_map = SourceMap::default();
    let Metadata { doc, facts, titles } =
        read_metadata(&grid, &layouts, options, &mut problems, &mut ledger, &mut source_map);
    let mut reader = Reader::new(options, words, doc, problems, ledger);
    reader.source_map = source_map;
    reader.interpretation.facts = facts;
    reader.interpretation.given =
        ReadOptions { recommendations: Vec::new(), sources: Vec::new(), ..given_options.clone() };
    given(&mut reader);

    let mut outcomes: BTreeMap<usize, Outcome> = BTreeMap::new();
    let mut actions: Vec<(usize, Range<usize>)> = Vec::new();
    for kind in [SheetKind::Recommendations, SheetKind::Actions, SheetKind::Measures] {
        for (at, layout) in layouts.iter().enumerate().filter(|(_, one)| one.kind == Some(kind)) {
            let Some(sheet) = grid.sheets.get(layout.sheet) else {
                continue;
            };
            let place = reader.source_map.sheet(sheet);
            let view = View::new(sheet, layout, place);
            reader.source_map.table(&view);
            mark_headings(&mut reader, sheet, layout);
            let before = reader.doc.actions.len();
            let mut table = TableReader { reader: &mut reader, view: &view };
            let outcome = match kind {
                SheetKind::Recommendations => read_recommendations(&mut table),
                SheetKind::Measures => read_measures(&mut table),
                SheetKind::Actions | SheetKind::Ignore => read_actions(&mut table),
            };
            table.report_how_often();
            if kind == SheetKind::Actions {
                actions.push((layout.sheet, before..reader.doc.actions.len()));
            }
            outcomes.insert(at, outcome);
        }
    }
    report_alike(&mut reader, &grid, &actions);
    report_comments(&mut reader, &grid);
    understand(&mut reader, &grid, &layouts, outcomes, &titles);
    report_nothing_found(&mut reader, &layouts);
    report_no_action(&mut reader, &grid, &layouts);
    let Reader { doc, problems, mut interpretation, source_map, ledger, comments, .. } = reader;
    let left = unkept_comments(&grid, &comments);
    let diagnostics = in_file_order(problems.into_vec(), &grid);
    interpretation.unused = unused_cells(grid, &layouts, &ledger);
    interpretation.unused.extend(left);
    Import::new(doc, diagnostics, interpretation, source_map)
}

/// Writes `No` in the blank cells of records whose column says no by a blank, as the options say.
fn say_no(grid: &mut Grid, layouts: &[Layout]) {
    for layout in layouts.iter().filter(|layout| !layout.rules.says_no.is_empty()) {
        let is_name = |column: &&Column| {
            let means = [ColumnMeaning::Action, ColumnMeaning::Recommendation];
            column.means.is_some_and(|own| means.contains(&own))
        };
        let of_names: Vec<u16> =
            layout.columns.iter().filter(is_name).map(|one| one.column).collect();
        let rows = grid.sheets.get_mut(layout.sheet).map(|sheet| &mut sheet.rows);
        for row in rows.and_then(|rows| rows.get_mut(layout.body.clone())).into_iter().flatten() {
            let is_record = of_names.iter().any(|column| row.cell(*column).is_some_and(is_filled));
            for column in layout.rules.says_no.iter().filter(|_| is_record) {
                let no = || Content::Text("No".into());
                match row.cells.binary_search_by_key(column, |cell| cell.column) {
                    Ok(at) => {
                        if let Some(cell) = row.cells.get_mut(at).filter(|cell| !is_filled(cell)) {
                            cell.content = no();
                        }
                    }
                    Err(at) => row.cells.insert(at, Cell::new(*column, no())),
                }
            }
        }
    }
}

/// Adds the sources and recommendations given in the options.
fn given(reader: &mut Reader<'_>) {
    let options = reader.options;
    for source in &options.sources {
        reader.known.sources.add(&mut reader.doc, source.clone());
    }
    for recommendation in &options.recommendations {
        let source =
            recommendation.source.as_deref().and_then(|link| reader.known.sources.linked(link));
        reader.known.recommendations.add(&mut reader.doc, recommendation.clone(), source, None);
    }
    if let Some(title) = options.source.as_deref().filter(|title| !title.trim().is_empty()) {
        let known = reader.known.sources.linked(title);
        let at = known.unwrap_or_else(|| {
            let (at, _) = reader.known.sources.of(&mut reader.doc, title, None);
            at
        });
        reader.known.default_source = Some(at);
    } else if let [Source { .. }] = options.sources.as_slice() {
        reader.known.default_source = Some(0);
    }
}

fn mark_headings(reader: &mut Reader<'_>, sheet: &Sheet, layout: &Layout) {
    for row_at in layout.header.clone() {
        let Some(row) = sheet.rows.get(row_at) else { continue };
        for (cell, found) in row.cells.iter().enumerate().filter(|(_, cell)| is_filled(cell)) {
            let text = text_of(found, sheet.dates).unwrap_or_default();
            let is_heading = layout.columns.iter().any(|column| {
                column.column == found.column && column.heading.contains(text.trim())
            });
            let is_over = row_at + 1 < layout.header.end
                && layout.columns.iter().any(|one| one.heading.starts_with(text.trim()));
            if is_heading || is_over {
                reader.ledger.mark(At { sheet: layout.sheet, row: row_at, cell });
            }
        }
    }
}

/// Reports sheets that hold the same actions.
fn report_alike(reader: &mut Reader<'_>, grid: &Grid, actions: &[(usize, Range<usize>)]) {
    if actions.len() < 2 {
        return;
    }
    let mut first: HashMap<String, (usize, &str)> = HashMap::new();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, (_, range)) in actions.iter().enumerate() {
        for action in reader.doc.actions.get(range.clone()).unwrap_or_default() {
            let known_by = match action.reference.as_deref() {
                Some(reference) => fold_reference(reference).into_owned(),
                None => fold(&action.title).into_owned(),
            };
            let title = action.title.as_str();
            let (other, own) = *first.entry(known_by).or_insert((at, title));
            // Numbers may begin again on each sheet: the same number is not yet the same action.
            if other != at && same(own, title) {
                *shared.entry((other, at)).or_default() += 1;
            }
        }
    }
    for ((one, other), count) in shared {
        let (Some((one, few)), Some((other, many))) = (actions.get(one), actions.get(other)) else {
            continue;
        };
        let fewer = few.len().min(many.len());
        let name = |at: usize| {
            let sheet = grid.sheets.get(at).and_then(|sheet| sheet.name.as_deref());
            sheet.map_or_else(|| "the table".to_owned(), quoted)
        };
        if count * 2 < fewer || count < 2 || one == other {
            continue;
        }
        let message = format!(
            "{} of {} are also on {}; both were read",
            counted(count, "action"),
            name(*other),
            name(*one)
        );
        let place = grid.sheets.get(*other).map_or_else(Location::default, Sheet::whole);
        reader.problems.report(&SHEETS_ALIKE, place, "the plan", message);
    }
}

/// Records how each table was understood, and reports hidden rows and sheets.
fn understand(
    reader: &mut Reader<'_>,
    grid: &Grid,
    layouts: &[Layout],
    mut outcomes: BTreeMap<usize, Outcome>,
    titles: &[(usize, RowInterpretation)],
) {
    for (at, layout) in layouts.iter().enumerate() {
        let Some(sheet) = grid.sheets.get(layout.sheet) else {
            continue;
        };
        let outcome = outcomes.remove(&at);
        let is_read = outcome.is_some();
        let outcome = outcome.unwrap_or_default();
        let is_first = layouts.iter().position(|one| one.sheet == layout.sheet) == Some(at);
        let mut rows: Vec<RowInterpretation> = titles
            .iter()
            .filter(|(one, row)| *one == layout.sheet && is_read && is_above(sheet, layout, row))
            .map(|(_, row)| row.clone())
            .collect();
        rows.extend(outcome.rows);
        rows.sort_by_key(|row| row.row);
        let hidden_rows: Vec<u32> = if is_read { hidden(sheet, layout) } else { Vec::new() };
        if is_read && sheet.is_hidden && is_first {
            let message = "the sheet is hidden in the spreadsheet; it was read";
            reader.problems.report(&HIDDEN_READ, sheet.whole(), "the table", message);
        }
        if let Some(first) = hidden_rows.first() {
            let message = format!(
                "{} hidden in the spreadsheet and read, with {}: {}",
                if hidden_rows.len() == 1 {
                    "1 row is".to_owned()
                } else {
                    format!("{} rows are", hidden_rows.len())
                },
                counted(filled_in(sheet, layout, &hidden_rows), "filled cell"),
                runs_in_words(&hidden_rows, MOST_RUNS)
            );
            reader.problems.report(&HIDDEN_READ, sheet.row_place(*first), "the table", message);
        }
        if is_read {
            report_hidden_columns(reader, sheet, layout);
        }
        let columns = layout.columns.iter().map(|column| ColumnInterpretation {
            column: column_letters(column.column),
            heading: column.heading.clone(),
            means: column.means,
            is_read: column.means.is_some_and(|means| means != ColumnMeaning::Ignore),
            why: match outcome.carried.get(&column.column) {
                Some(1) => format!("{}; 1 blank cell below it was read as the same", column.why),
                Some(count) => {
                    format!("{}; {count} blank cells below it were read as the same", column.why)
                }
                None => column.why.clone(),
            },
            doubt: column.doubt.clone(),
        });
        let header = sheet.rows.get(layout.header.start).filter(|_| !layout.header.is_empty());
        reader.interpretation.sheets.push(SheetInterpretation {
            sheet: sheet.name.as_deref().map(str::to_owned),
            is_hidden: sheet.is_hidden,
            holds: layout.kind,
            header_row: header.map(|row| row.number),
            why: layout.why.clone(),
            columns: columns.collect(),
            rows,
            hidden_rows,
            records: outcome.records,
        });
    }
}

fn is_above(sheet: &Sheet, layout: &Layout, row: &RowInterpretation) -> bool {
    let rows = sheet.rows.get(layout.above.clone()).unwrap_or_default();
    rows.first().is_some_and(|first| row.row >= first.number)
        && rows.last().is_some_and(|last| row.row <= last.number)
}

fn hidden(sheet: &Sheet, layout: &Layout) -> Vec<u32> {
    let rows = sheet.rows.get(layout.body.clone()).unwrap_or_default();
    rows.iter()
        .filter(|row| row.is_hidden && row.cells.iter().any(is_filled))
        .map(|row| row.number)
        .collect()
}

/// Returns how many cells of some rows of a table hold something.
fn filled_in(sheet: &Sheet, layout: &Layout, numbers: &[u32]) -> usize {
    let rows = sheet.rows.get(layout.body.clone()).unwrap_or_default();
    let rows = rows.iter().filter(|row| numbers.binary_search(&row.number).is_ok());
    rows.map(|row| row.cells.iter().filter(|cell| is_filled(cell)).count()).sum()
}

/// Reports the columns of a table that the spreadsheet hides: they were read like the others.
fn report_hidden_columns(reader: &mut Reader<'_>, sheet: &Sheet, layout: &Layout) {
    if sheet.hidden_columns.is_empty() {
        return;
    }
    let mut cells: BTreeMap<u16, usize> = BTreeMap::new();
    for row in sheet.rows.get(layout.body.clone()).unwrap_or_default() {
        for cell in row.cells.iter().filter(|cell| is_filled(cell)) {
            if sheet.is_column_hidden(cell.column) {
                *cells.entry(cell.column).or_default() += 1;
            }
        }
    }
    let Some(first) = cells.keys().next() else { return };
    let name = |column: &u16| {
        let heading = layout.columns.iter().find(|one| one.column == *column);
        let heading = heading.map(|one| one.heading.trim()).filter(|one| !one.is_empty());
        let letter = column_letters(*column);
        heading.map_or_else(|| letter.clone(), |one| format!("{letter} {}", quoted(one)))
    };
    let mut names: Vec<String> = cells.keys().take(MOST_RUNS).map(name).collect();
    if cells.len() > MOST_RUNS {
        names.push(format!("{} more", cells.len() - MOST_RUNS));
    }
    let message = format!(
        "{} hidden in the spreadsheet and read like the others, with {}: {}",
        if cells.len() == 1 {
            "1 column is".to_owned()
        } else {
            format!("{} columns are", cells.len())
        },
        counted(cells.values().sum(), "filled cell"),
        and_list(&names)
    );
    let row = sheet.rows.get(layout.header.start).map_or(1, |row| row.number);
    reader.problems.report(&HIDDEN_READ, sheet.place(row, *first), "the table", message);
}

/// Reports what became of the comments on the cells of each sheet.
fn report_comments(reader: &mut Reader<'_>, grid: &Grid) {
    for (at, sheet) in grid.sheets.iter().enumerate().filter(|(_, one)| !one.comments.is_empty()) {
        let kept = reader.comments.range((at, 0)..(at + 1, 0)).count();
        let left = sheet.comments.len() - kept;
        let mut said = Vec::new();
        if kept > 0 {
            said.push(if kept == 1 {
                "1 comment on a cell was kept as an update of its action".to_owned()
            } else {
                format!("{kept} comments on cells were kept as updates of their actions")
            });
        }
        if left > 0 {
            said.push(if left == 1 {
                "1 comment belongs to no action and is listed as not used".to_owned()
            } else {
                format!("{left} comments belong to no action and are listed as not used")
            });
        }
        reader.problems.report(&COMMENTS_KEPT, sheet.whole(), "the table", said.join("; "));
    }
}

/// The most runs of hidden rows that a message lists.
const MOST_RUNS: usize = 20;

/// Reports a table of actions from which no action was read: nothing in it can count as answered.
fn report_no_action(reader: &mut Reader<'_>, grid: &Grid, layouts: &[Layout]) {
    if !reader.doc.actions.is_empty() {
        return;
    }
    for layout in layouts {
        let Some(sheet) = grid.sheets.get(layout.sheet) else { continue };
        let place = sheet.rows.get(layout.header.start).map_or(1, |row| row.number);
        let place = sheet.row_place(place);
        let is_one = layout.kind == Some(SheetKind::Actions)
            || reader.problems.has_reported(&NO_ACTION_COLUMN, &place);
        let rows = sheet.rows.get(layout.body.clone()).unwrap_or_default();
        let filled = rows.iter().filter(|row| row.cells.iter().any(is_filled)).count();
        if is_one && filled > 0 {
            let message =
                format!("no action was read from {} below the headings", counted(filled, "row"));
            reader.problems.report(&NO_ACTION_READ, place, "the table", message);
        }
    }
}

/// Reports that nothing was read.
fn report_nothing_found(reader: &mut Reader<'_>, layouts: &[Layout]) {
    let doc = &reader.doc;
    let is_empty = doc.actions.is_empty()
        && doc.measures.is_empty()
        && doc.recommendations.len() == reader.options.recommendations.len();
    if !is_empty {
        return;
    }
    let has_table =
        layouts.iter().any(|layout| layout.kind.is_some_and(|kind| kind != SheetKind::Ignore));
    let message = if has_table {
        "there are headings of a plan, but no record below them"
    } else {
        "no row holds headings of a plan, such as “Recommendation”, “Action”, “Lead” and “By when”"
    };
    reader.problems.report(&TABLE_NOT_FOUND, Location::default(), "the plan", message);
}
