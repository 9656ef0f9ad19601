//! Text comparison (folding, references, the nearest known word) and the printing of dates, counts
//! and lists. Knows nothing about plans.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

/// The longest text that a cell of a spreadsheet can hold, in UTF-16 units. A document holds no longer
/// ones by default, so that it can be written as a workbook.
pub(crate) const CELL_UNITS: usize = 32_767;

/// Trims text, collapses inner whitespace to single spaces and converts it to lower case.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if is_plain(trimmed) {
        return Cow::Borrowed(trimmed);
    }
    let mut folded = String::with_capacity(trimmed.len());
    if trimmed.is_ascii() {
        folded.extend(folded_bytes(trimmed).map(char::from));
        return Cow::Owned(folded);
    }
    for (position, word) in trimmed.split_whitespace().enumerate() {
        if position > 0 {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        } else {
            folded.push_str(&word.to_lowercase());
        }
    }
    Cow::Owned(folded)
}

/// Folds trimmed ASCII text, byte by byte.
fn folded_bytes(trimmed: &str) -> impl Iterator<Item = u8> {
    let mut after_space = false;
    trimmed.bytes().filter_map(move |byte| {
        let is_space = is_ascii_space(byte);
        let is_repeated = std::mem::replace(&mut after_space, is_space) && is_space;
        let byte = if is_space { b' ' } else { byte.to_ascii_lowercase() };
        (!is_repeated).then_some(byte)
    })
}

/// Returns whether an ASCII character is whitespace, as `char::is_whitespace` has it.
fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// How many bytes [`folded_end`] looks at.
const END: usize = 12;

/// Returns a number made of the last letters of folded text. Texts that are the same have the same.
pub(crate) fn folded_end(text: &str) -> u64 {
    let trimmed = text.trim();
    let folded = if trimmed.is_ascii() { Cow::Borrowed(trimmed) } else { fold(trimmed) };
    let last = folded.bytes().rev().filter(|byte| !is_ascii_space(*byte));
    let last = last.take(END).map(|byte| byte.to_ascii_lowercase());
    last.fold(0, |end, byte| end.rotate_left(5).wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte))
}

/// Folds a reference for comparison, also dropping the leading zeros of each run of digits: `R02`
/// becomes `r2` and `2.01` becomes `2.1`, while `3.0` is unchanged.
pub(crate) fn fold_reference(text: &str) -> Cow<'_, str> {
    let folded = fold(text);
    if !has_leading_zero(&folded) {
        return folded;
    }
    let mut compared = String::with_capacity(folded.len());
    let mut characters = folded.chars().peekable();
    let mut in_number = false;
    while let Some(character) = characters.next() {
        let more_digits = characters.peek().is_some_and(char::is_ascii_digit);
        if character == '0' && !in_number && more_digits {
            continue;
        }
        in_number = character.is_ascii_digit();
        compared.push(character);
    }
    Cow::Owned(compared)
}

/// The longest reference that [`with_folded_reference`] folds without allocation.
const SHORT: usize = 64;

/// Calls a function with the bytes of the folded reference; see [`fold_reference`]. A short one in ASCII, as nearly
/// all are, is folded in one pass without allocation.
pub(crate) fn with_folded_reference<T>(text: &str, call: impl FnOnce(&[u8]) -> T) -> T {
    let mut folded = [0; SHORT];
    match fold_short_reference(text, &mut folded) {
        Some(length) => call(folded.get(..length).unwrap_or_default()),
        None => call(fold_reference(text).as_bytes()),
    }
}

