//! Detects the kind of a file from its first bytes.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Empty,
    /// A zip file: a workbook, or another Office file.
    Zip,
    /// An old Office file, or an encrypted new one.
    Ole,
    Pdf,
    Html,
    Rtf,
    Xml,
    Image,
    Compressed,
    /// Anything that may be text.
    Other,
}

impl FileKind {
    /// Returns the kind that the first bytes show.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        let begins = |mark: &[u8]| bytes.starts_with(mark);
        let says = |word: &str| {
            start.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word.as_bytes()))
        };
        if bytes.is_empty() {
            Self::Empty
        } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") || begins(b"PK\x07\x08") {
            Self::Zip
        } else if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            Self::Ole
        } else if says("%PDF") {
            Self::Pdf
        } else if says("<!doctype html") || says("<html") {
            Self::Html
        } else if says("{\\rtf") {
            Self::Rtf
        } else if says("<?xml") {
            Self::Xml
        } else if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"GIF8") {
            Self::Image
        } else if begins(b"\x1F\x8B") || begins(b"BZh") || begins(b"7z\xBC\xAF") || begins(b"Rar!")
        {
            Self::Compressed
        } else {
            Self::Other
        }
    }
}
