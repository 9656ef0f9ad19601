//! The report of an import: how a workbook or a CSV file was interpreted, what was not used, and
//! what to correct in it.

use super::check_report::{add_diagnostics, severities};
use super::document::Document;
use super::grammar::{capital, counted, verb};
use super::layouts::layouts;
use super::sheet_interpretation::{add_sheet, add_working_sheets};
use super::unused_cells::unused_lines;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::import::{Import, Interpretation, SheetInterpretation, SheetKind};
use crate::text::and_list;

/// How a file was interpreted, for the person who sent it: each sheet with what it and its columns
/// were read as, every cell that was not used, and every diagnostic, with its cell and what to do.
///
/// It covers reading only. [`Import::build`] decides whether the document is a plan, and a
/// [`CheckReport`](crate::CheckReport) reports that.
///
/// ```
/// # #[cfg(feature = "csv")] {
/// use improvement_plan::import::ReadOptions;
/// use improvement_plan::report::ImportReport;
/// use improvement_plan::csv;
///
/// let options = ReadOptions::new()
///     .with_authority("Anyshire")
///     .with_reference("anyshire-2026")
///     .with_title("Improvement plan")
///     .with_source("Inspection of children's services");
/// let table = "Recommendation,Action\nReduce caseloads.,Recruit six social workers\n";
/// let import = csv::read(table.as_bytes(), &options)?;
/// let report = ImportReport::new(&import);
/// assert!(!report.has_errors());
/// println!("{}", report.to_text());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct ImportReport<'i> {
    pub(super) import: &'i Import,
}

impl<'i> ImportReport<'i> {
    /// Creates the report of an import.
    #[must_use]
    pub fn new(import: &'i Import) -> Self {
        Self { import }
    }

    /// Returns the import.
    pub fn import(&self) -> &'i Import {
        self.import
    }

    /// Returns the diagnostics of the file, in the order in which they were found.
    pub fn diagnostics(&self) -> &'i Diagnostics {
        self.import.diagnostics()
    }

    /// Returns whether any diagnostic is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics().count(Severity::Error) > 0
    }

    fn document(&self) -> Document {
        let mut document = Document::default();
        let understood = self.import.interpretation();
        if understood.is_template {
            document.paragraph(
                "This workbook is a filled-in template. It was read by its own headings.",
            );
        }
        if !understood.facts.is_empty() {
            let facts = understood.facts.iter().map(|fact| {
                let name = capital(&fact.key.replace(['.', '_'], " "));
                format!("{name}: {} ({})", fact.value, fact.why)
            });
            document.list("The plan as a whole:", facts);
        }
        if understood.is_template {
            add_working_sheets(&mut document, &understood.sheets);
        } else {
            for sheet in &understood.sheets {
                add_sheet(&mut document, sheet);
            }
        }
        if !understood.unused.is_empty() {
            let cells = counted(understood.unused.len(), "cell");
            document.list(&format!("Not used: {cells}"), unused_lines(&understood.unused));
        }
        add_diagnostics(&mut document, self.diagnostics());
        document.paragraph(&self.conclusion());
        let look_at = self.look_at();
        if !look_at.is_empty() {
            document.list("What a person should look at, the most doubtful first:", look_at);
        }
        document
    }

    /// Returns what a person should look at, the most doubtful first, in at most ten lines: errors, doubts,
    /// what was not used, then what was read in a way that is not written. Each cause has one line.
    #[must_use]
    pub fn look_at(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for severity in [Severity::Error, Severity::Warning] {
            lines.extend(self.causes(severity));
        }
        let unused = &self.import.interpretation().unused;
        if let Some(first) = unused.first() {
            lines.push(format!(
                "{} {} not used, the first {}: {}",
                counted(unused.len(), "cell"),
                verb(unused.len(), "was", "were"),
                first.place,
                first.why
            ));
        }
        lines.extend(self.causes(Severity::Advice));
        let more = lines.len().saturating_sub(MOST_LINES);
        if more > 0 {
            lines.truncate(MOST_LINES - 1);
            lines.push(format!("{} more above", counted(more + 1, "thing")));
        }
        lines
    }

    /// Returns a line for each code of a severity, with its first place.
    fn causes(&self, severity: Severity) -> Vec<String> {
        let mut causes: Vec<(&Diagnostic, usize)> = Vec::new();
        let read = self.diagnostics().iter().filter(|one| one.severity() == severity);
        for one in read.filter(|one| !NO_DOUBT.contains(&one.code().as_str())) {
            match causes.iter_mut().find(|(other, _)| other.code() == one.code()) {
                Some((_, more)) => *more += 1,
                None => causes.push((one, 0)),
            }
        }
        let line = |(one, more): (&Diagnostic, usize)| {
            let more = if more > 0 { format!(" (and {more} more like it)") } else { String::new() };
            format!("{}: {}{more}", one.location(), one.message())
        };
        causes.into_iter().map(line).collect()
    }

    /// Returns the last sentence: `37 actions and 12 recommendations were read from 2 sheets. …`
    pub(super) fn conclusion(&self) -> String {
        let (doc, understood) = (self.import.doc(), self.import.interpretation());
        let milestones = doc.actions.iter().map(|action| action.milestones.len()).sum();
        let always = [
            counted(doc.actions.len(), "action"),
            counted(doc.recommendations.len(), "recommendation"),
        ];
        let if_any = [(milestones, "milestone"), (doc.measures.len(), "measure")]
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| counted(number, word));
        let records: Vec<_> = always.into_iter().chain(if_any).collect();
        let from = from(understood).map_or_else(String::new, |from| format!(" from {from}"));
        let left = match understood.unused.len() {
            0 => "Every cell was used or kept.".to_owned(),
            1 => "1 cell was not used.".to_owned(),
            number => format!("{number} cells were not used."),
        };
        let found = severities(self.diagnostics());
        format!("{} were read{from}. {left} {}.", and_list(&records), capital(&found))
    }
}

