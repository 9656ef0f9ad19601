//! Locates diagnostics at the cells of the table that a plan was read from.

use improvement_plan::CheckReport;

use super::support::reading::Loaded;

/// Adds the diagnostics of the import, and locates those of the plan at their cells.
pub(crate) fn with_cells(loaded: &Loaded, report: CheckReport) -> CheckReport {
    #[cfg(any(feature = "csv", feature = "workbook"))]
    if let Some(import) = &loaded.import {
        return report.with_import(import);
    }
    let _ = loaded;
    report
}
