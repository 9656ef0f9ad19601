//! Finds the keys of a file, which say what its colours and words mean: beside a table, above or below it, or
//! on a sheet of their own. A key is taken out before anything else is read, so that no row of it becomes a
//! record and no fill of it a colour of an action.

use std::collections::BTreeSet;

use super::headings::normalise;
use super::values::{
    FillMeans, Statement, StatusMeaning, StatusWords, colour_name, digits, is_colour_name, text_of,
};
use super::view::is_filled;
use super::{ReadOptions, SheetKind};
use crate::cells::{Cell, Content, Grid, Row, Sheet};
use crate::diagnostic::import_codes::{KEY_NOT_READ, KEY_READ};
use crate::diagnostic::{Location, Problems};
use crate::model::{DeliveryStatus, LegendEntry, LegendMeaning};
use crate::plan::quoted;
use crate::text::{and_list, fold};

/// Keys stand at the top of a sheet or at its end: in so many rows.
const FIRST: usize = 40;
const LAST: usize = 40;

/// The longest word of a key, and the longest text on what it means.
const LONGEST_WORD: usize = 24;
const LONGEST_TEXT: usize = 200;

/// The most entries of a key.
const MOST: usize = 12;

/// What heads a key, in normalised form.
const TITLES: [&str; 16] = [
    "key",
    "legend",
    "rag key",
    "brag key",
    "rag legend",
    "rag rating key",
    "rag status key",
    "rag definition",
    "brag definition",
    "rag rating definition",
    "status key",
    "status legend",
    "colour key",
    "colour code",
    "key to rag",
    "key to colour",
];

/// One line of a key.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    word: Option<String>,
    fill: Option<[u8; 3]>,
    text: String,
}

/// A key: its lines, and the cells that it consists of, by row position and column.
#[derive(Debug, Default)]
struct Key {
    entries: Vec<Entry>,
    cells: BTreeSet<(usize, u16)>,
}

/// Takes the keys out of a file. Returns the options with what the keys say added, or `None` if they say
/// nothing that is not known. What the options give themselves goes first.
pub(super) fn take_keys(
    grid: &mut Grid,
    options: &ReadOptions,
    problems: &mut Problems,
) -> Option<ReadOptions> {
    let mut learnt: Option<ReadOptions> = None;
    for sheet in &mut grid.sheets {
        let table = options.table_of(sheet.name.as_deref()).and_then(|at| options.tables.get(at));
        if table.is_some_and(|table| table.holds == Some(SheetKind::Ignore)) {
            continue;
        }
        for key in find(sheet) {
            let (row_at, column) = key.cells.first().copied().unwrap_or_default();
            let row = sheet.rows.get(row_at).map_or(1, |row| row.number);
            let place = sheet.place(row, column);
            for (row_at, column) in &key.cells {
                if let Some(row) = sheet.rows.get_mut(*row_at) {
                    row.cells.retain(|cell| cell.column != *column);
                }
            }
            let known = learnt.as_ref().unwrap_or(options);
            let (legend, fills) = learn(&key, known, &place, problems);
            if !legend.is_empty() || !fills.is_empty() {
                let options = learnt.get_or_insert_with(|| options.clone());
                options.legend.extend(legend);
                options.fills.extend(fills);
            }
        }
        sheet.rows.retain(|row| !row.cells.is_empty());
    }
    learnt
}

/// Returns the keys of a sheet.
fn find(sheet: &Sheet) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    let count = sheet.rows.len();
    let is_own = sheet.name.as_deref().is_some_and(|name| {
        is_title(name) || matches!(&*normalise(name), "rag" | "brag" | "rag rating")
    });
    let mut at = 0;
    while at < count {
        if at >= FIRST && at + LAST < count {
            at = count - LAST;
        }
        let found = if is_own { own_line(sheet, at) } else { None };
        let found = found.or_else(|| titled(sheet, at)).or_else(|| in_a_cell(sheet, at));
        let Some(key) = found else {
            at += 1;
            continue;
        };
        at = key.cells.last().map_or(at, |(last, _)| *last) + 1;
        keys.push(key);
    }
    keys
}

