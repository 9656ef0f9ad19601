//! Folding: how texts and references are compared.

use std::borrow::Cow;

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
    // Most differ in their first letter. Folding leaves one of ASCII as it is.
    let first = |text: &str| {
        let first = text.bytes().find(|byte| !is_ascii_space(*byte));
        first.filter(u8::is_ascii).map(|first| first.to_ascii_lowercase())
    };
    if first(left).zip(first(right)).is_some_and(|(left, right)| left != right) {
        return false;
    }
    if left.is_ascii() && right.is_ascii() {
        let mut right = right.split_whitespace();
        let is_next = |word: &str| right.next().is_some_and(|next| word.eq_ignore_ascii_case(next));
        return left.split_whitespace().all(is_next) && right.next().is_none();
    }
    fold(left) == fold(right)
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
    use super::{fold, fold_reference, folded_end, same, with_folded_reference};

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
                let ends = [left, right].map(folded_end);
                assert!(!same(left, right) || ends[0] == ends[1], "{left:?} {right:?}");
            }
        }
        assert_ne!(folded_end("number 1"), folded_end("number 2"));
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
}
