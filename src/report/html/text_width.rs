//! How wide a text is where it is drawn.

use unicode_width::UnicodeWidthChar;

/// The size of every text in a picture, in pixels.
pub(super) const SIZE: f64 = 13.0;

/// The longest text that is drawn, in bytes.
const LONGEST: usize = 400;

/// Returns an upper estimate of the width of a text in Arial or a similar typeface, in pixels.
///
/// No text is measured when the page is made, so the estimate errs to the wide side: a gap is better
/// than a collision.
pub(super) fn text_width(text: &str) -> f64 {
    text.chars().map(|character| units(character) * SIZE).sum()
}

/// Returns the width of a character as a part of the size.
fn units(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | ' ' | 'f' | 't' | 'r'
        | 'I' | '-' | '(' | ')' | '/' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => 0.36,
        'W' | '%' | '@' | '\u{2026}' | '\u{2014}' | '\u{2192}' => 1.02,
        'm' | 'M' => 0.86,
        'w' | 'A'..='Z' => 0.79,
        'a'..='z' | '0'..='9' => 0.565,
        '+' | '\u{2212}' | '\u{2013}' => 0.6,
        other => match other.width() {
            Some(0) => 0.0,
            Some(1) | None => 0.85,
            Some(_) => 1.15,
        },
    }
}

/// Returns the text, or as many of its words as fit into a width, with `…` in place of the others. A
/// first word that is too long is cut inside.
pub(super) fn fitted(text: &str, width: f64) -> String {
    if text.len() <= LONGEST && text_width(text) <= width {
        return text.to_owned();
    }
    let room = width - text_width("\u{2026}");
    let mut kept = String::new();
    for word in text.split_whitespace() {
        let longer = if kept.is_empty() { word.to_owned() } else { format!("{kept} {word}") };
        // A text of characters without width would fit at any length.
        if text_width(&longer) > room || longer.len() > LONGEST {
            break;
        }
        kept = longer;
    }
    if kept.is_empty() {
        let mut used = 0.0;
        kept = text
            .chars()
            .take(LONGEST / 4)
            .take_while(|character| {
                used += units(*character) * SIZE;
                used <= room
            })
            .collect();
    }
    format!("{kept}\u{2026}")
}

#[cfg(test)]
mod tests {
    use super::{fitted, text_width};

    #[test]
    fn a_text_is_cut_at_a_word_and_fits() {
        let long = "Average caseload of social workers in the teams for assessment and care";
        for text in [long, &"x".repeat(500), &"\u{6f22}".repeat(80), &"\u{1f600} ".repeat(50)] {
            let cut = fitted(text, 200.0);
            assert!(cut.ends_with('\u{2026}') && text_width(&cut) <= 200.0, "{cut}");
        }
        assert_eq!(fitted(long, 200.0), "Average caseload of social\u{2026}");
        assert_eq!(fitted("short", 200.0), "short");
        assert_eq!(fitted("", 200.0), "");
    }
}
