//! Finds the heading row: the one with the most known headings, on one row or two.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::sheet_kind::kind_of;
use crate::cells::{Cell, Content, Merge, Row, Sheet};
use crate::diagnostic::column_letters;
use crate::import::ColumnMeaning;
use crate::import::column_meaning::Strength;
use crate::import::headings::{
    HeadingMeaning, Recognised, has_unknown_word, nearly, normalise, recognise, reordered,
};
use crate::import::values::text_of;

/// The most rows with content that are examined.
const LOOKED_AT: usize = 40;

/// The most cells of those rows that are examined.
const MOST_CELLS: usize = 3_000;

/// A heading and its recognised meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    pub(super) column: u16,
    pub(super) heading: String,
    pub(super) found: Option<Recognised>,
    /// The meaning that the options give it.
    pub(super) named: Option<ColumnMeaning>,
}

/// The row or rows of headings of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    /// Row positions.
    pub(super) rows: Range<usize>,
    pub(super) heads: Vec<Head>,
    pub(super) score: usize,
}

/// The names of columns in the options, by normalised heading and by letter.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) by_heading: HashMap<String, ColumnMeaning>,
    pub(super) by_letter: HashMap<String, ColumnMeaning>,
}

impl Names {
    /// Returns the names without the letters, which do not help to find the heading row.
    fn by_words(&self) -> Self {
        Self { by_heading: self.by_heading.clone(), by_letter: HashMap::new() }
    }

    /// Returns whether the options may name this heading; a letter matches any.
    pub(super) fn may_hold(&self, heading: &str) -> bool {
        !self.by_letter.is_empty()
            || (!self.by_heading.is_empty() && self.by_heading.contains_key(&normalise(heading)))
    }

    fn of(&self, column: u16, heading: &str) -> Option<ColumnMeaning> {
        let by_heading = self.by_heading.get(&normalise(heading));
        by_heading.or_else(|| self.by_letter.get(&column_letters(column))).copied()
    }
}

impl Header {
    /// Adds the columns that the options name by their letters and that have no heading, where the sheet has
    /// something in them.
    pub(super) fn add_named(&mut self, sheet: &Sheet, names: &Names) {
        for (letter, means) in &names.by_letter {
            let is_known = self.heads.iter().any(|head| {
                column_letters(head.column) == *letter
                    || normalise(&head.heading) == normalise(letter)
            });
            let mut below = sheet.rows.get(self.rows.end..).unwrap_or_default().iter();
            let found = below
                .find_map(|row| {
                    row.cells.iter().find(|cell| column_letters(cell.column) == *letter)
                })
                .filter(|_| !is_known);
            let Some(column) = found.map(|cell| cell.column) else { continue };
            let at = self.heads.partition_point(|head| head.column < column);
            let head = Head { column, heading: String::new(), found: None, named: Some(*means) };
            self.heads.insert(at, head);
        }
    }

    pub(super) fn meanings(&self) -> Vec<HeadingMeaning> {
        let meaning = |head: &Head| {
            let named = head.named.map(HeadingMeaning::Always);
            named.or_else(|| head.found.as_ref().map(|found| found.meaning))
        };
        self.heads.iter().filter_map(meaning).collect()
    }

    fn count(&self, least: Strength) -> usize {
        let mut meanings: Vec<HeadingMeaning> = self
            .heads
            .iter()
            .filter(|head| {
                head.named.is_some()
                    || head.found.as_ref().is_some_and(|found| found.strength >= least)
            })
            .filter_map(|head| {
                head.named.map(HeadingMeaning::Always).or(head.found.as_ref().map(|f| f.meaning))
            })
            .collect();
        meanings.sort_unstable();
        meanings.dedup();
        meanings.len()
    }

    /// Returns whether there are enough known headings for a heading row.
    fn is_enough(&self) -> bool {
        let all = self.count(Strength::Within);
        let exact = self.count(Strength::Weak);
        let strong = self.count(Strength::Strong);
        let periods = self.meanings().iter().filter(|one| **one == HeadingMeaning::Period).count();
        let names_a_record = kind_of(&self.meanings()).is_some();
        (all >= 2 && (strong >= 1 || exact >= 2) && periods < all.max(2))
            || (strong == 1 && self.heads.len() <= 2 && names_a_record)
            || (periods >= 2 && periods + 1 >= self.heads.len())
    }

