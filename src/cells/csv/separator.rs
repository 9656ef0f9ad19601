//! Detects the separator of a CSV file.

use super::rows::Rows;

/// The possible separators, the likeliest first.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows are examined.
const SAMPLE: usize = 30;

/// The unit of a share: one hundred per cent.
const WHOLE: usize = 1_000;

/// How many bytes those rows are taken from.
const SAMPLE_BYTES: usize = 1 << 18;

/// The separator of a text, and the text of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Separated<'t> {
    pub(super) separator: u8,
    /// Whether the file declares it, in a first line `sep=;`.
    pub(super) is_declared: bool,
    /// The text without that line, which spreadsheets do not count as a row.
    pub(super) text: &'t str,
}

/// Detects the separator: the one the file declares, else the one that makes the first rows most alike.
pub(super) fn separated(text: &str) -> Separated<'_> {
    if let Some((separator, text)) = declared(text) {
        return Separated { separator, is_declared: true, text };
    }
    let mut best = (0, b',');
    let bare = without_quotations(text);
    for candidate in CANDIDATES {
        let likeness = likeness(&bare, candidate);
        if likeness > best.0 {
            best = (likeness, candidate);
        }
    }
    Separated { separator: best.1, is_declared: false, text }
}

/// Returns the beginning of a text without quoted parts, in which separators are text.
fn without_quotations(text: &str) -> String {
    let mut bare = String::new();
    let mut is_start = true;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if at >= SAMPLE_BYTES {
            break;
        }
        if letter == '"' && is_start {
            while let Some((_, inside)) = letters.next() {
                let is_double = letters.peek().is_some_and(|(_, next)| *next == '"');
                if inside == '"' && !is_double {
                    break;
                }
                if inside == '"' {
                    letters.next();
                }
            }
            bare.push('"');
            is_start = false;
            continue;
        }
        bare.push(letter);
        let separates = u8::try_from(letter).is_ok_and(|byte| CANDIDATES.contains(&byte));
        is_start = separates || matches!(letter, '\r' | '\n');
    }
    // An unmatched mark stands for a whole quoted cell, and opens none.
    bare.replace('"', "'")
}

/// Parses a first line such as `sep=;`.
fn declared(text: &str) -> Option<(u8, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end)?;
    let line = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
    let (key, value) = line.split_at_checked(4)?;
    let &[separator] = value.as_bytes() else { return None };
    let is_possible = separator == b'\t' || separator == b' ' || separator.is_ascii_punctuation();
    if !key.eq_ignore_ascii_case("sep=") || !is_possible || separator == b'"' {
        return None;
    }
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
    Some((separator, rest.unwrap_or_default()))
}

/// Scores how alike the first rows are when split at a separator: the share of rows with the commonest
/// width, which counts most (prose splits into many pieces, but never alike), times the splits in each.
fn likeness(text: &str, separator: u8) -> usize {
    let rows = Rows::within(text, SAMPLE_BYTES, separator).filter(|row| row.width > 0);
    let mut widths: Vec<usize> = rows.take(SAMPLE).map(|row| row.width).collect();
    widths.sort_unstable();
    let score = |same: &[usize]| {
        let cuts = same.first().map_or(0, |width| width - 1);
        let share = same.len() * WHOLE / widths.len();
        share.pow(3).saturating_mul(cuts)
    };
    widths.chunk_by(|left, right| left == right).map(score).max().unwrap_or(0)
}

/// Returns the name of a separator in messages.
pub(super) fn name(separator: u8) -> String {
    match separator {
        b',' => "commas".to_owned(),
        b';' => "semicolons".to_owned(),
        b'\t' => "tabs".to_owned(),
        b'|' => "pipes (|)".to_owned(),
        b' ' => "spaces".to_owned(),
        other => format!("the character {}", char::from(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::separated;

    #[test]
    fn what_makes_the_rows_most_alike_separates_them() {
        let found = |text| char::from(separated(text).separator);
        assert_eq!(found("Ref,Action\n1,Audit; report; act\n2,Recruit"), ',');
        assert_eq!(found("Ref;Action\n1;Audit, report, act\n2;Recruit, train"), ';');
        assert_eq!(found("Ref\tAction\n1\tAudit, report; act"), '\t');
        assert_eq!(found("Ref|Action|Lead\n1|Audit, report|A, B"), '|');
        assert_eq!(found("Plan, as agreed\n\nRef;Action;Lead\n1;\"a,b\nc\";d\n2;e;f"), ';');
        assert_eq!(found("Action\nAudit"), ',');
        let owners = "A,\"one; two; \"\"three\"\"\"\n".repeat(29);
        let table = format!("Action,Lead\n{owners}");
        assert_eq!(separated(&table).separator, b',');
        assert_eq!(found(""), ',');
        assert_eq!(found("Ref;Action\n"), ';');
    }

    #[test]
    fn a_first_line_that_says_the_separator_is_believed_and_is_no_row() {
        let declared = |text| {
            let found = separated(text);
            (char::from(found.separator), found.is_declared, found.text.to_owned())
        };
        assert_eq!(declared("sep=;\r\na,b"), (';', true, "a,b".to_owned()));
        assert_eq!(declared("SEP=\t\ra,b"), ('\t', true, "a,b".to_owned()));
        assert_eq!(declared("\"sep=^\"\na"), ('^', true, "a".to_owned()));
        assert_eq!(declared("sep=;"), (';', true, String::new()));
        assert_eq!(declared("sep=x\na"), (',', false, "sep=x\na".to_owned()));
        assert_eq!(declared("sep=\na,b"), (',', false, "sep=\na,b".to_owned()));
        assert_eq!(declared("séé=\na"), (',', false, "séé=\na".to_owned()));
    }
}
