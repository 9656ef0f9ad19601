//! The table of codes reported while a table is read.

use super::code_table;

code_table! {
    /// Every code reported while a table is read.
    TABLE;
    TEXT_DECODED = "text-decoded", Advice,
        "The file is not encoded in UTF-8, so its text was converted.",
        "Check names and pound signs. To be sure, save the file as CSV UTF-8.";
    SEPARATOR_FOUND = "separator-found", Advice,
        "The cells of the file are not separated by commas.",
        "Nothing, if the columns look right. If not, write sep=, as the first line of the file.";
    QUOTE_ASTRAY = "quote-astray", Warning,
        "A cell of the CSV file has a quotation mark in the wrong place.",
        "Check the cell. Quotation marks enclose a whole cell, and one inside it is written twice.";
    DATE_SYSTEM = "old-date-system", Advice,
        "The workbook counts its dates from 1904, as old Macintosh versions of Excel did.",
        "Compare one date with what the spreadsheet shows.";
    REFERENCE_IS_DATE = "reference-is-date", Error,
        "A cell that should hold a reference holds a date or a time. Spreadsheets turn 1.2 or 1-2 into a date, and what was typed is lost.",
        "Format the column as text, type the reference again, and read the file again.";
    REFERENCE_IS_FIGURE = "reference-is-figure", Error,
        "A cell that should hold a reference holds a number that cannot be one. Spreadsheets turn 12E4 into a number, and what was typed is lost.",
        "Format the column as text, type the reference again, and read the file again.";
    REFERENCE_LACKS_ZERO = "reference-may-lack-a-zero", Warning,
        "A reference was typed as a number, and spreadsheets turn 1.10 into 1.1, so either may be meant. It was read unchanged.",
        "Format the column as text and type the reference again.";
    FORMULA_FAILED = "formula-failed", Warning,
        "The formula of a cell failed, so the cell has no value.",
        "Correct the formula, or type the value it should show.";
    DATE_FROM_SERIAL = "date-from-serial", Advice,
        "A date column holds a plain number, which was read as the number spreadsheets use for a date.",
        "Format the cell as a date and check that it shows the right one.";
    DATE_WITH_HOUR = "date-with-hour", Advice,
        "A date includes a time. A plan counts in days, so the time was ignored.",
        "Nothing, if the time does not matter.";
    DATE_IS_FIGURE = "date-is-figure", Warning,
        "A date column holds something that is not a date.",
        "Type the date, such as 31/03/2027.";
    DATE_SERIAL_OUTSIDE = "date-outside-calendar", Warning,
        "A date cell holds a number that is not a date, often because a formula refers to an empty cell.",
        "Type the date, or clear the cell.";
    LEGEND_CONTRADICTS = "legend-contradicts", Warning,
        "The legend gives one word two meanings. The first was used.",
        "Keep only one of them in the options (\"legend\").";
    SHEET_NOT_READ = "sheet-not-read", Advice,
        "A sheet of the workbook has no cells that can be read: it is a chart, or its cells are stored elsewhere.",
        "Nothing, unless part of the plan is on it.";
    FORMULA_UNWORKED = "formula-not-worked-out", Warning,
        "A cell has a formula that was never calculated, so the cell was read as blank.",
        "Open the workbook in a spreadsheet, save it, and read it again.";
    TABLE_NOT_FOUND = "table-not-found", Error,
        "Nothing in the file looks like a table of actions, recommendations or measures.",
        "In the options, give the sheet, the row of the headings and what the columns mean, as in \"tables\": [{ \"sheet\": \"Plan\", \"header_row\": 4, \"columns\": { \"C\": \"action\" } }].";
    OPTIONS_UNKNOWN_SHEET = "options-unknown-sheet", Error,
        "The options name a sheet that the file does not have, so their settings for it were not used.",
        "Correct the name of the sheet in the options (\"sheet\"), or use the file they were written for.";
    OPTIONS_UNKNOWN_ROW = "options-unknown-row", Error,
        "The options give an empty row as the row of headings, so the table was not read.",
        "Correct the number of the row in the options, as the spreadsheet shows it.";
    OPTIONS_UNKNOWN_COLUMN = "options-unknown-column", Error,
        "The options name a column that the table does not have, so their setting for it was not used.",
        "Correct the heading or the letter of the column in the options.";
    OPTIONS_CONTRADICT = "options-contradict", Error,
        "The options say something that cannot be, so that part of them was not used.",
        "Correct the options at the key that the message names.";
    MAPPING_DRIFTED = "mapping-drifted", Warning,
        "The table has changed since the options were written: a column is new, missing or has another heading.",
        "Say in the options what each column of the table means now, or write them anew from this file and check them.";
    NO_ACTION_COLUMN = "no-action-column", Warning,
        "The table says who does something and by when, but no column says what will be done. Where no other table has the actions, one is made of each recommendation: the work of meeting it.",
        "If a column does, say so in the options, as in \"columns\": { \"C\": \"action\" }. If none does, add one, or leave it so: the actions are then called as the recommendations are.";
    NO_ACTION_READ = "no-action-read", Error,
        "The table has columns for owners, dates or progress, but no action was read from it.",
        "Say in the options which column holds the actions, as in \"columns\": { \"C\": \"action\" }, and in which row its headings are if that was read wrongly (\"header_row\").";
    COLUMNS_ALIKE = "columns-alike", Warning,
        "Two columns have the same meaning, but a record can hold only one such value.",
        "Say in the options what each of them means, as in \"columns\": { \"F\": \"note\" }, or rename one of them.";
    COLUMN_UNCERTAIN = "column-uncertain", Warning,
        "A column was read by a guess, because its heading is not a known one or could mean two things, or it was not read for that reason.",
        "Say in the options what the column means, as the message shows.";
    CONTENT_CONTRADICTS_HEADING = "content-contradicts-heading", Warning,
        "The heading of a column says one thing and its cells hold another, so the column was not used.",
        "Say in the options what the column means, as in \"columns\": { \"F\": \"note\" }, or correct the heading.";
    HIDDEN_READ = "hidden-read", Advice,
        "Sheets, rows or columns that the spreadsheet hides were read like the others.",
        "Check whether they belong to the plan. If not, delete them, or say so in the options: \"holds\": \"ignore\" for a sheet, \"columns\": { \"F\": \"ignore\" } for a column, \"rows\": [{ \"are\": \"guidance\", \"numbers\": [5] }] for a row.";
    SHEETS_ALIKE = "sheets-alike", Warning,
        "Two sheets hold the same actions, as when last quarter's table is kept in the file. Both were read.",
        "If one is old, delete it, or ignore it in the options, as in \"tables\": [{ \"sheet\": \"Q1\", \"holds\": \"ignore\" }].";
    FACT_WORKED_OUT = "fact-worked-out", Advice,
        "A detail of the plan, such as its title, was not given in the options, so it was taken from the file.",
        "Give it in the options, so that it is the same next month even if the file has another name.";
    FACT_NOT_FOUND = "fact-not-found", Warning,
        "A detail of the plan, such as its title, was not given in the options and is not in the file.",
        "Give it in the options. The ids of all records depend on it.";
    KEY_READ = "key-read", Advice,
        "A key on the sheets says what their colours and words mean, and was read so. It holds no records.",
        "Compare it with the actions. What the options say of a word or a colour goes before the key.";
    KEY_NOT_READ = "key-not-read", Warning,
        "A key gives a word or a colour a meaning that a plan cannot hold, so that line of it was not used.",
        "Say in the options what the word means, as the message shows.";
    COMMENTS_KEPT = "comments-kept", Advice,
        "Cells have comments. Those on the row of an action were kept as its updates, each with the heading of its column.",
        "Read them before the plan is published: comments often name people.";
    COLOUR_FROM_FILL = "colour-from-fill", Advice,
        "Cells have a fill colour and no word for it, so the fill was read as red, amber or green.",
        "Write the word too: a colour alone is lost in print and to many readers.";
    FILL_UNKNOWN = "fill-unknown", Warning,
        "Cells have a fill colour that not all councils use in the same way, and no text.",
        "Say in the options what the colour means, as in \"fills\": { \"blue\": \"completed\" }, or write the word in the cells.";
    COLOUR_NOT_KNOWN = "colour-not-known", Warning,
        "A column of colours holds a word that is not red, amber or green and that no legend explains. Many councils colour finished work blue, and some work that has not begun, so the word was kept and no status was read from it.",
        "Add the word and its meaning to the legend in the options.";
    SUMMARY_ROWS = "summary-rows", Warning,
        "An export has rows above others that only sum them up: groups of tasks, tasks above their parts, or tasks that others name as their parent. A group names the workstream of the rows below it.",
        "Nothing, if that is right. If such a row is an action, write its owner in it, or give it a name without a number.";
    STATUS_FROM_WORDS = "status-from-words", Advice,
        "Cells hold a status among other words, such as “Complete: staff reminded”. The status was read, and the words were kept as an update.",
        "Compare a few of them. Write the status in a column of its own to be sure.";
    STATUS_DOUBTED = "status-doubted", Warning,
        "The words of a cell give a status and also say that something is left, or give two statuses, so no status was read from it.",
        "Write the status alone in the cell, and the words in another column.";
    EARLIER_STATES = "earlier-states", Advice,
        "Several columns say how far the work is, each at its time. The last that is filled was read as the state of today, and the others were kept as updates.",
        "Nothing, if that is right. If not, say in the options what each of the columns means.";
    COLUMN_SPLIT = "column-split", Advice,
        "A column holds two things, and each of its cells divides in the same way, so it was read as two columns.",
        "Nothing, if that is right. If not, say in the options what the column means, or how to split it.";
    STATUS_FROM_PERCENT = "status-from-percent", Advice,
        "The share of the work that is done was read as the status: 100% is completed, 0% is not started, and anything between is in progress.",
        "Nothing, if that is right. If 100% is not yet completed, write the status in a column of its own.";
    STATUS_FROM_COMPLETION = "status-from-completion", Advice,
        "The table has a column of completion days and no status beside it, so an action with a day there was read as completed.",
        "Nothing, if that is right. If not, add a column of statuses.";
    STATUS_IN_DATE_COLUMN = "status-in-date-column", Warning,
        "A date column holds a status, such as “Completed”, so the status was read and the action has no due day.",
        "Write the day it was due in the cell, and the status in a column of its own.";
    DATES_NOT_READ = "dates-not-read", Warning,
        "Cells of a date column give no day that can be read. Their words were kept, but such an action is never counted as late.",
        "Write the last day in each of them, such as 31/03/2027. School terms and half terms differ from place to place: give their days in the options, as in \"days\": { \"HT5\": \"28/05/2027\" }.";
    MONTH_FIRST = "month-first", Warning,
        "A date can only have its month first, and no date of its column can only have its day first, so the whole column may be written month first. The others were read day first.",
        "If the whole column is month first, say so in the options with \"dates\": \"month-first\". If not, correct the date.";
    RESPONSE_DECLINED = "response-declined", Advice,
        "The response to a recommendation says that it was declined, so its row has no action, and the words in the place of one are the reason.",
        "Nothing, if that is right. If something is done all the same, write the action in a row of its own.";
    LISTS_PAIRED = "lists-paired", Advice,
        "A cell lists steps and the cell of the due date lists as many days, so each step has its day, and the action is due on the last of them.",
        "Compare one of them. A row for each step is surer.";
    LISTS_UNEQUAL = "lists-unequal", Warning,
        "Two cells of a row hold lists of different lengths, so their lines could not be put together.",
        "Write as many days as there are lines beside them, or a row for each.";
    CELL_SPLIT = "cell-split", Advice,
        "A cell lists several actions, each with a letter or a number, beside as many days, so each was read as an action of its own.",
        "Compare one of them. A row for each action is surer.";
    SAME_ACTION = "same-action", Advice,
        "Several rows have an action of the same title. Where all else is the same too, it is one action; where something differs, each is an action of its own.",
        "Nothing, if that is right. If not, word the titles differently, or give each action a reference.";
    GUIDANCE_ROW = "guidance-row", Advice,
        "A row under the headings only asks what to write, so no record was made of it.",
        "Nothing, if that is right. If it is a record, say so in the options, as in \"rows\": [{ \"are\": \"record\", \"numbers\": [2] }].";
    MILESTONES_DATED = "milestones-dated", Advice,
        "An action goes over several rows that each hold a milestone with its own day, so the days are those of the milestones, and the action is due on the last of them.",
        "Nothing, if that is right. If a day is that of the action, give the action a row of its own.";
    MILESTONE_COLOURS = "milestone-colours", Warning,
        "The rows of an action's milestones have colours of their own. A milestone has no colour in a plan, so they were kept as updates, and the action has none.",
        "Decide the colour of the action as a whole, and write it in the row of the action.";
    STATUS_CONTRADICTS = "status-contradicts", Warning,
        "Two cells of one action give different statuses. The first was used and the other kept as an update.",
        "Correct the one that is wrong.";
    ROW_CONTINUES = "row-continues", Advice,
        "A row has no action of its own, so it was read as a continuation of the action above it.",
        "Nothing, if that is right. If it is an action, write in its row what will be done.";
    ROW_WITHOUT_ACTION = "row-without-action", Warning,
        "A row of the plan says who or when, but not what will be done, so no action was created.",
        "Write the action in the row. If the row is no action, say in the options what it is, as in \"rows\": [{ \"are\": \"section\", \"numbers\": [5] }].";
    NO_ACTION_SAID = "no-action-said", Warning,
        "A cell in the column of actions says that there is no action, or none yet, so no action was created.",
        "Write what will be done, or leave the cell blank.";
    TABLE_ENDS = "table-ends", Warning,
        "A row after a blank row holds only a word such as “Key” or “Version history”, so the rows below it were not read.",
        "Nothing, if there are no actions below it. If there are, say in the options that its row is no record, as in \"rows\": [{ \"are\": \"guidance\", \"numbers\": [40] }].";
    STATUS_NOT_KNOWN = "status-not-known", Warning,
        "A status column holds a word that is not a known status, so it does not set the status of the action.",
        "Say in the options what the word means, as in \"legend\": [{ \"word\": \"Superseded\", \"means\": \"withdrawn\" }], or correct it.";
    NOT_CARRIED = "not-carried-down", Warning,
        "A blank cell in the column of recommendations does not belong to the recommendation above it, so the action answers none.",
        "Write in the cell which recommendation the action answers. If blank cells of the column always stand for the one above, say so in the options, as in \"blanks\": { \"Recommendation\": \"same-as-above\" }.";
    NOTHING_ABOVE = "nothing-above", Warning,
        "A cell refers to the recommendation above it, as “ditto” does, but there is none above it in this part of the table.",
        "Write which recommendation the action answers.";
    ROW_WITHOUT_WORDS = "row-without-words", Warning,
        "A row has no text for the title or name of a record, so no record was created.",
        "Write the missing text, or delete the row.";
    CELL_NOT_KEPT = "cell-not-kept", Warning,
        "A cell of a continuation row has a value that the action can hold only once.",
        "Move it to the row of the action, or write an action in its own row.";
    WORDS_DIFFER = "words-differ", Warning,
        "A row has the number of a recommendation but a different text. The link follows the number.",
        "Check the number. Two recommendations with the same number need different reports or different numbers.";
    ANSWERS_NOTHING = "no-recommendation-column", Advice,
        "The table of actions has no column that says which recommendation each action answers.",
        "If a column does, say so in the options, as in \"columns\": { \"B\": \"recommendation\" }. If none does, add one.";
    LINK_NOT_CARRIED = "link-not-carried", Advice,
        "A column of links has blank cells below filled ones. Links are not carried down, so the actions in those rows answer nothing.",
        "Write the link in each row, or say in the options that blank cells stand for the one above, as in \"blanks\": { \"Answers\": \"same-as-above\" }.";
    RECOMMENDATIONS_NOT_GIVEN = "recommendations-not-given", Advice,
        "The actions name recommendations by reference only, and the recommendations themselves are not in the file.",
        "Add a sheet of recommendations, or give them in a separate file.";
    REVISED_AS_AGREED = "revised-as-agreed", Advice,
        "The options say that the revised dates of the table are agreed, so each was taken as agreed on the status date.",
        "Write the date on which each was agreed beside it, if it is known.";
    REVISED_NOT_AGREED = "revised-not-agreed", Advice,
        "The table has revised dates but not the date each was agreed, so they are kept as requests, which do not move the due date.",
        "If they are agreed, say so in the options with \"revised_dates\": \"agreed\". If not, nothing until the board has agreed them.";
    NOT_A_FIGURE = "not-a-figure", Warning,
        "Cells that should hold numbers hold something else.",
        "Write only the number. A colour or a comment belongs in its own column.";
    TOO_MUCH_IN_A_CELL = "too-much-in-a-cell", Warning,
        "A cell holds more lines or names than a person would write, so it was kept as one text.",
        "Give each its own row.";
    TOO_MUCH_REPEATED = "too-much-repeated", Error,
        "Merged cells, or blank cells below filled ones, repeat more text than any plan holds, so some rows were read without it.",
        "Shorten the text, or write only its reference in the rows.";
    SAID_OFTEN = "said-often", Warning,
        "Very many cells of one column have the same problem, so only the first are listed.",
        "Correct the first of them and read the file again.";
    WORD_NOT_LISTED = "word-not-listed", Error,
        "A cell holds a word that is not in its drop-down list.",
        "Choose one of the words in its drop-down list, or clear the cell.";
    COLOUR_WITHOUT_WORD = "colour-without-word", Warning,
        "A cell of the RAG column has a colour but no word, so no RAG was read from it.",
        "Write the word, such as Amber, in the cell. The colour then follows.";
    NUMBER_NOT_READ = "number-not-read", Error,
        "A cell that should hold a number holds something else.",
        "Write only the number. Comments belong in another column.";
    WORDS_BECAME_DATE = "words-became-date", Warning,
        "A cell for text holds a date, as happens when a spreadsheet reads 1.2 as 1 February.",
        "Format the cell as text and type the text again.";
    PERCENT_READ = "percent-read", Advice,
        "A cell shows a percentage, so the number was read as shown: 12 for 12%.",
        "Nothing, if the number is right.";
    ROW_BELONGS_NOWHERE = "row-belongs-nowhere", Error,
        "A row does not say what it belongs to, or names something that does not exist, so it was not read.",
        "Write the reference exactly as on its own sheet, or add the missing record there.";
    ROW_BELONGS_TO_SEVERAL = "row-belongs-to-several", Error,
        "A row names something that could be several records, so it was not read.",
        "Give each record its own reference, and write that reference here.";
    OLD_NAME_USED = "old-name-used", Advice,
        "A row names something by a reference that it no longer has. The row's hidden key shows what was meant.",
        "Write the new reference here too.";
    REFERENCE_CHANGED = "reference-changed", Advice,
        "The reference of a record has changed since the workbook was written. The record keeps its id, so it is still the same one.",
        "Nothing, if it is the same. If it is a new record, clear its hidden row key.";
    REFERENCE_TAKEN_OVER = "reference-taken-over", Warning,
        "A new row has the reference that another record had when the workbook was written. Both are kept, with different ids.",
        "Check the links that name this reference. They now lead to the new row.";
    ROW_COPIED = "row-copied", Advice,
        "Two rows have the same hidden key, because one is a copy of the other. The copy was read as a new record.",
        "Nothing, if it is a new record.";
    SHEET_MISSING = "sheet-missing", Advice,
        "A sheet of the working workbook is missing, so nothing was read for it.",
        "If it held anything, copy it back from an earlier workbook.";
    SHEET_RENAMED = "sheet-renamed", Warning,
        "A sheet of the working workbook is missing and another sheet has its headings, so that one was read instead.",
        "Give the sheet its original name.";
    KEYS_SORTED_APART = "keys-sorted-apart", Warning,
        "The hidden keys of some rows are on other rows of the same sheet, as happens when only some of its columns are sorted. The references were used.",
        "Compare a few rows with an earlier workbook: other columns may have been left behind too.";
    COLUMN_MISSING = "column-missing", Warning,
        "A column of the working workbook is missing, so nothing was read for it.",
        "If it held anything, copy the column back with its heading; otherwise nothing.";
    COLUMN_TWICE = "column-twice", Warning,
        "Two columns have the same heading. The first was read.",
        "Give the second another heading, or move its content to the first.";
    HEADINGS_MISSING = "headings-missing", Error,
        "A sheet of the working workbook has no row of headings that can be recognised, so it was not read.",
        "Copy the row of headings back from the empty template.";
    LEGEND_WITHOUT_MEANING = "legend-without-meaning", Error,
        "A word of the legend has no meaning beside it, so it was not read.",
        "Choose a colour or a status from the list beside it.";
}