    /// Returns whether this is certainly a heading row, wherever it is.
    pub(super) fn is_plain(&self) -> bool {
        self.count(Strength::Strong) >= 3
            && self.count(Strength::Within) * 3 >= self.heads.len() * 2
            && kind_of(&self.meanings()).is_some()
    }
}

/// Returns the cells of a row that may be headings, each with its text.
fn texts<'s>(sheet: &'s Sheet, row: &'s Row) -> Vec<(u16, Cow<'s, str>)> {
    let text = |cell: &'s Cell| {
        let may_be = match (&cell.content, cell.shown) {
            (Content::Text(_), _) => true,
            (Content::Number(_), shown) if shown.is_day() => true,
            (Content::Number(figure), _) => (1990.0..2100.0).contains(figure),
            _ => false,
        };
        Some((cell.column, may_be.then(|| text_of(cell, sheet.dates)).flatten()?))
    };
    row.cells.iter().filter_map(text).collect()
}

/// Reads a row as headings.
pub(super) fn of_row(sheet: &Sheet, at: usize, names: &Names) -> Option<Header> {
    of_texts(at, &texts(sheet, sheet.rows.get(at)?), names, None)
}

/// Reads the texts of a row as headings. Returns `None` as soon as too few are known to score more than
/// `least`: most rows of a sheet are given up after a few cells.
fn of_texts(
    at: usize,
    texts: &[(u16, Cow<'_, str>)],
    names: &Names,
    least: Option<usize>,
) -> Option<Header> {
    let mut possible = most(texts.len());
    let mut heads = Vec::with_capacity(texts.len());
    for (column, text) in texts {
        if least.is_some_and(|least| possible <= least) {
            return None;
        }
        let head = head(*column, text.trim().to_owned(), names);
        if head.found.is_none() && head.named.is_none() {
            possible -= EACH;
        }
        heads.push(head);
    }
    (!heads.is_empty()).then(|| scored(at..at + 1, heads))
}

/// What a strong heading adds to the score: it counts as loose, weak and strong.
const EACH: usize = 3;

/// What headings that name a record add to the score.
const NAMES_RECORD: usize = 3;

/// Returns the highest score of this many headings.
fn most(headings: usize) -> usize {
    headings * EACH + NAMES_RECORD
}

fn head(column: u16, heading: String, names: &Names) -> Head {
    let found = recognise(&heading);
    let given = names.of(column, &heading);
    Head { column, heading, found, named: given }
}

fn scored(rows: Range<usize>, heads: Vec<Head>) -> Header {
    let mut header = Header { rows, heads, score: 0 };
    header.score = header.count(Strength::Within)
        + header.count(Strength::Weak)
        + header.count(Strength::Strong)
        + if kind_of(&header.meanings()).is_some() { NAMES_RECORD } else { 0 };
    header
}

/// Two rows that may be one line of headings, as far as the form of the lower shows.
struct TwoRows<'s> {
    /// The merged blocks that begin in the upper row and go across.
    blocks: Vec<Merge>,
    /// The columns of the upper row.
    upper: Vec<u16>,
    lower: Vec<(u16, Cow<'s, str>)>,
    /// Whether every text of the lower row divides a heading of the upper row that has nothing beside it:
    /// `RAG` over `Summer`, `Autumn` and `Spring`.
    is_divided: bool,
    /// Whether the file shows that the lower row belongs to the headings: other headings of the upper row
    /// are merged down to it, or each of its texts is under a heading that is merged over several columns.
    is_merged: bool,
}

impl<'s> TwoRows<'s> {
    /// Returns the row at a position, given by its texts, with the one below it, or `None` if that one is
    /// surely no part of the headings.
    fn new(sheet: &'s Sheet, at: usize, upper: &[(u16, Cow<'_, str>)]) -> Option<Self> {
        let (row, below) = (sheet.rows.get(at)?, sheet.rows.get(at + 1)?);
        if below.number != row.number + 1 {
            return None;
        }
        let lower = texts(sheet, below);
        let is_short = |(_, text): &(u16, Cow<'_, str>)| text.trim().chars().count() <= 40;
        if lower.len() != filled(below) || !lower.iter().all(is_short) {
            return None;
        }
        let across =
            |merge: &&Merge| merge.rows.0 == row.number && merge.columns.1 > merge.columns.0;
        let mut blocks: Vec<Merge> =
            sheet.merges.iter().filter(across).take(256).copied().collect();
        let upper: Vec<u16> = upper.iter().map(|(column, _)| *column).collect();
        let columns: Vec<u16> = lower.iter().map(|(column, _)| *column).collect();
        let is_tall = |merge: &Merge| merge.rows.0 == row.number && merge.rows.1 >= below.number;
        let is_under = |column: &u16| {
            let holds = |block: &Merge| (block.columns.0..=block.columns.1).contains(column);
            blocks.iter().any(holds)
        };
        let is_under_blocks = columns.len() > 1 && columns.iter().all(is_under);
        let is_merged = is_under_blocks || sheet.merges.iter().any(is_tall);
        let divided = if blocks.is_empty() { divided(row.number, &upper, &columns) } else { None };
        let is_divided = divided.is_some() || is_under_blocks;
        blocks.extend(divided.into_iter().flatten());
        let rows = Self { blocks, upper, lower, is_divided, is_merged };
        let is_figure = |(column, text): &(u16, Cow<'_, str>)| {
            rows.is_below(*column) && text.trim().starts_with(|first: char| first.is_ascii_digit())
        };
        (!rows.lower.iter().any(is_figure)).then_some(rows)
    }

    /// Returns whether a column of the lower row is right below a heading: a number or a date there is a
    /// value under that heading.
    fn is_below(&self, column: u16) -> bool {
        self.upper.contains(&column) && !self.blocks.iter().any(|block| block.columns.0 == column)
    }
}

/// Returns the headings of the upper row that the lower divides, as blocks: each has a text below it and
/// at least one more below the blank cells on its right. `None` if a text of the lower row is outside such
/// a block, as in a row of values.
fn divided(row: u32, upper: &[u16], lower: &[u16]) -> Option<Vec<Merge>> {
    // One text above all of them is the title of the table.
    if upper.len() < 2 {
        return None;
    }
    let mut blocks: Vec<Merge> = Vec::new();
    for column in lower {
        let over = upper.iter().rev().find(|over| *over <= column)?;
        match blocks.last_mut() {
            Some(last) if last.columns.0 == *over => last.columns.1 = *column,
            _ if over == column => {
                blocks.push(Merge { rows: (row, row), columns: (*over, *column) });
            }
            _ => return None,
        }
    }
    let is_wide = |block: &Merge| block.columns.1 > block.columns.0;
    (!blocks.is_empty() && blocks.iter().all(is_wide)).then_some(blocks)
}

/// Joins two rows into one line of headings, if the lower completes the upper.
fn joined(at: usize, upper: &Header, rows: &TwoRows<'_>, names: &Names) -> Option<Header> {
    let names = &names.by_words();
    let lower = of_texts(at + 1, &rows.lower, names, None)?;
    let is_time = |head: &Head| {
        rows.is_below(head.column)
            && head.found.as_ref().is_some_and(|found| found.meaning == HeadingMeaning::Period)
    };
    if lower.heads.iter().any(is_time) {
        return None;
    }
    let mut heads = upper.heads.clone();
    for below in &lower.heads {
        let over = over(&rows.blocks, below.column, &upper.heads);
        let both = over.map(|over| format!("{} {}", over.heading, below.heading));
        let both = both.map(|both| head(below.column, both, names));
        let is_known = |head: &Head| head.found.is_some() || head.named.is_some();
        let is_part = rows.is_divided
            && below.found.as_ref().is_none_or(|found| {
                found.strength <= Strength::Loose
                    || matches!(
                        found.meaning,
                        HeadingMeaning::Period | HeadingMeaning::Always(ColumnMeaning::Note)
                    )
            });
        let head = match (both, over) {
            (Some(both), Some(over)) if is_part && over.found.is_some() => {
                let time = Some(below.heading.clone());
                let found = over.found.clone().map(|found| Recognised { time, ..found });
                Head { found, ..both }
            }
            (Some(both), _) if is_known(&both) => both,
            (_, None) => below.clone(),
            (_, Some(over)) if over.column == below.column && is_known(over) => continue,
            _ if is_known(below) => below.clone(),
            (Some(both), _) => both,
            (None, _) => below.clone(),
        };
        match heads.iter_mut().find(|other| other.column == head.column) {
            Some(place) => *place = head,
            None => heads.push(head),
        }
    }
    heads.sort_by_key(|head| head.column);
    let joined = scored(at..at + 2, heads);
    let is_more = joined.score > upper.score && joined.score > lower.score;
    let is_sure = (rows.is_merged || rows.is_divided) && upper.is_enough();
    (is_more || (is_sure && joined.is_enough())).then_some(joined)
}

/// Returns the heading above a column: its own, else that of the merged block above it.
fn over<'h>(blocks: &[Merge], column: u16, heads: &'h [Head]) -> Option<&'h Head> {
    let own = heads.iter().find(|head| head.column == column);
    own.or_else(|| {
        let is_over = |merge: &&Merge| (merge.columns.0..=merge.columns.1).contains(&column);
        let block = blocks.iter().find(is_over)?;
        heads.iter().find(|head| head.column == block.columns.0)
    })
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| cell.content != Content::Blank).count()
}