/// Folds a short reference in ASCII and returns its length.
fn fold_short_reference(text: &str, folded: &mut [u8; SHORT]) -> Option<usize> {
    if text.len() > SHORT {
        return None;
    }
    let mut length = 0_usize;
    // What was written last decides what a space or a zero adds.
    let mut last = Last::Space;
    for byte in text.bytes() {
        let (byte, next) = match byte {
            b' ' | b'\t'..=b'\r' if last == Last::Space => continue,
            b' ' | b'\t'..=b'\r' => (b' ', Last::Space),
            b'0'..=b'9' => {
                if last == Last::Zero {
                    length -= 1;
                }
                let is_leading = byte == b'0' && last != Last::Digit;
                (byte, if is_leading { Last::Zero } else { Last::Digit })
            }
            0x80.. => return None,
            _ => (byte.to_ascii_lowercase(), Last::Other),
        };
        *folded.get_mut(length)? = byte;
        length += 1;
        last = next;
    }
    if last == Last::Space {
        length = length.saturating_sub(1);
    }
    Some(length)
}

/// The kind of the last byte of a folded reference.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// A space, or nothing yet.
    Space,
    /// A zero that leads its number so far.
    Zero,
    Digit,
    Other,
}

/// Returns whether two references are equal once folded.
pub(crate) fn same_reference(left: &str, right: &str) -> bool {
    left == right
        || with_folded_reference(left, |left| with_folded_reference(right, |right| left == right))
}

/// Returns whether two texts are equal once folded. Compares ASCII texts without allocation.
pub(crate) fn same(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    if left.is_ascii() && right.is_ascii() {
        let mut right = right.split_whitespace();
        let is_next = |word: &str| right.next().is_some_and(|next| word.eq_ignore_ascii_case(next));
        return left.split_whitespace().all(is_next) && right.next().is_none();
    }
    fold(left) == fold(right)
}

/// Returns whether the text is empty or only whitespace.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Returns the text of an optional field, unless it is blank.
pub(crate) fn written(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !is_blank(text))
}

/// Returns the name in a field, unless it names nobody; see [`names_nobody`].
pub(crate) fn named(text: Option<&String>) -> Option<&str> {
    written(text).filter(|name| !names_nobody(name))
}

/// Abbreviations of *to be confirmed*, *to be advised* and *to be decided*.
pub(crate) const TO_BE_INITIALS: &[&str] = &["tbc", "tba", "tbd"];

/// The participles that follow `to be` or `not yet` when something is still open.
pub(crate) const TO_BE_DONE: &[&str] = &[
    "advised",
    "agreed",
    "announced",
    "appointed",
    "arranged",
    "confirmed",
    "decided",
    "determined",
    "identified",
    "recruited",
];

/// Returns whether text says that a value is still open: `TBC`, `t.b.a.`, `to be agreed`, `not yet
/// agreed`, `?`. Used for names, money, links, actions and dates alike.
#[cfg_attr(
    not(any(feature = "csv", feature = "workbook")),
    allow(dead_code, reason = "only what is read from a table is asked this on its own")
)]
pub(crate) fn is_to_be_confirmed(text: &str) -> bool {
    Bare::of(text).is_some_and(|words| words.are_open() && !is_blank(text))
}

/// Returns whether text says that there is no value: a dash, `none`, `N/A`, `not applicable`.
pub(crate) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "-" | "\u{2013}" | "\u{2014}")
        || ["none", "n/a", "not applicable"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Returns whether text in place of a name says that there is nothing, or nothing yet.
#[cfg_attr(
    not(any(feature = "csv", feature = "workbook")),
    allow(dead_code, reason = "only what is read from a table is asked this on its own")
)]
pub(crate) fn names_nothing(text: &str) -> bool {
    Bare::of(text).is_some_and(|words| words.name_nothing() && !is_blank(text))
}

/// Returns whether text in place of a person, post or body is blank or says that there is nobody,
/// or nobody yet (`TBC`, `to be appointed`, `vacant`, `N/A`, `-`).
pub(crate) fn names_nobody(text: &str) -> bool {
    Bare::of(text).is_some_and(|words| {
        words.name_nothing()
            || matches!(words.as_str(), "unknown" | "unassigned" | "vacant" | "vacancy")
    })
}

/// Text folded, without full stops and without question marks at the end, if it can be one of the texts
/// that say that there is nothing or nothing yet. Every owner of a plan is asked, so it takes no allocation.
struct Bare {
    letters: [u8; Self::LONGEST],
    length: usize,
}

