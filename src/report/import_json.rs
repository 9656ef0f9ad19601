//! What was understood of a file as JSON, for programs.

use serde::Serialize;

use super::import_report::ImportReport;
use super::json::written_out;
use crate::diagnostic::Diagnostics;
use crate::import::Interpretation;

/// # JSON (feature `json`)
impl ImportReport<'_> {
    /// The report as JSON, with a line break at its end: `read` counts the records of the document,
    /// `understood` is the whole of [`Interpretation`](crate::import::Interpretation) with every cell that was not used
    /// in full, `diagnostics` is as in a [`CheckReport`](crate::CheckReport), and `conclusion` is what
    /// the text ends with.
    #[must_use]
    pub fn to_json(&self) -> String {
        let doc = self.import.doc();
        written_out(&Imported {
            read: Read {
                sources: doc.sources.len(),
                recommendations: doc.recommendations.len(),
                workstreams: doc.workstreams.len(),
                actions: doc.actions.len(),
                milestones: doc.actions.iter().map(|action| action.milestones.len()).sum(),
                measures: doc.measures.len(),
            },
            understood: self.import.interpretation(),
            diagnostics: self.diagnostics(),
            conclusion: self.conclusion(),
        })
    }
}

#[derive(Serialize)]
struct Imported<'a> {
    read: Read,
    understood: &'a Interpretation,
    diagnostics: &'a Diagnostics,
    conclusion: String,
}

#[derive(Serialize)]
struct Read {
    sources: usize,
    recommendations: usize,
    workstreams: usize,
    actions: usize,
    milestones: usize,
    measures: usize,
}
