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
    DATE_SYSTEM = "old-date-system", Advice,
        "The workbook counts its days from 1904, as old Macintoshes did.",
        "Compare one date with what the spreadsheet shows.";
    REFERENCE_IS_DATE = "reference-is-date", Error,
        "A cell that should hold a reference holds a day or an hour: spreadsheets turn 1.2 or 1-2 into one, and what was typed is lost.",
        "Format the column as text, type the reference again, and read the file again.";
    REFERENCE_IS_FIGURE = "reference-is-figure", Error,
        "A cell that should hold a reference holds a figure that cannot be one: spreadsheets turn 12E4 into one, and what was typed is lost.",
        "Format the column as text, type the reference again, and read the file again.";
    FORMULA_FAILED = "formula-failed", Warning,
        "The formula of a cell failed, so the cell says nothing.",
        "Mend the formula, or type what it should show.";
    DATE_FROM_SERIAL = "date-from-serial", Advice,
        "A date column holds a plain figure, which was read as the number by which spreadsheets count days.",
        "Format the cell as a date and look whether it is the day that was meant.";
    DATE_WITH_HOUR = "date-with-hour", Advice,
        "A date has an hour, and a plan counts in days, so the hour was left off.",
        "Nothing, if the hour does not matter.";
    DATE_IS_FIGURE = "date-is-figure", Warning,
        "A date column holds something that is no date.",
        "Type the date, such as 31/03/2027.";
    DATE_SERIAL_OUTSIDE = "date-outside-calendar", Warning,
        "A date cell holds a figure that is no day of the calendar, often because a formula found an empty cell.",
        "Type the date, or clear the cell.";
    LEGEND_CONTRADICTS = "legend-contradicts", Warning,
        "The legend gives one word two meanings. The first was used.",
        "Leave one of them in the legend.";
    SHEET_NOT_READ = "sheet-not-read", Advice,
        "A sheet of the workbook holds no cells that could be read: it is a chart, or kept elsewhere.",
        "Nothing, unless part of the plan stands there.";
    FORMULA_UNWORKED = "formula-not-worked-out", Warning,
        "A cell has a formula whose value was never worked out, so the cell was read as blank.",
        "Open the workbook in a spreadsheet, save it, and read it again.";
}
