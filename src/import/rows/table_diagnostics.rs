//! Diagnostics reported once per table of actions, or once per column.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tally::{Cause, Count, Tally};
use crate::diagnostic::import_codes::{
    ANSWERS_NOTHING, CELL_SPLIT, COLOUR_FROM_FILL, COLOUR_NOT_KNOWN, DATES_NOT_READ, FILL_UNKNOWN,
    LINK_NOT_CARRIED, LISTS_PAIRED, LISTS_UNEQUAL, MILESTONE_COLOURS, MILESTONES_DATED,
    MONTH_FIRST, RECOMMENDATIONS_NOT_GIVEN, STATUS_DOUBTED, STATUS_FROM_COMPLETION,
    STATUS_FROM_PERCENT, STATUS_FROM_WORDS, STATUS_IN_DATE_COLUMN, STATUS_NOT_KNOWN, SUMMARY_ROWS,
};
use crate::diagnostic::{CodeEntry, column_letters};
use crate::import::ColumnMeaning as M;
use crate::import::table_reader::TableReader;
use crate::import::view::View;
use crate::model::DeliveryStatus;
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

/// Reports the rows that sum up others, of which no action was made.
pub(super) fn report_summaries(table: &mut TableReader<'_, '_>, count: usize, first: usize) {
    let Some(row) = table.view.row(first) else { return };
    let message = if count == 1 {
        "1 row only sums up other rows: no action was made of it".to_owned()
    } else {
        format!("{count} rows only sum up other rows, the first this: no actions were made of them")
    };
    table.report_of_row(row.number, &SUMMARY_ROWS, "the table", message);
}

/// Reports each cause once per column: how many cells, and the first of them.
pub(super) fn report_tally(table: &mut TableReader<'_, '_>, tally: &Tally) {
    let is_month_first =
        |cause: Cause, column: u16| cause == Cause::MonthFirst && !tally.has_day_first(column);
    let month_first: Vec<u16> = tally
        .counts()
        .filter(|(cause, column, _)| is_month_first(*cause, *column))
        .map(|(_, column, _)| column)
        .collect();
    for (cause, column, count) in tally.counts() {
        if cause == Cause::MonthFirst && month_first.first() != Some(&column) {
            continue;
        }
        let (entry, mut message) = worded(table, cause, column, count, tally);
        if let (Cause::MonthFirst, [_, others @ ..]) = (cause, month_first.as_slice())
            && !others.is_empty()
        {
            let others: Vec<String> = others.iter().map(|one| heading_of(table, *one)).collect();
            message.push_str("; the same is true of ");
            message.push_str(&and_list(&others));
        }
        let place = table.view.sheet.place(count.row, column);
        table.reader.problems.report(entry, place, "the table", message);
    }
}

