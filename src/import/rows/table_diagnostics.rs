//! Diagnostics reported once per table of actions, or once per column.

use std::ops::Range;

use super::status::Fills;
use crate::diagnostic::import_codes::{
    ANSWERS_NOTHING, COLOUR_FROM_FILL, FILL_UNKNOWN, LINK_NOT_CARRIED, RECOMMENDATIONS_NOT_GIVEN,
    STATUS_NOT_KNOWN,
};
use crate::import::ColumnMeaning as M;
use crate::import::table_reader::TableReader;
use crate::import::view::View;
use crate::plan::quoted;
use crate::text::counted;

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

/// Reports once per column how many colours were read from fills.
pub(super) fn report_fills(table: &mut TableReader<'_, '_>, fills: &Fills) {
    let heading = |column: u16| {
        let found = table.view.layout.columns.iter().find(|one| one.column == column);
        found.map_or_else(String::new, |one| quoted(&one.heading))
    };
    for (column, row, count) in &fills.read {
        let message = format!(
            "the fill was read as the colour in {} under {}",
            counted(*count, "cell"),
            heading(*column)
        );
        table.reader.problems.report(
            &COLOUR_FROM_FILL,
            table.view.sheet.place(*row, *column),
            "the table",
            message,
        );
    }
    for ((column, word), (row, count)) in &fills.words {
        let message = format!(
            "{}, in {}, is not a known status: it was kept as an update",
            quoted(word),
            counted(*count, "cell"),
        );
        let place = table.view.sheet.place(*row, *column);
        table.reader.problems.report(&STATUS_NOT_KNOWN, place, "the table", message);
    }
    for (column, row, count) in &fills.unknown {
        let message = format!(
            "{} under {} filled with a colour that is not red, amber or green, without a word",
            counted(*count, "cell"),
            heading(*column)
        );
        table.reader.problems.report(
            &FILL_UNKNOWN,
            table.view.sheet.place(*row, *column),
            "the table",
            message,
        );
    }
}
