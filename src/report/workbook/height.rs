//! Estimates the height that a row needs for its wrapped text. Not all programs adjust heights when
//! they open a file, so every row's height is set, rather a little too high than too low.

/// The pixels per character of a column's width: the width of a digit in Arial 12.
const DIGIT: usize = 9;

/// The height of a line of Arial 12, in points.
const LINE: f64 = 15.5;

/// The space under the text, in points.
const SPACE: f64 = 4.0;

/// The maximum height of a row, in points.
pub(super) const HIGHEST: f64 = 409.0;

/// Returns the height of a row, in points, from the texts of its cells and the widths of their
/// columns.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a str, u16)>) -> f64 {
    let lines = cells.map(|(text, width)| lines(text, usize::from(width) * DIGIT)).max();
    // Beyond a few dozen lines a row has the maximum height anyway.
    let lines = u16::try_from(lines.unwrap_or(1)).unwrap_or(u16::MAX);
    (f64::from(lines) * LINE + SPACE).min(HIGHEST)
}

/// Returns the number of lines that a text takes in a column, whose width is in pixels.
fn lines(text: &str, column: usize) -> usize {
    let column = column.max(1);
    let (mut lines, mut at) = (1, 0);
    for word in text.split_whitespace() {
        let length = word.chars().map(pixels).sum::<usize>() * 21 / 20;
        let space = if at == 0 { 0 } else { pixels(' ') };
        if at > 0 && at + space + length > column {
            lines += 1;
            at = 0;
        } else {
            at += space;
        }
        at += length;
        // A word that is wider than the column is broken.
        let before_the_last = at.saturating_sub(1) / column;
        lines += before_the_last;
        at -= before_the_last * column;
    }
    lines
}

/// Returns the width of a character in Arial 12, in pixels: that of the widest in its group.
fn pixels(character: char) -> usize {
    match character {
        'i' | 'j' | 'l' | 'f' | 't' | 'I' | ' ' | '.' | ',' | ':' | ';' | '!' | '\'' | '|'
        | '/' | '[' | ']' => 5,
        'r' | '(' | ')' | '-' | '"' | '\u{2018}'..='\u{201d}' => 6,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 8,
        'm' | 'M' | 'W' | '%' | '@' | '—' => 15,
        'w' | '&' | 'A'..='Z' => 12,
        '\u{0}'..='\u{24f}' | '\u{2010}'..='\u{201f}' => 9,
        _ => 16,
    }
}

#[cfg(test)]
mod tests {
    use super::{HIGHEST, height, lines};

    #[test]
    fn a_text_takes_as_many_lines_as_its_words_need() {
        assert_eq!(lines("", 90), 1);
        assert_eq!(lines("ten digits", 90), 1);
        assert_eq!(lines("four words that are too many", 90), 3);
        assert_eq!(lines(&"n".repeat(100), 90), 11);
        assert_eq!(lines(&format!("a {} b", "n".repeat(100)), 90), 12);
        assert!(lines("a b", 0) > 2);
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        let one = height([("a", 10)].into_iter());
        let three = height([("a", 10), ("one two three four five", 8)].into_iter());
        assert!(one < three, "{one} {three}");
        let longest = "word ".repeat(100_000);
        assert!((height([(longest.as_str(), 10)].into_iter()) - HIGHEST).abs() < f64::EPSILON);
    }
}
