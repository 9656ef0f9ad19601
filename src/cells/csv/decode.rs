//! Decodes a file: detects its encoding, rejects bytes that are not text, and reports which characters
//! were decoded.

use encoding_rs::{Encoding as Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::CsvError;
use super::rows::place_after;
use super::separator::{Separated, separated};

/// The text of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
}

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

/// Why a file cannot be decoded: the text before the problem, and the reason.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undecodable {
    pub(super) before: String,
    pub(super) reason: Reason,
}

/// What is wrong with the bytes at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// The file is UTF-8 elsewhere, but not here.
    NotUtf8(u8),
    /// The file ends in the middle of a character.
    CutShort,
    /// Half of a UTF-16 surrogate pair.
    HalfPair,
    /// A byte that is not a character in Windows-1252.
    NotWindows1252(u8),
    /// UTF-32, which no spreadsheet writes.
    Utf32,
}

/// The bytes that are not characters in Windows-1252.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

/// How many bytes are examined to detect UTF-16 without a byte-order mark.
const SAMPLE: usize = 4_096;

/// Decodes the text of a file.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<Decoded, Undecodable> {
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Err(Undecodable { before: String::new(), reason: Reason::Utf32 });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, UTF_16LE);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, UTF_16BE);
    }
    // Programs that concatenate files leave several marks.
    let marks = bytes.chunks_exact(3).take_while(|three| three == b"\xEF\xBB\xBF").count();
    let is_marked = marks > 0;
    bytes.drain(..marks * 3);
    if !is_marked && let Some(order) = unmarked_utf16(&bytes) {
        return utf16(&bytes, order);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text, encoding: Encoding::Utf8 }),
        Err(error) => {
            let problem = error.utf8_error();
            let bytes = error.into_bytes();
            let sound = bytes.get(..problem.valid_up_to()).unwrap_or_default();
            if is_marked || holds_long_letters(&bytes) {
                let reason = match (problem.error_len(), bytes.get(problem.valid_up_to())) {
                    (Some(_), Some(&byte)) => Reason::NotUtf8(byte),
                    _ => Reason::CutShort,
                };
                let before = String::from_utf8_lossy(sound).into_owned();
                return Err(Undecodable { before, reason });
            }
            windows_1252(&bytes)
        }
    }
}

/// Returns whether a file that is not UTF-8 as a whole still holds multi-byte UTF-8 characters; in
/// Windows-1252 they would be text such as `Ã©`.
fn holds_long_letters(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// Returns the byte order of a file that is clearly UTF-16 without a mark: among its first characters
/// the same half is nearly always zero, and the other hardly ever.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Decoder> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (pairs, []) = sample.as_chunks::<2>() else { return None };
    let first = pairs.iter().filter(|[first, _]| *first == 0).count();
    let second = pairs.iter().filter(|[_, second]| *second == 0).count();
    let is_most = |zeros: usize| zeros * 4 >= pairs.len() * 3 && zeros > 0;
    let is_rare = |zeros: usize| zeros * 20 <= pairs.len();
    if is_most(second) && is_rare(first) {
        Some(UTF_16LE)
    } else if is_most(first) && is_rare(second) {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn utf16(bytes: &[u8], order: &'static Decoder) -> Result<Decoded, Undecodable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if let Some(text) = order.decode_without_bom_handling_and_without_replacement(bytes) {
        let text = text.trim_start_matches('\u{FEFF}').to_owned();
        return Ok(Decoded { text, encoding: Encoding::Utf16 });
    }
    let units = pairs.iter().map(|pair| {
        if order == UTF_16LE { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) }
    });
    let mut before = String::new();
    for letter in char::decode_utf16(units) {
        match letter {
            Ok(letter) => before.push(letter),
            Err(_) => return Err(Undecodable { before, reason: Reason::HalfPair }),
        }
    }
    debug_assert!(!rest.is_empty(), "every pair was read");
    Err(Undecodable { before, reason: Reason::CutShort })
}

fn windows_1252(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    let bad = bytes.iter().position(|byte| UNDEFINED.contains(byte));
    let sound = bad.and_then(|at| bytes.get(..at)).unwrap_or(bytes);
    let text = WINDOWS_1252.decode_without_bom_handling(sound).0.into_owned();
    match bad.and_then(|at| bytes.get(at)) {
        Some(&byte) => Err(Undecodable { before: text, reason: Reason::NotWindows1252(byte) }),
        None => Ok(Decoded { text, encoding: Encoding::Windows1252 }),
    }
}

