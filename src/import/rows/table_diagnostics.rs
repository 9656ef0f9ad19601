//! Diagnostics reported once per table of actions, or once per column.

use std::ops::Range;

use super::tally::{Cause, Count, Tally};
use crate::diagnostic::import_codes::{
    ANSWERS_NOTHING, COLOUR_FROM_FILL, DATES_NOT_READ, FILL_UNKNOWN, LINK_NOT_CARRIED, MONTH_FIRST,
    RECOMMENDATIONS_NOT_GIVEN, STATUS_DOUBTED, STATUS_FROM_COMPLETION, STATUS_FROM_PERCENT,
    STATUS_FROM_WORDS, STATUS_IN_DATE_COLUMN, STATUS_NOT_KNOWN,
};
use crate::diagnostic::{CodeEntry, column_letters};
use crate::import::ColumnMeaning as M;
use crate::import::table_reader::TableReader;
use crate::import::view::View;
use crate::plan::quoted;
use crate::text::{and_list, counted};

/// Reports a table that does not show what its actions answer, or where the recommendations are.
pub(super) fn report_of_links(table: &mut TableReader<'_, '_>, actions: Range<usize>) {
    let is_any = !actions.is_empty();
    let answers = table.reader.doc.actions.get(actions).unwrap_or_default();
    let answer_any = answers.iter().any(|one| !one.answers.is_empty());
    let has_column = [M::Recommendation, M::RecommendationReference, M::Answers]
        .into_iter()
        .any(|means| table.view.has(means));
    let (code, message) = if is_any && !answer_any && !has_column {
        (&ANSWERS_NOTHING, "no column says which recommendation an action answers")
    } else if answer_any && table.reader.known.recommendations.is_empty() {
        let message = "the recommendations that the actions answer are not in the file";
        (&RECOMMENDATIONS_NOT_GIVEN, message)
    } else {
        return;
    };
    table.reader.problems.report(
        code,
        table.view.sheet.row_place(header_row(table.view)),
        "the table",
        message,
    );
}

/// Returns the number of the heading row.
fn header_row(view: &View<'_>) -> u32 {
    view.header_row()
}

/// Reports once that blank cells below filled ones in a link column leave actions without links.
pub(super) fn report_not_carried(table: &mut TableReader<'_, '_>, actions: Range<usize>) {
    let Some(column) = table.view.columns(M::Answers).next() else {
        return;
    };
    let actions = table.reader.doc.actions.get(actions).unwrap_or_default();
    let first = actions.iter().position(|one| !one.answers.is_empty());
    let below = actions.get(first.unwrap_or(actions.len())..).unwrap_or_default();
    let blank = below.iter().filter(|one| one.answers.is_empty() && one.enables.is_empty()).count();
    if blank == 0 {
        return;
    }
    let message = format!(
        "{} below a filled cell of {} and {} no link: links are not carried down",
        if blank == 1 { "1 action is".to_owned() } else { format!("{blank} actions are") },
        quoted(&column.heading),
        if blank == 1 { "has" } else { "have" },
    );
    let place = table.view.sheet.place(header_row(table.view), column.column);
    table.reader.problems.report(&LINK_NOT_CARRIED, place, "the table", message);
}

/// Reports each cause once per column: how many cells, and the first of them.
pub(super) fn report_tally(table: &mut TableReader<'_, '_>, tally: &Tally) {
    for (cause, column, count) in tally.counts() {
        if cause == Cause::MonthFirst && tally.has_day_first(column) {
            continue;
        }
        let (entry, message) = worded(table, cause, column, count, tally);
        let place = table.view.sheet.place(count.row, column);
        table.reader.problems.report(entry, place, "the table", message);
    }
}

/// Returns the code and the message of a cause.
fn worded(
    table: &TableReader<'_, '_>,
    cause: Cause,
    column: u16,
    count: &Count,
    tally: &Tally,
) -> (&'static CodeEntry, String) {
    let named = table.view.layout.columns.iter().find(|one| one.column == column);
    let heading = named.filter(|one| !one.heading.trim().is_empty()).map_or_else(
        || format!("column {}, which has no heading", column_letters(column)),
        |one| quoted(&one.heading),
    );
    let cells = counted(count.cells, "cell");
    let is_one = count.cells == 1;
    let first = quoted(&count.first);
    match cause {
        Cause::FillRead => (
            &COLOUR_FROM_FILL,
            format!("the fill was read as the colour in {cells} under {heading}"),
        ),
        Cause::FillUnknown => (
            &FILL_UNKNOWN,
            format!(
                "{cells} under {heading} filled with a colour that is not red, amber or green, without a word"
            ),
        ),
        Cause::StatusWord => (&STATUS_NOT_KNOWN, unknown_words(count)),
        Cause::StatusAmongWords => (
            &STATUS_FROM_WORDS,
            format!(
                "the status was read from the words of {cells} under {heading}, which were kept as {}; the first is {first}",
                if is_one { "an update" } else { "updates" }
            ),
        ),
        Cause::StatusDoubted => (
            &STATUS_DOUBTED,
            format!(
                "{cells} under {heading} {} a status and also {} it, as {first} does: no status was read from {}",
                if is_one { "gives" } else { "give" },
                if is_one { "doubts" } else { "doubt" },
                if is_one { "it" } else { "them" }
            ),
        ),
        Cause::StatusFromPercent => (
            &STATUS_FROM_PERCENT,
            format!("the share that is done was read as the status in {cells} under {heading}"),
        ),
        Cause::StatusFromCompletion => (
            &STATUS_FROM_COMPLETION,
            format!(
                "{} with a day under {heading} {} read as completed, because the table has no column of statuses",
                counted(count.cells, "action"),
                if is_one { "was" } else { "were" }
            ),
        ),
        Cause::StatusInDateColumn => (
            &STATUS_IN_DATE_COLUMN,
            format!(
                "{cells} under {heading} {} a status and no day, the first {first}: it was read as the status",
                if is_one { "holds" } else { "hold" }
            ),
        ),
        Cause::MonthFirst => (
            &MONTH_FIRST,
            format!(
                "{first} can only be month first, and no date under {heading} can only be day first: the other dates were read day first"
            ),
        ),
        Cause::DateNotRead => (
            &DATES_NOT_READ,
            format!(
                "{} of {} under {heading} {} no day that can be read, the first {first}",
                count.cells,
                counted(tally.dates_of(column), "cell"),
                if is_one { "gives" } else { "give" }
            ),
        ),
    }
}

/// The most unknown words of a column that one message lists.
const MOST_LISTED: usize = 8;

/// Returns the message about words that are not known statuses.
fn unknown_words(count: &Count) -> String {
    if let (1, Some((word, (_, cells)))) = (count.words.len(), count.words.iter().next()) {
        let cells = counted(*cells, "cell");
        return format!(
            "{}, in {cells}, is not a known status: it was kept as an update",
            quoted(word)
        );
    }
    let mut words: Vec<_> =
        count.words.iter().map(|(word, (row, cells))| (*row, word, *cells)).collect();
    words.sort_unstable();
    let more = words.len().saturating_sub(MOST_LISTED);
    let mut listed: Vec<String> = words
        .iter()
        .take(MOST_LISTED)
        .map(|(row, word, cells)| match cells {
            1 => format!("{} in row {row}", quoted(word)),
            _ => format!("{} in {cells} cells from row {row}", quoted(word)),
        })
        .collect();
    if more > 0 {
        listed.push(format!("{more} more"));
    }
    format!("{} are not known statuses: they were kept as updates", and_list(&listed))
}
