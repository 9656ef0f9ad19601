//! The result of reading a workbook or a CSV file.

use super::table_help::{help_at_a_cell, help_without_column};
use super::{Interpretation, SourceMap};
use crate::diagnostic::import_codes::TABLE;
use crate::diagnostic::{CodeEntry, Diagnostic, Diagnostics, Location};
use crate::plan::{Limits, Plan, PlanDoc, RejectedPlan};
use crate::text::{counted, runs_in_words};

/// The most runs of rows that a message lists.
const MOST_RUNS: usize = 12;

/// The result of reading a workbook or a CSV file: the document, the diagnostics with their cells, and
/// the interpretation.
#[derive(Clone, PartialEq)]
#[must_use]
pub struct Import {
    doc: PlanDoc,
    diagnostics: Diagnostics,
    interpretation: Interpretation,
    places: SourceMap,
}

/// Shows counts, codes and cells, and no text of the table.
impl std::fmt::Debug for Import {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Import")
            .field("sources", &self.doc.sources.len())
            .field("recommendations", &self.doc.recommendations.len())
            .field("workstreams", &self.doc.workstreams.len())
            .field("actions", &self.doc.actions.len())
            .field("measures", &self.doc.measures.len())
            .field("diagnostics", &self.diagnostics)
            .finish_non_exhaustive()
    }
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

    /// Returns every code that can be reported while a table is read, with its explanation.
    #[must_use]
    pub fn codes() -> &'static [CodeEntry] {
        TABLE
    }

    /// Returns the document.
    #[must_use]
    pub fn doc(&self) -> &PlanDoc {
        &self.doc
    }

    /// Returns the document by value.
    #[must_use]
    pub fn into_doc(self) -> PlanDoc {
        self.doc
    }

    /// Returns the diagnostics of the table, each with its cell.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns how the file was understood and which cells were not used.
    #[must_use]
    pub fn interpretation(&self) -> &Interpretation {
        &self.interpretation
    }

    /// Builds the plan within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// Returns [`RejectedPlan`] with every problem, as [`Plan::build`] does, but with each problem at
    /// its cell instead of a path in the document.
    pub fn build(&self) -> Result<Plan, RejectedPlan> {
        self.build_with(&Limits::default())
    }

    /// Builds the plan within the given limits.
    ///
    /// # Errors
    ///
    /// As [`build`](Self::build).
    pub fn build_with(&self, limits: &Limits) -> Result<Plan, RejectedPlan> {
        Plan::build_with(self.doc.clone(), limits).map_err(|rejected| {
            let diagnostics = self.folded(&self.located(rejected.diagnostics().clone()));
            rejected.with_diagnostics(diagnostics)
        })
    }

    /// Folds the errors that follow from one cause into one: a table without a column of recommendations
    /// has one error, with its rows, and not one for each action.
    fn folded(&self, diagnostics: &Diagnostics) -> Diagnostics {
        let causes: Vec<_> = self.diagnostics.of_code("no-recommendation-column").collect();
        let cause_of = |one: &Diagnostic| {
            let is_unlinked = one.code().as_str() == "action-without-recommendation";
            let mut causes = causes.iter().enumerate();
            causes.find(|(_, cause)| {
                is_unlinked && cause.location().sheet() == one.location().sheet()
            })
        };
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); causes.len()];
        for one in diagnostics {
            if let Some(rows) = cause_of(one).and_then(|(at, _)| rows.get_mut(at)) {
                rows.extend(one.location().row());
            }
        }
        let mut is_said = vec![false; causes.len()];
        let folded = diagnostics.iter().filter_map(|one| {
            let Some((at, cause)) = cause_of(one) else { return Some(one.clone()) };
            let rows = rows.get(at).filter(|rows| rows.len() > 1);
            let Some(rows) = rows else { return Some(one.clone()) };
            if std::mem::replace(is_said.get_mut(at)?, true) {
                return None;
            }
            let message = format!(
                "{} answer no recommendation and enable no source, because no column says which: rows {}",
                counted(rows.len(), "action"),
                runs_in_words(rows, MOST_RUNS)
            );
            let help = help_without_column(self.interpretation.sheet_at(cause.location()));
            let folded = one.clone().at(cause.location().clone());
            Some(folded.with_wording(Some(message), Some(help)))
        });
        Diagnostics::new(folded.collect())
    }

    /// Moves diagnostics of this document to the cells they came from, with help for editing a table. A
    /// diagnostic that came from no cell keeps its path in the document.
    pub fn located(&self, diagnostics: Diagnostics) -> Diagnostics {
        let at_cells = diagnostics.into_iter().map(|diagnostic| {
            if diagnostic.is_about_what_is_gone() {
                return diagnostic;
            }
            let message = self.with_rows(diagnostic.message());
            match self.places.locate(diagnostic.location()) {
                Some(cell) => {
                    let help = help_at_a_cell(&diagnostic, self.interpretation.sheet_at(&cell));
                    diagnostic.at(cell).with_wording(message, help)
                }
                None => diagnostic.with_wording(message, None),
            }
        });
        Diagnostics::new(at_cells.collect())
    }

    /// Moves the places in the earlier plan of differences between two plans to the cells they came from, if this is
    /// the import of the earlier table: see [`Diagnostic::earlier`](crate::Diagnostic::earlier).
    pub fn located_in_earlier(&self, diagnostics: Diagnostics) -> Diagnostics {
        let at_cells = diagnostics.into_iter().map(|diagnostic| {
            match diagnostic.earlier().and_then(|place| self.places.locate(place)) {
                Some(cell) => diagnostic.earlier_at(cell),
                None => diagnostic,
            }
        });
        Diagnostics::new(at_cells.collect())
    }

    /// Returns the message with records named by row (`Plan, row 7`) instead of by position in the
    /// document (`actions[3]`), which means nothing to a reader of the table.
    fn with_rows(&self, message: &str) -> Option<String> {
        let mut renamed = String::new();
        let mut rest = message;
        while let Some((before, list, at, after)) = next_position(rest) {
            // Text in quotation marks is the plan's own.
            let is_quoted = before.matches('\u{201c}').count() > before.matches('\u{201d}').count();
            let row = self.places.locate(&Location::element(list, at)).filter(|_| !is_quoted)?;
            renamed.extend([before, &row.to_string()]);
            rest = after;
        }
        (!renamed.is_empty()).then(|| renamed + rest)
    }
}

/// Finds the first record position in a text: the text before it, its list, its index, and the text
/// after it.
fn next_position(text: &str) -> Option<(&str, &'static str, usize, &str)> {
    const LISTS: [&str; 5] = ["sources", "recommendations", "workstreams", "actions", "measures"];
    let found = LISTS.iter().filter_map(|list| {
        let (before, rest) = text.split_once(&format!("{list}["))?;
        let (number, after) = rest.split_once(']')?;
        Some((before, *list, number.parse().ok()?, after))
    });
    found.min_by_key(|(before, ..)| before.len())
}