/// Refuses control characters other than tabs and line breaks (a word processor breaks lines with a
/// vertical tab).
pub(super) fn refuse_control_characters(text: &str, separator: u8) -> Result<(), CsvError> {
    let is_control =
        |letter: char| letter.is_control() && !matches!(letter, '\t' | '\u{b}' | '\r' | '\n');
    let Some(at) = text.find(is_control) else { return Ok(()) };
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let code = after.chars().next().map_or(0, u32::from);
    let what = match code {
        0 => "there is a zero byte here, so this may not be text at all".to_owned(),
        0x1B => "there is an escape character here (code 1B)".to_owned(),
        code => format!("there is a control character here (code {code:02X})"),
    };
    let help = "remove it, or save the table again as CSV UTF-8";
    Err(CsvError::Unreadable { place: place_after(before, separator), what, help })
}

/// Builds the error of a file that cannot be decoded.
pub(super) fn undecodable(Undecodable { before, reason }: Undecodable) -> CsvError {
    let again = "open the file in a spreadsheet, correct this cell and save it as CSV UTF-8";
    let (what, help) = match reason {
        Reason::Utf32 => ("the file is in UTF-32".to_owned(), "save it as CSV UTF-8"),
        Reason::CutShort => (
            "the file ends in the middle of a character, so its end may be missing".to_owned(),
            "save or send it again",
        ),
        Reason::HalfPair => {
            ("there is half of a UTF-16 character here without the other half".to_owned(), again)
        }
        Reason::NotUtf8(byte) => {
            (format!("the file is in UTF-8, but the byte {byte:02X} here is not"), again)
        }
        Reason::NotWindows1252(byte) => (
            format!(
                "the file is not in UTF-8, and the byte {byte:02X} is not a Windows-1252 character"
            ),
            again,
        ),
    };
    let Separated { separator, text, .. } = separated(&before);
    CsvError::Unreadable { place: place_after(text, separator), what, help }
}

/// Describes which characters had to be decoded, so that they can be checked.
pub(super) fn decoded_letters(text: &str, separator: u8) -> String {
    let is_decoded = |letter: char| !letter.is_ascii();
    let count = text.chars().filter(|letter| is_decoded(*letter)).count();
    let first = text.find(is_decoded).and_then(|at| text.split_at_checked(at));
    let (before, after) = first.unwrap_or((text, ""));
    let letter = after.chars().next().unwrap_or_default();
    let place = place_after(before, separator);
    let s = if count == 1 { "" } else { "s" };
    format!(
        "the file is in Windows-1252 and {count} character{s} had to be decoded; the first is {letter} \
         in {place}"
    )
}

#[cfg(test)]
mod tests {
    use super::{Decoded, Encoding, Reason, Undecodable, decode};

    fn read(bytes: &[u8]) -> Result<(String, Encoding), (String, Reason)> {
        match decode(bytes.to_vec()) {
            Ok(Decoded { text, encoding }) => Ok((text, encoding)),
            Err(Undecodable { before, reason }) => Err((before, reason)),
        }
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn letters_are_read_in_each_encoding_a_spreadsheet_writes() {
        let text = "Ref,Action\r\n1,Café £5 – \u{1F600}";
        let as_read = |encoding| Ok((text.to_owned(), encoding));
        assert_eq!(read(text.as_bytes()), as_read(Encoding::Utf8));
        assert_eq!(read(format!("\u{FEFF}{text}").as_bytes()), as_read(Encoding::Utf8));
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(read(&utf16(text, order)), as_read(Encoding::Utf16));
            let marked = format!("\u{FEFF}{text}");
            assert_eq!(read(&utf16(&marked, order)), as_read(Encoding::Utf16));
        }
        let excel = b"Caf\xE9 \xA35 \x96 \x80".as_slice();
        assert_eq!(read(excel), Ok(("Café £5 – €".to_owned(), Encoding::Windows1252)));
    }

    #[test]
    fn what_is_no_letter_is_found_where_it_is() {
        assert_eq!(read(b"a\r\nb\x81c"), Err(("a\r\nb".to_owned(), Reason::NotWindows1252(0x81))));
        assert_eq!(read("é\n\u{2019}".as_bytes().split_last().unwrap().1), {
            Err(("é\n".to_owned(), Reason::CutShort))
        });
        assert_eq!(read(b"caf\xC3\xA9\n\x92"), Err(("café\n".to_owned(), Reason::NotUtf8(0x92))));
        assert_eq!(read(b"\xEF\xBB\xBFa\x92"), Err(("a".to_owned(), Reason::NotUtf8(0x92))));
        assert_eq!(read(b"\xFF\xFEa\0b"), Err(("a".to_owned(), Reason::CutShort)));
        assert_eq!(read(b"\xFE\xFF\0a\xD8\0\0b"), Err(("a".to_owned(), Reason::HalfPair)));
        assert_eq!(read(b"\xFF\xFE\0\0a\0\0\0"), Err((String::new(), Reason::Utf32)));
    }
}
