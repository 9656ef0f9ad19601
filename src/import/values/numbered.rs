//! Splits a text from the number before it: `R1. Managers …`, `2.5.1 Recruit …`, `17. (57, 138) The …`.

/// Words before a number that are dropped with it, because the kind of record is known.
const RECORDS: &[&str] = &["recommendations", "recommendation", "rec", "action", "no", "number"];

/// Words that are part of a reference: `Priority 1` is not `1`.
const NAMES: &[&str] = &[
    "priority",
    "workstream",
    "objective",
    "outcome",
    "project",
    "strand",
    "theme",
    "point",
    "area",
    "goal",
    "aim",
];

/// Letters before a number that make it a quarter, a year or a school stage, not a reference.
const NO_PREFIXES: &[&str] = &["q", "h", "y", "t", "fy", "ks", "yr", "wk", "wc", "day", "week"];

/// Letters after a number that count or order.
const NO_SUFFIXES: &[&str] =
    &["st", "nd", "rd", "th", "k", "m", "bn", "mn", "pa", "am", "pm", "yr", "hr", "wk", "p"];

/// Units after a number with one decimal.
const UNITS: &[&str] = &["FTE", "WTE", "GBP", "M", "K"];

/// Splits a text into the number before it and the rest. Returns `None` and the text unchanged if there
/// is no number.
///
/// A number is recognised by its punctuation (`1.`, `1)`, `1:`, `1 -`), by its form (`2.5.1`, `R1`), or
/// by the word before it (`Recommendation 4`). A number before plain words does not count: `2 social
/// workers`, `2017 plan`, `Q1 figures`. Paragraphs in brackets belong to the number: `17. (57, 138)`.
pub(crate) fn numbered(text: &str) -> (Option<&str>, &str) {
    split(text.trim()).map_or((None, text), |(number, rest)| (Some(number), rest))
}

fn split(text: &str) -> Option<(&str, &str)> {
    if let Some(inside) = text.strip_prefix('(') {
        let token = Token::at_start(inside)?;
        let rest = inside.get(token.length..)?.strip_prefix(')')?;
        return Some((inside.get(..token.length)?, rest.trim_start()));
    }
    if let Some(labelled) = after_word(text, RECORDS).or_else(|| text.strip_prefix('#')) {
        let token = Token::at_start(labelled)?;
        return with_end(labelled, token.length, |rest| token.ends(rest, true));
    }
    if let Some(named) = after_word(text, NAMES) {
        let token = Token::at_start(named)?;
        let length = text.len() - named.len() + token.length;
        return with_end(text, length, after_mark);
    }
    let token = Token::at_start(text)?;
    with_end(text, token.length, |rest| token.ends(rest, false))
}

/// Splits after a number, its paragraphs and its punctuation.
fn with_end<'t>(
    text: &'t str,
    length: usize,
    end: impl Fn(&'t str) -> Option<&'t str>,
) -> Option<(&'t str, &'t str)> {
    let rest = text.get(length..)?;
    if let Some(behind) = after_paragraphs(rest) {
        let number = text.get(..text.len() - behind.len())?;
        return Some((number, after_mark(behind).unwrap_or(behind).trim_start()));
    }
    Some((text.get(..length)?, end(rest)?.trim_start()))
}

/// The start of a text, if it has the form of a number.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    /// Its length in bytes.
    length: usize,
    /// The letters before the first digit.
    prefix: &'t str,
    /// The number of parts between stops or hyphens.
    figures: usize,
    /// Whether the parts are separated by full stops only.
    is_dotted: bool,
    is_year: bool,
}

impl<'t> Token<'t> {
    fn at_start(text: &'t str) -> Option<Self> {
        let prefix = leading(text, |byte| byte.is_ascii_alphabetic());
        let mut at = prefix.len();
        if prefix.len() > 4 || NO_PREFIXES.contains(&&*prefix.to_ascii_lowercase()) {
            return None;
        }
        if !prefix.is_empty() && text.get(at..)?.starts_with(['-', '.']) {
            at += 1;
        }
        let first = leading(text.get(at..)?, |byte| byte.is_ascii_digit());
        if first.is_empty() || first.len() > 4 {
            return None;
        }
        at += first.len();
        let mut token = Self {
            length: at,
            prefix,
            figures: 1,
            is_dotted: true,
            is_year: prefix.is_empty() && matches!(first.get(..2), Some("19" | "20")),
        };
        token.is_year &= first.len() == 4;
        token.take_more(text)?;
        token.take_suffix(text)?;
        Some(token)
    }

