//! The table of codes reported while a table is read.

use crate::diagnostic::{CodeEntry, Severity};

macro_rules! import_codes {
    ($($name:ident = $code:literal, $severity:ident, $explanation:literal, $help:literal;)+) => {
        $(pub(crate) const $name: CodeEntry =
            CodeEntry::new($code, Severity::$severity, $explanation, $help);)+

        /// Every code reported while a table is read.
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
    REFERENCE_LACKS_ZERO = "reference-may-lack-a-zero", Warning,
        "A reference was typed as a number, and a spreadsheet turns 1.10 into 1.1, so either may be meant. It was read as it stands.",
        "Format the column as text and type the reference again.";
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
    TABLE_NOT_FOUND = "table-not-found", Error,
        "Nothing in the file looks like a table of actions, recommendations or measures.",
        "Say in the options which sheet and row hold the headings and what the columns mean.";
    OPTIONS_UNKNOWN_SHEET = "options-unknown-sheet", Error,
        "The options speak of a sheet that the file does not have, so what they say of it was not used.",
        "Correct the name of the sheet in the options, or send the file they were written for.";
    OPTIONS_UNKNOWN_ROW = "options-unknown-row", Error,
        "The options give a row for the headings in which nothing stands, so the table was not read.",
        "Correct the number of the row in the options, as the spreadsheet shows it.";
    OPTIONS_UNKNOWN_COLUMN = "options-unknown-column", Error,
        "The options name a column that the table does not have, so what they say of it was not used.",
        "Correct the heading or the letter of the column in the options.";
    NO_ACTION_COLUMN = "no-action-column", Warning,
        "The table says who does something and by when, but no column says what will be done, so it was read as a table of recommendations only.",
        "Say in the options which column holds the actions, or add one.";
    NO_ACTION_READ = "no-action-read", Error,
        "The table says who does something, by when or how it goes, and no action was read from it.",
        "Say in the options which column holds the actions.";
    COLUMNS_ALIKE = "columns-alike", Warning,
        "Two columns say the same of a record, where only one thing can be said.",
        "Rename one of them, or say in the options what each of them means.";
    HIDDEN_READ = "hidden-read", Advice,
        "Sheets or rows that the spreadsheet hides were read like the others.",
        "Look whether they belong to the plan; delete them, or have their sheet ignored in the options, if not.";
    SHEETS_ALIKE = "sheets-alike", Warning,
        "Two sheets hold the same actions, as when last quarter's table is kept in the file. Both were read.",
        "Name the sheet that counts in the options and have the other ignored, or delete it.";
    FACT_WORKED_OUT = "fact-worked-out", Advice,
        "Something about the plan as a whole was not given, so it was taken from the file.",
        "Give it in the options, so that it is the same next month whatever the file is called.";
    FACT_NOT_FOUND = "fact-not-found", Warning,
        "Something about the plan as a whole was not given and does not stand in the file.",
        "Give it in the options: the ids of all records are made with it.";
    COLOUR_FROM_FILL = "colour-from-fill", Advice,
        "Cells without words are coloured, and the colour was read as red, amber or green.",
        "Write the word too: a colour alone is lost in print and to many readers.";
    FILL_UNKNOWN = "fill-unknown", Warning,
        "Cells are filled with a colour that has no meaning all councils share, and hold no words.",
        "Write the word into the cells.";
    STATUS_CONTRADICTS = "status-contradicts", Warning,
        "Two cells of one action say different things of its status. The first was used and the other kept as an update.",
        "Correct the one that is wrong.";
    ROW_CONTINUES = "row-continues", Advice,
        "A row has no action of its own, so it was read as a continuation of the action above it.",
        "Nothing, if that is what it is; else write the action into its row.";
    ROW_WITHOUT_ACTION = "row-without-action", Warning,
        "A row of the plan says who or when, but not what will be done, so no action was made of it.",
        "Write the action into the row.";
    NO_ACTION_SAID = "no-action-said", Warning,
        "A cell in the column of actions says that there is no action, or none yet, so none was made and nothing is answered by it.",
        "Write what will be done, or leave the cell blank.";
    TABLE_ENDS = "table-ends", Warning,
        "After a blank row a word such as “Key” or “Version history” stands alone, so what stands below it was not read.",
        "Nothing, if no action stands there; else delete the word or the blank row above it.";
    STATUS_NOT_KNOWN = "status-not-known", Warning,
        "A status column holds a short word that no status is known by, so it says nothing of how the action goes.",
        "Say in the legend of the options what the word means, or correct it.";
    NOT_CARRIED = "not-carried-down", Warning,
        "A blank cell in the column of recommendations does not belong to the recommendation above it, so the action answers none.",
        "Write which recommendation the action answers into the cell.";
    NOTHING_ABOVE = "nothing-above", Warning,
        "A cell stands for the recommendation above it, as “ditto” does, and there is none above it in its part of the table.",
        "Write which recommendation the action answers.";
    ROW_WITHOUT_WORDS = "row-without-words", Warning,
        "A row has nothing that a record could be called by, so none was made of it.",
        "Write its words, or delete the row.";
    CELL_NOT_KEPT = "cell-not-kept", Warning,
        "A cell of a continued row says something that the action can hold only once.",
        "Put it into the row of the action, or give the row an action of its own.";
    WORDS_DIFFER = "words-differ", Warning,
        "The same number stands beside other words than those of the recommendation that has it. The link goes to the number.",
        "Look whether the number is right; two recommendations of one number need different reports, or different numbers.";
    ANSWERS_NOTHING = "no-recommendation-column", Advice,
        "The table of actions has no column that says which recommendation each action answers.",
        "Add such a column, or say in the options which column it is.";
    LINK_NOT_CARRIED = "link-not-carried", Advice,
        "Cells of a column of links are blank below filled ones. A link is not carried down, so the actions in those rows answer nothing.",
        "Write the link in each row; or call the column Recommendation, which is carried down.";
    RECOMMENDATIONS_NOT_GIVEN = "recommendations-not-given", Advice,
        "The actions name recommendations by reference only, and the recommendations themselves are not in the file.",
        "Add a sheet of recommendations, or give them in a file of their own.";
    REVISED_NOT_AGREED = "revised-not-agreed", Advice,
        "The table has revised dates but not the day each was agreed, so they are kept as requests, which move nothing.",
        "Add the day on which the board agreed each of them.";
    NOT_A_FIGURE = "not-a-figure", Warning,
        "Cells that should hold figures hold something else.",
        "Write the figure alone; a colour or a comment belongs in a column of its own.";
    TOO_MUCH_IN_A_CELL = "too-much-in-a-cell", Warning,
        "A cell holds more lines or names than a person would write, so it was kept as one text.",
        "Give each its own row.";
    TOO_MUCH_REPEATED = "too-much-repeated", Error,
        "Merged cells, or blank cells below filled ones, repeat more text than any plan holds, so some rows were read without it.",
        "Shorten the text, or write only its reference into the rows.";
    SAID_OFTEN = "said-often", Warning,
        "The same is said of very many cells of one column, so only the first are listed.",
        "Mend the first of them and read the file again.";
    WORD_NOT_LISTED = "word-not-listed", Error,
        "A cell that takes one of a few words holds another.",
        "Choose one of the words in its drop-down list, or clear the cell.";
    COLOUR_WITHOUT_WORD = "colour-without-word", Warning,
        "A cell of the RAG column is coloured and holds no word, so it says nothing.",
        "Write the word, such as Amber, into the cell; the colour then follows.";
    NUMBER_NOT_READ = "number-not-read", Error,
        "A cell that takes a number holds something else.",
        "Write the figure alone; words about it belong in another column.";
    WORDS_BECAME_DATE = "words-became-date", Warning,
        "A cell for words holds a date, as happens where a spreadsheet takes 1.2 for 1 February.",
        "Format the cell as text and write the words again.";
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
    REFERENCE_TAKEN_OVER = "reference-taken-over", Warning,
        "A new row has the reference that another record had when the workbook was written. Both are kept, each with an id of its own.",
        "Look at the links that name this reference: they mean the new row now.";
    ROW_COPIED = "row-copied", Advice,
        "Two rows have the same hidden key, because one is a copy of the other. The copy is taken for a new record.",
        "Nothing, if it is a new record.";
    SHEET_MISSING = "sheet-missing", Advice,
        "The working workbook has lost a sheet, so nothing was read for it.",
        "If it held anything, copy it back from an earlier workbook.";
    SHEET_RENAMED = "sheet-renamed", Warning,
        "The working workbook has no sheet of one of its names, and a sheet of another name has the headings of that one, so it was read in its place.",
        "Give the sheet its name back.";
    KEYS_SORTED_APART = "keys-sorted-apart", Warning,
        "The hidden keys of some rows stand on other rows of the same sheet, as happens where only some of its columns are sorted. The references were believed.",
        "Compare a few rows with an earlier workbook: other columns may have been left behind too.";
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