/// What is said of a cause: its code, and the message for one cell and for several. `{cells}` is how many
/// cells, `{count}` the number, `{all}` all cells of the column, `{heading}` its heading and `{first}` the
/// text of the first cell.
type Said = (&'static CodeEntry, &'static str, &'static str);

#[rustfmt::skip]
const fn said(cause: Cause) -> Said {
    match cause {
        Cause::FillRead => (&COLOUR_FROM_FILL,
            "the fill was read as the colour in {cells} under {heading}",
            "the fill was read as the colour in {cells} under {heading}"),
        Cause::FillUnknown => (&FILL_UNKNOWN,
            "{cells} under {heading} is filled with {colour} and has no word: the options say what that means, as in {fills}",
            "{cells} under {heading} are filled with a colour that is not red, amber or green and have no word, the first {colour}: the options say what that means, as in {fills}"),
        Cause::StatusWord => (&STATUS_NOT_KNOWN,
            "{words} is not a known status: it was kept as an update",
            "{words} are not known statuses: they were kept as updates"),
        Cause::ColourWord => (&COLOUR_NOT_KNOWN,
            "{words} is not red, amber or green, and no legend says what it means: it was kept as written and says nothing of whether the work is done; the options say what it means, as in {legend}",
            "{words} are not red, amber or green, and no legend says what they mean: they were kept as written and say nothing of whether the work is done; the options say what each means, as in {legend}"),
        Cause::StatusAmongWords => (&STATUS_FROM_WORDS,
            "the status was read from the words of {cells} under {heading}, which were kept as an update: {first}",
            "the status was read from the words of {cells} under {heading}, which were kept as updates; the first is {first}"),
        Cause::StatusDoubted => (&STATUS_DOUBTED,
            "{cells} under {heading} gives a status and also doubts it, {first}: no status was read from it",
            "{cells} under {heading} give a status and also doubt it, the first {first}: no status was read from them"),
        Cause::StatusFromPercent => (&STATUS_FROM_PERCENT,
            "the share that is done was read as the status in {cells} under {heading}",
            "the share that is done was read as the status in {cells} under {heading}"),
        Cause::StatusFromCompletion => (&STATUS_FROM_COMPLETION,
            "1 action with a day under {heading} was read as completed, because the table has no column of statuses",
            "{count} actions with a day under {heading} were read as completed, because the table has no column of statuses"),
        Cause::StatusInDateColumn => (&STATUS_IN_DATE_COLUMN,
            "{cells} under {heading} holds a status and no day, {first}: it was read as the status",
            "{cells} under {heading} hold a status and no day, the first {first}: they were read as the status"),
        Cause::MonthFirst => (&MONTH_FIRST,
            "{first} can only be month first, and no date under {heading} can only be day first: the other dates were read day first",
            "{first} and {more} more can only be month first, and no date under {heading} can only be day first: the other dates were read day first"),
        Cause::DateNotRead => (&DATES_NOT_READ,
            "1 of {all} under {heading} gives no day that can be read: {first}",
            "{count} of {all} under {heading} give no day that can be read, the first {first}"),
        Cause::ListsPaired => (&LISTS_PAIRED,
            "the days of {cells} under {heading} were put beside the steps of its row",
            "the days of {cells} under {heading} were put beside the steps of their rows"),
        Cause::ListsUnequal => (&LISTS_UNEQUAL,
            "1 row has lists of different lengths, {first}: its cell under {heading} was kept as written",
            "{count} rows have lists of different lengths, the first {first}: their cells under {heading} were kept as written"),
        Cause::CellSplit => (&CELL_SPLIT,
            "{cells} under {heading} lists several actions with their days: each was read as an action",
            "{cells} under {heading} list several actions with their days: each was read as an action"),
        Cause::MilestoneDated => (&MILESTONES_DATED,
            "1 day under {heading} is that of the milestone in its row: the action is due on the last of them",
            "{count} days under {heading} are those of the milestones in their rows: the action is due on the last of them"),
        Cause::MilestoneColour => (&MILESTONE_COLOURS,
            "the colour of 1 milestone under {heading} was kept as an update: the action as a whole has none",
            "the colours of {count} milestones under {heading} were kept as updates: the action as a whole has none"),
    }
}

/// Returns the heading of a column, as messages name it.
fn heading_of(table: &TableReader<'_, '_>, column: u16) -> String {
    let named = table.view.layout.columns.iter().find(|one| one.column == column);
    named.filter(|one| !one.heading.trim().is_empty()).map_or_else(
        || format!("column {}, which has no heading", column_letters(column)),
        |one| quoted(&one.heading),
    )
}

/// Returns the code and the message of a cause.
fn worded(
    table: &TableReader<'_, '_>,
    cause: Cause,
    column: u16,
    count: &Count,
    tally: &Tally,
) -> (&'static CodeEntry, String) {
    let heading = heading_of(table, column);
    let (entry, one, many) = said(cause);
    let is_one = match cause {
        Cause::StatusWord | Cause::ColourWord => count.words.len() == 1,
        _ => count.cells == 1,
    };
    let mut message = String::new();
    let mut rest = if is_one { one } else { many };
    // Texts of the table are put in once: what looks like a place in them stays as it is.
    while let Some((before, (place, after))) =
        rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        message.push_str(before);
        match place {
            "cells" => message.push_str(&counted(count.cells, "cell")),
            "count" => message.push_str(&count.cells.to_string()),
            "more" => message.push_str(&count.cells.saturating_sub(1).to_string()),
            "all" => message.push_str(&counted(tally.dates_of(column), "cell")),
            "colour" => message.push_str(&count.first),
            "fills" => {
                let name = count.first.split(' ').next().unwrap_or_default();
                let example = format!("\"fills\": {{ \"{name}\": \"completed\" }}");
                message.push_str(&example);
            }
            "first" => message.push_str(&quoted(&count.first)),
            "legend" => message.push_str(&legend_entry(&count.first)),
            "words" => message.push_str(&unknown_words(count)),
            _ => message.push_str(&heading),
        }
        rest = after;
    }
    message.push_str(rest);
    (entry, message)
}

/// What most councils mean by a word for a colour, as an example of what the options can say.
const USUAL_COLOURS: [(&str, &str); 4] = [
    ("yellow", "amber"),
    ("grey", "not-started"),
    ("gray", "not-started"),
    ("white", "not-started"),
];

/// Returns the line of the options that says what a word for a colour means.
fn legend_entry(word: &str) -> String {
    let usual = USUAL_COLOURS.iter().find(|(colour, _)| word.eq_ignore_ascii_case(colour));
    let means = usual.map_or("completed", |(_, means)| means);
    let word = word.replace(['"', '\\'], "");
    format!("\"legend\": [{{ \"word\": \"{word}\", \"means\": \"{means}\" }}]")
}

/// Drops the unknown words of colour columns that the statuses beside them explain: every action with the
/// word has the same status.
pub(super) fn forget_explained_colours(
    table: &TableReader<'_, '_>,
    actions: Range<usize>,
    tally: &mut Tally,
) {
    if !tally.has(Cause::ColourWord) {
        return;
    }
    let actions = table.reader.doc.actions.get(actions).unwrap_or_default();
    let mut statuses: BTreeMap<&str, Option<DeliveryStatus>> = BTreeMap::new();
    for one in actions {
        let Some(word) = one.rag.as_deref() else { continue };
        let own = Some(one.status).filter(|status| !status.is_not_stated());
        let known = statuses.entry(word).or_insert(own);
        if *known != own {
            *known = None;
        }
    }
    tally.forget_words(Cause::ColourWord, |word| statuses.get(word).is_some_and(Option::is_some));
}

/// The most unknown words of a column that one message lists.
const MOST_LISTED: usize = 8;

/// Returns the words that are not known statuses, with where they are.
fn unknown_words(count: &Count) -> String {
    if let (1, Some((word, (_, cells)))) = (count.words.len(), count.words.iter().next()) {
        return format!("{}, in {},", quoted(word), counted(*cells, "cell"));
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
    and_list(&listed)
}
