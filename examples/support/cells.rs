//! What the checks say of a plan that stood in a table.

use improvement_plan::CheckReport;

use super::support::reading::Loaded;

/// What the checks say, each at its cell, after what was said of the table.
pub(crate) fn with_cells(loaded: &Loaded, report: CheckReport) -> CheckReport {
    #[cfg(any(feature = "csv", feature = "workbook"))]
    if let Some(import) = &loaded.import {
        return report.with_import(import);
    }
    let _ = loaded;
    report
}
