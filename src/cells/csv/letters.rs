//! What is said of letters: which of a file are none, and which had to be decoded.

use super::CsvError;
use super::decode::{Reason, Undecodable};
use super::rows::place_after;
use super::separator::{Separated, separated};

/// Refuses a sign that no table holds: text from a spreadsheet has tabs and line breaks (a word processor
/// breaks lines with a vertical tab), and no other control characters.
pub(super) fn refuse_signs(text: &str, separator: u8) -> Result<(), CsvError> {
    let is_sign =
        |letter: char| letter.is_control() && !matches!(letter, '\t' | '\u{b}' | '\r' | '\n');
    let Some(at) = text.find(is_sign) else { return Ok(()) };
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let code = after.chars().next().map_or(0, u32::from);
    let what = match code {
        0 => "a zero byte stands here, so this may be no text at all".to_owned(),
        0x1B => "an escape sign stands here (code 1B)".to_owned(),
        code => format!("a control character stands here (code {code:02X})"),
    };
    let help = "take it out, or save the table again as CSV UTF-8";
    Err(CsvError::Unreadable { place: place_after(before, separator), what, help })
}

pub(super) fn undecodable(Undecodable { before, reason }: Undecodable) -> CsvError {
    let again = "open the file in a spreadsheet, put this cell right and save it as CSV UTF-8";
    let (what, help) = match reason {
        Reason::Utf32 => ("the file is in UTF-32".to_owned(), "save it as CSV UTF-8"),
        Reason::CutShort => (
            "the file ends in the middle of a letter, so the end of it may be missing".to_owned(),
            "save or send it again",
        ),
        Reason::HalfPair => {
            ("half of a letter of UTF-16 stands here without the other half".to_owned(), again)
        }
        Reason::NotUtf8(byte) => {
            (format!("the file is in UTF-8, but the byte {byte:02X} here is not"), again)
        }
        Reason::NotWindows1252(byte) => (
            format!(
                "the file is not in UTF-8, and the byte {byte:02X} is no letter of Windows-1252"
            ),
            again,
        ),
    };
    let Separated { separator, text, .. } = separated(&before);
    CsvError::Unreadable { place: place_after(text, separator), what, help }
}

/// Says which letters had to be decoded, so that they can be looked at.
pub(super) fn decoded_letters(text: &str, separator: u8) -> String {
    let is_decoded = |letter: char| !letter.is_ascii();
    let count = text.chars().filter(|letter| is_decoded(*letter)).count();
    let first = text.find(is_decoded).and_then(|at| text.split_at_checked(at));
    let (before, after) = first.unwrap_or((text, ""));
    let letter = after.chars().next().unwrap_or_default();
    let place = place_after(before, separator);
    let s = if count == 1 { "" } else { "s" };
    format!(
        "the file is in Windows-1252 and {count} letter{s} had to be decoded; the first is {letter} \
         in {place}"
    )
}
