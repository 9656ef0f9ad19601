//! The table of codes that are said while a table is read.

use crate::diagnostic::{CodeEntry, Severity};

macro_rules! import_codes {
    ($($name:ident = $code:literal, $severity:ident, $explanation:literal, $help:literal;)+) => {
        $(pub(crate) const $name: CodeEntry =
            CodeEntry::new($code, Severity::$severity, $explanation, $help);)+

        /// Every code that is said while a table is read.
        pub(crate) const TABLE: &[CodeEntry] = &[$($name,)+];
    };
}

import_codes! {
    TEXT_DECODED = "text-decoded", Advice,
        "The file is not in UTF-8, the usual encoding, so its letters were decoded.",
        "Look at names and pound signs once; to be sure, save the file as CSV UTF-8.";
    SEPARATOR_FOUND = "separator-found", Advice,
        "The cells of the file are not separated by commas.",
        "Nothing, if the columns look right.";
    DATE_SYSTEM = "date-system-1904", Advice,
        "The workbook counts its days from 1904, as old Macintoshes did.",
        "Compare one date with what the spreadsheet shows.";
    SHEET_NOT_READ = "sheet-not-read", Advice,
        "A sheet of the workbook holds no cells that could be read: it is a chart, or kept elsewhere.",
        "Nothing, unless part of the plan stands there.";
    FORMULA_UNWORKED = "formula-not-worked-out", Warning,
        "A cell has a formula whose value was never worked out, so the cell was read as blank.",
        "Open the workbook in a spreadsheet, save it, and read it again.";
}
