//! Tells tables of data from plans: what would be their actions are labels or figures.

use super::contents::Contents;
use super::header::Head;
use super::table_layout::Column;
use crate::import::ColumnMeaning as M;
use crate::import::column_meaning::{Shows, Strength};
use crate::import::headings::HeadingMeaning;
use crate::import::values::text_of;

/// A column of fewer cells than this is not judged.
const LEAST: usize = 12;

/// The most words of a label.
const MOST_WORDS: usize = 3;

/// So many cells have one label on average, or more.
const REPEATED: usize = 4;

/// So many headings that only plans have make a table a plan, whatever its actions are called.
const ENOUGH: usize = 2;

/// Returns the column in which a table that looks like one of actions has labels alone, so that it is no plan: a
/// few short words that repeat, or figures. A column that the options name is not judged, nor is a table
/// with other headings of a plan.
pub(super) fn only_labels<'c>(
    columns: &'c [Column],
    contents: &Contents<'_>,
    heads: &[Head],
) -> Option<&'c Column> {
    let of = |means: M| columns.iter().find(|column| column.means == Some(means));
    let column = of(M::Action).or_else(|| of(M::Recommendation))?;
    let is_named = heads.iter().any(|head| head.column == column.column && head.named.is_some());
    let others = heads.iter().filter(|head| head.column != column.column && is_of_plan(head));
    let is_plan = is_named || others.count() >= ENOUGH;
    (!is_plan && are_labels(contents, column.column)).then_some(column)
}

/// Returns whether a heading is surely one that plans have.
fn is_of_plan(head: &Head) -> bool {
    head.found.as_ref().is_some_and(|found| match found.meaning {
        HeadingMeaning::Always(means) => {
            found.strength == Strength::Strong
                && (means.shows(Shows::Plan) || means == M::Recommendation)
        }
        _ => false,
    })
}

fn are_labels(contents: &Contents<'_>, column: u16) -> bool {
    let (mut filled, mut short, mut figures) = (0, 0, 0);
    for text in contents.cells(column).filter_map(|cell| text_of(cell, contents.sheet.dates)) {
        filled += 1;
        short += usize::from(text.split_whitespace().count() <= MOST_WORDS);
        figures += usize::from(!text.contains(char::is_alphabetic));
    }
    let is_repeated = || contents.different(column) * REPEATED <= filled;
    filled >= LEAST && (figures == filled || (short == filled && is_repeated()))
}
