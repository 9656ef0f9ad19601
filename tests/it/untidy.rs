//! The untidy workbook in `examples/data`, read cell by cell: `cells.txt` has a line for every cell that
//! holds something, and says where it went. It was written by hand from the workbook, not by the reader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};
use improvement_plan::import::{ColumnMeaning, Import, ReadOptions};
use improvement_plan::{Severity, workbook};
use serde_json::Value;

const CELLS: &str = include_str!("untidy/cells.txt");

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name)
}

fn read(name: &str) -> Import {
    workbook::read(std::fs::File::open(data(name)).unwrap(), &ReadOptions::new()).unwrap()
}

/// Where a cell goes: into the document, a heading, a row that is no record, or nowhere.
struct Line {
    sheet: &'static str,
    cell: &'static str,
    went: Vec<&'static str>,
}

fn lines() -> Vec<Line> {
    let line = |line: &'static str| {
        let mut parts = line.split('\t');
        let (sheet, cell) = parts.next().unwrap().split_once('!').unwrap();
        parts.next().unwrap();
        Line { sheet, cell, went: parts.collect() }
    };
    CELLS.lines().map(line).collect()
}

fn letters_and_row(cell: &str) -> (&str, u32) {
    let at = cell.find(|letter: char| letter.is_ascii_digit()).unwrap();
    let (letters, row) = cell.split_at(at);
    (letters, row.parse().unwrap())
}

#[test]
fn every_cell_that_holds_something_has_a_line() {
    let mut book: Xlsx<_> = calamine::open_workbook(data("croydon-2017-messy.xlsx")).unwrap();
    let mut held = BTreeSet::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).unwrap();
        let (top, left) = range.start().unwrap();
        for (row, column, value) in range.used_cells() {
            if *value != Data::Empty {
                let letter =
                    char::from(b'A' + u8::try_from(column).unwrap() + u8::try_from(left).unwrap());
                held.insert(format!("{sheet}!{letter}{}", row + 1 + usize::try_from(top).unwrap()));
            }
        }
    }
    let filled = ["Action plan Oct 17!F11", "Action plan Oct 17!F25"].map(str::to_owned);
    let written: BTreeSet<_> =
        lines().iter().map(|line| format!("{}!{}", line.sheet, line.cell)).collect();
    assert_eq!(written, held.into_iter().chain(filled).collect());
}

#[test]
fn every_cell_went_where_its_line_says() {
    let import = read("croydon-2017-messy.xlsx");
    let doc: Value = serde_json::to_value(import.doc()).unwrap();
    let understood = import.interpretation();
    let unused: BTreeMap<_, _> =
        understood.unused().iter().map(|cell| (cell.place().to_string(), cell.why())).collect();
    let mut left = 0;
    for Line { sheet, cell, went } in lines() {
        let (letters, row) = letters_and_row(cell);
        let on = understood.sheets().iter().find(|one| one.name() == Some(sheet)).unwrap();
        for went in went {
            if let Some((path, value)) = went.split_once(" = ") {
                let value: Value = serde_json::from_str(value).unwrap();
                assert_eq!(doc.pointer(path), Some(&value), "{sheet}!{cell}: {path}");
            } else if let Some(why) = went.strip_prefix("unused: ") {
                let place = if sheet.contains(' ') {
                    format!("'{sheet}'!{cell}")
                } else {
                    format!("{sheet}!{cell}")
                };
                assert_eq!(unused.get(&place), Some(&why), "{place}");
                left += 1;
            } else if let Some(means) = went.strip_prefix("column: ") {
                let column = on.columns().iter().find(|column| column.column() == letters).unwrap();
                assert_eq!(
                    column.means().map(ColumnMeaning::as_str),
                    Some(means),
                    "{sheet}!{cell}"
                );
                assert_eq!(on.header_row(), Some(row));
            } else {
                let taken_for = went.strip_prefix("row: ").unwrap();
                let is_told = |one: &improvement_plan::import::RowInterpretation| {
                    one.row() == row && one.taken_for() == taken_for
                };
                assert!(
                    on.rows().iter().any(is_told),
                    "{sheet}!{cell}: {taken_for}: {:?}",
                    on.rows()
                );
            }
        }
    }
    assert_eq!(unused.len(), left, "a cell is listed as unused that has no such line");
}

#[test]
fn nothing_else_is_in_the_document() {
    let import = read("croydon-2017-messy.xlsx");
    let doc = import.doc();
    assert_eq!((doc.actions.len(), doc.recommendations.len(), doc.measures.len()), (20, 26, 5));
    assert_eq!((doc.workstreams.len(), doc.sources.len(), doc.legend.len()), (3, 0, 0));
    // Below a filled recommendation the cell is blank or merged, so it is carried down.
    let carried = [("2.4.5b", "9"), ("2.5.6b", "2"), ("2.6.5b", "6"), ("2.6.6", "6")];
    for (reference, answers) in carried {
        let mut actions = doc.actions.iter();
        let action = actions.find(|one| one.reference.as_deref() == Some(reference)).unwrap();
        assert_eq!(action.answers, [answers], "{reference}");
        // An owner is not: each of these actions has a reference of its own.
        assert!(action.owners.is_empty(), "{reference}");
    }
    assert_eq!(doc.status_date.as_ref().unwrap().as_str(), "23 October 2017");
    assert_eq!(doc.authority.name, "Croydon Council");
    let plan = import.build().unwrap();
    let as_of = "2017-11-07".parse().unwrap();
    assert_eq!(plan.coverage(as_of).addressed().to_string(), "10 of 26 (38%)");
}

#[test]
fn what_is_said_of_it_names_the_cell_and_what_to_do() {
    let import = read("croydon-2017-messy.xlsx");
    let said: Vec<_> = import.diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(said, include_str!("untidy/said.txt").lines().collect::<Vec<_>>());
    assert_eq!(import.diagnostics().count(Severity::Error), 1);
}

#[test]
fn the_workbooks_are_those_that_the_example_makes() {
    let folder = super::examples::folder("workbooks");
    let output = super::examples::run("make_workbooks", &folder, &["."]);
    assert!(output.status.success(), "{}", super::examples::reason(&output));
    for name in ["croydon-2017.xlsx", "croydon-2017-messy.xlsx"] {
        let made = std::fs::read(folder.join(name)).unwrap();
        let kept = std::fs::read(data(name)).unwrap();
        assert!(made == kept, "{name} is out of date: run the example make_workbooks");
    }
}

#[test]
fn the_working_workbook_is_croydon_s_plan_to_the_letter() {
    let import = read("croydon-2017.xlsx");
    let json = include_str!("../../examples/data/croydon-2017.json");
    assert_eq!(import.doc(), &improvement_plan::PlanDoc::from_json(json).unwrap());
    assert!(import.diagnostics().is_empty() && import.interpretation().unused().is_empty());
    assert!(import.interpretation().is_template());
}