fn text(cell: &Cell, sheet: &Sheet) -> String {
    text_of(cell, sheet.dates).map(|text| text.trim().to_owned()).unwrap_or_default()
}

fn is_title(text: &str) -> bool {
    // Most texts begin otherwise.
    let first = text.trim_start().bytes().next().map(|first| first.to_ascii_lowercase());
    let may_be = text.len() <= LONGEST_WORD && first.is_some_and(|one| b"klrbsc".contains(&one));
    may_be && TITLES.contains(&&*normalise(text.trim().trim_end_matches(':')))
}

/// Returns whether a word is one that keys explain.
fn is_colour(word: &str) -> bool {
    let folded = fold(word);
    is_colour_name(word) || matches!(&*folded, "white" | "black" | "r" | "a" | "g" | "b")
}

impl Key {
    /// Returns the key if it is one: several lines of different words, two of them on colours or filled.
    fn if_one(self) -> Option<Self> {
        let mut words: Vec<String> =
            words_of(&self.entries).map(|word| fold(word).into_owned()).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        let of_colours = self.entries.iter().filter(|one| {
            one.word.as_deref().is_some_and(is_colour) || (one.word.is_none() && one.fill.is_some())
        });
        let is_key = (2..=MOST).contains(&self.entries.len())
            && words.len() == count
            && of_colours.count() >= 2;
        is_key.then_some(self)
    }
}

/// Returns the words of lines.
fn words_of(entries: &[Entry]) -> impl Iterator<Item = &str> {
    entries.iter().filter_map(|one| one.word.as_deref())
}

/// Returns the key below a title that stands alone, or beside a table with a blank column between.
fn titled(sheet: &Sheet, at: usize) -> Option<Key> {
    let row = sheet.rows.get(at)?;
    let is_one = |cell: &&Cell| matches!(&cell.content, Content::Text(text) if is_title(text));
    row.cells.iter().filter(is_one).find_map(|title| below_title(sheet, (at, row), title.column))
}

fn below_title(sheet: &Sheet, (at, row): (usize, &Row), column: u16) -> Option<Key> {
    let is_left_free = |row: &Row| {
        column.checked_sub(1).is_none_or(|left| row.cell(left).is_none_or(|cell| !is_filled(cell)))
    };
    let is_beside = row.cells.iter().any(|cell| cell.column < column && is_filled(cell));
    if !is_left_free(row) {
        return None;
    }
    let mut key = Key::default();
    key.cells.insert((at, column));
    // The lines may go on in the row of the title.
    let mut right = column + 1;
    while let Some((entry, cells)) = line(sheet, at, right) {
        right = cells.last().map_or(right, |(_, last)| *last) + 1;
        key.cells.extend(cells);
        key.entries.push(entry);
    }
    let has_more = row.cells.iter().any(|cell| {
        cell.column > column && is_filled(cell) && !key.cells.contains(&(at, cell.column))
    });
    if has_more {
        return None;
    }
    let mut last = row.number;
    for below in at + 1..sheet.rows.len() {
        let row = sheet.rows.get(below)?;
        let gap = if key.entries.is_empty() { 2 } else { 1 };
        if row.number > last + gap || (is_beside && !is_left_free(row)) {
            break;
        }
        let Some((entry, cells)) =
            line(sheet, below, column).or_else(|| line(sheet, below, column + 1))
        else {
            break;
        };
        let others = row.cells.iter().filter(|cell| is_filled(cell));
        let others = others.filter(|cell| !cells.contains(&(below, cell.column)));
        if others.filter(|cell| !is_beside || cell.column > column).count() > 0 {
            break;
        }
        last = row.number;
        key.cells.extend(cells);
        key.entries.push(entry);
    }
    key.if_one()
}

