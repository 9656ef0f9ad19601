//! Spreads a heading that is merged over several columns to each of them.

use super::contents::Contents;
use super::header::{Head, Header};
use super::profile::Profile;
use crate::cells::{Merge, Sheet};
use crate::import::ColumnMeaning;
use crate::import::column_meaning::{Holds, Strength};
use crate::import::headings::{HeadingMeaning, Recognised};
use crate::import::values::StatusWords;

/// Gives each column under a heading that is merged over several the heading, if it has content. The left one
/// of two holds the number of what the other says, if it holds numbers: `Recommendation` over `2 (i)` and its
/// words. Under a heading that only begins or ends like a number, texts are none.
pub(super) fn spread(
    sheet: &Sheet,
    contents: &Contents<'_>,
    words: &StatusWords,
    header: &mut Header,
) {
    let number = |row: usize| sheet.rows.get(row).map(|row| row.number);
    let rows: Vec<u32> = header.rows.clone().filter_map(number).collect();
    let is_over =
        |merge: &&Merge| rows.contains(&merge.rows.0) && merge.columns.1 > merge.columns.0;
    let holds = |column: u16| Profile::new(contents, column, words);
    for Merge { columns: (first, last), .. } in sheet.merges.iter().filter(is_over).take(256) {
        let is_own = |head: &Head| head.column > *first && head.column <= *last;
        if header.heads.iter().any(is_own) {
            continue;
        }
        let Some(at) = header.heads.iter().position(|head| head.column == *first) else { continue };
        let Some(head) = header.heads.get(at).cloned() else { continue };
        let others: Vec<u16> =
            (*first + 1..=*last).take(20).filter(|column| holds(*column).filled > 0).collect();
        let is_number = holds(*first).kind() == Some(Holds::References);
        if let (true, Some(found), Some(first)) =
            (others.len() == 1 && is_number, &head.found, header.heads.get_mut(at))
        {
            let meaning = HeadingMeaning::Always(ColumnMeaning::Number);
            first.found = Some(Recognised { meaning, ..found.clone() });
        }
        for (place, column) in others.into_iter().enumerate() {
            header.heads.insert(at + 1 + place, Head { column, ..head.clone() });
        }
    }
    for head in &mut header.heads {
        let is_loose = |found: &Recognised| {
            found.strength <= Strength::Loose
                && found.meaning == HeadingMeaning::Always(ColumnMeaning::Number)
        };
        if head.named.is_none() && head.found.as_ref().is_some_and(is_loose) {
            let profile = holds(head.column);
            if profile.filled > 1 && profile.has_none(Holds::References) {
                head.found = None;
            }
        }
    }
}
