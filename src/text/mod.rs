//! Text comparison (folding, references, the nearest known word) and the printing of dates, counts
//! and lists. Knows nothing about plans.

mod counts;
mod day;
mod fold;
mod lists;
mod placeholders;
mod suggestion;

pub(crate) use counts::{CELL_UNITS, counted, days, thousands};
pub(crate) use day::{day, is_just};
pub(crate) use fold::{
    fold, fold_reference, folded_end, same, same_reference, with_folded_reference,
};
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use lists::runs_in_words;
pub(crate) use lists::{and_list, or_list, short_and_list};
pub(crate) use placeholders::{
    TO_BE_DONE, TO_BE_INITIALS, is_blank, named, names_nobody, reason, says_nothing, written,
};
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use placeholders::{is_nobody, is_nothing, is_to_be_confirmed, names_nothing};
pub(crate) use suggestion::nearest;