/// Returns one line of a key with its cells: a word or a fill beside its meaning, or both in one cell.
fn line(sheet: &Sheet, at: usize, column: u16) -> Option<(Entry, Vec<(usize, u16)>)> {
    let row = sheet.rows.get(at)?;
    let first = row.cell(column)?;
    let word = text(first, sheet);
    let next = row.cell(column + 1).map(|cell| text(cell, sheet)).filter(|text| !text.is_empty());
    let fill = first.fill;
    if let Some(meaning) = next.filter(|text| text.len() <= LONGEST_TEXT) {
        let cells = vec![(at, column), (at, column + 1)];
        if word.is_empty() && fill.is_some() {
            return Some((Entry { word: None, fill, text: meaning }, cells));
        }
        let is_word = !word.is_empty() && word.chars().count() <= LONGEST_WORD;
        let is_pair = pair(&meaning).is_some();
        if is_word && !is_pair && (is_colour(&word) || fill.is_none()) {
            return Some((Entry { word: Some(word), fill, text: meaning }, cells));
        }
    }
    if word.is_empty() || word.len() > LONGEST_TEXT {
        return None;
    }
    let cells = vec![(at, column)];
    match pair(&word) {
        Some((word, text)) => Some((Entry { word: Some(word), fill, text }, cells)),
        None => fill.map(|_| (Entry { word: None, fill, text: word }, cells)),
    }
}

/// Returns a line of a key on a sheet of its own, with those below it.
fn own_line(sheet: &Sheet, at: usize) -> Option<Key> {
    let mut key = Key::default();
    for below in at..sheet.rows.len().min(at + 3 * MOST) {
        let row = sheet.rows.get(below)?;
        let first = row.cells.first()?;
        let found = line(sheet, below, first.column);
        let Some((entry, cells)) = found.filter(|(entry, _)| {
            entry.fill.is_some() || entry.word.as_deref().is_some_and(is_colour)
        }) else {
            break;
        };
        key.cells.extend(cells);
        key.entries.push(entry);
    }
    key.if_one()
}

/// Returns the key that is written in one cell: `Key: Red = off track, Blue = complete`.
fn in_a_cell(sheet: &Sheet, at: usize) -> Option<Key> {
    let row = sheet.rows.get(at)?;
    let may_be = |cell: &&Cell| {
        matches!(&cell.content, Content::Text(text)
            if text.len() <= 3 * LONGEST_TEXT && text.contains(['=', ':', '\u{2013}']))
    };
    for cell in row.cells.iter().filter(may_be) {
        let written = text(cell, sheet);
        let (head, rest) = written.split_once(':').unwrap_or(("", &written));
        let is_titled = is_title(head);
        let list = if is_titled { rest } else { &written };
        if !is_titled && !written.contains('=') {
            continue;
        }
        let mut key = Key::default();
        key.cells.insert((at, cell.column));
        for piece in list.split([',', ';', '\n', '|']).map(str::trim).filter(|one| !one.is_empty())
        {
            match (pair(piece), key.entries.last_mut()) {
                (Some((word, text)), _) => {
                    key.entries.push(Entry { word: Some(word), fill: None, text });
                }
                (None, Some(above)) => above.text = format!("{}, {piece}", above.text),
                (None, None) => break,
            }
        }
        let is_of_colours = words_of(&key.entries).all(|word| is_titled || is_colour(word));
        if is_of_colours && let Some(key) = key.if_one() {
            return Some(key);
        }
    }
    None
}

/// Splits `Blue = complete` into the word and its meaning.
fn pair(text: &str) -> Option<(String, String)> {
    let marks = ["=", " \u{2013} ", " \u{2014} ", " - ", ": "];
    let (word, meaning) = marks.iter().find_map(|mark| text.split_once(mark))?;
    let (word, meaning) = (word.trim(), meaning.trim());
    let is_word = !word.is_empty() && word.chars().count() <= LONGEST_WORD;
    (is_word && !meaning.is_empty()).then(|| (word.to_owned(), meaning.to_owned()))
}

/// Returns what the text of a key says: a status or a colour.
fn meaning(words: &StatusWords, text: &str) -> Option<LegendMeaning> {
    let of = |text: &str| match words.meaning(text) {
        StatusMeaning::Status(status) => Some(LegendMeaning::Status(status)),
        StatusMeaning::Colour(colour) => Some(LegendMeaning::Colour(colour)),
        StatusMeaning::Legend { .. } | StatusMeaning::Unknown => None,
    };
    let text = text.trim().trim_end_matches('.');
    let head = || text.split([',', ';', '(', '.', '/', '\u{2013}']).next().unwrap_or_default();
    let bare = |text: &str| {
        let lower = text.to_lowercase();
        let rest =
            ["action is ", "actions are ", "action has been ", "action ", "actions ", "task "]
                .iter()
                .find_map(|start| lower.strip_prefix(start).map(str::to_owned));
        rest.and_then(|rest| of(&rest))
    };
    of(text).or_else(|| bare(text)).or_else(|| match words.statement(text) {
        Statement::Status { status, .. } => Some(LegendMeaning::Status(status)),
        Statement::Colour(colour) => Some(LegendMeaning::Colour(colour)),
        Statement::Doubtful => None,
        Statement::Nothing => of(head()).or_else(|| bare(head())),
    })
}