impl Bare {
    /// More bytes than any of these texts has. The longest are `not yet determined` and `not yet identified`.
    const LONGEST: usize = 24;

    /// Returns `None` for a text that is too long, begins with another letter than all of them, or has a question
    /// mark before its end.
    fn of(text: &str) -> Option<Self> {
        let mut bare = Self { letters: [0; Self::LONGEST], length: 0 };
        let (mut has_begun, mut is_after_space, mut is_question) = (false, false, false);
        let mut spaces = 0_usize;
        for character in text.chars() {
            if character.is_whitespace() {
                is_after_space = has_begun;
                continue;
            }
            has_begun = true;
            if std::mem::take(&mut is_after_space) {
                if is_question {
                    return None;
                }
                spaces += 1;
            }
            match character {
                '.' => {}
                '?' => is_question = true,
                _ if is_question => return None,
                _ => {
                    let spaces = std::mem::take(&mut spaces);
                    bare.add(if bare.length > 0 { spaces } else { 0 }, character)?;
                }
            }
        }
        Some(bare)
    }

    /// Appends spaces and a character in lower case.
    fn add(&mut self, spaces: usize, character: char) -> Option<()> {
        let is_first = self.length == 0;
        self.letters.get_mut(self.length..)?.get_mut(..spaces)?.fill(b' ');
        self.length += spaces;
        if character.is_ascii() {
            let lower = character.to_ascii_lowercase();
            if is_first && !matches!(lower, 't' | 'n' | 'u' | 'v' | '-') {
                return None;
            }
            *self.letters.get_mut(self.length)? = u8::try_from(lower).ok()?;
            self.length += 1;
            return Some(());
        }
        for lower in character.to_lowercase() {
            let place = self.letters.get_mut(self.length..)?.get_mut(..lower.len_utf8())?;
            self.length += lower.encode_utf8(place).len();
        }
        Some(())
    }

    fn as_str(&self) -> &str {
        let letters = self.letters.get(..self.length).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }

    /// Returns whether the words say that a value is still open, as no words at all do.
    fn are_open(&self) -> bool {
        let words = self.as_str();
        let open = words.strip_prefix("to be ").or_else(|| words.strip_prefix("not yet "));
        words.is_empty()
            || TO_BE_INITIALS.contains(&words)
            || open.is_some_and(|done| TO_BE_DONE.contains(&done))
    }

    /// Returns whether the words say that there is nothing, or nothing yet.
    fn name_nothing(&self) -> bool {
        let words = self.as_str();
        self.are_open() || is_nothing(words) || matches!(words, "na" | "nil")
    }
}

/// Formats a date as `9 October 2026`.
pub(crate) fn day(day: NaiveDate) -> String {
    match usual(day) {
        // Written directly: chrono reads its format string anew for each date.
        Some((number, month, year)) => {
            let figure = |power| char::from_digit(year / power % 10, 10).unwrap_or('0');
            let mut written = String::with_capacity("30 September 2026".len());
            written.extend(char::from_digit(number / 10, 10).filter(|tens| *tens != '0'));
            written.extend(char::from_digit(number % 10, 10));
            written.push(' ');
            written.push_str(month);
            written.push(' ');
            written.extend([1000, 100, 10, 1].map(figure));
            written
        }
        None => day.format("%-d %B %Y").to_string(),
    }
}

/// Returns whether text is a date in ISO format or as [`day`] formats it.
pub(crate) fn is_just(text: &str, date: NaiveDate) -> bool {
    let Some((number, month, year)) = usual(date) else {
        return text == date.to_string() || text == day(date);
    };
    let is = |text: &str, number: u32, length: usize| {
        text.len() == length
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && text.parse() == Ok(number)
    };
    let is_iso = |text: &str| {
        let mut figures = text.split('-');
        text.len() == 10
            && figures.next().is_some_and(|figure| is(figure, year, 4))
            && figures.next().is_some_and(|figure| is(figure, date.month(), 2))
            && figures.next().is_some_and(|figure| is(figure, number, 2))
            && figures.next().is_none()
    };
    let is_long = |text: &str| {
        let mut words = text.split(' ');
        words.next().is_some_and(|word| is(word, number, if number < 10 { 1 } else { 2 }))
            && words.next() == Some(month)
            && words.next().is_some_and(|word| is(word, year, 4))
            && words.next().is_none()
    };
    is_iso(text) || is_long(text)
}