/// The most lines about what a person should look at.
const MOST_LINES: usize = 10;

/// Advice that doubts nothing: where a fact of the plan comes from, and how the file is written.
const NO_DOUBT: [&str; 5] =
    ["fact-worked-out", "text-decoded", "separator-found", "old-date-system", "date-with-hour"];

layouts! {
    /// Returns the report as plain text of 80 columns: how the file was interpreted, what was not
    /// used, each diagnostic with its help, then a sentence that counts them. Long cell text is
    /// shortened.
    ImportReport<'_>, "file"
}

/// Returns where records were read from, if any were: `2 sheets`, `the table`.
fn from(understood: &Interpretation) -> Option<String> {
    let holds_records = |sheet: &&SheetInterpretation| {
        holds_table(sheet)
            || (understood.is_template && sheet.header_row.is_some() && sheet.records > 0)
    };
    let read = || understood.sheets.iter().filter(holds_records);
    match read().count() {
        0 => None,
        1 if read().all(|sheet| sheet.sheet.is_none()) => Some("the table".to_owned()),
        number => Some(counted(number, "sheet")),
    }
}

fn holds_table(sheet: &SheetInterpretation) -> bool {
    sheet.holds.is_some_and(|kind| kind != SheetKind::Ignore)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::ImportReport;
    use crate::diagnostic::{Diagnostic, Location, Problems, import_codes};
    use crate::import::{
        ColumnInterpretation, ColumnMeaning, Import, Interpretation, MetadataInterpretation,
        RowInterpretation, SheetInterpretation, SheetKind, SourceMap, UnusedCell,
    };
    use crate::model::{Action, Milestone, Recommendation};
    use crate::plan::PlanDoc;

    fn column(
        letter: &str,
        heading: &str,
        means: Option<ColumnMeaning>,
        why: &str,
    ) -> ColumnInterpretation {
        let (column, heading) = (letter.to_owned(), heading.to_owned());
        let is_read = means.is_some_and(|means| means != ColumnMeaning::Ignore);
        ColumnInterpretation { column, heading, means, is_read, why: why.to_owned(), doubt: None }
    }

    fn unused(place: Location, text: &str, why: &str) -> UnusedCell {
        UnusedCell { place, text: text.to_owned(), why: why.to_owned().into() }
    }

    fn on_plan(row: u32, column: u16) -> Location {
        Location::on_sheet("Plan".into(), Some(row), Some(column))
    }

    fn plan_sheet() -> SheetInterpretation {
        let by_heading = "by its heading";
        let row = |row, text: &str| RowInterpretation {
            row,
            text: text.to_owned(),
            taken_for: "the workstream of the rows below it".to_owned(),
        };
        SheetInterpretation {
            sheet: Some("Plan".to_owned()),
            holds: Some(SheetKind::Actions),
            header_row: Some(4),
            why: "the first row with headings that are known".to_owned(),
            columns: vec![
                column("A", "No.", Some(ColumnMeaning::Number), by_heading),
                column("B", "What?", Some(ColumnMeaning::Action), by_heading),
                column("C", "", Some(ColumnMeaning::Due), "it holds dates"),
                column("D", "Owner's notes", None, "its heading is not known"),
                column("E", "Old", Some(ColumnMeaning::Ignore), "named in the options"),
            ],
            rows: vec![row(5, "1. Leadership"), row(9, "2. Workforce")],
            hidden_rows: vec![6, 7, 8, 12],
            records: 2,
            ..SheetInterpretation::default()
        }
    }

    fn workbook() -> Import {
        let mut doc = PlanDoc::new("p", "Plan", "Anyshire");
        doc.recommendations.push(Recommendation::new("Reduce caseloads."));
        doc.actions = vec![
            Action::new("Recruit").with_milestones([Milestone::new("Advert")]),
            Action::new("Retain"),
        ];
        let no_column = "its column was not used";
        let mut understood = Interpretation::default();
        understood.facts.push(MetadataInterpretation {
            key: "authority.name",
            value: "Anyshire".to_owned(),
            why: "given in the options".to_owned(),
        });
        let notes = SheetInterpretation {
            sheet: Some("Old notes".to_owned()),
            is_hidden: true,
            why: "no row of it has headings that are known".to_owned(),
            ..SheetInterpretation::default()
        };
        understood.sheets = vec![plan_sheet(), notes];
        let notes = |row| Location::on_sheet("Old notes".into(), Some(row), Some(0));
        understood.unused = vec![
            unused(on_plan(6, 3), "Ask\nHR", no_column),
            unused(on_plan(20, 0), "Printed on 3 May", "it stands under the table"),
            unused(on_plan(7, 3), "Chase", no_column),
            unused(on_plan(10, 3), "", no_column),
            unused(notes(1), "x", "its sheet holds no table"),
            unused(notes(2), "y", "its sheet holds no table"),
        ];
        let mut problems = Problems::default();
        problems.report(
            &import_codes::DATE_SYSTEM,
            Location::on_sheet("Plan".into(), None, None),
            "sheet Plan",
            "the days of this workbook are counted from 1904",
        );
        Import::new(doc, problems.into_vec(), understood, SourceMap::default())
    }

    #[test]
    fn the_text_of_a_workbook_is_this() {
        assert_eq!(ImportReport::new(&workbook()).to_text(), TEXT);
        let markdown = ImportReport::new(&workbook()).to_markdown();
        assert!(
            markdown.starts_with(
                "The plan as a whole:\n\n- Authority name: Anyshire (given in the options).\n\nSheet “Plan”"
            ),
            "{markdown}"
        );
    }

    const TEXT: &str = "\
The plan as a whole:
- Authority name: Anyshire (given in the options).

Sheet “Plan”: 2 actions, headings in row 4 (the first row with headings that are
known).
- Columns read (by its heading): A “No.” as number and B “What?” as action.
- Columns read (it holds dates): C (no heading) as due.
- Columns not used (its heading is not known): D “Owner's notes”.
- Columns not used (named in the options): E “Old”.
- Read as the workstream of the rows below it: row 5 “1. Leadership” and row 9
  “2. Workforce”.
- Hidden in the spreadsheet but read: rows 6 to 8 and 12.

Hidden sheet “Old notes”: not read as a table (no row of it has headings that
are known).

Not used: 6 cells
- Plan, column D, rows 6, 7 and 10 (3 cells, the first “Ask HR”): its column was
  not used.
- Plan!A20, “Printed on 3 May”: it stands under the table.
- 'Old notes', column A, rows 1 and 2 (2 cells, the first “x”): its sheet holds
  no table.

advice[old-date-system] Plan: the days of this workbook are counted from 1904
  about: sheet Plan
  help: Compare one date with what the spreadsheet shows.

2 actions, 1 recommendation and 1 milestone were read from 1 sheet. 6 cells were
not used. 0 errors, 0 warnings, 1 piece of advice.

What a person should look at, the most doubtful first:
- 6 cells were not used, the first Plan!D6: its column was not used.
";

    #[test]
    fn a_csv_file_is_reported_by_its_headings() {
        let place = |row| Location::in_table(Some(row), Some(Arc::from("Notes")));
        let mut understood = Interpretation::default();
        understood.sheets.push(SheetInterpretation {
            holds: Some(SheetKind::Measures),
            header_row: Some(1),
            records: 1,
            ..SheetInterpretation::default()
        });
        understood.unused = vec![
            unused(place(2), "a", "its heading is not known"),
            unused(place(3), "b", "its heading is not known"),
        ];
        let doc = PlanDoc::new("p", "Plan", "Anyshire");
        let import = Import::new(doc, Vec::<Diagnostic>::new(), understood, SourceMap::default());
        assert_eq!(
            ImportReport::new(&import).to_text(),
            "The table: 1 measure, headings in row 1.\n\nNot used: 2 cells\n- column “Notes”, rows 2 and \
             3 (2 cells, the first “a”): its heading is not\n  known.\n\n0 actions and 0 \
             recommendations were read from the table. 2 cells were not used.\n0 errors, 0 warnings, \
             0 pieces of advice.\n\nWhat a person should look at, the most doubtful first:\n- 2 cells were not used, the first row 2, column \"Notes\": its heading is not\n  known.\n"
        );
    }

    #[test]
    fn a_file_in_which_nothing_was_found_is_reported_in_one_sentence() {
        let doc = PlanDoc::new("p", "Plan", "Anyshire");
        let import = Import::new(doc, Vec::new(), Interpretation::default(), SourceMap::default());
        assert_eq!(
            ImportReport::new(&import).to_text(),
            "0 actions and 0 recommendations were read. Every cell was used or kept. 0\nerrors, 0 \
             warnings, 0 pieces of advice.\n"
        );
    }

    #[cfg(feature = "json")]
    #[test]
    fn the_json_has_every_unused_cell_in_full() {
        let import = workbook();
        let json: serde_json::Value =
            serde_json::from_str(&ImportReport::new(&import).to_json()).unwrap();
        assert_eq!(json["read"]["milestones"], 1);
        assert_eq!(json["understood"]["unused"].as_array().unwrap().len(), 6);
        assert_eq!(json["understood"]["unused"][0]["place"], "Plan!D6");
        assert_eq!(json["understood"]["unused"][0]["text"], "Ask\nHR");
        assert_eq!(json["understood"]["sheets"][0]["columns"][2]["means"], "due");
        assert_eq!(json["diagnostics"][0]["code"], "old-date-system");
        assert_eq!(
            json["conclusion"],
            "2 actions, 1 recommendation and 1 milestone were read from 1 sheet. 6 cells were not \
             used. 0 errors, 0 warnings, 1 piece of advice."
        );
    }
}