/// What is learnt from a key: words, and fills by their digits.
type Learnt = (Vec<LegendEntry>, Vec<(String, LegendMeaning)>);

/// Learns what a key says that is not known, and reports it and what could not be read.
fn learn(key: &Key, options: &ReadOptions, place: &Location, problems: &mut Problems) -> Learnt {
    let words = StatusWords::new(options);
    let (mut legend, mut fills) = (Vec::new(), Vec::new());
    let (mut said, mut unread) = (Vec::new(), Vec::new());
    for Entry { word, fill, text } in &key.entries {
        let means = meaning(&words, text);
        let of_word = word.as_deref().map(|word| words.meaning(word));
        let called = word.clone().unwrap_or_else(|| {
            let rgb = fill.unwrap_or_default();
            format!("{} ({})", colour_name(rgb), digits(rgb))
        });
        let option = |status: DeliveryStatus| match (word, fill) {
            (None, Some(rgb)) => format!("\"fills\": {{ \"{}\": \"{status}\" }}", digits(*rgb)),
            _ => format!("\"legend\": [{{ \"word\": \"{called}\", \"means\": \"{status}\" }}]"),
        };
        let of_fill = fill.map(|rgb| words.fill(rgb));
        let learns_fill = of_fill == Some(FillMeans::Unknown);
        let colour = match of_word {
            Some(StatusMeaning::Colour(colour)) => Some(LegendMeaning::Colour(colour)),
            _ => None,
        };
        let rag = colour.or(match of_fill {
            Some(FillMeans::Colour(colour)) if word.is_none() => {
                Some(LegendMeaning::Colour(colour))
            }
            _ => None,
        });
        match (rag, means) {
            (Some(rag), means) => {
                if let (true, Some(rgb)) = (learns_fill, fill) {
                    fills.push((digits(*rgb), rag));
                }
                if let Some(LegendMeaning::Status(status)) = means
                    && !matches!(
                        status,
                        DeliveryStatus::NotStated
                            | DeliveryStatus::NotStarted
                            | DeliveryStatus::InProgress
                    )
                {
                    let option = option(status);
                    unread.push((called, text, format!("it stays the colour {rag}"), option));
                }
            }
            (None, Some(means)) => {
                let is_new = matches!(of_word, Some(StatusMeaning::Unknown));
                if let (true, Some(word)) = (is_new, word) {
                    legend.push(LegendEntry::new(word.clone(), means));
                }
                if let (true, Some(rgb)) = (learns_fill, fill) {
                    fills.push((digits(*rgb), means));
                }
                if is_new || learns_fill {
                    said.push(format!("{} is {means}", quoted(&called)));
                }
            }
            (None, None) => {
                if matches!(of_word, Some(StatusMeaning::Unknown)) || learns_fill {
                    let what = "that is no colour and no status".to_owned();
                    let option = option(DeliveryStatus::Completed);
                    unread.push((called, text, what, option));
                }
            }
        }
    }
    let message = if said.is_empty() {
        "the key was read as the meaning of the colours, and says nothing that is not known"
            .to_owned()
    } else {
        format!("the key was read as the meaning of the colours: {}", and_list(&said))
    };
    problems.report(&KEY_READ, place.clone(), "the table", message);
    for (word, text, why, option) in unread {
        let message = format!(
            "the key says that {} means {}, but {why}: the options say what it means, as in {option}",
            quoted(&word),
            quoted(text)
        );
        problems.report(&KEY_NOT_READ, place.clone(), "the table", message);
    }
    (legend, fills)
}
