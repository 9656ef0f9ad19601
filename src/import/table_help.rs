//! The help of structural problems and rules where the document comes from a table: what an officer does there,
//! as far as the table has a place for it.

use super::interpretation::{SECTION, SheetInterpretation};
use super::{ColumnMeaning, Interpretation};
use crate::diagnostic::{Diagnostic, Location};
use crate::plan::Plan;

impl Interpretation {
    /// Returns the foreign table that a cell is in, or the nearest above it.
    pub(super) fn sheet_at(&self, cell: &Location) -> Option<&SheetInterpretation> {
        if self.is_template {
            return None;
        }
        let row = cell.row().unwrap_or(u32::MAX);
        let of_sheet = self.sheets.iter().filter(|one| one.sheet.as_deref() == cell.sheet());
        let above = of_sheet.filter(|one| one.header_row.is_some_and(|header| header <= row));
        above.max_by_key(|one| one.header_row)
    }
}

impl SheetInterpretation {
    fn has(&self, meanings: &[ColumnMeaning]) -> bool {
        let mut found = self.columns.iter().filter_map(|column| column.means);
        found.any(|means| meanings.contains(&means))
    }

    /// Returns the first row that was taken for the name of a section.
    fn section(&self) -> Option<u32> {
        let mut rows = self.rows.iter();
        rows.find(|row| row.taken_for == SECTION).map(|row| row.row)
    }
}

/// Returns what to do about actions of which no column says what they answer.
pub(super) fn help_without_column(table: Option<&SheetInterpretation>) -> String {
    let enables =
        "Where the actions serve the whole response, name the report in a column Enables.";
    match table.and_then(SheetInterpretation::section) {
        Some(row) => format!(
            "If the rows of sections are the recommendations, say so in the options, as in \
             \"rows\": [{{ \"are\": \"recommendation\", \"numbers\": [{row}] }}]. If a column names them, say \
             which, or add such a column. {enables}"
        ),
        None => format!(
            "Say in the options which column names the recommendation, or add such a column. {enables}"
        ),
    }
}

/// Returns the help at a cell of a table, if it is another than in a document of JSON.
pub(super) fn help_at_a_cell(
    diagnostic: &Diagnostic,
    table: Option<&SheetInterpretation>,
) -> Option<String> {
    use ColumnMeaning as M;
    let code = diagnostic.code();
    let lacks = |means: M| table.is_some_and(|table| !table.has(&[means]));
    let names = [M::Recommendation, M::RecommendationReference, M::Answers];
    let at_a_cell = match code.as_str() {
        "action-without-recommendation" if table.is_some_and(|table| !table.has(&names)) => {
            help_without_column(table)
        }
        "action-without-recommendation" => {
            "Write into its row which recommendation it answers. Where it serves the whole response \
             (a board, a programme team), name the report it serves in a column Enables."
                .to_owned()
        }
        "unknown-recommendation" => {
            "Write the reference exactly as the list of recommendations has it, several with ; \
             between them, or add the recommendation to the list."
                .to_owned()
        }
        "blank-title" => "Write its title into the cell.".to_owned(),
        "completed-in-future" if lacks(M::Status) => {
            return Some("Correct the completion date.".to_owned());
        }
        "completed-date-but-open" if lacks(M::Status) => {
            let help = "Remove the completion date, or add a column of statuses that says completed.";
            return Some(help.to_owned());
        }
        "completed-with-open-milestone" if lacks(M::Status) => {
            let help = "Complete or withdraw the milestone, or remove what says that the action is complete.";
            return Some(help.to_owned());
        }
        "rag-missing" if lacks(M::Rag) => {
            return Some("Add a column for the RAG status, and give one in each row.".to_owned());
        }
        _ => return None,
    };
    let entry = Plan::structural_codes().iter().find(|entry| entry.code() == code)?;
    Some(diagnostic.help().replace(entry.help(), &at_a_cell))
}