/// Returns the day, the name of the month and the year of a date whose year has four digits.
fn usual(date: NaiveDate) -> Option<(u32, &'static str, u32)> {
    let year = u32::try_from(date.year()).ok().filter(|year| *year <= 9999)?;
    Some((date.day(), MONTHS.get(usize::try_from(date.month0()).ok()?)?, year))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Formats a number of days: `1 day`, `13 days`.
pub(crate) fn days(days: u32) -> String {
    let s = if days == 1 { "" } else { "s" };
    format!("{days} day{s}")
}

/// Formats a count with its noun: `1 action`, `3 actions`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
}

/// Joins items for a sentence: `a`, `a and b`, `a, b and c`.
pub(crate) fn and_list(things: &[impl AsRef<str>]) -> String {
    list(things, " and ")
}

/// Joins alternatives for a sentence: `a`, `a or b`, `a, b or c`.
pub(crate) fn or_list(things: &[impl AsRef<str>]) -> String {
    list(things, " or ")
}

fn list(things: &[impl AsRef<str>], before_last: &str) -> String {
    let mut list = String::new();
    for (position, thing) in things.iter().enumerate() {
        if position > 0 {
            list.push_str(if position + 1 == things.len() { before_last } else { ", " });
        }
        list.push_str(thing.as_ref());
    }
    list
}

/// Like [`and_list`], but cuts a long list short: `a, b, c and 2 more`.
pub(crate) fn short_and_list(things: &[String]) -> String {
    let (first, more) = things.split_at_checked(LISTED).unwrap_or((things, &[]));
    let more = (!more.is_empty()).then(|| format!("{} more", more.len()));
    let listed: Vec<&str> = first.iter().map(String::as_str).chain(more.as_deref()).collect();
    and_list(&listed)
}

/// How many items [`short_and_list`] lists.
const LISTED: usize = 3;

/// Groups consecutive numbers into runs, given by their first and last number: 3, 7, 8 and 9 become
/// 3 to 3 and 7 to 9.
#[cfg(any(feature = "csv", feature = "workbook"))]
fn runs(numbers: &[u32]) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    runs
}

/// Returns numbers in ascending order as runs in words: `5 to 9, 12 and 14`; after the first `most` runs
/// only how many follow.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) fn runs_in_words(numbers: &[u32], most: usize) -> String {
    let runs = runs(numbers);
    let more = runs.len().saturating_sub(most);
    let mut words = Vec::new();
    for (first, last) in runs.into_iter().take(most) {
        match last - first {
            0 => words.push(first.to_string()),
            1 => words.extend([first.to_string(), last.to_string()]),
            _ => words.push(format!("{first} to {last}")),
        }
    }
    if more > 0 {
        words.push(format!("{more} more"));
    }
    and_list(&words)
}

/// Formats a number with commas between thousands: `50,000`.
pub(crate) fn thousands(number: impl std::fmt::Display) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// The longest text, in characters, for which a suggestion is made.
const LONGEST_SUGGESTION: usize = 64;

/// Returns the candidate most like `wanted`, if it is close enough to be a typing error. Both must
/// be folded. The first of several equally close candidates wins.
pub(crate) fn nearest<'a, T: Copy>(
    wanted: &str,
    candidates: impl Iterator<Item = (&'a str, T)>,
) -> Option<T> {
    let length = wanted.chars().count();
    if length == 0 || length > LONGEST_SUGGESTION {
        return None;
    }
    let allowed = (length / 3).max(1);
    candidates
        .filter(|(candidate, _)| candidate.len() <= LONGEST_SUGGESTION * 4)
        .filter(|(candidate, _)| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|(candidate, value)| (strsim::osa_distance(wanted, candidate), value))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, value)| value)
}

