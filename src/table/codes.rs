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
    WORD_NOT_KNOWN = "word-not-known", Error,
        "A cell that takes one of a few words holds another.",
        "Choose one of the words in its drop-down list, or clear the cell.";
    COLOUR_WITHOUT_WORD = "colour-without-word", Warning,
        "A cell of the RAG column is coloured and holds no word, so it says nothing.",
        "Write the word, such as Amber, into the cell; the colour then follows.";
    NUMBER_NOT_READ = "number-not-read", Error,
        "A cell that takes a number holds something else.",
        "Write the figure alone; words about it belong in another column.";
    FORMULA_FAILED = "formula-failed", Warning,
        "The formula of a cell failed, so the cell says nothing.",
        "Mend the formula, or type what it should show.";
    WORDS_BECAME_DATE = "words-became-date", Warning,
        "A cell for words holds a date, as happens where a spreadsheet takes 1.2 for 1 February.",
        "Format the cell as text and write the words again.";
    DATE_FROM_SERIAL = "date-from-serial", Advice,
        "A date column holds a plain figure, which was read as the number by which spreadsheets count days.",
        "Format the cell as a date and look whether it is the day that was meant.";
    PERCENT_READ = "percent-read", Advice,
        "A cell shows a percentage, so the figure was read as people see it: 12 for 12%.",
        "Nothing, if the figure is right.";
    ROW_BELONGS_NOWHERE = "row-belongs-nowhere", Error,
        "A row does not say what it belongs to, or names something that is not there, so it was not read.",
        "Write the reference as it stands on the sheet it is on, or add what is missing there.";
    ROW_BELONGS_TO_SEVERAL = "row-belongs-to-several", Error,
        "A row names something that several others are called too, so it was not read.",
        "Give each a reference of its own, and write that reference here.";
    OLD_NAME_USED = "old-name-used", Advice,
        "A row names something by a reference that it no longer has. Its hidden key says what was meant.",
        "Write the new reference here too.";
    REFERENCE_CHANGED = "reference-changed", Advice,
        "A record has another reference than when the workbook was written. It keeps its id, so that it is still the same record.",
        "Nothing, if it is the same. If it is a new record, clear its hidden row key.";
    ROW_COPIED = "row-copied", Advice,
        "Two rows have the same hidden key, because one is a copy of the other. The copy is taken for a new record.",
        "Nothing, if it is a new record.";
    SHEET_MISSING = "sheet-missing", Advice,
        "The working workbook has lost a sheet, so nothing was read for it.",
        "If it held anything, copy it back from an earlier workbook.";
    COLUMN_MISSING = "column-missing", Warning,
        "A sheet of the working workbook has lost a column, so nothing was read for it.",
        "If it held anything, copy the column back with its heading; otherwise nothing.";
    COLUMN_TWICE = "column-twice", Warning,
        "Two columns have the same heading. The first was read.",
        "Give the second another heading, or put its words into the first.";
    HEADINGS_MISSING = "headings-missing", Error,
        "A sheet of the working workbook has no row of headings that is known, so it was not read.",
        "Copy the row of headings back from the empty template.";
    LEGEND_WITHOUT_MEANING = "legend-without-meaning", Error,
        "The legend has a word and does not say what it means, so it was not read.",
        "Choose a colour or a status from the list beside it.";
}