    /// Takes `.5`, `.a` and `-2` after the first part.
    fn take_more(&mut self, text: &'t str) -> Option<()> {
        loop {
            let rest = text.get(self.length..)?;
            let Some(behind) = rest.strip_prefix(['.', '-']) else { return Some(()) };
            let word = leading(behind, |byte| byte.is_ascii_alphanumeric());
            let is_figure = word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
            let is_letter = word.len() == 1 && !rest.starts_with('-');
            if is_letter && !is_figure {
                self.length += 2;
            } else if is_figure {
                let figure = leading(word, |byte| byte.is_ascii_digit());
                if figure.len() > 3 {
                    return None;
                }
                self.length += 1 + figure.len();
            } else {
                return Some(());
            }
            self.figures += 1;
            self.is_dotted &= rest.starts_with('.');
        }
    }

    /// Takes the letters of a part: `2a`, `201aiii`.
    fn take_suffix(&mut self, text: &'t str) -> Option<()> {
        let rest = text.get(self.length..)?;
        let suffix = leading(rest, |byte| byte.is_ascii_alphabetic());
        let is_part = suffix.is_empty()
            || suffix.len() == 1
            || suffix.bytes().skip(1).all(|byte| matches!(byte, b'i' | b'v' | b'x'));
        let is_more = rest.get(suffix.len()..)?.starts_with(char::is_alphanumeric);
        let counts = NO_SUFFIXES.contains(&&*suffix.to_ascii_lowercase());
        if suffix.len() > 4 || !is_part || is_more || counts {
            return None;
        }
        self.length += suffix.len();
        Some(())
    }

    /// Returns the text after the number, if the number ends there.
    fn ends(self, rest: &'t str, is_labelled: bool) -> Option<&'t str> {
        if self.is_year && self.figures == 1 {
            return None;
        }
        if let Some(behind) = after_mark(rest) {
            return Some(behind);
        }
        let is_spaced = rest.starts_with(char::is_whitespace);
        let next = rest.trim_start();
        let is_capital = next.starts_with(char::is_uppercase);
        let word = next.split(|letter: char| !letter.is_alphanumeric()).next();
        let is_unit = word.is_some_and(|word| UNITS.contains(&word));
        let stands_alone = match self.prefix.len() {
            0 if self.is_dotted && self.figures > 2 => next.starts_with(char::is_alphabetic),
            0 if self.is_dotted && self.figures > 1 => is_capital && !is_unit,
            1 if self.prefix.eq_ignore_ascii_case("r") => next.starts_with(char::is_alphabetic),
            1 => is_capital,
            _ => false,
        };
        (is_spaced && (stands_alone || is_labelled && is_capital)).then_some(rest)
    }
}

/// Returns the text after the punctuation that ends a number: `.`, `)`, `:`, a dash with a space, a line
/// break, or the end.
fn after_mark(rest: &str) -> Option<&str> {
    if rest.trim().is_empty() {
        return Some("");
    }
    if rest.starts_with(['\n', '\r', '\t']) {
        return Some(rest);
    }
    if let Some(behind) = rest.strip_prefix(['.', ')', ':']) {
        let is_end = behind.is_empty() || behind.starts_with(char::is_whitespace);
        return (is_end || behind.starts_with(char::is_uppercase))
            .then(|| after_dash(behind).unwrap_or(behind));
    }
    after_dash(rest)
}

/// Returns the text after a dash with a space on one side, unless it is a number: `16 - 18 year olds`.
fn after_dash(rest: &str) -> Option<&str> {
    let behind = rest.trim_start().strip_prefix(['-', '\u{2013}', '\u{2014}'])?;
    let is_spaced =
        rest.starts_with(char::is_whitespace) || behind.starts_with(char::is_whitespace);
    let is_run = behind.trim_start().starts_with(|next: char| next.is_ascii_digit());
    (is_spaced && !is_run).then_some(behind)
}

/// Returns the text after the paragraphs of a composite number: `. (57, 138)`.
fn after_paragraphs(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let (inside, behind) = rest.trim_start_matches(' ').strip_prefix('(')?.split_once(')')?;
    let mut words = inside.split(|letter: char| !letter.is_ascii_alphanumeric());
    let is_paragraph = |word: &str| {
        matches!(&*word.to_ascii_lowercase(), "" | "and" | "para" | "paras" | "to")
            || matches!(&*word.to_ascii_lowercase(), "paragraph" | "paragraphs")
            || word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let has_figure = inside.bytes().any(|byte| byte.is_ascii_digit());
    let has_sign = inside.contains(['%', '£', '+', '/']);
    (has_figure && !has_sign && words.all(is_paragraph)).then_some(behind)
}

/// Returns the text after one of the words and a space or a stop.
fn after_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let found = text.get(..word.len())?;
        let rest = text.get(word.len()..)?;
        let behind = rest.trim_start_matches(['.', ' ', '\u{a0}']);
        (found.eq_ignore_ascii_case(word) && behind.len() < rest.len()).then_some(behind)
    })
}

