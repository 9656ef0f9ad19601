//! How a council's own table is understood.

mod by_content;
#[cfg(feature = "workbook")]
mod comments;
mod every_heading;
mod facts;
mod foreign_tables;
mod headings;
mod helps;
mod kept_options;
mod keys;
mod measures;
#[cfg(feature = "workbook")]
mod merged_cells;
mod not_credited;
mod options;
mod plans;
mod real_shapes;
mod recommendations;
mod row_kinds;
mod row_options;
mod rows;
#[cfg(feature = "workbook")]
mod workbook_shapes;

pub(crate) use every_heading::listed_headings;

use improvement_plan::csv;
use improvement_plan::import::{Import, ReadOptions};

/// Options that give what no small table says.
fn options() -> ReadOptions {
    ReadOptions::new().with_authority("Anyshire").with_reference("plan").with_title("Plan")
}

fn read(text: &str) -> Import {
    read_with(text, &options())
}

fn read_with(text: &str, options: &ReadOptions) -> Import {
    csv::read(text.as_bytes(), options).unwrap()
}

fn said(import: &Import) -> Vec<String> {
    import.diagnostics().iter().map(ToString::to_string).collect()
}

/// What building the plan says.
fn refused(import: &Import) -> Vec<String> {
    match import.build() {
        Ok(_) => Vec::new(),
        Err(refused) => refused.diagnostics().iter().map(ToString::to_string).collect(),
    }
}

fn unused(import: &Import) -> Vec<String> {
    let cells = import.interpretation().unused().iter();
    cells.map(|cell| format!("{}, {}: {}", cell.place(), cell.text(), cell.why())).collect()
}

/// Each heading with what it was taken for.
fn columns(import: &Import) -> Vec<(String, &'static str)> {
    let columns = import
        .interpretation()
        .sheets()
        .iter()
        .flat_map(improvement_plan::import::SheetInterpretation::columns);
    columns
        .map(|column| {
            (column.heading().to_owned(), column.means().map_or("-", |means| means.as_str()))
        })
        .collect()
}

/// What the columns of a table with these headings are taken for.
fn meanings(headings: &str) -> Vec<&'static str> {
    let import = read(&format!("{headings}\n"));
    columns(&import).into_iter().map(|(_, means)| means).collect()
}

/// Each row that is no record, with what it was taken for.
fn rows(import: &Import) -> Vec<(u32, &str)> {
    let rows = import
        .interpretation()
        .sheets()
        .iter()
        .flat_map(improvement_plan::import::SheetInterpretation::rows);
    rows.map(|row| (row.row(), row.taken_for())).collect()
}

fn titles(import: &Import) -> Vec<&str> {
    import.doc().actions.iter().map(|one| one.title.as_str()).collect()
}

fn answers(import: &Import) -> Vec<String> {
    import.doc().actions.iter().map(|one| one.answers.join("; ")).collect()
}

fn owners(import: &Import) -> Vec<String> {
    let names = |one: &improvement_plan::Action| {
        one.owners.iter().filter_map(|owner| owner.as_str()).collect::<Vec<_>>().join("; ")
    };
    import.doc().actions.iter().map(names).collect()
}