/// Returns the headings of a table in a part of a sheet: the row with the most known headings, the first
/// of equals.
pub(super) fn search(sheet: &Sheet, rows: Range<usize>, names: &Names) -> Option<Header> {
    let mut best: Option<Header> = None;
    let mut cells = 0;
    for at in rows.take(LOOKED_AT) {
        cells += sheet.rows.get(at).map_or(0, |row| row.cells.len());
        if cells > MOST_CELLS {
            break;
        }
        let least = best.as_ref().map(|best| best.score);
        let header = with_row_below(sheet, at, names, least);
        let is_better = |header: &Header| least.is_none_or(|least| header.score > least);
        let is_heading = |header: &Header| {
            is_better(header) && header.is_enough() && !is_of_values(sheet, at, header)
        };
        best = header.filter(is_heading).or(best);
    }
    best
}

/// Returns the headings of a table none of whose rows holds enough known ones: the first row with the most
/// that are spelt nearly like known ones, if they name a record. Each of them is a guess.
pub(super) fn search_nearly(sheet: &Sheet, rows: Range<usize>, names: &Names) -> Option<Header> {
    let mut best: Option<Header> = None;
    for at in rows.take(NEARLY_LOOKED_AT) {
        let texts = texts(sheet, sheet.rows.get(at)?);
        let is_short = |(_, text): &(u16, Cow<'_, str>)| text.trim().chars().count() <= 40;
        if texts.len() < LEAST_NEARLY || texts.len() > MOST_NEARLY || !texts.iter().all(is_short) {
            continue;
        }
        let mut header = of_texts(at, &texts, names, None)?;
        guess(&mut header.heads);
        let header = scored(header.rows, header.heads);
        let known = header.count(Strength::Within);
        let is_enough = known >= LEAST_NEARLY
            && known * 2 > header.heads.len()
            && kind_of(&header.meanings()).is_some();
        if is_enough && best.as_ref().is_none_or(|best| header.score > best.score) {
            best = Some(header);
        }
    }
    best
}

/// Returns the headings that take a given number of rows. The texts above one another are joined, and a text
/// over blank cells stands for each of them that has a text below it.
pub(super) fn of_rows(sheet: &Sheet, at: usize, count: u32, names: &Names) -> Option<Header> {
    let first = sheet.rows.get(at)?.number;
    let is_one = |row: &&Row| row.number < first.saturating_add(count);
    let rows: Vec<_> =
        sheet.rows.iter().skip(at).take_while(is_one).map(|row| texts(sheet, row)).collect();
    let (lowest, above) = rows.split_last()?;
    let mut heads: Vec<Head> = Vec::new();
    let columns: BTreeSet<u16> = rows.iter().flatten().map(|(column, _)| *column).collect();
    for column in columns {
        let own = |row: &[(u16, Cow<'_, str>)]| {
            row.iter().find(|(other, _)| *other == column).map(|(_, text)| text.trim().to_owned())
        };
        let low = own(lowest);
        let over = |row: &Vec<(u16, Cow<'_, str>)>| {
            let left = || row.iter().rev().find(|(other, _)| *other <= column);
            own(row).or_else(|| {
                low.as_ref().and_then(|_| left()).map(|(_, text)| text.trim().to_owned())
            })
        };
        let upper: Vec<String> = above.iter().filter_map(over).collect();
        let upper = upper.join(" ");
        let Some(low) = low else {
            heads.push(head(column, upper, names));
            continue;
        };
        let both = head(column, format!("{upper} {low}").trim().to_owned(), names);
        let alone = head(column, low.clone(), names);
        let is_sure = |head: &Head| {
            head.named.is_some()
                || head.found.as_ref().is_some_and(|found| {
                    found.strength >= Strength::Weak && found.meaning != HeadingMeaning::Period
                })
        };
        heads.push(if is_sure(&both) {
            both
        } else if is_sure(&alone) {
            alone
        } else {
            let found = recognise(&upper).map(|found| Recognised { time: Some(low), ..found });
            Head { found: found.or(both.found), ..both }
        });
    }
    (!heads.is_empty()).then(|| scored(at..at + rows.len(), heads))
}

/// How many rows are searched for headings that are nearly known, and how many of them a row must hold.
const NEARLY_LOOKED_AT: usize = 12;
const LEAST_NEARLY: usize = 3;
const MOST_NEARLY: usize = 60;

/// Gives the headings that are not known, or only by a word in them, the meaning of those that they are
/// nearly like: `Area of developemnt` is no area.
pub(super) fn guess(heads: &mut [Head]) {
    let is_unsure = |head: &&mut Head| {
        head.named.is_none()
            && head
                .found
                .as_ref()
                .is_none_or(|found| found.strength <= Strength::Loose && found.time.is_none())
    };
    for head in heads.iter_mut().filter(is_unsure).take(MOST_NEARLY) {
        if head.found.is_none() || has_unknown_word(&head.heading) {
            head.found = nearly(&head.heading).or_else(|| head.found.take());
        } else if let Some(found) = reordered(&head.heading) {
            head.found = Some(found);
        }
    }
}

/// Returns whether a row is one of values below headings that are not known: it holds a day, and the row
/// above has a text over each of its cells and holds none.
fn is_of_values(sheet: &Sheet, at: usize, header: &Header) -> bool {
    let is_day = |found: &Recognised| found.meaning == HeadingMeaning::Period;
    let has_day = header.heads.iter().any(|head| head.found.as_ref().is_some_and(is_day));
    let above = at.checked_sub(1).and_then(|above| sheet.rows.get(above));
    let (true, Some(above)) = (has_day, above) else { return false };
    let over = texts(sheet, above);
    let stands_over = |head: &Head| over.iter().any(|(column, _)| *column == head.column);
    header.heads.iter().all(stands_over)
        && !over.iter().any(|(_, text)| recognise(text).as_ref().is_some_and(is_day))
}

/// Returns the headings in a given row, with those of the row below if it completes them.
pub(super) fn given(sheet: &Sheet, at: usize, names: &Names) -> Option<Header> {
    with_row_below(sheet, at, names, None)
}

/// Reads a row as headings, with those of the row below if it completes them. May return `None` if the
/// score is not above `least`.
fn with_row_below(sheet: &Sheet, at: usize, names: &Names, least: Option<usize>) -> Option<Header> {
    let upper = texts(sheet, sheet.rows.get(at)?);
    let Some(rows) = TwoRows::new(sheet, at, &upper) else {
        return of_texts(at, &upper, names, least);
    };
    let header = of_texts(at, &upper, names, None)?;
    Some(joined(at, &header, &rows, names).unwrap_or(header))
}
