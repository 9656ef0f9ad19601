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
        "Nothing, if the columns look right; if not, write sep=, as the first line of the file.";
    QUOTE_ASTRAY = "quote-astray", Warning,
        "A quotation mark in a CSV file stands where it does not hold its cell together.",
        "Look at the cell; quotation marks stand at its very ends, and one inside is written twice.";
    DATE_SYSTEM = "date-system-1904", Advice,
        "The workbook counts its days from 1904, as old Macintoshes did.",
        "Compare one date with what the spreadsheet shows.";
}
