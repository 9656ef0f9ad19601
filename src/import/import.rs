//! What reading a workbook or a CSV file gives.

use super::{Interpretation, SourceMap};
use crate::diagnostic::import_codes::TABLE;
use crate::diagnostic::{CodeEntry, Diagnostic, Diagnostics, Location};
use crate::plan::{Limits, Plan, PlanDoc, RejectedPlan};

/// What reading a workbook or a CSV file gives: the document, everything that is to be said of the
/// table with the cell it is said of, and what was understood.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Import {
    doc: PlanDoc,
    diagnostics: Diagnostics,
    interpretation: Interpretation,
    places: SourceMap,
}

impl Import {
    pub(crate) fn new(
        doc: PlanDoc,
        diagnostics: Vec<Diagnostic>,
        interpretation: Interpretation,
        places: SourceMap,
    ) -> Self {
        Self { doc, diagnostics: Diagnostics::new(diagnostics), interpretation, places }
    }

    /// Every code that may be said while a table is read, with what it means and what to do.
    #[must_use]
    pub fn codes() -> &'static [CodeEntry] {
        TABLE
    }

    /// The document as it was read.
    #[must_use]
    pub fn doc(&self) -> &PlanDoc {
        &self.doc
    }

    /// Takes the document out, to be edited or kept.
    #[must_use]
    pub fn into_doc(self) -> PlanDoc {
        self.doc
    }

    /// What is to be said of the table: each with its cell.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// What was understood, and which cells were not used.
    #[must_use]
    pub fn interpretation(&self) -> &Interpretation {
        &self.interpretation
    }

    /// Builds the plan, within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// [`RejectedPlan`] with everything that is wrong, as [`Plan::build`], but each problem at its cell
    /// rather than at a path of the document.
    pub fn build(&self) -> Result<Plan, RejectedPlan> {
        self.build_with(&Limits::default())
    }

    /// Builds the plan, within other limits.
    ///
    /// # Errors
    ///
    /// As [`build`](Self::build).
    pub fn build_with(&self, limits: &Limits) -> Result<Plan, RejectedPlan> {
        Plan::build_with(self.doc.clone(), limits).map_err(|rejected| {
            let diagnostics = self.located(rejected.diagnostics().clone());
            rejected.with_diagnostics(diagnostics)
        })
    }

    /// The same diagnostics of this document, each at the cell its part of the document came from, and
    /// with help for whoever mends a table. One that came from no cell keeps its place in the document.
    pub fn located(&self, diagnostics: Diagnostics) -> Diagnostics {
        let at_cells = diagnostics.into_iter().map(|diagnostic| {
            let message = self.with_rows(diagnostic.message());
            let help = help_at_a_cell(&diagnostic);
            match self.places.locate(diagnostic.location()) {
                Some(cell) => diagnostic.at(cell).with_wording(message, help),
                None => diagnostic.with_wording(message, None),
            }
        });
        Diagnostics::new(at_cells.collect())
    }

    /// A message in which records are named by their rows (`Plan, row 7`) instead of their positions in
    /// the document (`actions[3]`), which no table shows.
    fn with_rows(&self, message: &str) -> Option<String> {
        let mut said = String::new();
        let mut rest = message;
        while let Some((before, list, at, after)) = next_position(rest) {
            // What stands in quotation marks are the words of the plan.
            let is_quoted = before.matches('\u{201c}').count() > before.matches('\u{201d}').count();
            let row = self.places.locate(&Location::element(list, at)).filter(|_| !is_quoted)?;
            said.extend([before, &row.to_string()]);
            rest = after;
        }
        (!said.is_empty()).then(|| said + rest)
    }
}

/// The first position of a record in a text: what is before it, its list and number, what is after it.
fn next_position(text: &str) -> Option<(&str, &'static str, usize, &str)> {
    const LISTS: [&str; 5] = ["sources", "recommendations", "workstreams", "actions", "measures"];
    let found = LISTS.iter().filter_map(|list| {
        let (before, rest) = text.split_once(&format!("{list}["))?;
        let (number, after) = rest.split_once(']')?;
        Some((before, *list, number.parse().ok()?, after))
    });
    found.min_by_key(|(before, ..)| before.len())
}

/// What to do about a structural problem where the document is a table: its keys stand in no cell.
fn help_at_a_cell(diagnostic: &Diagnostic) -> Option<String> {
    let code = diagnostic.code();
    let at_a_cell = match code.as_str() {
        "action-without-recommendation" => {
            "Write into its row which recommendation it answers. Where it serves the whole response \
             (a board, a programme team), name the report it serves in a column Enables."
        }
        "unknown-recommendation" => {
            "Write the reference exactly as the list of recommendations has it, several with ; \
             between them, or add the recommendation to the list."
        }
        "blank-title" => "Write its title into the cell.",
        _ => return None,
    };
    let entry = Plan::structural_codes().iter().find(|entry| entry.code == code)?;
    Some(diagnostic.help().replace(entry.help, at_a_cell))
}