/// Returns the leading ASCII bytes of a text that are of a kind.
fn leading(text: &str, is_kind: impl Fn(u8) -> bool) -> &str {
    let end = text.bytes().position(|byte| !is_kind(byte)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_number_before_a_text_is_found() {
        for (text, number, rest) in [
            ("R1. Managers oversee", "R1", "Managers oversee"),
            ("R1 Managers oversee", "R1", "Managers oversee"),
            ("1 - Managers oversee", "1", "Managers oversee"),
            ("1 – Managers oversee", "1", "Managers oversee"),
            ("1- Managers oversee", "1", "Managers oversee"),
            ("1) Managers oversee", "1", "Managers oversee"),
            ("(1) Managers oversee", "1", "Managers oversee"),
            ("1.Managers oversee", "1", "Managers oversee"),
            ("1. - Managers oversee", "1", "Managers oversee"),
            ("12.\nManagers oversee", "12", "Managers oversee"),
            ("12\nManagers oversee", "12", "Managers oversee"),
            ("113: Seek assurance", "113", "Seek assurance"),
            ("2.5.1 Recruit", "2.5.1", "Recruit"),
            ("2.5.1 recruit", "2.5.1", "recruit"),
            ("2.6.10 Two Heads of Service", "2.6.10", "Two Heads of Service"),
            ("1.1 Assessments", "1.1", "Assessments"),
            ("1.1. assessments", "1.1", "assessments"),
            ("3.1.a Advert", "3.1.a", "Advert"),
            ("2a. Stabilise", "2a", "Stabilise"),
            ("A1 Recruit", "A1", "Recruit"),
            ("CYP200a: Progress", "CYP200a", "Progress"),
            ("A-1: Recruit", "A-1", "Recruit"),
            ("Recommendation 4: Review all", "4", "Review all"),
            ("Recommendation 4 Review all", "4", "Review all"),
            ("Rec. 4 – Review all", "4", "Review all"),
            ("#4 Review all", "4", "Review all"),
            ("Action 3.1: Recruit", "3.1", "Recruit"),
            ("Priority 1: Leadership", "Priority 1", "Leadership"),
            ("17. (57, 138) The board", "17. (57, 138)", "The board"),
            ("17 (57, 138) The board", "17 (57, 138)", "The board"),
            ("17. (paragraphs 57 and 138): The board", "17. (paragraphs 57 and 138)", "The board"),
            ("Recommendation 17. (57, 138) The board", "17. (57, 138)", "The board"),
            ("  7  ", "7", ""),
            ("R7", "R7", ""),
            ("17. (57, 138)", "17. (57, 138)", ""),
        ] {
            assert_eq!(numbered(text), (Some(number), rest), "{text}");
        }
    }

    #[test]
    fn a_figure_in_a_sentence_is_no_number() {
        for text in [
            "",
            " ",
            "Managers oversee",
            "2 social workers to be recruited",
            "12 Posts",
            "2017 plan",
            "2017: the plan",
            "2017. The plan",
            "2017/18 budget",
            "Q1 figures",
            "Q1: figures",
            "H2 - figures",
            "KS4: English",
            "24/7 service",
            "24-hour service",
            "1:1 supervision",
            "1-2-1 supervision",
            "16 - 18 year olds",
            "0-5 team",
            "2.5 million pounds",
            "2.5 FTE posts",
            "2.5m for posts",
            "20k: posts",
            "3rd. sector",
            "50% of assessments",
            "£12,000: posts",
            "1.12.2017 Board agreed",
            "31/03/2018 - Board agreed",
            "12 (2017) Board",
            "12 (50%) Board",
            "(see 1) Managers",
            "Recommendation 4 was met",
            "Rec 1 & 2: posts",
            "Priority 1 families",
            "No 10 of them",
            "Areas: 4",
            "NHS111 Service",
            "ofsted-2026: all",
            "R",
            "1a2b. x",
        ] {
            assert_eq!(numbered(text), (None, text), "{text}");
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn a_number_and_its_text_are_parts_of_the_cell(text in crate::import::values::tests::text()) {
            let (number, rest) = numbered(&text);
            if let Some(number) = number {
                let before = text.trim().strip_suffix(rest).unwrap();
                let (_, behind) = before.split_once(number).unwrap();
                proptest::prop_assert!(number.chars().any(char::is_numeric));
                proptest::prop_assert!(!behind.chars().any(char::is_alphanumeric));
            } else {
                proptest::prop_assert_eq!(rest, text.as_str());
            }
        }
    }
}