/// Returns whether text is ASCII that folding would not change.
fn is_plain(text: &str) -> bool {
    let mut before = b'x';
    for byte in text.bytes() {
        if !byte.is_ascii() || byte.is_ascii_uppercase() || byte.is_ascii_control() {
            return false;
        }
        if byte == b' ' && before == b' ' {
            return false;
        }
        before = byte;
    }
    true
}

fn has_leading_zero(text: &str) -> bool {
    let mut in_number = false;
    let mut zero_leads = false;
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            if zero_leads {
                return true;
            }
            zero_leads = byte == b'0' && !in_number;
            in_number = true;
        } else {
            zero_leads = false;
            in_number = false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{
        TO_BE_DONE, and_list, counted, days, fold, fold_reference, is_to_be_confirmed,
        names_nobody, names_nothing, nearest, same, short_and_list, with_folded_reference,
    };

    #[test]
    fn references_are_compared_without_leading_zeros() {
        for (written, compared) in [
            ("R02", "r2"),
            (" 2.01 ", "2.1"),
            ("3.0", "3.0"),
            ("00", "0"),
            ("1.00.05", "1.0.5"),
            ("100", "100"),
            ("A  0b", "a 0b"),
            ("2.10", "2.10"),
            ("É\u{a0}7", "é 7"),
        ] {
            assert_eq!(fold_reference(written), compared, "{written}");
        }
    }

    #[test]
    fn the_short_way_folds_as_the_general_one() {
        let pieces =
            ["", " ", "0", "00", "7", "A", "z", ".", "\t", "\u{b}", "\u{1f}", "-", "é", "10"];
        for count in 0..pieces.len().pow(4) {
            let text: String = (0..4)
                .map(|place| pieces.get(count / pieces.len().pow(place) % pieces.len()).copied())
                .map(Option::unwrap_or_default)
                .collect();
            with_folded_reference(&text, |short| {
                assert_eq!(short, fold_reference(&text).as_bytes(), "{text:?}");
            });
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for text in ["  A  b\tC ", "ÉTÉ", "plain", "", "\u{1e9e}"] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }

    #[test]
    fn one_is_not_plural() {
        assert_eq!([days(0), days(1), days(13)], ["0 days", "1 day", "13 days"]);
        assert_eq!([counted(1, "action"), counted(3, "action")], ["1 action", "3 actions"]);
    }

    #[test]
    fn long_lists_are_cut() {
        let things: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).into();
        let listed = |count| short_and_list(things.get(..count).unwrap_or(&[]));
        let listed = [0, 1, 2, 3, 5].map(listed);
        assert_eq!(listed, ["", "a", "a and b", "a, b and c", "a, b, c and 2 more"]);
        assert_eq!(and_list(&things), "a, b, c, d and e");
    }

    #[test]
    fn words_that_name_nobody_are_known() {
        for open in ["TBC", "t.b.c.", "TBC?", "To be  appointed", "Not yet agreed.", "?", "..."] {
            assert!(is_to_be_confirmed(open), "{open}");
            assert!(names_nothing(open), "{open}");
            assert!(names_nobody(open), "{open}");
        }
        for nothing in ["N/A", "-", "\u{2014}", "NA", "nil", "None.", "n/a?"] {
            assert!(!is_to_be_confirmed(nothing), "{nothing}");
            assert!(names_nothing(nothing), "{nothing}");
            assert!(names_nobody(nothing), "{nothing}");
        }
        for nobody in ["Vacant", "unknown", "Unassigned", " "] {
            assert!(!names_nothing(nobody), "{nobody}");
            assert!(names_nobody(nobody), "{nobody}");
        }
        for somebody in ["Director", "To be Director", "Nona", "Head of TBC"] {
            assert!(!names_nobody(somebody), "{somebody}");
        }
    }

    /// What [`Bare`] computes, said directly.
    fn bare(text: &str) -> String {
        let bare = fold(text).replace('.', "");
        bare.trim_end_matches('?').trim().to_owned()
    }

    #[test]
    fn words_are_bared_on_the_stack_as_they_would_be_in_a_string() {
        let pieces = [
            "",
            " ",
            ".",
            "?",
            "TBC",
            "to be ",
            "not yet",
            "agreed",
            "VACANT",
            "n/a",
            "\u{a0}",
            "-",
            "\u{2013}",
            "un\u{212a}nown",
            "x",
        ];
        let known = |words: &str| {
            let open = words.strip_prefix("to be ").or_else(|| words.strip_prefix("not yet "));
            words.is_empty()
                || ["tbc", "tba", "tbd"].contains(&words)
                || open.is_some_and(|done| TO_BE_DONE.contains(&done))
        };
        let nobody = ["-", "\u{2013}", "n/a", "unknown", "vacant"];
        for count in 0..pieces.len().pow(4) {
            let text: String = (0..4)
                .filter_map(|place| pieces.get(count / pieces.len().pow(place) % pieces.len()))
                .copied()
                .collect();
            let words = bare(&text);
            let is_open = known(&words) && !text.trim().is_empty();
            assert_eq!(is_to_be_confirmed(&text), is_open, "{text:?}");
            let names_none = known(&words) || nobody.contains(&&*words);
            assert_eq!(names_nobody(&text), names_none, "{text:?}");
        }
    }

    #[test]
    fn days_are_formatted_as_chrono_does() {
        for (year, month, number) in
            [(2026, 10, 9), (2026, 1, 31), (999, 12, 1), (0, 5, 20), (10_000, 2, 2), (-4, 3, 3)]
        {
            let date = chrono::NaiveDate::from_ymd_opt(year, month, number).unwrap();
            let long = date.format("%-d %B %Y").to_string();
            assert_eq!(super::day(date), long);
            let near = [
                long.clone(),
                date.to_string(),
                format!("0{long}"),
                format!("{long} "),
                format!("{date}-"),
                long.to_lowercase(),
                long.replace(' ', "-"),
                format!("+{date}"),
                String::new(),
            ];
            for text in near {
                let is_just = text == long || text == date.to_string();
                assert_eq!(super::is_just(&text, date), is_just, "{text:?}");
            }
        }
    }

    #[test]
    fn the_same_texts_end_alike() {
        let texts = [
            "",
            "A  b",
            "a b",
            "AB",
            "k",
            "\u{212a}",
            "Do the thing that 1 asks",
            "Do the  THING that 1 asks ",
        ];
        for left in texts {
            for right in texts {
                let ends = [left, right].map(super::folded_end);
                assert!(!same(left, right) || ends[0] == ends[1], "{left:?} {right:?}");
            }
        }
        assert_ne!(super::folded_end("number 1"), super::folded_end("number 2"));
    }

    #[test]
    fn no_phrase_for_nothing_is_taken_for_a_name_because_of_its_length() {
        let longest = TO_BE_DONE.iter().map(|done| "not yet ".len() + done.len()).max();
        assert!(longest < Some(super::Bare::LONGEST));
        for done in TO_BE_DONE {
            assert!(is_to_be_confirmed(&format!("Not.  yet\t{done}. ??")), "{done}");
        }
    }

    #[test]
    fn texts_are_the_same_if_they_are_equal_once_folded() {
        let texts = [
            "",
            " ",
            "A b",
            "a  B ",
            "a bc",
            "ab",
            "\u{b}a\u{1f}b",
            "É b",
            "é B",
            "a b c",
            "k",
            "\u{212a}",
        ];
        for left in texts {
            for right in texts {
                assert_eq!(same(left, right), fold(left) == fold(right), "{left:?} {right:?}");
            }
        }
    }

    #[test]
    fn the_nearest_is_only_offered_when_near() {
        let known = ["3.1", "3.2", "vacancy-rate"];
        let offer = |wanted| nearest(wanted, known.iter().map(|word| (*word, *word)));
        assert_eq!(offer("vacancyrate"), Some("vacancy-rate"));
        assert_eq!(offer("31"), Some("3.1"));
        assert_eq!(offer("3.12"), Some("3.1"));
        assert_eq!(offer("workforce"), None);
    }
}
