//! Splits a cell into lines without bullets.

/// Characters that are a bullet whatever follows.
const BULLETS: &[char] = &['•', '●', '○', '◦', '▪', '■', '□', '·', '‣', '\u{f0b7}', '\u{f0a7}'];

/// Characters that are a bullet only before a space or a letter: `-5%` is a number.
const DASHES: &[char] = &['-', '\u{2013}', '\u{2014}', '*', '>'];

/// Returns the non-empty lines of a text, trimmed, without bullets (`•`, `-`) and list markers (`a)`,
/// `(1)`, `2.`). No word is dropped; a number with a stop in it (`2.1`) is kept.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.split(['\n', '\r', '\u{b}']).map(bare).filter(|line| !line.is_empty()).collect()
}

/// Returns a line without its bullet, or `None` if it has none.
pub(crate) fn bulleted(line: &str) -> Option<&str> {
    after_bullet(line.trim()).map(str::trim_start)
}

fn bare(line: &str) -> &str {
    let mut line = line.trim();
    while let Some(rest) = after_bullet(line) {
        line = rest.trim_start();
    }
    after_mark(line).unwrap_or(line)
}

fn after_bullet(line: &str) -> Option<&str> {
    line.strip_prefix(BULLETS).or_else(|| {
        let rest = line.strip_prefix(DASHES)?;
        let next = rest.chars().next();
        next.is_none_or(|next| next.is_whitespace() || next.is_alphabetic() || next == '-')
            .then_some(rest)
    })
}

/// Returns the text after `a)`, `(ii)`, `12)` or `1. `, or `None` if nothing follows.
fn after_mark(line: &str) -> Option<&str> {
    let inside = line.strip_prefix('(');
    let label_and_rest = inside.unwrap_or(line);
    let end = label_and_rest.bytes().take(5).position(|byte| !byte.is_ascii_alphanumeric())?;
    let (label, rest) = (label_and_rest.get(..end)?, label_and_rest.get(end..)?);
    let is_figure = (1..=2).contains(&end) && label.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = end == 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_roman = end > 0 && label.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let rest = match rest.strip_prefix(')') {
        Some(rest) => (is_figure || is_letter || is_roman).then_some(rest),
        // A letter with a full stop may be a name or an abbreviation: `c. 20 posts`.
        None if inside.is_none() && is_figure => {
            rest.strip_prefix('.').filter(|rest| rest.starts_with(char::is_whitespace))
        }
        None => None,
    }?;
    let rest = rest.trim_start();
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn bullets_and_marks_are_no_words() {
        for (text, found) in [
            ("• Advert live\r\n• Interviews", &["Advert live", "Interviews"][..]),
            ("- Advert live\n– Interviews\n* Offers", &["Advert live", "Interviews", "Offers"]),
            ("-Advert live", &["Advert live"]),
            ("a) Advert live\nb)Interviews", &["Advert live", "Interviews"]),
            (
                "1. Advert live\n(ii) Interviews\n12) Offers",
                &["Advert live", "Interviews", "Offers"],
            ),
            ("• 1. Advert live", &["Advert live"]),
            ("2.1 Advert live", &["2.1 Advert live"]),
            ("2017. Advert", &["2017. Advert"]),
            ("-5% by March", &["-5% by March"]),
            ("- 5 posts", &["5 posts"]),
            ("c. 20 posts", &["c. 20 posts"]),
            ("A. Smith House", &["A. Smith House"]),
            ("(see below) Advert", &["(see below) Advert"]),
            ("i.e. now", &["i.e. now"]),
            ("1.", &["1."]),
            ("a)", &["a)"]),
            ("•\n\n  \n---\n12", &["12"]),
            ("", &[]),
            ("é) ü", &["é) ü"]),
        ] {
            assert_eq!(lines(text), found, "{text}");
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn lines_lose_no_word(text in crate::import::values::tests::text()) {
            let kept = crate::import::values::tests::letters(lines(&text));
            let mut written = crate::import::values::tests::letters([text.as_str()]);
            for (letter, times) in kept {
                let left = written.get_mut(&letter).unwrap();
                *left -= times;
            }
            // Only a list marker is lost: one or two digits, one letter, or a small Roman numeral.
            let marks = text.split(['\n', '\r', '\u{b}']).count() * 4;
            proptest::prop_assert!(written.values().sum::<usize>() <= marks);
            proptest::prop_assert!(written.iter().all(|(letter, left)| *left == 0 || letter.is_ascii()));
        }
    }
}
